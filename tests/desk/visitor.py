"""Runs inside the real desktop: walks through a visit step by step, as a person would, and writes down what was seen.

A visit is a file with a generator function ``visit(desk)``. It yields what it waits for (:meth:`Desk.run`,
:meth:`Desk.pause`, :meth:`Desk.until`) and gets the outcome back.
"""

import importlib.util
import json
import os
import re
import sys
import time
import traceback
from pathlib import Path

from qgis import processing
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsProcessingContext,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.gui import QgsProcessingAlgorithmDialogBase
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QMessageBox, QProgressBar, QTextEdit
from qgis.utils import iface, plugins

OUT = Path(os.environ["ACCESS30_VISIT"])
_STEP_MS, _LONGEST_S = 50, 90
#: What a log must not hold: a traceback, or the red of an error.
_RED = re.compile(r"color:\s*(?:#ff0000|red)", re.IGNORECASE)


class Desk:
    """What a person can do at the desk, and what is seen there."""

    def __init__(self) -> None:
        self.seen: dict = {}
        # texts of the message boxes that came up, each closed by its first button, or by the one of `answers`
        self.boxes: list[str] = []
        self.answers: list[str] = []
        self.given = json.loads(os.environ.get("ACCESS30_GIVEN", "{}"))
        self._bars: list[str] = []

    # what is there
    @property
    def project(self) -> QgsProject:
        return QgsProject.instance()

    def layer(self, name: str):
        """Return the layer of a name; the newest where there are several."""
        found = self.project.mapLayersByName(name)
        return found[-1] if found else None

    def layer_name(self, value) -> str:
        """Return the name of the layer that a box holds."""
        layer = self.project.mapLayer(str(value or ""))
        return layer.name() if layer is not None else str(value or "")

    def tree(self) -> list[str]:
        """Return the names of the layers, top first."""
        return [layer.name() for layer in self.project.layerTreeRoot().layerOrder()]

    def bars(self) -> list[str]:
        """Return what the message bar said since this was last asked."""
        said, self._bars = self._bars, []
        return said

    def heard(self, text: str, tag: str, level) -> None:
        """Keep what QGIS logs: the message bar's texts too, and warnings."""
        if tag == "Messages":
            self._bars.append(text)
        if level in (Qgis.MessageLevel.Warning, Qgis.MessageLevel.Critical):
            self.seen.setdefault("messages", []).append([tag, text[:1500]])

    def plugin(self):
        return plugins["access_plugin"]

    def menu(self) -> QMenu:
        return iface.mainWindow().findChild(QMenu, "access30_menu")

    # what a person does
    def load(self, path, name: str):
        """Drag a file into the project."""
        layer = QgsVectorLayer(str(path), name, "ogr")
        if not layer.isValid():
            layer = QgsRasterLayer(str(path), name)
        assert layer.isValid(), path
        self.project.addMapLayer(layer)
        return layer

    def open(self, algorithm: str, values: dict | None = None):
        """Open the dialog of an algorithm and fill it in; returns the dialog."""
        dialog = processing.createAlgorithmDialog(algorithm, {})
        dialog.resize(1000, 800)
        dialog.show()
        self.fill(dialog, values or {})
        return dialog

    def fill(self, dialog, values: dict) -> None:
        context = QgsProcessingContext()
        context.setProject(self.project)
        for name, value in values.items():
            value = (
                str(value) if isinstance(value, Path) else value.id() if isinstance(value, QgsVectorLayer) else value
            )
            dialog.mainWidget().wrappers[name].setParameterValue(value, context)

    def run(self, algorithm: str, *, picture: str = "", keep: bool = False, dialog=None, **values) -> "Waiting":
        """Fill in a dialog, press its button, and wait for the end.

        Gives a dictionary: ok, log, red, results, layers (those that are new, top first), said (message bar).
        """
        return Waiting(self._run(algorithm, picture, keep, dialog, values))

    def _run(self, algorithm, picture, keep, dialog, values):
        if dialog is None:
            dialog = self.open(algorithm, values)
        else:
            self.fill(dialog, values)
            dialog.showParameters()
        before, ended, boxes = set(self.project.mapLayers()), [], len(self.boxes)
        marks: list[int] = []
        dialog.algorithmFinished.connect(lambda ok, results: ended.append((ok, dict(results))))
        dialog.findChild(QProgressBar).valueChanged.connect(marks.append)
        self.bars()
        yield lambda: True
        if picture:
            self.picture(f"{picture}-dialog", dialog)
        started = time.monotonic()
        QTest.mouseClick(dialog.runButton(), Qt.MouseButton.LeftButton)

        yield lambda: dialog.runButton().isEnabled()  # again: it ended, or QGIS refused what was filled in
        yield self._after(0.3)
        log = dialog.findChild(QTextEdit, "txtLog")
        html, text = (log.toHtml(), log.toPlainText()) if log is not None else ("", "")
        new = [layer for layer in self.project.layerTreeRoot().layerOrder() if layer.id() not in before]
        new += [
            layer for identity, layer in self.project.mapLayers().items() if identity not in before and layer not in new
        ]
        outcome = {
            "ok": bool(ended) and ended[-1][0],
            "results": {key: str(value) for key, value in (ended[-1][1] if ended else {}).items()},
            "log": text,
            "red": bool(_RED.search(html)) or "Traceback" in text,
            "boxes": self.boxes[boxes:],
            "bar": self._refused(dialog),
            "said": self.bars(),
            "seconds": round(time.monotonic() - started, 1),
            "files": sorted(path.name for path in Path(ended[-1][1]["FOLDER"]).iterdir())
            if ended and ended[-1][1].get("FOLDER") and Path(str(ended[-1][1]["FOLDER"])).is_dir()
            else [],
            "progress": marks,
            "layers": {layer.name(): self.described(layer) for layer in new},
            "names": [layer.name() for layer in new],
        }
        if picture:
            self.picture(f"{picture}-log", dialog)
        if keep:
            outcome["dialog"] = dialog
        else:
            dialog.close()
        return outcome

    def _refused(self, dialog) -> str:
        """Return what the dialog's own message bar says of a value that QGIS refuses."""
        item = dialog.messageBar().currentItem()
        return item.text() if item is not None else ""

    def described(self, layer) -> dict:
        """Return what is seen of a layer."""
        if not isinstance(layer, QgsVectorLayer):
            return {"valid": layer.isValid()}
        renderer = layer.renderer()
        aliases = {field.name(): layer.attributeDisplayName(index) for index, field in enumerate(layer.fields())}
        return {
            "valid": layer.isValid(),
            "count": layer.featureCount(),
            "kind": QgsWkbTypes.geometryDisplayString(layer.geometryType()),
            "style": type(renderer).__name__ if renderer else "",
            "classes": [item.label() for item in renderer.legendSymbolItems()] if renderer else [],
            "abstract": layer.metadata().abstract(),
            "rights": layer.metadata().rights(),
            "aliases": aliases,
            "source": layer.source(),
        }

    def picture(self, name: str, widget=None) -> None:
        """Take a picture of a window, or of the whole screen."""
        QApplication.processEvents()
        if widget is not None:
            widget.grab().save(str(OUT / f"{name}.png"))
        else:
            os.system(f"import -window root '{OUT / name}.png'")

    def pause(self, seconds: float) -> "Waiting":
        return Waiting(self._pause(seconds))

    def _pause(self, seconds):
        yield self._after(seconds)

    def _after(self, seconds):
        end = time.monotonic() + seconds
        return lambda: time.monotonic() > end

    def until(self, condition) -> "Waiting":
        return Waiting(self._until(condition))

    def _until(self, condition):
        yield condition

    def new_project(self) -> None:
        self.project.clear()
        self.project.setDirty(False)

    def close_boxes(self) -> None:
        """Read and close the box that is in front, if there is one."""
        box = QApplication.activeModalWidget() or next(
            (w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()), None
        )
        if isinstance(box, QMessageBox):
            self.boxes.append(re.sub(r"<[^>]+>", " ", f"{box.text()} {box.informativeText()}").strip())
            wanted = self.answers.pop(0) if self.answers else ""
            buttons = box.buttons()
            chosen = (
                next(
                    (
                        button
                        for button in buttons
                        if wanted and wanted.lower() in button.text().replace("&", "").lower()
                    ),
                    None,
                )
                or box.escapeButton()
                or (buttons[0] if buttons else None)
            )
            chosen.click() if chosen is not None else box.close()
        elif isinstance(box, QFileDialog) or (
            isinstance(box, QDialog)
            and not isinstance(box, QgsProcessingAlgorithmDialogBase)
            and box.isModal()
            and "Progress" not in box.metaObject().className()
        ):
            told = box.findChild(QTextEdit)
            self.boxes.append(
                f"{type(box).__name__} {box.windowTitle()} {told.toPlainText() if told is not None else ''}".strip()
            )
            box.reject()


class Waiting:
    """A generator of conditions; its return value is the outcome."""

    def __init__(self, steps) -> None:
        self.steps = steps


class Walk:
    """Takes the steps of a visit while QGIS goes on living."""

    def __init__(self, desk: Desk, visit) -> None:
        self.desk, self.stack, self.condition, self.since = desk, [visit], None, time.monotonic()
        # two: Qt does not fire a timer within its own slot, where a box may have come up
        self.timer, self.watch = QTimer(), QTimer()
        self.timer.timeout.connect(self.step)
        self.timer.start(_STEP_MS)
        self.watch.timeout.connect(desk.close_boxes)
        self.watch.start(_STEP_MS)
        self.busy = False

    def step(self) -> None:
        if self.busy:
            return
        self.busy = True
        try:
            self._step()
        except Exception:
            self.end(traceback.format_exc())
        finally:
            self.busy = False

    def _step(self) -> None:
        if self.condition is not None:
            if not self.condition():
                if time.monotonic() - self.since > _LONGEST_S:
                    raise TimeoutError("waited too long; meanwhile:\n" + _elsewhere())
                return
            self.condition = None
        value = None
        while self.stack:
            try:
                wanted = self.stack[-1].send(value)
            except StopIteration as end:
                value = end.value
                self.stack.pop()
                continue
            if isinstance(wanted, Waiting):
                self.stack.append(wanted.steps)
                value = None
                continue
            self.condition, self.since = wanted, time.monotonic()
            return
        self.end("")

    def end(self, error: str) -> None:
        self.timer.stop()
        self.desk.seen["error"] = error
        if error:
            self.desk.picture("error")
        self.desk.seen["boxes"] = self.desk.boxes
        (OUT / "seen.json").write_text(json.dumps(self.desk.seen, ensure_ascii=False, default=str), encoding="utf-8")
        QgsProject.instance().clear()
        QgsProject.instance().setDirty(False)
        QTimer.singleShot(300, iface.actionExit().trigger)
        QTimer.singleShot(8000, lambda: os._exit(3))  # QGIS asked something at its end


def _elsewhere() -> str:
    """Return what tasks and all threads of Python are doing."""
    tasks = [f"{task.description()}: status {int(task.status())}" for task in QgsApplication.taskManager().tasks()]
    stacks = ["".join(traceback.format_stack(frame)[-12:]) for frame in sys._current_frames().values()]
    return "\n".join([*tasks, *stacks])


def main() -> None:
    iface.mainWindow().showMaximized()
    sys.path.insert(0, str(Path(os.environ["ACCESS30_SCRIPT"]).parent))
    spec = importlib.util.spec_from_file_location("visit", os.environ["ACCESS30_SCRIPT"])
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    desk = Desk()
    QgsApplication.messageLog().messageReceived[str, str, Qgis.MessageLevel].connect(desk.heard)
    globals()["walk"] = Walk(desk, getattr(module, os.environ.get("ACCESS30_FUNCTION", "visit"))(desk))


def start() -> None:
    try:
        main()
    except Exception:
        (OUT / "seen.json").write_text(json.dumps({"error": traceback.format_exc()}), encoding="utf-8")
        QTimer.singleShot(300, iface.actionExit().trigger)


QTimer.singleShot(2000, start)
