"""Pages are printed in processes of their own, the same as in this one; a cancel ends them, a death is told."""

import re

import kit
import numpy as np
import pytest

FIGURES = ("key_figure", "map")


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    return kit.write(tmp_path_factory.mktemp("printing") / "study", kit.study())


def printed(study, out, progress=None, **named):
    from access_plugin.cartography.render import Press, render_figures
    from access_plugin.engine.progress import SILENT

    out.mkdir()
    render_figures(study, FIGURES, out, Press(**named), progress=progress or SILENT)
    return {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}


def pixels(path):
    from qgis.PyQt.QtGui import QImage

    image = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits().asstring(image.sizeInBytes()), np.uint8).astype(int)


@pytest.fixture
def started(monkeypatch):
    """Keep the processes that are started."""
    from access_plugin.cartography.press import printing

    processes, start = [], printing.started
    monkeypatch.setattr(printing, "started", lambda code: processes.append(start(code)) or processes[-1])
    return processes


def test_pages_of_a_process_are_those_of_this_one(study, tmp_path, qgis_app, monkeypatch, started):
    from access_plugin.cartography.press import printing
    from access_plugin.engine.progress import Progress

    files = printed(study, tmp_path / "beside")
    assert started and all(process.poll() is not None for process in started)  # none is left
    said = []
    monkeypatch.setattr(printing, "started", lambda code: None)
    assert printed(study, tmp_path / "here", Progress(on_warning=said.append)) == files
    assert len(said) == 1 and "they are drawn in this one" in said[0]
    for name in (name for name in files if name.endswith(".png")):
        assert np.abs(pixels(tmp_path / "beside" / name) - pixels(tmp_path / "here" / name)).max() <= 16, name


def test_a_cancel_ends_the_processes(study, tmp_path, qgis_app, started):
    from access_plugin.engine.errors import Cancelled
    from access_plugin.engine.progress import Progress

    with pytest.raises(Cancelled):
        printed(study, tmp_path / "out", Progress(is_cancelled=lambda: bool(started)))
    assert started and all(process.poll() is not None for process in started)


def test_a_process_that_never_begins_is_no_loss(study, tmp_path, qgis_app, monkeypatch):
    from access_plugin.cartography.press import printing
    from access_plugin.engine.progress import Progress

    said, start = [], printing.started
    monkeypatch.setattr(printing, "started", lambda code: start("raise SystemExit(3)"))
    assert "carte.png" in printed(study, tmp_path / "out", Progress(on_warning=said.append))
    assert len(said) == 1


def test_a_process_that_dies_at_work_is_told(study, tmp_path, qgis_app, monkeypatch):
    from access_plugin.cartography.press import printing
    from access_plugin.engine.errors import InputError

    start = printing.started
    monkeypatch.setattr(
        printing,
        "started",
        lambda code: start(
            "import sys; sys.stdin.readline(); print('{\"ready\": true}', flush=True); sys.stdin.readline()"
        ),
    )
    with pytest.raises(
        InputError, match=r"chiffre-cle\.\w+ could not be written \(the process that draws it has stopped\)"
    ):
        printed(study, tmp_path / "out")


def test_what_a_process_cannot_write_is_told_once_and_in_the_language_of_the_window(
    study, tmp_path, qgis_app, monkeypatch
):
    from access_plugin.cartography.press import printing
    from access_plugin.engine.errors import InputError
    from access_plugin.engine.text import set_language

    tell, nowhere = printing._tell, tmp_path / "file"
    nowhere.write_text("no folder")
    monkeypatch.setattr(
        printing,
        "_tell",
        lambda process, what: tell(
            process, what | ({"path": str(nowhere / "carte.png")} if what.get("path", "").endswith("carte.png") else {})
        ),
    )
    set_language("fr")
    try:
        with pytest.raises(InputError) as caught:
            printed(study, tmp_path / "out")
    finally:
        set_language("en")
    assert (
        str(caught.value).startswith("L’image ou la page carte.png n’a pas pu être écrite (")
        and str(caught.value).count("carte.png") == 1
    ), str(caught.value)


def test_a_file_of_the_working_folder_is_not_run(study, tmp_path, qgis_app, monkeypatch, started):
    from access_plugin.engine.progress import Progress

    said = []
    (tmp_path / "json.py").write_text("raise SystemExit('run')")
    (tmp_path / "qgis.py").write_text("raise SystemExit('run')")
    monkeypatch.chdir(tmp_path)
    assert "carte.png" in printed(study, tmp_path / "out", Progress(on_warning=said.append))
    assert started and not said  # the processes printed, not this one in their place


def test_no_file_bears_the_name_of_who_made_it(study, tmp_path, qgis_app):
    """QGIS writes the name of whoever is logged in into the pictures and drawings of a project."""
    from qgis.PyQt.QtGui import QImage

    files = [tmp_path / "out" / name for name in printed(study, tmp_path / "out")]
    pictures = [QImage(str(path)) for path in files if path.suffix == ".png"]
    assert pictures and all(picture.text("Title") and not picture.text("Author") for picture in pictures)
    for path in (path for path in files if path.suffix == ".svg"):
        whose = re.findall(r"<dc:creator>(.*?)</dc:creator>", path.read_text(encoding="utf-8"), re.DOTALL)
        said = {re.sub(r"<[^>]+>|\s", "", text) for text in whose}
        assert said and all(text == "" or text.startswith("QGIS") for text in said), path.name
    for path in (path for path in files if path.suffix == ".pdf"):
        assert re.findall(rb"/Author|/Creator \((?!\))", path.read_bytes()) == [], path.name


def test_a_picture_is_that_of_the_exporter_of_qgis(study, tmp_path, qgis_app):
    from qgis.core import QgsFillSymbol, QgsLayoutExporter, QgsProject
    from qgis.PyQt.QtGui import QImage

    from access_plugin.cartography.press.export import PageFile, write_file

    printed(study, tmp_path / "out")
    project = QgsProject()
    assert project.read(str(next((tmp_path / "out").glob("*.qgz"))))
    layout = project.layoutManager().printLayouts()[0]
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = 96
    QgsLayoutExporter(layout).exportToImage(str(tmp_path / "theirs.png"), settings)
    ours = PageFile(str(tmp_path / "ours.png"), (layout.name(),), 96)
    write_file(project, ours)
    assert np.array_equal(pixels(tmp_path / "ours.png"), pixels(tmp_path / "theirs.png"))
    assert not QImage(str(tmp_path / "ours.png")).hasAlphaChannel()
    # a page that shines through stays so, a second one is written beside the first, and one that is left out is not
    pages = layout.pageCollection()
    pages.page(0).setPageStyleSymbol(QgsFillSymbol.createSimple({"color": "0,0,0,0", "style": "no"}))
    pages.extendByNewPage()
    write_file(project, ours)
    assert QImage(str(tmp_path / "ours.png")).hasAlphaChannel()
    assert QImage(str(tmp_path / "ours_2.png")).width()
    (tmp_path / "ours_2.png").unlink()
    pages.page(1).setExcludeFromExports(True)
    write_file(project, ours)
    assert not (tmp_path / "ours_2.png").exists()


def test_what_fills_the_rows_of_a_picture_does_not_shine_through(qgis_app):
    from qgis.PyQt.QtGui import QImage

    from access_plugin.cartography.press.export import _shines_through

    for width in (101, 102, 103):  # rows are filled up to four bytes, with whatever was there
        for _ in range(50):
            picture = QImage(width, 40, QImage.Format.Format_ARGB32)
            picture.fill(0xFFFFFFFF)
            assert not _shines_through(picture)
        picture.setPixel(width - 1, 39, 0)
        assert _shines_through(picture)


def test_a_picture_that_no_memory_holds_is_a_sentence(study, tmp_path, qgis_app):
    from qgis.core import QgsProject

    from access_plugin.cartography.press.export import PageFile, write_file
    from access_plugin.engine.errors import InputError

    printed(study, tmp_path / "out")
    project = QgsProject()
    assert project.read(str(next((tmp_path / "out").glob("*.qgz"))))
    name = project.layoutManager().printLayouts()[0].name()
    with pytest.raises(InputError, match="huge.png could not be written"):
        write_file(project, PageFile(str(tmp_path / "huge.png"), (name,), 60_000))
    # an older project names who made it; what is written from it does not
    older = project.metadata()
    older.setAuthor("Camille Durand")
    project.setMetadata(older)
    project.setDirty(False)
    for ending in (".png", ".svg", ".pdf"):
        write_file(project, PageFile(str(tmp_path / f"page{ending}"), (name,), 96))
        assert b"Durand" not in (tmp_path / f"page{ending}").read_bytes()
    assert project.metadata().author() == "Camille Durand" and not project.isDirty()  # the project stays as it is
