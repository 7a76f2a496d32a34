"""Parameters of a whole study that no other algorithm has: what is drawn, behind what, as which scenario."""

from __future__ import annotations

from qgis.core import QgsProcessing, QgsProcessingParameterBoolean, QgsProcessingParameterFeatureSource

from ..engine.text import tr
from .arguments import table_of
from .parameters import choice, file, optional, text, with_help

FIGURES, RELIEF, WATER, SCENARIO, OPEN = "FIGURES", "RELIEF", "WATER", "SCENARIO", "OPEN"


def drawn() -> list:
    """Return the parameters of which figures are drawn, and of what lies behind them."""
    water = QgsProcessingParameterFeatureSource(
        WATER,
        tr("Lakes and rivers"),
        [QgsProcessing.SourceType.TypeVectorPolygon, QgsProcessing.SourceType.TypeVectorLine],
    )
    return [
        choice(
            FIGURES,
            tr("Figures"),
            ("all", "map", "none"),
            "all",
            tr(
                "“all” that the study gives; the “map” alone, sooner; or “none”: “Draw figures for the press” "
                "draws them later."
            ),
            advanced=True,
        ),
        file(
            RELIEF,
            tr("Elevation model for the relief"),
            tr(
                "A raster of heights, whose shade the maps show. Empty: that of the network, where it still lies there."
            ),
            advanced=True,
        ),
        optional(
            water,
            tr(
                "A layer of areas or lines for the maps, such as BD TOPO's plan_d_eau or cours_d_eau. Empty: those of "
                "the network, where it was built from OpenStreetMap."
            ),
            advanced=True,
        ),
    ]


def tried() -> list:
    """Return the parameters of the scenario that a study is, and of what happens at its end."""
    scenario = optional(
        text(SCENARIO, tr("Name of the scenario"), "", ""),
        tr(
            "Where the sites are no state of today but what is tried: every title and page says so. With candidate "
            "places: that all of them were put by hand."
        ),
        advanced=True,
    )
    opening = QgsProcessingParameterBoolean(OPEN, tr("Open the project of the study at the end"), True)
    help_text = tr(
        "Where the study was started from its dialog; the project that is open is asked for before it is left."
    )
    return [scenario, with_help(opening, help_text, advanced=True)]


def water_of_user(algorithm, parameters, context):
    """Return the lakes and rivers that were given and what pages call them; None and an empty text for none."""
    from ..engine.territory.water_drawn import water_of_layer

    table, name = table_of(algorithm, parameters, WATER, context)
    return (None, "") if table is None else (water_of_layer(table, name), name)
