"""English words without their endings, so that two forms of one word can be set side by side.

`stem` cuts roughly and never looks a word up: what it yields is a key for comparing and no word. Function words
(articles, pronouns, prepositions, auxiliaries) say nothing of what a sentence speaks of.
"""

from __future__ import annotations

from functools import lru_cache

__all__ = ["is_function_word", "stem"]

_INFLECTIONS = "ingly edly ings ing ies ied ed es s".split()
_ENDINGS = "ations ation ments ment ously ions ion ors ers ly or er y e".split()
_SHORT = 3  # letters that stay
_LONG = 7  # letters: what comes behind them is mostly ending
_FUNCTION = frozenset(
    "the a an of in to and or that this it is was were are be been being am by for with on at from as his her its "
    "their he she they them him had has have having not no nor but who whom whose which than more most all any some "
    "if then there these those into onto out up down off about over after before under between through during "
    "against without within upon among until while when where why how what because since though although so such "
    "very own other others another each every both either neither same only also too even just still yet again ever "
    "never always once now here i you we me us my our your mine yours do did does doing done will would shall should "
    "can could may might must cannot says said say saying themselves himself herself itself myself yourself "
    "ourselves one's it's don't didn't was'nt wasn't weren't isn't aren't hadn't hasn't haven't won't wouldn't "
    "couldn't shouldn't i'm i've he's she's that's there's let's s t re ve ll d m etc ibid mr mrs".split()
)


def is_function_word(word: str) -> bool:
    """Whether a word in small letters says nothing of what is spoken of.

    >>> is_function_word("the"), is_function_word("sailed")
    (True, False)
    """
    return word in _FUNCTION


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word in small letters without its ending, at most seven letters.

    >>> stem("wounded"), stem("wounds"), stem("captain's"), stem("1871")
    ('wound', 'wound', 'captain', '1871')
    """
    if word[:1].isdecimal():
        return word
    word = word.removesuffix("'s")
    for endings in (_INFLECTIONS, _ENDINGS):
        for ending in endings:
            if word.endswith(ending) and len(word) - len(ending) >= _SHORT:
                word = word[: -len(ending)]
                break
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word[:_LONG]
