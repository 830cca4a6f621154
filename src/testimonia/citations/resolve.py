"""What an ``Ibid.``, an *op. cit.*, a short title or ``(Name 1990: 96)`` stands for.

Knows the words by which citations point at one another and looks for the full citation that is
meant: the one before, an earlier one with the same name and title, an entry of the list of sources,
or what the heading above the excerpts names. Where two works would fit and nothing tells them
apart, nothing is resolved.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ..model import Reason
from .keys import NAME_ROLES, TitleKey, fold, is_within, name_keys, skeleton, title_key, year_of

__all__ = ["CitationForm", "Pointer", "Resolution", "is_full", "pointer_of", "resolve_citations"]

Csl = Mapping[str, Any]


class Pointer(StrEnum):
    """How a citation points at another."""

    IBID = "ibid."  # the source cited just before
    IDEM = "idem"  # the author cited just before, with a title of its own
    OP_CIT = "op. cit."  # the work of this author that was cited before
    LOC_CIT = "loc. cit."  # the same, and the same page
    NOTE = "note"  # the source of a numbered note
    PAGE = "page"  # nothing but a page
    SHORT = "short"  # a name, a title or both, and no imprint


@dataclass(frozen=True, slots=True)
class CitationForm:
    """A citation as far as resolving needs it: words, what they say, how they point, note number, headings."""

    text: str
    csl: Csl
    pointer: Pointer | None = None
    number: str | None = None
    headings: tuple[Csl, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """The full item that a citation stands for, and why; ``csl`` is ``None`` where several would do equally."""

    csl: dict[str, Any] | None
    reasons: tuple[Reason, ...]


_IBID = re.compile(
    r"\W*(?:see\s+|cf\.?\s+|vgl\.?\s+|voir\s+|см\.\s+)?"
    r"(?:ibid(?:em|\.)?|ib\.|ebd\.|ebda\.?|ebenda|ib[íi]d(?:em)?|ivi\b|там\s+же|tam\s?że|tamtéž|tamže|isto\b|ugyanott|同上|id\.(?!\s*[,:]?\s*[^\W\d_]{4,}))",
    re.IGNORECASE,
)
_IDEM = re.compile(
    r"\W*(?:(?:idem|eadem|iidem|id\.|ead\.|ders\.|dies\.|derselbe|dieselbe|dens\.|он\s+же|она\s+же|tenże|taż)(?=[\s,.:;]|$)"
    r"|[—–―_]{2,}|-{3,}|—(?=[,.]))\W*",
    re.IGNORECASE,
)
_OP_CIT = re.compile(
    r"(?<!\w)(?:op\.?\s*cit\b|opere\s+cit|opus\s+cit|ouv(?:r\.|rage)\s+cité|ob(?:\.|ra)\s+cit|a\.?\s?a\.?\s?O\b|указ\.?\s*соч"
    r"|цит\.?\s*соч|dz\.\s*cyt|c\.\s*d\.(?=\s*,?\s*s)|art\.\s*cit|supra(?!\s+n)|work\s+cited|previously\s+cited|cited\s+above|ibid\b)",
    re.IGNORECASE,
)
_LOC_CIT = re.compile(r"(?<!\w)(?:loc\.?\s*cit\b|l\.\s?c\.)", re.IGNORECASE)
_NOTE = re.compile(
    r"(?<!\w)(?:(?:supra|above|see|cf\.?|siehe|wie|voir|см\.)\s*,?\s*)?(?:foot|end)?(?:notes?|nn?\.|fn\.?|anm\.|прим\.|přip\.)\s*(\d{1,4})(?!\d)",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(r"(?<!\w)(?:supra|above|see|cf|siehe|oben|wie|voir|см|as\s+in|op|cit)(?!\w)", re.IGNORECASE)
# A page that closes a citation without a label; four digits would be a year.
_TRAILING_PAGE = re.compile(r"[\s,.:;(]+(?:at\s+)?(\d{1,3}(?:\s?[-–]\s?\d{1,3})?)\)?[.\s]*$")
_LETTERS = re.compile(r"[^\W\d_]")
# "Name and Name 1938, 4", "(Name, 1938: 4)": nothing but names, a year and perhaps a page.
_NAME_YEAR = re.compile(
    r"\W*(?P<names>[^\W\d_][^\d()\[\]:;]{1,90}?),?\s*[(\[]?(?P<year>(?:1[4-9]|20)\d\d)[a-h]?[)\]]?"
    r"(?:\s*[,:]\s*(?:pp?\.|S\.|с\.)?\s*(?P<page>\d[\d\s,–-]*|[ivxlc]+(?:\s?[-–]\s?[ivxlc]+)?))?[).\s]*"
)
_BETWEEN_NAMES = re.compile(r",?\s+(?:and|und|et|y|и|i|e)\s+|\s*&\s*|,\s+")
_YEAR_LETTER = re.compile(r"(?<!\d)((?:1[4-9]|20)\d\d)([a-h])(?![^\W_])")
_IMPRINT = ("issued", "publisher", "publisher-place", "container-title")
# A record is taken over whole except for what each citation says anew.
_OWN = ("page", "volume", "locator", "chapter-number", "section", "note")


def is_full(csl: Csl) -> bool:
    """Whether an item says enough to stand for itself: a title, and an imprint beside it."""
    return bool(csl.get("title")) and any(csl.get(k) for k in _IMPRINT)


def pointer_of(text: str, csl: Csl) -> Pointer | None:
    """How a citation points at another; ``None`` where it is full.

    >>> pointer_of("Ibid., p. 4", {"page": "4"}).value
    'ibid.'
    """
    named = any(csl.get(role) for role in NAME_ROLES)
    if _IBID.match(text):
        return Pointer.IBID
    if _IDEM.match(text):
        own_title = csl.get("title") and not _IDEM.fullmatch(str(csl["title"]) + ".")
        return Pointer.IDEM if own_title else Pointer.IBID
    if named and csl.get("publisher") and is_full(csl):
        return None
    if _LOC_CIT.search(text):
        return Pointer.LOC_CIT
    note = _NOTE.search(text)
    if note and not csl.get("issued") and (_POINTS_BACK.search(text) or not csl.get("title")):
        return Pointer.NOTE
    if _OP_CIT.search(text) and not csl.get("publisher"):
        return Pointer.OP_CIT
    if is_full(csl) and not _is_name_and_year(text, csl):
        return None
    if named or csl.get("title") or csl.get("issued"):
        return Pointer.SHORT
    return Pointer.PAGE


def _is_name_and_year(text: str, csl: Csl) -> bool:
    """Whether a citation is names and a year, even if some of the words were taken for a title."""
    if any(csl.get(k) for k in ("publisher", "publisher-place", "container-title")):
        return False
    match = _NAME_YEAR.fullmatch(text)
    # "Marlow, Ada. The Salt Road, 1938" is names, a title and a year.
    return match is not None and (not csl.get("author") or len(match["names"].split()) <= 3)


def _without_own(csl: Csl) -> dict[str, Any]:
    return {k: v for k, v in csl.items() if k != "page"}


def _take_over(full: Csl, own: Csl) -> dict[str, Any]:
    """The full item, with what the citation itself says of the place in it."""
    taken = _without_own(full)
    for field in _OWN:
        if own.get(field):
            taken[field] = own[field]
    return taken


@dataclass(slots=True)
class _Known:
    """A full citation met so far."""

    csl: Csl
    title: TitleKey
    year: str
    letter: str
    order: int
    last_page: str | None = None


def _family_keys(csl: Csl) -> set[str]:
    found = set()
    for role in NAME_ROLES:
        for key in name_keys(csl, role):
            words = key.family or key.given
            found.add(skeleton("".join(words)))
            if not key.literal and words:
                found.add(skeleton(words[-1]))
    return found


def _first_keys(csl: Csl) -> list[set[str]]:
    """For each name of the role that leads, the keys that it answers to."""
    for role in NAME_ROLES:
        keys = name_keys(csl, role)
        if keys:
            return [
                {skeleton("".join(k.family or k.given))}
                | ({skeleton((k.family or k.given)[-1])} if not k.literal else set())
                for k in keys
            ]
    return []


class _Shelf:
    """The full citations known, by the names and the titles they can be asked for."""

    def __init__(self) -> None:
        self.known: list[_Known] = []
        self._by_name: dict[str, list[_Known]] = {}
        self._by_title: dict[str, list[_Known]] = {}
        self._by_start: dict[str, list[_Known]] = {}
        self._met: dict[tuple[Any, ...], _Known] = {}

    def put(self, csl: Csl, letter: str, order: int) -> _Known:
        title, year = title_key(str(csl.get("title") or "")), year_of(csl)
        names = _family_keys(csl)
        spot = (title.whole, year, letter, str(csl.get("volume") or ""), tuple(sorted(names)))
        same = self._met.get(spot)
        if same is not None:
            same.order = order
            return same
        known = _Known(csl, title, year, letter, order)
        self._met[spot] = known
        self.known.append(known)
        for name in names:
            self._by_name.setdefault(name, []).append(known)
        if title:
            self._by_start.setdefault(title.whole[0], []).append(known)
        for words in {title.squeezed, "".join(title.main)} - {""}:
            self._by_title.setdefault(words, []).append(known)
        return known

    def by_names(self, csl: Csl) -> list[_Known] | None:
        """What answers to all the names of an item; ``None`` where it names nobody."""
        asked = _first_keys(csl)
        if not asked:
            return None
        first = [k for key in asked[0] for k in self._by_name.get(key, ())]
        found: dict[int, _Known] = {id(k): k for k in first}
        for others in asked[1:]:
            allowed = {id(k) for key in others for k in self._by_name.get(key, ())}
            # "Brown et al." and a co-author left out of a short title are common; a wrong one is not.
            found = {i: k for i, k in found.items() if i in allowed}
        return [k for k in found.values() if _given_agree(csl, k.csl)]

    def by_title(self, title: TitleKey) -> list[_Known]:
        return list(self._by_title.get(title.squeezed, ()))

    def named(self, name: str) -> Sequence[_Known]:
        """What the name answers to."""
        return self._by_name.get(name, ())

    def before_mark(self, text: str) -> list[_Known]:
        """What the words before "op. cit." name, or else what is entitled so."""
        found: dict[int, _Known] = {}
        words = title_key(_before_mark(text)).whole
        for word in words:
            if len(word) > 2:
                found |= {id(k): k for k in self._by_name.get(skeleton(word), ())}
        entitled = (
            [k for k in self._by_start.get(words[0], ()) if k.title.whole[: len(words)] == words] if words else []
        )
        return list(found.values()) or entitled


def _given_agree(short: Csl, full: Csl) -> bool:
    asked = [k for role in NAME_ROLES for k in name_keys(short, role) if k.given and not k.literal]
    if not asked:
        return True
    have = [k for role in NAME_ROLES for k in name_keys(full, role)]
    for key in asked:
        namesakes = [h for h in have if set(h.family) & set(key.family)]
        if any(key.all <= set(h.family) for h in namesakes):
            continue  # "St. Clair" taken for a given name and a family name
        if namesakes and not any(not h.given or _initials_agree(key.given, h.given) for h in namesakes):
            return False
    return True


def _initials_agree(one: Sequence[str], other: Sequence[str]) -> bool:
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    return all(
        any(
            s == w or (s[0] == w[0] and (len(s) == 1 or len(w) == 1 or skeleton(s)[:3] == skeleton(w)[:3]))
            for w in rest
        )
        for s in short
    )


def title_fits(short: TitleKey, full: TitleKey) -> int:
    """How well a short title fits a full one: 0 not at all, up to 4 the very same words."""
    if not short or not full:
        return 0
    if short.whole == full.whole:
        return 4
    if short.whole == full.main or short.squeezed == full.squeezed:
        return 3
    if full.whole[: len(short.whole)] == short.whole:
        return 2
    # Words taken from the title in their order ("Great Conspiracy" from "The Great Secret Conspiracy").
    rest = iter(full.whole)
    if all(any(s == w or (len(s) > 4 and is_within(s, w, 1)) for w in rest) for s in short.whole):
        return 1
    return 0


def _remoteness(asked: Sequence[set[str]], known: _Known) -> int:
    """0 where the names asked for lead the work, 1 where others lead it with them, 2 where another role has them."""
    lead = _first_keys(known.csl)
    if not asked or len(asked) > len(lead) or not all(a & b for a, b in zip(asked, lead, strict=False)):
        return 1 if asked and any(a & b for a in asked for b in lead) else 2
    return 0 if len(asked) == len(lead) else 1


def _choose(
    candidates: Iterable[_Known], short: TitleKey, year: str, letter: str, asked: Sequence[set[str]] = ()
) -> list[_Known]:
    """The candidates that fit best: by the title, then by how near the names stand."""
    chosen = []
    for known in candidates:
        fit = title_fits(short, known.title) if short else 5
        if not fit or (year and known.year and year != known.year):
            continue
        if letter and known.letter and letter != known.letter:
            continue
        chosen.append((fit + (1 if letter and letter == known.letter else 0), known))
    ranked = [(fit, -_remoteness(asked, k), k) for fit, k in chosen]
    best = max(((fit, near) for fit, near, _ in ranked), default=(0, 0))
    return [k for fit, near, k in ranked if (fit, near) == best]


def _one_work(candidates: Sequence[_Known]) -> bool:
    """Whether the candidates are printings of one title."""
    first = candidates[0]
    return all(title_fits(k.title, first.title) >= 2 or title_fits(first.title, k.title) >= 2 for k in candidates[1:])


def _before_mark(text: str) -> str:
    """What stands before "op. cit."."""
    mark = _OP_CIT.search(text) or _LOC_CIT.search(text)
    return text[: mark.start()] if mark else text


def _with_page(form: CitationForm) -> Csl:
    """What a pointing citation says, its page also where no label stands before it ("Id. at 45", "Ibid. 45-46")."""
    page = _TRAILING_PAGE.search(form.text)
    if form.csl.get("page") or page is None:
        return form.csl
    title = _TRAILING_PAGE.sub("", " " + str(form.csl.get("title") or "")).strip()
    plain = {k: v for k, v in form.csl.items() if k != "title"}
    return {**plain, **({"title": title} if title else {}), "page": page.group(1)}


def _title_in(words: Sequence[str], title: TitleKey) -> bool:
    """Whether words after a name are a title, or its first two words and more."""
    rest = list(words)
    while rest and (rest[-1].isdigit() or rest[-1] in _PAGE_WORDS):
        rest.pop()
    wanted = len(title.main)
    if any(tuple(rest[at : at + wanted]) == title.main for at in range(len(rest) - wanted + 1)):
        return True
    return len(rest) >= 2 and title.whole[: len(rest)] == tuple(rest)


_PAGE_WORDS = frozenset("p pp page pages s с стр f ff at".split())


def _same_people(works: Sequence[_Known]) -> bool:
    """Whether the works are led by the same people, as far as their names tell."""
    first = works[0].csl
    return all(_given_agree(k.csl, first) for k in works[1:])


class _Resolver:
    def __init__(self, forms: Sequence[CitationForm], listed: Sequence[Csl]) -> None:
        self.forms = forms
        self.shelf = _Shelf()  # what was cited in full before
        self.later = _Shelf()  # the list of sources, and what is cited in full further on
        for csl in listed:
            if is_full(csl):
                self.later.put(csl, "", -1)
        for order, form in enumerate(forms):
            if form.pointer is None:
                self.later.put(form.csl, _letter(form.text), order)
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
                self._shelve(stands_for or form.csl, _letter(form.text), order)
            elif meant:
                self._shelve(meant, "", order)
            self.previous = stands_for
            if form.number and stands_for is not None:
                self.notes[form.number] = stands_for
            results.append(found)
        return results

    def _shelve(self, csl: Csl, letter: str, order: int) -> None:
        known = self.shelf.put(csl, letter, order)
        known.last_page = csl.get("page") or known.last_page

    def _resolve(self, form: CitationForm, pointer: Pointer) -> Resolution | None:
        match pointer:
            case Pointer.IBID:
                return self._ibid(form)
            case Pointer.IDEM:
                return self._idem(form)
            case Pointer.NOTE:
                number = _NOTE.search(form.text)
                meant = self.notes.get(number.group(1)) if number else None
                if meant is None or not is_full(meant):
                    return self._short(form, pointer)
                reason = Reason("the source of an earlier note", number.group() if number else "")
                return Resolution(_take_over(meant, _with_page(form)), (reason,))
            case Pointer.PAGE:
                return self._from_headings(form)
            case _:
                return self._short(form, pointer)

    def _ibid(self, form: CitationForm) -> Resolution | None:
        if self.previous is None:
            return self._from_headings(form)
        word = _IBID.match(form.text) or _IDEM.match(form.text)
        taken = _take_over(self.previous, _with_page(form))
        if "page" not in taken and self.previous.get("page") and not any(c.isdigit() for c in form.text):
            taken["page"] = self.previous["page"]
        if not (taken.get("title") or any(taken.get(r) for r in NAME_ROLES)):
            return None
        return Resolution(taken, (Reason("the source cited just before", word.group().strip() if word else form.text),))

    def _idem(self, form: CitationForm) -> Resolution | None:
        if self.previous is None:
            return None
        role = next((r for r in NAME_ROLES if self.previous.get(r)), None)
        if role is None:
            return None
        own = {k: v for k, v in form.csl.items() if not (k in NAME_ROLES and _is_dash(v))}
        merged: dict[str, Any] = {**own, role: self.previous[role]}
        mark = _IDEM.match(form.text)
        reason = Reason("the author cited just before", mark.group().strip() if mark else "")
        if not is_full(merged):
            further = self._short(
                CitationForm(form.text, merged, Pointer.SHORT, form.number, form.headings), Pointer.SHORT
            )
            if further and further.csl:
                return Resolution(further.csl, (reason, *further.reasons))
        return Resolution(merged, (reason,))

    def _short(self, form: CitationForm, pointer: Pointer) -> Resolution | None:
        csl = _plain(_with_page(form))
        by_year = _NAME_YEAR.fullmatch(form.text) if pointer is Pointer.SHORT else None
        if by_year:
            found = self._by_name_and_year(by_year, form)
            if found:
                return found
        if pointer in (Pointer.OP_CIT, Pointer.LOC_CIT) and not _LETTERS.search(_before_mark(form.text)):
            return self._ibid(form)
        year, letter = year_of(csl), _letter(form.text)
        title = title_key(str(csl.get("title") or ""))
        named = any(csl.get(r) for r in NAME_ROLES)
        for shelf, where in (
            (self.shelf, "an earlier citation"),
            (self.later, "the full citation elsewhere on the page"),
        ):
            candidates = shelf.by_names(csl)
            short = title
            if candidates is None and title:
                alone = _TRAILING_PAGE.sub("", str(csl["title"]))
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
            works = _choose(candidates, short, year, letter, _first_keys(csl))
            if not works:
                continue
            meant = max(works, key=lambda k: k.order)
            if len(works) > 1 and not _one_work(works):
                last_cited = pointer in (Pointer.OP_CIT, Pointer.LOC_CIT) and shelf is self.shelf
                if not last_cited or not _same_people(works):
                    if short:
                        return None
                    return Resolution(None, (Reason(f"could be any of {len(works)} works of this author", form.text),))
                rule = f"the work of this author cited last before ({len(works)} are cited)"
            elif short and named:
                rule = f"same name and title as {where}"
            elif short:
                rule = f"same title as {where}"
            elif year:
                rule = f"same name and year as {where}"
            else:
                rule = f"same name as {where}, the only work under it"
            taken = _take_over(meant.csl, csl)
            if pointer is Pointer.LOC_CIT and "page" not in taken and meant.last_page:
                taken["page"] = meant.last_page
            return Resolution(taken, (Reason(rule, str(meant.csl.get("title") or "")),))
        told = self._named_in(form.text, csl, year)
        if told is not None:
            reason = Reason("name and title stand in it as in the full citation", str(told.csl.get("title") or ""))
            return Resolution(_take_over(told.csl, csl), (reason,))
        return None if named else self._from_headings(form)

    def _named_in(self, text: str, csl: Csl, year: str) -> _Known | None:
        """The one known work whose name opens the citation and whose title stands in it, however it was cut."""
        words = title_key(text).whole
        for shelf in (self.shelf, self.later):
            found = [
                known
                for at, word in enumerate(words[:4])
                for known in shelf.named(skeleton(word))
                if _title_in(words[at + 1 :], known.title)
                and not (year and known.year and year != known.year)
                and _given_agree(csl, known.csl)
            ]
            if found and _one_work(found):
                return max(found, key=lambda k: (len(k.title.whole), k.order))
        return None

    def _by_name_and_year(self, match: re.Match[str], form: CitationForm) -> Resolution | None:
        """ "Name 1938, 4" by its words alone: the one work of these people and this year."""
        whole = match["names"].strip(" ,")
        letter = _letter(form.text)
        people = [{"family": name} for name in _BETWEEN_NAMES.split(whole) if name]
        for asked in ({"author": people}, {"author": [{"literal": whole}]}):  # "Board of Salt and Ashes" is one name
            for shelf, where in ((self.shelf, "an earlier citation"), (self.later, "a full citation elsewhere")):
                known = [k for k in shelf.by_names(asked) or () if k.year == match["year"]]
                works = _choose(known, title_key(""), match["year"], letter, _first_keys(asked))
                if works and _one_work(works):
                    meant = max(works, key=lambda k: k.order)
                    own = {"page": match["page"].strip(" ,")} if match["page"] else {}
                    reason = Reason(f"same name and year as {where}", str(meant.csl.get("title") or ""))
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
                merged = {**{k: v for k, v in heading.items() if k != "page"}, **form.csl}
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


def _plain(csl: Csl) -> Csl:
    """The item without words such as "op. cit." that were taken for a title."""
    title = str(csl.get("title") or "")
    if not title or not (_OP_CIT.search(title) or _LOC_CIT.search(title) or _NOTE.search(title)):
        return csl
    rest = _NOTE.sub(" ", _LOC_CIT.sub(" ", _OP_CIT.sub(" ", title))).strip(" ,.;:()[]")
    plain = {k: v for k, v in csl.items() if k != "title"}
    if len(rest) > 2 and _LETTERS.search(rest):
        plain["title"] = rest
    return plain


def _shown_name(csl: Csl, role: str | None) -> str:
    name = (csl.get(role) or [{}])[0] if role else {}
    return str(name.get("literal") or " ".join(str(name[k]) for k in ("given", "family") if name.get(k)))


def _is_dash(names: Any) -> bool:
    shown = " ".join(str(v) for name in names or () for v in name.values())
    return not _LETTERS.search(shown) or bool(_IDEM.fullmatch(fold(shown) + "."))


def _letter(text: str) -> str:
    found = _YEAR_LETTER.search(text)
    return found.group(2) if found else ""


def resolve_citations(forms: Sequence[CitationForm], listed: Sequence[Csl] = ()) -> list[Resolution | None]:
    """For each citation in the order of the notes, what it stands for; ``None`` where it is full or nothing fits.

    Args:
        forms: the citations in reading order (for endnotes: in the order of the list of notes).
        listed: the entries of the page's own list of sources, if it has one.
    """
    return _Resolver(forms, listed).run()
