"""The example that the plugin carries (Liechtenstein), made ready for a study.

Real roads and residents, a fictitious SMUR and fictitious practices.
"""

from __future__ import annotations

import os
from pathlib import Path

from .drafts import draft_in, publish
from .file_names import CANDIDATES, POPULATION, ROADS, SITES, TERRITORIES
from .files import writable_folder
from .layer_file import write_layer
from .network.build_file import build_network_file
from .population.sources import import_population
from .progress import SILENT, Progress
from .reading import read_vector_file
from .sites.formats import Around, import_sites, read_source
from .sites.raw import SiteLog

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "sample"
#: Nobody in Liechtenstein lives beyond 30 minutes.
THRESHOLD_MIN = 15.0


def prepare_sample(out: str | os.PathLike[str], *, progress: Progress = SILENT) -> Path:
    """Write network, sites, people, communes and candidate places of the example into a folder.

    They stand under the names that :func:`region.prepare_region` gives; all of them are written or none.

    Raises
    ------
    InputError
        The folder cannot be written.
    """
    folder = writable_folder(out)
    with draft_in(folder) as partial:
        network = build_network_file(
            FOLDER / "liechtenstein-2013-08-03.osm.pbf", partial / ROADS, progress=progress.part(0.0, 0.6)
        )
        log = SiteLog()
        sites = import_sites(
            [read_source(FOLDER / "sites.csv", log, progress=progress)],
            Around(None, None, None, 60.0),
            log,
            progress=progress,
        )
        people = import_population(FOLDER / "communes.geojson", network=network, progress=progress)
        network.close()
        progress.at(0.9)
        communes, candidates = (read_vector_file(FOLDER / f"{name}.geojson")[0] for name in ("communes", "candidates"))
        for table, file, layer in (
            (sites, SITES, "sites"),
            (people, POPULATION, "population"),
            (communes, TERRITORIES, "communes"),
            (candidates, CANDIDATES, "candidates"),
        ):
            write_layer(table, partial / file, layer)
        progress.check()
        publish(partial)
    progress.done()
    return folder
