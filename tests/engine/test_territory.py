"""Areas of one year against communes of another, levels, indicators."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from heard import Heard
from shapely import box

from access_plugin.engine.errors import InputError
from access_plugin.engine.reading import read_table_file, read_vector_file
from access_plugin.engine.territory.communes import read_communes, stacked
from access_plugin.engine.territory.indicators import joined, read_indicator
from access_plugin.engine.territory.levels import (
    administrative_levels,
    by_level,
    communes_level,
    level_of_tables,
    read_levels,
)
from access_plugin.engine.territory.passage import read_passage, reconcile

# Codes


# Communes


def square(x, y, side=1.0):
    return box(x, y, x + side, y + side)


OLD = {
    "INSEE_COM": ["01001", "01002", "01003", "01004"],
    "NOM": list("ABCD"),
    "POPULATION": [10, 20, 30, 40],
    "INSEE_DEP": ["01"] * 4,
}
NEW = {
    "code_insee": ["01001", "01002", "01003", "01004"],
    "nom_officiel": list("ABCD"),
    "population": [10, 20, 30, 40],
    "code_insee_du_departement": ["01"] * 4,
    "codes_siren_des_epci": ["200042935", "200042935/200000001", "NR", "200042935"],
    "code_postal": ["01000"] * 4,
}


@pytest.mark.parametrize("columns", [OLD, NEW])
def test_admin_express_old_and_new(columns):
    shapes = [square(5 + k, 45) for k in range(4)]
    communes = read_communes(gpd.GeoDataFrame(columns, geometry=shapes, crs=4326), "ADMIN EXPRESS")
    assert communes.table.index.tolist() == ["01001", "01002", "01003", "01004"]
    assert communes.table["population"].tolist() == [10, 20, 30, 40]
    assert communes.table["departement"].unique().tolist() == ["01"]
    assert communes.table["precision"].unique().tolist() == ["centre"]
    assert shapely.area(communes.areas.to_numpy()).tolist() == pytest.approx([1] * 4)
    if "codes_siren_des_epci" in columns:
        assert communes.table["epci"].tolist() == ["200042935", "200042935", "", "200042935"]


def test_insee_s_codes_in_two_columns_and_arrondissements():
    table = pd.DataFrame(
        {
            "CODDEP": ["01", "69", "69", "69"],
            "CODCOM": ["1", "381", "382", "266"],
            "COM": ["A", "Lyon 1er Arrondissement", "Lyon 2e Arrondissement", "V"],
            "PMUN": ["5", "6", "7", "8"],
        }
    )
    communes = read_communes(table, "donnees_communes")
    assert communes.table["population"].to_dict() == {"01001": 5, "69123": 13, "69266": 8}
    assert communes.table.at["69123", "name"] == "Lyon"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda table: table.rename(columns={"code": "x"}), "has no code of commune. Its fields are: x, nom"),
        (
            lambda table: table.assign(code=["01001", "01001"]),
            "the field code has the same value in several features: 0, 1",
        ),
        (lambda table: table.assign(code=["01001", ""]), "is empty in row 1. Fill it in or delete this row"),
        (
            lambda table: table.assign(pop=["1", "beaucoup"]),
            r"holds text where a number is needed \(beaucoup\), feature 1",
        ),
    ],
)
def test_communes_that_cannot_be_used(change, words):
    with pytest.raises(InputError, match=words):
        read_communes(change(pd.DataFrame({"code": ["01001", "01002"], "nom": ["a", "b"], "pop": ["1", "2"]})), "list")


# One year's areas, another year's communes


def drawn(codes, **columns):
    shapes = [square(5 + k, 45) for k in range(len(codes))]
    return read_communes(
        gpd.GeoDataFrame({"code": codes, "nom": codes} | columns, geometry=shapes, crs=4326), "contours"
    )


def today(rows):
    return read_communes(pd.DataFrame(rows, columns=["code", "nom", "pop", "lon_cheflieu", "lat_cheflieu"]), "today")


def test_mergers_partings_and_new_codes_lose_nobody():
    """01091 is in 01033 today (INSEE); 01500 parted from 01034; 01600 has a new code and is found by its point.

    01035 is as it was.
    """
    areas = drawn(["01033", "01091", "01034", "01035", "01036"])
    communes = today(
        [
            ("01033", "Valserhône", 100, 5.5, 45.5),
            ("01034", "x", 30, 7.2, 45.5),
            ("01500", "y", 4, 7.8, 45.5),
            ("01035", "z", 5, 8.5, 45.5),
            ("01600", "w", 7, 9.5, 45.5),
        ]
    )
    heard = Heard()
    whole = reconcile(areas, communes, progress=heard.progress)
    units = whole.units.set_index("code")
    assert units["population"].to_dict() == {"01033": 100, "01034": 34, "01035": 5, "01600": 7}
    assert units.at["01034", "communes"] == "01034,01500"
    assert units.at["01033", "geometry"].area == pytest.approx(2)
    assert shapely.area(units.geometry.to_numpy()).sum() == pytest.approx(5)
    assert whole.report["how"].tolist() == ["passage", "geometry", "geometry"]
    assert "5 communes (146 people) make 4 territories (146 people)" in heard.said[0]


def test_what_matches_nothing_is_told_and_other_departements_are_left_out():
    heard = Heard()
    whole = reconcile(
        drawn(["01001", "01999"]),
        today([("01001", "a", 1, 5.5, 45.5), ("01002", "b", 9, 20, 45.5), ("38001", "c", 5, 5.5, 45.5)]),
        progress=heard.progress,
    )
    assert whole.units["population"].sum() == 1
    assert "1 commune (5 people) of other départements was left out." in heard.said
    assert heard.warned[0].startswith("1 commune (9 people) has no area: 01002.")
    assert heard.warned[1].startswith("1 area belongs to no commune of the list: 01999.")


def test_a_passage_table_of_one_s_own_goes_first():
    own = read_passage(pd.DataFrame({"ancien": ["01091"], "nouveau": ["01034"]}), "passage")
    communes = today([("01033", "a", 1, 5.5, 45.5), ("01034", "b", 2, 7.5, 45.5)])
    units = reconcile(drawn(["01033", "01091", "01034"]), communes, own=own).units.set_index("code")
    assert dict(zip(units.index, shapely.area(units.geometry.to_numpy()))) == pytest.approx({"01033": 1, "01034": 2})
    with pytest.raises(InputError, match="no columns “old” and “new”"):
        read_passage(pd.DataFrame({"a": ["1"]}), "passage")


def test_nothing_in_common_is_an_error():
    with pytest.raises(InputError, match="Of 1 area of contours, none matches"):
        reconcile(drawn(["01999"]), today([("01001", "a", 1, 0, 0)]))


def test_random_mergers_keep_every_inhabitant():
    """Property: however areas merge and part, people and areas are kept whole."""
    chance = np.random.default_rng(5)
    for _ in range(30):
        count = int(chance.integers(3, 12))
        codes = [f"0{1000 + k}" for k in range(count)]
        areas = drawn(codes)
        group = chance.integers(0, count, count)
        own = {
            codes[k]: codes[group[k]] for k in range(count) if group[k] in group[group] and codes[group[k]] != codes[k]
        }
        alive = sorted(set(codes) - set(own))
        own = {old: new for old, new in own.items() if new in alive}
        alive = sorted(set(codes) - set(own))
        people = chance.integers(0, 100, len(alive))
        whole = reconcile(
            areas,
            today([(code, code, int(n), 5.5 + codes.index(code), 45.5) for code, n in zip(alive, people)]),
            own=own,
        )
        assert whole.units["population"].sum() == people.sum()
        assert shapely.area(whole.units.geometry.to_numpy()).sum() == pytest.approx(count)
        assert sorted(",".join(whole.units["communes"]).split(",")) == alive


@pytest.fixture(scope="module")
def region(shared):
    areas = stacked(
        [
            read_communes(*read_vector_file(path))
            for path in sorted(shared("aura/communes_2018").glob("communes-*.geojson"))
        ]
    )
    return areas, read_communes(*read_table_file(shared("aura/communes_2025.csv")))


def test_the_region_of_2018_and_of_today(region):
    areas, communes = region
    assert (len(areas.table), len(communes.table)) == (4092, 4025)
    whole = reconcile(areas, communes)
    assert whole.units["population"].sum() == communes.table["population"].sum() == 8205557
    assert sorted(",".join(whole.units["communes"]).split(",")) == sorted(communes.table.index)
    assert whole.report["how"].value_counts().to_dict() == {"passage": 72, "geometry": 4}
    several = whole.units[whole.units["communes"].str.contains(",")]
    assert several["communes"].tolist() == ["15031,15035,15047,15141,15171"]
    before = areas.areas.to_crs(2154).area.sum()
    # contours of neighbours overlap by slivers
    assert whole.units.geometry.to_crs(2154).area.sum() == pytest.approx(before, rel=1e-4)
    departement = by_level(whole.units, administrative_levels(pd.Series(communes.table.index))[0])
    assert len(departement) == 12
    assert departement["population"].sum() == 8205557
    assert departement["communes"].sum() == 4025


def test_codes_of_departement_and_commune_apart():
    """INSEE's "ensemble" of legal populations; a code that is whole stays so beside a département."""
    table = pd.DataFrame(
        {
            "Code région": ["84", "84", "94", "01"],
            "Code département": ["1", "01", "2A", "971"],
            "Code commune": ["1", "402", "004", "101"],
            "Nom de la commune": list("ABCD"),
            "Population municipale": ["1 200", "30", "5", "7"],
            "Population totale": ["1 250", "31", "6", "8"],
        }
    )
    communes = read_communes(table, "ensemble.xlsx")
    assert communes.table["population"].to_dict() == {"01001": 1200, "01402": 30, "2A004": 5, "97101": 7}
    short = pd.DataFrame({"DEP": ["", "01"], "CODCOM": ["002", "402"], "PMUN": [1, 2]})
    with pytest.raises(InputError, match=r"holds no commune code in row 0 \(002\)"):  # it was 00202
        read_communes(short, "list.csv")
    total = pd.DataFrame({"DEP": ["01", ""], "CODCOM": ["402", ""], "PMUN": [2, 2]})  # which was a commune 00000
    with pytest.raises(InputError, match="the field CODCOM is empty in row 1"):
        read_communes(total, "list.csv")
    whole = read_communes(short.assign(CODCOM=["01002", "01402"]), "list.csv")
    assert whole.table.index.tolist() == ["01002", "01402"]
    whole = read_communes(table.assign(**{"Code commune": ["1001", "01402", "2A004", "97101"]}), "list.csv")
    assert whole.table.index.tolist() == communes.table.index.tolist()


def test_four_digits_far_from_their_departement_are_no_french_code():
    table = pd.DataFrame({"code": ["7001", "7002"], "name": ["Vaduz", "Triesen"]})
    shapes = [square(9.5, 47.1, 0.05), square(9.5, 47.0, 0.05)]
    with pytest.raises(InputError, match="code holds no commune code in rows 0, 1 \\(7001, 7002\\)"):
        read_communes(gpd.GeoDataFrame(table, geometry=shapes, crs=4326), "communes.geojson")
    in_ardeche = gpd.GeoDataFrame(table, geometry=[square(4.5, 44.7, 0.05), square(4.6, 44.7, 0.05)], crs=4326)
    assert read_communes(in_ardeche, "communes.geojson").table.index.tolist() == ["07001", "07002"]
    assert read_communes(table, "list.csv").table.index.tolist() == ["07001", "07002"]  # nothing says where they lie


def test_a_file_given_twice_is_told(region):
    with pytest.raises(InputError, match="stand in several files"):
        stacked([region[0], region[0]])


# Levels


def test_levels_from_a_table_of_codes():
    heard = Heard()
    table = pd.DataFrame(
        {
            "CODGEO": ["01001", "01002", "1003"],
            "EPCI": ["200", "200", "300"],
            "LIBEPCI": ["E1", "E1", "E2"],
            "tvs": ["T1", "T2", ""],
        }
    )
    levels = {level.key: level for level in read_levels(table, "codes", progress=heard.progress)}
    assert levels["epci"].of_commune == {"01001": "200", "01002": "200", "01003": "300"}
    assert levels["epci"].names == {"200": "E1", "300": "E2"}
    assert levels["tvs"].of(pd.Series(["01001", "01003", "69381"])).tolist() == ["T1", "", ""]
    units = gpd.GeoDataFrame(
        {
            "code": ["01001", "01002"],
            "name": ["a", "b"],
            "communes": ["01001", "01002,01003"],
            "population": [10.0, 20.0],
        },
        geometry=[square(0, 0), square(1, 0)],
        crs=4326,
    )
    joined_up = by_level(units, levels["epci"], progress=heard.progress)
    assert joined_up[["code", "name", "population", "communes"]].to_numpy().tolist() == [["200", "E1", 30.0, 3]]
    assert "went whole to one of them: 01002" in heard.warned[-1]
    assert communes_level(units)["communes"].tolist() == [1, 2]


def test_tables_of_codes_that_cannot_be_used():
    with pytest.raises(InputError, match="no table of codes"):
        read_levels(pd.DataFrame({"code": ["01001"], "nom": ["a"]}), "codes")
    with pytest.raises(InputError, match="belong to two territories of the level epci"):
        read_levels(pd.DataFrame({"code": ["01001", "01001"], "epci": ["1", "2"]}), "codes")
    with pytest.raises(InputError, match="Nothing says the pdsa"):
        level_of_tables("pdsa", [], pd.Series({"01001": ""}), pd.Series(["01001"]))


# Official figures


def test_the_apl_of_drees_and_a_zoning():
    apl = read_indicator(
        pd.DataFrame(
            {
                "Code commune INSEE": ["01001", "1002"],
                "Commune": ["a", "b"],
                "APL aux médecins généralistes": ["2,5", ""],
                "APL aux médecins généralistes de 65 ans et moins": ["2", "1"],
            }
        ),
        "APL",
    )
    assert (apl.kind, apl.values.to_dict()) == ("apl", {"01001": 2.5})
    zoning = read_indicator(
        pd.DataFrame(
            {
                "code_tvs": ["T1", "T2", "T3", "T4"],
                "zonage": ["ZIP", "Zone d'action complémentaire", "hors zonage", "ZV - vigilance"],
            }
        ),
        "arrêté",
    )
    assert zoning.values.to_dict() == {"T1": "ZIP", "T2": "ZAC", "T3": "HC", "T4": "ZV"}
    territories = gpd.GeoDataFrame({"code": ["T1", "T9"]}, geometry=[square(0, 0), square(1, 0)], crs=4326)
    assert joined(territories, zoning, "arrêté")["zone"].isna().tolist() == [False, True]


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        (
            {"code": ["01001"], "zonage": ["ZAZ"]},
            r"unknown classes in row 0 \(ZAZ\). The classes are: ZIP, ZAC, ZV, HC",
        ),
        ({"code": ["01001", "01001"], "zonage": ["ZIP", "ZAC"]}, "same value in several features: 0, 1"),
        ({"code": ["01001"], "x": ["1"]}, "Say which one holds the values"),
    ],
)
def test_indicators_that_cannot_be_used(columns, words):
    with pytest.raises(InputError, match=words):
        read_indicator(pd.DataFrame(columns), "table")


def test_a_table_of_another_level_is_told():
    zoning = read_indicator(pd.DataFrame({"code": ["T1"], "zonage": ["ZIP"]}), "table")
    with pytest.raises(InputError, match="none of its codes is that of a territory"):
        joined(pd.DataFrame({"code": ["01001"]}), zoning, "table")


def test_the_place_of_a_commune_is_that_of_its_successor():
    communes = today([("69123", "Lyon", 1, 4.83, 45.76)])
    assert communes.place("69381") == (4.83, 45.76)
    assert communes.place("01001") is None
