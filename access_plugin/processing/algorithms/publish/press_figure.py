"""``access:pressfigure``: one figure of a study, or all of them, for a press kit."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingParameterFile, QgsProcessingParameterFolderDestination, QgsProcessingParameterString

from ....engine.defaults import FIGURES, FORMATS
from ....engine.drafts import draft_in, publish
from ....engine.errors import InputError
from ....engine.files import writable_folder
from ....engine.text import tr
from ...base import AccessAlgorithm
from ...main_thread import on_main_thread
from ...parameters import choice, file, language, optional, with_help
from ...resources import layout_folders
from ...signature import author_of, logos_of, signature, sources_of

ALL = "all"


class PressFigure(AccessAlgorithm):
    """Draw figures from the folder of a study."""

    ID = "pressfigure"
    GROUP = "publish"
    TAGS = (
        "dossier de presse",
        "infographie",
        "chiffre clé",
        "atlas",
        "carte",
        "graphique",
        "press kit",
        "chart",
        "map",
    )

    def title(self) -> str:
        return tr("Draw figures for the press")

    def initAlgorithm(self, configuration=None) -> None:
        self.addParameter(study_folder())
        self.addParameter(
            choice(
                "FIGURE",
                tr("Figure"),
                (*FIGURES, ALL),
                "map",
                tr(
                    "“map”, “atlas” (a page for each département), “before_after”, “dots” (sites), “circles” "
                    "(people beyond), “counts” (sites by département), “zoning”; “evolution”, “curve”, “ranked”, "
                    "“shares”; “key_figure”, “panorama”, “zoom” (one territory), “columns” (a slide), “one_page” (map, "
                    "numbers, ranking and zoom on one A4 page), “spread” (two facing pages on one département); “all”: "
                    "each that the study gives."
                ),
            )
        )
        self.addParameter(
            optional(QgsProcessingParameterString("TITLE", tr("Title"), ""), tr("Empty: the figure's own."))
        )
        self.addParameter(
            choice(
                "FORMAT",
                tr("Page"),
                FORMATS,
                "A4",
                tr(
                    "“A4” (upright, 300 dpi), “slide” (16:9, 1920 × 1080), “square” (1080 × 1080), “half” (half of "
                    "an A4 page) or “band” (a third of one). Numbers and short charts take half a page where A4 is "
                    "asked for; “columns” is always a slide, “spread” two pages side by side (A3)."
                ),
            )
        )
        self.addParameter(language())
        self.addParameter(
            optional(
                QgsProcessingParameterString("TERRITORY", tr("Territory of the zoom, or département of two pages"), ""),
                tr("Code or name. Empty: the one with the most people beyond."),
            )
        )
        self.addParameter(
            file(
                "SERIES",
                tr("Series of your own"),
                tr(
                    "For “evolution” and “key_figure”: a table with the columns label, value and target (1 for a "
                    "target, which is hatched), such as 2012;88;0."
                ),
            )
        )
        for parameter in signature():
            self.addParameter(parameter)
        folder = QgsProcessingParameterFolderDestination("FOLDER", tr("Folder of the figures"))
        self.addParameter(
            with_help(
                folder,
                tr(
                    "Receives PNG, PDF and SVG, the data of each figure (CSV), its alternative text, and a project "
                    "whose layouts you can change."
                ),
            )
        )

    def check(self, parameters, context) -> None:
        if (
            self.parameterAsEnumString(parameters, "FIGURE", context) == ALL
            and self.parameterAsString(parameters, "TITLE", context).strip()
        ):
            raise InputError(tr("A title is for one figure: leave TITLE empty with “all”."))

    def execute(self, parameters, context, progress) -> dict:
        from ....cartography.press.catalogue import older_files
        from ....cartography.press.facts import Options
        from ....cartography.press.series import read_series
        from ....cartography.render import Press, render_figures

        def word(name):
            return self.parameterAsEnumString(parameters, name, context)

        def said(name):
            return self.parameterAsString(parameters, name, context).strip()

        path = self.parameterAsFile(parameters, "SERIES", context)
        series, name = read_series(path) if path else (None, "")
        sources = sources_of(self, parameters, context)
        options = Options(said("TITLE"), author_of(self, parameters, context), said("TERRITORY"), series, name, sources)
        figure, form = word("FIGURE"), word("FORMAT")
        wanted = FIGURES if figure == ALL else (figure,)
        press = Press(
            form,
            layout_folders(),
            logos_of(self, parameters, context),
            options=options,
            language=word("LANGUAGE"),
            on_main=lambda work: on_main_thread(work, progress),
        )
        folder = self.folder(parameters, context)
        made = not folder.exists()
        writable_folder(folder)
        try:
            with draft_in(folder) as partial:
                render_figures(
                    Path(self.parameterAsFile(parameters, "STUDY", context)),
                    wanted,
                    partial,
                    press,
                    say=progress.say if figure == ALL else None,
                    progress=progress,
                )
                publish(partial, older_files(folder, wanted))
        finally:
            if made and not any(folder.iterdir()):
                folder.rmdir()
        return {"FOLDER": str(folder)}


def study_folder() -> QgsProcessingParameterFile:
    parameter = QgsProcessingParameterFile(
        "STUDY", tr("Folder of the study"), behavior=QgsProcessingParameterFile.Behavior.Folder
    )
    return with_help(parameter, tr("Made by “Run a whole study”."))
