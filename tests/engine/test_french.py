"""French on paper (DOMAIN § 7.1).

Spaces, commas, plurals, dates, accents, in numbers and in every text of the catalogue.
"""

import re
import unicodedata
from xml.etree import ElementTree

import pytest
from paths import ROOT

from access_plugin.engine.numbers import MISSING, callout, is_plural, number, ordinal, percent, rounded, trimmed

NARROW, NBSP = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("value", "exact", "short"),
    [
        (0, "0", "0"),
        (1, "1", "1"),
        (1.9, "2", "2"),
        (999, "999", "999"),
        (2586, f"2{NARROW}586", f"2{NARROW}586"),
        (9999, f"9{NARROW}999", f"9{NARROW}999"),
        (86_449, f"86{NARROW}449", f"86{NARROW}400"),
        (86_450.1, f"86{NARROW}450", f"86{NARROW}500"),
        (999_499, f"999{NARROW}499", f"999{NARROW}000"),
        (999_600, f"999{NARROW}600", f"1{NBSP}M"),
        (8_205_557, f"8{NARROW}205{NARROW}557", f"8,21{NBSP}M"),
        (-1234, f"\u22121{NARROW}234", f"\u22121{NARROW}234"),
    ],
)
def test_numbers_are_exact_in_tables_and_rounded_in_callouts(value, exact, short):
    assert (number(value), callout(value)) == (exact, short)


def test_what_is_missing_is_a_dash():
    assert number(None) == number(float("nan")) == callout(float("nan")) == percent(None) == MISSING


def test_three_significant_digits_above_ten_thousand_only():
    assert [rounded(value) for value in (10_000, 10_049, 10_050.1, 123_456, 8_205_557)] == [
        10_000,
        10_000,
        10_100,
        123_000,
        8_210_000,
    ]


def test_english_numbers_on_request():
    assert (
        number(8_205_557, language="en"),
        callout(8_205_557, language="en"),
        percent(0.048, language="en"),
        number(1234.5, 1, language="en"),
    ) == ("8,205,557", "8.21M", "4.8%", "1,234.5")


def test_percent_and_decimals_in_french():
    assert (percent(0.048), number(1234.56, 1), trimmed(1.5), trimmed(2.0), trimmed(8.21)) == (
        f"4,8{NBSP}%",
        f"1{NARROW}234,6",
        "1,5",
        "2",
        "8,21",
    )


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [(0, False, True), (1, False, False), (1.9, False, True), (2, True, True), (-1, False, True)],
)
def test_nouns_are_in_the_plural_from_two_on_in_french(value, french, english):
    assert (is_plural(value), is_plural(value, language="en")) == (french, english)


def test_ordinals():
    assert [ordinal(value) for value in (1, 2, 21)] == ["1er", "2e", "21e"]
    assert [ordinal(value, language="en") for value in (1, 2, 3, 4, 11, 12, 13, 21)] == [
        "1st",
        "2nd",
        "3rd",
        "4th",
        "11th",
        "12th",
        "13th",
        "21st",
    ]


def texts():
    messages = ElementTree.parse(ROOT / "access_plugin" / "i18n" / "access30_fr.ts").getroot().iter("message")
    return [(message.findtext("source"), message.findtext("translation")) for message in messages]


def test_french_texts_keep_their_signs_with_their_words():
    loose = [
        text
        for _, text in texts()
        if re.search(
            r"(?<![\u00a0\u202f\s(])[;!?»%](?!\w)|[ ][:;!?»%]|«[^\u00a0\u202f]|\w'\w",
            re.sub(r"\{[^}]*\}|https?:\S+|`[^`]*`|\*\.\w+|Mo-Fr [-\d:; A-Za-z]+|\d;\d+;", "x", text),
        )
    ]
    assert loose == []


def test_capitals_bear_their_accents():
    bare = [
        text
        for _, text in texts()
        if re.search(r"\b(Etude|Evolution|Etape|Ecole|Etablissement|Elevation|A plus de|A partir)\b", text)
    ]
    assert bare == []
    assert "écully, évolution, à plus".upper() == "ÉCULLY, ÉVOLUTION, À PLUS"


def test_texts_are_composed():
    assert all(text == unicodedata.normalize("NFC", text) for _, text in texts())
