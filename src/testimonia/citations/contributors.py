"""Printed names to CSL names, in whatever order and by whatever marks they are printed.

Cuts a stretch that holds nothing but names (``J. Paul Hartley and Ann Lowe``, ``Hartley, Ann; Lowe, P.``,
``Hartley PM, Lowe HP``). A single surname stays a family name; nothing is completed. Where the names of a citation
begin and end is for ``openings``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from testimonia.words.chinese import is_chinese_name

from .bodies import is_body, is_institution
from .name_forms import AND, MIXED, forms_for

__all__ = [
    "LONGEST_OPENING",
    "SEVERAL",
    "Name",
    "cut_names",
    "names_between",
    "read_by",
    "read_names",
    "split_names",
    "whole_name",
]

LONGEST_OPENING = 300  # characters within which a second name shows itself
SEVERAL = re.compile(r"[&;/]|\s(?:and|und|et|y|и|i|a|e|og|och|en)\s")
_BETWEEN = re.compile(rf"{AND}|; ?|, ?")
_SUFFIX_END = re.compile(r",? (?:Jr|Sr|jr|sr)\.?$|,? (?:III|II|IV)$")
_ETAL_END = re.compile(r"(?:,? (?:et al\b\.?|and others|u\. ?a\.|и др\.|i in\.|et alii))$")
_NAMES_STOP = re.compile(
    r",?\s(?:edited|translated|compiled|with|hrsg|übers|éd\.|trad\.|ed\.|eds\.|trans\.|vols?\.|volumes?|in:?|t\.|Bd\.|\d)(?!\w)"
    r"|\s?[(\[;:]|(?<=[^\W\d_]{3})\.\s|$"
)


@dataclass(frozen=True, slots=True)
class Name:
    """One printed name: where it stands, and its CSL parts (``literal`` for an institution)."""

    start: int
    end: int
    csl: dict[str, str]


def read_names(text: str, start: int, end: int) -> tuple[Name, ...]:
    """The names printed in ``text[start:end]``, where it is known that nothing but names stands there.

    >>> [n.csl for n in read_names("J. Paul Hartley and Ann Lowe", 0, 28)]
    [{'family': 'Hartley', 'given': 'J. Paul'}, {'family': 'Lowe', 'given': 'Ann'}]
    """
    forms = forms_for(text)
    plain = text.replace("’", "'")
    for style in MIXED:
        found = forms[style].match(plain, start, end)
        if found and found.end() >= end - 1:
            return cut_names(text, start, found.end(), style)
    words = text[start:end]
    if is_institution(words):
        return (Name(start, end, {"literal": words}),)
    return tuple(whole_name(text, a, b) for a, b in split_names(text, start, end) if re.search(r"\w", text[a:b]))


def names_between(text: str, start: int, end: int) -> tuple[Name, ...]:
    """The names of ``text[start:end]`` if nothing but whole names, given name first, or one body stand there."""
    words = text[start:end]
    if not words[:1].isalpha() or len(words) > LONGEST_OPENING or any(c.isdecimal() for c in words):
        return ()
    if is_body(words) and not SEVERAL.search(words.replace(" and ", "", 1)):
        return (Name(start, end, {"literal": words}),)
    names = tuple(_direct(text, a, b) for a, b in split_names(text, start, end))
    for name in names:
        printed = text[name.start : name.end]
        if (
            "given" not in name.csl
            or len(printed.split()) > 6
            or not (printed[0].isupper() and name.csl["given"][0].isupper())
        ):
            return ()
        if not name.csl["family"].split(" ")[-1][:1].isupper():
            return ()
    return names


def read_by(text: str, start: int, end: int) -> tuple[int, tuple[Name, ...], int] | None:
    """The authors of ``Title, by Ann Hartley and Piers Lowe (…)``: where the title ends, the names, and what follows.

    ``None`` where no comma stands before ``by``, or what follows is no list of whole names.
    """
    at = text.find(", by ", start, end)
    if at < 0:
        at = text.find(", von ", start, end)
    if at < 0:
        return None
    begin = text.index(" ", at + 2) + 1
    close = _NAMES_STOP.search(text, begin, end)
    stop = close.start() if close else end
    names = names_between(text, begin, stop)
    return (at, names, stop) if names and at > start else None


def cut_names(text: str, start: int, end: int, style: str) -> tuple[Name, ...]:
    """Cut a matched stretch of names into names."""
    found = _ETAL_END.search(text, start, end)
    if found:
        end = found.start()
    if style in ("one-inverted", "initials"):
        return (_inverted(text, start, end, text.index(",", start)),)
    if style == "capitals":
        return tuple(
            _inverted(text, *m.span(), m.end("comma") - 1) if m["comma"] else _capitals_last(text, *m.span())
            for m in forms_for(text)["capitals-names"].finditer(text.replace("’", "'"), start, end)
        )
    if style == "capitals-last":
        return tuple(_capitals_last(text, a, b) for a, b in split_names(text, start, end))
    if style in ("one-direct", "two-word"):
        return (_direct(text, start, end),)
    if style == "one-bare":
        return (Name(start, end, {"family": text[start:end]}),)
    if style == "bare":
        return tuple(Name(a, b, {"family": text[a:b]}) for a, b in split_names(text, start, end))
    if style == "semicolons":
        names = []
        for a, b in split_names(text, start, end, re.compile(r"; ?(?:and |& )?")):
            comma = text.find(",", a, b)
            names.append(_inverted(text, a, b, comma) if comma > 0 else whole_name(text, a, b))
        return tuple(names)
    if style == "family-initials":
        return tuple(
            Name(m.start(), m.end(), {"family": m[1], "given": m[2]})
            for m in forms_for(text)["one-family-initials"].finditer(text.replace("’", "'"), start, end)
        )
    pieces = split_names(text, start, end)
    if style in ("vancouver", "vancouver-one", "caps-first"):
        return tuple(_family_first(text, a, b, in_capitals=style == "caps-first") for a, b in pieces)
    if style == "direct":
        return tuple(_direct(text, a, b) for a, b in pieces)
    return _inverted_list(text, pieces, only_first=style == "first-inverted")


def _family_first(text: str, start: int, end: int, *, in_capitals: bool) -> Name:
    """``Hartley AB``: cut before the initials; ``HARTLEY LOWE Ann``: cut behind the capitals."""
    cut = text.find(" ", start, end) if in_capitals else text.rfind(" ", start, end)
    while in_capitals and cut > 0 and forms_for(text)["more-capitals"].match(text, cut, end):
        following = text.find(" ", cut + 1, end)
        if following < 0:
            break
        cut = following
    return Name(start, end, {"family": text[start:cut], "given": text[cut + 1 : end].strip("() ")})


def _inverted_list(text: str, pieces: list[tuple[int, int]], *, only_first: bool) -> tuple[Name, ...]:
    """Names of an inverted list: a piece of initials belongs to the family name before it."""
    names: list[Name] = []
    index = 0
    while index < len(pieces):
        a, b = pieces[index]
        if index + 1 < len(pieces):
            c, d = pieces[index + 1]
            follows_comma = text[b : b + 1] == "," and not re.search(r"\w|&", text[b:c])
            closes = only_first and index + 2 == len(pieces) and " " not in text[a:b]
            if follows_comma and (index == 0 or closes or forms_for(text)["only-initials"].match(text, c, d)):
                names.append(_inverted(text, a, d, text.index(",", b)))
                index += 2
                continue
        if re.fullmatch(r"(?:Jr|Sr)\.?|III|II|IV", text[a:b]) and names:
            last = names[-1]
            names[-1] = Name(last.start, b, {**last.csl, "suffix": text[a:b]})
        else:
            names.append(_direct(text, a, b))
        index += 1
    return tuple(names)


def whole_name(text: str, start: int, end: int) -> Name:
    """One name that is not turned round: a body, a person's full name or a family name alone."""
    words = text[start:end]
    if is_institution(words):
        return Name(start, end, {"literal": words})
    return _direct(text, start, end) if " " in words else Name(start, end, {"family": words})


def _direct(text: str, start: int, end: int) -> Name:
    words = text[start:end]
    suffix = ""
    found = _SUFFIX_END.search(words)
    if found:
        suffix = words[found.start() :].strip(" ,")
        words = words[: found.start()]
    if is_chinese_name(words):
        family, _, given = words.partition(" ")
        return Name(start, end, {"family": family, "given": given} | ({"suffix": suffix} if suffix else {}))
    forms = forms_for(words)
    plain = words.replace("’", "'")
    particle = forms["particle-start"].search(plain) if words.count(" ") > 1 else None
    cut = particle.start(1) if particle else words.rfind(" ") + 1
    if not cut:
        # "A.A.Hartley": initials set close to the family name
        close = forms["close-initials"].match(plain)
        cut = close.end(1) if close else 0
    csl = {"family": words[cut:].strip()}
    if cut:
        csl["given"] = words[:cut].strip()
    if suffix:
        csl["suffix"] = suffix
    return Name(start, end, csl)


def _inverted(text: str, start: int, end: int, comma: int) -> Name:
    csl = {"family": text[start:comma].strip()}
    given = text[comma + 1 : end].strip()
    found = _SUFFIX_END.search(given)
    if found:
        csl["suffix"] = given[found.start() :].strip(" ,")
        given = given[: found.start()]
    if given:
        csl["given"] = given
    return Name(start, end, csl)


def _capitals_last(text: str, start: int, end: int) -> Name:
    """``Ann HARTLEY``, ``Ursula K. VAN DER MEER``."""
    found = forms_for(text)["capitals-end"].search(text.replace("’", "'"), start, end)
    if found is None or found.start() == start:
        return _direct(text, start, end)
    return Name(start, end, {"family": found.group(), "given": text[start : found.start()].strip()})


def split_names(text: str, start: int, end: int, pattern: re.Pattern[str] = _BETWEEN) -> list[tuple[int, int]]:
    """The stretches that commas, semicolons and words like ``and`` part."""
    pieces = []
    at = start
    for found in pattern.finditer(text, start, end):
        if found.start() > at:
            pieces.append((at, found.start()))
        at = found.end()
    if at < end:
        pieces.append((at, end))
    return pieces
