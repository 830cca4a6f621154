"""How the page is laid out, as inferred from the page or stated in a profile."""

from __future__ import annotations

from dataclasses import dataclass

from .span import Span

__all__ = ["Convention"]


@dataclass(frozen=True, slots=True)
class Convention:
    """One habit of the page.

    ``name`` is what the habit is about (``claims``, ``citations``, ``excerpts``, ``notes``,
    ``blank lines``), ``value`` what was found (``capitals``, ``own line, after``), ``why`` the
    evidence in one sentence, ``count`` how often the page follows it and ``odd`` the places where
    it does not. ``stated`` is true where a profile said so and nothing was inferred.
    """

    name: str
    value: str
    why: str
    count: int
    odd: tuple[Span, ...] = ()
    stated: bool = False
