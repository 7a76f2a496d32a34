"""The demonstration's published figures, the same on every system and with every version of the libraries."""

import pytest
from paths import DEMONSTRATION

from access_plugin.engine.access.care import in_force
from access_plugin.engine.access.people import People
from access_plugin.engine.access.setting import Setting
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


def test_so_are_the_suggested_places(study):
    chosen = study[0].suggestion.chosen
    assert chosen[["rank", "name", "gain"]].to_numpy().tolist() == [
        [1, "Cabinet fictif de Schaan", 2342.0],
        [2, "Cabinet fictif de Triesenberg", 244.0],
    ]
