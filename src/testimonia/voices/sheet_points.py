"""A stretch of lines that may be a document printed whole, and what speaks for it: each line is worth some points."""

from __future__ import annotations

from dataclasses import dataclass, field

from testimonia.model import DocumentType, Reason
from testimonia.words.dates import DateExpression

from .document_lines import Line, LineKind
from .document_signers import Signer
from .scene import Actor, Scene

__all__ = ["ENOUGH", "HEAD", "SALUTES", "WHY", "Sheet", "count"]

ENOUGH = 3  # points that make lines a document
HEAD = frozenset({LineKind.FIELD, LineKind.TITLE, LineKind.MARK, LineKind.DATELINE, LineKind.ADDRESS, LineKind.PLATE})
SALUTES = frozenset({LineKind.SALUTATION, LineKind.TO_MANY, LineKind.RUN_IN})
_POINTS = {
    LineKind.DATELINE: 1,
    LineKind.ADDRESS: 1,
    LineKind.TITLE: 2,
    LineKind.SALUTATION: 2,
    LineKind.RUN_IN: 1,
    LineKind.SIGNED: 2,
    LineKind.FAREWELL: 2,
    LineKind.ATTESTED: 1,
}
WHY = {
    LineKind.FIELD: "fields head it",
    LineKind.TITLE: "a title stands over it",
    LineKind.DATELINE: "place and date head it",
    LineKind.ADDRESS: "a line says to whom",
    LineKind.SALUTATION: "a salutation opens it",
    LineKind.RUN_IN: "a salutation opens it",
    LineKind.FAREWELL: "a farewell closes it",
    LineKind.SIGNED: "it is signed",
    LineKind.ATTESTED: "it is attested",
}


@dataclass(slots=True)
class Sheet:
    """A stretch of lines, ``first`` to before ``stop``, of which those from ``body`` on are no head."""

    first: int
    body: int
    stop: int
    points: int = 0
    type: DocumentType | None = None
    signer: Signer | None = None
    signed: bool = False  # whether its last line is known
    addressee: Actor | None = None
    date: DateExpression | None = None
    reasons: list[Reason] = field(default_factory=list)


def count(scene: Scene, sheet: Sheet, line: Line, points: int | None = None) -> None:
    """Count a line for the stretch, with the reason; ``points`` where it is worth others than its kind."""
    worth = _POINTS.get(line.kind, 0) if points is None else points
    why = WHY.get(line.kind)
    if why is not None:
        sheet.points += worth
        sheet.reasons.append(scene.reason(why, line.start, line.end))
