"""A short citation read again by what it stands for.

Alone, "Inquiry into the Loss, 1912" may be a body's name and "Harbour Board 4, 6" a title. The full record tells which;
what is printed does not change by it, only under which field it goes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .keys import NAME_ROLES, fold, title_key
from .pointers import leading_words, without_commands

__all__ = ["Reread", "reread"]

Csl = Mapping[str, Any]

# the item, and the field of the words that open the citation, with their bounds
Reread = tuple[dict[str, Any], tuple[str, int, int] | None]


def reread(text: str, csl: Csl, full: Csl) -> Reread | None:
    """The printed item with the words that open it where the full one has them; ``None`` where nothing moves."""
    lead = leading_words(text)
    if not lead or not any(c.isalpha() for c in lead):
        return None
    words = _bare(without_commands(lead))
    role = next((r for r in NAME_ROLES if full.get(r)), "author")
    names: Sequence[Mapping[str, str]] = full.get(role) or ()
    start = text.find(lead)
    bounds = (start, start + len(lead))
    known = [str(n.get("literal") or n.get("family") or "") for n in names]
    if known and words in (_bare(" ".join(known)), _bare(known[0])):
        if csl.get(role) or csl.get("author"):
            # a body's name that was cut as a person's
            printed: Sequence[Mapping[str, str]] = csl.get("author") or csl.get(role) or ()
            if len(known) > 1 or len(printed) != 1 or "literal" not in names[0] or "literal" in printed[0]:
                return None
        named = (
            [{"literal": lead}]
            if "literal" in names[0]
            else [{"family": name} for name in known if _bare(name) in words]
        )
        plain = {k: v for k, v in csl.items() if k not in ("title", *NAME_ROLES)}
        if plain.get("container-title") == lead:
            del plain["container-title"]
        return {**plain, "author": named}, ("author", *bounds)
    title = title_key(str(full.get("title") or ""))
    short = title_key(without_commands(lead))
    if short and len(short.whole) > 1 and title.whole[: len(short.whole)] == short.whole and not csl.get("title"):
        plain = {k: v for k, v in csl.items() if k not in NAME_ROLES}
        return {**plain, "title": without_commands(lead)}, ("title", *bounds)
    return None


def _bare(words: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in fold(words)).split())
