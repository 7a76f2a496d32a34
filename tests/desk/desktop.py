"""Starts the real desktop under Xvfb, in French, and has a visit walk through it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from paths import ROOT

_SETTINGS = """[PythonPlugins]
access_plugin=true
processing=true
[qgis]
checkVersion=false
showTips=false
askToSaveMemoryLayers=false
"""
_VISITOR = ROOT / "tests" / "desk" / "visitor.py"


def visit(
    script: Path,
    seen_in: Path,
    *,
    function: str = "visit",
    language: str = "fr",
    seconds: int = 420,
    profile: Path | None = None,
    installed: bool = True,
    screen: str = "1600x1000",
    scale: float = 1.0,
    **given,
) -> dict:
    """Walk through a visit and return what was seen.

    Pictures stay in `seen_in`, and go to ``ACCESS30_PICTURES`` too where that is set.

    Parameters
    ----------
    script, function
        The file and its generator function (see ``visitor.py``).
    installed
        Whether QGIS starts with the plugin of this folder; without it, with none.
    screen, scale
        Pixels of the screen, and how much larger than usual all is drawn.
    given
        What the visit finds in ``desk.given``.
    """
    for program in ("qgis", "xvfb-run", "openbox", "import"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")
    seen_in.mkdir(parents=True, exist_ok=True)
    profiles = profile or seen_in / "profiles"
    home = profiles / "profiles" / "default" / "QGIS"
    if not home.exists():
        home.mkdir(parents=True)
        (home / "QGIS3.ini").write_text(_SETTINGS if installed else _SETTINGS.replace("access_plugin=true\n", ""))
    runtime = seen_in / "run"
    runtime.mkdir(exist_ok=True)
    runtime.chmod(0o700)
    environment = {
        key: value
        for key, value in os.environ.items()
        if key not in ("QT_QPA_PLATFORM", "QGIS_CUSTOM_CONFIG_PATH", "LC_ALL", "QGIS_PLUGINPATH")
    }
    environment |= {
        "LIBGL_ALWAYS_SOFTWARE": "1",
        "XDG_RUNTIME_DIR": str(runtime),
        "LC_ALL": "C.UTF-8",
        "ACCESS30_VISIT": str(seen_in),
        "ACCESS30_SCRIPT": str(script),
        "ACCESS30_FUNCTION": function,
        "QT_SCALE_FACTOR": str(scale),
        "ACCESS30_GIVEN": json.dumps(given, default=str),
    }
    environment |= {"QGIS_PLUGINPATH": str(ROOT)} if installed else {}
    desktop = (
        f"qgis --nologo --noversioncheck --profiles-path '{profiles}' --profile default --lang {language} --code "
        f"'{_VISITOR}'"
    )
    command = [
        "xvfb-run",
        "-a",
        "-s",
        f"-screen 0 {screen}x24 -nolisten tcp",
        "sh",
        "-c",
        f"openbox & manager=$!; timeout {seconds} {desktop}; code=$?; kill $manager; exit $code",
    ]
    (seen_in / "seen.json").unlink(missing_ok=True)
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=seconds + 60, check=False, cwd=seen_in
    )
    kept = os.environ.get("ACCESS30_PICTURES")
    if kept:
        shutil.copytree(
            seen_in, Path(kept) / seen_in.name, dirs_exist_ok=True, ignore=shutil.ignore_patterns("profiles", "run")
        )
    assert (seen_in / "seen.json").exists(), (
        f"the desktop ended with {done.returncode} and no word\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}"
    )
    seen = json.loads((seen_in / "seen.json").read_text(encoding="utf-8"))
    assert not seen["error"], seen["error"]
    seen["code"] = done.returncode
    return seen
