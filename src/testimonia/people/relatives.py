"""Relatives of one family name, where the page introduces one by the given name of the other.

Reads ``P. Hartley (Ann's younger brother)``, ``P. Hartley, brother of Ann`` and ``Ann's brother P. Hartley``: Ann is a
Hartley too, and the better known of the two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from ..model import Gender, Reason, Span
from .bearers import Namesake
from .forms import Form, Naming
from .genders import gender_of_form
from .surroundings import Surroundings

__all__ = ["Relative", "find_relatives"]

_KIN = r"(?:half-)?(?:brother|sister|son|daughter|father)"
_OF_GIVEN = re.compile(
    rf"\s?[,(]\s?(?:(?:the|a|an|younger|elder|older|twin|eldest|youngest|only|plant|late) )*{_KIN} of (?:his |her )?"
)
_GIVENS = re.compile(rf"['’]s?(?: [\w-]+){{0,3}}? {_KIN}\b")
_CHILD_OF = re.compile(
    r",? (?:who (?:is|was) )?(?:the |a |an |eldest |elder |youngest |younger |only |second )*son of (?:old )?"
)
_BEFORE_GIVEN = re.compile(r"\s?[,(]\s?")
_GIVENS_NAME = re.compile(rf"['’]s?(?: [\w-]+){{0,3}}? {_KIN},? ")


@dataclass(frozen=True, slots=True)
class Relative:
    """Somebody who is known to be of a family name because a relative is introduced by him.

    ``by_given`` is the naming that is his given name alone, ``None`` for the relative himself.
    """

    form: Form
    anchor: int
    by_given: int | None
    reason: Reason

    def seed(self) -> Namesake:
        """The person as one to tell namesakes from."""
        anchors = [self.anchor] if self.by_given is not None else []
        return Namesake([self.form], anchors, is_relative=self.by_given is None, why=[self.reason.rule])


def find_relatives(text: str, scene: Surroundings) -> dict[int, list[Relative]]:
    """The relatives by the number of their family name."""
    found: dict[int, list[Relative]] = defaultdict(list)
    for indexes in scene.in_record.values():
        for a, b in pairwise(indexes):
            pair = _related(text, scene.namings[a], scene.namings[b])
            if pair is None:
                continue
            named, given = pair
            group = scene.groups[named.index]
            if group is None or named.form.is_bare:
                continue
            span = Span(min(named.span.start, given.span.start), max(named.span.end, given.span.end))
            reason = Reason("a relative of the same family name", span.cut(text), span)
            form = Form(given=given.form.given, patronymic=given.form.patronymic)
            found[group].append(Relative(form, given.index, given.index, reason))
            own = Form(named.form.given, named.form.initials, named.form.patronymic, suffix=named.form.suffix)
            found[group].append(Relative(own, named.index, None, reason))
    return found


def _related(text: str, a: Naming, b: Naming) -> tuple[Naming, Naming] | None:
    """The one with the family name and the one with a given name alone, where the page says that they are kin."""
    gap = text[a.span.end : b.span.start]
    if len(gap) > 60:
        return None
    introduced = _OF_GIVEN.fullmatch(gap) or (
        _BEFORE_GIVEN.fullmatch(gap) and _GIVENS.match(text, b.span.end, b.span.end + 50)
    )
    if introduced and a.form.family and b.form.given and not b.form.family:
        return a, b
    if not b.form.family or not a.form.given or a.form.family:
        return None
    son = _CHILD_OF.fullmatch(gap) and gender_of_form(a.form) is not Gender.FEMALE
    return (b, a) if son or _GIVENS_NAME.fullmatch(gap) else None
