"""How somebody's life or service ended, told differently: of a sickness or by another's hand; resigned or dismissed.

Whoever died, died once, and of one thing; and who left a post left it in one way. Of whom it is told is who is named
beside it, or means himself, or else whom the sentence before or the claim names.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from ..model import DiscrepancyKind, MayBe, Reason
from ..words.stems import stem
from .differences import Difference, Words, about_of
from .of_one import LESS_SURE, he_is, of_one_person
from .sayings import Saying, Sayings
from .settings import Settings
from .speakers import Speakers

__all__ = ["differing_endings"]

_SICKNESS = (
    "plague|sickness|fever|illness|disease|cholera|typhus|typhoid|pneumonia|tuberculosis|consumption|heart|stroke|cancer|"
    "influenza|lungs?|old age|scarlet fever|dysentery|asthma|bronchitis|apoplexy|h(?:a)?emorrhage|exhaustion|hunger|"
    "chill|cold|pleurisy|gout|dropsy|seizure|old wound|broken heart"
)
_WAYS = {
    "natural": (
        rf"\b(?:died|dies|dead|death)\b[^.;?!]{{0,70}}?\b(?:of|from)\s+(?:(?:the|a|an|his|her)\s+)?(?:\w+\s+){{0,2}}?"
        rf"(?:{_SICKNESS})\b",
        r"\bdied (?:peacefully |quietly )?in (?:his|her) (?:own )?(?:bed|sleep)\b",
        r"\bdied a natural death\b|\bdeath (?:was|from) natural\b|\bnatural causes\b",
        rf"\b(?:carried off|killed) by (?:the |a |an )?(?:\w+ )?(?:{_SICKNESS})\b",
    ),
    "not natural": (
        rf"\bnot (?:of )?(?:the |a |an |any )?(?:\w+ )?(?:{_SICKNESS})\b[^.;?!]{{0,12}}\b(?:that )?"
        r"(?:killed|died|carried off)\b",
        rf"\b(?:did not die|not died|never died) (?:of|from) (?:the |a |an |any )?(?:\w+ )?(?:{_SICKNESS})\b",
    ),
    "by another's hand": (
        r"\b(?:was|were|been|being) (?:\w+ly )?(?:murdered|poisoned|assassinated|strangled|stabbed to death|"
        r"beaten to death)\b",
        r"\b(?:murder|poisoning|assassination|murderers?|poisoners?|assassins?) of\b",
    ),
    "by his own hand": (
        r"\b(?:hanged|shot|drowned|poisoned|stabbed|killed) (?:himself|herself|myself)\b",
        r"\b(?:took|taken|take) (?:his|her) own life\b|\b(?:made|make|making) away with (?:himself|herself)\b",
        r"\bcut (?:his|her) own throat\b|\b(?:committed|commits) suicide\b|\bdied by (?:his|her) own hand\b",
    ),
    "executed": (
        r"\b(?:was|were|been|being) (?:\w+ly )?(?:hanged|executed|beheaded|guillotined|garrotted|put to death)\b",
    ),
    "of a fall": (
        r"\bfell to (?:his|her|my) death\b",
        r"\b(?:killed|died|dead|death|lost|loss)\b[^.;?!]{0,40}\b(?:by|in|from|of|after) a fall\b",
        r"\b(?:fell|slipped|pitched|stepped|plunged) (?:from|off|over|down|out of) (?:a|an|the|his|her) (?:\w+ ){0,2}"
        r"(?:cliff|roof|ladder|rocks?|ridge|precipice|window|mast|crevasse|tower|wall|scaffold\w*|stairs|balcony|bridge)\b",
    ),
    "under snow or earth": (
        r"\b(?:carried|swept|buried|overwhelmed|killed|caught|lost|crushed)\b[^.;?!]{0,24}\b(?:by|in|under|beneath) "
        r"(?:an?|the) (?:avalanche|landslide|landslip|rockfall|fall of (?:rock|snow|earth|coal))\b",
    ),
    "drowned": (
        r"\b(?:was|were|been|being|had|have) drowned\b(?! in (?:debt|work|sorrow|drink|noise|the noise|tears))",
        r"\bdrowned (?:off|at|in the (?:river|sea|lake|harbour|bay|canal|pond|weir|well))\b",
        r"\b(?:fell|lost|swept|washed|went) overboard\b",
    ),
    "of wounds": (r"\bdied? of (?:his|her|my|their|the) (?:wounds?|injuries|burns)\b",),
    "burnt": (
        r"\b(?:burnt|burned) to death\b|\b(?:died|perished|lost)\b[^.;?!]{0,20}\bin the (?:fire|flames|blaze)\b",
    ),
    "escaped": (
        r"\b(?:escaped|fled|absconded|slipped away|got away|got clean away) (?:to|into|over|across|abroad|by way of)\b",
    ),
    "resigned": (
        r"\b(?:resigned|resigns|resignation)\b",
        r"\b(?:gave|given|giving) up (?:his|her|my|the) (?:post|place|office|position|appointment)\b",
        r"\b(?:left|quit|quitted|gone|went|parted)\b[^.;?!]{0,40}\bof (?:his|her|my) own (?:accord|will|motion)\b",
        r"\b(?:gave|given|handed) in (?:his|her|my) notice\b|\bgave (?:him |them )?notice\b",
    ),
    "dismissed": (
        r"\b(?:was|were|been|being) (?:\w+ly )?(?:dismissed|discharged|sacked|cashiered|let go|turned out|relieved of|"
        r"removed from)\b",
        r"(?<!was )(?<!were )(?<!been )\b(?:dismissed|sacked|discharged|cashiered)(?= (?-i:[A-Z])\w)",
        r"\b(?:dismissal|dismissed)\b(?= (?:of|from|by|for|him|her))",
        r"\b(?:engagement|appointment|employment|contract|service)s? (?:was|were|had been) "
        r"(?:terminated|ended|cancelled|broken off)\b",
    ),
    "retired": (r"\b(?:retired|retirement|pensioned off|took (?:his|her) pension)\b",),
    "sent home": (
        r"\b(?:sent home|invalided(?: home)?|given (?:his|her|my) passage home|"
        r"broke down (?:altogether|completely|in health))\b",
    ),
}
_FORMS = {way: re.compile("|".join(forms), re.IGNORECASE) for way, forms in _WAYS.items()}
_CUES = {
    way: frozenset(map(stem, words.split()))
    for way, words in (
        ("natural", "died dies dead death natural killed carried"),
        ("not natural", "killed died die carried"),
        (
            "by another's hand",
            "murdered murder murderer poisoned poisoning poisoner assassinated assassination assassin"
            " strangled stabbed beaten",
        ),
        (
            "by his own hand",
            "hanged shot drowned poisoned stabbed killed took taken take made make making cut suicide hand",
        ),
        ("executed", "hanged executed beheaded guillotined garrotted put"),
        ("of a fall", "fall fell slipped pitched stepped plunged"),
        ("under snow or earth", "avalanche landslide landslip rockfall fall"),
        ("drowned", "drowned overboard"),
        ("burnt", "burnt burned fire flames blaze"),
        ("of wounds", "wound wounds injuries burns"),
        ("escaped", "escaped fled absconded slipped got"),
        ("resigned", "resigned resigns resignation post place office position appointment accord motion notice"),
        (
            "dismissed",
            "dismissed dismissal discharged sacked cashiered let turned relieved removed terminated ended cancelled"
            " broken",
        ),
        ("retired", "retired retirement pensioned pension"),
        ("sent home", "invalided home broke"),
    )
}
_BODILY = ("of a fall", "under snow or earth", "drowned", "burnt")
_RIVALS = {
    frozenset(pair)
    for pair in (
        *combinations(("natural", *_BODILY), 2),
        *product(("by his own hand",), ("under snow or earth", "burnt")),
        ("executed", "drowned"),
        *product(("of wounds",), ("natural", "drowned", "executed", "by his own hand")),
        ("executed", "escaped"),
        ("natural", "not natural"),
        ("natural", "by another's hand"),
        ("natural", "executed"),
        ("natural", "by his own hand"),
        ("by another's hand", "by his own hand"),
        ("resigned", "dismissed"),
        ("retired", "dismissed"),
        ("resigned", "sent home"),
        ("dismissed", "sent home"),
    )
}
_DEATH = frozenset(
    ("natural", "not natural", "by another's hand", "executed", "by his own hand", *_BODILY, "escaped", "of wounds")
)
_DOUBTED = re.compile(
    r"\b(?:if|whether|would|could|might|offered|threatened|asked|wanted|plan\w*|attempt\w*|not|never|no)\b"
    r"[^,;.]{0,30}$",
    re.IGNORECASE,
)
_NEAR_BY = 2  # claims
_ONE_SERVICE = 8.0  # what sentences further apart must share, for one leaves several posts and dies once
_MOST = 100  # endings of one person
_BEFORE = 45  # code points that may put it in doubt
_BACK, _AHEAD = 60, 40  # code points from the words to whom they are told of
_BELONGING = re.compile(r"(?:['’]s|\b(?:his|her|my|their))\s+(?:\w+\s+){1,3}(?:\w+ly\s+)?$", re.IGNORECASE)
_ACTIVE = frozenset("dismissed sacked discharged cashiered".split())
_BE = re.compile(r"\b(?:was|were|been|being)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_HIS = re.compile(r"\b(?:his|her)\b", re.IGNORECASE)
_FIRST = re.compile(r"\b(?:I|my|me)\b")


@dataclass(frozen=True, slots=True)
class _Ending:
    saying: Saying
    person: str
    way: str
    start: int
    end: int


def differing_endings(
    sayings: Sayings, settings: Settings, speakers: Speakers, maybes: Sequence[MayBe] = ()
) -> Iterator[Difference]:
    """Ways in which somebody's life or service ended that cannot both be."""
    told: defaultdict[tuple[str, str], list[_Ending]] = defaultdict(list)
    for way, cues in _CUES.items():
        for number in sorted({number for cue in cues for number in sayings.having(cue)}):
            ending = _read(sayings, sayings.all[number], way, speakers)
            if ending is not None:
                told[ending.person, "life" if way in _DEATH else "service"].append(ending)
    seen: set[tuple[str, str, str, str]] = set()
    for (person, what), one, other, sure in of_one_person(told, maybes, _MOST):
        if one.saying.record is other.saying.record or frozenset((one.way, other.way)) not in _RIVALS:
            continue
        a, b = sorted((one, other), key=lambda ending: ending.saying.number)
        pair = sayings.pair(a.saying, b.saying)
        again = what == "service" or "escaped" in (one.way, other.way)  # which one may do more than once
        far = pair.distance > _NEAR_BY and again and pair.weight < _ONE_SERVICE
        if far or settings.clash(one.saying, other.saying):
            continue
        both = (a.saying.record.id, b.saying.record.id, a.way, b.way)
        if both in seen:
            continue
        seen.add(both)
        yield Difference(
            DiscrepancyKind.OUTCOME,
            Words(a.saying, a.start, a.end),
            Words(b.saying, b.start, b.end),
            about_of(pair) or ("death" if what == "life" else what),
            0.6 if sure else 0.6 - LESS_SURE,
            None,
            (person,),
            (Reason(f"both tell how one person's {what} ended"),),
            pair.weight,
        )


def _read(sayings: Sayings, saying: Saying, way: str, speakers: Speakers) -> _Ending | None:
    if saying.section < 0:
        return None
    for found in _FORMS[way].finditer(saying.text, saying.start, saying.end):
        before = saying.text[max(saying.start, found.start() - _BEFORE) : found.start()]
        if not way.startswith("not") and _DOUBTED.search(before):
            continue
        if way in _BODILY and _BELONGING.search(before):
            continue  # "Ash's hat was swept overboard"
        person = _whom(sayings, saying, found, speakers)
        if person:
            return _Ending(saying, person, way, *found.span())
    return None


def _whom(sayings: Sayings, saying: Saying, found: re.Match[str], speakers: Speakers) -> str:
    start, end = found.span()
    inside = [t for t in saying.named if start <= t.start < end]
    before = [t for t in saying.named if t.end <= start and start - t.end <= _BACK]
    behind = [t for t in saying.named if t.start >= end and t.start - end <= _AHEAD]
    told = found.group().lower()
    active = told in _ACTIVE and not _BE.search(saying.text, saying.start, start)
    if active or found.group().endswith(" of") or found.group().lower().endswith(("killed", "carried off")):
        token = next(iter(inside or behind), None)
        return token.named.person if token is not None and token.named is not None else ""
    first = (
        None
        if _HIS.search(found.group())
        else _FIRST.search(saying.text, max(saying.start, start - _BACK), min(saying.end, end + 5))
    )
    if before or inside:
        token = (before or inside)[-1]
        if first is None or first.start() < token.start:
            return token.named.person if token.named is not None else ""
    if first is not None:
        return speakers.at(saying.record.place(first.start(), first.end()).start)
    return _meant(sayings, saying) if not saying.named or saying.named[0].start > end else ""


def _meant(sayings: Sayings, saying: Saying) -> str:
    """Whom the nearest sentence before names first, else the one whom the claim names."""
    person = he_is(sayings, saying)
    if person is not None:
        return person
    own = sayings.of_record[saying.record.id]
    for before in reversed(own[: saying.number - own[0].number]):
        if before.named and before.named[0].named is not None:
            return before.named[0].named.person
    asked = sayings.named_in_claims.get(saying.record.claim or "", [])
    return asked[0] if len(asked) == 1 else ""
