"""Proceedings and those tried in them, as verbs tell: "That spring Ash and Reed stood trial in Skarra"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from testimonia.model import ProceedingKind
from testimonia.words.accounts import Account
from testimonia.words.calendars import MONTHS
from testimonia.words.clause_subjects import subject_of
from testimonia.words.clauses import Party, Sentence, is_negated, is_passive, party_of
from testimonia.words.grammar import BE
from testimonia.words.record_texts import Named, RecordText

from .lexicon import lexicon
from .namings import Dates, Naming, is_to_the_month, plain_label

__all__ = ["find_told", "tried_in"]

_TRIED_STEMS = ("trial", "tried", "court")
_INCLUDING = re.compile(r"[^.;\n]{0,40}?,\sincluding\s(?:\w+\s)?")
_LONGEST = 120  # characters of a naming that a verb tells


def find_told(account: Account, dates: Dates, known: frozenset[str] = frozenset()) -> Iterator[Naming]:
    """Proceedings that only a verb tells: "That spring Ash and Reed stood trial in Skarra"."""
    record = account.record
    for found, sentence, at in _tried(account):
        subject = subject_of(sentence, at, account.meant)
        people = {p.id for p in subject if p.id is not None and p.confidence >= 0.6}
        company = set(people) or _company(account, sentence, subject)
        labels = {key for p in subject if p.id is None for key in _labels_in(p.name, known)}
        if not subject:
            continue
        whole = record.place(sentence.start, sentence.end)
        near = record.place(found.start(), found.end()).start
        voice = account.voice_at(found.start())
        dated = [d for d in dates.within(whole) if is_to_the_month(d)]
        dated = [d for d in dated if voice is None or d.speaker == voice.speaker]  # no date of writing
        if not dated:
            continue
        naming = Naming(record, found.start(), found.end(), ProceedingKind.TRIAL, alone=True)
        naming.date = min(dated, key=lambda d: abs(d.span.start - near))
        for named in _row_after(record, found.end(), sentence.end):
            people.add(named.person)
            company.add(named.person)
        if subject[0].start < found.start() < subject[0].start + _LONGEST and subject[0].start >= sentence.start:
            naming.start = subject[0].start
        naming.defendants, naming.company, naming.keys = people, company, labels
        there = re.match(r"\s(?:in|at)\s(?P<place>[A-Z]\w+)", record.text[found.end() :])
        if there and there["place"].lower() not in MONTHS:
            naming.place = (found.end() + there.start("place"), found.end() + there.end("place"))
        yield naming


def tried_in(account: Account) -> Iterator[Party]:
    """Who is said to be tried, in any proceedings."""
    record = account.record
    for found, sentence, at in _tried(account):
        for party in subject_of(sentence, at, account.meant):
            named = next((n for n in record.named_in(party.start, party.end) if n.start == party.start), None)
            if party.id is not None and named is not None:
                yield party
        for named in _row_after(record, found.end(), sentence.end):
            yield party_of(named)


def _tried(account: Account) -> Iterator[tuple[re.Match[str], Sentence, int]]:
    """Where a verb says that somebody is tried: its words, its sentence, its place in that."""
    if not account.has(_TRIED_STEMS):
        return
    for found in lexicon().tried.finditer(account.record.text):
        sentence = account.sentence(account.number_at(found.start()))
        at = sentence.word_from(found.start())
        if at is None or is_negated(sentence, at) or sentence.is_question:
            continue
        if _is_told(sentence, at, found.group()):
            yield found, sentence, at


def _is_told(sentence: Sentence, at: int, words: str) -> bool:
    """Whether the words are a verb of trying: not "tried to", nor "the men on trial"."""
    if " " not in words:
        return is_passive(sentence, at)
    before = sentence.words[at - 1].low if at else ""
    return not words.lower().startswith("on ") or before in BE | {"put", "went", "go", "goes", "placed"}


def _row_after(record: RecordText, start: int, end: int) -> list[Named]:
    """Who is named behind ", including"."""
    listed = _INCLUDING.match(record.text, start, end)
    return _row(record, listed.end(), end) if listed is not None else []


def _row(record: RecordText, start: int, end: int) -> list[Named]:
    """The names that stand in a row from an offset on."""
    row: list[Named] = []
    for named in record.named_in(start, end):
        if not re.fullmatch(r"(?:\s?(?:,|and|,\sand)\s)?", record.text[row[-1].end if row else start : named.start]):
            break
        row.append(named)
    return row


def _company(account: Account, sentence: Sentence, subject: tuple[Party, ...]) -> set[str]:
    """Whom "they" may mean: those named in the sentence before."""
    number = account.number_at(sentence.start)
    if not number or not any(p.name.casefold() == "they" for p in subject):
        return set()
    for back in range(1, 4):  # as far as the sentences before speak of "them" too
        if number < back:
            break
        before = account.spans[number - back]
        named = {named.person for named in account.record.named_in(before.start, before.end)}
        if not re.search(r"\b(?:they|them|their)\b", account.record.text[before.start : before.end]):
            return named
    return set()


def _labels_in(words: str, known: frozenset[str]) -> set[str]:
    low = {plain_label(word) for word in re.findall(r"[^\W\d_]+", words.casefold())}
    return {key for key in known if key.startswith("label:") and key.removeprefix("label:") in low}
