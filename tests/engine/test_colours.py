"""Readable by all (DOMAIN § 7.3, 7.7).

The break at the threshold in every kind of colour vision and in grey, hatching beyond, contrast, size of letters.

Colour vision is simulated by colorspacious (Machado, Oliveira & Fernandes 2009); distances are CIEDE-like CAM02-UCS
units, in which 1 is just seen.
"""

import itertools
import re
from xml.etree import ElementTree

import numpy as np
import pytest
from colorspacious import cspace_convert, deltaE
from paths import ROOT

from access_plugin.cartography.press.charts import CLASSES, NOT_COMPUTED

RESOURCES = ROOT / "access_plugin" / "resources"
VISIONS = {"normal": None, "deuteranomaly": 100, "protanomaly": 100, "tritanomaly": 100}


def rgb(colour: str) -> np.ndarray:
    return np.array([int(colour[place : place + 2], 16) for place in (1, 3, 5)]) / 255.0


def seen(colour: str, vision: str) -> np.ndarray:
    if VISIONS[vision] is None:
        return rgb(colour)
    space = {"name": "sRGB1+CVD", "cvd_type": vision, "severity": VISIONS[vision]}
    return np.clip(cspace_convert(rgb(colour), space, "sRGB1"), 0, 1)


def distance(one: str, other: str, vision: str) -> float:
    return float(deltaE(seen(one, vision), seen(other, vision), input_space="sRGB1"))


def luminance(colour) -> float:
    parts = rgb(colour) if isinstance(colour, str) else colour
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


def contrast(one: str, other: str = "#ffffff") -> float:
    """WCAG 2: 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("vision", VISIONS)
def test_the_classes_that_meet_at_the_threshold_are_far_apart(vision):
    assert distance(CLASSES[2], CLASSES[3], vision) > 30
    others = [distance(CLASSES[place], CLASSES[place + 1], vision) for place in (0, 1, 3, 4)]
    assert distance(CLASSES[2], CLASSES[3], vision) > max(others)  # the break is the strongest step of all


@pytest.mark.parametrize("vision", VISIONS)
def test_any_two_classes_can_be_told_apart(vision):
    assert min(distance(one, other, vision) for one, other in itertools.combinations((*CLASSES, NOT_COMPUTED), 2)) > 5


@pytest.mark.parametrize("vision", VISIONS)
def test_no_lake_is_taken_for_a_class(vision):
    fill = next(option for option in style("lakes").iter("Option") if option.get("name") == "color")
    lake = fill.get("value").split(",rgb")[0]
    red, green, blue, _ = map(int, lake.split(","))
    assert min(distance(f"#{red:02x}{green:02x}{blue:02x}", one, vision) for one in (*CLASSES, NOT_COMPUTED)) > 7


def test_in_grey_the_step_at_the_threshold_is_seen():
    grey = [cspace_convert(rgb(colour), "sRGB1", "CIELab")[0] for colour in CLASSES]
    assert abs(grey[2] - grey[3]) > 15


def test_a_weak_palette_fails_the_check():
    """The usual diverging scheme has its weakest step where it must not: the check can fail."""
    assert any(distance("#D1E5F0", "#FDDBC7", vision) < 30 for vision in VISIONS)


def style(name):
    return ElementTree.parse(RESOURCES / "styles" / f"{name}.qml").getroot()


def fills(symbol):
    return [
        layer.find("Option").find("Option[@name='color']").get("value")
        for layer in symbol.findall("layer")
        if layer.get("class") == "SimpleFill"
    ]


def test_the_printed_map_has_the_same_classes_and_hatches_all_beyond():
    root = style("isochrones")
    symbols = {symbol.get("name"): symbol for symbol in root.find("renderer-v2").find("symbols").findall("symbol")}
    for place, rule in enumerate(root.iter("rule")):
        symbol = symbols[rule.get("symbol")]
        colour = "#" + "".join(f"{int(part):02X}" for part in fills(symbol)[0].split(",")[:3])
        assert colour == CLASSES[place].upper()
        hatched = any(layer.get("class") == "LinePatternFill" for layer in symbol.findall("layer"))
        assert hatched == (place >= 3), rule.get("label")


def test_each_kind_of_site_has_its_own_shape_and_none_is_a_cross():
    root = style("sites")
    symbols = {symbol.get("name"): symbol for symbol in root.find("renderer-v2").find("symbols").findall("symbol")}
    shapes = {}
    for rule in root.iter("rule"):
        layer = next(
            layer for layer in symbols[rule.get("symbol")].findall("layer") if layer.get("class") == "SimpleMarker"
        )
        options = {option.get("name"): option.get("value") for option in layer.find("Option").findall("Option")}
        assert options["name"] not in ("cross", "cross_fill", "cross2", "star"), rule.get("label")
        shapes[rule.get("label")] = (options["name"], options["color"].split(",rgb")[0])
    core = [
        shape
        for label, shape in shapes.items()
        if any(word in label for word in ("(SU)", "(SMUR)", "antenna", "(MCS)", "(CSNP)", "Mountain"))
    ]
    assert len(set(core)) == len(core) == 6
    assert len({name for name, _ in core}) >= 5  # an antenna is an open triangle, a SMUR a full one


def test_texts_of_templates_have_contrast_and_size():
    for path in sorted((RESOURCES / "layouts").glob("*.qpt")):
        styles = list(ElementTree.parse(path).getroot().iter("text-style"))
        assert styles
        for found in styles:
            colour = "#" + "".join(f"{int(part):02x}" for part in found.get("textColor").split(",")[:3])
            assert contrast(colour) >= 4.5, (path.name, colour)
            assert float(found.get("fontSize")) >= 8.0 and found.get("fontSizeUnit") == "Point", path.name


def test_colours_of_charts_and_page_have_contrast():
    canvas = (ROOT / "access_plugin" / "cartography" / "press" / "canvas.py").read_text(encoding="utf-8")
    ink, grey, hot = re.search(r'INK, GREY, HOT, PALE, WHITE = "(#\w+)", "(#\w+)", "(#\w+)"', canvas).groups()
    assert all(contrast(colour) >= 4.5 for colour in (ink, grey, hot))
    css = (RESOURCES / "web" / "map.css").read_text(encoding="utf-8")
    root = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", css))
    assert all(contrast(root[name]) >= 4.5 for name in ("ink", "grey", "hot"))
    assert all(contrast(root[name], root["pale"]) >= 4.5 for name in ("ink", "grey"))


def test_no_protected_emblem_font_or_logo_is_shipped():
    shipped = [
        path
        for path in (ROOT / "access_plugin").rglob("*")
        if path.suffix.lower() in (".ttf", ".otf", ".woff", ".woff2", ".eot")
    ]
    assert shipped == []
    assert not [
        path
        for path in (ROOT / "access_plugin").rglob("*")
        if re.search(r"marianne|bloc.?marque|logo", path.name, re.IGNORECASE)
    ]
    symbols = (RESOURCES / "web" / "symbols.js").read_text(encoding="utf-8")
    assert not re.search(r'fill="(?:#f00|#ff0000|#e[0-3]0[0-9a-f]{3}|red)"', symbols)
