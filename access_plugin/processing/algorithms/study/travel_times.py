"""``access:traveltimes``: places → their times to the nearest care."""

from __future__ import annotations

from qgis.core import Qgis, QgsProcessing, QgsProcessingParameterFeatureSink

from ....engine.text import tr
from ...arguments import care_of, table_of
from ...base import AccessAlgorithm
from ...layers import write
from ...parameters import common, definition, network, optional, other_care, places, sites, text, with_help
from ...styling import style_when_loaded


class TravelTimes(AccessAlgorithm):
    """Compute the minutes between each place and the nearest SU, SMUR, MCS and CSNP, each in its direction."""

    ID = "traveltimes"
    GROUP = "study"
    TAGS = ("temps de trajet", "temps d'accès", "SU", "SMUR", "MCS", "travel time", "drive time")

    def title(self) -> str:
        return tr("Compute travel times")

    def initAlgorithm(self, configuration=None) -> None:
        for parameter in (network(), sites(), places(), definition(), *common(), other_care()):
            self.addParameter(parameter)
        self.addParameter(
            optional(
                text("ONWARD", tr("Then on to"), "", ""),
                tr(
                    "A kind of site of your own to which people go on from an emergency department (UNV): "
                    "t_su_unv_min is the shortest way by one of them, via_unv and onward_unv say which."
                ),
                advanced=True,
            )
        )
        output = QgsProcessingParameterFeatureSink(
            "OUTPUT", tr("Places with times"), QgsProcessing.SourceType.TypeVectorPoint
        )
        self.addParameter(
            with_help(
                output,
                tr(
                    "The places with t_su_min, t_smur_min, t_mcs_min, t_csnp_min, one for each kind of site of your "
                    "own (t_maternite_min), what follows from them, "
                    "“beyond”, the range of speeds, and whether roads beyond the network could change the answer."
                ),
            )
        )
        lost = QgsProcessingParameterFeatureSink(
            "UNSNAPPED",
            tr("Places without a road"),
            QgsProcessing.SourceType.TypeVectorPoint,
            optional=True,
            createByDefault=False,
        )
        self.addParameter(with_help(lost, tr("The places farther than 2 km from any road, which are not computed.")))

    def execute(self, parameters, context, progress) -> dict:
        from ....engine.access.onward import onward_times
        from ....engine.access.times import travel_times
        from ....engine.sites.own_roles import named_role
        from ....engine.tables import check_points, with_columns

        table, name = table_of(self, parameters, "PLACES", context)
        table = check_points(table, name)
        care = care_of(self, parameters, context, progress, with_own=True)
        times, unsnapped = progress.aside(travel_times, care, table)
        onward = self.parameterAsString(parameters, "ONWARD", context).strip()
        if onward:
            times = times.join(progress.aside(onward_times, care, table, named_role(onward, care.given["role"])))
        result = with_columns(table, times)
        identity = write(self, parameters, "OUTPUT", context, result, Qgis.WkbType.Point)
        lost = write(
            self,
            parameters,
            "UNSNAPPED",
            context,
            with_columns(table.loc[unsnapped.index], unsnapped),
            Qgis.WkbType.Point,
        )
        style_when_loaded(self, context, identity, "places", tr("Places with times"), setting=care.setting)
        return {"OUTPUT": identity, "UNSNAPPED": lost}
