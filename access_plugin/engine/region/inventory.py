"""What a folder of files holds for a study, and what is missing: what that is called and where it is had."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..errors import InputError
from ..progress import SILENT, Progress
from ..text import tr, translate
from .found_files import recognised_files
from .report import Report


@dataclass(frozen=True)
class Need:
    """Something without which there is no study.

    ``kinds``: of :data:`recognise.KINDS`, any of them will do. ``name`` and ``source``: what it is, and what it is
    called where it is had.
    """

    kinds: tuple[str, ...]
    name: str
    source: str


NEEDS = (
    Need(
        ("roads", "times"),
        translate("Roads"),
        translate(
            "an OpenStreetMap extract (.osm.pbf) of the region and of one hour of driving around (Geofabrik, "
            "download.geofabrik.de, Europe ▸ France), or the layer troncon_de_route of BD TOPO (IGN, "
            "geoservices.ign.fr). “Fetch roads” gets those of a small area. A table of official times (DREES) "
            "stands in for roads."
        ),
    ),
    Need(
        ("sites",),
        translate("Sites of care"),
        translate(
            "a list of your own (id;type;nom;code_insee;lon;lat), the SAE (DREES, "
            "data.drees.solidarites-sante.gouv.fr), or FINESS with its authorisations (data.gouv.fr). Correspondent "
            "doctors (MCS), mountain practices and CSNP stand in no national file."
        ),
    ),
    Need(
        ("population", "raster", "communes"),
        translate("People"),
        translate(
            "the cells of 200 m of Filosofi (INSEE, insee.fr, « données carroyées »), or the legal populations of the "
            "communes (INSEE), a column of codes and one of people."
        ),
    ),
    Need(
        ("areas",),
        translate("Contours of communes"),
        translate("COMMUNE of ADMIN EXPRESS (IGN, geoservices.ign.fr); or “Fetch communes” gets them."),
    ),
)


@dataclass(frozen=True)
class Inventory:
    """A line for each file with what it is, what is missing, and the tables of official times."""

    found: list[str]
    missing: list[Need]
    times: list[Path]


def inventory(folder: Path, *, progress: Progress = SILENT) -> Inventory:
    """Look what the files of a folder are.

    Raises
    ------
    InputError
        There is no such folder.
    """
    report = Report()
    try:
        found = recognised_files(folder, folder / ".nothing-written", report, report.heard(progress))
    except InputError:
        if not folder.is_dir():
            raise
        found = {}
    lines = [line.removeprefix("- ").replace("`", "").replace("**", "") for line in report.lines if line]
    missing = [need for need in NEEDS if not set(found) & set(need.kinds)]
    return Inventory(lines, missing, [file.path for file in found.get("times", [])])


def told(need: Need) -> tuple[str, str]:
    """Return what is missing, and where it is had, in the reader's language."""
    return tr(need.name), tr(need.source)
