"""Where the evidence says the opposite of a claim's words, or denies what the claim states, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.model import PartKind, Span
from testimonia.words.polarity import Pole

from .exhibits import Exhibit, Point
from .lines import Line

__all__ = ["opposed"]

# scales whose opposites are opposite whatever they are said of, with how near the claim the words must stand
_NEAR = {
    "severity": 0.05,
    "treatment": 0.12,
    "freedom": 0.15,
    "guilt": 0.2,
    "credence": 0.2,
    "certainty": 0.2,
    "extent": 0.45,
    "change": 0.2,
    "repression": 0.1,
    "unity": 0.3,
    "support": 0.35,
    "admission": 0.4,
    "acceptance": 0.35,
    "quality": 0.1,
    "right": 0.3,
    "fairness": 0.2,
    "liberty": 0.25,
    "success": 0.35,
    "sound": 0.2,
    "sleep": 0.2,
    "friendship": 0.4,
    "poise": 0.2,
    "growth": 0.4,
    "health": 0.3,
    "fullness": 0.4,
    "knowledge": 0.5,
}
_SEVERAL = 0.1  # how much nearer where the claim has many excerpts, which seldom all speak of it
_BELIEF = frozenset(("guilt", "credence", "certainty", "right", "support"))
_NEAR_BELIEF = 0.0
_NEAR_DOUBT = 0.1
_NEAR_DENIED = 0.45
_SUPPOSED = frozenset("if whether unless would could should lest might may".split())
_OTHERS = frozenset(  # what somebody else is said to hold
    "theory theories suggestion suggestions notion idea claim claims claimed allegation allegations alleged "
    "version critic critics criticism charge charges accusation accusations rumour rumours rumor rumors legend "
    "myth argument assertion story hypothesis accused doubters criticisms arguments hypotheses according assume "
    "assumed assumption sceptics skeptics supposed so-called".split()
)
_HERE = frozenset("not never no neither nor cannot without nobody nothing none".split())
_TURNED_DOWN = frozenset(
    "falls absurd groundless unfounded nonsense baseless melted vanished dispelled removed refuted refutes".split()
)
_ASKING = frozenset(("question", "q"))
_LIES = ("lie", "lies", "lied", "lying")
_TURNING = frozenset(
    "not no never without neither nor nothing none nobody nowhere cannot deny denies denied denying refuse refused "
    "reject rejected rejects repudiated dispel dispelled absurd hardly falls".split()
)


def opposed(exhibit: Exhibit) -> Iterator[Point]:
    """Words on the other end of a scale, and denials of the claim's own words."""
    yield from _poles(exhibit)
    yield from _beliefs(exhibit)
    yield from _denials(exhibit)


def _poles(exhibit: Exhibit) -> Iterator[Point]:
    heading = exhibit.heading
    mine: dict[str, list[Pole]] = {}
    for pole in heading.poles:
        mine.setdefault(pole.scale, []).append(pole)
    mine = {s: p for s, p in mine.items() if s in _NEAR and len({pole.effective for pole in p}) == 1}
    if heading.is_unproved:
        mine = {scale: own for scale, own in mine.items() if scale not in _BELIEF}
    if not mine:
        return
    further = _SEVERAL if exhibit.among > 2 else 0.0
    for n, line in enumerate(exhibit.lines):
        if line.is_question:
            continue
        for pole in line.poles:
            if pole.scale not in mine or pole.effective == mine[pole.scale][0].effective:
                continue
            own = mine[pole.scale][0]
            but = frozenset(word.concept for word in heading.line.words[own.at : own.at + own.length])
            near = exhibit.near(n, but)
            least = _NEAR[pole.scale] + further
            if heading.is_sure and pole.scale in _BELIEF:
                least = _NEAR_BELIEF
            if near < least or not _is_plain(line, pole):
                continue
            if own.scale in _BELIEF and ("would" in line.lows or (own.denied and not _is_predicated(line, pole.at))):
                continue
            yield _point("opposed:" + pole.scale, exhibit, own, line, pole, near)


def _beliefs(exhibit: Exhibit) -> Iterator[Point]:
    """Doubt, disbelief or innocence in the evidence of a claim that holds something for true, proved or guilty."""
    heading = exhibit.heading
    held = [pole for pole in heading.poles if pole.scale in _BELIEF]
    if not held or any(pole.effective < 0 for pole in held):
        return
    scales = {pole.scale for pole in held}
    further = _SEVERAL if exhibit.among > 2 else 0.0
    for n, line in enumerate(exhibit.lines):
        if line.is_question:
            continue
        for pole in line.poles:
            if pole.scale not in ("guilt", "credence", "certainty") or pole.effective > 0 or pole.scale in scales:
                continue
            near = exhibit.near(n)
            least = _NEAR_BELIEF if exhibit.among == 1 else _NEAR_DOUBT + further
            if line.lows[pole.at] in _LIES or near < least or not _is_plain(line, pole) or "would" in line.lows:
                continue
            yield _point("doubted", exhibit, held[0], line, pole, near)


def _point(rule: str, exhibit: Exhibit, own: Pole, line: Line, pole: Pole, near: float) -> Point:
    return Point(
        rule,
        exhibit,
        exhibit.heading.line.place(own.at, own.length),
        line.clause(pole.at, pole.length),
        line.place(pole.at, pole.length),
        near,
    )


def _denials(exhibit: Exhibit) -> Iterator[Point]:
    """A deed that the claim states and the evidence denies, or the other way round."""
    heading = exhibit.heading
    if heading.is_topic:
        return
    wanted = {p.concept: p for p in heading.parts if p.kind is PartKind.ACT and p.concept not in _SPEAKING}
    for n, line in enumerate(exhibit.lines):
        if line.is_question or line.concepts.isdisjoint(wanted):
            continue
        near = 0.0
        for at, word in enumerate(line.words):
            part = wanted.get(word.concept) if word.concept else None
            if part is None:
                continue
            near = near or exhibit.near(n, frozenset((part.concept,)))
            if near < _NEAR_DENIED:
                break
            if part.denied and not heading.is_unproved:
                if _is_turned(line, at) or _is_of_others(line, at) or exhibit.shares[n] < 0.6:
                    continue
                rule = "asserted"
            elif not part.denied and _is_denied_here(line, at) and not heading.is_unproved:
                if _is_supposed(line, at):
                    continue
                rule = "denied"
            else:
                continue
            place = Span(word.start, word.end)
            yield Point(rule, exhibit, Span(part.start, part.end), line.clause(at), place, near)
            break


_SAID_OF = frozenset("is are was were been being be denounced called considered branded found proved".split())
_SPEAKING = frozenset(("=admit", "=deny", "=say", "=accus", "=retract", "=evidence", "=guilt"))


def _is_denied_here(line: Line, at: int) -> bool:
    """Whether the word is what a denial before it denies first: "did not shoot", "no murder"."""
    for place in range(at - 1, max(-1, at - 5), -1):
        low = line.lows[place]
        if low in _HERE or low.endswith("n't"):
            after = line.lows[place + 1]
            return after not in ("only", "just", "merely", "doubt")
        if line.words[place].concept or not low[:1].isalnum():
            return False
    return False


def _is_plain(line: Line, pole: Pole) -> bool:
    """Whether it is said outright: not supposed, not what others hold, not within a denial further off."""
    if line.lows[0] in _ASKING or _is_supposed(line, pole.at) or _is_of_others(line, pole.at):
        return False
    return pole.denied or not _is_turned(line, pole.at)


def _is_predicated(line: Line, at: int) -> bool:
    """Whether it is said of something, and not only named: "was a fraud", "called it a fraud"."""
    return not _SAID_OF.isdisjoint(line.lows[max(0, at - 5) : at])


def _is_of_others(line: Line, at: int) -> bool:
    """Whether it is told as what others hold, or turned down in the same sentence."""
    return not _OTHERS.isdisjoint(line.lows[:at]) or not _TURNED_DOWN.isdisjoint(line.lows[at:])


def _is_turned(line: Line, at: int) -> bool:
    return sum(low in _TURNING or low.endswith("n't") for low in line.lows[:at]) % 2 == 1


def _is_supposed(line: Line, at: int) -> bool:
    """Whether it is only supposed: behind an "if" or a "would" in its clause."""
    for low in reversed(line.lows[max(0, at - 10) : at]):
        if low in (";", ":"):
            return False
        if low in _SUPPOSED:
            return True
    return False
