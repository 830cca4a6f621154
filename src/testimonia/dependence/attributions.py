"""Where an excerpt says whose word it gives, and another gives the same person's word.

"According to Ada Marlow the lamp was out", says one book; her own book, a court that hears her, or another book to
which "Marlow told" it has the lamp too. Each tells it in words of its own, and they share little but the name of the
source and a few rare words around it. Under one claim these are enough, in whatever order they stand and whichever
book was printed first. An excerpt under another claim must have more of them, and more than any other that gives
that person's word; of who speaks all over the page it tells nothing there.

What a witness says counts together, turn by turn, with what he is asked and whom he quotes. Where an excerpt names
somebody's evidence as such ("Marlow's deposition", "Marlow has signed a paper") and one other alone under the claim has
him speak, a single rare word will do.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from ..model import Mention, Mode, Sourcebook, Span
from ..words.sentences import sentences
from ..words.speech import english_speech
from .namings import DEAREST, Sources
from .rarity import MOST_FOR_WORD, Rarity
from .readings import Lexicon
from .sides import Sides

__all__ = ["STRENGTH", "Report", "find_reports"]

STRENGTH = 0.6  # how much it tells: of those found so on pages with gold nearly all are right
LEAST_NEAR, LEAST_FAR = 12.0, 20.0  # worth of the rare words that both have, under one claim and elsewhere
LEAST_FORMAL = 5.0  # the same where the source is named as somebody's evidence, and one excerpt alone has it
LEAST_WORDS = 2  # rare words that both have, at the least
MOST_IN_ONE = 12  # places in which one excerpt names somebody as the source; a transcript may have hundreds
_FURTHER = 2  # sentences behind the one that names, which may still give what he said
_BEFORE_NAME = 60  # characters before a name in which it is said that he is the source
_NO_SOURCE = frozenset("order orders word view charge charges claim claims term".split())  # "X's orders", "X's view"
_NO_SAYING = frozenset(  # who asks or orders is no source, and mail is posted
    "post posts posted let lets ask asks asked inquire inquires inquired enquire enquires enquired order orders "
    "ordered command commands commanded instruct instructs instructed bid bids bade interrupt interrupts "
    "interrupted".split()
)
_CAPITAL = r"(?:the\s+)?[A-Z][\w.]*(?:\s+[A-Z][\w.]*){0,3}"
_OF_PLACE = rf"(?:\s+(?:from|of|in)\s+{_CAPITAL})?"
_ADVERBS = r"(?:(?:also|both|later|first|then|once|again|himself|herself|had|has|have|even|[a-z]+ly)\s+){0,2}"
_SAYS = re.compile(  # "Ash later said", "Ash of Penzance and Captain Reed say"
    rf"(?:{_OF_PLACE}\s+and\s+{_CAPITAL}{_OF_PLACE})?\s+{_ADVERBS}([a-z]+)\b"
)
_ASIDE = re.compile(r",[^.;:]{2,120}")  # "Ash, the mate, who had been awake, told"
_BEHIND_ASIDE = re.compile(rf",\s+{_ADVERBS}([a-z]+)\b")
_HIS = re.compile(r"['’]s?((?:\s+[a-z]+){1,3})\b")  # "Ash's own account"
_OWNS = re.compile(rf"\s+{_ADVERBS}own(?:s|ed)\s(?:to|that|up)\b")  # "Ash has owned to having seen it"
_PAPER = "evidence|testimony|depositions?|confession|declaration|statement|affidavit|recantation|retraction"
_FORMAL = re.compile(  # "Ash's evidence was given …", "Ash has signed a paper in which …"
    rf"['’]s?\s+(?:[a-z]+\s+){{0,2}}(?:{_PAPER})\b"
    rf"|\s+{_ADVERBS}(?:signed|made|gave|given|drew up)\s(?:a|an|the|his|her)\s(?:[a-z]+\s){{0,2}}(?:{_PAPER}|paper)\b"
)
_TITLE = re.compile(
    r"(?:(?:\b(?:the|his|her|their|an?)\s+(?:(?!(?:of|by|from|to)\b)[a-z-]+\s+){0,2})|(?<=\s))"
    r"(?:(?:[Cc]omrade|[A-Z][a-z]*)\.?\s+){0,2}$"
)
_LEAD = re.compile(r"([a-z]+)\s+(of|by|from)$")

Stretch = tuple[int, int]
Place = tuple[int, Stretch]  # the number of an excerpt, and words of it


@dataclass(frozen=True, slots=True)
class Report:
    """``a`` and ``b`` are the numbers of two excerpts that give one person's word, ``left`` and ``right`` where.

    Each stretch is its first word and the one behind its last. ``worth`` is that of the rare words that both have,
    ``is_near`` whether the two stand under one claim.
    """

    a: int
    b: int
    left: Stretch
    right: Stretch
    worth: float
    is_near: bool


def find_reports(
    book: Sourcebook, mentions: Mapping[str, Sequence[Mention]], lexicon: Lexicon, rarity: Rarity, sides: Sides
) -> dict[tuple[int, int], Report]:
    """The report that tells most of each two excerpts of two works that give one person's word, the lesser first."""
    search = _Search(book, mentions, lexicon, rarity, sides)
    found: dict[tuple[int, int], Report] = {}
    for report in search.reports():
        key = report.a, report.b
        if key not in found or report.worth > found[key].worth:
            found[key] = report
    return found


class _Search:
    """Who is named as a source where, and who speaks where."""

    def __init__(
        self,
        book: Sourcebook,
        mentions: Mapping[str, Sequence[Mention]],
        lexicon: Lexicon,
        rarity: Rarity,
        sides: Sides,
    ) -> None:
        self._rarity, self._sides, self._lexicon = rarity, sides, lexicon
        self._named: dict[str, list[Place]] = defaultdict(list)
        self._speaking: dict[str, list[Place]] = defaultdict(list)
        self._wrote: set[tuple[int, str]] = set()
        self._formal: set[Place] = set()
        self._words: dict[tuple[int, str], set[int]] = defaultdict(set)  # of all that one says in an excerpt
        self._add_authors(book)
        self._add_voices(book)
        for number, side in enumerate(sides.all):
            self._add_named(number, mentions.get(side.excerpt.id, ()))

    def _add_authors(self, book: Sourcebook) -> None:
        persons = {self._lexicon.numbers[f"@{p.id}"]: p.id for p in book.people if f"@{p.id}" in self._lexicon.numbers}
        sources = Sources(book, self._lexicon, self._sides)
        for number, side in enumerate(self._sides.all):
            for word in sources.of(side).authors & persons.keys():
                self._wrote.add((number, persons[word]))
                self._speaking[persons[word]].append((number, (0, len(self._rarity.readings[number]))))

    def _add_voices(self, book: Sourcebook) -> None:
        numbers = {side.excerpt.id: number for number, side in enumerate(self._sides.all)}
        writers = {document.id: document.author for document in book.documents}
        persons = {person.id for person in book.people}
        said: dict[tuple[str, int], list[Stretch]] = defaultdict(list)
        answers: dict[int, str] = {}
        asked: dict[int, Stretch] = {}  # what is asked last, which whoever answers says too
        self._not_told: dict[int, list[Stretch]] = defaultdict(list)
        for voice in book.voices:
            number = numbers.get(voice.excerpt)
            if voice.mode is Mode.NARRATION or number is None:
                continue
            span = self._sides.all[number].excerpt.text_span(voice.span)
            if span is None:
                continue
            starts = self._rarity.readings[number].starts
            stretch = bisect_left(starts, span.start), bisect_left(starts, span.end)
            self._not_told[number].append(stretch)
            if voice.mode is Mode.TURN and voice.span.cut(book.text).rstrip().endswith("?"):
                asked[number] = stretch
            if voice.mode is Mode.EDITORIAL or voice.span.cut(book.text).rstrip().endswith("?"):
                continue
            question = asked.pop(number, None) if voice.mode is Mode.TURN else None
            if voice.mode is Mode.TURN:
                answers[number] = voice.speaker
            elif answers.get(number) in persons:
                said[answers[number], number].append(stretch)  # what he says that another said
            for who in {voice.speaker, writers.get(voice.document or "")}:
                if who in persons:
                    said[str(who), number] += [question, stretch] if question is not None else [stretch]
        for (person, number), stretches in said.items():
            words = self._rarity.readings[number].words
            self._words[number, person] = {word for stretch in stretches for word in words[slice(*stretch)]}
            self._speaking[person].append((number, (stretches[0][0], stretches[-1][1])))

    def _add_named(self, number: int, mentions: Sequence[Mention]) -> None:
        every = sentences(self._sides.all[number].excerpt.text) if mentions else []
        times: Counter[str] = Counter()
        for mention in mentions:
            if times[mention.person] == MOST_IN_ONE or (number, mention.person) in self._wrote:
                continue
            stretch = self._naming(number, mention, every)
            if stretch is not None:
                times[mention.person] += 1
                self._named[mention.person].append((number, stretch))
                end = self._sides.all[number].excerpt.text_span(mention.span)
                if end is not None and _FORMAL.match(self._sides.all[number].excerpt.text, end.end):
                    self._formal.add((number, stretch))

    def _naming(self, number: int, mention: Mention, every: Sequence[Span]) -> Stretch | None:
        """The words in which an excerpt gives somebody's word, where it names him as the source of them."""
        excerpt, reading = self._sides.all[number].excerpt, self._rarity.readings[number]
        span = excerpt.text_span(mention.span)
        if span is None:
            return None
        text = excerpt.text
        if not (_says_behind(text, span.end) or _says_before(text[max(0, span.start - _BEFORE_NAME) : span.start])):
            return None
        place = bisect_left(reading.starts, span.start)
        if any(first <= place < end for first, end in self._not_told.get(number, ())):
            return None
        at = bisect_right(every, span.start, key=attrgetter("end"))
        if at == len(every):
            return None
        last = every[min(at + _FURTHER, len(every) - 1)]
        return bisect_left(reading.starts, every[at].start), bisect_left(reading.starts, last.end)

    def reports(self) -> Iterator[Report]:
        """All of them, each two excerpts perhaps several times."""
        for who, named in self._named.items():
            own = self._lexicon.numbers.get(f"@{who}", -1)
            places = (sorted(self._speaking.get(who, ())), who), (sorted(named), None)
            for others, speaker in places:
                by_claim: dict[str | None, list[Place]] = defaultdict(list)
                for place in others:
                    by_claim[self._sides.all[place[0]].excerpt.claim].append(place)
                is_everywhere = len({number for number, _ in others}) > MOST_FOR_WORD
                for place in named:
                    claim = self._sides.all[place[0]].excerpt.claim
                    near = [] if claim is None or not is_everywhere else _around(by_claim[claim], place)
                    yield from self._of_one(place, near if is_everywhere else others, own, speaker)

    def _of_one(self, place: Place, others: Sequence[Place], own: int, speaker: str | None) -> Iterator[Report]:
        """What one place that names a source shares with other places where the same person's word is given.

        ``speaker`` is that person where the others are in words of his own.
        """
        number, stretch = place
        claim, found = self._sides.all[number].excerpt.claim, []
        evidence = self._evidence(place, others, speaker) if place in self._formal and speaker is not None else None
        for other, there in others:
            if self._sides.are_of_one_work(number, other):
                continue
            words = self._words.get((other, speaker)) if speaker is not None else None
            said = words or self._rarity.readings[other].words[slice(*there)]
            worth = self._worth(number, stretch, said, own, 1 if other == evidence else LEAST_WORDS)
            if worth > 0:
                is_near = claim is not None and claim == self._sides.all[other].excerpt.claim
                one, two = (number, stretch), (other, there)
                (a, left), (b, right) = (one, two) if number < other else (two, one)
                found.append(Report(a, b, left, right, worth, is_near))
        most = max((report.worth for report in found), default=0.0)
        near = max((report.worth for report in found if report.is_near), default=0.0)
        for report in found:
            least = LEAST_FORMAL if evidence in (report.a, report.b) else max(LEAST_NEAR, near)
            if report.worth >= (least if report.is_near else max(LEAST_FAR, most)):
                yield report

    def _evidence(self, place: Place, others: Sequence[Place], speaker: str) -> int | None:
        """The one excerpt under the claim in which somebody whose evidence is named speaks, and not as its author."""
        claim = self._sides.all[place[0]].excerpt.claim
        spoken = {
            other
            for other, _ in others
            if (other, speaker) in self._words
            and claim is not None
            and claim == self._sides.all[other].excerpt.claim
            and not self._sides.are_of_one_work(place[0], other)
        }
        return spoken.pop() if len(spoken) == 1 else None

    def _worth(self, a: int, left: Stretch, said: Iterable[int], own: int, least: int) -> float:
        """What the rare words of a stretch are worth that are said there too, but for the name; none if too few."""
        rarity = self._rarity
        shared = set(rarity.readings[a].words[slice(*left)]).intersection(said)
        shared = {word for word in shared - self._lexicon.functions if rarity.is_shared(word) and word != own}
        return sum(min(rarity.worth[word], DEAREST) for word in shared) if len(shared) >= least else 0.0


def _around(places: Sequence[Place], place: Place) -> Sequence[Place]:
    """Some places about one, of many that are in order."""
    at = bisect_left(places, place)
    return places[max(0, at - MOST_FOR_WORD // 2) : at + MOST_FOR_WORD // 2]


def _says_behind(text: str, end: int) -> bool:
    """Whether a name that ends there is followed by a word for saying, or by one for what he said."""
    found = _HIS.match(text, end)
    if found is not None:
        return any(word in _nouns() for word in found[1].split())
    aside = _ASIDE.match(text, end)
    if aside is not None:
        return any(found[1] in _verbs() for found in _BEHIND_ASIDE.finditer(text, end + 1, aside.end() + 30))
    if _OWNS.match(text, end) is not None or _FORMAL.match(text, end) is not None:
        return True
    found = _SAYS.match(text, end)
    return found is not None and found[1] in _verbs()


def _says_before(before: str) -> bool:
    """Whether what stands before a name makes it the source of what is said: "according to", "the diary of"."""
    lead = _TITLE.sub("", before).rstrip().lower()
    if lead.endswith(english_speech().according):
        return True
    found = _LEAD.search(lead)
    return found is not None and (found[1] in _nouns() or (found[2] == "by" and found[1] in _verbs()))


@cache
def _verbs() -> frozenset[str]:
    speech = english_speech()
    return (speech.saying | speech.writing) - speech.participles - _NO_SAYING


@cache
def _nouns() -> frozenset[str]:
    return english_speech().nouns - _NO_SOURCE
