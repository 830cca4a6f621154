"""One thing in another state than the claim has it in: "it was not shut till evening" under "THE GATE WAS OPEN".

The states are those that shut each other out (`words.states`).
"""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.model import Span
from testimonia.words.states import State, state_words, states

from .contexts import is_of_others, is_supposed
from .exhibits import Exhibit, Point
from .lines import Line
from .sides import is_excepted, is_of_another_subject, is_of_somebody_else

__all__ = ["another_state"]

_SCALES = frozenset(  # the others are read by other words too (see `opposed`)
    "going parting shutting wholeness loading wetness genuineness signing lighting consciousness clothing marriage "
    "speed daylight weather".split()
)
_BRIEF = 6  # sentences of an excerpt that speaks of little else
_NEAR = 0.15
_MUCH = 0.15  # of the claim in the whole of a longer excerpt
_DOING = frozenset(
    "to putting setting keeping for by of without".split()
)  # "a plan for putting the winch out of order"
_BACK = 3


def another_state(exhibit: Exhibit) -> Iterator[Point]:
    """The first state of each scale that the claim lies on, on its other end; none where the excerpt has both ends."""
    heading = exhibit.heading
    if heading.is_topic or heading.is_unproved or state_words().isdisjoint(heading.line.low_forms):
        return
    asked = {state.scale: state for state in states(heading.line.lows) if not _is_open(heading.line, state)}
    if not asked:
        return
    for scale, own in asked.items():
        if scale not in _SCALES:
            continue
        told = [
            (n, state)
            for n, line in enumerate(exhibit.lines)
            if not line.is_question and not state_words().isdisjoint(line.low_forms)
            for state in states(line.lows)
            if state.scale == scale and not _is_open(line, state)
        ]
        if not told or any(state.yes == own.yes for _, state in told):
            continue
        n, state = max(told, key=lambda place: (exhibit.near(place[0]), -place[0]))
        line = exhibit.lines[n]
        if exhibit.near(n) < _NEAR and len(exhibit.lines) > _BRIEF and exhibit.whole < _MUCH:
            continue
        place, words = line.clause(state.at, state.length), line.place(state.at, state.length)
        if is_of_somebody_else(exhibit, line, place) or is_of_another_subject(exhibit, line, state.at):
            continue
        if is_excepted(heading, line):
            continue
        claim = Span(heading.line.words[own.at].start, heading.line.words[own.at + own.length - 1].end)
        yield Point("state", exhibit, claim, place, words, max(0.4, exhibit.near(n)))


def _is_open(line: Line, state: State) -> bool:
    """Whether it is only supposed, told as what others hold, or meant to be brought about."""
    if is_supposed(line, state.at) or is_of_others(line, state.at):
        return True
    return not _DOING.isdisjoint(line.lows[max(0, state.at - _BACK) : state.at])
