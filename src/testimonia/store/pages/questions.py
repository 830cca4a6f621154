"""What the program is least sure of, a leaf at a time: the questions of `answers.queue`, in its order."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...answers.queue import QUEUED, Question, question
from ...errors import NotFoundError
from ...model import Review, Reviewed, Sourcebook, Standing, standings
from ...model.reviewables import reviewables
from ...words.lines import Lines
from ..reviewing import Edition, edition
from ..reviews import read_reviews
from .cuts import cut_book
from .opened import Base

__all__ = ["Asked", "all_reviews", "asked_of", "open_counts", "questions", "standing_of"]

_FIRST_NAMED = "(select {0} from mentions where person = {1} order by end - start desc, number limit 1)"
_FIRST_PLACE = (
    "coalesce((select {0} from document_places where document = documents.id order by number limit 1), "
    "(select {0} from voices where document = documents.id order by number limit 1))"
)

# for each kind: where its id, first place and confidence are found
_ASKED: Mapping[Reviewed, str] = {
    Reviewed.MAYBE: (
        f"select id, {_FIRST_NAMED.format('start', 'a')} as first, {_FIRST_NAMED.format('end', 'a')} as last, "
        "1 - abs(2 * confidence - 1) as doubt from maybes"
    ),
    Reviewed.DOCUMENT: (
        f"select id, {_FIRST_PLACE.format('start')} as first, {_FIRST_PLACE.format('end')} as last, null as doubt "
        "from documents"
    ),
    Reviewed.FINDING: "select id, start as first, end as last, null as doubt from findings",
    Reviewed.DATING: "select id, start as first, end as last, null as doubt from datings",
    Reviewed.DEPENDENCE: "select id, a_start as first, a_end as last, 1 - confidence as doubt from dependences",
    Reviewed.DISCREPANCY: "select id, a_start as first, a_end as last, 1 - confidence as doubt from discrepancies",
    Reviewed.CAUTION: (
        "select audit || '.caution-' || row_number() over (partition by audit order by number) as id, "
        "start as first, end as last, 1 - confidence as doubt from cautions"
    ),
} | {
    kind: f"select id, start as first, end as last, 1 - confidence as doubt from {table}"
    for kind, table in (
        (Reviewed.MENTION, "mentions"),
        (Reviewed.VOICE, "voices"),
        (Reviewed.ASSERTION, "assertions"),
        (Reviewed.CELL, "cells"),
        (Reviewed.ENTRY, "entries"),
    )
}
_UNSURE = "first is not null and (doubt is null or doubt > 0)"
_OPEN = f"{_UNSURE} and id not in (select value from json_each(?))"

# what has to be at hand of a book so that a record of it is told as in the whole
_WITH = {Reviewed.CAUTION: "audit", Reviewed.PART: "audit"}


@dataclass(frozen=True, slots=True)
class Asked:
    """Some questions, with the part of the book that they are of and the edition that it was read from."""

    book: Sourcebook
    questions: tuple[Question, ...]
    edition: Edition


def all_reviews(base: Base) -> Sequence[Review]:
    """Every review of the base."""
    return base.kept("reviews", lambda: tuple(read_reviews(base.connection)))


def standing_of(base: Base, what: Reviewed, id_: str) -> Standing | None:
    """What readers say of a record; ``None`` where nobody reviewed it."""
    return _standings(base).get((what, id_))


def _standings(base: Base) -> Mapping[tuple[Reviewed, str], Standing]:
    return base.kept("standings", lambda: standings(all_reviews(base)))


def open_counts(base: Base, reviewer: str | None) -> dict[Reviewed, int]:
    """How many questions of each kind are open, for this reader or, where none is said, for all."""
    return {kind: _all_unsure(base, kind) - _settled_unsure(base, kind, reviewer) for kind in QUEUED}


def _all_unsure(base: Base, kind: Reviewed) -> int:
    """How much the program is unsure of; the same until the page is read anew, and long to count on a large base."""
    statement = f"select count(*) from ({_ASKED[kind]}) where {_UNSURE}"
    return base.lasting(f"unsure {kind}", lambda: base.count(statement))


def _settled_unsure(base: Base, kind: Reviewed, reviewer: str | None) -> int:
    settled = _settled(base, kind, reviewer)
    if settled == "[]":
        return 0
    return base.count(
        f"select count(*) from ({_ASKED[kind]}) where {_UNSURE} and id in (select value from json_each(?))", settled
    )


def questions(
    base: Base, kind: Reviewed, reviewer: str | None, *, settled: bool = False, first: int = 0, most: int = 10
) -> Asked:
    """Some of the open questions of a kind, the least sure first."""
    done = "[]" if settled else _settled(base, kind, reviewer)
    rows = base.rows(
        f"select id from ({_ASKED[kind]}) where {_OPEN} "
        "order by doubt is null, -doubt, first, last, id limit ? offset ?",
        done,
        most,
        first,
    )
    return _asked(base, kind, [id_ for (id_,) in rows])


def asked_of(base: Base, kind: Reviewed, id_: str) -> Asked:
    """One record as a question, whether it is one or not.

    Raises:
        NotFoundError: there is no such record.
    """
    found = _asked(base, kind, [id_])
    if not found.questions:
        raise NotFoundError(f"There is no {kind} {id_!r}. It may have gone when the page was read anew.")
    return found


def _settled(base: Base, kind: Reviewed, reviewer: str | None) -> str:
    """The ids of what is judged already, as JSON."""
    judged = (
        id_
        for (what, id_), standing in _standings(base).items()
        if what is kind and (standing.verdicts if reviewer is None else reviewer in standing.reviewers)
    )
    return json.dumps(list(judged))


def _asked(base: Base, kind: Reviewed, ids: Sequence[str]) -> Asked:
    owners = [id_.rpartition(".")[0] for id_ in ids] if kind in _WITH else list(ids)
    wanted: dict[str, list[str]] = {_WITH.get(kind, kind.value): owners}
    people = [*ids] if kind is Reviewed.PERSON else []
    if kind is Reviewed.MAYBE:
        people = [who for id_ in ids for pair in base.rows("select a, b from maybes where id = ?", id_) for who in pair]
    for who in people:  # a person is told by where he is named
        wanted.setdefault("mention", []).extend(
            id_ for (id_,) in base.rows("select id from mentions where person = ?", who)
        )
    if kind is Reviewed.DOCUMENT:
        wanted["voice"] = [
            voice for id_ in ids for (voice,) in base.rows("select id from voices where document = ?", id_)
        ]
    book = cut_book(base, wanted, why=[_WITH.get(kind, kind.value)] if kind is not Reviewed.FINDING else ())
    book.add(all_reviews(base))
    found = {record.id: record for record in reviewables(book, kind) if record.id in set(ids)}
    lines = base.lasting("lines", lambda: Lines(base.text))
    asked = tuple(question(book, found[id_], lines) for id_ in ids if id_ in found)
    return Asked(book, asked, edition(base.connection))
