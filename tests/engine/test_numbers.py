"""Lists of numbers as people type them, with points or decimal commas; numbers as a language writes them."""

import numpy as np
import pytest

from access_plugin.engine.access.apl import read_steps
from access_plugin.engine.errors import InputError
from access_plugin.engine.numbers import localised, parts_of


def test_where_a_semicolon_stands_the_comma_is_decimal():
    assert [float(part) for part in parts_of("2,5;10")] == [2.5, 10]
    assert [float(part) for part in parts_of("2,5,10")] == [2, 5, 10]  # as models have it
    assert parts_of("10 ; 20,5 ;") == ["10", "20.5"]
    assert parts_of("10.5,20") == ["10.5", "20"]
    assert parts_of("") == []


def test_weights_of_the_apl_with_decimal_commas():
    steps = read_steps("10:1;15:0,667;20:1/3")
    assert steps.limits.tolist() == [10, 15, 20] and steps.weights == pytest.approx([1, 0.667, 1 / 3])
    assert read_steps("10:1,15:2/3,20:1/3").weights == pytest.approx([1, 2 / 3, 1 / 3])
    with pytest.raises(InputError):
        read_steps("10:1,15:0,667")  # 0 for 15 minutes, and a part that is none


@pytest.mark.parametrize(
    ("value", "form", "french", "english"),
    [
        (228654, "", "228\u202f654", "228,654"),
        (0.6, ".2f", "0,60", "0.60"),
        (0.994, ".1%", "99,4\u00a0%", "99.4%"),
        (30.0, "g", "30", "30"),
        (2.5, "", "2,5", "2.5"),
        (-1234.5, ".1f", "\u22121\u202f234,5", "\u22121,234.5"),
        (np.int64(1000), "", "1\u202f000", "1,000"),
        (1e20, "g", "1e+20", "1e+20"),
        (float("nan"), ".1f", "–", "–"),
    ],
)
def test_numbers_in_a_format(value, form, french, english):
    assert localised(value, form, language="fr") == french
    assert localised(value, form, language="en") == english
