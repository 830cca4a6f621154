"""How two titles stand to each other, by their words: equal, one of them in short, or misprinted."""

from __future__ import annotations

from .forms import Form
from .keys import TitleKey, is_within, skeleton

__all__ = [
    "MISPRINT_FROM",
    "compare_all_titles",
    "compare_containers",
    "compare_titles",
    "initials_of",
    "is_generic",
    "is_misprint",
    "telling_words",
]

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
# A misprint is one letter in a word of five, two in a word of ten: "Harborr", but not "Fall" for "Full".
MISPRINT_FROM, _TWO_FROM = 5, 10
_ORDER = ("equal", "dropped", "cut", "misprint")  # the more alike first


def compare_titles(one: TitleKey, other: TitleKey) -> str:
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


def compare_all_titles(one: Form, other: Form) -> str:
    """How the two titles stand that are most alike of all that the records print; as `compare_titles`."""
    found = {compare_titles(a, b) for a in one.titles for b in other.titles}
    return next((relation for relation in _ORDER if relation in found), "")


def compare_containers(one: Form, other: Form) -> str:
    """How the periodicals or books stand that two records are in: ``same``, ``different``, or ``absent``."""
    if not one.container or not other.container:
        return "absent"
    relation = compare_titles(one.container, other.container)
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


def is_generic(title: TitleKey) -> bool:
    """Whether a title is one that many works bear."""
    return all(w in _GENERIC or w.isdecimal() or len(w) == 1 for w in title.main)


def telling_words(title: TitleKey) -> list[str]:
    """The words of a title that not many works bear."""
    return [w for w in title.whole if w not in _GENERIC]


def is_misprint(one: str, other: str) -> bool:
    """Whether one word may be a misprint of the other; figures are none."""
    shorter = min(len(one), len(other))
    if one[0].isdecimal() or other[0].isdecimal():
        return False
    if shorter >= _TWO_FROM:
        return is_within(one, other, 2)
    return shorter >= MISPRINT_FROM and is_within(one, other, 1)


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
    return 0 < len(wrong) <= max(1, len(one) // 3) and all(is_misprint(a, b) for a, b in wrong)
