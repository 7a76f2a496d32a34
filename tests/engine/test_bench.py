"""The bench: the same times as a run with those sites, whatever is tried, moved or switched off."""

import dataclasses
import gc
import weakref

import numpy as np
import pandas as pd
import pytest
import shapely
from small import HERE, km, network, points, sites

from access_plugin.engine.access.beyond import areas_beyond
from access_plugin.engine.access.care import in_force
from access_plugin.engine.access.fields import field_of
from access_plugin.engine.access.people import People
from access_plugin.engine.access.times import TIME_FIELDS, travel_times
from access_plugin.engine.bench.area import ChangedArea
from access_plugin.engine.bench.bench import Bench
from access_plugin.engine.bench.dragged import Dragged
from access_plugin.engine.bench.grounds import Grounds
from access_plugin.engine.bench.scenario import Scenario
from access_plugin.engine.errors import InputError
from access_plugin.engine.placement.scenario import compare_scenarios

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
    "unscheduled": {"definition": "unscheduled", "slot": "worst"},
    "mountain": {"definition": "mountain", "season": "winter"},
}
#: Which roles a town has under some settings; others have :data:`ROLES`.
OTHER_ROLES = {
    "unscheduled": ("SU", "AMU", "CSNP", "CSNP", "SMUR"),
    "mountain": ("SU", "CABINET_MONTAGNE", "CABINET_MONTAGNE", "MCS"),
}
FIRST_CARE = dataclasses.replace(HERE, definition="first_care")
SIZE = 5


def a_town(rng):
    """Return a grid of streets, some of them one-way or closed in winter, in its east."""
    at = {
        f"{x}-{y}": (4.0 * x + rng.uniform(0, 1), 4.0 * y + rng.uniform(0, 1)) for x in range(SIZE) for y in range(SIZE)
    }
    roads = []
    for x in range(SIZE):
        for y in range(SIZE):
            for far in ((x + 1, y), (x, y + 1)):
                if max(far) < SIZE:
                    tags = {"oneway": "yes"} if rng.random() < 0.2 else {}
                    tags |= {"motor_vehicle:conditional": "no @ winter"} if x >= 3 and rng.random() < 0.3 else {}
                    roads.append(((f"{x}-{y}", f"{far[0]}-{far[1]}"), tags))
    return network(at, roads)


def some_sites(rng, count, name="s", roles=ROLES):
    where = rng.uniform(0, [9.0, 4.0 * (SIZE - 1)], (count, 2))  # none on a road that winter closes
    return sites(
        [(f"{name}{number}", str(rng.choice(roles)), *xy) for number, xy in enumerate(where)],
        delay_min=rng.integers(0, 8, count).astype(float),
        hours=[str(rng.choice(HOURS)) for _ in range(count)],
    )


def roles_of(name):
    return OTHER_ROLES.get(name, ROLES)


def people(rng, count=60):
    return points({str(k): tuple(xy) for k, xy in enumerate(rng.uniform(0, 4.0 * (SIZE - 1), (count, 2)))})


def minutes_of(care, places):
    return travel_times(care, places, none_counts=True)[0][care.setting.column].to_numpy(float)


@pytest.mark.parametrize("name", SETTINGS)
def test_sites_taken_away_and_added_give_the_times_of_a_run(name):
    rng = np.random.default_rng(3)
    for _ in range(2):
        town, places = a_town(rng), people(rng)
        care = in_force(town, some_sites(rng, 7, roles=roles_of(name)), dataclasses.replace(HERE, **SETTINGS[name]))
        grounds = Grounds(care, places)
        np.testing.assert_allclose(grounds.minutes(care), minutes_of(care, places), atol=1e-9)
        for step in range(4):
            care = care.without(rng.random(len(care.sites)) < 0.3).with_sites(
                some_sites(rng, 1, f"t{step}-", roles_of(name))
            )
            again = in_force(town, care.sites, care.setting)
            np.testing.assert_allclose(grounds.minutes(care), minutes_of(again, places), atol=1e-9)


@pytest.mark.parametrize("name", SETTINGS)
def test_a_dragged_site_gives_the_times_of_a_run_with_it_there(name):
    rng = np.random.default_rng(4)
    for _ in range(2):
        town, places = a_town(rng), people(rng)
        care = in_force(town, some_sites(rng, 6, roles=roles_of(name)), dataclasses.replace(HERE, **SETTINGS[name]))
        if name == "emergency":
            care = care.without(care.sites["role"].isin(["SU", "AMU"]).to_numpy())
        care = care.with_sites(some_sites(rng, 1, "dragged", roles_of(name)))
        grounds = Grounds(care, places)
        dragged = Dragged(grounds, care, len(care.sites) - 1)
        gone = np.arange(len(care.sites)) == len(care.sites) - 1
        np.testing.assert_allclose(dragged.base, minutes_of(care.without(gone), places), atol=1e-9)
        for _ in range(5):
            xy = km(*rng.uniform(0, [9.0, 4.0 * (SIZE - 1)]))
            there = care.sites.copy()
            there.loc[there.index[-1], "geometry"] = shapely.Point(xy)
            run = minutes_of(in_force(town, there, care.setting), places)
            np.testing.assert_allclose(dragged.minutes(xy), run, atol=1e-9)


@pytest.mark.parametrize(("definition", "role"), [("unscheduled", "CSNP"), ("mountain", "CABINET_MONTAGNE")])
def test_care_that_no_study_counts_is_driven_to(definition, role):
    """A centre at 30 of a road whose only hospital is at 0; a doctor in the middle counts for nothing."""
    rows = {str(k): (k, 0) for k in range(0, 31, 5)}
    names = list(rows)
    net = network(rows, [(pair, {}) for pair in zip(names[:-1], names[1:])])
    here = sites([("h", "SU", 0, 0), ("c", role, 30, 0), ("m", "MCS", 15, 0)], hours="24/7")
    expected = [min(k, 30 - k) for k in range(0, 31, 5)]
    for listed, wanted in ((here, expected), (here[here["role"] != "SU"], list(range(30, -1, -5)))):
        care = in_force(net, listed, dataclasses.replace(HERE, definition=definition))
        times, _ = travel_times(care, points(rows))
        assert times[f"t_{definition}_min"].tolist() == pytest.approx(wanted, abs=0.02)
        assert Grounds(care, points(rows)).minutes(care) == pytest.approx(wanted, abs=0.02)
    assert list(travel_times(in_force(net, here, HERE), points(rows))[0].columns) == list(TIME_FIELDS)


def test_the_first_correspondent_doctor_is_searched_no_further_than_it_helps():
    """The hospital is at 0, the doctor at 40: whoever is within 20 of the hospital is no concern of the search."""
    rows = {str(k): (k, 0) for k in range(0, 61, 5)}
    names = list(rows)
    net = network(rows, [(pair, {}) for pair in zip(names[:-1], names[1:])])
    care = in_force(
        net, sites([("h", "SU", 0, 0), ("d", "MCS", 40, 0)]), dataclasses.replace(HERE, definition="first_care")
    )
    dragged = Dragged(Grounds(care, points(rows)), care, 1)
    expected = [min(k, abs(k - 40)) for k in range(0, 61, 5)]
    assert dragged.minutes(km(40, 0)) == pytest.approx(expected, abs=0.02)
    needed = dragged._known["mcs"] / 60_000
    x = net.arrays["node_xy"][:, 0]
    assert needed == pytest.approx((x - x.min()) / 1000, abs=0.05)  # as late as the hospital's own patients arrive


def test_a_site_stands_on_the_road_or_says_why_not():
    net = network(
        {"a": (0, 0), "b": (40, 0), "c": (40, 30), "d": (0, 30)},
        [
            (("a", "b"), {}),
            (("b", "c"), {"motor_vehicle:conditional": "no @ winter"}),
            (("a", "d"), {}),
            (("d", "c"), {}),
        ],
    )
    care = in_force(
        net,
        sites([("h", "SU", 0, 0), ("d", "MCS", 20, 0)], hours="24/7"),
        dataclasses.replace(HERE, season="winter", definition="first_care"),
    )
    dragged = Dragged(Grounds(care, points({"p": (10, 0)})), care, 1)
    on_road = dragged.stand(km(10, 0.3))
    assert on_road.xy == pytest.approx(km(10, 0), abs=30)
    assert on_road.metres == pytest.approx(300, abs=10)
    assert (dragged.stand(km(20, 9)).xy, dragged.stand(km(20, 9)).why) == (None, "far")
    assert dragged.stand(km(40, 15)).why == "closed"
    np.testing.assert_allclose(dragged.minutes(km(20, 9)), dragged.base)


def test_nobody_has_a_time_when_the_last_site_closes():
    net = network({"a": (0, 0), "b": (40, 0)}, [(("a", "b"), {})])
    care = in_force(net, sites([("h", "SU", 0, 0)]), HERE)
    grounds = Grounds(care, points({"p": (10, 0)}))
    assert grounds.minutes(care) == pytest.approx([10], abs=0.02)
    assert np.isnan(grounds.minutes(care.without(np.array([True])))).all()


def test_the_convention_of_drees_counts_too():
    """In its own commune a site is as far as its delay; one that is tried stands where it is put."""
    net = network({"a": (0, 0), "b": (40, 0)}, [(("a", "b"), {})])
    chefs_lieux = points({"01001": (0, 0), "01002": (20, 0), "01003": (39, 0)})
    care = sites([("h", "SU", 3, 0), ("t", "SMUR", 38, 0)], insee=["01001", "01003"], delay_min=[2.0, 4.0])
    drees = in_force(net, care, dataclasses.replace(HERE, convention="drees"))
    grounds = Grounds(drees, chefs_lieux)
    np.testing.assert_allclose(grounds.minutes(grounds.care), minutes_of(drees, chefs_lieux))
    more = grounds.care.with_sites(sites([("new", "SU", 21, 0)]))
    assert grounds.minutes(more) == pytest.approx([2, 1, 4], abs=0.02)
    dragged = Dragged(grounds, more, 2)
    assert dragged.minutes(km(21, 0)) == pytest.approx([2, 1, 4], abs=0.02)
    assert pd.Series(dragged.minutes(km(30, 0))).tolist() == pytest.approx([2, 10, 4], abs=0.02)


def a_bench(rng, **setting):
    """Return a bench of a town of communes in two départements, and its people."""
    town, places = a_town(rng), people(rng, 80)
    number = rng.integers(0, 12, len(places))
    places = places.assign(
        code=[f"{k}" for k in range(len(places))],
        territory=[f"{'01' if n < 6 else '43'}{n + 1:03d}" for n in number],
        population=rng.integers(0, 90, len(places)) / 2,
    )
    roles = OTHER_ROLES.get(setting.get("definition"), ROLES)
    care = in_force(town, some_sites(rng, 7, roles=roles), dataclasses.replace(HERE, threshold=6.0, **setting))
    return Bench(care, People(places)), care, town


def compared(bench, care, scenario, town):
    """Return the same figures by ``access:comparescenarios``."""
    sites_after = bench.care_of(scenario).sites
    after = in_force(town, sites_after, care.setting)
    places, summary = compare_scenarios(care, after, bench.people)
    rows = summary.set_index(["level", "code", "scenario"])
    return places, rows


@pytest.mark.parametrize("name", SETTINGS)
def test_the_figures_are_those_of_comparing_scenarios(name):
    rng = np.random.default_rng(6)
    for _ in range(2):
        bench, care, town = a_bench(rng, **SETTINGS[name])
        scenario = Scenario()
        for step in range(3):
            scenario, site = scenario.with_site(str(rng.choice(bench.roles)), km(*rng.uniform(0, [9.0, 16.0])))
            scenario = scenario.changed(site.id, delay_min=float(rng.integers(0, 5)), hours=str(rng.choice(HOURS[1:])))
            scenario = scenario.switched(tuple(care.sites[["id", "role"]].iloc[step]))
            xy = km(*rng.uniform(0, [9.0, 16.0]))
            moved = bench.drag(scenario, site.id).to(xy)
            scenario = scenario.changed(site.id, x=xy[0], y=xy[1])
            effect = bench.effect(scenario, moved.code)
            assert effect.whole == moved.whole
            assert effect.departement == moved.departement
            places, rows = compared(bench, care, scenario, town)
            for change, level, code in ((moved.whole, "total", ""), (moved.departement, "departement", moved.code)):
                for figures, word in ((change.before, "before"), (change.after, "after")):
                    row = rows.loc[level, code, word]
                    assert dataclasses.astuple(figures) == pytest.approx(
                        tuple(row[field.name] for field in dataclasses.fields(figures)), abs=1e-9, nan_ok=True
                    )
            people_of = places["population"].groupby(places["change"]).sum()
            assert moved.whole.gained == pytest.approx(people_of.get("gained", 0.0))
            assert moved.whole.lost == pytest.approx(people_of.get("lost", 0.0))


@pytest.mark.parametrize("name", SETTINGS)
def test_the_land_that_changes_is_that_between_two_runs(name):
    rng = np.random.default_rng(9)
    bench, care, _ = a_bench(rng, **SETTINGS[name])
    area = ChangedArea(bench.grounds, bench.care)
    assert area.cell_m == 50.0

    def beyond(sites_there):
        field = field_of(sites_there, care.setting.legs, cell_m=50.0)
        return shapely.union_all(areas_beyond(field, care.setting.threshold, care.network.crs).geometry.to_numpy())

    before = beyond(care)
    assert [part.area for part in area.changed(bench.care)] == [0, 0]
    for step in range(3):
        scenario, _ = Scenario().with_site(str(rng.choice(bench.roles)), km(*rng.uniform(0, [9.0, 16.0])))
        scenario = scenario.switched(tuple(care.sites[["id", "role"]].iloc[step]))
        there = bench.care_of(scenario)
        after = beyond(there)
        # where a time appears or disappears, land is neither gained nor lost
        timed = [field_of(one, care.setting.legs, cell_m=50.0).drawn.sum() for one in (care, there)]
        for part, whole in zip(area.changed(there), (before.difference(after), after.difference(before))):
            assert part.is_valid
            if timed[0] == timed[1]:
                assert part.area == pytest.approx(whole.area, abs=50.0)


def test_communes_are_won_and_lost():
    """Two villages beyond the hospital: the doctor who moves to the one leaves the other."""
    net = network({"a": (0, 0), "b": (100, 0)}, [(("a", "b"), {})])
    homes = points({"h": (0, 0), "v": (40, 0), "w": (90, 0)}, territory=["01001", "01002", "01003"], population=10.0)
    care = in_force(net, sites([("s", "SU", 0, 0)]), dataclasses.replace(HERE, definition="first_care"))
    bench = Bench(care, People(homes))
    scenario, doctor = Scenario().with_site("MCS", km(45, 0))
    first = bench.effect(scenario, "01")
    assert (first.whole.gained, first.whole.communes_gained, first.whole.communes_lost) == (10, 1, 0)
    assert (first.whole.before.beyond, first.whole.after.beyond) == (20, 10)
    assert first.whole == first.departement
    there = bench.drag(scenario, doctor.id).to(km(95, 0))
    assert (there.whole.gained, there.whole.after.communes_beyond, there.stand.metres) == (
        10,
        1,
        pytest.approx(0, abs=20),
    )
    shut = bench.effect(Scenario().switched(("s", "SU")))
    assert (shut.whole.lost, shut.whole.after.not_computed, shut.whole.after.beyond) == (10, 30, 0)
    assert np.isnan(shut.whole.after.mean_min)
    assert (shut.whole.communes_gained, shut.whole.communes_lost) == (0, 1)  # nobody there has care any more
    alone = bench.effect(scenario.switched(("s", "SU")))  # a doctor counts only where there is emergency care
    assert (alone.whole.after.not_computed, alone.whole.gained) == (30, 0)


def test_a_site_that_is_tried_says_what_is_wrong_with_it():
    net = network({"a": (0, 0), "b": (40, 0)}, [(("a", "b"), {})])
    care = in_force(net, sites([("s", "SU", 0, 0)]), HERE)
    bench = Bench(care, People(points({"h": (0, 0)}, population=10.0)))
    far, site = Scenario().with_site("SMUR", km(20, 20))
    with pytest.raises(InputError, match="essai-1"):
        bench.effect(far)
    with pytest.raises(InputError, match="hours in feature essai-1"):
        bench.effect(far.changed(site.id, y=km(0, 0)[1], hours="Montag"))


def test_all_roles_at_one_point_can_be_switched_off():
    """A hospital's SU and SMUR stand at one point; what does not count is not offered."""
    net = network({"a": (0, 0), "b": (40, 0)}, [(("a", "b"), {})])
    care = sites([("h", "SU", 1, 0), ("h", "SMUR", 1, 0), ("c", "CSNP", 1, 0), ("far", "SU", 30, 0)])
    bench = Bench(in_force(net, care, HERE), People(points({"p": (0, 0)}, population=10.0)))
    assert sorted(bench.sites_at(km(1, 0.1), 300.0)) == [("h", "SMUR"), ("h", "SU")]
    assert bench.sites_at(km(10, 0), 300.0) == []
    alone = Bench(
        in_force(net, care, dataclasses.replace(HERE, definition="su")),
        People(points({"p": (0, 0)}, population=10.0)),
    )
    assert alone.sites_at(km(1, 0.1), 300.0) == [("h", "SU")]


def test_a_site_that_is_tried_takes_no_id_of_the_study():
    """Whoever runs the study with a list from the bench has sites of such names; another one is called otherwise."""
    net = network({"a": (0, 0), "b": (40, 0)}, [(("a", "b"), {})])
    care = in_force(net, sites([("s", "SU", 0, 0), ("essai-1", "MCS", 5, 0)]), FIRST_CARE)
    bench = Bench(care, People(points({"p": (0, 0)}, population=10.0)))
    scenario, site = Scenario().with_site("MCS", km(20, 0), set(care.given["id"]))
    assert site.id == "essai-2"
    assert bench.sites_of(scenario)["id"].is_unique


def test_a_site_that_does_not_count_is_not_taken_up():
    """Closed in the season of the study; the study's own site of that name is not taken for it."""
    net = network({"a": (0, 0), "b": (40, 0)}, [(("a", "b"), {})])
    care = in_force(
        net, sites([("s", "SU", 0, 0), ("essai-1", "MCS", 5, 0)]), dataclasses.replace(FIRST_CARE, season="winter")
    )
    bench = Bench(care, People(points({"p": (0, 0)}, population=10.0)))
    scenario, site = Scenario().with_site("MCS", km(20, 0))
    with pytest.raises(InputError, match="does not count here"):
        bench.drag(scenario.changed(site.id, season="summer"), site.id)


def test_a_site_on_no_road_is_refused_by_the_convention_of_drees_too():
    net = network({"a": (0, 0), "b": (40, 0)}, [(("a", "b"), {})])
    homes = points({"01001": (0, 0), "01002": (20, 0)}, population=10.0)
    care = in_force(net, sites([("h", "SU", 3, 0)], insee=["01001"]), dataclasses.replace(HERE, convention="drees"))
    bench = Bench(care, People(homes))
    with pytest.raises(InputError, match="essai-1"):
        bench.effect(Scenario().with_site("SMUR", km(20, 30))[0])


def test_nothing_keeps_a_bench_that_is_closed():
    net = network({"a": (0, 0), "b": (40, 0)}, [(("a", "b"), {})])
    bench = Bench(in_force(net, sites([("s", "SU", 0, 0)]), HERE), People(points({"01001": (5, 0)}, population=10.0)))
    scenario, site = Scenario().with_site("SMUR", km(20, 0))
    bench.drag(scenario, site.id).to(km(10, 0))
    there = weakref.ref(bench)
    bench.grounds.forget()
    del bench
    gc.collect()
    assert there() is None


def test_a_scenario_is_a_value():
    one, first = Scenario().with_site("MCS", (0.0, 0.0))
    two, second = one.with_site("MCS", (1.0, 1.0))
    assert [site.id for site in two.tried] == ["essai-1", "essai-2"]
    assert two.without(first.id).with_site("MCS", (2.0, 2.0))[1].id == first.id
    assert two.changed(second.id, delay_min=3.0).site(second.id).delay_min == 3
    assert two.site(second.id).delay_min == 0
    assert one.switched(("h", "SU")).switched(("h", "SU")) == one
