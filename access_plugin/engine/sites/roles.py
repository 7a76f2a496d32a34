"""The roles of sites, one row each: what each counts for, and in which direction one drives (DOMAIN § 2.2).

``inbound``: patients drive to the site. ``outbound``: the site's team drives to the patient.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..plain_words import plain
from ..text import translate


@dataclass(frozen=True)
class Role:
    """A kind of site.

    Attributes
    ----------
    code
        As contracts, models and lists write it.
    meaning, one, many
        What it is called in lists of roles, and what figures call one and many of them.
    spellings
        How lists write it, commas between; accents, case, plurals, “de” and hyphens do not matter, see
        :mod:`role_words`. What may be two roles is not here: hôpital, hélicoptère, antenne, maison médicale, centre de
        soins, structure d'urgence (in 2012, an SU or a SMUR).
    drives
        Who drives, of :data:`AREA_LEGS`; none for those that nobody drives to or from.
    legs
        The times of a place that it counts for, of :data:`LEGS`.
    symbol
        Its sign on maps, of :data:`SYMBOLS`.
    needs_hours
        Not open day and night unless its list says so: without hours it counts in no part of the week.
    is_hospital
        An institution, whose name may be a doctor's long dead; other names that seem to be a doctor's are left out.
    is_practice
        Of doctors of one's own: shown at its commune, without a name.
    has_gps
        General practitioners work there.
    is_shown
        On maps for the public; a dispatch centre treats nobody.
    in_panorama
        Counted among the big numbers of a press kit.
    """

    code: str
    meaning: str
    one: str
    many: str
    spellings: str
    drives: tuple[str, ...] = ("patients",)
    legs: tuple[str, ...] = ()
    symbol: str = ""
    needs_hours: bool = False
    is_hospital: bool = False
    is_practice: bool = False
    has_gps: bool = False
    is_shown: bool = True
    in_panorama: bool = False


ROLE_ROWS = (
    Role(
        "SU",
        translate("emergency department"),
        translate("emergency department (SU)"),
        translate("emergency departments (SU)"),
        "service d'urgences, service des urgences (SU), urgences, SAU, service d'accueil des urgences, service "
        "d'accueil et de traitement des urgences, accueil des urgences, urgences adultes, urgences générales, SU "
        "adultes, SU général, service d'urgences adultes",
        legs=("su",),
        symbol="su",
        is_hospital=True,
        in_panorama=True,
    ),
    Role(
        "SU_PED",
        translate("emergency department for children"),
        translate("emergency department for children"),
        translate("emergency departments for children"),
        "service d'urgences pédiatriques, urgences pédiatriques, urgences ped, urgences enfants, SU pédiatrique, "
        "SU ped, SAU pédiatrique, service d'accueil des urgences pédiatriques",
        symbol="su_ped",
        is_hospital=True,
    ),
    Role(
        "SMUR",
        translate("mobile emergency and intensive-care team"),
        translate("mobile team (SMUR)"),
        translate("mobile teams (SMUR)"),
        "service mobile d'urgence et de réanimation, structure mobile d'urgence et de réanimation, SMUR adultes, "
        "SMUR général, SMUR terrestre",
        drives=("team",),
        legs=("smur",),
        symbol="smur",
        is_hospital=True,
        in_panorama=True,
    ),
    Role(
        "SMUR_PED",
        translate("mobile team for children"),
        translate("mobile team for children"),
        translate("mobile teams for children"),
        "SMUR pédiatrique, SMUR ped, service mobile d'urgence et de réanimation pédiatrique",
        drives=("team",),
        symbol="smur",
        is_hospital=True,
    ),
    Role(
        "SMUR_ANTENNE",
        translate("antenna of SMUR"),
        translate("antenna of SMUR"),
        translate("antennas of SMUR"),
        "antenne de SMUR, SMUR antenne, antenne du service mobile d'urgence et de réanimation",
        drives=("team",),
        legs=("smur",),
        symbol="antenna",
        needs_hours=True,
        is_hospital=True,
        in_panorama=True,
    ),
    # an AMU (antenne de médecine d'urgence) is both an emergency department and a mobile team within its hours
    Role(
        "AMU",
        translate("antenna of emergency medicine"),
        translate("antenna of emergency medicine (AMU)"),
        translate("antennas of emergency medicine (AMU)"),
        "antenne de médecine d'urgence",
        drives=("patients", "team"),
        legs=("su", "smur"),
        symbol="amu",
        needs_hours=True,
        is_hospital=True,
        in_panorama=True,
    ),
    Role(
        "HELISMUR",
        translate("helicopter of a SMUR"),
        translate("helicopter of a SMUR"),
        translate("helicopters of SMUR"),
        "hélicoptère de SMUR, héliSMUR, SMUR héliporté, hélicoptère du SAMU, hélicoptère / héliSMUR",
        drives=(),
        symbol="heli",
        is_hospital=True,
    ),
    Role(
        "HELI_ETAT",
        translate("helicopter of the State"),
        translate("helicopter of the State"),
        translate("helicopters of the State"),
        "hélicoptère d'État, hélicoptère de la sécurité civile, hélicoptère de la gendarmerie, hélicoptère Dragon, "
        "Dragon",
        drives=(),
        symbol="heli",
        is_hospital=True,
    ),
    Role(
        "MCS",
        translate("correspondent doctor of the SAMU"),
        translate("correspondent doctor (MCS)"),
        translate("correspondent doctors (MCS)"),
        "médecin correspondant du SAMU, médecin correspondant, médecin généraliste correspondant du SAMU",
        drives=("first_responder",),
        legs=("mcs",),
        symbol="mcs",
        needs_hours=True,
        is_practice=True,
        in_panorama=True,
    ),
    Role(
        "CABINET_MONTAGNE",
        translate("mountain practice"),
        translate("mountain practice"),
        translate("mountain practices"),
        "cabinet de montagne, cabinet médical de montagne, cabinets médicaux de montagne, cabinet de montagne "
        "labellisé, cabinet médical de montagne labellisé",
        drives=("first_responder",),
        legs=("practice",),
        symbol="mountain",
        is_practice=True,
        in_panorama=True,
    ),
    Role(
        "CSNP",
        translate("non-scheduled-care centre"),
        translate("non-scheduled-care centre (CSNP)"),
        translate("non-scheduled-care centres (CSNP)"),
        "centre de soins non programmés, centre médical de soins non programmés, centre médical sans rendez-vous",
        legs=("csnp",),
        symbol="csnp",
        needs_hours=True,
        in_panorama=True,
    ),
    Role(
        "MMG",
        translate("out-of-hours practice"),
        translate("out-of-hours practice (MMG)"),
        translate("out-of-hours practices (MMG)"),
        "maison médicale de garde",
        symbol="mmg",
    ),
    Role(
        "MSP",
        translate("multi-professional health house"),
        translate("multi-professional health house (MSP)"),
        translate("multi-professional health houses (MSP)"),
        "maison de santé pluriprofessionnelle, maison de santé, maison de santé pluridisciplinaire, maison "
        "pluriprofessionnelle de santé",
        symbol="msp",
        has_gps=True,
    ),
    Role(
        "CDS",
        translate("health centre"),
        translate("health centre (CDS)"),
        translate("health centres (CDS)"),
        "centre de santé, centre municipal de santé, centre de santé polyvalent, centre de santé pluriprofessionnel",
        symbol="cds",
        has_gps=True,
    ),
    Role(
        "SAMU",
        translate("medical dispatch centre (15)"),
        translate("medical dispatch centre (15)"),
        translate("medical dispatch centres (15)"),
        "centre 15, SAMU - centre 15, service d'aide médicale urgente, CRRA, CRRA 15, centre de réception et de "
        "régulation des appels",
        drives=(),
        symbol="samu",
        is_shown=False,
    ),
)
ROLE = {role.code: role for role in ROLE_ROWS}
ROLES = tuple(ROLE)


def role_of(code: str) -> Role:
    """Return the row of a role: of :data:`ROLE_ROWS`, or the one that a role of one's own (:mod:`own_roles`) makes."""
    if code in ROLE:
        return ROLE[code]
    way, _, name = code.partition(" ")
    private = bool(_PRACTICE.search(plain(name)))
    return Role(
        code, name, name, name, "", drives=(OWN_WAYS[way],), legs=(plain(name),), symbol="own", is_practice=private
    )


#: Words of a role of one's own that is somebody's practice.
_PRACTICE = re.compile(
    "medecin|doct|cabinet|infirmi|sage_femme|dent|praticien|generaliste|kine|liberal|gyneco|pediat|cardio|psych"
)
#: First word of the code of a role of one's own → who drives.
OWN_WAYS = {"vers": "patients", "depuis": "team"}
#: Sign on maps → its label in legends, those that are drawn below others first.
SYMBOLS = {
    "own": translate("Other site"),
    "samu": translate("SAMU, dispatch centre"),
    "cds": translate("Health centre (CDS)"),
    "msp": translate("Health house (MSP)"),
    "mmg": translate("Out-of-hours practice (MMG)"),
    "heli": translate("Helicopter"),
    "csnp": translate("Non-scheduled care (CSNP)"),
    "mountain": translate("Mountain practice"),
    "mcs": translate("Correspondent doctor (MCS)"),
    "amu": translate("Antenna of emergency medicine (AMU)"),
    "su_ped": translate("Emergency department for children"),
    "su": translate("Emergency department (SU)"),
    "antenna": translate("SMUR antenna"),
    "smur": translate("Mobile team (SMUR)"),
}


def roles_with(mark: str) -> tuple[str, ...]:
    """Return the codes of the roles of which something is true: a yes-or-no attribute of :class:`Role`."""
    return tuple(role.code for role in ROLE_ROWS if getattr(role, mark))


@dataclass(frozen=True)
class Leg:
    """One of the times that a place has: ``t_<name>_min``."""

    name: str
    direction: str
    roles: tuple[str, ...]
    profile: str  # the parameter that says how one drives
    emergency: bool = False


def _leg(name: str, direction: str, profile: str, *, emergency: bool = False) -> Leg:
    return Leg(name, direction, tuple(role.code for role in ROLE_ROWS if name in role.legs), profile, emergency)


LEGS = (
    _leg("su", "inbound", "profile", emergency=True),
    _leg("smur", "outbound", "profile_smur", emergency=True),
    _leg("mcs", "outbound", "profile_mcs"),
    _leg("csnp", "inbound", "profile"),
)
#: No time of a place by itself: people drive down, or across, to a mountain practice that is there.
PRACTICE = _leg("practice", "inbound", "profile")
LEG = {leg.name: leg for leg in (*LEGS, PRACTICE)}
EMERGENCY_LEGS = tuple(leg for leg in LEGS if leg.emergency)

#: Roles that nobody drives to or from: helicopters fly, and a dispatch centre receives no patient.
NOT_DRIVEN = tuple(role.code for role in ROLE_ROWS if not role.drives)
#: Who drives → the name, direction and profile of the areas of such roles.
AREA_LEGS = {
    "patients": ("driven_to", "inbound", "profile"),
    "team": ("teams", "outbound", "profile_smur"),
    "first_responder": ("first_responders", "outbound", "profile_mcs"),
}


def legs_of_roles(roles: list[str]) -> list[Leg]:
    """Return how to drive for some roles, one leg by direction and profile.

    AMU is driven to and drives itself, and those of :data:`NOT_DRIVEN` have none.
    """
    legs = [
        Leg(name, direction, tuple(role for role in roles if who in role_of(role).drives), profile)
        for who, (name, direction, profile) in AREA_LEGS.items()
    ]
    return [leg for leg in legs if leg.roles]
