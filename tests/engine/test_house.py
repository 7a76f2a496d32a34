"""How the house is built: what stands in one place, and how many things a function is asked (docs/extending.md)."""

import ast
import dataclasses
from pathlib import Path

import numpy as np
import pytest
from paths import ROOT

from access_plugin.engine.defaults import MODELS
from access_plugin.engine.network.schema import problems
from access_plugin.engine.placement.location_models import MODEL

PLUGIN = ROOT / "access_plugin"
ENGINE = PLUGIN / "engine"
#: More would be a question that has no object of its own.
MOST_PARAMETERS = 7


def modules(folder: Path) -> dict[str, ast.Module]:
    """Return the syntax trees below a folder by their path from it."""
    return {
        path.relative_to(folder).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(folder.rglob("*.py"))
    }


def calls(tree: ast.AST, name: str) -> int:
    return sum(
        isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == name
        for node in ast.walk(tree)
    )


def test_no_public_function_asks_more_than_seven_things():
    """Loops that are compiled take arrays one by one."""
    many = []
    for path, tree in modules(PLUGIN).items():
        for node in ast.walk(tree):
            if not isinstance(node, ast.FunctionDef) or node.name.startswith("_"):
                continue
            if any("compiled" in ast.unparse(decorator) for decorator in node.decorator_list):
                continue
            asked = [one.arg for one in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)]
            asked = [one for one in asked if one not in ("self", "cls")]
            if len(asked) > MOST_PARAMETERS:
                many.append(f"{path}: {node.name} asks {len(asked)}")
    assert many == [
        "processing/parameters.py: number asks 8",
    ]


def test_care_is_asked_once():
    """Where sites attach, and when they are open, is settled in one file; others ask what it settled."""
    trees = modules(ENGINE)
    assert {path for path, tree in trees.items() if calls(tree, "moments_of")} == {
        "access/care.py",
        "study/results.py",  # which sites are drawn as counted, official times included
    }
    assert {path for path, tree in trees.items() if calls(tree, "in_force")} == {
        "placement/mountain.py",  # practices, in a direction of their own
        "placement/robustness.py",  # another season or pace
        "bench/opening.py",  # a study opened again
        "bench/speeds.py",  # other speeds
        "placement/scenario.py",  # two lists of sites
        "warm.py",
    }
    assert not any(
        calls(tree, name) for tree in trees.values() for name in ("attach_sites", "tell_closed", "worst_minutes")
    )


def test_models_are_classes_and_nobody_asks_which_one():
    assert tuple(MODEL) == MODELS
    for path, tree in modules(PLUGIN).items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Compare) and isinstance(node.left, ast.Attribute) and node.left.attr == "model":
                raise AssertionError(f"{path}:{node.lineno} asks for the name of a model")
    assert all(len(type(model).__doc__) > 80 for model in MODEL.values())


def test_data_moves_one_way():
    """roads, sites, people → access → placement → study; nothing of the engine knows QGIS or what draws."""
    order = ["network", "sites", "population", "territory", "access", "placement", "study", "bench"]
    left_of = {name: set(order[: order.index(name)]) for name in order}
    left_of["sites"] |= {"territory"}
    left_of["population"] |= {"territory"}
    left_of["territory"] -= {"sites", "population"}
    wrong = []
    for path, tree in modules(ENGINE).items():
        package = path.split("/")[0]
        if package not in order:
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.level == path.count("/") + 1 and node.module:
                target = node.module.split(".")[0]
                if target in order and target != package and target not in left_of[package]:
                    wrong.append(f"{path} imports {node.module}")
    assert wrong == []


def test_nothing_is_set_on_a_network(sample_network):
    for name in ("closures", "meta", "arrays", "anything"):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(sample_network, name, None)


def test_the_arrays_of_a_network_are_those_of_the_schema(sample_network):
    arrays = dict(sample_network.arrays)
    assert problems(arrays) == []
    assert problems(arrays | {"node_xy": arrays["node_xy"].astype("f4")}) == ["node_xy is of float32, not float64"]
    assert problems(arrays | {"subtree": arrays["subtree"][1:]})[0].startswith("subtree has")
    assert problems({name: array for name, array in arrays.items() if name != "up_head"}) == ["up_head is missing"]
    assert problems(arrays | {"piece_slope": np.zeros(3, "u1")}) == [
        "piece_slope and piece_altitude are neither empty nor as long as piece_bend"
    ]


def test_arrays_are_written_where_networks_are_made():
    """What others need of a road they read."""
    for path, tree in modules(PLUGIN).items():
        if path.startswith("engine/network/"):
            continue
        for node in ast.walk(tree):
            targets = node.targets if isinstance(node, ast.Assign) else []
            for target in targets:
                if isinstance(target, ast.Subscript) and "arrays" in ast.unparse(target.value):
                    raise AssertionError(f"{path}:{node.lineno} writes an array of a network")


def test_pages_and_the_public_map_cannot_reach_the_study_folder():
    """What they show comes through one gate, in which what is secret is missing."""
    for folder in ("press", "web"):
        for path, tree in modules(PLUGIN / "cartography" / folder).items():
            names = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
            assert not {name for name in names if name.endswith(("study.folder", "access.suppression"))}, path
            words = {getattr(node, "attr", getattr(node, "id", "")) for node in ast.walk(tree)}
            assert not words & {"_folder", "StudyFolder"}, path
