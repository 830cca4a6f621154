"""Words of a text that may be a name."""

from __future__ import annotations

from dataclasses import dataclass, field

from .tokens import Tokens

__all__ = ["SUFFIXES", "Candidate"]

SUFFIXES = frozenset("jr sr jnr snr ii iii iv esq".split())


@dataclass(slots=True)
class Candidate:
    """Words ``first`` to ``last`` of a text that may be a name.

    ``key`` stands for the word that carries it (the family name, or the only word), in small letters. ``titles`` are
    the words before it that are titles or callings, nearest last. ``given`` says that initials or a forename
    stand before the family name; ``weak`` that the word that carries it is one of the language, or a title.
    ``marks`` are features that only the cutting knows; ``part`` is where it stands in the text if it is but a part of
    a word with hyphens.
    """

    tokens: Tokens
    first: int
    last: int
    key: str
    titles: tuple[int, ...] = ()
    given: bool = False
    inverted: bool = False
    weak: bool = False
    part: tuple[int, int] | None = None
    marks: tuple[str, ...] = ()
    features: list[str] = field(default_factory=list)
    score: float = 0.0

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        if self.part is not None:
            return self.part[0]
        return self.tokens.starts[self.first]

    @property
    def end(self) -> int:
        """Where it ends in the text, full stops of initials and suffixes taken in, possessive left out."""
        if self.part is not None:
            return self.part[1]
        end = self.tokens.ends[self.last]
        word = self.tokens.words[self.last]
        stop = self.tokens.text[end : end + 1] == "."
        if stop and (len(word) == 1 or word.casefold() in SUFFIXES):
            return end + 1
        return end

    @property
    def text(self) -> str:
        """Its words as printed."""
        return self.tokens.text[self.start : self.end]
