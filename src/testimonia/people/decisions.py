"""A reader's decisions on who is who: made, found again on a page that may have been edited, and replayed.

A decision rests on anchors, places where the people are named, which are found again as `words.anchors` finds them.
Decisions are replayed in the order in which they were made, after all scores, so that they outrank these
and the later outranks the earlier. Where a decision has lost all anchors of one side it is kept, marked as orphaned,
and does nothing.
"""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol

from ..errors import NotFoundError
from ..model import Anchor, Decision, DecisionKind, Mention, Person, Sourcebook, Span
from ..model.ids import IdMaker
from ..words.anchors import anchor_at, find_anchor
from .given import fold

__all__ = ["merge_decision", "replay", "split_decision"]

MOST_ANCHORS = 12  # of one side; more would say nothing new


class Placed(Protocol):
    """What is moved from person to person: a name in its place."""

    @property
    def span(self) -> Span: ...
    @property
    def text(self) -> str: ...


def merge_decision(book: Sourcebook, a: str, b: str, *, reviewer: str, when: str, why: str) -> Decision:
    """The decision that two persons, given by their ids, are one.

    Raises:
        NotFoundError: there is no such person, or both are one already.
    """
    one, other = _person(book, a), _person(book, b)
    if one.id == other.id:
        raise NotFoundError(f"{one.id!r} is one person already. Give the ids of two.")
    anchors = tuple(_anchors(book, _one_of_each(_mentions(book, p))) for p in (one, other))
    return _decision(DecisionKind.MERGE, anchors[0], anchors[1], reviewer, when, why)


def split_decision(
    book: Sourcebook,
    person: str,
    *,
    spelling: str | None = None,
    offsets: Sequence[int] = (),
    reviewer: str,
    when: str,
    why: str,
) -> Decision:
    """The decision that some mentions of a person, given by id, name somebody else.

    ``spelling`` takes all mentions so spelt (case aside), ``offsets`` those that stand at these code points; all of
    them together become a person of their own.

    Raises:
        NotFoundError: there is no such person, or no such mention of that person, or nothing would be left.
    """
    owner = _person(book, person)
    mentions = _mentions(book, owner)
    leaving = [
        m
        for m in mentions
        if (spelling is not None and _spelt(m.text) == _spelt(spelling))
        or any(m.span.start <= offset < m.span.end for offset in offsets)
    ]
    for offset in offsets:
        if not any(m.span.start <= offset < m.span.end for m in mentions):
            raise NotFoundError(f"No mention of {owner.name!r} stands at {offset}.")
    if not leaving:
        shown = ", ".join(repr(v) for v in owner.variants)
        raise NotFoundError(f"{owner.name!r} is nowhere spelt {spelling!r}. There are: {shown}.")
    staying = [m for m in mentions if m not in leaving]
    if not staying:
        raise NotFoundError(f"Nothing would be left of {owner.name!r}. Name one of several spellings, or a place.")
    gone = {_spelt(m.text) for m in leaving}
    # a spelling of which some mentions stay is among the anchors that stay, which tells it from one that leaves whole
    stay = [m for m in staying if _spelt(m.text) in gone][:1] + _one_of_each(staying)
    whole = not any(_spelt(m.text) in gone for m in staying)
    leave = _enough(leaving) if whole else leaving
    return _decision(DecisionKind.SPLIT, _anchors(book, _in_order(stay)), _anchors(book, leave), reviewer, when, why)


def _person(book: Sourcebook, name: str) -> Person:
    try:
        return book.people[name]
    except KeyError:
        raise NotFoundError(f"No person has the id {name!r}. Look one up by a name with: testimonia who") from None


def _mentions(book: Sourcebook, person: Person) -> list[Mention]:
    return [m for m in book.mentions if m.person == person.id]


def _one_of_each(mentions: Sequence[Mention]) -> list[Mention]:
    """The first mention of each spelling, the fullest spellings first where there are too many."""
    first: dict[str, Mention] = {}
    for mention in mentions:
        first.setdefault(_spelt(mention.text), mention)
    chosen = sorted(first.values(), key=lambda m: (-len(m.text), m.span.start))[:MOST_ANCHORS]
    return _in_order(chosen)


def _enough(mentions: Sequence[Mention]) -> list[Mention]:
    """The first mention of every spelling, and as many more as an anchor's side holds."""
    first = {_spelt(mention.text): mention for mention in reversed(mentions)}
    more = [mention for mention in mentions if first[_spelt(mention.text)] is not mention]
    return _in_order([*first.values(), *more[: max(0, MOST_ANCHORS - len(first))]])


def _in_order(mentions: Sequence[Mention]) -> list[Mention]:
    return sorted({m.span.start: m for m in mentions}.values(), key=lambda m: m.span.start)


def _anchors(book: Sourcebook, mentions: Sequence[Mention]) -> tuple[Anchor, ...]:
    return tuple(anchor_at(book.text, m.span) for m in mentions)


def _decision(
    kind: DecisionKind, a: tuple[Anchor, ...], b: tuple[Anchor, ...], reviewer: str, when: str, why: str
) -> Decision:
    words = [kind.value, when, reviewer]
    for side in (a, b):
        words.extend(f"{anchor.span.start}:{anchor.text}" for anchor in side)
        words.append("|")
    return Decision(IdMaker().give("d", *words), kind, a, b, reviewer, when, why)


def replay(
    decisions: Sequence[Decision], text: str, placed: Sequence[Placed], persons: Sequence[int]
) -> tuple[list[int], list[Decision], dict[int, list[Decision]]]:
    """Replay decisions over a partition: ``persons`` numbers the person of each of ``placed``, in the text's order.

    Returns the new numbers, the decisions with ``orphaned`` as found now, and for each person that one made or moved
    the decisions in question.
    """
    now = list(persons)
    fresh = max(now, default=-1) + 1
    told: list[Decision] = []
    because: dict[int, list[Decision]] = {}
    starts = [p.span.start for p in placed]
    for decision in decisions:
        a, b = (_found(side, text, placed, starts) for side in (decision.a, decision.b))
        told.append(dataclasses.replace(decision, orphaned=not (a and b)))
        if not (a and b):
            continue
        if decision.kind is DecisionKind.MERGE:
            target = now[a[0]]
            sources = {now[i] for i in (*a, *b)}
            now = [target if person in sources else person for person in now]
            notes = [d for person in sorted(sources) for d in because.pop(person, [])]
            because[target] = [*notes, decision]
        else:
            leaving = _leaving(decision, placed, now, a, b)
            if not leaving or not ({now[i] for i in leaving} & {now[i] for i in range(len(now)) if i not in leaving}):
                continue
            for i in leaving:
                now[i] = fresh
            because[fresh] = [decision]
            because.setdefault(now[a[0]], []).append(decision)
            fresh += 1
    return now, told, because


def _found(side: Sequence[Anchor], text: str, placed: Sequence[Placed], starts: Sequence[int]) -> list[int]:
    """The indexes of the names that the anchors of one side mean; a name that is part of the anchored words counts."""
    found = []
    for anchor in side:
        span = find_anchor(text, anchor)
        if span is None:
            continue
        at = bisect_left(starts, span.start)
        for i in (at, at - 1):
            if 0 <= i < len(placed) and placed[i].span.overlaps(span):
                found.append(i)
                break
    return list(dict.fromkeys(found))


def _leaving(
    decision: Decision, placed: Sequence[Placed], now: Sequence[int], a: Sequence[int], b: Sequence[int]
) -> frozenset[int]:
    """Which names a split takes away: those anchored, and all of a spelling that leaves whole."""
    kept = {_spelt(anchor.text) for anchor in decision.a}
    whole = {_spelt(anchor.text) for anchor in decision.b} - kept
    owners = {now[i] for i in b}
    leaving = set(b)
    leaving.update(i for i, p in enumerate(placed) if now[i] in owners and _spelt(p.text) in whole)
    return frozenset(leaving - set(a))


def _spelt(words: str) -> str:
    return " ".join(fold(word) for word in words.split())
