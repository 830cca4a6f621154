"""A full name taken apart: given names, patronymic, family name, in whichever order they are printed.

Titles are to be taken off before. Where the order is open (``Roman Abramovich``: a patronymic or a surname?) there
are several readings, the likeliest first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from testimonia.words.letters import fold, plain, signless

from .given_names import family_of_given_names, given_name_groups

__all__ = ["NameParts", "is_initial", "is_patronymic", "read_name"]

_TOKEN = re.compile(r"[^\W\d_]+(?:['’ʹʺ\"`.-]?(?<!\.)[^\W\d_]*)*\.?|,")
_INITIAL = re.compile(r"(?:[^\W\d_]|[A-ZА-Я][a-zа-я]|Shch|Tch)\.|[^\W\d_]")
_TIES = dict.fromkeys((0x361, 0x360, 0xFE20, 0xFE21, 0x35C))
_PARTICLES = frozenset("von van de der den du la le di da dos del della ter ten zu af al el ibn bin ben d o st".split())
_SUFFIXES = frozenset("jr sr jun sen junior senior ii iii iv fils père pere".split())
_PATRONYMIC = re.compile(
    r"(?:[oeёië]|ye|ie|yo|je|jo)[vw](?:i|y)(?:ch|tch|tsch|č|c|cz|ć)$"
    r"|(?:[oeёië]|ye|ie|je|yi|ji|ï)[vw]n[ay]$|(?:ini|i)(?:ch|tch|tsch|č)na$"
    r"|^(?:il'?|l|luk|kuz'?m|nikit|fom|sav|il'?y|il'?i|il'?j|kosm|from|luk)i(?:ch|tch|tsch|č)$"
    r"|(?:ов|ев|ьев)ич$|(?:ов|ев|ичн|івн|ївн)на$|івна$|ївна$|ична$|ович$|йович$|(?:ил|иль|лук|кузьм|никит|фом|савв)и?ч$"
)


@dataclass(frozen=True, slots=True)
class NameParts:
    """The parts of a name as printed.

    ``given`` are given names and initials in order; ``patronymic`` the father's name, ``None`` where none is printed;
    ``family`` with its particles, ``None`` where none is. ``odd`` (0 to 1) is how unusual this reading is.
    """

    given: tuple[str, ...]
    patronymic: str | None
    family: str | None
    odd: float = 0.0


def is_initial(token: str) -> bool:
    """Whether a token is one letter with or without a full stop, or one romanised letter with one (``Kh.``).

    >>> [is_initial(token) for token in ("I.", "Kh.", "W", "Al")]
    [True, True, True, False]
    """
    return _INITIAL.fullmatch(token) is not None


@lru_cache(maxsize=16384)
def is_patronymic(token: str) -> bool:
    """Whether the word has the shape of a Russian or Ukrainian patronymic; some surnames have it too.

    >>> [is_patronymic(word) for word in ("Petrovich", "Sergejewna", "Mykolayivna", "Petrov", "Kuzmich")]
    [True, True, True, False, True]
    """
    return len(token) > 4 and _PATRONYMIC.search(fold(token)) is not None


def _tokens(name: str) -> list[str]:
    name = name.translate(_TIES)  # i͡a is two letters
    spaced = re.sub(r"\.(?=[^\W\d_])", ". ", name)  # I.P. Sidorov
    return _TOKEN.findall(spaced)


def _is_full_given(token: str) -> bool:
    return any(family_of_given_names(token).values())


@lru_cache(maxsize=16384)
def read_name(name: str) -> tuple[NameParts, ...]:
    """The readings of a name, likeliest first; empty where it has no word.

    >>> read_name("Sidorov, Ivan P.")[0]
    NameParts(given=('Ivan', 'P.'), patronymic=None, family='Sidorov', odd=0.0)
    >>> read_name("Ivan Petrovich Sidorov")[0]
    NameParts(given=('Ivan',), patronymic='Petrovich', family='Sidorov', odd=0.0)
    """
    tokens = [token for token in _tokens(name) if token.strip(".").lower() not in _SUFFIXES or token == ","]
    if "," in tokens:
        at = tokens.index(",")
        family, rest = tokens[:at], [token for token in tokens[at + 1 :] if token != ","]
        if family and rest:
            return (_build(rest, family),)
        tokens = family or rest
    if not tokens:
        return ()
    if len(tokens) == 1:
        word = tokens[0]
        if _is_full_given(word) or family_of_given_names(word):
            return (NameParts((), None, word), NameParts((word,), None, None))
        if is_patronymic(word):
            return (NameParts((), None, word), NameParts((), word, None))
        return (NameParts((), None, word),)
    first_is_initial, last_is_initial = is_initial(tokens[0]), is_initial(tokens[-1])
    if last_is_initial and not first_is_initial:  # Sidorov I. P.
        cut = next(at for at, token in enumerate(tokens) if is_initial(token))
        if cut == 1 or _is_full_given(tokens[0]) is False:
            return (_build(tokens[cut:], tokens[:cut]),)
    readings = []
    cut = len(tokens) - 1
    while cut > 1 and fold(tokens[cut - 1]).strip(".'") in _PARTICLES and not is_initial(tokens[cut - 1]):
        cut -= 1
    usual = _build(tokens[:cut], tokens[cut:])
    last = tokens[-1]
    if is_patronymic(last):
        if len(tokens) == 2 and not first_is_initial:
            as_patronymic = NameParts((tokens[0],), last, None, 0.05)
            return (usual, as_patronymic)
        if len(tokens) >= 3 and _is_full_given(tokens[-2]) and not _is_full_given(tokens[0]):
            return (_build(tokens[-2:], tokens[:-2]), usual)  # Sidorov Ivan Petrovich
    readings.append(usual)
    if (
        not first_is_initial
        and len(tokens) == 2
        and family_of_given_names(last)
        and not family_of_given_names(tokens[0])
    ):
        readings.append(NameParts((last,), None, tokens[0], 0.03))  # Sidorov Ivan
    return tuple(readings)


def _build(before: list[str], family: list[str]) -> NameParts:
    given: list[str] = []
    patronymic = None
    for at, token in enumerate(before):
        if at > 0 and patronymic is None and is_patronymic(token) and not is_initial(token):
            patronymic = token
        else:
            given.append(token)
    return NameParts(tuple(given), patronymic, " ".join(family) or None)


def sex_of(parts: NameParts) -> str | None:
    """``f`` or ``m`` by patronymic or given name; ``None`` where neither tells."""
    if parts.patronymic:
        return "f" if fold(parts.patronymic)[-1] in "ayа" else "m"
    for given in parts.given:
        sexes = {given_name_groups()[number].sex for number in family_of_given_names(given)}
        if len(sexes) == 1:
            return sexes.pop()
    return None


def bare(word: str) -> str:
    """The word in small letters without accents, signs and full stops."""
    return signless(plain(fold(word))).strip(".")
