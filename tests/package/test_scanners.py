"""What the repository of plugins looks for in an upload.

Its scanners, with no finding left without a reason beside it in the code.
"""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from zips import make_zip

#: Mistakes and risks, without what is a matter of taste (lengths, blanks).
_FLAKE8 = "E101,E7,E9,W6,F"


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tree")
    with zipfile.ZipFile(make_zip(tmp_path_factory.mktemp("dist"))) as archive:
        archive.extractall(folder)
    return folder


def scan(*command, folder) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=folder, capture_output=True, text=True, timeout=300, check=False
    )


def risks(folder) -> list:
    done = scan("bandit", "-r", ".", "-f", "json", "--quiet", folder=folder)
    return [(one["test_id"], one["filename"], one["line_number"]) for one in json.loads(done.stdout)["results"]]


def secrets(folder) -> dict:
    done = scan("detect_secrets", "scan", "--all-files", "--exclude-files", r"metadata\.txt", ".", folder=folder)
    return json.loads(done.stdout)["results"]


def mistakes(folder) -> list[str]:
    done = scan("flake8", "--isolated", "--select", _FLAKE8, ".", folder=folder)
    assert not done.stderr, done.stderr
    return done.stdout.splitlines()


def test_bandit(tree):
    assert risks(tree) == []


def test_detect_secrets(tree):
    assert secrets(tree) == {}


def test_flake8(tree):
    assert mistakes(tree) == []


def test_every_exception_is_one_rule_with_a_reason(tree):
    told = [
        (path, number, line)
        for path in tree.rglob("*.py")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if "nosec" in line
    ]
    assert {Path(path).name for path, _, _ in told} == {"python_program.py", "views.py"}
    assert all("nosec B" in line for _, _, line in told)


def test_the_scanners_find_what_they_are_for(tmp_path):
    (tmp_path / "a.py").write_text(
        'import pickle\n\npassword = "hunter2hunter2"\nkey = "AKIAIOSFODNN7EXAMPLE"\n\n\ndef f(stream):\n    '
        "return pickle.load(stream), undefined\n"
    )
    assert {"B105", "B301", "B403"} <= {rule for rule, _, _ in risks(tmp_path)}
    assert set(secrets(tmp_path)) == {"a.py"}
    assert any("F821" in line for line in mistakes(tmp_path))
