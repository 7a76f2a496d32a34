"""Visits to the panel: the whole job from its pages, without the toolbox and without a dialog of an algorithm."""

from __future__ import annotations

import html
import os
import re
import time
from pathlib import Path

from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.gui import QgsGui
from qgis.PyQt.QtGui import QAction
from qgis.PyQt.QtWidgets import QPushButton
from qgis.utils import iface

#: Seconds that a run may take on a busy machine, waited for in slices: no one wait of a visit may be longer than 90.
_PATIENCE_S, _SLICE_S = 300.0, 60.0


def press(page, name: str) -> None:
    page.findChild(QPushButton, f"access30_{name}").click()


def text_of(run) -> str:
    """Return what a page says, without its link."""
    return html.unescape(re.sub(r"<a .*|<[^>]+>", "", run.message.text())).strip()


def ended(desk, run):
    """Wait until what a page runs has ended; the window lives on meanwhile. Gives what it says then."""
    longest, last = 0.0, time.monotonic()

    def over() -> bool:
        nonlocal longest, last
        longest, last = max(longest, time.monotonic() - last), time.monotonic()
        return not run.is_busy

    started = time.monotonic()
    while not over() and time.monotonic() - started < _PATIENCE_S:
        since = time.monotonic()
        yield desk.until(lambda: over() or time.monotonic() - since > _SLICE_S)
    assert not run.is_busy, "still running"
    yield desk.pause(0.5)
    desk.seen.setdefault("frozen", []).append(round(longest, 1))
    desk.seen.setdefault("took", []).append(round(time.monotonic() - started, 1))
    return text_of(run)


def whole_job(desk):
    """Files → prepared folder → study → figures, each by one button of the panel."""
    seen, given, plugin = desk.seen, desk.given, desk.plugin()
    desk.menu().findChild(QAction, "access30_files").trigger()
    panel = plugin.panel
    page = panel.prepare
    press(page, "prepare_run")
    seen["nothing_chosen"] = text_of(page.run)
    page.folder.setFilePath(given["files"])
    yield desk.pause(0.6)
    yield desk.until(lambda: page.task is None)
    page.departement.setText("43")
    page.target.setFilePath(given["out"] + "/prêt")
    seen["found"] = page.found.toPlainText()
    press(page, "prepare_run")
    seen["pressed_again"] = page.starting.go.isEnabled()
    yield desk.pause(0.3)
    desk.picture("panel-preparing")
    seen["prepared"] = yield from ended(desk, page.run)
    seen["layers"] = desk.tree()
    desk.picture("panel-prepared")
    # the question
    page = panel.question
    panel.pages.setCurrentWidget(page)
    yield desk.pause(1.0)
    page.source.setText("DREES 2019")
    desk.picture("panel-question")
    seen["filled"] = page.values()
    panel.gallery.drawing.signature.author.setText("ARS Exemple")
    press(page, "question_run")
    yield desk.pause(1.5)
    press(page, "run_cancel")
    seen["cancelled"] = yield from ended(desk, page.run)
    seen["left"] = sorted(path.name for path in Path(given["out"], "prêt").iterdir() if path.is_dir())
    desk.answers.append("sans enregistrer")
    press(page, "question_run")
    seen["studied"] = yield from ended(desk, page.run)
    yield desk.pause(3)
    seen["log"] = page.run.log.toPlainText()
    seen["project"] = QgsProject.instance().fileName()
    desk.picture("panel-studied")
    # the figures
    page = panel.gallery
    panel.pages.setCurrentWidget(page)
    yield desk.pause(1)
    seen["figures"] = [page.figures.item(place).text() for place in range(page.figures.count())]
    press(page, "gallery_export")
    seen["none_selected"] = page.message.text()
    page.drawing.figure.setCurrentIndex(page.drawing.figure.findData("key_figure"))
    page.drawing.form.setCurrentIndex(page.drawing.form.findData("square"))
    page.drawing.setCollapsed(False)
    page.drawing.title.setText("Loin des urgences")
    page.drawing.signature.setCollapsed(False)
    press(page, "gallery_draw")
    seen["drawn"] = yield from ended(desk, page.drawing.run)
    press(page, "gallery_map")
    seen["public"] = yield from ended(desk, page.drawing.run)
    desk.picture("panel-drawn")
    # an export: of a layout as a person has changed it, not saved, and of a figure that has no layout
    layout = QgsProject.instance().layoutManager().layoutByName("carte")
    layout.itemById("titre").setText("UN TITRE À MOI")
    QgsProject.instance().setDirty(True)
    for name, into in (("carte", "changed"), ("chiffre clé (square)", "drawn"), ("carte", "loose")):
        if into == "loose":  # no other process sees a layer in memory
            extra = QgsVectorLayer("Point?crs=EPSG:2154", "à moi", "memory")
            QgsProject.instance().addMapLayer(extra)
        target = Path(given["out"], into)
        target.mkdir()
        names = [page.figures.item(place).text() for place in range(page.figures.count())]
        page.figures.setCurrentRow(names.index(name))
        page.export(page.chosen, target)
        page.export(page.chosen, target)
        seen.setdefault("twice", []).append(page.message.text())
        yield desk.until(lambda: page.task is None)
        seen[into] = page.message.text(), sorted(path.name for path in target.iterdir())
    seen["still"] = QgsProject.instance().fileName(), QgsProject.instance().isDirty()
    # a figure that is drawn over one of the study is no longer the page of the layout
    page.figures.setCurrentRow([page.figures.item(k).text() for k in range(page.figures.count())].index("carte"))
    os.utime(page.chosen, (time.time() + 60, time.time() + 60))
    page.export(page.chosen, Path(given["out"], "loose"))
    yield desk.until(lambda: page.task is None)
    seen["copied"] = "UN TITRE" not in Path(given["out"], "loose", "carte.svg").read_text(encoding="utf-8")
    # another folder, with roads, after one with official times
    question = panel.question
    question.folder.setFilePath(given["out"])
    Path(given["out"], "roads.accessnet").touch()
    yield desk.pause(1.0)
    seen["by_roads"] = not question.is_official, "TIMES" in question.values()
    # official times are not for trying places
    page = panel.bench
    page.open(Path(given["out"], "prêt", "étude"))
    yield desk.until(lambda: page.task is None)
    seen["tried"] = page.message.text()
    yield from own_project(desk)
    entries = QgsGui.historyProviderRegistry().queryEntries(providerId="processing")
    seen["history"] = [entry.entry.get("algorithm_id") for entry in entries][-5:]
    seen["tasks"] = QgsApplication.taskManager().countActiveTasks()


def own_project(desk):
    """The layout of a figure that was drawn later opens in a project of its own, and is exported as it is then."""
    seen, page = desk.seen, desk.plugin().panel.gallery
    desk.plugin().panel.pages.setCurrentWidget(page)
    names = [page.figures.item(place).text() for place in range(page.figures.count())]
    page.figures.setCurrentRow(names.index("chiffre clé (square)"))
    desk.answers.append("sans enregistrer")
    press(page, "gallery_layout")
    yield desk.until(lambda: QgsProject.instance().fileName().endswith("chiffre-cle.qgz"))
    yield desk.pause(0.5)
    press(page, "gallery_layout")
    seen["own_designers"] = [window.masterLayout().name() for window in iface.openLayoutDesigners()]
    QgsProject.instance().layoutManager().layoutByName("chiffre-cle").itemById("titre").setText("CHIFFRE À MOI")
    target = Path(desk.given["out"], "own")
    target.mkdir()
    page.export(page.chosen, target)
    yield desk.until(lambda: page.task is None)
    seen["own"] = QgsProject.instance().fileName(), sorted(path.name for path in target.iterdir())
    broken = [layer.name() for layer in QgsProject.instance().mapLayers().values() if not layer.isValid()]
    seen["own_broken"] = broken


def scenarios(desk):
    """What the study suggests as a scenario; all of them side by side, their range, their difference, their studies."""
    seen, panel = desk.seen, desk.plugin().panel
    bench, folder = panel.bench, panel.gallery.row.folder
    panel.pages.setCurrentIndex(2)
    bench.open(folder)
    yield desk.until(lambda: bench.task is None)
    actions = {action.text(): action for action in bench.scenarios.more.actions()}
    actions["Lieux proposés par l’étude"].trigger()
    seen["best"] = bench.best.text()
    change = bench.session.effect.whole
    seen["proposed"] = [change.gained, change.after.beyond, len(bench.session.scenario.tried)]
    bench.session.begin(bench.session.scenario.changed(bench.session.scenario.tried[0].id, role="SMUR"))
    change = bench.session.effect.whole
    seen["as_smur"] = [change.gained, change.after.beyond]
    actions["Côte à côte…"].trigger()
    actions["Côte à côte…"].trigger()
    yield desk.pause(0.5)  # the first window is gone by now
    window = bench.scenarios.comparison
    press(window, "bench_speeds")
    yield desk.until(lambda: window.task is None)
    seen["table"] = window.text().splitlines()
    before = set(QgsProject.instance().mapLayers())
    window.before.setCurrentIndex(0)
    window.after.setCurrentIndex(1)
    press(window, "bench_difference")
    seen["difference"] = yield from ended(desk, bench.run)
    new = [layer for name, layer in QgsProject.instance().mapLayers().items() if name not in before]
    seen["loaded"] = {layer.name(): layer.featureCount() for layer in new}
    gained = [feature["population"] for layer in new for feature in _gained(layer)]
    seen["gained_on_the_map"] = sum(gained)
    desk.picture("panel-compared", window)
    desk.picture("panel-difference")
    window.close()
    for name in list(bench.session.store.names):
        bench.session.choose(name)
        press(bench, "bench_study")
        seen.setdefault("scenario_studies", []).append((yield from ended(desk, bench.run)))
    seen["names"] = bench.session.store.names
    bench.open(folder, "unscheduled")
    yield desk.until(lambda: bench.task is None)
    seen["unscheduled"] = bench.message.text(), bench.session.bench.roles
    press(bench, "bench_study")
    seen["no_study"] = bench.message.text()
    bench.open(folder)
    yield desk.until(lambda: bench.task is None)
    bench.session.begin()
    press(bench, "bench_study")
    seen["nothing_tried"] = bench.message.text()
    # another study is opened while that of a scenario runs: it goes on
    bench.session.choose(seen["names"][0])
    press(bench, "bench_study")
    bench.close_study()
    yield desk.pause(3)
    seen["after_closing"] = bench.run.is_busy
    bench.run.cancel()
    seen["cancelled"] = yield from ended(desk, bench.run)
    seen["offered"] = desk.bars()
    desk.picture("panel-scenario-study")
    bench.close_study()


def _gained(layer) -> list:
    return [one for one in layer.getFeatures() if "change" in one.fields().names() and one["change"] == "gained"]


def roads_and_places(desk):
    """A folder with roads and candidates: a study with suggested places from the panel, put on the bench from there."""
    seen, given, plugin = desk.seen, desk.given, desk.plugin()
    plugin.open_panel("question")
    panel = plugin.panel
    page = panel.question
    press(page, "question_run")
    seen["no_folder"] = text_of(page.run)
    page.folder.setFilePath(given["prepared"])
    yield desk.pause(1.0)
    seen["target"] = page.target.filePath()
    page.threshold.setValue(12)
    page.number.setValue(2)
    page.target.setFilePath(given["out"] + "/étude")
    desk.picture("panel-question-roads")
    seen["filled"] = page.values()
    press(page, "question_run")
    seen["studied"] = yield from ended(desk, page.run)
    yield desk.pause(3)
    seen["project"] = QgsProject.instance().fileName()
    # run again while its project is open and unchanged: the new one takes its place
    page.number.setValue(1)
    press(page, "question_run")
    yield from ended(desk, page.run)
    yield desk.pause(3)
    seen["again"] = QgsProject.instance().fileName(), len(QgsProject.instance().mapLayersByName("Lieux proposés"))
    seen["bar"] = desk.bars()
    yield from scenarios(desk)
    # the plugin goes while a run goes on
    panel.pages.setCurrentWidget(page)
    press(page, "question_run")
    yield desk.pause(1.0)
    from qgis.utils import loadPlugin, startPlugin, unloadPlugin

    unloadPlugin("access_plugin")
    yield desk.pause(4)
    loadPlugin("access_plugin"), startPlugin("access_plugin")
    yield desk.pause(0.5)
    desk.plugin().open_panel("question")
    seen["loaded_again"] = desk.plugin().panel.question.run.is_busy, iface.mainWindow().isVisible()
    manager, since = QgsApplication.taskManager(), time.monotonic()
    yield desk.until(lambda: manager.countActiveTasks() == 0 or time.monotonic() - since > 60)
    seen["tasks"] = manager.countActiveTasks()
