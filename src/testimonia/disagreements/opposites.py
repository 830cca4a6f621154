"""Accounts that say the opposite of each other of one matter.

A stand is where a sentence says yes or no to something: that somebody had part in a deed, did it alone, that people in
custody were forced or well treated, that a death changed things, that onlookers believed, that a rare word holds or
does not. Two stands are set against each other where they are on opposite sides of one matter and of one thing: the
same people, the same victim, the same proceedings or the same claim. The rarer side leads: each stand is set against
the few of the other side that share most with it.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..model import Cause, DiscrepancyKind, Reason
from ..words.kinds import kind_words
from ..words.polarity import is_denied
from .differences import Difference, Words, about_of
from .lines import Line, line_of
from .sayings import Saying, Sayings
from .settings import Settings

__all__ = ["opposite_stands"]

_DATA = Path(__file__).with_name("stances.toml")
_MOST = 8  # stands of the other side that one is set against
_RARE = 5.0  # weight of a word that is denied here and said there


@dataclass(frozen=True, slots=True)
class _Stand:
    saying: Saying
    matter: str
    yes: bool
    start: int
    end: int
    key: tuple[str, ...]  # what it is a stand on, beside the matter
    group: bool = False  # whether it is said of people in somebody's power


@cache
def _tables() -> dict[str, dict[str, str]]:
    return tomllib.loads(_DATA.read_text(encoding="utf-8"))


@cache
def _pattern(table: str, field: str = "words") -> re.Pattern[str]:
    words = [re.escape(word).replace(r"\*", r"\w*") for word in _tables()[table][field].split()]
    return re.compile("|".join(words))


def _is(word: str, table: str, field: str = "words") -> bool:
    return _pattern(table, field).fullmatch(word) is not None


@cache
def _phrases(table: str, field: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in _tables()[table][field].split(";"))


def opposite_stands(sayings: Sayings, settings: Settings) -> Iterator[Difference]:
    """Stands on opposite sides."""
    stands: defaultdict[str, list[_Stand]] = defaultdict(list)
    victims: list[str] = []
    record = ""
    claimed = sayings.named_in_claims
    for saying in sayings.all:
        if saying.words.rstrip("\"'”’)] ").endswith("?"):
            continue
        line = line_of(saying)
        own = {v for at, word in enumerate(line.words) if _is(word, "deeds") for v in _victim(line, at)}
        if saying.record.id != record:
            victims, record = claimed.get(saying.record.claim or "", []), saying.record.id
        if own:
            victims = sorted(own)
        for stand in (*_blame(line), *_alone(line, victims), *_change(line), *_force(line), *_belief(line)):
            stands[stand.matter].append(stand)
    for matter, found in stands.items():
        yield from _against(sayings, settings, matter, found)


def _stand(line: Line, matter: str, yes: bool, at: int, length: int, key: Sequence[str], group: bool = False) -> _Stand:
    first = at
    for back in range(at - 1, max(-1, at - 5), -1):
        if line.words[back] in ("no", "not", "never", "without", "nothing", "nowhere"):
            first = back
            break
    return _Stand(line.saying, matter, yes, line.places[first][0], line.places[at + length - 1][1], tuple(key), group)


def _blame(line: Line) -> Iterator[_Stand]:
    """That somebody had, or had no, part in a deed against somebody."""
    deeds = [at for at, word in enumerate(line.words) if not line.named[at] and _is(word, "deeds")]
    if not deeds:
        return
    victims = {v for at in deeds for v in _victim(line, at)}
    seen: set[str] = set()
    for at, word in enumerate(line.words):
        if line.named[at] or at in deeds:
            continue
        clears = _is(word, "blame", "clearing")
        if not clears and not _is(word, "blame"):
            continue
        if word == "responsible" and (at + 1 >= len(line.words) or line.words[at + 1] != "for"):
            continue
        agent = _nearest(line, at, victims)
        if agent is None or agent in seen:
            continue
        no = is_denied(line.words, at) or _unproved(line, at) or clears
        if not no and _is_hearsay(line, at):
            continue
        seen.add(agent)
        for victim in victims or {""}:
            yield _stand(line, "part in a deed", not no, at, 1, (agent, victim))


def _is_hearsay(line: Line, at: int) -> bool:
    """Whether a theory, a rumour or an "if" is what holds the words."""
    return any(_is(word, "told") for word in (*line.words[max(0, at - 8) : at], *line.words[at + 1 : at + 4]))


def _victim(line: Line, at: int) -> Iterator[str]:
    """Whom a deed was done to: "the murder of Oake", "Oake's murder", "the Oake murder"."""
    if at + 2 < len(line.words) and line.words[at + 1] in ("of", "[") and line.named[at + 2]:
        yield line.named[at + 2]
    elif at + 3 < len(line.words) and line.words[at + 1 : at + 3] == ["[", "of"] and line.named[at + 3]:
        yield line.named[at + 3]
    elif at and line.named[at - 1]:
        yield line.named[at - 1]
    elif (
        at > 1
        and line.words[at - 1] in ("was", "were", "been")
        and line.named[at - 2]
        and line.words[at].endswith("ed")
    ) or (at > 1 and line.words[at - 1] == "s" and line.named[at - 2]):
        yield line.named[at - 2]
    elif (
        at + 1 < len(line.words)
        and line.named[at + 1]
        and line.words[at].endswith(("e", "ed", "ing", "kill", "murder"))
    ):
        yield line.named[at + 1]


def _nearest(line: Line, at: int, victims: set[str]) -> str | None:
    for distance in range(1, 7):
        for place in (at - distance, at + distance):
            if not 0 <= place < len(line.words) or not line.named[place] or line.named[place] in victims:
                continue
            behind = place + 1
            if behind < len(line.words) and not line.named[behind] and line.words[behind] in kind_words("events"):
                continue  # a group, a letter or a trial that is called after somebody
            return line.named[place]
    return None


def _unproved(line: Line, at: int) -> bool:
    """Whether the sentence says before the word that nothing proves it."""
    for place in range(at):
        if line.words[place] in ("no", "nothing", "nowhere", "never", "neither") and (
            line.words[place] in ("nowhere", "never")
            or any(_is(word, "proof") for word in line.words[place + 1 : place + 6])
        ):
            return True
    return False


def _alone(line: Line, victims: Sequence[str]) -> Iterator[_Stand]:
    """That somebody did a deed alone, or at others' bidding; ``victims`` are those of the deed told of hereabouts."""
    if not victims:
        return
    for field, yes in (("phrases", True), ("others", False)):
        found = _phrase_in(line, "alone", field)
        if found is not None:
            at, length = found
            negative = line.words[at] != "no" and is_denied(line.words, at)
            yield _stand(line, "alone or with others", yes != negative, at, length, victims)


def _phrase_in(line: Line, table: str, field: str) -> tuple[int, int] | None:
    """The first place where one of the phrases stands, and how many words it has."""
    for at, word in enumerate(line.words):
        for phrase in _by_first(table, field).get(word, ()):
            if tuple(line.words[at : at + len(phrase)]) == phrase:
                return at, len(phrase)
    return None


@cache
def _by_first(table: str, field: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in _phrases(table, field):
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found


def _sided(line: Line, table: str, *, denials: bool = True) -> tuple[int, int, bool] | None:
    """Where the first word or phrase of a table with two sides stands, its length, and which side it comes to."""
    best: tuple[int, int, bool] | None = None
    for field, yes in (("yes", True), ("no", False)):
        found = _phrase_in(line, table, field + "_phrases")
        if found is not None and (best is None or found[0] < best[0]):
            best = (*found, yes)
        for at, word in enumerate(line.words):
            if not line.named[at] and _is(word, table, field):
                if best is None or at < best[0]:
                    best = (at, 1, yes)
                break
    if best is None:
        return None
    at, length, yes = best
    negative = denials and line.words[at] not in ("no", "without") and is_denied(line.words, at)
    return at, length, yes != negative


def _change(line: Line) -> Iterator[_Stand]:
    """That a death changed things, or did not."""
    own = {v for at, word in enumerate(line.words) if _is(word, "deeds") for v in _victim(line, at)}
    if not own:
        return
    for field, yes in (("plus", True), ("minus", False)):
        found = _phrase_in(line, "change", field)
        if found is not None:
            at, length = found
            negative = field != "minus" and is_denied(line.words, at)
            yield _stand(line, "whether it changed things", yes != negative, at, length, sorted(own))
            return


def _force(line: Line) -> Iterator[_Stand]:
    """That people in custody were forced or ill treated, or were not."""
    found = _sided(line, "forced")
    if found is None:
        return
    at, length, yes = found
    near = range(max(0, at - 20), min(len(line.words), at + 10))
    people = sorted({line.named[place] for place in near if line.named[place]})
    held = any(_is(word, "held") for word in line.words)
    if (held or people) and (held or any(_is(word, "custody") for word in line.words)):
        yield _stand(line, "force", yes, at, length, people, held)


def _belief(line: Line) -> Iterator[_Stand]:
    """That onlookers believed what was said, or did not."""
    if not any(_is(word, "holders") for word in line.words) or not any(_is(word, "objects") for word in line.words):
        return
    found = _sided(line, "believed")
    if found is not None:
        at, length, yes = found
        yield _stand(line, "belief", yes, at, length, ())


def _against(sayings: Sayings, settings: Settings, matter: str, stands: list[_Stand]) -> Iterator[Difference]:
    yes = [stand for stand in stands if stand.yes]
    no = [stand for stand in stands if not stand.yes]
    leading, other = (yes, no) if len(yes) <= len(no) else (no, yes)
    for stand in leading:
        rivals: list[tuple[float, _Stand]] = []
        for rival in other:
            if rival.saying.record is stand.saying.record:
                continue
            weight = _nearness(sayings, settings, matter, stand, rival)
            if weight > 0.0:
                rivals.append((weight, rival))
        rivals.sort(key=lambda pair: (-pair[0], pair[1].saying.number))
        for weight, rival in rivals[:_MOST]:
            a, b = (stand, rival) if stand.saying.number < rival.saying.number else (rival, stand)
            pair = sayings.pair(a.saying, b.saying)
            yield Difference(
                DiscrepancyKind.OPPOSITE,
                Words(a.saying, a.start, a.end),
                Words(b.saying, b.start, b.end),
                about_of(pair) or matter,
                min(0.8, 0.4 + weight / 50),
                Cause.CONFLICT,
                tuple(sorted({k for k in a.key if k} & {k for k in b.key if k})),
                (Reason(f"opposite stands on one matter: {matter}"),),
                weight,
            )


def _nearness(sayings: Sayings, settings: Settings, matter: str, one: _Stand, other: _Stand) -> float:
    """How much says that both are stands on one thing, 0 where too little does."""
    pair = sayings.pair(one.saying, other.saying)
    both = {k for k in one.key if k} & {k for k in other.key if k}
    if matter == "part in a deed":
        if one.key[0] != other.key[0] or (one.key[1] and other.key[1] and one.key[1] != other.key[1]):
            return 0.0
        if not one.key[1] and not other.key[1] and pair.distance > 1:
            return 0.0
        return pair.weight
    if matter == "alone or with others":
        if not both or (pair.weight < 6.0 and not any(feature[0] == "@" for feature in pair.shared)):
            return 0.0
        return pair.weight if settings.may_be_one(one.saying, other.saying) else 0.0
    if matter == "whether it changed things":
        return pair.weight if both else 0.0
    if matter == "force":
        if not settings.may_be_one(one.saying, other.saying):
            return 0.0
        told = settings.proceedings(one.saying) & settings.proceedings(other.saying)
        if both or (one.group and other.group and pair.distance <= 1) or (told and (one.group or other.group)):
            return pair.weight + 5.0
        return 0.0
    if not settings.may_be_one(one.saying, other.saying):
        return 0.0
    told = settings.proceedings(one.saying) & settings.proceedings(other.saying)
    return pair.weight if pair.weight >= (4.0 if told or pair.distance <= 1 else 8.0) else 0.0
