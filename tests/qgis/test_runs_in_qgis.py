"""What the desktop does with a run: another thread, cancel, layers of the project, styles."""

import pytest
from paths import SAMPLE


def parameters_of(inputs, folder):
    return {
        "NETWORK": str(inputs.network),
        "SITES": str(inputs.sites),
        "POPULATION": str(inputs.population),
        "CANDIDATES": str(inputs.candidates),
        "TERRITORIES": str(inputs.communes),
        "THRESHOLD": 15,
        "FIGURES": "map",
        "FOLDER": str(folder),
    }


class Cancelling:
    """Builds a feedback that is cancelled once a given share of the work is done."""

    def __new__(cls, share):
        from qgis.core import QgsProcessingFeedback

        class Feedback(QgsProcessingFeedback):
            def setProgress(self, progress):
                super().setProgress(progress)
                if progress >= share:
                    self.cancel()

        return Feedback()


@pytest.mark.parametrize("share", [0, 35, 60, 85])
def test_a_cancelled_study_leaves_nothing(provider, inputs, tmp_path, share):
    from qgis.core import QgsProcessingContext

    feedback = Cancelling(share)
    _, good = (
        provider.algorithm("study")
        .create()
        .run(parameters_of(inputs, tmp_path / "s"), QgsProcessingContext(), feedback)
    )
    assert not good
    assert feedback.isCanceled()
    assert not (tmp_path / "s").exists()
    assert "Cancelled: nothing was written." in feedback.textLog()


def test_cancels_while_a_layer_is_read_leave_its_file_free(qgis_app, tmp_path):
    """QGIS gives out few connections to a file.

    An iterator that an error keeps would make the next reader wait for ever.
    """
    import gc

    import geopandas as gpd
    import shapely
    from qgis.core import QgsVectorLayer

    from access_plugin.engine.errors import Cancelled
    from access_plugin.engine.progress import Progress
    from access_plugin.processing.layers import frame

    path, kept = tmp_path / "p.gpkg", []
    gpd.GeoDataFrame(
        {"number": range(2000)}, geometry=shapely.points([[900_000 + i, 6_500_000] for i in range(2000)]), crs=2154
    ).to_file(path)
    layer = QgsVectorLayer(str(path), "places", "ogr")
    for _ in range(12):
        asked = []
        try:
            frame(layer, progress=Progress(is_cancelled=lambda: asked.append(1) or len(asked) > 2))
        except Cancelled as error:
            kept.append(error)  # with all its frames
    assert len(kept) == 12 and len(frame(layer)) == 2000
    kept.clear()
    gc.collect()  # while QGIS is still there


def test_a_study_computes_in_another_thread_and_renders_in_this_one(provider, inputs, tmp_path, qgis_app):
    """As the desktop does: the algorithm is run by a task, its post-processing by the main thread."""
    from qgis.core import (
        QgsApplication,
        QgsProcessingAlgRunnerTask,
        QgsProcessingContext,
        QgsProcessingFeedback,
        QgsProject,
    )
    from qgis.PyQt.QtCore import QEventLoop, QTimer

    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(QgsProject.instance())
    task = QgsProcessingAlgRunnerTask(
        provider.algorithm("study"), parameters_of(inputs, tmp_path / "s"), context, feedback
    )
    loop, ended = QEventLoop(), []
    task.executed.connect(lambda good, results: (ended.append((good, results)), loop.quit()))
    QTimer.singleShot(280_000, loop.quit)
    QgsApplication.taskManager().addTask(task)
    loop.exec()
    assert ended and ended[0][0], feedback.textLog()
    assert {"study.qgz", "results.gpkg", "method.md"} <= {path.name for path in (tmp_path / "s").iterdir()}
    assert (tmp_path / "s" / "figures" / "carte.png").stat().st_size > 100_000


def test_a_cancelled_search_for_places_keeps_and_loads_the_best_so_far(provider, inputs, qgis_app, qgis_new_project):
    """As the desktop does: the task is cancelled while it chooses.

    What was found by then is a layer of the project, and the log says so.
    """
    from qgis.core import (
        QgsApplication,
        QgsProcessingAlgRunnerTask,
        QgsProcessingContext,
        QgsProcessingOutputLayerDefinition,
        QgsProject,
    )
    from qgis.PyQt.QtCore import QEventLoop, QTimer

    context, feedback = QgsProcessingContext(), Cancelling(80)
    context.setProject(QgsProject.instance())
    given = parameters_of(inputs, "")
    del given["FOLDER"], given["FIGURES"]
    given |= {"NUMBER": 9, "THRESHOLD": 8, **dict.fromkeys(("CHOSEN", "DEMAND", "CURVE"), "TEMPORARY_OUTPUT")}
    algorithm = provider.algorithm("placesites").create()
    for name in ("CHOSEN", "DEMAND"):
        given[name] = QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", QgsProject.instance())
    task = QgsProcessingAlgRunnerTask(algorithm, given, context, feedback)
    loop, ended = QEventLoop(), []
    task.executed.connect(lambda good, results: (ended.append((good, results)), loop.quit()))
    QTimer.singleShot(280_000, loop.quit)
    QgsApplication.taskManager().addTask(task)
    loop.exec()
    QTimer.singleShot(500, loop.quit)
    loop.exec()
    assert feedback.isCanceled()
    assert "The search was cancelled: this is the best answer so far." in feedback.textLog()
    layers = {layer.name(): layer for layer in QgsProject.instance().mapLayers().values()}
    assert {"Suggested places", "Places to be gained"} <= set(layers)
    assert layers["Suggested places"].featureCount() > 0
    assert layers["Suggested places"].renderer().type() == "RuleRenderer"


def test_a_layer_of_the_project_is_an_input_and_loaded_results_are_styled(
    provider, inputs, qgis_processing, qgis_new_project, monkeypatch
):
    from qgis import processing
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject, QgsVectorLayer
    from qgis.gui import QgsLayerTreeView
    from qgis.utils import iface

    tree = QgsLayerTreeView()
    monkeypatch.setattr(iface, "layerTreeView", lambda: tree)  # QGIS 3.44 takes no stand-in
    sites = QgsVectorLayer(str(inputs.sites), "Mes sites", "ogr")
    QgsProject.instance().addMapLayer(sites)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    feedback = QgsProcessingFeedback()
    results = processing.runAndLoadResults(
        "access:isochrones",
        {"NETWORK": str(inputs.network), "SITES": "Mes sites", "OUTPUT": "TEMPORARY_OUTPUT"},
        feedback=feedback,
        context=context,
    )
    layer = QgsProject.instance().mapLayer(results["OUTPUT"])
    assert layer.renderer().type() == "RuleRenderer"
    assert "Mes sites: 2 sites read" in feedback.textLog()
    assert "30 min (strictly more)" in layer.metadata().abstract()
    assert layer.metadata().rights() == [
        "Roads: liechtenstein-2013-08-03.osm.pbf (2013-08-03), © OpenStreetMap contributors, ODbL 1.0."
    ]


@pytest.mark.parametrize(("suffix", "styled"), [("gpkg", True), ("csv", False), ("xlsx", False)])
def test_points_that_are_written_as_a_table_load_without_a_style(inputs, tmp_path, qgis_app, suffix, styled):
    """A style of points is refused by what has none: Python's error stood in the window, and the run never ended."""
    from qgis.core import QgsVectorLayer
    from qgis_run import run

    from access_plugin.processing.loading import KIND, WhenLoaded

    outcome = run("importsites", SOURCE=SAMPLE / "sites.csv", OUTPUT=tmp_path / f"s.{suffix}")
    assert outcome.code == 0, outcome.text
    layer = QgsVectorLayer(str(tmp_path / f"s.{suffix}"), "s", "ogr")
    assert layer.isValid() and layer.isSpatial() == styled
    WhenLoaded("sites", "Sites of care").postProcessLayer(layer, None, None)
    assert layer.metadata().abstract() == "Sites of care" and bool(layer.customProperty(KIND)) == styled


def test_every_style_loads_and_its_labels_are_translated(qgis_app):
    from qgis.core import QgsVectorLayer

    from access_plugin.cartography.layer_styles import STYLES, apply_style
    from access_plugin.engine.text import catalogue

    kinds = {
        "isochrones": "MultiPolygon",
        "isochrones_by_site": "MultiPolygon",
        "gaps": "MultiPolygon",
        "not_computed": "MultiPolygon",
        "territories": "MultiPolygon",
        "threshold": "MultiLineString",
        "network": "LineString",
        "roads": "LineString",
        "borders": "MultiLineString",
        "rivers": "MultiLineString",
        "road_times": "LineString",
        "route": "LineString",
        "apl": "MultiPolygon",
        "zoning": "MultiPolygon",
    } | dict.fromkeys(
        ("circles", "counts", "departements", "lacking", "outside", "surroundings", "place", "lakes"), "MultiPolygon"
    )
    for style in sorted(path.stem for path in STYLES.glob("*.qml")):
        layer = QgsVectorLayer(
            f"{kinds.get(style, 'Point')}?crs=EPSG:2154&field=from_min:double&field=to_min:double&field=role:string",
            style,
            "memory",
        )
        apply_style(layer, style, threshold=20.0, language="fr")
        if style == "outside":
            assert layer.renderer().type() == "invertedPolygonRenderer"  # one symbol, which no legend names
            continue
        if style in ("surroundings", "place", "lakes", "rivers"):
            assert layer.renderer().type() == "singleSymbol"  # that explain themselves
            continue
        labels = [rule.label() for rule in layer.renderer().rootRule().children()]
        assert labels or style.startswith("isochrones")
        assert not any("{" in label for label in labels)
        assert not set(labels) & (set(catalogue("fr")) - set(catalogue("fr").values())), style
