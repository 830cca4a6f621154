"""Assertions in excerpts: each clause with whose word it is, weighed for what it does, and told once.

One record per speaker, act, persons concerned and matter: what a run of clauses says of one event is gathered.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, pairwise

from testimonia.model import Act, Assertion, Excerpt, IdMaker, Mention, Mode, Reason, Sourcebook, Span, Voice

from .acts import Vocabulary
from .circumstances import Circumstances
from .clauses import Clause, Link, clauses_of
from .frames import Teller
from .involved import Concern, involved, shipped_concern
from .links import linked
from .parties import Party
from .setting import Setting, setting_of
from .signs import Context, signs_of
from .speakers import speakings_of
from .subjects import Subjects
from .tallies import MOST, Tallies, Weighed, shipped_tallies, signs_of_pairs
from .utterances import Reading, readings_of
from .weighing import Weights, shipped_weights

__all__ = [
    "Draft",
    "drafts_of",
    "excerpt_shares",
    "joined",
    "readings_in",
    "runs_in",
    "weighed_in",
]

_LEAST = 0.2  # likelihood of the act of a clause
_SURE = 0.45  # a second act of the same clause
_ANOTHER = 0.6  # the same act by another speaker of the same clause
_SAID = 0.7  # what is said outright
_BARE = 0.3  # likelihood of an act that no rule proposes, by what stands around the clause alone
_NEED_A_RULE = (Act.ADMITS, Act.DENIES, Act.ACCUSES, Act.EXONERATES)
_BOTH = frozenset(("self takes", "other gives me"))  # who takes a bribe admits it, and accuses the giver
_NEAR = 1  # clauses on, an act of the same teller still belongs to the same record
_CLOSE = 2  # clauses on, what is no record of its own is part of the one before
_SAME_STORY = 3  # the same for a report of the same persons
_RECORDED = 0.34  # likelihood that there is such a record, from which it costs fewer errors than it saves
_APART = 0.6  # likelihood of what stands too far apart to be part of another record, and is one of its own
_WORTH = 0.05  # likelihood of a clause that may be one more
_OUTRIGHT = (Act.CORROBORATES, Act.RETRACTS)
_SHARES = 100  # of a page's excerpts; a few more where they are of unlike length


@dataclass(slots=True)
class Draft:
    """An assertion before it has a place on the page; ``first`` to ``last`` are words of the reading."""

    act: Act
    teller: Teller
    first: int
    last: int
    place: int
    voice: Voice
    of: tuple[Party, ...] = ()
    likelihood: float = 1.0
    rules: tuple[tuple[str, int, int], ...] = ()
    matter: tuple[int, int] | None = None
    sentence: int = -1


def excerpt_shares(
    book: Sourcebook, vocabulary: Vocabulary, stated: Iterable[Assertion] = ()
) -> list[Callable[[], list[Assertion]]]:
    """Reading the assertions of all excerpts in shares that need nothing of each other, to be put together by `joined`.

    ``stated`` are those of the book's claims.
    """
    circumstances = Circumstances(book, vocabulary)
    setting = setting_of(stated)
    read = _reader_of(book)
    made_by = (vocabulary, setting, shipped_weights(), shipped_concern(), shipped_tallies())

    def assertions_of(excerpts: Sequence[Excerpt]) -> list[Assertion]:
        ids = IdMaker()
        return [
            _assertion(book.text, reading, draft, circumstances, ids)
            for reading in read(excerpts)
            for draft in drafts_of(reading, Subjects(reading), *made_by)
        ]

    return [partial(assertions_of, excerpts) for excerpts in _shared_out(book.excerpts)]


def joined(shares: Iterable[Iterable[Assertion]]) -> list[Assertion]:
    """What the shares came to as the statements of one page: each with an id of its own, and linked."""
    ids = IdMaker()
    found = []
    for assertion in chain.from_iterable(shares):
        own = ids.settle(assertion.id)
        found.append(assertion if own == assertion.id else replace(assertion, id=own))
    return linked(found)


def _shared_out(excerpts: Sequence[Excerpt]) -> Iterator[Sequence[Excerpt]]:
    """The excerpts in order, in runs of much the same length."""
    most = sum(len(excerpt.text) for excerpt in excerpts) // _SHARES
    first = size = 0
    for number, excerpt in enumerate(excerpts):
        size += len(excerpt.text)
        if size > most:
            yield excerpts[first : number + 1]
            first, size = number + 1, 0
    if first < len(excerpts):
        yield excerpts[first:]


def readings_in(book: Sourcebook) -> Iterator[Reading]:
    """All excerpts of a book that have voices, taken apart."""
    return _reader_of(book)(book.excerpts)


def _reader_of(book: Sourcebook) -> Callable[[Sequence[Excerpt]], Iterator[Reading]]:
    """What takes excerpts of a book apart."""
    voices: dict[str, list[Voice]] = defaultdict(list)
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for voice in book.voices:
        voices[voice.excerpt].append(voice)
    for mention in book.mentions:
        mentions[mention.record].append(mention)
    people = {person.id: person for person in book.people}
    claims = {claim.id: claim for claim in book.claims}
    return partial(readings_of, voices=voices, mentions=mentions, people=people, claims=claims)


def drafts_of(
    reading: Reading,
    subjects: Subjects,
    vocabulary: Vocabulary,
    setting: Setting,
    weights: Weights,
    concern: Concern,
    tallies: Tallies,
) -> list[Draft]:
    """What one excerpt asserts, in the order of its words."""
    clauses = list(clauses_of(reading, subjects, vocabulary))
    context = Context(reading, speakings_of(reading, subjects, clauses), vocabulary, setting)
    weighed = weighed_in(context, weights)
    runs = runs_in(reading, subjects, context, weighed, concern)
    signs = signs_of_pairs(reading, context, weighed, {key: len(found) for key, found in runs.items()})
    drafts: list[Draft] = []
    for key, mine in signs.items():
        likelihoods = tallies.likelihoods(mine)
        count = sum(likelihood > _RECORDED for likelihood in likelihoods)
        if not count:
            continue
        found = runs.get(key, [])
        if len(found) < count:
            found = _cut_up(reading, found, count)
        for place, number in _further(context, weighed, key, found, count - len(found)):
            act = key[1]
            of = involved(reading, subjects, context, place, number, act, concern)
            found = [*found, [_draft(context, place, number, act, weighed[place][number][act], of)]]
        if len(found) > count:
            found = _put_together(reading, found, count)
        found = sorted(found, key=_likelihood_of, reverse=True)
        for number, run in enumerate(found):
            if number < count or _likelihood_of(run) >= _APART:
                drafts.append(_as_one(run, likelihoods[min(number, MOST - 1)]))
    drafts.sort(key=lambda draft: (draft.place, draft.first))
    return drafts


def weighed_in(context: Context, weights: Weights) -> Weighed:
    """How likely each act is of each clause by each who may speak in it."""
    found = []
    for place, readings in enumerate(context.speakings):
        shown = context.shown[place]
        base = weights.total(shown.plain, weights.of_words(shown.words))
        mine = []
        for number in range(len(readings)):
            common, signs = signs_of(context, place, number)
            mine.append(weights.likelihoods(weights.total(common, base), signs))
        found.append(mine)
    return found


def runs_in(
    reading: Reading, subjects: Subjects, context: Context, weighed: Weighed, concern: Concern
) -> dict[tuple[str, Act], list[list[Draft]]]:
    """By speaker and act the stretches of clauses that seem one record each."""
    drafts: list[Draft] = []
    for place in range(len(weighed)):
        for number, act, likelihood in _done(context, place, weighed[place]):
            of = involved(reading, subjects, context, place, number, act, concern)
            drafts.append(_draft(context, place, number, act, likelihood, of))
    drafts.sort(key=lambda draft: (draft.place, draft.first))
    return _gathered(reading, drafts)


def _further(
    context: Context, weighed: Weighed, key: tuple[str, Act], found: list[list[Draft]], wanted: int
) -> list[tuple[int, int]]:
    """So many further clauses in which the speaker is likeliest to do it, by place and number."""
    if wanted <= 0:
        return []
    teller, act = key
    taken = {draft.place for run in found for draft in run}
    likely = [
        (weighed[place][number].get(act, 0.0), -place, number)
        for place, readings in enumerate(context.speakings)
        if place not in taken
        for number, clause in enumerate(readings)
        if clause.teller.id == teller
    ]
    return [(-place, number) for chance, place, number in sorted(likely, reverse=True)[:wanted] if chance >= _WORTH]


def _cut_up(reading: Reading, runs: list[list[Draft]], count: int) -> list[list[Draft]]:
    """The runs cut where a sentence ends, the longest first, until there are so many."""
    runs = list(runs)
    while len(runs) < count:
        cuts = [(len(run), -place) for place, run in enumerate(runs) if _sentence_end(run)]
        if not cuts:
            break
        place = -max(cuts)[1]
        at = _sentence_end(runs[place])
        runs[place : place + 1] = [runs[place][:at], runs[place][at:]]
    return runs


def _put_together(reading: Reading, runs: list[list[Draft]], count: int) -> list[list[Draft]]:
    """The runs joined where one follows close upon another, the closest first, until there are no more than so many."""
    runs = list(runs)
    while len(runs) > count:
        gaps = [
            (behind[0].place - before[-1].place, number)
            for number, (before, behind) in enumerate(pairwise(runs))
            if not _parted(reading, before[-1], behind[0])
        ]
        if not gaps or min(gaps)[0] > _CLOSE:
            break
        place = min(gaps)[1]
        runs[place : place + 2] = [runs[place] + runs[place + 1]]
    return runs


def _sentence_end(run: list[Draft]) -> int:
    """Where the run is cut: nearest to its middle, between two sentences; 0 for nowhere."""
    places = [at for at in range(1, len(run)) if run[at - 1].sentence != run[at].sentence]
    return min(places, key=lambda at: abs(2 * at - len(run)), default=0)


def _likelihood_of(run: list[Draft]) -> float:
    return max(draft.likelihood for draft in run)


def _done(context: Context, place: int, weighed: Sequence[Mapping[Act, float]]) -> Iterator[tuple[int, Act, float]]:
    """What is done in a clause and by which of its speakers: the likeliest act, and others that are all but sure."""
    readings = context.speakings[place]
    likely = [(likelihood, act, number) for number, found in enumerate(weighed) for act, likelihood in found.items()]
    likely.sort(key=lambda found: -found[0])
    taken: list[tuple[Act, int]] = []
    for likelihood, act, number in likely:
        if likelihood < _LEAST:
            break
        rules = {proposal.rule for proposal in context.proposals[place][number] if proposal.act is act}
        if not rules and act in _NEED_A_RULE and likelihood < _BARE:
            continue
        if taken and likelihood < _needed(act, readings[number], taken, rules):
            continue
        taken.append((act, number))
        yield number, act, likelihood
    for number, clause in enumerate(readings):
        if clause.link in (Link.FIRST, Link.JOINT):
            for act in dict.fromkeys(
                proposal.act
                for proposal in context.proposals[place][number]
                if proposal.act in _OUTRIGHT and proposal.rule.startswith(("says ", "answers "))
            ):
                yield number, act, _SAID


def _needed(act: Act, clause: Clause, taken: list[tuple[Act, int]], rules: set[str]) -> float:
    """How likely a further act of the same clause must be."""
    if not any(other is act for other, _ in taken):
        return _LEAST if rules & _BOTH else _SURE
    return _LEAST if clause.link is Link.JOINT else _ANOTHER


def _draft(context: Context, place: int, number: int, act: Act, likelihood: float, of: tuple[Party, ...]) -> Draft:
    clause = context.speakings[place][number]
    rules = tuple((p.rule, p.first, p.last) for p in context.proposals[place][number] if p.act is act)
    frame = clause.frame
    matter = None
    if frame is not None and clause.first <= frame.hit.first and frame.hit.last < clause.last:
        matter = (frame.hit.last, clause.last)
    voice, sentence = clause.voice, clause.number
    return Draft(act, clause.teller, clause.first, clause.last, place, voice, of, likelihood, rules, matter, sentence)


def _gathered(reading: Reading, drafts: list[Draft]) -> dict[tuple[str, Act], list[list[Draft]]]:
    """Drafts by teller and act, those that seem one record together."""
    found: dict[tuple[str, Act], list[list[Draft]]] = {}
    for draft in drafts:
        runs = found.setdefault((draft.teller.id, draft.act), [])
        if not runs or _parted(reading, runs[-1][-1], draft) or not _is_one(runs[-1], draft):
            runs.append([draft])
        else:
            runs[-1].append(draft)
    return found


def _as_one(run: list[Draft], likelihood: float) -> Draft:
    """The drafts of a run as one record."""
    first = run[0]
    of = {party.id: party for draft in reversed(run) for party in reversed(draft.of)}
    return replace(
        first,
        last=max(draft.last for draft in run),
        of=tuple(reversed(of.values())),
        likelihood=likelihood,
    )


def _is_one(run: list[Draft], draft: Draft) -> bool:
    """Whether a draft tells of the same matter as a run: the next clause does so, unless an accusation is of somebody
    else; a report that names nobody new does a little further on."""
    far = draft.place - run[-1].place
    there = {party.id for earlier in run for party in earlier.of}
    of = {party.id for party in draft.of}
    if draft.act is Act.ACCUSES:
        return far == 0 or (far <= _NEAR and of <= there)
    if far <= _NEAR:
        return True
    same_story = draft.act is Act.REPORTS and far <= _SAME_STORY and draft.voice is run[0].voice
    return same_story and bool(of) and of <= there


def _parted(reading: Reading, earlier: Draft, draft: Draft) -> bool:
    """Whether a paragraph ends between two drafts; turns are lines, and part nothing."""
    between = reading.text[reading.words[earlier.last - 1].end : reading.words[draft.first].start]
    return "\n" in between and draft.voice.mode is not Mode.TURN


def _assertion(page: str, reading: Reading, draft: Draft, circumstances: Circumstances, ids: IdMaker) -> Assertion:
    words, excerpt = reading.words, reading.excerpt
    span = _page(reading, draft.first, draft.last)
    text = span.cut(page)
    setting = circumstances.of(span)
    of = list(draft.of)
    reasons = [
        Reason(rule, reading.text[words[first].start : words[last - 1].end], _page(reading, first, last))
        for rule, first, last in draft.rules[:4]
        if first >= 0
    ]
    implied = (reasons[0].span if reasons else None) or span  # whom no words of the excerpt name
    return Assertion(
        ids.give("a", excerpt.id, draft.act.value, draft.teller.id, text),
        span,
        text,
        draft.teller.id,
        draft.teller.name,
        draft.act,
        excerpt=excerpt.id,
        of=tuple(party.id for party in of),
        of_names=tuple(party.name for party in of),
        of_spans=tuple(
            excerpt.page_span(party.start, party.end) if party.end > party.start else implied for party in of
        ),
        matter=_page(reading, *draft.matter) if draft.matter is not None else span,
        when=setting.when,
        when_span=setting.when_span,
        where=setting.where,
        where_span=setting.where_span,
        amount=setting.amount,
        markers=setting.markers,
        voice=draft.voice.id,
        confidence=round(draft.likelihood, 2),
        reasons=tuple(reasons) or (Reason("told as an event, by its place and persons"),),
    )


def _page(reading: Reading, first: int, last: int) -> Span:
    return reading.excerpt.page_span(reading.words[first].start, reading.words[last - 1].end)
