"""Files of sites written in the documented layouts, and tables of sites, for tests."""

import datetime

import geopandas as gpd
import pandas as pd
from shapely import box

from access_plugin.engine.sites.formats import read_source, table_source
from access_plugin.engine.sites.raw import SiteLog, site_rows
from access_plugin.engine.territory.communes import read_communes

HEAD = "finess;etalab;111;2026-05-12\n"
FLEYRIAT = (
    "structureet;010000024;010780054;CH DE FLEYRIAT;CENTRE HOSPITALIER DE BOURG-EN-BRESSE FLEYRIAT;;;900;RTE;DE "
    "PARIS;;;451;01;AIN;01440 VIRIAT;0474454647;"
    "0474454114;355;Centre Hospitalier (C.H.);1102;Centres Hospitaliers;26010004500012;8610Z;03;ARS "
    "établissements Publics de santé dotation globale;1;"
    "Etablissement public de santé;1979-02-13;1979-02-13;2020-02-04;\n"
)
PLACE = (
    "geolocalisation;010000024;870262.2;6571540.8;1,ATLASANTE,96,BAN,EPSG:2154 RGF93 / Lambert-93 "
    "(Métropole);2026-05-04\n"
)
ON = datetime.date(2026, 11, 22)


def structure(number, commune="451", departement="01", category="355", name="X"):
    return (
        FLEYRIAT.replace("010000024", number, 1)
        .replace(";451;01;", f";{commune};{departement};")
        .replace(";355;", f";{category};")
        .replace("CENTRE HOSPITALIER DE BOURG-EN-BRESSE FLEYRIAT", name)
    )


def stock(tmp_path, *rows, encoding="utf-8"):
    path = tmp_path / "etalab-cs1100507-stock.csv"
    path.write_bytes((HEAD + "".join(rows)).encode(encoding))
    return path


def authorisation(number="010000024", activity="14", modality="23", end="2030-01-01", lapsed="N"):
    cells = [
        "activiteoffresoin",
        "010780054",
        "EJ",
        activity,
        "Médecine d'urgence",
        modality,
        "lib",
        "00",
        "Pas de forme",
        "1",
        "2004-11-02",
        number,
        f"SITE {number}",
        *[""] * 8,
        "2005-01-01",
        end,
        "",
        lapsed,
        "",
        "",
        "N",
        "N",
        "",
        "",
    ]
    return ";".join(cells) + "\n"


def read_text(tmp_path, text, name="autorisations.csv"):
    (tmp_path / name).write_text(text, encoding="utf-8")
    log = SiteLog()
    return read_source(tmp_path / name, log, on=ON), log.table()


def amm(number, modality, mention="ME000", end="", name="S"):
    return (
        f"<activiteamm><nofinessej>1</nofinessej><activite>QA014</activite>"
        f"<modalite>{modality}</modalite><mention>{mention}</mention>"
        f"<nofinesset>{number}</nofinesset><rset>{name}</rset><datefin>{end}</datefin></activiteamm>"
    )


def sae(tmp_path, urgences, smur, communes):
    (tmp_path / "URGENCES_2023r.csv").write_text(
        "BOR;AN;FI;RS;AUTSU;AUTGEN;AUTSAIS;AUTPED;EMG\n" + "".join(f"U;2023;{row}\n" for row in urgences),
        encoding="cp1252",
    )
    (tmp_path / "SMURSAMU_2023r.csv").write_text(
        "BOR;AN;FI;RS;SMUR;GEN;SAIS;PED;ANT;ANTSAIS;SAMU\n" + "".join(f"S;2023;{row}\n" for row in smur),
        encoding="cp1252",
    )
    (tmp_path / "ID_2023r.csv").write_text(
        "bor;an;fi;rs;COMINSEE\n" + "".join(f"ID;2023;{row}\n" for row in communes), encoding="cp1252"
    )
    return tmp_path / "URGENCES_2023r.csv"


def rows(*sites):
    return site_rows([dict(zip(("id", "role", "name", "lon", "lat", "source"), site)) for site in sites])


def communes():
    table = gpd.GeoDataFrame(
        {"code": ["01001", "01002"], "nom": ["A", "B"], "lon_cheflieu": [5.05, 5.15], "lat_cheflieu": [46.05, 46.05]},
        geometry=[box(5, 46, 5.1, 46.1), box(5.1, 46, 5.2, 46.1)],
        crs=4326,
    )
    return read_communes(table, "communes")


def listed(rows):
    return table_source(pd.DataFrame(rows, columns=["id", "type", "code_insee", "lon", "lat"]), "list", SiteLog())


def ars(tmp_path, text, name="ars.csv"):
    (tmp_path / name).write_text(text, encoding="utf-8")
    log = SiteLog()
    return read_source(tmp_path / name, log, on=ON), log
