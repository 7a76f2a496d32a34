"""A cancel is answered at once, also by who cannot ask; what is said arrives in order, from the thread that waits."""

import threading
import time

import pytest

from access_plugin.engine.errors import Cancelled, InputError
from access_plugin.engine.progress import Progress, one_behind


def slow(seconds, *, progress):
    """A compiled loop: it does not ask."""
    time.sleep(seconds)
    return seconds


def test_what_cannot_ask_is_not_waited_for():
    began = time.monotonic()
    progress = Progress(is_cancelled=lambda: time.monotonic() - began > 0.2)
    with pytest.raises(Cancelled):
        progress.aside(slow, 5.0, grace=0.1)
    assert time.monotonic() - began < 2.0


def test_who_stops_by_itself_in_time_gives_what_it_has():
    """A search that is cancelled keeps its best answer."""

    def search(*, progress):
        try:
            while True:
                progress.check()
                time.sleep(0.01)
        except Cancelled:
            return "the best so far"

    began = time.monotonic()
    assert Progress(is_cancelled=lambda: time.monotonic() - began > 0.2).aside(search, grace=3.0) == "the best so far"


def test_what_is_said_arrives_in_order_from_the_thread_that_waits():
    said = []

    def hear(value):
        return said.append((value, threading.current_thread()))

    def work(first, *, progress, last):
        progress.say(first)
        progress.at(0.5)
        progress.part(0.5, 1.0).warn(last)
        return 7

    assert Progress(on_fraction=hear, on_message=hear, on_warning=hear).aside(work, "one", last="two") == 7
    assert said == [
        ("one", threading.current_thread()),
        (0.5, threading.current_thread()),
        ("two", threading.current_thread()),
    ]


def test_an_error_is_raised_where_one_waits():
    def fails(*, progress):
        raise InputError("a sentence")

    with pytest.raises(InputError, match="a sentence"):
        Progress().aside(fails)


def test_who_was_given_up_says_nothing_more_and_stops_at_its_next_question():
    heard, ended = [], threading.Event()

    def stubborn(*, progress):
        time.sleep(0.6)
        progress.say("too late")
        try:
            progress.check()
        except Cancelled:
            ended.set()
            raise

    began = time.monotonic()
    with pytest.raises(Cancelled):
        Progress(on_message=heard.append, is_cancelled=lambda: time.monotonic() - began > 0.1).aside(
            stubborn, grace=0.1
        )
    assert ended.wait(5.0) and heard == []


def test_a_quick_loop_stops():
    asked = []
    with pytest.raises(Cancelled):
        asked.extend(Progress(is_cancelled=lambda: len(asked) > 1000).each(range(10_000)))
    assert 1000 < len(asked) < 2000


def test_what_was_given_up_is_let_go():
    """Else each cancel would keep the roads of a région in memory."""
    import gc
    import weakref

    class Roads:
        pass

    ended, held = threading.Event(), []

    def stubborn(roads, *, progress):
        time.sleep(0.4)
        ended.set()
        progress.check()

    roads, began = Roads(), time.monotonic()
    held.append(weakref.ref(roads))
    with pytest.raises(Cancelled):
        Progress(is_cancelled=lambda: time.monotonic() - began > 0.1).aside(stubborn, roads, grace=0.1)
    del roads
    assert ended.wait(5.0)
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and thread.daemon:
            thread.join(2.0)
    gc.disable()  # not only what a collection finds
    try:
        assert held[0]() is None
    finally:
        gc.enable()


def test_what_works_beside_is_heard_where_its_result_is_asked_for():
    said, working = [], threading.Event()

    def work(*, progress):
        progress.say("beside")
        working.set()
        return 7

    with Progress(on_message=said.append).beside(work) as found:
        assert working.wait(5)
        said.append("here")
        assert found.result() == 7
    assert said == ["here", "beside"]


def test_what_works_beside_is_stopped_where_the_other_work_fails():
    stopped = threading.Event()

    def work(*, progress):
        try:
            while True:
                progress.check()
                time.sleep(0.01)
        finally:
            stopped.set()

    with pytest.raises(InputError), Progress().beside(work):
        raise InputError("the drawing failed")
    assert stopped.wait(5)


def test_one_is_worked_on_while_the_next_is_made_and_no_third_one_is():
    made, done, ahead = [], [], []

    def items():
        for number in range(6):
            made.append(number)
            yield number

    def work(number):
        ahead.append(len(made) - len(done))
        time.sleep(0.01)
        done.append(number)
        return number * number

    assert one_behind(work, items()) == [0, 1, 4, 9, 16, 25]
    assert max(ahead) <= 2 and done == list(range(6))
    assert one_behind(work, []) == []
    with pytest.raises(ZeroDivisionError):
        one_behind(lambda number: 1 // number, [2, 0, 1])
