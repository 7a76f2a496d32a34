"""What an area of communes is called, where it is whole: its région, or its départements by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from .codes import departement_of, departements

#: Of the communes of today, so many are there where all are: a little fewer in contours of later years, more in those
#: of earlier ones, since communes merge.
_LEAST, _MOST = 0.98, 1.2
#: Départements that are named one by one.
_MOST_NAMES = 3


def area_name(codes: Iterable[str]) -> str:
    """Return the name of the area that communes make up.

    A région, or up to three départements, each of them whole; empty for any other area.

    >>> area_name(["75056"]), area_name(["43001", "43002"])
    ('Paris', '')
    """
    counts = Counter(departement_of(str(code)) for code in codes)
    known = departements()
    if not counts or not set(counts) <= set(known):
        return ""
    if any(not _LEAST <= number / known[code].communes <= _MOST for code, number in counts.items()):
        return ""
    rows = [known[code] for code in sorted(counts)]
    region = {row.code for row in known.values() if row.region == rows[0].region}
    if len(rows) > 1 and set(counts) == region:
        return rows[0].region_name
    return ", ".join(row.name for row in rows) if len(rows) <= _MOST_NAMES else ""
