from __future__ import annotations

import json

import pytest

from testimonia import answers
from testimonia.answers.rows import facts
from testimonia.errors import NotFoundError
from testimonia.exports import report_html
from testimonia.model import Review, Reviewed, ReviewKind, Sourcebook
from testimonia.testing import make_book

MARLOW, QUIST = "Marlow, Salt and Ashes, 1931", "Quist, The Inner Harbour, 1958"


def test_a_claim_rests_on_what_counts_once(weighed: Sourcebook) -> None:
    first, second, third = answers.worth(weighed)
    assert (first.words, first.line) == ("THE PILOT NEVER SLEPT", 1)
    assert (first.excerpts, first.works, first.authors, first.origins) == (3, 2, 2, 2)
    assert first.rests_on == "Of 3 excerpts 1 adds no origin of its own: 1 group counts once (1 requote)."
    assert (second.excerpts, second.origins, second.rests_on) == (1, 1, "One excerpt stands under it.")
    assert (third.excerpts, third.origins, third.rests_on) == (0, 0, "No excerpt stands under it.")


def test_people_are_counted_by_the_nearest_that_they_stood(weighed: Sourcebook) -> None:
    first = answers.worth(weighed)[0]
    # Marlow was there by one excerpt and was told by another; quoted by Quist he is another than the cited author
    assert (first.present, first.heard, first.read, first.unstated) == (2, 0, 0, 1)
    teller = first.tellers[0]
    assert (teller.speaker, teller.nearness, teller.why) == ("Marlow", "present", ("saw or heard it himself: I saw",))
    assert (teller.source, teller.origin, teller.line) == (MARLOW, "o1", 3)
    assert weighed.text[teller.start : teller.end].startswith("I saw the pilot")


def test_an_author_who_is_quoted_in_his_own_book_is_one_man(weighed: Sourcebook) -> None:
    from testimonia.answers.worth_counts import Teller, _nearest

    def teller(speaker: str, id_: str, nearness: str) -> Teller:
        return Teller(speaker, id_, nearness, 1.0, (), "x1", "o1", "", 1, 0, 1)

    nearest = _nearest([teller("Marlow", "author:w1", "unstated"), teller("Ada Marlow", "p1", "present")])
    assert list(nearest.values()) == ["present"]
    assert len(_nearest([teller("Quist", "author:w1", "read"), teller("Ada Marlow", "p1", "present")])) == 2


@pytest.mark.parametrize("asked", ["2", "tide LOW", "the tide was low", None])
def test_a_claim_is_asked_for_by_id_number_or_words(asked: str | None, weighed: Sourcebook) -> None:
    asked = asked or weighed.claims[1].id
    assert [row.words for row in answers.worth(weighed, asked)] == ["THE TIDE WAS LOW"]


@pytest.mark.parametrize("asked", ["0", "4", "no such words", "  "])
def test_a_claim_that_is_not_there_is_told(asked: str, weighed: Sourcebook) -> None:
    with pytest.raises(NotFoundError, match="No claim is meant by"):
        answers.worth(weighed, asked)


def test_a_person_and_an_event_rest_on_excerpts_too(weighed: Sourcebook) -> None:
    (person,) = answers.worth(weighed, person="Ada Marlow")
    assert (person.kind, person.id, person.excerpts, person.origins) == ("person", "p1", 1, 1)
    assert person.rests_on == "One excerpt stands under it. It shares its origin with others of the page."
    (event,) = answers.worth(weighed, event="pilot inquiry")
    assert (event.kind, event.id, event.words, event.excerpts) == ("event", "q1", "the pilot's inquiry", 1)
    with pytest.raises(NotFoundError, match="No event is called 'trial'"):
        answers.worth(weighed, event="trial")
    with pytest.raises(NotFoundError, match="Nobody on the page is called 'Nobody'"):
        answers.worth(weighed, person="Nobody")


def test_a_stemma_leads_back_to_its_head(weighed: Sourcebook) -> None:
    tree = answers.stemma(weighed, "o1")
    x1, x2 = weighed.origins["o1"].excerpts
    assert (tree.head, tree.why) == (x1, ("the other quotes Marlow: Marlow says",))
    root, leaf = tree.leaves
    assert (root.excerpt, root.depth, root.parent, root.tie, root.source) == (x1, 0, None, None, MARLOW)
    assert (leaf.excerpt, leaf.depth, leaf.parent, leaf.source) == (x2, 1, x1, QUIST)
    assert leaf.tie is not None
    assert (leaf.tie.kind, leaf.tie.confidence, leaf.tie.origin) == ("requote", 0.9, "o1")
    with pytest.raises(NotFoundError, match="No origin has the id 'o9'"):
        answers.stemma(weighed, "o9")


def test_a_stemma_of_a_thousand_steps_is_told_and_drawn_as_deep_as_can_be_read(handed_on: Sourcebook) -> None:
    tree = answers.stemma(handed_on, "o1")
    assert [leaf.depth for leaf in tree.leaves] == list(range(1000))
    below = tree.below(deepest=3)
    assert [leaf.depth for leaf in below[None]] == [0]
    assert [leaf.depth for leaf in below[tree.leaves[1].excerpt]] == [2]
    assert [leaf.depth for leaf in below[tree.leaves[2].excerpt]] == list(range(3, 1000))
    assert sum(map(len, below.values())) == 1000


def test_what_is_under_each_leaf_of_a_small_stemma_is_as_it_is(weighed: Sourcebook) -> None:
    tree = answers.stemma(weighed, "o1")
    assert {above: [leaf.excerpt for leaf in own] for above, own in tree.below().items()} == {
        None: [tree.leaves[0].excerpt],
        tree.leaves[0].excerpt: [tree.leaves[1].excerpt],
    }


def test_dependences_say_whether_they_count_once(weighed: Sourcebook) -> None:
    once, twice = answers.dependences(weighed)
    assert (once.id, once.origin, once.a_words) == ("n1", "o1", "I saw the pilot on the quay at nine.")
    assert once.reasons == ("the same words: I saw the pilot on the quay at nine.",)
    assert (twice.id, twice.origin) == ("n2", None)
    assert [row.id for row in answers.dependences(weighed, kind="derives")] == ["n2"]
    assert len(answers.dependences(weighed, claim="1")) == 2
    assert not answers.dependences(weighed, claim="2")
    with pytest.raises(answers.QuestionError, match=r"There is no kind 'copy'. There are: duplicate, same-document"):
        answers.dependences(weighed, kind="copy")


def test_a_disagreement_stands_side_by_side(weighed: Sourcebook) -> None:
    date, heading = answers.disagreements(weighed)
    assert (date.id, date.kind, date.about, date.cause) == ("d1", "date", "the pilot", "different counting")
    assert (date.people, date.people_ids, date.why) == (("The Pilot",), ("p2",), ("one pilot: pilot",))
    assert (date.a.before, date.a.words, date.a.after) == ("I saw the pilot on the quay at ", "nine", ".")
    assert (date.a.speaker, date.a.source, date.a.line) == ("Marlow", MARLOW, 3)
    assert (date.b.words, date.b.says) == ("ten", "ten")
    assert (heading.a.kind, heading.a.speaker, heading.a.source) == ("claim", "compiler", "heading")
    assert heading.a.before == "THE PILOT "


def test_disagreements_are_narrowed(weighed: Sourcebook) -> None:
    def ids(**asked: str) -> list[str]:
        return [row.id for row in answers.disagreements(weighed, **asked)]

    assert ids(kind="heading") == ["d2"]
    assert ids(about="The Pilot") == ["d1"]
    assert ids(about="asleep") == ["d2"]
    assert ids(about="Ada Marlow") == []  # she is known, and none concerns her
    assert ids(claim="1") == ["d1", "d2"]
    assert ids(claim="2") == []
    with pytest.raises(NotFoundError, match="Nobody is called 'no one', and no disagreement is about it"):
        ids(about="no one")
    with pytest.raises(NotFoundError, match="Nobody and nothing is named"):
        ids(about=" ")
    with pytest.raises(answers.QuestionError, match=r"There is no kind 'day'. There are: date, number"):
        ids(kind="day")


def test_of_few_words_all_are_marked_and_of_many_those_that_differ(weighed: Sourcebook) -> None:
    import dataclasses

    row = answers.disagreements(weighed)[0]
    assert answers.marked_words(row)[0] == [("I saw the pilot on the quay at ", False), ("nine", True), (".", False)]
    words = "the old pilot stood on the long quay of the harbour until he was called by the mate"
    a, b = (dataclasses.replace(side, words=w, before="", after="") for side, w in (
        (row.a, words), (row.b, words.replace("long", "short").replace("mate", "Mate,"))
    ))  # fmt: skip
    left, right = answers.marked_words(dataclasses.replace(row, a=a, b=b))
    assert [piece for piece, marked in left if marked] == ["long"]
    assert [piece for piece, marked in right if marked] == ["short"]
    assert "".join(piece for piece, _ in left) == words


def test_the_context_of_a_long_sentence_is_broken_off_between_words() -> None:
    from testimonia.answers.worth_pairs import _context
    from testimonia.model import Span

    text = "word " * 100 + "nine" + " word" * 100 + "."
    book = make_book(text, excerpts=[(text, None, None)])
    before, after = _context(book, book.excerpts[0].span, Span(500, 504))
    assert (before[:5], after[-5:]) == ("…word", "word…")
    assert len(before) <= 250


def test_claims_are_audited_worst_first(weighed: Sourcebook) -> None:
    rows = answers.audits(weighed)
    assert [row.profile for row in rows] == ["contradicted", "not found in the evidence", "single origin"]
    first = rows[0]
    assert (first.carried, first.missing, first.excerpts, first.origins) == (1, 1, 3, 2)
    assert [(part.text, part.carriage) for part in first.parts] == [
        ("PILOT", "carried"),
        ("NEVER", "missing"),
        ("SLEPT", "contradicted"),
    ]
    words, start, end = first.parts[2].evidence[0]
    assert (words, weighed.text[start:end], first.parts[2].why) == ("asleep", "asleep", ("the opposite: asleep",))
    assert (first.cautions[0].kind, first.cautions[0].evidence) == ("the evidence says otherwise", "asleep")
    assert [row.text for row in answers.audits(weighed, profile="single origin")] == ["THE TIDE WAS LOW"]
    assert [row.id for row in answers.audits(weighed, claim="pilot")] == ["u1"]
    with pytest.raises(answers.QuestionError, match=r"No profile is named 'true'. There are: carried, partly"):
        answers.audits(weighed, profile="true")


def test_rows_are_facts_that_json_can_hold(weighed: Sourcebook) -> None:
    row = facts(answers.worth(weighed)[0])
    assert json.loads(json.dumps(row)) == row
    assert row["stemmas"][0]["leaves"][1]["tie"]["kind"] == "requote"
    assert "heard" in row  # a count of none is a count
    side = facts(answers.disagreements(weighed)[0])
    assert side["a"]["words"] == "nine"
    assert "cause" not in facts(answers.disagreements(weighed)[1])


def test_a_book_that_was_not_weighed_has_excerpts_all_the_same() -> None:
    book = make_book("THE FERRY\n\nIt left.", claims=["THE FERRY"], excerpts=[("It left.", "THE FERRY", None)])
    (row,) = answers.worth(book)
    assert (row.excerpts, row.works, row.origins, row.tellers) == (1, 0, 0, ())
    assert not answers.dependences(book)
    assert not answers.disagreements(book)
    assert not answers.audits(book)


def test_what_readers_say_stands_beside_it(weighed: Sourcebook) -> None:
    weighed.add(
        Review(f"r{what}", kind, what, item, (), who, "2031-05-01", "so")
        for kind, what, item, who in (
            (ReviewKind.REJECT, Reviewed.DISCREPANCY, "d1", "Inés"),
            (ReviewKind.ACCEPT, Reviewed.DEPENDENCE, "n1", "Jo"),
            (ReviewKind.NOTE, Reviewed.AUDIT, "u1", "Inés"),
        )
    )
    assert [row.review for row in answers.disagreements(weighed)] == ["rejected by Inés", None]
    assert [row.review for row in answers.dependences(weighed)] == ["confirmed by Jo", None]
    assert answers.audits(weighed)[0].review == "noted by Inés"
    weighed.add(
        [Review("u", ReviewKind.UNDO, Reviewed.DEPENDENCE, "", (), "Tove", "2031-05-02", "no", of="rdependence")]
    )
    assert answers.dependences(weighed)[0].review == "disputed by Jo, Tove"
    weighed.add([Review("v", ReviewKind.UNDO, Reviewed.DEPENDENCE, "", (), "Tove", "2031-05-03", "yes", of="u")])
    html = report_html(weighed)
    for words in ("rejected by Inés", "confirmed by Jo", "noted by Inés"):
        assert f'<span class="review">{words}</span>' in html
