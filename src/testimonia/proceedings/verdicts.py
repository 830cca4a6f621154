"""Charges and verdicts, from the verbs that tell them: "was charged with", "finds Ash guilty", "was convicted of"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from testimonia.model import CellKind
from testimonia.words.accounts import Account
from testimonia.words.clauses import Sentence, Word, is_negated, is_passive, party_of
from testimonia.words.grammar import BE

from .facts import Fact
from .finders import is_by_a_court, is_by_laymen
from .lexicon import lexicon
from .of_whom import is_unreal, objects_told, subjects_told
from .penalties import SUSPENDED

__all__ = ["charge_of", "verdict_of", "verdicts_listed"]

_CHARGE = re.compile(
    r"\s(?:with|of|for)\s(?P<what>(?:[^.;:\n?!]|\.(?=\w)|\.{3,4}(?=\s?[a-z])){3,320}?)"
    r"(?=\s*(?:[;:\n?!]|\.{1,4}(?!\w|\.|\s?[a-z])|,?\s(?:and|but)\s(?:was|were|sentenced|arrested|had|found|"
    r"convicted|on)\b|$))"
)
_DEFAULT = re.compile(r"(?:not\s)?(?:guilty|in\sdefault|liable|to\sblame|innocent|insane)(?!\w)", re.IGNORECASE)
_FOUND = re.compile(
    r"(?:not\s)?guilty(?:\sof\s(?:[^.;:,\n?!]{3,160}?)(?=[.;:\n?!,]|\sand\s(?:was|were|sentenced)\b|$))?", re.IGNORECASE
)
_CONVICTED = re.compile(
    r"\s(?:only\s)?(?:of|for|on)\s[^.;:\n?!]{3,140}?(?=[.;:\n?!]|,?\sand\s(?:was|were|sentenced)\b|$)"
)

_THAT = re.compile(r"That\s")
_NEAR = 90  # characters from an active verb to what somebody is found to be


def charge_of(account: Account, sentence: Sentence, at: int) -> Iterator[Fact]:
    """What somebody was charged with."""
    verb = sentence.words[at]
    if is_unreal(sentence, at) or not is_passive(sentence, at):
        return
    found = _CHARGE.match(sentence.text, verb.end, sentence.end)
    if found is None or (verb.low == "tried" and sentence.text[found.start() : found.start() + 5] != " for "):
        return
    for who in subjects_told(account, sentence, at):
        yield Fact(CellKind.CHARGE, *found.span("what"), who, "charged in so many words", 0.85, 0.75, verb.start)


def verdict_of(account: Account, sentence: Sentence, at: int) -> Iterator[Fact]:
    """What somebody was found to be, and the penalty that the same words tell of him."""
    verb, lex = sentence.words[at], lexicon()
    if is_unreal(sentence, at):
        return
    passive = is_passive(sentence, at)
    if is_by_laymen(sentence, at) if passive else not is_by_a_court(account, sentence, at):
        return
    if verb.low in lex.finding and not passive:
        yield from _found_so(account, sentence, verb)
        return
    if verb.low in lex.finding:
        found = _FOUND.match(sentence.text, verb.end + 1, sentence.end)
        if found is None:
            return
        end = found.end()
    elif passive:
        found = _CONVICTED.match(sentence.text, verb.end, sentence.end)
        end = found.end() if found else verb.end
    elif verb.low in lex.acquitting:
        end = verb.end
    else:
        return
    for who in subjects_told(account, sentence, at) if passive else objects_told(account, sentence, at):
        yield Fact(CellKind.VERDICT, verb.start, end, who, "found so in so many words", 0.85, 0.7, verb.start)


def verdicts_listed(account: Account, number: int) -> Iterator[Fact]:
    """What a court that "finds:" goes on to find in sentences that begin with "That"."""
    sentence = account.sentence(number)
    if not _THAT.match(sentence.text, sentence.start, sentence.end):
        return
    finding = lexicon().finding
    for back in range(number - 1, -1, -1):
        earlier = account.sentence(back)
        if any(word.low in finding and word.named is None for word in earlier.words):
            break
        if not _THAT.match(earlier.text, earlier.start, earlier.end):
            return
    else:
        return
    found = _DEFAULT.search(sentence.text, sentence.start, sentence.end)
    at = next((n for n, word in enumerate(sentence.words) if found and word.start >= found.start()), 0)
    if found is None or not at or sentence.words[at - 1].low not in BE or is_negated(sentence, at):
        return
    for who in subjects_told(account, sentence, at):
        yield Fact(CellKind.VERDICT, *found.span(), who, "one of the court's findings", 0.8, 0.62, found.start())


def _found_so(account: Account, sentence: Sentence, verb: Word) -> Iterator[Fact]:
    """Whom an active verb finds so: "finds Ash and Reed guilty and suspends his certificate"."""
    text = sentence.text
    found = _DEFAULT.search(text, verb.end, min(verb.end + _NEAR, sentence.end))
    named = account.record.named_in(verb.end, found.start()) if found is not None else ()
    if found is not None and not named:  # "finds him guilty"
        place = next(n for n, word in enumerate(sentence.words) if word.start == verb.start)
        for who in objects_told(account, sentence, place):
            if who.end <= found.start() and who.id is not None:
                yield Fact(CellKind.VERDICT, *found.span(), who, "found so in so many words", 0.8, 0.62, verb.start)
    if found is None or not named or re.search(r"\b(?:that|and)\b", text[named[-1].end : found.start()]):
        return
    row = [named[-1]]
    for one in reversed(named[:-1]):
        if not re.fullmatch(r"\s?(?:,|and|,\sand)\s", text[one.end : row[-1].start]):
            break
        row.append(one)
    for one in reversed(row):
        who = party_of(one)
        yield Fact(CellKind.VERDICT, *found.span(), who, "found so in so many words", 0.85, 0.62, verb.start)
    if (more := SUSPENDED.search(text, found.end(), sentence.end)) is not None and more["what"]:
        yield Fact(CellKind.SENTENCE, *more.span(), who, "of what was found", 0.8, 0.62, more.start())
