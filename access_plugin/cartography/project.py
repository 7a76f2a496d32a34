"""The QGIS project of a study: every layer styled, grouped and named."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Iterator
from pathlib import Path

from qgis.core import (
    QgsExpressionContextUtils,
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsMultiBandColorRenderer,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)

from ..engine.errors import InputError
from ..engine.file_names import LAYER_NAME, RELIEF, RESULTS, RUN_ENTRY, STYLE_OF, SURROUNDINGS
from ..engine.sites.own_roles import names_by_key
from ..engine.territory.codes import departements
from ..engine.territory.relief import relief_name
from ..engine.territory.surroundings import layers_around
from ..engine.text import tr
from .field_labels import label_fields
from .layer_styles import apply_style, drop_emergency_classes, keep_off_the_frame, name_rules
from .press.facts import MOST_BARS, MOST_UNITS
from .surroundings import country_names
from .traces import without_traces
from .wording import Wording

#: Name → its layer in ``results.gpkg``, style, whether it is shown at first; in drawing order, top first, by group.
_GROUPS = (
    ("Suggested places", (("chosen", "chosen", "chosen", True), ("demand", "demand", "demand", False))),
    ("Sites of care", (("sites", "sites", "sites", True),)),
    ("People", (("places", "places", "places", False),)),
    ("Areas", (("threshold", "threshold", "threshold", True), ("gaps", "gaps", "gaps", False))),
    (
        "Reference",
        (
            ("departements", "departements", "departements", True),
            ("territories", "territories", "territories", True),
            ("lakes", "lakes", "lakes", True),
            ("roads", "roads", "roads", True),
            ("rivers", "rivers", "rivers", True),
        ),
    ),
    (
        "Bands of time",
        (("isochrones", "isochrones", "isochrones", True), ("not_computed", "not_computed", "not_computed", True)),
    ),
    (
        "Surroundings",
        (("borders", "borders", "borders", True), ("surroundings", "surroundings", "surroundings", True)),
    ),
    (
        "Press kit",
        (
            ("print_threshold", "print_threshold", "threshold", False),
            ("print_isochrones", "print_isochrones", "isochrones", False),
            ("print_not_computed", "print_not_computed", "not_computed", False),
            ("print_roads", "print_roads", "roads", False),
            ("public_chosen", "public_chosen", "chosen", False),
            ("public_sites", "public_sites", "sites", False),
            ("outside", "departements", "outside", False),
            ("outline", "departements", "departements", False),
            ("circles", "departements", "circles", False),
            ("counts", "departements", "counts", False),
            ("lacking", "print_territories", "lacking", False),
            ("lacking_after", "print_territories", "lacking", False),
            ("zoning", "print_territories", "zoning", False),
        ),
    ),
    ("Tables", (("summary", "summary", None, True), ("curve", "curve", None, True))),
)
#: Layers that show the territories themselves where there are no départements to join them into, or only one.
_OF_UNITS = ("outside", "outline", "circles", "counts")
#: Width of the largest circle, part of the longer side of the area.
_CIRCLE = 0.075
#: Areas as pages show them, for the whole and by département.
_PRINTED = ("print_isochrones", "print_not_computed", "print_threshold", "print_roads")
#: Visible layers whose style is that of pages too, which show the same by layers of their own.
_SHOWN = ("chosen", "sites", "threshold", "territories", "isochrones", "not_computed", "roads")
#: Layers for pages that studies did not have at first, and what shows the same.
_MADE_OF = {"print_territories": "territories", "print_roads": "roads"}
#: A layer that is drawn only where its table bears this field.
_NEEDS = {"lacking": "lacking", "lacking_after": "lacking", "zoning": "zone"}


class StudyProject:
    """A project apart from the one that the user has open, with the layers of a study.

    The layers go by their names in ``results.gpkg``.

    Parameters
    ----------
    wording
        Speaks of the study.
    whole
        Whether all layers are added at once; else whoever makes it takes :meth:`steps`, and lets the window answer
        between them.
    """

    def __init__(self, wording: Wording, *, whole: bool = True) -> None:
        self.wording = wording
        self.project = QgsProject()
        self.project.setTitle(wording.title())
        told = self.project.metadata()
        told.setAuthor("")  # QGIS takes the name of whoever is logged in
        self.project.setMetadata(told)
        self.project.writeEntry(*RUN_ENTRY, wording.study.run)
        self.layers: dict[str, QgsVectorLayer] = {}
        larger = wording.study.table("departements")
        areas, shown = wording.study.table("isochrones"), wording.study.table("territories")
        self._bounds = (areas if shown is None else shown.to_crs(areas.crs)).total_bounds
        self._around = layers_around(wording.study.path)
        self._kinds = names_by_key(wording.study.table("sites")["role"])
        self._departements = frozenset() if larger is None else frozenset(larger["code"])
        self._joined, self._larger = bool(self._departements), len(self._departements) > 1
        for step in self.steps() if whole else ():
            step()

    def steps(self) -> Iterator[Callable[[], None]]:
        """Give what adds the layers, group by group, and then settles what the project shows."""
        for title, members in self._groups():
            yield functools.partial(self._add_group, title, members)
        yield self._settle

    def _add_group(self, title: str, members: tuple) -> None:
        folder, root = self.wording.study.path, self.project.layerTreeRoot()
        group = root.addGroup(title)
        for name, source, style, shown in members:
            self._add(folder, group, name, source, style, shown)
        if members[0][0] == "isochrones" and relief_name(folder / RELIEF):
            self._add_relief(folder / RELIEF, group)
        if not group.children():
            root.removeChildNode(group)

    def _settle(self) -> None:
        crs = self.layers["isochrones"].crs()
        self.project.setCrs(crs)
        self.project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(self.extent(), crs))

    def _groups(self):
        say = self.wording.say
        titles = {
            "Suggested places": say("Suggested places"),
            "Sites of care": say("Sites of care"),
            "People": say("People"),
            "Areas": say("Areas"),
            "Reference": say("Reference"),
            "Bands of time": say("Bands of time"),
            "Surroundings": say("Surroundings"),
            "Press kit": say("Press kit"),
            "Tables": say("Tables"),
        }
        return [(titles[title], members) for title, members in _GROUPS]

    def layer_titles(self) -> dict[str, str]:
        """Return the title of each layer, with the threshold where it counts."""
        say, threshold, other = self.wording.say, self.wording.threshold, self.wording.other_care
        return {
            "chosen": say("Suggested places"),
            "demand": say("Places beyond {threshold} min, before and after", threshold=threshold),
            "sites": say("Sites of care"),
            "places": say("Population by access: {care} ({threshold} min)", care=other, threshold=threshold)
            if other
            else say("Population by access to care ({threshold} min)", threshold=threshold),
            "threshold": say("Limit of {threshold} min", threshold=threshold),
            "gaps": say("Areas beyond {threshold} min", threshold=threshold),
            "departements": say("Départements"),
            "public_sites": say("Sites of care"),
            "public_chosen": say("Suggested places"),
            "outside": say("Outside the study area"),
            "outline": say("Territories"),
            "circles": say("People beyond {threshold} min", threshold=threshold),
            "counts": say("{care} by territory", care=other) if other else say("Emergency sites by territory"),
            "lacking": say("Residents not reached within {threshold} min", threshold=threshold),
            "lacking_after": say("The same with the suggested places"),
            "zoning": say("Zoning"),
            "territories": say("Territories"),
            "not_computed": say("Land without a time"),
            "roads": say("Main roads"),
            "lakes": say("Lakes"),
            "rivers": say("Rivers"),
            "borders": say("Borders of neighbours"),
            "surroundings": say("Neighbouring départements and countries"),
            "isochrones": self.wording.time_title(),
            "summary": say("Figures by territory"),
            "curve": say("People gained by number of places"),
        }

    def _add(
        self, folder: Path, group: QgsLayerTreeGroup, name: str, source: str, style: str | None, shown: bool
    ) -> None:
        source = (
            "territories"
            if name in _OF_UNITS and not (self._larger or (name in ("outside", "outline") and self._joined))
            else source
        )
        source = self._known(source)
        file = folder / (SURROUNDINGS if source in self._around else RESULTS)
        if source not in self.wording.study.names and source not in self._around:
            return  # no territories, or no candidates, were given
        where = "|subset=\"unit\" = ''" if source in _PRINTED else ""
        layer = QgsVectorLayer(
            f"{file}|layername={source}{where}", self.layer_titles()[name.removeprefix("print_")], "ogr"
        )
        if name in _NEEDS and layer.fields().lookupField(_NEEDS[name]) < 0:
            return
        if style is not None:
            self._set_variables(layer, name)
            apply_style(layer, style, threshold=self.wording.setting.threshold, language=self.wording.language)
        self._of_other_care(layer, name)
        self._fit(layer, name)
        label_fields(layer, self.wording.language, self._kinds)
        self._keep(layer)
        node = group.addLayer(layer)
        node.setItemVisibilityChecked(shown)
        node.setExpanded(style is not None and shown)
        self.layers[name] = layer

    def _of_other_care(self, layer: QgsVectorLayer, name: str) -> None:
        """Say of sites and classes what they are where another kind of site than emergency care counts."""
        other, field = self.wording.other_care, layer.fields().lookupField("sites")
        if other and field >= 0:
            layer.setFieldAlias(field, other)
        if other and name == "places":
            drop_emergency_classes(layer)

    def _add_relief(self, path: Path, group: QgsLayerTreeGroup) -> None:
        """Add the shade of the ground above the areas."""
        plain = QgsRasterLayer.LayerOptions()
        plain.loadDefaultStyle = False  # which would count its colours, and leave a file of them
        layer = QgsRasterLayer(str(path), self.wording.say("Relief"), "gdal", plain)
        renderer = QgsMultiBandColorRenderer(layer.dataProvider(), 1, 2, 3)
        renderer.setAlphaBand(4)
        layer.setRenderer(renderer)
        self._keep(layer)
        group.insertLayer(0, layer)
        self.layers["relief"] = layer

    def _fit(self, layer: QgsVectorLayer, name: str, *, of_unit: bool = False) -> None:
        """Fit the style of a layer to what it is for, and say whose it is."""
        shown = name.removeprefix("print_").removeprefix("public_")
        if shown in _SHOWN:
            layer.setCustomProperty(STYLE_OF if of_unit or shown != name else LAYER_NAME, shown)
        if name == "outline":
            layer.setLabelsEnabled(False)  # of the locator's map
        if name == "territories" and self._joined:
            name_rules(layer, self.wording.say("Boundaries of communes"))
        if name in ("public_sites", "public_chosen"):
            keep_off_the_frame(layer)

    def _known(self, source: str) -> str:
        """Return a layer for pages, or the one that it was made of, in a study of before there were such layers."""
        known = self.wording.study.names
        return source if source in known else _MADE_OF.get(source, source)

    def of_unit(self, code: str) -> None:
        """Add the layers of a page of the atlas.

        ``outside-CODE`` fades what is not of the unit, a département or a territory; ``territories-CODE`` names its own
        territories only.
        """
        quoted = code.replace("'", "''")
        source, field = ("departements", "departement") if code in self._departements else ("territories", "code")
        chosen = [("outside", source, "outside", "code"), ("territories", "territories", "territories", field)]
        if source == "departements" and self._larger:  # areas are cut for the pages of several
            printed = [name for name in _PRINTED if name in self.wording.study.names]
            chosen += [(name, name, name.removeprefix("print_"), "unit") for name in printed]
        for name, source, style, field in chosen:
            layer = QgsVectorLayer(
                f"{self.wording.study.path / RESULTS}|layername={source}|subset=\"{field}\" = '{quoted}'",
                self.layer_titles()[name.removeprefix("print_")],
                "ogr",
            )
            self._set_variables(layer, name)
            apply_style(layer, style, threshold=self.wording.setting.threshold, language=self.wording.language)
            self._fit(layer, name, of_unit=True)
            self._keep(layer)
            self.layers[f"{name}-{code}"] = layer

    def outline_of(self, code: str) -> None:
        """Add ``outline-CODE``, the outline of a territory or a département alone."""
        quoted = code.replace("'", "''")
        source = "departements" if code in self._departements else "territories"
        layer = QgsVectorLayer(
            f"{self.wording.study.path / RESULTS}|layername={source}|subset=\"code\" = '{quoted}'",
            self.layer_titles()["outline"],
            "ogr",
        )
        apply_style(layer, "place", language=self.wording.language)
        self._keep(layer)
        self.layers[f"outline-{code}"] = layer

    def _keep(self, layer: QgsMapLayer) -> None:
        """Say in a layer's metadata where it comes from, and take it into the project."""
        metadata = layer.metadata()
        metadata.setTitle(layer.name())
        metadata.setAbstract(self.wording.definition() + ". " + self.wording.method_line())
        metadata.setRights([self.wording.sources_line()])
        layer.setMetadata(metadata)
        self.project.addMapLayer(layer, False)

    def _set_variables(self, layer: QgsVectorLayer, name: str) -> None:
        for variable, value in self._variables(layer, name).items():
            QgsExpressionContextUtils.setLayerVariable(layer, variable, value)

    def _variables(self, layer: QgsVectorLayer, name: str) -> dict:
        """Return what the style of a layer asks for.

        The communes that are seats, the field of a map of shares, the scale of circles, the language of numbers.
        """
        if name == "territories":
            rows = [row for code, row in departements().items() if code in self._departements]
            return {
                "seats": ",".join(row.seat for row in rows),
                "other_seats": ",".join(code for row in rows for code in row.other_seats),
            }
        if name == "surroundings":
            return {"country_names": json.dumps(country_names(self.wording.translate), ensure_ascii=False)}
        if name in ("lacking", "lacking_after"):
            return {"figure_field": name}
        if name == "circles":
            # those under secrecy have no circle, and no scale may tell of them
            values = sorted(
                (row["beyond"] for row in layer.getFeatures() if row["beyond"] and not row["secret"]), reverse=True
            )
            most = values[0] if values else 0.0
            least = values[MOST_BARS - 1] if len(values) > MOST_UNITS else -1.0  # of many, only the largest are named
            return {
                "circle_least": float(least),
                "circle_people": float(most) or 1.0,
                "circle_m": _CIRCLE * max(self.extent().width(), self.extent().height()),
                "figure_language": self.wording.language,
            }
        return {}

    def extent(self):
        """Return what the map shows: the territories, or else all that is near a road, with a margin."""
        west, south, east, north = self._bounds
        extent = QgsRectangle(west, south, east, north)
        extent.scale(1.06)
        return extent

    def shown(self) -> list[QgsVectorLayer]:
        """Return the layers that the map shows, top first."""
        root = self.project.layerTreeRoot()
        return [layer for layer in root.layerOrder() if layer.isSpatial() and root.findLayer(layer).isVisible()]

    def save(self, path: Path) -> None:
        """Write the project; its paths are relative, so that the folder can move, and tell of no machine."""
        if not self.project.write(str(path)):
            text = tr(
                "The project {name} could not be written ({reason}). Free some space on the disk, or choose "
                "another folder."
            )
            raise InputError(text.format(name=path.name, reason=self.project.error()))
        without_traces(path, self.wording.study.path)

    def close(self) -> None:
        """Let go of all files."""
        self.layers.clear()
        self.project.clear()
