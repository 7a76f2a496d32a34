"""What a study was asked, in such words that it can be asked again.

What no file holds is written into the study's folder.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from qgis.core import (
    QgsFeatureRequest,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingUtils,
    QgsProperty,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from ..engine.errors import InputError
from ..engine.file_names import INPUTS
from ..engine.text import tr


@dataclass
class Asked:
    """The layers and files of a run.

    Attributes
    ----------
    files
        Parameter → a path that ``qgis_process`` takes, for what a file holds as it was used.
    loose
        Parameter → the name of its layer, for what exists in the project alone: a selection, a filter, unsaved edits,
        joined or virtual fields, a reference system of one's own, a layer in memory, in a temporary file or on a
        server.
    """

    files: dict[str, str] = field(default_factory=dict)
    loose: dict[str, str] = field(default_factory=dict)


def asked(algorithm, parameters: dict, context) -> Asked:
    """Tell what files hold of the layers and files that a run takes.

    Layers belong to the main thread: to be called there.
    """
    found = Asked()
    for definition in algorithm.parameterDefinitions():
        name, value = definition.name(), parameters.get(definition.name())
        if value in (None, "") or not isinstance(
            definition, (QgsProcessingParameterFeatureSource, QgsProcessingParameterFile)
        ):
            continue
        path = _path(value)
        if path is None:
            layer, restricted = _layer(value, context)
            path = None if layer is None or restricted else _file_of(layer)
            if layer is not None and path is None:
                found.loose[name] = layer.name()
                continue
        if path is not None and _is_temporary(path):
            found.loose[name] = Path(path.split("|")[0]).stem
        elif path is not None:
            found.files[name] = path
    return found


def _path(value) -> str | None:
    """Return the whole path of a value that names a file or a folder, with the layer that it names."""
    if not isinstance(value, str):
        return None
    path, bar, rest = value.partition("|")
    return str(Path(path).resolve()) + bar + rest if Path(path).exists() else None


def _layer(value, context) -> tuple[QgsVectorLayer | None, bool]:
    """Return the layer that a value names, and whether less than all of it was asked for."""
    restricted = False
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        restricted = value.selectedFeaturesOnly or value.featureLimit > 0 or bool(value.filterExpression)
        value = value.source
    if isinstance(value, QgsProperty):
        value = value.staticValue()
    layer = value if isinstance(value, QgsVectorLayer) else QgsProcessingUtils.mapLayerFromString(str(value), context)
    return (layer if isinstance(layer, QgsVectorLayer) else None), restricted


def _file_of(layer: QgsVectorLayer) -> str | None:
    """Return the file that holds a layer just as it is used, None where there is none."""
    path = _path(layer.source()) if layer.providerType() == "ogr" else None
    fields = layer.fields()
    own = any(fields.fieldOrigin(number) != fields.FieldOrigin.OriginProvider for number in range(fields.count()))
    changed = layer.isModified() or layer.subsetString() or own or layer.crs() != layer.dataProvider().crs()
    return None if changed else path


def _is_temporary(path: str) -> bool:
    return Path(QgsProcessingUtils.tempFolder()).resolve() in Path(path.split("|", maxsplit=1)[0]).resolve().parents


def write_loose(
    algorithm, parameters: dict, context, loose: dict[str, str], partial: Path, folder: Path, run: str
) -> dict[str, str]:
    """Write what exists in the project alone into ``inputs`` of `partial`, and return where it will stand.

    It will stand in `folder`, and is returned by parameter. The names bear the mark of the run: what another run has
    written there is never taken for it.
    """
    written = {}
    for name, title in loose.items():
        (partial / INPUTS).mkdir(exist_ok=True)
        stem = f"{name.lower()}-{re.sub(r'[^0-9A-Za-zÀ-ÿ_-]+', '-', title).strip('-')[:60]}-{run[:8]}"
        value = _path(parameters.get(name))
        # a network or a table of a temporary folder
        if value is not None and "|" not in value and Path(value).suffix.lower() != ".gpkg":
            file = f"{stem}{Path(value).suffix}"
            shutil.copyfile(value, partial / INPUTS / file)
        else:
            file = f"{stem}.gpkg"
            source = algorithm.parameterAsSource(parameters, name, context)
            if source is None:
                raise InputError(
                    tr("The layer {value} cannot be read. Check the file and its path.").format(value=title)
                )
            _write(source, partial / INPUTS / file, context)
        written[name] = str((folder / INPUTS / file).resolve())
    return written


def _write(source: QgsProcessingFeatureSource, path: Path, context) -> None:
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", path.stem
    options.layerOptions = ["FID=access30_fid"]  # a field `fid` of the source stays a field
    writer = QgsVectorFileWriter.create(
        str(path), source.fields(), source.wkbType(), source.sourceCrs(), context.transformContext(), options
    )
    for feature in source.getFeatures(
        QgsFeatureRequest(), QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    ):
        writer.addFeature(feature)
    message = writer.errorMessage() if writer.hasError() else ""
    del writer
    if message:
        raise InputError(
            tr("The file {path} cannot be written ({reason}). Free some space, or choose another folder.").format(
                path=path.name, reason=message
            )
        )


def moved(parameters: dict, folder: str) -> dict:
    """Return the parameters with the inputs of a study that has moved.

    Those missing under their old path are looked for in the study's folder, then in the working folder.
    """
    found = dict(parameters)
    for name, value in parameters.items():
        path, bar, rest = value.partition("|") if isinstance(value, str) else ("", "", "")
        if Path(path).parent.name != INPUTS or Path(path).exists():
            continue
        here = [Path(base) / INPUTS / Path(path).name for base in (folder, ".") if base]
        found[name] = next((str(there.resolve()) + bar + rest for there in here if there.is_file()), value)
    return found


def own_inputs(folder: Path, inputs: dict, loose: dict[str, str], before: dict) -> tuple[list[str], list[Path]]:
    """Tell which files in ``inputs`` of a study's folder are the study's own.

    Parameters
    ----------
    inputs, loose
        What a run was asked, and what of it was just written.
    before
        What ``run.json`` said of the run before.

    Returns
    -------
    list, list
        The names of those that this run needs, and the paths of those that only the run before needed. What somebody
        else has put there is in neither.
    """
    named = {Path(str(value).split("|")[0]) for value in inputs.values()}
    older = [folder.resolve() / INPUTS / str(name) for name in before.get("own_inputs", [])]
    return sorted({Path(path).name for path in loose.values()} | {path.name for path in older if path in named}), [
        path for path in older if path not in named
    ]
