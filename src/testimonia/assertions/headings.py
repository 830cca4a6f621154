"""Assertions in claims: who a heading says speaks, or else the compiler, and what is stated of whom."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from testimonia.model import Assertion, Claim, IdMaker, Mention, Reason, Sourcebook, Span

from .acts import Vocabulary
from .circumstances import Circumstances
from .heading_acts import statements
from .heading_people import Statement
from .heading_tokens import Named, Token, tokens_of
from .heading_tongues import tongue_of, tongue_statements
from .links import linked

__all__ = ["heading_assertions"]

_COMPILER = "compiler"
_HEAD = re.compile(r"([^\W\d_]+)(?:\s+(?:of|to|for|at|in)\s.*)?$", re.DOTALL)
_DEFINITE = re.compile(r"(?<!\w)the\s+$", re.IGNORECASE)
_BY_OFFICE = 0.9  # how much surer a name is than an office that one person on the page holds


def heading_assertions(book: Sourcebook, vocabulary: Vocabulary, circumstances: Circumstances) -> Iterator[Assertion]:
    """The assertions of all claims, in the order of the page; a bare topic or a question makes none."""
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for mention in book.mentions:
        mentions[mention.record].append(mention)
    genders = {person.id: person.gender for person in book.people}
    offices = _offices(book)
    ids = IdMaker()
    tongue = tongue_of([claim.text for claim in book.claims])
    read: list[tuple[Claim, str, list[Named], list[Token]]] = []
    for claim in book.claims:
        begin = claim.span.start
        text = book.cut(claim.span)  # with the marks of the layout, if any stand inside
        named = [
            Named(m.span.start - begin, m.span.end - begin, m.person, m.text, genders.get(m.person))
            for m in mentions.get(claim.id, ())
        ]
        read.append((claim, text, named, tokens_of(text, named)))
    vocabulary = vocabulary.for_headings({token.low for _, _, _, tokens in read for token in tokens})
    for claim, text, named, tokens in read:
        found = (
            statements(text, tokens, vocabulary)
            if tongue is None
            else tongue_statements(text, named, tongue, len(tokens))
        )
        stated = [_named(text, statement, offices) for statement in found if tokens]
        yield from linked(_assertion(book, claim, tokens, statement, circumstances, ids) for statement in stated)


def _offices(book: Sourcebook) -> dict[str, str]:
    """By the noun of an office or calling: the one person whom the page calls so."""
    holders: dict[str, set[str]] = defaultdict(set)
    for person in book.people:
        for role in person.roles:
            head = _HEAD.search(role.words.strip().lower())
            if head is not None:
                holders[head.group(1)].add(person.id)
    return {noun: next(iter(who)) for noun, who in holders.items() if len(who) == 1}


def _named(text: str, statement: Statement, offices: Mapping[str, str]) -> Statement:
    """The statement with the persons whom "the diver" and "the keeper" mean, where the page has one of them."""

    def person(id_: str, start: int, end: int) -> str | None:
        definite = id_.startswith("anon:") and _DEFINITE.search(text, 0, start) is not None
        return offices.get(text[start:end].lower()) if definite else None

    who, sure = statement.speaker, statement.confidence
    if who is not None:
        found = person(who.id, who.start, who.end)
        who, sure = (who, sure) if found is None else (replace(who, id=found), sure * _BY_OFFICE)
    of = tuple(replace(t, id=person(t.id, t.start, t.end) or t.id) for t in statement.of)
    return replace(statement, speaker=who, of=of, confidence=sure)


def _assertion(
    book: Sourcebook,
    claim: Claim,
    tokens: list[Token],
    statement: Statement,
    circumstances: Circumstances,
    ids: IdMaker,
) -> Assertion:
    begin = claim.span.start

    def place(start: int, end: int) -> Span:
        return Span(begin + start, begin + end)

    first, last = tokens[statement.first], tokens[max(statement.first, statement.last - 1)]
    span = place(first.start, last.end)
    setting = circumstances.of(span)
    who = statement.speaker
    speaker = who.id if who is not None else _COMPILER
    name = who.name if who is not None else ""
    spans = tuple(place(target.start, target.end) for target in statement.of)
    text = book.cut(span)
    reasons: tuple[Reason, ...] = (Reason(statement.rule, text, span),)
    if who is not None:
        said = place(who.start, who.end)
        reasons = (*reasons, Reason("the heading says who speaks", book.cut(said), said))
    return Assertion(
        id=ids.give("a", claim.text, statement.act, speaker, *(target.id for target in statement.of)),
        span=span,
        text=text,
        speaker=speaker,
        speaker_name=name,
        act=statement.act,
        claim=claim.id,
        of=tuple(target.id for target in statement.of),
        of_names=tuple(target.name for target in statement.of),
        of_spans=spans,
        when=setting.when,
        when_span=setting.when_span,
        where=setting.where,
        where_span=setting.where_span,
        amount=setting.amount,
        markers=setting.markers,
        confidence=statement.confidence,
        reasons=reasons,
    )
