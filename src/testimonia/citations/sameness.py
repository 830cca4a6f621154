"""Whether two records cite one work, and by what evidence.

The measure is that of a careful bibliographer: other editions, printings and spellings are one
work; two books of one author are two, however alike their titles begin, and so are books of one
title by two authors. In doubt two records stay apart: a work listed twice does less harm than two
works made one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .keys import (
    NAME_ROLES,
    NameKey,
    TitleKey,
    is_within,
    name_keys,
    publisher_words,
    skeleton,
    title_key,
    year_of,
)

__all__ = ["Form", "conflict", "form_of", "initials_of", "why_same"]

# Titles that many authors share, and every series of collected works has: alone they tell nothing.
_GENERIC = frozenset(
    "work works writing writings letter letters speech speeches poem poems story stories essay essays memoir memoirs"
    " diary diaries journal journals autobiography biography history life introduction preface foreword afterword"
    " editorial interview report reports documents selected collected complete papers correspondence recollections"
    " reminiscences notes statement testimony review annals chronicle collection volume plays tales novels"
    " werke schriften briefe reden erinnerungen tagebucher gesammelte ausgewahlte oeuvres lettres memoires souvenirs"
    " choisies completes obras cartas memorias completas opere lettere scritti dziela listy pamietniki"
    " сочинения собрание избранное письма воспоминания мемуары речи дневник дневники записки полное".split()
)
_NAMELESS = frozenset({"anon", "anonymous", "anonym", "аноним"})
# A misprint is one letter in a word of five, two in a word of ten: "Stalln", but not "Fall" for "Full".
_MISPRINT_FROM, _TWO_FROM = 5, 10


@dataclass(frozen=True, slots=True)
class Form:
    """One distinct record, in the keys that it is compared by."""

    titles: tuple[TitleKey, ...]  # the title, then other titles that it prints beside it
    names: Mapping[str, tuple[NameKey, ...]]
    container: TitleKey
    year: str
    publisher: frozenset[str]
    said: str  # institution and title run together: where one ends and the other begins hangs on a dot
    printed: tuple[str, str, str]  # title, publisher and place as they stand

    @property
    def everyone(self) -> tuple[NameKey, ...]:
        """All names, whatever their part in the work."""
        return tuple(name for role in NAME_ROLES for name in self.names.get(role, ()))

    @property
    def title(self) -> TitleKey:
        """The title as it is printed first."""
        return self.titles[0]


def _beside(title: str) -> list[str]:
    """Titles printed beside the first as its translation: ``Dno [The Bottom]``, ``Dno = The Bottom``."""
    found = []
    if " = " in title:
        found += title.split(" = ")
    if "[" in title and title.rstrip().endswith("]"):
        outer, _, inner = title.rstrip()[:-1].partition("[")
        inner = inner.strip().removeprefix("=").strip()
        # "Diary [extracts]" prints a remark there; a translated title has words of its own and a capital.
        if outer.strip() and len(inner.split()) >= 2 and inner[:1].isupper():
            found += [outer, inner]
    return found


def form_of(csl: Mapping[str, Any]) -> Form:
    """The keys of a CSL item."""
    title = str(csl.get("title") or "")
    keys = [title_key(title)]
    for beside in (*_beside(title), str(csl.get("original-title") or "")):
        key = title_key(beside) if beside else None
        if key and key not in keys:
            keys.append(key)
    names = {}
    for role in NAME_ROLES:
        told = tuple(n for n in name_keys(csl, role) if not n.all <= _NAMELESS)
        if told:
            names[role] = told
    return Form(
        titles=tuple(keys),
        names=names,
        container=title_key(str(csl.get("container-title") or "")),
        year=year_of(csl),
        publisher=publisher_words(str(csl.get("publisher") or "")),
        said=_said(names, title),
        printed=(title, str(csl.get("publisher") or ""), str(csl.get("publisher-place") or "")),
    )


def _said(names: Mapping[str, tuple[NameKey, ...]], title: str) -> str:
    if not names or any(not name.literal for told in names.values() for name in told):
        return ""
    return "".join(w for told in names.values() for name in told for w in name.family) + title_key(title).squeezed


def _is_misprint(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    if one[0].isdecimal() or other[0].isdecimal():
        return False
    if shorter >= _TWO_FROM:
        return is_within(one, other, 2)
    return shorter >= _MISPRINT_FROM and is_within(one, other, 1)


def _words_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two runs of words are one, but for romanisation and British or American spelling."""
    if one == other:
        return True
    return len(one) == len(other) and all(a == b or skeleton(a) == skeleton(b) for a, b in zip(one, other, strict=True))


def _words_misprinted(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if len(one) != len(other):
        # Words run together or parted: "Betrayalof an Ideal".
        return "".join(one) == "".join(other)
    wrong = [(a, b) for a, b in zip(one, other, strict=True) if a != b and skeleton(a) != skeleton(b)]
    return 0 < len(wrong) <= max(1, len(one) // 3) and all(_is_misprint(a, b) for a, b in wrong)


def _titles(one: TitleKey, other: TitleKey) -> str:
    """How two titles stand to each other: ``equal``, ``dropped`` (a subtitle), ``cut``, ``misprint`` or ``""``."""
    if not one or not other:
        return ""
    if one.whole == other.whole or one.squeezed == other.squeezed:
        return "equal"
    if one.numbers == other.numbers and _words_alike(one.whole, other.whole):
        return "equal"
    short, long = (one, other) if len(one.whole) < len(other.whole) else (other, one)
    if len(short.whole) < len(long.whole):
        if _words_alike(short.whole, long.main):
            return "dropped"
        if long.comma and _words_alike(short.whole, long.whole[: long.comma]):
            return "dropped"
        if short.rest and long.rest and _words_alike(short.main, long.main):
            if long.rest[: len(short.rest)] == short.rest:
                return "cut"
            return ""
        if len(short.whole) >= 3 and long.whole[: len(short.whole)] == short.whole:
            return "cut"
    if one.numbers != other.numbers:
        return ""
    if (
        one.rest
        and other.rest
        and one.main != other.main
        and one.rest == other.rest
        and not _words_misprinted(one.main, other.main)
    ):
        return ""
    return "misprint" if _words_misprinted(one.whole, other.whole) else ""


# One name in several languages, as title pages have it for one author.
_NAMESAKES = {
    name: names.split()[0]
    for names in (
        "leo lev leon léon lew",
        "joseph josef iosif osip jozef giuseppe jose josip",
        "john ivan johann johannes jean juan giovanni jan joao jovan",
        "peter piotr pyotr petr pierre pedro pietro pjotr",
        "paul pavel pablo paolo pawel",
        "michael mikhail michel miguel michal michail mihail",
        "nicholas nikolai nikolay nicolas nikolaus nikola mikolaj",
        "alexander aleksandr alexandre alejandro alessandro oleksandr",
        "gregory grigory grigori grigorii hryhorii gregor",
        "george georgi georgy georgii georg georges jorge giorgio jiri jerzy",
        "andrew andrei andrey andre andreas andres andrzej",
        "stephen stefan stepan etienne esteban stefano",
        "james jakob jacob jacques iakov yakov jaime giacomo",
        "charles karl carl carlos carlo karol karel",
        "louis ludwig luis luigi lewis lajos",
        "william wilhelm guillaume guillermo guglielmo",
        "henry heinrich henri enrique enrico henryk",
        "frederick friedrich frederic federico fryderyk fridrikh",
        "francis franz francois francisco francesco franciszek",
        "theodore fyodor fedor feodor theodor teodor",
        "eugene yevgeny evgeny evgenii yevgenii eugen eugenio",
        "basil vasily vasili vasilii wasyl",
        "dmitry dmitri dmitrii dimitri dimitry dmytro",
        "anthony anton antoine antonio antoni antonin",
        "anna ann anne ana hanna",
        "mary maria marie mariya marija",
        "catherine katherine katharina ekaterina yekaterina catalina",
        "helen elena yelena helene helena",
        "elizabeth elisabeth elizaveta isabel",
        "matthew matvei matthias mateo matteo",
        "luke luka lucas lukasz",
        "maurice moritz mauricio maurizio",
        "felix feliks",
        "maxim maksim maxime",
    )
    for name in names.split()
}
# Y., E., I. and J. stand for one letter in the romanisations: Yevgeny and Evgeny, Iosif and Josef.
_SOFT_INITIALS = frozenset("yeij")


def _first_letters(name: str) -> set[str]:
    return {name[0], _NAMESAKES.get(name, name)[0]}


def _given_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether given names can be one person's: initials, names left out, other romanisations."""
    if not one or not other:
        return True
    short, long = sorted((one, other), key=len)

    def fits(a: str, b: str) -> bool:
        if a == b:
            return True
        if len(a) == 1 or len(b) == 1:
            return a[0] == b[0] or {a[0], b[0]} <= _SOFT_INITIALS or bool(_first_letters(a) & _first_letters(b))
        if _NAMESAKES.get(a, a) == _NAMESAKES.get(b, b):
            return True
        one_key, other_key = skeleton(a), skeleton(b)
        if one_key == other_key or is_within(one_key, other_key, 1):
            return min(len(a), len(b)) > 3 or one_key == other_key
        # Vic. for Victor, Alex for Alexander.
        return min(len(a), len(b)) >= 3 and (a.startswith(b) or b.startswith(a))

    rest = iter(long)
    return all(any(fits(s, w) for w in rest) for s in short)


def _same_person(one: NameKey, other: NameKey) -> str:
    """``same``, ``variant`` (another spelling), or ``""``."""
    if one.literal or other.literal:
        shared = one.all & other.all
        if one.all == other.all:
            return "same"
        telling = {w for w in shared if len(w) > 3}
        if one.literal and other.literal:
            return "variant" if len(telling) >= 3 and len(shared) >= 0.75 * min(len(one.all), len(other.all)) else ""
        return "variant" if shared and min(one.all, other.all, key=len) <= max(one.all, other.all, key=len) else ""
    if one.family == other.family:
        if one.given == other.given:
            return "same"
        return "same" if _given_agree(one.given, other.given) else ""
    if len(one.all) > 1 and one.all == other.all:
        return "variant"  # the family name stands first in one and last in the other
    family, other_family = "".join(one.family), "".join(other.family)
    if skeleton(family) == skeleton(other_family) and _given_agree(one.given, other.given):
        return "variant"
    # "Montefiore, Sebag" and "Sebag Montefiore, Simon": one family name ends in the other, and the given names
    # are told by the words that are left.
    if one.family and other.family and one.family[-1] == other.family[-1]:
        if one.all <= other.all or other.all <= one.all:
            return "variant"
        left, right = one.family[:-1] + one.given, other.family[:-1] + other.given
        if (not left or not right or _given_agree(left, right) or _given_agree(one.given, other.given)) and not (
            one.given and other.given and not _given_agree(one.given, other.given)
        ):
            return "variant"
        return ""
    if one.family and other.family and set(one.all) & set(other.all) and (one.all < other.all or other.all < one.all):
        return "variant" if min(len(one.all), len(other.all)) >= 2 else ""
    if min(len(family), len(other_family)) >= _MISPRINT_FROM and is_within(family, other_family, 1):
        return "misprint" if _given_agree(one.given, other.given) else ""
    return ""


def _people(one: Form, other: Form) -> str:
    """How the names stand: ``same``, ``variant``, ``misprint``, ``absent`` (on one side),

    ``other role``, ``other role unshared`` or ``different``.
    """
    mine, theirs = one.everyone, other.everyone
    if not mine or not theirs:
        return "absent"
    lead = next(role for role in NAME_ROLES if one.names.get(role))
    other_lead = next(role for role in NAME_ROLES if other.names.get(role))
    found = {_same_person(a, b) for a in one.names[lead] for b in other.names[other_lead]}
    for grade in ("same", "variant", "misprint"):
        if grade in found:
            return grade
    if any(_same_person(a, b) in ("same", "variant") for a in mine for b in theirs):
        return "other role" if lead != other_lead or len(mine) > 1 or len(theirs) > 1 else "same"
    if any(_same_namesake(a, b) for a in one.names[lead] for b in other.names[other_lead]):
        return "different"
    if lead != other_lead:
        return "other role unshared"
    return "different"


def _same_namesake(one: NameKey, other: NameKey) -> bool:
    """One family name and given names that cannot be one person's."""
    return bool(one.family) and one.family == other.family and not _given_agree(one.given, other.given)


def _publishers_agree(one: Form, other: Form) -> bool:
    if not one.publisher or not other.publisher:
        return False
    shared = one.publisher & other.publisher
    if shared:
        return True
    return any(_is_misprint(a, b) for a in one.publisher for b in other.publisher)


def _containers(one: Form, other: Form) -> str:
    """``same``, ``absent`` on one side or both, ``different``."""
    if not one.container or not other.container:
        return "absent"
    relation = _titles(one.container, other.container)
    if (
        relation
        or set(one.container.whole) <= set(other.container.whole)
        or set(other.container.whole) <= set(one.container.whole)
    ):
        return "same"
    if other.container.squeezed in initials_of(one.container) or one.container.squeezed in initials_of(other.container):
        return "same"
    return "different"


def initials_of(title: TitleKey) -> tuple[str, str]:
    """A title by its initials, with and without short words such as "of": what a journal is cited as."""
    return "".join(w[0] for w in title.whole), "".join(w[0] for w in title.whole if len(w) > 3)


def _is_generic(title: TitleKey) -> bool:
    """Whether a title is one that many works bear."""
    return all(w in _GENERIC or w.isdecimal() or len(w) == 1 for w in title.main)


def _relation(one: Form, other: Form) -> str:
    best = ""
    order = ("equal", "dropped", "cut", "misprint", "")
    for a in one.titles:
        for b in other.titles:
            relation = _titles(a, b)
            if relation and (not best or order.index(relation) < order.index(best)):
                best = relation
    return best


def conflict(one: Form, other: Form) -> bool:
    """Whether two records cannot be one work, whatever speaks for it elsewhere.

    Used between all records of two groups before they are joined, so that a bare ``Marlow`` does not
    bring two books of one author together that it could be the short title of.
    """
    if one.said and one.said == other.said and one.year == other.year:
        return False
    people = _people(one, other)
    if people == "different" and _people_conflict_matters(one, other):
        return True
    for a in one.titles:
        for b in other.titles:
            if _titles(a, b):
                return False
    return bool(one.title and other.title) and not (len(one.titles) > 1 or len(other.titles) > 1)


def _people_conflict_matters(one: Form, other: Form) -> bool:
    return not _agree_in_imprint(one, other)


def _agree_in_imprint(one: Form, other: Form) -> bool:
    return bool(one.year) and one.year == other.year and _publishers_agree(one, other)


_SAY = {
    "equal": "title",
    "dropped": "title with a subtitle left out",
    "cut": "title cut short",
    "misprint": "title but for a misprint",
}


def why_same(one: Form, other: Form) -> str | None:
    """The evidence that two records cite one work, in a phrase; ``None`` where it does not suffice."""
    if not one.title and not other.title:
        return _untitled(one, other)
    if one.said and one.said == other.said and one.year == other.year:
        return "same words and year, author and title parted otherwise"
    relation = _relation(one, other)
    if not relation:
        return None
    people = _people(one, other)
    if people == "absent" and not one.everyone and not other.everyone:
        return _anonymous(one, other, relation)
    same_year = bool(one.year) and one.year == other.year
    same_publisher = _publishers_agree(one, other)
    containers = _containers(one, other)
    imprint = _difference(one, other, same_year)
    if containers == "different":
        return None
    if containers == "same" and one.year and other.year and not same_year and _is_generic(one.title):
        return None  # a column or an editorial of that name in another year
    title = one.title if len(one.title.whole) <= len(other.title.whole) else other.title
    telling = [w for w in title.whole if w not in _GENERIC]
    match people:
        case "same" | "variant":
            if relation == "misprint" and not (same_year or same_publisher):
                return None
            if relation == "cut" and not (same_year or same_publisher or len(telling) >= 4):
                return None
            name = "same author" if people == "same" else "author spelled otherwise"
        case "other role":
            if relation not in ("equal", "dropped"):
                return None
            name = "shared editor or translator"
        case "misprint":
            if relation == "misprint" or not (same_year or same_publisher):
                return None
            name = "author but for a misprint"
        case "absent":
            if relation == "misprint" or not telling:
                return None
            if not (
                _agree_in_imprint(one, other)
                or (len(telling) >= 3 and (same_year or same_publisher))
                or (relation == "equal" and len(telling) >= 4)
            ):
                return None
            name = "no author in one"
        case _:
            if people == "different" and any(_same_namesake(a, b) for a in one.everyone for b in other.everyone):
                return None
            enough = 2 if people == "other role unshared" else 3
            if relation != "equal" or len(telling) < enough or not (same_year and same_publisher):
                return None
            name = "other name on the same imprint"
    return f"{name}, same {_SAY[relation]}{imprint}"


def _difference(one: Form, other: Form, same_year: bool) -> str:
    """What the two records print otherwise, for the reader of the reason."""
    if one.year and other.year and not same_year:
        return f", other year ({min(one.year, other.year)}, {max(one.year, other.year)})"
    if one.publisher and other.publisher and not _publishers_agree(one, other):
        return ", other publisher"
    said = ", same year" if same_year else ""
    for what, mine, theirs in zip(("title", "publisher", "place"), one.printed, other.printed, strict=True):
        if mine and theirs and mine != theirs and not (what == "title" and one.title.whole != other.title.whole):
            return f"{said}, {what} printed otherwise"
    return said


def _untitled(one: Form, other: Form) -> str | None:
    """Records without a title: an author and a year, or a newspaper and a day."""
    people = _people(one, other)
    if one.container or other.container:
        if _containers(one, other) == "same" and (
            people in ("same", "variant") or not (one.everyone or other.everyone)
        ):
            return "same periodical, no title"
        return None
    paired = len(one.everyone) == len(other.everyone) and all(
        _same_person(a, b) for a, b in zip(one.everyone, other.everyone, strict=True)
    )
    if people in ("same", "variant") and paired and one.year == other.year:
        return "same author and year, no title"
    return None


def _anonymous(one: Form, other: Form, relation: str) -> str | None:
    """Records that name nobody: the title has to carry them."""
    containers = _containers(one, other)
    if containers == "different" or (relation == "misprint" and not _agree_in_imprint(one, other)):
        return None
    same_year = bool(one.year) and one.year == other.year
    telling = [w for w in one.title.whole if w not in _GENERIC]
    agree = same_year or _publishers_agree(one, other)
    absent = not (one.year and other.year) and not (one.publisher and other.publisher)
    if not telling and not agree:
        return None
    if relation == "equal" and (agree or absent or len(telling) >= 2 or containers == "same"):
        return f"no author, same title{_difference(one, other, same_year)}"
    if relation in ("dropped", "cut", "misprint") and agree and len(telling) >= 2:
        return f"no author, same {_SAY[relation]}{_difference(one, other, same_year)}"
    return None
