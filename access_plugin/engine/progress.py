"""Progress of long work, and its cancellation, without knowing who listens."""

from __future__ import annotations

import contextlib
import queue
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, Generic, TypeVar

from .errors import Cancelled
from .proj_threads import hold_proj_context
from .text import tr

Item = TypeVar("Item")
Result = TypeVar("Result")
#: Items of a quick loop between two questions whether the user has cancelled.
_STRIDE = 512
#: Fewer rows of a map are done sooner than a second thread is there.
_FEW_ROWS = 200
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


def one_behind(function: Callable[[Item], Result], items: Iterable[Item]) -> list[Result]:
    """Return what a function gives for each item, in their order, while the next item is being made; two are in memory.

    For such work as :func:`side_by_side` does.
    """
    found, waiting = list[Result](), list[Future[Result]]()
    with ThreadPoolExecutor(1) as pool:
        for item in items:
            found += [one.result() for one in waiting]
            waiting = [pool.submit(function, item)]
        found += [one.result() for one in waiting]
    return found


def halves(count: int) -> list[tuple[int, int]]:
    """Return where the two halves of so many rows begin and end, for :func:`side_by_side`; few rows are one part."""
    return [(0, count)] if count < _FEW_ROWS else [(0, count // 2), (count // 2, count)]


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
        self.on_fraction = on_fraction
        self.say = on_message
        self.warn = on_warning
        self.is_cancelled = is_cancelled

    def check(self) -> None:
        """Raise :class:`Cancelled` when the user asked to stop."""
        if self.is_cancelled():
            raise Cancelled(tr("Cancelled: nothing was written."))

    def at(self, fraction: float) -> None:
        """Say how much of the work is done, from 0 to 1, and stop here if asked to."""
        self.check()
        self.on_fraction(min(max(fraction, 0.0), 1.0))

    def done(self) -> None:
        """Say that all is done; asked no more, since what was written is in its place."""
        self.on_fraction(1.0)

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
        return self.beside(function, *arguments, grace=grace, **named).result()

    def beside(
        self, function: Callable[..., Result], *arguments: Any, grace: float = 0.1, **named: Any
    ) -> "Beside[Result]":
        """Start a function as :meth:`aside` does, and go on; what it says is passed on when its result is asked for.

        Used in a ``with`` statement, it is stopped where that ends without its result.
        """
        return Beside(self, lambda progress: function(*arguments, progress=progress, **named), grace)

    def part(self, start: float, end: float) -> "Progress":
        """Return the progress of one step, which moves this one from `start` to `end`."""
        return Progress(
            on_fraction=lambda fraction: self.on_fraction(start + (end - start) * fraction),
            on_message=self.say,
            on_warning=self.warn,
            is_cancelled=self.is_cancelled,
        )

    def quiet(self) -> "Progress":
        """Return the same progress, without words: for a step whose words were said before."""
        return Progress(on_fraction=self.on_fraction, is_cancelled=self.is_cancelled)


class Beside(Generic[Result]):
    """A function that works in another thread, see :meth:`Progress.beside`."""

    def __init__(self, progress: Progress, function: Callable[[Progress], Result], grace: float) -> None:
        self._progress, self._grace = progress, grace
        self._calls: queue.SimpleQueue[tuple[Callable[[Any], None], Any] | None] = queue.SimpleQueue()
        self._outcome: list[tuple[Any, BaseException | None]] = []
        self._stopped, self._given_up = threading.Event(), threading.Event()
        threading.Thread(target=self._run, args=[function], daemon=True).start()

    def __enter__(self) -> "Beside[Result]":
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        self._given_up.set()

    def _run(self, function: Callable[[Progress], Result]) -> None:
        try:
            self._outcome.append((function(self._inner()), None))
        except BaseException as error:  # goes on in the thread that waits
            self._outcome.append((None, error))
        finally:
            hold_proj_context()
            self._calls.put(None)
            if self._given_up.is_set():
                self._outcome.clear()  # nobody takes it, and an error would keep all that it was raised among

    def _inner(self) -> Progress:
        def told(call: Callable[[Any], None]) -> Callable[[Any], None]:
            return lambda value: self._calls.put((call, value))

        return Progress(
            on_fraction=told(self._progress.on_fraction),
            on_message=told(self._progress.say),
            on_warning=told(self._progress.warn),
            is_cancelled=self._stopped.is_set,
        )

    def result(self) -> Result:
        """Return what the function returns, or raise what it raises; to be asked once.

        Raises
        ------
        Cancelled
            The user asked to stop.
        """
        until = None
        while True:
            if until is None and self._progress.is_cancelled():
                self._stopped.set()
                until = time.monotonic() + self._grace
            if until is not None and time.monotonic() > until:
                self._given_up.set()
                self._progress.check()
            with contextlib.suppress(queue.Empty):
                call = self._calls.get(timeout=_PAUSE_S)
                if call is None:
                    break
                call[0](call[1])
        value: Result
        value, error = self._outcome.pop()
        if error is not None:
            raise error
        return value


SILENT = Progress()
