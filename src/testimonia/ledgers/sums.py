"""The sum of a payment where it does not stand beside its word for money: told before, or a number alone."""

from __future__ import annotations

from dataclasses import replace

from testimonia.model import Amount, Span
from testimonia.words.accounts import Account
from testimonia.words.amounts import AmountExpression, find_amounts, read_number
from testimonia.words.clauses import Sentence

from .rows import Found

__all__ = ["bare_sum", "passed_on"]


def passed_on(sentence: Sentence, at: int, told: list[tuple[Found, Sentence]]) -> Amount | None:
    """The sum of a payment told before in the sentence that is passed on: "and handed it over to the police"."""
    following = sentence.words[at + 1].low if at + 1 < len(sentence.words) else ""
    if following not in ("it", "them") or not told or told[-1][1] is not sentence:
        return None
    return told[-1][0].amount


def bare_sum(
    account: Account, sentence: Sentence, at: int, told: list[tuple[Found, Sentence]]
) -> AmountExpression | None:
    """A number right behind the verb that means the money spoken of before: "he sent 400 to the hospital"."""
    if at + 2 >= len(sentence.words) or sentence.words[at + 2].low != "to":
        return None
    word = sentence.words[at + 1]
    value = read_number(word.word) if word.word[0].isdecimal() else None
    if value is None or value < 100:
        return None
    before = [
        a for a in find_amounts(account.record.text, max(0, sentence.start - 300), sentence.start) if a.kind == "money"
    ]
    if not before:
        return None
    return replace(
        before[-1],
        span=Span(word.start, word.end),
        words=word.word,
        value=value,
        min=None,
        max=None,
        shared=before[-1].span,
    )
