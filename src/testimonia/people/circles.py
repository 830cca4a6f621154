"""Namings of one family name that stand in circles of their own: other roles, other company, other headings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from testimonia.words.surnames import is_common_surname

from .bearers import Namesake, Verdict, anchor
from .forms import Naming
from .surroundings import Surroundings, likeness_of_company

__all__ = ["part_by_office", "part_by_title", "part_common", "part_strangers"]

Touch = Callable[[Naming, Naming, Surroundings], bool]
_FEW_COMMON = 30  # namings of a common family name; of somebody named more the page would tell more
_PERHAPS = 0.5
_ONE_MATTER = 5.0  # nats; two words each in a twelfth of the page's records, or one in a hundredth and a half
_FEW = 8  # namings of a family name, up to which circles of its bearers are looked for

_OFFICERS = frozenset(
    "lawyer counsel attorney barrister solicitor advocate judge prosecutor procurator magistrate".split()
)
_ACCUSED = frozenset("defendant accused prisoner convict".split())


def part_by_office(
    left: list[Naming], candidates: list[Namesake], verdicts: dict[int, Verdict], scene: Surroundings
) -> None:
    """Tell an officer of a court from a defendant of the same name, where they stand in different company."""
    if len(candidates) != 1:
        return
    only = candidates[0]
    officers = [n for n in left if n.role_nouns & _OFFICERS]
    accused = [n for n in left if n.role_nouns & _ACCUSED]
    known = only.anchors
    if only.roles.keys() & _OFFICERS or not officers:
        return
    others = [n.index for n in accused] + list(known)
    if not (accused or only.roles.keys() & _ACCUSED):
        return
    here = {g for n in officers for g in scene.company(n.record)}
    claims = {n.claim for n in officers if n.claim} & {scene.namings[i].claim for i in others}
    if claims or likeness_of_company(scene.company_of(others), here) > _STRANGE_COMPANY:
        return
    officer = Namesake(why=["an officer of the court, while a namesake is a defendant"])
    candidates.append(officer)
    for naming in officers:
        anchor(officer, naming)
        why = ("an officer of the court, in other company than the defendant",)
        verdicts[naming.index] = Verdict(officer, 0.85, why, maybe=((only, 0.3),))
    for naming in accused:
        anchor(only, naming)
        verdicts[naming.index] = Verdict(only, 0.85, ("the same role beside the name",))


_STRANGE_COMPANY = 0.5  # the share of an officer's company that may be met with the defendant


def part_strangers(
    left: list[Naming], candidates: list[Namesake], verdicts: dict[int, Verdict], scene: Surroundings
) -> None:
    """Tell people apart who share a bare name alone, neither heading nor company, each with a role of his own."""
    if len(candidates) != 1 or candidates[0].anchors or not 1 < len(left) <= _FEW:
        return
    circles = _circles(left, scene, _touch)
    circles.sort(key=lambda circle: (-len(circle), circle[0].index))
    first, *others = circles
    if not any(n.role_nouns for n in first):
        return
    for circle in others:
        if not any(n.role_nouns for n in circle):
            continue
        stranger = Namesake(why=["another role, in quite other company"])
        candidates.append(stranger)
        for naming in circle:
            anchor(stranger, naming)
            why = ("another role beside the name, in quite other company",)
            verdicts[naming.index] = Verdict(stranger, 0.8, why, maybe=((candidates[0], 0.4),))
    for naming in first if len(candidates) > 1 else ():
        anchor(candidates[0], naming)
        verdicts[naming.index] = Verdict(candidates[0], 0.9, ("the same name, in the same company",))


def part_by_title(
    left: Sequence[Naming], candidates: list[Namesake], verdicts: dict[int, Verdict], scene: Surroundings
) -> None:
    """Take "Dr. Lowe" for somebody of his own, where several of the name are known in full and none for a doctor."""
    if sum(bool(candidate.forms) for candidate in candidates) < _SEVERAL or not scene.has_few_names:
        return
    records: dict[str, set[str]] = defaultdict(set)
    for naming in left:
        for noun in naming.role_nouns - _PARTS:
            records[noun].add(naming.record)
    for noun, places in sorted(records.items(), key=lambda item: (-len(item[1]), item[0])):
        if len(places) < _SEVERAL or any(noun in candidate.roles for candidate in candidates):
            continue
        titled = [n for n in left if noun in n.role_nouns and n.index not in verdicts]
        if len({n.gender for n in titled if n.gender}) > 1:
            continue
        own = Namesake(why=[f"the {noun} of that name"])
        for naming in titled:
            anchor(own, naming)
            maybe = tuple((candidate, _PERHAPS) for candidate in candidates)
            verdicts[naming.index] = Verdict(own, 0.8, ("the same title or role beside the name",), (), maybe)
        if titled:
            candidates.append(own)


_SEVERAL = 2
_PARTS = frozenset(  # what anybody may be in turn
    "accused defendant prisoner witness plaintiff friend brother sister son daughter father mother wife husband widow "
    "member man woman comrade citizen companion colleague successor predecessor opponent ally supporter".split()
)


def _circles(namings: Sequence[Naming], scene: Surroundings, touch: Touch) -> list[list[Naming]]:
    """The namings parted into circles that share no heading, no role and no company."""
    circles: list[list[Naming]] = []
    for naming in namings:
        joined = [circle for circle in circles if any(touch(naming, other, scene) for other in circle)]
        circles = [circle for circle in circles if circle not in joined]
        circles.append(sorted([naming, *(n for circle in joined for n in circle)], key=lambda n: n.index))
    return circles


def _touch(a: Naming, b: Naming, scene: Surroundings) -> bool:
    if a.record == b.record or (a.claim is not None and a.claim == b.claim) or a.role_nouns & b.role_nouns:
        return True
    own = {scene.groups[a.index]}
    return bool((scene.company(a.record) & scene.company(b.record)) - own)


def _touch_closely(a: Naming, b: Naming, scene: Surroundings) -> bool:
    """Whether heading, work, role, matter or company that is not met all over the page are shared."""
    if a.record == b.record or (a.claim is not None and a.claim == b.claim) or a.role_nouns & b.role_nouns:
        return True
    if a.work is not None and a.work == b.work:
        return True
    shared = (scene.company(a.record) & scene.company(b.record)) - {scene.groups[a.index]}
    return any(scene.is_rare(group) for group in shared) or scene.shared_matter(a, b) >= _ONE_MATTER


def part_common(
    left: Sequence[Naming], candidates: list[Namesake], verdicts: dict[int, Verdict], scene: Surroundings
) -> None:
    """Tell apart who share a common family name alone, and neither heading, work, role nor rarer company.

    Where nothing but "Smith" is printed, two books that speak of other matters may speak of two.
    """
    if len(candidates) != 1 or candidates[0].anchors or not 1 < len(left) <= _FEW_COMMON:
        return
    if scene.has_few_names or not all(is_common_surname(n.form.family) for n in left):
        return
    circles = _circles(left, scene, _touch_closely)
    circles.sort(key=lambda circle: (-len(circle), circle[0].index))
    for circle in circles[1:]:
        other = Namesake(why=["a common family name, in other works and company"])
        candidates.append(other)
        for naming in circle:
            anchor(other, naming)
            maybe = tuple((candidate, _PERHAPS) for candidate in candidates[:-1])
            against = ("a common family name stands alone, in other works and company",)
            verdicts[naming.index] = Verdict(other, 0.7, ("the same name, in the same company",), against, maybe)
    for naming in circles[0] if len(circles) > 1 else ():
        anchor(candidates[0], naming)
        verdicts[naming.index] = Verdict(candidates[0], 0.8, ("the same name, in the same company",))
