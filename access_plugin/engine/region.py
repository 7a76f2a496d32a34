"""From a folder of files as they come to a study folder that is ready.

Network, sites, people, territories, and an account of every file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import geopandas as gpd
import pandas as pd

from .access.legs import points_xy
from .drafts import contents, draft_in, publish
from .errors import InputError
from .file_names import POPULATION, REPORT, REPORT_PAGE, ROADS, SITES, TERRITORIES
from .files import writable_folder
from .layer_file import write_layer
from .markdown import as_page
from .network.graph import Network, build_network_file
from .network.osm import is_osm
from .network.snap import MOST_M, attach
from .population.formats import import_population, population_of_communes
from .population.rescale import commune_of, rescale
from .population.seasonal import add_seasonal_people, is_capacity, read_capacity
from .progress import SILENT, Progress
from .reading import read_table_file, read_vector_file
from .recognise import Found, belongs_to_another, recognise
from .sites.formats import Around, import_sites, read_positions_file, read_source, table_source
from .sites.raw import LEFT_OUT, SiteLog
from .territory.codes import departements
from .territory.communes import Communes, combined, is_communes, read_communes
from .territory.levels import (
    LEVELS,
    administrative_levels,
    by_level,
    communes_level,
    is_levels,
    level_of_tables,
    read_levels,
)
from .territory.passage import Reconciled, is_passage, read_passage, reconcile
from .text import listed, tr

#: Seconds that a cancelled preparation has to stop writing.
_GRACE_S = 0.8


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
    folder,
    out,
    codes: list[str],
    *,
    belt_km: float = 60.0,
    rescaled: bool = True,
    winter_share: float = 0.6,
    summer_share: float = 0.6,
    progress: Progress = SILENT,
) -> Prepared:
    """Prepare a study of some départements from a folder of files.

    Parameters
    ----------
    folder
        Searched with its subfolders; every file is recognised by what it holds (:func:`recognise.recognise`).
    out
        The folder to write: :data:`ROADS`, :data:`SITES`, :data:`POPULATION`, :data:`TERRITORIES` and :data:`REPORT`
        (:data:`REPORT_PAGE` for the browser), all of them or none. What the folder has no file for is not written, and
        the report says so.
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
    folder, out = Path(folder), Path(out)
    was_there = out.exists()
    try:
        return _prepared(folder, writable_folder(out), codes, belt_km, rescaled, (winter_share, summer_share), progress)
    except BaseException:
        if not was_there and out.is_dir() and not any(out.iterdir()):
            out.rmdir()
        raise


def _prepared(
    folder: Path,
    out: Path,
    codes: list[str],
    belt_km: float,
    rescaled: bool,
    shares: tuple[float, float],
    progress: Progress,
) -> Prepared:
    report = Report()
    heard = report.heard(progress)
    report.section(tr("Files"))
    found = _files(folder, out, report, heard)
    with draft_in(out) as target:
        ground = progress.aside(_parts, found, codes, belt_km, rescaled, shares, target, report, grace=_GRACE_S)
        prepared = (
            codes
            if ground.today is None
            else [code for code in codes if code in set(ground.today.table["departement"])]
        )
        names = ", ".join(departements()[code].name for code in prepared)
        title = tr("Preparation of a study: {names}")
        head = [f"# {title.format(names=names)}", "", tr("Folder read: {folder}").format(folder=folder)]
        for name in (ROADS, SITES, POPULATION, TERRITORIES):
            if (out / name).exists() and not (target / name).exists():
                heard.warn(tr("{file} in the folder is of an earlier run: these files make none.").format(file=name))
        text = "\n".join([*head, *report.lines]) + "\n"
        (target / REPORT).write_text(text, encoding="utf-8")
        (target / REPORT_PAGE).write_text(as_page(text, title.format(names=names), title.language), encoding="utf-8")
        written = [file.name for file in contents(target)]
        progress.check()
        publish(target)
    progress.done()
    return Prepared(written, text)


def _parts(
    found: dict[str, list[Found]],
    codes: list[str],
    belt_km: float,
    rescaled: bool,
    shares: tuple[float, float],
    target: Path,
    report: Report,
    *,
    progress: Progress,
) -> Ground:
    """Write what the files give into a draft, and return the communes."""
    heard = report.heard(progress)
    ground = _territories(found, codes, target, report, heard)
    progress.at(0.2)
    network = _roads(found, ground, target, report, heard, progress.part(0.2, 0.6))
    _sites(found, ground, network, belt_km, target, report, heard)
    progress.at(0.8)
    _people(found, ground, shares, rescaled, target, report, heard)
    if network is not None:
        network.close()
    progress.at(0.98)
    return ground


def _files(folder: Path, out: Path, report: Report, progress: Progress) -> dict[str, list[Found]]:
    """Return the files by kind; each gets a line of the report."""
    if not folder.is_dir():
        raise InputError(tr("The folder {path} does not exist. Create it or choose another one.").format(path=folder))
    found: dict[str, list[Found]] = {}
    paths = [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".") and out.resolve() not in path.resolve().parents
    ]
    paths = [path for path in paths if not belongs_to_another(path)]
    for path in paths:
        progress.check()
        try:
            file = progress.aside(lambda progress, path=path: recognise(path))
        except InputError as error:
            progress.warn(
                tr("{file}: left out, it cannot be read ({reason})").format(file=path.relative_to(folder), reason=error)
            )
            continue
        found.setdefault(file.kind, []).append(file)
        kind = _left_out().get(file.detail, _kinds()["unknown"]) if file.kind == "unknown" else _kinds()[file.kind]
        kind += f" ({file.detail})" if file.detail and file.kind != "unknown" else ""
        report.item(tr("`{file}`: {kind}").format(file=path.relative_to(folder), kind=kind))
    if not set(found) - {"unknown"}:
        raise InputError(
            tr(
                "Of {count} {count:file|files} in {folder}, none was recognised. Put in roads (.osm.pbf, BD "
                "TOPO), sites, populations and contours of communes."
            ).format(count=len(paths), folder=folder)
        )
    return found


def _kinds() -> dict[str, str]:
    return {
        "roads": tr("roads"),
        "sites": tr("sites of care"),
        "positions": tr("positions by FINESS number"),
        "areas": tr("contours of communes"),
        "communes": tr("communes and their populations"),
        "levels": tr("codes of territories"),
        "passage": tr("passage of commune codes"),
        "population": tr("population grid"),
        "raster": tr("population raster"),
        "heights": tr("elevation model"),
        "capacity": tr("tourist capacity"),
        "times": tr("official times, to be given to “Find areas beyond the threshold”"),
        "indicator": tr("APL or zoning, to be given to “Join an APL or a zoning”"),
        "unknown": tr("not recognised, left out"),
    }


def _left_out() -> dict[str, str]:
    return {
        "codes": tr("contours that are not communes: made from these"),
        "sae": tr("a table of the SAE that does not say who has an emergency department or a SMUR: left out"),
        "lines": tr(
            "lines without the fields of BD TOPO or the classes of OpenStreetMap: left out; “Build a road "
            "network” can be told their fields"
        ),
    }


@dataclass(frozen=True)
class Ground:
    """The communes of the départements studied.

    Today's, with what is known of each, and the units that contours make of them (None without contours).
    """

    today: Communes | None
    units: gpd.GeoDataFrame | None
    places: Communes | None  # of all that is known, neighbours included, to place sites

    @property
    def members(self) -> list[str]:
        return [] if self.units is None else ",".join(self.units["communes"]).split(",")

    @property
    def area(self) -> gpd.GeoSeries | None:
        return None if self.units is None else self.units.geometry

    @property
    def legal(self) -> Communes | None:
        """The units with their legal populations, communes that share a contour counted together.

        Without contours, the communes.
        """
        if self.units is None or self.today is None:
            return self.today
        table = self.today.table.loc[self.units["code"]].assign(population=self.units["population"].to_numpy())
        return Communes(
            table, gpd.GeoSeries(self.units.geometry.to_numpy(), index=table.index, crs=self.units.crs), self.today.name
        )


def _table(file: Found, is_header) -> tuple[pd.DataFrame, str]:
    """Read a file that was recognised by such a header, or a layer of a vector file."""
    return (
        read_vector_file(file.path, layer=file.layer) if file.layer else read_table_file(file.path, is_header=is_header)
    )


def _territories(
    found: dict[str, list[Found]], codes: list[str], target: Path, report: Report, progress: Progress
) -> Ground:
    """Write the areas of each level; return the communes of the départements."""
    report.section(tr("Territories"))
    tables = [read_communes(*_table(file, is_communes), progress=progress) for file in found.get("communes", [])]
    listed_today = combined(tables) if tables else None
    if "areas" not in found:
        progress.warn(
            tr(
                "No contours of communes were found: no territories are written, and sites cannot be checked "
                "against them."
            )
        )
        return Ground(None if listed_today is None else _of(listed_today, codes), None, listed_today)
    every = combined([read_communes(*_table(file, is_communes), progress=progress) for file in found["areas"]])
    drawn = _of(every, codes)
    if len(drawn.table) == 0:
        raise InputError(tr("The contours hold no commune of the départements {codes}.").format(codes=listed(codes)))
    bare = [code for code in codes if code not in set(drawn.table["departement"])]
    if bare:
        text = tr("No contours of the départements {codes} were found: they are not part of this study.")
        progress.warn(text.format(codes=listed([departements()[code].name for code in bare])))
    if len(drawn.table) < len(every.table):
        progress.say(
            tr(
                "{count} {count:contour of another département was|contours of other départements were} left out."
            ).format(count=len(every.table) - len(drawn.table))
        )
    today = listed_today
    if today is None or today.table["population"].isna().all():  # chefs-lieux alone are no list of today's communes
        today = drawn if today is None else _only(combined([drawn, today]), drawn.table.index)
    own = {
        old: new for file in found.get("passage", []) for old, new in read_passage(*_table(file, is_passage)).items()
    }
    whole = reconcile(drawn, today, own=own, progress=progress)
    _write_territories(whole, today, found, target, progress)
    inside = _with_areas(_only(today, pd.Index(",".join(whole.units["communes"]).split(","))), whole)
    return Ground(inside, whole.units, inside if listed_today is None else combined([inside, listed_today]))


def _write_territories(
    whole: Reconciled, today: Communes, found: dict[str, list[Found]], target: Path, progress: Progress
) -> None:
    layers = {"communes": communes_level(whole.units).assign(members=whole.units["communes"]), "report": whole.report}
    members = pd.Series(",".join(whole.units["communes"]).split(","))
    levels = [
        level for file in found.get("levels", []) for level in read_levels(*_table(file, is_levels), progress=progress)
    ]
    known = {level.key for level in [*levels, *administrative_levels(members)]} | (
        {"epci"} if (today.table["epci"] != "").any() else set()
    )
    for key in [key for key in LEVELS if key in known]:
        layers[key] = by_level(
            whole.units, level_of_tables(key, levels, today.table["epci"], members), progress=progress
        )
    for name, layer in layers.items():
        write_layer(layer, target / TERRITORIES, name)


def _of(communes: Communes, codes: list[str]) -> Communes:
    """Return the communes of some départements."""
    return _only(communes, communes.table.index[communes.table["departement"].isin(codes)])


def _only(communes: Communes, codes: pd.Index) -> Communes:
    return Communes(
        communes.table.loc[codes], communes.areas.loc[codes] if communes.areas is not None else None, communes.name
    )


def _with_areas(communes: Communes, whole: Reconciled) -> Communes:
    """Return the communes with the area of the unit that each lies in."""
    pairs = [
        (code, shape)
        for codes, shape in zip(whole.units["communes"].str.split(","), whole.units.geometry)
        for code in codes
    ]
    areas = gpd.GeoSeries([shape for _, shape in pairs], index=[code for code, _ in pairs], crs=whole.units.crs)
    return Communes(communes.table, areas.reindex(communes.table.index), communes.name)


def _sites(
    found: dict[str, list[Found]],
    ground: Ground,
    network: Network | None,
    belt_km: float,
    target: Path,
    report: Report,
    progress: Progress,
) -> None:
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
        layer = read_vector_file(file.path, layer=file.layer) if file.layer else None
        sources.append(
            table_source(*layer, log, progress=progress)
            if layer
            else read_source(file.path, log, format=file.detail, progress=progress)
        )
        if file.detail == "finess":
            positions.append(read_positions_file(file.path))
    known = pd.concat(positions) if positions else None
    around = Around(
        known[~known.index.duplicated()] if known is not None else None, ground.places, ground.area, belt_km
    )
    sites = import_sites(sources, around, log, progress=progress)
    if network is not None:
        sites = _on_the_network(sites, network, log, progress)
    write_layer(sites, target / SITES, "sites")
    write_layer(log.table(), target / SITES, "log")


def _on_the_network(sites: gpd.GeoDataFrame, network: Network, log: SiteLog, progress: Progress) -> gpd.GeoDataFrame:
    """Leave out, with a line in the log, the sites that no road of the network comes near.

    A study could not count them.
    """
    attached = attach(network.timed(), points_xy(sites.geometry.to_crs(network.crs))).attached
    if not attached.any():
        progress.warn(tr("No site is near a road of the network: the roads lie elsewhere. All sites are kept."))
        return sites
    for _, site in sites[~attached].iterrows():
        log.add(site, LEFT_OUT, tr("no road of the network comes within {km:g} km of it").format(km=MOST_M / 1000))
    if not attached.all():
        text = tr(
            "{count} {count:site lies|sites lie} beyond the roads of the network and {count:was|were} left out: "
            "{sites}. Give roads that reach {count:it, or people near it|them, or people near them} will seem to "
            "live too far away."
        )
        names = list(dict.fromkeys(f"{site['id']} {site['name']}".strip() for _, site in sites[~attached].iterrows()))
        progress.warn(text.format(count=len(names), sites=listed(names)))
    return sites[attached]


def _people(
    found: dict[str, list[Found]],
    ground: Ground,
    shares: tuple[float, float],
    rescaled: bool,
    target: Path,
    report: Report,
    progress: Progress,
) -> None:
    report.section(tr("People"))
    cells = [*found.get("population", []), *found.get("raster", [])]
    legal = ground.today if ground.today is not None and ground.today.table["population"].notna().any() else None
    if cells:
        if len(cells) > 1 or legal is not None:
            progress.say(
                tr("People are counted from {file}; the other populations serve to check and rescale.").format(
                    file=cells[0].path.name
                )
            )
        people = _cells(cells[0], ground, progress)
        if rescaled and legal is not None:
            people = rescale(people, ground.legal, progress=progress)
        elif rescaled:
            progress.warn(tr("No legal populations were found: the people of cells are not rescaled."))
    elif legal is not None:
        people = population_of_communes(legal, progress=progress)
    else:
        progress.warn(tr("No population was found: give a grid, a raster or the legal populations."))
        return
    if found.get("capacity"):
        capacity = read_capacity([_table(file, is_capacity) for file in found["capacity"]], progress=progress)
        people = add_seasonal_people(
            people, capacity, winter_share=shares[0], summer_share=shares[1], progress=progress
        )
    write_layer(people, target / POPULATION, "population")


def _cells(file: Found, ground: Ground, progress: Progress) -> gpd.GeoDataFrame:
    """Read a grid or a raster; of those of the départements each place bears its commune."""
    source = read_vector_file(file.path, layer=file.layer) if file.layer else file.path
    people = import_population(source, area=ground.area if file.kind == "raster" else None, progress=progress)
    if ground.units is None or ground.today is None:
        return people
    unit_of = {
        code: unit
        for unit, codes in zip(ground.units["code"], ground.units["communes"].str.split(","))
        for code in codes
    }
    inside = commune_of(people, ground.today).map(lambda code: unit_of.get(code, ""))
    here = inside != ""
    progress.say(
        tr(
            "{kept:.0f} {kept:person|people} in {places} {places:place|places} {kept:lies|lie} in the area; "
            "{lost:.0f} {lost:person outside was|people outside were} left out."
        ).format(
            kept=people.loc[here, "population"].sum(),
            places=int(here.sum()),
            lost=people.loc[~here, "population"].sum(),
        )
    )
    return people[here].assign(territory=inside[here])


def _roads(
    found: dict[str, list[Found]], ground: Ground, target: Path, report: Report, heard: Progress, progress: Progress
) -> Network | None:
    """Write the network and return it, open; None where there are no roads."""
    report.section(tr("Roads"))
    # an extract knows banned turns and gates, lines made from it do not
    roads = sorted(found.get("roads", []), key=lambda file: not is_osm(file.path))
    if not roads:
        heard.warn(
            tr(
                "No roads were found: no network is written. Put in an OpenStreetMap extract or BD TOPO's "
                "troncon_de_route."
            )
        )
        return None
    if len(roads) > 1:
        heard.warn(
            tr(
                "Several road files were found; {file} is used, the others are left out. Join extracts first if "
                "the area needs them all."
            ).format(file=roads[0].path.name)
        )
    heights = found.get("heights", [])
    if len(heights) > 1:
        heard.warn(
            tr(
                "Several elevation models were found; {file} is used, the others are left out. Join tiles first "
                "(Raster ▸ Miscellaneous ▸ Build Virtual Raster)."
            ).format(file=heights[0].path.name)
        )
    network = build_network_file(
        roads[0].path, target / ROADS, dem=heights[0].path if heights else None, progress=progress
    )
    for line in network.account():
        heard.say(line)
    if ground.units is not None:
        share = _share_covered(network, ground.units)
        text = tr("The roads cover {share:.0%} of the area's extent.")
        (heard.say if share > 0.99 else heard.warn)(text.format(share=share))
    return network


def _share_covered(network, units: gpd.GeoDataFrame) -> float:
    """Return the share of the territories whose box the network's box holds."""
    xy = network.arrays["node_xy"]
    (west, south), (east, north) = xy.min(axis=0), xy.max(axis=0)
    boxes = units.geometry.to_crs(network.crs).bounds
    inside = (
        (boxes["minx"] >= west - 1000)
        & (boxes["maxx"] <= east + 1000)
        & (boxes["miny"] >= south - 1000)
        & (boxes["maxy"] <= north + 1000)
    )
    return float(inside.mean())
