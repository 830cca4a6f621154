"""Whether somebody was there, told differently in accounts under one claim: at the table here, away or unasked there.

That he was there is told by a word of being present, by what one does in company ("sat across from me", "came late"),
or by his name in a row of those who met. That he was not is told by a denial of it, by a word of absence, by not
having been asked, or by his being in some town at the time.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from ..model import Cause, DiscrepancyKind, Reason, Sourcebook
from ..words.gazetteer import is_known_place
from ..words.grammar import BE
from ..words.verbs import is_irregular_past
from .bystanders import read_bystanders
from .differences import Difference, Words, about_of
from .lines import Line, line_of
from .sayings import Saying, Sayings
from .settings import Settings
from .speakers import Speakers
from .whereabouts import PLACES, role_of, roles_of

__all__ = ["differing_attendance"]

_AWAY = frozenset("absent away abroad elsewhere".split())
_THERE = frozenset("there present".split())
_ASKED = frozenset("asked invited bidden summoned".split())
_NOT = frozenset("not never n't wasn't weren't hadn't isn't".split())
_COMPANY = frozenset(
    "sat stood attended presided presides dined visited rode marched knelt watched listened danced".split()
)
_CAME = frozenset("came arrived left went".split())
_WHEN = frozenset("late early first last before after".split())
_GONE = frozenset("left departed gone sailed".split())
_TITLES = frozenset("mr mrs miss dr sir lady captain colonel major general".split())
_STOPS = frozenset(';.!?()"“”') | {"not", "never", "would", "if"}
_FAR = 7  # words from a name to a departure
_ABSENT_WORDS = _AWAY | {"never", "not"}
_STAYS = frozenset(("was", "is"))
_HAVE = frozenset("had has have having".split())
_HEARD = frozenset("examined cross-examined questioned sworn heard".split())
_APPEAR = frozenset("appear attend come testify go".split())
_APPEARED = frozenset("appeared attended came testified went".split())
_THE = frozenset("the his her their my our a an front".split())
_MEETING = re.compile(
    r"\b(?:present|attend\w*|gather\w*|assembl\w*|met|meeting|dined?|dinner|supper|lunch\w*|table|party|guests?|committee|"
    r"council|board|conference|session|sat|sitting)\b|:\s",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z-]+")
_ROW = 3  # names beside each other
_DOES = frozenset("looked ordered gave told said called shouted came went took put handed pointed asked saw".split())
_AMONG_THEM = 5.0  # what an account must share with the one that never saw him
_TWO_ACCOUNTS = "accounts under one claim: he was there by the one, and not by the other"
_COUNTERED = "an account tells that he was there, and counters it"
_COUNTERING = frozenset("but however yet actually nevertheless still".split())
_RIGHT_BEHIND = 2  # sentences
_EARLY = 4  # words before the name in a question
_REACH = 5  # words from a name to what is told of it


@dataclass(frozen=True, slots=True)
class _Told:
    saying: Saying
    person: str
    there: bool
    start: int
    end: int

    @property
    def cut(self) -> str:
        """The words that tell it."""
        return self.saying.text[self.start : self.end]


def differing_attendance(
    book: Sourcebook, sayings: Sayings, settings: Settings, speakers: Speakers
) -> Iterator[Difference]:
    """Who was there by one account and not by another."""
    roles = roles_of(sayings)
    texts = {claim.id: claim.text.lower() for claim in book.claims}
    for accounts in sayings.by_claim:
        asked = {role_of(word): word for word in _WORD.findall(texts.get(accounts[0][0].record.claim or "", ""))}
        asked.pop("", None)
        called = frozenset(asked.values())
        away = [
            told
            for own in accounts
            for n, saying in enumerate(own)
            if (saying.named or "i" in saying.lows or (asked and not called.isdisjoint(saying.lows)))
            and (len(accounts) > 1 or saying.tokens[0].low in _COUNTERING)
            and _may_be_away(saying)
            for told in _read(saying, own[n + 1 : n + 2], asked, roles, speakers)
            if not told.there
        ]
        asking = accounts if len(accounts) > 1 else []
        answered = [
            _Told(found.saying, found.person, found.there, found.start, found.end)
            for own in asking
            for found in read_bystanders(own)
        ]
        away += [told for told in answered if not told.there]
        for own in accounts if len(accounts) > 1 else ():
            if "never saw" in own[0].text:
                yield from _unseen(sayings, settings, speakers, roles, own, accounts)
        if not away:
            continue
        present = [
            told
            for own in accounts
            for n, saying in enumerate(own)
            if saying.named or asked or "i" in saying.lows
            for told in _read(saying, own[n + 1 : n + 2], asked, roles, speakers)
            if told.there
        ]
        present += [told for told in answered if told.there]
        for one in away:
            for other in present:
                if other.person != one.person:
                    continue
                if other.saying.record is one.saying.record and not _is_countered(other.saying, one.saying):
                    continue
                if settings.clash(one.saying, other.saying) == 2 or _may_be_both(one, other):
                    continue
                a, b = (one, other) if one.saying.number < other.saying.number else (other, one)
                pair = sayings.pair(a.saying, b.saying)
                yield Difference(
                    DiscrepancyKind.PRESENCE,
                    Words(a.saying, a.start, a.end),
                    Words(b.saying, b.start, b.end),
                    about_of(pair) or "who was there",
                    0.6,
                    Cause.CONFLICT,
                    (one.person,) if one.person[0] != "#" else (),
                    (Reason(_COUNTERED if a.saying.record is b.saying.record else _TWO_ACCOUNTS),),
                    pair.weight,
                )


def _may_be_both(away: _Told, there: _Told) -> bool:
    """Whether the room that he was in may be in the town where he is said to have been."""
    return away.cut.split()[-1][:1].isupper() and " to " not in away.cut and there.cut.split()[-1].lower() in PLACES


def _is_countered(told: Saying, away: Saying) -> bool:
    """Whether an account tells that somebody was there, and right behind it counters that he was not."""
    first = away.tokens[0].low if away.tokens else ""
    return 0 < away.number - told.number <= _RIGHT_BEHIND and first in _COUNTERING


def _unseen(
    sayings: Sayings,
    settings: Settings,
    speakers: Speakers,
    roles: dict[str, frozenset[str]],
    own: list[Saying],
    accounts: list[list[Saying]],
) -> Iterator[Difference]:
    """Whom one account never saw ("the pilot I never met"), doing something among the same things in another."""
    for saying in own:
        whom, first, last = _never_saw(saying)
        if not whom:
            continue
        told = frozenset().union(*(near.features for near in own))
        told -= {token.key for token in saying.tokens if role_of(token.low) in whom} | {"@" + who for who in whom}
        for other in accounts:
            if other is own:
                continue
            doing = [
                (sayings.weigh(s.features & told), s)
                for s in other
                if whom & _doers(s, roles, speakers) and s is not saying
            ]
            best = max(doing, key=lambda found: found[0], default=(0.0, saying))[1]
            weight = sayings.weigh(told & frozenset().union(*(s.features for s in other)))
            if not doing or weight < _AMONG_THEM or settings.clash(saying, best) == 2:
                continue
            here, there = Words(saying, first, last), Words(best, best.start, best.end)
            a, b = (here, there) if saying.number < best.number else (there, here)
            yield Difference(
                DiscrepancyKind.PRESENCE,
                a,
                b,
                about_of(sayings.pair(a.saying, b.saying)) or "who was there",
                0.5,
                Cause.CONFLICT,
                tuple(sorted(who for who in whom if who[0] != "#")),
                (Reason("one account never saw him, the other tells what he did among the same things"),),
                weight,
            )


def _never_saw(saying: Saying) -> tuple[frozenset[str], int, int]:
    """Whom a sentence says that it never saw, a person or what he is, and where it says so."""
    tokens = saying.tokens
    at = next(
        (n for n, t in enumerate(tokens) if t.low == "never" and n + 1 < len(tokens) and tokens[n + 1].low == "saw"), 0
    )
    if at < 1 or tokens[at - 1].low not in ("i", "we"):
        return frozenset(), 0, 0
    before, behind = tokens[max(0, at - 3) : at - 1], tokens[at + 2 : at + 4]
    ends = at + 1 == len(tokens) - 1 or saying.text[tokens[at + 1].end : tokens[at + 1].end + 1] in ".,;"
    for token in reversed(before) if ends else behind:
        whom = frozenset({token.named.person}) if token.named is not None else frozenset({role_of(token.low)} - {""})
        if whom:
            edge = token.start if ends else tokens[at - 1].start
            return whom, edge, tokens[at + 1].end if ends else token.end
    return frozenset(), 0, 0


def _doers(saying: Saying, roles: dict[str, frozenset[str]], speakers: Speakers) -> frozenset[str]:
    """Who does something in a sentence, with what they go by: who is named before a verb, and whoever says "I"."""
    found: set[str] = set()
    for token, behind in pairwise(saying.tokens):
        if token.named is not None and behind.named is None and (behind.low in _COMPANY or behind.low in _DOES):
            found |= roles.get(token.named.person, frozenset()) | {token.named.person}
        elif token.low == "i" and (is_irregular_past(behind.low) or behind.low.endswith("ed")):
            speaker = speakers.at(saying.record.place(token.start, token.end).start)
            found |= (roles.get(speaker, frozenset()) | {speaker}) if speaker else set()
    return frozenset(found)


def _may_be_away(saying: Saying) -> bool:
    """Whether some word may tell that somebody was not there; quick."""
    tokens = saying.tokens
    for at, token in enumerate(tokens):
        if token.low in _ABSENT_WORDS or token.low.endswith("n't"):
            return True
        if token.low in _STAYS and at + 1 < len(tokens) and tokens[at + 1].low in ("at", "in"):
            return True
        if token.low in _GONE and at + 1 < len(tokens) and tokens[at + 1].low in ("for", "to"):
            return True
    return False


def _with_roles(line: Line, asked: Container[str], roles: dict[str, frozenset[str]]) -> Line:
    """The line with those for people, whom the claim calls by what they are: "the mayor sat beside me"."""
    named = list(line.named)
    for at, word in enumerate(line.words):
        if named[at]:
            goes_by = [role for role in sorted(roles.get(named[at], ())) if role in asked]
            named[at] = goes_by[0] if goes_by else named[at]
        elif at and line.words[at - 1] == "the" and role_of(word) in asked:
            named[at] = role_of(word)
    return replace(line, named=named)


def _with_first(line: Line, speakers: Speakers) -> Line:
    """The line with whoever says "I" for those words."""
    named = list(line.named)
    for at, word in enumerate(line.words):
        if word == "i" and not named[at]:
            named[at] = speakers.at(line.saying.record.place(*line.places[at]).start)
    return replace(line, named=named)


def _read(
    saying: Saying, behind: list[Saying], called: Container[str], roles: dict[str, frozenset[str]], speakers: Speakers
) -> Iterator[_Told]:
    line = _with_roles(line_of(saying), called, roles) if called else line_of(saying)
    if "i" in saying.lows:
        line = _with_first(line, speakers)
    ends = [n for n, who in enumerate(line.named) if who]
    for at in ends:
        found = _of(line, at)
        if found is not None:
            there, first, last = found
            yield _Told(saying, line.named[at], there, line.places[first][0], line.places[last][1])
    asked = ends[-1] if len(ends) == 1 and ends[-1] <= _EARLY and line.words[-1] != "." else -1
    if asked >= 0 and behind and saying.words.rstrip().endswith("?"):
        reply = line_of(behind[0])
        found = _answer(reply, 0, line.words[asked:])
        if found is not None:
            there, first, last = found
            yield _Told(behind[0], line.named[asked], there, reply.places[first][0], reply.places[last][1])
    if len(ends) >= _ROW and _MEETING.search(saying.text, saying.start, saying.end):
        for row in _rows(line, ends):
            for at in row:
                yield _Told(saying, line.named[at], True, line.places[row[0]][0], line.places[row[-1]][1])


def _rows(line: Line, ends: list[int]) -> Iterator[list[int]]:
    """Names with nothing but marks, "and" and what they are between them."""
    row: list[int] = []
    for at in ends:
        between = line.words[row[-1] + 1 : at] if row else []
        if row and not (between and between[0] in (",", "and", "&") and len(between) <= 4 and "." not in between):
            if len(row) >= _ROW:
                yield row
            row = []
        row.append(at)
    if len(row) >= _ROW:
        yield row


def _of(line: Line, at: int) -> tuple[bool, int, int] | None:
    """Whether the person at a place of the line was there, with the first and last place of the words that tell it."""
    words = line.words
    verb = at + 1
    if verb < len(words) and words[verb] == "," and verb + 1 < len(words) and words[verb + 1] == "who":
        verb = next((n + 1 for n in range(verb + 2, min(len(words), verb + 9)) if words[n] == ","), len(words))
    behind = words[verb : verb + _REACH]
    if at >= 2 and words[at - 1] == "saw" and words[at - 2] == "never":
        return False, at - 2, at
    of = at - 1 - (words[at - 1] in _TITLES) if at else -1
    presence = next((n for n in (at - 2, at - 3) if n > 0 and words[n : n + 2] == ["presence", "of"]), -1)
    if presence > 0 and words[presence - 1] in ("the", "in"):
        return True, presence, at
    if of >= 2 and words[of] == "of" and words[of - 1] == "voice" and "heard" in words[max(0, of - 4) : of]:
        return True, of - 1, at
    gone = next((n for n in range(verb, min(len(words) - 2, verb + _FAR)) if words[n] in _GONE), -1)
    if (
        gone >= 0
        and words[gone + 1] in ("for", "to")
        and _is_town(line, gone + 2)
        and not any(line.named[verb:gone])
        and not _STOPS & set(words[verb:gone])
    ):
        return False, gone, gone + 2
    if behind and (behind[0] in BE or behind[0] in _HAVE):
        denied = any(word in _NOT for word in behind[1:3])
        for step, word in enumerate(behind[1:], 1):
            if word in _NOT or word in BE or word.endswith("ly") or word in ("also", "even", "himself", "herself"):
                continue
            if word in _AWAY:
                return denied, at, verb + step
            if word in _THERE:
                return not denied, at, verb + step
            if word in _ASKED and denied:
                return False, at, verb + step
            if word in ("in", "at") and _is_town(line, verb + step + 1):
                return (False, at, verb + step + 1) if denied or behind[0] in ("was", "is") else None
            if word in _HEARD:
                return not denied, at, verb + step
            if word in ("in", "at", "on") and not denied and (room := _room(line, verb + step)) >= 0:
                return True, at, room
            break
        return None
    if behind[:2] in (["did", "not"], ["failed", "to"]) and len(behind) > 2 and behind[2] in _APPEAR:
        return False, at, verb + 2
    if behind[:1] == ["never"] and len(behind) > 1 and behind[1] in _APPEARED:
        return False, at, verb + 1
    if at >= 2 and words[of] == "saw" and words[of - 1] in ("i", "we"):
        where = next((n for n in range(verb, min(len(words), verb + _REACH)) if words[n] in ("in", "at", "on")), -1)
        if where >= 0 and (room := _room(line, where)) >= 0:
            return True, of, room
    if behind and behind[0] in _COMPANY:
        return True, at, verb
    question = next((n for n in range(verb, min(len(words), verb + 4)) if words[n] == "?"), -1)
    if question >= 0 and at <= _EARLY:
        return _answer(line, question + 1, words[at:question])
    return None


def _room(line: Line, at: int) -> int:
    """Where the noun of a place stands behind "in the", "at the" or "on the", -1 where none does."""
    words = line.words
    if at + 2 >= len(words) or words[at + 1] not in _THE:
        return -1
    return next((n for n in range(at + 2, min(len(words), at + 5)) if words[n] in PLACES), -1)


def _answer(line: Line, at: int, asked: list[str]) -> tuple[bool, int, int] | None:
    """What is answered, from a place of the line on, to "Was X there?" and "And X?"."""
    words = line.words
    rest = [n for n in range(at, min(len(words), at + 6)) if line.tokens[n] >= 0]
    if len(rest) < 2 or words[rest[0]] not in ("he", "she"):
        return None
    verb = words[rest[1]]
    asks = "there" in asked or "present" in asked
    if verb in _COMPANY or (verb in _CAME and len(rest) > 2 and words[rest[2]] in _WHEN):
        return True, rest[0], rest[-1]
    if verb in BE and asks:
        return not any(words[n] in _NOT for n in rest), rest[0], rest[-1]
    return None


def _is_town(line: Line, at: int) -> bool:
    """Whether a name stands there that names no person and is a town's."""
    if at >= len(line.words) or line.named[at] or line.tokens[at] < 0:
        return False
    start, end = line.places[at]
    word = line.saying.text[start:end]
    return word[:1].isupper() and is_known_place(word)
