"""The figures of the bench: who gains and who loses, in all and in a département, before and after."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from ...engine.bench.bench import Best, Effect
from ...engine.bench.effect import Change
from ...engine.bench.speeds import Speeds
from ...engine.numbers import minutes, number
from ...engine.territory.codes import departements
from ...engine.text import language, tr

_ARROW = " → "
#: The rows that count communes.
_OF_COMMUNES = (4, 5)
#: Room is kept for it, so that the panel keeps its width.
_WIDEST = f"888 888{_ARROW}888 888"


def best_sentence(best: Best | None, gained: float, communes: int | None) -> str:
    """Return how a scenario compares with the best choice of as many places; empty where there is none."""
    if best is None:
        return ""
    text = tr(
        "The best choice of {number} {number:place|places} among the study's candidates gains {gained:.0f} "
        "{gained:person|people} ({proof}): "
    )
    proof = tr("proven") if best.is_proven else tr("at most {bound:.0f}").format(bound=best.bound)
    told, more = text.format(number=best.number, gained=best.gained, proof=proof), round(best.gained - gained)
    told += (
        tr("as many as yours.")
        if more == 0
        else (tr("{more:.0f} more than yours.") if more > 0 else tr("{more:.0f} fewer than yours.")).format(
            more=abs(more)
        )
    )
    if best.communes is None or communes is None:
        return told
    text = tr("In {count} {count:commune|communes} nobody would be beyond any more; in yours: {yours}.")
    return f"{told} " + text.format(count=best.communes, yours=communes)


class FiguresGrid(QFrame):
    """A row a figure; a column for all people, and one for a département."""

    def __init__(self, threshold: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._labels: dict[tuple[int, int], QLabel] = {}
        limit = minutes(threshold, language=language())
        for column, text in enumerate((tr("Threshold: {limit} min").format(limit=limit), tr("Whole study"), "")):
            self._label(0, column, text).setStyleSheet("font-weight: bold")
        self._rows = _rows()
        for row, (text, meaning, _) in enumerate(self._rows, start=1):
            self._label(row, 0, text).setToolTip(meaning)
            for column in (1, 2):
                self._label(row, column, "")

    def show_effect(self, effect: Effect) -> None:
        """Write what a scenario changes."""
        known = departements().get(effect.code)
        self._label(0, 2, known.name if known is not None else "")
        for row in _OF_COMMUNES:  # there are none, or they are none of France
            for column in range(3):
                self._labels[row, column].setVisible(effect.whole.before.communes_beyond is not None)
        for column, change in ((1, effect.whole), (2, effect.departement)):
            for row, (_, _, text) in enumerate(self._rows, start=1):
                label = self._label(row, column, text(change) if change is not None else "")
                strong = row <= 2 and change is not None and (change.gained, change.lost)[row - 1] > 0
                label.setStyleSheet("font-weight: bold" if strong else "")

    def text(self) -> str:
        """Return all that stands here, a line a row."""
        lines = []
        for row in range(len(self._rows) + 1):
            lines.append(
                "\t".join(self._labels[row, column].text() for column in range(3) if (row, column) in self._labels)
            )
        return "\n".join(lines)

    def _label(self, row: int, column: int, text: str) -> QLabel:
        if (row, column) not in self._labels:
            label = QLabel()
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setAlignment(
                Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft)
            )
            self._labels[row, column] = label
            self._grid.addWidget(label, row, column)
        label = self._labels[row, column]
        label.setText(text)
        if column:
            label.setMinimumWidth(max(self.fontMetrics().horizontalAdvance(_WIDEST), label.sizeHint().width()))
        return label


def _rows() -> list[tuple[str, str, Callable[[Change], str]]]:
    """Return the name of each figure, what it means, and how it is written."""

    def both(field: str, say: Callable[[float], str]) -> Callable[[Change], str]:
        return lambda change: say(getattr(change.before, field)) + _ARROW + say(getattr(change.after, field))

    return [
        (
            tr("People gained"),
            tr("They come within the threshold."),
            lambda change: _people(change.gained),
        ),
        (
            tr("People lost"),
            tr("They fall out of the threshold, or have no time any more."),
            lambda change: _people(change.lost),
        ),
        (tr("People beyond"), tr("Before → after."), both("beyond", _people)),
        (
            tr("Communes beyond"),
            tr("Communes in which somebody lives beyond the threshold, before → after."),
            both("communes_beyond", _people),
        ),
        (
            tr("Communes won, lost"),
            tr("Communes in which nobody is beyond any more, and those in which somebody is now."),
            lambda change: f"{_people(change.communes_gained)}, {_people(change.communes_lost)}",
        ),
        (tr("Mean time (min)"), tr("Of all people with a time, before → after."), both("mean_min", _minutes)),
        (
            tr("9 people of 10 (min)"),
            tr("Nine people of ten have at most this time, before → after."),
            both("p90_min", _minutes),
        ),
        (tr("Longest time (min)"), tr("Before → after."), both("max_min", _minutes)),
        (
            tr("People without a time"),
            tr("No road, or no way to a site that is open: not computed, and not counted as beyond."),
            both("not_computed", _people),
        ),
    ]


def one_value_rows() -> list[tuple[str, Callable[[Change], str]]]:
    """Return the figures of a scenario as one value each: those after."""

    def after(field: str, say: Callable[[float], str]) -> Callable[[Change], str]:
        return lambda change: say(getattr(change.after, field))

    return [
        (tr("People gained"), lambda change: _people(change.gained)),
        (tr("People lost"), lambda change: _people(change.lost)),
        (tr("People beyond"), after("beyond", _people)),
        (tr("Communes beyond"), after("communes_beyond", _people)),
        (tr("Communes won"), lambda change: _people(change.communes_gained)),
        (tr("Communes lost"), lambda change: _people(change.communes_lost)),
        (tr("Mean time (min)"), after("mean_min", _minutes)),
        (tr("9 people of 10 (min)"), after("p90_min", _minutes)),
        (tr("Longest time (min)"), after("max_min", _minutes)),
        (tr("People without a time"), after("not_computed", _people)),
    ]


def speed_rows() -> list[tuple[str, Callable[[Speeds], str]]]:
    """Return the figures of a scenario at both ends of the range of the speeds."""

    def between(ends: tuple[float, float], say: Callable[[float], str]) -> str:
        return " – ".join(map(say, ends))

    return [
        (tr("People gained, by speeds"), lambda speeds: between(speeds.ends_of_change("gained"), _people)),
        (tr("People lost, by speeds"), lambda speeds: between(speeds.ends_of_change("lost"), _people)),
        (tr("People beyond, by speeds"), lambda speeds: between(speeds.ends("beyond"), _people)),
        (tr("Mean time, by speeds (min)"), lambda speeds: between(speeds.ends("mean_min"), _minutes)),
    ]


def _people(value: float | None) -> str:
    return number(value, language=language())


def _minutes(value: float) -> str:
    return number(value, 1, language=language())
