"""What is asked of a model, and the candidates it chooses from."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd

from ..arrays import LATER, Floats, Objects
from ..defaults import BASELINES, DOCTOR_SHARE, MCS_GAIN_MIN, MODELS, PRESENCES, RULES
from ..errors import InputError
from ..plain_words import plain
from ..sites.own_roles import is_own, own_role
from ..tables import check_points, check_unique, in_minutes, numbers, texts
from ..territory.levels import Level
from ..text import language, listed, tr
from ..words import word
from .location_models import MODEL, LocationModel

#: What may be known of a candidate → the headers that say it, as :func:`reading.plain` writes them.
_HEADERS = {
    "name": ("name", "nom", "nom_officiel", "libelle"),
    "commune": ("insee", "code_insee", "code"),
    "doctors": ("doctors", "nb_mcs", "nb_medecins"),
    "hours": ("hours", "horaires"),
    "weekly_hours": ("weekly_hours", "heures_semaine", "heures_par_semaine"),
    "gps": ("gps", "nb_generalistes", "generalistes", "nb_mg", "medecins_generalistes"),
    "role": ("role", "type"),
    "level": ("level", "niveau"),
}


#: The time to a technical platform: the nearest SU or mountain practice (:mod:`mountain`).
MOUNTAIN_BASELINE = "platform"


@dataclass(frozen=True)
class Request:
    """What is asked of the model.

    Attributes
    ----------
    number
        How many places to choose at most.
    model, baseline, presence, rules
        Words of :mod:`defaults`. The baseline may be a role of one's own too (:mod:`sites.own_roles`): what is placed
        is then another site of that role, and is driven to or from as these are.
    min_gain
        Minutes that a candidate must gain on the baseline; by default 10 under the rules for MCS, 0 otherwise.
    weight
        The field of the population that is to be gained.
    reach
        Per cent of those to be gained that are to be reached by as few places as possible, instead of `number`.
    doctor_share
        Part of the week that a doctor of unknown hours is there, 0 to 1.
    spread
        Minutes about the threshold over which gradual coverage falls.
    required, forbidden
        Ids of candidates that must, and must not, be chosen.
    time_limit
        Seconds for proving.
    language
        Of the sentences in the results; that of the interface by default.
    """

    number: int = 1
    model: str = "mclp"
    baseline: str = "emergency"
    min_gain: float = LATER
    weight: str = "population"
    reach: float | None = None
    presence: str = "always"
    doctor_share: float = DOCTOR_SHARE
    spread: float = 10.0
    rules: str = "none"
    required: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    time_limit: float = 60.0
    language: str = ""

    def __post_init__(self) -> None:
        for name, words in (
            ("model", MODELS),
            ("baseline", (*BASELINES, MOUNTAIN_BASELINE, own_role(self.baseline))),
            ("presence", PRESENCES),
            ("rules", RULES),
        ):
            if getattr(self, name) not in words:
                raise InputError(
                    tr("“{value}” is none of the words of {name}: {words}.").format(
                        value=getattr(self, name), name=name.upper(), words=", ".join(filter(None, words))
                    )
                )
        if self.reach is not None and not 1 <= self.reach <= 100:  # 0.9 was meant as 90
            raise InputError(
                tr("REACH must be a share of people from 1 to 100 per cent, not {value:g}.").format(value=self.reach)
            )
        if not 0 < self.doctor_share <= 1:
            raise InputError(
                tr("DOCTOR_SHARE must be a part of the week above 0 and up to 1, not {value:g}.").format(
                    value=self.doctor_share
                )
            )
        if not MODEL[self.model].takes_parts and (self.presence == "part_time" or self.reach is not None):
            text = tr(
                "The model {model} knows neither REACH nor PRESENCE part_time. Choose mclp, backup or gradual "
                "for these, or leave them out."
            )
            raise InputError(text.format(model=word("MODEL", self.model)))
        if is_own(self.baseline):
            self._check_own()
        object.__setattr__(self, "language", self.language or language())
        if self.rules == "mcs":
            object.__setattr__(self, "baseline", "smur")
        if self.min_gain is None:
            object.__setattr__(self, "min_gain", MCS_GAIN_MIN if self.rules == "mcs" else 0.0)

    def _check_own(self) -> None:
        """Raise :class:`InputError` where what is asked for another site of one's own is for doctors alone."""
        if self.rules == "mcs":
            text = tr(
                "The rules for MCS (RULES) are for places of correspondent doctors, not for another site of {care}. "
                "Leave RULES as it is, or ask for no other sites."
            )
            raise InputError(text.format(care=word("BASELINE", self.baseline)))
        if self.presence == "part_time" or self.kind.counts_existing:
            text = tr(
                "A second doctor (MODEL backup), and doctors who are there for part of the week (PRESENCE), are "
                "counted for correspondent doctors, not for another site of {care}. Choose another model, and leave "
                "PRESENCE as it is."
            )
            raise InputError(text.format(care=word("BASELINE", self.baseline)))

    @property
    def kind(self) -> LocationModel:
        """What the model is."""
        return MODEL[self.model]

    @property
    def places_doctors(self) -> bool:
        """Whether doctors are placed who drive to emergencies, as the MCS that exist do."""
        return self.baseline in ("emergency", "smur")

    @property
    def fewest(self) -> bool:
        """Whether the number of places is the answer, and not given."""
        return self.kind.finds_fewest or self.reach is not None


@dataclass(frozen=True, eq=False)
class Question:
    """Where one might place care, and what is asked.

    ``candidates`` as :func:`read_candidates` gives them; ``sectors`` of PDSA, for the rules for MCS: polygons with
    ``code``, or the sector of each commune. ``room``: (c,) how many people each candidate takes at most, None where
    each takes all.
    """

    candidates: gpd.GeoDataFrame
    request: Request = Request()
    sectors: gpd.GeoDataFrame | Level | None = None
    room: Floats | None = None

    def check(self) -> None:
        """Raise :class:`InputError` unless what is asked for can be chosen, see :func:`check_number`."""
        check_number(self.request, self.candidates)
        if self.room is not None:
            _check_room(self.room, self.request, self.candidates)


def read_candidates(table: gpd.GeoDataFrame, name: str) -> gpd.GeoDataFrame:
    """Check a layer of candidate places and give each an ``id``.

    Its own ``id``, ``code`` or ``insee``, else its number.

    Raises
    ------
    InputError
        A geometry is missing or no point, two candidates share an id, or a start delay is no number.
    """
    known = ("id", "code", "insee", "code_insee", "delay_min", "name")
    table = table.rename(
        columns={column: str(column).lower() for column in table.columns if str(column).lower() in known}
    )
    candidates = check_points(table.loc[:, ~table.columns.duplicated()], name).copy()
    own = next((key for key in ("id", "code", "insee", "code_insee") if key in candidates), None)
    candidates["id"] = texts(candidates[own]) if own is not None else [str(feature) for feature in candidates.index]
    check_unique(candidates, "id", name)
    if "delay_min" in candidates:
        candidates["delay_min"] = in_minutes(candidates["delay_min"])
    candidates["delay_min"] = (
        numbers(candidates, "delay_min", name, at_least=0, missing=0.0) if "delay_min" in candidates else 0.0
    )
    return candidates.sort_values("id", kind="stable")


def known(candidates: pd.DataFrame, what: str) -> pd.Series | None:
    """Return the column that says something of the candidates (of :data:`_HEADERS`), None where there is none."""
    columns = {plain(column): column for column in reversed(candidates.columns)}
    found = next((columns[header] for header in _HEADERS[what] if header in columns), None)
    return None if found is None else candidates[found]


def known_number(candidates: pd.DataFrame, what: str, missing: float) -> pd.Series:
    """Return a column of numbers of the candidates; `missing` where the column or the value is.

    Raises
    ------
    InputError
        A value is no number, or below 0.
    """
    column = known(candidates, what)
    if column is None:
        return pd.Series(missing, index=candidates.index, dtype=float)
    return numbers(candidates, column.name, tr("The layer of candidates"), at_least=0, missing=missing)


def names_of_candidates(candidates: pd.DataFrame) -> Objects:
    """Return (c,) what sentences call the candidates: their names, else their ids."""
    names = known(candidates, "name")
    ids = candidates["id"].to_numpy(object)
    found: Objects = ids if names is None else np.where(texts(names) != "", texts(names), ids)
    return found


def _check_room(room: Floats, request: Request, candidates: gpd.GeoDataFrame) -> None:
    """Raise :class:`InputError` unless each candidate has room for a number of people, and the model knows of that."""
    if not request.kind.takes_room or request.presence == "part_time":
        text = tr(
            "Room for so many people (CAPACITY) is known to the models {models} alone, and for doctors who are there "
            "always. Choose one of them, or leave CAPACITY empty."
        )
        known = ", ".join(word("MODEL", model.key) for model in MODEL.values() if model.takes_room)
        raise InputError(text.format(models=known))
    wrong = ~((room >= 0) & np.isfinite(room))
    if wrong.any():
        text = tr(
            "The layer of candidates: no number of people that they take at most, or one below 0, for {ids} "
            "(CAPACITY). Correct the field or the expression."
        )
        raise InputError(text.format(ids=listed(candidates.loc[wrong, "id"])))


def check_number(request: Request, candidates: gpd.GeoDataFrame) -> None:
    """Raise :class:`InputError` unless what is asked for can be chosen.

    As many places must be there to choose as are asked for, and the required and forbidden ones must exist.
    """
    if not request.fewest and not 1 <= request.number <= len(candidates):
        text = tr(
            "{number} {number:place is|places are} asked for, and there {count:is|are} {count} "
            "{count:candidate|candidates}. Ask for 1 to {count}."
        )
        raise InputError(text.format(number=request.number, count=len(candidates)))
    # of all of them and now: those that are chosen are asked when all is computed
    for what in ("doctors", *(("weekly_hours",) if request.presence == "part_time" else ())):
        known_number(candidates, what, 0.0)
    ids = set(candidates["id"])
    unknown = [one for one in (*request.required, *request.forbidden) if one not in ids]
    if unknown:
        text = tr("The layer of candidates has no {ids}, required or forbidden. Its ids are: {known}.")
        raise InputError(text.format(ids=listed(unknown), known=listed(sorted(ids))))
    both = sorted(set(request.required) & set(request.forbidden))
    if both:
        raise InputError(
            tr(
                "{ids:Candidate|Candidates} {ids} {ids:is|are} both required and forbidden. Take {ids:it|them} out of "
                "one of the two."
            ).format(ids=listed(both))
        )
    if not request.fewest and len(set(request.required)) > request.number:
        text = tr(
            "{required} {required:candidate is|candidates are} required, and only {number} {number:place "
            "is|places are} asked for. Ask for {required} at least."
        )
        raise InputError(text.format(required=len(set(request.required)), number=request.number))
