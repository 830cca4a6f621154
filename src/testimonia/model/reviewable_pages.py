"""What of a page a reader can review: claims, excerpts, citations, and what was found amiss."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .findings import FindingKind
from .reviewable import FREE, PLACE, Names, Reader, Reviewable, all_of
from .reviews import Reviewed
from .sourcebook import Sourcebook
from .sources import Citation

__all__ = ["OF_THE_PAGE"]


def _claims(book: Sourcebook, names: Names) -> Iterator[Reviewable]:
    for c in book.claims:
        values = {"level": str(c.level)}
        yield Reviewable(
            Reviewed.CLAIM, c.id, (c.span,), values, (), {PLACE: FREE, "level": FREE}, within=c.id, reasons=c.reasons
        )


def _excerpts(book: Sourcebook, names: Names) -> Iterator[Reviewable]:
    for x in book.excerpts:
        yield Reviewable(Reviewed.EXCERPT, x.id, (x.span,), {}, (), {PLACE: FREE}, within=x.id, reasons=x.reasons)


def _citations(book: Sourcebook, names: Names) -> Iterator[Reviewable]:
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
            {PLACE: FREE} | dict.fromkeys(values, FREE),
            within=within.get(c.id),
            reasons=c.reasons,
        )


def _findings(book: Sourcebook, names: Names) -> Iterator[Reviewable]:
    for f in book.findings:
        yield Reviewable(
            Reviewed.FINDING,
            f.id,
            (f.span,),
            {"kind": f.kind.value, "message": f.message},
            ("kind",),
            {"kind": all_of(FindingKind), PLACE: FREE},
        )


def _authors(citation: Citation) -> str:
    names = citation.csl.get("author") or ()
    return "; ".join(", ".join(filter(None, (n.get("family") or n.get("literal"), n.get("given")))) for n in names)


OF_THE_PAGE: Mapping[Reviewed, Reader] = {
    Reviewed.CLAIM: _claims,
    Reviewed.EXCERPT: _excerpts,
    Reviewed.CITATION: _citations,
    Reviewed.FINDING: _findings,
}
