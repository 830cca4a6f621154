"""What a claim asks, each account under it answers in words of its own: how many died, how long it went on."""

from __future__ import annotations

import pytest

_TOLL = "OVER NINETY PEOPLE DIED IN THE MILL FIRE"


@pytest.mark.parametrize(
    ("one", "other", "short"),
    [
        (
            "Ninety-four women and girls were burnt before the pump came.",
            "We made chalk marks on the wash-house wall. We had come to fifty-one when the roof went.",
            "number: Ninety-four women | fifty-one",
        ),
        (
            "The number of the lost that night was thirty-two, of whom four were boys.",
            "We counted a hundred and eight, laid out in the weaving shed.",
            "number: thirty-two | a hundred and eight",
        ),
        (
            "The dead can hardly have been less than eighty.",
            "The real number seems to have been some thirty, and most of them by mishap.",
            "number: less than eighty | some thirty",
        ),
        (
            "Ninety-four women and girls were burnt before the pump came.",
            "Of the hundred and sixteen who perished, most were found behind the door.",
            "number: Ninety-four women | hundred and sixteen",
        ),
    ],
)
def test_a_claim_that_puts_a_number_to_the_dead_asks_each_account(tell, shortly, one: str, other: str, short: str):
    assert short in shortly(tell((_TOLL, one), (_TOLL, other)))


@pytest.mark.parametrize(
    ("claim", "one", "other"),
    [
        (_TOLL, "Ninety-four were burnt.", "Of the dead seven were children."),  # a part of them
        (_TOLL, "Ninety-four were burnt.", "The famous two hundred dead are a printer's slip."),  # told by others
        (
            _TOLL,
            "Ninety-four were burnt.",
            "I carried out the dead at a quarter to nine, by Gate 50.",
        ),  # an hour, a name
        (_TOLL, "Ninety-four were burnt.", "The dead are Ann Ash, carder, aged 41; Ivy Reed, spinner, 28; and a boy."),
        ("THE FOUR WERE CONDEMNED TO DEATH", "The bench of nine sat late.", "They were tried, all seven, in a barn."),
    ],
)
def test_a_part_of_the_dead_or_another_number_is_no_answer(tell, claim: str, one: str, other: str):
    assert not [d for d in tell((claim, one), (claim, other)).discrepancies if d.kind == "number"]


def test_what_is_told_of_the_dead_elsewhere_is_set_beside_the_answers(tell, shortly):
    told = tell(
        (_TOLL, "Ninety-four women and girls were burnt before the pump came."),
        ("THE STORY IN SHORT", "The mill took fire at noon. About forty were killed, and the owner fled."),
    )
    assert shortly(told) == ["number: Ninety-four women | About forty"]


@pytest.mark.parametrize(
    ("claim", "one", "other", "short"),
    [
        (
            "THE DELEGATES WERE SENT AWAY",
            "The interview lasted eleven minutes by the office clock.",
            "They sat with him the best part of an hour, and he gave them tea.",
            "number: eleven minutes | the best part of an hour",
        ),
        (
            "HE WAS KEPT STANDING FOR FOUR NIGHTS",
            "We sat six days in that barn. They held him upright four nights, he said.",
            "For nine nights the lamp burned in the guard-room.",
            "number: four nights | nine nights",
        ),
        (
            "THE PUMPS WERE STARTED TOO LATE",
            "How long were you at the pumps? Twenty minutes, sir.",
            "Brack was relieved after an hour and a half at the pumps.",
            "number: Twenty minutes | an hour and a half",
        ),
        (
            "THE PUMPS WERE STARTED TOO LATE",
            "They began at ten minutes past five, and it was thirty minutes past when they stopped.",
            "The pumping lasted a full hour.",
            "number: ten minutes past five, and it was thirty minutes past | a full hour",
        ),
        (
            "LOWE SPENT FIFTEEN YEARS IN THE FORT",
            "Of eleven years that Lowe was in the fort most were dry.",
            "He had been six years and two months there when they let him go.",
            "number: eleven years | six years and two months",
        ),
    ],
)
def test_lengths_of_time_under_one_claim_are_of_one_thing(tell, shortly, claim: str, one: str, other: str, short: str):
    assert short in shortly(tell((claim, one), (claim, other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "He came ten minutes later, out of breath.",
            "It took an hour to drain the dock.",
        ),  # from one to another
        ("The pump ran for ten minutes.", "We rested an hour. For two hours we dug."),  # two lengths
        ("The pump ran for ten minutes.", "The pump ran nearly ten minutes."),
        ("He was clerk there for nine years.", "For three years nobody wrote."),  # years of a life
    ],
)
def test_other_lengths_of_time_are_not_compared(tell, one: str, other: str):
    assert not tell(("THE DOCK WAS DRAINED", one), ("THE DOCK WAS DRAINED", other)).discrepancies


@pytest.mark.parametrize(
    ("one", "other", "short"),
    [
        (
            "There was one lantern on the quay.",
            "The lantern was swung three times.",
            "number: one lantern | three times",
        ),
        (
            "A lantern swung, and after a while another.",
            "How often was the lantern swung? Four times.",
            "number: A lantern swung, and after a while another | Four times",
        ),
        (
            "The report went off on a single sheet.",
            "The four sheets of it lie in the archive.",
            "number: a single sheet | four sheets",
        ),
    ],
)
def test_one_seldom_named_thing_is_counted_in_many_ways(tell, shortly, one: str, other: str, short: str):
    claim = "THE SIGNAL TO THE SHIP"
    assert short in shortly(tell((claim, one), (claim, other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The lantern was swung three times.", "On 17 May the lantern was bought."),  # a date
        ("He rang the lantern boy at once.", "The lantern was swung three times a night."),
        ("There was no one lantern like it.", "There were two men by the lantern."),  # another thing is counted
        ("There were two lanterns.", "There were two lanterns, and the lantern swung twice."),
    ],
)
def test_how_often_is_not_told_by_dates_nor_of_another_thing(tell, one: str, other: str):
    assert not tell(("THE SIGNAL", one), ("THE SIGNAL", other)).discrepancies


@pytest.mark.parametrize(
    ("claim", "one", "other", "short"),
    [
        (
            "THE MARCHERS CAME IN PEACE",
            "There were about six thousand of them on the common, with their wives.",
            "Nine thousand men stood before me, and every third with a cudgel.",
            "number: about six thousand | Nine thousand men",
        ),
        (
            "THE GAZETTE LIED ABOUT THE COUNT OF THE WEAVERS",
            "We are assured that the crowd does not exceed two thousand, most of them boys.",
            "The consul says six thousand. The tolls of the bridge come to three thousand four hundred.",
            "number: not exceed two thousand | six thousand",
        ),
    ],
)
def test_a_crowd_is_numbered_under_a_claim_that_speaks_of_one(
    tell, shortly, claim: str, one: str, other: str, short: str
):
    assert short in shortly(tell((claim, one), (claim, other)))


def test_a_number_with_no_people_beside_it_is_no_crowd(tell):
    claim = "THE WHOLE TOWN WAS RUINED BY THE BRIDGE"
    told = tell((claim, "The stone came to three thousand."), (claim, "The vestry book breaks off at nine hundred."))
    assert not told.discrepancies


def test_the_dead_a_part_and_so_many_each_are_no_crowd(tell):
    claim = "THE MARCHERS CAME IN PEACE"
    told = tell(
        (claim, "There were about six thousand of them."),
        (claim, "Of these seven hundred were women. They sat two hundred to a barn, and three hundred perished."),
    )
    assert not told.discrepancies


@pytest.mark.parametrize(
    ("claim", "one", "other", "short"),
    [
        (
            "A CHILD FELL INTO THE VAT",
            "They drew out a boy of eleven, who had carried water.",
            "A mishap to a lad of fifteen was made much of.",
            "number: a boy of eleven | a lad of fifteen",
        ),
        (
            "LOWE WAS THE RINGLEADER",
            "[Statement of Lowe, a carter, aged twenty-six.] I know nothing.",
            "Lowe, a heavy carter of forty or thereabouts, said nothing.",
            "number: aged twenty-six | a heavy carter of forty or thereabouts",
        ),
    ],
)
def test_an_age_is_told_by_what_somebody_was(tell, shortly, claim: str, one: str, other: str, short: str):
    assert short in shortly(tell((claim, one), (claim, other)))


@pytest.mark.parametrize(
    ("words", "shorts"),
    [
        (
            "Ash says six thousand, and Reed, who walked among them, nine; the rest is silence.",
            ["number: six thousand | nine"],
        ),
        (
            "The calls have been argued over: three for the pilot, two for the cook.",
            ["number: three | two"],
        ),
        ("I said that Holm had written fifty-one. He said that he was told eleven.", ["number: fifty-one | eleven"]),
        ("Ash said that he had two brothers, and for three weeks saw neither.", []),
        (
            "Ash gives forty for the year, Reed fifty-five, and the parish book has sixty-one burials.",
            [
                "number: forty | fifty-five",
                "number: forty | sixty-one burials",
                "number: fifty-five | sixty-one burials",
            ],
        ),
        (
            "According to the dean there were ninety houses shut up; according to the constables, thirty.",
            ["number: ninety houses | thirty"],
        ),
        ("He had forty sheep, and for the two rams he got a good price.", []),
    ],
)
def test_one_account_sets_the_numbers_of_others_side_by_side(tell, shortly, words: str, shorts: list[str]):
    assert shortly(tell(("THE COUNT IS NOT KNOWN", words))) == shorts


def test_what_is_of_one_thing_under_a_claim_is_so_under_another(tell, shortly):
    told = tell(
        ("THE PUMPS FAILED", "The pumping lasted ninety seconds on my watch at the sluice."),
        ("THE PUMPS FAILED", "We had it, on and off, for a full quarter of an hour."),
        (
            "THE JUDGE BLAMED NOBODY",
            "He found that the pumping at the sluice had gone on for six minutes on the clock.",
        ),
    )
    assert set(shortly(told)) == {
        "number: ninety seconds | a full quarter of an hour",
        "number: ninety seconds | six minutes",
        "number: a full quarter of an hour | six minutes",
    }


@pytest.mark.parametrize(
    ("claim", "accounts", "shorts"),
    [
        (
            "AT LEAST FORTY CHILDREN DROWNED WHEN THE FERRY WENT DOWN",
            (
                "Thirty-one little coffins stood in the aisle, and the bishop looked away.",
                "The company admitted to nineteen, and paid for the stones.",
            ),
            {"number: Thirty-one little coffins | nineteen"},
        ),
        (
            "THE FIRE AT THE ROPEWALK KILLED NINETEEN",
            ("They carried out seventeen on shutters, all dead.", "There were twelve. I sewed the sheets."),
            {"number: seventeen | twelve"},
        ),
        (
            "THE COUNTING-HOUSE WAS HELD FOR A WEEK",
            ("They held out a fortnight, with a barrel of herring.", "The business took about sixty hours."),
            {"number: a fortnight | about sixty hours"},
        ),
        (
            "THE WHOLE TOWN FOLLOWED HIM TO HIS GRAVE",
            ("Two thousand people walked behind the hearse.", "There cannot have been three hundred in the yard."),
            {"number: Two thousand people | three hundred"},
        ),
        (
            "THE YEOMANRY RODE AT THE MEETING",
            ("They came round by the malthouse, some sixty strong.", "The troop was of forty sabres."),
            {"number: some sixty | forty sabres"},
        ),
    ],
)
def test_the_claim_asks_and_the_words_of_the_accounts_are_their_own(
    tell, shortly, claim: str, accounts, shorts: set[str]
):
    assert set(shortly(tell(*((claim, words) for words in accounts)))) == shorts


@pytest.mark.parametrize(
    ("claim", "one", "other", "short"),
    [
        (
            "THE SCHOOL BURNED WITH ELEVEN CHILDREN IN IT",
            "Seven of them were missing at the roll, and I have their slates yet.",
            "The coroner sat upon nine, and blamed the stove.",
            "number: Seven | nine",
        ),
        (
            "THE INQUEST WAS HURRIED",
            "They sat over it long, and heard thirty witnesses.",
            "It was got through with eight witnesses and a dog.",
            "number: thirty witnesses | eight witnesses",
        ),
        (
            "MARSDEN LEFT BY NIGHT",
            "Marsden went in March. He was fifty-one then, and grey.",
            "Marsden was a man of sixty, and wore a wig.",
            "number: He was fifty-one | a man of sixty",
        ),
    ],
)
def test_what_is_counted_need_not_be_named_alike(tell, shortly, claim: str, one: str, other: str, short: str):
    assert short in shortly(tell((claim, one), (claim, other)))


def test_a_claim_of_a_disaster_asks_only_what_is_told_plainly(tell, shortly):
    claim = "THE FIRE AT THE ROPEWALK"
    told = tell(
        (claim, "Thirty-one were burnt in their beds, and the rest got out."),
        (claim, "The vestry buried nineteen bodies, and counted no more."),
        (claim, "We had sixty by noon, and gave it up."),
    )
    assert shortly(told) == ["number: Thirty-one | nineteen bodies"]


def test_two_claims_that_put_it_in_other_numbers_tell_of_two_losses(tell):
    told = tell(
        ("AT LEAST FORTY CHILDREN DROWNED", "Thirty-one little coffins stood in the aisle."),
        ("THE FIRE AT THE ROPEWALK KILLED NINE", "There were twelve dead. I sewed the sheets."),
    )
    assert not told.discrepancies


def test_a_claim_of_so_many_people_asks_how_many_they_were(tell, shortly):
    claim = "FORTY MEN WERE SAVED BY THE TUG"
    told = tell(
        (claim, "The tug brought in thirty-three, wrapped in sailcloth."),
        (claim, "I gave soup to twenty-seven men, of whom nine were Danes."),
        (claim, "She was built in 1880, and had a crew of fourteen."),
    )
    assert shortly(told) == ["number: thirty-three | twenty-seven men"]


def test_a_claim_of_so_many_things_asks_how_many_there_were(tell, shortly):
    claim = "TWO HUNDRED HOUSES WERE SWEPT AWAY"
    told = tell(
        (claim, "A hundred and sixty houses and a brewery went in the first wave."),
        (claim, "Of the houses by the bridge none was left, and there had been ninety-four."),
        (claim, "I make it two hundred and eleven, from the rate book of 1860."),
    )
    assert set(shortly(told)) == {
        "number: A hundred and sixty houses | ninety-four",
        "number: A hundred and sixty houses | two hundred and eleven",
        "number: ninety-four | two hundred and eleven",
    }


@pytest.mark.parametrize(
    ("one", "other", "shorts"),
    [
        (
            "How many were there in the boat? Nineteen, with the baby.",
            "There were twenty-six of us in the boat, and an oar short.",
            ["number: Nineteen | twenty-six"],
        ),
        (
            "I put sixteen in the other boat, and there were seats for thirty.",
            "The boat, certified for twelve, put off with eleven.",
            ["number: sixteen | eleven"],
        ),
        ("We were sixteen. In the other boat they were nine.", "The boat put off with eleven.", []),  # two loads
        ("The boat was built for sixteen.", "The boat put off with eleven.", []),
    ],
)
def test_how_many_were_in_it(tell, shortly, one: str, other: str, shorts: list[str]):
    claim = "THE LIFEBOAT WAS OVERLOADED"
    assert shortly(tell((claim, one), (claim, other))) == shorts


@pytest.mark.parametrize(
    ("claim", "one", "other", "short"),
    [
        (
            "THE WITCH WAS SWUM THREE TIMES",
            "They put her in the pond twice, and she sank.",
            "She was tried with the rope once only, at the fair.",
            "number: twice | once",
        ),
        (
            "THE JURY WAS OUT FOR A NIGHT",
            "They sat from eight until a quarter past ten.",
            "The jury was out forty minutes by the clock.",
            "number: eight until a quarter past ten | forty minutes",
        ),
        (
            "SHE WAS AN OLD WOMAN",
            "She was a woman of thirty, and handsome.",
            "I should have put her at seventy, but that was the gaol.",
            "number: a woman of thirty | put her at seventy",
        ),
        (
            "THE CROWD BROKE DOWN THE GATE",
            "There were some eight hundred at the gate.",
            "Two or three thousand were out upon the road by dark.",
            "number: some eight hundred | Two or three thousand",
        ),
    ],
)
def test_a_claim_asks_how_often_how_long_how_old_how_many(tell, shortly, claim: str, one: str, other: str, short: str):
    assert short in shortly(tell((claim, one), (claim, other)))


def test_a_part_of_two_numbers_is_not_what_they_count(tell):
    one = "A hundred and forty-one bodies lay in the yard."
    other = "Of the hundred and sixty-four who perished, most were found behind the door."
    (found,) = [d for d in tell((_TOLL, one), (_TOLL, other)).discrepancies if d.kind == "number"]
    assert found.about == "how many died"


def test_a_number_of_things_is_not_how_many_died(tell, shortly):
    one = "I counted 212 burnt huts. The ashes were warm."
    other = "Two hundred and twelve huts were burnt and eleven persons lost their lives."
    assert not any(
        d.startswith("number") for d in shortly(tell(("THE FIRE AT THE FAIR", one), ("THE FIRE AT THE FAIR", other)))
    )


def test_the_number_that_a_claim_gives_goes_before_another_of_the_account(tell, shortly):
    one = "By nightfall we had brought up forty-one bodies, and there were 163 men for whom no lamp was handed in."
    other = "The roll, as made up by the clerk, was 163: of these 159 were killed by the blast."
    told = shortly(tell(("THE EXPLOSION KILLED 163 MEN", one), ("THE EXPLOSION KILLED 163 MEN", other)))
    assert not any(d.startswith("number") for d in told)
