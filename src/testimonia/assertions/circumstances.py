"""When, where and how much, as a statement's own words say, and what qualifies it: hedges, negation, irony.

Nothing is reckoned here: dates are those that the times room found, places are places by their names or by what they
are ("at the power station"), and what the words do not say stays ``None``.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from testimonia.model import Amount, Dating, Marker, Sourcebook, Span
from testimonia.words.amounts import find_amounts
from testimonia.words.gazetteer import is_known_place
from testimonia.words.grammar import DETERMINERS
from testimonia.words.kinds import kind_words
from testimonia.words.speech import english_speech

from .acts import Group, Vocabulary
from .acts_file import read_vocabulary

__all__ = ["Circumstances", "Setting"]

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")
_SENTENCE_END = re.compile(r"[.;:!?]\s")
_TO_PLACES = frozenset("to from into".split())  # a place follows only if it is known by name
_MOST_WORDS = 5  # of a place's name
_NO_PLACE = frozenset("order fact case time trial way spite front return face part detail favour favor charge".split())
_GENERAL = frozenset("which what whom whose that this these those it him her them".split())


@cache
def _locatives() -> frozenset[str]:
    """What a place can stand after."""
    return kind_words("locatives") | _TO_PLACES


@dataclass(frozen=True, slots=True)
class Setting:
    """The circumstances of one statement; ``None`` where its words do not say."""

    when: str | None = None
    when_span: Span | None = None
    where: str | None = None
    where_span: Span | None = None
    amount: Amount | None = None
    markers: tuple[Marker, ...] = ()


class Circumstances:
    """Reads the circumstances of any words of a page. All spans are the page's."""

    def __init__(self, book: Sourcebook, vocabulary: Vocabulary | None = None) -> None:
        self._text = book.text
        self._row: tuple[Span, list[re.Match[str]], list[str]] | None = None
        self._vocabulary = vocabulary or read_vocabulary()
        self._marking = self._vocabulary.first_words(Group.MARKS)
        self._datings: Sequence[Dating] = sorted(book.datings, key=lambda dating: dating.span.start)
        self._starts = [dating.span.start for dating in self._datings]
        mentions = sorted(book.mentions, key=lambda mention: mention.span.start)
        self._names = [mention.span.start for mention in mentions]
        self._name_ends = [mention.span.end for mention in mentions]

    def of(self, span: Span) -> Setting:
        """All circumstances that the words of a span state."""
        when, when_span = self.when(span)
        where, where_span = self.where(span)
        return Setting(when, when_span, where, where_span, self.amount(span), self.markers(span))

    def when(self, span: Span) -> tuple[str | None, Span | None]:
        """The first date in the words as EDTF, and its place: not one that only tells which trial or whom ("the 1876
        defendants")."""
        low, high = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        for dating in self._datings[low:high]:
            if dating.span.end > span.end or not re.match(r"[\d\[{.~?]|Y\d", dating.edtf):
                continue
            after = _WORD.match(self._text, dating.span.end + 1)
            told = after is not None and self._text[dating.span.end].isspace() and after.group().lower()
            if told and (told in english_speech().groups or told in kind_words("plain_events")):
                continue
            return dating.edtf, dating.span
        return None, None

    def where(self, span: Span) -> tuple[str | None, Span | None]:
        """The first place in the words as printed, without its preposition, and where it stands."""
        matches, lows = self._words_in(span)
        locatives = _locatives()
        for n, low in enumerate(lows):
            if low not in locatives or not self._stands_free(matches[n], span):
                continue
            words = matches[n + 1 : n + 1 + _MOST_WORDS]
            found = self._place(words, only_known=low in _TO_PLACES) if words else None
            if found is not None:
                return found.cut(self._text), found
        return None, None

    def _words_in(self, span: Span) -> tuple[list[re.Match[str]], list[str]]:
        """The words of a span, and in small letters with straight apostrophes; those asked for last are kept."""
        if self._row is None or self._row[0] != span:
            matches = list(_WORD.finditer(self._text, span.start, span.end))
            self._row = (span, matches, [m.group().lower().replace("’", "'") for m in matches])
        return self._row[1], self._row[2]

    def _stands_free(self, word: re.Match[str], span: Span) -> bool:
        """Whether white space follows a word, and nothing is joined to it before."""
        before = self._text[word.start() - 1] if word.start() else " "
        return word.end() < span.end and self._text[word.end()].isspace() and not (before.isalnum() or before in "-_")

    def _place(self, words: list[re.Match[str]], *, only_known: bool) -> Span | None:
        lows = [w.group().lower().removesuffix("'s").removesuffix("’s") for w in words]
        for n in range(1, len(words)):  # a place's name has no mark but a hyphen inside
            if self._text[words[n - 1].end() : words[n].start()].strip(" \n."):
                lows = lows[:n]
                break
        if lows[0] in _GENERAL or lows[0] in _NO_PLACE:
            return None
        skip = 1 if lows[0] in DETERMINERS and len(lows) > 1 else 0
        for length in range(min(len(lows) - skip, 3), 0, -1):
            begin, end = words[skip].start(), words[skip + length - 1].end()
            printed = self._text[begin:end].removesuffix("'s").removesuffix("’s")
            if not printed[0].isupper() or not is_known_place(printed) or self._is_name(begin):
                continue
            after = lows[skip + length] if skip + length < len(lows) else ""
            if after in kind_words("small_things") or after in kind_words("things"):
                return Span(begin, words[skip + length].end())
            if after in kind_words("plain_events") or after in english_speech().groups:
                break  # "in the Lisbon trial"
            return Span(begin, begin + len(printed))
        return None if only_known else self._common_place(words, lows, skip)

    def _common_place(self, words: list[re.Match[str]], lows: list[str], skip: int) -> Span | None:
        """ "the power station", "Carrow Street", "prison": a place by what it is."""
        for n in range(skip, len(lows)):
            low, match = lows[n], words[n]
            if low in _STOPS or low.endswith("ing") or low.isdecimal() or self._is_name(match.start()):
                return None
            if low not in _PLACES:
                continue
            following = lows[n + 1] if n + 1 < len(lows) else ""
            if following in _PLACES:
                continue
            determined = skip or n or low in _BARE
            if not determined or following in _NOT_BEFORE or match.group()[-2:] in ("'s", "’s"):
                return None
            return Span(words[skip].start(), match.end())
        return None

    def _is_name(self, at: int) -> bool:
        """Whether somebody's name stands there."""
        place = bisect_right(self._names, at) - 1
        return place >= 0 and at < self._name_ends[place]

    def amount(self, span: Span) -> Amount | None:
        """The first sum in the words, or else the first number with what it counts."""
        text = self._text[span.start : span.end]
        if not _NUMBER.search(text.lower()):
            return None
        found = [a for a in find_amounts(text) if a.kind != "time" and (a.value, a.min, a.max) != (None, None, None)]
        if not found:
            return None
        best = next((a for a in found if a.kind == "money"), found[0])
        place = Span(span.start + best.span.start, span.start + best.span.end)
        return best.placed(place, place.cut(self._text))

    def markers(self, span: Span) -> tuple[Marker, ...]:
        """Every hedge, negation and mark of irony in the words, in order; scare quotes are not read."""
        found: list[Marker] = []
        matches, words = self._words_in(span)
        done = 0
        for place, word in enumerate(words):
            if word not in self._marking or place < done:
                continue
            hit = next((h for h in self._vocabulary.at(words, place) if h.usage.group is Group.MARKS), None)
            if hit is None or hit.usage.marker is None or self._is_crossed(matches, hit.first, hit.last):
                continue
            where = Span(matches[hit.first].start(), matches[hit.last - 1].end())
            found.append(Marker(hit.usage.marker, where, where.cut(self._text)))
            done = hit.last
        return tuple(found)

    def _is_crossed(self, matches: list[re.Match[str]], first: int, last: int) -> bool:
        """Whether the end of a sentence lies inside the words of a phrase."""
        return bool(_SENTENCE_END.search(self._text, matches[first].end(), matches[last - 1].start()))


_BARE = frozenset("prison jail gaol headquarters hospital".split())  # places that need no article
_STOPS = DETERMINERS | frozenset("and or but who which that of to by with for on at in is was were are".split())
_NOT_BEFORE = frozenset("authorities police officials workers committee organization".split())
_PLACES = frozenset(
    """
    street road lane avenue square bridge pier quay dock docks harbour harbor port station airport park garden hill
    mountain valley river lake bay island coast shore beach rocks forest city town village hamlet county district
    province region castle palace hall house houses apartment flat room hotel inn tavern cafe restaurant theatre
    theater museum library church cathedral monastery cemetery hospital clinic sanatorium prison jail gaol camp
    fortress barracks school university academy institute laboratory works plant factory mill mine mines pit
    shipyard refinery shop embassy legation consulate office headquarters villa cottage farm cell courtroom dacha
    estate frontier border bank warehouse yard
    """.split()
)
_NUMBER = re.compile(
    r"\d|[£$€]|\b(?:hundred|thousand|million|dozen|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\b"
)
