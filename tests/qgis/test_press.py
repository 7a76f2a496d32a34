"""Figures and the public map through qgis_process, as a cartographer asks for them."""

import re
import subprocess
import unicodedata

import kit
import pandas as pd
import pytest
from qgis_run import profile, run

SIZES = {"A4": (2480, 3507), "slide": (1920, 1080), "square": (1080, 1080), "half": (2480, 1753)}
POINTS = {"A4": (595, 842), "slide": (960, 540), "square": (540, 540), "half": (595, 421)}
#: Two facing pages.
PAIR, PAIR_POINTS = {"A3": (4960, 3507)}, {"A3": (1191, 842)}
#: Figures of numbers and short charts, which fill no A4 page; and those that are too much for half of one.
SHORT = {"evolution", "repartition", "classement", "chiffre-cle", "chiffre-cle-2", "panorama"}
WHOLE = {"avant-apres"}
#: That has a page of its own alone.
ONE_PAGE = {"deux-colonnes": "slide", "synthese": "A4", "double-page": "A3"}


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    made = kit.with_suggestion(kit.study(), {"15001": 20.0, "43003": 10.0}, names=("Cabinet du Dr Maud", "Autre"))
    return kit.write(tmp_path_factory.mktemp("press") / "Étude", made)


def plain(text):
    return unicodedata.normalize("NFKC", text)


def pdf_text(path):
    return plain(subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout)


def svg_text(path):
    return plain(
        re.sub(
            r"<[^>]+>",
            " ",
            " ".join(re.findall(r"<text[^>]*>(.*?)</text>", path.read_text(encoding="utf-8"), re.DOTALL)),
        )
    )


def page_of(figure, form):
    """Return the page that a figure takes where one is asked for."""
    if figure in ONE_PAGE:
        return ONE_PAGE[figure]
    if form == "A4" and figure in SHORT:
        return "half"
    return "A4" if form == "half" and figure in WHOLE else form


@pytest.mark.parametrize("form", SIZES)
def test_every_figure_in_every_format_with_text_that_is_text(study, tmp_path, qgis_app, form):
    from qgis.PyQt.QtGui import QImage

    outcome = run("pressfigure", STUDY=study, FIGURE="all", FORMAT=form, FOLDER=tmp_path)
    assert outcome.code == 0, outcome.text
    assert "“official zoning” is not drawn" in outcome.text  # said, and not a failure
    pictures = [path for path in tmp_path.rglob("*.png") if path.parent.name != "web"]
    assert {path.stem for path in pictures} == {
        "carte",
        "atlas-15",
        "atlas-43",
        "avant-apres",
        "implantation",
        "cercles",
        "effectifs",
        "evolution",
        "courbe",
        "classement",
        "repartition",
        "chiffre-cle",
        "chiffre-cle-2",
        "panorama",
        "zoom",
        "deux-colonnes",
        "synthese",
        "double-page",
    }
    for path in pictures:
        image = QImage(str(path))
        assert (image.width(), image.height()) == (SIZES | PAIR)[page_of(path.stem, form)], path.name
        shades = {
            image.pixelColor(x, y).rgb() for x in range(0, image.width(), 40) for y in range(0, image.height(), 40)
        }
        assert len(shades) >= 3, path.name
        assert path.with_suffix(".csv").read_bytes().startswith(b"\xef\xbb\xbf"), path.name
        assert 40 < len(path.with_suffix(".txt").read_text(encoding="utf-8").strip()) <= 300, path.name
        for word in ("Champ", "Lecture", "Note", "Source", "DREES"):
            assert word in svg_text(path.with_suffix(".svg")), (path.name, word)
    for path in tmp_path.rglob("*.pdf"):
        text = pdf_text(path)
        for word in ("Champ :", "Lecture :", "Note :", "Source :", "30 min"):
            assert word in text, (path.name, word)
        width, height = (
            float(value)
            for value in re.search(
                r"Page size:\s+([\d.]+) x ([\d.]+)",
                subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout,
            ).groups()
        )
        assert (round(width), round(height)) == pytest.approx((POINTS | PAIR_POINTS)[page_of(path.stem, form)], abs=1)
        fonts = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
        assert fonts and all(re.search(r"\byes\b", line) for line in fonts), path.name  # embedded
    pages = subprocess.run(
        ["pdfinfo", tmp_path / "atlas" / "atlas.pdf"], capture_output=True, text=True, check=True
    ).stdout
    assert "Pages:           2" in pages
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == []


def test_no_figure_takes_the_name_of_a_file_of_the_study(tmp_path):
    """Drawn into the folder of the study itself, none replaces its tables and pages, nor does an earlier run of it."""
    from access_plugin.cartography.press.catalogue import file_name, older_files
    from access_plugin.engine import file_names
    from access_plugin.engine.defaults import FIGURES

    own = {name for name in vars(file_names).values() if isinstance(name, str) and "." in name}
    assert "summary.csv" in own
    for name in own:
        (tmp_path / name).touch()
    assert older_files(tmp_path, FIGURES) == []
    stems = {name.rsplit(".", 1)[0] for name in own}
    assert not {file_name(figure, language) for figure in FIGURES for language in ("fr", "en")} & stems


def test_the_text_of_a_page_can_be_read_back(study, tmp_path):
    assert run("pressfigure", STUDY=study, FIGURE="map", FOLDER=tmp_path).code == 0
    text = " ".join(pdf_text(tmp_path / "carte.pdf").split())
    assert "Vivre à plus de 30 minutes des soins urgents (SU ou SMUR)" in text
    assert "2 003 habitants (moins de 0,1 %) vivent à plus de 30 minutes." in text
    assert "Champ : habitants de la zone d’étude (8 207 557)." in text
    assert "1er février 2026" in text
    about = subprocess.run(["pdfinfo", tmp_path / "carte.pdf"], capture_output=True, text=True, check=True)
    assert "Vivre à plus de 30 minutes" in plain(about.stdout) and "Error" not in about.stderr
    assert b"/Lang (fr)" in (tmp_path / "carte.pdf").read_bytes()
    table = pd.read_csv(tmp_path / "carte.csv", sep=";", decimal=",", encoding="utf-8-sig")
    assert table["À plus de 30\u00a0min"].tolist() == pytest.approx([2000.0, 2.9])


def test_titles_language_series_logo_and_author_of_ones_own(study, tmp_path):
    (tmp_path / "mcs.csv").write_text("label;value;target\n2012;88;0\n2017;244;0\n2020;700;1\n", encoding="utf-8")
    (tmp_path / "logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" '
        'fill="#00aa55"/></svg>'
    )
    outcome = run(
        "pressfigure",
        STUDY=study,
        FIGURE="evolution",
        LANGUAGE="en",
        TITLE="Correspondent doctors, 88 to 700",
        SERIES=tmp_path / "mcs.csv",
        LOGO_LEFT=tmp_path / "logo.svg",
        FOLDER=tmp_path / "out",
    )
    assert outcome.code == 0, outcome.text
    text = pdf_text(tmp_path / "out" / "evolution.pdf")
    assert "Correspondent doctors, 88 to 700" in text and "244" in text and "mcs.csv" in text
    assert 'fill="#00aa55"' in (tmp_path / "out" / "evolution.svg").read_text(encoding="utf-8")
    outcome = run(
        "pressfigure", STUDY=study, FIGURE="zoom", TERRITORY="43001", AUTHOR="ARS Exemple", FOLDER=tmp_path / "out"
    )
    assert outcome.code == 0, outcome.text
    text = " ".join(pdf_text(tmp_path / "out" / "zoom.pdf").split())
    assert kit.LONG in text and "ZOOM SUR" in text and "traitement : ARS Exemple" in text


def test_a_template_in_the_users_profile_is_taken(study, tmp_path, qgis_app):
    from pathlib import Path

    from access_plugin.cartography.press.templates import LAYOUTS

    own = Path(profile()) / "profiles" / "default" / "access30" / "layouts"
    own.mkdir(parents=True)
    text = (LAYOUTS / "chiffre_cle_A4.qpt").read_text(encoding="utf-8")
    (own / "chiffre_cle_A4.qpt").write_text(text.replace('fontSize="72"', 'fontSize="40"'), encoding="utf-8")
    try:
        outcome = run("pressfigure", STUDY=study, FIGURE="key_figure", FOLDER=tmp_path)
        assert outcome.code == 0, outcome.text
        sizes = re.findall(r'font-size="(\d+)"[^>]*>\s*2', (tmp_path / "chiffre-cle.svg").read_text(encoding="utf-8"))
        (own / "chiffre_cle_A4.qpt").write_text("no template", encoding="utf-8")
        refused = run("pressfigure", STUDY=study, FIGURE="key_figure", FOLDER=tmp_path / "none")
    finally:
        (own / "chiffre_cle_A4.qpt").unlink()
    assert run("pressfigure", STUDY=study, FIGURE="key_figure", FOLDER=tmp_path / "plain").code == 0
    larger = re.findall(
        r'font-size="(\d+)"[^>]*>\s*2', (tmp_path / "plain" / "chiffre-cle.svg").read_text(encoding="utf-8")
    )
    assert sizes and larger and int(sizes[0]) < int(larger[0])
    assert refused.code != 0 and "chiffre_cle_A4.qpt cannot be read" in refused.text
    assert not (tmp_path / "none").exists()


def test_a_title_is_never_evaluated_and_a_template_may_not_ask_the_network(study, tmp_path, qgis_app):
    import os
    from pathlib import Path

    from access_plugin.cartography.press.templates import LAYOUTS

    title = "Budget [% 1+1 %] [% env('HOME') %]"
    assert (
        run("pressfigure", STUDY=study, FIGURE="key_figure", TITLE=title, AUTHOR="[% 3*3 %]", FOLDER=tmp_path).code == 0
    )
    words = re.sub(r"<[^>]+>", " ", (tmp_path / "chiffre-cle.svg").read_text(encoding="utf-8"))
    assert os.environ["HOME"] not in words and "1+1" in words.replace(" ", "") and "3*3" in words.replace(" ", "")
    own = Path(profile()) / "profiles" / "default" / "access30" / "layouts"
    own.mkdir(parents=True, exist_ok=True)
    text = (LAYOUTS / "chiffre_cle_A4.qpt").read_text(encoding="utf-8")
    hostile = {
        "remote": re.sub(r'(svgFillColor[^>]*? file=)"[^"]*"', r'\1"http://127.0.0.1:9/x.png"', text),
        "labels": re.sub(r'labelText=""', "labelText=\"[% env('HOME') %]\"", text),
        "letters": text.encode() + b"\xff",
    }
    try:
        for name, content in hostile.items():
            (own / "chiffre_cle_A4.qpt").write_bytes(content if isinstance(content, bytes) else content.encode())
            outcome = run("pressfigure", STUDY=study, FIGURE="key_figure", FOLDER=tmp_path / name)
            if name == "labels":
                assert outcome.code == 0 and os.environ["HOME"] not in (tmp_path / name / "chiffre-cle.svg").read_text(
                    encoding="utf-8"
                )
            else:
                assert (
                    content != text
                    and outcome.code != 0
                    and ("a page must not ask the network" if name == "remote" else "cannot be read") in outcome.text
                ), outcome.text
    finally:
        (own / "chiffre_cle_A4.qpt").unlink()


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ({"FIGURE": "zoning"}, "bear no zoning"),
        ({"FIGURE": "zoom", "TERRITORY": "nowhere"}, "nowhere"),
        ({"FIGURE": "map", "TITLE": "Le Dr Maud"}, "names a doctor"),
        ({"FIGURE": "all", "TITLE": "Un titre"}, "A title is for one figure"),
        ({"STUDY": "/nowhere"}, "no folder of a study"),
        ({"FIGURE": "map", "LOGO_LEFT": "/nowhere.svg"}, "nowhere.svg"),
        ({"FIGURE": "map", "LOGO_LEFT": __file__}, "no picture that can be read"),
    ],
)
def test_what_cannot_be_drawn_is_refused_and_leaves_nothing(study, tmp_path, parameters, said):
    outcome = run("pressfigure", **({"STUDY": study, "FOLDER": tmp_path / "out"} | parameters))
    assert outcome.code != 0
    assert said in outcome.text
    assert not (tmp_path / "out").exists()


def test_a_second_run_leaves_no_figure_of_the_first(study, tmp_path):
    made = kit.write(tmp_path / "without", kit.study())
    assert run("pressfigure", STUDY=study, FIGURE="key_figure", FOLDER=tmp_path / "out").code == 0
    (tmp_path / "out" / "mine.txt").write_text("kept")
    assert (tmp_path / "out" / "chiffre-cle-2.png").exists()
    assert run("pressfigure", STUDY=made, FIGURE="key_figure", FOLDER=tmp_path / "out").code == 0
    assert (
        not (tmp_path / "out" / "chiffre-cle-2.png").exists()
        and (tmp_path / "out" / "chiffre-cle.png").exists()
        and (tmp_path / "out" / "mine.txt").exists()
    )


def test_the_public_map_through_qgis_process(study, tmp_path):
    outcome = run("publicmap", STUDY=study, TITLE="Les soins urgents", LANGUAGE="en", FOLDER=tmp_path)
    assert outcome.code == 0, outcome.text
    assert {"index.html", "data.js", "map.js", "map.css", "symbols.js", "leaflet"} == {
        path.name for path in tmp_path.iterdir()
    }
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert '<html lang="en">' in page and "<title>Les soins urgents</title>" in page
    refused = run("publicmap", STUDY=tmp_path, FOLDER=tmp_path / "out")
    assert refused.code != 0 and "no folder of a study" in refused.text


def test_a_full_press_kit_of_the_region_by_official_times(shared, tmp_path):
    """The région's communes and sites of care, and the official times of four of its départements."""
    aura, ready, study = shared("aura"), tmp_path / "ready", tmp_path / "study"
    files = tmp_path / "files"
    files.mkdir()
    for path in [
        *(aura / "communes_2018").glob("communes-*.geojson"),
        aura / "communes_2025.csv",
        aura / "su_smur_sae2023_aura_plus60km.csv",
        aura / "gisco_healthcare_FR.csv",
        *(aura / "sae_2023").glob("*.csv"),
    ]:
        (files / path.name).symlink_to(path)
    outcome = run("prepareregion", SOURCE=files, DEPARTEMENTS="R84", FOLDER=ready)
    assert outcome.code == 0, outcome.text
    outcome = run(
        "study",
        TIMES=shared("reference/drees2019_access_times_15_43_63_69.csv"),
        SITES=f"{ready / 'sites.gpkg'}|layername=sites",
        POPULATION=ready / "population.gpkg",
        TERRITORIES=f"{ready / 'territories.gpkg'}|layername=communes",
        FOLDER=study,
    )
    assert outcome.code == 0, outcome.text
    summary = pd.read_csv(study / "summary.csv", sep=";", decimal=",", encoding="utf-8-sig", dtype={"code": str})
    total = summary.iloc[0]
    assert total["population"] == 8_205_557
    drees = pd.read_csv(shared("reference/drees2019_access_times_15_43_63_69.csv"), dtype={"code": str})
    people = pd.read_csv(aura / "communes_2025.csv", dtype={"code": str}).set_index("code")["pop"]
    # by hand, without the communes that have merged since
    beyond = people.reindex(drees.loc[drees["tps_su_smur_min"] > 30, "code"]).sum()
    assert abs(total["beyond"] - beyond) / beyond < 0.01
    departements = summary[summary["level"] == "departement"].set_index("code")
    assert departements["beyond"].sum() == total["beyond"]
    assert (departements.loc[["15", "43", "63", "69"], "not_computed"] < 600_000).all() and departements.loc[
        "38", "not_computed"
    ] == departements.loc["38", "population"]
    figures = {path.stem for path in (study / "figures").glob("*.pdf")}
    assert figures == {
        "carte",
        "implantation",
        "cercles",
        "effectifs",
        "classement",
        "repartition",
        "chiffre-cle",
        "panorama",
        "zoom",
        "synthese",
        "double-page",
    }
    assert len(list((study / "figures" / "atlas").glob("*.svg"))) == 12
    text = " ".join(pdf_text(study / "figures" / "carte.pdf").split())
    assert "8 205 557" in text and "de ceux dont le temps est connu" in text
    text = " ".join(pdf_text(study / "figures" / "atlas" / "atlas.pdf").split())
    for name in ("Puy-de-Dôme (63)", "Haute-Loire (43)", "Cantal (15)", "Isère (38)", "Aucun temps n’est connu ici."):
        assert name in text, name
    assert run("publicmap", STUDY=study, FOLDER=tmp_path / "map").code == 0
    assert (tmp_path / "map" / "data.js").stat().st_size < 4e6
