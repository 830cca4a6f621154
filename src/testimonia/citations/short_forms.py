"""Short forms looked up by name, year and title among the works that a page cites in full or lists.

Where two works would fit and nothing tells them apart, nothing is resolved.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..model import Reason
from .keys import NAME_ROLES, TitleKey, fold, skeleton, title_key, year_of
from .pointers import (
    BETWEEN_NAMES,
    NAME_YEAR,
    TRAILING_PAGE,
    Pointer,
    leading_words,
    letter_of,
    with_page,
    without_commands,
    without_mark,
)
from .shelf import Known, Shelf, are_one_work, choose, first_keys, given_agree, have_same_people
from .standing_for import OWN, CitationForm, Csl, Resolution, place_in, take_over

__all__ = ["LISTED", "Shelves"]

LISTED = -1  # the order of a work that the list of sources has and no citation so far
_SURNAME = 4  # words at most of a title that may be a bare name with a page
_PAGE_WORDS = frozenset("p pp page pages s с стр f ff at".split())


class Shelves:
    """The works that a citation may mean.

    ``cited`` has the list of sources, and what was cited before; ``later`` what is cited in full further on.
    """

    def __init__(self) -> None:
        self.cited = Shelf()
        self.later = Shelf()

    def look(self, form: CitationForm, pointer: Pointer) -> tuple[Resolution | None, bool]:
        """What a short form stands for, and whether that is settled: else a heading may tell."""
        by_year = NAME_YEAR.fullmatch(form.text) if pointer is Pointer.SHORT else None
        if by_year and (found := self._by_name_and_year(by_year, form)) is not None:
            return found, True
        form = replace(form, csl=without_mark(with_page(form.text, form.csl)))
        csl = form.csl
        year, letter = year_of(csl), letter_of(form.text)
        title = title_key(str(csl.get("title") or ""))
        named = any(csl.get(r) for r in NAME_ROLES)
        for shelf, told_by in (
            (self.cited, "an earlier citation"),
            (self.later, "the full citation elsewhere on the page"),
        ):
            candidates = shelf.by_names(csl)
            short = title
            if candidates is None and title:
                alone = TRAILING_PAGE.sub("", str(csl["title"]))
                if len(title.whole) <= _SURNAME and shelf.named(skeleton(title_key(alone).squeezed)):
                    # "Marlow, p. 3" and "Marlow 3" read as titles to whoever does not know the name.
                    candidates, short = shelf.by_names({"author": [{"family": alone}]}), title_key("")
                    named = True
                else:
                    candidates = shelf.by_title(title)
            if not candidates and pointer in (Pointer.OP_CIT, Pointer.LOC_CIT):
                candidates, short = shelf.before_mark(form.text), title_key("")
            works = choose(candidates, short, year, letter, first_keys(csl)) if candidates else []
            if works:
                return self._chosen(works, shelf, told_by, short, form, pointer, named=named), True
        entitled = self._entitled(form, csl, year)
        if entitled is not None:
            return entitled, True
        told = self._named_in(form.text, csl, year)
        if told is not None:
            reason = Reason("name and title stand in it as in the full citation", str(told.csl.get("title") or ""))
            return Resolution(take_over(told.csl, csl), (reason,)), True
        return None, named

    def _chosen(
        self,
        works: list[Known],
        shelf: Shelf,
        told_by: str,
        short: TitleKey,
        form: CitationForm,
        pointer: Pointer,
        *,
        named: bool,
    ) -> Resolution | None:
        """The one work meant among those that fit; ``None`` if a title fits several."""
        csl = form.csl
        if len(works) > 1 and not are_one_work(works):
            # a work that the page has named in full is meant before one that only its list has
            in_full = [k for k in works if k.in_full]
            works = in_full if in_full and are_one_work(in_full) else works
        meant = max(works, key=lambda k: k.order)
        where = told_by if meant.order != LISTED else "an entry of the list of sources"
        if len(works) > 1 and not are_one_work(works):
            last_cited = pointer in (Pointer.OP_CIT, Pointer.LOC_CIT) and shelf is self.cited and meant.order != LISTED
            if not last_cited or not have_same_people(works):
                if short:
                    return None
                return Resolution(None, (Reason(f"could be any of {len(works)} works of this author", form.text),))
            cited = sum(k.order != LISTED for k in works)
            rule = f"the work of this author cited last before ({cited} are cited)"
        elif short and named:
            rule = f"same name and title as {where}"
        elif short:
            rule = f"same title as {where}"
        elif year_of(csl):
            rule = f"same name and year as {where}"
        else:
            rule = f"same name as {where}, the only work under it"
        taken = take_over(meant.csl, csl)
        if pointer is Pointer.LOC_CIT and not place_in(taken):
            taken |= meant.last_place
        return Resolution(taken, (Reason(rule, str(meant.csl.get("title") or "")),))

    def _entitled(self, form: CitationForm, csl: Csl, year: str) -> Resolution | None:
        """A citation that opens with the first words of one known title, whatever they were taken for."""
        lead = without_commands(leading_words(form.text))
        short = title_key(lead)
        if len(short.whole) < 2:
            return None
        for shelf, where in ((self.cited, "an earlier citation"), (self.later, "a full citation elsewhere")):
            known = [k for k in shelf.entitled(short) if not (year and k.year and k.year != year)]
            named = any(csl.get(r) for r in NAME_ROLES) and bool(csl.get("title"))
            if not known or named:
                continue
            if not are_one_work(known):
                return Resolution(None, (Reason(f"could be any of {len(known)} works whose titles begin so", lead),))
            meant = max(known, key=lambda k: k.order)
            own = {k: v for k, v in csl.items() if k in OWN}
            told_by = where if meant.order != LISTED else "an entry of the list of sources"
            return Resolution(take_over(meant.csl, own), (Reason(f"the title of {told_by} begins so", lead),))
        return None

    def _named_in(self, text: str, csl: Csl, year: str) -> Known | None:
        """The one known work whose name opens the citation and whose title stands in it, however it was cut."""
        words = title_key(text).whole
        opens = bool(words) and fold(text).strip(" \"'“‘([*_").startswith(words[0])
        for shelf in (self.cited, self.later):
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
        """ "Name 1878, 4" by its words alone: the one work of these people and this year."""
        whole = match["names"].strip(" ,")
        letter, day = letter_of(form.text), str(form.csl.get("issued") or "")
        people = [{"family": name} for name in BETWEEN_NAMES.split(whole) if name]
        for asked in ({"author": people}, {"author": [{"literal": whole}]}):  # "Board of Salt and Ashes" is one name
            for shelf, where in ((self.cited, "an earlier citation"), (self.later, "a full citation elsewhere")):
                known = [k for k in shelf.by_names(asked) or () if k.year == match["year"]]
                known = _of_day(known, day)
                works = choose(known, title_key(""), match["year"], letter, first_keys(asked))
                if works and are_one_work(works):
                    meant = max(works, key=lambda k: k.order)
                    own = {"page": match["page"].strip(" ,")} if match["page"] else {}
                    told_by = where if meant.order != LISTED else "an entry of the list of sources"
                    reason = Reason(f"same name and year as {told_by}", str(meant.csl.get("title") or ""))
                    return Resolution(take_over(meant.csl, own), (reason,))
        return None


def _of_day(known: Sequence[Known], day: str) -> list[Known]:
    """What came out on that day, ``1875-08-07``; else what may have, ``1875``."""
    dates = [str(k.csl.get("issued") or "") for k in known]
    same = [k for k, date in zip(known, dates, strict=True) if date == day and "-" in day]
    return same or [k for k, date in zip(known, dates, strict=True) if date.startswith(day) or day.startswith(date)]


def _title_in(words: Sequence[str], title: TitleKey) -> bool:
    """Whether words after a name are a title, or its first two words and more."""
    rest = list(words)
    while rest and (rest[-1].isdecimal() or rest[-1] in _PAGE_WORDS):
        rest.pop()
    wanted = len(title.main)
    if any(tuple(rest[at : at + wanted]) == title.main for at in range(len(rest) - wanted + 1)):
        return True
    return len(rest) >= 2 and title.whole[: len(rest)] == tuple(rest)
