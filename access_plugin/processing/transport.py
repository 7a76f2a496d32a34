"""Requests through QGIS's own network manager: its proxy, its certificates and its authentication count."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication, QgsBlockingNetworkRequest, QgsFeedback
from qgis.PyQt.QtCore import QByteArray, QUrl
from qgis.PyQt.QtNetwork import QNetworkRequest

from ..engine.errors import Cancelled
from ..engine.fetch.cache import Answer
from ..engine.text import tr
from .resources import plugin_version


def default_cache() -> Path:
    """Return the folder of fetched files in the user's QGIS profile."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "access30" / "cache"


class QgisTransport:
    """Asks servers as :data:`engine.fetch.cache.Transport` wants it.

    Parameters
    ----------
    feedback
        Cancels a request that is under way.
    """

    def __init__(self, feedback: QgsFeedback) -> None:
        self._feedback = feedback

    def __call__(self, url: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        request = QNetworkRequest(QUrl(url))
        request.setAttribute(QNetworkRequest.Attribute.CacheLoadControlAttribute, QNetworkRequest.CacheLoadControl.AlwaysNetwork)  # the plugin keeps its own
        request.setRawHeader(b"User-Agent", f"Acces30/{plugin_version()} (QGIS)".encode())
        for name, value in headers.items():
            request.setRawHeader(name.encode(), value.encode())
        blocking = QgsBlockingNetworkRequest()
        result = blocking.get(request, True, self._feedback) if body is None else blocking.post(request, QByteArray(body), True, self._feedback)
        if self._feedback.isCanceled():
            raise Cancelled(tr("Cancelled: nothing was written."))
        reply = blocking.reply()
        status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute) or 0
        if result != QgsBlockingNetworkRequest.ErrorCode.NoError and not status:
            return Answer(0, reason=blocking.errorMessage() or reply.errorString())
        if status == 200 and "Range" in headers and not bytes(reply.content()):
            # a server that knows no parts sends the whole, and QGIS drops what it did not ask for
            return self(url, body, {name: value for name, value in headers.items() if name not in ("Range", "If-Range")})
        names = {bytes(name).decode("latin-1"): bytes(reply.rawHeader(name)).decode("latin-1") for name in reply.rawHeaderList()}
        return Answer(int(status), bytes(reply.content()), names)
