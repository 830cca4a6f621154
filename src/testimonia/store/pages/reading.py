"""What stands in a stretch of the page, and what is known of the excerpts in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from ...model import DependenceKind, DiscrepancyKind, Finding, FindingKind, PassageKind, Sourcebook, Span
from .cuts import cut_book, ids_within
from .opened import Base

__all__ = ["Counterpart", "Known", "Piece", "is_wrapped", "known_of", "pieces"]

_MOST = 400  # variables in one query; SQLite takes more, but plans them slowly


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that stands on the page: ``record`` is the id of a claim, excerpt or citation, once for each."""

    kind: PassageKind
    span: Span
    record: str | None


@dataclass(frozen=True, slots=True)
class Counterpart:
    """The other place of a dependence or a disagreement, seen from ``span``, a place of the record ``of``.

    ``other`` is the id of the excerpt or claim there and ``other_span`` its words that answer these; ``source`` is the
    work that the other excerpt is taken from, ``None`` for a claim (``in_claim``) or where none is known.
    ``here_says``, ``other_says`` and ``cause`` are those of a disagreement.
    """

    id: str
    of: str
    span: Span
    other: str
    other_span: Span
    kind: DependenceKind | DiscrepancyKind
    confidence: float
    source: str | None = None
    about: str = ""
    here_says: str = ""
    other_says: str = ""
    cause: str | None = None
    in_claim: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of some excerpts and claims.

    ``book`` is the part of the book that they make up, with their voices, mentions, statements and audits. ``ties`` are
    the dependences of each excerpt, ``differs`` the disagreements of each excerpt or claim, ``flaws`` the findings in
    them, ``evidence`` how many excerpts stand under each claim.
    """

    book: Sourcebook
    ties: dict[str, list[Counterpart]] = field(default_factory=dict)
    differs: dict[str, list[Counterpart]] = field(default_factory=dict)
    flaws: tuple[Finding, ...] = ()
    evidence: dict[str, int] = field(default_factory=dict)


def is_wrapped(base: Base) -> bool:
    """Whether the page breaks its lines within paragraphs, so that a line end is no more than a space."""

    def read() -> bool:
        row = base.row("select value from conventions where name = 'line ends'")
        return row is not None and str(row[0]).startswith("wrapped")

    return base.lasting("wrapped", read)


def pieces(base: Base, start: int, end: int) -> Iterator[Piece]:
    """What stands between two places, in order, each record once and marks of the layout left out."""
    met: set[str] = set()
    for kind, first, last, record in base.rows(
        "select kind, start, end, coalesce(claim, excerpt, citation) from passages "
        "where start >= ? and start < ? and kind != 'mark' order by start",
        start,
        end,
    ):
        if record is not None:
            if record in met:
                continue
            met.add(record)
        yield Piece(PassageKind(kind), Span(first, last), record)


def known_of(base: Base, excerpts: Collection[str], claims: Collection[str] = (), *, said: bool = True) -> Known:
    """What is known of these excerpts and claims; ``said`` asks for the statements in them too."""
    both = [*excerpts, *claims]
    wanted = {"excerpt": list(excerpts), "claim": list(claims)}
    for kind in ("voice", "mention", *(("assertion",) if said else ())):
        wanted[kind] = ids_within(base, kind, both)
    wanted["audit"] = ids_within(base, "audit", claims)
    book = cut_book(base, {**wanted, "audit": ()}, why=("voice",))
    profiles = cut_book(base, {"audit": wanted["audit"]}) if wanted["audit"] else None
    if profiles is not None:
        book.add(profiles.audits)
    return Known(
        book,
        _ties(base, excerpts),
        _differs(base, excerpts, claims),
        tuple(_flaws(base, book)),
        _evidence(base, claims),
    )


def _ties(base: Base, excerpts: Collection[str]) -> dict[str, list[Counterpart]]:
    found: dict[str, list[Counterpart]] = defaultdict(list)
    for here, there in (("a", "b"), ("b", "a")):
        for some, marks in _portions(excerpts):
            rows = base.rows(
                f"select d.id, d.{here}, d.{here}_start, d.{here}_end, d.{there}, d.{there}_start, d.{there}_end, "
                f"d.kind, d.confidence, citations.work from dependences as d join excerpts on excerpts.id = d.{there} "
                f"left join citations on citations.id = excerpts.citation where d.{here} in ({marks})",
                *some,
            )
            for id_, of, start, end, other, other_start, other_end, kind, confidence, work in rows:
                found[of].append(
                    Counterpart(
                        id_,
                        of,
                        Span(start, end),
                        other,
                        Span(other_start, other_end),
                        DependenceKind(kind),
                        confidence,
                        work,
                    )
                )
    return _in_order(found)


def _differs(base: Base, excerpts: Collection[str], claims: Collection[str]) -> dict[str, list[Counterpart]]:
    found: dict[str, list[Counterpart]] = defaultdict(list)
    for ids, what in ((excerpts, "excerpt"), (claims, "claim")):
        for here, there in (("a", "b"), ("b", "a")):
            for some, marks in _portions(ids):
                rows = base.rows(
                    f"select d.id, d.{here}_{what}, d.{here}_start, d.{here}_end, "
                    f"coalesce(d.{there}_excerpt, d.{there}_claim), d.{there}_start, d.{there}_end, d.kind, "
                    f"d.confidence, citations.work, d.about, d.{here}_says, d.{there}_says, d.cause, "
                    f"d.{there}_claim is not null from discrepancies as d "
                    f"left join excerpts on excerpts.id = d.{there}_excerpt "
                    f"left join citations on citations.id = excerpts.citation where d.{here}_{what} in ({marks})",
                    *some,
                )
                for id_, of, start, end, other, other_start, other_end, kind, *rest in rows:
                    span, there_span = Span(start, end), Span(other_start, other_end)
                    found[of].append(Counterpart(id_, of, span, other, there_span, DiscrepancyKind(kind), *rest))
    return _in_order(found)


def _in_order(found: dict[str, list[Counterpart]]) -> dict[str, list[Counterpart]]:
    return {of: sorted(own, key=lambda tie: (tie.span, -tie.confidence, tie.other_span)) for of, own in found.items()}


def _flaws(base: Base, book: Sourcebook) -> Iterator[Finding]:
    spans = sorted(
        [*(x.span for x in book.excerpts), *(c.span for c in book.claims), *(c.span for c in book.citations)]
    )
    if not spans:
        return
    for id_, kind, start, end, message, text in base.rows(
        "select id, kind, start, end, message, text from findings where start >= ? and start < ? order by start",
        spans[0].start,
        max(span.end for span in spans),
    ):
        yield Finding(id_, FindingKind(kind), Span(start, end), message, text)


def _evidence(base: Base, claims: Collection[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for some, marks in _portions(claims):
        found |= dict(base.rows(f"select claim, count(*) from excerpts where claim in ({marks}) group by claim", *some))
    return found


def _portions(ids: Collection[str]) -> Iterator[tuple[list[str], str]]:
    every = list(ids)
    for start in range(0, len(every), _MOST):
        some = every[start : start + _MOST]
        yield some, ", ".join("?" * len(some))
