"""Finds every named person in excerpts and headings.

No list of people: what a capitalised word names is judged from the whole page's evidence for it and from its own place.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from testimonia.model import Claim, Excerpt, Reason, Sourcebook, Span
from testimonia.words.languages import guess_language
from testimonia.words.names import NameParts, split_name
from testimonia.words.titles import title_gender

from .adjoining import (
    count_alone,
    find_households,
    join_words,
    mark_given_names,
    mark_neighbours,
    part_compounds,
    part_pairs,
)
from .bynames import find_nicknames, mark_plurals, nicknames_of
from .candidates import Candidate
from .capitals import blind_candidates
from .contexts import features_of
from .evidence import Evidence, gather_evidence, judge, score
from .sequences import candidates
from .tokens import Tokens, read_tokens

__all__ = ["FoundName", "find_names"]

_TELLS_LANGUAGE = 60  # records whose words show the language of the page
_SHORTEST_PAGE = 1000  # code points
_COURTESY = r"(?:Mr|Mrs|Miss|Mme|Mlle|Herr|Frau|Fräulein|Signora?|Señora?|Senhora?|Sir|Lord|Lady|Pani?)\.?"
_NAME = r"[^\W\d_][\w'’-]+"
_FRENCH_TITLE = re.compile(  # "M." may be a given name, but not beside "Herr Hult"
    rf"\bM(?:adame|me|ademoiselle|lle|onsieur)\.? ({_NAME})|\bM\. ({_NAME})(?:,| and| et| or) {_COURTESY} {_NAME}"
    rf"|\b{_COURTESY} {_NAME}(?:,| and| et| or) M\. ({_NAME})"
)
_FIRST_PART = re.compile(r"[^\W_]+")


class FoundName(NamedTuple):
    """One place where somebody is named.

    ``span`` is the name without titles and without a possessive ``'s``, ``record`` the id of the excerpt or claim.
    ``title`` is what is printed before it ("Captain", "Mr."), titles and callings; empty where there is none.
    ``label``: it is the speaker in the label of a turn; ``bracketed``: it stands alone in brackets, as who is meant by
    the words around it; ``capitals``: it is printed in capitals throughout. ``gender`` is "F" or "M" where title or
    patronymic show it. ``confidence`` (0 to 1) is how sure it is that a person is named.
    """

    span: Span
    text: str
    record: str
    parts: NameParts
    title: str = ""
    label: bool = False
    bracketed: bool = False
    capitals: bool = False
    gender: str | None = None
    confidence: float = 1.0
    reasons: tuple[Reason, ...] = ()


def find_names(book: Sourcebook) -> tuple[FoundName, ...]:
    """The names of people in the excerpts and claims of a book, in the order of the page."""
    chosen: list[FoundName] = []
    judged, evidence = judge_candidates(book)
    pairs = frozenset(
        (c.tokens.low(c.first), c.key) for _, _, found in judged for c in found if c.score > 0 and c.last == c.first + 1
    )
    for record, tokens, found in judged:
        found.extend(blind_candidates(tokens, evidence, pairs))
        chosen += [_found_name(record, candidate) for candidate in found if candidate.score > 0]
    apart: list[FoundName] = []
    for name in sorted(chosen, key=lambda name: (name.span.start, -name.span.end)):
        if not apart or name.span.start >= apart[-1].span.end:  # of two readings of one place the longer
            apart.append(name)
    return tuple(apart)


def judge_candidates(
    book: Sourcebook,
) -> tuple[list[tuple[Excerpt | Claim, Tokens, list[Candidate]]], dict[str, Evidence]]:
    """All that may be a name outside lines in capitals, scored, for each record, and the page's evidence by word."""
    records: list[Excerpt | Claim] = [*book.excerpts, *book.claims]
    language = _language(records)
    told = [found for record in records if "M" in record.text for found in _FRENCH_TITLE.finditer(record.text)]
    french = frozenset(name for found in told for name in found.groups() if name)
    read = [
        read_tokens(r.text, r.id, heading=isinstance(r, Claim), language=language, messieurs=french) for r in records
    ]
    twins = _count_small(read)
    nicknames = frozenset(name for record in records for name in nicknames_of(record.text))
    by_record = _part_and_join([_candidates(tokens, nicknames) for tokens in read], book, twins)
    for found in by_record:
        mark_neighbours(found)
    every = [candidate for found in by_record for candidate in found]
    evidence = gather_evidence(every, twins)
    _authors(book, evidence)
    judge(every, evidence)
    return list(zip(records, read, by_record, strict=True)), evidence


def _count_small(read: Sequence[Tokens]) -> Counter[str]:
    """How often each word is met without a capital; of "half-way" it is "half" that is met."""
    found: Counter[str] = Counter()
    for word, times in Counter(chain.from_iterable(tokens.words for tokens in read)).items():
        if not "A" <= word[0] <= "Z":
            found[word if word.isalnum() else _FIRST_PART.match(word).group()] += times  # type: ignore[union-attr]
    return found


def _part_and_join(by_record: list[list[Candidate]], book: Sourcebook, twins: Counter[str]) -> list[list[Candidate]]:
    """The candidates weighed once, then parted and joined by what the page has alone, and weighed again."""
    every = [candidate for found in by_record for candidate in found]
    _weigh(book, every, twins)
    alone = count_alone(every)
    households = find_households(every)
    met = Counter(candidate.key for candidate in every)
    families = {candidate.key for candidate in every if candidate.weak and candidate.score > 0}
    changed = []
    for found in by_record:
        parted = list(part_compounds(list(part_pairs(found, alone, met, households)), alone))
        changed.append(list(join_words(parted, families, met, twins)))
    every = [candidate for found in changed for candidate in found]
    _weigh(book, every, twins)
    mark_given_names(every, _given_names_of_authors(book), alone)
    mark_plurals(every, alone)
    return changed


def _language(records: Sequence[Excerpt | Claim]) -> str:
    """The language of the page; English where it is too short to tell."""
    text = " ".join(record.text for record in records[:_TELLS_LANGUAGE])
    return (guess_language(text) if len(text) > _SHORTEST_PAGE else None) or "en"


def _candidates(tokens: Tokens, nicknames: frozenset[str]) -> list[Candidate]:
    found = list(candidates(tokens))
    named = list(find_nicknames(tokens, nicknames)) if nicknames else []
    if not named:
        return found
    taken = {candidate.first for candidate in named}
    return sorted([*named, *(c for c in found if c.first not in taken)], key=lambda c: c.first)


def _weigh(book: Sourcebook, every: list[Candidate], twins: Counter[str]) -> None:
    """A first score for each candidate, by its own place and by the places of the same word."""
    for candidate in every:
        if not candidate.features:
            candidate.features = [*candidate.marks, *features_of(candidate)]
    evidence = gather_evidence(every, twins)
    _authors(book, evidence)
    for candidate in every:
        candidate.score = score(candidate, evidence[candidate.key])


def _given_names_of_authors(book: Sourcebook) -> set[str]:
    return {
        word.casefold()
        for work in book.works
        for role in ("author", "editor", "translator")
        for person in work.csl.get(role) or ()
        for word in str(person.get("given", "")).split()
    }


def _authors(book: Sourcebook, evidence: dict[str, Evidence]) -> None:
    for work in book.works:
        for role in ("author", "editor", "translator"):
            for person in work.csl.get(role) or ():
                family = str(person.get("family", "")).casefold()
                if family:
                    evidence.setdefault(family, Evidence()).counts["an author"] += 1


_parts = cache(split_name)  # a page names the same people over and over


@cache
def _reason(feature: str) -> Reason:
    """Few features are met over and over: each is said once."""
    return Reason(feature)


def _found_name(record: Excerpt | Claim, candidate: Candidate) -> FoundName:
    tokens = candidate.tokens
    span = record.page_span(candidate.start, candidate.end)
    title = ""
    if candidate.titles:
        end = candidate.start
        title = tokens.text[tokens.starts[candidate.titles[0]] : end].strip()
    parts = _parts(candidate.text)
    gender = parts.gender
    for n in candidate.titles:
        gender = gender or title_gender(tokens.words[n])
    reasons = tuple(map(_reason, candidate.features))
    return FoundName(
        span,
        candidate.text,
        record.id,
        parts,
        title,
        label="label of a turn" in candidate.features,
        bracketed="alone in brackets" in candidate.features,
        capitals=candidate.text.isupper(),
        gender=gender,
        confidence=1 / (1 + math.exp(-candidate.score)),
        reasons=reasons,
    )
