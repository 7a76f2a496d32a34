"""A study's folder on the bench: it begins with the study's own times, or says why not."""

import json
import shutil

import geopandas as gpd
import numpy as np
import pyogrio
import pytest

from access_plugin.engine.access.care import in_force
from access_plugin.engine.access.people import People
from access_plugin.engine.access.setting import Setting
from access_plugin.engine.access.times import travel_times
from access_plugin.engine.bench.opening import inputs_of, open_bench
from access_plugin.engine.bench.scenario import Scenario
from access_plugin.engine.bench.speeds import by_speeds
from access_plugin.engine.errors import InputError
from access_plugin.engine.network.closures import close_roads
from access_plugin.engine.network.graph import open_network
from access_plugin.engine.placement.request import Question, Request, read_candidates
from access_plugin.engine.population.places import read_population
from access_plugin.engine.reading import read_vector_file
from access_plugin.engine.sample import prepare_sample
from access_plugin.engine.sites.table import read_sites
from access_plugin.engine.study.compute import compute_study
from access_plugin.engine.study.kept import new_run, read_run, write_run
from access_plugin.engine.study.record import record_of
from access_plugin.engine.study.results import main_roads, write_results
from access_plugin.engine.territory.areas import read_territories
from access_plugin.engine.text import printed

SETTING = Setting(threshold=15.0, season="winter")


def write_study(prepared, folder, closures=None, number=0):
    """Write the folder of a study as the algorithm does, without its pages."""

    def table(name):
        return read_vector_file(prepared / f"{name}.gpkg")

    network = open_network(prepared / "roads.accessnet")
    inputs = {"NETWORK": str(prepared / "roads.accessnet"), "FOLDER": str(folder)}
    if closures is not None:
        network = close_roads(network, *read_vector_file(closures), "winter")
        inputs["CLOSURES"] = f"{closures}|layername=closures"
    study = compute_study(
        in_force(network, read_sites(*table("sites")), SETTING),
        People(read_population(*table("population"), network=network), read_territories(*table("territories"))),
        Question(read_candidates(*table("candidates")), Request(number=number)) if number else None,
    )
    folder.mkdir()
    sums = write_results(study, folder)
    record = record_of(study, version="0", translate=lambda text: printed(text, "en")).as_json()
    write_run(folder, {"inputs": inputs, "record": record, "run": new_run(), "sums": sums})
    network.close()


@pytest.fixture(scope="module")
def studies(tmp_path_factory):
    folder = tmp_path_factory.mktemp("studies")
    prepared = prepare_sample(folder / "prepared")
    write_study(prepared, folder / "study", number=3)
    network = open_network(prepared / "roads.accessnet")
    lines = main_roads(network).geometry
    middles = lines[lines.length.nlargest(25).index].interpolate(0.5, normalized=True)
    closures = gpd.GeoDataFrame({"season": ["winter"] * 25}, geometry=middles.to_numpy(), crs=network.crs)
    closures.to_file(folder / "closures.gpkg", layer="closures", engine="pyogrio")
    network.close()
    write_study(prepared, folder / "closed", folder / "closures.gpkg")
    return folder


@pytest.mark.parametrize("name", ["study", "closed"])
@pytest.mark.parametrize("definition", ["emergency", "su", "smur", "first_care"])
def test_the_bench_begins_with_the_times_of_its_study(studies, name, definition):
    bench = open_bench(studies / name, definition=definition)
    places = pyogrio.read_dataframe(studies / name / "results.gpkg", layer="places")
    np.testing.assert_allclose(bench.was, places[f"t_{definition}_min"].astype(float), atol=1e-6)
    summary = pyogrio.read_dataframe(studies / name / "results.gpkg", layer="summary").iloc[0]
    before = bench.effect(Scenario()).whole.before
    if definition == "emergency":
        assert before.beyond == pytest.approx(summary["beyond"])
        assert (before.mean_min, before.p90_min) == pytest.approx((summary["mean_min"], summary["p90_min"]))
    bench.grounds.network.close()


@pytest.mark.parametrize("definition", ["unscheduled", "mountain"])
def test_care_that_no_study_counts_begins_with_its_times_too(studies, tmp_path, definition):
    bench = open_bench(studies / "study", definition=definition)
    places = pyogrio.read_dataframe(studies / "study" / "results.gpkg", layer="places")
    times = [places["t_su_min"]] + ([places["t_csnp_min"]] if definition == "unscheduled" else [])
    assert len(set(bench.care.given["role"]) & {"CSNP", "CABINET_MONTAGNE"}) < 2
    np.testing.assert_allclose(bench.was, np.fmin.reduce([time.astype(float) for time in times]), atol=1e-6)
    assert {"unscheduled": "CSNP", "mountain": "CABINET_MONTAGNE"}[definition] in bench.roles
    bench.grounds.network.close()
    shutil.copytree(studies / "study", tmp_path / "other")
    run = read_run(tmp_path / "other")
    run["record"]["setting"]["profile"] = "emergency"
    write_run(tmp_path / "other", run)
    with pytest.raises(InputError, match="places have other times now"):
        open_bench(tmp_path / "other", definition=definition)


def test_the_closed_roads_of_the_study_stay_closed(studies):
    benches = [open_bench(studies / name) for name in ("study", "closed")]
    open_roads, closed = (bench.effect(Scenario()).whole.before for bench in benches)
    assert closed.beyond + closed.not_computed > open_roads.beyond + open_roads.not_computed + 1000
    for bench in benches:
        bench.grounds.network.close()


def test_the_best_choice_stands_beside_one_by_hand(studies):
    """Put by hand where the study would put them, doctors gain what it says; other scenarios have no such best."""
    bench = open_bench(studies / "study")
    chosen = pyogrio.read_dataframe(studies / "study" / "results.gpkg", layer="chosen").to_crs(bench.care.sites.crs)
    scenario = Scenario()
    for point in chosen.geometry:
        scenario, last = scenario.with_site("MCS", (point.x, point.y))
    best = bench.best_for(scenario)
    assert (best.number, best.is_proven) == (len(chosen), True)
    assert bench.effect(scenario).whole.gained == pytest.approx(best.gained)
    x, y = bench.grounds.xy[0].tolist()
    elsewhere = bench.effect(scenario.changed(last.id, x=x, y=y))
    assert elsewhere.whole.gained <= best.bound
    for other in (
        scenario.changed(last.id, delay_min=5.0),
        scenario.changed(last.id, role="SMUR"),
        scenario.switched(tuple(bench.care.sites[["id", "role"]].iloc[0])),
        Scenario(),
    ):
        assert bench.best_for(other) is None
    bench.grounds.network.close()
    with_closures = open_bench(studies / "closed")
    assert with_closures.best_for(scenario) is None  # no candidates were given there
    with_closures.grounds.network.close()


def test_a_study_that_moved_with_its_roads_opens(studies, tmp_path):
    home = tmp_path / "before"
    shutil.copytree(studies / "study", home / "study")
    shutil.copy(studies / "prepared" / "roads.accessnet", home / "study" / "network.accessnet")
    run = read_run(home / "study")
    here = {"FOLDER": str(home / "study"), "NETWORK": str(home / "study" / "network.accessnet")}
    for inputs in (here, {"FOLDER": here["FOLDER"], "ROADS": "somewhere.osm.pbf"}):
        write_run(home / "study", run | {"inputs": inputs})
        moved = home.rename(tmp_path / "after")
        open_bench(moved / "study").grounds.network.close()
        moved.rename(home)


def test_what_cannot_be_put_on_the_bench_says_why(studies, tmp_path):
    def a_copy(name, **changes):
        shutil.copytree(studies / "study", tmp_path / name)
        run = read_run(tmp_path / name)
        write_run(tmp_path / name, run | {part: run[part] | values for part, values in changes.items()})
        return tmp_path / name

    with pytest.raises(InputError, match="nowhere.accessnet"):
        open_bench(a_copy("lost", inputs={"NETWORK": "/nowhere.accessnet"}))
    with pytest.raises(InputError, match="official times"):
        open_bench(a_copy("official", record={"times": {"name": "x.csv", "column": "t"}}))
    record = json.loads((studies / "study" / "run.json").read_text())["record"]
    slower = a_copy("other", record={"setting": record["setting"] | {"profile": "emergency"}})
    with pytest.raises(InputError, match="places have other times now"):
        open_bench(slower)


def test_the_range_by_speeds_is_that_of_the_study_and_of_a_run_with_those_sites(studies):
    """Today's by the study's own fields; a scenario's by the times of a run with its sites."""
    for name in ("study", "closed"):
        bench = open_bench(studies / name, definition="emergency")
        summary = pyogrio.read_dataframe(studies / name / "results.gpkg", layer="summary").iloc[0]
        x, y = bench.grounds.xy[np.nanargmax(bench.was)].tolist()
        tried = Scenario().with_site("SMUR", (x, y))[0].switched(tuple(bench.care.sites[["id", "role"]].iloc[0]))
        found = by_speeds(bench, {"today": Scenario(), "tried": tried})
        assert found["today"].ends("beyond") == pytest.approx((summary["beyond_low"], summary["beyond_high"]))
        assert found["today"].ends_of_change("gained") == (0.0, 0.0)
        care = in_force(bench.care.network, bench.sites_of(tried), bench.setting)
        times, _ = travel_times(care, bench.people.points)
        people = bench.people.points["population"].to_numpy(float)
        beyond = [people[(times[f"t_{end}_min"] > SETTING.threshold).to_numpy()].sum() for end in ("low", "high")]
        assert found["tried"].ends("beyond") == pytest.approx(tuple(beyond))
        assert found["tried"].quick.after.mean_min < found["tried"].slow.after.mean_min
        bench.grounds.network.close()


def test_the_places_that_a_study_suggests_are_a_scenario(studies):
    bench = open_bench(studies / "study")
    chosen = pyogrio.read_dataframe(studies / "study" / "results.gpkg", layer="chosen")
    assert [site.role for site in bench.proposed.tried] == ["MCS"] * len(chosen) and not bench.proposed.closed
    assert [site.name for site in bench.proposed.tried] == list(chosen["name"])
    effect, best = bench.effect(bench.proposed).whole, bench.best_for(bench.proposed)
    assert effect.gained == pytest.approx(chosen["gain"].sum())
    assert best.communes == effect.communes_gained
    fewer = bench.proposed.without(bench.proposed.tried[-1].id)
    assert bench.best_for(fewer).communes is None  # its places were not kept
    bench.grounds.network.close()
    other = open_bench(studies / "closed")
    assert other.proposed is None
    other.grounds.network.close()


def test_what_a_study_was_asked_is_found_where_it_is_now(studies, tmp_path):
    home = tmp_path / "before"
    shutil.copytree(studies / "study", home / "study")
    (home / "study" / "inputs").mkdir()
    (home / "study" / "inputs" / "people.gpkg").touch()
    inputs = {
        "FOLDER": str(home / "study"),
        "ROADS": "somewhere.osm.pbf",
        "POPULATION": f"{home / 'study' / 'inputs' / 'people.gpkg'}|layername=a//b",
        "WEIGHT": "a//b",
        "NUMBER": 3,
    }
    write_run(home / "study", read_run(home / "study") | {"inputs": inputs})
    moved, network = home.rename(tmp_path / "after"), open_network(studies / "prepared" / "roads.accessnet")
    assert inputs_of(moved / "study", network) == {
        "NETWORK": str(studies / "prepared" / "roads.accessnet"),
        "POPULATION": f"{moved / 'study' / 'inputs' / 'people.gpkg'}|layername=a//b",
        "WEIGHT": "a//b",
        "NUMBER": 3,
    }
    network.close()
