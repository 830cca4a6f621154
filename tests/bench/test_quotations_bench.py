"""The bench of quotations beside a book, on the sample: changes are told, faithful quotations are left in peace."""

from __future__ import annotations


def test_changes_are_told_and_faithful_quotations_are_clean() -> None:
    import quotations

    counts = quotations.measure("sample", 20, 5, misses=False)
    for what in ("number", "date", "negation", "name", "left out"):
        assert counts[what]["told"] >= 19, what
    for what in ("unchanged", "ellipsis", "marks", "lines", "romanisation"):
        assert counts[what]["false alarm"] == 0 < counts[what]["clean"], what
