"""A small study in a folder, made by hand.

Square communes side by side, official times, and, where asked, suggested places.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import SimpleNamespace

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from paths import ROOT

sys.path.insert(0, str(ROOT))

from access_plugin.engine.access.official_table import OfficialTimes
from access_plugin.engine.access.people import People
from access_plugin.engine.file_names import RUN
from access_plugin.engine.placement.request import Request
from access_plugin.engine.placement.suggest import Suggestion
from access_plugin.engine.study.compute import Study, study_of_times
from access_plugin.engine.study.record import record_of
from access_plugin.engine.study.results import write_results
from access_plugin.engine.text import printed

LONG = "La Chapelle-Saint-Martin-en-Vercors"
#: Name, people, minutes: one on the threshold, one just above, nobody, one person, 1.9 people, one without a time.
COMMUNES = (
    ("43001", LONG, 1200.0, 12.0),
    ("43002", "Écully-le-Haut", 1.0, 31.0),
    ("43003", "Saint-Agrève", 1.9, 40.0),
    ("43004", "Métropole", 8_200_000.0, 5.0),
    ("43005", "L’Œuvre", 4354.1, 30.0),
    ("43006", "Vide", 0.0, 50.0),
    ("15001", "Allanche", 2000.0, 30.001),
    ("15002", "Sans temps", 0.0, np.nan),
)
SIDE = 9000.0


def squares(communes=COMMUNES, across: int = 3) -> gpd.GeoDataFrame:
    """Return the communes as squares, so many in a row."""
    shapes = [
        shapely.box(
            x := 750_000 + SIDE * (place % across), y := 6_440_000 - SIDE * (place // across), x + SIDE, y + SIDE
        )
        for place in range(len(communes))
    ]
    return gpd.GeoDataFrame(
        {"code": [row[0] for row in communes], "name": [row[1] for row in communes]}, geometry=shapes, crs=2154
    )


def people(communes=COMMUNES, areas: gpd.GeoDataFrame | None = None, **columns) -> gpd.GeoDataFrame:
    """Return one place in the middle of each commune; further columns, such as households, as given."""
    areas = squares(communes) if areas is None else areas
    table = {
        "code": areas["code"],
        "name": areas["name"],
        "population": [row[2] for row in communes],
        "source": "INSEE, populations légales 2023",
    } | columns
    return gpd.GeoDataFrame(table, geometry=areas.geometry.centroid, crs=areas.crs)


def sites(
    rows=(
        ("SU", "Centre hospitalier", 0),
        ("SMUR", "SMUR", 0),
        ("MCS", "Dr Martin", 2),
        ("MCS", "Dr Durand", 2),
        ("CSNP", "Cabinet du Docteur Petit", 1),
    ),
    communes=COMMUNES,
) -> gpd.GeoDataFrame:
    """Return sites off the middle of communes, by their place in the list."""
    areas = squares(communes)
    points = [
        shapely.Point(areas.geometry.iloc[place].centroid.x + 1234.0, areas.geometry.iloc[place].centroid.y - 567.0)
        for _, _, place in rows
    ]
    return gpd.GeoDataFrame(
        {
            "id": [f"s{number}" for number in range(len(rows))],
            "role": [row[0] for row in rows],
            "name": [row[1] for row in rows],
            "insee": "",
            "delay_min": 0.0,
            "hours": "",
            "season": "",
            "source": "SAE 2023",
        },
        geometry=points,
        crs=2154,
    )


def study(communes=COMMUNES, *, areas=None, residents=None, care=None) -> Study:
    """Return the study of these communes by official times."""
    areas = squares(communes) if areas is None else areas
    times = OfficialTimes(pd.Series({row[0]: row[3] for row in communes}), "temps_drees.csv", "tps_su_smur_min")
    return study_of_times(
        times,
        sites(communes=communes) if care is None else care,
        People(people(communes, areas) if residents is None else residents, areas),
        30.0,
    )


def with_suggestion(base: Study, after: dict[str, float], names=("Cabinet du Dr Maud",), curve=None) -> Study:
    """Return a study in which places were suggested: minutes after, by commune.

    The chosen ones stand in the first communes that gain.
    """
    places = base.gaps.places
    beyond = places[places["t_emergency_min"] > 30.0]
    demand = beyond.assign(
        t_before_min=beyond["t_emergency_min"],
        t_after_min=[after.get(code, time) for code, time in zip(beyond["code"], beyond["t_emergency_min"])],
    )
    gained_by = demand["population"].where(demand["t_after_min"] <= 30.0, 0.0)
    gained, to_gain = float(gained_by.sum()), float(demand["population"].sum())
    spots = demand[demand["code"].isin(list(after))].geometry.iloc[: len(names)]
    gains = [float(value) for value in gained_by[demand["code"].isin(list(after))].iloc[: len(names)]]
    chosen = gpd.GeoDataFrame(
        {
            "id": [f"c{number}" for number in range(len(names))],
            "name": list(names),
            "rank": range(1, len(names) + 1),
            "gain": gains,
            "cumulative_gain": np.cumsum(gains),
            "share": np.array(gains) / to_gain,
            "reason": ["1. Parce que."] * len(names),
        },
        geometry=list(spots),
        crs=places.crs,
    )
    values = np.cumsum(gains) if curve is None else np.asarray(curve, float)
    table = pd.DataFrame(
        {
            "number": range(1, len(values) + 1),
            "gained": values,
            "share": values / to_gain,
            "marginal": np.diff(values, prepend=0.0),
            "flattens": [number == 0 for number in range(len(values))],
            "gap": 0.0,
        }
    )
    found = Suggestion(chosen, demand, table, to_gain, gained, gained, 0.0, SimpleNamespace(), SimpleNamespace())
    return Study(
        base.network,
        base.setting,
        Request(number=len(names), language="fr"),
        base.bands,
        base.sites,
        base.gaps,
        base.isochrones,
        base.threshold_line,
        base.territories,
        found,
        times=base.times,
    )


def write(folder: Path, made: Study, language: str = "fr", **changed) -> Path:
    """Write a study as its algorithm does, but for the pictures; fields of its record may be changed."""
    folder.mkdir(parents=True, exist_ok=True)
    write_results(made, folder, language)
    record = (
        record_of(made, version="0.1.0", translate=lambda source: printed(source, language)).as_json()
        | {"date": "2026-02-01"}
        | changed
    )
    (folder / RUN).write_text(json.dumps({"inputs": {}, "record": record}), encoding="utf-8")
    return folder
