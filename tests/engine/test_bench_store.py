"""Scenarios are kept at every change, whole or as they were, and nobody's are lost."""

import os
import signal
import subprocess
import sys
import time

import geopandas as gpd
import pytest
from paths import ROOT
from pyproj import CRS
from small import km, sites

from access_plugin.engine.bench.export import write_list
from access_plugin.engine.bench.scenario import Scenario
from access_plugin.engine.bench.store import ScenarioStore
from access_plugin.engine.errors import InputError
from access_plugin.engine.reading import read_table_file
from access_plugin.engine.sites.table import read_sites

HERE = CRS.from_epsg(2154)


def a_scenario():
    scenario, site = Scenario().with_site("MCS", km(1.23456789, 2))
    scenario = scenario.changed(site.id, name="Maison de santé d’Ambert", delay_min=4.5, doctors=2.0)
    return scenario.with_site("SMUR_ANTENNE", km(3, 4))[0].switched(("630000404", "SMUR"))


def test_what_is_kept_comes_back(tmp_path):
    store = ScenarioStore(tmp_path, HERE)
    assert store.names == []
    kept = {"deux médecins": a_scenario(), "rien": Scenario(), "fermeture": Scenario().switched(("a", "SU"))}
    for name, scenario in kept.items():
        assert store.keep(name, scenario) == name
    again = ScenarioStore(tmp_path, CRS.from_wkt(HERE.to_wkt()))
    assert again.names == list(kept)
    assert {name: again.scenario(name) for name in kept} == kept
    again.forget("rien")
    assert ScenarioStore(tmp_path, HERE).names == ["deux médecins", "fermeture"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["scenarios.gpkg"]


def test_two_who_work_on_one_study_lose_nothing(tmp_path):
    one, other = ScenarioStore(tmp_path, HERE), ScenarioStore(tmp_path, HERE)
    one.keep("a", a_scenario())
    assert other.keep("b", Scenario()) == "b"
    assert one.changed_elsewhere() == ["b"]
    assert one.changed_elsewhere() == []
    mine, theirs = a_scenario().without("essai-1"), a_scenario().switched(("x", "SU"))
    one.changed_elsewhere(), other.changed_elsewhere()
    assert one.keep("a", mine) == "a"
    assert other.keep("a", theirs) == "a (2)"
    last = ScenarioStore(tmp_path, HERE)
    assert (last.scenario("a"), last.scenario("a (2)")) == (mine, theirs)


def test_many_who_keep_at_once_lose_nothing(tmp_path):
    """Each process keeps scenarios of its own, as quickly as it can."""
    code = (
        "import sys; sys.path[:0] = sys.argv[3:]\n"
        "from pathlib import Path\n"
        "from pyproj import CRS\n"
        "from access_plugin.engine.bench.scenario import Scenario\n"
        "from access_plugin.engine.bench.store import ScenarioStore\n"
        "store = ScenarioStore(Path(sys.argv[1]), CRS.from_epsg(2154))\n"
        "for number in range(6):\n"
        "    store.keep(f'{sys.argv[2]}{number}', Scenario().switched((sys.argv[2], 'SU')))\n"
    )
    running = [subprocess.Popen([sys.executable, "-c", code, str(tmp_path), name, str(ROOT)]) for name in "abc"]
    assert [process.wait(120) for process in running] == [0, 0, 0]
    assert sorted(ScenarioStore(tmp_path, HERE).names) == sorted(f"{name}{n}" for name in "abc" for n in range(6))


def test_what_another_one_has_changed_is_not_forgotten(tmp_path):
    one, other = ScenarioStore(tmp_path, HERE), ScenarioStore(tmp_path, HERE)
    one.keep("a", a_scenario())
    other.keep("b", Scenario())
    one.changed_elsewhere()
    other.changed_elsewhere()
    one.keep("a", Scenario())
    other.forget("a")
    assert ScenarioStore(tmp_path, HERE).names == ["a", "b"]
    one.forget("b")
    assert other.changed_elsewhere() == ["a", "b"]


def test_a_folder_that_takes_nothing_is_told(tmp_path):
    store = ScenarioStore(tmp_path / "gone", HERE)
    with pytest.raises(InputError):
        store.keep("a", Scenario())
    with pytest.raises(InputError):
        write_list(a_scenario().table(HERE), tmp_path / "gone" / "list.csv")


def test_a_damaged_file_is_told_and_left(tmp_path):
    (tmp_path / "scenarios.gpkg").write_bytes(b"no database")
    with pytest.raises(InputError, match=r"scenarios\.gpkg"):
        ScenarioStore(tmp_path, HERE)
    assert (tmp_path / "scenarios.gpkg").read_bytes() == b"no database"


_KEEPS = """
import sys
sys.path[:0] = sys.argv[2:]
from pathlib import Path
from pyproj import CRS
from access_plugin.engine.bench.scenario import Scenario
from access_plugin.engine.bench.store import ScenarioStore
store, scenario = ScenarioStore(Path(sys.argv[1]), CRS.from_epsg(2154)), Scenario()
for number in range(100_000):
    scenario = scenario.switched((str(number), "SU"))
    store.keep("a", scenario)
    print(number, flush=True)
"""


def test_whoever_is_killed_loses_at_most_the_last_change(tmp_path):
    for wait in (0.0, 0.01, 0.02, 0.03):
        command = [sys.executable, "-c", _KEEPS, str(tmp_path), str(ROOT)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            said = [process.stdout.readline() for _ in range(3)]
            time.sleep(wait)
            os.kill(process.pid, signal.SIGKILL)
            said += process.stdout.read().splitlines()
        kept = ScenarioStore(tmp_path, HERE).scenario("a").closed
        assert kept in ({(str(k), "SU") for k in range(int(said[-1]) + more)} for more in (1, 2))
        ScenarioStore(tmp_path, HERE).forget("a")


def test_the_list_is_read_again_as_it_was(tmp_path):
    scenario = a_scenario()
    table = gpd.GeoDataFrame(sites([("h", "SU", 0, 0)], name="=1+1")).to_crs(2154)
    write_list(table, tmp_path / "list.csv")
    assert "'=1+1" in (tmp_path / "list.csv").read_text(encoding="utf-8-sig")
    write_list(scenario.table(HERE), tmp_path / "list.csv")
    again = read_sites(*read_table_file(tmp_path / "list.csv"))
    first = again.iloc[0]
    assert list(again["role"]) == ["MCS", "SMUR_ANTENNE"]
    assert (first["name"], first["delay_min"], first["doctors"], first["hours"]) == (
        "Maison de santé d’Ambert",
        4.5,
        2.0,
        "24/7",
    )
    there = again.to_crs(2154).geometry
    assert (there.iloc[0].x, there.iloc[0].y) == pytest.approx(km(1.23456789, 2), abs=0.2)
