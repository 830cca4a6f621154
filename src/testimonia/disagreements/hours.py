"""One event at different times of day, in accounts that stand under one claim or under claims near by.

A time of day is told of many things; what makes two of them one is the claim, and that they are near each other: the
nearer if an account tells of several times. Under claims near by the sentences must have a word in common that says
something.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ..model import Sourcebook
from ..words.calendars import MONTHS
from ..words.clocks import Clock, find_clocks, find_limits, minutes_apart
from ..words.stems import stem
from .dates import asked_before, events_of, phrased_events, words_beside
from .differences import Difference, Words, dates_apart
from .sayings import Saying, Sayings, Token
from .settings import Settings

__all__ = ["differing_hours"]

# without one of these words, or figures such as "2.10" and "3 p.m.", there is no time of day; for speed
_HINTS = frozenset(
    "o'clock past quarter half noon midday midnight minutes striking struck strike chimed chiming tolled "
    "precisely".split()
)
_PARTS = frozenset(
    "morning afternoon evening night day church clock watch sharp minute".split()
)  # with a word for an hour
_HOURS = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
_PASTS = frozenset("ten fifteen twenty thirty forty fifty".split())
_WORDED = re.compile(
    rf"\b(?:at|about|was|says?|said|gives|gave)\s+(?:{'|'.join(sorted(_HOURS))})[\s-](?:{'|'.join(sorted(_PASTS))})\b",
    re.IGNORECASE,
)
_IT_WAS = re.compile(r"\W*(?:[A-Z][\w.'’ -]{0,40}:\s*)?(?:it|that|this)\s+(?:was|wanted|happened)\b", re.IGNORECASE)
_TITLE_IN = 10  # code points
_TITLE = re.compile(r"\b(?:Mrs?|Ms|Miss|Dr|Sir|Lady|Captain|Colonel|Major|Father)\.?\s+$", re.IGNORECASE)
_SINCE = re.compile(  # "had been in the house since before midnight"
    r"\b(?:been|was|were)\s+(?:there|here|(?:in|at|on)\s+(?:the\s+)?[\w'’-]+)\s+(?:since|from)\s+(?:about\s+)?$",
    re.IGNORECASE,
)
_STAMPED = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s+(?:at\s+)?$")  # of a day in figures, and of no other
_LIMITS = frozenset(("before", "after"))
_DOTTED = re.compile(r"\d{1,2}\.\d\d$")
_PRINTED = re.compile(r"\d:\d\d|\d\s*[ap]\.?\s?m\b|\d\s+(?:in\s+the|at\s+night)\b", re.IGNORECASE)
_NEAR = 180  # minutes: further off, something else is told
_OF_ONE_EVENT = 300  # minutes, where both tell of one event
_ROUND = 7  # minutes
_OF_EACH = frozenset(("arrived", "left", "met", "returned"))  # what several do, each at his time
_NEARER = 45  # minutes, where either account tells more times than one
_NEAR_BY, _BESIDE = 120, 3  # minutes and claims: under another claim
_DAYS = 2  # between two dates that may be one, misdated
_SELDOM = 4.0  # of a word that both then must say
_OF_TIME = frozenset(
    stem(word)
    for word in (
        "past half quarter minutes hour hours noon midnight morning afternoon evening night day clock watch one two "
        "three four five six seven eight nine ten eleven twelve twenty "
        "monday tuesday wednesday thursday friday saturday sunday"
    ).split()
) | frozenset(map(stem, MONTHS))
_ONE_MATTER = "both tell one time of day of one matter, not far from each other"
_WORD = re.compile(r"[^\W\d_]{3,}")
_SAYING = re.compile(
    r"\b(?:says?|said|swears?|swore|sworn|gives?|gave|puts?|has|had|writes?|wrote|tells?|told|states?|stated|testifie[sd]|"
    r"claims?|claimed|reckon(?:s|ed)|notes?|noted|records?|recorded|according)\b",
    re.IGNORECASE,
)
_WRITING = re.compile(
    r"\b(?:certificate|log|log-?book|register|record|entry|diary|report|dispatch|telegram|ticket|docket)\s+"
    r"(?:says|said|has|had|gives|gave|puts|put|states|stated|shows|showed|reads)\s+[^.;:,?]{0,24}$",
    re.IGNORECASE,
)
_TO_COME = re.compile(r"\b(?:will|shall|is\s+to|are\s+to)\b", re.IGNORECASE)
Timed = tuple[Saying, Clock]
_FEW = 3  # times in one account: of more, each is another thing's
_MOST = 12  # accounts of one claim that are set against each other


def differing_hours(book: Sourcebook, sayings: Sayings, settings: Settings) -> Iterator[Difference]:
    """Times of day that differ, the nearest of two accounts that tell few."""
    told: defaultdict[int, list[list[Timed]]] = defaultdict(list)
    quoted: list[list[Timed]] = []  # the times of one account that are each another's
    answers: defaultdict[int, list[Timed]] = defaultdict(list)
    events: dict[tuple[int, int], frozenset[str]] = {}
    hints = _HINTS | frozenset(filter(_DOTTED.match, sayings.lows))
    figured = frozenset(sayings.figured())
    asked = {claim.id: events_of(map(stem, _WORD.findall(claim.text.lower()))) for claim in book.claims}
    for own in sayings.of_record.values():
        if own[0].section < 0:
            continue
        found: list[Timed] = []
        several = False
        theirs: list[Timed] = []
        for saying in own:
            if not _may_tell(saying, hints, figured):
                continue
            clocks = [
                clock
                for clock in find_clocks(saying.text, saying.start, saying.end)
                if not _STAMPED.search(saying.text, saying.start, clock.span.start)
            ]
            if clocks and (_are_of_several(saying, clocks) if len(clocks) > 1 else _is_of_writing(saying, clocks[0])):
                theirs += [(saying, clock) for clock in clocks]
            elif len(clocks) > 1:
                several = True  # from one time to another: which of them dates the event is not said
            else:
                found += [(saying, clock) for clock in clocks]
            if not clocks and not _LIMITS.isdisjoint(saying.lows):
                found += [(saying, limit) for limit in find_limits(saying.text, saying.start, saying.end)]
        if theirs:
            quoted.append(theirs[:_MOST])
        for saying, clock in found:
            claimed = asked.get(saying.record.claim or "", frozenset())
            events[saying.number, clock.span.start] = _events(sayings, (saying, clock), claimed)
        if 0 < len(found) <= _FEW and not several and len(theirs) < 2:  # what some paper has is not its own
            told[own[0].section].append(found)
        answer = (
            None
            if several or len(theirs) > 1
            else _answer(sayings, asked.get(own[0].record.claim or ""), _exact(found))
        )
        if answer is not None:
            answers[own[0].section].append(answer)
    for theirs in quoted:
        yield from _set_beside(sayings, settings, theirs, answers)
    for section, accounts in sorted(told.items()):
        near_by = [account for step in range(1, _BESIDE + 1) for account in told.get(section + step, ())]
        for n, here in enumerate(accounts[:_MOST]):
            for there in [*accounts[n + 1 : _MOST], *near_by[:_MOST]]:
                rivals, reach = _of_one_event(events, here, there), _OF_ONE_EVENT
                if rivals is None:
                    told_here, told_there = _exact(here), _exact(there)
                    rivals = _rivals(told_here, told_there)
                    reach = _reach(sayings, settings, told_here, told_there, rivals) if rivals is not None else 0
                if rivals is None:
                    continue
                one, other = rivals
                if not 0 < minutes_apart(one[1], other[1]) <= reach or _may_be_rounded(one[1], other[1]):
                    continue
                if not settings.clash(one[0], other[0]):
                    yield _difference(sayings, one, other, _ONE_MATTER)


def _may_be_rounded(one: Clock, other: Clock) -> bool:
    """Whether one is the other to the quarter of an hour: "12.35", "half past twelve"."""
    return minutes_apart(one, other) <= _ROUND and not (one.minute % 15 and other.minute % 15)


def _difference(sayings: Sayings, one: Timed, other: Timed, reason: str) -> Difference:
    here, there = (Words(saying, clock.span.start, clock.span.end) for saying, clock in (one, other))
    return dates_apart(sayings, here, there, "time of day", reason, base=0.45, per=60)


def _are_of_several(saying: Saying, clocks: list[Clock]) -> bool:
    """Whether each time stands behind a word of saying of its own: "the log says noon; the mate said one"."""
    before = [saying.start, *(clock.span.end for clock in clocks)]
    spans = zip(before, (clock.span.start for clock in clocks), strict=False)
    return all(_SAYING.search(saying.text, start, end) for start, end in spans)


def _is_of_writing(saying: Saying, clock: Clock) -> bool:
    """Whether it is what some paper has: "the certificate says eleven twenty-five"."""
    return bool(_WRITING.search(saying.text, saying.start, clock.span.start))


def _answer(sayings: Sayings, events: frozenset[str] | None, found: list[Timed]) -> Timed | None:
    """The one time of an account that is told of what its claim tells of, or the only one that it has."""
    found = [told for told in found if not _TO_COME.search(told[0].text, told[0].start, told[1].span.start)]
    if len(found) == 1:
        return found[0]
    mine = [told for told in found if events and events & events_of(told[0].features | asked_before(sayings, told[0]))]
    return mine[0] if len(mine) == 1 else None


def _set_beside(
    sayings: Sayings, settings: Settings, theirs: list[Timed], answers: Mapping[int, Sequence[Timed]]
) -> Iterator[Difference]:
    """What an account has of several others, against each other and against the accounts near by."""
    section = theirs[0][0].section
    near_by = [answer for step in range(-_BESIDE, _BESIDE + 1) for answer in answers.get(section + step, ())]
    for n, one in enumerate(theirs):
        for other in theirs[n + 1 :]:
            if 0 < minutes_apart(one[1], other[1]) <= _NEAR:
                yield _difference(sayings, one, other, "one account sets the times that others tell side by side")
        for other in near_by:
            alone = len(theirs) == 1 and other[0].record is not one[0].record
            if alone or not 0 < minutes_apart(one[1], other[1]) <= _NEAR or settings.clash(one[0], other[0]):
                continue
            if other[0].section == section or _is_of_one(sayings, theirs, other):
                yield _difference(
                    sayings, one, other, "an account has the times that others tell, and one tells another"
                )


def _is_of_one(sayings: Sayings, theirs: list[Timed], other: Timed) -> bool:
    """Whether another account has one of these times, or tells of the same event."""
    if any(not minutes_apart(one[1], other[1]) for one in theirs):
        return True
    return bool(
        events_of(sayings.around(theirs[0][0], 1)) & events_of(other[0].features | asked_before(sayings, other[0]))
    )


def _may_tell(saying: Saying, hints: frozenset[str], figured: frozenset[int]) -> bool:
    """Whether there may be a time of day in a sentence; quick."""
    lows = saying.lows
    if not hints.isdisjoint(lows) or not (_PARTS.isdisjoint(lows) or _HOURS.isdisjoint(lows)):
        return True
    if (
        not _PASTS.isdisjoint(lows)
        and not _HOURS.isdisjoint(lows)
        and _WORDED.search(saying.text, saying.start, saying.end)
    ):
        return True
    return saying.number in figured and bool(_PRINTED.search(saying.text, saying.start, saying.end))


def _reach(
    sayings: Sayings, settings: Settings, here: list[Timed], there: list[Timed], rivals: tuple[Timed, Timed]
) -> int:
    """How many minutes apart two times may be and still be told of one event, 0 for not at all."""
    (a, _), (b, _) = rivals
    alone = len(here) == len(there) == 1
    if a.section == b.section:
        return _NEAR if alone else _NEARER
    days = settings.days_apart(a, b)
    if days is not None:
        return _NEAR_BY if days <= _DAYS else 0
    shared = (sayings.around(a, 1) & sayings.around(b, 1)) - _OF_TIME
    telling = any(sayings.weights[f] >= _SELDOM for f in shared if f[0] != "@" and not f[0].isdecimal())
    return _NEAR_BY if telling else 0


def _events(sayings: Sayings, told: Timed, asked: frozenset[str]) -> frozenset[str]:
    """The events that are told beside a time or asked for right before; those of the claim where it says "It was"."""
    saying, clock = told
    near = words_beside(saying, clock.span.start, clock.span.end)
    beside = events_of(token.key for token in near if not saying.text.startswith(" off", token.end))  # "left off"
    beside |= phrased_events(saying, clock.span.start, clock.span.end)
    if _SINCE.search(saying.text, saying.start, clock.span.start):
        return beside | {"arrived"}
    if beside or not _IT_WAS.match(saying.text, saying.start, clock.span.start):
        return beside or events_of(asked_before(sayings, saying))
    return asked


def _of_one_event(
    events: Mapping[tuple[int, int], frozenset[str]], here: list[Timed], there: list[Timed]
) -> tuple[Timed, Timed] | None:
    """The one time of each account that it tells of an event of which the other tells one too."""
    told, heard = ([(time, events[time[0].number, time[1].span.start]) for time in own] for own in (here, there))
    common = frozenset().union(*(of for _, of in told)) & frozenset().union(*(of for _, of in heard))
    for event in sorted(common):
        ones, others = ([time for time, of in own if event in of] for own in (told, heard))
        if len(ones) == len(others) == 1 and not (event in _OF_EACH and _are_others(ones[0], others[0])):
            return ones[0], others[0]
    return None


def _are_others(one: Timed, other: Timed) -> bool:
    """Whether the words before two times name people, and nobody in common; "Mrs. Reed" may be "Cousin Jane"."""
    here, there = (
        [token for token in saying.named if token.named is not None and token.start < clock.span.start]
        for saying, clock in (one, other)
    )
    if any(a.named.person == b.named.person for a in here for b in there if a.named and b.named):
        return False
    return bool(here and there) and _family_names(one[0], here) in (None, _family_names(other[0], there))


def _family_names(saying: Saying, named: Sequence[Token]) -> bool | None:
    """Whether people are called by one word behind a title; ``None`` where some are and some are not."""
    called = {
        bool(_TITLE.search(saying.text, max(saying.start, token.start - _TITLE_IN), token.start))
        for token in named
        if " " not in token.low
    }
    return called.pop() if len(called) == 1 and not any(" " in token.low for token in named) else None


def _exact(own: list[Timed]) -> list[Timed]:
    """Those that are more than "before noon"."""
    return [time for time in own if not time[1].limit]


def _rivals(here: list[Timed], there: list[Timed]) -> tuple[Timed, Timed] | None:
    """The two times that lie nearest each other; none where one time is told in both."""
    if not here or not there:
        return None
    pairs = sorted(
        ((minutes_apart(a[1], b[1]), n, m) for n, a in enumerate(here) for m, b in enumerate(there)),
    )
    if not pairs[0][0]:
        return None
    _, n, m = pairs[0]
    return here[n], there[m]
