"""Templates of pages: found, read, and kept from what those of somebody else may not do: evaluate, fetch."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from pathlib import Path

from qgis.core import (
    QgsLayoutItemLabel,
    QgsLayoutItemPicture,
    QgsLayoutObject,
    QgsPrintLayout,
    QgsProject,
    QgsProperty,
    QgsReadWriteContext,
)
from qgis.PyQt.QtGui import QImageReader
from qgis.PyQt.QtXml import QDomDocument

from ...engine.errors import InputError
from ...engine.harmless import for_layout
from ...engine.text import tr

LAYOUTS = Path(__file__).resolve().parents[2] / "resources" / "layouts"
DPI = {"half": 300, "A4": 300, "A3": 300, "slide": 144, "square": 144, "band": 300}
#: Pages that are printed on paper, with a smaller picture for the web.
PAPER = ("A4", "A3", "half", "band")
#: What a page takes whose figure fills no whole one.
_SHORT = {"A4": "half"}
#: The next larger page, for what has no room on a small one.
LARGER = {"band": "half", "half": "A4"}

#: Where a picture may not lie: anywhere but in a file or in the template itself.
_REMOTE = re.compile(r"(?!base64:)(?:[a-z][a-z0-9+.-]+://|/vsi|\\\\|//)", re.IGNORECASE)


def check_template(layout: QgsPrintLayout, path: Path) -> None:
    """Make the labels of a template plain text, and its pictures those that it names.

    The expressions of the labels are not evaluated.

    Raises
    ------
    InputError
        The template fetches a picture or a page from the network.
    """
    for item in layout.items():
        if isinstance(item, QgsLayoutItemLabel):
            item.setMode(QgsLayoutItemLabel.Mode.ModeFont)
            item.setText(for_layout(item.text()))
        elif isinstance(item, QgsLayoutItemPicture):
            properties = item.dataDefinedProperties()
            properties.setProperty(QgsLayoutObject.DataDefinedProperty.PictureSource, QgsProperty())
            item.setDataDefinedProperties(properties)
            if _REMOTE.match(item.picturePath()):
                raise _fetches(path, item.picturePath())
    for frame in layout.multiFrames():
        if type(frame).__name__ == "QgsLayoutItemHtml":
            raise _fetches(path, frame.url().toString() or "HTML")


def _fetches(path: Path, what: str) -> InputError:
    text = tr(
        "The template {path} fetches {what}: a page must not ask the network. Save the picture as a file beside "
        "the template and choose it there, or remove it."
    )
    return InputError(text.format(path=path, what=what))


def find_template(
    family: str, form: str, folders: Sequence[Path], *, short: bool = False, tall: bool = False
) -> tuple[Path, str]:
    """Return the file of a family's template for a page, or for another page where the family has none for it.

    A figure that fills no whole page (`short`) takes half of one, the map of a narrow area (`tall`) one with its legend
    at the side; a template of the user's own counts before.
    """
    asked = [(f"{family}_haute", form)] if tall else []
    asked += [(family, _SHORT.get(form, form)), (family, form)] if short else [(family, form)]
    for folder, (name, wanted) in itertools.product(folders, asked):
        path = folder / f"{name}_{wanted}.qpt"
        if path.is_file():
            return path, wanted
    for wanted, folder in itertools.product(DPI, folders):
        path = folder / f"{family}_{wanted}.qpt"
        if path.is_file():
            return path, wanted
    raise InputError(
        tr("There is no template {name} in {folders}. Install the plugin again.").format(
            name=f"{family}_{form}.qpt", folders=", ".join(map(str, folders))
        )
    )


def layout_from(path: Path, project: QgsProject) -> QgsPrintLayout:
    """Return a layout made from a template, which asks nothing of the network.

    Raises
    ------
    InputError
        The template cannot be read, or fetches something.
    """
    layout, document = QgsPrintLayout(project), QDomDocument()
    if not document.setContent(_text_of(path))[0] or not layout.loadFromTemplate(document, QgsReadWriteContext())[1]:
        raise InputError(_unreadable(path))
    check_template(layout, path)
    return layout


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise InputError(_unreadable(path)) from None


def _unreadable(path: Path) -> str:
    return tr("The template {path} cannot be read. Save it again as a template in QGIS's layout window.").format(
        path=path
    )


def check_picture(path: Path) -> None:
    """Raise :class:`InputError` where Qt cannot read a file as a picture."""
    if not QImageReader(str(path)).canRead():
        raise no_picture(path)


def no_picture(path: Path) -> InputError:
    """Return the sentence for a logo that cannot be shown."""
    text = tr("The logo {path} is no picture that can be read. Give an SVG, PNG or JPEG file.")
    return InputError(text.format(path=path))
