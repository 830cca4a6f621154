"""Which of the points that the rules found are shown, how sure they are, and how they are put."""

from __future__ import annotations

from collections.abc import Iterable

from testimonia.model import CautionKind, Span

from .exhibits import Point

__all__ = ["caution_of", "chosen", "confidence_of", "is_contradiction", "message_of", "rule_of"]

_PER_EXCERPT = 2
_PER_CLAIM = 6
# how often a rule is right, about, where its place is near
_TRUST = {
    "opposed": 0.8,
    "doubted": 0.7,
    "asserted": 0.7,
    "denied": 0.7,
    "absent": 0.7,
    "state": 0.7,
    "contrary": 0.65,
    "answered": 0.7,
    "some": 0.65,
    "speaker": 0.75,
    "figure": 0.75,
    "one": 0.7,
    "elsewhere": 0.7,
    "accusation": 0.7,
    "told": 0.65,
    "second-hand": 0.75,
    "hedge": 0.75,
    "seeming": 0.7,
    "source": 0.7,
    "duress": 0.75,
    "omitted": 0.7,
    "hearsay": 0.75,
    "charge": 0.7,
    "partly": 0.8,
    "exception": 0.7,
    "limit": 0.75,
    "knowing": 0.8,
    "irony": 0.7,
    "notall": 0.7,
    "opinion": 0.7,
    "scope": 0.7,
    "company": 0.7,
    "unproved": 0.75,
    "invented": 0.75,
    "weaker": 0.7,
    "motive": 0.65,
    "undated": 0.65,
    "asker": 0.7,
    "unsaid": 0.65,
    "asked": 0.75,
    "several": 0.75,
    "day": 0.75,
    "sum": 0.7,
    "part": 0.75,
    "open": 0.7,
    "baseless": 0.7,
    "rival": 0.65,
    "doer": 0.65,
    "cause": 0.7,
    "divided": 0.7,
    "hour": 0.7,
    "disputed": 0.7,
}
_CAUTION = {
    "opposed": CautionKind.OPPOSED,
    "doubted": CautionKind.OPPOSED,
    "asserted": CautionKind.OPPOSED,
    "denied": CautionKind.OPPOSED,
    "absent": CautionKind.OPPOSED,
    "state": CautionKind.OPPOSED,
    "contrary": CautionKind.OPPOSED,
    "answered": CautionKind.OPPOSED,
    "some": CautionKind.OPPOSED,
    "speaker": CautionKind.OPPOSED,
    "figure": CautionKind.OPPOSED,
    "one": CautionKind.OVERSTATED,
    "elsewhere": CautionKind.OPPOSED,
    "accusation": CautionKind.ACCUSATION,
    "told": CautionKind.ACCUSATION,
    "second-hand": CautionKind.OVERSTATED,
    "hedge": CautionKind.HEDGE_DROPPED,
    "seeming": CautionKind.HEDGE_DROPPED,
    "source": CautionKind.OVERSTATED,
    "duress": CautionKind.OVERSTATED,
    "omitted": CautionKind.OPPOSED,
    "hearsay": CautionKind.RUMOUR,
    "charge": CautionKind.ACCUSATION,
    "partly": CautionKind.HEDGE_DROPPED,
    "exception": CautionKind.OVERSTATED,
    "limit": CautionKind.HEDGE_DROPPED,
    "knowing": CautionKind.HEDGE_DROPPED,
    "irony": CautionKind.IRONY,
    "notall": CautionKind.OVERSTATED,
    "opinion": CautionKind.HEDGE_DROPPED,
    "scope": CautionKind.OVERSTATED,
    "company": CautionKind.OPPOSED,
    "unproved": CautionKind.OPPOSED,
    "invented": CautionKind.OPPOSED,
    "weaker": CautionKind.OVERSTATED,
    "motive": CautionKind.OVERSTATED,
    "undated": CautionKind.OVERSTATED,
    "asker": CautionKind.OPPOSED,
    "unsaid": CautionKind.OVERSTATED,
    "asked": CautionKind.HEDGE_DROPPED,
    "several": CautionKind.OPPOSED,
    "day": CautionKind.OPPOSED,
    "sum": CautionKind.OPPOSED,
    "part": CautionKind.OVERSTATED,
    "open": CautionKind.HEDGE_DROPPED,
    "baseless": CautionKind.OPPOSED,
    "rival": CautionKind.OPPOSED,
    "doer": CautionKind.OPPOSED,
    "cause": CautionKind.OPPOSED,
    "divided": CautionKind.OVERSTATED,
    "hour": CautionKind.OPPOSED,
    "disputed": CautionKind.OPPOSED,
}
_SAYS = {
    "opposed": "The claim says “{claim}”; {where} says “{place}”.",
    "doubted": "The claim takes a side with “{claim}”; {where} says “{place}”.",
    "asserted": "The claim denies “{claim}”; {where} states “{place}”.",
    "some": "The claim says “{claim}”; {where} tells of some, “{words}”, in “{place}”.",
    "answered": "The claim states “{claim}”; asked for it, {where} denies it in “{place}”.",
    "contrary": "The claim says “{claim}”; against it {where} says “{words}” in “{place}”.",
    "state": "The claim says “{claim}”; {where} has it otherwise, “{words}”, in “{place}”.",
    "absent": "The claim says “{claim}”; {where} says otherwise, “{words}”, in “{place}”.",
    "denied": "The claim states “{claim}”; {where} denies it in “{place}”.",
    "speaker": "The claim lets somebody speak; in {where} the same person {says} in “{place}”.",
    "figure": "The claim counts “{claim}”; {where} counts “{words}” in “{place}”.",
    "one": "The claim says “{claim}”; {where} speaks of one, “{words}”, in “{place}”.",
    "elsewhere": "The claim says “{claim}”; {where} says “{place}”.",
    "accusation": "The claim states a deed; {where} gives what somebody {says}, “{place}”.",
    "told": "The claim states a deed itself; {where} has it on the word of {says}, “{place}”.",
    "second-hand": "The claim gives it as the words of whoever it names; {where} has them through {says}, “{place}”.",
    "hedge": "The claim is put without reserve; {where} has “{words}” in “{place}”.",
    "seeming": "The claim is put as a fact; {where} says how it looked, “{words}”, in “{place}”.",
    "source": "The claim is put as a fact; {where} gives it as somebody's word, “{words}”, in “{place}”.",
    "duress": "The claim prints an admission; {where} tells of pressure, “{words}”, in “{place}”.",
    "omitted": "The claim leaves out that whom it concerns {says} it; {where} says “{place}”.",
    "hearsay": "The claim is put as known; {where} has it on hearsay, “{words}”, in “{place}”.",
    "charge": "The claim states a deed; {where} has it as charged, owned or announced, “{words}”, in “{place}”.",
    "partly": "The claim is put without limit; {where} says “{words}” in “{place}”.",
    "exception": "The claim makes no exception; {where} makes one with “{words}” in “{place}”.",
    "limit": "The claim is put as known; {where} owns a limit with “{words}” in “{place}”.",
    "knowing": "The claim is put without limit; {where} says it as far as its teller knows, “{words}”, in “{place}”.",
    "irony": "The claim takes the words as meant; {where} has marks of irony, in “{place}”.",
    "notall": "The claim is put of all; {where} says “{words}” in “{place}”.",
    "opinion": "The claim is put as settled; {where} gives it as its writer's own view, “{words}”, in “{place}”.",
    "company": "The claim has it that it was one alone; {where} says “{words}” in “{place}”.",
    "scope": "The claim is put without limit; {where} says it of a part, “{words}”, in “{place}”.",
    "unproved": "The claim has it for proved; {where} says “{words}” in “{place}”.",
    "invented": "The claim gives it as said or done; {where} speaks of an invention, “{words}”, in “{place}”.",
    "weaker": "The claim says “{claim}”; {where} says “{words}” in “{place}”.",
    "motive": "The claim gives a reason or an aim, “{claim}”, that its evidence has not; nearest stands “{place}”.",
    "undated": "The claim gives the year, “{claim}”, that its evidence has not; {where} says “{words}” in “{place}”.",
    "unsaid": "The claim says “{claim}”, and nothing under it does; nearest stands “{place}”.",
    "asked": "The claim is put as settled; in {where} a bracket asks “{words}”.",
    "several": "The claim says “{claim}”; {where} counts “{words}” in “{place}”.",
    "day": "The claim dates it “{claim}”; {where} has “{words}” in “{place}”.",
    "sum": "The claim tells of “{claim}”; {where} of “{words}” in “{place}”.",
    "part": "The claim says “{claim}”; {where} counts a part, “{words}”, in “{place}”.",
    "open": "The claim is put as settled; {where} leaves it open, “{words}”, in “{place}”.",
    "baseless": "The claim states it; {where} has it that there is nothing in it, “{words}”, in “{place}”.",
    "rival": "The claim says “{claim}”; {where} says “{words}” in “{place}”.",
    "doer": "The claim says it of “{claim}”; in {where} it is another, “{place}”.",
    "divided": "The claim has it of one mind; {where} tells of votes on both sides, “{words}”, in “{place}”.",
    "cause": "The claim gives a cause, “{claim}”; {where} gives another in “{place}”.",
    "hour": "The claim has it at “{claim}”; {where} has “{words}” in “{place}”.",
    "disputed": "The claim says “{claim}”; {where} has that figure for wrong, “{words}”, in “{place}”.",
    "asker": "The claim lets {says} ask or bring it about; in {where} it is somebody else, “{place}”.",
}


def _kind(point: Point) -> str:
    return point.rule.partition(":")[0]


def caution_of(point: Point) -> CautionKind:
    """What a reader should mind at the place."""
    return _CAUTION[_kind(point)]


def rule_of(point: Point) -> str:
    """The rule that found it, as a phrase for a reader."""
    return str(caution_of(point))


def is_contradiction(point: Point) -> bool:
    """Whether the evidence says otherwise there, and not only less."""
    return caution_of(point) is CautionKind.OPPOSED


def confidence_of(point: Point) -> float:
    """From 0 to 1: how sure the rule is, and how near the place comes to what the claim tells."""
    return round(_TRUST[_kind(point)] * (0.7 + 0.3 * min(1.0, point.weight)), 2)


def message_of(point: Point) -> str:
    """One plain sentence: what the claim says, and what which excerpt says."""
    exhibit = point.exhibit
    where = f"the excerpt of {exhibit.author}" if exhibit.author else "an excerpt under it"
    return _SAYS[_kind(point)].format(
        claim=" ".join(point.claim.cut(exhibit.heading.text).split()),
        where=where,
        place=exhibit.clip(point.place),
        words=exhibit.clip(point.words),
        says=point.says,
    )


def chosen(points: Iterable[Point]) -> list[Point]:
    """The surest points of one claim, no two at one place, in the order of the page."""
    taken: list[Point] = []
    found = list(points)
    outright = [point for point in found if _kind(point) == "denied"]
    for point in sorted(found, key=lambda p: (-confidence_of(p), p.exhibit.excerpt.span.start, p.place.start)):
        same = [other for other in taken if other.exhibit is point.exhibit]
        if caution_of(point) is CautionKind.HEDGE_DROPPED and any(
            other.exhibit is point.exhibit and other.place.overlaps(point.place) for other in outright
        ):
            continue  # what is denied outright there is not only said with reserve
        if len(taken) >= _PER_CLAIM or len(same) >= _PER_EXCERPT:
            continue
        if any(other.place.overlaps(Span(point.place.start, point.place.end + 1)) for other in same):
            continue
        taken.append(point)
    return sorted(taken, key=lambda p: (p.exhibit.excerpt.span.start, p.place.start))
