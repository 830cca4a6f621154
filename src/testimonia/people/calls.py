"""Given names and pet forms that stand alone, given to the person whom the page shows.

A given name alone says who is meant only among people who are at hand: in the same excerpt, in its heading, in other
excerpts of the same work.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..model import Gender
from .bearers import Namesake
from .forms import Form, Naming, compare_heads
from .given import compare_given, given_keys
from .surroundings import Surroundings, likeness_of_company

__all__ = ["Call", "place_given_names"]

SURE_ENOUGH = 0.6  # a given name alone is given to somebody from this confidence on
# weights of evidence, as natural logarithms of odds
_NOBODY = 2.5  # of its being somebody else
_NAMED_SO_HERE = 6.0
_HERE = 4.5
_IN_HEADING = 4.0
_UNDER_CLAIM = 3.3
_IN_WORK = 3.0
_IN_FAMILY = 3.0
_COMPANY = 1.5
_COMMONNESS = 0.25  # for each doubling of the times somebody is named
_AUTHOR = 0.9  # of a weight, where no more than a cited author of that name tells the given name
_COMPANY_OF_TWO = 2  # people beside a given name, from which on the same company makes it the same person's
_SAME_COMPANY = 0.5
_ONE_ON_PAGE = 3.5  # for the only one on the page who is so called, where the company is the same
_WELL_KNOWN = 3  # so often somebody is named before his given name alone means him on a page that names few
_BESIDE = 5  # code points: " and "
_ONLY_UNKNOWN = 0.65  # confidence where everybody else at hand has another given name


@dataclass(frozen=True, slots=True)
class Call:
    """A given name alone that was given to somebody."""

    index: int
    candidate: Namesake
    confidence: float
    why: tuple[str, ...]


def place_given_names(
    alone: Sequence[int],
    people: Mapping[int, Namesake],
    scene: Surroundings,
    authors: Mapping[int, Form],
) -> tuple[list[Call], list[Call], list[tuple[Namesake, list[int]]]]:
    """Give each naming that is a given name alone to somebody in ``people`` (by naming), or to a person of its own.

    ``authors`` are the names of cited authors by the number of their family name, one author for each. Returns what
    was placed, what might have been and was not sure enough, and the new persons with their namings.
    """
    known = dict(people)
    placed: list[Call] = []
    likely: list[Call] = []
    left = list(alone)
    for _ in range(2):  # whoever is placed may be the relative by whom another is known
        bearers = _Bearers(known, scene, authors)
        likely = [call for index in left if (call := bearers.place(scene.namings[index])) is not None]
        calls = [call for call in likely if call.confidence >= SURE_ENOUGH]
        placed += calls
        known.update((call.index, call.candidate) for call in calls)
        left = [index for index in left if index not in known]
    passages: dict[str, _Passage] = {}
    guesses = [guess for index in left if (guess := _only_unknown(scene.namings[index], people, scene, passages))]
    times = Counter((_first(scene.namings[g.index]), id(g.candidate)) for g in guesses)
    agreed = [
        g
        for g in guesses
        if times[_first(scene.namings[g.index]), id(g.candidate)] > 1
        or (scene.has_few_names and g.candidate.gender is Gender.FEMALE)
    ]
    guessed = {g.index for g in agreed}
    doubtful = [call for call in likely if call.confidence < SURE_ENOUGH and call.index not in guessed]
    return placed + agreed, doubtful, _gather_strangers([i for i in left if i not in guessed], scene)


def _first(naming: Naming) -> str:
    return naming.form.given[0]


class _Bearers:
    """Those whose given names are known, by given name."""

    def __init__(self, people: Mapping[int, Namesake], scene: Surroundings, authors: Mapping[int, Form]) -> None:
        self.scene = scene
        self.people = people
        self.groups_of: dict[int, set[int]] = defaultdict(set)
        self._companies: dict[int, Mapping[int, int]] = {}
        self.where: dict[int, list[int]] = defaultdict(list)
        self._by_given: dict[str, list[tuple[Namesake, str, bool]]] = defaultdict(list)
        first: dict[int, int] = {}
        for index, person in people.items():
            self.where[id(person)].append(index)
            first.setdefault(id(person), index)
            group = scene.groups[index]
            if group is not None:
                self.groups_of[id(person)].add(group)
        named_so: dict[str, set[int | None]] = defaultdict(set)
        for index in first.values():
            for form in people[index].forms:
                for given in form.given[:1]:
                    named_so[given].add(scene.groups[index])
        for index in first.values():
            person = people[index]
            givens = dict.fromkeys([*(g for form in person.forms for g in form.given[:1]), *person.called])
            by_author = False
            author = authors.get(scene.groups[index]) if (scene.groups[index] is not None) else None  # type: ignore[arg-type]
            if author is not None and author.given and scene.groups[index] in named_so.get(author.given[0], ()):
                author = None  # another of the family is known to be called so
            if not givens and author is not None and all(compare_heads(f, author)[0] >= 0 for f in person.forms):
                givens, by_author = dict.fromkeys(author.given[:1]), True
            for given in givens:
                for key in given_keys(given):
                    self._by_given[key].append((person, given, by_author))

    def place(self, naming: Naming) -> Call | None:
        """Who of them is likeliest called so in this place; ``None`` where nobody is at hand."""
        given = naming.form.given[0]
        known = {(id(p), g): (p, g, a) for key in given_keys(given) for p, g, a in self._by_given.get(key, ())}
        alone = len({id(person) for person, _, _ in known.values()}) == 1
        lists = self._is_beside_family_name(naming)
        best_of: dict[int, tuple[float, str, str, Namesake]] = {}
        for person, own, by_author in known.values():
            if not _may_begin_with(naming.form.family_initial, person):
                continue
            if _other_gender(naming, person) or _other_patronymic(naming, person):
                continue
            likeness, why = compare_given(given, own)
            weight, reason = _presence(naming, self.where[id(person)], self.scene)
            if naming.form.family_initial and not weight:
                weight, reason = _IN_FAMILY, "the first letter of the family name agrees"
            if not weight and alone and self._has_namesake_at_hand(naming, person):
                weight, reason = _IN_FAMILY, "another of the family name in the same passage, and nobody else so called"
            near = self.scene.company(naming.record)
            if not weight and alone and not by_author and not lists and self._keeps_company(person, near):
                weight, reason = _ONE_ON_PAGE, "nobody else on the page is so called"
            if not likeness or not weight:
                continue
            if by_author:
                weight, why = weight * _AUTHOR, "the given name of the cited author of that name"
            common = _COMMONNESS * math.log2(1 + len(self.where[id(person)]))
            company = _COMPANY * likeness_of_company(self._company(person), near)
            found = (weight * likeness + common + company, why, reason, person)
            if id(person) not in best_of or best_of[id(person)][0] < found[0]:
                best_of[id(person)] = found
        scored = list(best_of.values())
        if not scored:
            return None
        total = math.exp(_NOBODY) + sum(math.exp(score) for score, *_ in scored)
        best = max(scored, key=lambda found: found[0])
        share = math.exp(best[0]) / total
        return Call(naming.index, best[3], round(share, 2), best[1:3])

    def _is_beside_family_name(self, naming: Naming) -> bool:
        """Whether a family name alone stands right beside it ("Hartley and Piers"): then it hardly is a given one."""
        for at in (naming.index - 1, naming.index + 1):
            if not 0 <= at < len(self.scene.namings) or self.scene.namings[at].record != naming.record:
                continue
            other = self.scene.namings[at]
            gap = max(naming.span.start - other.span.end, other.span.start - naming.span.end)
            if other.form.is_bare and not other.title and gap <= _BESIDE:
                return True
        return False

    def _keeps_company(self, person: Namesake, near: frozenset[int]) -> bool:
        """Whether somebody is named beside the same people, or is one of the few whom the page names over and over."""
        own = self.groups_of[id(person)]
        if self.scene.has_few_names:
            return len(self.where[id(person)]) >= _WELL_KNOWN
        return any(self.scene.is_rare(group) for group in (near - own) & self._company(person).keys())

    def _company(self, person: Namesake) -> Mapping[int, int]:
        if id(person) not in self._companies:
            self._companies[id(person)] = self.scene.company_of(self.where[id(person)])
        return self._companies[id(person)]

    def _has_namesake_at_hand(self, naming: Naming, person: Namesake) -> bool:
        groups = self.groups_of[id(person)]
        here = (self.people[i] for i in self.scene.in_record[naming.record] if i in self.people)
        return any(groups & self.groups_of[id(other)] for other in here if other is not person)


_Passage = dict[int, tuple[Namesake, int, int]]  # by id: whose given name is not told, how often and where first named


def _passage(record: str, people: Mapping[int, Namesake], scene: Surroundings) -> _Passage:
    found: _Passage = {}
    for i in scene.in_record[record]:
        candidate = people.get(i)
        if candidate is None or any(f.given or f.initials for f in candidate.forms):
            continue
        _, times, first = found.get(id(candidate), (candidate, 0, i))
        found[id(candidate)] = (candidate, times + 1, first)
    return found


def _only_unknown(
    naming: Naming, people: Mapping[int, Namesake], scene: Surroundings, passages: dict[str, _Passage]
) -> Call | None:
    """The one person of the passage whose given name the page does not tell, where the name is no other's there.

    The one who is named most, twice as often as any other such, and who is named before: "Hartley rose. … Piers sat".
    """
    if naming.form.patronymic or naming.form.family_initial:  # who is named so politely has been introduced
        return None
    if naming.record not in passages:
        passages[naming.record] = _passage(naming.record, people, scene)
    fitting = [
        (candidate, times, first)
        for candidate, times, first in passages[naming.record].values()
        if not _other_gender(naming, candidate)
        and (naming.gender is not Gender.FEMALE or candidate.gender is Gender.FEMALE)
    ]
    ranked = sorted(fitting, key=lambda found: -found[1])[:2]
    if not ranked or (len(ranked) > 1 and ranked[1][1] * 2 > ranked[0][1]):
        return None
    chosen, _, first = ranked[0]
    only_woman = scene.has_few_names and naming.gender is Gender.FEMALE  # whom a title has told for one
    if not only_woman and first > naming.index:
        return None
    reasons = ("nobody else in the passage can have the given name", "named before in the same passage")
    return Call(naming.index, chosen, _ONLY_UNKNOWN, reasons)


def _may_begin_with(letter: str, person: Namesake) -> bool:
    """Whether somebody's family name may be cut short to a letter; it may where there is none."""
    return not letter or any(form.family.startswith(letter) for form in person.forms if form.family) or not person.forms


def _other_gender(naming: Naming, candidate: Namesake) -> bool:
    return bool(naming.gender and candidate.gender and naming.gender is not candidate.gender)


def _other_patronymic(naming: Naming, candidate: Namesake) -> bool:
    own = naming.form.patronymic
    others = {form.patronymic for form in candidate.forms if form.patronymic}
    return bool(own and others and not any(own[:4] == other[:4] for other in others))


def _presence(naming: Naming, places: Sequence[int], scene: Surroundings) -> tuple[float, str]:
    """How near somebody is to a naming, and in what way."""
    namings = scene.namings
    here = [namings[i] for i in places if namings[i].record == naming.record]
    if any(set(n.form.given[:1]) for n in here):
        return _NAMED_SO_HERE, "named in full in the same passage"
    if here:
        return _HERE, "named in the same passage"
    if naming.claim is not None:
        under = [namings[i] for i in places if namings[i].claim == naming.claim]
        if any(n.in_claim for n in under):
            return _IN_HEADING, "named in the heading"
        if under:
            return _UNDER_CLAIM, "named under the same heading"
    if naming.work is not None and any(namings[i].work == naming.work for i in places):
        return _IN_WORK, "named elsewhere in the same work"
    return 0.0, ""


def _gather_strangers(left: Sequence[int], scene: Surroundings) -> list[tuple[Namesake, list[int]]]:
    """Persons of whom no more than a given name is known: the same one where one heading, work or company is shared."""
    found: list[tuple[Namesake, list[int]]] = []
    by_key: dict[str, list[int]] = defaultdict(list)
    for index in left:
        naming = scene.namings[index]
        keys = given_keys(naming.form.given[0])
        alike = sorted({number for key in keys for number in by_key[key]})
        chosen = next((n for n in alike if _is_same_stranger(naming, *found[n], scene)), None)
        if chosen is None:
            chosen = len(found)
            found.append((Namesake([naming.form], [], naming.gender), []))
        person, places = found[chosen]
        places.append(index)
        if naming.form not in person.forms:
            person.forms.append(naming.form)
        for key in keys:
            if chosen not in by_key[key]:
                by_key[key].append(chosen)
    for person, places in found:
        person.anchors.extend(places)
    return found


def _is_same_stranger(naming: Naming, person: Namesake, places: Sequence[int], scene: Surroundings) -> bool:
    other = scene.namings[places[-1]]
    if not compare_given(naming.form.given[0], other.form.given[0])[0] or _other_patronymic(naming, person):
        return False
    if naming.record == other.record or (naming.claim is not None and naming.claim == other.claim):
        return True
    if naming.work is not None and naming.work == other.work:
        return True
    near = scene.company(naming.record)
    return len(near) >= _COMPANY_OF_TWO and likeness_of_company(scene.company_of([other.index]), near) >= _SAME_COMPANY
