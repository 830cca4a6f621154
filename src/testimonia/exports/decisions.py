"""What readers decided, as JSON Lines that can be shared: one decision or review a line, and read back again."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from ..errors import DecisionError
from ..model import Anchor, Decision, DecisionKind, Review, Reviewed, ReviewKind, Span
from .facts import json_record
from .jsonl import json_line
from .reviews import review_facts

__all__ = ["decision_lines", "read_decision_lines"]

T = TypeVar("T")


def decision_lines(decisions: Iterable[Decision], reviews: Iterable[Review]) -> str:
    """All of them, each a line; ``record`` says of which kind it is."""
    lines = [json_line({"record": "decision", **json_record(decision)}) for decision in decisions]
    lines += [json_line({"record": "review", "id": review.id, **dict(review_facts(review))}) for review in reviews]
    return "".join(lines)


def read_decision_lines(path: str | os.PathLike[str]) -> tuple[list[Decision], list[Review]]:
    """The decisions and reviews in a file of such lines.

    Raises:
        DecisionError: a line is none of these; the message says which and why. OSError: the file cannot be read.
    """
    decisions: list[Decision] = []
    reviews: list[Review] = []
    try:
        text = Path(path).read_bytes().decode("utf-8-sig", "surrogatepass")
    except UnicodeDecodeError as error:
        raise DecisionError(f"'{path}' is no JSON Lines: it is not UTF-8 at byte {error.start}.") from error
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            facts = json.loads(line)
            kind = facts["record"]
            if kind == "decision":
                decisions.append(_decision(facts))
            elif kind == "review":
                reviews.append(_review(facts))
            else:
                raise ValueError(f"it is of the kind {kind!r}")
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            said = f"{error} is missing" if isinstance(error, KeyError) else str(error)
            raise DecisionError(f"Line {number} of '{path}' is no decision that was exported: {said}.") from error
    return decisions, reviews


def _decision(facts: Mapping[str, Any]) -> Decision:
    return Decision(
        id=_words(facts, "id"),
        kind=DecisionKind(facts["kind"]),
        a=_anchors(facts, "a"),
        b=_anchors(facts, "b"),
        reviewer=_said(facts, "reviewer"),
        when=_time(facts, "when"),
        why=_said(facts, "why"),
        orphaned=bool(facts.get("orphaned")),
        of=_maybe(facts, "of", _words),
    )


def _review(facts: Mapping[str, Any]) -> Review:
    kind, identity = ReviewKind(facts["kind"]), facts.get("identity", {})
    if not all(isinstance(word, str) for pair in identity.items() for word in pair):
        raise ValueError("its identity is no words")
    places = _anchors(facts, "places")
    if not places and kind is not ReviewKind.UNDO:
        raise ValueError("it has no places")
    review = Review(
        id=_words(facts, "id"),
        kind=kind,
        what=Reviewed(facts["what"]),
        item=_maybe(facts, "item", _words) or "",
        places=places,
        reviewer=_said(facts, "reviewer"),
        when=_time(facts, "when"),
        why=_said(facts, "why"),
        identity=dict(identity),
        field=_maybe(facts, "field", _words),
        value=_maybe(facts, "value", _words),
        place=_maybe(facts, "place", lambda facts, name: _anchor(facts[name])),
        lost=_maybe(facts, "lost", _words) or "",
        of=_maybe(facts, "of", _words),
    )
    corrects = kind is ReviewKind.CORRECT
    put_right = (review.value is not None) + (review.place is not None)
    if corrects != (review.field is not None) or put_right != corrects:
        raise ValueError("a correction, and nothing else, has a field, and a value or a place for it")
    if (kind is ReviewKind.UNDO) != (review.of is not None):
        raise ValueError("an undo, and nothing else, says what it takes back")
    return review


def _maybe(facts: Mapping[str, Any], name: str, read: Callable[[Mapping[str, Any], str], T]) -> T | None:
    return None if facts.get(name) is None else read(facts, name)


def _words(facts: Mapping[str, Any], name: str) -> str:
    value = facts[name]
    if not isinstance(value, str):
        raise TypeError(f"{name!r} is no words")
    return value


def _said(facts: Mapping[str, Any], name: str) -> str:
    """Words that have to say something: a decision is kept with who made it and why."""
    if not _words(facts, name).strip():
        raise ValueError(f"its {name!r} says nothing")
    return _words(facts, name)


def _time(facts: Mapping[str, Any], name: str) -> str:
    """A time as we write it; what readers said is set in the order of these."""
    try:
        when = datetime.fromisoformat(_words(facts, name))
    except ValueError:
        raise ValueError(f"its {name!r} is no time in ISO 8601") from None
    if when.tzinfo is None:
        raise ValueError(f"its {name!r} does not say in which time zone")
    try:
        return when.astimezone(UTC).isoformat(timespec="seconds")
    except OverflowError:
        raise ValueError(f"its {name!r} is no time that UTC has") from None


def _anchors(facts: Mapping[str, Any], name: str) -> tuple[Anchor, ...]:
    return tuple(_anchor(anchor) for anchor in facts.get(name, ()))


def _anchor(facts: Mapping[str, Any]) -> Anchor:
    start, end = facts["start"], facts["end"]
    if not isinstance(start, int) or not isinstance(end, int):
        raise TypeError("a place is no two numbers")
    return Anchor(
        Span(start, end),
        _words(facts, "text"),
        _maybe(facts, "before", _words) or "",
        _maybe(facts, "after", _words) or "",
    )
