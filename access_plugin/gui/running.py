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
from .task import after_cleaning

#: Warnings that a page shows itself.
_MOST_REMARKS = 3


class _Feedback(QgsProcessingFeedback):
    """Passes on what an algorithm says, from whichever thread it says it; remembers its warnings and why it failed."""

    said = pyqtSignal(str)

    def __init__(self) -> None:
        super().__init__(False)
        self.reason, self.warnings = "", list[str]()

    def setProgressText(self, text: str) -> None:
        super().setProgressText(text)
        self.said.emit(text)

    def pushInfo(self, info: str) -> None:
        super().pushInfo(info)
        self.said.emit(info)

    def pushWarning(self, warning: str) -> None:
        super().pushWarning(warning)
        self.warnings.append(warning)

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
            after_cleaning(lambda: tell(succeeded, dict(results)))

        def tell(succeeded: bool, results: dict) -> None:
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
        self.message.setTextFormat(Qt.TextFormat.RichText)
        self.message.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.message.setOpenExternalLinks(True)
        self.remarks = QLabel()
        self.remarks.setObjectName("access30_run_remarks")
        self.remarks.setWordWrap(True)
        self.remarks.setTextFormat(Qt.TextFormat.PlainText)
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
        column.addWidget(self.remarks)
        column.addWidget(self.log, 1)
        for widget in (self.bar, self.cancel_button, self.log_button, self.log, self.remarks):
            widget.hide()

    @property
    def is_busy(self) -> bool:
        """Whether an algorithm is running."""
        return self._run is not None

    def start(self, name: str, values: dict[str, Any]) -> bool:
        """Run an algorithm behind the scenes; tell whether it has begun.

        What it refuses at once is said in its own words.
        """
        if self.is_busy:
            return False
        from processing.tools import dataobjects

        algorithm = QgsApplication.processingRegistry().createAlgorithmById(name)
        feedback = _Feedback()
        context: QgsProcessingContext = dataobjects.createContext(feedback)
        sound, reason = algorithm.checkParameterValues(values, context)
        if not sound:
            self.say(reason, wrong=True)
            return False
        feedback.said.connect(lambda text: self._heard(feedback, text))
        feedback.progressChanged.connect(lambda percent: self._moved(feedback, percent))
        self.bar.setValue(0)
        self.log.clear()
        self.say(algorithm.displayName())
        self._run = _Run(algorithm, values, context, feedback)
        for widget in (self.bar, self.cancel_button):
            widget.show()
        self.log_button.hide(), self.log_button.setChecked(False), self.remarks.hide()
        self.started.emit()
        self._run.start(self._done)
        return True

    def say(self, text: str, *, wrong: bool = False, opens: Path | None = None) -> None:
        """Write a sentence; one about something that went wrong in bold. A file that it speaks of opens by a click."""
        link = ""
        if opens is not None:
            address = bytes(QUrl.fromLocalFile(str(opens)).toEncoded()).decode()
            link = f' <a href="{for_html(address)}">{for_html(tr("Open"))}</a>'
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
        self._run, feedback = None, run.feedback
        for widget in (self.bar, self.cancel_button):
            widget.hide()
        fine = False
        try:
            fine = succeeded and self._loaded(run, results)
        finally:
            self.log.setHtml(f"{feedback.htmlLog()}<p><code>{for_html(run.call)}</code></p>")
            self.log_button.show()
            self._show_remarks(feedback.warnings)
            if fine:
                self.say(tr("Done."))
            else:
                self.say(feedback.reason or tr("It has failed: the log says more."), wrong=not feedback.isCanceled())
            self.ended.emit(fine, results)

    @staticmethod
    def _loaded(run: _Run, results: dict) -> bool:
        """Have QGIS load what was made, as after a dialog; tell whether it could."""
        from processing.gui.Postprocessing import handleAlgorithmResults

        return bool(handleAlgorithmResults(run.algorithm, run.context, run.feedback, results))

    def _show_remarks(self, warnings: list[str]) -> None:
        """Show the first warnings; the log has all."""
        told = list(dict.fromkeys(warnings))
        lines = [f"⚠ {text}" for text in told[:_MOST_REMARKS]]
        if len(told) > _MOST_REMARKS:
            lines.append(
                tr("{count} more {count:warning|warnings} in the log.").format(count=len(told) - _MOST_REMARKS)
            )
        self.remarks.setText("\n".join(lines))
        self.remarks.setVisible(bool(told))


class StartRow(QWidget):
    """A button that starts a run, one that opens the algorithm's dialog, and the run below them.

    Parameters
    ----------
    name, text
        What begins the names of the buttons, and what stands on the first.
    start, more
        Called when they are pressed.
    """

    def __init__(self, name: str, text: str, start, more, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.go, other, self.run = QPushButton(text), QPushButton(tr("More settings…")), AlgorithmRun()
        for button, part, called in ((self.go, "run", start), (other, "more", more)):
            button.setObjectName(f"access30_{name}_{part}")
            button.clicked.connect(lambda checked=False, called=called: called())
        self.run.started.connect(lambda: self.go.setEnabled(False))
        self.run.ended.connect(lambda succeeded, results: self.go.setEnabled(True))
        row = QHBoxLayout()
        row.addWidget(self.go, 1)
        row.addWidget(other)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.run)
