"""A page as SVG: as Chromium shows it, it is the picture; nothing lies outside its map or its area."""

import re
import xml.dom.minidom

import kit
import numpy as np
import pytest
from browser import chromium
from pictures import blocks, pixels

SIDE = 700


@pytest.fixture(scope="module")
def drawn(tmp_path_factory, qgis_app):
    """The pages of a study among its neighbours, as SVG and as pictures."""
    from access_plugin.cartography.render import Press, render_study

    folder = kit.write(tmp_path_factory.mktemp("svg") / "s", kit.with_suggestion(kit.study(), {"15001": 20.0}))
    render_study(folder, ("map", "before_after", "shares", "circles"), Press(fonts=("Open Sans",)))
    return folder / "figures"


def shown(svg, folder):
    """Return an SVG as Chromium shows it, so many pixels wide."""
    text = svg.read_text(encoding="utf-8")
    width, height = (float(size) for size in re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', text).groups())
    high = round(SIDE * height / width)
    page = f'<body style="margin:0"><img src="{svg.as_uri()}" width="{SIDE}" height="{high}"></body>'
    (folder / "index.html").write_text(page, encoding="utf-8")
    with chromium(folder, SIDE, high) as driver:
        driver.save_screenshot(str(folder / "shown.png"))
    return pixels(folder / "shown.png")


def printed(png, shape):
    """Return a picture at the size of another."""
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtGui import QImage

    image = QImage(str(png)).scaled(
        shape[1], shape[0], Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    image.save(str(png.with_name("small.png")))
    return pixels(png.with_name("small.png"))


@pytest.mark.parametrize("figure", ["carte", "avant-apres", "repartition", "cercles"])
def test_the_drawing_is_the_picture(drawn, tmp_path, figure):
    """Without clips, hatching and neighbours lay over the texts of the page: blocks are then a third apart and more."""
    seen = shown(drawn / f"{figure}.svg", tmp_path)
    apart = np.abs(blocks(seen, 14) - blocks(printed(drawn / f"{figure}.png", seen.shape), 14)).max(axis=2)
    assert apart.mean() < 0.02 and apart.max() < 0.25, (apart.mean(), apart.max())


def test_every_map_ends_at_its_frame_and_every_hatching_is_a_pattern(drawn):
    text = (drawn / "avant-apres.svg").read_text(encoding="utf-8")
    xml.dom.minidom.parseString(text)
    assert text.count("<clipPath") == text.count('<g clip-path="url(#carte') == 2
    used = set(re.findall(r'fill="url\(#(hachure[^)]*)\)"', text))
    assert used and used == set(re.findall(r'<pattern id="([^"]*)"', text))
    assert not re.search(r"#(?:fefdf|fdfef|fdfd)[0-9a-f]", text)  # the marks are gone


def test_the_page_is_as_it_was_after_it_was_drawn(drawn, qgis_app):
    from qgis.core import QgsLinePatternFillSymbolLayer, QgsProject

    from access_plugin.cartography.press.svg import ready_for_svg

    project = QgsProject()
    assert project.read(str(drawn.parent / "study.qgz"))
    page = project.layoutManager().layoutByName("carte")
    areas = next(layer for layer in project.mapLayers().values() if "print_isochrones" in layer.source())

    def hatched():
        return sum(
            isinstance(rule.symbol().symbolLayer(place), QgsLinePatternFillSymbolLayer)
            for rule in areas.renderer().rootRule().children()
            for place in range(rule.symbol().symbolLayerCount())
        )

    before, items = hatched(), len(page.items())
    assert before
    with ready_for_svg(page) as hatchings:
        assert hatched() == 0 and hatchings
    assert hatched() == before and len(page.items()) == items
    project.clear()


def test_corners_keep_what_can_be_seen():
    from access_plugin.cartography.press.svg import Hatching, finished

    text = (
        '<svg viewBox="0 0 9 9">'
        '<g fill="#fefdf0" transform="matrix(1,0,0,1,5,5)" font-size="9">'
        '<path d="M0,0 L10.123,0" vector-effect="none"/></g>'
        '<g fill="#fdfd00" transform="matrix(11.8081,0,0,11.8081,0,0)"><path d="M0.0149,1.99999 L3,-0.001"/></g>'
        '<g fill="#000000"/>'
        '<g fill="#fdfef0" transform="matrix(1,0,0,1,5,5)"><path d="M0,0"/></g>'
        '<g font-size="9"><text font-size="12">9.123</text></g></svg>'
    )
    found = finished(text, [Hatching(45.0, 2.0, 0.3, (), "#5c2403", 1.0)], 300)
    assert '<clipPath id="carte0"><path transform="matrix(1,0,0,1,5,5)" d="M0 0h10.1"/></clipPath>' in found
    assert 'fill="url(#hachure0-11.8)"' in found and 'd="M.01 2l2.99 -2"' in found and "rotate(-45)" in found
    curve = finished('<g fill="#123456"><path d="M0.123,1 C0.26,1 2,3.46 4,5 L9.44,1"/></g>', [], 300)
    assert 'd="M0.1,1 C0.3,1 2,3.5 4,5 L9.4,1"' in curve  # only what is straight goes by steps
    dot = finished('<g fill="#123456"><path d="M3.11,1 L3.12,1"/></g>', [], 300)
    assert 'd="M3.1 1h0"' in dot
    assert '<g font-size="9"><text font-size="12">9.123</text></g>' in found and "#000000" not in found
