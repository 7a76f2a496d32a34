"""``access:seasonalpopulation``: the people of winter and summer, from the tourist capacity of the communes."""

from __future__ import annotations

from qgis.core import Qgis, QgsProcessing, QgsProcessingParameterFeatureSink

from ....engine.errors import InputError
from ....engine.text import tr
from ...arguments import paths_of, population_of
from ...base import AccessAlgorithm
from ...by_feature import by_feature, values_of
from ...layers import write
from ...parameters import files, number, population, with_help
from ...styling import style_when_loaded


class SeasonalPopulation(AccessAlgorithm):
    """Add the people of the seasons to a population."""

    ID = "seasonalpopulation"
    GROUP = "prepare"
    TAGS = ("saison", "tourisme", "montagne", "lits", "stations", "R133-33", "season", "tourist beds")

    def title(self) -> str:
        return tr("Add the people of the seasons")

    def initAlgorithm(self, configuration=None) -> None:
        self.addParameter(
            with_help(
                population(),
                tr("Points with the code of the commune in “code” or “territory”, made by “Import a population”."),
            )
        )
        tables = files(
            "TABLES",
            tr("Tourist capacity and second homes"),
            tr(
                "INSEE's tables by commune: capacity of tourist lodging, and second homes (RP logement); or one "
                "of your own with plain column names."
            ),
        )
        tables.setFlags(tables.flags() & ~tables.Flag.FlagOptional)
        self.addParameter(tables)
        for name, label in (
            ("WINTER_SHARE", tr("Share present in winter")),
            ("SUMMER_SHARE", tr("Share present in summer")),
        ):
            share = tr(
                "Part of the capacity that is there in the high season. 0.6 is an order of magnitude, not an "
                "official figure: put in your own, or a field or an expression of the population's."
            )
            present = number(name, label, 0.6, share, decimals=2, minValue=0.0, maxValue=2.0)
            self.addParameter(by_feature(present, "POPULATION"))
        output = QgsProcessingParameterFeatureSink(
            "OUTPUT", tr("Population of the seasons"), QgsProcessing.SourceType.TypeVectorPoint
        )
        self.addParameter(
            with_help(
                output,
                tr(
                    "The population with seasonal_population (article R133-33), winter_population and "
                    "summer_population."
                ),
            )
        )

    def execute(self, parameters, context, progress) -> dict:
        from ....engine.population.seasonal import add_seasonal_people, is_capacity, read_capacity
        from ....engine.reading import read_table_file

        paths = paths_of(self, parameters, "TABLES", context)
        if not paths:
            raise InputError(tr("Give at least one table of tourist capacity (TABLES)."))
        capacity = progress.aside(
            lambda progress: read_capacity(
                [read_table_file(path, is_header=is_capacity) for path in paths], progress=progress
            )
        )
        places = population_of(self, parameters, context)
        winter, summer = (
            values_of(self, parameters, name, places.index, context) for name in ("WINTER_SHARE", "SUMMER_SHARE")
        )
        people = progress.aside(add_seasonal_people, places, capacity, winter_share=winter, summer_share=summer)
        identity = write(self, parameters, "OUTPUT", context, people, Qgis.WkbType.Point)
        style_when_loaded(self, context, identity, "people", tr("Population of the seasons"))
        return {"OUTPUT": identity}
