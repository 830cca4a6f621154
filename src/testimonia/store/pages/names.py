"""What to call whom an id stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from .opened import Base

__all__ = ["is_person", "name_of", "people_names", "told_apart", "work_labels"]

_CITED = ("author", "editor", "translator")  # before the id of the work


def people_names(base: Base) -> Mapping[str, str]:
    """The name of every person, by id."""
    return base.lasting("people names", lambda: dict(base.rows("select id, name from people order by number")))


def work_labels(base: Base) -> Mapping[str, tuple[str, str]]:
    """Author, and author and title, of every cited work, by id."""

    def read() -> dict[str, tuple[str, str]]:
        return {
            id_: (author or "", label)
            for id_, author, label in base.rows("select id, author, label from works order by number")
        }

    return base.lasting("work labels", read)


def is_person(base: Base, who: str | None) -> bool:
    """Whether it is a person who is named on the page."""
    return who in people_names(base)


def name_of(base: Base, who: str | None, printed: str = "") -> str:
    """A person's name, else as printed, else what the id says; as `model.wording.speaker_words` has it."""
    if who is None:
        return printed
    if who == "compiler":
        return "the compiler"
    known = people_names(base).get(who)
    if known is not None:
        return known
    if printed:
        return printed
    kind, _, rest = who.partition(":")
    if kind in _CITED:
        author, label = work_labels(base).get(rest, ("", ""))
        return author or (f"{kind} of {label}" if label else f"the cited {kind}")
    return (rest or kind).replace("-", " ")


def told_apart(base: Base, parties: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What to call each of these, given by id and name: where several are called alike, by the cited work too."""
    names = dict(parties)
    alike = Counter(names.values())
    for who, name in names.items():
        kind, _, work = who.partition(":")
        author, label = work_labels(base).get(work, ("", ""))
        if alike[name] > 1 and kind in _CITED and label:
            names[who] = f"{name} ({label.removeprefix(f'{author}, ')})"
    return names
