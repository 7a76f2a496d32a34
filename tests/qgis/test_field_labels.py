"""The labels of fields: whole, short, told apart in a layer, and on everything that the algorithms write."""

import re

import geopandas as gpd
import pyogrio
import pytest
from paths import ROOT
from qgis_run import layers, run

#: What a table of docs/fields.md names beside fields: the words that these may hold.
VALUES = {"inbound", "outbound", "no_road", "no_way", "no_time", "total"}
UNITS = {"min": "min", "km": "km", "km2": "km²", "m": "m", "kph": "km/h", "s": "s"}
LANGUAGES = ("en", "fr")


def documented():
    """Return the fields of each layer that docs/fields.md has a row for."""
    rows = [
        line for line in (ROOT / "docs" / "fields.md").read_text(encoding="utf-8").splitlines() if line.startswith("| ")
    ][2:]
    words = {
        row.split("|")[1].strip(): " ".join(re.findall(r"`([^`]+)`", row.split("|", 2)[2])).split() for row in rows
    }
    return {
        layer: [word for word in found if re.fullmatch(r"\w+", word) and word not in VALUES]
        for layer, found in words.items()
    }


@pytest.fixture
def labels(qgis_app):
    from access_plugin.cartography.field_labels import field_labels

    return {language: field_labels(language) for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_documented_field_has_a_label_of_its_own(labels, language):
    fields = documented()
    assert len(fields) > 20 and {"t_su_min", "road_s", "p90_min", "nb_mcs"} <= set().union(*fields.values())
    assert {
        layer: missing for layer, found in fields.items() if (missing := sorted(set(found) - set(labels[language])))
    } == {}
    # layers hold the fields of others too, so no two fields of the whole share one
    own = [label.lower() for label in labels[language].values()]
    assert sorted(label for label in own if own.count(label) > 1) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_are_short_and_say_the_unit(labels, language):
    assert [label for label in labels[language].values() if len(label) > 45] == []
    share = {"en": "(0 to 1)", "fr": "(de 0 à 1)"}[language]
    for name, label in labels[language].items():
        ending = name.rpartition("_")[2]
        assert ending not in UNITS or label.endswith(f"({UNITS[ending]})"), name
        assert ending != "share" or label.endswith(share), name


def test_the_french_labels_are_french(labels):
    from access_plugin.engine.text import catalogue

    assert [source for source in labels["en"].values() if source not in catalogue("fr")] == []
    assert labels["fr"]["t_su_min"] == "Temps jusqu’au SU le plus proche (min)"
    assert labels["fr"]["secret"] == "Secret\u00a0: ne pas publier"


def test_labels_on_a_layer_leave_alone_what_is_not_theirs(qgis_app):
    from qgis.core import QgsVectorLayer

    from access_plugin.cartography.field_labels import label_fields

    fields = ("T_SU_MIN", "population", "beyond", "remarque", "surface")
    layer = QgsVectorLayer("Point?" + "&".join(f"field={name}:double" for name in fields), "places", "memory")
    layer.setFieldAlias(1, "Gens")
    label_fields(layer, "fr")
    assert [layer.attributeAlias(index) for index in range(len(fields))] == [
        "Temps jusqu’au SU le plus proche (min)",
        "Gens",
        "Au-delà du seuil",
        "",
        "",
    ]
    assert layer.fields().names() == list(fields)
    roads = QgsVectorLayer("LineString?field=road_class:string&field=surface:string", "roads", "memory")
    label_fields(roads, "fr")
    assert [roads.attributeAlias(index) for index in range(2)] == ["Classe de route", "Revêtement"]


@pytest.fixture(scope="module")
def written(inputs, tmp_path_factory):
    """Make a layer of nearly every kind; the users' own layers bear a field that only they know."""
    folder = tmp_path_factory.mktemp("written")
    own = {"population": inputs.population, "candidates": inputs.candidates, "territories": inputs.communes}
    for name, path in own.items():
        own[name] = folder / f"own_{name}.gpkg"
        gpd.read_file(path).assign(remarque="x", level="2", doctors=1).to_file(own[name], engine="pyogrio")
    network, sites, people = {"NETWORK": inputs.network}, {"SITES": inputs.sites}, {"POPULATION": own["population"]}
    common = network | sites | people | {"THRESHOLD": 12}
    question = common | {"CANDIDATES": own["candidates"], "NUMBER": 2}
    for algorithm, parameters, outputs in (
        ("study", question | {"TERRITORIES": own["territories"], "FIGURES": "none", "FOLDER": folder / "study"}, ()),
        ("placesites", question, ("CHOSEN", "DEMAND", "CURVE", "VARIANTS")),
        ("placemountain", question | {"WEIGHT": "population", "LEAST_SU": 5}, ("CHOSEN", "DEMAND", "CURVE", "ACCOUNT")),
        (
            "comparescenarios",
            network | people | {"BEFORE": inputs.sites, "ADDED": own["candidates"], "THRESHOLD": 12},
            ("OUTPUT", "SUMMARY"),
        ),
        ("isochrones", network | sites | {"MODE": "per_site", "BANDS": "5,10"}, ("OUTPUT", "NOT_COMPUTED")),
        ("shownetwork", network, ("OUTPUT",)),
        ("roadtimes", network | sites, ("OUTPUT",)),
        ("matrix", network | {"FROM": own["population"], "TO": inputs.sites, "METRES": True}, ("OUTPUT",)),
        (
            "explainroute",
            network | {"START": "9.5216,47.1410 [EPSG:4326]", "END": "9.5434,47.1186 [EPSG:4326]"},
            ("OUTPUT", "TERMS"),
        ),
        ("importsites", {"SOURCE": inputs.sites}, ("OUTPUT", "LOG")),
    ):
        outcome = run(algorithm, **parameters, **{name: folder / f"of_{algorithm}_{name}.gpkg" for name in outputs})
        assert outcome.code == 0, f"{algorithm}: {outcome.text}"
    return folder


def test_all_that_is_written_is_labelled_but_what_the_user_brought(written, qgis_app):
    from qgis.core import QgsVectorLayer

    from access_plugin.cartography.field_labels import label_fields

    bare, seen = {}, set()
    for path in (*written.glob("of_*.gpkg"), written / "study" / "results.gpkg"):
        for name, _ in pyogrio.list_layers(path):
            layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
            assert layer.isValid()
            label_fields(layer, "fr")
            names = [layer.attributeDisplayName(index) for index in range(layer.fields().count())]
            assert len(names) == len(set(names)), f"{path.name}: {name}"
            seen |= set(layer.fields().names())
            bare[f"{path.name}: {name}"] = {field.name() for field in layer.fields() if not field.alias()} - {
                "remarque"
            }
    assert {layer: left for layer, left in bare.items() if left} == {}
    assert len(bare) > 30
    assert {
        "remarque",
        "lacking_after",
        "robust",
        "emergency_level",
        "change",
        "road_s",
        "action",
        "new_places",
        "unit",
    } <= seen
    assert "remarque" in layers(written / "study" / "results.gpkg")["chosen"]
