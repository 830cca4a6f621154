"""Two full names side by side: do they name one person, as far as names can tell?"""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache

from testimonia.words.chinese import is_chinese_name
from testimonia.words.letters import fold, signless

from .chinese import Chinese
from .given_names import family_of_given_names, given_name_groups
from .likeness import SAME_NAME, How, Likeness
from .parts import NameParts, bare, is_initial, read_name, sex_of
from .schemes import INITIAL
from .slavic import side_by_side
from .words import compare_words

__all__ = ["compare_given_names", "compare_names"]

# how far a part that agrees moves the score from where the surname left it towards 1
_AGREES = {"same given name": 0.35, "short form": 0.25, "initial": 0.15, "patronymic": 0.35, "second initial": 0.15}
_BESIDE_DOUBT = 0.8  # of that where the surname needs a misprint or is doubtful: many share a given name
_DOUBTFUL = 0.75
_OTHER_GIVEN = 0.15  # what is left of the score where given names or initials are at odds
_BARE = 0.92  # of the score where one prints the surname alone
_GIVEN_ALONE = 0.45  # a given name against a full name that has it
_SAME_INITIAL, _SPELT_INITIAL, _FOREIGN_INITIAL = 1.0, 0.85, 0.6
_RARE_SCHEME = 0.2  # initials are not looked for in schemes as rare as this
_SURE_WORD = 0.8  # a romanisation of one given name from here on
_AT_ODDS = 0.4  # likenesses of given names below this speak against


@cache
def _letters_of_prints() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Print at the beginning of a word → the letters it may stand for; and letter → the prints it may begin with."""
    script = side_by_side()
    usual = sum(1 << bit for bit, scheme in enumerate(script.schemes) if scheme.rare < _RARE_SCHEME)
    prints: dict[str, set[str]] = {}
    begins: dict[str, set[str]] = {}
    for spelling, by_letters in script.units[INITIAL][0].items():
        for letters, mask in by_letters.items():
            if mask & usual and len(letters) == 1 and spelling:
                prints.setdefault(spelling, set()).add(letters)
                # of a digraph the first letter alone is an initial only where it writes a vowel (I. for Iurii)
                if len(spelling) == 1 or letters in script.alphabet.vowels:
                    begins.setdefault(spelling[0], set()).add(letters)
    return (
        {spelling: frozenset(letters) for spelling, letters in prints.items()},
        {first: frozenset(letters) for first, letters in begins.items()},
    )


@lru_cache(maxsize=16384)
def _first_letters(word: str) -> frozenset[str]:
    """The letters of the original that a word, or an initial, may begin with."""
    printed = signless(fold(word)).strip(".")
    prints, begins = _letters_of_prints()
    if len(printed) == 1:
        return begins.get(printed, frozenset())
    longest = 4
    for length in range(min(longest, len(printed)), 0, -1):
        if printed[:length] in prints:
            return prints[printed[:length]]
    return frozenset()


def _initial_fits(initial: str, word: str) -> float:
    """How well an initial stands for a word, or for another initial; 0 where it cannot."""
    left, right = bare(initial), bare(word)
    if not left or not right:
        return 0.0
    if right.startswith(left) or (is_initial(word) and left.startswith(right)):
        return _SAME_INITIAL
    if _first_letters(initial) & _first_letters(word):
        return _SPELT_INITIAL
    if not is_initial(word):
        for number in family_of_given_names(word):
            group = given_name_groups()[number]
            if any(form.startswith(left) for form in group.full):
                return _FOREIGN_INITIAL
    return 0.0


@lru_cache(maxsize=16384)
def compare_given_names(a: str, b: str) -> Likeness:
    """How much two given names, short forms or initials agree.

    >>> compare_given_names("Kolya", "Nikolai").how
    <How.TRANSLATION: 'translation'>
    >>> compare_given_names("W.", "Bill").score, compare_given_names("Igor", "Ivan").score
    (0.6, 0.05)
    """
    if is_initial(a) or is_initial(b):
        initial, other = (a, b) if is_initial(a) else (b, a)
        fits = _initial_fits(initial, other)
        if not fits:
            return Likeness(0.05, How.DIFFERENT, f"‘{initial}’ is no initial of ‘{other}’.")
        return Likeness(fits, How.PARTLY, f"‘{initial}’ may stand for ‘{other}’.")
    left, right = family_of_given_names(a), family_of_given_names(b)
    shared = left.keys() & right.keys()
    if left and right and not shared:
        return Likeness(0.05, How.DIFFERENT, f"‘{a}’ and ‘{b}’ are two given names.")
    words = compare_words(a, b)
    if shared and not (words.how in (How.SAME, How.ROMANISATION) and words.score >= _SURE_WORD):
        full = max((left[number] + right[number] for number in shared), default=0)
        score = (0.8, 0.86, 0.92)[full] - (0.04 if len(shared) < min(len(left), len(right)) else 0.0)
        what = "one name in two languages" if full == 2 else "a short form and its name" if full else "two short forms"
        return Likeness(score, How.TRANSLATION, f"‘{a}’ and ‘{b}’ are {what}.")
    return words


@lru_cache(maxsize=65536)
def compare_names(a: str, b: str) -> Likeness:
    """How much two full names, titles taken off, look like one person's, and why."""
    if a == b:
        return Likeness(1.0, How.SAME, "The same name.")
    best: Likeness | None = _as_chinese(a, b)
    if best is not None:
        return best
    for left in read_name(a):
        for right in read_name(b):
            found = _compare_parts(left, right)
            score = found.score - left.odd - right.odd
            if best is None or score > best.score:
                best = found if score == found.score else _with_score(found, score)
    return best or Likeness(0.0, How.DIFFERENT, "One of them has no word.")


def _as_chinese(a: str, b: str) -> Likeness | None:
    """Both as Chinese names, family name first; ``None`` where they are not plainly both Chinese."""
    chinese = Chinese()
    left, right = a.replace(",", " "), b.replace(",", " ")
    if not (is_chinese_name(left) and is_chinese_name(right)):
        return None
    return chinese.compare(left, right)


def _with_score(likeness: Likeness, score: float) -> Likeness:
    return replace(likeness, score=round(max(0.0, score), 3))


def _compare_families(a: str, b: str) -> Likeness:
    likeness = compare_words(a, b)
    if likeness.score >= SAME_NAME or ("-" in a) == ("-" in b):
        return likeness
    double, single = (a, b) if "-" in a else (b, a)
    parts = [compare_words(part, single) for part in double.split("-") if len(part) > 2]
    best = max(parts, key=lambda part: part.score, default=likeness)
    if best.score >= SAME_NAME:
        return Likeness(
            round(best.score * 0.8, 3),
            How.PARTLY,
            f"‘{single}’ is one half of ‘{double}’.",
            ("A double surname may be another branch of the family.",),
        )
    return likeness


def _compare_parts(left: NameParts, right: NameParts) -> Likeness:
    parts: list[tuple[str, Likeness]] = []
    against: list[str] = []
    if left.family is None or right.family is None:
        return _without_family(left, right)
    family = _compare_families(left.family, right.family)
    parts.append(("family", family))
    score, how = family.score, family.how
    if how is How.OTHER_FORM and "feminine" in family.why and {sex_of(left), sex_of(right)} in ({"f"}, {"f", None}):
        score = 0.85  # Anna Petrov beside Anna Petrova
    against.extend(family.against)
    left_before = [*left.given, *([left.patronymic] if left.patronymic else [])]
    right_before = [*right.given, *([right.patronymic] if right.patronymic else [])]
    at_odds = False
    whys = [family.why]
    for place, (one, other) in enumerate(zip(left_before, right_before, strict=False)):
        if place > 1:
            break
        name = "given" if place == 0 else "patronymic" if left.patronymic or right.patronymic else "second given"
        likeness = (
            compare_words(one, other)
            if _both_patronymic(one, other, left, right)
            else (compare_given_names(one, other))
        )
        parts.append((name, likeness))
        if likeness.score < _AT_ODDS:
            at_odds = True
            against.append(f"‘{one}’ and ‘{other}’ are at odds.")
            continue
        if score >= _AT_ODDS:
            doubtful = how is How.MISPRINT or family.score < _DOUBTFUL
            score += (1.0 - score) * _weight(likeness, name) * (_BESIDE_DOUBT if doubtful else 1.0)
        if likeness.score < 0.8:
            score *= 0.9
            against.append(likeness.why)
        if likeness.how is not How.SAME:
            whys.append(likeness.why)
            if how is How.SAME:
                how = likeness.how
    if at_odds:
        return Likeness(
            round(score * _OTHER_GIVEN, 3),
            How.DIFFERENT,
            "The given names or initials are at odds.",
            tuple(against),
            parts=tuple(parts),
        )
    if bool(left_before) != bool(right_before):
        score *= _BARE
        how = How.PARTLY if how in (How.SAME, How.ROMANISATION) else how
        whys.append("One prints the surname alone.")
    return Likeness(
        round(min(1.0, score), 3),
        how,
        " ".join(dict.fromkeys(whys)),
        tuple(against),
        family.script,
        family.original,
        family.a_schemes,
        family.b_schemes,
        tuple(parts),
    )


def _both_patronymic(one: str, other: str, left: NameParts, right: NameParts) -> bool:
    return one == left.patronymic and other == right.patronymic and not is_initial(one) and not is_initial(other)


def _weight(likeness: Likeness, name: str) -> float:
    if name == "patronymic" and likeness.how is not How.PARTLY:
        return _AGREES["patronymic"]
    if likeness.how is How.PARTLY:
        return _AGREES["initial" if name == "given" else "second initial"] * likeness.score
    if likeness.how is How.TRANSLATION and likeness.score < 0.9:
        return _AGREES["short form"]
    return _AGREES["same given name"] * likeness.score


def _without_family(left: NameParts, right: NameParts) -> Likeness:
    """Names of which one at least prints no surname."""
    if not left.given or not right.given:
        one, other = left.patronymic, right.patronymic
        if one and other:
            return compare_words(one, other)
        return Likeness(0.05, How.DIFFERENT, "They print different parts of a name.")
    given = compare_given_names(left.given[0], right.given[0])
    if given.score < _AT_ODDS:
        return Likeness(0.05, How.DIFFERENT, given.why)
    if left.family is None and right.family is None:
        if left.patronymic and right.patronymic:
            father = compare_words(left.patronymic, right.patronymic)
            score = given.score * (1.0 if father.score >= SAME_NAME else 0.15)
            return Likeness(round(score, 3), given.how, f"{given.why} {father.why}", father.against)
        return given
    score = _GIVEN_ALONE + (0.2 if left.patronymic and right.patronymic else 0.0)
    return Likeness(score, How.PARTLY, f"One prints no surname. {given.why}", ("Many share a given name.",))
