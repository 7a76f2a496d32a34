"""The page docs/python.md and the notebook docs/carnet.ipynb run as they stand."""

import importlib.util
import json
import re

from paths import ROOT, SAMPLE

from access_plugin.engine.sample import prepare_sample


def test_what_the_page_shows_runs(tmp_path, capsys):
    made = tmp_path / "sample"
    made.mkdir()
    prepare_sample(made)
    page = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    pieces = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    assert len(pieces) == 2
    (roads,) = SAMPLE.glob("*.osm.pbf")
    names = {"ROADS": roads, "SITES": made / "sites.gpkg", "PEOPLE": made / "population.gpkg", "WORK": tmp_path}
    for piece in pieces:
        exec(compile(piece, "docs/python.md", "exec"), names)
    assert capsys.readouterr().out.startswith("2586.0 people beyond 15 minutes")
    assert len(names["areas"]) and names["graph"].number_of_edges() > 1000


def test_the_notebook_runs(capsys):
    """Cell by cell; the one that draws only where matplotlib is, which no other needs."""
    cells = json.loads((ROOT / "docs" / "carnet.ipynb").read_text(encoding="utf-8"))["cells"]
    names = {}
    for cell in cells:
        assert not cell.get("outputs"), "what a machine printed does not belong into the repository"
        drawn = "matplotlib" in cell["metadata"].get("tags", ())
        if cell["cell_type"] == "code" and (not drawn or importlib.util.find_spec("matplotlib")):
            exec(compile("".join(cell["source"]), cell["id"], "exec"), names)
    assert capsys.readouterr().out.startswith("2586 habitants à plus de 15 minutes\n")
    assert names["found"].chosen["gain"].sum() == 2586 and len(names["areas"]) == 4
    start, end, graph = names["start"], names["end"], names["graph"]
    assert graph.number_of_edges() > 1000 and names["seconds"] > 0 and start != end
