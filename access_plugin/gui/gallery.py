"""The page “Publish” of the panel: the figures of a study as thumbnails, their export, and what draws further ones."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication, QgsProject, QgsSettings
from qgis.PyQt.QtCore import QSize, Qt, QTimer, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QIcon, QImageReader, QPixmap
from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ..engine.errors import AccessError
from ..engine.file_names import FIGURES_FOLDER, PROJECT, RESULTS
from ..engine.text import tr
from .drawing import DrawingBox
from .figure_export import FigureExport, drawn_folder, layout_of, project_of
from .recent import LAST_FOLDER, is_study, remember
from .study_row import StudyRow
from .task import EngineTask

_SIDE_PX = 132
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
        self._iface, self._studies = iface, studies
        self._left: list[QListWidgetItem] = []
        self.task: EngineTask | None = None
        self.row = StudyRow()
        self.row.wanted.connect(self.show_study)
        self.message = QLabel(tr("Choose a study to see its figures."))
        self.message.setWordWrap(True)
        self.message.setObjectName("access30_gallery_message")
        self.figures = QListWidget()
        self.figures.setObjectName("access30_gallery_figures")
        self.figures.setViewMode(QListWidget.ViewMode.IconMode)
        self.figures.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.figures.setMovement(QListWidget.Movement.Static)
        self.figures.setIconSize(QSize(_SIDE_PX, _SIDE_PX))
        self.figures.setGridSize(QSize(_SIDE_PX + 16, _SIDE_PX + 44))
        self.figures.setWordWrap(True)
        self.figures.itemActivated.connect(lambda item: self.open_layout())
        self.drawing = DrawingBox(self.row, open_algorithm)
        self.drawing.drawn.connect(self.show_study)
        column = QVBoxLayout(self)
        for widget in (self.row, self.message):
            column.addWidget(widget)
        column.addWidget(self.figures, 1)
        column.addLayout(self._buttons())
        column.addWidget(self.drawing)

    def _buttons(self) -> QGridLayout:
        """Return what is done with the figure that is selected."""
        buttons = QGridLayout()
        for place, (name, text, called) in enumerate(
            (
                ("layout", tr("Open the layout"), self.open_layout),
                ("file", tr("Open the file"), self.open_file),
                ("export", tr("Export…"), self._ask_where),
            )
        ):
            button = QPushButton(text)
            button.setObjectName(f"access30_gallery_{name}")
            button.clicked.connect(lambda checked=False, called=called: called())
            buttons.addWidget(button, 0, place)
        return buttons

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
        from ..cartography.press.catalogue import caption_of

        remember(folder)
        self.row.fill(folder)
        figures, later = folder / FIGURES_FOLDER, drawn_folder(folder)
        paths = [*sorted(figures.glob("*.png")), *sorted(figures.glob("atlas/*.png")), *sorted(later.glob("*/*.png"))]
        for path in paths:
            page = f" ({path.parent.name})" if later in path.parents else ""
            item = QListWidgetItem(caption_of(path.stem) + page)
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
        if self._has_chosen():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.chosen)))

    def open_layout(self) -> None:
        """Open the layout of the figure that is selected; its file where no project has such a layout.

        The layout is in the project of the study or, of a figure that was drawn later, in its own.
        """
        if not self._has_chosen():
            return
        project, later = QgsProject.instance(), drawn_folder(self.row.folder) in self.chosen.parents
        own = project_of(self.chosen) if later else self.row.folder / PROJECT
        if own is None:
            self.open_file()
            return
        opened = Path(project.fileName()).resolve() if project.fileName() else None
        if opened is None or (opened != own.resolve() if later else opened.parent != own.parent.resolve()):
            self.message.setText(tr("The project of the figure is opened: its layout is in it."))
            self._studies.open(self.row.folder, own)
        layout = layout_of(self.chosen, self.row.folder, project)
        if layout is not None:
            self._iface.openLayoutDesigner(layout)
        else:
            self.open_file()

    def _ask_where(self) -> None:
        if not self._has_chosen():
            return
        figure, start = self.chosen, str(QgsSettings().value(LAST_FOLDER, "") or "")
        folder = QFileDialog.getExistingDirectory(self, tr("Export the figure: choose a folder"), start)
        if folder:
            self.export(figure, Path(folder))

    def export(self, figure: Path, target: Path) -> None:
        """Write a figure of the study that is shown into a folder: as its layout is now, where the study is open."""
        study = self.row.folder
        if self.task is not None or study is None:
            self.message.setText(tr("Another figure is being exported: wait for its end."))
            return
        try:
            export = FigureExport(figure, study, target, layout_of(figure, study, QgsProject.instance()))
        except AccessError as error:
            self.message.setText(str(error))
            return
        self.message.setText(tr("{name} is being exported…").format(name=figure.stem))
        self.task = EngineTask(
            tr("Accès 30: exporting a figure"), export.work, lambda task: self._exported(task, export)
        )
        QgsApplication.taskManager().addTask(self.task)

    def _exported(self, task: EngineTask, export: FigureExport) -> None:
        export.close()
        if task is not self.task:
            return
        self.task = None
        if task.result is None:
            self.message.setText(task.reason or tr("Cancelled: nothing was written."))
        else:
            text = tr("In {folder}: {names}.")
            self.message.setText(text.format(folder=export.target, names=", ".join(task.result)))

    def _has_chosen(self) -> bool:
        if self.chosen is None:
            self.message.setText(tr("Select a figure first."))
        return self.chosen is not None

    def close_all(self) -> None:
        """Export and draw nothing more."""
        self.row.close_all()
        self.drawing.run.close_all()
        if self.task is not None:
            task, self.task = self.task, None
            task.cancel()


def _alternative_text(path: Path) -> str:
    try:
        return path.with_suffix(".txt").read_text(encoding="utf-8")[:1000]
    except OSError:
        return path.stem
