"""Payments that questions and answers tell together: how much, from whom, and what a yes confirms."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from testimonia.model import Ledger, Mode, Reason, Voice
from testimonia.words.accounts import Account, Telling
from testimonia.words.amounts import AmountExpression
from testimonia.words.clauses import Party, Sentence, phrase_at

from .lexicon import lexicon
from .rows import Found

__all__ = ["confirm", "find_answer", "find_source", "paying_words", "said_yes"]

_HOW_MUCH = re.compile(r"\bhow much\b|\bwhat (?:sum|amount)\b", re.IGNORECASE)
_WHENCE = re.compile(r"\b(?:where|from whom|who(?:m)? .*from)\b.*\?|\bfrom whom\b", re.IGNORECASE)
_YES = re.compile(
    r"(?:[A-Z][\w. ()]*:\s*)?(?:[\w\s-]{0,24}?\W)?(?:yes|i did|i do|i was|i have|i confirm|correct|certainly|"
    r"that is so)\b",
    re.IGNORECASE,
)


def said_yes(account: Account, sentence: Sentence) -> Voice | None:
    """Who answers the question with yes, so that what it puts to him is his word."""
    answer = account.answer_to(sentence.start)
    if answer is None or sentence.text[sentence.end : sentence.end + 1] not in ("\n", ""):
        return None
    return answer if _YES.match(answer.span.cut(account.teller.book.text)) else None


def confirm(account: Account, found: Found, owner: Voice) -> Found:
    """The row on the word of who said yes to it."""
    text = owner.span.cut(account.teller.book.text)
    why = Reason("put to him in a question that he answers with yes", text, owner.span)
    telling = Telling(owner.speaker, owner.speaker_name, 0.8)
    return replace(found, telling=telling, reasons=(*found.reasons, why), confidence=min(found.confidence, 0.75))


@cache
def paying_words() -> frozenset[str]:
    """All forms of the verbs of giving, bribing and taking."""
    words = lexicon()
    return words.giving | words.bribing | words.taking


def find_answer(
    account: Account, sentence: Sentence, amounts: list[AmountExpression], told: list[tuple[Found, Sentence]]
) -> Found | None:
    """A payment that a question and its answer tell together: "How much?" "About twenty pounds." """
    if not sentence.words or not amounts:
        return None
    voice = account.voice_at(sentence.words[0].start)
    if voice is None or voice.mode is not Mode.TURN or len(sentence.words) > 14:
        return None
    if any(word.low in paying_words() for word in sentence.words):
        return None
    question = _turn_before(account, voice)
    if question is None or not _HOW_MUCH.search(question.span.cut(account.teller.book.text)):
        return None
    earlier = next((f for f, _ in reversed(told) if f.amount is None and f.telling.speaker == voice.speaker), None)
    if earlier is None:
        return None
    amount = amounts[0]
    place = account.record.place(amount.span.start, amount.span.end)
    why = Reason("answers how much was paid", question.span.cut(account.teller.book.text)[:80], question.span)
    telling = account.word_of(sentence, len(sentence.words) - 1)
    roles = tuple((role, p) for role, p in earlier.parts if role in ("payer", "payee", "from", "through", "for"))
    placed = amount.placed(place, place.cut(account.teller.book.text))
    return Found(Ledger.PAYMENTS, amount.span.start, amount.span.end, telling, roles, placed, 0.8, (why,))


def find_source(account: Account, sentence: Sentence, told: list[tuple[Found, Sentence]]) -> Found | None:
    """Where the money that was spoken of came from: "From whom?" "Through the engineer Ash." """
    words = sentence.words
    lead = next((n for n, w in enumerate(words[:8]) if w.low in ("from", "through")), None)
    if lead is None or not told or len(words) > 20 or any(w.low in paying_words() for w in words):
        return None
    voice = account.voice_at(words[0].start)
    question = _turn_before(account, voice) if voice is not None and voice.mode is Mode.TURN else None
    if voice is None or question is None or not _WHENCE.search(question.span.cut(account.teller.book.text)):
        return None
    if told[-1][0].telling.speaker != voice.speaker:
        return None
    source = phrase_at(sentence, lead + 1, account.meant)
    if source is None:
        return None
    role = "payer" if words[lead].low == "from" else "through"
    why = Reason("answers where the money came from", question.span.cut(account.teller.book.text)[:80], question.span)
    payee = next((p for r, p in told[-1][0].parts if p.id == voice.speaker), None)
    payee = payee or Party(words[0].start, words[0].end, voice.speaker_name, voice.speaker, voice.confidence)
    telling = account.word_of(sentence, lead)
    return Found(
        Ledger.PAYMENTS, words[lead].start, source.end, telling, (("payee", payee), (role, source)), None, 0.75, (why,)
    )


def _turn_before(account: Account, voice: Voice) -> Voice | None:
    turns = account.voices
    place = next((n for n, v in enumerate(turns) if v.id == voice.id), 0)
    return turns[place - 1] if place else None
