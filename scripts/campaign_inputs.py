"""Good files of every kind that is read, how each is read, and how they are spoilt."""

from __future__ import annotations

import gzip
import json
import random
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support"), str(ROOT / "tests" / "engine")]
SAMPLE = ROOT / "access_plugin" / "resources" / "sample"

TOKENS = [
    b"",
    b"0",
    b"-1",
    b"1e400",
    b"nan",
    b"NaN",
    b"99999999999999999999",
    b"-2147483649",
    b"\xff",
    b"\x00",
    "é".encode(),
    b'"',
    b"'",
    b"<",
    b">",
    b"&",
    b"&x;",
    b"[[[[",
    b"}",
    b"\n",
    b";",
    b",",
    b"../x",
    b"%s",
    b"{0}",
    b"None",
    b"true",
]


def kinds() -> dict[str, tuple[Callable[[Path], Path], Callable[[Path], object]]]:
    """Return for each kind how a good file is made in a folder, and how it is read."""
    import test_any_bytes

    text = {
        f"table {name}": (
            lambda folder, name=name: _written(
                folder / test_any_bytes.GOOD[name][0], test_any_bytes.GOOD[name][1].encode()
            ),
            _read_table,
        )
        for name in test_any_bytes.GOOD
    }
    return text | {
        "osm xml": (_osm_xml, _read_roads),
        "osm gz": (_osm_gz, _read_roads),
        "osm pbf": (_osm_pbf, _read_roads),
        "osm sites": (_osm_xml, _read_osm_sites),
        "geojson": (_geojson, _read_layer),
        "gpkg": (_gpkg, _read_layer),
        "shp": (_shp, _read_layer),
        "dbf": (lambda folder: _shp(folder).with_suffix(".dbf"), _read_layer),
        "xlsx": (_xlsx, _read_table),
        "network": (_network, _read_network),
        "profile": (_profile, _read_profile),
        "raster": (_raster, _read_raster),
        "heights zip": (_heights, _read_heights),
        "study run": (_study, lambda path: _read_study(path.parent)),
        "study results": (
            lambda folder: _study(folder).with_name("results.gpkg"),
            lambda path: _read_study(path.parent),
        ),
    }


def spoilt(data: bytes, rng: random.Random) -> list[tuple[int, int, bytes]]:
    """Return some changes of a file: (place, how many bytes go, what comes instead)."""
    changes = []
    for _ in range(rng.choice([1, 1, 1, 2, 5])):
        at = rng.randrange(max(len(data), 1)) if rng.random() < 0.7 else rng.randrange(min(len(data), 400) or 1)
        what = rng.random()
        if what < 0.45:
            changes.append((at, 1, bytes([data[at] ^ (1 << rng.randrange(8))]) if data else b"x"))
        elif what < 0.75:
            changes.append((at, rng.choice([0, 1, 3, 8]), rng.choice(TOKENS)))
        elif what < 0.9:
            changes.append((at, rng.choice([1, 10, 1000, len(data)]), b""))
        else:
            start = rng.randrange(max(len(data), 1))
            changes.append((at, 0, data[start : start + rng.choice([5, 50, 5000])]))
    return changes


def applied(data: bytes, changes: list[tuple[int, int, bytes]]) -> bytes:
    """Return a file with some changes, made from its end to its beginning."""
    for at, gone, instead in sorted(changes, key=lambda change: -change[0]):
        data = data[:at] + instead + data[at + gone :]
    return data


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def _osm_xml(folder: Path) -> Path:
    nodes = "".join(
        f'<node id="{n}" version="1" timestamp="2026-01-01T00:00:00Z" uid="3" user="a" changeset="4" '
        f'lat="{45 + n / 500}" lon="{4 + n % 3 / 100}"/>'
        for n in range(1, 12)
    )
    ways = "".join(
        f'<way id="{20 + n}" version="1"><nd ref="{n}"/><nd ref="{n + 1}"/><nd ref="{n + 3}"/><tag k="highway" '
        'v="secondary"/><tag k="maxspeed" v="50"/></way>'
        for n in range(1, 8)
    )
    more = (
        '<node id="40" lat="45.01" lon="4.01"><tag k="amenity" v="hospital"/><tag k="emergency" v="yes"/><tag '
        'k="name" v="CH"/></node><relation id="60"><member type="way" ref="21" role="from"/><member type="way" '
        'ref="22" role="via"/><member type="way" ref="24" role="to"/><tag k="type" v="restriction"/><tag '
        'k="restriction" v="no_u_turn"/></relation>'
    )
    return _written(
        folder / "r.osm",
        (
            f'<?xml version="1.0"?><osm version="0.6"><meta osm_base="2026-01-01T00:00:00Z"/>{nodes}{ways}{more}</osm>'
        ).encode(),
    )


def _osm_gz(folder: Path) -> Path:
    return _written(folder / "r.osm.gz", gzip.compress(_osm_xml(folder).read_bytes(), mtime=0))


def _osm_pbf(folder: Path) -> Path:
    import osmium

    path = folder / "r.osm.pbf"
    path.unlink(missing_ok=True)
    with osmium.SimpleWriter(str(path)) as writer:
        for thing in osmium.FileProcessor(str(_osm_xml(folder))):
            writer.add(thing)
    return path


def _layer():
    import geopandas as gpd
    import shapely

    lines = [shapely.LineString([(n, 0), (n + 1, 0.2), (n + 1, n)]) for n in range(6)]
    return gpd.GeoDataFrame(
        {"osm_id": "1", "fclass": "secondary", "oneway": "B", "maxspeed": 50, "name": ["Rue de l’Église"] * 6},
        geometry=[shapely.affinity.scale(line, 0.01, 0.01, origin=(0, 0)) for line in lines],
        crs=4326,
    )


def _geojson(folder: Path) -> Path:
    return _written(folder / "l.geojson", _layer().to_json().encode())


def _gpkg(folder: Path) -> Path:
    _layer().to_file(folder / "l.gpkg", engine="pyogrio")
    return folder / "l.gpkg"


def _shp(folder: Path) -> Path:
    _layer().to_file(folder / "l.shp", engine="pyogrio")
    return folder / "l.shp"


def _xlsx(folder: Path) -> Path:
    import pandas as pd
    import pyogrio

    pyogrio.write_dataframe(
        pd.DataFrame({"id": ["a"], "type": ["SU"], "nom": ["x"], "lon": [4.0], "lat": [45.0]}),
        folder / "l.xlsx",
        driver="XLSX",
    )
    return folder / "l.xlsx"


def _network(folder: Path) -> Path:
    from access_plugin.engine.network.build_file import build_network_file

    build_network_file(_osm_xml(folder), folder / "n.accessnet").close()
    return folder / "n.accessnet"


def _profile(folder: Path) -> Path:
    return _written(folder / "car.toml", (ROOT / "access_plugin" / "resources" / "profiles" / "car.toml").read_bytes())


def _raster(folder: Path) -> Path:
    import numpy as np
    import rasterio
    from rasterio.transform import from_origin

    path = folder / "mnt.tif"
    with rasterio.open(
        path,
        "w",
        driver="GTiff",
        width=20,
        height=20,
        count=1,
        dtype="float32",
        crs="EPSG:4326",
        transform=from_origin(3.9, 45.1, 0.01, 0.01),
        compress="deflate",
    ) as raster:
        raster.write(np.full((20, 20), 500, np.float32), 1)
    return path


def _heights(folder: Path) -> Path:
    path = folder / "N45E004.hgt.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("N45E004.hgt", b"\x01\xf4" * 1201 * 1201)
    return path


def _study(folder: Path) -> Path:
    import kit

    from access_plugin.engine.study.kept import write_run
    from access_plugin.engine.study.results import write_results

    made = kit.with_suggestion(kit.study(), {"15001": 20.0})
    kit.write(folder, made)
    run = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    (folder / "results.gpkg").unlink()
    write_run(folder, run | {"sums": write_results(made, folder, "fr")})
    return folder / "run.json"


def _read_table(path: Path) -> None:
    import test_any_bytes

    for reader in test_any_bytes.READERS:
        _whatever(reader, path)


def _whatever(reader, path: Path) -> None:
    from access_plugin.engine.errors import AccessError

    try:
        reader(path)
    except AccessError as error:
        assert str(error)


def _read_roads(path: Path):
    from access_plugin.engine.network.build import build_network
    from access_plugin.engine.network.osm import read_osm

    return build_network(read_osm(path))


def _read_osm_sites(path: Path):
    from access_plugin.engine.sites.hospitals import read_osm_sites

    return read_osm_sites(path)


def _read_layer(path: Path) -> None:
    from access_plugin.engine.network.build_file import build_network_file
    from access_plugin.engine.region.recognise import recognise
    from access_plugin.engine.territory.communes import read_communes

    path = path.with_suffix(".shp") if path.suffix == ".dbf" else path
    for reader in (
        recognise,
        lambda path: build_network_file(path, path.parent / "n.accessnet", allow_pieces=True),
        lambda path: read_communes(*__import__("access_plugin.engine.reading", fromlist=["x"]).read_table_file(path)),
    ):
        _whatever(reader, path)


def _read_network(path: Path):
    from access_plugin.engine.network.graph import open_network

    network = open_network(path)
    network.timed().table()
    network.timed("emergency", "winter").outbound.sweep
    network.close()


def _read_profile(path: Path):
    from access_plugin.engine.network.profiles import read_profile

    return read_profile(str(path))


def _read_raster(path: Path):
    from access_plugin.engine.population.sources import import_population

    return import_population(path)


def _read_heights(path: Path):
    from access_plugin.engine.network.build_file import build_network_file

    return build_network_file(_osm_xml(path.parent), path.parent / "n.accessnet", dem=path)


def _read_study(folder: Path) -> None:
    from access_plugin.cartography.press.catalogue import sheets_of
    from access_plugin.cartography.press.facts import Facts
    from access_plugin.cartography.web.webmap import web_data
    from access_plugin.engine.defaults import FIGURES
    from access_plugin.engine.study.public import PublicStudy

    _whatever(
        lambda folder: web_data(
            PublicStudy.opened(folder), {name: Facts(PublicStudy.opened(folder), name) for name in ("fr", "en")}
        ),
        folder,
    )
    for figure in FIGURES:
        _whatever(lambda folder, figure=figure: sheets_of(figure, Facts(PublicStudy.opened(folder), "fr")), folder)
