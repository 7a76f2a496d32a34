"""Where icons, help pages and styles lie."""

from __future__ import annotations

from pathlib import Path

from ..engine.text import language

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


def plugin_version() -> str:
    """Return the version that metadata.txt states."""
    lines = (Path(__file__).resolve().parent.parent / "metadata.txt").read_text(encoding="utf-8").splitlines()
    return next(line.split("=", 1)[1].strip() for line in lines if line.startswith("version="))
