"""Says the language of a PDF, for screen readers: QGIS writes none.

An incremental update, as ISO 32000-1 § 7.5.6 has it; what QGIS wrote stays as it is.
"""

from __future__ import annotations

import re
from pathlib import Path


def set_language(path: Path, language: str) -> bool:
    """Write a language (``fr``) into the catalogue of a PDF that Qt 5 wrote, and return whether that was done.

    A PDF of another make (a later Qt's) is let be: it is whole and lacks nothing but this word. So is one that says its
    language.
    """
    data = path.read_bytes()
    catalogue = re.search(rb"(\d+) 0 obj\s*<<\s*/Type /Catalog((?:(?!endobj).)*?)>>\s*endobj", data, re.DOTALL)
    trailer = re.search(rb"trailer\s*<<((?:(?!startxref).)*?)>>\s*startxref\s*(\d+)\s*%%EOF\s*$", data, re.DOTALL)
    if catalogue is None or trailer is None or b"/Lang" in catalogue[2]:
        return False
    number, inside = catalogue.groups()
    title = b"" if b"/ViewerPreferences" in inside else b"/ViewerPreferences <</DisplayDocTitle true>>\n"
    changed = b"%s 0 obj\n<<\n/Type /Catalog%s/Lang (%s)\n%s>>\nendobj\n" % (number, inside, language.encode(), title)
    table = len(data) + len(changed)
    entry = b"xref\n%s 1\n%010d 00000 n \n" % (number, len(data))
    end = b"trailer\n<<%s/Prev %s\n>>\nstartxref\n%d\n%%%%EOF\n" % (trailer[1], trailer[2], table)
    path.write_bytes(data + changed + entry + end)
    return True
