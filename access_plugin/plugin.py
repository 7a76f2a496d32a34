"""The plugin's entry: the Processing provider, and in the desktop the menu."""

from __future__ import annotations

import contextlib

from qgis.core import Qgis, QgsApplication
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QLocale, QTimer
from qgis.PyQt.QtWidgets import QMenu

from .dependencies import add_qpip_folder, how_to_install, missing_libraries
from .engine.text import set_language, tr
from .processing.provider import ALGORITHMS, AccessProvider
from .warming import WarmUp

#: QGIS comes first: it is still loading when plugins start.
_AFTER_START_MS = 3000


def interface_locale() -> str:
    """Return the locale that QGIS speaks: the one of its translation (settings or ``--lang``), else the system's."""
    application = QgsApplication.instance()
    spoken = application.translation() or application.locale() if application is not None else ""
    return spoken or QLocale.system().name()


class AccessPlugin:
    """Loads whether or not the Python libraries are there: without them, the algorithms say what is missing."""

    def __init__(self, iface) -> None:
        self.iface = iface
        self.provider: AccessProvider | None = None
        self.menu: QMenu | None = None
        self.warming: WarmUp | None = None
        self.studies = None
        self.example = None
        self.panel = None
        self._dialogs: list = []
        set_language(interface_locale())
        add_qpip_folder(QgsApplication.qgisSettingsDirPath())

    def initProcessing(self) -> None:
        """Add the provider; all that happens in ``qgis_process``."""
        self.provider = AccessProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self) -> None:
        """Add the provider and the menu “Accès 30”."""
        self.initProcessing()
        self._add_menu()
        missing = missing_libraries()
        if missing:
            self.iface.messageBar().pushMessage(tr("Accès 30"), how_to_install(missing), Qgis.MessageLevel.Warning, 0)
        else:
            self.warming = WarmUp()
            QTimer.singleShot(_AFTER_START_MS, self._warm_up)

    def _add_menu(self) -> None:
        """Add the menu."""
        from .gui.example import Example
        from .gui.menu import make_menu
        from .gui.studies import Studies

        self.studies = Studies(self.iface, self.provider)
        self.example = Example(self.iface, self.open_algorithm)
        order = {kind.ID: place for place, kind in enumerate(ALGORITHMS)}
        algorithms = sorted(self.provider.algorithms(), key=lambda algorithm: order[algorithm.name()])
        self.menu = make_menu(
            self.iface.mainWindow(), algorithms, self.open_algorithm, self.studies, self.example, self.open_panel
        )
        self.iface.pluginMenu().addMenu(self.menu)

    def _warm_up(self) -> None:
        if self.warming is not None:
            QgsApplication.taskManager().addTask(self.warming)

    def open_algorithm(self, name: str, values: dict | None = None) -> None:
        """Open the dialog of an algorithm, filled in; the window goes on beside it.

        It is held as long as it is open: QGIS holds no more than its C++ half, whose button runs nothing.
        """
        from qgis import processing

        self._dialogs = [dialog for dialog in self._dialogs if not sip.isdeleted(dialog) and dialog.isVisible()]
        dialog = processing.createAlgorithmDialog(name, values or {})
        if dialog is not None:
            self._dialogs.append(dialog)
            dialog.show()

    def open_panel(self, page: str) -> None:
        """Show a page of the panel; it is made when it is first asked for, since it needs the libraries."""
        missing = missing_libraries()
        if missing:
            self.iface.messageBar().pushMessage(tr("Accès 30"), how_to_install(missing), Qgis.MessageLevel.Warning, 0)
            return
        if self.panel is None:
            from .gui.panel import Panel

            self.panel = Panel(self.iface, self.studies, self.provider, self.open_algorithm)
        self.panel.open(page)

    def unload(self) -> None:
        """Take away all that was added."""
        for dialog in self._dialogs:
            if not sip.isdeleted(dialog):
                dialog.close()
        self._dialogs = []
        if self.panel is not None:
            self.panel.close_all()
            self.panel = None
        if self.warming is not None:
            with contextlib.suppress(RuntimeError):  # QGIS deletes a task that has ended
                self.warming.cancel()
            self.warming = None
        if self.studies is not None:
            self.studies.close()
            self.studies = None
        if self.menu is not None:
            self.iface.pluginMenu().removeAction(self.menu.menuAction())
            self.menu.deleteLater()
            self.menu = None
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
