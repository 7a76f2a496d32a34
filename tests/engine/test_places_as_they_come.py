"""Where sites and people are, as files say it: degrees in any form, communes by name, points far from roads."""

import geopandas as gpd
import pandas as pd
import pytest
from geopandas.testing import assert_geodataframe_equal
from heard import Heard
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
from access_plugin.engine.sites.formats import Around, import_sites, table_source
from access_plugin.engine.sites.positions import read_positions
from access_plugin.engine.sites.raw import SiteLog
from access_plugin.engine.sites.table import read_sites
from access_plugin.engine.study.results import counted
from access_plugin.engine.territory.communes import read_communes


def test_a_place_at_nought_and_nought_is_none(tmp_path):
    table = pd.DataFrame({"id": ["1", "2"], "type": ["SU", "SU"], "lon": ["3,885", "0"], "lat": ["45,043", "0,0"]})
    with pytest.raises(InputError, match="feature 1 has no position: lon or lat is empty, or both are 0"):
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
    with pytest.raises(
        InputError, match=r"the field lat holds text where a number is needed \(45°75'12\"N\), feature 0"
    ):
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
        "Site island stands on roads that nothing joins to the rest of the network" in text for text in heard.warned
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
    with pytest.raises(InputError, match="Site island stands on roads that nothing joins"):
        travel_times(in_force(net, sites([("island", "SU", 42, 40)]), Setting()), people)


def test_a_site_far_from_every_road_is_still_an_error():
    net = network({"a": (0, 0), "b": (20, 0)}, [(("a", "b"), {})])
    with pytest.raises(InputError, match="Sites lost: farther than 2 km from any road"):
        travel_times(
            in_force(net, sites([("here", "SU", 0, 0), ("lost", "SU", 9, 9)]), Setting()),
            points({"near": (5, 0)}, population=[1]),
        )


def test_people_at_addresses_with_codes_of_their_owner(tmp_path):
    """Such a table was taken for one of legal populations, and refused for its codes."""
    rows = ["code;lon;lat;population", "A1;9,52;47,13;12", "A2;9,53;47,14;7"]
    (tmp_path / "adresses.csv").write_text("\n".join(rows), encoding="utf-8")
    people = import_population(tmp_path / "adresses.csv")
    assert people["code"].tolist() == ["A1", "A2"] and people["population"].tolist() == [12, 7]
    assert [(point.x, point.y) for point in people.geometry] == [(9.52, 47.13), (9.53, 47.14)]
    numbered = [f"{n};9,5{n};47,1;2" for n in range(1, 1500)]  # 1000 to 1499 could be codes that lost a zero
    (tmp_path / "adresses.csv").write_text("\n".join([rows[0], *numbered]), encoding="utf-8")
    assert import_population(tmp_path / "adresses.csv")["population"].sum() == 2998
    communes = [f"010{n:02};5,{n};46;2" for n in range(10, 14)] + ["2a004;9;42;2", "1 015;5;46;2", "01016.0;5;46;2"]
    (tmp_path / "communes.csv").write_text("\n".join([*rows[:2], *communes]), encoding="utf-8")
    with pytest.raises(InputError, match=r"holds no commune code in row 2 \(A1\)"):  # a list of communes, with a slip
        import_population(tmp_path / "communes.csv")


def test_a_layer_in_which_nobody_lives_is_refused():
    points = gpd.GeoDataFrame({"population": [0.0, 0.0]}, geometry=gpd.points_from_xy([5, 6], [45, 45]), crs=4326)
    with pytest.raises(InputError, match="people.gpkg: nobody lives anywhere, the field population is 0 in every"):
        read_population(points, "people.gpkg")
    assert read_population(points.assign(population=[0, 1]), "people.gpkg")["population"].tolist() == [0, 1]
