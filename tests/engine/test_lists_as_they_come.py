"""Lists of sites as agencies keep them: titles above, totals below, cells left empty."""

import pytest

from access_plugin.engine.errors import InputError
from access_plugin.engine.reading import read_table_file
from access_plugin.engine.sites.formats import read_source
from access_plugin.engine.sites.raw import SiteLog

HEADER = "Identifiant;Type de site;Nom;Longitude;Latitude"
ROW = "A;SU;Vaduz;9,5224;47,1343"


def read(folder, *lines, **given):
    (folder / "liste.csv").write_text("\n".join(lines), encoding="utf-8")
    return read_source(folder / "liste.csv", SiteLog(), **given).rows


@pytest.mark.parametrize(
    "titles", [[], ["Liste des lieux;ARS ARA;;;"], ["Liste des lieux", "Mise à jour;01/02/2026", "", ";;;;"]]
)
def test_the_header_is_the_row_that_names_the_type_whatever_stands_above(tmp_path, titles):
    found = read(tmp_path, *titles, HEADER, ROW)
    assert found[["id", "role", "name"]].to_numpy().tolist() == [["A", "SU", "Vaduz"]]
    assert (found["lon"].iloc[0], found["lat"].iloc[0]) == (9.5224, 47.1343)


def test_without_a_type_the_header_is_the_row_of_two_known_words(tmp_path):
    bare = [";".join(cell for place, cell in enumerate(line.split(";")) if place != 1) for line in (HEADER, ROW)]
    found = read(tmp_path, "Maisons médicales;ARS ARA;;", *bare, role="MMG")
    assert found[["id", "role", "name"]].to_numpy().tolist() == [["A", "MMG", "Vaduz"]]


def test_a_row_that_is_no_site_is_told_by_the_field_that_it_leaves_empty(tmp_path):
    with pytest.raises(InputError, match="the field Type de site is empty in feature 3. Fill it in, or delete what is"):
        read(tmp_path, HEADER, ROW, "Total;;2;;")
    assert read(tmp_path, HEADER, ROW, ";;Source : ARS;;")["id"].tolist() == ["A"]


def test_a_word_that_is_no_role_is_still_told_as_one(tmp_path):
    with pytest.raises(InputError, match=r"unknown role in feature 3 \(Hôpital\)"):
        read(tmp_path, HEADER, ROW, ROW.replace("SU", "Hôpital"))


@pytest.mark.parametrize("separator", [";", ","])
def test_notes_below_a_table_are_none_of_its_rows(tmp_path, separator):
    rows = ["code;nom;temps", "43001;Agnat;12", "43002;;", ";;", "Source : DREES;;", "Champ : France entière"]
    (tmp_path / "t.csv").write_text("\n".join(rows).replace(";", separator), encoding="utf-8")
    table, _ = read_table_file(tmp_path / "t.csv")
    assert table["code"].tolist() == ["43001", "43002"]  # a commune without a name or a time stays
    (tmp_path / "t.csv").write_text("\n".join([*rows, "Géographie au 1er janvier 2023"]), encoding="utf-8")
    assert read_table_file(tmp_path / "t.csv")[0]["code"].tolist() == ["43001", "43002"]
    for name in ("Sourcieu", "Champ-le-Duc", "Source-Seine"):  # communes whose names begin like that
        (tmp_path / "t.csv").write_text("\n".join([*rows[:2], f"{name};;"]), encoding="utf-8")
        assert read_table_file(tmp_path / "t.csv")[0]["code"].tolist() == ["43001", name]
    (tmp_path / "t.csv").write_text("commune\nAurillac\nChamp", encoding="utf-8")
    assert read_table_file(tmp_path / "t.csv")[0]["commune"].tolist() == ["Aurillac", "Champ"]
