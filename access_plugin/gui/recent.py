"""The studies that were opened or made last, kept in QGIS's settings."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsSettings

from ..engine.file_names import RESULTS, RUN

#: Where a folder was chosen last, in QGIS's settings.
LAST_FOLDER = "access30/last_folder"
_KEY, _MOST = "access30/recent_studies", 12


def recent_studies() -> list[Path]:
    """Return the folders, the last one first, also those that are no longer there."""
    return [Path(path) for path in QgsSettings().value(_KEY, [], type=list) if path]


def remember(folder: Path) -> None:
    """Put a folder first."""
    paths = [str(folder), *(str(path) for path in recent_studies() if path != folder)]
    QgsSettings().setValue(_KEY, paths[:_MOST])


def is_study(folder: Path) -> bool:
    """Tell whether a folder holds a study that can be opened."""
    return (folder / RESULTS).is_file() and (folder / RUN).is_file()
