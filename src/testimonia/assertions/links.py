"""Statements about statements: corroborations, denials and retractions point at what they answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from testimonia.model import Act, Assertion

__all__ = ["linked"]

_OWN = (Act.ADMITS, Act.ACCUSES, Act.REPORTS, Act.DENIES)


def linked(assertions: Iterable[Assertion]) -> list[Assertion]:
    """The same assertions, each answer with the id of what it answers in ``touches``.

    A corroboration answers the nearest earlier statement of him whose word is confirmed; a retraction what its
    speaker himself stated last before; a denial the nearest earlier accusation of its speaker. They are looked for in
    the excerpt first, then, for retractions, on the page before it.
    """
    done: list[Assertion] = []
    here: list[Assertion] = []
    own: dict[str, Assertion] = {}
    for assertion in assertions:
        if here and here[-1].excerpt != assertion.excerpt:
            here = []
        touched = _touched(assertion, here, own)
        if touched is not None:
            assertion = replace(assertion, touches=touched.id)
        done.append(assertion)
        here.append(assertion)
        if assertion.act in _OWN:
            own[assertion.speaker] = assertion
    return done


def _touched(assertion: Assertion, here: list[Assertion], own: dict[str, Assertion]) -> Assertion | None:
    if assertion.act is Act.CORROBORATES:
        for earlier in reversed(here):
            if earlier.speaker in assertion.of and earlier.act in _OWN:
                return earlier
        return next((own[who] for who in assertion.of if who in own), None)
    if assertion.act is Act.RETRACTS:
        for earlier in reversed(here):
            if earlier.speaker == assertion.speaker and earlier.act in _OWN:
                return earlier
        return own.get(assertion.speaker)
    if assertion.act is Act.DENIES:
        for earlier in reversed(here):
            if earlier.act is Act.ACCUSES and assertion.speaker in earlier.of:
                return earlier
    return None
