"""How well dates are read: every row of ``dates.tsv`` through the real stage, right and wrong by kind.

    python bench/dates.py [--misses [KIND]]

A row is one invented sentence (``\\n`` stands for the end of a line) with what the page tells around it: the heading,
the date of the document whose words it is, a sentence before it. ``words`` are those that date, ``edtf`` and
``precision`` what a careful reader makes of them, ``against`` where the rest of the date was found: nowhere (the words
say it all), ``excerpt``, ``document`` or ``heading``. A row without ``words`` must yield no date at all.

The rows were written before the program was looked at; later only the precision of weeks was renamed, from day to week.
Of the first 386 it then had 249 right (0.645). The 103 at the end were written when those were mended, and 96 of them
were right at first sight (0.932), which is nearer to what to expect of a page that is new; in one the table was wrong.

A row is right when exactly one date meets the words, and EDTF, precision and what it was resolved against are as
expected. How the words are cut is not judged, but counted.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from testimonia.model import Dating, Document, DocumentType, Mode, Reason, Sourcebook, Span, Voice
from testimonia.testing import make_book, run_stage
from testimonia.times import TimeStage

ROWS = Path(__file__).with_name("dates.tsv")
CITATION = "Marlow, Jane. Salt. Hull: Quay, 1950."


@dataclass(frozen=True)
class Row:
    """One line of the table; ``number`` is its place in the file."""

    number: int
    kind: str
    heading: str
    document: str
    before: str
    text: str
    words: str
    edtf: str
    precision: str
    against: str


@dataclass(frozen=True)
class Found:
    """What the stage made of the words of a row."""

    words: str
    edtf: str
    precision: str
    against: str


def read_rows(path: Path = ROWS) -> list[Row]:
    """The rows of the table, with the ends of lines as they would stand on a page."""
    with path.open(encoding="utf-8", newline="") as lines:
        table = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            Row(n, **{key: value.replace("\\r", "\r").replace("\\n", "\n") for key, value in row.items()})
            for n, row in enumerate(table, 2)
        ]


def make_page(row: Row) -> tuple[Sourcebook, int]:
    """A page of one claim and one excerpt, and where the words of the row begin in it."""
    heading = row.heading or "THE MILL"
    words = f"{row.before} {row.text}" if row.before else row.text
    page = f"{heading}\n\n{words}\n\n{CITATION}\n"
    if row.document:
        page += f"\nThe letter is dated {row.document}\n"
    book = make_book(page, claims=[heading], excerpts=[(words, heading, CITATION)])
    excerpt = book.excerpts[0]
    document = None
    if row.document:
        dated = Span(len(page) - len(row.document) - 1, len(page) - 1)
        document = Document("d", DocumentType.LETTER, row.document, date_words=(dated,), excerpts=(excerpt.id,))
        book.add([document])
    mode = Mode.QUOTE if row.document else Mode.NARRATION
    book.add([Voice("v", excerpt.id, excerpt.span, "anon:writer", "", mode, document.id if document else None)])
    return book, excerpt.span.end - len(row.text)


def find_in(row: Row) -> list[Found]:
    """The dates found in the text of a row, those that touch its words where it has any."""
    book, begin = make_page(row)
    run_stage(TimeStage(), book)
    inside = [dating for dating in book.datings if dating.span.start >= begin]
    if row.words:
        place = book.text.index(row.words, begin)
        inside = [d for d in inside if d.span.start < place + len(row.words) and place < d.span.end]
    return [Found(d.text, d.edtf, d.precision, _against(book, d)) for d in inside]


def _against(book: Sourcebook, dating: Dating) -> str:
    """Where the words stand that the date was resolved against, by their place on the page."""
    places = [r.span for r in dating.reasons if isinstance(r, Reason) and r.span and not r.span.overlaps(dating.span)]
    if not places:
        return ""
    at = places[-1].start
    return "heading" if at < book.claims[0].span.end else "excerpt" if at < book.excerpts[0].span.end else "document"


def is_right(row: Row, found: list[Found]) -> bool:
    """Whether a careful reader would agree."""
    if not row.words:
        return not found
    return [(f.edtf, f.precision, f.against) for f in found] == [(row.edtf, row.precision, row.against)]


def main() -> None:
    """Print right and wrong by kind, and the misses where asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", nargs="?", const="", metavar="KIND", help="print what was read wrongly")
    arguments = parser.parse_args()
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    cut_otherwise = 0
    for row in read_rows():
        found = find_in(row)
        good = is_right(row, found)
        asked[row.kind] += 1
        right[row.kind] += good
        if good and row.words and _bare(found[0].words) != _bare(row.words):
            cut_otherwise += 1
        if not good and arguments.misses is not None and arguments.misses in ("", row.kind):
            shown = "; ".join(f"{f.words!r} {f.edtf} {f.precision} {f.against or '-'}" for f in found) or "nothing"
            wanted = f"{row.edtf} {row.precision} {row.against or '-'}" if row.words else "nothing"
            around = " | ".join(filter(None, (row.heading, row.document, row.before)))
            print(f"{row.number:4} {row.kind}: {row.text!r} ({around})\n     wanted {wanted}; found {shown}")
    for kind, count in asked.items():
        print(f"{kind:12} {right[kind]:4} of {count:4}")
    total = sum(asked.values())
    print(f"{'all':12} {sum(right.values()):4} of {total:4}  {sum(right.values()) / total:.3f}")
    print(f"right, but other words cut: {cut_otherwise}")


def _bare(words: str) -> str:
    """The words without the little ones before them, which belong to the date or not."""
    return re.sub(r"^(?:(?:on|in|at|the|of|from|by|a|an)\s)+", "", words.lower())


if __name__ == "__main__":
    main()
