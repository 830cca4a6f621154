"""A fact of proceedings as read, before it is known of which."""

from __future__ import annotations

from dataclasses import dataclass

from testimonia.model import CellKind
from testimonia.words.clauses import Party

__all__ = ["Fact"]


@dataclass(frozen=True, slots=True)
class Fact:
    """Offsets into the record's text. ``needs`` is how sure the proceedings must be for the fact to be kept."""

    kind: CellKind
    start: int
    end: int
    person: Party | None = None
    rule: str = ""
    confidence: float = 0.9
    needs: float = 0.6
    verb: int = -1  # the offset of the verb, for whose word it is
