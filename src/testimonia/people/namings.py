"""The names that were found, with what stands beside them, read for the question who is meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from testimonia.words.names import is_given_name

from ..model import Gender, Sourcebook
from .forms import Form, Naming, form_of
from .genders import gender_of_form, gender_of_title
from .mentions import FoundName
from .roles import find_roles

__all__ = ["read_namings"]

WELL_ATTESTED = 3  # so often a word stands alone as a family name before it is not believed to be a given name


def read_namings(found: Sequence[FoundName], book: Sourcebook) -> list[Naming]:
    """The names in the order of the page, each with its heading, cited work, gender and roles."""
    claims = {claim.id for claim in book.claims}
    works = {citation.id: citation.work for citation in book.citations}
    excerpts = {x.id: (x.claim, works.get(x.citation or "")) for x in book.excerpts}
    bounds = {claim.id: claim.span for claim in book.claims} | {x.id: x.span for x in book.excerpts}
    ordered = sorted(found, key=lambda name: (name.span.start, name.span.end))
    namings = []
    for index, name in enumerate(ordered):
        in_claim = name.record in claims
        claim, work = (name.record, None) if in_claim else excerpts[name.record]
        limits = bounds[name.record]
        after = ordered[index + 1].span if index + 1 < len(ordered) else None
        roles = find_roles(book.text, name.span, limits, after)
        namings.append(
            Naming(
                index,
                name.span,
                name.text,
                name.record,
                form_of(name.parts),
                claim=claim,
                work=work,
                title=name.title or "",
                is_label=name.label,
                in_claim=in_claim,
                roles=tuple(reason for reason, _ in roles),
                role_nouns=frozenset().union(*(nouns for _, nouns in roles)),
                sureness=name.confidence,
                found_reasons=name.reasons,
            )
        )
    _part_run_together(namings)
    _part_lone_names(namings)
    _share_families(namings, book.text)
    for naming in namings:
        naming.gender = gender_of_title(naming.title) or gender_of_form(naming.form)
    return namings


def _part_run_together(namings: Sequence[Naming]) -> None:
    """Take back a given name that is itself a family name of the page: "Lowe Hartley" where a comma was lost."""
    alone = Counter(lone for n in namings if (lone := _lone(n.form)))
    families = Counter(n.form.family for n in namings if n.form.family and (n.form.given or n.form.initials))
    for naming in namings:
        form = naming.form
        if not form.family or len(form.given) != 1 or form.initials:
            continue
        given = form.given[0]
        if alone[f"{given} {form.family}"]:  # "Lowe Hartley" beside "Lowe-Hartley"
            naming.form = Form(family=f"{given} {form.family}")
        elif alone[given] >= WELL_ATTESTED and (families[given] or not is_given_name(given)):
            naming.form = Form(family=form.family, particle=form.particle, suffix=form.suffix)


def _part_lone_names(namings: Sequence[Naming]) -> None:
    """Take a word that stands alone for a given or a family name by what the page's fuller names show it to be."""
    fuller = [n for n in namings if n.form.family and not n.form.is_bare]
    families = Counter(n.form.family for n in fuller)
    givens = Counter(g for n in fuller for g in n.form.given[:1])
    addressed = Counter(_lone(n.form) for n in namings if _lone(n.form) and (n.title and not _goes_with_given(n.title)))
    at_hand: dict[str, set[str]] = {}
    for naming in fuller:
        at_hand.setdefault(naming.record, set()).update(naming.form.given[:1])
    for naming in namings:
        lone = _lone(naming.form)
        if not lone:
            continue
        if lone in at_hand.get(naming.record, ()) and not families[lone]:
            as_given = True
        elif families[lone] or givens[lone]:
            as_given = givens[lone] > families[lone]
            as_given = as_given or (givens[lone] == families[lone] and lone in at_hand.get(naming.record, ()))
        else:
            as_given = bool(naming.form.given) and not addressed[lone]
        if naming.title and not _goes_with_given(naming.title):
            as_given = as_given and not families[lone] and bool(givens[lone])
        naming.form = Form(given=(lone,)) if as_given else Form(family=lone, particle=naming.form.particle)


_AND = re.compile(r"\s(?:and|&|und|et|y|e|i|и|og|och)\s")
_WOMANS_OWN = re.compile(r"(?:[oe]v|in|[sc]k)a(?:ya|ia|ja)?$")


def _share_families(namings: Sequence[Naming], text: str) -> None:
    """Give a given name the family name that stands after the next: "Edgar and Maud Lowe"."""
    for naming, after in pairwise(namings):
        if not naming.form.given or naming.form.family or not (after.form.given and after.form.family):
            continue
        if naming.record != after.record or not _AND.fullmatch(text, naming.span.end, after.span.start):
            continue
        if _WOMANS_OWN.search(after.form.family) and gender_of_form(naming.form) is not Gender.FEMALE:
            continue
        naming.form = replace(naming.form, family=after.form.family, particle=after.form.particle)
        naming.shared_family = " ".join([*after.text.split()[len(after.form.starts) :]]) or after.text.split()[-1]


def _lone(form: Form) -> str:
    """The one word of a name that is nothing but that; empty for any other name."""
    if form.patronymic or form.initials or form.suffix or len(form.given) + bool(form.family) != 1:
        return ""
    return form.family or form.given[0]


_WITH_GIVEN = frozenset(
    "sir dame lady lord uncle aunt auntie brother sister father mother cousin grandfather grandmother saint st king "
    "queen prince princess pope tsar czar emperor empress don doña dear little young old poor comrade citizen".split()
)


def _goes_with_given(title: str) -> bool:
    """Whether a title is one that stands before a given name as well as before a family name."""
    words = title.casefold().replace(".", " ").split()
    return bool(words) and words[-1] in _WITH_GIVEN
