"""A server on the loopback address that plays Overpass, Nominatim, the geographic API and a host of files."""

from __future__ import annotations

import contextlib
import http.server
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit


@dataclass
class Server:
    """What it answers, and what it was asked.

    Attributes
    ----------
    files
        Path → bytes, served in parts on demand.
    tiles
        South-west corner of an Overpass box, ``"45,5"`` → XML.
    overpass
        Answers any question instead of `tiles`, as :class:`overpass.Overpass` does.
    places, several
        What is looked for → what Nominatim finds, beside its extent and name; several answers to anything.
    failing
        How many of the next requests are refused, and with which status (0: the connection is cut).
    """

    files: dict[str, bytes] = field(default_factory=dict)
    tiles: dict[str, str] = field(default_factory=dict)
    overpass: Callable[[str], str] | None = None
    places: dict[str, dict] = field(default_factory=dict)
    several: list[dict] = field(default_factory=list)
    failing: list[int] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    url: str = ""
    ranges: bool = True


@contextlib.contextmanager
def serving(server: Server) -> Iterator[Server]:
    """Serve until the block ends."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def log_message(self, *arguments) -> None:
            pass

        def do_GET(self) -> None:
            self._answer(b"")

        def do_POST(self) -> None:
            self._answer(self.rfile.read(int(self.headers["Content-Length"])))

        def _answer(self, body: bytes) -> None:
            parts = urlsplit(self.path)
            server.asked.append(self.path if not body else f"{self.path} {parse_qs(body.decode())['data'][0]}")
            if server.failing:
                status = server.failing.pop(0)
                if status == 0:
                    self.connection.close()
                else:
                    self._send(status, b"no", {"Retry-After": "1"})
                return None
            if parts.path == "/overpass":
                question = parse_qs(body.decode())["data"][0]
                if server.overpass is not None:
                    return self._send(200, server.overpass(question).encode())
                corner = ",".join(question.split("](")[1].split(")")[0].split(",")[:2])
                return self._send(200, server.tiles.get(corner, '<osm version="0.6"></osm>').encode())
            if parts.path == "/search":
                name = parse_qs(parts.query)["q"][0]
                place = {"boundingbox": ["45.0", "45.1", "5.0", "5.1"], "display_name": "Trouvé"}
                found = [] if name == "Nowhere" else [place | server.places.get(name, {})]
                found = [place | other for other in server.several] or found
                return self._send(200, json.dumps(found).encode())
            if parts.path not in server.files:
                return self._send(404, b"?")
            content = server.files[parts.path]
            asked = self.headers.get("Range", "")
            if not server.ranges or not asked:
                return self._send(200, content)
            first, last = (int(number) for number in asked.removeprefix("bytes=").split("-"))
            if first >= len(content):
                return self._send(416, b"")
            piece = content[first : last + 1]
            return self._send(
                206,
                piece,
                {
                    "Content-Range": f"bytes {first}-{first + len(piece) - 1}/{len(content)}",
                    "ETag": f'"{len(content)}"',
                },
            )

        def _send(self, status: int, content: bytes, headers: dict[str, str] | None = None) -> None:
            self.send_response(status)
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

    host = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=host.serve_forever, daemon=True)
    thread.start()
    server.url = f"http://127.0.0.1:{host.server_port}"
    try:
        yield server
    finally:
        host.shutdown()
        host.server_close()
        thread.join()


def tile(ways: dict[int, list[tuple[int, float, float]]]) -> str:
    """Return the XML of some ways, each a list of nodes (id, lon, lat)."""
    nodes = {node[0]: node for path in ways.values() for node in path}
    text = "".join(f'<node id="{n}" lon="{lon}" lat="{lat}" version="1"/>' for n, lon, lat in nodes.values())
    for way, path in ways.items():
        text += (
            f'<way id="{way}" version="1">'
            + "".join(f'<nd ref="{node[0]}"/>' for node in path)
            + '<tag k="highway" v="primary"/></way>'
        )
    return f'<?xml version="1.0"?><osm version="0.6" generator="test">{text}</osm>'


def communes_answer(codes: list[str]) -> bytes:
    """Return a GeoJSON answer of the geographic API."""
    features = [
        {
            "type": "Feature",
            "geometry": {
                "type": "Polygon",
                "coordinates": [[[5 + k, 45], [6 + k, 45], [6 + k, 46], [5 + k, 46], [5 + k, 45]]],
            },
            "properties": {
                "code": code,
                "nom": f"C{code}",
                "population": 100 + k,
                "codeDepartement": code[:2],
                "codeRegion": "84",
                "codeEpci": "200042935",
                "mairie": {"type": "Point", "coordinates": [5.4 + k, 45.4]},
            },
        }
        for k, code in enumerate(codes)
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()
