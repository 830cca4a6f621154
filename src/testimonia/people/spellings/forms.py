"""Forms of one surname that are not spellings of it: feminine, inflected, and words made from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

__all__ = ["OTHER_FORM", "plainer_forms"]

OTHER_FORM = 0.5
"""What a pair of forms scores: the same family name, most often not the same person."""

_FORMS: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (re.compile(pattern), replacement, kind)
    for pattern, replacement, kind in (
        (r"((?:o|e|yo|ye|ie|ё|ë)[vw]|(?:i|y)n)a$", r"\1", "feminine form"),
        (r"(sk|[tc]k|zk)(?:aya|aia|aja|aïa|aja|a)$", r"\1y", "feminine form"),
        (r"([bdfghklmnprstvwz])aya$", r"\1y", "feminine form"),
        (r"((?:o|e|yo|ye|ie)[vw]|(?:i|y)n)(?:u|ym|im|oi|oy|oju|oyu|ykh|ych|ym[iy])$", r"\1", "inflected form"),
        (r"(sk|[tc]k)(?:ogo|omu|im|om|oi|oy|oju|oyu|ikh|imi)$", r"\1y", "inflected form"),
        (r"(ov|ev|in|sk|[cst]k)(?:i|y|ii|iy)?(?:te|st|sm|ites?|ists?|ism|ian|ians)$", r"\1", "word made from the name"),
        (r"(\w{3,}ia|\w{4,}e)a?n$", r"\1", "word made from the name"),
        (r"(\w{4,})ian$", r"\1", "word made from the name"),
        (r"(ов|ев|ёв|ин|ын)а$", r"\1", "feminine form"),
        (r"(ск|цк)ая$", r"\1ий", "feminine form"),
        (r"(ов|ев|ёв|ин|ын)(?:у|ым|ой|е|ых|ыми)$", r"\1", "inflected form"),
        (r"(ск|цк)(?:ого|ому|им|ом|ой|их)$", r"\1ий", "inflected form"),
        (r"([^s])s$", r"\1", "plural"),
    )
)


@lru_cache(maxsize=16384)
def _plainer(folded: str) -> tuple[tuple[str, str], ...]:
    found = []
    for pattern, replacement, kind in _FORMS:
        plainer, changed = pattern.subn(replacement, folded)
        if changed and len(plainer) >= 3:
            found.append((plainer, kind))
    return tuple(found)


def plainer_forms(folded: str) -> Iterator[tuple[str, str]]:
    """The forms that the folded word may be made from, each with what the word would be of it.

    >>> list(plainer_forms("petrova"))
    [('petrov', 'feminine form')]
    """
    yield from _plainer(folded)
