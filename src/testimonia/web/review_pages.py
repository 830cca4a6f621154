"""What the pages of the review are filled with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from ..answers.decided import Trail, is_overruled
from ..answers.queue import QUEUED
from ..errors import MissingExtraError, NotFoundError
from ..model import Decision, Review, Reviewed, Source, Sourcebook, Span
from ..store.pages import Base
from ..store.pages.names import people_names
from ..store.pages.questions import all_reviews, asked_of, open_counts, questions
from ..store.people import read_decisions
from .review_cards import KINDS, Context, SaidLine, card_of, cards_of, context_of, said_line

__all__ = ["decided", "leaf", "overview", "person", "single"]

S = TypeVar("S", Decision, Review)

_ON_A_LEAF = 10  # questions
_ON_A_LIST = 100  # decisions
_MENTIONS = 300  # of a person, to choose from


def overview(base: Base, reader: str) -> dict[str, Any]:
    """How much is open of each kind, and how far readers agree."""
    counts, mine = open_counts(base, None), open_counts(base, reader or None)
    said = all_reviews(base)
    return {
        "kinds": [(kind, KINDS[kind][0], counts[kind], mine[kind]) for kind in QUEUED],
        "readers": Counter(review.reviewer for review in said).most_common(),
        "orphaned": sum(review.orphaned for review in said),
        "decisions": len(said) + base.count("select count(*) from decisions"),
        **_agreement(base),
    }


def _agreement(base: Base) -> dict[str, Any]:
    from ..answers.agreement import agreement

    reviews = all_reviews(base)
    if len({review.reviewer for review in reviews}) < 2:
        return {"agreement": None, "no_agreement": ""}
    book = Sourcebook(Source("", b"", "", "utf-8", "text/plain", ""))
    book.add(reviews)
    try:
        return {"agreement": agreement(book), "no_agreement": ""}
    except MissingExtraError as error:
        return {"agreement": None, "no_agreement": str(error)}


def leaf(base: Base, reader: str, kind: Reviewed, first: int, settled: bool) -> dict[str, Any]:
    """Some questions of a kind."""
    if kind not in QUEUED:
        raise NotFoundError(f"There is no queue of {KINDS[kind][0].lower()}. They are reviewed one by one.")
    asked = questions(base, kind, reader or None, settled=settled, first=first, most=_ON_A_LEAF)
    total = open_counts(base, reader or None)[kind] if not settled else None
    return {
        "kind": kind,
        "called": KINDS[kind][0],
        "asks": KINDS[kind][1],
        "cards": cards_of(base, asked.questions, reader),
        "total": total,
        "first": first,
        "most": _ON_A_LEAF,
        "settled": settled,
        "doubted": any(one.doubt is not None for one in asked.questions),
        "is_queue": True,
        "people": _people(base, kind, asked.questions),
        "sides": _sides(base, asked.questions) if kind is Reviewed.MAYBE else {},
    }


def single(base: Base, reader: str, kind: Reviewed, key: str) -> dict[str, Any]:
    """One record."""
    asked = asked_of(base, kind, key)
    return {
        "kind": kind,
        "called": KINDS[kind][0],
        "asks": KINDS[kind][1],
        "cards": cards_of(base, asked.questions, reader),
        "total": None,
        "first": 0,
        "most": 1,
        "settled": True,
        "is_queue": False,
        "people": _people(base, kind, asked.questions),
        "sides": _sides(base, asked.questions) if kind is Reviewed.MAYBE else {},
    }


def _people(base: Base, kind: Reviewed, asked: Sequence[Any]) -> list[str]:
    """The names to choose from, where a field of these questions names somebody."""
    wanted = any(name in ("person", "speaker", "of", "author") for one in asked for name in one.choices)
    return sorted(set(people_names(base).values()), key=str.casefold) if wanted else []


@dataclass(frozen=True, slots=True)
class Side:
    """One of two people who may be one: spellings with their counts, and places where he or she is named."""

    id: str
    name: str
    count: int
    spellings: tuple[tuple[str, int], ...]
    places: tuple[Context, ...]


def _sides(base: Base, asked: Sequence[Any]) -> dict[str, tuple[Side, ...]]:
    return {one.id: tuple(side_of(base, who) for who in one.parties) for one in asked}


def side_of(base: Base, who: str, most: int = 3) -> Side:
    """A person in brief."""
    count = base.count("select count(*) from mentions where person = ?", who)
    places = base.rows("select start, end from mentions where person = ? order by number limit ?", who, most)
    return Side(
        id=who,
        name=people_names(base).get(who, who),
        count=count,
        spellings=tuple(base.rows("select spelling, count from spellings where person = ? order by number", who)),
        places=tuple(context_of(base, Span(start, end), 90) for start, end in places),
    )


def person(base: Base, reader: str, key: str) -> dict[str, Any]:
    """A person, to be parted, joined with another, or reviewed."""
    asked = asked_of(base, Reviewed.PERSON, key)
    mentions = [
        (start, context_of(base, Span(start, end), 70), confidence, text)
        for start, end, confidence, text in base.rows(
            "select start, end, confidence, text from mentions where person = ? order by number limit ?", key, _MENTIONS
        )
    ]
    pairs = [id_ for (id_,) in base.rows("select id from maybes where ? in (a, b) order by number", key)]
    names = people_names(base)
    return {
        "card": card_of(base, asked.questions[0], reader),
        "person": key,
        "name": names.get(key, key),
        "side": side_of(base, key, 0),
        "why_spelt": _why_spelt(base, key),
        "mentions": mentions,
        "more_mentions": max(0, base.count("select count(*) from mentions where person = ?", key) - len(mentions)),
        "pairs": [card for id_ in pairs for card in single(base, reader, Reviewed.MAYBE, id_)["cards"]],
        "sides": {
            id_: tuple(side_of(base, who) for who in base.row("select a, b from maybes where id = ?", id_) or ())
            for id_ in pairs
        },
        "others": sorted(((n, id_) for id_, n in names.items() if id_ != key), key=lambda pair: pair[0].casefold()),
        "people": [],
        "is_queue": False,
    }


def _why_spelt(base: Base, who: str) -> list[tuple[str, int, float, list[tuple[str, str, str]]]]:
    """Each spelling with its count and confidence, and why it is taken for this person's."""
    return [
        (
            spelling,
            count,
            confidence,
            list(base.rows("select side, rule, words from reasons where spelling = ? order by number", number)),
        )
        for number, spelling, count, confidence in base.rows(
            "select number, spelling, count, confidence from spellings where person = ? order by number", who
        )
    ]


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision or review in the list of all.

    ``marks`` say what became of it, ``objects`` that the one who reads now objects to it already.
    """

    line: SaidLine
    about: str
    kind: str
    place: Span | None
    lost: str
    counts: bool
    marks: tuple[str, ...]
    objects: bool
    link: tuple[str, str] | None


def decided(base: Base, reader: str, first: int) -> dict[str, Any]:
    """All that was decided, the latest first."""
    rows = [*_of_people(base, reader), *_of_records(base, reader)]
    rows.sort(key=lambda row: row.line.when, reverse=True)
    return {
        "rows": rows[first : first + _ON_A_LIST],
        "total": len(rows),
        "first": first,
        "most": _ON_A_LIST,
    }


def _of_people(base: Base, reader: str) -> list[Decided]:
    decisions = tuple(read_decisions(base.connection))
    trail = Trail(decisions)
    return [
        Decided(
            line=SaidLine(d.id, d.reviewer, _verb(d, trail), d.why, d.when, d.reviewer == reader),
            about=trail.undo_words(d) if d.of is not None else _sides_words(d),
            kind="who is who",
            place=d.a[0].span if d.a and not d.orphaned else None,
            lost="The page has the words no longer that it rests on." if d.orphaned else "",
            counts=trail.counts(d),
            marks=(*trail.marks(d), *_overruled(base, d, trail)),
            objects=any(objection.reviewer == reader for objection in trail.objections(d)),
            link=None,
        )
        for d in decisions
    ]


def _overruled(base: Base, decision: Decision, trail: Trail[Decision]) -> tuple[str, ...]:
    def named(place: Span) -> str | None:
        row = base.row("select person from mentions where start = ? and end = ?", place.start, place.end)
        return None if row is None else str(row[0])

    later = trail.counts(decision) and is_overruled(decision, base.text, named)
    return ("a later one prevails",) if later else ()


def _sides_words(decision: Decision) -> str:
    names = [" / ".join(dict.fromkeys(anchor.text for anchor in side)) for side in (decision.a, decision.b)]
    return f"{names[0]} {'is' if decision.kind == 'merge' else 'is not'} {names[1]}"


def _verb(one: S, trail: Trail[S]) -> str:
    return "objects" if trail.objects(one) else one.kind.value


def _of_records(base: Base, reader: str) -> list[Decided]:
    reviews = all_reviews(base)
    trail = Trail(reviews)
    return [
        Decided(
            line=replace(said_line(base, r, reader), says=_verb(r, trail)) if r.of else said_line(base, r, reader),
            about=trail.undo_words(r) if r.of is not None else " / ".join(_one_line(a.text) for a in r.places),
            kind=KINDS[r.what][0].lower(),
            place=r.places[0].span if r.places and not r.orphaned else None,
            lost=r.lost,
            counts=trail.counts(r),
            marks=trail.marks(r),
            objects=any(objection.reviewer == reader for objection in trail.objections(r)),
            link=(r.what.value, r.item) if r.item and not r.orphaned else None,
        )
        for r in reversed(reviews)
    ]


def _one_line(words: str, most: int = 120) -> str:
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
