"""Headings of several levels: which state claims, which part the page, which name an author."""

from __future__ import annotations

from collections import Counter

from .headings import HeadingLook
from .units import Item

__all__ = ["tell_levels"]

_BETWEEN_NAMES = frozenset("and & et und y e i и of von van der de la du di da den ter ed eds trans al".split())


def tell_levels(
    items: list[Item], cited: list[bool], look: HeadingLook | None, before: bool
) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Which marks of headings stand for sections, which for the names of authors, which for claims.

    Only where the claims' look is a mark with levels (``##``, ``h3``) are there others to tell apart.
    """
    if look is None or not items:
        return frozenset(), frozenset(), frozenset()
    marks = {item.unit.mark for item in items if item.unit.mark[:1] in "#=_h" and item.unit.mark and item.unit.level}
    if look.mark not in marks:
        if not look.right and not look.wrong:  # stated in a profile: its marks part nothing
            marks -= {item.unit.mark for item in items if look.test(item, 1)}
        return frozenset(marks), frozenset(), frozenset()
    direct: Counter[str] = Counter()
    total: Counter[str] = Counter()
    texts: dict[str, list[str]] = {}
    levels = {item.unit.mark: item.unit.level for item in items if item.unit.mark in marks}
    for i, item in enumerate(items):
        mark = item.unit.mark
        if mark not in marks:
            continue
        total[mark] += 1
        texts.setdefault(mark, []).append(item.text)
        following = items[i + 1] if i + 1 < len(items) else None
        if following is not None and following.unit.mark not in marks:
            direct[mark] += 1
    deeper = [m for m in marks if levels[m] > levels[look.mark]]
    upper = [m for m in marks if levels[m] < levels[look.mark]]
    names = frozenset(m for m in [look.mark, *deeper] if _are_names(texts[m]))
    claims = {look.mark}
    sections = set(upper)
    if look.mark in names and upper:
        parent = max(upper, key=lambda m: levels[m])
        claims = {parent}
        sections.discard(parent)
    else:
        names = names - {look.mark}
    for mark in [*upper, *deeper]:
        if mark in names or mark in claims:
            continue
        # a level that has excerpts of its own as often as not states claims too
        if direct[mark] >= 0.5 * total[mark] and direct[mark] >= 2:
            claims.add(mark)
            sections.discard(mark)
        else:
            sections.add(mark)
    return frozenset(sections), names, frozenset(claims)


def _are_names(texts: list[str]) -> bool:
    """Whether headings are names of authors: capitalised words and little else, met again and again."""
    if len(texts) < 3:
        return False
    named = 0
    for text in texts:
        words = [w for w in text.split() if w.lower().strip(",.") not in _BETWEEN_NAMES]
        named += 0 < len(words) <= 10 and sum(w[0].isupper() for w in words) >= 0.8 * len(words)
    repeated = len(texts) - len(set(texts))
    return named >= 0.9 * len(texts) and repeated >= 0.2 * len(texts)
