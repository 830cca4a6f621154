"""How well the ledgers of meetings, messages, payments and offices are read, by readings of them.

    python bench/ledgers.py                     recall and precision, on the shared page and on invented ones
    python bench/ledgers.py --faults            and what was missed or is still told wrong, by offsets
    python bench/ledgers.py --excerpts first    the excerpts drawn for a reader (first, second, money)
    python bench/ledgers.py --rows 40 --seed 7  rows of each ledger drawn for a reader to judge

``bench/readings/ledgers-told-*.jsonl`` say what the words of drawn excerpts state, read before any row was seen: the
words, each party's words (``role``, start, end), ``where`` and ``when`` as places on the page, and on whose word: the
place of a name, ``author`` or ``compiler``. What two readers could hold to be no meeting, no message or no payment is
``doubtful`` and is neither missed nor found; all others have the ``form`` of words that they are told in.

A row that is told counts as found if its words overlap those read and it agrees in two parties, or in all where fewer
are read. A party agrees in its role (who and with whom are one role) and its place, or by naming the same person; a sum
of money counts as a party. Only payments were read in the draw ``money``, of excerpts that speak of money.

``ledgers-judged-*.jsonl`` say of rows that were told whether every cell is right, and else which are ``wrong``; what
the words state and the row lacks is ``lacks`` and makes no row wrong. A row is still told if its words, its parties
(as the same persons), its date and whose word it is are the same.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from judging import corpus_page, rows
from testimonia.model import Entry, Excerpt, Sourcebook, Span

READINGS = Path(__file__).resolve().parent / "readings"
BLIND = READINGS.parent / "blind"
INVENTED = ("lyndgate", "amparo", "vasco", "kaohsi")
LEDGERS = ("meetings", "messages", "payments", "offices")
AROUND = 260  # characters of the page on either side
MONEY = re.compile(
    r"\b(?:rubles?|roubles?|dollars?|pounds?|marks?|francs?|money|paid|pays?|paying|payments?|bribed?|bribes|funds"
    r"|sums?|salary|wages)\b",
    re.IGNORECASE,
)
# the draw, how many of which kind of page, with which seed; each leaves out what the ones before it drew
DRAWS = {
    "first": {"corpus": (70, 4301), "invented": (40, 4302)},
    "second": {"corpus": (50, 4303), "invented": (110, 4304)},
    "money": {"corpus": (30, 4305)},
}


@cache
def read_to(page: str, stage: str) -> Sourcebook:
    """A page read as far as a stage.

    Raises:
        FileNotFoundError: the shared page is not there.
    """
    from testimonia.pipeline import default_stages, run
    from testimonia.reading import read_source

    path = corpus_page() if page == "corpus" else BLIND / page / "page.txt"
    if path is None:
        raise FileNotFoundError("There is no shared page; TESTIMONIA_SHARED names the folder that holds corpus/.")
    stages = default_stages()
    last = next(place for place, one in enumerate(stages) if one.name == stage)
    return run(Sourcebook(read_source(path)), stages[: last + 1])


def pages_of(kind: str) -> tuple[str, ...]:
    """The pages of a kind."""
    return ("corpus",) if kind == "corpus" else INVENTED


def excerpts_of(kind: str) -> list[tuple[str, Excerpt]]:
    """All excerpts of a kind of page, page by page in their order: those of the gold, or as the layout is read."""
    return [
        (page, excerpt)
        for page in pages_of(kind)
        for excerpt in sorted(gold_excerpts(page) or read_to(page, "layout").excerpts, key=lambda e: e.span)
    ]


def gold_excerpts(page: str) -> list[Excerpt]:
    """The excerpts of an invented page as its gold has them, so that they are drawn alike however layout is read."""
    read = rows(BLIND / page / "gold" / "excerpts.jsonl")
    text = read_to(page, "layout").text if read else ""
    spans = [Span(row["start"], row["end"]) for row in read]
    return [Excerpt(f"{page}{n}", span, span.cut(text), None, None, (span,)) for n, span in enumerate(spans)]


def drawn(kind: str, draw: str) -> list[tuple[str, Excerpt]]:
    """The excerpts of a draw, without those of the draws before it."""
    left = excerpts_of(kind)
    for name, sizes in DRAWS.items():
        if kind not in sizes:
            continue
        number, seed = sizes[kind]
        of_these = [one for one in left if MONEY.search(one[1].text)] if name == "money" else left
        chosen = random.Random(seed).sample(of_these, number)
        if name == draw:
            return sorted(chosen, key=lambda one: (one[0], one[1].span))
        had = {(page, excerpt.span) for page, excerpt in chosen}
        left = [one for one in left if (one[0], one[1].span) not in had]
    return []


def role_of(role: str) -> str:
    """Who met and with whom is one role."""
    return "with" if role == "who" else role


@dataclass(frozen=True, slots=True)
class Party:
    """A part in a row or a reading: its role, its place, and whom the program takes it for."""

    role: str
    start: int
    end: int
    words: str
    person: str | None = None

    def agrees(self, other: Party) -> bool:
        """Whether two parts of one role stand in one place or name one person."""
        if self.role != other.role:
            return False
        if self.start < other.end and other.start < self.end:
            return True
        if self.person is not None and other.person is not None:
            return self.person == other.person
        return self.role != "amount" and self.words.casefold() == other.words.casefold()


def parties_told(entry: Entry, text: str) -> list[Party]:
    """The parties of a row, its sum among them."""
    parties = [
        Party(role_of(part.role), part.span.start, part.span.end, part.span.cut(text), part.id) for part in entry.parts
    ]
    if entry.amount is not None:
        span = entry.amount.span
        parties.append(Party("amount", span.start, span.end, span.cut(text)))
    return parties


def parties_read(reading: dict[str, Any], book: Sourcebook) -> list[Party]:
    """The parties of a reading; a name there is the person whom the program takes it for."""
    return [
        Party(role_of(role), start, end, book.text[start:end], person_at(book, start, end))
        for role, start, end in reading["parts"]
    ]


def person_at(book: Sourcebook, start: int, end: int) -> str | None:
    """The person whom the words name, if they name one."""
    return next((m.person for m in book.mentions if m.span.start < end and start < m.span.end), None)


def is_met(reading: dict[str, Any], read: Sequence[Party], entry: Entry, told: Sequence[Party]) -> bool:
    """Whether a row tells what was read."""
    if reading["ledger"] != entry.ledger.value:
        return False
    if not (reading["start"] < entry.span.end and entry.span.start < reading["end"]):
        return False
    return sum(any(one.agrees(other) for other in told) for one in read) >= min(2, len(read))


def is_dated(reading: dict[str, Any], entry: Entry) -> bool:
    """Whether the row's date overlaps the date that was read."""
    start, end = reading["when"]
    return entry.when_span is not None and entry.when_span.start < end and start < entry.when_span.end


def is_placed(reading: dict[str, Any], entry: Entry) -> bool:
    """Whether the row's place overlaps the place that was read."""
    start, end = reading["where"]
    return any(p.role == "where" and p.span.start < end and start < p.span.end for p in entry.parts)


def has_same_word(reading: dict[str, Any], entry: Entry, book: Sourcebook) -> bool:
    """Whether the row is on the word of the person whom the reading names."""
    start, end = reading["by"]
    words = book.text[start:end].casefold()
    return entry.speaker == person_at(book, start, end) or words in entry.speaker_name.casefold()


def recall(kind: str, faults: bool) -> None:
    """Print which of the events that were read are told."""
    read = rows(READINGS / f"ledgers-told-{kind}.jsonl")
    found: dict[int, list[Entry]] = {}
    for number, reading in enumerate(read):
        book = read_to(reading["page"], "ledgers")
        own = parties_read(reading, book)
        found[number] = [e for e in book.entries if is_met(reading, own, e, parties_told(e, book.text))]
    for ledger in LEDGERS[:3]:
        for draw in DRAWS:
            own_rows = [n for n, r in enumerate(read) if r["ledger"] == ledger and r["draw"] == draw]
            sure = [n for n in own_rows if not read[n].get("doubtful")]
            if not sure:
                continue
            told = sum(bool(found[n]) for n in sure)
            unsure = [n for n in own_rows if read[n].get("doubtful")]
            print(f"  {ledger:9s} {draw:7s} recall {told / len(sure):.2f}  {told} of {len(sure)}", end="")
            print(f"; doubtful {sum(bool(found[n]) for n in unsure)} of {len(unsure)}")
    forms = Counter((r["ledger"], r["form"]) for r in read if "form" in r)
    told_forms = Counter((r["ledger"], r["form"]) for n, r in enumerate(read) if "form" in r and found[n])
    for (ledger, form), number in sorted(forms.items(), key=lambda one: (LEDGERS.index(one[0][0]), -one[1], one[0])):
        print(f"            {ledger}, {form}: {told_forms[ledger, form]} of {number}")
    met = [n for n in found if found[n] and not read[n].get("doubtful")]
    dated = [n for n in met if "when" in read[n]]
    placed = [n for n in met if "where" in read[n] and read[n]["ledger"] == "meetings"]
    worded = [n for n in met if not isinstance(read[n]["by"], str)]
    print("  of those told, with the", end="")
    print(f" date {sum(any(is_dated(read[n], e) for e in found[n]) for n in dated)} of {len(dated)} stated,", end="")
    print(f" place {sum(any(is_placed(read[n], e) for e in found[n]) for n in placed)} of {len(placed)},", end="")
    kept = sum(any(has_same_word(read[n], e, read_to(read[n]["page"], "ledgers")) for e in found[n]) for n in worded)
    print(f" somebody else's word {kept} of {len(worded)}")
    if faults:
        for n, reading in enumerate(read):
            if not found[n] and not reading.get("doubtful"):
                print(f"    missed: {reading['page']} {reading['ledger']} {reading['start']}:{reading['end']}")


Key = tuple[Any, ...]


def key_of(entry: Entry) -> Key:
    """What makes a row the row that was judged."""
    parts = tuple((p.role, p.span.start, p.span.end, p.id) for p in entry.parts)
    amount = (entry.amount.span.start, entry.amount.span.end) if entry.amount is not None else None
    return entry.ledger.value, entry.span.start, entry.span.end, parts, amount, entry.when, entry.speaker


def key_judged(row: dict[str, Any]) -> Key:
    """The same of a row in the readings."""
    amount = tuple(row["amount"]) if row["amount"] else None
    parts = tuple(tuple(part) for part in row["parts"])
    return row["ledger"], row["start"], row["end"], parts, amount, row["when"], row["by"]


def precision(kind: str, faults: bool) -> None:
    """Print which of the rows that were judged were right, and which are still told."""
    judged = rows(READINGS / f"ledgers-judged-{kind}.jsonl")
    entries: dict[str, list[Entry]] = {page: list(read_to(page, "ledgers").entries) for page in pages_of(kind)}
    made = {(page, *key_of(entry)) for page, own in entries.items() for entry in own}
    for ledger in LEDGERS:
        own = [row for row in judged if row["ledger"] == ledger]
        if not own:
            continue
        right = [row for row in own if row["right"]]
        still = [row for row in own if (row["page"], *key_judged(row)) in made]
        others = [row for row in own if row not in still and is_told_otherwise(row, entries[row["page"]])]
        print(f"  {ledger:9s} precision {len(right) / len(own):.2f}  {len(right)} of {len(own)} when judged", end="")
        print(f"; lacking something {sum('lacks' in row for row in right)} of those right", end="")
        print(f"; still told {len(still)}, {sum(row['right'] for row in still)} of them right", end="")
        print(f"; {len(others)} told otherwise, {sum(row['right'] for row in others)} of these were right", end="")
        print(f"; rows now {sum(e.ledger.value == ledger for es in entries.values() for e in es)}")
        wrong = Counter(what for row in own for what in row.get("wrong", ()))
        if wrong:
            print(f"            wrong: {dict(wrong.most_common())}")
        if faults:
            for row in still:
                if not row["right"]:
                    where = f"{row['page']} {row['start']}:{row['end']}"
                    print(f"    still wrong: {where} {', '.join(row['wrong'])}: {row['why']}")


def is_told_otherwise(row: dict[str, Any], entries: Iterable[Entry]) -> bool:
    """Whether a row of the same ledger is told in the same place, with another cell."""
    return any(
        e.ledger.value == row["ledger"] and e.span.start < row["end"] and row["start"] < e.span.end for e in entries
    )


def show_excerpts(draw: str) -> None:
    """Print drawn excerpts for a reader."""
    for kind in DRAWS[draw]:
        for number, (page, excerpt) in enumerate(drawn(kind, draw), 1):
            print(f"\n## {number}. {page} [{excerpt.span.start}:{excerpt.span.end}]\n{excerpt.text}")


def show_rows(number: int, seed: int) -> None:
    """Print drawn rows with the words around them for a reader."""
    for kind in DRAWS["first"]:
        told = [(page, e) for page in pages_of(kind) for e in read_to(page, "ledgers").entries]
        for ledger in LEDGERS:
            own = sorted((o for o in told if o[1].ledger.value == ledger), key=lambda o: (o[0], o[1].span, o[1].id))
            chosen = random.Random(seed).sample(own, min(number, len(own)))
            print(f"\n{len(own)} {ledger} of {kind} pages; {len(chosen)} drawn with seed {seed}")
            for page, entry in sorted(chosen, key=lambda o: (o[0], o[1].span, o[1].id)):
                text = read_to(page, "ledgers").text
                print(f"\n[{page} {entry.span.start}:{entry.span.end}] {described(entry, text)}")
                print(f"   {marked(text, entry.span)}")


def described(entry: Entry, text: str) -> str:
    """The cells of a row in one line."""
    cells = [f"{part.role} {part.name!r} ({part.span.cut(text)!r})" for part in entry.parts]
    if entry.amount is not None:
        cells.append(entry.amount.span.cut(text))
    if entry.when is not None:
        cells.append(f"when {entry.when}")
    return f"{'; '.join(cells)} | by {entry.speaker_name or entry.speaker} ({entry.confidence})"


def marked(text: str, span: Span) -> str:
    """The words with what stands around them."""
    before, after = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
    return " / ".join(f"…{before}>>{span.cut(text)}<<{after}…".split("\n"))


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--faults", action="store_true")
    parser.add_argument("--excerpts", choices=DRAWS)
    parser.add_argument("--rows", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if options.excerpts:
        show_excerpts(options.excerpts)
    elif options.rows:
        show_rows(options.rows, options.seed)
    else:
        for kind in DRAWS["first"]:
            if kind == "corpus" and corpus_page() is None:
                print("The shared page is not there; its readings are left out.")
                continue
            print("the shared page:" if kind == "corpus" else f"invented pages ({', '.join(INVENTED)}):")
            recall(kind, options.faults)
            precision(kind, options.faults)


if __name__ == "__main__":
    main()
