"""``access:apl``: a simulated APL, in two steps, from supply, demand and the times between them."""

from __future__ import annotations

from qgis.core import Qgis, QgsProcessing, QgsProcessingParameterFeatureSink

from ....engine.defaults import APL_WEIGHTS
from ....engine.errors import InputError
from ....engine.text import tr
from ...arguments import network_of, table_file_of, table_of
from ...base import AccessAlgorithm
from ...layers import write
from ...parameters import closures, file, layer, network, profile, season, text, with_help
from ...styling import style_when_loaded


class ComputeApl(AccessAlgorithm):
    """Share what each place offers among those who reach it, and sum what each place is offered."""

    ID = "apl"
    GROUP = "study"
    TAGS = ("APL", "accessibilité potentielle localisée", "médecins généralistes", "2SFCA", "DREES", "simulation")

    def title(self) -> str:
        return tr("Simulate an APL")

    def initAlgorithm(self, configuration=None) -> None:
        kinds = QgsProcessing.SourceType
        self.addParameter(network(optional=True))
        self.addParameter(
            file(
                "TIMES",
                tr("Times between places"),
                tr("A table with from, to and minutes, instead of a network; codes are those of the layers."),
            )
        )
        self.addParameter(
            layer(
                "SUPPLY",
                tr("Supply"),
                tr("Points with what each offers a year (consultations)."),
                kinds.TypeVectorPoint,
                optional=False,
            )
        )
        self.addParameter(
            text("SUPPLY_FIELD", tr("Field of supply"), "supply", tr("Consultations a year, or full-time doctors."))
        )
        self.addParameter(
            layer(
                "DEMAND",
                tr("Demand"),
                tr("Points with people, one a commune as a rule."),
                kinds.TypeVectorPoint,
                optional=False,
            )
        )
        self.addParameter(
            text(
                "DEMAND_FIELD",
                tr("Field of demand"),
                "population",
                tr("People, standardised by age where you have that."),
            )
        )
        self.addParameter(
            text(
                "WEIGHTS",
                tr("Weights by minutes"),
                APL_WEIGHTS,
                tr("Up to and including so many minutes: weight. DREES since 2015: 10:1,15:2/3,20:1/3."),
            )
        )
        for parameter in (
            profile(
                "PROFILE",
                tr("Profile of patients"),
                tr("How patients drive to emergency departments and centres."),
                advanced=True,
            ),
            season(),
            closures(),
        ):
            self.addParameter(parameter)
        output = QgsProcessingParameterFeatureSink("OUTPUT", tr("Simulated APL (not official)"), kinds.TypeVectorPoint)
        self.addParameter(
            with_help(output, tr("The demand with “apl”. It is a simulation: the official APL is the file of DREES."))
        )

    def check(self, parameters, context) -> None:
        from ....engine.access.apl import read_steps

        if bool(parameters.get("TIMES")) == bool(parameters.get("NETWORK")):
            raise InputError(tr("Give either a network (NETWORK) or a table of times between places (TIMES)."))
        read_steps(self.parameterAsString(parameters, "WEIGHTS", context))

    def execute(self, parameters, context, progress) -> dict:
        from ....engine.access.apl import apl, read_steps, tell, times_of_table, times_on_network
        from ....engine.tables import check_points, numbers

        steps = read_steps(self.parameterAsString(parameters, "WEIGHTS", context))
        layers, amounts = [], []
        for name in ("SUPPLY", "DEMAND"):
            table, label = table_of(self, parameters, name, context)
            layers.append(check_points(table, label))
            amounts.append(
                numbers(
                    table, self.parameterAsString(parameters, f"{name}_FIELD", context), label, at_least=0
                ).to_numpy()
            )
        path = self.parameterAsFile(parameters, "TIMES", context)
        if path:
            times = times_of_table(*table_file_of(self, parameters, "TIMES", context), *layers, progress=progress)
        else:

            def word(name):
                return self.parameterAsEnumString(parameters, name, context)

            opened = network_of(self, parameters, context)
            times = progress.aside(
                lambda progress: times_on_network(
                    opened, *layers, profile=word("PROFILE"), season=word("SEASON"), most_min=steps.limits[-1]
                )
            )
        values = progress.aside(lambda progress: apl(times, *amounts, steps))
        tell(values, *amounts, progress)
        identity = write(self, parameters, "OUTPUT", context, layers[1].assign(apl=values), Qgis.WkbType.Point)
        style_when_loaded(self, context, identity, "apl_points", tr("Simulated APL (not official)"))
        return {"OUTPUT": identity}
