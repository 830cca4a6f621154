"""What of its tellings a reader can review: voices, documents, statements, and what the registers have of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .assertions import Act
from .registers import CellKind, Ledger
from .reviewable import FREE, PLACE, Names, Reader, Reviewable, all_of
from .reviews import Reviewed
from .sourcebook import Sourcebook
from .span import Span
from .voices import DocumentType, Mode

__all__ = ["OF_TELLINGS"]


def _voices(book: Sourcebook, names: Names) -> Iterator[Reviewable]:
    for v in book.voices:
        yield Reviewable(
            Reviewed.VOICE,
            v.id,
            (v.span,),
            {"speaker": names.of(v.speaker, v.speaker_name), "mode": v.mode.value},
            ("speaker", "mode"),
            {"speaker": FREE, "mode": all_of(Mode), PLACE: FREE},
            {"speaker": names.alike(v.speaker)},
            v.excerpt,
            v.confidence,
            v.reasons,
        )


def _documents(book: Sourcebook, names: Names) -> Iterator[Reviewable]:
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
            {"type": all_of(DocumentType), "date": FREE, "author": FREE},
            {"author": names.alike(d.author)},
            d.excerpts[0] if d.excerpts else None,
            None,
            d.reasons,
            elsewhere=places[1:],
        )


def _assertions(book: Sourcebook, names: Names) -> Iterator[Reviewable]:
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
            {"speaker": FREE, "act": all_of(Act), "of": FREE, PLACE: FREE}
            | dict.fromkeys(("when", "where", "amount"), FREE),
            {"speaker": names.alike(a.speaker)},
            a.excerpt or a.claim,
            a.confidence,
            a.reasons,
        )


def _cells(book: Sourcebook, names: Names) -> Iterator[Reviewable]:
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
            {"kind": all_of(CellKind), "person": FREE, "date": FREE, "proceeding": FREE, PLACE: FREE},
            {"person": names.alike(c.person), "speaker": names.alike(c.speaker)},
            c.record,
            c.confidence,
            c.reasons,
        )


def _entries(book: Sourcebook, names: Names) -> Iterator[Reviewable]:
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
            {"ledger": all_of(Ledger), "parts": FREE, "when": FREE, "amount": FREE, PLACE: FREE},
            {"speaker": names.alike(e.speaker)},
            e.record,
            e.confidence,
            e.reasons,
        )


def _datings(book: Sourcebook, names: Names) -> Iterator[Reviewable]:
    for d in book.datings:
        yield Reviewable(
            Reviewed.DATING,
            d.id,
            (d.span,),
            {"date": d.edtf, "speaker": names.of(d.speaker, d.speaker_name)},
            ("date",),
            {"date": FREE, PLACE: FREE},
            {"speaker": names.alike(d.speaker)},
            d.record,
            None,
            d.reasons,
        )


OF_TELLINGS: Mapping[Reviewed, Reader] = {
    Reviewed.VOICE: _voices,
    Reviewed.DOCUMENT: _documents,
    Reviewed.ASSERTION: _assertions,
    Reviewed.CELL: _cells,
    Reviewed.ENTRY: _entries,
    Reviewed.DATING: _datings,
}
