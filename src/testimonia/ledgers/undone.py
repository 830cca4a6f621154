"""What is said around a verb or noun that makes it no deed: only possible, denied, arranged, or one of two."""

from __future__ import annotations

import re
from collections.abc import Sequence

from testimonia.words.clauses import Party, Sentence, Word
from testimonia.words.grammar import BE

__all__ = ["is_alternative", "is_possible", "is_supposed", "is_undone", "is_used_to"]

_ALTERNATIVE = re.compile(r"\b(?:or|nor)\b")
_NEITHER = re.compile(r"\b(?:[Nn]either|nor|[Uu]nless)\s(?:[\w.]+\s(?:nor|or)\s)?(?:[\w.]+\s)?$")
_NOT = frozenset("not no never nobody nobody's neither nor least vain without".split())
_UNREAL = frozenset("unsent forged fictitious imaginary supposed alleged invented invents draft drafted".split())
_CAME_TO_NOTHING = frozenset(
    "refused impossible cancelled canceled postponed forgery forgeries invention fiction declined unsent fable myth "
    "lie legend arranged planned proposed question".split()
)
_BEHIND = 8  # words behind those who met, in which it is said that they did not
_SUPPOSING = frozenset("if unless whether lest".split())
_CLAUSE = 12  # words from "if" to the verb of its clause
_POSSIBLE = frozenset("would should could might may must if whether can cannot will shall".split())


def is_possible(word: Word) -> bool:
    """Whether a word makes what follows only possible; May is a month."""
    return word.low in _POSSIBLE and word.word != "May"


def is_supposed(sentence: Sentence, at: int) -> bool:
    """Whether the clause of the verb at ``at`` is only supposed: "if Ash had paid", "asked whether Reed had come"."""
    words = sentence.words
    for place in range(at - 1, max(-1, at - _CLAUSE), -1):
        if words[place].low in _SUPPOSING:
            return True
        if words[place].is_mark and words[place].word != ".":
            return False
    return False


def is_used_to(sentence: Sentence, at: int) -> bool:
    """Whether "used to" stands before a verb: what was done again and again."""
    return at > 1 and sentence.words[at - 1].low == "to" and sentence.words[at - 2].low == "used"


def is_undone(sentence: Sentence, noun: int, end: int) -> bool:
    """Whether the words around a noun deny what it names: "never took place", "was refused", "unsent", "forged".

    ``end`` is the offset behind the last of those whose it is.
    """
    words = sentence.words
    if any(word.low in _UNREAL or word.low in _NOT for word in words[max(0, noun - 4) : noun]):
        return True
    found = sentence.word_from(end)
    last = len(words) if found is None else found
    for place in range(max(noun + 1, last), min(last + _BEHIND, len(words))):
        word = words[place]
        if word.low in (";", ":", "who", "which", "that", "and", "but") or word.named is not None:
            return False
        if word.low in _NOT or word.low.endswith(("n't", "n’t")):
            return True
        if word.low in _CAME_TO_NOTHING and any(w.low in BE for w in words[max(0, place - 4) : place]):
            return True
    return False


def is_alternative(sentence: Sentence, parties: Sequence[Party]) -> bool:
    """Whether it is one of them and not said which, or neither: "Ash or Reed paid", "neither Ash nor Reed paid"."""
    if not parties:
        return False
    text, first = sentence.text, parties[0]
    if len(parties) > 1 and _ALTERNATIVE.search(text, first.end, max(first.end, parties[-1].start)):
        return True
    return _NEITHER.search(text, max(sentence.start, first.start - 60), max(sentence.start, first.start)) is not None
