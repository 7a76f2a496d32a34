"""The real desktop under Xvfb, in French: menu, toolbox, dialogs, the project of a study."""

import json
import os
import shutil
import subprocess

import pytest
from paths import ROOT
from qgis_run import run

SETTINGS = """[PythonPlugins]
access_plugin=true
processing=true
[qgis]
checkVersion=false
showTips=false
"""


@pytest.mark.desktop
def test_the_desktop_shows_menu_toolbox_dialogs_and_project(inputs, tmp_path):
    for program in ("qgis", "xvfb-run", "openbox", "import"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")
    study, out, home = tmp_path / "study", tmp_path / "out", tmp_path / "profiles" / "profiles" / "default" / "QGIS"
    assert (
        run(
            "study",
            NETWORK=inputs.network,
            SITES=inputs.sites,
            POPULATION=inputs.population,
            TERRITORIES=inputs.communes,
            CANDIDATES=inputs.candidates,
            THRESHOLD=15,
            FOLDER=study,
        ).code
        == 0
    )
    out.mkdir()
    home.mkdir(parents=True)
    (home / "QGIS3.ini").write_text(SETTINGS)
    environment = {
        key: value for key, value in os.environ.items() if key not in ("QT_QPA_PLATFORM", "QGIS_CUSTOM_CONFIG_PATH")
    }
    environment |= {
        "QGIS_PLUGINPATH": str(ROOT),
        "LIBGL_ALWAYS_SOFTWARE": "1",
        "ACCESS30_VISIT": str(out),
        "ACCESS30_STUDY": str(study),
        "XDG_RUNTIME_DIR": str(tmp_path),
    }
    desktop = (
        f"qgis --nologo --noversioncheck --profiles-path '{tmp_path / 'profiles'}' --profile default --lang fr "
        f"--code '{ROOT / 'tests' / 'qgis' / 'desktop_visit.py'}'"
    )
    command = [
        "xvfb-run",
        "-a",
        "-s",
        "-screen 0 1600x1000x24 -nolisten tcp",
        "sh",
        "-c",
        f"openbox & manager=$!; timeout 120 {desktop}; kill $manager",
    ]
    subprocess.run(command, env=environment, capture_output=True, timeout=180, check=False)
    seen = json.loads((out / "seen.json").read_text())
    assert "error" not in seen, seen["error"]
    assert seen["plugin"]
    assert "Mener une étude complète…" in seen["menu"]
    assert seen["groups"] == ["1 · Préparer", "2 · Étudier", "3 · Où l’aide compterait", "4 · Publier"]
    assert "Lieux proposés" in seen["layers"]
    assert seen["access:study"].endswith("Mener une étude complète")
    assert seen["warm"] is True
    assert seen["solved"] == [True, 0, 1]
    assert seen["beside"] and seen["cancelled"]  # in a process of its own, which a cancel ends
    assert seen["drawn"] == ["carte.csv", "carte.pdf", "carte.png", "carte.qgz", "carte.svg", "carte.txt"]
    assert {"carte", "zoom", "chiffre-cle", "deux-colonnes"} <= set(seen["layouts"])
    kept = os.environ.get("ACCESS30_PICTURES")
    if kept:
        shutil.copytree(out, kept, dirs_exist_ok=True)
    for name in ("project", "access_study", "access_placesites", "access_pressfigure", "layout"):
        assert (out / f"{name}.png").stat().st_size > 30_000
