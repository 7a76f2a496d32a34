"""``access:isochrones``: areas by time to the nearest site."""

from __future__ import annotations

from qgis.core import Qgis, QgsProcessing, QgsProcessingParameterFeatureSink

from ....engine.defaults import MODES
from ....engine.sites.roles import ROLES
from ....engine.text import tr
from ...arguments import minutes_list, network_of, population_of, setting_of, sites_of
from ...base import AccessAlgorithm
from ...layers import write
from ...parameters import cell, choice, common, network, not_computed, optional, population, sites, text, with_help
from ...styling import style_when_loaded, write_not_computed


class DrawIsochrones(AccessAlgorithm):
    """Draw the areas within each band of minutes of the nearest site of some roles."""

    ID = "isochrones"
    GROUP = "study"
    TAGS = ("isochrone", "aire d'accès", "bandes", "service area", "drive time")

    def title(self) -> str:
        return tr("Draw isochrones")

    def initAlgorithm(self, configuration=None) -> None:
        self.addParameter(network())
        self.addParameter(sites())
        roles = choice(
            "ROLES",
            tr("Roles"),
            ROLES,
            ["SU", "SMUR"],
            tr("The sites that count, each driven in its own direction."),
            several=True,
        )
        self.addParameter(roles)
        self.addParameter(
            optional(
                text("OTHER_ROLES", tr("Or other sites"), "", ""),
                tr(
                    "Kinds of site of your own, in place of the roles above, by the names that the list of sites gives "
                    "them, semicolons between (Maternité; Pharmacie). Roles may stand among them (Maternité; SU)."
                ),
                advanced=True,
            )
        )
        self.addParameter(text("BANDS", tr("Bands (minutes)"), "10,20,30,45,60", tr("Upper ends in increasing order.")))
        self.addParameter(
            choice(
                "MODE",
                tr("Mode"),
                MODES,
                "merged",
                tr(
                    "“merged”: all sites together. “per_site”: each site by itself; the areas overlap. "
                    "“nearest_site”: each site where it is the nearest; nothing overlaps, but sites that people "
                    "drive to and teams that drive to them are shared out apart."
                ),
            )
        )
        self.addParameter(population(optional=True))
        self.addParameter(cell())
        for parameter in common():
            self.addParameter(parameter)
        output = QgsProcessingParameterFeatureSink(
            "OUTPUT", tr("Isochrones"), QgsProcessing.SourceType.TypeVectorPolygon
        )
        self.addParameter(
            with_help(
                output,
                tr(
                    "One area a band (and site), with from_min, to_min, role, site and, where people are given, "
                    "those who live in it."
                ),
            )
        )
        self.addParameter(not_computed())

    def check(self, parameters, context) -> None:
        from ....engine.access.isochrones import check_bands

        check_bands(minutes_list(self.parameterAsString(parameters, "BANDS", context)))

    def execute(self, parameters, context, progress) -> dict:
        from ....engine.access.care import in_force_of_roles
        from ....engine.access.isochrones import isochrones, land_without

        setting, cell_m = setting_of(self, parameters, context), self.parameterAsDouble(parameters, "CELL", context)
        sites = sites_of(self, parameters, context, progress)
        others = [name.strip() for name in self.parameterAsString(parameters, "OTHER_ROLES", context).split(";")]
        roles = [role for name in others if name for role in self._named(name, sites["role"])]
        roles = roles or self.parameterAsEnumStrings(parameters, "ROLES", context)
        care = progress.aside(in_force_of_roles, network_of(self, parameters, context), sites, roles, setting)
        areas = progress.aside(
            isochrones,
            care,
            minutes_list(self.parameterAsString(parameters, "BANDS", context)),
            mode=self.parameterAsEnumString(parameters, "MODE", context),
            cell_m=cell_m,
            population=population_of(self, parameters, context),
        )
        nowhere = progress.aside(land_without, care, cell_m=cell_m) if parameters.get("NOT_COMPUTED") else None
        identity = write(self, parameters, "OUTPUT", context, areas, Qgis.WkbType.MultiPolygon)
        style = "isochrones_by_site" if areas["site_id"].ne("").any() else "isochrones"
        style_when_loaded(self, context, identity, style, tr("Isochrones"), setting=setting)
        return {"OUTPUT": identity} | write_not_computed(self, parameters, context, nowhere, setting)

    @staticmethod
    def _named(name: str, there) -> tuple[str, ...]:
        """Return what a name stands for: a kind of one's own that is there, or else a role."""
        from ....engine.sites.own_roles import named_role, own_named
        from ....engine.sites.role_words import roles_in

        own = own_named(name, there)
        return (own,) if own else roles_in(name) or (named_role(name, there),)
