"""What lies around the area of a study, kept as a file of its folder: QGIS's own map of the world, cut to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import shapely
from qgis.core import QgsApplication

from ..engine.file_names import SURROUNDINGS
from ..engine.layer_file import write_layer
from ..engine.progress import SILENT, Progress
from ..engine.study.folder import StudyFolder
from ..engine.territory.surroundings import surroundings
from ..engine.text import tr


def world_map() -> Path:
    """Return where QGIS keeps its map of the world."""
    return Path(QgsApplication.pkgDataPath()) / "resources" / "data" / "world_map.gpkg"


def write_surroundings(study: StudyFolder, say: Callable[[str], None], progress: Progress = SILENT) -> None:
    """Write the layers ``surroundings`` and ``borders`` (:func:`territory.surroundings.surroundings`) into the folder
    of a study; where QGIS has no map of the world, nothing is written, and that is said.
    """
    world = world_map()
    if not world.is_file():
        say(tr("Neighbouring départements and countries are not drawn: QGIS's map of the world is missing."))
        return
    progress.check()
    areas, shown = study.table("isochrones"), study.table("departements")
    shown = study.table("territories") if shown is None else shown
    if shown is None:  # where roads lead
        area = shapely.convex_hull(shapely.union_all(areas.geometry.to_numpy()))
    else:
        area = shapely.union_all(shapely.make_valid(shown.to_crs(areas.crs).geometry.to_numpy()))
    land, borders = surroundings(world, area, areas.crs)
    (study.path / SURROUNDINGS).unlink(missing_ok=True)
    for name, table, kind in (("surroundings", land, "MultiPolygon"), ("borders", borders, "MultiLineString")):
        write_layer(table, study.path / SURROUNDINGS, name, geometry_type=kind, promote_to_multi=True)


def country_names(say: Callable[[str], str]) -> dict[str, str]:
    """Return the names of the countries beside France, overseas too, and of those beside them in our examples."""
    return {
        "Andorra": say("Andorra"),
        "Austria": say("Austria"),
        "Belgium": say("Belgium"),
        "Brazil": say("Brazil"),
        "Germany": say("Germany"),
        "Italy": say("Italy"),
        "Liechtenstein": say("Liechtenstein"),
        "Luxembourg": say("Luxembourg"),
        "Monaco": say("Monaco"),
        "Netherlands": say("Netherlands"),
        "Spain": say("Spain"),
        "Suriname": say("Suriname"),
        "Switzerland": say("Switzerland"),
        "United Kingdom": say("United Kingdom"),
    }
