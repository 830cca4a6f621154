"""The page's own words for what somebody is, in apposition to the name.

Reads ``the harbour clerk Ames`` and ``Ames, then clerk of the harbour``; a sentence that says the same with a verb is
left alone. General nouns of office, calling, kin and procedure stand in ``role_nouns.txt``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from testimonia.words.titles import is_calling

from ..model import Reason, Span

__all__ = ["Role", "find_roles", "is_relation_alone", "role_nouns_in"]

NOUNS_PATH = Path(__file__).with_name("role_nouns.txt")
LONGEST_BEFORE = 6  # words before the name that its role may have
LONGEST_AFTER = 90  # code points after the comma
_REACH_BEFORE = 70  # code points
_MOST_AHEAD = 6  # words of a role before its noun
_MOST_WORDS = 12  # of a role after the name
BEFORE = "words before the name"
AFTER = "words after the name"
Role = tuple[Reason, frozenset[str]]

_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*\.?")
_THE = re.compile(r"\sthe\s(?P<words>[a-z][\w-]+)(?=[\s.,;:)]|$)")  # "Ash the clerk"
_AFTER = re.compile(r"(?:,|\s\(|\s[-–—])\s*[“\"«„]?(?P<words>[^,;:.()\[\]\n\"“”«»]{3,90})(?=[,;:.()\n]|$)")
_SPACES = re.compile(r"[ \t]+")
_NO_NOUNS = frozenset(
    "old young little poor dear late faithful named called messrs fellow boy girl lad comrades citizens".split()
)
_DETERMINERS = frozenset("the a an his her its their our my your this that one another".split())
_OWNERS = frozenset("his her its their our my your".split())
_RELATIONS = frozenset(  # nouns that say nothing without whose
    "friend friends son daughter brother sister father mother uncle aunt nephew niece cousin husband wife widow "
    "widower grandfather grandmother grandson granddaughter stepson stepfather stepmother half-brother half-sister "
    "brother-in-law sister-in-law father-in-law mother-in-law son-in-law daughter-in-law neighbour neighbor colleague "
    "colleagues companion ally accomplice follower supporter opponent rival namesake successor predecessor".split()
)
_STOPS = frozenset(
    "and or but nor of in on at by to from for with without under over against after before between through "
    "during about as than who whom whose which what when where while if is was were are be been being am has "
    "have had do does did will would shall should can could may might must not no he she it they we you i him "
    "them me us said says wrote told asked himself herself that there then so yet because although though "
    "since until".split()
)
_LINKS = frozenset("of to for with in at by from under and".split())
_VERBS = frozenset(
    "asked told said wants wanted was were is are had has have did does will would could should may might "
    "must can".split()
)
_MERE_ADDRESS = frozenset("comrade comrades citizen citizens friends count chair people's".split())
_OPENERS = frozenset("then formerly now once himself herself later currently also still himself originally too".split())


@cache
def _nouns() -> frozenset[str]:
    lines = NOUNS_PATH.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _noun(word: str) -> str | None:
    """The role noun in a word, in the singular; ``None`` for any other word."""
    plain = word.casefold().strip(".'’")
    if plain.endswith("s") and is_calling(plain[:-1]):  # several people's
        return None
    for form in (plain, plain.rsplit("-", 1)[-1]):
        if form in _nouns() or (is_calling(form) and form not in _NO_NOUNS):
            return form
    return None


def role_nouns_in(words: str) -> frozenset[str]:
    """All role nouns among some words."""
    return frozenset(noun for word in _TOKEN.findall(words) if (noun := _noun(word)))


def is_relation_alone(words: str) -> bool:
    """Whether a role says "friend" or "son" without whose.

    >>> is_relation_alone("the son"), is_relation_alone("his son"), is_relation_alone("son of the clerk")
    (True, False, False)
    """
    return all(word in _RELATIONS or word in ("the", "a", "an", "old", "young") for word in words.casefold().split())


def find_roles(text: str, name: Span, limits: Span, after: Span | None = None) -> tuple[Role, ...]:
    """The roles beside a name, with their nouns, looked for within ``limits``.

    ``after`` is where the next name stands: words that are that one's title or role are left to it.

    >>> text = "Then the harbour clerk Ames, formerly secretary of the Board, got up."
    >>> [reason.words for reason, nouns in find_roles(text, Span(23, 27), Span(0, len(text)))]
    ['harbour clerk', 'formerly secretary of the Board']
    """
    closed = text[name.end : name.end + 1] in (",", ".", ";", ")")
    found = [
        _role_before(text, name.start, limits.start, closed=closed),
        _role_after(text, name.end, limits.end, after),
    ]
    return tuple(role for role in found if role is not None)


def _role_before(text: str, start: int, left: int, *, closed: bool) -> Role | None:
    window = max(left, start - _REACH_BEFORE)
    line = text[window:start]
    if not line or not line[-1].isspace():
        return None
    tokens = list(_TOKEN.finditer(line))
    if not tokens or not (_SPACES.fullmatch(line[tokens[-1].end() :]) or line[tokens[-1].end() :] == ", "):
        return None
    noun = _noun(tokens[-1].group())
    apposed = line.rstrip().endswith(",")
    if apposed and not (closed and re.search(r"\b[Tt]he(?: [a-z]\w+){0,3} ?\w*,\s$", line)):
        return None
    if noun is None or noun in _MERE_ADDRESS or tokens[-1].group().endswith("."):
        return None
    if apposed and _is_of_another(line, tokens):
        return None
    first = opened = len(tokens) - 1
    while first > 0 and len(tokens) - first < LONGEST_BEFORE:
        ahead = tokens[first - 1]
        if _SPACES.fullmatch(line[ahead.end() : tokens[first].start()]) is None or ahead.group().endswith("."):
            break
        word = ahead.group().casefold()
        owner = word.endswith(("'s", "’s"))
        if word in _DETERMINERS or owner:
            # whose friend or son belongs to what is said
            opened = first - 1 if noun in _RELATIONS and (owner or word in _OWNERS) else first
            break
        if word in _STOPS:
            break
        first -= 1
    # the words between an article or possessive and the noun belong to the role; without one, the noun alone is sure
    span = Span(window + tokens[opened].start(), window + tokens[-1].end())
    words = span.cut(text)
    return Reason(BEFORE, words, span), role_nouns_in(words)


def _is_of_another(line: str, tokens: Sequence[re.Match[str]]) -> bool:
    """Whether "the brother of the clerk, Ames," may name the brother as well as the clerk."""
    owned = next((n for n in range(len(tokens) - 1, 0, -1) if tokens[n].group().casefold() == "the"), 0)
    return owned > 1 and tokens[owned - 1].group() == "of" and _noun(tokens[owned - 2].group()) is not None


def _role_after(text: str, end: int, right: int, after: Span | None) -> Role | None:
    the = _THE.match(text, end, right)
    if the is not None and _noun(the["words"]) is not None:
        span = Span(*the.span("words"))
        return Reason(AFTER, the["words"], span), role_nouns_in(the["words"])
    found = _AFTER.match(text, end, min(right, end + LONGEST_AFTER + 4))
    if found is None:
        return None
    words = found["words"].rstrip()
    start = found.start("words")
    tokens = list(_TOKEN.finditer(words))
    head = next((n for n, token in enumerate(tokens) if n and token.group().casefold() in _LINKS), len(tokens))
    noun_at = head - 1  # the noun stands last before "of", "for" or the end
    if len(tokens) > _MOST_WORDS or not 0 <= noun_at <= _MOST_AHEAD or _noun(tokens[noun_at].group()) is None:
        return None
    for token in tokens[:noun_at]:
        word = token.group().casefold()
        if (word in _STOPS and word not in _OPENERS) or token.group().endswith("."):
            return None
    rest = [token.group().casefold() for token in tokens[head:]]
    ahead = words[: tokens[noun_at].end()]
    if any(word in _VERBS for word in rest) or _is_mere_address(ahead):
        return None
    if after is not None and start <= after.start < start + len(words) and not _belongs(text, start, after, ahead):
        return None
    span = Span(start, start + len(words))
    return Reason(AFTER, words, span), role_nouns_in(ahead)


def _belongs(text: str, start: int, after: Span, ahead: str) -> bool:
    """Whether a role that holds another name is still the first one's: "the brother of Lowe", "Lowe's clerk"."""
    if after.start < start + len(ahead):  # the other name stands before the noun
        return text[after.end : after.end + 2] in ("'s", "’s", "s'") or text[after.end : after.end + 1] in "'’"
    before = text[start : after.start].split()
    return bool(before) and before[-1].casefold() in _LINKS


def _is_mere_address(words: str) -> bool:
    return words.split()[-1].casefold() in _MERE_ADDRESS
