from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import testimonia
from testimonia.model import (
    Act,
    Assertion,
    Audit,
    AuditPart,
    Carriage,
    Cell,
    CellKind,
    Document,
    DocumentType,
    Finding,
    FindingKind,
    Hand,
    HandRole,
    Mention,
    Mode,
    PartKind,
    Person,
    Proceeding,
    ProceedingKind,
    Profile,
    Reason,
    Span,
    Spelling,
    Voice,
    Work,
)
from testimonia.store import write_store
from testimonia.store.pages import Base, open_base
from testimonia.testing import make_book, make_source
from testimonia.web import make_app

HOST = "http://127.0.0.1"
EVIL = "<script>alert(1)</script>"
EVIL_NAME = '"><img src=x onerror=alert(2)>'
EVIL_FILE = "'><script>alert(3)</script>.txt"


@pytest.fixture(scope="session")
def sample_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("web") / "sample.db"
    testimonia.build(testimonia.sample_page(), path)
    return path


@pytest.fixture(scope="session")
def hostile_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base in which every field that comes from a page holds markup."""
    path = tmp_path_factory.mktemp("web") / "hostile.db"
    write_store(make_hostile(), path)
    return path


@pytest.fixture(scope="session")
def bare_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base of a page that has neither claims nor citations, and of which nothing is known."""
    path = tmp_path_factory.mktemp("web") / "bare.db"
    write_store(make_book("Nothing is claimed here.\n"), path)
    return path


@pytest.fixture(scope="session")
def crowded_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base of a page with one claim of sixty excerpts, and names that are longer than a phone is wide."""
    folder = tmp_path_factory.mktemp("web")
    lady = "Maximiliana Theodora von Hohenwaldau-Strachwitz-Przybyszewska"
    paragraphs = ["THE DAMPFSCHIFFFAHRTSGESELLSCHAFTSKAPITÄNE OF THE RIVER NEVER ANSWERED ANYBODY"]
    for number in range(60):
        paragraphs += [
            f"In May {1861 + number % 7} {lady} told Mr. Quist that lamp {number} was out. He denied it.",
            f"Marlow, Ada. Salt and Ashes, Being a Long Account of the Port. Leeds: Northgate, 1931, p. {40 + number}",
        ]
    for number, claim in enumerate(("QUIST TOOK NOTHING", "THE LAMP WAS OUT", "NOBODY SAW THE CRATE")):
        paragraphs += [
            claim,
            f"{lady} saw crate {number} and Quist did not.",
            f"Marlow, Ada. Tides. York: Gate, 193{number}, p. 7",
        ]
    page = folder / f"{'a-long-name-of-a-file-' * 6}.txt"
    page.write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
    testimonia.build(page, folder / "crowded.db")
    return folder / "crowded.db"


@pytest.fixture
def room(sample_base: Path) -> Iterator[TestClient]:
    with TestClient(make_app(sample_base, reader="Ines"), base_url=HOST, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def base(sample_base: Path) -> Iterator[Base]:
    opened = open_base(sample_base)
    yield opened
    opened.close()


def make_hostile() -> testimonia.Sourcebook:
    claim = f"THE PILOT {EVIL} SOLD THE CHARTS"
    words = f"In 1931 {EVIL_NAME} said that Quist took {EVIL} and “left {EVIL_NAME} there”. He denied it."
    cited = f"Marlow, A. Salt {EVIL} and Ashes. Leeds: Northgate, 1931, p. 44"
    text = f"{claim}\n\n{words}\n\n{cited}\n"
    book = make_book(make_source(text, name=EVIL_FILE), claims=[claim], excerpts=[(words, claim, cited)])
    (excerpt,), (made,) = book.excerpts, book.claims

    def at(part: str, after: int = 0) -> Span:
        start = text.index(part, after)
        return Span(start, start + len(part))

    name, quoted = at(EVIL_NAME), at(f"left {EVIL_NAME} there")
    why = (Reason(EVIL, EVIL_NAME, name),)
    before, behind = Span(excerpt.span.start, quoted.start), Span(quoted.end, excerpt.span.end)
    hands = (Hand(HandRole.COMPILER, "compiler"), Hand(HandRole.SPEAKER, "p1", EVIL_NAME, why))
    document = Document("d1", DocumentType.OTHER, None, "p1", EVIL_NAME, (), (quoted,), (excerpt.id,), why)
    book.add([Person("p1", EVIL_NAME, (EVIL_NAME, EVIL), (Spelling(EVIL, 1, EVIL, EVIL, 0.5, why, why),), roles=why)])
    book.add([Mention("m1", name, EVIL_NAME, excerpt.id, "p1", 0.4, why), document])
    book.add(
        [
            Voice("v1", excerpt.id, before, "p1", EVIL_NAME, Mode.NARRATION, None, hands),
            Voice("v2", excerpt.id, quoted, f"org:{EVIL}", EVIL, Mode.QUOTE, "d1", hands, (), 0.3, why),
            Voice("v3", excerpt.id, behind, "compiler", "", Mode.EDITORIAL, None, hands[:1]),
            Assertion(
                "a1", name, EVIL_NAME, "p1", EVIL_NAME, Act.ACCUSES, excerpt.id, of=(f"org:{EVIL}",), of_names=(EVIL,),
                of_spans=(quoted,), when="1931", where=EVIL, voice="v1", reasons=why,
            ),
            Proceeding("t1", ProceedingKind.TRIAL, EVIL, why, None, why),
            Cell("k1", "t1", CellKind.PLEA, EVIL, name, excerpt.id, "p1", EVIL_NAME, "p1", EVIL_NAME),
            Cell("k2", "t1", CellKind.PLEA, EVIL_NAME, quoted, excerpt.id, "p1", EVIL_NAME, "p1", EVIL_NAME),
            Finding("f1", FindingKind.OCR, name, EVIL, EVIL_NAME),
            Audit(
                "u1", made.id, Profile.PARTLY,
                (AuditPart(at(EVIL), EVIL, PartKind.MATTER, Carriage.MISSING, (quoted,), why),), (), (excerpt.id,),
            ),
        ]
    )  # fmt: skip
    assert isinstance(book.works[0] if len(book.works) else None, Work | None)
    return book
