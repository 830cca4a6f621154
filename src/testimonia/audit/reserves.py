"""Reserve in the evidence that a claim leaves out: hedges, hearsay, exceptions, what the teller does not know."""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.model import Act, Span
from testimonia.words.grammar import PREPOSITIONS

from .exhibits import Exhibit, Point
from .headings import Heading
from .lines import Line
from .vocabulary import Mark

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
}
_ALONE = {"hearsay": (0.0, 0.12), "limit": (0.0, 0.12)}  # where the claim has one excerpt, which then speaks of it
_PROOF = frozenset("evidence proof proven proved information materials record documentary".split())
_LEAST = 0.05
_STRONG = frozenset("rumour rumours rumor rumors goes legend gossip hearsay whispered said alleged allegedly".split())
_CONCESSIVE = frozenset("whatever however whoever wherever whichever".split())
_BESIDE = 6  # words between "but not" and what it takes out


def reserves(exhibit: Exhibit) -> Iterator[Point]:
    """Marks of reserve near what the claim tells."""
    heading = exhibit.heading
    if heading.is_topic:
        return
    kinds = {mark.kind for mark in heading.line.marks}
    for n, line in enumerate(exhibit.lines):
        near = exhibit.near(n)
        if near < _LEAST:
            continue
        for mark in line.marks:
            if mark.kind in kinds or line.is_question or not _applies(heading, line, mark, exhibit.among == 1):
                continue
            place = line.clause(mark.at, mark.length)
            own, both = _bounds(exhibit, line, mark)
            if near < both or (own and exhibit.share_of(n, place) < own):
                continue
            words = line.place(mark.at, mark.length)
            yield Point(mark.kind, exhibit, Span(0, len(heading.text)), place, words, near)


def _bounds(exhibit: Exhibit, line: Line, mark: Mark) -> tuple[float, float]:
    if mark.kind == "partly" and exhibit.heading.is_sure:
        return 0.0, _LEAST
    if mark.kind == "limit" and not _PROOF.isdisjoint(line.lows[mark.at : mark.at + mark.length]):
        return 0.2, 0.25
    strong = not _STRONG.isdisjoint(line.lows[mark.at : mark.at + mark.length])
    if exhibit.among == 1 and mark.kind in _ALONE and (strong or mark.kind == "limit"):
        return _ALONE[mark.kind]
    return _NEAR[mark.kind]


def _applies(heading: Heading, line: Line, mark: Mark, alone: bool) -> bool:
    """Whether a mark speaks against the claim: hearsay does not against one that denies."""
    before = line.lows[mark.at - 1] if mark.at else ""
    if mark.kind in ("hearsay", "limit", "irony") and heading.is_denial:
        return False
    if mark.kind == "seeming":
        behind = line.words[mark.at + mark.length : mark.at + mark.length + _RIGHT_BEHIND]
        if behind and behind[0].low in PREPOSITIONS - {"to"}:  # "appeared at the door"
            return False
        return any(word.concept in heading.weights and word.person is None for word in behind)
    if mark.kind == "source":
        plain = not heading.attributes and not heading.is_denial and Act.ADMITS not in heading.acts
        return plain and _governs(heading, line, mark, alone=False)
    if mark.kind in ("hedge", "hearsay") and not _governs(heading, line, mark, alone):
        return False
    if mark.kind == "hearsay" and heading.attributes:
        return False
    if mark.kind == "opinion":
        return heading.is_sure
    if mark.kind == "charge":
        return heading.accuses
    if mark.kind == "hearsay" and before == "as":  # "as was alleged" is of what others hold
        return False
    if mark.kind == "partly" and before in _QUOTING:
        return False
    if not _EVADING.isdisjoint(line.lows[mark.at : mark.at + mark.length]):
        return Act.ADMITS in heading.acts and not heading.is_denial
    if mark.kind == "notall":
        return heading.is_universal and before != "if"
    if mark.kind == "exception" and not heading.is_universal and Act.ADMITS not in heading.acts:
        return False
    if mark.kind == "exception" and line.lows[mark.at] == "but":
        behind = line.words[mark.at + mark.length : mark.at + mark.length + _BESIDE]
        answer = not _ANSWERS.isdisjoint(line.lows[max(0, mark.at - 3) : mark.at])
        return answer or any(word.concept in heading.weights for word in behind)
    return mark.kind != "hedge" or (_CONCESSIVE.isdisjoint(line.lows[: mark.at]) and not line.is_denied(mark.at))


def _governs(heading: Heading, line: Line, mark: Mark, alone: bool) -> bool:
    """Whether the mark is said of what the claim tells, and not only of its people: a word of it is in reach."""
    introduces = line.lows[mark.at + mark.length - 1 : mark.at + mark.length + 1]
    if mark.kind == "hearsay" and heading.is_factive:
        return True
    if mark.kind == "hearsay" and alone and not {"to", "that", ":"}.isdisjoint(introduces):
        return True
    by_name = line.lows[mark.at : mark.at + 2] == ["according", "to"]
    told = {concept for concept in heading.weights if by_name or not concept.startswith("@")}
    last = mark.at + mark.length
    behind = line.words[last : last + _REACH]
    if not _SAID_AFTER.isdisjoint(line.lows[mark.at : last]):
        behind = behind + line.words[max(0, mark.at - _REACH) : mark.at]
    return any(word.concept in told for word in behind)


_RIGHT_BEHIND = 3
_REACH = 10  # words from a mark to what it is said of
_SAID_AFTER = frozenset(  # marks that stand behind what they are said of
    "probable likely possible unlikely hypothesis hypotheses conjecture speculation rumour rumours rumor rumors legend "
    "gossip hearsay".split()
)
_EVADING = frozenset("evasive evasively evaded hedged refused declined".split())
_QUOTING = frozenset("read reads reading said says stated states follows ran runs quoted".split())
_ANSWERS = frozenset(("yes", "true", "no"))
