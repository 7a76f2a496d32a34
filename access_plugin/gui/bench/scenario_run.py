"""Runs what is made of scenarios: a study of one, the difference between two."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ...engine.bench.scenario import Scenario
from ...engine.text import tr
from ..running import AlgorithmRun
from ..signature_box import signature_values
from .publishing import difference_of, only_doctors, study_of
from .session import BenchSession


class ScenarioRun(AlgorithmRun):
    """One at a time.

    Signals
    -------
    studied
        The folder of a study of a scenario.
    """

    studied = pyqtSignal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tried = 0
        self.ended.connect(self._say_study)

    def study(self, session: BenchSession) -> None:
        """Run the study of the scenario that is shown; errors as :func:`publishing.study_of`."""
        tried = len(session.scenario.tried) if only_doctors(session) else 0
        if self.start("access:study", study_of(session) | signature_values()):
            self._tried = tried

    def difference(self, session: BenchSession, before: tuple[str, Scenario], after: tuple[str, Scenario]) -> bool:
        """Load what changes between two scenarios, each with its name; tell whether it has begun.

        Errors as :func:`publishing.difference_of`.
        """
        title = f"{before[0]} → {after[0]}"
        return self.start("access:comparescenarios", difference_of(session, before[1], after[1], title))

    def _say_study(self, succeeded: bool, results: dict) -> None:
        """Say where the study is, and what to mind before it is published."""
        if not succeeded or "FOLDER" not in results:
            return
        folder = Path(results["FOLDER"])
        texts = [tr("The study is in {folder}.").format(folder=folder)]
        chosen = int(results.get("PLACES_CHOSEN") or 0)
        if chosen < self._tried:
            text = tr(
                "{count} of its {all} {all:place|places} {count:is|are} on the figures: the others bring nobody within "
                "the threshold whom these do not."
            )
            texts.append(text.format(count=chosen, all=self._tried))
        texts.append(
            tr(
                "Publish this study or the one that it was made from, not both: the difference of their figures may "
                "tell of fewer than 11 households."
            )
        )
        self.say(" ".join(texts))
        self.studied.emit(folder)
