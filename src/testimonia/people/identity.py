"""Names on a page gathered into people, each joining with its reasons.

First the spellings of each family name are grouped (`surnames`), then the people of one family name told apart
(`namesakes`), then names without a family name placed (`calls`). What a reader stated outranks all that: first her
authority file, then her decisions.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..model import Reason, Sourcebook
from .authority import AuthorityEntry
from .calls import find_aliases, place_given_names
from .forms import Naming
from .likenesses import compare_families, keys_of, slip_keys_of
from .mentions import FoundName
from .namesakes import Namesake, Verdict, settle_namesakes
from .namings import read_namings
from .relatives import find_relatives
from .surnames import Surnames, gather_surnames
from .surroundings import Surroundings

__all__ = ["Gathering", "Settled", "gather"]


@dataclass(slots=True)
class Settled:
    """Who a naming is taken for, and why."""

    person: int
    confidence: float = 1.0
    reasons: list[Reason] = field(default_factory=list)
    against: list[Reason] = field(default_factory=list)


@dataclass(slots=True)
class Gathering:
    """All namings of a page and the person, by number, that each was given to."""

    namings: list[Naming]
    surnames: Surnames
    settled: list[Settled]
    people: dict[int, Namesake]
    perhaps: list[tuple[int, int, float, tuple[Reason, ...], tuple[Reason, ...]]]


def gather(found: Sequence[FoundName], book: Sourcebook, authority: Sequence[AuthorityEntry] = ()) -> Gathering:
    """Settle who every name on the page means."""
    namings = read_namings(found, book)
    surnames = _gather_spellings(namings)
    groups = [surnames.group.get(n.form.family) if n.form.family else None for n in namings]
    texts = {claim.id: claim.text for claim in book.claims} | {x.id: x.text for x in book.excerpts}
    scene = Surroundings(namings, groups, texts)
    return _Settling(book, namings, surnames, scene).run()


def _gather_spellings(namings: Sequence[Naming]) -> Surnames:
    counts: Counter[str] = Counter()
    heads: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for naming in namings:
        family = naming.form.family
        if family:
            counts[family] += 1
            heads[family].add(naming.form.starts)

    def vouched(a: str, b: str) -> str:
        if (heads[a] & heads[b]) - {()}:
            return "the same given name or initial beside it"
        return ""

    return gather_surnames(counts, keys_of, slip_keys_of, compare_families, vouched)


class _Settling:
    """The steps by which namings are given to persons."""

    def __init__(self, book: Sourcebook, namings: list[Naming], surnames: Surnames, scene: Surroundings) -> None:
        self.book = book
        self.namings = namings
        self.surnames = surnames
        self.scene = scene
        self.owner: dict[int, Namesake] = {}
        self.settled: dict[int, Settled] = {}
        self.perhaps: list[tuple[Namesake, Namesake, float, str]] = []
        self.joined: dict[int, Namesake] = {}

    def run(self) -> Gathering:
        """Settle everybody."""
        self._settle_family_names()
        self._settle_given_names()
        self._settle_aliases()
        return self._number()

    def _settle_family_names(self) -> None:
        members: dict[int, list[int]] = defaultdict(list)
        for naming, group in zip(self.namings, self.scene.groups, strict=True):
            if group is not None:
                members[group].append(naming.index)
        relatives = find_relatives(self.book.text, self.scene)
        for group in sorted(members):
            seeds = [relative.seed() for relative in relatives.get(group, ())]
            for relative, seed in zip(relatives.get(group, ()), seeds, strict=True):
                if relative.by_given is not None:
                    self.owner[relative.by_given] = seed
                    self.settled[relative.by_given] = Settled(0, 0.85, [relative.reason])
            _, verdicts = settle_namesakes(members[group], self.scene, seeds)
            for index, verdict in sorted(verdicts.items()):
                self._settle(index, verdict)

    def _settle(self, index: int, verdict: Verdict) -> None:
        link = self.surnames.links.get(self.namings[index].form.family)
        settled = Settled(
            0, verdict.confidence, [Reason(why) for why in verdict.why], [Reason(w) for w in verdict.against]
        )
        if link is not None:
            settled.confidence *= link.likelihood.score
            settled.reasons.extend(Reason(why, link.to) for why in link.likelihood.why)
            settled.against.extend(Reason(why) for why in link.likelihood.against)
        self.owner[index] = verdict.candidate
        self.settled[index] = settled
        self.perhaps.extend((verdict.candidate, other, share, "the same name") for other, share in verdict.maybe)

    def _settle_given_names(self) -> None:
        alone = [n.index for n in self.namings if n.index not in self.owner and n.form.given]
        placed, strangers = place_given_names(alone, self.owner, self.scene)
        for call in placed:
            self.owner[call.index] = call.candidate
            self.settled[call.index] = Settled(0, call.confidence, [Reason(why) for why in call.why if why])
        for candidate, indexes in strangers:
            for index in indexes:
                self.owner[index] = candidate
                self.settled[index] = Settled(0, 0.9, [Reason("the same given name near by")])
        for naming in self.namings:
            if naming.index not in self.owner:
                self.owner[naming.index] = Namesake([naming.form], [naming.index], naming.gender)
                self.settled[naming.index] = Settled(0, 1.0)

    def _settle_aliases(self) -> None:
        for alias in find_aliases(self.book.text, self.owner, self.scene):
            nickname, bearer = self._root(self.owner[alias.nickname]), self._root(self.owner[alias.name])
            if nickname is bearer or self._contradict(nickname, bearer):
                continue
            self.joined[id(nickname)] = bearer
            for index, owner in self.owner.items():
                if self._root(owner) is bearer and owner is self.owner[alias.nickname]:
                    self.settled[index].reasons.append(alias.reason)
                    self.settled[index].confidence *= alias.confidence

    def _contradict(self, a: Namesake, b: Namesake) -> bool:
        return a.gender is not None and b.gender is not None and a.gender is not b.gender

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
        perhaps = []
        for a, b, share, why in self.perhaps:
            one, other = numbers.get(id(self._root(a))), numbers.get(id(self._root(b)))
            if one is not None and other is not None and one != other:
                perhaps.append((min(one, other), max(one, other), share, (Reason(why),), ()))
        return Gathering(self.namings, self.surnames, settled, people, sorted(set(perhaps)))
