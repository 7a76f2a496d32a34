"""One style for a layer and its pages: what a person changes on a visible layer of a study, its layouts show too."""

from __future__ import annotations

import contextlib

from qgis.core import QgsMapLayer, QgsProject, QgsReadWriteContext, QgsVectorLayer
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtXml import QDomDocument

from ..cartography.layer_styles import keep_off_the_frame
from ..engine.file_names import LAYER_NAME, STYLE_OF

_STYLE = QgsMapLayer.StyleCategory.Symbology | QgsMapLayer.StyleCategory.Labeling | QgsMapLayer.StyleCategory.Rendering


class SharedStyles:
    """Watches the layers of the study that is open, whose style the layers of its pages take over.

    Its pages show areas and sites by layers of their own, no finer than paper bears and without what is secret; these
    take over the style of the visible ones.
    """

    def __init__(self) -> None:
        self._watched: list[tuple[QgsVectorLayer, object]] = []
        QgsProject.instance().readProject.connect(self._read)
        QgsProject.instance().cleared.connect(self._forget)
        self._read()

    def close(self) -> None:
        """Stop watching."""
        QgsProject.instance().readProject.disconnect(self._read)
        QgsProject.instance().cleared.disconnect(self._forget)
        for layer, changed in self._watched:
            with contextlib.suppress(RuntimeError, TypeError):  # removed from the project meanwhile
                layer.styleChanged.disconnect(changed)
        self._forget()

    def _forget(self) -> None:
        self._watched = []

    def _read(self, document=None) -> None:
        self._forget()
        layers = QgsProject.instance().mapLayers().values()
        shared = {str(layer.customProperty(STYLE_OF)) for layer in layers if layer.customProperty(STYLE_OF)}
        for layer in layers:
            name = str(layer.customProperty(LAYER_NAME) or "")
            if name in shared:
                # once the change is whole: a dialog sets symbols and names one after the other
                def changed(name: str = name) -> None:
                    QTimer.singleShot(0, lambda: share_style(name))

                layer.styleChanged.connect(changed)
                self._watched.append((layer, changed))


def share_style(name: str) -> None:
    """Give the layers of pages the style of the visible one, in the project that is open."""
    layers = QgsProject.instance().mapLayers().values()
    source = next((layer for layer in layers if layer.customProperty(LAYER_NAME) == name), None)
    if source is None:
        return
    document, context = QDomDocument(), QgsReadWriteContext()
    source.exportNamedStyle(document, context, _STYLE)
    for layer in layers:
        if layer.customProperty(STYLE_OF) == name:
            layer.importNamedStyle(document, _STYLE)
            if name in ("sites", "chosen"):
                keep_off_the_frame(layer)
            layer.triggerRepaint()
