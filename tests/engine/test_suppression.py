"""Statistical secrecy: too few households are never told, nor can they be worked out of what is."""

import itertools

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import linprog

from access_plugin.engine.access.suppression import has_cells, secret_rows
from access_plugin.engine.access.territories import summarise


def places(rows):
    """Rows of people, households, minutes, commune."""
    table = pd.DataFrame(rows, columns=["population", "households", "minutes", "commune"])
    return table.assign(secret=table["households"] < 11)


def secret(table, *further):
    minutes = table["minutes"].to_numpy()
    levels = [("territory", table["commune"]), *further]
    return secret_rows(table, minutes > 30, ~np.isnan(minutes), levels)


def test_ten_households_are_secret_and_eleven_are_not():
    few = places([(20, 10, 40, "A"), (900, 300, 10, "A"), (40, 20, 40, "B"), (30, 11, 40, "C"), (900, 300, 10, "C")])
    assert ("territory", "A") in secret(few)
    enough = places([(20, 11, 40, "A"), (900, 300, 10, "A"), (40, 20, 40, "B"), (30, 11, 40, "C"), (900, 300, 10, "C")])
    assert secret(enough) == set()


def test_nobody_beyond_is_no_secret_and_a_whole_commune_beyond_is_none():
    assert secret(places([(900, 300, 10, "A"), (500, 200, 40, "B")])) == set()


def test_too_few_within_are_secret_as_well_since_everyone_is_known():
    assert ("territory", "A") in secret(places([(900, 300, 40, "A"), (20, 9, 10, "A"), (500, 200, 40, "B")]))


def test_one_secret_row_takes_another_with_it_so_that_the_total_does_not_tell_it():
    table = places([(20, 9, 40, "A"), (900, 300, 10, "A"), (100, 40, 40, "B"), (400, 200, 40, "C")])
    assert secret(table) == {("territory", "A"), ("territory", "B")}  # the smallest other


def test_two_secret_rows_whose_sum_is_still_too_small_take_a_third():
    table = places(
        [
            (6, 3, 40, "A"),
            (900, 300, 10, "A"),
            (7, 4, 40, "B"),
            (900, 300, 10, "B"),
            (100, 40, 40, "C"),
            (400, 200, 40, "D"),
        ]
    )
    assert secret(table) == {("territory", code) for code in "ABC"}


def test_with_nobody_to_hide_behind_the_sum_itself_is_secret():
    table = places([(20, 9, 40, "A"), (900, 300, 10, "A"), (500, 200, 10, "B")])
    assert secret(table) == {("territory", "A"), ("total", "")}


def test_legal_populations_of_communes_are_public():
    table = pd.DataFrame({"population": [3.0, 900.0], "minutes": [40.0, 10.0], "commune": ["A", "B"]})
    assert not has_cells(table)
    assert secret(table) == set()


def test_a_grid_without_households_counts_people_of_marked_cells():
    table = pd.DataFrame(
        {
            "population": [20.0, 900.0, 100.0],
            "households": np.nan,
            "secret": [True, False, False],
            "minutes": [40.0, 10.0, 40.0],
            "commune": ["A", "A", "B"],
        }
    )
    assert ("territory", "A") in secret(table)


def determined(table, hidden, groups):
    """Tell which hidden communes the published sums determine, by exact ranks: another way than the one under test."""
    names = sorted(code for level, code in hidden if level == "territory")
    if not names:
        return []
    known = [key for key in groups if key not in hidden]
    rows = [[int(name in groups[key]) for name in names] for key in known]
    rows = np.array([row for row in rows if any(row)] or [[0] * len(names)])
    rank = np.linalg.matrix_rank(rows)
    return [
        name
        for place, name in enumerate(names)
        if np.linalg.matrix_rank(np.vstack([rows, np.eye(len(names))[place]])) == rank
    ]


def bounds(table, hidden, groups, commune):
    """Return the fewest and the most households beyond that somebody can reckon for a commune who knows every
    population and all that is published: by linear programming.
    """
    names = sorted(code for level, code in hidden if level == "territory")
    beyond = table[table["minutes"] > 30].groupby("commune")["households"].sum()
    everyone = table.groupby("commune")["households"].sum()
    sums = [
        (
            members,
            beyond.reindex(members).fillna(0.0).sum()
            - beyond.reindex([c for c in members if c not in names]).fillna(0.0).sum(),
        )
        for key, members in groups.items()
        if key not in hidden
    ]
    rows = [([float(name in members) for name in names], total) for members, total in sums]
    aim = np.array([float(name == commune) for name in names])
    found = [
        linprog(
            sign * aim,
            A_eq=[row for row, _ in rows] or None,
            b_eq=[total for _, total in rows] or None,
            bounds=[(0, everyone[name]) for name in names],
        )
        for sign in (1, -1)
    ]
    return found[0].fun, -found[1].fun


@pytest.mark.parametrize("seed", range(60))
def test_no_secret_can_be_worked_out_of_overlapping_levels(seed):
    random = np.random.default_rng(seed)
    communes = [f"C{number:02}" for number in range(random.integers(3, 14))]
    rows = []
    for commune, minutes in itertools.product(communes, (10.0, 40.0)):
        for _ in range(random.integers(0, 4)):
            households = int(random.integers(1, 40))
            rows.append((households * 2.0, households, minutes, commune))
    table = places(rows or [(20, 9, 40, "C00")])
    level = {name: {commune: f"{name}{random.integers(0, 3)}" for commune in communes} for name in ("epci", "tvs")}
    further = [(name, table["commune"].map(of)) for name, of in level.items()]
    hidden = secret(table, *further)
    present = sorted(set(table["commune"]))
    groups = {("total", ""): present} | {
        (name, code): [c for c in present if of[c] == code]
        for name, of in level.items()
        for code in {of[c] for c in present}
    }
    assert determined(table, hidden, groups) == []
    # what is left between a published sum and its published parts is nobody, or enough
    for key, members in groups.items():
        if key not in hidden:
            rest = table[table["commune"].isin([c for c in members if ("territory", c) in hidden])]
            for side in (rest[rest["minutes"] > 30], rest[rest["minutes"] <= 30]):
                # nobody would tell that all are on the other side
                assert rest.empty or side["households"].sum() >= 11, key
    for commune, rows in table.groupby("commune"):
        first = any(
            0 < side["households"].sum() < 11 for side in (rows[rows["minutes"] > 30], rows[rows["minutes"] <= 30])
        )
        if first and rows["households"].sum() >= 11:
            low, high = bounds(table, hidden, groups, commune)
            assert high - low >= 11 - 1e-6, (commune, low, high)
    for commune in present:
        if ("territory", commune) not in hidden:
            for beyond in (True, False):
                side = table[(table["commune"] == commune) & ((table["minutes"] > 30) == beyond)]
                assert side.empty or side["households"].sum() >= 11


def test_the_summary_says_which_rows_are_secret():
    table = places([(20, 9, 40, "A"), (900, 300, 10, "A"), (100, 40, 40, "B"), (400, 200, 40, "C")])
    summary = summarise(
        table, table["minutes"], 30.0, levels=[("territory", table["commune"], {"A": "a", "B": "b", "C": "c"})]
    )
    assert dict(zip(summary["code"], summary["secret"])) == {"": False, "A": True, "B": True, "C": False}
