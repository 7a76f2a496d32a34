"""Placement through qgis_process, on the sample: models, rules, scenarios, mountain practices, robustness."""

import re

import geopandas as gpd
import numpy as np
import pytest
from contract import SUMMARY_FIELDS
from qgis_run import only, run


def asked(inputs, folder, algorithm="placesites", **parameters):
    names = {name: folder / f"{name}.gpkg" for name in ("CHOSEN", "DEMAND", "CURVE")}
    given = {
        "NETWORK": inputs.network,
        "SITES": inputs.sites,
        "POPULATION": inputs.population,
        "CANDIDATES": inputs.candidates,
        "NUMBER": 2,
        "THRESHOLD": 12,
    }
    outcome = run(algorithm, **given | names | parameters)
    assert outcome.code == 0, outcome.text
    return (*(only(path) for path in names.values()), outcome.text)


def test_every_model_answers_and_keeps_its_promise(inputs, tmp_path):
    """Each model is best by its own measure: no other model's choice of as many places beats it."""
    curves, numbers = {}, {}
    for model in ("mclp", "pmedian", "pcenter", "gradual", "backup", "lscp"):
        folder = tmp_path / model
        folder.mkdir()
        chosen, demand, curve, text = asked(inputs, folder, MODEL=model)
        curves[model], numbers[model] = curve.iloc[-1], len(chosen)
        told = re.search(r"PEOPLE_GAINED:\s*([\d.]+)", text)
        people = curve["people" if model in ("pmedian", "pcenter") else "gained"].iloc[-1]
        assert float(told[1]) == pytest.approx(people), model  # people, and never people × minutes
        assert chosen["reason"].str.len().min() > 30, model
        assert (curve["gap"] < 1e-9).iloc[-1], model
    assert curves["mclp"]["people"] == max(curve["people"] for model, curve in curves.items() if numbers[model] <= 2)
    everybody = [model for model in ("pmedian", "pcenter") if numbers[model] <= 2]
    assert curves["pmedian"]["mean_min"] == min(curves[model]["mean_min"] for model in everybody)
    assert curves["pcenter"]["max_min"] == min(curves[model]["max_min"] for model in everybody)
    assert curves["lscp"]["least"] == numbers["lscp"]


def test_a_share_required_and_forbidden_candidates_and_names(inputs, tmp_path):
    ids = only_ids(inputs)
    chosen, _, curve, _ = asked(
        inputs, tmp_path, NUMBER=3, REQUIRED=ids[0], FORBIDDEN=",".join(ids[1:3]), TERRITORIES=inputs.communes
    )
    assert ids[0] in set(chosen["id"])
    assert not set(ids[1:3]) & set(chosen["id"])
    assert set(", ".join(chosen["covers"]).split(", ")) & set(gpd.read_file(inputs.communes)["name"])
    share, _, reached, text = asked(inputs, tmp_path, REACH=50)
    assert reached["share"].iloc[-1] >= 0.5
    assert reached["least"].iloc[-1] == len(share)
    assert "fewer are not enough" in text


def only_ids(inputs):
    return sorted(str(one) for one in gpd.read_file(inputs.candidates)["id"])


def test_the_rules_for_mcs_and_part_of_the_week(inputs, tmp_path):
    table = gpd.read_file(inputs.candidates)
    table["nb_generalistes"] = [1] * (len(table) - 1) + [0]
    table["horaires"] = "Mo-Fr 08:00-20:00"
    table.to_file(tmp_path / "c.gpkg", engine="pyogrio")
    smur = gpd.read_file(inputs.sites).assign(role="SMUR")
    smur.to_file(tmp_path / "s.gpkg", engine="pyogrio")
    areas = gpd.read_file(inputs.communes)
    middle = areas.bounds[["miny", "maxy"]].mean(axis=1)
    areas["code"] = np.where(middle > middle.median(), "north", "south")
    areas.dissolve("code").reset_index()[["code", "geometry"]].to_file(tmp_path / "sectors.gpkg", engine="pyogrio")
    chosen, demand, _, text = asked(
        inputs,
        tmp_path,
        CANDIDATES=tmp_path / "c.gpkg",
        SITES=tmp_path / "s.gpkg",
        RULES="mcs",
        MINGAIN=1,
        PRESENCE="part_time",
        SECTORS=tmp_path / "sectors.gpkg",
    )
    assert "1 candidate without a recorded GP is left out" in text
    assert "Sectors of PDSA with a commune over 12 minutes from a SMUR: north" in text
    assert chosen["week_share"].tolist() == pytest.approx([60 / 168] * len(chosen))
    assert demand.loc[demand["covered"].astype(bool), "covered_share"].to_numpy() == pytest.approx(60 / 168)
    assert chosen["reason"].str.contains("Partial cover").all()


def test_variants_mark_robust_places(inputs, tmp_path):
    chosen, _, _, _ = asked(inputs, tmp_path, VARIANTS=tmp_path / "variants.gpkg")
    variants = only(tmp_path / "variants.gpkg")
    assert variants["variant"].tolist()[:4] == ["the answer itself", "speeds 10% lower", "speeds 10% higher", "winter"]
    assert len(variants) == 4 + len(chosen)
    assert {"kept_in", "variants", "robust"} <= set(chosen.columns)
    assert (chosen["robust"].astype(bool) == (2 * chosen["kept_in"] > chosen["variants"])).all()


def test_scenarios(inputs, tmp_path):
    """The suggested places as MCS: what placesites says to be gained is gained."""
    chosen, _, curve, _ = asked(inputs, tmp_path)
    outcome = run(
        "comparescenarios",
        NETWORK=inputs.network,
        BEFORE=inputs.sites,
        ADDED=tmp_path / "CHOSEN.gpkg",
        POPULATION=inputs.population,
        TERRITORIES=inputs.communes,
        THRESHOLD=12,
        OUTPUT=tmp_path / "places.gpkg",
        SUMMARY=tmp_path / "summary.gpkg",
    )
    assert outcome.code == 0, outcome.text
    places, summary = only(tmp_path / "places.gpkg"), only(tmp_path / "summary.gpkg")
    assert {"t_before_min", "t_after_min", "difference_min", "change"} <= set(places.columns)
    assert places.loc[places["change"] == "gained", "population"].sum() == curve["gained"].iloc[-1] > 0
    total = summary[summary["level"] == "total"].set_index("scenario")
    assert total.loc["after", "beyond"] == total.loc["before", "beyond"] - curve["gained"].iloc[-1]
    assert total.loc["after", "beyond_change"] == -curve["gained"].iloc[-1]
    assert set(SUMMARY_FIELDS[:11]) <= set(summary.columns)


@pytest.mark.parametrize(("definition", "gains"), [("unscheduled", True), ("first_care", False)])
def test_a_centre_of_non_scheduled_care_is_counted_where_that_is_asked_for(inputs, tmp_path, definition, gains):
    outcome = run(
        "comparescenarios",
        NETWORK=inputs.network,
        BEFORE=inputs.sites,
        ADDED=inputs.candidates,
        ADDED_ROLE="CSNP",
        DEFINITION=definition,
        POPULATION=inputs.population,
        THRESHOLD=12,
        OUTPUT=tmp_path / "places.gpkg",
        SUMMARY=tmp_path / "summary.gpkg",
    )
    if not gains:  # “0 people” would look like a finding
        assert outcome.code != 0 and "does not count for “first_care” (DEFINITION)" in outcome.text
        return
    assert outcome.code == 0, outcome.text
    places = only(tmp_path / "places.gpkg")
    assert places.loc[places["change"] == "gained", "population"].sum() > 1000


def test_a_list_after_is_a_scenario_too_and_something_must_change(inputs, tmp_path):
    """The same sites without their SMUR: by the definition of the SMUR nobody has any after."""
    gpd.read_file(inputs.sites).query("role != 'SMUR'").to_file(tmp_path / "after.gpkg", engine="pyogrio")
    given = {
        "NETWORK": inputs.network,
        "BEFORE": inputs.sites,
        "POPULATION": inputs.population,
        "THRESHOLD": 12,
        "OUTPUT": tmp_path / "places.gpkg",
        "SUMMARY": tmp_path / "summary.gpkg",
    }
    outcome = run("comparescenarios", AFTER=tmp_path / "after.gpkg", DEFINITION="emergency", **given)
    assert outcome.code == 0, outcome.text
    assert set(only(tmp_path / "places.gpkg")["change"]) <= {"same", "later", "lost"}
    (tmp_path / "places.gpkg").unlink()
    refused = run("comparescenarios", **given)
    assert refused.code != 0 and "Give the sites after (AFTER)" in refused.text
    assert not (tmp_path / "places.gpkg").exists()


def test_mountain_practices(inputs, tmp_path):
    people = gpd.read_file(inputs.population)
    people["seasonal_population"] = people["population"] * 3
    people.to_file(tmp_path / "p.gpkg", engine="pyogrio")
    resorts = gpd.read_file(inputs.candidates).assign(level="2", doctors=1, seasonal_population=2000)
    resorts.to_file(tmp_path / "r.gpkg", engine="pyogrio")
    chosen, demand, curve, text = asked(
        inputs,
        tmp_path,
        "placemountain",
        POPULATION=tmp_path / "p.gpkg",
        CANDIDATES=tmp_path / "r.gpkg",
        LEAST_SU=5,
        ACCOUNT=tmp_path / "account.gpkg",
    )
    account = only(tmp_path / "account.gpkg")
    assert "season winter" in text
    assert len(account) == len(resorts)
    assert account["reason"].str.len().min() > 20
    assert set(account.loc[account["chosen"].notna(), "id"]) == set(chosen["id"])
    assert (account.loc[account["why_not"] == "su_near", "t_su_min"] <= 5).all()
    assert (account.loc[account["why_not"] != "su_near", "t_su_min"] > 5).all()
    alone = account.set_index("id")["gain_alone"]
    assert chosen["gain"].iloc[0] == pytest.approx(alone[chosen["id"].iloc[0]])
    assert chosen["gain"].iloc[1] <= alone[chosen["id"].iloc[1]] + 1e-6
    assert alone[account[account["why_not"] == ""].sort_values("rank")["id"]].is_monotonic_decreasing
    assert {"emergency_people", "reason", "rank", "gain"} <= set(chosen.columns)


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ({"REQUIRED": "nobody"}, "has no nobody, required or forbidden"),
        ({"MODEL": "pmedian", "REACH": "50"}, "knows neither REACH"),
        ({"MODEL": "pcenter", "PRESENCE": "part_time"}, "knows neither REACH"),
        ({"REACH": "0"}, "REACH must be a share"),
        ({"BASELINE": "csnp"}, "no such site is loaded"),
    ],
)
def test_bad_questions_are_refused_in_a_sentence(inputs, tmp_path, parameters, message):
    sites = gpd.read_file(inputs.sites)
    care = inputs.sites
    if parameters.get("BASELINE") == "csnp":
        care = tmp_path / "smur.gpkg"
        sites.assign(role="SMUR").to_file(care, engine="pyogrio")
    outcome = run(
        "placesites",
        **{
            "NETWORK": inputs.network,
            "SITES": care,
            "POPULATION": inputs.population,
            "CANDIDATES": inputs.candidates,
            "THRESHOLD": 12,
            "CHOSEN": tmp_path / "out.gpkg",
            "DEMAND": tmp_path / "demand.gpkg",
            "CURVE": tmp_path / "curve.gpkg",
        }
        | parameters,
    )
    assert outcome.code != 0
    assert message in outcome.text
    assert not {"out.gpkg", "demand.gpkg", "curve.gpkg"} & {path.name for path in tmp_path.iterdir()}
