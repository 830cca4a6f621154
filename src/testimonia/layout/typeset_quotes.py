"""What a typesetter's file holds in one command or entry: quotations with their key, and entries of a file of works.

``\\blockcquote[44]{brandt1931}{The gate was shut.}`` is a source and a quotation; ``@book{brandt1931, …}`` an entry.
"""

from __future__ import annotations

import re

from testimonia.words.braces import end_of_braces

from .units import Unit

__all__ = ["Block", "ready_blocks"]

Block = tuple[int, int, list[Unit]]
"""From where to where it runs, and its units; what belongs to a program alone has none."""

_QUOTE = re.compile(
    r"\\(?:(?:foreign|hyphen)(?:text|block)c?quote\*?\{[^{}\n]*\}|(?:text|block)c?quote\*?)"
    r"(?P<source>(?:\[[^\[\]\n]{0,80}\]){0,2}(?:\{(?P<key>[^{}\s]{1,60})\})?)(?:\[[^\[\]\n]{0,20}\])?(?=\{)"
)
_ENTRY = re.compile(
    r"^[ \t]*@(?!comment|string|preamble)[A-Za-z]{3,16}[ \t]*(?=\{[ \t]*[^{}\s,]{1,60}[ \t]*,)", re.M | re.I
)
_FILE = re.compile(r"^[ \t]*\\(?:begin|end)\{filecontents\*?\}[^\n]*$", re.M)
_PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?![ \t]*\r?\n))*")
_LONGEST = 200_000  # code points of a quotation or an entry


def ready_blocks(text: str, *, typeset: bool) -> list[Block]:
    """The commands that quote and the entries of works on a page, in their order."""
    blocks: list[Block] = []
    if typeset and "quote" in text:
        for found in _QUOTE.finditer(text):
            if (blocks and found.start() < blocks[-1][1]) or not _opens_line(text, found.start()):
                continue
            end = end_of_braces(text, found.end(), _LONGEST)
            if not end:
                break
            blocks.append((found.start(), end, _quotation(text, found, end)))
    entries: list[Block] = []
    if "@" in text:
        for found in _ENTRY.finditer(text):
            end = end_of_braces(text, found.end(), _LONGEST)
            if not end:
                break  # what follows is no list of works
            start = text.index("@", found.start())
            entries.append((start, end, [Unit([(start, end)], text[start:end], gap=1, style="bib-entry")]))
    if len(entries) > 1:
        blocks += entries
    if typeset:
        blocks += [(m.start(), m.end(), []) for m in _FILE.finditer(text)]
    return sorted(blocks, key=lambda block: block[:2])


def _opens_line(text: str, at: int) -> bool:
    return not text[text.rfind("\n", 0, at) + 1 : at].strip()


def _quotation(text: str, found: re.Match[str], end: int) -> list[Unit]:
    units: list[Unit] = []
    if found["key"] is not None:
        units.append(Unit([found.span("source")], found["source"], gap=1, mark="template"))
    for paragraph in _PARAGRAPH.finditer(text, found.end() + 1, end - 1):
        words = paragraph.group().rstrip()
        span = (paragraph.start(), paragraph.start() + len(words))
        units.append(Unit([span], words, gap=1, kind="quote"))
    return units
