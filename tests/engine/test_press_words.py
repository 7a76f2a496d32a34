"""What stands in the figures of a press kit, before it is drawn: every number is the study's own, or refused."""

import dataclasses
import re

import kit
import numpy as np
import pandas as pd
import pytest
from sheets import facts

from access_plugin.cartography.press.catalogue import older_files, sheets_of
from access_plugin.cartography.press.series import read_series
from access_plugin.engine.defaults import FIGURES
from access_plugin.engine.errors import InputError
from access_plugin.engine.sites.doctors import names_a_doctor
from access_plugin.engine.sites.roles import ROLES
from access_plugin.engine.study.folder import StudyFolder
from access_plugin.engine.study.public import told_gains
from access_plugin.engine.study.publication import public_places, public_sites
from access_plugin.engine.study.record import Record
from access_plugin.engine.text import typographic

NARROW, NBSP = "\u202f", "\u00a0"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = kit.with_suggestion(kit.study(), {"15001": 20.0, "43003": 10.0}, names=("Cabinet du Dr Maud", "Autre"))
    return kit.write(tmp_path_factory.mktemp("kit") / "s", made)


def all_sheets(folder, language="fr"):
    sheets = []
    for figure in FIGURES:
        try:
            sheets += sheets_of(figure, facts(folder, language))
        except InputError:
            assert figure == "zoning"
    return sheets


def test_a_record_comes_back_as_it_was_written(folder):
    record = StudyFolder(folder).record
    assert Record.of_json(record.as_json()) == record
    assert record.setting.threshold == 30.0
    assert record.request.number == 2


@pytest.mark.parametrize("name", ["run.json", "results.gpkg"])
def test_a_folder_that_is_no_study_is_refused_in_a_sentence(folder, tmp_path, name):
    (tmp_path / "results.gpkg").write_bytes((folder / "results.gpkg").read_bytes())
    (tmp_path / "run.json").write_bytes((folder / "run.json").read_bytes())
    (tmp_path / name).unlink()
    with pytest.raises(InputError, match=name):
        StudyFolder(tmp_path)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"record": 3}', '{"record": {"format": 0}}', '{"record": {"format": 1}}']
)
def test_a_record_of_another_version_is_refused(folder, tmp_path, text):
    (tmp_path / "results.gpkg").write_bytes((folder / "results.gpkg").read_bytes())
    (tmp_path / "run.json").write_text(text)
    with pytest.raises(InputError, match="another version"):
        StudyFolder(tmp_path)


def test_the_threshold_is_strict_before_any_rounding(folder):
    total = StudyFolder(folder).total
    assert total["beyond"] == pytest.approx(1.0 + 1.9 + 2000.0)  # 30.0 is within, 30.001 beyond
    assert total["not_computed"] == 0.0


def test_people_as_words(folder):
    words = facts(folder)
    assert [words.people(value) for value in (0, 1, 1.4, 1.9, 8_205_557, 1_500_000, 86_449)] == [
        f"0{NBSP}habitant",
        f"1{NBSP}habitant",
        f"1{NBSP}habitant",
        f"2{NBSP}habitants",
        "8,21 millions d’habitants",
        "1,5 million d’habitants",
        f"86{NARROW}400{NBSP}habitants",
    ]
    assert facts(folder, "en").people(1_500_000) == "1.5 million inhabitants"


def test_a_small_share_never_reads_as_nobody(folder):
    words = facts(folder).wording
    assert [words.percent(share) for share in (0.0, 0.0002, 0.0005, 0.9996, 1.0)] == [
        f"0,0{NBSP}%",
        f"moins de 0,1{NBSP}%",
        f"0,1{NBSP}%",
        f"plus de 99,9{NBSP}%",
        f"100,0{NBSP}%",
    ]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_sheet_has_its_notes_in_order_an_alternative_text_and_data(folder, language):
    marks = (
        ("Champ : ", "Lecture : ", "Note : ", "Source : ")
        if language == "fr"
        else ("Scope: ", "Reading: ", "Note: ", "Source: ")
    )
    for sheet in all_sheets(folder, language):
        lines = sheet.texts["notes"].replace(NBSP, " ").split("\n")
        assert [line.startswith(mark) for line, mark in zip(lines, marks)] == [True] * 4, sheet.name
        for fact in (
            "DREES",
            "30",
            "INSEE, populations légales 2023",
            "SAE 2023",
            "0.1.0",
            "1er" if language == "fr" else f"1{NBSP}February",
        ):
            assert fact in sheet.texts["notes"], (sheet.name, fact)
        assert 40 < len(sheet.alt) <= 300, sheet.name
        assert len(sheet.table) and not sheet.table.columns.duplicated().any(), sheet.name
        assert "{" not in " ".join([*sheet.texts.values(), sheet.alt]), sheet.name


def test_english_sheets_hold_no_french(folder):
    french = re.compile(r"\b(habitants?|minutes? des|lieux|communes? concernée|Aujourd)\b")
    for sheet in all_sheets(folder, "en"):
        assert not french.search(" ".join([*sheet.texts.values(), sheet.alt, *sheet.table.columns])), sheet.name


def test_no_doctor_is_named_anywhere(folder):
    for sheet in all_sheets(folder):
        told = " ".join([*sheet.texts.values(), sheet.alt, sheet.table.to_csv()])
        assert "Maud" not in told and "Martin" not in told.replace("Saint-Martin", "") and "Petit" not in told, (
            sheet.name
        )
    slide = sheets_of("columns", facts(folder))[0]
    assert [bar.name for bar in slide.drawing.bars] == ["1. Saint-Agrève", "2. Allanche"]


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Le Dr Maud à Beauchastel", True),
        ("le docteur  Martin", True),
        ("Dr. X", True),
        ("Drôme", False),
        ("Andrézieux", False),
        ("30 min", False),
        (None, False),
    ],
)
def test_a_title_that_names_a_doctor_is_known(folder, title, named):
    assert names_a_doctor(title) is named


def test_a_title_that_names_a_doctor_is_refused(folder):
    with pytest.raises(InputError, match="names a doctor"):
        sheets_of("map", facts(folder, title="Le cabinet du Dr Maud"))


def test_public_sites_put_first_responders_at_their_commune_without_a_name():
    made = kit.study()
    sites = made.sites.assign(counted=True)
    places = made.gaps.places
    table = public_sites(sites, places, made.territories, places["code"])
    doctors = table[table["role"] == "MCS"].iloc[0]
    home = made.territories.geometry.iloc[2]
    assert (len(table[table["role"] == "MCS"]), doctors["number"], doctors["name"]) == (1, 2, "")
    assert home.contains(doctors.geometry)
    assert doctors.geometry.equals(places.geometry.iloc[2])  # where the people are, and not where the doctor is
    assert table.loc[table["role"] == "CSNP", "name"].iloc[0] == ""
    assert table.loc[table["role"] == "SU", "name"].iloc[0] == "Centre hospitalier"


def test_without_territories_positions_of_first_responders_are_rounded():
    made = kit.study()
    table = public_sites(made.sites.assign(counted=True), made.gaps.places, None, None)
    doctors = table[table["role"] == "MCS"].to_crs(4326).geometry
    assert np.allclose(np.round(doctors.x, 2), doctors.x, atol=1e-9) and np.allclose(
        np.round(doctors.y, 2), doctors.y, atol=1e-9
    )
    assert (table.loc[table["role"] == "MCS", "name"] == "").all()


def test_evolution_and_call_out_tell_before_and_after(folder):
    bars = sheets_of("evolution", facts(folder))[0].drawing.bars
    assert [(bar.value, bar.target) for bar in bars] == [
        (pytest.approx(2002.9), False),
        (pytest.approx(2001.0), True),
        (pytest.approx(1.0), True),
    ]
    second = sheets_of("key_figure", facts(folder))[1]
    assert second.texts["nombre"] == f"2{NARROW}003{NARROW}→{NARROW}1"
    assert second.table.iloc[:, 1].tolist() == [pytest.approx(2002.9), pytest.approx(1.0)]


def test_a_series_of_ones_own_becomes_bars_and_a_call_out(folder, tmp_path):
    (tmp_path / "mcs.csv").write_text("label;value;target\n2012;88;\n2017;244;\n2020;700;1\n", encoding="utf-8")
    series, name = read_series(str(tmp_path / "mcs.csv"))
    chosen = facts(folder, series=series, series_name=name, title="Médecins correspondants du SAMU")
    bars = sheets_of("evolution", chosen)[0].drawing.bars
    assert [(bar.name, bar.text, bar.target) for bar in bars] == [
        ("2012", "88", False),
        ("2017", "244", False),
        ("2020", "700", True),
    ]
    sheet = sheets_of("key_figure", chosen)[-1]
    assert (sheet.texts["nombre"], sheet.texts["legende_nombre"]) == (
        f"88{NARROW}→{NARROW}700",
        "MÉDECINS CORRESPONDANTS DU SAMU",
    )
    assert "mcs.csv" in sheet.texts["notes"] and "drees" not in sheet.texts["notes"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("label;n\n1;2\n", "value"),
        ("label;value\n2012;beaucoup\n", "value"),
        ("label;value\n2012;-3\n", "value"),
        ("label;value\n" + "2012;1\n" * 13, "13 rows"),
    ],
)
def test_a_bad_series_is_refused(tmp_path, text, said):
    (tmp_path / "bad.csv").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=said):
        read_series(str(tmp_path / "bad.csv"))


def test_figures_that_a_study_cannot_give_say_why(tmp_path):
    folder = kit.write(tmp_path / "s", kit.study())
    for figure, reason in (
        ("before_after", "no place was suggested"),
        ("curve", "no place was suggested"),
        ("evolution", "SERIES"),
        ("columns", "no place was suggested"),
        ("zoning", "zone"),
    ):
        with pytest.raises(InputError, match=reason):
            sheets_of(figure, facts(folder))
    with pytest.raises(InputError, match="99999"):
        sheets_of("zoom", facts(folder, territory="99999"))


def test_a_place_without_a_time_has_no_zero(folder, tmp_path):
    some = (("43001", "A", 5000.0, 40.0), ("43002", "Lyon", 519_127.0, np.nan))
    made = kit.write(tmp_path / "s", kit.study(some, areas=kit.squares(some), care=kit.sites((("SU", "CH", 0),), some)))
    sheet = sheets_of("zoom", facts(made, territory="43002"))[0]
    assert [text for text, _ in sheet.drawing.numbers] == [f"519{NARROW}127", "non calculé"]
    assert pd.isna(sheet.table.iloc[0, 3]) and pd.isna(sheet.table.iloc[0, 5])
    key = sheets_of("map", facts(made))[0].texts["chiffre"]
    assert (
        key == f"5{NARROW}000{NBSP}habitants (100,0{NBSP}% de ceux dont le temps est connu) vivent à plus de "
        f"30{NBSP}minutes. Non calculés{NBSP}: 519{NARROW}000{NBSP}habitants."
    )
    shares = sheets_of("shares", facts(made))[0]
    # of those with a time; the others stand apart
    assert [share for _, share, *_ in shares.drawing.parts] == [1.0, 0.0]


def test_a_zoom_is_found_whatever_its_capitals_and_asks_when_two_bear_its_name(tmp_path):
    two = (("15001", "Murat", 900.0, 40.0), ("43002", "Murat", 800.0, 35.0), ("43003", "Mauriac", 700.0, 31.0))
    made = kit.write(tmp_path / "s", kit.study(two, areas=kit.squares(two), care=kit.sites((("SU", "CH", 0),), two)))
    assert sheets_of("zoom", facts(made, territory="mauriac"))[0].texts["titre"] == "Mauriac"
    assert "43002" in sheets_of("zoom", facts(made, territory="43002"))[0].table.to_csv()
    assert sheets_of("zoom", facts(made, territory="haute-loire"))[0].texts["titre"] == "Haute-Loire"
    with pytest.raises(InputError, match="15001, 43002"):
        sheets_of("zoom", facts(made, territory="murat"))
    assert "habitants de Mauriac (700)" in sheets_of("zoom", facts(made, territory="mauriac"))[0].texts[
        "notes"
    ].replace(NBSP, " ")


@pytest.mark.parametrize(
    ("definition", "words"),
    [("su", "d’un service d’urgences (SU)"), ("smur", "d’un SMUR"), ("emergency", "des soins urgents (SU ou SMUR)")],
)
def test_titles_say_the_definition(tmp_path, definition, words):
    made = kit.study()
    made = dataclasses.replace(made, setting=dataclasses.replace(made.setting, definition=definition))
    folder = kit.write(tmp_path / "s", made)
    for figure in ("map", "circles", "ranked"):
        assert words in sheets_of(figure, facts(folder))[0].texts["titre"], figure
    assert words in [name for _, name in sheets_of("panorama", facts(folder))[0].drawing.numbers][1]


def test_a_question_of_smur_is_not_called_first_care(tmp_path):
    made = kit.with_suggestion(kit.study(), {"15001": 20.0})
    made = dataclasses.replace(made, request=dataclasses.replace(made.request, baseline="smur"))
    folder = kit.write(tmp_path / "s", made)
    for figure in ("before_after", "evolution"):
        sheet = sheets_of(figure, facts(folder))[0]
        assert "SMUR ni MCS" in sheet.texts["titre"] and "premier contact" not in sheet.texts["titre"] + sheet.alt, (
            figure
        )
        assert "où que soient les SU" in sheet.texts["notes"], figure


@pytest.mark.parametrize(
    "name", ["Drs Petit et Durand", "Dr.Leroy", "Docteurs Moreau et Fils", "Mme le docteur-Martin", "Prof. Blanc"]
)
def test_doctors_are_known_in_many_spellings(name):
    assert names_a_doctor(name)


def test_a_suggested_place_stands_where_people_live_and_not_at_the_practice():
    made = kit.study()
    chosen = kit.sites((("MCS", "Dr Maud", 6),))[["geometry"]].assign(rank=1)
    shown = public_places(chosen, made.gaps.places, made.territories, made.gaps.places["code"])
    assert set(shown.columns) == {"rank", "geometry"}  # neither a name nor an id
    assert shown.geometry.iloc[0].equals(made.gaps.places.geometry.iloc[6])


def test_gains_on_the_slide_cannot_be_subtracted():
    def few(people):
        return 0 < people < 25

    assert told_gains([500.0, 300.0, 18.0], few) == [True, False, False]
    assert told_gains([500.0, 300.0, 80.0], few) == [True, True, True]
    assert told_gains([500.0, 12.0, 11.0], few) == [False, False, False]


def test_a_typed_title_gets_its_french_signs():
    assert (
        typographic("Vivre loin de l'hôpital: qui, où? « Ici »", "fr")
        == f"Vivre loin de l’hôpital{NBSP}: qui, où{NBSP}? «{NBSP}Ici{NBSP}»"
    )
    assert typographic("It's far: who?", "en") == "It's far: who?"


def test_older_figures_are_known_and_other_files_are_not(tmp_path):
    for name in ("carte.png", "chiffre-cle-2.txt", "map.pdf", "notes.txt", "carte.docx", "cartes.png"):
        (tmp_path / name).touch()
    (tmp_path / "atlas").mkdir()
    (tmp_path / "atlas" / "atlas-43.svg").touch()
    found = {str(path.relative_to(tmp_path)) for path in older_files(tmp_path, FIGURES)}
    assert found == {"carte.png", "chiffre-cle-2.txt", "map.pdf", "atlas/atlas-43.svg"}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_role_has_a_name_for_one_and_for_many(folder, language):
    """No figure shows a bare code, and no two roles share a name."""
    some = facts(folder, language)
    names = {(role, count): some.role(role, count) for role in ROLES for count in (1, 5)}
    assert not (set(ROLES) - {"SMUR"}) & set(names.values())  # in French a SMUR is called so
    for count in (1, 5):
        assert len({names[role, count] for role in ROLES}) == len(ROLES)
    if language == "fr":
        assert names["AMU", 1] == "antenne de médecine d’urgence (AMU)" and names["MSP", 5].startswith(
            "maisons de santé"
        )
