"""Whole jobs give what they gave.

Every layer, figure and public map, summed up in tests/golden (`python tests/support/golden_cases.py` writes them anew,
and says what has changed).
"""

import json
import os

import pytest
from golden_cases import CASES, GOLDEN, LONG, differences, of_table
from kit import squares
from paths import SHARED


@pytest.mark.parametrize("name", [*CASES, *LONG])
def test_a_whole_job_gives_what_it_gave(name, tmp_path):
    if name in LONG and not os.environ.get("ACCESS30_LONG"):
        pytest.skip("takes minutes: ACCESS30_LONG=1 asks for it")
    if name != "demonstration" and not SHARED.exists():
        pytest.skip("the data beside the project is absent")
    found = json.loads(json.dumps((CASES | LONG)[name](tmp_path), default=str))
    assert differences(json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8")), found) == []


def test_sums_notice_what_changes():
    """The check itself: another value, order, name, shape or column is a difference.

    The last digits of a library are none.
    """
    table = squares().assign(minutes=[1.0, 2.0, None, 4.0, 5.0, 6.0, 7.0, 8.0])
    before = {"t": of_table(table)}
    assert differences(before, {"t": of_table(table.assign(minutes=table["minutes"] * (1 + 1e-13)))}) == []
    for other in (
        table.assign(minutes=table["minutes"] + 1e-4),
        table.iloc[::-1],
        table.assign(name=table["name"].replace("Vide", "vide")),
        table.drop(columns="code"),
        table.assign(more=1),
        table.set_geometry(table.translate(1.0)),
        table.set_geometry(table.buffer(10.0)),
        table.assign(minutes=table["minutes"].fillna(0.0)),
        table.iloc[:-1],
    ):
        assert differences(before, {"t": of_table(other)}), other
