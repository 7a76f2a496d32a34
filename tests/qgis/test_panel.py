"""The bench on the real desktop, by the mouse, the keys and the list; its figures are those of comparing scenarios."""

import shutil

import pytest
from desktop import visit
from inputs import french_files
from paths import ROOT
from qgis_run import layers, run

pytestmark = pytest.mark.desktop
BENCH = ROOT / "tests" / "desk" / "bench.py"


@pytest.fixture(scope="module")
def study(inputs, tmp_path_factory):
    folder = tmp_path_factory.mktemp("bench") / "étude"
    done = run(
        "study",
        NETWORK=inputs.network,
        SITES=inputs.sites,
        POPULATION=inputs.population,
        TERRITORIES=inputs.communes,
        THRESHOLD=12,
        FIGURES="map",
        FOLDER=folder,
    )
    assert done.code == 0, done.text
    return folder


def visited(study, folder, function, **options):
    """Walk through a visit of a copy of the study, whose folder is returned too."""
    here, out = folder / "étude", folder / "out"
    shutil.copytree(study, here)
    out.mkdir()
    seen = visit(BENCH, folder / function, function=function, study=here, out=out, **options)
    errors = [text for tag, text in seen.get("messages", []) if tag in ("Erreur Python", "Python Error", "Accès 30")]
    assert errors == []
    return seen, here, out


def test_a_place_is_tried_dragged_changed_and_undone(study, inputs, tmp_path):
    seen, here, out = visited(study, tmp_path, "try_a_place")
    assert "seuil de 12 min" in seen["message"] and seen["tool"]
    # a click, a drag whose figures follow, and the same figures when it is let go
    (tried, closed), (gained, lost, before, after, _) = seen["clicked"]
    assert [site[0] for site in tried] == ["MCS"] and closed == []
    assert gained > 1000 and lost == 0 and before - after == gained
    assert len(set(seen["on_the_way"])) > 2
    assert seen["land"] == [True, False]
    assert seen["doubled"] == 1 and seen["escaped"] == [tried, []]
    (dragged, _), figures = seen["dragged"]
    assert dragged[0][1:3] != tried[0][1:3]
    assert seen["on_the_way"][-1].replace("\u202f", "").endswith(f"{before:.0f} → {figures[3]:.0f}\t")
    # three presses of an arrow are one step to undo, the drag another
    assert seen["stepped"][0][0][1] < dragged[0][1] and seen["stepped"][0][0][2] == pytest.approx(dragged[0][2], abs=2)
    assert seen["steps_undone"] == [dragged, []]
    assert seen["undone"] == [tried, []]
    # the list
    (delayed, _), late = seen["delayed"]
    assert delayed[0][3] == 12.5 and late[0] < figures[0]
    (kept, _), text, cell = seen["wrong_hours"]
    assert kept == delayed and cell == "24/7"
    assert "essai-1" in text and "bientôt" in text
    # a hospital is switched off
    assert seen["menu"] == [
        "Fermer Liechtensteinisches Landesspital, Vaduz (service d’urgences (SU))",
        "Fermer SMUR fictif de Vaduz (démonstration) (SMUR)",
    ]
    (_, closed), change = seen["switched"]
    assert closed == [["LLS", "SU"]] and change[1] > 0
    # what is kept, copied, taken away, and what stays when the plugin goes and comes back
    assert seen["layer"] == [1] and seen["names"] == ["Scénario 1"]
    assert seen["names_after"] == ["Scénario 1", "Scénario 1 (2)"] and seen["taken_away"][0] == []
    heads, gained, lost, *_ = (line.split("\t") for line in seen["side_by_side"])
    assert heads == ["", "Aujourd’hui", "Scénario 1", "Scénario 1 (2)"]
    assert gained[1:] == ["0", gained[2], gained[2]] and lost[2] == f"{change[1]:.0f}"
    assert seen["still_there"] and seen["left_over"][1] == []
    assert seen["again"][:2] == [[delayed, [["LLS", "SU"]]], "Scénario 1"]
    assert seen["closed"]
    assert {path.name for path in here.iterdir()} - {path.name for path in study.iterdir()} == {"scenarios.gpkg"}
    # the same by the algorithm, from the list that was saved
    done = run(
        "comparescenarios",
        NETWORK=inputs.network,
        BEFORE=inputs.sites,
        AFTER=out / "liste.csv",
        POPULATION=inputs.population,
        THRESHOLD=12,
        DEFINITION="first_care",
        OUTPUT=out / "places.gpkg",
        SUMMARY=out / "summary.gpkg",
    )
    assert done.code == 0, done.text
    total = next(iter(layers(out / "summary.gpkg").values()))
    total = total[total["level"] == "total"].set_index("scenario")
    assert list(total["beyond"][["before", "after"]]) == pytest.approx(change[2:4])
    assert total.loc["after", "p90_min"] == pytest.approx(change[4])
    places = next(iter(layers(out / "places.gpkg").values()))
    people = places.groupby("change")["population"].sum()
    assert [people.get("gained", 0), people.get("lost", 0)] == pytest.approx(change[:2])


@pytest.mark.parametrize(("scale", "screen"), [(1.0, "1600x1000"), (2.0, "3200x2000")])
def test_a_map_that_is_turned_on_a_screen_of_high_resolution(study, tmp_path, scale, screen):
    seen, *_ = visited(study, tmp_path, "turned_and_large", scale=scale, screen=screen)
    for name, where in {"clicked": (0, 0), "left": (-10, 0), "dragged": (20, 10)}.items():
        assert seen[name] == pytest.approx(where, abs=1), name


def test_what_cannot_be_tried_says_why(study, tmp_path):
    seen, *_ = visited(study, tmp_path, "what_goes_wrong", language="en")
    assert "no folder of a study" in seen["no_study"]
    assert "official times" in seen["official"]
    assert "not where they were" in seen["no_roads"]
    assert seen["cancelled"] == "Cancelled."
    assert "farther than 2 km from any road" in seen["far"] and seen["after_far"] == []
    assert "was run again" in seen["run_again"] and seen["items"] == 0
    assert "(no longer there)" in " ".join(seen["recent"])
    assert seen["while_written"] == [True, ["essai-1"]]
    assert seen["elsewhere"][0] == ["essai-1", "essai-2"] and "Another QGIS has changed" in seen["elsewhere"][1]


def test_the_figures_of_a_study_are_seen_and_opened(study, tmp_path):
    seen, here, _ = visited(study, tmp_path, "gallery")
    assert "n’est pas le dossier d’une étude" in seen["no_study"]
    assert seen["message"].startswith("1 figure dans ")
    ((name, is_empty, text),) = seen["figures"]
    assert name == "carte" and not is_empty and text.startswith("Carte des temps de trajet")
    assert seen["project"] == str(here / "study.qgz") and seen["designers"] == ["carte"]
    assert seen["drawn"] == str(here)


def test_files_are_named_and_what_is_missing_is_said(study, tmp_path):
    folder = french_files(tmp_path / "french")["folder"]
    seen, _, _ = visited(study, tmp_path, "prepare", files=folder)
    found, _, missing = seen["whole"].partition("Manque")
    assert "communes.geojson" in found and "lieux.csv" in found and "populations.csv" in found
    assert "Routes" in missing and "Geofabrik" in missing and "Lieux" not in missing
    assert all(word in seen["empty"] for word in ("Routes", "Lieux de soins", "Population", "Contours de communes"))
    assert "n’existe pas" in seen["none"]
    assert seen["filled"] == [str(folder), "43"] and seen["own"].endswith("/own")
    assert seen["run"]["ok"], seen["run"]["log"]
    assert seen["question"] == [22.5, "smur", "winter", "night"]
