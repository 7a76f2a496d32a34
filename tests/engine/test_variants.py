"""Every row of VARIANTS is what a run of its own gives under that change, closures of a season included."""

import dataclasses

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from access_plugin.engine.access.care import in_force
from access_plugin.engine.access.people import People
from access_plugin.engine.access.setting import Setting
from access_plugin.engine.access.times import travel_times
from access_plugin.engine.network.closures import close_roads
from access_plugin.engine.network.graph import open_network
from access_plugin.engine.placement.request import Question, Request, read_candidates
from access_plugin.engine.placement.robustness import robustness
from access_plugin.engine.placement.suggest import suggest_sites
from access_plugin.engine.population.places import read_population
from access_plugin.engine.reading import read_vector_file
from access_plugin.engine.sample import prepare_sample
from access_plugin.engine.sites.table import read_sites

ASKED, SETTING = Request(number=2), Setting(threshold=12.0)


@pytest.fixture(scope="module")
def given(tmp_path_factory):
    folder = prepare_sample(tmp_path_factory.mktemp("sample"))

    def table(name):
        return read_vector_file(folder / f"{name}.gpkg")

    network = open_network(folder / "roads.accessnet")
    sites, people, candidates = (
        read_sites(*table("sites")),
        read_population(*table("population"), network=network),
        read_candidates(*table("candidates")),
    )
    here = candidates.geometry.to_crs(network.crs).iloc[0]
    doctor = read_sites(gpd.GeoDataFrame({"id": ["m"], "role": ["MCS"]}, geometry=[here], crs=network.crs), "sites")
    care = read_sites(
        gpd.GeoDataFrame(pd.concat([sites.to_crs(network.crs), doctor]), crs=network.crs)[
            ["id", "role", "name", "geometry"]
        ],
        "sites",
    )
    edges = np.random.default_rng(3).choice(np.flatnonzero(network.timed().attachable), 60, replace=False)
    marks = gpd.GeoDataFrame(
        {"saison": ["hiver"] * 50 + [""] * 10},
        geometry=shapely.line_interpolate_point(network.lines(edges), 0.5, normalized=True),
        crs=network.crs,
    )
    yield network, care, people, candidates, marks
    network.close()


@pytest.mark.parametrize("season", ["all_year", "winter"])
def test_every_variant_is_what_a_run_of_its_own_gives(given, season):
    network, care, people, candidates, marks = given
    setting = dataclasses.replace(SETTING, season=season)
    closed = close_roads(network, marks, "marks", season)
    times, _ = travel_times(in_force(closed, care, setting), people)
    found = suggest_sites(in_force(closed, care, setting), People(people), Question(candidates, ASKED), times=times)
    _, table = robustness(in_force(closed, care, setting), People(people), found, times=times)
    names = dict(zip(candidates["id"], candidates["name"]))
    other = "winter" if season == "all_year" else "all_year"
    asked = {
        "slower": (care, ASKED, dataclasses.replace(setting, pace=1 / 0.9)),
        "quicker": (care, ASKED, dataclasses.replace(setting, pace=1 / 1.1)),
        "season": (care, ASKED, dataclasses.replace(setting, season=other)),
    }
    rows = {row["kind"]: row for _, row in table.iterrows() if row["kind"] in asked}
    assert rows.keys() == asked.keys()
    for refused in found.chosen["id"]:
        asked[refused] = (care, dataclasses.replace(ASKED, forbidden=(refused,)), setting)
        rows[refused] = table[table["variant"] == f"without the place {names[refused]}"].iloc[0]
    asked["m"], rows["m"] = (
        (care[care["id"] != "m"], ASKED, setting),
        table[table["variant"] == "without the MCS m"].iloc[0],
    )
    for name, (sites, request, changed) in asked.items():
        alone = suggest_sites(
            in_force(close_roads(network, marks, "marks", changed.season), sites, changed),
            People(people),
            Question(candidates, request),
        )
        assert rows[name]["gained"] == pytest.approx(alone.gained), name
        assert rows[name]["number"] == len(alone.chosen), name
    if season == "all_year":
        assert rows["season"]["gained"] != pytest.approx(found.gained)  # the closures of winter count in its row
