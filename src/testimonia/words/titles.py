"""Words that stand before a person's name and are no part of it: "Mr.", "Captain", "the engineer".

The words are data (``titles.txt``). Some serve as a name too ("Dean", "King"): the caller has to look at what follows.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

__all__ = [
    "BENCH",
    "is_calling",
    "is_courtesy",
    "is_describing",
    "is_qualifier",
    "is_title",
    "is_title_behind",
    "title_gender",
]

# what a judge or counsel is, behind his name in a report: "HARTLEY, C.J.", "LOWE, L.J. (dissenting)"
BENCH = (
    r",\s(?:(?:LL?\.?)?J{1,2}|L\.?C\.?J|C\.?J|J{1,2}\.?A|C\.?B|L\.?C|M\.?R|V\.?-?C|[KQS]\.?C|P|B)"
    r"(?:\.(?=[\s:])|(?=\s?[:(]))"
)


@cache
def _titles() -> dict[str, dict[str, str]]:
    """Per section, the words in small letters, each with what it says of the bearer ("F", "M" or "")."""
    sections: dict[str, dict[str, str]] = {}
    section: dict[str, str] = {}
    for line in (files(__package__) / "titles.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = sections.setdefault(line.strip("[]"), {})
        elif not line.startswith("#"):
            for entry in line.casefold().split():
                gender, colon, word = entry.rpartition(":")
                section[word] = gender.upper() if colon else ""
    return sections


def _key(word: str) -> str:
    return word.casefold().rstrip(".")


def is_courtesy(word: str) -> bool:
    """Whether it is a form of address that only a name can follow: "Mr.", "Comrade", "Sir".

    >>> is_courtesy("Mrs."), is_courtesy("Captain")
    (True, False)
    """
    return _key(word) in _titles()["courtesy"]


def is_title(word: str) -> bool:
    """Whether it can stand before a name with a capital: forms of address, ranks, offices.

    >>> is_title("Captain"), is_title("mr"), is_title("fireman")
    (True, True, False)
    """
    key = _key(word)
    return key in _titles()["courtesy"] or key in _titles()["rank"]


def is_qualifier(word: str) -> bool:
    """Whether it goes before a title and names none by itself: "Deputy", "Prime".

    >>> is_qualifier("Deputy"), is_qualifier("Commissioner")
    (True, False)
    """
    return _key(word) in _titles()["qualifier"]


def is_calling(word: str) -> bool:
    """Whether it is a common noun that can stand before a name: "the fireman Lowe".

    >>> is_calling("fireman"), is_calling("harbour")
    (True, False)
    """
    return _key(word) in _titles()["calling"]


def is_describing(word: str) -> bool:
    """Whether it is an adjective or participle that can stand before a name: "old Lowe", "a man called Lowe".

    >>> is_describing("old"), is_describing("fireman")
    (True, False)
    """
    return _key(word) in _titles()["describing"]


def is_title_behind(word: str) -> bool:
    """Whether it is a title that stands after the name: "Hakim Bey".

    >>> is_title_behind("Pasha"), is_title_behind("Captain")
    (True, False)
    """
    return _key(word) in _titles()["behind"]


def title_gender(word: str) -> str | None:
    """``"F"`` or ``"M"`` where the title shows it, else ``None``.

    >>> title_gender("Miss"), title_gender("Sir"), title_gender("Dr.")
    ('F', 'M', None)
    """
    for section in ("courtesy", "rank", "behind"):
        if gender := _titles()[section].get(_key(word)):
            return gender
    return None
