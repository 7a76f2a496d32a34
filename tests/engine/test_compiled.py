"""The compiled loops: warmed before the first run, and done without where numba is missing."""

import json
import subprocess
import sys

import numpy as np
import pytest
from paths import ROADS, ROOT, TEST_DATA

JOB = """
import json, sys, tempfile
sys.path[:0] = [{tests!r}, {root!r}]
if {without}:
    sys.modules["numba"] = None
from access_plugin.engine import compiled
from access_plugin.engine.warm import warm_up
if {warm}:
    warm_up()

def loops():
    return {{
        f"{{name}}.{{key}}": len(value.signatures)
        for name, module in list(sys.modules.items()) if name.startswith("access_plugin")
        for key, value in vars(module).items() if hasattr(value, "signatures") and value.__module__ == name
    }}

before = loops()
from small import network, points, sites
import geopandas as gpd
from access_plugin.engine.access.care import in_force, in_force_of_roles
from access_plugin.engine.territory.areas import read_territories
from access_plugin.engine.access.isochrones import isochrones
from access_plugin.engine.access.people import People
from access_plugin.engine.access.setting import Setting
from access_plugin.engine.bench.bench import Bench
from access_plugin.engine.bench.scenario import Scenario
from access_plugin.engine.network.build_file import build_network_file
from access_plugin.engine.placement.request import Question, Request, read_candidates
from access_plugin.engine.population.places import read_population
from access_plugin.engine.reading import read_vector_file
from access_plugin.engine.sites.table import read_sites
from access_plugin.engine.study.compute import compute_study
sample = {sample!r}
net = build_network_file({roads!r}, tempfile.mkdtemp() + "/roads.accessnet")
table, name = read_vector_file(sample + "/communes.geojson")
people = read_population(table, name, network=net)
where = gpd.points_from_xy([9.5225, 9.5030], [47.1344, 47.0660])
care = read_sites(gpd.GeoDataFrame({{"id": ["h", "t"], "role": ["SU", "SMUR"]}}, geometry=where, crs=4326), "sites")
candidates = read_candidates(*read_vector_file(sample + "/candidates.geojson"))
study = compute_study(
    in_force(net, care, Setting(threshold=8)), People(people, read_territories(table, name)),
    Question(candidates, Request(number=2)), cell_m={cell},
)
found = {{
    "compiled": compiled.COMPILED, "said": compiled.slowness(),
    "beyond": float(study.total["beyond"]), "mean": float(study.total["mean_min"]),
    "chosen": study.suggestion.chosen["id"].tolist(),
    "areas": [round(float(area), 3) for area in study.isochrones.area],
    "shortcuts": len(net.arrays["up_head"]), "times": study.gaps.places["t_su_min"].fillna(-1).tolist(),
}}
for mode in ("per_site", "nearest_site"):
    areas = isochrones(in_force_of_roles(net, care, ["SU", "SMUR"], Setting()), [4, 8], mode=mode, cell_m={cell})
    found[mode] = [round(float(area), 3) for area in areas.area]
bench = Bench(in_force(net, care, Setting(threshold=8)), People(people, read_territories(table, name)))
for role in ("SU", "SMUR"):
    scenario, site = Scenario().with_site(role, tuple(bench.grounds.xy[3]))
    moved = bench.drag(scenario, site.id).to(tuple(bench.grounds.xy[40]))
    found[role] = [moved.whole.gained, moved.whole.after.beyond, moved.whole.after.mean_min]
found["new"] = sorted(name for name, count in loops().items() if before.get(name) != count)
found["count"] = len(loops())
print(json.dumps(found))
"""


def run(*, without=False, warm=False, cell=250.0):
    code = JOB.format(
        tests=str(TEST_DATA.parent / "support"),
        root=str(ROOT),
        without=without,
        warm=warm,
        sample=str(ROADS.parent),
        roads=str(ROADS),
        cell=cell,
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def compiled_run():
    return run(warm=True)


def test_the_first_run_compiles_nothing(compiled_run):
    """All that a study and the three modes need has been compiled for its very types by the warming."""
    assert compiled_run["compiled"]
    assert compiled_run["count"] >= 25
    assert compiled_run["new"] == []


def test_without_numba_all_is_the_same(compiled_run):
    """The whole job, from the roads to the suggested places, in a Python that has no numba."""
    plain = run(without=True)
    assert not plain["compiled"]
    assert "numba" in plain["said"]
    assert compiled_run["said"] == ""
    for name in ("beyond", "chosen", "shortcuts", "mean"):
        assert plain[name] == compiled_run[name], name
    np.testing.assert_array_equal(plain["times"], compiled_run["times"])
    for name in ("areas", "per_site", "nearest_site"):
        np.testing.assert_allclose(plain[name], compiled_run[name], rtol=1e-4)
