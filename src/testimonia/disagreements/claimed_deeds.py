"""The claim's own deed, dated, placed or done otherwise in two accounts under it.

"The bridge was opened by the governor" asks each account under it when, where and by whom it was opened. An account
answers where it has the claim's verb, or another word for that event, with a date or a place beside it or somebody as
its subject; "It was on the 3rd", and "the register has the 3rd", answer as well. Of an account that answers twice
nothing is told, nor of a chain of givers and takers, nor where the deed was done to a part of the claim's thing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from ..model import Claim, DiscrepancyKind, Sourcebook
from ..words.doings import doing_of
from ..words.edtf import bounds_of
from ..words.grammar import BE, PREPOSITIONS
from ..words.polarity import is_denied
from ..words.stems import is_function_word, stem
from ..words.verbs import base_of, is_irregular_participle, is_irregular_past
from .dates import EVENTS, cause_of, differ, events_of, is_only_near, names_something, with_year, words_beside
from .differences import Difference, Words, words_apart
from .lines import Line, line_of
from .repeated import is_again, is_of_several
from .sayings import Saying, Sayings
from .scenes import are_other_places, place_behind
from .settings import Settings

__all__ = ["differing_claimed_deeds"]

_WORD = re.compile(r"[a-z][a-z'’-]+")
_AUXILIARY = frozenset("was were had been is are did does has have be said says being made".split())
_UNCHANGED = frozenset("cast cut put set hit shut let hurt burst read split spread thrust".split())  # in the past
_OF_ONE_SORT = {
    word: line.split()[0]
    for line in ("led commanded headed", "composed wrote written", "began begun started", "founded established")
    for word in line.split()
}
_OFTEN = frozenset("trial congress murder returned".split())  # of which a page tells several
_IT_WAS = re.compile(r"\W*(?:it|this|that|all\s+this)\s+(?:was|happened|took\s+place|befell)\b", re.IGNORECASE)
_PAPER = re.compile(
    r"\b(?:book|log|register|entry|certificate|roll|docket|stamp|postmark|stone|will|deed|lease|treaty|contract|invoice|"
    r"receipt|minutes|papers?)\s+(?:has|had|have|gives?|gave|says?|said|is\s+dated|was\s+dated|bears?|bore)\s+"
    r"(?:the\s+date\s+of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_STOPS = frozenset(';.!?()"“”:') | {"--", "–", "—"}
_PASSIVE, _BY, _BEFORE = 4, 8, 4  # words
_OF_ITSELF = frozenset(  # what nobody does to anything
    stem(base_of(word))
    for word in "died fell sank drowned came went arrived left lived slept stood sat lay rose happened appeared".split()
)
_WE = frozenset(("they", "we"))
_PRONOUNS = frozenset("it them him her".split())
_SKIPPED = frozenset("had has himself herself then first afterwards himself themselves also".split())
_NOT_THE_DOER = frozenset("and of with to by for from had have having got get".split())  # "had Ash arrested"
_SUPPOSED = frozenset(
    "assertion assertions claim claims claimed story stories rumour rumours rumor rumors legend theory theories "
    "allegation allegations alleged hinted hints suggested suggests believed believe supposed idea charge accused "
    "suspicion hypothesis version myth denied denies doubted said says".split()
)
_UNSURE = frozenset("if whether would could might may should must will shall unless wanted ordered to".split())
_MOST = 14
_ONCE = frozenset("founded established built erected dug discovered invented launched born".split())
_LIFETIME = 300_000  # thirty years, in numbers like 18710723
_WHEN, _WHERE, _WHO, _TO = "when it was", "where it was", "who did it", "to whom it went"
_KINDS = {
    _WHEN: DiscrepancyKind.DATE,
    _WHERE: DiscrepancyKind.PLACE,
    _WHO: DiscrepancyKind.NAME,
    _TO: DiscrepancyKind.NAME,
}
_GIVING = "gave sent sold delivered surrendered entrusted presented shown addressed"
_TO_WITHIN, _FAR = 8, 12  # words
_OBJECT = 6  # words to what a verb is done to
_BETWEEN = PREPOSITIONS | frozenset("that which who whom whose and but when where while".split())
_NEXT_TO = frozenset("beside near behind opposite against above below".split())
_NO_AGENT = frozenset("of for to from with whom who whose which that and or".split())  # "by order of", "by men whom"


@dataclass(frozen=True, slots=True)
class _Answer:
    saying: Saying
    value: str
    start: int
    end: int
    once: bool = False  # of what is done once, and may be misdated by many years


@dataclass(frozen=True, slots=True)
class _Asked:
    verbs: frozenset[str]
    events: frozenset[str]
    nouns: frozenset[str]  # and persons, as features
    of_whom: bool  # it asks who did it


def differing_claimed_deeds(book: Sourcebook, sayings: Sayings, settings: Settings) -> Iterator[Difference]:
    """Answers to when, where and by whom the deed of a claim was done that cannot both be."""
    asked = {
        claim.id: _asked(claim, sayings.named_in_claims.get(claim.id, ()))
        for claim in book.claims
        if not is_of_several(claim.text)
    }
    dated: defaultdict[int, list[tuple[str, int, int]]] = defaultdict(list)
    for dating in book.datings:
        found = sayings.dated(dating)
        if found is not None:
            dated[found[0].number].append((dating.edtf, found[1].start, found[1].end))
    giving = frozenset(map(_verb, _GIVING.split()))
    known = {low: (_verb(low), EVENTS.get(stem(low), "")) for low in sayings.lows}
    known = {low: told for low, told in known.items() if told != ("", "")}
    for accounts in sayings.by_claim:
        wanted = asked.get(accounts[0][0].record.claim or "")
        if wanted is None or len(accounts) < 2 or not (wanted.verbs or wanted.events):
            continue
        words = {low for low, (verb, event) in known.items() if verb in wanted.verbs or event in wanted.events}
        if "began" in wanted.verbs:
            words.add("broke")  # "broke out"
        telling = [[saying for saying in own if not words.isdisjoint(saying.lows)] for own in accounts[:_MOST]]
        told = []
        sides: list[tuple[frozenset[str], frozenset[str]]] = []
        for whole, own in zip(accounts, telling, strict=False):
            doers, takers = list(_doers(own, wanted)), list(_takers(own, wanted, giving))
            sides.append((_values(doers), _values(takers)))
            told.append(
                {
                    _WHEN: _only(_dates(sayings, settings, whole, wanted, dated)),
                    _WHERE: _only(_places(own, wanted)),
                    _WHO: _only(doers),
                    _TO: _only(takers),
                }
            )
        gives = bool(wanted.verbs & giving)
        for (here, our), (there, their) in combinations(zip(told, sides, strict=True), 2):
            for what in (_WHEN, _WHERE, _WHO, _TO):
                one, other = here[what], there[what]
                if one is None or other is None or not _differ(what, one, other):
                    continue
                if what != _WHEN and settings.clash(one.saying, other.saying) == 2:
                    continue
                if gives and what in (_WHO, _TO) and (our[0] & their[1] or our[1] & their[0]):
                    continue  # "Holm sold the ship to Ash", "Ash sold the ship to Reed"
                yield _difference(sayings, what, one, other)


def _differ(what: str, one: _Answer, other: _Answer) -> bool:
    if what == _WHEN:
        return differ(one.value, other.value) or (one.once and other.once and _are_years_apart(one.value, other.value))
    if what == _WHERE:
        return are_other_places(one.value, other.value)
    return one.value != other.value


def _are_years_apart(one: str, other: str) -> bool:
    """Whether two dates with years are of one lifetime; what is done once may be misdated by so much."""
    a, b = bounds_of(one), bounds_of(other)
    if a is None or b is None or not min(a[0], b[0]):
        return False
    return 0 < max(a[0], b[0]) - min(a[1], b[1]) < _LIFETIME and (a[1] < b[0] or b[1] < a[0])


def _difference(sayings: Sayings, what: str, one: _Answer, other: _Answer) -> Difference:
    here, there = (Words(told.saying, told.start, told.end) for told in (one, other))
    cause = cause_of(one.value, other.value) if what == _WHEN else None
    rule = f"each account answers the deed of its claim: {what}"
    return words_apart(sayings, here, there, what, rule, base=0.5, per=80, kind=_KINDS[what], cause=cause)


def _values(answers: Iterable[_Answer]) -> frozenset[str]:
    return frozenset(answer.value for answer in answers)


def _only(answers: Iterable[_Answer]) -> _Answer | None:
    """The answer of an account that has no other."""
    found = list(answers)
    if any(is_again(answer.saying) for answer in found):
        return None
    return found[0] if found and len({answer.value for answer in found}) == 1 else None


def _verb(word: str) -> str:
    """What a verb in the past tells, words of one deed alike; empty for other words."""
    if len(word) < 3 or word in _AUXILIARY:
        return ""
    if word in _OF_ONE_SORT:
        return _OF_ONE_SORT[word]
    if not (word.endswith("ed") or word in _UNCHANGED or is_irregular_past(word) or is_irregular_participle(word)):
        return ""
    return doing_of(word) or stem(base_of(word))


def _asked(claim: Claim, persons: Sequence[str]) -> _Asked:
    words = _WORD.findall(claim.text.lower())
    verbs = frozenset(map(_verb, words)) - {""}
    nouns = frozenset(stem(word) for word in words if not _verb(word) and not is_function_word(word))
    nouns |= {"@" + person for person in persons}
    return _Asked(verbs, events_of(map(stem, words)) - _OFTEN, nouns, words[:1] == ["who"])


def _tells(line: Line, at: int, wanted: _Asked) -> bool:
    """Whether a word tells the deed of the claim outright."""
    word, number = line.words[at], line.tokens[at]
    if number < 0 or line.named[at]:
        return False
    verb = "began" if line.words[at : at + 2] == ["broke", "out"] else _verb(word)
    if verb not in wanted.verbs and EVENTS.get(line.saying.tokens[number].key, "") not in wanted.events:
        return False
    return _UNSURE.isdisjoint(line.words[max(0, at - 4) : at]) and not is_denied(line.words, at)


def _dates(
    sayings: Sayings,
    settings: Settings,
    own: list[Saying],
    wanted: _Asked,
    dated: defaultdict[int, list[tuple[str, int, int]]],
) -> Iterator[_Answer]:
    for saying in own:
        for edtf, start, end in dated.get(saying.number, ()):
            if names_something(saying, start, end):
                continue
            near = [t for t in words_beside(saying, start, end) if not is_only_near(saying, t, start, end)]
            told = any(_verb(t.low) in wanted.verbs - {""} for t in near if t.named is None)
            told = told and (not wanted.nouns or bool(wanted.nouns & saying.features) or not _named_thing(saying))
            told = told or bool(events_of(t.key for t in near) & wanted.events)
            told = told and not _is_only_beside(saying, wanted)
            if told or _IT_WAS.match(saying.text, saying.start) or _PAPER.search(saying.text, saying.start, start):
                once = any(token.low in _ONCE for token in near)
                yield _Answer(saying, with_year(edtf, settings.years(saying)), start, end, once)


def _is_only_beside(saying: Saying, wanted: _Asked) -> bool:
    """Whether the claim's thing is named only as what stands beside another: "the school beside the mill"."""
    line = line_of(saying)
    own = [at for at in range(len(line.words)) if _is_wanted(line, at, wanted)]
    return bool(own) and all(not _NEXT_TO.isdisjoint(line.words[max(0, at - 3) : at]) for at in own)


def _named_thing(saying: Saying) -> bool:
    """Whether a sentence says of what it tells, and not "it" or "they"."""
    return _PRONOUNS.isdisjoint(saying.lows) and _WE.isdisjoint(saying.lows)


def _places(own: list[Saying], wanted: _Asked) -> Iterator[_Answer]:
    for saying in own:
        line = line_of(saying)
        for at in range(len(line.words)):
            if not _tells(line, at, wanted):
                continue
            if not (wanted.nouns & saying.features or not _named_thing(saying)):
                continue
            place = place_behind(line, at)
            if place is not None:
                noun, last = place
                yield _Answer(saying, noun, line.places[at][0], line.places[last][1])
                break


def _doers(own: list[Saying], wanted: _Asked) -> Iterator[_Answer]:
    for saying in own:
        if not saying.named:
            continue
        line = line_of(saying)
        for at in range(len(line.words)):
            verb = _verb(line.words[at])
            if not verb or verb not in wanted.verbs or verb in _OF_ITSELF or not _tells(line, at, wanted):
                continue
            if not _is_done_to_it(line, at, wanted):
                continue
            doer = _doer(line, at)
            if doer >= 0 and _SUPPOSED.isdisjoint(line.words[max(0, at - _FAR) : at]):
                low, high = sorted((at, doer))
                yield _Answer(saying, line.named[doer], line.places[low][0], line.places[high][1])


def _takers(own: list[Saying], wanted: _Asked, giving: frozenset[str]) -> Iterator[_Answer]:
    """To whom the claim's thing was given, sent or sold."""
    if not wanted.verbs & giving:
        return
    for saying in own:
        if not saying.named or "to" not in saying.lows or not wanted.nouns & saying.features:
            continue
        line = line_of(saying)
        for at in range(len(line.words)):
            if _verb(line.words[at]) not in wanted.verbs & giving or not _tells(line, at, wanted):
                continue
            if line.words[at + 1 : at + 2] == ["on"] or not _is_done_to_it(line, at, wanted):
                continue
            for n in range(at + 1, min(len(line.words), at + _TO_WITHIN)):
                if line.words[n] in _STOPS:
                    break
                whom = next((m for m in range(n + 1, min(len(line.words), n + 4)) if line.named[m]), -1)
                if line.words[n] == "to" and whom >= 0 and not _is_genitive(line, whom):
                    yield _Answer(saying, line.named[whom], line.places[at][0], line.places[whom][1])
                    break


def _is_done_to_it(line: Line, at: int, wanted: _Asked) -> bool:
    """Whether a verb is told of the claim's thing or of "it", and not of a part of that or of something beside it."""
    words = line.words
    if BE.isdisjoint(words[max(0, at - _PASSIVE) : at]):
        for n in range(at + 1, min(len(words), at + 1 + _OBJECT)):
            if _is_wanted(line, n, wanted) or words[n] in _PRONOUNS:
                return True
            if words[n] in _STOPS or words[n] in _BETWEEN:
                return wanted.of_whom and words[n] != "at" and n > at + 1
        return wanted.of_whom
    for n in range(at - 1, -1, -1):
        if words[n] in _STOPS:
            break
        if words[n] in ("it", "they") or (_is_wanted(line, n, wanted) and not _is_beside(line, n)):
            return True
    return wanted.of_whom


def _is_wanted(line: Line, at: int, wanted: _Asked) -> bool:
    number = line.tokens[at]
    return number >= 0 and line.saying.tokens[number].key in wanted.nouns


def _is_beside(line: Line, at: int) -> bool:
    """Whether a noun stands behind "of the", "beside the" and the like."""
    return not PREPOSITIONS.isdisjoint(line.words[max(0, at - 3) : at])


def _is_genitive(line: Line, at: int) -> bool:
    """Whether a name is somebody's: "Reed's masons", "the Reeds' boat"."""
    end = line.places[at][1]
    return line.words[at].endswith(("'s", "’s", "s'")) or line.saying.text[end : end + 1] in ("'", "’")


def _doer(line: Line, at: int) -> int:
    """Where somebody stands who did what a verb tells: behind "by", before the verb, or in "it was Ash who"."""
    words = line.words
    near = range(at - 1, max(-1, at - _PASSIVE - 1), -1)
    edge = next((n for n in near if line.named[n] or words[n] in ("who", "that") or words[n] in BE), -1)
    if edge >= 0 and words[edge] in BE:
        for n in range(at + 1, min(len(words), at + _BY)):
            if words[n] in _STOPS:
                break
            if words[n] == "by":
                agent = next((m for m in range(n + 1, min(len(words), n + 6)) if line.named[m]), -1)
                if agent < 0 or _is_genitive(line, agent) or not _NO_AGENT.isdisjoint(words[n + 1 : agent]):
                    return -1
                return agent
        return -1
    for n in range(at - 1, max(-1, at - _BEFORE - 1), -1):
        if words[n] in ("who", "that"):
            before = next((m for m in range(n - 1, max(-1, n - 4), -1) if line.named[m]), -1)
            cleft = before >= 0 and {"it", "was"} <= set(words[max(0, before - 6) : before])
            return before if cleft else -1
        if line.named[n]:
            beside = n and (line.named[n - 1] or words[n - 1] in _NOT_THE_DOER)
            return -1 if beside or _is_genitive(line, n) else n
        if words[n] not in _SKIPPED and not words[n].endswith("ly"):
            return -1
    return -1
