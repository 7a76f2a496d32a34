"""Tables of official times as agencies have them: arrondissements, hours and seconds, ways that are left out."""

import numpy as np
import pandas as pd
import pytest
from heard import Heard

from access_plugin.engine.access.official_table import read_official_times
from access_plugin.engine.errors import InputError

LYON, THIRD, FIRST, VILLEFRANCHE = "69123", "69383", "69381", "69264"


def times(table, **given):
    heard = Heard()
    found = read_official_times(pd.DataFrame(table), "t.csv", progress=heard.progress, **given)
    return found.minutes.to_dict(), heard


def pairs(*rows):
    return {name: [row[place] for row in rows] for place, name in enumerate(("idSrc", "idDst", "duree"))}


def test_a_hospital_coded_by_arrondissement_counts_in_a_distancier_of_cities():
    """It was dropped without a word, and everybody of the Rhône was far from care."""
    ways = pairs(("69001", LYON, 10), ("69001", VILLEFRANCHE, 40), (LYON, VILLEFRANCHE, 30), (VILLEFRANCHE, LYON, 30))
    found, heard = times(ways, destinations={THIRD, VILLEFRANCHE})
    assert found == {"69001": 10, LYON: 0, VILLEFRANCHE: 0} and heard.warned == []
    # where the table knows both, both have it
    both = pairs(("69001", LYON, 10), ("69001", THIRD, 12), (LYON, THIRD, 10))
    assert times(both, destinations={THIRD})[0] == {"69001": 10, LYON: 0, THIRD: 0}
    # and the other way round
    by_parts = pairs(("69001", FIRST, 12), ("69001", THIRD, 10), (VILLEFRANCHE, THIRD, 30))
    found, _ = times(by_parts, destinations={LYON})
    assert found["69001"] == 10 and found[LYON] == found[FIRST] == found[THIRD] == 0


def test_a_commune_with_care_needs_no_way_to_itself():
    found, heard = times(pairs(("43001", "43157", 13), ("43002", "43157", 45)), destinations={"43157"})
    assert found == {"43001": 13, "43002": 45, "43157": 0} and heard.warned == []


def test_care_that_a_distancier_does_not_know_is_told():
    found, heard = times(pairs(("43001", "43157", 13)), destinations={"43157", "26362"})
    assert found == {"43001": 13, "43157": 0}
    assert heard.warned == [
        "t.csv has no way to or from 1 commune with an SU or a SMUR: 26362. Nobody is said to be near it."
    ]


@pytest.mark.parametrize(
    ("header", "value", "minutes"),
    [
        ("temps_heures", 0.5, 30),
        ("Temps (h)", "0,5", 30),
        ("temps_sec", 900, 15),
        ("duree_secondes", "900", 15),
        ("temps_su", 12, 12),
        ("temps_min", "12 min", 12),
        ("temps_min", "n.c.", np.nan),
        ("temps_heures_pleines", 12, 12),
        ("Temps heures creuses", "12", 12),
        ("Temps en heure de pointe (min)", 12, 12),
        ("Temps (min) en 24 h", 12, 12),
        ("temps_en_secondes_2019", 900, 15),
        ("temps_s", "12 min", 12),  # the cell knows better
        ("temps_h", "0:12:00", 12),
        ("Temps (h:min:s)", "0:12:00", 12),
        ("temps_min", "0:12:00", 12),  # a time cell of a spreadsheet
    ],
)
def test_the_unit_of_a_header_counts(header, value, minutes):
    found, heard = times({"code": ["43001"], header: [value]}, minutes=header)
    assert found == {"43001": pytest.approx(minutes, nan_ok=True)}
    assert bool(heard.warned) == (minutes in (15, 30) or header in ("temps_s", "temps_h"))


def test_hours_that_are_too_many_are_told_by_what_was_taken_for_their_unit():
    with pytest.raises(InputError, match="temps_heures is in hours by its name, and its times are too long for that"):
        times({"code": ["43001"], "temps_heures": [34]}, minutes="temps_heures")


@pytest.mark.parametrize(("factor", "doubted"), [(1, False), (1 / 60, True), (10, True)])
def test_times_that_no_part_of_france_has_are_doubted(factor, doubted):
    minutes = np.linspace(0, 50, 40) * factor
    codes = [f"43{n:03}" for n in range(1, 41)]
    _, heard = times({"code": codes, "temps": minutes})
    assert any("are these minutes?" in text for text in heard.warned) == doubted


def test_a_city_takes_the_longest_time_of_its_arrondissements():
    found, heard = times({"code": [FIRST, THIRD, VILLEFRANCHE], "temps": [2, 5, 0]})
    assert found[LYON] == 5 and any(f"{LYON} has the longest time" in text for text in heard.said)
    assert times({"code": [FIRST, LYON], "temps": [2, 3]})[0] == {FIRST: 2, LYON: 3}  # its own goes before


def test_fields_of_times_are_named_with_commas_in_them_or_between_them():
    table = {"code": ["43001"], "Temps d'accès (minutes, 2019)": [7], "temps_su": [9], "temps_smur": [8]}
    assert times(table, minutes="Temps d'accès (minutes, 2019)")[0] == {"43001": 7}
    for both in ("temps_su,temps_smur", "temps_su; temps_smur"):
        assert times(table, minutes=both)[0] == {"43001": 8}
