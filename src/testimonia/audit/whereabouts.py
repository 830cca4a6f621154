"""Where a claim says that somebody or something was, against where the evidence has it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from testimonia.model import Span

from .exhibits import Exhibit, Point
from .lines import Line

__all__ = ["off", "seen_elsewhere", "whereabouts"]

_BE = frozenset("was were is are be been lay stood sat remained stayed".split())
_AT = frozenset("in on at inside aboard under".split())
_SAW = frozenset("saw seen met passed noticed recognised recognized found".split())
_HIM = frozenset("him her them".split())
_FAR = 9  # words from a verb of seeing to the place
_DETERMINERS = frozenset("the a an his her its their my our".split())
_ANY_ONE = (["a"], ["an"], ["another"])  # "a stoker was in the choir" says nothing of the stoker of the claim
_NO_PLACE = frozenset(  # nouns that stand behind "in" or "on" and tell no place
    "fact trouble doubt love danger power time order charge command duty way case opinion favour favor tears "
    "person part general particular possession connection contact touch control agreement view sight january "
    "february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday spring summer autumn winter morning evening night".split()
)

_ABOARD = frozenset(("board", "ship", "boat", "vessel", "steamer", "ferry"))
_INDOORS = frozenset(("house", "home", "cottage", "lodge", "building"))
_INSIDE = {  # places that are in another: who is on the bridge is on board
    **dict.fromkeys(
        _ABOARD,
        frozenset(
            "bridge deck decks hold cabin cabins chartroom chart-room wheelhouse engine-room saloon galley forecastle "
            "poop stern bow bows rigging wheel helm bunk berth".split()
        ),
    ),
    **dict.fromkeys(
        _INDOORS,
        frozenset(
            "kitchen cellar attic loft hall parlour parlor bedroom bed study library room pantry scullery stairs "
            "landing doorway door doorstep step steps threshold window porch".split()
        ),
    ),
}

_OFF = re.compile(
    r"\b(?:[^\W\d_]+|\d[\d,]*)\s+(?:metres?|meters?|feet|yards?|miles?|paces|kilometres?|kilometers?|leagues?|fathoms?|steps|"
    r"streets)\s+(?:or\s+(?:so|more)\s+)?(?:under|below|above|from|short\s+of|outside|off|beyond|away\s+from|behind|before|"
    r"(?:to\s+the\s+)?(?:north|south|east|west)\s+of)\s+(?:(?:the|a|an|his|her|its|their)\s+)?",
    re.IGNORECASE,
)
_NEAR_OFF = 0.1


def whereabouts(exhibit: Exhibit) -> Iterator[Point]:
    """Where the excerpt places the claim's subject elsewhere, in a sentence without the claim's place."""
    heading = exhibit.heading
    own = _placed(heading.line)
    if own is None:
        return
    subject, verb, place = own
    if any(low in ("not", "never") for low in heading.line.lows[: place + 1]):
        return
    there = heading.line.words[place].concept
    for n, line in enumerate(exhibit.lines):
        if subject not in line.concepts or there in line.concepts or line.is_question:
            continue
        found = _placed(line, subject)
        if found is None or line.lows[found[2]] in _NO_PLACE or line.is_denied(found[1]):
            continue
        _, at, where = found
        start = next(k for k in range(at, -1, -1) if line.words[k].concept == subject)
        if line.lows[where] in _INSIDE.get(heading.line.lows[place], ()) or line.lows[start - 1 : start] in _ANY_ONE:
            continue
        words = line.place(where)
        yield Point(
            "elsewhere",
            exhibit,
            Span(heading.line.words[verb].start, heading.line.words[place].end),
            Span(line.words[start].start, line.words[where].end),
            words,
            max(0.4, exhibit.near(n)),
        )


def off(exhibit: Exhibit) -> Iterator[Point]:
    """A distance from the place where the claim has it: "sixty yards below the ford" under "FOUND AT THE FORD"."""
    heading = exhibit.heading
    lows = heading.line.lows
    there: dict[str, Span] = {}
    for at, low in enumerate(lows[:-1]):
        first = at + 1 + (lows[at + 1] in _DETERMINERS)
        if low in _AT and first < len(lows) and heading.line.words[first].concept and lows[first][0].isalpha():
            last = heading.line.words[first]
            there[last.concept] = Span(heading.line.words[at].start, last.end)
    if not there or heading.is_denial or heading.is_topic:
        return
    for n, line in enumerate(exhibit.lines):
        if line.is_question or line.concepts.isdisjoint(there) or exhibit.near(n) < _NEAR_OFF:
            continue
        for found in _OFF.finditer(line.text, line.start, line.end):
            behind = next((k for k, word in enumerate(line.words) if word.start >= found.end()), None)
            claim = None if behind is None else there.get(line.words[behind].concept)
            if behind is None or claim is None or line.is_denied(behind):
                continue
            words = Span(found.start(), line.words[behind].end)
            yield Point("elsewhere", exhibit, claim, line.clause(behind), words, max(0.4, exhibit.near(n)))


def seen_elsewhere(exhibit: Exhibit) -> Iterator[Point]:
    """Somebody saw whoever the claim names in another place: "I met him at the ferry", under "ASH WAS AT THE INN"."""
    heading = exhibit.heading
    own = _placed(heading.line)
    if own is None or heading.is_denial or heading.is_topic or "@" not in own[0]:
        return
    subject, verb, place = own
    there = heading.line.words[place].concept
    claim = Span(heading.line.words[verb].start, heading.line.words[place].end)
    for n, line in enumerate(exhibit.lines):
        if there in line.concepts or line.is_question or line.low_forms.isdisjoint(_SAW):
            continue
        for at, low in enumerate(line.lows[:-3]):
            if low not in _SAW or line.is_denied(at):
                continue
            whom = line.words[at + 1]
            if whom.concept != subject and not (whom.low in _HIM and _is_meant(exhibit, n, subject, whom.start)):
                continue
            where = _place_behind(line, at + 2)
            if where is not None and line.lows[where] not in _INSIDE.get(heading.line.lows[place], ()):
                words = Span(line.words[at].start, line.words[where].end)
                yield Point("elsewhere", exhibit, claim, words, line.place(where), max(0.4, exhibit.near(n)))
                return


def _place_behind(line: Line, at: int) -> int | None:
    """Where the noun of a place stands behind a verb of seeing; a time of day may stand between."""
    for k in range(at, min(at + _FAR, len(line.lows) - 1)):
        low = line.lows[k]
        if not low[0].isalnum() and low != ",":
            return None
        if low in _AT and line.lows[k + 1] in _DETERMINERS:
            noun = next((m for m in range(k + 2, min(k + 5, len(line.lows))) if line.words[m].concept), None)
            if noun is not None and line.lows[noun] not in _NO_PLACE and line.lows[noun][0].isalpha():
                return noun
    return None


def _is_meant(exhibit: Exhibit, n: int, subject: str, start: int) -> bool:
    """Whether a "him" is whoever the claim puts somewhere: the last whom this sentence or the one before it names."""
    for line in (exhibit.lines[n], *exhibit.lines[max(0, n - 1) : n]):
        named = ["@" + name.person for name in line.named if name.start < start]
        if named:
            return named[-1] == subject
    return False


def _placed(line: Line, subject: str | None = None) -> tuple[str, int, int] | None:
    """Subject, verb and place in "the ferry was in the harbour"; the first of the sentence, or of one subject."""
    for at, low in enumerate(line.lows):
        if low not in _BE or not at:
            continue
        behind = at + 1
        if behind < len(line.lows) and line.lows[behind] == "not":
            behind += 1
        if behind + 1 >= len(line.lows) or line.lows[behind] not in _AT:
            continue
        behind += 1
        if line.lows[behind] in _DETERMINERS and behind + 1 < len(line.lows):
            behind += 1
        before = line.words[at - 1].concept
        if (
            line.words[behind].concept
            and line.lows[behind][0].isalpha()
            and before
            and (subject is None or before == subject)
        ):
            return before, at, behind
    return None
