"""Closed classes of English words: what stands between a subject and its verb, before a noun, or for a name.

All in small letters. They serve rules that read a sentence without a parser.
"""

from __future__ import annotations

__all__ = [
    "ADVERBIAL",
    "BE",
    "DETERMINERS",
    "FEMALE",
    "FIRST",
    "MALE",
    "NO_PHRASE",
    "PLURAL",
    "PREPOSITIONS",
    "SUBORDINATORS",
]

# between a subject and its verb: auxiliaries, and adverbs that do not end in -ly
ADVERBIAL = frozenset(
    "had has have was were is are be been being did do does would will shall should could can may might must also then "
    "once later again now only even merely simply just still already further therefore thus however always never often "
    "himself herself themselves itself not to afterwards afterward thereupon meanwhile presently soon today yesterday "
    "recently finally subsequently eventually first next here there both all and or".split()
)
BE = frozenset("was were is are be been being am".split())
PREPOSITIONS = frozenset(
    "of in to by with from for on at against about after before over under through between among without within upon "
    "toward towards concerning regarding like despite during since until than as near behind beside besides beyond via "
    "per into onto unlike".split()
)
DETERMINERS = frozenset(
    "the a an this that these those his her its their our my some one another both all two three four several "
    "many".split()
)
# never the noun of a phrase that could be a subject
NO_PHRASE = frozenset("who which that what when where while because if but and or so then as it there here you".split())
SUBORDINATORS = frozenset("when while after before if as since although though because once until whenever".split())
MALE = frozenset("he him his himself".split())
FEMALE = frozenset("she her hers herself".split())
PLURAL = frozenset("they them their themselves".split())
FIRST = frozenset("i we me my us our myself".split())
