"""Reserve in the evidence that a claim leaves out: hedges, hearsay, exceptions, what the teller does not know."""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.model import Span

from .exhibits import Exhibit, Point
from .headings import Heading

__all__ = ["reserves"]

# how near the claim a mark must stand, in its own sentence and with the neighbours
_NEAR = {
    "hedge": (0.33, 0.4),
    "hearsay": (0.3, 0.35),
    "partly": (0.0, 0.25),
    "exception": (0.0, 0.3),
    "limit": (0.0, 0.25),
    "irony": (0.0, 0.2),
    "few": (0.3, 0.4),
}
_ALONE = {"hearsay": (0.0, 0.12), "limit": (0.0, 0.12)}  # where the claim has one excerpt, which then speaks of it
_STRONG = frozenset("rumour rumours rumor rumors goes legend gossip hearsay whispered said alleged allegedly".split())


def reserves(exhibit: Exhibit) -> Iterator[Point]:
    """Marks of reserve near what the claim tells."""
    heading = exhibit.heading
    if heading.is_topic:
        return
    kinds = {mark.kind for mark in heading.line.marks}
    for n, line in enumerate(exhibit.lines):
        near = exhibit.near(n)
        if near < 0.1:
            continue
        for mark in line.marks:
            if (
                mark.kind in kinds
                or not _applies(heading, mark.kind)
                or (line.is_question and mark.kind != "exception")
            ):
                continue
            own, both = _NEAR[mark.kind]
            if (
                exhibit.among == 1
                and mark.kind in _ALONE
                and not _STRONG.isdisjoint(line.lows[mark.at : mark.at + mark.length])
            ):
                own, both = _ALONE[mark.kind]
            if exhibit.shares[n] < own or near < both:
                continue
            yield Point(
                mark.kind,
                exhibit,
                Span(0, len(heading.text)),
                line.clause(mark.at, mark.length),
                line.place(mark.at, mark.length),
                near,
            )


def _applies(heading: Heading, kind: str) -> bool:
    """Whether a mark of this kind speaks against the claim: hearsay does not against one that denies."""
    if heading.is_denial:
        return kind in ("hedge", "partly", "exception")
    if kind == "few":
        return heading.is_of_many
    return True
