"""Places that take only so many people, in a question of placement: by hand."""

import dataclasses

import numpy as np
import pytest
import small

from access_plugin.engine.access.care import in_force
from access_plugin.engine.access.people import People
from access_plugin.engine.access.setting import Setting
from access_plugin.engine.access.times import travel_times
from access_plugin.engine.errors import InputError
from access_plugin.engine.placement.request import Question, Request, read_candidates
from access_plugin.engine.placement.robustness import robustness
from access_plugin.engine.placement.suggest import suggest_sites

#: A straight road, a kilometre and a minute from one to the next; an SU at 0, people at 5, 6, 7 and 8.
PEOPLE = {5: 10.0, 6: 20.0, 7: 40.0, 8: 80.0}


def asked(room, candidates=(5, 6, 7, 8), **request):
    network = small.network({"a": (0, 0), "z": (10, 0)}, [(("a", "z"), {})])
    setting = Setting(**vars(small.HERE) | {"threshold": 2.1})
    care = in_force(network, small.sites([("h", "SU", 0, 0)]), setting)
    people = People(small.points({str(at): (at, 0) for at in PEOPLE}, population=list(PEOPLE.values())))
    places = read_candidates(small.points({f"c{at}": (at, 0) for at in candidates}), "candidates")
    question = Question(places, Request(**{"baseline": "csnp", "language": "en"} | request))
    return care, people, dataclasses.replace(question, room=np.array(room, float))


def test_the_nearest_find_room_first():
    # 8 reaches 6, 7 and 8 (140 people) and takes 100: the 80 of 8, then 20 of the 40 of 7
    found = suggest_sites(*asked([100], [8]))
    assert found.gained == found.bound == 100 and found.to_gain == 150
    row = found.chosen.iloc[0]
    assert (row["gain"], row["people"], row["capacity"], row["communes"]) == pytest.approx((100, 100, 100, 2))
    demand = found.demand.set_index("population")
    np.testing.assert_allclose(demand.loc[[10, 20, 40, 80], "served_share"], [0, 0, 0.5, 1], atol=1e-6)
    assert demand.loc[[10, 20, 40, 80], "covered"].tolist() == [False, False, True, True]  # most of its people
    assert demand["site_id"].fillna("").tolist() == ["", "", "c8", "c8"]
    np.testing.assert_allclose(demand.loc[[10, 20, 40, 80], "t_after_min"], [5, 6, 1, 0], atol=0.01)
    assert row["reason"].endswith("their mean time would fall from 8 to 0 minutes. It is full then.")


def test_room_changes_the_choice():
    # without limits one place at 6, or at 7, serves all; with room for 75 each, two do
    assert suggest_sites(*asked([1e9] * 4)).chosen["id"].tolist() == ["c6"]
    found = suggest_sites(*asked([75] * 4, number=2))
    assert found.gained == 150 and len(found.chosen) == 2
    assert found.chosen["gain"].tolist() == [75, 75] and found.curve["gained"].tolist() == [75, 150]
    assert found.curve["people"].tolist() == [75, 150] and found.curve["mean_min"].isna().all()
    # one that is large, where the others are small: 5 reaches 5, 6 and 7
    found = suggest_sites(*asked([70, 5, 5, 5]))
    assert found.chosen["id"].tolist() == ["c5"] and found.gained == 70
    assert "It is full then." in found.chosen["reason"].iloc[0]
    found = suggest_sites(*asked([100, 5, 5, 5]))
    assert found.gained == 70 and "It has room for 30 inhabitants more." in found.chosen["reason"].iloc[0]


def test_the_fewest_that_have_room_for_all():
    found = suggest_sites(*asked([60] * 4, model="lscp"))
    assert (len(found.chosen), found.gained, found.answer.least) == (3, 150, 3)
    found = suggest_sites(*asked([60] * 4, reach=50))  # 75 people
    assert len(found.chosen) == 2
    # nobody but 5 may be chosen again: where all together are too small, all that have room are taken
    found = suggest_sites(*asked([10] * 4, model="lscp"))
    assert (len(found.chosen), found.gained) == (4, 40)


def test_required_places_and_variants():
    care, people, question = asked([75] * 4, number=2, required=("c5",))
    found = suggest_sites(care, people, question)
    assert "c5" in found.chosen["id"].tolist() and found.gained == 145  # of 5, 6 and 7 it takes 70 at most
    times, _ = travel_times(care, people.points)
    chosen, table = robustness(care, people, found, times=times)
    assert (table["gained"].iloc[1:] > 0).all() and (table["gained"] <= 150).all()


@pytest.mark.parametrize(
    ("room", "request_", "why"),
    [
        ([1.0, -1.0, np.nan, 2.0], {}, "no number of people .* for c6, c7"),
        ([1.0] * 4, {"model": "pmedian"}, "known to the models most people within"),
        ([1.0] * 4, {"model": "backup"}, "leave CAPACITY empty"),
        ([1.0] * 4, {"presence": "part_time"}, "leave CAPACITY empty"),
    ],
)
def test_what_cannot_be_asked(room, request_, why):
    with pytest.raises(InputError, match=why):
        suggest_sites(*asked(room, **request_))


def test_nobody_has_room():
    found = suggest_sites(*asked([0] * 4, number=2))
    assert len(found.chosen) == 0 and found.gained == 0
