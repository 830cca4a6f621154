"""Where the page names proceedings: "the Ash trial", "the second Skarra trial", "the May 1912 inquiry".

A `Naming` keeps what its words tell: a proper noun, persons, an ordinal, a number of accused, a date. What tells none
of these ("the trial") names nothing here. In headings of capitals alone, a proper noun counts only where an excerpt
has it too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from testimonia.model import Dating, ProceedingKind, Sourcebook, Span
from testimonia.words.accounts import Account
from testimonia.words.calendars import MONTHS
from testimonia.words.clauses import Party, Sentence, Word, is_negated, is_passive, subject_of
from testimonia.words.grammar import ADVERBIAL, BE, DETERMINERS, PREPOSITIONS, SUBORDINATORS
from testimonia.words.kinds import is_people
from testimonia.words.record_texts import Named, RecordText

from .lexicon import lexicon

__all__ = ["Dates", "Naming", "find_namings", "find_told", "has_naming", "tried_in"]

_AFTER = re.compile(
    r"[\s,(]*(?:(?:himself|herself|itself|held|which opened|that opened)\s)?"
    r"(?:(?:in|at)\s[A-Z]\w+,?\s)?(?:(?:in|of|on|from|during|,)\s)?"
    r"(?:the\s)?(?:(?:early|late|spring|middle)\s(?:of\s|in\s)?)?[(]?$",
    re.IGNORECASE,
)
_HELD = re.compile(r"\s(?:was|were)\s(?:then\s)?(?:held|opened|begun)\b|\s(?:took place|opened|began|was held)\b")
_NEVER_PROPER = (
    PREPOSITIONS
    | DETERMINERS
    | SUBORDINATORS
    | {"which", "who", "what", "such", "every", "no", "he", "she", "it", "they", "and", "or", "but"}
)
_NATIONS = ("an", "ese", "ish", "ch")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_THAT_OF = re.compile(
    r"[^.;:\n]{0,60}?,\sthat\sof\s(?:the|an?)?\s?(?:alleged\s|"
    r"so-called\s)?[\"“]?(?P<label>[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,3})"
)
_MONTH = re.compile(r"[\[{]?\d{4}-[01]\d")
_LEFT = 9  # words before the noun that may belong to the name
_RIGHT = 8


@dataclass(slots=True)
class Naming:
    """One place where proceedings are named: offsets into the record's text.

    ``keys`` tell which: "label:harbour", "person:<id>", "ordinal:second skarra", "number:16". ``defendants`` are those
    whom the words themselves say to be tried.
    """

    record: RecordText
    start: int
    end: int
    kind: ProceedingKind
    keys: set[str] = field(default_factory=set)
    date: Dating | None = None
    place: tuple[int, int] | None = None
    defendants: set[str] = field(default_factory=set)
    company: set[str] = field(default_factory=set)  # the same, and those whom a "they" may mean
    alone: bool = False  # told by a verb ("were brought to trial"), not by a noun
    proceeding: str = ""

    @property
    def text(self) -> str:
        """The words."""
        return self.record.text[self.start : self.end]


class Dates:
    """The dates of the page, found by place."""

    def __init__(self, book: Sourcebook) -> None:
        self.datings = sorted(book.datings, key=lambda dating: dating.span.start)
        self._starts = [dating.span.start for dating in self.datings]

    def within(self, span: Span) -> list[Dating]:
        """Those that begin in a stretch of the page."""
        return self.datings[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]


_STEMS = ("trial", "court-martial", "inquir", "enquir", "inquest", "plenum", "commission", "case", "affair")
_ANY_STEMS = (*_STEMS, "defendants", "accused")
_TRIED_STEMS = ("trial", "tried", "court")


def has_naming(account: Account) -> bool:
    """Whether a record may name proceedings."""
    return account.has(_STEMS)


_BARE = re.compile(
    r"\b(?:the|this|that|his|her|their|its|a|an|any|each|every|no|such|on|at|in|of|for|our|my)\s$", re.IGNORECASE
)
_GOES_ON = re.compile(
    r"[\s,(]{1,2}(?:of|in|on|at|held|from|\d|himself|was|were|took|opened|began)|\sCommission", re.IGNORECASE
)
_ACCUSED = frozenset(("defendants", "accused"))  # with a year: "the 1912 defendants"
_ANY = re.compile(
    r"\b(?:(?:trial|court-martial|inquiry|enquiry|inquest|plenum|commission|case|affair)s?|"
    r"(?<=\d\s)(?:defendants|accused))\b",
    re.IGNORECASE,
)


def find_namings(
    account: Account, dates: Dates, known: frozenset[str] = frozenset(), *, weak_only: bool = False
) -> Iterator[Naming]:
    """The namings of a record; ``known`` are the proper nouns that excerpts have in names.

    ``weak_only`` reads only the nouns that name something with a known proper noun alone.
    """
    words = lexicon()
    text = account.record.text
    for place in account.places_of(_ANY_STEMS):
        found = _ANY.match(text, place)
        if found is None:
            continue
        if weak_only and found.group().casefold() not in words.weak:
            continue
        if not weak_only and found.group().casefold() in words.weak and not known and found.group()[-1:] != "s":
            continue
        if _BARE.search(text, max(0, found.start() - 8), found.start()) and not _GOES_ON.match(text, found.end()):
            continue
        number = account.number_at(found.start())
        sentence = account.sentence(number)
        at = next((n for n, w in enumerate(sentence.words) if w.start <= found.start() < w.end), None)
        if at is None or sentence.words[at].named is not None:
            continue
        low = sentence.words[at].low
        kind = words.kinds.get(low)
        if kind is None and low not in words.weak and low not in _ACCUSED:
            continue
        naming = _read(account, sentence, at, kind or ProceedingKind.TRIAL, dates, known)
        if naming is None:
            continue
        labels = {key for key in naming.keys if key.startswith("label:")}
        if low in ("case", "affair") and _renamed(account.record.text, naming.end):
            labels = {key for key in naming.keys if key.startswith(("label:", "person:"))}
        if low in _ACCUSED and (naming.date is None or labels):
            continue
        if (
            kind is None
            and low not in _ACCUSED
            and not (labels and labels <= known)
            and not (low == "trials" and _is_to_the_month(naming))
        ):
            continue
        yield naming


def find_told(account: Account, dates: Dates, known: frozenset[str] = frozenset()) -> Iterator[Naming]:
    """Proceedings that only a verb tells: "On May 3, 1912, Ash and Reed were brought to trial"."""
    record = account.record
    if not account.has(_TRIED_STEMS):
        return
    for found in lexicon().tried.finditer(record.text):
        sentence = account.sentence(account.number_at(found.start()))
        at = next((n for n, w in enumerate(sentence.words) if w.start >= found.start()), None)
        if at is None or is_negated(sentence, at) or sentence.is_question:
            continue
        if not _is_told(sentence, at, found.group()):
            continue
        subject = subject_of(sentence, at, account.meant)
        people = {p.id for p in subject if p.id is not None and p.confidence >= 0.6}
        company = set(people) or _company(account, sentence, subject)
        labels = {key for p in subject if p.id is None for key in _labels_in(p.name, known)}
        if not subject:
            continue
        whole = record.place(sentence.start, sentence.end)
        near = record.place(found.start(), found.end()).start
        voice = account.voice_at(found.start())
        dated = [d for d in dates.within(whole) if _MONTH.match(d.edtf)]
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


_INCLUDING = re.compile(r"[^.;\n]{0,40}?,\sincluding\s(?:\w+\s)?")
_LONGEST = 120  # characters of a naming that a verb tells


def _row_after(record: RecordText, start: int, end: int) -> list[Named]:
    """Who is named behind ", including"."""
    listed = _INCLUDING.match(record.text, start, end)
    return _row(record, listed.end(), end) if listed is not None else []


def tried_in(account: Account) -> Iterator[Party]:
    """Who is said to be tried, in any proceedings."""
    record = account.record
    if not account.has(_TRIED_STEMS):
        return
    for found in lexicon().tried.finditer(record.text):
        sentence = account.sentence(account.number_at(found.start()))
        at = next((n for n, w in enumerate(sentence.words) if w.start >= found.start()), None)
        if at is None or is_negated(sentence, at) or sentence.is_question:
            continue
        if not _is_told(sentence, at, found.group()):
            continue
        for party in subject_of(sentence, at, account.meant):
            named = next((n for n in record.named_in(party.start, party.end) if n.start == party.start), None)
            if party.id is not None and named is not None:
                yield party
        for named in _row_after(record, found.end(), sentence.end):
            yield Party(named.start, named.end, named.name, named.person, named.confidence)


def _row(record: RecordText, start: int, end: int) -> list[Named]:
    """The names that stand in a row from an offset on."""
    row: list[Named] = []
    for named in record.named_in(start, end):
        if not re.fullmatch(r"(?:\s?(?:,|and|,\sand)\s)?", record.text[row[-1].end if row else start : named.start]):
            break
        row.append(named)
    return row


def _is_told(sentence: Sentence, at: int, words: str) -> bool:
    """Whether the words are a verb of trying: not "tried to", nor "the men on trial"."""
    if " " not in words:
        return is_passive(sentence, at)
    before = sentence.words[at - 1].low if at else ""
    return not words.lower().startswith("on ") or before in BE | {"put", "went", "go", "goes", "placed"}


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
    low = {_plain_label(word) for word in re.findall(r"[^\W\d_]+", words.casefold())}
    return {key for key in known if key.startswith("label:") and key.removeprefix("label:") in low}


def _renamed(text: str, end: int) -> bool:
    """Whether a bracket right behind says what else it is called."""
    return re.match(r"\s?[\[(]", text[end : end + 2]) is not None


def _is_to_the_month(naming: Naming) -> bool:
    return naming.date is not None and _MONTH.match(naming.date.edtf) is not None


def _read(
    account: Account, sentence: Sentence, at: int, kind: ProceedingKind, dates: Dates, known: frozenset[str]
) -> Naming | None:
    words, lex = sentence.words, lexicon()
    printed = sentence.text[sentence.start : sentence.end]
    capitals = printed.upper() == printed
    first = at
    labels: list[str] = []
    persons: set[str] = set()
    ordinal = 0
    run: list[str] = []
    n = at - 1
    while n >= 0 and at - n <= _LEFT:
        word = words[n]
        if word.named is not None:
            persons.add(word.named.person)
        elif word.low in lex.ordinals:
            ordinal = lex.ordinals[word.low]
        elif (
            (
                all(part in MONTHS for part in word.low.split("-"))
                or _YEAR.fullmatch(word.word)
                or (word.word == "." and n and words[n - 1].low in MONTHS)
            )
            or word.low in lex.adjectives
            or word.low in ("-", "/", "&", "'s", '"', "“", "”")
        ):
            pass
        elif _is_proper(word, capitals, known, lex.generic):
            run.insert(0, word.low)
            n -= 1
            first = n + 1
            continue
        elif word.low in lex.generic and word.word[0].isupper() and not capitals and n != 0:
            if word.low not in ("the", "a"):
                run.insert(0, word.low) if run else None
        elif word.low in ("and", "-") and n and (words[n - 1].named is not None or words[n - 1].low in MONTHS):
            pass
        else:
            break
        if run and word.named is None:
            labels.append(" ".join(run))
            run = []
        first = n
        n -= 1
    if run:
        labels.append(" ".join(run))
    while first < at and (words[first].is_mark or words[first].low in ("/", "-", "&", "and", "'s")):
        first += 1
    last, more, people, count, event = _right(sentence, at, capitals, known)
    labels += more
    persons |= people
    start, end = words[first].start, words[last].end
    naming = Naming(account.record, start, end, kind)
    for label in labels:
        plain = _plain_label(label)
        if plain:
            naming.keys.add(f"label:{plain}")
    naming.keys |= {f"person:{person}" for person in persons}
    if count:
        naming.keys.add(f"number:{count}")
    naming.date = _date_of(account, sentence, at, naming, dates)
    if ordinal and labels:
        naming.keys = {key for key in naming.keys if key != f"label:{_plain_label(labels[-1])}"}
        naming.keys.add(f"ordinal:{ordinal} {_plain_label(labels[-1])}")
    if event:
        naming.place = event
    return naming if naming.keys or naming.date is not None else None


def _is_proper(word: Word, capitals: bool, known: frozenset[str], generic: frozenset[str]) -> bool:
    if not word.word[0].isalpha() or word.low in generic or word.low in lexicon().numbers or word.low in _NEVER_PROPER:
        return False
    if all(part in MONTHS for part in word.low.split("-")) or (is_people(word.low) and word.low.endswith(_NATIONS)):
        return False
    if capitals:
        return any(word.low in key.split(":", 1)[1].split() for key in known if key.startswith("label:"))
    return word.word[0].isupper()


def _is_noun(low: str) -> bool:
    return low.isalpha() and low not in PREPOSITIONS | BE | ADVERBIAL | SUBORDINATORS | {
        "and",
        "or",
        "who",
        "which",
        "that",
    }


def _plain_label(label: str) -> str:
    words = [w for w in re.split(r"[\s-]+", label) if w and w not in lexicon().generic]
    if (
        words
        and len(words[-1]) > 4
        and words[-1].endswith("s")
        and not words[-1].endswith("ss")
        and not _keeps_s(words[-1])
    ):
        words[-1] = words[-1][:-1]
    return " ".join(words)


def _keeps_s(word: str) -> bool:
    """Whether the last letter belongs to the word, as far as a list of words shows: a proper noun."""
    return not is_people(word)


def _right(
    sentence: Sentence, at: int, capitals: bool, known: frozenset[str]
) -> tuple[int, list[str], set[str], int, tuple[int, int] | None]:
    """What follows the noun with "of": a proper noun, persons, a number."""
    words, lex = sentence.words, lexicon()
    last, labels, people, count = at, list[str](), set[str](), 0
    place = None
    n = at + 1
    if n < len(words) and words[n].low == "of":
        n += 1
        if n < len(words) and words[n].low in ("the", "an", "a"):
            n += 1
        run: list[str] = []
        begin = n
        while n < len(words) and n - begin < _RIGHT:
            word = words[n]
            if word.named is not None:
                people.add(word.named.person)
                last = n
            elif word.low in lex.numbers or re.fullmatch(r"\d{1,3}", word.word):
                if n != begin:
                    break
                count = lex.numbers.get(word.low) or int(word.word)
                last = n
            elif _is_proper(word, capitals, known, lex.generic | set(MONTHS)) or (
                run and word.low in lex.generic and word.word[0].isupper()
            ):
                run.append(word.low)
                last = n
            elif word.low in ("and", "of", "the", "'s", '"', "“", "”") or (
                not run and word.low.endswith(("s", "of")) and not capitals
            ):
                if run:
                    break
            elif (
                not run
                and word.word.isalpha()
                and word.word.islower()
                and n - begin < 2
                and word.low not in ("which", "that")
            ):
                pass
            else:
                break
            n += 1
        if run:  # "the trial of the Skarra harbour masters"
            more = [w.low for w in words[last + 1 : last + 4]]
            run += more[: next((i for i, low in enumerate(more) if not _is_noun(low)), len(more))]
        if run:
            labels.append(" ".join(run))
    if last == at:
        found = _THAT_OF.match(sentence.text, words[at].end, sentence.end)
        if found is not None:
            labels.append(found["label"].casefold())
    if last + 2 < len(words) and words[last + 1].low in ("in", "at") and words[last + 2].word[0].isupper():
        there = words[last + 2]
        if there.named is None and there.low not in MONTHS and not capitals:
            place = (there.start, there.end)
    return last, labels, people, count, place


def _date_of(account: Account, sentence: Sentence, at: int, naming: Naming, dates: Dates) -> Dating | None:
    record = account.record
    whole = record.place(sentence.start, sentence.end)
    here = dates.within(whole)
    before = sentence.words[at - 1] if at else None
    if before is not None and _YEAR.fullmatch(before.word):  # "the 1912 trial", which is no date by itself
        place = record.place(before.start, before.end)
        if not any(d.span.overlaps(place) for d in here):
            return Dating("", place, before.word, before.word, "year", record.id, "", "")
    span = record.place(naming.start, naming.end)
    page = account.teller.book.text
    for dating in here:
        if span.contains(dating.span) or dating.span.overlaps(span):
            return dating
        if dating.span.start >= span.end and _AFTER.fullmatch(page[span.end : dating.span.start]):
            return dating
    if (naming.keys or naming.start < sentence.words[at].start) and _HELD.match(record.text, naming.end):
        return next((d for d in here if not d.edtf.startswith("XX")), None)
    return None
