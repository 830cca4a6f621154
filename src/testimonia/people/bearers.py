"""A human being of a family name, and who a naming was given to: what the telling apart of namesakes works on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from ..model import Gender
from .forms import Form, Generation, Naming

__all__ = ["Namesake", "Verdict", "anchor"]


@dataclass(slots=True, eq=False)
class Namesake:
    """One human being of a family name: the forms that name him in full, and where they stand."""

    forms: list[Form] = field(default_factory=list)
    anchors: list[int] = field(default_factory=list)
    gender: Gender | None = None
    generation: Generation | None = None
    roles: Counter[str] = field(default_factory=Counter)
    entry: int | None = None  # of the authority file
    called: list[str] = field(default_factory=list)  # given names and nicknames that the page says are his
    is_relative: bool = False  # introduced as a relative of a namesake
    is_other: bool = False  # told as another than a namesake
    why: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Who a naming was given to, how surely, and why."""

    candidate: Namesake
    confidence: float
    why: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    maybe: tuple[tuple[Namesake, float], ...] = ()
    is_doubtful: bool = False
    rivals: tuple[Namesake, ...] = ()  # who else might be meant, where it is not quite sure


def anchor(candidate: Namesake, naming: Naming) -> None:
    """Let a naming count as one that tells who the candidate is."""
    candidate.anchors.append(naming.index)
    candidate.roles.update(naming.role_nouns)
    if not naming.form.is_bare and naming.form not in candidate.forms:
        candidate.forms.append(naming.form)
    if candidate.gender is None:
        candidate.gender = naming.gender
    if candidate.generation is None:
        candidate.generation = naming.generation
