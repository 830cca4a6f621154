"""People of one family name, told apart.

A name with a given name or an initial beside it tells who is meant; a bare family name is given to the one among its
namesakes whom the surroundings speak for, or is left a person of its own. Two who differ in given names, initials,
patronymics or gender are never joined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from ..model import Gender
from .apart import TOLD_AS_ANOTHER, Mark, mark_of, part_others, part_titled
from .bearers import Namesake, Verdict, anchor
from .circles import part_by_office, part_by_title, part_common, part_strangers
from .forms import Agreement, Form, Naming, compare_heads
from .genders import has_womans_ending
from .generations import are_told_by_generation, part_children, part_generations, settle_generations
from .rivals import NAMESAKE, Judge, contradicts, headed
from .surroundings import Surroundings, likeness_of_company

__all__ = ["Namesake", "Verdict", "judge_again", "settle_namesakes"]

SURE_ENOUGH = 0.6  # a bare name goes to a namesake from this confidence on; below it stays a person of its own
_QUITE_SURE = 0.9  # under it a choice is looked at again when given names alone have been placed
_PASSES = (0.8, 0.7, SURE_ENOUGH, SURE_ENOUGH)
_PERHAPS = 0.4  # what is said of each of two who may be a third
_FIRST_OF_TWO, _LAST_OF_TWO = 0.85, 0.7  # confidence in a full name that a namesake shares
_FEW = 8  # namings of somebody, up to which other company makes one of them less sure
_STRANGER = 0.75
_MANY_MORE = 2  # times as often named without the title, and another is meant
_WOMANS_TITLE = "a woman's title stands before the name"
_MANS_TITLE = "a man's title stands before the name"


def settle_namesakes(
    members: Sequence[int],
    scene: Surroundings,
    seeds: Sequence[Namesake] = (),
    fixed: Mapping[int, Namesake] = MappingProxyType({}),
) -> dict[int, Verdict]:
    """Tell apart the people behind the namings of one family name, given by their indexes.

    ``seeds`` are candidates known beforehand, ``fixed`` the namings that were given to some of them; these get no
    verdict.
    """
    namings = [scene.namings[i] for i in members if i not in fixed]
    candidates = [*seeds]
    verdicts: dict[int, Verdict] = {}
    for index, owner in fixed.items():
        anchor(owner, scene.namings[index])
        if owner not in candidates:
            candidates.append(owner)
    open_heads = _take_heads([n for n in namings if not n.form.is_bare], candidates, verdicts)
    bare = [n for n in namings if n.form.is_bare]
    _take_genders(bare, candidates, verdicts, scene)
    left = sorted((n for n in [*bare, *open_heads] if n.index not in verdicts), key=lambda n: n.index)
    if left:
        _take_bare(left, candidates, verdicts, scene)
    return verdicts


def _take_heads(namings: list[Naming], candidates: list[Namesake], verdicts: dict[int, Verdict]) -> list[Naming]:
    """Settle the namings that have more than the family name; return those that could be several."""
    by_form: dict[tuple[Form, Gender | None, Mark], list[Naming]] = {}
    marks = _marks(namings)
    for naming in namings:
        by_form.setdefault((headed(naming.form), naming.gender, marks[naming.index]), []).append(naming)
    undecided = []
    told: dict[int, list[Mark]] = defaultdict(list)  # of each candidate
    order = sorted(by_form, key=lambda k: (*_rank(k[0]), k[2].is_other, -len(by_form[k]), by_form[k][0].index))
    for form, gender, mark in order:
        same = by_form[form, gender, mark]
        fits = [
            (agreement, why, c)
            for c in candidates
            if not any(mark.shuts_out(other) for other in told[id(c)])
            if (found := _fit(form, gender, c))
            for agreement, why in [found]
        ]
        best = max((agreement for agreement, _, _ in fits), default=Agreement.CONFLICT)
        chosen = [(why, c) for agreement, why, c in fits if agreement == best]
        if not chosen:
            candidate = Namesake(is_other=mark.is_other)
            candidates.append(candidate)
            reason, confidence = (TOLD_AS_ANOTHER if mark.is_other else "named with more than the family name"), 1.0
        elif len(chosen) == 1:
            reason, candidate = chosen[0]
            confidence = {Agreement.FULL: 1.0, Agreement.FORM: 0.95}.get(best, 0.9)
        elif mark.born and any(
            mark.is_born_apart(other) for other in marks.values()
        ):  # which of the two has these years is open
            candidate = Namesake()
            candidates.append(candidate)
            told[id(candidate)].append(mark)
            maybe = tuple((c, _PERHAPS) for _, c in chosen)
            for naming in same:
                anchor(candidate, naming)
                verdicts[naming.index] = Verdict(candidate, 0.8, ("born in another year than a namesake",), (), maybe)
            continue
        else:
            undecided.extend(same)
            continue
        told[id(candidate)].append(mark)
        for naming in same:
            anchor(candidate, naming)
            candidate.is_other = candidate.is_other or naming.is_other
            verdicts[naming.index] = Verdict(candidate, confidence, (reason,))
    _doubt_unmarked(namings, marks, verdicts)
    return undecided


def _doubt_unmarked(namings: Sequence[Naming], marks: Mapping[int, Mark], verdicts: dict[int, Verdict]) -> None:
    """Lower what is said of a full name alone, where the page tells another of the very same name."""
    several = {headed(n.form) for n in namings if marks[n.index].is_other}
    for naming in namings:
        if naming.index in verdicts and mark_of(naming) == Mark() and headed(naming.form) in several:
            sure = _LAST_OF_TWO if marks[naming.index].is_other else _FIRST_OF_TWO
            found = verdicts[naming.index]
            verdicts[naming.index] = replace(found, confidence=sure, against=(NAMESAKE,))


def _marks(namings: Sequence[Naming]) -> dict[int, Mark]:
    """The mark of each naming; none for "another" of a name that nobody has been named by before."""
    found = {}
    seen = {headed(n.form) for n in namings if n.has_other}
    last: dict[tuple[str, Form], Mark] = {}  # in each record
    for naming in namings:
        form, mark = headed(naming.form), mark_of(naming)
        if mark == Mark() and not naming.has_other and (before := last.get((naming.record, form))) and before.is_other:
            mark = before
        if mark.is_other and form not in seen:
            mark = replace(mark, is_other=False)
        if not mark.is_other:
            seen.add(form)
        found[naming.index] = last[naming.record, form] = mark
    return found


def _rank(form: Form) -> tuple[int, int, int]:
    return (-len(form.given), -bool(form.patronymic), -len(form.initials))


def _fit(form: Form, gender: Gender | None, candidate: Namesake) -> tuple[Agreement, str] | None:
    """How a name with a head agrees with a candidate; ``None`` where it contradicts him."""
    if gender is not None and candidate.gender is not None and gender is not candidate.gender:
        return None
    best: tuple[Agreement, str] = (Agreement.OPEN, "")
    for known in candidate.forms:
        agreement, why = compare_heads(form, known)
        if agreement is Agreement.CONFLICT:
            return None
        if agreement > best[0]:
            best = agreement, why
    return best if best[0] > Agreement.OPEN else None


def _take_genders(
    bare: list[Naming], candidates: list[Namesake], verdicts: dict[int, Verdict], scene: Surroundings
) -> None:
    """Make room for a woman where the page has "Mrs. X" beside a man of that name, and for the man beside her."""
    titled = {gender: [n for n in bare if n.gender is gender] for gender in Gender}
    women, men = titled[Gender.FEMALE], titled[Gender.MALE]
    unmarked = [n for n in bare if n.gender is None]
    if women and not any(c.gender is Gender.FEMALE for c in candidates):
        open_ones = [c for c in candidates if c.gender is None]
        claims = {n.claim for n in women}
        at_hand = [c for c in open_ones if any(scene.namings[i].claim in claims for i in c.anchors)]
        men_known = bool(men) or any(c.gender is Gender.MALE for c in candidates)
        if len(open_ones) == 1 and not at_hand and _all_end_as_womens(open_ones[0], scene):
            at_hand = open_ones
        at_hand = [c for c in at_hand if not any(scene.namings[i].pronoun is Gender.MALE for i in c.anchors)]
        if len(open_ones) == 1 and at_hand:  # "Ivy Lowe", whom the page calls Miss Lowe as well
            at_hand[0].gender = Gender.FEMALE
        elif men_known or len(unmarked) > _MANY_MORE * len(women) or open_ones:
            candidate = Namesake(gender=Gender.FEMALE, why=[_WOMANS_TITLE])
            candidates.append(candidate)
            for naming in women:
                anchor(candidate, naming)
                verdicts[naming.index] = Verdict(candidate, 0.9, (_WOMANS_TITLE,))
            if not men and not any(c is not candidate for c in candidates):
                candidates.append(Namesake(why=["named without the woman's title"]))
    if men and candidates and all(c.gender is Gender.FEMALE for c in candidates):
        candidate = Namesake(gender=Gender.MALE, why=[_MANS_TITLE])
        candidates.append(candidate)
        for naming in men:
            anchor(candidate, naming)
            verdicts[naming.index] = Verdict(candidate, 0.9, (_MANS_TITLE,))


def _all_end_as_womens(candidate: Namesake, scene: Surroundings) -> bool:
    """Whether all that somebody is printed with is a woman's form of the family name."""
    families = [scene.namings[i].form.family for i in candidate.anchors]
    return bool(families) and all(has_womans_ending(family) for family in families)


def _take_bare(
    left: list[Naming], candidates: list[Namesake], verdicts: dict[int, Verdict], scene: Surroundings
) -> None:
    open_ones: list[Naming] = []
    left = part_children(left, candidates, verdicts, scene)
    left = part_titled(part_others(left, candidates, verdicts), candidates, verdicts)
    every = [scene.namings[i] for i in sorted({*(n.index for n in left), *verdicts})]
    if are_told_by_generation(every, several=len(candidates) > 1):
        open_ones = part_generations(left, candidates, verdicts)
        later = {n.index for n in open_ones}
        left = [n for n in left if n.index not in later and n.index not in verdicts]
    if left:
        _take_plain(left, candidates, verdicts, scene)
    settle_generations(open_ones, candidates, verdicts, scene)


def _take_plain(
    left: list[Naming], candidates: list[Namesake], verdicts: dict[int, Verdict], scene: Surroundings
) -> None:
    if not candidates:
        candidates.append(Namesake())
    part_by_office(left, candidates, verdicts, scene)
    part_strangers(left, candidates, verdicts, scene)
    part_by_title([n for n in left if n.index not in verdicts], candidates, verdicts, scene)
    part_common([n for n in left if n.index not in verdicts], candidates, verdicts, scene)
    left = [n for n in left if n.index not in verdicts]
    if len(candidates) == 1:
        only = candidates[0]
        for naming in left:
            if contradicts(naming, only):
                continue
            verdicts[naming.index] = _only_verdict(naming, only, left, scene)
        left = [n for n in left if n.index not in verdicts]
        if not left:
            return
        candidates.append(Namesake())
    ranking = _judge_all(left, candidates, verdicts, scene)
    rest = [(naming, ranked) for naming, ranked in ranking if naming.index not in verdicts]
    if rest:
        own = Namesake(why=["the bare name could be several people's"])
        candidates.append(own)
        for naming, ranked in rest:
            maybe = tuple((c, round(share, 2)) for share, c in ranked)
            against = ("several people of that name stand on the page, and nothing here tells which is meant",)
            verdicts[naming.index] = Verdict(own, 0.5, ("the same spelling",), against, maybe, is_doubtful=True)


def _judge_all(
    left: Sequence[Naming], candidates: Sequence[Namesake], verdicts: dict[int, Verdict], scene: Surroundings
) -> list[tuple[Naming, list[tuple[float, Namesake]]]]:
    """Add the verdicts on all names that are sure enough; return how the candidates ranked for each at last."""
    ranking: list[tuple[Naming, list[tuple[float, Namesake]]]] = []
    for sure_enough in _PASSES:  # what is surer is evidence for what is harder to tell
        judge = Judge(candidates, scene, verdicts)
        ranking = [(naming, judge.rank(naming)) for naming in left if naming.index not in verdicts]
        for naming, ranked in ranking:
            if ranked and ranked[0][0] >= sure_enough:
                share, best = ranked[0]
                why, against = judge.explain(naming, best, ranked)
                rivals = tuple(c for _, c in ranked[1:]) if share < _QUITE_SURE else ()
                verdicts[naming.index] = Verdict(best, round(share, 2), why, against, rivals=rivals)
                if best.generation is None and share >= _PASSES[0]:  # "old Lowe" was the elder
                    best.generation = naming.generation
    return ranking


def judge_again(indexes: Sequence[int], candidates: Sequence[Namesake], scene: Surroundings) -> dict[int, Verdict]:
    """The verdicts on names that fitted several people, now that more is known of these."""
    verdicts: dict[int, Verdict] = {}
    _judge_all([scene.namings[i] for i in indexes], candidates, verdicts, scene)
    return verdicts


def _only_verdict(naming: Naming, only: Namesake, bare: Sequence[Naming], scene: Surroundings) -> Verdict:
    """The verdict on a bare name that one person alone is known by; less sure in other company."""
    why = "the only person of that name on the page" if only.anchors else "the same name"
    if len(bare) + len(only.anchors) > _FEW:
        return Verdict(only, 0.95, (why,))
    others = [i for i in (*(n.index for n in bare), *only.anchors) if scene.namings[i].record != naming.record]
    if not others:
        return Verdict(only, 1.0, (why,))
    if not any(scene.namings[i].claim == naming.claim for i in others):
        here = scene.company(naming.record) - {scene.groups[naming.index]}
        if here and not likeness_of_company(scene.company_of(others), (g for g in here if g is not None)):
            return Verdict(only, _STRANGER, (why,), ("stands elsewhere in quite other company",))
    return Verdict(only, 0.95, (why,))
