"""Links: an answer points at what it answers."""

from __future__ import annotations

from testimonia.assertions.links import linked
from testimonia.model import Act, Assertion, Span


def made(number: int, speaker: str, act: Act, of: tuple[str, ...] = (), excerpt: str = "x1") -> Assertion:
    return Assertion(f"a{number}", Span(number, number + 1), "w", speaker, speaker, act, excerpt=excerpt, of=of)


def touches(*assertions: Assertion) -> list[str | None]:
    return [assertion.touches for assertion in linked(assertions)]


def test_a_corroboration_points_at_the_nearest_statement_of_him_whose_word_it_is() -> None:
    assert touches(
        made(1, "ash", Act.REPORTS),
        made(2, "ash", Act.ACCUSES, ("brand",)),
        made(3, "pell", Act.CORROBORATES, ("ash",)),
    ) == [None, None, "a2"]


def test_a_retraction_points_at_what_its_speaker_said_before() -> None:
    assert touches(made(1, "ash", Act.ADMITS), made(2, "pell", Act.REPORTS), made(3, "ash", Act.RETRACTS))[2] == "a1"


def test_a_retraction_finds_a_statement_of_an_earlier_excerpt() -> None:
    assert touches(made(1, "ash", Act.ADMITS), made(2, "ash", Act.RETRACTS, excerpt="x2")) == [None, "a1"]


def test_a_denial_points_at_the_accusation_of_its_speaker() -> None:
    assert touches(made(1, "pell", Act.ACCUSES, ("ash",)), made(2, "ash", Act.DENIES)) == [None, "a1"]


def test_what_the_page_does_not_have_is_not_pointed_at() -> None:
    assert touches(made(1, "pell", Act.ACCUSES, ("brand",)), made(2, "ash", Act.DENIES)) == [None, None]
    assert touches(made(1, "pell", Act.CORROBORATES, ("ash",))) == [None]


def test_nothing_answers_what_comes_after_it() -> None:
    assert touches(made(1, "ash", Act.RETRACTS), made(2, "ash", Act.ADMITS)) == [None, None]
