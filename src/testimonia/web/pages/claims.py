"""The claims, and one claim with all that stands behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from ...answers.worth_stemmas import Leaf, Stemma, stemma
from ...errors import NotFoundError
from ...model import Audit, AuditPart, Carriage, CautionKind, Claim, Sourcebook, Span
from ...store.pages import Base
from ...store.pages.claims import claim_rows, is_audited, neighbours, profile_counts
from ...store.pages.worth import has_worth, worth_of
from ..links import Links
from ..marking import Mark, marked
from ..turning import Turning
from ..wording import Words, first_words
from . import Page

__all__ = ["PAGES", "BranchSet", "branch_set"]

_CLAIMS = 100  # in one list
_EXCERPTS = 15  # of one claim on one page: more would take longer than a reader waits for the first
_PLACES = 4  # of evidence for one part of a claim
_ORIGINS = 12  # of one claim, before the others are folded away


@dataclass(frozen=True, slots=True)
class PartSet:
    """Words of a claim, how the evidence carries them, and where: each wording once, with all its places."""

    words: str
    kind: str
    carriage: str
    places: tuple[tuple[str, tuple[str, ...]], ...]
    more: int
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BranchSet:
    """An excerpt in a stemma: what it is taken from, where it stands, how it is tied to the one above."""

    source: str
    words: str
    href: str
    kind: str | None
    confidence: float | None
    is_here: bool
    below: tuple[BranchSet, ...]


@dataclass(frozen=True, slots=True)
class TellerSet:
    """Somebody who tells, and how near the page's words place him."""

    name: str
    href: str | None
    nearness: str
    place: str
    why: tuple[tuple[str, str], ...]
    confidence: float


def fill_list(base: Base, query: Mapping[str, str], links: Links) -> dict[str, Any]:
    """All claims, by part of the page or by profile."""
    from ..plots import bar

    profile = query.get("profile") or None
    words = query.get("q", "")
    turning = Turning(query, _CLAIMS if links.live else 1_000_000)
    total, rows = claim_rows(base, profile=profile, words=words, first=turning.first, most=turning.most)
    return {
        "rows": rows,
        "turning": turning.of(total, lambda number: links.to("claims", profile=profile, q=words, page=number)),
        "profile": profile,
        "wanted": words,
        "profiles": profile_counts(base),
        "audited": is_audited(base),
        "bar": bar,
    }


def fill(base: Base, query: Mapping[str, str], links: Links) -> dict[str, Any]:
    """One claim."""
    from ..typeset import Typesetter

    row = base.row("select id, start from claims where id = ?", query.get("key", ""))
    if row is None:
        raise NotFoundError(f"No claim has the id {query.get('key')!r}.")
    id_, start = row
    every = [x for (x,) in base.rows("select id from excerpts where claim = ? order by start", id_)]
    turning = Turning(query, _EXCERPTS if links.live else 1_000_000)
    shown = every[turning.first : turning.first + turning.most]
    setter = Typesetter(base, links, shown, [id_])
    worth = worth_of(base, every, [id_])
    audit = next((audit for audit in worth.audits if audit.claim == id_), None)
    claim = setter.book.claims[id_]
    before, after = neighbours(base, start)
    words = Words(base, links)
    return {
        "claim": setter.claim(id_),
        "heading": setter.claim(id_).html if audit is None else _heading(base, claim, audit),
        "audit": audit,
        "parts": [] if audit is None else [_part(base, part, links) for part in audit.parts],
        "cautions": [] if audit is None else _cautions(base, audit, links, bool(setter.known.differs.get(id_))),
        "excerpts": [setter.excerpt(x) for x in shown],
        "turning": turning.of(len(every), lambda number: links.to("claim", id_, page=number)),
        "works": _works(base, every, words, links),
        "origins": [branch_set(base, worth, stemma(worth, origin), every, links) for origin in worth.origins],
        "few": _ORIGINS,
        "has_worth": has_worth(base),
        "tellers": list(_tellers(worth, words, links, base)),
        "before": before,
        "after": after,
    }


def _heading(base: Base, claim: Claim, audit: Audit) -> Markup:
    """The words of a claim, each part of it marked with how the evidence carries it."""
    marks = [
        Mark(
            part.span,
            1,
            "a",
            Markup('<a class="part {}" href="#part-{}" title="{}, {}">').format(
                part.carriage.value, number, part.kind.value, _carried(part)
            ),
        )
        for number, part in enumerate(audit.parts)
    ]
    pieces = claim.segments or (claim.span,)
    return Markup(" ").join(marked(base.text, piece.start, piece.end, _apart(marks)) for piece in pieces)


def _apart(marks: Sequence[Mark]) -> list[Mark]:
    """Without those that overlap one before: a link can hold no link."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end)):
        if not kept or mark.span.start >= kept[-1].span.end:
            kept.append(mark)
    return kept


def _carried(part: AuditPart) -> str:
    return {
        Carriage.CARRIED: "stands in the evidence",
        Carriage.HEDGED: "stands in the evidence with a reserve",
        Carriage.MISSING: "is not found in the evidence",
        Carriage.CONTRADICTED: "the evidence says otherwise",
    }[part.carriage]


def _part(base: Base, part: AuditPart, links: Links) -> PartSet:
    places: dict[str, list[str]] = {}
    for span in part.evidence[:_PLACES]:
        places.setdefault(first_words(span.cut(base.text), 70), []).append(place_link(base, links, span))
    why = tuple(dict.fromkeys(f"{r.rule}{f' ‹{first_words(r.words, 50)}›' if r.words else ''}" for r in part.reasons))
    return PartSet(
        words=" ".join(part.text.split()),
        kind=part.kind.value,
        carriage=part.carriage.value,
        places=tuple((words, tuple(found)) for words, found in places.items()),
        more=max(0, len(part.evidence) - _PLACES),
        why=why[:3],
    )


def _cautions(
    base: Base, audit: Audit, links: Links, is_set_out: bool
) -> list[tuple[CautionKind, list[tuple[str, list[str]]]]]:
    """The cautions by kind, each with its places; what opposes a claim is left out where it ``is_set_out`` itself."""
    found: dict[CautionKind, dict[str, list[str]]] = {}
    for caution in audit.cautions:
        if is_set_out and caution.kind is CautionKind.OPPOSED:
            continue
        places = found.setdefault(caution.kind, {}).setdefault(caution.message, [])
        if caution.evidence is not None:
            places.append(place_link(base, links, caution.evidence))
    return [(kind, list(said.items())) for kind, said in found.items()]


def _works(base: Base, excerpts: Sequence[str], words: Words, links: Links) -> list[tuple[str, int, str]]:
    counts: dict[str, int] = {}
    for excerpt in excerpts:
        for (work,) in base.rows(
            "select citations.work from excerpts join citations on citations.id = excerpts.citation "
            "where excerpts.id = ? and citations.work is not null",
            excerpt,
        ):
            counts[work] = counts.get(work, 0) + 1
    return [(words.work(id_), count, links.to("work", id_)) for id_, count in counts.items()]


def branch_set(base: Base, book: Sourcebook, tree: Stemma, here: Iterable[str], links: Links) -> BranchSet:
    """A stemma ready to be shown; ``here`` are the excerpts that stand where it is shown."""
    within = frozenset(here)
    below = tree.below()

    def made(leaf: Leaf) -> BranchSet:
        excerpt = book.excerpts[leaf.excerpt]
        return BranchSet(
            source=leaf.source,
            words=first_words(excerpt.text, 70),
            href=place_link(base, links, excerpt.span),
            kind=None if leaf.tie is None else leaf.tie.kind,
            confidence=None if leaf.tie is None else leaf.tie.confidence,
            is_here=excerpt.id in within,
            below=tuple(map(made, below.get(leaf.excerpt, ()))),
        )

    root, *others = below[None]
    found = made(root)
    # what nothing that is known ties to the root counts with it all the same
    return replace(found, below=(*found.below, *map(made, others)))


def _tellers(book: Sourcebook, words: Words, links: Links, base: Base) -> Iterator[TellerSet]:
    for witness in book.witnesses:
        yield TellerSet(
            name=words.name(witness.speaker, witness.speaker_name),
            href=words.party(witness.speaker),
            nearness=witness.nearness.value,
            place=place_link(base, links, witness.span),
            why=tuple(dict.fromkeys((r.rule, first_words(r.words, 60)) for r in witness.reasons)),
            confidence=witness.confidence,
        )


def place_link(base: Base, links: Links, span: Span) -> str:
    """Where the words of a span are shown in the page."""
    from ...store.pages.parts import part_of

    return links.to("read", part_of(base, span.start), f"c{span.start}-{span.end}")


def _keys(base: Base) -> Iterable[str]:
    return (id_ for (id_,) in base.rows("select id from claims order by start"))


PAGES = (Page("claims", "claims.html", fill_list), Page("claim", "claim.html", fill, _keys))
