"""The demonstration's published figures, the same on every system and with every version of the libraries."""

import re

import kit
import pytest
from paths import DEMONSTRATION

from access_plugin.engine.access.care import in_force
from access_plugin.engine.access.people import People
from access_plugin.engine.access.setting import Setting
from access_plugin.engine.defaults import FIGURES
from access_plugin.engine.errors import InputError
from access_plugin.engine.network.graph import open_network
from access_plugin.engine.placement.request import Question, Request, read_candidates
from access_plugin.engine.population.places import read_population
from access_plugin.engine.reading import read_vector_file
from access_plugin.engine.sample import THRESHOLD_MIN, prepare_sample
from access_plugin.engine.sites.table import read_sites
from access_plugin.engine.study.compute import compute_study
from access_plugin.engine.study.results import write_results
from access_plugin.engine.territory.areas import read_territories


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    folder = prepare_sample(tmp_path_factory.mktemp("demonstration"))

    def table(name):
        return read_vector_file(folder / f"{name}.gpkg")

    network = open_network(folder / "roads.accessnet")
    territories = read_territories(*table("territories"))
    sites, people = read_sites(*table("sites")), read_population(*table("population"), network=network)
    found = compute_study(
        in_force(network, sites, Setting(threshold=THRESHOLD_MIN)),
        People(people, territories),
        Question(read_candidates(*table("candidates")), Request(number=3)),
    )
    write_results(found, folder)
    yield found, folder
    network.close()


def test_the_summary_is_the_one_of_the_demonstration(study):
    assert (study[1] / "summary.csv").read_text(encoding="utf-8-sig") == DEMONSTRATION.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_page_bears_the_name_of_a_file(study, tmp_path, language):
    """Titles, notes, sources, alternative texts and tables of every figure that the demonstration gives."""
    from access_plugin.cartography.press.catalogue import sheets_of
    from access_plugin.cartography.press.facts import Facts
    from access_plugin.engine.study.public import PublicStudy

    folder = kit.write(tmp_path / "s", study[0], language)
    facts, seen = Facts(PublicStudy.opened(folder), language), []
    for figure in FIGURES:
        try:
            sheets = sheets_of(figure, facts)
        except InputError:
            continue
        for sheet in sheets:
            text = " ".join([*sheet.texts.values(), sheet.alt, sheet.table.to_csv()])
            seen.append(sheet.name)
            found = re.findall(r"\S+\.(?:csv|txt|xlsx?|gpkg|shp|geojson|json|zip|tiff?|osm|pbf)\b", text)
            assert not found, (sheet.name, found)
    assert len(seen) >= 12


def test_so_are_the_suggested_places(study):
    chosen = study[0].suggestion.chosen
    assert chosen[["rank", "name", "gain"]].to_numpy().tolist() == [
        [1, "Cabinet fictif de Schaan", 2342.0],
        [2, "Cabinet fictif de Triesenberg", 244.0],
    ]
