"""Meetings: who met whom, where. Both must be known; "they met" without names is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from testimonia.model import Ledger
from testimonia.words.accounts import Account
from testimonia.words.calendars import MONTHS
from testimonia.words.clauses import Party, Sentence, is_negated, is_passive, object_of, phrase_at, subject_of

from .lexicon import lexicon
from .rows import Found

__all__ = ["find_meetings"]

_STEMS = (
    "meet",
    " met ",
    "met,",
    "visit",
    "interview",
    "talk",
    "conversation",
    "conference",
    "confrontation",
    "audience",
    "rendezvous",
)
_WHERE = re.compile(
    r"\b(?:in|at)\s(?:the\s)?(?P<where>[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*){0,3}(?:\s(?:station|hotel|office|embassy|"
    r"works))?)"
)
_UNREAL = frozenset("would should could might may must if whether to can cannot will shall".split())
_HAVING = frozenset(("had", "has", "have", "having", "held"))
_SURE = 0.6
_NEAR = 40  # characters between those who met and where


def find_meetings(account: Account) -> Iterator[tuple[Found, tuple[int, int]]]:
    """The meetings that a claim or excerpt tells, each with the sentence it stands in."""
    stems = account.which(_STEMS)
    if not stems or not account.record.named:
        return
    lex = lexicon()
    verbs = lex.meeting | _HAVING
    for number, span in enumerate(account.spans):
        if not account.has(stems, span.start, span.end) or not account.record.named_in(span.start, span.end):
            continue
        sentence = account.sentence(number)
        if sentence.is_question:
            continue
        for at, word in enumerate(sentence.words):
            if word.low not in verbs or word.named is not None or is_negated(sentence, at):
                continue
            pair = (_met if word.low in lex.meeting else _had_talk)(account, sentence, at)
            if pair is not None:
                who, whom, end = pair
                yield _row(account, sentence, at, who, whom, end), (span.start, span.end)


def _is_unreal(sentence: Sentence, at: int) -> bool:
    return any(w.low in _UNREAL for w in sentence.words[max(0, at - 3) : at])


def _met(account: Account, sentence: Sentence, at: int) -> tuple[Party, Party, int] | None:
    word = sentence.words[at]
    if is_passive(sentence, at) or _is_unreal(sentence, at):
        return None
    before = sentence.words[at - 1].low if at else ""
    if word.low in ("meeting", "visit", "visits", "meet") and before in (
        "the",
        "a",
        "an",
        "this",
        "that",
        "his",
        "of",
        "at",
        "first",
        "one",
    ):
        return None
    subject = [p for p in subject_of(sentence, at, account.meant) if p.id is not None and p.confidence >= _SURE]
    following = at + 1
    if following < len(sentence.words) and sentence.words[following].low == "with":
        whom = phrase_at(sentence, following + 1, account.meant)
    else:
        whom = object_of(sentence, at, account.meant)
    if not subject:
        return None
    if whom is None or whom.id is None:
        after = sentence.words[at + 1] if at + 1 < len(sentence.words) else None
        bare = (
            after is None or after.is_mark or after.low in ("in", "at", "on", "again", "several", "twice", "secretly")
        )
        return (subject[0], subject[1], word.end) if len(subject) == 2 and bare else None
    if whom.id in {p.id for p in subject} or whom.confidence < _SURE:
        return None
    return subject[0], whom, whom.end


def _had_talk(account: Account, sentence: Sentence, at: int) -> tuple[Party, Party, int] | None:
    """ "Ash had a long talk with Reed"."""
    words, lex = sentence.words, lexicon()
    noun = next((n for n in range(at + 1, min(at + 6, len(words))) if words[n].low in lex.meeting_nouns), None)
    if (
        noun is None
        or words[at + 1].low not in ("a", "an", "another", "his", "her", "several", "long", "two", "one")
        or _is_unreal(sentence, at)
    ):
        return None
    if noun + 1 >= len(words) or words[noun + 1].low != "with":
        return None
    whom = phrase_at(sentence, noun + 2, account.meant)
    subject = [p for p in subject_of(sentence, at, account.meant) if p.id is not None and p.confidence >= _SURE]
    if whom is None or whom.id is None or len(subject) != 1 or whom.id == subject[0].id or whom.confidence < _SURE:
        return None
    return subject[0], whom, whom.end


def _row(account: Account, sentence: Sentence, at: int, who: Party, whom: Party, end: int) -> Found:
    parts = [("who", who), ("with", whom)]
    stop = re.compile(r"[;:.!?]\s|\swhere\b|\swhen\b|\sand\b").search(sentence.text, end, sentence.end)
    where = _WHERE.search(sentence.text, end, stop.start() if stop else sentence.end)
    if (
        where is not None
        and where["where"].split()[0].lower() not in MONTHS
        and where.start() - end < _NEAR
        and not account.record.named_in(where.start("where"), where.end("where"))
    ):
        parts.append(("where", Party(*where.span("where"), where["where"])))
    start = min(who.start, whom.start, sentence.words[at].start)
    last = max(p.end for _, p in parts)
    start = start if start >= sentence.start else sentence.words[at].start
    return Found(Ledger.MEETINGS, start, max(last, end), account.word_of(sentence, at), tuple(parts), None, 0.85)
