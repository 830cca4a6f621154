"""Defects of the page itself, each anchored and put in one plain sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .span import Span

__all__ = ["Finding", "FindingKind"]


class FindingKind(StrEnum):
    """What is the matter with the page."""

    SPLICE = "splice"
    MISSING_CITATION = "missing-citation"
    OCR = "ocr"
    DUPLICATE = "duplicate"
    UNCLOSED_QUOTE = "unclosed-quote"
    BRACKET_COMMENT = "bracket-comment"
    LOCATOR = "locator"
    OVERREACH = "overreach"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a careful reader would mark.

    ``message`` is one plain sentence for a person, ``text`` the printed words of the span; empty where
    the stage that found it did not say them.
    """

    id: str
    kind: FindingKind
    span: Span
    message: str
    text: str = ""
