"""Footnotes and endnotes: marks in the text, definitions elsewhere, and which belongs to which."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from .evidence import citation_score, is_ibid
from .units import Unit

__all__ = ["NoteTable", "find_notes"]

_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SUPERS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_KEY = r"[A-Za-z]{0,8}[-_:]?\d{1,4}[a-z]?|[*†‡§‖¶#]{1,6}|[a-z]{1,3}"
_MARK = re.compile(
    rf"(?:\[[\^#]?({_KEY})\]|\^(\d{{1,4}})\^?|([{_SUPERS}]+)|\^?\{{(\d{{1,4}})\}}|<sup>(\d{{1,4}})</sup>|\((\d{{1,3}})\)|(?<=\s)(\d{{1,3}})/)[\"'”’»)*_]*[.,;]?$"
)
_DEFINITION = re.compile(
    rf"(?:\[[\^#]?({_KEY})\]:?|\^(\d{{1,4}})\^?|([{_SUPERS}]+)|"
    r"(?!(?:1[4-9]|20)\d\d\s)\(?(\d{1,4})(?:[.)/]+|(?=\s)))[ \t]*(?=\S)"
)
_NAMED = re.compile(r"\[?\s*(?:foot|end)?note\s+(\d{1,4}|[*†‡§‖¶]+)\s*[:.]\s*(?=\S)", re.I)
# a raised figure that lost its raising: “… he said.”12
_BARE_MARK = re.compile(r"(?:(?<=[^\W\d_][.!?…])|(?<=[”\"’»)]))(\d{1,3})$")
_SIGN_NOTE = re.compile(r"([*†‡§‖¶]{1,6})[ \t]*(?=[^\s*†‡§‖¶])")
_SIGN_MARK = re.compile(r"(?<=[^\s*†‡§‖¶])([*†‡§‖¶]{1,6})$")
_BACK_LINK = re.compile(r"\s*[↩↑^⤴]\ufe0e?\s*$")
_BACK_LINK_REACH = 12  # code points at the end of a note; the white space before a link is no longer
_BACK_MARK = re.compile(r"[↩↑^⤴]\ufe0e?\s*")
_CITES = re.compile(r"[^\W\d_]{3}")
_NOTES_HEADING = re.compile(
    r"^(?:end\s?|foot\s?)?notes?(?:\s(?:to|for)\b.*)?$|^(?:anmerkungen|fußnoten|notes de bas de page|notas|примечания|"
    r"references|citations|sources|footnotes|note)\W*$",
    re.I,
)
_BRACKETED = re.compile(r"\[\^?[^\]]+\]")
_FAR = 10**9  # units between two notes
_USUAL = 0.85  # of the notes of a page are set in one way
_LEAST_SHARE = 0.5  # of the definitions must read like citations, and be referred to


@dataclass(frozen=True, slots=True)
class Definition:
    """A note as it stands in the list: its key, the unit, and where its own words begin."""

    key: str
    unit: int
    start: int
    end: int
    text: str
    named: bool = False
    mark: str = ""  # what stands behind a number that has nothing else: a full stop, a stroke, white space

    @property
    def form(self) -> str:
        """How the key is set: a link, the word "note", a sign, letters, or a number."""
        if self.key.startswith("#"):
            return "linked"
        if self.named:
            return "named"
        if not self.key[-1].isalnum():
            return "sign"
        return "number" + self.mark if self.mark else "marked" if self.key.isdecimal() else "letters"


@dataclass(slots=True)
class NoteTable:
    """The notes of a page.

    ``marks`` gives for a unit that ends in a mark: where the mark begins and ends and which
    definition it refers to; ``units`` are the units taken up by definitions, ``headings`` those
    that only say that notes follow.
    """

    definitions: list[Definition]
    marks: dict[int, tuple[int, int, int]]
    units: set[int]
    headings: set[int]


def find_notes(text: str, units: list[Unit]) -> NoteTable | None:
    """The notes of a page, or ``None`` where citations do not stand in notes."""
    defined = _definitions(text, units)
    if len(defined) < 2:
        return None
    taken = {d.unit for d in defined}
    taken |= {d.unit - 1 for d in defined if d.unit and d.key.startswith("#") and units[d.unit - 1].anchor == d.key[1:]}
    marked = _marks_of_one_form(text, _marks(text, units, taken, {d.key for d in defined}))
    marks = _pair(marked, defined)
    referred = {m[2] for m in marks.values()}
    if len(referred) < 2 or len(referred) < _LEAST_SHARE * len(defined):
        return None
    citing = sum(1 for i in referred if is_ibid(defined[i].text) or citation_score(defined[i].text) > 0)
    if citing < _LEAST_SHARE * len(referred):
        return None
    return NoteTable(defined, marks, taken, _headings(units, taken))


def _pair(marked: list[tuple[int, int, int, str]], defined: list[Definition]) -> dict[int, tuple[int, int, int]]:
    """Which definition each mark refers to.

    Where numbers begin again in each chapter, marks and notes still follow the same order: the longest
    runs that agree are matched first, and a mark between them that fits none refers to nothing.
    """
    by_key: dict[str, list[int]] = defaultdict(list)
    for i, d in enumerate(defined):
        by_key[d.key].append(i)
    aligned: dict[int, int] = {}
    if len(by_key) < len(defined):
        aligned = _pair_by_chapter([m[3] for m in marked], [d.key for d in defined])
    if len(by_key) < len(defined) and not aligned:
        matcher = SequenceMatcher(None, [m[3] for m in marked], [d.key for d in defined], autojunk=False)
        for block in matcher.get_matching_blocks():
            for k in range(block.size):
                aligned[block.a + k] = block.b + k
    marks: dict[int, tuple[int, int, int]] = {}
    for i, (unit, start, end, key) in enumerate(marked):
        places = by_key.get(key, [])
        target = aligned.get(i, places[0] if len(places) == 1 else None)
        if target is not None:
            marks[unit] = (start, end, target)
    return marks


def _pair_by_chapter(marks: list[str], keys: list[str]) -> dict[int, int]:
    """Marks and notes paired chapter by chapter, where both begin again as often; empty where they do not."""
    runs_of_marks, runs_of_keys = _chapters(marks), _chapters(keys)
    if len(runs_of_marks) != len(runs_of_keys):
        return {}
    pairs: dict[int, int] = {}
    for mine, theirs in zip(runs_of_marks, runs_of_keys, strict=True):
        places = {keys[k]: k for k in theirs}
        pairs.update((m, places[marks[m]]) for m in mine if marks[m] in places)
    return pairs


def _chapters(keys: list[str]) -> list[list[int]]:
    """Runs of numbers that do not fall; signs make no chapters."""
    runs: list[list[int]] = []
    last = 0
    for i, key in enumerate(keys):
        number = int(key) if key.isdecimal() else last
        if not runs or number <= last:
            runs.append([])
        runs[-1].append(i)
        last = number
    return runs


def _definitions(text: str, units: list[Unit]) -> list[Definition]:
    """Units that open with a key and read like one of a run of notes."""
    anchored = {link[1][1:] for unit in units for link in unit.links if link[1].startswith("#") and len(link[1]) > 1}
    found: list[Definition] = []
    # a star alone is a bullet or emphasis; beside daggers it is the first of the printers' signs
    signs = "*†‡§‖¶" if "†" in text else "†‡"
    for i, unit in enumerate(units):
        if unit.aside:
            continue
        back = _BACK_LINK.search(unit.text, max(0, len(unit.text) - _BACK_LINK_REACH))
        end = unit.end - (len(back.group()) if back else 0)
        if unit.anchor and unit.anchor in anchored and unit.tag in ("li", "p", "div", "dd", "td", "section", "aside"):
            start = unit.start
            if end - start < 8 and i + 1 < len(units) and not _CITES.search(unit.text):
                # the number stands in a block of its own, the note in the next
                following = units[i + 1]
                found.append(Definition("#" + unit.anchor, i + 1, following.start, following.end, following.text))
                continue
            pointer = _BACK_MARK.match(text, start, end)
            if pointer is not None:
                start = pointer.end()
            own = _DEFINITION.match(text, start, end)
            if own is not None and any(
                g and re.search(r"\d+$", unit.anchor) and g == re.findall(r"\d+$", unit.anchor)[0] for g in own.groups()
            ):
                start = own.end()
            found.append(Definition("#" + unit.anchor, i, start, end, text[start:end]))
            continue
        sign = _sign_before(text, unit, signs)
        if sign is not None:
            key, start = sign
            found.append(Definition(key, i, start, end, text[start:end]))
            continue
        match = _NAMED.match(text, unit.start, end) or _DEFINITION.match(text, unit.start, end)
        if match is None:
            continue
        if text[unit.start] == "[" and text[end - 1] == "]" and match.re is _NAMED:
            end -= 1
        key = next(g for g in match.groups() if g).translate(_SUPERSCRIPT)
        words = text[match.end() : end]
        mark = text[match.end(4)] if match.re is _DEFINITION and match.group(4) is not None else ""
        found.append(Definition(key, i, match.end(), end, words, match.re is _NAMED, mark))
    return _of_one_form(_runs(found, units))


def _of_one_form(found: list[Definition]) -> list[Definition]:
    """Leave out the few that are numbered on a page of signs, or signed on a page of numbers."""
    forms = Counter(d.form for d in found)
    if not forms:
        return found
    usual, times = forms.most_common(1)[0]
    return [d for d in found if d.form == usual] if times >= _USUAL * len(found) else found


def _marks_of_one_form(text: str, marked: list[tuple[int, int, int, str]]) -> list[tuple[int, int, int, str]]:
    """Leave out the few that are bracketed otherwise: "Chapter Six (5)" where notes are marked [5]."""
    forms = Counter(text[start] for _, start, _, _ in marked if text[start] in "[(")
    if not forms:
        return marked
    usual, times = forms.most_common(1)[0]
    if times < _USUAL * len(marked):
        return marked
    return [m for m in marked if text[m[1]] == usual or text[m[1]] not in "[("]


def _sign_before(text: str, unit: Unit, signs: str) -> tuple[str, int] | None:
    """The sign that opens a note (``* † ‡``) and where its words begin; a star may have been taken for a bullet."""
    match = _SIGN_NOTE.match(text, unit.start, unit.end)
    if match is not None and match.group(1)[0] in signs:
        return match.group(1), match.end()
    if unit.mark == "bullet" and "*" in signs:
        before = text[max(0, unit.start - unit.level - 2) : unit.start].strip()
        return (before, unit.start) if before and set(before) == {"*"} else None
    return None


def _runs(found: list[Definition], units: list[Unit]) -> list[Definition]:
    """Leave out what only begins with a number: keep runs of neighbouring units whose words cite.

    Notes that say that they are notes, or that a link points at, need no neighbours. A run ends where the page leaves
    more room than between its notes: the numbered heading below the notes of a section may go on their count.
    """
    gaps = Counter(units[d.unit].gap for before, d in pairwise(found) if d.unit == before.unit + 1)
    usual_gap = gaps.most_common(1)[0][0] if gaps else 3
    kept: list[Definition] = []
    run: list[Definition] = []

    def settle() -> None:
        citing = sum(1 for d in run if is_ibid(d.text) or citation_score(d.text) > 0)
        if run and citing >= _LEAST_SHARE * len(run) and not is_stray():
            kept.extend(run)

    def is_stray() -> bool:
        """A number by itself that goes on no count: "11 June. The council met"."""
        if len(run) > 1 or not run[0].mark:
            return False
        last = next((d.key for d in reversed(kept) if d.form == run[0].form), "0")
        return int(run[0].key) not in (1, int(last) + 1)

    for d in found:
        before = run[-1] if run else None
        far = before is not None and d.unit - before.unit > (_FAR if d.form in ("linked", "named") else 1)
        apart = units[d.unit].gap > max(usual_gap, 1)
        if before is not None and (far or apart or d.form != before.form or _breaks(before, d)):
            settle()
            run = []
        run.append(d)
    settle()
    return kept


def _breaks(before: Definition, after: Definition) -> bool:
    """Whether two numbers do not follow each other."""
    counts = before.form == after.form and bool(before.mark)
    return counts and int(after.key) not in (int(before.key) + 1, 1)


def _marks(text: str, units: list[Unit], taken: set[int], keys: set[str]) -> list[tuple[int, int, int, str]]:
    marked: list[tuple[int, int, int, str]] = []
    for i, unit in enumerate(units):
        if i in taken or unit.aside:
            continue
        link = next(
            (x for x in reversed(unit.links) if x[0].end >= unit.end - 3 and x[0].start > unit.start and x[1]), None
        )
        if link is not None and link[1].startswith("#") and link[1] in keys:
            span, href = link
            start, end = span.start, span.end
            sup = next((x[0] for x in unit.links if not x[1] and x[0].start <= start and end <= x[0].end), None)
            if sup is not None:
                start, end = sup.start, sup.end
            marked.append((i, start, end, href))
            continue
        start, end = unit.segments[-1]
        match = _MARK.search(text, max(start, end - 40), end)
        if match is not None and match.start() > unit.start:
            key = next(g for g in match.groups() if g).translate(_SUPERSCRIPT)
            if key in keys:
                group = next(k for k in range(1, 8) if match.group(k))
                closing = {"[": 1, "(": 1, "<": len("</sup>")}
                stop = match.end(group) + closing.get(match.group()[0], int(text[match.end(group) : end][:1] == "/"))
                marked.append((i, match.start(), stop, key))
            continue
        bare = _BARE_MARK.search(text, max(start, end - 6), end)
        if bare is not None and bare.group(1) in keys:
            marked.append((i, bare.start(1), bare.end(1), bare.group(1)))
            continue
        sign = _SIGN_MARK.search(text, max(start, end - 8), end)
        if sign is not None and sign.start() > unit.start and sign.group(1) in keys:
            marked.append((i, sign.start(1), sign.end(1), sign.group(1)))
            continue
        sup = next(
            (x[0] for x in unit.links if not x[1] and x[0].end >= unit.end - 2 and x[0].start > unit.start), None
        )
        if sup is not None:
            key = text[sup.start : sup.end].strip("[]() ")
            if key in keys:
                marked.append((i, sup.start, sup.end, key))
    return marked


def _headings(units: list[Unit], taken: set[int]) -> set[int]:
    """The short units that stand over a run of definitions and only announce it."""
    headings: set[int] = set()
    for i in sorted(taken):
        above = i - 1
        # "Notes", and under it "Chapter One" over each run
        while above >= 0 and above not in taken and above not in headings and i - above <= 3:
            words = units[above].text.strip(" :*_#=")
            parts_runs = above - 1 in taken or above - 1 in headings
            if len(words) < 60 and (_NOTES_HEADING.match(words) or parts_runs):
                headings.add(above)
                above -= 1
            elif len(words) < 60 and above > 0 and _NOTES_HEADING.match(units[above - 1].text.strip(" :*_#=")):
                headings.update((above, above - 1))
                break
            else:
                break
    return headings
