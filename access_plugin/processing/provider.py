"""The list of algorithms."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QIcon

from ..engine.text import tr
from .algorithms.placement.compare_scenarios import CompareScenarios
from .algorithms.placement.place_mountain import PlaceMountain
from .algorithms.placement.place_sites import PlaceSites
from .algorithms.prepare.build_network import BuildNetwork
from .algorithms.prepare.export_network import ExportNetwork
from .algorithms.prepare.fetch_communes import FetchCommunes
from .algorithms.prepare.fetch_roads import FetchRoads
from .algorithms.prepare.import_indicator import ImportIndicator
from .algorithms.prepare.import_population import ImportPopulation
from .algorithms.prepare.import_sites import ImportSites
from .algorithms.prepare.import_territories import ImportTerritories
from .algorithms.prepare.prepare_region import PrepareRegion
from .algorithms.prepare.seasonal_population import SeasonalPopulation
from .algorithms.prepare.show_network import ShowNetwork
from .algorithms.publish.press_figure import PressFigure
from .algorithms.publish.public_map import PublicMap
from .algorithms.publish.smooth_areas import SmoothAreas
from .algorithms.study.compute_apl import ComputeApl
from .algorithms.study.draw_isochrones import DrawIsochrones
from .algorithms.study.explain_route import ExplainRoute
from .algorithms.study.find_gaps import FindGaps
from .algorithms.study.make_matrix import MakeMatrix
from .algorithms.study.run_study import RunStudy
from .algorithms.study.time_roads import TimeRoads
from .algorithms.study.travel_times import TravelTimes
from .resources import icon_path, plugin_version

#: In the order of the work, group by group: so they stand in the menu.
ALGORITHMS = (
    PrepareRegion,
    FetchRoads,
    FetchCommunes,
    BuildNetwork,
    ShowNetwork,
    ExportNetwork,
    ImportSites,
    ImportPopulation,
    ImportTerritories,
    SeasonalPopulation,
    ImportIndicator,
    RunStudy,
    FindGaps,
    TravelTimes,
    MakeMatrix,
    TimeRoads,
    DrawIsochrones,
    ExplainRoute,
    ComputeApl,
    PlaceSites,
    PlaceMountain,
    CompareScenarios,
    PressFigure,
    PublicMap,
    SmoothAreas,
)


class AccessProvider(QgsProcessingProvider):
    """The provider ``access``."""

    #: A study was written: its folder, and whether its project is to be opened.
    study_written = pyqtSignal(str, bool)

    def id(self) -> str:
        return "access"

    def name(self) -> str:
        return tr("Accès 30")

    def longName(self) -> str:
        return tr("Accès 30: access to emergency care")

    def icon(self) -> QIcon:
        return QIcon(icon_path("access30"))

    def svgIconPath(self) -> str:
        return icon_path("access30")

    def versionInfo(self) -> str:
        return plugin_version()

    def isSupportedOutputValue(self, value, parameter, context) -> tuple[bool, str]:
        """Accept a matrix as a Parquet file: no driver of QGIS writes it."""
        matrix = parameter.algorithm() is not None and parameter.algorithm().name() == MakeMatrix.ID
        path = parameter.valueAsPythonString(value, context) if matrix else ""
        if path.strip("'\"").lower().endswith(".parquet"):
            return True, ""
        return super().isSupportedOutputValue(value, parameter, context)

    def loadAlgorithms(self) -> None:
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
