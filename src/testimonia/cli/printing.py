"""Lines for a person, and JSON for a program."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from ..words.counting import counted, plural
from ..words.lines import Lines
from .terminal import echo, escaped_json, secho

if TYPE_CHECKING:
    from ..store import BuildReport

__all__ = ["JSON", "Lines", "counted", "echo_json", "echo_pairs", "first_words", "heading", "say_report"]

JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON for a program.")

_WORDS = 70  # characters of a passage in a list: the rest of a line of a terminal


def echo_json(value: Any) -> None:
    """Print a value as JSON that any terminal and any reader can hold."""
    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    written = json.dumps(value, ensure_ascii=encoding != "utf8", indent=2, default=dict)
    try:
        written.encode("utf-8")
    except UnicodeEncodeError:
        written = json.dumps(value, indent=2, default=dict)
    echo(escaped_json(written))


def first_words(words: str, most: int = _WORDS) -> str:
    """The beginning of a passage on one line."""
    line = " ".join(words[: most * 4].split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def heading(words: str) -> None:
    """Print what the lines below it are about."""
    secho(f"\n{words}", bold=True)


def echo_pairs(pairs: Iterable[tuple[int, str]]) -> None:
    """Print counts and what they count."""
    for count, words in pairs:
        echo(f"{count:>6,}  {words}")


def say_report(report: BuildReport) -> None:
    """Print what a person wants to know after a build."""
    if report.unchanged:
        echo(f"{report.path} is up to date: page, profile and program are the same. --force builds it again.")
    secho(report.title or report.name, bold=True)
    kind = "" if report.media == "text/plain" else f", {report.media}"
    took = "" if report.unchanged else f", read in {report.seconds:.2f} s"
    echo(f"{report.name} → {report.path}: {report.characters:,} characters of {report.encoding}{kind}{took}")
    echo()
    counts = {
        "claim": report.claims,
        "excerpt": report.excerpts,
        "citation": report.citations,
        "work": report.works,
        "person": report.people,
        "voice": report.voices,
        "document": report.documents,
        "assertion": report.assertions,
        "proceeding": report.proceedings,
        "ledger row": report.entries,
        "date": report.datings,
        "independent origin": report.origins,
        "disagreement": report.discrepancies,
    }
    echo_pairs((count, plural(count, noun)) for noun, count in counts.items())
    if report.decisions:
        lost = f", {report.orphaned:,} of them on words that the page has no longer" if report.orphaned else ""
        echo_pairs([(report.decisions, f"{plural(report.decisions, 'decision')} of yours{lost}")])
    if report.reviews:
        lost = f", {report.lost:,} of them of what is found no longer" if report.lost else ""
        echo_pairs([(report.reviews, f"{plural(report.reviews, 'review')} of yours{lost}")])
    if report.set_aside is not None:
        echo(f"The base that stood there was damaged. It is kept as {report.set_aside}.")
    if report.most_cited:
        heading("Most cited")
        echo_pairs((times, first_words(label)) for label, times in report.most_cited)
    if report.acts:
        heading("Who says what")
        echo_pairs((count, act) for act, count in report.acts.items())
    if report.ledgers:
        heading("Ledgers")
        echo_pairs((count, ledger) for ledger, count in report.ledgers.items())
    if report.profiles:
        heading("Claims by their evidence")
        echo_pairs((count, profile) for profile, count in report.profiles.items())
    if report.findings:
        heading("Findings")
        echo_pairs((count, kind) for kind, count in report.findings.items())
    if report.layout:
        heading("Layout")
        for name, value in report.layout:
            echo(f"  {name}: {value}")
    if report.unplaced:
        heading("Not placed")
        echo_pairs((count, what) for what, count in report.unplaced.items())
