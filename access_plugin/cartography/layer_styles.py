"""Gives a layer its style: the symbols of a ``.qml`` file, the classes of the threshold and bands at hand."""

from __future__ import annotations

from pathlib import Path

from qgis.core import NULL, QgsExpression, QgsExpressionContextUtils, QgsRuleBasedRenderer, QgsVectorLayer

from ..engine.text import printed
from .numbers import minutes

STYLES = Path(__file__).resolve().parent.parent / "resources" / "styles"


def apply_style(layer: QgsVectorLayer, style: str, *, threshold: float = 30.0, language: str = "fr") -> None:
    """Load a style and fit it.

    Parameters
    ----------
    layer
        What to style.
    style
        Name of a file of ``resources/styles``. Its rules may use ``@threshold``; their labels are English sources of the catalogue.
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
        if style == "isochrones":
            _fit_bands(renderer, layer, language)
        for rule in renderer.rootRule().children():
            rule.setLabel(printed(rule.label(), language).replace("{threshold}", minutes(threshold, language=language)))
    layer.triggerRepaint()


def _fit_bands(renderer: QgsRuleBasedRenderer, layer: QgsVectorLayer, language: str) -> None:
    """Name each class after the bands that fall into it, and drop the classes that hold none."""
    context = layer.createExpressionContext()
    features = list(layer.getFeatures())
    for rule in renderer.rootRule().children():
        expression = QgsExpression(rule.filterExpression())
        ends = []
        for feature in features:
            context.setFeature(feature)
            if expression.evaluate(context):
                ends.append((feature["from_min"], feature["to_min"]))
        if not ends:
            renderer.rootRule().removeChild(rule)  # deletes it: nothing may touch it from here on
            continue
        low, high = min(first for first, _ in ends), [last for _, last in ends]
        from_text = minutes(low, language=language)
        if NULL in high or None in high:
            rule.setLabel(f"> {from_text} min")
        else:
            rule.setLabel(f"{from_text} – {minutes(max(high), language=language)} min")
