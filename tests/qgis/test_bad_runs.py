"""Bad input through qgis_process: one sentence, an exit code other than 0, nothing left behind."""

import warnings

import geopandas as gpd
import pytest
from paths import ROADS, SAMPLE
from qgis_run import qgis_process, run


@pytest.fixture(scope="module")
def bad(tmp_path_factory):
    """Make the bad files once."""
    folder = tmp_path_factory.mktemp("bad")
    (folder / "empty.osm.pbf").write_bytes(b"")
    (folder / "cut.osm.pbf").write_bytes(ROADS.read_bytes()[:200_000])
    (folder / "text.osm.pbf").write_text("no map at all " * 40)
    (folder / "foot.osm").write_text(
        '<osm version="0.6"><node id="1" lat="47" lon="9"/><node id="2" lat="47.1" lon="9"/><way id="1"><nd '
        'ref="1"/><nd ref="2"/><tag k="highway" v="footway"/></way></osm>'
    )
    (folder / "no_network.accessnet").write_text("not a network")
    lines = {
        "swapped": "1;SU;47.13;9.52",
        "out": "1;SU;9.52;470",
        "text": "1;SU;here;47.13",
        "role": "1;HOSPITAL;9.52;47.13",
    }
    for name, line in lines.items():
        (folder / f"{name}.csv").write_text(f"id;type;lon;lat\n{line}\n")
    (folder / "column.csv").write_text("id;lon;lat\n1;9.52;47.13\n")
    (folder / "double.csv").write_text("id;type;lon;lat\n1;SU;9.52;47.13\n1;SU;9.53;47.13\n")
    (folder / "far.csv").write_text("id;type;lon;lat\nfar-away;SU;9.0;47.4\n")
    (folder / "none.geojson").write_text(
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"population":3},"geometry":null}]}'
    )
    good = gpd.GeoDataFrame({"population": [3]}, geometry=gpd.points_from_xy([9.52], [47.13]), crs=4326)
    good.assign(population="many").to_file(folder / "many.gpkg", engine="pyogrio")
    with warnings.catch_warnings(action="ignore"):
        good.set_crs(None, allow_override=True).to_file(folder / "no_crs.gpkg", engine="pyogrio")
    return folder


BAD = [
    ("buildnetwork", {"ROADS": "nowhere.osm.pbf"}, "nowhere.osm.pbf"),
    ("buildnetwork", {"ROADS": "empty.osm.pbf"}, "is empty"),
    ("buildnetwork", {"ROADS": "cut.osm.pbf"}, "cannot be read as OpenStreetMap data"),
    ("buildnetwork", {"ROADS": "text.osm.pbf"}, "cannot be read as OpenStreetMap data"),
    ("buildnetwork", {"ROADS": "foot.osm"}, "no road that a car can drive on"),
    ("importsites", {"SOURCE": "out.csv"}, "outside the area"),
    ("importsites", {"SOURCE": "text.csv"}, "lon holds text"),
    ("importsites", {"SOURCE": "role.csv"}, "unknown role"),
    ("importsites", {"SOURCE": "column.csv"}, "no field “type”"),
    ("importsites", {"SOURCE": "double.csv"}, "same value in several features: 2, 3"),
    ("importsites", {}, "either a file"),
    ("importpopulation", {"SOURCE": "none.geojson"}, "no geometry"),
    ("importsites", {"SOURCE": "swapped.csv"}, "its coordinates are swapped"),
    ("importpopulation", {"SOURCE": "many.gpkg"}, "text where a number is needed"),
    ("importpopulation", {"SOURCE": "no_crs.gpkg"}, "no coordinate reference system"),
    ("importpopulation", {"SOURCE": "text.osm.pbf"}, "cannot be read"),
]


@pytest.mark.parametrize(
    ("algorithm", "parameters", "words"), BAD, ids=[f"{row[0]}-{'-'.join(row[1].values())}" for row in BAD]
)
def test_bad_files(bad, tmp_path, algorithm, parameters, words):
    output = {"buildnetwork": {"NETWORK": tmp_path / "out.accessnet"}}.get(algorithm, {"OUTPUT": tmp_path / "out.gpkg"})
    outcome = run(algorithm, **{name: bad / value for name, value in parameters.items()}, **output)
    assert outcome.code != 0
    assert words in outcome.text
    assert "Traceback" not in outcome.text
    assert list(tmp_path.iterdir()) == []


@pytest.fixture(scope="module")
def bad_sites(bad, tmp_path_factory):
    """Import sites that only a network can refute."""
    folder = tmp_path_factory.mktemp("bad_sites")
    (folder / "csnp.csv").write_text("id;type;lon;lat\n1;CSNP;9.52;47.13\n")
    gpd.GeoDataFrame({"population": [5, 6]}, geometry=gpd.points_from_xy([2.3, 2.4], [48.8, 48.9]), crs=4326).to_file(
        folder / "elsewhere.gpkg", engine="pyogrio"
    )
    for name, source in (("far", bad / "far.csv"), ("csnp", folder / "csnp.csv")):
        assert run("importsites", SOURCE=source, OUTPUT=folder / f"{name}.gpkg").code == 0
    return folder


BAD_RUNS = [
    ("isochrones", {"BANDS": "30,20"}, "increasing order"),
    ("isochrones", {"BANDS": "-5,20"}, "increasing order"),
    ("isochrones", {"BANDS": "ten"}, "not a list of minutes"),
    ("isochrones", {"ROLES": "CSNP"}, "CSNP"),
    ("isochrones", {"SITES": "far.gpkg"}, "far-away"),
    ("isochrones", {"NETWORK": "no_network.accessnet"}, "not a network"),
    ("isochrones", {"OUTPUT": "missing_folder/out.gpkg"}, "does not exist"),
    ("isochrones", {"OUTPUT": "/proc/out.gpkg"}, "Nothing can be written into the folder /proc"),
    ("placesites", {"CURVE": "/proc/out.gpkg"}, "Nothing can be written into the folder /proc"),
    ("study", {"FOLDER": "/proc/study"}, "Nothing can be written into the folder /proc/study"),
    ("study", {"POPULATION": "elsewhere.gpkg"}, "Of 2 places, none"),
    ("study", {"CONVENTION": "drees"}, "one point a commune"),
    ("traveltimes", {"SITES": "csnp.gpkg"}, "emergency role"),
    ("placesites", {"NUMBER": "10"}, "9 candidates"),
    ("placesites", {"WEIGHT": "tourists"}, "no field tourists"),
    ("study", {"ROADS": ROADS}, "either roads"),
    ("study", {"LOGO_LEFT": ROADS}, "no picture that can be read"),
    ("study", {"SCENARIO": "Chez le Dr Maud"}, "names a doctor"),
]


@pytest.mark.parametrize(
    ("algorithm", "changed", "words"),
    BAD_RUNS,
    ids=[f"{row[0]}-{'-'.join(map(str, row[1]))}-{n}" for n, row in enumerate(BAD_RUNS)],
)
def test_bad_runs(inputs, bad, bad_sites, tmp_path, algorithm, changed, words):
    parameters = {"NETWORK": inputs.network, "SITES": inputs.sites}
    outputs = {
        "isochrones": ["OUTPUT"],
        "traveltimes": ["OUTPUT"],
        "placesites": ["CHOSEN", "DEMAND", "CURVE"],
        "study": [],
    }[algorithm]
    parameters |= {name: tmp_path / f"{name}.gpkg" for name in outputs}
    parameters |= {"traveltimes": {"PLACES": inputs.population}, "isochrones": {}}.get(
        algorithm, {"POPULATION": inputs.population, "CANDIDATES": inputs.candidates}
    )
    parameters |= {"FOLDER": tmp_path / "study"} if algorithm == "study" else {}
    places = {"SITES": bad_sites, "NETWORK": bad, "OUTPUT": tmp_path, "POPULATION": bad_sites}
    parameters |= {name: places[name] / value if name in places else value for name, value in changed.items()}
    outcome = run(algorithm, **parameters)
    assert outcome.code != 0
    assert words in outcome.text
    assert "Traceback" not in outcome.text
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_run_overwrites_nothing_that_it_reads_or_writes_otherwise(tmp_path):
    """Two outputs in one file left the second alone; an output over its own input lost what the user had."""
    mine = tmp_path / "lieux.csv"
    mine.write_bytes((SAMPLE / "sites.csv").read_bytes())
    for given in (
        {"OUTPUT": mine},
        {"OUTPUT": tmp_path / "o.gpkg", "LOG": tmp_path / "o.gpkg"},
    ):
        outcome = run("importsites", SOURCE=mine, **given)
        assert outcome.code != 0 and "nothing is overwritten that is read or written by the same run" in outcome.text
        assert mine.read_bytes() == (SAMPLE / "sites.csv").read_bytes()
        assert [path.name for path in tmp_path.iterdir()] == ["lieux.csv"]


def test_a_folder_loses_nothing_that_lies_there_under_the_names_of_what_is_written(tmp_path, inputs):
    """What a person has called results.gpkg or index.html was replaced without a word."""
    results, page, lists = (tmp_path / name / file for name, file in PRECIOUS)
    for file in (results, page, lists):
        file.parent.mkdir()
        file.write_bytes(inputs.sites.read_bytes())
    study = {"NETWORK": inputs.network, "POPULATION": inputs.population, "FIGURES": "none", "FOLDER": results.parent}
    for algorithm, given, words in (
        ("study", study | {"SITES": inputs.sites}, "holds results.gpkg, which “Run a whole study” did not make"),
        ("study", study | {"SITES": results}, "results.gpkg is SITES (Sites of care), and would be replaced"),
        (
            "publicmap",
            {"STUDY": tmp_path, "FOLDER": page.parent},
            "holds index.html, which “Make a map for the public”",
        ),
        (
            "prepareregion",
            {"SOURCE": lists.parent, "DEPARTEMENTS": "43", "FOLDER": lists.parent},
            "holds sites.gpkg, which “Prepare a region” did not make",
        ),
    ):
        outcome = run(algorithm, **given)
        assert outcome.code != 0 and words in outcome.text, outcome.text
        assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")) == sorted(
            f"{name}/{file}" for name, file in PRECIOUS
        )
        assert {file.read_bytes() for file in (results, page, lists)} == {inputs.sites.read_bytes()}


PRECIOUS = (("a", "results.gpkg"), ("b", "index.html"), ("c", "sites.gpkg"))


def test_what_a_kind_of_file_does_not_keep_is_said(tmp_path, inputs):
    asked = {"SOURCE": SAMPLE / "sites.csv", "OUTPUT": tmp_path / "s.csv", "LOG": tmp_path / "log.csv"}
    outcome = run("importsites", **asked)
    assert outcome.code == 0, outcome.text
    assert "OUTPUT: a table (.csv) keeps the values and no places or shapes." in outcome.text
    assert "LOG: a table" not in outcome.text  # which has none
    asked = {
        "NETWORK": inputs.network,
        "SITES": inputs.sites,
        "PLACES": inputs.population,
        "OUTPUT": tmp_path / "t.shp",
    }
    outcome = run("traveltimes", **asked)
    assert outcome.code == 0, outcome.text
    assert "OUTPUT: a Shapefile keeps ten letters of the names of its fields (t_emergency_min, " in outcome.text
    assert "laundered" not in outcome.text and "truncated" not in outcome.text  # GDAL says it field by field


def test_a_folder_named_from_where_one_stands_is_looked_into_too(tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("mine")
    asked = ["run", "access:publicmap", f"--STUDY={tmp_path}", "--FOLDER=site"]
    outcome = qgis_process(*asked, folder=tmp_path)
    assert outcome.code != 0 and "holds index.html" in outcome.text
    mine = tmp_path / "lieux.csv"
    mine.write_bytes((SAMPLE / "sites.csv").read_bytes())
    outcome = qgis_process("run", "access:importsites", f"--SOURCE={mine}", "--OUTPUT=lieux.csv", folder=tmp_path)
    assert outcome.code != 0 and "which is SOURCE (" in outcome.text
    assert mine.read_bytes() == (SAMPLE / "sites.csv").read_bytes()


def test_a_run_that_died_while_it_moved_its_files_is_no_folder_of_somebody_else(tmp_path, inputs):
    """Its first files lie there and its mark does not yet: what is left to move is moved, and the run goes on."""
    study, draft = tmp_path / "study", tmp_path / "study" / ".partial-abc"
    draft.mkdir(parents=True)
    (study / "method.md").write_text("of the dead run")
    (draft / ".alive").touch()
    (draft / "run.json").write_text("{}")
    (draft / ".moves").write_text('{"names": ["method.md", "run.json"], "gone": []}')
    outcome = run(
        "study",
        NETWORK=inputs.network,
        SITES=inputs.sites,
        POPULATION=inputs.population,
        FIGURES="none",
        FOLDER=study,
    )
    assert outcome.code == 0, outcome.text
    assert not draft.exists() and "of the dead run" not in (study / "method.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"ADDED_ROLE": "MSP"}, "A site of the role “MSP” (ADDED_ROLE) does not count for “first_care” (DEFINITION)"),
        ({"ADDED_ROLE": "MCS", "DEFINITION": "emergency"}, "“MCS” (ADDED_ROLE) does not count for “emergency”"),
        ({"SUMMARY": "s.shp"}, "SUMMARY (Figures before and after) is a table without shapes"),
    ],
)
def test_a_comparison_that_could_say_nothing_is_refused_at_once(tmp_path, inputs, given, words):
    asked = {"NETWORK": inputs.network, "BEFORE": inputs.sites, "ADDED": inputs.candidates}
    asked |= {"POPULATION": inputs.population, "OUTPUT": tmp_path / "o.gpkg", "SUMMARY": tmp_path / "s.gpkg"}
    given = {name: tmp_path / value if name == "SUMMARY" else value for name, value in given.items()}
    outcome = run("comparescenarios", **asked | given)
    assert outcome.code != 0 and words in outcome.text, outcome.text
    assert not list(tmp_path.iterdir())
