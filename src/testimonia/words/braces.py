"""Braces as typesetting languages have them: nested, and none where a backslash stands before it."""

from __future__ import annotations

import re

__all__ = ["end_of_braces"]

_BRACE = re.compile(r"\\.|[{}]", re.S)


def end_of_braces(text: str, at: int, most: int) -> int:
    r"""Behind what closes the brace that opens at ``text[at]``, no more than ``most`` code points on; 0 for nowhere.

    >>> end_of_braces(r"{a {b} \} c} d", 0, 100)
    12
    """
    depth = 0
    for found in _BRACE.finditer(text, at, min(len(text), at + most)):
        depth += {"{": 1, "}": -1}.get(found.group(), 0)
        if not depth:
            return found.end()
    return 0
