"""A citation as resolving sees it, the full item that it stands for, and what it says anew of the place in that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..model import Reason
from .pointers import Pointer

__all__ = ["OWN", "CitationForm", "Csl", "Resolution", "place_in", "take_over", "without_own"]

Csl = Mapping[str, Any]

# A record is taken over whole except for what each citation says anew.
_PLACE = ("page", "locator", "label")  # where in the source
OWN = (*_PLACE, "volume", "chapter-number", "section", "note")


@dataclass(frozen=True, slots=True)
class CitationForm:
    """A citation as far as resolving needs it: words, what they say, how they point, note number, headings.

    ``labelled`` is what the page calls the excerpt that it closes, word and number: ``("exhibit", "25")``.
    """

    text: str
    csl: Csl
    pointer: Pointer | None = None
    number: str | None = None
    headings: tuple[Csl, ...] = ()
    labelled: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """The full item that a citation stands for, and why; ``csl`` is ``None`` where several would do equally."""

    csl: dict[str, Any] | None
    reasons: tuple[Reason, ...]


def take_over(full: Csl, own: Csl) -> dict[str, Any]:
    """The full item, with what the citation itself says of the place in it."""
    taken = without_own(full)
    for field in OWN:
        if own.get(field):
            taken[field] = own[field]
    return taken


def place_in(csl: Csl) -> dict[str, Any]:
    """Where in its source an item says that the words stand."""
    return {k: csl[k] for k in _PLACE if csl.get(k)}


def without_own(csl: Csl) -> dict[str, Any]:
    """A full item without the place in it."""
    return {k: v for k, v in csl.items() if k not in _PLACE}
