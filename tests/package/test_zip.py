"""The zip: what the repository of plugins asks for, and that it runs where nothing of ours is."""

import configparser
import json
import os
import subprocess
import zipfile
from pathlib import Path

import pytest
from desktop import visit
from paths import DEMONSTRATION, ROADS, ROOT, SAMPLE
from zips import ADDRESSES, make_zip, package

REQUIRED = (
    "name",
    "description",
    "version",
    "qgisMinimumVersion",
    "author",
    "email",
    "about",
    "tracker",
    "repository",
    "homepage",
    "changelog",
    "tags",
    "icon",
)
BINARY = (".exe", ".dll", ".so", ".dylib", ".bat", ".sh", ".ps1", ".cmd", ".pyc", ".pyd")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return make_zip(tmp_path_factory.mktemp("dist"))


def test_what_it_holds(made):
    with zipfile.ZipFile(made) as archive:
        names, entries = archive.namelist(), archive.infolist()
        assert archive.testzip() is None
    assert {name.split("/")[0] for name in names} == {"access_plugin"} and names[0].startswith("access_plugin/")
    assert {
        "access_plugin/__init__.py",
        "access_plugin/metadata.txt",
        "access_plugin/LICENSE",
        "access_plugin/requirements.txt",
    } <= set(names)
    assert not [
        name
        for name in names
        if name.endswith(BINARY) or "__pycache__" in name or ".." in name or Path(name).name.startswith(".")
    ]
    assert not [entry.filename for entry in entries if entry.external_attr >> 16 & 0o111]
    assert made.stat().st_size < 25e6
    kept = subprocess.run(
        ["git", "ls-files", "access_plugin"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\n")
    assert set(names) == set(filter(None, kept))


def test_its_metadata_are_whole_in_both_languages(made):
    with zipfile.ZipFile(made) as archive:
        parser = configparser.ConfigParser()
        parser.optionxform = str
        parser.read_string(archive.read("access_plugin/metadata.txt").decode("utf-8"))
        told = dict(parser.items("general"))
        assert told["icon"] and f"access_plugin/{told['icon']}" in archive.namelist()
    assert [name for name in REQUIRED if not told.get(name)] == []
    assert {"description[fr]", "about[fr]", "tags[fr]"} <= set(told)
    assert told["changelog"].split()[0] == told["version"]
    assert (told["tracker"], told["email"]) == (ADDRESSES[3], ADDRESSES[7])
    assert "acces30.invalid" not in str(told) and "/" not in told["author"]


def test_the_same_sources_give_the_same_bytes(made, tmp_path):
    assert make_zip(tmp_path).read_bytes() == made.read_bytes()


@pytest.mark.parametrize("left_out", ["--homepage", "--tracker", "--repository"])
def test_no_address_is_made_up(tmp_path, left_out):
    place = ADDRESSES.index(left_out)
    done = package(*ADDRESSES[:place], *ADDRESSES[place + 2 :], "--output", tmp_path)
    assert done.returncode == 2 and left_out in done.stderr
    done = package(
        *ADDRESSES[:place], left_out, "https://acces30.invalid", *ADDRESSES[place + 2 :], "--output", tmp_path
    )
    assert done.returncode == 2 and "no address" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_it_runs_in_a_clean_profile_by_qgis_process(made, inputs, tmp_path):
    plugins = tmp_path / "profile" / "profiles" / "default" / "python" / "plugins"
    with zipfile.ZipFile(made) as archive:
        archive.extractall(plugins)
    environment = {key: value for key, value in os.environ.items() if key != "QGIS_PLUGINPATH"}
    environment |= {
        "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "profile"),
        "QT_QPA_PLATFORM": "offscreen",
        "LC_ALL": "C.UTF-8",
    }

    def call(*arguments, **more):
        done = subprocess.run(
            ["/usr/bin/qgis_process", *map(str, arguments)],
            env=environment,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
            cwd=tmp_path,
            **more,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    call("plugins", "enable", "access_plugin")
    call("run", "access:buildnetwork", "--", f"ROADS={ROADS}", f"NETWORK={tmp_path / 'roads.accessnet'}")
    asked = {
        "NETWORK": tmp_path / "roads.accessnet",
        "SITES": inputs.sites,
        "POPULATION": inputs.population,
        "TERRITORIES": inputs.communes,
        "CANDIDATES": inputs.candidates,
        "NUMBER": 3,
        "THRESHOLD": 15,
        "FIGURES": "map",
        "FOLDER": tmp_path / "study",
    }
    call("run", "access:study", "-", input=json.dumps({"inputs": {name: str(value) for name, value in asked.items()}}))
    assert (tmp_path / "study" / "summary.csv").read_bytes() == DEMONSTRATION.read_bytes()
    assert (plugins / "access_plugin" / "resources" / "sample" / SAMPLE.joinpath("sites.csv").name).exists()


@pytest.mark.desktop
def test_a_new_user_installs_it_in_the_window_and_works(made, inputs, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    seen = visit(
        Path(__file__).with_name("visit_zip.py"),
        tmp_path / "seen",
        installed=False,
        zip=made,
        out=out,
        roads=ROADS,
        sites=inputs.sites,
        population=inputs.population,
        communes=inputs.communes,
    )
    assert not seen["before"] and str(tmp_path) in seen["place"] and seen["algorithms"] == 25
    for run in ("network 1", "network 2", "network 3", "study"):
        assert seen[run]["ok"] and not seen[run]["red"] and not seen[run]["boxes"], seen[run]["log"]
    assert (out / "étude" / "summary.csv").read_bytes() == DEMONSTRATION.read_bytes()
    assert not any(tag == "Erreur Python" for tag, _ in seen.get("messages", [])), seen["messages"]
