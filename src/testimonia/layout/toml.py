"""A profile written out from what was inferred."""

from __future__ import annotations

import json
from collections.abc import Iterable

from ..model import Convention
from .headings import BY_PATTERN, FIRST_HEADING

__all__ = ["write_profile"]

# A pattern stands in the profile that stated it; a lone heading shows no habit to state.
_NOT_STATABLE = (BY_PATTERN, FIRST_HEADING)


def write_profile(conventions: Iterable[Convention]) -> str:
    """TOML text that `read_profile` reads back, each setting with its evidence as a comment."""
    known = {c.name: c for c in conventions}
    lines = ["# How this page is laid out, as testimonia inferred it. Delete what it may infer again.", "[layout]"]
    for name in ("claims", "citations"):
        if name in known and known[name].value not in _NOT_STATABLE:
            lines += [
                f"# {known[name].count} found: {known[name].why}",
                f"{name} = {json.dumps(known[name].value, ensure_ascii=False)}",
            ]
    if "line ends" in known:
        lines += [
            f"# {known['line ends'].why}",
            f"wrapped = {'true' if known['line ends'].value.startswith('wrapped') else 'false'}",
        ]
    lines += [
        "# Instead of a name, a regular expression can find claims or citation lines:",
        '# claims_pattern = "^THESIS [0-9]+"',
        '# citations_pattern = "^Source: "',
    ]
    return "\n".join(lines) + "\n"
