"""Whose a verb is: the subject before it, behind it, or at the head of the sentence.

No parser: the words between are stepped over if they are adverbs, auxiliaries, brackets, appositions and relative
clauses. A subject may be a name, a pronoun, or a phrase (``a Russian lawyer``, ``the indictment``, ``The Times``). What
stands right before a verb is looked for in `before_verb`, what stands behind it in `behind_verb`.
"""

from __future__ import annotations

from itertools import pairwise

from testimonia.words.grammar import ADVERBIAL, BE, DETERMINERS, PREPOSITIONS, SUBORDINATORS
from testimonia.words.verbs import may_be_past

from .before_verb import left_of
from .behind_verb import right_of
from .phrases import called, paper_before, phrase
from .pronouns import is_object, meant_by, speaker_of, unnamed
from .region import Found, Region, Token

__all__ = ["is_passive", "main_subject", "subject_of"]

_GOING_ON = ("add", "continu", "conclud", "repeat")  # whose subject is that of the verb before "that"


def subject_of(region: Region, tokens: list[Token], place: int, limit: int) -> Found | None:
    """Whose verb the token at ``place`` is; ``None`` where it is nobody's, or a passive's that names no one.

    ``tokens`` are those of the sentence, ``limit`` is where it begins.
    """
    token = tokens[place]
    made = _made_to(region, tokens, place)
    if made is not None:
        return made
    if is_passive(tokens, place, region):
        if token.low in region.speech.writing and region.masked[tokens[-1].end :].lstrip()[:1] not in (":", ","):
            return None  # "had been recorded by Ash" tells of paper, not of who says so
        by = next((n for n in range(place + 1, min(place + 7, len(tokens))) if tokens[n].low == "by"), None)
        if by is not None:
            return right_of(region, tokens[by].end, tokens[by].end + 80)
        if token.low not in ("quoted", "reported", "cited", "recorded"):
            return None
    elif (
        place + 1 < len(tokens)
        and tokens[place + 1].low == "by"
        and token.low.endswith(("ed", "en", "ade", "id"))
        and region.masked[token.end : tokens[place + 1].start] == " "  # and not "what he said, by the shorthand note"
    ):
        return right_of(region, tokens[place + 1].end, tokens[place + 1].end + 80)
    if place > 1 and tokens[place - 1].low == "to" and tokens[place - 2].low in region.speech.saying:
        return subject_of(region, tokens, place - 2, limit)  # "she says to warn Ash"
    if place > 2 and tokens[place - 1].low == "to" and tokens[place - 2].low in _USED:
        return left_of(region, tokens, place - 2, limit) or main_subject(region, tokens, place, limit, verb=True)
    if place > 2 and tokens[place - 1].low == "to" and tokens[place - 3].low in _BIDDING:
        return subject_of(region, tokens, place - 3, limit)  # "he told me to write to Lowe"
    having = place > 2 and tokens[place - 1].low == "having"
    if place > 1 and tokens[place - 1 - having].low == "as" and (having or token.low in region.speech.participles):
        whom = tokens[place - 2 - having]
        actor = region.actor_at(whom.start)  # "she quoted Ash as saying", "as having said"
        if actor is not None and actor.end == whom.end:
            return Found(actor.start, actor.end, speaker_of(actor))
        if whom.low in ("him", "her"):
            return meant_by(region, whom) or unnamed(whom)
    parenthesis = _in_parenthesis(region, tokens, place)
    if parenthesis is not None:
        return parenthesis
    if place > 1 and token.low in region.speech.participles:
        heard = region.actor_at(tokens[place - 1].start)  # "Lowe remembered Ash saying"
        first = region.tokens_in(limit, heard.start)[-1:] if heard is not None else []
        if heard is not None and heard.end == token.start - 1 and first and first[0].low in _HEARING:
            return Found(heard.start, heard.end, speaker_of(heard))
    if token.low in region.speech.participles or (place and tokens[place - 1].low == "to"):
        return main_subject(region, tokens, place, limit, verb=True)
    left = left_of(region, tokens, place, limit)
    if left is not None:
        return left
    that = next((n for n in range(place - 1, 0, -1) if _opens_clause(region, tokens, n)), None)
    if that is not None and not token.low.startswith(_GOING_ON):  # "wrote that Ash came in and said"
        clause = tokens[that + 1 :]
        nearest = main_subject(region, clause, place - that - 1, clause[0].start) if len(clause) > 1 else None
        if nearest is not None and nearest.start < tokens[place].start:
            return nearest
    return main_subject(region, tokens, place, limit, verb=True)


def _in_parenthesis(region: Region, tokens: list[Token], place: int) -> Found | None:
    """``Ash, said the magistrate, had been "more fortunate than he deserved"``."""
    token = tokens[place]
    if not place or region.masked[token.start - 2 : token.start] != ", " or token.low not in region.speech.saying:
        return None
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if following is None or following.start != token.end + 1:
        return None
    if following.low not in DETERMINERS - {"that"} and region.actor_at(following.start) is None:
        return None
    found = right_of(region, token.end, tokens[-1].end)
    return found if found is not None and region.masked[found.end : found.end + 1] == "," else None


def _opens_clause(region: Region, tokens: list[Token], at: int) -> bool:
    """Whether the clause of what is told begins behind the token: "that …", "how …", "says Ash came in and said"."""
    if tokens[at].low in ("that", "how"):
        return True
    if tokens[at].low not in region.speech.saying or at + 1 >= len(tokens) or tokens[at].low in region.speech.loose:
        return False
    actor = region.actor_at(tokens[at + 1].start)
    return actor is not None and actor.start == tokens[at].end + 1 and tokens[at].low not in _BIDDING


def _made_to(region: Region, tokens: list[Token], place: int) -> Found | None:
    """Whom somebody makes say it: "Brand makes him say", "the play has Ash declare"."""
    if place < 2 or tokens[place].low.endswith(("s", "ed", "ing")):
        return None
    whom = tokens[place - 1]
    actor = region.actor_at(whom.start)
    first = tokens[place - 2] if actor is None else next(iter(region.tokens_in(0, actor.start)[-1:]), None)
    if first is None or first.low not in _MAKING:
        return None
    if actor is not None:
        return Found(actor.start, actor.end, speaker_of(actor))
    if whom.low not in ("him", "her", "them", "me", "us"):
        return None
    maker = subject_of(region, tokens, place - 2, tokens[0].start) if place > 2 else None
    called = region.addressed
    region.addressed = called | ({maker.speaker.id} if maker is not None else set())  # nobody is his own object
    found = meant_by(region, whom)
    region.addressed = called
    return found


_HEARING = frozenset(
    "heard hear hears remembered remembers recalled recalls recollected reported reports described saw found "
    "caught".split()
)
_USED = frozenset("used liked loved wont began continued".split())  # "the pilots used to say"
_BIDDING = frozenset("told tells tell asked begged ordered instructed bade taught".split())
_MAKING = frozenset("make makes made making have has had let lets letting".split())


def is_passive(tokens: list[Token], place: int, region: Region) -> bool:
    """Whether a form of "to be" makes the verb at ``place`` a passive."""
    token = tokens[place]
    if token.low in region.speech.participles or token.low.endswith("s"):
        return False
    for earlier in reversed(tokens[max(0, place - 3) : place]):
        if earlier.low in BE:
            return True
        if earlier.low not in ADVERBIAL and not earlier.low.endswith("ly"):
            return False
    return False


def main_subject(region: Region, tokens: list[Token], place: int, limit: int, *, verb: bool = False) -> Found | None:
    """The first in the sentence who can be a subject, for a participle, an infinitive or a second verb.

    ``verb`` says that the token at ``place`` is that one, so that the last clause before it is its own.
    """
    begin = max(_after_subordinate(region, tokens, place), _last_clause(region, tokens, place) if verb else 0)
    further = begin + 1 < len(tokens)
    if begin and further and tokens[begin].low in _OPENS_SUBJECT and region.actor_at(tokens[begin].start) is None:
        pasts = [may_be_past(token.low) for token in tokens[begin + 2 : begin + 4]]
        noun = begin + 2 if pasts == [False, True] else begin + 1  # "a stout Dane rose"
        return called(tokens[begin].start, tokens[noun].end, region, "anon")  # "…, and a Dane rose and said"
    for index, token in enumerate(tokens[:place]):
        if token.quoted or index < begin:
            continue
        actor = region.actor_at(token.start)
        if actor is not None:
            if not is_object(region, actor):
                return Found(actor.start, actor.end, speaker_of(actor))
            continue
        before = tokens[index - 1].low if index else ""
        if token.low in ("he", "she", "they", "i", "we", "you") and before not in ("that", "which", "what", "whom"):
            return meant_by(region, token)
        if token.low == "it" and not index and _goes_on_with_it(region, tokens, place):
            return paper_before(region, token.start)
        speaks = token.low in region.speech.bodies | region.speech.groups and (before in DETERMINERS or not index)
        if speaks and (index < 2 or tokens[index - 2].low not in PREPOSITIONS):
            found = phrase(region, tokens, index)
            if found is not None:
                return found
        if token.low == "the" and index == 0 and len(tokens) > 1 and tokens[1].word[0].isupper():
            last = 1
            while last + 1 < len(tokens) and tokens[last + 1].word[0].isupper():
                last += 1
            if region.actor_at(tokens[last].start) is None:
                return phrase(region, tokens, last)
    for actor in region.actors_in(limit, tokens[-1].end if place >= len(tokens) else tokens[place].start):
        return Found(actor.start, actor.end, speaker_of(actor))
    return None


def _goes_on_with_it(region: Region, tokens: list[Token], place: int) -> bool:
    """Whether an "It" that opens a sentence is what a later verb is of: "It is dated 4 May and describes it as"."""
    between = tokens[1:place]
    return (
        bool(between)
        and between[-1].low in ("and", "but")
        and not any(t.low in ("that", "who", "which", "whom") or region.actor_at(t.start) is not None for t in between)
    )


def _after_subordinate(region: Region, tokens: list[Token], place: int) -> int:
    """Past a clause that the sentence begins with ("When we were in town, Ash said"): the place of its first word
    after."""
    if not tokens or tokens[0].low not in SUBORDINATORS:
        return 0
    for index, (token, following) in enumerate(pairwise(tokens[:place]), 1):
        if "," in region.masked[token.end : following.start]:
            return index
    return 0


def _last_clause(region: Region, tokens: list[Token], place: int) -> int:
    """The place of the last subject with a clause of its own before a verb: "Ash fell, and Lowe rose and said"."""
    for index in range(min(place, len(tokens)) - 2, 1, -1):
        before, token = tokens[index - 1], tokens[index]
        if before.low not in ("and", "but"):
            continue
        actor = region.actor_at(token.start) if "," in region.masked[tokens[index - 2].end : before.start] else None
        if actor is not None and actor.start == token.start and not is_object(region, actor):
            return index
        if token.low in ("he", "she", "they", "i", "we"):
            return index
        behind_time = _behind_adverbial(region, tokens, index, place)
        if behind_time and "," in region.masked[tokens[index - 2].end : before.start]:
            return behind_time
        foreigner = index + 1 < place and tokens[index + 1].word[0].isupper() and token.low in ("a", "an")
        if foreigner and "," in region.masked[tokens[index - 2].end : before.start]:
            return index
    return 0


def _behind_adverbial(region: Region, tokens: list[Token], at: int, place: int) -> int:
    """Where a subject stands behind the time or place that opens a clause: "(and) at noon his cook came and said"."""
    if tokens[at].low not in PREPOSITIONS:
        return 0
    for index in range(at + 2, min(at + 1 + _LONGEST_ADVERBIAL, place - 1)):
        before, token = tokens[index - 1], tokens[index]
        if before.low in PREPOSITIONS or before.low in DETERMINERS:
            continue
        actor = region.actor_at(token.start)
        if actor is not None:
            return index if actor.start == token.start and not is_object(region, actor) else 0
        if token.low in _OPENS_SUBJECT:
            return index if any(may_be_past(later.low) for later in tokens[index + 2 : index + 4]) else 0
        if token.low in ("he", "she", "they", "i", "we", "that", "which", "who", "and", "to"):
            return index if token.low in ("he", "she", "they", "i", "we") else 0
    return 0


_LONGEST_ADVERBIAL = 6  # words from the preposition to the subject
_OPENS_SUBJECT = frozenset("a an the my his her our their".split())
