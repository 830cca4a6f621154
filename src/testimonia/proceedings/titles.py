"""Proceedings that a cited work's own title names: "The Skarra Trial (Holm & Sons)", "Inquiry into the Fall of …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from testimonia.model import Citation, ProceedingKind, Sourcebook
from testimonia.words.record_texts import RecordText

from .gathering import Gathered
from .lexicon import lexicon
from .namings import Naming

__all__ = ["find_titled", "titled"]

_KIND = r"(?P<kind>Inquiry|Enquiry|Inquest|Trial|Court-Martial|Commission)"
_INTO = re.compile(
    rf"\b(?:Formal\s|Public\s|Royal\s|Official\s)?{_KIND}\s(?:of\sInquiry\s)?(?:into|upon|on|concerning)\s(?:the\s)?"
    r"(?P<about>(?:[^.,:;()\[\]]|\.(?=\w)|(?<=\b\w)\.(?=\s\w)){3,80})"
)
_TITLE = re.compile(r"\b(?:trial|inquiry|enquiry|court-martial|proceedings)\b", re.IGNORECASE)


def find_titled(book: Sourcebook) -> Iterator[Naming]:
    """Proceedings named by what they are about in the titles of cited works, each where a citation prints it."""
    for citation in book.citations:
        found = _INTO.search(citation.text)
        if found is None:
            continue
        kind = lexicon().kinds.get(found["kind"].lower(), ProceedingKind.INQUIRY)
        record = RecordText(citation.id, citation.text, (), None, citation)
        about = " ".join(re.findall(r"[^\W\d_]+", found["about"].casefold()))
        yield Naming(record, found.start(), found.start() + len(found.group().rstrip()), kind, {f"about:{about}"})


def titled(book: Sourcebook, groups: Sequence[Gathered]) -> Iterator[tuple[str, Gathered]]:
    """The excerpts whose work is titled after proceedings that the page names, with these."""
    works: dict[str, Gathered | None] = {}
    citations: Mapping[str, Citation] = {citation.id: citation for citation in book.citations}
    in_title = {naming.record.id: group for group in groups for naming in group.namings}
    for excerpt in book.excerpts:
        citation = citations.get(excerpt.citation or "")
        if citation is None:
            continue
        title = str(citation.csl.get("title", ""))
        if title not in works:
            works[title] = _named_in(title, groups) if _TITLE.search(title) else None
        found = in_title.get(citation.id) or works[title]
        if found is not None:
            yield excerpt.id, found


def _named_in(title: str, groups: Sequence[Gathered]) -> Gathered | None:
    words = set(re.findall(r"[^\W\d_]+", title.casefold()))
    fitting = [
        group
        for group in groups
        if any(key.startswith("label:") and set(key.removeprefix("label:").split()) <= words for key in group.keys)
    ]
    return fitting[0] if len(fitting) == 1 else None
