"""A study's folder as the sheets of a press kit see it."""

from access_plugin.cartography.press.facts import Facts, Options
from access_plugin.engine.study.public import PublicStudy


def facts(folder, language="fr", **options):
    """Return the facts of a study, with what a person chose."""
    return Facts(PublicStudy.opened(folder), language, Options(**options))
