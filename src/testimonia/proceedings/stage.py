"""The stage: proceedings gathered, lists read, facts given to the proceedings they speak of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from testimonia.model import (
    Cell,
    CellKind,
    Citation,
    Claim,
    Dating,
    Document,
    Excerpt,
    IdMaker,
    Mention,
    Person,
    Proceeding,
    ProceedingKind,
    Reason,
    Record,
    Sourcebook,
    Voice,
)
from testimonia.words.accounts import Account, teller_of
from testimonia.words.edtf import bounds_of

from .cells import CellMaker
from .contexts import Context, Resolved
from .facts import Fact
from .gathering import Gathered, alias, gather, join_by_defendants, join_by_number, join_by_part, join_told
from .lists import Listed, find_lists
from .naming_nouns import find_namings, has_naming
from .naming_verbs import find_told, tried_in
from .namings import Dates, Naming
from .outcomes import find_outcomes
from .roles import find_roles
from .titles import find_titled, titled

__all__ = ["ProceedingStage"]

_KNOWN_AS = re.compile(r"\b(?:known|called|named)\b|[\[(]\s*(?:the\s)?$", re.IGNORECASE)


class ProceedingStage:
    """The register of proceedings: who was tried, judged, charged, sentenced, by whose account."""

    name = "proceedings"
    reads: frozenset[type] = frozenset({Claim, Excerpt, Citation, Person, Mention, Voice, Document, Dating})
    writes: frozenset[type] = frozenset({Proceeding, Cell})

    def __call__(self, book: Sourcebook) -> Iterator[Record]:
        """Yield the proceedings and then their cells in the order of the page."""
        if not book.is_bare:
            yield from _Register(book).records()


class _Register:
    def __init__(self, book: Sourcebook) -> None:
        self.book = book
        self.accounts: dict[str, Account] = teller_of(book).accounts
        self.dates = Dates(book)

    def records(self) -> Iterator[Proceeding | Cell]:
        """The records."""
        namings = self._namings()
        groups = alias(gather(namings), self._aliases(namings))
        listed = self._lists(groups)
        for join in (join_by_part, join_told, join_by_defendants, join_by_number, join_by_part):
            groups = join(groups)
        groups.sort(key=lambda g: min(n.record.place(n.start, n.end).start for n in g.namings))
        ids = IdMaker()
        names = {id(group): ids.give("q", group.kind.value, group.name.casefold()) for group in groups}
        homes = {id(naming): group for group in groups for naming in group.namings}
        maker = CellMaker(self.book.text, names, ids)
        cells = [*self._cells(groups, maker, homes, listed)]
        for group in groups:
            yield self._proceeding(group, names[id(group)])
        yield from maker.others
        yield from sorted(cells, key=lambda cell: (cell.span.start, cell.kind.value))

    def _namings(self) -> list[Naming]:
        excerpts = [a for a in self.accounts.values() if not a.record.is_claim]
        strong = [n for a in excerpts if has_naming(a) for n in find_namings(a, self.dates)]
        known = frozenset(key for naming in strong for key in naming.keys if key.startswith(("label:", "person:")))
        met = {(n.record.id, n.start) for n in strong}
        namings = list(strong)
        for account in self.accounts.values():
            if has_naming(account):
                again = find_namings(account, self.dates, known, weak_only=not account.record.is_claim)
                namings += [n for n in again if (n.record.id, n.start) not in met]
        _take_dates_of_claims(namings)
        for account in excerpts:
            namings += find_told(account, self.dates, known)
        return [*namings, *find_titled(self.book)]

    def _aliases(self, namings: list[Naming]) -> Iterator[tuple[Naming, Naming]]:
        """Pairs of namings of which one is said to be the other's name."""
        ordered = sorted((n for n in namings if not n.alone), key=lambda n: (n.record.id, n.start))
        for one, other in pairwise(ordered):
            if one.record is not other.record or other.start < one.end:
                continue
            gap = one.record.text[one.end : other.start]
            if len(gap) < 100 and "\n" not in gap and _KNOWN_AS.search(gap) and not re.search(r"[.;]\s", gap):
                yield one, other

    def _lists(self, groups: list[Gathered]) -> list[tuple[Account, Listed]]:
        homes = {id(naming): group for group in groups for naming in group.namings}
        by_record: dict[str, list[Naming]] = defaultdict(list)
        for group in groups:
            for naming in group.namings:
                known = naming.record.id in self.accounts and not naming.record.is_claim
                if group.kind is ProceedingKind.TRIAL and known and not naming.alone:
                    by_record[naming.record.id].append(naming)
        found = []
        for record, namings in by_record.items():
            account = self.accounts[record]
            for listed in find_lists(account, sorted(namings, key=lambda n: n.start)):
                homes[id(listed.under)].defendants[listed.key] += 1
                found.append((account, listed))
        return found

    def _proceeding(self, group: Gathered, name: str) -> Proceeding:
        ordered = sorted(group.namings, key=lambda n: n.record.place(n.start, n.end).start)
        places = [(n, n.record.place(n.start, n.end)) for n in ordered]
        names = tuple(Reason("told by a verb" if n.alone else "named", p.cut(self.book.text), p) for n, p in places)
        return Proceeding(
            name,
            group.kind,
            group.name,
            names,
            _agreed(group.dates),
            tuple(Reason(why) for why in dict.fromkeys(group.why)),
        )

    def _cells(
        self,
        groups: list[Gathered],
        maker: CellMaker,
        homes: dict[int, Gathered],
        listed: list[tuple[Account, Listed]],
    ) -> Iterator[Cell]:
        for account, entry in listed:
            voice = account.voice_at(entry.start)
            if voice is not None and voice.speaker.startswith(("group:", "anon:", "org:")):
                voice = account.voice_at(entry.under.start)
            speaker = (voice.speaker, voice.speaker_name) if voice is not None else ("compiler", "")
            place = entry.under.record.place(entry.under.start, entry.under.end)
            why = (Reason("listed under", place.cut(self.book.text), place),)
            group = homes[id(entry.under)]
            yield from maker.cell(
                account, group, CellKind.DEFENDANT, entry.start, entry.end, speaker, entry.person, entry.name, 0.9, why
            )
        yield from self._of_namings(groups, maker)
        titles: dict[str, list[Gathered]] = defaultdict(list)
        for excerpt, group in titled(self.book, groups):
            titles[excerpt].append(group)
        context = Context(groups, self.dates, titles, self._same_work_before())
        facts = [(a, f) for a in self.accounts.values() for f in (*_tried_facts(a), *find_roles(a), *find_outcomes(a))]
        together: dict[tuple[str, int, CellKind], Resolved] = {}
        for _ in range(2):
            rest = []
            for account, fact in facts:
                resolved = context.resolve(account, fact.start, _tried(fact))
                of_verb = (account.record.id, fact.verb, fact.kind)
                shared = together.get(of_verb)
                if shared is not None and (resolved is None or resolved.confidence < shared.confidence):
                    resolved = shared  # what one verb tells is told of one trial
                if resolved is not None and shared is None:
                    together[of_verb] = resolved
                if resolved is None or resolved.confidence < fact.needs or not _may_be_in(fact, resolved.group):
                    rest.append((account, fact))
                    continue
                if fact.kind in _OF_DEFENDANTS and resolved.confidence >= _SURE:
                    resolved.group.defendants.update(_tried(fact))
                yield from maker.of_fact(account, fact, resolved)
            facts = rest  # once more, now that it is known who else was tried
        yield from maker.unnamed(facts)

    def _same_work_before(self) -> dict[str, str]:
        """For an excerpt, the one before it under its claim, if it is from the same work."""
        works = {citation.id: citation.work for citation in self.book.citations}
        found = {}
        for one, other in pairwise(self.book.excerpts):
            work = works.get(other.citation or "")
            if work is not None and one.claim == other.claim and works.get(one.citation or "") == work:
                found[other.id] = one.id
        return found

    def _of_namings(self, groups: list[Gathered], maker: CellMaker) -> Iterator[Cell]:
        for group in groups:
            for naming in group.namings:
                account = self.accounts.get(naming.record.id)
                if account is None:  # named in a citation
                    continue
                voice = account.voice_at(naming.start)
                speaker = (voice.speaker, voice.speaker_name) if voice is not None else ("compiler", "")
                why = (Reason("named with it", naming.text, naming.record.place(naming.start, naming.end)),)
                if naming.date is not None and not naming.date.edtf.startswith("XX"):
                    start = naming.date.span.start - naming.record.place(0, 1).start
                    if naming.record.text[start : start + len(naming.date.text)] == naming.date.text:
                        yield from maker.cell(
                            account,
                            group,
                            CellKind.DATE,
                            start,
                            start + len(naming.date.text),
                            speaker,
                            None,
                            None,
                            0.9,
                            why,
                            naming.date.edtf,
                        )
                if naming.place is not None:
                    yield from maker.cell(account, group, CellKind.PLACE, *naming.place, speaker, None, None, 0.85, why)
                for named in account.record.named_in(*self._told_by(account, naming)):
                    if named.person in naming.defendants:
                        yield from maker.cell(
                            account,
                            group,
                            CellKind.DEFENDANT,
                            named.start,
                            named.end,
                            speaker,
                            named.person,
                            named.name,
                            0.85,
                            (Reason("said to be tried", naming.text, naming.record.place(naming.start, naming.end)),),
                        )

    def _told_by(self, account: Account, naming: Naming) -> tuple[int, int]:
        if not naming.alone:
            return naming.start, naming.start
        span = account.spans[account.number_at(naming.start)]
        return span.start, span.end


def _take_dates_of_claims(namings: list[Naming]) -> None:
    """Date what an excerpt names without a date as its heading dates it, where that has the same name."""
    dated = [n for n in namings if n.record.is_claim and n.date is not None]
    for naming in namings:
        if naming.date is None and not naming.record.is_claim and naming.keys:
            same = [
                n
                for n in dated
                if n.record.id == naming.record.claim and n.keys & naming.keys and n.kind is naming.kind
            ]
            if len(same) == 1:
                naming.date = same[0].date


def _tried_facts(account: Account) -> Iterator[Fact]:
    for party in tried_in(account):
        yield Fact(CellKind.DEFENDANT, party.start, party.end, party, "said to be tried", 0.85, 0.7, party.start)


_SURE = 0.7
_OF_DEFENDANTS = frozenset((CellKind.DEFENDANT, CellKind.PLEA, CellKind.SENTENCE))


def _tried(fact: Fact) -> list[str]:
    """Who is tried, by a fact that says so."""
    if fact.person is None or fact.person.id is None or fact.kind in _NOT_TRIED:
        return []
    return [fact.person.id]


def _may_be_in(fact: Fact, group: Gathered) -> bool:
    """Whether it can belong to the proceedings: what became of somebody does only if he was tried there."""
    if fact.kind is not CellKind.FATE or fact.person is None or fact.person.id is None:
        return True
    return fact.person.id in group.defendants


_NOT_TRIED = frozenset((CellKind.JUDGE, CellKind.PROSECUTOR, CellKind.COUNSEL, CellKind.WITNESS))


def _agreed(dates: list[str]) -> str | None:
    """The closest date that all others contain; ``None`` where they differ."""
    known = [(b[1] - b[0], d) for d in dict.fromkeys(dates) if (b := bounds_of(d)) is not None]
    if not known:
        return None
    closest = min(known)[1]
    inner = bounds_of(closest)
    for _, other in known:
        outer = bounds_of(other)
        if inner is None or outer is None or not (outer[0] <= inner[0] and inner[1] <= outer[1]):
            return None
    return closest
