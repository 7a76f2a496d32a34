"""Progress of long work, and its cancellation, without knowing who listens."""

from __future__ import annotations

import contextlib
import queue
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from .errors import Cancelled
from .proj_threads import hold_proj_context
from .text import tr

Item = TypeVar("Item")
Result = TypeVar("Result")
#: Items of a quick loop between two questions whether the user has cancelled.
_STRIDE = 512
#: Seconds between two such questions while something computes aside.
_PAUSE_S = 0.05


def side_by_side(function: Callable[[Item], Result], items: Iterable[Item]) -> list[Result]:
    """Return what a function gives for each item, two at a time, in their order.

    For work of compiled loops and of GEOS, which let other threads run; pyproj is not for such threads.
    """
    items = list(items)
    if len(items) < 2:
        return [function(item) for item in items]
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(function, items))


class Progress:
    """Tells how far the work is, says what was read, kept and dropped, and stops when asked to.

    Parameters
    ----------
    on_fraction
        Called with a number from 0 to 1.
    on_message, on_warning
        Called with a translated sentence.
    is_cancelled
        Asked at every :meth:`at` and :meth:`check`.
    """

    def __init__(
        self,
        *,
        on_fraction: Callable[[float], None] = lambda fraction: None,
        on_message: Callable[[str], None] = lambda text: None,
        on_warning: Callable[[str], None] = lambda text: None,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        self._on_fraction = on_fraction
        self.say = on_message
        self.warn = on_warning
        self._is_cancelled = is_cancelled

    def check(self) -> None:
        """Raise :class:`Cancelled` when the user asked to stop."""
        if self._is_cancelled():
            raise Cancelled(tr("Cancelled: nothing was written."))

    def at(self, fraction: float) -> None:
        """Say how much of the work is done, from 0 to 1, and stop here if asked to."""
        self.check()
        self._on_fraction(min(max(fraction, 0.0), 1.0))

    def done(self) -> None:
        """Say that all is done; asked no more, since what was written is in its place."""
        self._on_fraction(1.0)

    def each(self, items: Iterable[Item]) -> Iterator[Item]:
        """Yield the items of a quick loop, which stops where the user asked to stop."""
        for number, item in enumerate(items):
            if number % _STRIDE == 0:
                self.check()
            yield item

    def aside(self, function: Callable[..., Result], *arguments: Any, grace: float = 0.1, **named: Any) -> Result:
        """Call a function in another thread, with a `progress` of its own, and return what it returns.

        Compiled loops of seconds cannot ask by themselves.

        All that it says is passed on from the thread that waits. Where the user asks to stop, it has `grace` seconds to
        return or to stop by itself; then nobody waits for it any more. So it must not write anything that counts.

        Raises
        ------
        Cancelled
            The user asked to stop.
        """
        calls: queue.SimpleQueue[tuple[Callable[[Any], None], Any] | None] = queue.SimpleQueue()
        outcome: list[tuple[Any, BaseException | None]] = []
        stopped, given_up = threading.Event(), threading.Event()

        def told(call: Callable[[Any], None]) -> Callable[[Any], None]:
            return lambda value: calls.put((call, value))

        inner = Progress(
            on_fraction=told(self._on_fraction),
            on_message=told(self.say),
            on_warning=told(self.warn),
            is_cancelled=stopped.is_set,
        )

        def run() -> None:
            try:
                outcome.append((function(*arguments, progress=inner, **named), None))
            except BaseException as error:  # goes on in the thread that waits
                outcome.append((None, error))
            finally:
                hold_proj_context()
                calls.put(None)
                if given_up.is_set():
                    outcome.clear()  # nobody takes it, and an error would keep all that it was raised among

        threading.Thread(target=run, daemon=True).start()
        until = None
        while True:
            if until is None and self._is_cancelled():
                stopped.set()
                until = time.monotonic() + grace
            if until is not None and time.monotonic() > until:
                given_up.set()
                self.check()
            with contextlib.suppress(queue.Empty):
                call = calls.get(timeout=_PAUSE_S)
                if call is None:
                    break
                call[0](call[1])
        value: Result
        value, error = outcome.pop()
        if error is not None:
            raise error
        return value

    def part(self, start: float, end: float) -> "Progress":
        """Return the progress of one step, which moves this one from `start` to `end`."""
        return Progress(
            on_fraction=lambda fraction: self._on_fraction(start + (end - start) * fraction),
            on_message=self.say,
            on_warning=self.warn,
            is_cancelled=self._is_cancelled,
        )

    def quiet(self) -> "Progress":
        """Return the same progress, without words: for a step whose words were said before."""
        return Progress(on_fraction=self._on_fraction, is_cancelled=self._is_cancelled)


SILENT = Progress()
