"""Roles as people write them in a list: “Service d'urgences”, “Antenne de SMUR”."""

from __future__ import annotations

import functools
import re

import pandas as pd

from ..errors import InputError
from ..plain_words import key_words, plain
from ..progress import SILENT, Progress
from ..tables import texts
from ..text import listed, tr
from .own_roles import one_spelling, own_role
from .roles import ROLE_ROWS, ROLES

#: More words than this are a sentence, not a role.
_MOST_WORDS = 20


@functools.cache
def _role_of() -> dict[str, str]:
    """Return the roles by what is compared of their spellings; a spelling that would stand for two of them is none."""
    found: dict[str, set[str]] = {}
    for role in ROLE_ROWS:
        for spelling in (role.code, role.meaning, *role.spellings.split(",")):
            found.setdefault("".join(key_words(_apart(spelling))), set()).add(role.code)
    return {key: roles.pop() for key, roles in found.items() if len(roles) == 1}


def roles_in(cell: str) -> tuple[str, ...]:
    """Return the role that a cell names, several where it names several, none where one of its words is not understood.

    >>> roles_in("Antenne de SMUR"), roles_in("Urgences (SU)"), roles_in("SU / SMUR"), roles_in("Hôpital, SU")
    (('SMUR_ANTENNE',), ('SU',), ('SU', 'SMUR'), ())
    """
    text = _apart(cell)
    for words in (tuple(plain(text).split("_")), key_words(text)):  # the former for C.D.S., whose D is no article
        roles = _cut(words) if len(words) <= _MOST_WORDS else None
        if roles:
            return tuple(dict.fromkeys(roles))
    return ()


def _with_own(cell: str) -> tuple[str, ...]:
    """Return the roles of a cell of which one at least is of one's own; none where a part of it is not understood."""
    read = []
    for part in (part.strip() for part in re.split(r"[,;+&/\n]", cell)):
        several = [_one(word) for word in re.split(r"(?i)\s+(?:et|and)\s+", part)]
        read += several if all(several) else [_one(part)] if part else []
    return tuple(dict.fromkeys(role for roles in read for role in roles)) if all(read) else ()


def _one(part: str) -> tuple[str, ...]:
    own = own_role(part)
    return (own,) if own else roles_in(part)


def _apart(text: str) -> str:
    """Return a text with “et” for the signs that part roles: “hélicoptère, SMUR” is two, “hélicoptère SMUR” one."""
    return re.sub(r"[,;+&/\n]", " et ", text)


def _cut(words: tuple[str, ...]) -> list[str] | None:
    """Cut words into roles, the longest first, “et” between them left out; None where that cannot be done."""
    if not words:
        return []
    if words[0] == "et":
        return _cut(words[1:])
    for end in range(len(words), 0, -1):
        role = _role_of().get("".join(words[:end]))
        rest = _cut(words[end:]) if role else None
        if role and rest is not None:
            return [role, *rest]
    return None


def read_roles(column: pd.Series, name: str, *, field: str = "type", progress: Progress = SILENT) -> pd.Series:
    """Read the roles of a list, as people write them.

    Parameters
    ----------
    column
        The roles of each row, by their codes or in words (:attr:`roles.Role.spellings`). The index holds the rows
        that messages name.
    name
        What messages call the list.
    field
        What they call the column.
    progress
        Told which words were read as which role, and which cells hold several.

    Returns
    -------
    pandas.Series
        A tuple of roles for each row.

    Raises
    ------
    InputError
        A cell holds no role, or a word that is none.
    """
    cells = texts(column)
    empty = cells.index[cells == ""]
    if len(empty):
        text = tr(
            "{name}: the field {field} is empty in {ids:feature|features} {ids}. Fill it in, or delete what is no site "
            "(a total, a note)."
        )
        raise InputError(text.format(name=name, field=field, ids=listed(empty)))
    found = {cell: roles_in(cell) or _with_own(cell) for cell in dict.fromkeys(cells)}
    unknown = cells[cells.map(lambda cell: not found[cell])]
    if len(unknown):
        text = tr(
            "{name}: unknown role in {ids:feature|features} {ids} ({values}). The roles are: {roles}. Another kind of "
            "site is written “vers …” where people drive to it, “depuis …” where its team drives to people (“vers "
            "Maternité”)."
        )
        roles = ", ".join(f"{role.code} ({tr(role.meaning)})" for role in ROLE_ROWS)
        raise InputError(
            text.format(
                name=name,
                ids=listed(unknown.index),
                values=listed(unknown.unique()),
                roles=roles,
            )
        )
    several = cells[cells.map(lambda cell: len(found[cell]) > 1)]
    if len(several):
        text = tr(
            "{name}: {count} {count:cell names|cells name} several roles ({values}); {count:its row became|their "
            "rows became} one site for each role."
        )
        progress.say(text.format(name=name, count=len(several), values=listed(several.unique())))
    words = {role: [cell for cell, read in found.items() if read == (role,) and cell.upper() != role] for role in ROLES}
    if any(words.values()):
        read = ", ".join(
            f"{role} ({listed(tr('“{word}”').format(word=cell) for cell in cells)})"
            for role, cells in words.items()
            if cells
        )
        progress.say(tr("{name}: its words were read as the roles {roles}.").format(name=name, roles=read))
    spelling = one_spelling((role for roles in found.values() for role in roles), name)
    own = list(dict.fromkeys(spelling.values()))
    if own:
        progress.say(tr("{name}: kinds of site of your own: {roles}.").format(name=name, roles=", ".join(own)))
    return cells.map({cell: tuple(dict.fromkeys(spelling.get(role, role) for role in found[cell])) for cell in found})
