"""Areas of one year and communes of another, made one: mergers, partings, new codes, nobody lost or twice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from ..errors import InputError
from ..plain_words import plain
from ..progress import SILENT, Progress
from ..text import listed, tr
from .codes import commune_codes, passage
from .communes import Communes

UNIT_FIELDS = ("code", "name", "departement", "epci", "population", "communes")
REPORT_FIELDS = ("area", "commune", "how", "detail")
_OLD_HEADERS = ("old", "ancien", "code_ancien", "com_av", "depcom_ancien", "codgeo_ini", "avant")
_NEW_HEADERS = ("new", "nouveau", "code_nouveau", "com_ap", "depcom_nouveau", "codgeo_new", "apres")


@dataclass(frozen=True)
class Reconciled:
    """Units that are whole in both years.

    Each the union of old areas, with the people of today's communes that lie in it.

    Attributes
    ----------
    units
        Columns :data:`UNIT_FIELDS` and polygons (WGS 84). ``code`` is today's commune, or of several the one whose code
        an area bears; ``communes`` lists them all, separated by commas.
    report
        Columns :data:`REPORT_FIELDS`, one row for each area and commune that are not simply the same.
    """

    units: gpd.GeoDataFrame
    report: pd.DataFrame


def is_passage(words: list[str]) -> bool:
    """Tell by its header whether a table leads from old codes to new ones."""
    return any(word in words for word in _OLD_HEADERS) and any(word in words for word in _NEW_HEADERS)


def read_passage(table: pd.DataFrame, name: str) -> dict[str, str]:
    """Read a table of old codes and new ones.

    Raises
    ------
    InputError
        There is no such pair of columns, or a code is none.
    """
    words = {plain(column): column for column in table.columns}
    old, new = (
        next((words[word] for word in choices if word in words), None) for choices in (_OLD_HEADERS, _NEW_HEADERS)
    )
    if old is None or new is None:
        text = tr(
            "{name} has no columns “old” and “new” of commune codes. Its fields are: {fields}. Rename the right ones."
        )
        raise InputError(text.format(name=name, fields=listed(table.columns)))
    return dict(zip(commune_codes(table[old], name), commune_codes(table[new], name)))


def reconcile(
    drawn: Communes, today: Communes, *, own: dict[str, str] | None = None, progress: Progress = SILENT
) -> Reconciled:
    """Match areas with communes: by the same code, by a passage table, else by where the communes' points lie.

    Parameters
    ----------
    drawn
        With areas, of whatever year.
    today
        With populations, and points where they are known.
    own
        Old code → new code, which goes before the passage table that the plugin carries (INSEE, 2026).
    progress
        Told the totals before and after, and what could not be matched.

    Raises
    ------
    InputError
        No area bears the code of a commune, before or after the passage.
    """
    table, elsewhere = _of_these_departements(drawn, today)
    successors = passage() | (own or {})
    table = _without_former(table, successors, progress)
    links, report = _links(drawn, table, successors)
    if not links:
        text = tr(
            "Of {count} {count:area|areas} of {drawn}, none matches a commune of {today}. Check {count:its "
            "code|their codes}."
        )
        raise InputError(text.format(count=len(drawn.table), drawn=drawn.name, today=today.name))
    units = _units(drawn, table, links)
    report = pd.DataFrame(report, columns=list(REPORT_FIELDS))
    _tell(drawn, table, elsewhere, units, report, progress)
    return Reconciled(units, report)


def _of_these_departements(drawn: Communes, today: Communes) -> tuple[pd.DataFrame, pd.DataFrame]:
    here = today.table["departement"].isin(set(drawn.table["departement"]) - {""})
    return today.table[here], today.table[~here]


def _without_former(table: pd.DataFrame, successors: dict[str, str], progress: Progress) -> pd.DataFrame:
    """Leave out the delegated communes that a list holds beside the commune that they are part of.

    Their people count there.
    """
    former = [code for code in table.index if successors.get(code, code) != code and successors[code] in table.index]
    if former:
        text = tr(
            "{count} former or delegated {count:commune|communes} ({codes}) {count:stands beside the commune "
            "that it is|stand beside the commune that they are} part of today; only that one counts."
        )
        progress.say(text.format(count=len(former), codes=listed(former)))
    unknown = table.index[table["population"].isna()].difference(former)
    if len(unknown) and len(unknown) < len(table):
        progress.warn(
            tr(
                "{count} {count:commune has|communes have} no population: {codes}. {count:It counts|They count} "
                "as empty."
            ).format(count=len(unknown), codes=listed(unknown))
        )
    return table.drop(former)


def _links(
    drawn: Communes, table: pd.DataFrame, successors: dict[str, str]
) -> tuple[list[tuple[str, str]], list[tuple[Any, ...]]]:
    """Return pairs of area and commune, and the report of all that are not the same code."""
    links, report, linked = [], [], set()
    for area in drawn.table.index:
        new = area if area in table.index else successors.get(area, "")
        if new not in table.index:
            continue
        links.append((area, new))
        linked.add(new)
        if new != area:
            report.append(
                (
                    area,
                    new,
                    "passage",
                    tr("{area} is part of {commune} today").format(
                        area=_named(drawn.table, area), commune=_named(table, new)
                    ),
                )
            )
    alone = [code for code in table.index if code not in linked]
    inside = _areas_around(drawn, table.loc[alone])
    for code in alone:
        area = inside.get(code)
        if area is None:
            report.append(
                (
                    "",
                    code,
                    "unmatched",
                    tr("{commune} has no area: no old code leads to it and its point lies in none").format(
                        commune=_named(table, code)
                    ),
                )
            )
            continue
        links.append((area, code))
        text = tr("{commune} has no area of its own; its point lies in {area}, whose communes are counted together")
        report.append(
            (area, code, "geometry", text.format(commune=_named(table, code), area=_named(drawn.table, area)))
        )
    for area in drawn.table.index.difference([area for area, _ in links]):
        report.append(
            (
                area,
                "",
                "unmatched",
                tr("{area} belongs to no commune of today's list").format(area=_named(drawn.table, area)),
            )
        )
    return links, report


def _areas_around(drawn: Communes, table: pd.DataFrame) -> dict[str, str]:
    """Return the area in which the point of each commune lies."""
    known = table[np.isfinite(table["lon"]) & np.isfinite(table["lat"])]
    tree = shapely.STRtree(np.asarray(drawn.areas))
    point, area = tree.query(shapely.points(known["lon"], known["lat"]), predicate="within")
    areas = cast("gpd.GeoSeries", drawn.areas).index
    return {known.index[p]: areas[a] for p, a in zip(point[::-1], area[::-1])}


def _named(table: pd.DataFrame, code: str) -> str:
    return f"{table.at[code, 'name']} ({code})"


def _units(drawn: Communes, table: pd.DataFrame, links: list[tuple[str, str]]) -> gpd.GeoDataFrame:
    """Return one row for each connected group of areas and communes."""
    areas, communes = (list(dict.fromkeys(side)) for side in zip(*links))
    place = (
        {code: number for number, code in enumerate(areas)},
        {code: number + len(areas) for number, code in enumerate(communes)},
    )
    row, column = [place[0][area] for area, _ in links], [place[1][commune] for _, commune in links]
    size = len(areas) + len(communes)
    _, group = connected_components(coo_matrix((np.ones(len(row)), (row, column)), (size, size)), directed=False)
    members = (
        table.loc[communes]
        .assign(group=group[len(areas) :], drawn=[code in place[0] for code in communes])
        .rename_axis("code")
        .reset_index()
    )
    # the first of a group gives it its code
    members = members.sort_values(["group", "drawn", "code"], ascending=[True, False, True])
    units = members.drop_duplicates("group").set_index("group")
    units["communes"] = members.sort_values("code").groupby("group")["code"].agg(",".join)
    units["population"] = members.groupby("group")["population"].sum(min_count=1)
    if units["population"].isna().all():
        units["population"] = (
            drawn.table.loc[areas].assign(group=group[: len(areas)]).groupby("group")["population"].sum(min_count=1)
        )
    shapes = cast("gpd.GeoSeries", drawn.areas).loc[areas]
    geometry = (
        pd.Series(shapes.to_numpy()).groupby(group[: len(areas)]).agg(lambda shape: shapely.union_all(shape.to_numpy()))
    )
    units = gpd.GeoDataFrame(
        units, geometry=gpd.GeoSeries(geometry.reindex(units.index).to_numpy(), index=units.index), crs=4326
    )
    return units.sort_values("code").reset_index(drop=True)[[*UNIT_FIELDS, "geometry"]]


def _tell(
    drawn: Communes,
    table: pd.DataFrame,
    elsewhere: pd.DataFrame,
    units: gpd.GeoDataFrame,
    report: pd.DataFrame,
    progress: Progress,
) -> None:
    text = tr(
        "{areas} {areas:area|areas} ({drawn}) and {communes} {communes:commune|communes} ({today:.0f} "
        "{today:person|people}) make {units} {units:territory|territories} ({after:.0f} {after:person|people}): "
        "{passage} {passage:area|areas} merged or renamed, {geometry} {geometry:commune placed by its|communes "
        "placed by their} point."
    )
    how = report["how"].value_counts()
    progress.say(
        text.format(
            areas=len(drawn.table),
            drawn=drawn.name,
            communes=len(table),
            today=table["population"].sum(),
            units=len(units),
            after=units["population"].sum(),
            passage=how.get("passage", 0),
            geometry=how.get("geometry", 0),
        )
    )
    if len(elsewhere):
        progress.say(
            tr(
                "{count} {count:commune|communes} ({people:.0f} {people:person|people}) of other départements "
                "{count:was|were} left out."
            ).format(count=len(elsewhere), people=elsewhere["population"].sum())
        )
    lost = report.loc[(report["how"] == "unmatched") & (report["commune"] != ""), "commune"]
    if len(lost):
        text = tr(
            "{count} {count:commune|communes} ({people:.0f} {people:person|people}) {count:has|have} no area: "
            "{codes}. Give a passage table or more areas."
        )
        progress.warn(text.format(count=len(lost), people=table.loc[lost, "population"].sum(), codes=listed(lost)))
    bare = report.loc[(report["how"] == "unmatched") & (report["area"] != ""), "area"]
    if len(bare):
        progress.warn(
            tr(
                "{count} {count:area belongs|areas belong} to no commune of the list: {codes}. {count:It "
                "was|They were} left out."
            ).format(count=len(bare), codes=listed(bare))
        )
