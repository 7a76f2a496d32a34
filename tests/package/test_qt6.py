"""The names of Qt that the plugin uses exist in PyQt6 as in PyQt5: QGIS 4 speaks Qt 6, and stands in no Debian.

Names only; nothing is run.
"""

import ast
import sysconfig
from pathlib import Path

import pytest
from paths import ROOT

PLUGIN = ROOT / "access_plugin"
STUBS = Path(sysconfig.get_path("data")) / "qt6" / "PyQt6"
#: What qgis.PyQt gives under both, and methods that PyQt6 has lost.
_OF_SIP = {"pyqtSignal", "pyqtSlot"}
_LOST = {"exec_", "print_", "toSet", "toList", "QRegExp", "QDesktopWidget", "globalPos", "fontMetrics().width"}


class Stubs:
    """The classes of PyQt6, read from its type stubs."""

    def __init__(self) -> None:
        self.classes: dict[str, ast.ClassDef] = {}
        for path in sorted(STUBS.glob("Qt*.pyi")):
            for node in ast.parse(path.read_text(encoding="utf-8")).body:
                if isinstance(node, ast.ClassDef):
                    self.classes[f"{path.stem}.{node.name}"] = node

    def found(self, module: str, name: str) -> ast.ClassDef | None:
        return self.classes.get(f"{module}.{name}")

    def member(self, owner: ast.ClassDef, name: str):
        """Return a member of a class or of one of its bases; None where there is none."""
        for node in owner.body:
            told = (
                [node.name]
                if isinstance(node, ast.ClassDef | ast.FunctionDef)
                else [target.id for target in getattr(node, "targets", []) if isinstance(target, ast.Name)]
            )
            told += [node.target.id] if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) else []
            if name in told:
                return node
        for base in owner.bases:
            above = self.classes.get(ast.unparse(base)) or next(
                (node for key, node in self.classes.items() if key.endswith(f".{ast.unparse(base).split('.')[-1]}")),
                None,
            )
            inherited = self.member(above, name) if above is not None and above is not owner else None
            if inherited is not None:
                return inherited
        return None


@pytest.fixture(scope="module")
def stubs():
    found = Stubs()
    assert len(found.classes) > 900, "PyQt6's stubs are absent: scripts/setup brings them"
    return found


def chains(tree: ast.AST) -> list[list[str]]:
    """Return the chains of names in a file, such as [“Qt”, “PenStyle”, “DashLine”], the longest of each place."""
    found, inner = [], set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and id(node) not in inner:
            names, at = [], node
            while isinstance(at, ast.Attribute):
                inner.add(id(at))
                names, at = [at.attr, *names], at.value
            if isinstance(at, ast.Name):
                found.append([at.id, *names])
    return found


def wrong_names(tree: ast.AST, stubs: Stubs) -> list[str]:
    """Return what of Qt a file names that PyQt6 has not."""
    imported, wrong = {}, []
    of_qt_5 = {
        id(node)
        for handler in ast.walk(tree)
        if isinstance(handler, ast.ExceptHandler) and getattr(handler.type, "id", "") == "ImportError"
        for node in ast.walk(handler)
    }
    for node in ast.walk(tree):
        if id(node) in of_qt_5:  # taken only where Qt 6 is not
            continue
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis.PyQt."):
            for alias in node.names:
                module = node.module.rpartition(".")[2]
                if alias.name in _OF_SIP:
                    continue
                imported[alias.asname or alias.name] = stubs.found(module, alias.name)
                wrong += [] if imported[alias.asname or alias.name] is not None else [f"{module}.{alias.name}"]
    for chain in chains(tree):
        owner = imported.get(chain[0])
        for name in chain[1:]:
            if not isinstance(owner, ast.ClassDef):
                break
            owner = stubs.member(owner, name)
            if owner is None:
                wrong.append(".".join(chain))
        wrong += [".".join(chain) for name in chain[1:] if name in _LOST]
    return wrong


def test_every_name_of_qt_is_there_in_qt_6(stubs):
    wrong = {
        str(path.relative_to(PLUGIN)): names
        for path in sorted(PLUGIN.rglob("*.py"))
        if (names := wrong_names(ast.parse(path.read_text(encoding="utf-8")), stubs))
    }
    assert wrong == {}


def test_nothing_names_a_version_of_pyqt():
    assert [
        str(path)
        for path in PLUGIN.rglob("*.py")
        if "PyQt5" in path.read_text(encoding="utf-8") or "PyQt6" in path.read_text(encoding="utf-8")
    ] == []


@pytest.mark.parametrize(
    "code",
    [
        "from qgis.PyQt.QtCore import Qt\nQt.DashLine",
        "from qgis.PyQt.QtWidgets import QAction",
        "from qgis.PyQt.QtWidgets import QDialog\nQDialog().exec_\nx.exec_()",
        "from qgis.PyQt.QtGui import QImage\nQImage.Format_ARGB32",
    ],
)
def test_what_qt_6_has_lost_is_found(stubs, code):
    assert wrong_names(ast.parse(code), stubs)


def test_what_it_has_is_let_be(stubs):
    code = (
        "from qgis.PyQt.QtCore import Qt\nfrom qgis.PyQt.QtWidgets import QPushButton\nQt.PenStyle.DashLine\n"
        "QPushButton.clicked\nQPushButton.setText\nQPushButton.tr"
    )
    assert wrong_names(ast.parse(code), stubs) == []
