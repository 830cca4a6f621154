"""Cited works and documents: how much rests on each, and where."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ...errors import NotFoundError
from ...model import Reason, Span
from .names import name_of
from .opened import Base

__all__ = [
    "DocumentRow",
    "ExcerptRow",
    "WorkPage",
    "WorkRow",
    "document_rows",
    "excerpts_of_document",
    "work_page",
    "work_rows",
]

_NAMES = 40


@dataclass(frozen=True, slots=True)
class WorkRow:
    """A cited work in a list."""

    id: str
    label: str
    kind: str
    year: int | None
    citations: int
    excerpts: int
    claims: int


@dataclass(frozen=True, slots=True)
class ExcerptRow:
    """An excerpt in a list: its first words, the claim above it, and where in the work they stand ("p. 4")."""

    id: str
    span: Span
    words: str
    claim: str | None
    claim_words: str | None
    locator: str | None


@dataclass(frozen=True, slots=True)
class WorkPage:
    """One work: its record, how it is printed, why those are one work, who is heard in it and what rests on it.

    ``speakers`` are ids, names and how many of its excerpts each is heard in; ``shares`` are other works with which its
    excerpts share an origin, with how often.
    """

    id: str
    label: str
    csl: Mapping[str, Any]
    span: Span | None
    spellings: tuple[str, ...]
    reasons: tuple[Reason, ...]
    total: int
    excerpts: tuple[ExcerptRow, ...]
    speakers: tuple[tuple[str, str, int], ...]
    shares: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document that excerpts quote from."""

    id: str
    type: str
    date: str | None
    author: str | None
    author_name: str | None
    excerpts: int
    words: str


def work_rows(base: Base) -> list[WorkRow]:
    """All cited works, those that most rests on first."""

    def read() -> list[WorkRow]:
        return [
            WorkRow(*found)
            for found in base.rows(
                "select works.id, works.label, coalesce(json_extract(works.csl, '$.type'), ''), works.year, "
                "works.citations, count(excerpts.id), count(distinct excerpts.claim) from works "
                "left join citations on citations.work = works.id "
                "left join excerpts on excerpts.citation = citations.id "
                "group by works.id order by 6 desc, works.citations desc, works.label"
            )
        ]

    return base.lasting("work rows", read)


def work_page(base: Base, id_: str, *, first: int = 0, most: int = 30) -> WorkPage:
    """One work.

    Raises:
        NotFoundError: there is none of this id.
    """
    row = base.row("select label, csl, start, end from works where id = ?", id_)
    if row is None:
        raise NotFoundError(f"No work has the id {id_!r}.")
    label, csl, start, end = row
    within = (
        "from excerpts join citations on citations.id = excerpts.citation "
        "left join claims on claims.id = excerpts.claim where citations.work = ?"
    )
    return WorkPage(
        id=id_,
        label=label,
        csl=json.loads(csl),
        span=None if start is None else Span(start, end),
        spellings=tuple(
            words for (words,) in base.rows("select spelling from work_spellings where work = ? order by number", id_)
        ),
        reasons=tuple(
            Reason(rule, words, None if first_ is None else Span(first_, last))
            for rule, words, first_, last in base.rows(
                "select rule, words, start, end from reasons where work = ? order by number", id_
            )
        ),
        total=base.count(f"select count(*) {within}", id_),
        excerpts=tuple(
            ExcerptRow(x, Span(a, b), words, claim, claim_words, locator)
            for x, a, b, words, claim, claim_words, locator in base.rows(
                "select excerpts.id, excerpts.start, excerpts.end, substr(excerpts.text, 1, 400), claims.id, "
                "claims.text, coalesce(json_extract(citations.csl, '$.label'), 'p.') || ' ' || citations.locator "
                f"{within} order by excerpts.start limit ? offset ?",
                id_,
                most,
                first,
            )
        ),
        speakers=tuple(
            (who, name_of(base, who, printed), count)
            for who, printed, count in base.rows(
                "select speaker, max(speaker_name), count(distinct voices.excerpt) from citations "
                "join excerpts on excerpts.citation = citations.id join voices on voices.excerpt = excerpts.id "
                "where citations.work = ? and speaker != 'compiler' group by speaker order by 3 desc, 1 limit ?",
                id_,
                _NAMES,
            )
        ),
        shares=_shares(base, id_),
    )


def _shares(base: Base, id_: str) -> tuple[tuple[str, str, int], ...]:
    counts: dict[str, int] = {}
    for here, there in (("a", "b"), ("b", "a")):
        for work, count in base.rows(
            "select theirs.work, count(*) from citations as ours join excerpts as mine on mine.citation = ours.id "
            f"join dependences as d on d.{here} = mine.id join excerpts as other on other.id = d.{there} "
            "join citations as theirs on theirs.id = other.citation "
            "where ours.work = ? and theirs.work is not null and theirs.work != ours.work group by 1",
            id_,
        ):
            counts[work] = counts.get(work, 0) + count
    from .names import work_labels

    labels = work_labels(base)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple((work, labels[work][1], count) for work, count in ordered)


def document_rows(base: Base, *, first: int = 0, most: int = 100) -> tuple[int, list[DocumentRow]]:
    """How many documents there are, and some of them, those quoted in most excerpts first; ``words`` name it first."""
    rows = [
        DocumentRow(
            id_, type_, date, author, author_name, count, base.cut(Span(start, end)) if start is not None else ""
        )
        for id_, type_, date, author, author_name, count, start, end in base.rows(
            "select documents.id, type, date, author, author_name, "
            "(select count(distinct excerpt) from document_excerpts where document = documents.id) as quoted, "
            "(select start from document_places where document = documents.id order by number limit 1), "
            "(select end from document_places where document = documents.id order by number limit 1) "
            "from documents order by quoted desc, date is null, date, documents.number limit ? offset ?",
            most,
            first,
        )
    ]
    return base.count("select count(*) from documents"), rows


def excerpts_of_document(base: Base, id_: str) -> list[str]:
    """The ids of the excerpts in which its words stand, in the order of the page.

    Raises:
        NotFoundError: there is no document of this id.
    """
    if base.row("select 1 from documents where id = ?", id_) is None:
        raise NotFoundError(f"No document has the id {id_!r}.")
    return [
        x
        for (x,) in base.rows(
            "select distinct excerpts.id from document_excerpts "
            "join excerpts on excerpts.id = document_excerpts.excerpt where document = ? order by excerpts.start",
            id_,
        )
    ]
