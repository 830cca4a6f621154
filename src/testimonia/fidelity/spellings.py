"""Words that may be written in two ways: spelling, misprints, "don't" and "do not", "Capt." and "Captain", "2nd".

Whatever is told apart here says the same to whoever hears it read aloud, so that nothing hangs on it.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..words.amounts import read_number
from ..words.calendars import ORDINALS
from ..words.lexicon import is_common_word, is_english_word
from ..words.variants import letters_apart, plain_form

__all__ = ["NEGATIONS", "is_spelling", "ordinal", "spelt_out"]

NEGATIONS = frozenset(
    "not no never none nobody nothing neither nor nowhere without cannot hardly scarcely barely "
    "nicht kein keine keinen keinem keiner keines nie niemals niemand nichts weder ohne "
    "ne pas jamais aucun aucune personne rien sans "
    "niet geen nooit niemand niets zonder inte icke ikke ej aldrig aldri ingen inget intet "
    "ni nunca jamás nadie nada ningún ninguno ninguna não nem ninguém sem nenhum "
    "non nessuno nessuna niente nulla senza né nie nigdy nikt nic "
    "не ни нет никогда никто ничего без ні немає ніколи ніхто нічого "
    "δε δεν μη μην ποτέ κανείς τίποτα χωρίς ούτε".split()
)
_SHORT = 5  # letters: two shorter words that differ by one are mostly two words
_SHORTEST = 3
_VERBS = "do does did is are was were has have had could would should must need might".split()
_CONTRACTED = {f"{verb}nt": [verb, "not"] for verb in _VERBS} | {
    "cant": ["can", "not"],
    "cannot": ["can", "not"],
    "wont": ["will", "not"],
    "shant": ["shall", "not"],
}
_CUT_SHORT = {
    short: full
    for full, shorts in {
        "doctor": "dr", "mister": "mr", "professor": "prof", "saint": "st", "captain": "capt", "colonel": "col",
        "general": "gen genl", "lieutenant": "lt lieut", "major": "maj", "sergeant": "sgt sergt serjeant",
        "reverend": "rev revd", "honourable": "hon", "number": "no nr", "company": "coy",
    }.items()
    for short in shorts.split()
}  # fmt: skip


def ordinal(word: str) -> int | None:
    """Which place in a row a folded word says, in letters or figures.

    >>> ordinal("2nd"), ordinal("2d"), ordinal("twenty-first"), ordinal("two")
    (2, 2, 21, None)
    """
    if word in ORDINALS:
        return ORDINALS[word]
    figures = word.rstrip("stndrh")
    return int(figures) if figures.isdecimal() and word[len(figures) :] in ("st", "nd", "rd", "d", "th") else None


def spelt_out(words: Sequence[str]) -> list[str]:
    """Folded words in one form of writing, numbers and places in a row in figures.

    >>> spelt_out(["didnt"]) == spelt_out(["did", "not"]), spelt_out(["twenty", "first"]) == spelt_out(["21st"])
    (True, True)
    >>> spelt_out(["forty", "two"]) == spelt_out(["42"]), spelt_out(["three"]) == spelt_out(["third"])
    (True, False)
    """
    found: list[str] = []
    at = 0
    while at < len(words):
        pair = "-".join(words[at : at + 2])
        place, value = ordinal(pair), read_number(pair) if "-" in pair and words[at] != "a" else None
        if place is not None or (value is not None and value == int(value)):
            found.append(f"{place}th" if place is not None else str(int(value or 0)))
            at += 2
            continue
        word = words[at]
        place = ordinal(word)
        found += (
            [f"{place}th"] if place is not None else _CONTRACTED.get(word) or [plain_form(_CUT_SHORT.get(word, word))]
        )
        at += 1
    return found


def is_spelling(ours: str, theirs: str, *, named: tuple[bool, bool]) -> bool:
    """Whether two folded words are one, spelt or misprinted otherwise; ``named`` says which begin with a capital.

    Two words of the language are two, and so are two of another language, which no list here knows; two names that
    differ by a letter may be one. What says "not" is never a misprint.

    >>> is_spelling("harbor", "harbour", named=(False, False)), is_spelling("tbe", "the", named=(False, False))
    (True, True)
    >>> is_spelling("keine", "seine", named=(False, False)), is_spelling("Pell", "Bell", named=(True, True))
    (False, False)
    """
    if ours == theirs or plain_form(ours) == plain_form(theirs):
        return True
    shorter = min(len(ours), len(theirs))
    if shorter < _SHORTEST or {ours, theirs} & NEGATIONS or not (ours.isalpha() and theirs.isalpha()):
        return False
    known = [is_english_word(word) for word in (ours, theirs)]
    if all(known) or letters_apart(ours, theirs, 1, swaps=True) != 1:
        return False
    if shorter < _SHORT:
        return not any(named) and any(map(is_common_word, (ours, theirs)))
    return any(known) or all(named)
