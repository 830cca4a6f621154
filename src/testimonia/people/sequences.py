"""Sequences of capitalised words that can be a name, cut free of titles, peoples and what follows.

Gives candidates; whether one names a person is for the evidence to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from testimonia.words.chinese import is_chinese_name
from testimonia.words.kinds import is_people, kind_words
from testimonia.words.lexicon import is_common_word
from testimonia.words.names import is_forename, is_initial, is_particle, is_patronymic
from testimonia.words.speech import english_speech
from testimonia.words.titles import is_calling, is_courtesy, is_describing, is_qualifier, is_title, is_title_behind

from .tokens import Tokens

__all__ = ["PREFIXES", "PREPOSITIONS", "Candidate", "Sort", "candidates", "has_noun_after", "sort_of"]

_LONGEST = 7  # words of a name
_WRAPPED = 40  # code points of a line that may have been broken inside a name
_FALSE_INITIALS = frozenset("IA")  # the pronoun and the article, unless a full stop follows
_NOT_FIRST = frozenset("in op y e al el la le".split())  # particles that no name goes on with after a capitalised word
PREFIXES = frozenset("anti pro ex non post pre neo pseudo arch semi".split())
_SHIPS = frozenset("ss hms ms mv uss rms hmcs hmas sms mts ps rss".split())  # letters before a ship's name
_BEFORE_FAMILY = frozenset("von van de der den du ten ter zu zum zur vom af av bin ibn di da del della dos".split())
_FAMILY_TOO = frozenset("khan mirza shah".split())  # titles of old, which have long been part of the name
PREPOSITIONS = {
    "fr": ("de", "du", "van"),
    "es": ("de", "del"),
    "it": ("di", "da", "del", "della"),
    "de": ("von", "zu", "zum", "zur", "vom"),
    "nl": ("van", "de", "den", "te"),
}
_BEFORE_PRONOUN = frozenset("and or nor than but am was do did have had can will would as not".split())
_COMBINING = frozenset(
    "anglo russo franco sino indo austro greco judeo turko hispano luso afro euro germano italo".split()
)
_SUFFIXES = frozenset("jr sr jnr snr ii iii iv esq".split())
_CONTRACTION = re.compile(r"^(?:i|you|he|she|it|we|they|who|what|that|there|here|let|\w+n)['’](?:m|s|ve|d|ll|re|t)$")
_INVERTED = re.compile(
    r",\s(?P<given>(?:[^\W\d_]\w{0,3}\.(?:\s|-|(?=[^\W\d_]\w{0,3}\.)|(?=[,;:)\]]|\s|$))){1,3}|[^\W\d_][\w'’-]+)(?=\s*[,;:)\].]|\s*$|\s*\n)"
)
# "Avez-vous", "L'abbé": a verb with its pronoun, an article with a word in small letters
_FRENCH_FORM = re.compile(
    r"-(?:vous|nous|je|tu|ils?|elles?|on|ce|moi|toi|la|le|les|lui)$|^(?:[DLCJNSTM]|Qu)['’][^\W\d_A-ZÀ-Þ]"
)
Sort = str


@cache
def sort_of(word: str) -> Sort:
    """What a capitalised word is by itself.

    "initial", "courtesy", "title", "behind", "qualifier", "people", "other", "forename", "function", "thing", "common"
    or "name".
    """
    low = word.casefold()
    if len(word) == 1:
        return "initial"
    if is_courtesy(low):
        return "courtesy"
    if is_title_behind(low):
        return "behind"
    if low in kind_words("others") or low.removesuffix("s") in kind_words("others") or _CONTRACTION.search(low):
        return "other"
    if is_title(low) or is_title(low.removesuffix("s")):
        return "title"
    if is_qualifier(low):
        return "qualifier"
    if is_people(low):
        return "people"
    if is_forename(low):
        return "forename"
    if low in kind_words("functions"):
        return "function"
    if low in kind_words("things"):
        return "thing"
    if is_common_word(low):
        return "common"
    if "-" in low and all(is_common_word(part) or is_people(part) or part in _COMBINING for part in low.split("-")):
        return "common"
    return "name"


@dataclass(slots=True)
class Candidate:
    """Words ``first`` to ``last`` of a text that may be a name.

    ``key`` stands for the word that carries it (the family name, or the only word), in small letters. ``titles`` are
    the words before it that are titles or callings, nearest last. ``given`` says that initials or a forename
    stand before the family name; ``weak`` that the word that carries it is one of the language, or a title.
    ``marks`` are features that only the cutting knows; ``part`` is where it stands in the text if it is but a part of
    a word with hyphens.
    """

    tokens: Tokens
    first: int
    last: int
    key: str
    titles: tuple[int, ...] = ()
    given: bool = False
    inverted: bool = False
    weak: bool = False
    part: tuple[int, int] | None = None
    marks: tuple[str, ...] = ()
    features: list[str] = field(default_factory=list)
    score: float = 0.0

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        if self.part is not None:
            return self.part[0]
        return self.tokens.starts[self.first]

    @property
    def end(self) -> int:
        """Where it ends in the text, full stops of initials and suffixes taken in, possessive left out."""
        if self.part is not None:
            return self.part[1]
        end = self.tokens.ends[self.last]
        word = self.tokens.words[self.last]
        stop = self.tokens.text[end : end + 1] == "."
        if stop and (len(word) == 1 or word.casefold() in _SUFFIXES):
            return end + 1
        return end

    @property
    def text(self) -> str:
        """Its words as printed."""
        return self.tokens.text[self.start : self.end]


def has_noun_after(tokens: Tokens, n: int) -> bool:
    """Whether a common noun follows the word, so that "the" goes with it: "the Hartley memorandum"."""
    low = tokens.low(n + 1)
    if tokens.gap(n) != " " or not low or tokens.words[n + 1][0].isupper():
        return False
    speech = english_speech()
    verb = low in kind_words("persons_acts") or low in speech.saying or low in speech.writing
    return not (verb or low in kind_words("functions") or low.endswith(("ly", "ing", "ed")))


def _joins(tokens: Tokens, n: int) -> bool:
    """Whether the word and the next one can belong to one name."""
    if tokens.owns(n):
        return False
    if tokens.labels.get(n) != tokens.labels.get(n + 1):
        return False
    gap = tokens.gap(n)
    if gap == " ":
        return True
    word = tokens.words[n]
    if gap in (".", ". ", " . ", " .") or (gap == ".-" and len(word) == 1):
        return (is_initial(word + ".") and word[0].isupper()) or is_title(word)
    if gap == "":
        return True  # "MrHartley"
    if gap == ".\n":  # a line broken after an initial
        return is_initial(word + ".") and word[0].isupper() and n + 1 not in tokens.labels
    return False


def _same_case(words: list[str], n: int) -> bool:
    """Whether a word and the next one are both set in capitals or both not; initials and titles go with either."""
    one, two = words[n], words[n + 1]
    return one.isupper() == two.isupper() or min(len(one), len(two)) == 1 or is_title(one)


def _is_small_particle(word: str) -> bool:
    return word.islower() and is_particle(word)


def _runs(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Maximal runs of capitalised words and particles between them, as first and last word."""
    words, count = tokens.words, len(tokens.words)
    n = 0
    while n < count:
        if not words[n][0].isupper():
            n += 1
            continue
        first = last = n
        while last + 1 < count and last - first < 12 and _joins(tokens, last):
            if (
                words[last + 1][0].isupper()
                and tokens.blind[last + 1] == tokens.blind[last]
                and _same_case(words, last)
            ):
                last += 1
                continue
            ahead = last + 1
            while ahead < count - 1 and ahead - last < 3 and _is_small_particle(words[ahead]) and _joins(tokens, ahead):
                ahead += 1
            if ahead > last + 1 and words[ahead][0].isupper() and words[last + 1] not in _NOT_FIRST:
                last = ahead
                continue
            break
        yield first, last
        n = last + 1


def candidates(tokens: Tokens) -> Iterator[Candidate]:
    """The candidates of a text in order. Words in lines set in capitals are left to the reading of headings."""
    against = [n for n, word in enumerate(tokens.words) if "-" in word and word[0].islower() and not word.islower()]
    for first, last in _runs(tokens):
        while against and against[0] < first:
            yield from _against(tokens, against.pop(0))
        if not tokens.blind[first]:
            yield from _cut(tokens, first, last)
    for n in against:
        yield from _against(tokens, n)


def _against(tokens: Tokens, n: int) -> Iterator[Candidate]:
    """The name in "anti-Hartley"."""
    prefix, _, name = tokens.words[n].partition("-")
    if prefix in PREFIXES and name[0].isupper() and sort_of(name) in ("name", "forename"):
        place = tokens.starts[n] + len(prefix) + 1
        yield Candidate(tokens, n, n, name.casefold(), part=(place, tokens.ends[n]))


def _sort(tokens: Tokens, n: int, first: int) -> Sort:
    word = tokens.words[n]
    sort = sort_of(word)
    if n > first and word.casefold() in _FAMILY_TOO and sort_of(tokens.words[n - 1]) in ("name", "forename"):
        return "name"
    if word == "M" and (tokens.language == "fr" or _is_monsieur(tokens, n)):
        return "courtesy"
    if sort == "people" and _is_forename_here(tokens, n):
        return "forename"
    if tokens.language == "fr" and _FRENCH_FORM.search(word):
        return "common"
    if sort != "initial" and tokens.language != "en" and word.casefold() in kind_words("foreign_functions"):
        return "common"
    if sort == "initial" and (n in tokens.asked or _is_bearing(tokens, n)):
        return "other"
    if word == "I" and tokens.low(n - 1) in _BEFORE_PRONOUN:
        return "common"  # "Ash, Lowe, and I. Nobody spoke."
    if sort == "initial":
        dotted = tokens.text[tokens.ends[n] : tokens.ends[n] + 2].lstrip(" ").startswith(".")
        return "initial" if dotted or word not in _FALSE_INITIALS else "common"
    if word[0].islower():
        return "particle"
    return sort


def _is_forename_here(tokens: Tokens, n: int) -> bool:
    """Whether a word for a people is somebody's given name: "Norman Hartley", but not "Norman French"."""
    if not is_forename(tokens.words[n]) or n + 1 >= len(tokens.words) or tokens.gap(n) != " ":
        return False
    after = tokens.words[n + 1]
    return after[0].isupper() and not after.isupper() and sort_of(after) == "name" and tokens.low(n - 1) != "the"


def _is_monsieur(tokens: Tokens, n: int) -> bool:
    """Whether the letter stands before somebody whom the page calls "Monsieur" or "Madame" elsewhere."""
    return bool(tokens.messieurs) and n + 1 < len(tokens.words) and tokens.words[n + 1] in tokens.messieurs


def _is_bearing(tokens: Tokens, n: int) -> bool:
    """Whether the letter is a point of the compass: "N. by E."."""
    if tokens.words[n] not in "NESW":
        return False
    near = (tokens.low(n - 1), tokens.low(n + 1))
    return "by" in near and any(tokens.low(n + k) in ("n", "e", "s", "w") for k in (-2, 2))


def _cut(tokens: Tokens, first: int, last: int) -> Iterator[Candidate]:
    sorts = [_sort(tokens, n, first) for n in range(first, last + 1)]
    n = first
    while n <= last:
        if not _opens(tokens, sorts, first, n, last):
            n += 1
            continue
        end = n
        while end < last and _continues(tokens, sorts, first, n, end + 1, last):
            end += 1
        found = _candidate(tokens, sorts, first, n, end)
        if found is not None:
            yield found
        n = end + 1


def _opens(tokens: Tokens, sorts: list[Sort], first: int, n: int, last: int) -> bool:
    """Whether a name can begin with the word."""
    sort = sorts[n - first]
    word = tokens.words[n]
    if sort in ("name", "forename"):
        return True
    if sort == "initial":
        return n < last
    if sort == "particle":
        while n < last and sorts[n - first] == "particle":
            n += 1
        return sorts[n - first] in ("name", "forename", "common", "thing")
    if (
        sort != "function"
        and len(word) > 1
        and is_particle(word)
        and n < last
        and sorts[n + 1 - first] in ("name", "forename")
    ):
        return True
    if n > first and sort in ("common", "thing"):  # "Mr. Hill", "Captain Reed", but not "the General Staff"
        before = sorts[n - 1 - first]
        if before == "courtesy" or (before == "title" and sort == "common" and tokens.low(n - 2) != "the"):
            return True
    return n == last and (sort in ("common", "thing", "title") or (sort == "people" and is_forename(word)))


def _continues(tokens: Tokens, sorts: list[Sort], first: int, start: int, n: int, last: int) -> bool:
    """Whether the name that begins at ``start`` goes on with the word."""
    if n - start >= _LONGEST:
        return False
    sort, before = sorts[n - first], sorts[n - 1 - first]
    if sort in ("name", "forename", "initial", "particle"):
        return not (sort == "initial" and n == last and before in ("name", "common") and not _initial_closes(tokens, n))
    if tokens.words[n].casefold() in _SUFFIXES:
        return True
    if is_particle(tokens.words[n]) and n < last:
        return True
    if sort == "people":
        return before in ("initial", "forename") and n == last  # "Edward German"
    if sort in ("common", "thing", "title", "courtesy"):
        # "Anna Reed", "A. Hill": a given name before a word of the language, and nothing like it after
        if before == "particle":
            return n == last
        if before == "initial":
            return n == last or (
                sort in ("common", "thing") and sorts[n + 1 - first] not in ("common", "thing", "title")
            )
        if before == "forename" and not (n < last and sorts[n + 1 - first] in ("common", "thing")):
            return sort != "title" or n == last
    return False


def _initial_closes(tokens: Tokens, n: int) -> bool:
    return tokens.text[tokens.ends[n] : tokens.ends[n] + 1] == "."


def _candidate(tokens: Tokens, sorts: list[Sort], first: int, start: int, end: int) -> Candidate | None:
    words = tokens.words
    while end > start and sorts[end - first] in ("particle",):
        end -= 1
    head = end
    while head > start and (words[head].casefold() in _SUFFIXES or len(words[head]) == 1):
        head -= 1
    if len(words[head]) == 1:
        return None
    if start < head and "".join(words[start:head]).casefold() in _SHIPS:
        return Candidate(tokens, head, end, words[head].casefold(), marks=("-a ship",))
    weak = sorts[head - first] in ("common", "thing", "title", "people")
    found = Candidate(tokens, start, end, words[head].casefold(), weak=weak)
    before = [sorts[n - first] for n in range(start, head)]
    initials = "initial" in before and not (weak and len(before) == 1)
    found.given = "forename" in before or initials or head < end
    if head == start + 1 and sorts[head - first] == "forename" and sorts[start - first] == "name":
        found.key, found.given = words[start].casefold(), True  # "Hartley Ann"
    if head == start + 1 and is_patronymic(words[head]) and sorts[start - first] in ("forename", "name"):
        found.key, found.given = f"{words[start].casefold()} {found.key}", True
    if start < head == end and is_chinese_name(" ".join(words[start : end + 1])):
        found.key, found.given = words[start].casefold(), True
    while start == first and found.first and _is_lone_particle(tokens, found.first - 1):
        found.first -= 1
    found.titles = _titles_before(tokens, sorts, first, found.first)
    _take_inverted(found)
    return found


def _is_lone_particle(tokens: Tokens, n: int) -> bool:
    """Whether a particle in small letters stands before the family name: "told von Hartley".

    In a language where it is a word like any other ("n'était pas de Thoux") a form of address has to stand before it.
    """
    if tokens.words[n] not in _BEFORE_FAMILY or tokens.gap(n) != " ":
        return False
    return tokens.words[n] not in PREPOSITIONS.get(tokens.language, ()) or is_courtesy(tokens.low(n - 1))


def _take_inverted(found: Candidate) -> None:
    """Take in what stands after the comma of "Hartley, A." and "Hartley, Ann" in a list."""
    tokens = found.tokens
    if found.given or found.titles or tokens.owns(found.last):
        return
    match = _INVERTED.match(tokens.text, tokens.ends[found.last])
    if match is None:
        return
    opens = not tokens.before(found.first).strip(" ;[(") or "\n" in tokens.before(found.first)
    given = match["given"].rstrip()
    if not given[0].isupper() or not (is_initial(given) or "." in given[:-1] or (opens and is_forename(given))):
        return
    closes = tokens.text[match.start("given") + len(given) :].lstrip(" ")[:1] in (".", ")", "]", ":", "\n", "")
    if not given.endswith(".") and not (opens and closes):
        return
    last = found.last
    while last + 1 < len(tokens.words) and tokens.starts[last + 1] < match.start("given") + len(given):
        last += 1
    found.last, found.given, found.inverted = last, True, True


def _titles_before(tokens: Tokens, sorts: list[Sort], first: int, start: int) -> tuple[int, ...]:
    titles: list[int] = []
    n = start - 1
    while n >= 0 and start - n < 5:
        if n >= first:
            if sorts[n - first] not in ("courtesy", "title", "qualifier"):
                break
        else:
            gap, word = tokens.gap(n), tokens.words[n]
            small = (
                word[0].islower() and gap == " " and not tokens.owns(n) and (is_calling(word) or is_describing(word))
            )
            abbreviated = is_title(tokens.words[n]) and tokens.words[n][0].isupper() and gap.strip(" .\n") == ""
            if not (small or abbreviated):
                break
        titles.append(n)
        n -= 1
    return tuple(reversed(titles))
