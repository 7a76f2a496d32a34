"""Opening hours as French people write them, against the same hours in OpenStreetMap's words."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from access_plugin.engine.errors import InputError
from access_plugin.engine.sites.french_hours import french_week
from access_plugin.engine.sites.hours import open_minutes
from access_plugin.engine.sites.table import read_sites


@pytest.mark.parametrize(
    ("text", "osm"),
    [
        # days behind their times
        ("8h00-20h00 7j/7", "08:00-20:00"),
        ("8h-20h du lundi au vendredi", "Mo-Fr 08:00-20:00"),
        ("9h-12h, 14h-18h du lundi au vendredi", "Mo-Fr 09:00-12:00,14:00-18:00"),
        ("8h-20h lundi, mardi", "Mo,Tu 08:00-20:00"),
        ("8h-20h du lundi au vendredi, 9h-12h le samedi", "Mo-Fr 08:00-20:00; Sa 09:00-12:00"),
        ("8h-20h du lundi au samedi, dimanche fermé", "Mo-Sa 08:00-20:00"),
        ("8h-20h, lundi au vendredi", "Mo-Fr 08:00-20:00"),
        # times of every day, and those of some
        ("8h-20h, samedi 9h-12h", "08:00-20:00; Sa 09:00-12:00"),
        ("tous les jours 8h-20h, dimanche 9h-12h", "Mo-Sa 08:00-20:00; Su 09:00-12:00"),
        ("tous les jours 8h-20h ; samedi et dimanche 9h-12h", "Mo-Fr 08:00-20:00; Sa,Su 09:00-12:00"),
        ("tous les jours 8h-20h ; dimanche 9h-12h ; dimanche 15h-18h", "Mo-Sa 08:00-20:00; Su 09:00-12:00,15:00-18:00"),
        ("tous les jours 8h-12h ; samedi 8h-12h ; samedi 14h-18h", "08:00-12:00; Sa 08:00-12:00,14:00-18:00"),
        ("lundi 8h-12h, lundi 14h-18h", "Mo 08:00-12:00,14:00-18:00"),
        ("lundi au vendredi 8h-12h ; lundi au vendredi 14h-18h", "Mo-Fr 08:00-12:00,14:00-18:00"),
        # closed days
        ("tous les jours sauf dimanche 8h-20h", "Mo-Sa 08:00-20:00"),
        ("tous les jours 8h-20h ; fermé dimanche", "Mo-Sa 08:00-20:00"),
        ("8h-20h, fermé le samedi et le dimanche", "Mo-Fr 08:00-20:00"),
        ("lun-ven 8h-20h sauf mercredi", "Mo,Tu,Th,Fr 08:00-20:00"),
        ("lundi-vendredi 8h-20h sauf mercredi, jeudi", "Mo,Tu,Fr 08:00-20:00"),
        ("8h-20h sauf samedi, dimanche et jours fériés", "Mo-Fr 08:00-20:00"),
        ("8h-20h sauf samedi dimanche", "Mo-Fr 08:00-20:00"),
        ("tous les jours sauf samedi, dimanche et jours fériés de 8h à 20h", "Mo-Fr 08:00-20:00"),
        ("tous les jours sauf mardi, jeudi : 8h-20h", "Mo,We,Fr-Su 08:00-20:00"),
        ("8h-20h, fermé samedi, dimanche", "Mo-Fr 08:00-20:00"),
        ("fermé samedi, dimanche, 8h-20h", "Mo-Fr 08:00-20:00"),
        ("9h-19h ; fermé dimanche, lundi", "Tu-Sa 09:00-19:00"),
        ("24h/24 sauf samedi, dimanche", "Mo-Fr 00:00-24:00"),
        ("lundi mardi fermé, mercredi 8h-20h", "We 08:00-20:00"),
        ("lundi-vendredi 8h-20h, samedi, dimanche fermé", "Mo-Fr 08:00-20:00"),
        ("samedi, dimanche fermé, lundi-vendredi 8h-20h", "Mo-Fr 08:00-20:00"),
        ("8h-20h lundi, mardi fermé", "Mo 08:00-20:00"),
        ("Fermé le lundi ; mardi au samedi 9h-18h", "Tu-Sa 09:00-18:00"),
        ("Fermé le lundi. Mardi au samedi 9h-18h.", "Tu-Sa 09:00-18:00"),
        ("8h-20h sauf dimanche ; lundi 9h-12h", "Mo 09:00-12:00; Tu-Sa 08:00-20:00"),
        ("Lundi : fermé\nMardi : 8h-20h", "Tu 08:00-20:00"),
        ("hors jours fériés, lundi au vendredi 8h-20h", "Mo-Fr 08:00-20:00"),
        ("sauf jours fériés du lundi au samedi de 9h à 12h", "Mo-Sa 09:00-12:00"),
        ("sauf fériés, du lundi au vendredi 20h-24h, samedi 14h-24h", "Mo-Fr 20:00-24:00; Sa 14:00-24:00"),
        ("sauf dimanche, 8h-20h", "Mo-Sa 08:00-20:00"),
        ("tous les jours sauf dimanche : 8h-20h ; dimanche : 9h-12h", "Mo-Sa 08:00-20:00; Su 09:00-12:00"),
        ("lundi à samedi sauf jeudi 8h-20h, jeudi 14h-20h", "Mo-We,Fr,Sa 08:00-20:00; Th 14:00-20:00"),
        ("mercredi l'après-midi de 14h à 18h", "We 14:00-18:00"),
        ("8h-12h le matin, 14h-18h l’après-midi", "08:00-12:00,14:00-18:00"),
        ("mardi le matin 8h-12h, l'après-midi 14h-18h", "Tu 08:00-12:00,14:00-18:00"),
        ("lundi(s) 8h-12h", "Mo 08:00-12:00"),
        ("dimanche et férié(s) 8h-20h", "Su 08:00-20:00"),
        ("tous les jours 8h-20h sauf férié(s)", "08:00-20:00"),
        ("24/7 sauf dimanche", "Mo-Sa 00:00-24:00"),
        ("7j/7 8h-20h sauf jours fériés", "08:00-20:00"),
        # parted by a stroke, a blank, “et”
        ("9h-12h/14h-18h", "09:00-12:00,14:00-18:00"),
        ("9h-12h 14h-18h", "09:00-12:00,14:00-18:00"),
        ("Lu-Ve 8h-20h / Sa 8h-12h", "Mo-Fr 08:00-20:00; Sa 08:00-12:00"),
        ("Lu-Ve 8h-20h Sa 8h-12h", "Mo-Fr 08:00-20:00; Sa 08:00-12:00"),
        ("lundi 8h-12h et 14h-18h et samedi 8h-12h", "Mo 08:00-12:00,14:00-18:00; Sa 08:00-12:00"),
        (
            "Lundi au vendredi : 8h30 à 12h30\net 13h30 à 18h\nSamedi : 9h à 12h",
            "Mo-Fr 08:30-12:30,13:30-18:00; Sa 09:00-12:00",
        ),
        # words
        ("8h-midi", "08:00-12:00"),
        ("20h-minuit", "20:00-24:00"),
        ("tlj 8h-20h", "08:00-20:00"),
        ("7 jours sur 7 de 8 h à 20 h", "08:00-20:00"),
        ("LMMJV 8h-20h", "Mo-Fr 08:00-20:00"),
        ("L, Me, V 9-12", "Mo,We,Fr 09:00-12:00"),
        ("D 8-12", "Su 08:00-12:00"),
        ("week-end et jours fériés 8h-20h", "Sa,Su 08:00-20:00"),
        ("les lundis et jeudis de 9h à 12h", "Mo,Th 09:00-12:00"),
        ("tous les samedis 9h-12h", "Sa 09:00-12:00"),
        ("8.00-20.00", "08:00-20:00"),
        ("8h/20h", "08:00-20:00"),
        ("ouvert en continu de 8h à 20h", "08:00-20:00"),
        ("LUNDI AU VENDREDI 8H-20H", "Mo-Fr 08:00-20:00"),
        ("jour et nuit", "24/7"),
        ("24h/24, 7j/7", "24/7"),
        ("lundi et mercredi au vendredi 8h-12h", "Mo,We-Fr 08:00-12:00"),
        ("du lundi au mercredi et du vendredi au samedi 8h-12h", "Mo-We,Fr,Sa 08:00-12:00"),
        ("samedi/dimanche 8h-20h", "Sa,Su 08:00-20:00"),
        ("24h/24 - 7j/7", "24/7"),
        ("7j/7 - 24h/24", "24/7"),
        ("lundi au vendredi - 8h à 20h", "Mo-Fr 08:00-20:00"),
        ("8h-20h.", "08:00-20:00"),
        ("Du lundi au vendredi de 8h à 18h. Le samedi de 9h à 12h.", "Mo-Fr 08:00-18:00; Sa 09:00-12:00"),
        ("8-20h", "08:00-20:00"),
        ("lundi matin 9h-12h", "Mo 09:00-12:00"),
        ("matin 9h-12h, après-midi 14h-18h", "09:00-12:00,14:00-18:00"),
        ("7j/7 8h-20h y compris jours fériés", "08:00-20:00"),
        ("24h/24 et 7j/7 toute l’année", "24/7"),
        ("MO,TU,WE,TH,FR 08:00-20:00", "Mo-Fr 08:00-20:00"),
        # past midnight, around the clock
        ("Lun-Ven 20h-8h; Sa-Di 24h/24", "Mo-Fr 20:00-08:00; Sa,Su 00:00-24:00"),
        ("samedi midi - minuit", "Sa 12:00-24:00"),
        ("du vendredi au lundi 9h-10h", "Fr-Mo 09:00-10:00"),
    ],
)
def test_hours_are_those_that_osm_s_words_say(text, osm):
    assert np.array_equal(open_minutes(text), open_minutes(osm))


@pytest.mark.parametrize(
    "text",
    [
        "7/7",  # days, no hours
        "lundi au vendredi",
        "WE et jours fériés",
        "8h-20h lundi, 9h-12h",  # Tuesday?
        "9h-12h tous les jours, lundi 14h-18h",  # an afternoon more, or no morning?
        "lundi 8h-20h, lundi 9h-12h",
        "lundi à mercredi 8h-12h, mercredi à vendredi 10h-16h",
        "8h-20h sauf dimanche 9h-12h",  # and so would be midday on Wednesdays
        "tous les jours 8h-20h sauf mercredi 12h-14h",
        "lundi-vendredi 8h-20h sauf mercredi, samedi 9h-12h",
        "lundi au samedi 8h-18h, fermé samedi 12h-14h",
        "lundi au vendredi 8h-18h, fermé le vendredi de 12h à 14h",
        "Lundi : fermé Mardi : 8h-20h",  # without a comma between
        "fermé lundi, mardi 9h-18h",
        "lundi au vendredi 8h-12h, fermé l'après-midi",  # half a day
        "lundi matin 8h-12h ; lundi après-midi fermé ; mardi 8h-12h",
        "lundi matin : fermé ; lundi après-midi : 14h-18h ; mardi 8h-12h",
        "lundi au vendredi 9h-12h 14h-18h, fermé mercredi matin",
        "lundi au vendredi 9h-12h 14h-18h sauf le mercredi après-midi",
        "lundi : fermé le matin, 14h-18h; mardi 8h-12h 14h-18h",
        "lundi : fermé, 14h-18h",
        "dimanche fermé, dimanche 9h-12h",
        "sauf mercredi lundi au vendredi 8h-18h",
        "lundi/mardi - jeudi/vendredi 8h-12h",
        "Lundi 8h-12h Mardi fermé Mercredi 8h-12h",
        "8h-20h lundi, mardi, mercredi fermé",
        "8h-20h, 9h-12h le samedi",
        "8h-20h ; 9h-12h le samedi ; 10h-12h le dimanche",
        "dimanche 9h-12h ; 14h-18h",
        "samedi 9h-12h ; tous les jours 8h-20h",
        "lundi au vendredi 9h-12h ; mercredi 14h-18h",
        "lundi au vendredi 8h-12h 14h-18h, vendredi 14h-17h",
        "Mo-Fr 08:00-20:00; SH Mo-Fr 09:00-12:00",  # the holidays of schools
        "Mo-Sa 09:00-19:00; PH Su 10:00-12:00",
        "lundi/vendredi 8h-20h",
        "LMJV 8h-20h",
        "L/M/V 9h-12h",
        "jours ouvrables 8h-20h",
        "1er lundi du mois 8h-12h",
        "en mars 8h-20h",
        "mardi matin",
        "8h20h",
        "8h-20h-22h",
        "lundi au mardi au jeudi 8h-20h",
        "samedi au week-end 8h-20h",
        "fermé",
        "ouvert",
        "8-20",
        "24h/7",
        "8h-25h",
        "8h-8h",
        "du 8 au 20 lundi",
    ],
)
def test_what_says_two_things_or_nothing_is_refused(text):
    with pytest.raises(ValueError):
        open_minutes(text)
    table = pd.DataFrame({"type": ["CSNP"], "lon": ["5"], "lat": ["45"], "horaires": [text]}, index=[4])
    with pytest.raises(InputError, match="impossible opening hours in feature 4"):
        read_sites(table, "list")


@pytest.mark.parametrize("text", ["", "NC", "non renseigné", "Non renseignés", "?", "-", " – ", "inconnu", "n/a"])
def test_what_says_that_nothing_is_known_is_an_empty_cell(text):
    table = pd.DataFrame({"type": ["CSNP"], "lon": ["5"], "lat": ["45"], "horaires": [text]})
    assert read_sites(table, "list")["hours"].tolist() == [""]


DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
OSM = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.integers(0, 6), min_size=1, max_size=7, unique=True),
    st.lists(st.tuples(st.integers(0, 22), st.integers(1, 23)), min_size=7, max_size=7),
    st.booleans(),
)
def test_any_days_with_their_times_in_either_order(days, times, days_first):
    """Days once each: whatever stands first, each has its own time."""
    spans = [(min(a, b - 1), b) for a, b in times]
    french = [
        f"{DAYS[day]} {a}h-{b}h" if days_first else f"{a}h-{b}h le {DAYS[day]}" for day, (a, b) in zip(days, spans)
    ]
    osm = "; ".join(f"{OSM[day]} {a:02d}:00-{b:02d}:00" for day, (a, b) in zip(days, spans))
    assert np.array_equal(open_minutes(", ".join(french)), open_minutes(osm))


@settings(max_examples=500, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "lundi samedi lu-ve week-end 8h-20h 9h-12h 14h 8 - , ; / et au sauf fermé 24h/24 7j/7 minuit fériés".split()
        ),
        max_size=9,
    )
)
def test_any_words_are_hours_or_none(words):
    text = " ".join(words)
    try:
        week = french_week(text)
    except ValueError:
        return
    assert len(week) == 7
    assert all(0 <= start < 1440 and start < end <= start + 1440 for spans in week for start, end in spans)
    # whatever is open has a time that stands in the text
    assert any("h" in word for word in words) or not any(week)
