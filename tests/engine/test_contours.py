"""Contours of times: followed by compiled loops, against contourpy, which looks at each square by itself."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from access_plugin.engine import progress
from access_plugin.engine.access import contours
from access_plugin.engine.access.contours import Contours, Outline
from access_plugin.engine.compiled import COMPILED

SIDE = 50.0
LIMITS = [0.0, 10.0, 20.0, 30.0, 45.0, np.inf]


def on_cells(minutes, drawn=None, most=np.inf):
    minutes = np.asarray(minutes, np.float32)
    drawn = np.ones(minutes.shape, bool) if drawn is None else drawn
    rows, columns = minutes.shape
    return Contours(np.arange(columns) * SIDE + 25, np.arange(rows) * SIDE + 1000, minutes, drawn, most)


def random_times(seed):
    """Times of some cells near roads, now as they come, now a few values that leave many saddles, now smooth."""
    random = np.random.default_rng(seed)
    rows, columns = random.integers(3, 26, 2)
    outline = Outline(random.random((rows, columns)) < random.choice([1, 0.95, 0.8]))
    minutes = (
        random.random((rows, columns)) * 60,
        random.integers(0, 6, (rows, columns)) * 10.0,
        30
        + 15 * np.add.outer(np.sin(np.arange(rows) / 2), np.cos(np.arange(columns) / 3))
        + random.random((rows, columns)) * 5,
    )[seed % 3]
    minutes = np.maximum(minutes, 0).astype(np.float32)
    if seed % 4 == 0:
        minutes[random.random(minutes.shape) < 0.2] = np.inf
    outline.lend(minutes)
    return minutes, outline.drawn


@pytest.mark.skipif(not COMPILED, reason="numba is not there")
@pytest.mark.parametrize("start", range(0, 200, 100))
def test_the_areas_are_those_of_contourpy(start, monkeypatch):
    monkeypatch.setattr(progress, "_FEW_ROWS", start)  # the first hundred maps in two halves, the others in one
    for seed in range(start, start + 100):
        minutes, drawn = random_times(seed)
        most = (np.inf, 45.0)[seed // 4 % 2]
        limits = LIMITS if most == np.inf else LIMITS[:-1]
        followed = on_cells(minutes, drawn, most)
        areas, line = followed.bands(limits), followed.line(30.0)
        with monkeypatch.context() as without:
            without.setattr(contours, "COMPILED", False)
            filled, reference = followed.bands(limits), followed.line(30.0)
        for area, other in zip(areas, filled):
            assert area.is_valid, seed
            assert shapely.symmetric_difference(area, other).area < 1e-6, seed
            assert len(area.geoms) == len(other.geoms), seed
            assert shapely.get_num_coordinates(area) == shapely.get_num_coordinates(other), seed
        assert line.length == pytest.approx(reference.length), seed
        assert len(line.geoms) == len(reference.geoms), seed


@pytest.mark.parametrize("compiled", [True, False])
def test_what_is_never_reached_counts_as_a_little_later_than_all_that_is(compiled, monkeypatch):
    monkeypatch.setattr(contours, "COMPILED", compiled and COMPILED)
    minutes = np.full((5, 5), 5.0)
    minutes[2, 2] = np.inf
    areas = on_cells(minutes).bands([0.0, 20.0, 45.0, np.inf])
    assert all(area.is_valid for area in areas)
    assert [area.area for area in areas] == pytest.approx([16 * SIDE**2, 0, 0])
    assert on_cells(minutes).line(20.0).is_empty


@pytest.mark.parametrize("compiled", [True, False])
def test_a_cell_without_a_time_is_not_drawn(compiled, monkeypatch):
    monkeypatch.setattr(contours, "COMPILED", compiled and COMPILED)
    minutes = np.full((5, 5), 5.0)
    minutes[2, 2] = np.nan
    assert on_cells(minutes).band(0.0, np.inf).area == pytest.approx(12 * SIDE**2)
    assert on_cells(minutes[:1]).band(0.0, np.inf).is_empty  # no square


def test_a_summit_is_a_diamond():
    minutes = np.full((3, 3), 40.0)
    minutes[1, 1] = 0.0
    inner, outer = on_cells(minutes).bands([0.0, 10.0, np.inf])
    assert inner.area == pytest.approx(2 * (SIDE / 4) ** 2, rel=1e-5)  # a quarter of the way to each neighbour
    assert outer.area == pytest.approx(4 * SIDE**2 - inner.area)
    assert [len(outer.geoms), len(outer.geoms[0].interiors)] == [1, 1]
    assert on_cells(minutes).line(10.0).length == pytest.approx(4 * np.sqrt(2) * SIDE / 4, rel=1e-5)


def test_a_saddle_hangs_together_where_its_middle_does():
    sooner, later = (on_cells([[0.0, other], [other, 0.0]]).band(0.0, 10.0) for other in (19.0, 21.0))
    assert [len(sooner.geoms), len(later.geoms)] == [1, 2]


def test_islands_in_lakes_have_their_own_lakes():
    """Rings around a centre, later and sooner by turns: each outline holds the hole within it, and no other."""
    away = np.maximum(*np.abs(np.mgrid[-12:13, -12:13]))
    near = on_cells(np.where(away % 6 < 3, 5.0, 15.0)).band(0.0, 10.0)
    far = on_cells(np.where(away % 6 < 3, 5.0, 15.0)).band(10.0, np.inf)
    assert near.is_valid
    assert far.is_valid
    assert sorted(len(part.interiors) for part in near.geoms) == [0, 1, 1]
    assert sorted(len(part.interiors) for part in far.geoms) == [1, 1]
    assert near.area + far.area == pytest.approx((24 * SIDE) ** 2)


def test_a_lake_without_a_road_is_a_hole_with_straight_sides():
    drawn = np.ones((8, 9), bool)
    drawn[3:5, 3:6] = False
    area = on_cells(np.full((8, 9), 5.0), drawn).band(0.0, 10.0)
    assert area.area == pytest.approx((7 * 8 - 3 * 4) * SIDE**2)
    assert len(area.geoms[0].interiors) == 1
    assert on_cells(np.full((8, 9), 5.0), drawn).line(10.0).is_empty


def test_hundreds_of_bands_are_all_there():
    """More than a byte can tell apart."""
    minutes = np.add.outer(np.zeros(4), np.arange(400.0))
    areas = on_cells(minutes).bands([float(limit) for limit in range(0, 400, 1)] + [np.inf])
    assert [area.area for area in areas[1:398]] == pytest.approx([3 * SIDE**2] * 397, rel=1e-3)
    assert sum(area.area for area in areas) == pytest.approx(3 * 399 * SIDE**2)


@settings(deadline=None, max_examples=150)
@given(st.integers(0, 10**9), st.floats(0.2, 0.9))
def test_areas_on_any_outline_are_valid(seed, share):
    """Ragged outlines, cells without a way, times on the very borders of the bands."""
    rng = np.random.default_rng(seed)
    near = np.zeros((14, 15), bool)
    near[1:-1, 1:-1] = rng.random((12, 13)) < share
    minutes = np.where(near, rng.integers(0, 8, near.shape) * 5.0, np.nan)
    minutes[near & (rng.random(near.shape) < 0.1)] = np.nan
    timed = near & ~np.isnan(minutes)
    outline = Outline(timed)
    outline.lend(minutes)
    assert (outline.drawn >= timed).all()
    contours = Contours(np.arange(15) * 50.0, np.arange(14) * 50.0, minutes, outline.drawn)
    areas = [contours.band(low, high) for low, high in ((0, 10), (10, 20), (20, np.inf))]
    for area in areas:
        assert area.is_valid, shapely.is_valid_reason(area)
    for one, other in ((0, 1), (1, 2), (0, 2)):
        assert shapely.intersection(areas[one], areas[other]).area < 1e-6
    assert shapely.union_all(areas).area == pytest.approx(contours.band(0, np.inf).area, abs=1e-6)


def test_a_time_on_the_border_is_within():
    """30.0 is within, 30.001 is not: strictly more than the threshold is beyond, in areas as for places."""
    minutes = np.full((5, 9), 30.0)
    minutes[:, 5:] = 30.001
    contours = Contours(np.arange(9) * 50.0, np.arange(5) * 50.0, minutes, np.ones((5, 9), bool))
    west, _, east, _ = contours.band(0, 30.0).bounds
    assert (west, east) == (0.0, pytest.approx(225, abs=30))
    assert contours.band(30.0, 60.0).bounds[0] == pytest.approx(east)
