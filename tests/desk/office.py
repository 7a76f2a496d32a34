"""Visits of whole ways: prepared layers proposed, a study replayed from what exists in the project alone, a second run,
an older project opened, the example.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsProject, QgsVectorLayer
from qgis.PyQt.QtGui import QAction
from visits import selected


def _copy_of(layer, name: str) -> QgsVectorLayer:
    """Return a copy in memory, which no file holds."""
    copy = layer.materialize(__import__("qgis.core").core.QgsFeatureRequest())
    copy.setName(name)
    QgsProject.instance().addMapLayer(copy)
    return copy


def replay(desk):
    """Studies of what exists in the project alone: a layer in memory, unsaved edits, a filter, a selection."""
    given, out = desk.given, Path(desk.given["out"])
    out.mkdir(parents=True)
    people, sites, candidates, communes = (
        desk.load(given[key], name)
        for key, name in (
            ("population", "Habitants"),
            ("sites", "Lieux"),
            ("candidates", "Cabinets"),
            ("communes", "Communes"),
        )
    )
    memory = _copy_of(sites, "Lieux / essai : à moi")
    candidates.startEditing()
    drawn = QgsFeature(candidates.fields())
    drawn["id"] = "dessiné"
    drawn.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(9.5464, 47.2316)))
    candidates.addFeature(drawn)
    communes.setSubsetString("\"code\" <> '7002'")
    question = {
        "NETWORK": given["network"],
        "SITES": memory,
        "POPULATION": selected(people, 1200),
        "TERRITORIES": communes,
        "CANDIDATES": candidates,
        "THRESHOLD": 12.5,
        "SEASON": "winter",
        "FIGURES": "none",
        "OPEN": False,
        "FOLDER": str(out / "étude de l'été"),
    }
    desk.seen["roads"] = yield desk.run("access:study", **question)
    candidates.rollBack()
    desk.new_project()
    squares = desk.load(given["squares"], "Carrés")
    sites = _copy_of(desk.load(given["points"], "Points"), "Hôpitaux")
    times = {
        "TIMES": given["times"],
        "SITES": sites,
        "POPULATION": given["people"],
        "TERRITORIES": squares,
        "THRESHOLD": 30,
        "FIGURES": "none",
        "OPEN": False,
        "FOLDER": str(out / "temps officiels"),
    }
    desk.seen["times"] = yield desk.run("access:study", **times)
    desk.seen["runs"] = {
        path.parent.name: json.loads(path.read_text(encoding="utf-8")) for path in out.glob("*/run.json")
    }
    shutil.move(out / "étude de l'été", out / "déplacée")


def second(desk):
    """A study open in the window while its folder is run again; a changed project.

    An old project opened over newer results.
    """
    given, out = desk.given, Path(desk.given["out"])
    folder, elsewhere = out / "étude", out / "ma carte.qgz"
    out.mkdir(parents=True)
    question = {
        "NETWORK": given["network"],
        "SITES": given["sites"],
        "POPULATION": given["population"],
        "TERRITORIES": given["communes"],
        "FIGURES": "none",
        "FOLDER": str(folder),
    }
    desk.seen["first"] = yield desk.run("access:study", **question, THRESHOLD=15)
    yield desk.until(lambda: desk.project.fileName().endswith("study.qgz"))  # it opens by itself
    yield desk.pause(1)
    desk.picture("opened")
    desk.seen["opened"] = [desk.project.fileName(), desk.project.title(), desk.tree()]
    # run again with nothing changed: the new one takes its place, without a question
    desk.seen["unchanged"] = yield desk.run("access:study", **question, THRESHOLD=14)
    yield desk.until(lambda: "14" in desk.project.title())
    yield desk.pause(0.5)
    desk.seen["replaced"] = [
        desk.project.fileName(),
        desk.project.isDirty(),
        sorted(path.name for path in out.iterdir()),
    ]
    # the person changes it in the window, and runs the study again
    desk.project.layerTreeRoot().findLayers()[0].setName("Mes lieux")
    desk.project.setTitle("Ma carte à 14 minutes")
    desk.answers.append("rester")
    desk.seen["second"] = yield desk.run("access:study", **question, THRESHOLD=12)
    yield desk.pause(1)
    desk.seen["after"] = [desk.project.fileName(), desk.project.title(), desk.bars()]
    desk.seen["sources"] = sorted({layer.source().split("|")[0] for layer in desk.project.mapLayers().values()})
    desk.seen["saved"] = desk.project.write()
    desk.seen["folders"] = sorted(path.name for path in out.iterdir())
    # a project of one's own over the results, then a third run of other people, then that project is opened again
    desk.plugin().studies.open(folder)
    yield desk.until(lambda: desk.project.fileName() == str(folder / "study.qgz"))
    desk.project.write(str(elsewhere))
    desk.new_project()
    desk.seen["third"] = yield desk.run("access:study", **question, THRESHOLD=10, OPEN=False)
    desk.bars()
    from qgis.utils import iface

    iface.addProject(str(elsewhere))
    yield desk.pause(1)
    desk.picture("stale")
    desk.seen["stale"] = [desk.project.fileName(), desk.project.isDirty(), desk.bars()]
    desk.project.setDirty(False)
    desk.plugin().studies.open(out)  # no study
    desk.seen["no study"] = desk.bars()


def example(desk):
    """Menu, example, study, its project opened: what a newcomer does first."""
    out = Path(desk.given["out"])
    menu = desk.menu()
    desk.seen["menu"] = [action.text() for action in menu.actions()]
    desk.seen["steps"] = {
        action.text(): [one.text() for one in action.menu().actions()]
        for action in menu.actions()
        if action.menu() is not None
    }
    desk.seen["named"] = bool(menu.findChild(QAction, "access:study")) and bool(
        menu.findChild(QAction, "access30_open_study")
    )
    menu.popup(menu.parentWidget().pos())
    yield desk.pause(0.5)
    desk.picture("menu")
    menu.close()
    desk.plugin().example.start(out / "exemple")
    dialogs = []

    def opened():
        from processing.gui.AlgorithmDialog import AlgorithmDialog
        from qgis.PyQt.QtWidgets import QApplication

        dialogs[:] = [
            window
            for window in QApplication.topLevelWidgets()
            if isinstance(window, AlgorithmDialog) and window.isVisible()
        ]
        return bool(dialogs)

    yield desk.until(opened)
    yield desk.pause(1)
    desk.picture("example")
    desk.seen["tree"] = desk.tree()
    dialog = dialogs[0]
    desk.seen["filled"] = {
        name: str(dialog.mainWidget().wrappers[name].parameterValue())
        for name in ("NETWORK", "SITES", "POPULATION", "TERRITORIES", "CANDIDATES", "THRESHOLD", "FOLDER")
    }
    desk.answers.append("sans enregistrer")
    desk.seen["study"] = yield desk.run("access:study", dialog=dialog, FIGURES="map")
    yield desk.until(lambda: desk.project.fileName().endswith("study.qgz"))
    yield desk.pause(2)
    desk.picture("example-study")
    desk.seen["opened"] = [desk.project.fileName(), desk.tree()]


def proposed(desk):
    """What is prepared is loaded, and proposed by the study."""
    given, out = desk.given, Path(desk.given["out"])
    out.mkdir(parents=True)
    desk.seen["prepared"] = yield desk.run(
        "access:prepareregion",
        picture="prepareregion",
        SOURCE=given["folder"],
        DEPARTEMENTS="Haute-Loire, Cantal",
        FOLDER=str(out / "prêt"),
    )
    desk.seen["tree"] = desk.tree()
    dialog = desk.open("access:study", {})
    yield desk.pause(0.5)
    desk.picture("proposed", dialog)
    desk.seen["filled"] = {
        name: desk.layer_name(dialog.mainWidget().wrappers[name].parameterValue())
        for name in ("SITES", "POPULATION", "TERRITORIES", "CANDIDATES")
    }
    desk.seen["study"] = yield desk.run(
        "access:study",
        dialog=dialog,
        picture="times",
        TIMES=given["times"],
        FIGURES="map",
        OPEN=False,
        FOLDER=str(out / "étude"),
    )
    desk.seen["figure"] = yield desk.run(
        "access:pressfigure", STUDY=str(out / "étude"), FIGURE="key_figure", FOLDER=str(out / "kit")
    )
    desk.seen["map"] = yield desk.run("access:publicmap", STUDY=str(out / "étude"), FOLDER=str(out / "carte"))


def refused(desk):
    """What excludes what, files of another kind, and empty boxes: said before the run, in a sentence."""
    given = desk.given
    people, sites = (desk.load(given[key], name) for key, name in (("population", "Habitants"), ("sites", "Lieux")))
    cases = {
        "network": ("access:traveltimes", {"NETWORK": given["roads"], "SITES": sites, "PLACES": people}),
        "nothing": ("access:study", {"SITES": sites, "POPULATION": people, "FOLDER": given["out"]}),
        "both": (
            "access:study",
            {
                "NETWORK": given["network"],
                "TIMES": given["times"],
                "SITES": sites,
                "POPULATION": people,
                "FOLDER": given["out"],
            },
        ),
        "bands": ("access:isochrones", {"NETWORK": given["network"], "SITES": sites, "BANDS": "10;5"}),
        "place": ("access:prepareregion", {"SOURCE": given["folder"], "DEPARTEMENTS": "Haute-Loir"}),
        "source": ("access:importsites", {}),
        "added": ("access:comparescenarios", {"NETWORK": given["network"], "BEFORE": sites, "POPULATION": people}),
    }
    for name, (algorithm, values) in cases.items():
        desk.seen[name] = yield desk.run(algorithm, **values)


def words(desk):
    """Choices in words: in a dialog, in the modeller and in a batch table; what is kept are the static strings."""
    from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog
    from processing.modeler.ModelerParametersDialog import ModelerParametersDialog
    from qgis.core import (
        QgsApplication,
        QgsProcessingModelAlgorithm,
        QgsProcessingModelChildParameterSource,
        QgsProcessingModelParameter,
        QgsProcessingParameterEnum,
    )
    from qgis.PyQt.QtWidgets import QComboBox

    registry = QgsApplication.processingRegistry()

    def texts(box):
        return [box.itemText(place) for place in range(box.count())]

    dialog = desk.open("access:isochrones", {"MODE": "nearest_site", "ROLES": ["SU"]})
    wrappers = dialog.mainWidget().wrappers
    desk.seen["dialog"] = {
        name: [texts(wrappers[name].widget), wrappers[name].parameterValue()] for name in ("MODE", "ROLES", "SEASON")
    }
    yield desk.pause(0.3)
    desk.picture("words-dialog", dialog)
    dialog.close()

    model = QgsProcessingModelAlgorithm("Modèle", "essai")
    model.addModelParameter(
        QgsProcessingParameterEnum(
            "choix", "Choix", ["merged", "per_site"], usesStaticStrings=True, defaultValue="per_site"
        ),
        QgsProcessingModelParameter("choix"),
    )
    modeller = ModelerParametersDialog(registry.createAlgorithmById("access:isochrones"), model)
    modeller.setModal(False)
    modeller.show()
    panel = modeller.widget.widget
    desk.seen["modeller"] = [
        texts(box)
        for box in panel.wrappers["MODE"].findChildren(QComboBox)
        if box.count() and box.itemData(0) == "merged"
    ]
    panel.wrappers["MODE"].setWidgetValue(QgsProcessingModelChildParameterSource.fromStaticValue("per_site"))
    yield desk.pause(0.3)
    desk.picture("words-modeller", modeller)
    child = modeller.createAlgorithm()
    desk.seen["model"] = [source.staticValue() for source in child.parameterSources()["MODE"]]
    modeller.close()

    batch = BatchAlgorithmDialog(registry.createAlgorithmById("access:isochrones"), parent=None)
    batch.show()
    yield desk.pause(0.3)
    panel = batch.mainWidget()
    wrapper = panel.wrappers[0][panel.parameter_to_column["MODE"]]
    desk.seen["batch"] = texts(wrapper.widget)
    wrapper.setParameterValue("per_site", batch.processingContext())
    desk.seen["row"] = str(panel.parametersForRow(0, batch.processingContext(), warnOnInvalid=False)[0].get("MODE"))
    desk.picture("words-batch", batch)
    batch.close()


def model(desk):
    """A study as a step of a model, in the thread of a task.

    Its pages are drawn on the main one, its numbers go on, and the project that is open stays.
    """
    from qgis import processing
    from qgis.core import (
        QgsApplication,
        QgsProcessingAlgRunnerTask,
        QgsProcessingContext,
        QgsProcessingFeedback,
        QgsProcessingModelAlgorithm,
        QgsProcessingModelChildAlgorithm,
        QgsProcessingModelChildParameterSource,
        QgsProcessingModelOutput,
    )

    from access_plugin.cartography import render
    from access_plugin.processing.main_thread import is_main_thread

    given, out = desk.given, Path(desk.given["out"])
    out.mkdir(parents=True)
    drawn, make_page = [], render.Page
    render.Page = lambda *how, **named: (drawn.append(is_main_thread()), make_page(*how, **named))[1]
    made = QgsProcessingModelAlgorithm("Modèle", "essai")
    child = QgsProcessingModelChildAlgorithm("access:study")
    values = {
        "NETWORK": given["network"],
        "SITES": given["sites"],
        "POPULATION": given["population"],
        "TERRITORIES": given["communes"],
        "THRESHOLD": 15,
        "FIGURES": "map",
        "FOLDER": str(out / "étude"),
    }
    for name, value in values.items():
        child.addParameterSources(name, [QgsProcessingModelChildParameterSource.fromStaticValue(value)])
    number = QgsProcessingModelOutput("au-delà", "au-delà")
    number.setChildId("étude")
    number.setChildOutputName("PEOPLE_BEYOND")
    child.setModelOutputs({"au-delà": number})
    child.setChildId("étude")
    made.addChildAlgorithm(child)
    context, feedback, ended = QgsProcessingContext(), QgsProcessingFeedback(), []
    context.setProject(desk.project)
    task = QgsProcessingAlgRunnerTask(made, {}, context, feedback)
    task.executed.connect(lambda ok, results: ended.append([ok, {key: str(value) for key, value in results.items()}]))
    QgsApplication.taskManager().addTask(task)
    yield desk.until(lambda: bool(ended))
    yield desk.pause(1)
    render.Page = make_page
    desk.seen["ended"], desk.seen["on the main thread"] = ended, drawn
    desk.seen["log"] = feedback.textLog()
    desk.seen["files"] = sorted(path.name for path in (out / "étude").iterdir()) if (out / "étude").exists() else []
    desk.seen["project"] = desk.project.fileName()
    desk.seen["run"] = str(
        processing.run(
            "access:explainroute",
            {
                "NETWORK": given["network"],
                "START": "9,5216;47,1410 [EPSG:4326]",
                "END": "9,5434;47,1186 [EPSG:4326]",
                "OUTPUT": "TEMPORARY_OUTPUT",
                "TERMS": "TEMPORARY_OUTPUT",
            },
        )["MINUTES"]
    )


def real(desk):
    """Public files of a région and of a country, as they come.

    Prepare a département by its name, study it by official times and by roads, publish.
    """
    given, out = desk.given, Path(desk.given["out"])
    out.mkdir(parents=True)
    desk.seen["prepared"] = yield desk.run(
        "access:prepareregion", SOURCE=given["aura"], DEPARTEMENTS="Haute-Loire", FOLDER=str(out / "prêt")
    )
    desk.seen["tree"] = desk.tree()
    desk.picture("real-prepared")
    dialog = desk.open("access:study", {})
    desk.seen["times"] = yield desk.run(
        "access:study", dialog=dialog, TIMES=given["official"], FIGURES="map", OPEN=False, FOLDER=str(out / "étude")
    )
    desk.seen["atlas"] = yield desk.run(
        "access:pressfigure", STUDY=str(out / "étude"), FIGURE="atlas", FOLDER=str(out / "kit")
    )
    desk.seen["map"] = yield desk.run("access:publicmap", STUDY=str(out / "étude"), FOLDER=str(out / "carte"))
    desk.new_project()
    desk.seen["network"] = yield desk.run("access:buildnetwork", ROADS=given["andorra"], NETWORK=str(out / "andorre"))
    desk.seen["sites"] = yield desk.run("access:importsites", SOURCE=given["hospital"])
    people = desk.load(given["places"], "Habitants d'Andorre")
    values = {
        "NETWORK": str(out / "andorre"),
        "SITES": desk.layer("Lieux de soins"),
        "POPULATION": people,
        "SEASON": "winter",
        "FIGURES": "map",
        "OPEN": True,
        "FOLDER": str(out / "Andorre"),
    }
    desk.answers.append("sans enregistrer")
    desk.seen["roads"] = yield desk.run("access:study", **values)
    yield desk.until(lambda: desk.project.fileName().endswith("study.qgz"))
    yield desk.pause(1)
    desk.picture("real-andorra")
