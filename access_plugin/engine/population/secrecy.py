"""Statistical confidentiality of population cells (DOMAIN § 7.4)."""

from __future__ import annotations

import pandas as pd

#: INSEE publishes nothing for a cell of fewer households than this.
SECRECY_HOUSEHOLDS = 11
#: Where households are not counted, fewer people than this count as fewer than :data:`SECRECY_HOUSEHOLDS` households.
SECRECY_PEOPLE = 25


def secret_cells(cells: pd.DataFrame) -> pd.Series:
    """Tell which cells must not be published one by one: too few households, imputed values, or, where households are not known, too few people."""
    unknown = cells["households"].isna()
    few = (cells["households"] < SECRECY_HOUSEHOLDS) | (unknown & (cells["population"] < SECRECY_PEOPLE))
    return (few | cells["imputed"].astype(bool)) & (cells["population"] > 0)
