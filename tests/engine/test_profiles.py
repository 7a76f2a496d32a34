"""Profiles: what is refused, and every term of a road's seconds by hand."""

import dataclasses

import numpy as np
import pytest
from paths import SIXTY
from small import network

from access_plugin.engine.errors import InputError
from access_plugin.engine.network import profiles
from access_plugin.engine.network.attributes import KIND
from access_plugin.engine.network.profiles import FOLDERS, available, read_profile
from access_plugin.engine.network.speeds import TERMS, is_open, paces
from access_plugin.engine.network.tags import kind_of_way
from access_plugin.engine.network.timed import CLOSED

CAR = FOLDERS[0] / "car.toml"


def test_the_profiles_that_ship_are_valid_and_cite_their_sources():
    assert available() == ["car", "emergency", "mcs"]
    for name in available():
        assert read_profile(name).id == name
        text = (FOLDERS[0] / f"{name}.toml").read_text(encoding="utf-8")
        assert "# Sources" in text
        assert text.startswith("# ")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("[limits]", "[limitz]", "unknown sections: limitz"),
        ("rural = 0.89", "rural = 0.89\nrurral = 1", "unknown keys in .limits.: rurral"),
        ("rural = 0.89\n", "", "lacks these keys in .limits.: rural"),
        ("rural = 97,", "rural = -5,", "motorway.rural = -5"),
        ("rural = 97,", "rural = 0,", "motorway.rural = 0"),
        ("rural = 97,", "rural = 900,", "motorway.rural = 900"),
        ("rural = 97,", "rural = nan,", "motorway.rural = nan"),
        ("rural = 97,", 'rural = "fast",', "motorway.rural = fast"),
        ("rural = 97,", "rural = true,", "motorway.rural = True"),
        ("signal_s = 2.0", "signal_s = -1", "delays.signal_s = -1"),
        ("urban = 1.3 ", "urban = 0.2 ", "peak.urban = 0.2"),
        ("low = 0.905", "low = 1.05", "range = 1.05"),
        ("slope_each = 0.03", 'slope_each = "steep"', "terrain.slope_each = steep"),
        ("bends = []", "bends = [[1.3, 1.2], [1.1, 1.1]]", "terrain.bends"),
        ("bends = []", "bends = [1.3]", "terrain.bends"),
        ("snow = [[1000, 1.25], [1500, 1.4]]", "snow = [[1000, 0.5]]", "terrain.snow"),
        ('snow_free = ["motorway", "motorway_link"]', 'snow_free = ["autoroute"]', "terrain.snow_free = autoroute"),
        ('open = ["open", "destination"]', 'open = ["openn"]', "access.open = openn"),
        ("emergency = false", 'emergency = "no"', "access.emergency = no"),
        ('classes = ["track", "ferry"]', 'classes = ["track"]', "ferry: no speed, and not closed"),
        (
            'classes = ["track", "ferry"]',
            'classes = ["track", "ferry", "service"]',
            "service: closed, but with a speed",
        ),
        ('open = ["open", "destination"]', "open = 3", "access.open = 3"),
        ('open = ["open", "destination"]', "open = []", "access.open = "),
        ('snow_free = ["motorway", "motorway_link"]', "snow_free = 3", "terrain.snow_free = 3"),
        ('classes = ["track", "ferry"]', "classes = 1", "closed.classes = 1"),
        ('classes = ["track", "ferry"]', 'classes = [["track"]]', "closed.classes"),
        ("service        = { rural = 17, urban = 17, most = 27 }", "service = 17", "classes.service = 17"),
        ('name = "car"', "name = [1]", "profile.name"),
        ('id = "car"', 'id = "other"', "must be the name of the file, “mine”"),
        ("grade5 = 20", "grade6 = 20", "unknown keys in .tracktypes.: grade6"),
        ("[profile]\nid", "[profile\nid", "not valid TOML"),
        ("[profile]\nid", "[extra]\nx = 1\n[profile]\nid", "unknown sections: extra"),
        ("[profile]\nid", "speed = 3\n[profile]\nid", "outside of any section: speed"),
        ('id = "car"', 'id = "car"\nbase = "carr"', "mine.toml names “carr” as its base"),
    ],
)
def test_a_profile_that_makes_no_sense_is_refused(tmp_path, old, new, words):
    text = CAR.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "mine.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InputError, match=words):
        read_profile(str(path))
    with pytest.raises(InputError, match="no profile"):
        read_profile("bicycle")


def test_a_file_with_a_byte_order_mark_is_read(tmp_path):
    (tmp_path / "car.toml").write_bytes(b"\xef\xbb\xbf" + CAR.read_bytes())
    assert read_profile(str(tmp_path / "car.toml")) == read_profile("car")


def test_what_a_file_closes_its_base_does_not_open(tmp_path):
    (tmp_path / "x.toml").write_text(
        '[profile]\nid = "x"\nname = "x"\nsource = "t"\nbase = "car"\n[closed]\nclasses = ["track", "ferry", '
        '"service"]\n',
        encoding="utf-8",
    )
    (tmp_path / "y.toml").write_text(
        '[profile]\nid = "y"\nname = "y"\nsource = "t"\nbase = "x.toml"\n', encoding="utf-8"
    )
    for name in ("x", "y"):
        assert "service" not in read_profile(str(tmp_path / f"{name}.toml")).classes


def test_a_profile_of_the_users_own_never_hides_one_of_the_plugin(tmp_path, monkeypatch):
    monkeypatch.setattr(profiles, "FOLDERS", [FOLDERS[0], tmp_path])
    for name in ("car", "mine"):
        (tmp_path / f"{name}.toml").write_text(
            CAR.read_text(encoding="utf-8").replace('id = "car"', f'id = "{name}"'), encoding="utf-8"
        )
    with pytest.raises(InputError, match="has the name of a profile of the plugin"):
        read_profile("car")
    assert read_profile("mine").id == "mine"


def test_a_section_that_is_missing_is_named(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(CAR.read_text(encoding="utf-8").replace("[time]\nrural = 1.0\nurban = 1.0\n", ""), encoding="utf-8")
    with pytest.raises(InputError, match=r"lacks the section \[time\]"):
        read_profile(str(path))


def test_a_profile_says_only_what_differs_from_its_base(tmp_path):
    path = tmp_path / "late.toml"
    path.write_text(
        '[profile]\nid = "late"\nname = "late"\nsource = "test"\nbase = "car"\n[delays]\nsignal_s = 9.0\n'
        "[classes]\ntrack = { rural = 12, urban = 12, most = 15 }\n",
        encoding="utf-8",
    )
    late, car = read_profile(str(path)), read_profile("car")
    assert (late.signal_s, late.turn_s) == (9.0, car.turn_s)
    assert late.classes == car.classes | {"track": {"rural": 12, "urban": 12, "most": 15}}
    assert dataclasses.replace(late, id=car.id, name=car.name, signal_s=car.signal_s, classes=car.classes) == car
    path.write_text(
        path.read_text(encoding="utf-8").replace('base = "car"', f'base = "{path.as_posix()}"'), encoding="utf-8"
    )
    with pytest.raises(InputError, match="its own base"):
        read_profile(str(path))


def kind(setting=0, **tags):
    row = list(kind_of_way({"highway": "primary"} | {key.replace("__", ":"): value for key, value in tags.items()}))
    row[KIND.names.index("setting")] = setting
    return np.array([tuple(row)], KIND)


def kph(profile="car", **tags):
    return 3.6 / paces(read_profile(profile), kind(**tags))[:, :, 0]


def opened(profile="car", season="all_year", **tags):
    return is_open(read_profile(profile), kind(**tags), season)[:, 0].tolist()


def test_speeds_of_the_car_profile():
    car = read_profile("car")
    assert kph()[0] == pytest.approx([car.classes["primary"]["rural"], car.classes["primary"]["urban"]])
    assert kph(maxspeed="50")[0] == pytest.approx([44.5, 44.5])  # 0.89 of the limit
    assert kph(maxspeed="130")[0] == pytest.approx([85, 85])  # never above the most of the class
    assert kph(maxspeed__forward="50", maxspeed__backward="70")[:, 0] == pytest.approx([44.5, 62.3])
    assert kph(surface="mud")[0].max() == pytest.approx(10)
    assert kph(highway="unclassified", tracktype="grade4")[0].max() == pytest.approx(25)
    assert kph(highway="unclassified", tracktype="grade4", surface="mud")[0].max() == pytest.approx(10)


def test_who_may_drive_where():
    private, bus = {"access": "private"}, {"access": "no", "bus": "yes"}
    assert opened(**private) == opened(**bus) == opened(highway="track") == [False, False]
    assert opened("emergency", **private) == opened("emergency", **bus) == [True, True]
    assert opened("mcs", **private) == [False, False]
    assert opened("emergency", access="no") == [False, False]  # what the law and the ground close to all
    assert opened("emergency", access="no", emergency="yes") == [True, True]
    assert opened("emergency", emergency="no") == [False, False]
    assert opened(emergency="no") == [True, True]
    assert opened("emergency", oneway="yes") == [True, False]
    closed = {"motor_vehicle__conditional": "no @ (Nov-May)"}
    for profile in ("car", "emergency", "mcs"):
        assert opened(profile, "winter", **closed) == [False, False]
        assert opened(profile, "summer", **closed) == [True, True]


CROSS = {"w": (-2, 0), "j": (0, 0), "e": (3, 0), "n": (0, 1)}
ROADS = [(("w", "j"), {}), (("j", "e"), {}), (("j", "n"), {"highway": "secondary"})]


def term(net, name, profile=SIXTY, season="all_year", traffic="off_peak", pace=1.0, **changes):
    """Return the seconds of a term by the number of the way, both ways (in the order of the network's edges)."""
    timed = net.timed(dataclasses.replace(read_profile(profile), **changes), season, traffic=traffic, pace=pace)
    found = timed.terms().get(name, np.zeros((2, net.edge_count)))
    return {int(way): found[:, edge] for edge, way in enumerate(net.arrays["edge_way"][0])}


def test_giving_way_and_turning_off_are_charged_to_the_side_road():
    net = network(CROSS, ROADS)
    for name, key in (("give_way", "give_way_s"), ("turns", "turn_s")):
        seconds = term(net, name, **{key: 6.0})
        assert seconds[1].tolist() == seconds[2].tolist() == [0, 0]  # the through road loses nothing
        assert sorted(seconds[3]) == pytest.approx([0, 6])  # one way pays at its end, the other at its beginning
    gives, turns = term(net, "give_way", give_way_s=6.0)[3], term(net, "turns", turn_s=6.0)[3]
    # towards the junction one gives way, away from it one turns off
    assert (gives > 0).tolist() == (turns == 0).tolist()


def test_a_light_replaces_giving_way():
    net = network(CROSS, ROADS, signals=["j"])
    assert all(seconds.max() == 0 for seconds in term(net, "give_way", give_way_s=6.0).values())
    signals = term(net, "signals", signal_s=7.0)
    assert [sorted(signals[way]) for way in (1, 2, 3)] == [[0, 7]] * 3  # whoever drives up to it
    assert sorted(term(net, "turns", turn_s=6.0)[3]) == pytest.approx([0, 6])


def test_the_greater_class_goes_first_even_round_a_corner():
    net = network(CROSS, [(("w", "j"), {}), (("j", "e"), {"highway": "secondary"}), (("j", "n"), {})])
    seconds = term(net, "give_way", give_way_s=6.0)
    assert seconds[1].max() == seconds[3].max() == 0
    # straight on for one of the two, a right angle for the other: half of it
    assert seconds[2].max() == pytest.approx(3, abs=0.05)


def test_merging_costs_nothing_and_a_slant_costs_a_part():
    for degrees, share in ((15, 0.0), (60, 0.5), (90, 1.0)):
        angle = np.radians(180 - degrees)
        places = {"w": (-2, 0), "j": (0, 0), "e": (3, 0), "s": (float(np.cos(angle)), float(np.sin(angle)))}
        roads = [
            (("w", "j"), {"oneway": "yes"}),
            (("j", "e"), {"oneway": "yes"}),
            (("s", "j"), {"highway": "secondary", "oneway": "yes"}),
        ]
        assert term(network(places, roads), "give_way", give_way_s=6.0)[3].max() == pytest.approx(6 * share, abs=0.05)


def test_who_drives_round_goes_first():
    ring = {"a": (0, 0), "b": (0.05, 0.05), "c": (0.1, 0), "d": (0.05, -0.05)}
    round_tags = {"highway": "secondary", "junction": "roundabout", "oneway": "yes"}
    net = network(
        ring | {"w": (-1, 0), "e": (1, 0)},
        [
            (("a", "d", "c"), round_tags),
            (("c", "b", "a"), round_tags),
            (("w", "a"), {"highway": "primary"}),
            (("c", "e"), {"highway": "primary"}),
        ],
    )
    seconds = term(net, "give_way", give_way_s=6.0)
    assert seconds[1].max() == seconds[2].max() == 0
    assert seconds[3].max() > 0


def test_peak_and_its_mean():
    net = network(
        CROSS,
        [(("w", "j"), {"maxspeed:type": "FR:urban"}), (("j", "e"), {"maxspeed:type": "FR:rural"}), (("j", "n"), {})],
    )
    road = term(net, "road", limits={"rural": 1.0, "urban": 0.5})
    assert road[1][0] * 3 == pytest.approx(road[2][0] * 4, rel=1e-3)  # 2 km at 30, 3 km at 60: the tags place them
    for traffic, share in (("off_peak", 0.0), ("peak", 1.0), ("mean", 0.5)):
        seconds = term(
            net, "traffic", traffic=traffic, peak={"rural": 1.1, "urban": 1.5}, limits={"rural": 1.0, "urban": 0.5}
        )
        assert seconds[1] == pytest.approx(road[1] * 0.5 * share)
        assert seconds[2] == pytest.approx(road[2] * 0.1 * share)


def test_lights_and_siren_and_the_range_are_factors():
    net = network(CROSS, ROADS)
    road = term(net, "road")
    assert term(net, "siren", time={"rural": 0.8, "urban": 0.5})[1] == pytest.approx(-0.2 * road[1])
    assert term(net, "range", pace=1.25)[2] == pytest.approx(0.25 * road[2])


def test_the_terms_sum_to_the_time(sample_network):
    """On real roads, every term at work but those that need heights."""
    timed = sample_network.timed("emergency", "winter", traffic="mean", pace=1.1)
    terms = timed.terms()
    assert set(terms) <= set(TERMS)
    assert {"road", "traffic", "siren", "give_way", "turns", "range"} <= set(terms)
    allowed = timed.edge_ms < CLOSED
    np.testing.assert_allclose(timed.edge_ms[allowed], 1000 * sum(terms.values())[allowed], atol=0.51)
    some = np.array([5, 900, 17])
    for name, seconds in timed.terms(some).items():
        np.testing.assert_array_equal(seconds, terms[name][:, some])


@pytest.mark.parametrize(
    "slower",
    [
        {"limits": {"rural": 0.7, "urban": 0.6}},
        {"signal_s": 9.0},
        {"give_way_s": 8.0},
        {"turn_s": 8.0},
        {"peak": {"rural": 1.2, "urban": 1.4}},
        {"time": {"rural": 1.1, "urban": 1.2}},
        {"surfaces": {"paved": 20}},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_a_slower_profile_shortens_no_time(sample_network, slower):
    car = read_profile("car")
    before, after = (
        sample_network.timed(profile, traffic="peak").edge_ms for profile in (car, dataclasses.replace(car, **slower))
    )
    assert (after >= before).all()
    assert (after > before).any()


def test_off_peak_mean_and_peak_are_in_order(sample_network):
    off, mean, peak = (
        sample_network.timed("car", traffic=traffic).edge_ms.astype(np.int64)
        for traffic in ("off_peak", "mean", "peak")
    )
    assert (off <= mean).all() and (mean <= peak).all() and (off < peak).any()
    driven = off < CLOSED
    assert np.abs(2 * mean - off - peak)[driven].max() <= 2
