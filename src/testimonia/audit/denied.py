"""What the evidence denies outright in a noun or another word than the claim's: "I made no such promise".

A claim that states a deed is answered by an account that has it that there was no such thing ("No payment appears in
the books", under "HE PAID THE CLERK"), that nothing was done of the kind ("Nothing whatever was decided", under "THEY
AGREED TO WAIT"), or that it is not proved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from testimonia.model import Span
from testimonia.words.nones import deed_of, nones

from .contexts import is_supposed
from .exhibits import Exhibit, Point
from .lines import Line

__all__ = ["no_such_thing", "not_proved"]

_NOT_PROVED = re.compile(
    r"(?:\b(?:not|never)|n[’']t)\s+(?:(?!only|just|merely)\w+\s+){0,3}?(?:proved|proven|substantiated)\b"
    r"|\bno\s+trace\s+of\s+(?:it|this|such|any\s+such|the\s+(?:story|tale))\b"
    r"|\b(?:gives?|gave|cites?|cited|names?|named)\s+no\s+(?:authority|source)\b",
    re.IGNORECASE,
)
_MAY_DOUBT = ("prove", "substantiated", "no trace", "no authority", "no source")  # a quick way to pass over most
_CLEARS = re.compile(  # a claim that nothing was proved against somebody
    r"\b(?:clear(?:s|ed|ing)\b(?!\s+(?:up|away|the\s+way))|acquit\w*|exonerat\w*|exculpat\w*|absolv\w*|vindicat\w*|innocen\w*|blameless|guiltless)",
    re.IGNORECASE,
)
_NEAR_UNPROVED = 0.15


def no_such_thing(exhibit: Exhibit) -> Iterator[Point]:
    """Where the excerpt has it that there was none of what the claim states."""
    heading = exhibit.heading
    if heading.is_topic or heading.is_unproved:
        return
    mine = {
        deed: p
        for p in reversed(heading.parts)
        if not p.denied and (deed := deed_of(p.text.lower())) and not heading.is_refused(p.at)
    }
    if not mine:
        return
    for n, line in enumerate(exhibit.lines):
        if line.is_question:
            continue
        for words, deed, is_own_form in nones(line.text, line.start, line.end):
            part = mine.get(deed)
            if part is not None and (is_own_form or not is_supposed(line, len(line.lows))):
                claim = Span(part.start, part.end)
                yield Point("denied", exhibit, claim, clause_around(line, words), words, max(0.5, exhibit.near(n)))


def not_proved(exhibit: Exhibit) -> Iterator[Point]:
    """Where the excerpt has it that what the claim states is not proved, or rests on no authority."""
    heading = exhibit.heading
    if heading.is_topic or heading.is_unproved or heading.is_denial or heading.reserved or _CLEARS.search(heading.text):
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
