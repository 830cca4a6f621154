"""A newspaper that was read as a person, for it opens the citation: ``Leeds Mercury, ‘The Wreck’, 14 March 1903``."""

from __future__ import annotations

import re

from testimonia.words.names import is_given_name
from testimonia.words.papers import PAPERS

from .places import is_city
from .readings import Reading

__all__ = ["SHORTEST_DATE", "settle_joined", "settle_serial"]

_AND_ABROAD = re.compile(r"\s(?:et|y|e|i|a|og|och|en)\s")
SHORTEST_DATE = 9  # characters of a date with its day or month


def settle_joined(reading: Reading) -> None:
    """Make a container of two names that only a foreign "and" joins, where nothing but a full date follows.

    Two people sign no day alone: ``Llanw y Glannau, 14 March 1903`` is a newspaper in another language.
    """
    if len(reading.names) != 2 or reading.title or reading.container or reading.publishers or reading.places:
        return
    (_, one), (_, other) = reading.names
    full = reading.issued is not None and reading.issued[1] - reading.issued[0] >= SHORTEST_DATE
    bare = all(name.csl.keys() == {"family"} for name in (one, other))
    if full and bare and _AND_ABROAD.fullmatch(reading.text, one.end, other.start):
        reading.names.clear()
        reading.container = (one.start, other.end)


def settle_serial(reading: Reading) -> None:
    """Make the one name of the reading a container where it is a newspaper's, and a town behind it the place.

    A name is one where its last word is one that newspapers are called by, or where all that stands between it and a
    full date is a town (``Morning Sentinel. London, 14 March 1903``); never where it opens with a given name. Of one
    word alone the town has to stand in brackets (``Argus (Hull), 6 March 1911``): a person's may stand behind a comma.
    """
    text = reading.text
    _, name = reading.names[0]
    words = text[name.start : name.end].split()
    full = reading.issued is not None and reading.issued[1] - reading.issued[0] >= SHORTEST_DATE
    behind = text[slice(*reading.title)] if reading.title is not None and not reading.places else ""
    bracketed = behind[:1] == "(" and behind[-1:] == ")"
    town = is_city(behind[1:-1] if bracketed else behind)
    if is_given_name(words[0]) or "." in words[0] or not (len(words) > 1 or (bracketed and town)):
        return
    if not (full and town) and not (words[-1].casefold() in PAPERS and not reading.publishers and reading.issued):
        return
    reading.names.clear()
    reading.container = (name.start, name.end)
    if town and full and reading.title is not None:
        low, end = reading.title
        reading.places, reading.title = [(low + bracketed, end - bracketed)], None
