"""Where in a work the words stand, as a reader is shown it."""

from __future__ import annotations

from pathlib import Path

import pytest

from testimonia.answers.worth_stemmas import Sources
from testimonia.model import Sourcebook
from testimonia.pipeline import default_stages, run
from testimonia.reading import read_source
from testimonia.store import write_store
from testimonia.store.pages import open_base
from testimonia.web import render

from .reading import Page


@pytest.mark.parametrize(("printed", "shown"), [("p. 44", "p. 44"), ("fol. 12v", "folio 12v"), ("§ 4", "section 4")])
def test_what_is_no_page_is_not_shown_as_one(printed: str, shown: str, tmp_path: Path) -> None:
    cited = f"Marlow, A. Salt and Ashes. Leeds: Northgate, 1931, {printed}"
    claims = ["THE MATE SLEPT", "NOBODY PAID THE CREW", "THE LAMP WAS OUT"]
    path = tmp_path / "page.txt"
    path.write_text("".join(f"{claim}\n\nNobody knew of it, he wrote.\n{cited}\n\n" for claim in claims))
    book = run(Sourcebook(read_source(path)), default_stages())
    assert Sources(book).words(book.excerpts[0]) == f"Marlow, Salt and Ashes, 1931, {shown}"
    base = open_base(write_store(book, tmp_path / "page.db"))
    (work,) = book.works
    text = Page(render("work", base, {"key": work.id})).text
    base.close()
    assert shown in text
    assert shown == "p. 44" or "p. " not in text
