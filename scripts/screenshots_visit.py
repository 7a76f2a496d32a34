"""The visit of scripts/screenshots: what docs/fr/premiere-etude.md tells, done in the desktop, pictures on the way."""

from __future__ import annotations

import os
import time
from pathlib import Path

from qgis.core import QgsPointXY
from qgis.PyQt.QtCore import QPoint, QRect, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QPushButton, QTextEdit
from qgis.utils import iface

#: A run may take so long on a busy machine; no one wait of a visit may be longer than 90 s.
_PATIENCE_S, _SLICE_S = 600.0, 60.0


def until(desk, over):
    """Wait for a long time, in slices."""
    started = time.monotonic()
    while not over() and time.monotonic() - started < _PATIENCE_S:
        since = time.monotonic()
        yield desk.until(lambda since=since: over() or time.monotonic() - since > _SLICE_S)
    assert over(), "still not there"


def visit(desk):
    """Follow the page from the menu to the map for the public."""
    window = iface.mainWindow()
    for name in ("Browser", "ProcessingToolbox"):
        dock = window.findChild(QDockWidget, name)
        if dock is not None:
            dock.hide()
    yield desk.pause(2)
    yield from menu(desk)
    yield from example(desk)
    yield from prepare(desk)
    yield from question(desk)
    yield from bench(desk)
    yield from publish(desk)


def menu(desk):
    """Take a picture of the menu, open as by a click on “Extensions”."""
    extensions = iface.pluginMenu()
    bar = iface.mainWindow().menuBar()
    corner = bar.actionGeometry(extensions.menuAction()).bottomLeft()
    extensions.popup(bar.mapToGlobal(corner))
    yield desk.pause(0.5)
    extensions.setActiveAction(desk.menu().menuAction())
    desk.menu().popup(extensions.mapToGlobal(extensions.actionGeometry(desk.menu().menuAction()).topRight()))
    yield desk.pause(1)
    desk.seen["menu"] = [action.text() for action in desk.menu().actions()]
    corner = desk.menu().mapToGlobal(QPoint(desk.menu().width(), desk.menu().height()))
    desk.picture("whole")
    os.system(f"convert whole.png -crop {corner.x() + 90}x{corner.y() + 20}+0+0 +repage etude-menu.png")
    desk.menu().hide()
    extensions.hide()
    yield desk.pause(0.5)


def example(desk):
    """Start from the example, and run the study whose dialog it opens."""
    plugin, folder = desk.plugin(), Path(desk.given["example"])
    plugin.example.start(folder)  # as the menu does once a folder is chosen
    yield from until(desk, lambda: plugin._dialogs)
    dialog = plugin._dialogs[-1]
    dialog.resize(1080, 800)
    yield desk.pause(2)
    desk.picture("etude-exemple")
    ended = []
    desk.answers.append("sans enregistrer")  # the project of the example gives way to that of the study
    dialog.algorithmFinished.connect(lambda ok, results: ended.append(ok))
    log = dialog.findChild(QTextEdit, "txtLog")
    QTest.mouseClick(dialog.runButton(), Qt.MouseButton.LeftButton)
    yield from until(desk, lambda: ended)
    assert ended[-1], log.toPlainText()
    yield desk.pause(4)
    desk.seen["asked"] = desk.boxes
    desk.seen["log"] = log.toPlainText()
    desk.picture("etude-journal", dialog)
    dialog.close()
    assert desk.project.fileName().endswith("study.qgz"), desk.project.fileName()
    iface.mapCanvas().waitWhileRendering()
    yield desk.pause(2)
    desk.picture("etude-projet", iface.mainWindow())
    desk.seen["files"] = "\n".join(sorted(path.name for path in (folder / "étude").iterdir()))


def page_of(desk, name: str):
    """Open a page of the panel, as wide as a person would draw it."""
    desk.plugin().open_panel(name)
    panel = desk.plugin().panel
    iface.mainWindow().resizeDocks([panel], [520], Qt.Orientation.Horizontal)
    yield desk.pause(1.5)
    return panel


def prepare(desk):
    """Choose a folder in which something is missing."""
    panel = yield from page_of(desk, "prepare")
    panel.prepare.folder.setFilePath(desk.given["files"])
    yield desk.pause(1)
    yield from until(desk, lambda: panel.prepare.task is None)
    desk.seen["found"] = panel.prepare.found.toPlainText()
    desk.picture("etude-panneau-preparer", panel)


def question(desk):
    """Ask the question of the example in words."""
    panel = yield from page_of(desk, "question")
    panel.question.folder.setFilePath(desk.given["example"])
    yield desk.pause(1.5)
    panel.question.threshold.setValue(15)
    panel.question.number.setValue(3)
    yield desk.pause(0.5)
    button = panel.question.findChild(QPushButton, "access30_question_run")
    low = button.mapTo(panel, QPoint(0, button.height())).y() + 12
    panel.grab(QRect(0, 0, panel.width(), low)).save("etude-panneau-etude.png")


def bench(desk):
    """Put a doctor where people live too far, on the map of the study."""
    panel = yield from page_of(desk, "bench")
    page = panel.bench
    page.chooser.wanted.emit(Path(desk.given["example"]) / "étude", page.chooser.definition.currentData())
    yield from until(desk, lambda: page.task is None)
    page.findChild(QPushButton, "access30_bench_place").click()
    yield desk.pause(1)
    beyond = page.session.bench.grounds.xy[page.session.bench.was > page.session.bench.setting.threshold]
    there = page.marks.to_map().transform(QgsPointXY(*beyond.mean(axis=0)))
    canvas = iface.mapCanvas()
    at = canvas.getCoordinateTransform().transform(there).toQPointF().toPoint()
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    yield from until(desk, lambda: not page.areas.is_busy)
    yield desk.pause(2)
    desk.seen["bench"] = f"{page.message.text()}\n{page.figures.text()}\n{page.best.text()}"
    desk.picture("etude-essayer", iface.mainWindow())
    page.findChild(QPushButton, "access30_bench_place").setChecked(False)


def publish(desk):
    """Show the figures, and make the map for the public."""
    panel = yield from page_of(desk, "gallery")
    page = panel.gallery
    page.show_study(Path(desk.given["example"]) / "étude")
    yield from until(desk, lambda: not page._left)
    page.drawing.setCollapsed(False)
    yield desk.pause(1)
    page.findChild(QPushButton, "access30_gallery_map").click()
    yield from until(desk, lambda: not page.drawing.run.is_busy)
    yield desk.pause(1)
    desk.seen["figures"] = page.message.text()
    desk.seen["public_map"] = str(Path(desk.given["example"]) / "étude" / "carte grand public")
    desk.picture("etude-panneau-publier", panel)
    panel.hide()
    QApplication.processEvents()
