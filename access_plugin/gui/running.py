"""An algorithm run from a page of the panel: the same one as from the toolbox, its progress, its cancel, its log."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
)
from qgis.gui import QgsGui
from qgis.PyQt.QtCore import Qt, QUrl, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from ..engine.harmless import for_html
from ..engine.text import tr


class _Feedback(QgsProcessingFeedback):
    """Passes on what an algorithm says, from whichever thread it says it, and remembers what it failed for."""

    said = pyqtSignal(str)

    def __init__(self) -> None:
        super().__init__(False)
        self.reason = ""

    def setProgressText(self, text: str) -> None:
        super().setProgressText(text)
        self.said.emit(text)

    def pushInfo(self, info: str) -> None:
        super().pushInfo(info)
        self.said.emit(info)

    def reportError(self, error: str, fatal: bool = False) -> None:
        super().reportError(error, fatal)
        self.reason = error


class _Run:
    """All that a run needs until it has ended, also where nobody looks at it any more."""

    _going: set["_Run"] = set()

    def __init__(self, algorithm: QgsProcessingAlgorithm, values: dict, context, feedback: _Feedback) -> None:
        self.algorithm, self.context, self.feedback = algorithm, context, feedback
        self.call = algorithm.asPythonCommand(values, context)
        self.task = QgsProcessingAlgRunnerTask(algorithm, values, context, feedback)
        self._note(values)

    def _note(self, values: dict) -> None:
        """Write the call into QGIS's history of Processing, as its dialogs do."""
        command, able = self.algorithm.asQgisProcessCommand(values, self.context)
        details: dict[str, Any] = {
            "python_command": self.call,
            "algorithm_id": self.algorithm.id(),
            "parameters": self.algorithm.asMap(values, self.context),
        }
        if able:
            details["process_command"] = self.call = command
        QgsGui.historyProviderRegistry().addEntry("processing", details)

    def start(self, done) -> None:
        def ended(succeeded: bool, results: dict) -> None:
            self._going.discard(self)
            done(self, succeeded, results)

        if self.task.isCanceled():  # it could not be prepared
            done(self, False, {})
            return
        self._going.add(self)
        self.task.executed.connect(ended)
        QgsApplication.taskManager().addTask(self.task)


class AlgorithmRun(QWidget):
    """A bar, a button that cancels, a sentence, and the log.

    Signals
    -------
    started
        An algorithm has begun.
    ended
        It has ended: whether it did what was asked, and its outputs.
    """

    started = pyqtSignal()
    ended = pyqtSignal(bool, dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run: _Run | None = None
        self.bar, self.cancel_button, self.message = QProgressBar(), QPushButton(tr("Cancel")), QLabel()
        self.cancel_button.setObjectName("access30_run_cancel")
        self.cancel_button.clicked.connect(self.cancel)
        self.message.setObjectName("access30_run_message")
        self.message.setWordWrap(True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.message.setOpenExternalLinks(True)
        self.log, self.log_button = QTextBrowser(), QPushButton(tr("Log"))
        self.log.setObjectName("access30_run_log")
        self.log.setMinimumHeight(160)
        self.log_button.setCheckable(True)
        self.log_button.toggled.connect(self.log.setVisible)
        row = QHBoxLayout()
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.log_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.message)
        column.addWidget(self.log, 1)
        for widget in (self.bar, self.cancel_button, self.log_button, self.log):
            widget.hide()

    @property
    def is_busy(self) -> bool:
        """Whether an algorithm is running."""
        return self._run is not None

    def start(self, name: str, values: dict[str, Any]) -> None:
        """Run an algorithm behind the scenes; what it refuses at once is said in its own words."""
        if self.is_busy:
            return
        from processing.tools import dataobjects

        algorithm = QgsApplication.processingRegistry().createAlgorithmById(name)
        feedback = _Feedback()
        context: QgsProcessingContext = dataobjects.createContext(feedback)
        sound, reason = algorithm.checkParameterValues(values, context)
        if not sound:
            self.say(reason, wrong=True)
            return
        feedback.said.connect(lambda text: self._heard(feedback, text))
        feedback.progressChanged.connect(lambda percent: self._moved(feedback, percent))
        self.bar.setValue(0)
        self.log.clear()
        self.say(algorithm.displayName())
        self._run = _Run(algorithm, values, context, feedback)
        for widget in (self.bar, self.cancel_button):
            widget.show()
        self.log_button.hide(), self.log_button.setChecked(False)
        self.started.emit()
        self._run.start(self._done)

    def say(self, text: str, *, wrong: bool = False, opens: Path | None = None) -> None:
        """Write a sentence; one about something that went wrong in bold. A file that it speaks of opens by a click."""
        link = ""
        if opens is not None:
            link = f' <a href="{QUrl.fromLocalFile(str(opens)).toString()}">{for_html(tr("Open"))}</a>'
        self.message.setText(for_html(text) + link)
        self.message.setStyleSheet("font-weight: bold" if wrong else "")

    def cancel(self) -> None:
        """Ask the algorithm to stop."""
        if self._run is not None:
            self._run.feedback.cancel()
            self.say(tr("Cancelling…"))

    def close_all(self) -> None:
        """Stop what is running, and hear no more of it."""
        if self._run is not None:
            run, self._run = self._run, None
            run.feedback.cancel()

    def _heard(self, feedback: _Feedback, text: str) -> None:
        if self._is_of(feedback) and not feedback.isCanceled():
            self.say(text)

    def _moved(self, feedback: _Feedback, percent: float) -> None:
        if self._is_of(feedback):
            self.bar.setValue(int(percent))

    def _is_of(self, feedback: _Feedback) -> bool:
        return self._run is not None and self._run.feedback is feedback

    def _done(self, run: _Run, succeeded: bool, results: dict) -> None:
        if run is not self._run:  # the page is gone
            return
        from processing.gui.Postprocessing import handleAlgorithmResults

        self._run = None
        for widget in (self.bar, self.cancel_button):
            widget.hide()
        feedback = run.feedback
        if succeeded:
            succeeded = handleAlgorithmResults(run.algorithm, run.context, feedback, results)
        self.log.setHtml(f"{feedback.htmlLog()}<p><code>{for_html(run.call)}</code></p>")
        self.log_button.show()
        cancelled = tr("Cancelled: nothing was written.")
        if succeeded:
            self.say(tr("Done."))
        else:
            self.say(cancelled if feedback.isCanceled() else feedback.reason, wrong=not feedback.isCanceled())
        self.ended.emit(succeeded, results)
