"""What today's code gives for whole jobs, summed up: layers, figures, the public map.

The sums stand in tests/golden/, and a change of one is a change of what is published.

`python tests/support/golden_cases.py [case …]` writes them anew; the région needs minutes and is only compared by it
(`--check`), the others by the tests too.
"""

from __future__ import annotations

import hashlib
import json
import math
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS / "support"), str(TESTS.parent), str(TESTS.parent / "scripts")]

import kit  # noqa: E402
from paths import SHARED  # noqa: E402

from access_plugin.cartography.press.catalogue import sheets_of  # noqa: E402
from access_plugin.cartography.press.facts import Facts  # noqa: E402
from access_plugin.cartography.web.webmap import LANGUAGES, web_data  # noqa: E402
from access_plugin.engine.access.care import in_force, in_force_of_roles  # noqa: E402
from access_plugin.engine.access.isochrones import isochrones  # noqa: E402
from access_plugin.engine.access.official_table import is_times, read_official_times  # noqa: E402
from access_plugin.engine.access.people import People  # noqa: E402
from access_plugin.engine.access.setting import Setting  # noqa: E402
from access_plugin.engine.access.times import travel_times  # noqa: E402
from access_plugin.engine.defaults import FIGURES  # noqa: E402
from access_plugin.engine.errors import InputError  # noqa: E402
from access_plugin.engine.network.build_file import build_network_file  # noqa: E402
from access_plugin.engine.network.closures import close_roads  # noqa: E402
from access_plugin.engine.network.graph import Network, open_network  # noqa: E402
from access_plugin.engine.placement.request import (  # noqa: E402
    Question,
    Request,
    read_candidates,
)
from access_plugin.engine.placement.scenario import (  # noqa: E402
    compare_scenarios,
    scenario,
    with_added,
)
from access_plugin.engine.placement.suggest import suggest_sites  # noqa: E402
from access_plugin.engine.population.places import read_population  # noqa: E402
from access_plugin.engine.progress import SILENT  # noqa: E402
from access_plugin.engine.reading import read_table_file, read_vector_file  # noqa: E402
from access_plugin.engine.region.prepare import prepare_region  # noqa: E402
from access_plugin.engine.sample import THRESHOLD_MIN, prepare_sample  # noqa: E402
from access_plugin.engine.sites.table import read_sites  # noqa: E402
from access_plugin.engine.study.compute import compute_study, study_of_times  # noqa: E402
from access_plugin.engine.study.folder import StudyFolder  # noqa: E402
from access_plugin.engine.study.public import PublicStudy  # noqa: E402
from access_plugin.engine.territory.areas import read_territories  # noqa: E402
from access_plugin.engine.territory.codes import departements_of  # noqa: E402

GOLDEN = TESTS / "golden"
#: Relative differences up to which a sum is the same: of numbers; of shapes, which libraries cut a little differently;
#: of the steps from point to point of the public map, whose rings may begin elsewhere.
NUMBERS, SHAPES, DRAWN = 1e-9, 1e-6, 1e-3
MERITXELL = (1.534, 42.5115)


# sums


def of_table(table: pd.DataFrame) -> dict:
    """Sum up a table: of each column how many values there are, and a sum in which each row has its own weight, or a
    hash of texts; of the shapes sums of areas, lengths and places.
    """
    weights = 1.0 + np.arange(len(table)) % 97
    shapes = table.geometry if isinstance(table, gpd.GeoDataFrame) else None
    summed = {"rows": len(table)}
    for column in table.columns:
        if shapes is not None and column == shapes.name:
            continue
        values = table[column]
        if pd.api.types.is_numeric_dtype(values) or values.dropna().map(type).eq(bool).all():
            numbers = pd.to_numeric(values, errors="coerce").to_numpy(float, na_value=np.nan)
            summed[str(column)] = [
                int(np.isfinite(numbers).sum()),
                float((np.where(np.isfinite(numbers), numbers, 0.0) * weights).sum()),
            ]
        else:
            summed[str(column)] = [
                int(values.notna().sum()),
                _hash("\n".join("" if missing else str(value) for value, missing in zip(values, values.isna()))),
            ]
    if shapes is not None:
        found = shapes.to_numpy()
        middle = np.where(shapely.is_empty(found), None, shapely.centroid(found))
        parts = {
            "area": shapely.area(found),
            "length": shapely.length(found),
            "x": shapely.get_x(middle),
            "y": shapely.get_y(middle),
        }
        summed["shapes"] = [
            int((~shapely.is_empty(found)).sum()),
            *(float((np.nan_to_num(part) * weights).sum()) for part in parts.values()),
        ]
    return summed


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def of_study(made, folder: Path) -> dict:
    """Sum up the layers of a study, its summary, the data and texts of its figures in French, and what the public map
    shows.
    """
    study = StudyFolder(kit.write(folder, made))
    found = {"summary.csv": _hash((folder / "summary.csv").read_text(encoding="utf-8-sig"))} | {
        f"layer {name}": of_table(study.table(name)) for name in sorted(study.names)
    }
    public = PublicStudy(study)
    facts = {language: Facts(public, language) for language in LANGUAGES}
    for figure in FIGURES:
        try:
            for sheet in sheets_of(figure, facts["fr"]):
                found[f"figure {sheet.name}"] = {
                    "alt": sheet.alt,
                    "texts": _hash(json.dumps(sheet.texts, sort_keys=True, default=str)),
                    "data": of_table(sheet.table),
                }
        except InputError as error:
            found[f"figure {figure}"] = str(error)
    try:
        data = web_data(public, facts)
    except InputError as error:
        return found | {"map": str(error)}
    drawn = ("bands", "line", "outlines", "mask")
    return (
        found
        | {
            f"map {name}": _of_drawn(part) if name in drawn else _hash(json.dumps(part, sort_keys=True))
            for name, part in data.items()
            if name not in ("step", "territories")
        }
        | {"map territories": _of_drawn(data["territories"])}
    )


def _of_drawn(part) -> list:
    """Sum up what is drawn: how many numbers and texts there are, and the sum of the numbers."""
    numbers, texts, rest = [], [], [part]
    while rest:
        one = rest.pop()
        if isinstance(one, dict):
            rest += one.values()
        elif isinstance(one, (list, tuple)):
            rest += one
        elif isinstance(one, str):
            texts.append(one)
        elif one is not None:
            numbers.append(float(one))
    return [len(numbers), math.fsum(numbers), _hash("\n".join(sorted(texts)))]


def differences(old, new, place: str = "") -> list[str]:
    """Return what differs, each with its place."""
    if isinstance(old, dict) and isinstance(new, dict):
        names = [*old, *(name for name in new if name not in old)]
        return [
            line
            for name in names
            for line in differences(
                old.get(name, "nothing"), new.get(name, "nothing"), f"{place} / {name}" if place else name
            )
        ]
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        limit = SHAPES if place.endswith("shapes") else DRAWN if place.startswith("map ") else NUMBERS
        same = all(
            math.isclose(a, b, rel_tol=limit, abs_tol=1e-6) if isinstance(a, float) and isinstance(b, float) else a == b
            for a, b in zip(old, new)
        )
        return [] if same else [f"{place}: {old} → {new}"]
    return [] if old == new else [f"{place}: {old} → {new}"]


# cases


def demonstration(folder: Path) -> dict:
    prepared = prepare_sample(folder)

    def table(name):
        return read_vector_file(prepared / f"{name}.gpkg")

    network = open_network(prepared / "roads.accessnet")
    sites, people = read_sites(*table("sites")), read_population(*table("population"), network=network)
    made = compute_study(
        in_force(network, sites, Setting(threshold=THRESHOLD_MIN)),
        People(people, read_territories(*table("territories"))),
        Question(read_candidates(*table("candidates")), Request(number=3)),
    )
    return of_study(made, folder / "study")


def by_times(code: str) -> Callable[[Path], dict]:
    """Return the case of a département by the official times of 2019."""

    def case(folder: Path) -> dict:
        prepare_region(SHARED / "aura", folder / "prepared", departements_of(code))

        def table(name):
            return read_vector_file(
                folder / "prepared" / f"{name}.gpkg", layer={"territories": "communes", "sites": "sites"}.get(name)
            )

        times = read_official_times(
            *read_table_file(SHARED / "reference" / "drees2019_access_times_15_43_63_69.csv", is_header=is_times)
        )
        population, territories = read_population(*table("population")), read_territories(*table("territories"))
        return of_study(
            study_of_times(times, read_sites(*table("sites")), People(population, territories), 30.0), folder / "study"
        )

    return case


def region(folder: Path) -> dict:
    """The région on the synthetic roads that stand in for its own."""
    from benchmark_region import make_inputs

    make_inputs(folder, SHARED / "scale" / "synth1m.osm.pbf")

    def table(name):
        return read_vector_file(folder / f"{name}.gpkg")

    network = open_network(folder / "roads.accessnet")
    sites, people = read_sites(*table("sites")), read_population(*table("population"), network=network)
    made = compute_study(
        in_force(network, sites, Setting()),
        People(people, read_territories(*table("territories"))),
        Question(read_candidates(*table("candidates")), Request(number=10, time_limit=600.0)),
    )
    return of_study(made, folder / "study")


def places_of(network: Network, every: int) -> gpd.GeoDataFrame:
    """Return some junctions of the main part as places, the people by their number."""
    nodes = np.flatnonzero(network.timed().roads.in_main_part)[::every]
    return gpd.GeoDataFrame(
        {"code": [f"p{node}" for node in nodes], "population": 1.0 + nodes % 50},
        geometry=shapely.points(network.arrays["node_xy"][nodes]),
        crs=network.crs,
    )


def andorra(folder: Path) -> dict:
    """Real roads of a mountain: winter, a part of the week, closures, profiles, rules for MCS, areas of each site, a
    comparison.
    """
    network = build_network_file(
        SHARED / "roads/andorra_2020/andorra.osm.pbf", folder / "roads.accessnet", dem=SHARED / "dem/N42E001.hgt.zip"
    )
    rows = [
        ("su", "SU", *MERITXELL, ""),
        ("smur", "SMUR", *MERITXELL, ""),
        ("csnp", "CSNP", 1.48, 42.545, "Lu-Ve 8h-20h"),
        ("mcs", "MCS", 1.734, 42.543, "Sa-Di 8h-20h"),
        ("su2", "SU", 1.59, 42.567, "Lu-Di 8h-20h"),
    ]
    sites = read_sites(
        pd.DataFrame(rows, columns=["id", "role", "lon", "lat", "horaires"]).assign(name="", delai=2), "sites"
    )
    people = read_population(places_of(network, 7), "people", network=network)
    candidates = read_candidates(places_of(network, 100).assign(gp=1.0)[["code", "gp", "geometry"]], "candidates")
    found = {"roads": _hash(network.meta["crs"] + str(network.node_count))}
    settings = {
        "all year": Setting(threshold=15.0),
        "winter": Setting(threshold=15.0, season="winter"),
        "night": Setting(threshold=15.0, slot="night"),
        "worst": Setting(threshold=15.0, slot="worst", definition="first_care"),
        "siren": Setting(threshold=15.0, profile_smur="emergency", definition="smur"),
        "peak": Setting(threshold=15.0, traffic="peak"),
    }
    for name, setting in settings.items():
        found[f"times, {name}"] = of_table(travel_times(in_force(network, sites, setting), people)[0])
    for mode in ("per_site", "nearest_site"):
        found[f"areas {mode}"] = of_table(
            isochrones(
                in_force_of_roles(network, sites, ["SU"], settings["all year"]),
                [5.0, 10.0, 15.0],
                mode=mode,
                population=people,
            )
        )
    found["rules for MCS"] = of_table(
        suggest_sites(
            in_force(network, sites, settings["winter"]),
            People(people),
            Question(candidates, Request(number=3, rules="mcs")),
        ).chosen
    )
    places, summary = compare_scenarios(
        scenario("before", network, sites, Setting(threshold=15.0, definition="first_care"), SILENT),
        scenario(
            "after",
            network,
            with_added(sites, candidates.head(3), "MCS"),
            Setting(threshold=15.0, definition="first_care"),
            SILENT,
        ),
        People(people),
    )
    found |= {"comparison": of_table(places), "comparison, summary": of_table(summary)}
    marks = gpd.GeoDataFrame(
        {"saison": ["hiver", "", "ete"]}, geometry=people.geometry.iloc[[20, 50, 80]].to_numpy(), crs=people.crs
    )
    for season in ("winter", "all_year"):
        closed = close_roads(network, marks, "closures", season)
        found[f"closures, {season}"] = of_table(
            travel_times(in_force(closed, sites, Setting(threshold=15.0, season=season)), people)[0]
        )
    network.close()
    return found


def bourbonnaise(folder: Path) -> dict:
    """Real roads of the région, as Geofabrik gives them."""
    network = build_network_file(SHARED / "roads/bourbonnaise_geofabrik/roads.shp", folder / "roads.accessnet")
    people = read_population(places_of(network, 40), "people", network=network)
    spots = people.iloc[[len(people) // 3, 2 * len(people) // 3]]
    sites = read_sites(
        gpd.GeoDataFrame(
            {"id": ["su", "smur"], "role": ["SU", "SMUR"], "name": ["Premier", "Second"]},
            geometry=spots.geometry.to_numpy(),
            crs=people.crs,
        ),
        "sites",
    )
    candidates = read_candidates(places_of(network, 300), "candidates")
    made = compute_study(
        in_force(network, sites, Setting(threshold=12.0)), People(people), Question(candidates, Request(number=3))
    )
    return of_study(made, folder / "study")


#: Name → the case; those that need minutes are not among the tests.
CASES = {
    "demonstration": demonstration,
    **{f"departement_{code}": by_times(code) for code in ("15", "43", "63", "69")},
    "andorra": andorra,
    "bourbonnaise": bourbonnaise,
}
LONG = {"region": region}


def main() -> int:
    check, names = (
        "--check" in sys.argv,
        [name for name in sys.argv[1:] if not name.startswith("--")] or [*CASES, *LONG],
    )
    wrong = 0
    for name in names:
        with tempfile.TemporaryDirectory() as folder:
            found, path = (
                json.loads(json.dumps((CASES | LONG)[name](Path(folder)), default=str)),
                GOLDEN / f"{name}.json",
            )
        lines = differences(json.loads(path.read_text(encoding="utf-8")), found) if path.exists() else ["new"]
        print(f"{name}: {len(lines)} differences", *lines[:40], sep="\n  ", flush=True)
        wrong += bool(lines)
        if not check:
            lines = (
                f"{json.dumps(key, ensure_ascii=False)}: {json.dumps(value, ensure_ascii=False)}"
                for key, value in found.items()
            )
            path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    return check and wrong > 0


if __name__ == "__main__":
    sys.exit(main())
