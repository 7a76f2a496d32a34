"""The plugin's entry: the Processing provider, and in the desktop the menu."""

from __future__ import annotations

import contextlib

from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtCore import QLocale, QTimer, QUrl
from qgis.PyQt.QtGui import QAction, QDesktopServices, QIcon
from qgis.PyQt.QtWidgets import QMenu

from .dependencies import how_to_install, missing_libraries
from .engine.text import set_language, tr
from .processing.provider import AccessProvider
from .processing.resources import icon_path, own_profiles
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
        set_language(interface_locale())

    def initProcessing(self) -> None:
        """Add the provider; all that happens in ``qgis_process``."""
        self.provider = AccessProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self) -> None:
        """Add the provider and the menu “Accès 30”."""
        self.initProcessing()
        self.menu = QMenu(tr("Accès 30"), self.iface.mainWindow())
        self.menu.setObjectName("access30_menu")
        self.menu.setIcon(QIcon(icon_path("access30")))
        for algorithm in self.provider.algorithms():
            action = QAction(algorithm.icon(), algorithm.displayName() + "…", self.menu)
            action.setObjectName(algorithm.id())
            action.triggered.connect(lambda checked=False, name=algorithm.id(): self.open_algorithm(name))
            self.menu.addAction(action)
        self.menu.addSeparator()
        action = QAction(tr("Speed profiles of your own…"), self.menu)
        action.setObjectName("access30_profiles")
        action.triggered.connect(lambda checked=False: QDesktopServices.openUrl(QUrl.fromLocalFile(str(own_profiles()))))
        self.menu.addAction(action)
        self.iface.pluginMenu().addMenu(self.menu)
        missing = missing_libraries()
        if missing:
            self.iface.messageBar().pushMessage(tr("Accès 30"), how_to_install(missing), Qgis.MessageLevel.Warning, 0)
        else:
            self.warming = WarmUp()
            QTimer.singleShot(_AFTER_START_MS, self._warm_up)

    def _warm_up(self) -> None:
        if self.warming is not None:
            QgsApplication.taskManager().addTask(self.warming)

    def open_algorithm(self, name: str) -> None:
        """Open the dialog of an algorithm."""
        from qgis import processing

        processing.execAlgorithmDialog(name, {})

    def unload(self) -> None:
        """Take away all that was added."""
        if self.warming is not None:
            with contextlib.suppress(RuntimeError):  # QGIS deletes a task that has ended
                self.warming.cancel()
            self.warming = None
        if self.menu is not None:
            self.iface.pluginMenu().removeAction(self.menu.menuAction())
            self.menu.deleteLater()
            self.menu = None
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
