"""Parameters that several algorithms share: the same label, help and order everywhere, and how to read them back."""

from __future__ import annotations

from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..engine.defaults import CONVENTIONS, DEFINITIONS, SEASONS, SLOTS, TRAFFICS
from ..engine.text import tr
from ..engine.words import word
from .prepared import proposed, proposed_network
from .resources import profile_ids

LANGUAGES = ("fr", "en")
NETWORK_ENDING = ".accessnet"
#: Named by its path, so that no widget is needed where there is no window.
_CHOICE_WIDGET = f"{__name__.split('.')[0]}.gui.choice_widget.ChoiceWidget"


def with_help(
    parameter: QgsProcessingParameterDefinition, text: str, *, advanced: bool = False
) -> QgsProcessingParameterDefinition:
    """Give a parameter its help, and move it to the advanced ones if asked."""
    parameter.setHelp(text)
    if advanced:
        parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return parameter


def optional(
    parameter: QgsProcessingParameterDefinition, text: str, *, advanced: bool = False
) -> QgsProcessingParameterDefinition:
    """Give a parameter that may stay empty its help."""
    parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagOptional)
    return with_help(parameter, text, advanced=advanced)


def choice(name: str, label: str, options, default, text: str, *, several: bool = False, advanced: bool = False):
    """Return a choice among static strings, which all windows show in words (:mod:`words`)."""
    parameter = QgsProcessingParameterEnum(
        name, label, list(options), allowMultiple=several, defaultValue=default, usesStaticStrings=True
    )
    parameter.setMetadata({"widget_wrapper": {"class": _CHOICE_WIDGET}})
    return with_help(parameter, in_words(text, [parameter]), advanced=advanced)


def in_words(text: str, parameters) -> str:
    """Return a help text that names the choices of some parameters as their lists show them.

    In words in the window, by their static strings elsewhere.
    """
    if QgsApplication.platform() != "desktop":
        return text
    for parameter in parameters:
        for value in parameter.options() if isinstance(parameter, QgsProcessingParameterEnum) else ():
            text = text.replace(f"“{value}”", f"“{word(parameter.name(), value)}”").replace(
                f"«\u00a0{value}\u00a0»", f"«\u00a0{word(parameter.name(), value)}\u00a0»"
            )
    return text


def number(  # noqa: PLR0913 a box says much
    name: str,
    label: str,
    default: float | None,
    text: str,
    *,
    decimals: int = 1,
    whole: bool = False,
    optional: bool = False,
    advanced: bool = False,
    **limits,
):
    """Return a number; `decimals` are those that its box shows (QGIS shows six otherwise)."""
    kinds = QgsProcessingParameterNumber.Type
    parameter = QgsProcessingParameterNumber(
        name, label, kinds.Integer if whole else kinds.Double, default, optional=optional, **limits
    )
    parameter.setMetadata({"widget_wrapper": {"decimals": decimals}})
    return with_help(parameter, text, advanced=advanced)


def file_filter(label: str, endings: str) -> str:
    """Return the filter of a box for a file.

    All files are among them: of another one QGIS would say no more than that it is wrong, and the algorithm says why.
    """
    return f"{label} ({endings});;{tr('All files')} (*)"


def roads_file(help_text: str) -> QgsProcessingParameterFile:
    endings = "*.osm.pbf *.pbf *.osm *.osm.gz *.osm.bz2 *.gpkg *.shp *.geojson *.fgb *.graphml"
    return with_help(
        QgsProcessingParameterFile("ROADS", tr("Roads"), fileFilter=file_filter(tr("Roads"), endings), optional=True),
        help_text,
    )


def network(*, optional: bool = False) -> QgsProcessingParameterFile:
    parameter = QgsProcessingParameterFile(
        "NETWORK", tr("Road network"), fileFilter=file_filter(tr("Road networks"), "*.accessnet"), optional=optional
    )
    return proposed_network(with_help(parameter, tr("A file .accessnet, made by “Build a road network”.")))


def sites(name: str = "SITES", *, optional: bool = False) -> QgsProcessingParameterFeatureSource:
    parameter = QgsProcessingParameterFeatureSource(
        name, tr("Sites of care"), [QgsProcessing.SourceType.TypeVectorPoint], optional=optional
    )
    return proposed(
        with_help(
            parameter,
            tr("Points with the field “role” (SU, SMUR, SMUR_ANTENNE, MCS, CSNP…), made by “Import sites of care”."),
        ),
        "sites",
    )


def places() -> QgsProcessingParameterFeatureSource:
    parameter = QgsProcessingParameterFeatureSource("PLACES", tr("Places"), [QgsProcessing.SourceType.TypeVectorPoint])
    return with_help(
        parameter, tr("Points whose times are wanted. For the convention DREES: chefs-lieux with the commune's “code”.")
    )


def population(*, optional: bool = False, polygons: bool = False) -> QgsProcessingParameterFeatureSource:
    kinds = [QgsProcessing.SourceType.TypeVectorAnyGeometry if polygons else QgsProcessing.SourceType.TypeVectorPoint]
    parameter = QgsProcessingParameterFeatureSource("POPULATION", tr("Population"), kinds, optional=optional)
    return proposed(
        with_help(parameter, tr("Points with the field “population”, made by “Import a population”.")), "people"
    )


def territories() -> QgsProcessingParameterFeatureSource:
    kinds = [QgsProcessing.SourceType.TypeVectorPolygon]
    parameter = QgsProcessingParameterFeatureSource("TERRITORIES", tr("Territories"), kinds, optional=True)
    return proposed(
        with_help(parameter, tr("Polygons with a “code” (communes, EPCI, départements…), by which figures are given.")),
        "territories",
    )


def file(
    name: str, label: str, help_text: str, *, advanced: bool = False, optional: bool = True
) -> QgsProcessingParameterFile:
    return with_help(QgsProcessingParameterFile(name, label, optional=optional), help_text, advanced=advanced)


def files(name: str, label: str, help_text: str, *, advanced: bool = False) -> QgsProcessingParameterMultipleLayers:
    parameter = QgsProcessingParameterMultipleLayers(name, label, QgsProcessing.SourceType.TypeFile, optional=True)
    return with_help(parameter, help_text, advanced=advanced)


def layer(
    name: str,
    label: str,
    help_text: str,
    kind=QgsProcessing.SourceType.TypeVector,
    *,
    advanced: bool = False,
    optional: bool = True,
) -> QgsProcessingParameterFeatureSource:
    return with_help(
        QgsProcessingParameterFeatureSource(name, label, [kind], optional=optional), help_text, advanced=advanced
    )


def communes() -> QgsProcessingParameterFeatureSource:
    return layer(
        "COMMUNES",
        tr("Communes"),
        tr(
            "Contours or chefs-lieux with codes (ADMIN EXPRESS, GeoJSON) or a table with lon and lat. Positions "
            "are checked against them, and what has none is placed at the chef-lieu."
        ),
    )


def codes() -> QgsProcessingParameterFile:
    return file(
        "CODES",
        tr("Table of codes"),
        tr(
            "Communes and the EPCI, territoire de vie-santé (tvs) or sector of PDSA (pdsa) that each belongs to, "
            "by which figures are given too."
        ),
        advanced=True,
    )


def area() -> QgsProcessingParameterFeatureSource:
    return layer(
        "AREA",
        tr("Area"),
        tr("Polygons outside which features are left out and counted."),
        QgsProcessing.SourceType.TypeVectorPolygon,
    )


def candidates() -> QgsProcessingParameterFeatureSource:
    parameter = QgsProcessingParameterFeatureSource(
        "CANDIDATES", tr("Candidate places"), [QgsProcessing.SourceType.TypeVectorPoint]
    )
    return with_help(parameter, tr("Points where care could be placed, with an “id” or a “code”."))


def not_computed() -> QgsProcessingParameterFeatureSink:
    """Return the land without a time, on request."""
    sink = QgsProcessingParameterFeatureSink(
        "NOT_COMPUTED",
        tr("Land without a time"),
        QgsProcessing.SourceType.TypeVectorPolygon,
        optional=True,
        createByDefault=False,
    )
    return with_help(
        sink,
        tr(
            "Neither reached nor beyond: farther than 200 m from every road (lakes, glaciers, forests), or roads "
            "without a way to a site that is open; with the reason and km²."
        ),
    )


def cell() -> QgsProcessingParameterNumber:
    return number(
        "CELL",
        tr("Size of a cell (m)"),
        50.0,
        tr("Areas are drawn with cells of this size. 50 m is good for a région, 25 m for a close look."),
        advanced=True,
        minValue=1.0,
    )


def belt() -> QgsProcessingParameterNumber:
    return number(
        "BELT",
        tr("Belt around the area (km)"),
        60.0,
        tr("Sites so far outside the area are kept too, foreign ones included: neighbours count."),
        advanced=True,
        minValue=0.0,
    )


def common() -> list[QgsProcessingParameterDefinition]:
    """Return the parameters of all that measures, in the order of the contract (NETWORK and SITES come before them)."""
    return [
        number(
            "THRESHOLD",
            tr("Threshold (minutes)"),
            30.0,
            tr("A place is beyond when its time is strictly more than this, before any rounding."),
            minValue=0.1,
        ),
        profile(
            "PROFILE",
            tr("Profile of patients"),
            tr("How patients drive to emergency departments and centres."),
            advanced=True,
        ),
        profile(
            "PROFILE_SMUR",
            tr("Profile of SMUR teams"),
            tr(
                "How SMUR teams drive. “car” without lights and siren compares with the figures of DREES; "
                "“emergency” drives with them."
            ),
            advanced=True,
        ),
        profile(
            "PROFILE_MCS", tr("Profile of MCS"), tr("How correspondent doctors drive: their own car."), advanced=True
        ),
        season(),
        traffic(),
        choice(
            "SLOT",
            tr("Part of the week"),
            SLOTS,
            "all_open",
            tr(
                "“all_open”: every site counts whatever its hours. “day” (Monday to Friday 8–20, Saturday 8–12), "
                "“evening” (20–24), “night” (0–8), “weekend” (Saturday 12–20, Sunday 8–20), “worst” (the whole "
                "week): the longest time that any moment of it gives, with the sites open then."
            ),
        ),
        choice(
            "CONVENTION",
            tr("Convention"),
            CONVENTIONS,
            "fine",
            tr(
                "“fine”: from the places themselves. “drees”: from chef-lieu to chef-lieu, 0 minutes inside a "
                "commune that has a site; the places must be one point a commune, with its code."
            ),
            advanced=True,
        ),
        closures(),
    ]


def profile(name: str, label: str, help_text: str, *, advanced: bool = False) -> QgsProcessingParameterEnum:
    return choice(name, label, profile_ids(), "car", help_text, advanced=advanced)


def season() -> QgsProcessingParameterEnum:
    return choice(
        "SEASON",
        tr("Season"),
        SEASONS,
        "all_year",
        tr(
            "Winter and summer close the roads that are shut then; in winter snow slows the high ones. "
            "“all_year” closes none."
        ),
    )


def traffic() -> QgsProcessingParameterEnum:
    return choice(
        "TRAFFIC",
        tr("Traffic"),
        TRAFFICS,
        "off_peak",
        tr(
            "“peak” slows the roads in town by the profile's factor; “mean” takes, road by road, the mean of off "
            "peak and peak."
        ),
        advanced=True,
    )


def closures() -> QgsProcessingParameterFeatureSource:
    return layer(
        "CLOSURES",
        tr("Closed roads"),
        tr(
            "A layer of passes, works or avalanche corridors: a point closes the nearest road from junction to "
            "junction, a line those that it follows, or else those that it crosses. A field “season” (hiver, "
            "ete, annee, or days such as 11-01/05-31) says when; without it they are always closed."
        ),
        advanced=True,
    )


def definition(words: tuple[str, ...] = DEFINITIONS, default: str = "emergency") -> QgsProcessingParameterEnum:
    return choice(
        "DEFINITION",
        tr("What counts as care"),
        words,
        default,
        tr(
            "“emergency”: the nearest SU or SMUR. “su”, “smur”: that one alone. “first_care”: SU, SMUR or "
            "correspondent doctor (MCS); the SMUR's own time never changes. Figures of different definitions "
            "must not be compared."
        ),
    )


def other_care() -> QgsProcessingParameterString:
    """Return the name of a role of one's own that counts in place of what DEFINITION says."""
    return optional(
        QgsProcessingParameterString("OTHER_CARE", tr("Or other sites count"), ""),
        tr(
            "The name of a kind of site of your own, as the list of sites has it: “Maternité” where the list says "
            "“vers Maternité” (people drive to it) or “depuis Maternité” (its team drives, as SMUR teams do). It alone "
            "counts then."
        ),
        advanced=True,
    )


def language() -> QgsProcessingParameterEnum:
    return choice(
        "LANGUAGE",
        tr("Language of the results"),
        LANGUAGES,
        "fr",
        tr("Of layer names, maps and notes, whatever QGIS speaks."),
        advanced=True,
    )


def text(name: str, label: str, default: str, help_text: str) -> QgsProcessingParameterString:
    return with_help(QgsProcessingParameterString(name, label, default), help_text)
