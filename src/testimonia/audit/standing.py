"""Cautions that lie in how the evidence stands there, whatever it says: one witness, a cut, the compiler's bracket."""

from __future__ import annotations

import re
from collections.abc import Sequence

from testimonia.model import Caution, CautionKind, PartKind, Span

from .carrying import Carried
from .exhibits import Exhibit
from .headings import Heading

__all__ = ["standing_cautions"]

_CUT = re.compile(r"\.{3,}|…|\. \. \.")
_DECISIVE = 0.5


def standing_cautions(
    heading: Heading, exhibits: Sequence[Exhibit], parts: Sequence[Carried], origins: int
) -> list[Caution]:
    """Single and dependent witnesses, cuts at the sentence that carries most, and words that only a bracket has."""
    whole = heading.record.place(0, len(heading.text))
    found: list[Caution] = []
    if len(exhibits) == 1:
        found.append(Caution(CautionKind.SINGLE, whole, "The claim rests on one excerpt."))
    elif origins == 1:
        message = f"The {len(exhibits)} excerpts under the claim lead back to one origin."
        found.append(Caution(CautionKind.SINGLE, whole, message))
    elif origins and origins < len(exhibits):
        message = f"The {len(exhibits)} excerpts under the claim count as {origins} origins."
        found.append(Caution(CautionKind.DEPENDENT, whole, message))
    for exhibit in exhibits:
        cut = _cut(exhibit)
        if cut is not None:
            message = "The sentence that carries most of the claim is cut by an ellipsis."
            place = exhibit.record.place(cut.start, cut.end)
            found.append(Caution(CautionKind.CUT, whole, message, exhibit.excerpt.id, place, 0.7))
    for carried in parts:
        if carried.bracketed and carried.part.kind is not PartKind.QUALIFIER:
            message = f"“{carried.part.text}” stands in the evidence only within square brackets."
            span = heading.record.place(carried.part.start, carried.part.end)
            home = next((x.excerpt.id for x in exhibits if x.excerpt.span.contains(carried.evidence[0])), None)
            found.append(Caution(CautionKind.BRACKET, span, message, home, carried.evidence[0], 0.8))
    return found


def _cut(exhibit: Exhibit) -> Span | None:
    best = exhibit.best
    if best is None or exhibit.near(best) < _DECISIVE:
        return None
    line = exhibit.lines[best]
    mark = _CUT.search(exhibit.record.text, line.start, line.end)
    return None if mark is None else Span(*mark.span())
