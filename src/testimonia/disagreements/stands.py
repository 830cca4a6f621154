"""Where a sentence says yes or no to something: its stands.

A stand is taken on whether somebody had part in a deed, knew of it or did it alone, whether people in custody were
forced, whether a death changed things, whether onlookers believed, whether proof in writing
was brought, and how good somebody's word or work is. Each is read from words of ``stances.toml``, with what denies
them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Sourcebook
from .deed_stands import alone_stands, blame_stands, change_stands, knowing_stands, victims_of
from .judged_stands import belief_stands, force_stands, paper_stands, worth_stands
from .lines import line_of
from .sayings import Saying, Sayings
from .stand import Pronouns, Stand
from .vocabulary import mark, may_lead

__all__ = ["Stand", "read_stands"]

_SPEAKS = re.compile(r"[,:]\s*[\"“]")


def read_stands(book: Sourcebook, sayings: Sayings) -> Iterator[Stand]:
    """The stands of all sentences that are no questions, in the order of the page."""
    victims: list[str] = []
    asked: list[str] = []
    record = last = ""
    pronouns = Pronouns(book)
    leading = frozenset(filter(may_lead, sayings.lows))
    for saying in sayings.all:
        if saying.record.id != record:
            record, last, pronouns.last = saying.record.id, "", []
            asked = victims = sayings.named_in_claims.get(saying.record.claim or "", [])
        line = None if leading.isdisjoint(saying.lows) or _asks(saying) else mark(line_of(saying))
        if line is not None and (line.tags or line.phrases):
            own = {v for at in line.places("deeds") for v in victims_of(line, at)}
            victims = sorted(own) if own else victims
            yield from blame_stands(line, pronouns)
            yield from alone_stands(line, victims, bool(own))
            yield from change_stands(line)
            yield from force_stands(line, pronouns, asked, last)
            yield from belief_stands(line)
            yield from paper_stands(line)
            yield from knowing_stands(line, pronouns)
            yield from worth_stands(line, last)
        named = [token.named.person for token in saying.named if token.named is not None]
        if named:
            last = named[-1]
            pronouns.hear(named)


def _asks(saying: Saying) -> bool:
    """Whether it is a question, and none that is only quoted."""
    return saying.words.rstrip("\"'”’)] ").endswith("?") and not _SPEAKS.search(saying.words)
