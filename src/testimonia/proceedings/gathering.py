"""The names of one proceeding gathered: by proper noun, date, ordinal, persons, number of accused.

A key that is met with dates that exclude each other ("the Ash trial", of 1910 and of 1912) joins nothing by itself.
Where a person has a trial's name and stands among the defendants of one dated trial only, the two are one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from testimonia.model import ProceedingKind
from testimonia.words.edtf import bounds_of
from testimonia.words.kinds import is_people

from .namings import Naming

__all__ = ["Gathered", "agree", "alias", "gather", "join_by_defendants", "join_by_number", "join_by_part", "join_told"]

_SLACK = 100  # a month, counted as in bounds_of, by which two accounts of one date may differ


@dataclass(slots=True)
class Gathered:
    """One proceeding: its namings, keys, dates, and those listed as its defendants."""

    kind: ProceedingKind
    namings: list[Naming] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    dates: list[str] = field(default_factory=list)
    defendants: Counter[str] = field(default_factory=Counter)
    why: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """How the page calls it oftenest; the longer of two as frequent."""
        told = [n for n in self.namings if n.keys and not n.alone] or [n for n in self.namings if not n.alone]
        names = Counter(" ".join(n.text.split()) for n in told or self.namings)
        return max(names, key=lambda name: (names[name], len(name)))

    def take(self, naming: Naming) -> None:
        """Add a naming."""
        self.namings.append(naming)
        self.keys |= naming.keys
        if naming.date is not None:
            self.dates.append(naming.date.edtf)
        self.defendants.update(naming.defendants)

    @property
    def month(self) -> str | None:
        """Its closest date, to the month at least."""
        exact = [d for d in self.dates if len(d) >= 7 and _bounds(d) is not None]
        return Counter(exact).most_common(1)[0][0] if exact else None


@cache
def _bounds(edtf: str) -> tuple[int, int] | None:
    return bounds_of(edtf)


def agree(one: str | None, other: str | None) -> bool:
    """Whether two dates can be of one event; an open one agrees with all."""
    if not one or not other or one == other:
        return True
    a, b = _bounds(one), _bounds(other)
    if a is None or b is None:
        return True
    return a[0] - _SLACK <= b[1] and b[0] - _SLACK <= a[1]


def gather(namings: Iterable[Naming]) -> list[Gathered]:
    """The proceedings that the namings name."""
    everything = list(namings)
    by_kind: dict[ProceedingKind, list[Naming]] = defaultdict(list)
    for naming in everything:
        by_kind[naming.kind].append(naming)
    found: list[Gathered] = []
    for kind, several in by_kind.items():
        found += _of_kind(kind, several)
    return found


def _precision(naming: Naming) -> int:
    if naming.date is None or _bounds(naming.date.edtf) is None:
        return 0
    return 2 if "-" in naming.date.edtf.lstrip("[{")[:7] else 1


def _of_kind(kind: ProceedingKind, namings: Sequence[Naming]) -> list[Gathered]:
    groups: list[Gathered] = []
    torn = _torn(namings)
    for naming in sorted(namings, key=lambda n: (-_precision(n), n.alone, not n.keys)):
        chosen = _fitting(groups, naming, torn)
        if chosen is None:
            if naming.alone and _precision(naming) < 2:
                continue
            chosen = Gathered(kind)
            groups.append(chosen)
        chosen.take(naming)
    return groups


def _torn(namings: Sequence[Naming]) -> set[str]:
    """Keys that are met with dates that exclude each other."""
    dates: dict[str, list[str]] = defaultdict(list)
    for naming in namings:
        if _precision(naming) and naming.date is not None:
            for key in naming.keys:
                dates[key].append(naming.date.edtf)
    return {key for key, told in dates.items() if any(not agree(told[0], other) for other in told[1:])}


def _fitting(groups: list[Gathered], naming: Naming, torn: set[str]) -> Gathered | None:
    edtf = naming.date.edtf if naming.date is not None and _precision(naming) else None
    sure = naming.keys - torn
    if naming.keys & torn:  # "the trial of Ash and Reed", where Ash was tried twice
        sure = {key for key in sure if not key.startswith("person:")}
    sharing = [g for g in groups if g.keys & sure]
    if edtf is not None and not sharing:
        sharing = [g for g in groups if g.keys & naming.keys and g.dates]
    sharing = [g for g in sharing if all(agree(edtf, date) for date in g.dates)]
    if sharing:
        return max(sharing, key=lambda g: len(g.keys & naming.keys))
    if edtf is None:
        same = [g for g in groups if not g.dates and g.keys & naming.keys]
        return same[0] if same else None
    near = [g for g in groups if g.month is not None and agree(edtf, g.month) and not _apart(g, naming)]
    if not near and not naming.keys:
        near = [g for g in groups if g.dates and all(agree(edtf, date) for date in g.dates)]
        near = near if len(near) == 1 else []
    if _precision(naming) == 1:
        near = [g for g in near if not (naming.keys and g.keys) or g.keys & naming.keys]
        near = [g for g in near if any(not n.alone for n in g.namings)]
        if len(near) == 1:
            return near[0]
        return next((g for g in groups if not g.keys and not naming.keys and set(g.dates) == {edtf}), None)
    if naming.alone:
        persons = {f"person:{person}" for person in naming.company}
        near = [g for g in near if g.defendants.keys() & naming.company or g.keys & (naming.keys | persons)]
    return near[0] if near else None


def _apart(group: Gathered, naming: Naming) -> bool:
    """Whether both have proper nouns, and not the same."""
    ours = {k for k in group.keys if k.startswith("label:")}
    theirs = {k for k in naming.keys if k.startswith("label:")}
    return bool(ours and theirs and not ours & theirs)


def join_by_defendants(groups: list[Gathered]) -> list[Gathered]:
    """Join a trial that bears a person's name with the only dated trial that lists the person as a defendant."""
    dated = [g for g in groups if g.month is not None and g.kind is ProceedingKind.TRIAL]
    kept: list[Gathered] = []
    for group in groups:
        persons = {key.removeprefix("person:") for key in group.keys if key.startswith("person:")}
        labels = [key for key in group.keys if not key.startswith("person:")]
        if group in dated or not persons or labels or group.kind is not ProceedingKind.TRIAL:
            kept.append(group)
            continue
        homes = [[g for g in dated if person in g.defendants] for person in persons]
        first = homes[0][0] if homes[0] else None
        if first is None or any(len(home) != 1 or home[0] is not first for home in homes):
            kept.append(group)
            continue
        for naming in group.namings:
            first.take(naming)
        first.why.append("named after one who is a defendant of this trial alone")
    return kept


def join_told(groups: list[Gathered]) -> list[Gathered]:
    """Join what only verbs tell with the trial of the same time and defendants, or of the same day."""
    kept: list[Gathered] = []
    for group in groups:
        told = all(n.alone for n in group.namings) and group.month is not None
        homes = [g for g in groups if told and g is not group and g.kind is group.kind and _is_same_event(group, g)]
        if len(homes) != 1:
            kept.append(group)
            continue
        for naming in group.namings:
            homes[0].take(naming)
        homes[0].why.append("tried at the same time")
    return kept


def _is_same_event(told: Gathered, other: Gathered) -> bool:
    if all(n.alone for n in other.namings) or not _dates_agree(told, other):
        return False
    shared = told.defendants.keys() & other.defendants.keys()
    return len(shared) * 2 > len(told.defendants) or (not told.defendants and bool(set(told.dates) & set(other.dates)))


def join_by_number(groups: list[Gathered]) -> list[Gathered]:
    """Join "the trial of the nine" with the only trial of which nine defendants are listed."""
    kept: list[Gathered] = []
    for group in groups:
        number = next((int(k.removeprefix("number:")) for k in group.keys if k.startswith("number:")), 0)
        homes = [g for g in groups if g is not group and g.kind is group.kind and len(g.defendants) == number]
        if not number or len(homes) != 1 or not all(agree(a, b) for a in group.dates for b in homes[0].dates):
            kept.append(group)
            continue
        for naming in group.namings:
            homes[0].take(naming)
        homes[0].why.append(f"the page lists {number} defendants of this trial alone")
    return kept


def join_by_part(groups: list[Gathered]) -> list[Gathered]:
    """Join what bears a part of another's proper noun ("the Holm trial", "the Reed-Holm trial")."""
    kept: list[Gathered] = []
    for group in groups:
        labels = [k.removeprefix("label:") for k in group.keys if k.startswith("label:")]
        homes = [
            g for g in groups if g is not group and g.kind is group.kind and any(_is_part(label, g) for label in labels)
        ]
        if (
            len(labels) != 1
            or len(group.keys) > 1
            or len(group.namings) > len(homes[0].namings if homes else ())
            or len(homes) != 1
            or not _dates_agree(group, homes[0])
        ):
            kept.append(group)
            continue
        for naming in group.namings:
            homes[0].take(naming)
        homes[0].why.append("called by a part of its name")
    return kept


def _dates_agree(one: Gathered, other: Gathered) -> bool:
    return all(agree(a, b) for a in one.dates for b in other.dates)


def _is_part(label: str, group: Gathered) -> bool:
    part = set(label.split())
    if len(part) == 1 and is_people(label):
        return False
    wholes = (set(k.removeprefix("label:").split()) for k in group.keys if k.startswith("label:"))
    return any(part < whole or (whole < part and len(group.namings) > 1) for whole in wholes)


def alias(groups: list[Gathered], pairs: Iterable[tuple[Naming, Naming]]) -> list[Gathered]:
    """Join what the page itself calls by two names side by side."""
    for one, other in pairs:
        a = next((g for g in groups if one in g.namings), None)
        b = next((g for g in groups if other in g.namings), None)
        if a is None or b is None or a is b or not all(agree(x, y) for x in a.dates for y in b.dates):
            continue
        for naming in b.namings:
            a.take(naming)
        a.defendants.update(b.defendants)
        a.why.append("called by both names in one place")
        groups = [g for g in groups if g is not b]
    return groups
