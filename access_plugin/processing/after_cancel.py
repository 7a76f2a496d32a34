"""Loads results that a cancel kept. QGIS itself drops all that a cancelled algorithm returns."""

from __future__ import annotations

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingUtils
from qgis.PyQt.QtCore import QCoreApplication, QObject, pyqtSignal


class _Loader(QObject):
    """Adds layers to the project, on the main thread, whichever thread asks for it."""

    asked = pyqtSignal()
    _waiting: list["_Loader"] = []  # until their turn on the main thread

    def __init__(self, layers: list) -> None:
        super().__init__()
        self.layers = layers
        self.moveToThread(QCoreApplication.instance().thread())
        self.asked.connect(self.load)
        self._waiting.append(self)

    def load(self) -> None:
        for layer, project, processor in self.layers:
            project.addMapLayer(layer)
            if processor is not None:
                processor.postProcessLayer(layer, None, None)
        self.layers = []
        self._waiting.remove(self)


def load_after_cancel(context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> None:
    """Give copies of the results that were to be loaded to the project, where the user has cancelled.

    Nothing happens otherwise.
    """
    if not feedback.isCanceled():
        return
    main, kept = QCoreApplication.instance().thread(), []
    for identity, details in context.layersToLoadOnCompletion().items():
        layer = QgsProcessingUtils.mapLayerFromString(identity, context)
        if layer is not None and details.project is not None:
            copy = layer.clone()
            details.setOutputLayerName(copy)
            copy.moveToThread(main)
            kept.append((copy, details.project, details.postProcessor()))
    if kept:
        _Loader(kept).asked.emit()
