"""What the words before a verb make of it: a passive, its denial, or a wrong done."""

from __future__ import annotations

from testimonia.words.grammar import ADVERBIAL, BE

from .utterances import Reading

__all__ = ["NEGATIONS", "NO_TIME", "WRONGLY", "is_negated", "is_passive"]

NEGATIONS = frozenset(
    """not never no none nobody neither nor cannot without hardly didn't wasn't weren't don't doesn't couldn't isn't
    aren't won't wouldn't hadn't hasn't haven't nothing nowhere""".split()
)
NO_TIME = frozenset("time means way account circumstances".split())  # "at no time", "by no means"
WRONGLY = frozenset("falsely wrongly unjustly mistakenly".split())  # "wrongly accused" accuses nobody


def is_passive(reading: Reading, place: int, first: int) -> bool:
    """Whether a form of "to be" or "to get" makes the participle at a place a passive."""
    for at in range(place - 1, max(first, place - 5) - 1, -1):
        low = reading.words[at].low
        if low in BE or low in ("got", "get", "having"):
            return low != "having"
        if not (
            low in ADVERBIAL or low.endswith(("ly", "ed")) or low in NEGATIONS or low in ("and", "or", "of", "course")
        ):
            return False
        if low.endswith("ed") and reading.text[reading.words[at].end : reading.words[at + 1].start].strip() == ",":
            return False  # "who, on being asked, granted"
    return False


def is_negated(reading: Reading, place: int, first: int) -> bool:
    """Whether a "not" or its like stands right before the verb at a place."""
    for at in range(place - 1, max(first, place - 5) - 1, -1):
        low = reading.words[at].low
        if low in NEGATIONS:
            return True
        if low in NO_TIME and at > 0 and reading.words[at - 1].low == "no":
            return True
        if not (low in ADVERBIAL or low.endswith("ly") or low in BE or low in ("any", "ever", "even", "been")):
            return False
    return False
