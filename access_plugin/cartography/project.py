"""The QGIS project of a study: every layer styled, grouped and named."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsCoordinateTransform, QgsLayerTreeGroup, QgsProject, QgsReferencedRectangle, QgsVectorLayer

from ..engine.study import RESULTS
from .layer_styles import apply_style
from .wording import Wording

#: Layer of ``results.gpkg`` → style, shown at first; in drawing order, top first, by group.
_GROUPS = (
    ("Suggested places", (("chosen", "chosen", True), ("demand", "demand", False))),
    ("Sites of care", (("sites", "sites", True),)),
    ("People", (("places", "places", False),)),
    ("Areas", (("threshold", "threshold", True), ("gaps", "gaps", False))),
    ("Reference", (("territories", "territories", True), ("roads", "roads", True))),
    ("Bands of time", (("isochrones", "isochrones", True), ("not_computed", "not_computed", True))),
    ("Tables", (("summary", None, True), ("curve", None, True))),
)


class StudyProject:
    """A project apart from the one that the user has open, with the layers of a study by their name in ``results.gpkg``."""

    def __init__(self, wording: Wording, folder: Path) -> None:
        self.wording = wording
        self.project = QgsProject()
        self.project.setTitle(wording.title())
        self.layers: dict[str, QgsVectorLayer] = {}
        for title, members in self._groups():
            group = self.project.layerTreeRoot().addGroup(title)
            for name, style, shown in members:
                self._add(folder, group, name, style, shown)
            if not group.children():
                self.project.layerTreeRoot().removeChildNode(group)
        crs = self.layers["isochrones"].crs()
        self.project.setCrs(crs)
        self.project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(self.extent(), crs))

    def _groups(self):
        say = self.wording.say
        titles = {
            "Suggested places": say("Suggested places"), "Sites of care": say("Sites of care"), "People": say("People"), "Areas": say("Areas"),
            "Reference": say("Reference"), "Bands of time": say("Bands of time"), "Tables": say("Tables"),
        }  # fmt: skip
        return [(titles[title], members) for title, members in _GROUPS]

    def layer_titles(self) -> dict[str, str]:
        """Return the title of each layer, with the threshold where it counts."""
        say, threshold = self.wording.say, self.wording.threshold
        return {
            "chosen": say("Suggested places"), "demand": say("Places beyond {threshold} min, before and after", threshold=threshold),
            "sites": say("Sites of care"), "places": say("Population by access to care ({threshold} min)", threshold=threshold),
            "threshold": say("Limit of {threshold} min", threshold=threshold), "gaps": say("Areas beyond {threshold} min", threshold=threshold),
            "territories": say("Territories"), "not_computed": say("Land without a time"), "roads": say("Main roads"), "isochrones": self.wording.time_title(),
            "summary": say("Figures by territory"), "curve": say("People gained by number of places"),
        }  # fmt: skip

    def _add(self, folder: Path, group: QgsLayerTreeGroup, name: str, style: str | None, shown: bool) -> None:
        layer = QgsVectorLayer(f"{folder / RESULTS}|layername={name}", self.layer_titles()[name], "ogr")
        if not layer.isValid():
            return  # no territories, or no candidates, were given
        if style is not None:
            apply_style(layer, style, threshold=self.wording.study.setting.threshold, language=self.wording.language)
        metadata = layer.metadata()
        metadata.setTitle(layer.name())
        metadata.setAbstract(self.wording.definition() + ". " + self.wording.method_line())
        metadata.setRights([self.wording.sources_line()])
        layer.setMetadata(metadata)
        self.project.addMapLayer(layer, False)
        node = group.addLayer(layer)
        node.setItemVisibilityChecked(shown)
        node.setExpanded(style is not None and shown)
        self.layers[name] = layer

    def extent(self):
        """Return what the map shows: the territories, or else all that is near a road, with a margin."""
        layer = self.layers.get("territories", self.layers["isochrones"])
        extent = layer.extent()
        if layer.crs() != self.layers["isochrones"].crs():
            to_map = QgsCoordinateTransform(layer.crs(), self.layers["isochrones"].crs(), self.project)
            extent = to_map.transformBoundingBox(extent)
        extent.scale(1.06)
        return extent

    def shown(self) -> list[QgsVectorLayer]:
        """Return the layers that the map shows, top first."""
        root = self.project.layerTreeRoot()
        return [layer for layer in root.layerOrder() if layer.isSpatial() and root.findLayer(layer).isVisible()]

    def save(self, path: Path) -> None:
        """Write the project; its paths are relative, so that the folder can move."""
        if not self.project.write(str(path)):
            raise RuntimeError(self.project.error())

    def close(self) -> None:
        """Let go of all files."""
        self.layers.clear()
        self.project.clear()
