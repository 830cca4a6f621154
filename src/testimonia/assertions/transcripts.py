"""Answers: what a short answer of a transcript says, taken from the question that was put.

"Was the bolt put in? — Yes." admits what was asked; "Do you confirm this? — I confirm it." corroborates what was put,
and whose word it was.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .clauses import Clause
from .subjects import Subjects
from .utterances import Reading

if TYPE_CHECKING:
    from .prose import Draft

__all__ = ["Answers", "answers"]


@dataclass(slots=True)
class Answers:
    """The drafts of answers, and the places of the clauses that they take."""

    drafts: list[Draft] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)


def answers(reading: Reading, subjects: Subjects, clauses: list[Clause]) -> Answers:
    """What short answers say."""
    return Answers()
