"""The provider as the toolbox shows it: names, texts, choices, help, what is refused before a run."""

from contract import CONTRACT
from paths import ROOT, SAMPLE


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
