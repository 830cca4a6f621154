"""The table of dates is whole, and the program reads it as well as was promised."""

import dates


def test_the_table_asks_of_every_kind_with_all_that_it_needs() -> None:
    rows = dates.read_rows()
    assert len(rows) >= 300
    assert sum(row.kind == "trap" for row in rows) >= 40
    assert all(row.words in row.text and bool(row.words) == bool(row.edtf) == bool(row.precision) for row in rows)


def test_of_a_hundred_dates_ninety_eight_are_right() -> None:
    rows = dates.read_rows()
    right = sum(dates.is_right(row, dates.find_in(row)) for row in rows)
    assert right >= 0.98 * len(rows)
