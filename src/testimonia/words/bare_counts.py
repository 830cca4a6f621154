"""Every number that tells how many where no noun need stand beside it: "we numbered a hundred and twelve".

Wider than `words.counts` and `words.bare_numbers`: whatever is no date, time of day, age, year, page or name of a
thing. What is counted is the caller's to find, who must know that a number is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from testimonia.model import Span

from .amounts import read_number
from .calendars import MONTHS
from .counts import NUMBER, Count
from .sames import set_of

__all__ = ["find_bare", "is_of_a_part", "is_of_the_whole"]

_ROUGHLY = (
    r"half\s+a\s+(?:dozen|score|hundred)|a\s+couple\s+of\s+(?:hundred|dozen|score)|(?:a|one|two|three|four|five|six|seven)"
    r"\s+score(?:\s+and\s+(?:one|two|three|four|five|six|seven|eight|nine|ten))?|(?:three|four)score"
)
_OR = re.compile(rf"\s+(?:or|to)\s+(?P<more>{NUMBER})(?![\w/%]|[.,:]\d|['’]s\b)", re.IGNORECASE)
_FOUND = re.compile(
    rf"(?<![\w.,/'’$£€¥#№§-])(?:(?P<near>about|some|nearly|almost|around|approximately|roughly|perhaps|close\s+on)\s+)?"
    rf"(?:(?P<bound>more\s+than|over|at\s+least|above|upwards\s+of|fewer\s+than|less\s+than|under|not\s+exceed(?:ing)?)\s+)?"
    rf"(?P<much>{_ROUGHLY}|{NUMBER})(?![\w/%]|[.,:]\d|['’]s\b)",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"(?:\b(?:no|nos|article|articles|art|section|paragraph|page|pages|pp?|chapter|vol|volume|number|point|line|part|"
    r"room|cell|file|order|fond|op|appendix|congress|form|class|act|clause|item|lot|plate|figure|fig|table)\.?|"
    r"№|§|#)\s*$",
    re.IGNORECASE,
)
_NAMED_BY = re.compile(r"\b[A-Z][\w'’-]+\s+$")  # "Hut 12"
_SAID_BEFORE = re.compile(r"\b(?:the|their|his|her|its|your|this|that)\s+(?:[\w'’-]+\s+)?$", re.IGNORECASE)
# which says itself who they are: "of the hundred and six who perished"
_WHO = re.compile(
    r"\s+who\s+(?:had\s+|were\s+)?(?:perished|died|drowned|killed|lost|fell|burnt|burned)\b", re.IGNORECASE
)
_OF_FAME = re.compile(r"\b(?:famous|celebrated|notorious|so-called|alleged|supposed|legendary)\s+$", re.IGNORECASE)
_OTHER_BEHIND = re.compile(
    r"\s*(?:st|nd|rd|th)\b|\s*%|\s+(?:per\s+cent|percent|o['’]clock|a\.?\s?m\b|p\.?\s?m\b|or\s+(?:thereabouts)|past\b|"
    r"(?:minutes?|hours?|days?|nights?|weeks?|months?|years?|centuries|times|degrees|deg)\b|"
    r"(?:more|other|others)\b)",
    re.IGNORECASE,
)
_SOME_OF = re.compile(
    r"\s+of\s+(?:the\b|(?:them|these|those|us|whom|you)\b"
    r"(?=\s*(?:\w+ly\s+)?(?:were|was|are|had|have|has|could|would|being|got|went|came|died|women|men|children|boys|girls)\b))",
    re.IGNORECASE,
)
_THERE = re.compile(r"\bthere\s+(?:were|are|had\s+been|have\s+been|must\s+have\s+been)\s+$", re.IGNORECASE)
_OTHER_BEFORE = re.compile(
    r"(?:\b(?:aged?|at|past|till|until|since|before|after|by|half|quarter\s+to|boy\s+of|girl\s+of|lad\s+of|man\s+of|"
    r"woman\s+of|youth\s+of|child\s+of|one\s+in|in\s+(?:the\s+)?year)\s+|"
    r"\b(?:I|he|she|who)\s+(?:was|am|is|were)\s+(?:(?:only|then|just|but|nearly|barely|not\s+yet|turned)\s+)?|[£$€¥]\s*)$",
    re.IGNORECASE,
)
_PUT_AT = re.compile(
    r"\b(?:put|puts|putting|estimated?|estimates|reckoned|reckons|set)\b[^.,;:]{1,30}\bat\s+$", re.IGNORECASE
)
_PART_BEFORE = re.compile(
    r"\b(?:of\s+(?:whom|these|those|them|which)|of\s+(?:the|our|their|his|all\s+the)\s+\w+|including|among\s+(?:them|whom)|besides|other|another|remaining|"
    r"(?:the\s+)?(?:first|last)|except|save|but)\s*,?\s*$",
    re.IGNORECASE,
)
_PART_BEHIND = re.compile(
    r"\s+(?:of\s+(?:the|them|these|those|whom|us)\b|others?\b|more\b|were\s+(?:not|never)\b)", re.I
)
_WHOLE_BEHIND = re.compile(
    r"(?P<all>[^.;:!?]{0,60}?)\bof\s+(?:whom|which|them|these|those)\s+(?:only\s+|some\s+|about\s+|nearly\s+|at\s+least\s+|all\s+but\s+)?"
    rf"(?:{NUMBER}|most|many|several|half|some|few|none)\b(?P<part>[^.;:!?]*)",
    re.IGNORECASE,
)
_NO = re.compile(r"\b(?:no|not|hardly|scarcely|never|cannot)\b[^,;.]*$", re.IGNORECASE)
_NOT = re.compile(r"\b(?:no|not)\s+$", re.IGNORECASE)
_YEARS = range(1400, 2101)
# where a sentence tells ages, a number between commas is one: "Ann Lowe, aged 40; John Kent, fisherman, 28;"
_AGED = re.compile(r"\baged?\s+\d|\byears\s+(?:old|of\s+age)\b", re.IGNORECASE)
_SET_OFF = re.compile(r"[^\W\d_],\s*$")
_CLOSED = re.compile(r"\s*(?:[,;.)]|$)")
_LISTED = re.compile(r"[^\W\d_],\s\d{1,2}(?=[,;.])(?![.,]\d)")


def find_bare(text: str, start: int = 0, end: int | None = None) -> Iterator[Count]:
    """The numbers above one in ``text[start:end]`` that may tell how many, in order.

    >>> [(c.words, c.low) for c in find_bare("We had got to a hundred and six when, at four, Form 12 was called for.")]
    [('a hundred and six', 106.0)]
    """
    end = len(text) if end is None else end
    done = start
    aged = _tells_ages(text, start, end)
    for found in _FOUND.finditer(text, start, end):
        last = found.end("much")
        words = found["much"]
        if found.start() < done:
            continue
        before = text[max(start, found.start() - 24) : found.start()]
        behind = text[last : min(end, last + 24)]
        if (_NAMES.search(before) and not found["bound"]) or _OTHER_BEHIND.match(behind):
            continue  # "No. 7", but not "no fewer than seven"
        if _OTHER_BEFORE.search(before) and not _PUT_AT.search(text, max(start, found.start() - 48), found.start()):
            continue
        if aged and _SET_OFF.search(before) and _CLOSED.match(behind):
            continue
        if _SOME_OF.match(behind) and not _THERE.search(before):
            continue
        if words[0].isdecimal() and _NAMED_BY.search(before):
            continue
        beside = re.findall(r"[^\W\d_]+", before[-14:] + " " + behind[:14])
        if any(word.lower() in MONTHS for word in beside):
            continue
        value, more = _read(words.lower()), None
        if before.lower().rstrip().endswith("between") and " and " in words:
            few, many = words.lower().rsplit(" and ", 1)
            value, more = _read(few), _read(many)
        elif (other := _OR.match(text, last, end)) is not None:
            more = _read(other["more"].lower())
            if value is not None and more is not None and more > value:
                last = done = other.end()
                scale = next((s for s in (1000.0, 100.0) if value < 10 and more >= s and more % s == 0), 1.0)
                value *= scale  # "two or three hundred"
            else:
                more = None
        if value is None or value < 2 or value % 1 or (words.isdecimal() and int(words) in _YEARS):
            continue
        if found.start() == start and words[0].isdecimal() and text[last : last + 1] == ".":
            continue  # the mark of a paragraph
        low, high = (value, more) if more is not None and more > value else (value, value)
        about = bool(found["near"] or found["bound"]) or high > low
        bound = (found["bound"] or "").lower()
        if bound:
            below = bound.startswith(("fewer", "less", "under", "not"))
            if not below and _NOT.search(before):
                below, bound = True, "not"  # "not above thirty"
            if (
                below
                and not bound.startswith("not")
                and _NO.search(text, max(start, found.start() - 40), found.start())
            ):
                below = False  # "hardly fewer than forty"
            low, high = (low * 0.5, high) if below else (low, high * 1.5)
        yield Count(Span(found.start(), last), text[found.start() : last], low, high, "", "bare", about, last)


def _tells_ages(text: str, start: int, end: int) -> bool:
    """Whether some number is said to be an age, or several stand in a row as ages do: "Lowe, 40; Kent, 28;"."""
    return _AGED.search(text, start, end) is not None or len(_LISTED.findall(text, start, end)) > 1


def _read(words: str) -> float | None:
    """What a number is worth, scores and half dozens too."""
    pieces = re.split(r"[\s-]+", words)
    if words.endswith("score") and len(pieces) == 1:
        return {"threescore": 60.0, "fourscore": 80.0}.get(words)
    if "score" in pieces:
        at = pieces.index("score")
        head = "one" if pieces[:at] == ["a"] else "2" if pieces[:1] == ["a"] else " ".join(pieces[:at])
        many, rest = read_number(head), read_number(" ".join(pieces[at + 2 :])) if pieces[at + 1 :] else 0.0
        if pieces[:2] == ["half", "a"]:
            many = 0.5
        return None if many is None or rest is None else many * 20 + rest
    if pieces[:2] == ["half", "a"]:
        whole = read_number("a " + pieces[2]) if len(pieces) == 3 else None
        return None if whole is None else whole / 2
    if pieces[:3] == ["a", "couple", "of"]:
        one = read_number("a " + pieces[3])
        return None if one is None else one * 2
    return read_number(words)


def is_of_a_part(text: str, count: Count) -> bool:
    """Whether a number counts some of those who are counted before, or is one told before: "the famous six hundred".

    >>> text = "Thirty fell, of whom three were boys."
    >>> [is_of_a_part(text, count) for count in find_bare(text)]
    [False, True]
    """
    return bool(
        _PART_BEFORE.search(text, max(0, count.span.start - 24), count.span.start)
        or _OF_FAME.search(text, max(0, count.span.start - 24), count.span.start)
        or (
            count.kind == "bare"
            and _SAID_BEFORE.search(text, max(0, count.span.start - 24), count.span.start)
            and not _WHO.match(text, count.span.end)
        )
        or (
            (_PART_BEHIND.match(text, max(count.head, count.span.end)) or _SOME_OF.match(text, count.span.end))
            and not _THERE.search(text, max(0, count.span.start - 24), count.span.start)
        )
    )


def is_of_the_whole(text: str, count: Count) -> bool:
    """Whether a number counts those of whom a part, counted behind it, died.

    >>> text = "Thirty rode out, of whom three were killed. Forty died, of whom two were boys."
    >>> [count.words for count in find_bare(text) if is_of_the_whole(text, count)]
    ['Thirty']
    """
    found = _WHOLE_BEHIND.match(text, max(count.head, count.span.end))
    return found is not None and _tells_of_loss(found["part"]) and not _tells_of_loss(found["all"])


def _tells_of_loss(words: str) -> bool:
    return any(set_of(word) == "lost" for word in re.findall(r"[^\W\d_]+", words.lower()))
