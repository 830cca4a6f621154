"""Whether somebody was alone, told differently under one claim: "with nobody near him", "Reed stood at his elbow".

That he was alone is told by that word behind a verb or a comma, by "by himself" and by its being denied that anybody
was near. That he was not is told by somebody who stays or goes "beside him", "at her elbow" and the like, or by his
name in one row with somebody else's. Both must be told of one person and of one scene: the sentences, with those right
beside them, share a seldom word for a place or a deed, or both tell of his dying. Of two accounts one pair is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from ..model import Cause, DiscrepancyKind
from ..words.kinds import is_people
from ..words.stems import stem
from .differences import Difference, Words, words_apart
from .lines import line_of
from .sayings import Saying, Sayings, may_count
from .scenes import place_behind
from .settings import Settings
from .whereabouts import role_of

__all__ = ["differing_unattended"]

_PEOPLE = frozenset(
    "servant maid wife husband son daughter sister brother mother father clerk guard friend companion child nurse "
    "secretary aunt uncle cousin nephew niece man woman lady gentleman men women children guide neighbour neighbor "
    "soldier officer miller interpreter doctor priest physician surgeon sailor mate boy girl lad groom stranger "
    "colleague partner lawyer constable policeman soul person people visitor guest".split()
)
_ALONE = re.compile(
    r"(?:(?<=,)|\b(?:was|were|stood|sat|lay|died|went|came|rode|waited|dined|slept|swam|fell|fought|left|\w{2,}ed|forward|down|"
    r"out|up|back|in)\b)\s+(?:quite\s+|all\s+)?alone\b(?!\s+(?:of|among|responsible|able|fit|liable|guilty|worthy|entitled|to\s+blame|in\s+(?:holding|thinking|believing|saying))\b)"
    r"|(?<!ed)(?<!ten)(?<!made)(?<!done)(?<!held)(?<!kept)\s+by\s+(?:him|her|my)self\b(?!\s+(?:and|or|in|as)\b)"
    r"|\bwith\s+(?:nobody|no\s+one|(?:not\s+(?:one|a)|no)(?:\s+other)?\s+(?P<none>[\w-]+))\s+(?:near|with|by|beside)\s+"
    r"(?:him|her|me)\b"
    r"|\b(?:nobody|no\s+one)\s+else\s+(?:was|would\s+come|came)\s+(?:near|with|by|there|present)\b",
    re.IGNORECASE,
)
_STAYING = (
    r"(?:stood|sat|was|were|waited|knelt|stayed|remained|walked|rode|lay|came|went|stands|sits|kneels|watched|leaned)"
)
_NO_SCENE = frozenset(map(stem, _STAYING[3:-1].split("|"))) | {"alone", "left", "side"}  # of whatever scene
_BESIDE = re.compile(
    rf"\b(?P<stays>{_STAYING})\b(?:(?!\s+(?:in|of|to|for|under)\b)[^.;:?!,]){{0,24}}?\b(?P<near>"
    r"(?:with|beside|near|next\s+to|(?<=stood )by|(?<=sat )by|(?<=knelt )by)\s+(?:(?P<him>him|her)|(?-i:[A-Z][\w-]+))\b"
    r"(?!['’-])(?!\s+\w+ing\b)"
    r"|(?:round|around|about|by|at|beside)\s+(?:the|his|her)\s+(?:sick)?"
    r"(?P<bed>bed|bedside|deathbed|death-bed|couch)\b(?!room)"
    r"|(?:at|by|on)\s+(?:(?P<whose>his|her)|(?:the\s+)?(?P<owner>[\w.-]+(?:\s+[A-Z][\w-]+)?)['’]s?)\s+"
    r"(?:elbow|side|bedside|arm)\b)",
    re.IGNORECASE,
)
_ROW = re.compile(
    r"\s*,?\s+and\s+(?:a|an|his|her|the|their)\s+(?:\w+\s+)?(?P<who>\w+)\b(?!['’-])(?!\s+had\b)(?!\s+of\b)",
)
_HINTS = frozenset("alone himself herself myself nobody".split())
_NEARS = frozenset("elbow side bedside arm with beside by near next and round around about bed deathbed".split())
_HABIT = frozenset("each every often usually sometimes".split())
_DENIED = re.compile(r"\b(?:nobody|no\s+one|none|never|not)\b|n['’]t\b", re.IGNORECASE)
_RULE = "one account tells that he was alone, and another who was beside him"
_MOST = 14  # accounts under one claim
_FIRST = 3  # of what one account tells
_REACH = 1  # sentences on either side, which are of one scene
_LEAST = 4.0  # of a word that tells of one scene
_BACK = 8  # words back to who stays
_SUBJECTS = frozenset("i we he she they who".split())
_DYING = frozenset("died dies die dying dead death deathbed killed bed bedside deathbed expired perished".split())


@dataclass(frozen=True, slots=True)
class _Told:
    saying: Saying
    start: int
    end: int
    whom: str  # an id, or the stem of a word that stands for him; empty where nothing tells
    named: bool  # in the sentence


def differing_unattended(sayings: Sayings, settings: Settings) -> Iterator[Difference]:
    """Where one account tells that somebody was alone and another that he had company."""
    for accounts in sayings.by_claim:
        alone = [list(islice(_alone(sayings, own), _FIRST)) for own in accounts[:_MOST]]
        if not any(alone):
            continue
        together = [list(islice(_together(sayings, own), _FIRST)) for own in accounts[:_MOST]]
        for n, here in enumerate(alone):
            for m, there in enumerate(together):
                if n != m:
                    yield from islice(_compare(sayings, settings, here, there), 1)


def _compare(sayings: Sayings, settings: Settings, here: list[_Told], there: list[_Told]) -> Iterator[Difference]:
    for one in here:
        for other in there:
            if not _is_one_person(sayings, one, other) or not _is_one_scene(sayings, one, other):
                continue
            if settings.clash(one.saying, other.saying):
                continue
            first, second = (Words(told.saying, told.start, told.end) for told in (one, other))
            yield words_apart(
                sayings,
                first,
                second,
                "who was with him",
                _RULE,
                base=0.5,
                per=80,
                kind=DiscrepancyKind.PRESENCE,
                cause=Cause.CONFLICT,
            )


def _is_one_person(sayings: Sayings, one: _Told, other: _Told) -> bool:
    """Whether both are told of one: by his id, or by a word for him that stands beside "he"."""
    if one.whom == other.whom:
        return bool(one.whom)
    return not one.named and other.whom in sayings.around(one.saying, _REACH)


def _is_one_scene(sayings: Sayings, one: _Told, other: _Told) -> bool:
    """Whether a seldom word other than his own is told around both, or both tell how he died."""
    here, there = (_place(told) for told in (one, other))
    if here and there and here != there:
        return False
    ours, theirs = (sayings.around(told.saying, _REACH) for told in (one, other))
    for feature in ours & theirs:
        if feature[0] == "@" or feature == other.whom or feature in _NO_SCENE or may_count(feature):
            continue
        if sayings.weights.get(feature, 0.0) >= _LEAST:
            return True
    return not _DYING.isdisjoint(one.saying.lows) and not _DYING.isdisjoint(other.saying.lows)


def _place(told: _Told) -> str:
    """The place that stands right behind the words; empty where none does."""
    line = line_of(told.saying)
    at = next((n for n in range(len(line.words) - 1, -1, -1) if line.places[n][0] < told.end), 0)
    place = place_behind(line, at)
    return place[0] if place is not None else ""


def _alone(sayings: Sayings, own: list[Saying]) -> Iterator[_Told]:
    """Where an account tells that somebody was alone."""
    for saying in own:
        lows = saying.lows
        if _HINTS.isdisjoint(lows) and not ({"no", "not"} & lows and {"with", "else"} & lows):
            continue
        if not _HABIT.isdisjoint(lows):
            continue
        found = _ALONE.search(saying.text, saying.start, saying.end)
        if found is not None and (found["none"] is None or _is_of_people(found["none"])):
            before = [token.named.person for token in saying.named if token.end <= found.start() and token.named]
            whom = before[-1] if before else _meant(sayings, own, saying, found.start(), "")
            start = found.end() - len(found.group().lstrip())
            yield _Told(saying, start, found.end(), whom, bool(before))


def _together(sayings: Sayings, own: list[Saying]) -> Iterator[_Told]:
    """Where an account tells who was beside somebody."""
    for saying in own:
        if _NEARS.isdisjoint(saying.lows) or not _HABIT.isdisjoint(saying.lows):
            continue
        for token in saying.named:
            row = _ROW.match(saying.text, token.end, saying.end)
            if row is None or token.named is None or not _is_of_people(row["who"]):
                continue
            if not _DENIED.search(saying.words):
                yield _Told(saying, token.start, row.end(), token.named.person, True)
        for found in _BESIDE.finditer(saying.text, saying.start, saying.end):
            if _DENIED.search(saying.text, saying.start, found.end()):
                continue
            if saying.text.startswith(" of ", found.end()):
                continue  # "at the bedside of the elder girl"
            stays = _who_stays(saying, found.start())
            if not stays:
                continue
            near = saying.tokens_in(found.start("near"), found.end())
            whose = next((token.named.person for token in near if token.named is not None), "")
            if not whose and found["owner"]:
                whose = stem(found["owner"].lower())
            elif not whose and not (found["him"] or found["bed"] or found["whose"]):
                continue  # "stood near Ghent"
            whose = whose or _meant(sayings, own, saying, found.start(), stays)
            if whose and whose != stays:
                yield _Told(saying, found.start(), found.end(), whose, True)


def _who_stays(saying: Saying, end: int) -> str:
    """Who stands before a verb: an id, or the word for somebody; empty where no person does."""
    line = line_of(saying)
    at = next((n for n, (start, _) in enumerate(line.places) if start >= end), len(line.words))
    for n in range(at - 1, max(-1, at - _BACK - 1), -1):
        if line.named[n]:
            return line.named[n]
        if line.words[n] in _SUBJECTS or _is_of_people(line.words[n]):
            return line.words[n]
    return ""


def _is_of_people(word: str) -> bool:
    """Whether a word tells of somebody; "European" does, as one who is of a people."""
    low = word.lower()
    return bool(role_of(low)) or low in _PEOPLE or low.removesuffix("s") in _PEOPLE or is_people(word)


def _meant(sayings: Sayings, own: list[Saying], saying: Saying, end: int, but: str) -> str:
    """Whom a pronoun means: the only other one named before it, here or in the sentence before, else in the claim."""
    at = saying.number - own[0].number
    before = own[at - 1].named if at else []
    for tokens in ([token for token in saying.named if token.end <= end], before):
        persons = sorted({token.named.person for token in tokens if token.named is not None} - {but})
        if persons:
            return persons[0] if len(persons) == 1 else ""
    asked = [person for person in sayings.named_in_claims.get(saying.record.claim or "", []) if person != but]
    return asked[0] if len(asked) == 1 else ""
