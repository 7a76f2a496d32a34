"""Gathers what the public may see of a study, in both languages, and writes the folder."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import geopandas as gpd
import shapely

from ...engine.errors import InputError
from ...engine.harmless import for_html
from ...engine.numbers import minutes
from ...engine.progress import SILENT, Progress
from ...engine.sites.own_roles import is_own, own_roles_in
from ...engine.sites.roles import SYMBOLS, role_of
from ...engine.study.public import PublicStudy
from ...engine.text import printed, tr
from ..press.charts import CLASSES, NOT_COMPUTED
from ..press.facts import Facts, NotDrawn, Options
from ..press.rows import reading_of
from .geometry import Grid

RESOURCES = Path(__file__).resolve().parents[2] / "resources" / "web"
LANGUAGES = ("fr", "en")
NO_ROAD = "#ECECEA"
#: As the style of the printed map names them.
_REASONS = {
    "no_road": "No road within 200 m",
    "no_way": "Not computed: no way to an open site",
    "no_time": "No official time",
}


def write_web_map(
    path: Path, out: Path, language: str, *, title: str = "", author: str = "", progress: Progress = SILENT
) -> None:
    """Write the map of a study: ``index.html``, its scripts and styles, and ``data.js``.

    Parameters
    ----------
    path
        Folder of the study.
    out
        An existing folder.
    language
        That of the page when it opens; the other is a click away.
    title, author
        As the person wishes; empty for the study's own.
    progress
        Who may cancel.

    Raises
    ------
    InputError
        `path` holds no study, the title names a doctor, or the people beyond are too few to be published.
    """
    study = PublicStudy.opened(path, progress)
    facts = {name: Facts(study, name, Options(title=title, author=author)) for name in LANGUAGES}
    data = progress.aside(lambda progress: web_data(study, facts))
    for name in ("map.js", "map.css", "symbols.js"):
        shutil.copyfile(RESOURCES / name, out / name)
    shutil.copytree(RESOURCES / "leaflet", out / "leaflet", dirs_exist_ok=True)
    text = json.dumps(data | {"language": language}, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    (out / "data.js").write_text(f"const DATA = {text};\n", encoding="utf-8")
    page = (RESOURCES / "index.html").read_text(encoding="utf-8")
    said = data["texts"][language]
    for mark, value in {
        "LANGUAGE": language,
        "TITLE": said["title"],
        "DESCRIPTION": said["alt"],
        "NOSCRIPT": said["noscript"],
    }.items():
        page = page.replace(f"[[{mark}]]", for_html(value))
    (out / "index.html").write_text(page, encoding="utf-8")


def web_data(study: PublicStudy, facts: dict[str, Facts]) -> dict:
    """Return all that the page shows, plain values only.

    Nothing that is secret, no place of the population, no name of a doctor.
    """
    some = facts["fr"]
    grid = Grid(study.bounds)
    for each in facts.values():
        _refuse(each)
    return {
        "step": grid.step,
        "threshold": study.record.setting.threshold,
        "texts": {name: _texts(each) for name, each in facts.items()},
        "bands": _bands(study, grid),
        "line": _line(study, grid),
        "territories": _territories(some, grid),
        "outlines": _outlines(study, grid),
        "mask": _mask(study, grid),
        "sites": _sites(some, grid),
        "order": list(SYMBOLS),
        "chosen": _chosen(facts, grid),
    }


def _refuse(facts: Facts) -> None:
    try:
        facts.check_total()
        facts.title("")
    except NotDrawn as reason:
        raise InputError(tr("The map is not written: {reason}.").format(reason=reason)) from None


def _texts(facts: Facts) -> dict[str, str]:
    """Return the sentences of the page, by the name of their place."""
    say, words = facts.say, facts.wording
    own = own_roles_in(facts.sites.loc[facts.sites["counted"].astype(bool), "role"])
    row = facts.total
    return {
        "title": facts.title(words.title()),
        "definition": words.definition() + ".",
        "key": " ".join(text for text in (facts.beyond_sentence(row), facts.suggestion()) if text),
        "alert": facts.alert(),
        "notes": facts.notes(_reading(facts)),
        "alt": facts.alt(say("Map of drive times"), facts.beyond_sentence(row)),
        "credit": words.credit(),
        "noscript": say("This map needs JavaScript. The figures stand in the press kit of the study."),
        "skip": say("Go to the search"),
        "language": say("Language"),
        "search": say("Find a territory"),
        "hint": say("Name or code"),
        "found": say("Found: {count}"),
        "nothing": say("No territory of this name"),
        "close": say("Close"),
        "legend": say("Legend"),
        "layers": say("What the map shows"),
        "bands": words.time_title(),
        "sites": say("Sites of care"),
        "chosen": say("Suggested places"),
        "territories": say("Territories"),
        "line": say("Limit of {threshold} min", threshold=facts.threshold),
        "not_computed": say("not computed"),
        "beyond_hatched": say("Hatched: beyond the threshold."),
        "method": say("Sources and method"),
        "table": say("All territories"),
        "table_hint": say("Table of the {count} territories"),
        "map": say("Map: arrow keys move it, + and − zoom"),
        "code": say("Code"),
        "name": say("Territory"),
        "population": say("Inhabitants"),
        "beyond": say("Beyond {threshold} min", threshold=facts.threshold),
        "share": say("Share"),
        "mean": say("Mean (min)"),
        "secret": say("Not published (statistical secrecy)"),
        "zoom_in": say("Zoom in"),
        "zoom_out": say("Zoom out"),
        "whole": say("Whole area"),
        "approximate": say("placed at its commune"),
        "pale": say("Pale: outside the study area, or not counted."),
        "all_sites": say("Sites of care and suggested places, as a list"),
        "less": say("less than {share}"),
        "more": say("more than {share}"),
        "built": say("Map: Leaflet 1.9.4 (BSD-2 licence)"),
        "disclaimer": say("These results help thinking and decide nothing. In an emergency call 15 or 112."),
        "place": say("place no. {rank}"),
        **{f"role_{symbol}": say(label) for symbol, label in SYMBOLS.items()},
        **({"role_own": ", ".join(role_of(role).one for role in own)} if own else {}),
    }


def _reading(facts: Facts) -> str:
    try:
        told = facts.told
    except NotDrawn:
        told = []
    return reading_of(facts, told.iloc[0]) if len(told) else facts.beyond_sentence(facts.total)


def _bands(study: PublicStudy, grid: Grid) -> list[dict]:
    """Return the areas by class of time, those without a time last."""
    table, ends, threshold = (
        _drawn(study, "isochrones").sort_values("from_min"),
        study.record.bands,
        study.record.setting.threshold,
    )
    rows = []
    for row, shape in zip(table.itertuples(), grid.areas(table.geometry)):
        open_end = row.to_min is None or row.to_min != row.to_min
        label = {
            name: f"> {minutes(row.from_min, language=name)}\u00a0min"
            if open_end
            else f"{minutes(row.from_min, language=name)}\u2009–\u2009{minutes(row.to_min, language=name)}\u00a0min"
            for name in LANGUAGES
        }
        place = min(len(ends) if open_end else ends.index(row.to_min), len(CLASSES) - 1)
        rows.append(
            {"label": label, "colour": CLASSES[place], "beyond": bool(row.from_min >= threshold), "shape": shape}
        )
    for row in _nowhere(study):
        rows.append(
            {
                "label": {name: printed(_REASONS[row.reason], name) for name in LANGUAGES},
                "colour": NO_ROAD if row.reason == "no_road" else NOT_COMPUTED,
                "beyond": False,
                "shape": grid.areas(gpd.GeoSeries([row.geometry], crs=4326))[0],
            }
        )
    return rows


def _drawn(study: PublicStudy, name: str):
    """Return the areas of the whole as a page shows them, None where the study has none."""
    table = study.drawn(f"print_{name}")
    return None if table is None else table[table["unit"] == ""]


def _nowhere(study: PublicStudy):
    table = _drawn(study, "not_computed")
    return table.to_crs(4326).itertuples() if table is not None else ()


def _mask(study: PublicStudy, grid: Grid) -> list:
    """Return the study area, outside which the map is faded; empty without territories."""
    table = study.departements if study.departements is not None else study.territories
    return (
        []
        if table is None
        else grid.areas(
            gpd.GeoSeries([shapely.union_all(shapely.make_valid(table.geometry.to_numpy()))], crs=table.crs)
        )[0]
    )


def _line(study: PublicStudy, grid: Grid) -> list:
    line = _drawn(study, "threshold").to_crs(4326).geometry
    return grid.lines(line.iloc[0]) if len(line) and line.iloc[0] is not None else []


def _outlines(study: PublicStudy, grid: Grid) -> list[dict]:
    """Return the départements, to be drawn above the communes."""
    table = study.departements
    return (
        []
        if table is None
        else [
            {"name": row.name_, "shape": shape}
            for row, shape in zip(table.rename(columns={"name": "name_"}).itertuples(), grid.areas(table.geometry))
        ]
    )


def _territories(facts: Facts, grid: Grid) -> list[dict]:
    try:
        table = facts.territories
    except NotDrawn:
        return []
    rows = []
    table = table.sort_values("code").rename(columns={"name": "name_"})
    for row, shape, at in zip(table.itertuples(), grid.areas(table.geometry), grid.points(_inside(table.geometry))):
        rows.append(
            {
                "code": str(row.code),
                "name": str(row.name_),
                "population": _told(row.population),
                "beyond": _told(row.beyond),
                "secret": bool(row.secret),
                "share": _told(row.beyond_share, 6),
                "mean": _told(row.mean_min, 1, whole=False),
                "shape": shape,
                "at": at,
            }
        )
    return rows


def _inside(shapes: gpd.GeoSeries) -> gpd.GeoSeries:
    """Return a point in the largest part of each shape."""
    parts = shapes.explode()
    largest = parts.groupby(level=0, sort=False).apply(lambda own: own.iloc[own.area.to_numpy().argmax()])
    return (
        gpd.GeoSeries(largest.to_numpy(), index=largest.index, crs=shapes.crs)
        .reindex(shapes.index)
        .representative_point()
    )


def _sites(facts: Facts, grid: Grid) -> list[dict]:
    table = facts.study.drawn("public_sites")
    return [
        {
            "symbol": role_of(row.role).symbol,
            "role": row.role,
            "name": row.name_ or "",
            "kind": role_of(row.role).one if is_own(row.role) else "",
            "number": int(row.number),
            "counted": bool(row.counted),
            "inside": bool(row.inside),
            "moved": role_of(row.role).is_practice,
            "at": at,
        }
        for row, at in zip(table.rename(columns={"name": "name_"}).itertuples(), grid.points(table.geometry))
    ]


def _chosen(facts: dict[str, Facts], grid: Grid) -> list[dict]:
    chosen = facts["fr"].wording.chosen()
    if not len(chosen):
        return []
    names = zip(*(facts[name].where_chosen() for name in LANGUAGES))
    return [
        {"rank": int(rank), "name": dict(zip(LANGUAGES, each)), "at": at}
        for rank, each, at in zip(chosen["rank"], names, grid.points(facts["fr"].study.drawn("public_chosen").geometry))
    ]


def _told(value: float, decimals: int = 1, *, whole: bool = True) -> float | int | None:
    """Return a number as the page holds it; nothing where it is not told."""
    if value != value:
        return None
    value = round(float(value), decimals)
    return int(value) if whole and value.is_integer() else value
