from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from testimonia.cli.main import main
from testimonia.model import Convention, Finding, FindingKind, Sourcebook, Span
from testimonia.store import write_store
from testimonia.testing import make_book

PAGE = """The Wreck of the Ardent

THE HORN WAS NEVER SOUNDED

I stood on the quay, and no horn was sounded before she struck.

Marlow, A. Salt and Ashes. Leeds: Northgate, 1931, p. 44-45

The horn could be heard in my own kitchen.

Quist, Bela. The Inner Harbour. Hull: Tern, 1958, p. 7
"""


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command as the shell would, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("testimonia.cli.main.signal.signal", lambda *_: None)
    # how far a long reading is, which on a slow machine is said of a short one too
    monkeypatch.setattr("testimonia.cli.progress._PATIENCE", float("inf"))

    def run(*arguments: object) -> Outcome:
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Outcome(int(str(ended.value.code)), out, err)

    return run


@pytest.fixture
def book() -> Sourcebook:
    horn = Span(PAGE.index("horn"), PAGE.index("horn") + 4)
    return make_book(
        PAGE,
        title="The Wreck of the Ardent",
        claims=["THE HORN WAS NEVER SOUNDED"],
        excerpts=[
            (
                "I stood on the quay, and no horn was sounded before she struck.",
                "THE HORN WAS NEVER SOUNDED",
                "Marlow, A. Salt and Ashes. Leeds: Northgate, 1931, p. 44-45",
            ),
            (
                "The horn could be heard in my own kitchen.",
                "THE HORN WAS NEVER SOUNDED",
                "Quist, Bela. The Inner Harbour. Hull: Tern, 1958, p. 7",
            ),
        ],
        works={
            "Marlow, A. Salt and Ashes": {
                "type": "book",
                "title": "Salt and Ashes",
                "author": [{"family": "Marlow", "given": "A."}],
                "issued": "1931",
            },
            "Quist, Bela. The Inner Harbour": {"title": "The Inner Harbour", "author": [{"family": "Quist"}]},
        },
        more=[
            Finding("f1", FindingKind.OCR, horn, "A word that may be misread."),
            Finding("f2", FindingKind.LOCATOR, horn, "No page is named."),
            Convention("claims", "capitals", "two of three lines say so", 3, tuple(Span(n, n + 5) for n in range(12))),
        ],
    )


@pytest.fixture
def base(book: Sourcebook, tmp_path: Path) -> Path:
    return write_store(book, tmp_path / "book.db")
