"""``testimonia voices``: whose words an excerpt is made of, and through whose hands they came."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .chains import say_excerpt, voice_facts
from .opening import BOOK, opened_book
from .printing import JSON, Lines, echo_json
from .terminal import echo

if TYPE_CHECKING:
    from ..model import Sourcebook, Voice

__all__ = ["voices"]


@click.command(
    short_help="Whose words an excerpt is, through whose hands.",
    epilog="In Python: testimonia.read(page).voices, or store.book().voices",
)
@BOOK
@click.option("--excerpt", metavar="ID", help="Only this excerpt.")
@click.option("--speaker", metavar="NAME", help="Only what this person says, by name or id, or a speaker as printed.")
@click.option("--why", is_flag=True, help="Print the words that vouch for each link of a chain.")
@JSON
def voices(book: Path, excerpt: str | None, speaker: str | None, why: bool, as_json: bool) -> None:
    """Print the excerpts of BOOK.db (or of a page) by who speaks in them.

    Each voice has a colour of its own on a terminal and a prefix elsewhere; below it stands the chain of hands that
    the words came through, from the page to the speaker, and through how many mouths they went.
    """
    from ..errors import NotFoundError

    with opened_book(book, needs="people") as read:
        if excerpt is not None and excerpt not in {x.id for x in read.excerpts}:
            raise NotFoundError(f"No excerpt has the id {excerpt!r}. `testimonia show` lists claims and excerpts.")
        found = [voice for voice in read.voices if excerpt in (None, voice.excerpt)]
        if speaker is not None:
            wanted = _speakers(read, speaker)
            found = [voice for voice in found if voice.speaker in wanted]
        if as_json:
            echo_json([voice_facts(read, voice) for voice in found])
            return
        below: dict[str, list[Voice]] = defaultdict(list)
        for voice in found:
            below[voice.excerpt].append(voice)
        lines = Lines(read.text)
        for id_, spoken in below.items():
            say_excerpt(read, read.excerpts[id_], spoken, lines, why=why)
        if not found:
            echo("No voice was found." if speaker is None else f"{speaker} says nothing there.")


def _speakers(book: Sourcebook, name: str) -> set[str]:
    """The ids of those who are meant by a person's name or id, or by a speaker as printed.

    Raises:
        NotFoundError: nobody is.
    """
    from ..errors import NotFoundError
    from ..people.lookup import find_people

    folded = name.casefold()
    found = {
        voice.speaker for voice in book.voices if folded in (voice.speaker.casefold(), voice.speaker_name.casefold())
    }
    found |= {person.id for person in book.people if person.id == name} or {p.id for p in find_people(book, name)}
    if not found:
        raise NotFoundError(f"Nobody is called {name!r}. `testimonia people` lists everybody who is named.")
    return found
