"""Parameters that several algorithms share: the same label, help and order everywhere, and how to read them back."""

from __future__ import annotations

from pathlib import Path

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
    QgsProcessingUtils,
    QgsVectorLayer,
)

from ..engine.defaults import CONVENTIONS, DEFINITIONS, SEASONS, SLOTS, TRAFFICS
from ..engine.errors import InputError
from ..engine.numbers import parts_of
from ..engine.text import tr
from ..engine.words import word
from .layers import frame, frame_of_collections
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


def number(
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
    endings = "*.osm.pbf *.pbf *.osm *.osm.gz *.osm.bz2 *.gpkg *.shp *.geojson *.fgb"
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
    return with_help(parameter, tr("Points where a first responder (MCS) could work, with an “id” or a “code”."))


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


def definition() -> QgsProcessingParameterEnum:
    return choice(
        "DEFINITION",
        tr("What counts as care"),
        DEFINITIONS,
        "emergency",
        tr(
            "“emergency”: the nearest SU or SMUR. “su”, “smur”: that one alone. “first_care”: SU, SMUR or "
            "correspondent doctor (MCS); the SMUR's own time never changes. Figures of different definitions "
            "must not be compared."
        ),
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


def setting_of(algorithm, parameters, context):
    """Read the common parameters back as :class:`engine.access.setting.Setting`."""
    from ..engine.access.setting import Setting

    def word(name):
        return algorithm.parameterAsEnumString(parameters, name, context)

    setting = Setting(
        threshold=algorithm.parameterAsDouble(parameters, "THRESHOLD", context),
        profile=word("PROFILE"),
        profile_smur=word("PROFILE_SMUR"),
        profile_mcs=word("PROFILE_MCS"),
        season=word("SEASON"),
        traffic=word("TRAFFIC"),
        slot=word("SLOT"),
        convention=word("CONVENTION"),
        definition=word("DEFINITION") if algorithm.parameterDefinition("DEFINITION") is not None else "emergency",
    )
    algorithm.feedback.pushInfo(described(algorithm.title(), setting))
    return setting


def described(name: str, setting) -> str:
    """Return the sentence that says what a result depends on."""
    text = tr(
        "{name}: threshold {threshold:g} min (strictly more); care that counts: {definition}; driving: "
        "{profiles}; season: {season}; traffic: {traffic}; part of the week: {slot}; convention: {convention}."
    )
    words = {
        key: word(key.upper(), getattr(setting, key))
        for key in ("definition", "season", "traffic", "slot", "convention")
    }
    return text.format(name=name, threshold=setting.threshold, profiles=profiles_described(setting), **words)


def profiles_described(setting) -> str:
    """Return who drives how; once where all drive alike."""
    drivers = {tr("patients"): setting.profile, "SMUR": setting.profile_smur, "MCS": setting.profile_mcs}
    if len(set(drivers.values())) == 1:
        return word("PROFILE", setting.profile)
    return ", ".join(f"{who} {word('PROFILE', profile)}" for who, profile in drivers.items())


def network_path(algorithm, parameters, context, name: str = "NETWORK") -> str:
    """Return the path of a network file, with the ending that was left out; empty where none is given."""
    path = algorithm.parameterAsFile(parameters, name, context)
    return path + NETWORK_ENDING if path and not Path(path).exists() and Path(path + NETWORK_ENDING).is_file() else path


def check_network(algorithm, parameters, context) -> None:
    """Raise :class:`InputError` where NETWORK is given and is no file of a network."""
    from ..engine.network.store import check_kind

    if isinstance(algorithm.parameterDefinition("NETWORK"), QgsProcessingParameterFile) and parameters.get("NETWORK"):
        check_kind(network_path(algorithm, parameters, context))


def with_ending(path: str, ending: str) -> str:
    """Return the path of an output with its ending, where a person has typed none."""
    return path if path.lower().endswith(ending) else path + ending


def network_of(algorithm, parameters, context):
    """Open the network that NETWORK names, until the end of the run, and close the roads of CLOSURES."""
    from ..engine.network.graph import open_network

    path = network_path(algorithm, parameters, context)
    network = algorithm.progress.aside(lambda progress: open_network(path))
    network = with_closures(algorithm, network, parameters, context)
    algorithm.opened.append(network)
    origin = network.meta["source"]
    algorithm.credit = tr("Roads: {name} ({date}), {licence}.").format(
        name=origin["name"],
        date=origin["date"][:10] or tr("date unknown"),
        licence=origin["licence"] or tr("given by the user"),
    )
    algorithm.feedback.pushInfo(algorithm.credit)
    return network


def with_closures(algorithm, network, parameters, context):
    """Return a network on which the roads that the layer CLOSURES marks are closed, if there is one."""
    from ..engine.network.closures import close_roads

    table, name = table_of(algorithm, parameters, "CLOSURES", context)
    if table is None:
        return network
    season = algorithm.parameterAsEnumString(parameters, "SEASON", context)
    return algorithm.progress.aside(close_roads, network, table, name, season)


def table_of(algorithm, parameters, name: str, context, *, heights: bool = False):
    """Read a layer as a table, and what messages call it; (None, "") when the parameter is empty.

    The path of a text table or a spreadsheet is read as it is: QGIS would take codes for numbers and eat their zeros.
    """
    value = parameters.get(name)
    if value in (None, ""):
        return None, ""
    if isinstance(value, str) and value.lower().endswith((".csv", ".txt", ".tsv", ".xlsx", ".ods")):
        from ..engine.reading import read_table_file

        return read_table_file(value)
    source = algorithm.parameterAsSource(parameters, name, context)
    if source is None:
        raise InputError(
            tr("The layer {value} cannot be read. Check the file and its path.").format(value=parameters.get(name))
        )
    layer = algorithm.parameterAsVectorLayer(parameters, name, context)
    found = frame_of_collections(layer) if layer is not None else None
    return frame(
        source, heights=heights, progress=algorithm.progress
    ) if found is None else found, algorithm.source_name(parameters, name, context)


def check_source(parameters) -> None:
    """Raise :class:`InputError` unless there is either a file or a layer to read."""
    if bool(parameters.get("SOURCE")) == bool(parameters.get("SOURCE_LAYER")):
        raise InputError(tr("Give either a file (SOURCE) or a layer (SOURCE_LAYER), and not both."))


def source_of(algorithm, parameters, context):
    """Return the file of SOURCE as a path, or the layer of SOURCE_LAYER as a table and its name."""
    return algorithm.parameterAsFile(parameters, "SOURCE", context) or table_of(
        algorithm, parameters, "SOURCE_LAYER", context
    )


def paths_of(algorithm, parameters, name: str, context) -> list[str]:
    """Return the paths of several files; none when the parameter is empty."""
    value = parameters.get(name)
    if value in (None, "", []):
        return []
    return [value] if isinstance(value, str) else algorithm.parameterAsFileList(parameters, name, context)


def table_file_of(algorithm, parameters, name: str, context, *, is_header=None):
    """Read the table that a file parameter names, and what messages call it.

    A file as it is, or a layer of the project or of a GeoPackage.
    """
    from ..engine.reading import read_table_file

    value = algorithm.parameterAsFile(parameters, name, context)
    layer = None if Path(value).is_file() else QgsProcessingUtils.mapLayerFromString(value, context)
    return (
        (frame(layer, progress=algorithm.progress), layer.name())
        if isinstance(layer, QgsVectorLayer) and layer.isValid()
        else read_table_file(value, is_header=is_header)
    )


def tables_of(algorithm, parameters, name: str, context) -> list[tuple]:
    """Read several layers, each as a table and what messages call it."""
    value = parameters.get(name)
    tables = []
    for item in [value] if not isinstance(value, (list, tuple)) else value:
        layer = QgsProcessingUtils.mapLayerFromString(item, context) if isinstance(item, str) else item
        if not isinstance(layer, QgsVectorLayer) or not layer.isValid():
            raise InputError(tr("The layer {value} cannot be read. Check the file and its path.").format(value=item))
        found = frame_of_collections(layer)
        tables.append((frame(layer, progress=algorithm.progress) if found is None else found, layer.name()))
    return tables


def communes_of(algorithm, parameters, context, progress, name: str = "COMMUNES"):
    """Read communes as :class:`engine.territory.communes.Communes`; None when the parameter is empty."""
    from ..engine.territory.communes import read_communes

    table, label = table_of(algorithm, parameters, name, context)
    return None if table is None else read_communes(table, label, progress=progress)


def area_of(algorithm, parameters, context):
    """Read the polygons of AREA; None when it is empty."""
    from ..engine.tables import check_polygons

    table, label = table_of(algorithm, parameters, "AREA", context)
    if table is None:
        return None
    check_polygons(table, label)
    return table.geometry.make_valid()


def sites_of(algorithm, parameters, context, progress, name: str = "SITES"):
    """Read the sites of care."""
    from ..engine.sites.table import read_sites

    table, label = table_of(algorithm, parameters, name, context)
    return read_sites(table, label, progress=progress)


def population_of(algorithm, parameters, context):
    """Read the population: points with people, checked, or communes where TIMES are official.

    None when the parameter is empty.
    """
    from ..engine.population.places import counted_places

    table, label = table_of(algorithm, parameters, "POPULATION", context)
    return None if table is None else counted_places(table, label, by_commune=bool(parameters.get("TIMES")))


def territories_of(algorithm, parameters, context):
    """Read the territories; None when the parameter is empty."""
    from ..engine.access.gaps import read_territories

    table, label = table_of(algorithm, parameters, "TERRITORIES", context)
    return None if table is None else read_territories(table, label)


def levels_of(algorithm, parameters, context, progress) -> list:
    """Read the levels of the table CODES; none when it is empty."""
    from ..engine.territory.levels import is_levels, read_levels

    if not algorithm.parameterAsFile(parameters, "CODES", context):
        return []
    return read_levels(*table_file_of(algorithm, parameters, "CODES", context, is_header=is_levels), progress=progress)


def minutes_list(value: str) -> list[float]:
    """Read ``10,20,30`` as numbers. Where a semicolon stands the comma is decimal: ``2,5;10``."""
    try:
        return [float(part) for part in parts_of(value)]
    except ValueError:
        raise InputError(tr("“{value}” is not a list of minutes such as 10,20,30,45,60.").format(value=value)) from None
