"""People, the places where they are named, and what readers decided about them: into their tables and back."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from ..model import (
    Anchor,
    Decision,
    DecisionKind,
    Gender,
    MayBe,
    Mention,
    Person,
    Reason,
    Sourcebook,
    Span,
    Spelling,
)
from .rows import (
    AGAINST,
    Reasons,
    insert_reasons,
    insert_rows,
    read_rows,
    reason_row,
    sql_json,
    sql_words,
)

__all__ = ["TABLES", "all_decisions", "insert_decisions", "insert_people", "read_decisions", "read_people"]

TABLES = ("person_identifiers", "person_roles", "spellings", "mentions", "maybes", "people")  # those that name first


def insert_people(connection: sqlite3.Connection, book: Sourcebook) -> None:
    """Write people, mentions and maybes."""
    _insert_persons(connection, book.people)
    _insert_mentions(connection, book.mentions, {claim.id for claim in book.claims})
    maybes = book.maybes
    insert_rows(
        connection,
        "maybes",
        "number, id, a, b, confidence",
        ((n, m.id, m.a, m.b, m.confidence) for n, m in enumerate(maybes, 1)),
    )
    insert_reasons(connection, "maybe", ((m.id, m.reasons) for m in maybes))
    insert_reasons(connection, "maybe", ((m.id, m.against) for m in maybes), AGAINST)


def _insert_persons(connection: sqlite3.Connection, people: Sequence[Person]) -> None:
    insert_rows(
        connection,
        "people",
        "number, id, name, gender, variants",
        (
            (n, p.id, sql_words(p.name), None if p.gender is None else p.gender.value, sql_json(p.variants))
            for n, p in enumerate(people, 1)
        ),
    )
    spellings = list(enumerate(((p.id, s) for p in people for s in p.spellings), 1))
    insert_rows(
        connection,
        "spellings",
        "number, person, spelling, count, scheme, original, confidence",
        (
            (n, person, sql_words(s.text), s.count, sql_words(s.scheme), sql_words(s.original), s.confidence)
            for n, (person, s) in spellings
        ),
    )
    insert_rows(
        connection,
        "person_roles",
        "person, number, rule, words, start, end",
        ((p.id, n, *reason_row(role)) for p in people for n, role in enumerate(p.roles, 1)),
    )
    insert_rows(
        connection,
        "person_identifiers",
        "person, number, authority, identifier",
        (
            (p.id, n, sql_words(authority), sql_words(identifier))
            for p in people
            for n, (authority, identifier) in enumerate(p.identifiers.items(), 1)
        ),
    )
    insert_reasons(connection, "person", ((p.id, p.reasons) for p in people))
    insert_reasons(connection, "spelling", ((n, s.reasons) for n, (_, s) in spellings))
    insert_reasons(connection, "spelling", ((n, s.against) for n, (_, s) in spellings), AGAINST)


def _insert_mentions(connection: sqlite3.Connection, mentions: Sequence[Mention], claims: set[str]) -> None:
    insert_rows(
        connection,
        "mentions",
        "number, id, start, end, text, claim, excerpt, person, confidence",
        (
            (
                n,
                m.id,
                m.span.start,
                m.span.end,
                sql_words(m.text),
                m.record if m.record in claims else None,
                None if m.record in claims else m.record,
                m.person,
                m.confidence,
            )
            for n, m in enumerate(mentions, 1)
        ),
    )
    insert_reasons(connection, "mention", ((m.id, m.reasons) for m in mentions))
    insert_reasons(connection, "mention", ((m.id, m.against) for m in mentions), AGAINST)


def read_people(connection: sqlite3.Connection, reasons: Reasons) -> Iterator[Person | Mention | MayBe]:
    """The people, mentions and maybes as they were written."""
    spellings: dict[str, list[Spelling]] = defaultdict(list)
    for number, person, text, count, scheme, original, confidence in read_rows(
        connection, "spellings", "number, person, spelling, count, scheme, original, confidence"
    ):
        why, against = reasons("spelling", number), reasons("spelling", number, AGAINST)
        spellings[person].append(Spelling(text, count, scheme, original, confidence, why, against))
    roles: dict[str, list[Reason]] = defaultdict(list)
    for person, rule, words, start, end in read_rows(connection, "person_roles", "person, rule, words, start, end"):
        roles[person].append(Reason(rule, words, None if start is None else Span(start, end)))
    identifiers: dict[str, dict[str, str]] = defaultdict(dict)
    for person, authority, identifier in read_rows(connection, "person_identifiers", "person, authority, identifier"):
        identifiers[person][authority] = identifier
    for id_, name, gender, variants in read_rows(connection, "people", "id, name, gender, variants"):
        yield Person(
            id=id_,
            name=name,
            variants=tuple(json.loads(variants)),
            spellings=tuple(spellings.get(id_, ())),
            gender=None if gender is None else Gender(gender),
            roles=tuple(roles.get(id_, ())),
            identifiers=identifiers.get(id_, {}),
            reasons=reasons("person", id_),
        )
    for id_, start, end, text, record, person, confidence in read_rows(
        connection, "mentions", "id, start, end, text, coalesce(claim, excerpt), person, confidence"
    ):
        why, against = reasons("mention", id_), reasons("mention", id_, AGAINST)
        yield Mention(id_, Span(start, end), text, record, person, confidence, why, against)
    for id_, a, b, confidence in read_rows(connection, "maybes", "id, a, b, confidence"):
        yield MayBe(id_, a, b, confidence, reasons("maybe", id_), reasons("maybe", id_, AGAINST))


def all_decisions(kept: Sequence[Decision], book: Sourcebook) -> list[Decision]:
    """Every decision once, in the order in which they were made: as replayed where it was, else as it was kept."""
    replayed = {decision.id: decision for decision in book.decisions}
    return [*(replayed.pop(decision.id, decision) for decision in kept), *replayed.values()]


def insert_decisions(connection: sqlite3.Connection, decisions: Sequence[Decision]) -> None:
    """Write the decisions."""
    insert_rows(
        connection,
        "decisions",
        "number, id, kind, reviewer, decided, why, orphaned, undoes",
        (
            (n, d.id, d.kind.value, sql_words(d.reviewer), d.when, sql_words(d.why), d.orphaned, d.of)
            for n, d in enumerate(decisions, 1)
        ),
    )
    insert_rows(
        connection,
        "decision_anchors",
        "decision, side, number, start, end, text, before, after",
        (
            (decision.id, side, n, a.span.start, a.span.end, *map(sql_words, (a.text, a.before, a.after)))
            for decision in decisions
            for side, anchors in (("a", decision.a), ("b", decision.b))
            for n, a in enumerate(anchors, 1)
        ),
    )


def read_decisions(connection: sqlite3.Connection) -> list[Decision]:
    """The decisions as they were written."""
    anchors: dict[tuple[str, str], list[Anchor]] = defaultdict(list)
    for decision, side, start, end, text, before, after in read_rows(
        connection, "decision_anchors", "decision, side, start, end, text, before, after"
    ):
        anchors[decision, side].append(Anchor(Span(start, end), text, before, after))

    def sides(id_: str) -> dict[str, Any]:
        return {side: tuple(anchors.get((id_, side), ())) for side in ("a", "b")}

    return [
        Decision(
            id=id_,
            kind=DecisionKind(kind),
            **sides(id_),
            reviewer=reviewer,
            when=when,
            why=why,
            orphaned=bool(orphaned),
            of=undoes,
        )
        for id_, kind, reviewer, when, why, orphaned, undoes in read_rows(
            connection, "decisions", "id, kind, reviewer, decided, why, orphaned, undoes"
        )
    ]
