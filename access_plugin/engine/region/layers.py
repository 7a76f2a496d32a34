"""Network, sites and people of the départements studied, written into the draft of their folder."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import geopandas as gpd
import pandas as pd

from ..access.care import points_xy
from ..file_names import POPULATION, ROADS, SITES
from ..layer_file import write_layer
from ..network.account import account
from ..network.build_file import build_network_file
from ..network.graph import Network
from ..network.osm import is_osm
from ..network.snap import MOST_M, attach
from ..population.rescale import commune_of, rescale
from ..population.seasonal import add_seasonal_people, is_capacity, read_capacity
from ..population.sources import import_population, population_of_communes, read_people
from ..progress import Progress
from ..reading import read_vector_file
from ..sites.formats import Around, import_sites, read_positions_file, read_source, table_source
from ..sites.raw import LEFT_OUT, SiteLog
from ..territory.communes import Communes
from ..text import listed, tr
from .found_files import table_of
from .ground import Ground
from .recognise import Found
from .report import Report

#: Part of the tourist capacity that is there in a season, where nothing else is said: an order of magnitude.
SEASON_SHARE = 0.6


def write_sites(
    found: dict[str, list[Found]],
    ground: Ground,
    network: Network | None,
    belt_km: float,
    target: Path,
    report: Report,
    progress: Progress,
) -> None:
    """Write the sites of all lists, merged and checked against the communes, and say what became of them."""
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


def write_people(
    found: dict[str, list[Found]],
    ground: Ground,
    rescaled: bool,
    target: Path,
    report: Report,
    progress: Progress,
) -> None:
    """Write the population of the files that hold one, cut to the area, and say what became of it."""
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
            people = rescale(people, cast("Communes", ground.legal), progress=progress)
        elif rescaled:
            progress.warn(tr("No legal populations were found: the people of cells are not rescaled."))
    elif legal is not None:
        people = population_of_communes(legal, progress=progress)
    else:
        progress.warn(tr("No population was found: give a grid, a raster or the legal populations."))
        return
    if found.get("capacity"):
        capacity = read_capacity([table_of(file, is_capacity) for file in found["capacity"]], progress=progress)
        people = add_seasonal_people(
            people, capacity, winter_share=SEASON_SHARE, summer_share=SEASON_SHARE, progress=progress
        )
    write_layer(people, target / POPULATION, "population", progress=progress)


def _cells(file: Found, ground: Ground, progress: Progress) -> gpd.GeoDataFrame:
    """Read a grid or a raster; of those of the départements each place bears its commune."""
    if file.kind != "raster" and ground.area is not None:
        progress.say(tr("{name}: what lies far from the area is not read.").format(name=file.path.name))
    if file.kind == "raster":
        people = import_population(file.path, area=ground.area, progress=progress)
    elif file.layer:
        here = read_vector_file(file.path, layer=file.layer, extent=ground.area)
        people = import_population(here, progress=progress)
    else:
        people = import_population(read_people(file.path, ground.area), progress=progress)
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


def write_network(
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
    for line in account(network):
        heard.say(line)
    if ground.units is not None:
        share = _share_covered(network, ground.units)
        text = tr("The roads cover {share:.0%} of the area's extent.")
        (heard.say if share > 0.99 else heard.warn)(text.format(share=share))
    return network


def _share_covered(network: Network, units: gpd.GeoDataFrame) -> float:
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
