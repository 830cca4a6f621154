"""English words that are no words, where what was meant can be seen.

A word is suspect if it stands in small letters, once or twice on the page, and is not in the list, neither as it is nor
taken apart. It is reported only if one slip of a scanner or typist leads from a known word to it: a letter doubled,
added, swapped or mistaken for one of its shape, or a space lost.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from testimonia.words.lexicon import is_english_word

__all__ = ["Speller"]

LONGEST = 40  # letters; no word is longer
SHORTEST_LOOK_ALIKE = 4  # letters, where a letter mistaken for one of its shape leads to a word of the page
SHORTEST = 5  # letters; of shorter words too many are one letter apart
OWN = 3  # a word met so often is the page's own
MET = 3  # times that the meant word is met on the page, where the slip alone does not prove it
_PREFIXES = tuple(
    "un re over under counter sub mis non inter post anti pre pro out semi self super trans up fore after "
    "dis in de".split()
)
_SUFFIXES = tuple(
    "s es ist ists ism isms er ers or ors izing izes ising ised less ness nesses like ish wise able ably "
    "ing ings ed al ally ic ity ities ization ized "
    "izer izers ful fully ful ly ship ships dom hood ward wards ette y ies ied ian ians ite ites cy cies "
    "nik niks".split()
)
_LOOK_ALIKE = (
    ("rn", "m"),
    ("m", "rn"),
    ("cl", "d"),
    ("d", "cl"),
    ("vv", "w"),
    ("ii", "n"),
    ("li", "h"),
    ("c", "e"),
    ("e", "c"),
    ("u", "n"),
    ("n", "u"),
    ("h", "b"),
    ("b", "h"),
    ("l", "i"),
    ("i", "l"),
    ("f", "t"),
    ("t", "f"),
    ("o", "c"),
    ("c", "o"),
    ("v", "y"),
    ("y", "v"),
    ("ln", "in"),
    ("lt", "it"),
    ("tb", "th"),
    ("fi", "fl"),
    ("a", "o"),
    ("s", "a"),
)
_FIRST_HALVES = (
    "ing",
    "ed",
    "ly",
    "ous",
    "ful",
    "able",
    "ible",
    "ive",
    "al",
    "tion",
    "ment",
    "ness",
    "ity",
    "ant",
    "ent",
    "ary",
)
_FUNCTION = frozenset(
    "the of and to in that with for from his her their was were had has have this which not but they she "
    "would could been into".split()
)


class Speller:
    """Judges the words of one page: ``counts`` are its words bare of signs, ``tokens`` the page cut at its spaces,
    ``bare`` the distinct ones among them, each with its word."""

    def __init__(self, counts: Counter[str], tokens: Sequence[str], bare: Mapping[str, str]) -> None:
        self.counts = counts
        self.tokens = tokens
        self.bare = bare

    def judge(self) -> Iterator[tuple[str, str]]:
        """Yield the words that are none, each with a sentence in which ``{words}`` stands for it."""
        unknown = {
            word
            for word, times in self.counts.items()
            if times < OWN and word.islower() and word.isalpha() and word.isascii() and not is_english_word(word)
        }
        if not unknown:
            return
        foreign = self._foreign(unknown)
        for word in sorted(unknown - foreign):
            if SHORTEST_LOOK_ALIKE <= len(word) <= LONGEST and word.capitalize() not in self.counts:
                said = self._judge(word)
                if said:
                    yield word, said

    def _foreign(self, unknown: set[str]) -> set[str]:
        """The unknown words that stand beside another: words of another language come in phrases."""
        suspects = {piece: word for piece, word in self.bare.items() if word in unknown}
        places = [n for n, token in enumerate(self.tokens) if token in suspects]
        together = [n for n, after in pairwise(places) if after == n + 1]
        return {suspects[self.tokens[at]] for n in together for at in (n, n + 1)}

    def _judge(self, word: str) -> str | None:
        if _is_derived(word):
            return None
        meant = self._meant(word)
        if meant is not None:
            return f"{{words}} is no word, and seems to stand for ‹{meant}›."
        halves = _halves(word) if len(word) >= SHORTEST else None
        return f"{{words}} seems to be two words with the space lost: ‹{halves}›." if halves else None

    def _meant(self, word: str) -> str | None:
        for wrong, right in _LOOK_ALIKE:
            at = word.find(wrong)
            while at >= 0:
                other = word[:at] + right + word[at + len(wrong) :]
                if self.counts[other] >= (1 if len(word) >= SHORTEST else MET) and is_english_word(other):
                    return other
                at = word.find(wrong, at + 1)
        if len(word) < SHORTEST:
            return None
        for n in range(len(word) - 1):  # one letter of a double, or two swapped, proves itself
            if word[n] == word[n + 1]:
                shorter = word[:n] + word[n + 1 :]
                if is_english_word(shorter) and n < len(word) - 2:
                    return shorter
            else:
                swapped = word[:n] + word[n + 1] + word[n] + word[n + 2 :]
                if len(word) > SHORTEST and is_english_word(swapped):
                    return swapped
        met = [other for other in _one_letter_off(word) if self.counts[other] >= MET]
        return max(met, key=lambda other: self.counts[other]) if met else None


def _is_derived(word: str) -> bool:
    """Whether a known word with a common beginning or ending makes this one, as the list cannot hold them all."""
    stems = [word]
    stems += [word[len(p) :] for p in _PREFIXES if word.startswith(p) and len(word) - len(p) >= 4]
    for stem in stems:
        if stem is not word and is_english_word(stem):
            return True
        for suffix in _SUFFIXES:
            if stem.endswith(suffix) and len(stem) - len(suffix) >= 4:
                root = stem[: -len(suffix)]
                if is_english_word(root) or is_english_word(root + "e") or is_english_word(root + "y"):
                    return True
    return False


def _one_letter_off(word: str) -> Iterator[str]:
    """The words that a letter put in, left out or changed makes, its first letter and its ending left alone."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    for n in range(1, len(word) - 2):
        yield word[:n] + word[n + 1 :]
        for letter in letters:
            yield word[:n] + letter + word[n:]
            yield word[:n] + letter + word[n + 1 :]


def _halves(word: str) -> str | None:
    for n in range(3, len(word) - 3):
        first, second = word[:n], word[n:]
        if first in _FUNCTION and second in _FUNCTION:
            return f"{first} {second}"
        told = first.endswith(_FIRST_HALVES) and len(first) >= 6 and len(second) >= 5
        if told and is_english_word(first) and is_english_word(second):
            return f"{first} {second}"
    return None
