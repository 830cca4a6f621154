"""Where something happened, in the words of the sentence: "in a tavern near the quay", "at his house in Skarra".

A phrase behind a preposition of place counts if its last word is a noun for a place, or if it has a name that is
nobody's and no time's.
"""

from __future__ import annotations

from testimonia.words.calendars import MONTHS
from testimonia.words.clauses import Party, Sentence
from testimonia.words.grammar import PREPOSITIONS

from .lexicon import lexicon

__all__ = ["place_after"]

_AT = frozenset("in at on near outside inside aboard".split())
_ENDS = frozenset(
    """who whom which that where when while because if as and or but before after until since to then there was were had
    has have is are he she they i we it again about""".split()
)
_TIMES = frozenset(
    """january february march april may june july august september october november december spring summer autumn winter
    fall monday tuesday wednesday thursday friday saturday sunday easter christmas michaelmas lent""".split()
)
_NOT_THERE = frozenset("not never born died buried lost".split())
_LONG = 7  # words of a phrase of place
_FAR = 14  # words between the verb and the phrase


def place_after(sentence: Sentence, at: int) -> Party | None:
    """The first phrase of place in the words from ``at`` on, in the same clause, with those that narrow it down."""
    words = sentence.words
    start = end = None
    place = at
    while place < min(at + _FAR, len(words)):
        low = words[place].low
        if low in _ENDS or (words[place].is_mark and low != ","):
            break
        stop = _phrase(sentence, place) if low in _AT and words[place - 1].low not in _NOT_THERE else None
        if stop is None:
            if start is not None:
                break
            place += 1
            continue
        start = words[place + 1].start if start is None else start
        end = words[stop - 1].end
        place = stop
    return None if start is None or end is None else Party(start, end, sentence.text[start:end])


def _phrase(sentence: Sentence, at: int) -> int | None:
    """Behind the last word of the phrase of place that the preposition at ``at`` opens."""
    words = sentence.words
    stop = at + 1
    while stop < min(at + 1 + _LONG, len(words)):
        word = words[stop]
        if word.is_mark or word.low in _ENDS or (word.low in PREPOSITIONS and word.low not in ("of", "by")):
            break
        stop += 1
    inside = words[at + 1 : stop]
    if not inside or any(word.word[:1].isdigit() or word.low in _TIMES or word.low in MONTHS for word in inside):
        return None
    nouns = lexicon().places
    last = max((n for n, word in enumerate(inside) if word.low in nouns), default=-1)
    named = [n for n, word in enumerate(inside) if word.named is None and _is_name(sentence, at + 1 + n)]
    if named and named[-1] < len(inside) - 1:  # "on the Danish minister" is no place
        named = []
    if last < 0 and not named:
        return None
    return at + 1 + max([last, *named[-1:]]) + 1


def _is_name(sentence: Sentence, at: int) -> bool:
    """Whether a word is printed as a name, where not all of the sentence is in capitals."""
    word = sentence.words[at].word
    capital = word[:1].isupper() and word not in ("I", "He", "She", "They", "We", "It", "The", "A", "An")
    return capital and not sentence.text[sentence.start : sentence.end].isupper()
