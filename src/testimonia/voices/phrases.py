"""Subjects that are no name: somebody who is named by what he is, a body, a paper, and whoever made it.

``a Russian lawyer``, ``the indictment``, ``The Times``, ``one of them``, ``the Company's telegram``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from testimonia.model import Span
from testimonia.words.grammar import ADVERBIAL, BE, DETERMINERS, FEMALE, FIRST, MALE, NO_PHRASE, PLURAL, PREPOSITIONS
from testimonia.words.lexicon import is_common_word
from testimonia.words.titles import is_title, is_title_behind

from .pronouns import is_object, meant_by, speaker_of
from .region import MASK, Found, Region, Token
from .scene import Speaker, slug

__all__ = ["called", "of_another", "paper_before", "phrase", "some_of"]

_PAPERS = frozenset("newspaper paper journal magazine review weekly daily gazette agency organ periodical".split())
_ENTITLED = re.compile(r",?\s*(?:the\s+)?[\"“'‘_*]?((?:[A-Z][\w.]*\s?){1,4}?)[\"”'’_*,]")
_WHICH = frozenset("younger elder older eldest youngest oldest first second other last tallest".split())
_ONE = frozenset("one another each".split()) | _WHICH
_PART = frozenset(
    "one another each some many most all half both several two three four few whole rest majority".split()
)
_THERE = frozenset("present there aboard ashore nearby standing listening".split())
_SOMEBODY = {
    "another": "anon",
    "others": "group",
    "somebody": "anon",
    "someone": "anon",
    "everybody": "group",
    "everyone": "group",
}
_AUXILIARIES = BE | frozenset("have had has do does did will would shall should can could may might must".split())
_PRONOUNS = MALE | FEMALE | PLURAL | FIRST - {"my", "our"} | frozenset("whom whose itself it".split()) - {"her", "his"}
_OF_A_KIND = re.compile(r"[A-Z][\w-]+(?:ites?|ists?|ians?)")  # adherents, believers, natives


def phrase(region: Region, tokens: list[Token], at: int, *, chained: bool = False) -> Found | None:
    """A subject that is no name and ends with the token at ``at``; ``None`` where the words there can be none.

    Its noun is of people, of a body, of a paper, or a name of its own; ``chained`` says that a preposition follows it.
    """
    while at and tokens[at].low in _THERE and tokens[at - 1].low not in DETERMINERS:
        at -= 1  # "one of the men present"
    last = tokens[at]
    if last.low in NO_PHRASE | PREPOSITIONS | ADVERBIAL | DETERMINERS | _PRONOUNS:
        return None
    first = at
    while first > 0 and at - first < 6 and tokens[first].low not in DETERMINERS:
        before = tokens[first - 1]
        gap = region.masked[before.end : tokens[first].start]
        if re.search(r"[,;:.!?()\[\]\n\u2014]", gap) or MASK in gap:
            break
        if before.low in _AUXILIARIES:
            return None  # "I have heard men": no subject
        if before.low in NO_PHRASE - {"that"} or before.low in _PRONOUNS:
            break
        noun_before = first > 1 and tokens[first - 2].low in DETERMINERS  # "a note in his papers"
        if before.low in region.speech.saying and not noun_before:
            break
        first -= 1
    words = tokens[first : at + 1]
    if first and tokens[first - 1].low == "and" and words[0].low not in DETERMINERS:
        return None  # "Ash, member for Hull and chairman of the board": who he is
    if words[0].low in ("one", "a", "an") and first and not chained:
        named = region.actor_at(tokens[first - 1].start)  # "Ash one of the pilots said", without its comma
        if named is not None and named.end == words[0].start - 1 and not is_object(region, named):
            return Found(named.start, last.end, speaker_of(named))
    determined = words[0].low in DETERMINERS or any(t.low.endswith(("'s", "’s")) for t in words[:-1])
    if (
        first
        and tokens[first - 1].low in PREPOSITIONS
        and region.masked[tokens[first - 1].end : words[0].start].isspace()
    ):
        # "the pilots of the old port wrote", but not "in the house of the consul stated"
        if first < 2 or not region.masked[tokens[first - 2].end : tokens[first - 1].start].isspace():
            return None
        if chained and tokens[first - 1].low != "of":
            return None
        if tokens[first - 2].low in _PART and tokens[first - 1].low == "of":
            part = phrase(region, words, len(words) - 1)  # "the whole of the crew", "each of the three"
            begin = first - 2 - (first > 2 and tokens[first - 3].low in DETERMINERS)
            named = region.actor_at(tokens[begin - 1].start) if begin else None
            if named is not None and named.end == tokens[begin].start - 1:
                return Found(named.start, last.end, speaker_of(named))  # "Ash one of the pilots said"
            if part is not None and tokens[first - 2].low in _ONE:
                return called(tokens[begin].start, last.end, region, "anon")
            return part and replace(part, start=tokens[begin].start)
        whole = phrase(region, tokens[: first - 1], first - 2, chained=True)
        if whole is None or region.actor_at(tokens[first - 2].start) is not None:
            return None
        return called(whole.start, last.end, region, whole.speaker.id.split(":")[0])
    head = next((n for n, t in enumerate(words) if n and t.low in PREPOSITIONS), len(words)) - 1
    noun = words[head]
    actor = region.actor_at(noun.start)
    if actor is not None:
        return None if is_object(region, actor) else Found(actor.start, actor.end, speaker_of(actor))
    maker = _maker(region, words[: head + 1]) or _maker_behind(region, noun)
    if maker is not None:
        return replace(maker, start=words[0].start)
    human = region.speech.is_human(noun.low) or (noun.word[0].isupper() and bool(_OF_A_KIND.fullmatch(noun.word)))
    speaks = human or region.speech.can_speak(noun.low.split("-")[-1] if "-" in noun.low else noun.low)
    begins = first + head == 0 or region.sentence_at(noun.start).start == noun.start
    capital = noun.word[0].isupper() and not noun.word.isupper()
    name = noun.word[0].isupper() and (
        words[0].low == "the" if determined else not (begins or noun.word.isupper()) or not is_common_word(noun.word)
    )
    if not (speaks or name):
        return None
    plural = noun.low in region.speech.groups or (noun.low.endswith(("s", "men")) and not noun.low.endswith("ss"))
    if not (determined or noun.word[0].isupper() or plural or noun.low in region.speech.bodies):
        return None
    title = _ENTITLED.match(region.masked, last.end) if noun.low in _PAPERS else None
    if title is not None:
        return Found(words[0].start, title.end(1), Speaker(f"org:{slug(title.group(1))}", title.group(1), 0.85))
    if name and not speaks and not determined:
        known = _known(region, words[: head + 1])
        if known is not None:
            return known
    titled = is_title(noun.word) or is_title_behind(noun.word)
    strange = capital and not (human or titled) and (not determined or words[0].low == "the")
    if noun.low in region.speech.bodies or strange:
        kind = "org"
    elif human and (plural or words[0].low in ("both", "all", "several", "many", "these", "those")):
        kind = "group"
    elif not speaks and not titled:
        kind = "org"
    else:
        kind = "anon"
    return called(words[0].start, last.end, region, kind)


def _maker(region: Region, words: Sequence[Token]) -> Found | None:
    """Who made a paper that is his: "the Company's telegram ran", "Ash's letter says"."""
    if len(words) < 2 or not region.speech.is_paper(words[-1].low):
        return None
    owner = next((t for t in reversed(words[:-1]) if t.low.endswith(("'s", "’s"))), None)
    if owner is None:
        named = region.actor_at(words[-2].start)  # "the Ash papers"
        if named is None or named.end != words[-1].start - 1 or named.person.startswith("anon:"):
            return None
        return Found(named.start, words[-1].end, speaker_of(named, confidence=0.7))
    actor = region.actor_at(owner.start)
    if actor is not None:
        return Found(actor.start, words[-1].end, speaker_of(actor, confidence=0.85))
    noun, start = owner.low[:-2], words[0].start if words[0].low in DETERMINERS else owner.start
    if noun in region.speech.bodies or owner.word[0].isupper():
        found = called(start, owner.end - 2, region, "org")
    elif region.speech.is_human(noun):
        found = called(start, owner.end - 2, region, "anon")
    else:
        return None
    return replace(found, end=words[-1].end)


def _maker_behind(region: Region, noun: Token) -> Found | None:
    """Who made a paper, said behind it: "the telegram from Ash", "the note, signed by Ash,", "the diary of Ash"."""
    if not region.speech.is_paper(noun.low):
        return None
    made = _MADE_BY.match(region.masked, noun.end)
    actor = region.actor_at(made.end()) if made is not None else None
    if actor is None or actor.start > noun.end + 24:
        return None
    return Found(noun.start, actor.end, speaker_of(actor, confidence=0.85))


_MADE_BY = re.compile(
    r"(?:,? (?:signed|written|sent|dictated)(?: by)?|(?: is| was)?(?: from| by)| of) "
    r"(?:(?:the )?(?:late )?(?:[A-Z][a-z]{0,4}\.? )?(?=[A-Z]))?"
)


def paper_before(region: Region, start: int) -> Found | None:
    """The paper that one of the two sentences before begins with: "The pilots' book is at Hull. Under 9 May it has …".

    It is his whose paper it is, where that is said.
    """
    place = region.sentence_number(max(0, start - 1))
    for sentence in reversed(region.sentences[max(0, place - 1) : place + 1]):
        tokens = region.tokens_in(sentence.start, min(sentence.end, start))[:_HEAD]
        for at, token in enumerate(tokens):
            if not at or token.quoted or not region.speech.is_paper(token.low):
                continue
            if token.low in _PARTS_OF_PAPER and any(region.speech.is_paper(t.low) for t in tokens[at + 1 :]):
                continue  # "two entries in the ledger"
            owned = _maker(region, tokens[: at + 1]) or _maker_behind(region, token)
            if owned is not None:
                return owned
            if tokens[at - 1].low in ("his", "her"):
                whose = meant_by(region, tokens[at - 1])
                return whose and replace(whose, end=token.end)
            first = next((n for n in range(at - 1, -1, -1) if tokens[n].low in DETERMINERS), None)
            heads = first == 0 or (first is not None and tokens[first - 1].low in PREPOSITIONS)
            if first is not None and heads and "," not in region.masked[tokens[first].start : token.end]:
                return called(tokens[first].start, token.end, region, "org")
    return _his_paper(region, region.sentences[place]) if place >= 0 and start >= region.sentences[place].end else None


def _his_paper(region: Region, sentence: Span) -> Found | None:
    """Whose paper a later clause of a sentence is about: "One Ash came, and his report is with the bills."."""
    tokens = region.tokens_in(sentence.start, sentence.end)
    for whose, paper, verb in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if whose.low in ("his", "her") and verb.low in BE and region.speech.is_paper(paper.low):
            found = meant_by(region, whose)
            return found and replace(found, end=paper.end)
    return None


_PARTS_OF_PAPER = frozenset(
    "entry entries line lines passage passages paragraph paragraphs item items note notes".split()
)
_HEAD = 7  # words of a sentence in which it says what it is about


def _known(region: Region, words: Sequence[Token]) -> Found | None:
    """The one person of the book of that family name, where the mentions of the excerpt left it out."""
    given = words[-2].word if len(words) > 1 and words[-2].word[0].isupper() else None
    person = region.scene.cast.author_person(words[-1].word, given)
    if person is None:
        return None
    return Found(words[0].start, words[-1].end, Speaker(person, region.scene.cast.people[person].name, 0.7))


def called(start: int, end: int, region: Region, kind: str) -> Found:
    """Whoever the words of a region call so."""
    printed = re.sub(r"[*_]+", "", region.masked[start:end])  # "the *Lamp*"
    return Found(start, end, Speaker(f"{kind}:{slug(printed)}", printed, 0.8))


def some_of(region: Region, tokens: list[Token], at: int) -> Found | None:
    """Somebody whom nothing names, where the token at ``at`` ends it: "somebody", "one of them", "all of us"."""
    while at and tokens[at].low in _THERE and tokens[at - 1].low not in DETERMINERS - {"these", "those"}:
        at -= 1  # "several of those present"
    if tokens[at].low in _SOMEBODY:
        return called(tokens[at].start, tokens[at].end, region, _SOMEBODY[tokens[at].low])
    if at < 2 or tokens[at].low not in ("them", "us", "these", "those", "whom") or tokens[at - 1].low != "of":
        return None
    first = at - 2
    if tokens[first].low not in _PART | _WHICH:
        return None
    kind = "anon" if tokens[first].low in _ONE else "group"
    whole = meant_by(region, tokens[at]) if kind == "group" and tokens[at].low == "them" else None
    if whole is not None:
        return Found(tokens[first].start, tokens[at].end, whole.speaker)
    return called(tokens[first].start, tokens[at].end, region, kind)


def of_another(region: Region, tokens: Sequence[Token], last: int) -> int:
    """Where the name of a body ends that goes on with another's: "the Board of the River Company"."""
    if not tokens[last].word[0].isupper():
        return last
    at = last + 1
    if at < len(tokens) and tokens[at].low == "of":
        at += 1
        if at < len(tokens) and tokens[at].low == "the":
            at += 1
        while at < len(tokens) and tokens[at].word[0].isupper() and region.actor_at(tokens[at].start) is None:
            last, at = at, at + 1
    return last
