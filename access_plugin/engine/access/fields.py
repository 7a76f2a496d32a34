"""Times everywhere: the minutes of every cell of the map, of all sites together or of each by itself."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ..arrays import Bools, Floats, Ints
from ..compiled import compiled
from ..network.attributes import CLOSED
from ..network.graph import Network
from ..network.search import each, nearest
from ..network.snap import Attachment
from ..network.timed import Side
from ..progress import SILENT, Progress, halves, side_by_side
from ..sites.roles import Leg
from .care import Care
from .cells import CAP_M, CellMap, cell_map
from .contours import LATER_MIN, Contours, Outline
from .legs import MANY_PLACES, LegTimes
from .reach import MS_PER_MINUTE, arrive, edge_times, improve_cells_on_shared_edges, seeds_of


@dataclass(frozen=True)
class Field:
    """Times on a part of the map.

    Attributes
    ----------
    x, y
        Centres of the columns and of the rows, metres.
    minutes
        (rows, columns) float32, NaN for cells without a road or a way to a site at every moment of the slot;
        infinite around a single site, beyond the limit.
    near, drawn
        (rows, columns) bool: the cells near a road, and those that have a time and that areas are drawn on, see
        :class:`contours.Outline`.
    site
        (rows, columns) the row of the site that is nearest at the worst moment of the slot, -1 for none; empty unless
        it was asked for.
    """

    x: Floats
    y: Floats
    minutes: Floats
    near: Bools
    drawn: Bools
    site: Ints

    def part(self, rows: slice, columns: slice) -> Field:
        """Return the times on some rows and columns."""
        site = self.site[rows, columns] if self.site.size else self.site
        return Field(
            self.x[columns],
            self.y[rows],
            self.minutes[rows, columns],
            self.near[rows, columns],
            self.drawn[rows, columns],
            site,
        )

    def contours(self, most: float = np.inf) -> Contours:
        """Return the contours of the times, up to some minutes."""
        return Contours(self.x, self.y, self.minutes, self.drawn, most)


def field_of(
    care: Care,
    legs: tuple[Leg, ...],
    *,
    cell_m: float = 50.0,
    with_site: bool = False,
    progress: Progress = SILENT,
) -> Field:
    """Compute the time of every cell to the quickest of some legs, each driven by its own profile.

    Parameters
    ----------
    care
        The sites that count.
    legs
        What counts of it.
    cell_m
        Side of the cells, metres.
    with_site
        Whether the nearest site is wanted too; by its row in ``care.sites``.

    Raises
    ------
    InputError
        The cells are too small.
    """
    driven = {care.setting.profile_of(leg): leg for leg in legs}
    maps = {profile: cell_map(care.timed(leg), cell_m) for profile, leg in driven.items()}
    progress.at(0.3)
    first = next(iter(maps.values()))
    near = np.logical_or.reduce([cells.near for cells in maps.values()])
    minutes, site = (
        np.full(first.shape, np.nan, np.float32),
        np.full(first.shape if with_site else (0, 0), -1, np.int32),
    )
    times, rows = None, np.flatnonzero(near)
    for start in range(0, len(rows), MANY_PLACES):
        part = rows[start : start + MANY_PLACES]
        at = functools.cache(lambda profile, part=part: maps[profile].places(part))
        times = LegTimes(care, at) if times is None else times.moved_to(at)
        done = (0.3 + 0.7 * share / len(rows) for share in (start, start + len(part)))
        longest, of_site = times.worst(legs, progress=progress.part(*done))
        minutes.ravel()[part] = longest
        if with_site:
            site.ravel()[part] = of_site
    timed = near & ~np.isnan(minutes)
    outline = first.outline if len(maps) == 1 and (timed == near).all() else Outline(timed)
    outline.lend(minutes)
    if with_site:
        outline.lend(site)
    return Field(first.x, first.y, minutes, near, outline.drawn, site)


def site_fields(
    care: Care,
    leg: Leg,
    rows: Ints,
    limit_min: float,
    *,
    cell_m: float = 50.0,
    progress: Progress = SILENT,
) -> Iterator[Field]:
    """Yield the times around each of some sites of a leg by itself, on as much of the map as it reaches within a limit.

    One in memory at a time.

    Parameters
    ----------
    care, cell_m
        As for :func:`field_of`.
    leg, rows
        How the sites count, and their rows in ``care.sites``.
    limit_min
        Minutes; times up to it are exact, longer ones may be missing.

    Raises
    ------
    InputError
        As :func:`field_of`.
    """
    if len(rows) == 0:
        return
    timed, delay = care.timed(leg), care.delay[rows]
    cells, attached = cell_map(timed, cell_m), care.at(leg).take(rows)
    side, extents = timed.side(leg.direction), _edge_extents(care.network, cells, cell_m)
    limit = int((limit_min + LATER_MIN) * MS_PER_MINUTE)
    outline = _with_a_way(side, attached, delay, cells, timed.attachable)
    for row, ms in enumerate(each(side, seeds_of(side, attached, delay), limit)):
        progress.at(row / len(rows))
        times, none = edge_times(side, ms)
        window = _window(_extent(times, extents, attached.edge[row]), cells)
        edge, fraction = cells.edge[window], cells.fraction[window]
        minutes = np.empty(edge.shape, np.float32)
        side_by_side(lambda part: _time_rows(edge, fraction, times, minutes, *part), halves(len(edge)))
        own = _inside(_window(extents[attached.edge[row]], cells), window)
        near, _ = arrive(edge[own], fraction[own], times, none)
        improve_cells_on_shared_edges(
            side, attached.take([row]), delay[row : row + 1], (edge[own], fraction[own]), near
        )
        minutes[own] = np.where(near < CLOSED, near / MS_PER_MINUTE, np.inf)
        _lend_in(outline, cells.shape[1], window, minutes)
        yield Field(
            cells.x[window[1]],
            cells.y[window[0]],
            minutes,
            edge >= 0,
            outline.drawn[window],
            np.zeros((0, 0), np.int32),
        )


def _with_a_way(side: Side, sites: Attachment, delay: Floats, cells: CellMap, attachable: Bools) -> Outline:
    """Return the cells to draw on: those near a road on which there is a way to some of the sites, however long."""
    node, ms = seeds_of(side, sites, delay)
    there = node.ravel() >= 0
    reached, _ = nearest(side, node.ravel()[there], ms.ravel()[there], np.zeros(int(there.sum()), np.int32))
    times, _ = edge_times(side, reached)
    has_way = times[:, (0, 2, 3, 5)].min(axis=1) < CLOSED  # entered from either end, or met at a junction
    has_way[sites.edge] = True
    if has_way[attachable].all():
        return cells.outline
    return Outline(cells.near & has_way[cells.edge])


def _lend_in(outline: Outline, columns: int, window: tuple[slice, slice], values: Floats) -> None:
    """Do what :meth:`contours.Outline.lend` does on a part of the map.

    Who would take the value of a cell outside it takes none.
    """
    (top, bottom), (left, right) = ((part.start, part.stop) for part in window)
    added, source = (
        np.vstack([numbers // columns - top, numbers % columns - left]) for numbers in (outline.added, outline.source)
    )
    inside = np.logical_and.reduce(
        [(at >= 0).all(axis=0) & (at[0] < bottom - top) & (at[1] < right - left) for at in (added, source)]
    )
    values[tuple(added[:, inside])] = values[tuple(source[:, inside])]


def _edge_extents(network: Network, cells: CellMap, cell_m: float) -> Ints:
    """Return the first and last row and column of the cells that each edge may give its times to.

    (e, 4): the first and last row, and the first and last column.
    """
    start = np.asarray(network.arrays["shape_start"])
    xy = np.asarray(network.arrays["shape_xy"]) / 100.0 + np.array(network.meta["origin_xy"])
    low, high = (of.reduceat(xy, start[:-1]) for of in (np.minimum, np.maximum))
    first, reach = np.array([cells.x[0], cells.y[0]]), CAP_M + 5 * cell_m
    low, high = (
        np.floor((low - reach - first) / cell_m).astype(np.int32),
        np.ceil((high + reach - first) / cell_m).astype(np.int32) + 1,
    )
    return np.column_stack([low[:, 1], high[:, 1], low[:, 0], high[:, 0]])


@compiled
def _extent(times: Ints, extents: Ints, own: int) -> Ints:
    """Return the first and last row and column that the edges with a time, and the site's own, give times to."""
    found: Ints = extents[own].copy()
    for edge in range(len(times)):
        if min(times[edge, 0], times[edge, 2], times[edge, 3], times[edge, 5]) < CLOSED:
            for i in range(2):
                found[2 * i] = min(found[2 * i], extents[edge, 2 * i])
                found[2 * i + 1] = max(found[2 * i + 1], extents[edge, 2 * i + 1])
    return found


def _inside(part: tuple[slice, slice], whole: tuple[slice, slice]) -> tuple[slice, slice]:
    """Return rows and columns of the map as those of a part of it that holds them."""
    rows, columns = (slice(one.start - of.start, one.stop - of.start) for one, of in zip(part, whole))
    return rows, columns


@compiled
def _time_rows(edge: Ints, fraction: Floats, times: Ints, minutes: Floats, first: int, end: int) -> None:
    """Set the minutes (float32) of some rows of cells, infinite where there is no way."""
    ms, _ = arrive(edge[first:end], fraction[first:end], times, np.empty((0, 4), np.int32))
    for row in range(len(ms)):
        for column in range(ms.shape[1]):
            known = ms[row, column] < CLOSED
            minutes[first + row, column] = ms[row, column] / MS_PER_MINUTE if known else np.inf


def _window(extent: Ints, cells: CellMap) -> tuple[slice, slice]:
    first, last = np.maximum(extent[0::2], 0), np.minimum(extent[1::2], cells.shape)
    return slice(first[0], last[0]), slice(first[1], last[1])
