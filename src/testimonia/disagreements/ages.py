"""How old somebody was, told differently: of one person, or of whoever has an age in two accounts under one claim.

An age is told by "aged", "years old" and "of age", by "nineteen-year-old", by "died at ninety" and by "was nineteen"
where no noun stands behind the number; somebody in his eightieth year is seventy-nine. Two ages are one person's where
he is named or says so of himself in both, or where each account under a claim tells one age and no more and the words
around have something in common.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import DiscrepancyKind, Reason, Sourcebook
from ..words.amounts import read_number
from ..words.stems import stem
from .differences import Difference, Words, about_of, around
from .sayings import Saying, Sayings, may_count
from .settings import Settings
from .speakers import Speakers

__all__ = ["differing_ages"]

_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_ORDINAL_UNITS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
_ORDINALS = (
    "tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|"
    "twentieth|thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth|ninetieth|hundredth"
)
_N = rf"(?P<n{{0}}>(?:{_TENS})(?:[- ](?:{_UNITS}))?|{_TEENS}|{_UNITS}|\d{{{{1,3}}}})"
_OF_ORDINAL = (
    {word: float(number) for number, word in enumerate(_ORDINAL_UNITS.split("|"), 1)}
    | {word: float(number) for number, word in enumerate(_ORDINALS.split("|")[:10], 10)}
    | {word: 10.0 * number for number, word in enumerate(_ORDINALS.split("|")[10:], 2)}
)
_YOUNG = "boy|girl|child|lad|lass|youth|youngster|infant|schoolboy|schoolgirl"
_HUMAN = rf"{_YOUNG}|man|woman|fellow|widow|student|soldier|priest|conscript|clerk|labourer|workman|apprentice|servant"
_AGE = re.compile(
    "|".join(
        form.format(index)
        for index, form in enumerate(
            (
                rf"\baged (?:about |some |only )?{_N}\b",
                rf"\b{_N} years? (?:old|of age)\b",
                rf"\b{_N}[- ]years?[- ]old\b",
                rf"\b(?:at|of) the age of {_N}\b",
                rf"\b(?:I|he|she|who|(?-i:[A-Z])[\w’'-]+) (?:was|am|is) (?:then |only |now |about |barely )?{_N}"
                r"(?= (?:that year|then|when|at the time|in the year|in \d{{4}}|years old|"
                r"and (?:had|was|am)|by (?:his|her|my) own)|[,.;])",
                rf"\bbeing (?:now |then )?{_N}(?=[,.;]| years| and )",
                rf"\b(?:put|puts|made|makes|took|called) (?:him|her) (?:at |for |to be )?{_N}"
                r"(?= at the time|[,.;]| years| when| or so)",
                rf"\ban? (?:[^\W\d_]+ ){{{{0,2}}}}(?:{_HUMAN}) of (?:about |some |only |barely )?{_N}\b(?! of\b)",
                rf"\ban? (?:[^\W\d_]+ ){{{{1,2}}}}of (?:about |some )?{_N} or (?:thereabouts|so)\b",
                rf"\b(?:died|dies|dead|buried)\b[^.;:]{{{{0,60}}}}? at "
                rf"(?P<n{{0}}>(?:{_TENS})(?:[- ](?:{_UNITS}))?|[2-9]\d)(?=[,.;])",
                rf"\bin (?:his|her|my) (?P<n{{0}}>(?:{_TENS})[- ](?:{_ORDINAL_UNITS})|{_ORDINALS})"
                r" year\b(?! (?:at|in|of|as|with|on|under|for|behind|there|aboard|here)\b)",
            )
        )
    ),
    re.IGNORECASE,
)
_CUES = frozenset(map(stem, f"aged age old {_TENS} {_TEENS} {_ORDINALS}".replace("|", " ").split()))
_CHILD = re.compile(rf"\b(?:{_YOUNG})\b", re.IGNORECASE)
_AGED = re.compile(r"\b(?:old|young|aged?|elderly|infant|minor)\b", re.IGNORECASE)
_BACK = 60  # code points from an age to a name before it
_RIGHT_BEHIND = 2  # code points: "nineteen-year-old Ash"
_SELDOM = 4.0
_SAME = 1  # years between two ages that may be one, told in different months
_IT_WAS = re.compile(r"(?!I\b|He\b|She\b|Who\b)[A-Z][\w’'-]+ (?:was|is|am)\b")
_HE = re.compile(r"(?:he|she)\b", re.IGNORECASE)
_FIRST = re.compile(r"\b(?:I|my)\b")


@dataclass(frozen=True, slots=True)
class _Age:
    saying: Saying
    years: float
    person: str
    start: int
    end: int


def differing_ages(book: Sourcebook, sayings: Sayings, settings: Settings, speakers: Speakers) -> Iterator[Difference]:
    """Ages of one person that cannot be one."""
    claims: defaultdict[int, list[list[_Age]]] = defaultdict(list)
    persons: defaultdict[str, list[_Age]] = defaultdict(list)
    accounts: defaultdict[str, list[_Age]] = defaultdict(list)
    for number in sorted({number for cue in _CUES for number in sayings.having(cue)}):
        for age in _read(sayings, sayings.all[number], speakers):
            accounts[age.saying.record.id].append(age)
            if age.person:
                persons[age.person].append(age)
    for told in accounts.values():
        if told[0].saying.section >= 0:
            claims[told[0].saying.section].append(told)
    seen: set[tuple[int, int]] = set()
    for ages in persons.values():
        for n, one in enumerate(ages):
            for other in ages[n + 1 :]:
                if one.saying.record is other.saying.record or settings.clash(one.saying, other.saying):
                    continue
                if abs(one.years - other.years) > _SAME and (one.saying.number, other.saying.number) not in seen:
                    seen.add((one.saying.number, other.saying.number))
                    yield _difference(sayings, one, other, 0.65)
    for section, own in claims.items():
        claim = book.claims[section].text
        asked, aged = bool(_CHILD.search(claim)), bool(_AGED.search(claim))
        alone = [ages[0] for ages in own if len(ages) == 1]
        for n, one in enumerate(alone):
            for other in alone[n + 1 :]:
                if (_may_be_one(sayings, one, other, asked) or (aged and _differ(one, other))) and (
                    one.saying.number,
                    other.saying.number,
                ) not in seen:
                    yield _difference(sayings, one, other, 0.5)


def _differ(one: _Age, other: _Age) -> bool:
    """Whether two ages are not one, told of nobody in particular or of one person."""
    return abs(one.years - other.years) > _SAME and (not one.person or not other.person or one.person == other.person)


def _may_be_one(sayings: Sayings, one: _Age, other: _Age, asked: bool) -> bool:
    """Whether two ages under one claim are of one; ``asked`` where the claim speaks of a child."""
    if (one.person and other.person) or abs(one.years - other.years) <= _SAME:
        return False
    if asked and all(_CHILD.search(age.saying.text, age.start, age.end) for age in (one, other)):
        return True
    beside, across = (
        frozenset(t.key for t in around(age.saying, age.start, age.end) if not may_count(t.low)) for age in (one, other)
    )
    return sayings.weigh((beside & across) - {"", "year"}) >= _SELDOM


def _read(sayings: Sayings, saying: Saying, speakers: Speakers) -> Iterator[_Age]:
    for found in _AGE.finditer(saying.text, saying.start, saying.end):
        years = _years(next(value for value in found.groups() if value).lower())
        if years is None or not 0 < years <= 110:
            continue
        inside = [t for t in saying.named if t.start < found.end() and t.end > found.start()]  # "Jane Ash was nine"
        if _IT_WAS.match(found.group()) and not inside:
            continue  # "Shipping was nine"
        before = [t for t in saying.named if t.end <= found.start() and found.start() - t.end <= _BACK]
        behind = [
            t for t in saying.named if 0 <= t.start - found.end() <= _RIGHT_BEHIND and found.group().endswith("old")
        ]
        named = inside or behind[:1] or before
        if named and named[-1].named is not None and not _FIRST.search(saying.text, named[-1].end, found.end()):
            person = named[-1].named.person
        elif _FIRST.search(saying.text, max(saying.start, found.start() - _BACK), found.end()):
            person = speakers.at(saying.record.place(*found.span()).start)
        elif _HE.match(found.group()) and not saying.named:
            person = _meant(sayings, saying)
        else:
            person = ""
        yield _Age(saying, years, person, *found.span())


def _years(words: str) -> float | None:
    """The years of an age; somebody in his eightieth year is seventy-nine."""
    value = read_number(words)
    if value is not None:
        return value
    *tens, last = re.split(r"[- ]", words)
    of_last = _OF_ORDINAL.get(last)
    before = read_number(tens[0]) if tens else 0.0
    return None if of_last is None or before is None else before + of_last - 1


def _meant(sayings: Sayings, saying: Saying) -> str:
    """Whom a "he" means: who alone is named right before, at the head of an account whom alone its claim names."""
    own = sayings.of_record[saying.record.id]
    at = saying.number - own[0].number
    if at:
        people = own[at - 1].persons
        return next(iter(people)) if len(people) == 1 else ""
    asked = sayings.named_in_claims.get(saying.record.claim or "", [])
    return asked[0] if len(asked) == 1 else ""


def _difference(sayings: Sayings, one: _Age, other: _Age, confidence: float) -> Difference:
    a, b = sorted((one, other), key=lambda age: age.saying.number)
    pair = sayings.pair(a.saying, b.saying)
    return Difference(
        DiscrepancyKind.NUMBER,
        Words(a.saying, a.start, a.end),
        Words(b.saying, b.start, b.end),
        about_of(pair) or "an age",
        confidence,
        None,
        (a.person,) if a.person and a.person == b.person else (),
        (Reason("both tell how old somebody was"),),
        pair.weight,
    )
