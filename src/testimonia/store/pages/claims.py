"""Claims with what their evidence comes to."""

from __future__ import annotations

from dataclasses import dataclass

from ...model import Span
from .opened import Base

__all__ = ["ClaimRow", "claim_rows", "is_audited", "neighbours", "profile_counts"]


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim in a list.

    ``excerpts``, ``works`` and ``origins`` say how many stand under it; ``origins`` and ``profile`` are ``None`` where
    the base was not audited.
    """

    id: str
    span: Span
    text: str
    level: int
    excerpts: int
    works: int
    origins: int | None
    profile: str | None
    cautions: int


def is_audited(base: Base) -> bool:
    """Whether the claims of the base were set against their evidence."""
    return base.lasting("audited", lambda: base.count("select exists (select 1 from audits)") == 1)


def profile_counts(base: Base) -> list[tuple[str, int]]:
    """How many claims have each profile, the commonest first."""
    return list(base.rows("select profile, count(*) from audits group by profile order by 2 desc, 1"))


def claim_rows(
    base: Base, *, profile: str | None = None, words: str = "", first: int = 0, most: int = 100
) -> tuple[int, list[ClaimRow]]:
    """How many claims there are, and some of them in the order of the page.

    ``profile`` and ``words`` choose among them: those of one profile, those that hold the words.
    """
    condition, values = "where true", []  # type: tuple[str, list[object]]
    if profile is not None:
        condition += " and claims.id in (select claim from audits where profile = ?)"
        values.append(profile)
    for word in words.split():
        condition += " and claims.text like ? escape '\\'"
        values.append("%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
    total = base.count(f"select count(*) from claims {condition}", *values)
    rows = [
        ClaimRow(id_, Span(start, end), *rest)
        for id_, start, end, *rest in base.rows(
            "select claims.id, claims.start, claims.end, claims.text, claims.level, "
            "(select count(*) from excerpts where excerpts.claim = claims.id), "
            "(select count(distinct citations.work) from excerpts "
            "join citations on citations.id = excerpts.citation where excerpts.claim = claims.id), "
            "(select case when count(audits.id) = 0 then null else count(audit_origins.origin) end from audits "
            "left join audit_origins on audit_origins.audit = audits.id where audits.claim = claims.id), "
            "(select profile from audits where audits.claim = claims.id), "
            "(select count(*) from cautions join audits on audits.id = cautions.audit where audits.claim = claims.id) "
            f"from claims {condition} order by claims.start limit ? offset ?",
            *values,
            most,
            first,
        )
    ]
    return total, rows


def neighbours(base: Base, start: int) -> tuple[str | None, str | None]:
    """The ids of the claims before and after the one that starts there."""
    before = base.row("select id from claims where start < ? order by start desc limit 1", start)
    after = base.row("select id from claims where start > ? order by start limit 1", start)
    return (before[0] if before else None), (after[0] if after else None)
