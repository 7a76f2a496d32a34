"""Four groups of people along a road of 90 km, four candidates, and what is suggested there."""

from __future__ import annotations

from small import HERE, network, points

from access_plugin.engine.access.care import in_force
from access_plugin.engine.access.people import People
from access_plugin.engine.placement.request import Question, Request, read_candidates
from access_plugin.engine.placement.suggest import suggest_sites
from access_plugin.engine.progress import SILENT

LINE = {"a": (0, 0), "b": (90, 0)}


def suggest(care, number=1, setting=HERE, columns=None, sectors=None, progress=SILENT, **request):
    net = network(LINE, [(("a", "b"), {})])
    people = points({"near": (10, 0), "far": (45, 0), "end": (80, 0), "lost": (50, 9)}, population=[500.0, 70, 40, 9])
    candidates = points(
        {"c2": (40, 0), "c1": (40, 0), "c3": (74.9, 0), "useless": (5, 0)},
        name=["two", "one", "three", "near"],
        **columns or {},
    )
    return suggest_sites(
        in_force(net, care, setting, progress=progress),
        People(people),
        Question(read_candidates(candidates, "candidates"), Request(number=number, **request), sectors=sectors),
        progress=progress,
    )
