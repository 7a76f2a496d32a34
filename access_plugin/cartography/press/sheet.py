"""What stands on one page of a press kit, before anything is drawn."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

from ...engine.errors import InputError

#: Layers of what lies around the area.
AROUND = ("borders", "surroundings")


class NoRoom(InputError):
    """What a page shows has no room on it; on a larger one it may have."""


@dataclass(frozen=True)
class MapView:
    """A map of a page: layers by their name in the project, top first.

    Bounds (x, y, x, y) in the reference system of the areas, None for all; those of the legend; the unit (code) that
    alone is shown in full, empty for all.
    """

    layers: tuple[str, ...]
    bounds: tuple[float, float, float, float] | None = None
    legend: tuple[str, ...] = ()
    unit: str = ""


@dataclass(frozen=True)
class Bar:
    """One bar, and how it is drawn.

    Its name, its length, what is written at its end, and whether it is a target (hatched) or an aside (pale).
    """

    name: str
    value: float
    text: str
    target: bool = False
    aside: bool = False


@dataclass(frozen=True)
class Bars:
    """Bars side by side (evolution), or below each other (`ranked`)."""

    bars: tuple[Bar, ...]
    ranked: bool = False


@dataclass(frozen=True)
class Parts:
    """One bar of parts that make a whole: name, share of 1, text, colour, whether it is hatched."""

    parts: tuple[tuple[str, float, str, str, bool], ...]


@dataclass(frozen=True)
class Steps:
    """A stepped curve: points (x, y), names of the axes, and the text at the points that bear one."""

    points: tuple[tuple[float, float], ...]
    x_name: str
    y_name: str
    marked: dict[int, str] = field(default_factory=dict)
    language: str = "fr"


@dataclass(frozen=True)
class Numbers:
    """Big numbers with what they count, in a grid; `columns` where that is to have so many."""

    numbers: tuple[tuple[str, str], ...]
    columns: int = 0


#: Ranked bars that half a page holds.
_SHORT_BARS = 6
Drawing = Bars | Parts | Steps | Numbers


@dataclass(frozen=True)
class Sheet:
    """A page of a figure.

    Attributes
    ----------
    name
        What follows the figure's own name in the name of its files; empty for a figure of one page.
    template
        A family of ``resources/layouts``.
    texts
        By the id of the item of the template; an item without a text takes no room.
    alt
        What a screen reader says, at most 300 characters.
    table
        The numbers of the figure, exact, with headings in the language of the figure.
    maps
        By the id of the map item.
    drawing
        What is drawn in the item ``graphique`` or, where that is small and keeps its height, ``chiffres``.
    aside
        What else is drawn, by the id of the item.
    """

    name: str
    template: str
    texts: dict[str, str]
    alt: str
    table: pd.DataFrame
    maps: dict[str, MapView] = field(default_factory=dict)
    drawing: Drawing | None = None
    aside: dict[str, Drawing] = field(default_factory=dict)

    @property
    def short(self) -> bool:
        """Whether it fills no whole page upright: numbers and charts, but for a curve and a long ranking."""
        ranking = isinstance(self.drawing, Bars) and self.drawing.ranked
        long = isinstance(self.drawing, Steps) or (ranking and len(self.drawing.bars) > _SHORT_BARS)
        return not self.maps and not long
