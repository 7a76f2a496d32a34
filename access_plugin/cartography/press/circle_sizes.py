"""How many people a circle stands for: circles of round numbers, one in the other, beside the legend."""

from __future__ import annotations

import math

from qgis.core import QgsExpressionContextUtils, QgsLayoutItemMap, QgsVectorLayer

from ...engine.numbers import number
from .canvas import GREY, Canvas

#: Of the numbers, points; of the lines from the circles to these, millimetres.
_LETTERS_PT, _LINE_MM = 8.0, 4.0


def reference_values(most: float) -> list[float]:
    """Return up to three round numbers whose circles can be told apart, the largest first.

    >>> reference_values(3499), reference_values(5), reference_values(0.4)
    ([2000.0, 500.0, 100.0], [5.0, 1.0], [])
    """
    rounds = [factor * 10.0**power for power in range(9) for factor in (1, 2, 5)]
    values: list[float] = []
    while len(values) < 3 and (fitting := [value for value in rounds if value <= most]):
        values.append(fitting[-1])
        most = fitting[-1] / 4
    return values


def draw_circle_sizes(canvas: Canvas, picture: QgsLayoutItemMap, layer: QgsVectorLayer) -> None:
    """Draw the circles of some round numbers of people as the map draws them, each with its number.

    `layer` bears the variables of the scale of its circles (:mod:`project`).
    """
    scope = QgsExpressionContextUtils.layerScope(layer)
    people, language = float(scope.variable("circle_people")), str(scope.variable("figure_language"))
    largest = float(scope.variable("circle_m")) * 1000 / picture.scale()
    diameters = {value: largest * math.sqrt(value / people) for value in reference_values(people)}
    if not diameters:
        return
    widest = max(diameters.values())
    line = canvas.high(_LETTERS_PT)
    foot, middle, last = canvas.y + widest + line / 2, canvas.x + widest / 2, -math.inf
    for value, across in diameters.items():
        top = foot - across
        if top - last < line:
            continue  # its number would lie on the one before
        canvas.circle(middle - across / 2, top, across)
        last, end = top, canvas.x + widest + _LINE_MM
        canvas.line([(middle, top), (end, top)], GREY, 0.15)
        canvas.text(
            number(value, language=language), (end + 1.0, top - line / 2, 20.0), size=_LETTERS_PT, name="taille"
        )
