"""Reserve in the evidence that a claim leaves out: hedges, hearsay, exceptions, what the teller does not know."""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.model import Act, Mode, Span
from testimonia.words.grammar import DETERMINERS, PREPOSITIONS

from .contexts import is_of_others
from .exhibits import Exhibit, Point
from .headings import Heading
from .lines import Line
from .vocabulary import Mark, context_words

__all__ = ["reserves"]

# how near the claim a mark must stand: in its own clause, and with the sentences around
_NEAR = {
    "hedge": (0.2, 0.4),
    "seeming": (0.0, 0.4),
    "source": (0.0, 0.45),
    "hearsay": (0.2, 0.35),
    "charge": (0.0, 0.25),
    "partly": (0.0, 0.2),
    "exception": (0.0, 0.3),
    "notall": (0.2, 0.35),
    "limit": (0.0, 0.25),
    "knowing": (0.0, 0.25),
    "irony": (0.0, 0.2),
    "opinion": (0.0, 0.4),
    "scope": (0.0, 0.35),
}
_ALONE = {"hearsay": (0.0, 0.12), "limit": (0.0, 0.12)}  # where the claim has one excerpt, which then speaks of it
_PROOF = frozenset("evidence proof proven proved information materials record documentary".split())
_LEAST = 0.05
_OF_ONE_LINE = frozenset(("hedge", "hearsay", "limit", "source"))
_LITTLE = 0.3  # of a claim in a sentence whose reserve is hardly of the claim where another tells it outright
_HEART = 0.2  # how much of a claim right behind a hedge makes it one of the claim, whatever else stands there
_NEAR_HEART = 0.2
_BRIEF = 4  # sentences of an excerpt that speaks of little else than its claim
_NEAR_BRIEF = 0.12
_NEAR_BEST = 0.27
_NEAR_SOURCE = 0.55  # of somebody's word for what the claim denies
_ASIDE = 3  # words from "which" to a mark in an aside
_RELATIVE = frozenset("which who whom whose".split())
_PRONOUNS = frozenset("he she his her him".split())
_IMPRESSION = frozenset(("impression",))
_STRONG = frozenset("rumour rumours rumor rumors goes legend gossip hearsay whispered said alleged allegedly".split())
_SEEING = frozenset("me you him us them".split())
_CONCESSIVE = frozenset("whatever however whoever wherever whichever".split())
_BESIDE = 6  # words between "but not" and what it takes out


def reserves(exhibit: Exhibit) -> Iterator[Point]:
    """Marks of reserve near what the claim tells."""
    heading = exhibit.heading
    if heading.is_topic:
        yield from _unproved(exhibit)
        return
    kinds = {mark.kind for mark in heading.line.marks}
    for n, line in enumerate(exhibit.lines):
        near = exhibit.near(n)
        if near < _LEAST:
            continue
        for mark in line.marks:
            if mark.kind in kinds or line.is_question or not _applies(heading, line, mark, exhibit.among == 1):
                continue
            if _is_aside(heading, line, mark):
                continue
            place = line.clause(mark.at, mark.length)
            own, both = _bounds(exhibit, line, mark)
            if mark.kind in _OF_ONE_LINE and exhibit.shares[n] < _LITTLE and exhibit.is_told_outright:
                continue
            if near < both or (own and exhibit.share_of(n, place) < own):
                continue
            words = line.place(mark.at, mark.length)
            yield Point(mark.kind, exhibit, Span(0, len(heading.text)), place, words, near)
    yield from _unproved(exhibit)


def _unproved(exhibit: Exhibit) -> Iterator[Point]:
    """Words such as "no proof" under a claim that has something for proved, or speaks of evidence for it."""
    heading = exhibit.heading
    if not heading.holds_proof or (not heading.is_denial and any(mark.kind == "limit" for mark in heading.line.marks)):
        return
    for n, line in enumerate(exhibit.lines):
        if line.is_question:
            continue
        for mark in line.marks:
            lows = line.lows[mark.at : mark.at + mark.length]
            if mark.kind == "limit" and not _PROOF.isdisjoint(lows) and not line.is_denied(mark.at):
                if is_of_others(line, mark.at) or _is_of_pressure(line, mark) or _is_quoted(exhibit, line, mark):
                    continue
                near = exhibit.near(n)
                place, words = line.clause(mark.at, mark.length), line.place(mark.at, mark.length)
                if near >= _LEAST:
                    yield Point("unproved", exhibit, Span(0, len(heading.text)), place, words, near)


def _is_aside(heading: Heading, line: Line, mark: Mark) -> bool:
    """Whether a mark is of something else than the claim, whatever stands around it.

    It is of a detail ("it is not settled in which"), a permission ("it may be seen at") or an answer ("Perhaps," he
    said); or the claim itself says that somebody takes back what he had said.
    """
    last = mark.at + mark.length
    behind = line.lows[last : last + 3]
    if mark.kind in _OF_ONE_LINE and any(part.concept == "=retract" for part in heading.parts):
        return True
    if mark.kind == "notall" and heading.is_unproved:  # "it does not necessarily speak against him" says so too
        return True
    if mark.kind == "scope" and "far" in line.lows[mark.at : last]:  # "as far as the gate"
        return "concerned" not in line.lows[last : last + _REACH]
    if mark.kind == "limit" and not _DETAILS.isdisjoint(behind[:2]):
        told = line.words[last : last + _REACH]
        return not any(word.concept in heading.weights and word.person is None for word in told)
    if mark.kind != "hedge":
        return False
    if line.lows[mark.at].startswith("appear") and line.lows[last - 1] == "to" and behind:
        seen = line.words[last].person is not None or behind[0] in DETERMINERS or behind[0] in _SEEING
        if seen:  # "the saint appeared to her": she saw him
            return True
    if heading.is_unproved and _SAID_AFTER.isdisjoint(line.lows[mark.at : last]):
        ahead = line.words[last : last + _BESIDE]
        of_them = any(word.person in heading.persons for word in ahead if word.person)
        if not of_them or any(word.low.startswith(_REFUTING) for word in ahead):
            return True  # that there is no proof of something is not hedged by a hedge on what speaks against it
    if line.lows[last - 1] == "be" and not _SHOWN.isdisjoint(behind[:2]):
        return True
    return mark.length == 1 and behind[:1] == [","] and behind[1:2] != [] and behind[1] in _QUOTES


def _is_of_pressure(line: Line, mark: Mark) -> bool:
    """Whether it is proof of pressure that there is none of: "no evidence that they were beaten"."""
    return any(pole.scale in ("freedom", "treatment") and pole.at > mark.at for pole in line.poles)


def _is_quoted(exhibit: Exhibit, line: Line, mark: Mark) -> bool:
    """Whether a claim that turns down a reproach has before it the words of whoever makes it."""
    if not exhibit.heading.is_denial:
        return False
    voice = exhibit.voice_at(exhibit.record.place(line.words[mark.at].start, line.words[mark.at].end).start)
    return voice is not None and voice.mode is Mode.QUOTE


def _bounds(exhibit: Exhibit, line: Line, mark: Mark) -> tuple[float, float]:
    if mark.kind == "partly" and exhibit.heading.is_sure:
        return 0.0, _LEAST
    if mark.kind == "source" and exhibit.heading.is_denial:
        return 0.0, _NEAR_SOURCE
    if mark.kind == "limit" and not _PROOF.isdisjoint(line.lows[mark.at : mark.at + mark.length]):
        return 0.2, 0.25
    if mark.kind == "hedge" and _governed(exhibit, line, mark) >= _HEART:
        return 0.0, _NEAR_HEART
    if mark.kind == "hedge" and exhibit.among == 1 and len(exhibit.lines) <= _BRIEF and exhibit.is_best(line):
        return 0.0, _NEAR_BRIEF
    if mark.kind == "hedge" and exhibit.is_best(line):
        return 0.0, _NEAR_BEST
    strong = not _STRONG.isdisjoint(line.lows[mark.at : mark.at + mark.length])
    if exhibit.among == 1 and mark.kind in _ALONE and (strong or mark.kind == "limit"):
        return _ALONE[mark.kind]
    return _NEAR[mark.kind]


def _governed(exhibit: Exhibit, line: Line, mark: Mark) -> float:
    """How much of what the claim tells, its people apart, stands right behind a mark."""
    last = mark.at + mark.length
    behind = frozenset(word.concept for word in line.words[last : last + _BESIDE] if word.person is None)
    return exhibit.heading.share(behind)


def _applies(heading: Heading, line: Line, mark: Mark, alone: bool) -> bool:
    """Whether a mark speaks against the claim: hearsay does not against one that denies."""
    before = line.lows[mark.at - 1] if mark.at else ""
    if mark.kind in ("hearsay", "limit", "irony") and heading.is_denial:
        return False
    if mark.kind == "limit" and _is_of_pressure(line, mark):
        return False
    if mark.kind == "seeming":
        behind = line.words[mark.at + mark.length : mark.at + mark.length + _RIGHT_BEHIND]
        if behind and behind[0].low in PREPOSITIONS - {"to"}:  # "appeared at the door"
            return False
        return any(word.concept in heading.weights and word.person is None for word in behind)
    if mark.kind == "source":
        if heading.is_unproved or "but not" in " ".join(heading.line.lows):
            return False
        plain = not heading.attributes and Act.ADMITS not in heading.acts
        return plain and _governs(heading, line, mark, alone=False)
    if mark.kind in ("hedge", "hearsay") and not _governs(heading, line, mark, alone):
        return False
    if mark.kind == "hearsay" and heading.attributes:
        return False
    if mark.kind == "opinion":
        return heading.is_sure
    if mark.kind == "charge":
        passive = not _CHARGED.isdisjoint(line.lows[mark.at : mark.at + mark.length])
        return heading.accuses and not (passive and _is_of_others(heading, line, mark))
    if mark.kind == "hearsay" and before == "as":  # "as was alleged" is of what others hold
        return False
    if mark.kind == "partly" and (before in _QUOTING or "full" in line.lows[max(0, mark.at - _BESIDE) : mark.at]):
        return False
    if mark.kind == "partly" and _is_of_others(heading, line, mark):
        return False
    if mark.kind in ("hedge", "hearsay") and not _RELATIVE.isdisjoint(line.lows[max(0, mark.at - _ASIDE) : mark.at]):
        return False  # said by the way: "the mate, who is said to have slept, …"
    if line.lows[mark.at : mark.at + 2] == ["only", "after"] and not context_words("weighing").isdisjoint(line.lows):
        return False  # evidence, and no hand, has brought him to it
    if not _EVADING.isdisjoint(line.lows[mark.at : mark.at + mark.length]):
        return Act.ADMITS in heading.acts and not heading.is_denial
    if mark.kind == "notall":
        return heading.is_universal and before != "if" and not (heading.excepted and _is_of_others(heading, line, mark))
    if mark.kind == "exception" and not heading.is_universal and Act.ADMITS not in heading.acts:
        return False
    if mark.kind == "exception" and line.lows[mark.at] == "but":
        behind = line.words[mark.at + mark.length : mark.at + mark.length + _BESIDE]
        answer = not _ANSWERS.isdisjoint(line.lows[max(0, mark.at - 3) : mark.at])
        return answer or any(word.concept in heading.weights for word in behind)
    if mark.kind == "scope":
        return _is_part(heading, line, mark)
    if mark.kind != "hedge":
        return True
    thought = context_words("thought")
    if not thought.isdisjoint(heading.line.lows) and not thought.isdisjoint(line.lows[: mark.at]):
        return False
    if heading.is_denial and not _IMPRESSION.isdisjoint(line.lows[mark.at : mark.at + mark.length]):
        return True  # "did not give an impression of light" is a denial with a reserve
    return _CONCESSIVE.isdisjoint(line.lows[: mark.at]) and not line.is_denied(mark.at)


def _is_of_others(heading: Heading, line: Line, mark: Mark) -> bool:
    """Whether those named before it in the sentence are others than the claim names, or whom the claim excepts."""
    named = {word.concept for word in line.words[: mark.at] if word.person}
    concerned = {"@" + person for person in heading.persons} - heading.excepted
    if heading.excepted and not named:
        return not _PRONOUNS.isdisjoint(line.lows[: mark.at + 1])
    return bool(named) and bool(heading.persons) and named.isdisjoint(concerned)


def _is_part(heading: Heading, line: Line, mark: Mark) -> bool:
    """Whether "some of the" takes a part of what the claim speaks of."""
    if Act.JUDGES in heading.acts:
        return False
    last = mark.at + mark.length
    if line.lows[mark.at] in ("as", "so"):  # "as far as the harbour is concerned: …"
        return True
    reach = _REACH if line.lows[mark.at] == "in" else _RIGHT_BEHIND
    return any(w.concept in heading.weights and w.person is None for w in line.words[last : last + reach])


def _governs(heading: Heading, line: Line, mark: Mark, alone: bool) -> bool:
    """Whether the mark is said of what the claim tells, and not only of its people: a word of it is in reach."""
    introduces = line.lows[mark.at + mark.length - 1 : mark.at + mark.length + 1]
    if mark.kind == "hearsay" and heading.is_factive:
        return True
    if mark.kind == "hearsay" and alone and not {"to", "that", ":"}.isdisjoint(introduces):
        return True
    by_name = line.lows[mark.at : mark.at + 2] == ["according", "to"]
    told = {concept for concept in heading.weights if by_name or not (concept.startswith("@") or concept.isdecimal())}
    last = mark.at + mark.length
    behind = line.words[last : last + _REACH]
    if not _SAID_AFTER.isdisjoint(line.lows[mark.at : last]) or line.lows[mark.at] in _MODALS:
        behind = behind + line.words[max(0, mark.at - _REACH) : mark.at]
    return any(word.concept in told for word in behind)


_RIGHT_BEHIND = 3
_REFUTING = ("refut", "disprov", "rebut", "contradict", "rule")
_DETAILS = frozenset("which when where why how what who whose whom".split())
_SHOWN = frozenset(
    "inspected seen found heard read consulted visited viewed had bought noted observed noticed set".split()
)
_QUOTES = frozenset(('"', "”", "“", "’", "'", "»"))
_REACH = 10  # words from a mark to what it is said of
_SAID_AFTER = frozenset(  # marks that stand behind what they are said of
    "probable likely possible unlikely hypothesis hypotheses conjecture speculation rumour rumours rumor rumors legend "
    "gossip hearsay attributed ascribed".split()
)
_MODALS = frozenset(("may", "might", "could"))  # of which the subject stands before
_EVADING = frozenset("evasive evasively evaded hedged refused declined".split())
_CHARGED = frozenset("charge charges charged accused accuses denounced branded declared".split())
_QUOTING = frozenset("read reads reading said says stated states follows ran runs quoted".split())
_ANSWERS = frozenset(("yes", "true", "no"))
