"""From a folder of files as they come to a study folder that is ready: network, sites, people, territories, and an account of every file."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyogrio

from .errors import InputError
from .files import publish, writable_folder
from .network.graph import build_network_file
from .population.formats import import_population
from .population.rescale import commune_of, rescale
from .population.seasonal import add_seasonal_people, read_capacity
from .progress import SILENT, Progress
from .reading import read_table_file, read_vector_file
from .recognise import Found, recognise
from .sites.formats import Around, import_sites, read_positions_file, read_source
from .sites.raw import SiteLog
from .territory.codes import departements
from .territory.communes import Communes, is_communes, read_communes, stacked
from .territory.levels import LEVELS, administrative_levels, by_level, communes_level, level_of_tables, read_levels
from .territory.passage import Reconciled, read_passage, reconcile
from .text import listed, tr

ROADS, SITES, POPULATION, TERRITORIES, REPORT = "roads.accessnet", "sites.gpkg", "population.gpkg", "territories.gpkg", "report.md"


@dataclass
class Report:
    """What was found, said and written, in the order in which it happened."""

    lines: list[str] = field(default_factory=list)

    def section(self, title: str) -> None:
        self.lines += ["", f"## {title}", ""]

    def item(self, text: str) -> None:
        self.lines.append(f"- {text}")

    def heard(self, progress: Progress) -> Progress:
        """Return a progress whose sentences go into the report too."""
        heard = progress.part(0.0, 1.0)
        say, warn = progress.say, progress.warn
        heard.say = lambda text: (self.item(text), say(text))
        heard.warn = lambda text: (self.item(f"**{text}**"), warn(text))
        return heard


@dataclass(frozen=True)
class Prepared:
    """What a folder gave: the files written (by their names) and the account."""

    written: list[str]
    report: str


def prepare_region(
    folder, out, codes: list[str], *, belt_km: float = 60.0, rescaled: bool = True, winter_share: float = 0.6, summer_share: float = 0.6, progress: Progress = SILENT
) -> Prepared:
    """Prepare a study of some départements from a folder of files.

    Parameters
    ----------
    folder
        Searched with its subfolders; every file is recognised by what it holds (:func:`recognise.recognise`).
    out
        The folder to write: :data:`ROADS`, :data:`SITES`, :data:`POPULATION`, :data:`TERRITORIES` and :data:`REPORT`, all of them or none.
        What the folder has no file for is not written, and the report says so.
    codes
        Of the départements studied.
    belt_km
        Sites are kept so far around them.
    rescaled
        Whether the people of cells are brought to the legal population of their commune, where that is known.
    winter_share, summer_share
        Of the tourist capacity, where a table says it.

    Raises
    ------
    InputError
        No file was recognised, or one that is needed cannot be used.
    """
    folder, out = Path(folder), writable_folder(out)
    report = Report()
    heard = report.heard(progress)
    report.section(tr("Files"))
    found = _files(folder, out, report, heard)
    with tempfile.TemporaryDirectory(prefix=".region-", dir=out) as partial:
        target = Path(partial)
        units = _territories(found, codes, target, report, heard)
        progress.at(0.2)
        _sites(found, units, belt_km, target, report, heard)
        progress.at(0.35)
        _people(found, units, (winter_share, summer_share), rescaled, target, report, heard)
        progress.at(0.5)
        _roads(found, units, target, report, heard, progress.part(0.5, 0.98))
        names = ", ".join(departements()[code].name for code in codes)
        head = [f"# {tr('Preparation of a study: {names}').format(names=names)}", "", tr("Folder read: {folder}").format(folder=folder)]
        text = "\n".join([*head, *report.lines]) + "\n"
        (target / REPORT).write_text(text, encoding="utf-8")
        written = sorted(file.name for file in target.iterdir())
        progress.check()
        publish(target, out)
    progress.at(1.0)
    return Prepared(written, text)


def _files(folder: Path, out: Path, report: Report, progress: Progress) -> dict[str, list[Found]]:
    """Return the files by kind; each gets a line of the report."""
    if not folder.is_dir():
        raise InputError(tr("The folder {path} does not exist. Create it or choose another one.").format(path=folder))
    found: dict[str, list[Found]] = {}
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith(".") and out.resolve() not in path.resolve().parents]
    for path in paths:
        progress.check()
        try:
            file = recognise(path)
        except InputError as error:
            progress.warn(tr("{file}: left out, it cannot be read ({reason})").format(file=path.relative_to(folder), reason=error))
            continue
        found.setdefault(file.kind, []).append(file)
        kind = tr("contours that are not communes: made from these") if file.detail == "codes" else _kinds()[file.kind]
        report.item(f"`{path.relative_to(folder)}`: {kind}" + (f" ({file.detail})" if file.detail and file.kind != "unknown" else ""))
    if not set(found) - {"unknown"}:
        raise InputError(tr("None of the {count} files in {folder} was recognised. Put in roads (.osm.pbf, BD TOPO), sites, populations and contours of communes.").format(
            count=len(paths), folder=folder))  # fmt: skip
    return found


def _kinds() -> dict[str, str]:
    return {
        "roads": tr("roads"), "sites": tr("sites of care"), "positions": tr("positions by FINESS number"), "areas": tr("contours of communes"),
        "communes": tr("communes and their populations"), "levels": tr("codes of territories"), "passage": tr("passage of commune codes"), "population": tr("population grid"),
        "raster": tr("population raster"), "capacity": tr("tourist capacity"), "times": tr("official times, to be given to “Find areas beyond the threshold”"),
        "indicator": tr("APL or zoning, to be given to “Join an APL or a zoning”"), "unknown": tr("not recognised, left out"),
    }  # fmt: skip


def _territories(found: dict[str, list[Found]], codes: list[str], target: Path, report: Report, progress: Progress) -> Reconciled | None:
    """Write the areas of each level; return the communes' units, or None where there are no contours."""
    report.section(tr("Territories"))
    if "areas" not in found:
        progress.warn(tr("No contours of communes were found: no territories are written, and sites cannot be checked against them."))
        return None
    every = stacked([read_communes(*read_vector_file(file.path), progress=progress) for file in found["areas"]])
    drawn = _of(every, codes)
    if len(drawn.table) == 0:
        raise InputError(tr("The contours hold no commune of the départements {codes}.").format(codes=listed(codes)))
    if len(drawn.table) < len(every.table):
        progress.say(tr("{count} contours of other départements were left out.").format(count=len(every.table) - len(drawn.table)))
    tables = [read_communes(*_communes_table(file), progress=progress) for file in found.get("communes", [])]
    today = stacked(tables) if tables else drawn
    own = {old: new for file in found.get("passage", []) for old, new in read_passage(*read_table_file(file.path)).items()}
    whole = reconcile(drawn, today, own=own, progress=progress)
    layers = {"communes": communes_level(whole.units).assign(members=whole.units["communes"]), "report": whole.report}
    members = pd.Series([code for text in whole.units["communes"] for code in text.split(",")])
    levels = [level for file in found.get("levels", []) for level in read_levels(*read_table_file(file.path), progress=progress)]
    known = {level.key for level in [*levels, *administrative_levels(members)]} | ({"epci"} if (today.table["epci"] != "").any() else set())
    for key in [key for key in LEVELS if key in known]:
        layers[key] = by_level(whole.units, level_of_tables(key, levels, today.table["epci"], members), progress=progress)
    for name, layer in layers.items():
        pyogrio.write_dataframe(layer, target / TERRITORIES, layer=name, driver="GPKG")
    return whole


def _communes_table(file: Found) -> tuple[pd.DataFrame, str]:
    return read_table_file(file.path, is_header=is_communes)


def _of(communes: Communes, codes: list[str]) -> Communes:
    """Return the communes of some départements."""
    here = communes.table["departement"].isin(codes)
    return Communes(communes.table[here], communes.areas[here] if communes.areas is not None else None, communes.name)


def _sites(found: dict[str, list[Found]], units: Reconciled | None, belt_km: float, target: Path, report: Report, progress: Progress) -> None:
    report.section(tr("Sites of care"))
    if "sites" not in found:
        progress.warn(tr("No sites were found: give FINESS, the SAE or your own list."))
        return
    log, sources = SiteLog(), []
    seen: set[tuple[Path, str]] = set()
    positions = [read_positions_file(file.path, progress=progress) for file in found.get("positions", [])]
    for file in found["sites"]:
        year = (file.path.parent, file.path.stem.split("_")[-1]) if file.detail == "sae" else (file.path, "")
        if year in seen:
            continue  # a table of the SAE whose sisters were read with the first of them
        seen.add(year)
        sources.append(read_source(file.path, log, format=file.detail, progress=progress))
        if file.detail == "finess":
            positions.append(read_positions_file(file.path))
    known = pd.concat(positions) if positions else None
    communes = _communes_of(found, units)
    around = Around(known[~known.index.duplicated()] if known is not None else None, communes, units.units.geometry if units is not None else None, belt_km)
    sites = import_sites(sources, around, log, progress=progress)
    pyogrio.write_dataframe(sites, target / SITES, layer="sites", driver="GPKG")
    pyogrio.write_dataframe(log.table(), target / SITES, layer="log", driver="GPKG")


def _communes_of(found: dict[str, list[Found]], units: Reconciled | None) -> Communes | None:
    """Return the communes with their chefs-lieux where a table says them, and their contours."""
    tables = [read_communes(*_communes_table(file)) for file in found.get("communes", [])]
    if not tables:
        return None if units is None else read_communes(units.units.drop(columns="communes"), TERRITORIES)
    whole = stacked(tables)
    if units is None:
        return whole
    areas = pd.concat([pd.Series([shape] * len(codes), index=codes) for codes, shape in zip(units.units["communes"].str.split(","), units.units.geometry)])
    return Communes(whole.table, gpd.GeoSeries(areas[~areas.index.duplicated()], crs=units.units.crs), whole.name)


def _people(
    found: dict[str, list[Found]], units: Reconciled | None, shares: tuple[float, float], rescaled: bool, target: Path, report: Report, progress: Progress
) -> None:
    report.section(tr("People"))
    sources = [*found.get("population", []), *found.get("raster", []), *found.get("communes", [])]
    if not sources:
        progress.warn(tr("No population was found: give a grid, a raster or the legal populations."))
        return
    first = sources[0]
    if len(sources) > 1:
        progress.say(tr("People are counted from {file}; the other populations serve to check and rescale.").format(file=first.path.name))
    area = units.units.geometry if units is not None else None
    people = import_population(first.path, area=area if first.kind == "raster" else None, progress=progress)
    legal = _communes_of(found, units)
    if units is not None and legal is not None and first.kind != "raster":
        inside = commune_of(people, legal) if legal.areas is not None else pd.Series("", index=people.index)
        here = inside.isin(set(",".join(units.units["communes"]).split(",")))
        progress.say(tr("{kept:.0f} people in {places} places lie in the area; {lost:.0f} people outside were left out.").format(
            kept=people.loc[here, "population"].sum(), places=int(here.sum()), lost=people.loc[~here, "population"].sum()))  # fmt: skip
        people = people[here].assign(territory=inside[here])
    if rescaled and first.kind != "communes" and legal is not None and units is not None and found.get("communes"):
        people = rescale(people, _of(legal, sorted(set(units.units["departement"]))), progress=progress)
    if found.get("capacity"):
        capacity = read_capacity([read_table_file(file.path) for file in found["capacity"]], progress=progress)
        people = add_seasonal_people(people, capacity, winter_share=shares[0], summer_share=shares[1], progress=progress)
    pyogrio.write_dataframe(people, target / POPULATION, layer="population", driver="GPKG")


def _roads(found: dict[str, list[Found]], units: Reconciled | None, target: Path, report: Report, heard: Progress, progress: Progress) -> None:
    report.section(tr("Roads"))
    roads = found.get("roads", [])
    if not roads:
        heard.warn(tr("No roads were found: no network is written. Put in an OpenStreetMap extract or BD TOPO's troncon_de_route."))
        return
    if len(roads) > 1:
        heard.warn(tr("Several road files were found; {file} is used, the others are left out. Join extracts first if the area needs them all.").format(file=roads[0].path.name))
    network = build_network_file(roads[0].path, target / ROADS, progress=progress)
    for line in network.account():
        heard.say(line)
    if units is not None:
        share = _share_covered(network, units.units)
        text = tr("The roads cover {share:.0%} of the area's extent.")
        (heard.say if share > 0.99 else heard.warn)(text.format(share=share))
    network.close()


def _share_covered(network, units: gpd.GeoDataFrame) -> float:
    """Return the share of the territories whose box the network's box holds."""
    xy = network.arrays["node_xy"]
    (west, south), (east, north) = xy.min(axis=0), xy.max(axis=0)
    boxes = units.geometry.to_crs(network.crs).bounds
    inside = (boxes["minx"] >= west - 1000) & (boxes["maxx"] <= east + 1000) & (boxes["miny"] >= south - 1000) & (boxes["maxy"] <= north + 1000)
    return float(inside.mean())
