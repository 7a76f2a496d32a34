"""What scenarios change where one drives quicker or slower: at the ends of the range that the profiles state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from ..access.care import in_force
from ..network.graph import Network, open_network
from ..progress import SILENT, Progress
from .bench import Bench
from .effect import Change
from .scenario import Scenario

#: Of :data:`access.setting.ESTIMATES`, by how much time they give.
_QUICK, _SLOW = "low", "high"


@dataclass(frozen=True)
class Speeds:
    """A scenario by the speeds of the profiles, and at both ends of their range: short times and long ones."""

    quick: Change
    central: Change
    slow: Change

    def ends(self, field: str) -> tuple[float, float]:
        """Return the least and the most of a figure after, such as ``beyond``, of the three."""
        return _ends([getattr(change.after, field) for change in (self.quick, self.central, self.slow)])

    def ends_of_change(self, field: str) -> tuple[float, float]:
        """Return the least and the most of a change, such as ``gained``, of the three.

        Between two speeds it may be greater than at both.
        """
        return _ends([getattr(change, field) for change in (self.quick, self.central, self.slow)])


def _ends(values: list[float]) -> tuple[float, float]:
    return float(min(values)), float(max(values))


def by_speeds(bench: Bench, scenarios: Mapping[str, Scenario], *, progress: Progress = SILENT) -> dict[str, Speeds]:
    """Return what each scenario changes at both ends of the range of the speeds.

    Before and after by the same speeds; the ends are those of the fields ``t_low_min`` and ``t_high_min``.

    Raises
    ------
    InputError
        As :meth:`Bench.effect`, or the roads are no longer where they were.
    """
    central = {name: bench.effect(scenario).whole for name, scenario in scenarios.items()}
    # roads of its own from here on: the bench may be closed meanwhile
    network = open_network(cast("Path", bench.care.network.path)).with_closures(bench.care.network.closures)
    try:
        found = [
            _at(bench, network, estimate, scenarios, progress.part(number / 2, (number + 1) / 2))
            for number, estimate in enumerate((_QUICK, _SLOW))
        ]
    finally:
        network.close()
    return {name: Speeds(found[0][name], central[name], found[1][name]) for name in scenarios}


def _at(
    bench: Bench, network: Network, estimate: str, scenarios: Mapping[str, Scenario], progress: Progress
) -> dict[str, Change]:
    care = in_force(network, bench.care.given, replace(bench.setting, estimate=estimate))
    other, changes = Bench(care, bench.people, progress=progress.part(0.0, 0.8)), {}
    for place, (name, scenario) in enumerate(scenarios.items()):
        progress.at(0.8 + 0.2 * place / len(scenarios))
        changes[name] = other.effect(scenario).whole
    return changes
