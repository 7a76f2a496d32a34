"""The arrays of a road network: the one list of what a file holds, which its writer and its reader check.

Sizes are letters: ``e`` edges (roads between junctions), ``n`` nodes, ``a`` arcs, ``u`` shortcuts, ``s`` points of
shapes, ``p`` pieces of roads, ``k`` kinds of road, ``w`` ways out; ``e+1`` is one more. ``h`` and ``t`` are ``p``, or
0 where the network was built without heights.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import Arrays
from .attributes import KIND


@dataclass(frozen=True)
class ArrayRow:
    """One array: its name, type of values, sizes, unit and meaning."""

    name: str
    dtype: np.dtype | str
    shape: tuple[str | int, ...]
    unit: str
    meaning: str
    optional: bool = False


ARRAYS = (
    ArrayRow("kinds", KIND, ("k",), "", "The distinct kinds of road: class, limits, access (attributes.KIND)."),
    ArrayRow("edge_kind", "u2", ("e",), "row of kinds", "The kind of each edge."),
    ArrayRow("edge_length_m", "f4", ("e",), "m", "Geodesic length."),
    ArrayRow("edge_urban", "u1", ("e",), "1/255", "Share of the length in settlements."),
    ArrayRow("edge_signals", "u1", (2, "e"), "lights", "Traffic lights passed, forward and backward."),
    ArrayRow("edge_sections", "u2", ("e",), "ways", "Ways of the source in it."),
    ArrayRow("edge_gives_way", "u1", (2, "e"), "1/255", "How far a drive gives way where it ends (junctions)."),
    ArrayRow("edge_turns_off", "u1", (2, "e"), "1/255", "How far a drive turns off where it begins (junctions)."),
    ArrayRow("edge_way", "i8", (2, "e"), "id", "The source's way at its tail and at its head."),
    ArrayRow("shape_start", "i8", ("e+1",), "point", "Where the shape of each edge begins."),
    ArrayRow("shape_xy", "i4", ("s", 2), "cm", "Points of all shapes, from meta['origin_xy']."),
    ArrayRow("piece_start", "i8", ("e+1",), "piece", "Where the pieces of each edge begin (terrain)."),
    ArrayRow("piece_bend", "u1", ("p",), "1/100", "Sinuosity above 1."),
    ArrayRow("piece_slope", "u1", ("h",), "1/4 %", "Slope, up or down; empty without heights."),
    ArrayRow("piece_altitude", "i2", ("t",), "m", "Altitude; empty without heights."),
    ArrayRow("node_xy", "f8", ("n", 2), "m", "Junctions, once more for each way into or out of a banned turn."),
    ArrayRow("ways_out", "i4", ("w",), "node", "Where roads are cut by the edge of the map (rim)."),
    ArrayRow("arc_from", "i4", (2, "e"), "node", "Where the drive forward, backward begins; -1 where none is allowed."),
    ArrayRow("arc_to", "i4", (2, "e"), "node", "Where it ends."),
    ArrayRow("stand_from", "i4", (2, "e"), "node", "To depart from, for who stands at the tail, at the head."),
    ArrayRow("stand_to", "i4", (2, "e"), "node", "To arrive at, for who stands there."),
    ArrayRow("out_start", "i4", ("n+1",), "arc", "Arcs by the node that they leave: where those of each begin."),
    ArrayRow("out_head", "i4", ("a",), "node", "The node that each leads to."),
    ArrayRow("out_ref", "i4", ("a",), "2 edge + way", "Its edge, + 1 for backward; -1 for a passage in a junction."),
    ArrayRow("in_start", "i4", ("n+1",), "arc", "The same arcs by the node that they lead to."),
    ArrayRow("in_tail", "i4", ("a",), "node", "The node that each leaves."),
    ArrayRow("in_ref", "i4", ("a",), "2 edge + way", "As out_ref."),
    ArrayRow("up_start", "i4", ("n+1",), "shortcut", "Shortcuts to later nodes, by node (hierarchy)."),
    ArrayRow("up_head", "i4", ("u",), "node", "The node that each leads to."),
    ArrayRow("subtree", "i4", ("n",), "nodes", "How many nodes hang below each in the tree of the hierarchy."),
    ArrayRow(
        "water_kind", "u1", ("l",), "", "Lines of water, for maps: lake, hole in it, river (water).", optional=True
    ),
    ArrayRow(
        "water_name", "i4", ("l",), "", "The same number for all lines of one river; -1 without a name.", optional=True
    ),
    ArrayRow("water_start", "i8", ("l+1",), "point", "Where the points of each line begin.", optional=True),
    ArrayRow("water_xy", "i4", ("v", 2), "m", "Points of all lines.", optional=True),
)


def problems(arrays: Arrays) -> list[str]:
    """Return what about some arrays is not as :data:`ARRAYS` says; nothing where all is."""
    wanted = {row.name for row in ARRAYS if not row.optional}
    found = [f"{name} is missing" for name in sorted(wanted - set(arrays))]
    found += [f"{name} is not known" for name in sorted(set(arrays) - {row.name for row in ARRAYS})]
    sizes: dict[str, int] = {}
    for row in (row for row in ARRAYS if row.name in arrays):
        array = arrays[row.name]
        if array.dtype != np.dtype(row.dtype):
            found.append(f"{row.name} is of {array.dtype}, not {np.dtype(row.dtype)}")
        if array.ndim != len(row.shape):
            found.append(f"{row.name} has {array.ndim} dimensions, not {len(row.shape)}")
            continue
        for size, letter in zip(array.shape, row.shape):
            if isinstance(letter, int):
                fits = size == letter
            else:
                plus = letter.endswith("+1")
                fits = sizes.setdefault(letter.removesuffix("+1"), size - plus) == size - plus
            if not fits:
                found.append(f"{row.name} has {size} rows or columns where {letter} are wanted")
    heights = {sizes.get(letter, 0) for letter in "ht"}
    if not found and (len(heights) > 1 or not heights <= {0, sizes["p"]}):
        found.append("piece_slope and piece_altitude are neither empty nor as long as piece_bend")
    return found
