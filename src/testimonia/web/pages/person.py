"""Somebody's dossier: what he says, what is said of him, by which names, and with whom he has to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from ...answers.statements import Statement, statements
from ...model import Act, Reason, Sourcebook
from ...store.pages import Base
from ...store.pages.names import is_person
from ...store.pages.pairs import pair_counts
from ...store.pages.people import dossier, namesakes, statements_of
from ..links import Links
from ..turning import Turning
from ..wording import Words, first_words
from . import Page

__all__ = ["PAGES", "statement_sets"]

_STATEMENTS = 20
_NEAR = 10  # others in the picture of whom somebody has to do with
_ACTS = tuple(act.value for act in Act)


def fill(base: Base, query: Mapping[str, str], links: Links) -> dict[str, Any]:
    """The values of the template; ``says`` and ``told`` in the query are acts to be shown alone."""
    from ..plots import bar, years

    who = query.get("key", "")
    found, words = dossier(base, who), Words(base, links)
    sides = []
    for side, says in (("says", True), ("told", False)):
        act = query.get(side) if query.get(side) in _ACTS else None
        turning = Turning({"page": query.get(f"{side}_page", "")}, _STATEMENTS if links.live else 1_000_000)
        counts = found.says if says else found.told
        total, rows = 0, []
        if counts[act] if act else counts:  # most people of a large page say nothing, or nothing is said of them
            total, book, ids = statements_of(base, who, says=says, act=act, first=turning.first, most=turning.most)
            rows = statement_sets(base, book, ids, links)
        sides.append(
            {
                "name": side,
                "act": act,
                "acts": [(name, counts[name]) for name in _ACTS if counts[name]],
                "total": total,
                "rows": rows,
                "turning": turning.of(total, _turned(links, who, side, act)),
            }
        )
    most = max((max(a.total(), b.total()) for _, _, a, b in found.others), default=0)
    return {
        "found": found,
        "sides": sides,
        "bar": bar,
        "most": most,
        "network": _network(base, who, words),
        "acts": _ACTS,
        "years": years(found.years, f"Dated statements by and of {found.name}, by year"),
        "spellings": [
            (spelling, list(_why(spelling.reasons)), list(_why(spelling.against)))
            for spelling in (found.person.spellings if found.person else ())
        ],
        "namesakes": [
            (words.party(author), words.work(author.partition(":")[2]), count)
            for author, count in (namesakes(base, found.person) if found.person else ())
        ],
        "roles": _roles(found.person.roles if found.person else ()),
        "maybes": [
            (found.book.people[maybe.b if maybe.a == who else maybe.a], maybe, _why(maybe.reasons), _why(maybe.against))
            for maybe in found.book.maybes
        ],
    }


def _network(base: Base, who: str, words: Words) -> Any:
    """Somebody and the people with whom he has most to do, and what they say of one another too."""
    from ..plots import network

    met = base.lasting("pairs of each", lambda: _pairs_of_each(base))
    near = Counter[str]()
    for _, speaker, of, count in met.get(who, ()):
        other = of if speaker == who else speaker
        if other != who and is_person(base, other):
            near[other] += count
    if len(near) < 2:  # which the table beside it says as well
        return ""
    shown = [who, *(other for other, _ in near.most_common(_NEAR))]
    lines = {
        (speaker, of): count
        for _, speaker, of, count in sorted({pair for one in shown for pair in met[one]})
        if speaker != of and speaker in shown and of in shown
    }
    names = [(one, first_words(words.name(one), 24), (words.party(one) or "") if one != who else "") for one in shown]
    label = f"Who speaks of whom around {words.name(who)}; an arrow leads to whom it is said of"
    return network(names, lines, label, around=who)


def _pairs_of_each(base: Base) -> dict[str, list[tuple[int, str, str, int]]]:
    """For each who says something or is spoken of, the pairs that she is one of, by their number."""
    met: dict[str, list[tuple[int, str, str, int]]] = {}
    for number, ((speaker, of), count) in enumerate(pair_counts(base, None).items()):
        for one in dict.fromkeys((speaker, of)):
            met.setdefault(one, []).append((number, speaker, of, count))
    return met


def _turned(links: Links, who: str, side: str, act: str | None) -> Any:
    def address(number: int) -> str:
        return links.to("person", who, side, **{side: act, f"{side}_page": number})

    return address


def _why(reasons: Iterable[Reason]) -> list[str]:
    return list(dict.fromkeys(f"{r.rule}{f' ‹{first_words(r.words, 60)}›' if r.words else ''}" for r in reasons))


def _roles(roles: Iterable[Reason]) -> list[tuple[str, tuple[int, int] | None]]:
    """Each role once, with where it is first said."""
    met: dict[str, tuple[str, tuple[int, int] | None]] = {}
    for role in roles:
        words = " ".join(role.words.split())
        met.setdefault(words.casefold(), (words, None if role.span is None else (role.span.start, role.span.end)))
    return list(met.values())


def statement_sets(base: Base, book: Sourcebook, ids: Iterable[str], links: Links) -> list[dict[str, Any]]:
    """Statements of a book ready to be shown, in the order of the ids."""
    words = Words(base, links)
    rows: dict[str, Statement] = {row.id: row for row in statements(book, book.assertions)}
    shown = []
    for id_ in ids:
        row, said = rows[id_], book.assertions[id_]
        record = book.excerpts[said.excerpt] if said.excerpt is not None else None
        citation = book.citations[record.citation] if record is not None and record.citation is not None else None
        names = list(row.of)
        of = [(name, words.party(who)) for name, who in zip(names, said.of, strict=False)]
        of += [(name, None) for name in names[len(said.of) :] if name]
        shown.append(
            {
                "row": row,
                "speaker": row.ground.speaker,
                "speaker_href": words.party(said.speaker),
                "of": of,
                "words": first_words(row.text, 320),
                "source": None if citation is None else words.work(citation.work),
                "work": None if citation is None else citation.work,
                "in_claim": said.claim,
            }
        )
    return shown


def _keys(base: Base) -> Iterable[str]:
    yield from (id_ for (id_,) in base.rows("select id from people order by number"))
    yield from (
        id_
        for (id_,) in base.rows(
            "select speaker from (select speaker from assertions union select speaker from voices "
            "union select who from assertion_of where who is not null) "
            "where speaker not in (select id from people) and speaker != 'compiler' order by 1"
        )
    )


PAGES = (Page("person", "person.html", fill, _keys),)
