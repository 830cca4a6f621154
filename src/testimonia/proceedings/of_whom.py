"""Of whom a verb tells an outcome, as far as they are somebody or a group, and whether it is told as done."""

from __future__ import annotations

import re

from testimonia.words.accounts import Account
from testimonia.words.clause_subjects import leading_names, subject_of
from testimonia.words.clauses import Party, Sentence, is_negated, object_of
from testimonia.words.dates import find_dates
from testimonia.words.denials import is_gainsaid

from .lexicon import lexicon

__all__ = ["is_unreal", "known_parties", "objects_told", "subjects_told"]

_PRONOUNS = frozenset("they them who these those we us he she him her it".split())
_UNREAL = frozenset("be would should could might may must if whether to ought shall will can".split())
_SURE = 0.55  # how sure it must be whom a word means
_LONGEST = 9  # words of a group


def known_parties(account: Account, parties: tuple[Party, ...], *, any_phrase: bool = False) -> list[Party]:
    """Those who are somebody, or a group spoken of as one; ``any_phrase`` takes every noun phrase."""
    lex = lexicon()
    kept = []
    for party in parties:
        if party.id is not None:
            if party.confidence >= _SURE:
                kept.append(party)
            continue
        words = re.findall(r"[\w'-]+", account.record.text[party.start : party.end].casefold())
        if not words or (len(words) == 1 and words[0] in _PRONOUNS and words[0] != "they"):
            continue
        if len(words) > _LONGEST:
            continue
        if words[0] in ("these", "those", "it", "there", "this", "that"):
            continue
        if _is_day(account.record.text[party.start : party.end]):
            continue  # "and on 21 May was sentenced"
        if any_phrase or any(w in lex.groups or w.isdecimal() for w in words):
            kept.append(party)
    return kept


def _is_day(words: str) -> bool:
    """Whether words are a date and nothing else."""
    found = find_dates(words) if any(c.isdecimal() for c in words) else []
    return len(found) == 1 and found[0].words == words.strip()


def subjects_told(account: Account, sentence: Sentence, at: int, *, any_phrase: bool = False) -> list[Party]:
    """Who stands as subject of a verb, or is named before an "as" that leads to it: "Ash, as mate, was tried"."""
    found = subject_of(sentence, at, account.meant)
    short = bool(found) and len(found[0].name.split()) < _LONGEST
    known = known_parties(account, found, any_phrase=any_phrase and short)
    if not any(p.id is not None for p in known):
        leading = leading_names(sentence)
        if leading and " as " in sentence.text[leading[-1].end : sentence.words[at].start]:
            comma = sentence.text.find(",", sentence.start, leading[0].start)
            group = (Party(sentence.start, comma, sentence.text[sentence.start : comma]),) if comma > 0 else ()
            return [
                *(known_parties(account, group) if "including" in sentence.text[comma : leading[0].start] else ()),
                *leading,
            ]
    return known


def objects_told(account: Account, sentence: Sentence, at: int) -> list[Party]:
    """Who stands behind a verb as its object."""
    found = object_of(sentence, at, account.meant)
    return known_parties(account, (found,)) if found is not None else []


def is_unreal(sentence: Sentence, at: int) -> bool:
    """Whether it is put as asked for, possible or not so: "would be", "demanding that", "it is false that"."""
    if any(w.low in _UNREAL for w in sentence.words[max(0, at - 5) : at]):
        return True
    return is_negated(sentence, at) or is_gainsaid(sentence, at)
