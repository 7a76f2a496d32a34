"""Visits to the bench: a place is tried, dragged, changed, undone and taken away, by the mouse and by the keys."""

from __future__ import annotations

import gc
import shutil
from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsProject
from qgis.gui import QgsRubberBand, QgsVertexMarker
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QAction, QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QPushButton
from qgis.utils import iface

from access_plugin.engine.bench.store import ScenarioStore
from access_plugin.engine.study.kept import read_run, write_run
from access_plugin.gui.recent import remember


class Hand:
    """The mouse over the map."""

    def __init__(self) -> None:
        self.canvas = iface.mapCanvas()

    def pixel(self, xy) -> QPoint:
        return self.canvas.getCoordinateTransform().transform(QgsPointXY(*xy)).toQPointF().toPoint()

    def click(self, at: QPoint, button=Qt.MouseButton.LeftButton) -> None:
        QTest.mouseClick(self.canvas.viewport(), button, Qt.KeyboardModifier.NoModifier, at)

    def _send(self, kind, at: QPoint, button, buttons) -> None:
        view = self.canvas.viewport()
        event = QMouseEvent(
            kind, QPointF(at), QPointF(view.mapToGlobal(at)), button, buttons, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(view, event)

    def press(self, at: QPoint) -> None:
        self._send(QEvent.Type.MouseButtonPress, at, Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton)

    def move(self, at: QPoint) -> None:
        self._send(QEvent.Type.MouseMove, at, Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton)

    def release(self, at: QPoint) -> None:
        self._send(QEvent.Type.MouseButtonRelease, at, Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton)


def open_panel(desk, folder):
    """Open the panel from the menu and put a study on the bench."""
    desk.menu().findChild(QAction, "access30_try").trigger()
    page = desk.plugin().panel.bench
    page.chooser.wanted.emit(Path(folder), page.chooser.definition.currentData())
    yield desk.until(lambda: page.task is None)
    gc.collect()  # what is held by nobody loses its Python half here
    return page


def sites_of(page):
    scenario = page.session.scenario
    return [(site.role, round(site.x), round(site.y), site.delay_min, site.hours) for site in scenario.tried], sorted(
        scenario.closed
    )


def changed(page):
    change = page.session.effect.whole
    return [change.gained, change.lost, change.before.beyond, change.after.beyond, change.after.p90_min]


def try_a_place(desk):
    seen, hand, folder = desk.seen, Hand(), Path(desk.given["study"])
    desk.menu().findChild(QAction, "access30_open_study")
    iface.addProject(str(folder / "study.qgz"))
    yield desk.pause(3)
    page = yield from open_panel(desk, folder)
    seen["message"] = page.message.text()
    canvas = hand.canvas
    page.findChild(QPushButton, "access30_bench_place").click()
    seen["tool"] = canvas.mapTool() is page.tool
    yield desk.pause(1)
    desk.picture("bench-empty")
    bench = page.session.bench
    far = bench.grounds.xy[bench.was > bench.setting.threshold]
    there = page.marks.to_map().transform(QgsPointXY(*far.mean(axis=0)))
    at = hand.pixel((there.x(), there.y()))
    # a click tries a doctor
    hand.click(at)
    yield desk.pause(0.5)
    seen["clicked"] = sites_of(page), changed(page)
    seen["grid"] = page.figures.text()
    desk.picture("bench-tried")
    # the land that changes is drawn behind the scenes
    yield desk.until(lambda: not page.areas.is_busy)
    seen["land"] = [ring.asGeometry().area() > 1e6 for ring in page.marks._rings]
    # the second click of a double one tries no second doctor, and Esc in a drag none either
    QTest.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at + QPoint(90, 0))
    seen["doubled"] = len(page.session.scenario.tried)
    there = hand.pixel(_at(page))
    hand.press(there)
    hand.move(there + QPoint(30, 0))
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    hand.release(there + QPoint(30, 0))
    seen["escaped"] = sites_of(page)
    # a drag moves it, and the figures follow
    start = hand.pixel(_at(page))
    hand.press(start)
    on_the_way = []
    for step in range(1, 9):
        hand.move(start + QPoint(6 * step, 4 * step))
        on_the_way.append(page.figures.text().splitlines()[3])
    yield desk.pause(0.2)
    desk.picture("bench-held")
    hand.release(start + QPoint(48, 32))
    yield desk.pause(0.3)
    seen["dragged"] = sites_of(page), changed(page)
    seen["on_the_way"] = on_the_way
    # the keys
    canvas.setFocus()
    for _ in range(3):
        QTest.keyClick(canvas, Qt.Key.Key_Left)
    seen["stepped"] = sites_of(page)
    page.session.stack.undo()
    seen["steps_undone"] = sites_of(page)
    page.session.stack.undo()
    seen["undone"] = sites_of(page)
    page.session.stack.redo()
    # in the list
    table = page.table
    table.item(0, 1).setText("12,5")
    seen["delayed"] = sites_of(page), changed(page)
    table.item(0, 2).setText("bientôt")
    seen["wrong_hours"] = sites_of(page), page.message.text(), table.item(0, 2).text()
    # a site of the study is switched off by the right button
    site = bench.care.sites[bench.care.sites["role"] == "SU"].iloc[0]
    place = page.marks.to_map().transform(QgsPointXY(site.geometry.x, site.geometry.y))
    hand.click(hand.pixel((place.x(), place.y())), Qt.MouseButton.RightButton)
    yield desk.pause(0.3)
    seen["menu"] = [action.text() for action in page.tool.menu.actions()]
    page.tool.menu.actions()[0].trigger()
    page.tool.menu.close()
    yield desk.pause(0.3)
    seen["switched"] = sites_of(page), changed(page)
    desk.picture("bench-switched")
    # exports
    page.exports.write(Path(desk.given["out"]) / "liste.csv")
    page.findChild(QPushButton, "access30_bench_layer").click()
    seen["layer"] = [layer.featureCount() for layer in QgsProject.instance().mapLayersByName(page.session.name)]
    seen["names"] = [page.scenarios.names.itemText(k) for k in range(page.scenarios.names.count())]
    page.session.begin(page.session.scenario)
    page.scenarios.more.actions()[3].trigger()
    yield desk.pause(0.3)
    seen["side_by_side"] = page.scenarios.comparison.text().splitlines()
    desk.picture("bench-compared", page.scenarios.comparison)
    page.scenarios.comparison.close()
    page.select("essai-1")
    canvas.setFocus()
    page.findChild(QPushButton, "access30_bench_remove").click()
    seen["taken_away"] = sites_of(page)
    seen["names_after"] = [page.scenarios.names.itemText(k) for k in range(page.scenarios.names.count())]
    # manners: another reference system, none at all, a new project, unloading
    for crs in ("EPSG:4326", ""):
        QgsProject.instance().setCrs(QgsCoordinateReferenceSystem(crs))
        yield desk.pause(0.5)
    QgsProject.instance().clear()
    yield desk.pause(0.5)
    seen["still_there"] = page.session is not None
    from qgis.utils import loadPlugin, plugins, startPlugin, unloadPlugin

    before = len(canvas.scene().items())
    unloadPlugin("access_plugin")
    yield desk.pause(0.5)
    seen["left_over"] = before - len(canvas.scene().items()), _docks()
    loadPlugin("access_plugin"), startPlugin("access_plugin")
    yield desk.pause(0.5)
    page = yield from open_panel(desk, folder)
    seen["again"] = sites_of(page), page.session.name, "access_plugin" in plugins
    desk.plugin().panel.bench.close_study()
    seen["closed"] = page.session is None


def turned_and_large(desk):
    """A map that is turned, on a screen of high resolution: what is clicked is where it was clicked, arrows go by the
    screen.
    """
    seen, hand, folder = desk.seen, Hand(), Path(desk.given["study"])
    iface.addProject(str(folder / "study.qgz"))
    yield desk.pause(2)
    hand.canvas.setRotation(40)
    page = yield from open_panel(desk, folder)
    page.findChild(QPushButton, "access30_bench_place").click()
    yield desk.pause(1)
    at = hand.pixel(_places(page))
    hand.click(at)
    yield desk.pause(0.5)
    seen["clicked"] = _apart(hand.pixel(_at(page)), at)
    hand.canvas.setFocus()
    before = hand.pixel(_at(page))
    QTest.keyClick(hand.canvas, Qt.Key.Key_Left)
    seen["left"] = _apart(hand.pixel(_at(page)), before)
    before = hand.pixel(_at(page))
    hand.press(before)
    hand.move(before + QPoint(20, 10))
    hand.release(before + QPoint(20, 10))
    seen["dragged"] = _apart(hand.pixel(_at(page)), before)
    yield desk.until(lambda: page.areas is None or not page.areas.is_busy)
    yield desk.pause(0.5)
    desk.picture("bench-turned")


def _apart(one: QPoint, other: QPoint) -> list[int]:
    return [one.x() - other.x(), one.y() - other.y()]


def what_goes_wrong(desk):
    """Folders that are no study, roads that are gone, a cancel, a click far from any road, a study that is run again,
    another QGIS on the same study.
    """
    seen, hand, folder = desk.seen, Hand(), Path(desk.given["study"])
    iface.addProject(str(folder / "study.qgz"))
    yield desk.pause(2)

    def a_copy(name, change):
        there = Path(desk.given["out"]) / name
        shutil.copytree(folder, there)
        run = read_run(there)
        change(run)
        write_run(there, run)
        return there

    desk.menu().findChild(QAction, "access30_try").trigger()
    page, before = desk.plugin().panel.bench, _items()

    def opened(there, name):
        page.open(Path(there))
        yield desk.until(lambda: page.task is None)
        seen[name] = page.message.text()

    yield from opened(desk.given["out"], "no_study")
    official = {"name": "t.csv", "column": "t"}
    yield from opened(a_copy("times", lambda run: run["record"].update(times=official)), "official")
    lost = a_copy("lost", lambda run: run["inputs"].update(NETWORK="/nowhere.accessnet"))
    yield from opened(lost, "no_roads")
    page.open(folder)
    page.findChild(QPushButton, "access30_bench_cancel").click()
    yield desk.until(lambda: page.task is None)
    seen["cancelled"] = page.message.text()
    yield from opened(folder, "opened")
    hand.canvas.setExtent(page.marks.extent())
    yield desk.pause(1)
    page.findChild(QPushButton, "access30_bench_place").click()
    hand.click(QPoint(5, 5))
    seen["far"], seen["after_far"] = page.message.text(), sites_of(page)[0]
    desk.picture("bench-far")
    hand.click(hand.pixel(_places(page)))
    # while a value is being written, nothing is changed under the hand
    page.table.editItem(page.table.item(0, 2))
    other = ScenarioStore(folder, page.session.bench.grounds.network.crs)
    scenario = page.session.scenario
    other.keep(page.session.name, scenario.with_site("MCS", (scenario.tried[0].x, scenario.tried[0].y))[0])
    yield desk.pause(1.5)
    seen["while_written"] = page.table.is_edited(), [site.id for site in page.session.scenario.tried]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    yield desk.pause(1.5)
    seen["elsewhere"] = [site.id for site in page.session.scenario.tried], page.message.text()
    page.study_written(str(folder.resolve()))
    seen["run_again"] = page.message.text()
    seen["items"] = _items() - before
    remember(folder.parent / "parti")
    page.chooser.row.fill()
    yield desk.until(lambda: page.chooser.row.task is None)
    seen["recent"] = [page.chooser.row.studies.itemText(k) for k in range(page.chooser.row.studies.count())]


def gallery(desk):
    """The figures of a study: thumbnails, the layout of one, and the dialog that draws more."""
    seen, folder = desk.seen, Path(desk.given["study"])
    desk.menu().findChild(QAction, "access30_figures").trigger()
    page = desk.plugin().panel.gallery
    page.row.wanted.emit(Path(desk.given["out"]))
    seen["no_study"] = page.message.text()
    page.row.wanted.emit(folder)
    yield desk.pause(1)
    seen["message"] = page.message.text()
    items = [page.figures.item(place) for place in range(page.figures.count())]
    seen["figures"] = [(item.text(), item.icon().isNull(), item.toolTip()) for item in items]
    page.figures.setCurrentRow(0)
    page.findChild(QPushButton, "access30_gallery_layout").click()
    yield desk.pause(3)
    seen["project"] = QgsProject.instance().fileName()
    seen["designers"] = [designer.masterLayout().name() for designer in iface.openLayoutDesigners()]
    desk.picture("gallery")
    for designer in iface.openLayoutDesigners():
        designer.close()
    page.findChild(QPushButton, "access30_gallery_draw_more").click()
    yield desk.pause(0.5)
    yield desk.until(_dialogs)
    (dialog,) = _dialogs()
    seen["drawn"] = dialog.mainWidget().wrappers["STUDY"].parameterValue()
    dialog.close()


def prepare(desk):
    """A folder of files: what is in it, what is missing, and the dialog that prepares it."""
    seen, given = desk.seen, desk.given
    desk.menu().findChild(QAction, "access30_files").trigger()
    page = desk.plugin().panel.prepare
    for name, folder in (("whole", given["files"]), ("empty", given["out"]), ("none", given["out"] + "/nowhere")):
        page.folder.setFilePath(folder)
        yield desk.pause(0.6)
        yield desk.until(lambda: page.task is None)
        seen[name] = page.found.toPlainText()
        desk.picture(f"prepare-{name}")
    page.folder.setFilePath(given["files"])
    page.target.setFilePath(given["out"] + "/own")
    yield desk.pause(0.6)
    yield desk.until(lambda: page.task is None)
    seen["own"] = page.target.path
    page.departement.setText("43")
    page.findChild(QPushButton, "access30_prepare_more").click()
    yield desk.until(_dialogs)
    gc.collect()  # as happens by itself while a person reads: the dialog must be held by somebody
    (dialog,) = _dialogs()
    seen["filled"] = [dialog.mainWidget().wrappers[name].parameterValue() for name in ("SOURCE", "DEPARTEMENTS")]
    seen["run"] = yield desk.run("access:prepareregion", dialog=dialog)
    # the question
    page = desk.plugin().panel.question
    desk.plugin().panel.pages.setCurrentWidget(page)
    page.threshold.setValue(22.5)
    for name, code in (("DEFINITION", "smur"), ("SEASON", "winter"), ("SLOT", "night")):
        page.lists[name].setCurrentIndex(page.lists[name].findData(code))
    desk.picture("question")
    page.findChild(QPushButton, "access30_question_more").click()
    yield desk.until(_dialogs)
    (dialog,) = _dialogs()
    wrappers = dialog.mainWidget().wrappers
    seen["question"] = [wrappers[name].parameterValue() for name in ("THRESHOLD", "DEFINITION", "SEASON", "SLOT")]
    dialog.close()


def _dialogs() -> list:
    """Return the dialogs of algorithms that are open."""
    return [window for window in QApplication.topLevelWidgets() if hasattr(window, "mainWidget") and window.isVisible()]


def _items() -> int:
    """Return how many markers and rubber bands are on the map; some are QGIS's own."""
    return sum(isinstance(item, (QgsVertexMarker, QgsRubberBand)) for item in iface.mapCanvas().scene().items())


def _places(page):
    bench = page.session.bench
    point = page.marks.to_map().transform(QgsPointXY(*bench.grounds.xy[bench.was > bench.setting.threshold][0]))
    return point.x(), point.y()


def _at(page):
    site = page.session.scenario.tried[0]
    point = page.marks.to_map().transform(QgsPointXY(site.x, site.y))
    return point.x(), point.y()


def _docks():
    return [dock.objectName() for dock in iface.mainWindow().findChildren(QComboBox, "access30_study")]
