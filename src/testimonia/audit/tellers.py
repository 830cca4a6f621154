"""On whose word the evidence has it: an accusation that the claim prints as a deed, words that are another's."""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.model import Mode, Span

from .exhibits import Exhibit, Point
from .lines import Line

__all__ = ["tellers"]

_NEAR = 0.3
_NEAR_TOLD = 0.5
_ACCUSING = frozenset(
    "accuse accuses accused accusing confess confessed confesses testified testifies denounced "
    "incriminated implicated incriminating implicating".split()
)
_WHOSE = 7  # words from "wrote that" to whose words they are
_TELLING = frozenset(
    "wrote writes said says told tells claimed claims recalled recalls reported reports related relates testified "
    "asserted maintains maintained alleged alleges heard states stated".split()
)


def tellers(exhibit: Exhibit) -> Iterator[Point]:
    """What the claim states itself, and the excerpt gives as somebody's accusation or confession."""
    heading = exhibit.heading
    if not heading.accuses or heading.is_denial or heading.is_topic:
        return
    whole = Span(0, len(heading.text))
    for n, line in enumerate(exhibit.lines):
        near = exhibit.near(n)
        if near < _NEAR:
            continue
        at = next((k for k, low in enumerate(line.lows) if low in _ACCUSING and not _is_noun(line, k)), None)
        if at is not None and not line.is_denied(at):
            yield Point("accusation", exhibit, whole, line.clause(at), line.place(at), near, line.lows[at])
            return
    best = exhibit.best
    if best is None or exhibit.near(best) < _NEAR_TOLD:
        return
    line = exhibit.lines[best]
    if line.is_question:
        return
    voice = exhibit.voice_at(exhibit.record.place(line.start, line.start + 1).start)
    if voice is not None and voice.mode in (Mode.TURN, Mode.QUOTE) and not voice.speaker.startswith("author:"):
        place = _carrying(exhibit, line)
        yield Point("told", exhibit, whole, place, place, exhibit.near(best), voice.speaker_name)


def _is_noun(line: Line, at: int) -> bool:
    """Whether it is "the accused", who accuses nobody."""
    return line.lows[at] == "accused" and at > 0 and line.lows[at - 1] in ("the", "an", "these", "those", "all")


def _carrying(exhibit: Exhibit, line: Line) -> Span:
    """The clause of a sentence that carries most."""
    places = [line.clause(at) for at, word in enumerate(line.words) if word.concept in exhibit.heading.weights]
    return max(places, key=lambda place: exhibit.share_of(exhibit.lines.index(line), place))


def at_second_hand(exhibit: Exhibit) -> Iterator[Point]:
    """Words that the claim lets somebody say, and that the excerpt has on the word of somebody else whom it names."""
    heading = exhibit.heading
    named = heading.persons
    speakers = {a.speaker for a in heading.assertions if a.speaker in named}
    for n, line in enumerate(exhibit.lines):
        if not any("@" + speaker in line.concepts for speaker in speakers) or line.low_forms.isdisjoint(_TELLING):
            continue
        for at, word in enumerate(line.words[:-3]):
            if word.person is None or word.person in named or word.person in speakers:
                continue
            verb = next((k for k in range(at + 1, min(at + 4, len(line.words))) if line.lows[k] in _TELLING), None)
            if verb is None or line.is_denied(verb):
                continue
            whose = next((w.person for w in line.words[verb + 1 : verb + _WHOSE] if w.person is not None), None)
            if whose in speakers and line.lows[verb + 1] in ("that", "how") and exhibit.near(n) >= _NEAR:
                whole = Span(0, len(heading.text))
                place = Span(word.start, line.words[verb].end)
                yield Point(
                    "second-hand",
                    exhibit,
                    whole,
                    place,
                    place,
                    exhibit.near(n),
                    exhibit.clip(Span(word.start, word.end)),
                )
                break
    best = exhibit.best
    if best is None or exhibit.near(best) < _NEAR_TOLD or not speakers:
        return
    line = exhibit.lines[best]
    voice = exhibit.voice_at(exhibit.record.place(line.start, line.start + 1).start)
    if voice is None or voice.mode not in (Mode.TURN, Mode.QUOTE) or voice.speaker.startswith("author:"):
        return
    if voice.speaker in speakers | named or speakers & {other.speaker for other in exhibit.voices}:
        return
    place = _carrying(exhibit, line)
    yield Point(
        "second-hand", exhibit, Span(0, len(heading.text)), place, place, exhibit.near(best), voice.speaker_name
    )
