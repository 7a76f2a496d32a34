"""The panel “Accès 30” beside the map."""

from __future__ import annotations

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QEvent, QSize, Qt
from qgis.PyQt.QtWidgets import QFrame, QScrollArea

from ..engine.text import tr
from .bench.page import BenchPage


class _Upright(QScrollArea):
    """Scrolls up and down only: it is as wide as what it shows."""

    def eventFilter(self, widget, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(widget, event)

    def minimumSizeHint(self) -> QSize:
        width = self.widget().minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(width, super().minimumSizeHint().height())


class Panel(QgsDockWidget):
    """A dock whose page tries places on a study.

    Parameters
    ----------
    iface, studies
        As for :class:`bench.page.BenchPage`.
    provider
        Tells when a study was written.
    """

    def __init__(self, iface, studies, provider) -> None:
        super().__init__(tr("Accès 30: try a place"), iface.mainWindow())
        self.setObjectName("access30_panel")
        self._iface, self._provider = iface, provider
        self.bench = BenchPage(iface, studies)
        area = _Upright()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(self.bench)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(area)
        iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self)
        self.hide()
        provider.study_written.connect(self._written)

    def open(self) -> None:
        """Show the panel."""
        self.bench.chooser.fill()
        self.show()
        self.raise_()

    def _written(self, path: str, wanted: bool) -> None:
        self.bench.study_written(path)

    def close_all(self) -> None:
        """Take the panel away, with all that it drew and opened."""
        self._provider.study_written.disconnect(self._written)
        self.bench.close_all()
        self._iface.removeDockWidget(self)
        self.deleteLater()
