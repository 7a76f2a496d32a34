"""The documentation, built as scripts/docs builds it: whole, in both languages, and at home without a network."""

import functools
import html
import json
import re
import shutil
import subprocess
from html.parser import HTMLParser

import pytest
from browser import chromium
from contract import CONTRACT
from paths import ROOT

FOLDERS = {"fr": "fr/traitements", "en": "en/algorithms"}
DOCS = ROOT / "docs"
#: What a browser fetches by itself, by element.
FETCHED = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "iframe": ("src",),
    "video": ("src", "poster"),
    "audio": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "link": ("href",),
}


class Page(HTMLParser):
    """What a page fetches, where it leads, its language and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.fetched, self.links, self.language, self.words = [], [], "", []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.fetched += [given[name] or "" for name in FETCHED.get(tag, ()) if name in given]
        if tag == "a" and given.get("href"):
            self.links.append(given["href"])
        if tag == "html":
            self.language = given.get("lang", "")

    def handle_data(self, data):
        self.words.append(data)

    @functools.cached_property
    def text(self) -> str:
        return plain(" ".join(self.words))


def plain(text: str) -> str:
    """Return a text without the marks of Markdown and with one blank between words."""
    return re.sub(r"\s+", " ", re.sub(r"[*`]", "", html.unescape(text))).replace(" ,", ",").strip()


def built_by(script, folder) -> subprocess.CompletedProcess:
    """Run scripts/docs into a folder, from somewhere else."""
    return subprocess.run([script, folder], capture_output=True, text=True, timeout=600, check=False, cwd=folder.parent)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("documentation") / "site"
    done = built_by(ROOT / "scripts" / "docs", folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder, done.stdout


@pytest.fixture(scope="module")
def pages(site):
    folder, _ = site
    found = {
        path.relative_to(folder).as_posix(): Page(path.read_text(encoding="utf-8"))
        for path in sorted(folder.rglob("*.html"))
    }
    assert len(found) > 2 * len(CONTRACT)
    return found


def shown(provider, name: str, language: str):
    """Return an algorithm as it is in a language."""
    from access_plugin.engine.text import set_language

    set_language(language)
    try:
        return provider.algorithm(name).create()
    finally:
        set_language("en")


def before_choices(text: str) -> str:
    """Return the beginning of a help text: the window names choices in words, which another platform does not."""
    return plain(re.split("[«“]", text, maxsplit=1)[0])


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_algorithm_has_its_page_with_all_its_parameters(pages, provider, language):
    for algorithm in provider.algorithms():
        made = shown(provider, algorithm.name(), language)
        page = pages[f"{FOLDERS[language]}/{algorithm.name()}.html"]
        assert page.language == language
        assert plain(made.displayName()) in page.text, algorithm.name()
        assert f"access:{algorithm.name()}" in page.text
        for definition in made.parameterDefinitions():
            for text in (definition.name(), definition.description(), before_choices(definition.help())):
                assert plain(text) in page.text, (algorithm.name(), definition.name(), text)
        for output in made.outputDefinitions():
            assert output.name() in page.text, (algorithm.name(), output.name())


def test_the_help_of_each_algorithm_is_that_of_the_plugin(pages):
    for language, folder in FOLDERS.items():
        for name in CONTRACT:
            path = ROOT / "access_plugin" / "resources" / "help" / language / f"{name}.md"
            page = pages[f"{folder}/{name}.html"].text
            for paragraph in path.read_text(encoding="utf-8").split("\n\n"):
                if not paragraph.startswith(("-", "|", "1.")) and not re.search("[«“]", paragraph):
                    assert squeezed(paragraph) in squeezed(page), (language, name, paragraph[:80])


def squeezed(text: str) -> str:
    """Return a text without blanks and the marks of Markdown, which elements of a page stand between."""
    return re.sub(r"[\s*`]", "", html.unescape(text))


def test_no_french_page_shows_english_help(pages, provider):
    english = set()
    for algorithm in provider.algorithms():
        made = shown(provider, algorithm.name(), "en")
        french = shown(provider, algorithm.name(), "fr")
        own = {plain(one.help()) for one in french.parameterDefinitions()}
        english |= {plain(one.help()) for one in made.parameterDefinitions()} - own
        page = ROOT / "access_plugin" / "resources" / "help" / "en" / f"{algorithm.name()}.md"
        english |= {plain(one) for one in page.read_text(encoding="utf-8").split("\n\n")}
    english = {text for text in english if len(text) > 25}
    assert len(english) > 100
    for name, page in pages.items():
        if name.startswith("fr/"):
            assert page.language == "fr"
            assert "Non trouv" in page.text and "Table of contents" not in page.text, name  # words of the search
            assert [text for text in english if text in page.text] == [], name


def test_nothing_is_fetched_from_elsewhere(site, pages):
    folder, said = site
    for name, page in pages.items():
        assert [address for address in page.fetched if re.match(r"(?:[a-z]+:)?//", address)] == [], name
    for path in folder.rglob("*.css"):
        text = path.read_text(encoding="utf-8")
        assert re.findall(r"(?:url\(|@import)\s*[\"']?(?:https?:)?//[^)\"']+", text) == [], path.name
    # what leads out of the site is listed for whoever publishes it
    out = {link for page in pages.values() for link in page.links if re.match(r"https?://", link)}
    assert out and all(link in said for link in out)


def test_links_within_the_site_lead_somewhere(site, pages):
    folder, _ = site
    for name, page in pages.items():
        if name == "404.html":  # its addresses begin at the root of a server
            continue
        for address in [*page.links, *page.fetched]:
            target = address.split("#")[0].split("?")[0]
            if target and not re.match(r"[a-z]+:", address):
                assert (folder / name).parent.joinpath(target).exists(), (name, address)


def test_what_is_broken_stops_the_build(site, tmp_path):
    """A tree of its own, with a link, an anchor, and a picture that would be fetched."""
    for name in ("docs", "scripts"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    for name in ("access_plugin", ".venv-docs", ".venv"):
        if (ROOT / name).exists():
            (tmp_path / name).symlink_to((ROOT / name).resolve())
    page = tmp_path / "docs" / "fr" / "citer.md"
    sound = page.read_text(encoding="utf-8")
    for wrong, said in (
        ("[rien](nulle-part.md) et [rien](methode.md#nulle-part)", ("nulle-part.md", "#nulle-part")),
        ('<img alt="une image" src="https://example.org/a.png">', ("example.org", "fetch from elsewhere")),
    ):
        page.write_text(f"{sound}\n{wrong}\n", encoding="utf-8")
        done = built_by(tmp_path / "scripts" / "docs", tmp_path / "site")
        assert done.returncode != 0
        assert all(word in done.stdout + done.stderr for word in said), done.stdout + done.stderr


def test_search_is_a_script_and_finds_things_without_a_network(site, tmp_path):
    folder, _ = site
    index = (folder / "search" / "search_index.js").read_text(encoding="utf-8")
    assert index.startswith("var __index = ")
    places = {entry["location"].split("#")[0] for entry in json.loads(index.removeprefix("var __index = "))["docs"]}
    assert {"index.html", "fr/methode.html", "fr/traitements/study.html", "en/algorithms/study.html"} <= places
    with chromium(folder, 1300, 900) as driver:
        driver.set_network_conditions(offline=True, latency=0, download_throughput=0, upload_throughput=0)
        driver.get((folder / "fr" / "glossaire.html").as_uri())
        results = found_by(driver, "medecin d'acces")  # as it is typed in haste
        asked = [json.loads(line["message"])["message"] for line in driver.get_log("performance")]
        asked = [one["params"]["request"]["url"] for one in asked if one["method"] == "Network.requestWillBeSent"]
    assert any("fr/" in address for address in results), results
    assert [address for address in asked if not address.startswith(("file:", "data:", "blob:", "chrome"))] == []


def found_by(driver, words: str) -> list[str]:
    """Return the pages that a search finds, as a person types it."""
    from selenium.webdriver.support.ui import WebDriverWait

    box = driver.find_element("css selector", "[data-md-component=search-query]")
    driver.execute_script("arguments[0].focus()", box)
    box.send_keys(words)
    links = ".md-search-result__link"
    WebDriverWait(driver, 20).until(lambda window: window.find_elements("css selector", links))
    return [link.get_attribute("href") for link in driver.find_elements("css selector", links)]


def test_every_picture_is_used_small_and_described():
    texts = {path: path.read_text(encoding="utf-8") for path in DOCS.rglob("*.md")}
    shown_in = [found for text in texts.values() for found in re.findall(r"!\[([^\]]*)\]\([./]*images/([^)]+)\)", text)]
    pictures = {path.name for path in (DOCS / "images").iterdir()}
    assert {name for _, name in shown_in} == pictures
    assert [name for described, name in shown_in if len(described) < 20] == []
    large = [path.name for path in (DOCS / "images").glob("*.png") if path.stat().st_size > 250_000]
    assert large == []


def test_french_pages_have_french_spaces():
    """A sign that stands alone at the beginning of a line was parted from its word."""
    wrong = []
    for path in [*DOCS.glob("fr/*.md"), DOCS / "index.md", DOCS / "questions.md", DOCS / "windows.md"]:
        text = re.sub(r"```.*?```|`[^`]*`", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        for number, line in enumerate(text.split("\n"), 1):
            if not line.startswith(("!!!", "title", "|  ", ":   ")) and re.search(r"\S [:;?!»](?:\s|$)|« ", line):
                wrong.append(f"{path.name}:{number}: {line[:90]}")
    assert wrong == []
