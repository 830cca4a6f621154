"""Who accuses whom, or does anything else of the acts to whom, and how often."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import zip_longest

from ..model import Act, Assertion, Sourcebook
from .naming import party_words
from .rows import Ground, Grounds
from .statements import read_act

__all__ = ["Pair", "matrix"]


@dataclass(frozen=True, slots=True)
class Pair:
    """How often one says something of another; ``ground`` is the first place, ``assertions`` the ids of all.

    ``acts`` name the acts with their counts, the commonest first. ``speaker`` may be ``of`` himself.
    """

    of: str
    of_id: str
    count: int
    acts: tuple[str, ...]
    lines: tuple[int, ...]
    assertions: tuple[str, ...]
    ground: Ground


def matrix(book: Sourcebook, act: Act | str | None = Act.ACCUSES) -> list[Pair]:
    """Pairs of one who speaks and one whom it concerns, those first who do so most often; ``None`` counts every act.

    Raises:
        QuestionError: there is no such act.
    """
    wanted = read_act(act)
    grounds = Grounds(book)
    met: dict[tuple[str, str], list[Assertion]] = defaultdict(list)
    names: dict[str, str] = {}
    for said in book.assertions:
        if wanted not in (None, said.act):
            continue
        for id_, name in zip_longest(said.of, said.of_names):
            if id_ is not None:
                names.setdefault(id_, party_words(id_, name or "", book))
                met[said.speaker, id_].append(said)
    totals: Counter[str] = Counter()
    for (speaker, _), sayings in met.items():
        totals[speaker] += len(sayings)
    pairs = []
    for (_, id_), sayings in met.items():
        first = grounds.of(sayings[0])
        acts = Counter(said.act.value for said in sayings).most_common()
        pairs.append(
            Pair(
                of=names[id_],
                of_id=id_,
                count=len(sayings),
                acts=tuple(f"{name} {count}" for name, count in acts),
                lines=tuple(dict.fromkeys(grounds.line(said.span) for said in sayings)),
                assertions=tuple(said.id for said in sayings),
                ground=first,
            )
        )
    return sorted(
        pairs, key=lambda p: (-totals[p.ground.speaker_id], p.ground.speaker, p.ground.speaker_id, -p.count, p.of)
    )
