"""Several thresholds in one run: each counted as by itself, and secret together."""

import itertools

import kit
import numpy as np
import pandas as pd
import pytest

from access_plugin.engine.access.official import gaps_from_times
from access_plugin.engine.access.official_table import OfficialTimes
from access_plugin.engine.access.people import People
from access_plugin.engine.access.territories import beyond_field, summarise

OTHERS = [20.0, 45.0]


def places(rows):
    """Return cells: territory, households, minutes."""
    table = pd.DataFrame(rows, columns=["territory", "households", "minutes"])
    people = 2.0 * table["households"]
    return table.assign(population=people, secret=table["households"] < 11), table


def summary_of(rows, threshold=30.0, others=OTHERS, counties=None):
    cells, table = places(rows)
    levels = [("territory", table["territory"], {})]
    if counties:
        levels.append(("county", table["territory"].map(counties), {}))
    found = summarise(cells, table["minutes"], threshold, levels=levels, others=others)
    return found.set_index(["level", "code"])


def test_each_is_counted_as_by_itself_and_strictly():
    rows = [("A", 50, 20.0), ("A", 40, 20.0001), ("A", 30, 45.0), ("A", 25, 50.0), ("B", 60, np.nan), ("B", 70, 31.0)]
    together = summary_of(rows)
    assert together.loc[("total", ""), "beyond_20_min"] == 2.0 * (40 + 30 + 25 + 70)
    for other in OTHERS:
        alone = summary_of(rows, other, [])
        assert together[beyond_field(other)].tolist() == alone["beyond"].tolist()
    assert together["beyond"].tolist() == summary_of(rows, others=[])["beyond"].tolist()
    assert beyond_field(12.5) == "beyond_12_5_min"


def test_what_lies_between_two_thresholds_may_be_too_few():
    rows = [("A", 50, 10.0), ("A", 30, 25.0), ("A", 5, 40.0), ("A", 30, 50.0), ("B", 50, 10.0), ("B", 60, 50.0)]
    assert not summary_of(rows, others=[])["secret"].any()  # 35 households beyond 30, 30 beyond 45: each told alone
    assert not summary_of(rows, 45.0, [])["secret"].any()
    assert summary_of(rows).loc[("territory", "A"), "secret"]


@pytest.mark.parametrize("seed", range(15))
def test_no_told_row_nor_its_sums_give_few_away(seed):
    """Who knows all rows that are told finds no group of 1 to 10 households between any two ends of a level's sums."""
    random = np.random.default_rng(seed)
    rows = [
        (code, int(random.choice([random.integers(1, 11), random.integers(11, 300)])), minutes)
        for code in "ABCDEF"
        for minutes in (10.0, 25.0, 40.0, 50.0, np.nan)
        if random.random() < 0.6
    ]
    counties = dict(zip("ABCDEF", "XXXYYY"))
    found, table = summary_of(rows, counties=counties), places(rows)[1]
    ends = [-np.inf, 20.0, 30.0, 45.0, np.inf]
    for low, high in itertools.combinations(ends, 2):
        there = (table["minutes"] > low) & (table["minutes"] <= high)
        number = table["households"].where(there, 0).groupby(table["territory"]).sum()
        for code, count in number.items():
            assert count == 0 or count >= 11 or found.loc[("territory", code), "secret"], (code, low, high)
        for county in "XY":
            inside = [code for code in number.index if counties[code] == county]
            hidden = [code for code in inside if found.loc[("territory", code), "secret"]]
            if hidden and not found.loc[("county", county), "secret"]:
                rest = number[hidden].sum()
                assert rest == 0 or rest >= 11, (county, low, high)


def test_official_times_count_them_too():
    times = OfficialTimes(pd.Series({"43001": 25.0, "43002": 50.0}), "t.csv", "minutes")
    people = kit.people([("43001", "A", 300, 0), ("43002", "B", 200, 1)])
    summary = gaps_from_times(times, People(people), 30.0, others=OTHERS).summary
    whole = people["population"].tolist()
    assert summary.loc[0, ["beyond_20_min", "beyond", "beyond_45_min"]].tolist() == [sum(whole), whole[1], whole[1]]
