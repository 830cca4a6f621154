"""Parts of a personal name: titles, given names, initials, patronymic, particle, family name, suffix.

Knows forms, not people: that initials have full stops, that "van der" goes with what follows, that a word made from a
man's given name and "-ovich" between a given name and a family name is a patronymic. Given names are data
(``given_names.txt``). Blind spots: a family name that looks like a patronymic and stands last after a given name whose
father's name is a known given name ("Ivan Petrovich"); names of scripts without capitals.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from .chinese import is_chinese_name
from .titles import is_title, title_gender

__all__ = [
    "NamePart",
    "NameParts",
    "PartKind",
    "is_forename",
    "is_given_name",
    "is_initial",
    "is_particle",
    "is_patronymic",
    "split_name",
]

# one letter, or the two or three that stand for one letter of another script ("Yu.", "Kh.", "Shch.")
_SHORT = r"(?:[^\W\d_]|Y[uaeo]|Zh|Kh|Ch|Sh|Shch|Ts|I[ua]|J[ua]|Ph|Th|Wm|Geo|Chas|Jos|Jas|Thos|Alex|Aleks|Fr|Ed)"
_INITIAL = re.compile(rf"{_SHORT} ?\.-?", re.IGNORECASE)
_PIECE = re.compile(rf"{_SHORT} ?\.(?:-(?=[^\W\d_]\.))?|[^\W\d_]\w*(?:['’´-][^\W\d_]\w*)*\.?")
_SUFFIXES = frozenset("jr sr jnr snr junior senior ii iii iv v vi vii viii fils père esq".split())
_PARTICLES = frozenset(
    "von van der den de del della dello degli di du da das dos des le la los las el al bin ibn ben bint abu ter ten af "
    "av zu zur zum ap vom und y e op in wa ole arap binti".split()
)
# of those, the ones that only stand inside ("Ortega y Gasset")
_ONLY_INSIDE = frozenset("und y e in op".split())
_PATRONYMIC = re.compile(
    r"(?P<stem>.+?)(?:[oe][vw](?:ich|itch|itsch|ič|yč|ych|na)|jew(?:itsch|na)|(?:in)?ichna|ich|[iy]vna|iwna|[iy]ovych|"
    r"ович|евич|ич|овна|евна|ична|ивна|івна|йович)",
    re.IGNORECASE,
)
_FATHERS = ("", *"y i ii iy ei ey ej j o a ya ia й ий ей а я о".split())


class PartKind(StrEnum):
    """What a piece of a name is."""

    TITLE = "title"
    GIVEN = "given"
    INITIAL = "initial"
    PATRONYMIC = "patronymic"
    PARTICLE = "particle"
    FAMILY = "family"
    SUFFIX = "suffix"


@dataclass(frozen=True, slots=True)
class NamePart:
    """One piece of a name: ``words[start:end]`` of what was split."""

    kind: PartKind
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name taken apart. The pieces stand in printed order; the properties are empty where the name has no such piece.

    ``inverted`` says that the family name stands first and a comma after it. ``alone`` says that nothing but one
    word was printed (titles aside), so that whether it is a given or a family name is a guess from lists.
    """

    words: str
    parts: tuple[NamePart, ...]
    inverted: bool = False

    def of(self, kind: PartKind) -> tuple[str, ...]:
        """The printed pieces of one kind."""
        return tuple(part.text for part in self.parts if part.kind is kind)

    @property
    def titles(self) -> tuple[str, ...]:
        """Titles before the name, as printed."""
        return self.of(PartKind.TITLE)

    @property
    def given(self) -> str:
        """Given names written out, without initials and patronymic."""
        return " ".join(self.of(PartKind.GIVEN))

    @property
    def initials(self) -> tuple[str, ...]:
        """Initials as printed, "S." or "Yu."; not those of names written out."""
        return self.of(PartKind.INITIAL)

    @property
    def patronymic(self) -> str:
        """The father's name made a name: "Petrovich", "Petrovna"."""
        return " ".join(self.of(PartKind.PATRONYMIC))

    @property
    def particle(self) -> str:
        """ "von", "van der" before the family name."""
        return " ".join(self.of(PartKind.PARTICLE))

    @property
    def family(self) -> str:
        """The family name without its particle; empty for a given name alone."""
        return " ".join(self.of(PartKind.FAMILY))

    @property
    def suffix(self) -> str:
        """ "Jr.", "III"."""
        return " ".join(self.of(PartKind.SUFFIX))

    @property
    def alone(self) -> bool:
        """Whether a single word was printed, titles aside."""
        return sum(part.kind is not PartKind.TITLE for part in self.parts) == 1

    @property
    def gender(self) -> str | None:
        """``"F"`` or ``"M"`` where title or patronymic show it, else ``None``."""
        for title in self.titles:
            if gender := title_gender(title):
                return gender
        if self.patronymic:
            return "F" if self.patronymic.casefold().endswith(("na", "на")) else "M"
        return None


def _unaccented(words: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))


@cache
def _listed(file: str) -> frozenset[str]:
    lines = (files(__package__) / file).read_text(encoding="utf-8").splitlines()
    names = {name.casefold() for line in lines if not line.startswith(("#", "[")) for name in line.split()}
    return frozenset(names | {_unaccented(name) for name in names})


def is_given_name(word: str) -> bool:
    """Whether a word is known to be a given name, accents aside.

    >>> is_given_name("Ottoline"), is_given_name("harbour")
    (True, False)
    """
    return _is_listed("given_names.txt", word)


def is_forename(word: str) -> bool:
    """The same by a longer list, with short and pet forms and other spellings; some of them are family names too.

    >>> is_forename("Kolya"), is_given_name("Kolya")
    (True, False)
    """
    return is_given_name(word) or _is_listed("forenames.txt", word)


def _is_listed(file: str, word: str) -> bool:
    names = _listed(file)
    low = word.casefold()
    return low in names or (not low.isascii() and _unaccented(low) in names)


def is_initial(word: str) -> bool:
    """Whether it is an initial with its full stop: "S.", "Yu."."""
    return _INITIAL.fullmatch(word) is not None


def is_particle(word: str) -> bool:
    """Whether it is a small word that goes with the family name: "von", "de", "al"."""
    return word.casefold() in _PARTICLES


@cache
def is_patronymic(word: str) -> bool:
    """Whether it is made from a man's given name that is known: "Petrovich", "Petrovna", but not "Markovitz".

    >>> is_patronymic("Fomich"), is_patronymic("Antonovna"), is_patronymic("Harkovich")
    (True, True, False)
    """
    found = _PATRONYMIC.fullmatch(word)
    if found is None:
        return False
    stems = {found["stem"]}
    low = word.casefold()
    for ending in ("ich", "ич"):
        if low.endswith(ending):
            stems.add(word[: -len(ending)])
    return any(len(stem) > 1 and is_forename(stem + father) for stem in stems for father in _FATHERS)


def split_name(words: str) -> NameParts:
    """Take a printed name apart.

    A single word is a given name if it is known as one and no title stands before it, else a family name.

    >>> name = split_name("Captain A. F. van der Holm, Jr.")
    >>> name.titles, name.initials, name.particle, name.family, name.suffix
    (('Captain',), ('A.', 'F.'), 'van der', 'Holm', 'Jr.')
    >>> name = split_name("Lowe, Piers")
    >>> name.family, name.given, name.inverted
    ('Lowe', 'Piers', True)
    >>> split_name("Anna Antonovna").patronymic, split_name("Chang Shu-lin").family
    ('Antonovna', 'Chang')
    """
    comma = words.find(",")
    pieces = [(m.start(), m.end(), m.group()) for m in _PIECE.finditer(words)]
    suffixes = 0
    while suffixes < len(pieces) - 1 and pieces[-1 - suffixes][2].casefold().rstrip(".") in _SUFFIXES:
        suffixes += 1
    body, tail = pieces[: len(pieces) - suffixes], pieces[len(pieces) - suffixes :]
    titles = 0
    while titles < len(body) - 1 and _stands_as_title(body, titles):
        titles += 1
    named = body[titles:]
    inverted = bool(named) and named[0][1] <= comma < named[-1][0] and comma >= 0
    kinds = _kinds_inverted(named, comma) if inverted else _kinds(named, titled=titles > 0)
    marked = [
        *((piece, PartKind.TITLE) for piece in body[:titles]),
        *zip(named, kinds, strict=True),
        *((piece, PartKind.SUFFIX) for piece in tail),
    ]
    return NameParts(words, tuple(NamePart(kind, *piece) for piece, kind in marked), inverted)


Piece = tuple[int, int, str]


def _stands_as_title(body: list[Piece], at: int) -> bool:
    word = body[at][2]
    if is_initial(word):
        return False
    return is_title(word) and (word.endswith(".") or not is_forename(word) or len(body) - at > 2)


def _is_short(word: str) -> bool:
    """ "S." or a single capital without its stop."""
    return is_initial(word) or (len(word) == 1 and word.isupper())


def _kinds(named: list[Piece], *, titled: bool) -> list[PartKind]:
    words = [piece[2] for piece in named]
    if not words:
        return []
    if len(words) == 1:
        if _is_short(words[0]):
            return [PartKind.INITIAL]
        return [PartKind.GIVEN if is_forename(words[0]) and not titled else PartKind.FAMILY]
    if all(_is_short(word) for word in words[1:]) and not _is_short(words[0]):  # "Hartley A. F."
        return [PartKind.FAMILY, *(PartKind.INITIAL for _ in words[1:])]
    if is_chinese_name(" ".join(words)):
        return [PartKind.FAMILY, *(PartKind.GIVEN for _ in words[1:])]
    start = _family_start(words)
    kinds = []
    for n, word in enumerate(words):
        if n >= start:
            kinds.append(
                PartKind.PARTICLE if word[0].islower() and is_particle(word) and n < len(words) - 1 else PartKind.FAMILY
            )
        elif _is_short(word):
            kinds.append(PartKind.INITIAL)
        elif n and is_patronymic(word):
            kinds.append(PartKind.PATRONYMIC)
        else:
            kinds.append(PartKind.GIVEN)
    return [
        PartKind.PARTICLE if kind is PartKind.FAMILY and n < len(words) - 1 and is_particle(words[n]) else kind
        for n, kind in enumerate(kinds)
    ]


def _family_start(words: list[str]) -> int:
    """Where the family name begins: at its particle, after the given names; after the end if there is none."""
    for n, word in enumerate(words[:-1]):
        small = word.casefold()
        if (
            is_particle(word)
            and small not in _ONLY_INSIDE
            and (word[0].islower() or n == 0 or small in ("de", "van", "von", "la", "le"))
        ):
            return n
    last = len(words) - 1
    if last == 1 and is_patronymic(words[1]) and is_forename(words[0]):
        return 2  # given name and patronymic, no family name
    return last


def _kinds_inverted(named: list[Piece], comma: int) -> list[PartKind]:
    kinds = []
    for start, _, word in named:
        if start < comma:
            kinds.append(PartKind.PARTICLE if word[0].islower() and is_particle(word) else PartKind.FAMILY)
        elif _is_short(word):
            kinds.append(PartKind.INITIAL)
        elif word[0].islower() and is_particle(word):
            kinds.append(PartKind.PARTICLE)
        elif is_patronymic(word) and PartKind.GIVEN in kinds:
            kinds.append(PartKind.PATRONYMIC)
        else:
            kinds.append(PartKind.GIVEN)
    return kinds
