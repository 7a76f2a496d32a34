"""Every circle that is to be named is, as QGIS draws the page: a name that the frame would touch is left out by it."""

import kit
import pytest


@pytest.fixture
def haute_loire(shared_folder, tmp_path, monkeypatch):
    """Haute-Loire by official times: communes crowd at its eastern edge."""
    import golden_cases

    monkeypatch.setattr(golden_cases, "of_study", lambda made, folder: kit.write(folder, made))
    golden_cases.by_times("43")(tmp_path)
    return tmp_path / "study"


def test_all_names_of_haute_loire_are_on_its_page(haute_loire, tmp_path, qgis_app):
    from qgis.core import QgsLayoutExporter

    from access_plugin.cartography.press.catalogue import sheets_of
    from access_plugin.cartography.press.facts import MOST_BARS, Facts
    from access_plugin.cartography.press.page import Page
    from access_plugin.cartography.project import StudyProject
    from access_plugin.cartography.wording import Wording
    from access_plugin.engine.study.folder import StudyFolder
    from access_plugin.engine.study.public import PublicStudy

    study = StudyFolder(haute_loire)
    project = StudyProject(Wording(study, "fr"))
    (sheet,) = sheets_of("circles", Facts(PublicStudy(study), "fr"))
    page = Page(project, sheet, "A4", fonts=("Open Sans",))
    exporter, settings = QgsLayoutExporter(page.layout), QgsLayoutExporter.ImageExportSettings()
    settings.dpi = 100
    assert exporter.exportToImage(str(tmp_path / "page.png"), settings) == QgsLayoutExporter.ExportResult.Success
    labels = exporter.labelingResults()[page.items["carte"].uuid()].allLabels()
    drawn = {
        label.labelText.split("\n")[0]
        for label in labels
        if label.layerID == project.layers["circles"].id() and not label.isUnplaced
    }
    assert len(drawn) == MOST_BARS and {"Le Chambon-sur-Lignon", "Langeac"} <= drawn
    project.close()
