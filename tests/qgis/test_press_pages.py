"""Pages of a press kit as QGIS lays them out.

Nothing cut, overlapping or off the page, with long names and extreme numbers; and as pictures, against references.
"""

import dataclasses
import itertools
import json
import os
import shutil
from pathlib import Path

import kit
import numpy as np
import pytest
from paths import ROOT, TEST_DATA
from pictures import blocks, pixels, rectangle

FONT = ("Open Sans",)  # pinned: fonts-open-sans is among the packages of scripts/setup
FORMATS = ("A4", "slide", "square", "half", "band")
REFERENCES = TEST_DATA / "pictures"
SIDE = 420


def map_of(project):
    """Return the sheet of the map of a study's project."""
    from access_plugin.cartography.press.catalogue import sheets_of
    from access_plugin.cartography.press.facts import Facts
    from access_plugin.engine.study.public import PublicStudy

    return sheets_of("map", Facts(PublicStudy(project.wording.study), "fr"))[0]


@pytest.fixture(scope="module")
def folder(tmp_path_factory, qgis_app):
    """A study with a very long name, 0, 1, 1.9 and 8.2 million people, two suggested places and a zoning, among its
    neighbours.
    """
    from access_plugin.cartography.surroundings import write_surroundings
    from access_plugin.engine.study.folder import StudyFolder

    made = kit.with_suggestion(kit.study(), {"15001": 20.0, "43003": 10.0}, names=("Cabinet du Dr Maud", "Autre"))
    made.territories["zone"] = ["ZIP", "ZAC", "ZV", "HC", "ZIP", None, "ZAC", "ZV"]
    written = kit.write(tmp_path_factory.mktemp("press") / "s", made)
    write_surroundings(StudyFolder(written), pytest.fail)
    return written


@pytest.fixture(scope="module")
def opened(folder, qgis_app):
    from access_plugin.cartography.project import StudyProject
    from access_plugin.cartography.wording import Wording
    from access_plugin.engine.study.folder import StudyFolder

    study = StudyFolder(folder)
    projects = {language: StudyProject(Wording(study, language)) for language in ("fr", "en")}
    yield projects
    for project in projects.values():
        project.close()


def pages(opened, figure, form, language="fr", **options):
    from access_plugin.cartography.press.catalogue import sheets_of
    from access_plugin.cartography.press.facts import Facts, Options
    from access_plugin.cartography.press.page import Page
    from access_plugin.engine.study.public import PublicStudy

    project = opened[language]
    return [
        Page(project, sheet, form, fonts=FONT)
        for sheet in sheets_of(figure, Facts(PublicStudy(project.wording.study), language, Options(**options)))
    ]


def figures():
    from access_plugin.engine.defaults import FIGURES

    return FIGURES


def shared_area(one, other):
    wide, high = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
    return max(wide, 0.0) * max(high, 0.0)


def faults(page):
    """Return what is wrong with a page.

    Texts that do not fit, things that cover each other or leave the page, empty maps.
    """
    from qgis.core import (
        Qgis,
        QgsLayoutItemLabel,
        QgsLayoutItemLegend,
        QgsLayoutItemMap,
        QgsLayoutItemScaleBar,
        QgsLayoutUtils,
        QgsTextRenderer,
    )

    wrong, size = [], page.layout.pageCollection().page(0).pageSize()
    context = QgsLayoutUtils.createRenderContextForLayout(page.layout, None, 300)
    scale = context.convertToPainterUnits(1.0, Qgis.RenderUnit.Millimeters)
    kinds = (QgsLayoutItemLabel, QgsLayoutItemLegend, QgsLayoutItemMap, QgsLayoutItemScaleBar)
    items = [
        item
        for item in page.layout.items()
        if isinstance(item, kinds) and not (isinstance(item, QgsLayoutItemLabel) and not item.text())
    ]
    for item in items:
        west, north, east, south = rectangle(item)
        name = item.id() or (item.text()[:30] if isinstance(item, QgsLayoutItemLabel) else "")
        if west < -0.1 or north < -0.1 or east > size.width() + 0.1 or south > size.height() + 0.1:
            wrong.append(f"{name} leaves the page")
        if isinstance(item, QgsLayoutItemLabel):
            form = item.textFormat()
            if form.size() < 8.0:
                wrong.append(f"{name}: {form.size()} pt")
            room = east - west + 0.3
            lines = [
                line
                for part in item.text().split("\n")
                for line in QgsTextRenderer.wrappedText(context, part, room * scale, form)
            ]
            if (
                QgsTextRenderer.textHeight(context, form, lines, Qgis.TextLayoutMode.Rectangle) / scale
                > south - north + 0.6
            ):
                wrong.append(f"{name} is cut")
            if max(QgsTextRenderer.textWidth(context, form, [line]) / scale for line in lines) > room + 0.6:
                wrong.append(f"{name} is too wide")
        if isinstance(item, QgsLayoutItemMap) and not (item.layers() and item.extent().area() > 0):
            wrong.append(f"{name} is empty")
    for one, other in itertools.combinations(items, 2):
        on_map = {one.id(), other.id()} & {"echelle", "encart", "loupe"} and "carte" in (one.id(), other.id())
        if not on_map and shared_area(rectangle(one), rectangle(other)) > 1.5:
            wrong.append(f"{one.id() or one.text()[:20]} covers {other.id() or other.text()[:20]}")
    return wrong


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_nothing_is_cut_covered_or_off_the_page(opened, form, language):
    found = {
        page.sheet.name: wrong
        for figure in figures()
        for page in pages(opened, figure, form, language)
        if (wrong := faults(page))
    }
    assert found == {}


def emptiest(page):
    """Return the share of a page that its largest empty rectangle takes."""
    _, drawn = picture(page)
    filled = (blocks(drawn, 6).min(axis=2) < 0.985).tolist()
    heights, largest = [0] * len(filled[0]), 0
    for row in filled:
        heights = [0 if full else height + 1 for full, height in zip(row, heights)]
        for place, height in enumerate(heights):
            for end in range(place, len(heights)):
                height = min(height, heights[end])
                if not height:
                    break
                largest = max(largest, height * (end - place + 1))
    return largest / (len(filled) * len(filled[0]))


@pytest.mark.parametrize("form", FORMATS)
def test_no_page_is_a_third_empty(opened, form):
    """But for a ranking of two: the second bar stands for one person, the first for two thousand."""
    found = {
        page.sheet.name: round(share, 2)
        for figure in figures()
        if figure != "ranked"
        for page in pages(opened, figure, form)
        if (share := emptiest(page)) > 1 / 3
    }
    assert found == {}


@pytest.mark.parametrize("form", FORMATS)
def test_a_long_title_and_a_long_name_have_their_room(opened, form):
    title = (
        f"À {kit.LONG}, comme dans toutes les hautes vallées, vivre à plus de trente minutes d’un service d’urgences "
        "ou d’un SMUR, hiver comme été"
    )
    for figure in ("map", "ranked", "key_figure", "zoom"):
        for page in pages(opened, figure, form, title=title, territory="43001"):
            assert faults(page) == []


def test_texts_that_take_the_whole_page_are_refused(opened):
    from access_plugin.engine.errors import InputError

    with pytest.raises(InputError, match="no room"):
        pages(opened, "map", "square", title="Très long titre " * 120)


def test_the_slots_hold_the_users_logos_and_take_no_room_without(opened, tmp_path):
    from access_plugin.cartography.press.page import Page

    logo = tmp_path / "logo.svg"
    logo.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#0a0"/></svg>'
    )
    project = opened["fr"]
    sheet = map_of(project)
    without, with_one = (
        Page(project, sheet, "A4", fonts=FONT),
        Page(project, sheet, "A4", fonts=FONT, logos={"logo_droite": logo}),
    )
    assert faults(with_one) == []
    # the row, and a gap below it
    assert with_one.items["titre"].positionWithUnits().y() - without.items[
        "titre"
    ].positionWithUnits().y() == pytest.approx(19.0, abs=0.1)
    assert not without.items["logo_gauche"].picturePath() and with_one.items["logo_droite"].picturePath() == str(logo)


def test_a_template_of_ones_own_comes_first(opened, tmp_path):
    from access_plugin.cartography.press.page import Page
    from access_plugin.cartography.press.templates import LAYOUTS

    own = (
        (LAYOUTS / "carte_A4.qpt")
        .read_text(encoding="utf-8")
        .replace('labelText=""', 'labelText="Direction de l’offre de soins"', 1)
    )
    (tmp_path / "carte_A4.qpt").write_text(own, encoding="utf-8")
    project = opened["fr"]
    page = Page(project, map_of(project), "A4", fonts=FONT, folders=(tmp_path, LAYOUTS))
    assert page.path == tmp_path / "carte_A4.qpt"
    (tmp_path / "carte_A4.qpt").write_text("<Layout", encoding="utf-8")
    from access_plugin.engine.errors import InputError

    with pytest.raises(InputError, match="carte_A4.qpt cannot be read"):
        Page(
            project,
            map_of(project),
            "A4",
            fonts=FONT,
            folders=(tmp_path, LAYOUTS),
        )


def picture(page):
    """Render a page small, as grey levels from 0 to 1, three colours."""
    from qgis.core import QgsLayoutExporter
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtGui import QImage

    image = (
        QgsLayoutExporter(page.layout)
        .renderPageToImage(0, dpi=96)
        .scaled(SIDE, SIDE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    )
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    return image, pixels(image)


def cases():
    from access_plugin.engine.defaults import FIGURES

    return [(figure, "A4" if figure != "columns" else "slide") for figure in FIGURES] + [
        ("map", "slide"),
        ("map", "square"),
        ("zoom", "slide"),
        ("zoom", "square"),
        ("zoom", "half"),
        ("before_after", "slide"),
        ("before_after", "square"),
        ("ranked", "slide"),
        ("curve", "square"),
        ("key_figure", "slide"),
        ("key_figure", "square"),
    ]


@pytest.mark.parametrize(("figure", "form"), cases())
def test_each_template_looks_as_its_reference(opened, figure, form):
    """Fonts, language, date and resolution are pinned; ACCESS30_REFERENCES=1 makes the references anew."""
    from qgis.PyQt.QtGui import QImage

    page = pages(opened, figure, form)[0]
    assert page.family == "Open Sans"
    image, drawn = picture(page)
    path = REFERENCES / f"{figure}_{form}.png"
    if os.environ.get("ACCESS30_REFERENCES"):
        REFERENCES.mkdir(exist_ok=True)
        image.convertToFormat(QImage.Format.Format_Indexed8).save(str(path), "PNG", 0)
    expected = pixels(QImage(str(path)))
    assert drawn.shape == expected.shape
    apart = np.abs(blocks(drawn) - blocks(expected)).max(axis=2)
    assert apart.mean() < 0.01 and apart.max() < 0.25, (apart.mean(), apart.max())


def test_the_comparison_sees_a_layer_that_is_missing(opened):
    """The check itself: without its areas, the map is not its reference."""
    page = pages(opened, "map", "A4")[0]
    _, whole = picture(page)
    project = opened["fr"]
    page.items["carte"].setLayers(
        [layer for layer in page.items["carte"].layers() if layer is not project.layers["print_isochrones"]]
    )
    _, bare = picture(page)
    assert np.abs(blocks(whole) - blocks(bare)).max() > 0.25


def test_no_circle_nor_its_scale_tells_of_what_is_secret(tmp_path, qgis_app):
    """The largest number beyond is secret: circles are measured by the largest that is told."""
    from qgis.core import QgsExpressionContextUtils

    from access_plugin.cartography.project import StudyProject
    from access_plugin.cartography.wording import Wording
    from access_plugin.engine.study.folder import StudyFolder

    communes = [("43001", "A", 9000.0, 40.0), ("43002", "B", 800.0, 40.0), ("43003", "C", 700.0, 10.0)]
    made = kit.study(communes)
    made = dataclasses.replace(made, gaps=dataclasses.replace(made.gaps, summary=made.gaps.summary.copy()))
    made.gaps.summary.loc[made.gaps.summary["code"] == "43001", "secret"] = True
    study = StudyFolder(kit.write(tmp_path / "s", made))
    project = StudyProject(Wording(study, "fr"))
    scope = QgsExpressionContextUtils.layerScope(project.layers["circles"])
    assert float(scope.variable("circle_people")) == 800.0
    project.close()


def test_a_study_of_before_there_were_layers_for_pages_keeps_its_maps(folder, tmp_path, qgis_app):
    import pyogrio

    from access_plugin.cartography.project import StudyProject
    from access_plugin.cartography.wording import Wording
    from access_plugin.engine.study.folder import StudyFolder

    copy = tmp_path / "s"
    copy.mkdir()
    shutil.copy(folder / "run.json", copy)
    for name, _ in pyogrio.list_layers(folder / "results.gpkg"):
        if name != "print_territories":
            table = pyogrio.read_dataframe(folder / "results.gpkg", layer=name)
            pyogrio.write_dataframe(table, copy / "results.gpkg", layer=name, driver="GPKG")
    project = StudyProject(Wording(StudyFolder(copy), "fr"))
    assert {"lacking", "lacking_after", "zoning"} <= set(project.layers)
    assert all(project.layers[name].isValid() for name in ("lacking", "zoning"))
    project.close()


def test_every_layout_stays_in_the_project(folder, tmp_path, qgis_app):
    from qgis.core import QgsProject

    from access_plugin.cartography.render import Press, render_study

    copy = tmp_path / "s"
    shutil.copytree(folder, copy)
    render_study(copy, press=Press(fonts=FONT))
    project = QgsProject()
    assert project.read(str(copy / "study.qgz"))
    names = {layout.name() for layout in project.layoutManager().printLayouts()}
    assert {
        "carte",
        "atlas-15",
        "atlas-43",
        "avant-apres",
        "zoom",
        "chiffre-cle",
        "chiffre-cle-2",
        "deux-colonnes",
    } <= names
    assert all(layer.isValid() for layer in project.mapLayers().values())
    project.clear()


def test_templates_name_no_logo_and_no_picture():
    for path in sorted((ROOT / "access_plugin" / "resources" / "layouts").glob("*.qpt")):
        text = path.read_text(encoding="utf-8")
        assert 'file=""' in text or "logo" not in text
        assert str(Path.home()) not in text and str(ROOT) not in text


def test_the_record_is_pinned(folder):
    assert json.loads((folder / "run.json").read_text(encoding="utf-8"))["record"]["date"] == "2026-02-01"
