"""Sites out of the files of the État and of an ARS: each format, merged, placed, checked, and logged."""

import datetime

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import box

from access_plugin.engine.access.times import in_season
from access_plugin.engine.errors import InputError
from access_plugin.engine.progress import Progress
from access_plugin.engine.reading import read_table_file, read_vector_file
from access_plugin.engine.sites.formats import Around, Source, format_of, import_sites, read_positions_file, read_source, table_source
from access_plugin.engine.sites.hours import open_minutes, share_of_week
from access_plugin.engine.sites.merge import merge
from access_plugin.engine.sites.raw import SiteLog, site_rows
from access_plugin.engine.sites.table import open_in_season, read_sites
from access_plugin.engine.territory.communes import read_communes, stacked

HEAD = "finess;etalab;111;2026-05-12\n"
FLEYRIAT = (
    "structureet;010000024;010780054;CH DE FLEYRIAT;CENTRE HOSPITALIER DE BOURG-EN-BRESSE FLEYRIAT;;;900;RTE;DE PARIS;;;451;01;AIN;01440 VIRIAT;0474454647;"
    "0474454114;355;Centre Hospitalier (C.H.);1102;Centres Hospitaliers;26010004500012;8610Z;03;ARS établissements Publics de santé dotation globale;1;"
    "Etablissement public de santé;1979-02-13;1979-02-13;2020-02-04;\n"
)
PLACE = "geolocalisation;010000024;870262.2;6571540.8;1,ATLASANTE,96,BAN,EPSG:2154 RGF93 / Lambert-93 (Métropole);2026-05-04\n"


class Heard:
    def __init__(self):
        self.said, self.warned = [], []
        self.progress = Progress(on_message=self.said.append, on_warning=self.warned.append)


def structure(number, commune="451", departement="01", category="355", name="X"):
    return FLEYRIAT.replace("010000024", number, 1).replace(";451;01;", f";{commune};{departement};").replace(";355;", f";{category};").replace("CENTRE HOSPITALIER DE BOURG-EN-BRESSE FLEYRIAT", name)


def stock(tmp_path, *rows, encoding="utf-8"):
    path = tmp_path / "etalab-cs1100507-stock.csv"
    path.write_bytes((HEAD + "".join(rows)).encode(encoding))
    return path


# FINESS


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_the_stock_of_finess_and_its_control_vector(tmp_path, encoding):
    positions = read_positions_file(stock(tmp_path, FLEYRIAT, PLACE, encoding=encoding))
    lon, lat, insee = positions.loc["010000024"]
    assert insee == "01451"
    assert (lon, lat) == pytest.approx((5.209181, 46.222286), abs=2e-6)


def test_quoted_separators_old_coordinates_swaps_and_missing_places(tmp_path):
    path = stock(
        tmp_path, structure("010000001", name='"A ; B"'), structure("010000002", category="124"), structure("690000003", "381", "69", "603"), structure("970000004", "11", "9D", "603"),
        structure("010000005"), "geolocalisation;010000001;6571540.8;870262.2;1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,LAMBERT_93;2020-01-01\n",
        "geolocalisation;010000005;12;13;1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,LAMBERT_93;2020-01-01\n",
    )  # fmt: skip
    heard, log = Heard(), SiteLog()
    source = read_source(path, log, progress=heard.progress)
    assert source.format == format_of(path) == "finess"
    assert source.rows[["id", "role", "insee"]].to_numpy().tolist() == [["010000002", "CDS", "01451"], ["690000003", "MSP", "69123"], ["970000004", "MSP", "97411"]]
    assert "1 had x and y swapped and were turned round (010000001), 1 lie outside their reference system (010000005)" in heard.said[0]
    positions = read_positions_file(path)
    assert positions.loc["010000001", ["lon", "lat"]].tolist() == pytest.approx([5.209181, 46.222286], abs=2e-6)


def test_a_stock_saved_from_a_spreadsheet_is_refused(tmp_path):
    with pytest.raises(InputError, match="rows 2 do not have the 32 cells"):
        read_source(stock(tmp_path, "structureet;010000024;x;y\n"), SiteLog())


# Authorisations


def authorisation(number="010000024", activity="14", modality="23", end="2030-01-01", lapsed="N"):
    cells = ["activiteoffresoin", "010780054", "EJ", activity, "Médecine d'urgence", modality, "lib", "00", "Pas de forme", "1", "2004-11-02", number, f"SITE {number}",
             *[""] * 8, "2005-01-01", end, "", lapsed, "", "", "N", "N", "", ""]  # fmt: skip
    return ";".join(cells) + "\n"


ON = datetime.date(2026, 11, 22)


def read_text(tmp_path, text, name="autorisations.csv"):
    (tmp_path / name).write_text(text, encoding="utf-8")
    log = SiteLog()
    return read_source(tmp_path / name, log, on=ON), log.table()


def test_the_former_regime_and_its_expired_rows(tmp_path):
    roles = {"22": "SAMU", "23": "SU", "24": "SU_PED", "26": "SMUR", "27": "SMUR_PED", "29": "SMUR_ANTENNE"}
    text = HEAD + "".join(authorisation(modality=code) for code in roles) + authorisation("010000032", end="2021-06-01") + authorisation("010000065", lapsed="O")
    source, log = read_text(tmp_path, text + authorisation(activity="16") + authorisation())
    assert source.format == "authorisations"
    assert source.rows.loc[source.rows["id"] == "010000024", "role"].tolist() == list(roles.values())
    assert "010000032" in set(source.rows["id"])  # expired, but kept and flagged
    assert "010000065" not in set(source.rows["id"])
    assert log[["id", "action"]].to_numpy().tolist() == [["010000032", "to_check"], ["010000065", "left_out"]]
    assert "2021-06-01" in log["detail"].iloc[0]


def amm(number, modality, mention="ME000", end="", name="S"):
    return (f"<activiteamm><nofinessej>1</nofinessej><activite>QA014</activite><modalite>{modality}</modalite><mention>{mention}</mention>"
            f"<nofinesset>{number}</nofinesset><rset>{name}</rset><datefin>{end}</datefin></activiteamm>")  # fmt: skip


def test_the_reform_in_xml(tmp_path):
    rows = [("1", "MO030", "ME000"), ("2", "MO031", "ME000"), ("3", "MO031", "ME067"), ("4", "MO032", "ME064"), ("5", "MO032", "ME065"), ("6", "MO033", "ME000"), ("7", "MO031", "ME064")]
    text = "<?xml version='1.0'?><fluxfiness>\n" + "".join(amm(f"01000000{n}", m, e) for n, m, e in rows) + amm("010000009", "MO032", end="2025-12-31") + "</fluxfiness>"
    source, log = read_text(tmp_path, text, "amm_arhgos.xml")
    found = source.rows.assign(last=source.rows["id"].str[-1]).groupby("last")["role"].agg(list).to_dict()
    assert found == {"1": ["SAMU"], "2": ["SMUR"], "3": ["SMUR_ANTENNE"], "4": ["SU_PED"], "5": ["SU", "SU_PED"], "6": ["AMU"], "7": ["SMUR_PED"]}
    assert log[["id", "action"]].to_numpy().tolist() == [["010000009", "left_out"]]  # the new regime has no extension by law


def test_the_reform_in_a_table_with_headers(tmp_path):
    source, _ = read_text(tmp_path, "nofinesset;rset;activite;modalite;mention;datefin\n010000024;CH;QA014;MO031;ME067;\n")
    assert source.rows[["id", "role", "name"]].to_numpy().tolist() == [["010000024", "SMUR_ANTENNE", "CH"]]


@pytest.mark.parametrize(("text", "name", "words"), [
    (HEAD + authorisation(activity="16"), "a.csv", "none of its 1 rows is an authorisation of emergency medicine"),
    ("activiteoffresoin;1;2\n", "a.csv", "row 1 has 3 cells"),
    ("<fluxfiness><activiteamm><nofinesset>1", "a.xml", "is not whole XML"),
])  # fmt: skip
def test_extracts_that_cannot_be_used(tmp_path, text, name, words):
    (tmp_path / name).write_text(text)
    with pytest.raises(InputError, match=words):
        read_source(tmp_path / name, SiteLog(), format="authorisations")


def test_t_finess(tmp_path):
    text = ("finess,etat,type,rs,categ_code,san_urg,geoloc_4326_long,geoloc_4326_lat\n10000024,ACTUEL,ET,CH,355,OUI,5.2,46.2\n010000032,OBSOLETE,ET,OLD,355,OUI,5,46\n"
            "010000065,ACTUEL,ET,NO,355,.,5,46\n010780054,ACTUEL,EJ,EJ,355,OUI,5,46\n")  # fmt: skip
    source, log = read_text(tmp_path, text, "t_finess.csv")
    assert source.format == "t_finess"
    assert source.rows[["id", "role", "lon"]].to_numpy().tolist() == [["010000024", "SU", 5.2]]
    assert log["action"].tolist() == ["left_out"]


# SAE


def sae(tmp_path, urgences, smur, communes):
    (tmp_path / "URGENCES_2023r.csv").write_text("BOR;AN;FI;RS;AUTSU;AUTGEN;AUTSAIS;AUTPED;EMG\n" + "".join(f"U;2023;{row}\n" for row in urgences), encoding="cp1252")
    (tmp_path / "SMURSAMU_2023r.csv").write_text("BOR;AN;FI;RS;SMUR;GEN;SAIS;PED;ANT;ANTSAIS;SAMU\n" + "".join(f"S;2023;{row}\n" for row in smur), encoding="cp1252")
    (tmp_path / "ID_2023r.csv").write_text("bor;an;fi;rs;COMINSEE\n" + "".join(f"ID;2023;{row}\n" for row in communes), encoding="cp1252")
    return tmp_path / "URGENCES_2023r.csv"


def test_the_sae_joins_its_tables(tmp_path):
    path = sae(
        tmp_path, ["010000001;HÔPITAL;1;1;0;1;0", "010000002;P;1;0;0;1;0", "010000003;E;1;1;1;0;1"],
        ["010000001;HÔPITAL;1;1;0;0;0;0;1", "010000004;ANTENNE;1;0;0;0;1;1;0", "010000005;NEO;1;0;0;1;0;0;0", "010000006;SAMU;0;;;;;;1"],
        [f"01000000{n};x;01451" for n in range(1, 7)],
    )  # fmt: skip
    log = SiteLog()
    rows = read_source(path, log).rows
    assert {tuple(row) for row in rows[["id", "role"]].to_numpy()} == {
        ("010000001", "SU"), ("010000001", "SU_PED"), ("010000001", "SMUR"), ("010000001", "SAMU"), ("010000002", "SU_PED"), ("010000003", "SU"),
        ("010000004", "SMUR_ANTENNE"), ("010000005", "SMUR_PED"), ("010000006", "SAMU"),
    }  # fmt: skip
    assert set(rows["insee"]) == {"01451"}
    assert rows.loc[rows["id"] == "010000001", "name"].iloc[0] == "HÔPITAL"
    assert log.table()["id"].tolist() == ["010000003", "010000004"]  # seasonal, without a season


def test_a_sae_without_its_sisters_says_so(tmp_path):
    (tmp_path / "ID_2023r.csv").write_text("bor;an;fi;rs;COMINSEE\nID;2023;010000001;x;01451\n")
    with pytest.raises(InputError, match="neither URGENCES .* nor SMURSAMU"):
        read_source(tmp_path / "ID_2023r.csv", SiteLog())


DEPARTEMENTS = "01 03 07 15 26 38 42 43 63 69 73 74".split()


def test_the_region_out_of_the_sae_of_2023(shared):
    """README of the data: 75 SU, 4 SU_PED, 46 SMUR, 8 antennes and 13 SAMU in the region, all placed."""
    heard, log = Heard(), SiteLog()
    positions = read_positions_file(shared("aura/gisco_healthcare_FR.csv"), progress=heard.progress)
    area = read_vector_file(shared("aura/communes_2018/region-auvergne-rhone-alpes.geojson"))[0].geometry
    contours = stacked([read_communes(*read_vector_file(path)) for path in sorted(shared("aura/communes_2018").glob("communes-*.geojson"))])
    source = read_source(shared("aura/sae_2023/SMURSAMU_2023r.csv"), log, progress=heard.progress)
    for communes in (None, contours, read_communes(*read_table_file(shared("aura/communes_2025.csv")))):
        sites = import_sites([source], Around(positions, communes, area), SiteLog())
        here = sites[sites["insee"].str[:2].isin(DEPARTEMENTS)]
        assert here["role"].value_counts().to_dict() == {"SU": 75, "SMUR": 46, "SAMU": 13, "SMUR_ANTENNE": 8, "SU_PED": 4}
        assert here.within(area.union_all().buffer(0.02)).all()
        assert (here["precision"] != "commune").all()
        assert len(sites) > len(here)  # the neighbours of the belt


def test_the_two_wrong_positions_of_the_joined_file_are_found(shared):
    """A site of Béziers lands in Saint-Étienne, one of Paris 9 km from the region (README of the data)."""
    log = SiteLog()
    sites = import_sites([read_source(shared("aura/su_smur_sae2023_aura_plus60km.csv"), log)], Around(), log)
    left = log.table().query("action == 'left_out'")
    assert set(left["id"]) == {"340000033", "750100018"}
    assert left.groupby("id")["distance_km"].first().round().to_dict() == {"340000033": 206, "750100018": 249}
    assert "Hérault" in left["detail"].iloc[0]
    assert sites["id"].nunique() == 139
    # where the commune is known, they stand there instead
    communes = read_communes(pd.DataFrame({"code": ["34032", "75056"], "nom": ["Béziers", "Paris"], "lon": ["3,215", "2.35"], "lat": ["43,344", "48.86"]}), "communes")
    log = SiteLog()
    sites = import_sites([read_source(shared("aura/su_smur_sae2023_aura_plus60km.csv"), log)], Around(communes=communes), log)
    assert sites["id"].nunique() == 141
    assert set(sites.loc[sites["precision"] == "commune", "id"]) == {"340000033", "750100018"}


# OpenStreetMap


def test_hospitals_of_an_extract(shared):
    heard = Heard()
    rows = read_source(shared("roads/andorra_2020/andorra.osm.pbf"), SiteLog(), progress=heard.progress).rows
    assert rows[["id", "role", "name"]].to_numpy().tolist() == [["w194554955", "SU", "Hospital de Nostra Senyora de Meritxell"]]
    assert (rows["lon"].iloc[0], rows["lat"].iloc[0]) == pytest.approx((1.534, 42.5115), abs=1e-3)
    assert "1 hospitals have emergency=yes; 1 say no, 7 do not say and are left out." in heard.said[0]


def test_an_extract_without_any_says_so(tmp_path):
    (tmp_path / "x.osm").write_text('<osm version="0.6"><node id="1" lon="5" lat="45" version="1"><tag k="amenity" v="hospital"/></node></osm>')
    with pytest.raises(InputError, match=r"no hospital has the tag emergency=yes \(1 do not say\)"):
        read_source(tmp_path / "x.osm", SiteLog())


def test_the_emergency_entrance_is_where_one_drives_to(tmp_path):
    def node(number, lon, lat, **tags):
        return f'<node id="{number}" lon="{lon}" lat="{lat}" version="1">' + "".join(f'<tag k="{k.replace("__", ":")}" v="{v}"/>' for k, v in tags.items()) + "</node>"

    (tmp_path / "x.osm").write_text(
        '<osm version="0.6">' + node(1, 5.0, 45.0, amenity="hospital", emergency="yes", name="A", ref__FR__FINESS="010000024")
        + node(2, 5.004, 45.0, emergency="emergency_ward_entrance") + node(3, 5.2, 45.0, emergency="emergency_ward_entrance") + "</osm>"
    )  # fmt: skip
    rows = read_source(tmp_path / "x.osm", SiteLog()).rows
    assert rows[["id", "lon", "precision"]].to_numpy().tolist() == [["010000024", 5.004, "OSM entrance"]]


# The list of an ARS


def test_hours():
    assert share_of_week("24/7") == share_of_week("") == 1
    assert open_minutes("Mo-Fr 08:00-20:00; Sa 08:00-13:00").sum() == 60 * 65
    assert open_minutes("20:00-08:00").sum() == 7 * 12 * 60
    week = open_minutes("Fr 20:00-08:00; Sa 10:00-12:00").reshape(7, -1)
    assert (week[4].sum(), week[5].sum(), week[6].sum()) == (4 * 60, 10 * 60, 0)  # the night of Friday goes on into Saturday
    assert open_minutes("Fr-Mo 09:00-10:00").reshape(7, -1).sum(axis=1).tolist() == [60, 0, 0, 0, 60, 60, 60]
    assert open_minutes("lu-ve 8:00-12:00,14:00-18:00").sum() == 5 * 8 * 60
    assert open_minutes("08:00-18:00; Su off; PH off").sum() == 6 * 600


@pytest.mark.parametrize("text", ["Su off", "Mo 25:00-26:00", "x", "08:00-08:00", ";", "Mo 8h-12h", "Mo-Xx 08:00-09:00", "08:60-09:00", "PH 08:00-12:00"])
def test_impossible_hours(text):
    with pytest.raises(ValueError):
        open_minutes(text)
    table = pd.DataFrame({"type": ["CSNP"], "lon": ["5"], "lat": ["45"], "horaires": [text]}, index=[4])
    with pytest.raises(InputError, match="impossible opening hours in features 4"):
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
    assert open_in_season(seasons, "winter").tolist() == [True, True, False, True, False, False, True]
    assert open_in_season(seasons, "summer").tolist() == [True, False, True, False, True, False, True]
    table = read_sites(pd.DataFrame({"type": ["MCS"], "lon": ["5"], "lat": ["45"], "saison": ["12-15/04-15"]}), "list")
    assert len(in_season(table, "winter")) == 1 and len(in_season(table, "summer")) == 0


@pytest.mark.parametrize(("column", "value", "words"), [
    ("saison", "13-01/02-01", "unknown season in features 0"), ("niveau", "3", "the level of a CABINET_MONTAGNE is 1 or 2"), ("delai_min", "300", "delay_min is above 240"),
    ("nb_mcs", "-1", "doctors is below 0"), ("capacite", "beaucoup", "holds text where a number is needed"), ("type", "HOPITAL", "unknown role in features 0"),
])  # fmt: skip
def test_lists_that_say_impossible_things(column, value, words):
    table = pd.DataFrame({"type": ["CABINET_MONTAGNE"], "lon": ["5"], "lat": ["45"]}).assign(**{column: [value]})
    with pytest.raises(InputError, match=words):
        read_sites(table, "list")


def communes():
    table = gpd.GeoDataFrame({"code": ["01001", "01002"], "nom": ["A", "B"], "lon_cheflieu": [5.05, 5.15], "lat_cheflieu": [46.05, 46.05]}, geometry=[box(5, 46, 5.1, 46.1), box(5.1, 46, 5.2, 46.1)], crs=4326)
    return read_communes(table, "communes")


def listed(rows):
    return table_source(pd.DataFrame(rows, columns=["id", "type", "code_insee", "lon", "lat"]), "list", SiteLog())


def test_positions_are_checked_against_the_commune():
    """Inside; 4 km outside: kept, doubtful; 80 km outside: moved to the chef-lieu; none: at the chef-lieu; none and no commune: left out."""
    source = listed([("in", "MCS", "01001", "5.05", "46.01"), ("near", "MCS", "01002", "5.05", "46.05"), ("far", "MCS", "01001", "6.1", "46.05"), ("none", "MCS", "1002", "", ""), ("lost", "MCS", "", "", "")])
    heard, log = Heard(), SiteLog()
    sites = import_sites([source], Around(communes=communes()), log, progress=heard.progress).set_index("id")
    assert sites["precision"].to_dict() == {"in": "", "near": "doubtful", "far": "commune", "none": "commune"}
    assert (sites.geometry["far"].x, sites.geometry["none"].x) == (5.05, 5.15)
    table = log.table().set_index("id")
    assert table["action"].to_dict() == {"near": "doubtful", "far": "moved", "none": "moved", "lost": "left_out"}
    assert table.at["near", "distance_km"] == pytest.approx(3.87, abs=0.02)
    assert table.at["far", "distance_km"] == pytest.approx(77.4, abs=0.5)
    assert "1 sites have a doubtful position: near (4 km)" in " ".join(heard.warned)


def test_no_position_at_all_is_an_error():
    with pytest.raises(InputError, match="No site has a position"):
        import_sites([listed([("a", "MCS", "01001", "", "")])], Around(), SiteLog())


def test_a_belt_keeps_neighbours_and_foreigners():
    area = gpd.GeoSeries([box(5, 46, 5.2, 46.2)], crs=4326)
    rows = [("in", "SU", "", "5.1", "46.1"), ("geneva", "SU", "", "6.14", "46.2"), ("far", "SU", "", "2", "46"), ("nowhere", "SU", "75056", "", "")]
    heard = Heard()
    sites = import_sites([listed(rows)], Around(area=area, belt_km=80), SiteLog(), progress=heard.progress)
    assert sites["id"].tolist() == ["in", "geneva"]
    assert "2 of 3 sites and roles with a position lie in the area or within 80 km of it; the others were left out." in heard.said
    with pytest.raises(InputError, match="No site lies in the area"):
        import_sites([listed(rows[2:3])], Around(area=area), SiteLog())


def rows(*sites):
    return site_rows([dict(zip(("id", "role", "name", "lon", "lat", "source"), site)) for site in sites])


def test_merging_takes_the_surer_source_and_logs_the_rest():
    own = rows(("010000024", "SU", "Liste", np.nan, np.nan, "list"), ("mcs1", "MCS", "M", 5.0, 45.0, "list"))
    sae_rows = rows(("010000024", "SU", "SAE", 5.2, 46.2, "sae"), ("010000024", "SMUR", "SAE", 5.2, 46.2, "sae"), ("010000032", "SMUR_ANTENNE", "x", 5.5, 46.0, "sae"))
    finess = rows(("010000032", "SMUR", "y", 5.5, 46.0, "auth"))
    osm = rows(("w1", "SU", "OSM", 5.2001, 46.2001, "osm"), ("w2", "SU", "far", 5.3, 46.2, "osm"))
    log = SiteLog()
    merged = merge([("osm", osm), ("sae", sae_rows), ("table", own), ("authorisations", finess)], log)
    assert {tuple(row) for row in merged[["id", "role", "name"]].to_numpy()} == {
        ("010000024", "SU", "Liste"), ("mcs1", "MCS", "M"), ("010000032", "SMUR", "y"), ("010000024", "SMUR", "SAE"), ("w2", "SU", "far")}
    assert merged.set_index(["id", "role"]).at[("010000024", "SU"), "lon"] == 5.2  # filled in by the SAE
    assert log.table()[["id", "role", "action"]].to_numpy().tolist() == [["010000024", "SU", "merged"], ["010000032", "SMUR_ANTENNE", "merged"], ["w1", "SU", "merged"]]
    again = merge([("table", own), ("authorisations", finess), ("sae", sae_rows), ("osm", osm)], SiteLog())
    pd.testing.assert_frame_equal(again, merged)


def test_several_sources_in_one_import(shared, tmp_path):
    """The ARS's own list stands above the SAE, and brings what no national file knows."""
    (tmp_path / "ars.csv").write_text("id;type;nom;code_insee;lon;lat;delai_min\n010000024;SU;Bourg (liste ARS);01451;5,21;46,22;3\nm1;MCS;;07027;4,8;44,78;\n", encoding="cp1252")
    log = SiteLog()
    sources = [read_source(tmp_path / "ars.csv", log), read_source(shared("aura/su_smur_sae2023_aura_plus60km.csv"), log)]
    sites = import_sites(sources, Around(), log)
    bourg = sites[sites["id"] == "010000024"].set_index("role")
    assert bourg.at["SU", "name"] == "Bourg (liste ARS)" and bourg.at["SU", "delay_min"] == 3
    assert bourg.at["SMUR", "name"] == "CH DE FLEYRIAT"
    assert (sites["role"] == "MCS").sum() == 1
    assert log.count("merged") == 1


def test_the_result_keeps_the_reference_system_of_its_source():
    layer = gpd.GeoDataFrame({"id": ["a"], "role": ["SU"]}, geometry=gpd.points_from_xy([870262.2], [6571540.8]), crs=2154)
    sites = import_sites([table_source(layer, "layer", SiteLog())], Around(), SiteLog())
    assert sites.crs.to_epsg() == 2154
    assert sites.geometry.iloc[0].x == pytest.approx(870262.2, abs=1e-3)


# What a reviewer found


def ars(tmp_path, text, name="ars.csv"):
    (tmp_path / name).write_text(text, encoding="utf-8")
    log = SiteLog()
    return read_source(tmp_path / name, log, on=ON), log


def test_two_lists_without_ids_keep_all_their_sites(tmp_path):
    sources = [ars(tmp_path, f"type;nom;code_insee;lon;lat\nMCS;A;{code}001;{lon};45\nMCS;B;{code}002;{lon};45,1\n", f"mcs_{code}.csv")[0] for code, lon in ((15, 2.5), (43, 3.9))]
    log = SiteLog()
    sites = import_sites(sources, Around(), log)
    assert len(sites) == 4 and sites["id"].is_unique
    assert log.count("merged") == 0


def test_a_site_of_the_region_with_swapped_coordinates_is_moved_and_not_lost():
    area = gpd.GeoSeries([box(5, 46, 5.2, 46.1)], crs=4326)
    sites = site_rows([{"id": "010000024", "role": "SU", "name": "X", "insee": "01001", "lon": 46.05, "lat": 5.05, "source": "sae"},
                       {"id": "750000001", "role": "SU", "name": "Paris", "insee": "75056", "lon": 2.35, "lat": 48.85, "source": "sae"},
                       {"id": "330000001", "role": "SU", "name": "Bordeaux", "insee": "33063", "source": "sae"},
                       {"id": "010000032", "role": "SU", "name": "Lost", "insee": "01009", "source": "sae"}])  # fmt: skip
    heard, log = Heard(), SiteLog()
    found = import_sites([Source("sae", sites)], Around(communes=communes(), area=area), log, progress=heard.progress)
    assert found[["id", "precision"]].to_numpy().tolist() == [["010000024", "commune"]]
    assert log.table()[["id", "action"]].to_numpy().tolist() == [["010000024", "moved"], ["010000032", "left_out"]]  # Bordeaux and Paris were not asked for
    assert "1 of 2 sites and roles with a position lie in the area" in " ".join(heard.said)


def test_the_log_keeps_what_was_left_out_of_the_area_s_departements(tmp_path):
    source, log = ars(tmp_path, "finess,etat,type,san_urg,geoloc_4326_long,geoloc_4326_lat\n010000024,ACTUEL,ET,OUI,5.1,46.05\n010000032,OBSOLETE,ET,OUI,5,46\n750000001,OBSOLETE,ET,OUI,2,48\n", "t.csv")
    import_sites([source], Around(area=gpd.GeoSeries([box(5, 46, 5.2, 46.1)], crs=4326)), log)
    assert log.table()[["id", "action"]].to_numpy().tolist() == [["010000032", "left_out"]]


def test_positions_count_before_merging_and_bring_the_commune(tmp_path):
    own, log = ars(tmp_path, "id;type;nom;lon;lat\nSU1;SU;Liste;5,2092;46,2223\n")
    positions = pd.DataFrame({"lon": [5.2091], "lat": [46.2222], "insee": ["01451"]}, index=["010000024"])
    sae_source = Source("sae", site_rows([{"id": "010000024", "role": "SU", "name": "SAE", "source": "sae"}]))
    sites = import_sites([own, sae_source], Around(positions), log)
    assert sites[["id", "insee"]].to_numpy().tolist() == [["SU1", "01451"]]
    authorised, log = read_text(tmp_path, authorisation().replace("010000024", "10000024"))
    assert import_sites([authorised], Around(positions), SiteLog())[["id", "insee"]].to_numpy().tolist() == [["010000024", "01451"]]


def test_an_id_that_lost_its_zero_is_the_same_site(tmp_path):
    own, log = ars(tmp_path, "id;type;nom;lon;lat\n10000024;SU;Liste;5,2092;46,2223\n12345678;MCS;Autre;2,3;48,8\n")
    assert own.rows["id"].tolist() == ["010000024", "12345678"]  # the second is no number of the Ain: it stands in Paris


def test_roles_of_one_site_in_one_list_are_all_kept_and_the_reform_goes_before_the_former_regime():
    own = rows(("1", "SU", "a", 5.3, 46.3, "l"), ("1", "AMU", "a", 5.3, 46.3, "l"), ("2", "SMUR", "b", 5.3, 46.3, "l"), ("2", "SMUR_ANTENNE", "b", 5.9, 46.1, "l"))
    assert len(merge([("table", own)], SiteLog())) == 4
    former, reform = rows(("9", "SU", "x", 5.3, 46.3, "a.csv")), rows(("9", "AMU", "x", 5.3, 46.3, "b.xml"))
    for order in ([("authorisations", former), ("authorisations", reform)], [("authorisations", reform), ("authorisations", former)]):
        assert merge(order, SiteLog())["role"].tolist() == ["AMU"]


def test_both_kinds_of_coordinates_in_one_list(tmp_path):
    source, _ = ars(tmp_path, "id;type;nom;lon;lat;x_l93;y_l93\na;MCS;x;5,2;46,2;;\nb;MCS;y;;;870262,2;6571540,8\n")
    assert source.rows["lon"].tolist() == pytest.approx([5.2, 5.209181], abs=1e-6)


def test_swapped_degrees_closed_sites_and_accents_in_seasons(tmp_path):
    with pytest.raises(InputError, match="their coordinates are swapped"):
        ars(tmp_path, "id;type;lon;lat\na;MCS;46,2;5,2\n")
    source, log = ars(tmp_path, "id;type;lon;lat;date_debut;date_fin;saison\na;MCS;5;46;;31/12/2019;Année\nb;MCS;5;46;2027-01-01;;\nc;MCS;5;46;2020-01-01;2030-01-01;Été\n")
    assert source.rows[["id", "season"]].to_numpy().tolist() == [["c", "summer"]]
    assert log.table()["id"].tolist() == ["a", "b"]
    with pytest.raises(InputError, match="date_fin holds no date in rows 2"):
        ars(tmp_path, "id;type;lon;lat;date_fin\na;MCS;5;46;bientôt\n")


def test_dates_of_authorisations_in_french_and_rows_without_an_establishment(tmp_path):
    text = "nofinesset;rset;activite;modalite;mention;datefin\n010000001;A;QA014;MO032;;01/01/2030\n010000002;B;QA014;MO032;;31/12/2020\n;C;QA014;MO032;;\n"
    source, log = read_text(tmp_path, text)
    assert source.rows["id"].tolist() == ["010000001"]
    assert log[["id", "action"]].to_numpy().tolist() == [["010000002", "left_out"], ["", "left_out"]]
    source, _ = read_text(tmp_path, "<f>" + amm("010000001", "MO032") + "<activiteamm><activite>QA014</activite><modalite>MO032</modalite></activiteamm></f>", "x.xml")
    assert len(source.rows) == 1


def test_authorisations_in_a_spreadsheet(tmp_path):
    import pyogrio

    table = pd.DataFrame([["nofinesset", "rset", "activite", "modalite", "mention"], ["010000001", "A", "QA014", "MO031", "ME000"]], columns=list("abcde"))
    pyogrio.write_dataframe(table, tmp_path / "a.xlsx", driver="XLSX")
    assert read_source(tmp_path / "a.xlsx", SiteLog()).rows[["id", "role"]].to_numpy().tolist() == [["010000001", "SMUR"]]


def test_a_format_that_a_file_cannot_have(tmp_path):
    layer = gpd.GeoDataFrame({"finess": ["010000024"]}, geometry=gpd.points_from_xy([5], [46]), crs=4326)
    layer.to_file(tmp_path / "x.gpkg", engine="pyogrio")
    for format in ("finess", "t_finess", "sae"):
        with pytest.raises(InputError, match=f"the format {format} is a table"):
            read_source(tmp_path / "x.gpkg", SiteLog(), format=format)
