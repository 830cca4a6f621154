"""Words without marks that others bring in: a bracket before them, a paragraph that ends in a colon, ``Ash says: …``.

A bracketed header or lead-in is the compiler's. Where a lead-in ends, and whose the words after it are, is kept in the
`State` of the excerpt that is being read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from testimonia.model import Mode, Span
from testimonia.words.speech import english_speech
from testimonia.words.titles import is_title

from .attribution import attribute
from .blocks import Block
from .namings import Naming, NamingPlace
from .region import Region
from .scene import Actor, Scene, Speaker
from .takeovers import naming_speaker
from .telling import Strength

__all__ = ["State", "inline", "lead_in", "maybe_set_off", "tells_again"]

_LEAD_IN = re.compile(r"(?:\(?\d{1,2}[.)]\s+)?(?P<bracket>\[[^\[\]\n]{3,260}\])[,:]?")
_SETS_SCENE = re.compile(r"\[(?:At|From|In|On|Before|During|After)\s(?:[^\]]*\b\d{4}\b|the\b|a\b)")
_CONTINUES = re.compile(r"\b(?:continu(?:es|ed|ing)|goes on|went on|resumes|resumed)\s*\]", re.IGNORECASE)
_TELLS = re.compile(
    r"\b(?:said|says|stated|states|wrote|writes|declared|told|testified|replied|answered|asked|reported|added|confessed|admitted)\b"
    r"(?:[^\]]{0,60})\]",
    re.IGNORECASE,
)
_TELLS_NOTHING = re.compile(r"\b(?:nothing|never|not|nobody|no)\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:I|we|my|our|me|us|myself|mine)\b(?!['’]s\b)")
_INTRODUCES = re.compile(r":\s*(?:[-–—]+|\.\.\.|…)?\s*$")
_ENUMERATES = re.compile(r"\bfollowing\s+(?:[\w-]+\s+){0,2}?([a-z]+?)s?:\s*$")
_ITEM = re.compile(r"\s*(?:[(\[]?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)\]]|[-–—*•])\s")
_MARKS = "\"“”„«»'‘’‚‹›"


@dataclass(slots=True)
class State:
    """Who has the word where reading has come to in an excerpt, and the blocks made so far."""

    speaker: Speaker
    mode: Mode = Mode.NARRATION
    naming: Naming | None = None
    started: int = 0  # where the paragraph stands that introduced the words set off
    spoken: bool = False  # whether they were said rather than written
    blocks: list[Block] = field(default_factory=list)


def lead_in(
    scene: Scene, namings: Sequence[Naming], first: int, last: int, state: State, continued: Block | None
) -> int:
    """Take a bracketed header or lead-in at the beginning of a paragraph; where the words after it begin."""
    bracket = _LEAD_IN.match(scene.text, first, last)
    if bracket is None:
        return first
    words = bracket.group()
    named = [
        n
        for n in namings
        if n.where in (NamingPlace.HEADER, NamingPlace.SOURCE)
        and (p := scene.local(n.span)) is not None
        and p.overlaps(Span(*bracket.span()))
    ]
    naming = named[0] if named else None
    actors = scene.actors_in(bracket.start(), bracket.end())
    speaker: Speaker | None = None
    if _CONTINUES.search(words) and actors:
        why = scene.reason("the bracket says who continues", bracket.start(), bracket.end())
        speaker = Speaker(actors[-1].person, actors[-1].name, 0.95, (why,))
        if continued is not None and continued.speaker.id == speaker.id:
            naming = continued.naming
        naming = naming or next((n for n in namings if n.author == speaker.id and n.where is NamingPlace.HEADER), None)
    elif _TELLS.search(words) and not _TELLS_NOTHING.search(words):
        region = Region(scene, first, last, [Span(bracket.end() - 1, last)], scene.author)
        told = attribute(region, Span(bracket.end() - 1, last))
        if told is not None and told.speaker.id != scene.author.id:
            speaker = told.speaker
        elif actors:
            why = scene.reason("named in the bracket", first, bracket.end())
            speaker = Speaker(actors[-1].person, actors[-1].name, 0.8, (why,))
    elif naming is not None:
        if naming.author:
            speaker = naming_speaker(scene, naming, 0.9)
    elif bracket.end() < last or not _SETS_SCENE.match(bracket["bracket"]):
        return first
    compiler = Speaker("compiler", "", 1.0, (scene.reason("a bracket before the words", first, bracket.end()),))
    state.blocks.append(Block(first, bracket.end(), compiler, Mode.EDITORIAL))
    if speaker is not None:
        state.speaker, state.mode, state.naming = speaker, Mode.QUOTE, naming
    at = bracket.end()
    while at < last and scene.text[at].isspace():
        at += 1
    return at


def maybe_set_off(
    scene: Scene,
    namings: Sequence[Naming],
    start: int,
    paragraph: tuple[int, int],
    following: tuple[int, int] | None,
    quotes: Sequence[Span],
    state: State,
) -> None:
    """Words without marks after a paragraph that introduces them are whose the introduction says."""
    first, last = paragraph
    text = scene.text
    if following is None or not _INTRODUCES.search(text, first, last) or text[following[0]] in _MARKS:
        return
    listed = _ENUMERATES.search(text, first, last)
    if listed is not None and _ITEM.match(text, following[0]):
        speech = english_speech()
        if listed.group(1) not in speech.nouns | speech.documents:
            return  # "the following deeds:" and a numbered list of them
    inside = [q for q in quotes if q.start >= start and q.end <= last]
    region = Region(scene, start, last, inside, state.speaker)
    told = attribute(region, Span(last, last))
    naming = _introducing(scene, namings, first, last)
    if told is None or told.strength is Strength.INHERITED:
        if naming is None or not naming.author:
            return
        state.speaker = naming_speaker(scene, naming, 0.8)
    else:
        if told.speaker.id == state.speaker.id and not _FIRST_PERSON.search(text[following[0] : following[1]]):
            return
        if _is_told_of(scene, told.speaker.id, following):
            return
        if state.mode is Mode.QUOTE and not _FIRST_PERSON.search(text[following[0] : following[1]]):
            return  # a document that tells what somebody said goes on in its own words
        state.speaker = replace(told.speaker, confidence=min(told.speaker.confidence, 0.85))
    state.mode, state.naming, state.started = Mode.QUOTE, naming, first
    state.spoken = naming is None


def _introducing(scene: Scene, namings: Sequence[Naming], first: int, last: int) -> Naming | None:
    for naming in namings:
        place = scene.local(naming.span)
        if (
            place is not None
            and first <= place.start < last
            and naming.where in (NamingPlace.INTRODUCTION, NamingPlace.HEADER)
        ):
            return naming
    return None


def _is_told_of(scene: Scene, speaker: str, paragraph: tuple[int, int]) -> bool:
    """Whether a paragraph speaks of somebody by name and in no "I": an account of what he said, not his words."""
    named = any(actor.person == speaker for actor in scene.actors_in(*paragraph))
    return named and not _FIRST_PERSON.search(scene.text, *paragraph)


def tells_again(scene: Scene, state: State, paragraph: tuple[int, int]) -> bool:
    """Whether a paragraph after set-off words is the narrator's again: it speaks of their speaker as of another."""
    text = scene.text[paragraph[0] : paragraph[1]]
    if _FIRST_PERSON.search(re.sub(r"[\"“«][^\"”»]*[\"”»]", "", text)):
        return False
    if _ITEM.match(text):
        return False
    if (
        state.spoken
        and state.blocks[-1].mode is Mode.QUOTE
        and _FIRST_PERSON.search(scene.text, state.blocks[-1].start, state.blocks[-1].end)
    ):
        return True
    opening = scene.actors_in(paragraph[0], min(paragraph[1], paragraph[0] + 80))
    return any(actor.person == state.speaker.id for actor in opening)


# words behind a colon in the same line

_SHORT = r"\b(?:Mr|Mrs|Ms|Dr|Prof|Capt|Col|Gen|Lt|Maj|Rev|St|[A-Z])\."
_INLINE = re.compile(rf"(?P<lead>(?:{_SHORT}|[^:\n.!?\"“«]){{3,70}}):(?:\s*[-–—]+)?\s*(?=[^\s\"“«'‘–—-])")


def inline(scene: Scene, first: int, last: int, state: State) -> bool:
    """``Ash says: the paper was mine.``: the rest of the paragraph is his, where it is no list."""
    stopped = _STOPPED.match(scene.text, first, last) if not scene.text[:first].strip() else None
    lead = _INLINE.match(scene.text, first, last) if stopped is None else stopped
    led = "taken" if stopped is not None and stopped["taken"] is not None else "lead"
    if lead is None or scene.text[last - 1] in ";,:":
        return False
    words = lead.group(led).split()
    speech = english_speech()
    actors = scene.actors_in(first, lead.end(led))
    headed = _HEADED.match(text := scene.text, first, lead.end(led))
    if led == "taken" and (not actors or text[actors[0].end] not in ",(."):
        return False  # "From the diary of Ash we know …"
    if headed is not None and actors and _heads_statement(scene, headed, actors[0].start):
        if _FIRST_PERSON.search(text, lead.end(), last) is None:
            return False
        why = scene.reason("whose statement it is headed as", first, lead.end())
        speaker = Speaker(actors[0].person, actors[0].name, 0.8, (why,))
        state.blocks.append(Block(first, lead.end(led) + 1, scene.author, Mode.NARRATION))
        state.blocks.append(Block(lead.end(), last, speaker, Mode.QUOTE))
        return True
    if stopped is None and actors and _labels(scene, actors[0], first, lead, last):
        why = scene.reason("his name stands before what he says of himself", first, lead.end(led))
        speaker = Speaker(actors[0].person, actors[0].name, 0.6, (why,))
        state.blocks.append(Block(first, last, speaker, Mode.QUOTE))
        return True
    if stopped is not None or words[-1].lower() not in speech.saying or not actors:
        return False
    region = Region(scene, first, lead.end(), [], state.speaker)
    told = attribute(region, Span(lead.end(), lead.end()))
    if told is None or told.strength is not Strength.DIRECT:
        return False
    state.blocks.append(Block(first, lead.end(led) + 1, scene.author, Mode.NARRATION))
    state.blocks.append(Block(lead.end(), last, replace(told.speaker, confidence=0.7), Mode.QUOTE))
    return True


_I = re.compile(r"\bI\b")
_YOU = re.compile(r"\b[Yy](?:ou|ours?)\b")
_OCCASION = re.compile(
    r"[,\s(]+(?:as told to|interviewed|in an? interview|speaking|talking|recalled|re-examined|in evidence|in reply|"
    r"aged \d|in \d{4}|\d{4}|to the (?:author|writer))\b[^:]*"
)


def _labels(scene: Scene, actor: Actor, first: int, lead: re.Match[str], last: int) -> bool:
    """``Ann Ash, as told to the writer: I counted them.``: a name, at most the occasion, and words of an "I".

    Where the author speaks of himself the occasion has to be said, or nothing but the name to stand there; and what
    speaks to a "you" behind a bare name is a letter to him.
    """
    text = scene.text
    titled = text[first : actor.start].split()
    if len(titled) > _MOST_TITLES or not all(is_title(word) for word in titled) or actor.person == scene.author_person:
        return False
    behind = text[actor.end : lead.end("lead")]
    spoken = _QUOTED.sub("", text[lead.end() : last])
    said = len(_I.findall(spoken))
    if not text[lead.end()].isupper() or not said:
        return False
    if not behind:
        return _YOU.search(spoken) is None and said >= _OFTEN
    if _OCCASION.fullmatch(behind):
        return True
    return behind[0] == "," and (not scene.author_is_person or scene.author_edits) and said >= _OFTEN


_MOST_TITLES = 2
_OFTEN = 2  # times that words say "I" before a bare name makes them somebody's
_QUOTED = re.compile(r"[\"“«][^\"”»]*[\"”»]")
# at the beginning of an excerpt: "Statement of Anna Ash, nurse, 3rd May 1903. I counted them.", "From the diary of …"
_TAKEN_FROM = r"(?:(?:From|Extracts? from|Excerpts? from) (?:the|an?) )"
_OF_SOMEBODY = rf"(?:{_SHORT}|[^:.;\n!?\"“«])"
_STOPPED = re.compile(
    r"(?P<lead>(?:Statement|Deposition|Testimony|Evidence|Affidavit|Confession|Declaration)\b"
    rf"{_OF_SOMEBODY}{{3,110}})\.\s+(?=I\b|My\b|We\b|On\b|At\b|In\b|It\b|The\b)|"
    rf"(?P<taken>{_TAKEN_FROM}(?:[a-z]+ )?(?:diary|journal|note-?book|day-?book|letters?|evidence|testimony|statement|"
    rf"deposition|narrative|recollections) (?:of|by) {_OF_SOMEBODY}{{3,90}})\.\s+(?=[^\W\d_a-z])"
)
# "Statement of Anna Ash, nurse: I counted them."
_HEADED = re.compile(
    rf"{_TAKEN_FROM}?(?:The |Further |Sworn |Voluntary |Second )*(?P<noun>[A-Za-z]+)(?: of evidence)? "
    r"(?:of|by|from|made by|given by) "
    r"(?:the )?"
)


def _heads_statement(scene: Scene, headed: re.Match[str], named: int) -> bool:
    """Whether a lead names a paper, and right behind it whose it is."""
    speech = english_speech()
    noun = headed["noun"].lower()
    if not speech.is_paper(noun) and noun not in speech.nouns:
        return False
    return named <= headed.end() or bool(re.fullmatch(r"(?:[A-Z]?[a-z]+\.? ){1,3}", scene.text[headed.end() : named]))
