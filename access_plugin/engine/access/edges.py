"""The edges of the map: whose answer could change with roads and sites beyond the network."""

from __future__ import annotations

from collections.abc import Callable

import geopandas as gpd
import numpy as np

from ..network.graph import Network
from ..network.snap import Attachment
from ..progress import Progress
from ..text import tr
from .reach import minutes_from_nodes
from .setting import Setting

#: As much driving as there should be between the places of a study and the end of its roads (DOMAIN § 2.7).
BELT_MIN = 60.0


def edge_minutes(network: Network, setting: Setting, attachment_of: Callable[[str], Attachment]) -> np.ndarray:
    """Return the minutes between each place and the nearest way out of the network, as the legs of the definition are
    driven; NaN where there is no way.

    Whatever lies beyond, nothing there is nearer than the way out: where this is no less than the time found, the time
    is certain.

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
    return np.fmin.reduce(found)


def tell_edges(to_edge: np.ndarray, uncertain: np.ndarray, places: gpd.GeoDataFrame, progress: Progress) -> None:
    """Say how wide the belt of roads around the places is, and how many answers roads beyond it could change."""
    if not np.isfinite(to_edge).any():
        progress.say(
            tr(
                "No end of the roads was found near their outline: whether roads beyond could change a time "
                "cannot be told."
            )
        )
        return
    narrowest = float(np.nanmin(to_edge))
    if narrowest >= BELT_MIN:
        progress.say(
            tr("The roads reach at least {minutes:.0f} {minutes:minute|minutes} beyond every place.").format(
                minutes=narrowest
            )
        )
    elif not uncertain.any():
        text = tr(
            "The roads end {minutes:.0f} {minutes:minute|minutes} from some places, less than the {belt:g} that "
            "are wanted, but nearer sites are known for all of them."
        )
        progress.say(text.format(minutes=narrowest, belt=BELT_MIN))
    else:
        people = (
            places["population"].to_numpy(float)[uncertain].sum()
            if "population" in places and places["population"].dtype.kind in "fi"
            else np.nan
        )
        text = tr(
            "{count} {count:place|places} ({people:.0f} {people:person|people}) {count:is|are} nearer to the end "
            "of the roads than to care: roads and sites beyond could change {count:its time, and it is|their "
            "times, and they are} marked as uncertain. Take in the roads and sites of {belt:g} "
            "{belt:minute|minutes} of driving around."
        )
        unknown = tr(
            "{count} {count:place|places} {count:is|are} nearer to the end of the roads than to care: roads and "
            "sites beyond could change {count:its time, and it is|their times, and they are} marked as "
            "uncertain. Take in the roads and sites of {belt:g} {belt:minute|minutes} of driving around."
        )
        progress.warn(
            (unknown if np.isnan(people) else text).format(count=int(uncertain.sum()), people=people, belt=BELT_MIN)
        )
