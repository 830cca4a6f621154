"""Dates of one event that differ."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..model import Cause, DiscrepancyKind, Reason, Sourcebook
from ..words.edtf import bounds_of
from ..words.stems import is_function_word, stem
from .differences import Difference, Words, about_of, around, may_be_same_people
from .numbers import have_numbers_of_their_own
from .sayings import Pair, Saying, Sayings, Token
from .settings import Settings

__all__ = [
    "EVENTS",
    "SHORT_ANSWER",
    "WRITTEN",
    "asked_before",
    "cause_of",
    "differ",
    "differing_dates",
    "differing_order",
    "events_of",
    "is_only_near",
    "names_something",
    "phrased_events",
    "with_year",
    "words_beside",
]

_MUCH_AROUND = 5.0
_LOCAL = 9.0
_RARE = 5.0
SHORT_ANSWER = 10  # words
_BESIDE = 12  # words from a date to the event that it dates
# what happens once to somebody or something; words on a line may tell of one event
EVENTS = {
    stem(word): line.split()[0]
    for line in (
        "trial tried court-martial court-martialed",
        "murder murdered assassination assassinated killed killing death die died dying shot execution executed hanged",
        "born birth",
        "arrest arrested",
        "wedding married",
        "wreck wrecked sinking sank sunk struck foundered stranded stranding loss lost",
        "fire burnt burned",
        "battle",
        "election elected",
        "congress",
        "arrived arrival came come appeared reached",
        "left departed departure sailed",
        "signed signing",
        "release released freed liberated",
        "appointed appointment",
        "expelled expulsion",
        "sentenced convicted condemned",
        "acquitted acquittal",
        "met meeting",
        "launched launch",
        "founded founding",
        "opened opening",
        "began begun beginning",
        "resigned dismissed resignation dismissal",
        "surrendered surrender capitulated capitulation",
        "escaped escape",
        "returned return",
        "explosion exploded",
        "collapse collapsed",
        "strike",
        "flood",
        "sold sale bought purchase purchased auctioned",
        "built erected completed finished",
        "closed closure closing shut",
        "retired retirement",
        "enlisted enrolled joined",
        "baptised baptized christened baptism",
        "fell fallen",
        "abolished ended ceased stopped discontinued",
    )
    for word in line.split()
}
# the same in several words; the keys are those of the lines above
_PHRASES = {
    "left": r"g[oe]ts?\s+(?:out\s+of|away\s+from)|got\s+away|set\s+(?:out|off)|took\s+ship|went\s+away",
    "arrived": r"got\s+to|turned\s+up|put\s+in\s+at|set\s+foot\s+in",
    "murder": r"passed\s+away|went\s+from\s+us|breathed\s+(?:his|her)\s+last|departed\s+this\s+life|"
    r"lost\s+(?:his|her)\s+life|met\s+(?:his|her)\s+(?:end|death)",
    "signed": r"put\s+(?:his|her|my|their)\s+names?\s+to|set\s+(?:his|her|my)\s+hand\s+to",
    "sold": r"changed\s+hands|came\s+under\s+the\s+hammer",
    "arrest": r"(?:was|were)\s+taken\s+(?:up|into\s+custody)",
    "wreck": r"went\s+(?:down|to\s+the\s+bottom|ashore|aground)",
    "surrendered": r"laid\s+down\s+(?:its|their|his|our)\s+arms|(?:hung\s+out|ran\s+up)\s+the\s+white\s+flag",
    "release": r"(?:let|allowed)\s+out|(?:let|set)\s+(?:free|loose|go)|set\s+at\s+liberty",
    "fire": r"went\s+up\s+in\s+(?:flames|smoke)|caught\s+fire|took\s+fire",
}
_SAID_SO = re.compile(r"\b(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _PHRASES.items()) + r")\b", re.I)
_LEADS = frozenset(
    "got get gets set took went turned put passed breathed departed lost met changed taken caught laid hung ran "
    "let allowed".split()
)
_NEAR_DATE = 70  # code points
_WINDOW = 12  # words: an event is named further off than what a number counts
_LEAST = 3.0
_CLAIMED = 4.0  # of what is shared, a word of the claim among it
_WORD = re.compile(r"[^\W\d_]{3,}")
_DECEMBER = 12  # higher numbers are seasons
_ANSWERED = 3  # sentences from a question to its answer
_UNDER_ONE_CLAIM = 8.0
_WHOLE = 16.0
# a letter, an entry or a hearing of one day is another than that of the next day, and no rival of it
WRITTEN = frozenset(
    stem(word)
    for word in (
        "letter letters telegram cable diary journal entry record interrogation protocol wrote written writes writing "
        "stated declared reported report session sessions interview article memo memorandum note dispatch cabled "
        "testified edition published speech spoke said plenum page volume circular resolution received"
    ).split()
)
_MONTHS = 2
_APART = 30_000  # three years, in numbers like 18710723: further apart they are two events


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date in a sentence with the words around it."""

    saying: Saying
    edtf: str  # with the year that the excerpt tells of, where the date prints none
    start: int
    end: int
    near: list[Token]
    features: frozenset[str]
    events: frozenset[str]


def differing_dates(book: Sourcebook, sayings: Sayings, settings: Settings) -> Iterator[Difference]:
    """What is dated differently in two places."""
    dated = list(_read(book, sayings, settings))
    claimed = {n: frozenset(stem(w) for w in _WORD.findall(c.text.lower())) for n, c in enumerate(book.claims)}
    own: defaultdict[int, list[str]] = defaultdict(list)
    for one in dated:
        own[one.saying.number].append(one.edtf)
    yield from _corrected(sayings, dated)
    for a, b, weight in sayings.meetings(dated, _LEAST):
        if not differ(a.edtf, b.edtf):
            continue
        if any(_can_be_one(x, b.edtf) for x in own[a.saying.number]) or any(
            _can_be_one(a.edtf, x) for x in own[b.saying.number]
        ):
            continue
        shared = a.features & b.features
        if shared & WRITTEN or not a.events & b.events:
            continue
        pair = sayings.pair(a.saying, b.saying)
        if pair.distance > 1 and not any(f[0] == "@" or sayings.weights[f] >= _RARE for f in shared if f not in EVENTS):
            continue
        near = pair.distance == 0 and _are_near(a.edtf, b.edtf) and pair.weight >= _UNDER_ONE_CLAIM
        if not near and pair.distance == 0 and weight >= _CLAIMED:
            near = bool((shared - EVENTS.keys()) & claimed.get(a.saying.section, frozenset()))
        if not near and pair.distance == 0:
            near = not shared.isdisjoint(_names(a)) and not shared.isdisjoint(_names(b))
        if not near and (weight < _MUCH_AROUND or (weight < _LOCAL and pair.weight < _WHOLE)):
            continue
        if not may_be_same_people(pair, a.near, b.near):
            continue
        told, heard = settings.proceedings(a.saying), settings.proceedings(b.saying)
        if told and heard and not told & heard:
            continue
        if have_numbers_of_their_own(sayings, a.saying, b.saying):
            continue
        yield Difference(
            DiscrepancyKind.DATE,
            Words(a.saying, a.start, a.end),
            Words(b.saying, b.start, b.end),
            about_of(pair, shared) or "when it was",
            min(0.9, 0.3 + weight / 40 + pair.weight / 80),
            cause_of(a.edtf, b.edtf),
            tuple(sorted(f[1:] for f in shared if f[0] == "@")),
            (Reason("both date the same in the same words around"),),
            weight,
        )


def _names(dated: _Dated) -> frozenset[str]:
    """The words around a date that are printed with a capital and name no person: "left Lisbon in May"."""
    text = dated.saying.text
    return frozenset(
        token.key
        for token in dated.near
        if token.key and token.named is None and text[token.start].isupper() and token.start > dated.saying.start
    )


def _corrected(sayings: Sayings, dated: Sequence[_Dated]) -> Iterator[Difference]:
    """What a question dates, and the answer otherwise: "You resigned in May?", "I resigned in August."."""
    for a, b in pairwise(dated):
        if a.saying.record is not b.saying.record or not 0 < b.saying.number - a.saying.number <= _ANSWERED:
            continue
        if not a.saying.words.rstrip("\"'”’ ").endswith("?") or not a.events & b.events or not differ(a.edtf, b.edtf):
            continue
        pair = sayings.pair(a.saying, b.saying)
        yield Difference(
            DiscrepancyKind.DATE,
            Words(a.saying, a.start, a.end),
            Words(b.saying, b.start, b.end),
            about_of(pair) or "when it was",
            0.6,
            cause_of(a.edtf, b.edtf),
            (),
            (Reason("a question dates it, and its answer otherwise"),),
            pair.weight,
        )


def differing_order(alike: Sequence[Pair]) -> Iterator[Difference]:
    """What one sentence tells of the time before an event and another of its own time or after."""
    for pair in alike:
        if pair.weight < _TOLD_ALIKE:
            continue
        for here in _RELATED.finditer(pair.a.text, pair.a.start, pair.a.end):
            for there in _RELATED.finditer(pair.b.text, pair.b.start, pair.b.end):
                if here[2].lower() != there[2].lower() or _order(here[1]) == _order(there[1]):
                    continue
                yield Difference(
                    DiscrepancyKind.DATE,
                    Words(pair.a, *here.span()),
                    Words(pair.b, *there.span()),
                    about_of(pair),
                    0.6,
                    None,
                    tuple(sorted(feature[1:] for feature in pair.shared if feature[0] == "@")),
                    (Reason("both tell it by one event, on different sides of it"),),
                    pair.weight,
                )


_TOLD_ALIKE = 22.0
_RELATED = re.compile(
    r"\b(on the eve of|shortly before|before|shortly after|after|during|at|in)\s+(?:the\s+)?"
    r"((?:[\w'’-]+\s+){1,3}?(?:congress|conference|trial|war|revolution|meeting|session|inquiry|wedding|funeral|election"
    r"|battle|voyage|wreck|murder|assassination|death|arrest))\b",
    re.IGNORECASE,
)


def _order(words: str) -> int:
    low = words.lower()
    return -1 if low.endswith(("before", "eve of")) else 1 if low.endswith("after") else 0


def _read(book: Sourcebook, sayings: Sayings, settings: Settings) -> Iterator[_Dated]:
    for dating in book.datings:
        dated = sayings.dated(dating)
        if dated is None or names_something(dated[0], dated[1].start, dated[1].end):
            continue
        saying, (start, end) = dated[0], (dated[1].start, dated[1].end)
        near = around(saying, start, end, _WINDOW)
        features = frozenset(t.key for t in near) - {""} - {t.key for t in saying.tokens_in(start, end)}
        events = frozenset(
            EVENTS[token.key]
            for token in words_beside(saying, start, end)
            if token.key in EVENTS and not is_only_near(saying, token, start, end)
        )
        events |= phrased_events(saying, start, end)
        if not events and len(saying.tokens) <= SHORT_ANSWER:
            asked = asked_before(sayings, saying)
            events = events_of(asked)
            features |= asked
        if events:
            edtf = with_year(dating.edtf, settings.years(saying))
            yield _Dated(saying, edtf, start, end, near, features, events)


def events_of(keys: Iterable[str]) -> frozenset[str]:
    """The events that stems of words tell of."""
    return frozenset(EVENTS[key] for key in keys if key in EVENTS)


def phrased_events(saying: Saying, start: int, end: int) -> frozenset[str]:
    """The events that are told in several words near ``text[start:end]`` of a sentence: "got out of the town"."""
    if _LEADS.isdisjoint(saying.lows):
        return frozenset()
    low, high = max(saying.start, start - _NEAR_DATE), min(saying.end, end + _NEAR_DATE)
    return frozenset(found.lastgroup or "" for found in _SAID_SO.finditer(saying.text, low, high))


def asked_before(sayings: Sayings, saying: Saying) -> frozenset[str]:
    """What the question right before a sentence speaks of; empty where there is none."""
    own = sayings.of_record[saying.record.id]
    at = saying.number - own[0].number
    return own[at - 1].features if at and own[at - 1].words.rstrip().endswith("?") else frozenset()


def words_beside(saying: Saying, start: int, end: int) -> list[Token]:
    """The words that a date may date, those not counted that name people in a row."""
    kept: list[Token] = []
    for side in (
        [t for t in reversed(around(saying, start, end, 2 * _BESIDE)) if t.end <= start],
        [t for t in around(saying, start, end, 2 * _BESIDE) if t.start >= end],
    ):
        counted = 0
        for token in side:
            counted += token.named is None and token.low not in ("and", "others")
            if counted > _BESIDE:
                break
            kept.append(token)
    return kept


def is_only_near(saying: Saying, token: Token, start: int, end: int) -> bool:
    """Whether the event is told before or after the date, and is not what it dates: "in May, after the trial"."""
    low, high = (end, token.start) if token.start >= end else (token.end, start)
    return bool(_BETWEEN.search(saying.text, low, high))


_BETWEEN = re.compile(r"\b(?:after|before|following|since|until|till)\b", re.IGNORECASE)


def names_something(saying: Saying, start: int, end: int) -> bool:
    """Whether the date is part of a name, as in "the 1911 inquiry", and tells of no day on which something happened."""
    before = saying.text[max(saying.start, start - 5) : start].lower()
    if _PART_OF.match(saying.text, start, end):
        return False
    if before.endswith(("the ", "this ")) and not any(c.isdecimal() for c in saying.text[start : start + 2]):
        return True
    behind = re.match(r" ([a-z]+)", saying.text[end : end + 20])
    return bool(behind) and not is_function_word(behind[1]) and before.endswith(("the ", "this ", " a "))  # type: ignore[index]


_PART_OF = re.compile(
    r"(?:the\s+)?(?:end|beginning|middle|close|last days|first days|early|late|spring|summer|autumn|fall|winter)\b",
    re.IGNORECASE,
)


def with_year(edtf: str, years: frozenset[int]) -> str:
    """A date of no year in the one year that its sentence is of, where it is of one."""
    if not edtf.startswith("XXXX") or len(years) != 1:
        return edtf
    return edtf.replace("XXXX", str(next(iter(years))))


def _can_be_one(one: str, other: str) -> bool:
    a, b = bounds_of(one), bounds_of(other)
    if a is None or b is None:
        return not differ(one, other)
    return a[0] <= b[1] and b[0] <= a[1]


def differ(one: str, other: str) -> bool:
    """Whether two dates cannot be one, and are near enough to be meant for one."""
    a, b = bounds_of(one), bounds_of(other)
    if a is None or b is None:
        if one.startswith("XXXX-") and other.startswith("XXXX-") and len(one) == len(other):
            return one != other and "XX" not in one[5:] and "XX" not in other[5:]
        if one.startswith("XXXX-") and other.startswith("XXXX-") and one[5:7].isdecimal() and other[5:7].isdecimal():
            return one[5:7] != other[5:7] and max(int(one[5:7]), int(other[5:7])) <= _DECEMBER
        for open_, full in ((one, other), (other, one)):
            if open_.startswith("XXXX-") and len(full) == len(open_) and "XX" not in open_[5:]:
                return open_[5:] != full[5:]
        return False
    if a[0] <= b[1] and b[0] <= a[1]:
        return False
    return max(a[0], b[0]) - min(a[1], b[1]) < _APART


def _are_near(one: str, other: str) -> bool:
    """Whether two dates lie so near that under one claim they may well be of one event."""
    a, b = bounds_of(one), bounds_of(other)
    if a is None or b is None:
        return False
    (low, first), (high, second) = (
        ((d // 10_000) * 12 + d // 100 % 100 for d in a),
        ((d // 10_000) * 12 + d // 100 % 100 for d in b),
    )
    return max(low, high) - min(first, second) <= _MONTHS


def cause_of(one: str, other: str) -> Cause | None:
    """The calendar, where the days lie twelve or thirteen apart as Old and New Style do."""
    from datetime import date

    if len(one) == len(other) == 10 and not one.startswith("X") and not other.startswith("X"):
        try:
            gap = abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
        except ValueError:
            return None
        century = int(one[:2])
        if gap == (12 if century == 18 else 13 if century in (19, 20) else 11 if century == 17 else 10):
            return Cause.CALENDAR
    return None
