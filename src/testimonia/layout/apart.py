"""Pieces that stand apart from the run of claims and excerpts, and headings set into a paragraph.

A list of contents repeats the headings before they come; a counter ("Exhibit 4", "XII") stands by
itself over what it counts. Both are told by their repetition on the page and not by their words.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from .evidence import LIKELY, citation_score, is_ibid
from .heading_looks import is_heading_mark
from .heading_numbers import BARE_NUMBER, number_mark
from .units import Unit

__all__ = [
    "find_contents",
    "find_counters",
    "set_signposts_apart",
    "set_site_lines_apart",
    "split_letter_heads",
    "split_run_ins",
]

_LONGEST = 260  # characters of a heading
_TOGETHER = 0.5  # of the entries of a list: most of the headings that it lists do not follow each other at once
_FEWEST = 3  # a habit shows itself three times
_NUMBER = re.compile(r"\d+|(?<![A-Za-z])[IVXLC]+(?![A-Za-z])")
_TRAILER = re.compile(r"\s*(?:\.{2,}\s*\d*|\s\d{1,4}|\([^()]*\))\s*$")
_WORDS = re.compile(r"\w+")
_RUN_IN = re.compile(r"(\*\*|__|''')(?=\S)(.{3,250}?)(?<=\S)\1[ \t]*(?:[:—–-][ \t]+)?(?=\S.{5})")


# what sites of readers and forums print under each quotation: tags, "12 likes", "Share | Report"
_DONE = r"(?:like|share|reply|report|save|permalink|embed|copy(?: link)?|read more|see more)"
_SITE_LINE = re.compile(
    r"(?:tags?|labels?|keywords?|categor(?:y|ies)|filed under|posted (?:in|by|on)|shelves|schlag(?:wörter|worte)|"
    r"mots[- ]clés|etiquetas|etichette|теги|метки)\s?:\s?\S.{0,200}(?<![.!?…”\"])$|"
    r"[\d.,]{1,9}k?\s(?:likes?|comments?|views?|shares?|notes?|points?|replies|votes?|upvotes?|reactions?|claps?)$|"
    rf"{_DONE}(?:\s?[|·•/]?\s?{_DONE})*$",
    re.I,
)


def set_site_lines_apart(units: list[Unit]) -> list[Unit]:
    """The units, with those aside that a site prints under what was quoted, where it has them again and again."""
    lines = {
        i
        for i, unit in enumerate(units)
        if not unit.aside
        and not is_heading_mark(unit.mark)
        and len(unit.text) < _LONGEST
        and _SITE_LINE.match(unit.text)
    }
    if len(lines) < _FEWEST:
        return units
    return [replace(unit, aside=True) if i in lines else unit for i, unit in enumerate(units)]


def find_contents(units: list[Unit]) -> set[int]:
    """The units of a list of contents: short, near the top, each met again later as a unit of its own.

    What is met again line by line, as it stands here, is an excerpt printed twice: between headings stands what they
    head.
    """
    seen: dict[str, int] = {}
    for i, unit in enumerate(units):
        if not unit.aside and len(unit.text) <= _LONGEST:
            seen[_key(unit.text)] = i
    listed: list[int] = []
    later: dict[int, int] = {}
    for i, unit in enumerate(units):
        if unit.aside or len(unit.text) > _LONGEST:
            continue
        again = seen.get(_key(_TRAILER.sub("", unit.text)))
        if again is not None and again > i and len(_WORDS.findall(unit.text)) > 1:
            listed.append(i)
            later[i] = again
        elif listed and i - listed[-1] > _FEWEST:
            break
    # a heading that comes again and again is no list; the entries of a list stand line by line, and differ
    entries = set(listed)
    runs = [i for i in listed if not entries.isdisjoint((i - 1, i + 1))]
    differing = len({_key(units[i].text) for i in runs})
    is_list = len(runs) >= _FEWEST and runs[-1] - runs[0] < 3 * len(runs) and differing >= 0.8 * len(runs)
    together = sum(later[b] - later[a] == b - a for a, b in pairwise(runs))
    return set(runs) if is_list and together <= _TOGETHER * (len(runs) - 1) else set()


def _key(text: str) -> str:
    return " ".join(_WORDS.findall(text[number_mark(text) :].casefold()))


def find_counters(units: list[Unit]) -> set[int]:
    """The units that only count: a bare number, or one word and a number, met again and again with other numbers."""
    found: dict[str, list[int]] = {}
    for i, unit in enumerate(units):
        if not unit.aside and len(unit.text) <= 24 and BARE_NUMBER.match(unit.text):
            found.setdefault(_NUMBER.sub("#", unit.text.casefold().upper()), []).append(i)
    counters: set[int] = set()
    for places in found.values():
        numbers = Counter(units[i].text for i in places)
        if len(places) >= _FEWEST and len(numbers) >= 0.8 * len(places):
            counters.update(places)
    return counters


_LINK_TO_HERE = re.compile(r"\[[^\[\]]+\]\(#[^()\s]*\)$")
_LONGEST_SIGNPOST = 40


def set_signposts_apart(units: list[Unit]) -> list[Unit]:
    """The units, with those aside that are nothing but a link on the page and come again and again: "Back to top"."""
    posts: dict[str, list[int]] = {}
    for i, unit in enumerate(units):
        if unit.aside or len(unit.text) > _LONGEST_SIGNPOST:
            continue
        linked = any(
            href.startswith("#") and span.start <= unit.start and span.end >= unit.end for span, href in unit.links
        )
        if (
            (linked or _LINK_TO_HERE.match(unit.text))
            and not is_ibid(unit.text)
            and not any(c.isdecimal() for c in unit.text)
        ):
            posts.setdefault(unit.text.casefold(), []).append(i)
    apart = {i for places in posts.values() if len(places) >= _FEWEST for i in places}
    return [replace(unit, aside=True) if i in apart else unit for i, unit in enumerate(units)] if apart else units


_FIELD = re.compile(
    r"(?P<name>message(?:-id)?|date|from|to|cc|reply-to|newsgroups|organi[sz]ation|sender|references|lines|in-reply-to"
    r"|betreff|von|an|datum|objet|de|à|asunto|x-[\w-]+|(?P<subject>subject|re|betreff|objet|asunto))\s*:\s*(?=\S)",
    re.I,
)
_LEAST_FIELDS = 3


def split_letter_heads(text: str, units: list[Unit]) -> list[Unit]:
    """Cut the subjects out of the heads of messages, where the page has many: lines of "From:", "Date:", "Subject:"."""
    heads: list[list[int]] = []
    run: list[int] = []
    for i, unit in enumerate([*units, None]):
        field = None if unit is None or unit.aside or unit.mark else _FIELD.match(text, unit.start, unit.end)
        if field is not None and unit is not None and (not run or unit.gap == 0):
            run.append(i)
            continue
        if len(run) >= _LEAST_FIELDS:
            heads.append(run)
        run = [i] if field is not None else []
    if len(heads) < _FEWEST:
        return units
    parted = list(units)
    for head in heads:
        for i in head:
            unit = units[i]
            field = _FIELD.match(text, unit.start, unit.end)
            if field is None or not field["subject"]:
                parted[i] = replace(unit, aside=True)
                continue
            segments = [(field.end(), unit.segments[0][1]), *unit.segments[1:]]
            words = "\n".join(text[a:b] for a, b in segments)
            parted[i] = replace(unit, segments=segments, text=words, mark="subject", gap=max(unit.gap, 1))
    return parted


def split_run_ins(text: str, units: list[Unit]) -> list[Unit]:
    """Cut headings that open a paragraph in bold off from it, where the page has that habit."""
    cuts: dict[int, tuple[int, int, int]] = {}
    for i, unit in enumerate(units):
        if unit.aside or unit.mark[:1] in ("#", "=") or unit.wrap:
            continue
        cut = _run_in(text, unit)
        if cut is not None:
            words = text[cut[0] : cut[1]]
            is_turn = words.rstrip().endswith(":") and len(words.split()) <= 5
            if not is_turn and citation_score(words.rstrip(":. ")) < LIKELY and len(words.split()) >= 2:
                cuts[i] = cut
    if len(cuts) < _FEWEST:
        return units
    parted: list[Unit] = []
    for i, unit in enumerate(units):
        if i not in cuts:
            parted.append(unit)
            continue
        start, end, rest = cuts[i]
        parted.append(
            Unit(
                [(start, end)],
                text[start:end],
                gap=unit.gap,
                mark="run-in",
                wrap="bold",
                tag=unit.tag,
                links=unit.links,
            )
        )
        segments = [(rest, unit.segments[0][1]), *unit.segments[1:]]
        parted.append(replace(unit, segments=segments, text="\n".join(text[a:b] for a, b in segments), gap=0))
    return parted


def _run_in(text: str, unit: Unit) -> tuple[int, int, int] | None:
    """Start and end of the bold words that open a unit, and where the rest begins."""
    start, end = unit.segments[0]
    match = _RUN_IN.match(text, start, end)
    if match is not None:
        return match.start(2), match.end(2), match.end()
    for span, tag in unit.emphasis:
        if tag in ("b", "strong") and span.start <= start + 1 and start + 3 < span.end < end - 12:
            rest = span.end
            while rest < end and text[rest] in " :—–-":
                rest += 1
            return span.start, span.end, rest
    return None
