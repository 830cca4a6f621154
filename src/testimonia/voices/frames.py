"""The frame of an excerpt: whose words its lines are before any quotation is looked at.

By itself an excerpt is its cited author's narration. A bracketed header before the words (``[4 May 1911, letter of
Ash to his wife]``), a bracketed lead-in (``[Ash said in a speech],``), an introduction that ends in a colon and is
followed by words without marks, a name put in brackets behind the first "I" or "my", and the naming of a document of
which the whole excerpt is the text hand the words that follow to somebody else. The compiler's own brackets and
lead-ins are his.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from testimonia.model import Mode, Reason, Span

from .blocks import Block
from .floor import turn_blocks
from .lead_ins import State, inline, lead_in, maybe_set_off, tells_again
from .namings import Naming, NamingPlace
from .scene import Scene, Speaker
from .takeovers import Takeover, ends_signed, find_takeovers
from .turns import find_turns

__all__ = ["frame", "with_remarks"]

_SIGNED = re.compile(
    r"\([^()]{20,1200}?[-–—]{1,2}\s*(?:the )?(?:eds?|editors?|transl?|translators?|author|red|hrsg)\.?\)", re.IGNORECASE
)


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
    state = State(scene.author)
    takeovers = list(find_takeovers(scene, namings, start, end, quotes))
    if beside_turns:  # only of what shows by its own words where it begins and ends
        takeovers = [t for t in takeovers if t.naming is not None and t.naming.where is NamingPlace.FORM]
        takeovers = [t for t in takeovers if start <= t.start and t.end <= end]
    closings = [c for n in namings if n.where is NamingPlace.CLOSING and (c := scene.local(n.span)) is not None]
    paragraphs = _parted(scene.text, _paragraphs(scene.text, start, end), takeovers)
    for place, (first, last) in enumerate(paragraphs):
        at = lead_in(scene, namings, first, last, state, continued)
        if at >= last:
            continue
        taken = min((t for t in takeovers if t.start <= at < t.end), key=lambda t: t.end - t.start, default=None)
        if taken is None and state.mode is Mode.NARRATION and inline(scene, at, last, state):
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
        maybe_set_off(scene, namings, start, (first, last), following, quotes, state)
        if (
            state.mode is Mode.QUOTE
            and following is not None
            and (
                tells_again(scene, state, following)
                or (state.started < first and ends_signed(scene, first, last, state.speaker.id))
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


def _parted(text: str, paragraphs: Sequence[tuple[int, int]], takeovers: Sequence[Takeover]) -> list[tuple[int, int]]:
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
