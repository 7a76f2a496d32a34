"""Roles of one's own: a maternity, a pharmacy, a fire station; any kind of site to which or from which one drives.

A list writes “vers Maternité” where people drive to the site and “depuis Caserne” where its team drives to people (in
English “to …”, “from …”). These words are the role's code: a layer of sites says all by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..errors import InputError
from ..plain_words import plain
from ..text import listed, tr, translate
from ..vocabulary import CARE, Definition
from .roles import AREA_LEGS, LEG, OWN_WAYS, ROLE, Leg, role_of

#: How lists write the first word.
_WAYS = {"vers": "vers", "to": "vers", "depuis": "depuis", "from": "depuis"}
_NAME = re.compile(r"[^\W\d_][\w '’()-]{0,39}")
#: By who drives: what the bands of time are, nothing for official times, and what was driven. ``{care}`` is the role.
_BANDS = {
    "patients": (
        translate("Time to the nearest site ({care})"),
        "",
        translate("Drive time to the nearest site ({care}); no other care is counted"),
    ),
    "team": (
        translate("Time from the nearest site ({care})"),
        "",
        translate("Drive time from the nearest site ({care}); no other care is counted"),
    ),
}
#: Names of fields that mean something else already.
_TAKEN = {*LEG, *CARE, *(code.lower() for code in ROLE), "low", "high", "baseline", "before", "after"}


def own_role(text: str) -> str:
    """Return the code of the role of one's own that a text names; empty where it names none.

    >>> own_role("Vers  Maternité"), own_role("from fire station"), own_role("vers SU"), own_role("Maternité")
    ('vers Maternité', 'depuis fire station', '', '')
    """
    way, _, name = " ".join(text.split()).partition(" ")
    known = way.lower() in _WAYS and _NAME.fullmatch(name) is not None and plain(name) not in {"", *_TAKEN}
    return f"{_WAYS[way.lower()]} {name}" if known else ""


def is_own(code: str) -> bool:
    """Tell whether a role, or what counts as care, is of one's own."""
    return code.partition(" ")[0] in OWN_WAYS and " " in code


def key_of(code: str) -> str:
    """Return what fields call a role of one's own, ``maternite``; any other code as it is."""
    return role_of(code).legs[0] if is_own(code) else code


def own_leg(code: str) -> Leg:
    """Return how one drives for a role of one's own; its time is ``t_<key>_min``."""
    _, direction, profile = AREA_LEGS[role_of(code).drives[0]]
    return Leg(key_of(code), direction, (code,), profile)


def own_roles_in(roles: Iterable[str]) -> list[str]:
    """Return the roles of one's own among some roles, each once, in their order."""
    return [role for role in dict.fromkeys(roles) if is_own(role)]


def named_role(name: str, roles: Iterable[str]) -> str:
    """Return the role of one's own, of those that are there, that a person names, with or without its first word.

    Raises
    ------
    InputError
        None of them has that name.
    """
    there = own_roles_in(roles)
    key = key_of(own_role(name)) if own_role(name) else plain(name)
    found = next((role for role in there if key_of(role) == key), "")
    if not found:
        text = tr(
            "No site has the role “{name}”. Roles of your own that are there: {roles}. In the list of sites, write "
            "“vers {name}” where people drive to it, “depuis {name}” where its team drives to people."
        )
        raise InputError(text.format(name=name, roles=listed(there) if there else tr("none")))
    return found


def definition_of(code: str) -> Definition:
    """Return what counts as care: a row of :data:`vocabulary.CARE`, or a role of one's own alone."""
    if not is_own(code):
        return CARE[code]
    return Definition(
        code,
        role_of(code).one,
        (key_of(code),),
        translate("Living more than {threshold} minutes from the nearest site ({care})"),
        translate("more than {threshold} minutes from the nearest site ({care})"),
        *_BANDS[role_of(code).drives[0]],
    )
