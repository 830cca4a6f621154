"""What a noun of a heading names: people, a body, somebody unnamed, a thing."""

from __future__ import annotations

from functools import cache

from testimonia.words.kinds import is_people
from testimonia.words.lexicon import is_english_word
from testimonia.words.speech import english_speech
from testimonia.words.titles import is_calling, is_title

__all__ = ["CRAFTS", "EVERYBODY", "Sort", "is_agents", "sort_of"]

CRAFTS = frozenset(
    """
    lawyer lawyers counsel attorney attorneys advocate advocates witness witnesses spokesman spokesmen barrister
    """.split()
)
EVERYBODY = frozenset(
    """
    everyone everybody all others another people persons those anyone someone nobody many some men women masses
    crew both wounded sick poor injured unemployed condemned troops police cavalry infantry militia townsfolk villagers
    survivors mob crowd tenors sopranos bourgeois bourgeoisie proletariat
    """.split()
)
_HUMANS = frozenset(
    """
    ally leader head chief boss owner master tenant victim opponent rival supporter follower member keeper
    commander ex-wife ex-husband relative hero hostage refugee exile convict patriot veteran partner aide
    adviser assistant deputy orphan slave cripple beggar baby native nomad heir bride shipmate pilgrim gipsy recruit
    conscript lunatic inmate stowaway parent
    """.split()
)
_BODIES = frozenset(
    """
    govt governments courts police secretariat center centre bloc gang ring circle faction group groups paper inquiry
    enquiry investigation army navy fleet garrison regiment battalion brigade squadron gendarmerie constabulary
    admiralty cabinet crown municipality corporation syndicate cartel clergy gentry nobility aristocracy peasantry
    consulate court-martial vestry consistory presbytery museum university college hospital orphanage railway opposition
    coalition leadership press tribe clan guild trustees governors shipowners
    """.split()
)
_SEVERAL_BODIES = frozenset(
    """
    newspapers companies banks firms unions ministries committees commissions councils courts boards parties
    agencies governments magazines churches armies regiments juries tribunals
    """.split()
)
_NO_AGENTS = frozenset(
    """
    letters orders papers numbers matters answers quarters dinners errors motors doors floors colors colours
    favors favours horrors rumors rumours labors labours offers powers towers flowers waters winters summers
    others members corners dangers fingers manners borders posters factors sectors mirrors terrors tractors
    reactors generators indicators elevators corridors harbors anchors meteors rivers layers
    ladders rudders bladders spiders
    """.split()
) - {"others", "members"}
_WORKERS = (
    "men",
    "masters",
    "keepers",
    "wrights",
    "smiths",
    "payers",
    "makers",
    "holders",
    "workers",
    "dealers",
    "owners",
)
_OFFICES = ("man", "woman", "master", "mistress", "keeper", "wright", "smith")  # "choirmaster", "gatekeeper"


class Sort:
    """What a phrase names."""

    PERSON = "person"
    GROUP = "group"
    ORG = "org"
    ANON = "anon"
    PRONOUN = "pronoun"
    THING = "thing"


@cache
def is_agents(low: str) -> bool:
    """Plural nouns for those who do something: "observers", "businessmen", "specialists"."""
    speech = english_speech()
    if low in speech.groups or low in EVERYBODY or (len(low) > 6 and low.endswith(("smen", "ists", "ites", "ians"))):
        return True
    if low.endswith(_WORKERS) and len(low) > 5:
        return True
    if not low.endswith("s") or low in _NO_AGENTS:
        return False
    single = low[:-3] + "y" if low.endswith("ies") else low[:-1]
    if single in speech.humans or single in _HUMANS or is_calling(single) or is_title(single):
        return True
    if single.endswith("or") and len(single) > 5:
        return is_english_word(single)
    if single.endswith("er") and len(single) > 4:
        stem = single[:-2]
        return (
            is_english_word(stem)
            or is_english_word(stem + "e")
            or (stem[-1:] == stem[-2:-1] and is_english_word(stem[:-1]))
        )
    return False


def sort_of(low: str) -> str:
    """What the noun that ends a phrase names."""
    speech = english_speech()
    if low in speech.bodies or low in _BODIES:
        return Sort.ORG
    if low in _SEVERAL_BODIES:
        return Sort.GROUP
    if is_agents(low) or is_people(low):
        return Sort.GROUP
    if low in ("latter", "former"):
        return Sort.THING
    people = low in speech.humans or low in speech.callings or low in CRAFTS or low in _HUMANS
    if people or low.endswith(_OFFICES) or is_agents(low + "s"):
        return Sort.ANON
    return Sort.THING
