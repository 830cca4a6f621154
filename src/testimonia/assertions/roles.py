"""How the parties of a clause stand among its words: whose deed it is, who suffers it, what stands beside their names.

Also the whole of what names a group: "officers of the guard" where only "officers" was found.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from operator import attrgetter

from testimonia.words.grammar import BE, DETERMINERS, PREPOSITIONS
from testimonia.words.lexicon import is_common_word
from testimonia.words.stems import is_function_word, stem

from .acts import Hit
from .clauses import Clause
from .parties import PASTS, Party, slug
from .shown import sorts_of
from .subjects import Subjects
from .utterances import Reading

__all__ = ["heads", "roles", "whole"]

_NEAR = 3  # words between a name and an entry of the vocabulary
_FAR = 4  # … between who suffers a deed and its verb
_SUFFERED = frozenset(("killing", "measure", "ill-treatment"))
_DOER = frozenset(("by", "in", "with"))
_NAMED_AS = frozenset(("as", "called", "considered", "become", "became"))
_LONG = 5  # words from "of" to the end of what names a group
_PARTS = frozenset("all both few half many most none one others some those two three".split())
_BETWEEN = frozenset(("former", "old", "so-called"))


_start = attrgetter("start")


def roles(reading: Reading, subjects: Subjects, clause: Clause) -> Iterator[tuple[Party, list[str]]]:
    """The parties of a clause with signs of how they stand there, each as often as it does so."""
    for hit, subject, passive, negated in clause.hits:
        manner = (" passive" if passive else "") + (" not" if negated else "")
        for party in subject.parties:
            yield party, [f"subj {_sort(hit)}{manner}"]
        if subject.owner is not None:
            yield subject.owner, [f"owner {_sort(hit)}"]
    hits = [hit for hit in clause.every if clause.first <= hit.first < clause.last]
    hurts = [hit for hit in hits if hit.usage.whom == "victim" or _sort(hit) in _SUFFERED]
    begin = bisect_left(reading.parties, reading.words[clause.first].start, key=_start)
    until = bisect_left(reading.parties, reading.words[clause.last - 1].end, begin, key=_start)
    for number in range(begin, until):
        at = end = subjects.first_word.get(number, -1)
        if at < clause.first:
            continue  # no word of its own
        party = reading.parties[number]
        while end < clause.last and reading.party_number(end) == number:
            end += 1
        signs = [*_of_place(reading, clause, hits, party, at, end), *_beside(reading, hits, at, end)]
        if any(_is_suffered(reading, hit, at, end) for hit in hurts):
            signs.append("suffers")
        yield party, signs


def _sort(hit: Hit) -> str:
    return hit.usage.name.rpartition(".")[2]


def _of_place(reading: Reading, clause: Clause, hits: list[Hit], party: Party, at: int, end: int) -> Iterator[str]:
    words, text = reading.words, reading.text
    following = reading.party_number(end) if end < clause.last else -1
    if following >= 0 and not text[words[end - 1].end : words[end].start].strip():
        yield "genitive of party" if party.genitive else "before party"
    inside = range(end + 1, min(end + 3, clause.last))
    if inside and words[end].low == "of" and any(reading.party_number(behind) >= 0 for behind in inside):
        yield "of party behind"
    before = at - 1
    while before > clause.first and words[before].low in DETERMINERS:
        before -= 1
    if before > clause.first and words[before].low == "of" and reading.party_number(before - 1) >= 0:
        yield "of party"
    if party.genitive and end < clause.last and following < 0:
        owned = next((hit for hit in hits if end <= hit.first <= end + 1), None)
        yield "owns word" if owned is None else f"owns {_sort(owned)}"
    if party.kind != "person" and _is_said(reading, clause, at):
        yield "predicate"
    if end < clause.last and reading.party_number(end) < 0:
        yield f"then {words[end].low}"


def _is_said(reading: Reading, clause: Clause, at: int) -> bool:
    """Whether a party is what somebody is said to be: "they were agents"."""
    for before in range(at - 1, max(clause.first, at - 5) - 1, -1):
        low = reading.words[before].low
        if low in BE or low in _NAMED_AS:
            return True
        if (low in DETERMINERS and low not in ("a", "an")) or reading.party_number(before) >= 0:
            return False
    return False


def _is_suffered(reading: Reading, hit: Hit, at: int, end: int) -> bool:
    """Whether the words ``at`` to ``end`` name whom a deed is done to: "Ash was shot", "shot Ash", not "by Ash"."""
    words, text = reading.words, reading.text
    if hit.first >= end:
        if hit.first - end <= 1 and text[words[end - 1].end : words[end].start].strip() == ",":
            return True
        between = [words[place].low for place in range(end, hit.first)]
        return hit.is_verb and len(between) <= _FAR and any(low in BE for low in between)
    return 0 <= at - hit.last <= _NEAR and not any(words[place].low in _DOER for place in range(hit.last, at))


def _beside(reading: Reading, hits: list[Hit], at: int, end: int) -> Iterator[str]:
    """The entries of the vocabulary next to a name."""
    behind = next((hit for hit in hits if hit.first >= end), None)
    if behind is not None and behind.first - end <= _NEAR:
        yield f"next {_sort(behind)}" + (" verb" if behind.is_verb else "")
    before = next((hit for hit in reversed(hits) if hit.last <= at), None)
    if before is not None and at - before.last <= _NEAR:
        lows = (reading.words[place].low for place in range(before.last, at))
        joint = next((low for low in lows if low in PREPOSITIONS and low not in DETERMINERS), "")
        yield f"prev {_sort(before)}{' verb' if before.is_verb else ''} {joint}".rstrip()


def heads(party: Party) -> tuple[str, ...]:
    """What a group, a body or somebody unnamed is called, where that is a common word and no name."""
    return _heads(party.name) if party.kind != "person" and party.name else ()


@lru_cache(4096)
def _heads(name: str) -> tuple[str, ...]:
    head = name.split()[-1].lower().removesuffix("'s")
    if not is_common_word(head):
        return ()  # a name: what one page's name weighs says nothing of another's
    return f"head {stem(head)}", *(f"head of {sort}" for sort in sorts_of(head))


def whole(reading: Reading, subjects: Subjects, party: Party) -> Party:
    """The party with all that its name takes in: "officers" of "officers of the guard"; itself where that is all."""
    if party.kind == "person" or party.genitive or not reading.text.startswith(" of ", party.end):
        return party
    number = bisect_left(reading.parties, party.start, key=_start)
    if number >= len(reading.parties) or reading.parties[number] != party or party.name.lower() in _PARTS:
        return party
    words, text = reading.words, reading.text
    of = subjects.first_word.get(number, 0)
    while of < len(words) and words[of].start < party.end:
        of += 1
    stop, plain = -1, 0
    for at in range(of + 1, min(of + 1 + _LONG, len(words))):
        word = words[at]
        if text[words[at - 1].end : word.start].strip(' "“'):
            break
        other = reading.party_number(at)
        if other >= 0:
            stop = reading.parties[other].end
            break
        if word.low in DETERMINERS or (not plain and word.low in _BETWEEN):
            continue
        if _ends(word.low, plain):
            break
        plain += 1
        if word.capital or party.kind == "group":
            stop = word.end
    if stop < 0:
        return party
    begin = max(party.start, party.start + text[party.start : party.end].find(party.name))
    name = text[begin:stop].removesuffix("'s").removesuffix("’s")
    return replace(party, end=begin + len(name), name=name, id=f"{party.kind}:{slug(name)}")


def _ends(low: str, plain: int) -> bool:
    """Whether a word is no part of the name that a group has; ``plain`` is how many of its words stand before."""
    return (
        is_function_word(low)
        or low in PASTS
        or low[0].isdecimal()
        or low.endswith(("ly", "ing"))
        or (plain > 0 and low.endswith("ed"))
        or plain > 1
    )
