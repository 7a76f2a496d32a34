"""Codes of communes and départements, as text, by name, and what became of them."""

import pandas as pd
import pytest
from heard import Heard

from access_plugin.engine.errors import InputError
from access_plugin.engine.territory.codes import (
    commune_codes,
    departement_of,
    departements,
    departements_of,
    finess_numbers,
    normal_departement,
    passage,
)


def test_codes_are_text_and_one_lost_zero_comes_back():
    heard = Heard()
    codes = commune_codes(
        pd.Series(["01001", 1004.0, "2a004", " 69123 ", None], name="INSEE", index=[2, 3, 4, 5, 6]),
        "list",
        progress=heard.progress,
    )
    assert codes.tolist() == ["01001", "01004", "2A004", "69123", ""]
    assert heard.warned == [
        "list: the field INSEE lost the zero at the front of 1 code (row 3), as spreadsheets do; it was put back."
    ]


@pytest.mark.parametrize("code", ["123", "123456", "ABCDE", "2C004"])
def test_codes_that_are_none(code):
    with pytest.raises(InputError, match="list: the field insee holds no commune code in row 7"):
        commune_codes(pd.Series([code], name="insee", index=[7]), "list")
    assert commune_codes(pd.Series([code], name="insee"), "list", strict=False).tolist() == [code]


def test_finess_numbers_and_departements():
    assert finess_numbers(
        pd.Series([10000024.0, "010000024", "2A0000022", "690 041 108"], name="fi"), "x"
    ).tolist() == ["010000024", "010000024", "2A0000022", "690041108"]
    assert [normal_departement(code) for code in ("1", "69D", "69M", "9A", "2a", "84")] == [
        "01",
        "69",
        "69",
        "971",
        "2A",
        "84",
    ]
    assert (departement_of("01451"), departement_of("97411"), departement_of("7001")) == ("01", "974", "")
    assert len(departements()) == 101
    assert departements_of("43; 1 ,R94") == ["43", "01", "2A", "2B"]
    assert len(departements_of("R84")) == 12
    for wrong in ("", "99", "R99"):
        with pytest.raises(InputError):
            departements_of(wrong)


AURA = ["01", "03", "07", "15", "26", "38", "42", "43", "63", "69", "73", "74"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Haute-Loire", ["43"]),
        ("haute loire", ["43"]),
        ("HAUTE–LOIRE", ["43"]),
        ("43 - Haute-Loire", ["43"]),
        ("43-Haute-Loire", ["43"]),
        ("Haute-Loire (43)", ["43"]),
        ("la Haute-Loire", ["43"]),
        ("Auvergne-Rhône-Alpes", AURA),
        ("auvergne rhone alpes", AURA),
        ("R84", AURA),
        ("R84 - Auvergne-Rhône-Alpes", AURA),
        ("84 - Auvergne-Rhône-Alpes", AURA),
        ("84 - Vaucluse", ["84"]),
        ("84", ["84"]),
        ("43, Cantal; Rhône", ["43", "15", "69"]),
        ("Loire\nHaute-Loire\r\nloire", ["42", "43"]),
        ("1, Ain, 01 Ain", ["01"]),
        ("69D Rhône", ["69"]),
        ("Côte d’Or", ["21"]),
        ("cote-d'or", ["21"]),
        ("Val d'Oise", ["95"]),
        ("Lot et Garonne", ["47"]),
        ("Ille-et-Vilaine", ["35"]),
        ("Corse du Sud", ["2A"]),
        ("Corse", ["2A", "2B"]),
        ("2b haute corse", ["2B"]),
        ("Réunion", ["974"]),
        ("La Réunion", ["974"]),
        ("01 - Guadeloupe", ["971"]),
        ("Île-de-France, 75", ["75", "77", "78", "91", "92", "93", "94", "95"]),
    ],
)
def test_departements_and_regions_by_name(text, codes):
    assert departements_of(text) == codes


def test_every_name_is_read_as_its_own_departement():
    for code, row in departements().items():
        assert (
            departements_of(row.name)
            == departements_of(row.name.upper().replace("-", " "))
            == departements_of(f"{code} {row.name}")
            == [code]
        )
        assert code in departements_of(row.region_name) == departements_of(f"R{row.region}")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Haute-Loir",
            r"“Haute-Loir” is no département nor région\. Write codes .*names .*R84.* Did you mean Haute-Loire\?",
        ),
        ("43, Cantale", r"“Cantale” is no .*Did you mean Cantal\?"),
        ("Rhône-Alpes", r"Did you mean Auvergne-Rhône-Alpes\?"),
        ("Loire (43)", "43 is Haute-Loire, not Loire"),
        ("R84 Bretagne", "R84 is Auvergne-Rhône-Alpes, not Bretagne"),
        ("qqq", r"with commas between\.$"),
        ("99", r"with commas between\.$"),
        ("43 15", "is no département"),
        ("Région 84", "is no département"),
        (" ; ", "Give at least one"),
    ],
)
def test_a_name_that_is_none_gets_what_may_be_written_and_the_nearest(text, words):
    with pytest.raises(InputError, match=words):
        departements_of(text)


def test_the_passage_table_leads_to_communes_of_today():
    table = passage()
    assert (table["69381"], table["75120"], table["13201"], table["69159"], table["01091"]) == (
        "69123",
        "75056",
        "13055",
        "69114",
        "01033",
    )
    assert not set(table) & set(table.values())  # no chain, no loop
