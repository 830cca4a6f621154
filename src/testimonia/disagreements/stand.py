"""One stand: a yes or no that a sentence says to something, and whom its pronouns mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..model import Sourcebook
from ..words.polarity import is_denied
from .sayings import Saying
from .vocabulary import Marked

__all__ = ["Meant", "Pronouns", "Stand", "make_stand", "sided", "takes"]

_FEW = 4  # people whom a "they" may mean
Meant = Callable[[Marked, int], list[str]]


@dataclass(frozen=True, slots=True)
class Stand:
    """A stand: ``yes`` or no in a ``matter``, by the words ``text[start:end]`` of the record.

    ``key`` is what it is a stand on, beside the matter; ``group`` says that it is said of people in somebody's power,
    ``of_deed`` that the sentence names a deed, ``sort`` of what narrow sort the thing is, empty for any, ``meant`` that
    a pronoun tells of whom it is.
    """

    saying: Saying
    matter: str
    yes: bool
    start: int
    end: int
    key: tuple[str, ...]
    group: bool = False
    of_deed: bool = False
    sort: str = ""
    meant: bool = False


def make_stand(
    line: Marked, matter: str, yes: bool, at: int, length: int, key: Sequence[str], group: bool = False
) -> Stand:
    """A stand by ``length`` words at ``at``, with the "no" or "not" close before them."""
    first = at
    for back in range(at - 1, max(-1, at - 5), -1):
        if line.words[back] in ("no", "not", "never", "without", "nothing", "nowhere"):
            first = back
            break
    start, end = line.line.places[first][0], line.line.places[at + length - 1][1]
    return Stand(line.saying, matter, yes, start, end, tuple(key), group, bool(line.places("deeds")))


def takes(line: Marked, table: str) -> bool:
    """Whether a word or phrase of a table with two sides stands there."""
    return any(f"{table}.{side}" in line.tags or f"{table}.{side}_phrases" in line.phrases for side in ("yes", "no"))


def sided(line: Marked, table: str) -> tuple[int, int, bool] | None:
    """Where the first word or phrase of a table with two sides stands, its length, and which side it comes to."""
    best: tuple[int, int, bool] | None = None
    for side, yes in (("yes", True), ("no", False)):
        phrase = line.phrases.get(f"{table}.{side}_phrases")
        places = line.places(f"{table}.{side}")
        for found in ([(*phrase, yes)] if phrase else []) + ([(places[0], 1, yes)] if places else []):
            if best is None or found[0] < best[0]:
                best = found
    if best is None:
        return None
    at, length, yes = best
    return at, length, yes != (line.words[at] not in ("no", "without") and is_denied(line.words, at))


class Pronouns:
    """Whom "I" and "they" mean: the voice's speaker, and those named together last before."""

    def __init__(self, book: Sourcebook) -> None:
        self._book = book
        self.last: list[str] = []

    def __call__(self, line: Marked, at: int) -> list[str]:
        """Ids, none where nothing tells; a place of -1 asks whom a "they" would mean."""
        if at >= 0 and line.words[at] in ("i", "me"):
            start, end = line.line.places[at]
            voice = self._book.voice_at(line.saying.record.place(start, end).start)
            known = voice is not None and ":" not in voice.speaker and voice.speaker != "compiler"
            return [voice.speaker] if voice is not None and known else []
        here = list(dict.fromkeys(person for person in line.named[: max(at, 0)] if person))
        meant = here if len(here) > 1 else self.last
        return list(meant) if 2 <= len(meant) <= _FEW else []

    def hear(self, named: Sequence[str]) -> None:
        """Take note of who is named together."""
        people = list(dict.fromkeys(named))
        if len(people) >= 2:
            self.last = people
