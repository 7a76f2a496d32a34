"""Files as people have them: encodings, separators, title rows, spreadsheets, and whatever bytes can be."""

import geopandas as gpd
import pandas as pd
import pyogrio
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from access_plugin.engine.errors import InputError
from access_plugin.engine.plain_words import plain
from access_plugin.engine.reading import best_header, read_table_file, read_vector_file
from access_plugin.engine.table_rows import first_cells
from access_plugin.engine.tables import renamed
from access_plugin.engine.territory.communes import is_communes

ROWS = [["code", "Libellé"], ["01451", "Viriat ; Ain"], ["2A004", "Ajaccio"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_dialects(tmp_path, encoding, separator):
    path = tmp_path / "t.csv"
    path.write_bytes("".join(separator.join(f'"{cell}"' for cell in row) + "\r\n" for row in ROWS).encode(encoding))
    table, name = read_table_file(path)
    assert name == "t.csv"
    assert table.columns.tolist() == ROWS[0]
    assert table.to_numpy().tolist() == ROWS[1:]
    assert table.index.tolist() == [2, 3]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".ods"])
def test_title_rows_are_skipped_and_codes_keep_their_zeros(tmp_path, suffix):
    rows = [
        ["Accessibilité potentielle", ""],
        ["Champ : France", ""],
        ["", ""],
        ["Code commune INSEE", "Commune"],
        ["01001", "L'Abergement"],
        ["01002", "x"],
    ]
    path = tmp_path / f"t{suffix}"
    if suffix == ".csv":
        path.write_text("\n".join(";".join(row) for row in rows), encoding="utf-8")
    else:
        pyogrio.write_dataframe(pd.DataFrame(rows, columns=["a", "b"]), path, driver=suffix[1:].upper())
    table, _ = read_table_file(path, is_header=is_communes)
    assert table.columns.tolist() == ["Code commune INSEE", "Commune"]
    assert table["Code commune INSEE"].tolist() == ["01001", "01002"]


def test_of_several_sheets_the_latest_year_with_such_a_header(tmp_path):
    path = tmp_path / "apl.xlsx"
    for sheet, value in (("Notes", None), ("APL_2019", "19"), ("APL 2023", "23"), ("Lisez-moi 2024", None)):
        rows = [["Code commune INSEE", "Commune", "APL"], ["01001", "x", value]] if value else [["Des notes", "", ""]]
        pyogrio.write_dataframe(
            pd.DataFrame(rows, columns=list("abc")), path, layer=sheet, driver="XLSX", append=path.exists()
        )
    table, _ = read_table_file(path, is_header=is_communes)
    assert table["APL"].tolist() == ["23"]


def test_no_header_is_a_sentence(tmp_path):
    (tmp_path / "t.csv").write_text("a;b\n1;2\n")
    with pytest.raises(InputError, match=r"no row of the first 30 looks like the header .* \(its first row is: a, b\)"):
        read_table_file(tmp_path / "t.csv", is_header=is_communes)


def test_rows_longer_than_the_header_are_named(tmp_path):
    (tmp_path / "t.csv").write_text("a;b\n1;2\n1;2;3\n")
    with pytest.raises(InputError, match="row 3 has more cells than the header"):
        read_table_file(tmp_path / "t.csv")


def test_wanted_columns_only(tmp_path):
    (tmp_path / "t.csv").write_text("Idcar_200m;Ind;Men\nx;1;2\n")
    table, _ = read_table_file(tmp_path / "t.csv", wanted=lambda word: word == "ind")
    assert table.to_dict("list") == {"Ind": ["1"]}


def test_a_cut_geopackage_and_a_false_spreadsheet(tmp_path):
    path = tmp_path / "x.gpkg"
    gpd.GeoDataFrame({"a": range(5000)}, geometry=gpd.points_from_xy(range(5000), range(5000)), crs=2154).to_file(
        path, engine="pyogrio"
    )
    whole = path.read_bytes()
    for size in (100, len(whole) // 2, len(whole) - 5000):
        path.write_bytes(whole[:size])
        with pytest.raises(InputError, match="cannot be read as a vector file|is cut short"):
            read_vector_file(path)
    (tmp_path / "x.xlsx").write_bytes(b"PK\3\4 no spreadsheet")
    with pytest.raises(InputError, match="cannot be read as a spreadsheet"):
        read_table_file(tmp_path / "x.xlsx")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Code commune INSEE ", "code_commune_insee"),
        ("Rôle", "role"),
        ("\ufeffID", "id"),
        ("P20_RSECOCC", "p20_rsecocc"),
        ("d’été", "d_ete"),
    ],
)
def test_plain_headers(word, expected):
    assert plain(word) == expected


def test_two_headers_of_one_meaning_are_told():
    with pytest.raises(InputError, match="several columns for name"):
        renamed(pd.DataFrame({"Nom": ["a"], "name": ["b"]}), {"nom": "name"}, "list")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.one_of(
        st.binary(max_size=400),
        st.text(alphabet='ab;,"\n\r\t|1é\0\ufeff', max_size=200).map(
            lambda text: text.encode("utf-8", "surrogatepass")
        ),
    )
)
def test_any_bytes_give_a_table_or_a_sentence(tmp_path, content):
    path = tmp_path / "any.csv"
    path.write_bytes(content)
    try:
        table, _ = read_table_file(path)
    except InputError as error:
        assert str(error)
    else:
        assert len(table) > 0
        assert all(isinstance(cell, str) for cell in table.to_numpy().ravel())


def test_a_quote_that_is_never_closed_is_told(tmp_path):
    (tmp_path / "t.csv").write_text('code;nom;temps\n43001;a;1\n43002;b;"100\n43005;c;3\n')
    with pytest.raises(InputError, match="a quote is opened in the last row, from line 3 on, and never closed"):
        read_table_file(tmp_path / "t.csv")


def test_two_columns_of_one_name_are_told(tmp_path):
    (tmp_path / "t.csv").write_text("code;nom;nom\n1;a;b\n")
    with pytest.raises(InputError, match="t.csv has several columns called nom"):
        read_table_file(tmp_path / "t.csv")


def test_a_table_without_geometry_in_a_geopackage(tmp_path):
    pyogrio.write_dataframe(pd.DataFrame({"code": [1001], "temps": [12.5]}), tmp_path / "t.gpkg", driver="GPKG")
    table, _ = read_table_file(tmp_path / "t.gpkg")
    assert table.to_dict("list") == {"code": [1001], "temps": [12.5]}


def test_of_several_years_the_latest():
    assert best_header("pop|pmun|pmun\\d+", ["pmun2006", "pmun2021", "pmun2015"]) == "pmun2021"
    assert best_header(r"p\d\d_pop", ["p10_pop", "p21_pop", "p99_pop"]) == "p21_pop"
    assert best_header("pop|pmun\\d+", ["pmun2021", "pop"]) == "pop"
    assert best_header("x", ["y"]) is None


def test_long_lines_and_odd_beginnings_do_not_stop_the_look_at_a_file(tmp_path):
    (tmp_path / "t.txt").write_text("x" * 500_000)
    assert first_cells(tmp_path / "t.txt")
    (tmp_path / "u.csv").write_bytes(("é" * 600_000).encode())  # the first million bytes end inside a letter or not
    assert first_cells(tmp_path / "u.csv")[0][0].startswith("éé")


def test_a_shapefile_without_its_table_is_told(tmp_path):
    gpd.GeoDataFrame({"speed": [50]}, geometry=[shapely.LineString([(0, 0), (1, 1)])], crs=2154).to_file(
        tmp_path / "roads.shp", engine="pyogrio"
    )
    (tmp_path / "roads.dbf").unlink()
    with pytest.raises(
        InputError,
        match=r"the file roads\.dbf, which holds its fields, does not lie beside it\. Copy all files of the layer",
    ):
        read_vector_file(tmp_path / "roads.shp")


def layers_of(path, **tables):
    """Write a GeoPackage of several layers; what draws nothing is a table."""
    for name, table in tables.items():
        pyogrio.write_dataframe(table, path, layer=name, append=path.exists())
    return path


def test_of_several_layers_the_one_that_draws_something_is_read_or_the_file_is_refused(tmp_path):
    """The first one was taken, with a warning in English to nobody."""
    communes = gpd.GeoDataFrame({"code": ["01001"]}, geometry=[shapely.box(5, 45, 6, 46)], crs=4326)
    sites = gpd.GeoDataFrame({"type": ["SU"]}, geometry=gpd.points_from_xy([5], [45]), crs=4326)
    notes = pd.DataFrame({"note": ["…"]})
    both = layers_of(tmp_path / "both.gpkg", communes=communes, sites=sites)
    for read in (read_vector_file, read_table_file):
        with pytest.raises(InputError, match=r"both.gpkg holds several layers \(communes, sites\)\. Load the one"):
            read(both)
    assert read_vector_file(both, layer="sites")[0]["type"].tolist() == ["SU"]
    beside = layers_of(tmp_path / "beside.gpkg", notes=notes, sites=sites)
    empty = layers_of(tmp_path / "empty.gpkg", communes=communes.iloc[:0], sites=sites)
    for path in (beside, empty):
        assert read_vector_file(path)[0]["type"].tolist() == ["SU"]
        assert read_table_file(path)[0]["type"].tolist() == ["SU"]
    alone = layers_of(tmp_path / "alone.gpkg", notes=notes)
    assert read_table_file(alone)[0]["note"].tolist() == ["…"]
    styled = layers_of(tmp_path / "styled.gpkg", notes=notes, layer_styles=pd.DataFrame({"styleQML": ["<qgis/>"]}))
    assert read_table_file(styled)[0]["note"].tolist() == ["…"]
    tables = layers_of(tmp_path / "tables.gpkg", notes=notes, codes=notes)
    with pytest.raises(InputError, match=r"tables.gpkg holds several layers \(notes, codes\)"):
        read_table_file(tables)
