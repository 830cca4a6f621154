"""Where citations stand on the page, and the units cut so that each citation is an item of its own.

Five placements are known: on a line of its own after or before the excerpt; at the end of the
excerpt's last paragraph; at the head of its first; and in notes. Which one a page uses is seen
from how many units would carry a citation under each.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from operator import itemgetter

from .evidence import LIKELY, citation_score, ends_in_locator, is_author_date, is_imprint, lower_share
from .notes import NoteTable
from .sources import Tail, Works, habitual_tails, known_tails
from .units import Item, Shape, Unit, shape_of

__all__ = [
    "Candidates",
    "Placement",
    "candidates",
    "is_bracketed",
    "items_for",
    "recognise_habitual",
    "recognise_listed",
    "trim_citation",
]


class Placement(StrEnum):
    """Where the citation of an excerpt stands."""

    AFTER = "own line, after"
    BEFORE = "own line, before"
    TAIL = "end of the paragraph"
    LEAD = "head of the paragraph"
    NOTES = "notes"


LABEL = re.compile(
    r"(?:\*\*|__|''')?(?:sources?|src|from|citation|cited|quoted (?:from|in)|cite|"
    r"ref(?:erence)?|see|via|quelle|fundstelle|aus|nachweis|fonte|"
    r"fuente|tiré de|référence|источник|см\.|джерело)(?:\*\*|__|''')?\s*(?::|—|–|-\s)\s*(?:\*\*|__|''')?\s*",
    re.I,
)
_OPENERS, _CLOSERS = "([{", ")]}"
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
_SENTENCE_ENDS = (".", "!", "?", "…", '"', "”", "’", "»", "'")
_WHITE = " \t\r\n\u00a0"
_DIGIT = re.compile(r"\d")
_LEAD_REACH = 400  # code points: no citation at the head of a paragraph runs on longer


@dataclass(slots=True)
class Candidates:
    """What each unit would give as a citation: its score alone, or the piece at its end or head.

    ``tails`` and ``leads`` map a unit to (start, end, inner start, inner end, score): the piece
    with its brackets or dash, and the words of the citation in it.
    """

    scores: list[float]
    shapes: list[Shape]
    tails: dict[int, tuple[int, int, int, int, float]]
    leads: dict[int, tuple[int, int, int, int, float]]

    def own(self, skip: set[int]) -> list[int]:
        """The units that are citations by themselves."""
        return [i for i, score in enumerate(self.scores) if score >= LIKELY and i not in skip]


def candidates(text: str, units: list[Unit]) -> Candidates:
    """Score every unit, and every piece at a unit's end or head that could be a citation."""
    scores = [-6.0 if unit.aside else _unit_score(unit) for unit in units]
    tails: dict[int, tuple[int, int, int, int, float]] = {}
    leads: dict[int, tuple[int, int, int, int, float]] = {}
    for i, unit in enumerate(units):
        if unit.aside:
            continue
        tail = _tail(text, unit)
        if tail is not None and tail[4] >= LIKELY - 0.5:
            words = text[tail[2] : tail[3]]
            if text[tail[0]] in "([" and is_imprint(words) and not is_author_date(words):
                continue
            tails[i] = tail
            before = text[unit.start : tail[0]].rstrip()
            noted = any(kind == "note" and span.start == tail[2] for span, kind in unit.emphasis)
            told = before[-1:] in _SENTENCE_ENDS and lower_share(before) > 0.45
            if tail[4] >= LIKELY and (noted or told):
                scores[i] = min(scores[i], 0.4)  # it is the end of the paragraph that cites, not the whole
        lead = _lead(text, unit)
        if lead is not None:
            leads[i] = lead
            if lower_share(text[lead[1] : unit.segments[0][1]]) > 0.45:
                scores[i] = min(scores[i], 0.4)
    _recognise(text, units, scores, tails)
    _weigh_settings(units, scores)
    return Candidates(scores, [shape_of(unit.text) for unit in units], tails, leads)


_HEAD = re.compile(r"[\W_]*([^\W\d_][^,.:;(\n\d]{1,60}?)(?:[,.:;]\s|\s\d)")
_JOINT = re.compile(r"\s(?:and|&|und|et|y|e|и)\s")
_SAME_HEAD = 2.5  # what it adds to a score that an undoubted citation of the page begins with the same name
_LONGEST_SHORT = 150  # characters of a short citation with its brackets
_HABIT = 5  # undoubted citations in one kind of bracket
_ODD_BRACKETS = 9.0  # what brackets take off a score on a page that sets its citations without them
_SURE_HABIT = 10
_SAME_SETTING = 3.0  # what it adds that nearly all undoubted citations are set in the same brackets
_DOUBTFUL = -2.5  # a score from which that can still make a citation


def _recognise(
    text: str, units: list[Unit], scores: list[float], tails: dict[int, tuple[int, int, int, int, float]]
) -> None:
    """Raise what begins with the same author as an undoubted citation: short titles, citations without a page."""
    heads: set[str] = set()
    for i, score in enumerate(scores):
        if score >= LIKELY + 0.5:
            heads.add(_head(units[i].text))
    for tail in tails.values():
        if tail[4] >= LIKELY:
            heads.add(_head(text[tail[2] : tail[3]]))
    heads.discard("")
    openers = Counter(text[tail[0]] for tail in tails.values() if tail[4] >= LIKELY)
    habit, times = openers.most_common(1)[0] if openers else ("", 0)
    for i, unit in enumerate(units):
        if unit.aside:
            continue
        if _DOUBTFUL < scores[i] < LIKELY and len(unit.text) < 200 and _head(unit.text) in heads:
            scores[i] += _SAME_HEAD
        if i not in tails:
            start, end = unit.segments[-1]
            bracket = _last_bracket(text, start, end)
            if bracket is None or bracket[0] <= start + 12:
                continue
            words = text[bracket[0] + 1 : bracket[1] - 1]
            # where the page puts its citations in such brackets, a page number in them is enough
            habitual = times >= _HABIT and text[bracket[0]] == habit and ends_in_locator(words)
            if habitual or _head(words) in heads:
                score = citation_score(words)
                if score > _DOUBTFUL:
                    tails[i] = (bracket[0], end, bracket[0] + 1, bracket[1] - 1, score + _SAME_HEAD)


def recognise_listed(text: str, units: list[Unit], found: Candidates, works: Works, skip: set[int]) -> None:
    """Raise what opens as an entry of the page's list of works does, by itself or in brackets at a paragraph's end."""
    if not works.openings:
        return
    brackets: dict[int, tuple[int, int]] = {}
    for i, unit in enumerate(units):
        if unit.aside or i in skip:
            continue
        if found.scores[i] < LIKELY and len(unit.text) < _LONGEST_SHORT and works.lead(unit.text.strip("()[]. ")):
            if any(c.isdecimal() for c in unit.text):
                found.scores[i] = LIKELY + 1.0
            continue
        start, end = unit.segments[-1]
        bracket = _last_bracket(text, start, end)
        if bracket is not None and bracket[0] > start + 2:
            brackets[i] = bracket
    before = set(found.tails)
    known_tails(text, units, works, found.tails, brackets)
    _cite_at_their_end(text, units, found, set(found.tails) - before)


def recognise_habitual(text: str, units: list[Unit], found: Candidates, skip: set[int]) -> None:
    """Raise what is set at a paragraph's end as nearly all citations of the page are."""
    if sum(tail[4] >= LIKELY for tail in found.tails.values()) >= _SURE_HABIT:
        gained = habitual_tails(text, found.tails, weak_tails(text, units, skip))
        _cite_at_their_end(text, units, found, gained)


def _cite_at_their_end(text: str, units: list[Unit], found: Candidates, which: set[int]) -> None:
    for i in which:
        if lower_share(text[units[i].start : found.tails[i][0]]) > 0.45:
            found.scores[i] = min(found.scores[i], 0.4)


def _weigh_settings(units: list[Unit], scores: list[float]) -> None:
    """Lower what stands in brackets of its own where the page's citations do not: it names a quoted document.

    Where they nearly all stand in one kind of bracket, or behind one label, whatever else does is raised.
    """
    own = [i for i, score in enumerate(scores) if score >= LIKELY]
    if len(own) < _HABIT:
        return
    settings = Counter(_setting(units[i]) for i in own)
    usual, times = settings.most_common(1)[0]
    bracketed = {i for i in own if _setting(units[i])[0]}
    sure = len(own) >= _SURE_HABIT and times >= 0.85 * len(own)
    for i in bracketed:
        odd = _setting(units[i]) != usual if sure else not usual[0]
        if odd and (sure or len(bracketed) < 0.2 * len(own)):
            scores[i] -= _ODD_BRACKETS
    if sure and (usual[0] or usual[1]):
        for i, unit in enumerate(units):
            if _DOUBTFUL < scores[i] < LIKELY and len(unit.text) < 200 and _setting(unit) == usual:
                scores[i] += _SAME_SETTING


def is_bracketed(text: str) -> bool:
    """Whether the words stand in brackets as a whole."""
    return text[:1] in tuple(_OPENERS) and text.rstrip(".")[-1:] in tuple(_CLOSERS)


def _setting(unit: Unit) -> tuple[str, str]:
    """The bracket that a unit stands in as a whole, and the label that opens it."""
    text = unit.text
    bracket = text[0] if is_bracketed(text) else ""
    label = LABEL.match(text[1:].lstrip() if bracket else text)
    return bracket, label.group().strip(" *_:—–-").casefold() if label else ""


def _head(words: str) -> str:
    """The first name that a citation begins with."""
    match = _HEAD.match(words)
    return _JOINT.split(match.group(1).casefold())[0] if match else ""


def _unit_score(unit: Unit) -> float:
    words = unit.text
    label = LABEL.match(words)
    bonus = 0.0
    if label:
        words = words[label.end() :]
        bonus = 2.0
    if unit.mark == "dash":
        bonus += 0.8
    elif unit.mark == "callout":
        bonus += 2.0
    elif unit.mark == "template":
        return 8.0  # the template's own argument for the source
    if unit.tag == "footer" or (unit.wrap == "italic" and any(tag == "cite" for _, tag in unit.emphasis)):
        bonus += 1.5
    words = words.rstrip(_WHITE)
    if words.endswith(":"):
        words = words[:-1]
    if len(words) > 1 and words[0] in _OPENERS and words[-1] in _CLOSERS + ".":
        inner = words.rstrip(".")[1:-1]
        return max(citation_score(inner), citation_score(words)) + bonus
    return citation_score(words) + bonus


def _tail(text: str, unit: Unit) -> tuple[int, int, int, int, float] | None:
    start, end = unit.segments[-1]
    best: tuple[int, int, int, int, float] | None = None
    opens = text.rfind("<ref", start, end) if text[end - 1] == ">" else -1
    while opens > start and text.endswith("</ref>", start, opens):  # several in a row cite together
        opens = text.rfind("<ref", start, opens)
    reference = _REF_TAG.match(text, opens, end) if opens >= 0 else None
    if reference is not None:
        return reference.start(), end, reference.start(1), reference.end(1), 3.0 + citation_score(reference.group(1))
    inline = _INLINE_NOTE.search(text, max(start, end - 700), end) if text[end - 1] in "}]" else None
    if inline is not None:
        close = end - (2 if text.endswith("}}", inline.end(), end) and text.startswith("{{", inline.start()) else 1)
        score = max(LIKELY, 3.0 + citation_score(text[inline.end() : close]))  # a note says itself that it is one
        return inline.start(), end, inline.end(), close, score
    linked = _linked_tail(text, start, end)
    if linked is not None and linked[4] >= LIKELY:
        return linked
    bracket = _last_bracket(text, start, end)
    if bracket is not None and bracket[0] > start + 2:
        score = citation_score(text[bracket[0] + 1 : bracket[1] - 1])
        if bracket[0] > start + 12 or score >= LIKELY + 0.5:  # behind a signature only what is no doubt a citation
            best = (bracket[0], end, bracket[0] + 1, bracket[1] - 1, score)
    for dash in _TAIL_DASH.finditer(text, max(start, end - 300), end):
        if dash.start() > start + 12 or _closes_quoted(text, start, dash.start()):
            if _CLOSED_BY_DASH.search(text, dash.end(), end):
                continue  # the quotation goes on behind this one
            score = citation_score(text[dash.end() : end]) + 0.5
            if score >= LIKELY and (best is None or score > best[4]):
                best = (dash.start(), end, dash.end(), end, score)
    for span, tag in unit.emphasis:
        least = start if tag == "note" else start + 12  # a note says itself that it is one
        if (tag in _STRONG_TAGS or tag == "note") and span.end >= end - 2 and span.start > least:
            inner = citation_score(text[span.start : span.end]) + (3.0 if tag == "note" else 0.0)
            if inner >= LIKELY and (best is None or inner > best[4]):
                left = span.start
                while left > start and text[left - 1] in " ([—–-":
                    left -= 1
                best = (left, end, span.start, span.end, inner)
    return best


def _linked_tail(text: str, start: int, end: int) -> tuple[int, int, int, int, float] | None:
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
        bracket = _last_bracket(text, start, end)
        if bracket is not None and bracket[0] > start + 2:
            a, b = bracket
            pieces.append((a, end, a + 1, b - 1, citation_score(text[a + 1 : b - 1])))
        last = None
        for dash in _TAIL_DASH.finditer(text, max(start, end - 300), end):
            if dash.start() > start + 12 or _closes_quoted(text, start, dash.start()):
                last = dash if text[start : dash.start()].rstrip()[-1:] in _ENDS_QUOTED else last
        if last is not None:
            pieces.append((last.start(), end, last.end(), end, citation_score(text[last.end() : end])))
        if pieces:
            found[i] = pieces
    return found


def _closes_quoted(text: str, start: int, end: int) -> bool:
    """Whether a paragraph, however short, is the last of a quotation: a signature and the closing mark."""
    return text[start:end].rstrip()[-1:] in _CLOSING_MARKS


def _last_bracket(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The bracketed piece that closes a paragraph, nested brackets counted."""
    place = end
    while place > start and text[place - 1] in '.,;*_"”’» ':
        place -= 1
    if place == start or text[place - 1] not in _CLOSERS:
        return None
    depth = 0
    for i in range(place - 1, max(start, place - 800) - 1, -1):
        if text[i] in _CLOSERS:
            depth += 1
        elif text[i] in _OPENERS:
            depth -= 1
            if depth == 0:
                return i, place
    return None


def _lead(text: str, unit: Unit) -> tuple[int, int, int, int, float] | None:
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
    if text[start] in _OPENERS:
        depth = 0
        for i in range(start, min(end, start + _LEAD_REACH)):
            depth += (text[i] in _OPENERS) - (text[i] in _CLOSERS)
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
        if score >= LIKELY + 0.5 and re.search(r"\d[\])]?$", words):
            return start, colon.end(), start, colon.start(), score
    return None


def items_for(
    placement: Placement, text: str, units: list[Unit], found: Candidates, notes: NoteTable | None, skip: set[int]
) -> list[Item]:
    """The units as items for one placement, each citation an item of its own.

    ``skip`` names units that stand outside the run of claims and excerpts.
    """
    items: list[Item] = []
    for i, unit in enumerate(units):
        if i in skip or unit.aside:
            continue
        whole = Item(unit, list(unit.segments), unit.text, unit.gap, found.scores[i], found.shapes[i])
        if placement is Placement.NOTES and notes is not None and i in notes.marks:
            start, end, target = notes.marks[i]
            _split_off_end(items, whole, text, start)
            definition = notes.definitions[target]
            items.append(Item(unit, [(start, end)], definition.text, 0, 20.0, shape_of(definition.text), True, target))
        elif placement is Placement.TAIL and i in found.tails:
            start, _, inner, inner_end, score = found.tails[i]
            _split_off_end(items, whole, text, start)
            words = text[inner:inner_end]
            items.append(Item(unit, [(inner, inner_end)], words, 0, max(score, 0.0) + 3.0, shape_of(words), True))
        elif placement is Placement.LEAD and i in found.leads:
            _, stop, inner, inner_end, score = found.leads[i]
            words = text[inner:inner_end]
            items.append(Item(unit, [(inner, inner_end)], words, unit.gap, score + 3.0, shape_of(words), True))
            rest = replace(whole, segments=[(stop, unit.segments[0][1]), *unit.segments[1:]], gap=0, score=-6.0)
            rest.text = _joined(text, rest.segments)
            rest.shape = shape_of(rest.text)
            items.append(rest)
        else:
            items.append(whole)
    return items


def _split_off_end(items: list[Item], whole: Item, text: str, start: int) -> None:
    """Add what stands before ``start``, if anything does."""
    first, last = whole.segments[-1][0], start
    while last > first and text[last - 1] in _WHITE:
        last -= 1
    segments = whole.segments[:-1] + ([(first, last)] if last > first else [])
    if segments:
        words = _joined(text, segments)
        items.append(replace(whole, segments=segments, text=words, score=-6.0, shape=shape_of(words)))


def _joined(text: str, segments: list[tuple[int, int]]) -> str:
    return "\n".join(text[start:end] for start, end in segments)


def trim_citation(text: str, start: int, end: int) -> tuple[int, int]:
    """A citation's own words: without its dash, label, and the brackets or emphasis around the whole."""
    while True:
        before = (start, end)
        while start < end and (
            text[start] in _WHITE + "—–―~•"
            or (text[start] in "*_'" and (text.count(text[start], start, end) % 2 or text[end - 1] == text[start]))
        ):
            start += 1
        while text.startswith("--", start):
            start += 2
        label = LABEL.match(text, start, end)
        if label and label.end() < end:
            start = label.end()
        while end > start and (text[end - 1] in _WHITE or text[end - 1] == ":"):
            end -= 1
        while end > start and text[end - 1] in "*_" and text.count(text[end - 1], start, end) % 2:
            end -= 1
        if end - start > 2 and text[start] in _OPENERS:
            bracket = _last_bracket(text, start, end)
            if bracket is not None and bracket[0] == start:
                start, end = start + 1, bracket[1] - 1
        if (start, end) == before:
            return start, end
