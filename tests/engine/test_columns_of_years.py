"""Which of several like columns is taken: the latest year, all ages, all classes; and what a table need not say."""

import geopandas as gpd
import pandas as pd
import pytest
from heard import Heard

from access_plugin.engine.errors import InputError
from access_plugin.engine.population.seasonal import add_seasonal_people, read_capacity
from access_plugin.engine.reading import best_header
from access_plugin.engine.territory.indicators import read_indicator
from access_plugin.engine.territory.levels import read_levels


def test_second_homes_are_those_of_the_latest_year_and_hotels_all_of_them():
    homes = pd.DataFrame({"code": ["43001"], "P10_RSECOCC": [50], "P21_RSECOCC": [100], "P15_RSECOCC": [80]})
    rooms = pd.DataFrame({"code": ["43001"], "HTCH024": [5], "HTCH24": [40], "HTCH124": [35]})
    found = read_capacity([(homes, "rp"), (rooms, "tourisme")])
    assert found.loc["43001", ["second_homes", "hotel_rooms"]].tolist() == [100, 40]


@pytest.mark.parametrize("code", [43001, "43001", 43001.0])
def test_people_of_the_seasons_find_their_commune_by_a_number_too(code):
    capacity = read_capacity([(pd.DataFrame({"code": ["43001"], "P21_RSECOCC": [100]}), "rp")])
    places = gpd.GeoDataFrame({"code": [code], "population": [10.0]}, geometry=gpd.points_from_xy([4], [45]), crs=4326)
    found = add_seasonal_people(places, capacity, winter_share=1.0, summer_share=0.5)
    assert found["winter_population"].tolist() == [510.0] and found["summer_population"].tolist() == [260.0]


ALL = "APL aux médecins généralistes (tous âges)"
SOME = ("APL aux médecins généralistes de 65 ans et moins", "APL aux médecins généralistes de 62 ans et moins")


@pytest.mark.parametrize("columns", [(ALL, *SOME), (*SOME, ALL)])
def test_the_apl_is_that_of_all_doctors(columns):
    """65 was read as the year 1965."""
    table = pd.DataFrame({"Code commune INSEE": ["43001"]} | {name: [3.5 if name == ALL else 2.4] for name in columns})
    assert read_indicator(table, "apl.csv").values.to_dict() == {"43001": 3.5}


@pytest.mark.parametrize(
    ("pattern", "words", "best"),
    [
        ("p\\d\\d_pop", ["p68_pop", "p21_pop", "p99_pop"], "p21_pop"),
        ("pop.*", ["pop_75_ans_et_plus", "pop_2015", "pop_2021"], "pop_2021"),
        ("pop.*", ["pop_75_ans_et_plus_2021", "pop"], "pop"),
    ],
)
def test_the_latest_year_of_all_ages(pattern, words, best):
    assert best_header(pattern, words) == best


def test_numbers_of_a_column_that_was_chosen_are_an_apl_whatever_it_is_called():
    name = "Accessibilité potentielle localisée (APL) aux médecins généralistes"
    table = pd.DataFrame({"code": ["43001.0", "43002"], name: ["1,837", "4,983"]})
    found = read_indicator(table, "t.csv", variable=name)
    assert (found.kind, found.values.to_dict()) == ("apl", {"43001": 1.837, "43002": 4.983})


@pytest.mark.parametrize("words", ["ZIP", "ZIP - Zone d'intervention", "Zone d’intervention prioritaire (ZIP)"])
def test_a_class_of_the_zoning_is_known_by_its_letters_at_either_end(words):
    table = pd.DataFrame({"Code INSEE de la commune": ["43001"], "Zonage": [words]})
    assert read_indicator(table, "z.csv").values.to_dict() == {"43001": "ZIP"}


@pytest.mark.parametrize("words", ["Hors ZIP", "non ZIP", "2", "2021"])
def test_a_class_is_never_guessed(words):
    table = pd.DataFrame({"code": ["43001"], "zonage": [words]})
    with pytest.raises(InputError, match="unknown classes in row 0"):
        read_indicator(table, "z.csv")
    with pytest.raises(InputError, match="unknown classes in row 0"):
        read_indicator(table, "z.csv", variable="zonage")


def test_an_apl_may_be_unknown_somewhere():
    table = pd.DataFrame({"code": ["43001", "43002"], "Accessibilité": ["1,8", "nc"]})
    assert read_indicator(table, "t.csv", variable="Accessibilité").values.to_dict() == {"43001": 1.8}


def test_a_table_of_epci_with_departements_keeps_their_names_and_knows_who_is_in_none():
    """INSEE's own: DEP and REG say what the codes say; ZZZZZZZZZ is no EPCI."""
    heard = Heard()
    table = {"CODGEO": ["43001", "43002"], "EPCI": ["200073419", "ZZZZZZZZZ"], "LIBEPCI": ["Le Puy", "Sans objet"]}
    (epci,) = read_levels(pd.DataFrame(table | {"DEP": ["43"] * 2, "REG": ["84"] * 2}), "epci", progress=heard.progress)
    assert epci.of_commune == {"43001": "200073419"}
    own = pd.DataFrame(table | {"DEP": ["43", "15"]})  # which is not what the codes say
    assert {level.key for level in read_levels(own, "t")} == {"epci", "departement"}
