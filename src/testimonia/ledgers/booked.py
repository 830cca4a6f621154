"""Payments that no verb of paying tells: "had forty crowns a week from Ash", "To Ash, for one pump: 300 crowns"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from testimonia.model import Ledger, Reason
from testimonia.words.accounts import Account
from testimonia.words.amounts import AmountExpression
from testimonia.words.calendars import MONTHS
from testimonia.words.clauses import Party, Sentence, is_negated, party_after, party_of
from testimonia.words.denials import is_gainsaid

from .paying import is_only_alleged
from .persons import doers_of, is_somebody, known
from .rows import Found, stretch
from .undone import is_possible, is_supposed

__all__ = ["booked_row", "find_booked"]

_HAD = frozenset(("had", "has", "have"))
_SOURCE, _OF = frozenset(("from",)), frozenset(("of",))
_TITLES = r"(?:(?:Mr|Mrs|Miss|Dr|Capt|Captain|Messrs|Thos|Wm|Jno|Geo|Sir|Rev|Widow)\.?\s)*"
_CAPITALS = r"(?:[A-Z]\.\s?|[A-Z][\w’'-]+\.?\s?|&\s|of\s|and\s(?=[A-Z])){1,5}"
# "To Ash, for one pump: 300 crowns", "Recd. of Ash, 4 crowns"; behind a date, or where a line or an entry begins
_ENTRY = re.compile(
    r"(?:^|[\n;:“\"‘•|]\s*|[.,)\]]\s+|\d\s+|[–—-]\s+)(?:Item,?\s)?(?P<lead>[Tt]o|[Pp]aid(?:\sout)?(?:\sto)?|Pd\.?(?:\sto)?"
    rf"|[Gg]iven\sto|From|(?:Received|Recd\.?|Rec[’']d)\s(?:of|from))\s(?P<name>{_TITLES}{_CAPITALS})"
    r"(?P<rest>(?:,\s?[^;:\n]{1,90}?)?)[\s:,.–—-]*$"
)
# “A. Ash, 45 crowns” between quotation marks, and no word more
_IN_MARKS = re.compile(rf"[“\"‘](?P<name>{_TITLES}{_CAPITALS})(?P<rest>)[,:]\s$")
# "14 September, I. Ash, £2": a date, a name, a sum, and no word more
_LINE = re.compile(
    rf"(?:^|\n)\s*(?:\d{{1,2}}(?:st|nd|rd|th)?\s(?:{'|'.join(sorted(MONTHS))})\.?|(?:{'|'.join(sorted(MONTHS))})\.?\s\d{{1,2}})"
    rf"(?:,?\s\d{{4}})?[,.:;–—\s|-]+(?P<name>(?i:{_TITLES})(?-i:{_CAPITALS}))(?P<rest>(?:,\s?[^;:\n]{{1,60}}?)?)[\s:,.|–—-]*$",
    re.IGNORECASE,
)
_ENTRY_LENGTH = 140  # characters before a sum in which its entry begins
_FOR = re.compile(r",\sfor\s(?P<what>[^.;:]{2,80}?)\s*$")
_ACTS = re.compile(r"\s(?:was|were|had|has|is|are|did|who|that|he|she|they|I|we)\s")
_DIRECT = re.compile(r"\s(?:(?:an?|each|every|per)\s\w+\s)?(?:from|of)\b")
_CLOSED = re.compile(r"\.?[”\"’]")
_CLOSES = re.compile(r"\s?(?:[.;)\]\n”\"’]|,?$|$)")


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
    if any(is_possible(word) for word in words[max(0, at - 3) : at]) or is_supposed(sentence, at):
        return None
    if _DIRECT.match(sentence.text, amount.span.end) is None:
        return None  # "had ten pounds stolen from Reed"
    payer = party_after(sentence, at, _SOURCE, account.meant)
    if payer is None:  # "had ten pounds of Ash"
        payer = known(party_after(sentence, behind or at, _OF, account.meant))
    payees = [party for party in doers_of(account, sentence, at) if known(party)]
    if payer is None or not payees or not (known(payer) or is_somebody(account, payer)):
        return None
    parts = (*(("payee", party) for party in payees), ("payer", payer))
    return booked_row(account, sentence, at, amount, parts)


def _entered(account: Account, sentence: Sentence, amount: AmountExpression) -> Found | None:
    """An entry in a book of account: "To Ash, for one pump: 300 crowns", "14 September, I. Ash, £2"."""
    text = account.record.text
    if not _CLOSES.match(text, amount.span.end):
        return None
    start = max(0, amount.span.start - _ENTRY_LENGTH)
    before = text[start : amount.span.start]
    line = _LINE.search(before) or (_IN_MARKS.search(before) if _CLOSED.match(text, amount.span.end) else None)
    entry = line or _last(before)
    if entry is None or _ACTS.search(entry["rest"]):
        return None
    first, last = (start + place for place in entry.span("name"))
    named = account.record.named_in(first, last)
    who = party_of(named[0]) if named else _printed(text, first, last)
    if named and named[0].start > first and re.fullmatch(_TITLES, text[first : named[0].start]) is None:
        return None
    lead = "" if line is not None else entry["lead"].casefold()
    parts: list[tuple[str, Party]] = [("payer" if lead.startswith(("from", "rec")) else "payee", who)]
    what = _FOR.search(entry["rest"])
    if what is not None:
        begin, end = (start + entry.start("rest") + place for place in what.span("what"))
        parts.append(("for", Party(begin, end, text[begin:end])))
    found = booked_row(account, sentence, 0, amount, tuple(parts), first)
    if line is None:
        return found
    return replace(found, confidence=0.6, reasons=(*found.reasons, Reason("a line of a date, a name and a sum")))


def _last(before: str) -> re.Match[str] | None:
    """The entry that begins last before a sum."""
    found = None
    begin = 0
    while (entry := _ENTRY.search(before, begin)) is not None:
        found = entry
        begin = entry.start("lead") + 1
    return found


def _printed(text: str, first: int, last: int) -> Party:
    name = text[first:last].rstrip(" ,.")
    name = name + "." if text[first:last].rstrip(" ,").endswith(".") else name
    return Party(first, first + len(name), name, None, 0.6)


def booked_row(
    account: Account,
    sentence: Sentence,
    at: int,
    amount: AmountExpression,
    parts: tuple[tuple[str, Party], ...],
    begin: int | None = None,
) -> Found:
    """The row of a sum with the sides that were read; the word at ``at`` says that it was paid, or what is first."""
    first = sentence.words[at].start if begin is None else begin
    start, end = stretch(sentence, parts, min(first, amount.span.start), amount.span.end)
    place = account.record.place(amount.span.start, amount.span.end)
    placed = amount.placed(place, place.cut(account.teller.book.text))
    alleged = is_only_alleged(sentence, at)
    reasons = (Reason("told as what others state"),) if alleged else ()
    sure = 0.4 if alleged else 0.8
    return Found(Ledger.PAYMENTS, start, end, account.word_of(sentence, at), parts, placed, sure, reasons)
