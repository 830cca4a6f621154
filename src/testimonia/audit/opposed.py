"""Where the evidence says the opposite of a claim's words, or denies what the claim states, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.model import Act, PartKind, Span
from testimonia.words.polarity import Pole

from .contexts import (
    is_anothers,
    is_denied_here,
    is_of_others,
    is_own,
    is_plain,
    is_predicated,
    is_supposed,
    is_turned,
    may_deny,
)
from .exhibits import Exhibit, Point
from .headings import Part
from .lines import Line
from .sides import (
    PRESSURE,
    concepts_of,
    has_both_ends,
    is_beside_the_point,
    is_earlier,
    is_excepted,
    is_of_another_subject,
    is_of_evidence,
    is_of_other_years,
    is_of_somebody_else,
    set_against,
)
from .vocabulary import stem_of, things

__all__ = ["opposed"]

# scales whose opposites are opposite whatever they are said of, with how near the claim the words must stand
_NEAR = {
    "severity": 0.03,
    "treatment": 0.08,
    "freedom": 0.08,
    "guilt": 0.25,
    "credence": 0.25,
    "certainty": 0.25,
    "extent": 0.45,
    "change": 0.25,
    "repression": 0.08,
    "unity": 0.35,
    "support": 0.4,
    "admission": 0.45,
    "acceptance": 0.35,
    "quality": 0.1,
    "right": 0.3,
    "fairness": 0.05,
    "liberty": 0.25,
    "success": 0.35,
    "sound": 0.2,
    "sleep": 0.2,
    "friendship": 0.4,
    "poise": 0.2,
    "growth": 0.4,
    "health": 0.3,
    "fullness": 0.4,
    "wholeness": 0.4,
    "openness": 0.4,
    "presence": 0.45,
    "safety": 0.3,
    "sobriety": 0.3,
    "frequency": 0.4,
    "intent": 0.35,
    "courage": 0.3,
    "honesty": 0.0,
    "knowledge": 0.45,
    "arms": 0.0,
    "order": 0.0,
    "remorse": 0.0,
    "speech": 0.1,
    "planning": 0.0,
    "sanity": 0.1,
    "wealth": 0.2,
}
_SEVERAL = 0.05  # how much nearer where the claim has many excerpts, which seldom all speak of it
_BELIEF = frozenset(("guilt", "credence", "certainty", "right", "support"))
_DOUBTS = frozenset(("guilt", "credence", "certainty"))
_NEAR_BELIEF = 0.0
_NEAR_DOUBT = 0.15
_NOT_TURNED = frozenset(("severity",))  # "not pardoned" is not the opposite of leniency that "executed" is
_NEAR_DENIED = 0.45
_SHARED = 0.6
_TOLD = 0.75
_SHARED_SPEAKING = 0.55  # words for saying and admitting stand everywhere
_SPOKEN = frozenset(("speech",))
# of one who is so, and no other
_OF_ONE = frozenset("sobriety sleep sanity poise courage honesty wealth quality remorse".split())
# of one who does so, or whom he does it to: "his cousin declined"
_OF_SOME = frozenset("acceptance arms freedom knowledge liberty openness order planning speech treatment".split())
_PHRASE = 3  # words that by themselves say of whom or of what
_NEAR_PHRASE = 0.1
_SHORT_OF = frozenset(("seemed", "appeared", "almost", "nearly", "convince"))  # "an almost unbelievable deed"
_NEAR_DURESS = 0.12
_TURNING = frozenset("but yet however still well nevertheless nonetheless".split())
_SOON = 2  # sentences in which something conceded is turned against
_LIES = frozenset(("lie", "lies", "lied", "lying"))  # of somebody's, which tells nothing of the whole


def opposed(exhibit: Exhibit) -> Iterator[Point]:
    """Words on the other end of a scale, and denials of the claim's own words."""
    yield from _poles(exhibit)
    yield from _beliefs(exhibit)
    yield from _denials(exhibit)
    yield from _duress(exhibit)


def _poles(exhibit: Exhibit) -> Iterator[Point]:
    heading = exhibit.heading
    mine: dict[str, list[Pole]] = {}
    for pole in heading.poles:
        mine.setdefault(pole.scale, []).append(pole)
    mine = {s: p for s, p in mine.items() if s in _NEAR and not (heading.is_unproved and s in _BELIEF)}
    if not mine:
        return
    further = _SEVERAL if exhibit.among > 2 else 0.0
    for n, line in enumerate(exhibit.lines):
        theirs = [pole for pole in line.poles if pole.scale in mine]
        if not theirs or line.is_question or is_anothers(exhibit, line) or is_of_other_years(heading, line):
            continue
        for pole in theirs:
            own = set_against(heading, mine.get(pole.scale, []), line, pole)
            if own is None:
                continue
            near = exhibit.near(n, concepts_of(heading, own))
            least = (
                0.0
                if pole.length >= _PHRASE - (pole.scale in _SPOKEN)
                else _NEAR[pole.scale] and _NEAR[pole.scale] + further
            )
            if own.length > 1 and pole.scale == "openness":
                least = min(least, _NEAR_PHRASE)  # "behind closed doors" says by itself of what
            if heading.is_sure and pole.scale in _BELIEF:
                least = _NEAR_BELIEF
            if near < least or (pole.denied and pole.scale in _NOT_TURNED) or not is_plain(line, pole):
                continue
            if exhibit.is_told_outright and not exhibit.shares[n]:
                continue
            if is_of_evidence(line, pole) or is_earlier(line, pole) or has_both_ends(line, pole):
                continue
            if is_beside_the_point(exhibit, line, pole):
                continue
            if own.scale in _BELIEF and not _is_disbelief(exhibit, n, pole, own.denied):
                continue
            if is_of_somebody_else(exhibit, line, line.clause(pole.at, pole.length)) or is_excepted(heading, line):
                continue
            if _is_of_another(exhibit, n, pole):
                continue
            yield _point("opposed:" + pole.scale, exhibit, own, line, pole, near)


def _is_of_another(exhibit: Exhibit, n: int, pole: Pole) -> bool:
    """Whether it is said of somebody or something that the claim does not speak of."""
    line = exhibit.lines[n]
    if pole.scale in _OF_ONE:
        return is_of_another_subject(exhibit, line, pole.at)
    if pole.scale not in _OF_SOME:
        return False
    place = line.clause(pole.at, pole.length)
    own = frozenset(word.concept for word in line.words[pole.at : pole.at + pole.length])
    told = (word.concept for word in line.words if place.start <= word.start < place.end)
    if any(concept in exhibit.heading.weights for concept in told if concept not in own):
        return False
    return is_of_another_subject(exhibit, line, pole.at)


def _is_conceded(exhibit: Exhibit, n: int) -> bool:
    """Whether one of the next sentences turns against it: "It was hard to believe. But …"."""
    after = exhibit.lines[n + 1 : n + 1 + _SOON]
    return any(line.lows[0] in _TURNING for line in after if line.lows)


def _beliefs(exhibit: Exhibit) -> Iterator[Point]:
    """Doubt, disbelief or innocence in the evidence of a claim that holds something for true, proved or guilty."""
    heading = exhibit.heading
    held = [pole for pole in heading.poles if pole.scale in _BELIEF]
    if any(pole.effective < 0 for pole in held) or not (held or heading.accuses):
        return
    scales = {pole.scale for pole in held}
    doubts = _DOUBTS if held else _DOUBTS - {"certainty"}
    whole = Span(0, len(heading.text))
    further = _SEVERAL if exhibit.among > 2 else 0.0
    for n, line in enumerate(exhibit.lines):
        if line.is_question:
            continue
        for pole in line.poles:
            if pole.scale not in doubts or pole.effective > 0 or pole.scale in scales:
                continue
            near = exhibit.near(n)
            least = _NEAR_BELIEF if exhibit.among == 1 or pole.scale == "guilt" else _NEAR_DOUBT + further
            if line.lows[pole.at] in _LIES or near < least or not is_plain(line, pole):
                continue
            if not _is_disbelief(exhibit, n, pole, False):
                continue
            claim = heading.words_of(held[0]) if held else whole
            words = line.place(pole.at, pole.length)
            yield Point("doubted", exhibit, claim, line.clause(pole.at, pole.length), words, near)


def _duress(exhibit: Exhibit) -> Iterator[Point]:
    """Pressure on whoever the claim lets admit something."""
    heading = exhibit.heading
    if Act.ADMITS not in heading.acts or any(pole.scale in PRESSURE for pole in heading.poles):
        return
    for n, line in enumerate(exhibit.lines):
        if line.is_question:
            continue
        for pole in line.poles:
            if pole.scale not in PRESSURE or pole.effective > 0 or pole.denied or not is_plain(line, pole):
                continue
            if is_of_evidence(line, pole):
                continue
            near = exhibit.near(n)
            place = line.clause(pole.at, pole.length)
            if near < _NEAR_DURESS or is_of_somebody_else(exhibit, line, place):
                continue
            words = line.place(pole.at, pole.length)
            yield Point("duress", exhibit, Span(0, len(heading.text)), place, words, near)


def _is_disbelief(exhibit: Exhibit, n: int, pole: Pole, denied: bool) -> bool:
    """Whether words of doubt are meant so: not turned against, no mere impression, not only named."""
    line = exhibit.lines[n]
    if "would" in line.lows or _is_conceded(exhibit, n) or (denied and not is_predicated(line, pole.at)):
        return False
    if pole.denied and not is_denied_here(line, pole.at):
        return False
    return _SHORT_OF.isdisjoint(line.lows[max(0, pole.at - 3) : pole.at])


def _point(rule: str, exhibit: Exhibit, own: Pole, line: Line, pole: Pole, near: float) -> Point:
    return Point(
        rule,
        exhibit,
        exhibit.heading.words_of(own),
        line.clause(pole.at, pole.length),
        line.place(pole.at, pole.length),
        near,
    )


def _denials(exhibit: Exhibit) -> Iterator[Point]:
    """A deed that the claim states and the evidence denies, or the other way round.

    In the words of whoever the claim lets speak any word counts: "I do not repent of it" under "HE REPENTS".
    """
    heading = exhibit.heading
    if heading.is_topic or heading.is_unproved:
        return
    wanted = {
        part.concept: part
        for part in heading.parts
        if part.kind in (PartKind.ACT, PartKind.MATTER)
        and part.concept not in things()
        and not heading.is_reported(part.at)
        and "would" not in heading.line.lows[: part.at]
    }
    turned = any(part.denied for part in wanted.values())
    for n, line in enumerate(exhibit.lines):
        if line.concepts.isdisjoint(wanted) or not (turned or may_deny(line.low_forms)) or line.is_question:
            continue
        own = is_own(exhibit, line)
        for at, word in enumerate(line.words):
            part = wanted.get(word.concept) if word.concept else None
            if part is None:
                continue
            his = own and _is_same_word(part, word.low)
            near = exhibit.near(n, frozenset((part.concept,)))
            enough = exhibit.shares[n] >= _SHARED_SPEAKING if part.concept in _SPEAKING else near >= _NEAR_DENIED
            if not his and not (enough if part.kind is PartKind.ACT else _is_told(exhibit, n, part, word.low)):
                continue
            if part.denied and not (is_denied_here(line, at) or is_turned(line, at) or is_of_others(line, at)):
                if not his and exhibit.shares[n] < _SHARED:
                    continue
                rule = "asserted"
            elif not part.denied and is_denied_here(line, at) and not is_supposed(line, at):
                if (his or part.kind is PartKind.MATTER) and not _is_denied_verb(line, at):
                    continue
                rule = "denied"
            else:
                continue
            place = Span(word.start, word.end)
            yield Point(rule, exhibit, Span(part.start, part.end), line.clause(at), place, near)
            break


def _is_told(exhibit: Exhibit, n: int, part: Part, low: str) -> bool:
    """Whether the same verb stands in a sentence that has nearly all that the claim tells, and all whom it names."""
    people = {"@" + person for person in exhibit.heading.persons}
    all_there = exhibit.shares[n] >= _TOLD and people and people <= exhibit.lines[n].concepts
    return bool(all_there) and _is_same_word(part, low)


def _is_denied_verb(line: Line, at: int) -> bool:
    """Whether a "not" goes with a verb of the same time: not "had not slept", nor "none of the men"."""
    before = line.lows[max(0, at - 4) : at]
    return "had" not in before and any(low in ("not", "never", "cannot") or low.endswith("n't") for low in before)


def _is_same_word(part: Part, low: str) -> bool:
    """Whether it is the claim's own word in some form, and not one that means much the same."""
    return stem_of(part.text.lower()) == stem_of(low)


_SPEAKING = frozenset(("=admit", "=deny", "=say", "=accus", "=retract", "=evidence", "=guilt"))
