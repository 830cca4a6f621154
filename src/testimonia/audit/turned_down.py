"""Denials that stand further from what they deny.

In the subject, "no pilot could have lit it"; behind a verb of thinking, "I should not say that he led anything"; of the
person, "it was not he"; and in the person's own word, "nobody ever paid me".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from testimonia.model import PartKind, Span
from testimonia.words.nones import deed_of
from testimonia.words.stems import is_function_word
from testimonia.words.verbs import base_of, is_irregular_past, may_be_past

from .contexts import is_compared, is_his_voice, is_of_others, may_deny
from .denied import clause_around
from .exhibits import Exhibit, Point
from .headings import Heading, Part
from .lines import Line
from .sides import is_of_another_subject
from .vocabulary import stem_of, things

__all__ = ["turned_down"]

_NEVER = frozenset(("never", "nobody", "no-one", "no"))
_NO_ONE = frozenset(("nobody", "no-one"))
_HUMAN = frozenset("one man woman person soul witness body human".split())
_NOT = frozenset(("not", "never", "cannot"))
_THINKING = frozenset("think believe credit say suppose imagine accept maintain pretend hear heard find see".split())
_BELIEVING = frozenset(("believe", "accept", "credit", "think", "suppose"))
_PERCEIVING = frozenset("hear heard find see".split())
_ASKING = frozenset("whether if who whom what which when where why how".split())  # "I cannot say whether"
_OF_PLACES = frozenset(
    "=british =american =french =spanish =dutch =turkish =polish =swedish =danish =irish =scottish =foreign".split()
)
_COUNTED = frozenset("case cases instance instances trace sign part word hint copy".split())
_STOPS = frozenset((";", ":", ".", "but", "that", "--", "—", "?", "!"))
_EXISTS = frozenset(
    "was were is are be been had have has of with in by to made".split()
)  # before "no", where it says no more
_FEELING = frozenset("felt feel feels showed shows expressed expresses".split())
_OF = frozenset("of in on at from by with".split())
_EVER = frozenset("ever yet now then again".split())
_COULD = frozenset("can could".split())
_DO = frozenset("do does did".split())
_AUXILIARY = _COULD | frozenset("was were is are has had have did does do would may might will should must".split())
_THERE = frozenset(  # behind "no letter was": that there was none
    "found seen heard known made given issued sent held written there".split()
)
_NEXT = 4  # words from the first of a verb to its last: "could never have been seen"
_REACH = 7  # words from a subject to its verb
_BEHIND = 10  # words from a verb of thinking to what is not thought
_NOT_HE = re.compile(
    r"\bit\s+(?:was|is)(?:\s+not|n[’']t)\s+(?:he|she|him|her|I|me|they|them|we|us)\b"
    r"|\bit\s+was(?:\s+not|n[’']t)\s+(?P<name>[A-Z][^\W\d_]+)",
)
_NEVER_TO_ME = re.compile(
    r"\b(?:nobody|no\s+one|no\s+man)\s+(?:(?:has|had|ever|would\s+have)\s+){0,2}(?P<verb>[^\W\d_]{3,})\s+"
    r"(?P<whom>me|us|him|her|them)\b",
    re.IGNORECASE,
)
_NEVER_BY_ME = re.compile(
    r"\b(?P<who>I|we|he|she)\s+(?:(?:have|has|had)\s+)?never\s+(?:in\s+(?:my|our|his|her)\s+life\s+)?(?P<verb>[^\W\d_]{3,})",
    re.IGNORECASE,
)
_DID_NOT = re.compile(
    r"\b(?P<who>he|she|they|I|we|[A-Z][^\W\d_]{2,})\s+(?:(?:did|could)\s*(?:not|n[’']t)|never|(?:was|were)\s+(?:never|not|neither))\s+"
    r"(?P<verb>[^\W\d_]{3,})",
    re.IGNORECASE,
)
_ONLY_SO = re.compile(  # behind a denied verb: the deed was done, and only its time, its manner or its end is denied
    r"[^.;:,—]{0,60}?\b(?P<so>at\s+once|at\s+first|immediately|before|better|worse|more|less|faster|sooner|as\s+\w+\s+as|"
    r"for|because|again|alone|merely|only)\b",
    re.IGNORECASE,
)
_HE = frozenset(("he", "she", "they"))
_ME = (["me"], ["us"])
_BRIEF = 8  # sentences of an excerpt that speaks of little else
_BEFORE = 2  # sentences in which whom a pronoun means is looked for
_KIN = {  # a deed by the sets of `words.nones`, and the verbs that lead to it
    "order*": "told asked bade spoke instructed directed ordered".split(),
    "paid": "offered gave promised paid handed bribed approached".split(),
    "warn*": "told warned".split(),
    "promis*": "told promised offered".split(),
    "threat*": "threatened touched told".split(),
}
_PASSIVE = frozenset(("was", "were", "been"))
_LEAST = 0.1
_SHARED = 0.15


@dataclass(frozen=True, slots=True)
class _Claimed:
    """The words of a claim that can be denied, and by what they are looked for."""

    parts: dict[str, Part]

    def at(self, line: Line, places: Sequence[int]) -> tuple[int, Part] | None:
        for at in places:
            part = self.parts.get(line.words[at].concept)
            if part is not None:
                return at, part
        return None


def turned_down(exhibit: Exhibit) -> Iterator[Point]:
    """All of them; none where the claim itself denies, or only names a matter."""
    heading = exhibit.heading
    if heading.is_topic or heading.is_denial or heading.is_unproved or heading.lets_deny:
        return
    claimed = _Claimed(
        {
            part.concept: part
            for part in reversed(heading.parts)
            if part.kind in (PartKind.ACT, PartKind.MATTER)
            and (part.concept not in things() or is_irregular_past(part.text.lower()))
            and not heading.is_reported(part.at)
            and not part.denied
        }
    )
    for n, line in enumerate(exhibit.lines):
        forms = line.low_forms
        if not may_deny(forms) or line.is_question:
            continue
        nobody = not forms.isdisjoint(_NEVER)
        if not line.concepts.isdisjoint(heading.weights):
            if nobody:
                yield from _by_subject(exhibit, n, line, claimed)
            if not forms.isdisjoint(_THINKING):
                yield from _by_thinking(exhibit, n, line, claimed)
        if "it" in forms:
            yield from _not_he(exhibit, n, line)
        if nobody:
            yield from _in_his_own_word(exhibit, n, line)
        yield from _outright(exhibit, n, line)


def _point(exhibit: Exhibit, n: int, part: Part, place: Span, words: Span) -> Point:
    return Point("denied", exhibit, Span(part.start, part.end), place, words, max(0.4, exhibit.near(n)))


def _by_subject(exhibit: Exhibit, n: int, line: Line, claimed: _Claimed) -> Iterator[Point]:
    """ "No pilot could have lit it": nobody does what the claim says; "no ship can have brought it": nor its thing."""
    lows = line.lows
    for at, low in enumerate(lows[:-2]):
        human = low in _NO_ONE or (low == "no" and lows[at + 1] in _HUMAN)
        if human:
            places = _until_stop(lows, at + 1 + (low == "no"), _REACH)
            found = claimed.at(line, places)
            if found is None or is_of_others(line, at):
                continue
            last, part = found
            if lows[last + 1 : last + 2] in _ME and not _is_his(exhibit, line, line.words[at].start, first=True):
                continue  # "nobody ever paid me", whoever that is
            if stem_of(part.text.lower()) != stem_of(lows[last]) or exhibit.near(n) < _SHARED:
                continue
            words = line.place(at, last - at + 1)
            if not _is_only_so(exhibit, line, words.end):
                yield _point(exhibit, n, part, clause_around(line, words), words)
        elif low == "no" and (at == 0 or lows[at - 1] not in _EXISTS):
            head = at + 3 if lows[at + 1] in _COUNTED and lows[at + 2] == "of" else at + 1
            if head >= len(line.words) or exhibit.near(n) < _SHARED:
                continue
            noun = next((p for p in exhibit.heading.parts if p.concept == line.words[head].concept and p.weight), None)
            if lows[at - 1] in ("if", "unless", "when") and at:
                continue
            if line.words[head].concept in _OF_PLACES and any(word.concept for word in line.words[head + 1 : head + 2]):
                continue  # "no Danish subject" says nothing of the Danes
            if (
                noun is None
                or noun.kind is PartKind.PERSON
                or is_of_others(line, at)
                or _describes(exhibit, line, head)
            ):
                continue
            if exhibit.heading.is_refused(noun.at) or (head == at + 1 and _denies_its_verb(line, head, claimed)):
                continue
            if lows[at - 1] in _FEELING and is_of_another_subject(exhibit, line, at - 1):
                continue
            words = line.place(at, head - at + 1)
            yield _point(exhibit, n, noun, clause_around(line, words), words)


def _describes(exhibit: Exhibit, line: Line, at: int) -> bool:
    """Whether a noun follows that the word only describes: "no lamp bracket" says nothing of the lamp."""
    if at + 1 >= len(line.words) or line.text[line.words[at].end : line.words[at + 1].start].strip():
        return False
    behind = line.words[at + 1]
    if behind.concept in exhibit.heading.weights or not behind.low.isalpha():
        return False  # "no carter set it down"
    return bool(behind.concept) and not is_function_word(behind.low) and not _is_verb(behind.low)


def _is_only_so(exhibit: Exhibit, line: Line, end: int) -> bool:
    """Whether a word behind the denied verb takes the denial: "did not light it at once", "for money"."""
    found = _ONLY_SO.match(line.text, end, line.end)
    return found is not None and found["so"].lower().split()[-1] not in exhibit.heading.line.lows


def _denies_its_verb(line: Line, noun: int, claimed: _Claimed) -> bool:
    """Whether behind "no pilot" stands a verb of its own that the claim does not tell: "no pilot went down alone"."""
    lows = line.lows
    at = noun + 1
    if lows[at : at + 1] and lows[at] in _OF:  # "no drawing of the bridge has come down"
        at = next((k for k in _until_stop(lows, at + 1, _REACH) if _is_verb(lows[k])), at)
    at = next((k for k in _until_stop(lows, at, _REACH) if lows[k] not in _EVER), len(lows))
    behind = _until_stop(lows, at, _REACH)
    if not behind or not _is_verb(lows[at]):
        return False
    if not _THERE.isdisjoint(lows[k] for k in behind) or (lows[at] in _COULD and "have" in lows[at : at + 3]):
        return False
    return not any(
        _stem(part.text) == _stem(lows[k]) and not lows[k].endswith("ing")
        for k in behind[:_NEXT]
        for part in (claimed.parts.get(line.words[k].concept),)
        if part is not None
    )


def _is_verb(low: str) -> bool:
    return low in _AUXILIARY or may_be_past(low)


def _until_stop(lows: Sequence[str], first: int, reach: int) -> range:
    last = next((k for k in range(first, min(first + reach, len(lows))) if lows[k] in _STOPS), None)
    return range(first, min(first + reach, len(lows)) if last is None else last)


def _by_thinking(exhibit: Exhibit, n: int, line: Line, claimed: _Claimed) -> Iterator[Point]:
    """ "I do not believe that anyone struck him": the claim's own word behind a verb of thinking that is denied."""
    lows = line.lows
    for at, low in enumerate(lows[:-2]):
        if not (low in _NOT or low.endswith("n't")) or lows[at + 1] not in _THINKING or lows[at + 2] in _ASKING:
            continue
        if lows[at + 1] == "say" and _DO.intersection((low[:-3], *lows[max(0, at - 1) : at])):
            continue  # "I do not say that he led it": he will not vouch for it, and denies nothing
        behind = _until_stop(lows, at + 2 + (lows[at + 2] == "that"), _BEHIND)
        if lows[at + 1] in _PERCEIVING and lows[at + 2] != "that":  # "I did not see a light in the tower": no light
            behind = range(behind.start, next((k + 1 for k in behind if line.words[k].concept), behind.stop))
        found = claimed.at(line, behind) or _of_whom(exhibit, line, at + 1)
        if found is None or exhibit.near(n) < _LEAST or is_of_others(line, at):
            continue
        last, part = found
        if any(k in _NOT or k in _NO_ONE or k == "no" or k.endswith("n't") for k in lows[at + 1 : last]):
            continue
        if part.kind is PartKind.MATTER and _describes(exhibit, line, last):
            continue
        words = line.place(at, last - at + 1)
        if not _is_only_so(exhibit, line, words.end):
            yield _point(exhibit, n, part, clause_around(line, words), words)


def _of_whom(exhibit: Exhibit, line: Line, verb: int) -> tuple[int, Part] | None:
    """Whoever the claim names first, where it is not believed that he did what another word than the claim's tells."""
    first = next((part for part in exhibit.heading.parts if part.kind is PartKind.PERSON), None)
    if first is None or first.at or line.lows[verb] not in _BELIEVING:
        return None
    that = next((k for k in range(verb + 1, min(verb + _BEHIND, len(line.lows))) if line.lows[k] == "that"), None)
    if that is None:
        return None
    reach = range(that + 1, min(that + 4, len(line.lows)))
    at = next((k for k in reach if line.words[k].concept == first.concept), None)
    return None if at is None else (at, first)


def _not_he(exhibit: Exhibit, n: int, line: Line) -> Iterator[Point]:
    """ "It was not he", of whoever the claim names first."""
    heading = exhibit.heading
    first = next((part for part in heading.parts if part.kind is PartKind.PERSON), None)
    found = None if first is None else _NOT_HE.search(line.text, line.start, line.end)
    if first is None or found is None:
        return
    if found["name"] and not any(
        w.person and "@" + w.person == first.concept and w.start == found.start("name") for w in line.words
    ):
        return
    if "@" + first.concept[1:] not in line.concepts and exhibit.near(n) < _SHARED:
        return
    words = Span(*found.span())
    yield _point(exhibit, n, first, clause_around(line, words), words)


def _in_his_own_word(exhibit: Exhibit, n: int, line: Line) -> Iterator[Point]:
    """What the person of the claim denies himself: "nobody ever told me", "I have never told anybody"."""
    heading = exhibit.heading
    for form in (_NEVER_TO_ME, _NEVER_BY_ME):
        found = form.search(line.text, line.start, line.end)
        if found is None:
            continue
        first = (found["whom"] if form is _NEVER_TO_ME else found["who"]).lower() in ("me", "us", "i", "we")
        if not _is_his(exhibit, line, found.start(), first):
            continue
        part = _led_to(heading, found["verb"].lower())
        if part is None and form is _NEVER_TO_ME and first:
            part = _undergone(heading)
        if part is not None:
            words = Span(*found.span())
            yield _point(exhibit, n, part, clause_around(line, words), words)


def _outright(exhibit: Exhibit, n: int, line: Line) -> Iterator[Point]:
    """ "He did not light it", in the verb of the claim and of whoever it names, where nobody else is named before.

    "Ash did not light it" needs no such care.
    """
    if len(exhibit.lines) > _BRIEF:
        return
    for found in _DID_NOT.finditer(line.text, line.start, line.end):
        who = found["who"].lower()
        first = who in ("i", "we")
        if not first and who not in _HE:
            named = next((word.person for word in line.words if word.start == found.start()), None)
            if named is None or named not in exhibit.heading.persons:
                continue
        elif not _is_his(exhibit, line, found.start(), first) and (
            first or not _names_only_his(exhibit, n, found.start())
        ):
            continue
        verb = _stem(found["verb"])
        at = next(at for at, word in enumerate(line.words) if word.end >= found.end())
        if "never" in found.group().lower() and is_compared(line, at):
            continue
        part = next((p for p in exhibit.heading.parts if _is_deed(p) and _stem(p.text) == verb), None)
        if (
            part is not None
            and not exhibit.heading.is_reported(part.at)
            and not _is_only_so(exhibit, line, found.end())
        ):
            words = Span(*found.span())
            yield _point(exhibit, n, part, clause_around(line, words), words)
            return


def _is_deed(part: Part) -> bool:
    low = part.text.lower()
    return part.kind is PartKind.ACT or (part.kind is PartKind.MATTER and may_be_past(low))


def _stem(word: str) -> str:
    return stem_of(base_of(word.lower()))


def _names_only_his(exhibit: Exhibit, n: int, start: int) -> bool:
    """Whether those whom the sentence names before a place, and the sentences before it, are people of the claim."""
    named = {
        name.person for line in exhibit.lines[max(0, n - _BEFORE) : n + 1] for name in line.named if name.start < start
    }
    return bool(named) and named <= exhibit.heading.persons


def _is_his(exhibit: Exhibit, line: Line, start: int, first: bool) -> bool:
    """Whether somebody whom the claim names speaks the words, or they are of him, where not in the first person."""
    persons = exhibit.heading.persons
    if first:
        return is_his_voice(exhibit, start)
    named = [word.person for word in line.words if word.person and word.start < start]
    return (not persons and not named) or (bool(named) and named[-1] in persons)


def _led_to(heading: Heading, verb: str) -> Part | None:
    """The deed of the claim that a verb leads to."""
    for part in heading.parts:
        if not part.denied and verb in _KIN.get(deed_of(part.text.lower()), ()):
            return part
    return None


def _undergone(heading: Heading) -> Part | None:
    """What the claim says was done to whoever it names: "Holm was bribed"."""
    words = heading.line.words
    for part in heading.parts:
        if part.at > 1 and words[part.at - 1].low in _PASSIVE and words[part.at - 2].person is not None:
            return part
    return None
