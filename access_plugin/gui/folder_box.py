"""A box for a folder: it waits for the last letter, and a proposal never takes the place of what a person wrote."""

from __future__ import annotations

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

#: After the last letter of a path that is typed.
_PAUSE_MS = 400


class FolderBox(QgsFileWidget):
    """Names a folder.

    Signals
    -------
    settled
        The folder is another one, and no letter has come for a while: it may be looked at.
    """

    settled = pyqtSignal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.setDialogTitle(title)
        self._proposed, self._later = "", QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE_MS)
        self._later.timeout.connect(self.settled)
        self.fileChanged.connect(lambda path: self._later.start())  # it tells of every letter

    @property
    def path(self) -> str:
        """What is written; empty for nothing."""
        return self.filePath().strip()

    @property
    def is_own(self) -> bool:
        """Whether a person has written what is there."""
        return self.path not in ("", self._proposed)

    def settle(self) -> None:
        """Wait no longer for further letters."""
        if self._later.isActive():
            self._later.stop()
            self.settled.emit()

    def propose(self, path: str) -> None:
        """Write a path, unless a person has written one."""
        if not self.is_own:
            self._proposed = path
            self.setFilePath(path)
