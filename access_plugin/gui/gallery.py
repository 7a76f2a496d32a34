"""The page “Publish” of the panel: the figures of a study as thumbnails, and what makes further ones."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QSize, Qt, QTimer, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QIcon, QImageReader, QPixmap
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from ..engine.file_names import FIGURES_FOLDER, RESULTS
from ..engine.text import tr
from .recent import is_study, remember
from .study_row import StudyRow

_SIDE_PX = 170
_PATH = Qt.ItemDataRole.UserRole


class GalleryPage(QWidget):
    """Thumbnails of what lies in ``figures``; a double click opens the page's layout, or its file.

    Parameters
    ----------
    iface, studies
        QGIS's window; :class:`studies.Studies`, which opens a study.
    open_algorithm
        Called with the id of an algorithm and values that are filled in.
    """

    def __init__(self, iface, studies, open_algorithm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("access30_gallery")
        self._iface, self._studies, self._open_algorithm = iface, studies, open_algorithm
        self._left: list[QListWidgetItem] = []
        self.row = StudyRow()
        self.row.wanted.connect(self.show_study)
        self.message = QLabel(tr("Choose a study to see its figures."))
        self.message.setWordWrap(True)
        self.figures = QListWidget()
        self.figures.setObjectName("access30_gallery_figures")
        self.figures.setViewMode(QListWidget.ViewMode.IconMode)
        self.figures.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.figures.setMovement(QListWidget.Movement.Static)
        self.figures.setIconSize(QSize(_SIDE_PX, _SIDE_PX))
        self.figures.setGridSize(QSize(_SIDE_PX + 16, _SIDE_PX + 44))
        self.figures.setWordWrap(True)
        self.figures.itemActivated.connect(lambda item: self.open_layout())
        column = QVBoxLayout(self)
        for widget in (self.row, self.message):
            column.addWidget(widget)
        column.addWidget(self.figures, 1)
        buttons = QGridLayout()
        for place, (name, text, called) in enumerate(
            (
                ("layout", tr("Open the layout"), self.open_layout),
                ("file", tr("Open the file"), self.open_file),
                ("draw", tr("Draw figures…"), lambda: self._draw("access:pressfigure")),
                ("map", tr("Map for the public…"), lambda: self._draw("access:publicmap")),
            )
        ):
            button = QPushButton(text)
            button.setObjectName(f"access30_gallery_{name}")
            button.clicked.connect(lambda checked=False, called=called: called())
            buttons.addWidget(button, place // 2, place % 2)
        column.addLayout(buttons)

    def show_study(self, folder: Path) -> None:
        """Show the figures of a study."""
        self._left = []
        self.figures.clear()
        if not is_study(folder):
            self.row.fill()
            text = tr(
                "{folder} is no folder of a study: it has no {name}. Choose the folder that “Run a whole study” "
                "was given."
            )
            self.message.setText(text.format(folder=folder, name=RESULTS))
            return
        remember(folder)
        self.row.fill(folder)
        paths = sorted((folder / FIGURES_FOLDER).glob("*.png"))
        for path in paths:
            item = QListWidgetItem(path.stem.replace("-", " "))
            item.setData(_PATH, str(path))
            item.setSizeHint(QSize(_SIDE_PX + 12, _SIDE_PX + 40))
            item.setToolTip(_alternative_text(path))
            self.figures.addItem(item)
        self.message.setText(
            tr("{count} {count:figure|figures} in {folder}.").format(count=len(paths), folder=folder)
            if paths
            else tr("This study has no figures yet: draw some.")
        )
        self._left = [self.figures.item(place) for place in range(self.figures.count())]
        QTimer.singleShot(0, self._draw_next)

    def _draw_next(self) -> None:
        """Draw one thumbnail, then let the window have its turn."""
        if not self._left:
            return
        item = self._left.pop(0)
        if self.figures.row(item) >= 0:
            reader = QImageReader(item.data(_PATH))
            size = reader.size()
            if size.isValid():
                reader.setScaledSize(size.scaled(_SIDE_PX, _SIDE_PX, Qt.AspectRatioMode.KeepAspectRatio))
            item.setIcon(QIcon(QPixmap.fromImage(reader.read())))
        QTimer.singleShot(0, self._draw_next)

    @property
    def chosen(self) -> Path | None:
        """The file of the figure that is selected."""
        item = self.figures.currentItem()
        return Path(item.data(_PATH)) if item is not None else None

    def open_file(self) -> None:
        """Open the figure that is selected with the program that shows such files."""
        if self.chosen is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.chosen)))

    def open_layout(self) -> None:
        """Open the layout of the figure that is selected; its file where the study's project has no such layout."""
        if self.chosen is None:
            return
        folder = self.chosen.parent.parent
        project = QgsProject.instance()
        if not project.fileName() or Path(project.fileName()).parent.resolve() != folder.resolve():
            self.message.setText(tr("The project of the study is opened: its layouts are in it."))
            self._studies.open(folder)
        layout = project.layoutManager().layoutByName(self.chosen.stem)
        if layout is not None:
            self._iface.openLayoutDesigner(layout)
        else:
            self.open_file()

    def _draw(self, algorithm: str) -> None:
        folder = self.row.folder
        self._open_algorithm(algorithm, {"STUDY": str(folder)} if folder is not None else {})


def _alternative_text(path: Path) -> str:
    try:
        return path.with_suffix(".txt").read_text(encoding="utf-8")[:1000]
    except OSError:
        return path.stem
