"""Who is meant by a name, and what to call whom an id stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from ..errors import NotFoundError, TestimoniaError
from ..model import Assertion, Sourcebook
from ..model.wording import speaker_words
from .authors import full_names, namesakes

__all__ = ["QuestionError", "called", "find_parties", "of_words", "party_words"]


class QuestionError(TestimoniaError, ValueError):
    """A question cannot be understood: a date that is none, an act or a ledger that does not exist."""

    exit_code = 2  # as for any other misuse of a command


def find_parties(book: Sourcebook, name: str) -> tuple[str, ...]:
    """The ids of all who are called so: people as `who` finds them, and others who speak, are spoken of or have a part.

    Raises:
        NotFoundError: nobody is.
    """
    from ..people.lookup import find_people

    found = [person.id for person in book.people if person.id == name]
    people = {person.id for person in book.people}
    authors = full_names(book)
    folded = _fold(name)
    others: dict[str, None] = {}
    if folded:
        for id_, printed in _parties(book):
            if id_ == name or (
                id_ not in people
                and folded in (_fold(printed), _fold(party_words(id_, "")), _fold(authors.get(id_, "")))
            ):
                others.setdefault(id_)
    if not found:
        found = [person.id for person in find_people(book, name)]
    ids = tuple(dict.fromkeys((*found, *others)))
    if not ids:
        raise NotFoundError(f"Nobody on the page is called {name!r}. `testimonia people` lists everybody.")
    return ids


def _fold(words: str) -> str:
    return " ".join(words.casefold().split())


def _parties(book: Sourcebook) -> Iterator[tuple[str, str]]:
    """The id of everybody who speaks, is spoken of or has a part in something, with a name as printed."""
    yield from ((voice.speaker, voice.speaker_name) for voice in book.voices)
    yield from ((said.speaker, said.speaker_name) for said in book.assertions)
    yield from ((cell.speaker, cell.speaker_name) for cell in book.cells)
    yield from ((entry.speaker, entry.speaker_name) for entry in book.entries)
    yield from ((dating.speaker, dating.speaker_name) for dating in book.datings)
    for said in book.assertions:
        for id_, name in zip_longest(said.of, said.of_names):
            if id_ is not None:
                yield id_, name or ""
    for cell in book.cells:
        if cell.person is not None:
            yield cell.person, cell.person_name or ""
    for entry in book.entries:
        for part in entry.parts:
            if part.id is not None:
                yield part.id, part.name


def party_words(id_: str, name: str, book: Sourcebook | None = None) -> str:
    """What to call whom an id stands for: a person's name, else as printed, else what the id says.

    >>> party_words("group:the-crew", "")
    'the crew'
    """
    if book is not None:
        return speaker_words(id_, name, book)
    return name or id_.partition(":")[2].replace("-", " ")


def called(book: Sourcebook, ids: Sequence[str]) -> dict[str, str]:
    """What to call each of those who are meant by ids, by id."""
    printed = namesakes(book)
    for id_, name in _parties(book):
        if id_ in ids and name:
            printed.setdefault(id_, name)
    return {id_: party_words(id_, printed.get(id_, ""), book) for id_ in ids}


def of_words(said: Assertion, book: Sourcebook) -> Sequence[str]:
    """The names of those whom an assertion concerns."""
    pairs = zip_longest(said.of, said.of_names)
    return tuple(name if id_ is None else party_words(id_, name or "", book) for id_, name in pairs)
