"""Where somebody or something was, told differently in accounts under one claim: "on the bridge", "in the cabin".

A whereabouts is a word of being or staying with "in", "on", "at" and a noun behind it, or such words alone where they
answer a question. It is that of the person who is named or meant before it, or of whoever goes by what he is ("the
captain", "the look-out"). Two whereabouts of one subject differ where their nouns differ; one that is denied
("was not in the galley") differs from the same one that is not.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model import Cause, DiscrepancyKind, Reason, Sourcebook
from ..words.clocks import find_clocks, minutes_apart
from ..words.polarity import is_denied
from ..words.sames import set_of
from .differences import Difference, Words, about_of
from .lines import Line, line_of
from .sayings import Saying, Sayings, Token
from .settings import Settings
from .speakers import Speakers

__all__ = ["PLACES", "differing_whereabouts", "role_of", "roles_of"]

_STAYING = frozenset(
    "was were is been be stood standing sat sitting lay lying remained stayed found seen saw died".split()
)
_SEEING = frozenset("saw met found watched noticed recognised recognized passed".split())
_SIGHT = 7  # words
_IN = frozenset("in on upon at inside aboard under behind".split())
_THE = frozenset("the his her their my our your its a an one".split())
PLACES = frozenset(
    "room bedroom study kitchen hall cellar attic garden yard stable barn office shop church chapel hotel inn "
    "tavern theatre theater museum library school hospital station train carriage car boat ship bridge deck cabin "
    "saloon galley engine-room hold stokehold chartroom wheelhouse forecastle head rail wheel tower roof stairs "
    "staircase corridor street road square park wood forest field fields hill cave river lake shore beach quay "
    "pier dock harbour harbor camp prison cell barracks fort trench town city village country abroad home house "
    "flat apartment villa dacha cottage castle palace mill mine factory works bank court courtroom gallery pulpit "
    "stage bed door window table cupboard chair settee drawer safe box trunk bag pocket well ditch market wall café "
    "cafe restaurant club embassy consulate airport aerodrome port hut tent balcony veranda verandah "
    "ground grounds lawn meadow orchard porch steps gate terrace elbow side bedside graveside corner "
    "platform carriage compartment saloon verandah cathedral wash-house vault vaults bakery bath "
    "lane alley workhouse row cart yard "
    "pantry larder scullery parlour parlor drawing-room dining-room sitting-room doorway threshold landing passage "
    "hallway lobby nursery loft laundry dairy greenhouse stable-yard courtyard vestry sacristy nave canteen surgery "
    "lodge sickroom bathroom sofa couch hearthrug armchair bunk hammock "
    "cemetery churchyard graveyard crypt mausoleum convent monastery abbey priory infirmary asylum sanatorium farm "
    "farmhouse ranch racecourse quarry pit colliery brewery foundry warehouse godown "
    "customs-house town-hall guildhall ward lodgings workhouse tenement hovel barge raft garret basement shed loft den "
    "bath box forecastle".split()
)
_BARE = {  # places that stand without an article: "in bed", "at sea"
    "in": frozenset("bed church prison gaol jail hospital court town port school custody".split()),
    "at": frozenset("home sea school church table court work".split()),
}
_ROLES = frozenset(
    "look-out lookout cook steward helmsman quartermaster engineer fireman pilot driver guard keeper clerk doctor "
    "nurse maid butler porter witness prisoner accused defendant victim president minister secretary director "
    "manager king queen ship steamer body corpse mayor bishop priest chaplain vicar rector sheriff magistrate governor "
    "consul ambassador editor owner foreman sergeant corporal colonel major general "
    "widow bride bridegroom heir boy girl child cashier coachman gardener housekeeper midwife hangman "
    "archduke duke prince princess duchess emperor empress czar tsar tsarina sultan khan pope cardinal abbot abbess "
    "prior chancellor premier prefect judge coroner count countess baron baroness squire vizier".split()
)
_IN_FULL = {"dr": "doctor", "capt": "captain", "col": "colonel", "gen": "general", "sergt": "sergeant"}
_STOPS = frozenset(';.!?()"“”«»…') | {"--", "–", "—"}
_SUBJECT = 12  # words back to a subject
_DIED = 15  # words from a death to its place
_MOST = 14
_LABEL = 12  # code points to a name that is a label: a title may stand before it
_PARTS_OF_DAY = frozenset("dawn morning forenoon afternoon evening".split())
_HOURS_APART = 90  # minutes
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_FAR = 12  # claims from one that tells where somebody was
_TELLS_WHERE = re.compile(
    r"\b(?:was|were|stood|sat|lay|stayed|remained|died)\s+(?:not\s+)?(?:in|on|at|aboard)\b", re.IGNORECASE
)
_PLACE = 3  # words from "the" to the noun of a place


@dataclass(frozen=True, slots=True)
class _Whereabouts:
    saying: Saying
    subjects: frozenset[str]  # ids, and roles with a "#"
    noun: str
    denied: bool
    start: int
    end: int
    answers: bool


def differing_whereabouts(
    book: Sourcebook, sayings: Sayings, settings: Settings, speakers: Speakers
) -> Iterator[Difference]:
    """Whereabouts of one subject under one claim that differ."""
    roles = roles_of(sayings)
    claims: defaultdict[str, list[_Whereabouts]] = defaultdict(list)
    accounts = Counter(own[0].record.claim for own in sayings.of_record.values())
    for own in sayings.of_record.values():
        claim = own[0].record.claim
        if claim and accounts[claim] > 1:
            claims[claim] += _read(speakers, own, roles, sayings.named_in_claims.get(claim, []))
    for one, other in _pairs(book, sayings, claims):
        if one.saying.record is other.saying.record or not one.subjects & other.subjects:
            continue
        if (one.noun == other.noun) != (one.denied != other.denied) or (one.denied and other.denied):
            continue
        if settings.clash(one.saying, other.saying) == 2 or _are_of_other_times(settings, one.saying, other.saying):
            continue
        pair = sayings.pair(one.saying, other.saying)
        yield Difference(
            DiscrepancyKind.PLACE if _are_of_death(one, other) else DiscrepancyKind.PRESENCE,
            Words(one.saying, one.start, one.end),
            Words(other.saying, other.start, other.end),
            about_of(pair) or "whereabouts",
            min(0.75, 0.45 + pair.weight / 60),
            Cause.CONFLICT,
            tuple(sorted(s for s in one.subjects & other.subjects if s[0] != "#")),
            (Reason("accounts under one claim, which tell where one subject was"),),
            pair.weight,
        )


def _are_of_other_times(settings: Settings, one: Saying, other: Saying) -> bool:
    """Whether two sentences name other days of the week, parts of a day, days, or hours far apart."""
    clocks = [list(find_clocks(saying.text, saying.start, saying.end)) for saying in (one, other)]
    if all(clocks) and min(minutes_apart(a, b) for a in clocks[0] for b in clocks[1]) > _HOURS_APART:
        return True
    for words in (_WEEKDAYS, _PARTS_OF_DAY):
        here, there = one.lows & words, other.lows & words
        if here and there and here.isdisjoint(there):
            return True
    return bool(settings.days_apart(one, other))


def _are_of_death(one: _Whereabouts, other: _Whereabouts) -> bool:
    """Whether both tell where somebody died."""
    return all(told.saying.text[told.start : told.start + 4].lower() == "died" for told in (one, other))


def _pairs(
    book: Sourcebook, sayings: Sayings, told: Mapping[str, Sequence[_Whereabouts]]
) -> Iterator[tuple[_Whereabouts, _Whereabouts]]:
    """Whereabouts to be compared: those under one claim, and where a claim tells where somebody was, others of his."""
    for at, claim in enumerate(book.claims):
        own = told.get(claim.id, ())[:_MOST]
        for n, one in enumerate(own):
            for other in own[n + 1 :]:
                yield one, other
        if not _TELLS_WHERE.search(claim.text):
            continue
        asked = {role_of(word) for word in re.findall(r"[a-z-]+", claim.text.lower())}
        asked |= set(sayings.named_in_claims.get(claim.id, ()))
        for near in range(max(0, at - _FAR), min(len(book.claims), at + _FAR + 1)):
            for one in own if near != at else ():
                for other in told.get(book.claims[near].id, ())[:_MOST]:
                    if one.subjects & other.subjects & (asked - {""}):
                        yield (one, other) if near > at else (other, one)


def roles_of(sayings: Sayings) -> dict[str, frozenset[str]]:
    """What people go by, from the words right before their names: "Captain Vane" is a captain."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    roles = frozenset(word for word in sayings.lows if role_of(_IN_FULL.get(word, word)))
    for saying in sayings.all:
        if not saying.named or roles.isdisjoint(saying.lows):
            continue
        for before, token in zip(saying.tokens, saying.tokens[1:], strict=False):
            role = role_of(_IN_FULL.get(before.low, before.low)) if token.named is not None else ""
            if token.named is not None and before.named is None and role:
                found[token.named.person].add(role)
    return {person: frozenset(roles) for person, roles in found.items()}


def role_of(word: str) -> str:
    """What somebody goes by, with a "#" before it: words of one role alike, empty for no role."""
    known = set_of(word)
    return "#" + (known or word) if known in ("commander", "helper") or word in _ROLES else ""


def _read(
    speakers: Speakers, own: list[Saying], roles: dict[str, frozenset[str]], asked_of: Sequence[str]
) -> Iterator[_Whereabouts]:
    last = asked_of[0] if len(asked_of) == 1 else ""
    asked_where = False
    for saying in own:
        lows = saying.lows
        asks = saying.words.rstrip("\"'”’)] ").endswith("?")
        if (
            not asks
            and not _IN.isdisjoint(lows)
            and (asked_where or not _STAYING.isdisjoint(lows) or not _SEEING.isdisjoint(lows))
        ):
            line = line_of(saying)
            for at, word in enumerate(line.words):
                if word in _IN:
                    found = _place(speakers, line, at, last, roles, asked_where)
                    if found is not None:
                        yield found
                        break
        asked_where = asks and "where" in lows
        named = [
            token.named.person for token in saying.named if token.named is not None and not _is_label(saying, token)
        ]
        last = named[0] if named else last
        if asked_where and not named:
            last = next((role_of(token.low) for token in saying.tokens if role_of(token.low)), last)


def _is_label(saying: Saying, token: Token) -> bool:
    """Whether a name at the head of a sentence says whose words they are: "ASH: I was in the mill."."""
    return token.start - saying.start < _LABEL and saying.text[token.end : token.end + 1] == ":"


def _place(
    speakers: Speakers, line: Line, at: int, last: str, roles: dict[str, frozenset[str]], asked: bool
) -> _Whereabouts | None:
    words = line.words
    noun = _noun(line, at)
    if noun < 0:
        return None
    answers = asked and at <= 8
    stays = next((b for b in range(at - 1, max(-1, at - 4), -1) if words[b] in _STAYING), -1)
    if stays < 0:  # one dies once, and the place stands anywhere behind
        stays = next((b for b in range(at - 1, max(-1, at - _DIED), -1) if words[b] == "died"), -1)
    seen = _seen(line, at, last) if stays < 0 or words[stays] in _SEEING else None  # "I saw the abbot at the window"
    if stays < 0 and not answers and seen is None:
        return None
    if stays >= 0 and words[stays + 1 : stays + 2] in (["born"], ["a"], ["an"]):
        return None  # "was born in the town", "had been a clerk in the mill"
    if seen is not None:
        stays, person = seen
        subjects = (roles.get(person, frozenset()) | {person}) if person else frozenset()
    else:
        subjects = _subjects(speakers, line, at if stays < 0 else stays, last, roles, answers)
    if not subjects:
        return None
    denied = is_denied(words, at)
    start = line.places[at if stays < 0 else stays][0]
    key = line.saying.tokens[line.tokens[noun]].key
    return _Whereabouts(line.saying, subjects, key, denied, start, line.places[noun][1], answers)


def _seen(line: Line, at: int, last: str) -> tuple[int, str] | None:
    """Where a word of seeing stands before a place, and who was seen there: "saw him at ten at the corner"."""
    for verb in range(at - 2, max(-1, at - _SIGHT), -1):
        if line.words[verb] in _SEEING:
            behind = line.words[verb + 1 : verb + 3]
            whom = line.named[verb + 1] or (last if behind[:1] in (["him"], ["her"]) else "")
            whom = whom or (role_of(behind[1]) if behind[:1] == ["the"] and len(behind) > 1 else "")
            return (verb, whom) if whom else None
        if line.words[verb] in _STOPS or line.words[verb] == ",":
            return None
    return None


def _noun(line: Line, at: int) -> int:
    """Where the noun of a place stands behind "in", "on" or "at", -1 where none does."""
    words = line.words
    if at + 1 < len(words) and words[at + 1] in _BARE.get(words[at], ()) and line.tokens[at + 1] >= 0:
        return at + 1
    if at + 2 >= len(words) or words[at + 1] not in _THE:
        return -1
    noun = -1
    for place in range(at + 2, min(len(words), at + 2 + _PLACE)):
        number = line.tokens[place]
        if words[place] == "own":
            continue
        if number < 0 or line.named[place] or not line.saying.tokens[number].key or words[place][0].isdecimal():
            break
        if words[place] in PLACES:
            noun = place
    return -1 if noun < 0 else noun


def _subjects(
    speakers: Speakers, line: Line, at: int, last: str, roles: dict[str, frozenset[str]], answers: bool
) -> frozenset[str]:
    for back in range(at - 1, max(-1, at - _SUBJECT - 1), -1):
        word = line.words[back]
        person = line.named[back]
        if not person and word in ")(:" and answers:
            continue
        if not person and word in ("he", "she", "him"):
            person = last
        if not person and word in ("i", "me"):
            person = speakers.at(line.saying.record.place(*line.places[back]).start)
            if not person:
                return frozenset()
        if person:
            return roles.get(person, frozenset()) | {person}
        if role_of(word):
            return frozenset({role_of(word)})
        if word in _STOPS:
            break
    return frozenset()
