"""How often something was done or how many of a thing there were, told of one seldom named thing near by.

"The bell rang three times", "there was one bell", "a bell rang, and then another": what is counted is a thing that few
sentences of the page name, and it is told under one claim or under claims near each other. An answer of one word
("Twice.") is of what was asked right before.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Sourcebook
from ..words.amounts import read_number
from ..words.calendars import MONTHS
from ..words.polarity import is_denied
from ..words.sorts import sort_of
from ..words.stems import is_function_word, stem
from .differences import Difference, Words, words_apart
from .lines import line_of
from .numbers import counts_a_part
from .sayings import Saying, Sayings, may_count
from .settings import Settings

__all__ = ["differing_often"]

_N = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a\\s+dozen|twenty|\\d{1,2}"
_OFTEN = re.compile(
    rf"\b(?:(?P<word>twice|thrice|(?<=only )once|(?<=but )once|once(?=\s+only))|(?P<much>{_N})\s+times)\b"
    r"(?!\s+(?:as|more|the|his|her|their|its|a|daily|weekly|each|over|that|so)\b)",
    re.IGNORECASE,
)
_WORDS = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
_THERE = re.compile(
    rf"\b(?:there\s+(?:was|were|is|are|had\s+been)|(?:only|but|just|by|with|had|have|heard|saw|found|were|in(?=\s+one\b)|into(?=\s+one\b))"
    rf"(?!\s+one\s+of))\s+(?:but\s+|only\s+|just\s+|a\s+)?"
    rf"(?P<much>{_N})\s+(?P<words>[^\W\d_]+(?:\s+[^\W\d_]+){{0,2}})|\ba\s+single\s+(?P<single>[^\W\d_]{{3,}})",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\ba\s+(?P<noun>[^\W\d_]{3,})\s+[^\W\d_]+\b[^.;!?]{0,60}?\banother\b(?!\s+[^\W\d_]{3,}s?\b(?!\s*[;,.]))"
    r"|\b(?:a|the|his|her)\s+(?:[^\W\d_]+\s+){0,2}(?P<thing>[^\W\d_]{3,}),\s+and\b[^.;,!?]{0,40}?\banother(?=\s*[;,.])",
    re.I,
)
_BOTH = re.compile(
    r"\b(?:both|(?:a|the)\s+(?:pair|couple)\s+of)\s+(?:of\s+)?(?:the\s+|his\s+|her\s+|their\s+|our\s+|my\s+)?(?:[^\W\d_]+\s+)?(?P<noun>[^\W\d_]{3,}s)\b"
    r"|\bthe\s+(?:[^\W\d_]+\s+)?(?P<those>[^\W\d_]{3,}s)\s+(?:[^\W\d_]+,?\s+)?both\b",
    re.IGNORECASE,
)
_SECOND = re.compile(r"\bthe\s+second\s+(?:[^\W\d_]+\s+)?(?P<noun>[^\W\d_]{3,})\b", re.I)
_BOTH_HINTS = frozenset("both pair couple".split())
_OFTEN_HINTS = frozenset("times twice thrice once".split())
_LEADS = frozenset("there only but just by with had have heard saw found were in into".split())
_NUMBERS = frozenset("one two three four five six seven eight nine ten eleven twelve dozen twenty".split()) | frozenset(
    map(str, range(1, 100))
)
_SELDOM = 5.0  # of the thing
_BESIDE = 9  # words from "twice" to it
_FAR = 12  # claims
_NEAR = 2  # where one account only names so many of it by the way
_FEW = 50.0
_RATIO = 4.0
_SHORT = 8  # words of an answer
_NO_THINGS = frozenset(
    stem(word)
    for word in (
        "time times day days night nights hour hours minute minutes week weeks month months year years second seconds "
        "way ways word words man men woman women person persons people thing things hand hands side sides reason "
        "reasons part parts place places half mind case end point more other others another pound pounds dollar "
        "dollars per cent foot feet mile miles yard yards metre metres inch inches eye eyes leg legs morning evening "
        "vote votes"  # which each motion has
    ).split()
)
_MOST = 30


@dataclass(frozen=True, slots=True)
class _Count:
    saying: Saying
    value: float
    things: frozenset[str]
    start: int
    end: int
    by_the_way: bool = False
    single: bool = False  # "a single sheet", "only one gun"
    noun: str = ""  # stem of the word that is counted, none for "three times"


def differing_often(book: Sourcebook, sayings: Sayings, settings: Settings) -> Iterator[Difference]:
    """Counts of one thing that differ, and how often it was where a claim tells that."""
    asking = {claim.id for claim in book.claims if _OFTEN.search(claim.text)}
    for accounts in sayings.by_claim if asking else ():
        if accounts[0][0].record.claim in asking:
            yield from _answers(sayings, settings, accounts)
    of_thing: defaultdict[str, list[_Count]] = defaultdict(list)
    for saying in sayings.all:
        if saying.section < 0:
            continue
        for count in _read(sayings, saying):
            for thing in sorted(count.things):
                of_thing[thing].append(count)
    seen: set[tuple[int, int]] = set()
    for thing, counts in of_thing.items():
        for n, one in enumerate(counts[:_MOST]):
            for other in counts[n + 1 : _MOST]:
                a, b = one.saying, other.saying
                far = _NEAR if one.by_the_way or other.by_the_way else _FAR
                if a.record is b.record or one.value == other.value or abs(a.section - b.section) > far:
                    continue
                if far == _NEAR and not (one.single or other.single or _may_be_of_one(one, other)):
                    continue
                if any(x.value == other.value and x.saying.record is a.record for x in counts) or any(
                    x.value == one.value and x.saying.record is b.record for x in counts
                ):
                    continue
                if (one.start, other.start) in seen or settings.clash(a, b) == 2:
                    continue
                seen.add((one.start, other.start))
                yield _difference(sayings, one, other, thing)


def _may_be_of_one(one: _Count, other: _Count) -> bool:
    """Whether two counts by the way stand under one claim, and lie near each other."""
    low, high = sorted((one.value, other.value))
    same = bool(one.noun) and one.noun == other.noun  # steamers are vessels, and not all
    return same and one.saying.section == other.saying.section and high <= _RATIO * low


def _answers(sayings: Sayings, settings: Settings, accounts: list[list[Saying]]) -> Iterator[Difference]:
    """How often it was by each account that tells it once."""
    told: list[_Count] = []
    for own in accounts:
        found = [
            _Count(saying, value, frozenset(), *times.span())
            for saying in own
            if not _OFTEN_HINTS.isdisjoint(saying.lows)
            for times in _OFTEN.finditer(saying.text, saying.start, saying.end)
            if (value := _WORDS.get((times["word"] or "").lower()) or _value(times["much"] or ""))
        ]
        told += found if len({count.value for count in found}) == 1 else []
    for n, one in enumerate(told):
        for other in told[n + 1 :]:
            if one.saying.record is other.saying.record or one.value == other.value:
                continue
            if settings.clash(one.saying, other.saying) < 2:
                yield _difference(sayings, one, other, "how often it was")


def _read(sayings: Sayings, saying: Saying) -> Iterator[_Count]:
    text, lows = saying.text, saying.lows
    numbered = not _NUMBERS.isdisjoint(lows)
    for found in _OFTEN.finditer(text, saying.start, saying.end) if not _OFTEN_HINTS.isdisjoint(lows) else ():
        value = _WORDS.get((found["word"] or "").lower()) or _value(found["much"] or "")
        things = _things(sayings, saying, found.start(), found.end())
        if value and things:
            yield _Count(saying, value, things, *found.span())
            break  # "three times the lamp went out, and three times she lit it"
    taken: set[int] = set()
    led = "single" in lows or (numbered and not _LEADS.isdisjoint(lows))
    for found in _THERE.finditer(text, saying.start, saying.end) if led else ():
        value = 1.0 if found["single"] else _value(found["much"])
        group = "single" if found["single"] else "words"
        noun = _noun(found[group].lower().split(), value == 1.0)
        thing = sort_of(stem(noun))
        if value and noun and _is_thing(sayings, noun) and not _denied(saying, found.start()):
            end = found.start(group) + found[group].lower().index(noun) + len(noun)
            taken.add(end)
            start = found.start() if found["single"] else found.start("much")
            yield _Count(saying, value, frozenset((thing,)), start, end, single=value == 1.0, noun=stem(noun))
    for count in sayings.counts(saying):
        thing = sort_of(count.noun)
        if count.kind != "things" or count.head in taken or count.low != count.high or count.low > _FEW:
            continue
        if _is_thing(sayings, count.noun, count.noun) and not counts_a_part(saying, count):
            yield _Count(
                saying, count.low, frozenset((thing,)), count.span.start, count.span.end, True, noun=count.noun
            )
    for found in _BOTH.finditer(text, saying.start, saying.end) if not _BOTH_HINTS.isdisjoint(lows) else ():
        noun = (found["noun"] or found["those"]).lower()
        if _is_thing(sayings, noun):
            yield _Count(saying, 2.0, frozenset((sort_of(stem(noun)),)), *found.span(), noun=stem(noun))
    for found in _SECOND.finditer(text, saying.start, saying.end) if "second" in lows else ():
        noun = found["noun"].lower()
        if _is_thing(sayings, noun):
            yield _Count(
                saying, 2.0, frozenset((sort_of(stem(noun)),)), *found.span(), by_the_way=True, noun=stem(noun)
            )
    for found in _ANOTHER.finditer(text, saying.start, saying.end) if "another" in lows else ():
        noun = (found["noun"] or found["thing"]).lower()
        thing = sort_of(stem(noun))
        if _is_thing(sayings, noun):
            yield _Count(saying, 2.0, frozenset((thing,)), *found.span())


def _noun(words: list[str], one: bool) -> str:
    """What is counted: the first word behind "one", behind other numbers the first that looks like a plural."""
    for word in words:
        if is_function_word(word):
            return ""
        if one or (word.endswith("s") and not word.endswith("ss")) or word in ("men", "women", "children"):
            return word
    return ""


def _value(words: str) -> float | None:
    return 12.0 if words.lower().endswith("dozen") else read_number(words.lower()) if words else None


def _denied(saying: Saying, at: int) -> bool:
    line = line_of(saying)
    place = next((n for n, (start, _) in enumerate(line.places) if start >= at), 0)
    return is_denied(line.words, place)


def _is_thing(sayings: Sayings, low: str, key: str = "") -> bool:
    key = key or stem(low)
    return (
        key not in _NO_THINGS
        and not is_function_word(low)
        and not may_count(low)
        and low not in MONTHS
        and sayings.weights.get(key, 0.0) >= _SELDOM
    )


def _things(sayings: Sayings, saying: Saying, start: int, end: int) -> frozenset[str]:
    """What may have been done so often: what is named near it in the sentence, or in the question that it answers."""
    near = [*saying.tokens_in(saying.start, start)[-_BESIDE:], *saying.tokens_in(end, saying.end)[:_BESIDE]]
    if len(saying.tokens) <= _SHORT:
        own = sayings.of_record[saying.record.id]
        at = saying.number - own[0].number
        if at and own[at - 1].words.rstrip().endswith("?"):
            near = own[at - 1].tokens
    return frozenset(
        sort_of(token.key)
        for token in near
        if token.key and token.named is None and _is_thing(sayings, token.low, token.key)
    )


def _difference(sayings: Sayings, one: _Count, other: _Count, thing: str) -> Difference:
    reason = "both tell how many of one seldom named thing there were, or how often"
    here, there = (Words(told.saying, told.start, told.end) for told in (one, other))
    return words_apart(sayings, here, there, thing, reason, base=0.45, per=80)
