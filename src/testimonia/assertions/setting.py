"""What the claims of a page tell of its excerpts: which acts a heading states, of whom, and how somebody stands there.

An excerpt was chosen to bear its claim out: what the heading says is what its words are likely to say. And who is
accused in headings of the page is likelier to admit or to deny in an excerpt than one who only writes of it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from testimonia.model import Act, Assertion

__all__ = ["Setting", "setting_of"]

_COMPILER = "compiler"
_BLAMES = (Act.ACCUSES, Act.JUDGES)


@dataclass(frozen=True, slots=True)
class Setting:
    """By claim what its heading states; by person how he stands in the headings; ``accused`` are those who stand so."""

    stated: Mapping[str, tuple[Assertion, ...]] = field(default_factory=dict)
    standing: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    accused: frozenset[str] = frozenset()

    def of_claim(self, claim: str | None) -> tuple[Assertion, ...]:
        """What the heading of a claim states."""
        return self.stated.get(claim, ()) if claim is not None else ()


def setting_of(assertions: Iterable[Assertion]) -> Setting:
    """The setting that the assertions of a page's claims make."""
    stated: dict[str, list[Assertion]] = defaultdict(list)
    does: dict[str, Counter[Act]] = defaultdict(Counter)
    blamed: Counter[str] = Counter()
    for assertion in assertions:
        if assertion.claim is None or assertion.excerpt is not None:
            continue
        stated[assertion.claim].append(assertion)
        if assertion.speaker != _COMPILER:
            does[assertion.speaker][assertion.act] += 1
        if assertion.act in _BLAMES:
            blamed.update(assertion.of)
    standing = {person: _standing(does[person], blamed[person]) for person in {*does, *blamed}}
    accused = frozenset(person for person in standing if blamed[person] + does[person][Act.ADMITS] > 1)
    return Setting({claim: tuple(found) for claim, found in stated.items()}, standing, accused)


def _standing(does: Counter[Act], blamed: int) -> tuple[str, ...]:
    found = []
    if does[Act.ADMITS]:
        found.append("stands admits")
    if does[Act.DENIES]:
        found.append("stands denies")
    if does[Act.ACCUSES] > 1:
        found.append("stands accuses")
    if blamed > 1:
        found.append("stands accused")
    return tuple(found)
