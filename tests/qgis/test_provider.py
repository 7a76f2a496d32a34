"""The provider as the toolbox shows it, and what the desktop does with a run: another thread, cancel, styles."""

import pytest
from paths import ROOT, SAMPLE

CONTRACT = {
    "buildnetwork": ["ROADS", "ROADS_LAYER", "DEM", "NETWORK"],
    "importsites": ["SOURCE", "SOURCE_LAYER", "FORMAT", "OUTPUT"],
    "importpopulation": ["SOURCE", "SOURCE_LAYER", "FORMAT", "NETWORK", "RESCALE_TO", "OUTPUT"],
    "importterritories": ["AREAS", "COMMUNES", "CODES", "PASSAGE", "LEVEL", "OUTPUT", "REPORT"],
    "importindicator": ["TERRITORIES", "TABLE", "VARIABLE", "OUTPUT"],
    "seasonalpopulation": ["POPULATION", "TABLES", "WINTER_SHARE", "SUMMER_SHARE", "OUTPUT"],
    "fetchcommunes": ["DEPARTEMENTS", "SERVICE", "CACHE", "OUTPUT"],
    "fetchroads": ["EXTENT", "PLACE", "SERVICE", "CACHE", "OUTPUT"],
    "apl": ["NETWORK", "TIMES", "SUPPLY", "DEMAND", "WEIGHTS", "OUTPUT"],
    "prepareregion": ["SOURCE", "DEPARTEMENTS", "FOLDER"],
    "traveltimes": [
        "NETWORK",
        "SITES",
        "PLACES",
        "THRESHOLD",
        "PROFILE",
        "PROFILE_SMUR",
        "PROFILE_MCS",
        "SEASON",
        "CONVENTION",
        "OUTPUT",
        "UNSNAPPED",
    ],
    "isochrones": [
        "NETWORK",
        "SITES",
        "ROLES",
        "BANDS",
        "CELL",
        "MODE",
        "POPULATION",
        "THRESHOLD",
        "PROFILE",
        "SEASON",
        "CONVENTION",
        "OUTPUT",
        "NOT_COMPUTED",
    ],
    "smoothareas": ["INPUT", "TOLERANCE", "OUTPUT"],
    "findgaps": [
        "NETWORK",
        "SITES",
        "POPULATION",
        "TERRITORIES",
        "TIMES",
        "TIMES_CODE",
        "TIMES_MINUTES",
        "THRESHOLD",
        "PROFILE",
        "SEASON",
        "CONVENTION",
        "GAPS",
        "PLACES",
        "SUMMARY",
        "NOT_COMPUTED",
    ],
    "placesites": [
        "NETWORK",
        "SITES",
        "POPULATION",
        "CANDIDATES",
        "MODEL",
        "NUMBER",
        "BASELINE",
        "MINGAIN",
        "WEIGHT",
        "TIME_LIMIT",
        "REACH",
        "PRESENCE",
        "DOCTOR_SHARE",
        "SPREAD",
        "RULES",
        "SECTORS",
        "CODES",
        "REQUIRED",
        "FORBIDDEN",
        "TERRITORIES",
        "THRESHOLD",
        "CHOSEN",
        "DEMAND",
        "CURVE",
        "VARIANTS",
    ],
    "placemountain": [
        "NETWORK",
        "SITES",
        "POPULATION",
        "CANDIDATES",
        "MODEL",
        "NUMBER",
        "MINGAIN",
        "WEIGHT",
        "TIME_LIMIT",
        "THRESHOLD",
        "SEASON",
        "CHOSEN",
        "DEMAND",
        "CURVE",
        "ACCOUNT",
    ],
    "comparescenarios": [
        "NETWORK",
        "BEFORE",
        "AFTER",
        "ADDED",
        "ADDED_ROLE",
        "POPULATION",
        "TERRITORIES",
        "THRESHOLD",
        "DEFINITION",
        "SEASON",
        "CONVENTION",
        "OUTPUT",
        "SUMMARY",
    ],
    "pressfigure": [
        "STUDY",
        "FIGURE",
        "TITLE",
        "FORMAT",
        "LANGUAGE",
        "TERRITORY",
        "SERIES",
        "AUTHOR",
        "LOGO_LEFT",
        "LOGO_RIGHT",
        "FOLDER",
    ],
    "publicmap": ["STUDY", "TITLE", "LANGUAGE", "AUTHOR", "FOLDER"],
    "study": [
        "ROADS",
        "NETWORK",
        "TIMES",
        "TIMES_CODE",
        "TIMES_MINUTES",
        "SITES",
        "POPULATION",
        "TERRITORIES",
        "CANDIDATES",
        "THRESHOLD",
        "NUMBER",
        "PROFILE",
        "SEASON",
        "FOLDER",
    ],
    "shownetwork": ["NETWORK", "PROFILE", "SEASON", "TRAFFIC", "CLOSURES", "OUTPUT"],
    "explainroute": ["NETWORK", "START", "END", "PROFILE", "SEASON", "TRAFFIC", "CLOSURES", "OUTPUT", "TERMS"],
}


@pytest.fixture(scope="module")
def provider(qgis_app):
    from qgis.core import QgsApplication

    from access_plugin.processing.provider import AccessProvider

    found = AccessProvider()
    QgsApplication.processingRegistry().addProvider(found)
    yield found
    QgsApplication.processingRegistry().removeProvider(found)


def test_names_of_the_contract(provider):
    assert provider.id() == "access"
    assert {algorithm.name() for algorithm in provider.algorithms()} == set(CONTRACT)
    for name, parameters in CONTRACT.items():
        found = [definition.name() for definition in provider.algorithm(name).parameterDefinitions()]
        assert set(parameters) <= set(found), name


def test_what_all_that_measures_has_in_common(provider):
    common = {
        "THRESHOLD",
        "PROFILE",
        "PROFILE_SMUR",
        "PROFILE_MCS",
        "SEASON",
        "TRAFFIC",
        "SLOT",
        "CONVENTION",
        "CLOSURES",
    }
    assert provider.algorithm("placemountain").parameterDefinition("SEASON").defaultValue() == "winter"
    assert provider.algorithm("placemountain").parameterDefinition("WEIGHT").defaultValue() == "seasonal_population"
    assert provider.algorithm("placesites").parameterDefinition("MODEL").options()[:5] == [
        "mclp",
        "lscp",
        "pmedian",
        "pcenter",
        "backup",
    ]
    for name in ("traveltimes", "isochrones", "findgaps", "placesites", "comparescenarios", "study"):
        algorithm = provider.algorithm(name)
        assert common <= {definition.name() for definition in algorithm.parameterDefinitions()}
        assert [
            algorithm.parameterDefinition(key).defaultValue()
            for key in ("PROFILE_SMUR", "TRAFFIC", "SLOT", "SEASON", "CONVENTION")
        ] == ["car", "off_peak", "all_open", "all_year", "fine"]
        assert algorithm.parameterDefinition("PROFILE").options() == ["car", "emergency", "mcs"]
    for name in ("traveltimes", "findgaps", "study"):
        assert provider.algorithm(name).parameterDefinition("DEFINITION").options() == [
            "emergency",
            "su",
            "smur",
            "first_care",
        ]


def test_communes_can_be_chosen_as_people_where_official_times_count_by_commune(provider):
    from qgis.core import QgsProcessing

    every, point = QgsProcessing.SourceType.TypeVectorAnyGeometry, QgsProcessing.SourceType.TypeVectorPoint
    kinds = {
        name: provider.algorithm(name).parameterDefinition("POPULATION").dataTypes()
        for name in ("findgaps", "study", "placesites")
    }
    assert kinds == {"findgaps": [every], "study": [every], "placesites": [point]}


def test_everything_has_its_texts_in_both_languages(provider):
    from access_plugin.engine.text import set_language

    for language in ("en", "fr"):
        set_language(language)
        for name in CONTRACT:
            algorithm = provider.algorithm(name).create()
            page = (ROOT / "access_plugin" / "resources" / "help" / language / f"{name}.md").read_text(encoding="utf-8")
            assert len(page) > 200
            assert algorithm.shortDescription().endswith(".")
            assert algorithm.displayName() and algorithm.group() and len(algorithm.tags()) > 4
            assert not algorithm.icon().isNull()
            assert (ROOT / "access_plugin" / "resources" / "icons" / f"{name}.svg").exists()
            for definition in algorithm.parameterDefinitions():
                assert definition.help(), (name, definition.name())
                assert definition.description(), (name, definition.name())
    set_language("en")


def test_help_pages_keep_no_mark_of_their_source():
    from access_plugin.engine.markdown import as_html

    assert as_html("One **two** `a;b` <3\ngo on\n\n- **x**: y\n- z\n\nEnd") == (
        "<p>One <b>two</b> <code>a;b</code> &lt;3 go on</p>\n<ul><li><b>x</b>: y</li><li>z</li></ul>\n<p>End</p>"
    )
    for page in (ROOT / "access_plugin" / "resources" / "help").rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        html = as_html(text)
        assert "**" not in html and "`" not in html and "<p>- " not in html, page
        assert html.count("<li>") == text.count("\n- "), page


def test_choices_are_static_strings_and_the_threshold_is_thirty(provider):
    from qgis.core import QgsProcessingParameterEnum

    for name in CONTRACT:
        for definition in provider.algorithm(name).parameterDefinitions():
            if isinstance(definition, QgsProcessingParameterEnum):
                assert definition.usesStaticStrings(), (name, definition.name())
    assert provider.algorithm("traveltimes").parameterDefinition("THRESHOLD").defaultValue() == 30
    assert provider.algorithm("isochrones").parameterDefinition("CELL").defaultValue() == 50


def parameters_of(inputs, folder):
    return {
        "NETWORK": str(inputs.network),
        "SITES": str(inputs.sites),
        "POPULATION": str(inputs.population),
        "CANDIDATES": str(inputs.candidates),
        "TERRITORIES": str(inputs.communes),
        "THRESHOLD": 15,
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
    del given["FOLDER"]
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
        "route": "LineString",
        "apl": "MultiPolygon",
        "zoning": "MultiPolygon",
    } | dict.fromkeys(("circles", "counts", "departements", "lacking", "outside"), "MultiPolygon")
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
        labels = [rule.label() for rule in layer.renderer().rootRule().children()]
        assert labels or style.startswith("isochrones")
        assert not any("{" in label for label in labels)
        assert not set(labels) & (set(catalogue("fr")) - set(catalogue("fr").values())), style


def test_the_sample_is_small_enough_to_ship():
    assert sum(path.stat().st_size for path in SAMPLE.iterdir()) < 1_000_000
    assert (
        sum(
            path.stat().st_size
            for path in (ROOT / "access_plugin").rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        )
        < 5_000_000
    )


def test_help_opens_as_a_page_in_the_language_of_the_interface(provider):
    from pathlib import Path

    from qgis.PyQt.QtCore import QUrl

    from access_plugin.engine.text import set_language

    for language, words in (("fr", "Fait tout le travail"), ("en", "Does the whole job")):
        set_language(language)
        page = Path(QUrl(provider.algorithm("study").helpUrl()).toLocalFile())
        text = page.read_text(encoding="utf-8")
        assert page.suffix == ".html" and words in text and f'<html lang="{language}">' in text
    set_language("en")


def test_every_choice_has_words_in_both_languages(provider):
    """A value without words would be shown as the program writes it."""
    from qgis.core import QgsProcessingParameterEnum

    from access_plugin.engine.text import set_language
    from access_plugin.engine.words import _SAME, _WORDS, word

    for language in ("fr", "en"):
        set_language(language)
        for name in CONTRACT:
            for parameter in provider.algorithm(name).parameterDefinitions():
                if isinstance(parameter, QgsProcessingParameterEnum):
                    for value in parameter.options():
                        assert value in _WORDS[_SAME.get(parameter.name(), parameter.name())](), (
                            name,
                            parameter.name(),
                            value,
                        )
                    assert len({word(parameter.name(), value) for value in parameter.options()}) == len(
                        parameter.options()
                    ), (name, parameter.name())
    set_language("en")


def test_what_excludes_what_is_said_before_the_run(provider, inputs, tmp_path):
    from qgis.core import NULL, QgsProcessingContext

    def said(name, **values):
        return (
            provider.algorithm(name)
            .create()
            .checkParameterValues(
                {key: str(value) if value is not NULL else value for key, value in values.items()},
                QgsProcessingContext(),
            )
        )

    layers = {"SITES": inputs.sites, "POPULATION": inputs.population}
    assert said("study", **layers, NETWORK=inputs.network, TIMES=NULL, ROADS=NULL, FOLDER=tmp_path)[0]
    assert said("study", **layers, NETWORK=inputs.network, FOLDER=tmp_path)[0]
    for wrong, words in (
        (("study", {**layers, "FOLDER": tmp_path}), "Give either roads"),
        (
            ("study", {**layers, "NETWORK": inputs.network, "ROADS": SAMPLE / "x.osm.pbf", "FOLDER": tmp_path}),
            "Give either roads",
        ),
        (
            (
                "findgaps",
                {
                    "POPULATION": inputs.population,
                    "NETWORK": inputs.network,
                    "GAPS": "memory:",
                    "PLACES": "memory:",
                    "SUMMARY": "memory:",
                },
            ),
            "Give either a network and sites",
        ),
        (("shownetwork", {"NETWORK": SAMPLE / "sites.csv", "OUTPUT": "memory:"}), "is not a network of Accès 30"),
        (("shownetwork", {"NETWORK": tmp_path / "none.accessnet", "OUTPUT": "memory:"}), "does not exist"),
        (
            ("isochrones", {"NETWORK": inputs.network, "SITES": inputs.sites, "BANDS": "5;x", "OUTPUT": "memory:"}),
            "is not a list of minutes",
        ),
        (("fetchcommunes", {"DEPARTEMENTS": "Atlantide", "OUTPUT": "memory:"}), "Atlantide"),
    ):
        sound, reason = said(wrong[0], **wrong[1])
        assert not sound and words in reason, (wrong, reason)


def test_the_menu_needs_no_library():
    """A person whose Python lacks one must still find the menu, whose dialogs say what is missing."""
    import subprocess
    import sys

    code = """if True:
        import sys

        LIBRARIES = "numpy scipy numba pandas geopandas shapely pyogrio pyproj rasterio contourpy osmium".split()

        class Absent:
            def find_spec(self, name, path=None, target=None):
                if name.partition(".")[0] in LIBRARIES:
                    raise ModuleNotFoundError(name)

        sys.meta_path.insert(0, Absent())
        import access_plugin.plugin, access_plugin.gui.menu, access_plugin.gui.studies, access_plugin.gui.example
    """
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr


def test_a_network_without_its_ending_is_found(provider, inputs):
    from qgis.core import QgsProcessingContext

    from access_plugin.processing.arguments import network_path, with_ending

    path = str(inputs.network).removesuffix(".accessnet")
    algorithm = provider.algorithm("shownetwork").create()
    assert network_path(algorithm, {"NETWORK": path}, QgsProcessingContext()) == str(inputs.network)
    assert (
        with_ending("réseau", ".accessnet") == "réseau.accessnet"
        and with_ending("r.ACCESSNET", ".accessnet") == "r.ACCESSNET"
    )
