"""What each page is about, in a title and a sentence, and what machines call such a thing."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..store.pages import Base
from ..store.pages.names import name_of
from ..store.pages.parts import part_bounds, part_starts, title_of

__all__ = ["Subject", "subject_of"]

_SHORT = 90
_SENTENCE = 280  # characters of a description: what the places that show it have room for

_LISTS = {
    "claims": ("Claims", "The claims of this page, with the excerpts that are to carry them."),
    "people": ("People", "Everybody who is named on this page."),
    "works": ("Works", "The works that this page cites."),
    "documents": ("Documents", "The documents that the excerpts of this page quote from."),
    "proceedings": ("Proceedings", "The proceedings that this page names, and what it says of them."),
    "ledger": ("Ledgers", "Payments, meetings, messages and offices, each on somebody’s word."),
    "timeline": ("Timeline", "The dates that this page prints, and what is said to have happened then."),
    "matrix": ("Who accuses whom", "Who says what of whom on this page."),
    "disagreements": ("Disagreements", "Where accounts of one thing differ, side by side."),
    "findings": ("Defects of the page", "Misprints, unclosed quotations and other defects of this page."),
    "search": ("Search", "Search this page in all spellings of its names."),
    "help": ("How to read this", "What the marks on these pages mean."),
}


@dataclass(frozen=True, slots=True)
class Subject:
    """A page's title, one sentence on it, and its facts in the words of schema.org."""

    title: str
    sentence: str
    type: str = "WebPage"
    facts: Mapping[str, Any] = field(default_factory=dict)


def subject_of(base: Base, page: str, key: str | int | None = None) -> Subject:
    """What a page is about."""
    make = _KINDS.get(page)
    if make is not None and key is not None:
        return make(base, str(key))
    if page == "overview":
        return _overview(base)
    title, sentence = _LISTS.get(page, (page.capitalize(), ""))
    if key is not None:
        title = f"{title}: {key}"
    return Subject(title, sentence, "CollectionPage")


def _overview(base: Base) -> Subject:
    claims, excerpts = base.count("select count(*) from claims"), base.count("select count(*) from excerpts")
    works = base.count("select count(*) from works")
    sentence = f"{claims:,} claims, {excerpts:,} excerpts from {works:,} works: who says so, and through whose hands."
    name = title_of(base)
    return Subject(name, sentence, "Dataset", {"name": name, "description": sentence})


def _part(base: Base, key: str) -> Subject:
    parts = len(part_starts(base))
    bounds = part_bounds(base, int(key)) or (0, 0)
    claim = base.row("select text from claims where start >= ? and start < ? order by start limit 1", *bounds)
    title = title_of(base) if parts == 1 else f"{title_of(base)}, part {key} of {parts}"
    return Subject(title, _cut(claim[0], _SENTENCE) if claim else "The page itself.", "WebPage")


def _claim(base: Base, key: str) -> Subject:
    text, profile = base.row(
        "select claims.text, (select profile from audits where audits.claim = claims.id) from claims where id = ?", key
    ) or (key, None)
    count = base.count("select count(*) from excerpts where claim = ?", key)
    works = [
        json.loads(csl)
        for (csl,) in base.rows(
            "select distinct works.csl from excerpts join citations on citations.id = excerpts.citation "
            "join works on works.id = citations.work where excerpts.claim = ?",
            key,
        )
    ]
    stands = f" The evidence as a whole: {profile}." if profile else ""
    sentence = f"A claim of the page, with {count:,} {'excerpt' if count == 1 else 'excerpts'}.{stands}"
    facts: dict[str, Any] = {"text": _line(text)}
    if works:
        facts["citation"] = [_work_facts(csl) for csl in works]
    return Subject(_cut(text, _SHORT), sentence, "Claim", facts)


def _person(base: Base, key: str) -> Subject:
    name = name_of(base, key)
    row = base.row("select variants, gender from people where id = ?", key)
    if row is None:
        return Subject(name, f"What {name} says on this page, and what is said.", "WebPage")
    times = base.count("select count(*) from mentions where person = ?", key)
    others = [spelling for spelling in json.loads(row[0]) if spelling != name]
    facts: dict[str, Any] = {"name": name}
    if others:
        facts["alternateName"] = others
    if row[1] is not None:
        facts["gender"] = row[1]
    links = {"wikidata": "https://www.wikidata.org/entity/", "viaf": "https://viaf.org/viaf/"}
    same = [
        links[authority] + identifier
        for authority, identifier in base.rows(
            "select authority, identifier from person_identifiers where person = ? order by number", key
        )
        if authority in links
    ]
    if same:
        facts["sameAs"] = same
    sentence = f"Named {times:,} {'time' if times == 1 else 'times'}: what {name} says, and what is said of {name}."
    return Subject(name, sentence, "Person", facts)


def _work(base: Base, key: str) -> Subject:
    label, csl, citations = base.row("select label, csl, citations from works where id = ?", key) or (key, "{}", 0)
    sentence = f"A work that this page cites {citations:,} {'time' if citations == 1 else 'times'}."
    facts = _work_facts(json.loads(csl))
    return Subject(_cut(label, _SHORT), sentence, facts.pop("@type"), facts)


_TYPES = {
    "book": "Book", "chapter": "Chapter", "article-journal": "ScholarlyArticle", "article-newspaper": "NewsArticle",
    "article-magazine": "Article", "article": "Article", "thesis": "Thesis", "report": "Report",
}  # fmt: skip


def _work_facts(csl: Mapping[str, Any]) -> dict[str, Any]:
    facts: dict[str, Any] = {"@type": _TYPES.get(str(csl.get("type")), "CreativeWork")}
    if csl.get("title"):
        facts["name"] = csl["title"]
    for role, name in (("author", "author"), ("editor", "editor"), ("translator", "translator")):
        people = [
            {"@type": "Person", "name": " ".join(filter(None, (n.get("given"), n.get("family") or n.get("literal"))))}
            for n in csl.get(role) or ()
        ]
        if people:
            facts[name] = people
    if csl.get("publisher"):
        facts["publisher"] = {"@type": "Organization", "name": csl["publisher"]}
    if isinstance(csl.get("issued"), str):
        facts["datePublished"] = csl["issued"]
    return facts


def _document(base: Base, key: str) -> Subject:
    kind, dated, author = base.row("select type, date, author_name from documents where id = ?", key) or (
        key,
        None,
        None,
    )
    title = f"{kind}{f' of {dated}' if dated else ''}{f' ({author})' if author else ''}".capitalize()
    facts: dict[str, Any] = {"name": title}
    if dated:
        facts["dateCreated"] = dated
    if author:
        facts["author"] = {"@type": "Person", "name": author}
    return Subject(title, "A document that excerpts of this page quote from.", "CreativeWork", facts)


def _proceeding(base: Base, key: str) -> Subject:
    name, kind, dated = base.row("select name, kind, dated from proceedings where id = ?", key) or (key, "", None)
    facts: dict[str, Any] = {"name": _line(name)}
    if dated:
        facts["startDate"] = dated
    return Subject(_cut(name, _SHORT), f"What this page says of it ({kind}), each on somebody’s word.", "Event", facts)


_KINDS: Mapping[str, Callable[[Base, str], Subject]] = {
    "read": _part,
    "claim": _claim,
    "person": _person,
    "work": _work,
    "document": _document,
    "proceeding": _proceeding,
}


def _line(words: str) -> str:
    return " ".join(words.split())


def _cut(words: str, most: int) -> str:
    line = _line(words)
    return line if len(line) <= most else f"{line[: most - 1].rpartition(' ')[0] or line[: most - 1]} …"
