"""Tables as people have them.

Dates, sheets, headers, codes, letters, thousands and hours as programs and hands write them; each with the value that
is right.
"""

import datetime
import json

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import pytest
from heard import Heard
from shapely import MultiPoint, Point
from workbooks import workbook

from access_plugin.engine.errors import InputError
from access_plugin.engine.placement.request import read_candidates
from access_plugin.engine.population.places import read_population
from access_plugin.engine.population.sources import _with_points as read_points
from access_plugin.engine.population.sources import read_people
from access_plugin.engine.reading import _geojson, read_table_file, read_vector_file, without_collections
from access_plugin.engine.sites.formats import read_source
from access_plugin.engine.sites.hours import open_minutes
from access_plugin.engine.sites.raw import SiteLog
from access_plugin.engine.sites.table import as_date, read_sites
from access_plugin.engine.tables import check_points, counts_of_people, numbers, texts
from access_plugin.engine.territory.areas import read_territories
from access_plugin.engine.territory.codes import commune_codes, finess_numbers
from access_plugin.engine.territory.communes import read_communes


@pytest.mark.parametrize(
    "text",
    [
        "2025-01-31",
        "2025/01/31",
        "31/01/2025",
        "31-01-2025",
        "31.01.2025",
        "31/1/2025",
        "2025-01-31 00:00:00",
        "2025/1/31",
        "31 janvier 2025",
        "45688",
        "45688.0",
    ],
)
def test_dates_as_lists_write_them(text):
    assert as_date(text) == datetime.date(2025, 1, 31)


@pytest.mark.parametrize("text", ["", "bientôt", "31/02/2025", "1 brumaire 2025", "12", "99999", "2025-13-01"])
def test_what_is_no_date(text):
    assert as_date(text) is None


def test_the_first_of_a_month_and_a_month_with_an_accent():
    assert as_date("1er août 2026") == datetime.date(2026, 8, 1) and as_date("15 février 2026") == datetime.date(
        2026, 2, 15
    )


HEADER, ROW = ["id", "type", "nom", "lon", "lat"], ["1", "SU", "A", "3,9", "45"]


def test_a_sheet_of_notes_is_no_list_whatever_year_it_bears(tmp_path):
    path = workbook(tmp_path / "liste.xlsx", Sites_2026=[HEADER, ROW], Notes_2027=[["type", "commentaire"], ["x", "y"]])
    assert read_source(path, SiteLog()).rows["id"].tolist() == ["1"]


def test_of_two_lists_the_later_year_counts(tmp_path):
    path = workbook(tmp_path / "liste.xlsx", Sites_2025=[HEADER, ROW], Sites_2026=[HEADER, ["2", *ROW[1:]]])
    assert read_source(path, SiteLog()).rows["id"].tolist() == ["2"]


def test_several_points_are_no_place():
    with pytest.raises(InputError, match="feature 0 holds several points"):
        check_points(gpd.GeoDataFrame({"a": [1]}, geometry=[MultiPoint([(3, 45), (4, 45)])], crs=4326), "p")
    one = check_points(gpd.GeoDataFrame({"a": [1]}, geometry=[MultiPoint([(3, 45)])], crs=4326), "p")
    assert one.geometry.iloc[0] == Point(3, 45)


@pytest.mark.parametrize("code", ["69382", "69123", "43157"])
def test_communes_and_arrondissements_that_stand_twice_are_refused_alike(code):
    table = pd.DataFrame({"CODGEO": ["69381", code, code], "PMUN2021": ["29000", "31000", "31000"]})
    with pytest.raises(InputError, match="has the same value in several features: 1, 2"):
        read_communes(table, "p.csv")


def test_arrondissements_are_joined_once():
    assert read_communes(pd.DataFrame({"CODGEO": ["69381", "69382"], "PMUN2021": ["29000", "31000"]}), "p.csv").table[
        "population"
    ].to_dict() == {"69123": 60000}


def test_codes_that_went_through_a_column_of_numbers():
    codes = pd.Series(["43157.0", "1053.0", "2A004", "01053,0", 1053.0], name="CODGEO", dtype=object)
    assert commune_codes(codes, "p").tolist() == ["43157", "01053", "2A004", "01053", "01053"]
    assert finess_numbers(
        pd.Series(["10000024.0", "430000018.0", "430 000 018"], name="finess", dtype=object), "p"
    ).tolist() == ["010000024", "430000018", "430000018"]


@pytest.mark.parametrize(
    ("number", "label"),
    [
        ("N° FINESS", "Raison sociale"),
        ("FINESS ET", "Nom de l’établissement"),
        ("nofinesset", "rs"),
        ("Numéro FINESS", "Établissement"),
        ("finess", "nom"),
    ],
)
def test_headers_of_the_lists_that_agencies_send(number, label):
    table = pd.DataFrame(
        [["10000024", "SU", "CH", "43157", "3,885", "45,043"]],
        columns=[number, "Type", label, "Code commune INSEE", "Longitude", "Latitude"],
    )
    site = read_sites(table, "liste").iloc[0]
    assert (site["id"], site["name"], site["insee"]) == ("010000024", "CH", "43157")


def test_a_further_header_gives_way_to_the_one_that_means_the_field():
    table = pd.DataFrame(
        [["1", "SU", "Site du Puy", "Centre hospitalier Émile-Roux", "3,885", "45,043"]],
        columns=["id", "type", "nom", "raison sociale", "lon", "lat"],
    )
    assert read_sites(table, "liste")["name"].tolist() == ["Site du Puy"]


def test_a_column_of_activities_is_no_role():
    table = pd.DataFrame(
        [["A", "Médecine générale", "3,885", "45,043"]], columns=["nom", "Activité", "Longitude", "Latitude"]
    )
    assert read_sites(table, "liste", role="MCS")["role"].tolist() == ["MCS"]


def test_a_number_of_another_body_is_no_finess():
    table = pd.DataFrame(
        [["10000001", "SU", "430000018", "3,885", "45,043"]],
        columns=["identifiant", "Type", "N° FINESS EJ", "Longitude", "Latitude"],
    )
    assert read_sites(table, "liste")["id"].tolist() == ["10000001"]


@pytest.mark.parametrize("header", ["date_fin", "Date de fermeture", "Date de fin"])
def test_who_has_closed_is_left_out_whatever_the_column_is_called(tmp_path, header):
    (tmp_path / "l.csv").write_text(
        f"id;type;lon;lat;{header}\n1;SU;3,9;45;01/01/2020\n2;SU;3,9;45;\n", encoding="utf-8"
    )
    assert read_source(tmp_path / "l.csv", SiteLog()).rows["id"].tolist() == ["2"]


@pytest.mark.parametrize("written", ["5", "5 min", "5min", "5 minutes", "5 mn", "5'", "5’", "5,0 Min.", 5])
def test_a_delay_may_bear_its_unit(written):
    table = pd.DataFrame({"type": ["SMUR"], "lon": ["5"], "lat": ["45"], "Délai (min)": [written]})
    assert read_sites(table, "list")["delay_min"].tolist() == [5.0]
    places = gpd.GeoDataFrame({"delay_min": [written]}, geometry=gpd.points_from_xy([5], [45]), crs=4326)
    assert read_candidates(places, "places")["delay_min"].tolist() == [5.0]


@pytest.mark.parametrize(
    ("header", "value", "words"),
    [
        ("Délai min", "1h", r"the field Délai min holds text where a number is needed \(1h\), feature 3"),
        ("NB_MCS", "deux", r"the field NB_MCS holds text where a number is needed \(deux\), feature 3"),
        ("Longitude", "cinq", r"the field Longitude holds text where a number is needed \(cinq\), feature 3"),
        ("Longitude", "", "feature 3 has no position: Longitude or Latitude is empty"),
    ],
)
def test_a_field_is_called_as_its_owner_calls_it(header, value, words):
    row = {"type": "SMUR", "Longitude": "5", "Latitude": "45"} | {header: value}
    with pytest.raises(InputError, match=words):
        read_sites(pd.DataFrame([row], index=[3]), "list")


def test_minutes_and_seconds_are_no_thousands():
    with pytest.raises(InputError, match="holds text where a number is needed"):
        numbers(pd.DataFrame({"d": ["1'30"]}), "d", "t")


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8"])
def test_letters_of_shapefiles_that_do_not_say_their_encoding(tmp_path, encoding):
    name = "Sœurs de l’Été – Le Puy"
    blank = "X" * len(name.encode(encoding))
    gpd.GeoDataFrame({"NOM": [blank, None]}, geometry=[Point(3, 45), Point(4, 45)], crs=4326).to_file(
        tmp_path / "s.shp", engine="pyogrio"
    )
    (tmp_path / "s.dbf").write_bytes((tmp_path / "s.dbf").read_bytes().replace(blank.encode(), name.encode(encoding)))
    (tmp_path / "s.cpg").unlink(missing_ok=True)
    assert read_vector_file(tmp_path / "s.shp")[0]["NOM"].iloc[0] == name


@pytest.mark.parametrize(
    ("written", "people"),
    [
        ("18 995", 18995),
        ("18\u202f995", 18995),
        ("18'995", 18995),
        ("18’995", 18995),
        ("18,5", 18.5),
        ("18995", 18995),
        ("0,125", 0.125),
    ],
)
def test_numbers_of_people(written, people):
    assert counts_of_people(pd.DataFrame({"p": [written, "7"]}), "p", "t").tolist() == [people, 7]


@pytest.mark.parametrize("written", ["18,995", "1.234", "1,234,567"])
def test_thousands_that_could_be_decimals_are_asked_about(written):
    with pytest.raises(InputError, match=r"field p holds .*thousands or decimals\?"):
        counts_of_people(pd.DataFrame({"p": [written, "7"]}), "p", "t")
    with pytest.raises(InputError, match="thousands or decimals"):
        read_communes(pd.DataFrame({"CODGEO": ["43157"], "PMUN2021": [written]}), "p.csv")
    with pytest.raises(InputError, match="thousands or decimals"):
        read_population(
            gpd.GeoDataFrame({"code": ["a"], "population": [written]}, geometry=[Point(3, 45)], crs=4326), "p"
        )


def test_decimals_beside_such_a_number_settle_it():
    assert counts_of_people(pd.DataFrame({"p": ["18,995", "7,5"]}), "p", "t").tolist() == [18.995, 7.5]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("lundi au vendredi 8h-20h", 60),
        ("24h/24 et 7j/7", 168),
        ("7j/7, 24h/24", 168),
        ("L-V 8h-20h", 60),
        ("Mo-Fr 8-20", 60),
        ("Lu-Ve 8h-20h, Sa 8h30-12h", 63.5),
        ("du lundi au vendredi de 8h à 20h", 60),
        ("7j/7 8h-20h", 84),
        ("lundi et jeudi 9h-12h et 14h-18h", 14),
        ("samedi : 8h-12h", 4),
        ("week-end 8h-20h", 24),
        ("WE 8h-20h", 24),
        ("We 08:00-20:00", 12),
        ("L-V 8-12,14-18", 40),
        ("tous les jours 9h00 à 17h00", 56),
        ("L-D 8-20", 84),
        ("lun-ven 8h30-18h30; sam 9h-12h", 53),
        ("24h sur 24", 168),
        ("H24 7j/7", 168),
        ("8h30 - 12h30", 28),
        ("Mo-Fr 08:00-20:00; PH off", 60),
        ("20:00-08:00", 84),
    ],
)
def test_hours_as_french_people_write_them(text, hours):
    assert open_minutes(text).sum() / 60 == hours


@pytest.mark.parametrize("text", ["M-V 8h-20h", "du 1 au 5", "1-7", "le matin", "8h", "lundi au", "24h/7"])
def test_hours_that_could_mean_several_things_are_refused(text):
    with pytest.raises(ValueError):
        open_minutes(text)


def test_lists_in_a_cell_are_texts():
    assert texts(pd.Series([["a", "b"], None, 3.0], dtype=object)).tolist() == ["a;b", "", "3"]


def test_a_list_whose_site_has_closed(tmp_path):
    path = workbook(
        tmp_path / "liste.xlsx", Feuille1=[[*HEADER, "date_fin"], [*ROW, "2099/12/31"], ["2", *ROW[1:], "45658"]]
    )
    heard, log = Heard(), SiteLog()
    assert read_source(path, log, progress=heard.progress).rows["id"].tolist() == ["1"]
    assert read_table_file(path)[0]["date_fin"].tolist() == ["2099/12/31", "45658"]


def test_a_collection_is_what_it_holds_of_its_highest_dimension():
    from shapely import GeometryCollection, LineString, box

    mixed = GeometryCollection(
        [box(0, 0, 1, 1), Point(5, 5), GeometryCollection([box(2, 2, 3, 3), LineString([(0, 0), (9, 9)])])]
    )
    table = without_collections(
        gpd.GeoDataFrame({"a": [1, 2, 3]}, geometry=[mixed, box(0, 0, 2, 2), GeometryCollection()], crs=2154)
    )
    assert table.geom_type.iloc[:2].tolist() == ["MultiPolygon", "Polygon"] and table.area.iloc[:2].tolist() == [2, 4]
    crossing = GeometryCollection([LineString([(0, 0), (2, 2)]), LineString([(0, 2), (2, 0)]), Point(0, 0)])
    (lines,) = without_collections(gpd.GeoDataFrame(geometry=[crossing], crs=2154)).geometry
    assert [len(line.coords) for line in lines.geoms] == [2, 2]  # a bridge stays one
    assert table.geometry.iloc[2] is None and table.crs == 2154


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_geojson_with_lists_and_letters_of_any_encoding(tmp_path, encoding):
    feature = {
        "type": "Feature",
        "properties": {"nom": "Été", "highway": ["residential", "tertiary"]},
        "geometry": {"type": "Point", "coordinates": [3, 45]},
    }
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}
    text = json.dumps({"type": "FeatureCollection", "crs": crs, "features": [feature]}, ensure_ascii=False)
    (tmp_path / "a.geojson").write_bytes(text.encode(encoding))
    table, _ = read_vector_file(tmp_path / "a.geojson")
    assert (
        table["nom"].tolist() == ["Été"]
        and texts(table["highway"]).tolist() == ["residential;tertiary"]
        and table.crs == 4326
        and table.geometry.iloc[0] == Point(3, 45)
    )


def test_a_long_geojson_is_left_to_its_reader(tmp_path):
    """What is read to tell the encoding may end inside a letter."""
    features = [
        {"type": "Feature", "properties": {"nom": "é" * 999}, "geometry": {"type": "Point", "coordinates": [3, 45]}}
        for _ in range(600)
    ]
    for shift in range(2):
        data = json.dumps(
            {"type": "FeatureCollection", "n": "x" * shift, "features": features}, ensure_ascii=False
        ).encode()
        (tmp_path / "a.geojson").write_bytes(data)
        assert len(data) > 1_000_000 and _geojson(tmp_path / "a.geojson", ["nom"], None) is None


def test_codes_that_keep_their_zeros_for_a_spreadsheet(tmp_path):
    """Portals write ="01053", people type '01053; an apostrophe of a name stays."""
    path = tmp_path / "liste.csv"
    path.write_text("code;nom;note\n=\"01053\";'Bourg;\"l'un\"\n'2A004;L'Abergement;\n", encoding="utf-8")
    table, _ = read_table_file(path)
    assert table["code"].tolist() == ["01053", "2A004"]
    assert table["nom"].tolist() == ["'Bourg", "L'Abergement"]
    assert table["note"].tolist()[0] == "l'un"


def test_a_list_on_several_sheets_is_not_read_in_part(tmp_path):
    """Of sheets of several years the latest counts; where nothing tells them apart, none is left out without a word."""
    for names, refused in ((("Dpt 43", "Dpt 15"), True), (("2023", "2024"), False), (("Liste", "Vide"), False)):
        path = tmp_path / f"{names[0]}.xlsx"
        for name in names:
            table = pd.DataFrame({"id": [name], "role": ["SU"], "lon": [9.5], "lat": [47.1]})
            pyogrio.write_dataframe(
                table.iloc[: 0 if name == "Vide" else 1], path, layer=name, driver="XLSX", append=path.exists()
            )
        if refused:
            with pytest.raises(InputError, match=r"several sheets hold lists with the same headers \(Dpt 43, Dpt 15\)"):
                read_table_file(path, is_header=lambda words: "role" in words)
        else:
            found, _ = read_table_file(path, is_header=lambda words: "role" in words)
            assert found["id"].tolist() == ["2024" if "2024" in names else "Liste"]


@pytest.mark.parametrize(
    "text",
    [
        "tous les jours 8h-20h, dimanche fermé",
        "8h-20h, dimanche fermé",
        "Mo-Su 08:00-20:00, Su off",
        "Mo-Su 08:00-20:00; Su off",
    ],
)
def test_a_closed_day_is_closed_after_a_comma_too(text):
    assert np.array_equal(open_minutes(text), open_minutes("Mo-Sa 08:00-20:00"))


def test_people_at_nought_and_territories_without_a_code_are_named(tmp_path):
    path = tmp_path / "adresses.csv"
    for lon, lat in (("0", "0"), ("", "")):  # the row of a total
        path.write_text(f"lon;lat;population\n9.5;47.1;12\n{lon};{lat};12\n", encoding="utf-8")
        with pytest.raises(InputError, match="feature 3 has no position: lon or lat is empty, or both are 0"):
            read_points(read_people(path)[0], path.name)
    square = Point(9.5, 47.1).buffer(0.1)
    areas = gpd.GeoDataFrame({"code": ["7001", None]}, geometry=[square, square], crs=4326)
    with pytest.raises(InputError, match="zones: the field code is empty in feature 1"):
        read_territories(areas, "zones")
