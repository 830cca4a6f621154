"""What a pair is weighed by."""

from __future__ import annotations

import pytest

from testimonia.dependence.alignment import Chain
from testimonia.dependence.stage import Comparison, Weighed
from testimonia.dependence.weighing import SIGNS, Pair, confidence

from .pages import Page, Writer, page_of


def signs(page: Page) -> dict[str, float]:
    """The signs of the last two excerpts of a page."""
    last = len(page.excerpts) - 1
    (weighed,) = (
        one for one in Comparison(page.book(), least=0.1).weighed() if (one.pair.a, one.pair.b) == (last - 1, last)
    )
    assert isinstance(weighed, Weighed)
    return dict(zip(SIGNS, weighed.pair.signs, strict=True))


def shared(writer: Writer, length: int = 12) -> tuple[str, str]:
    words = writer.words(length)
    return " ".join([*writer.words(20), *words]), " ".join([*words, *writer.words(20)])


def test_what_is_shared_within_one_work_is_not_long() -> None:
    writer = Writer()
    one, other = shared(writer)
    assert signs(page_of(writer, [(one, "Ash"), (other, "Ash")]))["long"] == 0
    assert signs(page_of(writer, [(one, "Ash"), (other, "Reed")]))["long"] > 0


@pytest.mark.parametrize(
    ("author", "title", "claim", "near", "same"),
    [("Ash", "Two", "B", 1, 1), ("Reed", "Two", "A", 1, 0), ("Reed", "Two", "B", 0, 0), ("Ash", "One", "A", 0, 0)],
)
def test_near_are_two_works_of_one_author_or_under_one_claim(
    author: str, title: str, claim: str, near: int, same: int
) -> None:
    writer = Writer()
    one, other = shared(writer)
    page = page_of(writer, [])
    page.excerpt(one, author="Ash", title="One", claim="A")
    page.excerpt(other, author=author, title=title, claim=claim)
    found = signs(page)
    assert (found["near"], found["same_author"]) == (near, same)


def test_names_and_numbers_are_particular_and_no_wording() -> None:
    writer = Writer()
    page = page_of(writer, [("1911 4711 0815 and 1234", "Ash"), ("then 1911 4711 0815 and 1234", "Reed")])
    found = signs(page)
    assert found["particular"] > 0.9
    assert found["wording"] < 0.05


def test_a_quotation_counts_by_the_share_of_it_that_is_found() -> None:
    writer = Writer()
    words = [writer.word() for _ in range(8)]
    others = [writer.word() for _ in range(8)]
    one = " ".join([*writer.words(20), *words, *writer.words(20)])
    whole = page_of(writer, [(one, "Ash"), (f'"{" ".join(words)}"', "Reed")])
    half = page_of(writer, [(one, "Ash"), (f'"{" ".join([*words[:4], *others])}"', "Reed")])
    none = page_of(writer, [(one, "Ash"), (" ".join(words), "Reed")])
    assert signs(whole)["quotation"] > signs(half)["quotation"] > signs(none)["quotation"] == 0


def test_more_of_each_sign_never_counts_against_a_pair_but_names_and_numbers_do() -> None:
    def likely(**given: float) -> float:
        return confidence(Pair(0, 1, Chain((), 0.0), tuple(given.get(sign, 1.0) for sign in SIGNS)))

    for sign in SIGNS:
        more, less = likely(**{sign: 2.0}), likely(**{sign: 0.0})
        assert more < less if sign == "particular" else more > less


def test_confidence_lies_between_nothing_and_certainty() -> None:
    for value in (0.0, 1.0, 50.0):
        assert 0 <= confidence(Pair(0, 1, Chain((), 0.0), (value,) * len(SIGNS))) <= 1
