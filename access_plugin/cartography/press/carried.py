"""What a person has changed in the layouts of a study goes on in those of its next run.

Every item of a page bears what it was when the page was made, so that a change can be told from what another run makes
of it.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

from qgis.core import (
    QgsLayout,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutItemPolyline,
    QgsLayoutItemShape,
    QgsPathResolver,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
)
from qgis.PyQt.QtXml import QDomDocument

from ...engine.errors import InputError
from ...engine.text import listed, tr
from .changes import Change, changes_of, look_of
from .templates import check_template

#: Properties of an item, what it was when it was made, and of a layout, the ids of its items then.
_AS_MADE, _ITEMS = "access30/as_made", "access30/items"
#: What a person puts on a page, and can be put on another one.
_COPIED = (QgsLayoutItemLabel, QgsLayoutItemPicture, QgsLayoutItemShape, QgsLayoutItemPolyline)


def mark(layout: QgsLayout) -> None:
    """Note in each item of a page what it is, before anybody changes it."""
    items = _items(layout)
    for item in items:
        item.setCustomProperty(_AS_MADE, json.dumps(look_of(item), ensure_ascii=False))
    layout.setCustomProperty(_ITEMS, json.dumps(sorted(_by_id(items))))


def carry_over(project: Path, layouts: list[QgsPrintLayout], say: Callable[[str], None]) -> None:
    """Give pages that were just made what a person has changed on those of an earlier project, and say so.

    What does not fit, such as a text whose numbers are others now, is said and left.
    """
    made = {layout.name(): layout for layout in layouts}
    apart = QgsProject()  # a page that is read would tell the one that is open that it was changed
    for older in _layouts_in(project, apart):
        name = older.name()
        marked = bool(older.customProperty(_ITEMS))
        if not marked and name not in made:
            _say(say, name, [], [tr("the page itself, which is your own")])
        elif marked and name in made:
            _say(say, name, *_carried(older, made[name]))
        elif marked and _changed(older):
            _say(say, name, [], [tr("the page, which this run does not have")])


def _say(say: Callable[[str], None], name: str, kept: list[str], left: list[str]) -> None:
    if kept:
        say(tr("Your changes of the page “{page}” were taken over: {what}.").format(page=name, what=listed(kept)))
    if left:
        say(tr("Not taken over from the page “{page}”: {what}.").format(page=name, what=listed(left)))


def _layouts_in(project: Path, apart: QgsProject) -> list[QgsPrintLayout]:
    """Return the layouts of a project, without its layers; none where it cannot be read."""
    try:
        with zipfile.ZipFile(project) as packed:
            name = next(name for name in packed.namelist() if name.lower().endswith(".qgs"))
            text = packed.read(name).decode("utf-8")
    except (OSError, ValueError, StopIteration, zipfile.BadZipFile):
        return []
    whole, found = QDomDocument(), []
    if not whole.setContent(text)[0]:
        return []
    elements, context = whole.elementsByTagName("Layout"), QgsReadWriteContext()
    context.setPathResolver(QgsPathResolver(str(project)))
    for place in range(elements.count()):
        page, layout = QDomDocument(), QgsPrintLayout(apart)
        page.appendChild(page.importNode(elements.at(place), True))
        if layout.loadFromTemplate(page, context)[1]:
            layout.setName(elements.at(place).toElement().attribute("name"))
            found.append(layout)
    return found


def _items(layout: QgsLayout) -> list[QgsLayoutItem]:
    return [
        item for item in layout.items() if isinstance(item, QgsLayoutItem) and not isinstance(item, QgsLayoutItemPage)
    ]


def _by_id(items: list[QgsLayoutItem]) -> dict[str, QgsLayoutItem]:
    """Return the items that an id of their own tells from all others."""
    ids = [item.id() for item in items]
    return {item.id(): item for item in items if item.id() and ids.count(item.id()) == 1}


def _made_as(item: QgsLayoutItem) -> dict | None:
    """Return what an item was when it was made; None for one that a person has put there."""
    kept = item.customProperty(_AS_MADE)
    return json.loads(kept) if kept else None


def _changed(layout: QgsLayout) -> bool:
    return any((was := _made_as(item)) is None or bool(changes_of(item, was)) for item in _items(layout))


def _carried(older: QgsLayout, made: QgsLayout) -> tuple[list[str], list[str]]:
    """Change a page as another was changed; return what was taken over and what was not."""
    kept, left = [], []
    theirs, ours = _by_id(_items(older)), _by_id(_items(made))
    for name in json.loads(older.customProperty(_ITEMS)):
        if name not in theirs and name in ours:
            ours[name].setVisibility(False)
            kept.append(tr("“{item}” removed").format(item=name))
    for name, item in theirs.items():
        was = _made_as(item)
        found = changes_of(item, was) if was is not None else []
        if found and name not in ours:
            left.append(tr("“{item}”, which the page does not have now").format(item=name))
            continue
        for change in found:
            taken = _take(change, was, ours[name])
            (kept if taken else left).append(tr("“{item}” ({what})").format(item=name, what=change.words))
    for item in _items(older):
        if _made_as(item) is None:
            taken = _copy(item, made)
            (kept if taken else left).append(tr("“{item}”, put there by you").format(item=item.displayName()))
    return kept, left


def _take(change: Change, was: dict, item: QgsLayoutItem) -> bool:
    """Make a change on an item, unless it is of something that this run says or shows otherwise."""
    return change.holds(was[change.name], look_of(item).get(change.name)) and change.make(item)


def _copy(item: QgsLayoutItem, layout: QgsLayout) -> bool:
    """Put a copy of an item that needs no layer onto a page; False where it is of another kind, evaluates or fetches
    something.
    """
    if not isinstance(item, _COPIED):
        return False
    plain = not isinstance(item, QgsLayoutItemLabel) or (
        item.mode() == QgsLayoutItemLabel.Mode.ModeFont and "[%" not in item.text()
    )
    document = QDomDocument()
    parent = document.createElement("items")
    document.appendChild(parent)
    if not plain or not item.writeXml(parent, document, QgsReadWriteContext()):
        return False
    apart = QgsProject()
    alone = QgsPrintLayout(apart)
    alone.addItemsFromXml(parent, document, QgsReadWriteContext())
    try:
        check_template(alone, Path(item.layout().name()))
    except InputError:
        return False
    return bool(layout.addItemsFromXml(parent, document, QgsReadWriteContext()))
