"""Romanisations as the published tables have them, written for the bench alone.

Each is a function from a name in its own letters to a spelling. They were written from the standards, apart from the
engine's tables, so that a slip in those shows here: ALA-LC 2012, BGN/PCGN 1947, ISO 9:1995, GOST 7.79-2000 B,
ISO/R 9:1968, Duden (German), French usage as in Soviet passports, Order 310 of 1997, ICAO Doc 9303, PWN (Polish);
for Ukrainian ALA-LC, BGN/PCGN 1965, resolution 55 of 2010, ISO/R 9 and Duden.
"""

from __future__ import annotations

from collections.abc import Callable

Romaniser = Callable[[str], str]

RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
VOWELS = set("аеёиоуыэюя")


def _table(spellings: str, letters: str = RUSSIAN) -> dict[str, str]:
    parts = ["" if part == "-" else part for part in spellings.split()]
    return dict(zip(letters, parts, strict=True))


def _by_table(table: dict[str, str], word: str) -> str:
    return "".join(table.get(letter, letter) for letter in word)


def _cased(romanise: Romaniser) -> Romaniser:
    def whole(name: str) -> str:
        words = []
        for word in name.split():
            spelt = "-".join(romanise(part.lower()) for part in word.split("-"))
            words.append("-".join(part[:1].upper() + part[1:] for part in spelt.split("-")))
        return " ".join(words)

    whole.__name__ = romanise.__name__
    return whole


ALA = _table("a b v g d e ë zh z i ĭ k l m n o p r s t u f kh t͡s ch sh shch ʺ y ʹ ė i͡u i͡a")


@_cased
def ala_lc(word: str) -> str:
    return _by_table(ALA, word)


@_cased
def ala_lc_plain(word: str) -> str:
    return _by_table(_table("a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch - y - e iu ia"), word)


@_cased
def ala_lc_signs(word: str) -> str:
    """Without diacritics, but with the apostrophes that any typewriter has."""
    return _by_table(_table("a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch \" y ' e iu ia"), word)


def _yotated(word: str, at: int) -> bool:
    return at == 0 or word[at - 1] in VOWELS or word[at - 1] in "йъь"


def _bgn(word: str, signs: bool) -> str:
    table = _table("a b v g d e ë zh z i y k l m n o p r s t u f kh ts ch sh shch ” y ’ e yu ya")
    out = []
    for at, letter in enumerate(word):
        if letter in "её" and _yotated(word, at):
            out.append("ye" if letter == "е" else "yë" if signs else "yo")
        elif letter in "ъь" and not signs:
            continue
        elif letter == "ё" and not signs:
            out.append("e")
        else:
            out.append(table.get(letter, letter))
    return "".join(out)


@_cased
def bgn_pcgn(word: str) -> str:
    return _bgn(word, True)


@_cased
def bgn_pcgn_plain(word: str) -> str:
    return _bgn(word, False)


@_cased
def iso_9(word: str) -> str:
    return _by_table(_table("a b v g d e ë ž z i j k l m n o p r s t u f h c č š ŝ ʺ y ʹ è û â"), word)


@_cased
def gost_b(word: str) -> str:
    spelt = _by_table(_table("a b v g d e yo zh z i j k l m n o p r s t u f x cz ch sh shh '' y' ' e' yu ya"), word)
    for vowel in "eijy":
        spelt = spelt.replace("cz" + vowel, "c" + vowel)
    return spelt


@_cased
def scholarly(word: str) -> str:
    return _by_table(_table("a b v g d e ë ž z i j k l m n o p r s t u f x c č š šč ʺ y ʹ ė ju ja"), word)


@_cased
def scholarly_ch(word: str) -> str:
    """As German and older English Slavists have it: ch for х, е for ё."""
    return _by_table(_table("a b v g d e e ž z i j k l m n o p r s t u f ch c č š šč ʺ y ʹ ė ju ja"), word)


@_cased
def german(word: str) -> str:
    table = _table("a b w g d e jo sch s i i k l m n o p r s t u f ch z tsch sch schtsch - y - e ju ja")
    word = word.replace("кс", "x")
    out = []
    for at, letter in enumerate(word):
        before, after = word[at - 1 : at], word[at + 1 : at + 2]
        if letter == "е" and _yotated(word, at):
            out.append("je")
        elif letter == "ё" and before in "жчшщ" and before:
            out.append("o")
        elif letter == "с" and before in VOWELS and after in VOWELS and before and after:
            out.append("ss")
        elif letter == "й" and before in ("и", "ы"):
            continue
        elif (letter == "й" and after in VOWELS and after) or (letter == "ь" and after == "о"):
            out.append("j")
        else:
            out.append(table.get(letter, letter))
    return "".join(out)


@_cased
def german_old(word: str) -> str:
    """German books before Duden: sh for ж, Ss at the beginning, -off now and then left to the press."""
    spelt = german(word).lower()
    if word.startswith("с") and len(word) > 1 and word[1] in VOWELS:
        spelt = "s" + spelt
    at = word.find("ж")
    return spelt.replace("sch", "sh", 1) if at >= 0 and not set(word) & set("шщч") else spelt


@_cased
def french(word: str) -> str:
    table = _table("a b v g d e io j z i ï k l m n o p r s t ou f kh ts tch ch chtch - y - e iou ia")
    out = []
    for at, letter in enumerate(word):
        before, after = word[at - 1 : at], word[at + 1 : at + 2]
        if letter == "г" and after in set("еиэы") and after:
            out.append("gu")
        elif letter == "с" and before in VOWELS and after in VOWELS and before and after:
            out.append("ss")
        elif letter == "е" and before and before in "ьъ":
            out.append("ie")
        elif letter == "ё" and before in "жчшщ" and before:
            out.append("io" if before == "ж" else "o")
        elif letter == "й" and before in ("и", "ы"):
            continue
        elif letter == "й" and not after:
            out.append("ï")
        else:
            out.append(table.get(letter, letter))
    spelt = "".join(out)
    if word.endswith(("ин", "ын")):
        spelt += "e"
    return spelt


@_cased
def soviet_passport(word: str) -> str:
    """French without its accents, as passports had it until 1997."""
    return french(word).lower().replace("ï", "i")


@_cased
def order_310(word: str) -> str:
    table = _table('a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch " y - e yu ya')
    out = []
    for at, letter in enumerate(word):
        if letter == "е" and at and word[at - 1] == "ь":
            out.append("ye")
        else:
            out.append(table.get(letter, letter))
    return "".join(out).replace('"', "")


@_cased
def icao(word: str) -> str:
    return _by_table(_table("a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y - e iu ia"), word)


@_cased
def polish(word: str) -> str:
    table = _table("a b w g d ie io ż z i j k ł m n o p r s t u f ch c cz sz szcz - y - e iu ia")
    out = []
    for at, letter in enumerate(word):
        before, after = word[at - 1 : at], word[at + 1 : at + 2]
        if letter in "еёюя" and (at == 0 or before in VOWELS or before in "ьъй"):
            out.append({"е": "je", "ё": "jo", "ю": "ju", "я": "ja"}[letter])
        elif letter == "е" and before in "жчшщцл":
            out.append("e")
        elif letter == "ё" and before in "жчшщцл":
            out.append("o")
        elif letter in "юя" and before == "л":
            out.append({"ю": "u", "я": "a"}[letter])
        elif letter == "и" and before in "жшц" and before:
            out.append("y")
        elif letter == "л":
            out.append("l" if after and after in "иеёюяь" else "ł")
        elif letter == "ь":
            out.append(
                ""
                if before == "л" or after in VOWELS
                else {"н": "\u0301", "с": "\u0301", "з": "\u0301"}.get(before, "")
            )
        elif (letter == "й" and before == "и" and not after) or (letter == "й" and before == "ы" and not after):
            continue
        else:
            out.append(table.get(letter, letter))
    import unicodedata

    return unicodedata.normalize("NFC", "".join(out)).replace("kij", "ki")


RUSSIAN_SCHEMES: tuple[Romaniser, ...] = (
    ala_lc,
    ala_lc_plain,
    ala_lc_signs,
    bgn_pcgn,
    bgn_pcgn_plain,
    iso_9,
    gost_b,
    scholarly,
    scholarly_ch,
    german,
    german_old,
    french,
    soviet_passport,
    order_310,
    icao,
    polish,
)

UKRAINIAN = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"


@_cased
def ala_lc_uk(word: str) -> str:
    return _by_table(
        _table("a b v h g d e i͡e z͡h z y i ï ĭ k l m n o p r s t u f kh t͡s ch sh shch ʹ i͡u i͡a", UKRAINIAN), word
    ).replace("'", "")


@_cased
def bgn_pcgn_uk(word: str) -> str:
    return _by_table(
        _table("a b v h g d e ye zh z y i yi y k l m n o p r s t u f kh ts ch sh shch ’ yu ya", UKRAINIAN), word
    ).replace("'", "”")


@_cased
def bgn_pcgn_uk_plain(word: str) -> str:
    return bgn_pcgn_uk(word).lower().replace("’", "").replace("”", "")


@_cased
def national_uk(word: str) -> str:
    word = word.replace("'", "")
    table = _table("a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch - iu ia", UKRAINIAN)
    first = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
    return first.get(word[:1], table.get(word[:1], "")) + _by_table(table, word[1:]).replace("зг", "zgh")


@_cased
def scholarly_uk(word: str) -> str:
    return _by_table(
        _table("a b v h g d e je ž z y i ji j k l m n o p r s t u f x c č š šč ʹ ju ja", UKRAINIAN), word
    ).replace("'", "")


@_cased
def german_uk(word: str) -> str:
    word = word.replace("'", "")
    table = _table("a b w h g d e je sch s y i ji j k l m n o p r s t u f ch z tsch sch schtsch - ju ja", UKRAINIAN)
    return _by_table(table, word)


@_cased
def english_uk(word: str) -> str:
    """As emigrants and newspapers spell: -sky, y for и, no signs."""
    word = word.replace("'", "").replace("ь", "")
    if word.endswith("ий"):
        word = word[:-2] + "и"
    if word.endswith("ій"):
        word = word[:-1]
    table = _table("a b v h g d e ye zh z y i yi i k l m n o p r s t u f kh ts ch sh shch - yu ya", UKRAINIAN)
    return _by_table(table, word)


UKRAINIAN_SCHEMES: tuple[Romaniser, ...] = (
    ala_lc_uk,
    bgn_pcgn_uk,
    bgn_pcgn_uk_plain,
    national_uk,
    scholarly_uk,
    german_uk,
    english_uk,
)
