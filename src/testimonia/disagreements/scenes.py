"""Where something befell somebody, told differently: "shot on the stairs" here, "found in the stable" there.

What befalls one once (birth, death, burial, a wedding) has one place, and so has what a claim tells of him (an arrest,
an attack). The place is what stands behind "in", "on", "at" and the like right behind the word for it; of two places
those are compared that are both a part of a house or of the land, or both a town.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Cause, DiscrepancyKind, Reason, Sourcebook
from ..words.calendars import MONTHS
from ..words.grammar import BE
from ..words.polarity import is_denied
from ..words.stems import stem
from .differences import Difference, Words, about_of
from .lines import Line, line_of
from .of_one import LESS_SURE, of_one_person
from .sayings import Saying, Sayings
from .settings import Settings
from .speakers import Speakers
from .whereabouts import PLACES, role_of, roles_of

__all__ = ["are_other_places", "differing_scenes", "place_behind"]

_KINDS = {
    "death": "died shot killed murdered stabbed assassinated strangled drowned fell perished slain hanged executed "
    "butchered slaughtered poisoned lynched",
    "harm": "shot killed murdered stabbed assassinated attacked wounded struck hit assaulted beaten butchered",
    "birth": "born",
    "burial": "buried cremated interred",
    "wedding": "married wedding wed",
    "arrest": "arrested captured",
}
_BEFELL = {
    word: frozenset(kind for kind, words in _KINDS.items() if word in words.split())
    for line in _KINDS.values()
    for word in line.split()
}
_ONCE = frozenset(("death", "birth", "burial"))
_OF_ITSELF = frozenset("died fell perished drowned married wedding".split())
_KILLING = frozenset("shot killed murdered stabbed assassinated strangled slain butchered slaughtered".split())
_OBJECT = 4  # words from a verb to whom it was done to
_PASSIVE = 3  # words from "was"
_CUES = frozenset(map(stem, _BEFELL))
_IN = frozenset("in on at aboard under beneath beside behind outside inside near upon within by from".split())
_THE = frozenset("the his her their my our its a an".split())
_SMALL = frozenset("dead down there last right just out up over and all back".split())
_BEHIND = 5  # words from the event to its place
_SUBJECT = 10
_STOPS = frozenset(';.!?()"“”:') | {"--", "–", "—"}
_PLACE = 4
_SETTLED = frozenset("port village ship sea boat prison camp".split())
_NO_PLACES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday easter christmas lent advent god english french german i "
    "the a his her".split()
)
_PARTS = frozenset(
    "room bedroom study kitchen hall cellar attic roof stairs staircase corridor bed door window table chair settee "
    "floor garden yard porch steps gate terrace veranda verandah balcony parlour parlor drawing-room dining-room "
    "sitting-room doorway threshold landing passage hallway lobby nursery pantry scullery library bathroom sofa couch "
    "hearthrug armchair step doorstep courtyard corner side elbow bedside wall deck cabin bridge galley hold "
    "compartment pulpit gallery".split()
)
_WHOLES = frozenset(
    "house home flat apartment villa dacha cottage castle palace town city village country hotel inn club school "
    "prison hospital fort camp barracks ship boat train church cathedral theatre theater museum bank court factory "
    "works mill embassy consulate".split()
)
_ONE_PLACE = tuple(  # nouns of which one account may have this, another that
    frozenset(line.split())
    for line in (
        "threshold step doorstep doorway door porch steps gate",
        "bed bedroom bedside",
        "stairs staircase landing",
    )
)
_FAR = 3  # claims
_MOST = 30


@dataclass(frozen=True, slots=True)
class _Scene:
    saying: Saying
    subjects: frozenset[str]
    kinds: frozenset[str]
    noun: str  # in small letters; a name of a place with its capital
    start: int
    end: int


def differing_scenes(
    book: Sourcebook, sayings: Sayings, settings: Settings, speakers: Speakers
) -> Iterator[Difference]:
    """Places of one event that differ."""
    roles = roles_of(sayings)
    of_event: defaultdict[tuple[str, str], list[_Scene]] = defaultdict(list)
    for number in sorted({n for cue in _CUES for n in sayings.having(cue)}):
        saying = sayings.all[number]
        if saying.section >= 0 and not _BEFELL.keys().isdisjoint(saying.lows):
            for scene in _read(sayings, saying, speakers, roles):
                for subject in sorted(scene.subjects):
                    for kind in sorted(scene.kinds):
                        of_event[subject, kind].append(scene)
    seen: set[tuple[int, int]] = set()
    for (_, kind), one, other, sure in of_one_person(of_event, book.maybes, _MOST):
        a, b = one.saying, other.saying
        if a.record is b.record or (a.number, b.number) in seen or not _differ(one, other):
            continue
        far = len(book.claims) if kind == "birth" else _FAR if kind in _ONCE else 0
        if abs(a.section - b.section) > far or settings.clash(a, b):
            continue
        seen.add((a.number, b.number))
        pair = sayings.pair(a, b)
        yield Difference(
            DiscrepancyKind.PLACE,
            Words(a, one.start, one.end),
            Words(b, other.start, other.end),
            about_of(pair) or "where it was",
            min(0.7, 0.5 + pair.weight / 80) - (0.0 if sure else LESS_SURE),
            Cause.CONFLICT,
            tuple(sorted(s for s in one.subjects & other.subjects if s[0] != "#")),
            (Reason("both tell where one thing befell one person"),),
            pair.weight,
        )


def _differ(one: _Scene, other: _Scene) -> bool:
    if one.noun[0].isupper() != other.noun[0].isupper():  # a house may stand in a town, and no port is a village inland
        return "birth" in one.kinds and not _SETTLED.isdisjoint((one.noun, other.noun))
    both = {one.noun, other.noun}
    return len(both) > 1 and not both <= _SETTLED and not any(both <= place for place in _ONE_PLACE)


def are_other_places(one: str, other: str) -> bool:
    """Whether two places, nouns or names, are two of one sort: not a town and a house, not a house and its stairs."""
    if one == other or one[:1].isupper() != other[:1].isupper():
        return False
    return not any(a in _PARTS and b in _WHOLES for a, b in ((one, other), (other, one)))


def _read(sayings: Sayings, saying: Saying, speakers: Speakers, roles: dict[str, frozenset[str]]) -> Iterator[_Scene]:
    line = line_of(saying)
    for at, word in enumerate(line.words):
        kinds = _BEFELL.get(word)
        if kinds is None or line.named[at] or is_denied(line.words, at):
            continue
        whom = -1
        if word not in _OF_ITSELF and BE.isdisjoint(line.words[max(0, at - _PASSIVE) : at]):
            whom = _whom(line, at) if word in _KILLING else -1
            if whom < 0:
                continue  # "buried a daughter", "a shot"
        place = place_behind(line, _past(line, whom) if whom >= 0 else at)
        if place is None:
            continue
        person = line.named[whom] if whom >= 0 else ""
        subjects = (
            roles.get(person, frozenset()) | {person} if person else _subjects(sayings, line, at, speakers, roles)
        )
        if subjects:
            noun, last = place
            yield _Scene(saying, subjects, kinds, noun, line.places[at][0], line.places[last][1])
            return


def _whom(line: Line, at: int) -> int:
    """Where the one is named whom somebody killed, right behind the verb, -1 where that is nobody by name."""
    return next((n for n in range(at + 1, min(len(line.words), at + 1 + _OBJECT)) if line.named[n]), -1)


def _past(line: Line, at: int) -> int:
    """Past what stands between commas behind a name: "Ash, the baker, in his shop"."""
    while at + 1 < len(line.words) and line.named[at + 1]:
        at += 1
    if line.words[at + 1 : at + 2] != [","]:
        return at
    close = next((n for n in range(at + 2, min(len(line.words), at + 2 + _BEHIND)) if line.words[n] == ","), at)
    return close


def place_behind(line: Line, at: int) -> tuple[str, int] | None:
    """The noun or the name of the place behind an event, and where it stands."""
    words = line.words
    for n in range(at + 1, min(len(words) - 1, at + 1 + _BEHIND)):
        if words[n] in _STOPS:
            return None
        if words[n] not in _IN:
            continue
        behind = n + 1 + (words[n + 1] in _THE)
        if behind < len(words) and _is_name(line, behind):
            last = behind
            while last + 1 < len(words) and _is_name(line, last + 1) and line.tokens[last + 1] >= 0:
                last += 1
            return line.saying.text[line.places[behind][0] : line.places[last][1]], last
        behind = n + 1
        if words[behind] not in _THE:
            continue
        found = None
        for m in range(behind + 1, min(len(words), behind + 1 + _PLACE)):
            if line.tokens[m] < 0 or (found is not None and words[m] not in PLACES):
                break
            if words[m] in PLACES:
                found = words[m], m  # "the town cemetery"
        if found is not None:
            last = found[1]
            if words[last + 1 : last + 2] == ["of"] and words[last + 2 : last + 3] != [] and words[last + 2] in _THE:
                whole = next((m for m in range(last + 3, min(len(words), last + 5)) if words[m] in PLACES), -1)
                return (words[whole], whole) if whole >= 0 else found  # "the cellar of the bank"
            return found
    return None


def _is_name(line: Line, at: int) -> bool:
    """Whether the name of a place stands there, or what may well be one."""
    if line.named[at] or line.tokens[at] < 0 or line.words[at] in _NO_PLACES or line.words[at] in MONTHS:
        return False
    return line.saying.text[line.places[at][0]].isupper()


def _subjects(
    sayings: Sayings, line: Line, at: int, speakers: Speakers, roles: dict[str, frozenset[str]]
) -> frozenset[str]:
    """Whom it befell: who stands before it, or is meant there."""
    asked = sayings.named_in_claims.get(line.saying.record.claim or "", [])
    for back in range(at - 1, max(-1, at - _SUBJECT - 1), -1):
        word, person = line.words[back], line.named[back]
        if word in _STOPS or word in ("by", "when", "that", "while"):
            break
        if not person and word in ("he", "she", "him", "her"):
            person = asked[0] if len(asked) == 1 else ""
            return roles.get(person, frozenset()) | {person} if person else frozenset()
        if not person and word in ("i", "me"):
            person = speakers.at(line.saying.record.place(*line.places[back]).start)
        if person:
            return roles.get(person, frozenset()) | {person}
        if role_of(word):
            return frozenset({role_of(word)})
    return frozenset()
