"""Voices and their chains: coloured on a terminal, prefixed in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from .portraits import say_why
from .printing import Lines
from .terminal import echo, secho

if TYPE_CHECKING:
    from ..model import Excerpt, Hand, Sourcebook, Voice

__all__ = ["has_colour", "say_chain", "say_excerpt", "voice_facts", "words_of"]

# told apart on a dark and on a light ground; narration keeps the terminal's own colour
_COLOURS = ("green", "yellow", "cyan", "magenta", "blue", "red")


def has_colour() -> bool:
    """Whether the output goes to a terminal that wants colours."""
    return click.get_current_context().color is not False and sys.stdout.isatty()


def words_of(book: Sourcebook, voice: Voice) -> str:
    """The words of a voice, without the marks of the layout between its pieces."""
    return "\n".join(map(book.cut, voice.segments or (voice.span,)))


def voice_facts(book: Sourcebook, voice: Voice) -> dict[str, Any]:
    """A voice for a program: its record, its words, how deep it is and its chain in words."""
    from ..exports.facts import json_record
    from ..model.wording import chain_words

    return {
        **json_record(voice, book),
        "words": words_of(book, voice),
        "depth": voice.depth,
        "chain_words": chain_words(voice.chain, book),
    }


def say_excerpt(book: Sourcebook, excerpt: Excerpt, voices: Sequence[Voice], lines: Lines, *, why: bool) -> None:
    """Print voices of one excerpt, and the chain of each."""
    secho(f"{excerpt.id}, line {lines.number(excerpt.span)}", bold=True)
    if has_colour():
        _say_coloured(book, voices, why)
    else:
        _say_prefixed(book, voices, why)
    echo()


def _say_prefixed(book: Sourcebook, voices: Iterable[Voice], why: bool) -> None:
    from ..model.wording import voice_words

    for voice in voices:
        echo(f"[{voice.mode.value}: {voice_words(voice, book)}] {words_of(book, voice)}")
        say_chain(book, voice, why=why)


def _say_coloured(book: Sourcebook, voices: Sequence[Voice], why: bool) -> None:
    from ..model import Mode
    from ..model.wording import voice_words

    colours: dict[tuple[str, str], str | None] = {}
    for voice in voices:
        key = (voice.speaker, voice.speaker_name)
        if voice.mode is not Mode.NARRATION and key not in colours:
            colours[key] = _COLOURS[len(colours) % len(_COLOURS)]
    place = voices[0].span.start if voices else 0
    for voice in voices:
        if place < voice.span.start:
            gap = book.text[place : voice.span.start]
            echo(gap if gap.isspace() else " ", nl=False)
        _echo_voice(words_of(book, voice), voice, colours)
        place = voice.span.end
    echo()
    told: set[tuple[str, str, str, tuple[Hand, ...]]] = set()
    for voice in voices:
        same = (voice.speaker, voice.speaker_name, voice.mode.value, voice.chain)
        if same not in told:
            told.add(same)
            _echo_voice(f"{voice_words(voice, book)} ({voice.mode.value})", voice, colours)
            echo()
            say_chain(book, voice, why=why)


def _echo_voice(words: str, voice: Voice, colours: dict[tuple[str, str], str | None]) -> None:
    from ..model import Mode

    if voice.mode is Mode.NARRATION:
        echo(words, nl=False)
        return
    colour = colours[voice.speaker, voice.speaker_name]
    # the compiler's own comment is set off by a line beneath it, because colour says who and not in which way
    secho(words, fg=colour, underline=True if voice.mode is Mode.EDITORIAL else None, nl=False)


def say_chain(book: Sourcebook, voice: Voice, *, why: bool) -> None:
    """Print through whose hands the words came, and with ``why`` what vouches for each."""
    from ..model.wording import chain_words, hand_words

    sure = "" if voice.confidence == 1 else f", {voice.confidence:.2f} sure"
    secho(f"    {chain_words(voice.chain, book)} (depth {voice.depth}{sure})", dim=True)
    if why:
        told = {reason for hand in voice.chain for reason in hand.reasons}
        for n, hand in enumerate(voice.chain):
            if hand.reasons:
                secho(f"      {hand_words(hand, book, voice.chain[n + 1 : n + 2])}", dim=True)
                say_why(hand.reasons, indent=8)
        say_why((reason for reason in voice.reasons if reason not in told), indent=6)
