"""Pages of units, whatever they are: départements, communes, or territories of somebody's own."""

import html
import re

import kit
import pytest
from pictures import pixels, rectangle

FONT = ("Open Sans",)  # pinned: fonts-open-sans is among the packages of scripts/setup


#: Studies by what their units are: codes, and the territory or département that a zoom is on. Of more than thirty
#: communes, only the département has a page.
STUDIES = {
    "one département": ([f"43{place:03d}" for place in range(1, 37)], ("43001", "Haute-Loire")),
    "several": (["15001", "15002", "43001", "43002"], ("43001", "Haute-Loire")),
    "few communes": (["43001", "43002", "43003"], ("43001", "Haute-Loire")),
    "one commune": (["43001"], ("43001", "Haute-Loire")),
    "none of France": (["A 1", "A'2", "B"], ("A'2",)),
}


@pytest.fixture(params=STUDIES)
def unit_study(request, tmp_path, qgis_app):
    """Return the facts and the project of a study, and what a zoom of it may be on."""
    from access_plugin.cartography.press.facts import Facts
    from access_plugin.cartography.project import StudyProject
    from access_plugin.cartography.wording import Wording
    from access_plugin.engine.study.folder import StudyFolder
    from access_plugin.engine.study.public import PublicStudy

    codes, zooms = STUDIES[request.param]
    communes = [(code, f"Lieu {code}", 20_000.0, 25.0 if place % 2 else 40.0) for place, code in enumerate(codes)]
    folder = kit.write(tmp_path / "s", kit.study(communes, areas=kit.squares(communes, across=6), care=kit.sites()))
    study = StudyFolder(folder)
    facts, project = Facts(PublicStudy(study), "fr"), StudyProject(Wording(study, "fr"))
    yield facts, project, zooms
    project.close()


def is_shown(page, shape):
    """Tell whether a page's map shows a rectangle in its full colours (a faded one is nearly white), within a dark
    outline.
    """
    from qgis.core import QgsLayoutExporter

    image = pixels(QgsLayoutExporter(page.layout).renderPageToImage(0, dpi=150))
    left, top, right, bottom = rectangle(page.items["carte"])
    extent, per_mm = (
        page.items["carte"].extent(),
        image.shape[1] / page.layout.pageCollection().page(0).pageSize().width(),
    )
    west, south, east, north = shape.bounds
    first, last = (
        round((left + (x - extent.xMinimum()) / extent.width() * (right - left)) * per_mm) for x in (west, east)
    )
    upper, lower = (
        round((top + (extent.yMaximum() - y) / extent.height() * (bottom - top)) * per_mm) for y in (north, south)
    )
    white = image[upper:lower, first:last].min(axis=2) > 0.9
    edges = image[(upper + lower) // 2, first - 2 : first + 3], image[(upper + lower) // 2, last - 2 : last + 3]
    return white.mean() < 0.2 and all(edge.max(axis=1).min() < 0.5 for edge in edges)


def written(page, path):
    """Return all texts of a page."""
    from qgis.core import Qgis, QgsLayoutExporter

    settings = QgsLayoutExporter.SvgExportSettings()
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    QgsLayoutExporter(page.layout).exportToSvg(str(path), settings)
    return html.unescape(re.sub(r"<[^>]+>", "", path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("form", ("A4", "slide", "square"))  # half a page has no room for thirty names
def test_the_atlas_shows_each_unit_whatever_it_is(unit_study, form, tmp_path):
    """Outlined, in full colours, with its own territories' names; what is outside of nothing is everything."""
    from access_plugin.cartography.press.catalogue import sheets_of
    from access_plugin.cartography.press.page import Page

    facts, project, _ = unit_study
    for sheet, unit in zip(sheets_of("atlas", facts), facts.units.sort_values("code").itertuples(), strict=True):
        page = Page(project, sheet, form, fonts=FONT)
        assert is_shown(page, unit.geometry), unit.code
        own = [code for code in facts.territories["code"] if code.startswith(unit.code)]
        assert project.layers[f"outside-{unit.code}"].featureCount() == 1
        assert project.layers[f"territories-{unit.code}"].featureCount() == len(own)
        text = written(page, tmp_path / "page.svg")
        assert {
            code for code in facts.territories["code"] if f"Lieu {code}" in text.replace(sheet.texts["titre"], "")
        } >= set(own), unit.code


@pytest.mark.parametrize("fine", [True, False])
def test_a_zoom_shows_what_it_is_on_as_it_was_computed_or_for_print(unit_study, monkeypatch, fine):
    from access_plugin.cartography.press import zooms
    from access_plugin.cartography.press.facts import Facts, Options
    from access_plugin.cartography.press.page import Page

    facts, project, places = unit_study
    monkeypatch.setattr(zooms, "_FINE", zooms._FINE if fine else 0)
    for wanted in places:
        asked = Facts(facts.study, "fr", Options(territory=wanted))
        row = asked.named[(asked.named["code"] == wanted) | (asked.named["name"] == wanted)].iloc[0]
        assert is_shown(Page(project, zooms.zoom(asked)[0], "A4", fonts=FONT), row.geometry), wanted


def test_the_map_of_the_whole_fades_nothing_of_it(unit_study):
    from access_plugin.cartography.press.catalogue import sheets_of
    from access_plugin.cartography.press.page import Page

    facts, project, _ = unit_study
    assert is_shown(Page(project, sheets_of("map", facts)[0], "A4", fonts=FONT), facts.territories.union_all())


def test_no_layer_is_looked_for_that_the_study_does_not_have(unit_study):
    """Else the desktop's log warns that a table cannot be found, at every study."""
    from qgis.core import QgsApplication

    from access_plugin.cartography.project import StudyProject

    said = []

    def hear(text, tag, level):
        return said.append((tag, text))

    QgsApplication.messageLog().messageReceived.connect(hear)
    try:
        StudyProject(unit_study[1].wording).close()
    finally:
        QgsApplication.messageLog().messageReceived.disconnect(hear)
    assert said == []
