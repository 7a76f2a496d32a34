"""Styles a result when QGIS loads it."""

from __future__ import annotations

from qgis.core import Qgis, QgsProcessingContext, QgsProcessingLayerPostProcessorInterface, QgsVectorLayer

from ..cartography.layer_styles import apply_style
from ..engine.text import language, tr
from .layers import write
from .parameters import described


class StyleWhenLoaded(QgsProcessingLayerPostProcessorInterface):
    """Gives one output its style and says in its metadata how it was made; QGIS runs it only for a layer that it loads."""

    _kept: list["StyleWhenLoaded"] = []  # QGIS does not own its post-processors

    def __init__(self, style: str, abstract: str, threshold: float, credit: str) -> None:
        super().__init__()
        self.style, self.abstract, self.threshold, self.credit = style, abstract, threshold, credit
        self._kept.append(self)

    def postProcessLayer(self, layer, context: QgsProcessingContext, feedback) -> None:
        if isinstance(layer, QgsVectorLayer):
            apply_style(layer, self.style, threshold=self.threshold, language=language())
            metadata = layer.metadata()
            metadata.setAbstract(self.abstract)
            metadata.setRights([self.credit] if self.credit else [])
            layer.setMetadata(metadata)


def write_not_computed(algorithm, parameters, context: QgsProcessingContext, land, setting) -> dict:
    """Write the land without a time where it is wanted; official times have none."""
    if land is None:
        return {}
    identity = write(algorithm, parameters, "NOT_COMPUTED", context, land, Qgis.WkbType.MultiPolygon)
    style_when_loaded(algorithm, context, identity, "not_computed", tr("Land without a time"), setting=setting)
    return {} if identity is None else {"NOT_COMPUTED": identity}


def style_when_loaded(algorithm, context: QgsProcessingContext, identity: str | None, style: str, name: str, *, setting=None, said: str = "") -> None:
    """Ask for a style for an output that QGIS will load, with the credit of the roads that the algorithm has opened; nothing happens for one that it will not."""
    if identity is None or not context.willLoadLayerOnCompletion(identity):
        return
    abstract = said or (name if setting is None else described(name, setting))
    details = context.layerToLoadOnCompletionDetails(identity)
    details.setPostProcessor(StyleWhenLoaded(style, abstract, setting.threshold if setting is not None else 30.0, algorithm.credit))
