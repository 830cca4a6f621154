"""Assertions in excerpts: each clause with whose word it is, weighed for what it does, and told once.

One record per speaker, act, persons concerned and matter: what a run of clauses says of one event is gathered.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from testimonia.model import Act, Assertion, IdMaker, Mention, Mode, Reason, Sourcebook, Span, Voice

from .acts import Vocabulary
from .circumstances import Circumstances
from .clauses import Clause, clauses_of
from .concerned import concerned
from .frames import Teller
from .links import linked
from .parties import Party
from .proposals import Proposal
from .signs import Context, signs_of
from .subjects import Subjects
from .utterances import Reading, readings_of
from .weighing import Weights, shipped_weights

__all__ = ["Draft", "drafts_of", "excerpt_assertions", "readings_in"]

_LEAST = 0.19  # likelihood: what is likelier to be recorded than not costs fewer errors than it saves from here on
_SURE = 0.4  # a second act of the same clause
_BARE = 0.3  # likelihood of an act that no rule proposes, by what stands around the clause alone
_NEED_A_RULE = (Act.ADMITS, Act.DENIES, Act.ACCUSES, Act.EXONERATES)
_BOTH = frozenset(("self takes", "other gives me"))  # who takes a bribe admits it, and accuses the giver
_NEAR = 1  # clauses on, an act of the same teller still belongs to the same record
_SAME_STORY = 3  # the same for a report of the same persons
_OUTRIGHT = (Act.CORROBORATES, Act.RETRACTS)


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
    until: int = -1  # the place of the last clause gathered into it

    def __post_init__(self) -> None:
        """Begin with one clause."""
        self.until = self.place


def excerpt_assertions(book: Sourcebook, vocabulary: Vocabulary) -> Iterable[Assertion]:
    """The assertions of all excerpts in the order of the page."""
    circumstances = Circumstances(book, vocabulary)
    weights = shipped_weights()
    ids = IdMaker()
    found: list[Assertion] = []
    for reading in readings_in(book):
        for draft in drafts_of(reading, Subjects(reading), vocabulary, weights):
            found.append(_assertion(book.text, reading, draft, circumstances, ids))
    return linked(found)


def readings_in(book: Sourcebook) -> Iterator[Reading]:
    """All excerpts of a book that have voices, taken apart."""
    voices: dict[str, list[Voice]] = defaultdict(list)
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for voice in book.voices:
        voices[voice.excerpt].append(voice)
    for mention in book.mentions:
        mentions[mention.record].append(mention)
    people = {person.id: person for person in book.people}
    claims = {claim.id: claim for claim in book.claims}
    return readings_of(book.excerpts, voices, mentions, people, claims)


def drafts_of(reading: Reading, subjects: Subjects, vocabulary: Vocabulary, weights: Weights) -> list[Draft]:
    """What one excerpt asserts, in the order of its words."""
    clauses = list(clauses_of(reading, subjects, vocabulary))
    context = Context(reading, clauses, vocabulary)
    drafts: list[Draft] = []
    for place, clause in enumerate(clauses):
        drafts += _drafts(reading, subjects, context, place, clause, weights)
    drafts.sort(key=lambda draft: (draft.place, draft.first))
    return _gathered(reading, drafts)


def _drafts(
    reading: Reading, subjects: Subjects, context: Context, place: int, clause: Clause, weights: Weights
) -> Iterator[Draft]:
    proposals = context.proposals[place]
    likely = weights.likelihoods(*signs_of(reading, context, place))
    best = max(likely.values())
    for act, likelihood in likely.items():
        rules = {p.rule for p in proposals if p.act is act}
        if not rules and act in _NEED_A_RULE and likelihood < _BARE:
            continue
        both = bool(rules & _BOTH)
        if likelihood > _LEAST and (likelihood == best or likelihood > _SURE or both):
            for teller in _tellers(clause, act):
                yield _draft(reading, subjects, clause, place, act, teller, likelihood, proposals)
    for proposal in proposals:
        if proposal.act in _OUTRIGHT and proposal.rule.startswith(("says ", "answers ")):
            yield _draft(reading, subjects, clause, place, proposal.act, clause.teller, 0.7, proposals)


def _tellers(clause: Clause, act: Act) -> list[Teller]:
    """Whose act it is: of two who confess together, each."""
    if clause.frame is not None and act in (Act.ADMITS, Act.DENIES) and len(clause.frame.subject.parties) > 1:
        return [Teller(party.id, party.name) for party in clause.frame.subject.parties]
    return [clause.teller]


def _draft(
    reading: Reading,
    subjects: Subjects,
    clause: Clause,
    place: int,
    act: Act,
    teller: Teller,
    likelihood: float,
    proposals: list[Proposal],
) -> Draft:
    rules = tuple((p.rule, p.first, p.last) for p in proposals if p.act is act)
    of = concerned(reading, subjects, clause, act, proposals)
    frame = clause.frame
    matter = None
    if frame is not None and clause.first <= frame.hit.first and frame.hit.last < clause.last:
        matter = (frame.hit.last, clause.last)
    return Draft(
        act,
        teller,
        clause.first,
        clause.last,
        place,
        clause.voice,
        of,
        likelihood,
        rules,
        matter,
    )


def _gathered(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Drafts of the same teller and act that are one record, as one."""
    kept: list[Draft] = []
    last: dict[tuple[str, Act], Draft] = {}
    for draft in drafts:
        key = (draft.teller.id, draft.act)
        earlier = last.get(key)
        if earlier is None or _parted(reading, earlier, draft) or not _is_one(reading, earlier, draft):
            last[key] = draft
            kept.append(draft)
            continue
        earlier.until = draft.place
        earlier.last = max(earlier.last, draft.last)
        seen = {party.id for party in earlier.of}
        earlier.of += tuple(party for party in draft.of if party.id not in seen)
        earlier.likelihood = max(earlier.likelihood, draft.likelihood)
    return kept


def _is_one(reading: Reading, earlier: Draft, draft: Draft) -> bool:
    """Whether two drafts tell of one matter: the next clause does so, unless an accusation or a judgement is of
    somebody else; a report that names nobody new does a little further on."""
    far = draft.place - earlier.until
    there = {party.id for party in earlier.of}
    of = {party.id for party in draft.of}
    if draft.act in (Act.ACCUSES, Act.JUDGES):
        return far == 0 or (far <= _NEAR and of <= there)
    if far <= _NEAR:
        return True
    return draft.act is Act.REPORTS and far <= _SAME_STORY and bool(of) and of <= there and draft.voice is earlier.voice


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
