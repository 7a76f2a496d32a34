"""The map for the public: what goes into the folder, and what a person does with it in a real browser."""

import base64
import hashlib
import json
import re
import time

import kit
import numpy as np
import pytest
import shapely
from browser import chromium
from paths import ROOT

from access_plugin.cartography.web.geometry import Grid
from access_plugin.cartography.web.webmap import write_web_map
from access_plugin.engine.errors import InputError

WEB = ROOT / "access_plugin" / "resources" / "web"
NARROW, NBSP = "\u202f", "\u00a0"


def data_of(folder):
    text = (folder / "data.js").read_text(encoding="utf-8")
    return json.loads(re.fullmatch(r"const DATA = (.*);\n", text, re.DOTALL).group(1))


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    made = kit.with_suggestion(kit.study(), {"15001": 20.0, "43003": 10.0}, names=("Cabinet du Dr Maud", "Autre"))
    folder = kit.write(tmp_path_factory.mktemp("public") / "s", made)
    out = folder.parent / "map"
    out.mkdir()
    write_web_map(folder, out, "fr")
    return out


def rings_back(shape, step):
    return shapely.MultiPolygon(
        [
            [
                np.cumsum(np.reshape(rings[0], (-1, 2)), axis=0) * step,
                [np.cumsum(np.reshape(ring, (-1, 2)), axis=0) * step for ring in rings[1:]],
            ]
            for rings in shape
        ]
    )


def test_shapes_come_back_within_half_a_step_and_leave_no_gap():
    areas = kit.squares().to_crs(4326)
    grid = Grid(areas.total_bounds)
    back = [rings_back(shape, grid.step) for shape in grid.areas(kit.squares().geometry)]
    assert all(one.hausdorff_distance(other) <= grid.step for one, other in zip(back, areas.geometry))
    whole = shapely.union_all(back)
    assert whole.geom_type == "Polygon" and not whole.interiors  # neighbours still share their border
    assert sum(shape.area for shape in back) == pytest.approx(whole.area)


def test_the_folder_holds_all_that_it_needs_and_asks_for_nothing(page):
    names = {str(path.relative_to(page)) for path in page.rglob("*") if path.is_file()}
    assert names == {
        "index.html",
        "map.js",
        "map.css",
        "symbols.js",
        "data.js",
        "leaflet/leaflet.js",
        "leaflet/leaflet.css",
        "leaflet/LICENSE",
    }
    for name in ("index.html", "map.js", "map.css", "symbols.js"):
        text = (page / name).read_text(encoding="utf-8")
        assert not re.search(
            r"(?:src|href)=\"(?:https?:)?//|fetch\(|XMLHttpRequest|@import|url\((?!#)", text.replace("url(#", "")
        ), name
    assert "[[" not in (page / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("leaflet.js", "20nQCchB9co0qIjJZRGuk2/Z9VM+kNiyxNV1lvTlZBo="),
        ("leaflet.css", "p4NxAoJBhIIN+hmNHrzRCf9tD/miZyoHS5obTRR9BMY="),
    ],
)
def test_the_map_library_is_the_published_one(name, known):
    """The sums that Leaflet publishes for its version 1.9.4."""
    assert base64.b64encode(hashlib.sha256((WEB / "leaflet" / name).read_bytes()).digest()).decode() == known


def test_figures_are_those_of_the_study(page):
    rows = {row["code"]: row for row in data_of(page)["territories"]}
    assert (rows["15001"]["beyond"], rows["15001"]["share"], rows["43005"]["beyond"], rows["43003"]["population"]) == (
        2000,
        1.0,
        0,
        1.9,
    )
    # nobody lives there
    assert (rows["43006"]["beyond"], rows["43006"]["share"], rows["43006"]["secret"]) == (None, None, False)


def test_nothing_secret_and_no_doctor_is_in_the_folder(tmp_path):
    residents = kit.people(households=[400.0, 30.0, 6.0, 900.0, 50.0, 0.0, 800.0, 0.0])
    residents["population"] = [1200.0, 61.0, 13.0, 9000.0, 100.0, 0.0, 2000.0, 0.0]
    residents["secret"] = residents["households"] < 11
    folder = kit.write(tmp_path / "s", kit.study(residents=residents))
    out = tmp_path / "map"
    out.mkdir()
    write_web_map(folder, out, "fr")
    rows = {row["code"]: row for row in data_of(out)["territories"]}
    for code in ("43002", "43003"):
        assert (rows[code]["beyond"], rows[code]["share"], rows[code]["secret"]) == (None, None, True)
    text = (out / "data.js").read_text(encoding="utf-8")
    assert not re.search(r"Martin\b(?!-en)|Durand|Petit|Maud|households|ménages du", text)
    doctors = [site for site in data_of(out)["sites"] if site["symbol"] == "mcs"]
    assert [(site["name"], site["number"], site["moved"]) for site in doctors] == [("", 2, True)]


def test_a_map_of_too_few_is_refused(tmp_path):
    few = (("43001", "A", 5000.0, 10.0), ("43002", "B", 12.0, 40.0), ("43003", "C", 3000.0, 12.0))
    residents = kit.people(few, kit.squares(few), households=[2000.0, 6.0, 1000.0]).assign(secret=[False, True, False])
    folder = kit.write(
        tmp_path / "s",
        kit.study(few, areas=kit.squares(few), residents=residents, care=kit.sites((("SU", "CH", 0),), few)),
    )
    with pytest.raises(InputError, match="secrecy"):
        write_web_map(folder, tmp_path, "fr")
    with pytest.raises(InputError, match="names a doctor"):
        write_web_map(kit.write(tmp_path / "t", kit.study()), tmp_path, "fr", title="Chez le Dr Maud")
    assert not (tmp_path / "data.js").exists()


def test_a_name_is_text_and_never_code(tmp_path):
    odd = (("43001", "</script><img src=x onerror=alert(1)>", 5000.0, 10.0), ("43002", '<b>B</b> & "C"', 1200.0, 40.0))
    care = kit.sites((("SU", "<i onclick=1>CH</i>", 0),), odd)
    folder = kit.write(tmp_path / "s", kit.study(odd, areas=kit.squares(odd), care=care))
    out = tmp_path / "map"
    out.mkdir()
    write_web_map(folder, out, "fr", title='<script>alert("x")</script>')
    assert "</script" not in (out / "data.js").read_text(encoding="utf-8")
    with chromium(out, 1000, 700) as driver:
        driver.find_element("id", "search").send_keys("script")
        driver.find_element("id", "search").send_keys("\ue007")
        assert driver.find_element("css selector", "#card h2").text.startswith("</script><img")
        assert driver.find_elements("css selector", "#card img, header script, .site i[onclick]") == []
        driver.execute_script(
            "for (const shape of outlineOf.values()) shape.openTooltip(); layers.sites.eachLayer((sign) => "
            "sign.openTooltip());"
        )
        assert (
            driver.find_elements("css selector", ".leaflet-tooltip img, .leaflet-tooltip b, .leaflet-tooltip i") == []
        )
        assert [line for line in driver.get_log("browser") if line["level"] == "SEVERE"] == []


@pytest.fixture(scope="module", params=[(1280, 800, False), (390, 844, True)], ids=["desk", "phone"])
def driver(request, page):
    width, height, phone = request.param
    with chromium(page, width, height, phone=phone) as opened:
        opened.width = width
        yield opened


def card(driver):
    """Return the figures of the card, by their content: what the driver calls text has lost its no-break spaces."""

    def words(place):
        return [item.get_property("textContent") for item in driver.find_elements("css selector", place)]

    return dict(zip(words("#card dt"), words("#card dd")))


def wait_for(condition, seconds=5.0):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.05)


def in_french(driver):
    driver.find_element("css selector", "[data-language=fr]").click()


def test_the_page_opens_whole_and_asks_the_network_for_nothing(driver):
    assert driver.find_element("css selector", "body").get_attribute("data-ready") == "yes"
    assert (
        driver.execute_script("return document.title")
        == f"Vivre à plus de 30{NBSP}minutes des soins urgents (SU ou SMUR)"
    )
    assert [line for line in driver.get_log("browser") if line["level"] == "SEVERE"] == []
    asked = [json.loads(line["message"])["message"] for line in driver.get_log("performance")]
    addresses = {
        message["params"]["request"]["url"] for message in asked if message["method"] == "Network.requestWillBeSent"
    }
    assert {address.split(":")[0] for address in addresses} <= {"file", "data"}
    # nothing hangs over at the side
    assert driver.execute_script("return document.documentElement.scrollWidth") <= driver.width


def test_areas_are_drawn_and_hatched_beyond(driver):
    paths = driver.find_elements("css selector", ".leaflet-areas-pane path")
    fills = [path.get_attribute("fill") for path in paths]
    assert [fill for fill in fills if fill.startswith("url(#hatch")] and "#4292C6" in fills
    box = driver.execute_script(
        "const b = document.querySelector('.leaflet-areas-pane path').getBoundingClientRect(); return [b.width, "
        "b.height]"
    )
    assert min(box) > 20
    size = driver.find_element("id", "map").size
    assert size["width"] > 300 and size["height"] > 300


def test_a_commune_is_found_by_keyboard_without_its_accents(driver):
    in_french(driver)
    box = driver.find_element("id", "search")
    box.clear()
    box.send_keys("ecully le")
    assert box.get_attribute("aria-expanded") == "true"
    assert [item.text for item in driver.find_elements("css selector", "#results li")] == ["Écully-le-Haut (43002)"]
    box.send_keys("\ue015")  # arrow down
    assert box.get_attribute("aria-activedescendant") == "result-0"
    box.send_keys("\ue007")  # enter
    assert driver.find_element("css selector", "#card h2").text.startswith("Écully-le-Haut (43002)")
    assert card(driver) == {
        "Habitants": "1",
        f"À plus de 30{NBSP}min": "1",
        "Part": f"100,0{NBSP}%",
        "Moyenne (min)": "31,0",
    }
    assert box.get_attribute("aria-expanded") == "false"


def test_numbers_are_french_and_long_names_have_their_room(driver):
    in_french(driver)
    box = driver.find_element("id", "search")
    box.clear()
    box.send_keys("43004", "\ue007")
    assert card(driver)["Habitants"] == f"8{NARROW}200{NARROW}000"
    box.clear()
    box.send_keys("chapelle saint martin", "\ue007")
    title = driver.find_element("css selector", "#card h2")
    assert kit.LONG in title.text
    assert driver.execute_script("return arguments[0].scrollWidth <= arguments[0].clientWidth + 1", title)


def test_what_is_not_known_is_said(driver):
    in_french(driver)
    box = driver.find_element("id", "search")
    box.clear()
    box.send_keys("vide", "\ue007")
    assert card(driver)["Habitants"] == "0" and card(driver)[f"À plus de 30{NBSP}min"] == "non calculé"
    box.clear()
    box.send_keys("zzz")
    assert driver.find_element("id", "status").text == "Aucun territoire de ce nom"
    box.clear()


def test_english_is_a_click_away(driver):
    driver.find_element("css selector", "[data-language=en]").click()
    assert driver.find_element("css selector", "html").get_attribute("lang") == "en"
    assert "Living more than 30 minutes" in driver.find_element("css selector", "h1").text.replace(NBSP, " ")
    assert "Hatched" in driver.find_element("css selector", ".legend").text
    visible = driver.find_element("css selector", "body").text
    assert not re.search(r"\b(habitants|Chercher|Légende|lieux de soins)\b", visible)
    in_french(driver)
    assert driver.find_element("css selector", "html").get_attribute("lang") == "fr"


def test_layers_can_be_hidden_and_shown(driver):
    def signs():
        return len(driver.find_elements("css selector", ".leaflet-signs-pane .site"))

    before = signs()
    tick = driver.find_element("css selector", "input[data-layer=sites]")
    driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", tick)
    tick.click()
    assert signs() < before
    driver.find_element("css selector", "input[data-layer=sites]").click()
    assert signs() == before


def test_the_table_has_every_territory(driver):
    in_french(driver)
    summary = driver.find_element("id", "all-summary")
    assert summary.text.replace(NBSP, " ") == "Tableau des 8 territoires"
    driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", summary)
    summary.click()
    wait_for(lambda: len(driver.find_elements("css selector", "#table tbody tr")) == 8)
    heads = driver.find_elements("css selector", "#table th[scope=row]")
    assert {head.text for head in heads} >= {kit.LONG, "Écully-le-Haut"}
    summary.click()


def test_everything_can_be_reached_by_the_keyboard_and_has_a_name(driver):
    nameless = driver.execute_script("""
        const named = (e) => e.getAttribute('aria-label') || e.textContent.trim()
          || (e.labels && e.labels.length) || e.title;
        return [...document.querySelectorAll('button, input, summary, a[href], [tabindex="0"]')]
          .filter((e) => !named(e)).map((e) => e.outerHTML)""")
    assert nameless == []
    small = driver.execute_script("""
        return [...document.querySelectorAll('header button, #search, .leaflet-control-zoom a')]
          .filter((e) => e.getBoundingClientRect().height < 30).map((e) => e.outerHTML)""")
    assert small == []
    driver.execute_script("document.getElementById('map').focus()")
    before = driver.execute_script("return map.getCenter().lng")
    driver.switch_to.active_element.send_keys("\ue014")  # arrow right
    wait_for(lambda: driver.execute_script("return map.getCenter().lng") > before)


def test_sites_and_suggested_places_stand_as_a_list(driver):
    in_french(driver)
    driver.execute_script("document.getElementById('sites').open = true")
    entries = [item.text.replace(NBSP, " ") for item in driver.find_elements("css selector", "#sites-list li")]
    assert entries[:2] == ["Lieux proposés, lieu n° 1 : Saint-Agrève", "Lieux proposés, lieu n° 2 : Allanche"]
    assert "Centre hospitalier, Service d’urgences (SU)" in entries
    driver.execute_script("document.getElementById('sites').open = false")


def test_sources_and_method_stand_on_the_page(driver):
    in_french(driver)
    driver.execute_script("document.querySelector('.method').open = true")
    notes = driver.find_element("id", "notes").text
    for words in (
        "Champ",
        "Lecture",
        "Note",
        "Source",
        "DREES",
        "Leaflet",
        "INSEE, populations légales 2023",
    ):
        assert words in notes, words


def test_what_is_seen_has_contrast(driver):
    weak = driver.execute_script("""
        const lum = (c) => {
          const [r, g, b] = c.map((v) => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; });
          return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
        const parts = (text) => (text.match(/[\\d.]+/g) || []).map(Number);
        const back = (e) => {
          for (; e; e = e.parentElement) {
            const p = parts(getComputedStyle(e).backgroundColor);
            if (p.length === 3 || p[3] > 0.5) return p.slice(0, 3);
          }
          return [255, 255, 255];
        };;
        return [...document.querySelectorAll('body *')].filter((e) => e.children.length === 0 && e.textContent.trim()
            && e.getClientRects().length && !e.closest('svg, script, noscript')).map((e) => {
          const a = lum(parts(getComputedStyle(e).color).slice(0, 3)), b = lum(back(e));
          return [(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), e.outerHTML.slice(0, 120)];
        }).filter(([ratio]) => ratio < 4.5)""")
    assert weak == []
