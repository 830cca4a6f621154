"""The words of the audit: marks of reserve, qualifiers of headings, and words that mean much the same.

They are data (``vocabulary.toml``), English so far. All words are in small letters.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence, Set
from functools import cache, lru_cache
from itertools import compress
from pathlib import Path
from typing import NamedTuple

from testimonia.words.verbs import base_of

__all__ = [
    "Mark",
    "beginnings_against",
    "concept_of",
    "context_words",
    "is_deed",
    "is_heard",
    "is_stop",
    "marks_in",
    "may_have_marks",
    "qualifier_of",
    "rivals_of",
    "sides_in",
    "stem_of",
    "strong_rows",
    "things",
    "told_of",
    "weak_rows",
]

_DATA = Path(__file__).with_name("vocabulary.toml")
_GAP = 2  # words that "~" may stand for


class Mark(NamedTuple):
    """Words ``at`` to ``at + length`` of a sequence, and the kind of reserve that they show."""

    at: int
    length: int
    kind: str


@cache
def _tables() -> dict[str, dict[str, dict[str, str]]]:
    return tomllib.loads(_DATA.read_text(encoding="utf-8"))


_Entry = tuple[tuple[str, ...], str]


@cache
def _entries() -> tuple[dict[str, dict[str, tuple[_Entry, ...]]], dict[str, str]]:
    """Marks by their first and second word (empty where that may be any), longest first; and those of any ending."""
    found: dict[str, dict[str, list[_Entry]]] = {}
    open_ended: dict[str, str] = {}
    for kind, table in _tables()["marks"].items():
        for entry in table["entries"].split(";"):
            words = tuple(entry.split())
            if len(words) == 1 and words[0].endswith("*"):
                open_ended[words[0][:-1]] = kind
            elif words:
                second = words[1] if len(words) > 1 and words[1] != "~" and not words[1].endswith("*") else ""
                found.setdefault(words[0], {}).setdefault(second, []).append((words, kind))
    ordered = {
        first: {second: tuple(sorted(rows, key=lambda row: -len(row[0]))) for second, rows in by_second.items()}
        for first, by_second in found.items()
    }
    return ordered, open_ended


@lru_cache(maxsize=1 << 14)
def _open_mark(word: str) -> str | None:
    return longest_beginning(word, _entries()[1])


@lru_cache(maxsize=1 << 14)
def _may_mark(word: str) -> bool:
    """Whether a word is a mark, or begins one."""
    return word in _entries()[0] or _open_mark(word) is not None


def may_have_marks(lows: Set[str]) -> bool:
    """Whether a sentence of these words may show a mark: a quick way to pass over most."""
    entries = _entries()[0]
    for low in filter(_may_mark, lows):
        by_second = entries.get(low)
        if by_second is None:
            return True
        if "" in by_second or not by_second.keys().isdisjoint(lows):
            return True
    return False


def _length(words: Sequence[str], at: int, entry: tuple[str, ...]) -> int:
    """How many words from ``at`` on the entry takes, 0 where it does not stand there."""
    place = at
    for n, piece in enumerate(entry):
        if piece == "~":
            after = entry[n + 1]
            place = next((p for p in range(place, min(place + _GAP + 1, len(words))) if words[p] == after), -1)
            if place < 0:
                return 0
            continue
        if place >= len(words):
            return 0
        word = words[place]
        if not (word.startswith(piece[:-1]) if piece.endswith("*") else word == piece):
            return 0
        place += 1
    return place - at


def marks_in(words: Sequence[str]) -> list[Mark]:
    """The marks of reserve among words and punctuation, in order; none lies inside another.

    >>> marks_in("he was , it is said , frightened".split())
    [Mark(at=3, length=3, kind='hearsay')]
    """
    entries = _entries()[0]
    found: list[Mark] = []
    free = 0
    for at in compress(range(len(words)), map(_may_mark, words)):
        if at < free:
            continue
        word = words[at]
        by_second = entries.get(word)
        if by_second is None:
            open_kind = _open_mark(word)
            if open_kind is not None:
                found.append(Mark(at, 1, open_kind))
            continue
        second = words[at + 1] if at + 1 < len(words) else ""
        for entry, kind in (*by_second.get(second, ()), *(by_second.get("", ()) if second else ())):
            length = _length(words, at, entry)
            if length:
                found.append(Mark(at, length, kind))
                free = at + length
                break
    return found


@cache
def _stops() -> frozenset[str]:
    return frozenset(_tables()["stop"]["words"].split())  # type: ignore[attr-defined]


def is_stop(word: str) -> bool:
    """Whether a word is too common to tell what a heading is about."""
    return word in _stops()


@cache
def context_words(name: str) -> frozenset[str]:
    """One table of the words that show how others in their sentence are meant.

    Raises:
        KeyError: there is no such table.

    >>> "if" in context_words("supposed")
    True
    """
    return frozenset(_tables()["contexts"][name].split())  # type: ignore[attr-defined]


@cache
def _qualifiers() -> dict[str, str]:
    return {word: kind for kind, words in _tables()["qualifiers"].items() for word in words.split()}  # type: ignore[attr-defined]


def qualifier_of(word: str) -> str | None:
    """``universal``, ``certain``, ``often`` or ``degree`` for a word that says how much, how surely or how often.

    >>> qualifier_of("never"), qualifier_of("table")
    ('universal', None)
    """
    return _qualifiers().get(word)


@cache
def _same() -> tuple[dict[str, str], dict[str, str]]:
    exact: dict[str, str] = {}
    beginnings: dict[str, str] = {}
    for row in _tables()["same"]["rows"].strip().splitlines():  # type: ignore[attr-defined]
        words = row.split()
        name = "=" + words[0].rstrip("*")
        for word in words:
            if word.endswith("*"):
                beginnings.setdefault(word[:-1], name)
            else:
                exact.setdefault(word, name)
    return exact, beginnings


def longest_beginning(word: str, beginnings: dict[str, str]) -> str | None:
    """What the longest of some beginnings that a word has stands for.

    >>> longest_beginning("deported", {"de": "x", "deport": "y"})
    'y'
    """
    for end in range(len(word), 1, -1):
        found = beginnings.get(word[:end])
        if found is not None:
            return found
    return None


@cache
def _weaker() -> tuple[dict[str, str], dict[str, str]]:
    """Strong words and weak ones, exact or as beginnings that end with a star, each with the rows it stands in."""
    strong: dict[str, str] = {}
    weak: dict[str, str] = {}
    for row, line in enumerate(_tables()["weaker"]["rows"].strip().splitlines()):  # type: ignore[attr-defined]
        for words, found in zip(line.split(">"), (strong, weak), strict=True):
            for word in words.split():
                found[word] = f"{found.get(word, '')} {row}"
    return strong, weak


def _rows_of(word: str, table: dict[str, str]) -> frozenset[str]:
    beginnings = (word[:end] + "*" for end in range(3, len(word) + 1))
    return frozenset(row for key in (word, *beginnings) for row in table.get(key, "").split())


@lru_cache(maxsize=1 << 15)
def strong_rows(word: str) -> frozenset[str]:
    """The rows of strong and weak words in which a word in small letters stands as strong.

    >>> strong_rows("murdered") & weak_rows("removal") != frozenset(), strong_rows("table")
    (True, frozenset())
    """
    return _rows_of(word, _weaker()[0])


@lru_cache(maxsize=1 << 15)
def weak_rows(word: str) -> frozenset[str]:
    """The rows in which it stands as weak."""
    return _rows_of(word, _weaker()[1])


@cache
def _rivals() -> dict[str, str]:
    """Words, exact or with a star, each with the sides of the rows of rivals that it stands on: ``3<`` or ``3>``."""
    found: dict[str, str] = {}
    for row, line in enumerate(_tables()["rivals"]["rows"].strip().splitlines()):  # type: ignore[attr-defined]
        for words, side in zip(line.split("|"), "<>", strict=True):
            for word in words.split():
                found[word] = f"{found.get(word, '')} {row}{side}"
    return found


@lru_cache(maxsize=1 << 15)
def sides_in(word: str) -> frozenset[str]:
    """The sides of the rows of rival words on which a word in small letters stands.

    >>> bool(sides_in("resigned") & rivals_of("dismissed")), sides_in("table")
    (True, frozenset())
    """
    return _rows_of(word, _rivals())


@lru_cache(maxsize=1 << 15)
def rivals_of(word: str) -> frozenset[str]:
    """The sides over against those on which it stands."""
    return frozenset(side[:-1] + ("<" if side[-1] == ">" else ">") for side in sides_in(word))


@lru_cache(maxsize=1 << 10)
def beginnings_against(sides: frozenset[str]) -> tuple[str, ...]:
    """The beginnings of the words over against some sides of the rows of rivals: a quick way to pass over most texts.

    >>> "resign" in beginnings_against(sides_in("dismissed"))
    True
    """
    over = {side[:-1] + ("<" if side[-1] == ">" else ">") for side in sides}
    return tuple(word.rstrip("*") for word, found in _rivals().items() if not over.isdisjoint(found.split()))


@cache
def _lacking() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    rows = (row.split(">") for row in _tables()["lacking"]["rows"].strip().splitlines())  # type: ignore[attr-defined]
    return tuple((frozenset(lacked.split()), frozenset(told.split())) for lacked, told in rows)


def told_of(lacked: str) -> frozenset[str]:
    """Words in small letters that tell that there was some of a thing; empty for a thing of no row.

    >>> "siren" in told_of("warning"), told_of("table")
    (True, frozenset())
    """
    return next((told for words, told in _lacking() if lacked in words), frozenset())


@cache
def _sounds() -> tuple[frozenset[str], frozenset[str]]:
    table = _tables()["lacking"]
    return frozenset(table["sounded"].split()), frozenset(table["sounds"].split())  # type: ignore[attr-defined]


def is_heard(told: str, lows: Set[str]) -> bool:
    """Whether a word that tells of a warning does so in a sentence of some words: a bell only where it is rung.

    >>> is_heard("bell", {"the", "bell", "rang"}), is_heard("bell", {"the", "bell", "fell"}), is_heard("warned", set())
    (True, False, True)
    """
    sounded, sounds = _sounds()
    return told not in sounded or not sounds.isdisjoint(lows)


@cache
def _deeds() -> frozenset[str]:
    return frozenset("=" + row for row in _tables()["deeds"]["rows"].split())  # type: ignore[attr-defined]


def is_deed(concept: str) -> bool:
    """Whether a row of words names a deed.

    >>> is_deed(concept_of("arson")), is_deed(concept_of("ship"))
    (True, False)
    """
    return concept in _deeds()


@cache
def things() -> frozenset[str]:
    """The rows that name persons and things."""
    return frozenset("=" + row for row in _tables()["things"]["rows"].split())  # type: ignore[attr-defined]


_ENDINGS = (
    "ibilities ibility abilities ability ations ation ments ment "
    "ingly ings ing ists ist isms ism nesses ness ities ity ives ive ions ion ers er ors or "
    "eries ery edly ied ies ible ibly able ably ed es ly al s e y"
).split()
_ENDINGS_BY_LAST = {last: [e for e in _ENDINGS if e[-1] == last] for last in {e[-1] for e in _ENDINGS}}
_SHORTEST = 4  # letters that an ending leaves
_SHORT = 3  # and those that make forms of one word
_VERBAL = ("ed", "ing")
_LONGER = frozenset(("ion", "ions", "ive", "ives", "al"))  # "mention" is no form of "ment"
_VOWELS = frozenset("aeiou")


@lru_cache(maxsize=1 << 15)
def stem_of(word: str) -> str:
    """A word in small letters without its ending, so that forms of one word are mostly one.

    >>> stem_of("deportations") == stem_of("deported"), stem_of("ship")
    (True, 'ship')
    >>> [stem_of(form) == stem_of(word) for form, word in (("copied", "copy"), ("voted", "vote"), ("guns", "gun"))]
    [True, True, True]
    """
    word = base_of(word)
    for ending in _ENDINGS_BY_LAST.get(word[-1:], ()):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST + (ending in _LONGER):
            base = word[: -len(ending)]
            if ending == "s":
                return base + "s" if base[-1] == "s" else stem_of(base)
            return _evened(base)
    if word.endswith(_VERBAL):
        base = word.removesuffix("ed").removesuffix("ing")
        if len(base) == _SHORT and not _VOWELS.isdisjoint(base):
            mute = base[1] in _VOWELS and base[0] not in _VOWELS and base[2] not in "aeiouwxy"
            return base + "e" if mute else base  # "voted", "acted"
    if word.endswith("s") and not word.endswith("ss") and len(word) > _SHORT:
        return word[:-1]
    return word


def _evened(base: str) -> str:
    """The rest of a word as other forms of it have it: "copi" as "copy", "stopp" as "stop"."""
    if len(base) == _SHORTEST and base[-1] == "i":
        return base[:-1] + "y"
    if base.endswith("ee"):
        return base[:-1]
    if base[-1] == base[-2] and base[-1] not in "aeioulsz":
        return base[:-1]
    return base


@lru_cache(maxsize=1 << 15)
def concept_of(word: str) -> str:
    """What a word is looked for by: the name of its row of words that mean much the same, else its stem.

    >>> concept_of("confessed") == concept_of("admits"), concept_of("tables") == concept_of("table")
    (True, True)
    >>> concept_of("stood") == concept_of("stands")
    True
    """
    exact, beginnings = _same()
    if word in exact:
        return exact[word]
    base = base_of(word)
    return exact.get(base) or longest_beginning(word, beginnings) or stem_of(word)
