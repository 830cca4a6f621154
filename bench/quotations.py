"""Set excerpts beside a book made of them, with one thing altered: is each change told, at its place and by its name?

    python bench/quotations.py                 on the sample page and, where it is at hand, the shared page
    python bench/quotations.py --page sample --seed 3 --misses

The book holds the excerpts of a page's gold in another order, set as books are: lines of some sixty letters with words
parted at their ends, a number and a head between pages in the midst of sentences, numbers of notes behind words. The
page quotes them with one number, date, negation or name altered (`planted.py` makes the changes), with a stretch cut
and no dots, or without any change of words: other marks, broken lines, a sentence cut with dots, another spelling.
A plant is told if a departure without a sign touches its place; a quotation without one must be called verbatim, cut
or spelt otherwise. Excerpts of the other page, which the book has not, must not be found in it.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Sequence

from planted import HARMLESS, PLANTS, Copy, Taken, excerpts_of, touches
from testimonia.fidelity import compare
from testimonia.model import Excerpt, Source, Sourcebook, Span
from testimonia.model.fidelity import DepartureKind, Fidelity, Quotation

UNMARKED = {DepartureKind.CHANGED, DepartureKind.LEFT_OUT, DepartureKind.PUT_IN}
WEIGHT = {"number": {"number", "date"}, "date": {"date", "number"}, "negation": {"negation"}, "name": {"name"}}
ELSEWHERE = "of another book"
WIDTH, LINES = 62, 34  # of a page of the book


def source(name: str, text: str) -> Source:
    """A text as a file."""
    raw = text.encode("utf-8")
    return Source(name, raw, text, "utf-8", "text/plain", hashlib.sha256(raw).hexdigest())


def set_as_book(paragraphs: Sequence[str], dice: random.Random) -> str:
    """The paragraphs in lines and pages, long words parted at the ends of lines, numbers of notes put in."""
    lines: list[str] = []
    for paragraph in paragraphs:
        words = paragraph.split()
        line = "    "
        for word in words:
            if dice.random() < 0.004 and word[-1:].isalpha():
                word += str(dice.randint(1, 90))
            if len(line) + len(word) > WIDTH:
                if len(word) > 8 and word.isalpha() and dice.random() < 0.5:
                    lines.append(f"{line}{word[:4]}-")
                    line = f"{word[4:]} "
                    continue
                lines.append(line.rstrip())
                line = ""
            line += word + " "
        lines.append(line.rstrip())
    pages: list[str] = []
    for number, at in enumerate(range(0, len(lines), LINES), 41):
        head = "THE LONG ACCOUNT" if number % 2 else "A Year Remembered"
        pages.append("\n".join([f"{number}", "", head, "", *lines[at : at + LINES], ""]))
    return "\n".join(pages)


def without_a_stretch(taken: Taken, dice: random.Random) -> Copy | None:
    """Some words in the middle left out without a sign."""
    words = [m.span() for m in re.finditer(r"\S+", taken.text)]
    if len(words) < 40:
        return None
    first = dice.randrange(12, len(words) - 20)
    start, end = words[first][0], words[first + dice.randint(2, 6)][1]
    return Copy(taken.text[:start].rstrip() + taken.text[end:], (start, end), (start, start))


def judge(what: str, copy: Copy, excerpt: Excerpt, found: Quotation | None) -> str:
    """What is said of one quotation."""
    if what == ELSEWHERE:
        return "not there" if found is None else "false alarm"
    if found is None:
        return "not found"
    unmarked = [d for d in found.departures if d.kind in UNMARKED]
    if what in PLANTS or what == "left out":
        start = excerpt.span.start
        hits = [d for d in unmarked if touches(d.quoted.start - start, d.quoted.end - start, *copy.after)]
        if not hits:
            return "missed"
        named = what == "left out" or any(WEIGHT[what] & {w.value for w in d.weights} for d in hits)
        return "told" if named and len(unmarked) == len(hits) else "told, beside others" if named else "told unnamed"
    if what == "romanisation":  # another spelling of a name is another word
        return "clean" if all("name" in d.weights for d in unmarked) else "false alarm"
    return "false alarm" if unmarked else "clean"


def measure(page: str, count: int, seed: int, *, misses: bool) -> dict[str, Counter[str]]:
    """Make book and page, compare, judge."""
    dice = random.Random(seed)
    taken = excerpts_of(page)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    if not taken:
        return counts
    paragraphs = [t.text for t in taken]
    dice.shuffle(paragraphs)
    book = source("book.txt", set_as_book(paragraphs, dice))
    made: list[tuple[str, Copy, int]] = []
    for what, make in {**PLANTS, "left out": without_a_stretch, **HARMLESS}.items():
        for _ in range(count):
            for _ in range(60):
                one = dice.choice(taken)
                copy = make(one, dice)
                if copy is not None:
                    made.append((what, copy, one.start))
                    break
    others = excerpts_of("shared" if page == "sample" else "sample")
    made += [(ELSEWHERE, Copy(other.text), other.start) for other in dice.sample(others, min(count, len(others)))]
    excerpts, found = compared([copy.text for _, copy, _ in made], book)
    for (what, copy, start), excerpt in zip(made, excerpts, strict=True):
        verdict = judge(what, copy, excerpt, found.get(excerpt.id))
        counts[what][verdict] += 1
        if misses and verdict not in ("told", "clean", "not there"):
            print(f"  {what}: {verdict} at {start}")
    return counts


def compared(quotations: Sequence[str], book: Source) -> tuple[list[Excerpt], dict[str, Quotation]]:
    """A page of these quotations, and what is said of those that stand in the book."""
    excerpts: list[Excerpt] = []
    at = 0
    for number, words in enumerate(quotations):
        excerpts.append(Excerpt(f"x{number}", Span(at, at + len(words)), words, None, None))
        at += len(words) + 2
    page = Sourcebook(source("page.txt", "\n\n".join(quotations)))
    page.add(excerpts)
    return excerpts, {q.excerpt: q for q in compare(page, book) if q.fidelity is not Fidelity.NOT_FOUND}


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--page", choices=("sample", "shared", "both"), default="both")
    parser.add_argument("--count", type=int, default=50, help="quotations of each kind")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--misses", action="store_true", help="name what went wrong, by its place")
    options = parser.parse_args()
    for page in ("sample", "shared") if options.page == "both" else (options.page,):
        began = time.process_time()
        counts = measure(page, options.count, options.seed, misses=options.misses)
        if not counts:
            print(f"{page}: not at hand")
            continue
        print(f"{page}, seed {options.seed}, {time.process_time() - began:.0f} s")
        for what, said in counts.items():
            print(f"  {what:16s} {', '.join(f'{word} {n}' for word, n in sorted(said.items()))}")


if __name__ == "__main__":
    main()
