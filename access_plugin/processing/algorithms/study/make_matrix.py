"""``access:matrix``: many places and many others → the minutes, and metres, between them."""

from __future__ import annotations

import math
from pathlib import Path

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterField,
    QgsProcessingParameters,
    QgsProcessingParameterVectorDestination,
)

from ....engine.errors import InputError
from ....engine.text import listed, tr
from ...arguments import network_of, table_of
from ...base import AccessAlgorithm
from ...by_feature import by_feature, values_of
from ...loading import dress_when_loaded, load_if_readable
from ...parameters import closures, layer, network, number, optional, profile, season, traffic, with_help

#: Fields that tell places apart, the first that a layer has.
_IDS = ("id", "code", "insee", "finess")


class MakeMatrix(AccessAlgorithm):
    """Compute the times of all drives from some places to others, or to the nearest of them."""

    ID = "matrix"
    GROUP = "study"
    NUMBERS = ("PAIRS",)
    TAGS = ("matrice", "origine-destination", "OD", "plus proches", "distance", "matrix", "nearest")

    def title(self) -> str:
        return tr("Compute a matrix of travel times")

    def initAlgorithm(self, configuration=None) -> None:
        self.addParameter(network())
        points, unnamed = (
            QgsProcessing.SourceType.TypeVectorPoint,
            tr("Empty: id, code, insee or finess, or else the number of the feature."),
        )
        for name, label, named, help_text in (
            ("FROM", tr("From"), tr("Field that names the places “from”"), tr("Points where the drives begin.")),
            (
                "TO",
                tr("To"),
                tr("Field that names the places “to”"),
                tr("Points where they end. Directions count: one-way streets, banned turns."),
            ),
        ):
            self.addParameter(layer(name, label, help_text, points, optional=False))
            field = QgsProcessingParameterField(f"{name}_ID", named, parentLayerParameterName=name)
            self.addParameter(optional(field, unnamed, advanced=True))
        kept = tr("How many destinations of each origin are kept, the nearest first; 0: all.")
        self.addParameter(number("NEAREST", tr("Number of the nearest"), 0, kept, whole=True, minValue=0))
        longer = tr(
            "Longer drives are left out: one number, or a field or an expression of the places “from”. Empty: none is."
        )
        limit = number("LIMIT", tr("Longest drive (minutes)"), None, longer, optional=True, minValue=0)
        self.addParameter(by_feature(limit, "FROM"))
        metres = QgsProcessingParameterBoolean("METRES", tr("Metres of the quickest way"), False)
        slow = tr("Its length too, which takes some tenths of a second for each place on the roads of a région.")
        self.addParameter(with_help(metres, slow))
        for parameter in (profile("PROFILE", tr("Profile"), tr("Who drives.")), season(), traffic(), closures()):
            self.addParameter(parameter)
        output = QgsProcessingParameterVectorDestination("OUTPUT", tr("Matrix"), QgsProcessing.SourceType.TypeVector)
        self.addParameter(
            with_help(
                output,
                tr(
                    "A table with from_id, to_id, minutes, metres and rank, a row for each pair between which there is "
                    "a way: GeoPackage, CSV or Parquet, by its name."
                ),
            )
        )
        self.add_numbers()

    def check(self, parameters, context) -> None:
        from ....engine.files import check_ending
        from ....engine.row_file import ENDINGS, check_writer

        definition, value = self.parameterDefinition("OUTPUT"), parameters.get("OUTPUT")
        # only tested: asked for in earnest, it would be loaded twice
        path = Path(QgsProcessingParameters.parameterAsOutputLayer(definition, value, context, True))
        if value != QgsProcessing.TEMPORARY_OUTPUT and path.is_absolute():
            check_ending(path, ENDINGS)
            check_writer(path)

    def execute(self, parameters, context, progress) -> dict:
        from ....engine.access.matrix import pairs_between, rows_of
        from ....engine.row_file import write_rows

        path = Path(self.parameterAsOutputLayer(parameters, "OUTPUT", context))
        opened = network_of(self, parameters, context)
        who, when, busy = (
            self.parameterAsEnumString(parameters, name, context) for name in ("PROFILE", "SEASON", "TRAFFIC")
        )
        timed = progress.aside(lambda progress: opened.timed(who, when, traffic=busy))
        (names, origins, ids), (other_names, destinations, _) = (
            self._places(parameters, context, name, timed, progress) for name in ("FROM", "TO")
        )
        metres = self.parameterAsBoolean(parameters, "METRES", context)
        limit = values_of(self, parameters, "LIMIT", ids, context)

        def work(progress) -> int:
            pairs = pairs_between(
                timed,
                origins,
                destinations,
                most_min=math.inf if limit is None else limit.to_numpy(),
                nearest=self.parameterAsInt(parameters, "NEAREST", context),
                metres=metres,
                progress=progress,
            )
            return write_rows(path, rows_of(pairs, names, other_names), progress=progress)

        count = progress.aside(work)
        progress.say(tr("{count} {count:pair is|pairs are} in {path}.").format(count=count, path=path))
        if not load_if_readable(context, str(path)):
            progress.say(tr("This QGIS cannot open such a file: it is there, and not loaded."))
        dress_when_loaded(context, str(path), abstract=tr("Matrix"), credit=self.credit)
        return {"OUTPUT": str(path), "PAIRS": count}

    def _places(self, parameters, context, name: str, timed, progress):
        """Return what the places of a layer are called, where they attach, and the ids of their features.

        Those that do not attach are told.
        """
        from ....engine.access.care import points_xy
        from ....engine.network.snap import attach
        from ....engine.tables import check_points

        table, label = table_of(self, parameters, name, context)
        table = check_points(table, label)
        wanted = self.parameterAsString(parameters, f"{name}_ID", context)
        if wanted and wanted not in table:
            raise InputError(tr("{name} has no field {field}.").format(name=label, field=wanted))
        field = wanted or next((field for field in _IDS if field in table), "")
        called = table[field] if field else table.index.to_series()
        names, double = called.to_numpy(object), called[called.duplicated(keep=False)]
        if len(double):
            text = tr(
                "{name}: several features bear one value of the field {field} ({values}); their rows cannot be told "
                "apart. Choose a field that differs ({parameter})."
            )
            facts = {"name": label, "field": field, "parameter": f"{name}_ID"}
            progress.warn(text.format(values=listed(dict.fromkeys(double)), **facts))
        places = progress.aside(lambda progress: attach(timed, points_xy(table.geometry.to_crs(timed.network.crs))))
        lost = table.index[~places.attached]
        if len(lost):
            text = tr(
                "{name}: {count} {count:place is|places are} farther than 2 km from any road, or on one that is closed "
                "now, and {count:has|have} no row ({ids})."
            )
            progress.warn(text.format(name=label, count=len(lost), ids=listed(lost)))
        return names, places, table.index
