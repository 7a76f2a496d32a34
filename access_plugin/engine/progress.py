"""Progress of long work, and its cancellation, without knowing who listens."""

from __future__ import annotations

from collections.abc import Callable

from .errors import Cancelled
from .text import tr


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
