"""What the network keeps of a road, in codes: the vocabulary that readers write and profiles read.

The order of each tuple is part of the file format: append, never reorder (see ``store.FORMAT_VERSION``).
"""

from __future__ import annotations

import numpy as np

from ..vocabulary import SEASON

ROAD_CLASSES = (
    "motorway",
    "motorway_link",
    "trunk",
    "trunk_link",
    "primary",
    "primary_link",
    "secondary",
    "secondary_link",
    "tertiary",
    "tertiary_link",
    "unclassified",
    "residential",
    "living_street",
    "service",
    "track",
    "ferry",
    "barrier",
)
#: ``bus``: for buses, so for fire engines and ambulances too; ``gate``: closed by law and by something that opens, not
#: by a bollard.
ACCESS = ("open", "destination", "private", "no", "bus", "gate")
SURFACES = ("unknown", "paved", "cobblestone", "compacted", "gravel", "mud")
FORWARD, BACKWARD = 1, 2
CLOSED_IN_WINTER, CLOSED_IN_SUMMER = SEASON["winter"].bit, SEASON["summer"].bit
UNTAGGED, NO_LIMIT = 0, 255
#: Milliseconds of an arc that cannot be driven, and the time of what is not reached: the greatest of which the sum with
#: itself fits 32 bits.
CLOSED = np.int32(2**30 - 1)
RURAL, URBAN = 1, 2  # 0: the tags do not say
#: Of the pieces of roads, ``piece_slope`` counts quarters of a percent and ``piece_bend`` hundredths of sinuosity above
#: 1.
SLOPE_UNITS, BEND_UNITS = 4.0, 100.0
#: How a road runs: on the ground, on a bridge, in a tunnel, under a cover, or between fences where nobody may stop
#: (``motorroad``).
ON_GROUND, BRIDGE, TUNNEL, COVERED, MOTORROAD = range(5)
#: Classes of roads that one cannot leave, or stop on, where one likes.
NO_STOPPING = ("motorway", "motorway_link", "trunk_link", "ferry")

#: One row per distinct kind of road. ``direction`` and ``closed`` are bit sets of the constants above; ``kph_*`` are
#: legal limits, ``average_*`` the speeds that the source itself says are driven (BD TOPO), 0 where it says none; all in
#: km/h.
KIND = np.dtype(
    [
        ("road_class", "u1"),
        ("direction", "u1"),
        ("access", "u1"),
        ("kph_forward", "u1"),
        ("kph_backward", "u1"),
        ("surface", "u1"),
        ("tracktype", "u1"),
        ("closed", "u1"),
        ("roundabout", "u1"),
        ("setting", "u1"),
        ("structure", "u1"),
        ("emergency", "u1"),
        ("average_forward", "u1"),
        ("average_backward", "u1"),
    ]
)
KIND_NAMES: tuple[str, ...] = KIND.names or ()

CLASS_CODE = {name: code for code, name in enumerate(ROAD_CLASSES)}
ACCESS_CODE = {name: code for code, name in enumerate(ACCESS)}
SURFACE_CODE = {name: code for code, name in enumerate(SURFACES)}


def reversed_kind(kind: tuple[int, ...]) -> tuple[int, ...]:
    """Return the kind of the same road drawn from its other end."""
    row = dict(zip(KIND_NAMES, kind))
    row["direction"] = (row["direction"] & FORWARD) << 1 | (row["direction"] & BACKWARD) >> 1
    row["kph_forward"], row["kph_backward"] = row["kph_backward"], row["kph_forward"]
    row["average_forward"], row["average_backward"] = row["average_backward"], row["average_forward"]
    return tuple(row[name] for name in KIND_NAMES)
