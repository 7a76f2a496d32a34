"""Asks an independent solver (spopt with CBC, through PuLP) the questions of placement.

They stand in tests/support/instances.py; the answers go to tests/data/spopt.json. Called by scripts/oracle.

spopt lives in an environment of its own (`.peers/spopt`, made when it is missing), since its wheels do not go with
QGIS; this file runs in both: with a file of questions it is the solver's side.
"""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ANSWERS = ROOT / "tests" / "data" / "spopt.json"
THRESHOLD = 30.0


def answers(minutes, before, people, places: int) -> dict:
    """Return the optima of each model. What exists is one more candidate that every choice holds."""
    import numpy as np
    import pulp
    from spopt.locate import LSCP, MCLP, PCenter, PMedian

    def solver():
        return pulp.PULP_CBC_CMD(msg=False)

    def value(model):
        return float(pulp.value(model.solve(solver()).problem.objective))

    far = before > THRESHOLD
    reachable = far & (np.where(minutes < before[:, None], minutes, np.inf).min(axis=1) <= THRESHOLD)
    sooner = np.where(minutes < before[:, None], minutes, 9999.0)
    found = {
        "mclp": value(MCLP.from_cost_matrix(sooner[far], people[far], THRESHOLD, places)),
        "lscp": value(LSCP.from_cost_matrix(sooner[reachable], THRESHOLD)),
    }
    if minutes.size > 40_000:
        return found
    fixed = np.zeros(minutes.shape[1] + 1)
    fixed[-1] = 1
    with_before = np.column_stack([minutes, before])
    found["pmedian"] = value(PMedian.from_cost_matrix(with_before, people, places + 1, predefined_facilities_arr=fixed))
    helped = (minutes < before[:, None]).any(axis=1)
    found["pcenter"] = value(PCenter.from_cost_matrix(with_before[helped], places + 1, predefined_facilities_arr=fixed))
    return found


def python_of_spopt() -> str:
    folder = ROOT / ".peers" / "spopt"
    if not (folder / "ready").exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True)
        subprocess.run(
            [str(folder / "bin" / "pip"), "install", "-q", "--only-binary", ":all:", "spopt", "pulp"], check=True
        )
        (folder / "ready").touch()
    return str(folder / "bin" / "python")


def main() -> None:
    sys.path[:0] = [str(ROOT / "tests" / "support"), str(ROOT)]
    from instances import REGION_PLACES, all_instances, region_beyond

    with tempfile.NamedTemporaryFile(suffix=".pickle") as questions:
        asked = all_instances() | {f"région, {places} places": (*region_beyond(), places) for places in REGION_PLACES}
        Path(questions.name).write_bytes(pickle.dumps(asked))
        done = subprocess.run([python_of_spopt(), __file__, questions.name], check=True, capture_output=True, text=True)
    ANSWERS.write_text(done.stdout)
    print(done.stdout)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        import importlib.metadata

        questions = pickle.loads(Path(sys.argv[1]).read_bytes())
        versions = {name: importlib.metadata.version(name) for name in ("spopt", "pulp")}
        print(
            json.dumps(
                {"made_by": versions} | {name: answers(*question) for name, question in questions.items()},
                indent=1,
                ensure_ascii=False,
            )
        )
    else:
        main()
