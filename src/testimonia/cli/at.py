"""``testimonia at``: through whose hands one character came."""

from __future__ import annotations

from pathlib import Path

import click

from .chains import say_chain, voice_facts
from .opening import BOOK, opened_book
from .printing import JSON, Lines, echo_json
from .terminal import echo, secho

__all__ = ["at"]

_CONTEXT = 60  # characters on either side


@click.command(
    short_help="Through whose hands a character came.",
    epilog="In Python: book.at(offset), book.voice_at(offset)",
)
@BOOK
@click.argument("offset", type=click.IntRange(min=0), metavar="OFFSET")
@JSON
def at(book: Path, offset: int, as_json: bool) -> None:
    """Show who speaks at the character OFFSET of BOOK.db (or of a page), counted from 0, and through whose hands."""
    from ..errors import NotFoundError
    from ..exports.facts import hand_facts
    from ..model import Span
    from ..model.wording import chain_words, voice_words

    with opened_book(book, needs="people") as read:
        try:
            chain = read.at(offset)
        except IndexError as error:
            raise NotFoundError(str(error)) from error
        voice = read.voice_at(offset)
        passage = next((p for p in read.passages if p.span.start <= offset < p.span.end), None)
        if as_json:
            facts = {"offset": offset, "character": read.text[offset], "chain": [hand_facts(hand) for hand in chain]}
            if passage is not None:
                facts["passage"] = passage.kind.value
            echo_json(facts | ({} if voice is None else {"voice": voice_facts(read, voice)}))
            return
        here = Span(offset, offset + 1)
        before = read.text[max(0, offset - _CONTEXT) : offset].split("\n")[-1]
        after = read.text[offset + 1 : offset + 1 + _CONTEXT].split("\n")[0]
        echo(f"line {Lines(read.text).number(here)}: {_flat(before)}", nl=False)
        secho(f"‹{_flat(read.cut(here))}›", bold=True, nl=False)
        echo(_flat(after))
        if voice is None:
            kind = "" if passage is None else f" ({passage.kind.value})"
            echo(f"{chain_words(chain, read)}{kind}")
            return
        echo(f"[{voice.mode.value}: {voice_words(voice, read)}] in {voice.excerpt}, {voice.id}")
        say_chain(read, voice, why=True)


def _flat(words: str) -> str:
    return "".join(" " if c.isspace() else c for c in words)
