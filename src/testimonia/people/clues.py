"""The words that the search for names looks for, gathered once from the lists of general words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from testimonia.words.kinds import kind_words
from testimonia.words.speech import english_speech

__all__ = ["clues"]

# what a newspaper does as well as a man
_SAID_BY_PAPERS = frozenset("report reports reported publish publishes published print prints printed".split()) | {
    "announces",
    "announced",
}
_ASKED = frozenset("said asked told replied answered wrote".split())  # "…," said X
_GIVING = "gave given give gives paid pays pay handed lent showed shown introduced said wrote written told close loyal"


@cache
def clues() -> Mapping[str, frozenset[str]]:
    """Words in small letters by what they show; the keys are phrases of this room."""
    speech = english_speech()
    kinds = {
        "acts": "persons_acts",
        "prepositions": "persons_prepositions",
        "in": "locatives",
        "to": "directives",
        "of": "of_places",
        "offices": "offices",
        "motions": "motions",
        "functions": "functions",
        "events": "events",
        "plain events": "plain_events",
        "things": "things",
        "small things": "small_things",
        "regions": "regions",
        "firms": "firms",
        "bodies' acts": "bodies_active",
        "done to bodies": "bodies_passive",
        "bodies' things": "bodies_things",
    }
    words = {clue: kind_words(kind) for clue, kind in kinds.items()}
    return words | {
        "speech": (speech.saying | speech.writing) - _SAID_BY_PAPERS,
        "speech nouns": speech.nouns,
        "persons' things": speech.nouns | kind_words("persons_things"),
        "done to persons": kind_words("persons_verbs") | _ASKED,
        "giving": frozenset(_GIVING.split()),
    }
