"""The page “Study” of the panel: the question in words, and the run that answers it."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsVectorLayer
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ..engine.access.setting import Setting
from ..engine.defaults import DEFINITIONS, SEASONS, SLOTS
from ..engine.file_names import CANDIDATES, NOTE_PAGE, POPULATION, ROADS, SITES, TERRITORIES
from ..engine.sites.own_roles import is_own, own_roles_in
from ..engine.text import listed, tr
from ..engine.words import word
from ..processing.prepared import prepared_layers
from .folder_box import FolderBox
from .recent import is_study
from .running import StartRow
from .signature_box import signature_values

#: What is asked by a list → its words.
_LISTS = {"DEFINITION": DEFINITIONS, "SEASON": SEASONS, "SLOT": SLOTS}
_BY_ROADS, _OFFICIAL = "roads", "official"


class QuestionPage(QWidget):
    """Which care, how near, in which season and part of the week, from a folder that was prepared.

    Parameters
    ----------
    open_algorithm
        Called with the id of an algorithm and values that are filled in.

    Signals
    -------
    studied
        The folder of a study that was run here.
    """

    studied = pyqtSignal(Path)

    def __init__(self, open_algorithm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("access30_question")
        hint = QLabel(tr("Who lives too far from emergency care?"))
        self.folder, self.target = FolderBox(tr("Prepared folder")), FolderBox(tr("Folder of the study"))
        self.folder.settled.connect(self._folder_changed)
        self.times = QgsFileWidget()
        self.times.setDialogTitle(tr("Official times"))
        self.source = QLineEdit()
        self.source.setPlaceholderText(tr("DREES, SU or SMUR 2019"))
        self.by = QComboBox()
        self.by.setObjectName("access30_question_by")
        self.by.addItem(tr("on the roads of the folder"), _BY_ROADS)
        self.by.addItem(tr("official times, from a table"), _OFFICIAL)
        self.by.currentIndexChanged.connect(self._way_changed)
        self.threshold = QDoubleSpinBox()
        self.threshold.setRange(1.0, 240.0)
        self.threshold.setDecimals(1)
        self.threshold.setValue(Setting().threshold)
        self.threshold.setSuffix(" min")
        self.lists = {name: _list_of(name, words) for name, words in _LISTS.items()}
        self.number = QSpinBox()
        self.number.setRange(0, 50)
        self.number.setObjectName("access30_question_number")
        self._form = QFormLayout()
        for label, widget in (
            (tr("Prepared folder"), self.folder),
            (tr("Travel times"), self.by),
            (tr("Table of times"), self.times),
            (tr("Its source"), self.source),
            (tr("Care that counts"), self.lists["DEFINITION"]),
            (tr("Farther than"), self.threshold),
            (tr("Season"), self.lists["SEASON"]),
            (tr("Part of the week"), self.lists["SLOT"]),
            (tr("Places to suggest"), self.number),
            (tr("Folder of the study"), self.target),
        ):
            self._form.addRow(label, widget)
        self.starting = StartRow(
            "question", tr("Run the study"), self._start, lambda: open_algorithm("access:study", self.values())
        )
        self.run = self.starting.run
        self.run.ended.connect(self._ended)
        column = QVBoxLayout(self)
        column.addWidget(hint)
        column.addLayout(self._form)
        column.addWidget(self.starting)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._way_changed()

    @property
    def is_official(self) -> bool:
        """Whether a table gives the times."""
        return self.by.currentData() == _OFFICIAL

    def values(self) -> dict[str, object]:
        """Return the question as the study's parameters."""
        folder = Path(self.folder.path) if self.folder.path else None
        layers = {} if folder is None else {row.output: row.source(folder) for row in prepared_layers(folder)}
        asked: dict[str, object] = {"THRESHOLD": self.threshold.value()} | self._care()
        if self.is_official:
            layers.pop("CANDIDATES", None)
            asked |= {"TIMES": self.times.filePath().strip(), "TIMES_SOURCE": self.source.text().strip()}
        else:
            asked |= {name: self._asked(name) for name in ("SEASON", "SLOT")}
            if folder is not None and (folder / ROADS).is_file():
                asked["NETWORK"] = str(folder / ROADS)
            if self.number.value() and "CANDIDATES" in layers and self.number.isEnabled():
                asked["NUMBER"] = self.number.value()
            else:
                layers.pop("CANDIDATES", None)
        asked |= layers | {"FOLDER": self.target.path}
        return signature_values() | {name: value for name, value in asked.items() if value != ""}

    def _care(self) -> dict[str, object]:
        """Return what counts: a definition, or a kind of site of one's own alone."""
        code = str(self._asked("DEFINITION"))
        return {"OTHER_CARE": word("ROLE", code)} if is_own(code) else {"DEFINITION": code}

    def _offer_own_kinds(self) -> None:
        """Offer the kinds of site of one's own that the folder holds, beside the definitions of care."""
        box, chosen = self.lists["DEFINITION"], self._asked("DEFINITION")
        for place in reversed(range(box.count())):
            if is_own(box.itemData(place)):
                box.removeItem(place)
        path = Path(self.folder.path or ".") / SITES
        layer = QgsVectorLayer(str(path), SITES, "ogr") if path.is_file() else None
        column = layer.fields().lookupField("role") if layer is not None and layer.isValid() else -1
        for role in own_roles_in(sorted(map(str, layer.uniqueValues(column)))) if column >= 0 else []:
            box.addItem(word("ROLE", role), role)
        box.setCurrentIndex(max(box.findData(chosen), 0))

    def _asked(self, name: str) -> object:
        return self.lists[name].currentData()

    def show_folder(self, folder: Path, times: str = "") -> None:
        """Take up a folder that was prepared, with the table of official times that was among its files."""
        self.times.setFilePath(times)
        self.source.clear()
        self.folder.setFilePath(str(folder))

    def _folder_changed(self) -> None:
        """Look at the folder: by roads, where it has some, else by official times."""
        text = self.folder.path
        if text and Path(text).is_dir():
            way = _BY_ROADS if (Path(text) / ROADS).is_file() else _OFFICIAL
            self.by.setCurrentIndex(self.by.findData(way))
        self._offer_own_kinds()
        self._propose_target()
        self._way_changed()
        self.run.say(self._what_is_missing())

    def _propose_target(self) -> None:
        """Propose a folder that holds no study yet; one that the person chose stays."""
        if self.folder.path and not self.target.is_own:
            names = (tr("study"), *(f"{tr('study')} {number}" for number in range(2, 1000)))
            free = next(folder for name in names if not is_study(folder := Path(self.folder.path) / name))
            self.target.propose(str(free))

    def _what_is_missing(self) -> str:
        """Return what a study needs and the folder does not hold; nothing where all is there."""
        folder = self.folder.path
        needed = [SITES, POPULATION] + ([TERRITORIES] if self.is_official else [ROADS])
        missing = [name for name in needed if not folder or not (Path(folder) / name).is_file()]
        if not missing:
            return ""
        text = tr("The folder {folder} has no {names}: prepare it on the page “Prepare”, or press “More settings…”.")
        return text.format(folder=folder or "–", names=listed(missing))

    def _way_changed(self) -> None:
        """Ask for what counts by the way in which times come."""
        for widget in (self.times, self.source):
            widget.setVisible(self.is_official)
            self._form.labelForField(widget).setVisible(self.is_official)
        folder = self.folder.path
        for name in ("SEASON", "SLOT"):
            self.lists[name].setEnabled(not self.is_official)
        self.number.setEnabled(not self.is_official and bool(folder) and (Path(folder) / CANDIDATES).is_file())

    def _start(self) -> None:
        self.folder.settle()
        missing = self._what_is_missing()
        if missing:
            self.run.say(missing, wrong=True)
        elif self.is_official and not self.times.filePath().strip():
            self.run.say(tr("Choose the table of official times."), wrong=True)
        else:
            self.run.start("access:study", self.values())

    def _ended(self, succeeded: bool, results: dict) -> None:
        if succeeded:
            folder = Path(results["FOLDER"])
            self.run.say(tr("The study is in {folder}.").format(folder=folder), opens=folder / NOTE_PAGE)
            self.studied.emit(folder)
            self._propose_target()

    def close_all(self) -> None:
        """Run nothing more."""
        self.run.close_all()


def _list_of(name: str, words: tuple[str, ...]) -> QComboBox:
    box = QComboBox()
    box.setObjectName(f"access30_question_{name.lower()}")
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(10)
    for code in words:
        box.addItem(word(name, code), code)
    box.setCurrentIndex(box.findData(getattr(Setting(), name.lower())))
    return box
