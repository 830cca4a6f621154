"""What answers a claim of one sort in words that by themselves say otherwise: "he sent it back" under "HE WAS BRIBED".

The sorts are data (``contraries.toml``), English so far.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from testimonia.model import Span
from testimonia.words.verbs import base_of, may_be_past

from .contexts import is_his_voice, is_of_others, is_supposed
from .denied import clause_around
from .exhibits import Exhibit, Point
from .lines import Line
from .sides import clause_begin
from .vocabulary import stem_of

__all__ = ["borne_out", "contraries", "may_be_borne_out"]

_DATA = Path(__file__).with_name("contraries.toml")
_NEGATIONS = re.compile(r"\b(?:no|not|never|nobody|none|without|nothing|neither)\b|n[’']t\b", re.IGNORECASE)
_BRIEF = 6  # sentences of an excerpt that speaks of little else
_FIRST = frozenset(("i", "we"))
_HE = frozenset("he she they it".split())
_HIM = frozenset(("him", "her", "them", "it"))
_ARTICLES = frozenset("a an the his her their its this that".split())
_BESIDE = frozenset("of beside near by in at from with behind under above to for like".split())
_NO = (["no"], ["a"])
_OPENING = frozenset("and but that when as because since for though if which while".split())
_WAS = (["was"], ["were"])
_HIS = frozenset(("his", "her", "their"))
_OBJECT = 3  # words behind an answer in which stands to whom or to what it is done
_OWN = frozenset(
    "nobody no not everybody everyone the a another one two three four five six several many some".split()
)  # an answer that begins with its own subject
_BACK = 2  # sentences in which whom a pronoun means is looked for
_JOINED = frozenset(("and", "but", ","))
_NO_ANSWER = re.compile(  # "was loved by nobody", "was well off until the bank failed"
    r"\s+(?:but|except|save)\b|[^.;:]{0,40}?\b(?:by\s+(?:nobody|no\s+one|none)|when|(?:until|till)(?!\s+(?:the|his|her|their)\s+(?:last|end|death)))\b",
    re.IGNORECASE,
)


class _Row(NamedTuple):
    """One sort of claim; ``denies`` where the claim itself has that there was nothing of it, ``both`` where it may.

    ``others``: what anybody does to whom or to what the claim tells of answers it: "upheld the will".
    ``alone`` answers it in words that need no subject, and have none that the claim knows nothing of, where the
    sentence is as ``near`` the claim as that.
    """

    asks: tuple[str, ...]
    said: str  # in small letters
    answered: str
    hints: frozenset[str]
    but: frozenset[str]
    denies: bool
    both: bool
    others: bool
    told: str  # what bears such a claim out, empty where nothing does by itself
    alone: str
    near: float

    @property
    def says(self) -> re.Pattern[str]:
        """What of a claim in small letters makes it one of this sort."""
        return _pattern(self.said)

    @property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """What answers it: made where a claim is of this sort, which most sorts have none of on a page."""
        return tuple(_pattern(words) for words in (self.answered, self.alone) if words)


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


@cache
def _rows() -> tuple[_Row, ...]:
    tables = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    answers = {name: row.get("answers", ()) for name, row in tables.items()}
    return tuple(
        _Row(
            tuple(row["asks"].split()),
            "|".join(row["says"]),
            "|".join(row.get("answers", ())),
            frozenset(row["words"].split()),
            frozenset(row.get("but", "").split()),
            row.get("denies", False),
            row.get("both", False),
            row.get("others", False),
            "|".join((*row.get("tells", ()), *answers.get(row.get("mirror", ""), ()))),
            "|".join(row.get("alone", ())),
            row.get("near", 0.0),
        )
        for row in tables.values()
    )


@lru_cache(maxsize=256)
def _asked(claim: str) -> tuple[tuple[Span, _Row], ...]:
    """The rows that a claim is of, with the words of it."""
    denies = _NEGATIONS.search(claim) is not None
    low = claim.lower()
    if len(low) != len(claim):
        low = claim  # a letter whose small form is two
    found = []
    for row in _rows():
        if not any(map(low.__contains__, row.asks)):
            continue
        own = row.says.search(low) if row.denies or row.both or not denies else None
        if own is not None and not any(answer.search(claim) for answer in row.patterns):
            found.append((Span(*own.span()), row))
    return tuple(found)


def contraries(exhibit: Exhibit) -> Iterator[Point]:
    """The first answer of each row that the claim is of."""
    heading = exhibit.heading
    if heading.is_topic or heading.is_unproved:
        return
    if not exhibit.whole and len(exhibit.lines) > _BRIEF:
        return
    for own, row in _asked(heading.text):
        for n, line in enumerate(exhibit.lines):
            if line.is_question or line.low_forms.isdisjoint(row.hints):
                continue
            rule, words = _answer(exhibit, n, own, row)
            if words is not None:
                place, weight = clause_around(line, words), max(0.4, exhibit.near(n))
                yield Point(rule, exhibit, own, place, words, weight)
                break


def _answer(exhibit: Exhibit, n: int, own: Span, row: _Row) -> tuple[str, Span | None]:
    """The words of a sentence that answer a claim of the sort, ``None`` where none do, and the rule."""
    line = exhibit.lines[n]
    found = _pattern(row.answered).search(line.text, line.start, line.end) if row.answered else None
    if found is not None and not _is_of_others(exhibit, n, found.start()):
        words = Span(*found.span())
        if _is_told(exhibit, n, words, own, row):
            return "contrary", words
    found = _pattern(row.alone).search(line.text, line.start, line.end) if row.alone else None
    if found is None:
        return "", None
    if row.near and exhibit.near(n, _concepts(exhibit, own)) < row.near:
        return "", None
    at = next((k for k, word in enumerate(line.words) if word.end > found.start()), 0)
    if line.is_denied(at) or is_supposed(line, at) or is_of_others(line, at):
        return "", None
    if any(word.low in row.but for word in line.words[clause_begin(line, at) : at]):
        return "", None
    if not _is_of_its_subject(exhibit, n, at, bare=True):
        return "", None  # "the envelope was in another hand", under a claim on the will
    return "contrary:alone", Span(*found.span())


def _concepts(exhibit: Exhibit, own: Span) -> frozenset[str]:
    """What the words of a claim by which it is of a sort mean."""
    words = exhibit.heading.line.words
    return frozenset(word.concept for word in words if own.start <= word.start < own.end and word.concept)


def may_be_borne_out(exhibit: Exhibit, claim: Span) -> bool:
    """Whether words of the claim make it one of a sort of which it is known what accounts tell that bear it out."""
    return any(row.told for own, row in _asked(exhibit.heading.text) if own.overlaps(claim))


def borne_out(exhibit: Exhibit, claim: Span) -> tuple[float, Span] | None:
    """Where an excerpt tells what such words of a claim say: "he took me for his brother" under "HE WAS MAD".

    The nearest to the claim of the clauses, with how near it is; ``None`` where none is told outright.
    """
    found = None
    for own, row in _asked(exhibit.heading.text):
        tells = _pattern(row.told) if row.told and own.overlaps(claim) else None
        for n, line in enumerate(exhibit.lines) if tells else ():
            if line.is_question or (found is not None and exhibit.near(n) <= found[0]):
                continue
            match = tells.search(line.text, line.start, line.end) if tells else None
            if match is None or _is_of_others(exhibit, n, match.start()):
                continue
            at = next((k for k, word in enumerate(line.words) if word.end > match.start()), 0)
            if not (line.is_denied(at) or is_supposed(line, at)):
                found = exhibit.near(n), clause_around(line, Span(*match.span()))
    return found


def _is_told(exhibit: Exhibit, n: int, words: Span, own: Span, row: _Row) -> bool:
    """Whether it is told outright, and of what the claim tells of: not "his son died in his bed", of the father."""
    line = exhibit.lines[n]
    at = next((k for k, word in enumerate(line.words) if word.end > words.start), 0)
    if line.is_denied(at) or any(low in ("not", "never") for low in line.lows[max(0, at - 6) : at]):
        return False  # "I never told you that he sent it back"
    if is_supposed(line, at) or is_of_others(line, at) or _NO_ANSWER.match(line.text, words.end, line.end):
        return False
    if "it" in line.lows[max(0, at - 2) : at] and line.text[words.end : line.end].lstrip().startswith(("that ", "to ")):
        return False  # "it was clear that he slept"
    if any(word.low in row.but for word in line.words[clause_begin(line, at) : at]):
        return False
    if not row.denies and _says_it_too(exhibit, line, words, own):
        return False
    return _is_of_its_subject(exhibit, n, at) or _is_done_to_it(exhibit, line, at, words, row.others)


def _says_it_too(exhibit: Exhibit, line: Line, words: Span, own: Span) -> bool:
    """Whether the sentence has the claim's own word too, undenied: "the lease had run out, and Ash was dismissed"."""
    mine = {
        _stem(word.low) for word in exhibit.heading.line.words if own.start <= word.start < own.end and word.concept
    }
    return any(
        may_be_past(word.low)
        and _stem(word.low) in mine
        and not words.start <= word.start < words.end
        and not line.is_denied(k)
        for k, word in enumerate(line.words)
    )


def _stem(low: str) -> str:
    return stem_of(base_of(low))


def _is_of_its_subject(exhibit: Exhibit, n: int, at: int, *, bare: bool = False) -> bool:
    """Whether the noun before an answer is one of the claim's, or a pronoun that may mean it.

    A ``bare`` answer may have no subject at all, and an "I" where the claim names nobody.
    """
    line, heading = exhibit.lines[n], exhibit.heading
    verb = -1  # the verb before an "it" that is no subject: "Lowe left it of his own accord"
    for k in range(at, -1, -1):
        word = line.words[k]
        low = word.low
        if k == verb:
            continue
        if low in (";", ":") and k < at:
            return False
        if bare and low == "that" and k < at:
            return True
        if low in _FIRST:
            return is_his_voice(exhibit, word.start) or ((low == "we" or bare) and not heading.persons)
        if low == "it" and line.lows[k - 1 : k] and line.lows[k - 1][:1].isalnum() and line.lows[k - 1] not in _OPENING:
            verb = k - 1
            continue
        if low in _HE:
            return low in ("it", "they") or _may_be_he(exhibit, n, word.start)
        if word.person is not None:
            if line.text[word.end : word.end + 1] == ":":
                return False
            if line.text[word.start : word.end].endswith(("'s", "’s")):
                continue
            if not _stands_behind(line, k):
                return word.person in heading.persons
            continue
        if k == at and low in _HIS:
            return _may_be_he(exhibit, n, word.start)
        if word.concept in heading.weights and (k < at or line.lows[k + 1 : k + 2] in _WAS):
            if not _stands_behind(line, k):
                return True
            continue
        if k < at and word.concept and not low.endswith("ly"):
            if _is_verb(line, k, at) or (bare and may_be_past(low)):
                continue
            return False
    return bare


def _stands_behind(line: Line, k: int) -> bool:
    """Whether a noun only says more of another: "the barn beside the mill", "the clerk of Holm"."""
    before = [low for low in line.lows[max(0, k - 2) : k] if low not in _ARTICLES]
    return bool(before) and before[-1] in _BESIDE


def _is_verb(line: Line, k: int, at: int) -> bool:
    """Whether a word is the verb of a clause that is joined with what stands at a place: "Ash sat down and wept"."""
    low = line.lows[k]
    joined = not _JOINED.isdisjoint(line.lows[k + 1 : at])
    return joined and may_be_past(low)


def _may_be_he(exhibit: Exhibit, n: int, start: int) -> bool:
    """Whether the claim tells of all whom the sentence names before a "he", or of one in the last that names any."""
    persons = exhibit.heading.persons
    for line in reversed(exhibit.lines[max(0, n - _BACK) : n + 1]):
        named = {name.person for name in line.named if name.start < start or line is not exhibit.lines[n]}
        if named:
            return named <= persons if line is exhibit.lines[n] else not named.isdisjoint(persons)
    return True


def _is_done_to_it(exhibit: Exhibit, line: Line, at: int, words: Span, others: bool) -> bool:
    """Whether the words have a subject of their own, or may have any, and are of the claim's: "upheld the will"."""
    if not others and line.lows[at] not in _OWN:
        return False
    last = next((k for k, word in enumerate(line.words) if word.start >= words.end), len(line.words))
    for k in range(max(0, at - others), min(last + _OBJECT, len(line.words))):  # "opened it on his own authority"
        word = line.words[k]
        if k >= last and not word.low[:1].isalnum():
            break
        if word.person in exhibit.heading.persons or word.low in _HIM:
            return True
        if word.concept in exhibit.heading.weights and (not may_be_past(word.low) or line.lows[k - 1 : k] in _NO):
            return True
        if word.low in ("me", "us"):
            return is_his_voice(exhibit, word.start)
    return False


def _is_of_others(exhibit: Exhibit, n: int, start: int) -> bool:
    """Whether a sentence names people before a place and none whom the claim names, who are named.

    The label of a turn ("REED: ") names who speaks, and not of whom.
    """
    line = exhibit.lines[n]
    before = (name for name in line.named if name.start < start and line.text[name.end : name.end + 1] != ":")
    named = {name.person for name in before}
    persons = exhibit.heading.persons
    return bool(named) and bool(persons) and named.isdisjoint(persons)
