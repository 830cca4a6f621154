# ruff: noqa: E501 - the patterns are word lists, which broken lines would make harder to read and to add to
"""Whose words a paper is, by the words that describe it: ``Evidence of Ann Hartley, pilot``, ``Ann Hartley to Piers Lowe``.

Only a person counts who is named as one: by a form of address, a rank, a given name, initials, or words that are
nothing but names. ``Statement of the Harbour Board`` has no such maker.
"""

from __future__ import annotations

import re

from .lexicon import is_english_word
from .names import is_given_name
from .speech import english_speech
from .surnames import is_common_surname
from .titles import is_title

__all__ = ["maker_of"]

_BEFORE = (
    r"(?:(?:[Tt]he|[Aa]n?|[Ss]worn|[Ww]ritten|[Oo]ral|[Ww]itness|[Uu]npublished|[Pp]rivate|[Pp]ersonal|[Ff]urther|[Ss]econd"
    r"|[Aa]uthor['’]s|[Tt]elephone|[Tt]aped|[Rr]ecorded|[Ee]vidential|[Dd]ying|[Aa]nonymous|[Hh]andwritten)\s){0,3}"
)
_PAPER = (
    r"(?:[Ee]vidence|[Ss]tatements?|[Tt]estimony|[Tt]estimonies|[Dd]epositions?|[Aa]ffidavits?|[Dd]eclaration|[Cc]onfession|[Dd]iary|[Dd]iaries|[Jj]ournal"
    r"|[Nn]otebooks?|[Mm]emoirs?|[Rr]ecollections|[Rr]eminiscences|[Ll]etters?|[Ee]-?[Mm]ails?|[Tt]elegrams?|[Cc]able|[Mm]inute|[Mm]emorandum|[Mm]emo|[Nn]ote"
    r"|[Ss]peech|[Ee]xamination|[Cc]ross-examination)"
)
_TALK = r"(?:[Ii]nterviews?|[Cc]onversations?|[Tt]alk|[Oo]ral\s[Hh]istory(?:\s[Ii]nterview)?)"
_OPENS = re.compile(rf"{_BEFORE}(?:{_PAPER}\s(?:of|by|from|given\sby|made\sby)|{_TALK}\s(?:with|of))\s")
_RANK = re.compile(r"(?P<rank>[^\W\d_a-z][\w-]*\.?)\s")
_MOST_RANKS = 3
_OF_PEOPLES = frozenset(
    "Chief Chieftain Headman Sheikh Sultan Emir Raja Rajah Mullah Khan Bwana".split()
)  # who leads a people, as a title
_NAME = re.compile(
    r"(?:(?:[^\W\d_a-z]\.[ -]?)+|[^\W\d_a-z][\w'’-]+\s)(?:[^\W\d_a-z]\.\s?|(?:van|von|der|den|de|la|le|du|di|da|of|bin|ibn|ben|wa|al|el|ap|née)\s|[^\W\d_a-z][\w'’-]+\s){0,4}?"
    r"[^\W\d_a-z][\w'’-]*[^\W\d_.](?=[,.;:]|\s[(\[]|\s(?:to|before|in|at|on|for|dated|made|given)\s|$)"
)
_FAMILY = re.compile(r"[^\W\d_a-z][\w'’-]+(?=[,.;:]|\s[(\[]|\s(?:to|before|in|at|on|for|dated)\s|$)")
_WRITES_TO = re.compile(r"(?:,\s[^,.;:\d]{3,40})?,?\sto\s(?:[^\W\d_a-z]|(?:the|his|her|their|my|our)\s)")
_WORD = re.compile(r"[^\W\d_]+")
# what bodies and places are called by that are named after somebody, beside the bodies that may be said to speak
_NAMED_AFTER = frozenset(
    "archive archives assembly beach brewery building castle centre center club college corporation electric falls foods foundation gallery garden gardens group"
    " guild harbor harbour hospital hotel island islands library limited ltd mill mills motors museum observatory park port railway river school shipyard square"
    " station steel street theatre theater town trust university works".split()
)
_ALSO_FAMILIES = frozenset("bank church law mill park port river school street town".split())
_HEADS = frozenset("Chief General Lord Major".split())  # of offices and firms too: "Chief Justice", "General Staff"


def maker_of(words: str, *, dated: bool = False) -> tuple[int, int] | None:
    """Where the name of him stands whose words a paper is, without titles; ``None`` where it names nobody.

    ``dated`` says that a day goes with the paper, so that somebody "to" somebody is a letter.

    >>> line = "Evidence of Capt. Ann Hartley, pilot, in Lowe"
    >>> line[slice(*maker_of(line))]
    'Ann Hartley'
    >>> maker_of("Statement of the Harbour Board") is maker_of("Ann Hartley to the Rescue") is None
    True
    """
    opens = _OPENS.match(words)
    if opens is not None:
        return _person(words, opens.end())
    found = _person(words, 0) if dated else None
    return found if found is not None and _WRITES_TO.match(words, found[1]) else None


def _person(words: str, start: int) -> tuple[int, int] | None:
    at = start
    for _ in range(_MOST_RANKS):
        rank = _RANK.match(words, at)
        if rank is None or not (is_title(rank["rank"]) or rank["rank"] in _OF_PEOPLES):
            break
        at = rank.end()
    titled = at > start
    name = _NAME.match(words, at) or (_FAMILY.match(words, at) if titled else None)
    if name is None:
        return None
    parts = _WORD.findall(name.group())
    if _is_named_after(parts, initialled="." in name.group()):
        return None
    if name.re is _FAMILY and words[start:at].split()[-1] in _HEADS and _is_plain(parts[0]):
        return None
    alone = "." in name.group() or titled or is_given_name(parts[0])
    if not alone and (start == 0 or any(is_english_word(part.casefold()) for part in parts if not part.islower())):
        return None
    return name.span()


def _is_named_after(parts: list[str], *, initialled: bool) -> bool:
    """Whether a name is that of a body or a place which has somebody's: ``Ann Hartley Society``, ``Victoria Falls``."""
    last = parts[-1].casefold()
    if last not in _NAMED_AFTER and last not in english_speech().bodies:
        return False
    return last not in _ALSO_FAMILIES or (len(parts) > 2 and not initialled and not is_given_name(parts[1]))


def _is_plain(word: str) -> bool:
    """Whether a word is a common one and no common family name: "Staff", and not "Grant"."""
    return is_english_word(word.casefold()) and not is_common_surname(word)
