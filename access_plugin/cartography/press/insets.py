"""An inset where sites crowd: a part of a map, larger, in that corner of it where the least land lies."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsCoordinateTransform,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsGeometry,
    QgsLayoutItem,
    QgsLayoutItemMap,
    QgsLayoutItemMapOverview,
    QgsLayoutMeasurement,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor
from scipy.spatial import cKDTree

from ...engine.arrays import Floats
from .furniture import frame_of, place
from .sheet import MapView

#: The id of an inset, also of one that a template has.
NAME = "loupe"
#: Sites that are closer touch, how many such make a crowd, how much larger an inset shows it at the least and at most,
#: and how much more than the crowd.
_TOUCH_MM, _CROWD, _LARGER, _LARGEST, _AROUND = 2.6, 5, 3.0, 6.0, 1.4
#: Sides of an inset that are tried, its distance from the frame, the smallest map that bears one.
_SIDES_MM, _GAP_MM, _LEAST_MAP_MM = (58.0, 52.0, 46.0, 40.0, 34.0), 1.5, 105.0
#: Part of an inset that may hide land of the study area.
_MOST_LAND = 0.02


def crowd_of(points: Floats, side: float, touch: float) -> tuple[float, float, float] | None:
    """Return the square in which most sites touch each other, no larger than they need; None where too few do.

    It is returned as its middle and its side.

    Parameters
    ----------
    points
        Places of the sites, (n, 2), each once.
    side
        Of the square at most, in the unit of the points.
    touch
        Distance below which two sites touch.
    """
    if len(points) < _CROWD:
        return None
    tree = cKDTree(points)
    crowded = points[tree.query(points, k=2)[0][:, 1] < touch]
    if not len(crowded):
        return None
    around = cKDTree(crowded).query_ball_point(crowded, side / 2, p=np.inf)
    most = max(around, key=len)  # of equal ones the first
    if len(most) < _CROWD:
        return None
    members = crowded[most]
    low, high = members.min(axis=0), members.max(axis=0)
    x, y = (low + high) / 2
    return float(x), float(y), float((high - low).max())


def enlarge_a_crowd(items: dict[str, QgsLayoutItem], view: MapView, layers: dict[str, QgsVectorLayer]) -> None:
    """Add an inset to a page whose one map shows sites, where these crowd and a corner of the map has room.

    Parameters
    ----------
    items
        Of the page, by their id.
    view, layers
        What the map shows, of the layers of the study; no inset hides territories, or the areas where there are none.
    """
    if "public_sites" not in view.layers or {"encart", "carte_2", "carte_zoom"} & set(items):
        return
    where = (f"outside-{view.unit}", "departements", "territories", "isochrones")
    land = next(filter(None, map(layers.get, where)), None)
    named = layers.get(f"territories-{view.unit}", layers.get("territories"))  # there is no room for names
    picture, bar = items["carte"], items.get("echelle")
    area = _shapes(land, picture)
    points, everywhere = _places(layers["public_sites"], picture, area, whole=not view.unit)
    width, height = frame_of(picture)[2:]
    if min(width, height) < _LEAST_MAP_MM:
        return
    mm = picture.extent().width() / width
    for side in _SIDES_MM:
        crowd = crowd_of(points, side / _LARGER * mm, _TOUCH_MM * mm)
        if crowd is None:
            return
        east, north, wide = crowd
        half = min(max(_AROUND * wide, side / _LARGEST * mm), side / _LARGER * mm) / 2
        shown = QgsRectangle(east - half, north - half, east + half, north + half)
        corner = _corner(picture, side, shown, (area, everywhere), [] if bar is None else [frame_of(bar)])
        if corner is not None:
            shown_layers = [layer for layer in picture.layers() if layer is not named]
            _draw(picture, (*corner, side, side), shown, shown_layers)
            return


def _shapes(layer: QgsVectorLayer | None, picture: QgsLayoutItemMap) -> list[QgsGeometry]:
    """Return the shapes of a layer, as a map projects them."""
    if layer is None:
        return []
    request = QgsFeatureRequest().setDestinationCrs(picture.crs(), QgsProject.instance().transformContext())
    return [feature.geometry() for feature in layer.getFeatures(request.setNoAttributes())]


def _places(
    layer: QgsVectorLayer, picture: QgsLayoutItemMap, area: list[QgsGeometry], *, whole: bool
) -> tuple[Floats, Floats]:
    """Return where the sites of the area are, and where all are.

    Of the former, those at one place are there once, since they stand beside each other. Those of the whole study area
    say so themselves.

    Those of the whole study area say so themselves.
    """
    to_map = QgsCoordinateTransform(layer.crs(), picture.crs(), QgsProject.instance().transformContext())
    sites = [(to_map.transform(one.geometry().asPoint()), bool(one["inside"])) for one in layer.getFeatures()]
    own = [point for point, inside in sites if (inside if whole else any(shape.contains(point) for shape in area))]
    once = {(round(point.x(), -2), round(point.y(), -2)) for point in own}
    everywhere = [(point.x(), point.y()) for point, _ in sites]
    return np.array(sorted(once), float).reshape(-1, 2), np.array(everywhere, float).reshape(-1, 2)


def _corner(
    picture: QgsLayoutItemMap, side: float, shown: QgsRectangle, below: tuple[list[QgsGeometry], Floats], taken: list
) -> tuple[float, float] | None:
    """Return the corner of a map, millimetres on the page, where an inset may lie; None where there is none.

    There it hides no land to speak of and the fewest sites of neighbours. There is none where an inset in each corner
    hides land, what the inset shows, or an item.
    """
    (x, y, width, height), (area, sites) = frame_of(picture), below
    options = []
    for left in (x + width - side - _GAP_MM, x + _GAP_MM):
        for top in (y + _GAP_MM, y + height - side - _GAP_MM):
            box = _on_map(picture, left, top, side)
            on_items = any(
                left < ox + ow and ox < left + side and top < oy + oh and oy < top + side for ox, oy, ow, oh in taken
            )
            if not on_items and not box.intersects(shown) and (land := _land(area, box)) <= _MOST_LAND:
                low, high = (box.xMinimum(), box.yMinimum()), (box.xMaximum(), box.yMaximum())
                hidden = int(((sites >= low) & (sites <= high)).all(axis=1).sum())
                options.append((hidden, land, left, top))
    return min(options)[2:] if options else None


def _on_map(picture: QgsLayoutItemMap, left: float, top: float, side: float) -> QgsRectangle:
    x, y, width, _ = frame_of(picture)
    mm = picture.extent().width() / width
    west, north = picture.extent().xMinimum() + (left - x) * mm, picture.extent().yMaximum() - (top - y) * mm
    return QgsRectangle(west, north - side * mm, west + side * mm, north)


def _land(area: list[QgsGeometry], box: QgsRectangle) -> float:
    """Return the part of a rectangle that the study area fills."""
    frame = QgsGeometry.fromRect(box)
    near = [shape for shape in area if shape.boundingBox().intersects(box)]
    return sum(max(shape.intersection(frame).area(), 0.0) for shape in near) / box.area()


def _draw(picture: QgsLayoutItemMap, frame: tuple, shown: QgsRectangle, layers: list) -> None:
    layout = picture.layout()
    inset = QgsLayoutItemMap(layout)
    inset.setId(NAME)
    layout.addLayoutItem(inset)
    place(inset, *frame)
    inset.setCrs(picture.crs())
    inset.setLayers(layers)
    inset.setKeepLayerSet(True)
    inset.zoomToExtent(shown)
    inset.setFrameEnabled(True)
    inset.setFrameStrokeColor(QColor("#b33f00"))
    inset.setFrameStrokeWidth(QgsLayoutMeasurement(0.5))
    inset.setBackgroundColor(QColor("white"))
    overview = QgsLayoutItemMapOverview("loupe", picture)
    overview.setLinkedMap(inset)
    line = {"style": "no", "outline_color": "#b33f00", "outline_width": "0.5"}
    overview.setFrameSymbol(QgsFillSymbol.createSimple(line))
    picture.overviews().addOverview(overview)
    picture.addLabelBlockingItem(inset)
