"""OpenStreetMap files as mappers leave them: JOSM's, histories, gates with seasons, access by direction.

Each with the way that is right.
"""

import gzip

import numpy as np
import pytest
from heard import Heard
from pyproj import Transformer

from access_plugin.engine.access.route import explain_route
from access_plugin.engine.errors import InputError
from access_plugin.engine.network.attributes import ACCESS_CODE, BACKWARD, CLASS_CODE, FORWARD, KIND
from access_plugin.engine.network.build_file import build_network_file
from access_plugin.engine.network.osm import read_osm
from access_plugin.engine.network.tags import KEYS, kind_of_way, not_understood
from access_plugin.engine.sites.formats import read_source
from access_plugin.engine.sites.raw import SiteLog

#: A straight road of 1 km from 1 to 2, and a way round of some 5 km over 3 and 4.
PLACES = {1: (45.0, 4.3), 2: (45.0, 4.31268), 3: (45.018, 4.3), 4: (45.018, 4.31268)}
AROUND = ((10, (1, 3)), (11, (3, 4)), (12, (4, 2)))
DIRECT_M, AROUND_M = 1000, 5000


def tagged(tags: dict) -> str:
    return "".join(f'<tag k="{key}" v="{value}"/>' for key, value in tags.items())


def xml(direct="", *, sign=1, middle=None, more="", root="osm", **tags) -> str:
    """Return the file; `direct` are attributes of the straight road, `tags` its tags (``__`` for a colon), `middle` the
    tags of a node in its middle.
    """

    def node(number, place, tags=()):
        return f'<node id="{sign * number}" version="1" lat="{place[0]}" lon="{place[1]}">{tagged(dict(tags))}</node>'

    nodes = "".join(node(number, place) for number, place in PLACES.items()) + (
        node(5, (45.0, 4.30634), middle.items()) if middle is not None else ""
    )
    around = "".join(
        _way(sign * number, [sign * ref for ref in refs], "", {"highway": "secondary"}) for number, refs in AROUND
    )
    straight = _way(
        sign * 13,
        [sign * ref for ref in ((1, 5, 2) if middle is not None else (1, 2))],
        direct,
        {"highway": "secondary"} | {key.replace("__", ":"): value for key, value in tags.items()},
    )
    return f'<{root} version="0.6" generator="by hand">{nodes}{around}{straight}{more}</{root}>'


def _way(number, refs, attributes, tags) -> str:
    members = "".join(f'<nd ref="{ref}"/>' for ref in refs)
    return f'<way id="{number}" {attributes}>{members}{tagged(tags)}</way>'


@pytest.fixture
def built(tmp_path):
    def build(text: str):
        (tmp_path / "roads.osm").write_text(text, encoding="utf-8")
        return build_network_file(tmp_path / "roads.osm", tmp_path / "roads.accessnet")

    return build


def _ends(network, *places) -> list[np.ndarray]:
    return [
        np.array(Transformer.from_crs(4326, network.crs, always_xy=True).transform(lon, lat)) for lat, lon in places
    ]


def metres(network, *, back=False, profile="car", season="all_year") -> float:
    ends = _ends(network, *(PLACES[number] for number in ((2, 1) if back else (1, 2))))
    return float(explain_route(network.timed(profile, season), *ends)[0]["length_m"].sum())


def test_a_plain_file_takes_the_straight_road(built):
    assert metres(built(xml())) == pytest.approx(DIRECT_M, rel=0.01)


@pytest.mark.parametrize(
    "attributes", ['action="delete" version="1"', "version='3' action = 'delete'", 'version="2" visible="false"']
)
def test_what_is_deleted_is_not_driven(built, attributes):
    assert metres(built(xml(attributes))) == pytest.approx(AROUND_M, rel=0.02)


def test_packed_files_of_josm_too(tmp_path):
    (tmp_path / "roads.osm.gz").write_bytes(gzip.compress(xml('action="delete"').encode()))
    assert 13 not in read_osm(tmp_path / "roads.osm.gz").way_id


@pytest.mark.parametrize(
    "text",
    [xml(sign=-1), xml(more=_way(-99, (1, 2), 'action="modify"', {"highway": "secondary"}), direct='action="delete"')],
)
def test_what_is_new_in_josm_is_driven(built, text):
    assert metres(built(text)) == pytest.approx(DIRECT_M, rel=0.01)


def test_bans_hold_among_new_objects(tmp_path):
    ban = (
        '<relation id="-50"><member type="way" ref="-10" role="from"/><member type="node" ref="-1" '
        'role="via"/><member type="way" ref="-13" role="to"/><tag k="restriction" v="no_left_turn"/></relation>'
    )
    (tmp_path / "roads.osm").write_text(xml(sign=-1, more=ban))
    assert read_osm(tmp_path / "roads.osm").bans[:, 1:].tolist() == [[-10, -13, 0]]
    (tmp_path / "roads.osm").write_text(xml(sign=-1, more=ban.replace('id="-50"', 'id="-50" action="delete"')))
    assert len(read_osm(tmp_path / "roads.osm").bans) == 0


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ('<note>x</note><meta osm_base="2022-03-11T12:47:31Z"/>', "2022-03-11T12:47:31Z"),
        ("<meta areas='2021' osm_base = '2022-03-11'/>", "2022-03-11"),
        ("", ""),
    ],
)
@pytest.mark.parametrize("packer", [None, gzip.compress])
def test_the_moment_of_a_file_of_overpass(tmp_path, head, date, packer):
    text = xml().replace('generator="by hand">', f'generator="by hand">{head}').encode()
    path = tmp_path / ("roads.osm.gz" if packer else "roads.osm")
    path.write_bytes(packer(text) if packer else text)
    assert read_osm(path).origin["date"] == date


def _ban(word: str, *members, sign=1) -> str:
    rows = "".join(f'<member type="{kind}" ref="{sign * ref}" role="{role}"/>' for kind, ref, role in members)
    return (
        f'<relation id="{sign * 60}" '
        f'version="1">{rows}{tagged({"type": "restriction", "restriction": word})}</relation>'
    )


OVER_A_WAY = (("way", 10, "from"), ("way", 13, "via"), ("way", 14, "to"))
#: A road of half a kilometre beyond the straight one, and the way to its end from the way round's first corner.
BEYOND = "".join(
    (_way(14, (2, 6), "", {"highway": "secondary"}), '<node id="6" version="1" lat="44.9955" lon="4.31268"/>')
)


@pytest.mark.parametrize(
    ("word", "members", "banned"),
    [
        ("no_right_turn", OVER_A_WAY, True),
        ("only_left_turn", (*OVER_A_WAY[:2], ("way", 12, "to")), True),
        ("only_right_turn", OVER_A_WAY, False),
        ("no_right_turn", (("way", 11, "from"), *OVER_A_WAY[1:]), False),
        ("no_right_turn", (OVER_A_WAY[1], OVER_A_WAY[2], OVER_A_WAY[0]), True),
    ],
)
def test_turns_banned_over_a_way_bind_who_came_by_the_first_one(built, word, members, banned):
    """From the middle of 1–3 over 1 and 2 to 6 is 2.5 km; where that is banned one drives 4.5 km by 3 and 4."""
    network = built(xml(more=BEYOND + _ban(word, *members)))

    def roads(number):
        return explain_route(network.timed("car", "all_year"), *_ends(network, number, (44.9955, 4.31268)))[0][
            "way"
        ].tolist()

    assert (13 in roads((45.009, 4.3))) != banned  # from the middle of way 10
    assert 13 in roads((45.0, 4.306))  # from the way between: nobody knows how one came
    applied = members[0][1] != 11  # way 11 does not touch the way between
    assert network.meta["counts"]["bans_applied"] == applied and network.meta["counts"]["bans_not_found"] == 1 - applied


def test_a_ban_without_a_place_is_counted(built):
    assert (
        built(xml(more=BEYOND + _ban("no_right_turn", OVER_A_WAY[0], OVER_A_WAY[2]))).meta["counts"]["bans_apart"] == 1
    )


@pytest.mark.parametrize(
    "text",
    [
        xml(more=_way(13, (1, 2), 'version="2"', {"highway": "secondary"})),
        xml(more=_way(13, (1, 2), 'version="2" visible="false"', {"highway": "secondary"})),
        xml(more=_way(10, (1, 2), 'version="2"', {"highway": "secondary"})),
        xml(root="osmChange"),
        xml(more='<node id="4" version="2" lat="45" lon="4.3"/>'),
    ],
)
def test_histories_and_changes_are_refused(tmp_path, text):
    (tmp_path / "roads.osm").write_text(text)
    with pytest.raises(InputError, match=r"roads\.osm holds several versions of one object.*extract of one day"):
        read_osm(tmp_path / "roads.osm")


def test_a_ferry_is_one_whatever_road_it_is_said_to_be(built):
    assert metres(built(xml(route="ferry", duration="00:10"))) == pytest.approx(AROUND_M, rel=0.02)
    assert kind_of_way({"highway": "tertiary", "route": "ferry"})[KIND.names.index("road_class")] == CLASS_CODE["ferry"]


@pytest.mark.parametrize(
    ("tags", "allowed", "word"),
    [
        ({"motor_vehicle:backward": "no"}, FORWARD, "open"),
        ({"vehicle:forward": "no"}, BACKWARD, "open"),
        ({"access:backward": "no", "motorcar": "yes"}, FORWARD | BACKWARD, "open"),
        ({"motorcar:forward": "private"}, BACKWARD, "open"),
        ({"vehicle": "no", "vehicle:forward": "yes"}, FORWARD, "open"),
        ({"motor_vehicle:backward": "destination"}, FORWARD | BACKWARD, "open"),
        ({"access": "no", "motor_vehicle:forward": "no", "motor_vehicle:backward": "no"}, FORWARD | BACKWARD, "no"),
        ({"oneway": "yes", "motor_vehicle:forward": "no"}, 0, "open"),
        ({"motor_vehicle:backward": "no", "bus": "yes"}, FORWARD, "open"),
        ({"oneway:vehicle": "yes"}, FORWARD, "open"),
    ],
)
def test_access_by_direction(tags, allowed, word):
    row = dict(zip(KIND.names, kind_of_way({"highway": "secondary"} | tags)))
    assert (row["direction"], row["access"]) == (allowed, ACCESS_CODE[word])
    assert set(tags) <= KEYS


def test_access_by_direction_is_driven_so(built):
    net = built(xml(motor_vehicle__backward="no"))
    assert metres(net) == pytest.approx(DIRECT_M, rel=0.01) and metres(net, back=True) == pytest.approx(
        AROUND_M, rel=0.02
    )


@pytest.mark.parametrize(
    "tags",
    [{"motor_vehicle:backward:conditional": "no @ (Mo-Fr 07:00-09:00)"}, {"oneway:conditional": "yes @ (22:00-06:00)"}],
)
def test_conditions_of_a_direction_are_counted(tags):
    assert not_understood({"highway": "secondary"} | tags) and set(tags) <= KEYS


@pytest.mark.parametrize(
    ("gate", "winter", "summer"),
    [
        ({"barrier": "swing_gate", "access:conditional": "no @ (Nov-May)"}, AROUND_M, DIRECT_M),
        ({"barrier": "gate", "motor_vehicle:conditional": "no @ (Nov 15-May 15)"}, AROUND_M, DIRECT_M),
        ({"barrier": "gate", "access": "no", "motor_vehicle:conditional": "yes @ (Jun-Oct)"}, AROUND_M, DIRECT_M),
        ({"barrier": "bollard", "motor_vehicle:conditional": "yes @ (Jun-Oct)"}, AROUND_M, DIRECT_M),
        ({"barrier": "lift_gate", "access": "private"}, AROUND_M, AROUND_M),
        ({"barrier": "gate"}, DIRECT_M, DIRECT_M),
        ({"barrier": "lift_gate", "seasonal": "summer"}, AROUND_M, DIRECT_M),
    ],
)
def test_gates_have_seasons(built, gate, winter, summer):
    net = built(xml(middle=gate))
    assert metres(net, season="winter") == pytest.approx(winter, rel=0.02) and metres(
        net, season="summer"
    ) == pytest.approx(summer, rel=0.02)


def test_a_gate_that_snow_closes_stops_a_smur_too(built):
    net = built(xml(middle={"barrier": "gate", "access:conditional": "no @ (winter)"}))
    assert metres(net, profile="emergency", season="winter") == pytest.approx(AROUND_M, rel=0.02)
    assert metres(net, profile="emergency", season="summer") == pytest.approx(DIRECT_M, rel=0.02)


def test_conditions_of_gates_that_are_not_applied_are_counted(tmp_path):
    (tmp_path / "roads.osm").write_text(xml(middle={"barrier": "gate", "access:conditional": "no @ (22:00-06:00)"}))
    assert read_osm(tmp_path / "roads.osm").counts["conditions_not_understood"] == 1


def test_a_road_for_emergencies_alone(built):
    net = built(xml(highway="service", service="emergency_access"))
    assert metres(net) == pytest.approx(AROUND_M, rel=0.02) and metres(net, profile="emergency") == pytest.approx(
        DIRECT_M, rel=0.02
    )


def hospital(lat, lon, number, **tags):
    return (
        f'<node id="{number}" version="1" lat="{lat}" '
        f'lon="{lon}">{tagged({key.replace("__", ":"): value for key, value in tags.items()})}</node>'
    )


@pytest.mark.parametrize("sign", [1, -1])
def test_hospitals_as_they_are_tagged(tmp_path, sign):
    corners = [(45.1, 4.5), (45.1, 4.51), (45.11, 4.51), (45.11, 4.5)]
    ring = "".join(hospital(*corner, sign * number) for number, corner in enumerate(corners, 60))
    area = _way(
        sign * 90,
        [sign * ref for ref in (60, 61, 62, 63, 60)],
        'version="1"',
        {"amenity": "hospital", "emergency": "yes", "name": "CH"},
    )
    text = "".join(
        (
            ring,
            hospital(
                45.105,
                4.505,
                sign * 70,
                amenity="hospital;clinic",
                emergency="yes",
                ref__FR__FINESS="10000024;010000032",
            ),
            hospital(45.3, 4.3, sign * 71, healthcare="hospital", emergency="yes;designated"),
            hospital(45.4, 4.3, sign * 72, amenity="hospital", emergency="yes", ref__FR__FINESS="010000099"),
            hospital(45.4, 4.31, sign * 73, amenity="hospital", emergency="yes", ref__FR__FINESS="010000099"),
            hospital(45.5, 4.3, sign * 74, amenity="hospital", emergency="no"),
            hospital(45.6, 4.3, sign * 75, amenity="hospital", healthcare__speciality="surgery;emergency"),
            area,
        )
    )
    (tmp_path / "x.osm").write_text(f'<osm version="0.6">{text}</osm>')
    heard = Heard()
    rows = read_source(tmp_path / "x.osm", SiteLog(), progress=heard.progress).rows.set_index("id")
    assert set(rows.index) == {"010000024", f"n{71 * sign}", "010000099", f"n{75 * sign}"}
    assert rows.loc["010000024", ["lon", "lat"]].tolist() == pytest.approx([4.505, 45.105])
    if sign > 0:
        assert rows.loc["010000024", "name"] == "CH" and any(
            "2 hospitals are drawn twice" in text for text in heard.said
        )
    else:  # pyosmium makes no area of what has no number yet
        assert any("1 hospital is drawn as an area that JOSM has not uploaded yet" in text for text in heard.warned)


def test_a_hospital_that_is_gone_is_none(tmp_path):
    text = hospital(45.3, 4.3, 71, amenity="hospital", emergency="yes") + hospital(
        45.4, 4.3, 72, amenity="hospital", emergency="yes"
    ).replace('version="1"', 'version="1" action="delete"')
    (tmp_path / "x.osm").write_text(f'<osm version="0.6">{text}</osm>')
    assert read_source(tmp_path / "x.osm", SiteLog()).rows["id"].tolist() == ["n71"]


def test_what_overpass_gives_twice_is_one(tmp_path):
    """Nodes with tags first, then all nodes of the ways without: no version differs."""
    bare = '<node id="2" lat="45.0" lon="4.31268"/>'
    text = xml(
        more=bare.replace("/>", '><tag k="highway" v="traffic_signals"/></node>')
        + bare
        + _way(13, (1, 2), "", {"highway": "secondary"})
    ).replace(' version="1"', "")
    (tmp_path / "roads.osm").write_text(text)
    source = read_osm(tmp_path / "roads.osm")
    assert sorted(source.way_id) == [10, 11, 12, 13] and sorted(source.signal) == [0, 0, 0, 3]


def test_a_ferry_for_walkers_is_no_road():
    assert kind_of_way({"highway": "footway", "route": "ferry"}) is None and kind_of_way({"route": "bus"}) is None


def test_two_establishments_of_one_campus_stay_two(tmp_path):
    corners = [(45.1, 4.5), (45.1, 4.51), (45.11, 4.51), (45.11, 4.5)]
    ring = "".join(hospital(*corner, number) for number, corner in enumerate(corners, 60))
    area = _way(
        90,
        (60, 61, 62, 63, 60),
        'version="1"',
        {"amenity": "hospital", "emergency": "yes", "ref:FR:FINESS": "010000024"},
    )
    point = hospital(45.105, 4.505, 70, amenity="hospital", emergency="yes", ref__FR__FINESS="010000032")
    (tmp_path / "x.osm").write_text(f'<osm version="0.6">{ring}{point}{area}</osm>')
    assert sorted(read_source(tmp_path / "x.osm", SiteLog()).rows["id"]) == ["010000024", "010000032"]
