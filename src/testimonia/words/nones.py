"""Denials that name the deed by another word: "I gave no such hint", "Nothing whatever was decided".

The deeds are sets of words, verbs and what the deed is called where there was none of it; general English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from testimonia.model import Span

__all__ = ["deed_of", "nones"]

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
    "answer* reply replied replies",
    "protest* objection objected objects",
    "permi* allow* consent*",
    "advertis*",
    "apolog*",
    "marri* wedding wed marry",
    "trial trials tried indict* prosecut*",
    "vote* voting ballot*",
    "arrest*",
    "wound* injur*",
    "burn* burnt fire blaze flames",
    "report* dispatch* despatch*",
    "complet* finish*",
    "delay* postpon*",
    "escap* flight",
    "examin*",
    "letter letters wrote written",
    "meeting meetings met",
    "warrant*",
    "struggle struggled scuffle* fight fought",
    "scream* shout* cried cries cry",
    "witness*",
    "panic*",
    "mutiny mutin* revolt* rising",
    "negotiat*",
    "compromise* concession*",
    "reward* pension*",
    "inquest* autops* postmortem",
)
_LETTERS = 3  # by which a beginning is looked up; none is shorter
_NOUN = r"(?P<word>[^\W\d_][\w’'-]*)"
_THERE = re.compile(
    r"(?:\b(?:there\s+(?:was|were|is|are|(?:had|has|can\s+have)\s+been)|gave|given|made|had|have|has|received|issued|"
    r"took|saw|found|find|heard|signed|(?:knew|know|heard)\s+of|came\s+to|entered\s+into)"
    r"\s+(?:no|not\s+any|never\s+any|not\s+an?(?:\s+single)?|not\s+one)|^\W*No)\s+"
    r"(?:such\s+(?:a\s+)?)?(?:(?!doubt|longer|more|less|other|sooner)[^\W\d_]+(?:[’']s)?\s+)??[‘’“”\"']?"
    r"(?![\w-]+[’']s\b)" + _NOUN,
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
_NOT_FOUND = re.compile(
    r"\b(?:not|never|cannot|unable\s+to)\s+(?:find|found|say|said|see|show|shown|discover|hold)\b[^.;!?]{0,60}?\bthat\s+"
    r"there\s+(?:was|were|is|had\s+been|has\s+been)\s+(?:any\s+|an?\s+)?(?:[^\W\d_]+\s+by\s+)?" + _NOUN,
    re.IGNORECASE,
)
_FORMS = (  # with words of which one stands in each, in small letters
    (_THERE, ("no ", "not any", "never any", "not a", "not one")),
    (_NOTHING, ("nothing",)),
    (_WOULD_NOT, (" say ", " call ")),
    (_NOT_FOUND, ("that there",)),
)
_MAY_DENY = re.compile(r"\b(?:no|not|nothing|never|cannot|unable)\b|n[’']t\b", re.IGNORECASE)


def nones(text: str, start: int, end: int) -> Iterator[tuple[Span, str, bool]]:
    """Each denial with the deed that there was none of, and whether it stands with "would" or "could" as such.

    >>> words = "Lowe gave no such order."
    >>> [(span.cut(words), deed == deed_of("instructed")) for span, deed, _ in nones(words, 0, len(words))]
    [('gave no such order', True)]
    """
    if not _MAY_DENY.search(text, start, end):
        return
    low = text[start:end].lower()
    for form, signs in _FORMS:
        if not any(sign in low for sign in signs):
            continue
        for found in form.finditer(text, start, end):
            deed = deed_of(found["word"].lower())
            if deed:
                yield Span(*found.span()), deed, form is _WOULD_NOT


@cache
def _kin() -> tuple[dict[str, str], dict[str, tuple[tuple[str, str], ...]]]:
    """The deed of each whole word; and beginnings with theirs, by the first letters."""
    exact: dict[str, str] = {}
    beginnings: dict[str, tuple[tuple[str, str], ...]] = {}
    for line in _KIN:
        entries = line.split()
        for entry in entries:
            if entry[-1] != "*":
                exact.setdefault(entry, entries[0])
            else:
                beginnings[entry[:_LETTERS]] = (*beginnings.get(entry[:_LETTERS], ()), (entry[:-1], entries[0]))
    return exact, beginnings


@lru_cache(maxsize=1 << 15)
def deed_of(low: str) -> str:
    """The deed that a word is of, empty where it is of none."""
    exact, beginnings = _kin()
    may_be = beginnings.get(low[:_LETTERS], ())
    return exact.get(low) or next((deed for begin, deed in may_be if low.startswith(begin)), "")
