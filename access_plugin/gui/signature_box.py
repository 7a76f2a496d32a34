"""Who stands behind the figures: author and logos, said once and kept in QGIS's settings."""

from __future__ import annotations

from qgis.core import QgsSettings
from qgis.gui import QgsCollapsibleGroupBox, QgsFileWidget
from qgis.PyQt.QtWidgets import QFormLayout, QLineEdit, QWidget

from ..engine.text import tr
from ..processing.signature import AUTHOR, LOGO_LEFT, LOGO_RIGHT

_KEY = "access30/signature"


def signature_values() -> dict[str, str]:
    """Return what was said, as parameters of the algorithms that draw; nothing for what was left empty."""
    settings = QgsSettings()
    kept = {name: str(settings.value(f"{_KEY}/{name}", "") or "") for name in (AUTHOR, LOGO_LEFT, LOGO_RIGHT)}
    return {name: value for name, value in kept.items() if value}


class SignatureBox(QgsCollapsibleGroupBox):
    """Three lines; what is written in them counts at once, for studies and figures that are run in the panel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Author and logos"), parent)
        self.setObjectName("access30_signature")
        self.author, self.left, self.right = QLineEdit(), QgsFileWidget(), QgsFileWidget()
        self.author.setPlaceholderText(tr("ARS …"))
        pictures = tr("Pictures (SVG, PNG, JPEG)") + " (*.svg *.png *.jpg *.jpeg)"
        for box, title in ((self.left, tr("Logo at the left")), (self.right, tr("Logo at the right"))):
            box.setDialogTitle(title)
            box.setFilter(pictures)
        form = QFormLayout(self)
        form.addRow(tr("Author"), self.author)
        form.addRow(tr("Logo at the left"), self.left)
        form.addRow(tr("Logo at the right"), self.right)
        kept = signature_values()
        self.author.setText(kept.get(AUTHOR, ""))
        self.left.setFilePath(kept.get(LOGO_LEFT, ""))
        self.right.setFilePath(kept.get(LOGO_RIGHT, ""))
        self.author.textChanged.connect(lambda text: self._keep(AUTHOR, text))
        self.left.fileChanged.connect(lambda path: self._keep(LOGO_LEFT, path))
        self.right.fileChanged.connect(lambda path: self._keep(LOGO_RIGHT, path))

    @staticmethod
    def _keep(name: str, value: str) -> None:
        QgsSettings().setValue(f"{_KEY}/{name}", value.strip())
