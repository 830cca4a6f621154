"""What sets the pages of a book is none of its words; what only looks like it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from testimonia.model.fidelity import Fidelity

from .test_quotations import quoted, told

LINES = (
    "Old Hobday kept the key and the\nconstable knew it, for he had",
    "seen him come and go by the lane. The wheel had been\ntaken off its shaft; the sluice, which",
    "was re-hung in the spring of 1884, had\nbeen forced with a bar. Nobody had heard",
    "anything, and nothing more was\nsaid of it until the assizes.",
    "He came to the bench in a borrowed\ncoat and spoke so low that",
    "the clerk asked him twice to begin again.",
)
QUOTED = (
    "The wheel had been taken off its shaft; the sluice, which was re-hung in the spring of 1884, had been forced with"
)


def book(between: Callable[[int], str]) -> str:
    """The lines, with what sets a page between them."""
    return LINES[0] + "".join(between(n) + words for n, words in enumerate(LINES[1:], 40))


PAGES: dict[str, Callable[[int], str]] = {
    "a number and a head": lambda n: f"\n\n{n}\n\nThe Long Mill\n\n",
    "a number before a head": lambda n: f"\n\n{n} THE LONG MILL\n\n",
    "a number behind a head": lambda n: f"\nTHE LONG MILL          {n}\n",
    "heads that change": lambda n: f"\n{n} THE LONG MILL\n" if n % 2 else f"\nHOBDAY AND THE KEY {n}\n",
    "a chapter's head": lambda n: f"\n\f\nChap. IV] THE LONG MILL {n}\n\n",
    "a head alone": lambda _: "\n\nTHE LONG MILL\n\n",
    "lines of Windows": lambda n: f"\r\n\r\n{n}\r\n\r\nThe Long Mill\r\n\r\n",
    "a number with a word": lambda n: f"\n\nPage {n} of 300\n\n",
    "numbers in brackets": lambda n: f" [{n}] ",
    "numbers in braces": lambda n: f" {{{n}}} ",
    "words in brackets": lambda n: f" [Pg {n}] ",
    "a comment": lambda n: f"\n\n<!-- page {n} -->\n\n",
    "a tag": lambda n: f'\n\n<span id="p{n}"></span>\n\n',
}


@pytest.mark.parametrize("between", PAGES.values(), ids=PAGES)
def test_what_stands_between_pages_is_no_part_of_a_sentence(between: Callable[[int], str]) -> None:
    found = quoted(QUOTED, book(between))
    assert found is not None
    assert found.fidelity is Fidelity.VERBATIM
    assert told(QUOTED.replace("1884", "1885"), book(between)) == [("changed", "1885", "1884", ("date",))]


def test_numbers_that_lines_begin_with_part_no_pages() -> None:
    odd = iter(("7 boats", "31 men of", "2 keys", "90 sacks", "16 carts"))
    text = book(lambda n: f"\nThere lay\n{next(odd)}\n\n{n}\n\nThe Long Mill\n\nand\n")
    words = QUOTED.replace("which was", "which There lay 31 men of and was")
    assert told(words, text) == []


def test_notes_at_the_foot_of_a_page_are_left_out_and_numbers_in_the_text_are_not() -> None:
    text = """The wheel had been taken off its shaft;* the sluice,
which was re-hung in the spring of 1884, had been

* By whom is not known.

41

THE LONG MILL

forced with a bar. Nobody had heard anything.2 They came and

2 See the County Record for that year, where
the owner is named.

42

THE LONG MILL

went as they liked, he says, in the company of
12 men and

43

the rest were no better.
"""
    words = (
        "The wheel had been taken off its shaft; the sluice, which was re-hung in the spring of 1884, had been forced "
        "with a bar. Nobody had heard anything. They came and went as they liked, he says, in the company of 12 men "
        "and the rest were no better."
    )
    assert told(words, text) == []
    assert told(words.replace("12", "14"), text) == [("changed", "14", "12", ("number",))]


def each(words: str, *fillings: tuple[object, ...]) -> str:
    return "\n".join(words.format(*filling) for filling in fillings)


@pytest.mark.parametrize(
    ("text", "words", "altered"),
    [
        (  # articles
            each("ARTICLE {}\n\nThe {} of the guild shall keep the box from {} for a year.\n",
                 (1, "warden", "Lammas"), (2, "clerk", "Easter"), (3, "porter", "Yule")),
            "The clerk of the guild shall keep the box from Easter for a year. ARTICLE 3 The porter of the guild",
            ("3", "4"),
        ),
        (  # paragraphs of a judgment
            each("[{}] The {} was heard and said that he had kept the box for a {} and no more.\n",
                 (41, "warden", "month"), (42, "clerk", "week"), (43, "porter", "year")),
            "[42] The clerk was heard and said that he had kept the box for a week and no more. [43] The porter was",
            ("week", "day"),
        ),
        (  # a refrain
            each("We went by {} and came by {}\nLow lies the ferry, low\nand no man asked us what we bore",
                 ("moss", "moor"), ("sand", "sea"), ("hill", "holm"), ("road", "rill")),
            "We went by sand and came by sea\nLow lies the ferry, low\nand no man asked us what we bore",
            ("ferry", "barge"),
        ),
        (  # a diary
            each("Monday {}\n\nthe wind was in the {} and no boat {}\n",
                 (3, "east", "went out"), (10, "north", "came in"), (17, "west", "was lost")),
            "the wind was in the north and no boat came in. Monday 17 the wind was in the west and no boat was lost",
            ("17", "18"),
        ),
        (  # a table
            each("{} Wheat {}", (1881, 44), (1882, 45), (1883, 47), (1884, 41)),
            "1881 Wheat 44 1882 Wheat 45 1883 Wheat 47 1884 Wheat 41",
            ("47", "57"),
        ),
        (  # years on lines of their own
            "The bridge was begun in\n1884\nand was open by the winter of\n1886\nwhen the toll was put at a penny.",
            "The bridge was begun in 1884 and was open by the winter of 1886 when the toll was put at a penny",
            ("1886", "1887"),
        ),
        (  # letters for numbers
            "The clerk wrote that a<b and b>c and five were all he knew of sums, and the bench believed him.",
            "The clerk wrote that a<b and b>c and five were all he knew of sums, and the bench believed him.",
            ("b and b", "b"),
        ),
    ],
)  # fmt: skip
def test_what_looks_like_it_is_text(text: str, words: str, altered: tuple[str, str]) -> None:
    assert told(words, text) == []
    assert told(words.replace(*altered), text) != []


def test_notes_that_were_raised_or_stand_in_brackets_behind_a_word_are_no_words() -> None:
    text = "The wheel had been taken off its shaft,[12] the sluice had been forced with a bar³ of iron."
    assert told("The wheel² had been taken off its shaft, the sluice had been forced with a bar of iron", text) == []
    words = "The wheel had been taken off its shaft, the [2] sluice had been forced with a bar of iron"
    assert [what[:2] for what in told(words, text)] == [("bracketed", "2")]
