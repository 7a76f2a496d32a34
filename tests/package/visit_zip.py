"""A new user's first visit: the plugin installed from its zip in an empty profile, and its first runs."""

from __future__ import annotations

from pathlib import Path


def visit(desk):
    """Install from ZIP, as the plugin manager does at the press of its button.

    Then a network, three times, and a study.
    """
    from pyplugin_installer import instance

    given, out = desk.given, Path(desk.given["out"])
    try:
        import access_plugin

        desk.seen["before"] = True
    except ImportError:
        desk.seen["before"] = False
    instance().installFromZipFile(given["zip"])
    yield desk.until(lambda: desk.menu() is not None)
    import access_plugin

    desk.seen["place"] = access_plugin.__file__
    desk.seen["algorithms"] = len(desk.plugin().provider.algorithms())
    desk.picture("installed")
    for number in (1, 2, 3):
        desk.seen[f"network {number}"] = yield desk.run(
            "access:buildnetwork", ROADS=given["roads"], NETWORK=str(out / f"roads {number}.accessnet")
        )
    people, sites, communes = (desk.load(given[key], key) for key in ("population", "sites", "communes"))
    desk.seen["study"] = yield desk.run(
        "access:study",
        picture="study",
        NETWORK=str(out / "roads 3.accessnet"),
        SITES=sites,
        POPULATION=people,
        TERRITORIES=communes,
        THRESHOLD=15,
        FIGURES="map",
        OPEN=False,
        FOLDER=str(out / "étude"),
    )
