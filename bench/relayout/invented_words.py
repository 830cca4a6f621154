"""Words for the invented sourcebooks: subjects that have nothing to do with one another, and people who never lived."""

# ruff: noqa: E501 (lists of words)

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["FAMILIES", "GIVEN", "PLACES", "PUBLISHERS", "SUBJECTS", "Subject"]


@dataclass(frozen=True, slots=True)
class Subject:
    """What a book is about: the slots that sentences, claims and titles are filled from."""

    name: str
    title: str
    years: tuple[int, int]
    sites: tuple[str, ...]
    roles: tuple[str, ...]
    things: tuple[str, ...]
    deeds: tuple[str, ...]  # what people did, in the past tense
    bodies: tuple[str, ...]
    matters: tuple[str, ...]


SUBJECTS = (
    Subject(
        "waterworks", "The Fever at Aldermoor", (1871, 1889),
        ("Aldermoor", "the Low Pumping Station", "Quarry Lane", "the Infirmary", "Saint Bride's parish", "Thornley Reservoir"),
        ("the engineer", "the medical officer", "the turncock", "the matron", "the town clerk", "a pump attendant"),
        ("the filter beds", "a cracked main", "the sluice", "the sealed returns", "a sample of the water", "the minute book"),
        ("opened the sluice", "signed the returns", "shut the lower main", "warned the committee", "altered the figures",
         "walked the whole length of the culvert", "kept silent", "ordered the wells closed", "paid the carters twice"),
        ("the Water Committee", "the Board of Guardians", "the Ratepayers' Union", "the Inspectorate"),
        ("the price of coal", "the state of the drains", "the second outbreak", "the contract for pipes", "the closing of the wells"),
    ),
    Subject(
        "expedition", "Wintering on the Graa Coast", (1896, 1904),
        ("Cape Lund", "the winter hut", "the inner fjord", "the depot at Seal Point", "the pack", "Vesterhavn"),
        ("the second mate", "the surgeon", "the sledge master", "the cook", "the botanist", "the interpreter"),
        ("the chronometer", "the last cask of lime juice", "a dog team", "the whaleboat", "the ice saw", "the sealed log"),
        ("turned back at the pressure ridge", "burned the spare mast", "shared out the pemmican", "read the log aloud",
         "mended the runners", "hid the spirit", "struck the flag", "took the northern route", "lost two toes"),
        ("the Society", "the Court of Inquiry", "the Harbour Office", "the subscribers"),
        ("the loss of the depot", "the scurvy", "the quarrel over the route", "the count of the dogs", "the drift of the ship"),
    ),
    Subject(
        "weavers", "The Long Strike in Sainte-Orse", (1902, 1913),
        ("the upper mill", "rue des Fossés", "the prefecture", "Sainte-Orse", "the dye house", "the café Brunel"),
        ("the foreman", "a ribbon weaver", "the sub-prefect", "the widow Lacombe", "the mill owner", "the schoolmaster"),
        ("the strike fund", "a red handbill", "the piece rates", "the locked gates", "the police register", "a basket of bread"),
        ("carried the fund across the river", "refused the new rates", "struck the first blow", "burned the register",
         "printed the handbill at night", "let the dragoons through", "called off the march", "took back the letter"),
        ("the Weavers' Chamber", "the Republican Club", "the Conseil général", "the Comité de secours"),
        ("the piece rates", "the shooting at the bridge", "the hunger of that winter", "the arbitration", "the stolen ledger"),
    ),
)  # fmt: skip

GIVEN = (
    "Alma", "Bertil", "Cecily", "Dorothea M.", "E. J.", "Fridtjof", "Geoffrey", "H. R.", "Ingeborg", "Jean-Luc", "Katharina", "Léon",
    "Margaret", "Nils Otto", "Ottoline", "P. W.", "Quentin", "Rosalind", "Søren", "Théodore", "Ursula K.", "Viktor", "Winifred", "Zoë",
)  # fmt: skip
FAMILIES = (
    "Abernethy", "Bjørnstad", "Castellane", "de la Tour", "Easterbrook", "Fairweather", "Grønvold", "Hallam-Price", "Iversen",
    "Jessop", "Kirkbride", "Lindqvist", "MacAllister", "Nørregaard", "O'Hanlon", "Pembury", "Quillfeather", "Rasmussen", "St. Clair",
    "Tregarthen", "Underhill", "van der Meer", "Wetherby", "Yeoman", "Zetterberg",
)  # fmt: skip
PLACES = (
    "London", "Leeds", "Oslo", "Copenhagen", "Paris", "Lyon", "Edinburgh", "New York", "Boston", "Cambridge, Mass.", "London; New York",
    "Berlin; Leipzig", "Uppsala", "Chicago", "Cambridge", "The Hague",
)  # fmt: skip
PUBLISHERS = (
    "Northgate", "Hodder & Marsh", "Gyldenløve", "Presses de la Saône", "Arden & Sons", "University of Skagen Press", "Tallow Lane",
    "Brill and Barrow", "The Minster Press", "Société des Textes", "Quay Street Books", "Larkspur University Press",
)  # fmt: skip
