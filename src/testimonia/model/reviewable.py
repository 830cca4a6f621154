"""What of each record a reader can review: where it stands, what tells it from others there, what can be put right.

A record is told again on an edited page by its places and by its ``identity``, facts that do not change where a
reading elsewhere does: ids are no part of it, a person counts as the same under every spelling of his.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from .assertions import Act
from .findings import FindingKind
from .persons import Gender
from .reasons import Reason
from .registers import CellKind, Ledger
from .reviews import Reviewed
from .sourcebook import Sourcebook
from .sources import Citation
from .span import Span
from .voices import DocumentType, Mode
from .wording import speaker_words
from .worth import (
    Audit,
    Carriage,
    Cause,
    CautionKind,
    DependenceKind,
    DiscrepancyKind,
    PartKind,
    Profile,
)

__all__ = ["PLACE", "Reviewable", "find_reviewable", "reviewables"]

PLACE = "place"  # the field that a correction of a span names


@dataclass(frozen=True, slots=True)
class Reviewable:
    """One record as a reader is asked about it.

    ``values`` are what the program says, field by field, in words; a field that it leaves open is there and empty.
    ``identifying`` names those of them that tell the record from others at its ``places``; ``alike`` gives other words
    for one of them that mean the same (the spellings of a person). ``choices`` are the fields that can be put right,
    with the values there are, empty where any words will do. ``within`` is the id of
    the excerpt or claim that it stands in, ``confidence`` ``None`` for what states none. What is no matter of one place
    gives the ``parties``, the people it is about, or the other places that it stands at ``elsewhere`` just as well.
    """

    what: Reviewed
    id: str
    places: tuple[Span, ...]
    values: Mapping[str, str]
    identifying: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    alike: Mapping[str, frozenset[str]] = field(default_factory=dict)
    within: str | None = None
    confidence: float | None = None
    reasons: tuple[Reason, ...] = ()
    against: tuple[Reason, ...] = ()
    parties: tuple[str, ...] = ()
    elsewhere: tuple[Span, ...] = ()

    @property
    def identity(self) -> dict[str, str]:
        """The facts that it is told by."""
        return {name: self.values[name] for name in self.identifying}

    def agrees(self, identity: Mapping[str, str], leaving_out: str | None = None) -> bool:
        """Whether it is what these facts tell; ``leaving_out`` one of them."""
        return all(
            self.values.get(name) == value or value in self.alike.get(name, ())
            for name, value in identity.items()
            if name != leaving_out
        )


def reviewables(book: Sourcebook, what: Reviewed) -> Iterator[Reviewable]:
    """Every record of a kind, in the order of the book; one that stands nowhere on the page is left out."""
    names = _Names(book)
    for found in _READERS[what](book, names):
        if found.places:
            yield found


def find_reviewable(book: Sourcebook, what: Reviewed, id_: str) -> Reviewable | None:
    """The one record of a kind and an id; ``None`` where there is none."""
    return next((found for found in reviewables(book, what) if found.id == id_), None)


class _Names:
    """What to call whom an id stands for, and by which other names the same is meant."""

    def __init__(self, book: Sourcebook) -> None:
        self._book = book
        self._people = {person.id: person for person in book.people}
        self.first: dict[str, Span] = {}
        for mention in book.mentions:
            best = self.first.get(mention.person)
            # the fullest form met: a bare surname may come to be somebody else's
            if best is None or len(mention.span) > len(best):
                self.first[mention.person] = mention.span

    def of(self, id_: str | None, printed: str | None = None) -> str:
        if id_ is None:
            return ""
        person = self._people.get(id_)
        return speaker_words(id_, printed or "", self._book) if person is None else person.name

    def alike(self, id_: str | None) -> frozenset[str]:
        person = self._people.get(id_ or "")
        return frozenset() if person is None else frozenset(person.variants)

    def joined(self, ids: Sequence[str]) -> str:
        return "; ".join(self.of(id_) for id_ in ids)


def _all(kind: type[StrEnum]) -> tuple[str, ...]:
    return tuple(str(member) for member in kind)


_FREE: tuple[str, ...] = ()


def _claims(book: Sourcebook, names: _Names) -> Iterator[Reviewable]:
    for c in book.claims:
        values = {"level": str(c.level)}
        yield Reviewable(
            Reviewed.CLAIM, c.id, (c.span,), values, (), {PLACE: _FREE, "level": _FREE}, within=c.id, reasons=c.reasons
        )


def _excerpts(book: Sourcebook, names: _Names) -> Iterator[Reviewable]:
    for x in book.excerpts:
        yield Reviewable(Reviewed.EXCERPT, x.id, (x.span,), {}, (), {PLACE: _FREE}, within=x.id, reasons=x.reasons)


def _citations(book: Sourcebook, names: _Names) -> Iterator[Reviewable]:
    within = {x.citation: x.id for x in book.excerpts if x.citation is not None}
    for c in book.citations:
        work = book.works[c.work] if c.work is not None else None
        title = str((work.csl if work is not None else c.csl).get("title") or "")
        values = {"work": title, "locator": c.locator or "", "title": str(c.csl.get("title") or "")}
        values |= {"author": _authors(c), "issued": str(c.csl.get("issued") or "")}
        yield Reviewable(
            Reviewed.CITATION,
            c.id,
            (c.span,),
            values,
            (),
            {PLACE: _FREE} | dict.fromkeys(values, _FREE),
            within=within.get(c.id),
            reasons=c.reasons,
        )


def _authors(citation: Citation) -> str:
    names = citation.csl.get("author") or ()
    return "; ".join(", ".join(filter(None, (n.get("family") or n.get("literal"), n.get("given")))) for n in names)


def _findings(book: Sourcebook, names: _Names) -> Iterator[Reviewable]:
    for f in book.findings:
        yield Reviewable(
            Reviewed.FINDING,
            f.id,
            (f.span,),
            {"kind": f.kind.value, "message": f.message},
            ("kind",),
            {"kind": _all(FindingKind), PLACE: _FREE},
        )


def _people(book: Sourcebook, names: _Names) -> Iterator[Reviewable]:
    for p in book.people:
        place = names.first.get(p.id)
        yield Reviewable(
            Reviewed.PERSON,
            p.id,
            () if place is None else (place,),
            {"name": p.name, "gender": "" if p.gender is None else p.gender.value},
            ("name",),
            {"name": _FREE, "gender": _all(Gender)},
            {"name": names.alike(p.id)},
            reasons=p.reasons,
            parties=(p.id,),
        )


def _mentions(book: Sourcebook, names: _Names) -> Iterator[Reviewable]:
    for m in book.mentions:
        yield Reviewable(
            Reviewed.MENTION,
            m.id,
            (m.span,),
            {"person": names.of(m.person)},
            ("person",),
            {"person": _FREE, PLACE: _FREE},
            {"person": names.alike(m.person)},
            m.record,
            m.confidence,
            m.reasons,
            m.against,
        )


def _maybes(book: Sourcebook, names: _Names) -> Iterator[Reviewable]:
    for y in book.maybes:
        places = [names.first.get(id_) for id_ in (y.a, y.b)]
        yield Reviewable(
            Reviewed.MAYBE,
            y.id,
            tuple(place for place in places if place is not None) if None not in places else (),
            {"one": names.of(y.a), "other": names.of(y.b)},
            ("one", "other"),
            {},
            {"one": names.alike(y.a), "other": names.alike(y.b)},
            None,
            y.confidence,
            y.reasons,
            y.against,
            (y.a, y.b),
        )


def _voices(book: Sourcebook, names: _Names) -> Iterator[Reviewable]:
    for v in book.voices:
        yield Reviewable(
            Reviewed.VOICE,
            v.id,
            (v.span,),
            {"speaker": names.of(v.speaker, v.speaker_name), "mode": v.mode.value},
            ("speaker", "mode"),
            {"speaker": _FREE, "mode": _all(Mode), PLACE: _FREE},
            {"speaker": names.alike(v.speaker)},
            v.excerpt,
            v.confidence,
            v.reasons,
        )


def _assertions(book: Sourcebook, names: _Names) -> Iterator[Reviewable]:
    for a in book.assertions:
        yield Reviewable(
            Reviewed.ASSERTION,
            a.id,
            (a.span,),
            {
                "speaker": names.of(a.speaker, a.speaker_name),
                "act": a.act.value,
                "of": names.joined(a.of),
                "of as printed": "; ".join(a.of_names),
                "when": a.when or "",
                "where": a.where or "",
                "amount": "" if a.amount is None else a.amount.text,
            },
            ("speaker", "act", "of as printed"),
            {"speaker": _FREE, "act": _all(Act), "of": _FREE, PLACE: _FREE}
            | dict.fromkeys(("when", "where", "amount"), _FREE),
            {"speaker": names.alike(a.speaker)},
            a.excerpt or a.claim,
            a.confidence,
            a.reasons,
        )


def _documents(book: Sourcebook, names: _Names) -> Iterator[Reviewable]:
    first: dict[str, Span] = {}
    for voice in book.voices:
        if voice.document is not None:
            first.setdefault(voice.document, voice.span)
    for d in book.documents:
        places = d.places or ((first[d.id],) if d.id in first else ())
        yield Reviewable(
            Reviewed.DOCUMENT,
            d.id,
            places[:1],
            {"type": d.type.value, "date": d.date or "", "author": names.of(d.author, d.author_name)},
            ("type",),
            {"type": _all(DocumentType), "date": _FREE, "author": _FREE},
            {"author": names.alike(d.author)},
            d.excerpts[0] if d.excerpts else None,
            None,
            d.reasons,
            elsewhere=places[1:],
        )


def _cells(book: Sourcebook, names: _Names) -> Iterator[Reviewable]:
    proceedings = {proceeding.id: proceeding.name for proceeding in book.proceedings}
    for c in book.cells:
        yield Reviewable(
            Reviewed.CELL,
            c.id,
            (c.span,),
            {
                "kind": c.kind.value,
                "value": c.value,
                "person": names.of(c.person, c.person_name),
                "date": c.edtf or "",
                "speaker": names.of(c.speaker, c.speaker_name),
                "proceeding": proceedings.get(c.proceeding, ""),
            },
            ("kind", "person"),
            {"kind": _all(CellKind), "person": _FREE, "date": _FREE, "proceeding": _FREE, PLACE: _FREE},
            {"person": names.alike(c.person), "speaker": names.alike(c.speaker)},
            c.record,
            c.confidence,
            c.reasons,
        )


def _entries(book: Sourcebook, names: _Names) -> Iterator[Reviewable]:
    for e in book.entries:
        parts = "; ".join(f"{part.role}: {part.name}" for part in e.parts)
        yield Reviewable(
            Reviewed.ENTRY,
            e.id,
            (e.span,),
            {
                "ledger": e.ledger.value,
                "parts": parts,
                "when": e.when or "",
                "amount": "" if e.amount is None else e.amount.text,
                "speaker": names.of(e.speaker, e.speaker_name),
            },
            ("ledger", "parts"),
            {"ledger": _all(Ledger), "parts": _FREE, "when": _FREE, "amount": _FREE, PLACE: _FREE},
            {"speaker": names.alike(e.speaker)},
            e.record,
            e.confidence,
            e.reasons,
        )


def _datings(book: Sourcebook, names: _Names) -> Iterator[Reviewable]:
    for d in book.datings:
        yield Reviewable(
            Reviewed.DATING,
            d.id,
            (d.span,),
            {"date": d.edtf, "speaker": names.of(d.speaker, d.speaker_name)},
            ("date",),
            {"date": _FREE, PLACE: _FREE},
            {"speaker": names.alike(d.speaker)},
            d.record,
            None,
            d.reasons,
        )


def _dependences(book: Sourcebook, names: _Names) -> Iterator[Reviewable]:
    for d in book.dependences:
        yield Reviewable(
            Reviewed.DEPENDENCE,
            d.id,
            (d.a_span, d.b_span),
            {"kind": d.kind.value},
            ("kind",),
            {"kind": _all(DependenceKind)},
            within=d.a,
            confidence=d.confidence,
            reasons=d.reasons,
        )


def _discrepancies(book: Sourcebook, names: _Names) -> Iterator[Reviewable]:
    for d in book.discrepancies:
        yield Reviewable(
            Reviewed.DISCREPANCY,
            d.id,
            (d.a_span, d.b_span),
            {"kind": d.kind.value, "about": d.about, "cause": "" if d.cause is None else d.cause.value},
            ("kind",),
            {"kind": _all(DiscrepancyKind), "cause": _all(Cause), "about": _FREE},
            within=d.a,
            confidence=d.confidence,
            reasons=d.reasons,
        )


def _audits(book: Sourcebook, names: _Names) -> Iterator[Reviewable]:
    for audit, claim in _audited(book):
        yield Reviewable(
            Reviewed.AUDIT,
            audit.id,
            (claim,),
            {"profile": audit.profile.value},
            ("profile",),
            {"profile": _all(Profile)},
            within=audit.claim,
            reasons=audit.reasons,
        )


def _parts(book: Sourcebook, names: _Names) -> Iterator[Reviewable]:
    for audit, _ in _audited(book):
        for number, part in enumerate(audit.parts, 1):
            yield Reviewable(
                Reviewed.PART,
                f"{audit.id}.part-{number}",
                (part.span,),
                {"kind": part.kind.value, "carriage": part.carriage.value},
                ("kind", "carriage"),
                {"kind": _all(PartKind), "carriage": _all(Carriage)},
                within=audit.claim,
                reasons=part.reasons,
            )


def _cautions(book: Sourcebook, names: _Names) -> Iterator[Reviewable]:
    for audit, _ in _audited(book):
        for number, caution in enumerate(audit.cautions, 1):
            yield Reviewable(
                Reviewed.CAUTION,
                f"{audit.id}.caution-{number}",
                (caution.span,) if caution.evidence is None else (caution.span, caution.evidence),
                {"kind": caution.kind.value, "message": caution.message},
                ("kind",),
                {"kind": _all(CautionKind)},
                within=audit.claim,
                confidence=caution.confidence,
            )


def _audited(book: Sourcebook) -> Iterator[tuple[Audit, Span]]:
    claims = {claim.id: claim.span for claim in book.claims}
    return ((audit, claims[audit.claim]) for audit in book.audits if audit.claim in claims)


_READERS: Mapping[Reviewed, Callable[[Sourcebook, _Names], Iterator[Reviewable]]] = {
    Reviewed.MAYBE: _maybes,
    Reviewed.MENTION: _mentions,
    Reviewed.PERSON: _people,
    Reviewed.VOICE: _voices,
    Reviewed.ASSERTION: _assertions,
    Reviewed.DOCUMENT: _documents,
    Reviewed.CELL: _cells,
    Reviewed.ENTRY: _entries,
    Reviewed.DATING: _datings,
    Reviewed.DEPENDENCE: _dependences,
    Reviewed.DISCREPANCY: _discrepancies,
    Reviewed.AUDIT: _audits,
    Reviewed.PART: _parts,
    Reviewed.CAUTION: _cautions,
    Reviewed.FINDING: _findings,
    Reviewed.CITATION: _citations,
    Reviewed.CLAIM: _claims,
    Reviewed.EXCERPT: _excerpts,
}
