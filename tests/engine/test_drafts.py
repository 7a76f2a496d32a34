"""Outputs that are whole or as they were, whatever ends their run.

Errors, kills at every file operation, two runs at once.
"""

import os
import subprocess
import sys
import time

import pytest
from paths import ROOT

from access_plugin.engine.drafts import (
    PREFIX,
    beside_draft,
    discard,
    draft_in,
    new_draft,
    publish,
    recover,
    stale_parts,
    whole_file,
)
from access_plugin.engine.errors import InputError
from access_plugin.engine.files import writable_folder

NAMES = ("a", "sub/b", "run.json")


def put(folder, text, names=NAMES):
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"{text} {name}" * 100)


def held(folder) -> dict[str, str]:
    """Return what stands in a folder, file by file: the first word of each."""
    return {
        file.relative_to(folder).as_posix(): file.read_text().partition(" ")[0]
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_a_folder_receives_all_and_what_is_gone_goes(tmp_path):
    put(tmp_path, "old", (*NAMES, "gone", "kept"))
    with draft_in(tmp_path) as draft:
        put(draft, "new", (*NAMES, "more"))
        assert held(tmp_path)["a"] == "old"
        publish(draft, [tmp_path / "gone", tmp_path / "a"])
    assert held(tmp_path) == dict.fromkeys((*NAMES, "more"), "new") | {"kept": "old"}


def test_a_folder_receives_nothing_where_one_file_cannot_be_replaced(tmp_path):
    put(tmp_path, "old", ("a", "sub/b"))
    (tmp_path / "run.json" / "x").mkdir(parents=True)  # a folder in the place of a file
    with draft_in(tmp_path) as draft:
        put(draft, "new", (*NAMES, "first"))
        with pytest.raises(InputError, match="run.json cannot be replaced"):
            publish(draft)
    assert held(tmp_path) == {"a": "old", "sub/b": "old"}


def test_indices_of_an_older_shapefile_go_with_it(tmp_path):
    """A spatial index (``.qix``) of other lines would hide the new ones."""
    put(tmp_path, "old", ("r.shp", "r.dbf", "r.qix", "r.sbn", "r.txt", "other.qix"))
    with draft_in(tmp_path) as draft:
        put(draft, "new", ("r.shp", "r.dbf"))
        publish(draft, stale_parts(draft))
    assert held(tmp_path) == {"r.shp": "new", "r.dbf": "new", "r.txt": "old", "other.qix": "old"}


def test_without_second_names_for_files(tmp_path, monkeypatch):
    """Disks such as exFAT know no hard links: the older file waits under another name."""

    def refuse(*_):
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    put(tmp_path, "old")
    with draft_in(tmp_path) as draft:
        put(draft, "new")
        publish(draft)
    assert held(tmp_path) == dict.fromkeys(NAMES, "new")


#: Publishes a folder in a process of its own, which ends at once at its n-th file operation.
PUBLISHER = """
import os, sys
from pathlib import Path
sys.path[:0] = [{root!r}, {tests!r}]
from access_plugin.engine import drafts
from test_drafts import put
folder, last = Path(sys.argv[1]), int(sys.argv[2])
count = 0
def counted(function):
    def call(*arguments, **named):
        global count
        count += 1
        if count == last:
            os._exit(9)
        return function(*arguments, **named)
    return call
for name in ("link", "replace", "unlink", "rmdir", "mkdir", "open", "close", "fsync"):
    setattr(os, name, counted(getattr(os, name)))
with drafts.draft_in(folder) as draft:
    put(draft, "new")
    drafts.publish(draft, [folder / "gone"])
print(count)
"""


def _publish(folder, last):
    code = PUBLISHER.format(root=str(ROOT), tests=str(ROOT / "tests" / "engine"))
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests" / "support"), str(ROOT / "tests" / "engine")])
    }
    return subprocess.run(
        [sys.executable, "-c", code, str(folder), str(last)], capture_output=True, text=True, env=environment
    )


def test_a_run_that_is_killed_at_any_file_operation_leaves_each_file_whole_and_the_next_run_finishes_it(tmp_path):
    """After the kill each name stands for its old file or its new one.

    After the next run touches the folder, for all old ones or all new ones, and nothing else is there.
    """
    whole = tmp_path / "whole"
    put(whole, "old", (*NAMES, "gone"))
    done = _publish(whole, 0)
    assert done.returncode == 0, done.stderr
    operations = int(done.stdout)
    assert operations > 20 and held(whole) == dict.fromkeys(NAMES, "new")
    seen = set()
    for last in range(1, operations + 1):
        folder = tmp_path / str(last)
        put(folder, "old", (*NAMES, "gone"))
        assert _publish(folder, last).returncode == 9
        found = held(folder)
        assert {name: found[name] for name in NAMES}.keys() == set(NAMES) and {found[name] for name in NAMES} <= {
            "old",
            "new",
        }
        for draft in folder.glob(f"{PREFIX}*"):
            os.utime(draft, (0, 0))  # one that was killed before it held its mark is left for a day
        recover(folder)
        left = held(folder)
        left.pop(".publishing", None)
        assert left in (dict.fromkeys(NAMES, "new"), dict.fromkeys((*NAMES, "gone"), "old")), last
        assert not list(folder.glob(f"{PREFIX}*")), last
        seen.add(left["a"])
    assert seen == {"old", "new"}


def test_drafts_of_living_runs_are_let_be(tmp_path):
    draft = new_draft(tmp_path)
    beside = beside_draft(draft, ".qgz")
    beside.touch()
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); from access_plugin.engine.drafts import recover; from "
        f"pathlib import Path; recover(Path({str(tmp_path)!r}))"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
    recover(tmp_path)
    assert draft.is_dir() and beside.is_file()
    discard(draft)
    recover(tmp_path)  # what stood beside a draft goes with it
    assert list(tmp_path.iterdir()) == []


def test_two_runs_that_publish_at_once_are_never_mixed(tmp_path):
    code = f"""
import sys; sys.path[:0] = [{str(ROOT)!r}, {str(ROOT / "tests" / "engine")!r}, {str(ROOT / "tests" / "support")!r}]
from pathlib import Path
from access_plugin.engine.drafts import draft_in, publish
from test_drafts import put
for turn in range(60):
    with draft_in(Path({str(tmp_path)!r})) as draft:
        put(draft, sys.argv[1] + str(turn), [f"{{n}}" for n in range(12)])
        publish(draft)
"""
    runs = [subprocess.Popen([sys.executable, "-c", code, name]) for name in "xy"]
    assert [run.wait() for run in runs] == [0, 0]
    assert len(set(held(tmp_path).values())) == 1 and len(held(tmp_path)) == 12


def test_a_file_that_is_written_anew_keeps_the_older_one_until_it_is_whole(tmp_path):
    (tmp_path / "a.txt").write_text("old")
    with pytest.raises(RuntimeError), whole_file(tmp_path / "a.txt") as partial:
        partial.write_text("half")
        assert (tmp_path / "a.txt").read_text() == "old"
        raise RuntimeError
    assert held(tmp_path) == {"a.txt": "old"}


def test_a_run_waits_for_the_one_that_is_publishing_and_then_says_so(tmp_path, monkeypatch):
    from access_plugin.engine import drafts

    monkeypatch.setattr(drafts, "_PATIENCE_S", 0.1)
    with draft_in(tmp_path) as draft, drafts.alone_in(tmp_path):
        put(draft, "new")
        started = time.monotonic()
        with pytest.raises(InputError, match="Another run is writing into the folder"):
            publish(draft)
        assert time.monotonic() - started < 5
    assert held(tmp_path) == {}


@pytest.mark.parametrize("name", ["a|b", "x|layername=y", "a:b", "a\nb", "a?b", "a*b", 'a"b', "a<b", "50%20", "a\tb"])
def test_names_that_qgis_takes_for_something_else_are_refused_before_anything_is_made(tmp_path, name):
    with pytest.raises(InputError, match="holds letters that QGIS cannot work with"):
        writable_folder(tmp_path / name / "study")
    with pytest.raises(InputError, match="holds letters"), whole_file(tmp_path / name / "x.gpkg"):
        pass
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name", ["Étude 2026", "été, l’hiver", "50 %", "a#b", "Œuvre & co", "日本", "a'b", "[1]", "x" * 200]
)
def test_names_of_any_letters_are_taken(tmp_path, name):
    writable_folder(tmp_path / name)
    with whole_file(tmp_path / name / "x.txt") as partial:
        partial.write_text("x")
    assert held(tmp_path / name) == {"x.txt": "x"}


def test_a_name_that_is_too_long_is_told(tmp_path):
    with pytest.raises(InputError, match="Nothing can be written into the folder"):
        writable_folder(tmp_path / ("x" * 300))
