"""What if a site were there, or not: the same times as a run with those sites, whatever is asked."""

import dataclasses

import numpy as np
import pytest
from small import HERE, network, points, sites

from access_plugin.engine.access.care import in_force
from access_plugin.engine.access.times import travel_times
from access_plugin.engine.access.what_if import WhatIf

ROLES = ("SU", "SMUR", "SMUR_ANTENNE", "AMU", "MCS")
HOURS = ("", "24/7", "Mo-Fr 08:00-20:00", "20:00-24:00; 00:00-08:00")
SETTINGS = {
    "emergency": {},
    "su": {"definition": "su"},
    "smur": {"definition": "smur"},
    "first care": {"definition": "first_care"},
    "worst moment": {"slot": "worst", "definition": "first_care"},
    "night": {"slot": "night"},
    "winter": {"season": "winter"},
}


def a_town(rng):
    """Return a grid of streets, some of them one-way or closed in winter, in its east."""
    size = 5
    at = {
        f"{x}-{y}": (4.0 * x + rng.uniform(0, 1), 4.0 * y + rng.uniform(0, 1)) for x in range(size) for y in range(size)
    }
    roads = []
    for x in range(size):
        for y in range(size):
            for far in ((x + 1, y), (x, y + 1)):
                if max(far) < size:
                    tags = {"oneway": "yes"} if rng.random() < 0.2 else {}
                    tags |= {"motor_vehicle:conditional": "no @ winter"} if x >= 3 and rng.random() < 0.3 else {}
                    roads.append(((f"{x}-{y}", f"{far[0]}-{far[1]}"), tags))
    return network(at, roads), size


def some_sites(rng, count, size, name="s"):
    where = rng.uniform(0, [9.0, 4.0 * (size - 1)], (count, 2))  # none on a road that winter closes
    return sites(
        [(f"{name}{number}", str(rng.choice(ROLES)), *xy) for number, xy in enumerate(where)],
        delay_min=rng.integers(0, 8, count).astype(float),
        hours=[str(rng.choice(HOURS)) for _ in range(count)],
    )


def minutes_of(care, places):
    return travel_times(care, places, none_counts=True)[0][care.setting.column].to_numpy(float)


@pytest.mark.parametrize("name", SETTINGS)
def test_sites_taken_away_and_added_give_the_times_of_a_run(name):
    rng = np.random.default_rng(3)
    for _ in range(3):
        town, size = a_town(rng)
        setting = dataclasses.replace(HERE, **SETTINGS[name])
        places = points({str(k): tuple(xy) for k, xy in enumerate(rng.uniform(0, 4.0 * (size - 1), (60, 2)))})
        care = in_force(town, some_sites(rng, 7, size), setting)
        what_if = WhatIf.of(care, places)
        np.testing.assert_allclose(what_if.minutes, minutes_of(care, places), atol=1e-9)
        for _ in range(3):
            gone = rng.random(len(what_if.care.sites)) < 0.3
            what_if = what_if.without(gone).with_sites(some_sites(rng, 1, size, f"t{rng.integers(1_000_000)}-"))
            again = in_force(town, what_if.care.sites, setting)
            np.testing.assert_allclose(what_if.minutes, minutes_of(again, places), atol=1e-9)


def test_nobody_has_a_time_when_the_last_site_closes():
    net = network({"a": (0, 0), "b": (40, 0)}, [(("a", "b"), {})])
    care = in_force(net, sites([("h", "SU", 0, 0)]), HERE)
    what_if = WhatIf.of(care, points({"p": (10, 0)}))
    assert what_if.minutes == pytest.approx([10], abs=0.02)
    assert np.isnan(what_if.without(np.array([True])).minutes).all()


def test_the_convention_of_drees_counts_too():
    """In its own commune a site is as far as its delay; one that is tried stands where it is put."""
    net = network({"a": (0, 0), "b": (40, 0)}, [(("a", "b"), {})])
    chefs_lieux = points({"01001": (0, 0), "01002": (20, 0), "01003": (39, 0)})
    care = sites([("h", "SU", 3, 0), ("t", "SMUR", 38, 0)], insee=["01001", "01003"], delay_min=[2.0, 4.0])
    drees = in_force(net, care, dataclasses.replace(HERE, convention="drees"))
    what_if = WhatIf.of(drees, chefs_lieux)
    np.testing.assert_allclose(what_if.minutes, minutes_of(drees, chefs_lieux))
    more = what_if.with_sites(sites([("new", "SU", 21, 0)]))
    assert more.minutes == pytest.approx([2, 1, 4], abs=0.02)
