"""What a form that may say something is where it stands: a noun, a command, or a verb with words that somebody says."""

from __future__ import annotations

from testimonia.words.grammar import BE, DETERMINERS, PREPOSITIONS

from .acts import Form, Hit
from .utterances import Reading, Utterance

__all__ = ["commands_or_tells", "followed_by", "is_modal", "is_noun", "says_clause", "that_ahead"]

_SHOWS = frozenset(
    """show shows showed shown showing prove proves proved proven proving indicate indicates indicated imply implied
    suggest suggests""".split()
)
_CLAUSE_NEXT = frozenset("that how he she they i we it there whether what why".split())
_MODAL = frozenset("will would could might may should must shall can".split())
_WHEN = frozenset("again later once then today yesterday afterwards here there soon".split())
_AUXILIARIES = _MODAL | frozenset("has have had does do did".split())
_AHEAD = 14  # words from a noun or passive to the "that" that says it


def is_noun(reading: Reading, hit: Hit, utterance: Utterance) -> bool:
    """Whether a form that may be a noun or an adjective is one: "the claim", "an alleged plot"."""
    place = hit.first
    if hit.last < utterance.last and reading.words[hit.last].low == "of" and hit.forms & {Form.THIRD, Form.BASE}:
        return hit.last - hit.first == 1  # "notes of the consul"
    if place == utterance.first:
        return not (hit.forms & {Form.ING})
    before = reading.words[place - 1].low
    gap = reading.text[reading.words[place - 1].end : reading.words[place].start]
    if gap.strip():
        return False
    if (before in DETERMINERS and before not in ("this", "that", "all", "both")) or before.endswith("'s"):
        return True
    if before == "all" and place - 2 >= utterance.first and reading.words[place - 2].low in PREPOSITIONS:
        return True
    if before == "no" or (before in PREPOSITIONS and before not in ("like", "to", "as")):
        return True
    party = reading.party_at(place - 1)
    return bool(party is not None and party.genitive)


def says_clause(reading: Reading, hit: Hit, utterance: Utterance) -> bool:
    """Whether words that somebody says follow: "that", a quotation, or the verb closes what was said."""
    place = hit.last
    words, text = reading.words, reading.text
    if place >= utterance.last:
        return hit.first > utterance.first
    gap = text[words[place - 1].end : words[place].start]
    if ":" in gap or '"' in gap or "“" in gap:
        return True
    if words[place].low == "that":
        return True
    if words[hit.first].low in _SHOWS:
        return _that_behind_phrases(reading, place, utterance)
    if words[place].low in _CLAUSE_NEXT:
        return True
    for at in range(place, min(place + 5, utterance.last)):  # "told me that", "wrote to Ash that"
        if words[at].low == "that":
            return True
        if "," in text[words[at - 1].end : words[at].start]:
            break
    if _that_behind_phrases(reading, place, utterance):
        return True
    before = text[words[hit.first - 1].end : words[hit.first].start] if hit.first > utterance.first else ""
    if '"' in before or "”" in before:
        return True
    party = reading.party_at(place)
    return bool(
        party is not None
        and words[hit.first].low.startswith(("think", "thought", "believ", "suggest", "impl", "admit"))
    )


def _that_behind_phrases(reading: Reading, place: int, utterance: Utterance) -> bool:
    """Whether a "that" says something behind phrases that are no object: "reported to the mayor on 3 May that …".

    Behind "in a letter that was lost" it says something of the letter.
    """
    words, text = reading.words, reading.text
    if words[place].low not in PREPOSITIONS and not words[place].low.endswith("ly") and words[place].low not in _WHEN:
        return False
    for at in range(place + 1, min(place + _AHEAD, utterance.last - 1)):
        if text[words[at - 1].end : words[at].start].strip(".") not in (" ", "\n"):
            return False
        if words[at].low == "that" and words[at - 1].low not in PREPOSITIONS:
            return words[at + 1].low not in BE and words[at + 1].low not in _AUXILIARIES
    return False


def that_ahead(reading: Reading, place: int, utterance: Utterance) -> bool:
    """Whether a "that" or a quotation follows within a few words."""
    for at in range(place, min(place + _AHEAD, utterance.last)):
        if reading.words[at].low == "that" or '"' in reading.text[reading.words[at - 1].end : reading.words[at].start]:
            return True
    return False


def followed_by(reading: Reading, place: int, utterance: Utterance, low: str) -> bool:
    """Whether a word stands at a place of the sentence."""
    return place < utterance.last and reading.words[place].low == low


def commands_or_tells(reading: Reading, place: int, utterance: Utterance) -> bool:
    """Whether "told" is a command or tells of a telling: "told him to go", "told me about it"."""
    for at in range(place, min(place + 4, utterance.last)):
        low = reading.words[at].low
        if low in ("to", "not", "about", "of"):
            return True
        if low in ("that", "how"):
            return False
    return False


def is_modal(reading: Reading, place: int, first: int) -> bool:
    """Whether a "would" or its like stands right before the verb at a place."""
    return any(reading.words[at].low in _MODAL for at in range(max(first, place - 3), place))
