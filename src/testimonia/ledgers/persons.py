"""Everybody at one place of a sentence: those named in a row, a phrase with its name, or people as printed."""

from __future__ import annotations

from collections.abc import Sequence

from testimonia.words.accounts import Account
from testimonia.words.clause_subjects import subject_of
from testimonia.words.clauses import Party, Sentence, party_of, phrase_at
from testimonia.words.grammar import DETERMINERS, PREPOSITIONS
from testimonia.words.speech import english_speech
from testimonia.words.verbs import is_irregular_past

from .lexicon import lexicon
from .sides import is_people
from .undone import is_alternative

__all__ = [
    "acts_at",
    "apart",
    "doers_of",
    "is_somebody",
    "known",
    "names_before",
    "owners_at",
    "people_at",
    "verb_before",
]

_SURE = 0.6
_JOINTS = frozenset((",", "and", "&"))
_MANY = 8  # who are named in one row
_VERBS = 4  # verbs in a row that share their subject
_GOING_ON = frozenset("on kept began continued started".split())  # "went on writing"
_OWN = frozenset("my his her".split())


def known(party: Party | None) -> Party | None:
    """The party, if it is surely somebody."""
    return party if party is not None and party.id is not None and party.confidence >= _SURE else None


def is_somebody(account: Account, party: Party) -> bool:
    """Whether a phrase as printed is of people: "the emissary", "a few sailors"."""
    if party.id is not None:
        return False
    last = account.record.text[party.start : party.end].split()[-1].casefold()
    return last == "undersigned" or is_people(account, party) or english_speech().is_human(last)


def people_at(account: Account, sentence: Sentence, at: int, *, between: bool = False) -> tuple[Party, ...]:
    """Those who stand at ``at`` and are joined to the right of it by commas and "and"; things are nobody.

    Behind "between" there are at least two, so that the second opens no clause of its own.
    """
    words = sentence.words
    found: list[Party] = []
    while at < len(words) and len(found) < _MANY:
        while at < len(words) and words[at].word in '"“‘':
            at += 1
        party = _one_at(account, sentence, at)
        if party is None or party.id is None:
            party = _named_beside(account, sentence, at) or party
        if party is None or any(party.start < other.end for other in found):
            break
        found.append(party)
        behind = next((n for n in range(at, len(words)) if words[n].start >= party.end), len(words))
        following = behind
        while following < len(words) and words[following].low in _JOINTS | {"with"}:
            following += 1
        if behind < len(words) and words[behind].low == "or":
            return ()  # one of them, and not said which
        joined = {word.low for word in words[behind:following]}
        if not joined:
            break
        if joined == {","} and not _goes_on(sentence, following):
            break
        if not between and words[following - 1].low != "with" and acts_at(sentence, following):
            break
        at = following
    return tuple(found)


def _one_at(account: Account, sentence: Sentence, at: int) -> Party | None:
    if at >= len(sentence.words):
        return None
    party = phrase_at(sentence, at, account.meant)
    if party is None:
        return None
    if party.id is not None:
        return None if _is_in_a_name(sentence, party) else known(party)
    first, last = sentence.word_from(party.start), sentence.word_from(party.end)
    inside = sentence.words[first:last] if first is not None else []
    before = inside[-2].low if len(inside) > 1 else ""
    titled = bool(inside) and (inside[0].low in DETERMINERS or inside[0].word[:1].isupper())
    if titled and before not in PREPOSITIONS and before.islower() and (named := inside[-1].named) is not None:
        return party_of(named)  # "Ash's son Reed"
    return party if len(inside) > 1 and is_somebody(account, party) else None


def _is_in_a_name(sentence: Sentence, party: Party) -> bool:
    """Whether a place is called after him: "Ash Street"."""
    place = sentence.word_from(party.end)
    behind = sentence.words[place] if place is not None else None
    return behind is not None and behind.word[:1].isupper() and behind.low in lexicon().places


def _named_beside(account: Account, sentence: Sentence, at: int) -> Party | None:
    """Who is named right behind a phrase, set off: "his oldest friends, Ash and Reed"."""
    phrase = phrase_at(sentence, at, account.meant) if at < len(sentence.words) else None
    if phrase is None or phrase.id is not None:
        return None
    found = sentence.word_from(phrase.end)
    behind = len(sentence.words) if found is None else found
    if behind + 1 >= len(sentence.words) or sentence.words[behind].low not in (",", "--", "—", "–"):
        return None
    behind += 2 if sentence.words[behind + 1].low == "with" else 1
    named = sentence.words[behind].named if behind < len(sentence.words) else None
    if named is None or sentence.is_genitive(behind) or acts_at(sentence, behind):
        return None
    return known(party_of(named))


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether names behind a bare comma go on to an "and": "Ash, Reed and Lowe"."""
    for word in sentence.words[at : at + 2 * _MANY]:
        if word.low in ("and", "&"):
            return True
        if word.named is None and word.low != ",":
            return False
    return False


def acts_at(sentence: Sentence, at: int) -> bool:
    """Whether the name at ``at`` begins a clause of its own: "met Ash, and Reed paid"."""
    words = sentence.words
    if at + 1 >= len(words) or words[at].named is None:
        return False
    low = words[at + 1].low
    return is_irregular_past(low) or low.endswith("ed") or low in ("was", "were", "had", "has", "is", "did")


def doers_of(account: Account, sentence: Sentence, at: int) -> tuple[Party, ...]:
    """Who does what the verb at ``at`` says; behind a comma whoever did what the verb before says.

    "Ash joined the league, met Reed, and left": three verbs, and Ash's all of them.
    """
    words = sentence.words
    if at > 1 and words[at].low.endswith("ing") and words[at - 1].low in _GOING_ON:
        at -= 2 if words[at - 1].low == "on" else 1
    for _ in range(_VERBS):
        found = subject_of(sentence, at, account.meant)
        if is_alternative(sentence, found):
            return ()
        before = at - 3 if [word.low for word in words[max(0, at - 2) : at]] == ["only", "to"] else at - 1
        if any(known(party) for party in found) or before < 1 or words[before].low != ",":
            return found
        earlier = verb_before(sentence, before)
        if earlier is None:
            return found
        at = earlier
    return ()


def names_before(sentence: Sentence, at: int) -> tuple[Party, ...]:
    """Those named right before ``at``, in a row: "Ash and Reed" before "stated"."""
    words = sentence.words
    found: list[Party] = []
    place = at - 1
    while place >= 0 and (named := words[place].named) is not None:
        party = known(party_of(named))
        if party is None:
            break
        found.append(party)
        if place < 1 or words[place - 1].low not in ("and", "&"):
            break
        place -= 2
        if place >= 0 and words[place].low == ",":
            place -= 1
    return tuple(reversed(found))


def verb_before(sentence: Sentence, at: int) -> int | None:
    """The nearest verb in the past before ``at``, in the same clause."""
    words = sentence.words
    for place in range(at - 1, -1, -1):
        low = words[place].low
        if low in (";", ":", "?", "that", "which", "who") or words[place].word in '"“”':
            return None
        if is_irregular_past(low) or (low.endswith("ed") and words[place - 1].low not in ("the", "a", "an", "of")):
            return place
    return None


def owners_at(account: Account, sentence: Sentence, at: int) -> tuple[Party, ...]:
    """Whose the noun at ``at`` is: "Ash's long talk", "his talks"; nobody where it is nobody's."""
    words = sentence.words
    for place in range(at - 1, max(-1, at - 5), -1):
        word = words[place]
        if word.low == "'s" and place:
            named = words[place - 1].named
            return (party_of(named),) if named is not None else ()
        if word.low in _OWN:
            owner = known(account.meant(sentence, place))
            return (owner,) if owner is not None else ()
        if word.is_mark and word.word not in '"“”‘’':
            return ()
    return ()


def apart(first: Sequence[Party], second: Sequence[Party]) -> tuple[Party, ...]:
    """Those of ``second`` who are none of ``first``."""
    ids = {party.id for party in first if party.id is not None}
    return tuple(party for party in second if party.id is None or party.id not in ids)
