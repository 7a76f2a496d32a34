"""The page “Study” of the panel by itself: what it offers of a prepared folder, and what it asks of the study."""

import geopandas as gpd
import pytest
import shapely

from access_plugin.engine.sites.table import read_sites


@pytest.fixture
def page(qgis_app, tmp_path):
    from access_plugin.gui.question import QuestionPage

    made = QuestionPage(lambda *_: None)
    yield made
    made.close_all()
    made.deleteLater()


def prepared(folder, *roles):
    folder.mkdir()
    points = [shapely.Point(9.52 + place / 100, 47.13) for place in range(len(roles))]
    table = gpd.GeoDataFrame({"id": list(map(str, range(len(roles)))), "role": roles}, geometry=points, crs=4326)
    read_sites(table, "list").to_file(folder / "sites.gpkg", layer="sites")
    for name in ("roads.accessnet", "candidates.gpkg"):
        (folder / name).touch()
    return folder


def offered(page):
    box = page.lists["DEFINITION"]
    return [box.itemData(place) for place in range(box.count())]


def test_kinds_of_ones_own_are_offered_beside_emergency_care(page, tmp_path):
    definitions = offered(page)
    page.show_folder(prepared(tmp_path / "a", "SU", "vers Maternité", "depuis Caserne"))
    page.folder.settle()
    assert offered(page) == [*definitions, "depuis Caserne", "vers Maternité"]
    box = page.lists["DEFINITION"]
    assert box.itemText(box.count() - 1) == "Maternité" and page.values()["DEFINITION"] == "emergency"
    assert page.number.isEnabled()
    page.number.setValue(3)
    box.setCurrentIndex(box.count() - 1)
    asked = page.values()
    assert asked["OTHER_CARE"] == "Maternité" and "DEFINITION" not in asked
    assert page.number.isEnabled() and asked["NUMBER"] == 3 and "CANDIDATES" in asked  # one more of them
    page.show_folder(prepared(tmp_path / "b", "SU"))
    page.folder.settle()
    assert offered(page) == definitions and page.values()["DEFINITION"] == "emergency"
    assert page.number.isEnabled()
