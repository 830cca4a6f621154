"""Headings that say whose words follow: an author over the excerpts, or a source in full."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ..model import Claim, Sourcebook
from .fields import parse_citation

__all__ = ["Headings"]

Csl = Mapping[str, Any]

# Two to four words with capitals (a particle may stand among them), or "Name, Given".
_NAME = re.compile(
    r"(?:[Bb]y\s+)?((?:[^\W\d_][\w'’.-]*,?\s+)(?:(?:(?:de|von|van|der|la|le|di|da|del|bin|al|ibn)\s+)*"
    r"[^\W\d_][\w'’.-]*\s*){1,3}):?"
)
_PARTICLES = frozenset("de von van der la le di da del bin al ibn".split())
# A name holds no such word; a short thesis may.
_NO_NAME = frozenset(
    "the a an in on at of to by for from with and or not no was is are were had has who why how what when der die das"
    " ein les un une el los il и в не".split()
)
# One thesis of three words reads like a name; a page whose headings nearly all do is laid out by authors.
_MOST = 0.8


class Headings:
    """What the headings above an excerpt say of its source."""

    def __init__(self, book: Sourcebook) -> None:
        self._claims: list[Claim] = sorted(book.claims, key=lambda c: c.span.start)
        self._claim_of = {x.citation: x.claim for x in book.excerpts if x.citation and x.claim}
        self._at = {c.id: i for i, c in enumerate(self._claims)}
        self._said = [_source_in(c.text) for c in self._claims]
        if sum(csl is not None for csl in self._said) < _MOST * len(self._claims):
            self._said = [csl if csl and csl.get("title") else None for csl in self._said]
        self._above: dict[int, tuple[Csl, ...]] = {}

    def above(self, citation: str) -> tuple[Csl, ...]:
        """The authors and sources named above a citation, the nearest first."""
        at = self._at.get(self._claim_of.get(citation) or "")
        if at is None:
            return ()
        if at not in self._above:
            self._above[at] = tuple(self._walk_up(at))
        return self._above[at]

    def _walk_up(self, at: int) -> list[Csl]:
        found = []
        level = self._claims[at].level + 1
        while at >= 0 and level > 1:
            if self._claims[at].level < level:
                level = self._claims[at].level
                said = self._said[at]
                if said:
                    found.append(said)
            at -= 1
        return found


def _source_in(heading: str) -> Csl | None:
    """The author, or the source, that a heading is; ``None`` where it is a statement."""
    words = heading.strip(" *_#.:")
    if any(c.isdecimal() for c in words):
        csl = parse_citation(words).csl
        named = csl.get("author") or csl.get("editor")
        return csl if named and csl.get("title") and csl.get("issued") and csl.get("publisher") else None
    name = _name_in(words)
    return {"author": [name]} if name else None


def _name_in(heading: str) -> dict[str, str] | None:
    """The name that a heading is, whole and nothing else."""
    found = _NAME.fullmatch(heading)
    if not found:
        return None
    name = found.group(1).strip()
    words = name.split()
    if any(w.lower() in _NO_NAME or not (w[0].isupper() or w in _PARTICLES) for w in words):
        return None
    if "," in name:
        family, _, given = name.partition(",")
    else:
        given, _, family = name.rpartition(" ")
    if name.isupper():
        family, given = family.title(), given.title()
    return {"family": family.strip(), "given": given.strip()}
