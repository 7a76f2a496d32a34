"""Puts the names of circles where :mod:`label_places` finds room, for QGIS's label engine to draw them with a line."""

from __future__ import annotations

import json

import numpy as np
from qgis.core import (
    Qgis,
    QgsCoordinateTransform,
    QgsExpression,
    QgsExpressionContextUtils,
    QgsLayoutItem,
    QgsLayoutItemMap,
    QgsLayoutUtils,
    QgsPalLayerSettings,
    QgsPointXY,
    QgsProject,
    QgsTextRenderer,
    QgsVectorLayer,
)

from .furniture import frame_of
from .label_places import places_beside

#: The variable of a map that holds the places; the style ``circles`` reads it.
_PLACES = "circle_names"
#: A name whose white edge the frame would touch is left out by QGIS.
_OFF_THE_FRAME_MM = 1.2


def place_circle_names(picture: QgsLayoutItemMap, layer: QgsVectorLayer, bar: QgsLayoutItem | None) -> None:
    """Settle where the names of the circles of a map stand; none lies under the scale bar."""
    named, others, scale = [], [], picture.scale() / 1000  # metres of a millimetre
    settings, extent, context = layer.labeling().settings(), picture.extent(), picture.createExpressionContext()
    context.appendScope(QgsExpressionContextUtils.layerScope(layer))
    to_map = QgsCoordinateTransform(layer.crs(), picture.crs(), QgsProject.instance().transformContext())
    text, round_ = QgsExpression(settings.fieldName), QgsExpression(settings.geometryGenerator)
    show = settings.dataDefinedProperties().property(QgsPalLayerSettings.Property.Show)
    for feature in layer.getFeatures():
        context.setFeature(feature)
        shape = round_.evaluate(context)
        shape.transform(to_map)
        box = shape.boundingBox()
        across = np.array((box.center().x() - extent.xMinimum(), box.center().y() - extent.yMinimum(), box.width() / 2))
        circle = tuple(across / scale)
        if show.valueAsBool(context, True)[0]:
            named.append((circle, feature["code"], str(text.evaluate(context))))
        elif feature["beyond"] and not feature["secret"]:
            others.append(circle)
    named.sort(key=lambda one: -one[0][2])
    painting = QgsLayoutUtils.createRenderContextForLayout(picture.layout(), None, 300)
    mm, form = painting.convertToPainterUnits(1.0, Qgis.RenderUnit.Millimeters), settings.format()
    sizes = [
        (
            QgsTextRenderer.textWidth(painting, form, lines) / mm + 0.4,
            QgsTextRenderer.textHeight(painting, form, lines, Qgis.TextLayoutMode.Rectangle) / mm + 0.4,
        )
        for lines in (words.split("\n") for _, _, words in named)
    ]
    circles = np.array([circle for circle, *_ in named] + others).reshape(-1, 3)
    taken = [] if bar is None else [_on(picture, bar)]
    corners = places_beside(circles, sizes, frame_of(picture)[2:], taken, margin=_OFF_THE_FRAME_MM)
    places = {}
    for (_, code, _), (x, y) in zip(named, corners):
        corner = QgsPointXY(extent.xMinimum() + x * scale, extent.yMinimum() + y * scale)
        places[str(code)] = list(to_map.transform(corner, Qgis.TransformDirection.Reverse))
    QgsExpressionContextUtils.setLayoutItemVariable(picture, _PLACES, json.dumps(places))


def _on(picture: QgsLayoutItemMap, item: QgsLayoutItem) -> tuple[float, float, float, float]:
    """Return where an item of the page lies on a map: left, bottom, right, top, from its lower left corner."""
    (left, top, _, tall), (x, y, width, height) = frame_of(picture), frame_of(item)
    return x - left, top + tall - y - height, x - left + width, top + tall - y
