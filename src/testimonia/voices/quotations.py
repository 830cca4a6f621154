"""Quotations cut out of the block they stand in, each with its speaker; nested ones out of the quotation around them.

Words in marks are somebody's speech where the words around them say whose, or where they are long enough to be nothing
else. Short ones that nobody is said to have uttered (``the "Union"``, ``a so-called "accident"``) are the narrator's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from testimonia.model import Mode, Reason, Span
from testimonia.words.grammar import DETERMINERS, PREPOSITIONS
from testimonia.words.quotes import Quotation
from testimonia.words.speech import english_speech

from .attribution import attribute, first_person
from .blocks import Block, Outer
from .dialogue import alternate, dialogues, is_called, take_turns
from .document_signers import signer_of_quotation
from .inquits import attribute_by_inquit, attribute_by_name
from .namings import Naming, NamingPlace, naming_of
from .region import Region
from .scene import Scene, Speaker
from .telling import Attribution, Strength

__all__ = ["carve", "run_on"]

_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FIRST_PERSON = re.compile(r"\b(?:I|me|my|mine|myself)\b")
_BY_HIMSELF = re.compile(r"\b(?:I|[Ww]e|myself|name is|am)\b[\s,(\[]*(?:the |undersigned,? |[A-Z][a-z]{0,4}\. )*$")
# "he owned that he had been "idle"."
_SAYS_SHE = re.compile(r"\b(?:said|says|stated|states|declared|testified|admitted)(?: that)? (?:he|she|they|it) $")
_SAID_TO_BE = re.compile(r"\b(?:that\b[^.;:!?\n]{2,120}|said (?:it|he|she|they)) \b(?:is|are|was|were|been|be) $")
_SHORT = 4  # words: what is shorter needs words right beside it that give it to somebody
_LONG = 12  # words: what is longer is somebody's speech even where the page does not say whose
_SNEER = re.compile(
    r"\b(?:so-called|alleged(?:ly)?|supposed(?:ly)?|self-styled|would-be|what (?:is|was) (?:called|known as))\s*$", re.I
)
_TO_SOMEBODY = frozenset(  # verbs whose object may be whom, not what: "they told "Comrade Ash" that …"
    "tell tells told inform informs informed ask asks asked order orders ordered advise advised urge urged warn warned "
    "assure assured command commanded instruct instructed promise promised remind reminded accuse accused".split()
)


def carve(scene: Scene, block: Block, quotations: Sequence[Quotation], namings: Sequence[Naming]) -> list[Block]:
    """The block and its quotations as pieces that cover it in order, white space between them aside.

    ``quotations`` are all of the excerpt's, in offsets of its text.
    """
    if block.mode is Mode.EDITORIAL:
        return [block]
    inside = [q for q in quotations if block.start <= q.span.start < block.end]
    outermost = _outermost(inside)
    if not outermost:
        return [block]
    spans = [Span(q.span.start, min(q.span.end, block.end)) for q in outermost]
    region = Region(
        scene, block.start if block.body is None else block.body, block.end, spans, block.speaker, block.addressee
    )
    pieces: list[Block] = []
    at = block.start
    within = [q.span for q in inside if q.depth > outermost[0].depth]
    attributed = _attributed(region, spans, within)
    if (
        within
        and attributed == [None]
        and not scene.text[block.start : block.end].replace(spans[0].cut(scene.text), "", 1).strip()
    ):
        # the compiler's marks around all of it: whose the words in it are is told in it
        return carve(scene, block, [q for q in inside if q.depth > outermost[0].depth], namings)
    for quotation, span, told in zip(outermost, spans, attributed, strict=True):
        naming = _naming_of(scene, namings, span, block, told)
        told = _with_naming(scene, told, naming)
        if not _is_speech(scene, span, told, block, naming):
            continue
        assert told is not None
        speaker = _as_person(scene, block, told.speaker)
        if scene.text[at : span.start].strip():
            pieces.append(replace(block, start=at, end=span.start))
        outer = block.outer
        if block.mode in (Mode.QUOTE, Mode.TURN) and block.speaker.id != speaker.id:
            outer = (*outer, Outer(block.speaker, block.naming))
        if naming is None and block.naming is not None and speaker.id == block.speaker.id:
            naming = block.naming
        quote = Block(span.start, span.end, speaker, Mode.QUOTE, naming, outer)
        nested = [q for q in inside if q.depth > quotation.depth and span.contains(q.span)]
        pieces += carve(scene, quote, nested, namings) if nested else [quote]
        at = span.end
    if scene.text[at : block.end].strip():
        pieces.append(replace(block, start=at, end=block.end))
    return pieces


def run_on(text: str, quotations: Sequence[Quotation]) -> list[Quotation]:
    """The quotations, with one that is never closed run on over those which its own words introduce.

    ``"He looked up and said, "No." And then he went.``: what stands after the first mark is one speaker's tale, and the
    words in the second pair are told in it.
    """
    verbs = english_speech().saying
    found: list[Quotation] = []
    ends = 0
    deeper = 0
    starts = {quotation.span.start for quotation in quotations}
    for quotation in sorted(quotations, key=lambda q: (q.span.start, -q.span.end)):
        if quotation.span.start >= ends:
            deeper = 0
        depth = quotation.depth + deeper
        if quotation.closing is None and deeper == 0:
            lead = _WORDS.findall(text[quotation.span.start : quotation.span.end])[-3:]
            ended_by_next = not starts.isdisjoint((quotation.span.end, quotation.span.end + 1))
            if (
                ended_by_next
                and text[: quotation.span.end].rstrip().endswith((",", ":"))
                and verbs.intersection(word.lower() for word in lead)
            ):
                end = text.find("\n", quotation.span.end)
                end = len(text.rstrip()) if end < 0 else end
                inner = Span(quotation.inner.start, end)
                found.append(replace(quotation, span=Span(quotation.span.start, end), inner=inner))
                ends, deeper = end, 1
                continue
        found.append(quotation if depth == quotation.depth else replace(quotation, depth=depth))
    return [_with_address(text, quotation, found) for quotation in found]


_ADDRESSES = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)


def _with_address(text: str, quotation: Quotation, others: Sequence[Quotation]) -> Quotation:
    """A quotation that nothing closes, run on over the next paragraphs if it speaks to a "you" and so do they.

    Only where the words before it speak to nobody and what it runs over holds no marks.
    """
    start, end = quotation.span.start, quotation.span.end
    if quotation.closing is not None or quotation.depth or not _ADDRESSES.search(text, start, end):
        return quotation
    if _ADDRESSES.search(text, 0, start):
        return quotation
    while text.startswith("\n", end):
        begin = end + len(text[end:]) - len(text[end:].lstrip())
        stop = text.find("\n", begin)
        stop = len(text.rstrip()) if stop < 0 else stop
        marked = any(other.span.start < stop and begin < other.span.end for other in others)
        if begin >= stop or marked or not _ADDRESSES.search(text, begin, stop):
            break
        end = stop
    if end == quotation.span.end:
        return quotation
    return replace(quotation, span=Span(start, end), inner=Span(quotation.inner.start, end))


def _outermost(quotations: Sequence[Quotation]) -> list[Quotation]:
    found: list[Quotation] = []
    for quotation in sorted(quotations, key=lambda q: (q.span.start, -q.span.end)):
        if not found or quotation.span.start >= found[-1].span.end:
            found.append(quotation)
    return found


def _as_person(scene: Scene, block: Block, speaker: Speaker) -> Speaker:
    """An author whom his own page quotes ("I said, …") is quoted as the person he is, where that is known."""
    if speaker.id == scene.author.id and scene.author_person is not None:
        return Speaker(scene.author_person, scene.author.name, min(speaker.confidence, 0.9), speaker.reasons)
    known = scene.cast.people.get(speaker.id)
    if known is not None and _is_label_alone(speaker.name, (known.name, *known.variants)):
        return replace(speaker, name=known.name)
    return speaker


def _is_label_alone(printed: str, names: Sequence[str]) -> bool:
    """Whether what stands for a speaker is a label ("A.", "Answer"), and no part of what he is called."""
    if sum(c.isalpha() for c in printed) < _LETTERS_OF_A_NAME:
        return True
    return printed.strip(" .:") in _LABELS and not any(printed.strip(" .:") in name for name in names)


_LETTERS_OF_A_NAME = 2
_LABELS = frozenset("Answer ANSWER Question QUESTION Witness WITNESS Antwort Frage Réponse Demande".split()) | {
    "The Witness",
    "The witness",
    "THE WITNESS",
    "Le témoin",
    "Le Témoin",
    "Un témoin",
    "Der Zeuge",
    "Die Zeugin",
}


def _is_speech(scene: Scene, span: Span, told: Attribution | None, block: Block, naming: Naming | None) -> bool:
    if told is None:
        return False
    text = scene.text
    words = _WORDS.findall(span.cut(text))
    if not words:
        return False
    lead = text[max(block.start, span.start - 40) : span.start]
    if _SNEER.search(lead):
        return False
    if _is_title(words) and not re.search(r"[.!?…][\"'”’»]*$", span.cut(text)):
        return False
    if told.strength is Strength.TURN or (naming is not None and len(words) > _SHORT):
        return True
    set_off = lead.rstrip().endswith((",", ":", "-", "—", "–")) or text[span.end - 2 : span.end - 1] in "?!"
    if scene.inquits is not None:  # "« Debout », dit-il": the comma stands behind the marks
        set_off = set_off or text[span.end : span.end + 1] == ","
    inner = span.cut(text).rstrip('"”’»“‘« ')
    set_off = set_off or (told.strength is Strength.DIRECT and inner.endswith((",", "?", "!")))
    kept = told.strength is Strength.DIRECT and told.verb in ("has", "had", "gives", "gave")  # by a register
    if len(words) <= _SHORT and all(word[0].isupper() for word in words) and not set_off and not kept:
        return False  # a name
    if told.strength is Strength.DIRECT:
        return set_off or len(words) > _SHORT or told.verb not in _TO_SOMEBODY
    sentence_like = bool(re.search(r"[.!?,][\"'”’»]*$", span.cut(text))) and words[0][0].isupper()
    if told.strength is Strength.GOVERNING:
        last = _WORDS.findall(lead)[-1:] if lead.rstrip()[-1:].isalpha() else []  # and not "pressed her. "…""
        part = len(words) > 2 and not (last and last[0].lower() in DETERMINERS - {"that"})
        return (
            len(words) > _SHORT
            or part
            or (words[0][0].islower() and _is_said_to_be(text, block.start, span.start, told.verb))
            or (sentence_like and not (last and last[0].lower() in DETERMINERS | PREPOSITIONS))
        )
    return len(words) >= _LONG or (sentence_like and len(words) > _SHORT) or (told.verb == "" and sentence_like)


def _is_title(words: Sequence[str]) -> bool:
    """Whether words are printed as the title of a book or song: "The Lamp and the Law"."""
    great = sum(word[0].isupper() for word in words)
    return (
        2 <= great < len(words) <= _LONGEST_TITLE
        and words[0][0].isupper()
        and words[-1][0].isupper()
        and all(word[0].isupper() or word in _OF_TITLES for word in words)
    )


_LONGEST_TITLE = 9
_OF_TITLES = frozenset(
    "of and the in on a an for to by with at from or de la le les des du der die das und von".split()
)


def _is_said_to_be(text: str, low: int, start: int, verb: str) -> bool:
    """Whether a word says, in an account of what somebody said, what something was."""
    if verb not in english_speech().saying:
        return False
    return any(said.search(text, max(low, start - 140), start) for said in (_SAID_TO_BE, _SAYS_SHE))


def _naming_of(
    scene: Scene, namings: Sequence[Naming], span: Span, block: Block, told: Attribution | None
) -> Naming | None:
    """The document that the quotation is said to come from: named in the words that lead in, or right behind it."""
    best = naming_of(namings, scene.page_span(span.start, span.end))
    within = best is not None and block.naming is best and told is not None and told.speaker.id != block.speaker.id
    if within and told is not None and told.strength is Strength.DIRECT:
        return None  # told inside the document by somebody else
    if best is None or best.where is NamingPlace.CLOSING:
        return best
    if block.naming is best and told is not None and told.speaker.id != block.speaker.id:
        return None  # told inside the document by somebody else
    if told is not None and best.author and told.speaker.id != best.author and told.strength is Strength.DIRECT:
        return None
    return best


def _with_naming(scene: Scene, told: Attribution | None, naming: Naming | None) -> Attribution | None:
    if naming is None or not naming.author:
        return told
    why = Reason("named as the author of the document", naming.span.cut(scene.cast.book.text), naming.span)
    named = Speaker(naming.author, naming.author_name or "", 0.9, (why,))
    if naming.where is NamingPlace.CLOSING:
        return Attribution(named, Strength.DIRECT)
    if told is None or told.strength is Strength.INHERITED:
        return Attribution(named, Strength.GOVERNING)
    return told


def _lies_within(at: int, spans: Sequence[Span], starts: Sequence[int]) -> bool:
    place = bisect_right(starts, at) - 1
    return place >= 0 and at < spans[place].end


def _by_language(region: Region, span: Span, before: Attribution | None) -> Attribution | None:
    """Whose a quotation is by the words around it; in another language than English nobody is guessed from phrases."""
    inquits = region.scene.inquits
    if inquits is None:
        foreign = attribute_by_name(region, span) if region.scene.language != "en" else None
        return foreign or attribute(region, span, before)
    found = attribute_by_inquit(region, span, before, inquits)
    if found is not None:
        return found
    found = attribute(region, span, before)
    return found if found is not None and ":" not in found.speaker.id else None


def _attributed(region: Region, spans: Sequence[Span], within: Sequence[Span]) -> list[Attribution | None]:
    """Whose each quotation is, by the words around it, by the one before it, or by taking turns.

    ``within`` are the quotations inside them: who is called by name there is not called by whoever quotes it.
    """
    starts = [span.start for span in within]
    told: list[Attribution | None] = []
    before: Attribution | None = None
    for span in spans:
        named = [a for a in region.scene.actors_in(span.start, span.end) if not _lies_within(a.start, within, starts)]
        region.addressed = frozenset(a.person for a in named if is_called(region.scene.text, a))
        region.told_of = frozenset(
            a.person for a in named if not _BY_HIMSELF.search(region.scene.text, a.start - 30, a.start)
        )
        found = _by_language(region, span, before)
        if found is None and _FIRST_PERSON.search(span.cut(region.scene.text)):
            found = first_person(region, span)
        signer = signer_of_quotation(region.scene, span.start, span.end)
        if signer is not None:
            why = region.scene.reason("whose initials close it", signer.start, signer.end)
            found = Attribution(Speaker(signer.person, signer.name, 0.8, (why,)), Strength.DIRECT)
        told.append(found)
        if found is not None:
            region.told.append(found.speaker)
        if found is not None and (found.strength is not Strength.INHERITED or before is None):
            before = found
    alternate(region, spans, told)
    for run in dialogues(region, spans):
        take_turns(region, run, spans, told)
    return told
