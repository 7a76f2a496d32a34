"""Numbers that may differ from feature to feature: a field or an expression of a layer, in place of one number."""

from __future__ import annotations

import math

from qgis.core import (
    QgsFeatureRequest,
    QgsProcessingFeatureSource,
    QgsProcessingParameterDefinition,
    QgsProcessingParameters,
    QgsProperty,
    QgsPropertyDefinition,
)

from ..engine.errors import InputError
from ..engine.text import listed, tr


def by_feature(parameter: QgsProcessingParameterDefinition, layer: str) -> QgsProcessingParameterDefinition:
    """Let the features of a layer, the parameter `layer`, say each its own number (QGIS's data-defined override)."""
    template = QgsPropertyDefinition.StandardPropertyTemplate.DoublePositive
    parameter.setIsDynamic(True)
    parameter.setDynamicLayerParameterName(layer)
    parameter.setDynamicPropertyDefinition(QgsPropertyDefinition(parameter.name(), parameter.description(), template))
    return parameter


def values_of(algorithm, parameters, name: str, index, context):
    """Return the number of each feature; None where the parameter is empty, and none is its default.

    Parameters
    ----------
    name
        A parameter that :func:`by_feature` made.
    index
        The ids of the features that are asked about, in the order in which they are wanted.

    Returns
    -------
    pandas.Series, None
        By `index`.

    Raises
    ------
    InputError
        A feature has no number, or one that the parameter does not take.
    """
    import pandas as pd

    definition = algorithm.parameterDefinition(name)
    if parameters.get(name) in (None, "") and definition.defaultValue() is None:
        return None
    if not QgsProcessingParameters.isDynamic(parameters, name):
        return pd.Series(algorithm.parameterAsDouble(parameters, name, context), index=index, dtype=float)
    layer = definition.dynamicLayerParameterName()
    source = algorithm.parameterAsSource(parameters, layer, context)
    override, about = parameters[name], algorithm.createExpressionContext(parameters, context, source)
    called = algorithm.source_name(parameters, layer, context)
    is_field = override.propertyType() == QgsProperty.Type.FieldBasedProperty
    if is_field and source.fields().lookupField(override.field()) < 0:
        text = tr("{layer} has no field “{field}” ({label}, {name}). Its fields: {fields}.")
        fields = listed(source.fields().names())
        raise InputError(
            text.format(layer=called, field=override.field(), label=definition.description(), name=name, fields=fields)
        )
    override.prepare(about)
    request, found = QgsFeatureRequest(), {}
    if is_field:
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    features = source.getFeatures(request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks)
    try:
        for feature in algorithm.progress.each(features):
            about.setFeature(feature)
            value, is_valid = override.valueAsDouble(about, math.nan)
            found[feature.id()] = value if is_valid else math.nan
    finally:
        features.close()  # of few connections to the file
    values = pd.Series(found, dtype=float).reindex(index)
    wrong = ~values.between(definition.minimum(), definition.maximum())
    if wrong.any():
        text = tr(
            "{layer}: “{source}” ({label}, {name}) gives no number for {ids:feature|features} {ids}, or one that is "
            "too small or too large ({values}). Correct it, or give one number for all."
        )
        said = override.field() if is_field else override.asExpression()
        given = listed("–" if math.isnan(value) else f"{value:g}" for value in values[wrong].unique())
        facts = {"layer": called, "source": said, "label": definition.description(), "name": name}
        raise InputError(text.format(**facts, ids=listed(index[wrong]), values=given))
    return values
