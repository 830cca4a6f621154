"""Reads pages and prints how well the documents behind quoted words are known: type, date and author, and false ones.

    python bench/documents.py [--book corpus|sample|FOLDER ...] [--errors] [--check]

Counted are the stretches of quoted words in the gold. One that the gold takes from a document is matched with the voice
that shares most characters with it; one that is from no document counts as false where that voice has one. A date is
right if it is the gold's, or an interval that begins with it. An author is the right one if he is whom the system takes
for the person who is named at most of the gold's mentions of him; of bodies and groups the words of the id are
compared, articles aside.
"""

from __future__ import annotations

import argparse
import sys
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from judging import corpus_page, rows, shared_folder

LONGEST = 90  # characters of a stretch that are printed
LEAST = {
    "type": 0.9,
    "date": 0.85,
    "author": 0.85,
    "false": 0.15,
}  # what --check asks of the pages that are developed on


@dataclass(slots=True)
class Tally:
    """Counts of one page."""

    stretches: int = 0
    found: int = 0
    type: int = 0
    date: int = 0
    author: int = 0
    plain: int = 0
    false: int = 0
    errors: list[str] = field(default_factory=list)


def pages(books: Sequence[str]) -> list[tuple[str, Path, Path]]:
    """Name, page and gold of what is asked for."""
    from testimonia.sample import sample_gold, sample_page

    found = []
    corpus = corpus_page()
    for book in books or (["corpus", "sample"] if corpus is not None else ["sample"]):
        if book == "sample":
            found.append((book, sample_page(), sample_gold()))
        elif book == "corpus":
            if corpus is None:
                raise FileNotFoundError(f"There is no page in {shared_folder() / 'corpus'}.")
            found.append((book, corpus, shared_folder() / "gold" / "dev"))
        else:
            found.append((Path(book).name, next(iter(sorted(Path(book).glob("page.*")))), Path(book) / "gold"))
    return found


def same_people(book: Any, gold: Path) -> dict[str, str]:
    """Whom the system takes for each person of the gold: whom most of the gold's mentions of him are of."""
    starts = [mention.span.start for mention in book.mentions]
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows(gold / "mentions.jsonl"):
        place = bisect_right(starts, row["end"] - 1) - 1
        if place >= 0 and book.mentions[place].span.end > row["start"]:
            seen[row["person"]][book.mentions[place].person] += 1
    return {person: found.most_common(1)[0][0] for person, found in seen.items()}


def same_author(ours: str | None, theirs: str | None, people: dict[str, str], work_authors: dict[str, str]) -> bool:
    if ours is None or theirs is None:
        return ours is theirs
    if ours.partition(":")[0] in ("org", "group", "anon"):
        kind, _, words = theirs.partition(":")
        return kind in ("org", "group", "anon") and ours.partition(":")[2] == words.removeprefix("the-")
    return ours in (theirs, people.get(theirs)) or work_authors.get(ours) == theirs.partition("-")[0]


def judge(page: Path, gold: Path) -> Tally:
    """Hold a page's documents against the gold."""
    import testimonia

    book = testimonia.read(page)
    people = same_people(book, gold)
    authors = {
        f"author:{work.id}": str((work.csl.get("author") or [{}])[0].get("family", "")).lower() for work in book.works
    }
    tally = Tally()
    for row in rows(gold / "voices.jsonl"):
        if row["mode"] != "quote":
            continue
        theirs = row.get("document")
        shares: Counter[int] = Counter()
        for number, voice in enumerate(book.voices):
            shared = min(voice.span.end, row["end"]) - max(voice.span.start, row["start"])
            if shared > 0:
                shares[number] = shared
        voice = book.voices[shares.most_common(1)[0][0]] if shares else None
        ours = book.documents[voice.document] if voice is not None and voice.document is not None else None
        line = book.text.count("\n", 0, row["start"]) + 1
        words = " ".join(book.text[row["start"] : row["end"]].split())[:LONGEST]
        if theirs is None:
            tally.plain += 1
            if ours is not None and voice is not None and voice.mode == "quote":
                tally.false += 1
                tally.errors.append(f"line {line}: false {ours.type} of {ours.date} by {ours.author} | {words}")
            continue
        tally.stretches += 1
        tally.found += ours is not None
        kind = ours is not None and ours.type == theirs["type"]
        date = ours is not None and (ours.date or "").split("/")[0] == theirs.get("date", "")
        author = ours is not None and same_author(ours.author, theirs.get("author"), people, authors)
        tally.type, tally.date, tally.author = tally.type + kind, tally.date + date, tally.author + author
        if not (kind and date and author):
            taken = f"{ours.type} of {ours.date} by {ours.author}" if ours is not None else "none"
            asked = f"{theirs['type']} of {theirs.get('date')} by {theirs.get('author')}"
            tally.errors.append(f"line {line}: gold {asked}; system {taken} | {words}")
    return tally


def main(argv: Sequence[str] | None = None) -> int:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--book", action="append", default=[], help="corpus, sample, or a folder with a page and its gold")
    p.add_argument("--errors", action="store_true", help="print what went wrong")
    p.add_argument("--check", action="store_true", help="fail under what is asked")
    a = p.parse_args(argv)
    low = False
    print(f"{'':20}{'from documents':>16}{'found':>8}{'type':>8}{'date':>8}{'author':>8}{'from none':>12}{'false':>8}")
    for name, page, gold in pages(a.book):
        t = judge(page, gold)
        print(
            f"{name[:20]:20}{t.stretches:16}{t.found:8}{t.type:8}{t.date:8}{t.author:8}{t.plain:12}{t.false:8}",
            *(f"  {error}" for error in t.errors if a.errors),
            sep="\n" if a.errors else "",
        )
        n = max(1, t.stretches)
        low |= t.type / n < LEAST["type"] or t.date / n < LEAST["date"] or t.author / n < LEAST["author"]
        low |= t.false / max(1, t.plain) > LEAST["false"]
    return 1 if a.check and low else 0


if __name__ == "__main__":
    sys.exit(main())
