"""The kind of a pair by how its words answer each other and by whose they are."""

from __future__ import annotations

import pytest

from testimonia.dependence.kinds import Likeness, kind_of
from testimonia.dependence.sides import Side
from testimonia.model import DependenceKind, Excerpt, Span

EXCERPT = Excerpt("x", Span(0, 1), "x", None, None)


def side(work: str | None = "w1", author: str = "ash", document: str | None = None) -> Side:
    return Side(EXCERPT, None, work, frozenset({author}), frozenset({document} if document else ()))


@pytest.mark.parametrize(
    ("left", "right", "like", "kind"),
    [
        (side(), side(), Likeness(1.0, 40, 20, 1.0, (0.0, 0.0)), DependenceKind.DUPLICATE),
        (side(), side(), Likeness(1.0, 10, 20, 0.2, (0.0, 1.0)), DependenceKind.REQUOTE),
        (side(), side("w2", "reed"), Likeness(1.0, 20, 20, 1.0, (0.0, 0.0)), DependenceKind.REQUOTE),
        (side(), side("w2", "reed"), Likeness(0.9, 8, 20, 0.1, (0.0, 1.0)), DependenceKind.REQUOTE),
        (
            side(),
            side("w2", "reed"),
            Likeness(0.4, 30, 20, 0.9, (0.0, 0.0)),
            DependenceKind.REQUOTE,
        ),  # through an ellipsis
        (
            side(),
            side("w2", "reed"),
            Likeness(0.5, 9, 20, 0.3, (0.0, 0.9)),
            DependenceKind.REQUOTE,
        ),  # chance words beside it
        (side(), side("w2", "reed"), Likeness(0.5, 4, 20, 0.9, (1.0, 1.0)), DependenceKind.SAME_DOCUMENT),
        (side(), side("w2", "reed"), Likeness(0.5, 4, 20, 0.9, (1.0, 0.0)), DependenceKind.DERIVES),
        (
            side(document="d1"),
            side("w2", "reed", "d1"),
            Likeness(0.5, 4, 20, 0.9, (0.0, 0.0)),
            DependenceKind.SAME_DOCUMENT,
        ),
        (side(), side("w2"), Likeness(0.9, 12, 20, 0.3, (0.0, 0.0)), DependenceKind.DERIVES),  # tells it again
        (side(), side("w2"), Likeness(0.5, 4, 20, 0.95, (0.0, 0.0)), DependenceKind.SAME_DOCUMENT),  # two editions
        (side(), side(), Likeness(0.5, 9, 60, 1.0, (0.0, 0.0)), DependenceKind.SAME_DOCUMENT),  # of one work
        (side(), side(), Likeness(0.2, 3, 60, 1.0, (0.0, 0.0)), DependenceKind.DERIVES),
        # a few words that nobody quotes; the same in marks
        (side(), side("w2", "reed"), Likeness(1.0, 4, 4, 0.1, (0.0, 0.0)), DependenceKind.DERIVES),
        (side(), side("w2", "reed"), Likeness(1.0, 4, 4, 0.1, (1.0, 0.0)), DependenceKind.REQUOTE),
        # quoted with small changes; told again by the same author
        (side(), side("w2", "reed"), Likeness(0.7, 2, 7, 0.1, (0.0, 1.0)), DependenceKind.REQUOTE),
        (side(), side("w2"), Likeness(0.7, 2, 7, 0.1, (0.0, 1.0)), DependenceKind.DERIVES),
        # two translations of which nothing says that they are documents; a retelling
        (side(), side("w2", "reed"), Likeness(0.5, 9, 60, 0.5, (0.0, 0.0)), DependenceKind.SAME_DOCUMENT),
        (side(), side("w2", "reed"), Likeness(0.3, 4, 60, 0.5, (0.0, 0.0)), DependenceKind.DERIVES),
        (
            side(None),
            side(None, "reed"),
            Likeness(1.0, 40, 20, 1.0, (0.0, 0.0)),
            DependenceKind.REQUOTE,
        ),  # no work told
    ],
)
def test_kinds(left: Side, right: Side, like: Likeness, kind: DependenceKind) -> None:
    assert kind_of(left, right, like) is kind
    assert kind_of(right, left, Likeness(like.same, like.run, like.long, like.whole, like.quoted[::-1])) is kind
