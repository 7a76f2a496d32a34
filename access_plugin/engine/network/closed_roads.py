"""Roads that the user closes, as a value: what is closed, and when."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..arrays import Bools, Ints
from ..seasons import holds_in


@dataclass(frozen=True, eq=False)
class Closures:
    """Roads that nobody drives on, either way, in some seasons.

    Attributes
    ----------
    name
        Of the layer that marks them; empty where there is none.
    marked
        The edges that each mark closes.
    seasons
        When each mark holds, as :func:`seasons.read_seasons` gives it.
    """

    name: str = ""
    marked: tuple[Ints, ...] = ()
    seasons: tuple[str, ...] = ()

    @classmethod
    def always(cls, edges: Ints, name: str) -> "Closures":
        """Return closures of some edges in every season."""
        return cls(name, (np.asarray(edges, np.int64),), ("all_year",))

    def held(self, season: str) -> Bools:
        """Return (m,) bool: the marks that hold in a season; with ``all_year`` those of all the year alone."""
        held: Bools = holds_in(pd.Series(list(self.seasons), dtype=object), season).to_numpy(bool)
        return held

    def edges(self, season: str) -> Ints:
        """Return the edges that are closed in a season, each once, in their order."""
        return np.unique(
            np.concatenate(
                [np.zeros(0, np.int64), *(edges for edges, now in zip(self.marked, self.held(season)) if now)]
            )
        )


#: Where the user closes none.
NONE = Closures()
