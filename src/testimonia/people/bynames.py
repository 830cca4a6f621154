"""Names that are no family or given names: nicknames the page itself explains, plurals that mean a family.

``He was called the Crane`` makes a name of "the Crane" wherever it is printed with its capital; it has to be one word
that is neither a title nor a people.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from testimonia.words.kinds import is_people, kind_words
from testimonia.words.titles import is_calling, is_qualifier, is_title

from .candidates import Candidate
from .tokens import Tokens
from .word_sorts import sort_of

__all__ = ["find_nicknames", "mark_plurals", "nicknames_of"]

_CALLED = re.compile(
    r"\b(?:call(?:s|ed|ing)?|nicknam(?:es|ed|ing)|dubb(?:ed|ing)|christen(?:ed|ing)|nam(?:ed|ing))\s+"
    r"(?:him|her|me|himself|herself|myself)\s+(?:the\s+)?[\"'“‘]?(?P<name>[^\W\d_a-z][\w-]+)[\"'”’]?"
    r"(?=\s*[.,;:)\n]|\s+(?:and|because|for|since|when)\b)"
    r"|\b(?:one|man|woman|fellow|boy|girl|whom)\s+(?:we|they|he|she|I|people|everybody|everyone|the \w+)\s+"
    r"(?:(?:would|had|always|only|used to)\s+)*call(?:s|ed)?\s+(?:only\s+)?[\"'“‘]?(?:the\s+)?"
    r"[\"'“‘]?(?P<active>[^\W\d_a-z][\w-]+)[\"'”’]?(?=\s*[.,;:)\n])"
    r"|\b(?:he|she|who|I)\s+(?:was|is|am|were|had been)\s+(?:\w+\s+)?"
    r"(?:called|nicknamed|dubbed|known (?:to [^.,;]{3,40} )?as)\s+(?:the\s+)?"
    r"[\"'“‘]?(?P<passive>[^\W\d_a-z][\w-]+)[\"'”’]?(?=\s*[.,;:)\n])"
)
_NUMBERS = frozenset(
    "two three four five six seven eight nine ten both all these those the many several little young other".split()
)

_RELATED = frozenset("brothers sisters siblings cousins twins family household clan children".split())
_ARTICLES = frozenset("a an whole entire our their".split())
_QUANTIFIERS = frozenset("no many few any countless numerous".split())
_WOULD_BE = frozenset("potential would-be prospective latter-day modern-day".split())
_REACH = 4  # words before a plural


def nicknames_of(text: str) -> Iterator[str]:
    """The nicknames that a text states, in small letters.

    >>> list(nicknames_of("The whole school called him the Crane. They called him the Captain."))
    ['crane']
    """
    for match in _CALLED.finditer(text):
        word = match["name"] or match["passive"] or match["active"]
        low = word.casefold()
        if not (is_title(low) or is_calling(low) or is_qualifier(low) or is_people(low) or low in kind_words("others")):
            yield low


def find_nicknames(tokens: Tokens, nicknames: frozenset[str]) -> Iterator[Candidate]:
    """Where the words that the page states as nicknames are printed with a capital."""
    for n, word in enumerate(tokens.words):
        low = word.casefold()
        if low not in nicknames or not word[0].isupper() or tokens.blind[n] or sort_of(word) not in ("common", "thing"):
            continue
        following = tokens.low(n + 1)
        if tokens.gap(n) == " " and tokens.words[n + 1][0].isupper() and following in kind_words("things"):
            continue
        yield Candidate(tokens, n, n, low, weak=True, marks=("a nickname",))


def _names_a_class(candidate: Candidate) -> bool:
    """Whether several are so called as one might be: "no Belgian Hartleys", "the would-be Hartleys"."""
    tokens, n = candidate.tokens, candidate.first - 1
    if candidate.titles and tokens.words[candidate.titles[0]][0].isupper():
        return False
    while n >= 0 and candidate.first - n < _REACH and not tokens.gap(n).strip():
        low = tokens.low(n)
        if low in _QUANTIFIERS:
            return True
        if low in _WOULD_BE:
            return tokens.low(n - 1) != "a"
        if not is_people(low):
            return False
        n -= 1
    return False


def _is_of_family(candidate: Candidate) -> bool:
    """Whether it is a family that is named: "the three Hartley brothers"."""
    tokens, last = candidate.tokens, candidate.last
    if tokens.low(last + 1) not in _RELATED or tokens.gap(last) != " " or tokens.words[last + 1][0].isupper():
        return False
    before = tokens.low(candidate.first - 1)
    return before in _NUMBERS or before in _ARTICLES


def mark_plurals(found: Iterable[Candidate], alone: Mapping[str, int]) -> None:
    """Mark "the five Hartleys": the name of a person, in the plural after an article or a number, names a family.

    So it does before a word for relatives: "the Hartley brothers".
    """
    for candidate in found:
        key, tokens = candidate.key, candidate.tokens
        if not (candidate.given or candidate.titles) and _is_of_family(candidate):
            candidate.features.append("-names a family")
            continue
        if key.endswith("s") and not tokens.owns(candidate.last) and _names_a_class(candidate):
            candidate.features.append("-plural of a name")
            continue
        if not key.endswith("s") or key[:-1] not in alone or tokens.owns(candidate.last) or candidate.given:
            continue
        first = candidate.titles[0] if candidate.titles else candidate.first
        if tokens.low(first - 1) in _NUMBERS or any(tokens.low(n) in _NUMBERS for n in candidate.titles):
            candidate.features.append("-plural of a name")
