"""OSM tags → kind of road."""

import pytest

from access_plugin.engine.network.attributes import (
    ACCESS,
    CLOSED_IN_SUMMER,
    CLOSED_IN_WINTER,
    KIND,
    NO_LIMIT,
    ROAD_CLASSES,
    RURAL,
    SURFACES,
    URBAN,
    reversed_kind,
)
from access_plugin.engine.network.tags import kind_of_way, not_understood


def kind(**tags):
    row = kind_of_way({"highway": "secondary"} | {key.replace("__", ":"): value for key, value in tags.items()})
    return None if row is None else dict(zip(KIND.names, row))


@pytest.mark.parametrize(
    ("tags", "word"),
    [
        ({}, "open"),
        ({"access": "no"}, "no"),
        ({"access": "private"}, "private"),
        ({"access": "no", "vehicle": "yes"}, "open"),
        ({"access": "yes", "motor_vehicle": "no"}, "no"),
        ({"vehicle": "no", "motor_vehicle": "no", "motorcar": "yes"}, "open"),
        ({"motor_vehicle": "destination"}, "destination"),
        ({"motor_vehicle": "agricultural;forestry"}, "no"),
        ({"motor_vehicle": "agricultural;destination"}, "destination"),
        ({"access": "permissive"}, "open"),
    ],
)
def test_the_most_specific_tag_of_the_access_chain_decides(tags, word):
    assert ACCESS[kind(**tags)["access"]] == word


@pytest.mark.parametrize(
    ("tags", "direction"),
    [
        ({}, 3),
        ({"oneway": "yes"}, 1),
        ({"oneway": "-1"}, 2),
        ({"oneway": "reversible"}, 0),
        ({"junction": "roundabout"}, 1),
        ({"junction": "roundabout", "oneway": "-1"}, 2),
        ({"highway": "motorway"}, 1),
        ({"highway": "motorway_link"}, 1),
        ({"highway": "motorway", "oneway": "no"}, 3),
        ({"oneway": "yes", "oneway__motorcar": "no"}, 3),
    ],
)
def test_directions(tags, direction):
    assert kind(**tags)["direction"] == direction


@pytest.mark.parametrize(
    ("value", "kph"),
    [
        ("50", 50),
        ("50 mph", 80),
        ("30mph", 48),
        ("80 km/h", 80),
        ("FR:urban", 50),
        ("FR:rural", 80),
        ("FR:trunk", 110),
        ("FR:motorway", 130),
        ("FR:zone30", 30),
        ("FR:zone:30", 30),
        ("FR:living_street", 20),
        ("walk", 6),
        ("none", NO_LIMIT),
        ("signals", 0),
        ("variable", 0),
        ("", 0),
        ("abc", 0),
        ("0", 0),
        ("70;50", 50),
        ("DE:motorway", NO_LIMIT),
        ("CH:rural", 80),
    ],
)
def test_limits(value, kph):
    assert kind(maxspeed=value)["kph_forward"] == kind(maxspeed=value)["kph_backward"] == kph


def test_limits_by_direction_stand_above_the_common_one():
    row = kind(maxspeed="80", maxspeed__forward="50")
    assert (row["kph_forward"], row["kph_backward"]) == (50, 80)


def test_setting_from_tags():
    assert kind(maxspeed="FR:urban")["setting"] == URBAN
    assert kind(maxspeed__type="FR:rural")["setting"] == RURAL
    assert kind(maxspeed__type="FR:rural")["kph_forward"] == 80
    assert kind(zone__traffic="FR:urban", maxspeed="30")["setting"] == URBAN
    assert kind(zone__traffic="FR:urban", maxspeed="30")["kph_forward"] == 30
    assert kind(source__maxspeed="FR:zone30", maxspeed="30")["setting"] == URBAN
    assert kind(maxspeed="50")["setting"] == 0


@pytest.mark.parametrize(
    ("tags", "closed"),
    [
        ({"motor_vehicle__conditional": "no @ (Nov-May)"}, CLOSED_IN_WINTER),
        ({"access__conditional": "no @ (Oct 15-Jun 01)"}, CLOSED_IN_WINTER),
        ({"motor_vehicle__conditional": "no @ winter"}, CLOSED_IN_WINTER),
        ({"motor_vehicle__conditional": "no @ (Jul-Aug)"}, CLOSED_IN_SUMMER),
        ({"motor_vehicle__conditional": "no @ (22:00-06:00)"}, 0),
        ({"motor_vehicle__conditional": "no @ (Mar-Apr)"}, 0),
        ({"motor_vehicle": "no", "motor_vehicle__conditional": "yes @ (Jun-Oct)"}, CLOSED_IN_WINTER),
        ({"seasonal": "summer"}, CLOSED_IN_WINTER),
        ({"seasonal": "winter"}, CLOSED_IN_SUMMER),
        ({"winter_road": "yes"}, CLOSED_IN_SUMMER),
        ({"seasonal": "yes"}, 0),
    ],
)
def test_seasonal_closures_do_not_depend_on_the_day(tags, closed):
    assert kind(**tags)["closed"] == closed


@pytest.mark.parametrize(
    ("condition", "closed", "odd"),
    [
        ("no @ (Dec-Mar 20:00-06:00)", 0, True),
        ("no @ (weight>7.5 AND Nov-Apr)", 0, True),
        ("no @ (Jan 15-Feb 02)", 0, False),
        ("no @ (Nov 2-Easter)", CLOSED_IN_WINTER, False),
        ("no @ (Mo-Fr 07:00-09:00)", 0, True),
        ("no @ snow", 0, True),
        ("no @ (Nov 16-Feb 20)", CLOSED_IN_WINTER, False),
        ("no @ (Nov-May); no @ (Mo 07:00-09:00)", CLOSED_IN_WINTER, True),
        ("no @ (01 Nov-31 Mar)", CLOSED_IN_WINTER, False),
        ("no @ (1 Nov - 15 May)", CLOSED_IN_WINTER, False),
        ("no @ (2020 Nov 01-2021 Mar 31)", CLOSED_IN_WINTER, False),
        ("no @ (Nov 15, 2023-Apr 15, 2024)", CLOSED_IN_WINTER, False),
        ("no @ (snowfall)", 0, True),
        ("no @ (market_day)", 0, True),
        ("no @ (decision of mayor)", 0, True),
        ("no @ (rockfall)", 0, True),
        ("no @ (Nov 01-May 15 00:00-24:00)", CLOSED_IN_WINTER, False),
        ("no @ (November-May)", CLOSED_IN_WINTER, False),
    ],
)
def test_only_conditions_on_a_season_close_for_it(condition, closed, odd):
    tags = {"motor_vehicle:conditional": condition}
    assert kind(motor_vehicle__conditional=condition)["closed"] == closed
    assert not_understood(tags) == odd


def test_a_road_that_opens_for_some_months_is_open_then():
    row = kind(motor_vehicle="no", motor_vehicle__conditional="yes @ (Jun-Oct)")
    assert (ACCESS[row["access"]], row["closed"]) == ("open", CLOSED_IN_WINTER)
    assert ACCESS[kind(motor_vehicle="no", motor_vehicle__conditional="yes @ (08:00-10:00)")["access"]] == "no"


def test_what_no_car_drives_on():
    for tags in (
        {"highway": "footway"},
        {"highway": "cycleway"},
        {"highway": "construction"},
        {"area": "yes"},
        {"impassable": "yes"},
        {"highway": "pedestrian"},
    ):
        assert kind(**tags) is None
    assert kind_of_way({"route": "ferry"}) is not None
    assert ROAD_CLASSES[kind(highway="pedestrian", motor_vehicle="destination")["road_class"]] == "living_street"


def test_surface_and_track():
    row = kind(highway="track", surface="gravel", tracktype="grade3")
    assert (ROAD_CLASSES[row["road_class"]], SURFACES[row["surface"]], row["tracktype"]) == ("track", "gravel", 3)


def test_a_kind_reversed_twice_is_itself():
    row = kind_of_way({"highway": "primary", "oneway": "yes", "maxspeed:forward": "70", "maxspeed:backward": "50"})
    assert reversed_kind(row) != row
    assert reversed_kind(reversed_kind(row)) == row
