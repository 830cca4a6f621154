"""How many there were of a crowd, told differently under claims that speak of one.

A claim speaks of a crowd where it asks for a number that is not of the dead, or names people of whom there are many:
strikers, troops, mourners. Numbers of people in the hundreds or thousands under it are of that crowd, and so are those
in the thousands under another such claim of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Claim, Sourcebook
from ..words.bare_counts import find_bare, is_of_a_part
from ..words.sames import set_of
from ..words.stems import stem
from .differences import Difference, around
from .numbers import agree, counts_a_part
from .sayings import Saying, Sayings
from .settings import Settings
from .told_numbers import Told, numbers_apart

__all__ = ["differing_crowds"]

_ASKING = frozenset("number numbers many count tally".split())
_MANY = frozenset(
    "people crowd crowds mob multitude throng strikers workers workmen rioters demonstrators marchers troops soldiers "
    "army rebels insurgents mutineers mourners audience congregation peasants villagers townspeople inhabitants "
    "refugees emigrants pilgrims pickets rioting demonstration procession meeting rally gathering march town "
    "village city everybody everyone population public funeral rising uprising revolt insurrection rebellion "
    "mutiny riot riots pilgrimage exodus siege".split()
)
_TROOPS = frozenset(
    "troops soldiers army cavalry yeomanry infantry dragoons hussars lancers militia garrison regiment battalion "
    "company squadron troop patrol picket police constables gendarmes guards guard escort band gang rebels "
    "insurgents".split()
)
_CARED_FOR = frozenset(
    "wounded injured sick patients prisoners captives orphans hungry starving destitute homeless guests pupils".split()
)
_STANDING_FOR_THEM = frozenset(stem(word) for word in "cases patients heads mouths inmates".split())
_ARMS = frozenset(
    stem(word) for word in "sabres sabers bayonets rifles lances swords muskets horse horses guns".split()
)
_THEM = frozenset(
    "they them we us there people men women children souls who whom everybody came come gathered marched assembled "
    "followed walked stood present attended sat heard listened crowd mob".split()
)  # beside a number with no noun, where it is of people
_DID = re.compile(r"\s+(?:were|came|went|had)\b", re.IGNORECASE)
_STRONG = re.compile(r"\s+strong\b", re.IGNORECASE)
_OTHER = frozenset(("lost", "paid", "punished"))
_CROWD, _TROOP, _FEW_CARED_FOR, _THOUSANDS = 100.0, 10.0, 20.0, 1000.0
_RATIO, _RATIO_APART = 20.0, 3.0
_PEOPLE = 20.0
_FEW = 3  # numbers of an account that may each be of the crowd
_CLAIMS = 4  # of a page, that tell of thousands: of more, each is of another crowd
_EACH = re.compile(r"\s+(?:to\s+(?:the|a|each)|per|apiece|each|a\s+(?:day|week|month|year|time))\b", re.IGNORECASE)
_NEAR = 6  # words
_MOST = 12


def differing_crowds(book: Sourcebook, sayings: Sayings, settings: Settings) -> Iterator[Difference]:
    """Numbers of one crowd that differ."""
    asking = {claim.id: least for claim in book.claims if (least := _least(claim))}
    numbered = {claim.id for claim in book.claims if not _ASKING.isdisjoint(claim.text.lower().split())}
    told: dict[str, list[list[Told]]] = {}
    for own in sayings.of_record.values():
        claim = own[0].record.claim or ""
        crowds = list(_read(sayings, own, asking[claim], claim in numbered)) if claim in asking else []
        if 0 < len(crowds) <= _FEW:
            told.setdefault(claim, []).append(crowds)
    for accounts in told.values():
        for n, here in enumerate(accounts[:_MOST]):
            for there in accounts[n + 1 : _MOST]:
                yield from _compare(sayings, settings, here, there, _TROOP, _RATIO)
    claims = [claim for claim, accounts in told.items() if any(_is_vast(c) for own in accounts for c in own)]
    if len(claims) > _CLAIMS:
        return
    for n, claim in enumerate(claims):
        for other in claims[n + 1 :]:
            for here in told[claim][:_MOST]:
                for there in told[other][:_MOST]:
                    yield from _compare(sayings, settings, here, there, _THOUSANDS, _RATIO_APART)


def _least(claim: Claim) -> float:
    """How many at least a crowd is that a claim speaks of, 0 where it speaks of none."""
    words = re.findall(r"[^\W\d_]+", claim.text.lower())
    if any(set_of(word) in _OTHER for word in words):
        return 0.0
    if not _TROOPS.isdisjoint(words):
        return _TROOP
    if not _CARED_FOR.isdisjoint(words):
        return _FEW_CARED_FOR
    return 0.0 if _ASKING.isdisjoint(words) and _MANY.isdisjoint(words) else _CROWD


def _read(sayings: Sayings, own: list[Saying], least: float, asks: bool) -> Iterator[Told]:
    for saying in own:
        counts = sayings.counts(saying)
        bare = (
            c
            for c in find_bare(saying.text, saying.start, saying.end)
            if not any(c.span.overlaps(o.span) for o in counts)
        )
        for count in sorted((*counts, *bare), key=lambda c: c.span.start):
            strong = _STRONG.match(saying.text, count.span.end, saying.end)
            armed = (least == _TROOP and count.noun in _ARMS) or (
                least == _FEW_CARED_FOR and count.noun in _STANDING_FOR_THEM
            )
            fewest = min(least, _PEOPLE) if strong or armed or count.kind == "persons" else max(least, _CROWD)
            if count.high < fewest:
                continue
            if not strong and not armed and count.kind not in ("persons", "bare"):
                continue
            if is_of_a_part(saying.text, count) or counts_a_part(saying, count):
                continue
            near = around(saying, count.span.start, count.head, _NEAR)
            if any(set_of(token.low) in _OTHER for token in near):
                continue
            behind = _DID.match(saying.text, count.span.end, saying.end)
            of_them = strong or asks or behind or any(token.low in _THEM for token in near)
            if count.kind == "bare" and not of_them:
                continue
            if not _EACH.match(saying.text, max(count.head, count.span.end), saying.end):
                yield Told(saying, count)


def _is_vast(crowd: Told) -> bool:
    return crowd.count.high >= _THOUSANDS


def _compare(
    sayings: Sayings, settings: Settings, here: list[Told], there: list[Told], least: float, ratio: float
) -> Iterator[Difference]:
    for one in here:
        for other in there:
            low, high = sorted((one.count.high, other.count.high))
            if low < least or high > ratio * low or agree(one.count, other.count):
                continue
            if other.count.low in (crowd.count.low for crowd in here) or one.count.low in (c.count.low for c in there):
                continue
            if settings.clash(one.saying, other.saying) < 2:
                yield _difference(sayings, one, other)


def _difference(sayings: Sayings, one: Told, other: Told) -> Difference:
    reason = "claims that speak of a crowd, and accounts that tell how many it was"
    return numbers_apart(sayings, one, other, "how many there were", reason, base=0.4, per=80, most=0.65)
