"""Checks the TEI export against a schema of the TEI.

    python bench/tei.py tei_all.rng [BOOK.db or PAGE ...]

The schema is the TEI's own, in RELAX NG; it is not kept here. Without a book the sample is exported. It was found valid
by tei_all of TEI P5 4.3.0.
"""

from __future__ import annotations

import sys
from pathlib import Path

from lxml import etree

import testimonia
from testimonia.exports.tei import tei_words


def main() -> int:
    schema, *books = sys.argv[1:]
    rules = etree.RelaxNG(etree.parse(schema))
    failed = 0
    for path in map(Path, books or [testimonia.sample_page()]):
        if path.suffix == ".db":
            with testimonia.open_store(path) as store:
                book = store.book()
        else:
            book = testimonia.read(path)
        valid = rules.validate(etree.fromstring(tei_words(book).encode("utf-8")))
        print(f"{path.name}: {'valid' if valid else 'not valid'}")
        for error in list(rules.error_log)[:10] if not valid else ():
            print(f"  line {error.line}: {error.message}")
        failed += not valid
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main())
