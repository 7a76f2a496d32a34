"""The way onward, by an emergency department to a centre of another kind: by hand and against all ways one by one."""

import geopandas as gpd
import numpy as np
import pytest
import small

from access_plugin.engine.access.care import in_force
from access_plugin.engine.access.matrix import pairs_between
from access_plugin.engine.access.onward import onward_times
from access_plugin.engine.access.setting import Setting
from access_plugin.engine.errors import InputError
from access_plugin.engine.network.snap import attach
from access_plugin.engine.sites.own_roles import own_leg
from access_plugin.engine.sites.roles import LEGS
from access_plugin.engine.sites.table import read_sites

UNIT = "vers UNV"
#: A ring of four kilometres that is driven one way: a → b → c → d → a, a kilometre each.
PLACES = {"a": (0, 0), "b": (1, 0), "c": (1, 1), "d": (0, 1)}
RING = [(["a", "b", "c", "d", "a"], {"oneway": "yes"})]


def care_of(network, sites, setting=small.HERE, role=UNIT):
    return in_force(network, sites, setting, legs=(*LEGS, own_leg(role)))


def test_by_hand():
    network = small.network(PLACES, RING)
    sites = small.sites([("b", "SU", 1, 0), ("d", "SU", 0, 1), ("c", UNIT, 1, 1)], delay_min=[0, 5, 0])
    times = onward_times(care_of(network, sites), small.points(PLACES), UNIT)
    # d stands at an SU that takes five minutes to go on: the way by b is shorter though it is farther
    np.testing.assert_allclose(times["t_su_unv_min"], [2, 1, 4, 3], atol=0.01)
    assert times["via_unv"].tolist() == ["b"] * 4 and times["onward_unv"].tolist() == ["c"] * 4
    alone = onward_times(care_of(network, sites[sites["role"] == "SU"]), small.points(PLACES), UNIT)
    assert alone["t_su_unv_min"].isna().all() and alone["via_unv"].tolist() == [None] * 4


def test_of_a_slot_the_longest_counts():
    network = small.network(PLACES, RING)
    hours = ["24/7", "24/7", "24/7", "Mo-Fr 08:00-20:00; Sa 08:00-12:00"]
    sites = small.sites(
        [("b", "SU", 1, 0), ("c", UNIT, 1, 1), ("x", "SMUR", 0, 0), ("d", "SU", 0, 1)],
        hours=hours,
        delay_min=[2, 0, 0, 0],
    )
    setting = Setting(**vars(small.HERE) | {"slot": "worst"})
    by_day = Setting(**vars(small.HERE) | {"slot": "day"})
    worst, day = (onward_times(care_of(network, sites, one), small.points(PLACES), UNIT) for one in (setting, by_day))
    np.testing.assert_allclose(day["t_su_unv_min"], [4, 3, 4, 3], atol=0.01)
    np.testing.assert_allclose(worst["t_su_unv_min"], [4, 3, 6, 5], atol=0.01)  # d is shut by night


def test_against_all_ways(sample_network):
    random = np.random.default_rng(5)
    spots = gpd.GeoSeries(
        gpd.points_from_xy(random.uniform(9.49, 9.57, 60), random.uniform(47.06, 47.24, 60)), crs=4326
    )
    table = gpd.GeoDataFrame(
        {
            "id": [f"s{n}" for n in range(8)],
            "role": ["SU"] * 5 + [UNIT] * 3,
            "delay_min": random.uniform(0, 9, 8).round(1),
        },
        geometry=spots.iloc[:8],
    )
    care = care_of(sample_network, read_sites(table, "sites"), Setting())
    people = gpd.GeoDataFrame(geometry=spots.iloc[8:].reset_index(drop=True))
    found = onward_times(care, people, UNIT)
    timed = sample_network.timed("car")
    at = [
        attach(timed, points_of(some, sample_network))
        for some in (people.geometry, table.geometry[:5], table.geometry[5:])
    ]
    first, second = matrix(timed, at[0], at[1]), matrix(timed, at[1], at[2])
    delay = table["delay_min"].to_numpy()
    ways = first[:, :, None] + delay[None, :5, None] + second[None] + delay[None, None, 5:]
    ways = np.where(np.isnan(ways), np.inf, ways).reshape(len(people), -1)
    there = np.isfinite(ways.min(axis=1))  # others live far from every road
    assert there.sum() > 30
    np.testing.assert_allclose(found["t_su_unv_min"], np.where(there, ways.min(axis=1), np.nan), atol=1e-6)
    best = ways.argmin(axis=1)
    assert found["via_unv"].tolist() == [f"s{n // 3}" if known else None for n, known in zip(best, there)]
    assert found["onward_unv"].tolist() == [f"s{5 + n % 3}" if known else None for n, known in zip(best, there)]


def points_of(shapes, network):
    there = shapes.to_crs(network.crs)
    return np.column_stack([there.x, there.y])


def matrix(timed, one, other):
    found = np.full((len(one), len(other)), np.nan)
    for pairs in pairs_between(timed, one, other):
        found[pairs.origin, pairs.destination] = pairs.minutes
    return found


def test_what_cannot_be_asked():
    network = small.network(PLACES, RING)
    sites = small.sites([("b", "SU", 1, 0), ("c", "depuis Caserne", 1, 1)])
    with pytest.raises(InputError, match="its team drives to people"):
        onward_times(care_of(network, sites, role="depuis Caserne"), small.points(PLACES), "depuis Caserne")
