"""Reasons as plain facts of the exchange format."""

from __future__ import annotations

from typing import Any

from ..model import Reason

__all__ = ["reason_facts"]


def reason_facts(reason: Reason) -> dict[str, Any]:
    """The rule, and where it rests on words, these and their place."""
    facts: dict[str, Any] = {"rule": reason.rule}
    if reason.words:
        facts["words"] = reason.words
    if reason.span is not None:
        facts |= {"start": reason.span.start, "end": reason.span.end}
    return facts
