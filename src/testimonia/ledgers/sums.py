"""The sum of a payment where it does not stand beside its word for money: told before, or a number alone."""

from __future__ import annotations

import re
from dataclasses import replace

from testimonia.model import Amount, Span
from testimonia.words.accounts import Account
from testimonia.words.amounts import AmountExpression, find_amounts, read_number
from testimonia.words.clauses import Sentence

from .rows import Found

__all__ = ["bare_sum", "money_in", "passed_on"]

# sums without a number before their unit: one coin ("a dollar"), or shillings and pence of an account ("4s. 6d.")
_COIN = re.compile(
    r"\b(?P<half>half[\s-])?an?\s(?:gold\s|silver\s|paper\s)?(?P<half2>half-)?(?P<unit>dollar|pound(?!\sof\b)|guinea|shilling|penny|"
    r"rouble|ruble|franc|peso|rupee|thaler|florin|ducat|gulden|peseta|louis|sovereign|half-crown|crown\spiece)s?\b|"
    r"\b(?P<half3>half[\s-]a[\s-])(?P<crown>crown)\b",
    re.IGNORECASE,
)
_PENCE = 8  # characters of "6d." behind the shillings
_SHILLINGS = re.compile(
    r"(?<![\d£])\s(?P<s>\d{1,2})s\.?(?:\s?(?P<d>\d{1,2})d)?(?=[.,;)\s]|$)"
    r"|(?<=\s)(?<!s\.\s)(?P<d2>\d{1,2})d(?=[.,;)\s]|$)"
)


def money_in(text: str, start: int, end: int) -> list[AmountExpression]:
    """The sums of money in ``text[start:end]``, in order; those without a number too."""
    found = [a for a in find_amounts(text, start, end) if a.kind == "money"]
    more: list[AmountExpression] = []
    for m in _COIN.finditer(text, start, end):
        half = any(m[name] for name in ("half", "half2", "half3"))
        unit = m["unit"] or m["crown"]
        more.append(_sum(m.start(), m.end(), text, unit, 0.5 if half else 1.0))
    for m in _SHILLINGS.finditer(text, start, min(len(text), end + _PENCE)):  # "4s." may seem to end a sentence
        if m.start() >= end:
            break
        pence = float(m["d"] or m["d2"] or 0)
        at = m.start() + (text[m.start()] == " ")
        more.append(
            _sum(at, m.end(), text, "s." if m["s"] else "d.", float(m["s"] or 0) + pence / 12 if m["s"] else pence)
        )
    more = [a for a in more if not any(a.span.overlaps(b.span) for b in found)]
    return sorted((*found, *more), key=lambda a: a.span) if more else found


def _sum(start: int, end: int, text: str, unit: str, value: float) -> AmountExpression:
    return AmountExpression(Span(start, end), text[start:end], "money", unit, unit.casefold(), value)


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
