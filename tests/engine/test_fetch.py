"""Fetching, against a server on the loopback address.

Parts, resumption, refusals, the cache, and what is made of the answers.
"""

import urllib.error
import urllib.request

import geopandas as gpd
import numpy as np
import pytest
import shapely
from loopback import Server, communes_answer, serving, tile
from overpass import Overpass

from access_plugin.engine.errors import Cancelled, InputError
from access_plugin.engine.fetch import cache as cache_module
from access_plugin.engine.fetch.cache import Answer, Cache
from access_plugin.engine.fetch.geo_api import fetch_communes
from access_plugin.engine.fetch.overpass import MOST_TILES, fetch_roads, question, tiles_of
from access_plugin.engine.fetch.places import around, find_place
from access_plugin.engine.network.account import main_part_share
from access_plugin.engine.network.build_file import build_network_file
from access_plugin.engine.progress import Progress
from access_plugin.engine.territory.communes import read_communes


def ask(url, body, headers):
    """The transport of these tests: the standard library, without a proxy."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(urllib.request.Request(url, body, headers), timeout=10) as reply:
            return Answer(reply.status, reply.read(), dict(reply.headers))
    except urllib.error.HTTPError as error:
        with error:
            return Answer(error.code, error.read(), dict(error.headers))
    except OSError as error:
        return Answer(0, reason=str(error))


@pytest.fixture
def server():
    with serving(Server()) as server:
        yield server


@pytest.fixture
def waited():
    return []


@pytest.fixture
def cache(tmp_path, waited):
    return Cache(tmp_path / "cache", ask, wait=waited.append)


def test_a_file_comes_in_parts_and_only_once(server, cache, monkeypatch):
    monkeypatch.setattr(cache_module, "CHUNK", 1000)
    server.files["/big"] = bytes(range(256)) * 20
    assert cache.get(f"{server.url}/big").read_bytes() == server.files["/big"]
    assert len(server.asked) == 6
    cache.get(f"{server.url}/big")
    assert len(server.asked) == 6
    assert not list(cache.folder.glob("*.part*"))


def test_a_server_without_parts(server, cache):
    server.files["/whole"], server.ranges = b"x" * 5000, False
    assert cache.get(f"{server.url}/whole").stat().st_size == 5000


def test_a_fetch_that_breaks_off_goes_on_where_it_stopped(server, cache, monkeypatch):
    monkeypatch.setattr(cache_module, "CHUNK", 1000)
    server.files["/big"] = bytes(range(250)) * 20
    seen = []

    def breaking(url, body, headers):
        seen.append(headers["Range"])
        return Answer(0, reason="cut") if len(seen) == 3 else ask(url, body, headers)

    broken = Cache(cache.folder, breaking)
    with pytest.raises(
        InputError, match=r"127.0.0.1:\d+ cannot be reached \(cut\).*proxy.*What was fetched already is kept"
    ):
        broken.get(f"{server.url}/big")
    assert broken.get(f"{server.url}/big").read_bytes() == server.files["/big"]
    assert seen[3] == "bytes=2000-2999"


def test_nobody_there_is_a_sentence(cache):
    with pytest.raises(InputError, match="cannot be reached"):
        cache.get("http://127.0.0.1:9/x")


def test_a_busy_server_is_asked_again_and_a_cancel_is_heard(server, cache, waited):
    server.files["/f"], server.failing = b"ok", [429, 503]
    assert cache.get(f"{server.url}/f").read_bytes() == b"ok"
    assert waited == [1.0, 1.0]  # as the server said
    server.failing = [429] * 9
    with pytest.raises(InputError, match="refused the request .HTTP 429"):
        cache.get(f"{server.url}/other")
    server.failing = [429] * 9
    asked = []
    with pytest.raises(Cancelled):
        cache.get(f"{server.url}/third", progress=Progress(is_cancelled=lambda: asked.append(1) or len(asked) > 2))


@pytest.mark.parametrize(("status", "words"), [(404, "HTTP 404"), (500, "HTTP 500")])
def test_refusals(server, cache, status, words):
    server.failing = [status]
    with pytest.raises(InputError, match=words):
        cache.get(f"{server.url}/f")


def test_refresh_asks_again(server, tmp_path):
    server.files["/f"] = b"old"
    Cache(tmp_path, ask).get(f"{server.url}/f")
    server.files["/f"] = b"newer"
    assert Cache(tmp_path, ask).get(f"{server.url}/f").read_bytes() == b"old"
    assert Cache(tmp_path, ask, refresh=True).get(f"{server.url}/f").read_bytes() == b"newer"


# Roads


def test_tiles_are_a_fixed_grid():
    assert tiles_of(shapely.box(5.1, 45.1, 5.3, 45.2)) == [(5.0, 45.0, 5.25, 45.25), (5.25, 45.0, 5.5, 45.25)]
    assert tiles_of(shapely.box(-0.1, -0.1, 0.1, 0.1))[0] == (-0.25, -0.25, 0.0, 0.0)
    for wrong in (shapely.Polygon(), shapely.Point(5, 45), shapely.box(5, -91, 6, 46), shapely.box(7e5, 6e6, 8e5, 7e6)):
        with pytest.raises(InputError, match="The area .* is none"):
            tiles_of(wrong)


def test_only_tiles_in_which_the_area_lies_are_asked_for():
    corner = shapely.Polygon([(5.05, 45.05), (5.95, 45.05), (5.05, 45.95)])  # half of four by four tiles
    rows = {south: [west for west, at, _, _ in tiles_of(corner) if at == south] for south in (45, 45.25, 45.5, 45.75)}
    assert [len(row) for row in rows.values()] == [4, 3, 2, 1]  # a corner alone is not in it
    whole = {(west, south) for west, south, _, _ in tiles_of(shapely.box(*corner.bounds))}
    assert len(whole) == 16 and (5.75, 45.75) in whole


def test_the_question_of_a_tile():
    assert 'way["highway"~' in question((5, 45, 5.25, 45.25))
    assert "(45,5,45.25,5.25)" in question((5, 45, 5.25, 45.25))


LEFT = tile({1: [(1, 5.2, 45.1), (2, 5.24, 45.1)], 2: [(2, 5.24, 45.1), (3, 5.26, 45.1)]})
RIGHT = tile({2: [(2, 5.24, 45.1), (3, 5.26, 45.1)], 3: [(3, 5.26, 45.1), (4, 5.3, 45.1)]})


def test_roads_of_two_tiles_make_one_network(server, cache, tmp_path):
    server.tiles |= {"45.0,5.0": LEFT, "45.0,5.25": RIGHT}
    path = tmp_path / "roads.osm.pbf"
    assert fetch_roads(shapely.box(5.1, 45.05, 5.3, 45.15), path, cache, service=f"{server.url}/overpass") == 2
    network = build_network_file(path, tmp_path / "n.accessnet")
    assert network.meta["counts"]["ways"] == 3  # the way over the border of the tiles stands once
    assert main_part_share(network) == 1


def test_a_cancel_that_comes_when_the_roads_are_written_comes_too_late(server, cache, tmp_path):
    server.tiles |= {"45.0,5.0": LEFT}
    path = tmp_path / "a.osm.pbf"
    assert (
        fetch_roads(
            shapely.box(5.1, 45.05, 5.2, 45.15),
            path,
            cache,
            service=f"{server.url}/overpass",
            progress=Progress(is_cancelled=path.is_file),
        )
        == 1
    )


def test_roads_go_on_with_the_tiles_that_are_missing(server, cache, tmp_path):
    server.tiles |= {"45.0,5.0": LEFT, "45.0,5.25": RIGHT}
    server.failing = []
    fetch_roads(shapely.box(5.1, 45.05, 5.2, 45.15), tmp_path / "a.osm.pbf", cache, service=f"{server.url}/overpass")
    server.failing = [500]
    with pytest.raises(InputError, match="HTTP 500"):
        fetch_roads(
            shapely.box(5.1, 45.05, 5.3, 45.15), tmp_path / "b.osm.pbf", cache, service=f"{server.url}/overpass"
        )
    assert not (tmp_path / "b.osm.pbf").exists()
    before = len(server.asked)
    fetch_roads(shapely.box(5.1, 45.05, 5.3, 45.15), tmp_path / "b.osm.pbf", cache, service=f"{server.url}/overpass")
    assert len(server.asked) == before + 1


@pytest.mark.parametrize(
    "answer",
    [
        "<html>busy</html>",
        '<osm version="0.6"><node',
        '<osm version="0.6"><remark>runtime error: Query timed out</remark></osm>',
    ],
)
def test_answers_that_are_no_roads_are_not_kept(server, cache, tmp_path, answer):
    server.tiles["45.0,5.0"] = answer
    with pytest.raises(InputError, match="answered with something else than was asked for"):
        fetch_roads(
            shapely.box(5.1, 45.05, 5.2, 45.15), tmp_path / "a.osm.pbf", cache, service=f"{server.url}/overpass"
        )
    assert not list(cache.folder.iterdir())
    server.tiles["45.0,5.0"] = LEFT
    fetch_roads(shapely.box(5.1, 45.05, 5.2, 45.15), tmp_path / "a.osm.pbf", cache, service=f"{server.url}/overpass")


def test_an_extent_of_half_a_country_is_refused(cache, tmp_path):
    with pytest.raises(InputError, match=f"too large .* {MOST_TILES} at most"):
        fetch_roads(shapely.box(0, 42, 8, 50), tmp_path / "a.osm.pbf", cache)


CONTOUR = {"type": "Polygon", "coordinates": [[[5, 45], [5.1, 45], [5, 45.1], [5, 45]]]}
BOW = {"type": "Polygon", "coordinates": [[[5, 45], [6, 46], [6, 45], [5, 46], [5, 45]]]}


def test_places_by_name(server, cache):
    service = f"{server.url}/search"
    server.places = {
        "Haute-Loire": {"geojson": CONTOUR},
        "12 rue de la Gare, Brioude": {"geojson": {"type": "Point", "coordinates": [3.38, 45.29]}},
        "bow": {"geojson": BOW},
        "nothing": {"geojson": {"type": "Polygon", "coordinates": []}},
        "odd": {"geojson": {"type": "Polygon", "coordinates": "?"}},
    }
    area, name = find_place("Le Puy", cache, service=service)  # a server that sends no contours
    assert area.equals(shapely.box(5.0, 45.0, 5.1, 45.1)) and name == "Trouvé"
    assert find_place("Haute-Loire", cache, service=service)[0].area == pytest.approx(0.005)
    assert "polygon_geojson=1" in server.asked[-1] and "q=Haute-Loire" in server.asked[-1]
    address, _ = find_place("12 rue de la Gare, Brioude", cache, service=service)
    assert address.equals(shapely.Point(3.38, 45.29))
    assert find_place("bow", cache, service=service)[0].is_valid
    with pytest.raises(InputError, match="No place is called “Nowhere”"):
        find_place("Nowhere", cache, service=service)
    for name in ("odd", "nothing"):
        with pytest.raises(InputError, match="no list of places"):
            find_place(name, cache, service=service)
    river = {"geojson": {"type": "LineString", "coordinates": [[3, 45], [4, 46]]}, "display_name": "the river"}
    server.several = [river, {"geojson": CONTOUR, "display_name": "the département"}]
    assert find_place("Loire", cache, service=service)[1] == "the département"
    server.several = [river]
    assert find_place("Loire river", cache, service=service)[1] == "the river"


def test_kilometres_around_a_place():
    with pytest.raises(InputError, match="no area, but a point or a line.*DISTANCE"):
        around(shapely.Point(3.38, 45.29), 0)
    with pytest.raises(InputError, match="cannot be told in degrees"):
        around(shapely.box(177, -18, 179.9, -17), 50)  # over the antimeridian
    metres = gpd.GeoSeries([around(shapely.Point(3.38, 45.29), 20)], crs=4326).to_crs(2154).iloc[0]
    assert metres.area == pytest.approx(np.pi * 20_000**2, rel=0.01)
    contour = shapely.box(5, 45, 5.1, 45.1)
    assert around(contour, 0) is contour
    grown = around(contour, 5)
    assert grown.contains(contour) and grown.bounds[1] == pytest.approx(45 - 5 / 111.1, abs=1e-3)


@pytest.mark.parametrize("name", ["andorra_2020/andorra.osm.pbf", "liechtenstein_2015/liechtenstein-latest.osm.pbf"])
def test_what_is_fetched_gives_the_network_of_the_extract(server, cache, tmp_path, shared, network_of, name):
    extract = shared(f"roads/{name}")
    theirs = Overpass.of(extract)
    server.overpass = theirs.answer
    points = np.array([node[:2] for node in theirs.nodes.values()])
    area = shapely.box(*points.min(axis=0) - 0.01, *points.max(axis=0) + 0.01)
    assert fetch_roads(area, tmp_path / "r.osm.pbf", cache, service=f"{server.url}/overpass") > 1
    fetched, whole = build_network_file(tmp_path / "r.osm.pbf", tmp_path / "r.accessnet"), network_of(extract)
    assert set(fetched.arrays) == set(whole.arrays)
    for key in whole.arrays:
        np.testing.assert_array_equal(fetched.arrays[key], whole.arrays[key], key)


# Communes


def test_communes_of_two_departements(server, cache):
    server.files |= {
        "/departements/43/communes": communes_answer(["43001", "43002"]),
        "/departements/15/communes": communes_answer(["15001"]),
    }
    table = fetch_communes(["43", "15"], cache, service=server.url)
    assert table["code"].tolist() == ["43001", "43002", "15001"]
    communes = read_communes(table, "communes")
    assert communes.table["population"].sum() == 301
    assert communes.place("43001") == (5.4, 45.4)
    assert communes.areas is not None
    assert communes.table["epci"].unique().tolist() == ["200042935"]
    server.files["/departements/63/communes"] = b"[]"
    with pytest.raises(InputError, match="no GeoJSON of communes"):
        fetch_communes(["63"], cache, service=server.url)


@pytest.mark.parametrize("growing", [True, False])
def test_a_file_that_grows_or_is_too_long_is_given_up(tmp_path, monkeypatch, growing):
    monkeypatch.setattr(cache_module, "MOST_FILE", 5000)
    asked = []

    def transport(url, body, headers):
        have = int(headers["Range"].removeprefix("bytes=").split("-")[0])
        asked.append(have)
        return Answer(
            206, b"x" * 1000, {"Content-Range": f"bytes {have}-{have + 999}/{have + 2000 if growing else 10**12}"}
        )

    folder = tmp_path / "cache"
    with pytest.raises(InputError, match="a file that grows while it is fetched, or of more than"):
        Cache(folder, transport).get("http://127.0.0.1/x")
    assert len(asked) <= 2 and not [file for file in folder.iterdir() if not file.name.endswith(".version")]


def test_an_answer_that_is_too_long_is_given_up(tmp_path, monkeypatch):
    monkeypatch.setattr(cache_module, "MOST_ANSWER", 100)
    with pytest.raises(InputError, match="more than"):
        Cache(tmp_path / "cache", lambda *_: Answer(200, b"x" * 101)).post("http://127.0.0.1/x", b"?")


@pytest.mark.parametrize("deep", [b"[" * 200_000, b'{"features":' * 100_000])
def test_json_that_is_nested_too_deeply_is_told_and_not_kept(tmp_path, deep):
    cache = Cache(tmp_path / "cache", lambda *_: Answer(200, deep))
    with pytest.raises(InputError, match="no GeoJSON of communes"):
        fetch_communes(["43"], cache, service="http://127.0.0.1")
    with pytest.raises(InputError, match="no list of places"):
        find_place("x", cache, service="http://127.0.0.1")
    assert not list((tmp_path / "cache").glob("*.part"))
