"""What a base holds, in figures."""

from __future__ import annotations

from dataclasses import dataclass

from .opened import Base

__all__ = ["Figures", "Weight", "figures"]

_COUNTED = (
    "claims", "excerpts", "citations", "works", "people", "voices", "documents", "assertions", "proceedings", "entries",
    "datings", "findings", "dependences", "discrepancies", "audits",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Weight:
    """A cited work by the excerpts that rest on it, and their characters; ``kind`` is its CSL type."""

    id: str
    label: str
    kind: str
    year: int | None
    excerpts: int
    characters: int


@dataclass(frozen=True, slots=True)
class Figures:
    """The page in figures, each pair commonest first where nothing else is said.

    ``counts`` are by kind of record; ``works`` the cited works by weight; ``published`` the excerpts by the year in
    which their source was published, and ``told`` the dates in the text by year, both in the order of the years;
    ``profiles`` the claims by audit profile; ``findings`` by kind; ``acts`` the statements by act; ``modes`` the
    characters of excerpts by the mode of their voice. ``unsourced`` counts excerpts without a citation.
    """

    file: str
    built: str
    characters: int
    schema: int
    counts: dict[str, int]
    works: tuple[Weight, ...]
    published: tuple[tuple[int, int], ...]
    told: tuple[tuple[int, int], ...]
    profiles: tuple[tuple[str, int], ...]
    findings: tuple[tuple[str, int], ...]
    acts: tuple[tuple[str, int], ...]
    modes: tuple[tuple[str, int], ...]
    unsourced: int


def figures(base: Base) -> Figures:
    """The figures of a base, reckoned once."""
    return base.lasting("figures", lambda: _figures(base))


def _figures(base: Base) -> Figures:
    row = base.row("select name, built, characters, schema from sourcebook")
    assert row is not None  # a base has one, or it could not be opened
    by_count = "group by 1 order by 2 desc, 1"
    return Figures(
        file=row[0],
        built=row[1],
        characters=row[2],
        schema=row[3],
        counts={table: base.count(f"select count(*) from {table}") for table in _COUNTED},
        works=tuple(
            Weight(*found)
            for found in base.rows(
                "select works.id, works.label, coalesce(json_extract(works.csl, '$.type'), ''), works.year, "
                "count(excerpts.id), coalesce(sum(excerpts.end - excerpts.start), 0) from works "
                "left join citations on citations.work = works.id "
                "left join excerpts on excerpts.citation = citations.id "
                "group by works.id order by 5 desc, works.label"
            )
        ),
        published=tuple(
            base.rows(
                "select coalesce(citations.year, works.year), count(*) from excerpts "
                "join citations on citations.id = excerpts.citation left join works on works.id = citations.work "
                "where coalesce(citations.year, works.year) is not null group by 1 order by 1"
            )
        ),
        told=tuple(
            base.rows(
                "select cast(substr(edtf, 1, 4) as integer), count(*) from datings "
                "where edtf glob '[0-9][0-9][0-9][0-9]*' group by 1 order by 1"
            )
        ),
        profiles=tuple(base.rows(f"select profile, count(*) from audits {by_count}")),
        findings=tuple(base.rows(f"select kind, count(*) from findings {by_count}")),
        acts=tuple(base.rows(f"select act, count(*) from assertions {by_count}")),
        modes=tuple(base.rows(f"select mode, sum(end - start) from voices {by_count}")),
        unsourced=base.count("select count(*) from excerpts where citation is null"),
    )
