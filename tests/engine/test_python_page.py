"""The page docs/python.md runs as it stands."""

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
