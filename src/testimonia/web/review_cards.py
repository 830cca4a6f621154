"""A question as a card: the words in their surroundings, what the program says and why, what readers say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from ..answers.queue import Question
from ..model import Reason, Review, Reviewed, Span, State
from ..model.reviewable import PLACE
from ..store.pages import Base
from .marking import Mark, marked

__all__ = ["KINDS", "Card", "Context", "Field", "SaidLine", "card_of", "cards_of", "context_of", "said_line"]

_AROUND = 260  # characters on either side, so that a sentence or two can be read
_ENOUGH = 100  # characters that are enough on one side, where a line ends
_LONGEST = 1500  # characters of a place that are shown; more is left to the page itself

# what each kind is called when there are several, and what is asked of one
KINDS: dict[Reviewed, tuple[str, str]] = {
    Reviewed.MAYBE: ("Who may be one", "Are these one person?"),
    Reviewed.MENTION: ("Names", "Is this person meant?"),
    Reviewed.PERSON: ("People", "Is this one person, so named?"),
    Reviewed.VOICE: ("Voices", "Are these the words of this speaker?"),
    Reviewed.ASSERTION: ("Statements", "Does the speaker do this here?"),
    Reviewed.DOCUMENT: ("Documents", "Is this document quoted here?"),
    Reviewed.DATING: ("Dates", "Is this date meant?"),
    Reviewed.CELL: ("Facts of proceedings", "Does the page say this of the proceedings?"),
    Reviewed.ENTRY: ("Rows of ledgers", "Does the page say this?"),
    Reviewed.DEPENDENCE: ("Shared origins", "Do these two go back to one source in this way?"),
    Reviewed.DISCREPANCY: ("Disagreements", "Do these two speak of one thing, and differ?"),
    Reviewed.AUDIT: ("Claims and evidence", "Does the evidence stand so to the claim?"),
    Reviewed.PART: ("Words of claims", "Does the evidence carry this word so?"),
    Reviewed.CAUTION: ("Cautions", "Is the evidence weaker than the claim in this way?"),
    Reviewed.FINDING: ("Defects of the page", "Is this a defect?"),
    Reviewed.CITATION: ("Citations", "Is the citation read so?"),
    Reviewed.CLAIM: ("Claims", "Is this a claim, from its first word to its last?"),
    Reviewed.EXCERPT: ("Excerpts", "Is this one excerpt, from its first word to its last?"),
}

# a field that names somebody, for which the names of the page are offered
_PEOPLE = ("person", "speaker", "of", "author", "name")
_INNER = ("of as printed",)  # facts that a record is told by and that say nothing more to a reader


@dataclass(frozen=True, slots=True)
class Context:
    """Words of the page with a place in them marked; ``start`` is their first character.

    ``before`` and ``after`` say whether the line goes on beyond them, ``is_cut`` whether the place itself does.
    """

    html: Markup
    start: int
    place: Span
    is_cut: bool
    before: bool
    after: bool


@dataclass(frozen=True, slots=True)
class Field:
    """Something that can be put right. ``choices`` are all the values there are; none where any words will do."""

    name: str
    value: str
    choices: tuple[str, ...]
    names_people: bool


@dataclass(frozen=True, slots=True)
class SaidLine:
    """What somebody says, in a line. ``is_own`` says that the one who reads now said it."""

    id: str
    reviewer: str
    says: str
    why: str
    when: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A question with all that is shown of it. ``own`` is the latest that the reader said of it and can take back."""

    question: Question
    kind: str
    asks: str
    contexts: tuple[Context, ...]
    values: tuple[tuple[str, str], ...]
    reasons: tuple[Reason, ...]
    against: tuple[Reason, ...]
    fields: tuple[Field, ...]
    has_place: bool
    state: State | None
    said: tuple[SaidLine, ...]
    notes: tuple[SaidLine, ...]
    objections: tuple[SaidLine, ...]
    own: str | None

    @property
    def is_pair(self) -> bool:
        """Whether it asks of two people whether they are one."""
        return self.question.what is Reviewed.MAYBE


def card_of(base: Base, asked: Question, reviewer: str) -> Card:
    """The card of a question, for one reader."""
    standing = asked.standing
    verdicts = () if standing is None else standing.verdicts
    notes = () if standing is None else standing.notes
    objections = () if standing is None else standing.objections
    against = {review.id: review.reviewer for review in (*verdicts, *notes)}
    kind, asks = KINDS[asked.what]
    choices = {name: values for name, values in asked.choices.items() if name != PLACE}
    mine = [
        review
        for review in sorted((*notes, *verdicts, *objections), key=lambda r: r.when)
        if review.reviewer == reviewer
    ]
    return Card(
        question=asked,
        kind=kind,
        asks=asks,
        contexts=tuple(context_of(base, place) for place in asked.places),
        values=tuple((name, value) for name, value in asked.values.items() if value and name not in _INNER),
        reasons=asked.reasons,
        against=asked.against,
        fields=tuple(
            Field(name, asked.values.get(name, ""), values, name in _PEOPLE) for name, values in choices.items()
        ),
        has_place=PLACE in asked.choices,
        state=None if standing is None else standing.state,
        said=tuple(said_line(base, review, reviewer) for review in verdicts),
        notes=tuple(said_line(base, review, reviewer) for review in notes),
        objections=tuple(
            replace(said_line(base, review, reviewer), says=f"objects to {against.get(review.of or '', 'another')}")
            for review in objections
        ),
        own=mine[-1].id if mine else None,
    )


def said_line(base: Base, review: Review, reviewer: str) -> SaidLine:
    """A review in a line."""
    says = review.kind.value
    if review.place is not None:
        says = f"it stands at “{_short(review.place.text)}”"
    elif review.field is not None:
        says = f"{review.field}: {review.value}" if review.value else f"{review.field}: left open"
    return SaidLine(review.id, review.reviewer, says, review.why, review.when, review.reviewer == reviewer)


def context_of(base: Base, place: Span, around: int = _AROUND) -> Context:
    """The words around a place, from a break to a break where one is near."""
    text = base.text
    end = min(place.end, place.start + _LONGEST)
    first = _begin(text, max(0, place.start - around), place.start)
    last = _finish(text, end, min(len(text), end + around))
    mark = Mark(Span(place.start, end), 1, "mark", Markup('<mark class="meant">'))
    before = first > 0 and text[max(0, first - 9) : first].rstrip(" \t")[-1:] not in ("\n", "\r", "")
    after = text[last : last + 9].lstrip(" \t")[:1] not in ("\n", "\r", "")
    return Context(marked(text, first, last, [mark]), first, place, end < place.end, before, after)


def _begin(text: str, first: int, place: int) -> int:
    """Where to begin: behind an empty line, or a line's end that is not too near, else at a word."""
    gap = max(text.rfind("\n\n", first, place), text.rfind("\n", first, max(first, place - _ENOUGH)))
    if gap >= 0:
        first = gap + 1
    elif first:
        first = next((n for n in range(first, place) if text[n].isspace()), first)
    return next((n for n in range(first, place) if not text[n].isspace()), place)


def _finish(text: str, end: int, last: int) -> int:
    gaps = [gap for gap in (text.find("\n\n", end, last), text.find("\n", end + _ENOUGH, last)) if gap >= 0]
    if gaps:
        last = min(gaps)
    elif last < len(text):
        last = next((n for n in range(last, end, -1) if text[n - 1].isspace()), last)
    return next((n for n in range(last, end, -1) if not text[n - 1].isspace()), end)


def _short(words: str, most: int = 80) -> str:
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def cards_of(base: Base, questions: Iterable[Question], reviewer: str) -> Sequence[Card]:
    """The cards of several questions."""
    return [card_of(base, asked, reviewer) for asked in questions]
