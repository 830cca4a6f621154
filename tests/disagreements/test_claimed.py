"""What a claim counts, pays or dates, and accounts under it that answer with a number, a sum or a time alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.disagreements import DisagreementStage
from testimonia.testing import make_book, run_stage


@pytest.mark.parametrize(
    ("claim", "one", "other", "short"),
    [
        (
            "THERE WERE TWO WILLS",
            "I carried two sealed wallets to the notary.",
            "There was one. I copied it myself.",
            "number: two sealed wallets | one",
        ),
        (
            "SEVEN COWS WERE MISSING AT THE COUNT",
            "The seven had strayed to the marsh.",
            "There were eighteen missing by my tally.",
            "number: seven | eighteen",
        ),
        (
            "THREE BELLS HUNG IN THE TOWER",
            "The founder's bill is for three bells.",
            "There were never more than two bells up there in my day.",
            "number: three bells | two bells",
        ),
    ],
)
def test_a_number_alone_answers_a_claim_that_counts(tell, shortly, claim: str, one: str, other: str, short: str):
    found = shortly(tell((claim, one), (claim, other)))
    assert [s.split(" |")[0] for s in found] == [short.split(" |")[0]]
    assert found[0].split("| ")[1].split()[0] == short.split("| ")[1].split()[0]


@pytest.mark.parametrize(
    ("claim", "one", "other"),
    [
        ("THERE WERE TWO WILLS", "I carried two sealed wallets.", "There was one paper for them both."),
        ("THERE WERE TWO WILLS", "People like there to be two of things.", "There was one."),
        ("THERE WERE TWO WILLS", "I carried two sealed wallets.", "It was never more than one of his jokes."),
        ("THE WILL WAS LOST", "I carried two sealed wallets.", "There was one."),
        ("THERE WERE TWO WILLS", "I carried two sealed wallets.", "There were two. I copied them."),
        ("SEVEN COWS WERE MISSING", "The seven had strayed.", "There were ninety missing."),
    ],
)
def test_a_number_of_something_else_answers_nothing(tell, shortly, claim: str, one: str, other: str):
    assert [s for s in shortly(tell((claim, one), (claim, other))) if s.startswith("number")] == []


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("The ledger has £300 for the mare.", "I counted him out two thousand crowns.", 1),  # whatever the money
        ("To A. Reed £300, to the groom £2.", "I had four hundred pounds for her.", 1),  # and trifles beside it
        ("I was promised £300 for her.", "I had four hundred pounds for her.", 0),
        ("I had three hundred pounds for her.", "The draft was of £300.", 0),
    ],
)
def test_a_claim_of_a_sum_is_answered_in_any_money(tell, shortly, one: str, other: str, found: int):
    claim = "THE FARMER GAVE FIVE HUNDRED POUNDS FOR THE MARE"
    assert sum(s.startswith("amount") for s in shortly(tell((claim, one), (claim, other)))) == found


TELLERS = "The station log says noon; the guard, in his letter, puts it at a quarter past twelve."


def test_times_that_an_account_has_of_others_are_set_side_by_side(tell, shortly):
    book = tell(("WHEN THE TRAIN LEFT", TELLERS))
    assert shortly(book) == ["date: noon | a quarter past twelve"]


@pytest.mark.parametrize(
    ("claim", "other", "found"),
    [
        ("WHEN THE TRAIN LEFT", "It left at ten minutes to twelve.", 2),
        ("WHEN THE TRAIN LEFT", "It left at noon.", 1),
        ("WHEN THE TRAIN LEFT", "It left at six in the evening.", 0),
        ("WHEN THE TRAIN LEFT", "The new train will leave at half past twelve.", 0),
        ("THE DINNER", "We sat down at half past one.", 0),
        ("THE DINNER", "We sat down at half past one. The train had left at ten minutes past twelve.", 0),
    ],
)
def test_times_that_an_account_has_of_others_differ_from_what_accounts_tell(tell, shortly, claim, other, found):
    book = tell(("WHEN THE TRAIN LEFT", TELLERS), (claim, other))
    assert len([s for s in shortly(book) if s.startswith("date")]) - 1 == found


def test_what_a_paper_has_is_set_beside_what_is_answered(tell, shortly):
    one = "LOWE: At what hour did he die?\nASH: At ten minutes past twelve.\nLOWE: The certificate says eleven forty."
    assert shortly(tell(("HE DIED IN THE NIGHT", one), turns=True)) == ["date: ten minutes past twelve | eleven forty"]


def test_from_one_time_to_another_is_no_time_of_several_tellers(tell, shortly):
    one = "He said that he had slept from ten o'clock, and woke at noon."
    assert shortly(tell(("WHEN THE TRAIN LEFT", one), ("WHEN THE TRAIN LEFT", "It left at one o'clock."))) == []


@given(st.text(max_size=60), st.text(max_size=60))
def test_odd_characters_are_no_numbers(one: str, other: str):
    claim = "THERE WERE TWO WILLS"
    texts = [f"There was one. {other}", f"I saw ² wills, ⅔ of them at 1²:30. {one}"]
    texts = [" ".join(text.split()) for text in texts]
    page = claim + "\n\n" + "\n\n".join(texts)
    book = make_book(page + "\n", claims=[claim], excerpts=[(text, claim, None) for text in texts])
    run_stage(DisagreementStage(), book)


@pytest.mark.parametrize(
    ("one", "other", "short"),
    [
        (
            "Four splinters were drawn from the keel.",
            "The chandler read out a letter upon the nine splinters.",
            "number: Four splinters | nine splinters",
        ),
        (
            "She came down with the big hamper, and Holm behind her with another, and asked for me.",
            "I took down his wife's gloves in one hamper.",
            "number: the big hamper, and Holm behind her with another | one hamper",
        ),
    ],
)
def test_things_counted_by_the_way_under_one_claim_are_compared(tell, shortly, one: str, other: str, short: str):
    assert shortly(tell(("WHAT WAS FOUND", one), ("WHAT WAS FOUND", other))) == [short]


@pytest.mark.parametrize(
    ("claim", "one", "other"),
    [
        ("ANOTHER", "Four splinters were drawn from the keel.", "They counted forty-nine splinters."),
        ("WHAT WAS FOUND", "Four splinters were drawn from the keel.", "There lay ninety splinters on the slip."),
        ("WHAT WAS FOUND", "Two splinters were in the keel.", "The splinters were sold three times."),
    ],
)
def test_other_counts_of_a_thing_are_not(tell, shortly, claim: str, one: str, other: str):
    assert [s for s in shortly(tell(("WHAT WAS FOUND", one), (claim, other))) if "ninety" in s or "nine" in s] == []


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("In the summer of 1871 they sent for me.", "It was the summer of 1872, when the elm fell.", 1),
        ("Under the 6th of May 1871 he enters the mare.", "In the spring of 1872 a farmer called.", 1),
        ("In the summer of 1871 they sent for me.", "It was the autumn of 1872, when the elm fell.", 0),
        ("In the summer of 1871 they sent for me.", "It was the summer of 1875, when the elm fell.", 0),
        ("In May 1871 he was arrested.", "In May 1872 she married the smith.", 0),
        ("On the 6th of May 1871 he called.", "On the 9th of May 1872 he called again.", 0),
    ],
)
def test_one_time_of_the_year_in_years_that_follow_is_one(tell, shortly, one: str, other: str, found: int):
    told = [s for s in shortly(tell(("THE MARE", one), ("THE MARE", other))) if s.startswith("date")]
    assert len(told) == found
    apart = shortly(tell(("THE MARE", one), ("THE HAMPER", other)))
    assert [s for s in apart if s.startswith("date")] == []


def test_that_day_stands_for_the_day_that_was_printed(tell, shortly):
    one = "Of the lease of the 14th of March 1871 I say this. Reed tells me that it was signed on that day in the barn."
    other = "The paper was signed on the 17th of March 1871, I know it by the plover."
    assert shortly(tell(("THE LEASE", one), ("THE BARN", other))) == ["date: 14th of March 1871 | 17th of March 1871"]


@pytest.mark.parametrize(
    ("claim", "one", "other", "short"),
    [
        (
            "THE PURSER PUT FOUR SICK STOKERS ASHORE",
            "I landed one man, a stoker by the name of Quill.",
            "Four they let down to me in a net.",
            "number: one | Four",
        ),
        (
            "THE SHEPHERD SAW TWO BOYS ON THE RIDGE",
            "I saw them on the white shoulder, two, like fleas on a sheet.",
            'The shepherd saw "one, like a flea on a sheet," and no more.',
            "number: two | one",
        ),
    ],
)
def test_a_number_by_the_claims_own_words_answers_it(tell, shortly, claim: str, one: str, other: str, short: str):
    assert short in shortly(tell((claim, one), (claim, other)))


@pytest.mark.parametrize("other", ["One man, a fiddler, was sick.", "I landed one man, who knew a stoker."])
def test_a_man_of_another_sort_does_not(tell, shortly, other: str):
    claim = "THE PURSER PUT FOUR SICK STOKERS ASHORE"
    assert shortly(tell((claim, other), (claim, "Four they let down to me in a net."))) == []


@pytest.mark.parametrize(
    ("claim", "one", "other", "found"),
    [
        (
            "The warden knew in April of the leak",
            "LOWE: When did you first know of it?\nASH: On the 12th of June, by letter.",
            "On the 9th of April he was shown the wet plaster.",
            1,
        ),
        (
            "The warden knew in April of the leak",
            "He swore that he had first known of the leak on the 12th of June.",
            "On the 9th of April he was shown the wet plaster.",
            1,
        ),
        (
            "The warden knew in April of the leak",
            "LOWE: Where were you then?\nASH: On the 12th of June I dined.",
            "On the 9th of April he was shown the wet plaster.",
            0,
        ),
        (
            "The warden knew of the leak",
            "LOWE: When did you first know of it?\nASH: On the 12th of June, by letter.",
            "On the 9th of April he was shown the wet plaster.",
            0,
        ),
        (
            "The warden knew in April of the leak",
            "LOWE: When did you first know of it?\nASH: On the 12th of June, by letter.",
            "On the 9th of July he was shown the wet plaster.",
            0,
        ),
    ],
)
def test_who_answers_when_dates_what_the_claim_dates(tell, shortly, claim: str, one: str, other: str, found: int):
    told = [s for s in shortly(tell((claim, one), (claim, other))) if s.startswith("date")]
    assert told == ["date: 12th of June | 9th of April"] * found
