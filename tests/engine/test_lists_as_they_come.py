"""Lists of sites as agencies keep them: titles above, totals below, cells left empty."""

import pytest

from access_plugin.engine.errors import InputError
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


@pytest.mark.parametrize("last", ["Total;;2;;", ";;Source : ARS;;"])
def test_a_row_that_is_no_site_is_told_by_the_field_that_it_leaves_empty(tmp_path, last):
    with pytest.raises(InputError, match="the field Type de site is empty in feature 3. Fill it in, or delete what is"):
        read(tmp_path, HEADER, ROW, last)


def test_a_word_that_is_no_role_is_still_told_as_one(tmp_path):
    with pytest.raises(InputError, match=r"unknown role in feature 3 \(Hôpital\)"):
        read(tmp_path, HEADER, ROW, ROW.replace("SU", "Hôpital"))
