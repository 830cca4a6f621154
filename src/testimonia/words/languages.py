"""Which language a text is in, by its commonest words.

Enough to switch off what knows one language only; it does not tell near relatives apart where a text is short.
"""

from __future__ import annotations

import re
from collections import Counter

__all__ = ["guess_language", "language_within"]

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000  # code points read at the beginning and again in the middle: some 3,000 words each
_LEAST_SHARE = 0.08  # of all words; running text of a language has 15-40 % of its words in these lists
_COMMON = {
    "en": "the of and to in was that he is for his with as had by it on at from were which this not be have",
    "de": "der die und den von zu das mit sich des auf für ist nicht ein eine dem als auch es wurde war",
    "fr": "le la les et des en un du une que est dans qui pour au par il sur ne pas se plus ce avec sont",
    "es": "el la de que y en los del las un por con una su para es al lo como más se fue no sus",
    "it": "il di che la e un per del non una in le della con si da i dei al gli come nel sono è",
    "pt": "o a de que e do da em um para com não uma os no se na por mais as dos como mas foi ao",
    "nl": "de het een van en in is dat op te zijn voor met die niet aan er om ook als dan maar bij",
    "sv": "och att det som en på är av för med den till inte om ett men var sig så från han",
    "pl": "i w na z do się nie że to jest o od przez jak po był ale są za dla oraz być",
    "ru": "и в не на что с он как из по но за от его это был для было же так или",
}
_LISTS = {language: frozenset(words.split()) for language, words in _COMMON.items()}


_LEAST_WORDS = 8  # of a passage whose language may be another than its page's
_PLAIN_SHARE, _AHEAD = 0.2, 2.0  # of its words in the list of that language, and how far before the page's own


def language_within(text: str, usual: str) -> str:
    """The language of a passage of a page that is in the ``usual`` one: another only where that is plain.

    >>> language_within("Le garde me dit que la barque est dans le port.", "en"), language_within("Le Havre.", "en")
    ('fr', 'en')
    """
    words = _WORD.findall(text[:_SAMPLE].lower())
    own = _LISTS.get(usual)
    if len(words) < _LEAST_WORDS or own is None:
        return usual
    shares = {language: sum(word in listed for word in words) / len(words) for language, listed in _LISTS.items()}
    best = max(shares, key=lambda language: shares[language])
    plain = shares[best] >= _PLAIN_SHARE and shares[best] >= _AHEAD * shares[usual]
    return best if plain else usual


def guess_language(text: str) -> str | None:
    """The ISO 639-1 code of the text's language; ``None`` where no known language is plainly ahead.

    >>> guess_language("The ferry had left, and the harbour master said that it was the last of the night.")
    'en'
    >>> guess_language("Die Fähre war fort, und der Hafenmeister sagte, es sei die letzte der Nacht gewesen.")
    'de'
    >>> guess_language("1234 XYZ") is None
    True
    """
    middle = len(text) // 2
    sample = text if len(text) <= 2 * _SAMPLE else text[:_SAMPLE] + "\n" + text[middle : middle + _SAMPLE]
    counts = Counter(_WORD.findall(sample.lower()))
    total = sum(counts.values())
    if not total:
        return None
    shares = {language: sum(counts[word] for word in words) / total for language, words in _LISTS.items()}
    best = max(shares, key=lambda language: shares[language])
    return best if shares[best] >= _LEAST_SHARE else None
