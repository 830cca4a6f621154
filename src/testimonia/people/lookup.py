"""People found by a name, in whatever romanisation it is asked for."""

from __future__ import annotations

from testimonia.words.names import split_name

from ..model import Person, Sourcebook
from .forms import Agreement, Form, compare_heads, form_of
from .given import fold
from .likenesses import compare_families, keys_of
from .surnames import Kind

__all__ = ["find_people"]

_SAME_NAME = 0.7


def find_people(book: Sourcebook, name: str) -> list[Person]:
    """The people who are so called or have that identifier, likeliest first; empty where nobody is.

    Those who are printed just so (case and accents aside) are all that is returned; else those whose names agree with
    it as far as it goes; else those whom another romanisation of it names.
    """
    wanted = name.strip().casefold()
    identified = [p for p in book.people if wanted in (value.casefold() for value in p.identifiers.values())]
    if identified:
        return identified
    asked = _plain(name)
    if not asked:
        return []
    exact = [p for p in book.people if asked == _plain(p.name) or asked in map(_plain, p.variants)]
    if exact:
        return sorted(exact, key=lambda p: asked != _plain(p.name))
    form = form_of(split_name(name))
    alike = [(likeness, n) for n, p in enumerate(book.people) if (likeness := _likeness(form, p)) > 0]
    best = max((likeness for likeness, _ in alike), default=0.0)
    chosen = sorted(((-likeness, n) for likeness, n in alike if likeness >= min(best, 1.0) - 0.1))
    return [book.people[n] for _, n in chosen]


def _plain(name: str) -> str:
    return " ".join(fold(word) for word in name.replace(".", " ").split())


def _likeness(asked: Form, person: Person) -> float:
    forms = [form_of(split_name(words)) for words in (person.name, *person.variants)]
    if any(compare_heads(asked, form)[0] is Agreement.CONFLICT for form in forms):
        return 0.0
    return max(_of_form(asked, form) for form in forms)


def _of_form(asked: Form, known: Form) -> float:
    if not asked.family or not known.family:
        one, other = asked.family or " ".join(asked.given), known.family or " ".join(known.given)
        return 1.0 if one == other else 0.0
    if asked.family == known.family:
        return 1.0
    if not keys_of(asked.family) & keys_of(known.family):
        return 0.0
    likeness = compare_families(asked.family, known.family)
    return likeness.score if likeness.kind is not Kind.WOMAN and likeness.score >= _SAME_NAME else 0.0
