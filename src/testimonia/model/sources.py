"""Cited sources: a citation as printed, and the work that it cites."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .reasons import Reason
from .span import Span

__all__ = ["Citation", "CitedField", "Work"]


@dataclass(frozen=True, slots=True)
class CitedField:
    """The printed words behind one field of a CSL-JSON item, as a span of the page."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Citation:
    """One printed citation.

    ``csl`` is a CSL-JSON item with what the string itself prints and nothing else; ``resolved`` is
    the full item that an ``Ibid.`` or a short title stands for, ``None`` where the string is full.
    ``locator`` is the page reference as printed, ``None`` where the page names none; ``work`` the id
    of the cited work; ``fields`` say which characters each field was read from.
    """

    id: str
    span: Span
    text: str
    csl: Mapping[str, Any] = field(default_factory=dict)
    work: str | None = None
    locator: str | None = None
    resolved: Mapping[str, Any] | None = None
    fields: tuple[CitedField, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """One cited work over all its spellings and editions.

    ``csl`` is the fullest record, ``citations`` how many citations of the page cite it,
    ``spellings`` the distinct printed forms without their locators, and ``reasons`` say why each
    spelling was taken for this work. ``span`` is that of the citation which the record was read from,
    the first of several that say the same, and ``text`` its words as printed; where none prints the
    whole record (an ibid., a name that a list of works completes), that of the first which stands for
    it. ``None`` for a work that was not read from a page.
    """

    id: str
    csl: Mapping[str, Any]
    citations: int
    spellings: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    span: Span | None = None
    text: str | None = None
