"""How time and memory of finding dependent excerpts grow with the page, on invented excerpts with planted reuse.

    python bench/dependence.py --growth [1000 3000 ...] [--kept FILE]

The excerpts are invented: words of an invented language that are as unevenly common as those of a real one (Zipf), a
tenth of them peculiar to the subject of the claim they stand under; their lengths are as uneven as those of a page. One
in ten hands something on of another: the whole, a sentence with a word in ten changed, one with an ellipsis, or one
retold, which keeps most of its rare words, few of its common ones, and not their order. Each size runs in a process of
its own, which says how long the stage took, how much memory the process came to hold above what the book itself needs,
how many of the planted pairs the stage tells, and how much of what it tells is a pair without a common source.
"""

from __future__ import annotations

import json
import random
import resource
import subprocess
import sys
import time
from bisect import bisect
from collections import Counter, defaultdict
from itertools import accumulate
from pathlib import Path
from typing import Any

from testimonia.dependence import DependenceStage
from testimonia.model import Citation, Claim, Excerpt, Source, Sourcebook, Span, Work

__all__ = ["LADDER", "invented_book", "show_growth"]

LADDER = [1_000, 3_000, 10_000, 30_000, 100_000]
SYLLABLES = [consonant + vowel for consonant in "bdfklmnprst" for vowel in "aeiou"]
VOCABULARY = 60_000
COMMONEST = 500  # words that no retelling needs to keep
PLANTED = 0.1
A_CLAIM = 4  # excerpts under a claim, on the average
KINDS = ("whole", "quoted", "elided", "retold")
KIN = "kin"  # of one source, perhaps of different parts of it


class Language:
    """An invented language: the n-th word is n times rarer than the first."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        words: set[str] = set()
        while len(words) < VOCABULARY:
            words.add("".join(self.random.choices(SYLLABLES, k=self.random.choice((1, 2, 3, 3, 4)))))
        self.words = sorted(words, key=lambda word: (len(word), word))
        self.rare = self.words[COMMONEST:]
        self.rank = {word: rank for rank, word in enumerate(self.words)}
        self.sums = list(accumulate(1 / (rank + 2.7) for rank in range(VOCABULARY)))

    def word(self) -> str:
        """A word, the common ones oftener."""
        return self.words[bisect(self.sums, self.random.random() * self.sums[-1])]

    def text(self, length: int, subject: list[str]) -> list[str]:
        """So many words on a subject."""
        draw = self.random.random
        return [self.random.choice(subject) if draw() < 0.1 else self.word() for _ in range(length)]


def invented_book(size: int, seed: int = 1936) -> tuple[Sourcebook, dict[tuple[int, int], str]]:
    """A book of so many excerpts, and which of them share an origin, by their numbers."""
    language = Language(seed)
    draw = language.random
    texts: list[list[str]] = []
    subjects: list[int] = []
    made_from: dict[int, tuple[int, str]] = {}
    subject: list[str] = []
    number = 0
    for place in range(size):
        if place % A_CLAIM == 0:
            subject = [language.random.choice(language.rare) for _ in range(25)]
            number += 1
        own = language.text(min(400, max(15, int(draw.lognormvariate(4.0, 0.7)))), subject)
        if place and draw.random() < PLANTED:
            other = draw.randrange(max(0, place - 2000), place)
            kind = KINDS[place % len(KINDS)]
            own = _handed_on(language, texts[other], own, kind)
            made_from[place] = (other, kind)
        texts.append(own)
        subjects.append(number)
    return _book(texts, subjects, draw), _planted(made_from)


def _handed_on(language: Language, words: list[str], own: list[str], kind: str) -> list[str]:
    """What an excerpt has of another, within words of its own."""
    draw = language.random
    if kind == "whole":
        return list(words)
    start = draw.randrange(max(1, len(words) - 25))
    piece = words[start : start + 25]
    if kind == "quoted":
        piece = [language.word() if draw.random() < 0.1 else word for word in piece]
    elif kind == "elided":
        piece = [*piece[:10], "…", *piece[16:]]
    else:
        kept = [word for word in piece if draw.random() < (0.8 if language.rank.get(word, 0) >= COMMONEST else 0.3)]
        piece = [either for word in kept for either in ((word,) if draw.random() < 0.6 else (word, language.word()))]
        cut = len(piece) // 2
        piece = [*piece[cut:], *piece[:cut]]
    at = draw.randrange(len(own))
    return [*own[:at], *piece, *own[at:]]


def _planted(made_from: dict[int, tuple[int, str]]) -> dict[tuple[int, int], str]:
    """The planted pairs by kind, and those that have a source in common without being planted themselves."""
    planted = {(other, place): kind for place, (other, kind) in made_from.items()}
    families: dict[int, list[int]] = defaultdict(list)
    for place in made_from:
        first = place
        while first in made_from:
            first = made_from[first][0]
        families[first].append(place)
    for first, places in families.items():
        for n, a in enumerate([first, *places]):
            for b in places[n:]:
                planted.setdefault((min(a, b), max(a, b)), KIN)
    return planted


def _book(texts: list[list[str]], subjects: list[int], draw: random.Random) -> Sourcebook:
    """The excerpts as a page, each with a citation of one of some works."""
    works = max(20, len(texts) // 20)
    pieces: list[str] = []
    records: list[Any] = [Work(f"w{n}", {"author": [{"family": f"Author{n}"}]}, 1) for n in range(works)]
    claims: set[int] = set()
    offset = 0
    for n, (words, subject) in enumerate(zip(texts, subjects, strict=True)):
        if subject not in claims:
            claims.add(subject)
            heading = f"CLAIM {subject}"
            records.append(Claim(f"c{subject}", Span(offset, offset + len(heading)), heading))
            pieces.append(heading)
            offset += len(heading) + 1
        text = " ".join(words)
        records.append(Excerpt(f"x{n}", Span(offset, offset + len(text)), text, f"c{subject}", f"q{n}"))
        pieces.append(text)
        offset += len(text) + 1
        cited = f"Author{n}"
        records.append(Citation(f"q{n}", Span(offset, offset + len(cited)), cited, work=f"w{draw.randrange(works)}"))
        pieces.append(cited)
        offset += len(cited) + 1
    whole = "\n".join(pieces)
    book = Sourcebook(Source("invented.txt", b"", whole, "utf-8", "text/plain", ""))
    book.add(records)
    return book


def measure(size: int) -> dict[str, Any]:
    """One rung of the ladder, in this process."""
    book, planted = invented_book(size)
    numbers = {excerpt.id: n for n, excerpt in enumerate(book.excerpts)}
    before = _memory()
    clock = time.process_time()
    told = list(DependenceStage()(book))
    seconds = time.process_time() - clock
    found = {(numbers[one.a], numbers[one.b]) for one in told}
    kinds = Counter(planted.values())
    right = Counter(planted[pair] for pair in found if pair in planted)
    return {
        "excerpts": size,
        "words": sum(len(excerpt.text.split()) for excerpt in book.excerpts),
        "seconds": round(seconds, 2),
        "megabytes": round(_memory() - before),
        "told": len(found),
        "precision": round(sum(right.values()) / max(1, len(found)), 4),
        "recall": {kind: round(right[kind] / kinds[kind], 4) for kind in KINDS if kinds[kind]},
    }


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # kibibytes on Linux


def show_growth(ladder: list[int], kept: Path | None) -> None:
    """Print the curve: each size in a process of its own."""
    rungs: list[dict[str, Any]] = []
    heads = f"{'excerpts':>9} {'words':>11} {'seconds':>8} {'MB':>7} {'ms each':>8} {'KB each':>8}"
    print(f"{heads}  precision; recall by kind")
    for size in ladder:
        done = subprocess.run([sys.executable, __file__, str(size)], capture_output=True, text=True, check=True)
        rung = json.loads(done.stdout)
        rungs.append(rung)
        each = 1000 * rung["seconds"] / size
        recall = ", ".join(f"{kind} {share:.3f}" for kind, share in rung["recall"].items())
        print(
            f"{size:9,} {rung['words']:11,} {rung['seconds']:8.2f} {rung['megabytes']:7,} {each:8.2f} "
            f"{1024 * rung['megabytes'] / size:8.1f}  {rung['precision']:.3f}; {recall}",
            flush=True,
        )
    if kept:
        kept.write_text(json.dumps(rungs, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]))))
