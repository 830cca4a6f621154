"""When, where, how much, and what qualifies a statement."""

from __future__ import annotations

import pytest

from testimonia.assertions.circumstances import Circumstances
from testimonia.model import Claim, Dating, Mention, Sourcebook, Span
from testimonia.testing import make_book


def book_of(text: str, *, name: str | None = None, date: tuple[str, str] | None = None) -> Sourcebook:
    book = make_book(text, claims=[text])
    claim = book.of(Claim)[0]
    if name is not None:
        start = text.index(name)
        book.add([Mention("m", Span(start, start + len(name)), name, claim.id, "p")])
    if date is not None:
        words, edtf = date
        start = text.index(words)
        span = Span(start, start + len(words))
        book.add([Dating("d", span, words, edtf, "day", claim.id, "compiler", "")])
    return book


def where(text: str, name: str | None = None) -> str | None:
    book = book_of(text, name=name)
    found, span = Circumstances(book).where(Span(0, len(text)))
    assert (found is None) == (span is None)
    assert span is None or span.cut(text) == found
    return found


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("He met her in Lisbon last May", "Lisbon"),
        ("HE MET HER IN LISBON", "LISBON"),
        ("They came from Rotterdam to the sea", "Rotterdam"),
        ("He was shot at the railway station", "railway station"),
        ("He died in prison", "prison"),
        ("She lived near Carrow Street", "Carrow Street"),
        ("He hid it in his own apartment", "own apartment"),
        ("She had it in the kitchen", None),
        ("It was done in order to please her", None),
        ("He believed in the Party", None),
        ("They spoke in the Lisbon trial", None),
        ("He wrote to the office of the firm", None),
        ("In fact he knew it", None),
    ],
)
def test_a_place_is_a_name_or_what_it_is(text: str, place: str | None) -> None:
    assert where(text) == place


def test_a_persons_name_is_no_place() -> None:
    assert where("He believed in London and wept", name="London") is None


@pytest.mark.parametrize(
    ("text", "date", "edtf"),
    [
        ("He fled in May 1911 to her", ("May 1911", "1911-05"), "1911-05"),
        ("The 1911 defendants wept", ("1911", "1911"), None),  # tells whom, not when
        ("The 1911 trial was fair", ("1911", "1911"), None),
        ("He fled in 1911", ("1911", "1911"), "1911"),
        ("He fled on the 17th", ("the 17th", "XXXX-XX-17"), None),  # nothing says which year
    ],
)
def test_a_date_is_when_it_was(text: str, date: tuple[str, str], edtf: str | None) -> None:
    book = book_of(text, date=date)
    found, span = Circumstances(book).when(Span(0, len(text)))
    assert found == edtf
    assert (span is None) == (edtf is None)


def test_a_date_outside_the_words_is_not_theirs() -> None:
    text = "He fled. It was 1911."
    assert Circumstances(book_of(text, date=("1911", "1911"))).when(Span(0, 8)) == (None, None)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He was paid 3,000 rubles for it", "3,000 rubles", 3000),
        ("The wreck of 61 lives", "61 lives", 61),
        ("Two men got £21 each", "£21", 21),  # a sum before a number of men
        ("He was paid well", None, None),
    ],
)
def test_a_sum_comes_before_another_number(text: str, words: str | None, value: float | None) -> None:
    amount = Circumstances(book_of(text)).amount(Span(0, len(text)))
    assert (amount.text if amount else None, amount.value if amount else None) == (words, value)


@pytest.mark.parametrize(
    ("text", "markers"),
    [
        ("He allegedly robbed her", [("hedge", "allegedly")]),
        ("He was, as it were, dismissed", [("hedge", "as it were")]),
        ("It might be that he did not do it", [("hedge", "might be"), ("negation", "not")]),
        ("HE NEVER ROBBED ANYBODY", [("negation", "NEVER")]),
        ("He didn’t, so to speak, rob her", [("negation", "didn’t"), ("hedge", "so to speak")]),
        ("Oddly enough he paid", [("irony", "Oddly enough")]),
        ("She did it as it. Were they there?", []),  # the end of a sentence lies between
        ("He robbed her", []),
    ],
)
def test_no_qualifying_word_is_dropped(text: str, markers: list[tuple[str, str]]) -> None:
    found = Circumstances(book_of(text)).markers(Span(0, len(text)))
    assert [(m.kind.value, m.text) for m in found] == markers
    assert all(m.span.cut(text) == m.text for m in found)
