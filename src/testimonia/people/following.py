"""What stands behind a candidate: what it owns, does and suffers, who is said to be it, what it is a part of."""

from __future__ import annotations

import re

from testimonia.words.titles import is_calling, is_courtesy, is_title, is_title_behind

from .candidates import Candidate
from .clues import clues
from .preceding import opens_sentence
from .sequences import has_noun_after
from .tokens import Tokens
from .word_sorts import sort_of

__all__ = ["by_what_follows"]

_ADJECTIVES = ("ian", "ean", "ese", "ish", "ic")
_AUXILIARIES = frozenset("was were is are has had have been be being".split())
_BEFORE_OBJECTS = frozenset(
    "of from to in at by with against for near on upon through under over about between into towards".split()
)
_BETWEEN = frozenset(
    "also then never always again further later once now only himself herself too soon first".split()
) | {
    "still",
    "merely",
    "even",
}
_TELLING = frozenset("told assured informed asked answered warned".split())
_TOLD = frozenset("me us him her them you".split())
_ASIDE_AND_TELLING = re.compile(
    rf",[^,.;:\n]{{2,60}},\s(?:{'|'.join(sorted(_TELLING))})\s(?:{'|'.join(sorted(_TOLD))})\b"
)
_AGE = re.compile(r",\s(?:aged )?\d{2}\b")
_DAY = re.compile(  # "Hartley, 4 May 1911", "Hartley, May 4th, 1911": with the year, as over a letter or below it
    r",\s(?:the\s)?(?:\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?[A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:st|nd|rd|th)?),?\s\d{4}\b"
)
_APPOSITION = re.compile(
    r",(?:\s(?:the|an?|his|her|their|its|our|my|then|now|once|formerly|former|late|old|young|new|first|another))*\s?"
    r"(?P<word>[^\W\d_][\w-]*)(?:\s(?P<next>[^\W\d_][\w-]*))?"
)
_ADDRESSING = frozenset("you your i we do don't vous votre tu je nous ihr sie du ich wir ty vy wy pan pani".split())
_OPENING_QUOTES = frozenset('"“‘«„‹')
_NEAR = 3  # words behind a possessive among which the thing is looked for: "Hartley's last long letter"


def by_what_follows(found: Candidate) -> list[str]:
    """The features of a candidate by what is printed behind it."""
    tokens, n = found.tokens, found.last
    if not tokens.low(n + 1):
        return []
    gap = tokens.gap(n)
    if tokens.owns(n):
        return [_by_possession(tokens, n, gap)]
    if gap == " ":
        feature = _by_capital(tokens, n) if tokens.words[n + 1][0].isupper() else _by_word(found)
        return [feature] if feature else []
    return _by_aside(found) if gap.startswith(",") else []


def _by_possession(tokens: Tokens, n: int, gap: str) -> str:
    near = [tokens.low(n + k) for k in range(1, _NEAR + 1)] if gap in (" ", "\n") else []
    if near and near[0] in clues()["bodies' things"]:
        return "-owns what bodies have"
    return "owns what persons have" if any(word in clues()["persons' things"] for word in near) else "owns something"


def _by_capital(tokens: Tokens, n: int) -> str | None:
    """The feature by a next word with a capital."""
    word, low = tokens.words[n + 1], tokens.low(n + 1)
    if is_title_behind(word):
        return "title behind it"
    if low in clues()["plain events"]:
        return "names an event"
    sort = sort_of(word)
    if sort in ("thing", "common") or low in clues()["things"]:
        return "-part of a longer name"
    return "-before another name" if sort in ("name", "forename") else None


def _by_word(found: Candidate) -> str | None:
    """The feature by a next word in small letters."""
    tokens, n, clue = found.tokens, found.last, clues()
    low = tokens.low(n + 1)
    if low in clue["events"]:
        return "names an event"
    if found.first == n and found.key.endswith(_ADJECTIVES) and has_noun_after(tokens, n):
        return "-an adjective by its look"
    if low in clue["small things"]:
        return "-names a place or body"
    verb = n + 1
    while verb < n + _NEAR and (tokens.low(verb) in _BETWEEN or tokens.low(verb).endswith("ly")):
        verb += 1
    return _by_verb(found, verb)


def _by_verb(found: Candidate, verb: int) -> str | None:
    tokens, clue = found.tokens, clues()
    past = verb
    while tokens.low(past) in _AUXILIARIES:
        past += 1
    if tokens.low(past) in clue["done to bodies" if past > verb else "bodies' acts"]:
        return "-what is done to firms, ships or places"
    if _is_object(found):
        return None
    if tokens.low(verb) in clue["speech"]:
        told = found.weak and tokens.low(verb) in _TELLING and tokens.low(verb + 1) in _TOLD
        return "tells somebody" if told else "speaks or writes"
    return "does or suffers what persons do" if tokens.low(verb) in clue["acts"] else None


def _is_object(found: Candidate) -> bool:
    """Whether a preposition stands before it, so that the verb is another's: "the mayor of Harville wrote"."""
    before = (found.titles[0] if found.titles else found.first) - 1
    return found.tokens.low(before) in _BEFORE_OBJECTS and not found.tokens.gap(before).strip()


def _by_aside(found: Candidate) -> list[str]:
    """The features by what follows after a comma."""
    tokens, n = found.tokens, found.last
    low, at = tokens.low(n + 1), tokens.after[n]
    if low == "which":
        return ["-'which' after it"]
    if low == "where" or (low in ("at", "in", "from", "on") and tokens.low(n + 2) == "which"):
        return ["-'where' after it"]
    if low in ("who", "whom", "whose"):
        return ["'who' after it"]
    if low == "being":
        return ["role after it"]
    if _DAY.match(tokens.text, at) and _stands_alone(found):
        return ["-heads a dateline"]
    if _AGE.match(tokens.text, at):
        return ["age after it"]
    if _is_spoken_to(found):
        return ["called out to"]
    features = ["tells somebody"] if found.weak and _ASIDE_AND_TELLING.match(tokens.text, at) else []
    match = _APPOSITION.match(tokens.text, at)
    if match is not None and any(_is_role(word) for word in match.groups() if word):
        features.append("role after it")
    return features


def _stands_alone(found: Candidate) -> bool:
    """Whether a lone word begins a sentence or stands behind a comma, with no title and no given name."""
    if found.titles or found.first < found.last:
        return False
    return found.tokens.before(found.first) == ", " or opens_sentence(found.tokens, found.first)


def _is_spoken_to(found: Candidate) -> bool:
    """Whether speech opens with the name and goes on with "you" or the like; a turn may go on with any word."""
    tokens, first = found.tokens, found.first
    if found.weak or found.titles or (first < found.last and not found.given):
        return False
    following = tokens.words[found.last + 1]
    if first - 1 in tokens.asked:
        return following[0].islower()
    return following.casefold() in _ADDRESSING and tokens.before(first).rstrip()[-1:] in _OPENING_QUOTES


def _is_role(word: str) -> bool:
    return is_calling(word) or (is_title(word) and not is_courtesy(word)) or word in ("member", "head")
