"""What a figure depends on: how one drives, when, what counts, and by which convention."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..defaults import CONVENTIONS, OF_SCENARIOS, SEASONS, SLOTS, TRAFFICS
from ..errors import InputError
from ..network.graph import Network
from ..network.profiles import read_profile
from ..network.timed import TimedNetwork
from ..sites.own_roles import is_own, key_of, own_leg, own_role
from ..sites.roles import LEG, Leg
from ..text import tr
from ..vocabulary import CARE

#: The estimate of the speeds: as the profile says, or at the ends of the range that it states.
ESTIMATES = ("central", "low", "high")


@dataclass(frozen=True)
class Setting:
    """Said in every output.

    Attributes
    ----------
    threshold
        Minutes; beyond is strictly more.
    profile, profile_smur, profile_mcs
        How patients, SMUR teams and correspondent doctors drive.
    season, traffic, slot, definition, convention
        Words of :mod:`defaults`.
    estimate
        Of :data:`ESTIMATES`.
    pace
        All times are so many times as long as the profile says; other than 1 only to try how an answer varies.
    """

    threshold: float = 30.0
    profile: str = "car"
    profile_smur: str = "car"
    profile_mcs: str = "car"
    season: str = "all_year"
    convention: str = "fine"
    traffic: str = "off_peak"
    slot: str = "all_open"
    definition: str = "emergency"
    estimate: str = "central"
    pace: float = 1.0

    def __post_init__(self) -> None:
        if not (np.isfinite(self.threshold) and self.threshold > 0):
            raise InputError(
                tr("The threshold must be a positive number of minutes, not {value}.").format(value=self.threshold)
            )
        for name, words in (
            ("season", SEASONS),
            ("traffic", TRAFFICS),
            ("slot", SLOTS),
            ("definition", (*OF_SCENARIOS, own_role(self.definition))),
            ("convention", CONVENTIONS),
            ("estimate", ESTIMATES),
        ):
            if getattr(self, name) not in words:
                raise InputError(
                    tr("“{value}” is none of the words of {name}: {words}.").format(
                        value=getattr(self, name), name=name.upper(), words=", ".join(filter(None, words))
                    )
                )

    def profile_of(self, leg: Leg) -> str:
        """Return the profile by which the drives of a leg are timed."""
        return str(getattr(self, leg.profile))

    @property
    def legs(self) -> tuple[Leg, ...]:
        """The legs that the definition counts."""
        if is_own(self.definition):
            return (own_leg(self.definition),)
        return tuple(LEG[name] for name in CARE[self.definition].legs)

    @property
    def column(self) -> str:
        """The field of the time that the definition counts."""
        return f"t_{key_of(self.definition)}_min"

    def timed(self, network: Network, profile: str | None = None) -> TimedNetwork:
        """Return the network as it is driven under this setting, by patients unless another profile is named."""
        profile = profile or self.profile
        pace = 1.0 if self.estimate == "central" else read_profile(profile).range[self.estimate]
        return network.timed(profile, self.season, traffic=self.traffic, pace=self.pace * pace)
