"""What is put between somebody and his verb: "Ash, when it was put to him, said"; "Ash, who had seen it, told me".

No parser: an insertion lies between two commas, the second right before the verb and its auxiliaries, and shows by the
word that opens it, or by who stands before it at the head of the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from testimonia.words.grammar import ADVERBIAL, BE, DETERMINERS
from testimonia.words.titles import is_title

from .negations import NEGATIONS
from .utterances import Reading

__all__ = ["before_insertion"]

_FAR = 45  # words of an insertion
_COMMAS = frozenset((",", "–", "—", "--"))
_PARTS = ';:.!?()[]"“”«»'  # no insertion reaches over these
_OPENS = frozenset(
    """who whom whose when while if though although because since as after before on upon in at by with without for from
    having being then now once formerly himself herself themselves according like unlike shown told brought""".split()
)
_WHO = frozenset(("who", "whom", "whose"))
_PRONOUNS = frozenset(("he", "she", "they"))
_HEADS = DETERMINERS | frozenset("even but and that only thus still yet then old young poor".split())
_AUXILIARY = (ADVERBIAL - frozenset(("and", "or", "to"))) | BE | NEGATIONS


def before_insertion(reading: Reading, place: int, first: int, weights: Sequence[float]) -> int:
    """The place of the last word of whoever stands before the insertion that ends at the verb at a place; -1 for none.

    ``first`` begins the sentence; ``weights`` are below 1 for parties in the genitive or behind a preposition.
    """
    words = reading.words
    verb = place
    while verb > first and _is_auxiliary(words[verb - 1].low) and not _gap(reading, verb - 1):
        verb -= 1
    if verb - 2 < first or _gap(reading, verb - 1) not in _COMMAS:
        return -1
    for at in range(verb - 2, max(first, verb - _FAR) - 1, -1):
        gap = _gap(reading, at)
        if not gap or (gap == "." and is_title(words[at].low)):
            continue
        if any(mark in gap for mark in _PARTS):
            return -1
        if gap not in _COMMAS:
            continue
        opens = words[at + 1].low
        number = reading.party_number(at)
        if words[at].low in _PRONOUNS or (number >= 0 and weights[number] == 1.0):
            if opens in _OPENS or opens.endswith(("ing", "ed")) or _leads(reading, at, first):
                return at
        elif opens == "which" or (opens in _WHO and number < 0):
            return -1  # "the lamp, which had gone out, showed"
    return -1


def _gap(reading: Reading, at: int) -> str:
    return reading.text[reading.words[at].end : reading.words[at + 1].start].strip()


def _is_auxiliary(low: str) -> bool:
    return low in _AUXILIARY or low.endswith("ly")


def _leads(reading: Reading, at: int, first: int) -> bool:
    """Whether whoever is named up to a place stands at the head of the sentence."""
    number = reading.party_number(at)
    while at >= first and number >= 0 and reading.party_number(at) == number:
        at -= 1
    lows = [reading.words[place].low for place in range(first, at + 1)]
    return all(low in _HEADS or is_title(low) for low in lows)
