"""Other spellings of a name that stand on the page, for a reader who knows it by one that may not.

The one search of the command line, of the reading room and of a published site ask here what else a word may be.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model import Sourcebook

__all__ = ["NameParts", "other_spellings", "widened"]

_SAME_NAME = 0.7  # likeness from which two spellings are one name, as in `people.lookup`
_SHORTEST = 4  # letters; shorter words are alike too easily
_NAME = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_WORD = re.compile(r'(?P<kept>["“”„][^"“”„]*["“”]\*?|(?:claim|excerpt|citation|work)\s*:|[()])|(?P<word>[^\s()"“”„:]+)')
_POINTS = ".,;!?…"  # that may stand at a word and are none of it
_MOST = 40  # words of a query that are looked for in other spellings: no query may hold many more parentheses
_OPERATORS = ("AND", "OR", "NOT")


class NameParts:
    """The parts of names as they are printed on a page, found by another spelling of theirs."""

    def __init__(self, names: Iterable[str]) -> None:
        from ..people.given import fold
        from ..people.likenesses import keys_of

        printed: dict[str, list[str]] = {}
        for name in names:
            for part in _NAME.findall(name):
                folded = fold(part)
                if len(folded) >= _SHORTEST and part not in printed.setdefault(folded, []):
                    printed[folded].append(part)
        self.printed: Mapping[str, Sequence[str]] = printed
        self._by_key: dict[str, list[str]] = defaultdict(list)
        for folded in printed:
            for key in keys_of(folded):
                self._by_key[key].append(folded)

    def others(self, word: str) -> list[str]:
        """The parts that may be the same name in another romanisation, as printed.

        The word itself is left out, and so is what it is only a part of.

        >>> NameParts(["Pavel Tchernyshoff", "Quist"]).others("Chernyshov")
        ['Tchernyshoff']
        """
        from ..people.given import fold
        from ..people.likenesses import compare_families, keys_of

        asked = fold(word)
        if len(asked) < _SHORTEST or not _NAME.fullmatch(word):
            return []
        near = {folded for key in keys_of(asked) for folded in self._by_key.get(key, ())} - {asked}
        alike = {folded for folded in near if compare_families(asked, folded).score >= _SAME_NAME}
        return [part for folded, printed in self.printed.items() if folded in alike for part in printed]


def other_spellings(book: Sourcebook) -> Callable[[str], list[str]]:
    """What else a word may be among the names of a book."""
    return NameParts(spelling.text for person in book.people for spelling in person.spellings).others


def widened(query: str, others: Callable[[str], Sequence[str]]) -> tuple[str, dict[str, tuple[str, ...]]]:
    """A query with other spellings of the names in it, and which those are by the word that was asked for.

    ``others`` gives those of a word. What stands in quotation marks is meant as it stands, and so is the beginning of a
    word.

    >>> widened('Quist AND "Quist left"', {"Quist": ["Kvist"]}.get)
    ('(Quist OR "Kvist") AND "Quist left"', {'Quist': ('Kvist',)})
    """
    also: dict[str, tuple[str, ...]] = {}

    def word(found: re.Match[str]) -> str:
        asked = (found["word"] or "").strip(_POINTS)
        if not asked or asked in _OPERATORS or found["word"].endswith("*") or len(also) >= _MOST:
            return found[0]
        more = tuple(dict.fromkeys(others(asked) or ()))
        if not more:
            return found[0]
        also[asked] = more
        return "(" + " OR ".join((asked, *(f'"{other}"' for other in more))) + ")"

    return _WORD.sub(word, query), also
