"""Pages that are a data file: lists of entries with keys, as YAML or JSON, whose values are the cells of a table.

What a key is called says which values are furniture (identifiers, counts) and which make up one source together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..words.field_names import CLAIM, EXCERPT, SOURCE, SOURCE_PARTS, role_of_name
from .units import Unit

__all__ = ["units_of_data"]

_FEWEST = 8  # keys, and half as many entries in lists
_MOSTLY = 0.95  # of the lines fit the notation
_ENOUGH = 40  # lines after which a page of another kind is known
_LINE = re.compile(r"(?P<indent>[ ]*)(?P<dashes>(?:-[ ]+)*)(?P<rest>[^\r\n]*)(?:\r\n|[\r\n]|\Z)")
_KEY = re.compile(r"(?P<name>[^\W\d_][\w .-]{0,40}|\"[^\"\n]{1,40}\"|'[^'\n]{1,40}')[ ]*:(?:[ ]+|$)")
_BLOCK = re.compile(r"[|>][+-]?\d?$")
_JSON = re.compile(
    r'"(?P<name>[^"\\\n]{1,40})"\s*:\s*(?:"(?P<value>(?:[^"\\]|\\.)*)"|(?P<other>-?\d[\d.eE+-]*|true|false|null))|'
    r'"(?P<alone>(?:[^"\\]|\\.)*)"|(?P<mark>[\[\]{}])'
)
_LATEST = 400  # lines within which a list has begun
_COLON = re.compile(r"\s*:")
_JSON_OPENS = re.compile(r"\ufeff?\s*[\[{]\s*[\[{\"]")
_JSON_BREAK = re.compile(r"(?:\\r)?\\n|\r\n|[\r\n]")
_NOTHING = re.compile(r"(?:null|~|true|false|yes|no)$", re.I)
_PLAIN = re.compile(r"\S+$")

Span = tuple[int, int]


@dataclass(slots=True)
class _Value:
    """A value of the file: its key, the entry that it stands in, and its paragraphs, each as the spans of its lines."""

    name: str
    entry: int
    paragraphs: list[list[Span]] = field(default_factory=list)


def units_of_data(text: str) -> list[Unit] | None:
    """The values of a page that is a data file, each paragraph a unit; ``None`` where it is none."""
    values = _json_values(text) if _JSON_OPENS.match(text) else _yaml_values(text)
    if values is None:
        return None
    roles = {role_of_name(v.name) for v in values}
    # what has neither words nor sources is data of another kind
    if EXCERPT not in roles or not ({CLAIM, SOURCE} | SOURCE_PARTS) & roles:
        return None
    return _units(text, [v for v in values if v.paragraphs])


def _yaml_values(text: str) -> list[_Value] | None:
    values: list[_Value] = []
    keys = entries = right = lines = number = 0
    block: int | None = None  # the indent of the key whose value runs on in lines set deeper
    at_key, quoted = 0, ""  # the indent of the last key, and the quotation mark that its value has not closed yet
    apart = True
    place = 0
    while place < len(text):
        line = _LINE.match(text, place)
        if line is None:
            break
        place = max(line.end(), place + 1)
        start, end = line.span("rest")
        while end > start and text[end - 1] in " \t":
            end -= 1
        if lines >= _ENOUGH and (right < _MOSTLY * lines / 2 or (lines >= _LATEST and not entries)):
            return None
        if start == end:
            apart = True
            continue
        indent = len(line["indent"])
        if block is not None and indent > block:
            if apart:
                values[-1].paragraphs.append([])
            values[-1].paragraphs[-1].append((start - len(line["dashes"]), end))
            apart = False
            continue
        block = None
        if text[start] == "#" or text[start:end] in ("---", "..."):
            continue
        lines += 1
        key = None if quoted else _KEY.match(text, start, end)
        if key is None and not line["dashes"] and values and values[-1].paragraphs and (quoted or indent > at_key):
            # a value in quotation marks, or in none, that goes on on the next line
            right += 1
            closed = quoted != "" and text[end - 1] == quoted
            values[-1].paragraphs[-1].append((start, end - closed))
            quoted = "" if closed else quoted
            continue
        if line["dashes"]:
            number += 1
            entries += key is not None
        if key is None:
            right += bool(line["dashes"])
            if line["dashes"] and values:
                values.append(_Value(values[-1].name, number, _scalar(text, start, end)))
            continue
        right += 1
        keys += 1
        at_key = indent + len(line["dashes"])
        value = _Value(key["name"].strip("\"'"), number)
        values.append(value)
        if _BLOCK.match(text, key.end(), end):
            block, apart = at_key, True
        elif key.end() < end:
            mark = text[key.end()]
            quoted = mark if mark in "\"'" and (text[end - 1] != mark or end - key.end() < 2) else ""
            value.paragraphs = _scalar(text, key.end() + len(quoted), end)
    is_data = keys >= _FEWEST and entries >= _FEWEST // 2 and keys >= 1.5 * entries and right >= _MOSTLY * lines
    return values if is_data else None


def _scalar(text: str, start: int, end: int) -> list[list[Span]]:
    """The words of a value on one line, without their quotation marks; none where it says that there is nothing."""
    if end - start >= 2 and text[start] in "\"'" and text[end - 1] == text[start]:
        start, end = start + 1, end - 1
    elif _NOTHING.match(text, start, end) or text[start:end] in ("[]", "{}"):
        return []
    return [[(start, end)]] if start < end else []


def _json_values(text: str) -> list[_Value] | None:
    values: list[_Value] = []
    keys = number = depth = 0
    last = ""
    place = 0
    for found in _JSON.finditer(text):
        if text[place : found.start()].strip(" \t\r\n,:\ufeff") and found["mark"] is None and found["alone"] is None:
            return None
        place = found.end()
        if found["mark"] is not None:
            number += found["mark"] == "{"
            depth += 1 if found["mark"] in "[{" else -1
            continue
        if found["name"] is not None:
            last = found["name"]
            keys += 1
        elif _COLON.match(text, place):
            last = found["alone"]  # the key of a list or of an entry
            continue
        group = "value" if found["value"] is not None else "alone" if found["alone"] is not None else "other"
        if group == "other" and not found["other"][0].isdecimal():
            continue
        start, end = found.span(group)
        value = _Value(last, number)
        for part in _JSON_BREAK.split(text[start:end]):
            at = text.index(part, start)
            start = at + len(part)
            if part.strip():
                value.paragraphs.append([(at, at + len(part))])
        values.append(value)
    return values if keys >= _FEWEST and number >= _FEWEST // 2 and depth == 0 else None


def _units(text: str, values: list[_Value]) -> list[Unit]:
    """The values as units: the parts of one source in one, what is no words set aside."""
    columns = {name: n for n, name in enumerate(dict.fromkeys(v.name for v in values), 1)}
    told: dict[str, list[bool]] = {}
    for v in values:
        words = [text[a:b] for paragraph in v.paragraphs for a, b in paragraph]
        told.setdefault(v.name, []).append(len(words) == 1 and _PLAIN.match(words[0]) is not None)
    # an identifier, a count, a tag: a name whose values are a word each
    furniture = {name for name, plain in told.items() if role_of_name(name) is None and sum(plain) > 0.8 * len(plain)}
    whole = any(role_of_name(v.name) == SOURCE for v in values)
    held: dict[int, set[str | None]] = {}
    for v in values:
        held.setdefault(v.entry, set()).add(role_of_name(v.name))
    units: list[Unit] = []
    parts: tuple[int, Unit] | None = None
    is_open = False  # what stands before the first claim is said of the file
    for v in values:
        role = role_of_name(v.name)
        is_open = is_open or role == CLAIM
        of_claim = CLAIM in held[v.entry] and EXCERPT not in held[v.entry]
        is_part = is_open and not whole and role in SOURCE_PARTS and not of_claim
        if is_part:
            spans = [span for paragraph in v.paragraphs for span in paragraph]
            if parts is not None and parts[0] == v.entry:
                parts[1].segments += spans
                parts[1].text = "\n".join(text[a:b] for a, b in parts[1].segments)
                continue
        for n, paragraph in enumerate(v.paragraphs):
            unit = Unit(
                list(paragraph),
                "\n".join(text[a:b] for a, b in paragraph),
                gap=1,
                mark="template" if is_part or role == SOURCE else "cell",
                kind="cell",
                container=v.entry,
                column=columns[v.name],
                aside=v.name in furniture,
            )
            units.append(unit)
            if is_part and n == 0:
                parts = (v.entry, unit)
    return units
