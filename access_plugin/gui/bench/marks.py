"""What the bench draws over the map: sites that are tried or switched off, and a ring around the places that change."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence

import numpy as np
import shapely
from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsRubberBand, QgsVertexMarker
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QColor

from ...engine.bench.area import Areas
from ...engine.bench.bench import Bench, Effect
from ...engine.bench.scenario import Scenario
from ...processing.layers import reference_system

#: Tried, in the hand, switched off; people who come within the threshold, and who fall out of it.
_TRIED, _HELD, _CLOSED = QColor(106, 27, 154), QColor(216, 27, 96), QColor(255, 143, 0)
_GAINED, _LOST = QColor(0, 121, 107), QColor(191, 87, 0)
_SIZE_PX, _NEAR_PX = 15, 12
#: A ring keeps so many metres from the places that it goes around.
_RING_M = 400.0


class Marks:
    """Draws a scenario on a map, whose reference system may be any, or none.

    Parameters
    ----------
    canvas
        The map.
    bench
        Whose roads' reference system the sites stand in.
    """

    def __init__(self, canvas: QgsMapCanvas, bench: Bench) -> None:
        self._canvas, self._bench = canvas, bench
        self._crs = reference_system(bench.grounds.network.crs)
        self._scenario = Scenario()
        self._markers: dict[str, QgsVertexMarker] = {}
        self._closed: list[QgsVertexMarker] = []
        self._rings = [self._ring(colour) for colour in (_GAINED, _LOST)]
        self._effect: Effect | None = None
        self._areas: Areas | None = None

    def _ring(self, colour: QColor) -> QgsRubberBand:
        ring = QgsRubberBand(self._canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        ring.setStrokeColor(colour)
        return ring

    def to_map(self) -> QgsCoordinateTransform:
        """Return the way from the roads' reference system to the map's."""
        return QgsCoordinateTransform(
            self._crs, self._canvas.mapSettings().destinationCrs(), QgsProject.instance().transformContext()
        )

    def from_map(self, point: QgsPointXY) -> tuple[float, float]:
        """Return a point of the map in the roads' reference system."""
        there = self.to_map().transform(point, QgsCoordinateTransform.TransformDirection.ReverseTransform)
        return there.x(), there.y()

    def beside(self, name: str, right: int, down: int) -> tuple[float, float] | None:
        """Return the point so many pixels beside a tried site, in the roads' reference system; None for none."""
        pixel = self._markers[name].pos().toPoint() + QPoint(right, down)
        try:
            return self.from_map(self._canvas.getCoordinateTransform().toMapCoordinates(pixel))
        except QgsCsException:
            return None

    def near_m(self) -> float:
        """Return how many metres around the mouse a site of the study is meant by it, by the middle of the map."""
        middle = QPoint(self._canvas.width() // 2, self._canvas.height() // 2)
        try:
            one, other = (
                self.from_map(self._canvas.getCoordinateTransform().toMapCoordinates(middle + QPoint(right, 0)))
                for right in (0, 100)
            )
        except QgsCsException:
            return 0.0
        return _NEAR_PX * float(np.hypot(one[0] - other[0], one[1] - other[1])) / 100

    def show(self, scenario: Scenario, effect: Effect) -> None:
        """Draw a scenario and the places that it changes."""
        self._scenario = scenario
        known = {site.id for site in scenario.tried}
        for name in set(self._markers) - known:
            self._canvas.scene().removeItem(self._markers.pop(name))
        for site in scenario.tried:
            if site.id not in self._markers:
                self._markers[site.id] = self._marker(QgsVertexMarker.IconType.ICON_CIRCLE, _TRIED)
            self._put(self._markers[site.id], (site.x, site.y))
            self.colour(site.id, held=False)
        for marker in self._closed:
            self._canvas.scene().removeItem(marker)
        self._closed = []
        for key in scenario.closed & set(self._bench.switchable):
            marker = self._marker(QgsVertexMarker.IconType.ICON_X, _CLOSED)
            marker.setPenWidth(5)
            self._put(marker, self._bench.switchable[key])
            self._closed.append(marker)
        self.show_effect(effect)

    def show_effect(self, effect: Effect) -> None:
        """Draw rings around the places that change."""
        self._effect, self._areas = effect, None
        hulls = [
            shapely.convex_hull(shapely.multipoints(self._bench.grounds.xy[rows])).buffer(_RING_M)
            if len(rows)
            else shapely.Polygon()
            for rows in self._bench.changed(effect.minutes)
        ]
        self._draw(hulls, width=2, opacity=40)

    def show_areas(self, areas: Areas) -> None:
        """Draw the land that changes instead of the rings."""
        self._areas = areas
        self._draw(areas, width=1, opacity=130)

    def _draw(self, shapes: Sequence[shapely.Geometry], *, width: int, opacity: int) -> None:
        transform = self.to_map()
        for ring, drawn in zip(self._rings, shapes):
            ring.reset(QgsWkbTypes.GeometryType.PolygonGeometry)
            ring.setWidth(width)
            colour = QColor(ring.strokeColor())
            colour.setAlpha(opacity)
            ring.setFillColor(colour)
            if not drawn.is_empty:
                shape = QgsGeometry()
                shape.fromWkb(shapely.to_wkb(drawn))
                with contextlib.suppress(QgsCsException):  # the map cannot show it
                    shape.transform(transform)
                    ring.setToGeometry(shape, None)

    def again(self) -> None:
        """Draw all again, on a map whose reference system is another one now."""
        areas = self._areas
        if self._effect is not None:
            self.show(self._scenario, self._effect)
        if areas is not None:
            self.show_areas(areas)

    def carry(self, name: str, xy: tuple[float, float]) -> None:
        """Move the marker of a site that is in the hand."""
        self._put(self._markers[name], xy)
        self.colour(name, held=True)

    def colour(self, name: str, *, held: bool) -> None:
        """Show whether a site is in the hand."""
        marker = self._markers[name]
        marker.setFillColor(_HELD if held else _TRIED)

    def site_at(self, pixel: QPoint) -> str:
        """Return the id of the site that is tried under the mouse; empty where there is none."""
        near = {name: (marker.pos().toPoint() - pixel).manhattanLength() for name, marker in self._markers.items()}
        name = min(near, key=lambda one: near[one], default="")
        return name if name and near[name] <= _NEAR_PX else ""

    def extent(self) -> QgsRectangle:
        """Return where people live, in the map's reference system."""
        low, high = self._bench.grounds.xy.min(axis=0), self._bench.grounds.xy.max(axis=0)
        return self.to_map().transformBoundingBox(QgsRectangle(*low, *high))

    def clear(self) -> None:
        """Take all off the map."""
        for item in (*self._markers.values(), *self._closed, *self._rings):
            self._canvas.scene().removeItem(item)
        self._markers, self._closed, self._rings, self._effect = {}, [], [], None

    def _marker(self, icon: QgsVertexMarker.IconType, colour: QColor) -> QgsVertexMarker:
        marker = QgsVertexMarker(self._canvas)
        marker.setIconType(icon)
        marker.setIconSize(_SIZE_PX)
        marker.setPenWidth(3)
        marker.setColor(Qt.GlobalColor.white if icon == QgsVertexMarker.IconType.ICON_CIRCLE else colour)
        marker.setFillColor(colour)
        return marker

    def _put(self, marker: QgsVertexMarker, xy: tuple[float, float]) -> None:
        try:
            marker.setCenter(self.to_map().transform(QgsPointXY(*xy)))
        except QgsCsException:  # the map's reference system ends before it
            marker.hide()
        else:
            marker.show()

    def hide(self, hidden: bool) -> None:
        """Hide all, or show it again."""
        for item in (*self._markers.values(), *self._closed, *self._rings):
            item.setVisible(not hidden)
