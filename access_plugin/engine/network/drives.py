"""What was timed on a network: each profile, season and traffic once, kept here and let go of with the network."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Hashable

from .open_roads import OpenRoads, Vehicle
from .profiles import Profile, read_profile
from .roads import Roads
from .timed import TimedNetwork


class Drives:
    """The timed networks of one network, and the open roads that several of them share.

    Remembered by the id of their profile; those of another pace than the profile's own only as long as somebody uses
    them.
    """

    def __init__(self) -> None:
        self._timed: dict[Hashable, TimedNetwork] = {}
        self._paced: weakref.WeakValueDictionary[Hashable, TimedNetwork] = weakref.WeakValueDictionary()
        self._open: dict[Hashable, OpenRoads] = {}
        self._one_at_a_time = threading.Lock()  # places are chosen while areas are drawn

    def timed(
        self, network: Roads, profile: str | Profile, season: str, *, traffic: str = "off_peak", pace: float = 1.0
    ) -> TimedNetwork:
        """Return the network with the times of a profile, a season and a traffic, all times `pace` times as long."""
        if isinstance(profile, Profile):
            return self._of(network, profile, season, traffic, pace)
        key, known = (profile, season, traffic, pace), self._timed if pace == 1.0 else self._paced
        with self._one_at_a_time:
            timed = known.get(key)
            if timed is None:
                timed = known[key] = self._of(network, read_profile(profile), season, traffic, pace)
        return timed

    def _of(self, network: Roads, profile: Profile, season: str, traffic: str, pace: float) -> TimedNetwork:
        return TimedNetwork(network, profile, self._roads(network, profile, season), traffic=traffic, pace=pace)

    def _roads(self, network: Roads, profile: Profile, season: str) -> OpenRoads:
        vehicle = Vehicle(tuple(profile.access), profile.emergency, frozenset(profile.classes))
        whole = self._open.get((vehicle, "all_year"))
        if whole is None:
            whole = self._open[vehicle, "all_year"] = OpenRoads(network, vehicle, "all_year")
        if (vehicle, season) not in self._open:
            self._open[vehicle, season] = OpenRoads(network, vehicle, season, whole)
        return self._open[vehicle, season]

    def forget(self) -> None:
        """Let go of all that was timed, and of the file that it maps."""
        self._timed.clear()
        self._open.clear()
