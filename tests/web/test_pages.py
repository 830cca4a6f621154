from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from starlette.testclient import TestClient

import testimonia
from testimonia.errors import NotFoundError
from testimonia.model import Sourcebook
from testimonia.store import open_store, write_store
from testimonia.store.pages import Base, open_base
from testimonia.web import RoomLinks, Shelf, make_app, render
from testimonia.web.pages import PAGES, page_named

from .conftest import EVIL, EVIL_FILE, EVIL_NAME, HOST
from .reading import Page

ROOT = Path(__file__).resolve().parents[2]


class FolderLinks:
    """Links between files in a folder, where nobody answers."""

    live = False

    def to(self, page: str, /, key: str | int | None = None, fragment: str = "", **query: object) -> str:
        return f"{page}{'' if key is None else f'-{key}'}.html" + (f"#{fragment}" if fragment else "")

    def asset(self, name: str) -> str:
        return name


def asked(base: Base, most: int | None = None) -> Iterator[tuple[str, dict[str, str]]]:
    """Every page, and the first of its records (or all)."""
    for name in PAGES:
        keys = page_named(name).keys
        if keys is None:
            yield name, {}
        else:
            yield from ((name, {"key": key}) for key in islice(keys(base), most))


@pytest.fixture(params=["sample_base", "hostile_base", "bare_base"])
def any_base(request: pytest.FixtureRequest) -> Iterator[Base]:
    base = open_base(request.getfixturevalue(request.param))
    yield base
    base.close()


@pytest.mark.parametrize("links", [RoomLinks(), FolderLinks()], ids=["server", "folder"])
def test_every_page_is_well_formed_and_runs_nothing(any_base: Base, links: RoomLinks) -> None:
    for name, query in asked(any_base, most=25):
        html = render(name, any_base, query, links)
        page = Page(html)
        assert not page.handlers, (name, query, page.handlers)
        assert not page.styles, (name, query)
        assert all(set(script) == {"src", "defer"} for script in page.scripts), (name, query)
        assert len(page.ids) == len(set(page.ids)), (name, query, sorted(page.ids))


def test_what_a_page_holds_is_shown_as_words(hostile_base: Path) -> None:
    base = open_base(hostile_base)
    shown = "".join(Page(render(name, base, query)).text for name, query in asked(base))
    for words in (EVIL, EVIL_NAME):
        assert words in shown
    html = "".join(render(name, base, query) for name, query in asked(base))
    assert "<script>alert" not in html
    assert "<img" not in html
    assert EVIL_FILE not in html
    assert EVIL_FILE in Page(render("overview", base, {})).text
    base.close()


def test_search_escapes_what_was_asked(room: TestClient) -> None:
    for query in (EVIL, '"><b>', "x' onfocus='y"):
        page = Page(room.get("/search", params={"q": query}).text)
        assert not page.handlers
        assert all(set(script) == {"src", "defer"} for script in page.scripts)


@pytest.mark.parametrize("name", sorted(name for name in PAGES if name not in ("overview", "ledger", "read")))
def test_a_record_that_is_not_there_is_said_to_be_missing(name: str, base: Base) -> None:
    if page_named(name).keys is not None:
        with pytest.raises(NotFoundError):
            render(name, base, {"key": "nobody"})


def test_a_part_that_is_not_there_is_said_to_be_missing(base: Base) -> None:
    for key in ("0", "99999", "-1", "x", "²", "1" * 30):
        with pytest.raises(NotFoundError):
            render("read", base, {"key": key})


def test_links_lead_somewhere(room: TestClient, base: Base) -> None:
    """From the pages of some records of every kind, wherever they lead within the room."""
    met: dict[str, int] = {}
    for name, query in asked(base, most=3):
        page = Page(room.get(RoomLinks().to(name, query.get("key"))).text)
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or not parts.path or parts.path.startswith("/review"):
                continue
            met.setdefault(parts.path + (f"?{parts.query}" if parts.query else ""), 0)
    kinds: dict[str, list[str]] = {}
    for link in met:
        kinds.setdefault(link.split("?")[0].split("/")[1], []).append(link)
    for links in kinds.values():
        for link in links[:: max(1, len(links) // 12)]:
            assert room.get(link).status_code == 200, link


@pytest.mark.parametrize("path", ["/nowhere", "/claim/nobody", "/person/nobody", "/read/9999"])
def test_what_is_not_there_is_a_page_that_says_so(room: TestClient, path: str) -> None:
    answer = room.get(path)
    assert answer.status_code == 404
    assert "Not here" in answer.text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/timeline?since=yesterday", 200),
        ("/timeline?since=1940&until=1930", 200),
        ("/search?q=(", 200),
        ("/search?q=%22", 200),
        ("/search?q=x&years=never", 200),
        ("/people?page=999999", 200),
        ("/claims?page=-3", 200),
        ("/matrix?act=nothing", 200),
        ("/disagreements?kind=nothing&about=nobody", 200),
        ("/person/compiler", 200),
        ("/read?at=5-2", 200),
        ("/read/1?at=0-99999999999", 200),
    ],
)
def test_an_odd_question_is_no_fault_of_ours(room: TestClient, path: str, status: int) -> None:
    assert room.get(path).status_code in (status, 404)


@pytest.mark.parametrize("page", ["sample", "thermi", "brecy", "krystal"])
def test_the_words_are_those_of_the_page_to_the_character(page: str, tmp_path: Path, sample_base: Path) -> None:
    path = sample_base
    if page != "sample":
        import testimonia

        path = tmp_path / f"{page}.db"
        (found,) = (one for one in (ROOT / "bench" / "blind" / page).iterdir() if one.stem == "page")
        testimonia.build(found, path)
    base = open_base(path)
    covered = bytearray(len(base.text))
    for key in page_named("read").keys(base):  # type: ignore[misc]
        for start, words in Page(render("read", base, {"key": key})).set:
            assert words == base.text[start : start + len(words)]
            covered[start : start + len(words)] = b"\1" * len(words)
    with open_store(path) as store:
        book = store.book()
    for record in (*book.excerpts, *book.claims, *book.citations):
        spans = getattr(record, "segments", ()) or (record.span,)
        for span in spans:
            missing = [i for i in range(span.start, span.end) if not covered[i] and not base.text[i].isspace()]
            assert not missing, (record.id, base.text[missing[0] : missing[0] + 60])
    base.close()


def test_line_ends_of_any_kind_keep_their_place(tmp_path: Path) -> None:
    from testimonia.store import write_store
    from testimonia.testing import make_book

    text = "THE FERRY LEFT\r\n\r\nIt left.\r\nNobody saw it \U0001f6a2 go.\0\r\n\r\nMarlow, Salt and Ashes, 1931.\r\n"
    excerpt = "It left.\r\nNobody saw it \U0001f6a2 go.\0"
    cited = "Marlow, Salt and Ashes, 1931."
    book = make_book(text, claims=["THE FERRY LEFT"], excerpts=[(excerpt, "THE FERRY LEFT", cited)])
    base = open_base(write_store(book, tmp_path / "x.db"))
    for start, words in Page(render("read", base, {})).set:
        assert words.replace("\ufffd", "\0") == text[start : start + len(words)]
    base.close()


def test_the_words_asked_for_are_marked_without_a_script(base: Base) -> None:
    (start, end) = next(iter(base.rows("select start + 4, start + 31 from excerpts order by number limit 1")))
    html = render("read", base, {"at": f"{start}-{end}"})
    page = Page(html)
    assert f"c{start}-{end}" in page.ids
    pieces = [part.partition("</mark>")[0] for part in html.split('<mark class="found"')[1:]]
    assert "".join(Page(f"<p{piece.replace('<p', '')}</p>").text for piece in pieces) == base.text[start:end]


def test_a_place_leads_to_its_part(room: TestClient, base: Base) -> None:
    start = len(base.text) - 10
    answer = room.get(f"/at/{start}-{start + 3}", follow_redirects=False)
    assert answer.status_code == 307
    assert answer.headers["location"].endswith(f"#c{start}-{start + 3}")
    assert room.get(answer.headers["location"]).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/claims", "/people", "/works", "/documents", "/proceedings", "/ledger/payments", "/ledger", "/timeline",
        "/disagreements", "/findings", "/search?q=fog",
    ],
)  # fmt: skip
def test_a_leaf_beyond_the_end_is_not_shown_as_nothing(address: str, room: TestClient) -> None:
    assert room.get(address).status_code == 200
    answer = room.get(f"{address}{'&' if '?' in address else '?'}page=99999")
    assert answer.status_code == 404
    assert "no leaf 99,999" in answer.text


def test_an_author_of_the_same_name_is_told_and_not_counted(tmp_path: Path) -> None:
    from testimonia.model import Act, Assertion, Person, Span
    from testimonia.store import write_store
    from testimonia.testing import make_book

    cited = "Marlow, A. Salt and Ashes. Leeds: Northgate, 1931, p. 44"
    words = "Marlow denied it. It was never proven."
    book = make_book(f"THE MATE\n\n{words}\n\n{cited}\n", claims=["THE MATE"], excerpts=[(words, "THE MATE", cited)])
    (excerpt,) = book.excerpts
    place = Span(excerpt.span.start, excerpt.span.start + 17)
    book.add([Person("p1", "Marlow", ("Marlow",)), Person("p2", "Quist", ("Quist",))])
    book.add(
        [
            Assertion("a1", place, words[:17], "p1", "Marlow", Act.DENIES, excerpt.id),
            Assertion("a2", place, words[:17], "author:w1", "Marlow", Act.REPORTS, excerpt.id),
        ]
    )
    base = open_base(write_store(book, tmp_path / "x.db"))
    told = Page(render("person", base, {"key": "p1"})).text
    assert "called alike: the author of" in told
    assert "Makes 1 statement;" in told
    assert "called alike" not in Page(render("person", base, {"key": "p2"})).text
    base.close()


def test_an_unknown_ledger_is_none(room: TestClient) -> None:
    assert room.get("/ledger/rumours").status_code == 404


def test_a_place_beyond_the_page_is_told_and_leads_nowhere(room: TestClient, base: Base) -> None:
    for place in (f"{len(base.text)}-{len(base.text) + 5}", "99999999-999999999", f"{'9' * 5000}-5", "x-y", "5"):
        answer = room.get(f"/at/{place}", follow_redirects=False)
        assert answer.status_code == 404, place
        assert "data-at" not in answer.text  # a page that knows the way to a place would go there again


def test_the_pairs_that_the_matrix_leaves_out_are_told(base: Base) -> None:
    from testimonia.answers.pairs import matrix

    with open_store(base.path) as store:
        every = len(matrix(store.book(), "reports"))
    html = render("matrix", base, {"act": "reports"})
    shown = page_named("matrix").fill(base, {"act": "reports"}, RoomLinks())
    assert shown["pairs"] + shown["apart"] == every
    apart = f"{shown['apart']:,} more pair" if shown["apart"] else "pairs in all"
    assert apart in html


def test_a_base_that_takes_the_place_of_the_old_one_is_shown(tmp_path: Path) -> None:
    from testimonia.store import write_store
    from testimonia.testing import make_book

    path = tmp_path / "x.db"
    write_store(make_book("The tide turned.\n"), path)
    with TestClient(make_app(path), base_url=HOST) as client:
        assert "The tide turned." in client.get("/read").text
        write_store(make_book("The wind rose, and went on rising.\n"), path)
        assert "The wind rose" in client.get("/read").text
        path.unlink()
        assert client.get("/read").status_code == 503
        path.write_bytes(b"no base at all")
        assert client.get("/read").status_code == 503
        write_store(make_book("Calm.\n"), tmp_path / "y.db")
        (tmp_path / "y.db").replace(path)
        assert "Calm." in client.get("/read").text


def test_a_reader_in_the_old_base_reads_on(tmp_path: Path) -> None:
    from testimonia.store import write_store
    from testimonia.testing import make_book

    path = tmp_path / "x.db"
    write_store(make_book("The tide turned.\n"), path)
    shelf = Shelf(path)
    with shelf.base() as old:
        write_store(make_book("The wind rose.\n"), path)
        with shelf.base() as new:
            assert "wind" in render("read", new, {})
        assert "tide" in render("read", old, {})
    with shelf.base() as again:
        assert again is not old
        assert "wind" in render("read", again, {})
    shelf.close()


def test_search_finds_a_name_in_another_romanisation(tmp_path: Path) -> None:
    import testimonia

    page = tmp_path / "page.txt"
    page.write_text(
        "THE PILOT SOLD THE CHARTS\n\nIn May Captain Zhelyabuzhsky said that Zhelyabuzhsky sold them. "
        "Mr. Zhelyabuzhsky was angry, said Mr. Quist.\n\nMarlow, A. Salt and Ashes. Leeds: Northgate, 1931, p. 44\n\n"
        "QUIST SAYS NOTHING\n\nMr. Quist said nothing at all to Mr. Dorval.\n\n"
        "Tern, B. The Inner Harbour. Hull: Tern, 1958, p. 7\n",
        encoding="utf-8",
    )
    testimonia.build(page, tmp_path / "x.db")
    with TestClient(make_app(tmp_path / "x.db"), base_url=HOST) as client:
        found = client.get("/search", params={"q": "Zheliabuzhskii"}).text
        assert "1 excerpt" in found
        assert "Also looked for" in found
        assert "Nothing on the page" in client.get("/search", params={"q": "Zheliabuzhskii", "as": "is"}).text


def test_what_readers_add_makes_no_new_base_and_is_seen(tmp_path: Path) -> None:
    import sqlite3

    from testimonia.store import write_store
    from testimonia.testing import make_book

    path = tmp_path / "x.db"
    write_store(make_book("The tide turned.\n"), path)
    shelf = Shelf(path)

    def kept(base: Base) -> str:
        return base.kept("size", lambda: str(base.count("select count(*) from findings")))

    with shelf.base() as base:
        assert kept(base) == "0"
        text = base.text
    with sqlite3.connect(path) as connection:
        connection.execute("insert into findings values (1, 'f1', 'ocr', 0, 3, 'The', 'Misread.')")
    connection.close()
    with shelf.base() as first, shelf.base() as second:
        assert first.text is text
        assert kept(first) == kept(second) == "1"
    with shelf.base() as base:
        assert kept(base) == "1"
    shelf.close()


def test_a_stemma_of_a_thousand_steps_is_a_page(handed_on: Sourcebook, tmp_path: Path) -> None:
    path = write_store(handed_on, tmp_path / "long.db")
    with TestClient(make_app(path), base_url=HOST) as client:
        answer = client.get(f"/claim/{handed_on.claims[0].id}")
    assert answer.status_code == 200
    assert answer.text.count('<span class="kind">requote</span>') >= 999


def test_a_claim_of_sixty_excerpts_is_turned_leaf_by_leaf_and_folds_its_origins(crowded_base: Path) -> None:
    opened = open_base(crowded_base)
    row = opened.row("select claim, count(*) from excerpts group by 1 order by 2 desc limit 1")
    assert row is not None
    assert row[1] == 60
    seen: list[str] = []
    links: list[str] = []
    query = {"key": row[0]}
    for number in range(1, 10):
        read = Page(render("claim", opened, {**query, "page": str(number)}))
        here = [id_ for id_ in read.ids if opened.row("select 1 from excerpts where id = ?", id_)]
        assert 0 < len(here) <= 20
        seen += here
        links = read.links
        if f"/claim/{row[0]}?page={number + 1}" not in links:
            break
    assert len(seen) == len(set(seen)) == 60
    html = render("claim", opened, query)
    folded = html[html.index('<details class="more">') :]
    assert "more origins" in folded
    opened.close()


def test_a_page_that_was_read_again_and_is_the_same_is_one_text(sample_base: Path, tmp_path: Path) -> None:
    path = tmp_path / "sample.db"
    path.write_bytes(sample_base.read_bytes())
    shelf = Shelf(path)
    with shelf.base() as base:
        before = base.text
    testimonia.build(testimonia.sample_page(), path, force=True)
    with shelf.base() as base:
        assert base.text is before
    changed = tmp_path / "changed.txt"
    changed.write_text(testimonia.sample_page().read_text(encoding="utf-8") + "\nOne word more.\n", encoding="utf-8")
    testimonia.build(changed, path, force=True)
    with shelf.base() as base:
        assert base.text.endswith("One word more.\n")
    shelf.close()
