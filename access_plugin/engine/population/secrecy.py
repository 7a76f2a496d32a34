"""Statistical confidentiality of population cells (DOMAIN § 7.4)."""

from __future__ import annotations

import pandas as pd

from ..defaults import SECRECY_PEOPLE

#: INSEE publishes nothing for a cell of fewer households than this.
SECRECY_HOUSEHOLDS = 11


def secret_cells(cells: pd.DataFrame, few_people: float = SECRECY_PEOPLE) -> pd.Series:
    """Tell which cells must not be published one by one.

    Too few households, imputed values, or, where households are not known, too few people.
    """
    unknown = cells["households"].isna()
    few = (cells["households"] < SECRECY_HOUSEHOLDS) | (unknown & (cells["population"] < few_people))
    return (few | cells["imputed"].astype(bool)) & (cells["population"] > 0)
