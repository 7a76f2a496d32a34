"""What a template of somebody else's may not do on a page: evaluate expressions, or fetch from the network."""

from __future__ import annotations

import re
from pathlib import Path

from qgis.core import QgsLayoutItemLabel, QgsLayoutItemPicture, QgsLayoutObject, QgsPrintLayout, QgsProperty

from ...engine.errors import InputError
from ...engine.harmless import for_layout
from ...engine.text import tr

#: Where a picture may not lie: anywhere but in a file or in the template itself.
_REMOTE = re.compile(r"(?!base64:)(?:[a-z][a-z0-9+.-]+://|/vsi|\\\\|//)", re.IGNORECASE)


def check_template(layout: QgsPrintLayout, path: Path) -> None:
    """Make the labels of a template plain text whose expressions are not evaluated, and their pictures those that it
    names.

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
