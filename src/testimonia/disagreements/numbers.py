"""Numbers of one thing that differ: how many were tried, how long a sentence was, what was paid."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..model import Cause, DiscrepancyKind, Reason, Span
from ..words.bare_counts import is_of_the_whole
from ..words.counts import Count
from ..words.sames import set_of
from ..words.stems import stem
from .differences import Difference, Words, about_of, around, may_be_same_people
from .sayings import Saying, Sayings, Token
from .settings import Settings

__all__ = [
    "agree",
    "are_of_other_years",
    "cause_of",
    "counts_a_part",
    "differing_numbers",
    "have_numbers_of_their_own",
    "is_nearer",
    "is_nothing",
    "may_be_one_payment",
]

_WEIGHT_OF_LOSS = 5.0
_LOSS = "#lost"  # stands for all words of losing lives
_LOST = frozenset(
    stem(word) for word in "lost lives perished drowned dead died killed dying souls casualties victims deaths".split()
)
_ALL_OF_THEM = frozenset(
    stem(word) for word in "lives souls persons people men dead victims casualties deaths".split()
) | {""}
_REACH = 40  # code points from a number to what became of those
_TRIED = frozenset(stem(word) for word in ("defendants", "accused", "prisoners"))
_RARE = 5.0
_APART = 100.0  # one number so many times the other
_APART_OF_LOST = 20.0
_REACH_BACK = 8  # words
_PROMISED = frozenset("promised promise promises promising offered offer offers".split())
_SOMETHING = 3.0  # what two sentences share in which nothing but the unit of two sums is the same
_SUMS = 4  # in one account: of more, each is of another thing
_LEAST = 4.0  # what the words right around must share
_SCORE, _SCORE_FAR = 9.5, 13.0
_FRAME, _FOLLOWING = 3, 4  # words
_COMPANIONS = "oth+"  # the noun of "Oake, Ames and five others", all counted
_ONE_LENGTH = 1.03  # two lengths of time in two units, one so many times the other
_GENERIC = frozenset("person peopl men women oth oth+ day memb".split()) | {""}


@dataclass(frozen=True, slots=True)
class _Number:
    """A number in a sentence with the words around it."""

    saying: Saying
    count: Count
    near: list[Token]
    features: frozenset[str]


def differing_numbers(sayings: Sayings, settings: Settings) -> Iterator[Difference]:
    """What is counted differently in two places."""
    sayings.weights.setdefault(_LOSS, _WEIGHT_OF_LOSS)
    numbers = [number for saying in sayings.all for number in _read(sayings, saying)]
    own: defaultdict[int, list[Count]] = defaultdict(list)
    sums: Counter[str] = Counter()  # of each account
    for number in numbers:
        own[number.saying.number].append(number.count)
        sums[number.saying.record.id] += number.count.kind == "money"
    for one, other, weight in sayings.meetings(numbers, _LEAST):
        if one.count.kind == "money" and max(sums[n.saying.record.id] for n in (one, other)) > _SUMS:
            continue
        found = _compare(sayings, settings, one, other, weight, own)
        if found is not None:
            yield found


def _read(sayings: Sayings, saying: Saying) -> Iterator[_Number]:
    for found in sayings.counts(saying):
        count = _with_named(saying, found)
        if counts_a_part(saying, count) or is_nothing(saying, count):
            continue
        near = _context(saying, count)
        features = {token.key for token in near} - {"", "tim"}
        if count.noun not in _GENERIC:
            features.add(count.noun)
        if count.kind in ("persons", "bare", "things") and count.noun in _ALL_OF_THEM:
            tokens = saying.tokens_in(count.span.start, min(saying.end, count.span.end + _REACH))
            if any(token.key in _LOST for token in tokens) and not is_of_the_whole(saying.text, count):
                features.add(_LOSS)
        yield _Number(saying, count, near, frozenset(features))


def is_nothing(saying: Saying, count: Count) -> bool:
    """Whether a least coin is denied, which is no sum: "I had not one penny of it"."""
    if count.kind != "money" or count.low > 1.0 or not _ONE.match(count.words):
        return False
    return _NOT_A.search(saying.text, max(saying.start, count.span.start - 30), count.span.start) is not None


def is_nearer(count: Count, one: Count, other: Count) -> bool:
    """Whether the first of two counts is nearer to a number than the other is, by how many times it is as much."""
    return _times(count, one) < _times(count, other)


def _times(one: Count, other: Count) -> float:
    low, high = sorted((one.low, other.low))
    return high / max(low, 1e-9)


def counts_a_part(saying: Saying, count: Count) -> bool:
    """Whether it counts the rest or a part of something, or the time from one thing to another."""
    before = saying.text[max(saying.start, count.span.start - 12) : count.span.start].lower()
    after = saying.text[count.span.end : count.span.end + 12].lower().split()
    if count.kind == "time":
        return bool(_SINCE_BEFORE.search(before)) or (bool(after) and after[0].strip(".,;-") in _SINCE)
    if count.kind == "times":
        return bool(after) and after[0] in _THAN
    if count.noun == "oth" or (count.high == 1.0 and count.kind == "persons"):
        return True
    return bool(_REST.search(before)) or bool(_PART.search(count.words))


_YEAR = re.compile(r"1[4-9]\d\d|20\d\d")
_ONE = re.compile(r"(?:one|an?|a\s+single)\s", re.IGNORECASE)
_NOT_A = re.compile(r"(?:\b(?:not|never|nor|without)|n[’']t)\b[^.,;:!?]*$", re.IGNORECASE)
_SINCE = frozenset("before after ago later earlier previously since old".split())
_SINCE_BEFORE = re.compile(r"\b(?:last|past|next|every|within|after|age|aged)\s+(?:the\s+)?$")
_THAN = frozenset("more less as the be greater better worse".split())
_REST = re.compile(r"\b(?:other|another|remaining|these|those|first|last)\s+$")
_PART = re.compile(r"\d\s+of\s|^\w+\s+of\s", re.IGNORECASE)


def _compare(
    sayings: Sayings, settings: Settings, a: _Number, b: _Number, weight: float, own: dict[int, list[Count]]
) -> Difference | None:
    one, other = a.count, b.count
    lost = _LOSS in a.features and _LOSS in b.features
    followed = _followed_alike(a, b)
    if not (lost or followed or _same_thing(one, other, a.near, b.near)) or agree(one, other):
        return None
    if max(one.low, other.low) > _APART * max(min(one.high, other.high), 1.0):
        return None  # a part and the whole
    if one.kind == "money" and not may_be_one_payment((a.saying, one), (b.saying, other)):
        return None
    if any(x.kind == other.kind and agree(x, other) for x in own[a.saying.number]):
        return None
    if one.kind == other.kind == "money" and (
        any(x.kind == "money" and is_nearer(one, x, other) for x in own[b.saying.number])
        or any(x.kind == "money" and is_nearer(other, x, one) for x in own[a.saying.number])
    ):
        return None  # of two sums in one sentence, the nearer is the rival of the other account's
    if any(x.kind == one.kind and agree(one, x) for x in own[b.saying.number]):
        return None
    pair = sayings.pair(a.saying, b.saying)
    if lost and _times(one, other) > _APART_OF_LOST:
        return None
    if are_of_other_years((a.saying, one), (b.saying, other)):
        return None  # "nine in 1901", "seven in 1902"
    shared = a.features & b.features
    clash = settings.clash(a.saying, b.saying)
    framed = pair.distance <= 1 and one.noun == other.noun and _before(a) == _before(b)
    if "money" in (one.kind, other.kind) and ((pair.distance and not framed) or one.kind != other.kind):
        return None  # sums pass between many; elsewhere the ledger tells between whom
    score = weight + pair.weight / 4 + (2.0 if pair.distance <= 1 else 0.0)
    companions = one.noun == other.noun == _COMPANIONS
    if companions and not (settings.years(a.saying) & settings.years(b.saying) or not clash_of_years(settings, a, b)):
        return None
    if one.kind == "times" and clash == 0 and _close(a.near, one) & _close(b.near, other):
        score += 3.0
    if lost:
        if pair.distance:
            return None
        score += _SCORE  # under one claim, one loss of lives is told
    if followed and clash < 2:
        score += _SCORE
    if framed and clash < 2 and len(_before(a)) == _FRAME:
        score += _SCORE  # "I lent her four lamps", "I lent her five lamps"
    if clash == 2 or score < (_SCORE if clash == 0 or companions else _SCORE_FAR):
        return None
    beside = shared - {one.noun, other.noun}
    if not beside and ((pair.distance and not framed) or one.kind != "money"):
        return None  # miles are counted of many things
    if not beside and pair.weight < _SOMETHING:
        return None
    if one.kind == "times" and sayings.weigh(beside) < _RARE:
        return None
    if one.kind == "persons" and pair.distance > 1 and not companions:
        if clash or (one.noun in _TRIED and not settings.of_one_trial(a.saying, b.saying)):
            return None  # every trial has its defendants
        told = settings.proceedings(a.saying) & settings.proceedings(b.saying)
        if not told and not any(f[0] == "@" or sayings.weights[f] >= _RARE for f in beside):
            return None
    deeds = [feature for feature in shared if feature[0] != "@"]
    if _COMPANIONS in (one.noun, other.noun) and len(deeds) < (clash if companions else 2):
        return None
    if "bare" in (one.kind, other.kind) and not _close(a.near, one) & _close(b.near, other):
        return None
    if one.kind in ("time", "times") and not _close(a.near, one) & _close(b.near, other):
        return None
    if one.kind == "time":
        told = settings.proceedings(a.saying) & settings.proceedings(b.saying)
        if not told and pair.distance > 1 and not any(feature[0] == "@" for feature in shared):
            return None
    if not may_be_same_people(pair, a.near, b.near):
        return None
    if one.kind == "time" and _punishes(a) and _punishes(b) and _names_somebody(a) != _names_somebody(b):
        return None  # "all got two years", "for this Ash got ten"
    return Difference(
        DiscrepancyKind.AMOUNT if one.kind == "money" else DiscrepancyKind.NUMBER,
        Words(a.saying, one.span.start, one.span.end),
        Words(b.saying, other.span.start, other.span.end),
        about_of(pair, shared | {one.noun}),
        min(0.9, 0.3 + score / 40),
        cause_of(one, other),
        tuple(sorted(f[1:] for f in shared if f[0] == "@")),
        (Reason("both count the same in the same words around"),),
        weight,
    )


def have_numbers_of_their_own(sayings: Sayings, a: Saying, b: Saying) -> bool:
    """Whether both count one sort of thing, and differently: "sold nine in May", "sold seven in June"."""
    return any(
        one.noun and one.noun == other.noun and one.kind == other.kind != "time" and not agree(one, other)
        for one in sayings.counts(a)
        for other in sayings.counts(b)
    )


def are_of_other_years(one: tuple[Saying, Count], other: tuple[Saying, Count]) -> bool:
    """Whether years stand around both numbers, and each has one that the other has not."""
    here, there = ({t.low for t in _context(*told) if _YEAR.fullmatch(t.low)} for told in (one, other))
    return not here <= there and not there <= here


def _punishes(number: _Number) -> bool:
    return any(set_of(token.low) == "punished" for token in number.near)


def _names_somebody(number: _Number) -> bool:
    return any(token.named is not None for token in number.near)


def _followed_alike(a: _Number, b: _Number) -> bool:
    """Whether what is counted did one thing in the same words: "forty families went up", "200 people went up"."""
    if {a.count.kind, b.count.kind} - {"persons", "things"} or a.count.noun == b.count.noun:
        return False
    behind = [
        [t.low for t in n.saying.tokens_in(max(n.count.head, n.count.span.end), n.saying.end)[:_FOLLOWING]]
        for n in (a, b)
    ]
    return behind[0] == behind[1] and len(behind[0]) == _FOLLOWING


def _before(number: _Number) -> list[str]:
    """The words right before a number, function words too."""
    saying = number.saying
    return [token.low for token in saying.tokens_in(saying.start, number.count.span.start)[-_FRAME:]]


def may_be_one_payment(one: tuple[Saying, Count], other: tuple[Saying, Count]) -> bool:
    """Whether two sums may have been paid to one: none only promised, none to a woman where the other was to a man."""
    if _is_promised(*one) != _is_promised(*other):
        return False
    return not {"he", "she"} <= {_gender(*one), _gender(*other)}


def _is_promised(saying: Saying, count: Count) -> bool:
    before = saying.tokens_in(saying.start, count.span.start)[-_REACH_BACK:]
    return any(token.low in _PROMISED for token in before)


def _gender(saying: Saying, count: Count) -> str:
    """The pronoun that stands last before a number in its sentence, "he" or "she"."""
    before = (token.low for token in reversed(saying.tokens_in(saying.start, count.span.start)[-_REACH_BACK:]))
    return next((_PRONOUNS[low] for low in before if low in _PRONOUNS), "")


_PRONOUNS = {"he": "he", "him": "he", "she": "she", "her": "she"}


def clash_of_years(settings: Settings, a: _Number, b: _Number) -> bool:
    """Whether both are dated, and to different years."""
    ours, theirs = settings.years(a.saying), settings.years(b.saying)
    return bool(ours and theirs and not ours & theirs)


def _context(saying: Saying, count: Count) -> list[Token]:
    inside = [token for token in saying.tokens_in(count.span.start, count.span.end) if token.named is not None]
    return [*inside, *around(saying, count.span.start, count.span.end)]


def _close(tokens: list[Token], count: Count) -> set[str]:
    """The features of the words right before and behind a number."""
    before = [t for t in tokens if t.end <= count.span.start][-4:]
    after = [t for t in tokens if t.start >= count.span.end][:3]
    return {t.key for t in (*before, *after)} - {""}


def _with_named(saying: Saying, count: Count) -> Count:
    """The number and all who are named in a row before "and N others"."""
    if count.noun != "oth" and not _OTHER.search(count.words):
        return count
    named, edge, start = 0, count.span.start, count.span.start
    for token in reversed(saying.tokens_in(saying.start, count.span.start)):
        between = saying.text[token.end : edge].strip(" ,&-")
        if token.named is None:
            if between or token.low not in _LINKS:
                break
        elif between:
            break
        else:
            named, start = named + 1, token.start
        edge = token.start
    if not named:
        return count
    return replace(
        count,
        span=Span(start, count.span.end),
        words=saying.text[start : count.span.end],
        low=count.low + named,
        high=count.high + named,
        noun=_COMPANIONS,
        kind="persons",
    )


def _same_thing(one: Count, other: Count, near: list[Token], far: list[Token]) -> bool:
    if one.kind == other.kind and one.kind in ("time", "times"):
        return True
    if one.noun == other.noun:
        return one.kind != "bare" and (bool(one.noun) or one.kind == other.kind)
    people = ("persons", "bare")
    if one.kind in people and other.kind in people:
        return _COMPANIONS in (one.noun, other.noun) or not one.noun or not other.noun or one.noun in _GENERIC
    if one.kind in ("money", "time", "times", "share") or other.kind in ("money", "time", "times", "share"):
        return False
    if not one.noun or not other.noun:
        return False
    behind = [t.key for t in far if t.start >= other.span.end][:3]
    return one.noun in behind or other.noun in [t.key for t in near if t.start >= one.span.end][:3]


def agree(one: Count, other: Count) -> bool:
    """Whether two numbers can be meant for one."""
    if (one.low, one.high) == (other.low, other.high):
        return True
    if one.kind == other.kind == "time" and _unit(one) != _unit(other) and _times(one, other) <= _ONE_LENGTH:
        return True  # "ninety days", "three months"
    if one.about or other.about:
        return one.low * 0.9 <= other.high and other.low * 0.9 <= one.high
    return False


def _unit(count: Count) -> str:
    """The unit that a length of time is told in: its last word, of one thing or several."""
    return count.words.casefold().split()[-1].rstrip("s") if count.words else ""


def cause_of(one: Count, other: Count) -> Cause | None:
    """Rounding, where one number holds the other or is the other in round figures."""
    if one.low <= other.high and other.low <= one.high:
        return Cause.ROUNDING
    if one.low == one.high and other.low == other.high:
        is_round = any((x.low >= 100 and x.low % 100 == 0) or (x.low >= 20 and x.low % 10 == 0) for x in (one, other))
        if is_round and abs(one.low - other.low) <= 0.06 * max(one.low, other.low):
            return Cause.ROUNDING
    return None


_OTHER = re.compile(r"\bothers?\b", re.IGNORECASE)
_LINKS = frozenset("and with together along".split())
