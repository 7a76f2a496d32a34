"""Reading OpenStreetMap files, good and bad."""

import bz2
import gzip

import numpy as np
import pytest
from paths import ROADS

from access_plugin.engine.errors import InputError
from access_plugin.engine.network.attributes import ACCESS_CODE
from access_plugin.engine.network.osm import read_osm

XML = """<osm version="0.6">
 <node id="1" lat="45.0" lon="3.0"/><node id="2" lat="45.0" lon="3.01"><tag k="highway" v="traffic_signals"/></node>
 <node id="3" lat="45.0" lon="3.02"><tag k="barrier" v="bollard"/></node>
  <node id="4" lat="45.01" lon="3.01"><tag k="barrier" v="gate"/><tag k="access" v="private"/></node>
 <node id="5" lat="45.02" lon="3.01"><tag k="barrier" v="gate"/></node>
 <way id="10"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="primary"/></way>
 <way id="11"><nd ref="2"/><nd ref="4"/><nd ref="99"/><nd ref="5"/><nd ref="1"/><tag k="highway" v="residential"/></way>
 <way id="12"><nd ref="1"/><nd ref="2"/><tag k="highway" v="footway"/></way>
 <relation id="20"><member type="way" ref="10" role="from"/>
    <member type="node" ref="2" role="via"/><member type="way" ref="11" role="to"/>
  <tag k="type" v="restriction"/><tag k="restriction" v="no_left_turn"/></relation>
 <relation id="21"><member type="way" ref="10" role="from"/>
    <member type="node" ref="2" role="via"/><member type="way" ref="11" role="to"/>
  <tag k="type" v="restriction"/><tag k="restriction" v="only_straight_on"/><tag k="except" v="motorcar"/></relation>
</osm>"""


@pytest.fixture
def xml(tmp_path):
    path = tmp_path / "roads.osm"
    path.write_text(XML)
    return path


def test_what_is_kept(xml):
    source = read_osm(xml)
    # way 11 is cut where node 99 is missing, and not joined across the gap
    assert source.way_id.tolist() == [10, 11, 11]
    assert np.diff(source.way_start).tolist() == [3, 2, 2]
    assert source.counts["missing_nodes"] == 1
    assert source.counts["not_drivable"] == 1
    assert source.bans.tolist() == [[1, 10, 11, 0]]  # the other one does not concern cars
    assert source.signal.tolist() == [0, 3, 0, 0, 0]
    assert source.barrier.tolist() == [0, 0, ACCESS_CODE["no"], ACCESS_CODE["private"], 0]
    assert source.origin["name"] == "roads.osm"


@pytest.mark.parametrize(("suffix", "packer"), [(".osm.gz", gzip.compress), (".osm.bz2", bz2.compress)])
def test_packed_files_read_the_same(xml, tmp_path, suffix, packer):
    packed = tmp_path / f"packed{suffix}"
    packed.write_bytes(packer(XML.encode()))
    assert read_osm(packed).way_nodes.tolist() == read_osm(xml).way_nodes.tolist()


def test_the_sample_is_dated_and_complete():
    source = read_osm(ROADS)
    assert source.origin["date"] == "2013-08-03T19:00:02Z"
    assert source.counts["missing_nodes"] == 0
    assert len(source.origin["sha256"]) == 64


@pytest.mark.parametrize("cut", [0, 10, 1000, 300_000])
def test_a_file_cut_short_is_named(tmp_path, cut):
    path = tmp_path / "cut.osm.pbf"
    path.write_bytes(ROADS.read_bytes()[:cut])
    with pytest.raises(InputError, match=r"cut\.osm\.pbf"):
        read_osm(path)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("text.osm.pbf", b"this is not a map" * 50, "cannot be read as OpenStreetMap data"),
        ("text.osm", b"this is not a map", "cannot be read as OpenStreetMap data"),
        ("roads.shp", b"x", "not an OpenStreetMap file"),
        ("none.osm", b'<osm version="0.6"><node id="1" lat="1" lon="1"/></osm>', "no road that a car can drive on"),
        ("bad.osm.gz", b"\x1f\x8bnot really", "cannot be read as OpenStreetMap data"),
    ],
)
def test_what_is_no_road_file_is_refused_with_a_sentence(tmp_path, name, content, words):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(InputError, match=words):
        read_osm(path)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(InputError, match="does not exist"):
        read_osm(tmp_path / "nowhere.osm.pbf")
