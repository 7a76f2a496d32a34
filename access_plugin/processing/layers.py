"""QGIS layers ↔ tables with geometry."""

from __future__ import annotations

import warnings
from pathlib import Path

from qgis.core import (
    NULL,
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QMetaType, Qt, QTime

from ..engine.errors import InputError
from ..engine.harmless import for_cell
from ..engine.progress import SILENT, Progress
from ..engine.text import listed, tr
from .loading import dress_when_loaded, load_from

#: Files that hold no shapes, and the longest name of a field in a Shapefile.
_TABLES, _SHAPEFILE_LETTERS = (".csv", ".xlsx", ".ods"), 10
#: Letters of a reason of GDAL's that are told.
_MOST_REASON = 200
#: What QGIS hands over as it is.
_PLAIN = {str, int, float, bool}


def frame(source: QgsProcessingFeatureSource | QgsVectorLayer, *, heights: bool = False, progress: Progress = SILENT):
    """Read a layer as a GeoDataFrame whose index holds the feature ids.

    Its reference system is None when the layer has none.

    Heights are dropped unless they are asked for.
    """
    import geopandas as gpd
    import shapely
    from pyproj import CRS

    from ..engine.reading import without_collections

    names = source.fields().names()
    rows, ids, shapes = [], [], []
    flag = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    features = (
        source.getFeatures(QgsFeatureRequest(), flag)
        if isinstance(source, QgsProcessingFeatureSource)
        else source.getFeatures()
    )
    try:
        for feature in progress.each(features):
            ids.append(feature.id())
            rows.append([_plain(value) for value in feature.attributes()])
            shapes.append(_straight(feature.geometry()))
    finally:
        features.close()  # whoever keeps the error of a cancel would keep one of the few connections to the file
    crs = source.sourceCrs() if isinstance(source, QgsProcessingFeatureSource) else source.crs()
    geometry = shapely.from_wkb(shapes) if shapes else []
    geometry = geometry if heights or not shapes else shapely.force_2d(geometry)
    columns = {name: [row[place] for row in rows] for place, name in enumerate(names) if name != "geometry"}
    return without_collections(
        gpd.GeoDataFrame(
            columns, index=ids, geometry=geometry, crs=CRS.from_wkt(crs.toWkt()) if crs.isValid() else None
        )
    )


def frame_of_collections(layer):
    """Read the file behind a layer in which QGIS sees no shapes though there are some; None for every other layer.

    QGIS sees none since it knows no layer of geometry collections.
    """
    path, _, choice = layer.source().partition("|")
    if layer.isSpatial() or layer.providerType() != "ogr" or not Path(path).is_file():
        return None
    from ..engine.reading import read_vector_file

    try:
        return read_vector_file(
            path, layer=next((part[10:] for part in choice.split("|") if part.startswith("layername=")), None)
        )[0]
    except InputError:  # a table without any shape
        return None


def _straight(geometry: QgsGeometry) -> bytes | None:
    """Return a shape as WKB, curves as short straight lines; None for none."""
    if geometry.isNull() or geometry.isEmpty():
        return None
    if QgsWkbTypes.isCurvedType(geometry.wkbType()):
        geometry = QgsGeometry(geometry.constGet().segmentize())
    return bytes(geometry.asWkb())


def _plain(value):
    """Return an attribute as Python knows it; dates as ISO text."""
    if type(value) in _PLAIN:  # nearly all are, and to compare with NULL takes longer
        return value
    if value is None or value == NULL:
        return None
    return value.toString(Qt.DateFormat.ISODate) if isinstance(value, (QDate, QDateTime, QTime)) else value


def reference_system(crs) -> QgsCoordinateReferenceSystem:
    """Return a pyproj reference system as QGIS's own."""
    authority = crs.to_authority()
    return (
        QgsCoordinateReferenceSystem(":".join(authority))
        if authority
        else QgsCoordinateReferenceSystem.fromWkt(crs.to_wkt())
    )


def fields_of(table) -> QgsFields:
    """Return the fields of a table."""
    fields = QgsFields()
    geometry = getattr(table, "_geometry_column_name", None)
    for column in table.columns:
        if column != geometry:
            fields.append(QgsField(str(column), _type_of(table[column])))
    return fields


def _type_of(column) -> QMetaType.Type:
    from pandas.api import types

    if types.is_bool_dtype(column) or (
        types.is_object_dtype(column) and len(column.dropna()) and column.dropna().map(type).eq(bool).all()
    ):
        return QMetaType.Type.Bool
    if types.is_integer_dtype(column):
        return QMetaType.Type.LongLong
    if types.is_float_dtype(column):
        return QMetaType.Type.Double
    return QMetaType.Type.QString


def write(algorithm, parameters, name: str, context, table, geometry: Qgis.WkbType | None = None) -> str | None:
    """Write a table into the sink of a parameter and return its id, or None when that output is not wanted.

    `geometry` is the kind of shapes, none for a table without any. A file is written in a draft, read again, and takes
    its place with all other outputs when the algorithm ends.
    """
    if parameters.get(name) in (None, ""):
        return None
    kind = Qgis.WkbType.NoGeometry if geometry is None else geometry
    crs = reference_system(table.crs) if geometry is not None else QgsCoordinateReferenceSystem()
    fields = fields_of(table)
    asked, target = algorithm.drafted(parameters, name, context)
    try:
        with warnings.catch_warnings(action="ignore", category=RuntimeWarning):  # GDAL's, on names that it cuts
            sink, identity = algorithm.parameterAsSink(asked, name, context, fields, kind, crs)
    except QgsProcessingException as error:  # GDAL repeats all that it was doing before it says why
        raise _unwritable(parameters, name, str(error).rpartition("failed:")[2][-_MOST_REASON:].strip(" )\n")) from None
    if sink is None:
        raise _unwritable(parameters, name, "")
    suffix = Path(identity.partition("|")[0]).suffix.lower()
    _say_what_is_lost(algorithm, name, suffix, fields, drawn=geometry is not None)
    if suffix in _TABLES:
        table = table.assign(
            **{
                column: table[column].map(lambda cell: for_cell(cell) if isinstance(cell, str) else cell)
                for column in table.select_dtypes(exclude="number")
                if column != getattr(table, "_geometry_column_name", None)
            }
        )
    _fill(
        sink,
        table,
        fields,
        parameters,
        name,
        algorithm.progress,
        multi=geometry is not None and QgsWkbTypes.isMultiType(kind),
        drawn=geometry is not None,
    )
    closing = [sink]
    del sink  # the file is closed with it: only now a full disk shows, and an index of many shapes takes its time
    if target is not None:
        algorithm.progress.aside(lambda progress: closing.clear())
        _check_written(identity, len(table), parameters, name, algorithm.progress)
        identity = load_from(context, identity, target)
    dress_when_loaded(
        context, identity, abstract=algorithm.parameterDefinition(name).description(), credit=algorithm.credit
    )
    return identity


def _say_what_is_lost(algorithm, name: str, suffix: str, fields: QgsFields, *, drawn: bool) -> None:
    """Say what the kind of file that was chosen does not keep."""
    cut = [field.name() for field in fields if len(field.name()) > _SHAPEFILE_LETTERS]
    if suffix in _TABLES and drawn:
        text = tr("{name}: a table ({suffix}) keeps the values and no places or shapes. A GeoPackage keeps both.")
        algorithm.progress.say(text.format(name=name, suffix=suffix))
    elif suffix == ".shp" and cut:
        text = tr(
            "{name}: a Shapefile keeps ten letters of the names of its fields ({fields}). A GeoPackage keeps all."
        )
        algorithm.progress.say(text.format(name=name, fields=listed(cut)))


def _fill(  # noqa: PLR0913 what a sink is filled with
    sink, table, fields: QgsFields, parameters, name: str, progress: Progress, *, multi: bool, drawn: bool
) -> None:
    shapes = progress.aside(lambda progress: table.geometry.to_wkb().tolist()) if drawn else [None] * len(table)
    columns = [progress.aside(lambda progress, field=field: _values(table[field.name()], field)) for field in fields]
    for shape, row in progress.each(zip(shapes, zip(*columns) if columns else [()] * len(table))):
        feature = _feature(fields, row, shape, multi=multi)
        if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise _unwritable(parameters, name, sink.lastError())
    if not sink.flushBuffer():
        raise _unwritable(parameters, name, sink.lastError())


def _feature(fields: QgsFields, row, shape: bytes | None, *, multi: bool = False) -> QgsFeature:
    feature = QgsFeature(fields)
    feature.setAttributes(list(row))
    if shape is not None:
        outline = QgsGeometry()
        outline.fromWkb(shape)
        if multi:
            outline.convertToMultiType()
        feature.setGeometry(outline)
    return feature


def in_memory(table, name: str) -> QgsVectorLayer:
    """Return points as a layer in memory."""
    fields, layer = fields_of(table), QgsVectorLayer("Point", name, "memory")
    layer.setCrs(reference_system(table.crs))
    layer.dataProvider().addAttributes(list(fields))
    layer.updateFields()
    columns = [_values(table[field.name()], field) for field in fields]
    rows = zip(zip(*columns), table.geometry.to_wkb())
    layer.dataProvider().addFeatures([_feature(layer.fields(), row, shape) for row, shape in rows])
    layer.updateExtents()
    return layer


def _check_written(identity: str, count: int, parameters, name: str, progress: Progress) -> None:
    """Raise :class:`InputError` unless a file that was written holds so many features when it is opened again."""
    layer = QgsVectorLayer(identity, "written", "ogr")
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setNoAttributes()
    features = layer.getFeatures(request)
    try:
        found = sum(1 for _ in progress.each(features)) if layer.isValid() else 0
    finally:
        features.close()
    if found != count or not layer.isValid():
        raise _unwritable(
            parameters,
            name,
            tr("{found} of {count} {count:feature is|features are} in it: is the disk full?").format(
                found=found, count=count
            ),
        )


def _unwritable(parameters, name: str, reason: str) -> InputError:
    text = tr(
        "The output {name} ({value}) cannot be written ({reason}). Free some space on the disk, or choose "
        "another file or folder."
    )
    return InputError(text.format(name=name, value=parameters[name], reason=reason or "?"))


def _values(column, field: QgsField) -> list:
    """Return plain Python values: QGIS takes neither numpy's numbers nor its NaN."""
    empty, of_numpy = column.isna().to_numpy(), type(column.dtype).__module__.startswith("numpy")
    if of_numpy and column.dtype.kind in "iuf":
        values = column.to_numpy().tolist()
        for place in empty.nonzero()[0]:
            values[place] = None
        return values
    of_kind = (
        bool if field.type() == QMetaType.Type.Bool else lambda value: value.item() if hasattr(value, "item") else value
    )
    return [None if missing else of_kind(value) for value, missing in zip(column, empty)]
