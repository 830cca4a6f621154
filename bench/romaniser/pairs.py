"""Pairs of names: one name in two spellings, or two names that must stay apart. Made by lot from a seed.

Half of the pairs are of each sort. What makes a pair is its *kind*, printed with every figure, so that a kind in which
an engine fails can be seen. A namesake is never a mere misprint of the other name: a changed letter makes another
surname only where the surname is short enough for that, or where the list has both.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from .habits import misprint, press_writer
from .people import (
    CHINESE_GIVEN,
    CHINESE_SURNAMES,
    ENGLISH_GIVEN,
    ENGLISH_SURNAMES,
    Person,
    half_of,
    patronymic_of,
    russian,
    surnames,
    syllables,
    ukrainian,
)
from .standards import RUSSIAN_SCHEMES, UKRAINIAN_SCHEMES, Romaniser, ala_lc_plain, bgn_pcgn_plain

VOWELS = "аеиоуы"
CONSONANTS = "бвгдзклмнпрст"
OTHER_ENDINGS = {
    "ов": ("ин", "овский", "енко"),
    "ев": ("ин", "ов", "евский"),
    "ёв": ("ин",),
    "ин": ("ов", "инский", "ын"),
    "ын": ("ин",),
    "ский": ("ов", "ин"),
    "цкий": ("ков",),
}


@dataclass(frozen=True)
class Pair:
    """Two printed names, whether one person may bear both, and what sort of pair it is."""

    a: str
    b: str
    same: bool
    kind: str


def _writer(rng: random.Random) -> Romaniser:
    """A scheme or a hand: what is met in English books weighs most."""
    if rng.random() < 0.45:
        return press_writer(rng)
    if rng.random() < 0.35:
        return rng.choice((ala_lc_plain, bgn_pcgn_plain))
    return rng.choice(RUSSIAN_SCHEMES)


def _two_writers(rng: random.Random, name: str) -> tuple[Romaniser, Romaniser]:
    """Two hands that spell the name differently, if two can be had."""
    first = _writer(rng)
    for _ in range(12):
        second = _writer(rng)
        if second(name) != first(name):
            break
    return first, second


def _initial(write: Romaniser, name: str) -> str:
    """The initial of a given name as that hand writes it: one letter, or all that stands for it (Yu., Zh.)."""
    spelt = write(name)
    first = name[0].lower()
    if first in "жхцчшщюяёе" and len(write(first)) > 1:
        return write(first) + "."
    return spelt[0] + "."


def _in_full(write: Romaniser, person: Person, rng: random.Random, form: str) -> str:
    """A name in one of the forms that books print."""
    given, father, family = write(person.given), write(person.patronymic), write(person.family)
    i, p = _initial(write, person.given), _initial(write, person.patronymic)
    return {
        "bare": family,
        "full": f"{given} {family}",
        "whole": f"{given} {father} {family}",
        "initial": f"{i} {family}",
        "initials": f"{i}{p} {family}" if rng.random() < 0.3 else f"{i} {p} {family}",
        "turned": f"{family}, {given}",
        "turned initials": f"{family}, {i} {p}",
        "turned whole": f"{family}, {given} {father}",
    }[form]


def _same_russian(rng: random.Random, surname: str) -> Pair | None:
    person = russian(rng, surname)
    one, other = _two_writers(rng, person.family)
    roll = rng.random()
    if roll < 0.26:
        return Pair(one(person.family), other(person.family), True, "surname, two spellings")
    if roll < 0.44:
        forms = rng.choice((("full", "full"), ("whole", "whole"), ("full", "whole"), ("whole", "turned whole")))
        a, b = _in_full(one, person, rng, forms[0]), _in_full(other, person, rng, forms[1])
        return Pair(a, b, True, "full name, two spellings")
    if roll < 0.60:
        forms = rng.choice(
            (("full", "initial"), ("whole", "initials"), ("full", "initials"), ("turned", "initial"),
             ("turned initials", "whole"), ("initial", "initials"))
        )  # fmt: skip
        a, b = _in_full(one, person, rng, forms[0]), _in_full(other, person, rng, forms[1])
        return Pair(a, b, True, "initials")
    if roll < 0.68:
        form = rng.choice(("full", "whole", "initial", "turned"))
        return Pair(one(person.family), _in_full(other, person, rng, form), True, "bare surname and full name")
    if roll < 0.78:
        choices = [*person.short, *person.foreign]
        if not choices:
            return None
        given = rng.choice(choices)
        form = rng.choice(("full", "whole", "turned"))
        kind = "short form" if given in person.short else "given name in another language"
        return Pair(f"{given} {one(person.family)}", _in_full(other, person, rng, form), True, kind)
    if roll < 0.82:
        a = rng.choice((person.family, f"{person.given} {person.family}"))
        b = other(a)
        return Pair(a, b, True, "own script and Latin")
    # a misprint; now and then in a name that is also spelt otherwise
    if rng.random() < 0.7:
        other = one
    bare = rng.random() < 0.4
    whole, family = other(person.family), one(person.family)
    if len(whole) < (7 if bare else 6):
        return None
    slipped = misprint(whole, rng, 2 if len(whole) >= 10 and rng.random() < 0.15 else 1)
    if slipped is None or slipped.lower() == family.lower():
        return None
    if bare:
        return Pair(family, slipped, True, "misprint, bare surname")
    given = rng.choice((one(person.given), _initial(one, person.given)))
    return Pair(f"{one(person.given)} {family}", f"{given} {slipped}", True, "misprint, with given name or initial")


def _near(rng: random.Random, surname: str) -> str | None:
    """Another surname, close to this one."""
    listed = [name for name in surnames("russian") if name != surname and _apart(name, surname) == 1]
    if listed and rng.random() < 0.5:
        return rng.choice(listed)
    stem = surname
    for ending in ("ский", "цкий", "ов", "ев", "ёв", "ин", "ын"):
        if surname.endswith(ending):
            stem, end = surname[: -len(ending)], ending
            break
    else:
        return None
    roll = rng.random()
    if roll < 0.25:
        if surname.endswith(("цын", "жин", "шин", "цин")) and roll < 0.1:
            return None
        other = OTHER_ENDINGS[end]
        return stem + rng.choice(other)
    if len(stem) < 3 or len(surname) > 8:
        return None
    places = [at for at in range(len(stem)) if stem[at].lower() in VOWELS + CONSONANTS]
    if not places:
        return None
    at = rng.choice(places)
    letter = stem[at].lower()
    pool = VOWELS if letter in VOWELS else CONSONANTS
    new = rng.choice([other for other in pool if other != letter])
    if {letter, new} == {"и", "ы"} and stem[at - 1 : at].lower() in ("ц", "ж", "ш"):
        return None  # Голицын and Голицин are one name
    changed = stem[:at] + (new.upper() if at == 0 else new) + stem[at + 1 :] + end
    return changed if changed not in surnames("russian") and _looks_real(changed) else None


@cache
def _listed_runs() -> frozenset[str]:
    """The pairs of letters, the first with a mark before it, that stand in the listed surnames."""
    return frozenset(run for name in surnames("russian") for run in _runs(name))


def _runs(name: str) -> list[str]:
    word = "^" + name.lower() + "$"
    return [word[at : at + 3] for at in range(len(word) - 2)][:1] + [word[at : at + 2] for at in range(len(word) - 1)]


def _looks_real(name: str) -> bool:
    """Whether its letters stand side by side as in listed surnames: a namesake has to look like a name."""
    return set(_runs(name)) <= _listed_runs()


def _apart(a: str, b: str) -> int:
    """Letters two names are apart, ё counted as е; 2 stands for more than one."""
    a, b = _without_yo(a), _without_yo(b)
    if a == b:
        return 0
    if abs(len(a) - len(b)) > 1:
        return 2
    head = 0
    while head < min(len(a), len(b)) and a[head] == b[head]:
        head += 1
    if len(a) == len(b):
        return 1 if a[head + 1 :] == b[head + 1 :] else 2
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return 1 if longer[head + 1 :] == shorter[head:] else 2


def _without_yo(name: str) -> str:
    """The name with ё as е, and о as е after the letters that ё is written о after."""
    folded = name.lower().replace("ё", "е")
    return re.sub("(?<=[жчшщ])о", "е", folded)


def _apart_russian(rng: random.Random, surname: str) -> Pair | None:
    person = russian(rng, surname)
    one, other = _two_writers(rng, person.family)
    roll = rng.random()
    if roll < 0.5:  # another surname, near
        near = _near(rng, surname)
        if near is None or not _apart(near, surname) or one(near).lower() == other(surname).lower():
            return None
        if rng.random() < 0.5:
            other = one
        if person.woman:
            return None
        second = Person(person.given, person.patronymic, near)
        first = Person(person.given, person.patronymic, surname)
        if rng.random() < 0.4:
            return Pair(one(surname), other(near), False, "near surname, bare")
        forms = rng.choice((("full", "full"), ("initial", "initial"), ("full", "initial"), ("turned", "full")))
        a, b = _in_full(one, first, rng, forms[0]), _in_full(other, second, rng, forms[1])
        return Pair(a, b, False, "near surname, same given name")
    if roll < 0.7:  # same surname, other given name or initials
        for _ in range(20):
            second = russian(rng, surname)
            if second.woman == person.woman and second.given[0] != person.given[0]:
                break
        else:
            return None
        if {person.given, second.given} in ({"Георгий", "Юрий"}, {"Егор", "Юрий"}):
            return None
        forms = rng.choice(
            (("full", "full"), ("initial", "full"), ("initials", "initials"), ("whole", "full"), ("initial", "initial"))
        )
        a, b = _in_full(one, person, rng, forms[0]), _in_full(other, second, rng, forms[1])
        if forms[0] == forms[1] == "initial" and _clash(person.given[0], second.given[0]):
            return None
        if "initial" in forms[0] and _clash(person.given[0], second.given[0]):
            return None
        return Pair(a, b, False, "same surname, other given name")
    if roll < 0.8:  # brothers' sons: other patronymic
        for _ in range(20):
            father = patronymic_of(rng, person.woman)
            if father[0] != person.patronymic[0]:
                break
        if _clash(father[0], person.patronymic[0]):
            return None
        second = Person(person.given, father, person.family, woman=person.woman)
        forms = rng.choice((("whole", "whole"), ("initials", "initials"), ("whole", "initials")))
        a, b = _in_full(one, person, rng, forms[0]), _in_full(other, second, rng, forms[1])
        return Pair(a, b, False, "same surname, other patronymic")
    if roll < 0.88:  # man and woman
        man = russian(rng, surname)
        if man.woman or not surname.endswith(("ов", "ев", "ёв", "ин", "ын", "ский", "цкий")):
            return None
        wife = man
        while not wife.woman:
            wife = russian(rng, surname)
        forms = rng.choice((("bare", "bare"), ("full", "full"), ("full", "bare"), ("initial", "bare")))
        a, b = _in_full(one, man, rng, forms[0]), _in_full(other, wife, rng, forms[1])
        return Pair(a, b, False, "man and woman of one name")
    if person.woman:
        return None
    stranger = rng.choice([name for name in surnames("russian") if half_of(name) == half_of(surname)])
    if _apart(stranger, surname) < 2:
        return None
    second = Person(person.given, person.patronymic, stranger)
    form = rng.choice(("full", "whole", "initial", "initials"))
    first = Person(person.given, person.patronymic, surname)
    return Pair(
        _in_full(one, first, rng, form), _in_full(other, second, rng, form), False, "other surname, same given name"
    )


# letters that some scheme gives one initial to: two people told apart by these alone cannot be told apart
CLASHES = ("еэёяюиий", "зжц", "сшщц", "чцтк", "хкг", "вф", "жюяде")


def _clash(a: str, b: str) -> bool:
    return any(a.lower() in group and b.lower() in group for group in CLASHES)


def _ukrainian(rng: random.Random, surname: str, same: bool) -> Pair | None:
    person = ukrainian(rng, surname)
    one, other = rng.sample(UKRAINIAN_SCHEMES, 2)
    if same:
        if rng.random() < 0.3 and person.russian_given and surname.endswith(("енко", "чук", "юк", "ук", "ко")):
            # the Russian form of the name, as Soviet books in translation have it
            in_russian = surname.lower().translate(str.maketrans("іїєґи", "ииегы")).replace("'", "ъ").replace("ы", "и")
            write = rng.choice((ala_lc_plain, bgn_pcgn_plain, press_writer(rng)))
            russian_name = f"{write(person.russian_given)} {write(in_russian)}"
            return Pair(f"{one(person.given)} {one(surname)}", russian_name, True, "Ukrainian and Russian form")
        forms = rng.choice(
            (("bare", "bare"), ("full", "full"), ("initial", "full"), ("turned", "full"), ("whole", "initials"))
        )
        a, b = _in_full(one, person, rng, forms[0]), _in_full(other, person, rng, forms[1])
        return Pair(a, b, True, "Ukrainian, two spellings")
    if rng.random() < 0.5:
        for _ in range(30):
            second = ukrainian(rng, surname)
            if second.given[0] != person.given[0]:
                break
        if _clash(_russian_letter(person.given[0]), _russian_letter(second.given[0])):
            return None
        a, b = _in_full(one, person, rng, "full"), _in_full(other, second, rng, rng.choice(("full", "initial")))
        return Pair(a, b, False, "Ukrainian, other given name")
    listed = [name for name in surnames("ukrainian") if name != surname and name[:3] == surname[:3]]
    if not listed:
        return None
    second = Person(person.given, person.patronymic, rng.choice(listed))
    form = rng.choice(("bare", "full", "initial"))
    a, b = _in_full(one, person, rng, form), _in_full(other, second, rng, form)
    return Pair(a, b, False, "Ukrainian, near surname")


def _russian_letter(letter: str) -> str:
    return letter.lower().translate(str.maketrans("іїєґ", "ииег"))


def _chinese(rng: random.Random, half: str, same: bool) -> Pair | None:
    families = [pair for pair in syllables(CHINESE_SURNAMES) if half_of(pair[0] + "####") == half]
    family, wade_family = rng.choice(families)
    given = rng.sample(syllables(CHINESE_GIVEN), rng.choice((2, 2, 2, 1)))

    def in_pinyin(name: str, parts: list[tuple[str, str]]) -> str:
        solid = parts[0][0] + "".join(("'" if part[0][0] in "aeo" else "") + part[0] for part in parts[1:])
        return f"{name.capitalize()} {solid.capitalize()}"

    def in_wade(name: str, parts: list[tuple[str, str]], signs: bool) -> str:
        text = f"{name} {'-'.join(part[1] for part in parts).capitalize()}"
        return text if signs else text.replace("'", "").replace("ü", "u")

    signs = rng.random() < 0.5
    if same:
        a = in_wade(wade_family, given, signs)
        b = in_pinyin(family, given) if rng.random() < 0.8 else in_wade(wade_family, given, not signs)
        return None if a == b else Pair(a, b, True, "Chinese, two spellings")
    other_family, other_given = (family, wade_family), list(given)
    if rng.random() < 0.5:
        other_family = rng.choice(families)
        if other_family[0] == family:
            return None
    else:
        at = rng.randrange(len(given))
        other_given[at] = rng.choice(syllables(CHINESE_GIVEN))
        if other_given[at] == given[at]:
            return None
    if rng.random() < 0.4:
        a, b = in_pinyin(family, given), in_pinyin(other_family[0], other_given)
    elif rng.random() < 0.5:
        a, b = in_wade(wade_family, given, True), in_pinyin(other_family[0], other_given)
    else:
        a, b = in_wade(wade_family, given, True), in_wade(other_family[1], other_given, True)
    # without its signs Wade-Giles writes both names alike: such a pair is no namesake but an open question
    return Pair(a, b, False, "Chinese, another syllable")


def _english(rng: random.Random, half: str, same: bool) -> Pair | None:
    families = [name for name in ENGLISH_SURNAMES.split() if half_of(name) == half]
    family = rng.choice(families)
    given, short = rng.choice(ENGLISH_GIVEN.strip().split("\n")).split()
    middle = rng.choice("ABCDEFGHJLMNPRSTW")
    if same:
        roll = rng.random()
        if roll < 0.35:
            return Pair(f"{given} {family}", f"{rng.choice(short.split(','))} {family}", True, "English, short form")
        if roll < 0.7:
            forms = (f"{given[0]}. {family}", f"{given[0]}. {middle}. {family}", f"{family}, {given[0]}. {middle}.")
            return Pair(f"{given} {middle}. {family}", rng.choice(forms), True, "English, initials")
        slipped = misprint(family, rng)
        return Pair(f"{given} {family}", f"{given} {slipped}", True, "English, misprint") if slipped else None
    if rng.random() < 0.5:
        other = rng.choice([name for name in families if name != family])
        return Pair(f"{given} {family}", f"{given} {other}", False, "English, other surname")
    second, _ = rng.choice(ENGLISH_GIVEN.strip().split("\n")).split()
    if second[0] == given[0]:
        return None
    a = rng.choice((f"{given} {family}", f"{given[0]}. {family}"))
    return Pair(a, f"{second} {family}", False, "English, other given name")


def make_pairs(half: str, count: int, seed: int = 1931) -> list[Pair]:
    """So many pairs from the surnames of one half, as many same as apart; all different."""
    rng = random.Random(f"{seed}-{half}")
    wanted = {True: count // 2, False: count - count // 2}
    found: dict[bool, list[Pair]] = {True: [], False: []}
    seen: set[frozenset[str]] = set()
    for same in (True, False):
        for pair in _endless(rng, half, same):
            key = frozenset((pair.a, pair.b))
            if len(key) == 1 or key in seen:
                continue
            seen.add(key)
            found[same].append(pair)
            if len(found[same]) == wanted[same]:
                break
    pairs = found[True] + found[False]
    rng.shuffle(pairs)
    return pairs


def _endless(rng: random.Random, half: str, same: bool) -> Iterator[Pair]:
    russians = [name for name in surnames("russian") if half_of(name) == half]
    ukrainians = [name for name in surnames("ukrainian") if half_of(name) == half]
    make_russian: Callable[[random.Random, str], Pair | None] = _same_russian if same else _apart_russian
    while True:
        roll = rng.random()
        if roll < 0.78:
            pair = make_russian(rng, rng.choice(russians))
        elif roll < 0.88:
            pair = _ukrainian(rng, rng.choice(ukrainians), same)
        elif roll < 0.95:
            pair = _chinese(rng, half, same)
        else:
            pair = _english(rng, half, same)
        if pair is not None:
            yield pair
