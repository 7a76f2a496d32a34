"""The whole job in one go: times, areas, figures and suggested places, and the files that hold them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio

from .access.beyond import threshold_line
from .access.gaps import Gaps, find_gaps
from .access.isochrones import bands_around, bands_of
from .access.setting import Setting
from .access.territories import COUNTS
from .network.attributes import CLASS_CODE
from .network.graph import Network
from .placement.request import Request, check_number
from .placement.suggest import Suggestion, suggest_sites
from .progress import SILENT, Progress
from .seasons import holds_in
from .sites.roles import EMERGENCY_LEGS, ROLES
from .sites.slots import moments_of
from .tables import with_columns
from .territory.levels import Level
from .text import PRINT_LANGUAGE, printed

RESULTS = "results.gpkg"
SUMMARY = "summary.csv"
#: Roads that are drawn behind the results.
_MAIN_ROADS = ("motorway", "trunk", "primary", "secondary")


@dataclass(frozen=True)
class Study:
    """All that a study found, and what it was asked."""

    network: Network
    setting: Setting
    request: Request
    bands: list[float]
    sites: gpd.GeoDataFrame
    gaps: Gaps
    isochrones: gpd.GeoDataFrame
    threshold_line: gpd.GeoDataFrame
    territories: gpd.GeoDataFrame | None
    suggestion: Suggestion | None
    by_sector: bool = False

    @property
    def total(self) -> pd.Series:
        """The row of the summary that counts everyone."""
        return self.gaps.summary.iloc[0]


def compute_study(
    network: Network, sites: gpd.GeoDataFrame, population: gpd.GeoDataFrame, setting: Setting,
    *, territories: gpd.GeoDataFrame | None = None, levels: list[Level] = (), candidates: gpd.GeoDataFrame | None = None, sectors: gpd.GeoDataFrame | Level | None = None, request: Request = Request(),
    cell_m: float = 50.0, progress: Progress = SILENT,
) -> Study:  # fmt: skip
    """Do the whole job. Parameters and errors are those of the functions that it calls, one after the other."""
    if candidates is not None:
        check_number(request, candidates)
    gaps = find_gaps(network, sites, population, setting, territories=territories, levels=levels, cell_m=cell_m, progress=progress.part(0.0, 0.5))
    roles = [role for role in ROLES if (sites["role"] == role).any() and any(role in leg.roles for leg in setting.legs)]
    bands = bands_around(setting.threshold)
    areas = bands_of(
        gaps.field, bands, network.crs, people=gaps.places["population"].to_numpy(float), minutes=gaps.places[setting.column].to_numpy(float), open_ended=True,
        progress=progress.part(0.5, 0.7),
    ).assign(role=",".join(roles))
    line = threshold_line(gaps.field, setting.threshold, network.crs)
    suggestion = None
    if candidates is not None:
        suggestion = suggest_sites(
            network, sites, population, candidates, request, setting, times=gaps.places, territories=territories,
            sectors=sectors, progress=progress.part(0.7, 1.0),
        )  # fmt: skip
        progress.check()  # a study is whole or is not
        progress.say(suggestion.sentence(setting.threshold))
    progress.at(1.0)
    return Study(network, setting, request, bands, sites, gaps, areas, line, territories, suggestion, sectors is not None)


def write_results(study: Study, folder: Path, language: str = PRINT_LANGUAGE) -> None:
    """Write ``results.gpkg`` and ``summary.csv`` into a folder.

    The layers are ``sites``, ``places``, ``isochrones``, ``threshold``, ``gaps``, ``not_computed``, ``summary``, ``roads``; ``territories`` where they
    were given, with their figures; ``chosen``, ``demand`` and ``curve`` where there were candidates.
    """
    path, summary = folder / RESULTS, study.gaps.summary.copy()
    for level, name in (("total", "Whole area"), ("outside", "Outside the territories")):
        summary.loc[summary["level"] == level, "name"] = printed(name, language)
    layers = {
        "sites": (study.sites.assign(counted=counted(study.sites, study.setting)), "Point"), "places": (study.gaps.places, "Point"), "isochrones": (study.isochrones, "MultiPolygon"),
        "threshold": (study.threshold_line, "MultiLineString"), "gaps": (study.gaps.areas, "MultiPolygon"), "not_computed": (study.gaps.not_computed, "MultiPolygon"), "summary": (summary, None),
        "roads": (main_roads(study.network), "LineString"),
    }  # fmt: skip
    if study.territories is not None:
        layers["territories"] = (_with_figures(study.territories, study.gaps.summary), "MultiPolygon")
    if study.suggestion is not None:
        found = study.suggestion
        layers |= {"chosen": (found.chosen, "Point"), "demand": (found.demand, "Point"), "curve": (found.curve, None)}
    for number, (name, (table, geometry)) in enumerate(layers.items()):
        options = {"geometry_type": geometry, "promote_to_multi": geometry.startswith("Multi")} if geometry else {}
        pyogrio.write_dataframe(_storable(table), path, layer=name, driver="GPKG", append=number > 0, **options)
    people = ["population", "beyond", "not_computed", *(count for count in COUNTS if summary[count].notna().all())]
    summary = summary.round(dict.fromkeys(("mean_min", "p90_min", "max_min", *people), 2) | {"beyond_share": 6})
    if (summary[people] % 1 == 0).all(axis=None):
        summary = summary.astype(dict.fromkeys(people, "int64"))
    summary.to_csv(folder / SUMMARY, sep=";", decimal=",", index=False, encoding="utf-8-sig")


def counted(sites: gpd.GeoDataFrame, setting: Setting) -> np.ndarray:
    """Tell which sites count: in the season, open at some moment of the part of the week, and no emergency site that the definition leaves out."""
    left_out = {role for leg in EMERGENCY_LEGS for role in leg.roles} - {role for leg in setting.legs for role in leg.roles}
    here = ~sites["role"].isin(left_out) & (holds_in(sites["season"], setting.season) if setting.season != "all_year" else True)
    return here.to_numpy(bool) & np.logical_or.reduce([moment.open for moment in moments_of(sites, setting.slot, needed=False)])


def main_roads(network: Network) -> gpd.GeoDataFrame:
    """Return the roads to draw behind results, with their class."""
    classes = [CLASS_CODE[name] for name in _MAIN_ROADS]
    road_class = network.arrays["kinds"]["road_class"][network.arrays["edge_kind"]]
    edges = np.flatnonzero(np.isin(road_class, classes))
    names = {CLASS_CODE[name]: name for name in _MAIN_ROADS}
    return gpd.GeoDataFrame({"road_class": [names[code] for code in road_class[edges]]}, geometry=network.lines(edges), crs=network.crs)


def _with_figures(territories: gpd.GeoDataFrame, summary: pd.DataFrame) -> gpd.GeoDataFrame:
    figures = summary[summary["level"] == "territory"].drop(columns=["level", "name"]).set_index("code")
    return with_columns(territories, figures.loc[territories["code"]].set_index(territories.index))


def _storable(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table whose yes-or-no columns are numbers where a value is missing: GeoPackage's driver takes no mixed objects."""
    table = table.copy()
    for column in table.columns:
        if table[column].dtype == object and table[column].dropna().map(type).eq(bool).all() and table[column].notna().any():
            table[column] = table[column].astype("boolean")
    table.columns = [str(column) for column in table.columns]
    return table.drop(columns=[column for column in ("fid", "ogc_fid") if column in table])
