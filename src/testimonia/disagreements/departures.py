"""On which day somebody left or came, told differently: "made off on the Sunday", "was with us until the Thursday".

Whoever left is named, says so of himself, or goes by what he is ("the doctor"); "he" is whom the claim names. The two
stand under one claim or two that follow each other, and name a day of the week or a feast.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from ..model import Sourcebook
from ..words.polarity import is_denied
from ..words.stems import stem
from .differences import Difference, Words, dates_apart
from .lines import Line, line_of
from .repeated import is_again
from .sayings import Saying, Sayings
from .settings import Settings
from .speakers import Speakers
from .whereabouts import role_of, roles_of

__all__ = ["differing_departures"]

_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday christmas easter whitsun michaelmas candlemas".split()
)
_CUES = frozenset(map(stem, _DAYS))
_LEFT = frozenset("left leave leaves leaving departed sailed fled deserted gone scarce absconded decamped".split())
_CAME = frozenset("came come arrived returned landed reached back".split())
_STAYED = frozenset("was were is stayed remained".split())
_UNTIL = frozenset(("until", "till"))
_AWAY = frozenset("away off".split())  # "rode away", and no ride to market
_WENT = frozenset("went rode drove walked ran".split())
_FOR = frozenset(("for", "to"))
_WEEK = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_MOVES = _LEFT | _WENT | _CAME | _UNTIL
_BEFORE, _BEHIND, _NEXT = 9, 4, 3  # words from the day to the verb
_SUBJECT = 10  # words before the verb
_STOPS = frozenset(';.!?()"“”:') | {"--", "–", "—"}
_RULE = "both tell on which day one person left or came"
_MOST = 20


@dataclass(frozen=True, slots=True)
class _Move:
    saying: Saying
    way: str
    to: str  # the word for where: "left for Lisbon"
    day: str
    who: frozenset[str]  # ids, and roles with a "#"
    start: int
    end: int


def differing_departures(
    book: Sourcebook, sayings: Sayings, settings: Settings, speakers: Speakers
) -> Iterator[Difference]:
    """Days on which one person left, or came, that differ."""
    numbers = sorted({number for cue in _CUES for number in sayings.having(cue)})
    told = [saying for saying in map(sayings.all.__getitem__, numbers) if saying.section >= 0 and _may_tell(saying)]
    records: defaultdict[int, set[str]] = defaultdict(set)
    for saying in told:
        for section in (saying.section, saying.section + 1):
            records[section].add(saying.record.id)
    told = [s for s in told if max(len(records[s.section]), len(records[s.section + 1])) > 1]
    roles = roles_of(sayings) if told else {}
    moves: defaultdict[int, list[_Move]] = defaultdict(list)
    days: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for saying in told:
        for move in _read(sayings, saying, speakers, roles):
            moves[saying.section].append(move)
            days[saying.record.id, move.way].add(move.day)
    for section, own in moves.items():
        near = [*own[:_MOST], *moves.get(section + 1, ())[:_MOST]]
        for one, other in combinations(near, 2):
            if one.saying.record is other.saying.record or one.saying.section != section or one.way != other.way:
                continue
            if one.to and other.to and one.to != other.to:
                continue
            if one.day not in _WEEK and other.day not in _WEEK:
                continue  # feasts lie months apart
            if one.day == other.day or not one.who & other.who or settings.clash(one.saying, other.saying) == 2:
                continue
            if max(len(days[move.saying.record.id, move.way]) for move in (one, other)) > 1:
                continue  # an account that tells of several days
            here, there = (Words(move.saying, move.start, move.end) for move in (one, other))
            yield dates_apart(sayings, here, there, "the day", _RULE, base=0.5, per=80)


def _may_tell(saying: Saying) -> bool:
    """Whether the words are there; quick."""
    return not _DAYS.isdisjoint(saying.lows) and not _MOVES.isdisjoint(saying.lows) and not is_again(saying)


def _read(sayings: Sayings, saying: Saying, speakers: Speakers, roles: dict[str, frozenset[str]]) -> Iterator[_Move]:
    line = line_of(saying)
    for at, word in enumerate(line.words):
        if word not in _DAYS or line.named[at]:
            continue
        found = _way(line, at)
        if found is None or is_denied(line.words, found[1]):
            continue
        way, verb = found
        who = _who(sayings, line, verb, speakers, roles)
        if who:
            low, high = min(verb, at), max(verb, at)
            yield _Move(saying, way, _whither(line, verb), word, who, line.places[low][0], line.places[high][1])
            return


def _way(line: Line, at: int) -> tuple[str, int] | None:
    """Whether somebody left or came on a day, and the word that says so."""
    words = line.words
    first = max((n + 1 for n in range(max(0, at - _BEFORE), at) if words[n] in _STOPS), default=max(0, at - _BEFORE))
    last = next((n for n in range(at + 1, min(len(words), at + 1 + _BEHIND)) if words[n] in _STOPS), at + 1 + _BEHIND)
    near = [*range(at - 1, first - 1, -1), *range(at + 1, min(len(words), last))]
    if not _UNTIL.isdisjoint(words[max(0, at - _NEXT) : at]):
        stay = next((n for n in near if n < at and words[n] in _STAYED), -1)
        return ("left", stay) if stay >= 0 else None
    for way, verbs in (("left", _LEFT), ("came", _CAME)):
        verb = next((n for n in near if words[n] in verbs or (way == "left" and _goes_away(words, n))), -1)
        if verb >= 0:
            return way, verb
    return None


def _goes_away(words: Sequence[str], at: int) -> bool:
    return words[at] in _WENT and not _AWAY.isdisjoint(words[at + 1 : at + 3])


def _whither(line: Line, verb: int) -> str:
    """The word for where somebody left for, or for what he left: "for Lisbon", "the house"; empty if none is."""
    words = line.words
    for n in range(verb + 1, min(len(words), verb + 1 + _NEXT)):
        if words[n] in _STOPS or words[n] in ("on", "in", "at", "until", "till", "with", "that") or words[n] in _DAYS:
            return ""
        if words[n] not in _FOR and words[n] not in (
            "the",
            "a",
            "his",
            "her",
            "their",
            "my",
            "our",
            "us",
            "away",
            "back",
        ):
            return words[n]
    return ""


def _who(
    sayings: Sayings, line: Line, verb: int, speakers: Speakers, roles: dict[str, frozenset[str]]
) -> frozenset[str]:
    """Who left or came: whoever stands nearest before the verb."""
    for at in range(verb - 1, max(-1, verb - 1 - _SUBJECT), -1):
        word, person = line.words[at], line.named[at]
        if word in _STOPS:
            break
        if word == "i":
            person = speakers.at(line.saying.record.place(*line.places[at]).start)
        elif word in ("he", "she"):
            asked = sayings.named_in_claims.get(line.saying.record.claim or "", [])
            person = asked[0] if len(asked) == 1 else ""
        if person:
            return roles.get(person, frozenset()) | {person}
        if role_of(word):
            return frozenset({role_of(word)})
        if word in ("i", "he", "she"):
            break
    return frozenset()
