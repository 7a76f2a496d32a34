"""What was given for a parameter: settings, networks, layers and tables, read and checked."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsProcessingParameterFile,
    QgsProcessingUtils,
    QgsVectorLayer,
)

from ..engine.errors import InputError
from ..engine.numbers import parts_of
from ..engine.text import tr
from ..engine.words import word
from .layers import frame, frame_of_collections
from .parameters import NETWORK_ENDING
from .whole_layers import whole_layer


def setting_of(algorithm, parameters, context, roles=()):
    """Read the common parameters back as :class:`engine.access.setting.Setting`.

    `roles`: those of the sites, among which OTHER_CARE is.
    """
    from ..engine.access.setting import Setting
    from ..engine.sites.own_roles import named_role

    def word(name):
        return algorithm.parameterAsEnumString(parameters, name, context)

    asked = algorithm.parameterDefinition("DEFINITION") is not None
    other = algorithm.parameterAsString(parameters, "OTHER_CARE", context).strip()
    setting = Setting(
        threshold=algorithm.parameterAsDouble(parameters, "THRESHOLD", context),
        profile=word("PROFILE"),
        profile_smur=word("PROFILE_SMUR"),
        profile_mcs=word("PROFILE_MCS"),
        season=word("SEASON"),
        traffic=word("TRAFFIC"),
        slot=word("SLOT"),
        convention=word("CONVENTION"),
        definition=named_role(other, roles) if other else word("DEFINITION") if asked else "emergency",
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
    label = algorithm.source_name(parameters, name, context)
    layer = algorithm.parameterAsVectorLayer(parameters, name, context)
    found = frame_of_collections(layer) if layer is not None else None
    if found is None and not heights:
        found = whole_layer(layer, value, progress=algorithm.progress)
    return frame(source, heights=heights, progress=algorithm.progress) if found is None else found, label


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
    from ..engine.sites.own_roles import names_by_key
    from ..engine.sites.table import read_sites

    table, label = table_of(algorithm, parameters, name, context)
    sites = read_sites(table, label, progress=progress)
    algorithm.kinds = names_by_key(sites["role"])
    return sites


def care_of(algorithm, parameters, context, progress, network=None, *, with_own: bool = False):
    """Settle which sites count, by the network and the common parameters: :class:`engine.access.care.Care`.

    `with_own`: whether sites of roles of one's own count too, each for a time of its own.
    """
    from ..engine.access.care import in_force
    from ..engine.sites.own_roles import own_leg, own_roles_in
    from ..engine.sites.roles import LEGS

    roads = network_of(algorithm, parameters, context) if network is None else network
    sites = sites_of(algorithm, parameters, context, progress)
    setting = setting_of(algorithm, parameters, context, sites["role"])
    own = [own_leg(role) for role in own_roles_in(sites["role"])] if with_own else []
    legs = tuple(dict.fromkeys((*LEGS, *setting.legs, *own)))
    return progress.aside(in_force, roads, sites, setting, legs=legs)


def people_of(algorithm, parameters, context, progress, points=None, *, by_levels: bool = True):
    """Read the people with the territories, and the levels, of their figures: :class:`engine.access.people.People`."""
    from ..engine.access.people import People

    return People(
        population_of(algorithm, parameters, context) if points is None else points,
        territories_of(algorithm, parameters, context),
        levels_of(algorithm, parameters, context, progress) if by_levels else [],
    )


def population_of(algorithm, parameters, context):
    """Read the population: points with people, checked, or communes where TIMES are official.

    None when the parameter is empty.
    """
    from ..engine.population.places import counted_places

    table, label = table_of(algorithm, parameters, "POPULATION", context)
    return None if table is None else counted_places(table, label, by_commune=bool(parameters.get("TIMES")))


def territories_of(algorithm, parameters, context):
    """Read the territories; None when the parameter is empty."""
    from ..engine.territory.areas import read_territories

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
