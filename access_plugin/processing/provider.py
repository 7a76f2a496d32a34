"""The list of algorithms."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..engine.text import tr
from .algorithms.access.compute_apl import ComputeApl
from .algorithms.access.draw_isochrones import DrawIsochrones
from .algorithms.access.explain_route import ExplainRoute
from .algorithms.access.find_gaps import FindGaps
from .algorithms.access.smooth_areas import SmoothAreas
from .algorithms.access.travel_times import TravelTimes
from .algorithms.data.fetch_communes import FetchCommunes
from .algorithms.data.import_indicator import ImportIndicator
from .algorithms.data.import_population import ImportPopulation
from .algorithms.data.import_sites import ImportSites
from .algorithms.data.import_territories import ImportTerritories
from .algorithms.data.seasonal_population import SeasonalPopulation
from .algorithms.placement.compare_scenarios import CompareScenarios
from .algorithms.placement.place_mountain import PlaceMountain
from .algorithms.placement.place_sites import PlaceSites
from .algorithms.roads.build_network import BuildNetwork
from .algorithms.roads.fetch_roads import FetchRoads
from .algorithms.roads.show_network import ShowNetwork
from .algorithms.study.prepare_region import PrepareRegion
from .algorithms.study.press_figure import PressFigure
from .algorithms.study.public_map import PublicMap
from .algorithms.study.run_study import RunStudy
from .resources import icon_path, plugin_version

ALGORITHMS = (
    BuildNetwork, ShowNetwork, FetchRoads, ImportSites, ImportPopulation, ImportTerritories, ImportIndicator, SeasonalPopulation, FetchCommunes,
    TravelTimes, DrawIsochrones, FindGaps, SmoothAreas, ExplainRoute, ComputeApl, PlaceSites, PlaceMountain, CompareScenarios, PrepareRegion, RunStudy,
    PressFigure, PublicMap,
)  # fmt: skip


class AccessProvider(QgsProcessingProvider):
    """The provider ``access``."""

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

    def loadAlgorithms(self) -> None:
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
