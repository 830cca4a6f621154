"""Who is concerned in an excerpt's words: persons named, bodies, groups, and somebody named by what he is.

Offsets are those of the excerpt's own text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from testimonia.model import Gender
from testimonia.words.grammar import BE, DETERMINERS, PREPOSITIONS
from testimonia.words.kinds import is_people
from testimonia.words.speech import english_speech
from testimonia.words.stems import is_function_word

__all__ = ["PAPERS", "PASTS", "Party", "Word", "find_parties", "slug", "words_of"]

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*\d|\d")
_FAR = 5  # words from a determiner to its noun
_GAP = re.compile(r"[ \n\t]+")


class Word(NamedTuple):
    """A word of the text."""

    low: str
    start: int
    end: int
    capital: bool


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody, some body or group: ``text[start:end]`` names it; ``id`` as in `Voice`, ``name`` as printed."""

    start: int
    end: int
    id: str
    name: str
    kind: str  # "person", "org", "group" or "anon"
    gender: Gender | None = None
    genitive: bool = False

    @property
    def is_many(self) -> bool:
        """Whether "they" can mean it."""
        return self.kind in ("group", "org")


def slug(words: str) -> str:
    """Printed words as part of an id: ``the Central Committee`` → ``central-committee``."""
    plain = re.sub(
        r"^(?:the|a|an|this|that|his|her|their|our|my|these|those|all)\s+", "", " ".join(words.split()), flags=re.I
    )
    return re.sub(r"[^\w]+", "-", plain.lower()).strip("-") or "unknown"


def words_of(text: str) -> list[Word]:
    """The words of a text in order, in small letters with straight apostrophes and without a possessive ``'s``."""
    found = []
    make = tuple.__new__  # a page has a hundred thousand words, and ``Word(…)`` takes twice as long
    for match in _WORD.finditer(text):
        start, end = match.span()
        low = text[start:end].lower()
        if not low.isalpha():
            low = low.replace("’", "'").removesuffix("'s")
        found.append(make(Word, (low, start, end, text[start].isupper())))
    return found


_GROUP_NOUNS = frozenset(
    """
    accused adherents adversaries agents ambassadors americans associates attorneys authorities authors bloc
    bodyguards bystanders citizens civilians clerks clique commanders commentators companions comrades
    conspirators consuls countrymen creditors crew customers defendants directors disciples dissidents editors
    emigrants emigres employees engineers envoys examiners executives exiles faction factions farmers followers
    foreigners foremen gang gangs guards inhabitants insurgents interrogators investigators leaders leadership
    managers masses members monks mutineers newspapermen nurses observers officials onlookers opponents
    opposition oppositionists parents participants passengers physicians plotters policemen politicians pressmen
    prisoners prosecutors pupils relatives reporters representatives rioters rivals russians sailors scholars
    scientists seamen shareholders speakers specialists spectators spokesmen statesmen supporters sympathisers
    sympathizers technicians townspeople troops writers
    """.split()
)
_PARTICIPLES = frozenset(("accused", "condemned"))
_AUXILIARY = frozenset(
    "was were is are be been being had has have stands stood falsely wrongly formally publicly he she they who".split()
)


def _is_participle(text: str, words: list[Word], place: int) -> bool:
    """Whether "accused" is a form of the verb and names nobody."""
    before = words[place - 1].low if place else ""
    after = words[place + 1].low if place + 1 < len(words) else ""
    if (
        before in _AUXILIARY
        or before.endswith("ly")
        or (after in ("of", "him", "her", "them") and before not in ("the", "all"))
    ):
        return True
    return not (
        before in DETERMINERS
        or before in ("other", "fellow", "all", "of")
        or before.isdecimal()
        or text[words[place].end : words[place].end + 1] in ".,;"
    )


_LEADING = frozenset(
    """other others many some several few most more these those all both fellow various certain numerous only
    such former""".split()
)
# named by what they are said to have done: what is said of somebody, and nobody himself
_DOERS = frozenset("spy agent informer informant thief murderer assassin killer victim child witness chair".split())
# offices, ranks, trades and kin that a page names without a name, beside those of `english_speech`
_CALLINGS = frozenset(
    """abbess abbot accountant adjutant advocate alderman analyst apothecary apprentice archdeacon architect archivist
    auctioneer auditor bailiff baker boatswain bookkeeper book-keeper bookseller bosun bride bridegroom brigadier broker
    bursar butcher caretaker carpenter cashier chair chancellor chaplain chemist collector contractor coroner corporal
    councillor counsel curator custodian deacon dealer dean dentist fiance fiancee friar gamekeeper gardener godfather
    godmother governess grocer groom headmaster headmistress housekeeper housemaid joiner lecturer librarian matron
    midwife missionary musician notary nun orphan painter photographer postmaster predecessor prefect prioress publisher
    purser rector registrar sculptor sexton sheriff skipper stationmaster stenographer stepfather stepmother stepson
    steward stewardess stoker successor surgeon tailor treasurer tutor typist undersecretary under-secretary verger
    vicar viceroy widower""".split()
)
PAPERS = frozenset(  # that speak, but do nothing and are accused of nothing
    """bulletin report resolution decree verdict judgment judgement sentence radio broadcast propaganda leaflet
    pamphlet manifesto statute constitution treaty act law order petition minutes protocol record records log
    log-book logbook communique encyclopedia encyclopaedia plenum headquarters staff review press-release soviet
    letter memorandum telegram dispatch despatch diary register certificate roll inscription article circular
    inquiry investigation""".split()
)
# bodies and companies of people that do things together
_COMPANIES = frozenset(
    """agency army brigade bureaucracy cell center centre circle commissariat committee concern corps group navy press
    organisation organization regime regiment ring squad syndicate wing""".split()
)
_COMPANIES |= {noun[:-1] + "ies" if noun.endswith("y") else noun + "s" for noun in _COMPANIES if noun[-1] != "s"}
_COMPANIES |= frozenset("courts firms governments newspapers parties tribunals unions".split())
_LED = frozenset("board commission committee council crew delegation government league party team union".split())
_SEVERAL = frozenset(
    """aristocracy bourgeoisie brethren brutes clergy culprits emissaries gentry intelligentsia kinsfolk knaves nobility
    peasantry people persons proletariat rascals rogues ruffians scoundrels scum superiors swine upstarts villains
    wretches""".split()
)
_SECTS = re.compile(r"[a-z-]{4,}(?<!favor)(?<!favour)(?<!oppos)(?<!requis)(?<!dynam)ites")
_NOT_PEOPLE = frozenset(  # plurals, or forms of verbs, that only end as agents do
    """considers counts delivers differs discovers embers encounters enters feeders headquarters hinders infers
    newspapers offers prefers quarters refers remembers renders suffers three-quarters transfers trousers utters
    wonders""".split()
)
_DEGREES = frozenset("former latter chief major minor lesser senior junior superior inferior upper lower".split())
_IN_COURT = frozenset("counsel prisoner witness defendant plaintiff deponent petitioner appellant respondent".split())
_PREDICATES = BE | frozenset("as like become becomes became being called named considered turned".split())
PASTS = frozenset(
    """began bore broke brought built came caught chose did drew drove fell felt fought found gave got grew had heard
    held kept knew left lost made meant met put ran read said sat saw sent set shook showed spoke stood struck took
    thought told went won wrote""".split()
)
_YEAR = re.compile(r"1\d{3}|20\d\d")
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_BEFORE_BODIES = frozenset("the this that no any every our your their his her its".split())
_OWNERS = frozenset("my his her our your".split())
_NO_HEAD = frozenset(
    "who which that whom and or but he she they it i we you was were is are had has have not no".split()
)


def _begins_sentence(text: str, word: Word) -> bool:
    """Whether the word has its capital from where it stands."""
    before = text[max(0, word.start - 3) : word.start].rstrip(" \n\"“'(")
    return (not before or before[-1] in ".!?:") and not text[word.start : word.end].isupper()


_SAYS = frozenset(
    """said says told swore testified stated declared confessed admitted denied claimed replied wrote reported asked
    answered observed added explained""".split()
)


def _is_speaking(words: list[Word], place: int) -> bool:
    """Whether he who is named by a deed says something: "the murderer said"."""
    return place + 1 < len(words) and words[place + 1].low in _SAYS


def _is_bare(word: Word, printed: str) -> bool:
    """Whether somebody in court is named without an article: "Counsel submitted", "Prisoner pleaded guilty"."""
    return word.low in _IN_COURT and printed[0].isupper() and not printed.isupper()


def _is_partner(words: list[Word], place: int) -> bool:
    """Whether something is had from or through him who is named by a deed: "from an agent"."""
    return any(words[at].low in ("from", "through", "with") for at in range(max(0, place - 4), place)) and any(
        words[at].low in ("a", "an", "another") for at in range(max(0, place - 3), place)
    )


@cache
def _nouns() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    """Nouns of groups, of bodies and of human beings, and all of them."""
    speech = english_speech()
    groups, bodies, humans = (
        speech.groups | _GROUP_NOUNS,
        speech.bodies - PAPERS - _CALLINGS,
        speech.humans | _CALLINGS,
    )
    return groups, bodies, humans, groups | bodies | humans


@cache
def _by_form(low: str) -> str:
    """The kind of party that a noun in small letters names by its form, beside those of `_nouns`; "" for none."""
    groups, bodies, humans, _ = _nouns()
    if low in _COMPANIES and low not in bodies:
        return "org"
    if low in _SEVERAL or _SECTS.fullmatch(low):
        return "group"
    if low in groups or low in bodies or low in humans or low in _NOT_PEOPLE or low in _DEGREES:
        return ""
    speech = english_speech()
    if low.endswith(("s", "men", "folk")) and not low.endswith("ss"):
        one = low.removesuffix("s")
        return "group" if speech.is_human(low) and one not in bodies and one not in speech.documents else ""
    several = low + "s" in _GROUP_NOUNS or low.removesuffix("man") + "men" in _GROUP_NOUNS
    human = several or low in speech.callings or (low.endswith(("man", "woman")) and speech.is_human(low))
    return "anon" if human and low != "human" else ""


def _is_said_of(text: str, words: list[Word], place: int) -> bool:
    """Whether a noun is what somebody is said to be: "were spies", "as smugglers"."""
    for at in range(place - 1, max(-1, place - 4), -1):
        low = words[at].low
        if text[words[at].end : words[at + 1].start].strip():
            return False
        if low in _PREDICATES:
            return True
        if low in DETERMINERS and low not in ("a", "an", "no"):
            return False
    return False


def _stands_alone(text: str, words: list[Word], place: int) -> bool:
    """Whether no noun follows that the word would only describe: "the radical", not "the radical paper"."""
    if place + 1 >= len(words) or text[words[place].end : words[place + 1].start].strip():
        return True
    after = words[place + 1]
    return not after.capital and (is_function_word(after.low) or after.low.endswith("ed") or after.low in PASTS)


def find_parties(text: str, words: list[Word], named: list[Party]) -> list[Party]:
    """``named`` and whoever else the words show, in order."""
    taken = [False] * (len(text) + 1)
    for party in named:
        for at in range(party.start, party.end):
            taken[at] = True
    found = list(named)
    groups, bodies, humans, nouns = _nouns()
    formed_here = set(filter(_by_form, {word.low for word in words} - nouns))
    for place, word in enumerate(words):
        low = word.low
        if not (word.capital or low in nouns or low in formed_here) or taken[word.start]:
            continue
        formed = _by_form(low) if low in formed_here and not word.capital else ""
        printed = text[word.start : word.end]
        kind = ""
        if low in groups or (
            word.capital and len(low) > 4 and low.endswith(("s", "men")) and (is_people(printed) or low.endswith("men"))
        ):
            kind = "group"
        elif low in bodies or (place and words[place - 1].low in _BEFORE_BODIES and _ACRONYM.fullmatch(printed)):
            kind = "org"
        elif low in humans and (low not in _DOERS or _is_speaking(words, place) or _is_partner(words, place)):
            kind = "anon"
        elif formed and not _is_said_of(text, words, place) and _stands_alone(text, words, place):
            kind = formed
        if not kind or (low in _PARTICIPLES and _is_participle(text, words, place)):
            continue
        if low == "people" and word.capital and text[word.end : word.end + 2] in ("'s", "’s"):
            continue  # "the People's Bank"
        if low == "public" and text[word.end : word.end + 1] == " ":
            continue
        after_it = words[place + 1] if place + 1 < len(words) else None
        if kind == "group" and after_it is not None and after_it.low in groups and after_it.start == word.end + 1:
            continue  # "the accused men" are one
        begin = place
        determined = False
        owner: Word | None = None
        while begin > 0 and place - begin < _FAR:
            before = words[begin - 1]
            if not _GAP.fullmatch(text, before.end, words[begin].start):
                break
            if taken[before.start]:
                owner = before if kind == "anon" and text[before.end - 2 : before.end] in ("'s", "’s") else None
                break
            if determined and before.low == "that":
                break  # "said that the captain"
            if (
                before.low in DETERMINERS
                or before.low == "your"
                or (before.low.isdecimal() and not _YEAR.fullmatch(before.low))
            ):
                begin -= 1
                determined = True
                if before.low not in ("all", "the", "both", "these", "those"):
                    break
                continue
            if determined or before.low in PREPOSITIONS or before.low in _NO_HEAD or before.low in PASTS:
                break
            begin -= 1
        if kind == "anon" and not (determined or owner is not None or _is_bare(word, printed)):
            continue
        if not determined:
            begin = place
            while (
                begin > 0
                and place - begin < _FAR
                and ((words[begin - 1].capital and begin > 1) or words[begin - 1].low in _LEADING)
                and text[words[begin - 1].end : words[begin].start] == " "
                and not taken[words[begin - 1].start]
                and words[begin - 1].low not in PREPOSITIONS
                and not _begins_sentence(text, words[begin - 1])
            ):
                begin -= 1
        after = text[word.end : word.end + 1]
        following = words[place + 1] if place + 1 < len(words) else None
        if following is not None and text[word.end : following.start] == " ":
            if taken[following.start] and (kind == "anon" or (kind == "group" and word.capital)):
                continue  # "the sailor Ash" is Ash
            if kind == "anon" and word.capital and following.capital and following.low in bodies:
                continue  # "the Expert Committee"
            if kind == "org" and (following.low in bodies or following.low in groups):
                continue  # "the court officials"
        if kind == "org" and words[begin].low in _OWNERS and low not in _COMPANIES and low not in _LED:
            continue  # "my office" is a place
        start = words[begin].start
        if determined and words[begin].low in ("the", "a", "an", "this", "that") and begin < place:
            start = words[begin + 1].start
        if owner is not None:
            start = owner.start  # "Ash's brother"
        name = text[start : word.end].removesuffix("'s").removesuffix("’s")
        found.append(
            Party(
                words[begin].start,
                word.end,
                f"{kind}:{slug(name)}",
                name,
                kind,
                None,
                after in ("'", "’") or name != text[start : word.end],
            )
        )
        for at in range(words[begin].start, word.end):
            taken[at] = True
    found.sort(key=lambda p: p.start)
    return found
