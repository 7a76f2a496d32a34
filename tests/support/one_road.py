"""One road of 40 km, west to east, three places along it, and their times to given care."""

from __future__ import annotations

import dataclasses

from small import HERE, network, points

from access_plugin.engine.access.care import in_force
from access_plugin.engine.access.times import travel_times

LINE = {"a": (0, 0), "b": (40, 0)}
ROAD = [(("a", "b"), {})]
PLACES = {"p": (1, 0), "q": (19, 0), "r": (39, 0)}


def times_at(care, places=PLACES, net=None, progress=None, **changes):
    setting = dataclasses.replace(HERE, **changes)
    heard = {"progress": progress} if progress else {}
    return travel_times(in_force(net or network(LINE, ROAD), care, setting, **heard), points(places), **heard)[0]
