"""Roles of one's own: read from a list, timed in their direction, and counted in place of emergency care."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import small
from heard import Heard
from shapely import Point

from access_plugin.engine.access.care import in_force, in_force_of_roles
from access_plugin.engine.access.gaps import find_gaps
from access_plugin.engine.access.isochrones import isochrones
from access_plugin.engine.access.people import People
from access_plugin.engine.access.setting import Setting
from access_plugin.engine.access.times import travel_times
from access_plugin.engine.errors import InputError
from access_plugin.engine.sites.merge import merge
from access_plugin.engine.sites.own_roles import (
    definition_of,
    key_of,
    named_role,
    own_leg,
    own_role,
    own_roles_in,
)
from access_plugin.engine.sites.raw import SiteLog, site_rows
from access_plugin.engine.sites.role_words import read_roles
from access_plugin.engine.sites.roles import LEGS, SYMBOLS, role_of
from access_plugin.engine.study.publication import public_sites
from access_plugin.engine.study.results import counted
from access_plugin.engine.words import word

TO_MATERNITY, FROM_STATION = "vers Maternité", "depuis Caserne"
#: A ring of four kilometres that is driven one way: a → b → c → d → a, a kilometre each.
PLACES = {"a": (0, 0), "b": (1, 0), "c": (1, 1), "d": (0, 1)}
RING = [(["a", "b", "c", "d", "a"], {"oneway": "yes"})]
HERE = Setting(**vars(small.HERE) | {"threshold": 1.5})


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("vers Maternité", TO_MATERNITY),
        ("  Vers   Maternité ", TO_MATERNITY),
        ("vers Maternite\u0301", TO_MATERNITY),
        ("depuis Caserne", FROM_STATION),
        ("vers I.R.M.", "vers I.R.M."),
        ("vers Centre de santé", "vers Centre de santé"),
        ("depuis Unité neuro-vasculaire (UNV)", "depuis Unité neuro-vasculaire (UNV)"),
        ("Maternité", ""),
        ("vers", ""),
        ("vers SU", ""),
        ("to be defined", ""),
        ("vers Service d'urgences", ""),
        ("depuis Médecin correspondant du SAMU", ""),
        ("vers Docteur Lenoir", ""),
        ("vers low", ""),
        ("vers x{y}", ""),
        ("vers 24", ""),
        ("vers " + "x" * 41, ""),
    ],
)
def test_what_names_a_role_of_ones_own(text, code):
    assert own_role(text) == code


def test_a_list_with_roles_of_ones_own():
    column = pd.Series(["vers Maternité", "Vers maternite", "SU, vers Maternité", "SMUR", "depuis Caserne"])
    heard = Heard()
    assert read_roles(column, "l", progress=heard.progress).tolist() == [
        (TO_MATERNITY,), (TO_MATERNITY,), ("SU", TO_MATERNITY), ("SMUR",), (FROM_STATION,),
    ]  # fmt: skip
    assert "l: kinds of site of your own: vers Maternité, depuis Caserne." in heard.said
    several = pd.Series(["vers Maternité et SMUR", "SU et vers Maternité", "vers Soins et suivi"])
    assert read_roles(several, "l").tolist() == [
        (TO_MATERNITY, "SMUR"), ("SU", TO_MATERNITY), ("vers Soins et suivi",),
    ]  # fmt: skip
    with pytest.raises(InputError, match="unknown role in feature 0 .Maternité.*written “vers …”"):
        read_roles(pd.Series(["Maternité"]), "l")
    with pytest.raises(InputError, match="unknown role"):
        read_roles(pd.Series(["vers Maternité, sottise"]), "l")
    with pytest.raises(InputError, match="one name has two directions"):
        read_roles(pd.Series(["vers Caserne", "depuis Caserne"]), "l")


def test_a_role_says_all_by_itself():
    role = role_of(TO_MATERNITY)
    assert (role.one, role.drives, role.legs, role.symbol) == ("Maternité", ("patients",), ("maternite",), "own")
    assert role.symbol in SYMBOLS and role.is_shown and not role.is_practice
    assert (own_leg(TO_MATERNITY).direction, own_leg(FROM_STATION).direction) == ("inbound", "outbound")
    assert (key_of(TO_MATERNITY), key_of("su")) == ("maternite", "su")
    assert own_roles_in(["SU", TO_MATERNITY, FROM_STATION, TO_MATERNITY]) == [TO_MATERNITY, FROM_STATION]
    assert word("DEFINITION", TO_MATERNITY) == word("ROLE", TO_MATERNITY) == "Maternité"
    assert definition_of("su").code == "su" and definition_of(TO_MATERNITY).legs == ("maternite",)


def test_a_person_names_it_with_or_without_its_first_word():
    there = ["SU", TO_MATERNITY]
    assert named_role("maternité", there) == named_role("vers Maternité", there) == TO_MATERNITY
    with pytest.raises(InputError, match="No site has the role “Crèche”.*are there: vers Matern"):
        named_role("Crèche", there)
    with pytest.raises(InputError, match="No site has the role “depuis Maternité”"):
        named_role("depuis Maternité", there)  # the other direction
    with pytest.raises(InputError, match="“SU” is no kind of site of your own, but a role"):
        named_role("SU", there)
    with pytest.raises(InputError, match="Roles of your own that are there: none"):
        named_role("Crèche", ["SU"])


@pytest.fixture(scope="module")
def network():
    return small.network(PLACES, RING)


@pytest.fixture(scope="module")
def sites():
    return small.sites([("m", TO_MATERNITY, 1, 0), ("f", FROM_STATION, 1, 0), ("s", "SU", 0, 1)])


def timed(network, sites, setting=HERE):
    legs = (*LEGS, *(own_leg(role) for role in own_roles_in(sites["role"])))
    care = in_force(network, sites, setting, legs=tuple(dict.fromkeys((*legs, *setting.legs))))
    return travel_times(care, small.points(PLACES, population=[1, 2, 4, 8]))[0]


def test_each_has_a_time_in_its_own_direction(network, sites):
    times = timed(network, sites)
    np.testing.assert_allclose(times["t_maternite_min"], [1, 0, 3, 2], atol=0.01)  # one drives round to b
    np.testing.assert_allclose(times["t_caserne_min"], [3, 0, 1, 2], atol=0.01)  # its team drives on from b
    assert times["nearest_maternite"].tolist() == ["m"] * 4 and times["nearest_caserne"].tolist() == ["f"] * 4
    # what counts is as it was
    np.testing.assert_allclose(times["t_emergency_min"], [3, 2, 1, 0], atol=0.01)
    assert times["beyond"].tolist() == [True, True, False, False]


def test_it_counts_in_place_of_emergency_care(network, sites):
    setting = Setting(**vars(HERE) | {"definition": TO_MATERNITY})
    assert setting.column == "t_maternite_min"
    times = timed(network, sites, setting)
    assert times["beyond"].tolist() == [False, False, True, True]
    assert times["status"].tolist() == [None, None, "beyond", "beyond"]
    low, high = times["t_low_min"].to_numpy(), times["t_high_min"].to_numpy()
    assert (low <= times["t_maternite_min"] + 1e-9).all() and (high >= times["t_maternite_min"] - 1e-9).all()
    people = People(small.points(PLACES, population=[1.0, 2.0, 4.0, 8.0]))
    gaps = find_gaps(in_force(network, sites, setting), people)
    assert gaps.summary.iloc[0]["beyond"] == 12
    alone = sites[sites["role"] == TO_MATERNITY]  # a list without any emergency site
    assert find_gaps(in_force(network, alone, setting), people).summary.iloc[0]["beyond"] == 12
    with pytest.raises(InputError, match="No site has a role that the definition “Maternité” counts"):
        find_gaps(in_force(network, sites[sites["role"] == "SU"], setting), people)
    with pytest.raises(InputError, match="none of the words of DEFINITION"):
        Setting(definition="Maternité")


def test_which_sites_a_map_shows_as_counted(network, sites):
    for definition, expected in (("emergency", [False, False, True]), (TO_MATERNITY, [True, False, False])):
        setting = Setting(**vars(HERE) | {"definition": definition})
        assert counted(sites, setting, in_force(network, sites, setting)).tolist() == expected


def test_areas_of_a_role_of_ones_own(network, sites):
    heard = Heard()
    care = in_force_of_roles(network, sites, [TO_MATERNITY, "SU"], HERE, progress=heard.progress)
    areas = isochrones(care, [1.5, 5.0])
    assert set(areas["role"]) == {"SU,vers Maternité"} and (areas.area > 0).all()
    assert set(care.roles) == {TO_MATERNITY, "SU"}
    with pytest.raises(InputError, match="Unknown roles: Maternité"):
        in_force_of_roles(network, sites, ["Maternité"], HERE)


def test_two_lists_spell_it_alike():
    rows = [
        {"id": "A", "role": role, "lon": 3.0, "lat": 45.0, "source": "s"}
        for role in ("vers Maternité", "vers maternite")
    ]
    sources = [("table", site_rows([row])) for row in rows]
    assert merge(sources, SiteLog())["role"].tolist() == [TO_MATERNITY]
    other = [("table", site_rows([rows[0] | {"role": role}])) for role in ("vers Caserne", FROM_STATION)]
    with pytest.raises(InputError, match="The lists together: one name has two directions"):
        merge(other, SiteLog())


def test_what_the_public_sees_of_it():
    """No name, since nobody knows whose it is; a practice stands at its commune."""
    roles = [TO_MATERNITY, "vers Médecin généraliste"]
    table = small.sites([("m", roles[0], 1, 0), ("g", roles[1], 0.2, 0.3)], name=["Maternité du Val", "Martin Sophie"])
    people = small.points({"x": (0, 0)}, population=[100.0])
    commune = gpd.GeoDataFrame({"code": ["x"]}, geometry=[Point(*small.km(0, 0)).buffer(5000)], crs=2154)
    seen = public_sites(table.assign(counted=True), people, commune, pd.Series(["x"], index=people.index))
    assert seen["name"].tolist() == ["", ""]
    at = dict(zip(seen["role"], seen.geometry))
    assert at[TO_MATERNITY].distance(Point(*small.km(1, 0))) < 1 < at[roles[1]].distance(Point(*small.km(0.2, 0.3)))
