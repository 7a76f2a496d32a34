"""What pages say of their sources: what is known of each file, or a person's own words and the credit that is due."""

import dataclasses

import kit
import pytest
from sheets import facts

from access_plugin.cartography.press.catalogue import sheets_of
from access_plugin.cartography.source_lines import as_known, in_own_words

OSM = {"name": "auvergne-latest.osm.pbf", "date": "2026-01-02", "licence": "© OpenStreetMap contributors, ODbL 1.0"}
IGN = {"name": "troncon_de_route", "date": "2025-03-01", "licence": "Licence Ouverte 2.0"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return kit.write(tmp_path_factory.mktemp("sources") / "s", kit.study())


@pytest.fixture
def words(folder):
    return facts(folder).wording


def on_roads(record, roads):
    return dataclasses.replace(record, times=None, roads=roads)


def test_each_source_is_said_as_it_is_known(words):
    lines = as_known(on_roads(words.record, OSM), words.say, words.date)
    assert lines[0] == "routes © les contributeurs d’OpenStreetMap, ODbL 1.0 (auvergne-latest, 2\u00a0janvier 2026)"
    assert lines[-1] == "population : INSEE, populations légales 2023".replace(" :", "\u00a0:")


@pytest.mark.parametrize(
    ("roads", "said", "lines"),
    [
        (OSM, "BD TOPO et SAE", ["© les contributeurs d’OpenStreetMap, ODbL 1.0", "BD TOPO et SAE"]),
        (
            OSM,
            "OpenStreetMap 2026, SAE 2024.",
            ["© les contributeurs d’OpenStreetMap, ODbL 1.0", "OpenStreetMap 2026, SAE 2024"],
        ),
        (OSM, "© OpenStreetMap (ODbL), SAE 2024", ["© OpenStreetMap (ODbL), SAE 2024"]),
        (IGN, "IGN, SAE 2024", ["IGN, SAE 2024"]),
    ],
)
def test_own_words_keep_the_credit_that_osm_asks_for(words, roads, said, lines):
    assert in_own_words(on_roads(words.record, roads), said, words.say, "fr") == lines


def test_what_the_study_was_told_stands_on_pages_until_a_figure_says_otherwise(folder, tmp_path):
    def source(**options):
        return sheets_of("map", facts(again, **options))[0].texts["notes"].rpartition("Source")[2]

    assert "populations légales" in sheets_of("map", facts(folder))[0].texts["notes"]
    again = kit.write(tmp_path / "s", kit.study(), own_sources="SAE 2024 ; Filosofi 2021")
    assert source().startswith("\u00a0: SAE 2024\u00a0; Filosofi 2021, traitement")
    assert source(sources="FINESS").startswith("\u00a0: FINESS, traitement")
    assert "populations légales" not in source()
