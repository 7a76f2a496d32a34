"""The page “Study” of the panel: the question in words; the study's dialog has all else."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QDoubleSpinBox, QFormLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ..engine.access.setting import Setting
from ..engine.defaults import DEFINITIONS, SEASONS, SLOTS
from ..engine.text import tr
from ..engine.words import word

#: What is asked by a list → its words.
_LISTS = {"DEFINITION": DEFINITIONS, "SEASON": SEASONS, "SLOT": SLOTS}


class QuestionPage(QWidget):
    """Which care, how near, in which season and part of the week.

    Parameters
    ----------
    open_algorithm
        Called with the id of an algorithm and values that are filled in.
    """

    def __init__(self, open_algorithm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("access30_question")
        self._open_algorithm = open_algorithm
        hint = QLabel(
            tr(
                "Who lives too far from emergency care? The layers that were prepared, and all else, stand in the "
                "dialog."
            )
        )
        hint.setWordWrap(True)
        self.threshold = QDoubleSpinBox()
        self.threshold.setRange(1.0, 240.0)
        self.threshold.setDecimals(1)
        self.threshold.setValue(Setting().threshold)
        self.threshold.setSuffix(" min")
        self.lists = {name: _list_of(name, words) for name, words in _LISTS.items()}
        form = QFormLayout()
        form.addRow(tr("Care that counts"), self.lists["DEFINITION"])
        form.addRow(tr("Farther than"), self.threshold)
        form.addRow(tr("Season"), self.lists["SEASON"])
        form.addRow(tr("Part of the week"), self.lists["SLOT"])
        go_on = QPushButton(tr("Run a study…"))
        go_on.setObjectName("access30_question_run")
        go_on.clicked.connect(lambda: open_algorithm("access:study", self.values()))
        column = QVBoxLayout(self)
        column.addWidget(hint)
        column.addLayout(form)
        column.addWidget(go_on)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)

    def values(self) -> dict[str, object]:
        """Return the question as the study's parameters."""
        return {"THRESHOLD": self.threshold.value()} | {name: box.currentData() for name, box in self.lists.items()}


def _list_of(name: str, words: tuple[str, ...]) -> QComboBox:
    box = QComboBox()
    box.setObjectName(f"access30_question_{name.lower()}")
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(10)
    for code in words:
        box.addItem(word(name, code), code)
    box.setCurrentIndex(box.findData(getattr(Setting(), name.lower())))
    return box
