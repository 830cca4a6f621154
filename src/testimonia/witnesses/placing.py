"""How near a speaker stood to what he tells in one excerpt, by the words that he is given there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from testimonia.model import Nearness
from testimonia.words.sentences import sentences

from .signs import Sign, find_signs

__all__ = ["Placed", "Stretch", "place_speaker"]

_MOST_REASONS = 3
_BEFORE = 40  # characters in which a subject stands before its verb
_LEAST = 0.4  # a sign less sure than this is none
_SURE = 0.7  # a sign less sure than this says nothing of the sentences after it
_FAIR_SHARE = 0.3  # of all words
_UNLIKE = 3  # who tells so many times as much from hearsay as of himself counts as having heard


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words ``text[start:end]`` of a speaker.

    ``more`` are signs that lie in no wording, such as an admission; ``name`` is what he is called, for an author may
    tell of himself as of another.
    """

    text: str
    start: int
    end: int
    more: tuple[Sign, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where somebody stood, how sure that is, and the signs of it, the surest first."""

    nearness: Nearness
    confidence: float
    signs: tuple[Sign, ...] = ()


def place_speaker(stretches: Sequence[Stretch], beside: Sequence[tuple[Sign, int]] = ()) -> Placed:
    """Where the speaker of these words stood; unstated, and no doubt of it, where they do not say.

    A sentence counts for the first sign in it. What follows "he told me" is told too, until another sign; what follows
    "it is said" is not, and in a long account such words place nobody. Who was there
    was there, however much else he was told, unless nearly all that he tells is hearsay. ``beside`` are signs outside
    his own words, and for how many characters each counts.
    """
    told: Counter[Nearness] = Counter()
    signs: list[Sign] = []
    for stretch in stretches:
        for nearness, length, shown in _weighed(stretch):
            told[nearness] += length
            signs += shown
    for sign, length in beside:
        told[sign.nearness] += length
        signs.append(sign)
    if not signs:
        return Placed(Nearness.UNSTATED, 1.0)
    nearness = _nearest(told)
    is_aside = nearness is not Nearness.PRESENT and told[nearness] < _FAIR_SHARE * told.total()
    if is_aside and max(sign.weight for sign in signs if sign.nearness is nearness) < _SURE:
        return Placed(Nearness.UNSTATED, 1.0)
    own = sorted((sign for sign in signs if sign.nearness is nearness), key=lambda sign: (-sign.weight, sign.start))
    against = sum(length for other, length in told.items() if other not in (nearness, Nearness.UNSTATED))
    share = told[nearness] / (told[nearness] + against)
    several = 0.05 * (min(len(own), _MOST_REASONS) - 1)  # a second sign makes the first surer
    confidence = min(0.95, own[0].weight + several) * (0.6 + 0.4 * share)
    return Placed(nearness, round(confidence, 2), tuple(own[:_MOST_REASONS]))


def _nearest(told: Counter[Nearness]) -> Nearness:
    present, heard, read = told[Nearness.PRESENT], told[Nearness.HEARD], told[Nearness.READ]
    if present and present * _UNLIKE >= max(heard, read):
        return Nearness.PRESENT
    return Nearness.HEARD if heard >= read else Nearness.READ


def _weighed(stretch: Stretch) -> Iterator[tuple[Nearness, int, Sequence[Sign]]]:
    """Each sentence: how near it places the speaker, how long it is, and by which signs."""
    told = Nearness.UNSTATED
    found = find_signs(stretch.text, stretch.start, stretch.end)
    signs = [sign for sign in found if not _is_of_himself(stretch, sign)]
    signs += [s for s in stretch.more if stretch.start <= s.start < stretch.end and s.weight >= _LEAST]
    signs.sort(key=lambda sign: sign.start)
    place = 0
    for sentence in sentences(stretch.text, stretch.start, stretch.end):
        begin = place
        while place < len(signs) and signs[place].start < sentence.end:
            place += 1
        shown = signs[begin:place]
        if not shown:
            yield told, len(sentence), ()
            continue
        nearness = shown[0].nearness
        runs_on = nearness is Nearness.HEARD and max(sign.weight for sign in shown) >= _SURE
        told = nearness if runs_on else Nearness.UNSTATED
        yield nearness, len(sentence), [sign for sign in shown if sign.nearness is nearness]


def _is_of_himself(stretch: Stretch, sign: Sign) -> bool:
    """Whether it is the speaker himself who wrote what is cited: "Marlow wrote in his diary", in Marlow's own book."""
    before = stretch.text[max(stretch.start, sign.start - _BEFORE) : sign.start]
    return sign.nearness is Nearness.READ and bool(stretch.name) and stretch.name.casefold() in before.casefold()
