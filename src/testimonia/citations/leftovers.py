# ruff: noqa: E501 - the patterns are word lists, which broken lines would make harder to read and to add to
"""Words of a citation that no field took."""

from __future__ import annotations

import re

__all__ = ["find_leftover"]

Bounds = tuple[int, int]

_WORDS = re.compile(r"[^\W_]+")
_CONNECTING = frozenset(
    "and und et y e и in dans en by von par por the of p pp page pages pg s vol vols volume no nr ed eds edited trans translated translator translators transl editor editors "
    "al others accessed retrieved tr at print web pág págs págs f ff fol fols l bl c ca ibid see cf from source at с стр т bd hrsg hg dir éd trad by".split()
)
_USUAL_GAPS = frozenset(
    (
        ", p. ",
        ", pp. ",
        "), p. ",
        "), pp. ",
        ". p. ",
        ", page ",
        ", c",
        " and ",
        ", and ",
        " & ",
        ", ed. ",
        ", trans. ",
        ", vol. ",
    )
)


def find_leftover(text: str, start: int, end: int, fields: list[tuple[str, int, int]]) -> list[Bounds]:
    """The stretches between the fields that hold more than connecting words; ``fields`` are in the order of the text."""
    gaps: list[Bounds] = []
    at = start
    for _, a, b in fields:
        if a > at + 2:
            gaps.append((at, a))
        if b > at:
            at = b
    if end > at + 2:
        gaps.append((at, end))
    left: list[Bounds] = []
    for a, b in gaps:
        if text[a:b] in _USUAL_GAPS:
            continue
        found = [m for m in _WORDS.finditer(text, a, b) if m.group().casefold() not in _CONNECTING]
        if found:
            left.append((found[0].start(), found[-1].end()))
    return left
