"""Names on a page gathered into people, each joining with its reasons.

First the spellings of each family name are grouped (`surnames`), then the people of one family name told apart
(`namesakes`), then names without a family name placed (`calls`). What a reader stated outranks all that: first her
authority file, then her decisions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, pairwise

from testimonia.words.names import split_name

from ..model import Gender, Reason, Sourcebook
from .aliases import Alias, find_aliases
from .authority import AuthorityEntry
from .bearers import Namesake, Verdict
from .calls import place_given_names
from .entries import LISTED, Listed
from .forms import SECOND_INITIALS, Agreement, Form, Naming, compare_heads, form_of
from .likenesses import compare_families, keys_of, slip_keys_of
from .mentions import FoundName
from .namesakes import judge_again, settle_namesakes
from .namings import read_namings
from .relatives import find_relatives
from .surnames import Kind, Likelihood, Surnames, gather_surnames
from .surroundings import Surroundings
from .witness import PageWitness

__all__ = ["Gathering", "Settled", "gather"]

LEAST_PERHAPS = (
    0.3  # from this on two persons are shown as perhaps one; from `SURE_ENOUGH` of each room on they are one
)
_SURE_OF_ANOTHER = 0.95  # what it takes to give a name to another; below that it is left open
_EITHER = 0.45  # what is said of each of two who may be meant


@dataclass(slots=True)
class Settled:
    """Who a naming is taken for, and why."""

    person: int
    confidence: float = 1.0
    reasons: list[Reason] = field(default_factory=list)
    against: list[Reason] = field(default_factory=list)


@dataclass(slots=True)
class Gathering:
    """All namings of a page and the person, by number, that each was given to; ``perhaps`` are pairs who may be one."""

    namings: list[Naming]
    surnames: Surnames
    settled: list[Settled]
    people: dict[int, Namesake]
    perhaps: dict[tuple[int, int], Likelihood]


def gather(found: Sequence[FoundName], book: Sourcebook, authority: Sequence[AuthorityEntry] = ()) -> Gathering:
    """Settle who every name on the page means."""
    namings = read_namings(found, book)
    witness = PageWitness(namings, book.text)
    listed = Listed(authority)
    counts = witness.counts | {family: 0 for family in listed.families if family not in witness.counts}
    surnames = gather_surnames(counts, keys_of, slip_keys_of, compare_families, witness)
    groups = [surnames.group.get(n.form.family) if n.form.family else None for n in namings]
    texts = {claim.id: claim.text for claim in book.claims} | {x.id: x.text for x in book.excerpts}
    scene = Surroundings(namings, groups, texts)
    return _Settling(book, namings, surnames, scene, listed).run()


class _Settling:
    """The steps by which namings are given to persons."""

    def __init__(
        self, book: Sourcebook, namings: list[Naming], surnames: Surnames, scene: Surroundings, listed: Listed
    ) -> None:
        self.book = book
        self.listed = listed
        self.namings = namings
        self.surnames = surnames
        self.scene = scene
        self.printed: dict[str, str] = {}  # family names by their folded form, as first printed
        for naming in namings:
            if naming.form.family and not naming.family_words.isupper():
                self.printed.setdefault(naming.form.family, naming.family_words)
        self.members: dict[int, list[int]] = defaultdict(list)  # of each family name
        self.owner: dict[int, Namesake] = {}
        self.settled: dict[int, Settled] = {}
        self.perhaps: list[tuple[Namesake, Namesake, Likelihood]] = []
        self.doubtful: dict[int, list[tuple[int, Verdict]]] = defaultdict(list)
        self.unsure: dict[int, list[tuple[int, Verdict]]] = defaultdict(list)
        self.joined: dict[int, Namesake] = {}

    def run(self) -> Gathering:
        """Settle everybody."""
        self._settle_family_names()
        self._settle_aliases()
        self._settle_given_names()
        self._withdraw_beside_relatives()
        self._settle_doubtful()
        return self._number()

    def _settle_family_names(self) -> None:
        members = self.members
        for naming, group in zip(self.namings, self.scene.groups, strict=True):
            if group is not None:
                members[group].append(naming.index)
        relatives = find_relatives(self.book.text, self.scene)
        entries = self.listed.by_group(self.surnames.group)
        for naming in self.namings:
            entry = self.listed.sole(naming.text)
            if entry is not None and not (naming.gender and entry.gender and naming.gender is not entry.gender):
                self.owner[naming.index] = entry
                self.settled[naming.index] = Settled(0, 1.0, [Reason(LISTED)])
        for group in sorted(members):
            seeds = list(entries.get(group, ()))
            for relative in relatives.get(group, ()):
                seed = relative.seed()
                seeds.append(seed)
                if relative.by_given is not None and relative.by_given not in self.owner:
                    self.owner[relative.by_given] = seed
                    self.settled[relative.by_given] = Settled(0, 0.85, [relative.reason])
            fixed = {index: self.owner[index] for index in members[group] if index in self.owner}
            verdicts = settle_namesakes(members[group], self.scene, seeds, fixed)
            for index, verdict in sorted(verdicts.items()):
                self._settle(index, verdict)

    def _settle(self, index: int, verdict: Verdict) -> None:
        link = self.surnames.links.get(self.namings[index].form.family)
        settled = Settled(
            0, verdict.confidence, [Reason(why) for why in verdict.why], [Reason(w) for w in verdict.against]
        )
        if link is not None:
            settled.confidence *= link.likelihood.score
            printed = self.printed.get(link.to, link.to)
            settled.reasons.extend(Reason(why.rstrip("."), printed) for why in link.likelihood.why)
            settled.against.extend(Reason(why.rstrip(".")) for why in link.likelihood.against)
        self.owner[index] = verdict.candidate
        self.settled[index] = settled
        if verdict.is_doubtful:
            self.doubtful[self.scene.groups[index] or 0].append((index, verdict))
        elif verdict.rivals:
            self.unsure[self.scene.groups[index] or 0].append((index, verdict))
        for other, share in verdict.maybe:
            why, against = ("the same name",), tuple(verdict.against)
            self.perhaps.append((verdict.candidate, other, Likelihood(share, Kind.SPELLING, why, against)))

    def _settle_doubtful(self) -> None:
        """Weigh once more, with what aliases and given names have told, who is meant by a name that fits several."""
        owned: dict[Namesake, list[int]] = defaultdict(list)
        for index in range(len(self.namings) if self.doubtful or self.unsure else 0):
            owned[self._root(self.owner[index])].append(index)
        for group, unsure in list(self.unsure.items()):
            self._look_again(group, unsure, owned)
        for group, doubts in self.doubtful.items():
            fuller: dict[Namesake, Namesake] = {}
            for candidate in dict.fromkeys(self._root(c) for _, verdict in doubts for c, _ in verdict.maybe):
                anchors = [
                    i for i in owned[candidate] if not (self.namings[i].form.is_bare and self.scene.groups[i] == group)
                ]
                fuller[replace(candidate, anchors=anchors)] = candidate
            verdicts = judge_again([index for index, _ in doubts], list(fuller), self.scene)
            for index, verdict in verdicts.items():
                self._settle(index, replace(verdict, candidate=fuller[verdict.candidate]))

    def _look_again(
        self, group: int, unsure: Sequence[tuple[int, Verdict]], owned: Mapping[Namesake, Sequence[int]]
    ) -> None:
        """Weigh once more where a given name alone has since shown that another of the name is spoken of."""
        every = dict.fromkeys(self._root(c) for _, verdict in unsure for c in (verdict.candidate, *verdict.rivals))
        called = {c for c in every if any(self.scene.groups[i] is None for i in owned[c])}
        if not called:
            return
        fuller = {}
        for candidate in every:
            bare = {i for i, _ in unsure} | set(self.members[group])
            anchors = [i for i in owned[candidate] if i not in bare or not self.namings[i].form.is_bare]
            fuller[replace(candidate, anchors=anchors)] = candidate
        verdicts = judge_again([index for index, _ in unsure], list(fuller), self.scene)
        nobody = Namesake(why=["the bare name could be several people's"])
        for index, before in unsure:
            verdict = verdicts.get(index)
            if verdict is None or fuller[verdict.candidate] is self._root(before.candidate):
                continue
            if verdict.candidate.gender is Gender.FEMALE and before.candidate.gender is not Gender.FEMALE:
                continue  # a bare family name is rather the man's
            if verdict.confidence >= _SURE_OF_ANOTHER:
                self._settle(index, replace(verdict, candidate=fuller[verdict.candidate], rivals=()))
                continue
            maybe = tuple((self._root(c), _EITHER) for c in (before.candidate, *before.rivals))
            against = ("several people of that name stand on the page, and nothing here tells which is meant",)
            self._settle(index, Verdict(nobody, 0.5, ("the same spelling",), against, maybe))

    def _settle_aliases(self) -> None:
        for alias in find_aliases(self.book.text, self.owner, self.scene):
            for index, other in ((alias.nickname, alias.name), (alias.name, alias.nickname)):
                if index not in self.owner and other in self.owner:
                    self._call(index, self._root(self.owner[other]), alias)
                    break
            else:
                if alias.nickname in self.owner and not alias.whole:
                    self._call(alias.nickname, self._root(self.owner[alias.name]), alias)
                elif alias.nickname in self.owner:
                    self._join(alias)

    def _call(self, index: int, bearer: Namesake, alias: Alias) -> None:
        """Give a given name alone to the person whose name the page sets beside it."""
        naming = self.namings[index]
        if naming.gender and bearer.gender and naming.gender is not bearer.gender:
            return
        self.owner[index] = bearer
        self.settled[index] = Settled(0, alias.confidence, [alias.reason])
        bearer.called.extend(naming.form.given[:1])

    def _join(self, alias: Alias) -> None:
        """Join all namings by a nickname to the person whom the page calls so."""
        nickname, bearer = self._root(self.owner[alias.nickname]), self._root(self.owner[alias.name])
        if nickname.entry is not None:
            nickname, bearer = bearer, nickname
        if (
            nickname is bearer
            or nickname.entry is not None
            or (nickname.gender and bearer.gender and nickname.gender is not bearer.gender)
        ):
            return
        self.joined[id(nickname)] = bearer
        group = self.scene.groups[alias.nickname]
        for index in self.members.get(group, ()) if group is not None else (alias.nickname,):
            if self.owner.get(index) is nickname:
                self.settled[index].reasons.append(alias.reason)
                self.settled[index].confidence *= alias.confidence

    def _settle_given_names(self) -> None:
        alone = [n.index for n in self.namings if n.index not in self.owner and n.form.given]
        people = {index: self._root(owner) for index, owner in self.owner.items()}
        placed, doubtful, strangers = place_given_names(alone, people, self.scene, self._authors())
        for call in placed:
            self.owner[call.index] = call.candidate
            self.settled[call.index] = Settled(0, call.confidence, [Reason(why) for why in call.why if why])
        for candidate, indexes in strangers:
            for index in indexes:
                self.owner[index] = candidate
                self.settled[index] = Settled(0, 0.9, [Reason("the same given name near by")])
        for call in doubtful:
            likelihood = Likelihood(call.confidence, Kind.SPELLING, tuple(why for why in call.why if why))
            self.perhaps.append((self.owner[call.index], call.candidate, likelihood))
        for naming in self.namings:
            if naming.index not in self.owner:
                self.owner[naming.index] = Namesake([naming.form], [naming.index], naming.gender)
                self.settled[naming.index] = Settled(0, 1.0)

    def _withdraw_beside_relatives(self) -> None:
        """Leave open who is meant by a family name right behind the given name of another of that family."""
        for before, naming in pairwise(self.namings):
            group = self.scene.groups[naming.index]
            if not naming.form.is_bare or naming.title or before.form.family or before.record != naming.record:
                continue
            owner, other = self._root(self.owner[naming.index]), self._root(self.owner[before.index])
            if group is None or owner is other or other.gender is Gender.FEMALE:
                continue
            if not any(self.scene.groups[i] == group for i in other.anchors):
                continue
            own = Namesake(why=["the bare name could be several people's"])
            maybe = ((owner, _EITHER), (other, _EITHER))
            against = ("another of the family is named by his given name right before it",)
            self._settle(naming.index, Verdict(own, 0.5, ("the same spelling",), against, maybe))

    def _authors(self) -> dict[int, Form]:
        """The cited authors and editors by the number of their family name, where there is one of that name only."""
        found: dict[int, list[Form]] = defaultdict(list)
        for citation in self.book.citations:
            for role in ("author", "editor"):
                for name in citation.csl.get(role) or ():
                    if "family" not in name:
                        continue
                    form = form_of(split_name(f"{name.get('given', '')} {name['family']}".strip()))
                    group = self.surnames.group.get(form.family)
                    if group is not None and not any(_is_one(form, other) for other in found[group]):
                        found[group].append(form)
        return {group: forms[0] for group, forms in found.items() if len(forms) == 1 and forms[0].given}

    def _root(self, namesake: Namesake) -> Namesake:
        while id(namesake) in self.joined:
            namesake = self.joined[id(namesake)]
        return namesake

    def _number(self) -> Gathering:
        numbers: dict[int, int] = {}
        people: dict[int, Namesake] = {}
        settled = []
        for naming in self.namings:
            owner = self._root(self.owner[naming.index])
            number = numbers.setdefault(id(owner), len(numbers))
            people[number] = owner
            self.settled[naming.index].person = number
            settled.append(self.settled[naming.index])
        self._weigh_likenesses()
        perhaps: dict[tuple[int, int], Likelihood] = {}
        for a, b, likelihood in self.perhaps:
            one, other = numbers.get(id(self._root(a))), numbers.get(id(self._root(b)))
            if one is None or other is None or one == other or likelihood.score < LEAST_PERHAPS:
                continue
            pair = (min(one, other), max(one, other))
            if pair not in perhaps or perhaps[pair].score < likelihood.score:
                perhaps[pair] = likelihood
        return Gathering(self.namings, self.surnames, settled, people, perhaps)

    def _weigh_likenesses(self) -> None:
        """Note who may be one by the letters of the family name, or but for a second initial."""
        bearers: dict[str, list[Namesake]] = defaultdict(list)
        by_group: dict[int, list[Namesake]] = defaultdict(list)
        for naming, group in zip(self.namings, self.scene.groups, strict=True):
            owner = self._root(self.owner[naming.index])
            if group is not None and owner not in bearers[naming.form.family]:
                bearers[naming.form.family].append(owner)
                if owner not in by_group[group]:
                    by_group[group].append(owner)
        for link in self.surnames.perhaps:
            for a in bearers[link.spelling]:
                self.perhaps.extend((a, b, link.likelihood) for b in bearers[link.to] if not _contradict(a, b))
        for people in by_group.values():
            for a, b in combinations(people, 2):
                why = _nearly_agree(a, b)
                if why:
                    self.perhaps.append(
                        (a, b, Likelihood(LEAST_PERHAPS, Kind.SPELLING, ("the same family name",), (why,)))
                    )


def _is_one(a: Form, b: Form) -> bool:
    """Whether two full names of one family are one name, in whatever spelling."""
    return a == b or (bool(a.given and b.given) and compare_heads(a, b)[0] >= Agreement.FORM)


def _contradict(a: Namesake, b: Namesake) -> bool:
    if a.gender and b.gender and a.gender is not b.gender:
        return True
    return any(compare_heads(x, y)[0] is Agreement.CONFLICT for x in a.forms for y in b.forms)


def _nearly_agree(a: Namesake, b: Namesake) -> str:
    """In what no more than two people of one family name differ, if it may be a slip; ``""`` for anything else."""
    found = {compare_heads(x, y)[1] for x in a.forms for y in b.forms if compare_heads(x, y)[0] is Agreement.CONFLICT}
    return SECOND_INITIALS if found == {SECOND_INITIALS} else ""
