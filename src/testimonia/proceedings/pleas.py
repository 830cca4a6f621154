"""Pleas: from the verb of pleading, a plea entered, and the answer to a question whether one pleads guilty."""

from __future__ import annotations

import re
from collections.abc import Iterator

from testimonia.model import CellKind, Mode
from testimonia.words.accounts import Account
from testimonia.words.clauses import Party, Sentence, party_of

from .facts import Fact
from .of_whom import is_unreal, subjects_told

__all__ = ["answered_pleas", "plea_of", "pleas_in_other_words"]

_PLEA = re.compile(
    r"(?:not\s)?guilty(?:\s(?:to(?!\sbe\b)|of|on|only)\b(?:[^.;:\n?!()]|"
    r"\.(?=\w))*?(?:,?\sand\snot\sguilty\sto\b[^.;:\n?!()]*)?)?"
    r"(?=\s*(?:[.;:\n?!\"”()\]]|$|--|,\s(?:but|and|which|who|with|though|except|had|has|have|was|were|is|are)\b|"
    r",?\s(?:and|but)\s(?:he|she|they|was|were|asked|then|had)\b|"
    r"\sin\stones|,\swith\sthe\sexception|\scame\b|\sto\sbe\b))",
    re.IGNORECASE,
)
_ENTERED = re.compile(r"\bentered\s(?P<plea>(?:the|a|their|his|her)\spleas?\sof\s(?:not\s)?guilty)", re.IGNORECASE)
_REPLIED = re.compile(
    r"\basked\swhether\sthey\spleaded\sguilty,?\s(?:and\s)?(?P<who>(?:all|each|both|"
    r"none)(?:\sof\sthem)?)\s(?:replied|answered|said),?\s(?P<what>[\"“][^\"”]{2,60}[\"”])",
    re.IGNORECASE,
)
_HOW_PLEAD = re.compile(r"\bdo\syou\splead\sguilty\b|\bhow\sdo\syou\splead\b", re.IGNORECASE)
_ANSWER = re.compile(r":\s*(?P<what>[^\n]{2,120})")


def plea_of(account: Account, sentence: Sentence, at: int) -> Iterator[Fact]:
    """The plea that a verb tells: "pleaded not guilty to the first charge"."""
    verb = sentence.words[at]
    found = _PLEA.match(sentence.text, verb.end + 1, sentence.end)
    if found is None or is_unreal(sentence, at):
        return
    for who in subjects_told(account, sentence, at, any_phrase=True):
        yield Fact(CellKind.PLEA, verb.start, found.end(), who, "pleads in so many words", verb=verb.start)


def pleas_in_other_words(account: Account, sentence: Sentence) -> Iterator[Fact]:
    """Pleas that no verb of pleading tells: "entered a plea of guilty", and what all, or each, replied when asked."""
    text, start, end = sentence.text, sentence.start, sentence.end
    for found in _ENTERED.finditer(text, start, end):
        for who in subjects_told(account, sentence, sentence.word_from(found.start()) or 0):
            yield Fact(CellKind.PLEA, *found.span("plea"), who, "entered a plea", 0.9, verb=found.start())
    for found in _REPLIED.finditer(text, start, end):
        who = Party(*found.span("who"), found["who"])
        yield Fact(CellKind.PLEA, *found.span("what"), who, "answers whether he pleads guilty", 0.9, verb=found.start())


def answered_pleas(account: Account) -> Iterator[Fact]:
    """A plea that a question and its answer tell: "How do you plead?" "Not guilty." """
    turns = [v for v in account.voices if v.mode is Mode.TURN]
    text = account.record.text
    for question, answer in zip(account.voices, account.voices[1:], strict=False):
        asked, said = account.text_of(question), account.text_of(answer)
        if answer not in turns or asked is None or said is None or answer.speaker == question.speaker:
            continue
        if not _HOW_PLEAD.search(text, *asked):
            continue
        found = _ANSWER.search(text, *said)
        if found is None:
            continue
        label = next(iter(account.record.named_in(said[0], found.start() + 1)), None)
        who = Party(said[0], found.start(), answer.speaker_name, answer.speaker, answer.confidence)
        if label is not None:
            who = party_of(label)
        end = found.end() - (len(found["what"]) - len(found["what"].rstrip()))
        start = found.start("what")
        yield Fact(CellKind.PLEA, start, end, who, "answers whether he pleads guilty", 0.95, verb=start)
