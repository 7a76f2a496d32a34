"""``access:explainroute``: one drive, road by road, and what its time is made of."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsProcessing,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterPoint,
)

from ....engine.numbers import parts_of
from ....engine.text import tr
from ...arguments import network_of
from ...base import AccessAlgorithm
from ...layers import reference_system, write
from ...parameters import closures, network, profile, season, traffic, with_help
from ...styling import style_when_loaded


class TypedPoint(QgsProcessingParameterPoint):
    """A point that may be typed with decimal commas: ``5,92;45,57``."""

    def checkValueIsAcceptable(self, value, context=None) -> bool:
        return super().checkValueIsAcceptable(_with_points(value), context)


def _with_points(value):
    if not isinstance(value, str) or ";" not in value:
        return value
    ends, bracket, crs = value.partition("[")
    return ",".join(parts_of(ends)) + (f" [{crs}" if bracket else "")


class ExplainRoute(AccessAlgorithm):
    """Show the quickest way between two points, with the seconds of each term on each road."""

    ID = "explainroute"
    GROUP = "study"
    NUMBERS = ("MINUTES", "KILOMETRES")
    TAGS = ("itinéraire", "trajet", "vitesse", "pente", "neige", "feux", "expliquer", "route", "why", "explain")

    def title(self) -> str:
        return tr("Explain a drive")

    def initAlgorithm(self, configuration=None) -> None:
        self.addParameter(network())
        for name, label in (("START", tr("Start")), ("END", tr("End"))):
            self.addParameter(
                with_help(
                    TypedPoint(name, label),
                    tr(
                        "A point on the map, or lon,lat (with decimal commas: lon;lat); it attaches to the "
                        "nearest road. Directions count: for a SMUR the start is the site."
                    ),
                )
            )
        for parameter in (profile("PROFILE", tr("Profile"), tr("Who drives.")), season(), traffic(), closures()):
            self.addParameter(parameter)
        output = QgsProcessingParameterFeatureSink(
            "OUTPUT", tr("Roads of the drive"), QgsProcessing.SourceType.TypeVectorLine
        )
        self.addParameter(
            with_help(output, tr("The roads in order, with class, limit, speed, and the seconds of each term."))
        )
        self.add_numbers()
        terms = QgsProcessingParameterFeatureSink(
            "TERMS", tr("What the time is made of"), QgsProcessing.SourceType.TypeVector
        )
        self.addParameter(
            with_help(
                terms,
                tr(
                    "Seconds and share of each term: road, slope, bends, snow, traffic, siren, signals, "
                    "give_way, turns, sections, total."
                ),
            )
        )

    def execute(self, parameters, context, progress) -> dict:
        import numpy as np

        from ....engine.access.route import explain_route, sentence

        def word(name):
            return self.parameterAsEnumString(parameters, name, context)

        opened = network_of(self, parameters, context)
        ends = [self._point(parameters, name, context, reference_system(opened.crs)) for name in ("START", "END")]
        points, asked = [np.array([point.x(), point.y()]) for point in ends], (word("PROFILE"), word("SEASON"))
        traffic = word("TRAFFIC")
        roads, terms = progress.aside(lambda progress: explain_route(opened.timed(*asked, traffic=traffic), *points))
        progress.say(sentence(roads, terms))
        results = {
            "OUTPUT": write(self, parameters, "OUTPUT", context, roads, Qgis.WkbType.LineString),
            "TERMS": write(self, parameters, "TERMS", context, terms),
        }
        style_when_loaded(self, context, results["OUTPUT"], "route", tr("Roads of the drive"))
        return results | {
            "MINUTES": float(roads["seconds"].sum() / 60),
            "KILOMETRES": float(roads["length_m"].sum() / 1000),
        }

    def _point(self, parameters, name: str, context, crs: QgsCoordinateReferenceSystem):
        """Return a point in a reference system; one that says none (nor the project) is in degrees if it can be."""
        parameters = parameters | {name: _with_points(parameters.get(name))}
        point = self.parameterAsPoint(parameters, name, context)
        said = self.parameterAsPointCrs(parameters, name, context)
        if not said.isValid():
            said = QgsCoordinateReferenceSystem("EPSG:4326") if abs(point.x()) <= 180 and abs(point.y()) <= 90 else crs
        return QgsCoordinateTransform(said, crs, context.transformContext()).transform(point)
