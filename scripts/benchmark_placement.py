"""Measures the choice of places: sizes, seconds, gaps, by model, and how soon a cancel is answered.

Called by scripts/benchmark placement.

On the synthetic network of the size of the région: candidates and demand at random junctions, people by a law of power,
30 minutes. On the real communes of Auvergne-Rhône-Alpes with times by the crow (tests/support/aura.py says how). All
seconds are wall seconds, HiGHS's process and its start included.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "scripts"), str(ROOT / "tests" / "support")]

import aura  # noqa: E402
from benchmarks import DEFAULT  # noqa: E402

from access_plugin.engine.access.reach import coverage  # noqa: E402
from access_plugin.engine.network.build_file import build_network_file  # noqa: E402
from access_plugin.engine.network.graph import open_network  # noqa: E402
from access_plugin.engine.network.snap import Attachment  # noqa: E402
from access_plugin.engine.placement.models import Reach, centre, choose, cover, problem_of  # noqa: E402
from access_plugin.engine.placement.solving.choosing import Search  # noqa: E402
from access_plugin.engine.progress import Progress  # noqa: E402

NUMBERS = (1, 5, 10, 20, 30, 40, 50)
TARGETS = {
    "longest wait after a cancel": 1.0,
    "synthetic 2000 x 20000, 20 places": 4.0,
    "synthetic 4000 x 50000, 20 places": 60.0,
}


def synthetic(timed, candidates: int, demand: int, seed: int) -> tuple[Reach, np.ndarray]:
    rng = np.random.default_rng(seed)
    edges = np.flatnonzero(timed.attachable)

    def at(count):
        return Attachment(np.sort(rng.choice(edges, count, replace=False)), rng.random(count), np.zeros(count))

    sites, places = at(candidates), at(demand)
    weight = np.round(1000.0 / (rng.permutation(demand) + 20) ** 0.6 * 10) + 1
    return Reach(*coverage(timed, "outbound", sites, np.zeros(candidates), places, 30.0), demand), weight


def measured(label: str, problem, numbers, limit: float, figures: list) -> None:
    """Solve a problem for some numbers of places, and note seconds and gap.

    Each number has a search of its own, as a user would.
    """
    for number in numbers:
        start = time.monotonic()
        with Search(problem) as search:
            choice = search.best(number, time_limit=limit)
        figures.append((f"{label}, {number} places", time.monotonic() - start, choice.gap))
        print(f"{figures[-1][0]:48} {figures[-1][1]:8.2f} s   gap {choice.gap:.3%}", flush=True)


def whole_curve(label: str, problem, number: int, limit: float, figures: list) -> None:
    start = time.monotonic()
    choices = choose(problem, number, time_limit=limit).choices
    seconds, proven = time.monotonic() - start, sum(choice.gap < 1e-9 for choice in choices)
    figures.append((f"{label}, curve 1 to {number}", seconds, max(choice.gap for choice in choices)))
    print(
        f"{figures[-1][0]:48} {seconds:8.2f} s   {proven} of {number} proven, largest gap {figures[-1][2]:.3%}",
        flush=True,
    )


def measure_synthetic(roads: Path, figures: list) -> None:
    with tempfile.TemporaryDirectory() as folder:
        build_network_file(roads, Path(folder) / "roads.accessnet")
        timed = open_network(Path(folder) / "roads.accessnet").timed("car")
        for candidates, demand, seed, numbers in (
            (2000, 20_000, 0, NUMBERS),
            (4000, 4000, 1, NUMBERS),
            (4000, 50_000, 2, (20, 50)),
        ):
            reach, weight = synthetic(timed, candidates, demand, seed)
            problem = problem_of("mclp", reach, np.full(demand, 99.0), weight, 30.0)
            measured(f"synthetic {candidates} x {demand}", problem, numbers, 60.0, figures)
            if demand == 4000:
                whole_curve("synthetic 4000 x 4000", problem, 50, 300.0, figures)
                measure_cancel(problem, figures)


def measure_cancel(problem, figures: list) -> None:
    """Cancel at moments of a long search, and note the longest wait for the answer."""
    waits = []
    for seconds in (0.2, 1.0, 3.0, 5.0):
        asked = time.monotonic() + seconds
        choose(
            problem, 50, time_limit=300.0, progress=Progress(is_cancelled=lambda asked=asked: time.monotonic() >= asked)
        )
        waits.append(time.monotonic() - asked)
    figures.append(("longest wait after a cancel", max(waits), 0.0))
    print(f"{figures[-1][0]:48} {max(waits):8.2f} s", flush=True)


def measure_region(figures: list) -> None:
    place = aura.region()
    print(
        f"communes: {len(place.people)}, beyond 30 minutes: {(place.before > 30).sum()} with "
        f"{place.people[place.before > 30].sum():.0f} people; pairs that gain: {len(place.reach.place)}"
    )
    for model in ("mclp", "backup", "gradual", "pmedian"):
        measured(
            f"région {model}",
            problem_of(model, place.reach, place.before, place.people, 30.0),
            (5, 20, 50),
            60.0,
            figures,
        )
    start = time.monotonic()
    answer = cover(problem_of("lscp", place.reach, place.before, place.people, 30.0), 1.0)
    figures.append(
        (
            f"région lscp ({len(answer.final.candidates)} places, at least {answer.least})",
            time.monotonic() - start,
            1 - answer.least / max(len(answer.final.candidates), 1),
        )
    )
    print(f"{figures[-1][0]:48} {figures[-1][1]:8.2f} s", flush=True)
    for number in (5, 20):
        start = time.monotonic()
        chosen, bound, _ = centre(
            place.reach, place.before, place.people, number, required=np.zeros(len(place.people), bool)
        )
        longest = np.fmin(place.before, place.reach.nearest(chosen)[0])[np.unique(place.reach.place)].max()
        figures.append((f"région pcenter, {number} places", time.monotonic() - start, 1 - bound / longest))
        print(
            f"{figures[-1][0]:48} {figures[-1][1]:8.2f} s   gap {figures[-1][2]:.3%} (longest {longest:.1f} min)",
            flush=True,
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--roads", type=Path, default=DEFAULT)
    parser.add_argument("--check", action="store_true", help="exit with 1 when a target is missed")
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    options = parser.parse_args()
    if not options.roads.exists() or not aura.available():
        raise SystemExit("the data beside the project is absent")
    figures: list[tuple[str, float, float]] = []
    measure_region(figures)
    measure_synthetic(options.roads, figures)
    if options.json:
        options.json.write_text(
            json.dumps([{"what": what, "wall_s": seconds, "gap": gap} for what, seconds, gap in figures], indent=2)
            + "\n"
        )
    if options.check and any(seconds > TARGETS[what] for what, seconds, _ in figures if what in TARGETS):
        raise SystemExit(1)


if __name__ == "__main__":
    main()
