"""The parts of a printed name, folded for comparison, and the place it stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from testimonia.words.chinese import is_chinese_name
from testimonia.words.names import NameParts

from ..model import Gender, Reason, Span
from .given import compare_given, fold, forms_of

__all__ = ["SECOND_INITIALS", "Agreement", "Form", "Generation", "Naming", "compare_heads", "form_of"]

SECOND_INITIALS = "the second initials differ"

_WORD = re.compile(r"[^\W_]+")


_SLAVIC = re.compile(r"(?:[oe]va?|in|ina|sk(?:y|i|ii|aya|aia|yj|yi)|[ck]yi|ko|[uy]k|ich|[ou]ts|ets|off|eff)$")


class Agreement(IntEnum):
    """How two names agree in what stands beside the family name."""

    CONFLICT = -1
    OPEN = 0  # one of them has nothing beside the family name
    INITIAL = 1
    FORM = 2  # the same given name in two languages, or a pet form
    FULL = 3


class Generation(StrEnum):
    """Which of two of one family name is meant."""

    ELDER = "elder"
    YOUNGER = "younger"


@dataclass(frozen=True, slots=True)
class Form:
    """What a name prints, folded: ``given`` and ``initials`` in order, ``family`` with its particle before it."""

    given: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    patronymic: str = ""
    family: str = ""
    particle: str = ""
    suffix: str = ""
    family_initial: str = ""  # where no more than that is printed of the family name

    @property
    def is_bare(self) -> bool:
        """Whether the family name stands alone."""
        return bool(self.family) and not (self.given or self.initials or self.patronymic or self.suffix)

    @property
    def starts(self) -> tuple[str, ...]:
        """What stands before the family name, in order: whole names and the letters of initials."""
        own = self.given + self.initials
        return (*own, self.patronymic) if self.given and self.patronymic and not self.initials else own

    @property
    def fullness(self) -> tuple[int, int, int, int]:
        """How much of a name it is; the greater, the fuller."""
        return (bool(self.family), len(self.given), bool(self.patronymic), len(self.initials))


@dataclass(slots=True)
class Naming:
    """A name in its place on the page, while it is being settled who is meant.

    ``claim`` is the heading it stands in or under, ``works`` the cited works of its excerpt.
    """

    index: int
    span: Span
    text: str
    record: str
    form: Form
    claim: str | None = None
    work: str | None = None
    title: str = ""
    is_label: bool = False
    is_bracketed: bool = False
    in_claim: bool = False
    gender: Gender | None = None
    generation: Generation | None = None
    is_told_apart: bool = False  # the generation is said as only of one who has a namesake
    is_other: bool = False  # told as another than who else has the name
    has_other: bool = False  # whom a namesake is said to be no relation of
    other_title: str = ""  # of a namesake in the same sentence
    born: int | None = None  # the year, as printed beside the name
    child: str = ""  # as what a child of the family is told: "the Hartley baby"
    pronoun: Gender | None = None  # of the pronoun that follows, if it means this person
    roles: tuple[Reason, ...] = ()
    kin_of: frozenset[str] = frozenset()  # words that name whose relative this is
    role_nouns: frozenset[str] = frozenset()
    family_words: str = ""  # the family name as printed
    shared_family: str = ""  # the printed family name of the next name, which serves this one too
    sureness: float = 1.0
    found_reasons: tuple[Reason, ...] = field(default=())


def compare_heads(a: Form, b: Form) -> tuple[Agreement, str]:
    """How two names of one family name agree in given names, initials and patronymic, and why in a phrase.

    >>> compare_heads(Form(given=("ivan",), family="kovach"), Form(initials=("i",), family="kovach"))
    (<Agreement.INITIAL: 1>, 'the initial agrees')
    >>> compare_heads(Form(initials=("m",), family="kovach"), Form(initials=("n",), family="kovach"))[0]
    <Agreement.CONFLICT: -1>
    """
    if a.suffix and b.suffix and a.suffix != b.suffix:
        return Agreement.CONFLICT, "“Jr.” and “Sr.” or their like differ"
    if a.patronymic and b.patronymic and not _same_patronymic(a.patronymic, b.patronymic):
        return Agreement.CONFLICT, "the patronymics differ"
    first = _compare_first(a, b)
    if first[0] <= Agreement.OPEN:
        return first
    if _later_letters_differ(a, b):
        return Agreement.CONFLICT, SECOND_INITIALS
    return first


def _compare_first(a: Form, b: Form) -> tuple[Agreement, str]:
    if not a.starts or not b.starts:
        return Agreement.OPEN, ""
    if a.given and b.given:
        score, why = compare_given(a.given[0], b.given[0])
        if not score and len(a.given) != len(b.given):  # "Harriet Ann Lowe", who signs "Ann Lowe"
            longer, shorter = (a, b) if len(a.given) > len(b.given) else (b, a)
            score, why = max(compare_given(name, shorter.given[0]) for name in longer.given)
        if not score:
            return Agreement.CONFLICT, "the given names differ"
        return (Agreement.FULL if score >= 1.0 else Agreement.FORM), why
    one, other = a.starts[0], b.starts[0]
    if one.startswith(other) or other.startswith(one):
        return Agreement.INITIAL, "the initial agrees"
    whole, initial = (one, other) if a.given else (other, one)
    if {initial[:1], whole[:1]} == {"g", "h"} and not (_SLAVIC.search(a.family) or _SLAVIC.search(b.family)):
        return Agreement.CONFLICT, "the initials differ"  # "Harriet" is Genrietta in Russian alone
    if (a.given or b.given) and any(name.startswith(initial) for name in forms_of(whole)):
        return Agreement.INITIAL, "the initial agrees with another form of the given name"
    return Agreement.CONFLICT, "the initials differ"


def _later_letters_differ(a: Form, b: Form) -> bool:
    one, other = a.starts[1:], b.starts[1:]
    if not one or not other:
        return False
    return not any(x.startswith(y) or y.startswith(x) for x in one for y in other)


def _same_patronymic(a: str, b: str) -> bool:
    if a == b or a.rstrip(".") == b[: len(a.rstrip("."))] or b.rstrip(".") == a[: len(b.rstrip("."))]:
        return True
    return a[:3] == b[:3] and abs(len(a) - len(b)) <= 2 and a[-2:] == b[-2:]


def form_of(parts: NameParts) -> Form:
    """The folded form of a name that was taken apart."""
    initials = tuple(letter for i in parts.initials if (letter := fold(i.replace(".", "").strip(" -"))))
    return Form(
        _given_words(parts),
        initials,
        fold(parts.patronymic),
        " ".join(_folded(parts.family)),
        " ".join(_folded(parts.particle)),
        " ".join(_folded(parts.suffix)),
    )


def _given_words(parts: NameParts) -> tuple[str, ...]:
    """The given names; a Chinese one is one, with a hyphen or without."""
    if "-" in parts.given and is_chinese_name(f"{parts.family} {parts.given}"):
        return (fold(parts.given),)
    return _folded(parts.given)


def _folded(words: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(words)))
