"""Why a record is as it is."""

from __future__ import annotations

from dataclasses import dataclass

from .span import Span

__all__ = ["Reason"]


@dataclass(frozen=True, slots=True)
class Reason:
    """The rule that led to a record and the words it rests on.

    ``rule`` is one plain phrase for a reader ("same author and title, other year"); ``span`` is
    ``None`` where the reason lies in the whole page and not in one place.
    """

    rule: str
    words: str = ""
    span: Span | None = None
