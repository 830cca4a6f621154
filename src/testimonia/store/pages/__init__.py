"""A base asked page by page: only what a page shows is read, never the whole book.

`open_base` opens one; the modules beside this hold what each kind of page asks. `cuts.cut_book` reads a part of the
book as a `Sourcebook`, so that whatever answers from a book answers from a part of it.
"""

from __future__ import annotations

from .opened import Base, open_base

__all__ = ["Base", "open_base"]
