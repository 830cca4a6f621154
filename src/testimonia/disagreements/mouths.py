"""The same words put in two people's mouths: one account has the one say them, another the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ..model import DiscrepancyKind, Reason, Sourcebook
from .differences import Difference, Words, about_of
from .sayings import Pair, Saying, Sayings

__all__ = ["differing_mouths"]

_ALIKE = 20.0  # what two sentences share that may be one sentence
_SHARE = 0.55  # of all that the shorter says
_LEAST = 4  # features
_MOST_OF_IT = 0.6  # of what they share must be the one speaker's words


def differing_mouths(book: Sourcebook, sayings: Sayings, alike: Sequence[Pair]) -> Iterator[Difference]:
    """Sentences almost the same that two people are said to have said."""
    for pair in alike:
        words = frozenset(feature for feature in pair.shared if feature[0] != "@")
        if pair.weight < _ALIKE or len(words) < _LEAST:
            continue
        if pair.weight < _SHARE * min(sayings.weigh(pair.a.features), sayings.weigh(pair.b.features)):
            continue
        here, there = (_speakers(book, sayings, saying, words) for saying in (pair.a, pair.b))
        if not here or not there or here.keys() & there.keys():
            continue
        one, other = (max(found, key=lambda who: found[who]) for found in (here, there))
        least = _MOST_OF_IT * sayings.weigh(words)
        if ":" in one or ":" in other or "compiler" in (one, other) or min(here[one], there[other]) < least:
            continue
        if one in pair.b.persons or other in pair.a.persons:
            continue
        says, rival = _name_of(pair.a, one), _name_of(pair.b, other)
        if says is None or rival is None:
            continue  # who says it was read from elsewhere, and may be a part of a longer speech
        yield Difference(
            DiscrepancyKind.NAME,
            says,
            rival,
            about_of(pair),
            min(0.75, 0.4 + pair.weight / 100),
            None,
            tuple(sorted({one, other})),
            (Reason("almost the same words, said by somebody else"),),
            pair.weight,
        )


def _speakers(book: Sourcebook, sayings: Sayings, saying: Saying, words: frozenset[str]) -> dict[str, float]:
    """Who says how much of these words."""
    found: defaultdict[str, float] = defaultdict(float)
    for token in saying.tokens:
        if token.key in words:
            voice = book.voice_at(saying.record.place(token.start, token.end).start)
            if voice is not None:
                found[voice.speaker] += sayings.weights[token.key]
    return found


def _name_of(saying: Saying, speaker: str) -> Words | None:
    """The speaker's name where it stands in the sentence."""
    for token in saying.named:
        if token.named is not None and token.named.person == speaker:
            return Words(saying, token.start, token.end)
    return None
