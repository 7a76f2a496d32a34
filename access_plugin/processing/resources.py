"""Where icons, help pages, styles and speed profiles lie."""

from __future__ import annotations

import shutil
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QUrl

from ..engine.markdown import as_page
from ..engine.text import language

_EXAMPLE = """# Save this text as slow.toml in this folder (the id must be the name of the file),
# say what differs from the base, and restart QGIS.
# All sections and what they mean stand in all_that_car_says.txt.
[profile]
id = "slow"
name = "ten per cent slower"
source = "design"
base = "car"
[time]
rural = 1.1
urban = 1.1
"""
FOLDER = Path(__file__).resolve().parent.parent / "resources"


def icon_path(name: str) -> str:
    """Return the path of an icon."""
    return str(FOLDER / "icons" / f"{name}.svg")


def style_path(name: str) -> str:
    """Return the path of a layer style."""
    return str(FOLDER / "styles" / f"{name}.qml")


def help_page(name: str) -> str:
    """Return the help of an algorithm, Markdown, in the language of the interface or else in English."""
    path = FOLDER / "help" / language() / f"{name}.md"
    if not path.exists():
        path = FOLDER / "help" / "en" / f"{name}.md"
    return path.read_text(encoding="utf-8")


def help_address(name: str, title: str, text: str) -> str:
    """Return the address of the help of an algorithm as a page for the browser, in the language of the interface.

    It is written into the QGIS profile where it is not there yet.
    """
    page = as_page(f"# {title}\n\n{text}", title, language())
    path = Path(QgsApplication.qgisSettingsDirPath()) / "access30" / "help" / language() / f"{name}.html"
    if not path.is_file() or path.read_text(encoding="utf-8") != page:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8")
    return QUrl.fromLocalFile(str(path)).toString()


def plugin_version() -> str:
    """Return the version that metadata.txt states."""
    lines = (Path(__file__).resolve().parent.parent / "metadata.txt").read_text(encoding="utf-8").splitlines()
    return next(line.split("=", 1)[1].strip() for line in lines if line.startswith("version="))


def profile_folders() -> list[Path]:
    """Return where speed profiles lie.

    Those of the plugin, and those that the user keeps in the QGIS profile (``access30/profiles``).
    """
    return [FOLDER / "profiles", Path(QgsApplication.qgisSettingsDirPath()) / "access30" / "profiles"]


def own_profiles() -> Path:
    """Return the folder of the user's own profiles.

    Made on first use, with a short example and all that the car says, to look at.
    """
    folder = profile_folders()[1]
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(FOLDER / "profiles" / "car.toml", folder / "all_that_car_says.txt")
    (folder / "example.txt").write_text(_EXAMPLE, encoding="utf-8")
    return folder


def profile_ids() -> list[str]:
    """Return the ids of all speed profiles, ``car`` first."""
    found = {path.stem for folder in profile_folders() for path in folder.glob("*.toml")}
    return sorted(found, key=lambda name: (name != "car", name))


def layout_folders() -> list[Path]:
    """Return where templates of pages lie.

    Those that the user keeps in the QGIS profile (``access30/layouts``), then those of the plugin.
    """
    return [own_layouts(), FOLDER / "layouts"]


def own_layouts() -> Path:
    """Return the folder of the user's own templates and logos."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "access30" / "layouts"


def own_logos() -> dict[str, Path]:
    """Return the logos that the user keeps beside the templates, by their slot.

    ``logo_gauche``, ``logo_droite``, as SVG, PNG or JPEG.
    """
    found = {
        path.stem: path
        for path in sorted(own_layouts().glob("logo_*"))
        if path.suffix.lower() in (".svg", ".png", ".jpg", ".jpeg")
    }
    return {name: path for name, path in found.items() if name in ("logo_gauche", "logo_droite")}
