"""What a person has changed in the layouts of a study goes on in those of its next run.

Every item of a page bears what it was when the page was made, so that a change can be told from what another run makes
of it.
"""

from __future__ import annotations

import functools
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from qgis.core import (
    QgsLayout,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
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
from ...engine.sites.doctors import names_a_doctor
from ...engine.text import listed, tr
from .changes import changes_of, look_of
from .templates import check_template

#: Properties of an item, what it was when it was made, and of a layout, the ids of its items then and how many it had.
_AS_MADE, _ITEMS, _COUNT = "access30/as_made", "access30/items", "access30/count"
#: What a person puts on a page, and can be put on another one.
_COPIED = (QgsLayoutItemLabel, QgsLayoutItemPicture, QgsLayoutItemShape, QgsLayoutItemPolyline)
#: What every published page must say, and what of it a person may change.
_DUE, _FREE = ("alerte", "notes"), ("place", "text")


def mark(layout: QgsLayout) -> None:
    """Note in each item of a page what it is, before anybody changes it."""
    items = _items(layout)
    for item in items:
        item.setCustomProperty(_AS_MADE, json.dumps(look_of(item), ensure_ascii=False))
    ids = [item.id() for item in items]
    layout.setCustomProperty(_ITEMS, json.dumps(sorted(name for name in ids if name and ids.count(name) == 1)))
    layout.setCustomProperty(_COUNT, len(items))


def carrying(project: Path, made: QgsProject, say: Callable[[str], None]) -> Iterator[Callable[[], None]]:
    """Give the steps that give the pages of a project that was just made what a person has changed on earlier ones.

    The earlier ones are those of an earlier project. What is carried over is said, and each step is for the main
    thread. What does not fit, such as a text whose numbers are others now, is said and left.
    """
    apart = QgsProject()  # a page that is read would tell the one that is open that it was changed
    found: list[QDomDocument] = []
    yield lambda: found.extend(_pages_in(project))
    known = any('"access30/items"' in page.toString(-1) for page in found)
    for page in found if known else ():  # else it was made by a version that kept nothing to compare with
        yield functools.partial(_carry, page, project, apart, made, say)
    yield apart.clear


def _carry(page: QDomDocument, project: Path, apart: QgsProject, made: QgsProject, say: Callable[[str], None]) -> None:
    """Carry the changes of one page over."""
    older, context = QgsPrintLayout(apart), QgsReadWriteContext()
    context.setPathResolver(QgsPathResolver(str(project)))
    if not older.loadFromTemplate(page, context)[1]:
        return
    name = page.documentElement().attribute("name")
    ours = made.layoutManager().layoutByName(name)
    if not older.customProperty(_ITEMS):
        _say(say, name, [], [tr("the page itself, which is your own")])
    elif isinstance(ours, QgsPrintLayout):
        _say(say, name, *_carried(older, ours))
    elif _changed(older):
        _say(say, name, [], [tr("the page, which this run does not have")])


def _say(say: Callable[[str], None], name: str, kept: list[str], left: list[str]) -> None:
    if kept:
        say(tr("Your changes of the page “{page}” were taken over: {what}.").format(page=name, what=listed(kept)))
    if left:
        say(tr("Not taken over from the page “{page}”: {what}.").format(page=name, what=listed(left)))


def _pages_in(project: Path) -> list[QDomDocument]:
    """Return the layouts of a project as they are written; none where it cannot be read."""
    try:
        with zipfile.ZipFile(project) as packed:
            name = next(name for name in packed.namelist() if name.lower().endswith(".qgs"))
            text = packed.read(name).decode("utf-8")
    except (OSError, ValueError, StopIteration, zipfile.BadZipFile):
        return []
    whole, pages = QDomDocument(), []
    if not whole.setContent(text)[0]:
        return []
    elements = whole.elementsByTagName("Layout")
    for place in range(elements.count()):
        page = QDomDocument()
        page.appendChild(page.importNode(elements.at(place), True))
        pages.append(page)
    return pages


def _items(layout: QgsLayout) -> list[QgsLayoutItem]:
    return [
        item for item in layout.items() if isinstance(item, QgsLayoutItem) and not isinstance(item, QgsLayoutItemPage)
    ]


def _made_as(item: QgsLayoutItem) -> dict | None:
    """Return what an item was when it was made; None for one that a person has put there."""
    kept = item.customProperty(_AS_MADE)
    return json.loads(kept) if kept else None


def _parted(layout: QgsLayout) -> tuple[dict[str, QgsLayoutItem], list[QgsLayoutItem], list[QgsLayoutItem]]:
    """Return the items that a page was made with, by their id, those that have none, and those of a person.

    Of the items that a page was made with, those that have no id of their own are parts of a drawing. Those that a
    person has put there include copies, of which the one that is most like what was made counts as that.
    """
    named: dict[str, list[QgsLayoutItem]] = {name: [] for name in json.loads(layout.customProperty(_ITEMS))}
    drawn, own = [], []
    for item in _items(layout):
        if _made_as(item) is None:
            own.append(item)
        elif item.id() in named:
            named[item.id()].append(item)
        else:
            drawn.append(item)
    by_id = {}
    for name, items in named.items():
        items.sort(key=lambda item: len(changes_of(item, _made_as(item) or {})))
        own += items[1:]
        if items:
            by_id[name] = items[0]
    return by_id, drawn, own


def _changed(layout: QgsLayout) -> bool:
    named, drawn, own = _parted(layout)
    changed = any(changes_of(item, _made_as(item) or {}) for item in (*named.values(), *drawn))
    return bool(own) or changed or len(named) + len(drawn) < int(layout.customProperty(_COUNT) or 0)


def _carried(older: QgsLayout, made: QgsLayout) -> tuple[list[str], list[str]]:
    """Change a page as another was changed; return what was taken over and what was not."""
    kept, left = [], []
    theirs, drawn, own = _parted(older)
    ours = _parted(made)[0]
    gone = [name for name in json.loads(older.customProperty(_ITEMS)) if name not in theirs]
    for name in gone:
        text = tr("“{item}” removed").format(item=name)
        if name in _DUE:
            left.append(text)
        elif name in ours:
            _hide(ours[name], made)
            kept.append(text)
    for name, item in theirs.items():
        was = _made_as(item) or {}
        found = changes_of(item, was)
        if found and name not in ours:
            left.append(tr("“{item}”, which the page does not have now").format(item=name))
            continue
        now = look_of(ours[name]) if found else {}
        for change in found:
            free = name not in _DUE or change.name in _FREE
            taken = free and change.holds(was[change.name], now.get(change.name)) and change.make(ours[name])
            (kept if taken else left).append(tr("“{item}” ({what})").format(item=name, what=change.words))
    lacking = int(older.customProperty(_COUNT) or 0) - len(theirs) - len(drawn) - len(gone)
    if lacking > 0 or any(changes_of(item, _made_as(item) or {}) for item in drawn):
        left.append(tr("parts of the drawing"))
    for item in own:
        (kept if _copy(item, made) else left).append(tr("“{item}”, put there by you").format(item=item.displayName()))
    return kept, left


def _hide(item: QgsLayoutItem, layout: QgsLayout) -> None:
    """Take an item away, with the frame that other maps draw where it is a map of a part of them."""
    item.setVisibility(False)
    for picture in (one for one in _items(layout) if isinstance(one, QgsLayoutItemMap)):
        picture.removeLabelBlockingItem(item)
        for overview in picture.overviews().asList():
            if overview.linkedMap() is not None and overview.linkedMap().uuid() == item.uuid():
                overview.setEnabled(False)


def _copy(item: QgsLayoutItem, layout: QgsLayout) -> bool:
    """Put a copy of an item that needs no layer onto a page; tell whether it stands there.

    False where the item is of another kind, evaluates or fetches something, or names a doctor.
    """
    if not isinstance(item, _COPIED):
        return False
    plain = not isinstance(item, QgsLayoutItemLabel) or (
        item.mode() == QgsLayoutItemLabel.Mode.ModeFont and "[%" not in item.text() and not names_a_doctor(item.text())
    )
    item.removeCustomProperty(_AS_MADE)  # of what it was copied from
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
