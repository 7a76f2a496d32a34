"""From a folder of files as they come to a study folder that is ready.

Network, sites, people, territories, and an account of every file.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from ..drafts import contents, draft_in, publish
from ..file_names import POPULATION, REPORT, REPORT_PAGE, ROADS, SITES, TERRITORIES
from ..files import writable_folder
from ..markdown import as_page
from ..progress import SILENT, Progress
from ..territory.codes import departements
from ..text import tr
from .found_files import recognised_files
from .ground import Ground, write_communes
from .layers import write_network, write_people, write_sites
from .recognise import Found
from .report import Report

#: Seconds that a cancelled preparation has to stop writing.
_GRACE_S = 0.8


@dataclass(frozen=True)
class Prepared:
    """What a folder gave: the files written (by their names) and the account."""

    written: list[str]
    report: str


def prepare_region(
    folder: str | os.PathLike[str],
    out: str | os.PathLike[str],
    codes: list[str],
    *,
    belt_km: float = 60.0,
    rescaled: bool = True,
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

    Raises
    ------
    InputError
        No file was recognised, or one that is needed cannot be used.
    """
    folder, out = Path(folder), Path(out)
    was_there = out.exists()
    try:
        return _prepared(folder, writable_folder(out), codes, belt_km, rescaled, progress)
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
    progress: Progress,
) -> Prepared:
    report = Report()
    heard = report.heard(progress)
    report.section(tr("Files"))
    found = recognised_files(folder, out, report, heard)
    with draft_in(out) as target:
        ground = progress.aside(_parts, found, codes, belt_km, rescaled, target, report, grace=_GRACE_S)
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
    target: Path,
    report: Report,
    *,
    progress: Progress,
) -> Ground:
    """Write what the files give into a draft, and return the communes."""
    heard = report.heard(progress)
    ground = write_communes(found, codes, target, report, heard)
    progress.at(0.2)
    network = write_network(found, ground, target, report, heard, progress.part(0.2, 0.6))
    write_sites(found, ground, network, belt_km, target, report, heard)
    progress.at(0.8)
    write_people(found, ground, rescaled, target, report, heard)
    if network is not None:
        network.close()
    progress.at(0.98)
    return ground
