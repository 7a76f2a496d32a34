"""Writes what QGIS shows of each algorithm, in both languages, as JSON: title, group, help, parameters and outputs.

Usage: python scripts/docs_algorithms.py FILE. It asks the provider itself, as the window of QGIS does, so that no page
of the documentation repeats by hand what stands in the plugin. Needs QGIS's Python and ``QGIS_CUSTOM_CONFIG_PATH``
in a folder of its own, since speed profiles of one's own would stand among the choices.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsProcessing,
    QgsProcessingDestinationParameter,
    QgsProcessingParameterDefinition,
)

from access_plugin.engine.text import set_language  # noqa: E402
from access_plugin.engine.words import word  # noqa: E402
from access_plugin.processing.base import GROUP_LABELS  # noqa: E402
from access_plugin.processing.parameters import in_words  # noqa: E402
from access_plugin.processing.provider import ALGORITHMS, AccessProvider  # noqa: E402
from access_plugin.processing.resources import help_page  # noqa: E402

LANGUAGES = ("fr", "en")
_POINTS, _LINES, _POLYGONS = (
    QgsProcessing.SourceType.TypeVectorPoint,
    QgsProcessing.SourceType.TypeVectorLine,
    QgsProcessing.SourceType.TypeVectorPolygon,
)
#: What a layer must be → the name of its kind here.
_GEOMETRIES = {(_POINTS,): "points", (_LINES,): "lines", (_POLYGONS,): "polygons"}


def kind(definition) -> str:
    """Return the kind of a parameter, more closely for layers: ``source:points``."""
    name = definition.type()
    if name not in ("source", "vector", "sink"):
        return name
    if name == "sink":
        return "sink"
    geometry = _GEOMETRIES.get(tuple(definition.dataTypes()), "any")
    return f"layer:{geometry}"


def choices(definition) -> list[list[str]]:
    """Return the choices of a list: what is written in a call, and the words that the window shows."""
    if definition.type() != "enum":
        return []
    return [[value, str(word(definition.name(), value))] for value in definition.options()]


def limits(definition) -> list[float | None]:
    """Return the smallest and the largest value of a number; None where there is no such limit."""
    if definition.type() not in ("number", "distance"):
        return []
    lowest, highest = definition.minimum(), definition.maximum()
    return [None if lowest < -1e300 else lowest, None if highest > 1e300 else highest]


def default(definition):
    """Return the default value as JSON holds it."""
    value = definition.defaultValue()
    if value is None or isinstance(value, (bool, int, float, str, list)):
        return value
    return None if not str(value) or str(value) == "NULL" else str(value)


def parameter(definition) -> dict:
    """Return what is shown of a parameter."""
    flags = definition.flags()
    return {
        "name": definition.name(),
        "label": definition.description(),
        "help": definition.help(),
        "kind": kind(definition),
        "default": default(definition),
        "choices": choices(definition),
        "limits": limits(definition),
        "optional": bool(flags & QgsProcessingParameterDefinition.Flag.FlagOptional),
        "advanced": bool(flags & QgsProcessingParameterDefinition.Flag.FlagAdvanced),
        "output": isinstance(definition, QgsProcessingDestinationParameter),
    }


def shown(algorithm) -> dict:
    """Return what is shown of an algorithm in the language that is set."""
    algorithm = algorithm.create()
    asked = {one.name() for one in algorithm.parameterDefinitions()}
    others = [one for one in algorithm.outputDefinitions() if one.name() not in asked]
    return {
        "title": algorithm.displayName(),
        "group": str(GROUP_LABELS[algorithm.groupId()]()),
        "summary": algorithm.shortDescription(),
        "help": in_words(help_page(algorithm.name()), algorithm.parameterDefinitions()),
        "parameters": [
            parameter(one)
            for one in algorithm.parameterDefinitions()
            if not one.flags() & QgsProcessingParameterDefinition.Flag.FlagHidden
        ],
        "others": [{"name": one.name(), "label": one.description(), "kind": one.type()} for one in others],
    }


def main() -> int:
    application = QgsApplication([], False, "", "desktop")  # whose words the help uses
    application.initQgis()
    provider = AccessProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    found = []
    for made in ALGORITHMS:
        one = {"id": made.ID, "group": made.GROUP}
        for language in LANGUAGES:
            set_language(language)
            one[language] = shown(provider.algorithm(made.ID))
        found.append(one)
    Path(sys.argv[1]).write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
