"""What is said of one spelling, and of two side by side."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

__all__ = ["SAME_NAME", "Explanation", "How", "Likeness"]

SAME_NAME = 0.7
"""From this score on, two spellings are more likely one name than two; the bench's figures are taken here."""


class How(StrEnum):
    """In what way two spellings are alike."""

    SAME = "same"  # letter for letter, but for case, accents and apostrophes
    ROMANISATION = "romanisation"  # one name in another script, romanised by two schemes or habits
    TRANSLATION = "translation"  # one given name as two languages have it, or its short form
    MISPRINT = "misprint"  # a letter or two lost, doubled, swapped or misread
    OTHER_FORM = "other form"  # feminine, inflected, or a word made from the name
    PARTLY = "partly"  # what both print agrees, but one prints less (an initial, a bare surname)
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Explanation:
    """A spelling as the work of one or more schemes.

    ``original`` is the name in its own script as far as the spelling tells; ``None`` where the script cannot be had
    from it (Chinese characters). ``schemes`` are the names of those that yield the spelling from it; ``sound`` is the
    toneless pinyin for Chinese. ``confidence`` (0 to 1) says how much the original looks like a name of that language.
    """

    script: str
    original: str | None
    schemes: tuple[str, ...]
    confidence: float
    sound: str | None = None


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much two spellings look like one name, and why.

    ``score`` runs from 0 to 1; `SAME_NAME` is where one name becomes likelier than two. ``a_schemes`` and
    ``b_schemes`` name the schemes that yield each side from ``original``; empty where habits are mixed or nothing
    is known. ``why`` is one sentence for a reader, ``against`` what speaks against. ``parts`` holds the likenesses
    of the parts of a full name, by name of the part (``family``, ``given``, ``patronymic``).
    """

    score: float
    how: How
    why: str
    against: tuple[str, ...] = ()
    script: str | None = None
    original: str | None = None
    a_schemes: tuple[str, ...] = ()
    b_schemes: tuple[str, ...] = ()
    parts: tuple[tuple[str, Likeness], ...] = field(default=(), repr=False)
