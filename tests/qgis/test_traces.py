"""A project that is handed on tells neither who made it nor where, and shows its maps wherever it is put."""

import shutil
import zipfile

import kit
import pytest
from qgis.core import QgsLayoutItemMap, QgsProject

from access_plugin.cartography.render import Press, render_figures, render_study
from access_plugin.engine.drafts import draft_in, publish


@pytest.fixture(autouse=True)
def unprinted(monkeypatch):
    monkeypatch.setattr("access_plugin.cartography.render.print_files", lambda *args, **named: None)


@pytest.fixture
def made(qgis_app, tmp_path):
    """A study, as it is published from its draft, and the figures of it in a folder beside."""
    folder, figures = tmp_path / "l’été & moi" / "study", tmp_path / "l’été & moi" / "figures"
    folder.mkdir(parents=True), figures.mkdir()
    with draft_in(folder) as draft:
        kit.write(draft, kit.study())
        render_study(draft, ("map",), Press())
        publish(draft)
    with draft_in(figures) as draft:
        render_figures(folder, ("map",), draft, Press())
        publish(draft)
    return tmp_path / "l’été & moi"


def text_of(project):
    with zipfile.ZipFile(project) as packed:
        assert packed.testzip() is None
        return next(packed.read(name).decode() for name in packed.namelist() if name.endswith(".qgs"))


@pytest.mark.parametrize("name", ["study/study.qgz", "figures/carte.qgz"])
def test_neither_login_nor_folders_stand_in_a_project(made, name):
    text = text_of(made / name)
    assert "saveUser" not in text and ".partial-" not in text
    assert "été &amp;" not in text and made.name not in text
    assert "<Layer " in text and 'source="./' in text if name.startswith("study") else 'source="../study/' in text


def test_without_it_both_would_stand_there(made, monkeypatch, tmp_path):
    """The test above can fail: QGIS writes the login and the draft's folder."""
    monkeypatch.setattr("access_plugin.cartography.project.without_traces", lambda *paths: None)
    kit.write(tmp_path / "plain", kit.study())
    render_study(tmp_path / "plain", ("map",), Press())
    text = text_of(tmp_path / "plain" / "study.qgz")
    assert "saveUser=" in text and f'source="{tmp_path}/plain/results.gpkg' in text


def test_the_maps_of_pages_find_their_layers_wherever_the_folders_are_put(made, tmp_path):
    there = shutil.move(made, tmp_path / "there")
    for name in ("study/study.qgz", "figures/carte.qgz"):
        project = QgsProject()
        assert project.read(str(there / name))
        assert all(layer.isValid() for layer in project.mapLayers().values())
        (page, *_) = project.layoutManager().printLayouts()
        maps = [item for item in page.items() if isinstance(item, QgsLayoutItemMap) and item.layers()]
        assert maps
        for layer in (layer for item in maps for layer in item.layers()):
            assert layer is project.mapLayer(layer.id()) and str(there / "study") in layer.source()
        project.clear()
