"""People of one family name, told apart.

A name with a given name or an initial beside it tells who is meant; a bare family name is given to the one among its
namesakes whom the surroundings speak for, or is left a person of its own. Two who differ in given names, initials,
patronymics or gender are never joined.
"""

from __future__ import annotations

import math
from bisect import bisect_left
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
from .surroundings import Surroundings, likeness_of_company

__all__ = ["Namesake", "Verdict", "judge_again", "settle_namesakes"]

SURE_ENOUGH = 0.6  # a bare name goes to a namesake from this confidence on; below it stays a person of its own
_QUITE_SURE = 0.9  # under it a choice is looked at again when given names alone have been placed
_PASSES = (0.8, 0.7, SURE_ENOUGH, SURE_ENOUGH)
# weights of evidence, as natural logarithms of odds; set by eye on the sample and on the gold that may be looked at
_IN_RECORD_BEFORE = 5.0
_IN_RECORD_AFTER = 3.0
_SPELT_OTHERWISE = -6.0
_NEAREST = 1.5
_IN_CLAIM = 2.5
_UNDER_CLAIM = 1.5
_SAME_ROLE = 4.0
_OTHER_ROLE = -5.0
_NO_ROLE = -3.0
_ROLE_IN_RECORD = 1.0
_SAME_LABELS = 2.5
_SAME_PASSAGE = 2.5
_RELATIVE = -1.5  # somebody who is introduced as a relative of his better-known namesake
_OTHER = -3.0  # somebody who is told as another than his namesake, away from where he is named
_BARE_WOMAN = -1.0  # a woman who is named without a title where a man of that name is about
_TITLED_WOMAN = -2.5  # the same of one whom the page knows by her title alone
_SAME_WORK = 0.8
_PRONOUN = 1.0
_SOMEBODY_ELSE = 2.0
_SPREAD = 0.5  # for each doubling of the headings under which one is named in full
_COMPANY = 2.0
_DOMINANCE = 0.9  # for each doubling of the times that one is named in full


_PERHAPS = 0.4  # what is said of each of two who may be a third
_FIRST_OF_TWO, _LAST_OF_TWO = 0.85, 0.7  # confidence in a full name that a namesake shares
_NAMESAKE = "another person of that name stands on the page"
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
        by_form.setdefault((_headed(naming.form), naming.gender, marks[naming.index]), []).append(naming)
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
    several = {_headed(n.form) for n in namings if marks[n.index].is_other}
    for naming in namings:
        if naming.index in verdicts and mark_of(naming) == Mark() and _headed(naming.form) in several:
            sure = _LAST_OF_TWO if marks[naming.index].is_other else _FIRST_OF_TWO
            found = verdicts[naming.index]
            verdicts[naming.index] = replace(found, confidence=sure, against=(_NAMESAKE,))


def _marks(namings: Sequence[Naming]) -> dict[int, Mark]:
    """The mark of each naming; none for "another" of a name that nobody has been named by before."""
    found = {}
    seen = {_headed(n.form) for n in namings if n.has_other}
    last: dict[tuple[str, Form], Mark] = {}  # in each record
    for naming in namings:
        form, mark = _headed(naming.form), mark_of(naming)
        if mark == Mark() and not naming.has_other and (before := last.get((naming.record, form))) and before.is_other:
            mark = before
        if mark.is_other and form not in seen:
            mark = replace(mark, is_other=False)
        if not mark.is_other:
            seen.add(form)
        found[naming.index] = last[naming.record, form] = mark
    return found


def _headed(form: Form) -> Form:
    return Form(form.given, form.initials, form.patronymic, "", "", form.suffix)


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
            if _contradicts(naming, only):
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
        judge = _Judge(candidates, scene, verdicts)
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


_FEW = 8  # namings of somebody, up to which other company makes one of them less sure
_STRANGER = 0.75


def _contradicts(naming: Naming, candidate: Namesake) -> bool:
    if naming.generation and candidate.generation and naming.generation is not candidate.generation:
        return True
    if naming.gender and candidate.gender and naming.gender is not candidate.gender:
        return True
    if any(given in naming.kin_of for form in candidate.forms for given in form.given):
        return True
    return any(compare_heads(_headed(naming.form), known)[0] is Agreement.CONFLICT for known in candidate.forms)


def _told_by_title(naming: Naming) -> bool:
    return naming.form.is_bare and naming.gender is not None


class _Judge:
    """Weighs for a bare name who of its namesakes is meant."""

    def __init__(self, candidates: Sequence[Namesake], scene: Surroundings, verdicts: Mapping[int, Verdict]) -> None:
        self.candidates = candidates
        self.scene = scene
        self.labels: list[set[str | None]] = [set() for _ in candidates]
        self.bare: dict[str, set[int]] = defaultdict(set)
        places = {id(candidate): place for place, candidate in enumerate(candidates)}
        for index, verdict in verdicts.items():
            naming = scene.namings[index]
            place = places.get(id(verdict.candidate))
            if place is None:
                continue
            if naming.form.is_bare and naming.gender is None:
                self.bare[naming.record].add(place)
            if naming.is_label and naming.work is not None:
                self.labels[place].add(naming.work)
        self.men = any(c.gender is Gender.MALE for c in candidates)
        self.genders = {c.gender for c in candidates} - {None}
        # a woman who is told by her title is told by it each time
        self.anchors = [[i for i in c.anchors if not _told_by_title(scene.namings[i])] for c in candidates]
        self.every_anchor = sorted(i for anchors in self.anchors for i in anchors)
        self.here: list[dict[str, list[int]]] = [defaultdict(list) for _ in candidates]  # the same in each record
        for place, anchors in enumerate(self.anchors):
            for i in sorted(anchors):
                self.here[place][scene.namings[i].record].append(i)
        self.spelt = [{scene.namings[i].form.family for i in anchors} for anchors in self.anchors]
        self.spelt_here: dict[tuple[int, str, int | None], set[str]] = defaultdict(set)
        for place, anchors in enumerate(self.anchors):
            for i in anchors:
                self.spelt_here[place, scene.namings[i].record, scene.groups[i]].add(scene.namings[i].form.family)
        self.claims = [{scene.namings[i].claim for i in anchors} - {None} for anchors in self.anchors]
        self.headings = [{n.claim for i in a if (n := scene.namings[i]).in_claim} for a in self.anchors]
        self.works = [{scene.namings[i].work for i in anchors} - {None} for anchors in self.anchors]
        self.company = [scene.company_of(c.anchors) for c in candidates]

    def rank(self, naming: Naming) -> list[tuple[float, Namesake]]:
        """The candidates with their shares of what is likely, the likeliest first."""
        scored = [
            (sum(weight for weight, _ in self.evidence(naming, place)), place)
            for place, candidate in enumerate(self.candidates)
            if not _contradicts(naming, candidate)
        ]
        if not scored:
            return []
        top = max(score for score, _ in scored)
        total = sum(math.exp(score - top) for score, _ in scored)
        if len(scored) < len(self.candidates):  # where some cannot be meant, it may be nobody of those that are known
            total += math.exp(_SOMEBODY_ELSE - top)
        ranked = sorted(scored, key=lambda pair: (-pair[0], pair[1]))
        return [(math.exp(score - top) / total, self.candidates[place]) for score, place in ranked]

    def _is_spelt_otherwise(self, naming: Naming, place: int) -> bool:
        family = naming.form.family
        printed = self.spelt_here.get((place, naming.record, self.scene.groups[naming.index]))
        if not printed or any(other[0] == family[0] for other in printed):  # "Löwy", "Loewy": no other habit
            return False
        return any(family in spelt for n, spelt in enumerate(self.spelt) if n != place)

    def explain(
        self, naming: Naming, chosen: Namesake, ranked: Sequence[tuple[float, Namesake]]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The reasons for a choice, the weightiest first, and those against it."""
        place = next(n for n, c in enumerate(self.candidates) if c is chosen)
        evidence = sorted(self.evidence(naming, place), key=lambda pair: -pair[0])
        why = tuple(rule for weight, rule in evidence if weight > 0)
        against = [rule for weight, rule in evidence if weight < 0]
        if len(ranked) > 1:
            against.append(_NAMESAKE)
        return why or ("the same spelling",), tuple(against)

    def evidence(self, naming: Naming, place: int) -> list[tuple[float, str]]:
        """What speaks for a candidate (above 0) and against him (below), each with its phrase.

        Where the same passage is printed twice, what either place says.
        """
        found = self._evidence(naming, place)
        for twin in self.scene.twins(naming):
            weights = {rule: weight for weight, rule in found}
            for weight, rule in self._evidence(twin, place):
                if abs(weight) > abs(weights.get(rule, 0.0)):
                    weights[rule] = weight
            found = [(weight, rule) for rule, weight in weights.items()]
        return found

    def _evidence(self, naming: Naming, place: int) -> list[tuple[float, str]]:
        candidate = self.candidates[place]
        found: list[tuple[float, str]] = []
        here = self.here[place].get(naming.record, ())
        if here:
            last = bisect_left(here, naming.index) - 1
            if last >= 0:
                found.append((_IN_RECORD_BEFORE, "named in full before, in the same passage"))
                if self.every_anchor[bisect_left(self.every_anchor, naming.index) - 1] == here[last]:
                    found.append((_NEAREST, "the last of that name who was named in full"))
            else:
                found.append((_IN_RECORD_AFTER, "named in full later, in the same passage"))
        if naming.claim is not None:
            if naming.claim in self.headings[place]:
                found.append((_IN_CLAIM, "named in full in the heading"))
            elif naming.claim in self.claims[place]:
                found.append((_UNDER_CLAIM, "named in full under the same heading"))
        if here and self._is_spelt_otherwise(naming, place):
            found.append((_SPELT_OTHERWISE, "printed otherwise in the same passage, and a namesake is printed so"))
        if naming.role_nouns & candidate.roles.keys():
            found.append((_SAME_ROLE, "the same role or title beside the name"))
        elif any(naming.role_nouns & c.roles.keys() for c in self.candidates if c is not candidate):
            weight = _OTHER_ROLE if candidate.roles else _NO_ROLE
            found.append((weight, "the role or title beside the name is another's"))
        words = candidate.roles.keys() & self.scene.words(naming.record)
        if words and not naming.role_nouns and not here:
            shared = words - {w for c in self.candidates if c is not candidate for w in c.roles}
            if shared:
                found.append((_ROLE_IN_RECORD, "the role of that person in the same passage"))
        if naming.is_label and naming.work in self.labels[place]:
            found.append((_SAME_LABELS, "the same label in the same work"))
        if self.bare[naming.record] == {place} and not naming.role_nouns:
            found.append((_SAME_PASSAGE, "the same name for that person in the same passage"))
        if naming.pronoun is not None and candidate.gender is not None:
            rule = f"{'he' if naming.pronoun is Gender.MALE else 'she'} follows"
            if naming.pronoun is not candidate.gender:
                found.append((-_PRONOUN, rule))
            elif len(self.genders) > 1:  # of two men, "he" speaks for neither
                found.append((_PRONOUN, rule))
        if naming.generation is not None and naming.generation is candidate.generation:
            found.append((_SAME_ROLE, "the same generation of the family"))
        if candidate.is_relative:
            found.append((_RELATIVE, "introduced as a relative of a namesake"))
        if candidate.is_other and not here:
            found.append((_OTHER, "told as another than a namesake"))
        if candidate.gender is Gender.FEMALE and self.men and naming.gender is None:
            weight = _BARE_WOMAN if candidate.forms else _TITLED_WOMAN
            found.append((weight, "a woman would rather have a title here"))
        nearby = self.scene.company(naming.record) - {self.scene.groups[naming.index]}
        likeness = likeness_of_company(self.company[place], (g for g in nearby if g is not None))
        if likeness:
            found.append((_COMPANY * likeness, "named beside the same people"))
        if self.anchors[place]:
            spread = _SPREAD * math.log2(1 + len(self.claims[place]))
            found.append((_DOMINANCE * math.log2(1 + len(self.anchors[place])) + spread, "named in full on the page"))
        if naming.work is not None and naming.work in self.works[place]:
            found.append((_SAME_WORK, "named in full in the same work"))
        return found
