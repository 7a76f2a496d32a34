"""Where sites crowd, a map bears an inset that shows them larger, in a corner, over no land of the study area."""

import kit
import numpy as np
import pytest
from pictures import rectangle

CROWD = [(750_000 + 4500 + 350 * place, 6_440_000 + 4500 + 120 * (place % 2)) for place in range(6)]


def page_of(folder, points, figure="dots", form="A4"):
    """Return the page of a study whose sites stand there, with what has to be closed."""
    from access_plugin.cartography.press.catalogue import sheets_of
    from access_plugin.cartography.press.facts import Facts
    from access_plugin.cartography.press.page import Page
    from access_plugin.cartography.project import StudyProject
    from access_plugin.cartography.wording import Wording
    from access_plugin.engine.study.folder import StudyFolder
    from access_plugin.engine.study.public import PublicStudy

    care = kit.sites(rows=[("SU", f"Hôpital {place}", 0) for place in range(len(points))])
    care = care.set_geometry([kit.shapely.Point(*point) for point in points], crs=2154)
    study = StudyFolder(kit.write(folder / "s", kit.study(care=care)))
    project = StudyProject(Wording(study, "fr"))
    (sheet, *_) = sheets_of(figure, Facts(PublicStudy(study), "fr"))
    return Page(project, sheet, form, fonts=("Open Sans",)), project


def inset_of(page):
    return next((item for item in page.layout.items() if getattr(item, "id", str)() == "loupe"), None)


def test_a_crowd_is_the_square_with_most_sites_that_touch():
    from access_plugin.cartography.press.insets import crowd_of

    line = np.column_stack((np.arange(6.0), np.zeros(6)))
    pair = np.array([[100.0, 100.0], [100.5, 100.0]])
    assert crowd_of(np.vstack((pair, line)), side=20.0, touch=1.5) == (2.5, 0.0, 5.0)
    assert crowd_of(line, side=20.0, touch=0.9) is None  # none touches another
    assert crowd_of(line[:4], side=20.0, touch=1.5) is None  # too few
    assert crowd_of(line * [1, 1], side=3.0, touch=1.5) is None  # too far from each other for one square


def test_the_crowd_stands_in_an_inset_off_the_land_and_is_outlined_on_the_map(tmp_path, qgis_app):
    page, project = page_of(tmp_path, CROWD)
    inset, picture = inset_of(page), page.items["carte"]
    west, north, east, south = rectangle(inset)
    left, top, right, bottom = rectangle(picture)
    assert left <= west and top <= north and east <= right and south <= bottom
    assert all(inset.extent().contains(*point) for point in CROWD)
    assert inset.scale() < picture.scale() / 2.9
    # the ninth square, in the south-east, is nobody's
    x = picture.extent().xMinimum() + (west - left) / (right - left) * picture.extent().width()
    y = picture.extent().yMaximum() - (north - top) / (bottom - top) * picture.extent().height()
    assert x > 750_000 + 2 * kit.SIDE - 200 and y < 6_440_000 - kit.SIDE + 200
    assert picture.overviews().overview(0).linkedMap() is inset
    project.close()


@pytest.mark.parametrize(
    ("points", "figure", "form"),
    [
        ([(x + 3000 * place, y) for place, (x, y) in enumerate(CROWD)], "dots", "A4"),  # far from each other
        ([CROWD[0]] * 6, "dots", "A4"),  # at one place they stand beside each other
        (CROWD, "zoom", "A4"),  # has an inset of its own
        (CROWD, "dots", "half"),  # no room
    ],
)
def test_no_inset_without_a_crowd_or_room(tmp_path, qgis_app, points, figure, form):
    page, project = page_of(tmp_path, points, figure, form)
    assert inset_of(page) is None
    project.close()
