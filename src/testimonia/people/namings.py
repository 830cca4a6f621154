"""The names that were found, with what stands beside them, read for the question who is meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from testimonia.words.chinese import is_chinese_name
from testimonia.words.names import is_given_name, is_patronymic
from testimonia.words.titles import is_courtesy, title_gender

from ..model import Gender, Sourcebook
from .apart import read_apart
from .forms import Form, Naming, form_of
from .genders import gender_of_form, gender_of_roles, gender_of_title, pronoun_after
from .generations import child_of, generation_of, generation_of_suffix
from .given import compare_given, fold, given_keys, is_known_given
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
    forms: dict[str, Form] = {}
    for index, name in enumerate(ordered):
        form = forms.get(name.parts.words)
        if form is None:
            form = forms[name.parts.words] = form_of(name.parts)
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
                form,
                claim=claim,
                work=work,
                title=name.title or "",
                is_label=name.label,
                in_claim=in_claim,
                roles=tuple(reason for reason, _ in roles),
                family_words=name.parts.family,
                role_nouns=frozenset().union(*(nouns for _, nouns in roles)),
                sureness=name.confidence,
                found_reasons=name.reasons,
            )
        )
    _read_titles(namings, book.text)
    _turn_round(namings)
    _part_run_together(namings)
    _part_lone_names(namings)
    _share_families(namings, book.text)
    for naming in namings:
        shown, named = gender_of_title(naming.title), gender_of_form(naming.form)
        if shown is Gender.FEMALE and named is Gender.MALE and naming.form.family:  # "Mrs. Piers Lowe" is not Piers
            naming.form = Form(family=naming.form.family, particle=naming.form.particle)
        naming.gender = shown or named or gender_of_roles(naming.role_nouns)
    for naming in namings:
        if naming.form.family:
            start = naming.span.start
            naming.generation, naming.is_told_apart = generation_of(book.text, start, naming.span.end)
            if naming.form.is_bare and not naming.title:
                naming.child = child_of(book.text, start, naming.span.end)
            if naming.form.suffix and naming.generation is None:
                naming.generation, naming.is_told_apart = generation_of_suffix(naming.form.suffix), True
        naming.kin_of = frozenset().union(*(_kin_of(role.words) for role in naming.roles))
    read_apart(book.text, namings)
    for n, naming in enumerate(namings):
        limit = namings[n + 1].span.start if n + 1 < len(namings) else len(book.text)
        line = book.text.find("\n", naming.span.end, limit)
        naming.pronoun = pronoun_after(book.text, naming.span.end, line if line >= 0 else limit)
    return namings


_KIN = frozenset(
    "father mother brother sister son daughter uncle aunt nephew niece cousin husband wife widow grandfather "
    "grandmother grandson brother-in-law sister-in-law father-in-law mother-in-law son-in-law daughter-in-law".split()
)
_KIN_OF = re.compile(r"\b([\w-]+) of (.+)$|^(?:the )?(.+?)['’]s?(?: [\w-]+)*? ([\w-]+)$")


def _kin_of(role: str) -> frozenset[str]:
    """The words of a role that name whose relative somebody is; he is none of these himself."""
    found = _KIN_OF.search(role)
    if found is None or fold(found.group(1) or found.group(4)) not in _KIN:
        return frozenset()
    return frozenset(fold(word) for word in re.findall(r"[^\W\d_]+", found.group(2) or found.group(3)))


_AFTER = re.compile(r"[ \u00a0]([^\W\d_]\w+)\b")
_MONSIEUR = re.compile(r"\bM\.\s$")
_HONORIFICS = frozenset(
    "bey beg pasha pascha pacha efendi effendi hanim hanum hatun agha aga khan sahib begum hanoum khanum san sama "
    "esq esquire".split()
)
_IN_FULL = {
    "dr": "doctor", "physician": "doctor", "surgeon": "doctor", "prof": "professor", "capt": "captain",
    "col": "colonel",
    "gen": "general", "lt": "lieutenant", "lieut": "lieutenant", "maj": "major", "sgt": "sergeant", "insp": "inspector",
    "solicitor": "lawyer", "barrister": "lawyer", "attorney": "lawyer",
}  # fmt: skip
_NO_ROLE = frozenset(
    "comrade comrades citizen citizens dear late then former first second special acting named called".split()
)


def _read_titles(namings: Sequence[Naming], text: str) -> None:
    """Take in titles behind the name, French "M." for what it is, and every title that tells namesakes apart."""
    french = {naming.form.family for naming in namings if naming.form.family and _is_french(naming.title)}
    for naming in namings:
        if (french or naming.title.split()[-1:] == ["M."]) and _MONSIEUR.search(
            text, max(0, naming.span.start - 5), naming.span.start
        ):
            naming.title = "Monsieur"
        after = _AFTER.match(text, naming.span.end)
        if after is not None and fold(after.group(1)) in _HONORIFICS:
            naming.title = f"{naming.title} {after.group(1)}".strip()
        if naming.form.family in french and naming.form.initials == ("m",) and not naming.form.given:
            naming.form = Form(family=naming.form.family, particle=naming.form.particle)
            naming.title = "Monsieur"
        titles = {fold(word).rstrip(".") for word in naming.title.split()} - _NO_ROLE
        telling = {
            word for word in titles if not (is_courtesy(word) and title_gender(word) and word not in _HONORIFICS)
        }
        naming.role_nouns = frozenset(_IN_FULL.get(word, word) for word in naming.role_nouns | telling)


def _is_french(title: str) -> bool:
    return any(
        fold(word).rstrip(".") in ("mme", "mlle", "madame", "mademoiselle", "monsieur") for word in title.split()
    )


def _turn_round(namings: Sequence[Naming]) -> None:
    """Read names right whose family name stands first ("Harkun Petro"), and a given name with a patronymic.

    What ends as a patronymic does and stands alone again and again is a family name, as in "Pietro Markovich".
    """
    families = Counter(n.form.family for n in namings if n.form.family)
    patronymics = {n.form.patronymic for n in namings if n.form.patronymic and n.form.family}
    for naming in namings:
        form = naming.form
        if _is_family_first(form, naming.text):
            naming.form = Form(given=form.given[1:], patronymic=form.family, family=form.given[0])
            continue
        if _is_family_cut_short(form, naming.text, families):
            naming.form = Form(given=(form.family,), family_initial=form.initials[0])
            continue
        ends_so = form.patronymic if not form.family and not form.initials else ""
        if ends_so and families[ends_so] >= WELL_ATTESTED and ends_so not in patronymics:
            naming.form = Form(given=form.given, family=ends_so)
            continue
        if len(form.given) != 1 or form.initials or form.patronymic or not form.family:
            continue
        given, family = form.given[0], form.family
        if is_patronymic(family) and is_known_given(given) and families[family] < WELL_ATTESTED:
            naming.form = Form(given=(given,), patronymic=family)
        elif families[given] and is_known_given(family) and not is_known_given(given):
            naming.form = Form(given=(family,), family=given)


def _is_family_first(form: Form, text: str) -> bool:
    """Whether a name is printed as in a register: family name, given name, patronymic."""
    if len(form.given) != 2 or form.initials or form.patronymic or not form.family or "," in text:
        return False
    return is_patronymic(form.family) and is_known_given(form.given[1]) and not is_known_given(form.given[0])


def _is_family_cut_short(form: Form, text: str, families: Mapping[str, int]) -> bool:
    """Whether the one letter behind a given name is all that is printed of the family name: "Piers H.".

    What is a family name elsewhere on the page has an initial behind it ("Thomas P.").
    """
    if form.given or form.patronymic or len(form.initials) != 1 or "," in text:
        return False
    if not text.rstrip(".").casefold().endswith(f" {form.initials[0]}"):
        return False
    return is_known_given(form.family) and families[form.family] < WELL_ATTESTED


def _part_run_together(namings: Sequence[Naming]) -> None:
    """Take back a given name that is itself a family name of the page: "Lowe Hartley" where a comma was lost."""
    alone = Counter(lone for n in namings if (lone := _lone(n.form)))
    families = Counter(n.form.family for n in namings if n.form.family and (n.form.given or n.form.initials))
    pairs = Counter(n.form for n in namings)
    # of a family of which the page has a woman by her title, others are told by their given names
    women = {n.form.family for n in namings if n.form.is_bare and gender_of_title(n.title) is Gender.FEMALE}
    for naming in namings:
        form = naming.form
        if not form.family or len(form.given) != 1 or form.initials or is_chinese_name(naming.text):
            continue
        given = form.given[0]
        if form.family in women and given not in women:
            continue
        if alone[f"{given} {form.family}"]:  # "Lowe Hartley" beside "Lowe-Hartley"
            naming.form = Form(family=f"{given} {form.family}")
        elif alone[given] >= WELL_ATTESTED and (families[given] or not (is_given_name(given) or pairs[form] > 1)):
            naming.form = Form(family=form.family, particle=form.particle, suffix=form.suffix)


def _part_lone_names(namings: Sequence[Naming]) -> None:
    """Take a word that stands alone for a given or a family name by what the page's fuller names show it to be."""
    fuller = [n for n in namings if n.form.family and not n.form.is_bare]
    families = Counter(n.form.family for n in fuller)
    givens = Counter(g for n in fuller for g in n.form.given[:1])
    addressed = Counter(_lone(n.form) for n in namings if _lone(n.form) and (n.title and not _goes_with_given(n.title)))
    lone_givens = {lone for n in namings if n.form.given and (lone := _lone(n.form))}
    known = {key for given in {*givens, *lone_givens} for key in given_keys(given) if key.startswith("=")}
    hyphened = [given for given in givens if "-" in given]  # Chinese ones
    at_hand: dict[str, set[str]] = {}
    for naming in fuller:
        at_hand.setdefault(naming.record, set()).update(naming.form.given[:1])
    for naming in namings:
        lone = _lone(naming.form)
        if not lone:
            continue
        if hyphened and not naming.title and not families[lone] and lone not in givens:
            spelt = lone.replace(" ", "-")
            if is_chinese_name(f"Li {spelt}") and any(compare_given(spelt, given)[0] for given in hyphened):
                naming.form = Form(given=(spelt,))  # "Shu-jen" and "Shuren" beside "Kao Shu-jen"
                continue
        if lone in at_hand.get(naming.record, ()) and not families[lone]:
            as_given = True
        elif families[lone] or givens[lone]:
            as_given = givens[lone] > families[lone]
            as_given = as_given or (givens[lone] == families[lone] and lone in at_hand.get(naming.record, ()))
        else:
            as_given = bool(naming.form.given) or not known.isdisjoint(given_keys(lone))
            as_given = (as_given and not addressed[lone]) or _is_told_as_given(naming.title, lone)
        if naming.title and not _goes_with_given(naming.title):
            as_given = as_given and not families[lone] and bool(givens[lone])
        naming.form = Form(given=(lone,)) if as_given else Form(family=lone, particle=naming.form.particle)


_POLITE_WITH_GIVEN = frozenset("pan pani".split())  # "Pani Hanno", which nobody is called by the family name


def _is_told_as_given(title: str, word: str) -> bool:
    """Whether a known given name is told as somebody's: "a boy called Piers", or in Polish after "Pan" or "Pani"."""
    last = title.casefold().split()[-1:] or [""]
    if last[0] in _POLITE_WITH_GIVEN:  # the form for calling out
        return any(key.startswith("=") for key in given_keys(word))
    return last[0] in ("called", "named") and is_known_given(word)


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
    if (
        form.patronymic
        or form.initials
        or form.suffix
        or form.family_initial
        or len(form.given) + bool(form.family) != 1
    ):
        return ""
    return form.family or form.given[0]


_WITH_GIVEN = frozenset(
    "sir dame lady lord uncle aunt auntie brother sister father mother cousin grandfather grandmother saint st king "
    "queen prince princess pope tsar czar emperor empress don doña dear little young old poor comrade citizen "
    "called named boy girl lad lass child pan pani".split()
)


def _goes_with_given(title: str) -> bool:
    """Whether a title is one that stands before a given name as well as before a family name."""
    words = title.casefold().replace(".", " ").split()
    return bool(words) and words[-1] in _WITH_GIVEN
