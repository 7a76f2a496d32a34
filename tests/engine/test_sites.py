"""Tables of sites: headers, checks, messages."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from heard import Heard
from paths import SAMPLE

from access_plugin.engine.errors import InputError
from access_plugin.engine.reading import read_table_file
from access_plugin.engine.sites.formats import table_source
from access_plugin.engine.sites.raw import FIELDS, SiteLog
from access_plugin.engine.sites.role_words import roles_in
from access_plugin.engine.sites.roles import LEGS, ROLE_ROWS, ROLES, legs_of_roles
from access_plugin.engine.sites.table import read_sites
from access_plugin.engine.text import catalogue


def table(**columns):
    return pd.DataFrame({"id": ["1"], "type": ["SU"], "lon": ["3.0"], "lat": ["45.0"]} | columns)


def test_the_sample_list():
    sites = read_sites(*read_table_file(SAMPLE / "sites.csv"))
    assert list(sites.columns) == [*FIELDS, "geometry"]
    assert sites["role"].tolist() == ["SU", "SMUR"]
    assert sites["season"].tolist() == ["all_year", "all_year"]
    assert sites.crs.to_epsg() == 4326
    assert "fictives" in sites["source"].iloc[1]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("separator", [";", ","])
def test_files_as_spreadsheets_write_them(tmp_path, encoding, separator):
    path = tmp_path / "sites.csv"
    lon = "3,5" if separator == ";" else '"3,5"'
    lines = (["ID", "Type", "Nom", "lon", "lat", "nb_mcs"], ["07", "su", "Hôpital d'été", lon, "45", ""])
    path.write_bytes("".join(separator.join(line) + "\n" for line in lines).encode(encoding))
    sites = read_sites(*read_table_file(path))
    row = sites.iloc[0]
    assert (row["id"], row["role"], row["name"], row.geometry.x) == ("07", "SU", "Hôpital d'été", 3.5)
    assert np.isnan(row["doctors"])


def test_lambert_columns_and_english_headers():
    sites = read_sites(
        pd.DataFrame(
            {"id": ["a"], "role": ["MCS"], "name": ["x"], "x_l93": [700000], "y_l93": [6600000], "delay_min": ["2,5"]}
        ),
        "list",
    )
    assert sites.crs.to_epsg() == 2154
    assert sites["delay_min"].tolist() == [2.5]


def test_two_roles_on_one_site_are_two_rows():
    sites = read_sites(table(id=["1", "1"], type=["SU", "SMUR"], lon=["3", "3"], lat=["45", "45"]), "list")
    assert sites["role"].tolist() == ["SU", "SMUR"]


def test_codes_keep_their_zeros_get_lost_ones_back_and_numbers_lose_their_decimals():
    sites = read_sites(table(code_insee=[1451.0], id=["010000024"], lon=["5.2"], lat=["46.2"]), "list")
    assert (sites["insee"].iloc[0], sites["id"].iloc[0]) == ("01451", "010000024")


def test_a_foreign_code_of_four_digits_is_no_french_one_that_lost_its_zero():
    """Geneva has 6621 in Switzerland, and 06621 would be near Nice."""
    sites = read_sites(table(code_insee=["6621"], lon=["6.15"], lat=["46.19"]), "list")
    assert sites["insee"].iloc[0] == "6621"
    near_nice = read_sites(table(code_insee=["6088"], lon=["7.26"], lat=["43.7"]), "list")
    assert near_nice["insee"].iloc[0] == "06088"


def test_a_role_for_all():
    assert read_sites(table().drop(columns="type"), "list", role="CSNP")["role"].tolist() == ["CSNP"]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"type": ["HOPITAL"]}, "unknown role.*HOPITAL"),
        ({"lon": ["here"]}, "lon holds text"),
        ({"lon": [""]}, r"feature 0 has no position: lon or lat is empty.*code_insee"),
        ({"lon": ["45.0"], "lat": ["230"]}, "outside the area"),
        (
            {"id": ["1", "1"], "type": ["SU"] * 2, "lon": ["3"] * 2, "lat": ["45"] * 2},
            "same value in several features: 0, 1",
        ),
        ({"delai_min": ["-3"]}, "delai_min is below 0"),
        ({"saison": ["printemps"]}, "unknown season"),
        ({"nb_mcs": ["two"]}, "nb_mcs holds text"),
        ({"role": ["SU"]}, "several columns for role"),
    ],
)
def test_bad_rows_are_named(changed, words):
    with pytest.raises(InputError, match=words):
        read_sites(table(**changed) if len(changed.get("id", [1])) == 1 else pd.DataFrame(changed), "list")


def test_missing_columns_are_named():
    with pytest.raises(InputError, match="no field “type” .*id"):
        read_sites(table().drop(columns="type"), "list")
    with pytest.raises(InputError, match="lon and lat"):
        read_sites(table().drop(columns="lon"), "list")


def test_a_row_without_a_position_is_told_how_its_commune_places_it():
    unplaced = table(commune=["Ambert"]).drop(columns=["lon", "lat"])
    told = (
        "a column code_insee, or its name and postal code into columns commune and code_postal, and give “Import "
        "sites of care” a layer of communes"
    )
    for placed, rows in ((True, unplaced), (False, unplaced), (True, unplaced.assign(code_postal="63600"))):
        with pytest.raises(InputError, match=told):
            read_sites(rows, "list", placed=placed)


AS_PEOPLE_WRITE = {
    "SU": "Urgences|URGENCES|Service d'urgences|services d’urgence|Service des urgences|SAU|S.A.U.|su|Urgences "
    "(SU)|Service d'accueil des urgences|SU adultes|emergency department",
    "SU_PED": "SU pédiatrique|Urgences pédiatriques|urgences pediatriques|Service des urgences pédiatriques|SU_PED"
    "|su-ped",
    "SMUR": "SMUR|S.M.U.R.|smurs|Service mobile d'urgence et de réanimation|SMUR (service mobile d’urgence et de "
    "réanimation)",
    "SMUR_PED": "SMUR pédiatrique|SMUR-pédiatrique|smur ped",
    "SMUR_ANTENNE": "Antenne SMUR|antenne de SMUR|Antennes du SMUR|ANTENNE-SMUR|SMUR (antenne)|SMUR antenne",
    "AMU": "Antenne de médecine d'urgence|antennes de médecine d’urgence|AMU",
    "HELISMUR": "Hélicoptère / HéliSMUR|HéliSMUR|Héli-SMUR|hélicoptère du SMUR",
    "HELI_ETAT": "Hélicoptère d'État|hélicoptère de l’Etat|Dragon|hélicoptère de la gendarmerie",
    "MCS": "Médecin correspondant du SAMU|médecins correspondants de SAMU|Médecin correspondant|MCS – Médecin "
    "correspondant du SAMU|M.C.S.",
    "CABINET_MONTAGNE": "Cabinet de montagne|Cabinets médicaux de montagne|cabinet médical de montagne",
    "CSNP": "Centre de soins non programmés|centre de soins non-programmés|CSNP|centre médical sans rendez-vous",
    "MMG": "Maison médicale de garde|Maisons médicales de garde|MMG",
    "MSP": "Maison de santé|Maison de santé pluriprofessionnelle|MSP|maison de santé (MSP)",
    "CDS": "Centre de santé|centres de santé|C.D.S.|CDS",
    "SAMU": "SAMU / Centre 15|SAMU - Centre 15|SAMU|centre 15|Samu, centre 15",
}


@pytest.mark.parametrize(("role", "cells"), AS_PEOPLE_WRITE.items())
def test_roles_as_people_write_them(role, cells):
    words = cells.split("|")
    assert {word: roles_in(word) for word in words} == dict.fromkeys(words, (role,))


def test_one_table_says_every_role_and_no_spelling_means_two():
    assert len(set(ROLES)) == len(ROLE_ROWS) == len(AS_PEOPLE_WRITE)
    for role in ROLE_ROWS:
        # what a message lists is understood too
        for spelling in (role.code, role.meaning, catalogue("fr")[role.meaning], *role.spellings.split(",")):
            assert roles_in(spelling) == (role.code,), spelling


@pytest.mark.parametrize(
    "cell",
    [
        "hôpital",
        "hélicoptère",
        "antenne",
        "structure d'urgence",
        "maison médicale",
        "centre de soins",
        "médecin",
        "Urgences (fermées)",
        "SU, hôpital",
        "hélicoptère, SMUR",
        "ancien SMUR",
        "de",
        "SU SMUR " * 20,
    ],
)
def test_what_may_mean_several_things_or_none_is_not_guessed(cell):
    assert roles_in(cell) == ()
    with pytest.raises(
        InputError,
        match=r"unknown role in feature 0 \(.+\)\. The roles are: SU \(emergency department\), .*MCS \(correspondent "
        r"doctor of the SAMU\)",
    ):
        read_sites(table(type=[cell]), "list")


@pytest.mark.parametrize(
    "cell",
    [
        "SU, SMUR",
        "SU + SMUR",
        "SU/SMUR",
        "SU et SMUR",
        "SU-SMUR",
        "SU SMUR",
        "urgences et SMUR",
        "SU, SMUR, SU",
        "SU\nSMUR",
    ],
)
def test_several_roles_in_one_cell_are_a_site_of_each(cell):
    heard = Heard()
    rows = pd.DataFrame(
        {"id": ["a", "b", "c"], "type": ["SU", cell, "MCS"], "lon": 3.0, "lat": 45.0, "delai_min": ["", "0", "4"]},
        index=[2, 3, 4],
    )
    sites = read_sites(rows, "list", progress=heard.progress)
    assert (
        list(zip(sites["id"], sites["role"])) == [("a", "SU"), ("b", "SU"), ("b", "SMUR"), ("c", "MCS")]
        and sites.index.is_unique
    )
    assert any("1 cell names several roles" in text for text in heard.said)
    with pytest.raises(
        InputError, match=r"several roles share one delay \(delay_min\) in feature 3\. Write one row for each role"
    ):
        read_sites(rows.assign(delai_min=["", "2", "4"]), "list")
    with pytest.raises(InputError, match=r"unknown role in feature 4 \(hôpital\)"):
        read_sites(rows.assign(type=["SU", cell, "hôpital"]), "list")


def test_a_feature_with_two_roles_that_closed_is_left_out_with_both():
    rows = pd.DataFrame(
        {"id": ["a", "b"], "type": ["SU, SMUR", "SU, SMUR"], "lon": 3.0, "lat": 45.0, "date_fin": ["2020-01-01", ""]}
    )
    log = SiteLog()
    source = table_source(rows, "list", log)
    assert list(zip(source.rows["id"], source.rows["role"])) == [("b", "SU"), ("b", "SMUR")]
    assert [(row["id"], row["role"]) for row in log.rows] == [("a", "SU"), ("a", "SMUR")]


def test_what_was_read_as_which_role_is_said_once_and_codes_need_no_word():
    heard = Heard()
    rows = pd.DataFrame(
        {"id": range(5), "type": ["Urgences", "SAU", "Urgences", "smur", "Antenne SMUR"], "lon": 3.0, "lat": 45.0}
    )
    assert read_sites(rows, "list", progress=heard.progress)["role"].tolist() == [
        "SU",
        "SU",
        "SU",
        "SMUR",
        "SMUR_ANTENNE",
    ]
    assert [line for line in heard.said if "were read as" in line] == [
        "list: its words were read as the roles SU (“Urgences”, “SAU”), SMUR_ANTENNE (“Antenne SMUR”)."
    ]
    heard = Heard()
    read_sites(table(), "list", progress=heard.progress)
    assert not [line for line in heard.said if "were read as" in line]


def test_ten_ids_at_most():
    rows = pd.DataFrame({"id": range(40), "role": "XX", "lon": 3.0, "lat": 45.0})
    with pytest.raises(InputError) as error:
        read_sites(rows, "list")
    assert "0, 1, 2, 3, 4, 5, 6, 7, 8, 9 … (40 in all)" in str(error.value)


def test_a_layer_of_lines_is_no_layer_of_sites():
    with pytest.raises(InputError, match="lines: feature 0 is not a point"):
        read_sites(
            gpd.GeoDataFrame({"role": ["SU"]}, geometry=[shapely.LineString([(0, 0), (1, 1)])], crs=4326), "lines"
        )


def test_every_leg_has_known_roles_and_a_direction():
    for leg in LEGS:
        assert set(leg.roles) <= set(ROLES)
        assert leg.direction in ("inbound", "outbound")
    assert {leg.direction for leg in legs_of_roles(["AMU"])} == {"inbound", "outbound"}
    assert [leg.direction for leg in legs_of_roles(["MCS"])] == ["outbound"]
    assert [leg.direction for leg in legs_of_roles(["CSNP", "SU"])] == ["inbound"]


def test_a_number_sign_a_blank_line_and_a_trailing_separator_lose_nothing(tmp_path):
    (tmp_path / "s.csv").write_text(
        "id;type;nom;lon;lat;delai_min;\n1;SU;Hôpital n#2;3;45;12;\n\n2;MCS;x;3;45;1;\n", encoding="utf-8"
    )
    table, name = read_table_file(tmp_path / "s.csv")
    assert table.index.tolist() == [2, 4]
    sites = read_sites(table, name)
    assert sites["name"].tolist() == ["Hôpital n#2", "x"]
    assert sites["delay_min"].tolist() == [12, 1]


def test_decimal_commas_between_commas_are_explained(tmp_path):
    (tmp_path / "s.csv").write_text("id,type,lon,lat\n1,SU,9,52,47,13\n")
    with pytest.raises(InputError, match="decimal commas need"):
        read_table_file(tmp_path / "s.csv")


def test_a_table_loaded_as_a_layer_without_shapes_has_its_coordinates_read():
    layer = gpd.GeoDataFrame({"id": ["1"], "type": ["SU"], "lon": ["9,5"], "lat": ["47"]}, geometry=[None])
    assert read_sites(layer, "layer").geometry.iloc[0].x == 9.5
