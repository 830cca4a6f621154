"""Who finds and condemns: a court, a jury or a board; a critic or posterity does only in a manner of speaking."""

from __future__ import annotations

import re

from testimonia.words.accounts import Account
from testimonia.words.clause_subjects import subject_of
from testimonia.words.clauses import Sentence

__all__ = ["is_by_a_court", "is_by_laymen"]

_COURTS = frozenset(
    """court courts jury jurors juries judge judges justice justices magistrate magistrates tribunal tribunals bench
    board faculty commission committee assize assizes panel council senate chamber chambers court-martial inquest
    coroner sheriff recorder collegium college presidium inquiry enquiry judgment judgement verdict courts-martial
    """.split()
)
_PRONOUNS = frozenset("it they we i he she which who that these having".split())
_LAYMEN = re.compile(
    r"\sby\s(?:(?:the|his|her|their|all|most|many|a|an)\s)?(?:[\w-]+\s)?(?:press|newspapers?|papers|public(?!\s\w)|opinion|"
    r"critics?|reviewers?|posterity|history|historians?|wife|husband|mother|father|family|friends?|enemies|neighbou?rs?|"
    r"readers?|audience|crowd|biographers?)\b",
    re.IGNORECASE,
)


def is_by_a_court(account: Account, sentence: Sentence, at: int) -> bool:
    """Whether the active verb at a place has a court for its subject.

    A pronoun, a name or nothing in its place is one where a court is named before it in the sentence; a pronoun and a
    "That …" of its findings also where the sentence before names one. What goes on behind an "and" may be the court's
    that is named farther before.
    """
    text = account.record.text
    parties = subject_of(sentence, at, account.meant)
    told = [set(re.findall(r"[\w-]+", text[p.start : p.end].casefold())) for p in parties]
    if any(words & _COURTS for words in told):
        return True
    listed = text.startswith("That ", sentence.start)
    goes_on = any(word.low == "and" for word in sentence.words[max(0, at - 2) : at])
    if not goes_on and any(p.id is None and not words <= _PRONOUNS for p, words in zip(parties, told, strict=True)):
        return False
    near = sentence.words if _is_participle(sentence, at) else sentence.words[:at]
    if any(word.low in _COURTS for word in near):
        return True
    if any(p.id is not None and not words <= _PRONOUNS for p, words in zip(parties, told, strict=True)) and not listed:
        return False
    return _named_before(account, sentence)


def _is_participle(sentence: Sentence, at: int) -> bool:
    """Whether its subject may stand behind it: "having found Ash guilty, the court rose"."""
    return sentence.words[at].low.endswith("ing") or any(w.low == "having" for w in sentence.words[max(0, at - 2) : at])


def _named_before(account: Account, sentence: Sentence) -> bool:
    """Whether the last sentence before that is none of a row of "That …" or "It …" names a court.

    Of an "It finds" with which an excerpt begins, the words before it, which are not printed, name the body.
    """
    for number in range(account.number_at(sentence.start) - 1, -1, -1):
        earlier = account.sentence(number)
        if any(word.low in _COURTS for word in earlier.words):
            return True
        if not earlier.text.startswith(("That ", "It "), earlier.start):
            return False
    return sentence.text.startswith("It ", sentence.start)


def is_by_laymen(sentence: Sentence, at: int) -> bool:
    """Whether a passive names those who are no court as its doers: "was condemned to death by the newspapers"."""
    return _LAYMEN.search(sentence.text, sentence.words[at].end, sentence.end) is not None
