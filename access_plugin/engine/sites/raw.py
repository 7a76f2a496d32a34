"""What every reader of sites hands over.

One table of rows, placed or not yet, and the log of what was decided about them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from ..text import numeral, tr

FIELDS = (
    "id",
    "role",
    "name",
    "insee",
    "level",
    "doctors",
    "delay_min",
    "hours",
    "season",
    "capacity",
    "precision",
    "source",
)
_EMPTY = {"doctors": np.nan, "delay_min": 0.0, "capacity": np.nan, "season": "all_year", "lon": np.nan, "lat": np.nan}
LOG_FIELDS = ("id", "role", "name", "action", "detail", "distance_km", "source")
#: What can happen to a row; the words of the column ``action``.
MERGED, MOVED, DOUBTFUL, TO_CHECK, LEFT_OUT = "merged", "moved", "doubtful", "to_check", "left_out"


def site_rows(rows: list[dict[str, Any]]) -> pd.DataFrame:
    """Return rows as a table with :data:`FIELDS`, ``lon`` and ``lat`` (degrees, NaN where unknown).

    What a row does not say is empty.
    """
    columns = (*FIELDS, "lon", "lat")
    return pd.DataFrame(
        [[row.get(column, _EMPTY.get(column, "")) for column in columns] for row in rows], columns=list(columns)
    )


@dataclass
class SiteLog:
    """Decisions about sites, in words that a person can read."""

    rows: list[dict[str, Any]] = field(default_factory=list)

    def add(self, row: Mapping[str, Any], action: str, detail: str, *, distance_km: float = np.nan) -> None:
        """Note what was done with a row, and why.

        A row is anything with ``id``, ``role``, ``name``, ``source`` and perhaps ``insee``.
        """
        values = (row["id"], row["role"], row["name"], action, detail, distance_km, row["source"])
        where = {field: row.get(field, empty) for field, empty in (("insee", ""), ("lon", np.nan), ("lat", np.nan))}
        self.rows.append(dict(zip(LOG_FIELDS, values)) | where)

    def forget(self, elsewhere: Callable[[dict[str, Any]], bool]) -> None:
        """Drop the rows about sites that were not asked for."""
        self.rows = [row for row in self.rows if not elsewhere(row)]

    def table(self) -> pd.DataFrame:
        """Return what was done to each row, and why."""
        return pd.DataFrame(self.rows, columns=list(LOG_FIELDS)).astype({"distance_km": float})

    def of(self, action: str) -> list[str]:
        """Return the sites that something happened to, each once, with how far off they are."""
        rows = [row for row in self.rows if row["action"] == action]

        def far(row: dict[str, Any]) -> str:
            return f" ({numeral(row['distance_km'], '.0f')} km)" if np.isfinite(row["distance_km"]) else ""

        return list(dict.fromkeys(f"{row['id']} {row['name']}".strip() + far(row) for row in rows))

    def count(self, action: str) -> int:
        """Return how many rows something was done to."""
        return sum(row["action"] == action for row in self.rows)

    def sentence(self) -> str:
        """Return the number of rows of each kind."""
        text = tr(
            "Log of the sites: {merged} merged, {moved} moved to {moved:its|their} chef-lieu, {doubtful} "
            "doubtful, {to_check} to check, {left_out} left out."
        )
        return text.format(**{action: self.count(action) for action in (MERGED, MOVED, DOUBTFUL, TO_CHECK, LEFT_OUT)})
