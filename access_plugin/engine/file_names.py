"""What the files and folders are called that the plugin writes; no library is needed to know it."""

#: A prepared folder (:func:`region.prepare_region`, :func:`sample.prepare_sample`).
ROADS, SITES, POPULATION, TERRITORIES, CANDIDATES = (
    "roads.accessnet",
    "sites.gpkg",
    "population.gpkg",
    "territories.gpkg",
    "candidates.gpkg",
)
REPORT, REPORT_PAGE = "report.md", "report.html"

#: The folder of a study.
RESULTS, SURROUNDINGS, RELIEF, SUMMARY, RUN, PROJECT, SCENARIOS = (
    "results.gpkg",
    "surroundings.gpkg",
    "shaded_relief.tif",
    "summary.csv",
    "run.json",
    "study.qgz",
    "scenarios.gpkg",
)
NOTE, NOTE_PAGE, FIGURES_FOLDER, INPUTS, OWN_NETWORK = (
    "method.md",
    "method.html",
    "figures",
    "inputs",
    "network.accessnet",
)
#: What a study writes at the top of its folder, beside the mark of its run.
STUDY_FILES = (RESULTS, SURROUNDINGS, RELIEF, SUMMARY, NOTE, NOTE_PAGE, PROJECT)
#: Where a project keeps the mark of the run that it shows (scope and key).
RUN_ENTRY = ("access30", "run")
#: What a layer of a project is called in its study, and, of a layer of pages, whose style it bears.
LAYER_NAME, STYLE_OF = "access30/layer", "access30/style_of"
