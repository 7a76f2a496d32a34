"""The time to care on the roads themselves."""

from __future__ import annotations

from collections.abc import Callable

import geopandas as gpd
import numpy as np

from ..network.attributes import ROAD_CLASSES
from ..network.snap import Attachment
from ..progress import SILENT, Progress
from .care import Care
from .legs import LegTimes

ROAD_TIME_FIELDS = ("road_class", "length_m", "t_begin_min", "t_middle_min", "t_finish_min", "beyond")


def road_times(care: Care, *, progress: Progress = SILENT) -> gpd.GeoDataFrame:
    """Return the roads of a network with the minutes at their beginning, in their middle and at their end.

    They are the minutes, by the definition, of who stands there.

    Parameters
    ----------
    care
        The sites that count, see :func:`care.in_force`.
    progress
        Where to report, and who may cancel.

    Returns
    -------
    GeoDataFrame
        Lines in the network's reference system with :data:`ROAD_TIME_FIELDS`; minutes are NaN where there is no way, as
        on roads that are closed. ``beyond`` is whether the middle is (an object column of True, False and None).
    """
    care = care.on_the_ground()  # roads are no chefs-lieux
    network, legs = care.network, care.setting.legs
    roads = np.flatnonzero(~network.is_barrier)

    def at(share: float) -> Callable[[str], Attachment]:
        places = Attachment(roads, np.full(len(roads), share), np.zeros(len(roads), np.float32))
        return lambda profile: places

    middle = LegTimes(care, at(0.5))
    minutes = {}
    for number, (name, share) in enumerate((("middle", 0.5), ("begin", 0.0), ("finish", 1.0))):
        part = progress.part(number / 3, (number + 1) / 3)
        times = middle if share == 0.5 else middle.moved_to(at(share))
        minutes[name] = times.worst(legs, progress=part)[0]
    kind = network.arrays["kinds"][network.arrays["edge_kind"][roads]]
    known = ~np.isnan(minutes["middle"])
    beyond = (minutes["middle"] > care.setting.threshold).astype(object)
    beyond[~known] = None
    columns = {
        "road_class": np.array(ROAD_CLASSES)[kind["road_class"]],
        "length_m": np.asarray(network.arrays["edge_length_m"][roads], float),
        **{f"t_{name}_min": minutes[name] for name in ("begin", "middle", "finish")},
        "beyond": beyond,
    }
    return gpd.GeoDataFrame(columns, geometry=network.lines(roads), crs=network.crs)
