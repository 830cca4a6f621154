"""How high, long, heavy or dear something was, told differently under a claim that says so itself.

A claim that prints a measure ("forty feet high") or a sum asks every account under it for one of that kind. Where an
account prints one such, and no more, it answers; the units of one kind are brought to one. A claim that prints a sum
is answered in any money, and by a sum that is many times all others of its account. An account under another claim
that prints the very sum or measure of this one bears it out, and is set beside the answers that differ.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model import Claim, DiscrepancyKind, Sourcebook, Span
from ..words.amounts import find_amounts
from ..words.counts import Count
from ..words.sames import set_of
from .differences import Difference, Words, words_apart
from .numbers import may_be_one_payment
from .sayings import Saying, Sayings
from .settings import Settings

__all__ = ["differing_measures"]

_BASE = {
    "length": "meter:1 centimeter:.01 kilometer:1000 mile:1609 yard:.9144 foot:.3048 inch:.0254 "
    "fathom:1.829 verst:1067",
    "weight": "pound:.4536 gram:.001 kilogram:1 ounce:.02835 ton:1000 pood:16.38 hundredweight:50.8 stone:6.35",
    "area": "acre:.4047 hectare:1",
    "volume": "liter:1 gallon:4.546 barrel:159 bottle:.75",
    "power": "horsepower:.7457 kilowatt:1 megawatt:1000",
    "speed": "knot:1",
    "share": "percent:1",
    "money": "pound:240 guinea:252 sovereign:240 shilling:12 penny:1",
}
_WORTH = {
    (kind, name): float(worth)
    for kind, units in _BASE.items()
    for name, worth in (unit.split(":") for unit in units.split())
}
_ASKING = {
    word: kind
    for kind, words in (
        ("length", "high higher highest height tall taller tallest deep deeper deepest depth length wide wider width"),
        ("weight", "heavy heavier heaviest weight weighed weighs"),
    )
    for word in words.split()
}
_SUM = "a sum"  # of a claim that prints one
_ROUND, _ROUND_ABOUT = 0.04, 0.1  # what two measures that may be one lie apart, of the greater
_RATIO = 20.0
_MUCH_MORE = 4.0
_MOST = 14
_FEW = 3  # accounts elsewhere on the page that print a claim's number
_LEAST = 100.0  # a smaller number is printed of many things


@dataclass(frozen=True, slots=True)
class _Measure:
    saying: Saying
    span: Span
    kind: str  # with the unit, where there is no bringing it to another
    value: float
    about: bool

    @property
    def count(self) -> Count:
        """The measure as a count."""
        return Count(self.span, self.span.cut(self.saying.text), self.value, self.value, "", self.kind)


def differing_measures(book: Sourcebook, sayings: Sayings, settings: Settings) -> Iterator[Difference]:
    """Measures and sums that differ from what another account under the claim has."""
    asked = {claim.id: kinds for claim in book.claims if (kinds := _asked(claim))}
    printed = _printed([claim for claim in book.claims if claim.id in asked])
    for accounts in sayings.by_claim:
        wanted = asked.get(accounts[0][0].record.claim or "")
        if not wanted:
            continue
        told = [answer for own in accounts[:_MOST] if (answer := _answer(sayings, own, wanted)) is not None]
        for n, one in enumerate(told):
            for other in told[n + 1 :]:
                if _may_be_one(settings, wanted, one, other):
                    yield _difference(sayings, one, other)
        claimed = printed.get(accounts[0][0].record.claim or "")
        for one in _elsewhere(sayings, claimed, accounts[0][0].section) if claimed and told else ():
            for other in told:
                if _may_be_one(settings, wanted, one, other):
                    yield _difference(sayings, one, other)


def _elsewhere(sayings: Sayings, claimed: tuple[str, str, float], section: int) -> list[_Measure]:
    """Where accounts under other claims print what a claim does; none where so many do that it may be anything."""
    kind, name, value = claimed
    found: list[_Measure] = []
    for saying in sayings.all:
        if saying.section < 0 or saying.section == section:
            continue
        if not any(count.kind == kind and count.low == count.high == value for count in sayings.counts(saying)):
            continue
        for measure, unit in _measures(saying, frozenset((kind,))):
            if unit == (name, value) and not measure.about:
                found.append(measure)
                break
    return found if len(found) <= _FEW else []


def _printed(claims: Sequence[Claim]) -> dict[str, tuple[str, str, float]]:
    """The one exact sum or measure of each claim that no other claim prints, with its kind and unit."""
    found: dict[str, tuple[str, str, float]] = {}
    for claim in claims:
        amounts = [a for a in find_amounts(claim.text.lower(), 0, len(claim.text)) if a.kind in _BASE]
        if len(amounts) == 1 and amounts[0].value is not None and not amounts[0].about:
            found[claim.id] = amounts[0].kind, amounts[0].name, amounts[0].value
    often = Counter(found.values())
    return {claim: told for claim, told in found.items() if often[told] == 1 and told[2] >= _LEAST}


def _may_be_one(settings: Settings, wanted: frozenset[str], one: _Measure, other: _Measure) -> bool:
    """Whether two answers are of one thing, and differ; under a claim that prints a sum, in any money and any year."""
    money = one.kind.startswith("money")
    if money and not may_be_one_payment((one.saying, one.count), (other.saying, other.count)):
        return False
    if _SUM in wanted and money and other.kind.startswith("money"):
        return one.kind != other.kind or _differ(one, other)
    if one.kind != other.kind or not _differ(one, other) or settings.clash(one.saying, other.saying) == 2:
        return False
    return not money or _SUM in wanted or _tells_of_paying(one) or _tells_of_paying(other)


def _asked(claim: Claim) -> frozenset[str]:
    """The kinds of measure that a claim prints or asks for ("higher"); "money" also where it tells of paying."""
    words = claim.text.lower().split()
    kinds = {amount.kind for amount in find_amounts(claim.text.lower(), 0, len(claim.text))} & _BASE.keys()
    kinds |= {_ASKING[word] for word in words if word in _ASKING}
    if "money" in kinds:
        kinds.add(_SUM)
    elif any(set_of(word) == "paid" for word in words):
        kinds.add("money")
    return frozenset(kinds)


def _tells_of_paying(measure: _Measure) -> bool:
    return any(set_of(low) == "paid" for low in measure.saying.lows)


def _answer(sayings: Sayings, own: list[Saying], kinds: frozenset[str]) -> _Measure | None:
    """The one measure of these kinds that an account prints."""
    found: list[_Measure] = []
    for saying in own:
        if not any(count.kind in kinds for count in sayings.counts(saying)):
            continue
        found += [measure for measure, _ in _measures(saying, kinds)]
    values = {(measure.kind, measure.value) for measure in found}
    if len(values) > 1 and _SUM in kinds and len({measure.kind for measure in found}) == 1:
        first, second = sorted(found, key=lambda measure: -measure.value)[:2]
        return first if first.value >= _MUCH_MORE * second.value else None  # "$165,000, and freight $1,140"
    return found[0] if len(values) == 1 else None


def _measures(saying: Saying, kinds: frozenset[str]) -> Iterator[tuple[_Measure, tuple[str, float]]]:
    """The measures of these kinds in a sentence, each with its unit and number as printed."""
    for amount in find_amounts(saying.text, saying.start, saying.end):
        value = amount.value if amount.value is not None else amount.max or amount.min
        if amount.kind not in kinds or value is None:
            continue
        worth = _WORTH.get((amount.kind, amount.name))
        kind = amount.kind if worth else f"{amount.kind} {amount.name}"
        yield _Measure(saying, amount.span, kind, value * (worth or 1.0), amount.about), (amount.name, value)


def _differ(one: _Measure, other: _Measure) -> bool:
    low, high = sorted((one.value, other.value))
    return high - low > (_ROUND_ABOUT if one.about or other.about else _ROUND) * high and high <= _RATIO * low


def _difference(sayings: Sayings, one: _Measure, other: _Measure) -> Difference:
    reason = "the claim tells a measure or of paying, and each account prints one"
    here, there = (Words(told.saying, told.span.start, told.span.end) for told in (one, other))
    kind, about = DiscrepancyKind.NUMBER, "how much it was"
    if one.kind.startswith("money"):
        kind, about = DiscrepancyKind.AMOUNT, "what was paid"
    return words_apart(sayings, here, there, about, reason, base=0.5, per=100, kind=kind)
