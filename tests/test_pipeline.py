"""The one way through: what holds whatever the stages are."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

import testimonia
from testimonia.model import Finding, Record, Sourcebook
from testimonia.pipeline import run


class _Looking:
    """A stage that notes whether the search for cycles is at work, and may fail."""

    name = "looking"
    reads: frozenset[type] = frozenset()
    writes: frozenset[type] = frozenset({Finding})

    def __init__(self, *, fails: bool) -> None:
        self.fails = fails
        self.seen: list[bool] = []

    def __call__(self, book: Sourcebook) -> Iterator[Record]:
        self.seen.append(gc.isenabled())
        if self.fails:
            raise ZeroDivisionError
        yield from ()


@pytest.fixture
def collector() -> Iterator[None]:
    at_work = gc.isenabled()
    yield
    (gc.enable if at_work else gc.disable)()


@pytest.fixture(scope="module")
def page() -> Sourcebook:
    return Sourcebook(testimonia.read(testimonia.sample_page()).source)


@pytest.mark.usefixtures("collector")
@pytest.mark.parametrize("at_work", [True, False])
@pytest.mark.parametrize("fails", [True, False])
def test_the_search_for_cycles_rests_meanwhile_and_is_left_as_it_was(
    page: Sourcebook, at_work: bool, fails: bool
) -> None:
    (gc.enable if at_work else gc.disable)()
    stage = _Looking(fails=fails)
    try:
        run(page, [stage])
    except ZeroDivisionError:
        assert fails
    assert stage.seen == [False]
    assert gc.isenabled() is at_work


@pytest.mark.usefixtures("collector")
@pytest.mark.parametrize("frozen", [True, False])
def test_what_somebody_froze_stays_frozen_and_nothing_else(page: Sourcebook, frozen: bool) -> None:
    gc.enable()
    gc.unfreeze()
    if frozen:
        gc.freeze()
    try:
        run(page, [_Looking(fails=False)])
        assert bool(gc.get_freeze_count()) is frozen
    finally:
        gc.unfreeze()
