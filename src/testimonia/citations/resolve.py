"""What an ``Ibid.``, an *op. cit.*, a short title or ``(Name 1990: 96)`` stands for.

Knows the words by which citations point at one another and looks for the full citation that is
meant: the one before, an earlier one with the same name and title, an entry of the list of sources
(by its name, year, title or number), or what the heading above the excerpts names. Where two works
would fit and nothing tells them apart, nothing is resolved.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..model import Reason
from .keys import NAME_ROLES, TitleKey, fold, name_keys, skeleton, title_key, year_of
from .listed import Listed
from .pointers import (
    BETWEEN_NAMES,
    IBID,
    IDEM,
    LABELLED,
    LETTERS,
    NAME_YEAR,
    NOTE,
    TRAILING_PAGE,
    Pointer,
    before_mark,
    is_dash,
    is_full,
    leading_words,
    letter_of,
    source_key,
    with_page,
    without_commands,
    without_mark,
)
from .shelf import Known, Shelf, are_one_work, choose, first_keys, given_agree, have_same_people, title_fits

__all__ = ["CitationForm", "Resolution", "resolve_citations"]

Csl = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class CitationForm:
    """A citation as far as resolving needs it: words, what they say, how they point, note number, headings.

    ``labelled`` is what the page calls the excerpt that it closes, word and number: ``("exhibit", "25")``.
    """

    text: str
    csl: Csl
    pointer: Pointer | None = None
    number: str | None = None
    headings: tuple[Csl, ...] = ()
    labelled: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """The full item that a citation stands for, and why; ``csl`` is ``None`` where several would do equally."""

    csl: dict[str, Any] | None
    reasons: tuple[Reason, ...]


_LISTED = -1  # the order of a work that the list of sources has and no citation so far
# A record is taken over whole except for what each citation says anew.
_PLACE = ("page", "locator", "label")  # where in the source
_OWN = (*_PLACE, "volume", "chapter-number", "section", "note")


def _without_own(csl: Csl) -> dict[str, Any]:
    return {k: v for k, v in csl.items() if k not in _PLACE}


def _place_in(csl: Csl) -> dict[str, Any]:
    """Where in its source an item says that the words stand."""
    return {k: csl[k] for k in _PLACE if csl.get(k)}


def _take_over(full: Csl, own: Csl) -> dict[str, Any]:
    """The full item, with what the citation itself says of the place in it."""
    taken = _without_own(full)
    for field in _OWN:
        if own.get(field):
            taken[field] = own[field]
    return taken


def _title_in(words: Sequence[str], title: TitleKey) -> bool:
    """Whether words after a name are a title, or its first two words and more."""
    rest = list(words)
    while rest and (rest[-1].isdecimal() or rest[-1] in _PAGE_WORDS):
        rest.pop()
    wanted = len(title.main)
    if any(tuple(rest[at : at + wanted]) == title.main for at in range(len(rest) - wanted + 1)):
        return True
    return len(rest) >= 2 and title.whole[: len(rest)] == tuple(rest)


_PAGE_WORDS = frozenset("p pp page pages s с стр f ff at".split())


class _Resolver:
    def __init__(self, forms: Sequence[CitationForm], listed: Sequence[Listed]) -> None:
        self.forms = forms
        self.shelf = Shelf()  # the list of sources, and what was cited before
        self.later = Shelf()  # what is cited in full further on
        for entry in listed:
            if is_full(entry.csl):
                self.shelf.put(entry.csl, letter_of(entry.text), _LISTED)
        self.numbered = {entry.number: entry for entry in listed if entry.number is not None}
        self.labelled: dict[tuple[str, str], Csl] = {}
        for order, form in enumerate(forms):
            if form.pointer is None:
                self.later.put(form.csl, letter_of(form.text), order)
        self.notes: dict[str, Csl] = {}
        self.previous: Csl | None = None

    def run(self) -> list[Resolution | None]:
        results: list[Resolution | None] = []
        for order, form in enumerate(self.forms):
            pointer = form.pointer
            found = self._resolve(form, pointer) if pointer is not None else None
            meant = found.csl if found else None
            stands_for: Csl | None = meant
            if not found and pointer in (None, Pointer.SHORT):
                stands_for = form.csl
            if pointer is None or (pointer is Pointer.IDEM and meant):
                self._shelve(stands_for or form.csl, letter_of(form.text), order).in_full = True
            elif meant:
                self._shelve(meant, "", order)
            self.previous = stands_for
            if form.number and stands_for is not None:
                self.notes[form.number] = stands_for
            if form.labelled and stands_for is not None:
                self.labelled[form.labelled] = stands_for
            results.append(found)
        return results

    def _shelve(self, csl: Csl, letter: str, order: int) -> Known:
        known = self.shelf.put(csl, letter, order)
        known.last_place = _place_in(csl) or known.last_place
        return known

    def _resolve(self, form: CitationForm, pointer: Pointer) -> Resolution | None:
        match pointer:
            case Pointer.IBID:
                return self._ibid(form)
            case Pointer.IDEM:
                return self._idem(form)
            case Pointer.NOTE:
                return self._note(form)
            case Pointer.NUMBER:
                return self._number(form)
            case Pointer.PAGE:
                return self._from_headings(form)
            case _:
                return self._short(form, pointer)

    def _note(self, form: CitationForm) -> Resolution | None:
        """ "note 5 above", "supra Ex. 25": what was cited there, if the names or the title before it agree."""
        mark = LABELLED.search(form.text)
        if mark is not None:
            label, number = mark["label"] or mark["label2"], mark["number"] or mark["number2"]
            meant = next(
                (csl for (word, n), csl in self.labelled.items() if n == number and _one_label(word, label)), None
            )
            rule = "the source of an earlier piece of that number"
        else:
            mark = NOTE.search(form.text)
            meant = self.notes.get(mark.group(1)) if mark else None
            rule = "the source of an earlier note"
        if (
            mark is None
            or meant is None
            or not is_full(meant)
            or not _leads(leading_words(form.text[: mark.start()]), meant)
        ):
            return self._short(form, Pointer.NOTE)
        own = without_mark(with_page(form.text, form.csl))
        return Resolution(_take_over(meant, own), (Reason(rule, mark.group()),))

    def _number(self, form: CitationForm) -> Resolution | None:
        """ "12, p. 44": the source of that number in the page's own list."""
        asked = source_key(form.text)
        entry = self.numbered.get(asked["key"]) if asked else None
        if asked is None or entry is None:
            return None
        reason = Reason(f"{asked['key']} in the list of sources", entry.text, entry.span)
        return Resolution(_take_over(entry.csl, form.csl), (reason,))

    def _ibid(self, form: CitationForm) -> Resolution | None:
        if self.previous is None:
            return self._from_headings(form)
        word = IBID.match(form.text) or IDEM.match(form.text)
        taken = _take_over(self.previous, with_page(form.text, form.csl))
        if not _place_in(taken) and not any(c.isdecimal() for c in form.text):
            taken |= _place_in(self.previous)
        if not (taken.get("title") or any(taken.get(r) for r in NAME_ROLES)):
            return None
        return Resolution(taken, (Reason("the source cited just before", word.group().strip() if word else form.text),))

    def _idem(self, form: CitationForm) -> Resolution | None:
        if self.previous is None:
            return None
        role = next((r for r in NAME_ROLES if self.previous.get(r)), None)
        if role is None:
            return None
        own = {k: v for k, v in form.csl.items() if not (k in NAME_ROLES and is_dash(v))}
        merged: dict[str, Any] = {**own, role: self.previous[role]}
        mark = IDEM.match(form.text)
        reason = Reason("the author cited just before", mark.group().strip() if mark else "")
        if not is_full(merged):
            further = self._short(
                CitationForm(form.text, merged, Pointer.SHORT, form.number, form.headings), Pointer.SHORT
            )
            if further and further.csl:
                return Resolution(further.csl, (reason, *further.reasons))
        return Resolution(merged, (reason,))

    def _short(self, form: CitationForm, pointer: Pointer) -> Resolution | None:
        csl = without_mark(with_page(form.text, form.csl))
        by_year = NAME_YEAR.fullmatch(form.text) if pointer is Pointer.SHORT else None
        if by_year:
            found = self._by_name_and_year(by_year, form)
            if found:
                return found
        if pointer in (Pointer.OP_CIT, Pointer.LOC_CIT) and not LETTERS.search(before_mark(form.text)):
            return self._ibid(form)
        year, letter = year_of(csl), letter_of(form.text)
        title = title_key(str(csl.get("title") or ""))
        named = any(csl.get(r) for r in NAME_ROLES)
        for shelf, told_by in (
            (self.shelf, "an earlier citation"),
            (self.later, "the full citation elsewhere on the page"),
        ):
            candidates = shelf.by_names(csl)
            short = title
            if candidates is None and title:
                alone = TRAILING_PAGE.sub("", str(csl["title"]))
                if len(title.whole) <= 4 and shelf.named(skeleton(title_key(alone).squeezed)):
                    # "Marlow, p. 3" and "Marlow 3" read as titles to whoever does not know the name.
                    candidates, short = shelf.by_names({"author": [{"family": alone}]}), title_key("")
                    named = True
                else:
                    candidates = shelf.by_title(title)
            if not candidates and pointer in (Pointer.OP_CIT, Pointer.LOC_CIT):
                candidates, short = shelf.before_mark(form.text), title_key("")
            if not candidates:
                continue
            works = choose(candidates, short, year, letter, first_keys(csl))
            if not works:
                continue
            if len(works) > 1 and not are_one_work(works):
                # a work that the page has named in full is meant before one that only its list has
                in_full = [k for k in works if k.in_full]
                works = in_full if in_full and are_one_work(in_full) else works
            meant = max(works, key=lambda k: k.order)
            where = told_by if meant.order != _LISTED else "an entry of the list of sources"
            if len(works) > 1 and not are_one_work(works):
                last_cited = (
                    pointer in (Pointer.OP_CIT, Pointer.LOC_CIT) and shelf is self.shelf and meant.order != _LISTED
                )
                if not last_cited or not have_same_people(works):
                    if short:
                        return None
                    return Resolution(None, (Reason(f"could be any of {len(works)} works of this author", form.text),))
                cited = sum(k.order != _LISTED for k in works)
                rule = f"the work of this author cited last before ({cited} are cited)"
            elif short and named:
                rule = f"same name and title as {where}"
            elif short:
                rule = f"same title as {where}"
            elif year:
                rule = f"same name and year as {where}"
            else:
                rule = f"same name as {where}, the only work under it"
            taken = _take_over(meant.csl, csl)
            if pointer is Pointer.LOC_CIT and not _place_in(taken):
                taken |= meant.last_place
            return Resolution(taken, (Reason(rule, str(meant.csl.get("title") or "")),))
        entitled = self._entitled(form, csl, year)
        if entitled is not None:
            return entitled
        told = self._named_in(form.text, csl, year)
        if told is not None:
            reason = Reason("name and title stand in it as in the full citation", str(told.csl.get("title") or ""))
            return Resolution(_take_over(told.csl, csl), (reason,))
        return None if named else self._from_headings(form)

    def _entitled(self, form: CitationForm, csl: Csl, year: str) -> Resolution | None:
        """A citation that opens with the first words of one known title, whatever they were taken for."""
        lead = without_commands(leading_words(form.text))
        short = title_key(lead)
        if len(short.whole) < 2:
            return None
        for shelf, where in ((self.shelf, "an earlier citation"), (self.later, "a full citation elsewhere")):
            known = [k for k in shelf.entitled(short) if not (year and k.year and k.year != year)]
            named = any(csl.get(r) for r in NAME_ROLES) and bool(csl.get("title"))
            if not known or named:
                continue
            if not are_one_work(known):
                return Resolution(None, (Reason(f"could be any of {len(known)} works whose titles begin so", lead),))
            meant = max(known, key=lambda k: k.order)
            own = {k: v for k, v in csl.items() if k in _OWN}
            told_by = where if meant.order != _LISTED else "an entry of the list of sources"
            return Resolution(_take_over(meant.csl, own), (Reason(f"the title of {told_by} begins so", lead),))
        return None

    def _named_in(self, text: str, csl: Csl, year: str) -> Known | None:
        """The one known work whose name opens the citation and whose title stands in it, however it was cut."""
        words = title_key(text).whole
        opens = bool(words) and fold(text).strip(" \"'“‘([*_").startswith(words[0])
        for shelf in (self.shelf, self.later):
            found = [
                known
                for at, word in enumerate(words[:4])
                for known in shelf.named(skeleton(word))
                if _title_in(words[at + 1 :], known.title)
                and not (year and known.year and year != known.year)
                # or no given name stands between the name and the title
                and (
                    given_agree(csl, known.csl) or (opens and words[1 : 1 + len(known.title.main)] == known.title.main)
                )
            ]
            if found and are_one_work(found):
                return max(found, key=lambda k: (len(k.title.whole), k.order))
        return None

    def _by_name_and_year(self, match: re.Match[str], form: CitationForm) -> Resolution | None:
        """ "Name 1938, 4" by its words alone: the one work of these people and this year."""
        whole = match["names"].strip(" ,")
        letter, day = letter_of(form.text), str(form.csl.get("issued") or "")
        people = [{"family": name} for name in BETWEEN_NAMES.split(whole) if name]
        for asked in ({"author": people}, {"author": [{"literal": whole}]}):  # "Board of Salt and Ashes" is one name
            for shelf, where in ((self.shelf, "an earlier citation"), (self.later, "a full citation elsewhere")):
                known = [k for k in shelf.by_names(asked) or () if k.year == match["year"]]
                known = _of_day(known, day)
                works = choose(known, title_key(""), match["year"], letter, first_keys(asked))
                if works and are_one_work(works):
                    meant = max(works, key=lambda k: k.order)
                    own = {"page": match["page"].strip(" ,")} if match["page"] else {}
                    told_by = where if meant.order != _LISTED else "an entry of the list of sources"
                    reason = Reason(f"same name and year as {told_by}", str(meant.csl.get("title") or ""))
                    return Resolution(_take_over(meant.csl, own), (reason,))
        return None

    def _from_headings(self, form: CitationForm) -> Resolution | None:
        """A citation that names nobody, under a heading that names an author or a source."""
        title = title_key(str(form.csl.get("title") or ""))
        for heading in form.headings:
            role = next((r for r in NAME_ROLES if heading.get(r)), None)
            heading_title = title_key(str(heading.get("title") or ""))
            if title and heading_title and not title_fits(title, heading_title):
                continue
            if not title and not heading_title:
                merged: dict[str, Any] = {**form.csl, **({role: heading[role]} if role else {})}
                known = self._short(CitationForm(form.text, merged, Pointer.SHORT), Pointer.SHORT) if role else None
            elif heading_title and is_full(heading):
                known, merged = None, _take_over(heading, form.csl)
            else:
                merged = {**_without_own(heading), **form.csl}
                known = (
                    self._short(CitationForm(form.text, merged, Pointer.SHORT), Pointer.SHORT)
                    if not is_full(merged)
                    else None
                )
            words = str(heading.get("title") or _shown_name(heading, role))
            reason = Reason("named in the heading above", words)
            if known and known.csl:
                return Resolution(known.csl, (reason, *known.reasons))
            if role or heading_title:
                return Resolution(merged, (reason,))
        return None


def _of_day(known: Sequence[Known], day: str) -> list[Known]:
    """What came out on that day, ``1935-08-07``; else what may have, ``1935``."""
    dates = [str(k.csl.get("issued") or "") for k in known]
    same = [k for k, date in zip(known, dates, strict=True) if date == day and "-" in day]
    return same or [k for k, date in zip(known, dates, strict=True) if date.startswith(day) or day.startswith(date)]


def _one_label(one: str, other: str) -> bool:
    """Whether two words are one label, shortened or not: "Exhibit" and "Ex."."""
    short, long = sorted((fold(one), fold(other)), key=len)
    return long.startswith(short)


def _leads(words: str, csl: Csl) -> bool:
    """Whether words that open a citation are a name or the first words of the title of what it is said to stand for."""
    key = title_key(words)
    if not key:
        return True
    told = {w for role in NAME_ROLES for name in name_keys(csl, role) for w in (*name.family, *name.given)}
    title = title_key(str(csl.get("title") or ""))
    return bool(told & {fold(w) for w in key.whole}) or title.whole[: len(key.whole)] == key.whole


def _shown_name(csl: Csl, role: str | None) -> str:
    name = (csl.get(role) or [{}])[0] if role else {}
    return str(name.get("literal") or " ".join(str(name[k]) for k in ("given", "family") if name.get(k)))


def resolve_citations(forms: Sequence[CitationForm], listed: Sequence[Listed] = ()) -> list[Resolution | None]:
    """For each citation in the order of the notes, what it stands for; ``None`` where it is full or nothing fits.

    Args:
        forms: the citations in reading order (for endnotes: in the order of the list of notes).
        listed: the entries of the page's own list of sources, if it has one.
    """
    return _Resolver(forms, listed).run()
