"""Tables as people have them.

Dates, sheets, headers, codes, letters, thousands and hours as programs and hands write them; each with the value that
is right.
"""

import datetime
import json

import geopandas as gpd
import pandas as pd
import pyogrio
import pytest
from geopandas.testing import assert_geodataframe_equal
from heard import Heard
from shapely import MultiPoint, Point
from small import network, points, sites

from access_plugin.engine.access.care import in_force, in_force_of_roles
from access_plugin.engine.access.isochrones import isochrones as draw_isochrones
from access_plugin.engine.access.isochrones import land_without
from access_plugin.engine.access.setting import Setting
from access_plugin.engine.access.times import travel_times
from access_plugin.engine.degrees import as_degrees
from access_plugin.engine.errors import InputError
from access_plugin.engine.population.places import read_population
from access_plugin.engine.population.sources import import_population
from access_plugin.engine.reading import _geojson, read_table_file, read_vector_file, without_collections
from access_plugin.engine.sites.formats import Around, import_sites, read_source, table_source
from access_plugin.engine.sites.hours import open_minutes
from access_plugin.engine.sites.positions import read_positions
from access_plugin.engine.sites.raw import SiteLog
from access_plugin.engine.sites.table import as_date, read_sites
from access_plugin.engine.study.results import counted
from access_plugin.engine.tables import check_points, counts_of_people, numbers, texts
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


def workbook(path, **sheets):
    """Write a spreadsheet: sheet → rows, the header first."""
    for number, (name, (header, *rows)) in enumerate(sheets.items()):
        pyogrio.write_dataframe(
            pd.DataFrame(rows, columns=header), path, layer=name.replace("_", " "), driver="XLSX", append=number > 0
        )
    return path


HEADER, ROW = ["id", "type", "nom", "lon", "lat"], ["1", "SU", "A", "3,9", "45"]


def test_a_sheet_of_notes_is_no_list_whatever_year_it_bears(tmp_path):
    path = workbook(tmp_path / "liste.xlsx", Sites_2026=[HEADER, ROW], Notes_2027=[["type", "commentaire"], ["x", "y"]])
    assert read_source(path, SiteLog()).rows["id"].tolist() == ["1"]


def test_of_two_lists_the_later_year_counts(tmp_path):
    path = workbook(tmp_path / "liste.xlsx", Sites_2025=[HEADER, ROW], Sites_2026=[HEADER, ["2", *ROW[1:]]])
    assert read_source(path, SiteLog()).rows["id"].tolist() == ["2"]


def test_several_points_are_no_place():
    with pytest.raises(InputError, match="features 0 hold several points each"):
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


def test_a_place_at_nought_and_nought_is_none(tmp_path):
    table = pd.DataFrame({"id": ["1", "2"], "type": ["SU", "SU"], "lon": ["3,885", "0"], "lat": ["45,043", "0,0"]})
    with pytest.raises(InputError, match="features 1 have no position: lon or lat is empty, or both are 0"):
        read_sites(table, "liste")
    assert read_sites(table, "liste", placed=False).geometry.isna().tolist() == [False, True]


@pytest.mark.parametrize(
    ("text", "axis", "degrees"),
    [
        ("45°46'12\"N", "lat", 45.77),
        ("45° 46′ 12″ Nord", "lat", 45.77),
        ("N 45°46,2'", "lat", 45.77),
        ("45 46 12", "lat", 45.77),
        ("45:46:12.0", "lat", 45.77),
        ("45°46'12''", "lat", 45.77),
        ("45,77° N", "lat", 45.77),
        ("3°05'24\"E", "lon", 3.09),
        ("3°05'24\"O", "lon", -3.09),
        ("-3°05'24\"", "lon", -3.09),
        ("3d05m24s W", "lon", -3.09),
        ("45.77°", "lat", 45.77),
        ("45.77 S", "lat", -45.77),
        ("45.77", "lat", None),
        ("45,77", "lat", None),
        ("45°46'12\"N", "lon", None),
        ("45°61'00\"", "lat", None),
        ("-45°46'12\"S", "lat", None),
        ("N 45°46' S", "lat", None),
        ("Moulins", "lat", None),
        ("", "lat", None),
    ],
)
def test_angles_as_people_write_them(text, axis, degrees):
    assert as_degrees(text, axis) == degrees


def test_degrees_minutes_and_seconds_place_a_site_a_position_and_people():
    written = {"lat": "45°46'12\"N", "lon": "3°05'24\"E"}
    at = (3.09, 45.77)
    site = read_sites(
        pd.DataFrame(
            {"id": ["a", "b"], "type": "SU"}
            | {axis: [text, {"lon": "3,09", "lat": "45.77"}[axis]] for axis, text in written.items()}
        ),
        "list",
    )
    assert [(point.x, point.y) for point in site.geometry] == [at, at]
    found = read_positions(
        pd.DataFrame({"finess": ["630000404"]} | {axis: [text] for axis, text in written.items()}), "positions"
    )
    assert tuple(found.iloc[0][["lon", "lat"]]) == at
    people = import_population(
        (pd.DataFrame({"population": [5]} | {axis: [text] for axis, text in written.items()}), "points")
    )
    assert (people.geometry.iloc[0].x, people.geometry.iloc[0].y) == at
    with pytest.raises(InputError, match="the field lat holds text where a number is needed, features 0"):
        read_sites(pd.DataFrame({"id": ["a"], "type": "SU", "lat": ["45°75'12\"N"], "lon": ["3"]}), "list")


COMMUNES = read_communes(
    pd.DataFrame(
        {
            "code": ["43157", "63113", "63075", "69123", "75056", "2A004", "15187", "63178", "69044"],
            "nom": [
                "Le Puy-en-Velay",
                "Clermont-Ferrand",
                "Chamalières",
                "Lyon",
                "Paris",
                "Ajaccio",
                "Saint-Flour",
                "Issoire",
                "Charly",
            ],
            "longitude": [3.88, 3.08, 3.06, 4.83, 2.35, 8.73, 3.09, 3.24, 4.79],
            "latitude": [45.04, 45.77, 45.77, 45.76, 48.85, 41.92, 45.03, 45.54, 45.65],
        }
    ),
    "communes",
)


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ({"Commune": "LE PUY EN VELAY", "Code postal": "43000"}, "43157"),
        ({"ville": "Clermont-Ferrand Cedex 1", "cp": "63003"}, "63113"),
        ({"commune": "St Flour", "code_postal": 15100}, "15187"),
        ({"commune": "LYON 3E ARRONDISSEMENT", "code_postal": "69003"}, "69123"),
        ({"commune": "Paris 12", "code_postal": "75012"}, "75056"),
        ({"commune": "Ajaccio", "code_postal": "20000"}, "2A004"),
        ({"commune": "43000 Le Puy-en-Velay"}, "43157"),
        ({"localite": "issoire", "code_postal": "63500.0"}, "63178"),
    ],
)
def test_a_commune_by_its_name_and_postal_code(columns, code):
    log = SiteLog()
    source = table_source(
        pd.DataFrame({"id": ["a"], "type": ["SU"]} | {name: [value] for name, value in columns.items()}), "list", log
    )
    found = import_sites([source], Around(communes=COMMUNES), log)
    assert found["insee"].tolist() == [code] and found["precision"].tolist() == ["commune"]
    assert tuple(found.geometry.iloc[0].coords[0]) == COMMUNES.place(code)


def test_two_roles_in_a_cell_of_a_row_that_only_names_its_commune():
    log = SiteLog()
    rows = pd.DataFrame(
        {"id": ["a", "b"], "type": ["SU, SMUR", "MCS"], "commune": ["Issoire", "Trifouillis"], "code_postal": "63500"}
    )
    found = import_sites([table_source(rows, "list", log)], Around(communes=COMMUNES), log)
    assert sorted(zip(found["id"], found["role"], found["insee"])) == [("a", "SMUR", "63178"), ("a", "SU", "63178")]


def test_a_commune_that_no_name_means_is_told_and_one_of_another_departement_is_not_guessed():
    log = SiteLog()
    rows = pd.DataFrame(
        {
            "id": ["a", "b", "c", "d"],
            "type": "SU",
            "commune": ["Le Puy-en-Velay", "Charly", "Trifouillis", ""],
            "code_postal": ["43000", "02310", "43000", "43000"],
        }
    )
    found = import_sites([table_source(rows, "list", log)], Around(communes=COMMUNES), log)
    assert found["id"].tolist() == ["a"]
    details = {row["id"]: row["detail"] for row in log.rows if row["action"] == "to_check"}
    assert details == {
        "b": "no commune with the postal code 02310 is called “Charly” in the communes given",
        "c": "no commune with the postal code 43000 is called “Trifouillis” in the communes given",
    }
    left_out = [row["detail"] for row in log.rows if row["action"] == "left_out"]
    assert (
        left_out == ["it has no coordinates, and its commune is not known (code_insee, or commune and code_postal)"] * 3
    )


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


def test_one_site_on_an_island_of_roads_does_not_stop_the_others():
    places = {"a": (0, 0), "b": (20, 0), "c": (40, 40), "d": (45, 40)}
    net = network(places, [(("a", "b"), {}), (("c", "d"), {})])
    here, there = sites([("here", "SU", 0, 0)]), sites([("here", "SU", 0, 0), ("island", "SU", 42, 40)])
    people = points({"near": (5, 0), "far": (41, 40)}, population=[10, 20])
    heard = Heard()
    alone, both = (
        travel_times(in_force(net, one, Setting(), progress=heard.progress), people, progress=heard.progress)[0]
        for one in (here, there)
    )
    pd.testing.assert_frame_equal(alone, both)
    assert any(
        "Sites island stand on roads that nothing joins to the rest of the network" in text for text in heard.warned
    )
    areas = [
        draw_isochrones(in_force_of_roles(net, one, ["SU"], Setting()), [10.0], population=people, mode=mode)
        for one in (here, there)
        for mode in ("merged", "per_site", "nearest_site")
    ]
    for one, other in zip(areas[:3], areas[3:]):
        assert_geodataframe_equal(one, other)
    assert counted(there, Setting(), in_force(net, there, Setting())).tolist() == [True, False]
    assert_geodataframe_equal(*(land_without(in_force_of_roles(net, one, ["SU"], Setting())) for one in (here, there)))
    with pytest.raises(InputError, match="Sites island stand on roads that nothing joins"):
        travel_times(in_force(net, sites([("island", "SU", 42, 40)]), Setting()), people)


def test_a_site_far_from_every_road_is_still_an_error():
    net = network({"a": (0, 0), "b": (20, 0)}, [(("a", "b"), {})])
    with pytest.raises(InputError, match="Sites lost: farther than 2 km from any road"):
        travel_times(
            in_force(net, sites([("here", "SU", 0, 0), ("lost", "SU", 9, 9)]), Setting()),
            points({"near": (5, 0)}, population=[1]),
        )


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
