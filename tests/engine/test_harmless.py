"""Hostile texts: what a page, a spreadsheet and a browser would take for instructions."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from paths import ROOT

from access_plugin.engine.harmless import for_cell, for_html, for_layout


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("=1+1", "'=1+1"),
        ("+SUM(A1)", "'+SUM(A1)"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        (" =1", "' =1"),
        ("＝1", "'＝1"),
        ("\u00a0@x", "'\u00a0@x"),
        ("-12,5", "-12,5"),
        ("+4", "+4"),
        ("-1 204,5 %", "-1 204,5 %"),
        ("Ambert", "Ambert"),
        ("-", "-"),
        ("", ""),
        ("a=b", "a=b"),
        ("Saint-Flour", "Saint-Flour"),
    ],
)
def test_cells_begin_no_formula(text, cell):
    assert for_cell(text) == cell


def test_pages_evaluate_nothing_and_browsers_run_nothing():
    import re

    for text in ("[% env('HOME') %]", "[%1%]", "[[%%]]", "x [%\n1\n%] y"):
        assert not re.search(r"\[%.*?%\]", for_layout(text), re.DOTALL), text
    assert for_layout("12 % [note]") == "12 % [note]"
    assert for_html("<script>\"x\"&'y'") == "&lt;script&gt;&quot;x&quot;&amp;&#x27;y&#x27;"


@pytest.mark.parametrize("name", ["runpy", "numpy", "scipy", "random", "json", "struct", "site"])
def test_the_solver_runs_no_file_of_the_working_folder(tmp_path, name):
    """A folder of the user's may hold ``random.py``; the process beside QGIS begins in that folder."""
    (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\n")
    code = f"""
import sys; sys.path[:] = [path for path in sys.path if path]; sys.path.insert(0, {str(ROOT)!r})
from scipy.sparse import csr_matrix
from access_plugin.engine.placement.solving import solver
import os; os.chdir({str(tmp_path)!r})
found = solver.Solver()
assert found._start()
found._process.stdin.close()
found._process.wait()
"""
    subprocess.run(
        [sys.executable, "-c", code], check=True, cwd=Path(__file__).parent, env=os.environ | {"PYTHONPATH": "."}
    )
    assert not (tmp_path / "ran").exists()
