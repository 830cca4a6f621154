"""What holds for every record of what the evidence is worth."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise

from ..model import Audit, Carriage, Dependence, Nearness, Origin, Reason, Sourcebook, Span

__all__ = ["check_worth", "hold", "worth_spans"]


def hold(holds: bool, otherwise: str) -> None:
    """Raise what says that it does not."""
    if not holds:
        raise AssertionError(f"It does not hold: {otherwise}.")


def worth_spans(record: object) -> Iterator[Span]:
    """The places on the page that the pieces of such a record name."""
    if isinstance(record, Dependence):
        for piece in record.alignments:
            yield piece.a
            yield piece.b
    if isinstance(record, Audit):
        for part in record.parts:
            yield from part.evidence
            yield from (reason.span for reason in part.reasons if reason.span is not None)
        for caution in record.cautions:
            yield caution.span
            if caution.evidence is not None:
                yield caution.evidence


def check_worth(book: Sourcebook, is_somebody: Callable[[str], bool]) -> None:
    """Check dependences, origins, witnesses, discrepancies and audits; ``is_somebody`` answers for an id."""
    excerpts = {excerpt.id: excerpt.span for excerpt in book.excerpts}
    records = excerpts | {claim.id: claim.span for claim in book.claims}
    _check_dependences(book, excerpts)
    _check_origins(book, excerpts)
    _check_witnesses(book, excerpts, is_somebody)
    for differing in book.discrepancies:
        id_ = differing.id
        for record, span in ((differing.a, differing.a_span), (differing.b, differing.b_span)):
            hold(record in records, f"one of the records of {id_} is not there")
            hold(bool(len(span)) and records[record].contains(span), f"words of {id_} lie outside their record")
        hold(differing.a_span != differing.b_span, f"{id_} sets words beside themselves")
        said = differing.about and differing.a_says and differing.b_says
        hold(bool(said), f"{id_} does not say about what, or what either says")
        hold(all(map(is_somebody, differing.persons)), f"{id_} concerns {differing.persons!r}, one of whom is nobody")
    audited = [audit.claim for audit in book.audits]
    hold(len(audited) == len(set(audited)), "a claim is audited twice")
    origins = {origin.id for origin in book.origins}
    under: dict[str, dict[str, Span]] = {claim.id: {} for claim in book.claims}
    for excerpt in book.excerpts:
        if excerpt.claim is not None:
            under[excerpt.claim][excerpt.id] = excerpt.span
    for audit in book.audits:
        hold(set(audit.origins) <= origins, f"an origin of {audit.id} is not there")
        _check_audit(book, audit, under)


def _check_dependences(book: Sourcebook, excerpts: dict[str, Span]) -> None:
    for pair in book.dependences:
        hold(pair.a in excerpts and pair.b in excerpts, f"one of the excerpts of {pair.id} is not there")
        hold(excerpts[pair.a] < excerpts[pair.b], f"the first excerpt of {pair.id} is not the earlier on the page")
        sides = ((pair.a, pair.a_span), (pair.b, pair.b_span))
        inside = all(len(span) and excerpts[id_].contains(span) for id_, span in sides)
        hold(inside, f"a stretch of {pair.id} lies outside its excerpt")
        for piece in pair.alignments:
            aligned = pair.a_span.contains(piece.a) and pair.b_span.contains(piece.b)
            hold(aligned and bool(len(piece.a) and len(piece.b)), f"a piece of {pair.id} lies outside its stretch")
        steps = pairwise(piece.a for piece in pair.alignments)
        hold(all(one.end <= next_.start for one, next_ in steps), f"the pieces of {pair.id} are not in order")


def _check_origins(book: Sourcebook, excerpts: dict[str, Span]) -> None:
    if not book.origins:
        return
    counted: dict[str, str] = {}
    known = {pair.id: pair for pair in book.dependences}
    for origin in book.origins:
        hold(bool(origin.excerpts) and set(origin.excerpts) <= set(excerpts), f"an excerpt of {origin.id} is not there")
        for excerpt in origin.excerpts:
            hold(excerpt not in counted, f"{excerpt} stands in two origins, {counted.get(excerpt)} and {origin.id}")
            counted[excerpt] = origin.id
        places = [excerpts[excerpt] for excerpt in origin.excerpts]
        hold(places == sorted(places), f"the excerpts of {origin.id} are not in the order of the page")
        hold(origin.head is None or origin.head in origin.excerpts, f"the head of {origin.id} is none of its excerpts")
        _check_ties(origin, known)
    left = next((excerpt for excerpt in excerpts if excerpt not in counted), None)
    hold(left is None, f"{left} stands in no origin")


def _check_ties(origin: Origin, known: Mapping[str, Dependence]) -> None:
    """Check that the dependences of an origin tie all of its excerpts together."""
    tied = set(origin.excerpts[:1])
    hold(set(origin.dependences) <= set(known), f"a dependence of {origin.id} is not there")
    pairs = [{known[id_].a, known[id_].b} for id_ in origin.dependences]
    hold(all(pair <= set(origin.excerpts) for pair in pairs), f"a dependence of {origin.id} leads out of it")
    for _ in pairs:
        for pair in pairs:
            if pair & tied:
                tied |= pair
    hold(tied == set(origin.excerpts), f"nothing ties all excerpts of {origin.id} together")


def _check_witnesses(book: Sourcebook, excerpts: dict[str, Span], is_somebody: Callable[[str], bool]) -> None:
    within = {origin.id: origin.excerpts for origin in book.origins}
    for witness in book.witnesses:
        id_ = witness.id
        hold(witness.excerpt in excerpts, f"the excerpt of {id_} is not there")
        hold(excerpts[witness.excerpt].contains(witness.span), f"the words of {id_} lie outside the excerpt")
        hold(is_somebody(witness.speaker), f"{id_} is {witness.speaker!r}, who is nobody")
        hold(witness.excerpt in within.get(witness.origin, ()), f"the excerpt of {id_} is not of its origin")
        placed = witness.nearness is Nearness.UNSTATED or bool(witness.reasons)
        hold(placed, f"nothing says how near {id_} stood")
        _check_reasons(book, id_, witness.reasons)


def _check_audit(book: Sourcebook, audit: Audit, under: Mapping[str, Mapping[str, Span]]) -> None:
    hold(audit.claim in under, f"the claim of {audit.id} is not there")
    id_, excerpts, claim = audit.id, under[audit.claim], book.claims[audit.claim].span
    hold(set(audit.excerpts) <= set(excerpts), f"an excerpt of {id_} does not stand under its claim")
    for part in audit.parts:
        hold(part.text == book.cut(part.span), f"a part of {id_} is not what its span cuts")
        hold(claim.contains(part.span), f"a part of {id_} lies outside the claim")
        found = all(any(place.contains(span) for place in excerpts.values()) for span in part.evidence)
        hold(found, f"the evidence for a part of {id_} stands under another claim")
        hold(part.carriage is not Carriage.CARRIED or bool(part.evidence), f"nothing carries a part of {id_}")
        hold(part.carriage is not Carriage.MISSING or not part.evidence, f"a missing part of {id_} is there")
        _check_reasons(book, id_, part.reasons)
    for caution in audit.cautions:
        hold(claim.contains(caution.span), f"a caution of {id_} lies outside the claim")
        hold(caution.excerpt is None or caution.excerpt in excerpts, f"the excerpt of a caution of {id_} is not there")
        within = caution.evidence is None or (
            caution.excerpt is not None and excerpts[caution.excerpt].contains(caution.evidence)
        )
        hold(within, f"the evidence of a caution of {id_} lies outside its excerpt")


def _check_reasons(book: Sourcebook, id_: str, reasons: Iterable[Reason]) -> None:
    cut = all(r.span is None or not r.words or r.words == book.cut(r.span) for r in reasons)
    hold(cut, f"a reason of {id_} is not what its span cuts")
