"""Work done aside: it comes to the same, and what goes wrong there is done again here."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NoReturn

import pytest

import testimonia
from testimonia import abreast, pipeline
from testimonia.aside import Aside, Turns, can_work_aside
from testimonia.errors import VocabularyError
from testimonia.front import read
from testimonia.layout import LayoutStage
from testimonia.model import Finding, Record, Sourcebook

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot part a process in two")


def _fail() -> NoReturn:
    raise ZeroDivisionError


def test_what_was_worked_out_aside_is_handed_over() -> None:
    assert Aside(lambda: ["a", {"b": 3}]).result() == ["a", {"b": 3}]


def test_much_is_handed_over_whole() -> None:
    assert Aside(lambda: "ab" * 1_000_000).result() == "ab" * 1_000_000


@pytest.mark.parametrize("work", [_fail, lambda: lambda: 1, lambda: os._exit(3)], ids=["raises", "unhandable", "dies"])
def test_what_fails_aside_comes_to_nothing(work: object) -> None:
    assert Aside(work).result() is None  # type: ignore[arg-type]


def test_work_that_nobody_waits_for_is_ended() -> None:
    aside = Aside(lambda: time.sleep(60))
    began = time.monotonic()
    aside.drop()
    assert time.monotonic() - began < 10


@pytest.mark.parametrize("count", [0, 1, Turns.MOST])
def test_every_turn_is_given_once_here_or_in_a_copy(count: int) -> None:
    turns = Turns(count)
    aside = Aside(lambda: list(turns))
    here = list(turns)
    there = aside.result()
    turns.close()
    assert there is not None
    assert sorted(here + there) == list(range(count))


def test_more_turns_than_a_pipe_can_tell_apart_are_refused() -> None:
    with pytest.raises(ValueError, match="257 numbers"):
        Turns(Turns.MOST + 1)


class _AsideOnly:
    """Counts in which processes it was asked; one of ours by its module."""

    name = "aside only"
    reads: frozenset[type] = frozenset()
    writes: frozenset[type] = frozenset({Finding})
    __module__ = "testimonia.test"

    def __init__(self, *, fails_aside: bool) -> None:
        self.home, self.asked_here, self.fails_aside = os.getpid(), 0, fails_aside

    def __call__(self, book: Sourcebook) -> Iterator[Record]:
        if os.getpid() == self.home:
            self.asked_here += 1
        elif self.fails_aside:
            raise ZeroDivisionError
        yield from ()


class _Longest(_AsideOnly):
    name = "people"
    __module__ = "testimonia.test"


@pytest.fixture
def aside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any page is long enough, and threads that other tests left are no hindrance."""
    monkeypatch.setattr(abreast, "_LONG", 0)
    monkeypatch.setattr(abreast, "can_work_aside", lambda: True)


@pytest.mark.usefixtures("aside")
@pytest.mark.parametrize("fails", [False, True])
def test_a_stage_that_fails_aside_is_asked_again_here(*, fails: bool) -> None:
    other = _AsideOnly(fails_aside=fails)
    pipeline.run(read(testimonia.sample_page()), [_Longest(fails_aside=False), other])
    assert other.asked_here == (1 if fails else 0)


@dataclass
class _Unhashable:
    """As a stranger writes a stage most shortly; equal to any other of its kind."""

    name: str = "mine"
    reads: frozenset[type] = frozenset()
    writes: frozenset[type] = frozenset({Finding})

    def __call__(self, book: Sourcebook) -> Iterator[Record]:
        yield from ()


@pytest.mark.usefixtures("aside")
@pytest.mark.parametrize("first", [[], [_Longest(fails_aside=False)]], ids=["alone", "beside ours"])
def test_a_stage_need_not_be_hashable(first: list[pipeline.Stage]) -> None:
    told: list[str] = []
    pipeline.run(read(testimonia.sample_page()), [*first, _Unhashable()], lambda name, _done, _count: told.append(name))
    assert "mine" in told


class _Shared(_Longest):
    """Has ten shares, of which those done aside can fail; it must not be called whole."""

    name = "audit"
    __module__ = "testimonia.test"

    def __call__(self, book: Sourcebook) -> Iterator[Record]:
        raise AssertionError("asked for the whole")

    def shares(self, book: Sourcebook) -> tuple[list[Callable[[], str]], Callable[[Iterable[str]], Iterator[Record]]]:
        def share(number: int) -> str:
            time.sleep(0.01)  # long enough for the copy to come to its turn
            if os.getpid() != self.home:
                return "" if not self.fails_aside else _fail()
            self.asked_here += 1
            return str(number)

        def together(found: Iterable[str]) -> Iterator[Record]:
            self.found = list(found)
            yield from ()

        return [partial(share, number) for number in range(10)], together


@pytest.mark.usefixtures("aside")
@pytest.mark.parametrize("fails", [False, True])
def test_shares_are_put_together_in_order_and_those_that_fail_aside_are_done_here(*, fails: bool) -> None:
    stage = _Shared(fails_aside=fails)
    pipeline.run(read(testimonia.sample_page()), [stage])
    assert [found or str(n) for n, found in enumerate(stage.found)] == [str(n) for n in range(10)]
    assert (stage.asked_here == 10) is fails


@pytest.mark.usefixtures("aside")
def test_where_no_copy_can_be_made_the_stages_are_asked_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> NoReturn:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    book = read(testimonia.sample_page())
    monkeypatch.setattr(os, "fork", refuse)
    other = _AsideOnly(fails_aside=False)
    pipeline.run(book, [_Longest(fails_aside=False), other])
    assert other.asked_here == 1


@pytest.mark.usefixtures("aside")
def test_progress_names_the_longest_and_no_stage_twice() -> None:
    told: list[str] = []
    stages: list[pipeline.Stage] = [_AsideOnly(fails_aside=False), _Longest(fails_aside=False)]
    pipeline.run(read(testimonia.sample_page()), stages, lambda name, _done, _count: told.append(name))
    assert told == ["people", ""]


@pytest.mark.usefixtures("aside")
@pytest.mark.parametrize("fails", [False, True])
def test_what_is_read_ahead_is_not_read_again_unless_it_failed(*, fails: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    read_here = []
    lay_out, home = LayoutStage.__call__, os.getpid()

    def counted(stage: LayoutStage, book: Sourcebook) -> list[Record]:
        if os.getpid() == home:
            read_here.append(stage)
        elif fails:
            _fail()
        return list(lay_out(stage, book))

    monkeypatch.setattr(LayoutStage, "__call__", counted)
    told: list[str] = []
    book = read(testimonia.sample_page(), progress=lambda name, _done, _count: told.append(name))
    assert len(read_here) == (1 if fails else 0)
    assert book.citations
    assert told[0] == "layout"


@pytest.mark.usefixtures("aside")
def test_what_is_read_ahead_is_given_up_when_the_rooms_behind_cannot_be_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copies: list[int] = []
    part = os.fork

    def counted() -> int:
        copies.append(part())
        return copies[-1]

    monkeypatch.setattr(os, "fork", counted)
    words = tmp_path / "words.toml"
    words.write_text("not = [toml", encoding="utf-8")
    with pytest.raises(VocabularyError):
        read(testimonia.sample_page(), vocabulary=words)
    assert len(copies) == 1
    with pytest.raises(ProcessLookupError):
        os.kill(copies[0], 0)


def _records(book: Sourcebook) -> list[str]:
    return [repr(record) for kind in pipeline.get_args(Record) for record in book.of(kind)]


def test_a_book_is_the_same_whether_its_stages_worked_aside_or_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(abreast, "can_work_aside", lambda: False)
    alone = _records(read(testimonia.sample_page()))
    monkeypatch.setattr(abreast, "_LONG", 0)
    monkeypatch.setattr(abreast, "can_work_aside", lambda: True)
    assert _records(read(testimonia.sample_page())) == alone


def test_a_copy_is_not_made_where_threads_run() -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert not can_work_aside()
    finally:
        stop.set()
        thread.join()


def test_a_copy_is_not_made_where_nobody_can_wait_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    before = can_work_aside()
    set_before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        assert not can_work_aside()
    finally:
        signal.signal(signal.SIGCHLD, set_before)
    assert can_work_aside() is before
    assert before is (sys.platform != "darwin")
