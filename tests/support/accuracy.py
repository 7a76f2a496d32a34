"""How our times compare with those of two independent engines.

With their answers where they are at hand, with profiles that drive as they do elsewhere.

`scripts/accuracy` prints the tables of docs/accuracy.md.
"""

from __future__ import annotations

import dataclasses
import tempfile
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from paths import ROADS, SHARED, TEST_DATA

from access_plugin.engine.access.care import points_xy
from access_plugin.engine.access.reach import nearest_minutes
from access_plugin.engine.network.attributes import CLASS_CODE
from access_plugin.engine.network.build_file import build_network_file
from access_plugin.engine.network.graph import Network
from access_plugin.engine.network.profiles import Profile, read_profile
from access_plugin.engine.network.snap import attach

HOSPITAL = (9.5224777, 47.1343767)
LIECHTENSTEIN = "roads/liechtenstein_2015/liechtenstein-latest.osm.pbf"
ENGINES = {"valhalla": str(TEST_DATA / "like_valhalla.toml"), "osrm": str(TEST_DATA / "like_osrm.toml")}
#: Legs of the reference files: our direction → their column.
LEGS = {"inbound": "to_hosp_s", "outbound": "from_hosp_s"}
#: Shorter drives are all start and end.
LEAST_S = 60
CLASSES_MIN = (5, 10, 15, 20, 30)


@dataclass(frozen=True)
class Agreement:
    """Ratios of our times by theirs.

    Median, 5th and 95th percentile by the median, share within 10 %, and classes that agree, raw and after one factor.
    """

    count: int
    median: float
    low: float
    high: float
    within_tenth: float
    same_class: float
    same_class_scaled: float


def agreement(ours: np.ndarray, theirs: np.ndarray) -> Agreement:
    """Compare two columns of seconds; pairs that either lacks, or of less than a minute, take no part."""
    known = np.isfinite(ours) & np.isfinite(theirs) & (theirs >= LEAST_S)
    ours, theirs = ours[known], theirs[known]
    ratio = ours / theirs
    median = np.median(ratio)
    low, high = np.quantile(ratio, [0.05, 0.95]) / median

    def classes(seconds):
        return np.searchsorted(CLASSES_MIN, seconds / 60, side="left")

    def same(scale):
        return float((classes(ours / scale) == classes(theirs)).mean())

    return Agreement(
        len(ratio),
        float(median),
        float(low),
        float(high),
        float((np.abs(ratio - 1) <= 0.1).mean()),
        same(1.0),
        same(median),
    )


def seconds(
    network: Network, profile: str | Profile, points: np.ndarray, site: np.ndarray, **when
) -> dict[str, np.ndarray]:
    """Return the seconds from points (n, 2) of the network's system to a site and back, NaN where there is no way."""
    timed = network.timed(profile, **when)
    places, centre = attach(timed, points), attach(timed, site.reshape(1, 2))
    return {direction: nearest_minutes(timed, direction, centre, np.zeros(1), places)[0] * 60 for direction in LEGS}


def references() -> dict[str, pd.DataFrame]:
    """Return what each engine answered for the same 600 points, in the same order."""

    def read(engine):
        return pd.read_csv(SHARED / f"reference/liechtenstein_nearest_emergency_{engine}.csv").set_index("osm_node_id")

    first = read("valhalla")
    return {"valhalla": first, "osrm": read("osrm").loc[first.index]}


def on_liechtenstein(network: Network, profile: str | Profile, **when) -> dict[str, np.ndarray]:
    """Return the seconds of the 600 points of the references."""
    table = references()["valhalla"]
    layer = gpd.GeoSeries(gpd.points_from_xy(table["lon"], table["lat"]), crs=4326).to_crs(network.crs)
    hospital = gpd.GeoSeries(gpd.points_from_xy(*np.array([HOSPITAL]).T), crs=4326).to_crs(network.crs)
    return seconds(network, profile, points_xy(layer), points_xy(hospital)[0], **when)


def random_points(network: Network, count: int = 600, seed: int = 4) -> tuple[np.ndarray, np.ndarray]:
    """Return points on roads that cars attach to, chosen by their length, and the one nearest to their middle as the
    site.
    """
    rng = np.random.default_rng(seed)
    timed = network.timed()
    edges = np.flatnonzero(timed.attachable)
    length = network.arrays["edge_length_m"][edges].astype(float)
    lines = network.lines(rng.choice(edges, count, p=length / length.sum()))
    xy = shapely.get_coordinates(shapely.line_interpolate_point(lines, rng.random(count), normalized=True))
    return xy, xy[np.argmin(((xy - np.median(xy, axis=0)) ** 2).sum(axis=1))]


def held_shares(network: Network, count: int = 20_000, seed: int = 7) -> tuple[float, float]:
    """Return the shares of points 5 to 25 m beside residential streets that stand on a road that cannot be left there:
    by the nearest road, and by :func:`attach`.
    """
    rng, timed = np.random.default_rng(seed), network.timed()
    kinds = network.arrays["kinds"]["road_class"][network.arrays["edge_kind"]]
    streets = np.flatnonzero(
        timed.attachable & timed.leavable & np.isin(kinds, [CLASS_CODE["residential"], CLASS_CODE["living_street"]])
    )
    length = network.arrays["edge_length_m"][streets].astype(float)
    lines, share = network.lines(rng.choice(streets, count, p=length / length.sum())), rng.uniform(0.02, 0.98, count)
    on, ahead = (
        shapely.get_coordinates(shapely.line_interpolate_point(lines, share + step, normalized=True))
        for step in (0.0, 0.01)
    )
    along = (ahead - on) / np.maximum(np.linalg.norm(ahead - on, axis=1), 1e-9)[:, None]
    xy = on + along[:, ::-1] * (-1, 1) * (rng.choice([-1, 1], count) * rng.uniform(5, 25, count))[:, None]
    index = network.road_index
    row, road, _ = index.nearest(shapely.points(xy), 2000.0, timed.attachable[index.edges])
    return float((~timed.leavable[index.edges[road]]).sum() / count), float(attach(timed, xy).no_stopping.mean())


def _row(name: str, found: Agreement) -> str:
    return (
        f"| {name} | {found.median:.3f} | {found.low:.2f} – {found.high:.2f} | {found.within_tenth:.1%} | "
        f"{found.same_class:.1%} | {found.same_class_scaled:.1%} |"
    )


def _head(title: str) -> str:
    return (
        f"\n{title}\n\n| ours by theirs | median | p5 – p95 by the median | within 10 % | same class | after one "
        "factor |\n| --- | --- | --- | --- | --- | --- |"
    )


def _print_variants(network: Network, theirs: np.ndarray) -> None:
    """Print what single terms of the car do on the same 600 drives, and how the mean of the traffics differs from the
    mean of the times.
    """
    car = read_profile("car")
    flat = {name: row | {"urban": row["rural"]} for name, row in car.classes.items()}
    variants = {
        "car": car,
        "without giving way and turning off": dataclasses.replace(car, give_way_s=0.0, turn_s=0.0),
        "without lights": dataclasses.replace(car, signal_s=0.0),
        "towns as the country": dataclasses.replace(car, classes=flat),
        "limits × 0.8": dataclasses.replace(car, limits={"rural": 0.8, "urban": 0.8}),
        "limits × 1.0": dataclasses.replace(car, limits={"rural": 1.0, "urban": 1.0}),
        "bends counted": dataclasses.replace(
            car, terrain=dataclasses.replace(car.terrain, bends=((1.1, 1.1), (1.3, 1.25), (1.6, 1.4)))
        ),
        "emergency": read_profile("emergency"),
    }
    print(_head("Liechtenstein 2015, to the hospital: the car with one thing changed, by Valhalla"))
    for name, profile in variants.items():
        print(_row(name, agreement(on_liechtenstein(network, profile)["inbound"], theirs)))
    off, mean, peak = (
        on_liechtenstein(network, "car", traffic=traffic)["inbound"] for traffic in ("off_peak", "mean", "peak")
    )
    known = np.isfinite(off) & (off > LEAST_S)
    more = mean[known] / ((off + peak)[known] / 2) - 1
    print(
        f"\n`peak` by `off_peak`: median {np.median(peak[known] / off[known]):.3f}. `mean` by the mean of both "
        f"times: median {1 + np.median(more):.4f}, most {1 + more.max():.4f}."
    )


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:

        def build(path, name):
            return build_network_file(path, Path(folder) / name)

        reference, network = references(), build(SHARED / LIECHTENSTEIN, "reference.accessnet")
        print(_head("Liechtenstein 2015, the engines' own answers, to the hospital and from it"))
        print(
            _row(
                "OSRM by Valhalla, to",
                agreement(reference["osrm"]["to_hosp_s"].to_numpy(), reference["valhalla"]["to_hosp_s"].to_numpy()),
            )
        )
        for profile in (*ENGINES.values(), "car"):
            ours = on_liechtenstein(network, profile)
            for engine, table in reference.items():
                if profile == "car" or profile == ENGINES[engine]:
                    for direction, column in LEGS.items():
                        print(
                            _row(
                                f"{Path(profile).stem} by {engine}, {column.split('_')[0]}",
                                agreement(ours[direction], table[column].to_numpy()),
                            )
                        )
        _print_variants(network, reference["valhalla"]["to_hosp_s"].to_numpy())
        places = {"Liechtenstein 2013 (sample)": ROADS} | {
            name: SHARED / f"roads/{name}/andorra.osm.pbf" for name in ("andorra_2013", "andorra_2020")
        }
        places |= {"synthetic département": SHARED / "scale/synth100k.osm.pbf"}
        shares = [
            f"| {name} | {before:.2%} | {after:.2%} |"
            for name, (before, after) in (
                (name, held_shares(build(path, f"held-{number}.accessnet")))
                for number, (name, path) in enumerate(places.items())
            )
        ]
        print(
            "\n20,000 points 5 to 25 m beside residential streets that stand on a motorway, a ramp, a bridge, a "
            "tunnel or a ferry\n\n| roads | by the nearest road | now |\n| --- | --- | --- |",
            *shares,
            sep="\n",
        )
        print(_head("Elsewhere, `car` by profiles that drive as the engines do, 600 points on roads, to their middle"))
        for number, (name, path) in enumerate(places.items()):
            network = build(path, f"{number}.accessnet")
            points, site = random_points(network)
            times = {
                profile: seconds(network, profile, points, site)["inbound"] for profile in ("car", *ENGINES.values())
            }
            for profile in ENGINES.values():
                print(_row(f"{name}: car by {Path(profile).stem}", agreement(times["car"], times[profile])))
            print(
                _row(
                    f"{name}: like_osrm by like_valhalla", agreement(times[ENGINES["osrm"]], times[ENGINES["valhalla"]])
                )
            )


if __name__ == "__main__":
    main()
