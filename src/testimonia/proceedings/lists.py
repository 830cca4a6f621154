"""Lists of defendants: paragraphs that begin with a name, under words that say whose trial it was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from testimonia.words.accounts import Account
from testimonia.words.lexicon import is_common_word
from testimonia.words.record_texts import Named

from .namings import Naming

__all__ = ["Listed", "find_lists"]

_LINE = re.compile(r"[^\n]+")
_ENTRY = re.compile(r"\s*(?:\(?\d{1,2}[.)]\s*|[-–—•*]\s*)?")
_AFTER_NAME = re.compile(r"\s*(?:$|[,;:(–—.]|--|\s(?:and|&)\s)")
_JOINER = re.compile(r"\s*(?:,|and|&|,\sand)\s*")
_NEW_GROUP = re.compile(
    r"(?:The|A|An|Another)\s(?:[\w-]+\s){0,3}(?:group|cent(?:er|re)|bloc|ring|gang|band|circle|organi[sz]ation|"
    r"party)\s"
    r"(?:[\w,-]+\s){0,3}(?:included|comprised|consisted|contained|was made up)\b"
)
_IDLE = 4  # paragraphs without a name after which a list is over
_LEAST = 3  # entries that make a list


_UNKNOWN = re.compile(r"[^\W\d_a-z][\w'’-]+(?:\s[^\W\d_a-z][\w'’.-]+){0,2}(?=\s*$|,)")


@dataclass(frozen=True, slots=True)
class Listed:
    """One who is listed, and the naming over the list; ``person`` is ``None`` where no mention is known there."""

    start: int
    end: int
    name: str
    person: str | None
    under: Naming

    @property
    def key(self) -> str:
        """The person's id, or what stands for it in counts."""
        return self.person or f"name:{self.name.casefold()}"


def find_lists(account: Account, namings: list[Naming]) -> Iterator[Listed]:
    """Those who are listed under a naming of this excerpt; ``namings`` stand in its order."""
    record = account.record
    under: Naming | None = None
    opened, idle = False, 0
    gathered: list[Listed] = []
    for line in _LINE.finditer(record.text):
        here = [n for n in namings if line.start() <= n.start < line.end()]
        leads = line.group().rstrip().endswith(":")
        if here:
            if len(gathered) >= _LEAST:
                yield from gathered
            gathered = []
            under, opened, idle = here[-1], leads, 0
            continue
        if leads:
            opened, idle = under is not None and not _NEW_GROUP.match(line.group().lstrip()), 0
            if not opened:
                under = None
            continue
        entries = _entries(record.named_in(line.start(), line.end()), line, record.text) if under is not None else []
        if entries and under is not None and opened:
            gathered += [Listed(n.start, n.end, n.name, n.person or None, under) for n in entries]
            idle = 0
            continue
        idle += 1
        if idle > _IDLE:
            under, opened = None, False
    if len(gathered) >= _LEAST:
        yield from gathered


def _entries(named: tuple[Named, ...], line: re.Match[str], text: str) -> list[Named]:
    """The names that a paragraph begins with, if it is an entry: "Ash and Reed", "Ash, who was …"."""
    lead = _ENTRY.match(text, line.start(), line.end())
    if lead is None:
        return []
    if not named or named[0].start != lead.end():
        alone = _UNKNOWN.match(text, lead.end(), line.end())
        if alone is None or (named and named[0].start < alone.end()) or is_common_word(alone.group().split()[0]):
            return []
        return [Named(alone.start(), alone.end(), "", alone.group())]
    entries = [named[0]]
    for one in named[1:]:
        if not _JOINER.fullmatch(text[entries[-1].end : one.start]):
            break
        entries.append(one)
    rest = text[entries[-1].end : line.end()]
    if not _AFTER_NAME.match(rest):
        return []
    return entries
