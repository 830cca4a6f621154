"""Whether a verb of giving or taking tells a payment: the money in its clause, and what makes it no payment.

``Ash paid Reed a visit`` and ``the paid agent`` pay nothing; what is promised or told as what others state is
marked as that by whoever asks here.
"""

from __future__ import annotations

import re

from testimonia.words.accounts import Account
from testimonia.words.amounts import AmountExpression, find_amounts
from testimonia.words.clauses import Party, Sentence, object_of, party_after
from testimonia.words.grammar import PREPOSITIONS
from testimonia.words.speech import english_speech

from .lexicon import Lexicon, lexicon
from .sides import BY, is_people
from .undone import is_used_to

__all__ = [
    "is_cost",
    "is_money",
    "is_no_verb",
    "is_only_alleged",
    "is_promised",
    "money_before",
    "money_followed",
    "money_noun",
    "pays_alone",
]

_PAY = frozenset("pay pays paid paying repay repays repaid repaying".split())  # "paid it" is always money
_ALLEGED = re.compile(
    r"\b(?:it (?:is|was|has been)|was|is) (?:stated|alleged|said|rumou?red|claimed|reported) that\b", re.IGNORECASE
)
# what is paid that is no money
_OTHER_PAY = frozenset(
    "attention visit visits tribute heed respects compliment compliments homage court call price".split()
)
# words for money that may as well be of something else, "of" behind them: "a reward of merit", "the loan of a boat"
_OF_ANYTHING = frozenset("reward rewards wages loan loans".split())
_WHOSE = 4  # words behind "of" among which the money is named


def is_no_verb(sentence: Sentence, at: int) -> bool:
    """Whether the word is no verb here: "a reward", "the advance", "paid agent"."""
    words = sentence.words
    before = words[at - 1].low if at else ""
    after = words[at + 1] if at + 1 < len(words) else None
    known = lexicon()
    if words[at].low in known.money and any(w.low in known.giving | known.taking for w in words[max(0, at - 3) : at]):
        return True
    if before in (
        "a",
        "an",
        "the",
        "his",
        "her",
        "their",
        "my",
        "our",
        "your",
        "its",
        "of",
        "such",
        "repeated",
        "further",
        "these",
        "as",
        "well",
    ):
        return True
    near = [w.low for w in words[at + 1 : at + 6]]
    if words[at].low in known.sufficing and any(low in _OTHER_PAY for low in near):
        return True
    return after is not None and after.low in ("agent", "agents", "place", "part")


def money_noun(sentence: Sentence, at: int, stop: int, words: Lexicon) -> int | None:
    """The end of a word for money that is the verb's object, so that nothing but its own words stand between."""
    for n in range(at + 1, min(at + 12, len(sentence.words))):
        word = sentence.words[n]
        if word.start >= stop:
            return None
        if word.low in words.money:
            return None if sentence.words[n - 1].low == "for" or _is_no_money(sentence, n, words) else word.end
        if word.word in '"“”' or (word.low in english_speech().saying and n > at + 1):
            return None
        if word.low in ("for", "that", "about") or word.low in words.message_nouns:
            return None
    return None


def money_before(sentence: Sentence, subject: Party, words: Lexicon) -> bool:
    """Whether money stands before the subject as what it gave: "some money Ash had given him"."""
    place = next((n for n, w in enumerate(sentence.words) if w.start == subject.start), 0)
    return place > 0 and sentence.words[place - 1].low in words.money


def _is_no_money(sentence: Sentence, at: int, words: Lexicon) -> bool:
    """Whether a word for money stands for something else, which "of" tells: "a reward of merit"."""
    following = sentence.words[at + 1 : at + 2 + _WHOSE]
    if sentence.words[at].low not in _OF_ANYTHING or len(following) < 2 or following[0].low != "of":
        return False
    ends = (n for n, word in enumerate(following) if n and (word.is_mark or word.low in PREPOSITIONS))
    of_what = following[1 : next(ends, None)]
    if not of_what or any(word.low in words.money or word.named is not None for word in of_what):
        return False
    return not find_amounts(sentence.text, of_what[0].start, of_what[-1].end)


def money_followed(sentence: Sentence, at: int, words: Lexicon) -> tuple[int, int] | None:
    """The money that a participle follows: "money given by Ash to Reed"."""
    before = sentence.words[at - 1] if at else None
    return (before.start, before.end) if before is not None and before.low in words.money else None


def is_money(account: Account, subject: tuple[Party, ...], amounts: list[AmountExpression], words: Lexicon) -> bool:
    """Whether the subject is money: "the money was given", "fifty pounds were given"."""
    text = account.record.text
    return any(
        any(w in words.money for w in re.findall(r"[^\W\d_]+", text[p.start : p.end].casefold()))
        or any(p.start <= a.span.start < p.end for a in amounts)
        for p in subject
        if p.id is None
    )


def pays_alone(account: Account, sentence: Sentence, at: int, passive: bool, subject: tuple[Party, ...]) -> bool:
    """Whether the verb alone says that money was paid, to somebody: "Ash paid him", "being paid by Ash"."""
    if sentence.words[at].low not in lexicon().sufficing:
        return False
    if passive:
        behind = sentence.words[at + 1].low if at + 1 < len(sentence.words) else ""
        return any(p.id is not None for p in subject) and (
            behind == "for" or party_after(sentence, at, BY, account.meant) is not None
        )
    given = object_of(sentence, at, account.meant)
    behind = sentence.words[at + 1].low if at + 1 < len(sentence.words) else ""
    if behind == "it" and sentence.words[at].low in _PAY:
        return True
    return given is not None and (given.id is not None or is_people(account, given) or is_cost(account, given))


def is_cost(account: Account, party: Party) -> bool:
    """Whether a phrase is of what one pays for somebody: "my passage home", "the train", "his debts"."""
    words = account.record.text[party.start : party.end].casefold().split()
    return not lexicon().costs.isdisjoint(words)


def is_promised(sentence: Sentence, at: int, words: Lexicon) -> bool:
    """Whether the verb stands behind "to" or "would": a payment promised, ordered or meant."""
    if is_used_to(sentence, at):
        return False
    before = [word.low for word in sentence.words[max(0, at - 8) : at]]
    if before and before[-1] == "to" and sentence.words[at].low not in words.gerunds:
        return True
    return (
        bool(before)
        and before[-1] in ("would", "should", "could", "might", "shall", "will", "be")
        and "been" not in before
    )


def is_only_alleged(sentence: Sentence, at: int) -> bool:
    """Whether the words before say that others state it: "it is alleged that Ash paid"."""
    return _ALLEGED.search(sentence.text, sentence.start, sentence.words[at].start) is not None
