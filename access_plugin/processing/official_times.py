"""Official times in the place of a network: their parameters, and how to read them back."""

from __future__ import annotations

from pathlib import Path

from ..engine.errors import InputError
from ..engine.text import tr
from .arguments import sites_of, table_file_of
from .parameters import common, definition, file, text


def times() -> list:
    """Return the parameters of a table of official times."""
    parameters = [
        file(
            "TIMES",
            tr("Official times"),
            tr(
                "A table of communes and minutes (DREES, METRIC, METRIC-OSRM; CSV or spreadsheet), instead of a "
                "network."
            ),
        )
    ]
    for name, label, help_text in (
        ("TIMES_CODE", tr("Column of codes"), tr("Of the communes in the table of times. Guessed where empty.")),
        (
            "TIMES_MINUTES",
            tr("Column of minutes"),
            tr("To emergency care; of several, separated by commas, the smaller counts. Guessed where empty."),
        ),
    ):
        parameter = text(name, label, "", help_text)
        parameter.setFlags(parameter.flags() | parameter.Flag.FlagOptional | parameter.Flag.FlagAdvanced)
        parameters.append(parameter)
    return parameters


def times_source():
    """Return the parameter of what notes call the table."""
    parameter = text(
        "TIMES_SOURCE",
        tr("Source of the official times"),
        "",
        tr("What titles and notes call the table, such as “DREES, SU or SMUR 2019”. The name of its file where empty."),
    )
    parameter.setFlags(parameter.flags() | parameter.Flag.FlagOptional | parameter.Flag.FlagAdvanced)
    return parameter


def times_of(algorithm, parameters, context, progress):
    """Read the table of TIMES as :class:`engine.access.official_table.OfficialTimes`."""
    from ..engine.access.official_table import equipped_communes, is_times, read_official_times

    code, minutes = (
        algorithm.parameterAsString(parameters, name, context).strip() for name in ("TIMES_CODE", "TIMES_MINUTES")
    )
    equipped = (
        equipped_communes(sites_of(algorithm, parameters, context, progress)) if parameters.get("SITES") else None
    )
    table, name = table_file_of(
        algorithm, parameters, "TIMES", context, is_header=is_times if not (code or minutes) else None
    )
    return read_official_times(table, name, code=code, minutes=minutes, destinations=equipped, progress=progress)


def check_settings_of_times(algorithm, parameters, context, *, free: tuple[str, ...] = ()) -> None:
    """Raise :class:`InputError` where more was set than the threshold and what is `free`: all else is the table's."""
    own = [
        parameter.name()
        for parameter in (definition(), *common())
        if parameter.name() not in ("THRESHOLD", "CLOSURES", *free)
    ]
    changed = [
        name
        for name in own
        if algorithm.parameterAsEnumString(parameters, name, context)
        != algorithm.parameterDefinition(name).defaultValue()
    ]
    changed += ["OTHER_CARE"] if algorithm.parameterAsString(parameters, "OTHER_CARE", context).strip() else []
    changed += ["CLOSURES"] if parameters.get("CLOSURES") not in (None, "", []) else []
    if changed:
        message = tr(
            "Official times have a definition, season and way of driving of their own, those of their table: "
            "leave {names} as they are, or use a network."
        )
        raise InputError(message.format(names=", ".join(changed)))


def threshold_of_times(algorithm, parameters, context) -> float:
    """Return the threshold, and say what a result depends on."""
    algorithm.feedback.pushInfo(official_described(algorithm, parameters, context))
    return algorithm.parameterAsDouble(parameters, "THRESHOLD", context)


def official_described(algorithm, parameters, context) -> str:
    """Return the sentence that says what a result by official times depends on."""
    message = tr(
        "Official times of {table}: definition, season and way of driving are those of the table; threshold "
        "{threshold:g} min (strictly more)."
    )
    return message.format(
        table=Path(algorithm.parameterAsFile(parameters, "TIMES", context)).name,
        threshold=algorithm.parameterAsDouble(parameters, "THRESHOLD", context),
    )
