"""What an ``Ibid.``, an *op. cit.*, a short title or ``(Name 1990: 96)`` stands for.

Knows the words by which citations point at one another and looks for the full citation that is
meant: the one before, an earlier one with the same name and title, an entry of the list of sources
(by its name, year, title or number), or what the heading above the excerpts names. Where two works
would fit and nothing tells them apart, nothing is resolved.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..model import Reason
from .keys import NAME_ROLES, fold, name_keys, title_key
from .listed import Listed
from .pointers import (
    IBID,
    IDEM,
    LABELLED,
    LETTERS,
    NOTE,
    Pointer,
    before_mark,
    is_dash,
    is_full,
    leading_words,
    letter_of,
    source_key,
    with_page,
    without_mark,
)
from .shelf import Known, title_fits
from .short_forms import LISTED, Shelves
from .standing_for import CitationForm, Csl, Resolution, place_in, take_over, without_own

__all__ = ["resolve_citations"]


def resolve_citations(forms: Sequence[CitationForm], listed: Sequence[Listed] = ()) -> list[Resolution | None]:
    """For each citation in the order of the notes, what it stands for; ``None`` where it is full or nothing fits.

    Args:
        forms: the citations in reading order (for endnotes: in the order of the list of notes).
        listed: the entries of the page's own list of sources, if it has one.
    """
    return _Resolver(forms, listed).run()


class _Resolver:
    def __init__(self, forms: Sequence[CitationForm], listed: Sequence[Listed]) -> None:
        self.forms = forms
        self.shelves = Shelves()
        for entry in listed:
            if is_full(entry.csl):
                self.shelves.cited.put(entry.csl, letter_of(entry.text), LISTED)
        self.numbered = {entry.number: entry for entry in listed if entry.number is not None}
        self.labelled: dict[tuple[str, str], Csl] = {}
        for order, form in enumerate(forms):
            if form.pointer is None:
                self.shelves.later.put(form.csl, letter_of(form.text), order)
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
        known = self.shelves.cited.put(csl, letter, order)
        known.last_place = place_in(csl) or known.last_place
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
        return Resolution(take_over(meant, own), (Reason(rule, mark.group()),))

    def _number(self, form: CitationForm) -> Resolution | None:
        """ "12, p. 44": the source of that number in the page's own list."""
        asked = source_key(form.text)
        entry = self.numbered.get(asked["key"]) if asked else None
        if asked is None or entry is None:
            return None
        reason = Reason(f"{asked['key']} in the list of sources", entry.text, entry.span)
        return Resolution(take_over(entry.csl, form.csl), (reason,))

    def _ibid(self, form: CitationForm) -> Resolution | None:
        if self.previous is None:
            return self._from_headings(form)
        word = IBID.match(form.text) or IDEM.match(form.text)
        taken = take_over(self.previous, with_page(form.text, form.csl))
        if not place_in(taken) and not any(c.isdecimal() for c in form.text):
            taken |= place_in(self.previous)
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
        """A name or title that stands for a work cited in full, or under a heading that tells whose it is."""
        if pointer in (Pointer.OP_CIT, Pointer.LOC_CIT) and not LETTERS.search(before_mark(form.text)):
            return self._ibid(form)
        found, is_settled = self.shelves.look(form, pointer)
        return found if is_settled else self._from_headings(form)

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
                known, merged = None, take_over(heading, form.csl)
            else:
                merged = {**without_own(heading), **form.csl}
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
