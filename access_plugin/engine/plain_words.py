"""Words of headers and texts as they compare: small letters without accents, joined by underscores."""

from __future__ import annotations

import re
import unicodedata

#: Words that two ways to write a name differ by.
_LITTLE_WORDS = {"de", "du", "des", "d", "le", "la", "les", "l"}
#: What IGN and others write where nothing is known: *non connu*, *non renseigné*.
NOT_KNOWN = {"nc", "nr", "nd", "n_c", "n_r", "n_d", "n_a", "so", "s_o", "non_connu", "non_renseigne", "non_disponible"}
NOT_KNOWN |= {"inconnu", "unknown", "null", "sans_objet"}
_MARKS_FOR_NOTHING = {"?", "-", "–", "—", "/", "...", "…"}


def plain(word: object) -> str:
    """Return a header as it is compared: lower case, no accents, words joined by ``_``.

    >>> plain("Code commune INSEE "), plain("Rôle"), plain("\\ufeffID")
    ('code_commune_insee', 'role', 'id')
    """
    letters = unicodedata.normalize("NFKD", str(word).replace("’", "'")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", letters.lower()).strip("_")


def says_nothing(text: str) -> bool:
    """Return whether a cell says that nothing is known: ``NC``, ``non renseigné``, ``?``, ``-``."""
    return text.strip() in {"", *_MARKS_FOR_NOTHING} or plain(text).removesuffix("s") in NOT_KNOWN


def key_words(text: object) -> tuple[str, ...]:
    """Return the words by which two ways to write a French name are compared.

    As :func:`plain`, without articles and “de”, in the singular.

    >>> key_words("Services d'urgences"), key_words("SERVICE DES URGENCES"), key_words("Côte-d’Or")
    (('service', 'urgence'), ('service', 'urgence'), ('cote', 'or'))
    """
    words = [word for word in plain(text).split("_") if word and word not in _LITTLE_WORDS]
    # MCS and CDS are no plurals
    return tuple(word[:-1] if len(word) > 3 and word.endswith("s") else word for word in words)
