"""Copy excerpts into another work with one thing altered: is each change found, and no clean copy suspected?

    python bench/planted.py                 on the sample page and, where it is at hand, the shared page
    python bench/planted.py --page sample --clean 400 --misses

Every pair is an excerpt and its copy on one invented page, each under a citation of its own. A planted copy has one
number, date, negation or name altered; it is found if a disagreement joins the two excerpts whose words touch the
altered ones on both sides, and its kind is the right one. A clean copy is unaltered or changed harmlessly: a sentence
left out for an ellipsis, other quotation marks and dashes, broken lines, British spelling, a name in another
romanisation. There every disagreement is a false alarm, but one that gives romanisation as its cause.

The excerpts are those of the pages' gold, so that nothing rests on how the program reads the pages. Misses are named
by the place on the page they were copied from; no words are kept.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from judging import corpus_page, rows, shared_folder
from testimonia.model import Cause, Discrepancy, Source, Sourcebook
from testimonia.pipeline import default_stages, run
from testimonia.sample import sample_gold, sample_page

SHORTEST, LONGEST = 160, 1800  # characters of an excerpt that is copied
PAIRS = 100  # on one page
_TRIES = 60  # excerpts that are looked at for a place where a change of one kind can be made
ONE = "Marlow, Adela. Salt and Ashes. Leeds: Northgate Press, 1931, p. {}"
OTHER = "Quistgaard, Henrik. The Long Quay. Boston: Harbour House, 1948, p. {}"
NAMES = "Abernathy Brandreth Castellane Dunwoody Everingham Fotheringay Godolphin Haverstock Inchbald Jessamine".split()
MONTHS = "January February March April May June July August September October November December".split()
COUNTED = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty thirty forty".split()
)
_MONTH = "|".join(MONTHS)
RIGHT = {
    "number": {"number", "amount", "date"},
    "date": {"date"},
    "negation": {"opposite"},
    "name": {"name", "place"},
}


@dataclass(frozen=True)
class Copy:
    """A copy: its words, where the altered ones stand in it and where those stood that they replace."""

    text: str
    before: tuple[int, int] = (0, 0)
    after: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class Taken:
    """An excerpt of a page: where it stands, its words, and who is named in it (offsets in the words)."""

    page: str
    start: int
    text: str
    names: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Pair:
    """An excerpt and its copy; ``what`` is the kind of change."""

    taken: Taken
    what: str
    copy: Copy
    clean: bool


def excerpts_of(page: str) -> list[Taken]:
    """What can be copied from a page: the excerpts of its gold, with the names of its gold."""
    if page == "sample":
        path, gold = sample_page(), sample_gold()
    else:
        found = corpus_page()
        if found is None:
            return []
        path, gold = found, shared_folder() / "gold" / "dev"
    text = path.read_bytes().decode("utf-8")
    names: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in rows(gold / "mentions.jsonl"):
        names[row["excerpt"]].append((row["start"], row["end"]))
    taken = []
    for row in rows(gold / "excerpts.jsonl"):
        words = text[row["start"] : row["end"]]
        if SHORTEST <= len(words) <= LONGEST and "\n\n" not in words:
            own = tuple((a - row["start"], b - row["start"]) for a, b in names.get(row["id"], ()))
            taken.append(Taken(page, row["start"], words, own))
    return taken


def swap(text: str, start: int, end: int, words: str) -> Copy:
    """The text with other words at a place."""
    return Copy(text[:start] + words + text[end:], (start, end), (start, start + len(words)))


def with_other_number(taken: Taken, dice: random.Random) -> Copy | None:
    """One counted number made another."""
    found = [
        m
        for m in re.finditer(rf"\b(?:\d{{1,3}}|{'|'.join(COUNTED)})\b(?= [a-z]{{3,}})", taken.text)
        if not re.search(rf"(?:{_MONTH}|No\.|p\.|\d)\W*$", taken.text[: m.start()][-14:])
        and not re.match(rf" (?:of )?(?:{_MONTH})|[-–]", taken.text[m.end() :])
    ]
    if not found:
        return None
    place = dice.choice(found)
    if place.group().isdecimal():
        other = str(int(place.group()) + dice.choice((2, 3, 5, 11)))
    else:
        other = dice.choice([word for word in COUNTED if word != place.group()])
    return swap(taken.text, *place.span(), other)


def with_other_date(taken: Taken, dice: random.Random) -> Copy | None:
    """A day, a month or a year made another."""
    found = list(re.finditer(rf"\b(?:{_MONTH})\b|(?<![\d,.])1[6-9]\d\d\b(?![,\d])", taken.text))
    if not found:
        return None
    place = dice.choice(found)
    word = place.group()
    other = (
        str(int(word) + dice.choice((-2, -1, 1, 3)))
        if word.isdecimal()
        else dice.choice([m for m in MONTHS if m != word])
    )
    if word == "May" and not re.search(r"\d", taken.text[max(0, place.start() - 4) : place.end() + 4]):
        return None
    return swap(taken.text, *place.span(), other)


def with_negation(taken: Taken, dice: random.Random) -> Copy | None:
    """A "not" put behind an auxiliary, or taken away."""
    without = [
        (m.start(1), m.end(1), "")
        for m in re.finditer(r"\b(?:was|were|had|is|are|did|could|would)( not)\b", taken.text)
    ]
    put = [
        (m.end(), m.end(), " not")
        for m in re.finditer(
            r"\b(?:was|were|had|is|are|could|would)\b(?= (?:been |be )?[a-z]+(?:ed|en|ing)\b)", taken.text
        )
    ]
    if not without and not put:
        return None
    start, end, words = dice.choice(without + put)
    return swap(taken.text, start, end, words)


def with_other_name(taken: Taken, dice: random.Random) -> Copy | None:
    """The family name of somebody who is named made somebody else's."""
    found = [(a, b) for a, b in taken.names if re.fullmatch(r"[A-Z][a-z]{3,}", taken.text[a:b])]
    if not found:
        return None
    start, end = dice.choice(found)
    return swap(taken.text, start, end, dice.choice(NAMES))


def unchanged(taken: Taken, dice: random.Random) -> Copy | None:
    """A plain copy."""
    return Copy(taken.text)


def with_ellipsis(taken: Taken, dice: random.Random) -> Copy | None:
    """A sentence left out, and marked so."""
    ends = [m.end() for m in re.finditer(r"[a-z]{3}[.!?] (?=[A-Z])", taken.text)]
    if len(ends) < 3:
        return None
    at = dice.randrange(len(ends) - 2)
    return Copy(taken.text[: ends[at]].rstrip() + ".. " + taken.text[ends[at + 1] :])


def with_other_marks(taken: Taken, dice: random.Random) -> Copy | None:
    """Curly marks for straight ones, long dashes for two short, a comma dropped before "and"."""
    text = re.sub(r'(^|[\s(\[-])"', r"\1“", taken.text).replace('"', "”").replace("'", "’").replace("--", "—")
    return Copy(text.replace(", and ", " and "))


def with_broken_lines(taken: Taken, dice: random.Random) -> Copy | None:
    """The excerpt in two paragraphs."""
    ends = [m.end() for m in re.finditer(r"[a-z]{3}[.!?] (?=[A-Z][a-z])", taken.text)]
    if not ends:
        return None
    at = dice.choice(ends)
    return Copy(taken.text[:at].rstrip() + "\n" + taken.text[at:])


def with_british_spelling(taken: Taken, dice: random.Random) -> Copy | None:
    """Another spelling of common words."""
    pairs = (("or", "our", r"\b(?:lab|hon|col|fav|behavi|harb)or"), ("iz", "is", r"\b(?:organ|real|recogn|author)iz"))
    text = taken.text
    for old, new, words in pairs:
        text = re.sub(words, lambda m, old=old, new=new: m.group()[: -len(old)] + new, text)
    return Copy(text) if text != taken.text else None


def with_romanised_name(taken: Taken, dice: random.Random) -> Copy | None:
    """A name as another table romanises it."""
    text = taken.text
    for start, end in sorted(taken.names, reverse=True):
        other = text[start:end]
        for old, new in (("sky", "skii"), ("Ye", "E"), ("ov", "off"), ("yev", "ev"), ("ikh", "ich")):
            if re.search(rf"{old}\b" if old[0].islower() else rf"\b{old}", other):
                other = other.replace(old, new)
                break
        text = text[:start] + other + text[end:]
    return Copy(text) if text != taken.text else None


PLANTS: dict[str, Callable[[Taken, random.Random], Copy | None]] = {
    "number": with_other_number,
    "date": with_other_date,
    "negation": with_negation,
    "name": with_other_name,
}
HARMLESS: dict[str, Callable[[Taken, random.Random], Copy | None]] = {
    "unchanged": unchanged,
    "ellipsis": with_ellipsis,
    "marks": with_other_marks,
    "lines": with_broken_lines,
    "spelling": with_british_spelling,
    "romanisation": with_romanised_name,
}


def pairs_of(taken: list[Taken], planted: int, clean: int, dice: random.Random) -> Iterator[Pair]:
    """So many planted and clean pairs, the kinds in turn, no kind of change twice at one place."""
    for makers, wanted, is_clean in ((PLANTS, planted, False), (HARMLESS, clean, True)):
        made: set[tuple[int, str]] = set()
        kinds = list(makers)
        for count in range(wanted):
            for what in (kinds[count % len(kinds)], *kinds):
                copy, one = None, taken[0]
                for _ in range(_TRIES):
                    one = dice.choice(taken)
                    copy = makers[what](one, dice)
                    if copy is not None and (one.start, copy.text) not in made:
                        break
                    copy = None
                if copy is not None:
                    made.add((one.start, copy.text))
                    yield Pair(one, what, copy, is_clean)
                    break


def pages_of(pairs: list[Pair]) -> list[list[Pair]]:
    """The pairs in pages on which no excerpt stands in two of them: words that stand everywhere prove no copy."""
    pages: list[list[Pair]] = []
    for pair in pairs:
        for page in pages:
            if len(page) < PAIRS and all(other.taken.start != pair.taken.start for other in page):
                page.append(pair)
                break
        else:
            pages.append([pair])
    return pages


def page_of(pairs: list[Pair]) -> tuple[str, list[tuple[int, int]]]:
    """A page of the pairs, and where each excerpt and its copy begin."""
    parts = ["A Book of Pairs\n\nA sourcebook of excerpts and their copies\n\n"]
    at, places = len(parts[0]), []

    def put(words: str) -> int:
        nonlocal at
        start = at
        parts.append(words)
        at += len(words)
        return start

    for number, pair in enumerate(pairs):
        put(f"THE EXCERPT OF NUMBER {number + 1} IS TOLD IN TWO BOOKS\n\n")
        first = put(pair.taken.text)
        put("\n" + ONE.format(number + 1) + "\n\n")
        second = put(pair.copy.text)
        put("\n" + OTHER.format(number + 1) + "\n\n")
        places.append((first, second))
    return "".join(parts), places


def read(text: str) -> Sourcebook:
    """The page with all stages up to the disagreements."""
    raw = text.encode("utf-8")
    source = Source("pairs.txt", raw, text, "utf-8", "text/plain", hashlib.sha256(raw).hexdigest())
    stages = []
    for stage in default_stages():
        stages.append(stage)
        if stage.name == "disagreements":
            break
    return run(Sourcebook(source), stages)


def touches(start: int, end: int, low: int, high: int) -> bool:
    """Whether two stretches touch, a word's breadth allowed for where one is empty."""
    return start <= high + 8 and low <= end + 8


def judge(pair: Pair, places: tuple[int, int], found: list[Discrepancy]) -> str:
    """``found``, ``wrong kind`` or ``missed`` for a plant; ``clean`` or ``false alarm`` for a clean pair."""
    first, second = places
    own = [d for d in found if first <= d.a_span.start < first + len(pair.taken.text)]
    own = [d for d in own if second <= d.b_span.start < second + len(pair.copy.text)]
    if pair.clean:
        return "false alarm" if any(d.cause is not Cause.ROMANISATION for d in own) else "clean"
    hits = [
        d
        for d in own
        if touches(d.a_span.start - first, d.a_span.end - first, *pair.copy.before)
        and touches(d.b_span.start - second, d.b_span.end - second, *pair.copy.after)
    ]
    if not hits:
        return "missed"
    return "found" if any(d.kind.value in RIGHT[pair.what] for d in hits) else "wrong kind"


def measure(page: str, planted: int, clean: int, seed: int, *, misses: bool) -> dict[str, Counter[str]]:
    """Plant, read and judge; the counts by kind of change."""
    dice = random.Random(seed)
    taken = excerpts_of(page)
    if not taken:
        return {}
    pairs = list(pairs_of(taken, planted, clean, dice))
    dice.shuffle(pairs)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for batch in pages_of(pairs):
        text, places = page_of(batch)
        found = list(read(text).discrepancies)
        for pair, place in zip(batch, places, strict=True):
            verdict = judge(pair, place, found)
            counts[pair.what][verdict] += 1
            if misses and verdict not in ("found", "clean"):
                low, high = pair.copy.before
                print(
                    json.dumps(
                        {
                            "page": page,
                            "what": pair.what,
                            "verdict": verdict,
                            "start": pair.taken.start + low,
                            "end": pair.taken.start + high,
                        }
                    )
                )
                if misses > 1:
                    for d in found:
                        if place[0] <= d.a_span.start < place[0] + len(pair.taken.text) and place[
                            1
                        ] <= d.b_span.start < place[1] + len(pair.copy.text):
                            print("      ", d.kind.value, repr(d.a_says), repr(d.b_says), d.cause, d.reasons[0].rule)
    return counts


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--page", choices=("sample", "shared", "both"), default="both")
    parser.add_argument("--planted", type=int, default=200, help="planted changes from each page")
    parser.add_argument("--clean", type=int, default=700, help="clean pairs from each page")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument(
        "--misses", action="count", default=0, help="name what went wrong, by its place; twice: what was said instead"
    )
    options = parser.parse_args()
    total: Counter[str] = Counter()
    for page in ("sample", "shared") if options.page == "both" else (options.page,):
        began = time.perf_counter()
        counts = measure(page, options.planted, options.clean, options.seed, misses=options.misses)
        if not counts:
            print(f"{page}: not at hand")
            continue
        print(f"{page}, seed {options.seed}, {time.perf_counter() - began:.0f} s")
        for what in (*PLANTS, *HARMLESS):
            if what in counts:
                total += counts[what]
                print(f"  {what:13s} {dict(sorted(counts[what].items()))}")
    plants = total["found"] + total["wrong kind"] + total["missed"]
    print(f"planted: {total['found']} of {plants} found with the right kind", end="")
    print(f" ({total['wrong kind']} with another, {total['missed']} missed); ", end="")
    print(f"clean: {total['false alarm']} false alarms in {total['clean'] + total['false alarm']} pairs")


if __name__ == "__main__":
    main()
