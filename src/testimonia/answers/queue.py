"""What the program is least sure of, kind by kind, with its reasons: what a reader's word would settle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model import Reason, Reviewed, Sourcebook, Span, Standing
from ..model.reviewable import Reviewable
from ..model.reviewables import reviewables
from ..words.lines import Lines
from .naming import QuestionError

__all__ = ["QUEUED", "Question", "question", "queue", "queue_sizes", "read_kind"]

# in the order in which settling them helps what follows: who is who decides who speaks, and so on
QUEUED = (
    Reviewed.MAYBE,
    Reviewed.MENTION,
    Reviewed.VOICE,
    Reviewed.ASSERTION,
    Reviewed.DOCUMENT,
    Reviewed.DATING,
    Reviewed.CELL,
    Reviewed.ENTRY,
    Reviewed.DEPENDENCE,
    Reviewed.DISCREPANCY,
    Reviewed.CAUTION,
    Reviewed.FINDING,
)


@dataclass(frozen=True, slots=True)
class Question:
    """One record that a reader is asked about.

    ``doubt`` (0 to 1) is how unsure the program is: of a pair who may be one that a half would be even chances, of all
    else what is wanting to certainty; ``None`` where it states no confidence. ``words`` are the printed words of each
    of its ``places``, ``line`` the line of the first. ``standing`` is what readers said so far.
    """

    what: Reviewed
    id: str
    doubt: float | None
    places: tuple[Span, ...]
    words: tuple[str, ...]
    line: int
    values: Mapping[str, str]
    choices: Mapping[str, tuple[str, ...]]
    within: str | None
    confidence: float | None
    reasons: tuple[Reason, ...]
    against: tuple[Reason, ...]
    parties: tuple[str, ...]
    standing: Standing | None


def queue(
    book: Sourcebook,
    what: Reviewed | str | None = None,
    *,
    reviewer: str | None = None,
    settled: bool = False,
) -> list[Question]:
    """The open questions of a kind, or of every kind in turn, the least sure first; ties in the order of the page.

    ``reviewer`` asks for what this reader has not judged yet, else a question is open that nobody has. ``settled`` asks
    for all, judged or not. What the program is sure of is no question.

    Raises:
        QuestionError: there is no such kind.
    """
    kinds = QUEUED if what is None else (read_kind(what),)
    lines = Lines(book.text)
    return [question(book, record, lines) for kind in kinds for record in _open(book, kind, reviewer, settled)]


def queue_sizes(book: Sourcebook, *, reviewer: str | None = None) -> dict[Reviewed, int]:
    """How many questions of each kind are open; as `queue` lists them."""
    sizes = Counter({kind: sum(1 for _ in _unsure(book, kind, reviewer, settled=False)) for kind in QUEUED})
    return {kind: sizes[kind] for kind in QUEUED}


def read_kind(kind: Reviewed | str) -> Reviewed:
    """The kind of that name.

    Raises:
        QuestionError: there is none.
    """
    try:
        return Reviewed(kind)
    except ValueError:
        raise QuestionError(f"Nothing to review is called {kind!r}. There are: {', '.join(Reviewed)}.") from None


def _open(book: Sourcebook, kind: Reviewed, reviewer: str | None, settled: bool) -> Sequence[Reviewable]:
    return sorted(_unsure(book, kind, reviewer, settled=settled), key=_order)


def _unsure(book: Sourcebook, kind: Reviewed, reviewer: str | None, *, settled: bool) -> Iterator[Reviewable]:
    for record in reviewables(book, kind):
        doubt = doubt_of(record)
        if doubt is not None and doubt <= 0:
            continue
        if not settled and book.reviews and _is_settled(book.standing(kind, record.id), reviewer):
            continue
        yield record


def _is_settled(standing: Standing | None, reviewer: str | None) -> bool:
    if standing is None:
        return False
    return bool(standing.verdicts) if reviewer is None else reviewer in standing.reviewers


def _order(record: Reviewable) -> tuple[float, Span, str]:
    doubt = doubt_of(record)
    return (1.0 if doubt is None else -doubt, record.places[0], record.id)


def doubt_of(record: Reviewable) -> float | None:
    """How unsure the program is of a record; ``None`` where it does not say."""
    if record.confidence is None:
        return None
    if record.what is Reviewed.MAYBE:
        return 1 - abs(2 * record.confidence - 1)
    return 1 - record.confidence


def question(book: Sourcebook, record: Reviewable, lines: Lines | None = None) -> Question:
    """A record as a question."""
    return Question(
        what=record.what,
        id=record.id,
        doubt=doubt_of(record),
        places=record.places,
        words=tuple(_cut(book, record.places)),
        line=(lines or Lines(book.text)).number(record.places[0]),
        values=record.values,
        choices=record.choices,
        within=record.within,
        confidence=record.confidence,
        reasons=record.reasons,
        against=record.against,
        parties=record.parties,
        standing=book.standing(record.what, record.id),
    )


def _cut(book: Sourcebook, places: Iterable[Span]) -> Iterator[str]:
    return (place.cut(book.text) for place in places)
