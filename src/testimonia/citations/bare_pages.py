"""Pages that stand bare behind a title: ``Inquiry into the Loss 31 (1912)``, ``Marlow, Ice Road 44``.

One such string does not tell whether the number belongs to the title. Several do: where the same words are met with
other numbers, or without any, the numbers are pages.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from .keys import NAME_ROLES, fold
from .parsed import ParsedCitation

__all__ = ["settle_bare_pages"]

_ENDS_IN_NUMBER = re.compile(
    r"(?P<front>.*[^\W\d_][”\"’»).?!]?),?\s(?P<page>(?!(?:1[4-9]|20)\d\d\b)\d{1,4}(?:\s?[-–]\s?\d{1,4})?(?:,\s\d{1,4}(?:[-–]\d{1,4})?)*)$"
)
# after these a number counts volumes or papers
_COUNTS = re.compile(
    r"\b(?:vols?|volumes?|no|nos|nr|parts?|books?|chapters?|ch|documents?|doc|papers?|letters?|reports?|files?|box|boxes|folders?|bundles?|cartons?|reels?|tapes?|sides?|series|issue"
    r"|bd|band|teil|heft|tome|t|livre|partie|том|т|часть|ч|кн|вып|№)\.?$",
    re.IGNORECASE,
)
_FEWEST = 2  # numbers behind the same words


def settle_bare_pages(texts: Sequence[str], parsed: Sequence[ParsedCitation]) -> list[ParsedCitation]:
    """The citations with numbers behind their titles read as pages where the page as a whole tells that they are."""
    fronts: dict[tuple[Any, ...], set[str]] = defaultdict(set)
    found: list[tuple[tuple[Any, ...], re.Match[str]] | None] = []
    whole = {_key(q.csl, str(q.csl["title"])) for q in parsed if q.csl.get("title")}
    for q in parsed:
        match = _bare(q)
        if match is None:
            found.append(None)
            continue
        key = _key(q.csl, match["front"])
        fronts[key].add(match["page"])
        found.append((key, match))
    settled = []
    for text, q, at in zip(texts, parsed, found, strict=True):
        if at is None or (len(fronts[at[0]]) < _FEWEST and at[0] not in whole):
            settled.append(q)
        else:
            settled.append(_with_page(text, q, at[1]))
    return settled


def _bare(parsed: ParsedCitation) -> re.Match[str] | None:
    csl = parsed.csl
    if not csl.get("title") or csl.get("container-title") or csl.get("volume"):
        return None
    match = _ENDS_IN_NUMBER.match(str(csl["title"]))
    return None if match is None or _COUNTS.search(match["front"]) else match


def _key(csl: dict[str, Any], title: str) -> tuple[Any, ...]:
    names = tuple(str(n.get("family") or n.get("literal")) for role in NAME_ROLES for n in csl.get(role) or ())
    return names, fold(title).strip(" .,;:"), str(csl.get("issued") or "")


def _with_page(text: str, parsed: ParsedCitation, match: re.Match[str]) -> ParsedCitation:
    bounds = next(((a, b) for name, a, b in parsed.fields if name == "title"), None)
    if bounds is None:
        return parsed
    at = text.rfind(match["page"], *bounds)
    if at < 0:
        return parsed
    last = parsed.locator[1] if parsed.locator else at + len(match["page"])
    if parsed.locator and text[at + len(match["page"]) : parsed.locator[0]].strip(" ,"):
        return parsed  # a page of its own, elsewhere
    end = at
    while end > bounds[0] and text[end - 1] in " ,*_'\n":
        end -= 1
    fields = [f for f in parsed.fields if f[0] not in ("title", "page")]
    fields += [("title", bounds[0], end), ("page", at, last)]
    csl = {**parsed.csl, "title": match["front"], "page": text[at:last]}
    return replace(parsed, csl=csl, fields=tuple(sorted(fields, key=lambda f: f[1:])), locator=(at, last))
