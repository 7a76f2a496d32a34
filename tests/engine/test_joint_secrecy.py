"""Everything that is published of a study, taken together.

A joint attacker, who knows all of it, finds no group of fewer than 11 households (linked tables, differencing).
"""

import re
from types import SimpleNamespace

import kit
import numpy as np
import pandas as pd
import pytest
import shapely
from scipy.optimize import linprog

from access_plugin.cartography.press.catalogue import sheets_of
from access_plugin.cartography.press.facts import Facts
from access_plugin.cartography.web.webmap import LANGUAGES, web_data
from access_plugin.engine.access.official_table import OfficialTimes
from access_plugin.engine.access.people import People
from access_plugin.engine.defaults import FIGURES
from access_plugin.engine.errors import InputError
from access_plugin.engine.placement.request import Request
from access_plugin.engine.placement.suggest import Suggestion
from access_plugin.engine.study.compute import Study, study_of_times
from access_plugin.engine.study.public import PublicStudy

#: What a cell is: within; beyond and reached by an MCS that is there; beyond and gained; beyond and left; without a
#: time.
KINDS = {
    "within": (10.0, 10.0, 10.0),
    "mcs_only": (40.0, 20.0, 20.0),
    "gained": (40.0, 40.0, 20.0),
    "left": (40.0, 40.0, 40.0),
    "not_computed": (np.nan, np.nan, np.nan),
}
BEYOND, LACKING = ("mcs_only", "gained", "left"), ("gained", "left")


def random_study(seed, *, own=False):
    """Return a study of a grid with small cells, and its cells: territory, kind, households, people.

    `own`: its suggested places are sites of a kind of one's own, for which no MCS counts.
    """
    random = np.random.default_rng(seed)
    codes = [f"43{number:03}" for number in range(1, random.integers(3, 8))] + [
        f"15{number:03}" for number in range(1, random.integers(1, 4))
    ]
    rows = []
    for code in codes:
        for kind in [kind for kind in KINDS if not (own and kind == "mcs_only")]:
            chance = {"within": 0.9, "not_computed": 0.15}.get(kind, 0.45)
            if random.random() < chance:
                rows.append((code, kind, int(random.choice([random.integers(1, 11), random.integers(11, 400)]))))
    cells = pd.DataFrame(rows or [(codes[0], "within", 50)], columns=["territory", "kind", "households"])
    cells["people"] = 2.0 * cells["households"]
    cells["code"] = [f"{territory[:2]}{900 - number:03}" for number, territory in enumerate(cells["territory"])]
    areas = kit.squares([(code, f"T{code}", 0.0, 0.0) for code in codes])
    middle = areas.set_index("code").geometry.centroid
    residents = kit.people([("", "", 0.0, 0.0)]).iloc[:0].reindex(range(len(cells)))
    residents = residents.assign(
        code=cells["code"],
        name="",
        population=cells["people"],
        households=cells["households"].astype(float),
        secret=cells["households"] < 11,
        source="INSEE",
    )
    residents = residents.set_geometry(
        [
            shapely.Point(middle[row.territory].x + 10 * number, middle[row.territory].y)
            for number, row in enumerate(cells.itertuples())
        ],
        crs=areas.crs,
    )
    minutes = dict(KINDS.items())
    table = pd.Series({row.code: minutes[row.kind][0] for row in cells.itertuples()})
    if table.isna().all():
        return None, None
    base = study_of_times(
        OfficialTimes(table, "t.csv", "t"), kit.sites(communes=kit.COMMUNES[:3]), People(residents, areas), 30.0
    )
    return _suggested(base, cells, own), cells


def _suggested(base, cells, own):
    kind = cells.set_index("code")["kind"]
    places = base.gaps.places
    before, after = (places["code"].map(lambda code, at=at: KINDS[kind[code]][at]) for at in (1, 2))
    lacking = (before > 30).to_numpy()
    demand = places[lacking].assign(t_before_min=before[lacking], t_after_min=after[lacking])
    gained = float(demand.loc[demand["t_after_min"] <= 30, "population"].sum())
    if gained == 0:
        return base
    chosen = (
        demand[demand["t_after_min"] <= 30]
        .iloc[:1][["geometry"]]
        .assign(id="c", name="", rank=1, gain=gained, cumulative_gain=gained, share=1.0, reason="1.")
    )
    curve = pd.DataFrame(
        {"number": [1], "gained": [gained], "share": [1.0], "marginal": [gained], "flattens": [False], "gap": 0.0}
    )
    found = Suggestion(
        chosen,
        demand,
        curve,
        float(demand["population"].sum()),
        gained,
        gained,
        0.0,
        SimpleNamespace(),
        SimpleNamespace(),
    )
    return Study(
        base.network,
        base.setting,
        Request(number=1, language="fr", baseline="vers Maternité" if own else "emergency"),
        base.bands,
        base.sites,
        base.gaps,
        base.isochrones,
        base.threshold_line,
        base.territories,
        found,
        times=base.times,
    )


class Attacker:
    """Collects what is published as sums over cells, exact or within rounding; the cells are not known to it."""

    def __init__(self, cells):
        # it does not know which cells hold nobody
        every = pd.MultiIndex.from_product([sorted(cells["territory"].unique()), KINDS], names=["territory", "kind"])
        self.cells = (
            cells.groupby(["territory", "kind"])[["households", "people"]]
            .sum()
            .reindex(every, fill_value=0)
            .reset_index()
        )
        self.equal, self.between = [], []

    def mask(self, where=None, kinds=tuple(KINDS)):
        here = (
            np.ones(len(self.cells), bool)
            if where is None
            else self.cells["territory"].str.startswith(where).to_numpy()
        )
        return (here & self.cells["kind"].isin(kinds)).astype(float)

    def knows(self, value, mask, rounding=0.0):
        if value is None or value == "s" or (isinstance(value, float) and np.isnan(value)):
            return
        true = float(mask @ self.cells["people"])
        assert abs(float(value) - true) <= rounding + 1e-6, (value, true)
        if rounding:
            self.between.append((mask, float(value) - rounding, float(value) + rounding))
        else:
            self.equal.append((mask, float(value)))

    def share(self, value, of, among, rounding):
        """The share s of some among others tells that of − s · among lies within its rounding."""
        if value is None or value == "s" or (isinstance(value, float) and np.isnan(value)):
            return
        for sign in (1, -1):
            self.between.append((sign * (of - (float(value) + sign * rounding) * among), -np.inf, 1e-9))

    def bounds(self, mask):
        rows, most = [], []
        for one, low, high in self.between:
            ends = [(one, high), (-one, -low)]
            rows += [row for row, end in ends if np.isfinite(end)]
            most += [end for _, end in ends if np.isfinite(end)]
        equal = (
            {"A_eq": np.array([one for one, _ in self.equal]), "b_eq": [value for _, value in self.equal]}
            if self.equal
            else {}
        )
        least = {"A_ub": np.array(rows), "b_ub": most} if rows else {}
        found = [linprog(sign * mask, **equal, **least, bounds=[(0, None)] * len(mask)) for sign in (1, -1)]
        assert all(one.status in (0, 3) for one in found), [one.message for one in found]
        return found[0].fun, np.inf if found[1].status == 3 else -found[1].fun


def attack(folder, cells) -> Attacker:
    """Read every table of every figure, and the data of the public map."""
    attacker, facts = Attacker(cells), Facts(PublicStudy.opened(folder), "fr")
    counts = {
        "Habitants": tuple(KINDS),
        "Au-delà de 30 min": BEYOND,
        "Sans, aujourd’hui": LACKING,
        "Sans, après": ("left",),
        "Non calculé": ("not_computed",),
    }
    few = bool(np.isnan(facts.total["not_computed"]))
    for figure in FIGURES:
        for territory in sorted(cells["territory"].unique()) if figure == "zoom" else [""]:
            try:
                told = Facts(
                    PublicStudy.opened(folder),
                    "fr",
                    facts.options if not territory else type(facts.options)(territory=territory),
                )
                sheets = sheets_of(figure, told)
            except InputError:  # refused, with the reason
                continue
            for sheet in sheets:
                _read(attacker, sheet.table, counts, few)
                _read_texts(attacker, figure, sheet, facts)
    try:
        data = web_data(facts.study, {name: Facts(facts.study, name) for name in LANGUAGES})
    except InputError:
        return attacker
    for row in data["territories"]:
        attacker.knows(row["population"], attacker.mask(row["code"]))
        attacker.knows(row["beyond"], attacker.mask(row["code"], BEYOND))
        attacker.share(
            row["share"], attacker.mask(row["code"], BEYOND), attacker.mask(row["code"], ("within", *BEYOND)), 0.5e-6
        )
    return attacker


def _read(attacker, table, counts, few):
    names = {re.sub(r"[\u00a0\u202f]", " ", str(column)): column for column in table.columns}
    if "Code" not in names:
        if "Habitants" in names and "Temps" in names:  # the bar of shares
            kinds = {"not": ("not_computed",), ">": BEYOND, "≤": ("within",), "0": ("within",)}
            for _, row in table.iterrows():
                label = str(row[names["Temps"]])
                of = (
                    kinds["not"]
                    if "calcul" in label
                    else BEYOND
                    if label.startswith((">", "30", "45"))
                    else ("within",)
                )
                attacker.knows(row[names["Habitants"]], attacker.mask(None, of))
                if row[names["Part"]] is not None and not pd.isna(row[names["Part"]]):
                    attacker.share(
                        row[names["Part"]],
                        attacker.mask(None, of),
                        attacker.mask(None, tuple(KINDS) if few else ("within", *BEYOND)),
                        0.5e-3 if few else 0.5e-6,
                    )
        return
    for _, row in table.iterrows():
        code = row[names["Code"]]
        where = None if code in ("", None) or pd.isna(code) else str(code)
        for name, kinds in counts.items():
            if name in names:
                attacker.knows(row[names[name]], attacker.mask(where, kinds))
        if "Part" in names:
            among = tuple(KINDS) if few and where is None else ("within", *BEYOND)
            attacker.share(row[names["Part"]], attacker.mask(where, BEYOND), attacker.mask(where, among), 0.5e-4)


def _read_texts(attacker, figure, sheet, facts):
    """What sentences add: people to be gained and gained, exact in the data of some figures, rounded elsewhere."""
    found = facts.study.record.found
    if found is not None and figure in ("before_after", "evolution", "curve", "columns"):
        attacker.knows(found["to_gain"], attacker.mask(None, LACKING))
        attacker.knows(found["gained"], attacker.mask(None, ("gained",)))


GROUPS = {
    "beyond": BEYOND,
    "within": ("within",),
    "not computed": ("not_computed",),
    "reached by an MCS alone": ("mcs_only",),
    "gained": ("gained",),
    "left": ("left",),
    "lacking": LACKING,
}


@pytest.mark.parametrize(
    ("seed", "own"), [*((seed, False) for seed in range(14)), *((seed, True) for seed in range(6))]
)
def test_no_group_of_too_few_is_told_by_all_that_is_published_together(tmp_path, seed, own):
    made, cells = random_study(seed, own=own)
    if made is None:
        return
    folder = kit.write(tmp_path / "s", made)
    attacker = attack(folder, cells)
    for where in (None, "43", "15", *sorted(cells["territory"].unique())):
        for name, kinds in GROUPS.items():
            mask = attacker.mask(where, kinds)
            households = float(mask @ attacker.cells["households"])
            if 0 < households < 11:
                low, high = attacker.bounds(mask)
                assert high - low >= 1.0, (seed, where, name, households, low, high)
