"""What lies around the area of a study, kept as a file of its folder: QGIS's own map of the world, cut to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import shapely
from pyproj import CRS
from qgis.core import QgsApplication

from ..engine.errors import InputError
from ..engine.file_names import RELIEF, SURROUNDINGS
from ..engine.layer_file import write_layer
from ..engine.progress import SILENT, Progress
from ..engine.study.folder import StudyFolder
from ..engine.territory.relief import write_relief
from ..engine.territory.surroundings import surroundings
from ..engine.territory.water_drawn import LAKES, RIVERS, drawn_water
from ..engine.text import tr


def world_map() -> Path:
    """Return where QGIS keeps its map of the world."""
    return Path(QgsApplication.pkgDataPath()) / "resources" / "data" / "world_map.gpkg"


def write_surroundings(
    study: StudyFolder,
    say: Callable[[str], None],
    progress: Progress = SILENT,
    water: gpd.GeoDataFrame | None = None,
) -> None:
    """Write the surroundings, borders, lakes and rivers of a study into its folder.

    The layers are ``surroundings`` and ``borders`` (:func:`territory.surroundings.surroundings`), and ``lakes`` and
    ``rivers`` of `water` (:func:`territory.water_drawn.drawn_water`). Where QGIS has no map of the world, neighbours
    are not written, and that is said.
    """
    world, tables = world_map(), []
    area, crs = _area_of(study)
    progress.check()
    if world.is_file():
        land, borders = surroundings(world, area, crs, bounded="territories" in study.names)
        tables += [("surroundings", land, "MultiPolygon"), ("borders", borders, "MultiLineString")]
    else:
        say(tr("Neighbouring départements and countries are not drawn: QGIS's map of the world is missing."))
    if water is not None:
        lakes, rivers = progress.aside(lambda progress: drawn_water(water, area, crs))
        tables += [(LAKES, lakes, "MultiPolygon"), (RIVERS, rivers, "MultiLineString")]
    (study.path / SURROUNDINGS).unlink(missing_ok=True)
    for name, table, kind in tables:
        if len(table):
            write_layer(table, study.path / SURROUNDINGS, name, geometry_type=kind, promote_to_multi=True)


def draw_relief(study: StudyFolder, dem: str, progress: Progress = SILENT) -> None:
    """Write the relief of an elevation model into the folder of a study; what cannot be read is said, and not drawn."""
    area, crs = _area_of(study)
    try:
        write_relief(dem, area, crs, study.path / RELIEF, Path(dem).name, progress=progress)
    except InputError as error:
        progress.say(str(error))


def _area_of(study: StudyFolder) -> tuple[shapely.Geometry, CRS]:
    """Return what a study covers, in the system of its areas: its territories, or all about its roads."""
    areas, shown = study.table("isochrones"), study.table("departements")
    shown = study.table("territories") if shown is None else shown
    if shown is None:
        return shapely.convex_hull(shapely.union_all(areas.geometry.to_numpy())), areas.crs
    return shapely.union_all(shapely.make_valid(shown.to_crs(areas.crs).geometry.to_numpy())), areas.crs


def country_names(say: Callable[[str], str]) -> dict[str, str]:
    """Return the names of the countries beside France, overseas too, and of those beside them in our examples.

    A map names no other: nobody would have translated it.
    """
    return {
        "Andorra": say("Andorra"),
        "Anguilla": say("Anguilla"),
        "Antigua and Barbuda": say("Antigua and Barbuda"),
        "Austria": say("Austria"),
        "Belgium": say("Belgium"),
        "Brazil": say("Brazil"),
        "Comoros": say("Comoros"),
        "Dominica": say("Dominica"),
        "Germany": say("Germany"),
        "Guernsey": say("Guernsey"),
        "Italy": say("Italy"),
        "Jersey": say("Jersey"),
        "Liechtenstein": say("Liechtenstein"),
        "Luxembourg": say("Luxembourg"),
        "Madagascar": say("Madagascar"),
        "Mauritius": say("Mauritius"),
        "Monaco": say("Monaco"),
        "Montserrat": say("Montserrat"),
        "Netherlands": say("Netherlands"),
        "Saint Kitts and Nevis": say("Saint Kitts and Nevis"),
        "Saint Lucia": say("Saint Lucia"),
        "Sint Maarten": say("Sint Maarten"),
        "Spain": say("Spain"),
        "Suriname": say("Suriname"),
        "Switzerland": say("Switzerland"),
        "United Kingdom": say("United Kingdom"),
    }
