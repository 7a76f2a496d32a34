"""From the Markdown of help pages, method notes and reports to HTML that opens anywhere.

No more of it than these use, and every text escaped.

Qt reads Markdown too, but gives a whole list item the weight of its first word; Windows opens ``.md`` files with
nothing.
"""

from __future__ import annotations

import re
from html import escape
from itertools import chain

#: Of whole pages: readable on a screen, a telephone and paper; numbers under each other.
_STYLE = """\
body { font: 16px/1.5 system-ui, "Segoe UI", Arial, "Liberation Sans", sans-serif; color: #1b2a49; background: #fff;
  max-width: 60rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; }
h2 { font-size: 1.2rem; margin-top: 2rem; }
h1, h2, h3 { break-after: avoid; }
blockquote { margin: 1rem 0; padding: .1rem 1rem; border-left: 4px solid #9c3600; color: #9c3600; }
li { margin: .25rem 0; }
div.table { overflow-x: auto; }
table { border-collapse: collapse; font-size: .9rem; overflow-wrap: normal; }
tr { break-inside: avoid; }
th, td { padding: .3rem .6rem; border-bottom: 1px solid #c3c8cf; text-align: left; vertical-align: top; }
th { border-bottom: 2px solid #1b2a49; }
.number { text-align: right; }
td.number { white-space: nowrap; }
code { font-family: Consolas, "Liberation Mono", monospace; font-size: .9em; background: #f5f6f8; padding: 0 .2em; }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 10pt; }
  div.table { overflow: visible; }
  table { font-size: 8pt; }
  th, td { padding: .1rem .3rem; }
}"""


def as_page(markdown: str, title: str, language: str) -> str:
    """Return a whole HTML page that needs no other file.

    Parameters
    ----------
    markdown
        See :func:`as_html`.
    title
        Of the window; the page's own heading is the Markdown's.
    language
        Of the text: ``fr`` or ``en``.
    """
    head = [
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title>",
        f"<style>\n{_STYLE}\n</style>",
    ]
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{escape(language)}">',
            "<head>",
            *head,
            "</head>",
            "<body>",
            as_html(markdown),
            "</body>",
            "</html>",
            "",
        ]
    )


def as_html(markdown: str) -> str:
    """Turn blocks between empty lines into HTML.

    Headings (``#``), tables, lists (of hyphens, of numbers), quotations (``>``) and paragraphs; in them ``**bold**``
    and ```code```.
    """
    return "\n".join(chain.from_iterable(map(_block, re.split(r"\n\s*\n", markdown.strip()))))


def _block(text: str) -> list[str]:
    """Return the elements of a block: its headings, and what follows them."""
    heading = re.match(r"(#{1,6}) (.*)(?:\n|$)", text)
    if heading:
        level, rest = len(heading[1]), text[heading.end() :]
        return [f"<h{level}>{_inline(heading[2])}</h{level}>", *(_block(rest) if rest else [])]
    if re.match(r"\|.*\|\n\|[ :|-]+\|(\n|$)", text):
        return [_table(text)]
    if text.startswith("- "):
        return ["<ul>" + "".join(f"<li>{_inline(item)}</li>" for item in re.split(r"(?:^|\n)- ", text)[1:]) + "</ul>"]
    if re.match(r"\d+\. ", text):
        parts = re.split(r"(?:^|\n)(\d+)\. ", text)[1:]
        return [
            "<ol>"
            + "".join(f'<li value="{number}">{_inline(item)}</li>' for number, item in zip(parts[::2], parts[1::2]))
            + "</ol>"
        ]
    if text.startswith("> "):
        return [f"<blockquote><p>{_inline(re.sub('(?m)^> ?', '', text))}</p></blockquote>"]
    return [f"<p>{_inline(text)}</p>"]


def _table(text: str) -> str:
    head, _, *rows = [[cell.strip() for cell in line.strip()[1:-1].split("|")] for line in text.split("\n")]
    kinds = [
        ' class="number"' if _is_numbers([row[place] for row in rows if place < len(row)]) else ""
        for place in range(len(head))
    ]

    def line(name: str, cells: list[str]) -> str:
        return "<tr>" + "".join(f"<{name}{kind}>{_inline(cell)}</{name}>" for cell, kind in zip(cells, kinds)) + "</tr>"

    return "\n".join(
        [
            '<div class="table"><table>',
            f"<thead>{line('th', head)}</thead>",
            "<tbody>",
            *(line("td", row) for row in rows),
            "</tbody>",
            "</table></div>",
        ]
    )


def _is_numbers(cells: list[str]) -> bool:
    """Tell whether most of the filled cells of a column hold a number, or a range of them, and no word."""
    filled = [cell for cell in cells if re.search(r"\w", cell)]
    return sum(not re.search(r"[^\W\d]", cell) for cell in filled) * 2 > len(filled)


def _inline(text: str) -> str:
    """Escape a text, and mark its bold and its code, in which nothing else is marked."""
    marked = re.compile(r"`([^`]+)`|\*\*(.+?)\*\*")
    html, end, text = "", 0, re.sub(r" *\n *", " ", text)
    for found in marked.finditer(text):
        html += escape(text[end : found.start()], quote=False)
        html += f"<code>{escape(found[1], quote=False)}</code>" if found[1] else f"<b>{_inline(found[2])}</b>"
        end = found.end()
    return html + escape(text[end:], quote=False)
