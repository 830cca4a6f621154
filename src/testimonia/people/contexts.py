"""What a candidate is like by itself, and all that its own place says of it: its features.

Each feature is a phrase for a reader. One that begins with ``-`` speaks for something else than a person. What stands
before and behind is read by `preceding` and `following`.
"""

from __future__ import annotations

import re

from testimonia.words.gazetteer import is_known_place
from testimonia.words.lexicon import is_common_word, is_english_word
from testimonia.words.names import is_given_name, is_particle
from testimonia.words.surnames import is_common_surname

from .candidates import Candidate
from .clues import clues
from .following import by_what_follows
from .preceding import ARTICLES, by_what_precedes
from .roles import role_nouns_in
from .word_sorts import sort_of

__all__ = ["features_of"]

_FOREIGN_ARTICLES = frozenset("La Le Les El Los Las Il Lo Die Das Het".split())
_FIRM = re.compile(
    r"(?:,?\s(?:[^\W\d_]\w+,?\s)?(?:and|&|und|et)\s(?:Co\b|Company|Sons?\b|Brothers|Bros|Partners|Cie|Sohn))"
    r"|,?\s(?:Ltd|Inc|Limited|GmbH|AG|plc|LLC|S\.A)\b"
)
_COMPANY_LETTERS = re.compile(r"\s(?:S\.\s?A|A\.\s?G|N\.\s?V|B\.\s?V|A\.\s?S|A\.\s?B)\.?$")
_CITED = re.compile(r"[*_],? (?:pp?|S|f|ff|fol|t|vol)\. ?\d")  # behind "*Hartley*", the short title of a book
_DAY = re.compile(r"(?<!\d)\d{1,2}(?:st|nd|rd|th)?\s$")
_YEAR = re.compile(r",?\s\d{3,4}\b")  # of any calendar, whose months no list has
_PLACE_END = re.compile(r"..(?:stadt|grad|gorod|abad|opol|polis|shire|[aei]nsk|tsk|[eo]vsk|[ou]rsk)$")
_LONG_PART = 3  # letters over which a part of "Iron-Hartley" counts as a word of the language


def features_of(found: Candidate) -> list[str]:
    """All features of a candidate by its own surroundings, in printed order."""
    features = [*_by_itself(found), *by_what_precedes(found), *by_what_follows(found)]
    if "names an event" in features and "-a known place" in features and not found.titles[1:]:
        # "the famous Harville trial" may be one held there
        return [f for f in features if f not in ("names an event", "adjective before it")]
    return features


def _by_itself(found: Candidate) -> list[str]:
    features: list[str] = []
    tokens, key = found.tokens, found.key
    first, head = tokens.words[found.first], tokens.words[found.last]
    alone = found.first == found.last
    if "-" in key and any(is_common_word(part) and len(part) > _LONG_PART for part in key.split("-")):
        features.append("-made of words of the language")
    if found.weak:
        features.append("-a word of the language")
    if found.given:
        features.append("forename or initial before it")
    if found.inverted:
        features.append("family name first in a list")
    if alone and sort_of(head) == "forename":
        features.append("a forename")
    place = alone and key in clues()["regions"]
    if place or is_known_place(found.text):
        both = alone and not place and is_given_name(head)
        features.append("-a known place, and a forename" if both else "-a known place")
    elif alone and not found.titles and _PLACE_END.search(key):
        features.append("-ends as places do")
    if alone and not found.titles and _CITED.match(tokens.text, found.end):
        features.append("-a cited title")
    if head.isupper() and len(head) > 1 and found.first not in tokens.labels:
        features.append("-in capitals")
    if not (alone or found.given or found.weak or is_particle(first)):
        features.append("-two words, neither of them a forename")
    if not (alone or found.titles) and first in _FOREIGN_ARTICLES:
        features.append("-after a foreign article")
    if _FIRM.match(tokens.text, tokens.after[found.last]) or _is_company(found):
        features.append("-a firm")
    if alone and _YEAR.match(tokens.text, found.end) and _DAY.search(tokens.text, max(0, found.start - 4), found.start):
        features.append("-a date")
    return features + _by_label(found)


def _is_company(found: Candidate) -> bool:
    """Whether letters of a company's form stand behind it, after a word for one: "Bank Hartley S.A."."""
    tokens = found.tokens
    if not found.first or _COMPANY_LETTERS.search(found.text) is None:
        return False
    before = tokens.words[found.first - 1]
    return before[0].isupper() and sort_of(before) in ("thing", "common")


def _by_label(found: Candidate) -> list[str]:
    tokens, n = found.tokens, found.first
    if tokens.labels.get(n) == "aside":
        return ["spoken to in a label"] if tokens.low(n - 1) != "for" else []
    if tokens.labels.get(n) == "opening":
        return ["opens a line before a colon"]
    if tokens.labels.get(n) != "name":
        return []
    nobody = tokens.labels.get(n - 1) == "name" and tokens.low(n - 1) in ARTICLES
    word = tokens.words[n].title()
    if not nobody and found.first == found.last and not is_common_surname(word):
        opens = n
        while tokens.labels.get(opens - 1) == "name" and not tokens.before(opens).strip(" ."):
            opens -= 1
        article = tokens.low(opens) in ARTICLES  # "THE COURT USHER:"
        nobody = bool(role_nouns_in(word)) or (article and is_english_word(word.casefold()))
    return ["-label of nobody" if nobody else "label of a turn"]
