"""What became of those tried: "was shot", "was released in 1914", "were granted clemency"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from testimonia.model import CellKind
from testimonia.words.accounts import Account
from testimonia.words.clause_subjects import subject_of
from testimonia.words.clauses import Sentence, is_passive

from .facts import Fact
from .lexicon import lexicon
from .of_whom import is_unreal, known_parties, subjects_told

__all__ = ["fate_of", "fates_in_other_words", "fates_in_phrases"]

_GRANTED = re.compile(r"\b(?:were|was)\s(?P<what>granted\s(?:clemency|a\spardon|amnesty|a\sreprieve))", re.IGNORECASE)
_TRIED = frozenset("defendants accused prisoners all both others rest remainder majority most".split())

_SET_FREE = frozenset("released freed liberated".split())
_FROM = re.compile(r"\s(?:\w+\s)?from\s(?P<where>[^.,;:()\n]{1,60})")
_HELD = re.compile(
    r"prison|jail|gaol|camp|custody|exile|detention|confine|captiv|fortress|arrest|isolator|penitentiary|cell|dungeon|"
    r"sentence|servitude|labou?r|banish|[A-Z]",
    re.ASCII,
)


def fate_of(account: Account, sentence: Sentence, at: int) -> Iterator[Fact]:
    """What the participle of a verb says that became of somebody."""
    verb, lex = sentence.words[at], lexicon()
    if verb.low not in lex.participles or not is_passive(sentence, at) or is_unreal(sentence, at):
        return
    if verb.low in ("transported",):
        return
    if re.match(r"\s(?:\w+\s)?(?:on|without)\s(?:bail|parole\sbefore)\b", sentence.text[verb.end : verb.end + 24]):
        return  # before the trial
    place = _FROM.match(sentence.text, verb.end, sentence.end) if verb.low in _SET_FREE else None
    if place is not None and _HELD.search(place["where"]) is None:
        return  # "from the hospital", "from his contract"
    for who in subjects_told(account, sentence, at):
        low = who.name.casefold().split()
        if who.id is None and not any(w in _TRIED or w.isdecimal() or w in lex.numbers for w in low):
            continue
        yield Fact(CellKind.FATE, verb.start, verb.end, who, "what became of him", 0.8, 0.65, verb.start)


def fates_in_other_words(account: Account, sentence: Sentence) -> Iterator[Fact]:
    """What was granted to somebody."""
    for found in _GRANTED.finditer(sentence.text, sentence.start, sentence.end):
        start = found.start("what")
        for who in subjects_told(account, sentence, sentence.word_from(start) or 0):
            yield Fact(CellKind.FATE, *found.span("what"), who, "what became of him", 0.8, 0.7, start)


def fates_in_phrases(account: Account, sentence: Sentence) -> Iterator[Fact]:
    """What the phrases of the word list say: "put to death"."""
    for found in lexicon().fate_phrases.finditer(sentence.text, sentence.start, sentence.end):
        start = found.start()
        for who in known_parties(account, subject_of(sentence, sentence.word_from(start) or 0, account.meant)):
            yield Fact(CellKind.FATE, start, found.end(), who, "what became of him", 0.85, verb=start)
