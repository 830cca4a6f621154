"""Other spellings of a name that stand on the page of a base; `answers.spellings` says which these are."""

from __future__ import annotations

from ...answers.spellings import NameParts
from .opened import Base

__all__ = ["name_parts", "spellings_of"]


def spellings_of(base: Base, word: str) -> list[str]:
    """The parts of people's printed names that may be the same name in another romanisation, as printed."""
    return name_parts(base).others(word)


def name_parts(base: Base) -> NameParts:
    """Each part of a name that is printed on the page."""
    return base.lasting(
        "parts of names", lambda: NameParts(name for (name,) in base.rows("select distinct spelling from spellings"))
    )
