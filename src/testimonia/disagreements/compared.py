"""Numbers of several accounts that one sentence sets side by side: "Ash says six thousand, and Reed, five".

A historian who compares what others tell names each with his number: behind a verb of saying ("gives forty"), before
"for" ("three for the mate, two for the cook"), or between commas where the verb is understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from ..model import DiscrepancyKind, Reason
from ..words.bare_counts import find_bare
from ..words.counts import Count
from .differences import Difference, Words
from .sayings import Saying, Sayings, may_count

__all__ = ["differing_compared"]

_SAID = (
    "says said say gives gave give has had puts put reckons reckoned states stated claims claimed counts counted "
    "writes wrote written told shows showed records recorded lists listed prints printed enters entered"
)
_SAYING = re.compile(
    rf"\b(?:(?:{_SAID.replace(' ', '|')})\s+(?:me\s+|us\s+|it\s+at\s+|of\s+|that\s+there\s+were\s+)?"
    r"|(?:count|figure|total|number|reckoning)\s+(?:is|was)\s+"
    r"|according\s+to\s+[^,;.]{2,40}?,?\s+(?:there\s+were\s+|it\s+was\s+)?)$",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:says?|said|gives?|gave|puts?|reckon(?:s|ed)|state[sd]?|claim(?:s|ed)|writes?|wrote|written|told|according)\b",
    re.IGNORECASE,
)
_WORDS = frozenset(_SAID.split()) | {"for", "according"}
_LEADING = _WORDS | frozenset(
    "me us at of were is was to a about some nearly over than".split()
)  # right before a number
_MOST = 4  # numbers of one sentence
_FOR = re.compile(r"\s+for\s+(?:the\s+)?[^\W\d_]+", re.IGNORECASE)
_APART = re.compile(r"(?<!which)(?<!whom),\s+(?:and\s+)?$")
_CLOSED = re.compile(r"\s*[,;.:]|$")
_PERSON = frozenset("the his her my our their".split())


def differing_compared(sayings: Sayings) -> Iterator[Difference]:
    """What one sentence tells of several accounts."""
    last: tuple[Saying, Count] | None = None
    counting = frozenset(filter(may_count, sayings.lows))
    for saying in sayings.all:
        lows = saying.lows
        if saying.section < 0 or counting.isdisjoint(lows) or _WORDS.isdisjoint(lows):
            continue
        if not _may_compare(saying, counting):
            continue
        found, said = _compared(sayings, saying)
        for one, other in combinations(found[:_MOST], 2):
            if one.low != other.low:
                yield _difference(saying, one, saying, other)
        if last is not None and said and len(found) == 1 and _follow(last[0], saying) and _are_alike(last[1], found[0]):
            yield _difference(*last, saying, found[0])
        last = (saying, found[-1]) if said and found else None


def _may_compare(saying: Saying, counting: frozenset[str]) -> bool:
    """Whether a number stands where it may be what somebody tells; quick."""
    if any(b.low in counting and a.low in _LEADING for a, b in pairwise(saying.tokens)):
        return True
    return " for " in saying.words and sum(token.low in counting for token in saying.tokens) > 1


def _follow(before: Saying, saying: Saying) -> bool:
    """Whether it is the next sentence of the account."""
    return before.record is saying.record and saying.number == before.number + 1


def _are_alike(one: Count, other: Count) -> bool:
    return one.low != other.low and one.kind == other.kind == "bare"


def _difference(a: Saying, one: Count, b: Saying, other: Count) -> Difference:
    return Difference(
        DiscrepancyKind.NUMBER,
        Words(a, one.span.start, one.span.end),
        Words(b, other.span.start, other.span.end),
        "what accounts tell",
        0.55,
        None,
        (),
        (Reason("one account sets the numbers of others side by side"),),
        0.0,
    )


def _compared(sayings: Sayings, saying: Saying) -> tuple[list[Count], bool]:
    """The numbers of a sentence that are each somebody's, and whether a verb of saying stands before the first."""
    text, said, of_some, understood = saying.text, 0, 0, False
    found: list[Count] = []
    counts = [c for c in sayings.counts(saying) if c.kind in ("persons", "bare", "things")]
    counts += [c for c in find_bare(text, saying.start, saying.end) if not any(c.span.overlaps(o.span) for o in counts)]
    for count in sorted(counts, key=lambda c: c.span.start):
        before = text[max(saying.start, count.span.start - 70) : count.span.start]
        end = max(count.head, count.span.end)
        if _FOR.match(text, end, saying.end) and count.kind == "bare":
            of_some += 1
        elif _SAYING.search(before):
            said += 1
        else:
            if not _CLOSED.match(text, end, saying.end) or not found:
                continue
            if not _is_named_before(saying, count) and not (
                _APART.search(before) and _has_teller(saying, found, count)
            ):
                continue
            understood = True
        found.append(count)
    if of_some >= 2:
        return found, False
    if said and (said == len(found) == 1 or understood or _TOLD.search(text, saying.start, saying.end)):
        return found, True
    return [], False


def _is_named_before(saying: Saying, count: Count) -> bool:
    """Whether a name stands right before the number: "Ash gives forty, Reed fifty"."""
    before = saying.tokens_in(saying.start, count.span.start)
    return bool(before) and before[-1].named is not None and saying.text[before[-1].end : count.span.start] == " "


def _has_teller(saying: Saying, found: list[Count], count: Count) -> bool:
    """Whether somebody else is told of between the number before and this one."""
    if not found:
        return False
    between = saying.tokens_in(found[-1].span.end, count.span.start)
    return any(token.named is not None or token.low in _PERSON for token in between)
