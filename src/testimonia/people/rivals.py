"""Which of its namesakes a bare family name means: what its surroundings say for and against each."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

from ..model import Gender
from .bearers import Namesake, Verdict
from .forms import Agreement, Form, Naming, compare_heads
from .surroundings import Surroundings, likeness_of_company

__all__ = ["NAMESAKE", "Judge", "contradicts", "headed"]

NAMESAKE = "another person of that name stands on the page"
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


def headed(form: Form) -> Form:
    """The form without its family name and what stands about it."""
    return Form(form.given, form.initials, form.patronymic, "", "", form.suffix)


def contradicts(naming: Naming, candidate: Namesake) -> bool:
    """Whether a naming cannot mean the candidate: another generation, gender, given name, or a relative of his."""
    if naming.generation and candidate.generation and naming.generation is not candidate.generation:
        return True
    if naming.gender and candidate.gender and naming.gender is not candidate.gender:
        return True
    if any(given in naming.kin_of for form in candidate.forms for given in form.given):
        return True
    return any(compare_heads(headed(naming.form), known)[0] is Agreement.CONFLICT for known in candidate.forms)


def _told_by_title(naming: Naming, candidate: Namesake) -> bool:
    """Whether a name with a title says nothing of the bare one: a woman who is told by her title is told so each time.

    A man is called "Mr. Lowe" once and Lowe ever after; what he is called in full tells more, where he is.
    """
    if not naming.form.is_bare or naming.gender is None:
        return False
    return bool(candidate.forms) or naming.gender is Gender.FEMALE


class Judge:
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
        self.anchors = [[i for i in c.anchors if not _told_by_title(scene.namings[i], c)] for c in candidates]
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
            if not contradicts(naming, candidate)
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
            against.append(NAMESAKE)
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
        if not candidate.forms:
            found = [(weight, rule.replace("named in full", "named with a title")) for weight, rule in found]
        return found
