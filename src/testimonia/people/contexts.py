"""What the words around a candidate say: features, each with a name that is a phrase for a reader.

A feature that begins with ``-`` speaks for something else than a person.
"""

from __future__ import annotations

import re
from functools import cache

from testimonia.words.gazetteer import is_known_place
from testimonia.words.kinds import kind_words
from testimonia.words.lexicon import is_common_word
from testimonia.words.names import is_given_name, is_particle
from testimonia.words.speech import english_speech
from testimonia.words.titles import is_calling, is_courtesy, is_describing, is_title, is_title_behind

from .sequences import Candidate, sort_of
from .tokens import Tokens

__all__ = ["features_of", "opens_sentence"]

_SENTENCE_ENDS = frozenset(".!?:…")
_OPENERS = " \t\"“”‘’'([«„—-–*_"
_AGE = re.compile(r", (?:aged )?\d{2}\b")
_ALONE_IN_BRACKETS = re.compile(r"[\[(]\s*$")
_NOT_OF_PERSONS = frozenset("the a an this these those every each no some any".split())
_ADJECTIVES = ("ian", "ean", "ese", "ish", "ic")
_SAID_BY_PAPERS = frozenset("report reports reported publish publishes published print prints printed announces announced".split())
_FOREIGN_ARTICLES = frozenset("La Le Les El Los Las Il Lo Die Das Het".split())
_AUXILIARIES = frozenset("was were is are has had have been be being".split())
_BEFORE_OBJECTS = frozenset("of from to in at by with against for near on upon through under over about between into towards".split())
_OF_A_DATE = re.compile(r"\d(?:st|nd|rd|th)? of $")
_FIRM = re.compile(r"(?:,? (?:[^\W\d_]\w+,? )?(?:and|&|und|et) (?:Co\b|Company|Sons?\b|Brothers|Bros|Partners|Cie|Sohn))|,? (?:Ltd|Inc|Limited|GmbH|AG|plc|LLC|S\.A)\b")
_PARTNER = re.compile(r" & [^\W\d_a-z]|[\w.] & $")
_LEADING = frozenset("to from for towards toward through via into at round".split())
_TELLING = frozenset("told assured informed asked answered warned".split())
_TOLD = frozenset("me us him her them you".split())
_ASIDE_AND_TELLING = re.compile(rf",[^,.;:\n]{{2,60}}, (?:{'|'.join(sorted(_TELLING))}) (?:{'|'.join(sorted(_TOLD))})\b")
_BETWEEN_VERB = frozenset(
    "also then never always again further later once now only himself herself too soon first still merely even".split()
)
_APPOSITION = re.compile(
    r",(?: (?:the|an?|his|her|their|its|our|my|then|now|once|formerly|former|late|old|young|new|first|another))* ?"
    r"(?P<word>[^\W\d_][\w-]*)(?: (?P<next>[^\W\d_][\w-]*))?"
)


@cache
def _sets() -> dict[str, frozenset[str]]:
    speech = english_speech()
    return {
        "speech": (speech.saying | speech.writing) - _SAID_BY_PAPERS,
        "bodies": kind_words("bodies_active"),
        "done to bodies": kind_words("bodies_passive"),
        "firms": kind_words("firms"),
        "bodies' things": kind_words("bodies_things"),
        "speech nouns": speech.nouns,
        "nouns": speech.nouns | kind_words("persons_things"),
        "acts": kind_words("persons_acts"),
        "verbs": kind_words("persons_verbs") | frozenset("said asked told replied answered wrote".split()),
        "prepositions": kind_words("persons_prepositions"),
        "in": kind_words("locatives"),
        "to": kind_words("directives"),
        "of": kind_words("of_places"),
        "offices": kind_words("offices"),
        "motions": kind_words("motions"),
        "giving": frozenset("gave given give gives paid pays pay handed lent showed shown introduced said wrote written told close loyal".split()),
        "functions": kind_words("functions"),
        "events": kind_words("events"),
        "plain": kind_words("plain_events"),
        "things": kind_words("things"),
        "small": kind_words("small_things"),
        "regions": kind_words("regions"),
    }


def opens_sentence(tokens: Tokens, n: int) -> bool:
    """Whether the word stands where any word has a capital."""
    if n == 0 or n - 1 in tokens.asked:
        return True
    before = tokens.before(n)
    kept = before.strip(_OPENERS)
    if "\n" in before:
        return True
    if not kept:
        return '"' in before or "“" in before
    if kept[-1] == "." and kept.count(".") == 1 and before.startswith("."):
        word = tokens.words[n - 1]
        return not (len(word) == 1 and word.isupper()) and not (is_title(word) and len(word) < 5)
    return kept[-1] in _SENTENCE_ENDS


def features_of(found: Candidate) -> list[str]:
    """All features of a candidate by its own surroundings."""
    features: list[str] = []
    _by_itself(found, features)
    _by_what_precedes(found, features)
    _by_what_follows(found, features)
    return features


def _by_itself(found: Candidate, features: list[str]) -> None:
    tokens, head = found.tokens, found.tokens.words[found.last]
    alone = found.first == found.last
    key = found.key
    if "-" in key and any(is_common_word(part) and len(part) > 3 for part in key.split("-")):
        features.append("-made of words of the language")
    if found.weak:
        features.append("-a word of the language")
    if found.given:
        features.append("forename or initial before it")
    if found.inverted:
        features.append("family name first in a list")
    if alone and sort_of(head) == "forename":
        features.append("a forename")
    name = found.text
    if is_known_place(name) or (alone and key in _sets()["regions"]):
        both = alone and is_given_name(head) and key not in _sets()["regions"]
        features.append("-a known place, and a forename" if both else "-a known place")
    if head.isupper() and len(head) > 1 and found.first not in tokens.labels:
        features.append("-in capitals")
    if found.first != found.last and not found.given and not found.weak and not is_particle(tokens.words[found.first]):
        features.append("-two words, neither of them a forename")
    if found.first < found.last and tokens.words[found.first] in _FOREIGN_ARTICLES and not found.titles:
        features.append("-after a foreign article")
    if _FIRM.match(tokens.text, tokens.after[found.last]):
        features.append("-a firm")
    if tokens.labels.get(found.first) == "name":
        article = tokens.labels.get(found.first - 1) == "name" and tokens.low(found.first - 1) in _NOT_OF_PERSONS
        features.append("-label of nobody" if article else "label of a turn")
    elif tokens.labels.get(found.first) == "aside":
        features.append("spoken to in a label")


def _by_what_precedes(found: Candidate, features: list[str]) -> None:
    tokens, n = found.tokens, found.first
    if found.titles:
        words = [tokens.words[t] for t in found.titles]
        if any(is_courtesy(word) for word in words):
            features.append("form of address before it")
        elif any(word[0].isupper() and is_title(word) for word in words):
            features.append("title before it" if _stands_titled(found) else "-a title, but a word of the language")
        elif any(is_calling(word) and word[0].islower() for word in words):
            features.append("calling before it")
        elif any(word[0].islower() for word in words) and not _is_article(tokens, found.titles[0] - 1):
            features.append("calling before it")
        elif any(word[0].islower() for word in words):
            features.append("-after an article")
        n = found.titles[0]
    before = tokens.before(n)
    if n == 0 or opens_sentence(tokens, n):
        features.append("first in its sentence")
    if _ALONE_IN_BRACKETS.search(before):
        closing = tokens.text[tokens.after[found.last] : tokens.after[found.last] + 2].lstrip()
        if closing[:1] == ")" and n and _names_a_body(tokens.words[n - 1]):
            features.append("-explains what stands before it")
        elif closing[:1] in ("]", ")"):
            features.append("alone in brackets")
    if before == ", " and n and is_calling(tokens.words[n - 1]) and tokens.words[n - 1][0].islower():
        features.append("role before it")
    if n == 0 or before.strip(" \n") not in ("", ".") or (before.startswith(".") and tokens.low(n - 1) not in ("st", "ste")):
        return
    low, sets = tokens.low(n - 1), _sets()
    if found.titles:
        return
    if n == found.first and before == " " and _is_foreign_body(tokens, n - 1):
        features.append("-after another word with a capital")
    if low == "the":
        features.append("-after 'the', with a noun" if _noun_follows(found) else "-after 'the'")
    elif low in _NOT_OF_PERSONS:
        features.append("-after an article")
    elif low in sets["in"] and not tokens.owns(found.last):
        features.append("-after 'in' or 'at'")
    elif low == "to" and "-a known place" not in features and any(tokens.low(n - k) in sets["giving"] for k in range(2, 9)):
        features.append("given or said to")
    elif low in _LEADING and tokens.low(n - 2) in sets["motions"] and not tokens.owns(found.last):
        features.append("-after a word of motion")
    elif low == "of" and _OF_A_DATE.search(tokens.text, max(0, found.start - 8), found.start):
        features.append("-a date")
    elif low == "of" and n > 1 and tokens.low(n - 2) in sets["firms"]:
        features.append("-a firm")
    elif low == "from" and tokens.low(found.last + 1) == "to" and tokens.words[found.last + 2 : found.last + 3] and tokens.words[found.last + 2][0].isupper():
        features.append("-from one to the other")
    elif low == "of" and n > 1 and _is_name_before(tokens, n - 2):
        features.append("-of it, after a name")
    elif low in ("st", "saint", "ste") and tokens.words[n - 1][0].isupper():
        features.append("-after 'Saint'")
    elif low in ("from", "to") and tokens.low(n - 2) in sets["speech nouns"] and "-a known place" not in features:
        features.append("whose thing it is")
    elif low in sets["to"] and not (low == "from" and tokens.low(n - 2) == "apart"):
        features.append("-after 'from' or 'to'")
    elif low == "of" and tokens.low(n - 2) in sets["of"]:
        features.append("-after 'town of'")
    elif low == "of" and tokens.low(n - 2) in sets["bodies' things"]:
        features.append("-owns what bodies have")
    elif low == "of" and tokens.low(n - 2) in sets["offices"]:
        features.append("-an office of it")
    elif low == "of" and tokens.low(n - 2) in sets["nouns"]:
        features.append("whose thing it is")
    elif low in sets["verbs"]:
        features.append("object of what is done to persons")
    elif low in sets["prepositions"]:
        features.append("after 'by' or 'with'")


def _is_name_before(tokens: Tokens, n: int) -> bool:
    word = tokens.words[n]
    if not word[0].isupper() or tokens.gap(n) != " " or tokens.owns(n):
        return False
    return sort_of(word) in ("name", "forename", "people", "title", "courtesy", "thing") or word.casefold().endswith("s")


def _names_a_body(word: str) -> bool:
    """Whether the word ends the name of a body or place: "the Savings Bank (Granit)"."""
    return word[0].isupper() and (sort_of(word) in ("common", "thing", "people") or (word.isupper() and len(word) > 1))


def _stands_titled(found: Candidate) -> bool:
    """Whether "Captain Reed" stands there, and not "the General Staff" or "Deputy Minister"."""
    tokens = found.tokens
    if not found.weak:
        return True
    return sort_of(tokens.words[found.last]) == "common" and tokens.low(found.titles[0] - 1) != "the"


def _is_article(tokens: Tokens, n: int) -> bool:
    return tokens.low(n) in ("a", "an")


def _noun_follows(found: Candidate) -> bool:
    """Whether a common noun follows, so that "the" goes with it: "the Hartley trial", "the Hartley memorandum"."""
    tokens, n = found.tokens, found.last
    low = tokens.low(n + 1)
    if tokens.gap(n) != " " or not low or tokens.words[n + 1][0].isupper():
        return False
    sets = _sets()
    return not (low in sets["functions"] or low in sets["acts"] or low in sets["speech"] or low.endswith(("ly", "ing", "ed")))


def _is_foreign_body(tokens: Tokens, n: int) -> bool:
    """Whether the word is one of the language that has its capital from being part of a name: "Metro Hartley"."""
    word = tokens.words[n]
    if word.casefold() in kind_words("functions"):
        return False
    return word[0].isupper() and sort_of(word) in ("common", "thing") and not opens_sentence(tokens, n) and not tokens.owns(n)


def _by_what_follows(found: Candidate, features: list[str]) -> None:
    tokens, n = found.tokens, found.last
    gap, low = tokens.gap(n), tokens.low(n + 1)
    sets = _sets()
    if not low:
        return
    following = tokens.words[n + 1]
    if tokens.owns(n):
        near = [tokens.low(n + k) for k in (1, 2, 3)]
        if gap in (" ", "\n") and near[0] in sets["bodies' things"]:
            features.append("-owns what bodies have")
        elif gap in (" ", "\n") and any(word in sets["nouns"] for word in near):
            features.append("owns what persons have")
        else:
            features.append("owns something")
        return
    if gap == " " and is_title_behind(following) and following[0].isupper():
        features.append("title behind it")
    elif gap == " ":
        if following[0].isupper():
            sort = sort_of(following)
            if low in sets["plain"]:
                features.append("names an event")
            elif sort in ("thing", "common") or low in sets["things"]:
                features.append("-part of a longer name")
            elif sort in ("name", "forename"):
                features.append("-before another name")
        elif low in sets["events"]:
            features.append("names an event")
        elif found.first == n and found.key.endswith(_ADJECTIVES) and _noun_follows(found):
            features.append("-an adjective by its look")
        elif low in sets["small"]:
            features.append("-names a place or body")
        else:
            ahead = n + 1
            while ahead < n + 3 and (tokens.low(ahead) in _BETWEEN_VERB or tokens.low(ahead).endswith("ly")):
                ahead += 1
            verb = tokens.low(ahead)
            if _is_done_to_bodies(tokens, ahead):
                features.append("-what is done to firms, ships or places")
            elif _is_object(found):
                pass
            elif verb in sets["speech"]:
                told = found.weak and verb in _TELLING and tokens.low(ahead + 1) in _TOLD
                features.append("tells somebody" if told else "speaks or writes")
            elif verb in sets["acts"]:
                features.append("does or suffers what persons do")
    elif gap.startswith(","):
        if low == "which":
            features.append("-'which' after it")
        elif low == "being":
            features.append("role after it")
        elif low == "where" or (low in ("at", "in", "from", "on") and tokens.low(n + 2) == "which"):
            features.append("-'where' after it")
        elif low in ("who", "whom", "whose"):
            features.append("'who' after it")
        elif _AGE.match(tokens.text, tokens.after[n]):
            features.append("age after it")
        else:
            if found.weak and _ASIDE_AND_TELLING.match(tokens.text, tokens.after[n]):
                features.append("tells somebody")
            match = _APPOSITION.match(tokens.text, tokens.after[n])
            if match is not None and any(_is_role(word) for word in match.groups() if word):
                features.append("role after it")


def _is_object(found: Candidate) -> bool:
    """Whether a preposition stands before it, so that the verb behind it is another's: "the mayor of Harville wrote"."""
    before = (found.titles[0] if found.titles else found.first) - 1
    return found.tokens.low(before) in _BEFORE_OBJECTS and not found.tokens.gap(before).strip()


def _is_done_to_bodies(tokens: Tokens, n: int) -> bool:
    """Whether "was built", "had been founded", "foundered" follows."""
    first = n
    while tokens.low(n) in _AUXILIARIES:
        n += 1
    return tokens.low(n) in (_sets()["done to bodies"] if n > first else _sets()["bodies"])


def _is_role(word: str) -> bool:
    return is_calling(word) or (is_title(word) and not is_courtesy(word)) or word in ("member", "head")
