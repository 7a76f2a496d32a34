"""Answers of servers kept as files.

What was fetched once is not asked for again, and a broken fetch goes on where it stopped.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from ..drafts import whole_file
from ..errors import InputError
from ..files import writable_folder
from ..progress import SILENT, Progress
from ..text import tr

#: Bytes asked for at a time where a server can send parts.
CHUNK = 4 * 1024 * 1024
#: Answers that mean “not now”: asked again after the seconds that the server says, or these.
_BUSY = (429, 502, 503, 504)
_WAITS_S = (5.0, 15.0, 45.0)
_MOST_WAIT_S = 300.0
#: Bytes of one answer, and of a file that comes in parts, and seconds that one answer may take: more is no roads and no
#: communes.
MOST_ANSWER, MOST_FILE, MOST_SECONDS = 256 * 1024 * 1024, 1024 * 1024 * 1024, 900.0


@dataclass(frozen=True)
class Answer:
    """What a server said: ``status`` 0 when it could not be reached, and then why."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""


#: Address, body to post (None to get), headers → answer.
Transport = Callable[[str, bytes | None, dict[str, str]], Answer]


class Cache:
    """A folder of fetched files.

    Parameters
    ----------
    folder
        Where they are kept.
    transport
        How a server is asked; QGIS's own network manager in the plugin, so that an agency's proxy works.
    refresh
        Whether to ask again for what is there already.
    wait
        Sleeps for some seconds; replaced in tests.
    """

    def __init__(
        self,
        folder: str | os.PathLike[str],
        transport: Transport,
        *,
        refresh: bool = False,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self.folder = writable_folder(folder)
        self._transport = transport
        self._refresh = refresh
        self._wait = wait
        self._fresh: set[Path] = set()

    def path_of(self, url: str, body: bytes | None = None, *, suffix: str = "") -> Path:
        """Return the file in which the answer to a request is kept."""
        mark = hashlib.sha256(url.encode() + b"\0" + (body or b"")).hexdigest()[:24]
        return self.folder / f"{mark}{suffix}"

    def post(
        self,
        url: str,
        body: bytes,
        *,
        suffix: str = "",
        check: Callable[[bytes], str] = lambda body: "",
        progress: Progress = SILENT,
    ) -> Path:
        """Return the file with the answer to a posted question.

        `check` says what is wrong with an answer, nothing when it is whole.

        Raises
        ------
        InputError
            The server cannot be reached, refuses, or answers with something else than was asked for.
        """
        path = self.path_of(url, body, suffix=suffix)
        if self._known(path):
            return path
        answer = self._ask(url, body, {"Content-Type": "application/x-www-form-urlencoded"}, progress)
        self._refuse(url, answer, (200,), check(answer.body) if answer.status == 200 else "")
        with whole_file(path) as partial:
            partial.write_bytes(answer.body)
        self._fresh.add(path)
        return path

    def get(
        self,
        url: str,
        *,
        suffix: str = "",
        check: Callable[[bytes], str] = lambda body: "",
        progress: Progress = SILENT,
    ) -> Path:
        """Return the file at an address, fetched in parts where the server can.

        What was fetched before a failure is kept and completed later.

        Raises
        ------
        InputError
            As for :meth:`post`.
        """
        path = self.path_of(url, suffix=suffix)
        if self._known(path):
            return path
        partial = path.with_name(path.name + ".part")
        if self._refresh:
            partial.unlink(missing_ok=True)
        self._fetch_parts(url, partial, progress)
        trouble = check(partial.read_bytes())
        if trouble:
            partial.unlink()
            self._refuse(url, Answer(200), (200,), trouble)
        os.replace(partial, path)
        partial.with_name(partial.name + ".version").unlink(missing_ok=True)
        self._fresh.add(path)
        return path

    def _fetch_parts(self, url: str, partial: Path, progress: Progress) -> None:
        total, known_total = None, None
        while total is None or partial.stat().st_size < total:
            have = partial.stat().st_size if partial.exists() else 0
            # a file that changed meanwhile is fetched again from its beginning
            version = partial.with_name(partial.name + ".version")
            known = {"If-Range": version.read_text()} if have and version.exists() and version.read_text() else {}
            answer = self._ask(url, None, {"Range": f"bytes={have}-{have + CHUNK - 1}"} | known, progress)
            headers = {name.lower(): value for name, value in answer.headers.items()}
            if answer.status == 416 and have:  # it was whole already, or has changed since
                partial.unlink()
                total = None
                partial.touch()
                continue
            self._refuse(url, answer, (200, 206))
            whole = answer.status == 200
            with open(partial, "wb" if whole else "ab") as stream:
                stream.write(answer.body)
            version.write_text(headers.get("etag") or headers.get("last-modified", ""))
            total = len(answer.body) if whole else _total(headers, have + len(answer.body))
            if total > MOST_FILE or (known_total is not None and total != known_total):
                partial.unlink()
                self._refuse(
                    url,
                    answer,
                    (200, 206),
                    tr("a file that grows while it is fetched, or of more than {most} MB").format(
                        most=MOST_FILE // 1_000_000
                    ),
                )
            known_total = total
            if not whole and not answer.body:
                self._refuse(url, Answer(0, reason=tr("the connection broke off")), (200,))
            progress.at(partial.stat().st_size / max(total, 1))

    def _known(self, path: Path) -> bool:
        return path.exists() and (path in self._fresh or not self._refresh)

    def _ask(self, url: str, body: bytes | None, headers: dict[str, str], progress: Progress) -> Answer:
        for pause in (*_WAITS_S, None):
            progress.check()
            answer = self._transport(url, body, headers)
            if len(answer.body) > MOST_ANSWER:
                self._refuse(url, answer, (answer.status,), too_much())
            if answer.status not in _BUSY or pause is None:
                return answer
            asked = {name.lower(): value for name, value in answer.headers.items()}.get("retry-after", "")
            seconds = min(float(asked), _MOST_WAIT_S) if asked.isdigit() else pause
            progress.say(
                tr("{host} is busy (HTTP {status}); asking again in {seconds:.0f} s.").format(
                    host=urlsplit(url).hostname, status=answer.status, seconds=seconds
                )
            )
            self._patiently(seconds, progress)
        return answer

    def _patiently(self, seconds: float, progress: Progress) -> None:
        """Wait, and answer a cancel within a second."""
        while seconds > 0:
            progress.check()
            self._wait(min(seconds, 1.0))
            seconds -= 1.0

    def _refuse(self, url: str, answer: Answer, good: tuple[int, ...], trouble: str = "") -> None:
        """Raise the sentence that fits an answer that cannot be used."""
        host = urlsplit(url).netloc
        if answer.status == 0:
            text = tr(
                "{host} cannot be reached ({reason}). Check the connection and QGIS's proxy (Settings, Options, "
                "Network). What was fetched already is kept in {folder}; start again to go on, or use files that "
                "you have."
            )
            raise InputError(text.format(host=host, reason=answer.reason, folder=self.folder))
        if answer.status not in good:
            text = tr(
                "{host} refused the request (HTTP {status}). Check the address, or try again later; what was "
                "fetched already is kept in {folder}."
            )
            raise InputError(text.format(host=host, status=answer.status, folder=self.folder))
        if trouble:
            text = tr(
                "{host} answered with something else than was asked for: {trouble}. Try again later, or with a "
                "smaller extent."
            )
            raise InputError(text.format(host=host, trouble=trouble))


def too_much() -> str:
    """Return what is said of an answer that is too long."""
    return tr("more than {most} MB, or nothing whole within {minutes} {minutes:minute|minutes}").format(
        most=MOST_ANSWER // 1_000_000, minutes=round(MOST_SECONDS / 60)
    )


def _total(headers: dict[str, str], known: int) -> int:
    """Return the length of the whole file from ``Content-Range: bytes 0-99/1234``."""
    text = headers.get("content-range", "").rpartition("/")[2]
    return int(text) if text.isdigit() else known
