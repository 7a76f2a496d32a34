"""Our answers against those of an independent solver (spopt with CBC; scripts/oracle makes its answers anew), on seeded
points and on the real communes of the région.
"""

import json

import aura
import numpy as np
import pytest
from instances import COMMUNES, POINTS, REGION_PLACES, THRESHOLD, communes, points, region_beyond
from paths import TEST_DATA

from access_plugin.engine.placement.models import Reach, centre, choose, cover, problem_of

ANSWERS = json.loads((TEST_DATA / "spopt.json").read_text())
needs_communes = pytest.mark.skipif(not aura.available(), reason="the data beside the project is absent")


def reach_of(minutes, before) -> Reach:
    candidate, place = np.nonzero((minutes < before[:, None]).T)
    start = np.concatenate([[0], np.cumsum(np.bincount(candidate, minlength=minutes.shape[1]))])
    return Reach(start, place, minutes[place, candidate], len(minutes))


def compare(name, minutes, before, people, places):
    reach, said = reach_of(minutes, before), ANSWERS[name]
    covering = choose(problem_of("mclp", reach, before, people, THRESHOLD), places).final
    assert (covering.gained, covering.gap) == (said["mclp"], 0)
    fewest = cover(problem_of("lscp", reach, before, people, THRESHOLD), 1.0)
    assert (len(fewest.final.candidates), fewest.least) == (said["lscp"], said["lscp"])
    if "pmedian" in said:
        median = choose(problem_of("pmedian", reach, before, people, THRESHOLD), places).final
        assert people @ before - median.gained == pytest.approx(said["pmedian"])
        assert median.gap < 1e-9
        chosen, bound, _ = centre(reach, before, people, places, required=np.zeros(minutes.shape[1], bool))
        helped = np.unique(reach.place)
        assert np.fmin(before, reach.nearest(chosen)[0])[helped].max() == bound == said["pcenter"]


@pytest.mark.parametrize("name", POINTS)
def test_points(name):
    compare(name, *points(name))


@needs_communes
@pytest.mark.parametrize("name", COMMUNES)
def test_communes_of_a_departement(name):
    compare(name, *communes(name))


@needs_communes
@pytest.mark.parametrize("places", REGION_PLACES)
def test_communes_of_the_region(places):
    compare(f"région, {places} places", *region_beyond(), places)


@needs_communes
def test_the_region_as_a_planner_asks_it():
    """The curve rises and flattens, every number is proven, and the same question has the same answer twice."""
    region = aura.region(only_with_gp=True)
    problem = problem_of("mclp", region.reach, region.before, region.people, THRESHOLD)
    first, second = (choose(problem, 8) for _ in range(2))
    gains = np.array([choice.gained for choice in first.choices])
    assert (np.diff(gains) > 0).all() and (np.diff(gains, 2) <= 0).sum() >= 5
    assert all(choice.gap == 0 for choice in first.choices)
    assert [choice.candidates.tolist() for choice in first.choices] == [
        choice.candidates.tolist() for choice in second.choices
    ]
    assert region.has_gp[first.final.candidates].all()
