"""Payments: who paid whom how much for what, in so many words.

A payment is a verb of giving, taking or bribing with a sum or a word for money in its clause. Who stands where is read
from word order, prepositions and passives. What is asked, denied, promised or ordered is no payment; a promise with a
sum is kept with little confidence and says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from testimonia.model import Ledger, Reason
from testimonia.words.accounts import Account
from testimonia.words.amounts import AmountExpression, money_signs
from testimonia.words.clauses import Party, Sentence, is_negated, is_passive
from testimonia.words.denials import is_gainsaid

from .answers import confirm, find_answer, find_source, paying_words, said_yes
from .booked import find_booked
from .gifts import find_gifts
from .lexicon import lexicon
from .paying import (
    is_money,
    is_no_verb,
    is_only_alleged,
    is_promised,
    money_before,
    money_followed,
    money_noun,
    pays_alone,
)
from .persons import by_name, doers_of, fronted, presented, verb_before
from .rows import Found
from .sides import clause_end, is_people, own_payee, roles_of, subjects_of
from .sums import bare_sum, money_in, passed_on
from .undone import is_alternative, is_supposed, is_used_to

__all__ = ["find_payments", "may_pay"]

_LESS = re.compile(r"\s(?:less|more|fewer|short|off)\b")
_OUT_OF = re.compile(r"\sout of the\s")  # "took ten pounds out of the till"
_LAID = frozenset("accused suspected accuses suspects acquitted".split())
_WOULD = frozenset("would should could might".split())  # "would have paid": and did not
_ENDED = frozenset("stopped ceased avoided avoiding without refused of".split())
_ORDERED = frozenset(
    "told tell asked ask made used forced compelled obliged had has able went came help helped".split()
)
_HAVING = 8  # words from "having" to "been paid"
_ANSWER = 120  # characters of an answer that may tell a sum alone
# what an amount or a word for money cannot do without
_SIGNS = (
    "pa",
    "giv",
    "gave",
    "hand",
    "transf",
    "transm",
    "remit",
    "advanc",
    "len",
    "slip",
    "award",
    "donat",
    "contrib",
    "sen",
    "grant",
    "disburs",
    "refund",
    "present",
    "loan",
    "mak",
    "made",
    "brib",
    "reward",
    "remunerat",
    "recompens",
    "suborn",
    "receiv",
    "got",
    "get",
    "accept",
    "took",
    "take",
    "obtain",
    "collect",
    "pocket",
    "earn",
    "withdr",
    "drew",
    "draw",
)
_ALSO = ("had ", "to ", "£", "$")  # with a sum alone
_PENCE = tuple(f"{digit}{mark}" for mark in "sd" for digit in range(10))  # "4s. 6d."


def may_pay(account: Account) -> bool:
    """Whether a record has any sign of money, to leave the rest unread."""
    return account.has(_money_stems()) and (account.has(_SIGNS) or account.has(_ALSO))


@cache
def _money_stems() -> tuple[str, ...]:
    return (*money_signs(), *_PENCE, *sorted(lexicon().money), "pay", "paid", "brib")


def find_payments(account: Account) -> Iterator[tuple[Found, tuple[int, int]]]:
    """The payments that a claim or excerpt tells, each with the sentence it stands in."""
    told: list[tuple[Found, Sentence]] = []
    signs, stems, marks = account.which(_SIGNS), account.which(_money_stems()), frozenset((*money_signs(), *_PENCE))
    sums = tuple(stem for stem in stems if stem in marks)
    for number, span in enumerate(account.spans):
        gives = account.has(signs, span.start, span.end)
        of_sum = account.has(sums, span.start, span.end)
        if not (told and (gives or len(span) < _ANSWER)) and not (
            (gives or of_sum) and account.has(stems, span.start, span.end)
        ):
            continue
        here = money_in(account.record.text, span.start, span.end) if of_sum else []
        sentence = account.sentence(number)
        answers = find_answer(account, sentence, here, told)
        answers = answers or find_source(account, sentence, told)
        if answers is not None:
            told.append((answers, sentence))
            yield answers, (span.start, span.end)
            continue
        owner = None
        if sentence.is_question:
            owner = said_yes(account, sentence)
            if owner is None:
                continue
        used: set[int] = set()
        for at, word in enumerate(sentence.words):
            if word.named is None and word.low in paying_words():
                for found in _payment(account, sentence, at, here, used, told):
                    if owner is not None:
                        found = confirm(account, found, owner)
                    told.append((found, sentence))
                    yield found, (span.start, span.end)
        left = [] if owner is not None else [a for a in here if a.span.start not in used]
        for found in (*find_booked(account, sentence, left), *find_gifts(account, sentence, left)):
            told.append((found, sentence))
            yield found, (span.start, span.end)


def _payment(
    account: Account,
    sentence: Sentence,
    at: int,
    amounts: list[AmountExpression],
    used: set[int],
    told: list[tuple[Found, Sentence]],
) -> Iterator[Found]:
    words = lexicon()
    verb = sentence.words[at]
    bribes = verb.low in words.bribing
    if bribes and is_no_verb(sentence, at):
        return
    if _is_unpaid(sentence, at):
        return
    if is_negated(sentence, at) or is_gainsaid(sentence, at) or is_no_verb(sentence, at):
        return
    stop = clause_end(sentence, at, words)
    sums = [a for a in amounts if verb.end <= a.span.start < stop and a.span.start not in used]
    noun = money_noun(sentence, at, stop, words)
    passive = is_passive(sentence, at) and verb.low in words.participles
    behind_noun = money_followed(sentence, at, words) if verb.low in words.participles and not passive else None
    subject = () if behind_noun else subjects_of(account, sentence, at, words)
    having = _having_been(account, sentence, at) if passive and not any(party.id for party in subject) else ()
    subject = having or presented(account, sentence, at) or subject
    if any(_is_nobody(party) for party in subject) or is_alternative(sentence, subject):
        return
    money_subject = passive and is_money(account, subject, amounts, words)
    before = [a for a in amounts if any(p.start <= a.span.start < p.end for p in subject)] if money_subject else []
    sums = sums or [a for a in before if a.span.start not in used]
    if verb.low.startswith("dr") and (not sums or sums[0].span.start - verb.end > 2):
        return  # "drew a picture for ten pounds"
    if sums and (_LESS.match(sentence.text, sums[0].span.end) or _OUT_OF.match(sentence.text, sums[0].span.end)):
        return
    passed = passed_on(sentence, at, told)
    if passed is None and not sums:
        bare = bare_sum(account, sentence, at, told)
        sums = [bare] if bare is not None else []
    ahead = bool(subject) and money_before(sentence, subject[0], words)
    if not (
        sums
        or noun
        or bribes
        or money_subject
        or behind_noun
        or passed
        or ahead
        or pays_alone(account, sentence, at, passive, subject)
    ):
        return
    if verb.low in ("make", "makes", "made", "making") and not (
        noun and re.search(r"payments?$", sentence.text[:noun], re.I)
    ):
        return
    promise = is_promised(sentence, at, words)
    if promise and not sums:
        return
    parts = roles_of(account, sentence, at, passive, subject, behind_noun, money_subject)
    if parts is None or not (_enough(parts, bool(sums)) or (noun and _both_people(account, parts))):
        return
    parts = [(role, by_name(account, sentence, party)) for role, party in parts]
    if not passive and not any(role == "payee" for role, _ in parts):
        parts += [("payee", party) for party in fronted(account, sentence, at)]
    if passed is not None and not {"payer", "payee"} <= {role for role, _ in parts}:
        return  # "handing it to me", "sent it by night": the payment told before
    confidence, reasons = 0.9, []
    if promise:
        confidence = 0.5
        reasons.append(Reason("promised or ordered, not said to be paid"))
    if is_only_alleged(sentence, at):
        confidence = 0.4
        reasons.append(Reason("told as what others state"))
    # "Ash wrote it down, having been paid" is not what Ash wrote
    telling = account.told_at(verb.start) if having else account.word_of(sentence, at)
    for amount in _or_none(sums):
        row = list(parts)
        if amount is not None:
            used.add(amount.span.start)
            if len(sums) > 1 or amount.shared is not None:
                row = own_payee(account, sentence, amount, row)
        end = max([amount.span.end if amount else verb.end, *(p.end for _, p in row), noun or 0])
        start = min([verb.start, *(p.start for _, p in row), amount.span.start if amount else verb.start])
        placed = passed
        if amount is not None:
            place = account.record.place(amount.span.start, amount.span.end)
            placed = amount.placed(place, place.cut(account.teller.book.text))
        yield Found(Ledger.PAYMENTS, start, end, telling, tuple(row), placed, confidence, tuple(reasons))


def _having_been(account: Account, sentence: Sentence, at: int) -> tuple[Party, ...]:
    """Who was paid in "Ash wrote it down, having been paid": whoever does what the verb before says."""
    words = sentence.words
    having = next((n for n in range(at - 1, max(0, at - _HAVING), -1) if words[n].low == "having"), None)
    earlier = verb_before(sentence, having) if having is not None else None
    return doers_of(account, sentence, earlier) if earlier is not None else ()


def _is_unpaid(sentence: Sentence, at: int) -> bool:
    """Whether it is only feared, ended or laid to somebody: "accused of having paid", "stopped paying"."""
    words = sentence.words
    before = [word.low for word in words[max(0, at - 4) : at]]
    if is_supposed(sentence, at):
        return True
    if is_used_to(sentence, at):
        return False
    if any(low in _LAID for low in before) and "of" in before:
        return True
    if before[-2:-1] and before[-2] in _WOULD and before[-1] == "have":
        return True
    if before[-1:] == ["to"] and words[at].low not in lexicon().gerunds:
        near = [word.low for word in words[max(0, at - 8) : at]]
        return not any(low in lexicon().promising or low in _ORDERED for low in near)
    return bool(before) and words[at].low in lexicon().gerunds and before[-1] in _ENDED


def _is_nobody(party: Party) -> bool:
    """Whether the subject is none: "nobody had paid him", "no bank lent a penny"."""
    low = party.name.casefold()
    return low in ("nobody", "none", "neither", "nothing") or low.startswith(("no ", "none of ", "neither "))


def _or_none(sums: list[AmountExpression]) -> list[AmountExpression] | list[None]:
    return sums or [None]


def _both_people(account: Account, parts: list[tuple[str, Party]]) -> bool:
    """Whether both sides are told, and who is paid by what he is: "the carters to whom they paid money"."""
    sides = {role: party for role, party in parts if role in ("payer", "payee")}
    return len(sides) == 2 and " " in sides["payee"].name and is_people(account, sides["payee"])


def _enough(parts: list[tuple[str, Party]], has_sum: bool) -> bool:
    """Whether somebody known pays or is paid, or else both sides are told."""
    sides = {role: p for role, p in parts if role in ("payer", "payee")}
    return any(p.id is not None for p in sides.values()) or (
        has_sum and any(p.name[:1].isupper() or " " in p.name for p in sides.values())
    )
