"""The roles of sites: what each counts for, and in which direction one drives (DOMAIN § 2.2).

``inbound``: patients drive to the site. ``outbound``: the site's team drives to the patient.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..text import translate

#: Role, what it is, and how lists write it (commas between; accents, case, plurals, “de” and hyphens do not matter, see
#: :mod:`role_words`). What may be two of them is not here: hôpital, hélicoptère, antenne, maison médicale, centre de
#: soins, structure d'urgence (in 2012, an SU or a SMUR).
SPELLINGS = (
    (
        "SU",
        translate("emergency department"),
        "service d'urgences, service des urgences (SU), urgences, SAU, service d'accueil des urgences, service "
        "d'accueil et de traitement des urgences, accueil "
        "des urgences, urgences adultes, urgences générales, SU adultes, SU général, service d'urgences adultes",
    ),
    (
        "SU_PED",
        translate("emergency department for children"),
        "service d'urgences pédiatriques, urgences pédiatriques, urgences ped, urgences enfants, SU pédiatrique, "
        "SU ped, SAU pédiatrique, service d'accueil des "
        "urgences pédiatriques",
    ),
    (
        "SMUR",
        translate("mobile emergency and intensive-care team"),
        "service mobile d'urgence et de réanimation, structure mobile d'urgence et de réanimation, SMUR adultes, "
        "SMUR général, SMUR terrestre",
    ),
    (
        "SMUR_PED",
        translate("mobile team for children"),
        "SMUR pédiatrique, SMUR ped, service mobile d'urgence et de réanimation pédiatrique",
    ),
    (
        "SMUR_ANTENNE",
        translate("antenna of SMUR"),
        "antenne de SMUR, SMUR antenne, antenne du service mobile d'urgence et de réanimation",
    ),
    ("AMU", translate("antenna of emergency medicine"), "antenne de médecine d'urgence"),
    (
        "HELISMUR",
        translate("helicopter of a SMUR"),
        "hélicoptère de SMUR, héliSMUR, SMUR héliporté, hélicoptère du SAMU, hélicoptère / héliSMUR",
    ),
    (
        "HELI_ETAT",
        translate("helicopter of the State"),
        "hélicoptère d'État, hélicoptère de la sécurité civile, hélicoptère de la gendarmerie, hélicoptère "
        "Dragon, Dragon",
    ),
    (
        "MCS",
        translate("correspondent doctor of the SAMU"),
        "médecin correspondant du SAMU, médecin correspondant, médecin généraliste correspondant du SAMU",
    ),
    (
        "CABINET_MONTAGNE",
        translate("mountain practice"),
        "cabinet de montagne, cabinet médical de montagne, cabinets médicaux de montagne, cabinet de montagne "
        "labellisé, cabinet médical de montagne labellisé",
    ),
    (
        "CSNP",
        translate("non-scheduled-care centre"),
        "centre de soins non programmés, centre médical de soins non programmés, centre médical sans rendez-vous",
    ),
    ("MMG", translate("out-of-hours practice"), "maison médicale de garde"),
    (
        "MSP",
        translate("multi-professional health house"),
        "maison de santé pluriprofessionnelle, maison de santé, maison de santé pluridisciplinaire, maison "
        "pluriprofessionnelle de santé",
    ),
    (
        "CDS",
        translate("health centre"),
        "centre de santé, centre municipal de santé, centre de santé polyvalent, centre de santé pluriprofessionnel",
    ),
    (
        "SAMU",
        translate("medical dispatch centre (15)"),
        "centre 15, SAMU - centre 15, service d'aide médicale urgente, CRRA, CRRA 15, centre de réception et de "
        "régulation des appels",
    ),
)
ROLES = tuple(role for role, _, _ in SPELLINGS)
#: Role → what figures call one, and many, of them.
NAMES = {
    "SU": (translate("emergency department (SU)"), translate("emergency departments (SU)")),
    "SU_PED": (translate("emergency department for children"), translate("emergency departments for children")),
    "SMUR": (translate("mobile team (SMUR)"), translate("mobile teams (SMUR)")),
    "SMUR_PED": (translate("mobile team for children"), translate("mobile teams for children")),
    "SMUR_ANTENNE": (translate("antenna of SMUR"), translate("antennas of SMUR")),
    "AMU": (translate("antenna of emergency medicine (AMU)"), translate("antennas of emergency medicine (AMU)")),
    "HELISMUR": (translate("helicopter of a SMUR"), translate("helicopters of SMUR")),
    "HELI_ETAT": (translate("helicopter of the State"), translate("helicopters of the State")),
    "MCS": (translate("correspondent doctor (MCS)"), translate("correspondent doctors (MCS)")),
    "CABINET_MONTAGNE": (translate("mountain practice"), translate("mountain practices")),
    "CSNP": (translate("non-scheduled-care centre (CSNP)"), translate("non-scheduled-care centres (CSNP)")),
    "MMG": (translate("out-of-hours practice (MMG)"), translate("out-of-hours practices (MMG)")),
    "MSP": (translate("multi-professional health house (MSP)"), translate("multi-professional health houses (MSP)")),
    "CDS": (translate("health centre (CDS)"), translate("health centres (CDS)")),
    "SAMU": (translate("medical dispatch centre (15)"), translate("medical dispatch centres (15)")),
}


@dataclass(frozen=True)
class Leg:
    """One of the times that a place has: ``t_<name>_min``."""

    name: str
    direction: str
    roles: tuple[str, ...]
    profile: str  # the parameter that says how one drives
    emergency: bool = False


#: An AMU (antenne de médecine d'urgence) is both an emergency department and a mobile team within its hours.
LEGS = (
    Leg("su", "inbound", ("SU", "AMU"), "profile", emergency=True),
    Leg("smur", "outbound", ("SMUR", "SMUR_ANTENNE", "AMU"), "profile_smur", emergency=True),
    Leg("mcs", "outbound", ("MCS",), "profile_mcs"),
    Leg("csnp", "inbound", ("CSNP",), "profile"),
)
LEG = {leg.name: leg for leg in LEGS}
EMERGENCY_LEGS = tuple(leg for leg in LEGS if leg.emergency)

#: Roles that nobody drives to or from: helicopters fly, and a dispatch centre receives no patient.
NOT_DRIVEN = ("HELISMUR", "HELI_ETAT", "SAMU")
#: Roles that drive to the patient; all others are driven to.
TEAMS = ("SMUR", "SMUR_PED", "SMUR_ANTENNE", "AMU")
FIRST_RESPONDERS = ("MCS", "CABINET_MONTAGNE")


def legs_of_roles(roles: list[str]) -> list[Leg]:
    """Return how to drive for some roles, one leg by direction and profile.

    AMU is driven to and drives itself, and those of :data:`NOT_DRIVEN` have none.
    """
    legs = [
        Leg(
            "driven_to",
            "inbound",
            tuple(role for role in roles if role == "AMU" or role not in TEAMS + FIRST_RESPONDERS + NOT_DRIVEN),
            "profile",
        ),
        Leg("teams", "outbound", tuple(role for role in roles if role in TEAMS), "profile_smur"),
        Leg("first_responders", "outbound", tuple(role for role in roles if role in FIRST_RESPONDERS), "profile_mcs"),
    ]
    return [leg for leg in legs if leg.roles]
