"""The annotated source of the sample page: what its marks mean, read into plain blocks.

See README.md for the marks. Offsets in a `Block` are code points of the block's own plain text;
`build.py` adds the place of the block on the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

INLINE = re.compile(r"<q (?P<quote>[^>]+)>|(?P<end></q>)|\{!(?P<plain>[^}]+)\}|\{(?P<name>[^}=]+)=(?P<person>[^}]+)\}")
QUOTE = re.compile(
    r"(?P<who>[^=\s]+)(?:=(?P<name>.*?))?(?: doc=(?P<doc>[\w-]+))?(?: alt=(?P<alt>\S+))?"
    r"(?: alt_mode=(?P<alt_mode>\S+))?"
)
OPTION = re.compile(r'(\w+)=(?:"([^"]*)"|(.+?))(?=\s*(?:;|$)|\s+\w+=)')
TURN = re.compile(
    r"@(?P<who>[^\s\[]+)(?:\[(?P<name>[^\]]*)\] | (?P<label>(?P<printed>[^:(]+?)(?: \([^)]*\))?:|[QA]\.))"
)
ELLIPSIS = " … "


class MarkupError(ValueError):
    """The annotated source says something that cannot be."""


@dataclass
class Voice:
    """Who speaks from ``start`` to ``end`` of a block; a later voice overrides an earlier one."""

    start: int
    end: int
    speaker: str
    mode: str
    name: str | None = None
    document: str | None = None
    alt: str | None = None
    alt_mode: str | None = None


@dataclass
class Block:
    """A title, heading, excerpt or stray paragraph with all that was said about it."""

    kind: str
    key: str = ""
    text: str = ""
    voices: list[Voice] = field(default_factory=list)
    named: dict[tuple[int, int], str] = field(default_factory=dict)
    unnamed: list[tuple[int, int]] = field(default_factory=list)
    assertions: list[str] = field(default_factory=list)
    anomalies: list[tuple[str, int, int, str]] = field(default_factory=list)
    edition: str | None = None
    page: str = ""
    whole_voice: str | None = None
    whole_document: str | None = None
    whole_alt: str | None = None
    whole_alt_mode: str | None = None
    no_citation: str = ""


def find(words: str, text: str, where: str) -> tuple[int, int]:
    """The one place of ``words`` in ``text``; ``first … last`` stands for all that lies between.

    Raises:
        MarkupError: the words stand there never or more than once.
    """
    if words in ("", "*whole*"):
        return 0, len(text)
    first, _, last = words.partition(ELLIPSIS)
    places = [m.start() for m in re.finditer(re.escape(first), text)]
    if len(places) != 1:
        raise MarkupError(f"{where}: {first!r} stands {len(places)} times in the text.")
    start = places[0]
    if not last:
        return start, start + len(first)
    end = text.find(last, start + len(first))
    if end < 0:
        raise MarkupError(f"{where}: {last!r} does not follow {first!r}.")
    return start, end + len(last)


def options(words: str) -> dict[str, str]:
    """``when=1911; note="two words"`` as a dictionary."""
    found = {m[1]: m[2] if m[2] is not None else m[3].strip() for m in OPTION.finditer(words)}
    left = OPTION.sub("", words).replace(";", "").strip()
    if left:
        raise MarkupError(f"Not an option: {left!r} in {words!r}.")
    return found


def fields(line: str, count: int) -> list[str]:
    """The parts of a directive between upright strokes, blanks for those left out."""
    parts = [p.strip() for p in line.split("|")]
    if len(parts) > count:
        raise MarkupError(f"More than {count} parts: {line!r}")
    return parts + [""] * (count - len(parts))


def read_body(block: Block, lines: list[str]) -> None:
    """Take the marks out of an excerpt's lines and keep what they say as spans."""
    while lines and not lines[-1].strip():
        lines.pop()
    out: list[str] = []
    length = 0
    open_quotes: list[Voice] = []
    quotes: list[Voice] = []
    turns: list[Voice] = []
    for number, line in enumerate(lines):
        if number:
            out.append("\n")
            length += 1
        turn = TURN.match(line)
        line_start = length
        body = line[turn.end("label") - len(turn["label"]) if turn["label"] else turn.end() :] if turn else line
        position = 0
        for mark in INLINE.finditer(body):
            piece = body[position : mark.start()]
            out.append(piece)
            length += len(piece)
            position = mark.end()
            if mark["quote"]:
                said = QUOTE.fullmatch(mark["quote"])
                if said is None:
                    raise MarkupError(f"{block.key}: {mark[0]!r} cannot be read.")
                voice = Voice(length, length, said["who"], "quote", said["name"], said["doc"], said["alt"])
                voice.alt_mode = said["alt_mode"]
                open_quotes.append(voice)
                quotes.append(voice)
            elif mark["end"]:
                open_quotes.pop().end = length
            else:
                words = mark["plain"] or mark["name"]
                if mark["plain"]:
                    block.unnamed.append((length, length + len(words)))
                else:
                    block.named[length, length + len(words)] = mark["person"]
                out.append(words)
                length += len(words)
        out.append(body[position:])
        length += len(body) - position
        if turn:
            name = turn["name"] if turn["name"] is not None else turn["printed"] or turn["label"]
            turns.append(Voice(line_start, length, turn["who"], "turn", name))
    if open_quotes:
        raise MarkupError(f"{block.key}: a <q> is not closed.")
    block.text = "".join(out)
    block.voices = [*turns, *quotes]


def read_blocks(folder: Path) -> tuple[list[Block], list[list[str]], list[list[str]]]:
    """All blocks in the order of the page, then the dependences and the discrepancies."""
    blocks: list[Block] = []
    dependences: list[list[str]] = []
    discrepancies: list[list[str]] = []
    body: list[str] | None = None
    lines = [line for path in sorted(folder.glob("*.txt")) for line in path.read_text("utf-8").splitlines()]
    for line in lines:
        if not line.startswith("%"):
            if body is not None:
                body.append(line)
            elif line.strip():
                raise MarkupError(f"Text outside an excerpt: {line!r}")
            continue
        word, _, rest = line[1:].partition(" ")
        if body is not None:
            read_body(blocks[-1], body)
            body = None
        here = blocks[-1] if blocks else Block("none")
        if word in ("title", "stray"):
            blocks.append(Block(word, text=rest))
        elif word == "h":
            key, _, words = rest.partition(" ")
            blocks.append(Block("heading", key, words))
        elif word == "h+":
            here.text += "\n" + rest
        elif word == "x":
            blocks.append(Block("excerpt", rest))
            body = []
        elif word == "c":
            here.edition, here.page = fields(rest, 2)
        elif word == "nocite":
            here.no_citation = rest
        elif word == "a":
            here.assertions.append(rest)
        elif word == "e":
            start, end = find(rest, here.text, here.key)
            here.voices.append(Voice(start, end, "compiler", "editorial", ""))
            here.anomalies.append(("bracket-comment", start, end, "a remark of the compiler"))
        elif word == "n":
            kind, words, note = fields(rest, 3)
            here.anomalies.append((kind, *find(words, here.text, here.key), note))
        elif word == "v":
            here.whole_voice, whole_alt, whole_alt_mode = fields(rest, 3)
            here.whole_alt, here.whole_alt_mode = whole_alt or None, whole_alt_mode or None
        elif word == "vdoc":
            here.whole_document = rest
        elif word == "q":
            words, who, mode, more = fields(rest, 4)
            who, _, name = who.partition("=")
            said_more = options(more)
            voice = Voice(*find(words, here.text, here.key), who, mode, name or None, said_more.get("doc"))
            voice.alt, voice.alt_mode = said_more.get("alt"), said_more.get("alt_mode")
            here.voices.append(voice)
        elif word == "dep":
            dependences.append(fields(rest, 6))
        elif word == "dis":
            discrepancies.append(fields(rest, 8))
        else:
            raise MarkupError(f"No directive is called %{word}.")
    return blocks, dependences, discrepancies
