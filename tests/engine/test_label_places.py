"""Names beside circles lie on no circle and on no other name, inside the map; alone they stand right beside theirs."""

import itertools

import numpy as np
import pytest

from access_plugin.cartography.press.label_places import places_beside


def rectangles(corners, sizes):
    return [(x, y, x + width, y + height) for (x, y), (width, height) in zip(corners, sizes)]


def hits_circle(rect, circle):
    left, bottom, right, top = rect
    x, y, radius = circle
    return np.hypot(x - np.clip(x, left, right), y - np.clip(y, bottom, top)) < radius - 1e-9


def hits_rectangle(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("seed", range(8))
def test_names_lie_on_nothing_where_there_is_room(seed):
    random = np.random.default_rng(seed)
    circles = np.column_stack((random.uniform(10, 170, (60, 2)), np.sort(random.uniform(0.5, 4, 60))[::-1]))
    sizes = [(random.uniform(6, 20), 7.0) for _ in range(15)]
    bar = (2.0, 2.0, 42.0, 12.0)
    rects = rectangles(places_beside(circles, sizes, (180, 180), [bar]), sizes)
    assert not any(hits_circle(rect, circle) for rect in rects for circle in circles)
    assert not any(hits_rectangle(one, other) for one, other in itertools.combinations([*rects, bar], 2))
    assert all(min(rect) >= 0 and max(rect) <= 180 for rect in rects)


def test_a_name_alone_stands_right_of_its_circle():
    assert places_beside(np.array([[50.0, 50.0, 5.0]]), [(10.0, 4.0)], (100, 100)) == pytest.approx(
        np.array([[55.6, 48.0]])
    )


def test_at_the_edge_of_the_map_a_name_stands_elsewhere():
    circle = np.array([[99.0, 50.0, 4.0]])
    ((x, y),) = places_beside(circle, [(20.0, 4.0)], (100, 100))
    assert x + 20.0 <= 100.0 and not hits_circle((x, y, x + 20.0, y + 4.0), circle[0])


@pytest.mark.parametrize("margin", [0.0, 1.2])
def test_names_keep_off_the_edge_of_the_map(margin):
    """Of this width, the name stands flush with the edge where nothing keeps it off."""
    circle = np.array([[50.0, 50.0, 5.0]])
    ((x, _),) = places_beside(circle, [(44.4, 4.0)], (100, 100), margin=margin)
    assert bool(x + 44.4 == pytest.approx(100.0)) == (margin == 0.0)
    assert margin <= x and x + 44.4 <= 100.0 - margin + 1e-9


def test_a_name_that_fits_nowhere_still_stands_on_the_map():
    crowd = np.array([[x, y, 3.0] for x in range(0, 40, 4) for y in range(0, 40, 4)], dtype=float)
    ((x, y),) = places_beside(crowd, [(12.0, 6.0)], (40, 40))
    assert 0 <= x <= 28 and 0 <= y <= 34


def test_no_circle_has_no_name():
    assert places_beside(np.empty((0, 3)), [], (10, 10)).shape == (0, 2)
