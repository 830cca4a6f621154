"""The ledger of payments: who paid whom, how much, on whose word."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("Ash gave Reed 500 francs.", "payer=ash payee=reed 500 francs [author:marlow]"),
        ("Ash gave 500 francs to Reed.", "payer=ash payee=reed 500 francs [author:marlow]"),
        ("Reed received from Ash £21.", "payee=reed payer=ash £21 [author:marlow]"),
        (
            "Reed, the mate, was given two thousand marks by Ash.",
            "payee=reed payer=ash two thousand marks [author:marlow]",
        ),
        ("Ash early in 1912 paid Reed 40 yen.", "payer=ash payee=reed 40 yen [author:marlow]"),
        ("He spoke of money given by Ash to Reed.", "payer=ash payee=reed [author:marlow]"),
        ("Holm said Ash gave Reed 500 francs.", "payer=ash payee=reed 500 francs [holm]"),
        ("Reed said he received from Ash 500 francs.", "payee=reed payer=ash 500 francs [reed]"),
        ("Reed said that Ash gave him 500 francs.", "payer=ash payee=reed 500 francs [reed]"),
        ("According to Holm, Ash paid Reed 500 francs.", "payer=ash payee=reed 500 francs [holm]"),
        ("Holm admitted bribing Reed.", "payer=holm payee=reed [holm]"),
        (
            "Ash gave Reed between 2 and 3 thousand rubles.",
            "payer=ash payee=reed between 2 and 3 thousand rubles [author:marlow]",
        ),
        (
            "Reed received several hundred rubles from Ash.",
            "payee=reed payer=ash several hundred rubles [author:marlow]",
        ),
        ("Ash paid Reed 5 marks through Holm.", "payer=ash payee=reed through=holm 5 marks [author:marlow]"),
        ("Among those who took bribes there was also the miller Reed.", "payee=reed [author:marlow]"),
        ("Among the clerks who gave bribes, as was said, was Ash.", "payer=ash [author:marlow]"),
        (
            "They had the news through foreign sailors recruited by them to whom they paid money.",
            "payer=they payee=foreign sailors [author:marlow]",
        ),
        ("Ash gave Reed 5 marks on Holm's behalf.", "payer=ash payee=reed from=holm 5 marks [author:marlow]"),
    ],
)
def test_a_payment_is_read(read, rows, words: str, row: str) -> None:
    assert rows(read(words), "payments") == [row]


@pytest.mark.parametrize(
    "words",
    [
        "Among those who took bribes Ash saw nobody.",
        "They crossed in ships hired by them to which they gave new names and money was paid.",
        "Ash and Reed knew the porters to whom nobody paid money.",
    ],
)
def test_what_only_looks_like_one_is_no_payment(read, rows, words: str) -> None:
    assert rows(read(words), "payments") == []


def test_rival_amounts_are_rows_of_their_own(read, rows) -> None:
    book = read("Reed said he received 2000 rubles from Ash. Holm said that Ash gave Reed 3000 rubles.")
    assert rows(book, "payments") == [
        "payee=reed payer=ash 2000 rubles [reed]",
        "payer=ash payee=reed 3000 rubles [holm]",
    ]


def test_questions_and_answers_tell_a_sum_together(read, rows) -> None:
    book = read(
        "COUNSEL: Do you confirm what Reed said?\nASH: I gave him money.\nCOUNSEL: How much?\nASH: About 2500 "
        "rubles.\n"
        "COUNSEL: Where did you find it?\nASH: From the firm.\nCOUNSEL: From whom?\nASH: Through the engineer Holm."
    )
    assert rows(book, "payments") == [
        "payer=ash payee=reed [ash]",
        "payer=ash payee=reed About 2500 rubles [ash]",
        "payee=ash payer=the firm [ash]",
        "payee=ash through=holm [ash]",
    ]


def test_what_a_question_puts_and_a_yes_confirms_is_a_payment(read, rows) -> None:
    book = read("COUNSEL: Did you receive money from Ash?\nREED: I did.\nCOUNSEL: How much?\nREED: Ten pounds, sir.")
    assert rows(book, "payments") == ["payee=reed payer=ash [reed]", "payee=reed payer=ash Ten pounds [reed]"]


def test_a_question_that_is_denied_is_no_payment(read, rows) -> None:
    assert rows(read("COUNSEL: Did you receive money from Ash?\nREED: Never."), "payments") == []


def test_words_put_to_a_witness_are_his(read, rows) -> None:
    book = read('COUNSEL: Further: "I gave bribes to Reed." Did you make that deposition?\nASH: Yes.')
    assert rows(book, "payments") == ["payer=ash payee=reed [ash]"]


def test_a_heading_is_the_word_of_whom_it_lets_speak(read, rows) -> None:
    book = read("It rained.", heading="REED SAYS ASH PAID HIM BRIBES")
    assert rows(book, "payments") == ["payer=ash payee=reed [reed]"]


def test_the_date_and_what_it_was_for_stand_in_the_row(read) -> None:
    (entry,) = read("In June 1912 Ash gave Reed 40 marks for concealing the leak.").entries
    assert entry.when == "1912-06"
    assert [part.name for part in entry.parts if part.role == "for"] == ["concealing the leak"]


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            "Ash Reed Holm gave paid received him from to by 500 rubles £5 and , . money who the said that I he "
            "met sent letter "
            "instructed was a of in for".split()
        ),
        min_size=1,
        max_size=40,
    )
)
def test_every_row_is_cut_from_the_page(read, words: list[str]) -> None:
    read("It began. " + " ".join(words) + ".")  # check_book says what is wrong


def test_a_long_excerpt_is_read_in_linear_time(read, within) -> None:
    words = "Ash gave Reed 500 francs, and Holm said that he received from Lowe 20 marks for it. " * 300
    with within(4):
        read(words.strip())


@pytest.mark.parametrize(
    "words",
    [
        "Holm denied that Ash paid Reed ten pounds.",
        "There is no proof that Ash paid Reed ten pounds.",
        "Nobody had given Ash ten pounds.",
        "No bank lent Ash ten pounds.",
        "My pay in 1911 was ten pounds.",
    ],
)
def test_what_is_denied_or_no_deed_is_no_row(read, rows, words: str) -> None:
    assert rows(read(words), "payments") == []


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("Ash had taken sixty crowns a month from October of 1926.", "payee=ash sixty crowns [author:marlow]"),
        ("Ash was paid sixty crowns by the cart.", "payee=ash sixty crowns [author:marlow]"),
        ("Ash had forty crowns a week from Reed.", "payee=ash payer=reed forty crowns [author:marlow]"),
        ("Ash drew forty crowns from Reed.", "payee=ash payer=reed forty crowns [author:marlow]"),
        ("To Ash, for one pump: 300 crowns.", "payee=ash for=one pump 300 crowns [author:marlow]"),
        ("Ash was paid sixty crowns by the dealer.", "payee=ash payer=the dealer sixty crowns [author:marlow]"),
        (
            "Ash sent ten pounds to the hospital, and sent it by night.",
            "payer=ash payee=the hospital ten pounds [author:marlow]",
        ),
        (
            "Ash was slandered by a paper, which withdrew it and paid ten pounds.",
            "payer=a paper ten pounds [author:marlow]",
        ),
    ],
)
def test_who_pays_and_how_a_book_of_account_says_it(read, rows, words: str, row: str) -> None:
    assert rows(read(words), "payments") == [row]


def test_a_date_of_another_clause_is_not_the_payments(read) -> None:
    (entry,) = read("Ash lent Reed thirty crowns, and he paid it back in June 1912.").entries
    assert entry.when is None
