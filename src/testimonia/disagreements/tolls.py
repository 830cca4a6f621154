"""How many died, told under a claim that asks it: one answer of each account, in whatever words it stands.

A claim that puts a number to lives lost, or speaks of their number or count, asks every account under it how many they
were. The answer of an account is the number in it that fits best: beside words of losing lives or of counting, of
people or of no noun at all, no part of another number. Where no other claim of the page asks it of something else,
what is told of lives lost elsewhere is set beside it too.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import lru_cache

from ..model import Claim, Sourcebook
from ..words.bare_counts import find_bare, is_of_a_part, is_of_the_whole
from ..words.counts import NUMBER, Count, find_counts
from ..words.sames import set_of
from ..words.stems import stem
from .differences import Difference, around
from .numbers import agree, counts_a_part
from .sayings import Saying, Sayings
from .settings import Settings
from .told_numbers import Told, numbers_apart

__all__ = ["COME_TO", "ONE_LOSS", "PEOPLE", "THERE_WERE", "asked_toll", "differing_tolls"]

_ASKING = frozenset(
    "number numbers count counts counted toll tally many hundreds thousands all whole every entire".split()
)
_NUMBERING = frozenset("number numbers count counts counted toll tally".split())
_DISASTERS = frozenset(
    "fire wreck shipwreck explosion massacre flood collision epidemic avalanche riot earthquake collapse crash "
    "bombardment shelling famine cholera plague disaster catastrophe".split()
)  # which ask it without a word, of accounts that tell it plainly
_LEAST_UNASKED = 2.6
_LOSING = frozenset(("lost", "killed"))
_PUT_TO_DEATH = frozenset(
    "executed shot hanged massacred slaughtered butchered burnt burned suffocated smothered crushed trampled starved "
    "frozen gassed poisoned fell fallen".split()
)
_COUNTING = frozenset(
    "count counts counted counting number numbers numbered figure figures total totals toll tally list lists "
    "listed register registered entered entry names reckoned reckoning estimate estimated put buried bury graves "
    "coroner inquest missing grave coffins coffin bodies corpses funerals mortuary morgue cemetery churchyard "
    "certificates".split()
)
_PLAIN = frozenset("killed killing drowned dead died perished lost slain massacred".split())
_KILLED = re.compile(
    r"\s+(?:(?:were|was|had been|have been|are (?:said|believed) to have been)\s+"
    r"(?:killed|drowned|slain|massacred|lost)"
    r"|(?:had |have )?(?:perished|died|lost their lives|dead))\b",
    re.IGNORECASE,
)
_KILLING = re.compile(
    r"\b(?:killed|killing|the loss of|drowned|massacred)\s+(?:some |about |nearly |over )?$", re.IGNORECASE
)
ONE_LOSS = 2.0  # two claims' numbers, one so many times the other
_MASS, _NO_MASS = 20.0, 20.0  # lives, and one number so many times the other
_PLAINLY = 3.0
_NEARLY = 3.0
_SPREAD = 50.0  # one number so many times the other
_LEAST = 2.4  # what an answer needs
_NEAR = 12  # words
_MANY = 10
_STANDING_FOR_THEM = frozenset(map(stem, "names coffins graves bodies corpses burials funerals".split()))
PEOPLE = frozenset(
    stem(word)
    for word in (
        "miners colliers sailors seamen stokers fishermen pupils scholars schoolboys schoolgirls clerks nuns "
        "priests monks pilgrims settlers travellers hands troopers recruits boys girls infants babies mothers "
        "villagers townsmen weavers spinners navvies emigrants refugees convicts slaves servants policemen "
        "constables firemen rioters strikers marchers lads pensioners patients inmates guests dancers"
    ).split()
)
_RUINED_WITH = re.compile(
    r"\b(?:burn(?:s|ed|t)|sank|went down|founder(?:s|ed)|collaps(?:es|ed)|explod(?:es|ed)|blew up|fell|capsiz(?:es|ed)"
    r"|wrecked)\b[^.;]{0,30}\bwith\b",
    re.IGNORECASE,
)
_TO_DEATH = re.compile(r"\b(?:to|of|for|until|till|with|before|after|penalty of)\s+(?:the\s+|his\s+|her\s+)?death\b")
COME_TO = re.compile(
    r"\b(?:c[ao]me to|amount(?:s|ed)? to|(?:count|score|reckon|number|total)\w*(?: to| up to| at)?|figure\w*"
    r"|put (?:it|them) at|(?:admit(?:s|ted)?|own(?:s|ed)?|confess(?:es|ed)?) (?:up )?to|sa(?:ys?|id)"
    r"|told (?:me|us|him|her)|sp(?:eaks?|oke) of|gives?|gave|had it (?:at|as)|ma[dk]es? it)\b[^,;.:]*$",
    re.IGNORECASE,
)
THERE_WERE = re.compile(
    r"\b(?:there (?:were|was|are|had been|(?:could|may|must) have been)|it was|they were)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\s+of\s+(?:them|us)\b", re.IGNORECASE)
_OF_THEM_DIED = re.compile(
    rf"(?:all\s+)?(?:{NUMBER})\s+of\s+(?:the|them|us|my|our|his|her|their|those)\b[^.;:,]{{0,25}}?\s"
    r"(?:died|perished|drowned|(?:were|was|had been)\s+(?:killed|drowned|lost|burnt|burned|dead|missing|shot))\b",
    re.IGNORECASE,
)
_OWN_PART = re.compile(r"\s+(?:in|from|of|at)\s+(?:our|my|his|her|their|its)\s+own\b", re.IGNORECASE)
_FEW = 3  # claims of a page that ask it: of more, each asks it of something else
_MOST = 16


def differing_tolls(book: Sourcebook, sayings: Sayings, settings: Settings) -> Iterator[Difference]:
    """Numbers of those who died that differ."""
    asking = {claim.id: asked for claim in book.claims if (asked := asked_toll(claim)) is not None}
    if not asking:
        return
    words = {claim.id: frozenset(claim.text.lower().split()) for claim in book.claims if claim.id in asking}
    asked_plainly = {claim for claim, own in words.items() if asking[claim] or not _ASKING.isdisjoint(own)}
    told: dict[str, list[Told]] = {}
    for own in sayings.of_record.values():
        claim = own[0].record.claim or ""
        if claim in asking:
            answer = _answer(sayings, own, asking[claim], _LEAST if claim in asked_plainly else _LEAST_UNASKED)
            if answer is not None:
                told.setdefault(claim, []).append(answer)
    of_one = {claim for claim, own in words.items() if asking[claim] or not _NUMBERING.isdisjoint(own)}
    asked, least = max(asking.values()), min(filter(None, asking.values()), default=0.0)
    groups = [tolls[:_MOST] for tolls in told.values()]
    if 0.0 < asked <= ONE_LOSS * least and len(of_one & told.keys()) <= _FEW:
        elsewhere = list(_elsewhere(sayings, of_one, asked)) if asked >= _MASS else []
        groups = [tolls[:_MOST] for claim, tolls in told.items() if claim not in of_one]
        both = [toll for claim, tolls in told.items() if claim in of_one for toll in tolls[:_MOST]]
        groups.append([*both, *elsewhere][:_MOST])
    for tolls in groups:
        for n, one in enumerate(tolls):
            for other in tolls[n + 1 :]:
                if agree(one.count, other.count) or settings.clash(one.saying, other.saying) == 2:
                    continue
                yield _difference(sayings, one, other)


def _elsewhere(sayings: Sayings, asking: Container[str], asked: float) -> Iterator[Told]:
    """What other claims' accounts tell in plain words: "some two hundred were drowned"."""
    for saying in sayings.all:
        if saying.record.claim in asking or _PLAIN.isdisjoint(saying.lows):
            continue
        for count in _counts(sayings, saying):
            if not asked / _NO_MASS <= count.low <= asked * _NO_MASS or counts_a_part(saying, count):
                continue
            behind = _KILLED.match(saying.text, max(count.head, count.span.end), saying.end)
            if count.kind != "things" and (behind or _KILLING.search(saying.text, saying.start, count.span.start)):
                yield Told(saying, count, _PLAINLY)
                break


def asked_toll(claim: Claim) -> float | None:
    """The number that a claim puts to lives lost; 0 where it only speaks of their number; ``None`` where of neither."""
    return _toll_of(claim.text.lower())


@lru_cache(maxsize=1 << 12)  # more than one rule asks for it
def _toll_of(claimed: str) -> float | None:
    text = _TO_DEATH.sub(" ", claimed)
    words = re.findall(r"[^\W\d_]+", text)
    if not any(_tells_of_loss(word) or word in _DISASTERS for word in words) and not _RUINED_WITH.search(text):
        return None
    counts = [c for c in find_counts(text) if c.kind in ("persons", "bare") or set_of(c.noun) == "lost"]
    counts = counts or [c for c in find_bare(text) if not is_of_a_part(text, c)]
    if counts:
        return max(count.low for count in counts)
    return 0.0 if not (_ASKING.isdisjoint(words) and _DISASTERS.isdisjoint(words)) else None


def _answer(sayings: Sayings, own: list[Saying], asked: float, least: float) -> Told | None:
    """The number that answers best, the first of those that do alike."""
    best: Told | None = None
    before: frozenset[str] = frozenset()
    for saying in own:
        for count in _counts(sayings, saying):
            fit = _fit(saying, count, before, asked)
            if fit >= least and (best is None or fit > best.fit):
                best = Told(saying, count, fit)
        before = saying.lows
    return best


def _counts(sayings: Sayings, saying: Saying) -> Iterator[Count]:
    counts = sayings.counts(saying)
    yield from (count for count in counts if count.kind in ("persons", "bare", "things"))
    for count in find_bare(saying.text, saying.start, saying.end):
        if not any(count.span.overlaps(other.span) for other in counts):
            yield count


def _fit(saying: Saying, count: Count, before: frozenset[str], asked: float) -> float:
    """How well a number answers how many died; 0 for not at all."""
    if _OF_THEM_DIED.match(saying.text, count.span.start, saying.end):
        return _PLAINLY + 1.0 if not asked or asked / _SPREAD <= count.high <= asked * _SPREAD else 0.0
    if is_of_a_part(saying.text, count) or counts_a_part(saying, count):
        return 0.0
    if _OWN_PART.match(saying.text, max(count.head, count.span.end), saying.end) or is_of_the_whole(saying.text, count):
        return 0.0
    if asked and not asked / _SPREAD <= count.high <= asked * _SPREAD:
        return 0.0
    of_people = count.kind == "persons" or set_of(count.noun) == "lost" or count.noun in PEOPLE
    of_people = of_people or bool(_OF_THEM.match(saying.text, count.span.end, saying.end))
    stands_for_them = count.noun in _STANDING_FOR_THEM
    if count.kind == "things" and not of_people and not stands_for_them:
        return 0.0
    near = {token.low for token in around(saying, count.span.start, count.span.end, _NEAR)}
    near |= {token.low for token in saying.tokens_in(count.span.start, count.head)}
    fit = (1.6 if of_people else 0.7 if stands_for_them else 0.5) + (
        0.5 if count.low >= _MANY or 0 < asked < 2 * _MANY else 0.0
    )
    if of_people and asked / _NEARLY <= count.low <= asked * _NEARLY:
        fit += 1.0
    for tells, much in ((_tells_of_loss, 2.0), (_COUNTING.__contains__, 1.5)):
        fit += much if any(map(tells, near)) else 0.4 * much if any(map(tells, saying.lows)) else 0.0
        fit += 0.4 * much if any(map(tells, before)) else 0.0
    if COME_TO.search(saying.text, max(saying.start, count.span.start - 60), count.span.start):
        fit += 1.5
    if count.kind == "bare" and THERE_WERE.search(saying.text, saying.start, count.span.start):
        fit += 1.5
    return fit


def _tells_of_loss(word: str) -> bool:
    return set_of(word) in _LOSING or word in _PUT_TO_DEATH


def _difference(sayings: Sayings, one: Told, other: Told) -> Difference:
    reason = "the claim asks how many died, and each account answers it"
    base = 0.35 + min(one.fit, other.fit) / 20
    return numbers_apart(sayings, one, other, "how many died", reason, base=base, per=100, most=0.7)
