"""The rows of territories that pages show: their table, and how one is read."""

from __future__ import annotations

import pandas as pd

from .facts import WITHHELD, Facts, NotDrawn


def reading_of(facts: Facts, row) -> str:
    """Return the sentence that reads one territory out of a figure."""
    return facts.say("{name}: {text}", name=row["name"], text=facts.beyond_sentence(row, exact=True))


def by_territory(facts: Facts) -> pd.DataFrame:
    """Return the table of the whole area and its units, or of the whole alone."""
    try:
        return rows_of(facts, facts.units)
    except NotDrawn:
        return rows_of(facts, pd.DataFrame([facts.total]))


def rows_of(facts: Facts, rows: pd.DataFrame) -> pd.DataFrame:
    """Return the table of figures of some territories; what is secret bears its mark."""
    say, secret = facts.say, rows["secret"].astype(bool)
    tiny, unknown = rows.apply(facts.tiny, axis=1).astype(bool), rows["population"] <= rows["not_computed"]
    few = secret | rows["not_computed"].map(facts.few)
    columns = {
        say("Code"): rows["code"],
        say("Territory"): rows["name"],
        say("Inhabitants"): rows["population"].astype(object).where(~tiny, WITHHELD),
        say("Beyond {threshold} min", threshold=facts.threshold): rows["beyond"]
        .where(~unknown)
        .astype(object)
        .where(~secret, WITHHELD),
        say("Share"): rows["beyond_share"].astype(float).round(4).astype(object).where(~secret, WITHHELD),
        say("Mean (min)"): rows["mean_min"]
        .where(~unknown)
        .astype(float)
        .round(1)
        .astype(object)
        .where(~secret, WITHHELD),
        say("Not computed"): rows["not_computed"].astype(object).where(~few, WITHHELD),
    }
    return pd.DataFrame({name: column.to_numpy() for name, column in columns.items()})


def _reading(facts: Facts) -> str:
    """Read the unit with the most people beyond that may be told, else the whole."""
    try:
        told = facts.ranked[(facts.ranked["beyond"] > 0) & ~facts.ranked["secret"]]
    except NotDrawn:
        told = []
    return reading_of(facts, told.iloc[0]) if len(told) else facts.beyond_sentence(facts.total, exact=True)
