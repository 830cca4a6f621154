"""Slips that English grammar betrays: pairs of words that cannot stand together.

Each is a pattern and what is said of it: a sentence with ``{words}``, or a function that looks closer and
returns one or ``None``. Only pairs that hardly ever stand together in sound prose are here. The page's
words are gone through once; a pattern is tried only where a word gives it away.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress, count, islice
from operator import eq

from testimonia.words.lexicon import is_english_word

__all__ = ["Slip", "find_slips", "phrases_with"]


@dataclass(frozen=True, slots=True)
class Slip:
    """A pattern, and what is wrong where it fits."""

    pattern: re.Pattern[str]
    says: str | Callable[[re.Match[str]], str | None]


_MAY_DOUBLE = frozenset(
    "had very no long far so yes ha bye there now well who what knock hear tut many more on in".split()
)
_ONLY_SMALL = frozenset(
    "a an the of to and is was were it he she they we at by for from with as or but this his her their be "
    "been are which not "
    "into than if that our your its has have will would could should can may my".split()
)
_END = r"(?![\w'’-])"
_DOUBLED = re.compile(rf"(\w+) \1{_END}(?=(?: (\w+))?)")
_AFTER_THAT_THAT = frozenset("he she it they we I you the a an this there his her".split())
_ARTICLES = re.compile(rf"\w+ \w+{_END}(?!\.)")
_NEVER_AFTER_ARTICLE = frozenset(
    "of to at by from with for and or the a an is was were be been has have had he she they we which into "
    "because whose".split()
)
_WAS_BEEN = re.compile(rf"\w+ been{_END}")
_PLURAL_AFTER_ONE = re.compile(rf"\w+ ((?:[\w'’-]+,? ){{0,2}}?)([a-z]*(?:men|women|children)){_END}")
_COUNTS = frozenset(
    "few hundred thousand million dozen score number group couple lot handful great good many band party "
    "body crowd team set pair "
    "two three four five six seven eight nine ten".split()
)
_DOES = re.compile(rf"\w+(?:n['’]t)? (?:not |this |that |it |he |she |they |you |we |I )([a-z]{{3,}}s){_END}")
_NO_VERB = frozenset(
    "this his always perhaps its does has was thus yes else sometimes towards besides means as us things".split()
)
_HAS_BASE = re.compile(
    r"\w+(?:n['’]t)? (?:(?:he|she|they|you|we|I|it) )?(?:(?:ever|never|already|just|not|always) )?"
    r"(?:see|go|be|give|know|write|speak|take|eat|choose|forget|begin|break|fall|grow|throw|"
    rf"wrote|went|took|gave|knew|spoke|chose|began|drove|threw|grew|forgot){_END}"
)
_THEN = re.compile(
    r"\w+ then(?= (?:the|a|an|his|her|their|he|she|I|we|they|it|in|ever|one|two|any|"
    r"this|that|was|is|"
    r"those|these|to|at|on|what|when|by)\b)"
)
_AN_CONSONANT = re.compile(r"an ([bcdfgjklpqtvwz][a-z]{2,})(?![\w'’])")
_A_VOWEL = re.compile(r"a ((?!one|once|eu|ewe|uni|use|usu|ura|ute|uti|uto|ubi|uku|oui)[aeiou][a-z]{2,})(?![\w'’])")
_GENITIVE = re.compile(rf"\w+ ([a-z]{{4,}})['’]s (?:were|are|have|who|which|about|until|of){_END}")
_CONTRACTED = frozenset("that what here there where one everyone everybody someone nobody other".split())
_PAST = re.compile(rf"(?:\w+ not|\w+n['’]t|cannot|must|should|shall) ([a-z]+ed){_END}")
_MODAL_OF = re.compile(
    r"\w+ of (?:been|had|done|gone|come|made|taken|told|seen|known|given|said|kept|left|lost|[a-z]{3,}ed)" + _END
)
_NOT_PAST = re.compile(r"(?:eed|shed|wed|bed|led)$")


def _say_doubled(found: re.Match[str]) -> str | None:
    word = found.group(1)
    low = word.lower()
    if low in _MAY_DOUBLE or (low == "that" and found.group(2) not in _AFTER_THAT_THAT):
        return None
    if low not in _ONLY_SMALL and (len(word) < 4 or not word.islower() or not is_english_word(low)):
        return None
    return "The word is doubled in {words}."


def _say_plural(found: re.Match[str]) -> str | None:
    between = found.group(1).replace(",", " ").split()
    noun = found.group(2)
    singular = noun[:-3] + "man" if noun.endswith("men") else "child"
    if _COUNTS.intersection(between) or _ONLY_SMALL.intersection(between) or not is_english_word(noun):
        return None
    known = all(is_english_word(word) for word in between) and is_english_word(singular)
    return "{words} joins a singular with a plural." if known else None


def _say_does(found: re.Match[str]) -> str | None:
    verb = found.group(1)
    known = verb not in _NO_VERB and is_english_word(verb[:-1]) and not verb.endswith(("ss", "us", "is"))
    return "In {words} the verb has an ending too many." if known else None


def _say_article(found: re.Match[str]) -> str | None:
    return "In {words} the article does not fit the word." if is_english_word(found.group(1)) else None


def _say_genitive(found: re.Match[str]) -> str | None:
    word = found.group(1)
    if word in _CONTRACTED or not is_english_word(word + "s"):
        return None
    return "In {words} the apostrophe seems to be one too many."


def _say_past(found: re.Match[str]) -> str | None:
    return None if _NOT_PAST.search(found.group(1)) else "In {words} the verb has a wrong ending."


_TOGETHER = "In {words} two words stand together that cannot."
_BY_LEAD: tuple[tuple[str, Slip], ...] = (
    ("does Does did Did doesn't didn't doesn’t didn’t", Slip(_DOES, _say_does)),
    (
        "rather more less better worse greater larger smaller higher lower older younger fewer",
        Slip(_THEN, "In {words} ‹then› seems to stand for ‹than›."),
    ),
    ("could would should might must", Slip(_MODAL_OF, "In {words} ‹of› seems to stand for ‹have›.")),
    ("these those some many few", Slip(_GENITIVE, _say_genitive)),
    ("did does could must should shall cannot didn't doesn't couldn't won't", Slip(_PAST, _say_past)),
)
_ARTICLE, _VOWEL, _CONSONANT = (
    Slip(_ARTICLES, _TOGETHER),
    Slip(_A_VOWEL, _say_article),
    Slip(_AN_CONSONANT, _say_article),
)
_TWICE = Slip(_DOUBLED, _say_doubled)
_PLURAL = Slip(_PLURAL_AFTER_ONE, _say_plural)
_BASE, _BEEN = (
    Slip(_HAS_BASE, "In {words} the form of the verb is wrong."),
    Slip(_WAS_BEEN, "In {words} two verbs stand together that cannot."),
)
_SINGULAR = frozenset("a A an An another every each".split())
_HAVING = frozenset("has have had hasn't haven't hadn't".split())
_ARTICLE_WORDS = frozenset(("the", "The", "a", "an"))
_VOWELS = frozenset("aeiou")
_CONSONANTS = frozenset("bcdfgjklpqtvwz")
_BACK = 3  # words between the lead of a slip and the word that gives it away
_WINDOW = 6  # words that a slip may span


def _gather() -> Mapping[str, tuple[Slip, ...]]:
    leads: dict[str, tuple[Slip, ...]] = {}
    for words, slip in _BY_LEAD:
        for word in words.split():
            leads[word] = (*leads.get(word, ()), slip)
    return leads


_LEADS = _gather()
_BASES = frozenset(
    "see go be give know write speak take eat choose forget begin break fall grow throw wrote went took gave knew "
    "spoke chose began drove threw grew forgot".split()
)


def find_slips(tokens: Sequence[str], bare: Mapping[str, str]) -> dict[str, str]:
    """The slips among a page's words: the words as printed, and what is said of them.

    ``tokens`` are all the words cut at white space, ``bare`` the distinct ones, each without the signs
    at its edges.
    """
    plurals = {piece for piece, word in bare.items() if word.endswith(("men", "children"))}
    telling = plurals | _BASES
    hits: dict[str, str] = {}
    looked_at = telling | _LEADS.keys() | {"been"} | _ARTICLE_WORDS
    for n in [n for n, token in enumerate(tokens) if token in looked_at]:
        token = tokens[n]
        if token in _ARTICLE_WORDS:
            after = tokens[n + 1] if n + 1 < len(tokens) else ""
            if after in _NEVER_AFTER_ARTICLE and after != token:
                _match(_ARTICLE, tokens, n, hits)
            elif token == "a" and after[:1] in _VOWELS:
                _match(_VOWEL, tokens, n, hits)
            elif token == "an" and after[:1] in _CONSONANTS:
                _match(_CONSONANT, tokens, n, hits)
        elif token in _LEADS:
            for slip in _LEADS[token]:
                _match(slip, tokens, n, hits)
        elif token in telling:
            slip, leads = (_PLURAL, _SINGULAR) if token in plurals else (_BASE, _HAVING)
            for back in range(1, _BACK + 1):
                if n >= back and tokens[n - back] in leads:
                    _match(slip, tokens, n - back, hits)
        elif n and token == "been" and tokens[n - 1] in ("was", "were", "is", "are"):
            _match(_BEEN, tokens, n - 1, hits)
    for n in compress(count(), map(eq, tokens, islice(tokens, 1, None))):
        if tokens[n].isalpha():
            _match(_TWICE, tokens, n, hits)
    return hits


def _match(slip: Slip, tokens: Sequence[str], n: int, hits: dict[str, str]) -> None:
    found = slip.pattern.match(" ".join(tokens[n : n + _WINDOW]))
    if found is not None:
        said = slip.says(found) if callable(slip.says) else slip.says
        if said:
            hits.setdefault(found.group(), said)


def phrases_with(words: Container[str]) -> list[tuple[str, Slip]]:
    """The fixed phrases that may stand on a page of these words, each with the word that it cannot lack."""
    slips = []
    for line in _PHRASES.strip().splitlines():
        trigger, pattern, right = line.strip().split(" = ")
        if trigger in words:
            said = f"{{words}} seems to stand for ‹{right}›, which sounds alike."
            slips.append((trigger, Slip(re.compile(rf"(?<![\w'’-])(?:{pattern}){_END}"), said)))
    return slips


_PHRASES = """
    intensive = for all intensive purposes = for all intents and purposes
    baited = baited breath = bated breath
    reign = free reign = free rein
    bare = bare in mind = bear in mind
    bare = bare witness = bear witness
    slight = slight of hand = sleight of hand
    seeded = deep[- ]seeded = deep-seated
    wet = wet (?:my|his|her|our|their) appetites? = whet the appetite
    extract = extract revenge = exact revenge
    wreck = wreck havoc = wreak havoc
    reek = reek havoc = wreak havoc
    principal = in principal = in principle
    upmost = the upmost (?:importance|care|respect|urgency) = utmost
    mute = mute point = moot point
    marshal = marshal law = martial law
    capitol = capitol punishment = capital punishment
    statue = statue of limitations = statute of limitations
    tow = tow the (?:party )?line = toe the line
    vocal = vocal chords = vocal cords
    sneak = sneak peak = sneak peek
    adieu = (?:further|more) adieu = further ado
    one = one in the same = one and the same
    case = case and point = case in point
    tongue = tongue and cheek = tongue in cheek
    mother = mother load = mother lode
"""
"""Fixed phrases in which a word that sounds alike takes another's place, as the guides to English usage list them.

Each with a word without which it cannot stand on the page. Only phrases that mean nothing as they stand.
"""
