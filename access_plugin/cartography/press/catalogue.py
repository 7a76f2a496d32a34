"""Every figure of a press kit by its word, and the pages of it that a study gives."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from pathlib import Path

from ...engine.errors import InputError
from ...engine.source_words import said
from ...engine.text import tr
from ...engine.words import word
from . import blocks, charts, maps, spread, zooms
from .facts import Facts, NotDrawn
from .sheet import Sheet

#: Word of the parameter FIGURE → what makes its pages, and the name of its files in French.
_FIGURES = {
    "map": (maps.area_map, "carte"),
    "atlas": (maps.atlas, "atlas"),
    "before_after": (maps.before_after, "avant-apres"),
    "dots": (maps.dots, "implantation"),
    "circles": (maps.circles, "cercles"),
    "counts": (maps.counts, "effectifs"),
    "zoning": (maps.zoning, "zonage"),
    "evolution": (charts.evolution, "evolution"),
    "curve": (charts.curve, "courbe"),
    "ranked": (charts.ranked, "classement"),
    "shares": (charts.shares, "repartition"),
    "key_figure": (blocks.key_figure, "chiffre-cle"),
    "panorama": (blocks.panorama, "panorama"),
    "zoom": (zooms.zoom, "zoom"),
    "columns": (blocks.columns, "deux-colonnes"),
    "one_page": (zooms.one_page, "synthese"),
    "spread": (spread.spread, "double-page"),
}


def file_name(figure: str, language: str) -> str:
    """Return the name of a figure's files, without what follows for its pages."""
    return _FIGURES[figure][1] if language == "fr" else figure.replace("_", "-")


def caption_of(stem: str) -> str:
    """Return what a person reads for a file of figures without its ending: the figure's word, and its page if any."""
    names = {file_name(figure, language): figure for figure in _FIGURES for language in ("fr", "en")}
    name = max((name for name in names if stem == name or stem.startswith(f"{name}-")), key=len, default="")
    caption = word("FIGURE", names[name]).split(",")[0] if name else stem
    return f"{caption} {stem[len(name) + 1 :]}".strip() if name else caption


def older_files(folder: Path, figures: Sequence[str]) -> list[Path]:
    """Return the files of these figures that lie in a folder, in any language.

    Those of an earlier run, which must not stand beside the new ones.
    """
    names = {file_name(figure, language) for figure in figures for language in ("fr", "en")}
    mine = re.compile(rf"(?:{'|'.join(sorted(names))})(?:-[\w]+)?\.(?:png|pdf|svg|csv|txt)")
    places = (folder, folder / "web", *(folder / name for name in names), *(folder / name / "web" for name in names))
    return [path for place in places if place.is_dir() for path in place.iterdir() if mine.fullmatch(path.name)]


def sheets_of(figure: str, facts: Facts) -> list[Sheet]:
    """Return the pages of a figure, named.

    Raises
    ------
    InputError
        The study cannot give it, or must not, with the reason.
    """
    try:
        pages = _FIGURES[figure][0](facts)
    except NotDrawn as reason:
        raise InputError(
            tr("The figure “{figure}” is not drawn: {reason}.").format(figure=word("FIGURE", figure), reason=reason)
        ) from None
    return [_whole(page, file_name(figure, facts.language), facts) for page in pages]


def _whole(page: Sheet, name: str, facts: Facts) -> Sheet:
    """Return a page with its whole name and, for neighbours, relief and water that it shows, whose they are."""
    texts, shown = dict(page.texts), {name for view in page.maps.values() for name in view.layers}
    if facts.study.surrounded and "surroundings" in shown:
        texts["notes"] += " " + facts.say("Background map: Natural Earth.")
    if facts.study.record.water and {"lakes", "rivers"} & shown:
        texts["notes"] += " " + facts.say("Lakes and rivers: {name}.", name=said(facts.study.record.water))
    if facts.study.relief and "relief" in shown:
        texts["notes"] += " " + facts.say("Relief: {name}.", name=said(facts.study.relief))
    return dataclasses.replace(page, name=name + page.name, texts=texts)
