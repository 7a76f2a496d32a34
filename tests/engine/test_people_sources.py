"""People out of grids, rasters and legal populations, brought to the communes, and those of the seasons."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import rasterio
from heard import Heard
from pyproj import Transformer
from rasterio.transform import Affine, from_origin
from shapely import box

from access_plugin.engine import table_rows
from access_plugin.engine.errors import InputError
from access_plugin.engine.population.grid import read_grid
from access_plugin.engine.population.rescale import rescale
from access_plugin.engine.population.seasonal import add_seasonal_people, read_capacity
from access_plugin.engine.population.sources import import_population, read_people
from access_plugin.engine.reading import read_table_file, read_vector_file
from access_plugin.engine.territory.communes import read_communes

CELL = "CRS3035RES200mN2029800E4252400"


def filosofi(**columns):
    return pd.DataFrame(
        {
            "idcar_200m": [CELL, "CRS3035RES200mN2029800E4252600"],
            "ind": ["12.5", "40"],
            "men": ["5", "18"],
            "i_est_200": ["1", "0"],
            "lcog_geo": ["06088", "0608806121"],
        }
        | columns
    )


@pytest.mark.parametrize("upper", [False, True])
def test_the_squares_of_insee(upper):
    """DOMAIN § 4.6: the middle of the sample square in Lambert-93."""
    table = filosofi().rename(columns=lambda name: name.capitalize() if upper else name)
    cells = read_grid(table, "carreaux")
    assert cells.crs.to_epsg() == 3035
    assert cells.geometry.iloc[0].coords[0] == (4252500, 2029900)
    assert Transformer.from_crs(3035, 2154, always_xy=True).transform(4252500, 2029900) == pytest.approx(
        (1218455.9, 6049738.0), abs=0.1
    )
    assert cells["population"].tolist() == [12.5, 40]
    assert cells["households"].tolist() == [5, 18]
    assert cells["imputed"].tolist() == [True, False]
    assert cells["secret"].tolist() == [True, False]
    assert cells["territory"].tolist() == ["06088", ""]  # the second lies in two communes


@pytest.mark.parametrize(
    "columns",
    [
        {"idcar_200m": [CELL, "CRS3035RES200mN2029800E4252600", "CRS3035RES200mN2529800E4252400"]},
        {"idcar_200m": ["200mN2029800E4252400", "200mN2029800E4252600", "200mN2529800E4252400"]},
        {"x_laea": ["4252400", "4252600", "4252400"], "y_laea": ["2029800", "2029800", "2529800"]},
    ],
    ids=["id", "short id", "corners"],
)
def test_of_a_grid_only_the_cells_about_the_extent_are_read(columns, tmp_path):
    """France has two million; what lies elsewhere is not even looked at, what is no cell is told all the same."""
    table = pd.DataFrame(columns | {"ind": ["12.5", "40", "a lot"], "men": ["5", "18", "1"]})
    table.to_csv(tmp_path / "g.csv", index=False)
    extent = gpd.GeoSeries([box(4_252_700, 2_029_900, 4_253_000, 2_030_500)], crs=3035).to_crs(2154)
    cells = import_population(read_people(tmp_path / "g.csv", extent))
    assert cells["population"].tolist() == [12.5, 40]
    with pytest.raises(InputError, match="feature 4"):
        import_population(tmp_path / "g.csv")
    if "idcar_200m" in columns:
        table.assign(idcar_200m=[*columns["idcar_200m"][:2], "none"]).to_csv(tmp_path / "g.csv", index=False)
        with pytest.raises(InputError, match="no id of a cell"):
            import_population(read_people(tmp_path / "g.csv", extent))


def test_of_a_layer_only_the_cells_about_the_extent_are_read(tmp_path):
    shapes = [box(x, 2029800, x + 200, 2030000) for x in (4252400, 4262400)]
    gpd.GeoDataFrame(filosofi(), geometry=shapes, crs=3035).to_crs(2154).to_file(tmp_path / "g.gpkg", engine="pyogrio")
    near = gpd.GeoSeries([box(4_252_000, 2_029_000, 4_253_000, 2_030_500)], crs=3035)
    assert read_vector_file(tmp_path / "g.gpkg", extent=near)[0]["ind"].tolist() == ["12.5"]
    assert len(read_vector_file(tmp_path / "g.gpkg", extent=near.translate(9e5))[0]) == 2  # where nothing is, all


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_long_table_is_read_piece_by_piece(encoding, tmp_path, monkeypatch):
    """The first letter that is not ASCII lies far from the start, and across two pieces."""
    monkeypatch.setattr(table_rows, "_PIECE", 7)
    text = "code;nom\n" + "01001;x\n" * 50 + '01002;"Bâgé\nle Châtel"\n'
    (tmp_path / "t.csv").write_bytes(text.encode(encoding))
    rows = list(table_rows.csv_rows(tmp_path / "t.csv"))
    assert rows[-1] == (52, ["01002", "Bâgé\nle Châtel"]) and len(rows) == 52
    (tmp_path / "t.csv").write_bytes(text.encode(encoding)[:-20] + b"\x00")
    with pytest.raises(InputError, match="binary" if encoding != "utf-16" else "quote"):
        list(table_rows.csv_rows(tmp_path / "t.csv"))


def test_a_grid_as_a_geopackage_and_its_wrong_reference_system(tmp_path):
    shapes = [box(4252400, 2029800, 4252600, 2030000), box(4252600, 2029800, 4252800, 2030000)]
    heard = Heard()
    gpd.GeoDataFrame(filosofi(), geometry=shapes, crs=3035).to_file(tmp_path / "g.gpkg", engine="pyogrio")
    assert import_population(tmp_path / "g.gpkg", progress=heard.progress)["population"].sum() == 52.5
    assert not heard.warned
    gpd.GeoDataFrame(filosofi(), geometry=shapes, crs=3035).set_crs(2154, allow_override=True).to_file(
        tmp_path / "w.gpkg", engine="pyogrio"
    )
    cells = import_population(tmp_path / "w.gpkg", progress=heard.progress)
    assert cells.geometry.iloc[0].coords[0] == (4252500, 2029900)  # the ids count
    assert "is not where their ids say" in heard.warned[0]


def test_the_grid_of_eurostat_by_corners_and_by_ids():
    corners = pd.DataFrame(
        {
            "x_laea": [3959000, 3960000, 3960000],
            "y_laea": [2343000, 2343000, 2344000],
            "pop": [6, 30, 0],
            "commune2018": ["01001", "", "01001"],
        }
    )
    ids = pd.DataFrame(
        {
            "GRD_ID": ["CRS3035RES1000mN2343000E3959000", "1kmN2343E3960", "CRS3035RES1000mN2344000E3960000"],
            "TOT_P_2021": [6, 30, 0],
        }
    )
    one, two = read_grid(corners, "a"), read_grid(ids, "b")
    assert one.geometry.tolist() == two.geometry.tolist()
    assert [point.coords[0] for point in one.geometry] == [(3959500, 2343500), (3960500, 2343500)]
    assert one["secret"].tolist() == [True, False]  # fewer than 25 people count as fewer than 11 households
    assert one["territory"].tolist() == ["01001", ""]


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({"idcar_200m": [CELL, "carreau 12"]}, "no id of a cell .* in row 1"),
        ({"idcar_200m": [CELL, CELL]}, "same value in several features: 0, 1"),
        ({"idcar_200m": [CELL, "CRS3035RES200mN99E12"]}, "corners of row 1 lie outside Europe's grid"),
        ({"ind": ["1", "-4"]}, "population is below 0|ind is below 0 in feature 1"),
        ({"ind": ["1", "deux"]}, r"ind holds text where a number is needed \(deux\), feature 1"),
    ],
)
def test_grids_that_cannot_be_used(columns, words):
    with pytest.raises(InputError, match=words):
        read_grid(filosofi(**columns), "carreaux")


def test_a_table_that_is_no_grid():
    with pytest.raises(InputError, match="is no population grid: it needs an id"):
        read_grid(pd.DataFrame({"a": [1]}), "x")


def test_the_grid_of_the_region(shared):
    """README of the data: 50,886 cells, 7,917,063 people in the region, the rest over its border."""
    cells = import_population(shared("aura/aura_popgrid_1km_2018.csv"))
    assert len(cells) == 50886
    assert cells.loc[cells["territory"] != "", "population"].sum() == 7917063
    raw = pd.read_csv(shared("aura/aura_popgrid_1km_2018.csv"))
    lon, lat = Transformer.from_crs(3035, 4326, always_xy=True).transform(
        cells.geometry.x.to_numpy(), cells.geometry.y.to_numpy()
    )
    assert np.abs(lon - raw["lon"]).max() < 1e-5 and np.abs(lat - raw["lat"]).max() < 1e-5  # the file's own middles


def write_raster(path, values, transform, crs=2154, nodata=None):
    with rasterio.open(
        path,
        "w",
        driver="GTiff",
        height=values.shape[0],
        width=values.shape[1],
        count=1,
        dtype=values.dtype,
        crs=crs,
        transform=transform,
        nodata=nodata,
    ) as raster:
        raster.write(values, 1)
    return path


def test_a_raster_of_people(tmp_path):
    values = np.array([[0, 2.5, -99], [30, np.nan, 0]], np.float32)
    path = write_raster(tmp_path / "p.tif", values, from_origin(700_000, 6_500_200, 100, 100), nodata=-99)
    heard = Heard()
    cells = import_population(path, progress=heard.progress)
    assert [point.coords[0] for point in cells.geometry] == [(700150, 6500150), (700050, 6500050)]
    assert cells["population"].tolist() == [2.5, 30]
    assert cells["secret"].tolist() == [True, False]
    assert heard.said == ["p.tif: 32 people in the raster, 32 of them in 2 cells kept."]
    area = gpd.GeoSeries([box(700_000, 6_500_000, 700_100, 6_500_100)], crs=2154)
    assert import_population(path, area=area)["population"].tolist() == [30]


def test_a_turned_raster_larger_than_a_window(tmp_path):
    chance = np.random.default_rng(2)
    values = chance.poisson(0.01, (2100, 2060)).astype(np.float32)
    turn, size = np.radians(20), 10.0
    along, across = size * np.cos(turn), size * np.sin(turn)
    transform = Affine(along, across, 700_000, across, -along, 6_500_000)
    cells = import_population(write_raster(tmp_path / "p.tif", values, transform))
    assert cells["population"].sum() == values.sum()
    row, column = (int(part) for part in cells["code"].iloc[-1].split("-"))
    assert values[row, column] > 0
    right, down = column + 0.5, row + 0.5
    assert cells.geometry.iloc[-1].coords[0] == pytest.approx(
        (700_000 + along * right + across * down, 6_500_000 + across * right - along * down)
    )


@pytest.mark.parametrize(
    ("values", "crs", "words"),
    [
        (np.array([[1, -5]], np.float32), 2154, "1 cell holds fewer than nobody"),
        (np.zeros((2, 2), np.float32), 2154, "holds nobody"),
        (np.ones((2, 2), np.float32), None, "no coordinate reference system"),
    ],
)
@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
def test_rasters_that_cannot_be_used(tmp_path, values, crs, words):
    with pytest.raises(InputError, match=words):
        import_population(write_raster(tmp_path / "p.tif", values, from_origin(700_000, 6_500_000, 100, 100), crs))


def test_a_file_that_is_no_raster(tmp_path):
    (tmp_path / "p.tif").write_text("no raster")
    with pytest.raises(InputError, match="cannot be read as a raster"):
        import_population(tmp_path / "p.tif")


# Legal populations


def test_legal_populations_stand_at_the_chefs_lieux(tmp_path):
    (tmp_path / "p.csv").write_text("CODGEO;LIBGEO;PMUN2022\n1001;A;860\n01002;B;270\n", encoding="cp1252")
    places = read_communes(
        pd.DataFrame({"code": ["01001", "01002"], "nom": ["A", "B"], "lon": [4.9, 5.4], "lat": [46.1, 46.0]}),
        "communes",
    )
    people = import_population(tmp_path / "p.csv", communes=places)
    assert people[["code", "territory", "population"]].to_numpy().tolist() == [
        ["01001", "01001", 860],
        ["01002", "01002", 270],
    ]
    assert not people["secret"].any()  # the population of a commune is public
    with pytest.raises(InputError, match=r"2 communes \(1,130 people\) have no coordinates"):
        import_population(tmp_path / "p.csv")


def test_the_communes_of_today(shared):
    people = import_population(shared("aura/communes_2025.csv"))
    assert (len(people), people["population"].sum()) == (4025, 8205557)


def cells(rows):
    return gpd.GeoDataFrame(
        {
            "code": [str(k) for k in range(len(rows))],
            "name": "",
            "territory": [row[0] for row in rows],
            "population": [float(row[1]) for row in rows],
            "households": np.nan,
            "imputed": False,
            "source": "g",
            "secret": False,
        },
        geometry=gpd.points_from_xy([row[2] for row in rows], [row[3] for row in rows]),
        crs=4326,
    )


def legal():
    table = gpd.GeoDataFrame(
        {"code": ["01033", "01002", "01004"], "nom": list("ABC"), "population": [120, 10, 7]},
        geometry=[box(5, 46, 6, 47), box(6, 46, 7, 47), box(7, 46, 8, 47)],
        crs=4326,
    )
    return read_communes(table, "legal")


def test_cells_are_brought_to_the_legal_population():
    """01091 is in 01033 today; a cell without a commune takes the one it lies in; 01004 has no cell.

    One cell lies elsewhere.
    """
    heard = Heard()
    people = rescale(
        cells([("01091", 30, 5.2, 46.5), ("", 30, 5.7, 46.5), ("01002", 40, 6.5, 46.5), ("", 5, 20, 46)]),
        legal(),
        progress=heard.progress,
    )
    assert people["population"].tolist() == [60, 60, 10, 5, 7]
    assert people["territory"].tolist() == ["01033", "01033", "01002", "", "01004"]
    assert box(7, 46, 8, 47).contains(people.geometry.iloc[4])
    assert (
        "105 people before, 142 after; factors from 0.25 to 2.00; 5 people in 1 place outside its communes kept "
        "as they are; 1 commune without a place" in heard.said[0]
    )


def test_rescaling_the_region_loses_nobody(shared):
    grid = import_population(shared("aura/aura_popgrid_1km_2018.csv"))
    communes = read_communes(*read_table_file(shared("aura/communes_2025.csv")))
    people = rescale(grid, communes)
    totals = people.groupby("territory")["population"].sum()
    np.testing.assert_allclose(totals.reindex(communes.table.index), communes.table["population"])
    assert people["population"].sum() == pytest.approx(8205557 + grid.loc[grid["territory"] == "", "population"].sum())


def test_rescaling_without_populations_or_in_another_place():
    with pytest.raises(InputError, match="has no population by commune"):
        rescale(
            cells([("01033", 1, 5.5, 46.5)]), read_communes(pd.DataFrame({"code": ["01033"], "nom": ["a"]}), "legal")
        )
    with pytest.raises(InputError, match="No place lies in a commune"):
        rescale(cells([("", 1, 50, 46.5)]), legal())


# The seasons


CAPACITY = {
    "code": ["73257"],
    "HTCH23": ["120"],
    "RTLIT23": ["3000"],
    "meubles": ["400"],
    "CPGE23": ["50"],
    "VVLIT23": ["200"],
    "chambres_d_hotes": ["10"],
}


def test_the_formula_of_the_code_du_tourisme():
    """DOMAIN § 10.4."""
    capacity = read_capacity(
        [
            (pd.DataFrame(CAPACITY), "tourisme"),
            (pd.DataFrame({"CODGEO": ["73257"], "P20_RSECOCC": ["2500"]}), "logement"),
        ]
    )
    assert capacity["seasonal_population"].to_dict() == {"73257": 240 + 3000 + 1600 + 150 + 200 + 12500 + 20}
    assert capacity["seasonal_population"].iloc[0] == 17710


def test_the_people_of_the_seasons_by_commune():
    capacity = read_capacity([(pd.DataFrame(CAPACITY), "tourisme")])
    places = cells([("73257", 300, 6.5, 45.4), ("73257", 100, 6.6, 45.4), ("73001", 50, 6, 45.4)])
    heard = Heard()
    people = add_seasonal_people(places, capacity, winter_share=0.6, summer_share=0.25, progress=heard.progress)
    total = capacity["seasonal_population"].iloc[0]
    assert people["seasonal_population"].tolist() == [total * 0.75, total * 0.25, 0]
    assert people["winter_population"].sum() == pytest.approx(450 + 0.6 * total)
    assert people["summer_population"].sum() == pytest.approx(450 + 0.25 * total)
    assert "450 residents" in heard.said[0]


def test_what_tables_of_capacity_do_not_say_is_told():
    heard = Heard()
    read_capacity([(pd.DataFrame(CAPACITY), "tourisme")], progress=heard.progress)
    assert heard.warned == [
        "No table says: second homes, moorings. They count as none, so the seasonal population is too low."
    ]
    with pytest.raises(InputError, match="has no code of commune, or no lodging"):
        read_capacity([(pd.DataFrame({"code": ["73257"]}), "x")])
    with pytest.raises(InputError, match="stands in another table too"):
        read_capacity([(pd.DataFrame(CAPACITY), "a"), (pd.DataFrame(CAPACITY), "b")])
    with pytest.raises(InputError, match="No place bears the code"):
        add_seasonal_people(
            cells([("01001", 1, 5, 46)]), read_capacity([(pd.DataFrame(CAPACITY), "a")]), winter_share=1, summer_share=1
        )


@pytest.mark.parametrize(
    ("corners", "side"),
    [
        ([(3959000, 2343000)], 1000),
        ([(3959000, 2343000), (3963000, 2343000)], 1000),
        ([(3959200, 2343000)], 200),
        ([(3959100, 2343000), (3959400, 2343000)], 100),
    ],
)
def test_the_side_of_cells_given_by_their_corners(corners, side):
    table = pd.DataFrame({"x_laea": [x for x, _ in corners], "y_laea": [y for _, y in corners], "pop": 1})
    assert read_grid(table, "g").geometry.iloc[0].coords[0] == (corners[0][0] + side / 2, corners[0][1] + side / 2)
    with pytest.raises(InputError, match="lie on no grid"):
        read_grid(table.assign(x_laea=table["x_laea"] + 37), "g")


def test_the_latest_year_of_a_grid_and_the_threshold_of_secrecy():
    table = pd.DataFrame(
        {"GRD_ID": ["CRS3035RES1000mN2343000E3959000"], "TOT_P_2006": [1], "TOT_P_2021": [30], "TOT_P_2018": [2]}
    )
    assert read_grid(table, "g")[["population", "secret"]].to_numpy().tolist() == [[30, False]]
    assert read_grid(table, "g", few_people=40)["secret"].tolist() == [True]


def test_infinity_is_no_number_of_people():
    with pytest.raises(InputError, match="holds text where a number is needed"):
        read_grid(filosofi(ind=["1", "inf"]), "g")


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("nom;lon;lat;population", "Bourg;3,5;45,25;120"),
        ("lon,lat,population", "3.5,45.25,120"),
        ("Lieu;Longitude;Latitude;Habitants", "Bourg;3,5;45,25;120"),
    ],
)
def test_a_plain_table_of_points(tmp_path, header, cells):
    (tmp_path / "points.csv").write_text(f"{header}\n{cells}\n", encoding="utf-8")
    people = import_population(tmp_path / "points.csv")
    assert people["population"].tolist() == [120]
    assert (people.geometry.x.iloc[0], people.geometry.y.iloc[0]) == pytest.approx((3.5, 45.25))
    assert people.crs.to_epsg() == 4326
