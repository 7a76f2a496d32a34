"""``access:study``: the whole job, from roads to a project, a map and figures in one folder."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFolderDestination,
)

from ....engine.defaults import BASELINES, FIGURES
from ....engine.drafts import discard, new_draft, publish
from ....engine.errors import InputError
from ....engine.file_names import FIGURES_FOLDER, INPUTS, OWN_NETWORK, PROJECT, RELIEF, RUN, STUDY_FILES, SURROUNDINGS
from ....engine.files import writable_folder
from ....engine.text import tr
from ...arguments import (
    care_of,
    network_path,
    people_of,
    sites_of,
    table_of,
    with_closures,
)
from ...base import AccessAlgorithm, without_nulls
from ...counted import COUNTED, SUGGESTED, counted, suggested
from ...main_thread import on_main_thread
from ...official_times import check_settings_of_times, threshold_of_times, times, times_of, times_source
from ...parameters import (
    cell,
    codes,
    common,
    definition,
    language,
    network,
    other_care,
    population,
    roads_file,
    sites,
    territories,
    with_help,
)
from ...placement_question import baseline, least_gain, number_of_places, request_of, rules, sectors, sectors_of
from ...replay import Asked, asked, moved, own_inputs, write_loose
from ...resources import layout_folders, plugin_version
from ...second_run import keep_previous
from ...signature import SLOTS, author_of, logos_of, signature, sources_of
from ...study_options import drawn, tried, water_of_user

#: Seconds for choosing places, of which half for the last number asked for; what is not proven by then says so.
_SOLVING_S = 40.0


class RunStudy(AccessAlgorithm):
    """Compute and print in the background, make pages on the main thread, publish at the very end."""

    ID = "study"
    GROUP = "study"
    NUMBERS = (*COUNTED, *SUGGESTED)
    FILES = STUDY_FILES
    MARK = RUN
    TAGS = ("étude", "carte", "dossier de presse", "MCS", "30 minutes", "study", "map", "report")

    def __init__(self) -> None:
        super().__init__()
        self._partial: Path | None = None
        self._folder: Path | None = None
        self._made = False
        self._language = "fr"
        self._author = ""
        self._logos: dict[str, Path] = {}
        self._figures: tuple[str, ...] = FIGURES
        self._asked = Asked()
        self._provider = None  # as it was at the start of the run
        self._left_over: list[Path] = []
        self._numbers: dict = {}
        self._dem = ""
        self._water, self._water_name = None, ""

    def title(self) -> str:
        return tr("Run a whole study")

    def initAlgorithm(self, configuration=None) -> None:
        self.addParameter(
            roads_file(tr("An OpenStreetMap extract or BD TOPO's troncon_de_route, where no network is given."))
        )
        self.addParameter(network(optional=True))
        for parameter in (*times(), times_source()):
            self.addParameter(parameter)
        self.addParameter(sites())
        self.addParameter(population(polygons=True))
        self.addParameter(territories())
        optional = QgsProcessingParameterFeatureSource(
            "CANDIDATES", tr("Candidate places"), [QgsProcessing.SourceType.TypeVectorPoint], optional=True
        )
        self.addParameter(
            with_help(
                optional,
                tr(
                    "Points where a first responder (MCS), or another of the sites that count (OTHER_CARE), could be. "
                    "Without them no place is suggested."
                ),
            )
        )
        for parameter in (
            number_of_places(),
            baseline(BASELINES[:2], advanced=True),
            rules(advanced=True),
            least_gain(advanced=True),
            sectors()[0],
        ):
            self.addParameter(parameter)
        for parameter in (
            definition(),
            codes(),
            *common(),
            other_care(),
            cell(),
            *drawn(),
            *signature(),
            language(),
            *tried(),
        ):
            self.addParameter(parameter)
        folder = QgsProcessingParameterFolderDestination("FOLDER", tr("Folder of the study"))
        self.addParameter(
            with_help(
                folder,
                tr(
                    "Receives results.gpkg, study.qgz, figures, summary.csv, method.html (method.md is the same "
                    "text) and run.json."
                ),
            )
        )
        self.add_numbers()

    def given(self, parameters: dict) -> dict:
        plain = super().given(parameters)
        return moved(plain, str(plain.get("FOLDER") or ""))

    def check(self, parameters, context) -> None:
        from ....engine.sites.doctors import names_a_doctor

        ways = [name for name in ("ROADS", "NETWORK", "TIMES") if parameters.get(name)]
        if len(ways) != 1:
            raise InputError(
                tr(
                    "Give either roads (ROADS), a network made from them (NETWORK), or a table of official times "
                    "(TIMES)."
                )
            )
        if names_a_doctor(self.parameterAsString(parameters, "SCENARIO", context)):
            raise InputError(
                tr(
                    "The name of the scenario (SCENARIO) names a doctor, which nothing that is published may do. Give "
                    "it another name."
                )
            )
        sources_of(self, parameters, context)
        if ways == ["TIMES"] and parameters.get("CANDIDATES"):
            raise InputError(
                tr(
                    "Official times (TIMES) stand in for a network: leave {name} empty. Places are suggested on "
                    "roads only."
                ).format(name="CANDIDATES")
            )
        if ways == ["TIMES"] and not parameters.get("TERRITORIES"):
            raise InputError(tr("With official times a study needs the communes: give their contours (TERRITORIES)."))
        if ways == ["TIMES"]:
            check_settings_of_times(self, parameters, context, free=("DEFINITION",))

    def prepareAlgorithm(self, parameters, context, feedback) -> bool:
        self._asked, self._provider = asked(self, self.given(parameters), context), self.provider()
        return True

    def execute(self, parameters, context, progress) -> dict:
        from ....engine.territory.relief import check_heights

        self._dem = self.parameterAsFile(parameters, "RELIEF", context)
        if self._dem:
            check_heights(self._dem)
        self._water, self._water_name = water_of_user(self, parameters, context)
        folder = self.folder(parameters, context)
        self._made = not folder.exists()
        self._folder = writable_folder(folder)
        self._language = self.parameterAsEnumString(parameters, "LANGUAGE", context)
        self._author, self._logos = author_of(self, parameters, context), logos_of(self, parameters, context)
        self._figures = {"all": FIGURES, "map": ("map",), "none": ()}[
            self.parameterAsEnumString(parameters, "FIGURES", context)
        ]
        self._partial = new_draft(self._folder)
        try:
            self._compute(parameters, context, progress)
            self._render(progress.part(0.9, 1.0))
            opens = self.parameterAsBoolean(parameters, "OPEN", context)
            on_main_thread(lambda: self._publish(opens, progress), progress)
        finally:
            self._discard()
        return {"FOLDER": str(self._folder)} | self._numbers

    def _compute(self, parameters, context, progress) -> None:
        """Compute the study and write what needs no QGIS."""
        from ....engine.access.suppression import has_cells
        from ....engine.network.water import water_of
        from ....engine.study.kept import new_run, read_run, write_run
        from ....engine.study.record import record_of
        from ....engine.study.results import write_results
        from ....engine.text import printed

        study = (
            self._of_times(parameters, context, progress)
            if self.parameterAsFile(parameters, "TIMES", context)
            else self._of_roads(parameters, context, progress)
        )
        sums = write_results(study, self._partial, self._language, progress=progress)
        record = record_of(
            study,
            version=plugin_version(),
            translate=lambda source: printed(source, self._language),
            scenario=self.parameterAsString(parameters, "SCENARIO", context).strip(),
            own_sources=sources_of(self, parameters, context),
            water=self._water_name,
        )
        run = new_run()
        loose = write_loose(self, parameters, context, self._asked.loose, self._partial, self._folder, run)
        inputs = self._resolved(parameters, context, loose) | (
            {"MINGAIN": study.request.min_gain} if study.suggestion else {}
        )
        own, self._left_over = own_inputs(self._folder, inputs, loose, read_run(self._folder))
        write_run(
            self._partial, {"inputs": inputs, "own_inputs": own, "record": record.as_json(), "run": run, "sums": sums}
        )
        if has_cells(study.gaps.places):
            progress.say(
                tr(
                    "Publish one study of an area only: the figures of two (another threshold, season or "
                    "definition) can be taken from each other, and may then tell of fewer than 11 households."
                )
            )
        self._numbers = counted(study.total) | suggested(study.suggestion)
        if study.network is not None:
            self._water = water_of(study.network) if self._water is None else self._water
            own = str((study.network.meta["terrain"] or {}).get("path", ""))
            self._dem = self._dem or (own if os.path.exists(own) else "")
            study.network.close()  # so that its file can move

    def _of_times(self, parameters, context, progress):
        from ....engine.study.compute import study_of_times

        times, definition = (
            times_of(self, parameters, context, progress),
            self.parameterAsEnumString(parameters, "DEFINITION", context),
        )
        if definition == "emergency" and not {"su", "smur"} <= set(times.column.lower().replace(",", "_").split("_")):
            progress.warn(
                tr(
                    "The titles will say “SU or SMUR”, and the column {column} does not: if its times lead to an "
                    "SU or a SMUR alone, say so (DEFINITION)."
                ).format(column=times.column)
            )
        return progress.part(0.0, 0.9).aside(
            study_of_times,
            times,
            sites_of(self, parameters, context, progress),
            people_of(self, parameters, context, progress),
            threshold_of_times(self, parameters, context),
            definition=definition,
            source=self.parameterAsString(parameters, "TIMES_SOURCE", context).strip(),
        )

    def _of_roads(self, parameters, context, progress):
        from ....engine.population.places import read_population
        from ....engine.study.compute import compute_study

        roads = with_closures(self, self._network(parameters, context, progress.part(0.0, 0.4)), parameters, context)
        self.opened.append(roads)
        points = progress.aside(read_population, *table_of(self, parameters, "POPULATION", context), network=roads)
        care = care_of(self, parameters, context, progress, roads)
        people = people_of(self, parameters, context, progress, points)
        question, cell_m = (
            self._question(parameters, context, progress, care.setting),
            self.parameterAsDouble(parameters, "CELL", context),
        )
        return progress.part(0.4, 0.9).aside(compute_study, care, people, question, cell_m=cell_m)

    def _question(self, parameters, context, progress, setting):
        """Return where one might place care; None without candidates."""
        from ....engine.placement.request import Question, read_candidates

        candidates, name = table_of(self, parameters, "CANDIDATES", context)
        if candidates is None:
            return None
        request = request_of(self, parameters, context, setting, time_limit=_SOLVING_S, language=self._language)
        sectors = sectors_of(self, parameters, context, progress) if request.rules == "mcs" else None
        return Question(read_candidates(candidates, name), request, sectors)

    def _resolved(self, parameters, context, loose: dict[str, str]) -> dict:
        """Return every parameter with the value that counted, as ``qgis_process`` takes them.

        Files by their whole path, and what exists in the project alone (`loose`) as files of the study.
        """
        defaults = {definition.name(): definition.defaultValue() for definition in self.parameterDefinitions()}
        inputs = without_nulls(defaults | self.asMap(parameters, context)["inputs"])
        inputs |= self._asked.files | loose | {"FOLDER": str(self._folder.resolve())}
        return {name: value for name, value in inputs.items() if value not in (None, "")}

    def _network(self, parameters, context, progress):
        from ....engine.network.account import account
        from ....engine.network.build_file import build_network_file
        from ....engine.network.graph import open_network

        roads, path = self.parameterAsFile(parameters, "ROADS", context), network_path(self, parameters, context)
        if path:
            return progress.aside(lambda progress: open_network(path))
        opened = build_network_file(roads, self._partial / OWN_NETWORK, progress=progress)
        for line in account(opened):
            progress.say(line)
        return opened

    def _render(self, progress) -> None:
        from ....cartography.press.facts import Options
        from ....cartography.render import Ground, Press, render_study
        from ....engine.study.kept import seal

        press = Press(
            folders=layout_folders(),
            logos=self._logos,
            options=Options(author=self._author),
            language=self._language,
            on_main=lambda work: on_main_thread(work, progress),
        )
        previous = self._folder / PROJECT
        render_study(
            self._partial,
            self._figures,
            press,
            ground=Ground(self._dem, self._water),
            previous=previous if previous.is_file() else None,
            say=progress.say,
            progress=progress,
        )
        seal(self._partial)

    def _publish(self, opens: bool, progress) -> None:
        """Give the study its place: on the main thread, since the project that is open may show the one before it."""
        from ....cartography.press.catalogue import older_files
        from ....engine.study.kept import read_run

        progress.check()
        keep_previous(self._folder, progress)
        # of another area, where this run has none; in a folder that is no study yet they are somebody's own
        logos = [path for slot in SLOTS.values() for path in (self._folder / INPUTS).glob(f"{slot}.*")]
        older = [self._folder / RELIEF, self._folder / SURROUNDINGS, *logos] if read_run(self._folder) else []
        publish(self._partial, [*older_files(self._folder / FIGURES_FOLDER, FIGURES), *older, *self._left_over])
        with contextlib.suppress(RuntimeError):  # the plugin was switched off meanwhile: nobody asks
            self._provider.study_written.emit(str(self._folder.resolve()), opens)

    def _discard(self) -> None:
        """Delete what was not published, with a network of its own that may still be open."""
        for opened in self.opened:
            opened.close()
        if self._partial is not None:
            discard(self._partial)
            self._partial = None
        if self._made and self._folder is not None and not any(self._folder.iterdir()):
            self._folder.rmdir()
