"""Everybody at one place of a sentence: those named in a row, a phrase with its name, or people as printed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from testimonia.words.accounts import Account
from testimonia.words.clause_subjects import subject_of
from testimonia.words.clauses import CLAUSE_WORDS, TITLES, Party, Sentence, ends_title, party_of, phrase_at
from testimonia.words.grammar import DETERMINERS, FIRST, PREPOSITIONS
from testimonia.words.speech import english_speech
from testimonia.words.titles import is_title
from testimonia.words.verbs import is_irregular_past, may_be_past

from .lexicon import lexicon
from .sides import is_people
from .undone import is_alternative

__all__ = [
    "acts_at",
    "apart",
    "both_sides",
    "by_name",
    "doers_of",
    "fronted",
    "is_pronoun",
    "is_somebody",
    "known",
    "names_before",
    "owners_at",
    "people_at",
    "presented",
    "unless_sure",
    "verb_before",
]

_IS = frozenset("is are was were".split())
_OF_A_DAY = re.compile(r"\sof\s(?:the\s)?\d.*")
_SURE = 0.6
_JOINTS = frozenset((",", "and", "&"))
_AMONG = 0.65  # that whoever says "we" is one of them
_BESIDE = 6  # characters between a phrase and the name set off behind it
_FRONT = 8  # words from "to Ash" to the verb
_SUBJECT = 5  # words between "to Ash" and the verb
_MANY = 8  # who are named in one row
_VERBS = 4  # verbs in a row that share their subject
_GOING_ON = frozenset("on kept began continued started".split())  # "went on writing"
_OWN_OF_ONE = frozenset("my his her".split())
_OWN = _OWN_OF_ONE | {"their", "our"}
_ONE = _OWN | frozenset("he she they we him them us i me".split())
_NOBODY = frozenset("no any nobody none neither nothing every each everybody anybody".split())


def known(party: Party | None) -> Party | None:
    """The party, if it is surely somebody."""
    return party if party is not None and party.id is not None and party.confidence >= _SURE else None


def is_pronoun(party: Party) -> bool:
    """Whether a pronoun stands for somebody and it is not sure who: the side is told, and not whose it is."""
    return party.id is None and party.name.casefold() in _ONE


def is_somebody(account: Account, party: Party) -> bool:
    """Whether words as printed are of people: "the emissary", "a few sailors", "the Harbour Board", "he"."""
    if party.id is not None:
        return False
    words = account.record.text[party.start : party.end].split()
    last = words[-1].casefold()
    if words[0].casefold() in _NOBODY:
        return False
    if last == "undersigned" or is_pronoun(party) or is_people(account, party):
        return True
    if "of" not in words and english_speech().is_human(last):
        return True
    return len(words) > 1 and words[0].casefold() == "the" and last in english_speech().bodies


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
    dated = _OF_A_DAY.search(party.name)
    if dated is not None:  # "his mother of the 26th"
        party = Party(party.start, party.start + dated.start(), party.name[: dated.start()], None, party.confidence)
    return party if (len(inside) > 1 or is_pronoun(party)) and is_somebody(account, party) else None


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
    for _ in range(TITLES):  # "his teacher, Mr. Ash"
        if behind < len(sentence.words) - 1 and sentence.words[behind].named is None:
            word = sentence.words[behind]
            if not ends_title(sentence.words, behind) and not (word.word[:1].isupper() and is_title(word.low)):
                break
            behind += 1
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
    if at == 0 and (writer := _diarist(account, sentence)) is not None:
        return (writer,)
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


def _diarist(account: Account, sentence: Sentence) -> Party | None:
    """Whose day it is where a sentence begins with its verb: "Called on Ash." """
    word = sentence.words[0]
    voice = account.voice_at(word.start)
    if voice is None or voice.speaker.startswith(("org:", "group:")):
        return None
    if not word.word[:1].isupper() or not may_be_past(word.low):
        return None
    if len(sentence.words) > 1 and sentence.words[1].low in ("by", "upon", "to"):
        return None  # "called upon to speak, he left"
    return Party(word.start, word.end, voice.speaker_name, voice.speaker, min(voice.confidence, _AMONG))


def fronted(account: Account, sentence: Sentence, at: int) -> tuple[Party, ...]:
    """Who is written to in "To Ash he wrote"."""
    words = sentence.words
    opens = next((n for n in range(at - 1, max(-1, at - _FRONT), -1) if words[n].low == "to"), None)
    if opens is None or (opens and not words[opens - 1].is_mark and words[opens - 1].low not in ("and", "but")):
        return ()
    whom = people_at(account, sentence, opens + 1)
    behind = sentence.word_from(whom[-1].end) if whom else None
    while behind is not None and behind < at - 1 and words[behind].low == ",":
        behind += 1
    return whom if behind is not None and behind < at and _is_subject(sentence, behind, at) else ()


def presented(account: Account, sentence: Sentence, at: int) -> tuple[Party, ...]:
    """Who is said to be of those who do it: "Among the clerks who gave bribes there was also Ash"."""
    words = sentence.words
    if at < 2 or words[at - 1].low != "who" or not any(word.low == "among" for word in words[: at - 1]):
        return ()
    for n in range(at + 1, len(words) - 1):
        if words[n].low in CLAUSE_WORDS:
            break
        if words[n].low in _IS:
            behind = n + 1
            while behind < len(words) - 1 and words[behind].low in ("also", "even"):
                behind += 1
            found = tuple(party for party in people_at(account, sentence, behind) if known(party))
            if found:
                return found
    return ()


def _is_subject(sentence: Sentence, first: int, at: int) -> bool:
    """Whether nothing but the subject stands between."""
    between = sentence.words[first:at]
    return len(between) < _SUBJECT and not any(word.is_mark or word.low in PREPOSITIONS for word in between)


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
            owner = known(account.meant(sentence, place)) if word.low in _OWN_OF_ONE else None
            return (owner or Party(word.start, word.end, word.word, None, 0.5),)
        if word.is_mark and word.word not in '"“”‘’':
            return ()
    return ()


def one_of_us(account: Account, party: Party) -> Party:
    """ "We" and "us" by who says so: whoever else is meant, the speaker is among them."""
    if party.id is not None or party.name.casefold() not in ("we", "us", "our"):
        return party
    voice = account.voice_at(party.start)
    if voice is None or voice.speaker.startswith(("org:", "group:")):
        return party
    return Party(party.start, party.end, voice.speaker_name, voice.speaker, min(voice.confidence, _AMONG))


def by_name(account: Account, sentence: Sentence, party: Party) -> Party:
    """A phrase by the name that stands beside it: "the printer, Ash"."""
    place = sentence.word_from(party.start) if party.id is None and is_somebody(account, party) else None
    beside = _named_beside(account, sentence, place) if place is not None else None
    return beside if beside is not None and 0 < beside.start - party.end <= _BESIDE else party


def both_sides(
    account: Account, sentence: Sentence, first: Sequence[Party | None], second: Sequence[Party | None]
) -> tuple[tuple[Party, ...], tuple[Party, ...]] | None:
    """The two sides of a row, if both are told and somebody of them is known; nobody meets or writes to himself.

    A pronoun that was taken for one who is named on the other side means somebody else, and it is not sure whom.
    """
    sides = [
        tuple(
            by_name(account, sentence, one_of_us(account, party))
            for p in side
            if p is not None and _can_be(account, party := unless_sure(account, p))
        )
        for side in (first, second)
    ]
    text = account.record.text
    for side, other in ((0, 1), (1, 0)):
        named = {p.id for p in sides[other] if p.id and text[p.start : p.end].casefold() not in _ONE}
        kept: list[Party] = []
        for p in sides[side]:
            word = text[p.start : p.end]
            if p.id not in named or word.casefold() not in _ONE:
                kept.append(p)
            elif word.casefold() not in FIRST:  # "Ash met me" is never said by Ash: whoever speaks was misread
                kept.append(Party(p.start, p.end, word, None, 0.5))
        sides[side] = tuple(kept)
    one, two = sides[0], apart(*sides)
    both = (*one, *two)
    if not one or not two or not any(known(party) for party in both):
        return None
    pronouns = [text[party.start : party.end].casefold() for party in both]
    if not all(known(party) for party in both) and all(low in _ONE - FIRST for low in pronouns):
        return None  # "they told him": two guesses
    return one, two


def unless_sure(account: Account, party: Party) -> Party:
    """A pronoun as printed where it is not sure enough whom it means."""
    word = account.record.text[party.start : party.end]
    if party.id is None or party.confidence >= _SURE or word.casefold() not in _ONE:
        return party
    return Party(party.start, party.end, word, None, 0.5)


def _can_be(account: Account, party: Party) -> bool:
    return known(party) is not None or is_somebody(account, party)


def apart(first: Sequence[Party], second: Sequence[Party]) -> tuple[Party, ...]:
    """Those of ``second`` who are none of ``first``."""
    ids = {party.id for party in first if party.id is not None}
    return tuple(party for party in second if party.id is None or party.id not in ids)
