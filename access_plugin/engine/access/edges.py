"""The edges of the map: whose answer could change with roads and sites beyond the network."""

from __future__ import annotations

from collections.abc import Callable

import geopandas as gpd
import numpy as np

from ..arrays import Bools, Floats
from ..network.graph import Network
from ..network.snap import Attachment
from .findings import Finding, found
from .reach import minutes_from_nodes
from .setting import Setting

#: As much driving as there should be between the places of a study and the end of its roads (DOMAIN § 2.7).
BELT_MIN = 60.0


def edge_minutes(network: Network, setting: Setting, attachment_of: Callable[[str], Attachment]) -> Floats:
    """Return the minutes between each place and the nearest way out of the network; NaN where there is no way.

    They are counted as the legs of the definition are driven. Whatever lies beyond, nothing there is nearer than the
    way out: where this is no less than the time found, the time is certain.

    Parameters
    ----------
    network, setting
        As for :func:`times.travel_times`.
    attachment_of
        Gives the places as they attach for a profile.
    """
    found = []
    for direction, profile in sorted({(leg.direction, setting.profile_of(leg)) for leg in setting.legs}):
        timed = setting.timed(network, profile)
        found.append(
            minutes_from_nodes(timed, direction, np.asarray(network.arrays["ways_out"]), attachment_of(profile))
        )
    least: Floats = np.fmin.reduce(found)
    return least


def belt(to_edge: Floats, uncertain: Bools, places: gpd.GeoDataFrame) -> list[Finding]:
    """Return how wide the belt of roads around the places is, or how many answers roads beyond it could change.

    Parameters
    ----------
    to_edge, uncertain
        (n,) minutes to the nearest way out, and whether it is nearer than care.
    """
    if not np.isfinite(to_edge).any():
        return [found("edges_unknown")]
    narrowest = float(np.nanmin(to_edge))
    if narrowest >= BELT_MIN:
        return [found("edges_far", minutes=narrowest)]
    if not uncertain.any():
        return [found("edges_harmless", minutes=narrowest, belt=BELT_MIN)]
    facts = {"count": int(uncertain.sum()), "belt": BELT_MIN}
    people = np.nan
    if "population" in places and places["population"].dtype.kind in "fi":
        people = places["population"].to_numpy(float)[uncertain].sum()
    if not np.isnan(people):
        return [found("edges_near_people", people=people, **facts)]
    return [found("edges_near", **facts)]
