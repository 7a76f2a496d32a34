"""Requests through QGIS's own network manager: its proxy, its certificates and its authentication count."""

from __future__ import annotations

import time
import zlib
from pathlib import Path

from qgis.core import QgsApplication, QgsFeedback, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QByteArray, QEventLoop, QTimer, QUrl
from qgis.PyQt.QtNetwork import QNetworkRequest

from ..engine.errors import Cancelled
from ..engine.fetch.cache import MOST_ANSWER, MOST_SECONDS, Answer, too_much
from ..engine.text import tr
from .resources import plugin_version

#: Milliseconds between two looks at whether the user has cancelled.
_LOOK_MS = 200


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
        # the plugin keeps its own
        request.setAttribute(
            QNetworkRequest.Attribute.CacheLoadControlAttribute, QNetworkRequest.CacheLoadControl.AlwaysNetwork
        )
        request.setAttribute(
            QNetworkRequest.Attribute.RedirectPolicyAttribute, QNetworkRequest.RedirectPolicy.NoLessSafeRedirectPolicy
        )
        request.setRawHeader(b"User-Agent", f"Acces30/{plugin_version()} (QGIS)".encode())
        # said so, Qt leaves the unpacking, and its limit, to us
        request.setRawHeader(b"Accept-Encoding", b"identity" if "Range" in headers else b"gzip")
        for name, value in headers.items():
            request.setRawHeader(name.encode(), value.encode())
        manager = QgsNetworkAccessManager.instance()
        reply = manager.get(request) if body is None else manager.post(request, QByteArray(body))
        try:
            content, stopped = self._content_of(reply)
            status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute) or 0
            reason, names = (
                reply.errorString(),
                {
                    bytes(name).decode("latin-1"): bytes(reply.rawHeader(name)).decode("latin-1")
                    for name in reply.rawHeaderList()
                },
            )
        finally:
            reply.deleteLater()
        if self._feedback.isCanceled():
            raise Cancelled(tr("Cancelled: nothing was written."))
        if (
            status
            and not stopped
            and {name.lower(): value for name, value in names.items()}.get("content-encoding", "") == "gzip"
        ):
            content = _unpacked(content)
            stopped = content is None
        if stopped or not status:
            return Answer(0, reason=too_much() if stopped else reason)
        return Answer(int(status), content, names)

    def _content_of(self, reply) -> tuple[bytes, bool]:
        """Wait for a reply and return what it brought, and whether it was given up for its size or its time.

        A cancel ends it within a moment.
        """
        content, stopped, until = bytearray(), [], time.monotonic() + MOST_SECONDS
        loop, clock = QEventLoop(), QTimer()

        def take() -> None:
            content.extend(bytes(reply.readAll()))
            if len(content) > MOST_ANSWER or time.monotonic() > until:
                stopped.append(True)
            if stopped or self._feedback.isCanceled():
                reply.abort()

        reply.readyRead.connect(take)
        reply.finished.connect(loop.quit)
        clock.timeout.connect(take)
        clock.start(_LOOK_MS)
        if not reply.isFinished():
            loop.exec()
        clock.stop()
        if reply.isOpen():
            content.extend(bytes(reply.readAll()))
        return bytes(content), bool(stopped) or len(content) > MOST_ANSWER


def _unpacked(content: bytes) -> bytes | None:
    """Return what a gzip answer holds; None where that is more than an answer may be, or it is cut short."""
    unpacker = zlib.decompressobj(wbits=31)
    try:
        found = unpacker.decompress(content, MOST_ANSWER + 1)
    except zlib.error:
        return None
    return found if unpacker.eof and len(found) <= MOST_ANSWER else None
