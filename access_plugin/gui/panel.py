"""The panel “Accès 30” beside the map."""

from __future__ import annotations

from pathlib import Path

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QEvent, QSize, Qt
from qgis.PyQt.QtWidgets import QFrame, QScrollArea, QTabWidget

from ..engine.text import tr
from .bench.page import BenchPage
from .gallery import GalleryPage
from .prepare import PreparePage
from .question import QuestionPage


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
    """A dock with a page for each step of the work: files, the question, places that are tried, figures.

    Parameters
    ----------
    iface, studies
        As for :class:`bench.page.BenchPage`.
    provider
        Tells when a study was written.
    open_algorithm
        Called with the id of an algorithm and values that are filled in.
    """

    def __init__(self, iface, studies, provider, open_algorithm) -> None:
        super().__init__(tr("Accès 30"), iface.mainWindow())
        self.setObjectName("access30_panel")
        self._iface, self._provider = iface, provider
        self.prepare, self.bench = PreparePage(open_algorithm), BenchPage(iface, studies)
        self.question, self.gallery = QuestionPage(open_algorithm), GalleryPage(iface, studies, open_algorithm)
        area = self._area = _Upright()  # held: Qt keeps no more than its C++ half
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(self.bench)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pages = QTabWidget()
        self.pages.addTab(self.prepare, tr("Prepare"))
        self.pages.addTab(self.question, tr("Study"))
        self.pages.addTab(area, tr("Try"))
        self.pages.addTab(self.gallery, tr("Publish"))
        self.setWidget(self.pages)
        self.prepare.prepared.connect(self._prepared)
        self.question.run.started.connect(lambda: studies.expect(Path(self.question.target.path)))
        self.question.run.ended.connect(lambda succeeded, results: studies.expect(None))
        self.question.studied.connect(self._studied)
        self.bench.studied.connect(self.gallery.show_study)
        self.bench.studied.connect(studies.offer)
        iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self)
        self.hide()
        self.closed.connect(lambda: self.bench.hide_marks(True))
        self.opened.connect(lambda: self.bench.hide_marks(False))
        provider.study_written.connect(self._written)

    def open(self, page: str) -> None:
        """Show the panel: its page ``prepare``, ``question``, ``bench`` or ``gallery``."""
        self.bench.chooser.row.fill()
        self.gallery.row.fill()
        self.pages.setCurrentIndex(("prepare", "question", "bench", "gallery").index(page))
        self.show()
        self.raise_()

    def _written(self, path: str, wanted: bool) -> None:
        self.bench.study_written(path)
        if self.gallery.row.folder == Path(path):
            self.gallery.show_study(Path(path))

    def _prepared(self, folder: Path, times: str) -> None:
        """Fill in the next page."""
        self.question.show_folder(folder, times)

    def _studied(self, folder: Path) -> None:
        """Fill in the pages that work on a study."""
        self.bench.chooser.row.fill(folder)
        self.gallery.show_study(folder)

    def close_all(self) -> None:
        """Take the panel away, with all that it drew and opened."""
        self._provider.study_written.disconnect(self._written)
        self.prepare.close_all()
        self.question.close_all()
        self.gallery.close_all()
        self.bench.close_all()
        self._iface.removeDockWidget(self)
        self.deleteLater()
