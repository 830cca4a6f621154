"""For those who write a stage: run it on a page, check what it yields; and make a book by hand.

>>> book = make_book("THE FERRY\\n\\nIt left.\\n\\nMarlow, Salt.\\n", claims=["THE FERRY"],
...                  excerpts=[("It left.", "THE FERRY", "Marlow, Salt.")])
>>> check_book(book)
>>> book.excerpts[0].citation == book.citations[0].id
True
"""

from .books import make_book, make_source, run_stage
from .checks import check_book

__all__ = ["check_book", "make_book", "make_source", "run_stage"]
