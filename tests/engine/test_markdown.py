"""Help, method notes and reports as HTML: all that they use, and nothing of what a person wrote becomes a tag."""

import re
from html.parser import HTMLParser

import pytest
from paths import ROOT

from access_plugin.engine.markdown import as_html, as_page


class Outline(HTMLParser):
    """The tags of a page, in order, and whether each is closed."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.open, self.text = [], [], ""
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("One **two** `a;b` <3\ngo on", "<p>One <b>two</b> <code>a;b</code> &lt;3 go on</p>"),
        ("# A & b\n\n## C **d**", "<h1>A &amp; b</h1>\n<h2>C <b>d</b></h2>"),
        ("## Files\n- `a.csv`: sites", "<h2>Files</h2>\n<ul><li><code>a.csv</code>: sites</li></ul>"),
        (
            "- **3 sites were left out: a.**\n- b\n  goes on\n- c",
            "<ul><li><b>3 sites were left out: a.</b></li><li>b goes on</li><li>c</li></ul>",
        ),
        ("1. A: 12 people.\n2. B.", '<ol><li value="1">A: 12 people.</li><li value="2">B.</li></ol>'),
        ("> **Fictitious.**", "<blockquote><p><b>Fictitious.</b></p></blockquote>"),
        ("**no roads in `a.gpkg`**", "<p><b>no roads in <code>a.gpkg</code></b></p>"),
        ("`a**b**.csv`: 2 * 3 ** 2", "<p><code>a**b**.csv</code>: 2 * 3 ** 2</p>"),
        ("a | b", "<p>a | b</p>"),
        ("#3 of 4", "<p>#3 of 4</p>"),
        ("2018 was", "<p>2018 was</p>"),
    ],
)
def test_each_kind_of_block_and_mark(markdown, html):
    assert as_html(markdown) == html


def test_a_table_has_its_head_and_its_numbers_under_each_other():
    html = as_html(
        "| Place | People | Share | Range |\n| --- | --- | --- | --- |\n| Vif (38) | 1\u202f234 | 6,9\u00a0% | "
        "691–6\u202f839 |\n| **Lans** |  | moins de 0,1\u00a0% | – |\n| Die | 5 | 1,0\u00a0% | 0–1 |"
    )
    assert html.startswith(
        '<div class="table"><table>\n<thead><tr><th>Place</th><th class="number">People</th><th '
        'class="number">Share</th><th class="number">Range</th></tr></thead>\n<tbody>'
    )
    assert (
        '<tr><td>Vif (38)</td><td class="number">1\u202f234</td><td class="number">6,9\u00a0%</td><td '
        'class="number">691–6\u202f839</td></tr>' in html
    )
    assert (
        '<tr><td><b>Lans</b></td><td class="number"></td><td class="number">moins de 0,1\u00a0%</td><td '
        'class="number">–</td></tr>' in html
    )
    assert html.count("<tr>") == 4 and html.endswith("</tbody>\n</table></div>")


@pytest.mark.parametrize("around", ["{}", "# {}", "- {}", "1. {}", "> {}", "**{}**", "`{}`", "| {} |\n| --- |\n| {} |"])
def test_what_a_person_wrote_becomes_no_tag(around):
    bad = "<script>alert(1)</script><img src=x onerror=a()>&lt;"
    page = Outline(as_page(around.replace("{}", bad), f"</title>{bad}", "fr"))
    assert not {"script", "img"} & {tag for tag, _ in page.tags}
    assert bad in page.text and page.open == []


def test_a_page_stands_alone_in_its_language():
    page = as_page("# Étude\n\nUn texte.", 'L’étude "A & B"', "fr")
    outline = Outline(page)
    assert page.startswith('<!DOCTYPE html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">')
    assert (
        "<title>L’étude &quot;A &amp; B&quot;</title>" in page and "<h1>Étude</h1>\n<p>Un texte.</p>\n</body>" in page
    )
    assert outline.open == [] and {tag for tag, _ in outline.tags} == {
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "h1",
        "p",
    }
    assert not any({"src", "href"} & set(attributes) for _, attributes in outline.tags) and not re.search(
        r"url\(|@import|https?:", page
    )


def test_every_help_page_is_well_formed():
    for path in (ROOT / "access_plugin" / "resources" / "help").rglob("*.md"):
        assert Outline(as_html(path.read_text(encoding="utf-8"))).open == [], path
