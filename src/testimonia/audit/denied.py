"""What the evidence denies outright in a noun or another word than the claim's: "I gave no such order".

A claim that states a deed is answered by an account that has it that there was no such thing ("No payment appears in
the books", under "HE PAID THE CLERK"), that nothing was done of the kind ("Nothing whatever was decided", under "THEY
AGREED TO WAIT"), or that it is not proved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from testimonia.model import Span

from .contexts import is_supposed
from .exhibits import Exhibit, Point
from .lines import Line

__all__ = ["no_such_thing", "not_proved"]

_KIN = (  # a deed, and what it is called where there was none of it
    "order* command* instruct* forbid* forbade direct* bade decree*",
    "paid pay pays paying payment* bribe* bribing",
    "agree* decid* decision* resolve* resolution* settle* settlement* arrange* pact bargain*",
    "promis* pledg* undertaking*",
    "threat* menac*",
    "warn* caution*",
    "refus* declin*",
    "conspir* plot* conspiracy",
    "attack* assault*",
    "quarrel* dispute*",
    "strik* struck strike",
    "betray* treason treachery",
    "complain* complaint*",
    "confess* admission*",
    "search* raid*",
    "poison*",
    "murder* kill*",
    "steal stole* theft* rob* robber*",
)
_NOUN = r"(?P<word>[^\W\d_][\w’'-]*)"
_THERE = re.compile(
    r"(?:\b(?:there\s+(?:was|were|is|are|(?:had|has|can\s+have)\s+been)|gave|given|made|had|have|has|received|issued|"
    r"took|saw|found|find|heard|signed|(?:knew|know|heard)\s+of|came\s+to|entered\s+into)"
    r"\s+(?:no|not\s+any|never\s+any)|^\W*No)\s+"
    r"(?:such\s+(?:a\s+)?)?(?:(?!doubt|longer|more|less|other|sooner)[^\W\d_]+\s+)??[‘’“”\"']?" + _NOUN,
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"\bnothing\s+(?:(?:whatever|whatsoever|at\s+all|of\s+the\s+(?:kind|sort))\s+)?"
    r"(?:was|were|has\s+been|had\s+been|is)\s+(?:ever\s+)?" + _NOUN,
    re.IGNORECASE,
)
_WOULD_NOT = re.compile(
    r"\b(?:would|could|can|do|did|should)(?:\s+not|n[’']t)\s+(?:say|call\s+it|call\s+that)\s+"
    r"(?:(?:that|it|was|were|we|they|he|she|had|a|an)\s+){0,3}" + _NOUN,
    re.IGNORECASE,
)
_FORMS = (_THERE, _NOTHING, _WOULD_NOT)
_NOT_PROVED = re.compile(
    r"(?:\b(?:not|never)|n[’']t)\s+(?:(?!only|just|merely)\w+\s+){0,3}?(?:proved|proven|substantiated)\b"
    r"|\bno\s+trace\s+of\s+(?:it|this|such|any\s+such|the\s+(?:story|tale))\b"
    r"|\b(?:gives?|gave|cites?|cited|names?|named)\s+no\s+(?:authority|source)\b",
    re.IGNORECASE,
)
_MAY_DOUBT = ("prove", "substantiated", "no trace", "no authority", "no source")  # a quick way to pass over most
_NEAR_UNPROVED = 0.15
_MAY_DENY = re.compile(r"\b(?:no|not|nothing|never)\b|n[’']t\b", re.IGNORECASE)


def no_such_thing(exhibit: Exhibit) -> Iterator[Point]:
    """Where the excerpt has it that there was none of what the claim states."""
    heading = exhibit.heading
    if heading.is_topic or heading.is_unproved:
        return
    mine = {kin: part for part in reversed(heading.parts) if not part.denied and (kin := _kin(part.text.lower()))}
    if not mine:
        return
    for n, line in enumerate(exhibit.lines):
        if line.is_question or not _MAY_DENY.search(line.text, line.start, line.end):
            continue
        for form in _FORMS:
            for found in form.finditer(line.text, line.start, line.end):
                part = mine.get(_kin(found["word"].lower()))
                if part is not None and (form is _WOULD_NOT or not is_supposed(line, len(line.lows))):
                    words = Span(*found.span())
                    claim = Span(part.start, part.end)
                    yield Point("denied", exhibit, claim, clause_around(line, words), words, max(0.5, exhibit.near(n)))


def not_proved(exhibit: Exhibit) -> Iterator[Point]:
    """Where the excerpt has it that what the claim states is not proved, or rests on no authority."""
    heading = exhibit.heading
    if heading.is_topic or heading.is_unproved or heading.is_denial or heading.reserved:
        return
    text = exhibit.record.text
    if not any(word in text for word in _MAY_DOUBT) or _NOT_PROVED.search(text) is None:
        return
    for n, line in enumerate(exhibit.lines):
        found = _NOT_PROVED.search(line.text, line.start, line.end)
        if found is None or line.is_question or exhibit.near(n) < _NEAR_UNPROVED:
            continue
        words = Span(*found.span())
        whole = Span(0, len(heading.text))
        yield Point("unproved", exhibit, whole, clause_around(line, words), words, exhibit.near(n))


def clause_around(line: Line, place: Span) -> Span:
    """The clause that a stretch of the sentence stands in."""
    inside = [at for at, word in enumerate(line.words) if place.start < word.end and word.start < place.end]
    return line.clause(inside[0], len(inside)) if inside else Span(line.start, line.end)


@lru_cache(maxsize=1 << 14)
def _kin(low: str) -> str:
    """The deed that a word is of, empty where it is of none."""
    for line in _KIN:
        for entry in line.split():
            if low.startswith(entry[:-1]) if entry[-1] == "*" else low == entry:
                return line
    return ""
