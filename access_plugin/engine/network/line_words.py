"""The words of state, access and direction in line layers, as :func:`reading.plain` writes them.

Such layers are BD TOPO 2 and 3, ROUTE 500, Geofabrik, osmnx, NavStreets, and a département's own.
"""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from ..arrays import Bools, Ints
from ..errors import InputError
from ..plain_words import NOT_KNOWN, plain
from ..progress import Progress
from ..tables import texts
from ..text import listed, tr
from .attributes import BACKWARD, FORWARD

_NOT_IN_SERVICE = {
    "en_construction",
    "en_projet",
    "projet",
    "en_travaux",
    "hors_service",
    "en_ruine",
    "detruit",
    "abandonne",
    "ferme",
    "desaffecte",
    "non_exploite",
    "non_mis_en_service",
}
_IN_SERVICE = {"", "en_service", "revetu", "non_revetu", "ouvert", "sans_objet"}
_NO_ACCESS = {"no", "interdit", "physiquement_impossible"}
_ACCESS_WORDS = {
    "",
    "yes",
    "libre",
    "a_peage",
    "permissive",
    "designated",
    "public",
    "destination",
    "customers",
    "delivery",
    "private",
    "residents",
    "permit",
    "restreint_aux_ayants_droit",
    "official",
    "unknown",
    "sans_objet",
}
_BOTH = {"", "double", "double_sens", "both", "b", "0", "2", "no", "non", "n", "false", "reversible", *NOT_KNOWN}
_ALONG = {
    "sens_direct",
    "direct",
    "sens_unique",
    "unique",
    "f",
    "ft",
    "1",
    "yes",
    "oui",
    "y",
    "true",
    "forward",
    "along",
}
_AGAINST = {"sens_inverse", "inverse", "t", "tf", "backward", "against", "reverse"}


def field_of(words: dict[str, str], names: tuple[str, ...]) -> str | None:
    """Return the column of a layer that bears the first of some names, or what a shapefile leaves of it.

    Columns are given as plain name → name; a shapefile leaves the first ten letters.
    """
    cut = (name[:10].rstrip("_") for name in names if len(name) > 10)
    return next((words[word] for word in (*names, *cut) if word in words), None)


def asked_field(words: dict[str, str], asked: str, guesses: tuple[str, ...], name: str) -> str | None:
    """Return the column that the user names, else the one that is guessed.

    Raises
    ------
    InputError
        The layer has no column of the name that the user gave.
    """
    if asked and plain(asked) not in words:
        text = tr(
            "{name} has no field {field}. Its fields are: {fields}. Rename the right one or choose another layer."
        )
        raise InputError(text.format(name=name, field=asked, fields=listed(words.values())))
    return words[plain(asked)] if asked else field_of(words, guesses)


def in_use(table: pd.DataFrame, state: str | None, access: str | None, name: str, progress: Progress) -> Bools:
    """Tell which lines are in service and open to somebody.

    A word of state or access that is not known closes no road, and is told.
    """
    keep = np.ones(len(table), bool)
    for column, shut, known in ((state, _NOT_IN_SERVICE, _IN_SERVICE), (access, _NO_ACCESS, _ACCESS_WORDS)):
        if column is None:
            continue
        # of several words one that opens is enough
        said = texts(table[column]).map(
            lambda text: {plain(word) for word in re.split(r"[\[\],;]", text) if plain(word)} or {""}
        )
        keep &= ~said.map(lambda words_said: words_said <= shut).to_numpy(bool)
        strange = ~said.map(lambda words_said: words_said <= shut | known).to_numpy(bool)
        if strange.any():
            text = tr(
                "{name}: the field {field} holds words that are not known ({values}) in {count} {count:feature; "
                "this road is|features; these roads are} taken for open."
            )
            progress.warn(
                text.format(
                    name=name,
                    field=column,
                    values=listed(dict.fromkeys(texts(table.loc[strange, column]))),
                    count=int(strange.sum()),
                )
            )
    return keep


def directions(table: pd.DataFrame, column: str | None, name: str, progress: Progress) -> Ints:
    """Return FORWARD, BACKWARD or both for each road.

    Where the layer says that it does not know, both, and how many is told.

    Raises
    ------
    InputError
        A word is none that is known.
    """
    if column is None:
        return np.full(len(table), FORWARD | BACKWARD)
    raw = texts(table[column])
    minus = raw.str.strip() == "-1"
    words = raw.map(plain)
    wrong = table.index[~(words.isin(_BOTH | _ALONG | _AGAINST) | minus)]
    if len(wrong):
        text = tr(
            "{name}: the field {field} holds unknown directions in {ids:feature|features} {ids} ({values}). Use Double "
            "sens, Sens direct, Sens inverse."
        )
        raise InputError(
            text.format(name=name, field=column, ids=listed(wrong), values=listed(dict.fromkeys(raw[wrong])))
        )
    blank = int(words.isin(NOT_KNOWN - {"sans_objet"}).sum())
    if blank:
        text = tr(
            "{name}: the field {field} does not know the direction of {count} {count:road, which is|roads, which "
            "are} taken as open both ways."
        )
        progress.warn(text.format(name=name, field=column, count=blank))
    along, against = words.isin(_ALONG) & ~minus, words.isin(_AGAINST) | minus
    return np.select([along, against], [FORWARD, BACKWARD], FORWARD | BACKWARD)
