"""Noun phrases of a heading: who or what they name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from testimonia.model import Gender
from testimonia.words.grammar import DETERMINERS, PREPOSITIONS
from testimonia.words.lexicon import is_english_word
from testimonia.words.speech import english_speech
from testimonia.words.titles import is_calling, is_title
from testimonia.words.verbs import is_irregular_participle

from .heading_sorts import CRAFTS, EVERYBODY, Sort, is_agents, sort_of
from .heading_tokens import Token

__all__ = [
    "POSSESSIVES",
    "PROCEEDINGS",
    "PRONOUNS",
    "Phrase",
    "Sort",
    "conjuncts",
    "is_actor",
    "is_agents",
    "phrases",
    "slug",
]

PRONOUNS = frozenset(
    "he she they it him her them his their its himself herself themselves itself hers theirs i we me us".split()
)
PROCEEDINGS = frozenset(
    "trial trials court courts case cases hearing hearings proceedings inquiry prosecution purge purges".split()
)
POSSESSIVES = frozenset("his her their its my our your".split())
_QUANTIFIERS = frozenset(
    "all both some many most several none few every each any nearly almost only no not just even one".split()
)
_PARTED = frozenset(
    "all some none both most many few one each several two three four five six seven eight nine ten".split()
)  # "all of the accused"
_STOPS = (PREPOSITIONS - {"of"}) | frozenset(
    "who which that whom whose when where why how not being having to if because unless".split()
)


_EXCEPT = frozenset("except but save".split())  # who stands behind it is left out


_ONLY = frozenset("only just merely simply alone".split())
_TRAILING = frozenset(
    "long soon early later yet again too also alone twice once ago aboard ashore".split()
)  # behind a noun


@dataclass(frozen=True, slots=True)
class Phrase:
    """``first`` to ``last`` (exclusive) of the tokens; ``start`` to ``end`` are its name's characters.

    ``head`` is its noun in small letters, empty for a name; ``owners`` whose it is ("Ash's letter", "the letter of
    Ash"), ``parts`` the names that stand in it as part of another noun ("the Ash trial").
    """

    first: int
    last: int
    start: int
    end: int
    id: str
    name: str
    sort: str
    head: str = ""
    owners: tuple[Phrase, ...] = ()
    parts: tuple[Phrase, ...] = ()
    gender: Gender | None = None
    many: bool = False
    no: bool = False
    described: frozenset[str] = frozenset()


def slug(words: str) -> str:
    """Printed words as part of an id: ``THE OLD GUARD`` → ``old-guard``."""
    plain = re.sub(
        r"^(?:the|a|an|this|that|his|her|their|its|our|my|all|those|these)\s+", "", " ".join(words.split()), flags=re.I
    )
    return re.sub(r"[^\w]+", "-", plain.lower()).strip("-") or "unknown"


def is_actor(phrase: Phrase) -> bool:
    """Whether it can say or do something."""
    return phrase.sort in (Sort.PERSON, Sort.GROUP, Sort.ORG, Sort.ANON)


def conjuncts(tokens: Sequence[Token], first: int, last: int) -> list[tuple[int, int]]:
    """The pieces of a stretch that "and", "or" and commas part."""
    pieces: list[tuple[int, int]] = []
    begin = first
    for n in range(first, last):
        hyphen = (
            tokens[n].low == "-"
            and first < n < last - 1
            and tokens[n - 1].name is not None
            and tokens[n + 1].name is not None
        )
        if tokens[n].low in ("and", "or", ",", "nor", "but") or hyphen or (tokens[n].low == "not" and n > first):
            if n > begin:
                pieces.append((begin, n))
            begin = n + 1
    if last > begin:
        pieces.append((begin, last))
    return pieces


def phrases(text: str, tokens: Sequence[Token], first: int, last: int) -> list[Phrase]:
    """Who or what a stretch of tokens names: one phrase for each conjunct; unnamed groups joined by "and" are one."""
    while first < last and tokens[first].low in (",", ":", "that", "and", "but", "–", ")", "how", "why"):
        first += 1
    excepting = _EXCEPT
    but = next((n for n in range(first, last - 1) if tokens[n].low == "but"), 0) if first < last else 0
    if but and tokens[first].low == "not" and tokens[first + 1].low in _ONLY:
        first, excepting = first + 2, _EXCEPT - {"but"}  # "not only Ash but Rowe"
    elif but and tokens[first].low == "not":
        first = but + 1  # "not Ash but Rowe"
    stop = next((n for n in range(first, last) if tokens[n].low in _STOPS | excepting and n > first), last)
    if stop < last and tokens[stop].low == "but" and stop + 1 < last and tokens[stop - 1].low in (",", "and"):
        stop = last
    if first >= last or tokens[first].low in _STOPS - {"not"}:
        return []
    found: list[Phrase] = []
    of = next((n for n in range(first + 1, stop) if tokens[n].low == "of" and tokens[n - 1].low not in _PARTED), stop)
    for begin, end in conjuncts(tokens, first, of):
        phrase = _phrase(text, tokens, begin, end)
        if phrase is not None:
            found.append(phrase)
    if not found:
        return []
    if of < stop:
        owners = tuple(phrases(text, tokens, of + 1, stop))
        if len(found) == 1 or found[-1].sort == Sort.THING:
            found = [replace(p, owners=p.owners or owners) if p.sort == Sort.THING else p for p in found]
    one = found[0] if len(found) == 1 and of < stop else None
    if one is not None and one.sort == Sort.GROUP and one.head not in EVERYBODY and not _are_named(owners):
        end = max(p.end for p in owners)  # "the officers of the guard"
        name = text[one.start : end]
        found = [replace(one, end=end, name=name, id=f"group:{slug(name)}")]
    if len(found) == 2 and _is_apposition(tokens, found, last):
        found = found[:1]
    if found[-1].head in CRAFTS and stop < last - 1 and tokens[stop].low == "for":
        begin = stop + 2 if tokens[stop + 1].low in DETERMINERS else stop + 1
        if begin < last:
            end = tokens[begin].end
            whole = found[-1]
            name = text[whole.start : end]
            found[-1] = replace(whole, last=begin + 1, end=end, name=name, id=f"{whole.id.split(':')[0]}:{slug(name)}")
    if len(found) > 1 and all(p.sort == Sort.GROUP and p.head not in EVERYBODY for p in found):
        joined = text[found[0].start : found[-1].end]
        alone = all(p.last - p.first == 1 for p in found[1:])
        if "," not in joined and alone and found[0].last - found[0].first > 1:
            found = [replace(found[0], last=found[-1].last, end=found[-1].end, name=joined, id=f"group:{slug(joined)}")]
    return _without_appositions(tokens, found)


def _are_named(owners: tuple[Phrase, ...]) -> bool:
    return not owners or any(p.sort in (Sort.PERSON, Sort.PRONOUN) for p in owners)


def _is_apposition(tokens: Sequence[Token], found: list[Phrase], last: int) -> bool:
    """ "Ash, the mate of the yacht, says": who stands between commas behind a name is he."""
    name, other = found
    if name.sort != Sort.PERSON or other.sort in (Sort.PERSON, Sort.PRONOUN) or name.last + 1 >= last:
        return False
    comma, article = (
        tokens[name.last].low == ",",
        tokens[name.last + 1].low in ("a", "an", "the", "his", "her", "their"),
    )
    joined = any(tokens[n].low in ("and", "or", "nor") for n in range(name.last, other.last))
    return comma and article and not joined and tokens[last - 1].low == ","


def _without_appositions(tokens: Sequence[Token], found: list[Phrase]) -> list[Phrase]:
    """ "the mate, Ash, says": one person."""
    kept: list[Phrase] = []
    for phrase in found:
        before = kept[-1] if kept else None
        comma = phrase.first > 0 and tokens[phrase.first - 1].low == ","
        if (
            before is not None
            and comma
            and phrase.sort == Sort.PERSON
            and before.sort in (Sort.ANON, Sort.THING)
            and before.owners
        ):
            kept[-1] = replace(
                phrase, owners=before.owners, head=before.head, gender=phrase.gender or _gender(before.head)
            )
            continue
        kept.append(phrase)
    return kept


def _gender(head: str) -> Gender | None:
    words = english_speech()
    return Gender.FEMALE if head in words.women else Gender.MALE if head in words.men else None


def _phrase(text: str, tokens: Sequence[Token], first: int, last: int) -> Phrase | None:
    while last > first and tokens[last - 1].is_mark:
        last -= 1
    while last - first > 1 and tokens[last - 1].low in _TRAILING:
        last -= 1
    no = False
    while first < last and (
        tokens[first].low in ("the", "a", "an", "no", "not", "only", "just", "even", "this", "that", "these")
        or tokens[first].is_mark
    ):
        no = no or tokens[first].low in ("no", "not")
        first += 1
    if first >= last:
        return None
    told = tokens[first + 1].low if last - first > 1 else ""
    if tokens[first].low == "those" and (
        told.endswith(("ed", "ly")) or is_irregular_participle(told) or told in _TRAILING
    ):
        return _those(text, tokens, first, last)
    head = tokens[last - 1]
    described = frozenset(t.low for t in tokens[first:last] if t.low)
    if head.low in PRONOUNS and last - first == 1:
        gender = Gender.MALE if head.low in ("he", "him", "his", "himself") else None
        gender = Gender.FEMALE if head.low in ("she", "her", "hers", "herself") else gender
        many = head.low in ("they", "them", "their", "theirs", "themselves", "we", "us")
        return Phrase(first, last, head.start, head.end, "", "", Sort.PRONOUN, head.low, gender=gender, many=many)
    names = [n for n in range(first, last) if tokens[n].name is not None]
    if head.name is not None:
        who = head.name
        anti = last - first > 1 and tokens[last - 2].low in ("anti", "pro", "anti-", "pro-")
        if anti:
            return None
        owners = tuple(_person(tokens, n) for n in names[:-1] if tokens[n].genitive)
        begin = first
        while begin < last - 1 and (tokens[begin].low in DETERMINERS or tokens[begin].low in _QUANTIFIERS):
            begin += 1
        titled = names[:-1] == [] and all(not tokens[n].is_mark for n in range(begin, last - 1))
        return Phrase(
            first,
            last,
            who.start,
            who.end,
            who.person,
            text[who.start : who.end],
            Sort.PERSON,
            "",
            owners,
            gender=who.gender,
            no=no,
            described=described if titled else frozenset(),
        )
    owners = tuple(_person(tokens, n) for n in names if tokens[n].genitive)
    parts = tuple(_person(tokens, n) for n in names if not tokens[n].genitive)
    begin = first
    for n in range(first, last - 1):  # "Ash's old friends" are named by what stands after the possessive
        if tokens[n].genitive:
            begin = n + 1
            if tokens[n].name is None:
                inner = _phrase(text, tokens, first, n + 1)
                owners = (*owners, inner) if inner is not None and is_actor(inner) else owners
    if tokens[first].low in POSSESSIVES and first < last - 1:
        pronoun = _phrase(text, tokens, first, first + 1)
        owners = (*owners, pronoun) if pronoun is not None else owners
    sort = sort_of(head.low)
    if (
        sort == Sort.THING
        and head.end - head.start < 5
        and text[head.start : head.end].isupper()
        and not head.number
        and not is_english_word(head.low)
    ):
        sort = Sort.ORG  # "NCB"
    if sort == Sort.ANON and owners and head.low.endswith("or") and not is_title(head.low) and not is_calling(head.low):
        sort = Sort.THING  # "Ash's demeanor"
    if sort == Sort.ORG and owners and head.low in ("defense", "defence", "report", "record", "sentence", "speech"):
        sort = Sort.THING
    start, end = tokens[begin].start, head.end
    name = text[start:end]
    id_ = "" if sort == Sort.THING else f"{sort}:{slug(name)}"
    no = no or head.low in ("nobody", "none", "neither")
    many = sort == Sort.GROUP or (head.low.endswith("s") and not head.low.endswith("ss"))
    return Phrase(
        first, last, start, end, id_, name, sort, head.low, owners, parts, _gender(head.low), many, no, described
    )


def _those(text: str, tokens: Sequence[Token], first: int, last: int) -> Phrase:
    """ "those shot at the trial": with all that tells who they are."""
    if last < len(tokens) and tokens[last].low in PREPOSITIONS - {"to", "for"}:
        while last < len(tokens) and tokens[last].low not in ("to", "and", "but", ",", "who"):
            last += 1
    start, end = tokens[first].start, tokens[last - 1].end
    name = text[start:end]
    return Phrase(first, last, start, end, f"group:{slug(name)}", name, Sort.GROUP, "those", many=True)


def _person(tokens: Sequence[Token], n: int) -> Phrase:
    who = tokens[n].name
    assert who is not None
    return Phrase(n, n + 1, who.start, who.end, who.person, who.name, Sort.PERSON, gender=who.gender)
