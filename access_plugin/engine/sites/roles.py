"""The roles of sites: what each counts for, and in which direction one drives (DOMAIN § 2.2).

``inbound``: patients drive to the site. ``outbound``: the site's team drives to the patient.
"""

from __future__ import annotations

from dataclasses import dataclass

ROLES = (
    "SU", "SU_PED", "SMUR", "SMUR_PED", "SMUR_ANTENNE", "AMU", "HELISMUR", "HELI_ETAT",
    "MCS", "CABINET_MONTAGNE", "CSNP", "MMG", "MSP", "CDS", "SAMU",
)  # fmt: skip


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

#: Roles that drive to the patient; all others are driven to.
TEAMS = ("SMUR", "SMUR_PED", "SMUR_ANTENNE", "AMU")
FIRST_RESPONDERS = ("MCS", "CABINET_MONTAGNE")


def legs_of_roles(roles: list[str]) -> list[Leg]:
    """Return how to drive for some roles, one leg by direction and profile; AMU is driven to and drives itself."""
    legs = [
        Leg("driven_to", "inbound", tuple(role for role in roles if role == "AMU" or role not in TEAMS + FIRST_RESPONDERS), "profile"),
        Leg("teams", "outbound", tuple(role for role in roles if role in TEAMS), "profile_smur"),
        Leg("first_responders", "outbound", tuple(role for role in roles if role in FIRST_RESPONDERS), "profile_mcs"),
    ]
    return [leg for leg in legs if leg.roles]
