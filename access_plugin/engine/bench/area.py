"""The land that a scenario brings within the threshold, or out of it: a working view, in cells of 50 m or larger."""

from __future__ import annotations

from typing import cast

import numpy as np
import shapely

from ..access.care import Care
from ..access.cells import CellMap, cell_map
from ..access.contours import Contours, Outline, polygons_of
from ..access.reach import MS_PER_MINUTE, arrive, edge_times, improve_cells_on_shared_edges
from ..arrays import Ints
from ..network.attributes import CLOSED
from ..progress import SILENT, Progress
from ..sites.roles import Leg
from .grounds import Grounds

#: Cells are this long, metres, or twice, four times… as long, until there are few enough of them.
CELL_M, _MOST_CELLS = 50.0, 2_000_000
#: Cells about those that change, without which areas would end at them.
_AROUND = 3
Areas = tuple[shapely.MultiPolygon, shapely.MultiPolygon]


class ChangedArea:
    """Times of the land, by the searches of the places.

    Parameters
    ----------
    grounds
        The places. By the convention ``drees``, which knows chefs-lieux alone, no land has a time.
    care
        The sites before.
    """

    def __init__(self, grounds: Grounds, care: Care, *, progress: Progress = SILENT) -> None:
        self._grounds, self._legs = grounds, grounds.setting.legs
        low, high = grounds.network.bounds
        cells = float(np.prod((high - low) / CELL_M))
        self.cell_m = CELL_M * 2 ** max(0, int(np.ceil(np.log2(max(cells / _MOST_CELLS, 1.0)) / 2)))
        self._maps: dict[str, CellMap] = {}
        for leg in self._legs:
            progress.check()
            self._maps[grounds.setting.profile_of(leg)] = cell_map(grounds.timed(leg), self.cell_m)
        self._was = self._ms(care, progress)

    def changed(self, care: Care, *, progress: Progress = SILENT) -> Areas:
        """Return the areas that come within the threshold under other sites, and those that fall out of it.

        They are in the reference system of the roads.
        """
        now = self._ms(care, progress)
        # a time that changes moves the border beside it, on whichever side it stays
        rows, columns = (np.flatnonzero((self._was != now).any(axis=axis)) for axis in (1, 0))
        if len(rows) == 0:
            return shapely.MultiPolygon(), shapely.MultiPolygon()
        window = tuple(slice(max(int(at[0]) - _AROUND, 0), int(at[-1]) + _AROUND + 1) for at in (rows, columns))
        one, other = (self._drawn(ms, window) for ms in (self._was, now))
        progress.check()
        return self._without(one, other), self._without(other, one)

    def _without(self, one: shapely.Geometry, other: shapely.Geometry) -> shapely.MultiPolygon:
        """Return what is in one area only, as far as it can be seen."""
        parts = shapely.get_parts(polygons_of(shapely.difference(one, other)))
        return shapely.multipolygons(parts[shapely.area(parts) > (self.cell_m / 10) ** 2])

    def _drawn(self, ms: Ints, window: tuple[slice, ...]) -> shapely.MultiPolygon:
        """Return what is beyond the threshold in a part of the map."""
        cells = next(iter(self._maps.values()))
        part = ms[window]
        outline = Outline(part < CLOSED)
        minutes = np.where(part < CLOSED, part / MS_PER_MINUTE, np.nan)
        outline.lend(minutes)
        x, y = cells.x[window[1]], cells.y[window[0]]
        return Contours(x, y, minutes, outline.drawn).band(self._grounds.setting.threshold, np.inf)

    def _ms(self, care: Care, progress: Progress) -> Ints:
        """Return (rows, columns) the milliseconds that the definition counts, the longest over the moments."""
        longest: Ints | None = None
        for moment in care.moments_for(self._legs):
            ms = {}
            for leg in self._legs:
                progress.check()
                ms[leg.name] = self._of_leg(care, leg, np.flatnonzero(moment.open & care.has(leg)))
            now = self._grounds.counted(ms)
            longest = now if longest is None else np.maximum(longest, now)
        return cast("Ints", longest)

    def _of_leg(self, care: Care, leg: Leg, rows: Ints) -> Ints:
        grounds, cells = self._grounds, self._maps[self._grounds.setting.profile_of(leg)]
        side = grounds.timed(leg).side(leg.direction)
        times, none = edge_times(side, grounds.nearest(care, leg, rows).nodes)
        ms, _ = arrive(cells.edge, cells.fraction, times, none)
        sites = care.at(leg).take(rows)
        improve_cells_on_shared_edges(side, sites, care.delay[rows], (cells.edge, cells.fraction), ms)
        return ms
