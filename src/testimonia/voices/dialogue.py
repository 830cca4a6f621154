"""Dialogue: paragraphs of quotations in which two people speak in turn, most of them without a word about who.

A run is a row of paragraphs that begin with a quotation, or with a few words that lead up to one. Where the words of
some say who speaks, the others take turns around them; the second of the two may be known only by being addressed, or
by being there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from testimonia.model import Reason, Span

from .pronouns import is_object
from .region import Region
from .scene import Actor, Speaker
from .telling import Attribution, Strength

__all__ = ["dialogues", "is_called", "take_turns"]

_SURE = 0.6
_LIKELY = 0.5
_LEAD = 6  # words of the narrator's before the quotation in a paragraph that is still a line of dialogue
_TOLD = 10  # and in all of it, where they are not a quarter of it anyway


def dialogues(region: Region, spans: Sequence[Span]) -> Iterator[list[list[int]]]:
    """Runs of at least two lines, each the indices of its quotations."""
    run: list[list[int]] = []
    before = region.start
    for start, end, line in _lines(region, spans):
        if run and (not line or region.scene.text[before:start].strip()):
            if len(run) > 1:
                yield run
            run = []
        if line:
            run.append(line)
        before = end
    if len(run) > 1:
        yield run


def _lines(region: Region, spans: Sequence[Span]) -> Iterator[tuple[int, int, list[int]]]:
    """The paragraphs that hold quotations, with their indices; none where the narrator's words outweigh them."""
    text = region.scene.text
    place = 0
    while place < len(spans):
        start = max(text.rfind("\n", region.start, spans[place].start) + 1, region.start)
        end = start
        line: list[int] = []
        while place < len(spans) and (not line or spans[place].start < end):
            line.append(place)
            end = max(end, _line_end(region, spans[place].end))
            place += 1
        quoted = sum(len(spans[i].cut(text).split()) for i in line)
        told = len(text[start:end].split()) - quoted
        lead = len(text[start : spans[line[0]].start].split())
        yield start, end, line if lead <= _LEAD and told <= max(_TOLD, quoted // 3) else []


def _line_end(region: Region, at: int) -> int:
    feed = region.scene.text.find("\n", at, region.end)
    return region.end if feed < 0 else feed


def take_turns(
    region: Region, run: Sequence[Sequence[int]], spans: Sequence[Span], told: list[Attribution | None]
) -> None:
    """Give the lines of a run that say nothing of their speaker to the one whose turn it is."""
    known = [_said(line, told) for line in run]
    if all(known):
        return
    spoken: list[Speaker] = []  # who spoke, the last one at the end
    for attribution in told[: run[0][0]]:
        if attribution is not None and attribution.strength is not Strength.INHERITED:
            spoken = [s for s in spoken if s.id != attribution.speaker.id] + [attribution.speaker]
    for place, line in enumerate(run):
        said = known[place]
        if said is None:
            whose = _whose_turn(region, run, spans, known, place, spoken)
            if whose is None:
                continue
            for index in line:
                told[index] = Attribution(whose, Strength.TURN)
        else:
            whose = said.speaker
        spoken = [s for s in spoken if s.id != whose.id] + [whose]


def _said(line: Sequence[int], told: Sequence[Attribution | None]) -> Attribution | None:
    """What the line's own words say of its speaker."""
    return next((a for i in line if (a := told[i]) is not None and a.strength is not Strength.INHERITED), None)


def _whose_turn(
    region: Region,
    run: Sequence[Sequence[int]],
    spans: Sequence[Span],
    known: Sequence[Attribution | None],
    place: int,
    spoken: Sequence[Speaker],
) -> Speaker | None:
    ahead = next((n for n in range(place + 1, len(run)) if known[n] is not None), None)
    following = known[ahead] if ahead is not None else None
    if place == 0 or not spoken:
        if following is None or ahead is None:
            return None
        if (ahead - place) % 2 == 0:
            return _in_turn(following.speaker, ahead - place)
        others = [s for s in spoken if s.id != following.speaker.id]
        other = others[-1] if others else _other(region, following.speaker, run[ahead], spans, run[0][0])
        return _in_turn(other, ahead - place) if other is not None else None
    last = spoken[-1]
    called = _called(region, last, run[place - 1], spans)
    if called is not None:
        return called
    others = [s for s in spoken if s.id != last.id]
    if others:
        return _in_turn(others[-1], 1)
    if following is not None and following.speaker.id != last.id:
        return _in_turn(following.speaker, 1)
    return _other(region, last, run[place - 1], spans, run[0][0])


def _in_turn(speaker: Speaker, distance: int) -> Speaker:
    why = Reason("two speak in turn, and this is his")
    sure = min(speaker.confidence, _SURE if distance < 2 else _LIKELY)
    return Speaker(speaker.id, speaker.name, sure, (why, *speaker.reasons))


def _called(region: Region, speaking: Speaker, line: Sequence[int], spans: Sequence[Span]) -> Speaker | None:
    """Whom the line addresses by name."""
    scene = region.scene
    for index in reversed(line):
        for actor in reversed(scene.actors_in(spans[index].start, spans[index].end)):
            if actor.person != speaking.id and is_called(scene.text, actor):
                why = scene.reason("so addressed", actor.start, actor.end)
                return Speaker(actor.person, actor.name, 0.65, (why,))
    return None


def _other(region: Region, one: Speaker, line: Sequence[int], spans: Sequence[Span], first: int) -> Speaker | None:
    """The second of two speakers where only one is said to speak: addressed by him, or there before."""
    called = _called(region, one, line, spans)
    if called is not None:
        return called
    before = [a for a in region.actors_in(0, spans[first].start - region.start) if a.person != one.id]
    doers = [a for a in before if not is_object(region, a)] or before
    if not doers:
        return None
    why = region.reason("the other who is there", doers[-1].start, doers[-1].end)
    return Speaker(doers[-1].person, doers[-1].name, _LIKELY, (why,))


def is_called(text: str, actor: Actor) -> bool:
    """Whether a name inside a quotation is how its hearer is called: set off by commas or marks."""
    before, after = text[: actor.start].rstrip()[-1:], text[actor.end : actor.end + 1]
    return before in ",\"“'‘«.!?" and after in ",.!?;:\"”'’»"
