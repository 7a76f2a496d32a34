"""One drive and what it is made of: against the times of the searches, and by hand."""

import numpy as np
import pytest
from paths import SIXTY
from small import km, network

from access_plugin.engine.access.reach import nearest_minutes
from access_plugin.engine.access.route import explain_route, sentence
from access_plugin.engine.errors import InputError
from access_plugin.engine.network.snap import Attachment, attach
from access_plugin.engine.network.speeds import TERMS

TOWN = {"a": (0, 0), "j": (2, 0), "b": (5, 0), "c": (2, 3), "lost": (0, 50), "alone": (0, 51)}
ROADS = [(("a", "j"), {}), (("j", "b"), {}), (("j", "c"), {"highway": "secondary"}), (("lost", "alone"), {})]


def drive(timed, start, end):
    return explain_route(timed, np.array(start), np.array(end))


def test_the_drive_is_the_one_whose_time_is_published(sample_network):
    """Its roads sum to the time of the search, follow each other and lead from one point to the other, in every traffic
    and profile.
    """
    rng = np.random.default_rng(11)
    for profile, when in (("car", {}), ("emergency", {"season": "winter", "traffic": "peak"})):
        timed = sample_network.timed(profile, **when)
        xy = sample_network.arrays["node_xy"][rng.integers(0, sample_network.node_count, 80)] + rng.normal(
            0, 40, (80, 2)
        )
        ends = attach(timed, xy)
        found = 0
        for first in range(0, 80, 2):
            start, end = ends.take(np.array([first])), ends.take(np.array([first + 1]))
            minutes, _ = nearest_minutes(timed, "outbound", start, np.zeros(1), end)
            if not np.isfinite(minutes[0]):
                continue
            roads, terms = drive(timed, xy[first], xy[first + 1])
            assert roads["seconds"].sum() / 60 == pytest.approx(minutes[0], abs=0.001 * len(roads) / 60 + 0.0005)
            assert terms["seconds"].iloc[:-1].sum() == pytest.approx(terms["seconds"].iloc[-1])
            assert roads["at_min"].is_monotonic_increasing
            coordinates = [np.array(line.coords) for line in roads.geometry]
            gaps = [np.hypot(*(after[0] - before[-1])) for before, after in zip(coordinates, coordinates[1:])]
            assert max(gaps, default=0) < 1.0
            found += 1
        assert found > 30


def test_the_terms_by_hand(tmp_path):
    """2 km and 3 km at a kilometre a minute, turning off into a side road after a light."""
    text = (
        '[profile]\nid = "t"\nname = "t"\nsource = "tests"\nbase = "{}"\n[delays]\nsignal_s = 9.0\ngive_way_s = '
        "5.0\nturn_s = 7.0\n".format(SIXTY.replace("\\", "/"))
    )
    path = tmp_path / "t.toml"
    path.write_text(
        text + "[classes]\nsecondary = { rural = 60, urban = 60, most = 160 }\n[peak]\nrural = 1.5\nurban = 1.5\n",
        encoding="utf-8",
    )
    net = network(TOWN, ROADS, signals=["j"])
    roads, terms = drive(net.timed(str(path), traffic="peak"), km(0, 0), km(2, 3))
    seconds = dict(zip(terms["term"], terms["seconds"]))
    assert seconds == pytest.approx({"road": 300, "traffic": 150, "signals": 9, "turns": 7, "total": 466}, abs=0.6)
    assert roads["road_class"].tolist() == ["primary", "secondary"]
    assert roads["limit_kph"].tolist() == [60, 60]
    back, terms = drive(net.timed(str(path)), km(2, 3), km(0, 0))
    assert dict(zip(terms["term"], terms["seconds"])) == pytest.approx(
        {"road": 300, "signals": 9, "total": 309}, abs=0.6
    )
    assert "5.0 km in 5.2 minutes: driving +300 s, traffic lights +9 s" in sentence(back, terms)
    assert set(TERMS) >= set(terms["term"]) - {"total"}


def test_a_drive_on_one_road():
    net = network(TOWN, ROADS)
    for start, end in (((0.5, 0), (1.5, 0)), ((1.5, 0), (0.5, 0))):
        roads, terms = drive(net.timed(SIXTY), km(*start), km(*end))
        assert len(roads) == 1
        assert terms["seconds"].iloc[-1] == pytest.approx(60, abs=0.2)
        np.testing.assert_allclose(roads.geometry.iloc[0].coords[-1], km(*end), atol=1)


def test_a_ring_may_be_quicker_the_other_way_round():
    ring = {"a": (0, 0), "b": (6, 0), "c": (6, 1), "d": (0, 1)}
    net = network(ring, [(("a", "b", "c", "d", "a"), {"oneway": "yes"})])
    roads, _ = drive(net.timed(SIXTY), km(3, 0), km(2.5, 0))
    assert roads["seconds"].sum() == pytest.approx(60 * 13.5, abs=2)


def test_where_there_is_no_way():
    net = network(TOWN, ROADS)
    with pytest.raises(InputError, match="The end is farther than 2 km"):
        drive(net.timed(SIXTY), km(0, 0), km(30, 30))
    cut = network(
        {"a": (0, 0), "b": (9, 0), "c": (12, 0)},
        [(("a", "b"), {}), (("b", "c"), {"motor_vehicle:conditional": "no @ (Nov-May)", "highway": "secondary"})],
    )
    assert len(drive(cut.timed(SIXTY), km(1, 0), km(8, 0))[0]) == 1
    bridge = network(
        {"a": (0, 0), "b": (9, 0), "c": (12, 0), "d": (20, 0)},
        [(("a", "b"), {}), (("b", "c"), {"motor_vehicle:conditional": "no @ (Nov-May)"}), (("c", "d"), {})],
    )
    with pytest.raises(InputError, match="no way between the two points in this season"):
        drive(bridge.timed(SIXTY, "winter"), km(1, 0), km(19, 0))


def test_a_road_that_comes_back_to_its_own_junction():
    """A loop at the end of a road: both of its ends are one junction, and the shorter way round counts."""
    loop = {"a": (0, 0), "j": (3, 0), "p": (4, -1), "q": (4.5, -0.5), "r": (4, 1)}
    net = network(loop, [(("a", "j"), {}), (("j", "p", "q", "r", "j"), {"highway": "secondary"})])
    timed = net.timed(SIXTY)
    for end in ((4, -1), (4.5, -0.5), (4, 1), (3.3, 0.3)):
        places = attach(timed, np.array([km(0, 0), km(*end)]))
        minutes, _ = nearest_minutes(
            timed, "outbound", places.take(np.array([0])), np.zeros(1), places.take(np.array([1]))
        )
        assert drive(timed, km(0, 0), km(*end))[0]["seconds"].sum() / 60 == pytest.approx(minutes[0], abs=0.001)


def test_from_a_point_to_itself():
    net = network(
        {"a": (0, 0), "b": (10, 0), "c": (5, 5)}, [(("b", "a"), {"oneway": "yes"}), (("a", "c"), {}), (("c", "b"), {})]
    )
    roads, terms = drive(net.timed(SIXTY), km(4, 0), km(4, 0))
    assert terms["seconds"].iloc[-1] == 0
    assert "nothing to drive" in sentence(roads, terms)


def test_delays_are_spent_at_the_end_of_the_road_where_they_belong(tmp_path):
    """A light of 60 s at kilometre 10: who stops before it pays nothing, who passes it pays all of it."""
    base = SIXTY.replace("\\", "/")
    (tmp_path / "t.toml").write_text(
        f'[profile]\nid = "t"\nname = "t"\nsource = "tests"\nbase = "{base}"\n[delays]\nsignal_s = 60.0\n'
        f"give_way_s = 30.0\nturn_s = 12.0\n[classes]\nsecondary = {{ rural = 60, urban = 60, most = 160 }}\n",
        encoding="utf-8",
    )
    net = network(
        {"a": (0, 0), "j": (10, 0), "b": (20, 0), "s": (10, 4), "k": (15, 0), "u": (15, 4)},
        [
            (("a", "j"), {}),
            (("j", "k"), {}),
            (("k", "b"), {}),
            (("j", "s"), {"highway": "secondary"}),
            (("k", "u"), {"highway": "secondary"}),
        ],
        signals=["j"],
    )
    timed = net.timed(str(tmp_path / "t.toml"))
    cases = {
        ((0, 0), (9.9, 0)): 9.9,
        ((9, 0), (11, 0)): 3.0,
        ((14, 0), (15, 1)): 2.2,
        ((15, 0.5), (14, 0)): 2.0,
        ((15, 0.5), (15, 2)): 1.5,
        ((9.9, 0), (0, 0)): 9.9,
    }
    for (start, end), minutes in cases.items():
        ends = attach(timed, np.array([km(*start), km(*end)]))
        found, _ = nearest_minutes(timed, "outbound", ends.take(np.array([0])), np.zeros(1), ends.take(np.array([1])))
        back, _ = nearest_minutes(timed, "inbound", ends.take(np.array([1])), np.zeros(1), ends.take(np.array([0])))
        assert (found[0], back[0]) == pytest.approx((minutes, minutes), abs=0.02), (start, end)
        assert drive(timed, km(*start), km(*end))[0]["seconds"].sum() / 60 == pytest.approx(minutes, abs=0.02)


def test_who_stands_at_a_junction_has_one_time_whichever_of_its_roads_he_is_put_on(sample_network):
    """The same junction as a place on each of its roads: no road gives another time than the next."""
    timed = sample_network.timed()
    stand, attachable = sample_network.arrays["stand_from"], np.flatnonzero(timed.attachable)
    rng = np.random.default_rng(2)
    sites_at = Attachment(rng.choice(attachable, 300), rng.random(300), np.zeros(300))
    ends = {}
    for edge in attachable.tolist():
        for end in (0, 1):
            ends.setdefault(int(stand[end, edge]), []).append((edge, float(end)))
    junctions = [places for places in ends.values() if len(places) > 2][:400]
    rows = [(number, *place) for number, places in enumerate(junctions) for place in places]
    number, edge, fraction = (np.array(column) for column in zip(*rows))
    for direction in ("outbound", "inbound"):
        minutes, _ = nearest_minutes(
            timed, direction, sites_at, np.zeros(300), Attachment(edge, fraction, np.zeros(len(edge)))
        )
        low, high = (np.array([op(minutes[number == n]) for n in range(len(junctions))]) for op in (np.min, np.max))
        np.testing.assert_allclose(low, high, atol=1e-4)
