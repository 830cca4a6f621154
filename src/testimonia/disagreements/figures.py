"""What accounts of one matter put in figures: lives lost, sums paid, how long it took, how long somebody was punished.

Accounts under one claim tell of one matter, so that two figures of one kind need not stand in the same words: the
sentences must only tell of one event, be it in other words (`words.sames`). A figure that the other account has as well
is no difference.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from ..model import Cause, DiscrepancyKind, Reason, Sourcebook, Span
from ..words.amounts import read_number
from ..words.bare_counts import is_of_a_part, is_of_the_whole
from ..words.bare_numbers import NUMBER_WORDS, PAYMENT_WORDS, SUM_WORDS, find_payments, find_sums
from ..words.calendars import DAYS, MONTHS
from ..words.counts import Count, find_deaths
from ..words.sames import set_of
from ..words.sorts import sort_of
from ..words.stems import stem
from .differences import Difference, Words, about_of, around
from .numbers import agree, are_of_other_years, cause_of, counts_a_part, is_nearer, is_nothing, may_be_one_payment
from .sayings import Saying, Sayings, may_count
from .settings import Settings
from .speakers import Speakers
from .tolls import ONE_LOSS, asked_toll

__all__ = ["differing_figures"]

_WHOLE = frozenset("liv soul perso peopl men dead victim casualt death fatalit".split()) | {"", "person"}
_FIGURE = re.compile(
    r"(?:\b(?:upwards of|more than|over|nearly|about|some|at least|less than)\s+)?"
    r"\b((?:[a-z]+[- ])?(?:[a-z]+)|\d[\d,]*)(?=\s*[.!;]?[\"”’')\]]*\s*$)",
    re.IGNORECASE,
)
_EVER = re.compile(r"\bfor (?:ever|life|good)\b", re.IGNORECASE)
_FOR_EVER = frozenset(("ever", "life", "good"))
_DEATHS = frozenset("death deaths dead fatalities casualties lives".split())
_ELLIPTIC = 9  # words: "At the mill they speak of some ninety."
_SO_FAR = re.compile(
    r"\b(?:to\s+date|so\s+far|hitherto|(?:down|up)\s+to\s+(?:the|this|that|now|then))\b", re.IGNORECASE
)
_MEASURES = frozenset("speed length weight area volume power".split())
_WINDOW = 7  # words on either side of a figure
_BESIDE = 4.0  # what they must share
_MOST = 14  # accounts of one claim that are set against each other
_OF_TEXT = {"#" + sort_of(stem(word)) for word in ("lines", "words", "pages", "sentences", "volumes", "times")}
_NEAR_CLAIMS = 2  # that both tell of lives lost, and may of one loss
_PAID_CLAIMS = 8  # and claims that tell of paying
_NEAR_A_SUM = 9  # words
_GOT = frozenset("received got earned had pocketed took".split())
_PAID_TO = {"him": "he", "her": "she"}
_FIRST = frozenset("i me my".split())
_FEW = 3  # figures of one kind in one account: of more, each is of another thing
_ENDLESS = 1e6
_ONE_PUNISHMENT = 13.0  # what two sentences must share to tell of one punishment
_LASTING = frozenset(("sank", "sat", "wept"))  # of which an account tells once how long it went on
_NEAR_BY = 3.0  # one length so many times the other
_RELATIONS = {
    word: line.split()[0]
    for line in ("below under beneath", "above over", "from off", "behind", "before", "beyond", "inside within")
    for word in line.split()
}
_RELATED = re.compile(rf"\s+({'|'.join(_RELATIONS)})\b", re.IGNORECASE)
_SUMMED = re.compile(r"\b(?:some|few|several|many|numerous)\s+(?:few\s+|\w+\s+)?([a-z]{3,}s)\b", re.IGNORECASE)
_A_TIME = re.compile(
    r"\b(?:for|during|lasted|took|within)\s+(?:about\s+|nearly\s+|over\s+)?an?\s+(minute|hour|day|week|month|year)\b",
    re.IGNORECASE,
)
_MATTERS = 2  # claims of a page under which a sort of thing is counted: of more, many such things are told of
_SEVERAL, _TWICE, _FOURFOLD = 4, 2.0, 4.0
_ANYBODY = frozenset(stem(word) for word in "men women people persons children boys girls others members".split())
_RATIO_OF_LOST = 20.0
_RATIO = 12.0  # one figure so many times the other: something else is told


@dataclass(frozen=True, slots=True)
class _Figure:
    saying: Saying
    count: Count
    kind: str  # what it tells: "lost", "money", "took", "punished"
    sets: frozenset[str]
    whom: str = ""  # who is named last before it in its sentence
    relation: str = ""  # of a length: "below", "above", "from"
    unit: str = ""


def differing_figures(
    book: Sourcebook, sayings: Sayings, settings: Settings, speakers: Speakers
) -> Iterator[Difference]:
    """Figures of one kind that differ between accounts."""
    claims: defaultdict[str, list[list[_Figure]]] = defaultdict(list)
    matters = {claim.id: _sets(claim.text.lower().split()) & {"paid", "lost"} for claim in book.claims}
    losses = {claim.id: asked_toll(claim) for claim in book.claims}
    numbered = set(sayings.figured()).union(*(sayings.having(stem(word)) for word in NUMBER_WORDS))
    for own in sayings.of_record.values():
        if not own[0].record.claim:
            continue
        figures = list(_figures(sayings, own, matters.get(own[0].record.claim or "", frozenset()), numbered))
        if figures:
            claims[own[0].record.claim or ""].append(figures)
    counted: defaultdict[str, set[str]] = defaultdict(set)
    for claim, accounts in claims.items():
        for figure in (figure for own in accounts for figure in own):
            counted[figure.kind].add(claim)
    few = {kind for kind, under in counted.items() if kind[0] == "#" and len(under) <= _MATTERS}
    few -= {"#" + measure for measure in _MEASURES}
    order = [claim.id for claim in book.claims]
    for at, claim in enumerate(order):
        accounts = claims.get(claim, [])[:_MOST]
        for n, here in enumerate(accounts):
            for there in accounts[n + 1 :]:
                yield from _compare(sayings, settings, here, there, few)
            for near in order[at + 1 : at + 1 + _NEAR_CLAIMS]:
                beside = near == order[at + 1]
                lost = (
                    {"lost"} & matters[claim] & matters[near]
                    if _may_be_one_loss(losses[claim], losses[near])
                    else set()
                )
                kinds = (few - _OF_TEXT if beside else set()) | lost
                for there in claims.get(near, [])[:_MOST] if kinds else ():
                    told, heard = ([f for f in own if f.kind in kinds] for own in (here, there))
                    yield from _compare(sayings, settings, told, heard, few)
            for near in order[at + 1 : at + 1 + _PAID_CLAIMS] if "paid" in matters[claim] else ():
                for there in claims.get(near, [])[:_MOST] if "paid" in matters[near] else ():
                    yield from _compare_sums(sayings, settings, speakers, here, there)


def _may_be_one_loss(one: float | None, other: float | None) -> bool:
    """Whether two claims that tell of lives lost may tell of one loss: not where they put it in other numbers."""
    return not one or not other or max(one, other) <= ONE_LOSS * min(one, other)


def _compare(
    sayings: Sayings, settings: Settings, here: list[_Figure], there: list[_Figure], few: set[str]
) -> Iterator[Difference]:
    kinds = sorted({figure.kind for figure in here} & {figure.kind for figure in there})
    for kind in kinds:
        ones, others = ([f for f in own if f.kind == kind] for own in (here, there))
        if not 0 < len(ones) <= _FEW or not 0 < len(others) <= _FEW:
            continue
        for one in ones:
            if any(agree(one.count, f.count) for f in others):
                continue
            for other in others:
                if any(agree(f.count, other.count) for f in ones) or are_of_other_years(
                    *((f.saying, f.count) for f in (one, other))
                ):
                    continue
                if kind == "money" and (_has_nearer(one, other, others) or _has_nearer(other, one, ones)):
                    continue
                single = kind in few and len(ones) == len(others) == 1
                if not _one_thing(sayings, one, other) and not (
                    single and _much_alike(one.count, other.count) and not settings.clash(one.saying, other.saying)
                ):
                    continue
                if settings.clash(one.saying, other.saying) < 2:
                    yield _difference(sayings, one, other, kind, 0.55)


def _has_nearer(one: _Figure, other: _Figure, others: list[_Figure]) -> bool:
    """Whether the sentence of the second has a sum that is nearer to the first: that one is its rival."""
    return any(f.saying is other.saying and is_nearer(one.count, f.count, other.count) for f in others)


def _compare_sums(
    sayings: Sayings, settings: Settings, speakers: Speakers, here: list[_Figure], there: list[_Figure]
) -> Iterator[Difference]:
    """Sums under two claims that both tell of paying, paid to one person."""
    ones, others = ([f for f in own if f.kind == "money"] for own in (here, there))
    if not 0 < len(ones) <= _FEW or not 0 < len(others) <= _FEW:
        return
    for one in ones:
        for other in others:
            if any(agree(f.count, other.count) for f in ones) or any(agree(one.count, f.count) for f in others):
                continue
            whose, whom = (_payee(sayings, speakers, figure) for figure in (one, other))
            if not whose or whose != whom or settings.clash(one.saying, other.saying) == 2:
                continue
            if may_be_one_payment((one.saying, one.count), (other.saying, other.count)):
                yield _difference(sayings, one, other, "money", 0.5)


def _payee(sayings: Sayings, speakers: Speakers, figure: _Figure) -> str:
    """Whose money it was: who is named last before it in its sentence, else whoever tells it of himself."""
    if figure.whom or figure.saying.named:
        return figure.whom
    saying = figure.saying
    own = sayings.of_record[saying.record.id]
    at = saying.number - own[0].number
    if any(token.low in _FIRST for near in own[max(0, at - 1) : at + 1] for token in near.tokens):
        return speakers.at(saying.record.place(figure.count.span.start, figure.count.span.end).start)
    return ""


def _one_thing(sayings: Sayings, one: _Figure, other: _Figure) -> bool:
    """Whether what is told beside two figures of one kind under one claim may be one thing."""
    low, high = sorted((one.count.low, other.count.low))
    if one.kind == "took" and one.sets & other.sets & _LASTING:
        return True
    if one.kind == "#length" and one.relation and one.relation == other.relation and one.unit == other.unit:
        return high <= _NEAR_BY * low
    ratio = _RATIO_OF_LOST if one.kind == "lost" else _RATIO
    if one.kind != "money" and high > ratio * max(low, 1e-9) and high < _ENDLESS:
        return False
    if one.kind in ("money", "punished") and one.whom and other.whom and one.whom != other.whom:
        return False
    shared = one.saying.features & other.saying.features
    if one.kind == "lost":  # two that are told up to a day are of two days
        return not (_SO_FAR.search(one.saying.words) and _SO_FAR.search(other.saying.words))
    if one.kind == "money":
        if not may_be_one_payment((one.saying, one.count), (other.saying, other.count)):
            return False
        if not shared:  # "sent her a note for a thousand", "she had fifteen hundred pounds"
            return bool(_paid_to(one)) and _paid_to(one) == _paid_to(other)
        if not shared - _words(one) - _words(other) and _paid_to(one) != _paid_to(other):
            return False  # "he received fifteen hundred", "one son, forty"
        return bool(shared) and ("paid" in one.sets & other.sets or bool(shared - _words(one) - _words(other)))
    if one.kind == "took":
        return (high < 1.0) == (low < 1.0) and (
            bool(one.sets & other.sets & {"lasted"}) or sayings.weigh(_beside(one) & _beside(other)) >= _BESIDE
        )
    if one.kind[0] == "#":
        return sayings.weigh(_beside(one) & _beside(other) - {one.count.noun, other.count.noun}) >= _BESIDE
    return high == _ENDLESS or sayings.weigh(shared) >= _ONE_PUNISHMENT


def _paid_to(figure: _Figure) -> str:
    """Whom a sum was paid to where the sentence says no more than "gave him" or "he received": "he" or "she"."""
    tokens = figure.saying.tokens_in(figure.saying.start, figure.count.span.start)[-_NEAR_A_SUM:]
    for before, token in pairwise(tokens):
        if token.low in _GOT and before.low in ("he", "she"):
            return before.low
        if token.low in _PAID_TO and set_of(before.low) == "paid":
            return _PAID_TO[token.low]
    return ""


def _much_alike(one: Count, other: Count) -> bool:
    """Whether two counts may be of the same things, where nothing else is said of both: several, none much more."""
    low, high = sorted((one.low, other.low))
    return low >= _SEVERAL and high <= (_TWICE if one.noun in _ANYBODY else _FOURFOLD) * low


def _beside(figure: _Figure) -> frozenset[str]:
    """What stands right around the figure."""
    near = around(figure.saying, figure.count.span.start, figure.count.span.end, _WINDOW)
    return frozenset(token.key for token in near) - {""}


def _words(figure: _Figure) -> set[str]:
    return {t.key for t in figure.saying.tokens_in(figure.count.span.start, figure.count.span.end)}


def _difference(sayings: Sayings, one: _Figure, other: _Figure, kind: str, confidence: float) -> Difference:
    a, b = (one, other) if one.saying.number < other.saying.number else (other, one)
    pair = sayings.pair(a.saying, b.saying)
    kinds = {"money": DiscrepancyKind.AMOUNT, "punished": DiscrepancyKind.OUTCOME}
    told = {"lost": "lives lost", "money": "what was paid", "took": "how long it took", "punished": "the punishment"}
    cause: Cause | None = cause_of(a.count, b.count) if kind != "money" else None
    return Difference(
        kinds.get(kind, DiscrepancyKind.NUMBER),
        Words(a.saying, a.count.span.start, a.count.span.end),
        Words(b.saying, b.count.span.start, b.count.span.end),
        about_of(pair) or told.get(kind, "a count"),
        min(0.75, confidence + pair.weight / 100),
        cause,
        (a.whom,) if a.whom and a.whom == b.whom else (),
        (Reason(f"accounts of one matter, which put it in figures: {told.get(kind, 'a count')}"),),
        pair.weight,
    )


def _sets(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(set_of, words)) - {""}


def _figures(
    sayings: Sayings, own: list[Saying], matter: frozenset[str], numbered: Container[int]
) -> Iterator[_Figure]:
    """The figures of an account; ``numbered`` are the numbers of the sentences that may have one."""
    for n, saying in enumerate(own):
        counts = list(sayings.counts(saying))
        lows = saying.lows
        if not lows.isdisjoint(DAYS):
            counts += [
                Count(Span(*found.span()), found.group(), days, days, "day", "time")
                for found in _A_TIME.finditer(saying.text, saying.start, saying.end)
                if (days := DAYS.get(found[1].lower()))
            ]
        if not lows.isdisjoint(_DEATHS):
            told = find_deaths(saying.text, saying.start, saying.end)
            counts += [count for count in told if not any(count.span.overlaps(other.span) for other in counts)]
        sums: list[Count] = []
        ever = not lows.isdisjoint(_FOR_EVER)
        if saying.number in numbered:
            bare_ones = [] if lows.isdisjoint(SUM_WORDS) else [*find_sums(saying.text, saying.start, saying.end)]
            if not lows.isdisjoint(PAYMENT_WORDS):
                bare_ones += find_payments(saying.text, saying.start, saying.end)
            sums = [
                _of_what(saying, count) if count.kind == "bare" else count
                for count in bare_ones
                if not any(count.span.overlaps(other.span) for other in counts)
            ]
            counts += sums
        is_short = len(saying.tokens) <= _ELLIPTIC
        bare = [] if (counts and "loss" not in lows) or saying.number not in numbered else list(_bare(saying))
        if not counts and not bare and not ever:
            continue
        sets = _sets(lows) | (matter & {"paid"})
        before = _sets(token.low for token in own[n - 1].tokens) if n else frozenset()
        if (is_short and not counts and "lost" in before | matter) or "loss" in lows:
            counts += bare
        if ever and "punished" in sets | before:
            counts += [
                Count(_span(found), found.group(), _ENDLESS, _ENDLESS, "", "time")
                for found in _EVER.finditer(saying.text, saying.start, saying.end)
            ]
        for count in counts:
            if is_nothing(saying, count):
                continue
            kind = _kind(saying, count, sets | (before | matter if is_short or count in sums else frozenset()))
            if kind:
                relation, unit = _relation(saying, count) if kind == "#length" else ("", "")
                yield _Figure(saying, count, kind, sets | before, _whom(saying, count), relation, unit)


def _of_what(saying: Saying, count: Count) -> Count:
    """A sum with the noun that it sums up: "some cases of fever, nine in all"."""
    nouns = _SUMMED.findall(saying.text[saying.start : count.span.start])
    return replace(count, noun=stem(nouns[-1].lower()), kind="things") if nouns else count


def _relation(saying: Saying, count: Count) -> tuple[str, str]:
    """How a length lies to what it is measured from, and its unit."""
    behind = _RELATED.match(saying.text, count.span.end, saying.end)
    words = count.words.lower().split()
    return (_RELATIONS.get(behind[1].lower(), "") if behind else ""), words[-1].rstrip("s") if words else ""


def _whom(saying: Saying, count: Count) -> str:
    named = [token.named.person for token in saying.named if token.named is not None and token.end <= count.span.start]
    return named[-1] if named else ""


def _kind(saying: Saying, count: Count, sets: frozenset[str]) -> str:
    if count.kind == "money":
        return "money"
    if count.kind == "time":
        if "punished" in sets and count.low >= 7:
            return "" if "-" in count.words and not count.words.lower().endswith("s") else "punished"
        return "took" if not counts_a_part(saying, count) or sets & {"sank"} else ""
    if count.kind in _MEASURES:
        return "#" + count.kind
    if count.kind in ("persons", "bare", "things") and count.noun in _WHOLE and "lost" in sets:
        beside = saying.tokens_in(max(saying.start, count.span.start - 12), min(saying.end, count.span.end + 45))
        if is_of_a_part(saying.text, count) or is_of_the_whole(saying.text, count):
            return ""
        if any(set_of(token.low) == "lost" for token in beside) or not count.noun:
            return "lost"
    if count.kind in ("persons", "things") and count.noun not in _WHOLE and len(count.noun) > 2:
        return "" if counts_a_part(saying, count) else "#" + sort_of(count.noun)
    return ""


def _bare(saying: Saying) -> Iterator[Count]:
    """A number that ends a sentence and has no noun: what is counted was said before."""
    last = saying.tokens[-1].low if len(saying.tokens) > 1 else ""  # "44." is a mark of a list
    if not last or (last != "one" and not may_count(last)):
        return
    found = _FIGURE.search(saying.text, saying.start, saying.end)
    if found is None or any(token.low in MONTHS for token in saying.tokens):
        return
    for words in (found.group(1), found.group(1).split(" ")[-1]):
        value = read_number(words.lower())
        if value is not None and value > 1:
            high = value * 1.5 if found.group().lower().startswith(("upwards", "more", "over", "at least")) else value
            span = Span(found.end() - len(words), found.end()) if words != found.group(1) else _span(found)
            yield Count(span, span.cut(saying.text), value, high, "", "bare")
            return


def _span(found: re.Match[str]) -> Span:
    return Span(found.start(), found.end())
