"""Where people stand: on a road that they can leave, if there is one within two kilometres; by hand."""

import numpy as np
import pytest
from heard import Heard
from small import km, network, points, sites

from access_plugin.engine.access.care import in_force
from access_plugin.engine.access.cells import cell_map
from access_plugin.engine.access.gaps import find_gaps
from access_plugin.engine.access.people import People
from access_plugin.engine.access.route import explain_route
from access_plugin.engine.access.setting import Setting
from access_plugin.engine.network.attributes import CLASS_CODE
from access_plugin.engine.network.snap import attach

#: A fast road along the south, a village street half a kilometre north of it, and ramps between them at both ends.
PLACES = {"a": (-5, 0), "b": (0, 0), "c": (5, 0), "d": (-5, 0.6), "e": (0, 0.6), "f": (5, 0.6)}


def roads(**tags):
    """Return the fast road with some tags, and the street."""
    return [
        (("a", "b", "c"), tags),
        (("d", "e", "f"), {"highway": "residential"}),
        (("a", "d"), {"highway": "secondary"}),
        (("c", "f"), {"highway": "secondary"}),
    ]


def way_of(timed, at, row=0):
    return int(timed.network.arrays["edge_way"][0, at.edge[row]])


@pytest.mark.parametrize(
    "tags",
    [
        {"highway": "motorway", "oneway": "no"},
        {"highway": "motorway_link", "oneway": "no"},
        {"highway": "trunk_link"},
        {"highway": "primary", "tunnel": "yes"},
        {"highway": "secondary", "bridge": "viaduct"},
        {"highway": "residential", "covered": "yes"},
        {"highway": "trunk", "motorroad": "yes"},
        {"tunnel": "avalanche_protector", "highway": "tertiary"},
    ],
)
def test_who_stands_beside_a_road_that_cannot_be_left_takes_another(tags):
    timed = network(PLACES, roads(**tags)).timed()
    at = attach(timed, np.array([km(0, 0.02), km(1, 0.29)]))
    assert [way_of(timed, at, row) for row in (0, 1)] == [2, 2]
    assert at.distance_m == pytest.approx([580, 310], abs=1) and not at.no_stopping.any()


@pytest.mark.parametrize(
    "tags",
    [
        {"highway": "trunk"},
        {"highway": "primary"},
        {"highway": "primary_link"},
        {"highway": "tertiary", "tunnel": "no", "bridge": "no"},
        {"highway": "residential", "covered": "arcade"},
        {"highway": "service"},
    ],
)
def test_other_roads_are_taken_where_they_are_nearest(tags):
    timed = network(PLACES, roads(**tags)).timed()
    assert way_of(timed, attach(timed, np.array([km(0, 0.02)]))) == 1


def test_who_has_nothing_else_keeps_it_and_is_counted():
    far = PLACES | {"d": (-5, 2.6), "e": (0, 2.6), "f": (5, 2.6)}
    net = network(far, roads(highway="motorway", oneway="no"))
    at = attach(net.timed(), np.array([km(0, 0.1), km(0, 1.5)]))
    assert [way_of(net.timed(), at, row) for row in (0, 1)] == [1, 2] and at.no_stopping.tolist() == [True, False]
    heard = Heard()
    people = points({"here": (0, 0.1), "there": (0, 2.5)}, population=[7, 5])
    find_gaps(
        in_force(net, sites([("h", "SU", 1.0, 0.05)]), Setting(), progress=heard.progress),
        People(people),
        progress=heard.progress,
    )
    assert (
        "1 place has no road within 2 km but a motorway, a ramp, a bridge, a tunnel or a ferry, and stands on it: 0."
        in heard.warned
    )
    assert any("Site h has no road within 2 km but a motorway" in text for text in heard.warned)


def test_times_and_drives_follow():
    """Three kilometres along the street, though one end lies beside the motorway."""
    net = network(PLACES, roads(highway="motorway", oneway="no"))
    drive, terms = explain_route(net.timed(), np.array(km(-4, 0.02)), np.array(km(-1, 0.58)))
    assert set(drive["road_class"]) == {"residential"} and drive["length_m"].sum() == pytest.approx(3000, rel=1e-3)


def test_cells_follow_and_keep_the_fast_road_where_there_is_nothing_else():
    timed = network(
        PLACES | {"d": (-5, 0.3), "e": (0, 0.3), "f": (5, 0.3)}, roads(highway="motorway", oneway="no")
    ).timed()
    cells = cell_map(timed, 50.0)
    kinds = timed.network.arrays["kinds"]["road_class"][timed.network.arrays["edge_kind"]]
    column = int(np.argmin(np.abs(cells.x - km(2, 0)[0])))
    classes = {
        round(float(y - km(0, 0)[1])): kinds[edge] for y, edge in zip(cells.y, cells.edge[:, column]) if edge >= 0
    }
    near_street = [value for y, value in classes.items() if y > 300 - 200]
    only_fast = [value for y, value in classes.items() if y < 300 - 225 - 25]
    assert (
        set(near_street) == {CLASS_CODE["residential"]}
        and set(only_fast) == {CLASS_CODE["motorway"]}
        and len(only_fast) > 3
    )


def test_a_closed_street_is_not_left_for_the_motorway():
    """The street that winter closes is still where they live.

    They are not computed, rather than driven off the motorway.
    """
    tags = roads(highway="motorway", oneway="no")
    tags[1] = (tags[1][0], {"highway": "residential", "motor_vehicle:conditional": "no @ (Nov-Apr)"})
    net = network(PLACES, tags)
    at = attach(net.timed("car", "winter"), np.array([km(0, 0.2)]))
    assert at.on_closed.tolist() == [True] and not at.no_stopping.any()
    assert way_of(net.timed(), attach(net.timed("car", "summer"), np.array([km(0, 0.2)]))) == 2
