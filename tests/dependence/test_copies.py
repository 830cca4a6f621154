"""A passage that many excerpts quote word for word is no common phrase: all of them count once."""

from __future__ import annotations

import random
from array import array

import pytest

from testimonia.dependence import DependenceStage
from testimonia.dependence.copies import RUN
from testimonia.dependence.rarity import Rarity
from testimonia.dependence.readings import Reading
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


def test_two_copied_runs_may_stand_side_by_side_in_one_excerpt_alone() -> None:
    one, other = range(RUN), range(RUN, 2 * RUN)
    rows = [*[[*one, 100 + n] for n in range(9)], *[[*other, 200 + n] for n in range(9)], [*one, *other]]
    readings = [Reading(array("I", row), array("I", range(len(row))), array("I", range(len(row)))) for row in rows]
    rarity = Rarity(readings, 300)
    assert all(count >= 0 for count in rarity.pairs.values())
    assert (RUN - 1) * 300 + RUN + 300 not in rarity.pairs
