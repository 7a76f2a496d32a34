"""Two scenarios of sites, before and after: what changes for whom."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd

from ..access.care import Care, in_force
from ..access.gaps import summary_of
from ..access.people import People
from ..access.setting import Setting
from ..access.times import attachments, travel_times
from ..arrays import Bools, Floats, Objects
from ..errors import InputError
from ..network.graph import Network
from ..progress import SILENT, Progress
from ..sites.roles import LEGS
from ..sites.table import read_sites
from ..tables import with_columns
from ..text import tr
from ..words import word
from .request import known

CHANGE_FIELDS = ("t_before_min", "t_after_min", "difference_min", "change")
#: ``gained`` and ``lost`` cross the threshold, or a time within it appears or disappears; the others do not.
CHANGES = ("gained", "lost", "sooner", "later", "same", "not_computed")
#: Times closer than this are the same.
_SAME_MIN = 1 / 120


def scenario(name: str, network: Network, sites: gpd.GeoDataFrame, setting: Setting, progress: Progress) -> Care:
    """Settle the sites of a scenario, whose name (``before``, ``after``) stands before what is wrong with them."""
    try:
        return in_force(network, sites, setting, progress=progress)
    except InputError as error:
        raise InputError(f"{name.upper()}: {error}") from None


def compare_scenarios(
    before: Care, after: Care, people: People, *, progress: Progress = SILENT
) -> tuple[gpd.GeoDataFrame, pd.DataFrame]:
    """Compare the times of people under two lists of sites.

    Parameters
    ----------
    before, after
        The care of each scenario (:func:`scenario`), under one setting on one network.
    people
        Who lives where.

    Returns
    -------
    places
        The columns of the people's points and :data:`CHANGE_FIELDS`: minutes by the definition of the setting, their
        difference (after − before), and a word of :data:`CHANGES`.
    summary
        The figures of :func:`access.gaps.find_gaps`, two rows a territory: ``scenario`` is ``before`` or ``after``;
        ``beyond_change`` and ``not_computed_change`` stand in the latter.

    Raises
    ------
    InputError
        As :func:`access.times.travel_times`.
    """
    people, setting = people.checked(), before.setting
    at = attachments(before, people.points)
    minutes, summaries = [], []
    scenarios = {"before": before, "after": after}
    lacks = {name: not care.has(*setting.legs).any() for name, care in scenarios.items()}
    for number, (name, care) in enumerate(scenarios.items()):
        lacking = lacks[name] and not all(lacks.values())
        part = progress.part(0.5 * number, 0.5 * number + 0.5)
        if lacking:
            text = tr("{scenario}: no site has a role that the definition “{definition}” counts: nobody has a time.")
            progress.warn(text.format(scenario=name.upper(), definition=word("DEFINITION", setting.definition)))
        try:
            times, _ = travel_times(care, people.points, at=at, none_counts=lacking, progress=part)
        except InputError as error:
            raise InputError(f"{name.upper()}: {error}") from None
        minutes.append(times[setting.column].to_numpy(float))
        summary = summary_of(care, people, with_columns(people.points, times), progress.quiet())
        summary.insert(0, "scenario", name)
        summaries.append(summary)
    was, now = minutes
    columns = (was, now, now - was, changes(was, now, setting.threshold))
    places = with_columns(people.points, pd.DataFrame(dict(zip(CHANGE_FIELDS, columns)), index=people.points.index))
    _tell(places, before.given, after.given, setting, progress)
    return places, _side_by_side(*summaries)


def with_added(sites: gpd.GeoDataFrame, places: gpd.GeoDataFrame, role: str) -> gpd.GeoDataFrame:
    """Return sites and, beside them, places of a role.

    Candidates, suggested ones, or some drawn by hand, as :func:`request.read_candidates` gives them.
    """
    taken = set(sites["id"])
    added = gpd.GeoDataFrame(
        {
            "id": [f"added {one}" if one in taken else one for one in places["id"]],
            "role": role,
            "delay_min": places["delay_min"].to_numpy(),
        },
        geometry=places.geometry.to_numpy(),
        crs=places.crs,
    )
    for column in ("name", "doctors", "hours"):
        found = known(places, column)
        if found is not None:
            added[column] = found.to_numpy()
    return gpd.GeoDataFrame(
        pd.concat([sites, read_sites(added, tr("The added places")).to_crs(sites.crs)], ignore_index=True),
        crs=sites.crs,
    )


def crossings(before: Floats, after: Floats, threshold: float) -> tuple[Bools, Bools]:
    """Tell which times come within a threshold, and which fall out of it; none at all (NaN) is not within."""
    within_before, within_after = before <= threshold, after <= threshold
    return within_after & ~within_before, within_before & ~within_after


def changes(before: Floats, after: Floats, threshold: float) -> Objects:
    """Return what changes between two times: a word of :data:`CHANGES`.

    A time that is known in one scenario alone counts as within or without the threshold by that one.
    """
    gained, lost = crossings(before, after, threshold)
    known = ~np.isnan(before) | ~np.isnan(after)
    both = ~np.isnan(before) & ~np.isnan(after)
    difference = np.where(both, after - before, 0.0)
    conditions = [
        ~known,
        gained,
        lost,
        difference < -_SAME_MIN,
        difference > _SAME_MIN,
        both,
        np.isnan(before),
    ]
    return np.select(
        conditions, ["not_computed", "gained", "lost", "sooner", "later", "same", "sooner"], "later"
    ).astype(object)


def _side_by_side(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of both, each territory's two together, in the order in which territories come."""
    keys = ["level", "code"]
    order = {tuple(key): place for place, key in enumerate(before[keys].itertuples(index=False))}
    had = before.set_index(keys).reindex(pd.MultiIndex.from_frame(after[keys]))
    changed = {
        f"{count}_change": after[count].to_numpy() - had[count].to_numpy() for count in ("beyond", "not_computed")
    }
    both = pd.concat([before.assign(**dict.fromkeys(changed, np.nan)), after.assign(**changed)], ignore_index=True)
    place = [order.get(tuple(key), len(order)) for key in both[keys].itertuples(index=False)]
    return both.iloc[np.argsort(place, kind="stable")].reset_index(drop=True)


def _tell(
    places: gpd.GeoDataFrame, before: gpd.GeoDataFrame, after: gpd.GeoDataFrame, setting: Setting, progress: Progress
) -> None:
    people = places["population"].groupby(places["change"]).sum()

    def of(word: str) -> float:
        return float(people.get(word, 0.0))

    text = tr(
        "By the definition {definition}: {gained:.0f} {gained:person comes|people come} within {threshold:g} "
        "{threshold:minute|minutes}, {lost:.0f} {lost:falls|fall} out of them; {sooner:.0f} {sooner:other "
        "is|others are} served sooner, {later:.0f} later."
    )
    progress.say(
        text.format(
            definition=word("DEFINITION", setting.definition),
            threshold=setting.threshold,
            gained=of("gained"),
            lost=of("lost"),
            sooner=of("sooner"),
            later=of("later"),
        )
    )
    gone = places["t_before_min"].notna() & places["t_after_min"].isna()
    if gone.any():
        text = tr(
            "{people:.0f} {people:person has|people have} a time before and none after (care stops at some "
            "moment, or there is no way): they are not computed after, not counted as beyond. Look at "
            "not_computed_change beside beyond_change."
        )
        progress.warn(text.format(people=places.loc[gone, "population"].sum()))
    counted = {role for leg in setting.legs for role in leg.roles}
    known = counted | {role for leg in LEGS for role in leg.roles}
    signs = [
        set(zip(sites["role"], sites["id"], sites.geometry.to_crs(4326).to_wkt(rounding_precision=6)))
        for sites in (before, after)
    ]
    different = {role for role, *_ in signs[0] ^ signs[1]}
    if different and not different & counted:
        text = tr(
            "The two scenarios differ by the roles {roles} alone, which the definition “{definition}” does not "
            "count: nothing can change. Choose another definition."
        )
        progress.warn(
            text.format(
                roles=", ".join(sorted(different & known or different)),
                definition=word("DEFINITION", setting.definition),
            )
        )
