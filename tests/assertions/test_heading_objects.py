"""The same verb tells of a wrong or of nothing at all, by what its object is: a person, a word, or a thing.

All tables were written before the program was made to read them. Of the first 54 neutral headings it took 49 for an
accusation or a judgement. Of 50 further ones it took 37 for one of these, a confession or another act before, and 20
when first read; of 40 more 31 and 12. Then these were worked on too. `LEFT` is what it still takes wrongly.
"""

from __future__ import annotations

import pytest

from .test_heading_readings import told

PEOPLE: tuple[str, ...] = ("Marrow", "Tilde Voss", "Voss", "Kettering", "Dr. Loxley", "Loxley", "Ordway", "Pasco")
PEOPLE += ("Orme", "Castell", "Brodie", "Nurse Tait", "Tait", "Ledbetter")
PEOPLE += ("Ansty", "Culver", "Dr. Perrin", "Perrin", "Sister Ottilie", "Ottilie", "Rudd")
STRONG = {"accuses", "admits", "denies", "judges", "retracts", "corroborates", "exonerates"}

NEUTRAL = """
Marrow named the new orchid
The council named the square after Voss
The trustees named Kettering director
Voss named her second son Otto
Marrow exposed the film in the cellar
Erosion exposed the older wall
Loxley questioned thirty villagers about their diet
Kettering questioned the pilgrims at the gate
Pasco seconded the amendment
Pasco echoed the bass line
Voss confirmed the booking
Loxley endorsed the cheque
Marrow contested the northern seat
Voss rejected the first design
Marrow ignored the cold
Kettering disregarded the snow and climbed on
Ordway concealed the joint with plaster
Ordway suppressed a yawn
Voss concealed her delight
Pasco withheld his surname
Marrow hid in the reeds
Voss hid from the wasps
Loxley hid behind the stove
Kettering fired at the target
The battery fired on the fort
Marrow shot at the tin can
Ordway abandoned the second draft
Marrow deserted the city for the hills
The miners pushed the wagon over the edge
The gardener cut the elm down
Voss left her umbrella behind
Loxley infected himself deliberately
Ordway painted the gate without permission
Kettering took up the violin for money
The carpet was beaten twice a year
The eggs were beaten until stiff
Marrow beat the drum
Pasco whipped the cream
Ordway kicked the ball over the wall
Kettering forced the lock
Pasco starved in the desert for a week
The settlers starved through the winter
Loxley silenced the alarm
Marrow slaughtered two pigs at Martinmas
Voss attacked the problem from the other side
Kettering breached the wall at dawn
The guides stood by in the second hut
Ordway exploited the quarry
Voss killed the engine
Marrow poached two eggs
Voss feared the sea
Kettering set out to map the coast
Loxley admired the view
Pasco condemned the old chapel
Orme attacked the north face in June
Castell assaulted the summit twice
Tait drugged the elephant
The river flooded the mine
The storm drove the barges out to sea
Castell threw the ballast overboard
Orme cut the rope down
The tram ran the milk cart over
Tait neglected her garden
Castell confirmed the diagnosis
Orme verified the altitude
The board endorsed the plan
Brodie echoed the refrain
Orme doubted the weather
Castell disputed the ball
Ledbetter rejected the stone
Tait tricked the pike
Castell forced the pass in winter
Orme pressed the button
Brodie buried the treasure on the island
The crew drowned their sorrows
Orme killed a bear with a spade
Ledbetter poisoned the rats
Brodie stole the show
Tait broke the silence
Orme broke his leg
Ledbetter hit the bottle with a stick
The printers struck for an hour
Castell plotted the course
Orme plotted the results on a graph
Tait betrayed no fear
Brodie framed the picture
Ledbetter forged a chain
Castell forged ahead
Brodie deserted the theatre for the circus
Orme despised cabbage
Ledbetter defended the goal
Tait cleared the table
Castell admitted forty pupils
The hall admitted two hundred
Brodie conceded two goals
Orme retracted the ladder
The duke recalled his ambassador
Ansty exposed the roots to the frost
Culver named the comet
Perrin questioned every fisherman on the coast
Ottilie seconded the proposal
Rudd rejected the offer
Ansty ignored the noise
Culver concealed the wires under the carpet
Perrin suppressed a smile
Ottilie hid in the cellar
Rudd fired at a seal
Ansty abandoned the hut
The expedition abandoned the search
Culver built the pier without permission
Perrin tasted the water deliberately
The gong was beaten for dinner
Ottilie starved herself
Rudd silenced the engine
Ansty slaughtered the last pony
The dogs were killed
Culver broke the window to let in air
Rudd lost the map
Ansty burned the porridge
The flood drowned ninety sheep
Culver struck gold
Perrin stole a look at the sun
Ottilie cut her hair
Culver took in a lodger
Perrin covered up the roses
Ottilie spied a sail
The valley was ruined by hail
Ansty praised the cheese
Culver mocked up a model
Perrin attacked the ice with axes
Ottilie assessed the damage
Rudd warranted the watch for a year
""".strip().splitlines()

LEFT = """
Brodie cheated at no game
Tait faked a cough
Castell stole second base
Orme smuggled nothing
Tait wrecked the kite
Castell condemned the bridge as unsafe
Orme excused himself
Perrin overloaded the sledge
Ottilie wrecked the piano
Rudd set fire to the heather every spring
Ansty blew up the rock
Rudd lied on the grass
""".strip().splitlines()

STATING = """
Orme attacked the governor
Tait drugged the children
Castell threw the stowaway overboard
The lorry driver ran the boy over
Tait neglected her patients
Castell confirmed Brodie's alibi
Orme disputed Tait's claim
Brodie tricked the widow
Orme killed the shepherd with a spade
Ledbetter poisoned his uncle
Castell stole the relief fund
Brodie framed Orme
Ledbetter forged the deed
Orme drove the tenants out
Castell betrayed his friends
Tait exposed the fraud
Orme unmasked Ledbetter
Castell suppressed the findings
Brodie exaggerated the losses
Ledbetter ignored the doctor's orders
The police fired on the strikers
Castell violated the treaty
Ansty exposed the smugglers
Culver named the killer
Perrin questioned the findings
Ottilie seconded Rudd's charge
Rudd rejected Perrin's explanation
Ansty ignored the pilot's warning
Culver concealed the leak
Perrin suppressed his own results
Ottilie hid the deserter
Rudd fired at the bailiff
Ansty abandoned the porters
Culver held the boys without permission
The boys were beaten every day
Rudd starved the dogs and the boys
Rudd silenced the newspaper
The soldiers killed the shepherds
Ansty burned the diary
Ottilie poisoned the patients
Culver lied to the inquiry
Rudd set fire to the school
""".strip().splitlines()

ACCUSING: list[tuple[str, str, tuple[str, ...]]] = [
    ("Marrow named Ordway", "accuses", ("ordway",)),
    ("Voss named her accomplices", "accuses", ("her accomplices",)),
    ("Marrow exposed Kettering", "accuses", ("kettering",)),
    ("Loxley exposed the swindlers", "accuses", ("swindlers",)),
    ("Ordway blamed the pilot", "accuses", ("pilot",)),
    ("Voss attacked the bishop", "accuses", ("bishop",)),
    ("Loxley condemned the guards", "accuses", ("guards",)),
    ("Marrow questioned Voss's account", "judges", ("voss",)),
    ("Voss rejected Loxley's version", "judges", ("loxley",)),
    ("Kettering contradicted Ordway", "judges", ("ordway",)),
    ("Loxley disputed the verdict of the court", "denies", ()),
    ("Voss seconded Loxley's statement", "corroborates", ("loxley",)),
    ("Pasco echoed Ordway's charge", "corroborates", ("ordway",)),
    ("Voss confirmed Ordway's story", "corroborates", ("ordway",)),
    ("Marrow ignored the warnings", "accuses", ("marrow",)),
    ("Kettering ignored Voss", "accuses", ("kettering",)),
    ("The board disregarded the evidence", "accuses", ("board",)),
    ("Ordway concealed the accident", "accuses", ("ordway",)),
    ("Ordway concealed the truth", "accuses", ("ordway",)),
    ("Loxley suppressed the second report", "accuses", ("loxley",)),
    ("Pasco withheld the widows' money", "accuses", ("pasco",)),
    ("Pasco withheld evidence", "accuses", ("pasco",)),
    ("Kettering hid the ledger", "accuses", ("kettering",)),
    ("The soldiers fired at the miners", "accuses", ("soldiers",)),
    ("The guards fired on the crowd", "accuses", ("guards",)),
    ("Marrow shot at the priest", "accuses", ("marrow",)),
    ("Ordway abandoned his crew", "accuses", ("ordway",)),
    ("Ordway deserted his wife", "accuses", ("ordway",)),
    ("Ordway deserted his post", "accuses", ("ordway",)),
    ("Marrow pushed the widow off the pier", "accuses", ("marrow",)),
    ("Voss left the wounded behind", "accuses", ("voss",)),
    ("The doctor infected the prisoners deliberately", "accuses", ("doctor",)),
    ("Loxley vaccinated the orphans without permission", "accuses", ("loxley",)),
    ("The prisoners were beaten", "accuses", ("",)),
    ("Ordway was beaten by Pasco", "accuses", ("pasco",)),
    ("The warders beat the patients", "accuses", ("warders",)),
    ("Pasco whipped the boys", "accuses", ("pasco",)),
    ("The overseer starved the convicts", "accuses", ("overseer",)),
    ("The overseer kicked the old man", "accuses", ("overseer",)),
    ("Kettering silenced the witnesses", "accuses", ("kettering",)),
    ("The troopers slaughtered the villagers", "accuses", ("troopers",)),
    ("Kettering breached the contract", "accuses", ("kettering",)),
    ("The constables stood by", "accuses", ("constables",)),
    ("The constables stood by while the shop burned", "accuses", ("constables",)),
    ("Ordway exploited the orphans", "accuses", ("ordway",)),
    ("Voss killed the steward", "accuses", ("voss",)),
    ("Voss killed forty people", "accuses", ("voss",)),
    ("Pasco ambushed the postman", "accuses", ("pasco",)),
]


@pytest.mark.parametrize("heading", NEUTRAL)
def test_a_verb_of_wrong_done_to_a_thing_is_at_most_a_report(heading: str) -> None:
    assert not STRONG & {act for act, _, _ in told(heading, PEOPLE)}


@pytest.mark.parametrize(("heading", "act", "of"), ACCUSING)
def test_the_same_verb_with_a_person_or_a_word_is_the_act(heading: str, act: str, of: tuple[str, ...]) -> None:
    assert (act, of) in [(told_act, whom) for told_act, _, whom in told(heading, PEOPLE)]


@pytest.mark.parametrize("heading", STATING)
def test_what_is_done_to_people_or_words_is_still_an_act(heading: str) -> None:
    assert STRONG & {act for act, _, _ in told(heading, PEOPLE)}


@pytest.mark.parametrize("heading", LEFT)
@pytest.mark.xfail(strict=True, reason="a verb that is a wrong of most things, or a thing that may be one")
def test_some_verbs_are_still_taken_for_a_wrong(heading: str) -> None:
    assert not STRONG & {act for act, _, _ in told(heading, PEOPLE)}


@pytest.mark.parametrize(
    "heading",
    [
        "It is not certain that Holt stole the map",
        "Holt directed Lund to lie down",
        "Holt directed Lund to fire the stove",
        "Holt bought the judge a drink",
    ],
)
def test_a_doubt_a_bidding_that_harms_nobody_and_a_drink_are_neither_a_wrong_nor_its_denial(heading: str) -> None:
    assert {act for act, _, _ in told(heading)} <= {"reports", "judges"}
