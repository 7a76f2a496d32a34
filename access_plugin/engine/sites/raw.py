"""What every reader of sites hands over: one table of rows, placed or not yet, and the log of what was decided about them."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..text import tr

FIELDS = ("id", "role", "name", "insee", "level", "doctors", "delay_min", "hours", "season", "capacity", "precision", "source")
_EMPTY = {"doctors": np.nan, "delay_min": 0.0, "capacity": np.nan, "season": "all_year", "lon": np.nan, "lat": np.nan}
LOG_FIELDS = ("id", "role", "name", "action", "detail", "distance_km", "source")
#: What can happen to a row; the words of the column ``action``.
KEPT, MERGED, MOVED, DOUBTFUL, TO_CHECK, LEFT_OUT = "kept", "merged", "moved", "doubtful", "to_check", "left_out"


def site_rows(rows: list[dict]) -> pd.DataFrame:
    """Return rows as a table with :data:`FIELDS`, ``lon`` and ``lat`` (degrees, NaN where unknown); what a row does not say is empty."""
    columns = (*FIELDS, "lon", "lat")
    return pd.DataFrame([[row.get(column, _EMPTY.get(column, "")) for column in columns] for row in rows], columns=list(columns))


@dataclass
class SiteLog:
    """Decisions about sites, in words that a person can read."""

    rows: list[tuple] = field(default_factory=list)

    def add(self, row, action: str, detail: str, *, distance_km: float = np.nan) -> None:
        """Note what was done with a row (anything with ``id``, ``role``, ``name`` and ``source``), and why."""
        self.rows.append((row["id"], row["role"], row["name"], action, detail, distance_km, row["source"]))

    def keep(self, ids: set[str]) -> None:
        """Forget the rows of other sites, which were not asked for."""
        self.rows = [row for row in self.rows if row[0] in ids]

    def table(self) -> pd.DataFrame:
        return pd.DataFrame(self.rows, columns=list(LOG_FIELDS)).astype({"distance_km": float})

    def count(self, action: str) -> int:
        return sum(row[3] == action for row in self.rows)

    def sentence(self) -> str:
        """Return the number of rows of each kind."""
        text = tr("Log of the sites: {merged} merged, {moved} moved to their chef-lieu, {doubtful} doubtful, {to_check} to check, {left_out} left out.")
        return text.format(**{action: self.count(action) for action in (MERGED, MOVED, DOUBTFUL, TO_CHECK, LEFT_OUT)})
