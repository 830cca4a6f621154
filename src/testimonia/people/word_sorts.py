"""What a capitalised word is, by itself and where it stands: an initial, a title, a people, a forename, a name …"""

from __future__ import annotations

import re
from functools import cache

from testimonia.words.kinds import is_people, kind_words
from testimonia.words.lexicon import is_common_word
from testimonia.words.names import is_forename
from testimonia.words.titles import is_courtesy, is_qualifier, is_title, is_title_behind

from .tokens import Tokens

__all__ = ["Sort", "sort_at", "sort_of"]

_FALSE_INITIALS = frozenset("IA")  # the pronoun and the article, unless a full stop follows
_FAMILY_TOO = frozenset("khan mirza shah".split())  # titles of old, which have long been part of the name
_BEFORE_PRONOUN = frozenset("and or nor than but am was do did have had can will would as not".split())
_COMBINING = frozenset(
    "anglo russo franco sino indo austro greco judeo turko hispano luso afro euro germano italo".split()
)
_CONTRACTION = re.compile(r"^(?:i|you|he|she|it|we|they|who|what|that|there|here|let|\w+n)['’](?:m|s|ve|d|ll|re|t)$")
# "Avez-vous", "L'abbé": a verb with its pronoun, an article with a word in small letters
_FRENCH_FORM = re.compile(
    r"-(?:vous|nous|je|tu|ils?|elles?|on|ce|moi|toi|la|le|les|lui)$|^(?:[DLCJNSTM]|Qu)['’][^\W\d_A-ZÀ-Þ]"
)
_FORMULA = re.compile(r"(?=\D*\d)(?:[A-Z][a-z]?\d*){2,}$")  # "CuSO4"
Sort = str


@cache
def sort_of(word: str) -> Sort:
    """What a capitalised word is by itself.

    "initial", "courtesy", "title", "behind", "qualifier", "people", "other", "forename", "function", "thing", "common"
    or "name".
    """
    low = word.casefold()
    if len(word) == 1:
        return "initial"
    if _FORMULA.match(word):
        return "common"
    if is_courtesy(low):
        return "courtesy"
    if is_title_behind(low):
        return "behind"
    if low in kind_words("others") or low.removesuffix("s") in kind_words("others") or _CONTRACTION.search(low):
        return "other"
    if is_title(low) or is_title(low.removesuffix("s")):
        return "title"
    if is_qualifier(low):
        return "qualifier"
    if is_people(low):
        return "people"
    if is_forename(low):
        return "forename"
    if low in kind_words("functions"):
        return "function"
    if low in kind_words("things"):
        return "thing"
    if is_common_word(low):
        return "common"
    if "-" in low and all(is_common_word(part) or is_people(part) or part in _COMBINING for part in low.split("-")):
        return "common"
    return "name"


def sort_at(tokens: Tokens, n: int, first: int) -> Sort:
    """What the word is in its text, in a run of capitalised words that begins at ``first``."""
    word = tokens.words[n]
    sort = sort_of(word)
    if n > first and word.casefold() in _FAMILY_TOO and sort_of(tokens.words[n - 1]) in ("name", "forename"):
        return "name"
    if word == "M" and (tokens.language == "fr" or _is_monsieur(tokens, n)):
        return "courtesy"
    if sort == "people" and _is_forename_here(tokens, n):
        return "forename"
    if tokens.language == "fr" and _FRENCH_FORM.search(word):
        return "common"
    if sort != "initial" and tokens.language != "en" and word.casefold() in kind_words("foreign_functions"):
        return "common"
    if sort == "initial" and (n in tokens.asked or _is_bearing(tokens, n)):
        return "other"
    if word == "I" and tokens.low(n - 1) in _BEFORE_PRONOUN:
        return "common"  # "Ash, Lowe, and I. Nobody spoke."
    if sort == "initial":
        dotted = tokens.text[tokens.ends[n] : tokens.ends[n] + 2].lstrip(" ").startswith(".")
        return "initial" if dotted or word not in _FALSE_INITIALS else "common"
    if word[0].islower():
        return "particle"
    return sort


def _is_forename_here(tokens: Tokens, n: int) -> bool:
    """Whether a word for a people is somebody's given name: "Norman Hartley", but not "Norman French"."""
    if not is_forename(tokens.words[n]) or n + 1 >= len(tokens.words) or tokens.gap(n) != " ":
        return False
    after = tokens.words[n + 1]
    return after[0].isupper() and not after.isupper() and sort_of(after) == "name" and tokens.low(n - 1) != "the"


def _is_monsieur(tokens: Tokens, n: int) -> bool:
    """Whether the letter stands before somebody whom the page calls "Monsieur" or "Madame" elsewhere."""
    return bool(tokens.messieurs) and n + 1 < len(tokens.words) and tokens.words[n + 1] in tokens.messieurs


def _is_bearing(tokens: Tokens, n: int) -> bool:
    """Whether the letter is a point of the compass: "N. by E."."""
    if tokens.words[n] not in "NESW":
        return False
    near = (tokens.low(n - 1), tokens.low(n + 1))
    return "by" in near and any(tokens.low(n + k) in ("n", "e", "s", "w") for k in (-2, 2))
