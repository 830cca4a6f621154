"""The readings of ledgers stand where they say, their excerpts can be drawn again, and parties agree as promised."""

import pytest

import ledgers
from judging import rows
from testimonia.model import Amount, Entry, Ledger, Part, Span

ROLES = {
    "meetings": {"who", "with"},
    "messages": {"from", "through", "to"},
    "payments": {"payer", "through", "payee", "amount"},
}


def read_rows(name: str) -> list[dict]:
    return rows(ledgers.READINGS / f"ledgers-{name}.jsonl")


@pytest.mark.parametrize("kind", ["corpus", "invented"])
def test_what_was_read_stands_within_its_excerpt(kind: str) -> None:
    for row in read_rows(f"told-{kind}"):
        start, end = row["excerpt"]
        places = [part[1:] for part in row["parts"]] + [row[cell] for cell in ("where", "when") if cell in row]
        assert all(start <= a < b <= end for a, b in [*places, [row["start"], row["end"]]])
        assert {part[0] for part in row["parts"]} <= ROLES[row["ledger"]]
        assert ("form" in row) != ("doubtful" in row)


@pytest.mark.parametrize("draw", ["first", "second"])
def test_the_excerpts_read_are_among_those_drawn(draw: str) -> None:
    chosen = {(page, excerpt.span.start, excerpt.span.end) for page, excerpt in ledgers.drawn("invented", draw)}
    assert len(chosen) == ledgers.DRAWS[draw]["invented"][0]
    read = [row for row in read_rows("told-invented") if row["draw"] == draw]
    assert read
    assert all((row["page"], *row["excerpt"]) in chosen for row in read)


def test_the_second_draw_has_nothing_of_the_first() -> None:
    first, second = ({(p, e.span) for p, e in ledgers.drawn("invented", draw)} for draw in ("first", "second"))
    assert not first & second


@pytest.mark.parametrize("kind", ["corpus", "invented"])
def test_a_row_is_judged_right_or_the_wrong_cell_is_named(kind: str) -> None:
    judged = read_rows(f"judged-{kind}")
    assert judged
    assert all(row["right"] != bool(row.get("wrong")) for row in judged)
    assert all("why" in row for row in judged if not row["right"])


TEXT = "Ines Barral paid him ninety crowns. Later Otto Lindqvist thanked Barral."


def party(role: str, words: str, person: str | None = None) -> ledgers.Party:
    start = TEXT.index(words)
    return ledgers.Party(role, start, start + len(words), words, person)


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (party("payee", "him"), party("payee", "him", "p1"), True),
        (party("payee", "him"), party("payer", "him"), False),
        (party("payer", "Ines Barral", "p2"), party("payer", "Barral.", "p2"), True),
        (party("payer", "Ines Barral", "p2"), party("payer", "Otto Lindqvist", "p1"), False),
        (party("payee", "him"), party("payee", "Otto Lindqvist", "p1"), False),
        (party("amount", "ninety crowns"), party("amount", "crowns"), True),
    ],
)
def test_parties_agree_in_role_and_in_place_or_person(one: ledgers.Party, other: ledgers.Party, agree: bool) -> None:
    assert one.agrees(other) is agree


def payment(payer: str, payee: str) -> Entry:
    def span(words: str) -> Span:
        return Span(TEXT.index(words), TEXT.index(words) + len(words))

    parts = (Part("payer", payer, span(payer)), Part("payee", payee, span(payee)))
    whole = span("Ines Barral paid him ninety crowns")
    amount = Amount(span("ninety crowns"), "ninety crowns", 90, unit="crowns")
    return Entry("l1", Ledger.PAYMENTS, whole, whole.cut(TEXT), "x1", "author:a", "A", parts, amount)


@pytest.mark.parametrize(
    ("payer", "payee", "found"),
    [("Ines Barral", "him", True), ("Otto Lindqvist", "him", True), ("him", "Ines Barral", False)],
)
def test_two_parties_that_agree_find_what_was_read(payer: str, payee: str, found: bool) -> None:
    read = [party("payer", "Ines Barral"), party("payee", "him"), party("amount", "ninety crowns")]
    entry = payment(payer, payee)
    reading = {"ledger": "payments", "start": 0, "end": 34}
    assert ledgers.is_met(reading, read, entry, ledgers.parties_told(entry, TEXT)) is found


def test_a_row_is_the_one_judged_only_with_the_same_persons() -> None:
    entry = payment("Ines Barral", "him")
    judged = {
        "ledger": "payments",
        "start": entry.span.start,
        "end": entry.span.end,
        "parts": [[part.role, part.span.start, part.span.end, part.id] for part in entry.parts],
        "amount": [TEXT.index("ninety"), TEXT.index(".")],
        "when": None,
        "by": "author:a",
    }
    assert ledgers.key_judged(judged) == ledgers.key_of(entry)
    judged["parts"][0][3] = "p9"
    assert ledgers.key_judged(judged) != ledgers.key_of(entry)
