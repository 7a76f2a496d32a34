"""Roles of one's own: a maternity, a pharmacy, a fire station; any kind of site to which or from which one drives.

A list writes “vers Maternité” where people drive to the site and “depuis Caserne” where its team drives to people.
These words are the role's code: a layer of sites says all by itself.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable

from ..errors import InputError
from ..plain_words import key_words, plain
from ..text import listed, tr, translate
from ..vocabulary import CARE, Definition
from .doctors import names_a_doctor
from .roles import AREA_LEGS, LEG, OWN_WAYS, ROLE, ROLE_ROWS, Leg, role_of

#: “vers la Maternité” means what “vers Maternité” does.
_ARTICLE = re.compile(r"(?:(?:la|le|les|une?|des)\s+|l['’]\s*)(?=\S)")
_NAME = re.compile(r"[^\W\d_][\w .'’()–-]{0,39}")
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

    What a role that counts for a time of its own is called (“vers Service d'urgences”) names none, nor does a doctor.

    >>> own_role("Vers  Maternité"), own_role("depuis Caserne"), own_role("vers SU"), own_role("Maternité")
    ('vers Maternité', 'depuis Caserne', '', '')
    """
    way, _, name = " ".join(unicodedata.normalize("NFC", text).split()).partition(" ")
    name = _ARTICLE.sub("", name, count=1) if _ARTICLE.match(name) else name
    if way.lower() not in OWN_WAYS or _NAME.fullmatch(name) is None or plain(name) in {"", *_TAKEN}:
        return ""
    return "" if "".join(key_words(name)) in _called() or names_a_doctor(name) else f"{way.lower()} {name}"


@functools.cache
def _called() -> set[str]:
    """Return how lists write the roles that have a time already, or that nobody drives to, as they are compared."""
    rows = [role for role in ROLE_ROWS if role.legs or not role.drives]
    spellings = {spelling for role in rows for spelling in (role.code, role.meaning, *role.spellings.split(","))}
    return {"".join(key_words(spelling)) for spelling in spellings}


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


def names_by_key(roles: Iterable[str]) -> dict[str, str]:
    """Return what the roles of one's own among some roles are called, by what fields call them.

    >>> names_by_key(["SU", "vers Maternité"])
    {'maternite': 'Maternité'}
    """
    return {key_of(role): role_of(role).one for role in own_roles_in(roles)}


def own_roles_in(roles: Iterable[str]) -> list[str]:
    """Return the roles of one's own among some roles, each once, in their order."""
    return [role for role in dict.fromkeys(roles) if is_own(role)]


def one_spelling(roles: Iterable[str], name: str) -> dict[str, str]:
    """Return for each role of one's own among some roles the first spelling of it (accents and capitals differ).

    Raises
    ------
    InputError
        People drive to a role in one row, and its team drives to them in another; `name`: what holds the rows.
    """
    own, first = own_roles_in(roles), dict[str, str]()
    for role in own:
        first.setdefault(key_of(role), role)
    twice = [role for role in own if role.partition(" ")[0] != first[key_of(role)].partition(" ")[0]]
    if twice:
        text = tr("{name}: one name has two directions ({roles}). Give each a name of its own.")
        raise InputError(
            text.format(name=name, roles=listed(role for one in twice for role in (first[key_of(one)], one)))
        )
    return {role: first[key_of(role)] for role in own}


def own_named(name: str, roles: Iterable[str]) -> str:
    """Return the role of one's own that a person names, with or without its first word; empty where there is none."""
    asked = own_role(name)
    key = key_of(asked) if asked else plain(name)
    there = [role for role in own_roles_in(roles) if not asked or role.partition(" ")[0] == asked.partition(" ")[0]]
    exact = [role for role in there if key_of(role) == key]
    # “Maternités” where the list says “vers Maternité”, and the other way round
    alike = [role for role in there if key_of(role).rstrip("s") == key.rstrip("s")]
    return next(iter([*exact, *alike]), "")


def named_role(name: str, roles: Iterable[str]) -> str:
    """Return the role of one's own, of those that are there, that a person names, with or without its first word.

    Raises
    ------
    InputError
        None of them has that name.
    """
    from .role_words import roles_in

    there = own_roles_in(roles)
    found = own_named(name, there)
    if not found and roles_in(name):
        text = tr("“{name}” is no kind of site of your own, but a role: ask for it by DEFINITION or ROLES.")
        raise InputError(text.format(name=name))
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
