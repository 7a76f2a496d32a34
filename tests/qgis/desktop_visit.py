"""Run inside the real desktop: opens the menu, the toolbox, two dialogs and a study, and takes pictures of them."""

import json
import os
import traceback
from pathlib import Path

from qgis import processing
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QDockWidget, QMenu
from qgis.utils import iface, plugins

OUT = Path(os.environ["ACCESS30_VISIT"])
STUDY = os.environ["ACCESS30_STUDY"]
seen: dict = {}


def picture(name: str) -> None:
    os.system(f"import -window root '{OUT / name}.png'")


def look_at_window():
    window = iface.mainWindow()
    window.showMaximized()
    seen["plugin"] = "access_plugin" in plugins
    seen["menu"] = [action.text() for action in window.findChild(QMenu, "access30_menu").actions()]
    provider = QgsApplication.processingRegistry().providerById("access")
    seen["groups"] = sorted({algorithm.group() for algorithm in provider.algorithms()})
    window.findChild(QDockWidget, "ProcessingToolbox").setVisible(True)
    iface.addProject(STUDY + "/study.qgz")
    seen["layers"] = [layer.name() for layer in QgsProject.instance().mapLayers().values()]


def look_at_project():
    iface.mapCanvas().waitWhileRendering()
    picture("project")


def open_dialog(name: str):
    dialog = processing.createAlgorithmDialog(name, {})
    dialog.resize(1100, 800)
    dialog.show()
    seen[name] = dialog.windowTitle()
    seen["dialog"] = dialog


def look_at_dialog(name: str):
    picture(name.replace(":", "_"))
    seen.pop("dialog").close()


def look_at_warmth():
    seen["warm"] = plugins["access_plugin"].warming.succeeded


def ask_the_solver():
    """HiGHS beside the desktop: two candidates of which the second serves more."""
    import numpy as np

    from access_plugin.engine.errors import Cancelled
    from access_plugin.engine.placement.solving.solver import Solver
    from access_plugin.engine.progress import Progress

    ones = np.ones(2)
    programme = (
        np.array([-1.0, -2.0]),
        (-ones, np.zeros(2, int), np.array([0, 1, 2]), (1, 2)),
        np.array([-1.0]),
        np.zeros(2),
        ones,
        ones,
    )
    with Solver() as solver:
        finished, solution, _ = solver.solve(programme, 10.0, Progress())
        seen["solved"] = [finished, *solution.tolist()]
        seen["beside"] = solver._process is not None
        try:
            solver.solve(programme, 10.0, Progress(is_cancelled=lambda: True))
        except Cancelled:
            seen["cancelled"] = solver._process is None


def draw_and_open_a_layout():
    """A figure made in the desktop, and the layout of a study opened as a cartographer does, to change it."""
    out = str(OUT / "kit")
    processing.run("access:pressfigure", {"STUDY": STUDY, "FIGURE": "map", "FORMAT": "slide", "FOLDER": out})
    processing.run("access:publicmap", {"STUDY": STUDY, "FOLDER": str(OUT / "map")})
    seen["drawn"] = sorted(path.name for path in Path(out).iterdir())
    layouts = {layout.name(): layout for layout in QgsProject.instance().layoutManager().printLayouts()}
    seen["layouts"] = sorted(layouts)
    iface.openLayoutDesigner(layouts["carte"]).window().showMaximized()


def look_at_layout():
    picture("layout")
    for designer in iface.openLayoutDesigners():
        designer.close()


def leave():
    QgsProject.instance().clear()
    QgsProject.instance().setDirty(False)
    iface.actionExit().trigger()


STEPS = [look_at_window, look_at_project]
for dialog_name in (
    "access:study",
    "access:placesites",
    "access:placemountain",
    "access:comparescenarios",
    "access:isochrones",
    "access:smoothareas",
    "access:pressfigure",
    "access:publicmap",
):
    STEPS += [lambda name=dialog_name: open_dialog(name), lambda name=dialog_name: look_at_dialog(name)]
STEPS += [look_at_warmth, ask_the_solver, draw_and_open_a_layout, lambda: None, look_at_layout]


def walk(number: int = 0) -> None:
    """Take one step, and the next one when the window has been painted."""
    try:
        STEPS[number]()
    except Exception:
        seen["error"] = traceback.format_exc()
        number = len(STEPS)
    if number + 1 < len(STEPS):
        QTimer.singleShot(600, lambda: walk(number + 1))
        return
    (OUT / "seen.json").write_text(
        json.dumps({key: value for key, value in seen.items() if key != "dialog"}, ensure_ascii=False)
    )
    QTimer.singleShot(500, leave)


QTimer.singleShot(3000, walk)
