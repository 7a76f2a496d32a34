"""What is done to a result when QGIS loads it into the project.

Style, labels of its fields, where it comes from, its place among the layers.
"""

from __future__ import annotations

from qgis.core import (
    QgsLayerTreeLayer,
    QgsProcessingContext,
    QgsProcessingLayerPostProcessorInterface,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..cartography.field_labels import label_fields
from ..cartography.layer_styles import apply_style, drop_emergency_classes
from ..engine.text import language

#: Where a layer keeps what it was made for: the name of its style.
KIND, PEOPLE, PLACES = "access30/kind", "people", "places"


class WhenLoaded(QgsProcessingLayerPostProcessorInterface):
    """Dresses one output; QGIS runs it only for a layer that it loads."""

    _kept: list["WhenLoaded"] = []  # QGIS does not own its post-processors

    def __init__(
        self,
        style: str | None = None,
        abstract: str = "",
        threshold: float = 30.0,
        credit: str = "",
        *,
        kinds: dict[str, str] | None = None,
        other_care: bool = False,
    ) -> None:
        super().__init__()
        self.style, self.abstract, self.threshold, self.credit = style, abstract, threshold, credit
        self.kinds, self.other_care = kinds or {}, other_care
        self._kept.append(self)

    def postProcessLayer(self, layer, context: QgsProcessingContext, feedback) -> None:
        if not isinstance(layer, QgsVectorLayer):
            return
        if self.style is not None and layer.isSpatial():  # a CSV has no shapes to style
            apply_style(layer, self.style, threshold=self.threshold, language=language())
            layer.setCustomProperty(KIND, self.style)
            if self.other_care and self.style == PLACES:
                drop_emergency_classes(layer)
        label_fields(layer, language(), self.kinds)
        metadata = layer.metadata()
        metadata.setAbstract(self.abstract)
        metadata.setRights([self.credit] if self.credit else [])
        layer.setMetadata(metadata)
        put_below(layer)


def dress_when_loaded(context: QgsProcessingContext, identity: str | None, *how, **named) -> None:
    """Have an output dressed, as :class:`WhenLoaded` is told, if QGIS will load it.

    What was asked for the same output before gives way.
    """
    if identity is not None and context.willLoadLayerOnCompletion(identity):
        context.layerToLoadOnCompletionDetails(identity).setPostProcessor(WhenLoaded(*how, **named))


def load_if_readable(context: QgsProcessingContext, identity: str) -> bool:
    """Have a table not loaded that this QGIS cannot read (Parquet, without GDAL's driver); return whether it can."""
    if not identity.lower().endswith(".parquet") or ".parquet" in QgsProviderRegistry.instance().fileVectorFilters():
        return True
    waiting = context.layersToLoadOnCompletion()
    context.setLayersToLoadOnCompletion({key: details for key, details in waiting.items() if key != identity})
    return False


def load_from(context: QgsProcessingContext, draft: str, target: str) -> str:
    """Have what was written in a draft loaded from the place that it will take, which is returned.

    The layer of a file that is named after ``|`` is kept.
    """
    _, bar, rest = draft.partition("|")
    there = target + bar + rest
    waiting = context.layersToLoadOnCompletion()
    if draft in waiting:
        context.setLayersToLoadOnCompletion(
            {there if key == draft else key: details for key, details in waiting.items()}
        )
    return there


def put_below(layer: QgsVectorLayer) -> None:
    """Move a layer of areas below the points and lines that follow it in the list, and people below other points.

    The list is that of layers. QGIS puts what it loads on top, where both would hide the sites.
    """
    node = QgsProject.instance().layerTreeRoot().findLayer(layer)
    if node is None or not (_is_areas(layer) or layer.customProperty(KIND) == PEOPLE):
        return
    siblings = node.parent().children()
    place = last = siblings.index(node)
    for number in range(place + 1, len(siblings)):
        below = siblings[number].layer() if isinstance(siblings[number], QgsLayerTreeLayer) else None
        if (
            not isinstance(below, QgsVectorLayer)
            or _is_areas(below)
            or (not _is_areas(layer) and below.customProperty(KIND) == PEOPLE)
        ):
            break
        last = number if below.isSpatial() else last
    if last > place:
        node.parent().insertChildNode(last + 1, node.clone())
        node.parent().removeChildNode(node)


def _is_areas(layer: QgsVectorLayer) -> bool:
    return layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry
