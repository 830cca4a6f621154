"""Reviews and open questions in lines."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .portraits import say_why
from .printing import echo_json, first_words
from .terminal import echo, style

if TYPE_CHECKING:
    from ..answers.decided import Trail
    from ..answers.queue import Question
    from ..model import Review, Sourcebook, Standing

__all__ = ["question_facts", "said_words", "say_objected", "say_question", "say_readers", "say_review", "say_reviewed"]

_STYLES = {"accept": "green", "confirmed": "green", "reject": "red", "rejected": "red"}


def said_words(review: Review) -> str:
    """What a review says, in a few words."""
    if review.kind == "correct":
        if review.place is not None:
            return f"{review.field} ought to be {review.place.span.start}-{review.place.span.end}"
        return f"{review.field} ought to be {review.value!r}"
    return review.kind.value


def say_review(review: Review, trail: Trail[Review]) -> None:
    """Print a review, who made it, when and why, and what became of it."""
    marks = trail.marks(review)
    kind = style(review.kind.value, bold=True, fg=_STYLES.get(review.kind))
    place = f" at {review.places[0].span.start}" if review.places and not review.orphaned else ""
    words = " / ".join(first_words(anchor.text, 50) for anchor in review.places)
    about = trail.undo_words(review) if review.kind == "undo" else f"{review.what} {review.item}{place}: {words}"
    echo(f"{review.id}  {kind}{''.join(f' ({mark})' for mark in marks)}: {about}")
    if review.kind == "correct":
        echo(f"    {said_words(review)}")
    echo(f"    {review.reviewer}, {review.when}: {first_words(review.why, 200)}")
    if review.orphaned:
        echo(f"    {review.lost} It is kept and does nothing.")


def say_reviewed(base: Path, review: Review, as_json: bool) -> None:
    """Print a review that was made, and how it is taken back."""
    from ..answers.decided import Trail
    from ..exports.facts import json_record
    from ..store import open_store

    if as_json:
        echo_json(json_record(review))
        return
    with open_store(base) as store:
        trail = Trail(store.book().reviews)
    say_review(review, trail)
    if trail.objects(review):
        say_objected()
    echo(f"To take it back: testimonia undo '{base}' {review.id} --why TEXT")


def say_objected() -> None:
    """Print what it means to take back what another said."""
    echo("It is another's, so it stands, and your objection beside it. To decide otherwise, say what you decide.")


def say_readers(book: Sourcebook, record: object) -> None:
    """Print how a record stands after its reviews, where there are any."""
    from ..exports.reviews import REVIEWED

    what = REVIEWED.get(type(record))
    standing = None if what is None else book.standing(what, getattr(record, "id", ""))
    if standing is not None:
        _say_standing(standing, indent=0)


def say_question(asked: Question) -> None:
    """Print a question with its words and reasons."""
    sure = "" if asked.confidence is None else f", {asked.confidence:.2f}"
    words = " / ".join(first_words(part, 60) for part in asked.words)
    echo(f"{style(asked.id, bold=True)}  line {asked.line}{sure}: {words}")
    values = [f"{name}: {first_words(value, 60)}" for name, value in asked.values.items() if value]
    if values:
        echo(f"    {'; '.join(values)}")
    say_why(asked.reasons, asked.against, indent=4)
    if asked.standing is not None:
        _say_standing(asked.standing)


def _say_standing(standing: Standing, indent: int = 4) -> None:
    space, state = " " * indent, style(standing.state.value, fg=_STYLES.get(standing.state))
    echo(f"{space}{state}: {_by(standing.verdicts)}")
    for objection in standing.objections:
        echo(f"{space}{objection.reviewer} objects to {objection.of}: {first_words(objection.why, 200)}")
    for note in standing.notes:
        echo(f"{space}{note.reviewer} remarks: {first_words(note.why, 200)}")


def _by(verdicts: Iterable[Review]) -> str:
    return "; ".join(f"{review.reviewer}: {said_words(review)}" for review in verdicts) or "nobody"


def question_facts(asked: Question) -> dict[str, Any]:
    """A question for a program."""
    from ..exports.facts import reason_facts
    from ..exports.reviews import standing_facts

    facts: dict[str, Any] = {"what": asked.what.value, "id": asked.id, "line": asked.line}
    facts["places"] = [
        {"start": place.start, "end": place.end, "text": words}
        for place, words in zip(asked.places, asked.words, strict=True)
    ]
    for name in ("doubt", "confidence", "within"):
        value = getattr(asked, name)
        if value is not None:
            facts[name] = round(value, 4) if isinstance(value, float) else value
    facts["values"] = {name: value for name, value in asked.values.items() if value}
    facts["choices"] = {name: list(values) for name, values in asked.choices.items()}
    for name in ("reasons", "against"):
        if getattr(asked, name):
            facts[name] = [reason_facts(reason) for reason in getattr(asked, name)]
    if asked.standing is not None:
        facts["review"] = standing_facts(asked.standing)
    return facts
