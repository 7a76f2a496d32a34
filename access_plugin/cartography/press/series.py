"""A series of the user's own, for the bars of an evolution."""

from __future__ import annotations

import pandas as pd

from ...engine.errors import InputError
from ...engine.plain_words import plain
from ...engine.reading import read_table_file
from ...engine.tables import numbers, texts
from ...engine.text import listed, tr

_HEADERS = {
    "label": ("label", "libelle", "annee", "year", "date", "etape"),
    "value": ("value", "valeur", "nombre", "number"),
    "target": ("target", "cible", "objectif"),
}
_MOST = 12


def read_series(path: str) -> tuple[pd.DataFrame, str]:
    """Read a table of ``label value target`` (the last may be missing), and its name.

    Raises
    ------
    InputError
        A column is missing, a value is no number, negative or empty, or there are too many bars.
    """
    table, name = read_table_file(path)
    words = {plain(column): column for column in table.columns}
    found = {field: next((words[word] for word in names if word in words), None) for field, names in _HEADERS.items()}
    missing = [field for field in ("label", "value") if found[field] is None]
    if missing:
        text = tr(
            "{name} has no field {field}. Its fields are: {fields}. Rename the right one or choose another layer."
        )
        raise InputError(text.format(name=name, field=listed(missing), fields=listed(words.values())))
    if not 1 <= len(table) <= _MOST:
        raise InputError(
            tr("{name} has {count} {count:row|rows}; a series has 1 to {most}.").format(
                name=name, count=len(table), most=_MOST
            )
        )
    target = (
        texts(table[found["target"]]).str.lower().isin(["1", "1.0", "oui", "yes", "true", "vrai", "x"])
        if found["target"]
        else False
    )
    return pd.DataFrame(
        {
            "label": texts(table[found["label"]]),
            "value": numbers(table, found["value"], name, at_least=0),
            "target": target,
        }
    ), name
