"""Notations of single programs, told by their form: a typesetter's commands after a sharp sign, blocks of outliners."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .units import Unit

__all__ = ["Sharp", "is_sharp", "leave_out_quotes", "property_of", "quoted_item", "sharp_command"]

# a newer typesetting language: "#set page(…)", "#quote(block: true, attribution: [Hartley, 12])[", "]" alone
_SETS = (
    r"#(?:set\s+[\w.]+\(|show\s*:|show\s+[\w.]+(?:\([^()\n]*\))?\s*:|let\s+[\w-]+\s*[=(]|(?:import|include)\s+[\"@])"
)
_SHARP_COMMAND = re.compile(rf"{_SETS}.*$|#(?:pagebreak|outline|bibliography|v|h|line|linebreak)\(.*\)$")
_SHARP_QUOTE = re.compile(r"#quote(?:\((?P<told>.*)\))?\[\s*")
_SHARP_SOURCE = re.compile(r"\battribution:\s*(?:\[(?P<words>.+)\]|\"(?P<string>[^\"]+)\")")
_SHARP_BLOCK = re.compile(r"#(?:align|text|block|heading|title)(?:\([^()\n]*\))?\[[*_]{0,2}(?P<words>.+?)[*_]{0,2}\]$")
_SHARP = re.compile(rf"(?m)^(?:{_SETS}|#quote[(\[])")
# what outliners keep of a block on lines of its own: "id:: 6f2a", "source:: Hartley, 12"
_PROPERTY = re.compile(r"(?P<name>[a-z][a-z-]{1,30}(?:\.[a-z-]{1,30})?)::(?:[ \t]+|$)")
_SOURCE_NAMES = frozenset(
    "source sources citation cite reference ref from quelle fundstelle fuente fonte référence источник".split()
)
_KEPT_NAMES = frozenset(
    "id collapsed tags tag alias aliases type icon template public created created-at updated updated-at date status "
    "filters heading background-color banner page hl-page hl-color ls-type file file-path card-last-interval cssclass "
    "card-repeats card-ease-factor card-next-schedule card-last-reviewed card-last-score related up parent".split()
)
_QUOTED_ITEM = re.compile(r"[-*+•][ \t]+(?:>[ \t]?)+(?=\S)")


def is_sharp(text: str) -> bool:
    """Whether a page is of a typesetting language whose commands open with a sharp sign and take words in brackets."""
    return "#" in text and _SHARP.search(text) is not None


@dataclass(frozen=True, slots=True)
class Sharp:
    """A line with such a command: the source it names, where the words on it begin and end, and what it opens."""

    source: tuple[int, int] | None = None
    words: tuple[int, int] | None = None
    opens: bool = False
    closes: bool = False


def sharp_command(text: str, start: int, end: int) -> Sharp | None:
    """What a line of such a page says to the program; ``None`` where it says nothing."""
    if text[start:end] == "]":
        return Sharp(closes=True)
    if text[start] != "#":
        return None
    quote = _SHARP_QUOTE.match(text, start, end)
    if quote is not None:
        told = quote.span("told")
        source = _SHARP_SOURCE.search(text, *told) if told[0] >= 0 else None
        closes = text[end - 1] == "]" and quote.end() < end
        words = (quote.end(), end - closes) if quote.end() < end else None
        where = None if source is None else source.span("words" if source["words"] else "string")
        return Sharp(where, words, opens=True, closes=closes)
    block = _SHARP_BLOCK.match(text, start, end)
    if block is not None:
        return Sharp(words=block.span("words"))
    return Sharp() if _SHARP_COMMAND.match(text, start, end) else None


def property_of(text: str, start: int, end: int) -> tuple[int, str | None] | None:
    """Where the value of an outliner's property begins, and the mark of its unit; ``None`` where the line is none.

    What only the program reads has no mark: an identifier, whether the block is folded.
    """
    found = _PROPERTY.match(text, start, end)
    if found is None:
        return None
    name = found["name"]
    if name in _SOURCE_NAMES or name == "title":
        return found.end(), "" if name == "title" else "callout"
    return (found.end(), None) if name in _KEPT_NAMES or "." in name else None


def quoted_item(words: str) -> int:
    """How many characters of a list item only say that it is a block quotation: "- > The ferry"."""
    found = _QUOTED_ITEM.match(words)
    return 0 if found is None else found.end()


def leave_out_quotes(text: str, unit: Unit) -> None:
    """Leave out a typesetter's quotation marks that stand round a paragraph, and not round some words in it."""
    words = "\n".join(text[a:b] for a, b in unit.segments)
    (start, first_end), (last_start, end) = unit.segments[0], unit.segments[-1]
    opens = words.startswith("``") and "''" not in words[:-2]
    closes = words.endswith("''") and "``" not in words[2:]
    if opens and first_end - start > 4:
        unit.segments[0] = (start + 2, first_end)
        last_start = unit.segments[-1][0]
    if closes and end - last_start > 4:
        unit.segments[-1] = (last_start, end - 2)
