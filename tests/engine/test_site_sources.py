"""Sites out of the files of the État and of an ARS: each format, merged, placed, checked, and logged."""

import pandas as pd
import pytest
from heard import Heard
from site_files import FLEYRIAT, HEAD, PLACE, amm, authorisation, read_text, sae, stock, structure

from access_plugin.engine.errors import InputError
from access_plugin.engine.reading import read_table_file, read_vector_file
from access_plugin.engine.sites.formats import Around, format_of, import_sites, read_positions_file, read_source
from access_plugin.engine.sites.raw import SiteLog
from access_plugin.engine.territory.communes import read_communes, stacked

# FINESS


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_the_stock_of_finess_and_its_control_vector(tmp_path, encoding):
    positions = read_positions_file(stock(tmp_path, FLEYRIAT, PLACE, encoding=encoding))
    lon, lat, insee = positions.loc["010000024"]
    assert insee == "01451"
    assert (lon, lat) == pytest.approx((5.209181, 46.222286), abs=2e-6)


def test_quoted_separators_old_coordinates_swaps_and_missing_places(tmp_path):
    path = stock(
        tmp_path,
        structure("010000001", name='"A ; B"'),
        structure("010000002", category="124"),
        structure("690000003", "381", "69", "603"),
        structure("970000004", "11", "9D", "603"),
        structure("010000005"),
        "geolocalisation;010000001;6571540.8;870262.2;1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,LAMBERT_93;2020-01-01\n",
        "geolocalisation;010000005;12;13;1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,LAMBERT_93;2020-01-01\n",
    )
    heard, log = Heard(), SiteLog()
    source = read_source(path, log, progress=heard.progress)
    assert source.format == format_of(path) == "finess"
    assert source.rows[["id", "role", "insee"]].to_numpy().tolist() == [
        ["010000002", "CDS", "01451"],
        ["690000003", "MSP", "69123"],
        ["970000004", "MSP", "97411"],
    ]
    assert (
        "1 had x and y swapped and was turned round (010000001), 1 lies outside its reference system (010000005)"
        in heard.said[0]
    )
    positions = read_positions_file(path)
    assert positions.loc["010000001", ["lon", "lat"]].tolist() == pytest.approx([5.209181, 46.222286], abs=2e-6)


def test_a_stock_saved_from_a_spreadsheet_is_refused(tmp_path):
    with pytest.raises(InputError, match="row 2 does not have the 32 cells"):
        read_source(stock(tmp_path, "structureet;010000024;x;y\n"), SiteLog())


# Authorisations


def test_the_former_regime_and_its_expired_rows(tmp_path):
    roles = {"22": "SAMU", "23": "SU", "24": "SU_PED", "26": "SMUR", "27": "SMUR_PED", "29": "SMUR_ANTENNE"}
    text = (
        HEAD
        + "".join(authorisation(modality=code) for code in roles)
        + authorisation("010000032", end="2021-06-01")
        + authorisation("010000065", lapsed="O")
    )
    source, log = read_text(tmp_path, text + authorisation(activity="16") + authorisation())
    assert source.format == "authorisations"
    assert source.rows.loc[source.rows["id"] == "010000024", "role"].tolist() == list(roles.values())
    assert "010000032" in set(source.rows["id"])  # expired, but kept and flagged
    assert "010000065" not in set(source.rows["id"])
    assert log[["id", "action"]].to_numpy().tolist() == [["010000032", "to_check"], ["010000065", "left_out"]]
    assert "2021-06-01" in log["detail"].iloc[0]


def test_the_reform_in_xml(tmp_path):
    rows = [
        ("1", "MO030", "ME000"),
        ("2", "MO031", "ME000"),
        ("3", "MO031", "ME067"),
        ("4", "MO032", "ME064"),
        ("5", "MO032", "ME065"),
        ("6", "MO033", "ME000"),
        ("7", "MO031", "ME064"),
    ]
    text = (
        "<?xml version='1.0'?><fluxfiness>\n"
        + "".join(amm(f"01000000{n}", m, e) for n, m, e in rows)
        + amm("010000009", "MO032", end="2025-12-31")
        + "</fluxfiness>"
    )
    source, log = read_text(tmp_path, text, "amm_arhgos.xml")
    found = source.rows.assign(last=source.rows["id"].str[-1]).groupby("last")["role"].agg(list).to_dict()
    assert found == {
        "1": ["SAMU"],
        "2": ["SMUR"],
        "3": ["SMUR_ANTENNE"],
        "4": ["SU_PED"],
        "5": ["SU", "SU_PED"],
        "6": ["AMU"],
        "7": ["SMUR_PED"],
    }
    # the new regime has no extension by law
    assert log[["id", "action"]].to_numpy().tolist() == [["010000009", "left_out"]]


def test_the_reform_in_a_table_with_headers(tmp_path):
    source, _ = read_text(
        tmp_path, "nofinesset;rset;activite;modalite;mention;datefin\n010000024;CH;QA014;MO031;ME067;\n"
    )
    assert source.rows[["id", "role", "name"]].to_numpy().tolist() == [["010000024", "SMUR_ANTENNE", "CH"]]


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        (HEAD + authorisation(activity="16"), "a.csv", "of 1 row, none is an authorisation of emergency medicine"),
        ("activiteoffresoin;1;2\n", "a.csv", "row 1 has 3 cells"),
        ("<fluxfiness><activiteamm><nofinesset>1", "a.xml", "is not whole XML"),
    ],
)
def test_extracts_that_cannot_be_used(tmp_path, text, name, words):
    (tmp_path / name).write_text(text)
    with pytest.raises(InputError, match=words):
        read_source(tmp_path / name, SiteLog(), format="authorisations")


def test_t_finess(tmp_path):
    text = (
        "finess,etat,type,rs,categ_code,san_urg,geoloc_4326_long,geoloc_4326_lat\n"
        "10000024,ACTUEL,ET,CH,355,OUI,5.2,46.2\n010000032,OBSOLETE,ET,OLD,355,OUI,5,46\n"
        "010000065,ACTUEL,ET,NO,355,.,5,46\n010780054,ACTUEL,EJ,EJ,355,OUI,5,46\n"
    )
    source, log = read_text(tmp_path, text, "t_finess.csv")
    assert source.format == "t_finess"
    assert source.rows[["id", "role", "lon"]].to_numpy().tolist() == [["010000024", "SU", 5.2]]
    assert log["action"].tolist() == ["left_out"]


# SAE


def test_the_sae_joins_its_tables(tmp_path):
    path = sae(
        tmp_path,
        ["010000001;HÔPITAL;1;1;0;1;0", "010000002;P;1;0;0;1;0", "010000003;E;1;1;1;0;1"],
        [
            "010000001;HÔPITAL;1;1;0;0;0;0;1",
            "010000004;ANTENNE;1;0;0;0;1;1;0",
            "010000005;NEO;1;0;0;1;0;0;0",
            "010000006;SAMU;0;;;;;;1",
        ],
        [f"01000000{n};x;01451" for n in range(1, 7)],
    )
    log = SiteLog()
    rows = read_source(path, log).rows
    assert {tuple(row) for row in rows[["id", "role"]].to_numpy()} == {
        ("010000001", "SU"),
        ("010000001", "SU_PED"),
        ("010000001", "SMUR"),
        ("010000001", "SAMU"),
        ("010000002", "SU_PED"),
        ("010000003", "SU"),
        ("010000004", "SMUR_ANTENNE"),
        ("010000005", "SMUR_PED"),
        ("010000006", "SAMU"),
    }
    assert set(rows["insee"]) == {"01451"}
    assert rows.loc[rows["id"] == "010000001", "name"].iloc[0] == "HÔPITAL"
    assert log.table()["id"].tolist() == ["010000003", "010000004"]  # seasonal, without a season


def test_a_sae_without_its_sisters_says_so(tmp_path):
    (tmp_path / "ID_2023r.csv").write_text("bor;an;fi;rs;COMINSEE\nID;2023;010000001;x;01451\n")
    with pytest.raises(InputError, match="neither URGENCES .* nor SMURSAMU"):
        read_source(tmp_path / "ID_2023r.csv", SiteLog())


def test_the_visits_of_the_sae_lead_to_its_other_tables(tmp_path):
    """URGENCES2 holds visits: alone it says nothing of who has what; beside its sisters it is one of them."""
    (tmp_path / "URGENCES2_2023r.csv").write_text(
        "BOR;AN;FI;RS;FI_EJ;URG;PASSU\nURGENCES2;2023;010000001;x;010780054;GEN;38394\n"
    )
    with pytest.raises(InputError, match="neither URGENCES .* nor SMURSAMU .* of the same year lies in this folder"):
        read_source(tmp_path / "URGENCES2_2023r.csv", SiteLog())
    sae(tmp_path, ["010000001;HÔPITAL;1;1;0;0;0"], ["010000001;HÔPITAL;1;1;0;0;0;0;0"], ["010000001;x;01451"])
    assert read_source(tmp_path / "URGENCES2_2023r.csv", SiteLog()).rows["role"].tolist() == ["SU", "SMUR"]


DEPARTEMENTS = "01 03 07 15 26 38 42 43 63 69 73 74".split()


def test_the_region_out_of_the_sae_of_2023(shared):
    """README of the data: 75 SU, 4 SU_PED, 46 SMUR, 8 antennes and 13 SAMU in the region, all placed."""
    heard, log = Heard(), SiteLog()
    positions = read_positions_file(shared("aura/gisco_healthcare_FR.csv"), progress=heard.progress)
    area = read_vector_file(shared("aura/communes_2018/region-auvergne-rhone-alpes.geojson"))[0].geometry
    contours = stacked(
        [
            read_communes(*read_vector_file(path))
            for path in sorted(shared("aura/communes_2018").glob("communes-*.geojson"))
        ]
    )
    source = read_source(shared("aura/sae_2023/SMURSAMU_2023r.csv"), log, progress=heard.progress)
    for communes in (None, contours, read_communes(*read_table_file(shared("aura/communes_2025.csv")))):
        sites = import_sites([source], Around(positions, communes, area), SiteLog())
        here = sites[sites["insee"].str[:2].isin(DEPARTEMENTS)]
        assert here["role"].value_counts().to_dict() == {
            "SU": 75,
            "SMUR": 46,
            "SAMU": 13,
            "SMUR_ANTENNE": 8,
            "SU_PED": 4,
        }
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
    communes = read_communes(
        pd.DataFrame(
            {
                "code": ["34032", "75056"],
                "nom": ["Béziers", "Paris"],
                "lon": ["3,215", "2.35"],
                "lat": ["43,344", "48.86"],
            }
        ),
        "communes",
    )
    log = SiteLog()
    sites = import_sites(
        [read_source(shared("aura/su_smur_sae2023_aura_plus60km.csv"), log)], Around(communes=communes), log
    )
    assert sites["id"].nunique() == 141
    assert set(sites.loc[sites["precision"] == "commune", "id"]) == {"340000033", "750100018"}


# OpenStreetMap


def test_hospitals_of_an_extract(shared):
    heard = Heard()
    rows = read_source(shared("roads/andorra_2020/andorra.osm.pbf"), SiteLog(), progress=heard.progress).rows
    assert rows[["id", "role", "name"]].to_numpy().tolist() == [
        ["w194554955", "SU", "Hospital de Nostra Senyora de Meritxell"]
    ]
    assert (rows["lon"].iloc[0], rows["lat"].iloc[0]) == pytest.approx((1.534, 42.5115), abs=1e-3)
    assert "1 hospital has emergency=yes; 1 says no, 7 do not say and are left out." in heard.said[0]


def test_an_extract_without_any_says_so(tmp_path):
    (tmp_path / "x.osm").write_text(
        '<osm version="0.6"><node id="1" lon="5" lat="45" version="1"><tag k="amenity" v="hospital"/></node></osm>'
    )
    with pytest.raises(InputError, match=r"no hospital has the tag emergency=yes \(1 does not say\)"):
        read_source(tmp_path / "x.osm", SiteLog())


def test_the_emergency_entrance_is_where_one_drives_to(tmp_path):
    def node(number, lon, lat, **tags):
        return (
            f'<node id="{number}" lon="{lon}" lat="{lat}" version="1">'
            + "".join(f'<tag k="{k.replace("__", ":")}" v="{v}"/>' for k, v in tags.items())
            + "</node>"
        )

    (tmp_path / "x.osm").write_text(
        '<osm version="0.6">'
        + node(1, 5.0, 45.0, amenity="hospital", emergency="yes", name="A", ref__FR__FINESS="010000024")
        + node(2, 5.004, 45.0, emergency="emergency_ward_entrance")
        + node(3, 5.2, 45.0, emergency="emergency_ward_entrance")
        + "</osm>"
    )
    rows = read_source(tmp_path / "x.osm", SiteLog()).rows
    assert rows[["id", "lon", "precision"]].to_numpy().tolist() == [["010000024", 5.004, "OSM entrance"]]
