"""The real communes and emergency sites of Auvergne-Rhône-Alpes as questions of placement.

No roads of the région can be had here: a stand-in takes their place, 1.3 times the distance as the crow flies at 50
km/h. So the figures of people mean nothing; the sizes, the weights and the geography are real.
"""

from __future__ import annotations

import functools
import sys
from dataclasses import dataclass

import numpy as np
import pandas as pd
from paths import ROOT, SHARED
from scipy.spatial import cKDTree

sys.path.insert(0, str(ROOT))

from access_plugin.engine.placement.models import Reach

DETOUR, KPH, EARTH_KM = 1.3, 50.0, 6371.0


@dataclass(frozen=True)
class Region:
    """Communes (rows of demand and candidates): codes, names, people, whether they have a GP.

    Minutes from the nearest SU or SMUR; who reaches whom sooner.
    """

    codes: np.ndarray
    names: np.ndarray
    people: np.ndarray
    has_gp: np.ndarray
    before: np.ndarray
    reach: Reach


def available() -> bool:
    return (SHARED / "aura" / "communes_2025.csv").exists()


def _on_sphere(lon, lat) -> np.ndarray:
    lon, lat = np.radians(np.asarray(lon, float)), np.radians(np.asarray(lat, float))
    return np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)]) * EARTH_KM


@functools.cache
def region(only_with_gp: bool = False) -> Region:
    """Return the region; every commune is a candidate, or those with a GP alone."""
    communes = pd.read_csv(SHARED / "aura" / "communes_2025.csv", dtype={"code": str}).sort_values(
        "code", ignore_index=True
    )
    sites = pd.read_csv(SHARED / "aura" / "su_smur_sae2023_aura_plus60km.csv", dtype=str)
    xy = _on_sphere(
        communes["lon_cheflieu"].fillna(communes["lon_centre"]), communes["lat_cheflieu"].fillna(communes["lat_centre"])
    )
    minutes_a_km = DETOUR / KPH * 60
    before = cKDTree(_on_sphere(sites["lon"], sites["lat"])).query(xy)[0] * minutes_a_km
    has_gp = communes["nb_generalistes"].fillna(0).to_numpy(float) > 0
    tree, start, place, minutes = cKDTree(xy), [0], [], []
    near = tree.query_ball_point(xy, before.max() / minutes_a_km)
    for candidate, found in enumerate(near):
        found = np.sort(np.array(found))
        times = np.linalg.norm(xy[found] - xy[candidate], axis=1) * minutes_a_km
        useful = times < before[found] if has_gp[candidate] or not only_with_gp else np.zeros(len(found), bool)
        place.append(found[useful])
        minutes.append(times[useful])
        start.append(start[-1] + int(useful.sum()))
    reach = Reach(np.array(start), np.concatenate(place), np.concatenate(minutes), len(communes))
    return Region(
        communes["code"].to_numpy(object),
        communes["nom"].to_numpy(object),
        communes["pop"].to_numpy(float),
        has_gp,
        before,
        reach,
    )
