"""Official times in the place of a network, and the APL."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from scipy.sparse import csr_matrix
from shapely import box
from small import network, points

from access_plugin.engine.access.apl import apl, read_steps, times_of_table, times_on_network
from access_plugin.engine.access.official import gaps_from_times
from access_plugin.engine.access.official_table import equipped_communes, is_times, read_official_times
from access_plugin.engine.access.people import People
from access_plugin.engine.defaults import APL_WEIGHTS
from access_plugin.engine.errors import InputError
from access_plugin.engine.population.places import counted_places
from access_plugin.engine.population.sources import import_population
from access_plugin.engine.progress import Progress
from access_plugin.engine.reading import read_table_file, read_vector_file
from access_plugin.engine.sites.table import read_sites
from access_plugin.engine.study.compute import study_of_times
from access_plugin.engine.territory.areas import read_territories
from access_plugin.engine.territory.levels import Level

EQUIPPED = read_sites(
    pd.DataFrame({"id": ["a"], "type": ["SU"], "code_insee": ["15014"], "lon": ["2.4"], "lat": ["44.9"]}), "sites"
)


def people(rows):
    return gpd.GeoDataFrame(
        {
            "code": [row[0] for row in rows],
            "name": [row[0] for row in rows],
            "population": [float(row[1]) for row in rows],
        },
        geometry=gpd.points_from_xy(range(len(rows)), [45] * len(rows)),
        crs=4326,
    )


def times_of(table, **options):
    return read_official_times(pd.DataFrame(table), "times", **options)


def test_the_table_of_drees_is_recounted_to_the_inhabitant(shared):
    path = shared("reference/drees2019_access_times_15_43_63_69.csv")
    population = import_population(shared("aura/communes_2025.csv"))
    found = gaps_from_times(read_official_times(*read_table_file(path, is_header=is_times)), People(population), 30.0)
    table = pd.read_csv(path, dtype={"code": str, "dept": str})
    count = table.merge(pd.read_csv(shared("aura/communes_2025.csv"), dtype={"code": str})[["code", "pop"]], on="code")
    beyond = count[count["tps_su_smur_min"] > 30]
    assert beyond["pop"].sum() == 202344
    summary = found.summary.set_index(["level", "code"])
    assert summary.at[("total", ""), "beyond"] == 202344
    assert summary.at[("total", ""), "places_beyond"] == len(beyond)
    for code, group in beyond.groupby("dept"):
        assert summary.at[("departement", code), "beyond"] == group["pop"].sum()
    communes = summary.loc["commune", "beyond"]
    assert communes[communes > 0].to_dict() == beyond[beyond["pop"] > 0].set_index("code")["pop"].to_dict()
    missing = count["tps_su_smur_min"].isna()
    elsewhere = population.loc[~population["code"].isin(table["code"]), "population"].sum()
    assert summary.at[("total", ""), "not_computed"] == count.loc[missing, "pop"].sum() + elsewhere
    for level in ("commune", "departement", "region"):
        assert summary.loc[level, "beyond"].sum() == 202344
        assert summary.loc[level, "population"].sum() == 8205557


def test_the_threshold_is_strict_and_an_empty_time_is_not_computed():
    found = gaps_from_times(
        times_of({"code": ["01001", "01002", "01004", "01005"], "temps": ["30", "30,0001", "", "0"]}),
        People(people([("01001", 1), ("01002", 2), ("01004", 4), ("01005", 8), ("01006", 16)])),
        30.0,
    )
    assert found.places["beyond"].tolist() == [False, True, None, False, None]
    assert found.places["status"].tolist() == [None, "beyond", "not_computed", None, "not_computed"]
    assert found.places["t_su_min"].isna().all()
    total = found.summary.iloc[0]
    assert (total["beyond"], total["population"], total["not_computed"]) == (2, 31, 20)
    assert len(found.unsnapped) == 2


def test_former_communes_take_the_time_of_their_successor():
    found = gaps_from_times(
        times_of({"code": ["01033"], "minutes": ["41"]}), People(people([("01091", 5), ("01033", 7)])), 30.0
    )
    assert found.places["beyond"].tolist() == [True, True]


def test_cells_count_by_their_commune_and_areas_are_those_of_communes_beyond():
    cells = people([("c1", 10), ("c2", 20), ("c3", 30)]).assign(territory=["01001", "01001", "01002"])
    territories = gpd.GeoDataFrame(
        {"code": ["01001", "01002"]}, geometry=[box(5, 45, 5.1, 45.1), box(5.1, 45, 5.2, 45.1)], crs=4326
    )
    found = gaps_from_times(
        times_of({"code": ["01001", "01002"], "minutes": ["31", "12"]}), People(cells, territories), 30.0
    )
    assert found.areas[["territory", "population"]].to_numpy().tolist() == [["01001", 30]]
    assert found.areas["area_km2"].iloc[0] == pytest.approx(87.6, abs=0.3)
    assert found.summary.query("level == 'commune'")[["code", "beyond"]].to_numpy().tolist() == [
        ["01001", 30],
        ["01002", 0],
    ]


def test_figures_by_epci():
    level = Level("epci", {"01001": "200", "01002": "200", "01004": "300"}, {"200": "Nord", "300": "Sud"})
    found = gaps_from_times(
        times_of({"code": ["01001", "01002", "01004"], "minutes": ["31", "12", "50"]}),
        People(people([("01001", 1), ("01002", 2), ("01004", 4), ("01005", 8)]), None, [level]),
        30.0,
    )
    rows = found.summary.query("level == 'epci'")
    assert rows[["code", "name", "population", "beyond"]].to_numpy().tolist() == [
        ["200", "Nord", 3, 1],
        ["300", "Sud", 4, 4],
        ["", "Outside the territories", 8, 0],
    ]


@pytest.fixture(scope="module")
def communes_of_2018(shared):
    """The contours of two départements, with the chefs-lieux and the people of 2025."""
    contours = pd.concat(
        [
            read_vector_file(shared(f"aura/communes_2018/communes-{name}.geojson"))[0]
            for name in ("15-cantal", "43-haute-loire")
        ]
    )
    today = pd.read_csv(shared("aura/communes_2025.csv"), dtype={"code": str})[
        ["code", "pop", "lon_cheflieu", "lat_cheflieu"]
    ]
    return contours[["code", "nom", "geometry"]].merge(today.rename(columns={"pop": "population"}), on="code")


def test_communes_as_polygons_count_the_same_people_as_their_points(shared, communes_of_2018):
    times = read_official_times(
        *read_table_file(shared("reference/drees2019_access_times_15_43_63_69.csv"), is_header=is_times)
    )
    polygons = communes_of_2018
    points = polygons.set_geometry(gpd.points_from_xy(polygons["lon_cheflieu"], polygons["lat_cheflieu"], crs=4326))
    drawn, placed = (counted_places(table, "communes", by_commune=True) for table in (polygons, points))
    assert set(drawn.geom_type) == {"Point"} and list(drawn.columns) == list(polygons.columns)
    assert drawn.within(polygons.geometry.make_valid()).all()
    territories = read_territories(polygons[["code", "nom", "geometry"]], "communes")
    found, known = (gaps_from_times(times, People(table, territories), 30.0) for table in (drawn, placed))
    by_commune = found.summary.query("level == 'commune'")[["code", "beyond"]]
    assert (
        by_commune["beyond"].sum()
        == polygons.loc[polygons["code"].map(times.minutes) > 30, "population"].sum()
        > 80_000
    )
    assert dict(by_commune.to_numpy()) == dict(known.summary.query("level == 'commune'")[["code", "beyond"]].to_numpy())
    pd.testing.assert_frame_equal(found.summary, known.summary)
    pd.testing.assert_frame_equal(found.areas.drop(columns="geometry"), known.areas.drop(columns="geometry"))
    assert found.places.drop(columns="geometry").equals(known.places.drop(columns="geometry"))
    studies = [study_of_times(times, EQUIPPED, People(table, territories), 30.0) for table in (drawn, placed)]
    pd.testing.assert_frame_equal(studies[0].gaps.summary, studies[1].gaps.summary)
    assert studies[0].isochrones["population"].tolist() == studies[1].isochrones["population"].tolist()


def test_polygons_count_by_commune_only_and_each_commune_once():
    ring = box(5, 45, 6, 46).difference(box(5.1, 45.1, 5.9, 45.9))
    areas = gpd.GeoDataFrame(
        {"code": ["01001", "01002", "01004"], "population": ["1 204", "5", "7"]},
        geometry=[ring, shapely.Polygon([(7, 45), (8, 46), (8, 45), (7, 46)]), shapely.Point(9, 45)],
        crs=4326,
    )
    points = counted_places(areas, "communes", by_commune=True)
    # never the hole, and a point stays where it is
    assert ring.contains(points.geometry.iloc[0]) and points.geometry.iloc[2] == shapely.Point(9, 45)
    assert points["population"].tolist() == [1204, 5, 7]
    with pytest.raises(
        InputError,
        match="communes: features 0, 1 are polygons, .* import them first with “Import a population”, which spreads "
        "them over the streets",
    ):
        counted_places(areas, "communes")
    with pytest.raises(InputError, match="same value in several features: 0, 1"):
        counted_places(areas.assign(code="01001"), "communes", by_commune=True)
    with pytest.raises(InputError, match="has no field population"):
        counted_places(areas.drop(columns="population"), "communes", by_commune=True)
    with pytest.raises(InputError, match="feature 0 is not a point"):
        counted_places(
            areas.iloc[:1].set_geometry([shapely.LineString([(0, 45), (1, 45)])], crs=4326), "communes", by_commune=True
        )


DISTANCES = {
    "idSrc": ["01001", "01001", "01002", "01002", "01004"],
    "idDst": ["01002", "01004", "01001", "01004", "01004"],
    "duree": ["12", "33.5", "12", "40", "0"],
    "distance": ["1"] * 5,
}


def test_a_distancier_leads_to_the_communes_that_are_equipped():
    sites = read_sites(
        pd.DataFrame(
            {
                "id": ["a", "b"],
                "type": ["SMUR", "MCS"],
                "code_insee": ["01004", "01002"],
                "lon": ["5", "5"],
                "lat": ["45", "45"],
            }
        ),
        "sites",
    )
    assert equipped_communes(sites) == {"01004"}
    assert times_of(DISTANCES, destinations=equipped_communes(sites)).minutes.to_dict() == {
        "01001": 33.5,
        "01002": 40,
        "01004": 0,
    }
    with pytest.raises(InputError, match="is a distancier .*: give the sites"):
        times_of(DISTANCES)
    with pytest.raises(InputError, match="no row leads to a commune with an SU or a SMUR"):
        times_of(DISTANCES, destinations={"69123"})


def test_several_columns_count_as_the_smaller():
    table = {"Code commune": ["01001", "01002"], "SU": ["35", ""], "SMUR": ["29", "44"]}
    assert times_of(table, code="code commune", minutes="SU, smur").minutes.to_dict() == {"01001": 29, "01002": 44}


@pytest.mark.parametrize(
    ("table", "options", "words"),
    [
        (
            {"commune": ["01001"], "temps_su": ["1"], "temps_smur": ["2"]},
            {"code": "commune"},
            r"which field holds the minutes \(TIMES_MINUTES\)\? Its fields are: commune, temps_su, temps_smur",
        ),
        ({"x": ["01001"], "temps": ["1"]}, {}, r"no field of commune codes \(TIMES_CODE\)"),
        ({"code": ["01001"], "temps": ["1"]}, {"minutes": "duree"}, "has no field duree"),
        ({"code": ["01001", "01001"], "temps": ["1", "2"]}, {}, r"rows 0, 1 give two times to one commune \(01001\)"),
        ({"code": ["01001"], "temps": ["1800"]}, {}, "probably in seconds"),
        ({"code": ["01001"], "temps": ["-1"]}, {}, "temps is below 0 in feature 0"),
        (
            {"code": ["01001"], "temps": ["une heure"]},
            {},
            r"holds text where a number is needed \(une heure\), feature 0",
        ),
        ({"code": ["abc"], "temps": ["1"]}, {}, "holds no commune code in row 0"),
    ],
)
def test_tables_that_cannot_be_used(table, options, words):
    with pytest.raises(InputError, match=words):
        times_of(table, **options)


def test_people_elsewhere_are_an_error():
    with pytest.raises(InputError, match="No place lies in a commune of times"):
        gaps_from_times(times_of({"code": ["01001"], "temps": ["1"]}), People(people([("c1", 1)])), 30.0)


def test_territories_that_are_no_communes_are_told():
    warned = []
    territories = gpd.GeoDataFrame({"code": ["200042935"]}, geometry=[box(5, 45, 6, 46)], crs=4326)
    found = gaps_from_times(
        times_of({"code": ["01001"], "temps": ["31"]}),
        People(people([("01001", 1)]), territories),
        30.0,
        progress=Progress(on_warning=warned.append),
    )
    assert len(found.areas) == 0
    assert "the territories are not the communes of times" in warned[0]


# APL

MINUTES = np.array([[0, 8, 14, 22], [8, 0, 12, 18], [14, 12, 0, 16], [22, 18, 16, 0.0]])
PEOPLE, SUPPLY = np.array([1000, 2000, 1500, 500.0]), np.array([0, 8000, 5000, 0.0])


def matrices(minutes):
    return csr_matrix(minutes), csr_matrix(np.ones(minutes.shape))


def test_the_vector_of_the_apl():
    """DOMAIN § 10.1."""
    values = apl(matrices(MINUTES), SUPPLY, PEOPLE, read_steps(APL_WEIGHTS))
    assert values == pytest.approx([2.829091, 2.829091, 2.6436, 1.0945], abs=5e-5)
    assert (values * PEOPLE).sum() == pytest.approx(13_000)
    assert apl(matrices(MINUTES), SUPPLY, PEOPLE, read_steps("5:1,10:0.3,15:0.1")) == pytest.approx(
        [1.2574, 3.5431, 3.1043, 0], abs=5e-5
    )


def test_supply_that_somebody_reaches_is_kept_whatever_the_weights():
    chance = np.random.default_rng(4)
    for _ in range(50):
        minutes, supply, people = (
            chance.uniform(0, 30, (12, 7)),
            chance.integers(0, 9, 7) * 1000.0,
            chance.integers(0, 900, 12).astype(float),
        )
        steps = read_steps("7:1,13:0.5,21:0.25")
        reached = ((steps.of(minutes) * people[:, None]).sum(axis=0) > 0) @ supply
        assert (apl(matrices(minutes), supply, people, steps) * people).sum() == pytest.approx(reached)


def test_steps_include_their_ends():
    steps = read_steps("10:1,15:2/3,20:1/3")
    assert steps.of(np.array([0, 10, 10.0001, 15, 20, 20.0001])) == pytest.approx([1, 1, 2 / 3, 2 / 3, 1 / 3, 0])


@pytest.mark.parametrize("text", ["", "a", "10:2", "10:1,5:1", "10:1/0", "10", "inf:1", "10:1:2"])
def test_weights_that_are_none(text):
    with pytest.raises(InputError, match="are no weights by minutes"):
        read_steps(text)


def test_the_apl_of_a_table_and_of_a_network_agree():
    """Three places in a row, 8 km apart at 60 km/h; supply at the first and the last."""
    from paths import SIXTY

    places = {"01001": (0, 0), "01002": (8, 0), "01004": (16, 0)}
    roads = network({"a": (0, 0), "b": (8, 0), "c": (16, 0)}, [("ab", {}), ("bc", {})])
    demand = points(places).assign(population=[100.0, 50.0, 200.0])
    supply = points({code: places[code] for code in ("01001", "01004")}).assign(supply=[400.0, 900.0])
    steps = read_steps("5:1,10:0.5")
    drawn = apl(
        times_on_network(roads, supply, demand, profile=SIXTY, season="all_year", most_min=10),
        supply["supply"].to_numpy(),
        demand["population"].to_numpy(),
        steps,
    )
    table = pd.DataFrame(
        {"from": ["01002", "01002", "01001"], "to": ["01001", "01004", "01004"], "minutes": ["8", "8", "16"]}
    )
    told = apl(
        times_of_table(table, "times", supply, demand),
        supply["supply"].to_numpy(),
        demand["population"].to_numpy(),
        steps,
    )
    ratio = np.array([400 / (100 + 25), 900 / (200 + 25)])
    assert told == pytest.approx([ratio[0], 0.5 * ratio.sum(), ratio[1]])
    assert drawn == pytest.approx(told)
    with pytest.raises(InputError, match="is no table of times between places"):
        times_of_table(pd.DataFrame({"a": ["1"]}), "times", supply, demand)


def test_codes_as_numbers_are_those_of_their_communes():
    """GeoPackages and DBF files give integers: 1001 near Bourg-en-Bresse is 01001, and no commune of the Aube."""
    population = gpd.GeoDataFrame(
        {"code": [1001, 43001], "population": [10, 30]}, geometry=gpd.points_from_xy([5.2, 3.9], [46.2, 45.0]), crs=4326
    )
    found = gaps_from_times(times_of({"code": ["01001", "43001"], "temps": ["31", "50"]}), People(population), 30.0)
    assert found.summary.query("level == 'departement'")[["code", "beyond"]].to_numpy().tolist() == [
        ["01", 10],
        ["43", 30],
    ]


def test_a_territory_that_is_no_commune_does_not_hide_the_code():
    population = people([("01001", 7)]).assign(territory="01")
    assert (
        gaps_from_times(times_of({"code": ["01001"], "temps": ["31"]}), People(population), 30.0).summary.iloc[0][
            "beyond"
        ]
        == 7
    )


def test_supplies_of_one_commune_add_up_and_sites_match_by_their_commune():
    demand = points({"01001": (0, 0), "01002": (8, 0)}).assign(population=[100.0, 50.0])
    supply = (
        points({"a": (0, 0), "b": (0, 0), "c": (8, 0)})
        .drop(columns="code")
        .assign(id=["a", "b", "c"], insee=["01001", "01001", "01002"])
    )
    table = pd.DataFrame(
        {"from": ["1001", "01002", "95999"], "to": ["01002", "01001", "01001"], "minutes": ["30", "30", "5"]}
    )
    said = []
    times = times_of_table(table, "times", supply, demand, progress=Progress(on_message=said.append))
    values = apl(times, np.array([1000.0, 3000.0, 500.0]), demand["population"].to_numpy(), read_steps("10:1"))
    assert values.tolist() == [40, 10]
    assert said == ["times: 1 of 3 pairs leads from or to places that the layers do not have."]
    with pytest.raises(InputError, match="bears the codes of the table of times"):
        times_of_table(table, "times", supply.drop(columns="insee"), demand)
