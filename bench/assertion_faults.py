"""Classes of statements that are missed and told falsely, by where the gold and the reading part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from .assertion_gold import has_act, is_said_by


def faults(excerpts: Iterable[str], lines: list[dict[str, Any]], gold: Path, score: Any) -> Counter[str]:
    """Classes of misses and of false finds, by where the gold and the reading part."""
    people = score.People(gold)
    found: Counter[str] = Counter()
    by_excerpt: dict[str, list[dict[str, Any]]] = {}
    for line in lines:
        by_excerpt.setdefault(line["excerpt"], []).append(line)
    for excerpt in excerpts:
        wanted = [r for r in score.rows(gold, "assertions.jsonl") if r.get("excerpt") == excerpt]
        left = list(by_excerpt.get(excerpt, []))
        missed = []
        for record in wanted:
            hit = next(
                (line for line in left if has_act(record, line, score) and is_said_by(record, line, people, score)),
                None,
            )
            if hit is None:
                missed.append(record)
            else:
                left.remove(hit)
        for record in missed:
            found["missed: " + _why(record, by_excerpt.get(excerpt, []), people, score)] += 1
        for line in left:
            found["false: " + _why_false(line, wanted, people, score)] += 1
    return found


def _meets(record: Mapping[str, Any], line: Mapping[str, Any]) -> bool:
    start, end = record["evidence"]
    return bool(line["start"] < end and start < line["end"])


def _why(record: Mapping[str, Any], lines: list[dict[str, Any]], people: Any, score: Any) -> str:
    here = [line for line in lines if _meets(record, line)]
    if not here:
        return f"no record there ({record['act']})"
    same = [line for line in here if is_said_by(record, line, people, score)]
    if not same:
        return "another's word"
    if any(has_act(record, line, score) for line in same):
        return "one record where the gold has two"
    return f"{record['act']} read as {same[0]['act']}"


def _why_false(line: Mapping[str, Any], wanted: list[dict[str, Any]], people: Any, score: Any) -> str:
    here = [record for record in wanted if _meets(record, line)]
    if not here:
        return f"nothing recorded there ({line['act']})"
    same = [record for record in here if is_said_by(record, line, people, score)]
    if not same:
        return "another's word"
    if any(has_act(record, line, score) for record in same):
        return "two records where the gold has one"
    return f"{same[0]['act']} read as {line['act']}"
