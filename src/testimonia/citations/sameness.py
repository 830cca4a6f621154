"""Whether two records cite one work, and by what evidence.

The measure is that of a careful bibliographer: other editions, printings and spellings are one
work; two books of one author are two, however alike their titles begin, and so are books of one
title by two authors. In doubt two records stay apart: a work listed twice does less harm than two
works made one.
"""

from __future__ import annotations

from .forms import Form
from .same_people import are_namesakes, compare_people, same_person
from .same_titles import (
    compare_all_titles,
    compare_containers,
    compare_titles,
    is_generic,
    is_misprint,
    telling_words,
)

__all__ = ["conflict", "why_same"]

_SAY = {
    "equal": "title",
    "dropped": "title with a subtitle left out",
    "cut": "title cut short",
    "misprint": "title but for a misprint",
}


def conflict(one: Form, other: Form) -> bool:
    """Whether two records cannot be one work, whatever speaks for it elsewhere.

    Used between all records of two groups before they are joined, so that a bare ``Marlow`` does not
    bring two books of one author together that it could be the short title of.
    """
    if one.said and one.said == other.said and one.year == other.year:
        return False
    people = compare_people(one, other)
    if people == "different" and not _agree_in_imprint(one, other):
        return True
    if any(compare_titles(a, b) for a in one.titles for b in other.titles):
        return False
    return bool(one.title and other.title) and not (len(one.titles) > 1 or len(other.titles) > 1)


def why_same(one: Form, other: Form) -> str | None:
    """The evidence that two records cite one work, in a phrase; ``None`` where it does not suffice."""
    if not one.title and not other.title:
        return _untitled(one, other)
    if one.said and one.said == other.said and one.year == other.year:
        return "same words and year, author and title parted otherwise"
    relation = compare_all_titles(one, other)
    if not relation:
        return None
    people = compare_people(one, other)
    if people == "absent" and not one.everyone and not other.everyone:
        return _anonymous(one, other, relation)
    same_year = bool(one.year) and one.year == other.year
    containers = compare_containers(one, other)
    if containers == "different":
        return None
    if containers == "same" and one.year and other.year and not same_year and is_generic(one.title):
        return None  # a column or an editorial of that name in another year
    name = _by_people(one, other, people, relation)
    return None if name is None else f"{name}, same {_SAY[relation]}{_difference(one, other, same_year)}"


def _by_people(one: Form, other: Form, people: str, relation: str) -> str | None:
    """What the names make of two records that have a title in common; ``None`` where it does not suffice."""
    same_year = bool(one.year) and one.year == other.year
    same_publisher = _publishers_agree(one, other)
    telling = telling_words(one.title if len(one.title.whole) <= len(other.title.whole) else other.title)
    match people:
        case "same" | "variant":
            if relation == "misprint" and not (same_year or same_publisher):
                return None
            if relation == "cut" and not (same_year or same_publisher or len(telling) >= 4):
                return None
            return "same author" if people == "same" else "author spelled otherwise"
        case "other role":
            if relation not in ("equal", "dropped"):
                return None
            return "shared editor or translator"
        case "misprint":
            if relation == "misprint" or not (same_year or same_publisher):
                return None
            return "author but for a misprint"
        case "absent":
            if relation == "misprint" or not telling:
                return None
            if not (
                _agree_in_imprint(one, other)
                or (len(telling) >= 3 and (same_year or same_publisher))
                or (relation == "equal" and len(telling) >= 4)
            ):
                return None
            return "no author in one"
        case _:
            if people == "different" and any(are_namesakes(a, b) for a in one.everyone for b in other.everyone):
                return None
            enough = 2 if people == "other role unshared" else 3
            if relation != "equal" or len(telling) < enough or not (same_year and same_publisher):
                return None
            return "other name on the same imprint"


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
    people = compare_people(one, other)
    if one.container or other.container:
        if compare_containers(one, other) == "same" and (
            people in ("same", "variant") or not (one.everyone or other.everyone)
        ):
            return "same periodical, no title"
        return None
    paired = len(one.everyone) == len(other.everyone) and all(
        same_person(a, b) for a, b in zip(one.everyone, other.everyone, strict=True)
    )
    if people in ("same", "variant") and paired and one.year == other.year:
        return "same author and year, no title"
    return None


def _anonymous(one: Form, other: Form, relation: str) -> str | None:
    """Records that name nobody: the title has to carry them."""
    containers = compare_containers(one, other)
    if containers == "different" or (relation == "misprint" and not _agree_in_imprint(one, other)):
        return None
    same_year = bool(one.year) and one.year == other.year
    telling = telling_words(one.title)
    agree = same_year or _publishers_agree(one, other)
    absent = not (one.year and other.year) and not (one.publisher and other.publisher)
    if not telling and not agree:
        return None
    if relation == "equal" and (agree or absent or len(telling) >= 2 or containers == "same"):
        return f"no author, same title{_difference(one, other, same_year)}"
    if relation in ("dropped", "cut", "misprint") and agree and len(telling) >= 2:
        return f"no author, same {_SAY[relation]}{_difference(one, other, same_year)}"
    return None


def _agree_in_imprint(one: Form, other: Form) -> bool:
    return bool(one.year) and one.year == other.year and _publishers_agree(one, other)


def _publishers_agree(one: Form, other: Form) -> bool:
    if not one.publisher or not other.publisher:
        return False
    return bool(one.publisher & other.publisher) or any(
        is_misprint(a, b) for a in one.publisher for b in other.publisher
    )
