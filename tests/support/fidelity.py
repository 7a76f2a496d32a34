"""How true areas are to the roads, as ARCHITECTURE defines it: points every 25 m along drivable roads."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from access_plugin.engine.access.care import in_force_of_roles
from access_plugin.engine.access.isochrones import isochrones
from access_plugin.engine.access.legs import LegTimes
from access_plugin.engine.network.snap import Attachment

STEP_M = 25.0


@dataclass(frozen=True)
class Fidelity:
    recall: float
    fallout: float
    iou: float


def points_on_roads(timed) -> tuple[np.ndarray, Attachment]:
    """Return points (n, 2) every 25 m along the roads that points attach to, and where they stand."""
    edges = np.flatnonzero(timed.attachable)
    lines = timed.network.lines(edges)
    count = np.maximum(1, np.ceil(shapely.length(lines) / STEP_M)).astype(int)
    row = np.repeat(np.arange(len(edges)), count)
    fraction = (np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count) + 0.5) / np.repeat(count, count)
    xy = shapely.get_coordinates(shapely.line_interpolate_point(lines[row], fraction, normalized=True))
    return xy, Attachment(edges[row], fraction, np.zeros(len(row)))


def road_fidelity(network, sites, roles, bands, setting, cell_m) -> dict[float, Fidelity]:
    """Measure the area within each band that some road reaches."""
    xy, places = points_on_roads(setting.timed(network))
    care = in_force_of_roles(network, sites, roles, setting)
    minutes, _ = LegTimes(care, lambda profile: places).worst(care.legs)
    areas = isochrones(care, bands, cell_m=cell_m)
    measured = {}
    for band in bands:
        area = shapely.union_all(areas.geometry[areas["to_min"] <= band].to_numpy())
        shapely.prepare(area)
        inside, reached = shapely.contains_xy(area, xy), minutes <= band
        if reached.any():
            measured[band] = Fidelity(
                (inside & reached).sum() / reached.sum(),
                (inside & ~reached).sum() / max(inside.sum(), 1),
                (inside & reached).sum() / (inside | reached).sum(),
            )
    return measured
