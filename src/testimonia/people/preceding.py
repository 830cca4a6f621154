"""What stands before a candidate: titles, articles, prepositions, verbs, brackets."""

from __future__ import annotations

import re

from testimonia.words.gazetteer import is_known_place
from testimonia.words.kinds import kind_words
from testimonia.words.titles import is_calling, is_courtesy, is_title

from .candidates import Candidate
from .clues import clues
from .sequences import PREPOSITIONS, has_noun_after
from .tokens import Tokens
from .word_sorts import sort_of

__all__ = ["ARTICLES", "by_what_precedes", "opens_sentence"]

ARTICLES = frozenset("the a an this these those every each no some any".split())
_SENTENCE_ENDS = frozenset(".!?:…")
_OPENERS = " \t\"“”‘’'([«„—-–*_"
_OPENS_BRACKET = re.compile(r"[\[(]\s*$")
_OF_A_DATE = re.compile(r"\d(?:st|nd|rd|th)? of $")
_LEADING = frozenset("to from for towards toward through via into at round".split())
_DETERMINERS = frozenset("a an my his her its our their your this that some any".split())
_HONOURS = frozenset("order prize medal award cross".split())  # "the Order of Hartley"
_NAMING = frozenset(("named", "called"))
_BODIES = frozenset(
    "company firm bank house enterprise business concern corporation trust fund society party club organisation "
    "organization newspaper paper journal magazine ship steamer boat vessel brig schooner estate farm factory works "
    "mill mine plant street village town city hamlet island horse dog".split()
)
_GERMAN_ARTICLES = frozenset("der die das dem den des ein eine einem einen einer eines".split())
_FOREIGN_ARTICLES = frozenset("la le les el los las".split())
_BEFORE_ARTICLE = frozenset("de d van von".split())
_BORN = frozenset("né née nés demeurant habitant domicilié domiciliée arrivé arrivée descendu descendue".split())
_SAINT = frozenset(("st", "saint", "ste"))
_SPOKEN_TO = frozenset(  # whom a letter greets so has no name there
    "friend friends colleague colleagues neighbour neighbor companion brethren pupil partner child children parents "
    "reader readers countrymen nephew niece son daughter".split()
)
_LONGEST_TITLE = 5  # letters of an abbreviated title, whose full stop ends no sentence
_OFFICE_OF = frozenset(  # what ends the name of a minister's office
    "state war treasury commerce labor labour defence defense interior agriculture justice education health "
    "transport finance finances trade affairs navy marine exchequer works industry supply council".split()
)
_LONGEST_OFFICE = 6  # words
_PARTED = re.compile(r"\s?(?:--|[-–—:])\s?")
_SEVERAL_EVENTS = frozenset(
    "trials cases affairs plots scandals incidents revolts uprisings strikes conferences".split()
)
_HEIGHTS = frozenset("ben mount mont monte piz pic pico cerro jebel djebel kuh gora mynydd slieve sgurr".split())
_HIGHER = frozenset("higher lower taller top summit foot slopes slope flank ridge shoulder ascent climbing".split())
_FAR = 9  # words between "gave" and "to"


def opens_sentence(tokens: Tokens, n: int) -> bool:
    """Whether the word stands where any word has a capital."""
    if n == 0 or n - 1 in tokens.asked:
        return True
    before = tokens.before(n)
    if "\n" in before:
        return True
    kept = before.strip(_OPENERS)
    if not kept:
        return '"' in before or "“" in before
    if kept == "." and before.startswith("."):
        word = tokens.words[n - 1]
        return not (len(word) == 1 and word.isupper()) and not (is_title(word) and len(word) < _LONGEST_TITLE)
    return kept[-1] in _SENTENCE_ENDS


def by_what_precedes(found: Candidate) -> list[str]:
    """The features of a candidate by what is printed before it."""
    features: list[str] = []
    tokens, n = found.tokens, found.first
    if found.titles:
        features += _by_titles(found)
        n = found.titles[0]
    before = tokens.before(n)
    if opens_sentence(tokens, n):
        features.append("first in its sentence")
    if _OPENS_BRACKET.search(before):
        features += _by_bracket(found, n)
    if before == ", " and n and is_calling(tokens.words[n - 1]) and tokens.words[n - 1][0].islower():
        features.append("role before it")
    if n and _PARTED.fullmatch(before) and tokens.low(n - 1) in _SEVERAL_EVENTS:
        features.append("-one of several events")
    if n and not found.titles and _has_office_before(found, n):
        return [*features, "office before it"]
    if n == 0 or found.titles or not _stands_close(tokens, n):
        return features
    if before == " " and _is_word_with_capital(tokens, n - 1):
        features.append("-after another word with a capital")
    low = tokens.low(n - 1)
    feature = _after_of(found) if low == "of" else _after_preposition(found, low) or _after_word(found, low)
    return [*features, feature] if feature else features


def _stands_close(tokens: Tokens, n: int) -> bool:
    """Whether nothing but a space parts the word from the one before, or the full stop of "St."."""
    mark = tokens.before(n).strip(" \n")
    return not mark or (mark == "." and tokens.before(n).startswith(".") and tokens.low(n - 1) in _SAINT)


def _by_titles(found: Candidate) -> list[str]:
    tokens = found.tokens
    words = [tokens.words[n] for n in found.titles]
    small = [word for word in words if word[0].islower()]
    determined = tokens.low(found.titles[0] - 1) in _DETERMINERS
    if found.key in _SPOKEN_TO:
        return ["-a title, but a word of the language"]  # "Dear Colleague"
    if any(is_courtesy(word) for word in words):
        return ["form of address before it"]
    if any(word[0].isupper() and is_title(word) for word in words):
        return ["title before it" if _stands_titled(found) else "-a title, but a word of the language"]
    if small and small[-1] in _NAMING and _is_body(tokens, found.titles[-1] - 1):
        return ["-called a firm"]
    if any(is_calling(word) or word in _NAMING for word in small):
        return ["calling before it"]
    if not small:
        return []
    return ["-after an article" if determined else "adjective before it"]


def _has_office_before(found: Candidate, n: int) -> bool:
    """Whether the words before it are an office with what it is the office of: "Secretary of State Reed"."""
    tokens = found.tokens
    if tokens.before(n) != " " or not found.weak or _is_longer(found):
        return False
    if (
        found.key in _OFFICE_OF
        or tokens.low(n - 1) not in _OFFICE_OF
        or not tokens.words[n - 1][0].isupper()
        or tokens.owns(n - 1)
    ):
        return False
    at = n - 2
    while at > 0 and tokens.words[at][0].isupper() and n - at < _LONGEST_OFFICE:
        at -= 1
    if tokens.low(at) == "the":
        at -= 1
    if at < 1 or tokens.low(at) not in ("of", "to", "for") or "." in tokens.text[tokens.starts[at] : found.start]:
        return False
    office = tokens.words[at - 1]
    return office[0].isupper() and (is_title(office) or is_calling(office)) and not is_courtesy(office)


def _is_body(tokens: Tokens, n: int) -> bool:
    """Whether the word is one for what has a name and is no person: "the company called Harlan"."""
    low = tokens.low(n)
    return low in _BODIES or low in kind_words("locatives")


def _stands_titled(found: Candidate) -> bool:
    """Whether "Captain Reed" stands there, and not "the General Staff" or "Deputy Minister"."""
    tokens = found.tokens
    if not found.weak:
        return True
    return sort_of(tokens.words[found.last]) == "common" and tokens.low(found.titles[0] - 1) != "the"


def _by_bracket(found: Candidate, n: int) -> list[str]:
    tokens = found.tokens
    closing = tokens.text[tokens.after[found.last] : tokens.after[found.last] + 2].lstrip()[:1]
    if closing == ")" and n and _names_a_body(tokens.words[n - 1]):
        return ["-explains what stands before it"]
    return ["alone in brackets"] if closing in ("]", ")") and closing else []


def _names_a_body(word: str) -> bool:
    """Whether the word ends the name of a body or place: "the Savings Bank (Granit)"."""
    return word[0].isupper() and (sort_of(word) in ("common", "thing", "people") or (word.isupper() and len(word) > 1))


def _is_word_with_capital(tokens: Tokens, n: int) -> bool:
    """Whether the word is one of the language that has its capital from being part of a name: "Metro Hartley"."""
    word = tokens.words[n]
    if not word[0].isupper() or sort_of(word) not in ("common", "thing"):
        return False
    return not opens_sentence(tokens, n) and not tokens.owns(n)


def _after_of(found: Candidate) -> str | None:
    tokens, n, clue = found.tokens, found.first, clues()
    noun = tokens.low(n - 2)
    if _OF_A_DATE.search(tokens.text, max(0, found.start - 8), found.start):
        return "-a date"
    if noun in clue["firms"]:
        return "-a firm"
    if noun in _HONOURS and tokens.words[n - 2][0].isupper():
        return "-part of a longer name"
    if n > 1 and _is_name(tokens, n - 2):
        return "-of it, after a name"
    if noun in clue["of"]:
        return "-after 'town of'"
    if tokens.owns(found.last):
        return None
    if noun in clue["bodies' things"]:
        return "-owns what bodies have"
    if noun in clue["offices"]:
        return "-an office of it"
    return "whose thing it is" if noun in clue["persons' things"] else None


def _is_name(tokens: Tokens, n: int) -> bool:
    """Whether "of" after the word says where somebody or something belongs: "Hartley of", "the Armenians of"."""
    word = tokens.words[n]
    if not word[0].isupper() or tokens.gap(n) != " " or tokens.owns(n):
        return False
    sorts = ("name", "forename", "people", "title", "courtesy", "thing")
    return sort_of(word) in sorts or word.casefold().endswith("s")


def _after_preposition(found: Candidate, low: str) -> str | None:
    """The feature after a preposition of place or direction; ``None`` if another word stands there."""
    tokens, n, clue = found.tokens, found.first, clues()
    owns, before = tokens.owns(found.last), tokens.low(n - 2)
    if (low in clue["in"] or (low == "à" and before in _BORN)) and not owns:
        return "-after 'in' or 'at'"
    known = found.key in clue["regions"] or is_known_place(found.text)
    if low == "to" and not known and any(tokens.low(n - k) in clue["giving"] for k in range(2, _FAR)):
        return "given or said to"
    if low in _LEADING and before in clue["motions"] and not owns:
        return "-after a word of motion"
    if low == "from" and _leads_on(tokens, found.last):
        return "-from one to the other"
    if low in ("from", "to") and before in clue["speech nouns"] and not known:
        return "whose thing it is"
    if low in clue["to"] and not (low == "from" and before == "apart"):
        return "-after 'from' or 'to'"
    return None


def _leads_on(tokens: Tokens, n: int) -> bool:
    """Whether "to Lowestoft" follows, as in "from Hartley to Lowestoft"."""
    return tokens.low(n + 1) == "to" and n + 2 < len(tokens.words) and tokens.words[n + 2][0].isupper()


def _is_longer(found: Candidate) -> bool:
    """Whether a word with a capital follows, so that "the" goes with the longer name: "the Hartley Institute"."""
    tokens, n = found.tokens, found.last
    return tokens.gap(n) == " " and n + 1 < len(tokens.words) and tokens.words[n + 1][0].isupper()


def _is_height(found: Candidate) -> bool:
    """Whether it is named as mountains are ("higher than Ben Thoy", "the top of Ben Thoy")."""
    tokens, n = found.tokens, found.first
    if tokens.low(n) not in _HEIGHTS or found.last == n:
        return False
    return tokens.low(n - 1) in ("up", "down", "climbed", "on") or tokens.low(n - 2) in _HIGHER


def _after_word(found: Candidate, low: str) -> str | None:
    tokens, n, clue = found.tokens, found.first, clues()
    if low == "the" and tokens.owns(found.last):
        return "-after 'the'"  # "the Foreman's house"
    if low == "the":
        told_apart = has_noun_after(tokens, found.last) or tokens.low(found.last + 1) == "who" or _is_longer(found)
        return "-after 'the', with a noun" if told_apart else "-after 'the'"
    if low in PREPOSITIONS.get(tokens.language, ()) and tokens.words[n - 1][0].islower():
        return "-after a word for 'of'"
    if low in ("than", "up", "down", "of", "climbed", "on") and _is_height(found):
        return "-a height"
    if low in ARTICLES or (low in _GERMAN_ARTICLES and tokens.language not in ("en", "de")):
        return "-after an article"
    if low in _FOREIGN_ARTICLES and tokens.low(n - 2) not in _BEFORE_ARTICLE:
        return "-after a foreign article"
    if low in _SAINT and tokens.words[n - 1][0].isupper():
        return "-after 'Saint'"
    if low in clue["done to persons"]:
        return "object of what is done to persons"
    return "after 'by' or 'with'" if low in clue["prepositions"] else None
