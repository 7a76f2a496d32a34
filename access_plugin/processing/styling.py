"""Asks for the style of a result, and says how it was made."""

from __future__ import annotations

from qgis.core import Qgis, QgsProcessingContext

from ..engine.sites.own_roles import is_own
from ..engine.text import tr
from .arguments import described
from .layers import write
from .loading import dress_when_loaded


def write_not_computed(algorithm, parameters, context: QgsProcessingContext, land, setting) -> dict:
    """Write the land without a time where it is wanted; official times have none."""
    if land is None:
        return {}
    identity = write(algorithm, parameters, "NOT_COMPUTED", context, land, Qgis.WkbType.MultiPolygon)
    style_when_loaded(algorithm, context, identity, "not_computed", tr("Land without a time"), setting=setting)
    return {} if identity is None else {"NOT_COMPUTED": identity}


def style_when_loaded(
    algorithm,
    context: QgsProcessingContext,
    identity: str | None,
    style: str,
    name: str,
    *,
    setting=None,
    said: str = "",
) -> None:
    """Ask for a style for an output that QGIS will load, with the credit of the roads that were opened.

    The roads are those that the algorithm has opened; nothing happens for an output that QGIS will not load.
    """
    abstract = said or (name if setting is None else described(name, setting))
    threshold = setting.threshold if setting is not None else 30.0
    other = setting is not None and is_own(setting.definition)
    dress_when_loaded(
        context, identity, style, abstract, threshold, algorithm.credit, kinds=algorithm.kinds, other_care=other
    )
