"""Words that say of a name that it is not the man's of that name who was spoken of, but another's.

"another Lowe", "Piers Lowe, no relation of the mayor", "his cousin Piers Lowe" right behind Piers Lowe, "Captain Lowe
and Sergeant Lowe" in one sentence, and years of birth that lie too far apart for one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from testimonia.words.kinds import kind_words
from testimonia.words.titles import is_title, title_gender

from .bearers import Namesake, Verdict, anchor
from .forms import Generation, Naming

__all__ = ["TOLD_AS_ANOTHER", "Mark", "mark_of", "part_others", "part_titled", "read_apart"]

_TITLE = r"(?:(?:Mr|Mrs|Miss|M|Mme|Dr|Sir|Lord|Lady|Herr|Frau|Captain|Sergeant|Count|Baron|Father)\.?\s)?"
_REACH = 60  # code points before a name
_BEFORE = re.compile(
    r"(?P<figure>\b(?:be|been|being|is|was|are|were|becom(?:e|ing)|became|like|as|need(?:s|ed)?|want(?:s|ed)?|makes?"
    r"|made) )?"
    rf"\b(?:(?:quite |altogether )?another|an(?: altogether| entirely)? different|a (?:quite )?different|a second"
    rf"|(?:his|her|their) namesake,?)\s{_TITLE}$",
    re.I,
)
_TO_HIM = re.compile(r"(?:\s(?:of|to|with|whatever))*\s(?:[\w.'’-]+\s){0,4}")
_SAYS_ANOTHER = ("nother ", "different ", " second ", "namesake")
_AFTER = re.compile(
    r",?\s\(?(?:(?:who|he|she)\s(?:is|was)\s)?(?:but\s)?(?:no\s(?:near\s|close\s)?relation\b|not?\s(?:a\s)?(?:kinsman|relative)\b"
    r"|not\srelated\b|unrelated\b|(?:a|the)?\s?namesake\sof\b|not\sto\sbe\s(?:confused|confounded)\swith\b)",
    re.I,
)
_KIN = re.compile(
    r"(?:['’]s?\s|\b(?:his|her|the latter['’]s)\s)(?:(?:own|elder|younger|eldest|youngest|only|first|second)\s)*"
    r"(?:son|daughter|nephew|niece|cousin|father|mother|uncle|aunt|grandson|granddaughter|grandfather|grandmother),?\s"
    rf"(?:(?:also|likewise)\s(?:a|called|named)?\s?|another\s|the\sother\s)?{_TITLE}$",
    re.I,
)
_KIN_REACH = 100  # code points from one naming to his relative of the same name
_BORN = re.compile(
    r"(?:,\s(?:who\swas\s)?|\s\(?)(?:born|b\.)\s(?:(?:in|on|at|about|c\.)\s)?[^;.()\n]{0,24}?(?P<year>1\d\d\d)\b"
)
_LIVED = re.compile(r"\s\((?P<born>1\d\d\d)\s?[-–]\s?(?P<died>(?:1\d|20)\d\d)\)")
_LONG_LIFE = range(25, 106)  # years; what is shorter may be an office
_BORN_APART = 12  # years; accounts of one birth differ by less
_IN_SENTENCE = re.compile(r"[^.;!?\n]{1,60}|[^.;!?\n]{0,60}\b(?:Mr|Mrs|Dr|M|Capt|Sgt|Lt|Col|Gen|Rev)\.\s")
_SAME = re.compile(
    r"\b(?:now|later|afterwards|then|became|become|made|as|alias|known|called|formerly|or|once"
    r"|promoted|raised|rose"
    r"|(?:in|by|from|since|after|next|that|this)\s\w+(?:\s\w+)?,?\s(?:it|he|she)\s(?:was|is|had been))\b"
)
_PERHAPS = 0.4
TOLD_AS_ANOTHER = "told as another of that name"
_HAS_NAMESAKE = "a namesake is said to be no relation"
_TITLES_DIFFER = "one sentence has two of that name by their titles"


def read_apart(text: str, namings: Sequence[Naming]) -> None:
    """Note for each naming whether the words beside it tell him from a namesake, and when he was born."""
    before: Naming | None = None
    for naming in namings:
        if not naming.form.family:
            before = naming
            continue
        naming.is_other = _is_other(text, naming, before)
        if before is not None and before.is_other and before.record == naming.record:
            naming.has_other = before.form.family == naming.form.family and _names_other(text, before, naming)
        naming.born = _born(text, naming.span.end)
        if before is not None and before.record == naming.record and before.form.family == naming.form.family:
            one, other = _title_key(before), _title_key(naming)
            between = text[before.span.end : naming.span.start]
            if (
                one
                and other
                and _may_be_two(one, other)
                and _IN_SENTENCE.fullmatch(between)
                and not _SAME.search(between)
            ):
                before.other_title, naming.other_title = other, one
        before = naming


def _names_other(text: str, before: Naming, naming: Naming) -> bool:
    """Whether a naming is who another is said to be no relation of: "Piers Lowe, no relation of the agent Lowe"."""
    found = _AFTER.match(text, before.span.end, naming.span.start)
    return found is not None and _TO_HIM.fullmatch(text, found.end(), naming.span.start) is not None


def _may_be_two(one: str, other: str) -> bool:
    """Whether two titles differ, and not as a man's and a woman's do: husband and wife are told apart elsewhere."""
    return one != other and (title_gender(one) == "F") is (title_gender(other) == "F")


def _is_other(text: str, naming: Naming, before: Naming | None) -> bool:
    start = naming.span.start
    if _AFTER.match(text, naming.span.end):
        return True
    lead = text[max(0, start - _REACH) : start]
    found = _BEFORE.search(lead) if any(word in lead for word in _SAYS_ANOTHER) else None
    if found is not None:
        return found["figure"] is None and not _is_of_thing(text, naming.span.end)
    if before is None or before.record != naming.record or before.form != naming.form:
        return False
    gap = text[before.span.end : start]
    return len(gap) <= _KIN_REACH and "\n" not in gap and _KIN.search(gap) is not None


def _is_of_thing(text: str, end: int) -> bool:
    """Whether a thing or an event of his follows the name: "another Lowe letter"."""
    after = re.compile(r"\s([a-z]+)").match(text, end)
    if after is None or after[1].endswith("s"):  # "another Lowe works there"
        return False
    return after[1] in kind_words("events") or after[1] in kind_words("things")


def _born(text: str, end: int) -> int | None:
    lived = _LIVED.match(text, end)
    if lived is not None and int(lived["died"]) - int(lived["born"]) in _LONG_LIFE:
        return int(lived["born"])
    born = _BORN.match(text, end)
    return int(born["year"]) if born is not None else None


@dataclass(frozen=True, slots=True)
class Mark:
    """What tells somebody apart from another who is named with the same words."""

    generation: Generation | None = None
    born: int | None = None
    is_other: bool = False

    def shuts_out(self, other: Mark) -> bool:
        """Whether the two cannot be one."""
        if self.is_other != other.is_other:
            return True
        if None not in (self.generation, other.generation) and self.generation is not other.generation:
            return True
        return self.is_born_apart(other)

    def is_born_apart(self, other: Mark) -> bool:
        """Whether both tell a year of birth, and these are too far apart to be one man's in two accounts."""
        return self.born is not None and other.born is not None and abs(self.born - other.born) >= _BORN_APART


def mark_of(naming: Naming) -> Mark:
    """The mark that the words beside a name give it."""
    return Mark(naming.generation if naming.is_told_apart else None, naming.born, naming.is_other)


def part_others(left: Sequence[Naming], candidates: list[Namesake], verdicts: dict[int, Verdict]) -> list[Naming]:
    """Give "another Lowe" to somebody of his own, one for each passage; return the namings that are left.

    Where nobody else of the name is spoken of, the words are no help, and all are left.
    """
    if candidates and all(c.is_other for c in candidates):  # "Piers Lowe, no relation of the agent Lowe"
        left = _part_known(left, candidates, verdicts)
    others = [n for n in left if n.is_other]
    rest = [n for n in left if not n.is_other]
    if not others or not (rest or candidates):
        return list(left)
    own: dict[str, Namesake] = {}
    for naming in others:
        other = own.setdefault(naming.record, Namesake(why=[TOLD_AS_ANOTHER]))
        anchor(other, naming)
        verdicts[naming.index] = Verdict(other, 0.85, (TOLD_AS_ANOTHER,))
    return rest


def _part_known(left: Sequence[Naming], candidates: list[Namesake], verdicts: dict[int, Verdict]) -> list[Naming]:
    """Give the bare name of whom all others are told apart from to somebody of his own; return the rest."""
    known = Namesake(why=[_HAS_NAMESAKE])
    for naming in left:
        if naming.has_other:
            anchor(known, naming)
            verdicts[naming.index] = Verdict(known, 0.85, (_HAS_NAMESAKE,))
    if known.anchors:
        candidates.append(known)
    return [n for n in left if not n.has_other]


def part_titled(left: Sequence[Naming], candidates: list[Namesake], verdicts: dict[int, Verdict]) -> list[Naming]:
    """Tell "Captain Lowe" from "Sergeant Lowe" where one sentence has both; return the namings that are left.

    Who of the name is known in full may be either, and the page does not say which.
    """
    pairs = {frozenset((key, n.other_title)) for n in left if n.other_title and (key := _title_key(n))}
    titles = sorted({title for pair in pairs for title in pair})
    if not titles:
        return list(left)
    known = [c for c in candidates if c.forms]
    of_title: dict[str, Namesake] = {}
    for title in titles:
        bearers = [c for c in known if title in c.roles]
        if len(bearers) == 1 and bearers[0] not in of_title.values():
            of_title[title] = bearers[0]
    rest = []
    for naming in left:
        title = _title_key(naming)
        if title not in titles:
            rest.append(naming)
            continue
        maybe = () if title in of_title and of_title[title].forms else tuple((c, _PERHAPS) for c in known)
        owner = of_title.setdefault(title, Namesake(gender=naming.gender, why=[_TITLES_DIFFER]))
        if owner not in candidates:
            candidates.append(owner)
        anchor(owner, naming)
        verdicts[naming.index] = Verdict(owner, 0.85, (_TITLES_DIFFER,), (), maybe)
    return rest


def _title_key(naming: Naming) -> str:
    """The title that stands next to a family name alone, in small letters; empty for none."""
    if not naming.form.is_bare or not naming.title:
        return ""
    key = naming.title.split()[-1].casefold().rstrip(".")
    return key if is_title(key) else ""
