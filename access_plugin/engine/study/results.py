"""The files of a study: ``results.gpkg`` and ``summary.csv``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..access.care import Care
from ..access.setting import Setting
from ..access.suppression import secret_differences
from ..access.territories import COUNTS, assign
from ..arrays import Bools
from ..file_names import RESULTS, SUMMARY
from ..harmless import for_cell
from ..layer_file import write_layer
from ..network.attributes import CLASS_CODE
from ..network.graph import Network
from ..progress import SILENT, Progress
from ..seasons import holds_in
from ..sites.own_roles import is_own
from ..sites.roles import EMERGENCY_LEGS, LEGS, Leg
from ..sites.slots import moments_of
from ..tables import with_columns
from ..territory.codes import departements, each_departement
from ..text import PRINT_LANGUAGE, printed, tr
from .compute import Study
from .generalise import KINDS, generalised, on_paper
from .publication import public_places, public_sites

#: Roads that are drawn behind the results.
#: By name, a table (None where there is none) and the kind of its shapes.
Layers = dict[str, tuple[Any, str | None]]
_MAIN_ROADS = ("motorway", "trunk", "primary", "secondary")


def write_results(
    study: Study, folder: Path, language: str = PRINT_LANGUAGE, *, progress: Progress = SILENT
) -> dict[str, str]:
    """Write ``results.gpkg`` and ``summary.csv`` into a folder.

    Return the check sum of each layer, see :func:`layer_file.sum_of`.

    The layers are ``sites``, ``public_sites`` and ``public_chosen`` (what may be shown of them and of suggested
    places), ``places``, ``isochrones``, ``threshold``, ``gaps``, ``not_computed``, ``summary``; ``roads`` but with
    official times; ``print_isochrones``, ``print_not_computed``, ``print_threshold`` and, with roads, ``print_roads``,
    no finer than a page shows; ``territories`` and ``print_territories`` where they were given, with their figures, and
    ``departements`` where they are communes of France; ``chosen``, ``demand`` and ``curve`` where there were
    candidates.
    """
    path, sums = folder / RESULTS, {}
    layers, summary = progress.aside(_layers_of, study, language)
    for name, (table, geometry) in layers.items():
        options: dict[str, Any] = (
            {"geometry_type": geometry, "promote_to_multi": geometry.startswith("Multi")} if geometry else {}
        )
        sums[name] = progress.aside(write_layer, _storable(table), path, name, **options)
    people = ["population", "beyond", "not_computed", *(count for count in COUNTS if summary[count].notna().all())]
    summary = summary.round(dict.fromkeys(("mean_min", "p90_min", "max_min", *people), 2) | {"beyond_share": 6})
    if (summary[people] % 1 == 0).all(axis=None):
        summary = summary.astype(dict.fromkeys(people, "int64"))
    summary = summary.assign(
        **{
            column: summary[column].map(lambda cell: for_cell(cell) if isinstance(cell, str) else cell)
            for column in ("code", "name")
        }
    )
    summary.assign(secret=summary["secret"].astype(int)).to_csv(
        folder / SUMMARY, sep=";", decimal=",", index=False, encoding="utf-8-sig"
    )
    return sums


def _layers_of(study: Study, language: str, *, progress: Progress) -> tuple[Layers, pd.DataFrame]:
    """Return the layers with the kinds of their shapes, and the summary with names in a language."""
    summary, places = study.gaps.summary.copy(), study.gaps.places
    sites = study.sites.assign(counted=counted(study.sites, study.setting, study.care))
    territory = assign(places, study.territories) if study.territories is not None else None
    summary["name"] = _names_in(summary, language)
    layers = {
        "sites": (sites, "Point"),
        "public_sites": (public_sites(sites, places, study.territories, territory), "Point"),
        "places": (places, "Point"),
        "isochrones": (study.isochrones, "MultiPolygon"),
        "threshold": (study.threshold_line, "MultiLineString"),
        "gaps": (study.gaps.areas, "MultiPolygon"),
        "not_computed": (study.gaps.not_computed, "MultiPolygon"),
        "summary": (summary, None),
    }
    if study.network is not None:
        layers["roads"] = (main_roads(study.network), "LineString")
    if study.territories is not None:
        legs = study.setting.legs if is_own(study.setting.definition) else EMERGENCY_LEGS
        figures = _with_site_counts(_with_figures(study.territories, study.gaps.summary), sites, legs)
        layers["territories"] = (with_changes(figures, study), "MultiPolygon")
        larger = joined_departements(figures, study.gaps.summary)
        layers |= {"departements": (larger, "MultiPolygon")} if larger is not None else {}
    if study.suggestion is not None:
        found = study.suggestion
        layers |= {
            "chosen": (found.chosen, "Point"),
            "public_chosen": (public_places(found.chosen, places, study.territories, territory), "Point"),
            "demand": (found.demand, "Point"),
            "curve": (found.curve, None),
        }
    return layers | _for_print(layers, progress), summary


def _names_in(summary: pd.DataFrame, language: str) -> pd.Series:
    """Return the names of a summary in the language of the results, whatever the interface spoke when it was made."""
    names = summary["name"].copy()
    for source in ("Whole area", "Outside the territories"):
        names[(summary["code"] == "") & (names == tr(source))] = printed(source, language)
    part, in_part = (text.format(name="") for text in (tr("{name} (in part)"), printed("{name} (in part)", language)))
    inside = (summary["level"] == "region") & names.fillna("").str.endswith(part)
    return names.where(~inside, names.str.removesuffix(part) + in_part)


def _for_print(layers: Layers, progress: Progress) -> Layers:
    """Return the areas as pages show them, ``print_isochrones`` and so on, for the whole and for each département."""
    areas = layers["isochrones"][0]
    shapes = {name: layers[name][0].to_crs(areas.crs) for name in KINDS if name in layers}
    if "roads" in shapes:
        shapes["roads"] = _by_class(shapes["roads"])
    whole = layers["territories"][0].to_crs(areas.crs) if "territories" in layers else areas
    larger = layers["departements"][0].to_crs(areas.crs) if "departements" in layers else None
    cut = generalised(
        shapes, larger if larger is not None and len(larger) > 1 else None, tuple(whole.total_bounds), progress
    )
    paper = {"territories": on_paper(whole, tuple(whole.total_bounds))} if "territories" in layers else {}
    return {f"print_{name}": (table, "MultiPolygon") for name, table in paper.items()} | {
        f"print_{name}": (table, "MultiLineString" if name == "roads" else layers[name][1])
        for name, table in cut.items()
    }


def _by_class(roads: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return the roads of each class as one shape of lines from junction to junction."""
    lines = roads.geometry.groupby(roads["road_class"], sort=False).agg(
        lambda some: shapely.line_merge(shapely.multilinestrings(some.to_numpy()))
    )
    return gpd.GeoDataFrame({"road_class": lines.index}, geometry=lines.to_numpy(), crs=roads.crs)


def counted(sites: gpd.GeoDataFrame, setting: Setting, care: Care | None) -> Bools:
    """Tell which sites count.

    They are in the season, open at some moment of the part of the week, on no island of roads, and no emergency site
    that the definition leaves out, nor one of a role of one's own; where such a role is asked for, it alone counts.

    `care` is that of the sites; None with official times, and where it is not known.
    """
    asked, driven = ([role for leg in legs for role in leg.roles] for legs in (setting.legs, (*LEGS, *setting.legs)))
    left_out = {role for leg in EMERGENCY_LEGS for role in leg.roles} - set(asked)
    own = sites["role"].map(is_own).astype(bool)
    here = sites["role"].isin(asked) if is_own(setting.definition) else ~sites["role"].isin(left_out) & ~own
    here &= holds_in(sites["season"], setting.season) if setting.season != "all_year" else True
    if care is not None:
        here &= sites.index.isin(care.sites.index) | ~sites["role"].isin(driven)
    opened: Bools = np.logical_or.reduce([moment.open for moment in moments_of(sites, setting.slot)])
    drawn: Bools = here.to_numpy(bool) & opened
    return drawn


def main_roads(network: Network) -> gpd.GeoDataFrame:
    """Return the roads to draw behind results, with their class."""
    classes = [CLASS_CODE[name] for name in _MAIN_ROADS]
    road_class = network.arrays["kinds"]["road_class"][network.arrays["edge_kind"]]
    edges = np.flatnonzero(np.isin(road_class, classes))
    names = {CLASS_CODE[name]: name for name in _MAIN_ROADS}
    return gpd.GeoDataFrame(
        {"road_class": [names[code] for code in road_class[edges]]}, geometry=network.lines(edges), crs=network.crs
    )


def _with_figures(territories: gpd.GeoDataFrame, summary: pd.DataFrame) -> gpd.GeoDataFrame:
    figures = summary[summary["level"] == "territory"].drop(columns=["level", "name"]).set_index("code")
    table = with_columns(territories, figures.loc[territories["code"]].set_index(territories.index))
    return table.assign(departement=each_departement(table["code"]))


def with_changes(territories: gpd.GeoDataFrame, study: Study) -> gpd.GeoDataFrame:
    """Add what the suggested places would change.

    ``lacking`` and ``lacking_after``, the people without first care (SU, SMUR or MCS), or without a site of the kind of
    one's own that counts, within the threshold.

    Where these counts, or those beyond, differ by too few households, the territory becomes ``secret``.
    """
    if study.suggestion is None:
        return territories
    demand, threshold = study.suggestion.demand, study.setting.threshold
    home = assign(demand, territories)
    masks = {
        name: (demand[column] > threshold).to_numpy()
        for name, column in (("lacking", "t_before_min"), ("lacking_after", "t_after_min"))
    }
    columns = {
        name: territories["code"]
        .map(demand["population"].where(mask, 0.0).groupby(home.to_numpy(object)).sum())
        .fillna(0.0)
        .astype(float)
        for name, mask in masks.items()
    }
    places = study.gaps.places
    counts = {name: places.index.isin(demand.index[mask]) for name, mask in masks.items()} | {
        "beyond": (places["t_emergency_min" if study.times else study.setting.column] > threshold).to_numpy()
    }
    hidden = secret_differences(places, list(counts.values()), assign(places, territories))
    columns["secret"] = territories["secret"].astype(bool) | territories["code"].isin(hidden)
    return territories.assign(**columns)


def _with_site_counts(
    territories: gpd.GeoDataFrame, sites: gpd.GeoDataFrame, legs: tuple[Leg, ...]
) -> gpd.GeoDataFrame:
    """Add ``sites``: how many places in each territory have a site of some legs; a place with two counts once."""
    roles = {role for leg in legs for role in leg.roles}
    points = sites.geometry[sites["role"].isin(roles) & sites["counted"]].to_crs(territories.crs).drop_duplicates()
    inside = gpd.GeoDataFrame(geometry=points).sjoin(territories[["code", "geometry"]], predicate="intersects")["code"]
    inside = inside[~inside.index.duplicated()]
    return territories.assign(sites=territories["code"].map(inside.value_counts()).fillna(0).astype(int))


def joined_departements(territories: gpd.GeoDataFrame, summary: pd.DataFrame) -> gpd.GeoDataFrame | None:
    """Join communes into their départements, with the figures of these.

    None where the territories are no communes of France.
    """
    codes = each_departement(territories["code"])
    if (codes == "").any():
        return None
    known = departements()
    shapes = gpd.GeoDataFrame(geometry=territories.geometry.make_valid(), crs=territories.crs).dissolve(
        codes.to_numpy(object)
    )
    table = gpd.GeoDataFrame(
        {"code": shapes.index, "name": [known[code].name for code in shapes.index]},
        geometry=shapes.geometry.to_numpy(),
        crs=territories.crs,
    )
    figures = summary[summary["level"] == "departement"].drop(columns=["level", "name"]).set_index("code")
    table["sites"] = territories.groupby(codes.to_numpy(object))["sites"].sum().reindex(table["code"]).to_numpy()
    return with_columns(table, figures.reindex(table["code"]).set_index(table.index))


def _storable(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table whose yes-or-no columns are numbers where a value is missing.

    GeoPackage's driver takes no mixed objects.
    """
    table = table.copy()
    for column in table.columns:
        values = table[column]
        if values.dtype == object and values.notna().any() and all(type(value) is bool for value in values.dropna()):
            table[column] = table[column].astype("boolean")
    table.columns = [str(column) for column in table.columns]
    return table.drop(columns=[column for column in ("fid", "ogc_fid") if column in table])
