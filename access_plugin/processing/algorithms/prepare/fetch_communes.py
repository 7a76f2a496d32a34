"""``access:fetchcommunes``: contours, populations and chefs-lieux of communes, from the État's geographic API."""

from __future__ import annotations

from qgis.core import Qgis, QgsProcessing, QgsProcessingParameterFeatureSink

from ....engine.defaults import GEO_API
from ....engine.text import tr
from ...base import AccessAlgorithm
from ...fetching import cache_of, fetch_parameters
from ...layers import write
from ...parameters import text, with_help
from ...styling import style_when_loaded


class FetchCommunes(AccessAlgorithm):
    """Fetch the communes of some départements once, and keep them."""

    ID = "fetchcommunes"
    GROUP = "prepare"
    TAGS = ("télécharger", "communes", "population", "geo.api.gouv.fr", "contours", "download", "fetch")

    def title(self) -> str:
        return tr("Fetch communes")

    def initAlgorithm(self, configuration=None) -> None:
        self.addParameter(
            text(
                "DEPARTEMENTS",
                tr("Départements"),
                "",
                tr(
                    "Codes or names separated by commas (43, Cantal); a région by its name, or as R and its code (R84)."
                ),
            )
        )
        for parameter in fetch_parameters(GEO_API):
            self.addParameter(parameter)
        output = QgsProcessingParameterFeatureSink("OUTPUT", tr("Communes"), QgsProcessing.SourceType.TypeVectorPolygon)
        self.addParameter(
            with_help(output, tr("Contours with code, nom, population, departement, region, epci and the chef-lieu."))
        )

    def check(self, parameters, context) -> None:
        from ....engine.territory.codes import departements_of

        departements_of(self.parameterAsString(parameters, "DEPARTEMENTS", context))

    def execute(self, parameters, context, progress) -> dict:
        from ....engine.fetch.geo_api import fetch_communes
        from ....engine.territory.codes import departements_of

        codes = departements_of(self.parameterAsString(parameters, "DEPARTEMENTS", context))
        communes = fetch_communes(
            codes,
            cache_of(self, parameters, context),
            service=self.parameterAsString(parameters, "SERVICE", context),
            progress=progress,
        )
        identity = write(self, parameters, "OUTPUT", context, communes, Qgis.WkbType.MultiPolygon)
        style_when_loaded(self, context, identity, "territories", tr("Communes"))
        return {"OUTPUT": identity}
