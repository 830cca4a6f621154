"""Whether names are one person's, and how those stand to each other whom two records name."""

from __future__ import annotations

from .forms import Form
from .keys import NAME_ROLES, NameKey, is_within, skeleton
from .same_titles import MISPRINT_FROM

__all__ = ["are_namesakes", "compare_people", "same_person"]

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


def compare_people(one: Form, other: Form) -> str:
    """How the names stand: ``same``, ``variant``, ``misprint``, ``absent`` (on one side),

    ``other role``, ``other role unshared`` or ``different``.
    """
    mine, theirs = one.everyone, other.everyone
    if not mine or not theirs:
        return "absent"
    lead = next(role for role in NAME_ROLES if one.names.get(role))
    other_lead = next(role for role in NAME_ROLES if other.names.get(role))
    found = {same_person(a, b) for a in one.names[lead] for b in other.names[other_lead]}
    for grade in ("same", "variant", "misprint"):
        if grade in found:
            return grade
    if any(same_person(a, b) in ("same", "variant") for a in mine for b in theirs):
        return "other role" if lead != other_lead or len(mine) > 1 or len(theirs) > 1 else "same"
    if any(are_namesakes(a, b) for a in one.names[lead] for b in other.names[other_lead]):
        return "different"
    if lead != other_lead:
        return "other role unshared"
    return "different"


def same_person(one: NameKey, other: NameKey) -> str:
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
    if min(len(family), len(other_family)) >= MISPRINT_FROM and is_within(family, other_family, 1):
        return "misprint" if _given_agree(one.given, other.given) else ""
    return ""


def are_namesakes(one: NameKey, other: NameKey) -> bool:
    """One family name and given names that cannot be one person's."""
    return bool(one.family) and one.family == other.family and not _given_agree(one.given, other.given)


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


def _first_letters(name: str) -> set[str]:
    return {name[0], _NAMESAKES.get(name, name)[0]}
