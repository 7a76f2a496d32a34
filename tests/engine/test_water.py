"""Lakes and rivers: read from an extract, kept with the roads, drawn where an area is large enough for them."""

import geopandas as gpd
import numpy as np
import pytest
import shapely
from paths import ROOT
from pyproj import CRS

from access_plugin.engine.errors import InputError
from access_plugin.engine.network.build_file import build_network_file
from access_plugin.engine.network.graph import open_network
from access_plugin.engine.network.osm import read_osm
from access_plugin.engine.network.water import water_of
from access_plugin.engine.territory.water_drawn import drawn_water, water_of_layer

#: Degrees of a side of the squares below, some 1.1 km by 0.8 km.
SIDE = 0.01


class Extract:
    """An extract as XML, drawn by hand."""

    def __init__(self):
        self.nodes, self.ways, self.relations, self.number = [], [], [], 0

    def line(self, points, **tags):
        refs, known = [], {}
        for x, y in points:
            if (x, y) not in known:
                self.number += 1
                known[x, y] = self.number
                self.nodes.append(f'<node id="{self.number}" version="1" lat="{45 + y:.6f}" lon="{3 + x:.6f}"/>')
            refs.append(known[x, y])
        self.ways.append((refs, tags))
        return len(self.ways)

    def relation(self, members, **tags):
        self.relations.append((members, tags))

    def write(self, path, left_out=()):
        text = "".join(self.nodes)
        for place, (refs, tags) in enumerate(self.ways, 1):
            nodes = "".join(f'<nd ref="{ref}"/>' for ref in refs)
            text += "" if place in left_out else f'<way id="{place}" version="1">{nodes}{said(tags)}</way>'
        for place, (members, tags) in enumerate(self.relations, 1):
            ways = "".join(f'<member type="way" ref="{way}" role="{role}"/>' for way, role in members)
            text += f'<relation id="{place}" version="1">{ways}{said(tags)}</relation>'
        path.write_text(f'<osm version="0.6">{text}</osm>', encoding="utf-8")
        return path


def said(tags):
    return "".join(f'<tag k="{key}" v="{value}"/>' for key, value in tags.items())


def ring(x, y, side=SIDE):
    """Return a closed square of twenty-four corners."""
    square = shapely.segmentize(shapely.box(x, y, x + side, y + side), side / 5.9)
    return [tuple(np.round(point, 6)) for point in shapely.get_coordinates(square)]


@pytest.fixture
def extract():
    made = Extract()
    made.line([(0, 0), (0.02, 0), (0.04, 0)], highway="secondary")
    made.line([(0.02, 0), (0.02, 0.02)], highway="residential")
    return made


def squares(count):
    """Return the area of so many squares, square metres."""
    return pytest.approx(count * (SIDE * 111_320) ** 2 * np.cos(np.radians(45)), rel=0.02)


def test_a_lake_that_is_one_way_a_pond_and_a_river(extract, tmp_path):
    extract.line(ring(0.1, 0.1), natural="water", name="Lac")
    extract.line(ring(0.2, 0.1, side=0.001), natural="water")  # 0.01 km²
    extract.line([(0.3 + 0.001 * step, 0.001 * step) for step in range(40)], waterway="river", name="Allier")
    extract.line([(0.5, 0.5), (0.51, 0.5)], waterway="stream")
    source = read_osm(extract.write(tmp_path / "r.osm"))
    network = build_network_file(tmp_path / "r.osm", tmp_path / "r.accessnet")
    found = water_of(network)
    assert list(found["kind"]) == ["lake", "river"]
    assert found.area.iloc[0] == squares(1)
    assert list(found["name"]) == [-1, 0]
    assert shapely.get_num_points(found.geometry.iloc[1]) == 11  # every fourth, and the last
    assert len(source.lon) == 5  # what water needs is no node of a road


def test_a_lake_of_several_ways_with_an_island(extract, tmp_path):
    whole = ring(0.1, 0.1)
    west, east = extract.line(whole[:13]), extract.line(whole[12:])
    one, other = extract.ways[west - 1][0], extract.ways[east - 1][0]
    other[0], other[-1] = one[-1], one[0]  # the same nodes where they meet
    island = extract.line(ring(0.1 + SIDE / 4, 0.1 + SIDE / 4, side=SIDE / 2))
    extract.relation([(west, "outer"), (east, "outer"), (island, "inner")], natural="water")
    network = build_network_file(extract.write(tmp_path / "r.osm"), tmp_path / "r.accessnet")
    (lake,) = water_of(open_network(tmp_path / "r.accessnet")).geometry
    assert lake.area == squares(0.75) and len(lake.interiors) == 1
    # the extract was cut: the lake no longer closes, and is no lake rather than a wrong one
    network = build_network_file(extract.write(tmp_path / "cut.osm", left_out=(east,)), tmp_path / "cut.accessnet")
    assert water_of(network) is None


def test_roads_alone_have_no_water_and_no_array_of_it(extract, tmp_path):
    network = build_network_file(extract.write(tmp_path / "r.osm"), tmp_path / "r.accessnet")
    assert water_of(network) is None
    assert not [name for name in network.arrays if name.startswith("water")]


def test_what_water_adds_changes_no_time(extract, tmp_path):
    dry = build_network_file(extract.write(tmp_path / "dry.osm"), tmp_path / "dry.accessnet")
    extract.line(ring(0.1, 0.1), natural="water")
    wet = build_network_file(extract.write(tmp_path / "wet.osm"), tmp_path / "wet.accessnet")
    assert {name: array.tolist() for name, array in dry.arrays.items()} == {
        name: array.tolist() for name, array in wet.arrays.items() if not name.startswith("water")
    }
    assert dry.meta["counts"] == wet.meta["counts"]


def water(*rows):
    kinds, names, shapes = zip(*rows)
    return gpd.GeoDataFrame({"kind": kinds, "name": names}, geometry=list(shapes), crs=2154)


AREA, LAMBERT = shapely.box(700_000, 6_400_000, 800_000, 6_500_000), CRS(2154)


def test_only_what_a_map_of_the_size_bears_is_drawn():
    east, north = 750_000, 6_450_000
    large, small = shapely.box(east, north, east + 500, north + 500), shapely.box(east, north, east + 300, north + 300)
    line = shapely.LineString([(710_000, north), (720_000, north), (720_000, north + 9000)])
    short = shapely.LineString([(730_000, north), (736_000, north)])
    table = water(
        ("lake", -1, large), ("lake", -1, small), ("river", 0, line), ("river", 1, short), ("river", -1, line)
    )
    lakes, rivers = drawn_water(table, AREA, LAMBERT)
    assert [shape.area for shape in lakes.geometry] == [250_000.0]
    assert [shape.length for shape in rivers.geometry] == [19_000.0]


def test_pieces_of_one_river_count_together_and_the_frame_cuts_them():
    pieces = [shapely.LineString([(x, 6_450_000), (x + 6000, 6_450_000)]) for x in (760_000, 770_000, 780_000)]
    _, rivers = drawn_water(water(*(("river", 4, piece) for piece in pieces)), AREA, LAMBERT)
    assert len(rivers) == 3
    beyond = shapely.LineString([(700_000, 6_450_000), (1_000_000, 6_450_000)])
    _, rivers = drawn_water(water(("river", 0, beyond)), AREA, LAMBERT)
    assert rivers.total_bounds[2] == pytest.approx(815_000)


def test_rivers_without_any_name_are_all_drawn():
    short = shapely.LineString([(730_000, 6_450_000), (731_000, 6_450_000)])
    assert len(drawn_water(water(("river", -1, short)), AREA, LAMBERT)[1]) == 1


def test_a_layer_of_ones_own_is_known_by_its_shapes_and_its_names():
    shapes = [shapely.LineString([(0, 0), (1, 1)])] * 3 + [shapely.box(0, 0, 1, 1), None]
    table = gpd.GeoDataFrame({"NOM": ["Allier", "Loire", None, "Lac", "x"]}, geometry=shapes, crs=2154)
    found = water_of_layer(table, "rivers.shp")
    assert list(found["kind"]) == ["river", "river", "river", "lake"]
    assert found["name"].iloc[0] != found["name"].iloc[1] and list(found["name"].iloc[2:]) == [-1, -1]


@pytest.mark.parametrize(
    "table",
    [
        gpd.GeoDataFrame(geometry=[shapely.Point(0, 0)], crs=2154),
        gpd.GeoDataFrame(geometry=[shapely.box(0, 0, 1, 1)]),
        gpd.GeoDataFrame(geometry=[], crs=2154),
    ],
)
def test_a_layer_without_water_is_refused_by_name(table):
    with pytest.raises(InputError, match="villes.gpkg"):
        water_of_layer(table, "villes.gpkg")


def test_the_extract_that_the_repository_carries_has_the_rhine(tmp_path):
    (path,) = (ROOT / "access_plugin" / "resources" / "sample").glob("*.osm.pbf")
    found = water_of(build_network_file(path, tmp_path / "r.accessnet"))
    assert found[found["kind"] == "river"].length.sum() > 20_000


def test_awkward_lakes_with_islands_are_lakes_and_no_error():
    """Spiky rings, rounded to metres, cross themselves."""
    from types import SimpleNamespace

    from pyproj import Transformer

    from access_plugin.engine.network.water import water_arrays

    random, project = np.random.default_rng(8), Transformer.from_crs(4326, 2154, always_xy=True).transform

    def star(x, y, reach):
        turn = np.sort(random.uniform(0, 2 * np.pi, 40))
        far = reach * random.uniform(0.02, 1.0, 40)
        return [(x + a, y + b) for a, b in zip(far * np.cos(turn), far * np.sin(turn))]

    lakes = [shapely.Polygon(star(3, 45, 0.01), [star(3, 45, 0.002)]) for _ in range(300)]
    found = water_of(SimpleNamespace(arrays=water_arrays(lakes, [], project), crs=LAMBERT))
    assert len(found) == 300 and found.geometry.is_valid.all()
    lakes, _ = drawn_water(found, AREA, LAMBERT)
    assert lakes.geometry.is_valid.all()


def test_water_at_a_pole_is_left_out():
    table = gpd.GeoDataFrame(
        {"kind": ["lake", "river"], "name": [-1, -1]},
        geometry=[shapely.box(-180, -90, 180, -60), shapely.LineString([(3.0, 45.0), (3.2, 45.2)])],
        crs=4326,
    )
    lakes, rivers = drawn_water(table, shapely.box(690_000, 6_420_000, 730_000, 6_460_000), LAMBERT)
    assert len(lakes) == 0 and len(rivers) == 1
