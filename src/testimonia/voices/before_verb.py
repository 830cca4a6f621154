"""The subject right before a verb: a name, a pronoun, a phrase, or what a diarist leaves out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from testimonia.words.grammar import ADVERBIAL, DETERMINERS, FEMALE, FIRST, MALE, PLURAL, PREPOSITIONS

from .behind_verb import right_of
from .phrases import called, paper_before, phrase, some_of
from .pronouns import antecedent, is_object, latter, meant_by, speaker_of
from .region import MASK, Found, Region, Token
from .scene import Actor

__all__ = ["left_of"]

_ADVERBS = "|".join(sorted(ADVERBIAL))
_BETWEEN = re.compile(  # a name and its verb: a bracket, an apposition, a relative clause, adverbs
    r"(?:\s*[\[(][^\])]*[\])])?(?:,[^,;:]{2,90},|\s+[-–—]{1,2}[^;:]{2,60}[-–—]{1,2}|\swho(?:se|m)?\s[^,;:.\ue000]{6,80}"
    r"|\s(?:in|on|at|under|with|from|behind|beside)\s(?:the|a|an|his|her)\s[\w-]{2,20}\s)?\s*"
    rf"(?:(?:\w+ly|{_ADVERBS}),?\s+){{0,4}}"
)
_REACH = 40  # code points behind a verb in which its subject begins
_ASIDE = re.compile(
    r",\s*(?:who|whose|which|a|an|the|then|now|formerly|in|at|on|with|as|for|from|by|after|before|under|like|though|having|being|one|to|signed|written|sent|dictated|dated)\b[^;.:]{2,120},\s*$"
)


def _is_named_next(region: Region, verb: Token) -> bool:
    """``The "Gull," said Ash, "was lost."``: a name and nothing else, which the verb has for no object."""
    actor = region.actor_at(verb.end + 1)
    return actor is not None and region.masked[actor.end : actor.end + 1] in (",", ".")


def left_of(region: Region, tokens: list[Token], place: int, limit: int) -> Found | None:
    """Who stands before the verb at ``place`` in its clause; ``limit`` is where the sentence begins."""
    verb = tokens[place]
    at = place - 1
    while at >= 0 and (tokens[at].low in ADVERBIAL or tokens[at].low.endswith("ly")):
        if tokens[at].low in ("and", "or") and at and region.actor_at(tokens[at - 1].start) is None:
            return None  # a second verb: its subject stands before the first
        at -= 1
    if at < 0:
        if place == 0 and verb.word[0].isupper() and _is_diarists(region, verb):
            return Found(verb.start, verb.end, region.voice)
        if place == 0 and verb.low in _BID and verb.word[0].isupper():
            return Found(verb.start, verb.end, region.voice)  # "Tell Ash, "…""
        if place == 0 and verb.word[0].isupper() and verb.low in _LEFT_OUT:
            return _of_sentence_before(region, verb)
        return right_of(region, verb.end, verb.end + 40) if place == 0 else None
    token = tokens[at]
    last = tokens[place - 1]
    if (
        last.quoted
        and not verb.quoted
        and region.masked[last.end : last.end + 1] in (",", "?", "!")
        and (all(one.quoted for one in tokens[:place]) or _is_named_next(region, verb))  # "of the "Mercury," wrote"
    ):
        return right_of(region, verb.end, verb.end + _REACH)  # ""He was," wrote Ash": he is of the words in marks
    found = _pronoun_before(region, tokens, at) or some_of(region, tokens, at)
    if found is not None:
        return found
    if token.low in MALE | FEMALE | PLURAL | FIRST | {"you", "it", "who", "which"}:
        return None
    outer = _before_who(region, limit, tokens[at + 1].start) or _somebody_there(region, limit, tokens[at].end)
    if outer is not None:
        return outer
    for actor in reversed(region.actors_in(limit, verb.start)):
        gap = region.masked[actor.end : verb.start]
        if (actor.end >= token.end or _BETWEEN.fullmatch(gap)) and not is_object(region, actor):
            return Found(actor.start, actor.end, speaker_of(actor))
        if gap == ", " and _NAMED.search(region.masked, max(0, actor.start - 24), actor.start):
            return Found(actor.start, actor.end, speaker_of(actor))  # "his clerk, a girl named Ash, said"
        break
    between = region.masked[token.end : verb.start]
    if "]" in between or ")" in between:
        return None  # "Ash [his wife] said"
    if "," in between:
        aside = _ASIDE.search(region.masked, limit, verb.start)
        head = region.tokens_in(limit, aside.start()) if aside else []
        if not head:
            return None
        before = region.actor_at(head[-1].start)
        if before is not None:
            return (
                None
                if is_object(region, before) and not _has_voice(region, before)
                else Found(before.start, before.end, speaker_of(before))
            )
        return some_of(region, head, len(head) - 1) or phrase(region, head, len(head) - 1)
    return None if MASK in between else phrase(region, tokens, at)


def _before_who(region: Region, limit: int, end: int) -> Found | None:
    """Whose verb it is behind a clause that tells of him and names another: "Ash, who hated Lowe, called him"."""
    aside = _WHO_ASIDE.search(region.masked, limit, end)
    actor = region.actor_at(aside.start() - 1) if aside is not None and aside.start() > limit else None
    if aside is None or actor is None or actor.end != aside.start() or is_object(region, actor):
        return None
    if ":" in actor.person:
        return None  # "the mate, whose name was Ash, told us"
    return Found(actor.start, actor.end, speaker_of(actor))


_NAMED = re.compile(r"\b(?:called|named) (?:[A-Z][a-z]{0,4}\.? )?$")
_WHO_ASIDE = re.compile(r",\s(?:who|whose)\b[^,;.:\n]{2,100},\s$")


def _somebody_there(region: Region, limit: int, end: int) -> Found | None:
    """Somebody of whom only his place is told: "Someone in the gallery asked", "a voice from the back said"."""
    found = _THERE.search(region.masked, limit, end)
    if found is None or region.actors_in(found.start(), end):
        return None
    before = region.tokens_in(limit, found.start())[-1:]
    if before and before[0].low in ("or", "and"):
        return None  # "she or somebody else"
    return called(found.start(), end, region, "anon")


_THERE = re.compile(
    r"\b(?:[Ss]omeone|[Ss]omebody|[Aa]nother|[Aa](?:nother)? voice|[Oo]ne voice|[Tt]he voice of (?:someone|somebody))"
    r"(?: else)?(?: (?:in|from|at|on|behind|near|by|outside|below|above) "
    r"(?:the |a |his |her |my |our )?(?:[\w’'-]+ ?){1,4})?$"
)


def _is_diarists(region: Region, verb: Token) -> bool:
    """Whether a sentence begins with what the writer did, without his "I": "Wrote to them that evening"."""
    following = region.tokens_in(verb.end, verb.end + 12)
    return (
        verb.low in _PASTS
        and region.sentence_at(verb.start).start == verb.start
        and bool(following)
        and following[0].low in PREPOSITIONS | MALE | FEMALE | PLURAL
        and following[0].low not in ("he", "she", "they", "by")
    )


def _of_sentence_before(region: Region, verb: Token) -> Found | None:
    """Whose a verb is that a diarist leaves without its subject: "Ash to dinner. Says the lamp is …"."""
    begin = region.sentence_at(verb.start).start
    place = region.sentence_number(begin - 1) if begin else -1
    named = right_of(region, verb.end, verb.end + 40)
    if place < 0 or (named is not None and named.start <= verb.end + 1):
        return named
    actors = region.actors_in(region.sentences[place].start, begin)
    free = [actor for actor in actors if not is_object(region, actor)]
    actors = free or actors
    return Found(actors[-1].start, verb.end, speaker_of(actors[-1], confidence=0.7)) if actors else named


_LEFT_OUT = frozenset("says tells thinks writes adds declares swears".split())
_BID = frozenset("tell ask say answer write".split())
_PASTS = frozenset("wrote told asked answered wired cabled telegraphed replied sent".split())


def _pronoun_before(region: Region, tokens: list[Token], at: int) -> Found | None:
    token = tokens[at]
    if token.low in ("who", "which"):
        if at and tokens[at - 1].low in ("he", "she", "i", "we", "they"):
            return meant_by(region, tokens[at - 1])  # "it was he who warned us"
        paper = _paper_that(region, tokens, at) if token.low == "which" else None
        body = _body_before(region, tokens, at) if token.low == "which" else None
        somebody = antecedent(region, token) if paper is None and body is None else None
        if (
            somebody is None
            and token.low == "who"
            and at
            and "," not in region.masked[tokens[at - 1].end : token.start]
        ):
            if tokens[at - 1].low in ("those", "people", "some"):  # "there were those who said"
                somebody = called(tokens[at - 1].start, token.end, region, "group")
            else:
                somebody = phrase(region, tokens, at - 1)  # "it was the usher who said"
        return paper or body or somebody
    if token.low == "that":
        return _paper_that(region, tokens, at)
    if token.low == "it":
        return _it(region, token)
    if token.low in ("latter", "former"):
        return latter(region, token)
    if token.low in ("he", "she", "they", "i", "we", "you", "her"):
        if at and tokens[at - 1].low in ("which", "where", "whom") and token.low in MALE | FEMALE:
            return antecedent(region, token) or meant_by(region, token)
        return meant_by(region, token)
    return None


def _body_before(region: Region, tokens: list[Token], at: int) -> Found | None:
    """The body right before a "which": "wrote to the Board, which replied"."""
    if at < 2 or tokens[at - 1].low not in region.speech.bodies or tokens[at - 2].low not in DETERMINERS:
        return None
    return called(tokens[at - 2].start, tokens[at - 1].end, region, "org")


def _paper_that(region: Region, tokens: list[Token], at: int) -> Found | None:
    """The paper before a "that" or "which", or whom it is from: "received from Ash a note that read"."""
    noun = tokens[at - 1] if at else None
    if noun is None or noun.low not in region.speech.documents or region.actor_at(noun.start) is not None:
        return None
    for place in range(at - 2, max(-1, at - 9), -1):
        actor = region.actor_at(tokens[place].start)
        if actor is not None:
            before = region.tokens_in(0, actor.start)[-1:]
            if before and before[0].low in ("from", "by"):
                return Found(actor.start, noun.end, speaker_of(actor, confidence=0.85))
            break
    return None


def _has_voice(region: Region, actor: Actor) -> bool:
    """Whether it is his voice that speaks: "the voice of Ash, which we all knew, said"."""
    return bool(
        re.search(r"\bvoice of (?:[A-Z][a-z]{0,4}\.? )?$", region.masked[max(0, actor.start - 24) : actor.start])
    )


def _it(region: Region, token: Token) -> Found | None:
    """What body or paper "it" is: the nearest named in the sentence."""
    sentence = region.sentence_at(token.start)
    tokens = region.tokens_in(sentence.start, token.start)
    governed: int | None = None
    for place in range(len(tokens) - 1, -1, -1):
        capital = tokens[place].word[0].isupper() and place and tokens[place - 1].low == "the"
        if (tokens[place].low in region.speech.bodies or capital) and region.actor_at(tokens[place].start) is None:
            if not _is_governed(tokens, place):
                return phrase(region, tokens, place)
            governed = place if governed is None else governed
    if governed is None and not tokens:
        return paper_before(region, token.start)
    if governed is None:
        return paper_before(region, sentence.start) if tokens and not _names_thing(region, tokens) else None
    return phrase(region, tokens, governed)


def _names_thing(region: Region, tokens: Sequence[Token]) -> bool:
    """Whether a sentence names somebody or something of its own before its "it"."""
    return len(tokens) > _FEW_BEFORE_IT or any(region.actor_at(token.start) is not None for token in tokens)


_FEW_BEFORE_IT = 5


def _is_governed(tokens: Sequence[Token], place: int) -> bool:
    """Whether a preposition stands before the noun's determiner: "in a dry and unfriendly review"."""
    first = place
    while first > 0 and place - first < 6 and tokens[first].low not in DETERMINERS:
        first -= 1
    return first > 0 and tokens[first - 1].low in PREPOSITIONS
