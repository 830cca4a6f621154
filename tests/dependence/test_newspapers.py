"""What somebody says that the newspapers had, beside the one newspaper under his claim."""

from __future__ import annotations

import pytest

from testimonia.dependence import DependenceStage
from testimonia.model import Work

from .pages import Page, Writer, page_of

NEWS = "We learn that the pilot Hallam has begged the harbour's pardon, and will sail no more."


def told(words: str, *more: str, kind: str = "article-newspaper", claim: str = "THE PARDON") -> list[tuple[str, str]]:
    """The dependent pairs of a page with a paper, perhaps others, and an excerpt of a book."""
    page: Page = page_of(Writer(), [])
    for n, text in enumerate((NEWS, *more)):
        paper = page.excerpt(text, author=f"Gazette{n}", title=f"Gazette{n}", claim="THE PARDON")
        at = next(
            k
            for k, r in enumerate(page.records)
            if isinstance(r, Work) and r.id == page.works[f"Gazette{n}, Gazette{n}"]
        )
        page.records[at] = Work(page.works[f"Gazette{n}, Gazette{n}"], {"type": kind, "title": f"Gazette{n}"}, 1)
        assert paper.claim is not None
    page.excerpt(words, author="Lowe", title="A Pilot's Years", claim=claim)
    return [(record.a, record.b) for record in DependenceStage()(page.book())]


@pytest.mark.parametrize(
    "words",
    [
        "It has been put in the newspapers that he was sorry. He asked nobody's pardon.",
        "The papers said that he was sorry, but he never asked for pardon.",
        "They printed that he was sorry, and had asked for pardon upon his knees.",
        "It was stated by the press that pardon had been asked.",
    ],
)
def test_who_says_what_the_newspapers_had_answers_the_one_that_has_it(words: str) -> None:
    assert told(words) == [("x20", "x21")]


@pytest.mark.parametrize(
    "words",
    [
        "You will have seen something in the newspapers. He asked nobody's pardon.",
        "He read the papers at breakfast and asked nobody's pardon.",
        "It looks well in the papers, such a pardon.",
        "It has been put in the newspapers that he was sorry.",  # of which that paper has nothing
    ],
)
def test_newspapers_in_a_sentence_are_no_source_of_it(words: str) -> None:
    assert told(words) == []


def test_it_must_be_the_one_newspaper_under_the_claim() -> None:
    words = "It has been put in the newspapers that he was sorry. He asked nobody's pardon."
    assert told(words, "The pardon was asked on Monday.") == []
    assert told(words, kind="book") == []
    assert told(words, claim="ANOTHER") == []
