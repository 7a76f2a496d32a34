"""What a prepared folder holds, as layers of the project: names, styles, and how a dialog proposes them again."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingParameterDefinition, QgsProject, QgsVectorLayer

from ..engine.file_names import CANDIDATES, POPULATION, ROADS, SITES, TERRITORIES
from ..engine.text import tr
from .loading import KIND, WhenLoaded
from .main_thread import is_main_thread


@dataclass(frozen=True)
class Prepared:
    """A layer of a prepared folder.

    The output that bears its path, its file and layer, its title in the project, its style, by which it is proposed.
    """

    output: str
    file: str
    layer: str
    title: str
    style: str | None

    def source(self, folder: Path) -> str:
        return f"{folder / self.file}|layername={self.layer}"


def prepared_layers(folder: Path, written: Collection[str] | None = None) -> list[Prepared]:
    """Return the layers that a folder has, or those of the files that were just written.

    Those that are drawn below come first.
    """
    rows = (
        Prepared("TERRITORIES", TERRITORIES, "communes", tr("Communes"), "territories"),
        Prepared("POPULATION", POPULATION, "population", tr("Population"), "people"),
        Prepared("CANDIDATES", CANDIDATES, "candidates", tr("Candidate places"), None),
        Prepared("SITES", SITES, "sites", tr("Sites of care"), "sites"),
    )
    return [row for row in rows if (folder / row.file).is_file() and (written is None or row.file in written)]


def load_on_completion(context: QgsProcessingContext, folder: Path, layers: list[Prepared]) -> None:
    """Have QGIS load layers of a folder when the algorithm ends; nothing happens where no project is open."""
    if context.project() is None:
        return
    for number, row in enumerate(layers):
        details = QgsProcessingContext.LayerDetails(row.title, context.project(), row.output)
        details.forceName, details.layerSortKey = True, number
        details.setPostProcessor(WhenLoaded(row.style, row.title))
        context.addLayerToLoadOnCompletion(row.source(folder), details)


def load_now(project: QgsProject, folder: Path) -> dict[str, QgsVectorLayer]:
    """Load the layers of a folder into a project, and return them by output."""
    found = {}
    for row in prepared_layers(folder):
        layer = QgsVectorLayer(row.source(folder), row.title, "ogr")
        project.addMapLayer(layer)
        WhenLoaded(row.style, row.title).postProcessLayer(layer, None, None)
        found[row.output] = layer
    return found


def proposed(parameter: QgsProcessingParameterDefinition, kind: str) -> QgsProcessingParameterDefinition:
    """Have a dialog propose the uppermost layer of the project that was made for this purpose.

    For dialogs alone, never for a run without one.
    """
    layer = _uppermost(kind)
    if layer is not None:
        parameter.setGuiDefaultValueOverride(layer.id())
    return parameter


def proposed_network(parameter: QgsProcessingParameterDefinition) -> QgsProcessingParameterDefinition:
    """Have a dialog propose the network that lies beside the sites of the project."""
    layer = _uppermost("sites")
    path = Path(layer.source().split("|")[0]).with_name(ROADS) if layer is not None else None
    if path is not None and path.is_file():
        parameter.setGuiDefaultValueOverride(str(path))
    return parameter


def _uppermost(kind: str) -> QgsVectorLayer | None:
    if QgsApplication.platform() != "desktop" or not is_main_thread():
        return None
    layers = QgsProject.instance().layerTreeRoot().layerOrder()
    return next(
        (layer for layer in layers if isinstance(layer, QgsVectorLayer) and layer.customProperty(KIND) == kind), None
    )
