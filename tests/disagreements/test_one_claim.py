"""Accounts under one claim are set side by side in other words: figures, whereabouts, rows of names, mouths."""

from __future__ import annotations

import pytest

from testimonia.words.sames import set_of


@pytest.mark.parametrize(
    ("claim", "one", "other", "short"),
    [
        (
            "THE FERRY WAS LOST",
            "Forty-one lives were lost in the ferry.",
            "In all thirty-eight souls perished.",
            "number: Forty-one lives | thirty-eight souls",
        ),
        (
            "THE FEVER AT THE MILL",
            "The deaths recorded at the mill are three hundred and nine.",
            "Nine hundred dead is a low estimate.",
            "number: three hundred and nine | Nine hundred dead",
        ),
        (
            "THE FERRY SANK WITH ALL HER DEAD",
            "Forty-one lives were lost in the ferry.",
            "The owners kept quiet. At the inn they say upwards of fifty.",
            "number: Forty-one lives | upwards of fifty",
        ),
        (
            "LOWE WAS PAID TO KEEP SILENT",
            "Lowe got thirty pounds in a purse.",
            "The silence of Lowe was worth eighty pounds.",
            "amount: thirty pounds | eighty pounds",
        ),
        (
            "THE TUG WAS BOUGHT CHEAP",
            "The tug was acquired at Hull for £8,200, and gave no trouble.",
            "They gave six thousand for her, coal thrown in.",
            "amount: £8,200 | six thousand",
        ),
        (
            "HOLM WAS PAID FOR IT",
            "I had Holm to tea and gave him a note for a thousand.",
            "On the Monday he received twelve hundred pounds.",
            "amount: a thousand | twelve hundred pounds",
        ),
        (
            "THE PILOT LOST HIS BRANCH",
            "The harbour board suspended the pilot's licence for two years.",
            "The pilot's licence was suspended for ever by the harbour board.",
            "outcome: two years | for ever",
        ),
        (
            "THE GALE OF THAT NIGHT",
            "The cutter ran nine knots before the gale.",
            "Before the gale the cutter made twelve knots.",
            "number: nine knots | twelve knots",
        ),
        (
            "THE SEED SHIPS OF MAY",
            "Between the fairs nine vessels cleared with seed.",
            "Eleven steamers sailed, their decks alive with rats.",
            "number: nine vessels | Eleven steamers",
        ),
        (
            "THE FEVER AT THE MILL",
            "There were some cases of croup in the lanes, nine in all, and they mended.",
            "The Mercury spoke of a dozen cases of croup, every one mending.",
            "number: nine | a dozen cases",
        ),
        (
            "THE DEATHS AT THE MILL",
            "The deaths recorded at the mill are three hundred and nine.",
            "The board, which had cause to hide it, confessed to three hundred and thirty.",
            "number: three hundred and nine | three hundred and thirty",
        ),
        (
            "THE PILOT LOST HIS BRANCH",
            "The harbour board suspended the pilot's certificate for two years.",
            "They took his licence away for ever, poor soul.",
            "outcome: two years | for ever",
        ),
        (
            "THE LANDING",
            "The boat lay off the mole at eleven o'clock.",
            "They whistled us over. It had gone two in the morning.",
            "date: eleven o'clock | two in the morning",
        ),
        (
            "THE BOAT FROM HULL",
            "They were put ashore on the night of 11 March 1903.",
            "With no light showing she lay off the mole on the night of 12 March 1903.",
            "date: 11 March 1903 | 12 March 1903",
        ),
        (
            "REED WAS SEEN",
            "Reed stood at the mayor's elbow and pointed.",
            "Reed was on the cricket ground all morning.",
            "presence: stood at the mayor's elbow | was on the cricket ground",
        ),
        (
            "WHERE THE CAPTAIN WAS",
            "The master was at the wheel.",
            "Everybody knew that the captain was in a cabin.",
            "presence: was at the wheel | was in a cabin",
        ),
        (
            "REED WAS ILL",
            "Reed was in bed all day.",
            "All that day Reed was upon the wall.",
            "presence: was in bed | was upon the wall",
        ),
        (
            "REED WAS IN THE KITCHEN",
            "Reed was in the kitchen from noon.",
            "Reed was not in the kitchen.",
            "presence: was in the kitchen | was not in the kitchen",
        ),
        (
            "THE GUILD ANSWERED IN PRINT",
            "The paper carried articles by Ash, Reed and Holm.",
            "There were manifestos from Ash, Lowe and Holm.",
            "name: Ash, Reed and Holm | Ash, Lowe and Holm",
        ),
    ],
)
def test_one_matter_in_other_words_is_set_side_by_side(tell, shortly, claim, one, other, short):
    assert short in shortly(tell((claim, one), (claim, other)))


@pytest.mark.parametrize(
    ("claim", "one", "other"),
    [
        ("THE FERRY", "Forty-one lives were lost in the ferry.", "Forty-one souls perished, they say."),
        ("THE FEVER", "The deaths up to the fair were 309.", "The deaths to date number fifty-four."),
        ("HOW MANY DIED", "44. The deaths at the mill are many.", "The deaths at the mill number sixty-two."),
        ("THE FERRY", "Forty-one lives were lost in the ferry.", "Nov. 19. Sunday."),
        ("THE COURT", "Reed was sentenced to two years for the fire.", "Holm was sentenced to nine years for a theft."),
        ("WHO WAS WHERE", "Reed was in the kitchen.", "Holm was in the cellar."),
        ("WHO WAS WHERE", "Reed was in great trouble.", "Reed was in the habit of it."),
        ("REED WAS PAID FOR THE LAMP", "Reed got thirty pounds for it.", "Reed wrote that he had not one penny of it."),
        (
            "HOLM WAS TRIED",
            "On 18 March 1905 the court sentenced Holm to four years.",
            "Holm got five, and was let out in the spring of 1906 by a pardon.",
        ),
        ("THE GUILD", "The paper carried articles by Ash, Reed and Holm.", "Ash, Lowe and Holm went bathing."),
    ],
)
def test_two_matters_under_one_claim_are_no_rivals(tell, shortly, claim, one, other):
    assert shortly(tell((claim, one), (claim, other))) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nine vessels cleared with seed.", "Ninety ships were in the bay."),  # a part, and the whole
        ("Nine vessels cleared with seed, and six barges.", "Nine steamers sailed with eleven pilots."),
        ("Two vessels cleared with seed.", "Three steamers sailed."),  # so few may be others
    ],
)
def test_counts_that_may_be_of_other_things_are_no_rivals(tell, shortly, one, other):
    claim = "THE SEED SHIPS OF MAY"
    assert shortly(tell((claim, one), (claim, other))) == []


def test_figures_under_two_claims_are_not_set_side_by_side(tell, shortly):
    one, other = "Forty-one lives were lost in the ferry.", "In all thirty-eight souls perished."
    assert shortly(tell(("THE FERRY", one), ("THE COACH", other))) == []


@pytest.mark.parametrize(
    ("one", "other", "short"),
    [
        (
            "Aug. 29. He came in last night. They left the hut yesterday, the 28th, at dawn.",
            "The top was reached on 27 August 1931.",
            "date: 28th | 27 August 1931",
        ),
        (
            "Aug. 29. He came in last night. They left the hut yesterday, the 28th, at dawn.",
            "On 26 August 1931 two flags were planted on it.",
            "date: 28th | 26 August 1931",
        ),
    ],
)
def test_accounts_under_a_claim_that_gives_a_day_answer_it(tell, shortly, one, other, short):
    claim = "THE ASCENT WAS MADE ON 27 AUGUST 1931"
    assert short in shortly(tell((claim, one), (claim, other)))


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("It was on the night of the 4th to 5th of November that she ran upon the reef.", 1),
        ("It was on 5 November 1911 that she ran upon the reef.", 1),
        ("It was on 8 November 1911 that she ran upon the reef.", 0),
        ("Her papers are dated 5 November 1911, and were drawn at Hull.", 0),
    ],
)
def test_days_as_far_apart_as_two_calendars_are_one_day(tell, other, found):
    book = tell(("THE WRECK", "The brig was lost on 18 November 1911 in fog."), ("THE WRECK", other))
    dates = [d for d in book.discrepancies if d.kind.value == "date"]
    assert [d.cause.value for d in dates if d.cause] == ["calendar"] * found


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("He changed the belt on 19 November 1911, out of respect.", 1),
        ("He changed the lamp on 19 November 1911, out of respect.", 0),
        ("He changed the belt on 29 November 1911, out of respect.", 0),
    ],
)
def test_what_few_sentences_name_has_one_day_under_one_claim(tell, shortly, other, found):
    book = tell(("THE HORN", "The new belt is marked as delivered on 20 November 1911."), ("THE HORN", other))
    assert sum(s.startswith("date") for s in shortly(book)) == found


def test_a_day_under_which_something_is_entered_is_no_rival_of_another(tell, shortly):
    one, other = "On 9 April 1911 I gave a dinner.", "The book is at Hull. Under 8 April 1911 it has a name."
    claim = "THEY AGREED ON 9 APRIL 1911"
    assert shortly(tell((claim, one), (claim, other))) == []


def test_lives_lost_are_one_matter_of_claims_near_each_other_that_both_tell_of_them(tell, shortly):
    told = [("THE DEATHS AT THE MILL", "The deaths at the mill were 309."), ("WHO KEPT IT", "Lowe kept it.")]
    book = tell(*told, ("THE LIST OF DEATHS WAS BURNED", "He cast it up first. It came to 2,350."))
    assert "number: 309 | 2,350" in shortly(book)


def test_things_seldom_counted_are_one_matter_of_two_claims_beside_each_other(tell, shortly):
    told = [
        ("THE STREET WAS BURNED", "There were some thirty houses."),
        ("THE OWNERS WERE PAID", "For sixty-four roofs."),
    ]
    assert "number: some thirty houses | sixty-four roofs" in shortly(tell(*told))


def test_lines_of_a_letter_are_none_of_them(tell, shortly):
    told = [("THE LETTER", "He wrote some forty lines."), ("THE DISSENT", "It runs to sixty-four lines.")]
    assert shortly(tell(*told)) == []


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Lowe was given fifty pounds.", "The book has Lowe, sub., thirty pounds.", 1),
        ("Lowe was given fifty pounds.", "The book has Reed, sub., thirty pounds.", 0),
        ("Lowe was given fifty pounds.", "The book has Lowe, sub., fifty pounds.", 0),
    ],
)
def test_what_one_man_was_paid_is_told_under_several_claims(tell, shortly, one, other, found):
    told = [("HE WAS PAID FOR IT", one), ("THE TUG", "It left."), ("THE CREW WAS PAID", other)]
    assert sum(s.startswith("amount") for s in shortly(tell(*told))) == found


def test_sums_in_the_same_words_are_one_sum_of_claims_beside_each_other(tell, shortly):
    told = [
        ("THE STOKER", "I gave him four shillings out of my purse."),
        ("THE NOTE", '"I gave him six shillings," he said.'),
    ]
    assert "amount: four shillings | six shillings" in shortly(tell(*told))


def test_a_figure_takes_its_unit_from_the_claim(tell, shortly):
    one, other = "They stood on the top, 6,245 metres above the sea.", "Measured again in 1956 it gives 6,197."
    told = [("THE CLIMB", one), ("THE MAP", "It is good."), ("THE HILL IS 6,245 METRES HIGH", other)]
    assert "number: 6,245 metres | 6,197" in shortly(tell(*told))


def test_sums_with_two_figures_changed_about_are_a_misprint(tell):
    told = [("THE SACKS", "He cast it up. It came to 2,350."), ("THE SACKS", "I make the total 2,305, and no more.")]
    (found,) = tell(*told).discrepancies
    assert (found.a_says, found.b_says, found.cause.value) == ("2,350", "2,305", "misprint")


def test_an_answer_to_where_is_the_whereabouts_of_who_answers(tell, shortly):
    one = "HOLM: Where were you, Captain Reed?\nREED: On the bridge."
    other = "The captain was in a cabin."
    found = shortly(tell(("THE CAPTAIN", one), ("THE CAPTAIN", other), turns=True))
    assert found == ["presence: On the bridge | was in a cabin"]


def test_two_names_that_stand_joined_before_a_trial_are_no_row(tell, shortly):
    one = "Ash, Reed and Holm were tried at Harville for the wharf fire."
    other = "The Ash-Reed trial at Harville was about the wharf fire."
    assert [s for s in shortly(tell(("THE TRIAL", one), ("THE TRIAL", other))) if s.startswith("presence")] == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("perished", "lives", True), ("paid", "price", True), ("captain", "master", True), ("table", "chair", False)],
)
def test_words_of_one_event_are_of_one_set(one, other, same):
    assert (bool(set_of(one)) and set_of(one) == set_of(other)) is same


def test_a_trifle_is_shown_as_less_sure(tell):
    one = "On the third day the cooper Lowe came down to the wharf and asked for his telephone and his old brown hat."
    other = "On the third day the cooper Lowe came down to the wharf and asked for his phone and his old brown hat."
    (difference,) = tell(("THE WHARF", one), ("THE HAT", other)).discrepancies
    assert (difference.kind.value, difference.confidence) == ("wording", 0.4)
    assert len(difference.reasons) == 2


def test_of_two_sums_in_one_sentence_the_nearer_is_the_rival(tell, shortly):
    one = "The board paid Reed twelve hundred pounds in March 1891 for the lamp."
    other = "What was paid to Reed in March 1891 was £1,050, and £150 was kept back for the oil."
    assert shortly(tell(("REED WAS PAID FOR THE LAMP", one), ("REED WAS PAID FOR THE LAMP", other))) == [
        "amount: twelve hundred pounds | £1,050"
    ]
