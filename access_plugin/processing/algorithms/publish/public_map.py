"""``access:publicmap``: a study as a map for the public, one folder that opens in a browser without a network."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingParameterFolderDestination, QgsProcessingParameterString

from ....engine.drafts import draft_in, publish
from ....engine.files import writable_folder
from ....engine.text import tr
from ...base import AccessAlgorithm
from ...parameters import language, optional, with_help
from ...signature import author, author_of
from .press_figure import study_folder


class PublicMap(AccessAlgorithm):
    """Write the page, its scripts and its data."""

    ID = "publicmap"
    GROUP = "publish"
    TAGS = (
        "carte interactive",
        "carte web",
        "site internet",
        "grand public",
        "dossier de presse",
        "web map",
        "html",
        "leaflet",
    )
    FILES = ("index.html", "map.js", "map.css", "symbols.js")
    MARK = "data.js"

    def title(self) -> str:
        return tr("Make a map for the public")

    def initAlgorithm(self, configuration=None) -> None:
        self.addParameter(study_folder())
        self.addParameter(
            optional(QgsProcessingParameterString("TITLE", tr("Title"), ""), tr("Empty: the study's own."))
        )
        self.addParameter(language())
        self.addParameter(author())
        folder = QgsProcessingParameterFolderDestination("FOLDER", tr("Folder of the map"))
        self.addParameter(
            with_help(
                folder,
                tr("Receives index.html and all that it needs. Copy the folder to a website, or open index.html."),
            )
        )

    def execute(self, parameters, context, progress) -> dict:
        from ....cartography.web.webmap import write_web_map

        folder = writable_folder(self.folder(parameters, context))

        def said(name):
            return self.parameterAsString(parameters, name, context).strip()

        with draft_in(folder) as partial:
            write_web_map(
                Path(self.parameterAsFile(parameters, "STUDY", context)),
                partial,
                self.parameterAsEnumString(parameters, "LANGUAGE", context),
                title=said("TITLE"),
                author=author_of(self, parameters, context),
                progress=progress,
            )
            progress.check()
            publish(partial)
        return {"FOLDER": str(folder)}
