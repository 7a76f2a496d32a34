"""A road network that is open, and what is timed on it."""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import InputError
from . import schema, store
from .closed_roads import Closures
from .drives import Drives
from .profiles import Profile
from .roads import Roads
from .timed import TimedNetwork

if TYPE_CHECKING:
    import networkx  # type: ignore[import-untyped]

#: What no closure changes, and is found once for networks that differ by these alone.
_WITHOUT_CLOSURES = ("crs", "bounds", "road_index")


@dataclass(frozen=True, eq=False)
class Network(Roads):
    """Roads, and what was timed on them: :class:`drives.Drives` own what they keep."""

    drives: Drives = field(default_factory=Drives, repr=False)

    def close(self) -> None:
        """Let go of the file, so that it can be moved or replaced on systems that lock what is mapped.

        Nothing works afterwards.
        """
        self.arrays.clear()
        self.drives.forget()
        self.__dict__.pop("road_index", None)
        gc.collect()  # a timed network and its network refer to each other

    def with_closures(self, closures: Closures) -> Network:
        """Return a network of the same roads on which others are closed; both are closed together."""
        other = Network(self.arrays, self.meta, self.path, closures)
        other.__dict__.update({name: found for name, found in self.__dict__.items() if name in _WITHOUT_CLOSURES})
        return other

    def timed(
        self, profile: str | Profile = "car", season: str = "all_year", *, traffic: str = "off_peak", pace: float = 1.0
    ) -> TimedNetwork:
        """Return the network with the times of a profile, a season and a traffic, see :meth:`drives.Drives.timed`."""
        return self.drives.timed(self, profile, season, traffic=traffic, pace=pace)

    def to_networkx(
        self, profiles: Sequence[str] = ("car",), *, season: str = "all_year", traffic: str = "off_peak"
    ) -> networkx.MultiDiGraph:
        """Return the roads as osmnx has them, with the seconds of some profiles: see :func:`exchange.graph_tables`.

        Raises
        ------
        ModuleNotFoundError
            networkx is not there.
        """
        from .exchange import graph_tables, to_networkx

        return to_networkx(*graph_tables(self, profiles, season=season, traffic=traffic))


def open_network(path: str | os.PathLike[str]) -> Network:
    """Open a ``.accessnet`` file; its arrays stay on disk until they are used.

    Raises
    ------
    InputError
        See :func:`store.read`.
    """
    arrays, meta = store.read(path)
    if schema.problems(arrays):
        raise InputError(store.older(Path(path)))
    return Network(arrays, meta, Path(path))
