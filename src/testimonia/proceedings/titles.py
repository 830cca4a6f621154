"""Proceedings that a cited work's title names: "Inquiry into the Fall of …", "Trial of Ash", "Ash v. Reed: Notes"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from testimonia.model import Citation, ProceedingKind, Sourcebook
from testimonia.words.kinds import is_people
from testimonia.words.record_texts import RecordText
from testimonia.words.titles import is_calling

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
_EDGE = r"(?<![^\W_])"  # a title may stand between marks of emphasis
_RECORD = (
    r"(?:(?:Shorthand|Stenographic|Verbatim|Official|Full|Complete|Printed|Unrevised)\s){0,2}"
    r"(?:Notes|Record|Report|Transcript|Minutes|Protocols?)"
)
_NAME = r"(?P<name>[^:;()\[\]]{2,70}?"
# "The Dock Case: Shorthand Record", "Ash v. Reed: Shorthand Notes of the Hearing", "Transcript of the Main Hearing"
_CASE = re.compile(
    rf"(?:{_EDGE}The\s)?{_NAME}\s(?:Case|Trial|Affair|Court-Martial|Inquiry|Inquest))\s?[:.,]\s{_RECORD}\b"
)
_AGAINST_EACH = re.compile(rf"{_NAME}\sv(?:s|ersus)?\.?\s[^:;()\[\],.]{{2,50}})(?=[:;,.(]|$)")
_OF_HEARING = re.compile(
    rf"{_EDGE}(?P<name>{_RECORD}\sof\sthe\s(?:Main\s|Public\s|Formal\s|General\s)?"
    r"(?P<kind>Hearing|Trial|Inquiry|Enquiry|Inquest|Court-Martial)(?:\s(?:at|in|of|on)\s(?P<about>[^:;.,()\[\]]{2,50})|(?!\s[^\W\d_])))"
)
_TRIAL_OF = re.compile(
    rf"{_EDGE}(?P<name>(?:Trial\sof|Court-Martial\sof|Proceedings\s(?:against|in\sthe\sCase\sof))\s"
    r"(?P<about>[A-Z][^:;.()\[\]]{2,60}))"
)
# what only a court's or an inquiry's own record is called, where anybody may write notes, a report or a record
_OF_COURT = re.compile(
    r"\b(?:Shorthand|Stenographic|Verbatim|Transcripts?|Minutes|Protocols?|Proceedings|Law\sReports?)\b", re.IGNORECASE
)
_OFFICE = re.compile(
    r"\b(?:Court|Tribunal|Ministry|Board|Commission|Committee|Senate|Assizes?|Division|Bench|Chancery|Procuracy|"
    r"Prosecutor|State\sTrials|Law\sReports?|Law\sJournal)\b(?!\s(?:Street|Road|Lane|Place|Yard))",
    re.IGNORECASE,
)
_OWN_NOUNS = frozenset("inquest court-martial inquiry enquiry".split())  # that name nothing but proceedings
_WHERE = re.compile(r"[,.]?\s(?:at|in|on|before|by|for|with|from|held|during)\s")
_AND_OTHERS = re.compile(r"[^\W\d_]\s(?:and|&)\s(?:[Oo]thers|[Aa]nother)\b")
_EVIDENCE = re.compile(rf"{_EDGE}Report\b[^.:;()]{{0,60}}?\bMinutes\sof\sEvidence\b")
_BODY = re.compile(r"(?:[Cc]ommission|COMMISSION|[Cc]ommittee|COMMITTEE|[Tt]ribunal|TRIBUNAL)\b")
_KINDS = {"hearing": ProceedingKind.TRIAL, "case": ProceedingKind.TRIAL, "affair": ProceedingKind.TRIAL}
_NO_PERSON = frozenset("captain dr mr mrs miss sir lord lady colonel major general others another and the".split())


def find_titled(book: Sourcebook) -> Iterator[Naming]:
    """Proceedings that the titles of cited works name, each where a citation prints it.

    A title that tells what they were about ("Inquiry into the Fall of the Pier") is the same proceedings in every work;
    the record of a trial or a hearing is known by the work that it is.
    """
    persons = _by_surname(book)
    for citation in book.citations:
        record = RecordText(citation.id, citation.text, (), None, citation)
        found = _INTO.search(citation.text)
        if found is not None and not _is_essay(citation, found):
            kind = lexicon().kinds.get(found["kind"].lower(), ProceedingKind.INQUIRY)
            about = " ".join(re.findall(r"[^\W\d_]+", found["about"].casefold()))
            yield Naming(record, found.start(), found.start() + len(found.group().rstrip()), kind, {f"about:{about}"})
            continue
        yield from _recorded(citation, record, persons)


def _recorded(citation: Citation, record: RecordText, persons: Mapping[str, str]) -> Iterator[Naming]:
    """The proceedings of which a work is the record, by its title."""
    text = citation.text
    title = str(citation.csl.get("title", ""))
    place = re.search(r"\s+".join(map(re.escape, title.split())), text) if title.strip() else None
    if place is None:
        return
    start, end = place.span()
    found = kind = None
    for pattern in (_CASE, _AGAINST_EACH, _OF_HEARING, _TRIAL_OF):
        found = pattern.search(text, start, end)
        if found is not None and not _is_of_law(pattern, found, citation, (start, end), persons):
            found = None
        if found is not None:
            low = found.groupdict().get("kind") or found["name"].rsplit(None, 1)[-1]
            kind = _KINDS.get(low.lower()) or lexicon().kinds.get(low.lower(), ProceedingKind.TRIAL)
            break
    key = f"work:{citation.work or title.casefold()}"
    if found is not None and kind is not None:
        about = found.groupdict().get("about")
        first, last = found.span("name")
        if pattern is _OF_HEARING and ":" in text[start:first]:
            first = start  # what is before the colon says which hearing
        of_people = pattern is not _OF_HEARING or kind is ProceedingKind.TRIAL
        tried = {persons[name] for name in _names_in(about) if name in persons} if about and of_people else set()
        yield Naming(record, first, last, kind, {key}, defendants=tried)
    elif _EVIDENCE.search(text, start, end) and (body := _BODY.search(text, 0, start)) is not None:
        stop = re.compile(r"[.,:;(\[]").search(text, body.end())
        last = min(start, stop.start() if stop is not None else start)
        first = max(text.rfind(mark, 0, body.start()) for mark in ".;(\n") + 1
        lead = len(text[first:last]) - len(text[first:last].lstrip())
        yield Naming(record, first + lead, first + len(text[first:last].rstrip()), ProceedingKind.INQUIRY, {key})


def _is_essay(citation: Citation, found: re.Match[str]) -> bool:
    """Whether it is a thinker's: "An Inquiry into Meaning", "Trial on Hemp", by somebody and of no office."""
    of_trial = found["kind"].lower() in ("trial", "court-martial")
    own = of_trial or re.search(r"\b[Aa]n\s$", citation.text[: found.start()]) is not None
    return own and not _is_of_office(citation, found.start(), found.end())


def _is_of_office(citation: Citation, start: int, end: int) -> bool:
    """Whether a court, a ministry or a board is named before a title or, as who prints it, behind it."""
    named = any("family" in one for one in citation.csl.get("author", ()))
    before = None if named else _OFFICE.search(citation.text, 0, start)
    return before is not None or _OFFICE.search(str(citation.csl.get("publisher", ""))) is not None


def _is_of_law(
    pattern: re.Pattern[str],
    found: re.Match[str],
    citation: Citation,
    title: tuple[int, int],
    persons: Mapping[str, str],
) -> bool:
    """Whether a title's words are a court's, and not of a pillow case, a love affair or a trial of strength."""
    text = citation.text
    behind = text[found.end("name") : title[1]]
    if _is_of_office(citation, title[0], title[1]):
        return True
    if pattern is _AGAINST_EACH:
        return _OF_COURT.search(behind) is not None or re.search(r"\bLaw\sReports?\b", text[title[1] :]) is not None
    if pattern is _CASE:
        noun = found["name"].rsplit(None, 1)[-1].lower()
        return noun in _OWN_NOUNS or _OF_COURT.search(behind) is not None or _OF_COURT.search(found.group()) is not None
    if pattern is _OF_HEARING and (found["kind"].lower() in _OWN_NOUNS or _OF_COURT.search(found["name"])):
        return True
    if found["name"].startswith("Proceedings"):
        return True
    return _are_people(found["about"] or "", persons)


def _are_people(about: str, persons: Mapping[str, str]) -> bool:
    """Whether what a title says was tried is somebody known on the page, or several."""
    where = _WHERE.search(about)
    words = about[: where.start()] if where is not None else about
    if _AND_OTHERS.search(words):
        return True
    for name in re.finditer(r"[^\W\d_]+(?:-[^\W\d_]+)*", words):
        known = name.group().casefold() in persons and name.group()[0].isupper()
        if known and not re.match(r"\s[^\W\d_]|['’]s\b", re.sub(r"^\s(?:and|&)\s", "", words[name.end() :])):
            return True
    last = words.split()[-1].casefold() if words.split() else ""
    if last in lexicon().groups:
        return True
    return last.endswith("s") and not last.endswith("isms") and (is_people(last) or is_calling(last[:-1]))


def _by_surname(book: Sourcebook) -> Mapping[str, str]:
    """The people of the page by a last name that one of them has alone."""
    found: dict[str, list[str]] = {}
    for person in book.people:
        found.setdefault(person.name.casefold().split()[-1], []).append(person.id)
    return {name: ids[0] for name, ids in found.items() if len(ids) == 1}


def _names_in(words: str) -> list[str]:
    """The words of a title that may be last names."""
    return [low for low in re.findall(r"[^\W\d_]+", words.casefold()) if low not in _NO_PERSON]


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
