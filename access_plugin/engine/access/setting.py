"""What a figure depends on: how one drives, when, what counts, and by which convention."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import InputError
from ..network.graph import Network
from ..network.profiles import read_profile
from ..network.timed import TimedNetwork
from ..sites.roles import LEG, Leg
from ..text import tr

#: What emergency care is taken to be → the legs of which the quickest counts. Figures of different definitions must not be compared.
DEFINITIONS = {"emergency": ("su", "smur"), "su": ("su",), "smur": ("smur",), "first_care": ("su", "smur", "mcs")}
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
    season, traffic
        Of ``speeds.SEASONS`` and ``speeds.TRAFFICS``.
    slot
        Of ``slots.SLOTS``.
    definition
        Of :data:`DEFINITIONS`.
    convention
        ``fine`` or ``drees``.
    estimate
        Of :data:`ESTIMATES`.
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

    def __post_init__(self) -> None:
        if not (np.isfinite(self.threshold) and self.threshold > 0):
            raise InputError(tr("The threshold must be a positive number of minutes, not {value}.").format(value=self.threshold))

    def profile_of(self, leg: Leg) -> str:
        return getattr(self, leg.profile)

    @property
    def legs(self) -> tuple[Leg, ...]:
        """The legs that the definition counts."""
        return tuple(LEG[name] for name in DEFINITIONS[self.definition])

    @property
    def column(self) -> str:
        """The field of the time that the definition counts."""
        return f"t_{self.definition}_min"

    def timed(self, network: Network, profile: str | None = None) -> TimedNetwork:
        """Return the network as it is driven under this setting, by patients unless another profile is named."""
        profile = profile or self.profile
        pace = 1.0 if self.estimate == "central" else read_profile(profile).range[self.estimate]
        return network.timed(profile, self.season, traffic=self.traffic, pace=pace)
