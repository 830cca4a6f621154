"""Where a claim lets somebody see or do a thing himself, and the evidence has it that he was not there, or had help.

"SHE SAW THE FIRE WITH HER OWN EYES" is answered by "she was not in town" and by "I had it from the porter"; "HE TAUGHT
HIMSELF" by "he was taught"; "HE ALWAYS SAID SO" by "he had two stories".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from testimonia.model import Span

from .denied import clause_around
from .exhibits import Exhibit, Point
from .lines import Line
from .sides import is_of_another_subject

__all__ = ["not_there", "of_two_minds", "taught"]

_SAW = re.compile(
    r"\b(?:saw|sees|seen|witness(?:ed|es)?|watched|eye-?witness(?:es)?|own\s+eyes|was\s+present|were\s+present|was\s+there|"
    r"heard)\b",
    re.IGNORECASE,
)
_NOT_THERE = re.compile(
    r"\b(?:(?:was|were|am|is)\s+(?:not|never)|wasn[’']t|weren[’']t|never|not)\s+(?:been\s+)?(?:there|present|in\s+the\s+town|"
    r"an?\s+eye-?witness)\b"
    r"|\b(?:\w+\s+)?(?:days?|weeks?|months?|years?|hours?)\s+too\s+late\b"
    r"|\b(?:I|she|he|we|they)\s+(?:had|have|got)\s+(?:it|this|that|the\s+(?:story|tale|whole\s+of\s+it))\s+(?:only\s+)?"
    r"(?:from|of|at\s+second\s+hand)\b"
    r"|\bI\s+had\s+from\b"
    r"|\b(?:at\s+second|at\s+third)[\s-]+hand\b"
    r"|\b(?:saw|seen)\s+(?:nothing|none)\s+of\s+(?:it|this|that|the)\b",
    re.IGNORECASE,
)
_HIMSELF = re.compile(
    r"\b(?P<verb>taught|trained|educated)\s+(?:himself|herself|themselves)\b|\bself[\s-]taught\b", re.I
)
_TAUGHT = re.compile(
    r"\b(?:(?:was|were|been)\s+(?:\w+\s+)?(?:taught|trained|schooled|educated|apprenticed|tutored)"
    r"|(?:taught|trained|tutored|schooled)\s+(?:him|her|them)\b(?!sel)"
    r"|(?:went|sent)\s+to\s+(?:a\s+|the\s+)?school|studied\s+(?:at|under|with))\b",
    re.IGNORECASE,
)
_TEACHER = re.compile(r"(?:taught|trained|tutored|schooled|sent)\b", re.IGNORECASE)
_ALWAYS = re.compile(
    r"\b(?:always|never|invariably|consistently|to\s+the\s+end|steadfastly)\b[^.;]{0,30}?"
    r"\b(?:said|say|told|maintained|insisted|denied|swore|varied|wavered|held|declared|claimed|stood\s+by|changed)\b",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"\b(?:(?:had|has|told|gave)\s+(?:two|three|several|different|another)\s+(?:different\s+)?(?:stor(?:y|ies)|versions?|accounts?)"
    r"|another\s+(?:story|version|account)\b|changed\s+(?:his|her|their)\s+(?:story|mind|account|tune|evidence)"
    r"|contradicted\s+(?:himself|herself|themselves)|said\s+(?:quite\s+)?the\s+(?:contrary|opposite)|told\s+it\s+otherwise"
    r"|(?:once|at\s+first|earlier|later|afterwards)\s+(?:said|told\s+\w+|declared|swore|wrote)\s+(?:otherwise|the\s+(?:contrary|opposite)|"
    r"something\s+(?:else|different)))\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"\b(?:nothing|nobody|none|no\s+one)\b", re.IGNORECASE)
_BRIEF = 5  # sentences of an excerpt that speaks of little else


def not_there(exhibit: Exhibit) -> Iterator[Point]:
    """Where whoever is to have seen it was not there, or has it from another."""
    yield from _answers(exhibit, _SAW, _NOT_THERE)


def taught(exhibit: Exhibit) -> Iterator[Point]:
    """Where whoever is to have taught himself was taught."""
    yield from _answers(exhibit, _HIMSELF, _TAUGHT)


def of_two_minds(exhibit: Exhibit) -> Iterator[Point]:
    """Where whoever is to have said one thing always said another too."""
    yield from _answers(exhibit, _ALWAYS, _OTHERWISE)


@lru_cache(maxsize=512)
def _asked(claim: str, asked: re.Pattern[str]) -> Span | None:
    """The words of a claim that are answered; ``None`` where it has that there was nothing of it."""
    found = asked.search(claim)
    if found is None or (asked is not _ALWAYS and _NOTHING.search(claim)):
        return None
    return Span(*found.span())


def _answers(exhibit: Exhibit, asked: re.Pattern[str], told: re.Pattern[str]) -> Iterator[Point]:
    heading = exhibit.heading
    own = None if heading.is_topic or heading.is_unproved else _asked(heading.text, asked)
    if own is None or (heading.is_denial and asked is not _ALWAYS):
        return
    for found in told.finditer(exhibit.record.text):
        n = exhibit.line_at(found.start())
        if n is None or exhibit.lines[n].is_question:
            continue
        if not exhibit.near(n) and len(exhibit.lines) > _BRIEF:
            continue
        by_teacher = told is _TAUGHT and _TEACHER.match(found[0])  # "a sailor taught him": of him whom he taught
        if not by_teacher and _is_of_another(exhibit, exhibit.lines[n], found.start()):
            continue
        words = Span(*found.span())
        weight = max(0.4, exhibit.near(n))
        yield Point("absent", exhibit, own, clause_around(exhibit.lines[n], words), words, weight)
        return


def _is_of_another(exhibit: Exhibit, line: Line, start: int) -> bool:
    at = next((k for k, word in enumerate(line.words) if word.end > start), 0)
    return is_of_another_subject(exhibit, line, at)
