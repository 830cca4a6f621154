"""Say at the end how many pages the reader was tried on."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

TRIED: Counter[str] = Counter()  # what was read so far


def pytest_sessionfinish(session: pytest.Session) -> None:
    if hasattr(session.config, "workeroutput"):  # one of several processes: the first sums up for all
        session.config.workeroutput["tried"] = dict(TRIED)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    TRIED.update(getattr(node, "workeroutput", {}).get("tried", {}))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if TRIED["pages"]:
        terminalreporter.write_line(
            f"properties: {TRIED['pages']:,} pages of {TRIED['characters']:,} characters were read: "
            f"{TRIED['claims']:,} claims, {TRIED['excerpts']:,} excerpts, {TRIED['citations']:,} citations"
        )
