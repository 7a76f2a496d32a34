"""The mouse and the keys over the map while places are tried."""

from __future__ import annotations

from qgis.core import QgsCsException
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool
from qgis.PyQt.QtCore import QEvent, QPoint, Qt
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QMenu

from ...engine.text import tr
from .marks import Marks
from .session import BenchSession

#: Pixels that a site moves by at each press of an arrow; with Shift.
_STEP_PX, _SMALL_STEP_PX = 10, 1
#: A click is let go so near to where it was pressed.
_STILL_PX = 6
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class BenchTool(QgsMapTool):
    """Tries, moves and takes away sites on the map, and switches those of the study off.

    A click tries a site, a drag moves it, the right button takes it away or switches a site of the study off; the
    arrows move the site that is selected, and Del takes it away.

    Parameters
    ----------
    page
        Says which role is tried, and which site is selected.
    """

    def __init__(self, canvas: QgsMapCanvas, session: BenchSession, marks: Marks, page) -> None:
        super().__init__(canvas)
        self._session, self._marks, self._page = session, marks, page
        self._held, self._moved = "", False
        self._pressed_at: QPoint | None = None
        self.menu: QMenu | None = None
        self.setCursor(Qt.CursorShape.CrossCursor)

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        """Take up the site that is pressed on."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed_at, name = event.pos(), self._marks.site_at(event.pos())
        if name:
            self._page.select(name)
            self._held, self._moved = (name if self._session.take(name) else ""), False
            self._pressed_at = None

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        """Carry the site that is held."""
        if not self._held:
            return
        xy = self._xy(event)
        if xy is None:
            return
        self._moved = True
        effect = self._session.carry(xy)
        if effect is not None:
            self._marks.carry(self._held, effect.stand.xy or xy)
            self._marks.show_effect(effect)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """Put down the site that is held, or try one where nothing was pressed; the right button asks what to do."""
        xy = self._xy(event)
        if event.button() == Qt.MouseButton.RightButton:
            self._ask(event, xy)
            return
        if event.button() != Qt.MouseButton.LeftButton:
            return
        held, self._held = self._held, ""
        pressed_at, self._pressed_at = self._pressed_at, None
        if held and (not self._moved or xy is None):
            self._session.let_go()
        elif held:
            self._session.drop(held, xy)
        # the second click of a double one has no press of its own
        elif xy is not None and pressed_at is not None and (pressed_at - event.pos()).manhattanLength() <= _STILL_PX:
            site = self._session.add(self._page.role, xy)
            if site is not None:
                self._page.select(site.id)

    def activate(self) -> None:
        """Listen to the keys of the canvas too."""
        super().activate()
        self.canvas().installEventFilter(self)  # QGIS keeps the arrows for itself

    def eventFilter(self, canvas, event: QEvent) -> bool:
        """Take the keys that move or remove a site."""
        return event.type() == QEvent.Type.KeyPress and self._pressed(event)

    def _pressed(self, event: QKeyEvent) -> bool:
        """Do what a key asks for, and tell whether it asks for anything here."""
        site = self._page.selected
        if self._held:
            if event.key() == Qt.Key.Key_Escape:
                self._held = ""
                self._session.let_go()
        elif site and event.key() in _ARROWS:
            pixels = _SMALL_STEP_PX if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP_PX
            xy = self._marks.beside(site, *(pixels * step for step in _ARROWS[event.key()]))
            if xy is not None:
                self._session.step(site, xy)
        elif site and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._session.remove(site)
        else:
            return False
        return True

    def deactivate(self) -> None:
        """Leave the keys to the canvas, and let go of what is held."""
        self.canvas().removeEventFilter(self)
        if self._held:
            self._held = ""
            self._session.let_go()
        super().deactivate()

    def _xy(self, event: QgsMapMouseEvent) -> tuple[float, float] | None:
        try:
            return self._marks.from_map(event.mapPoint())
        except QgsCsException:  # beyond what the roads' reference system can say
            return None

    def _ask(self, event: QgsMapMouseEvent, xy: tuple[float, float] | None) -> None:
        """Offer what can be done with what is under the mouse."""
        name = self._marks.site_at(event.pos())
        keys = [] if name or xy is None else self._session.bench.sites_at(xy, self._marks.near_m())
        if not name and not keys:
            return
        self.menu = QMenu(self.canvas())
        self.menu.aboutToHide.connect(self.menu.deleteLater)
        if name:
            self.menu.addAction(tr("Take this site away"), lambda: self._session.remove(name))
        for key in keys:
            text = tr("Switch {site} on again") if key in self._session.scenario.closed else tr("Switch {site} off")
            self.menu.addAction(text.format(site=self._page.site_name(key)), lambda key=key: self._session.switch(key))
        self.menu.popup(self.canvas().mapToGlobal(event.pos()))
