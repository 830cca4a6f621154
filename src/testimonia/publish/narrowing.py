"""What hits of a site's search can be narrowed by: the facets that the room's search has, over all excerpts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..store.pages import Base
from ..store.pages.names import name_of, told_apart, work_labels

__all__ = ["Value", "facets"]


@dataclass(frozen=True, slots=True)
class Value:
    """Something that excerpts have in common, what it is called, and which have it: counted as ``ids`` are, rising."""

    value: str
    name: str
    excerpts: tuple[int, ...]


def facets(base: Base, ids: Sequence[str]) -> Mapping[str, Sequence[Value]]:
    """By ``work``, ``voice``, ``act`` and ``years`` (of publication, by ten); what no excerpt has is left out.

    ``ids`` are those of the excerpts, in the order in which they are counted.
    """
    place = {id_: number for number, id_ in enumerate(ids)}
    labels = work_labels(base)
    heard: dict[str, str] = {}
    voices = []
    for excerpt, who, printed in base.rows(
        "select excerpt, speaker, max(speaker_name) from voices where speaker != 'compiler' group by 1, 2"
    ):
        heard.setdefault(who, printed)
        voices.append((excerpt, who))
    called = told_apart(base, ((who, name_of(base, who, printed)) for who, printed in heard.items()))
    cited = list(
        base.rows(
            "select excerpts.id, citations.work, coalesce(citations.year, works.year) from excerpts "
            "join citations on citations.id = excerpts.citation left join works on works.id = citations.work"
        )
    )
    acts = base.rows("select distinct excerpt, act from assertions where excerpt is not null")
    return {
        "work": _values(
            place,
            ((excerpt, work) for excerpt, work, _ in cited if work),
            lambda id_: labels.get(id_, ("", "a work"))[1],
        ),
        "voice": _values(place, voices, lambda who: called[who]),
        "act": _values(place, acts, str),
        "years": _values(
            place,
            ((excerpt, f"{year // 10 * 10}-{year // 10 * 10 + 9}") for excerpt, _, year in cited if year is not None),
            lambda years: f"{years.rpartition('-')[0]}s",
        ),
    }


def _values(
    place: Mapping[str, int], having: Iterable[tuple[str, str]], called: Callable[[str], str]
) -> Sequence[Value]:
    """Each value with the excerpts that have it, by value."""
    found: dict[str, set[int]] = defaultdict(set)
    for excerpt, value in having:
        if excerpt in place:
            found[value].add(place[excerpt])
    return [Value(value, called(value), tuple(sorted(found[value]))) for value in sorted(found)]
