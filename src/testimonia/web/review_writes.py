"""What a form of the review does to the base; each returns the id of what was kept."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..errors import DecisionError
from ..model import Reviewed, ReviewKind, Sourcebook, Span
from ..model.reviewable import PLACE, Reviewable
from ..store.pages import Base
from ..store.pages.questions import asked_of
from ..store.reviewing import has_review, is_of, record_of, review_record, undo_review

__all__ = ["merge", "say", "split", "take_back"]

PLAIN_WHY = "As the words here show."
_PATIENCE = 300  # seconds that a decision about people waits for a build to end
_PLACE = re.compile(r"\s*(\d{1,9})\s*[-–]\s*(\d{1,9})\s*")
_NAMED = re.compile(r".*\(([^()\s]+)\)\s*")  # "Ines Marlow (p12345678)", as our lists of people offer it


def say(base: Base, path: Path, reviewer: str, form: Mapping[str, str]) -> str:
    """Accept, reject, correct or remark on a record."""
    verb, _, field = form.get("kind", "").partition(":")
    try:
        kind, what = ReviewKind(verb), Reviewed(form.get("what", ""))
    except ValueError:
        raise DecisionError("Say whether it is right, wrong, or otherwise.") from None
    why = form.get("why", "").strip()
    if kind is ReviewKind.NOTE and not why:
        raise DecisionError("Write the remark first.")
    if what is Reviewed.MAYBE and kind is ReviewKind.ACCEPT:
        return _join(base, path, reviewer, form.get("id", ""), why)
    asked = asked_of(base, what, form.get("id", ""))
    value, place = form.get(f"value-{field}") if field else None, None
    if kind is ReviewKind.CORRECT and field == PLACE:
        place, value = _place(base, record_of(asked.book, form.get("id", ""), what), value or ""), None
    made = review_record(
        path,
        form.get("id", ""),
        kind,
        what=what,
        field=field or None,
        value=_without_id(value, asked.book),
        place=place,
        reviewer=reviewer,
        why=why or PLAIN_WHY,
        book=asked.book,
        read_from=asked.edition,
    )
    return made.id


def _join(base: Base, path: Path, reviewer: str, pair: str, why: str) -> str:
    """Two who may be one are one: that is decided of the people, not said of the pair."""
    row = base.row("select a, b from maybes where id = ?", pair)
    if row is None:
        raise DecisionError("These two are asked about no longer; the page was read anew meanwhile.")
    return merge(path, reviewer, {"a": row[0], "b": row[1], "why": why})


def _place(base: Base, record: Reviewable, words: str) -> Span:
    """The place that was selected, ``120-134``, or that of words that stand once around the record."""
    bounds = _PLACE.fullmatch(words)
    if bounds is not None:
        return Span(*sorted((int(bounds[1]), int(bounds[2]))))
    words = words.strip()
    if not words:
        raise DecisionError("Select the words that are meant, or write them out as they are printed.")
    around = record.places[0]
    first, last = max(0, around.start - 2000), around.end + 2000
    found = base.text.find(words, first, last)
    if found < 0 or base.text.find(words, found + 1, last) >= 0:
        raise DecisionError(f"“{words[:60]}” stands {'nowhere' if found < 0 else 'more than once'} around here.")
    return Span(found, found + len(words))


def _without_id(value: str | None, book: Sourcebook) -> str | None:
    """A value as it is kept: a person by the name, without the id that our lists show behind it."""
    named = None if value is None else _NAMED.fullmatch(value)
    if value is None or named is None:
        return value
    return value[: value.rindex("(")].strip() or value


def take_back(path: Path, reviewer: str, form: Mapping[str, str]) -> str:
    """Take back an own review or decision, or object to another's, which wants a reason."""
    of, why = form.get("of", ""), form.get("why", "").strip()
    if not why:
        if not is_of(path, of, reviewer):
            raise DecisionError("This is another's, and stands. Say why you object to it.")
        why = "Taken back."
    if has_review(path, of):
        return undo_review(path, of, reviewer=reviewer, why=why).id
    from ..front import undo

    return undo(path, of, why=why, reviewer=reviewer, patience=_PATIENCE).id


def merge(path: Path, reviewer: str, form: Mapping[str, str]) -> str:
    """Decide that two people are one."""
    from ..front import merge as join

    a, b = (_id_or_name(form.get(side, "")) for side in ("a", "b"))
    return join(path, a, b, why=form.get("why", "").strip() or PLAIN_WHY, reviewer=reviewer, patience=_PATIENCE).id


def split(path: Path, reviewer: str, form: Mapping[str, str], offsets: Sequence[str]) -> str:
    """Decide that some of a person's mentions are somebody else's."""
    from ..front import split as part

    spelling = form.get("spelling") or None
    places = [] if spelling else [int(offset) for offset in offsets if offset.isascii() and offset.isdecimal()]
    return part(
        path,
        form.get("person", ""),
        spelling=spelling,
        offsets=places,
        why=form.get("why", "").strip() or PLAIN_WHY,
        reviewer=reviewer,
        patience=_PATIENCE,
    ).id


def _id_or_name(words: str) -> str:
    named = _NAMED.fullmatch(words)
    return named[1] if named is not None else words.strip()
