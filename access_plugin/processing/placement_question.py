"""A question of placement in a dialog: its parameters, how they are read back, and how its answer is written."""

from __future__ import annotations

import re

from qgis.core import Qgis, QgsProcessing, QgsProcessingParameterDefinition, QgsProcessingParameterFeatureSink

from ..engine.defaults import BASELINES, DOCTOR_SHARE, MODELS, PRESENCES, RULES
from ..engine.errors import InputError
from ..engine.progress import SILENT
from ..engine.text import tr
from ..engine.words import word
from .after_cancel import load_after_cancel
from .arguments import levels_of, table_of
from .counted import suggested
from .layers import write
from .parameters import choice, codes, layer, number, text, with_help
from .styling import style_when_loaded


def number_of_places() -> QgsProcessingParameterDefinition:
    return number(
        "NUMBER", tr("Number of places"), 3, tr("How many places to suggest at most."), whole=True, minValue=1
    )


def least_gain(*, advanced: bool = False) -> QgsProcessingParameterDefinition:
    said = tr(
        "A candidate counts for a place only when it is there at least this much sooner than the care that "
        "counts today. Empty: 0, and 10 under the rules for MCS."
    )
    return number("MINGAIN", tr("Least gain (minutes)"), None, said, optional=True, advanced=advanced, minValue=0.0)


def baseline(words=BASELINES, *, advanced: bool = False):
    return choice(
        "BASELINE",
        tr("Not covered yet, by"),
        words,
        "emergency",
        tr("“emergency”: the nearest SU or SMUR. “smur”: the nearest SMUR alone, the rule for MCS.")
        + (" " + tr("“csnp”: the nearest SU or CSNP, to which patients drive.") if "csnp" in words else ""),
        advanced=advanced,
    )


def rules(*, advanced: bool = False):
    return choice(
        "RULES",
        tr("Rules for candidates"),
        RULES,
        "none",
        tr(
            "“mcs”: those of correspondent doctors: a GP is there (field gps or nb_generalistes, or role MSP or "
            "CDS), the sector of PDSA has a commune over the threshold from a SMUR, the SMUR alone counts as "
            "care today, and 10 minutes at least are gained. “none”: every candidate may be chosen."
        ),
        advanced=advanced,
    )


def sectors() -> list[QgsProcessingParameterDefinition]:
    """Where the sectors of PDSA come from: polygons, or a table of codes."""
    return [
        layer(
            "SECTORS",
            tr("Sectors of PDSA"),
            tr(
                "Polygons with a “code”, for the rules for MCS; or the column of sectors in the table of codes (CODES)."
            ),
            QgsProcessing.SourceType.TypeVectorPolygon,
            advanced=True,
        ),
        codes(),
    ]


def model(default: str = "mclp"):
    return choice(
        "MODEL",
        tr("Model"),
        MODELS,
        default,
        tr(
            "“mclp”: most people within the threshold. “lscp”: the fewest places that reach all who can be "
            "reached, whatever the number asked for. “pmedian”: the shortest mean time. “pcenter”: the shortest "
            "longest time. “backup”: a second doctor within the threshold counts as much as the first. "
            "“gradual”: the nearer, the more a person counts."
        ),
    )


def room() -> QgsProcessingParameterDefinition:
    return number(
        "CAPACITY",
        tr("People that a place takes at most"),
        None,
        tr(
            "For mclp and lscp. A number for all candidates, or a field or an expression of theirs. Most people find a "
            "place then, the nearest first. Empty: each takes all."
        ),
        optional=True,
        advanced=True,
        decimals=0,
        minValue=0.0,
    )


def weight(default: str):
    return text("WEIGHT", tr("Weight"), default, tr("The field of the population that is to be gained."))


def details() -> list[QgsProcessingParameterDefinition]:
    """Return the parameters that most questions leave as they are."""
    ids = tr("Ids of candidates, separated by commas.")
    found = [
        number(
            "TIME_LIMIT",
            tr("Time limit (seconds)"),
            60.0,
            tr(
                "For the proof that no other choice is better. When it runs out, the answer found is given, with "
                "what it can be off by."
            ),
            advanced=True,
            minValue=0.1,
        ),
        number(
            "REACH",
            tr("Share of people to reach (%)"),
            None,
            tr(
                "The fewest places that reach this share of the people to be gained (or all who can be reached, "
                "where these are fewer), instead of a number of places. For mclp, backup and gradual. Above 0, "
                "up to 100."
            ),
            optional=True,
            advanced=True,
            minValue=0.0,
            maxValue=100.0,
        ),
        choice(
            "PRESENCE",
            tr("When doctors are there"),
            PRESENCES,
            "always",
            tr(
                "For mclp, backup and gradual. “always”: a place with a doctor counts day and night. "
                "“part_time”: it counts for the part of the week that its doctors are there, by the candidates' "
                "fields hours (opening hours), or doctors and weekly_hours; so do the MCS that exist."
            ),
            advanced=True,
        ),
        number(
            "DOCTOR_SHARE",
            tr("Part of the week of a doctor"),
            DOCTOR_SHARE,
            tr("Of a doctor whose hours are not given, for “part_time”."),
            decimals=2,
            advanced=True,
            minValue=0.0,
            maxValue=1.0,
        ),
        number(
            "SPREAD",
            tr("Spread of gradual cover (minutes)"),
            10.0,
            tr(
                "For “gradual”: a person counts fully up to the threshold less this, not at all from the "
                "threshold plus this, in proportion between."
            ),
            advanced=True,
            minValue=0.1,
        ),
        text(
            "REQUIRED",
            tr("Required candidates"),
            "",
            ids + " " + tr("They are chosen in any case, and count among the number."),
        ),
        text("FORBIDDEN", tr("Forbidden candidates"), "", ids + " " + tr("They are never chosen.")),
    ]
    for parameter in found[-2:]:
        parameter.setFlags(parameter.flags() | parameter.Flag.FlagOptional | parameter.Flag.FlagAdvanced)
    return found


def outputs() -> list[QgsProcessingParameterFeatureSink]:
    kinds = QgsProcessing.SourceType
    said = (
        (
            "CHOSEN",
            tr("Suggested places"),
            kinds.TypeVectorPoint,
            tr(
                "The chosen candidates with rank, gain, cumulative gain and share, the people and communes that "
                "each gains, and why in a sentence."
            ),
        ),
        (
            "DEMAND",
            tr("Places to be gained"),
            kinds.TypeVectorPoint,
            tr("The places that the model works on, with their time before and after, and who covers them."),
        ),
        (
            "CURVE",
            tr("People gained by number of places"),
            kinds.TypeVector,
            tr(
                "For 1 to the number asked: people gained, share, bound and gap, mean and longest time, and "
                "after how many places the curve flattens."
            ),
        ),
    )
    return [
        with_help(QgsProcessingParameterFeatureSink(name, label, kind), help_text)
        for name, label, kind, help_text in said
    ]


def request_of(algorithm, parameters, context, setting, **fixed):
    """Read a question back as :class:`engine.placement.request.Request`, and say it.

    What an algorithm has no parameter for keeps its default. `setting`: where it counts a role of one's own, another
    such site is placed.
    """
    from ..engine.placement.request import Request
    from ..engine.sites.own_roles import is_own

    def has(name):
        return algorithm.parameterDefinition(name) is not None

    found = {}
    for name, field in (("MODEL", "model"), ("BASELINE", "baseline"), ("RULES", "rules"), ("PRESENCE", "presence")):
        found |= {field: algorithm.parameterAsEnumString(parameters, name, context)} if has(name) else {}
    for name, field in (
        ("MINGAIN", "min_gain"),
        ("REACH", "reach"),
        ("DOCTOR_SHARE", "doctor_share"),
        ("SPREAD", "spread"),
        ("TIME_LIMIT", "time_limit"),
    ):
        given = has(name) and (
            parameters.get(name) not in (None, "") or algorithm.parameterDefinition(name).defaultValue() is not None
        )
        found |= {field: algorithm.parameterAsDouble(parameters, name, context)} if given else {}
    for name, field in (("REQUIRED", "required"), ("FORBIDDEN", "forbidden")):
        found |= (
            {
                field: tuple(
                    part.strip()
                    for part in re.split(r"[,;]", algorithm.parameterAsString(parameters, name, context))
                    if part.strip()
                )
            }
            if has(name)
            else {}
        )
    found |= {"weight": algorithm.parameterAsString(parameters, "WEIGHT", context)} if has("WEIGHT") else {}
    if is_own(setting.definition):
        _check_alone(found)
        found |= {"baseline": setting.definition}
    request = Request(**{"number": algorithm.parameterAsInt(parameters, "NUMBER", context)} | found | fixed)
    _tell(algorithm, request, found.get("baseline", request.baseline))
    return request


def _check_alone(found: dict) -> None:
    """Raise :class:`InputError` where other care than the role of one's own that counts alone is asked for."""
    if found.get("baseline", "emergency") != "emergency":
        text = tr(
            "Other sites alone count here (OTHER_CARE), so that “{baseline}” (BASELINE) would not be followed: leave "
            "one of the two as it is."
        )
        raise InputError(text.format(baseline=word("BASELINE", found["baseline"])))


def _tell(algorithm, request, asked: str) -> None:
    """Say what is asked, and what the rules for MCS have changed in it."""
    number = (
        tr("the fewest for {share:g} % of the people").format(share=request.reach)
        if request.reach is not None
        else tr("the fewest")
        if request.fewest
        else str(request.number)
    )
    text = tr(
        "Question: {model}; places: {number}; care that counts today: {baseline}; least gain: {min_gain:g} min; "
        "rules for candidates: {rules}; weight: {weight}; doctors are there: {presence}."
    )
    words = {key: word(key.upper(), getattr(request, key)) for key in ("model", "baseline", "rules", "presence")}
    words |= {"baseline": tr("SU or mountain practice")} if algorithm.parameterDefinition("BASELINE") is None else {}
    algorithm.feedback.pushInfo(text.format(number=number, min_gain=request.min_gain, weight=request.weight, **words))
    if asked not in (request.baseline, "emergency"):
        algorithm.feedback.pushWarning(
            tr("The rules for MCS take the SMUR alone as care today: “{asked}” is not followed.").format(
                asked=word("BASELINE", asked)
            )
        )


def sectors_of(algorithm, parameters, context, progress):
    """Read the sectors of PDSA: polygons, or their level in the table of codes; None where neither is given."""
    from ..engine.territory.areas import read_territories

    table, name = table_of(algorithm, parameters, "SECTORS", context)
    if table is not None:
        return read_territories(table, name)
    return next((level for level in levels_of(algorithm, parameters, context, progress) if level.key == "pdsa"), None)


def in_order(table):
    """Return a table without the feature numbers of its source, by which a file would be sorted instead of by rank."""
    return table.drop(columns=[column for column in table.columns if str(column).lower() in ("fid", "ogc_fid")])


def write_suggestion(algorithm, parameters, context, found, setting) -> dict:
    """Write the three tables of a suggestion and ask for their styles; what a cancelled search has found is kept."""
    if algorithm.feedback.isCanceled():
        algorithm.progress = SILENT
    results = {
        "CHOSEN": write(algorithm, parameters, "CHOSEN", context, in_order(found.chosen), Qgis.WkbType.Point),
        "DEMAND": write(algorithm, parameters, "DEMAND", context, found.demand, Qgis.WkbType.Point),
        "CURVE": write(algorithm, parameters, "CURVE", context, found.curve),
    }
    style_when_loaded(algorithm, context, results["DEMAND"], "demand", tr("Places to be gained"), setting=setting)
    style_when_loaded(algorithm, context, results["CHOSEN"], "chosen", tr("Suggested places"), setting=setting)
    load_after_cancel(context, algorithm.feedback)
    return results | suggested(found)
