"""The register of proceedings: what is gathered, what is read of it, and what is left out."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from testimonia.proceedings.penalties import find_penalty

NO_FACT = [
    "The trial would be fair and Ash might be sentenced to ten years in prison.",
    "At the Skarra trial they demanded that Ash be sentenced to death.",
    "Ash was not sentenced to death at the Skarra trial.",
    "Was Ash sentenced to death at the Skarra trial?",
    "At the Skarra trial the clerk had never accused Ash of it.",
    "At the Skarra trial Ash should be shot, he said.",
]


def test_one_trial_is_gathered_under_all_its_names(read) -> None:
    book = read(
        "The Skarra trial of 1912 was short.",
        "At the Skarra trial nobody wept.",
        "The March 1914 trial was another.",
    )
    assert [(p.name, p.date, len(p.names)) for p in book.proceedings] == [
        ("Skarra trial", "1912", 2),
        ("March 1914 trial", "1914-03", 1),
    ]


def test_one_name_with_two_dates_stays_two_trials(read) -> None:
    book = read("The Ash trial of 1910 was short.", "The Ash trial of 1914 was long.", "At the Ash trial it rained.")
    assert len({p.id for p in book.proceedings}) == 3


def test_a_trial_named_after_a_listed_defendant_is_that_trial(read) -> None:
    book = read(
        "Those tried at the second Skarra trial in May 1912 were:\nAsh, the mate.\nReed\nHolm, who steered.",
        "The Reed trial was the talk of the town.",
    )
    (trial,) = book.proceedings
    assert trial.date == "1912-05"
    assert "named after one who is a defendant of this trial alone" in [r.rule for r in trial.reasons]


def test_a_list_gives_every_defendant_and_ends_where_another_group_begins(read, told) -> None:
    book = read(
        "The crew, exposed at the first Skarra trial in May 1912, consisted of:\n\nAsh and Reed\n\nThey were "
        "the leaders.\n\n"
        "Others were:\n\nHolm, who steered.\n\nPenrose\n\nThe stokehold group "
        "included:\n\nQuill\n\nMarsden\n\nTolland"
    )
    assert [value for _, value in told(book, "defendant")] == ["Ash", "Reed", "Holm", "Penrose"]


def test_a_listed_name_that_no_mention_knows_is_a_cell_of_nobody(read) -> None:
    book = read("Those tried at the Skarra trial in May 1912 were:\nAsh\nReed\nZubov\nHolm")
    cell = next(c for c in book.cells if c.value == "Zubov")
    assert cell.person is None
    assert cell.person_name == "Zubov"


def test_sentences_in_a_row_share_their_verb(read, told) -> None:
    book = read("At the Skarra trial Ash was sentenced to 11 years in prison, Reed to 8, and Holm to 5. It rained.")
    assert told(book, "sentence") == [("Ash", "11 years in prison"), ("Reed", "8"), ("Holm", "5")]


@pytest.mark.parametrize("fate", ["died in the debtors' prison", "died in the old town gaol", "died in prison"])
def test_a_death_in_any_prison_is_a_fate(read, told, fate: str) -> None:
    book = read(f"At the Skarra trial Ash was sentenced to ten years. Ash {fate} in 1913.")
    assert told(book, "fate") == [("Ash", fate)]


def test_the_court_as_subject_sentences_and_acquits(read, told) -> None:
    book = read(
        "The Skarra trial was held in May 1912. The court acquitted six of the 31 accused, gave suspended "
        "sentences to "
        "nine, and prison terms of two to five years to 12. Three were condemned to be hanged."
    )
    assert told(book, "verdict") == [("six of the 31 accused", "acquitted")]
    assert told(book, "sentence") == [
        ("nine", "suspended sentences"),
        ("12", "prison terms of two to five years"),
        ("Three", "to be hanged"),
    ]


def test_pleas_in_prose_keep_both_halves(read, told) -> None:
    book = read(
        "At the Skarra trial Ash pleaded guilty to the thefts from Reed and Holm, and not guilty to that from Lowe."
    )
    assert told(book, "plea") == [
        ("Ash", "pleaded guilty to the thefts from Reed and Holm, and not guilty to that from Lowe")
    ]


def test_a_plea_is_read_from_question_and_answer(read) -> None:
    book = read(
        "The Skarra trial began.\nTHE PRESIDENT: Accused Ash, do you plead guilty?\nASH: Yes, I do.\n"
        "THE PRESIDENT: Accused Reed, do you plead guilty?\nREED: Never."
    )
    pleas = [(c.person, c.value, c.speaker) for c in book.cells if c.kind == "plea"]
    assert pleas == [("p-ash", "Yes, I do.", "p-ash"), ("p-reed", "Never.", "p-reed")]
    assert [c.value for c in book.cells if c.kind == "defendant"] == ["Ash", "Reed"]


def test_rival_sentences_stand_side_by_side(read, told) -> None:
    book = read(
        "At the Skarra trial Ash was sentenced to ten years in prison.",
        "At the Skarra trial Ash was condemned to death.",
    )
    assert told(book, "sentence") == [("Ash", "ten years in prison"), ("Ash", "death")]
    assert len({c.proceeding for c in book.cells if c.kind == "sentence"}) == 1


def test_rival_sentences_of_one_person_under_one_claim_are_of_one_court(read, told) -> None:
    book = read(
        "On 18 March 1905 the court sentenced Ash to four years' imprisonment and Reed to six months.",
        "Ash was sentenced to five years, and was let out in the spring.",
    )
    assert told(book, "sentence") == [
        ("Ash", "four years' imprisonment"),
        ("Reed", "six months"),
        ("Ash", "five years"),
    ]
    assert len({c.proceeding for c in book.cells if c.kind == "sentence"}) == 1


def test_who_judges_prosecutes_defends_and_testifies(read, told) -> None:
    book = read(
        "At the Skarra trial Judge Ash presided. The prosecutor, Reed, spoke first. It was announced that the "
        "lawyer Holm "
        "was to defend Lowe; Penrose was to act for Quill. Marsden, the next witness, had seen it."
    )
    assert told(book, "judge") == [("Ash", "Ash")]
    assert told(book, "prosecutor") == [("Reed", "Reed")]
    assert told(book, "counsel") == [("Holm", "Holm"), ("Penrose", "Penrose")]
    assert told(book, "witness") == [("Marsden", "Marsden")]


def test_a_jury_finds_several_guilty(read, told) -> None:
    book = read(
        "At the Skarra trial the jury found Ash and Reed guilty. Ash was sentenced to penal servitude for life."
    )
    assert told(book, "verdict") == [("Ash", "guilty"), ("Reed", "guilty")]
    assert told(book, "sentence") == [("Ash", "penal servitude for life")]


def test_whoever_speaks_for_a_side_is_of_that_side(read, told) -> None:
    book = read("At the Skarra trial Ash led for the Crown. Reed appeared for the defence.")
    assert told(book, "prosecutor") == [("Ash", "Ash")]
    assert told(book, "counsel") == [("Reed", "Reed")]


def test_nobody_calls_himself_the_witness(read) -> None:
    book = read("The Skarra trial began. The words of the witness Ash were long.")
    assert [c.speaker for c in book.cells if c.kind == "witness"] == ["author:marlow"]


def test_the_heading_tells_which_trial_an_excerpt_is_of(read) -> None:
    book = read(
        ("THE TRIAL OF MAY 1912", "Ash was sentenced to ten years in prison."),
        ("THE FAIR", "The May 1912 trial drew crowds."),
    )
    (cell,) = [c for c in book.cells if c.kind == "sentence"]
    (trial,) = [p for p in book.proceedings if p.date == "1912-05"]
    assert cell.proceeding == trial.id
    assert "named in the heading above" in [r.rule for r in cell.reasons]


def test_a_trial_that_is_only_a_time_is_not_what_is_spoken_of(read) -> None:
    book = read(
        "The Skarra trial was short.", "Soon after the Skarra trial Quill was sentenced to ten years in prison."
    )
    (cell,) = [c for c in book.cells if c.kind == "sentence"]
    assert next(p for p in book.proceedings if p.id == cell.proceeding).kind == "other"


def test_what_a_date_contradicts_is_not_taken(read) -> None:
    book = read("The Skarra trial was held in May 1912. In June 1920 Ash was sentenced to ten years in prison.")
    (cell,) = [c for c in book.cells if c.kind == "sentence"]
    assert next(p for p in book.proceedings if p.id == cell.proceeding).kind == "other"


def test_an_indirect_word_is_the_reporters(read) -> None:
    book = read("At the Skarra trial Ash said that Reed had been sentenced to ten years in prison.")
    (cell,) = [c for c in book.cells if c.kind == "sentence"]
    assert (cell.speaker, cell.person) == ("p-ash", "p-reed")


def test_an_inquiry_is_named_by_the_title_of_its_report(read) -> None:
    book = read(
        "It finds the said Ash in default, and suspends his licence for nine months. It finds the mate, "
        "Reed, not in "
        "default.",
        citation="Harbour Board. Formal Inquiry into the Burning of the Petrel. Skarra: Board, 1912, p. 4",
    )
    (inquiry,) = book.proceedings
    assert inquiry.kind == "inquiry"
    assert inquiry.name == "Formal Inquiry into the Burning of the Petrel"
    assert [(c.kind, c.person, c.value) for c in book.cells] == [
        ("verdict", "p-ash", "in default"),
        ("sentence", "p-ash", "suspends his licence for nine months"),
        ("verdict", "p-reed", "not in default"),
    ]


@pytest.mark.parametrize("words", NO_FACT)
def test_what_is_asked_denied_or_demanded_is_no_cell(read, words: str) -> None:
    book = read(words)
    assert [c for c in book.cells if c.kind not in ("date", "place")] == []


@pytest.mark.parametrize(
    ("words", "penalty"),
    [
        ("ten years' hard labour, and", "ten years' hard labour"),
        ("death by shooting by the board", "death by shooting"),
        ("the supreme penalty--to be hanged. Two", "the supreme penalty--to be hanged"),
        ("imprisonment for 11 years for the crime", "imprisonment for 11 years"),
        ("between 5 and 10 years in a labour camp for it", "between 5 and 10 years in a labour camp"),
        ("three years imprisonment.", "three years imprisonment"),
        ("be drowned", None),
        ("the clerk", None),
    ],
)
def test_a_penalty_is_cut_by_its_own_words(words: str, penalty: str | None) -> None:
    found = find_penalty(words, 0, len(words))
    assert (words[slice(*found)] if found else None) == penalty


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            "Ash Reed Holm trial the at Skarra was sentenced to ten years death and , . condemned pleaded "
            "guilty court in May 1912 "
            "who that not defendants accused of".split()
        ),
        min_size=1,
        max_size=40,
    )
)
def test_every_cell_is_cut_from_the_page(read, words: list[str]) -> None:
    read("It began. " + " ".join(words) + ".")  # check_book says what is wrong


def test_a_long_page_is_read_in_linear_time(read, within) -> None:
    words = "At the Skarra trial Ash, Reed and Holm were sentenced to ten years, and Lowe said that it was so. " * 300
    with within(4):
        read(words.strip())


@pytest.mark.parametrize(
    "words",
    [
        "The critic finds Ash not guilty of any wit.",
        "Posterity has found Ash guilty.",
        "His wife found Ash guilty of flirting.",
        "It is false that Ash was found guilty.",
        "Holm denied that Ash was found guilty.",
        "Ash was found guilty by the critics.",
        "The newspapers condemned Ash to death.",
        "Ash was condemned to death by the newspapers.",
        "Ash got two years older.",
        "Ash received a life pension.",
        "Ash got three months' leave.",
        "Ash received six months' salary.",
        "Ash received a death blow.",
        "Ash was given two months to pay.",
        "Ash gave six months to six hospitals.",
        "Ash was released from the hospital.",
        "Ash was released from his contract.",
    ],
)
def test_what_no_court_did_is_no_outcome(read, words: str) -> None:
    book = read(f"At the Skarra trial it rained. {words}")
    assert not [c for c in book.cells if c.kind in ("verdict", "sentence", "fate")]


@pytest.mark.parametrize(
    ("words", "kind", "value"),
    [
        ("The jury found Ash guilty.", "verdict", "guilty"),
        ("The court sat late. It found Ash guilty.", "verdict", "guilty"),
        ("The court, having heard Reed, found Ash not guilty.", "verdict", "not guilty"),
        ("Having found Ash guilty, the court rose.", "verdict", "guilty"),
        ("The judge, who had found Ash guilty, wept.", "verdict", "guilty"),
        ("The tribunal condemned Ash to death.", "sentence", "death"),
        ("Ash got two years.", "sentence", "two years"),
        ("Ash received three years for his part in it.", "sentence", "three years"),
        ("Ash was released from prison.", "fate", "released"),
    ],
)
def test_what_a_court_did_is_an_outcome(read, told, words: str, kind: str, value: str) -> None:
    book = read(f"The Skarra trial was short. Ash was tried at the Skarra trial. {words}")
    assert told(book, kind) == [("Ash", value)]


def test_a_day_is_nobody_who_was_sentenced(read) -> None:
    book = read("Ash was arrested on 9 May 1912 at Skarra, and on 21 June was sentenced to ten years in prison.")
    assert [c.person_name for c in book.cells if c.person_name and "June" in c.person_name] == []
