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

    def told(column, hidden=None, decimals=None):
        values = rows[column].astype(float)
        values = values if decimals is None else values.round(decimals)
        return values.astype(object).where(~(values.isna() if hidden is None else hidden), WITHHELD)

    columns = {
        say("Code"): rows["code"],
        say("Territory"): rows["name"],
        say("Inhabitants"): told("population"),
        say("Beyond {threshold} min", threshold=facts.threshold): told("beyond", secret),
        say("Share"): told("beyond_share", secret, 4),
        say("Mean (min)"): told("mean_min", secret, 1),
        say("Not computed"): told("not_computed"),
    }
    return pd.DataFrame({name: column.to_numpy() for name, column in columns.items()})


def _reading(facts: Facts) -> str:
    """Read the unit with the most people beyond that may be told, else the whole."""
    try:
        told = facts.told
    except NotDrawn:
        told = []
    return reading_of(facts, told.iloc[0]) if len(told) else facts.beyond_sentence(facts.total, exact=True)
