"""The stage of the room: each claim against its evidence."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

from testimonia.model import (
    Assertion,
    Audit,
    AuditPart,
    Carriage,
    Cause,
    Caution,
    Claim,
    Dating,
    Discrepancy,
    DiscrepancyKind,
    Excerpt,
    Finding,
    FindingKind,
    IdMaker,
    Mention,
    Origin,
    Reason,
    Record,
    Sourcebook,
    Voice,
)
from testimonia.words.families import author_families
from testimonia.words.record_texts import record_texts

from .against import Against, Known, set_against_each_other
from .answers import answered
from .between import Apart, claims_apart
from .carrying import Carried, carried_parts
from .causes import another_cause
from .choosing import caution_of, chosen, confidence_of, message_of, rule_of
from .coins import not_a_penny
from .conditions import another_state
from .contraries import contraries
from .counted import another_count
from .denied import no_such_thing, not_proved
from .elsewhere import Elsewhere, counted_elsewhere
from .exhibits import Exhibit, Point
from .figures import disputed, figures, one_against_several, one_of_several
from .firsthand import not_there, of_two_minds, taught
from .headings import Heading, Weights, heading_of
from .lacking import some_of_it
from .lengths import another_length
from .lines import lines_of
from .opposed import opposed
from .partial import divided, partial, some_did
from .profiles import carriage_of, profile_of, reasons_of
from .quantities import another_day, another_hour, another_sum, another_year, not_all
from .reserves import reserves
from .rivals import another_course, another_doer
from .shifts import absent, shifts
from .speakers import speakers
from .standing import standing_cautions
from .tellers import at_second_hand, tellers
from .turned_down import turned_down
from .unsettled import unsettled
from .whereabouts import off, seen_elsewhere, whereabouts

__all__ = ["RULES", "AuditStage"]

RULES: tuple[Callable[[Exhibit], Iterator[Point]], ...] = (
    opposed,
    no_such_thing,
    not_proved,
    turned_down,
    not_a_penny,
    answered,
    not_there,
    taught,
    of_two_minds,
    some_of_it,
    contraries,
    another_state,
    speakers,
    figures,
    disputed,
    another_count,
    another_length,
    one_of_several,
    one_against_several,
    another_day,
    another_hour,
    another_sum,
    another_year,
    not_all,
    partial,
    divided,
    some_did,
    whereabouts,
    off,
    seen_elsewhere,
    another_course,
    another_doer,
    another_cause,
    reserves,
    unsettled,
    tellers,
    at_second_hand,
    shifts,
)


_Found = Audit | Discrepancy | Finding
_SHARES = 100  # of a page's claims


class AuditStage:
    """Reads every claim against the excerpts under it."""

    name = "audit"
    reads: frozenset[type] = frozenset({Claim, Excerpt, Voice, Mention, Assertion, Dating, Origin, Discrepancy})
    writes: frozenset[type] = frozenset({Audit, Discrepancy})

    def __call__(self, book: Sourcebook) -> Iterator[Record]:
        """Yield them in the order of the page."""
        shares, together = self.shares(book)
        yield from together(share() for share in shares)

    def shares(
        self, book: Sourcebook
    ) -> tuple[Sequence[Callable[[], list[_Found]]], Callable[[Iterable[list[_Found]]], Iterator[Record]]]:
        """The work in shares that need nothing of each other, and what makes of their results what a call yields."""
        if book.is_bare:
            return [], lambda _: iter(())
        origin_of = {excerpt: origin.id for origin in book.origins for excerpt in origin.excerpts}
        claims = list(_claims(book))
        known = Known(book.discrepancies)

        def audited(first: int, last: int) -> list[_Found]:
            ids = IdMaker()
            found: list[_Found] = []
            for heading, exhibits in claims[first:last]:
                all_found = list(points_of(heading, exhibits))
                points = chosen(all_found)
                parts = carried_parts(heading, exhibits)
                found.append(_audit(heading, exhibits, points, parts, origin_of, ids, book.text))
                for point in points:
                    found += _records(point, ids, book.text)
                for against in set_against_each_other(heading, exhibits, points, all_found):
                    pair = _against(against, ids)
                    if not known.has(pair):
                        found.append(pair)
            return found

        def together(shares: Iterable[list[_Found]]) -> Iterator[Record]:
            ids = IdMaker()
            for record in chain.from_iterable(shares):
                own = ids.settle(record.id)
                yield record if own == record.id else replace(record, id=own)
            for apart in claims_apart([heading for heading, _ in claims]):
                yield _between(apart, ids)
            for elsewhere in counted_elsewhere(claims):
                yield _elsewhere(elsewhere, ids)

        step = max(1, -(-len(claims) // _SHARES))
        return [functools.partial(audited, first, first + step) for first in range(0, len(claims), step)], together


def points_of(heading: Heading, exhibits: list[Exhibit]) -> Iterator[Point]:
    """All that the rules find, but in a sentence that is the claim's own."""
    for exhibit in exhibits:
        for rule in RULES:
            yield from (p for p in rule(exhibit) if not any(own.contains(p.words) for own in exhibit.repeats))
    yield from absent(heading, exhibits)


def _claims(book: Sourcebook) -> Iterator[tuple[Heading, list[Exhibit]]]:
    """Each claim, read, with its excerpts."""
    texts = {text.id: text for text in record_texts(book)}
    lines = {text.id: lines_of(text.text, text.named) for text in texts.values() if not text.is_claim}
    weights = Weights(lines.values())
    said: dict[str, list[Assertion]] = defaultdict(list)
    for assertion in book.assertions:
        said[assertion.claim or assertion.excerpt or ""].append(assertion)
    datings: dict[str, list[Dating]] = defaultdict(list)
    for dating in book.datings:
        datings[dating.record].append(dating)
    voices: dict[str, list[Voice]] = defaultdict(list)
    for voice in book.voices:
        voices[voice.excerpt].append(voice)
    under: dict[str, list[Excerpt]] = defaultdict(list)
    for excerpt in book.excerpts:
        if excerpt.claim is not None:
            under[excerpt.claim].append(excerpt)
    authors = {citation.id: _author(citation.csl) for citation in book.citations}
    for claim in book.claims:
        heading = heading_of(texts[claim.id], said[claim.id], weights)
        exhibits = [
            Exhibit(
                heading,
                excerpt,
                texts[excerpt.id],
                lines[excerpt.id],
                authors.get(excerpt.citation or "", ""),
                len(under[claim.id]),
                tuple(voices[excerpt.id]),
                tuple(said[excerpt.id]),
                tuple(datings[excerpt.id]),
                tuple(datings[claim.id]),
            )
            for excerpt in under[claim.id]
        ]
        yield heading, exhibits


def _author(csl: Mapping[str, Any]) -> str:
    """The family name of the first author or editor that a citation prints; empty where it prints none."""
    return next(iter(author_families(csl)), "")


def _audit(
    heading: Heading,
    exhibits: list[Exhibit],
    points: list[Point],
    parts: list[Carried],
    origin_of: dict[str, str],
    ids: IdMaker,
    page: str,
) -> Audit:
    text = heading.record
    origins = tuple(dict.fromkeys(origin_of[x.excerpt.id] for x in exhibits if x.excerpt.id in origin_of))
    cautions = [
        Caution(
            caution_of(point),
            text.place(point.claim.start, point.claim.end),
            message_of(point),
            point.exhibit.excerpt.id,
            point.exhibit.record.place(point.place.start, point.place.end),
            confidence_of(point),
        )
        for point in points
    ]
    cautions += standing_cautions(heading, exhibits, parts, len(origins))
    count = len(origins) or len({x.excerpt.citation for x in exhibits})
    return Audit(
        ids.give("u", heading.text),
        text.id,
        profile_of(parts, exhibits, points, count),
        tuple(_part(heading, carried, points, page) for carried in parts),
        tuple(cautions),
        tuple(exhibit.excerpt.id for exhibit in exhibits),
        origins,
        reasons_of(parts, points, count),
    )


def _part(heading: Heading, carried: Carried, points: list[Point], page: str) -> AuditPart:
    part = carried.part
    carriage = carriage_of(carried, points)
    evidence = carried.evidence
    if carriage is Carriage.CONTRADICTED:
        evidence = tuple(
            point.exhibit.record.place(point.words.start, point.words.end)
            for point in points
            if point.claim.start <= part.start < point.claim.end
        )
    reasons = tuple(
        Reason("words that mean much the same", words, span)
        for span in evidence[:1]
        if carriage is not Carriage.CONTRADICTED and (words := span.cut(page)).casefold() != part.text.casefold()
    )
    return AuditPart(heading.record.place(part.start, part.end), part.text, part.kind, carriage, evidence, reasons)


def _against(against: Against, ids: IdMaker) -> Discrepancy:
    point, other = against.point, against.exhibit
    one = point.exhibit
    here = (one, one.record.place(point.place.start, point.place.end), one.clip(point.place))
    there = (other, other.record.place(against.words.start, against.words.end), other.clip(against.words))
    a, b = sorted((here, there), key=lambda side: side[1].start)
    return Discrepancy(
        ids.give("d", a[0].excerpt.id, b[0].excerpt.id, "against", a[2], b[2]),
        a[0].excerpt.id,
        b[0].excerpt.id,
        a[1],
        b[1],
        DiscrepancyKind.PRESENCE if point.rule == "absent" else DiscrepancyKind.OPPOSITE,
        " ".join(one.heading.text.split()),
        a[2],
        b[2],
        Cause.CONFLICT,
        confidence=round(confidence_of(point) * (0.7 + 0.3 * against.weight), 2),
        reasons=(Reason("one account answers the claim that the other bears out"),),
    )


def _between(apart: Apart, ids: IdMaker) -> Discrepancy:
    a_says, b_says = (" ".join(heading.text.split()) for heading in (apart.a, apart.b))
    return Discrepancy(
        ids.give("d", apart.a.record.id, apart.b.record.id, "between"),
        apart.a.record.id,
        apart.b.record.id,
        apart.a.record.place(apart.a_words.start, apart.a_words.end),
        apart.b.record.place(apart.b_words.start, apart.b_words.end),
        DiscrepancyKind.HEADING,
        apart.about,
        a_says,
        b_says,
        confidence=round(0.7 * apart.weight, 2),
        reasons=(Reason("two claims of the page that say opposite things of one matter"),),
    )


def _elsewhere(elsewhere: Elsewhere, ids: IdMaker) -> Discrepancy:
    heading, exhibit = elsewhere.heading, elsewhere.exhibit
    says, words = " ".join(elsewhere.claim.cut(heading.text).split()), exhibit.clip(elsewhere.words)
    return Discrepancy(
        ids.give("d", heading.record.id, exhibit.excerpt.id, "elsewhere", words),
        heading.record.id,
        exhibit.excerpt.id,
        heading.record.place(elsewhere.claim.start, elsewhere.claim.end),
        exhibit.record.place(elsewhere.words.start, elsewhere.words.end),
        DiscrepancyKind.HEADING,
        " ".join(heading.text.split()),
        says,
        words,
        confidence=0.5,
        reasons=(Reason("another number of the same things under another claim"),),
    )


def _records(point: Point, ids: IdMaker, page: str) -> Iterator[Discrepancy | Finding]:
    heading, exhibit = point.exhibit.heading, point.exhibit
    claim = heading.record.place(point.claim.start, point.claim.end)
    place = exhibit.record.place(point.place.start, point.place.end)
    words = exhibit.record.place(point.words.start, point.words.end)
    message = message_of(point)
    says = " ".join(point.claim.cut(heading.text).split())
    yield Discrepancy(
        ids.give("d", heading.record.id, exhibit.excerpt.id, point.rule, exhibit.clip(point.place, 400)),
        heading.record.id,
        exhibit.excerpt.id,
        claim,
        place,
        DiscrepancyKind.HEADING,
        " ".join(heading.text.split()),
        says,
        exhibit.clip(point.place),
        persons=tuple(sorted(heading.persons)),
        confidence=confidence_of(point),
        reasons=(Reason(rule_of(point), words.cut(page), words),),
    )
    yield Finding(
        ids.give("f", heading.record.id, exhibit.excerpt.id, point.rule, message),
        FindingKind.OVERREACH,
        claim,
        message,
        says,
    )
