"""BD TOPO ``troncon_de_route`` written from the roads of an OSM extract, in the real schema, for want of a real extract
at hand.
"""

from __future__ import annotations

import dataclasses

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely import LineString

from access_plugin.engine.access.reach import nearest_minutes
from access_plugin.engine.network.attributes import (
    ACCESS,
    BACKWARD,
    BRIDGE,
    CLASS_CODE,
    CLOSED_IN_WINTER,
    COVERED,
    FORWARD,
    MOTORROAD,
    ROAD_CLASSES,
    TUNNEL,
)
from access_plugin.engine.network.build import build_network
from access_plugin.engine.network.graph import Network
from access_plugin.engine.network.osm import read_osm
from access_plugin.engine.network.profiles import read_profile
from access_plugin.engine.network.snap import attach

NATURES = {
    "motorway": "Type autoroutier",
    "motorway_link": "Bretelle",
    "trunk_link": "Bretelle",
    "trunk": "Route à 2 chaussées",
    "track": "Route empierrée",
}
IMPORTANCE = {"motorway": "1", "trunk": "1", "primary": "2", "secondary": "3", "tertiary": "4"}
DIRECTIONS = {FORWARD: "Sens direct", BACKWARD: "Sens inverse", FORWARD | BACKWARD: "Double sens", 0: "Sans objet"}
ACCESSES = {
    "open": "Libre",
    "destination": "Libre",
    "private": "Restreint aux ayants droit",
    "no": "Physiquement impossible",
    "bus": "Restreint aux ayants droit",
}

LEVELS = {BRIDGE: "1", TUNNEL: "-1", COVERED: "-1"}


def _nature(name: str, structure: int) -> str:
    """Return what IGN calls a road; an expressway where nobody may stop is of the motorways' kind."""
    return (
        "Type autoroutier"
        if structure == MOTORROAD
        else NATURES.get(name) or NATURES.get(name.removesuffix("_link"), "Route à 1 chaussée")
    )


def plain_osm_network(path) -> Network:
    """Return the roads of an extract without what BD TOPO's table of sections does not say.

    Barriers, lights, banned turns.
    """
    source = read_osm(path)
    nothing = np.zeros(len(source.lon), "u1")
    return Network(
        *build_network(
            dataclasses.replace(source, barrier=nothing, signal=nothing.copy(), bans=np.zeros((0, 4), np.int64))
        )
    )


def sections(network: Network, kph: dict[str, int], *, seed: int = 0) -> gpd.GeoDataFrame:
    """Return a table of sections.

    A third of the one-way ones are drawn against the traffic, a third of the long ones are cut in two.
    """
    chance = np.random.default_rng(seed)
    kinds = network.arrays["kinds"][network.arrays["edge_kind"]]
    rows, shapes = [], []
    for line, kind in zip(network.lines(), kinds):
        name = ROAD_CLASSES[kind["road_class"]]
        if kind["road_class"] == CLASS_CODE["barrier"] or kind["direction"] == 0:
            continue
        direction = int(kind["direction"])
        if chance.random() < 1 / 3:
            line, direction = line.reverse(), (direction & FORWARD) << 1 | (direction & BACKWARD) >> 1
        middle = len(line.coords) // 2
        cut = chance.random() < 1 / 3 and 0 < middle < len(line.coords) - 1
        pieces = [line.coords[: middle + 1], line.coords[middle:]] if cut else [line.coords]
        for piece in pieces:
            shapes.append(shapely.force_3d(shapely.LineString(piece), 1000.0))
            rows.append(
                {
                    "nature": "Rond-point" if kind["roundabout"] else _nature(name, kind["structure"]),
                    "importance": IMPORTANCE.get(name.removesuffix("_link"), "5"),
                    "fictif": False,
                    "position_par_rapport_au_sol": LEVELS.get(int(kind["structure"]), "0"),
                    "etat_de_l_objet": "En service",
                    "prive": ACCESS[kind["access"]] == "destination",
                    "sens_de_circulation": DIRECTIONS[direction],
                    "reserve_aux_bus": "Bus" if ACCESS[kind["access"]] == "bus" else None,
                    "urbain": False,
                    "vitesse_moyenne_vl": kph.get(name, 0),
                    "acces_vehicule_leger": ACCESSES[ACCESS[kind["access"]]],
                    "periode_de_fermeture": "du 1er novembre au 31 mai" if kind["closed"] & CLOSED_IN_WINTER else None,
                }
            )
    table = pd.DataFrame(rows)
    table.insert(0, "cleabs", [f"TRONROUT{number:016d}" for number in range(len(table))])
    return gpd.GeoDataFrame(table, geometry=shapes, crs=network.crs)


def layer(rows, crs=2154):
    """Return lines from (coordinates in metres from a corner, columns)."""
    base = np.array([700_000.0, 6_500_000.0])
    shapes = [LineString([(*(base + point[:2]), *point[2:]) for point in np.array(path, float)]) for path, _ in rows]
    return gpd.GeoDataFrame([columns for _, columns in rows], geometry=shapes, crs=crs)


BD = {
    "nature": "Route à 1 chaussée",
    "importance": "4",
    "sens_de_circulation": "Double sens",
    "vitesse_moyenne_vl": 60,
    "urbain": False,
    "acces_vehicule_leger": "Libre",
}


def minutes_between(network, start, end, profile="car", season="all_year"):
    timed = network.timed(read_profile(profile) if profile.endswith("toml") else profile, season)
    ends = [attach(timed, np.array([[700_000.0 + x, 6_500_000.0 + y]])) for x, y in (start, end)]
    return nearest_minutes(timed, "outbound", ends[0], np.zeros(1), ends[1])[0][0]
