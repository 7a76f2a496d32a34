"""Parameters of what fetches from servers, and the cache that it works with."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterBoolean, QgsProcessingParameterFile, QgsProcessingParameterString

from ..engine.text import tr
from .parameters import with_help


def fetch_parameters(service: str) -> list:
    """Return where to ask, where answers are kept, and whether to ask again."""
    folder = QgsProcessingParameterFile(
        "CACHE", tr("Folder of fetched files"), QgsProcessingParameterFile.Behavior.Folder, optional=True
    )
    return [
        with_help(
            QgsProcessingParameterString("SERVICE", tr("Address of the service"), service),
            tr("Another server of the same kind, such as your agency's own."),
            advanced=True,
        ),
        with_help(
            folder,
            tr("Kept for the next time, and to go on where a fetch broke off. Empty: a folder of your QGIS profile."),
            advanced=True,
        ),
        with_help(
            QgsProcessingParameterBoolean("REFRESH", tr("Ask again"), False),
            tr("Fetches anew what is in the folder already."),
            advanced=True,
        ),
    ]


def cache_of(algorithm, parameters, context):
    """Return the cache that the parameters ask for, over QGIS's own network manager."""
    from ..engine.fetch.cache import Cache
    from .transport import QgisTransport, default_cache

    folder = algorithm.parameterAsFile(parameters, "CACHE", context) or default_cache()
    return Cache(
        folder, QgisTransport(algorithm.feedback), refresh=algorithm.parameterAsBoolean(parameters, "REFRESH", context)
    )
