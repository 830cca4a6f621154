"""The frame of an excerpt: whose words its lines are before any quotation is looked at.

By itself an excerpt is its cited author's narration. A bracketed header before the words (``[4 May 1911, letter of
Ash to his wife]``), a bracketed lead-in (``[Ash said in a speech],``), an introduction that ends in a colon and is
followed by words without marks, a name put in brackets behind the first "I" or "my", and the naming of a document of
which the whole excerpt is the text hand the words that follow to somebody else. The compiler's own brackets and
lead-ins are his.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from testimonia.model import DocumentType, Mode, Reason, Span
from testimonia.words.speech import english_speech

from .attribution import attribute
from .blocks import Block
from .floor import turn_blocks
from .namings import Naming, NamingPlace
from .region import Region
from .scene import Scene, Speaker, slug
from .telling import Strength
from .turns import find_turns
from .witnesses import BY_CLAIM

__all__ = ["frame", "with_remarks"]


_LEAD_IN = re.compile(r"(?:\(?\d{1,2}[.)]\s+)?(?P<bracket>\[[^\[\]\n]{3,260}\])[,:]?")
_SETS_SCENE = re.compile(r"\[(?:At|From|In|On|Before|During|After)\s(?:[^\]]*\b\d{4}\b|the\b|a\b)")
_CONTINUES = re.compile(r"\b(?:continu(?:es|ed|ing)|goes on|went on|resumes|resumed)\s*\]", re.IGNORECASE)
_TELLS = re.compile(
    r"\b(?:said|says|stated|states|wrote|writes|declared|told|testified|replied|answered|asked|reported|added|confessed|admitted)\b"
    r"(?:[^\]]{0,60})\]",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"\([^()]{20,1200}?[-–—]{1,2}\s*(?:the )?(?:eds?|editors?|transl?|translators?|author|red|hrsg)\.?\)", re.IGNORECASE
)
_FIRST_PERSON = re.compile(r"\b(?:I|we|my|our|me|us|myself|mine)\b(?!['’]s\b)")
_ANTECEDENT_OF_I = re.compile(r"\b(?:I|My|my|me|We|we|us|Our|our)\s*[\[(]")
_INTRODUCES = re.compile(r":\s*(?:[-–—]+|\.\.\.|…)?\s*$")
_ENUMERATES = re.compile(r"\bfollowing\s+(?:[\w-]+\s+){0,2}?([a-z]+?)s?:\s*$")
_ITEM = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]\s")
_MARKS = "\"“”„«»'‘’‚‹›"


@dataclass(slots=True)
class _State:
    speaker: Speaker
    mode: Mode = Mode.NARRATION
    naming: Naming | None = None
    started: int = 0  # where the paragraph stands that introduced the words set off
    spoken: bool = False  # whether they were said rather than written
    blocks: list[Block] = field(default_factory=list)


def frame(
    scene: Scene,
    namings: Sequence[Naming],
    *,
    quotes: Sequence[Span],
    known_labels: frozenset[str] = frozenset(),
    continued: Block | None = None,
) -> list[Block]:
    """The blocks that cover the excerpt's text in order, white space between them aside.

    ``quotes`` are its outermost quotations, in offsets of the text; ``continued`` is the block that a "continues"
    takes up: the last of the excerpt before.
    """
    text = scene.text
    turns = find_turns(text, is_name=lambda a, b: scene.named_at(a, b) is not None, known=known_labels)
    blocks: list[Block] = []
    at = 0
    for turn, block in zip(turns, turn_blocks(scene, turns), strict=True):
        blocks += _plain(scene, namings, at, turn.span.start, quotes, continued, beside_turns=True)
        blocks.append(block)
        at = turn.span.end
    blocks += _plain(scene, namings, at, len(text), quotes, continued, beside_turns=bool(turns))
    return _merged(blocks)


def _merged(blocks: Sequence[Block]) -> list[Block]:
    """Paragraphs in one voice as one block, so that what stands in one is known in the next."""
    merged: list[Block] = []
    for block in blocks:
        last = merged[-1] if merged else None
        if (
            last is not None
            and block.mode is last.mode is not Mode.TURN
            and (last.speaker, last.naming, last.outer) == (block.speaker, block.naming, block.outer)
        ):
            merged[-1] = replace(last, end=block.end)
        else:
            merged.append(block)
    return merged


# words without labels


@dataclass(frozen=True, slots=True)
class _Takeover:
    """A stretch that a naming, or a bracket behind "I", hands to somebody."""

    start: int
    end: int
    speaker: Speaker
    naming: Naming | None


def _plain(
    scene: Scene,
    namings: Sequence[Naming],
    start: int,
    end: int,
    quotes: Sequence[Span],
    continued: Block | None,
    *,
    beside_turns: bool,
) -> list[Block]:
    if not scene.text[start:end].strip():
        return []
    state = _State(scene.author)
    takeovers = list(_takeovers(scene, namings, start, end, quotes))
    if beside_turns:  # only of what shows by its own words where it begins and ends
        takeovers = [t for t in takeovers if t.naming is not None and t.naming.where is NamingPlace.FORM]
        takeovers = [t for t in takeovers if start <= t.start and t.end <= end]
    closings = [c for n in namings if n.where is NamingPlace.CLOSING and (c := scene.local(n.span)) is not None]
    paragraphs = _parted(scene.text, _paragraphs(scene.text, start, end), takeovers)
    for place, (first, last) in enumerate(paragraphs):
        at = _lead_in(scene, namings, first, last, state, continued)
        if at >= last:
            continue
        taken = min((t for t in takeovers if t.start <= at < t.end), key=lambda t: t.end - t.start, default=None)
        if taken is None and state.mode is Mode.NARRATION and _inline(scene, at, last, state):
            continue
        closing = next((c for c in closings if at <= c.start + 1 and c.start < last), None)
        if closing is not None and closing.start <= at + 2:
            state.speaker, state.mode, state.naming = scene.author, Mode.NARRATION, None
            if taken is not None:
                state.speaker, state.mode, state.naming = taken.speaker, Mode.QUOTE, taken.naming
            state.blocks.append(Block(at, last, state.speaker, state.mode, state.naming))
            continue
        if taken is not None:
            state.speaker, state.mode, state.naming = taken.speaker, Mode.QUOTE, taken.naming
        you = _addressee(scene, state.naming)
        state.blocks.append(Block(at, last, state.speaker, state.mode, state.naming, addressee=you))
        if taken is not None:
            if taken.end <= last:
                state.speaker, state.mode, state.naming = scene.author, Mode.NARRATION, None
            continue
        following = paragraphs[place + 1] if place + 1 < len(paragraphs) else None
        _maybe_set_off(scene, namings, start, (first, last), following, quotes, state)
        if (
            state.mode is Mode.QUOTE
            and following is not None
            and (
                _tells_again(scene, state, following)
                or (state.started < first and _ends_signed(scene, first, last, state.speaker.id))
            )
        ):
            state.speaker, state.mode, state.naming = scene.author, Mode.NARRATION, None
    return state.blocks


def _addressee(scene: Scene, naming: Naming | None) -> Speaker | None:
    """Who is "you" in a document that says to whom it is."""
    known = scene.cast.people.get(naming.addressee) if naming is not None and naming.addressee is not None else None
    if naming is None or known is None or known.id == naming.author:
        return None
    why = Reason("to whom the document is", naming.span.cut(scene.cast.book.text), naming.span)
    return Speaker(known.id, known.name, 0.8, (why,))


def _paragraphs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found = []
    for match in re.finditer(r"[^\n]+", text[start:end]):
        words = match.group()
        left = len(words) - len(words.lstrip())
        right = len(words.rstrip())
        if right > left:
            found.append((start + match.start() + left, start + match.start() + right))
    return found


def _parted(text: str, paragraphs: Sequence[tuple[int, int]], takeovers: Sequence[_Takeover]) -> list[tuple[int, int]]:
    """The paragraphs, parted where a document begins in the middle of one ("… sworn, said: I am …")."""
    forms = {t.start for t in takeovers if t.naming is not None and t.naming.where is NamingPlace.FORM}
    parted = []
    for first, last in paragraphs:
        for at in sorted(at for at in forms if first < at < last):
            end = first + len(text[first:at].rstrip())
            parted.append((first, end))
            first = at
        parted.append((first, last))
    return parted


def _takeovers(
    scene: Scene, namings: Sequence[Naming], start: int, end: int, quotes: Sequence[Span]
) -> Iterator[_Takeover]:
    """The stretches that are somebody else's than the author's by what names them; the surest first."""
    mine = _named_behind_i(scene, start, end)
    if mine is not None:
        naming = next((n for n in namings if n.where in _WHOLE and n.author in (None, mine.id)), None)
        yield _Takeover(start, end, mine, naming)
    for where, confidence in _TAKING:
        for naming in namings:
            if naming.where is not where or not naming.author:
                continue
            covers = scene.local(naming.covers)
            if covers is None or (where is NamingPlace.TITLE and naming.type not in _TOLD):
                continue
            if where is NamingPlace.CLOSING and _is_marked(scene, covers, quotes):
                continue  # the marks say how far his words go
            if where is NamingPlace.TITLE and naming.author == scene.author_person:
                continue
            sure = min(confidence, _BY_CLAIM) if any(r.rule == BY_CLAIM for r in naming.reasons) else confidence
            yield _Takeover(
                _from_heading(scene, naming, covers), covers.end, _naming_speaker(scene, naming, sure), naming
            )


_TAKING = (
    (NamingPlace.HEADER, 0.9),
    (NamingPlace.SOURCE, 0.85),
    (NamingPlace.FORM, 0.85),
    (NamingPlace.CLOSING, 0.9),
    (NamingPlace.TITLE, 0.7),
)
_BY_CLAIM = 0.5  # where the claim above alone tells who
_WHOLE = frozenset({NamingPlace.HEADER, NamingPlace.FORM})
_TOLD = frozenset({DocumentType.INTERVIEW, DocumentType.SPEECH, DocumentType.DEPOSITION, DocumentType.INTERROGATION})


def _named_behind_i(scene: Scene, start: int, end: int) -> Speaker | None:
    """``My [Ash] sins``, ``we (Ash, Hart, Lowe) the undersigned``: whose "I" it is."""
    mark = _ANTECEDENT_OF_I.search(scene.text, start, min(end, start + 400))
    if mark is None or _inside_quotes(scene.text, start, mark.start()):
        return None
    bracket = re.compile(r"[^\])\n]{1,200}").match(scene.text, mark.end())
    stop = bracket.end() if bracket else mark.end()
    actors = scene.actors_in(mark.end(), stop)
    if not actors or scene.text[mark.end() : actors[0].start].strip():
        return None
    why = scene.reason("the bracket says who speaks of himself", mark.start(), stop)
    if len(actors) == 1:
        return Speaker(actors[0].person, actors[0].name, 0.9, (why,))
    printed = scene.text[actors[0].start : actors[-1].end]
    return Speaker(f"group:{slug(printed)}", printed, 0.9, (why,))


def _is_marked(scene: Scene, covers: Span, quotes: Sequence[Span]) -> bool:
    inside = sum(len(q) for q in quotes if q.overlaps(covers))
    return inside * 2 > len(covers.cut(scene.text).strip())


def _from_heading(scene: Scene, naming: Naming, covers: Span) -> int:
    """Where a document's words begin: a heading of its own belongs to it, one that introduces it does not."""
    heading = scene.local(naming.span)
    if (
        naming.where is NamingPlace.HEADER
        and heading is not None
        and heading.end <= covers.start
        and scene.text[heading.start] not in "[("
        and not scene.text[heading.start : covers.start].rstrip().endswith(":")
        and not scene.text[scene.text.rfind("\n", 0, heading.start) + 1 : heading.start].strip()
    ):
        return heading.start
    return covers.start


def _signed(scene: Scene, start: int, end: int, naming: Naming) -> int:
    """Where a letter or statement ends: behind its author's name at the end of a paragraph, else at ``end``."""
    if naming.type not in _SIGNED_KINDS:
        return end
    paragraphs = _paragraphs(scene.text, start, end)
    for first, last in paragraphs[1:]:
        if _ends_signed(scene, first, last, naming.author):
            return last
    return end


def _ends_signed(scene: Scene, first: int, last: int, who: str | None) -> bool:
    actor = scene.named_at(max(first, last - 60), last)
    if actor is None or actor.person != who or scene.text[actor.end : last].strip(' .)"”’'):
        return False
    before = scene.text[first : actor.start].rstrip()
    return not before or before[-1] in ".,!?:—-–" or bool(_FAREWELL.search(before))


_FAREWELL = re.compile(
    r"(?:yours?|thine|thy|faithfully|sincerely|truly|respectfully|signed|love|regards|servant)[\s,:(]*$", re.I
)
_SIGNED_KINDS = frozenset(
    {DocumentType.LETTER, DocumentType.DEPOSITION, DocumentType.REPORT, DocumentType.OTHER, DocumentType.DECREE}
)


def _naming_speaker(scene: Scene, naming: Naming, confidence: float) -> Speaker:
    why = Reason("named as the author of the document", naming.span.cut(scene.cast.book.text), naming.span)
    return Speaker(naming.author or "anon:unknown", naming.author_name or "", confidence, (why,))


def _inside_quotes(text: str, start: int, at: int) -> bool:
    return text.count('"', start, at) % 2 == 1 or text.count("“", start, at) > text.count("”", start, at)


def _lead_in(
    scene: Scene, namings: Sequence[Naming], first: int, last: int, state: _State, continued: Block | None
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
    elif _TELLS.search(words):
        region = Region(scene, first, last, [Span(bracket.end() - 1, last)], scene.author)
        told = attribute(region, Span(bracket.end() - 1, last))
        if told is not None and told.speaker.id != scene.author.id:
            speaker = told.speaker
        elif actors:
            why = scene.reason("named in the bracket", first, bracket.end())
            speaker = Speaker(actors[-1].person, actors[-1].name, 0.8, (why,))
    elif naming is not None:
        if naming.author:
            speaker = _naming_speaker(scene, naming, 0.9)
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


def _maybe_set_off(
    scene: Scene,
    namings: Sequence[Naming],
    start: int,
    paragraph: tuple[int, int],
    following: tuple[int, int] | None,
    quotes: Sequence[Span],
    state: _State,
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
        state.speaker = _naming_speaker(scene, naming, 0.8)
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


_ITEM = re.compile(r"\s*(?:[(\[]?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)\]]|[-–—*•])\s")
_INLINE = re.compile(r"(?P<lead>[^:\n.!?\"“«]{3,70}):\s*(?=[^\s\"“«'‘])")


def _inline(scene: Scene, first: int, last: int, state: _State) -> bool:
    """``Ash says: the paper was mine.``: the rest of the paragraph is his, where it is no list."""
    stopped = _STOPPED.match(scene.text, first, last) if not scene.text[:first].strip() else None
    lead = _INLINE.match(scene.text, first, last) if stopped is None else stopped
    if lead is None or scene.text[last - 1] in ";,:":
        return False
    words = lead.group("lead").split()
    speech = english_speech()
    actors = scene.actors_in(first, lead.end("lead"))
    headed = _HEADED.match(text := scene.text, first, lead.end("lead"))
    if headed is not None and actors and _heads_statement(scene, headed, actors[0].start):
        if _FIRST_PERSON.search(text, lead.end(), last) is None:
            return False
        why = scene.reason("whose statement it is headed as", first, lead.end())
        speaker = Speaker(actors[0].person, actors[0].name, 0.8, (why,))
        state.blocks.append(Block(first, lead.end("lead") + 1, scene.author, Mode.NARRATION))
        state.blocks.append(Block(lead.end(), last, speaker, Mode.QUOTE))
        return True
    if stopped is not None or words[-1].lower() not in speech.saying or not actors:
        return False
    region = Region(scene, first, lead.end(), [], state.speaker)
    told = attribute(region, Span(lead.end(), lead.end()))
    if told is None or told.strength is not Strength.DIRECT:
        return False
    state.blocks.append(Block(first, lead.end("lead") + 1, scene.author, Mode.NARRATION))
    state.blocks.append(Block(lead.end(), last, replace(told.speaker, confidence=0.7), Mode.QUOTE))
    return True


# "Statement of Anna Ash, nurse, 3rd May 1903. I counted them." at the beginning of an excerpt
_STOPPED = re.compile(
    r"(?P<lead>(?:Statement|Deposition|Testimony|Evidence|Affidavit|Confession|Declaration)\b(?:[^:.;\n!?\"“«]|\b[A-Z]\.)"
    r"{3,110})\.\s+(?=I\b|My\b|We\b|On\b|At\b|In\b|It\b|The\b)"
)
# "Statement of Anna Ash, nurse: I counted them."
_HEADED = re.compile(
    r"(?:The |Further |Sworn |Voluntary |Second )*(?P<noun>[A-Za-z]+)(?: of evidence)? (?:of|by|from|made by|given by) "
    r"(?:the )?"
)


def _heads_statement(scene: Scene, headed: re.Match[str], named: int) -> bool:
    """Whether a lead names a paper, and right behind it whose it is."""
    speech = english_speech()
    noun = headed["noun"].lower()
    if not speech.is_paper(noun) and noun not in speech.nouns:
        return False
    return named <= headed.end() or bool(re.fullmatch(r"(?:[A-Z]?[a-z]+\.? ){1,3}", scene.text[headed.end() : named]))


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


def _tells_again(scene: Scene, state: _State, paragraph: tuple[int, int]) -> bool:
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


# the compiler's remarks


def with_remarks(scene: Scene, blocks: Sequence[Block], remarks: Sequence[Span]) -> list[Block]:
    """Cut the compiler's remarks, and notes signed by an editor, out of the blocks they stand in."""
    compiler = Speaker("compiler", "", 0.9)
    cuts = [(r, compiler, Mode.EDITORIAL) for r in remarks]
    for signed in _SIGNED.finditer(scene.text):
        span = Span(*signed.span())
        if not any(span.overlaps(r) for r in remarks):
            cuts.append((span, scene.author, Mode.NARRATION))
    result: list[Block] = []
    for block in blocks:
        at = block.start
        for span, speaker, mode in sorted(cuts, key=lambda cut: cut[0].start):
            if span.start < at or span.end > block.end or block.mode is Mode.EDITORIAL:
                continue
            if scene.text[at : span.start].strip():
                result.append(replace(block, start=at, end=span.start))
            why = scene.reason(
                "the compiler's remark" if mode is Mode.EDITORIAL else "a note of its own", span.start, span.end
            )
            result.append(Block(span.start, span.end, replace(speaker, reasons=(why,)), mode))
            at = span.end
        if scene.text[at : block.end].strip():
            result.append(replace(block, start=at))
    return result
