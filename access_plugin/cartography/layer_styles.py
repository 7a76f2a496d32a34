"""Gives a layer its style: the symbols of a ``.qml`` file, the classes of the threshold and bands at hand."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    NULL,
    QgsExpression,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)

from ..engine.numbers import minutes
from ..engine.sites.own_roles import own_roles_in
from ..engine.sites.roles import role_of
from ..engine.text import printed

#: Styles whose classes without a feature are dropped.
_ONLY_WHAT_IS_THERE = ("isochrones", "isochrones_by_site", "sites", "lacking", "circles", "zoning")
#: Half of the largest sign of a site or a suggested place, metres on paper.
_SIGN_M = 0.003
#: More roles of one's own than this are one class without their names.
_MOST_NAMES = 3
STYLES = Path(__file__).resolve().parent.parent / "resources" / "styles"


def apply_style(layer: QgsVectorLayer, style: str, *, threshold: float = 30.0, language: str = "fr") -> None:
    """Load a style and fit it.

    Parameters
    ----------
    layer
        What to style.
    style
        Name of a file of ``resources/styles``. Its rules may use ``@threshold``; their labels are English sources of
        the catalogue.
    threshold
        Minutes; kept as a variable of the layer.
    language
        Of the labels.

    Raises
    ------
    RuntimeError
        The style file is missing or QGIS refuses it: a fault of the plugin, not of the data.
    """
    message, loaded = layer.loadNamedStyle(str(STYLES / f"{style}.qml"))
    if not loaded:
        raise RuntimeError(f"style {style}: {message}")
    QgsExpressionContextUtils.setLayerVariable(layer, "threshold", threshold)
    renderer = layer.renderer()
    if isinstance(renderer, QgsRuleBasedRenderer):
        if style in _ONLY_WHAT_IS_THERE:
            _keep_what_is_there(renderer, layer, language)
        for rule in renderer.rootRule().children():
            rule.setLabel(printed(rule.label(), language).replace("{threshold}", minutes(threshold, language=language)))
        if style == "sites":
            _name_own_roles(renderer, layer)
        layer.setRenderer(renderer.clone())  # tells the legend, which has read the labels of the file by now
    layer.triggerRepaint()


def _name_own_roles(renderer: QgsRuleBasedRenderer, layer: QgsVectorLayer) -> None:
    """Call the sign of roles of one's own by their names, where these are few."""
    roles = own_roles_in(str(feature["role"]) for feature in layer.getFeatures() if _counts(feature))
    for rule in renderer.rootRule().children():
        if "vers %" in rule.filterExpression() and 0 < len(roles) <= _MOST_NAMES:
            rule.setLabel(", ".join(role_of(role).one for role in roles))


def _counts(feature: QgsFeature) -> bool:
    return feature.fieldNameIndex("counted") < 0 or feature["counted"] is not False


def name_rules(layer: QgsVectorLayer, label: str) -> None:
    """Give every class of a layer the same name in the legend."""
    for rule in layer.renderer().rootRule().children():
        rule.setLabel(label)
    layer.setRenderer(layer.renderer().clone())


def drop_emergency_classes(layer: QgsVectorLayer) -> None:
    """Drop the classes of places that say which emergency care is near: another kind of site counts."""
    root, words = layer.renderer().rootRule(), ("smur", "su_only", "mcs")
    for rule in [rule for rule in root.children() if any(word in rule.filterExpression() for word in words)]:
        root.removeChild(rule)
    layer.setRenderer(layer.renderer().clone())


def keep_off_the_frame(layer: QgsVectorLayer) -> None:
    """Draw no sign that the frame of a map would cut, but those of a rule for all others (ELSE)."""
    within = f"within(transform(@geometry, @layer_crs, @map_crs), buffer(@map_extent, -@map_scale * {_SIGN_M}))"
    renderer = QgsRuleBasedRenderer.convertFromRenderer(layer.renderer())
    if renderer is None:
        return  # one that shows no signs by rules, such as a heat map
    for rule in renderer.rootRule().children():
        if not rule.isElse():
            rule.setFilterExpression(f"({rule.filterExpression() or 'true'}) AND coalesce({within}, true)")
    layer.setRenderer(renderer)


def _keep_what_is_there(renderer: QgsRuleBasedRenderer, layer: QgsVectorLayer, language: str) -> None:
    """Drop the classes that hold no feature, and name those of time after the bands that fall into them."""
    context = layer.createExpressionContext()
    features, banded = list(layer.getFeatures()), layer.fields().lookupField("from_min") >= 0
    for rule in renderer.rootRule().children():
        expression = QgsExpression(rule.filterExpression())
        expression.prepare(context)
        held = []
        for feature in features:
            context.setFeature(feature)
            if expression.evaluate(context):
                held.append(feature)
                if not banded:  # one is enough: thousands of communes are looked at while the window waits
                    break
        if not held and features:
            renderer.rootRule().removeChild(rule)  # deletes it: nothing may touch it from here on
        elif held and banded:
            rule.setLabel(_band([(feature["from_min"], feature["to_min"]) for feature in held], language))


def _band(ends: list[tuple], language: str) -> str:
    low = minutes(min(first for first, _ in ends), language=language)
    highs = [last for _, last in ends]
    return f"> {low} min" if NULL in highs or None in highs else f"{low} – {minutes(max(highs), language=language)} min"
