"""Who may be chosen, and when he counts: rules for MCS, sectors, hours of the week, care to which patients drive."""

import geopandas as gpd
import pytest
import shapely
from paths import SIXTY
from small import HERE, km, network, points, sites
from suggesting import LINE, suggest

from access_plugin.engine.access.care import in_force
from access_plugin.engine.access.people import People
from access_plugin.engine.access.setting import Setting
from access_plugin.engine.errors import InputError
from access_plugin.engine.placement.request import Question, Request, read_candidates
from access_plugin.engine.placement.suggest import suggest_sites
from access_plugin.engine.progress import Progress
from access_plugin.engine.territory.levels import Level


def test_doctors_who_are_there_for_part_of_the_week():
    """Hours that complete each other add up; of two places of unknown hours the better one counts.

    Several doctors follow one another.
    """
    care = sites([("h", "SU", 0, 0)])
    columns = {"hours": ["", "Mo-Su 00:00-12:00", "Mo-Su 12:00-24:00", ""], "doctors": [2, 1, 1, 1]}
    found = suggest(care, number=3, presence="part_time", columns=columns)
    week = dict(zip(found.chosen["id"], found.chosen["week_share"]))
    assert week == {"c1": 0.5, "c3": 0.5}  # c2 would add nothing to these two
    # “far”: c1 in the morning, c3 in the afternoon: all the time; “end”: c3 in the afternoon alone
    assert found.gained == pytest.approx(70 + 20)
    assert found.demand["covered_share"].tolist() == pytest.approx([1, 0.5])
    assert "Partial cover: its doctors are there for 50% of the week." in found.chosen["reason"].iloc[0]
    pair = suggest(care, number=3, presence="part_time", columns={"doctors": [2, 1, 1, 1]}, forbidden=("c3",))
    # the two doctors of c2; the one of c1 may be there at the same hours
    assert pair.gained == pytest.approx(70 * 0.66)
    assert pair.chosen["id"].tolist() == ["c2"]


def test_an_existing_doctor_counts_for_the_part_of_the_week_that_he_is_there():
    care = sites([("h", "SU", 0, 0), ("m", "MCS", 45, 0)], hours=["", "Mo-Su 00:00-12:00"])
    found = suggest(
        care,
        number=1,
        presence="part_time",
        columns={"hours": ["Mo-Su 00:00-12:00", "Mo-Su 12:00-24:00", "", ""]},
        forbidden=("c3",),
    )
    assert (
        "70 inhabitants of 1 commune (far) would have a first responder within 30 minutes for more of the week."
        in found.chosen["reason"].iloc[0]
    )
    assert (found.chosen["people"].tolist(), found.demand["covered"].tolist(), found.demand["candidates"].tolist()) == (
        [70],
        [True, False],
        [2, 0],
    )
    assert found.to_gain == pytest.approx(110 - 35)  # he has “far” in the morning; “end” is 35 minutes from him
    assert found.chosen["id"].tolist() == ["c1"]
    assert found.gained == 35
    with pytest.raises(InputError, match="knows neither"):
        Request(model="pmedian", presence="part_time")


def test_candidates_whose_hours_cannot_be_read():
    with pytest.raises(InputError, match="c1.*cannot be read"):
        suggest(sites([("h", "SU", 0, 0)]), presence="part_time", columns={"hours": ["", "sometimes", "", ""]})


def test_the_rules_for_mcs():
    """SMUR alone counts, ten minutes must be gained, a GP must be there, and the sector must have a commune over 30
    minutes from a SMUR.
    """
    care = sites([("h", "SU", 45, 0), ("t", "SMUR", 0, 0)])
    heard = []
    found = suggest(
        care, number=2, rules="mcs", columns={"gps": [1, 1, 0, 2]}, progress=Progress(on_warning=heard.append)
    )
    assert (found.case.request.baseline, found.case.request.min_gain) == ("smur", 10)
    assert found.chosen["id"].tolist() == ["c1"]  # c3 has no GP, c2 is the same place as c1
    assert found.gained == 70
    assert dict(zip(found.case.candidates["id"], found.case.why_not)) == {
        "c1": "",
        "c2": "",
        "c3": "no_gp",
        "useless": "",
    }
    assert any("No sectors of PDSA" in text for text in heard)

    def box(west, east):
        return shapely.box(*km(west, -5), *km(east, 5))

    sectors = gpd.GeoDataFrame(
        {"code": ["west", "middle", "east"]}, geometry=[box(-5, 42), box(42, 60), box(60, 95)], crs=2154
    )
    found = suggest(care, number=2, rules="mcs", sectors=sectors)
    assert dict(zip(found.case.candidates["id"], found.case.why_not)) == {
        "c1": "sector",
        "c2": "sector",
        "c3": "",
        "useless": "sector",
    }


def test_the_rules_for_mcs_hold_for_every_model():
    """“near” is 10 minutes from the SMUR: no MCS is useful there, whatever the model.

    Who is reached in over 30 minutes is not served.
    """
    care = sites([("h", "SU", 45, 0), ("t", "SMUR", 0, 0)])
    for model in ("pmedian", "pcenter", "gradual", "backup"):
        found = suggest(care, model=model, rules="mcs", columns={"gps": [1, 1, 1, 1]})
        assert set(found.demand["code"]) <= {"far", "end"}, model
        assert found.chosen["id"].isin(["c1", "c3"]).all(), model


def test_an_mcs_who_is_not_there_throughout_the_night_is_no_first_doctor_then():
    care = sites([("h", "SU", 0, 0), ("m", "MCS", 60, 0)], hours=["", "Mo-Su 08:00-18:00"])
    night = Setting(profile=SIXTY, profile_smur=SIXTY, profile_mcs=SIXTY, slot="night")
    found = suggest(care, model="backup", number=2, setting=night)
    assert found.to_gain == 110
    assert found.demand["places_within"].tolist() == [2, 1]


def test_sectors_by_a_table_of_communes():
    """The mean of a commune's people decides: 43100 has most of its people near the SMUR."""
    places = points(
        {"p1": (10, 0), "p2": (45, 0), "p3": (80, 0)}, population=[500.0, 70, 40], territory=["43100", "43100", "43200"]
    )
    candidates = read_candidates(
        points({"43100": (40, 0), "43200": (74.9, 0), "43300": (60, 0)}, gps=[1, 1, 1]), "candidates"
    )
    level = Level("pdsa", {"43100": "A", "43200": "B"}, {})
    found = suggest_sites(
        in_force(network(LINE, [(("a", "b"), {})]), sites([("h", "SU", 0, 0), ("t", "SMUR", 0, 0)]), HERE),
        People(places),
        Question(candidates, Request(rules="mcs"), sectors=level),
    )
    assert dict(zip(found.case.candidates["id"], found.case.why_not)) == {
        "43100": "sector",
        "43200": "",
        "43300": "sector",
    }
    assert found.chosen["id"].tolist() == ["43200"]


def test_the_gain_of_an_mcs_is_on_the_smur_not_on_another_mcs():
    """“far” is 45 minutes from the SMUR and 33 from an MCS.

    A candidate at 25 minutes gains 20 on the SMUR, 8 on the MCS: enough.
    """
    care = sites([("h", "SU", 0, 0), ("t", "SMUR", 0, 0), ("m", "MCS", 12, 0)])
    net = network(LINE, [(("a", "b"), {})])
    places = points({"far": (45, 0)}, population=[70.0])
    found = suggest_sites(
        in_force(net, care, HERE),
        People(places),
        Question(read_candidates(points({"c": (20, 0)}, gps=[1]), "candidates"), Request(rules="mcs")),
    )
    assert found.demand["t_before_min"].iloc[0] == pytest.approx(33, abs=0.1)
    assert found.gained == 70


def test_care_without_appointment_to_which_patients_drive():
    """From the places to the candidate, on a road of one way: b → a takes long."""
    net = network(
        {"a": (0, 0), "b": (50, 0)}, [(("a", "b"), {"oneway": "yes"}), (("a", "b"), {"maxspeed": "30", "oneway": "-1"})]
    )
    care = sites([("s", "SU", 0, 0), ("c", "CSNP", 0, 0)])
    people = points({"p": (45, 0)}, population=[10.0])
    candidates = read_candidates(points({"east": (49.9, 0), "west": (20, 0)}), "candidates")
    found = suggest_sites(
        in_force(net, care, HERE), People(people), Question(candidates, Request(model="pmedian", baseline="csnp"))
    )
    assert found.chosen["id"].tolist() == ["east"]
    assert found.demand["t_after_min"].iloc[0] == pytest.approx(4.9, abs=0.05)


@pytest.mark.parametrize("model", ["mclp", "backup", "gradual"])
@pytest.mark.parametrize("presence", ["always", "part_time"])
def test_care_without_appointment_may_be_open_for_part_of_the_week(model, presence):
    care = sites([("s", "SU", 0, 0), ("c", "CSNP", 0, 0)])
    found = suggest(
        care,
        model=model,
        presence=presence,
        baseline="csnp",
        columns={"hours": ["Mo-Su 00:00-12:00"] * 4},
        forbidden=("c3",),
    )
    assert found.chosen["id"].tolist() == ["c1"]
    assert found.demand.set_index("code").loc["far", "covered_share"] == (0.5 if presence == "part_time" else 1)
