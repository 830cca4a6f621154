"""Words that show how near somebody stood: what he did, saw, was told or read, in his own first person.

The words are data (``nearness.toml``). English so far; another language is another table.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

from testimonia.model import Nearness, Span
from testimonia.words.stems import is_function_word
from testimonia.words.verbs import is_irregular_participle, is_irregular_past, verb_forms

__all__ = ["Sign", "find_signs", "first_person"]

_WORD = re.compile(r"[^\W_]+")
_WORDS = Path(__file__).with_name("nearness.toml")

_ADVERB = (
    r"(?:\s+(?:[a-z]+ly|somehow|thus|therefore|now|nevertheless|never|also|then|again|soon|once|still|always|first|just|later|twice|both|all|often|already|only|even|"
    r"myself|ourselves))"
)
_SELF = rf"\b(?:I|[Ww]e){_ADVERB}{{0,2}}"
# "I saw", "we had then met"; the verb decides
_DONE = re.compile(rf"{_SELF}(?P<perfect>\s+had{_ADVERB}?)?\s+(?P<verb>[a-z]+)\b")
# "I was taken", "we had been called"; "I was in Hull"
_BEEN = re.compile(
    rf"{_SELF}\s+(?:was|were|had\s+been|have\s+been){_ADVERB}?\s+(?P<verb>[a-z]+)\b(?:\s+(?P<next>[\w-]+))?"
)
_ME = re.compile(r"\b(?:me|us)\b")
_TO = re.compile(r"\b(?P<verb>[a-z]+)\s+(?:(?:it|up|over|down|back|them|him|her)\s+)?(?P<to>to\s+)?$")
# what is done towards somebody: of other verbs "to me" says that it seems so to him, or belongs to him
_TOWARDS = frozenset(
    "came went ran walked turned gave handed brought sent wrote showed shown returned offered happened spoke presented "
    "delivered introduced carried passed pointed nodded beckoned sold lent paid read applied addressed".split()
)
_PERCEIVED = re.compile(
    rf"{_SELF}(?:(?:\s+had)?\s+heard\s+(?:him|her|them|his|my|the|a|an|no|only|one|two|three|someone|somebody|voices|shots|"
    r"footsteps)|\s+(?:could|(?:did|could)\s+not|didn't|didn’t|couldn't|couldn’t)\s+(?:see|hear|watch))\b"
)
_PLACES = frozenset("in at on with inside outside near aboard beside behind under".split())
_NO_PLACES = frozenset(
    "favour favor doubt error agreement no a great despair fault pains odds liberty least all last first that this "
    "such which it contact touch".split()
)
# "as we saw", of the book itself; "have not told me"
_OF_THE_BOOK = re.compile(r"\b(?:as|which|that)\s+$", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|never|nobody|none|no\s+one|nor)\b(?:\s+\w+){0,2}\s+$|n['’]t\s+$", re.IGNORECASE)
_BEFORE = 30  # characters in which such words stand
_NO_PASTS = frozenset("need indeed speed feed heed exceed proceed succeed breed bleed weed seed deed creed".split())


@dataclass(frozen=True, slots=True)
class Sign:
    """Words ``text[start:end]`` that show how near their speaker stood, how sure that is, and why in a phrase."""

    start: int
    end: int
    nearness: Nearness
    rule: str
    weight: float


class _Phrase:
    """A phrase of the table, made a regular expression when a text first has the words of it.

    ``needs`` are sets of words in small letters: the phrase stands only where one of each does.
    """

    def __init__(
        self, written: str, needs: tuple[frozenset[str], ...], nearness: Nearness, rule: str, weight: float
    ) -> None:
        self.written, self.needs, self.nearness, self.rule, self.weight = written, needs, nearness, rule, weight

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{self.written})\b")


@dataclass(frozen=True, slots=True)
class _Table:
    phrases: tuple[_Phrase, ...]
    by_word: dict[str, tuple[int, ...]]  # a word without which none of these phrases stands → their numbers
    seeing: frozenset[str]
    thinking: frozenset[str]
    telling: frozenset[str]
    feeling: frozenset[str]


_SAW, _DID, _BROUGHT = ("saw or heard it himself", 0.95), ("did it himself", 0.8), ("it was done to him", 0.85)
_WAS_THERE = ("was there", 0.8)


def find_signs(text: str, start: int = 0, end: int | None = None) -> list[Sign]:
    """The signs in ``text[start:end]``, in order, none within another.

    >>> [(s.nearness.value, s.rule) for s in find_signs("I saw her strike. I was told that the horn was silent.")]
    [('present', 'saw or heard it himself'), ('heard', 'was told')]
    """
    return list(_found(text, start, len(text) if end is None else end))


@lru_cache(maxsize=2048)
def _found(text: str, start: int, end: int) -> tuple[Sign, ...]:
    # the longer of two that begin together, and of those the surer
    found = sorted(_signs(text, start, end), key=lambda sign: (sign.start, -sign.end, -sign.weight))
    kept: list[Sign] = []
    for sign in found:
        if not kept or sign.start >= kept[-1].end:
            kept.append(sign)
    return tuple(kept)


def _signs(text: str, start: int, end: int) -> Iterator[Sign]:
    table = _table()
    words = set(_WORD.findall(text[start:end].lower()))
    for number in sorted({number for word in words & table.by_word.keys() for number in table.by_word[word]}):
        phrase = table.phrases[number]
        if any(map(words.isdisjoint, phrase.needs)):
            continue
        for met in phrase.pattern.finditer(text, start, end):
            if not _NOT.search(text, max(start, met.start() - _BEFORE), met.start()):
                yield Sign(met.start(), met.end(), phrase.nearness, phrase.rule, phrase.weight)
    if not words.isdisjoint(("i", "we")):
        yield from _of_self(text, start, end, table)
    for me in () if words.isdisjoint(("me", "us")) else _ME.finditer(text, start, end):
        met_to = _TO.search(text, max(start, me.start() - _BEFORE), me.start())
        verb = met_to["verb"] if met_to else ""
        if not met_to or (met_to["to"] and verb not in _TOWARDS):
            continue
        if _is_past(verb, perfect=False) and verb not in table.telling and verb not in table.thinking:
            yield Sign(met_to.start(), me.end(), Nearness.PRESENT, *_BROUGHT)


def _of_self(text: str, start: int, end: int, table: _Table) -> Iterator[Sign]:
    """The signs in what is told of "I" or "we"."""
    for met in _DONE.finditer(text, start, end):
        verb = met["verb"]
        of_the_book = _OF_THE_BOOK.search(text, max(start, met.start() - _BEFORE), met.start())
        if of_the_book or not _is_past(verb, bool(met["perfect"])):
            continue
        if verb in table.seeing:
            yield Sign(met.start(), met.end(), Nearness.PRESENT, *_SAW)
        elif verb not in table.thinking:
            yield Sign(met.start(), met.end(), Nearness.PRESENT, *_DID)
    for met in _PERCEIVED.finditer(text, start, end):
        yield Sign(met.start(), met.end(), Nearness.PRESENT, *_SAW)
    for met in _BEEN.finditer(text, start, end):
        verb = met["verb"]
        if verb in _PLACES:
            if met["next"] is not None and met["next"].lower() not in _NO_PLACES:
                yield Sign(met.start(), met.end(), Nearness.PRESENT, *_WAS_THERE)
        elif verb not in table.feeling and (verb.endswith("ed") or is_irregular_participle(verb)):
            yield Sign(met.start(), met.end("verb"), Nearness.PRESENT, *_BROUGHT)


def _is_past(verb: str, perfect: bool) -> bool:
    if verb.endswith("ed"):
        return verb not in _NO_PASTS
    return is_irregular_participle(verb) if perfect else is_irregular_past(verb)


@cache
def _table() -> _Table:
    read = tomllib.loads(_WORDS.read_text(encoding="utf-8"))
    papers = "(?:" + "|".join(sorted(read["papers"]["words"].split(), key=len, reverse=True)) + ")"
    phrases: list[_Phrase] = []
    by_word: dict[str, tuple[int, ...]] = {}
    for nearness in (Nearness.PRESENT, Nearness.HEARD, Nearness.READ):
        for group in read[nearness.value].values():
            for phrase in group["phrases"].split(";"):
                if phrase.strip():
                    needs = _needed_words(phrase, papers)
                    for word in min(needs, key=lambda words: sum(map(is_function_word, words))):  # that few texts have
                        by_word[word] = (*by_word.get(word, ()), len(phrases))
                    phrases.append(_Phrase(_pattern(phrase, papers), needs, nearness, group["rule"], group["weight"]))
    return _Table(
        tuple(phrases),
        by_word,
        _pasts(read["seeing"]["verbs"]),
        _pasts(read["thinking"]["verbs"]),
        _pasts(read["telling"]["verbs"]),
        frozenset(read["feeling"]["words"].split()),
    )


def _pasts(entries: str) -> frozenset[str]:
    forms = [verb_forms(entry) for entry in entries.split()]
    return frozenset(form for verb in forms for form in (verb.past, verb.participle))


def _needed_words(phrase: str, papers: str) -> tuple[frozenset[str], ...]:
    """Sets of words in small letters, of each of which one stands wherever a phrase of the table does."""
    choices: list[frozenset[str]] = []
    for word in phrase.split():
        if word == "~" or word.endswith("?"):
            continue
        plain = "|".join(_word(one, papers) for one in word.split("|")).lower()
        plain = re.sub(r"\(\?<![^)]*\)|\[(\w)\1\]", r"\1", plain).replace("\\", "")
        choices.append(frozenset(found for one in plain.split("|") for found in _WORD.findall(one)[:1]))
    return tuple(choices)


def _pattern(phrase: str, papers: str) -> str:
    """A phrase of the table as a regular expression; its words may begin with a capital."""
    written, gap = "", ""
    for word in phrase.split():
        choice = "|".join(_word(one, papers) for one in word.removesuffix("?").split("|"))
        if word == "~":
            written += r"(?:\s+[\w'’-]+){0,3}?"
        elif not word.endswith("?"):
            written += rf"{gap}(?:{choice})"
        elif gap:
            written += rf"(?:\s+(?:{choice}))?"
        else:  # the first, which brings its gap with it
            written += rf"(?:(?:{choice})\s+)?"
            continue
        gap = r"\s+"
    return written


def _word(word: str, papers: str) -> str:
    if word == "i":
        return r"I|[Ww]e"
    if word in ("me", "my"):
        return {"me": "me|us", "my": "[Mm]y|[Oo]ur"}[word]
    if word == "paper":
        return rf"(?<!\bto\s){papers}"  # "to report" is none
    if word.endswith("*"):
        forms = verb_forms(word.removesuffix("*"))
        return "|".join(sorted({forms.base, forms.third, forms.ing, forms.past, forms.participle}))
    first = word[0]
    return f"[{first.upper()}{first}]{re.escape(word[1:])}" if first.isalpha() else re.escape(word)


_FIRST = re.compile(r"\b(?:I\b(?!\.)|(?:[Mm]y|[Mm]yself|me)\b)")


def first_person(text: str, start: int, end: int) -> Span | None:
    """The first word by which somebody speaks of himself; ``None`` where he does not."""
    met = _FIRST.search(text, start, end)
    return None if met is None else Span(met.start(), met.end())
