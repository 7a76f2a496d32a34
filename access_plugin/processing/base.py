"""What all algorithms of the provider share."""

from __future__ import annotations

import os
import re
import traceback
from pathlib import Path

from qgis.core import (
    NULL,
    QgsApplication,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingOutputNumber,
    QgsProcessingParameters,
    QgsProperty,
)
from qgis.PyQt.QtGui import QIcon

from ..dependencies import how_to_install, missing_libraries
from ..engine.drafts import discard, new_draft, publish, stale_parts
from ..engine.errors import AccessError, InputError
from ..engine.files import trouble
from ..engine.libraries import load
from ..engine.markdown import as_html
from ..engine.progress import SILENT, Progress
from ..engine.proj_threads import hold_proj_context
from ..engine.text import tr
from ..engine.views import check_views
from .arguments import check_network
from .destinations import check_destinations
from .parameters import in_words
from .resources import help_address, help_page, icon_path, profile_folders

#: The steps of the work, by the folder of their algorithms.
GROUP_LABELS = {
    "prepare": lambda: tr("1 · Prepare"),
    "study": lambda: tr("2 · Study"),
    "placement": lambda: tr("3 · Where help would count"),
    "publish": lambda: tr("4 · Publish"),
}
#: Numbers that an algorithm gives beside its layers, for models and batch tables.
NUMBER_LABELS = {
    "PEOPLE": lambda: tr("People counted"),
    "PEOPLE_BEYOND": lambda: tr("People beyond the threshold"),
    "SHARE_BEYOND": lambda: tr("Share of people beyond (0 to 1)"),
    "PEOPLE_NOT_COMPUTED": lambda: tr("People without a time"),
    "PLACES_BEYOND": lambda: tr("Places beyond the threshold"),
    "PLACES_CHOSEN": lambda: tr("Places suggested"),
    "PEOPLE_GAINED": lambda: tr("People gained"),
    "PEOPLE_LOST": lambda: tr("People lost"),
    "SHARE_GAINED": lambda: tr("Share of people to gain that is gained (0 to 1)"),
    "BEYOND_BEFORE": lambda: tr("People beyond before"),
    "BEYOND_AFTER": lambda: tr("People beyond after"),
    "MINUTES": lambda: tr("Minutes of the drive"),
    "KILOMETRES": lambda: tr("Kilometres of the drive"),
    "PAIRS": lambda: tr("Pairs"),
    "SITES_COUNT": lambda: tr("Sites imported"),
}


def progress_of(feedback: QgsProcessingFeedback) -> Progress:
    """Let the engine report to a Processing feedback, and be cancelled by it. What is shown never falls back."""
    return Progress(
        on_fraction=lambda fraction: feedback.setProgress(max(feedback.progress(), 100 * fraction)),
        on_message=feedback.pushInfo,
        on_warning=feedback.pushWarning,
        is_cancelled=feedback.isCanceled,
    )


def check_files(parameters: dict) -> None:
    """Raise :class:`InputError` where a file that is named would never come to an end."""
    for value in parameters.values():
        for item in value if isinstance(value, (list, tuple)) else [value]:
            if isinstance(item, str) and os.path.isfile(item.partition("|")[0]):
                check_views(Path(item.partition("|")[0]))


def check_numbers(algorithm, parameters: dict) -> None:
    """Raise :class:`InputError` where a number is no number: QGIS takes one that may be left out for 0."""
    for definition in algorithm.parameterDefinitions():
        value = parameters.get(definition.name())
        if definition.type() != "number" or not isinstance(value, str) or not value.strip():
            continue
        try:
            float(value)
        except ValueError:
            text = tr("{name} ({label}): “{value}” is no number. Write it as 2000 or 0.5, with a point and no spaces.")
            facts = {"name": definition.name(), "label": definition.description(), "value": value}
            raise InputError(text.format(**facts)) from None


def without_nulls(parameters: dict) -> dict:
    """Return the parameters with None for what is empty.

    A dialog hands an empty box over as QVariant(NULL), which ``qgis_process`` never does.
    """
    return {
        name: None if isinstance(value, type(NULL)) and value == NULL else value for name, value in parameters.items()
    }


class AccessAlgorithm(QgsProcessingAlgorithm):
    """Base of the algorithms: a subclass gives its texts and parameters, and :meth:`execute` that calls the engine.

    Subclasses set ``ID``, ``GROUP``, ``TAGS`` (French and English words, by which the toolbox finds the algorithm) and
    ``NUMBERS`` (the outputs of :data:`NUMBER_LABELS` that they give). Those that fill a folder say by which names
    (``FILES``), and by which file a folder is known to be of an earlier run (``MARK``).
    """

    ID = ""
    GROUP = ""
    TAGS: tuple[str, ...] = ()
    NUMBERS: tuple[str, ...] = ()
    FILES: tuple[str, ...] = ()
    MARK = ""

    def title(self) -> str:
        """Return the translated name: a verb and its object."""
        raise NotImplementedError

    def check(self, parameters, context) -> None:
        """Raise :class:`InputError` where the parameters exclude each other or lack something.

        Asked before a run, while its dialog is still open.
        """

    def execute(self, parameters, context, progress: Progress) -> dict:
        """Read the inputs, call the engine and write the outputs, these last."""
        raise NotImplementedError

    def __init__(self) -> None:
        super().__init__()
        self._drafts: dict[Path, Path] = {}  # of what this run writes, by the folder that it goes to
        self.opened: list = []  # the networks to let go of at its end
        self.credit = ""  # of the roads that it has opened
        self.kinds: dict[str, str] = {}  # of site of one's own that it has read: their names by those of their fields
        self.feedback: QgsProcessingFeedback | None = None  # of this run, for what must be cancelled from outside
        self.progress = SILENT  # the same, as the engine knows it

    def createInstance(self):
        return type(self)()

    def name(self) -> str:
        return self.ID

    def displayName(self) -> str:
        return self.title()

    def groupId(self) -> str:
        return self.GROUP

    def group(self) -> str:
        return GROUP_LABELS[self.GROUP]()

    def tags(self) -> list[str]:
        return ["accès 30", "ARS", "urgences", "emergency", *self.TAGS]

    def icon(self) -> QIcon:
        return QIcon(icon_path(self.ID))

    def svgIconPath(self) -> str:
        return icon_path(self.ID)

    def shortHelpString(self) -> str:
        """Return the help page: as HTML in the desktop, as it is written in a terminal."""
        page = help_page(self.ID)
        if QgsApplication.platform() != "desktop":
            return page
        return as_html(in_words(page, self.parameterDefinitions()))

    def shortDescription(self) -> str:
        """Return the first sentence of the help page."""
        return re.split(r"(?<=[.])\s", help_page(self.ID).strip(), maxsplit=1)[0]

    def helpUrl(self) -> str:
        """Return the address of the help page, which the button “Help” opens in the browser."""
        return help_address(self.ID, self.title(), in_words(help_page(self.ID), self.parameterDefinitions()))

    def add_numbers(self) -> None:
        """Add the outputs of :attr:`NUMBERS`."""
        for name in self.NUMBERS:
            self.addOutput(QgsProcessingOutputNumber(name, NUMBER_LABELS[name]()))

    def checkParameterValues(self, parameters, context) -> tuple[bool, str]:
        parameters = self.given(parameters)
        try:
            check_files(parameters)  # before QGIS opens them
        except InputError as error:
            return False, str(error)
        sound, reason = super().checkParameterValues(parameters, context)
        if not sound or missing_libraries():
            return sound, reason
        try:
            self._check(parameters, context)
        except InputError as error:
            return False, str(error)
        return True, ""

    def given(self, parameters: dict) -> dict:
        """Return the parameters as the algorithm takes them."""
        return without_nulls(parameters)

    def _check(self, parameters, context) -> None:
        check_numbers(self, parameters)
        check_network(self, parameters, context)
        self.check(parameters, context)

    def canExecute(self) -> tuple[bool, str]:
        missing = missing_libraries()
        return (False, how_to_install(missing)) if missing else (True, "")

    def processAlgorithm(self, parameters, context, feedback) -> dict:
        able, reason = self.canExecute()
        if not able:  # qgis_process does not ask by itself
            raise QgsProcessingException(reason)
        load()
        from ..engine.compiled import slowness
        from ..engine.network import profiles

        if slowness():
            feedback.pushWarning(slowness())
        profiles.FOLDERS[:] = profile_folders()
        self._drafts, self.opened, self.credit, self.kinds, self.feedback, self.progress = (
            {},
            [],
            "",
            {},
            feedback,
            progress_of(feedback),
        )
        try:
            return self._run(self.given(parameters), context)
        except (AccessError, OSError) as error:
            reason = str(trouble(error) if isinstance(error, OSError) else error)
            traceback.clear_frames(error.__traceback__)
        # out here, where it takes nothing along: QGIS keeps it, and with it all that the run held
        raise QgsProcessingException(reason)

    def _run(self, parameters, context) -> dict:
        try:
            check_files(parameters)
            self._check(parameters, context)  # a step of a model is not asked beforehand
            check_destinations(self, parameters, context)
            found = self.execute(parameters, context, self.progress)
            for draft in self._drafts.values():
                publish(draft, stale_parts(draft))
            return found
        finally:
            for draft in self._drafts.values():  # one output of several failed: none is left
                discard(draft)
            for network in self.opened:
                network.close()
            self.opened.clear()
            hold_proj_context()

    def drafted(self, parameters: dict, name: str, context) -> tuple[dict, str | None]:
        """Return the parameters with a layer's destination in a draft, and the file whose place it will take.

        As they are, and None, where it is no file of the user's.
        """
        value, definition = parameters[name], self.parameterDefinition(name)
        path = str(QgsProcessingParameters.parameterAsOutputLayer(definition, value, context, True))
        sink = value.sink.staticValue() if isinstance(value, QgsProcessingOutputLayerDefinition) else value
        if not os.path.isabs(path) or sink == QgsProcessing.TEMPORARY_OUTPUT:
            return parameters, None
        folder = Path(path).parent
        draft = self._drafts[folder] if folder in self._drafts else self._drafts.setdefault(folder, new_draft(folder))
        elsewhere = (
            QgsProcessingOutputLayerDefinition(value)
            if isinstance(value, QgsProcessingOutputLayerDefinition)
            else QgsProcessingOutputLayerDefinition(path)
        )
        elsewhere.sink = QgsProperty.fromValue(str(draft / Path(path).name))
        return parameters | {name: elsewhere}, path

    def postProcessAlgorithm(self, context, feedback) -> dict:
        feedback.setProgress(100)
        return {}

    def folder(self, parameters, context) -> Path:
        """Return the folder that FOLDER names; a temporary one, where the box was left empty, is told."""
        path = Path(self.parameterAsFileOutput(parameters, "FOLDER", context))
        if parameters.get("FOLDER") in (None, "", QgsProcessing.TEMPORARY_OUTPUT):
            self.feedback.pushWarning(
                tr(
                    "No folder was chosen: {folder} is a temporary one, which is gone when QGIS closes. Choose a "
                    "folder to keep what is written."
                ).format(folder=path)
            )
        return path

    def source_name(self, parameters, name: str, context) -> str:
        """Return what messages call an input layer: its name, or its file."""
        source = self.parameterAsSource(parameters, name, context)
        return source.sourceName() if source is not None else str(parameters.get(name))
