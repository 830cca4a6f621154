"""People, and others who speak or are spoken of: how often, and what about each is to be shown."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...errors import NotFoundError
from ...model import Act, Person, Sourcebook
from .cuts import cut_book
from .names import is_person, name_of, told_apart
from .opened import Base

__all__ = ["Dossier", "PersonRow", "authors_by_name", "dossier", "namesakes", "people_rows", "statements_of"]

_MAYBES = 20
_CLAIMS = 40
_OTHERS = 25  # shown of those who say something of a person, or of whom he does

_ORDER = "case act " + " ".join(f"when '{act.value}' then {n}" for n, act in enumerate(Act)) + " else 99 end"
_BY_TIME = f"{_ORDER}, dated is null, dated, start"


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person in a list: how often named, how many statements by and of him; ``role`` in the page's words."""

    id: str
    name: str
    variants: tuple[str, ...]
    named: int
    says: int
    told_of: int
    role: str | None


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is known of somebody, in figures and in his own record.

    ``person`` is ``None`` for a party who is no person named on the page. ``book`` holds the person with reasons, and
    those who may be the same. ``says`` and ``told`` count statements by act; ``others`` are those of whom he says
    something, or who say something of him, with how often, by act; ``years`` counts dated statements of either sort.
    ``claims`` are those whose words name him: id and words. ``work`` is the id of the work whose author this is.
    """

    id: str
    name: str
    person: Person | None
    book: Sourcebook
    named: int
    named_in: int
    says: Counter[str]
    told: Counter[str]
    others: tuple[tuple[str, str, Counter[str], Counter[str]], ...]
    more_others: int
    years: tuple[tuple[int, int], ...]
    claims: tuple[tuple[str, str], ...]
    nearness: tuple[tuple[str, int], ...]
    disagreements: int
    work: str | None = None


def people_rows(base: Base, *, words: str = "", first: int = 0, most: int = 100) -> tuple[int, list[PersonRow]]:
    """How many people there are, and some, those named most first; ``words`` are looked for in all spellings."""
    every = base.lasting("people by mentions", lambda: _by_mentions(base))
    if words.strip():
        wanted = _fold(words).split()
        every = [row for row in every if all(word in row[3] for word in wanted)]
    rows = []
    for id_, name, named, _ in every[first : first + most]:
        variants = tuple(
            spelling
            for (spelling,) in base.rows("select spelling from spellings where person = ? order by number", id_)
        )
        role = base.row("select words from person_roles where person = ? order by number limit 1", id_)
        rows.append(
            PersonRow(
                id_,
                name,
                variants,
                named,
                base.count("select count(*) from assertions where speaker = ?", id_),
                base.count("select count(distinct assertion) from assertion_of where who = ?", id_),
                role[0] if role else None,
            )
        )
    return len(every), rows


def _by_mentions(base: Base) -> list[tuple[str, str, int, str]]:
    counts = dict(base.rows("select person, count(*) from mentions group by person"))
    found = [
        (id_, name, counts.get(id_, 0), _fold(f"{name} {variants}"))
        for id_, name, variants in base.rows("select id, name, variants from people order by number")
    ]
    return sorted(found, key=lambda row: (-row[2], row[1]))


def _fold(words: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c)).casefold()


def dossier(base: Base, who: str) -> Dossier:
    """What is known of a person, or of an author, group or office by its id.

    Raises:
        NotFoundError: nobody on the page has this id.
    """
    says = Counter(dict(base.rows("select act, count(*) from assertions where speaker = ? group by act", who)))
    told = Counter(
        dict(
            base.rows(
                "select act, count(distinct assertions.id) from assertion_of "
                "join assertions on assertions.id = assertion_of.assertion where who = ? group by act",
                who,
            )
        )
    )
    known = is_person(base, who)
    if not known and not says and not told and not base.count("select count(*) from voices where speaker = ?", who):
        raise NotFoundError(f"Nobody on the page has the id {who!r}.")
    maybes = [id_ for (id_,) in base.rows("select id from maybes where ? in (a, b) limit ?", who, _MAYBES)]
    wanted = {"maybe": maybes, "person": [who] if known else []}
    book = cut_book(base, wanted, why=("person", "maybe"), spelt=[who] if known else ())
    person = book.people[who] if known else None
    others, more = _others(base, who)
    work = who.partition(":")[2] if who.startswith(("author:", "editor:", "translator:")) else None
    return Dossier(
        id=who,
        name=person.name if person else name_of(base, who, _printed(base, who)),
        person=person,
        book=book,
        named=base.count("select count(*) from mentions where person = ?", who),
        named_in=base.count("select count(distinct excerpt) from mentions where person = ?", who),
        says=says,
        told=told,
        others=others,
        more_others=more,
        years=_years(base, who),
        claims=tuple(
            base.rows(
                "select claims.id, claims.text from claims where id in "
                "(select claim from mentions where person = ? and claim is not null) order by start limit ?",
                who,
                _CLAIMS,
            )
        ),
        nearness=tuple(
            base.rows("select nearness, count(*) from witnesses where speaker = ? group by 1 order by 2 desc", who)
        ),
        disagreements=base.count("select count(*) from discrepancy_persons where who = ?", who),
        work=work,
    )


def _printed(base: Base, who: str) -> str:
    for query in (
        "select speaker_name from voices where speaker = ? and speaker_name != '' limit 1",
        "select name from assertion_of where who = ? and name != '' limit 1",
    ):
        row = base.row(query, who)
        if row:
            return str(row[0])
    return ""


def _others(base: Base, who: str) -> tuple[tuple[tuple[str, str, Counter[str], Counter[str]], ...], int]:
    """Those whom he says something of, and who say something of him; those with most to do with him first."""
    found: dict[str, tuple[Counter[str], Counter[str]]] = {}
    for side, query in enumerate(
        (
            "select assertion_of.who, act, count(*) from assertions "
            "join assertion_of on assertion_of.assertion = assertions.id where speaker = ? group by 1, 2",
            "select speaker, act, count(*) from assertion_of "
            "join assertions on assertions.id = assertion_of.assertion where who = ? group by 1, 2",
        )
    ):
        for other, act, count in base.rows(query, who):
            if other is not None and other not in (who, "compiler"):
                found.setdefault(other, (Counter(), Counter()))[side][act] += count
    ordered = sorted(found.items(), key=lambda item: (-item[1][0].total() - item[1][1].total(), item[0]))
    called = told_apart(base, ((other, name_of(base, other, _printed(base, other))) for other, _ in ordered[:_OTHERS]))
    shown = tuple((other, called[other], *sides) for other, sides in ordered[:_OTHERS])
    return shown, max(0, len(ordered) - _OTHERS)


def namesakes(base: Base, person: Person) -> list[tuple[str, int]]:
    """The cited authors whose name is printed as one of this person's, each with how many statements he makes.

    Nobody has said that they are the same; `testimonia says` and `about` ask for all of one name.
    """
    by_name = authors_by_name(base)
    names = dict.fromkeys((person.name, *person.variants))
    return [author for name in names if name for author in by_name.get(name, ())]


def authors_by_name(base: Base) -> Mapping[str, Sequence[tuple[str, int]]]:
    """The cited authors who make statements, by their printed name: each with how many."""

    def read() -> dict[str, list[tuple[str, int]]]:
        found: dict[str, list[tuple[str, int]]] = {}
        for who, name, count in base.rows(
            "select speaker, speaker_name, count(*) from assertions "
            "where speaker >= 'author:' and speaker < 'author;' group by 1, 2 order by 3 desc, 1"
        ):
            found.setdefault(name or "", []).append((who, count))
        return found

    return base.lasting("authors by name", read)


def _years(base: Base, who: str) -> tuple[tuple[int, int], ...]:
    found: Counter[int] = Counter()
    for dated, count in base.rows(
        "select dated, count(*) from assertions where dated is not null and "
        "(speaker = ? or id in (select assertion from assertion_of where who = ?)) group by dated",
        who,
        who,
    ):
        if dated[:4].isdecimal():
            found[int(dated[:4])] += count
    return tuple(sorted(found.items()))


def statements_of(
    base: Base, who: str, *, says: bool, act: str | None = None, first: int = 0, most: int = 30
) -> tuple[int, Sourcebook, Sequence[str]]:
    """How many statements somebody makes (or, not ``says``, are made of him), and some, by act and over time.

    The book holds them, the ids say in which order.
    """
    if says:
        condition, values = "speaker = ?", [who]
    else:
        condition, values = "id in (select assertion from assertion_of where who = ?)", [who]
    if act:
        condition += " and act = ?"
        values.append(act)
    total = base.count(f"select count(*) from assertions where {condition}", *values)
    ids = [
        id_
        for (id_,) in base.rows(
            f"select id from assertions where {condition} order by {_BY_TIME} limit ? offset ?", *values, most, first
        )
    ]
    return total, cut_book(base, {"assertion": ids}), ids
