"""What a script has to offer, whatever it is: letters, syllables or nothing but a list."""

from __future__ import annotations

from typing import Protocol

from .likeness import Explanation, Likeness

__all__ = ["Script"]


class Script(Protocol):
    """A writing system whose names come romanised. Words are given as printed.

    The comparison of words and names asks every script it knows; a new one is a module with these and an entry in
    `words.known_scripts`.
    """

    name: str

    def lookup_keys(self, word: str) -> frozenset[str]:
        """Keys of which two romanisations of one name share at least one; none where the script cannot have it."""
        ...

    def explain(self, word: str, least: float = 0.0) -> tuple[Explanation, ...]:
        """What the word may romanise, likeliest first; none where nothing shows that it is of this script.

        What is less sure than ``least`` is not looked for.
        """
        ...

    def compare(self, a: str, b: str) -> Likeness | None:
        """Both words as romanisations of one original; ``None`` where there is none. Misprints are no concern of it."""
        ...
