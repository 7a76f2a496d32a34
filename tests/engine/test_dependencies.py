"""What is missing and how to get it, in words that each system's users can follow."""

import sys

import pytest

from access_plugin import dependencies


@pytest.fixture(autouse=True)
def asked_anew(monkeypatch):
    monkeypatch.setattr(dependencies, "_all_there", False)


def test_here_all_is_there():
    assert dependencies.missing_libraries() == []


def test_what_is_absent_and_what_is_too_old(monkeypatch):
    there = {
        "numpy": "1.26.4",
        "shapely": "1.8.5",
        "geopandas": "0.14.4",
        "pyogrio": "0.10.0",
        "osmium": "4.3.2",
        "pandas": "2.3.3",
    }
    monkeypatch.setattr(dependencies.importlib.util, "find_spec", lambda name: None if name == "rasterio" else sys)
    monkeypatch.setattr(dependencies, "_version", lambda name: there.get(name, ""))
    missing = dependencies.missing_libraries()
    assert missing == ["shapely>=2.0", "geopandas>=1.0", "rasterio"]
    monkeypatch.setattr(sys, "platform", "win32")
    assert (
        'python -m pip install "numpy==1.26.4" "shapely>=2.0" "geopandas>=1.0" "rasterio"'
        in dependencies.how_to_install(missing)
    )
    monkeypatch.setattr(sys, "platform", "linux")
    assert "apt install python3-shapely python3-geopandas python3-rasterio." in dependencies.how_to_install(missing)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert "QPIP" in dependencies.how_to_install(missing)


def test_a_python_that_is_too_old_is_told_whatever_it_holds(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 5, "final", 0))
    assert dependencies.missing_libraries() == ["Python>=3.11"]
    assert "Python 3.11" in dependencies.how_to_install(
        ["Python>=3.11"]
    ) and "brings 3.9" in dependencies.how_to_install([])


@pytest.mark.parametrize("place", ["python/dependencies/{0}.{1}", "python/dependencies"])
def test_what_qpip_put_aside_comes_first_and_once(tmp_path, monkeypatch, place):
    monkeypatch.setattr(sys, "path", ["elsewhere"])
    assert dependencies.add_qpip_folder(str(tmp_path)) == ""
    folder = tmp_path / place.format(*sys.version_info)
    (folder / "some_library-1.0.dist-info").mkdir(parents=True)
    assert dependencies.add_qpip_folder(str(tmp_path)) == str(folder)
    assert dependencies.add_qpip_folder(str(tmp_path)) == ""
    assert sys.path == [str(folder), "elsewhere"]


def test_another_python_s_libraries_are_let_be(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "path", [])
    (tmp_path / "python" / "dependencies" / "3.1" / "some_library-1.0.dist-info").mkdir(parents=True)
    assert dependencies.add_qpip_folder(str(tmp_path)) == "" and sys.path == []
