"""Files for visits: the sample, and small French ones made here."""

from __future__ import annotations

from pathlib import Path

import kit
import pandas as pd
from paths import ROADS, SAMPLE


def french_files(folder: Path) -> dict[str, Path]:
    """Write square communes, their people, an APL, tourist beds, official times, and a folder to prepare."""
    folder.mkdir(parents=True, exist_ok=True)
    squares, people = kit.squares(), kit.people()
    squares = squares.assign(population=people["population"].to_numpy())
    made = {name: folder / f"{name}.gpkg" for name in ("squares", "people")}
    squares.to_file(made["squares"], engine="pyogrio")
    people.to_file(made["people"], engine="pyogrio")
    tables = {
        "apl": pd.DataFrame(
            {"code": squares["code"], "apl": [str(2 + number / 10).replace(".", ",") for number in range(len(squares))]}
        ),
        "beds": pd.DataFrame({"code_commune": squares["code"], "chambres_hotel": 10, "residences_secondaires": 5}),
        "times": pd.DataFrame({"code": squares["code"], "t_emergency_min": [row[3] for row in kit.COMMUNES]}),
    }
    for name, table in tables.items():
        made[name] = folder / f"{name}.csv"
        table.to_csv(made[name], sep=";", index=False)
    made["folder"] = folder / "fichiers"
    made["folder"].mkdir(exist_ok=True)
    squares[["code", "name", "geometry"]].rename(columns={"name": "nom"}).to_crs(4326).to_file(
        made["folder"] / "communes.geojson", engine="pyogrio"
    )
    made["cpts"] = folder / "cpts.geojson"
    by_departement = squares.to_crs(4326).dissolve(squares["code"].str[:2])[["geometry"]]
    by_departement.assign(code_cpts=["84C15", "84C43"], nom=["CPTS du Cantal", "CPTS du Velay"]).to_file(
        made["cpts"], engine="pyogrio", index=False
    )
    pd.DataFrame(
        {
            "code": squares["code"],
            "nom": squares["name"],
            "population": squares["population"].astype(int),
            "lon": squares.to_crs(2154).centroid.to_crs(4326).x,
            "lat": squares.centroid.to_crs(4326).y,
        }
    ).to_csv(made["folder"] / "populations.csv", sep=";", index=False)
    care = kit.sites().to_crs(4326)
    pd.DataFrame(
        {
            "id": care["id"],
            "type": care["role"],
            "nom": ["Centre hospitalier", "SMUR", "m1", "m2", "c1"],
            "lon": care.geometry.x,
            "lat": care.geometry.y,
        }
    ).to_csv(made["folder"] / "lieux.csv", sep=";", index=False)
    made["points"] = folder / "points.gpkg"
    kit.sites().assign(name=["Centre hospitalier", "SMUR", "m1", "m2", "c1"]).to_file(made["points"], engine="pyogrio")
    return made


def sample_files(inputs) -> dict[str, Path]:
    """Return the sample, imported (:class:`qgis.conftest.Inputs`), by the names that visits use."""
    return {
        "roads": ROADS,
        "network": inputs.network,
        "sites": inputs.sites,
        "sites_csv": SAMPLE / "sites.csv",
        "population": inputs.population,
        "communes": inputs.communes,
        "candidates": inputs.candidates,
    }
