"""The files of a folder by what they hold."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd

from ..errors import InputError
from ..progress import Progress
from ..reading import read_table_file, read_vector_file
from ..text import tr
from .recognise import Found, belongs_to_another, recognise
from .report import Report


def recognised_files(folder: Path, out: Path, report: Report, progress: Progress) -> dict[str, list[Found]]:
    """Return the files by kind; each gets a line of the report."""
    if not folder.is_dir():
        raise InputError(tr("The folder {path} does not exist. Create it or choose another one.").format(path=folder))
    found: dict[str, list[Found]] = {}
    paths = [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith((".", "~$")) and out.resolve() not in path.resolve().parents
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


def table_of(file: Found, is_header: Callable[[list[str]], bool]) -> tuple[pd.DataFrame, str]:
    """Read a file that was recognised by such a header, or a layer of a vector file."""
    return (
        read_vector_file(file.path, layer=file.layer) if file.layer else read_table_file(file.path, is_header=is_header)
    )
