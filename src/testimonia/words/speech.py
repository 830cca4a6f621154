"""Words by which a text says that somebody speaks: verbs in all their forms, nouns, bodies that speak as one.

The words are data (``speech.toml``). English so far; another language is another table.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

__all__ = ["SpeechWords", "english_speech"]

_WORDS = Path(__file__).with_name("speech.toml")
_VOWELS = frozenset("aeiou")
_DOUBLING = frozenset(("put", "let", "run", "begin", "bid"))  # whose past does not show it

_AGENT = re.compile(  # endings of nouns that are of people
    r"(?!career|consist|persist|resist|assist|insist|subsist)"
    r"(?:[a-z-]{3,}(?:ist|ian|eer)|[a-z-]*(?:man|person|people|folk)|[a-z-]{3,}(?:er|or))"
)


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """The speech words of one language, in small letters.

    ``loose`` are verbs among them that mean something else as often ("to observe a rule"). Each of ``saying``,
    ``writing``, ``naming`` and ``beginning`` holds all forms of its verbs, ``participles`` those in -ing ("saying",
    "adding") and ``pasts`` those that can stand without an auxiliary or with one ("said", "written"). ``callings`` are
    people beside the ``humans``, ``documents`` papers beside the ``bodies``, ``things`` what only ends as people do.
    """

    saying: frozenset[str]
    loose: frozenset[str]
    writing: frozenset[str]
    naming: frozenset[str]
    beginning: frozenset[str]
    participles: frozenset[str]
    nouns: frozenset[str]
    according: tuple[str, ...]
    bodies: frozenset[str]
    groups: frozenset[str]
    humans: frozenset[str]
    women: frozenset[str]
    men: frozenset[str]
    callings: frozenset[str]
    things: frozenset[str]
    documents: frozenset[str]

    def is_human(self, noun: str) -> bool:
        """Whether a noun in small letters, one or several, is of people.

        >>> words = english_speech()
        >>> words.is_human("historians"), words.is_human("behaviour"), words.is_human("matter")
        (True, False, False)
        """
        one = noun
        if noun.endswith("men"):
            one = noun[:-2] + "an"
        elif noun.endswith("ies"):
            one = noun[:-3] + "y"
        elif noun.endswith("s") and not noun.endswith("ss"):
            one = noun[:-1]
        if one in self.things:
            return False
        return any(one in people or noun in people for people in (self.humans, self.callings, self.groups)) or bool(
            _AGENT.fullmatch(one)
        )

    def is_paper(self, noun: str) -> bool:
        """Whether a noun in small letters, one or several, is of something written: "ledger", "pay-books".

        >>> words = english_speech()
        >>> words.is_paper("letter-book"), words.is_paper("diaries"), words.is_paper("lamp")
        (True, True, False)
        """
        last = noun.rsplit("-", 1)[-1]
        one = last[:-3] + "y" if last.endswith("ies") else last.removesuffix("s")
        return any(word in self.documents for word in (noun, last, one))

    def can_speak(self, noun: str) -> bool:
        """Whether what a noun in small letters names may be said to say something: people, a body, a paper."""
        one = noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")
        return any(noun in papers or one in papers for papers in (self.bodies, self.documents)) or self.is_human(noun)


def _forms(entry: str) -> tuple[set[str], str]:
    """All forms of a verb, and the one in -ing."""
    first, *rest = entry.split(":")
    third, regular = first + "s", first.removesuffix("e") + "ed"
    if first.endswith("y") and first[-2] not in _VOWELS:
        third, regular = first[:-1] + "ies", first[:-1] + "ied"
    elif first.endswith(("s", "sh", "ch", "x", "o")):
        third = first + "es"
    doubled = first + first[-1]  # "begged" and "begging", "beginning"
    if any(form.startswith(doubled) for form in rest) or first in _DOUBLING:
        ing = doubled + "ing"
    else:
        ing = (first if first.endswith("ee") else first.removesuffix("e")) + "ing"
    past = rest or [regular]
    return {first, third, ing, *past}, ing


@cache
def english_speech() -> SpeechWords:
    """The English ones.

    >>> words = english_speech()
    >>> {"says", "said", "replied", "admitting", "begged", "agreed", "agreeing"} <= words.saying
    True
    """
    table = tomllib.loads(_WORDS.read_text(encoding="utf-8"))["english"]
    verbs: dict[str, frozenset[str]] = {}
    participles: set[str] = set()
    for kind in ("saying", "loose", "writing", "naming", "beginning"):
        forms: set[str] = set()
        for entry in table[kind].split():
            found, ing = _forms(entry)
            forms |= found
            participles.add(ing)
        verbs[kind] = frozenset(forms)
    phrases = (" ".join(phrase.split()) for phrase in table["according"].split(";"))
    return SpeechWords(
        **verbs,
        participles=frozenset(participles),
        nouns=frozenset(table["nouns"].split()),
        according=tuple(phrase for phrase in phrases if phrase),
        bodies=frozenset(table["bodies"].split()),
        groups=frozenset(table["groups"].split()),
        humans=frozenset(table["humans"].split()),
        women=frozenset(table["women"].split()),
        men=frozenset(table["men"].split()),
        callings=frozenset(table["callings"].split()),
        things=frozenset(table["things"].split()),
        documents=frozenset(table["documents"].split()),
    )
