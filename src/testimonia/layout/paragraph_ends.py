"""What may be a citation at the end or at the head of a paragraph: in a bracket, behind a dash, in emphasis, a note.

A piece is (start, end, inner start, inner end, score): with its brackets or dash, and the words of the citation in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import itemgetter

from .enclosures import CLOSERS, OPENERS, last_bracket
from .evidence import LIKELY, citation_score
from .sources import Tail
from .units import Unit

__all__ = ["lead_of", "tail_of", "weak_tails"]

_TAIL_DASH = re.compile(r"(?:^|(?<=[\s.!?”\"’»…]))(?:—|–|―|--+)\s?(?=[^\s\-–—])")
_CLOSED_BY_DASH = re.compile(r"[.!?…][”\"»’]\s*(?:—|–|--+)\s")
_REF_TAG = re.compile(r"<ref(?:\s[^<>]*)?>(.*?)</ref>\W*$", re.S)
_INLINE_NOTE = re.compile(r"\\(?:foot|end)note\{|\^\[|\{\{(?:sfn|refn|efn)\|")
_LEAD_END = re.compile(
    r"(?<=[\d\])a-z.])(?:\*\*|__|''')?:(?:\*\*|__|''')?\s+(?=\S)|(?<=[\d.)\]])(?:\*\*|__|''')\s*[—–:-]?\s*(?=[\"“«„‘A-ZÀ-Þ])"
)
# a bracket that holds nothing but a link: "([Marlow 1931, 44](zotero://select/A1))"
_LINKED = re.compile(r"[\s.,;]*[(\[]\s*\[(?P<words>[^\[\]\n]{1,300})\]\((?P<to>[^()\s]{1,600})\)\s*[)\]]")
_LINKED_REACH = 1600  # code points at the end of a paragraph in which such brackets stand
_STRONG_TAGS = frozenset(("i", "em", "cite", "small", "b", "strong"))
_CLOSING_MARKS = ("”", "»")  # what opens no quotation
_ENDS_QUOTED = frozenset("”\"’»'.!?…")
_DIGIT = re.compile(r"\d")
_ENDS_IN_PLACE = re.compile(r"(?:\d|\bpp?\.\s?[ivxlc]+(?:[-–][ivxlc]+)?)[\])]?$")
_LEAD_REACH = 400  # code points: no citation at the head of a paragraph runs on longer
_DASH_REACH = 300  # code points of a citation behind a dash
_NOTE_REACH = 700  # code points of a note within the text
_BEFORE = 12  # code points of a paragraph that are hardly more than a signature


def tail_of(text: str, unit: Unit) -> Tail | None:
    """The piece at the end of a paragraph that most looks like a citation; ``None`` if none does."""
    start, end = unit.segments[-1]
    note = _note_tail(text, start, end)
    if note is not None:
        return note
    linked = _linked_tail(text, start, end)
    if linked is not None and linked[4] >= LIKELY:
        return linked
    best: Tail | None = None
    bracket = last_bracket(text, start, end)
    if bracket is not None and bracket[0] > start + 2:
        score = citation_score(text[bracket[0] + 1 : bracket[1] - 1])
        if bracket[0] > start + _BEFORE or score >= LIKELY + 0.5:  # behind a signature only what is no doubt a citation
            best = (bracket[0], end, bracket[0] + 1, bracket[1] - 1, score)
    for dash in _dashes(text, start, end):
        if _CLOSED_BY_DASH.search(text, dash.end(), end):
            continue  # the quotation goes on behind this one
        score = citation_score(text[dash.end() : end]) + 0.5
        if score >= LIKELY and (best is None or score > best[4]):
            best = (dash.start(), end, dash.end(), end, score)
    for span, tag in unit.emphasis:
        least = start if tag == "note" else start + _BEFORE  # a note says itself that it is one
        if (tag in _STRONG_TAGS or tag == "note") and span.end >= end - 2 and span.start > least:
            inner = citation_score(text[span.start : span.end]) + (3.0 if tag == "note" else 0.0)
            if inner >= LIKELY and (best is None or inner > best[4]):
                left = span.start
                while left > start and text[left - 1] in " ([—–-":
                    left -= 1
                best = (left, end, span.start, span.end, inner)
    return best


def _note_tail(text: str, start: int, end: int) -> Tail | None:
    """The note within the text that closes a paragraph: "<ref>…</ref>", "^[…]", "{{sfn|…}}"."""
    opens = text.rfind("<ref", start, end) if text[end - 1] == ">" else -1
    while opens > start and text.endswith("</ref>", start, opens):  # several in a row cite together
        opens = text.rfind("<ref", start, opens)
    reference = _REF_TAG.match(text, opens, end) if opens >= 0 else None
    if reference is not None:
        return reference.start(), end, reference.start(1), reference.end(1), 3.0 + citation_score(reference.group(1))
    inline = _INLINE_NOTE.search(text, max(start, end - _NOTE_REACH), end) if text[end - 1] in "}]" else None
    if inline is None:
        return None
    close = end - (2 if text.endswith("}}", inline.end(), end) and text.startswith("{{", inline.start()) else 1)
    score = max(LIKELY, 3.0 + citation_score(text[inline.end() : close]))  # a note says itself that it is one
    return inline.start(), end, inline.end(), close, score


def _dashes(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The dashes at the end of a paragraph that a citation may stand behind."""
    for dash in _TAIL_DASH.finditer(text, max(start, end - _DASH_REACH), end):
        if dash.start() > start + _BEFORE or _closes_quoted(text, start, dash.start()):
            yield dash


def _linked_tail(text: str, start: int, end: int) -> Tail | None:
    """What most looks like a citation among the links that close a paragraph: "([Marlow 1931, 44](…)) ([pdf](…))"."""
    if text[end - 1] not in ")].":
        return None
    at = text.find("](", max(start, end - _LINKED_REACH), end)
    found: list[re.Match[str]] = []
    while at >= 0:
        opened = max(text.rfind("([", start, at), text.rfind("[[", start, at))
        match = _LINKED.match(text, opened, end) if opened > start else None
        if match is not None:
            if found and found[-1].end() != opened and text[found[-1].end() : opened].strip(" .,;"):
                found.clear()
            found.append(match)
        at = text.find("](", at + 2, end)
    if not found or text[found[-1].end() : end].strip(" ."):
        return None
    score, best = max(((citation_score(match["words"]), match) for match in found), key=itemgetter(0))
    return found[0].start(), end, *best.span("words"), score


def weak_tails(text: str, units: list[Unit], skip: set[int]) -> dict[int, list[Tail]]:
    """What could be a citation at the end of each paragraph by its bracket or dash alone."""
    found: dict[int, list[Tail]] = {}
    for i, unit in enumerate(units):
        if unit.aside or i in skip:
            continue
        start, end = unit.segments[-1]
        linked = _linked_tail(text, start, end)
        pieces: list[Tail] = [] if linked is None else [linked]
        bracket = last_bracket(text, start, end)
        if bracket is not None and bracket[0] > start + 2:
            a, b = bracket
            pieces.append((a, end, a + 1, b - 1, citation_score(text[a + 1 : b - 1])))
        last = None
        for dash in _dashes(text, start, end):
            if text[start : dash.start()].rstrip()[-1:] in _ENDS_QUOTED:
                last = dash
        if last is not None:
            pieces.append((last.start(), end, last.end(), end, citation_score(text[last.end() : end])))
        if pieces:
            found[i] = pieces
    return found


def _closes_quoted(text: str, start: int, end: int) -> bool:
    """Whether a paragraph, however short, is the last of a quotation: a signature and the closing mark."""
    return text[start:end].rstrip()[-1:] in _CLOSING_MARKS


def lead_of(text: str, unit: Unit) -> Tail | None:
    """The piece at the head of a paragraph that looks like a citation; ``None`` if none does."""
    start, end = unit.segments[0]
    if end - start < 30 or _DIGIT.search(text, start, min(end, start + _LEAD_REACH)) is None:
        return None
    for span, tag in unit.emphasis:
        if tag in ("b", "strong", "cite", "i", "em") and span.start <= start + 1 and span.end < end - 15:
            score = citation_score(text[span.start : span.end].rstrip(": ."))
            if score >= LIKELY:
                stop = span.end
                while stop < end and text[stop] in " :—–-":
                    stop += 1
                return span.start, stop, span.start, span.end, score
    if text[start] in OPENERS:
        depth = 0
        for i in range(start, min(end, start + _LEAD_REACH)):
            depth += (text[i] in OPENERS) - (text[i] in CLOSERS)
            if depth == 0:
                score = citation_score(text[start + 1 : i])
                if score >= LIKELY + 0.5 and i + 15 < end:
                    return start, i + 1, start + 1, i, score
                break
    for colon in _LEAD_END.finditer(text, start, min(end, start + _LEAD_REACH)):
        if colon.end() > end - 10:
            break
        words = text[start : colon.start()].strip("*_'. ")
        score = citation_score(words)
        if score >= LIKELY + 0.5 and _ENDS_IN_PLACE.search(words):
            return start, colon.end(), start, colon.start(), score
    return None
