"""Mountain practices: by hand, and what counts of those that exist."""

import numpy as np
import pandas as pd
import pytest
from small import HERE, network, points, sites

from access_plugin.engine.access.care import in_force
from access_plugin.engine.access.people import People
from access_plugin.engine.placement.mountain import MountainRules, place_mountain, with_emergencies
from access_plugin.engine.placement.request import Question, Request, read_candidates
from access_plugin.engine.progress import Progress

LINE = {"a": (0, 0), "b": (90, 0)}


def line():
    return network(LINE, [(("a", "b"), {})])


# the mountain: a valley road with an SU at 0, resorts at 35, 45, 70, 16 and 60
RESORTS = {"r1": (35, 0), "r2": (45, 0), "r3": (70, 0), "r4": (16, 0), "r5": (60, 0)}


def mountain(
    number=1, care=None, rules=MountainRules(least_su_min=20, least_people=100), progress=Progress(), **request
):
    places = points(
        RESORTS,
        seasonal_population=[3000.0, 4000, 2000, 9000, 50],
        population=[30.0, 40, 20, 90, 5],
        name=["Un", "Deux", "Trois", "Quatre", "Cinq"],
    )
    candidates = read_candidates(
        points(
            RESORTS,
            level=["1", "2", "2", "2", "2"],
            doctors=[1, 1, 0, 1, 1],
            name=["Un", "Deux", "Trois", "Quatre", "Cinq"],
        ),
        "resorts",
    )
    care = sites([("h", "SU", 0, 0), ("t", "SMUR", 0, 0)]) if care is None else care
    return place_mountain(
        in_force(line(), care, HERE, progress=progress),
        People(places),
        Question(candidates, Request(number=number, model="pmedian", weight="seasonal_population", **request)),
        rules=rules,
        progress=progress,
    )


def test_mountain_practices_by_hand():
    """Minutes × people spared by r2 at 45.

    3000 × (35 − 10) + 4000 × 45 + 2000 × (70 − 25) + 50 × (60 − 15) = 347 250; r1 spares 3000 × 35 + 4000 × 35 + 2000 ×
    35 + 50 × 35 = 316 750.
    """
    found, account = mountain()
    assert found.chosen["id"].tolist() == ["r2"]
    assert found.chosen["gain"].iloc[0] == pytest.approx(347_250, rel=0.003)
    by_id = account.set_index("id")
    assert by_id["gain_alone"].to_dict() == pytest.approx(
        {"r2": 347_250, "r1": 316_750, "r3": 222_500, "r4": 288_800, "r5": 273_000}, rel=0.003
    )
    assert account["id"].tolist()[:3] == ["r2", "r1", "r3"]
    assert by_id["why_not"].to_dict() == {"r1": "", "r2": "", "r3": "", "r4": "su_near", "r5": "few_people"}
    assert by_id["rank"].astype(object).where(by_id["rank"].notna(), None).to_dict() == {
        "r1": 2,
        "r2": 1,
        "r3": 3,
        "r4": None,
        "r5": None,
    }
    assert by_id.loc["r2", "chosen"] == 1
    assert by_id.loc["r2", "reason"].startswith(
        "1. Deux: people of the season 4,000, 45.0 minutes from a technical platform; by itself a practice would "
        "gain 347,"
    )
    assert (
        by_id.loc["r4", "reason"]
        == "Quatre: no candidate, an emergency department is 16.0 minutes away (more than 20 are asked for)."
    )
    assert "50 people of the season (at least 100" in by_id.loc["r5", "reason"]
    assert "not chosen: beside the one that is, it would gain" in by_id.loc["r1", "reason"]


def test_the_people_of_a_resort_are_its_own_those_of_its_commune_or_unknown():
    """By its field; by its code; by the territory that it lies in; else unknown, which leaves it in and is said."""
    import geopandas as gpd
    import shapely
    from small import km

    places = points({"38001": (45, 0)}, seasonal_population=[400.0], population=[4.0])
    area = gpd.GeoDataFrame(
        {"code": ["38001"], "name": ["Un"]}, geometry=[shapely.box(*km(40, -5), *km(50, 5))], crs=2154
    )

    def ask(candidates, heard=None, territories=None):
        request = Request(model="pmedian", weight="seasonal_population")
        return place_mountain(
            in_force(line(), sites([("h", "SU", 0, 0)]), HERE),
            People(places, territories),
            Question(read_candidates(candidates, "resorts"), request),
            rules=MountainRules(20, 300),
            progress=Progress(on_warning=(heard if heard is not None else []).append),
        )[1]

    assert ask(points({"x": (44, 0)}, seasonal_population=[7.0]))["people"].tolist() == [7]
    assert ask(points({"38001": (44, 0)}))["people"].tolist() == [400]
    assert ask(points({"x": (44, 0)}), territories=area)["people"].tolist() == [400]
    heard = []
    account = ask(points({"x": (44, 0)}), heard)
    assert np.isnan(account["people"].iloc[0]) and account["why_not"].tolist() == [""]
    assert "people of the season unknown" in account["reason"].iloc[0]
    assert any("people of the resort x are not known" in text for text in heard)


def test_only_level_two_with_an_mcs_counts_for_emergencies():
    """r2 (level 2, one MCS) brings r1, itself, r5 and r3 within 30 minutes; r1 is of level 1, r3 has no MCS."""
    found, account = mountain()
    assert found.chosen["emergency_people"].tolist() == [3000 + 4000 + 2000 + 50]
    assert "With its MCS, 9,050 people more would have first care within 30 minutes." in found.chosen["reason"].iloc[0]
    by_id = account.set_index("id")
    assert by_id["emergency_level"].to_dict() == {"r1": False, "r2": True, "r3": False, "r4": True, "r5": True}
    assert by_id["emergency_people"].to_dict() == {"r1": 0, "r2": 9050, "r3": 0, "r4": 3000 + 4000, "r5": 9050}
    alone, _ = mountain(forbidden=("r2", "r3"))
    assert alone.chosen["id"].tolist() == ["r1"]
    assert alone.chosen["emergency_people"].tolist() == [0]
    assert alone.chosen["reason"].iloc[0].endswith("It would not count for emergencies (level 1, or no MCS).")


def test_practices_that_exist_are_platforms_and_those_of_level_two_with_an_mcs_give_first_care():
    care = sites(
        [("h", "SU", 0, 0), ("t", "SMUR", 0, 0), ("k", "CABINET_MONTAGNE", 45, 0)],
        level=["", "", "2"],
        doctors=[0, 0, 1],
    )
    found, account = mountain(care=care)
    assert account.set_index("id").loc["r2", "t_platform_min"] == pytest.approx(0, abs=0.01)
    assert found.chosen["id"].tolist() == ["r3"]  # 2000 × 25; r1 spares 3000 × 10
    assert account["emergency_people"].max() == 0  # all of them have first care already


def test_resorts_are_driven_down_to_not_from():
    """The way down is short, the way up long: the time of a patient counts."""
    net = network(LINE, [(("a", "b"), {"oneway": "-1"}), (("a", "b"), {"maxspeed": "30", "oneway": "yes"})])
    places = points({"p": (40, 0)}, seasonal_population=[100.0], population=[1.0])
    candidates = read_candidates(points({"r": (30, 0)}), "resorts")
    found, account = place_mountain(
        in_force(net, sites([("h", "SU", 0, 0)]), HERE),
        People(places),
        Question(candidates, Request(model="pmedian", weight="seasonal_population")),
        rules=MountainRules(20, 0),
    )
    assert found.demand["t_before_min"].iloc[0] == pytest.approx(40, abs=0.1)
    assert found.demand["t_after_min"].iloc[0] == pytest.approx(10, abs=0.1)


@pytest.mark.parametrize(
    ("level", "counts"),
    [
        ("2", True),
        (2.0, True),
        ("niveau 2", True),
        ("N2", True),
        ("2,0", True),
        ("1", False),
        ("", False),
        ("deux", False),
        ("12", False),
    ],
)
def test_levels_as_lists_write_them(level, counts):
    heard = []
    assert with_emergencies(
        pd.DataFrame({"niveau": [level], "nb_mcs": [1]}), Progress(on_warning=heard.append)
    ).tolist() == [counts]
    assert bool(heard) == (level in ("deux", "12"))


def test_an_su_on_an_island_of_roads_is_left_out_of_a_mountain_too():
    places = {"a": (0, 0), "b": (60, 0), "c": (0, 60), "d": (5, 60)}
    net = network(places, [(("a", "b"), {}), (("c", "d"), {})])
    care = in_force(net, sites([("h", "SU", 2, 60), ("t", "SMUR", 0, 0), ("p", "CABINET_MONTAGNE", 1, 0)]), HERE)
    resorts = read_candidates(
        points({"r": (50, 0)}, level=["2"], doctors=[1.0], seasonal_population=[5000.0]), "resorts"
    )
    request = Request(model="pmedian", weight="seasonal_population")
    residents = points({"v": (55, 0)}, population=[10.0], seasonal_population=[10.0])
    found, _ = place_mountain(care, People(residents), Question(resorts, request), rules=MountainRules(0, 0))
    assert found.chosen["id"].tolist() == ["r"]
