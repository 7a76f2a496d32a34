"""Help pages for the desktop's help pane.

Qt reads Markdown too, but gives a whole list item the weight of its first word; the pages need no more than paragraphs, lists, bold and code.
"""

from __future__ import annotations

import re
from html import escape


def as_html(page: str) -> str:
    """Turn a page into HTML: paragraphs, lists of lines that begin with ``- ``, ``**bold**`` and ```code```."""
    blocks = re.split(r"\n\s*\n", page.strip())
    return "\n".join(_list(block) if block.startswith("- ") else f"<p>{_inline(block)}</p>" for block in blocks)


def _list(block: str) -> str:
    items = re.split(r"(?:^|\n)- ", block)[1:]
    return "<ul>" + "".join(f"<li>{_inline(item)}</li>" for item in items) + "</ul>"


def _inline(text: str) -> str:
    html = escape(" ".join(text.split("\n")), quote=False)
    html = re.sub(r"`([^`]+)`", r"<code>\1</code>", html)
    return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", html)


def as_page(page: str, title: str, language: str) -> str:
    """Return a page for a browser."""
    return f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8"><title>{escape(title)}</title></head><body><h1>{escape(title)}</h1>\n{as_html(page)}\n</body></html>\n'
