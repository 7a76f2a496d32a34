"""Whatever bytes a file holds, every reader gives a table or a sentence: never a crash, never a hang."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from site_files import FLEYRIAT, HEAD, PLACE, amm, authorisation

from access_plugin.engine.access.official_table import read_official_times
from access_plugin.engine.errors import InputError
from access_plugin.engine.population.seasonal import read_capacity
from access_plugin.engine.population.sources import import_population
from access_plugin.engine.reading import read_table_file
from access_plugin.engine.region.recognise import recognise
from access_plugin.engine.sites.formats import read_positions_file, read_source
from access_plugin.engine.sites.raw import SiteLog
from access_plugin.engine.territory.communes import read_communes
from access_plugin.engine.territory.indicators import read_indicator
from access_plugin.engine.territory.levels import read_levels
from access_plugin.engine.territory.passage import read_passage

#: A good file of each kind, to be spoilt.
GOOD = {
    "finess": ("a.csv", HEAD + FLEYRIAT + PLACE),
    "authorisations": ("a.csv", HEAD + authorisation()),
    "xml": ("a.xml", f"<f>{amm('010000024', 'MO032')}</f>"),
    "t_finess": (
        "a.csv",
        "finess,etat,type,rs,san_urg,com_code,geoloc_4326_long,geoloc_4326_lat\n"
        "10000024,ACTUEL,ET,CH,OUI,1451,5.2,46.2\n",
    ),
    "sae": (
        "URGENCES_2023r.csv",
        "BOR;AN;FI;RS;AUTSU;AUTGEN;AUTSAIS;AUTPED;SMUR;COMINSEE;LAT;LON\nU;2023;010000024;x;1;1;0;0;1;01451;46.2;5.2\n",
    ),
    "table": (
        "a.csv",
        "id;type;nom;code_insee;lon;lat;x_l93;y_l93;niveau;nb_mcs;horaires;saison;date_fin;delai_min\n"
        "a;MCS;x;01451;5,2;46,2;;;1;2;Mo 08:00-12:00;hiver;2030-01-01;3\n",
    ),
    "grid": ("a.csv", "idcar_200m;ind;men;i_est_200;lcog_geo\nCRS3035RES200mN2029800E4252400;12.5;5;1;06088\n"),
    "corners": ("a.csv", "x_laea,y_laea,pop\n3959000,2343000,6\n"),
    "communes": ("a.csv", "CODGEO;LIBGEO;PMUN2022;lon;lat\n01001;A;860;5;46\n69381;L;5;4,8;45,7\n"),
    "times": ("a.csv", "code;nom;temps\n15001;x;43\n"),
    "pairs": ("a.csv", "idSrc;idDst;duree\n15001;15002;4\n"),
    "levels": ("a.csv", "CODGEO;EPCI;LIBEPCI\n01001;200;y\n"),
    "passage": ("a.csv", "old;new\n01091;01033\n"),
    "capacity": ("a.csv", "CODGEO;HTCH23\n73257;1\n"),
    "apl": ("a.csv", "code;apl\n01001;2,5\n"),
    "zoning": ("a.csv", "code_tvs;zonage\nT1;ZIP\n"),
}
READERS = [
    recognise,
    read_positions_file,
    lambda path: read_source(path, SiteLog()),
    import_population,
    lambda path: read_communes(*read_table_file(path)),
    lambda path: read_levels(*read_table_file(path)),
    lambda path: read_passage(*read_table_file(path)),
    lambda path: read_capacity([read_table_file(path)]),
    lambda path: read_indicator(*read_table_file(path)),
    lambda path: read_official_times(*read_table_file(path), destinations={"15002"}),
    *(
        lambda path, kind=kind: read_source(path, SiteLog(), format=kind)
        for kind in ("finess", "authorisations", "t_finess", "sae")
    ),
]
PIECES = [
    "",
    ";",
    ",",
    '"',
    "\n",
    "\r",
    "\t",
    " ",
    "-1",
    "1e400",
    "nan",
    "inf",
    "é",
    "\ufeff",
    "\x00",
    "0",
    "99999999999999999999",
    "<",
    "&",
    "01451",
    "2A004",
    "69381",
    "None",
    "é" * 40,
]


@pytest.mark.parametrize("kind", GOOD)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6), content=st.binary(max_size=120))
def test_spoilt_files_give_a_table_or_a_sentence(tmp_path, kind, seed, content):
    """Some cells of a good file are replaced, columns cut, bytes put in; every reader is given the result."""
    name, text = GOOD[kind]
    chance = random.Random(seed)
    raw = bytearray(text.encode("utf-8"))
    for _ in range(chance.randint(0, 4)):
        place = chance.randrange(len(raw))
        raw[place : place + chance.choice([0, 0, 1, 3, 8])] = chance.choice(PIECES).encode("utf-8", "surrogatepass")
    if chance.random() < 0.2:
        raw = raw[: chance.randrange(len(raw) + 1)] + content
    (tmp_path / name).write_bytes(bytes(raw))
    for reader in READERS:
        try:
            reader(tmp_path / name)
        except InputError as error:
            assert str(error)
