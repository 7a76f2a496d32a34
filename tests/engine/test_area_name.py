"""What an area is called, and a source: nothing is said that the communes, or the name, do not bear."""

import pytest

from access_plugin.engine.source_words import said, year_in
from access_plugin.engine.territory.area_name import area_name
from access_plugin.engine.territory.codes import departements


def communes(*codes, part=1.0):
    """Return as many codes as some départements have communes, or a part of them."""
    return [f"{code}{number:03}" for code in codes for number in range(int(departements()[code].communes * part))]


AURA = ("01", "03", "07", "15", "26", "38", "42", "43", "63", "69", "73", "74")


@pytest.mark.parametrize(
    ("codes", "name"),
    [
        (communes("43"), "Haute-Loire"),
        (communes("43", part=0.95), ""),
        (communes("43", part=1.1), "Haute-Loire"),  # before communes merged
        (communes("43", "15"), "Cantal, Haute-Loire"),
        (communes("43") + communes("15", part=0.5), ""),
        (communes(*AURA), "Auvergne-Rhône-Alpes"),
        (communes(*AURA[:4]), ""),
        (communes("43") + ["7001"], ""),
        (["200071199"], ""),
        ([], ""),
    ],
)
def test_an_area_is_named_where_it_is_whole(codes, name):
    assert area_name(codes) == name


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("drees2019_access_times_15_43_63_69.csv", "DREES 2019"),
        ("temps_drees.csv", "DREES"),
        ("SAE su_smur_sae2023_aura_plus60km", "SAE (DREES) 2023"),
        ("SAE 2023", "SAE 2023"),
        ("ma_liste_code_insee.csv", "ma liste code insee"),
        ("sites_avec_finess.xlsx", "sites avec finess"),
        ("adresses_2024.csv", "adresses 2024"),
        ("drees_2019_maj_2023.csv", "DREES"),
        ("DREES, SU ou SMUR 2019", "DREES, SU ou SMUR 2019"),
        ("bdtopo_v2_rodez.gpkg", "BD TOPO (IGN)"),
    ],
)
def test_a_source_is_called_by_what_its_name_says(name, words):
    assert said(name) == words


def test_of_several_years_none_is_meant():
    assert (year_in("a2019.csv"), year_in("a2019b2023"), year_in("20190101"), year_in("")) == ("2019", "", "", "")
