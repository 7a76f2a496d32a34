"""Layers of a GeoPackage read at once, as QGIS would hand them over feature by feature, in a fraction of the time."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingFeatureSourceDefinition, QgsVectorLayer, QgsWkbTypes
from qgis.PyQt.QtCore import QMetaType

from ..engine.errors import Cancelled
from ..engine.progress import SILENT, Progress

#: Fields whose values pyogrio and QGIS give alike.
_ALIKE = {
    QMetaType.Type.Int,
    QMetaType.Type.LongLong,
    QMetaType.Type.Double,
    QMetaType.Type.QString,
    QMetaType.Type.Bool,
}
#: Kinds of shapes that it gives alike too.
_DRAWN = {
    QgsWkbTypes.GeometryType.PointGeometry,
    QgsWkbTypes.GeometryType.LineGeometry,
    QgsWkbTypes.GeometryType.PolygonGeometry,
}


def whole_layer(layer: QgsVectorLayer | None, value, *, progress: Progress = SILENT):
    """Read all features of a layer, as :func:`layers.frame` does; None where QGIS must hand them over itself.

    That is the case for a selection, a filter, edits that are not saved, joined or computed fields, dates, lists and
    short numbers (FLOAT), curves, and for every file that is no GeoPackage.

    Parameters
    ----------
    layer
        The layer, where there is one.
    value
        The value of the parameter, which may ask for a part of the layer only.
    progress
        Who may cancel.

    Returns
    -------
    geopandas.GeoDataFrame or None
        Indexed by the ids of the features; heights are dropped.
    """
    if layer is None or not _is_whole(layer, value):
        return None
    from pyproj import CRS

    from ..engine.reading import without_collections

    path, _, choice = layer.source().partition("|")
    name, fields = choice.removeprefix("layername="), layer.fields()
    key = layer.primaryKeyAttributes()
    columns = [field.name() for number, field in enumerate(fields) if number not in key]
    truths = {field.name() for field in fields if field.type() == QMetaType.Type.Bool}
    try:
        table = progress.aside(lambda progress: _read(path, name, columns, truths))
    except Cancelled:
        raise
    except Exception:  # bytes that are no letters, a file that is being written: QGIS knows what to do
        return None
    for number in key:
        table.insert(number, fields[number].name(), table.index.to_numpy())
    if list(table.columns) != [*fields.names(), "geometry"] or len(table) != layer.featureCount():
        return None
    crs = layer.crs()
    table = table.set_crs(CRS.from_wkt(crs.toWkt()) if crs.isValid() else None, allow_override=True)
    return without_collections(table)


def _is_whole(layer: QgsVectorLayer, value) -> bool:
    """Tell whether a parameter means the layer as it stands in a GeoPackage, every feature and field of it."""
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        part = value.selectedFeaturesOnly or value.featureLimit >= 0 or value.filterExpression
        if part:
            return False
    path, _, choice = layer.source().partition("|")
    fields, provider = layer.fields(), layer.dataProvider()
    return (
        layer.providerType() == "ogr"
        and Path(path).suffix.lower() == ".gpkg"
        and (choice.startswith("layername=") or not choice)  # by a file alone its first layer is meant
        and "|" not in choice
        and not layer.isEditable()
        and not layer.subsetString()
        and layer.isSpatial()
        and not QgsWkbTypes.isCurvedType(layer.wkbType())
        and not QgsWkbTypes.hasM(layer.wkbType())
        and QgsWkbTypes.geometryType(layer.wkbType()) in _DRAWN
        and len(layer.primaryKeyAttributes()) == 1
        and fields.names() == provider.fields().names()
        and "geometry" not in fields.names()
        and all(field.type() in _ALIKE for field in fields)
    )


def _read(path: str, name: str, columns: list[str], truths: set[str]):
    """Read a layer of a file; numbers, truth values and what is missing are as Python's own lists would make them."""
    import numpy as np
    import pyogrio
    import shapely

    name = name or pyogrio.list_layers(path)[0][0]
    table = pyogrio.read_dataframe(path, layer=name, columns=columns, fid_as_index=True)
    if (table.dtypes == np.float32).any():
        raise ValueError("QGIS gives such numbers as they are written, and not as they are kept")
    table = table[[*columns, "geometry"]]
    for column in columns:
        values = table[column]
        if values.dtype.kind in "if":
            missing = values.isna()
            known = values.astype(bool if column in truths else f"{values.dtype.kind}8")
            if column in truths or missing.all():
                known = known.astype(object).mask(missing, None)
            table[column] = known
    shapes = shapely.force_2d(table.geometry.to_numpy())
    empty = shapely.is_empty(shapes) | shapely.is_missing(shapes)
    table = table.set_geometry(np.where(empty, None, shapes), crs=table.crs)
    return table.rename_axis(index=None)
