"""Payments that no verb of paying tells: "had forty crowns a week from Ash", "To Ash, for one pump: 300 crowns"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from testimonia.model import Ledger, Reason
from testimonia.words.accounts import Account
from testimonia.words.amounts import AmountExpression
from testimonia.words.clauses import Party, Sentence, is_negated, party_after, party_of
from testimonia.words.denials import is_gainsaid

from .paying import is_only_alleged
from .persons import doers_of, is_somebody, known
from .rows import Found, stretch
from .undone import is_possible

__all__ = ["find_booked"]

_HAD = frozenset(("had", "has", "have"))
_SOURCE = frozenset(("from",))
_ENTRY = re.compile(r"[\s\d.\[\]()–-]*(?:Paid\s)?[Tt]o\s(?:(?:Mr|Mrs|Miss|Dr|Capt|Captain|Messrs)\.?\s)?$")
_FOR = re.compile(r",?\sfor\s(?P<what>[^.;:]{2,80}?)\s?[:,–-]+\s?$")
_DIRECT = re.compile(r"\s(?:(?:an?|each|every|per)\s\w+\s)?from\b")
_CLOSES = re.compile(r"\s?(?:[.;)\]\n]|,?$|$)")
_PLAIN = re.compile(r"\s?[:,–-]+\s?$")


def find_booked(account: Account, sentence: Sentence, amounts: Sequence[AmountExpression]) -> Iterator[Found]:
    """The payments of a sentence that has these sums."""
    for amount in amounts:
        found = _entered(account, sentence, amount) or _had(account, sentence, amount)
        if found is not None:
            yield found


def _had(account: Account, sentence: Sentence, amount: AmountExpression) -> Found | None:
    """ "Ash had forty crowns from Reed"."""
    words = sentence.words
    behind = sentence.word_from(amount.span.start)
    at = (len(words) if behind is None else behind) - 1
    if at < 1 or words[at].low not in _HAD or is_negated(sentence, at) or is_gainsaid(sentence, at):
        return None
    if any(is_possible(word) for word in words[max(0, at - 3) : at]):
        return None
    if _DIRECT.match(sentence.text, amount.span.end) is None:
        return None  # "had ten pounds stolen from Reed"
    payer = party_after(sentence, at, _SOURCE, account.meant)
    payees = [party for party in doers_of(account, sentence, at) if known(party)]
    if payer is None or not payees or not (known(payer) or is_somebody(account, payer)):
        return None
    parts = (*(("payee", party) for party in payees), ("payer", payer))
    return _row(account, sentence, at, amount, parts)


def _entered(account: Account, sentence: Sentence, amount: AmountExpression) -> Found | None:
    """An entry in a book of account: "To Ash, for one pump: 300 crowns"."""
    text = sentence.text
    named = account.record.named_in(sentence.start, amount.span.start)
    if not named or _ENTRY.fullmatch(text, sentence.start, named[0].start) is None:
        return None
    between = text[named[0].end : amount.span.start]
    what = _FOR.fullmatch(between)
    if (what is None and _PLAIN.fullmatch(between) is None) or not _CLOSES.match(text, amount.span.end):
        return None
    payee = known(party_of(named[0]))
    if payee is None:
        return None
    parts: list[tuple[str, Party]] = [("payee", payee)]
    if what is not None:
        start, end = (named[0].end + place for place in what.span("what"))
        parts.append(("for", Party(start, end, text[start:end])))
    return _row(account, sentence, 0, amount, tuple(parts))


def _row(
    account: Account, sentence: Sentence, at: int, amount: AmountExpression, parts: tuple[tuple[str, Party], ...]
) -> Found:
    start, end = stretch(sentence, parts, sentence.words[at].start, amount.span.end)
    place = account.record.place(amount.span.start, amount.span.end)
    placed = amount.placed(place, place.cut(account.teller.book.text))
    alleged = is_only_alleged(sentence, at)
    reasons = (Reason("told as what others state"),) if alleged else ()
    sure = 0.4 if alleged else 0.8
    return Found(Ledger.PAYMENTS, start, end, account.word_of(sentence, at), parts, placed, sure, reasons)
