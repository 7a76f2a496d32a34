"""Studies in the window: opening one, and telling when the project that is open shows another run's results."""

from __future__ import annotations

from pathlib import Path

from qgis.core import Qgis, QgsApplication, QgsProject, QgsSettings
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton

from ..engine.file_names import PROJECT, RESULTS, RUN_ENTRY
from ..engine.study.kept import read_run
from ..engine.text import language, tr
from .recent import LAST_FOLDER, remember
from .shared_styles import SharedStyles


class Studies:
    """Opens studies, and watches the project that is open.

    Parameters
    ----------
    iface
        QGIS's window.
    provider
        Tells when a study was written.
    """

    def __init__(self, iface, provider) -> None:
        self.iface = iface
        self._box: QMessageBox | None = None
        self._provider, self._expected, self._styles = provider, "", SharedStyles()
        provider.study_written.connect(self._written)
        QgsProject.instance().readProject.connect(self._read)

    def close(self) -> None:
        """Stop watching."""
        self._styles.close()
        self._provider.study_written.disconnect(self._written)
        QgsProject.instance().readProject.disconnect(self._read)

    def expect(self, folder: Path | None) -> None:
        """Open the study that the panel runs into this folder, as one from its dialog; None: it has ended."""
        self._expected = "" if folder is None else str(folder.resolve())

    def ask_for_folder(self) -> None:
        """Ask for the folder of a study and open it."""
        start = str(QgsSettings().value(LAST_FOLDER, "") or "")
        folder = QFileDialog.getExistingDirectory(self.iface.mainWindow(), tr("Open a study: choose its folder"), start)
        if folder:
            self.open(Path(folder))

    def open(self, folder: Path, project: Path | None = None) -> None:
        """Open the project of a study, or another one of its pages; or say why it is none.

        Changes of the project that is open are asked about first.
        """
        project = folder / PROJECT if project is None else project
        if not (folder / PROJECT).is_file() or not (folder / RESULTS).is_file():
            text = tr(
                "{folder} is no folder of a study: it has no {name}. Choose the folder that “Run a whole study” "
                "was given."
            )
            missing = PROJECT if not (folder / PROJECT).is_file() else RESULTS
            self._say(text.format(folder=folder, name=missing), Qgis.MessageLevel.Warning)
            return
        QgsSettings().setValue(LAST_FOLDER, str(folder.parent))
        remember(folder)
        if not QgsProject.instance().isDirty():
            self.iface.addProject(str(project))
            return
        self._box = QMessageBox(
            QMessageBox.Icon.Question,
            tr("Open a study"),
            tr("The project that is open has changes that are not saved. The study will take its place."),
            parent=self.iface.mainWindow(),
        )
        buttons = {
            "save": self._box.addButton(tr("Save it, then open the study"), QMessageBox.ButtonRole.AcceptRole),
            "drop": self._box.addButton(tr("Open the study without saving"), QMessageBox.ButtonRole.DestructiveRole),
            "stay": self._box.addButton(tr("Stay in this project"), QMessageBox.ButtonRole.RejectRole),
        }
        self._box.setEscapeButton(buttons["stay"])
        self._box.setDefaultButton(buttons["stay"])
        self._box.buttonClicked.connect(
            lambda button: self._answered(next(word for word, one in buttons.items() if one is button), folder, project)
        )
        self._box.open()  # the window goes on behind it

    def _answered(self, word: str, folder: Path, project: Path) -> None:
        if word == "save":
            self.iface.actionSaveProject().trigger()  # a project without a name is asked for one, which may be refused
        if word == "drop" or (word == "save" and not QgsProject.instance().isDirty()):
            QgsProject.instance().setDirty(False)
            self.iface.addProject(str(project))
        else:
            if self._of_another_run(folder):
                self._let_go(folder)
            self.offer(folder)

    def offer(self, folder: Path) -> None:
        """Say where a study is, with a button that opens it."""
        item = self.iface.messageBar().createMessage(
            tr("Accès 30"), tr("The study is in {folder}.").format(folder=folder)
        )
        button = QPushButton(tr("Open the study"))
        button.clicked.connect(lambda: self.open(folder))
        item.layout().addWidget(button)
        self.iface.messageBar().pushWidget(item, Qgis.MessageLevel.Success, 0)

    def _written(self, path: str, wanted: bool) -> None:
        """Open a study that was written, where its dialog asked for that, once the dialog is done."""
        remember(Path(path))
        expected = wanted and (path == self._expected or _from_its_dialog())
        QTimer.singleShot(0, lambda: self._after(Path(path), expected))

    def _after(self, folder: Path, wanted: bool) -> None:
        if wanted:
            self.open(folder)  # in the place of its older self too, where that was open without changes
        elif self._of_another_run(folder):
            self._let_go(folder)
            self.offer(folder)

    def _read(self, document=None) -> None:
        """Tell where the results of a project that was opened are another run's."""
        for folder in _folders(QgsProject.instance()):
            if self._of_another_run(folder):
                QTimer.singleShot(0, lambda folder=folder: self._let_go(folder))

    def _of_another_run(self, folder: Path) -> bool:
        """Tell whether the project that is open was made for a run whose results the folder no longer holds."""
        project = QgsProject.instance()
        mark, known = project.readEntry(*RUN_ENTRY)
        shown = (
            known
            and bool(mark)
            and folder.resolve() in {path.resolve() for path in _folders(project)}
            and (folder / RESULTS).is_file()
        )
        return shown and mark != read_run(folder).get("run")

    def _let_go(self, folder: Path) -> None:
        """Say that the project shows other results than it was made for, and part it from its file.

        So it cannot be saved over the study without a word.
        """
        project, run = QgsProject.instance(), read_run(folder)
        setting = run.get("record", {}).get("setting", {})
        name = project.fileName()
        project.setFileName("")
        project.setDirty(True)
        text = tr(
            "{name} shows the results of another run ({date}, threshold {threshold} min), which its titles do "
            "not fit: save it under another name, or open the study anew."
        )
        self._say(
            text.format(
                name=Path(name).name or "?",
                date=_day(run.get("record", {}).get("date", "")),
                threshold=setting.get("threshold", "?"),
            ),
            Qgis.MessageLevel.Warning,
        )

    def _say(self, text: str, level) -> None:
        self.iface.messageBar().pushMessage(tr("Accès 30"), text, level, 0)


def _day(iso: str) -> str:
    """Return a day as the interface writes it, in numbers."""
    return "/".join(reversed(iso.split("-"))) if language() == "fr" else iso


def _folders(project: QgsProject) -> list[Path]:
    """Return the folders whose results a project shows."""
    paths = (
        Path(layer.source().split("|")[0]) for layer in project.mapLayers().values() if layer.providerType() == "ogr"
    )
    return list(dict.fromkeys(path.parent for path in paths if path.name == RESULTS))


def _from_its_dialog() -> bool:
    """Tell whether a person has run the study from its dialog.

    Not from a model, a batch or a script, whose project must stay.
    """
    from processing.gui.AlgorithmDialog import AlgorithmDialog
    from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog

    windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    batch = any(isinstance(window, BatchAlgorithmDialog) for window in windows)
    return (
        not batch
        and QgsApplication.platform() == "desktop"
        and any(isinstance(window, AlgorithmDialog) and window.algorithm().id() == "access:study" for window in windows)
    )
