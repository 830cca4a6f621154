"""How much letters look like a name of their language: by their end, and by which of them stand side by side."""

from __future__ import annotations

from functools import lru_cache

from .schemes import Alphabet

__all__ = ["BEST_LOOKS", "Looks"]

BEST_LOOKS = 0.9  # of an end that hardly another language has
_WEAK_LOOKS = 0.5  # of an end that other languages have too
_UNMET = 0.1  # two letters side by side that are met in no listed name
_ODD_START, _ODD_PAIR, _ODD_TRIPLE = 0.3, 0.15, 0.25  # runs of letters that are met in no listed name


class Looks:
    """What names of one language look like in its own letters.

    ``apart`` has what two letters cost that the language hardly has side by side.
    """

    def __init__(self, alphabet: Alphabet) -> None:
        self._alphabet = alphabet
        self.apart = {
            one + other: _UNMET
            for one in alphabet.letters
            for other in alphabet.letters
            if not self._is_met(one, other)
        }
        self.apart |= {run: cost for run, cost in alphabet.unlikely if len(run) == 2 and not run.endswith("$")}
        self._unlikely_ends = [(run[:-1], cost) for run, cost in alphabet.unlikely if run.endswith("$")]

    def plausibility(self, letters: str) -> float:
        """How much an original looks like a name of the language: by its end (0.9, 0.5), or 0 where nothing shows."""
        if len(letters) >= 4:
            if letters.endswith(self._alphabet.strong):
                return BEST_LOOKS
            if letters.endswith(self._alphabet.weak):
                return _WEAK_LOOKS
        return 0.0

    @lru_cache(maxsize=16384)  # noqa: B019  a language lives as long as the program
    def oddness(self, letters: str) -> float:
        """How little the letters of an original go together as they do in names: 0 where all have been met."""
        runs = self._alphabet.runs
        word = letters.lower().replace("ё", "е")
        vowels = self._alphabet.vowels
        start = 0
        while start < len(word) and word[start] not in vowels:
            start += 1
        odd = _ODD_START if start and word[:start] not in runs["starts"] else 0.0
        for at in range(len(word)):
            if not self._is_met(word[at], word[at + 1 : at + 2] or "$"):
                odd += _ODD_PAIR
            triple = word[at : at + 3]
            if (
                len(triple) == 3
                and triple not in runs["triples"]
                and not any(letter in vowels or letter in self._alphabet.signs for letter in triple)
            ):
                odd += _ODD_TRIPLE
        return odd

    def _is_met(self, one: str, other: str) -> bool:
        """Whether two letters (``$``: the end) stand side by side in names; a vowel does beside most consonants."""
        if (one + other).replace("ё", "е") in self._alphabet.runs["pairs"]:
            return True
        vowels, plain_vowels = self._alphabet.vowels, "аеоуиі"
        if one in vowels:
            return other not in vowels and other not in self._alphabet.signs and other != "$"
        return other in plain_vowels and one not in self._alphabet.signs

    def unlikely_end(self, letters: str) -> float:
        """What the end costs that names of the language hardly have."""
        return sum(cost for end, cost in self._unlikely_ends if letters.endswith(end))

    def restored(self, letters: str) -> str:
        """The original with the soft signs that the language always has there."""
        marked = letters + "$"
        for without, with_sign in self._alphabet.restore:
            marked = marked.replace(without, with_sign if not without.endswith("$") else with_sign + "$")
        return marked.removesuffix("$")
