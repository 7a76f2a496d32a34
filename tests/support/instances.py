"""Questions of placement that are the same everywhere.

Seeded points in the plane, and communes of the région by the crow. An independent solver's answers to them stand in
data/spopt.json.
"""

from __future__ import annotations

import aura
import numpy as np
from paths import SHARED

#: Name → (demand, candidates, places, seed) of the instances of points.
POINTS = {f"points {seed}": (30 + 10 * seed, 12 + 4 * seed, 2 + seed % 4, seed) for seed in range(10)}
#: Name → (département, places) of those of communes; of the whole région, beyond 30 minutes.
COMMUNES = {"Haute-Loire": ("43", 4), "Cantal": ("15", 3)}
REGION_PLACES = (5, 20)
THRESHOLD = 30.0


def points(name: str) -> tuple[np.ndarray, np.ndarray, np.ndarray, int]:
    """Return minutes (demand × candidates), minutes before, people, and the number of places.

    Numpy's frozen generator, whole minutes.
    """
    demand, candidates, places, seed = POINTS[name]
    random = np.random.RandomState(seed)
    at, sites, hospital = random.rand(demand, 2) * 100, random.rand(candidates, 2) * 100, random.rand(2, 2) * 100
    minutes = np.rint(np.linalg.norm(at[:, None] - sites, axis=2))
    before = np.rint(np.linalg.norm(at[:, None] - hospital, axis=2).min(axis=1)) + 5
    return minutes, before, random.randint(1, 500, demand).astype(float), places


def communes(name: str) -> tuple[np.ndarray, np.ndarray, np.ndarray, int]:
    """Return the same of the communes of a département, each a candidate."""
    departement, places = COMMUNES[name]
    region = aura.region()
    rows = np.flatnonzero(np.char.startswith(np.asarray(region.codes, str), departement))
    minutes = np.full((len(rows), len(rows)), 999.0)
    row_of = np.full(len(region.people), -1)
    row_of[rows] = np.arange(len(rows))
    kept = (row_of[region.reach.candidate] >= 0) & (row_of[region.reach.place] >= 0)
    minutes[row_of[region.reach.place[kept]], row_of[region.reach.candidate[kept]]] = region.reach.minutes[kept]
    return np.round(minutes, 3), np.round(region.before[rows], 3), region.people[rows], places


def all_instances() -> dict[str, tuple]:
    return {name: points(name) for name in POINTS} | (
        {name: communes(name) for name in COMMUNES} if SHARED.exists() else {}
    )


def region_beyond() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return minutes, minutes before and people of the communes beyond the threshold.

    Candidates are the communes with a GP that bring one of them within it.
    """
    region = aura.region(only_with_gp=True)
    reach = region.reach.where((region.before[region.reach.place] > THRESHOLD) & (region.reach.minutes <= THRESHOLD))
    rows, columns = np.flatnonzero(region.before > THRESHOLD), np.unique(reach.candidate)
    minutes = np.full((len(region.people), len(columns)), 9999.0)
    minutes[reach.place, np.searchsorted(columns, reach.candidate)] = reach.minutes
    return np.round(minutes[rows], 3), np.round(region.before[rows], 3), region.people[rows]
