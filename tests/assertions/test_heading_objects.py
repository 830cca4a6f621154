"""The same verb tells of a wrong or of nothing at all, by what its object is: a person, a word, or a thing.

Both tables were written before the program was made to read them.
"""

from __future__ import annotations

import pytest

from .test_heading_readings import told

PEOPLE = ("Marrow", "Tilde Voss", "Voss", "Kettering", "Dr. Lamb", "Lamb", "Odell", "Pasco")
STRONG = {"accuses", "admits", "judges"}

NEUTRAL = """
Marrow named the new orchid
The council named the square after Voss
The trustees named Kettering director
Voss named her second son Otto
Marrow exposed the film in the cellar
Erosion exposed the older wall
Lamb questioned thirty villagers about their diet
Kettering questioned the pilgrims at the gate
Pasco seconded the amendment
Pasco echoed the bass line
Voss confirmed the booking
Lamb endorsed the cheque
Marrow contested the northern seat
Voss rejected the first design
Marrow ignored the cold
Kettering disregarded the snow and climbed on
Odell concealed the joint with plaster
Odell suppressed a yawn
Voss concealed her delight
Pasco withheld his surname
Marrow hid in the reeds
Voss hid from the wasps
Lamb hid behind the stove
Kettering fired at the target
The battery fired on the fort
Marrow shot at the tin can
Odell abandoned the second draft
Marrow deserted the city for the hills
The miners pushed the wagon over the edge
The gardener cut the elm down
Voss left her umbrella behind
Lamb infected himself deliberately
Odell painted the gate without permission
Kettering took up the violin for money
The carpet was beaten twice a year
The eggs were beaten until stiff
Marrow beat the drum
Pasco whipped the cream
Odell kicked the ball over the wall
Kettering forced the lock
Pasco starved in the desert for a week
The settlers starved through the winter
Lamb silenced the alarm
Marrow slaughtered two pigs at Martinmas
Voss attacked the problem from the other side
Kettering breached the wall at dawn
The guides stood by in the second hut
Odell exploited the quarry
Voss killed the engine
Marrow poached two eggs
Voss feared the sea
Kettering set out to map the coast
Lamb admired the view
Pasco condemned the old chapel
""".strip().splitlines()

ACCUSING: list[tuple[str, str, tuple[str, ...]]] = [
    ("Marrow named Odell", "accuses", ("odell",)),
    ("Voss named her accomplices", "accuses", ("her accomplices",)),
    ("Marrow exposed Kettering", "accuses", ("kettering",)),
    ("Lamb exposed the swindlers", "accuses", ("swindlers",)),
    ("Odell blamed the pilot", "accuses", ("pilot",)),
    ("Voss attacked the bishop", "accuses", ("bishop",)),
    ("Lamb condemned the guards", "accuses", ("guards",)),
    ("Marrow questioned Voss's account", "judges", ("voss",)),
    ("Voss rejected Lamb's version", "judges", ("lamb",)),
    ("Kettering contradicted Odell", "judges", ("odell",)),
    ("Lamb disputed the verdict of the court", "denies", ()),
    ("Voss seconded Lamb's statement", "corroborates", ("lamb",)),
    ("Pasco echoed Odell's charge", "corroborates", ("odell",)),
    ("Voss confirmed Odell's story", "corroborates", ("odell",)),
    ("Marrow ignored the warnings", "accuses", ("marrow",)),
    ("Kettering ignored Voss", "accuses", ("kettering",)),
    ("The board disregarded the evidence", "accuses", ("board",)),
    ("Odell concealed the accident", "accuses", ("odell",)),
    ("Odell concealed the truth", "accuses", ("odell",)),
    ("Lamb suppressed the second report", "accuses", ("lamb",)),
    ("Pasco withheld the widows' money", "accuses", ("pasco",)),
    ("Pasco withheld evidence", "accuses", ("pasco",)),
    ("Kettering hid the ledger", "accuses", ("kettering",)),
    ("The soldiers fired at the miners", "accuses", ("soldiers",)),
    ("The guards fired on the crowd", "accuses", ("guards",)),
    ("Marrow shot at the priest", "accuses", ("marrow",)),
    ("Odell abandoned his crew", "accuses", ("odell",)),
    ("Odell deserted his wife", "accuses", ("odell",)),
    ("Odell deserted his post", "accuses", ("odell",)),
    ("Marrow pushed the widow off the pier", "accuses", ("marrow",)),
    ("Voss left the wounded behind", "accuses", ("voss",)),
    ("The doctor infected the prisoners deliberately", "accuses", ("doctor",)),
    ("Lamb vaccinated the orphans without permission", "accuses", ("lamb",)),
    ("The prisoners were beaten", "accuses", ("",)),
    ("Odell was beaten by Pasco", "accuses", ("pasco",)),
    ("The warders beat the patients", "accuses", ("warders",)),
    ("Pasco whipped the boys", "accuses", ("pasco",)),
    ("The overseer starved the convicts", "accuses", ("overseer",)),
    ("The overseer kicked the old man", "accuses", ("overseer",)),
    ("Kettering silenced the witnesses", "accuses", ("kettering",)),
    ("The troopers slaughtered the villagers", "accuses", ("troopers",)),
    ("Kettering breached the contract", "accuses", ("kettering",)),
    ("The constables stood by", "accuses", ("constables",)),
    ("The constables stood by while the shop burned", "accuses", ("constables",)),
    ("Odell exploited the orphans", "accuses", ("odell",)),
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
