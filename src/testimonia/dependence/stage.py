"""The stage of the room: which excerpts share an origin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ..model import (
    Alignment,
    Citation,
    Dependence,
    Document,
    Excerpt,
    IdMaker,
    Mention,
    Person,
    Reason,
    Sourcebook,
    Span,
    Voice,
    Work,
)
from .alignment import best_chain, fill_chain, find_chains, shared_points
from .attributions import STRENGTH as ATTRIBUTED
from .attributions import find_reports
from .bridges import Bridge, find_bridges, find_company
from .candidates import PARTNERS, find_candidates, further_copies
from .kinds import kind_of, likeness
from .namings import Naming, find_namings
from .newspapers import STRENGTH as PRINTED
from .newspapers import find_answers
from .rarity import Rarity
from .readings import Lexicon, Reading, read_excerpts
from .recollections import STRENGTH as RECALLED
from .recollections import find_recollections
from .sayings import STRENGTH, find_sayings
from .sides import Sides
from .weighing import LEAST_WORTH, Pair, confidence, look_at

__all__ = ["Comparison", "DependenceStage", "Weighed"]

LIKELY = 0.2  # confidence from which a pair is told: near the greatest F1 on the gold and on further readings
_ANOTHER = 0.4  # share of the best chain's worth that another needs to be told too
_BEGINNING = 80  # characters of a third excerpt that are told
_SURE = 0.5  # confidence from which words of grammar alone may be what is shared: a translation, or a third excerpt
_WORTH_A_PIECE = 1.5  # of the words of a piece, so that no lone "of the" is told as shared


@dataclass(frozen=True, slots=True)
class Weighed:
    """A pair and how likely it shares an origin, 0 to 1.

    ``bridge`` is what a third excerpt tells, ``naming`` where one names the other's source; ``recalled`` is what a
    witness says again in a book, ``attributed`` what is told as one person's word.
    """

    pair: Pair
    confidence: float
    bridge: Bridge | None = None
    naming: Naming | None = None
    recalled: bool = False
    attributed: bool = False


class Comparison:
    """The excerpts of a book set side by side.

    ``partners`` are how many others each is set beside at the most, ``least`` what the words of a pair must be worth
    for it to be looked at; a build is content with fewer than one who wants a long list.
    """

    def __init__(self, book: Sourcebook, partners: int = PARTNERS, least: float = LEAST_WORTH) -> None:
        mentions: dict[str, list[Mention]] = defaultdict(list)
        for mention in book.mentions:
            mentions[mention.record].append(mention)
        self._book, self._mentions = book, mentions
        self._partners, self._least = partners, least
        self._lexicon = Lexicon()
        readings = read_excerpts(book.excerpts, mentions, self._lexicon)
        self._rarity = Rarity(readings, len(self._lexicon.numbers))
        self._sides = Sides(book, mentions)

    def weighed(self) -> list[Weighed]:
        """All pairs that have something in common, in the order of the page."""
        found: dict[tuple[int, int], Weighed] = {}
        further = further_copies(self._rarity)
        for a, b in find_candidates(self._rarity, self._quotations, self._partners, further):
            pair = self._look_at(a, b)
            if pair is not None:
                found[a, b] = Weighed(pair, confidence(pair))
        self._add_namings(found, further)
        bridges = find_company({key: weighed.confidence for key, weighed in found.items()}, self._may_keep_company)
        for key, bridge in find_bridges([(weighed.pair, weighed.confidence) for weighed in found.values()]).items():
            if key not in bridges or bridge.strength > bridges[key].strength:
                bridges[key] = bridge
        for (a, b), bridge in bridges.items():
            if a in further or b in further:
                continue  # the first copy stands for it
            known = found.get((a, b))
            pair = known.pair if known is not None else self._look_at(a, b)
            if pair is not None:
                alone = known or Weighed(pair, confidence(pair))
                sure = alone.confidence + (1.0 - alone.confidence) * bridge.strength
                found[a, b] = replace(alone, confidence=sure, bridge=bridge)
        return [found[key] for key in sorted(found)]

    def _may_keep_company(self, a: int, b: int) -> bool:
        """Whether two excerpts are of two works, for one claim."""
        claim = self._sides.all[a].excerpt.claim
        under_one = claim is not None and claim == self._sides.all[b].excerpt.claim
        return under_one and not self._sides.are_of_one_work(a, b)

    def _add_namings(self, found: dict[tuple[int, int], Weighed], further: Mapping[int, int]) -> None:
        """Add what two excerpts under one claim have in common beside their words in a row."""
        for (a, b), naming in find_namings(self._book, self._lexicon, self._rarity, self._sides).items():
            weighed = found.get((a, b)) or self._weigh(a, b)
            if weighed is not None and naming.worth > 0 and a not in further and b not in further:
                left, right = (
                    naming.words() if naming.namer == x else range(len(self._rarity.readings[x])) for x in (a, b)
                )
                found[a, b] = replace(self._surer(weighed, naming.strength, left, right), naming=naming)
        for (a, b), saying in find_sayings(self._rarity, self._sides, self._lexicon).items():
            weighed = found.get((a, b)) or self._weigh(a, b)
            if weighed is not None and a not in further and b not in further:
                found[a, b] = self._surer(weighed, STRENGTH, range(*saying.left), range(*saying.right))

        reports = find_reports(self._book, self._mentions, self._lexicon, self._rarity, self._sides)
        for (a, b), report in reports.items():
            weighed = found.get((a, b)) or self._weigh(a, b)
            if weighed is not None and a not in further and b not in further:
                surer = self._surer(weighed, ATTRIBUTED, range(*report.left), range(*report.right))
                found[a, b] = replace(surer, attributed=True)

        for answer in find_answers(self._book, self._rarity, self._sides, self._lexicon):
            a, b = answer.a, answer.b
            weighed = found.get((a, b)) or self._weigh(a, b)
            if weighed is not None and a not in further and b not in further:
                found[a, b] = self._surer(weighed, PRINTED, answer.left, answer.right)

        for a, b in find_recollections(self._sides):
            weighed = found.get((a, b)) or self._weigh(a, b)
            if weighed is not None and a not in further and b not in further:
                everything = (range(len(self._rarity.readings[x])) for x in (a, b))
                found[a, b] = replace(self._surer(weighed, RECALLED, *everything), recalled=True)

    def _weigh(self, a: int, b: int) -> Weighed | None:
        """Two excerpts by their words, however little these are worth."""
        pair = look_at(self._rarity, self._sides, self._lexicon.is_particular, a, b, 0.0)
        return None if pair is None else Weighed(pair, confidence(pair))

    def _surer(self, weighed: Weighed, strength: float, left: range, right: range) -> Weighed:
        """A pair made surer by some words of each, which are shown where what it was weighed by tells little."""
        pair, alone = weighed.pair, weighed.confidence
        if alone < LIKELY:
            points = shared_points(self._rarity, pair.a, pair.b)
            chain = best_chain([point for point in points if point[0] in left and point[1] in right])
            pair = replace(pair, chain=chain) if chain.points else pair
        return replace(weighed, pair=pair, confidence=alone + (1.0 - alone) * strength)

    def _quotations(self, number: int) -> list[tuple[int, int]]:
        return self._sides.quotations(self._sides.all[number], self._rarity.readings[number])

    def _look_at(self, a: int, b: int) -> Pair | None:
        return look_at(self._rarity, self._sides, self._lexicon.is_particular, a, b, self._least)

    def is_told(self, weighed: Weighed) -> bool:
        """Whether a pair is likely, and no "into" or "too" is all that it is told by: few have them on a short page."""
        if weighed.confidence < LIKELY or weighed.confidence >= _SURE:
            return weighed.confidence >= LIKELY
        pair, functions = weighed.pair, self._lexicon.functions
        words = self._rarity.readings[pair.a].words
        if any(words[point[0]] not in functions for point in pair.chain.points):
            return True
        return any(words[x] not in functions for x, _ in fill_chain(self._rarity, pair.a, pair.b, pair.chain))

    def dependence(self, weighed: Weighed, ids: IdMaker) -> Dependence:
        """The record of a pair."""
        pair = weighed.pair
        left, right = self._sides.all[pair.a], self._sides.all[pair.b]
        here, there = self._rarity.readings[pair.a], self._rarity.readings[pair.b]
        equal = fill_chain(self._rarity, pair.a, pair.b, pair.chain)
        pieces = list(self._pieces(here, equal))
        points = shared_points(self._rarity, pair.a, pair.b)
        for chain in find_chains(points, pair.chain, max(LEAST_WORTH, _ANOTHER * pair.chain.worth))[1:]:
            pieces += self._pieces(here, fill_chain(self._rarity, pair.a, pair.b, chain))
        alignments = tuple(
            Alignment(
                left.excerpt.page_span(here.starts[x], here.ends[x + length - 1]),
                right.excerpt.page_span(there.starts[y], there.ends[y + length - 1]),
            )
            for x, y, length in _apart(sorted(pieces))
        )
        like = likeness(self._sides, left, right, (here, there), equal)
        return Dependence(
            ids.give("d", left.excerpt.id, right.excerpt.id),
            left.excerpt.id,
            right.excerpt.id,
            _around([alignment.a for alignment in alignments]),
            _around([alignment.b for alignment in alignments]),
            kind_of(left, right, like),
            alignments,
            round(weighed.confidence, 3),
            tuple(self._reasons(weighed, alignments)),
        )

    def _pieces(self, here: Reading, equal: list[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
        """Runs of equal words, each by its places and its length; what is worth too little is left out."""
        runs: list[list[tuple[int, int]]] = []
        for x, y in equal:
            if runs and runs[-1][-1] == (x - 1, y - 1):
                runs[-1].append((x, y))
            else:
                runs.append([(x, y)])
        kept = [run for run in runs if self._run_worth(here, run) >= _WORTH_A_PIECE]
        for run in kept or [max(runs, key=len)]:
            yield *run[0], len(run)

    def _run_worth(self, here: Reading, run: list[tuple[int, int]]) -> float:
        first = self._rarity.worth[here.words[run[0][0]]]
        return first + sum(self._rarity.run_worth(here.words[x - 1], here.words[x]) for x, _ in run[1:])

    def _reasons(self, weighed: Weighed, alignments: tuple[Alignment, ...]) -> Iterator[Reason]:
        text, pair = self._book.text, weighed.pair
        left, right = self._sides.all[pair.a], self._sides.all[pair.b]
        for alignment in sorted(alignments, key=lambda piece: -len(piece.a))[:3]:
            yield Reason("the same words", alignment.a.cut(text), alignment.a)
        if self._sides.are_of_one_work(pair.a, pair.b):
            yield Reason("from one work")
        elif left.authors & right.authors:
            yield Reason("by one author")
        if left.excerpt.claim is not None and left.excerpt.claim == right.excerpt.claim:
            yield Reason("under one claim")
        for side, other in ((left, right), (right, left)):
            if left.work != right.work and (span := self._sides.naming(side, other)) is not None:
                yield Reason("names the other's author", span.cut(text), span)
        if weighed.attributed:
            yield Reason("both give one person's word")
        if weighed.recalled:
            yield Reason("a witness recalls what he testified")
        if weighed.bridge is not None:
            middle = self._sides.all[weighed.bridge.middle].excerpt.span
            beginning = Span(middle.start, min(middle.end, middle.start + _BEGINNING))
            yield Reason("a third excerpt answers both", beginning.cut(text), beginning)


def _apart(pieces: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The pieces in the order of the earlier excerpt, none that overlaps one before it."""
    kept: list[tuple[int, int, int]] = []
    for piece in pieces:
        if not kept or piece[0] >= kept[-1][0] + kept[-1][2]:
            kept.append(piece)
    return kept


def _around(spans: list[Span]) -> Span:
    return Span(min(span.start for span in spans), max(span.end for span in spans))


class DependenceStage:
    """Sets excerpts side by side and yields the pairs that share an origin."""

    name = "dependence"
    reads: frozenset[type] = frozenset({Excerpt, Citation, Work, Person, Mention, Voice, Document})
    writes: frozenset[type] = frozenset({Dependence})

    def __call__(self, book: Sourcebook) -> Iterator[Dependence]:
        """Yield them in the order of the page."""
        if book.is_bare or len(book.excerpts) < 2:
            return
        comparison = Comparison(book)
        ids = IdMaker()
        for weighed in comparison.weighed():
            if comparison.is_told(weighed):
                yield comparison.dependence(weighed, ids)
