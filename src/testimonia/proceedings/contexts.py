"""Which proceedings a place of the page speaks of.

A naming in the sentence counts most, then the nearest before it in the excerpt, a bracket of the compiler's, the
heading, the cited work's own title; last, that all who are named are defendants of one trial alone. What a date
contradicts is not taken.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from testimonia.model import ProceedingKind, Reason
from testimonia.words.accounts import Account
from testimonia.words.edtf import bounds_of

from .gathering import Gathered, agree
from .namings import Dates, Naming

__all__ = ["Context", "Resolved"]

_INQUIRY = re.compile(r"\b[Tt]he\s(?:formal\s)?(?:inquiry|enquiry|inquest)\b", re.IGNORECASE)
_TRIAL = re.compile(r"\bthe\s(?:trial|court-martial)\b", re.IGNORECASE)
_TRIED = (ProceedingKind.TRIAL, ProceedingKind.INQUIRY, ProceedingKind.COMMISSION)
_EARLIER = 0.62
_COMPANY = 2  # who must be named in an excerpt for them to tell its trial
_MANY = 5  # defendants by which a trial's list is taken for whole enough to speak against others
_SENTENCE, _BEFORE, _BRACKET, _CLAIM, _TITLE, _PERSONS, _DATED = 0.95, 0.8, 0.85, 0.75, 0.85, 0.65, 0.85


@dataclass(frozen=True, slots=True)
class Resolved:
    """Proceedings that are spoken of, how surely, and why."""

    group: Gathered
    confidence: float
    reason: Reason


class Context:
    """What the page shows of where it speaks of which proceedings."""

    def __init__(
        self,
        groups: Sequence[Gathered],
        dates: Dates,
        titles: Mapping[str, Sequence[Gathered]],
        before: Mapping[str, str],
    ) -> None:
        self.groups, self.dates, self.titles, self.before = groups, dates, titles, before
        self._times: dict[str, list[tuple[int, Gathered]]] = defaultdict(list)
        self.under: dict[str, list[tuple[Naming, Gathered]]] = defaultdict(list)
        self._of_record: dict[str, list[tuple[Naming, Gathered]]] = defaultdict(list)
        for group in groups:
            for naming in group.namings:
                if _is_only_a_time(naming):
                    self._times[naming.record.id].append((naming.start, group))
                else:
                    self._of_record[naming.record.id].append((naming, group))
                    if not naming.record.is_claim and naming.record.claim and group.kind in _TRIED:
                        self.under[naming.record.claim].append((naming, group))
        for told in self._of_record.values():
            told.sort(key=lambda pair: pair[0].start)

    def homes(self, person: str) -> list[Gathered]:
        """The trials of which somebody is a defendant."""
        return [g for g in self.groups if person in g.defendants and g.kind is ProceedingKind.TRIAL]

    def resolve(
        self, account: Account, at: int, persons: Iterable[str] = (), *, trials: bool = True
    ) -> Resolved | None:
        """The proceedings that are spoken of at an offset; ``None`` where it is not clear."""
        span = account.spans[account.number_at(at)]
        sentence = (span.start, span.end)
        people = list(persons)
        found = [
            resolved
            for resolved in (
                *self._near(account, at, sentence, trials),
                *self._wide(account, sentence, people, trials),
                *self._only(account, sentence),
            )
            if self._fits(account, sentence, resolved.group, people)
        ]
        if found and found[0].confidence >= _PERSONS:
            return found[0]
        of_persons = self._of_persons(account, sentence, people)
        return of_persons or (found[0] if found else None)

    def _near(self, account: Account, at: int, sentence: tuple[int, int], trials: bool) -> Iterator[Resolved]:
        record = account.record
        told = [(n, g) for n, g in self._of_record.get(record.id, ()) if not trials or g.kind in _TRIED]
        inside = [(n, g) for n, g in told if sentence[0] <= n.start < sentence[1]]
        if inside:
            naming, group = min(inside, key=lambda pair: abs(pair[0].start - at))
            sure = _SENTENCE if len({id(g) for _, g in inside}) == 1 else 0.75
            yield _resolved(group, sure, "named in the sentence", naming)
        before = [(n, g) for n, g in told if n.start < sentence[0]]
        if before:
            last = account.number_at(before[-1][0].start)
            naming, group = next((n, g) for n, g in before if account.number_at(n.start) == last)
            several = len({id(g) for _, g in told}) > 1
            yield _resolved(group, _BEFORE - (0.1 if several else 0), "named before in the excerpt", naming)
        brackets = [(n, g) for n, g in told if _in_bracket(record.text, n)]
        if len({id(g) for _, g in brackets}) == 1:
            yield _resolved(brackets[0][1], _BRACKET, "named in a bracket of the excerpt", brackets[0][0])

    def _wide(self, account: Account, sentence: tuple[int, int], people: list[str], trials: bool) -> Iterator[Resolved]:
        record = account.record
        dated = self._dated(account, sentence, people)
        if dated is not None:
            yield dated
        claimed = [(n, g) for n, g in self._of_record.get(record.claim or "", ()) if not trials or g.kind in _TRIED]
        if len({id(g) for _, g in claimed}) == 1 and not all(n.record.is_claim for n in claimed[0][1].namings):
            others = {id(g) for _, g in self.under.get(record.claim or "", ())} - {id(claimed[0][1])}
            sure = _CLAIM if len(others) < 2 else 0.55
            yield _resolved(claimed[0][1], sure, "named in the heading above", claimed[0][0])
        titled = self.titles.get(record.id, ())
        if len(titled) == 1:
            yield Resolved(titled[0], _TITLE, Reason("the cited work's title names it", titled[0].name))
        before = self.before.get(record.id)
        told = [(n, g) for n, g in self._of_record.get(before or "", ()) if not trials or g.kind in _TRIED]
        if told:
            yield _resolved(told[-1][1], _EARLIER + 0.02, "named in the excerpt before, of the same work", told[-1][0])
        if record.claim in self.under and len({id(g) for _, g in self.under[record.claim]}) == 1:
            naming, group = self.under[record.claim][0]
            yield _resolved(group, _EARLIER, "named by another excerpt under the same heading", naming)

    def _only(self, account: Account, sentence: tuple[int, int]) -> Iterator[Resolved]:
        """What "the inquiry" means on a page that names one inquiry alone."""
        for kind, noun in ((ProceedingKind.INQUIRY, _INQUIRY), (ProceedingKind.TRIAL, _TRIAL)):
            known = [g for g in self.groups if g.kind is kind]
            found = noun.search(account.record.text, sentence[0], sentence[1]) or noun.search(account.record.text)
            if len(known) == 1 and found is not None:
                place = account.record.place(*found.span())
                yield Resolved(
                    known[0], _EARLIER, Reason("the only one of its kind that the page names", found.group(), place)
                )

    def _fits(self, account: Account, sentence: tuple[int, int], group: Gathered, people: list[str]) -> bool:
        """Whether neither a date of the sentence nor those who are named speak against it."""
        times = self._times.get(account.record.id, ())
        if any(sentence[0] <= start < sentence[1] and other is group for start, other in times):
            return False
        if group.month is not None:
            whole = account.record.place(*sentence)
            told = [
                d.edtf
                for d in self.dates.within(whole)
                if bounds_of(d.edtf) is not None and not d.edtf.startswith("XX")
            ]
            if told and not any(agree(edtf, group.month) for edtf in told):
                return False
        known = [p for p in people if self.homes(p)]
        return not (known and len(group.defendants) >= _MANY and not any(p in group.defendants for p in known))

    def _dated(self, account: Account, sentence: tuple[int, int], people: list[str]) -> Resolved | None:
        """The trial of that month, or the only one of that year, of which one who is named is a defendant."""
        whole = account.record.place(*sentence)
        for dating in self.dates.within(whole):
            if not re.match(r"\d{4}(?:-[01]\d|$)", dating.edtf):
                continue
            homes = [g for g in self.groups if g.month is not None and agree(dating.edtf, g.month)]
            homes = [g for g in homes if any(p in g.defendants for p in people)]
            if len(homes) == 1:
                sure = _DATED if "-" in dating.edtf else 0.75
                return Resolved(homes[0], sure, Reason("of its date and its defendants", dating.text, dating.span))
        return None

    def _of_persons(self, account: Account, sentence: tuple[int, int], people: list[str]) -> Resolved | None:
        """The trial of which all who are named are defendants: in fact, sentence or excerpt."""
        record = account.record
        near = people or [n.person for n in record.named_in(*sentence)]
        for group, rule in (
            (near, "those who are named are defendants of this trial alone"),
            (
                [] if people else [n.person for n in record.named],
                "all in the excerpt who were tried once were tried in this",
            ),
        ):
            homes = [self.homes(person) for person in dict.fromkeys(group)]
            single = [home[0] for home in homes if len(home) == 1]
            if not single or len({id(home) for home in single}) != 1 or (people and len(single) < len(homes)):
                continue
            if group is not near and len(single) < _COMPANY:
                continue
            if all(not home or single[0] in home for home in homes):
                return Resolved(single[0], _PERSONS, Reason(rule))
        return None


def _is_only_a_time(naming: Naming) -> bool:
    """Whether the naming only says when something else was: "soon after the Ash trial"."""
    before = naming.record.text[max(0, naming.start - 24) : naming.start]
    return (
        re.search(r"\b(?:after|before|since|until|prior to|following|preceding)\s(?:the\s)?$", before, re.IGNORECASE)
        is not None
    )


def _resolved(group: Gathered, confidence: float, rule: str, naming: Naming) -> Resolved:
    place = naming.record.place(naming.start, naming.end)
    return Resolved(group, confidence, Reason(rule, " ".join(naming.text.split()), place))


def _in_bracket(text: str, naming: Naming) -> bool:
    opened = text.rfind("[", max(0, naming.start - 60), naming.start)
    return opened >= 0 and "]" not in text[opened : naming.start]
