"""Names over spellings: one name in several romanisations, printed rightly or not, whole or in part.

Words and full names go in, likenesses with their reasons come out; nothing here knows pages or people. Four calls:

- `lookup_keys`: keys of which two spellings of one name share one, for gathering candidates in one pass;
- `explain`: which schemes yield a spelling, from which original;
- `compare_words`: two words (a surname, a given name) side by side;
- `compare_names`: two full names, titles taken off.

Russian and Ukrainian are read by tables of letters (``tables/``), Chinese by tables of syllables. Names of other
languages go through the same calls: misprints, accents, initials, short forms and given names over languages are seen,
romanisation is not. A score says how much two names look alike, not that they are one person: two men may share a name.

Known blind spots: letters beyond Cyrillic, Latin and the tables' own; a surname that was translated (Baker, Pekarev).
"""

from .likeness import SAME_NAME, Explanation, How, Likeness
from .names import compare_given_names, compare_names
from .parts import NameParts, read_name
from .readings import LEAST_LOOKS
from .skeletons import slip_skeletons
from .slavic import ends_as_names_do
from .words import compare_words, explain_word, lookup_keys_of

__all__ = [
    "SAME_NAME",
    "Explanation",
    "How",
    "Likeness",
    "NameParts",
    "compare_given_names",
    "compare_names",
    "compare_words",
    "ends_as_names_do",
    "explain",
    "lookup_keys",
    "read_name",
]


def lookup_keys(word: str, *, misprints: bool = False) -> frozenset[str]:
    """Keys of a word: two romanisations of one name share at least one.

    Sharing a key is no likeness yet; compare what shares one. With ``misprints`` there are more keys (about as many
    as the word has consonants), so that words one slip apart share one too; keys of both kinds do not mix.

    >>> lookup_keys("Khodorovsky") & lookup_keys("Chodorowskij")
    frozenset({'kdrvsk'})
    """
    return slip_skeletons(word) if misprints else lookup_keys_of(word)


def explain(word: str, least: float = LEAST_LOOKS) -> tuple[Explanation, ...]:
    """The originals a spelling may come from and the schemes that yield it, likeliest first.

    What is less sure than ``least`` is not looked for, which saves time.
    Empty where no scheme yields the spelling from what looks like a name of its language.

    >>> explain("Petroff")[0].original
    'Петров'
    >>> explain("Harbour")
    ()
    """
    return explain_word(word, least)
