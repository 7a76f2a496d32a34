"""What pages on one place, and rankings, say of when, and of shares that say nothing."""

import kit
import pytest
from sheets import facts

from access_plugin.cartography.press.catalogue import sheets_of


def written(path, name="temps_drees_2019.csv", communes=kit.COMMUNES):
    made = kit.study(communes)
    made.times["name"] = name
    return kit.write(path / "s", made)


@pytest.mark.parametrize(("name", "year"), [("temps_drees_2019.csv", ", 2019"), ("temps.csv", "")])
def test_pages_on_one_place_bear_the_year_of_their_times(tmp_path, name, year):
    folder = written(tmp_path, name)
    assert [sheet.texts["titre"] for sheet in sheets_of("atlas", facts(folder))] == [
        f"Cantal (15){year}",
        f"Haute-Loire (43){year}",
    ]
    assert sheets_of("zoom", facts(folder, territory="15001"))[0].texts["titre"] == f"Allanche{year}"


def test_a_ranking_says_no_share_where_all_of_each_live_beyond(tmp_path):
    (page,) = sheets_of("ranked", facts(written(tmp_path, communes=kit.COMMUNES[:6])))
    assert page.drawing.bars and not any("%" in bar.text for bar in page.drawing.bars)
    assert page.texts["sous_titre"].startswith("Habitants au-delà\u00a0: ici tous ceux")


def test_a_ranking_says_shares_that_differ(tmp_path):
    (page,) = sheets_of("ranked", facts(written(tmp_path)))
    assert all("%" in bar.text for bar in page.drawing.bars)
