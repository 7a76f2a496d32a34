"""Several sources of sites made one table.

One row for each site and role, the surer source first, and a line in the log for every choice.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from pyproj import Geod

from ..text import tr
from .own_roles import one_spelling
from .raw import FIELDS, MERGED, SiteLog, site_rows

#: Formats from the surest to the least sure (DOMAIN § 4.3): the user's own list wins over all.
PRECEDENCE = ("table", "authorisations", "sae", "t_finess", "finess", "osm")
#: Sites of the same role that two sources place so near each other are one.
SAME_SITE_M = 300.0
#: Of two sources that give one site either role, the surer is right, and of equally sure ones the more telling: plain
#: role → telling one.
_EITHER = {"SMUR": "SMUR_ANTENNE", "SU": "AMU"}
_OTHER = _EITHER | {telling: plain for plain, telling in _EITHER.items()}
#: Fields that a less sure source may fill in.
_FILLED = ("name", "insee", "level", "hours", "doctors", "capacity", "lon", "lat")
_GEOD = Geod(ellps="WGS84")


def merge(sources: list[tuple[str, pd.DataFrame]], log: SiteLog) -> pd.DataFrame:
    """Merge tables of sites.

    Parameters
    ----------
    sources
        Format (a word of :data:`PRECEDENCE`) and rows as :func:`raw.site_rows`, in any order.
    log
        Told of each row that gave way, and to which one. Rows of one source are never merged with each other, but for
        exact repetitions.

    Returns
    -------
    pandas.DataFrame
        As :func:`raw.site_rows`; the same sources in another order give the same rows.
    """
    ranked = sorted(
        sources,
        key=lambda source: (PRECEDENCE.index(source[0]), -_telling(source[1]), *sorted(source[1]["source"])[:1]),
    )
    roles = (role for _, table in ranked for role in table["role"])
    spelling = one_spelling(roles, tr("The lists together"))
    ranked = [(kind, table.assign(role=table["role"].replace(spelling))) for kind, table in ranked]
    chosen: list[dict[str, Any]] = []
    by_key: dict[tuple[str, str], dict[str, Any]] = {}
    for _, table in ranked:
        earlier, near = dict(by_key), _Neighbours(chosen)
        for row in table.to_dict("records"):
            other = by_key.get((row["id"], row["role"])) or _conflict(row, earlier) or near.of(row)
            if other is None:
                chosen.append(row)
                by_key[row["id"], row["role"]] = row
                continue
            _fill(other, row)
            log.add(row, MERGED, _reason(other, row))
    return site_rows(chosen) if chosen else pd.DataFrame(columns=[*FIELDS, "lon", "lat"])


def _telling(table: pd.DataFrame) -> int:
    return int(table["role"].isin(set(_EITHER.values())).sum())


def _conflict(row: dict[str, Any], earlier: dict[tuple[str, str], dict[str, Any]]) -> dict[str, Any] | None:
    """Return the row of a surer source that gives this site the other role.

    None where that source knows both or places it elsewhere.
    """
    other = earlier.get((row["id"], _OTHER.get(row["role"], "")))
    metres = _metres(other, row) if other is not None else np.inf
    return None if other is None or metres > SAME_SITE_M else other


def _metres(one: dict[str, Any], two: dict[str, Any]) -> float:
    """Return how far apart two rows stand; 0 where either has no position."""
    known = np.isfinite(one["lon"]) and np.isfinite(two["lon"])
    return float(_GEOD.inv(one["lon"], one["lat"], two["lon"], two["lat"])[2]) if known else 0.0


def _fill(kept: dict[str, Any], row: dict[str, Any]) -> None:
    for column in _FILLED:
        if (kept[column] == "" or kept[column] is None or kept[column] != kept[column]) and row[column] not in (
            "",
            None,
        ):
            kept[column] = row[column]


def _reason(kept: dict[str, Any], row: dict[str, Any]) -> str:
    if kept["id"] != row["id"]:
        return tr("same role and place as {id} of {source}, which is kept").format(id=kept["id"], source=kept["source"])
    if kept["role"] != row["role"]:
        return tr("{source} says {role}, which is kept").format(source=kept["source"], role=kept["role"])
    return tr("the same site and role in {source}, whose row is kept").format(source=kept["source"])


class _Neighbours:
    """Finds the site of the same role that stands nearest, among those of surer sources."""

    def __init__(self, rows: list[dict[str, Any]]) -> None:
        self.by_role: dict[str, list[dict[str, Any]]] = {}
        for row in rows:
            if np.isfinite(row["lon"]):
                self.by_role.setdefault(row["role"], []).append(row)
        self.xy = {role: np.array([(row["lon"], row["lat"]) for row in same]) for role, same in self.by_role.items()}

    def of(self, row: dict[str, Any]) -> dict[str, Any] | None:
        if not np.isfinite(row["lon"]) or row["role"] not in self.xy:
            return None
        xy = self.xy[row["role"]]
        metres = _GEOD.inv(np.full(len(xy), row["lon"]), np.full(len(xy), row["lat"]), xy[:, 0], xy[:, 1])[2]
        nearest = int(np.argmin(metres))
        return self.by_role[row["role"]][nearest] if metres[nearest] <= SAME_SITE_M else None
