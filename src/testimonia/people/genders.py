"""What gender the page shows of somebody: by titles, given names, patronymics, women's surnames and pronouns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from testimonia.words.titles import title_gender

from ..model import Gender, Reason, Span
from .forms import Form, Naming
from .given import gender_of_given

__all__ = [
    "gender_of_form",
    "gender_of_roles",
    "gender_of_title",
    "gender_reason",
    "has_womans_ending",
    "pronoun_after",
    "pronoun_reason",
    "settle_gender",
]

_LETTERS = {"F": Gender.FEMALE, "M": Gender.MALE}
_WOMANS_PATRONYMIC = re.compile(r"(?:na|на)$")
_PRONOUN = re.compile(r"\b(?:(he|him|his|himself|il|lui-même)|(she|her|hers|herself|elle|elle-même))\b", re.IGNORECASE)
PRONOUN_REACH = 90  # code points after a name within which a pronoun is taken to mean it
TITLE_REACH = 3  # code points between a title and the name
_PLAIN_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
FEWEST_PRONOUNS = 2
_MOST_AGAINST = 0.15  # of all pronouns; some always mean another


def gender_of_title(title: str) -> Gender | None:
    """The gender that titles show; ``None`` for none and for titles of both ("Captain").

    >>> gender_of_title("Mrs."), gender_of_title("Captain")
    (<Gender.FEMALE: 'female'>, None)
    """
    shown = {gender for word in title.split() if (gender := title_gender(word)) is not None}
    return _LETTERS[shown.pop()] if len(shown) == 1 else None


def gender_of_form(form: Form) -> Gender | None:
    """The gender that patronymic and given names show; ``None`` where they show none or contradict each other."""
    if form.patronymic:
        return Gender.FEMALE if _WOMANS_PATRONYMIC.search(form.patronymic) else Gender.MALE
    shown = {gender for given in form.given[:1] if (gender := gender_of_given(given)) is not None}
    return shown.pop() if len(shown) == 1 else None


_WOMANS_SURNAME = re.compile(
    r"(?:[oe]va|[ts]kaya|[ts]kaia|[ts]kaja|yova|ова|ева|ёва|[цс]кая|(?:[eo]w|[iy]n|[eylrj])ska|[ei]cka|dzka)$"
)


_MEN = frozenset(
    "father brother son uncle nephew husband widower grandfather grandson stepfather stepson half-brother "
    "brother-in-law father-in-law son-in-law".split()
)
_WOMEN = frozenset(
    "mother sister daughter aunt niece wife widow grandmother granddaughter mistress stepmother half-sister "
    "sister-in-law mother-in-law daughter-in-law actress stewardess governess housekeeper midwife nurse".split()
)


def gender_of_roles(nouns: Iterable[str]) -> Gender | None:
    """The gender that what somebody is called shows: "father", "widow"."""
    found = {Gender.MALE for noun in nouns if noun in _MEN} | {Gender.FEMALE for noun in nouns if noun in _WOMEN}
    return found.pop() if len(found) == 1 else None


def has_womans_ending(family: str) -> bool:
    """Whether a folded family name ends as a Russian or Polish woman's does; some other names do too ("Casanova").

    >>> has_womans_ending("vetrova"), has_womans_ending("vetrov")
    (True, False)
    """
    return _WOMANS_SURNAME.search(family) is not None


def pronoun_after(text: str, end: int, limit: int) -> Gender | None:
    """The gender of the first pronoun of the third person soon after a name, before ``limit``."""
    found = _PRONOUN.search(text, end, min(limit, end + PRONOUN_REACH))
    if found is None:
        return None
    return Gender.MALE if found.group(1) else Gender.FEMALE


def gender_reason(text: str, naming: Naming, gender: Gender) -> Reason | None:
    """What beside or in one name shows the gender, with its place; ``None`` where this name does not."""
    span = naming.span
    if gender_of_title(naming.title) is gender:
        words = naming.title.split()[0]
        start = text.rfind(words, max(0, span.start - len(naming.title) - TITLE_REACH), span.start)
        if start >= 0:
            return Reason(f"{gender.value} by the title", words, Span(start, start + len(words)))
        return Reason(f"{gender.value} by the title", naming.title, span)
    if gender_of_form(naming.form) is gender:
        part = "patronymic" if naming.form.patronymic else "given name"
        return Reason(f"{gender.value} by the {part}", naming.text, span)
    if naming.gender is gender and gender_of_roles(naming.role_nouns) is gender:
        for role in naming.roles:
            if role.span is not None and gender_of_roles(_PLAIN_WORD.findall(role.words.casefold())) is gender:
                return Reason(f"{gender.value} by the words for the person", role.words, role.span)
    return None


def pronoun_reason(text: str, naming: Naming, gender: Gender) -> Reason | None:
    """The pronoun after one name that shows the gender, with its place; ``None`` where there is none."""
    if naming.pronoun is not gender:
        return None
    found = _PRONOUN.search(text, naming.span.end, naming.span.end + PRONOUN_REACH)
    if found is None:
        return None
    return Reason(f"{gender.value} by pronouns after the name", found.group(), Span(*found.span()))


def settle_gender(
    shown: Iterable[Gender | None], pronouns: Iterable[Gender | None], *, womans_name: bool = False
) -> Gender | None:
    """One person's gender by what titles and names show; by pronouns where these show nothing.

    ``womans_name`` says that the family name has a woman's ending; with no more than one pronoun for it, that is
    enough.
    """
    sure = {gender for gender in shown if gender is not None}
    if sure:
        return sure.pop() if len(sure) == 1 else None
    votes = Counter(gender for gender in pronouns if gender is not None)
    if womans_name:
        votes[Gender.FEMALE] += 1
    if not votes:
        return None
    gender, most = votes.most_common(1)[0]
    total = sum(votes.values())
    return gender if most >= FEWEST_PRONOUNS and (total - most) <= _MOST_AGAINST * total else None
