"""What the page's own lists of works and its other citations tell of a doubtful one.

A name and a page (``Marlow 44``) are a citation where the list of works has a Marlow; a bracket of another
kind than all others is none, however much it reads like one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from .evidence import LIKELY, citation_score
from .units import Unit

__all__ = ["Tail", "Works", "doubt_odd_tails", "entry_key", "habitual_tails", "known_tails", "list_entries"]

Tail = tuple[int, int, int, int, float]  # start and end with its brackets, of its words, and its score

_HEADING = re.compile(
    r"^(?:(?:list of )?(?:works|books|literature|references|sources)(?: (?:cited|used|quoted|consulted|referred to))?|"
    r"(?:key to (?:the )?)sources|(?:select(?:ed)? )?bibliography|literatur(?:verzeichnis)?|quellen(?:verzeichnis)?|"
    r"bibliographie|bibliografía|ouvrages cités|opere citate|obras citadas|литература|источники|список литературы)"
    r"(?: (?:to|for|of|in) [^.:;]{1,40})?\W*$",
    re.I,
)
# the class that converters and styles give to each entry of a list
_ENTRY = re.compile(r"(?:^|\s)(?:csl-entry|bib(?:liography)?-?(?:entry|item)|reference-?(?:entry|item))(?:\s|$)", re.I)
_LIST_MARK = re.compile(r"\W*(?:\d{1,3}[\]).:]\s+|\[\w{1,6}\]\s+)?")
_KEY = re.compile(
    r"\\bibitem\s*(?:\[[^\]]*\])?\s*\{([^{}\s]{1,40})\}|\W{0,2}(\d{1,3})(?:[\].):]|\s)|\[@([^\W_][\w:.#+/-]{0,60})\]|\[([A-Za-z]{1,12}\d{0,4}[a-z]?)\]|"
    r"@[A-Za-z]{3,16}\s*\{\s*([^{}\s,]{1,60})\s*,|([A-Z]{2,6}\d{0,3})(?:\t|:|\s{2,6}(?=[^\W\d_]|[“\"«]))|([A-Z]{2,6}\d{1,3})\s(?=[A-Z])"
)
_OF_A_PART = re.compile(r"\b(?:for|to|of|in)\s", re.I)
_PAGED = re.compile(
    r"(?:\b(?:pp?|pages?)|\bS)\.?\s*[\divxl][\divxl\s,–-]*\W*$|[,:]\s*(?!(?:1[4-9]|20)\d\d\W*$)\d{1,4}(?:[-–]\d+)?\W*$"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LEAD = re.compile(r"\W*(?:see(?: also)?|cf\.|from|siehe|vgl\.|voir)\s+", re.I)
# what follows a name or title in a short citation: a year, a page or both, and nothing else
_BEHIND = re.compile(
    r"[\s,.:;\"”’*_]*(?:\(?(?:1[4-9]|20)\d\d[a-h]?\)?)?[\s,.:;]*(?:(?:pp?|pages?|pgs?|S|с|at)\.?\s*)?"
    r"(?:(?:\d{1,4}|[ivxlc]{1,7})(?:\s?[-–]\s?(?:\d{1,4}|[ivxlc]{1,7}))?(?:(?:,|\sand|\s&)\s(?:\d{1,4}|[ivxlc]{1,7})(?:\s?[-–]\s?\d{1,4})?)*(?:\s?ff?\.?)?)?\W*$"
)
_BRACKETED = re.compile(r"^\s*\(\w\.?\)")
_IN_FIGURES = re.compile(r"\d\W*$|\s[ivxlc]{1,7}\W*$")
_JOINING = frozenset("and & und et y e i et. al al. with".split())
_NOT_PROSE = -3.0
_CITING, _SHORTEST = 0.7, 3  # of what stands under such a heading; entries of a list that does not close the page
_LONGEST = 140  # characters of a short citation
_LONGEST_TITLE = 8  # words of a short title, or of further names
_MOST_PREFIX = 16  # words of an entry that a citation may open with
_HABIT, _USUAL, _ALWAYS = 5, 0.8, 0.95  # citations that make a habit, and the share that follows it
_KNOWN = LIKELY + 1.0  # the score of what opens like an entry of the list
_SURE = 0.85
_NO_PROSE = -2.4  # a score that words with no sign of a citation have, if none of prose
_ODD = 4.0  # what another kind of bracket takes off a score
_CLOSING_QUOTES = "\"”’»'"


def list_entries(units: list[Unit], scores: list[float], skip: set[int]) -> tuple[list[int], set[int]]:
    """The entries of the lists of works, and the headings over them: a heading that says so, and works under it.

    The list that closes the page runs to its end; one at the end of a chapter as far as works follow.
    """
    named = {i for i, unit in enumerate(units) if unit.style and _ENTRY.search(unit.style) and i not in skip}
    if sum(i - 1 in named or i + 1 in named for i in named) <= _SURE * len(named):
        named = set()  # each stands below its excerpt: no list
    entries = [i for i, unit in enumerate(units) if unit.text.startswith("\\bibitem") or i in named]
    heads: set[int] = set()
    last = entries[0] if entries else len(units)
    for i in range(len(units) - 1, -1, -1):
        unit = units[i]
        if i in skip or unit.aside or len(unit.text) > 60 or not _HEADING.match(unit.text.strip(" :*_#=")):
            continue
        under = [k for k in range(i + 1, last) if k not in skip and not units[k].aside]
        if last < len(units) or sum(scores[k] > 0 for k in under) < _CITING * len(under):
            under = _run_of_works(units, scores, under)
            # sources of the excerpts above name pages; a list of works does not
            of_a_part = _OF_A_PART.search(unit.text) is not None
            if len(under) < (1 if of_a_part else _SHORTEST):
                continue
            if sum(_PAGED.search(units[k].text) is not None for k in under) > 0.4 * len(under):
                continue
        elif len(under) < 2:
            continue
        entries += under
        heads.add(i)
        last = i
    return sorted(entries), heads


def _run_of_works(units: list[Unit], scores: list[float], under: list[int]) -> list[int]:
    """The works that follow a heading, as far as they go; one that says little may stand among them."""
    run = 0
    while run < len(under):
        goes_on = run + 1 < len(under) and scores[under[run]] > _NOT_PROSE and scores[under[run + 1]] > 0
        if scores[under[run]] <= 0 and not goes_on:
            break
        run += 1
    return under[:run]


def entry_key(text: str) -> str | None:
    """What an entry of a list is cited by: its number, or letters before it; ``None`` where it has neither.

    >>> entry_key("[12] Marlow, A. Salt"), entry_key("MAR2  Marlow, A. Salt"), entry_key("Marlow, A. Salt")
    ('12', 'MAR2', None)
    >>> entry_key("[@marlow_salt:1931]: Marlow, A. Salt")
    'marlow_salt:1931'
    """
    match = _KEY.match(text)
    return None if match is None else next(group for group in match.groups() if group)


@dataclass(slots=True)
class Works:
    """The openings of listed works: family names that lead one, and the first words of all."""

    families: frozenset[tuple[str, ...]]
    openings: frozenset[tuple[str, ...]]

    @classmethod
    def of(cls, entries: Iterable[str]) -> Works:
        """The openings of the entries of a list."""
        families: set[tuple[str, ...]] = set()
        openings: set[tuple[str, ...]] = set()
        for text in entries:
            mark = _LIST_MARK.match(text)
            bare = text[mark.end() :] if mark else text
            words = _words(bare)
            openings.update(words[:n] for n in range(2, min(len(words), _MOST_PREFIX) + 1))
            comma = bare.find(",")
            if 0 < comma < 40:
                family = _words(bare[:comma])
                if 0 < len(family) <= 3:
                    families.add(family)
        return cls(frozenset(families), frozenset(openings))

    def lead(self, text: str) -> bool:
        """Whether words are a short citation of a listed work: its names or first words, and perhaps a year or page."""
        if not self.openings or len(text) > _LONGEST:
            return False
        lead = _LEAD.match(text)
        text = text[lead.end() :] if lead else text
        found = list(_WORD.finditer(text))
        words = tuple(m.group().casefold() for m in found)
        if not words or not text.lstrip(" \"“'*_«„")[:1].isalnum():
            return False
        for size in range(min(3, len(words)), 0, -1):
            if words[:size] in self.families:
                rest = text[found[size - 1].end() :]
                if _BEHIND.match(rest):
                    return True
                # more names, or a title in a few words, and then the page
                others = words[size:]
                capitals = sum(m.group()[0].isupper() for m in found[size:])
                named = (
                    capitals >= 0.4 * len(others) or bool(_JOINING & set(others[:2])) or rest.strip(" ,")[:1] in '“"*_'
                )
                return len(others) <= _LONGEST_TITLE and _IN_FIGURES.search(rest) is not None and named
        for size in range(min(len(words), _MOST_PREFIX), 1, -1):
            if words[:size] in self.openings:
                rest = _BRACKETED.sub("", text[found[size - 1].end() :], count=1)
                return _BEHIND.match(rest) is not None and _IN_FIGURES.search(text) is not None
        return False


def _words(text: str) -> tuple[str, ...]:
    return tuple(m.group().casefold() for m in _WORD.finditer(text[:400]))


def known_tails(
    text: str, units: list[Unit], works: Works, tails: dict[int, Tail], brackets: dict[int, tuple[int, int]]
) -> None:
    """Take the last bracket of a paragraph for its citation where it opens as a listed work does."""
    habit = _habit(text, tails.values())
    for i, (start, end) in brackets.items():
        inner = text[start + 1 : end - 1]
        if i in tails and tails[i][4] >= LIKELY:
            continue
        if not works.lead(inner):
            continue
        tail = (start, units[i].segments[-1][1], start + 1, end - 1, max(citation_score(inner), _KNOWN))
        if not any(c.isdecimal() for c in inner) and (habit is None or _kind(text, tail) != habit[0]):
            continue  # a bare name in brackets is more often whom a pronoun means
        tails[i] = tail


def _kind(text: str, tail: Tail) -> tuple[str, bool, bool]:
    """How a citation at the end of a paragraph is set: its bracket, a closing quotation mark before, a stop after."""
    before = text[max(0, tail[0] - 3) : tail[0]].rstrip()[-1:]
    after = text[tail[3] : tail[1]].rstrip()
    return text[tail[0]], bool(before) and before in _CLOSING_QUOTES, after.endswith(".")


def _habit(text: str, tails: Iterable[Tail]) -> tuple[tuple[str, bool, bool], float, int] | None:
    """The way in which most undoubted citations at the end of a paragraph are set, with its share and their number."""
    kinds = Counter(_kind(text, tail) for tail in tails if tail[4] >= LIKELY)
    if kinds.total() < _HABIT:
        return None
    kind, times = kinds.most_common(1)[0]
    share = times / kinds.total()
    return (kind, share, kinds.total()) if share >= _USUAL else None


def habitual_tails(text: str, tails: dict[int, Tail], weak: dict[int, list[Tail]]) -> set[int]:
    """Take for citations what is set as nearly all others at a paragraph's end are, and is no prose.

    Gives the paragraphs that gain one.
    """
    habit = _habit(text, tails.values())
    if habit is None or habit[1] < _SURE or habit[2] < 2 * _HABIT:
        return set()
    gained: set[int] = set()
    for i, pieces in weak.items():
        if i in tails and tails[i][4] >= LIKELY:
            continue
        for tail in pieces:
            first = text[tail[2] : tail[3]].lstrip(" \"“'*_«„(")[:1]
            if tail[4] > _NO_PROSE and _kind(text, tail) == habit[0] and (first.isupper() or first.isdecimal()):
                tails[i] = (*tail[:4], max(tail[4], LIKELY))
                gained.add(i)
                break
    return gained


def doubt_odd_tails(text: str, tails: dict[int, Tail]) -> None:
    """Doubt what is set unlike the page's citations: the source that a quoted document names in its own brackets."""
    habit = _habit(text, tails.values())
    if habit is None:
        return
    kind, share, count = habit
    for i, tail in list(tails.items()):
        odd = _kind(text, tail)
        if odd == kind:
            continue
        if odd[0] != kind[0] and share >= _ALWAYS and count >= 4 * _HABIT:
            del tails[i]
        elif odd[0] != kind[0] or (odd[1] != kind[1] and share >= _ALWAYS):
            score = tail[4] - _ODD
            if score < LIKELY:
                del tails[i]
            else:
                tails[i] = (*tail[:4], score)
