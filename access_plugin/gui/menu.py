"""The menu “Accès 30”, in the order of the work: open, the main steps, all the rest step by step."""

from __future__ import annotations

from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QAction, QDesktopServices, QIcon
from qgis.PyQt.QtWidgets import QMenu

from ..engine.text import tr
from ..processing.base import GROUP_LABELS
from ..processing.resources import icon_path, own_profiles

#: The way through: what stands in the menu itself.
_MAIN = ("prepareregion", "study", "pressfigure", "publicmap")


def make_menu(parent, algorithms, open_algorithm, studies, example, open_panel) -> QMenu:
    """Build the menu.

    Parameters
    ----------
    algorithms
        In the order of the work.
    open_algorithm
        Called with the id of an algorithm.
    studies, example
        :class:`studies.Studies` and :class:`example.Example`.
    open_panel
        Shows a page of the panel: ``prepare``, ``bench`` or ``gallery``.
    """
    menu = QMenu(tr("Accès 30"), parent)
    menu.setObjectName("access30_menu")
    menu.setIcon(QIcon(icon_path("access30")))
    _add(menu, "access30_open_study", tr("Open a study…"), studies.ask_for_folder)
    _add(menu, "access30_files", tr("What is in your files, what is missing…"), lambda: open_panel("prepare"))
    _add(menu, "access30_figures", tr("Figures of a study…"), lambda: open_panel("gallery"))
    _add(menu, "access30_example", tr("Start from the example…"), example.ask_for_folder)
    menu.addSeparator()
    by_name = {algorithm.name(): algorithm for algorithm in algorithms}
    for name in _MAIN:
        _add_algorithm(menu, by_name[name], open_algorithm)
        if name == "study":
            _add(menu, "access30_try", tr("Try a place…"), lambda: open_panel("bench"))
    menu.addSeparator()
    for group, label in GROUP_LABELS.items():
        members = [
            algorithm for algorithm in algorithms if algorithm.groupId() == group and algorithm.name() not in _MAIN
        ]
        step = menu.addMenu(label())
        for algorithm in members:
            _add_algorithm(step, algorithm, open_algorithm)
    menu.addSeparator()
    _add(
        menu,
        "access30_profiles",
        tr("Speed profiles of your own…"),
        lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(own_profiles()))),
    )
    return menu


def _add(menu: QMenu, name: str, text: str, called) -> QAction:
    action = QAction(text, menu)
    action.setObjectName(name)
    action.triggered.connect(lambda checked=False: called())
    menu.addAction(action)
    return action


def _add_algorithm(menu: QMenu, algorithm, open_algorithm) -> None:
    action = _add(menu, algorithm.id(), algorithm.displayName() + "…", lambda: open_algorithm(algorithm.id()))
    action.setIcon(algorithm.icon())
    action.setToolTip(algorithm.shortDescription())
