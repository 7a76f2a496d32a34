"""Where another site of a kind of one's own would help most: by hand, in the direction in which that kind is driven."""

import dataclasses

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
from access_plugin.engine.study.compute import compute_study

TO_MATERNITY, FROM_STATION = "vers Maternité", "depuis Caserne"
#: A ring of four kilometres that is driven one way, a minute each: a → b → c → d → a.
PLACES = {"a": (0, 0), "b": (1, 0), "c": (1, 1), "d": (0, 1)}
RING = [(["a", "b", "c", "d", "a"], {"oneway": "yes"})]
PEOPLE = {"a": 1.0, "b": 2.0, "c": 4.0, "d": 8.0}


def asked(role, candidates="acd", more=(), **request):
    setting = Setting(**vars(small.HERE) | {"threshold": 1.5, "definition": role})
    # an MCS is at d: no maternity for that
    sites = small.sites([("m", role, 1, 0), ("s", "SU", 1, 0), ("x", "MCS", 0, 1), *more])
    care = in_force(small.network(PLACES, RING), sites, setting)
    people = People(small.points(PLACES, population=list(PEOPLE.values())))
    places = read_candidates(small.points({name: PLACES[name] for name in candidates}), "candidates")
    return care, people, Question(places, Request(**{"baseline": role, "language": "en"} | request))


@pytest.mark.parametrize(
    ("role", "gained", "most"),
    [
        # to b drive a in 1, c in 3 and d in 2 minutes; to d drives c in 1, to a drives d in 1
        (TO_MATERNITY, {"a": 8, "c": 4, "d": 12}, "d"),
        # from b to c is 1, to d 2, to a 3 minutes; from c to d is 1, from d to a is 1
        (FROM_STATION, {"a": 1, "c": 8, "d": 9}, "d"),
    ],
)
def test_each_candidate_gains_whom_it_reaches_in_its_direction(role, gained, most):
    for name, people in gained.items():
        found = suggest_sites(*asked(role, name))
        assert found.chosen["id"].tolist() == [name] and found.gained == people == found.chosen["people"].iloc[0]
    found = suggest_sites(*asked(role))
    assert found.chosen["id"].tolist() == [most] and found.to_gain == sum(
        people for name, people in PEOPLE.items() if name in ("cd" if role == TO_MATERNITY else "ad")
    )


def test_the_sentence_names_the_kind():
    reason = suggest_sites(*asked(TO_MATERNITY)).chosen["reason"].iloc[0]
    assert "today more than 1.5 minutes from a site (Maternité), would be within 1.5 minutes" in reason
    care, people, question = asked(TO_MATERNITY)
    named = question.candidates.assign(type="Maternité")  # no GP is looked for there
    reason = suggest_sites(care, people, dataclasses.replace(question, candidates=named)).chosen["reason"].iloc[0]
    assert "GP" not in reason and "doctor" not in reason


def test_every_model_answers():
    # all who have a time: 1 × 1 + 2 × 0 + 4 × 3 + 8 × 2 = 29 minutes today; with d 1 + 0 + 4 + 0
    for model, gained in (("pmedian", 24), ("pcenter", 2), ("lscp", 12)):
        found = suggest_sites(*asked(TO_MATERNITY, model=model))
        assert found.chosen["id"].tolist()[0] == "d" and found.gained == pytest.approx(gained, abs=0.05), model


def test_what_it_depends_on():
    care, people, question = asked(TO_MATERNITY)
    times, _ = travel_times(care, people.points)
    found = suggest_sites(care, people, question, times=times)
    chosen, table = robustness(care, people, found, times=times)
    assert set(table["kind"]) == {"", "slower", "quicker", "season", "absent"}
    assert not table["variant"].str.contains("MCS").any() and table["gained"].notna().all()
    assert not table["variant"].str.contains("without the site").any()  # without the only one nobody has a time
    assert chosen["robust"].tolist() == [True]


def test_without_one_of_the_sites_that_exist():
    # with one at c too, d alone is to be gained; without that at b, a and d are, both by a place at a
    care, people, question = asked(TO_MATERNITY, "ad", [("n", TO_MATERNITY, 1, 1)])
    times, _ = travel_times(care, people.points)
    found = suggest_sites(care, people, question, times=times)
    _, table = robustness(care, people, found, times=times)
    gained = table.set_index("variant")["gained"]
    assert (found.gained, gained["without the site m"], gained["without the site n"]) == (8, 9, 12)


def test_a_study_counts_and_places_the_same():
    care, people, question = asked(TO_MATERNITY)
    study = compute_study(care, people, question, cell_m=100.0)
    assert study.total["beyond"] == study.suggestion.to_gain == 12
    assert study.request.baseline == TO_MATERNITY


def test_what_cannot_be_asked():
    with pytest.raises(InputError, match="The rules for MCS .* not for another site of Maternité"):
        Request(baseline=TO_MATERNITY, rules="mcs")
    for request in ({"model": "backup"}, {"presence": "part_time"}):
        with pytest.raises(InputError, match="A second doctor .* not for another site of Maternité"):
            Request(baseline=TO_MATERNITY, **request)
    with pytest.raises(InputError, match="“Maternité” is none of the words of BASELINE: emergency, smur, csnp, platf"):
        Request(baseline="Maternité")
    care, people, question = asked(TO_MATERNITY)
    other = in_force(care.network, care.given, dataclasses.replace(care.setting, definition="emergency"))
    with pytest.raises(InputError, match="times lead to no site of Maternité"):
        suggest_sites(other, people, question)
