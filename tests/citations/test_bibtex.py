"""The entries of a file of works, and the quotations of a typesetter's page that name their keys."""

from __future__ import annotations

from testimonia.citations import CitationStage
from testimonia.citations.bibtex import bibtex_entries
from testimonia.layout import LayoutStage
from testimonia.layout.typeset_quotes import ready_blocks
from testimonia.model import Sourcebook
from testimonia.pipeline import run
from testimonia.testing import make_source

WORKS = r"""@book{brandt1931,
  author    = {Brandt, Ada and Otto Reuss},
  title     = {{Sluices \& Gates}},
  publisher = {Deich},
  location  = {Emden},
  date      = {1931},
}

@article{amt1902,
  author = {{Canal Board of Leer}},
  title = "Rules of the Canal",
  journal = {Harbour Leaves},
  volume = 4,
  year = 1902
}
"""
PAPER = rf"""\begin{{filecontents}}{{sources.bib}}
{WORKS}\end{{filecontents}}
\documentclass{{article}}
\begin{{document}}

\section{{The weir was dry}}

\blockcquote[44]{{brandt1931}}{{The gate was barred when we came down.

It stood so all that week, \{{they said\}}.}}

\textcquote{{amt1902}}{{No boat may pass at night.}}

\section{{Nobody had the key}}

\blockcquote[][51]{{brandt1931}}{{I was never asked for it.}}

\printbibliography
\end{{document}}
"""
NOTE = f"""# The weir was dry

> The gate was barred when we came down. [@brandt1931, p. 44]

> No boat may pass at night. [@amt1902, p. 7]

# Nobody had the key

> I was never asked for it. [@brandt1931, p. 51]

# References

{WORKS}"""


def read(text: str) -> Sourcebook:
    return run(Sourcebook(make_source(text)), [LayoutStage(), CitationStage()])


def test_an_entry_is_an_item() -> None:
    (key, first, start, end), (_, second, *_) = bibtex_entries(WORKS)
    assert (key, WORKS[start:end]) == ("brandt1931", WORKS.split("\n\n")[0])
    assert first == {
        "type": "book",
        "author": [{"family": "Brandt", "given": "Ada"}, {"family": "Reuss", "given": "Otto"}],
        "title": "Sluices & Gates", "publisher": "Deich", "publisher-place": "Emden", "issued": "1931",
    }  # fmt: skip
    assert second == {
        "type": "article-journal", "author": [{"literal": "Canal Board of Leer"}], "title": "Rules of the Canal",
        "container-title": "Harbour Leaves", "volume": "4", "issued": "1902",
    }  # fmt: skip


def test_quotations_that_name_their_key_before_their_words() -> None:
    book = read(PAPER)
    assert [claim.text for claim in book.claims] == ["The weir was dry", "Nobody had the key"]
    words = [" ".join(x.text.split()) for x in book.excerpts]
    assert [w[:8] for w in words] == ["The gate", "No boat ", "I was ne"]
    assert words[0].endswith(r"\{they said\}.")
    resolved = [c.resolved and c.resolved["title"] for c in book.citations]
    assert resolved == ["Sluices & Gates", "Rules of the Canal", "Sluices & Gates"]
    assert len({c.work for c in book.citations}) == 2
    assert book.citations[next(x.citation for x in book.excerpts if x.citation)].csl.get("page") == "44"


def test_keys_of_a_note_are_told_by_the_entries_below_it() -> None:
    book = read(NOTE)
    assert len(book.excerpts) == 3
    assert [c.resolved and c.resolved["issued"] for c in book.citations] == ["1931", "1902", "1931"]


def test_what_only_looks_like_an_entry_or_a_command_is_left() -> None:
    assert list(bibtex_entries("Write to ada@example.org{now, or never\n\n@Ada: the key, please")) == []
    for text in ("@book{brandt1931, title = {Sluices}}", "@Ada{", r"He said \blockquote{and broke off", "@a{b,\n@c{d,"):
        assert ready_blocks(text, typeset=True) == []
