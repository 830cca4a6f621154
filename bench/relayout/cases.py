"""Headings in capitals, sentence case and title case, without losing the capitals of names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

__all__ = ["capitals", "sentence_case", "title_case", "word_forms"]

WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.\-](?=[^\W\d_]))*")
SMALL = frozenset(
    "a an and as at but by for from in into nor of off on or out over per than that the to up via was were with".split()
)


def word_forms(paragraphs: Iterable[str]) -> dict[str, str]:
    """For each word, folded, the form that it has most often within sentences."""
    counts: dict[str, Counter[str]] = {}
    for paragraph in paragraphs:
        for found in WORD.finditer(paragraph):
            before = paragraph[: found.start()].rstrip("\"“‘'(")
            if before.endswith(" ") and before.rstrip()[-1:] not in ".!?:;":
                counts.setdefault(found.group().casefold(), Counter())[found.group()] += 1
    return {word: min(forms, key=lambda f: (-forms[f], f)) for word, forms in counts.items()}


def sentence_case(heading: str, forms: dict[str, str]) -> str:
    """A heading in capitals as a sentence; one that is not in capitals stays as it is."""
    if heading != heading.upper():
        return heading
    cased = WORD.sub(lambda m: forms.get(m.group().casefold(), m.group().lower()), heading)
    return capitalise(cased)


def title_case(heading: str) -> str:
    """A heading as English titles are set."""

    def cased(m: re.Match[str]) -> str:
        word = m.group()
        if word != word.lower() or (word in SMALL and m.start() and m.end() < len(heading)):
            return word
        return capitalise(word)

    return capitalise(WORD.sub(cased, heading))


def capitals(heading: str) -> str:
    """A heading in capitals."""
    return heading.upper()


def capitalise(words: str) -> str:
    for i, c in enumerate(words):
        if c.isalpha():
            return words[:i] + c.upper() + words[i + 1 :]
    return words
