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
from .clauses import Clause, Link, clauses_of
from .frames import Teller
from .involved import Concern, involved, shipped_concern
from .links import linked
from .parties import Party
from .setting import Setting, setting_of
from .signs import Context, signs_of
from .speakers import speakings_of
from .subjects import Subjects
from .utterances import Reading, readings_of
from .weighing import Weights, shipped_weights

__all__ = ["Draft", "drafts_of", "excerpt_assertions", "readings_in"]

_LEAST = 0.2  # likelihood: what is likelier to be recorded than not costs fewer errors than it saves from here on
_SURE = 0.45  # a second act of the same clause
_ANOTHER = 0.6  # the same act by another speaker of the same clause
_SAID = 0.7  # what is said outright
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


def excerpt_assertions(
    book: Sourcebook, vocabulary: Vocabulary, stated: Iterable[Assertion] = ()
) -> Iterable[Assertion]:
    """The assertions of all excerpts in the order of the page; ``stated`` are those of its claims."""
    circumstances = Circumstances(book, vocabulary)
    weights = shipped_weights()
    setting = setting_of(stated)
    ids = IdMaker()
    found: list[Assertion] = []
    for reading in readings_in(book):
        for draft in drafts_of(reading, Subjects(reading), vocabulary, setting, weights, shipped_concern()):
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


def drafts_of(
    reading: Reading,
    subjects: Subjects,
    vocabulary: Vocabulary,
    setting: Setting,
    weights: Weights,
    concern: Concern,
) -> list[Draft]:
    """What one excerpt asserts, in the order of its words."""
    clauses = list(clauses_of(reading, subjects, vocabulary))
    context = Context(reading, speakings_of(reading, subjects, clauses), vocabulary, setting)
    drafts: list[Draft] = []
    for place in range(len(clauses)):
        for number, act, likelihood in _done(context, place, weights):
            of = involved(reading, subjects, context, place, number, act, concern)
            drafts.append(_draft(context, place, number, act, likelihood, of))
    drafts.sort(key=lambda draft: (draft.place, draft.first))
    return _gathered(reading, drafts)


def _done(context: Context, place: int, weights: Weights) -> Iterator[tuple[int, Act, float]]:
    """What is done in a clause and by which of its speakers: the likeliest act, and others that are all but sure."""
    readings = context.speakings[place]
    shown = context.shown[place]
    base = weights.total(shown.plain, weights.of_words(shown.words))
    likely = []
    for number in range(len(readings)):
        common, signs = signs_of(context, place, number)
        likelihoods = weights.likelihoods(weights.total(common, base), signs)
        likely += [(likelihood, act, number) for act, likelihood in likelihoods.items()]
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
    return Draft(act, clause.teller, clause.first, clause.last, place, clause.voice, of, likelihood, rules, matter)


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
    """Whether two drafts tell of one matter: the next clause does so, unless an accusation is of somebody else; a
    report that names nobody new does a little further on."""
    far = draft.place - earlier.until
    there = {party.id for party in earlier.of}
    of = {party.id for party in draft.of}
    if draft.act is Act.ACCUSES:
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
