"""Says the language of a PDF, for screen readers: QGIS writes none. An incremental update, as ISO 32000-1 § 7.5.6 has it; what QGIS wrote stays as it is."""

from __future__ import annotations

import re
from pathlib import Path


def set_language(path: Path, language: str) -> None:
    """Write a language (``fr``) into the catalogue of a PDF that Qt wrote.

    Raises
    ------
    RuntimeError
        The file has no catalogue where Qt writes it.
    """
    data = path.read_bytes()
    catalogue = re.search(rb"(\d+) 0 obj\s*<<\s*/Type /Catalog(.*?)>>\s*endobj", data, re.DOTALL)
    trailer = re.search(rb"trailer\s*<<(.*?)>>\s*startxref\s*(\d+)\s*%%EOF\s*$", data, re.DOTALL)
    if catalogue is None or trailer is None:
        raise RuntimeError(f"{path.name}: no catalogue to say the language in")
    number, inside = catalogue.groups()
    changed = b"%s 0 obj\n<<\n/Type /Catalog%s/Lang (%s)\n/ViewerPreferences <</DisplayDocTitle true>>\n>>\nendobj\n" % (number, inside, language.encode())
    table = len(data) + len(changed)
    entry = b"xref\n%s 1\n%010d 00000 n \n" % (number, len(data))
    end = b"trailer\n<<%s/Prev %s\n>>\nstartxref\n%d\n%%%%EOF\n" % (trailer[1], trailer[2], table)
    path.write_bytes(data + changed + entry + end)
