"""Dialogue: paragraphs of quotations in which two people speak in turn, most of them without a word about who.

A run is a row of paragraphs that begin with a quotation, or with a few words that lead up to one. Where the words of
some say who speaks, the others take turns around them; the second of the two may be known only by being addressed, or
by being there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from testimonia.model import Reason, Span
from testimonia.words.titles import is_courtesy, is_title

from .pronouns import is_object
from .region import Region
from .scene import Actor, Speaker
from .telling import Attribution, Strength

__all__ = ["alternate", "dialogues", "is_called", "take_turns"]

_SURE = 0.6
_LIKELY = 0.5
_LEAD = 6  # words of the narrator's before the quotation in a paragraph that is still a line of dialogue
_AHEAD = 6  # lines of his in which it is looked for whom somebody addresses
_TALK = 3  # lines without a word of the narrator's that are a talk if somebody is addressed in them
_MARKS_BEHIND = tuple(",.!?;:\"”'’»")
_TITLED = re.compile(r"(?:^|[,\"“'‘«] ?)(?P<title>[^\W\d_]+)\.? $")  # ", Miss " before a name
_TOLD_OF = re.compile(r", (?:who|whom|whose|the|an?|and|or|of)\b")
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
    after = _right_behind(region, run, spans, told)
    spoken: list[Speaker] = []  # who spoke, the last one at the end
    for attribution in told[: run[0][0]]:
        if attribution is not None and attribution.strength is not Strength.INHERITED:
            spoken = [s for s in spoken if s.id != attribution.speaker.id] + [attribution.speaker]
    if not spoken and not any(known):
        _seat(region, run, spans, told)
        return
    for place, line in enumerate(run):
        said = known[place]
        if said is None:
            whose = _whose_turn(region, run, spans, known, place, spoken, after)
            if whose is None:
                continue
            for index in line:
                told[index] = Attribution(whose, Strength.TURN)
        else:
            whose = said.speaker
        spoken = [s for s in spoken if s.id != whose.id] + [whose]


def alternate(region: Region, spans: Sequence[Span], told: list[Attribution | None]) -> None:
    """Give a talk that stands in one paragraph without a word between its lines to the two who speak in turn in it.

    ``Lowe came in. "Is it shut?" "It is." "Since when?" "Since six," said Ash.``: somebody is asked something, and the
    words before the first line or behind the last say whose it is.
    """
    for run in _unbroken(region, spans):
        asked = any(spans[n].cut(region.scene.text).rstrip('"”’»“ ').endswith("?") for n in run[:-1])
        first, last = told[run[0]], told[run[-1]]
        known = last if last is not None and last.strength is Strength.DIRECT and last.verb else first
        if not asked or known is None or known.strength is Strength.INHERITED:
            continue
        at = run[-1] if known is last else run[0]
        one = known.speaker
        before = [a.speaker for a in told[: run[0] + 1] if a is not None and a.speaker.id != one.id]
        other = before[-1] if before else _other(region, one, [at], spans, run[0])
        for n in run:
            whose = one if (n - at) % 2 == 0 else other
            if n != at and whose is not None:
                told[n] = Attribution(_in_turn(whose, abs(n - at)), Strength.TURN)


def _unbroken(region: Region, spans: Sequence[Span]) -> Iterator[list[int]]:
    """Runs of quotations with nothing but blanks between them."""
    run: list[int] = []
    if len(spans) < _TALK:
        return
    for n, span in enumerate(spans):
        if run and region.scene.text[spans[n - 1].end : span.start] not in (" ", "  "):
            if len(run) >= _TALK:
                yield run
            run = []
        run.append(n)
    if len(run) >= _TALK:
        yield run


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
    after: Speaker | None,
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
    answered = _called_later(region, run, spans, place - 1, last)
    if answered is not None:
        return answered
    if after is not None and after.id not in (last.id, region.scene.author_person):
        return _in_turn(after, 2)
    return _other(region, last, run[place - 1], spans, run[0][0])


def _right_behind(
    region: Region, run: Sequence[Sequence[int]], spans: Sequence[Span], told: Sequence[Attribution | None]
) -> Speaker | None:
    """Who speaks in the paragraph right behind a run: in a longer sentence of the narrator's, but in the same talk."""
    last = run[-1][-1]
    found = told[last + 1] if last + 1 < len(told) else None
    if found is None or found.strength is Strength.INHERITED:
        return None
    between = region.scene.text[_line_end(region, spans[last].end) : spans[last + 1].start]
    return found.speaker if "\n" not in between.strip() else None


def _called_later(
    region: Region, run: Sequence[Sequence[int]], spans: Sequence[Span], place: int, speaking: Speaker
) -> Speaker | None:
    """Whom the one who speaks in a line addresses in a later line of his."""
    for line in run[place + 2 : place + 2 * _AHEAD + 2 : 2]:
        called = _called(region, speaking, line, spans)
        if called is not None and called.id != speaking.id:
            return called
    return None


def _seat(region: Region, run: Sequence[Sequence[int]], spans: Sequence[Span], told: list[Attribution | None]) -> None:
    """Give a talk of which no word tells who speaks to the one who is addressed in it, and to whom the claim names.

    Only where every line is wholly in marks, somebody is asked something, and each is addressed in the other's lines.
    """
    scene = region.scene
    quoted = [" ".join(spans[i].cut(scene.text) for i in line) for line in run]
    begins, ends = spans[run[0][0]].start, spans[run[-1][-1]].end
    bare = scene.text[begins:ends].split() == " ".join(quoted).split()
    if len(run) < _TALK or not bare or not any(words.rstrip('"”’»').endswith("?") for words in quoted):
        return
    seats: list[Speaker | None] = [None, None]
    nobody = Speaker("", "")
    for place, line in enumerate(run):
        called = _called(region, nobody, line, spans)
        mine = seats[(place + 1) % 2]
        if called is not None and mine is not None and mine.id != called.id:
            return
        seats[(place + 1) % 2] = called or mine
    for side, other in ((0, 1), (1, 0)):
        one = seats[side]
        if one is not None and one.id == scene.author.id and seats[other] is None:
            seats[other] = _of_claim(region)  # the author's own talk with whom it is quoted for
    if seats[0] is not None and seats[1] is not None and seats[0].id == seats[1].id:
        return
    for place, line in enumerate(run):
        seat = seats[place % 2]
        if seat is not None:
            for index in line:
                told[index] = Attribution(_in_turn(seat, 2), Strength.TURN)


def _of_claim(region: Region) -> Speaker | None:
    """The one person whom the claim above names, the author aside; ``None`` where it names several."""
    scene = region.scene
    people = {a.person: a for a in scene.claim_actors if a.person != scene.author_person}
    if len(people) != 1:
        return None
    actor = next(iter(people.values()))
    claim = scene.cast.claims.get(scene.excerpt.claim or "")
    place = claim.page_span(actor.start, actor.end) if claim is not None else None
    return Speaker(actor.person, actor.name, 0.4, (Reason("named in the claim above", actor.name, place),))


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
                if actor.person == scene.author_person:
                    if speaking.id == scene.author.id:
                        continue
                    return Speaker(scene.author.id, scene.author.name, 0.65, (why,))
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


_IN_A_ROW = re.compile(r"(?:[:,] |\band )(?:[A-Z][\w'’-]*\.? ?){1,3}$")

_LISTED_BEFORE = re.compile(r"[a-z],? (?:[A-Z]\. ?){0,2}[A-Z][\w’'-]+, (?:[A-Z]\. ?){0,2}$")
_LISTED_BEHIND = re.compile(r", (?:[A-Z]\. ?){0,2}[A-Z][\w’'-]+(?:, (?:[A-Z]\. ?){0,2}[A-Z][\w’'-]+)*,? (?:and|or|&) ")


def is_called(text: str, actor: Actor) -> bool:
    """Whether a name inside a quotation is how its hearer is called: set off by commas or marks."""
    after = text[actor.end : actor.end + 1]
    if after not in _MARKS_BEHIND:
        return False
    if _LISTED_BEFORE.search(text, max(0, actor.start - 60), actor.start) or _LISTED_BEHIND.match(text, actor.end):
        return False  # "that Hart, Ash, Reed and others would come"
    titled = _TITLED.search(text, max(0, actor.start - 24), actor.start)
    if titled is not None and _IN_A_ROW.search(text, max(0, titled.start() - 60), titled.start()):
        return False  # "three men: Ash, Captain Hart, Dr. Reed"
    if titled is not None and (is_courtesy(titled["title"]) or is_title(titled["title"])):
        return _TOLD_OF.match(text, actor.end) is None  # "is it raining, Miss Ash?"
    return text[: actor.start].rstrip()[-1:] in ",\"“'‘«.!?"
