"""``access:smoothareas``: smoother borders for print, a step of its own."""

from __future__ import annotations

from qgis.core import Qgis, QgsProcessing, QgsProcessingParameterFeatureSink, QgsProcessingParameterFeatureSource

from ....engine.text import tr
from ...arguments import table_of
from ...base import AccessAlgorithm
from ...layers import write
from ...parameters import number, with_help
from ...styling import style_when_loaded


class SmoothAreas(AccessAlgorithm):
    """Smooth the borders of areas, those that two of them share once for both."""

    ID = "smoothareas"
    GROUP = "publish"
    TAGS = ("lisser", "généraliser", "impression", "isochrone", "smooth", "generalise", "print")

    def title(self) -> str:
        return tr("Smooth areas for print")

    def initAlgorithm(self, configuration=None) -> None:
        areas = QgsProcessingParameterFeatureSource("INPUT", tr("Areas"), [QgsProcessing.SourceType.TypeVectorPolygon])
        self.addParameter(with_help(areas, tr("Isochrones or areas beyond, in a metric reference system.")))
        self.addParameter(
            number(
                "TOLERANCE",
                tr("Tolerance (metres)"),
                50.0,
                tr("How far a border may move: about the side of a cell."),
                minValue=1.0,
            )
        )
        output = QgsProcessingParameterFeatureSink(
            "OUTPUT", tr("Smoothed areas"), QgsProcessing.SourceType.TypeVectorPolygon
        )
        self.addParameter(with_help(output, tr("The same areas and figures with smoother borders. For pictures only.")))

    def execute(self, parameters, context, progress) -> dict:
        from ....engine.access.smoothing import smooth_areas

        table, name = table_of(self, parameters, "INPUT", context)
        tolerance = self.parameterAsDouble(parameters, "TOLERANCE", context)
        areas = progress.aside(smooth_areas, table, tolerance, name)
        identity = write(self, parameters, "OUTPUT", context, areas, Qgis.WkbType.MultiPolygon)
        source = self.parameterAsVectorLayer(parameters, "INPUT", context)
        said = tr("Borders smoothed for print, by {metres:g} m; the figures are those of the areas before.").format(
            metres=tolerance
        )
        if source is not None and source.metadata().abstract():
            said = source.metadata().abstract() + " " + said
        style_when_loaded(self, context, identity, _style_of(areas), tr("Smoothed areas"), said=said)
        return {"OUTPUT": identity}


def _style_of(areas) -> str:
    if not {"from_min", "to_min"} <= set(areas):
        return "gaps"
    return "isochrones_by_site" if "site_id" in areas and areas["site_id"].fillna("").ne("").any() else "isochrones"
