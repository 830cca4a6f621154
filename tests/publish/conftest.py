from __future__ import annotations

from pathlib import Path

import pytest

import testimonia
from testimonia.model import Act, Assertion, Finding, FindingKind, Mention, Mode, Person, Span, Voice
from testimonia.publish import publish_site
from testimonia.store import write_store
from testimonia.testing import make_book, make_source

EVIL = "<script>alert(1)</script>"
EVIL_NAME = '"><img src=x onerror=alert(2)>'


def make_hostile() -> testimonia.Sourcebook:
    """A book whose people, file, works and words are markup, and whose ids are no names of files."""
    claim, cited = f"THE PILOT {EVIL} SOLD THE CHARTS", f"Marlow, A. Salt {EVIL}. Leeds: Northgate, 1931, p. 44"
    words = f"In 1931 {EVIL_NAME} said that Quist took {EVIL}."
    text = f"{claim}\n\n{words}\n\n{cited}\n"
    source = make_source(text, name="'><script>alert(3)</script>.txt")
    book = make_book(
        source,
        claims=[claim],
        excerpts=[(words, claim, cited)],
        works={f"Marlow, A. Salt {EVIL}": {"type": "book", "title": EVIL, "author": [{"family": EVIL_NAME}]}},
    )
    (excerpt,) = book.excerpts
    name = Span(text.index(EVIL_NAME), text.index(EVIL_NAME) + len(EVIL_NAME))
    said = (name, EVIL_NAME, f"org:../{EVIL}/Ä", EVIL, Act.ACCUSES, excerpt.id)
    book.add(
        [
            Person("p1", EVIL_NAME, (EVIL_NAME, EVIL)),
            Mention("m1", name, EVIL_NAME, excerpt.id, "p1"),
            Voice("v1", excerpt.id, excerpt.span, f"org:../{EVIL}/Ä", EVIL, Mode.NARRATION),
            Assertion("a1", *said, of=("p1", f"org:{'x' * 300}"), of_names=(EVIL_NAME, EVIL)),
            Finding("f1", FindingKind.OCR, name, EVIL, EVIL_NAME),
        ]
    )
    return book


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("publish") / "sample.db"
    testimonia.build(testimonia.sample_page(), path)
    return path


@pytest.fixture(scope="session")
def site(base: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("publish") / "site"
    publish_site(base, folder, url="https://example.org/ship", author="Ines Marlow")
    return folder


@pytest.fixture(scope="session")
def hostile_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_store(make_hostile(), tmp_path_factory.mktemp("publish") / "hostile.db")


@pytest.fixture(scope="session")
def hostile_site(hostile_base: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("publish") / "hostile"
    publish_site(hostile_base, folder)
    return folder
