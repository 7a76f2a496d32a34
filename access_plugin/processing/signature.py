"""Who stands behind a figure: the author and the logos, for every algorithm that draws."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingParameterString

from ..engine.errors import InputError
from ..engine.files import existing
from ..engine.text import tr
from .parameters import file, optional
from .resources import own_logos

AUTHOR, SOURCES, LOGO_LEFT, LOGO_RIGHT = "AUTHOR", "SOURCES", "LOGO_LEFT", "LOGO_RIGHT"
#: The slots of a page for the logos.
SLOTS = {LOGO_LEFT: "logo_gauche", LOGO_RIGHT: "logo_droite"}


def author():
    """Return the parameter of who made it."""
    return optional(
        QgsProcessingParameterString(AUTHOR, tr("Author"), ""),
        tr("Who stands behind the figure, for the line of sources: “ARS …”."),
        advanced=True,
    )


def signature() -> list:
    """Return the parameters of the author, of what the data is called and of the logos."""
    sources = optional(
        QgsProcessingParameterString(SOURCES, tr("Sources, in your words"), ""),
        tr(
            "What all figures say the data is, such as “Roads: OpenStreetMap, 2026; SAE 2024, DREES; Filosofi 2021, "
            "INSEE”. Empty: what the study knows of each file."
        ),
        advanced=True,
    )
    said = tr("A picture of yours (SVG, PNG, JPEG). The plugin ships none.")
    return [
        author(),
        sources,
        file(LOGO_LEFT, tr("Logo at the left"), said, advanced=True),
        file(LOGO_RIGHT, tr("Logo at the right"), said, advanced=True),
    ]


def author_of(algorithm, parameters, context) -> str:
    """Return who made it, empty where nobody is named."""
    return algorithm.parameterAsString(parameters, AUTHOR, context).strip()


def sources_of(algorithm, parameters, context) -> str:
    """Return what the person calls the data, empty where nothing is said.

    Raises
    ------
    InputError
        The text names a doctor.
    """
    from ..engine.sites.doctors import names_a_doctor

    words = algorithm.parameterAsString(parameters, SOURCES, context).strip()
    if names_a_doctor(words):
        raise InputError(
            tr("The sources (SOURCES) name a doctor, which nothing that is published may do. Say them otherwise.")
        )
    return words


def logos_of(algorithm, parameters, context) -> dict[str, Path]:
    """Return the logos by their slots: those that were given, else those that the user keeps.

    Raises
    ------
    InputError
        The file of one of them is missing, or no picture.
    """
    from ..cartography.press.templates import check_picture

    logos = own_logos() | {
        slot: existing(algorithm.parameterAsFile(parameters, name, context))
        for name, slot in SLOTS.items()
        if parameters.get(name)
    }
    for path in logos.values():
        check_picture(path)
    return logos
