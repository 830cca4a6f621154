"""Payments: who paid whom how much for what, in so many words.

A payment is a verb of giving, taking or bribing with a sum or a word for money in its clause. Who stands where is read
from word order, prepositions and passives. What is asked, denied, promised or ordered is no payment; a promise with a
sum is kept with little confidence and says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from testimonia.model import Amount, Ledger, Reason, Span
from testimonia.words.accounts import Account
from testimonia.words.amounts import AmountExpression, find_amounts, money_signs, read_number
from testimonia.words.clauses import (
    Meaning,
    Party,
    Sentence,
    is_negated,
    is_passive,
    object_of,
    party_after,
    phrase_at,
    subject_of,
)
from testimonia.words.grammar import BE
from testimonia.words.speech import english_speech

from .answers import confirm, find_answer, find_source, paying_words, said_yes
from .lexicon import Lexicon, lexicon
from .rows import Found

__all__ = ["find_payments", "may_pay"]

_TO, _FROM, _BY, _THROUGH = (frozenset((word,)) for word in ("to", "from", "by", "through"))
_AMONG = frozenset(("among", "amongst"))
_WHERE = re.compile(
    r"\b(?:in|at)\s(?:(?:his|her|my|their|the)\s(?:\w+['’]?s?\s){0,2}(?:office|flat|house|room|cell|station|hotel)\b)"
)
_FOR = re.compile(r"\bfor\s(?!(?:him|her|them|me|us|it|which|whom|example|instance)\b)(?P<what>[^.;:?!\n]{3,110})")
_BEHALF = re.compile(r"\bon\s(?:(?P<of>behalf\sof\s)|(?=[^.;]{0,40}?['’]s\sbehalf\b))", re.IGNORECASE)
_CLAUSE_END = re.compile(
    r"[.;:!?\n]|\s(?:who|which|because|while|when|so that|and (?:that|was|were|had|promised|then))\b"
)


_ANSWER = 120  # characters of an answer that may tell a sum alone


@cache
def _money_stems() -> tuple[str, ...]:
    return (*money_signs(), *sorted(lexicon().money), "pay", "paid", "brib")


def may_pay(account: Account) -> bool:
    """Whether a record has any sign of money, to leave the rest unread."""
    return account.has(_SIGNS) and account.has(_money_stems())


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
)


def find_payments(account: Account) -> Iterator[tuple[Found, tuple[int, int]]]:
    """The payments that a claim or excerpt tells, each with the sentence it stands in."""
    told: list[tuple[Found, Sentence]] = []
    signs, stems, marks = account.which(_SIGNS), account.which(_money_stems()), money_signs()
    sums = tuple(stem for stem in stems if stem in marks)
    for number, span in enumerate(account.spans):
        gives = account.has(signs, span.start, span.end)
        of_sum = account.has(sums, span.start, span.end)
        if not (told and (gives or len(span) < _ANSWER)) and not (
            (gives or of_sum) and account.has(stems, span.start, span.end)
        ):
            continue
        here: list[AmountExpression] = []
        if of_sum:
            here = [a for a in find_amounts(account.record.text, span.start, span.end) if a.kind == "money"]
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
    if bribes and _is_noun(sentence, at):
        return
    if is_negated(sentence, at) or _is_noun(sentence, at):
        return
    stop = _clause_end(sentence, at, words)
    sums = [a for a in amounts if verb.end <= a.span.start < stop and a.span.start not in used]
    noun = _money_noun(sentence, at, stop, words)
    passive = is_passive(sentence, at) and verb.low in words.participles
    behind_noun = _reduced(sentence, at, words) if verb.low in words.participles and not passive else None
    subject = () if behind_noun else _subjects(account, sentence, at, words)
    money_subject = passive and _is_money(account, subject, words)
    before = [a for a in amounts if any(p.start <= a.span.start < p.end for p in subject)] if money_subject else []
    sums = sums or [a for a in before if a.span.start not in used]
    passed = _passed_on(sentence, at, told)
    if passed is None and not sums:
        bare = _bare_sum(account, sentence, at, told)
        sums = [bare] if bare is not None else []
    ahead = bool(subject) and _money_before(sentence, subject[0], words)
    if not (
        sums
        or noun
        or bribes
        or money_subject
        or behind_noun
        or passed
        or ahead
        or _suffices(account, sentence, at, passive, subject)
    ):
        return
    if verb.low in ("make", "makes", "made", "making") and not (
        noun and re.search(r"payments?$", sentence.text[:noun], re.I)
    ):
        return
    promise = _promised(sentence, at, words)
    if promise and not sums:
        return
    parts = _roles(account, sentence, at, passive, subject, behind_noun, money_subject)
    if parts is None or not _enough(parts, bool(sums)):
        return
    if passed is not None and not any(role == "payer" for role, _ in parts):
        return  # "handing it to me": the payment told before
    confidence, reasons = 0.9, []
    if promise:
        confidence = 0.5
        reasons.append(Reason("promised or ordered, not said to be paid"))
    if _only_alleged(sentence, at):
        confidence = 0.4
        reasons.append(Reason("told as what others state"))
    telling = account.word_of(sentence, at)
    for amount in _or_none(sums):
        row = list(parts)
        if amount is not None:
            used.add(amount.span.start)
            if len(sums) > 1 or amount.shared is not None:
                row = _own_payee(account, sentence, amount, row)
        end = max([amount.span.end if amount else verb.end, *(p.end for _, p in row), noun or 0])
        start = min([verb.start, *(p.start for _, p in row), amount.span.start if amount else verb.start])
        placed = passed
        if amount is not None:
            place = account.record.place(amount.span.start, amount.span.end)
            placed = amount.placed(place, place.cut(account.teller.book.text))
        yield Found(Ledger.PAYMENTS, start, end, telling, tuple(row), placed, confidence, tuple(reasons))


_ALLEGED = re.compile(
    r"\b(?:it (?:is|was|has been)|was|is) (?:stated|alleged|said|rumou?red|claimed|reported) that\b", re.IGNORECASE
)


def _only_alleged(sentence: Sentence, at: int) -> bool:
    return _ALLEGED.search(sentence.text, sentence.start, sentence.words[at].start) is not None


def _or_none(sums: list[AmountExpression]) -> list[AmountExpression] | list[None]:
    return sums or [None]


def _enough(parts: list[tuple[str, Party]], has_sum: bool) -> bool:
    """Whether somebody known pays or is paid, or else both sides are told."""
    sides = {role: p for role, p in parts if role in ("payer", "payee")}
    return any(p.id is not None for p in sides.values()) or (
        has_sum and any(p.name[:1].isupper() or " " in p.name for p in sides.values())
    )


def _passed_on(sentence: Sentence, at: int, told: list[tuple[Found, Sentence]]) -> Amount | None:
    """The sum of a payment told before in the sentence that is passed on: "and handed it over to the police"."""
    following = sentence.words[at + 1].low if at + 1 < len(sentence.words) else ""
    if following not in ("it", "them") or not told or told[-1][1] is not sentence:
        return None
    return told[-1][0].amount


def _bare_sum(
    account: Account, sentence: Sentence, at: int, told: list[tuple[Found, Sentence]]
) -> AmountExpression | None:
    """A number right behind the verb that means the money spoken of before: "he transferred 15,000 to the trust"."""
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


def _money_before(sentence: Sentence, subject: Party, words: Lexicon) -> bool:
    """Whether money stands before the subject as what it gave: "some money Ash had given him"."""
    place = next((n for n, w in enumerate(sentence.words) if w.start == subject.start), 0)
    return place > 0 and sentence.words[place - 1].low in words.money


def _suffices(account: Account, sentence: Sentence, at: int, passive: bool, subject: tuple[Party, ...]) -> bool:
    """Whether the verb alone says that money was paid, to somebody: "Ash paid him", "being paid by Ash"."""
    if sentence.words[at].low not in lexicon().sufficing:
        return False
    if passive:
        return any(p.id is not None for p in subject) and party_after(sentence, at, _BY, account.meant) is not None
    given = object_of(sentence, at, account.meant)
    return given is not None and (given.id is not None or _is_people(account, given))


def _is_noun(sentence: Sentence, at: int) -> bool:
    """Whether the word is no verb here: "a reward", "the advance", "paid agent"."""
    words = sentence.words
    before = words[at - 1].low if at else ""
    after = words[at + 1] if at + 1 < len(words) else None
    known = lexicon()
    if words[at].low in known.money and any(w.low in known.giving | known.taking for w in words[max(0, at - 3) : at]):
        return True
    if before in ("a", "an", "the", "his", "her", "their", "of", "such", "repeated", "further", "these", "as", "well"):
        return True
    near = [w.low for w in words[at + 1 : at + 6]]
    if words[at].low in known.sufficing and any(low in _OTHER_PAY for low in near):
        return True
    return after is not None and after.low in ("agent", "agents", "place", "part")


# what is paid that is no money
_OTHER_PAY = frozenset(
    "attention visit visits tribute heed respects compliment compliments homage court call price".split()
)


def _clause_end(sentence: Sentence, at: int, words: Lexicon) -> int:
    """Where the clause of the verb ends: at a stop, a new clause, or the next verb of paying."""
    text, verb = sentence.text, sentence.words[at]
    found = _CLAUSE_END.search(text, verb.end, sentence.end)
    stop = found.start() if found else sentence.end
    for word in sentence.words[at + 1 :]:
        if word.start >= stop:
            break
        if word.named is None and word.low in words.giving | words.taking and word.low not in words.money:
            return word.start
    return stop


def _money_noun(sentence: Sentence, at: int, stop: int, words: Lexicon) -> int | None:
    """The end of a word for money that is the verb's object, so that nothing but its own words stand between."""
    for n in range(at + 1, min(at + 12, len(sentence.words))):
        word = sentence.words[n]
        if word.start >= stop:
            return None
        if word.low in words.money:
            return None if sentence.words[n - 1].low == "for" else word.end
        if word.low in '"“”' or (word.low in english_speech().saying and n > at + 1):
            return None
        if word.low in ("for", "information", "instructions", "letter", "that", "to") and word.low != "to":
            return None
    return None


def _reduced(sentence: Sentence, at: int, words: Lexicon) -> tuple[int, int] | None:
    """The money that a participle follows: "money given by Ash to Reed"."""
    before = sentence.words[at - 1] if at else None
    return (before.start, before.end) if before is not None and before.low in words.money else None


def _subjects(account: Account, sentence: Sentence, at: int, words: Lexicon) -> tuple[Party, ...]:
    verb = sentence.words[at]
    if at > 1 and sentence.words[at - 1].low == "to" and verb.low not in words.gerunds:
        for n in range(at - 2, max(-1, at - 8), -1):
            if sentence.words[n].low in words.promising:
                return subject_of(sentence, n, account.meant)
    if verb.low in words.gerunds and (at == 0 or sentence.words[at - 1].low not in BE):
        told = account.reporter(sentence, at)  # "he admitted paying"
        return (told,) if told is not None else ()
    if verb.low in words.gerunds or (verb.low in words.participles and at and sentence.words[at - 1].low == "being"):
        several = account.reporters(sentence, at)  # "Ash and Reed admit being paid"
        found = several or subject_of(sentence, at, account.meant)
        told = account.reporter(sentence, at)
        return found if found and found[0].id else ((told,) if told is not None else found)
    return subject_of(sentence, at, account.meant)


def _is_money(account: Account, subject: tuple[Party, ...], words: Lexicon) -> bool:
    text = account.record.text
    return bool(subject) and any(
        w in words.money
        for p in subject
        if p.id is None
        for w in re.findall(r"[^\W\d_]+", text[p.start : p.end].casefold())
    )


def _promised(sentence: Sentence, at: int, words: Lexicon) -> bool:
    before = [word.low for word in sentence.words[max(0, at - 8) : at]]
    if before and before[-1] == "to" and sentence.words[at].low not in words.gerunds:
        return True
    return (
        bool(before)
        and before[-1] in ("would", "should", "could", "might", "shall", "will", "be")
        and "been" not in before
    )


def _roles(
    account: Account,
    sentence: Sentence,
    at: int,
    passive: bool,
    subject: tuple[Party, ...],
    behind_noun: tuple[int, int] | None,
    money_subject: bool,
) -> list[tuple[str, Party]] | None:
    words, verb, meant = lexicon(), sentence.words[at], account.meant
    parts: list[tuple[str, Party]] = []
    taking = verb.low in words.taking

    def put(role: str, *parties: Party | None) -> None:
        parts.extend((role, party) for party in parties if party is not None and not _is_sum(account, party))

    if behind_noun is not None or money_subject:
        put("payer", party_after(sentence, at, _BY, meant))
        put("payee", party_after(sentence, at, _TO, meant))
    elif taking:
        if passive:
            return None
        put("payee", *subject)
        source = _before_sum(account, party_after(sentence, at, _FROM, meant))
        put("payer", source)
    elif passive:
        put("payee", *subject)
        put("payer", party_after(sentence, at, _BY, meant))
    else:
        put("payer", *subject)
        given = _before_sum(account, object_of(sentence, at, meant))
        if given is not None and account.record.text[given.start : given.end].casefold() in ("it", "them"):
            given = None
        if given is not None and (given.id is not None or _is_people(account, given) or verb.low in words.bribing):
            put("payee", given)
        else:
            receiver = party_after(sentence, at, _TO | _AMONG, meant) or _to_whom(sentence, at, meant)
            put("payee", receiver if _can_receive(account, receiver) else None)
    if not any(role in ("payer", "payee") for role, _ in parts):
        return None
    parts = _told_apart(account, sentence, at, parts)
    put("through", party_after(sentence, at, _THROUGH, meant))
    _put_behalf(account, sentence, at, parts)
    stop = _clause_end(sentence, at, words)
    where = _WHERE.search(sentence.text, max(sentence.start, verb.start - 30), stop)
    if where:
        parts.append(("where", Party(*where.span(), where.group())))
    what = _FOR.search(sentence.text, verb.end, sentence.end if behind_noun is None else stop)
    if what is not None and what.start() < stop + 1:
        end = what.end() - len(re.search(r"(?:,?\s(?:and|but|of which|which)\b.*|[\s,]*)$", what["what"]).group())  # type: ignore[union-attr]
        if end > what.start("what"):
            parts.append(("for", Party(what.start("what"), end, sentence.text[what.start("what") : end])))
    return parts


def _to_whom(sentence: Sentence, at: int, meant: Meaning) -> Party | None:
    """The phrase before "to whom they paid"."""
    words = sentence.words
    for n in range(at - 1, max(0, at - 6), -1):
        if words[n].low == "whom" and words[n - 1].low == "to" and n > 2:
            found = subject_of(sentence, n - 1, meant)
            return found[0] if found else None
    return None


def _put_behalf(account: Account, sentence: Sentence, at: int, parts: list[tuple[str, Party]]) -> None:
    """ "On Ash's behalf": from whom the money comes, through the payer's hands."""
    found = _BEHALF.search(sentence.text, sentence.words[at].end, sentence.end)
    if found is None:
        return
    for named in account.record.named_in(found.end(), min(found.end() + 40, sentence.end)):
        parts.append(("from", Party(named.start, named.end, named.name, named.person, named.confidence)))
        return


def _before_sum(account: Account, party: Party | None) -> Party | None:
    """A phrase up to the sum that follows it: "a seaman" of "gave a seaman fifty pounds"."""
    if party is None or party.id is not None:
        return party
    sums = find_amounts(account.record.text, party.start, party.end)
    if not sums:
        return party
    end = party.start + len(account.record.text[party.start : sums[0].span.start].rstrip())
    return Party(party.start, end, account.record.text[party.start : end], None, 0.7) if end > party.start else None


def _can_receive(account: Account, party: Party | None) -> bool:
    """Whether a phrase behind "to" is a receiver and no infinitive or purpose: "the fund", but not "say so"."""
    if party is None or party.id is not None:
        return party is not None
    words = account.record.text[party.start : party.end].split()
    head = words[: words.index("of")] if "of" in words else words
    named = head[-1][0].isupper() if len(head) > 1 else head[0][0].isupper() and not head[0].isupper()
    return _is_people(account, party) or named


def _told_apart(
    account: Account, sentence: Sentence, at: int, parts: list[tuple[str, Party]]
) -> list[tuple[str, Party]]:
    """Nobody pays himself: of two who are named, a pronoun for the payee means the other; "them" those who say so."""
    payers = {p.id for role, p in parts if role == "payer"}
    kept: list[tuple[str, Party]] = []
    for role, party in parts:
        low = account.record.text[party.start : party.end].casefold()
        if role == "payee" and party.id is None and low == "them":
            several = account.reporters(sentence, at)
            kept += [(role, Party(party.start, party.end, p.name, p.id, 0.75)) for p in several] or [(role, party)]
        elif role == "payee" and party.id is not None and party.id in payers:
            others = {w.named.person: w.named for w in sentence.words[:at] if w.named and w.named.person not in payers}
            if len(others) == 1:
                (other,) = others.values()
                kept.append((role, Party(party.start, party.end, other.name, other.person, 0.75)))
        else:
            kept.append((role, party))
    return kept


def _is_sum(account: Account, party: Party) -> bool:
    if party.id is not None:
        return False
    text = account.record.text[party.start : party.end]
    return bool(find_amounts(text)) or bool(re.match(r"[\d£$€¥]", text))


def _is_people(account: Account, party: Party) -> bool:
    """Whether a phrase behind the verb names people and no thing."""
    words = lexicon()
    text = account.record.text[party.start : party.end].casefold()
    tokens = re.findall(r"[^\W\d_]+", text)
    if not tokens or any(token in words.money or token in words.message_nouns for token in tokens):
        return False
    speech = english_speech()
    if tokens[0] in ("him", "her", "them", "me", "us", "you"):
        return True
    return tokens[-1] in speech.humans | speech.groups | words.offices or tokens[0] in ("certain", "these", "those")


def _own_payee(
    account: Account, sentence: Sentence, amount: AmountExpression, parts: list[tuple[str, Party]]
) -> list[tuple[str, Party]]:
    """Of several sums of one verb, each has its own "to": "1000 to one and 800 to another"."""
    ahead = next((w for w in reversed(sentence.words) if w.end <= amount.span.start), None)
    if ahead is not None and ahead.named is not None and not any(p.end == ahead.end for _, p in parts):
        named = ahead.named  # "paid Ash ten pounds and Reed five pounds"
        own_name = Party(ahead.start, ahead.end, named.name, named.person, named.confidence)
        return [*((role, p) for role, p in parts if role != "payee"), ("payee", own_name)]
    after = next((n for n, w in enumerate(sentence.words) if w.start >= amount.span.end), None)
    if after is None or sentence.words[after].low != "to" or after + 1 >= len(sentence.words):
        return parts
    own = phrase_at(sentence, after + 1, account.meant)
    if own is None:
        return parts
    return [*((role, p) for role, p in parts if role != "payee"), ("payee", own)]
