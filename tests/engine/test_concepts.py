"""One row a concept: what a role, a level, a season, a part of the week and a definition need elsewhere is there."""

import re
from xml.etree import ElementTree

import geopandas as gpd
import pandas as pd
import pytest
from heard import Heard
from paths import ROOT
from shapely.geometry import box

from access_plugin.engine.defaults import DEFINITIONS, LEVELS, SEASONS, SLOTS
from access_plugin.engine.errors import InputError
from access_plugin.engine.network.tags import closures
from access_plugin.engine.progress import Progress
from access_plugin.engine.region.recognise import _of_header
from access_plugin.engine.seasons import read_seasons
from access_plugin.engine.sites.hours import open_minutes
from access_plugin.engine.sites.roles import (
    AREA_LEGS,
    LEG,
    LEGS,
    NOT_DRIVEN,
    ROLE_ROWS,
    SYMBOLS,
    legs_of_roles,
    roles_with,
)
from access_plugin.engine.territory.areas import level_of_areas, read_territories
from access_plugin.engine.territory.levels import by_level, is_levels, read_levels
from access_plugin.engine.vocabulary import DEFINITION_ROWS, LEVEL_ROWS, SEASON_ROWS, SLOT_ROWS
from access_plugin.engine.words import word

RESOURCES = ROOT / "access_plugin" / "resources"


def drawn_rules() -> dict[str, tuple[str, str]]:
    """Return the symbol and label by which the style of sites draws each role."""
    rules = ElementTree.parse(RESOURCES / "styles" / "sites.qml").getroot().iter("rule")
    return {
        role: (rule.get("symbol"), rule.get("label"))
        for rule in rules
        for role in re.findall(r"'(\w+)'", rule.get("filter", ""))
    }


@pytest.mark.parametrize("role", ROLE_ROWS, ids=lambda role: role.code)
def test_every_role_is_drawn_named_and_understood(role):
    rules = drawn_rules()
    assert rules[role.code][1] == SYMBOLS[role.symbol], "a rule of sites.qml with the label of its symbol"
    assert {one for one in rules if rules[one][0] == rules[role.code][0]} == {
        one.code for one in ROLE_ROWS if one.symbol == role.symbol
    }
    if role.is_shown:
        signs = (RESOURCES / "web" / "symbols.js").read_text(encoding="utf-8")
        assert re.search(rf"^  {role.symbol}: '", signs, re.MULTILINE), "a sign for the public map in symbols.js"
    assert set(role.drives) <= set(AREA_LEGS) and set(role.legs) <= set(LEG)
    assert bool(legs_of_roles([role.code])) == (role.code not in NOT_DRIVEN)


def test_practices_of_doctors_and_hospitals_are_apart():
    assert not set(roles_with("is_practice")) & set(roles_with("is_hospital"))
    assert roles_with("is_practice") == ("MCS", "CABINET_MONTAGNE")


def test_msp_cds_and_mmg_have_signs_of_their_own():
    rules = drawn_rules()
    assert len({rules[role] for role in ("MSP", "CDS", "MMG")}) == 3


@pytest.mark.parametrize("season", SEASON_ROWS, ids=lambda season: season.code)
def test_every_season_is_read_and_closes_by_its_bit(season):
    assert read_seasons(pd.Series(season.spellings), "x").eq(season.code).all()
    others = ";".join(other.name_of_osm for other in SEASON_ROWS if other is not season and other.name_of_osm)
    if season.bit:
        assert closures({"seasonal": others}) == season.bit
    assert word("SEASON", season.code) == season.word


@pytest.mark.parametrize("slot", SLOT_ROWS, ids=lambda slot: slot.code)
def test_every_part_of_the_week_has_hours_but_the_one_that_applies_none(slot):
    assert bool(slot.hours) == bool(slot.phrase) == (slot.code != "all_open")
    if slot.hours:
        assert open_minutes(slot.hours).any()


def test_the_parts_of_the_week_make_up_the_week_once():
    parts = [open_minutes(slot.hours).astype(int) for slot in SLOT_ROWS if slot.hours and slot.code != "worst"]
    assert (sum(parts) == open_minutes("24/7").astype(int)).all()


def test_every_definition_counts_legs_that_exist():
    assert {leg for definition in DEFINITION_ROWS for leg in definition.legs} <= {leg.name for leg in LEGS}
    assert len({definition.legs for definition in DEFINITION_ROWS}) == len(DEFINITIONS) == len(DEFINITION_ROWS)
    for definition in DEFINITION_ROWS:
        assert "{threshold}" in definition.title and "{threshold}" in definition.beyond
        assert "{name}" in definition.official


def test_codes_are_unique():
    for rows, codes in ((SEASON_ROWS, SEASONS), (SLOT_ROWS, SLOTS), (LEVEL_ROWS, LEVELS)):
        assert len(set(codes)) == len(rows) == len(codes)
    headers = [header for level in LEVEL_ROWS for header in (*level.code_headers, *level.name_headers)]
    assert len(headers) == len(set(headers)), "a column that would mean two levels"


@pytest.mark.parametrize("level", [level for level in LEVEL_ROWS if level.code_headers], ids=lambda level: level.code)
def test_every_level_is_read_from_a_table_of_codes(level):
    for header in level.code_headers:
        table = pd.DataFrame(
            {"code_commune": ["01001", "01002"], header: ["T01", "T01"], level.name_headers[0]: ["A"] * 2}
        )
        assert is_levels(list(table.columns))
        (found,) = read_levels(table, "codes")
        assert (found.key, found.of_commune, found.names) == (
            level.code,
            {"01001": "T01", "01002": "T01"},
            {"T01": "A"},
        )


def test_areas_of_ones_own_are_a_level_too():
    """Three communes side by side: the sector of the west holds one and most of the second, the east the third."""
    units = gpd.GeoDataFrame(
        {
            "code": ["01001", "01002", "01003"],
            "name": ["a", "b", "c"],
            "communes": ["01001", "01002,01004", "01003"],
            "population": [1.0, 2.0, 4.0],
        },
        geometry=[box(5, 45, 6, 46), box(6, 45, 7, 46), box(7, 45, 8, 46)],
        crs=4326,
    )
    sectors = gpd.GeoDataFrame(
        {"code": ["W", "E"], "name": ["Ouest", "Est"]}, geometry=[box(5, 45, 6.8, 46), box(6.8, 45, 7.9, 46)], crs=4326
    )
    level = level_of_areas("secteur_ambulancier", read_territories(sectors, "sectors"), units)
    assert level.of_commune == {"01001": "W", "01002": "W", "01004": "W", "01003": "E"}
    found = by_level(units, level)
    assert found[["code", "name", "level", "population", "communes"]].to_numpy().tolist() == [
        ["E", "Est", "secteur_ambulancier", 4.0, 1],
        ["W", "Ouest", "secteur_ambulancier", 3.0, 3],
    ]


UNITS = gpd.GeoDataFrame(
    {"code": ["01001", "01002"], "communes": ["01001", "01002"], "population": [1.0, 2.0]},
    geometry=[box(5, 45, 6, 46), box(6, 45, 7, 46)],
    crs=4326,
)


@pytest.mark.parametrize("code", ["code", "Code_CPTS", "num_cpts"])
@pytest.mark.parametrize("label", ["name", "NOM", "Libellé", "nom_cpts"])
def test_areas_bear_the_headers_that_agencies_give_them(code, label):
    areas = gpd.GeoDataFrame({code: ["7"], label: ["Sud"]}, geometry=[box(4, 44, 8, 47)], crs=4326)
    assert level_of_areas("cpts", read_territories(areas, "areas", "cpts"), UNITS).names == {"7": "Sud"}
    if code != "code":
        with pytest.raises(InputError, match="areas has no field code"):
            read_territories(areas, "areas", "ght")


def test_areas_that_overlap_or_lie_elsewhere_are_told():
    heard = Heard()
    areas = gpd.GeoDataFrame({"code": ["A", "B"]}, geometry=[box(5, 45, 7, 46), box(6, 45, 7, 46)], crs=4326)
    level = level_of_areas("cpts", areas, UNITS, progress=heard.progress)
    assert level.of_commune == {"01001": "A", "01002": "A"}
    assert [text for text in heard.warned if "overlap" in text and text.endswith("the first: 01002.")]
    with pytest.raises(InputError, match="No commune lies in an area of the level cpts"):
        level_of_areas("cpts", areas.set_geometry(areas.translate(0, 20)), UNITS)


def test_short_codes_of_cantons_count_within_their_departement_and_split_communes_belong_to_none():
    heard, communes = [], ["41253", "43001", "63113", "63113"]
    table = pd.DataFrame({"insee_com": communes, "epci": list("1233"), "insee_can": ["10", "10", "6", "7"]})
    levels = {level.key: level for level in read_levels(table, "codes", progress=Progress(on_warning=heard.append))}
    assert levels["canton"].of_commune == {"41253": "4110", "43001": "4310"}
    assert levels["epci"].of_commune["63113"] == "3"
    assert any("63113" in text and "canton" in text for text in heard)


@pytest.mark.parametrize("header", ["codgeo,libgeo,canton,apl_2023", "codgeo,libgeo,cv,zone", "codgeo,libgeo,can,lits"])
def test_a_canton_does_not_make_a_table_of_codes(header):
    assert _of_header(header.split(",")) != "levels"
    assert _of_header([*header.split(","), "cpts"]) == "levels"
