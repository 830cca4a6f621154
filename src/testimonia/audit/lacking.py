"""What a claim has that there was none of, and the evidence some: "a bell was rung" under "WITHOUT ANY WARNING"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from testimonia.model import Span

from .contexts import is_of_others, is_supposed
from .exhibits import Exhibit, Point
from .vocabulary import is_heard, told_of

__all__ = ["some_of_it"]

_NONE_OF = re.compile(
    r"\b(?:without(?:\s+(?:any|a|an|the\s+least|so\s+much\s+as\s+an?))?|no|(?:denied|refused)(?:\s+(?:all|any|every|even))?|"
    r"(?:never|not)\s+(?:got|given|had|received|offered)(?:\s+(?:any|an?))?|for\s+(?:want|lack)\s+of|lacked)\s+"
    r"(?:[^\W\d_]+\s+)??(?P<thing>[^\W\d_]+)",
    re.IGNORECASE,
)
_CLOSED = frozenset("closed shut locked refused".split())  # "the doctor's door was shut"
_BRIEF = 6  # sentences of an excerpt that speaks of little else


def some_of_it(exhibit: Exhibit) -> Iterator[Point]:
    """The first words that tell of it outright; none where the excerpt has that there was none of it too."""
    heading = exhibit.heading
    if heading.is_topic or heading.is_unproved:
        return
    for found in _NONE_OF.finditer(heading.text):
        told = told_of(found["thing"].lower())
        if not told:
            continue
        places = []
        for n, line in enumerate(exhibit.lines):
            if line.is_question or line.low_forms.isdisjoint(told):
                continue
            if not exhibit.near(n) and len(exhibit.lines) > _BRIEF:
                continue
            at = next(k for k, low in enumerate(line.lows) if low in told)
            if line.is_denied(at) or not line.low_forms.isdisjoint(_CLOSED):
                return
            if not is_heard(line.lows[at], line.low_forms):
                continue
            if not is_supposed(line, at) and not is_of_others(line, at):
                places.append((n, at))
        if places:
            n, at = max(places, key=lambda place: (exhibit.near(place[0]), -place[0]))
            line = exhibit.lines[n]
            claim = Span(*found.span())
            yield Point("some", exhibit, claim, line.clause(at), line.place(at), max(0.4, exhibit.near(n)))
        return
