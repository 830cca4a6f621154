"""Which units are citations, and which have one at their end or head, weighed against the page's other citations."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from .enclosures import CLOSERS, LABEL, OPENERS, WHITE, is_bracketed, last_bracket
from .evidence import LIKELY, citation_score, ends_in_locator, is_author_date, is_imprint, lower_share
from .paragraph_ends import lead_of, tail_of, weak_tails
from .sources import Tail, Works, habitual_tails, known_tails
from .units import Shape, Unit, shape_of

__all__ = ["NO_CITATION", "Candidates", "candidates", "recognise_habitual", "recognise_listed"]

_SENTENCE_ENDS = (".", "!", "?", "…", '"', "”", "’", "»", "'")
_HEAD = re.compile(r"[\W_]*([^\W\d_][^,.:;(\n\d]{1,60}?)(?:[,.:;]\s|\s\d)")
_JOINT = re.compile(r"\s(?:and|&|und|et|y|e|и)\s")
_SAME_HEAD = 2.5  # what it adds to a score that an undoubted citation of the page begins with the same name
_LONGEST_SHORT = 150  # characters of a short citation with its brackets
_HABIT = 5  # undoubted citations in one kind of bracket
_ODD_BRACKETS = 9.0  # what brackets take off a score on a page that sets its citations without them
_SURE_HABIT = 10
_SAME_SETTING = 3.0  # what it adds that nearly all undoubted citations are set in the same brackets
_DOUBTFUL = -2.5  # a score from which that can still make a citation
NO_CITATION = -6.0  # the score of what cites nothing for sure
_NOT_WHOLE = 0.4  # the score of a paragraph that only ends or begins with a citation
_PROSE = 0.45  # from this share of words in small letters on it is prose


@dataclass(slots=True)
class Candidates:
    """What each unit would give as a citation: its score alone, or the piece at its end or head.

    ``tails`` and ``leads`` map a unit to (start, end, inner start, inner end, score): the piece
    with its brackets or dash, and the words of the citation in it.
    """

    scores: list[float]
    shapes: list[Shape]
    tails: dict[int, Tail]
    leads: dict[int, Tail]

    def own(self, skip: set[int]) -> list[int]:
        """The units that are citations by themselves."""
        return [i for i, score in enumerate(self.scores) if score >= LIKELY and i not in skip]


def candidates(text: str, units: list[Unit]) -> Candidates:
    """Score every unit, and every piece at a unit's end or head that could be a citation."""
    scores = [NO_CITATION if unit.aside else _unit_score(unit) for unit in units]
    tails: dict[int, Tail] = {}
    leads: dict[int, Tail] = {}
    short: list[int] = []
    closing = 0
    for i, unit in enumerate(units):
        if unit.aside:
            continue
        tail = tail_of(text, unit)
        if tail is not None and tail[4] >= LIKELY - 0.5:
            words = text[tail[2] : tail[3]]
            if text[tail[0]] in "([" and is_imprint(words) and not is_author_date(words):
                continue
            tails[i] = tail
            before = text[unit.start : tail[0]].rstrip()
            noted = any(kind == "note" and span.start == tail[2] for span, kind in unit.emphasis)
            told = before[-1:] in _SENTENCE_ENDS and lower_share(before) > _PROSE
            if tail[4] >= LIKELY and (noted or told):
                scores[i] = min(scores[i], _NOT_WHOLE)  # it is the end of the paragraph that cites, not the whole
                closing += told
            elif tail[4] >= LIKELY and before[-1:] in _SENTENCE_ENDS and text[tail[0]] in OPENERS:
                short.append(i)
        lead = lead_of(text, unit)
        if lead is not None:
            leads[i] = lead
            if lower_share(text[lead[1] : unit.segments[0][1]]) > _PROSE:
                scores[i] = min(scores[i], _NOT_WHOLE)
    if len(short) <= closing and closing > 1:
        # where most paragraphs end so, a sentence too short to be known for prose does as well
        for i in short:
            scores[i] = min(scores[i], _NOT_WHOLE)
    _recognise(text, units, scores, tails)
    _weigh_settings(units, scores)
    return Candidates(scores, [shape_of(unit.text) for unit in units], tails, leads)


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
        bracket = last_bracket(text, start, end)
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


def _recognise(text: str, units: list[Unit], scores: list[float], tails: dict[int, Tail]) -> None:
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
            bracket = last_bracket(text, start, end)
            if bracket is None or bracket[0] <= start + 12:
                continue
            words = text[bracket[0] + 1 : bracket[1] - 1]
            # where the page puts its citations in such brackets, a page number in them is enough
            habitual = times >= _HABIT and text[bracket[0]] == habit and ends_in_locator(words)
            if habitual or _head(words) in heads:
                score = citation_score(words)
                if score > _DOUBTFUL:
                    tails[i] = (bracket[0], end, bracket[0] + 1, bracket[1] - 1, score + _SAME_HEAD)


def _cite_at_their_end(text: str, units: list[Unit], found: Candidates, which: set[int]) -> None:
    for i in which:
        if lower_share(text[units[i].start : found.tails[i][0]]) > _PROSE:
            found.scores[i] = min(found.scores[i], _NOT_WHOLE)


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
    words = words.rstrip(WHITE)
    if words.endswith(":"):
        words = words[:-1]
    if len(words) > 1 and words[0] in OPENERS and words[-1] in CLOSERS + ".":
        inner = words.rstrip(".")[1:-1]
        return max(citation_score(inner), citation_score(words)) + bonus
    return citation_score(words) + bonus
