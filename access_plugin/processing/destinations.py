"""Where a run writes: said before the work starts where it cannot, or where something else lies already."""

from __future__ import annotations

import os
from pathlib import Path

from qgis.core import (
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingDestinationParameter,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameters,
)

from ..engine.drafts import recover
from ..engine.errors import InputError
from ..engine.files import writable_folder
from ..engine.text import listed, tr


def check_destinations(algorithm, parameters: dict, context) -> None:
    """Raise :class:`InputError` where an output's folder is missing or closed, or its file is another's."""
    taken = input_files(algorithm, parameters, context)
    for definition in algorithm.parameterDefinitions():
        if isinstance(definition, QgsProcessingDestinationParameter) and parameters.get(definition.name()) is not None:
            path = _path(algorithm, definition, parameters, context)
            if path is not None and definition.type() == "folderDestination":
                _check_folder(algorithm, path, taken)
            elif path is not None:
                _check_kind(algorithm, definition, path)
                _check_file(algorithm, definition.name(), path, taken)


def _path(algorithm, definition, parameters: dict, context) -> Path | None:
    """Return where an output goes; None where that is no file of the user's.

    It is only tested: asked for in earnest, a temporary output would be loaded twice, once as a layer nobody makes.
    """
    value = (
        QgsProcessingParameters.parameterAsOutputLayer(definition, parameters[definition.name()], context, True)
        if definition.type() in ("sink", "vectorDestination")
        else algorithm.parameterAsFileOutput(parameters, definition.name(), context)
    )
    path = str(value).split("|", maxsplit=1)[0]
    if value == QgsProcessing.TEMPORARY_OUTPUT or not (os.path.isabs(path) or _is_relative(definition, path)):
        return None
    return Path(os.path.abspath(path))


def _is_relative(definition, path: str) -> bool:
    """Tell whether a path is one from the folder that qgis_process was started in, and no layer in memory or a base."""
    of_files = definition.type() in ("folderDestination", "fileDestination")
    return bool(path) and (of_files or (":" not in path and "." in os.path.basename(path)))


def _check_kind(algorithm, definition, path: Path) -> None:
    """Refuse a Shapefile for a table: it would be written, and lost with its shapes, at the end of the work."""
    table = definition.type() == "sink" and definition.dataType() == QgsProcessing.SourceType.TypeVector
    if table and path.suffix.lower() in (".shp", ".gml", ".kml"):
        text = tr("{name} is a table without shapes, which {path} cannot be. End its name with .gpkg, .csv or .xlsx.")
        raise InputError(text.format(name=_words(algorithm, definition.name()), path=path))


def _check_file(algorithm, name: str, path: Path, taken: dict[str, str]) -> None:
    if not path.parent.is_dir():
        raise InputError(
            tr("The folder {path} does not exist. Create it or choose another one.").format(path=path.parent)
        )
    writable_folder(path.parent)
    other = taken.setdefault(_same(path), name)
    if other != name:
        text = tr(
            "{name} would be written into {path}, which is {other} too. Choose another file: nothing is "
            "overwritten that is read or written by the same run."
        )
        raise InputError(text.format(path=path, name=_words(algorithm, name), other=_words(algorithm, other)))


def _check_folder(algorithm, folder: Path, taken: dict[str, str]) -> None:
    """Refuse a folder in which something lies under the names of what is written, and was not written by a run before.

    Such a folder bears the mark of the algorithm (:attr:`AccessAlgorithm.MARK`).
    """
    if folder.is_dir():
        recover(folder)  # a run that died while it moved its files here
    there = [name for name in algorithm.FILES if (folder / name).exists()]
    for name in there:
        if _same(folder / name) in taken:
            text = tr(
                "{path} is {name}, and would be replaced by what is written into this folder. Choose another folder: "
                "nothing is overwritten that is read by the same run."
            )
            raise InputError(text.format(path=folder / name, name=_words(algorithm, taken[_same(folder / name)])))
    if there and not (folder / algorithm.MARK).exists():
        text = tr(
            "The folder {folder} holds {files}, which “{algorithm}” did not make and would replace. Choose another "
            "folder, or move what lies there."
        )
        raise InputError(text.format(folder=folder, files=listed(there), algorithm=algorithm.title()))


def _words(algorithm, name: str) -> str:
    return f"{name} ({algorithm.parameterDefinition(name).description()})"


def input_files(algorithm, parameters: dict, context) -> dict[str, str]:
    """Return the files that a run reads, as far as they are told by a path or a layer, and the parameter of each."""
    found: dict[str, str] = {}
    for definition in algorithm.parameterDefinitions():
        if definition.isDestination():
            continue
        value = parameters.get(definition.name())
        for item in value if isinstance(value, (list, tuple)) else [value]:
            if isinstance(item, QgsProcessingFeatureSourceDefinition):
                item = item.source.staticValue()
            layer = context.project().mapLayer(item) if isinstance(item, str) and context.project() else item
            source = layer.source() if isinstance(layer, QgsMapLayer) else item
            path = str(source).partition("|")[0] if isinstance(source, str) else ""
            if path and os.path.isfile(path):
                found.setdefault(_same(path), definition.name())
    return found


def _same(path: str | Path) -> str:
    """Return what two paths of one file have in common, links and (on Windows) capitals apart."""
    return os.path.normcase(os.path.realpath(path))
