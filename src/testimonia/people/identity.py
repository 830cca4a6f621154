"""Names on a page gathered into people, each joining with its reasons.

First the spellings of each family name are grouped (`surnames`), then the people of one family name told apart
(`namesakes`), then names without a family name placed (`calls`). What a reader stated outranks all that: first her
authority file, then her decisions.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from testimonia.words.names import split_name

from ..model import Reason, Sourcebook
from .aliases import Alias, find_aliases
from .authority import AuthorityEntry
from .calls import place_given_names
from .forms import Form, Naming, form_of
from .likenesses import compare_families, keys_of, slip_keys_of
from .mentions import FoundName
from .namesakes import Namesake, Verdict, settle_namesakes
from .namings import read_namings
from .relatives import find_relatives
from .surnames import GIVEN_AGREES, Surnames, gather_surnames
from .surroundings import Surroundings

__all__ = ["Gathering", "Settled", "gather"]

_AND = re.compile(
    r"['’]?s?(?:\s?[,;&/]|\s(?:and|und|et|y|i|и|or))+\s+(?:the |another |a |both )?(?:\w+\.? )?", re.IGNORECASE
)
_LONGEST_INITIAL = 2  # letters: "Yu."
_LONGEST_AND = 24  # code points between two names of a list


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
    witness = _Witness(namings, book.text)
    surnames = gather_surnames(witness.counts, keys_of, slip_keys_of, compare_families, witness)
    groups = [surnames.group.get(n.form.family) if n.form.family else None for n in namings]
    texts = {claim.id: claim.text for claim in book.claims} | {x.id: x.text for x in book.excerpts}
    scene = Surroundings(namings, groups, texts)
    return _Settling(book, namings, surnames, scene).run()


class _Witness:
    """What stands beside the family names of a page."""

    def __init__(self, namings: Sequence[Naming], text: str) -> None:
        self.counts: Counter[str] = Counter()
        self._heads: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        self._headed: dict[tuple[str, ...], list[str]] = defaultdict(list)
        self._claims: dict[str, set[str]] = defaultdict(set)
        self._listed: set[frozenset[str]] = set()
        for naming in namings:
            family = naming.form.family
            if not family:
                continue
            self.counts[family] += 1
            if naming.form.starts:
                self._heads[family].add(naming.form.starts)
                if family not in self._headed[naming.form.starts]:
                    self._headed[naming.form.starts].append(family)
            self._claims[family].add(naming.claim or naming.record)
        for a, b in pairwise(namings):
            gap = text[a.span.end : b.span.start]
            if a.record == b.record and len(gap) < _LONGEST_AND and _AND.fullmatch(gap):
                self._listed.add(frozenset((a.form.family, b.form.family)))

    def of_same_head(self, name: str) -> Iterable[str]:
        """The spellings that the same written out given name, or the same two initials, stand beside."""
        found = (other for starts in self._heads[name] if _tells(starts) for other in self._headed[starts])
        return [other for other in dict.fromkeys(found) if other != name]

    def same_head(self, a: str, b: str) -> str:
        """Whether the same given name or initials stand beside both."""
        shared = self._heads[a] & self._heads[b]
        if not shared:
            return ""
        return GIVEN_AGREES if any(map(_tells, shared)) else "the same initial beside it"

    def near(self, a: str, b: str) -> str:
        """Whether both stand under one heading."""
        return "both under one heading" if self._claims[a] & self._claims[b] else ""

    def apart(self, a: str, b: str) -> str:
        """Whether both stand side by side as two."""
        return "both stand side by side in a list" if frozenset((a, b)) in self._listed else ""


def _tells(starts: tuple[str, ...]) -> bool:
    """Whether what stands before a family name is more than one initial."""
    return len(starts) > 1 or len(starts[0]) > _LONGEST_INITIAL


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
        self._settle_aliases()
        self._settle_given_names()
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

    def _settle_aliases(self) -> None:
        for alias in find_aliases(self.book.text, self.owner, self.scene):
            for index, other in ((alias.nickname, alias.name), (alias.name, alias.nickname)):
                if index not in self.owner and other in self.owner:
                    self._call(index, self._root(self.owner[other]), alias)
                    break
            else:
                if alias.nickname in self.owner:
                    self._join(alias)

    def _call(self, index: int, bearer: Namesake, alias: Alias) -> None:
        """Give a given name alone to the person whose name the page sets beside it."""
        naming = self.namings[index]
        if naming.gender and bearer.gender and naming.gender is not bearer.gender:
            return
        self.owner[index] = bearer
        self.settled[index] = Settled(0, alias.confidence, [alias.reason])
        if not any(form.given for form in bearer.forms):
            bearer.forms.append(naming.form)

    def _join(self, alias: Alias) -> None:
        """Join all namings by a nickname to the person whom the page calls so."""
        nickname, bearer = self._root(self.owner[alias.nickname]), self._root(self.owner[alias.name])
        if nickname is bearer or (nickname.gender and bearer.gender and nickname.gender is not bearer.gender):
            return
        self.joined[id(nickname)] = bearer
        for index, owner in self.owner.items():
            if owner is nickname:
                self.settled[index].reasons.append(alias.reason)
                self.settled[index].confidence *= alias.confidence

    def _settle_given_names(self) -> None:
        alone = [n.index for n in self.namings if n.index not in self.owner and n.form.given]
        people = {index: self._root(owner) for index, owner in self.owner.items()}
        placed, strangers = place_given_names(alone, people, self.scene, self._authors())
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
                    if group is not None and form not in found[group]:
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
        perhaps = []
        for a, b, share, why in self.perhaps:
            one, other = numbers.get(id(self._root(a))), numbers.get(id(self._root(b)))
            if one is not None and other is not None and one != other:
                perhaps.append((min(one, other), max(one, other), share, (Reason(why),), ()))
        return Gathering(self.namings, self.surnames, settled, people, sorted(set(perhaps)))
