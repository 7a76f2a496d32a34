"""The list of an ARS; sources merged, placed, checked and logged."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from heard import Heard
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import box
from site_files import amm, ars, authorisation, communes, listed, read_text, rows

from access_plugin.engine.errors import InputError
from access_plugin.engine.seasons import holds_in
from access_plugin.engine.sites.formats import Around, Source, import_sites, read_source, table_source
from access_plugin.engine.sites.hours import open_minutes
from access_plugin.engine.sites.merge import merge
from access_plugin.engine.sites.raw import SiteLog, site_rows
from access_plugin.engine.sites.table import read_sites

# The list of an ARS


def test_hours():
    assert open_minutes("24/7").all() and open_minutes("").all()
    assert open_minutes("Mo-Fr 08:00-20:00; Sa 08:00-13:00").sum() == 60 * 65
    assert open_minutes("20:00-08:00").sum() == 7 * 12 * 60
    for commas, rules in (
        ("Mo-Fr 08:00-20:00, Sa 08:00-13:00", "Mo-Fr 08:00-20:00; Sa 08:00-13:00"),
        ("Mo-Fr 08:00-12:00, Mo-Fr 14:00-18:00", "Mo-Fr 08:00-12:00,14:00-18:00"),
        ("lundi-vendredi 8h-20h, samedi 8h-12h", "Mo-Fr 08:00-20:00; Sa 08:00-12:00"),
    ):
        assert (open_minutes(commas) == open_minutes(rules)).all()  # a comma adds, where “;” replaces
    week = open_minutes("Fr 20:00-08:00; Sa 10:00-12:00").reshape(7, -1)
    # the night of Friday goes on into Saturday
    assert (week[4].sum(), week[5].sum(), week[6].sum()) == (4 * 60, 10 * 60, 0)
    assert open_minutes("Fr-Mo 09:00-10:00").reshape(7, -1).sum(axis=1).tolist() == [60, 0, 0, 0, 60, 60, 60]
    assert open_minutes("lu-ve 8:00-12:00,14:00-18:00").sum() == 5 * 8 * 60
    assert open_minutes("08:00-18:00; Su off; PH off").sum() == 6 * 600
    for french in (
        "lun-ven 8h-20h",
        "Lundi à vendredi 8h00-20h00",
        "lu-ve 08:00–20:00",
        "Lundi-Vendredi 8h-20h; dimanche fermé",
    ):
        assert open_minutes(french).sum() == open_minutes("Mo-Fr 08:00-20:00").sum() == 60 * 60, french
    for french in ("H24", "24h/24", "24h/24 7j/7", "h24 7/7"):
        assert open_minutes(french).all(), french


@pytest.mark.parametrize(
    "text",
    [
        "Su off",
        "Mo 25:00-26:00",
        "x",
        "08:00-08:00",
        ";",
        "Mo 8h-",
        "Mo-Xx 08:00-09:00",
        "08:60-09:00",
        "PH 08:00-12:00",
    ],
)
def test_impossible_hours(text):
    with pytest.raises(ValueError):
        open_minutes(text)
    table = pd.DataFrame({"type": ["CSNP"], "lon": ["5"], "lat": ["45"], "horaires": [text]}, index=[4])
    with pytest.raises(InputError, match="impossible opening hours in feature 4"):
        read_sites(table, "list")


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="MoTuFrSa0123456789:-,; of/24", max_size=30))
def test_any_text_is_hours_or_none(text):
    try:
        week = open_minutes(text)
    except ValueError:
        return
    assert week.shape == (10080,) and week.any()


def test_seasons_by_days():
    seasons = pd.Series(["all_year", "winter", "summer", "12-15/04-15", "06-01/09-30", "02-15/03-01", ""])
    assert holds_in(seasons, "winter").tolist() == [True, True, False, True, False, False, True]
    assert holds_in(seasons, "summer").tolist() == [True, False, True, False, True, False, True]
    table = read_sites(pd.DataFrame({"type": ["MCS"], "lon": ["5"], "lat": ["45"], "saison": ["12-15/04-15"]}), "list")
    assert holds_in(table["season"], "winter").all() and not holds_in(table["season"], "summer").any()


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        ("saison", "13-01/02-01", "unknown season in feature 0"),
        ("niveau", "3", "the level of a CABINET_MONTAGNE is 1 or 2"),
        ("delai_min", "300", "delai_min is above 240"),
        ("nb_mcs", "-1", "nb_mcs is below 0"),
        ("capacite", "beaucoup", "holds text where a number is needed"),
        ("type", "HOPITAL", "unknown role in feature 0"),
    ],
)
def test_lists_that_say_impossible_things(column, value, words):
    table = pd.DataFrame({"type": ["CABINET_MONTAGNE"], "lon": ["5"], "lat": ["45"]}).assign(**{column: [value]})
    with pytest.raises(InputError, match=words):
        read_sites(table, "list")


def test_positions_are_checked_against_the_commune():
    """Inside; 4 km outside: kept, doubtful; 80 km outside: moved to the chef-lieu; none: at the chef-lieu.

    None and no commune: left out.
    """
    source = listed(
        [
            ("in", "MCS", "01001", "5.05", "46.01"),
            ("near", "MCS", "01002", "5.05", "46.05"),
            ("far", "MCS", "01001", "6.1", "46.05"),
            ("none", "MCS", "1002", "", ""),
            ("lost", "MCS", "", "", ""),
        ]
    )
    heard, log = Heard(), SiteLog()
    sites = import_sites([source], Around(communes=communes()), log, progress=heard.progress).set_index("id")
    assert sites["precision"].to_dict() == {"in": "", "near": "doubtful", "far": "commune", "none": "commune"}
    assert (sites.geometry["far"].x, sites.geometry["none"].x) == (5.05, 5.15)
    table = log.table().set_index("id")
    assert table["action"].to_dict() == {"near": "doubtful", "far": "moved", "none": "moved", "lost": "left_out"}
    assert table.at["near", "distance_km"] == pytest.approx(3.87, abs=0.02)
    assert table.at["far", "distance_km"] == pytest.approx(77.4, abs=0.5)
    assert "1 site has a doubtful position: near (4 km)" in " ".join(heard.warned)
    assert (
        table.at["lost", "detail"]
        == "it has no coordinates, and its commune is not known (code_insee, or commune and code_postal)"
    )
    assert (
        "1 site was left out" in heard.warned[-1]
        and "the commune (code_insee, or commune and code_postal) and a layer of communes" in heard.warned[-1]
    )


def test_no_position_at_all_is_an_error():
    with pytest.raises(InputError, match="No site has a position.*code_insee.*a layer of communes"):
        import_sites([listed([("a", "MCS", "01001", "", "")])], Around(), SiteLog())


def test_a_belt_keeps_neighbours_and_foreigners():
    area = gpd.GeoSeries([box(5, 46, 5.2, 46.2)], crs=4326)
    rows = [
        ("in", "SU", "", "5.1", "46.1"),
        ("geneva", "SU", "", "6.14", "46.2"),
        ("far", "SU", "", "2", "46"),
        ("nowhere", "SU", "75056", "", ""),
    ]
    heard = Heard()
    sites = import_sites([listed(rows)], Around(area=area, belt_km=80), SiteLog(), progress=heard.progress)
    assert sites["id"].tolist() == ["in", "geneva"]
    assert (
        "2 of 3 sites and roles with a position lie in the area or within 80 km of it; the others were left out."
        in heard.said
    )
    with pytest.raises(InputError, match="No site lies in the area"):
        import_sites([listed(rows[2:3])], Around(area=area), SiteLog())


def test_merging_takes_the_surer_source_and_logs_the_rest():
    own = rows(("010000024", "SU", "Liste", np.nan, np.nan, "list"), ("mcs1", "MCS", "M", 5.0, 45.0, "list"))
    sae_rows = rows(
        ("010000024", "SU", "SAE", 5.2, 46.2, "sae"),
        ("010000024", "SMUR", "SAE", 5.2, 46.2, "sae"),
        ("010000032", "SMUR_ANTENNE", "x", 5.5, 46.0, "sae"),
    )
    finess = rows(("010000032", "SMUR", "y", 5.5, 46.0, "auth"))
    osm = rows(("w1", "SU", "OSM", 5.2001, 46.2001, "osm"), ("w2", "SU", "far", 5.3, 46.2, "osm"))
    log = SiteLog()
    merged = merge([("osm", osm), ("sae", sae_rows), ("table", own), ("authorisations", finess)], log)
    assert {tuple(row) for row in merged[["id", "role", "name"]].to_numpy()} == {
        ("010000024", "SU", "Liste"),
        ("mcs1", "MCS", "M"),
        ("010000032", "SMUR", "y"),
        ("010000024", "SMUR", "SAE"),
        ("w2", "SU", "far"),
    }
    assert merged.set_index(["id", "role"]).at[("010000024", "SU"), "lon"] == 5.2  # filled in by the SAE
    assert log.table()[["id", "role", "action"]].to_numpy().tolist() == [
        ["010000024", "SU", "merged"],
        ["010000032", "SMUR_ANTENNE", "merged"],
        ["w1", "SU", "merged"],
    ]
    again = merge([("table", own), ("authorisations", finess), ("sae", sae_rows), ("osm", osm)], SiteLog())
    pd.testing.assert_frame_equal(again, merged)


def test_several_sources_in_one_import(shared, tmp_path):
    """The ARS's own list stands above the SAE, and brings what no national file knows."""
    (tmp_path / "ars.csv").write_text(
        "id;type;nom;code_insee;lon;lat;delai_min\n010000024;SU;Bourg (liste ARS);01451;5,21;46,22;3\n"
        "m1;MCS;;07027;4,8;44,78;\n",
        encoding="cp1252",
    )
    log = SiteLog()
    sources = [
        read_source(tmp_path / "ars.csv", log),
        read_source(shared("aura/su_smur_sae2023_aura_plus60km.csv"), log),
    ]
    sites = import_sites(sources, Around(), log)
    bourg = sites[sites["id"] == "010000024"].set_index("role")
    assert bourg.at["SU", "name"] == "Bourg (liste ARS)" and bourg.at["SU", "delay_min"] == 3
    assert bourg.at["SMUR", "name"] == "CH DE FLEYRIAT"
    assert (sites["role"] == "MCS").sum() == 1
    assert log.count("merged") == 1


def test_the_result_keeps_the_reference_system_of_its_source():
    layer = gpd.GeoDataFrame(
        {"id": ["a"], "role": ["SU"]}, geometry=gpd.points_from_xy([870262.2], [6571540.8]), crs=2154
    )
    sites = import_sites([table_source(layer, "layer", SiteLog())], Around(), SiteLog())
    assert sites.crs.to_epsg() == 2154
    assert sites.geometry.iloc[0].x == pytest.approx(870262.2, abs=1e-3)


# What a reviewer found


def test_two_lists_without_ids_keep_all_their_sites(tmp_path):
    sources = [
        ars(
            tmp_path,
            f"type;nom;code_insee;lon;lat\nMCS;A;{code}001;{lon};45\nMCS;B;{code}002;{lon};45,1\n",
            f"mcs_{code}.csv",
        )[0]
        for code, lon in ((15, 2.5), (43, 3.9))
    ]
    log = SiteLog()
    sites = import_sites(sources, Around(), log)
    assert len(sites) == 4 and sites["id"].is_unique
    assert log.count("merged") == 0


def test_a_site_of_the_region_with_swapped_coordinates_is_moved_and_not_lost():
    area = gpd.GeoSeries([box(5, 46, 5.2, 46.1)], crs=4326)
    sites = site_rows(
        [
            {
                "id": "010000024",
                "role": "SU",
                "name": "X",
                "insee": "01001",
                "lon": 46.05,
                "lat": 5.05,
                "source": "sae",
            },
            {
                "id": "750000001",
                "role": "SU",
                "name": "Paris",
                "insee": "75056",
                "lon": 2.35,
                "lat": 48.85,
                "source": "sae",
            },
            {"id": "330000001", "role": "SU", "name": "Bordeaux", "insee": "33063", "source": "sae"},
            {"id": "010000032", "role": "SU", "name": "Lost", "insee": "01009", "source": "sae"},
        ]
    )
    heard, log = Heard(), SiteLog()
    found = import_sites([Source("sae", sites)], Around(communes=communes(), area=area), log, progress=heard.progress)
    assert found[["id", "precision"]].to_numpy().tolist() == [["010000024", "commune"]]
    # Bordeaux and Paris were not asked for
    assert log.table()[["id", "action"]].to_numpy().tolist() == [["010000024", "moved"], ["010000032", "left_out"]]
    assert "1 of 2 sites and roles with a position lies in the area" in " ".join(heard.said)


def test_the_log_keeps_what_was_left_out_of_the_area_s_departements(tmp_path):
    source, log = ars(
        tmp_path,
        "finess,etat,type,san_urg,geoloc_4326_long,geoloc_4326_lat\n010000024,ACTUEL,ET,OUI,5.1,46.05\n"
        "010000032,OBSOLETE,ET,OUI,5,46\n750000001,OBSOLETE,ET,OUI,2,48\n",
        "t.csv",
    )
    import_sites([source], Around(area=gpd.GeoSeries([box(5, 46, 5.2, 46.1)], crs=4326)), log)
    assert log.table()[["id", "action"]].to_numpy().tolist() == [["010000032", "left_out"]]


def test_positions_count_before_merging_and_bring_the_commune(tmp_path):
    own, log = ars(tmp_path, "id;type;nom;lon;lat\nSU1;SU;Liste;5,2092;46,2223\n")
    positions = pd.DataFrame({"lon": [5.2091], "lat": [46.2222], "insee": ["01451"]}, index=["010000024"])
    sae_source = Source("sae", site_rows([{"id": "010000024", "role": "SU", "name": "SAE", "source": "sae"}]))
    sites = import_sites([own, sae_source], Around(positions), log)
    assert sites[["id", "insee"]].to_numpy().tolist() == [["SU1", "01451"]]
    authorised, log = read_text(tmp_path, authorisation().replace("010000024", "10000024"))
    assert import_sites([authorised], Around(positions), SiteLog())[["id", "insee"]].to_numpy().tolist() == [
        ["010000024", "01451"]
    ]


def test_an_id_that_lost_its_zero_is_the_same_site(tmp_path):
    own, log = ars(tmp_path, "id;type;nom;lon;lat\n10000024;SU;Liste;5,2092;46,2223\n12345678;MCS;Autre;2,3;48,8\n")
    # the second is no number of the Ain: it stands in Paris
    assert own.rows["id"].tolist() == ["010000024", "12345678"]


def test_roles_of_one_site_in_one_list_are_all_kept_and_the_reform_goes_before_the_former_regime():
    own = rows(
        ("1", "SU", "a", 5.3, 46.3, "l"),
        ("1", "AMU", "a", 5.3, 46.3, "l"),
        ("2", "SMUR", "b", 5.3, 46.3, "l"),
        ("2", "SMUR_ANTENNE", "b", 5.9, 46.1, "l"),
    )
    assert len(merge([("table", own)], SiteLog())) == 4
    former, reform = rows(("9", "SU", "x", 5.3, 46.3, "a.csv")), rows(("9", "AMU", "x", 5.3, 46.3, "b.xml"))
    for order in (
        [("authorisations", former), ("authorisations", reform)],
        [("authorisations", reform), ("authorisations", former)],
    ):
        assert merge(order, SiteLog())["role"].tolist() == ["AMU"]


def test_both_kinds_of_coordinates_in_one_list(tmp_path):
    source, _ = ars(tmp_path, "id;type;nom;lon;lat;x_l93;y_l93\na;MCS;x;5,2;46,2;;\nb;MCS;y;;;870262,2;6571540,8\n")
    assert source.rows["lon"].tolist() == pytest.approx([5.2, 5.209181], abs=1e-6)


def test_a_list_below_its_titles(tmp_path):
    source, _ = ars(tmp_path, "Liste des MCS;au 1er janvier\n\nid;type;lon;lat\na;MCS;5,2;46,2\n")
    assert source.rows[["id", "role"]].to_numpy().tolist() == [["a", "MCS"]]


def test_swapped_degrees_closed_sites_and_accents_in_seasons(tmp_path):
    with pytest.raises(InputError, match="feature 2 lies outside .*: its coordinates are swapped"):
        ars(tmp_path, "id;type;lon;lat\na;MCS;46,2;5,2\n")
    source, log = ars(
        tmp_path,
        "id;type;lon;lat;date_debut;date_fin;saison\na;MCS;5;46;;31/12/2019;Année\nb;MCS;5;46;2027-01-01;;\n"
        "c;MCS;5;46;2020-01-01;2030-01-01;Été\n",
    )
    assert source.rows[["id", "season"]].to_numpy().tolist() == [["c", "summer"]]
    assert log.table()["id"].tolist() == ["a", "b"]
    with pytest.raises(InputError, match="date_fin holds no date in row 2"):
        ars(tmp_path, "id;type;lon;lat;date_fin\na;MCS;5;46;bientôt\n")


def test_dates_of_authorisations_in_french_and_rows_without_an_establishment(tmp_path):
    text = (
        "nofinesset;rset;activite;modalite;mention;datefin\n010000001;A;QA014;MO032;;01/01/2030\n"
        "010000002;B;QA014;MO032;;31/12/2020\n;C;QA014;MO032;;\n"
    )
    source, log = read_text(tmp_path, text)
    assert source.rows["id"].tolist() == ["010000001"]
    assert log[["id", "action"]].to_numpy().tolist() == [["010000002", "left_out"], ["", "left_out"]]
    source, _ = read_text(
        tmp_path,
        "<f>"
        + amm("010000001", "MO032")
        + "<activiteamm><activite>QA014</activite><modalite>MO032</modalite></activiteamm></f>",
        "x.xml",
    )
    assert len(source.rows) == 1


def test_authorisations_in_a_spreadsheet(tmp_path):
    import pyogrio

    table = pd.DataFrame(
        [["nofinesset", "rset", "activite", "modalite", "mention"], ["010000001", "A", "QA014", "MO031", "ME000"]],
        columns=list("abcde"),
    )
    pyogrio.write_dataframe(table, tmp_path / "a.xlsx", driver="XLSX")
    assert read_source(tmp_path / "a.xlsx", SiteLog()).rows[["id", "role"]].to_numpy().tolist() == [
        ["010000001", "SMUR"]
    ]


def test_a_format_that_a_file_cannot_have(tmp_path):
    layer = gpd.GeoDataFrame({"finess": ["010000024"]}, geometry=gpd.points_from_xy([5], [46]), crs=4326)
    layer.to_file(tmp_path / "x.gpkg", engine="pyogrio")
    for format in ("finess", "t_finess", "sae"):
        with pytest.raises(InputError, match=f"the format {format} is a table"):
            read_source(tmp_path / "x.gpkg", SiteLog(), format=format)
