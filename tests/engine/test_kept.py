"""A second run into a study's folder: what a person changed is seen, and copied with its own results."""

import datetime

from access_plugin.engine.files import sha256
from access_plugin.engine.study.kept import changed_projects, keep_beside, read_run, seal, write_run

NOW = datetime.datetime(2026, 11, 28, 17, 30)


def folder_of_a_study(folder):
    folder.mkdir()
    (folder / "results.gpkg").write_bytes(b"results of the first run")
    (folder / "study.qgz").write_bytes(b"as it was made")
    (folder / "figures").mkdir()
    (folder / "figures" / "carte.png").write_bytes(b"png")
    (folder / "notes.docx").write_bytes(b"somebody's own")
    write_run(
        folder,
        {
            "inputs": {
                "FOLDER": str(folder),
                "SITES": str(folder / "inputs" / "sites.gpkg"),
                "NETWORK": str(folder) + " other/roads.accessnet",
                "NUMBER": 3,
            },
            "run": "a",
        },
    )
    seal(folder)
    return folder


def test_only_a_project_that_a_person_touched_counts_as_changed(tmp_path):
    folder = folder_of_a_study(tmp_path / "étude")
    assert {key: value for key, value in read_run(folder).items() if key != "inputs"} == {
        "run": "a",
        "project": sha256(folder / "study.qgz"),
    }
    assert changed_projects(folder) == []
    (folder / "study.qgz").write_bytes(b"with a legend of my own")
    assert [path.name for path in changed_projects(folder)] == ["study.qgz"]
    (folder / "ma carte.qgs").write_text("<qgis/>")
    assert [path.name for path in changed_projects(folder)] == ["ma carte.qgs", "study.qgz"]


def test_a_folder_without_a_mark_counts_as_changed_and_one_that_is_no_study_does_not(tmp_path):
    folder = folder_of_a_study(tmp_path / "s")
    (folder / "run.json").write_text("not json")
    assert [path.name for path in changed_projects(folder)] == ["study.qgz"]  # nothing says that it is as it was made
    (folder / "results.gpkg").unlink()
    assert changed_projects(folder) == []


def test_the_copy_holds_project_and_results_and_never_takes_anothers_place(tmp_path):
    folder = folder_of_a_study(tmp_path / "étude")
    copies = [keep_beside(folder, NOW) for _ in range(3)]
    assert [copy.name for copy in copies] == [
        "étude (2026-11-28 17h30)",
        "étude (2026-11-28 17h30, 2)",
        "étude (2026-11-28 17h30, 3)",
    ]
    for copy in copies:
        assert {str(path.relative_to(copy)) for path in copy.rglob("*") if path.is_file()} == {
            "results.gpkg",
            "study.qgz",
            "run.json",
            "figures/carte.png",
        }
        assert (copy / "results.gpkg").read_bytes() == b"results of the first run"
        # it replays into itself
        assert read_run(copy)["inputs"] == {
            "FOLDER": str(copy),
            "SITES": str(copy / "inputs" / "sites.gpkg"),
            "NETWORK": str(folder) + " other/roads.accessnet",
            "NUMBER": 3,
        }
    assert (folder / "notes.docx").exists()
