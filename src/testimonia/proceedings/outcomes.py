"""Charges, pleas, verdicts, sentences and fates, from verbs in prose and from questions and answers.

The value is the words that say it: the plea from its verb on, the sentence as printed behind "to". A list that goes on
without its verb ("Ash to ten years, Reed to five") is read as far as it keeps the form.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from testimonia.words.accounts import Account
from testimonia.words.clauses import Sentence

from .facts import Fact
from .fates import fate_of, fates_in_other_words, fates_in_phrases
from .lexicon import lexicon
from .pleas import answered_pleas, plea_of, pleas_in_other_words
from .sentencing import got, sentence_of, sentences_in_other_words
from .verdicts import charge_of, verdict_of, verdicts_listed

__all__ = ["find_outcomes"]

_STEMS = (
    *(
        "plead pled plea sentence condemn charg accus indict arraign tried guilty convict acquit exonerat shot execut "
        "hang behead guillotin amnest pardon releas repriev exile deport extradit freed liberat imprison rehabilit "
        "banish suicide produced granted default certificate licen"
    ).split(),
    "died in",
    "put to death",
)
# verbs that tell a sentence only with a word for one: "got ten years"
_GETTING_STEMS = ("given", "receiv", " got ", " gave ", "giving")
_PENALTY_STEMS = ("year", "month", "penalt", "punish", "prison", "term", "death", "life")
# without one of these none of the other ways to tell a sentence is there
_OTHER_STEMS = tuple("sentence gave giving produced granted entered replied answered certificate licen".split())


def find_outcomes(account: Account) -> Iterator[Fact]:
    """What a record says of charges, pleas, verdicts, sentences and fates."""
    stems, getting = account.which(_STEMS), account.which(_GETTING_STEMS)
    if not stems and not getting:
        return
    penalties = account.which(_PENALTY_STEMS) if getting else ()
    verbs = _verbs()
    for number, span in enumerate(account.spans):
        where = (span.start, span.end)
        if not account.has(stems, *where) and not (account.has(getting, *where) and account.has(penalties, *where)):
            continue
        sentence = account.sentence(number)
        if sentence.is_question:
            continue
        for at, word in enumerate(sentence.words):
            if word.low not in verbs or word.named is not None:
                continue
            yield from _of_verb(account, sentence, at)
        if account.has(_OTHER_STEMS, span.start, span.end):
            yield from sentences_in_other_words(account, sentence)
            yield from fates_in_other_words(account, sentence)
            yield from pleas_in_other_words(account, sentence)
        yield from fates_in_phrases(account, sentence)
        yield from verdicts_listed(account, number)
    yield from answered_pleas(account)


def _of_verb(account: Account, sentence: Sentence, at: int) -> Iterator[Fact]:
    """What the verb at a place of a sentence tells."""
    lex, low = lexicon(), sentence.words[at].low
    if low in lex.pleading:
        yield from plea_of(account, sentence, at)
    elif low in lex.sentencing:
        yield from sentence_of(account, sentence, at)
    elif low in lex.charging:
        yield from charge_of(account, sentence, at)
    elif low in lex.finding or low in lex.convicting or low in lex.acquitting:
        yield from verdict_of(account, sentence, at)
    elif low in lex.getting:
        yield from got(account, sentence, at)
    elif low in lex.fates:
        yield from fate_of(account, sentence, at)


@cache
def _verbs() -> frozenset[str]:
    """All forms of verbs that tell an outcome."""
    lex = lexicon()
    told = (lex.pleading, lex.sentencing, lex.charging, lex.finding, lex.convicting, lex.acquitting, lex.getting)
    return lex.fates.union(*told)
