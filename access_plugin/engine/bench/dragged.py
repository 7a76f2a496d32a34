"""A site that is dragged over the roads: the minutes of all places, wherever it is put."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
import shapely

from ..access.care import Care
from ..arrays import Floats, Ints
from ..network.attributes import CLOSED
from ..network.snap import Attachment, attach
from ..sites.roles import Leg
from .grounds import Grounds, Nearest, Now, in_minutes


@dataclass(frozen=True, eq=False)
class Stand:
    """Where a site that is tried stands on the roads.

    ``xy``: the point of the road, in the network's reference system; None where it stands on none. ``metres`` from the
    point that was asked for, NaN there. ``why``: empty, ``far`` (no road within reach) or ``closed``.
    """

    xy: tuple[float, float] | None
    metres: float
    why: str = ""


class Dragged:
    """One site of a care moves, all others stay.

    Parameters
    ----------
    grounds
        The places.
    care
        The sites, with the one that is dragged.
    row
        Its row in ``care.sites``.
    """

    def __init__(self, grounds: Grounds, care: Care, row: int) -> None:
        self._grounds, self._legs = grounds, grounds.setting.legs
        self.role, self._delay = care.sites["role"].iloc[row], care.delay[[row]]
        here = np.arange(len(care.sites)) == row
        others = care.without(here)
        self._moments: list[tuple[Now, bool]] = []
        for moment in care.moments_for(self._legs):
            opened = moment.open[~here]
            now = {
                leg.name: grounds.nearest(others, leg, np.flatnonzero(opened & others.has(leg))) for leg in self._legs
            }
            self._moments.append((now, bool(moment.open[row])))
        self._own = [leg for leg in self._legs if self.role in leg.roles]
        self._base_ms = self._worst(slice(None), {})
        self.base = in_minutes(self._base_ms)
        self._known = {leg.name: self._needed(leg) for leg in self._own}

    def _needed(self, leg: Leg) -> Ints:
        """Return until when the site must have come by each node.

        One that is no emergency care helps nobody who has none.
        """
        need = self._base_ms if leg.name != "mcs" else np.where(self._base_ms < CLOSED, self._base_ms, 0)
        return self._grounds.needed(leg, np.minimum(need, int(CLOSED) - 1).astype(np.int32))

    def stand(self, xy: tuple[float, float]) -> Stand:
        """Return where the site stands on the roads for a point in the network's reference system."""
        at = self._attached((self._own or self._legs)[0], xy)
        if not at.attached[0]:
            return Stand(None, np.nan, "closed" if at.on_closed[0] else "far")
        (line,) = self._grounds.network.lines(at.edge)
        point = shapely.line_interpolate_point(line, at.fraction[0], normalized=True)
        return Stand((point.x, point.y), float(at.distance_m[0]))

    def _attached(self, leg: Leg, xy: tuple[float, float]) -> Attachment:
        return attach(self._grounds.timed(leg), np.array([xy], float))

    def minutes(self, xy: tuple[float, float]) -> Floats:
        """Return (n,) the minutes that the definition counts with the site at a point, NaN for none.

        Where it stands on no road, those without it.
        """
        sooner: dict[tuple[str, int], Ints] = {}
        changed = np.zeros(len(self.base), bool)
        for leg in self._own:
            site = self._attached(leg, xy)
            if not site.attached[0]:
                continue
            for now, opened in self._moments:
                base = now[leg.name]
                if opened and (leg.name, id(base)) not in sooner:
                    places = self._with_site(leg, site, base)
                    sooner[leg.name, id(base)] = places
                    changed |= places < base.places
        rows = np.flatnonzero(changed)
        minutes = self.base.copy()
        minutes[rows] = in_minutes(self._worst(rows, sooner))
        return minutes

    def _with_site(self, leg: Leg, site: Attachment, base: Nearest) -> Ints:
        known = np.minimum(base.nodes, self._known[leg.name])
        nodes = self._grounds.sooner_nodes(leg, site, self._delay, known)
        return self._grounds.sooner_places(leg, site, self._delay, (known, nodes), base.places)

    def _worst(self, rows: Ints | slice, sooner: dict[tuple[str, int], Ints]) -> Ints:
        """Return the longest times of some places over the moments of the slot."""
        longest = []
        for now, opened in self._moments:
            ms = {
                name: (sooner.get((name, id(base)), base.places) if opened else base.places)[rows]
                for name, base in now.items()
            }
            longest.append(self._grounds.counted(ms))
        return functools.reduce(np.maximum, longest)
