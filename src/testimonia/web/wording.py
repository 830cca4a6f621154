"""Words for a template: numbers, names and dates as a reader would have them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ..store.pages import Base
from ..store.pages.names import is_person, name_of, work_labels
from .links import Links
from .readers import Readers, readers_of

__all__ = ["FILTERS", "Words"]

_SHORT = 90  # characters of a heading where several stand in a row


class Words:
    """Names people and other parties, and says where they are shown."""

    def __init__(self, base: Base, links: Links) -> None:
        self._base = base
        self._links = links

    def name(self, who: str | None, printed: str | None = "") -> str:
        """What to call whom an id stands for: a person's name, else as printed, else what the id says."""
        return name_of(self._base, who, printed or "")

    def party(self, who: str | None) -> str | None:
        """The address of the page of somebody; ``None`` for whom nothing more is known."""
        return None if who is None or who == "compiler" else self._links.to("person", who)

    def work(self, id_: str | None) -> str:
        """Author and title of a cited work."""
        return work_labels(self._base).get(id_ or "", ("", ""))[1] or "a work"

    def readers(self, what: str, id_: str) -> Readers | None:
        """What readers said of a record; ``None`` where nobody said anything."""
        return readers_of(self._base, self._links, what, id_)

    def is_person(self, who: str | None) -> bool:
        """Whether it is a person who is named on the page, and no author, group or office."""
        return is_person(self._base, who)


def number(value: float) -> str:
    """A number with its thousands parted.

    >>> number(12345)
    '12,345'
    """
    return f"{value:,}"


def counted(value: int, one: str, many: str | None = None) -> str:
    """A number and what is counted.

    >>> counted(1, "excerpt"), counted(2, "excerpt"), counted(1200, "person", "people")
    ('1 excerpt', '2 excerpts', '1,200 people')
    """
    return f"{value:,} {one if value == 1 else many or one + 's'}"


def one_line(words: str | None) -> str:
    """The words on one line."""
    return " ".join((words or "").split())


def first_words(words: str | None, most: int = _SHORT) -> str:
    """The first words on one line, cut at a space.

    >>> first_words("The ferry left at ebb tide.", 18)
    'The ferry left at …'
    """
    line = one_line(words)
    if len(line) <= most:
        return line
    head = line[: most + 1].rpartition(" ")[0] or line[:most]
    return f"{head} …"


def share(part: float, whole: float) -> str:
    """A part of the whole in per cent.

    >>> share(1, 3), share(1, 1000), share(0, 0)
    ('33 %', '<1 %', '0 %')
    """
    if not whole or not part:
        return "0 %"
    found = 100 * part / whole
    return "<1 %" if found < 1 else f"{found:.0f} %"


FILTERS: Mapping[str, Callable[..., Any]] = {
    "number": number,
    "counted": counted,
    "one_line": one_line,
    "first_words": first_words,
    "share": share,
}
