"""A reader's decisions: made, found again, replayed."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.errors import NotFoundError
from testimonia.model import Anchor, Decision, DecisionKind, Sourcebook, Span
from testimonia.people.decisions import merge_decision, split_decision
from testimonia.words.anchors import find_anchor

from .marked import grouped, person, settle

LONG = " so many words that nobody needs "[:32]  # as many neighbours as are kept

PAGE = (
    "{Piers Lowe} came. {Lowe} sat down, and {Rufus Hartley} rose.",
    "{Hartley} wrote to {Lowe}. The {Heron} read it, and {Lowe} wept.",
    "The {Heron} left for good. {Agnes Cole} stayed.",
)
SIGNED = {"reviewer": "Ines", "when": "2031-05-01T09:00:00+00:00", "why": "one handwriting"}


def merged(book: Sourcebook, a: str, b: str, **signed: str) -> Decision:
    return merge_decision(book, person(book, a).id, person(book, b).id, **{**SIGNED, **signed})


def test_a_merge_makes_two_one() -> None:
    book = settle(*PAGE)
    again = settle(*PAGE, decisions=[merged(book, "Piers Lowe", "Heron")])
    assert ["Piers Lowe", "Lowe", "Lowe", "Heron", "Lowe", "Heron"] in grouped(again)
    assert not again.decisions[0].orphaned
    assert any("Ines" in reason.rule for reason in person(again, "Piers Lowe").reasons)


def test_a_split_of_a_spelling_takes_all_its_mentions() -> None:
    book = settle(*PAGE)
    decision = split_decision(book, person(book, "Piers Lowe").id, spelling="Lowe", **SIGNED)
    again = settle(*PAGE, decisions=[decision])
    assert ["Piers Lowe"] in grouped(again)
    assert ["Lowe", "Lowe", "Lowe"] in grouped(again)


def test_a_split_of_a_spelling_takes_mentions_that_are_added_later() -> None:
    book = settle(*PAGE)
    decision = split_decision(book, person(book, "Piers Lowe").id, spelling="Lowe", **SIGNED)
    again = settle(*PAGE, "Nobody saw {Lowe} again.", decisions=[decision])
    assert ["Piers Lowe"] in grouped(again)


def test_a_split_leaves_out_no_spelling_that_comes_late() -> None:
    page = ("{Piers Lowe} came.", *("{Rufus Hartley} rose.",) * 15, "{Mr Hartley} wrote, and {Hartley} read.")
    joined = [merged(settle(*page), "Piers Lowe", "Rufus Hartley")]
    book = settle(*page, decisions=joined)
    offsets = [m.span.start for m in book.mentions if "Hartley" in m.text]
    decision = split_decision(book, book.mentions[0].person, offsets=offsets, **SIGNED)
    again = settle(*page, decisions=[*joined, decision])
    assert ["Piers Lowe"] in grouped(again)


def test_a_split_at_an_offset_takes_one_mention() -> None:
    book = settle(*PAGE)
    lowe = person(book, "Piers Lowe")
    place = [m.span.start for m in book.mentions if m.person == lowe.id][2]
    decision = split_decision(book, lowe.id, offsets=[place], **SIGNED)
    again = settle(*PAGE, decisions=[decision])
    assert ["Piers Lowe", "Lowe", "Lowe"] in grouped(again)
    (alone,) = (m for m in again.mentions if m.span.start == place)
    assert sum(m.person == alone.person for m in again.mentions) == 1


def test_the_later_decision_outranks_the_earlier() -> None:
    book = settle(*PAGE)
    merge = merged(book, "Piers Lowe", "Heron")
    once = settle(*PAGE, decisions=[merge])
    split = split_decision(once, person(once, "Piers Lowe").id, spelling="Heron", **SIGNED)
    again = settle(*PAGE, decisions=[merge, split])
    assert grouped(again) == grouped(book)
    assert [d.id for d in again.decisions] == [merge.id, split.id]
    assert not any(d.orphaned for d in again.decisions)


def test_decisions_outrank_what_forbids_a_joining() -> None:
    book = settle("{Piers Lowe} came.", "{Rufus Lowe} came.")
    again = settle("{Piers Lowe} came.", "{Rufus Lowe} came.", decisions=[merged(book, "Piers Lowe", "Rufus Lowe")])
    assert len(again.people) == 1


def test_a_decision_survives_an_edit_elsewhere() -> None:
    decision = merged(settle(*PAGE), "Piers Lowe", "Heron")
    again = settle("Words that stood nowhere before, {Edgar Marsh} among them.", *PAGE, decisions=[decision])
    assert not again.decisions[0].orphaned
    assert ["Piers Lowe", "Lowe", "Lowe", "Heron", "Lowe", "Heron"] in grouped(again)


def test_a_decision_whose_words_are_gone_is_kept_and_does_nothing() -> None:
    decision = merged(settle(*PAGE), "Agnes Cole", "Rufus Hartley")
    without = [*PAGE[:2], "The {Heron} left for good. {Agnes Colin} stayed."]
    again = settle(*without, decisions=[decision])
    assert grouped(again) == grouped(settle(*without))
    assert [(d.id, d.orphaned) for d in again.decisions] == [(decision.id, True)]


def test_an_orphan_is_taken_up_when_its_words_come_back() -> None:
    decision = merged(settle(*PAGE), "Agnes Cole", "Rufus Hartley")
    (orphan,) = settle(*PAGE[:2], decisions=[decision]).decisions
    assert orphan.orphaned
    again = settle(*PAGE, decisions=[orphan])
    assert not again.decisions[0].orphaned
    assert len(again.people) == len(settle(*PAGE).people) - 1


@pytest.mark.parametrize(
    ("text", "anchor", "found"),
    [
        ("So Ash left. Ash came.", Anchor(Span(3, 6), "Ash", "So ", " left."), Span(3, 6)),
        ("Oh! So Ash left. Ash came.", Anchor(Span(3, 6), "Ash", "So ", " left."), Span(7, 10)),
        # fewer neighbours than are kept were cut off by the edge of the page: this may be the Ash of a later sentence
        ("So Ash came.", Anchor(Span(3, 6), "Ash", "So ", " left. So Ash came."), None),
        ("Oh! So Ash went. Ash came.", Anchor(Span(3, 6), "Ash", "So ", " left."), None),
        (f"Oh! {LONG}Ash went. Ash came.", Anchor(Span(32, 35), "Ash", LONG, " left."), Span(36, 39)),
        (f"Ash went. Ash{LONG}", Anchor(Span(0, 3), "Ash", "", LONG), Span(10, 13)),
        (f"Ash went. Ash{LONG}Oh! Ash{LONG}", Anchor(Span(3, 6), "Ash", "", LONG), None),
        ("So Elm left. Ash came.", Anchor(Span(3, 6), "Ash", "So ", " left."), None),
        ("On Ash came. So Ash left. So Ash left.", Anchor(Span(3, 6), "Ash", "So ", " left."), None),
        ("", Anchor(Span(3, 6), "Ash", "So ", " left."), None),
        ("So Ash left.", Anchor(Span(3, 3), "", "So ", " left."), None),
    ],
)
def test_an_anchor_is_found_by_its_words_and_neighbours_or_not_at_all(
    text: str, anchor: Anchor, found: Span | None
) -> None:
    assert find_anchor(text, anchor) == found


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"spelling": "Lows"}, "nowhere spelt 'Lows'"),
        ({"offsets": [0]}, "stands at 0"),
        ({"offsets": [10**6]}, "stands at 1000000"),
        ({}, "nowhere spelt"),
    ],
)
def test_a_split_of_what_is_not_there_is_refused(arguments: dict, says: str) -> None:
    book = settle(*PAGE)
    with pytest.raises(NotFoundError, match=says):
        split_decision(book, person(book, "Piers Lowe").id, **arguments, **SIGNED)


def test_a_split_that_leaves_nothing_is_refused() -> None:
    book = settle(*PAGE)
    with pytest.raises(NotFoundError, match="Nothing would be left"):
        split_decision(book, person(book, "Heron").id, spelling="Heron", **SIGNED)


def test_a_merge_of_nobody_is_refused() -> None:
    book = settle(*PAGE)
    with pytest.raises(NotFoundError, match="'pxyz'"):
        merge_decision(book, "pxyz", person(book, "Heron").id, **SIGNED)
    with pytest.raises(NotFoundError, match="one person already"):
        merged(book, "Heron", "Heron")


def partition(book: Sourcebook) -> set[frozenset[int]]:
    places = defaultdict(set)
    for mention in book.mentions:
        places[mention.person].add(mention.span.start)
    return {frozenset(found) for found in places.values()}


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 99), st.integers(0, 99)), max_size=7))
def test_any_decisions_replayed_give_what_they_gave_and_each_does_what_it_says(
    steps: list[tuple[bool, int, int]],
) -> None:
    decisions: list[Decision] = []
    book = settle(*PAGE)
    for merging, x, y in steps:
        before = partition(book)
        people = list(book.people)
        one = people[x % len(people)]
        signed = {**SIGNED, "when": f"2031-05-01T09:00:{len(decisions):02}+00:00"}
        mine = [m for m in book.mentions if m.person == one.id]
        if merging:
            other = people[y % len(people)]
            if one.id == other.id:
                continue
            decision = merge_decision(book, one.id, other.id, **signed)
            both = {m.span.start for m in book.mentions if m.person in (one.id, other.id)}
            meant = {group for group in before if not group & both} | {frozenset(both)}
        else:
            if len(mine) < 2:
                continue
            place = mine[y % len(mine)].span.start
            decision = split_decision(book, one.id, offsets=[place], **signed)
            rest = frozenset(m.span.start for m in mine) - {place}
            meant = {group for group in before if place not in group} | {rest, frozenset({place})}
        decisions.append(decision)
        book = settle(*PAGE, decisions=decisions)
        assert decision.kind is (DecisionKind.MERGE if merging else DecisionKind.SPLIT)
        assert partition(book) == meant
        assert [d.id for d in book.decisions] == [d.id for d in decisions]
        assert not any(d.orphaned for d in book.decisions)
    again = settle(*PAGE, decisions=decisions)
    assert {(m.span.start, m.person) for m in again.mentions} == {(m.span.start, m.person) for m in book.mentions}
    assert len({p.id for p in again.people}) == len(again.people)
    assert {m.person for m in again.mentions} == {p.id for p in again.people}
