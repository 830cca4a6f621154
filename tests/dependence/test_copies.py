"""A passage that many excerpts quote word for word is no common phrase: all of them count once."""

from __future__ import annotations

import random

import pytest

from testimonia.dependence import DependenceStage
from testimonia.testing import make_book

_WORDS = [first + second for first in "bal cor dun fer gol hin jas kel lom mur".split() for second in
          "da ket lin mo pes rin sa tov ul wen".split()]  # fmt: skip
_CLAIM = "THE PILOT SLEPT"
_ENDINGS = ("", "a", "en", "is", "or")


def _sentence(rng: random.Random, length: int) -> str:
    return " ".join(rng.choice(_WORDS) + rng.choice(_ENDINGS) for _ in range(length)).capitalize() + "."


@pytest.mark.parametrize(("copies", "among"), [(5, 60), (12, 60), (30, 60), (60, 60)])
def test_however_many_copy_a_passage_each_copy_is_tied(copies: int, among: int) -> None:
    rng = random.Random(7)
    passage = _sentence(rng, 40)
    texts = [
        " ".join((_sentence(rng, 12), passage if n < copies else _sentence(rng, 40), _sentence(rng, 12)))
        for n in range(among)
    ]
    page, claim = "\n".join((_CLAIM, *texts)), [_CLAIM]
    book = make_book(page, claims=claim, excerpts=[(text, _CLAIM, None) for text in texts])
    tied = {id_ for pair in DependenceStage()(book) for id_ in (pair.a, pair.b)}
    assert tied == {excerpt.id for excerpt in book.excerpts[:copies]}
