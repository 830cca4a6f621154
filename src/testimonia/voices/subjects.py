"""Whose a verb is: the subject before it, behind it, or at the head of the sentence.

No parser: the words between are stepped over if they are adverbs, auxiliaries, brackets, appositions and relative
clauses. A subject may be a name, a pronoun, or a phrase (``a Russian lawyer``, ``the indictment``, ``The Times``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from testimonia.words.grammar import (
    ADVERBIAL,
    BE,
    DETERMINERS,
    FEMALE,
    FIRST,
    MALE,
    NO_PHRASE,
    PLURAL,
    PREPOSITIONS,
    SUBORDINATORS,
)
from testimonia.words.titles import is_title

from .phrases import called, of_another, paper_before, phrase, some_of
from .pronouns import antecedent, is_object, latter, meant_by, speaker_of, unnamed
from .region import MASK, Found, Region, Token
from .scene import Actor

__all__ = ["is_passive", "main_subject", "right_of", "sentence_end", "subject_of"]

_GOING_ON = ("add", "continu", "conclud", "repeat")  # whose subject is that of the verb before "that"
_APPOSED = re.compile(r"(?:\b[A-Z]\.|[^,;:.!?]){0,60}, ")
_ADVERBS = "|".join(sorted(ADVERBIAL))
_BETWEEN = re.compile(  # a name and its verb: a bracket, an apposition, a relative clause, adverbs
    r"(?:\s*[\[(][^\])]*[\])])?(?:,[^,;:]{2,90},|\s+[-–—]{1,2}[^;:]{2,60}[-–—]{1,2}|\swho(?:se|m)?\s[^,;:.\ue000]{6,80}"
    r"|\s(?:in|on|at|under|with|from|behind|beside)\s(?:the|a|an|his|her)\s[\w-]{2,20}\s)?\s*"
    rf"(?:(?:\w+ly|{_ADVERBS}),?\s+){{0,4}}"
)
_ASIDE = re.compile(
    r",\s*(?:who|whose|which|a|an|the|then|now|formerly|in|at|on|with|as|for|from|by|after|before|under|like|though|having|being|one|to|signed|written|sent|dictated|dated)\b[^;.:]{2,120},\s*$"
)


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
        return _left_of(region, tokens, place - 2, limit) or main_subject(region, tokens, place, limit, verb=True)
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
    left = _left_of(region, tokens, place, limit)
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


def _left_of(region: Region, tokens: list[Token], place: int, limit: int) -> Found | None:
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


def main_subject(region: Region, tokens: list[Token], place: int, limit: int, *, verb: bool = False) -> Found | None:
    """The first in the sentence who can be a subject, for a participle, an infinitive or a second verb.

    ``verb`` says that the token at ``place`` is that one, so that the last clause before it is its own.
    """
    begin = max(_after_subordinate(region, tokens, place), _last_clause(region, tokens, place) if verb else 0)
    further = begin + 1 < len(tokens)
    if begin and further and tokens[begin].low in ("a", "an") and region.actor_at(tokens[begin].start) is None:
        return called(tokens[begin].start, tokens[begin + 1].end, region, "anon")  # "…, and a Dane rose and said"
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
        foreigner = index + 1 < place and tokens[index + 1].word[0].isupper() and token.low in ("a", "an")
        if foreigner and "," in region.masked[tokens[index - 2].end : before.start]:
            return index
    return 0


_CLAUSE = re.compile(r"[,;:.!?\n](?:\s|$)|" + MASK)
_SENTENCE = re.compile(r"[.;:!?](?:\s|$)")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|([A-Z][a-z]{1,4}))$")


def sentence_end(region: Region, at: int, end: int) -> int:
    """Where what begins at ``at`` is closed by a point, colon or semicolon, ``end`` if nowhere before."""
    return next(_ends(region, _SENTENCE, at, end), end)


def _clause_end(region: Region, at: int, end: int) -> int:
    stop = next(_ends(region, _CLAUSE, at, end), end)
    return stop if stop > at + 1 else end


def _ends(region: Region, marks: re.Pattern[str], at: int, end: int) -> Iterator[int]:
    """Where the marks stand; the point of "Mrs." and of an initial ends nothing."""
    for found in marks.finditer(region.masked, at, end):
        short = _ABBREVIATED.search(region.masked, at, found.start()) if found.group()[0] == "." else None
        if short is None or (short.group(1) and not is_title(short.group(1))):
            yield found.start()


def _apposed(region: Region, at: int, end: int) -> Actor | None:
    """Who is named in commas behind what he is: "the lawyer of the firm, Ash,"."""
    named = _APPOSED.match(region.masked, at, end)
    actor = region.actor_at(named.end()) if named is not None else None
    if actor is not None and ":" in actor.person:
        return None  # "the pilot, a careful man,"
    closed = actor is not None and region.masked[actor.end : actor.end + 1] in (",", MASK, ".")
    return actor if closed else None


_SOME_OF = {
    **dict.fromkeys(("one", "another", "each", "either", "neither"), "anon"),
    **dict.fromkeys(("some", "several", "many", "most", "all", "two", "three", "half"), "group"),
}
_A_VOICE = re.compile(r"(?:a|another|one) voice(?: (?:in|at|from|on|behind|near) (?:the |his |her |my )?[a-z]+)?\b")
_SOME_FAR = 6  # words of "each of the three hundred"


def right_of(region: Region, at: int, end: int) -> Found | None:
    """Who is named right after a verb, or after "by": to the end of the clause, or to ``end``."""
    end = min(end, len(region.masked))
    stop = _clause_end(region, at, end)
    tokens = region.tokens_in(at, stop)
    if not tokens:
        return None
    first = tokens[0]
    if first.low in ("he", "she", "they", "i", "we", "you", "me", "us", "him", "them"):
        return meant_by(region, first)
    if first.low in ("latter", "former") or (len(tokens) > 1 and tokens[1].low in ("latter", "former")):
        return latter(region, first if first.low in ("latter", "former") else tokens[1])
    for actor in region.actors:
        if actor.start < at:
            continue
        if actor.start >= stop:
            break
        lead = region.tokens_in(at, actor.start)
        if lead and lead[0].low in DETERMINERS and ":" in actor.person and "," in region.masked[at : actor.start]:
            break  # "told by the pilot, a careful man,"
        if any(t.low in ("that", "which", "who") for t in lead):
            break  # "on behalf of the Company that Ash was paid"
        if len(lead) <= 8 and not any(t.low in PREPOSITIONS or t.low in region.speech.saying for t in lead):
            apposed = _apposed(region, actor.end, end) if ":" in actor.person else None
            if apposed is not None:
                return Found(actor.start, apposed.end, speaker_of(apposed))
            return Found(actor.start, actor.end, speaker_of(actor))
        break
    last = 0
    while last + 1 < len(tokens) and last < 5 and tokens[last + 1].low not in PREPOSITIONS | NO_PHRASE | ADVERBIAL:
        last += 1
    voice = _A_VOICE.match(region.masked, first.start, stop)
    if voice is not None:
        return called(first.start, voice.end(), region, "anon")  # "…," called a voice from the back
    if first.low in _SOME_OF and len(tokens) > 2 and tokens[1].low == "of":
        return called(first.start, tokens[min(len(tokens), _SOME_FAR) - 1].end, region, _SOME_OF[first.low])
    if first.low in DETERMINERS or first.word[0].isupper() or first.low in region.speech.groups:
        apposed = _apposed(region, tokens[last].end, end)
        if apposed is not None:
            return Found(first.start, apposed.end, speaker_of(apposed))  # "said the lawyer of the firm, Ash,"
        found = phrase(region, tokens[: last + 1], last)
        whole = of_another(region, tokens, last)
        if found is None or whole == last or not found.speaker.id.startswith("org:"):
            return found
        return called(found.start, tokens[whole].end, region, "org")
    return None
