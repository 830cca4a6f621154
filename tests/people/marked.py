"""Invented pages whose names are marked with braces, so that identity is tested apart from the search for names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from testimonia.model import Decision, Person, Sourcebook, Span
from testimonia.people.authority import AuthorityEntry
from testimonia.people.decisions import replay
from testimonia.people.identity import gather
from testimonia.people.mentions import FoundName
from testimonia.people.records import records_of
from testimonia.testing import make_book
from testimonia.words.names import split_name
from testimonia.words.titles import is_title

_MARK = re.compile(r"\{([^{}]+)\}")
_TITLE = re.compile(r"((?:[^\W\d_]+\.?\s)*)$")
_LABEL = re.compile(r"(?:^|\n)[^\n:]{0,20}$")


def marked_book(
    *excerpts: str | tuple[str, str], citations: Sequence[tuple[str, dict]] = ()
) -> tuple[Sourcebook, list]:
    """A book of excerpts, each alone or with its heading, and the names that stand in braces in them.

    ``citations`` has for each excerpt the words of its citation and the cited item.
    """
    pairs = [("A HEADING OF ITS OWN " + "I" * (n + 1), x) if isinstance(x, str) else x for n, x in enumerate(excerpts)]
    claims = list(dict.fromkeys(claim for claim, _ in pairs))
    page: list[str] = []
    for claim in claims:
        page.append(_bare(claim))
        for n, (own, words) in enumerate(pairs):
            if own == claim:
                page.append(_bare(words))
                if n < len(citations):
                    page.append(citations[n][0])
    book = make_book(
        "\n\n".join(page) + "\n",
        claims=[_bare(claim) for claim in claims],
        excerpts=[
            (_bare(words), _bare(claim), citations[n][0] if n < len(citations) else None)
            for claim in claims
            for n, (own, words) in enumerate(pairs)
            if own == claim
        ],
        works=dict(citations),
    )
    by_text = {record.text: record for record in (*book.claims, *book.excerpts)}
    found = []
    for words in [*claims, *(words for _, words in pairs)]:
        record = by_text[_bare(words)]
        found.extend(_found(words, record.id, record.span))
    return book, found


def _bare(words: str) -> str:
    return _MARK.sub(r"\1", words)


def _found(words: str, record: str, span: Span) -> list[FoundName]:
    names = []
    for n, mark in enumerate(_MARK.finditer(words)):
        start = span.start + mark.start() - 2 * n
        name = mark.group(1)
        ahead = _TITLE.search(_bare(words[: mark.start()]))
        titles = [w for w in (ahead.group(1).split() if ahead else [])[-1:] if is_title(w)]
        label = words[mark.end() : mark.end() + 1] == ":" and _LABEL.search(words[: mark.start()]) is not None
        names.append(
            FoundName(Span(start, start + len(name)), name, record, split_name(name), " ".join(titles) or None, label)
        )
    return names


def settle(
    *excerpts: str | tuple[str, str],
    citations: Sequence[tuple[str, dict]] = (),
    authority: Sequence[AuthorityEntry] = (),
    decisions: Sequence[Decision] = (),
) -> Sourcebook:
    """A marked book with its people."""
    book, found = marked_book(*excerpts, citations=citations)
    gathering = gather(found, book, authority)
    persons, told, because = replay(
        decisions, book.text, gathering.namings, [settled.person for settled in gathering.settled]
    )
    book.add(records_of(book.text, gathering, persons, because, authority))
    book.add(told)
    return book


def grouped(book: Sourcebook) -> list[list[str]]:
    """The printed names of each person, in the order of the page."""
    names = defaultdict(list)
    for mention in sorted(book.mentions, key=lambda m: m.span.start):
        names[mention.person].append(mention.text)
    return list(names.values())


def person(book: Sourcebook, name: str) -> Person:
    """The only person of a name."""
    (found,) = (p for p in book.people if p.name == name)
    return found


_PERSON = re.compile(r"\{([^{}|]+)\|([^{}|]+)\}")


def read_page(path: Path) -> tuple[list[tuple[str, str]], list[str]]:
    """The excerpts of a page under ``pages``, each with its heading, and whom each name means, in the page's order.

    A line that begins with ``##`` is a heading, paragraphs are excerpts, ``{name|who}`` is a name.
    """
    excerpts: list[tuple[str, str]] = []
    heading = ""
    for block in re.split(r"\n(?=## )|\n\n", path.read_text(encoding="utf-8")):
        lines = [line for line in block.strip().split("\n") if not line.startswith("# ")]
        if lines and lines[0].startswith("## "):
            heading = lines.pop(0)[3:]
        if lines:
            excerpts.append((heading, "\n".join(lines)))
    headings = dict.fromkeys(own for own, _ in excerpts)
    order = [words for own in headings for words in (own, *(body for of, body in excerpts if of == own))]
    who = [mark.group(2) for words in order for mark in _PERSON.finditer(words)]
    return [(_PERSON.sub(r"{\1}", own), _PERSON.sub(r"{\1}", body)) for own, body in excerpts], who


__all__ = ["grouped", "marked_book", "person", "read_page", "settle"]
