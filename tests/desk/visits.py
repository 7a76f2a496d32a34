"""Visits to the desktop: every algorithm filled in its dialog and run by its button, three times in one session, with
layers, files, selections and empty boxes.
"""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProcessingOutputLayerDefinition, QgsProject, QgsProperty


def temporary() -> QgsProcessingOutputLayerDefinition:
    """What an empty output box with its tick hands over."""
    return QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", QgsProject.instance())


def into(path) -> QgsProcessingOutputLayerDefinition:
    return QgsProcessingOutputLayerDefinition(str(path), QgsProject.instance())


def selected(layer, count: int | None = None) -> QgsProcessingFeatureSourceDefinition:
    """Select some features and return what the tick “selected features only” hands over."""
    ids = [feature.id() for feature in layer.getFeatures()]
    layer.selectByIds(ids[:count] if count else ids)
    return QgsProcessingFeatureSourceDefinition(QgsProperty.fromValue(layer.id()), True)


def thrice(desk, algorithm, outputs, first, second=None, third=None, *, picture=True):
    """Run an algorithm with temporary outputs, into files, and with temporary outputs again; keep what was seen."""
    name, seen = algorithm.split(":")[1], []
    folder = Path(desk.given["out"]) / name
    folder.mkdir(parents=True, exist_ok=True)
    for number, values in enumerate((first, second or first, third or first)):
        made = {output: into(folder / f"{output}.gpkg") if number == 1 else temporary() for output in outputs}
        outcome = yield desk.run(
            algorithm, picture=f"{name}-{number + 1}" if picture and number == 0 else "", **(values | made)
        )
        outcome["tree"] = desk.tree()
        seen.append(outcome)
    desk.seen[name] = seen
    desk.picture(f"{name}-map")
    return seen


def each(desk, algorithm, runs):
    """Run an algorithm with one set of values after the other; keep what was seen."""
    name = algorithm.split(":")[1]
    desk.seen[name] = []
    for number, values in enumerate(runs):
        outcome = yield desk.run(algorithm, picture=name if number == 0 else "", **values)
        outcome["tree"] = desk.tree()
        desk.seen[name].append(outcome)


def roads(desk):
    """Roads, drives, areas and times on the sample."""
    given, out = desk.given, Path(desk.given["out"])
    out.mkdir(parents=True)
    communes, places, sites = (
        desk.load(given[key], name)
        for key, name in (("communes", "Communes"), ("population", "Habitants"), ("sites", "Lieux"))
    )
    network = given["network"]
    yield from each(
        desk,
        "access:buildnetwork",
        [
            {"ROADS": given["roads"], "NETWORK": value}
            for value in ("TEMPORARY_OUTPUT", str(out / "réseau"), str(out / "réseau"))
        ],
    )
    yield from thrice(desk, "access:shownetwork", ["OUTPUT"], {"NETWORK": network})
    yield from thrice(
        desk,
        "access:traveltimes",
        ["OUTPUT"],
        {"NETWORK": network, "SITES": sites, "PLACES": places},
        {"NETWORK": network, "SITES": given["sites"], "PLACES": selected(places, 200)},
    )
    yield from thrice(
        desk,
        "access:isochrones",
        ["OUTPUT"],
        {"NETWORK": network, "SITES": sites, "BANDS": "5;7,5;10"},
        {"NETWORK": network, "SITES": selected(sites, 1), "POPULATION": given["population"], "MODE": "per_site"},
    )
    yield from thrice(desk, "access:smoothareas", ["OUTPUT"], {"INPUT": desk.layer("Isochrones")})
    yield from thrice(
        desk,
        "access:findgaps",
        ["GAPS", "PLACES", "SUMMARY"],
        {"NETWORK": network, "SITES": sites, "POPULATION": places, "TERRITORIES": communes, "THRESHOLD": 15},
        {
            "NETWORK": network,
            "SITES": given["sites"],
            "POPULATION": selected(places, 300),
            "THRESHOLD": 12,
            "OTHER_THRESHOLDS": "10,5; 8",
            "NOT_COMPUTED": temporary(),
        },
    )
    graph = {"NETWORK": given["network"], "PROFILES": ["car", "emergency"]}
    yield from each(
        desk,
        "access:exportnetwork",
        [graph | {"OUTPUT": str(out / "graphe.gpkg")}, {"NETWORK": network, "OUTPUT": str(out / "graphe.graphml")}],
    )
    yield from thrice(
        desk,
        "access:matrix",
        ["OUTPUT"],
        {"NETWORK": network, "FROM": places, "TO": sites, "NEAREST": 2},
        {
            "NETWORK": network,
            "FROM": selected(places, 200),
            "TO": given["sites"],
            "LIMIT": 10,
            "METRES": True,
            "PROFILE": "emergency",
        },
    )
    yield from thrice(desk, "access:roadtimes", ["OUTPUT"], {"NETWORK": network, "SITES": sites, "THRESHOLD": 12})
    yield from thrice(
        desk,
        "access:explainroute",
        ["OUTPUT", "TERMS"],
        {"NETWORK": network, "START": "9.5216,47.1410 [EPSG:4326]", "END": "9.5434,47.1186 [EPSG:4326]"},
    )
    yield from thrice(
        desk,
        "access:apl",
        ["OUTPUT"],
        {"NETWORK": network, "SUPPLY": places, "SUPPLY_FIELD": "population", "DEMAND": places},
    )


def data(desk):
    """What is imported, fetched and prepared, by French tables."""
    given, out = desk.given, Path(desk.given["out"])
    out.mkdir(parents=True)
    yield from thrice(
        desk,
        "access:importsites",
        ["OUTPUT"],
        {"SOURCE": given["sites_csv"]},
        {"SOURCE_LAYER": selected(desk.load(given["sites"], "Lieux"), 1)},
    )
    desk.seen["table"] = yield desk.run("access:importsites", SOURCE=given["sites_csv"], OUTPUT=str(out / "lieux.csv"))
    yield from thrice(
        desk,
        "access:importpopulation",
        ["OUTPUT"],
        {"SOURCE": given["communes"], "NETWORK": given["network"]},
        {"SOURCE_LAYER": selected(desk.load(given["communes"], "Communes"), 3), "NETWORK": given["network"]},
    )
    squares = desk.load(given["squares"], "Carrés")
    yield from thrice(
        desk,
        "access:importterritories",
        ["OUTPUT"],
        {"AREAS": [squares.id()], "LEVEL": "cpts", "LEVEL_AREAS": desk.load(given["cpts"], "CPTS")},
        {"AREAS": [given["squares"]], "LEVEL": "cpts", "LEVEL_AREAS": given["cpts"]},
        {"AREAS": [squares.id()]},
    )
    yield from thrice(
        desk,
        "access:importindicator",
        ["OUTPUT"],
        {"TERRITORIES": squares, "TABLE": given["apl"]},
        {"TERRITORIES": selected(squares, 4), "TABLE": given["apl"]},
    )
    people = desk.load(given["people"], "Gens")
    yield from thrice(
        desk,
        "access:seasonalpopulation",
        ["OUTPUT"],
        {"POPULATION": people, "TABLES": [given["beds"]]},
        {"POPULATION": selected(people, 4), "TABLES": [given["beds"]]},
    )
    service = {"SERVICE": given["server"], "CACHE": str(out / "cache")}
    yield from thrice(desk, "access:fetchcommunes", ["OUTPUT"], {"DEPARTEMENTS": "01", **service})
    service["SERVICE"] += "/overpass"
    place = {"PLACE": "Le Puy", "DISTANCE": 10, "PLACE_SERVICE": given["server"] + "/search"}
    asked = (
        ({"EXTENT": "5,5.5,45,45.5 [EPSG:4326]"}, "TEMPORARY_OUTPUT"),
        (place, str(out / "routes")),
        ({"AREA": squares, "DISTANCE": 2}, "TEMPORARY_OUTPUT"),
    )
    yield from each(desk, "access:fetchroads", [where | service | {"OUTPUT": value} for where, value in asked])
    yield from each(
        desk,
        "access:prepareregion",
        [
            {"SOURCE": given["folder"], "DEPARTEMENTS": names, "FOLDER": folder}
            for names, folder in (
                ("43,15", str(out / "prêt 0")),
                ("Haute-Loire, 15", "TEMPORARY_OUTPUT"),
                ("haute loire ; Cantal", str(out / "prêt 2")),
            )
        ],
    )


def own_roles(desk):
    """Sites of kinds of one's own, out of a list as a person writes it."""
    given, out = desk.given, Path(desk.given["out"])
    out.mkdir(parents=True)
    network, communes = given["network"], desk.load(given["communes"], "Communes")
    yield from each(desk, "access:importsites", [{"SOURCE": given["list"], "OUTPUT": str(out / "lieux.gpkg")}])
    sites = desk.layer("Lieux de soins")
    counted = {"NETWORK": network, "SITES": sites}
    yield from each(
        desk,
        "access:traveltimes",
        [counted | {"PLACES": given["population"], "OTHER_CARE": "caserne", "ONWARD": "Maternité"}],
    )
    yield from each(desk, "access:isochrones", [counted | {"OTHER_ROLES": "caserne ; maternité"}])
    people = {"POPULATION": given["population"], "TERRITORIES": communes}
    asked = counted | people | {"OTHER_CARE": "Maternité", "THRESHOLD": 15}
    yield from each(desk, "access:findgaps", [asked])
    placed = {"CANDIDATES": desk.load(given["candidates"], "Candidats"), "NUMBER": 2}
    yield from each(desk, "access:placesites", [asked | placed])
    study = asked | {"FIGURES": "map", "OPEN": False, "FOLDER": str(out / "étude")}
    yield from each(desk, "access:study", [study, study | placed])


def placing(desk):
    """Where another doctor would change most."""
    given = desk.given
    people, sites, candidates, communes = (
        desk.load(given[key], name)
        for key, name in (
            ("population", "Habitants"),
            ("sites", "Lieux"),
            ("candidates", "Cabinets"),
            ("communes", "Communes"),
        )
    )
    question = {
        "NETWORK": given["network"],
        "SITES": sites,
        "POPULATION": people,
        "CANDIDATES": candidates,
        "THRESHOLD": 12,
        "NUMBER": 2,
    }
    yield from thrice(
        desk,
        "access:placesites",
        ["CHOSEN", "DEMAND", "CURVE"],
        question,
        {**question, "CANDIDATES": selected(candidates, 4), "SITES": given["sites"], "TERRITORIES": communes},
        {**question, "CAPACITY": QgsProperty.fromExpression("50 * length(name)")},
    )
    mountain = dict(question.items()) | {
        "WEIGHT": "population",
        "LEAST_SU": 5,
        "LEAST_PEOPLE": 0,
    }
    yield from thrice(
        desk,
        "access:placemountain",
        ["CHOSEN", "DEMAND", "CURVE", "ACCOUNT"],
        mountain,
        {**mountain, "CANDIDATES": selected(candidates, 4)},
    )
    compared = {
        "NETWORK": given["network"],
        "BEFORE": sites,
        "ADDED": candidates,
        "POPULATION": people,
        "THRESHOLD": 12,
    }
    yield from thrice(
        desk,
        "access:comparescenarios",
        ["OUTPUT", "SUMMARY"],
        compared,
        {**compared, "ADDED": selected(candidates, 2), "TERRITORIES": communes},
    )


def study(desk):
    """The whole job and what is published of it."""
    given = desk.given
    out = Path(given["out"])
    people, sites, candidates, communes = (
        desk.load(given[key], name)
        for key, name in (
            ("population", "Habitants"),
            ("sites", "Lieux"),
            ("candidates", "Cabinets"),
            ("communes", "Communes"),
        )
    )
    question = {
        "NETWORK": given["network"],
        "SITES": sites,
        "POPULATION": people,
        "TERRITORIES": communes,
        "CANDIDATES": candidates,
        "THRESHOLD": 15,
        "FIGURES": "map",
        "OPEN": False,
    }
    some = {"POPULATION": selected(people, 900), "CANDIDATES": given["candidates"]}
    yield from each(
        desk,
        "access:study",
        [
            question | more | {"FOLDER": folder}
            for more, folder in (({}, str(out / "étude 0")), (some, str(out / "étude 1")), ({}, "TEMPORARY_OUTPUT"))
        ],
    )
    yield from each(
        desk,
        "access:pressfigure",
        [
            {"STUDY": str(out / "étude 0"), "FIGURE": figure, "FOLDER": folder}
            for figure, folder in (
                ("map", str(out / "kit 0")),
                ("key_figure", str(out / "kit 1")),
                ("ranked", "TEMPORARY_OUTPUT"),
            )
        ],
    )
    yield from each(
        desk,
        "access:publicmap",
        [
            {"STUDY": str(out / "étude 0"), "FOLDER": folder}
            for folder in (str(out / "carte 0"), "TEMPORARY_OUTPUT", str(out / "carte 2"))
        ],
    )
