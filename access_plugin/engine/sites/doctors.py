"""Names of doctors, which nothing that is published may hold."""

from __future__ import annotations

import re

_DOCTOR = re.compile(r"\b(?:d(?:octeu)?re?s?|prof(?:esseure?s?)?|prs?)\b[\s.\-]*(?=\w)", re.IGNORECASE)


def names_a_doctor(text: str | None) -> bool:
    """Tell whether a text seems to name a doctor (“Dr Martin”)."""
    return bool(_DOCTOR.search(text or ""))
