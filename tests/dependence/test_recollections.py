"""One man's word twice: on oath, and in his own book, which says that he said so."""

from __future__ import annotations

import pytest

from testimonia.dependence import DependenceStage
from testimonia.model import Dependence, DependenceKind, Mode, Voice

from .pages import Writer, page_of

EVIDENCE = "MR. VEREY: Was the lamp lit when she struck? ASH: Not one, sir, from the gallery to the door."


def recalled(words: str, *, author: str = "Ash", claim: str = "THE LIGHT") -> list[Dependence]:
    """What is told of the evidence and another excerpt."""
    page = page_of(Writer(), [])
    excerpt = page.excerpt(EVIDENCE, author="Harbour Board", title="Minutes", claim="THE LIGHT")
    start = excerpt.span.start + EVIDENCE.index("ASH:")
    span = type(excerpt.span)(start, excerpt.span.end)
    page.records.append(Voice("v-turn", excerpt.id, span, "p1", "Ash", Mode.TURN))
    asked = type(span)(excerpt.span.start, start)
    page.records.append(Voice("v-asked", excerpt.id, asked, "p2", "Mr. Verey", Mode.TURN))
    page.excerpt(words, author=author, title="Forty Years a Keeper", claim=claim)
    return list(DependenceStage()(page.book()))


@pytest.mark.parametrize(
    "words",
    [
        "There was always one lit, whatever I told the Inquiry when they had me up.",
        "My answer is the one that I gave his lordship, and the lamp was out.",
        "I said otherwise upon my oath, and have slept badly since she struck.",
    ],
)
def test_who_says_that_he_testified_says_it_again(words: str) -> None:
    (record,) = recalled(words)
    assert record.kind is DependenceKind.DERIVES
    assert "a witness recalls what he testified" in [reason.rule for reason in record.reasons]


@pytest.mark.parametrize(
    ("words", "other"),
    [
        ("There was always one lit on the gallery when she struck.", {}),  # says nothing of having said it
        ("There was one lit, whatever I told the Inquiry.", {"author": "Reed"}),
        ("There was one lit, whatever I told the Inquiry.", {"claim": "ANOTHER"}),
        ("I told the cook that one was lit. The Inquiry was long.", {}),
        ("I never told the Inquiry anything, and have slept badly since.", {}),
        ("I stated in my letter to the committee that the lamp was mine.", {}),
        ("I told my brother, who was a judge of horses, that the lamp was lit.", {}),
        ("He said that my evidence was not wanted about the lamp.", {}),
        ("As counsel for the owners I told the jury that no lamp was lit.", {"author": "Verey"}),
    ],
)
def test_nobody_else_does(words: str, other: dict[str, str]) -> None:
    assert recalled(words, **other) == []
