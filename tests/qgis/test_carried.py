"""What a person changed on the pages of a study is on those of its next run, or is said to be left behind."""

import shutil
from pathlib import Path

import kit
import pytest
from qgis.core import (
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemShape,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
)
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument
from qgis_run import run

from access_plugin.cartography.press.carried import carrying
from access_plugin.cartography.press.facts import Options
from access_plugin.cartography.render import Press, render_study

FIGURES = ("map",)
FEWER = tuple((*row[:2], 1500.0, row[3]) if row[0] == "15001" else row for row in kit.COMMUNES)


def rendered(folder, communes=kit.COMMUNES, previous=None, figures=FIGURES, **press):
    """Write a study with its pages; return what was said."""
    said = []
    kit.write(folder, kit.study(communes))
    render_study(folder, figures, Press(options=Options(author="ARS"), **press), previous=previous, say=said.append)
    return said


@pytest.fixture(autouse=True)
def unprinted(request, monkeypatch):
    """Pages are carried over before they are printed; what is on paper then is looked at once, by the study itself."""
    if "tmp_path_factory" not in request.fixturenames:
        monkeypatch.setattr("access_plugin.cartography.render.print_files", lambda *args, **named: None)


@pytest.fixture(scope="module")
def first(qgis_app, tmp_path_factory):
    folder = tmp_path_factory.mktemp("carried") / "first"
    rendered(folder, figures=(*FIGURES, "ranked"))
    return folder


@pytest.fixture
def study(first, tmp_path):
    return Path(shutil.copytree(first, tmp_path / "first")) / "study.qgz"


class Opened:
    """A project as a person has it open, saved at the end."""

    def __init__(self, path):
        self.path, self.project = path, QgsProject()

    def __enter__(self):
        assert self.project.read(str(self.path))
        return self

    def __exit__(self, *error):
        if error[0] is None:
            assert self.project.write(str(self.path))
        self.project.clear()

    def page(self, name="carte") -> QgsPrintLayout:
        return self.project.layoutManager().layoutByName(name)

    def item(self, name, page="carte"):
        return next(item for item in self.page(page).items() if getattr(item, "id", str)() == name)


def again(study, folder, **given):
    """Run the study anew; return what was said, and its project."""
    said = rendered(folder, previous=study, **given)
    return said, Opened(folder / "study.qgz")


def test_a_project_that_was_only_opened_and_saved_has_no_changes(study, tmp_path):
    with Opened(study):
        pass
    said, _ = again(study, tmp_path / "second")
    assert not [text for text in said if "carte" in text]


def test_texts_letters_places_colours_and_own_items_go_on(study, tmp_path):
    with Opened(study) as was:
        title = was.item("titre")
        title.setText("À plus de trente minutes")
        form = title.textFormat()
        form.setSize(21.0)
        form.setColor(QColor("#00695c"))
        title.setTextFormat(form)
        was.item("carte").setFrameStrokeColor(QColor("#ff0000"))
        was.item("notes").attemptMove(QgsLayoutPoint(20.0, 200.0))
        was.page().removeLayoutItem(was.item("sous_titre"))
        own = QgsLayoutItemLabel(was.page())
        own.setText("Document de travail")
        own.attemptResize(QgsLayoutSize(60.0, 8.0))
        own.attemptMove(QgsLayoutPoint(100.0, 5.0))
        was.page().addLayoutItem(own)
    said, opened = again(study, tmp_path / "second")
    assert not QgsProject.instance().isDirty()  # the project that is open has nothing to do with it
    with opened as now:
        form = now.item("titre").textFormat()
        assert now.item("titre").text() == "À plus de trente minutes"
        assert (form.size(), form.color().name()) == (21.0, "#00695c")
        assert now.item("carte").frameStrokeColor().name() == "#ff0000"
        assert now.item("notes").positionWithUnits().x() == pytest.approx(20.0)
        assert not now.item("sous_titre").isVisible()
        (own,) = [item for item in now.page().items() if getattr(item, "text", str)() == "Document de travail"]
        assert own.positionWithUnits().x() == pytest.approx(100.0)
        assert now.item("chiffre").text() == opened.item("chiffre").text() != ""
    (kept,) = [text for text in said if "« carte »".replace(" ", "\u00a0") in text or "“carte”" in text]
    assert all(name in kept for name in ("titre", "notes", "sous_titre", "Document de travail"))


def test_a_text_whose_numbers_are_others_now_is_left_and_said(study, tmp_path):
    with Opened(study) as was:
        was.item("chiffre").setText("2 000 habitants sont loin de tout")
        was.item("carte").zoomToExtent(QgsRectangle(740_000, 6_400_000, 760_000, 6_420_000))
    said, opened = again(study, tmp_path / "second", communes=FEWER)
    with opened as now:
        assert now.item("chiffre").text().startswith("1\u202f503")
        assert now.item("carte").extent().center().x() == pytest.approx(750_000, abs=600)
    assert any("chiffre" in text for text in said)


@pytest.mark.parametrize("text", ["[% env('HOME') %]", "Cabinet du Dr Maud Martin"])
def test_what_would_be_evaluated_and_doctors_are_left_and_said(study, tmp_path, text):
    with Opened(study) as was:
        was.item("titre").setText(text)
        own = QgsLayoutItemLabel(was.page())
        own.setText("[% @project_folder %]")
        was.page().addLayoutItem(own)
        remote = QgsLayoutItemPicture(was.page())
        remote.setPicturePath("http://127.0.0.1:9/logo.png")
        was.page().addLayoutItem(remote)
    said, opened = again(study, tmp_path / "second")
    with opened as now:
        assert now.item("titre").text() != text
        assert not [item for item in now.page().items() if getattr(item, "text", str)().startswith("[%")]
        pictures = [item for item in now.page().items() if isinstance(item, QgsLayoutItemPicture)]
        assert not any(item.picturePath() for item in pictures)
    (left,) = [text for text in said if "titre" in text]
    assert "titre" in left


def test_logos_lie_in_the_study_whose_project_finds_them_wherever_it_is_put(qgis_app, tmp_path):
    from PIL import Image

    (tmp_path / "mine").mkdir()
    Image.new("RGB", (60, 20), "green").save(tmp_path / "mine" / "agence.PNG")
    logos = {"logo_gauche": tmp_path / "mine" / "agence.PNG"}
    rendered(tmp_path / "study" / "draft", logos=logos)
    shutil.move(tmp_path / "study" / "draft", tmp_path / "there")
    shutil.rmtree(tmp_path / "mine")
    with Opened(tmp_path / "there" / "study.qgz") as now:
        assert Path(now.item("logo_gauche").picturePath()) == tmp_path / "there" / "inputs" / "logo_gauche.png"
        assert not now.item("logo_gauche").isMissingImage()
    said, opened = again(tmp_path / "there" / "study.qgz", tmp_path / "again", logos=logos_of(tmp_path / "there"))
    assert not [text for text in said if "logo" in text]


def logos_of(folder):
    return {"logo_gauche": folder / "inputs" / "logo_gauche.png"}


def test_pages_of_ones_own_and_pages_that_are_no_more_are_said(study, tmp_path):
    with Opened(study) as was:
        own = QgsPrintLayout(was.project)
        own.initializeDefaults()
        own.setName("Ma page")
        own.addLayoutItem(QgsLayoutItemMap(own))
        was.project.layoutManager().addLayout(own)
        was.item("titre", "classement").setText("Les plus éloignées")
    said, _ = again(study, tmp_path / "second")  # without a ranking
    assert any("Ma page" in text for text in said)
    assert any("classement" in text for text in said)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"<qgis/>"])
def test_a_project_that_cannot_be_read_has_no_changes(qgis_app, tmp_path, content):
    (tmp_path / "broken.qgz").write_bytes(content)
    for step in carrying(tmp_path / "broken.qgz", QgsProject(), pytest.fail):
        step()


def test_what_every_page_must_say_stays_whatever_was_done_to_it(study, tmp_path):
    """The mark of demonstration data, which was not there at first, and the sources."""
    with Opened(study) as was:
        was.page().removeLayoutItem(was.item("alerte"))
        was.item("notes").setVisibility(False)
    fictitious = kit.sites().assign(source="Données fictives")
    said = []
    kit.write(tmp_path / "second", kit.study(care=fictitious))
    render_study(tmp_path / "second", FIGURES, Press(), previous=study, say=said.append)
    with Opened(tmp_path / "second" / "study.qgz") as now:
        assert now.item("alerte").isVisible() and "fictives" in now.item("alerte").text()
        assert now.item("notes").isVisible()
    assert any("alerte" in text and "notes" in text for text in said)


def test_no_doctor_comes_back_on_a_label_or_a_legend(study, tmp_path):
    with Opened(study) as was:
        own = QgsLayoutItemLabel(was.page())
        own.setText("Cabinet du Dr Martin")
        was.page().addLayoutItem(own)
        was.item("legende").setTitle("Dr Martin")
    said, opened = again(study, tmp_path / "second")
    with opened as now:
        assert "Martin" not in now.item("legende").title()
        assert not [item for item in now.page().items() if "Martin" in getattr(item, "text", str)()]
    assert any("legende" in text for text in said)


def test_a_copy_of_an_item_is_ones_own_and_the_item_stays(study, tmp_path):
    with Opened(study) as was:
        document = QDomDocument()
        parent = document.createElement("items")
        document.appendChild(parent)
        was.item("titre").writeXml(parent, document, QgsReadWriteContext())
        (copy,) = was.page().addItemsFromXml(parent, document, QgsReadWriteContext())
        copy.setText("Document de travail")
        copy.attemptMove(QgsLayoutPoint(20.0, 5.0))
    said, opened = again(study, tmp_path / "second")
    with opened as now:
        titles = {item.text(): item.isVisible() for item in now.page().items() if getattr(item, "id", str)() == "titre"}
        assert len(titles) == 2 and all(titles.values()) and "Document de travail" in titles
    assert not any("retiré" in text for text in said)


def test_what_is_changed_on_a_drawing_is_said(study, tmp_path):
    with Opened(study) as was:
        bar = next(item for item in was.page("classement").items() if isinstance(item, QgsLayoutItemShape))
        bar.setBackgroundEnabled(True)
        bar.setItemOpacity(0.5)
    said = rendered(tmp_path / "second", previous=study, figures=(*FIGURES, "ranked"))
    assert [text for text in said if "parties du dessin" in text or "parts of the drawing" in text]


def test_a_map_that_was_made_smaller_and_moved_shows_what_it_showed(study, tmp_path):
    with Opened(study) as was:
        picture = was.item("carte")
        picture.attemptResize(QgsLayoutSize(picture.rect().width(), picture.rect().height() * 0.7))
        extent = QgsRectangle(picture.extent())
        extent.setXMaximum(extent.xMaximum() + 9000.0)
        picture.zoomToExtent(extent)
        shown = picture.extent().center().x(), picture.rect().height()
    said, opened = again(study, tmp_path / "second")
    with opened as now:
        assert now.item("carte").extent().center().x() == pytest.approx(shown[0], abs=100)
        assert now.item("carte").rect().height() == pytest.approx(shown[1], abs=0.1)
    assert not [text for text in said if text.startswith("Not")]


def test_the_study_itself_keeps_what_was_changed_run_after_run(qgis_app, tmp_path, tmp_path_factory):
    kit.squares().to_file(tmp_path / "communes.gpkg")
    kit.people().drop(columns="name").to_file(tmp_path / "people.gpkg")
    kit.sites().to_file(tmp_path / "sites.gpkg")
    rows = [f"{code};{time}" for code, _, _, time in kit.COMMUNES if time == time]
    (tmp_path / "drees_2019.csv").write_text("\n".join(["code;tps_su_smur_min", *rows]))
    asked = {
        "TIMES": "drees_2019.csv",
        "SITES": "sites.gpkg",
        "POPULATION": "people.gpkg",
        "TERRITORIES": "communes.gpkg",
    }
    given = {name: tmp_path / file for name, file in asked.items()} | {"FIGURES": "map", "FOLDER": tmp_path / "s"}
    assert (done := run("study", **given)).code == 0, done.text
    with Opened(tmp_path / "s" / "study.qgz") as was:
        was.item("titre").setText("Loin de tout")
    for _ in range(2):
        done = run("study", **given, SOURCES="Table de la DREES, 2019")
        assert done.code == 0, done.text
        assert "Your changes of the page “carte” were taken over: “titre” (text)." in done.text
        page = (tmp_path / "s" / "figures" / "carte.svg").read_text(encoding="utf-8")
        assert "Loin de tout" in page and "Table de la DREES, 2019" in page
    assert (done := run("pressfigure", STUDY=tmp_path / "s", FIGURE="map", FOLDER=tmp_path / "m")).code == 0, done.text
    assert {path.name for path in (tmp_path / "m").iterdir()} >= {"carte.qgz", "carte.png", "web"}
    with Opened(tmp_path / "m" / "carte.qgz") as now:
        assert now.page() is not None and "Table de la DREES" in now.item("notes").text()
        assert all(layer.isValid() for layer in now.project.mapLayers().values())
        now.item("titre").setText("Pour le préfet")
    (tmp_path / "m" / "carte-pour_le_prefet.qgz").write_bytes(b"mine")
    assert (done := run("pressfigure", STUDY=tmp_path / "s", FIGURE="map", FOLDER=tmp_path / "m")).code == 0, done.text
    assert "Pour le préfet" in (tmp_path / "m" / "carte.svg").read_text(encoding="utf-8")
    assert (tmp_path / "m" / "carte-pour_le_prefet.qgz").read_bytes() == b"mine"
    assert (done := run("study", **given, SOURCES="Cabinet du Dr Martin")).code != 0
    assert "name a doctor" in done.text
