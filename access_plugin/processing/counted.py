"""The numbers of a run that models and batch tables take beside its layers."""

from __future__ import annotations

import math

#: Outputs of what counts people by territory (labels in ``base.NUMBER_LABELS``).
COUNTED = ("PEOPLE", "PEOPLE_BEYOND", "SHARE_BEYOND", "PEOPLE_NOT_COMPUTED", "PLACES_BEYOND")
#: Outputs of what suggests places.
SUGGESTED = ("PLACES_CHOSEN", "PEOPLE_GAINED", "SHARE_GAINED")
#: Outputs of what compares two lists of sites.
CHANGED = ("BEYOND_BEFORE", "BEYOND_AFTER", "PEOPLE_GAINED", "PEOPLE_LOST")


def counted(total) -> dict:
    """Return :data:`COUNTED` from the row of a summary that counts everyone."""
    columns = ("population", "beyond", "beyond_share", "not_computed", "places_beyond")
    return {name: _plain(total[column]) for name, column in zip(COUNTED, columns)}


def suggested(found) -> dict:
    """Return :data:`SUGGESTED` of a suggestion; nothing without one.

    A model that saves minutes gains people × minutes: the people are those who are nearer to a place, of no share.
    """
    if found is None:
        return {}
    people, share = found.gained, found.gained / found.to_gain if found.to_gain else math.nan
    if found.case.request.kind.in_minutes:
        people, share = float(found.curve["people"].iloc[-1]) if len(found.curve) else 0.0, math.nan
    return dict(zip(SUGGESTED, (len(found.chosen), _plain(people), _plain(share))))


def changed(places, summary) -> dict:
    """Return :data:`CHANGED` from the places and the summary of two scenarios."""
    total = summary[summary["level"] == "total"].set_index("scenario")["beyond"]
    people = {word: float(places.loc[places["change"] == word, "population"].sum()) for word in ("gained", "lost")}
    return dict(zip(CHANGED, (_plain(total["before"]), _plain(total["after"]), people["gained"], people["lost"])))


def _plain(value) -> float | None:
    return None if value is None or math.isnan(value) else float(value)
