"""Excerpts as runs of folded words: what two of them have in common can be looked up.

A word is folded: small letters, no accents, no possessive, no ending that grammar gives. A name is folded to the
person whom the page takes it for, so that two spellings are one word. A folded word is a number within one `Lexicon`,
and offsets are code points of ``excerpt.text``.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ..model import Excerpt, Mention
from ..words.grammar import ADVERBIAL, DETERMINERS, NO_PHRASE, PREPOSITIONS, SUBORDINATORS
from ..words.stems import is_function_word

__all__ = ["Lexicon", "Reading", "fold", "read_excerpts"]

_OF_GRAMMAR = ADVERBIAL | DETERMINERS | NO_PHRASE | PREPOSITIONS | SUBORDINATORS
_WORD = re.compile(r"\d+(?:[.,]\d{3})+(?!\d)|[^\W_]+(?:['’`][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’`]s?$")
_INNER = re.compile(r"['’`.,]")

# what grammar adds to a word in English, longest first, and what stands in its place
_ENDINGS = (
    *(("ization", "iz"), ("isation", "iz"), ("ations", ""), ("ation", ""), ("ements", ""), ("ement", "")),
    *(("nesses", ""), ("ness", ""), ("ities", ""), ("ity", ""), ("ists", ""), ("ites", ""), ("isms", "")),
    *(("ist", ""), ("ite", ""), ("ism", ""), ("ising", "iz"), ("izing", "iz"), ("ised", "iz"), ("ized", "iz")),
    *(("ingly", ""), ("edly", ""), ("ings", ""), ("ing", ""), ("ied", ""), ("ies", ""), ("ily", "")),
    *(("ions", ""), ("ion", ""), ("ers", ""), ("ors", ""), ("ed", ""), ("er", ""), ("or", ""), ("ly", "")),
    *(("es", ""), ("al", ""), ("ive", ""), ("ful", ""), ("s", ""), ("e", ""), ("y", "")),
)
_BY_LAST = {last: [pair for pair in _ENDINGS if pair[0][-1] == last] for last in "nsytgdreml"}
_SHORTEST = 4  # letters of a stem
_DOUBLING = frozenset(("ed", "er", "ers", "ing", "ings"))  # "stopped", "stopper": doubled before them
_KEPT_DOUBLE = frozenset("aeisl")  # "express", "tell": doubled in the bare word too


def fold(word: str) -> str:
    """A word without what print and grammar add to it; a number without the marks between its digits.

    >>> [fold(w) for w in ("Quays", "quay's", "confessions", "confessed", "3,000", "Café")]
    ['quay', 'quay', 'confess', 'confess', '3000', 'cafe']
    """
    small = word.casefold()
    if not small.isascii():
        small = "".join(c for c in unicodedata.normalize("NFKD", small) if not unicodedata.combining(c))
    small = _INNER.sub("", _POSSESSIVE.sub("", small))
    if small[:1].isdecimal() or small.endswith("ss"):
        return small
    for ending, instead in _BY_LAST.get(small[-1:], ()):
        if small.endswith(ending) and len(small) - len(ending) >= _SHORTEST:
            stem = small[: -len(ending)] + instead
            doubled = ending in _DOUBLING and stem[-1] == stem[-2] and stem[-1] not in _KEPT_DOUBLE
            return stem[:-1] if doubled else stem
    return small


def _says_nothing(printed: str) -> bool:
    """Whether a word is one of grammar, which any two texts share.

    >>> _says_nothing("Into"), _says_nothing("However"), _says_nothing("paid")
    (True, True, False)
    """
    small = printed.casefold()
    return is_function_word(small) or small in _OF_GRAMMAR


@dataclass(slots=True)
class Lexicon:
    """The folded words of one page, each with a number; ``is_particular`` says which are names or numbers.

    ``functions`` are the words that say nothing of what is spoken of: on a short page few excerpts may have "into".

    A name that was found to mean somebody is ``@`` and the person's id.
    """

    numbers: dict[str, int] = field(default_factory=dict)
    is_particular: list[bool] = field(default_factory=list)
    functions: set[int] = field(default_factory=set)
    _printed: dict[str, int] = field(default_factory=dict)

    def number(self, folded: str) -> int:
        """The number of a folded word, a new one where it is new."""
        found = self.numbers.get(folded)
        if found is None:
            found = self.numbers[folded] = len(self.numbers)
            self.is_particular.append(folded[:1] == "@" or folded[:1].isdecimal())
        return found

    def read(self, printed: str) -> int:
        """The number of a word as printed."""
        found = self._printed.get(printed)
        if found is None:
            found = self._printed[printed] = self.number(fold(printed))
            if _says_nothing(printed):
                self.functions.add(found)
        return found


@dataclass(frozen=True, slots=True)
class Reading:
    """An excerpt as words: ``words[n]`` is the number of the one that stands at ``text[starts[n]:ends[n]]``."""

    words: array[int]
    starts: array[int]
    ends: array[int]

    def __len__(self) -> int:
        return len(self.words)


def read_excerpts(
    excerpts: Iterable[Excerpt], mentions: Mapping[str, Sequence[Mention]], lexicon: Lexicon
) -> list[Reading]:
    """Each excerpt as words; ``mentions`` are those of each excerpt by its id."""
    readings = []
    known, read = lexicon._printed, lexicon.read
    for excerpt in excerpts:
        found = list(_WORD.finditer(excerpt.text))
        words = array("I", [known[word] if (word := match[0]) in known else read(word) for match in found])
        starts, ends = array("I", [match.start() for match in found]), array("I", [match.end() for match in found])
        if there := mentions.get(excerpt.id):
            _name(words, starts, excerpt, there, lexicon)
        readings.append(Reading(words, starts, ends))
    return readings


def _name(
    words: array[int], starts: array[int], excerpt: Excerpt, mentions: Sequence[Mention], lexicon: Lexicon
) -> None:
    """Put the person in the place of the last word of his name."""
    places = {start: n for n, start in enumerate(starts)}
    for mention in mentions:
        span = excerpt.text_span(mention.span)
        if span is None:
            continue
        last = max((m.start() for m in _WORD.finditer(excerpt.text, span.start, span.end)), default=None)
        if last is not None and last in places:
            words[places[last]] = lexicon.number("@" + mention.person)
