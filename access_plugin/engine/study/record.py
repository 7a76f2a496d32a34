"""What is said of a run under every figure.

Kept in ``run.json`` beside the results, so that a figure can be drawn, and say the truth, long after.
"""

from __future__ import annotations

import dataclasses
import datetime
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ..access.setting import Setting
from ..access.suppression import has_cells
from ..defaults import SECRECY_PEOPLE
from ..network.account import account
from ..network.profiles import read_profile
from ..placement.request import Request
from ..population.secrecy import SECRECY_HOUSEHOLDS
from ..sites.hours import ALWAYS
from ..sites.slots import NEEDING_HOURS
from .compute import Study

#: Changes when a record says something that an older plugin, or an older folder, does not.
FORMAT = 1


@dataclass(frozen=True)
class Record:
    """The facts of a run that its tables do not hold.

    Attributes
    ----------
    version, date
        Of the plugin, and the day of the run (ISO).
    setting, request
        What was asked; no request where no candidates were given.
    legs
        Those of the definition of which a site was given.
    bands
        Ends of the bands of time, minutes.
    profiles
        Id and English name of each profile, for patients, SMUR and MCS.
    fast, slow
        Factors of time at the ends of the range that the profile states.
    roads
        Name, date and licence of their source; None with official times.
    times
        File and columns of the official times; None with roads.
    terrain
        Heights under the roads; None without.
    account
        Sentences on the roads, in the language of the results.
    closed_by_season, closures, closed
        Roads that the season closes; name of the user's layer of closed roads, and how many it closes.
    delays, seasonal, hours
        Whether a site has a start delay, is open for a season only, has hours (or a role that needs them).
    sites, people
        Sources of each.
    fictitious, internal
        Whether data is for demonstration; whether the results hold cells under statistical secrecy.
    few_people
        A number of people from this on is certainly not fewer than 11 households; 0 where people are public, as legal
        populations are.
    beyond_thirty, beyond_both
        People beyond 30 minutes, and beyond the threshold from an SU or a SMUR.
    found
        Of the suggested places: people to gain, gained, out of reach; None without candidates.
    by_sector
        Whether sectors of PDSA were given.
    scenario
        The name of a scenario that is no state of today; empty for a study of things as they are. With ``found`` the
        places were all given by hand, without it the sites are those of the scenario.
    own_sources
        What the person calls all the data; empty for what is known of each.
    water
        Name of a layer of lakes and rivers; empty for those of the roads' file, or none.
    """

    version: str
    date: str
    setting: Setting
    request: Request | None
    legs: list[str]
    bands: list[float]
    profiles: dict[str, list[str]]
    fast: float
    slow: float
    roads: dict[str, Any] | None
    times: dict[str, Any] | None
    terrain: dict[str, Any] | None
    account: list[str]
    closed_by_season: int
    closures: str
    closed: int
    delays: bool
    seasonal: bool
    hours: bool
    sites: list[str]
    people: list[str]
    fictitious: bool
    internal: bool
    few_people: int
    beyond_thirty: float
    beyond_both: float
    found: dict[str, Any] | None
    by_sector: bool
    format: int = FORMAT
    scenario: str = ""
    own_sources: str = ""
    water: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return plain values."""
        return dataclasses.asdict(self)

    @classmethod
    def of_json(cls, values: dict[str, Any]) -> "Record":
        """Read back what :meth:`as_json` gave."""
        request = values["request"]
        lists = {name: tuple(request[name]) for name in ("required", "forbidden")} if request else {}
        return cls(
            **values
            | {"setting": Setting(**values["setting"]), "request": Request(**request | lists) if request else None}
        )


def record_of(
    study: Study,
    *,
    version: str,
    translate: Callable[[str], str],
    scenario: str = "",
    own_sources: str = "",
    water: str = "",
) -> Record:
    """Return the record of a study that was just computed.

    `translate` puts the account of its roads into the language of the results; `scenario` is its name, where it is one,
    `own_sources` what the person calls the data, `water`
    the name of a layer of lakes and rivers.
    """
    setting, sites, places, found, roads = (
        study.setting,
        study.sites,
        study.gaps.places,
        study.suggestion,
        study.network,
    )
    present = set(sites["role"])
    used = {"patients": setting.profile, "SMUR": setting.profile_smur, "MCS": setting.profile_mcs}
    spread = read_profile(setting.profile).range
    names = [
        str(value)
        for table in (sites, *([found.chosen] if found else []))
        for column in ("source", "name")
        if column in table
        for value in table[column]
    ]
    return Record(
        version=version,
        date=datetime.date.today().isoformat(),
        setting=setting,
        request=study.request if found else None,
        legs=[leg.name for leg in setting.legs if study.times or not present.isdisjoint(leg.roles)],
        bands=study.bands,
        profiles={who: [profile, read_profile(profile).name] for who, profile in used.items()},
        fast=spread["low"],
        slow=spread["high"],
        roads={key: roads.meta["source"][key] for key in ("name", "date", "licence")} if roads else None,
        times=study.times,
        terrain=(roads.meta["terrain"] or None) if roads else None,
        account=list(account(roads, translate)) if roads else [],
        closed_by_season=roads.timed(setting.profile, setting.season).roads.closed_by_season
        if roads and setting.season != "all_year"
        else 0,
        closures=roads.closures.name if roads else "",
        closed=len(roads.closures.edges(setting.season)) if roads else 0,
        delays=bool((sites["delay_min"] > 0).any()),
        seasonal=bool((~sites["season"].isin(["", "all_year"])).any()),
        hours=bool(sites["role"].isin(NEEDING_HOURS).any() or (~sites["hours"].isin(["", ALWAYS])).any()),
        sites=sorted(set(sites["source"]) - {""}),
        people=sorted(set(places["source"].dropna()) - {""}) if "source" in places else [],
        fictitious=any("fictive" in text.lower() for text in names),
        internal=_internal(places),
        few_people=_few_people(places),
        beyond_thirty=float(
            places.loc[places["t_emergency_min" if study.times else setting.column] > 30.0, "population"].sum()
        ),
        beyond_both=float(places.loc[places["t_emergency_min"] > setting.threshold, "population"].sum()),
        found={
            "to_gain": float(found.to_gain),
            "gained": float(found.gained),
            "out_of_reach": float(found.out_of_reach),
        }
        if found
        else None,
        by_sector=study.by_sector,
        scenario=scenario,
        own_sources=own_sources,
        water=water,
    )


def _few_people(places: pd.DataFrame) -> int:
    """Return 11 times the largest household that a cell of the study has on average.

    Where households are not counted, what stands for them.
    """
    if not has_cells(places):
        return 0
    if "households" not in places or places.loc[places["population"] > 0, "households"].isna().any():
        return SECRECY_PEOPLE
    lived = places[places["households"] > 0]
    return max(SECRECY_PEOPLE, math.ceil(SECRECY_HOUSEHOLDS * float((lived["population"] / lived["households"]).max())))


def _internal(places: pd.DataFrame) -> bool:
    flags = [places[column].fillna(False).astype(bool) for column in ("secret", "imputed") if column in places]
    small = [places["households"] < SECRECY_HOUSEHOLDS] if "households" in places else []
    return any(bool(mark.any()) for mark in flags + small)
