"""What a network says of itself: what was read, kept and dropped, and whether it hangs together."""

from __future__ import annotations

from collections.abc import Callable

from ..text import tr
from .graph import Network


def account(network: Network, say: Callable[[str], str] = tr) -> list[str]:
    """Return sentences that say what was read, kept and dropped, translated by `say`."""
    count = {"ways": 0, "not_drivable": 0, "missing_nodes": 0, "bans_applied": 0, "bans_not_found": 0} | network.meta[
        "counts"
    ]
    other = sum(
        count.get(f"bans_{cause}", 0) for cause in ("not_found", "apart", "via_ways", "conditional_or_other", "u_turn")
    )
    timed = network.timed()
    of_osm = (
        say(
            "{ways} {ways:way|ways} read from {name} ({date}); {not_drivable} {not_drivable:is|are} not for "
            "cars, {missing_nodes} of their points {missing_nodes:is|are} missing in the file."
        ),
        say(
            "{bans_applied} {bans_applied:banned turn|banned turns} applied; {other} {other:other|others} "
            "could not be (hours, conditions, roads that do not meet)."
        ),
    )
    of_lines = (
        say(
            "{ways} {ways:line|lines} read from {name}; {not_drivable} {not_drivable:is|are} not for cars, "
            "{without_geometry} {without_geometry:has|have} no geometry and {without_length} no length."
        ),
        say(
            "{line_ends} {line_ends:line end meets|line ends meet} at {places} {places:place|places}; "
            "{lines_cut} {lines_cut:line was|lines were} cut where another one meets {lines_cut:it|them}."
        ),
        say(
            "{bans_applied} {bans_applied:banned turn|banned turns} applied; {other} {other:other|others} "
            "could not be (hours, conditions, roads that do not meet)."
        )
        if network.meta["counts"].get("bans_applied") or other
        else say("No banned turn is known."),
    )
    texts = (
        *(of_osm if network.meta["source"].get("format") == "osm" or "line_ends" not in count else of_lines),
        say(
            "{edges} {edges:road|roads} between {junctions} {junctions:junction|junctions} kept, "
            "{length:.0f} km; nothing attaches to {islands} of them, cut off from the rest."
        ),
    )
    if count.get("conditions_not_understood"):
        texts += (
            say(
                "{conditions_not_understood} {conditions_not_understood:road has|roads have} conditions on "
                "access by the hour, by vehicle or the like, which are not applied."
            ),
        )
    terrain = network.meta["terrain"]
    if terrain:
        texts += (
            say(
                "Heights from {dem}: {points} {points:point|points} along the roads, {voids_filled} of them "
                "in voids that were filled, {without_height} without height and taken for flat."
            ),
        )
    facts = (
        count
        | terrain
        | {
            "dem": terrain.get("name", ""),
            "name": network.meta["source"]["name"],
            "date": network.meta["source"]["date"][:10] or say("date unknown"),
            "other": other,
            "islands": timed.roads.island_count,
            "length": network.arrays["edge_length_m"].sum() / 1000,
        }
    )
    return [text.format(**facts) for text in texts]


def main_part_share(network: Network) -> float:
    """Return the share of the length of open roads that a car can attach to: that of the main part."""
    timed, length = network.timed(), network.arrays["edge_length_m"]
    return float(length[timed.attachable].sum() / max(length[timed.open.any(axis=0)].sum(), 1e-9))
