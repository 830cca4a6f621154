"""Somebody who admits a thing in one account and denies it in another.

Taken from statements that say so in so many words: "admitted", "confessed", "pleaded guilty" on the one side,
"denied", "protested his innocence" on the other, each with whose statement it is. What is admitted or denied stands
behind the word. Where it is all of it ("everything", "his guilt"), any denial that is told of in the same company is
against it; else both must name the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model import Act, Assertion, Cause, DiscrepancyKind, MarkerKind, Reason, Sourcebook
from ..words.stems import stem
from .differences import Difference, Words, about_of
from .sayings import Saying, Sayings, Token
from .settings import Settings

__all__ = ["admitted_and_denied"]

_ADMITS = re.compile(
    r"\b(?:admit\w*|confess(?!ion)\w*|acknowledg\w+|plea?d(?:s|ed|ing)?\s+guilty|owned\s+(?:up|to)"
    r"|admission of guilt)\b",
    re.I,
)
_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|repudiat\w+|disavow\w+|disclaim\w+|plea?d(?:s|ed|ing)?\s+not\s+guilty"
    r"|(?:protest|maintain)(?:s|ed|ing)?\s+(?:his|her|their)\s+innocence"
    r"|refus(?:es|ed|ing)\s+to\s+(?:admit|confess|plead)|retract\w*|recant\w*)\b",
    re.I,
)
_REFUSED = re.compile(r"\b(?:not|never|no|refused?|refusing|without|nothing)\s+(?:\w+\s+){0,2}$", re.I)
_NOTHING = re.compile(r"\s+(?:virtually\s+|almost\s+|to\s+)?nothing\b", re.I)
_BEFORE = 30  # code points in which a "not" turns an admission
_ALL = re.compile(
    r"^\W*(?:\w+\W+){0,3}?(?:everything|all|whole|guilt|guilty|fully|wholly|entirely|complete(?:ly)?|charges?|accusations?"
    r"|innocence|both)\b",
    re.I,
)
_BLAME = re.compile(r"^\W*(?:all\s+|any\s+|the\s+)?responsibility\b", re.I)
_NOT_ALL = re.compile(
    r"\b(?:partial(?:ly)?|part(?!\s+in\b)|partly|some|several|only|except\w*|exception|certain|bit|number)\b", re.I
)
_TURN = re.compile(
    r"\b(?:but|although|though|while|however|except|den(?:ied|ies|y|ying)|admit\w*|confess\w*|not\s+guilty)\b|[;:(]",
    re.I,
)
_THEN = r"(?:\band|\bbut|,)\s+(?:\w+\s+){0,2}?(?P<word>"
_THEN_DENIES = re.compile(_THEN + r"not\s+guilty\s+to|denied|denying|denies)\b", re.I)
_THEN_ADMITS = re.compile(_THEN + r"guilty\s+to|admitted|admitting|admits|confessed)\b", re.I)
_COURT = re.compile(
    r"\b(?:in (?:open )?court|before the court|trial|in the dock|courtroom|court-room|(?:other|co-) ?defendants?"
    r"|(?:others? of the |the other )accused|other accused|prosecut\w+|indictment)\b",
    re.I,
)
_HE = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
_BACK = 2  # sentences
_LONG = 160  # code points of what is admitted or denied
_SURE = 0.6
_SUBJECT = 6  # words
_NAMED = 5.9  # what two must name alike
_SEVERAL, _ACCUSED = 2, 9.0  # words that an accusation and its denial share, and their weight
_MOST = 5
_ALIKE = 4.0  # what two that are told before a court must name alike
_SELDOM = 4.5  # weight of a word that few sentences have
_ONE_SCENE = 9.0  # what such words come to that stand around both
_OWN = frozenset(
    stem(word)
    for word in "admitted confessed acknowledged pleaded denied denying repudiated retracted except guilt".split()
)


@dataclass(frozen=True, slots=True)
class _Word:
    """An admission (``yes``) or a denial by ``speaker``; ``whole`` where it is of everything."""

    saying: Saying
    speaker: str
    yes: bool
    start: int
    end: int
    behind: int  # where what is admitted or denied begins
    whole: bool
    features: frozenset[str]
    partial: bool = False


def admitted_and_denied(book: Sourcebook, sayings: Sayings, settings: Settings) -> Iterator[Difference]:
    """Pairs of an admission and a denial of one person."""
    told: defaultdict[str, list[_Word]] = defaultdict(list)
    for word in _read(book, sayings):
        told[word.speaker].append(word)
    yield from _accused(book, sayings, settings, told)
    for speaker, words in told.items():
        yes, no = [w for w in words if w.yes], [w for w in words if not w.yes]
        leading, others = (no, yes) if len(no) <= len(yes) else (yes, no)
        for one in leading:
            rivals = []
            for other in others:
                weight = _tie(sayings, settings, one, other)
                if weight > 0.0:
                    rivals.append((weight, other))
            rivals.sort(key=lambda pair: (-pair[0], pair[1].saying.number))
            for weight, other in rivals[:_MOST]:
                a, b = (one, other) if one.saying.number < other.saying.number else (other, one)
                pair = sayings.pair(a.saying, b.saying)
                yield Difference(
                    DiscrepancyKind.OPPOSITE,
                    Words(a.saying, a.start, a.end),
                    Words(b.saying, b.start, b.end),
                    about_of(pair),
                    min(0.8, 0.5 + weight / 60),
                    Cause.CONFLICT,
                    (speaker,),
                    (Reason("admitted in one account and denied in the other by the same person"),),
                    weight,
                )


def _accused(
    book: Sourcebook, sayings: Sayings, settings: Settings, told: Mapping[str, Sequence[_Word]]
) -> Iterator[Difference]:
    """What one says of another, who denies the same, or all of it where his accuser is named too."""
    seen: set[tuple[int, int, str]] = set()
    for one in book.assertions:
        if one.act is not Act.ACCUSES or one.confidence < _SURE:
            continue
        saying = sayings.at(one.excerpt or "", one.span.start)
        if saying is None:
            continue
        for accused in one.of:
            for word in told.get(accused, ()):
                if word.yes or one.speaker == accused:
                    continue
                shared = {f for f in word.features & saying.features if f[0] != "@"}
                of_it = not word.partial and len(shared) >= _SEVERAL and sayings.weigh(frozenset(shared)) >= _ACCUSED
                if not of_it and not (word.whole and one.speaker in word.saying.persons):
                    continue
                if word.saying.record is saying.record or settings.clash(saying, word.saying):
                    continue
                if accused not in saying.persons or (saying.number, word.saying.number, accused) in seen:
                    continue
                seen.add((saying.number, word.saying.number, accused))
                place = saying.record.source.text_span(one.span)  # type: ignore[union-attr]
                if place is None:
                    continue
                said = Words(saying, place.start, min(place.end, saying.end))
                denied = Words(word.saying, word.start, word.end)
                a, b = (said, denied) if saying.number < word.saying.number else (denied, said)
                pair = sayings.pair(a.saying, b.saying)
                yield Difference(
                    DiscrepancyKind.OPPOSITE,
                    a,
                    b,
                    about_of(pair),
                    min(0.8, 0.5 + pair.weight / 60),
                    Cause.CONFLICT,
                    (accused,),
                    (Reason("one says it of another, who denies it"),),
                    pair.weight,
                )


def _read(book: Sourcebook, sayings: Sayings) -> Iterator[_Word]:
    for one in book.assertions:
        if ":" in one.speaker or one.confidence < _SURE:
            continue
        if one.act not in (Act.ADMITS, Act.DENIES, Act.RETRACTS):
            continue
        saying = sayings.at(one.excerpt or "", one.span.start)
        if saying is None:
            continue
        word = None if _is_guess(sayings, saying, one) else _word(saying, one)
        if word is not None:
            yield word
            second = _second(saying, word)
            if second is not None:
                yield second


def _is_guess(sayings: Sayings, saying: Saying, one: Assertion) -> bool:
    """Whether a "he" may be another: he who speaks is not named in the sentence, and two are right before it."""
    if one.speaker in saying.persons or not _HE.search(saying.text, saying.start, saying.end):
        return False
    own = sayings.of_record[saying.record.id]
    at = saying.number - own[0].number
    before = [person for near in own[max(0, at - _BACK) : at] for person in near.persons]
    return len(set(before)) > 1


def _word(saying: Saying, one: Assertion) -> _Word | None:
    if saying.words.rstrip("\"'”’)] ").endswith("?"):
        return None
    if any(marker.kind is MarkerKind.HEDGE for marker in one.markers):
        return None
    place = saying.record.source.text_span(one.span)  # type: ignore[union-attr]
    low = max(saying.start, place.start - 40) if place is not None else saying.start
    high = min(saying.end, place.end) if place is not None else saying.end
    yes = one.act is Act.ADMITS
    found = (_ADMITS if yes else _DENIES).search(saying.text, low, high)
    refused = False
    if found is None and not yes:
        found = next((m for m in _ADMITS.finditer(saying.text, low, high) if _is_turned(saying, m)), None)
        refused = found is not None
    if found is None or (yes and _is_turned(saying, found)):
        return None
    before = saying.tokens_in(saying.start, found.start())[-_SUBJECT:]
    if one.speaker not in saying.persons and any(token.low == "they" for token in before):
        return None  # who they are is a guess
    return _make(saying, one.speaker, yes, found.start(), found.end(), refused)


def _is_in_court(sayings: Sayings, saying: Saying) -> bool:
    """Whether it is told of what somebody said before his judges."""
    own = sayings.of_record[saying.record.id]
    at = saying.number - own[0].number
    first, last = own[max(0, at - 1)], own[min(len(own) - 1, at + 1)]
    return bool(_COURT.search(saying.text, first.start, last.end))


def _is_turned(saying: Saying, found: re.Match[str]) -> bool:
    """Whether what stands beside a word of admitting makes it no admission: "refused to", "nothing"."""
    before = max(saying.start, found.start() - _BEFORE)
    return bool(_REFUSED.search(saying.text, before, found.start()) or _NOTHING.match(saying.text, found.end()))


def _second(saying: Saying, word: _Word) -> _Word | None:
    """What he denies or admits further on in the sentence: "pleaded guilty to this and not guilty to that"."""
    rest = (_THEN_DENIES if word.yes else _THEN_ADMITS).search(saying.text, word.behind, saying.end)
    if rest is None or any(token.named is not None for token in saying.tokens_in(rest.start(), rest.end())):
        return None
    return _make(saying, word.speaker, not word.yes, rest.start("word"), rest.end(), False)


def _make(saying: Saying, speaker: str, yes: bool, start: int, behind: int, refused: bool) -> _Word:
    stop = _TURN.search(saying.text, behind, min(saying.end, behind + _LONG))
    end = stop.start() if stop else min(saying.end, behind + _LONG)
    word, what = saying.text[start:behind].lower(), saying.text[behind:end]
    whole = refused or bool(_ALL.match(what)) or "innocence" in word or (not yes and bool(_BLAME.match(what)))
    whole = whole or ("guilty" in word and not re.match(r"\s+(?:to|of)\b", what))
    tokens = saying.tokens_in(behind, end)
    features = frozenset(t.key for t in tokens) - {"", "@" + speaker, "guilt", "charg"}
    partial = bool(_NOT_ALL.search(what))
    if "innocence" in word:
        partial, features = False, frozenset()  # what stands behind is another matter
    end = max(behind, _last(tokens, behind))
    return _Word(saying, speaker, yes, start, end, behind, whole and not partial, features, partial)


def _last(tokens: list[Token], end: int) -> int:
    return tokens[min(len(tokens), 12) - 1].end if tokens else end


def _tie(sayings: Sayings, settings: Settings, one: _Word, other: _Word) -> float:
    """How much says that one thing is admitted and denied, 0 where too little does."""
    if one.saying.record is other.saying.record or settings.clash(one.saying, other.saying):
        return 0.0
    pair = sayings.pair(one.saying, other.saying)
    beside = sayings.around(one.saying) & sayings.around(other.saying) - {"@" + one.speaker}
    seldom = {f: w for f in beside - _OWN if (w := sayings.weights[f]) >= _SELDOM}
    context = sum(seldom.values())
    near = pair.distance <= 1 or (context >= _ONE_SCENE and any(f[0] == "@" for f in seldom))
    shared = sayings.weigh(one.features & other.features)
    if not near and ((one.whole and other.whole) or shared >= _ALIKE):
        near = _is_in_court(sayings, one.saying) and _is_in_court(sayings, other.saying)
    if (one.partial and one.yes) or (other.partial and other.yes):
        near = near and shared >= _ALIKE
    if one.whole or other.whole:
        return 1.0 + shared + context if near else 0.0
    return shared + pair.weight / 4 if shared >= _NAMED else 0.0
