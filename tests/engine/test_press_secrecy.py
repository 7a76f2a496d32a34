"""What the figures of a press kit leave untold: numbers of too few, and those that nobody knows."""

import dataclasses
import re

import kit
import numpy as np
import pandas as pd
import pytest
from sheets import facts

from access_plugin.cartography.press.catalogue import sheets_of
from access_plugin.engine.errors import InputError
from access_plugin.engine.study.folder import StudyFolder
from access_plugin.engine.study.public import told_steps

NARROW, NBSP = "\u202f", "\u00a0"


def cells(households=6.0, minutes=40.0):
    """A study by a grid: the people beyond in Saint-Agrève are few."""
    communes = [row if row[0] != "43003" else (*row[:3], minutes) for row in kit.COMMUNES]
    residents = kit.people(households=[400.0, 30.0, households, 900.0, 50.0, 0.0, 800.0, 0.0])
    residents["population"] = [1200.0, 60.0, 12.0, 9000.0, 100.0, 0.0, 2000.0, 0.0]
    residents["secret"] = residents["households"] < 11
    return kit.study(communes, residents=residents)


def test_sites_are_counted_in_the_order_of_the_legend(tmp_path):
    sheet = sheets_of("dots", facts(kit.write(tmp_path / "s", kit.study())))[0]
    assert sheet.table.iloc[:, 0].tolist() == [
        "service d’urgences (SU)",
        "SMUR",
        "médecin correspondant du SAMU (MCS)",
        "centre de soins non programmés (CSNP)",
    ]


def test_what_is_secret_is_not_told_in_any_figure(tmp_path):
    folder = kit.write(tmp_path / "s", cells())
    table = StudyFolder(folder).table("territories").set_index("code")
    assert table["secret"].astype(bool).to_dict() == {
        "43001": False,
        "43002": True,
        "43003": True,
        "43004": False,
        "43005": True,
        "43006": False,
        "15001": False,
        "15002": False,
    }
    with pytest.raises(InputError, match="SERIES"):  # not among the figures of a study without suggestions
        sheets_of("evolution", facts(folder))
    for figure in ("map", "atlas", "circles", "ranked", "zoom"):
        for sheet in sheets_of(figure, facts(folder)):
            shown = sheet.table.set_index(sheet.table.columns[1])
            for name in ("Saint-Agrève", "Écully-le-Haut"):
                if name in shown.index:
                    assert shown.loc[name].iloc[2] == shown.loc[name].iloc[3] == "s"
            assert not re.search(r"(Saint-Agrève|Écully-le-Haut)[^.]*\b(12|60)\b", " ".join(sheet.texts.values()))


def test_how_many_communes_are_concerned_does_not_tell_which_of_the_secret_ones(tmp_path):
    """Two of three secret communes have somebody beyond: their number would tell that the third has nobody."""
    chosen = facts(kit.write(tmp_path / "s", cells()))
    assert np.isnan(chosen.total["communes_beyond"])
    numbers = {name: text for text, name in sheets_of("panorama", chosen)[0].drawing.numbers}
    assert numbers["commune concernée, hors secret statistique"] == "1"  # Allanche, which every page tells
    open_ = [row if row[0] in ("43001", "43004", "15001") else (*row[:2], 5000.0, row[3]) for row in kit.COMMUNES]
    told = sheets_of("panorama", facts(kit.write(tmp_path / "t", kit.study(open_))))[0].drawing.numbers
    assert {name: text for text, name in told}["communes concernées"] == "4"


def test_a_page_of_a_study_in_which_no_territory_may_be_told_is_refused_with_the_reason(tmp_path):
    """Two départements, both secret since one is; communes of theirs are told."""
    rows = (
        ("15001", "A", 9.0, 40.0),
        ("15002", "B", 900.0, 10.0),
        ("43001", "C", 950.0, 40.0),
        ("43002", "D", 500.0, 9.0),
    )
    areas = kit.squares(rows)
    residents = kit.people(rows, areas, households=[5.0, 400.0, 420.0, 200.0])
    residents["secret"] = residents["households"] < 11
    made = kit.study(rows, areas=areas, residents=residents, care=kit.sites((("SU", "CH", 1),), rows))
    chosen = facts(kit.write(tmp_path / "s", made))
    assert not len(chosen.told)
    with pytest.raises(InputError, match="no territory with people beyond may be told apart"):
        sheets_of("one_page", chosen)


def test_a_zone_in_which_too_few_live_has_no_number(tmp_path):
    study = cells()
    zones = study.territories["code"].map({"43003": "ZIP", "43001": "ZAC"}).fillna("HC")
    study = dataclasses.replace(study, territories=study.territories.assign(zone=zones))
    sheet = sheets_of("zoning", facts(kit.write(tmp_path / "s", study)))[0]
    assert dict(zip(sheet.table.iloc[:, 0], sheet.table.iloc[:, 2])) == {"HC": 11160, "ZAC": 1200, "ZIP": "s"}
    assert "ZIP : s dans 1 territoire" in sheet.texts["sous_titre"].replace("\u00a0", " ")


def test_a_zoom_on_a_secret_territory_tells_nothing_of_it(tmp_path):
    sheet = sheets_of("zoom", facts(kit.write(tmp_path / "s", cells()), territory="43003"))[0]
    assert sheet.drawing.numbers[1][0] == "s"
    assert "secret statistique" in sheet.texts["notes"]


def test_figures_of_too_few_are_refused_with_the_reason(tmp_path):
    few = (("43001", "A", 5000.0, 10.0), ("43002", "B", 12.0, 40.0), ("43003", "C", 3000.0, 12.0))
    areas = kit.squares(few)
    residents = kit.people(few, areas, households=[2000.0, 6.0, 1000.0])
    residents["secret"] = residents["households"] < 11
    folder = kit.write(
        tmp_path / "s", kit.study(few, areas=areas, residents=residents, care=kit.sites((("SU", "CH", 0),), few))
    )
    for figure in ("map", "circles", "ranked", "shares", "key_figure", "panorama"):
        with pytest.raises(InputError, match="secrecy"):
            sheets_of(figure, facts(folder))


def test_a_class_of_time_with_too_few_is_joined_with_the_others_of_its_side(tmp_path):
    folder = kit.write(tmp_path / "s", cells(minutes=50.0))
    rows = sheets_of("shares", facts(folder))[0].table
    assert rows.iloc[:, 0].tolist()[-1] == f"> 30{NBSP}min"
    assert (rows.iloc[:, 1] >= 25).all()
    assert rows.iloc[:, 1].sum() == pytest.approx(StudyFolder(folder).total["population"])


def test_steps_of_a_curve_that_differ_by_too_few_are_left_out(tmp_path):
    made = kit.with_suggestion(
        cells(), {"15001": 20.0, "43002": 20.0}, names=("a", "b"), curve=[1990.0, 2000.0, 2060.0]
    )
    folder = kit.write(tmp_path / "s", made)
    with pytest.raises(InputError, match="fewer than 11 households"):  # twelve would be left
        sheets_of("curve", facts(folder))

    def few(people):
        return 0 < people < 30

    assert told_steps([1990.0, 2000.0, 2060.0], few) == [True, False, True]  # ten more would be told
    assert told_steps([1990.0, 2050.0, 2060.0], few) == [True, False, True]  # and so would the last ten


def test_counts_of_the_secret_are_not_written_into_the_data_either(tmp_path):
    folder = kit.write(tmp_path / "s", cells())
    for figure in ("map", "atlas", "circles"):
        for sheet in sheets_of(figure, facts(folder)):
            assert not pd.isna(sheet.table.iloc[:, 3]).any()


NOBODY = (("43001", "A", 5000.0, np.nan), ("43002", "B", 0.0, 12.0), ("43003", "C", 3000.0, np.nan))


def test_where_nobody_has_a_time_no_number_is_printed(tmp_path):
    folder = kit.write(
        tmp_path / "s", kit.study(NOBODY, areas=kit.squares(NOBODY), care=kit.sites((("SU", "CH", 0),), NOBODY))
    )
    for figure in ("map", "key_figure", "panorama", "circles", "ranked", "shares"):
        with pytest.raises(InputError, match="no resident has a time"):
            sheets_of(figure, facts(folder))


def test_a_series_of_ones_own_is_drawn_where_the_study_has_no_number(tmp_path):
    folder = kit.write(
        tmp_path / "s", kit.study(NOBODY, areas=kit.squares(NOBODY), care=kit.sites((("SU", "CH", 0),), NOBODY))
    )
    series = pd.DataFrame({"label": ["2012", "2017"], "value": [88.0, 244.0], "target": False})
    assert [
        sheet.texts["nombre"] for sheet in sheets_of("key_figure", facts(folder, series=series, series_name="mcs.csv"))
    ] == [f"88{NARROW}→{NARROW}244"]


def test_the_notes_of_a_secret_territory_do_not_say_how_many_have_no_time(tmp_path):
    communes = [row if row[0] != "43003" else (*row[:3], np.nan) for row in kit.COMMUNES]
    residents = kit.people(households=[400.0, 30.0, 6.0, 900.0, 50.0, 0.0, 800.0, 0.0])
    residents["population"] = [1200.0, 60.0, 12.0, 9000.0, 100.0, 0.0, 2000.0, 0.0]
    residents["secret"] = residents["households"] < 11
    sheet = sheets_of(
        "zoom", facts(kit.write(tmp_path / "s", kit.study(communes, residents=residents)), territory="43003")
    )[0]
    assert sheet.texts["notes"].split("\n")[0].replace(NBSP, " ") == "Champ : habitants de Saint-Agrève (s)."
