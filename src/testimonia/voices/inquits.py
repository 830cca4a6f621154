"""Speech in languages that set "he said" inside the marks, and dialogues whose lines open with a dash.

``« J'y vais, dit-il, et tout de suite. »`` is parted into two pieces of speech with the narrator's words between them,
and so is ``— J'y vais, dit-il.`` at the beginning of a paragraph. Who speaks is read from that clause, else from the
sentence before.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from testimonia.model import Span
from testimonia.words.inquits import Inquit, Inquits
from testimonia.words.quotes import Quotation
from testimonia.words.speech import english_speech

from .pronouns import meant_by, speaker_of
from .region import MASK, Found, Region, Token
from .scene import Scene, Speaker, slug
from .telling import Attribution, Strength

__all__ = ["attribute_by_inquit", "attribute_by_name", "dashed", "part_by_inquits"]

_LINE = re.compile(r"^[ \t]*(?P<words>\S[^\n]*)", re.MULTILINE)
_DASHES = "—–―"
_DASH_BEFORE = re.compile(r"[—–―]\s*.?$", re.DOTALL)
_FEW_OPEN = 0.4  # of a page's excerpts that open with a dash, for it to be a mark of the page
_PAUSE = re.compile(r"(?:,|[?!…](?:[ \u00a0\u202f]?[»”\"])?|\.\.\.)[ \u00a0\u202f\n]+(?=[^\W\d_])")
_AFTER = re.compile(r"[,.]?[ \u00a0\u202f]*")
_LEAST_LINES = 2  # paragraphs that open with a dash, for a dialogue
_NEAR = 16  # code points between a verb without a colon and the words it gives
_LONG = 6  # words of a sentence in marks that must be somebody's
_CAPITAL_OR_CLOSED = re.compile(r"[.!?…][ \u00a0\u202f]*[»”\"“]?$")
_CHUNK = re.compile(
    r"(?<![^\W_])(?:le|la|les|un|une|ce|cet|cette|mon|ma|son|sa|notre|leur)\s|(?<![^\W_])[lL]['’]", re.IGNORECASE
)
_CHUNK_END = re.compile(r"\s(?:à|au|en|avec|sans|dans|d['’]un|d['’]une|sur|sous|après|pour|par|tout|comme)\b")
_GOVERNING = re.compile(
    r"(?:\b(?:de|du|des|à|au|aux|par|pour|avec|sans|chez|sur|contre|vers|et)\s|\b[dD]['’])(?:M\.|Mme|Me|l['’]\w+\s|la\s\w+\s|le\s\w+\s)?\s?$"
)
_ENGLISH = re.compile(
    r"(?P<left>(?:I|he|she|they|(?:the|my|his|her) [a-z-]+|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})\s(?:[a-z]+ly\s)?)?"
    r"(?P<verb>[a-z]+)\b"
    r"(?P<rest>[^,.;:!?\n—]{0,90})"
)


def dashed(scene: Scene, quotations: Sequence[Quotation], taken: Sequence[Span]) -> list[Quotation]:
    """The paragraphs that open with a dash, as quotations, where there are several and they are no transcript's.

    ``taken`` are stretches that are something else. The dash may stand outside the excerpt's own words, as the mark of
    an item that the layout left out.
    """
    text = scene.text
    if _is_mark_of_the_page(scene):
        return []
    lines: list[Span] = []
    outer = sorted(q.span for q in quotations if q.depth == 0)
    starts = [span.start for span in outer]
    for line in _LINE.finditer(text):
        start, end = line.span("words")
        if not _opens_with_dash(scene, start) or any(span.start <= start < span.end for span in taken):
            continue
        at = bisect_left(starts, start) - 1
        if at >= 0 and start < outer[at].end:
            continue
        lines.append(Span(start, start + len(text[start:end].rstrip())))
    if len(lines) < _LEAST_LINES:
        return []
    return [Quotation(s, s, 0, "—", None) for s in lines]


def _opens_with_dash(scene: Scene, at: int) -> bool:
    if scene.text[at] in _DASHES:
        return True
    page, place = scene.cast.book.text, scene.page_span(at, at + 1).start
    before = page[page.rfind("\n", 0, place) + 1 : place].rstrip()
    return before[-1:] in _DASHES and before[-1:] != ""


def _is_mark_of_the_page(scene: Scene) -> bool:
    """Whether the page sets a dash before its excerpts, so that it says nothing of who speaks."""
    cast = scene.cast
    if cast.dash_is_a_mark is None:
        text, excerpts = cast.book.text, list(cast.book.excerpts)
        opened = sum(bool(_DASH_BEFORE.search(text, max(0, x.span.start - 4), x.span.start + 1)) for x in excerpts)
        cast.dash_is_a_mark = opened > _FEW_OPEN * len(excerpts)
    return cast.dash_is_a_mark


def part_by_inquits(text: str, quotations: Sequence[Quotation], inquits: Inquits | None) -> list[Quotation]:
    """The quotations, each parted around the clauses in it that say who speaks.

    Without ``inquits`` only lines that open with a dash are parted, by English words.
    """
    parted: list[Quotation] = []
    nested = sorted((q for q in quotations if q.depth > 0), key=lambda q: q.span.start)
    starts = [q.span.start for q in nested]
    for quotation in quotations:
        dash = quotation.opening in _DASHES
        if not dash and inquits is None:
            parted.append(quotation)
            continue
        first, last = bisect_left(starts, quotation.span.start), bisect_left(starts, quotation.span.end)
        inside = [q.span for q in nested[first:last] if q.depth > quotation.depth]
        clauses = list(_clauses(text, quotation, inside, inquits))
        at = quotation.span.start
        for clause in clauses:
            parted.append(replace(quotation, span=Span(at, _trim(text, at, clause.start)), closing=None))
            at = clause.end + len(_AFTER.match(text, clause.end, quotation.span.end).group())  # type: ignore[union-attr]
            while at < quotation.span.end and text[at] in " ;:\u00a0":
                at += 1
        if _WORD.search(text, at, quotation.span.end):
            parted.append(quotation if not clauses else replace(quotation, span=Span(at, quotation.span.end)))
    return sorted(parted, key=lambda q: (q.span.start, -q.span.end))


_WORD = re.compile(r"[^\W\d_]")


def _trim(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _clauses(text: str, quotation: Quotation, inside: Sequence[Span], inquits: Inquits | None) -> Iterator[Span]:
    start, end = quotation.span.start, quotation.span.end
    at, deepest, n = start, start, 0
    for pause in _PAUSE.finditer(text, start, end):
        while n < len(inside) and inside[n].start <= pause.start():
            deepest = max(deepest, inside[n].end)
            n += 1
        if pause.start() < at or pause.start() < deepest:
            continue
        if inquits is not None:
            found = inquits.inquit_at(text, pause.end(), end)
            span = found.span if found is not None else None
        else:
            span = _english(text, pause.end(), end)
        if span is None or not _is_closed(text, span.end, end):
            continue
        yield span
        at = span.end


def _is_closed(text: str, at: int, end: int) -> bool:
    """Whether a mark closes the clause."""
    rest = text[at:end].lstrip(" \u00a0\u202f")
    return not rest or rest[0] in ',.;:!?»”"'


def _english(text: str, at: int, end: int) -> Span | None:
    found = _ENGLISH.match(text, at, end)
    if found is None:
        return None
    speech = english_speech()
    if found["verb"] not in speech.saying - speech.loose or found["verb"] in speech.participles:
        return None
    if not found["left"] and not re.match(r"\s(?:(?:I|he|she|they|the|my|his|her)\b|[A-Z])", found["rest"]):
        return None
    stop = found.end()
    return Span(at, _trim(text, at, stop))


def attribute_by_inquit(
    region: Region, quote: Span, before: Attribution | None, inquits: Inquits
) -> Attribution | None:
    """Whose words a quotation is by a clause behind it, before it, or by the sentence before; ``None`` for nobody's."""
    start, end = quote.start - region.start, quote.end - region.start
    return (
        _continued(region, start, before, inquits)
        or _behind(region, end, before, inquits)
        or _ahead(region, start, before, inquits)
        or _from_sentence_before(region, quote, start, before, inquits)
    )


def attribute_by_name(region: Region, quote: Span) -> Attribution | None:
    """``»Nichts«, sagte Ash.``, ``Ash svarade: ”Nej.”``: a word in small letters and a name, where no table helps."""
    start, end = quote.start - region.start, quote.end - region.start
    last = region.actor_before(start)
    led = _ANY_VERBS.fullmatch(region.masked, last.end, start) if last is not None else None
    if last is not None and led is not None and ":" not in last.person:
        who = Found(last.start, last.end, speaker_of(last))
        return _given(region, who, last.start, led.end(1), Strength.DIRECT, led[1], 0.85)
    verb = _ANY_VERB.match(region.masked, end)
    actor = next(iter(region.actors_in(verb.end(), verb.end() + _LONGEST_NAME)), None) if verb is not None else None
    if verb is None or actor is None or ":" in actor.person or actor.start > verb.end() + _TITLE:
        return None
    if region.masked[verb.end() : actor.start].strip(" .").islower():
        return None  # "»Nichts«, schrieb er an Ash": only a title may stand between
    if region.masked[actor.end : actor.end + 1].strip(" ,.;:"):
        return None
    who = Found(actor.start, actor.end, speaker_of(actor))
    return _given(region, who, verb.start(1), actor.end, Strength.DIRECT, verb[1], 0.85)


_ANY_VERB = re.compile(r",? ([^\W\d_A-ZÀ-ÞА-Я][^\W\d_]+) ")
_ANY_VERBS = re.compile(r" ([^\W\d_A-ZÀ-ÞА-Я][^\W\d_]+)(?: [^\W\d_A-ZÀ-ÞА-Я][^\W\d_]*){0,2} ?: ?")
_TITLE, _LONGEST_NAME = 8, 60  # code points of a title before a name, and of both


def _continued(region: Region, start: int, before: Attribution | None, inquits: Inquits) -> Attribution | None:
    """Whether nothing but the clause that says who speaks stands between these words and those before."""
    ended = bisect_right(region.quote_ends, start)
    if before is None or not ended:
        return None
    last = region.quote_ends[ended - 1]
    at = last + len(_AFTER.match(region.masked, last).group())  # type: ignore[union-attr]
    found = inquits.inquit_at(region.masked, at, start)
    if found is None or region.masked[found.span.end : start].strip(" ,;:.\u00a0\u202f"):
        return None
    return Attribution(before.speaker, Strength.DIRECT, before.verb)


def _behind(region: Region, end: int, before: Attribution | None, inquits: Inquits) -> Attribution | None:
    at = end + len(_AFTER.match(region.masked, end).group())  # type: ignore[union-attr]
    found = inquits.inquit_at(region.masked, at, len(region.masked))
    if found is None:
        return None
    who = _who(region, found, before)
    return _given(region, who, found.span.start, found.span.end, Strength.DIRECT, found.verb, 1.0)


def _given(
    region: Region, found: Found | None, start: int, end: int, strength: Strength, verb: str, sure: float
) -> Attribution | None:
    if found is None:
        return None
    speaker = found.speaker
    why = region.reason("given to by these words", min(start, found.start), max(end, found.end))
    told = Speaker(speaker.id, speaker.name, min(speaker.confidence, sure), (why, *speaker.reasons))
    return Attribution(told, strength, verb)


_ENGLISH_PRONOUN = {"he": "he", "she": "she", "they": "they", "i": "i"}


def _pronoun(region: Region, person: str, start: int, end: int) -> Found | None:
    if person == "one":
        return Found(start, end, Speaker("anon:on", "on", 0.6))
    found = meant_by(region, Token(person, _ENGLISH_PRONOUN[person], start, end, False))
    if found is None and person in ("he", "she"):  # somebody else than whoever tells of him
        return Found(start, end, Speaker(f"anon:{person}", "", 0.3))
    return found


def _who(region: Region, inquit: Inquit, before: Attribution | None) -> Found | None:
    if inquit.person:
        return _pronoun(region, inquit.person, inquit.span.start, inquit.span.end)
    return _noun(region, inquit.subject.start, inquit.subject.end, before)


def _noun(region: Region, start: int, end: int, before: Attribution | None) -> Found | None:
    """Who is named by a name or a noun between two offsets."""
    words = region.masked[start:end].lower().replace("’", "'")
    if re.match(r"l'autre\b", words):
        return Found(start, end, before.speaker) if before is not None else None
    if re.match(r"(?:ce|cette) derni|celui-ci|celle-ci", words):
        others = [a for a in region.actors_in(0, start) if before is None or a.person != before.speaker.id]
        return Found(start, end, speaker_of(others[-1], confidence=0.6)) if others else None
    actors = [a for a in region.actors_in(start, end) if not _is_governed(region, a.start)]
    actors = [a for a in actors if ":" not in a.person]
    if actors:
        return Found(actors[0].start, actors[0].end, speaker_of(actors[0]))
    chunks = [m.start() for m in _CHUNK.finditer(region.masked, start, end)]
    chunks = [at for at in chunks if not _is_governed(region, at)]
    if not chunks:
        return None
    at = chunks[-1]
    cut = _CHUNK_END.search(region.masked, at, end)
    stop = _trim(region.masked, at, cut.start() if cut is not None else end)
    printed = region.masked[at:stop]
    if MASK in printed or not printed:
        return None
    return Found(at, stop, Speaker(f"anon:{slug(printed)}", printed, 0.8))


def _is_governed(region: Region, at: int) -> bool:
    return _GOVERNING.search(region.masked, max(0, at - 24), at) is not None


def _ahead(region: Region, start: int, before: Attribution | None, inquits: Inquits) -> Attribution | None:
    """``Elle me regarda et dit : « … »``: the last verb of speech before it in its sentence."""
    sentence = region.sentence_at(max(0, start - 1))
    lead = region.masked[sentence.start : start]
    if sentence.end < start and not lead.rstrip(' \u00a0\u202f«“„"').endswith((":", ",")):
        return None
    stop = len(lead.rstrip(' \u00a0\u202f«“„"—'))
    verbs = list(inquits.saying.finditer(lead, 0, stop))
    opened = lead[:stop].endswith((":", ","))
    for verb in reversed(verbs):
        if MASK in lead[verb.end() : stop] or (not opened and stop - verb.end() > _NEAR):
            break
        who = _subject(region, sentence.start, sentence.start + verb.start(), before, inquits)
        if who is None:
            continue
        first, last = sentence.start + verb.start(), sentence.start + verb.end()
        return _given(region, who, first, last, Strength.DIRECT, verb.group(), 0.95)
    return None


def _subject(region: Region, begin: int, verb: int, before: Attribution | None, inquits: Inquits) -> Found | None:
    """Whose verb begins at an offset: the pronoun before it, else who is named first in the sentence."""
    said = inquits.subject.search(region.masked, begin, verb)
    if said is not None:
        word = said["pronoun"].lower().replace("’", "'")
        return _pronoun(region, inquits.pronouns[word], said.start("pronoun"), said.end("pronoun"))
    head = begin + len(region.masked[begin:verb]) - len(region.masked[begin:verb].lstrip(" \n«—"))
    opening = re.match(r"(?P<pronoun>[^\W\d_]+['’]?)", region.masked[head:verb])
    if opening is not None:
        word = opening["pronoun"].lower().replace("’", "'")
        if word in inquits.pronouns:
            return _pronoun(region, inquits.pronouns[word], head, head + opening.end())
    actors = [a for a in region.actors_in(begin, verb) if not _is_governed(region, a.start)]
    actors = [a for a in actors if ":" not in a.person]
    if actors:
        return Found(actors[-1].start, actors[-1].end, speaker_of(actors[-1]))
    comma = region.masked.find(",", head, verb)
    return _noun(region, head, comma if comma > 0 else verb, before)


def _from_sentence_before(
    region: Region, quote: Span, start: int, before: Attribution | None, inquits: Inquits
) -> Attribution | None:
    """A whole sentence in marks that nothing gives to anybody is whose the sentence before tells of."""
    words = quote.cut(region.scene.text).split()
    if not _CAPITAL_OR_CLOSED.search(quote.cut(region.scene.text)) and len(words) < _LONG:
        return None
    place = region.sentence_number(max(0, start - 1))
    if place < 0:
        return None
    sentence = region.sentences[place]
    if sentence.end > start or "\n" in region.masked[sentence.end : start]:
        return None
    said = next(inquits.saying.finditer(region.masked, sentence.start, sentence.end), None)
    if said is not None and before is not None and before.speaker.id != region.voice.id:
        who = _subject(region, sentence.start, said.start(), before, inquits)
        if who is not None and who.speaker.id == region.voice.id:  # what I told him, and now he again
            return Attribution(replace(before.speaker, confidence=0.5), Strength.GOVERNING, "")
    if len(words) < _LONG:
        return None
    who = _subject(region, sentence.start, sentence.end, before, inquits)
    if who is None or who.speaker.id == region.voice.id:
        return None
    return _given(region, who, who.start, who.end, Strength.GOVERNING, "", 0.5)
