"""QGIS's network manager against servers that never end, on the loopback address."""

import contextlib
import gzip
import http.server
import threading
import time

import pytest

from access_plugin.processing import transport

MB = 1024 * 1024


class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *arguments) -> None:
        pass

    def do_GET(self) -> None:
        self.send_response(200)
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            getattr(self, self.path[1:])()

    def bomb(self):
        self._whole(gzip.compress(bytes(64 * MB)), {"Content-Encoding": "gzip"})

    def packed(self):
        self._whole(gzip.compress(b"whole" * 1000), {"Content-Encoding": "gzip"})

    def plain(self):
        self._whole(b"whole" * 1000, {})

    def _whole(self, content, headers):
        for name, value in {"Content-Length": str(len(content)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def endless(self):
        self.end_headers()
        for _ in range(2000):
            self.wfile.write(bytes(MB))

    def drip(self):
        self.end_headers()
        for _ in range(300):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.1)


@pytest.fixture(scope="module")
def address():
    host = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    host.daemon_threads = True
    threading.Thread(target=host.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{host.server_port}"
    host.shutdown()
    host.server_close()


@pytest.mark.parametrize("elsewhere", [False, True])
@pytest.mark.parametrize(
    ("path", "whole"), [("bomb", False), ("endless", False), ("drip", False), ("packed", True), ("plain", True)]
)
def test_answers_have_an_end(qgis_app, address, monkeypatch, path, whole, elsewhere):
    """On the main thread and in another: a gzip bomb, an endless body, a slow drip are given up.

    Answers that are whole are read.
    """
    from qgis.core import QgsFeedback

    monkeypatch.setattr(transport, "MOST_ANSWER", 16 * MB)
    monkeypatch.setattr(transport, "MOST_SECONDS", 2.0)
    found, started = [], time.monotonic()

    def ask():
        return found.append(transport.QgisTransport(QgsFeedback())(f"{address}/{path}", None, {}))

    if elsewhere:
        thread = threading.Thread(target=ask)
        thread.start()
        while thread.is_alive():
            qgis_app.processEvents()
            thread.join(0.01)
    else:
        ask()
    assert time.monotonic() - started < 15
    if whole:
        assert (found[0].status, found[0].body) == (200, b"whole" * 1000)
    else:
        assert found[0].status == 0 and "MB" in found[0].reason and not found[0].body
