"""Sequences of capitalised words that can be a name, cut free of titles, peoples and what follows.

Gives candidates; whether one names a person is for the evidence to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from testimonia.words.chinese import is_chinese_name
from testimonia.words.kinds import kind_words
from testimonia.words.names import is_forename, is_initial, is_particle, is_patronymic
from testimonia.words.speech import english_speech
from testimonia.words.titles import is_calling, is_courtesy, is_describing, is_title

from .candidates import SUFFIXES, Candidate
from .runs import runs
from .tokens import Tokens
from .word_sorts import Sort, sort_at, sort_of

__all__ = ["PREFIXES", "PREPOSITIONS", "candidates", "has_noun_after"]

_LONGEST = 7  # words of a name
PREFIXES = frozenset("anti pro ex non post pre neo pseudo arch semi".split())
_SHIPS = frozenset("ss hms ms mv uss rms hmcs hmas sms mts ps rss".split())  # letters before a ship's name
_BEFORE_FAMILY = frozenset("von van de der den du ten ter zu zum zur vom af av bin ibn di da del della dos".split())
PREPOSITIONS = {
    "fr": ("de", "du", "van"),
    "es": ("de", "del"),
    "it": ("di", "da", "del", "della"),
    "de": ("von", "zu", "zum", "zur", "vom"),
    "nl": ("van", "de", "den", "te"),
}
_INVERTED = re.compile(
    r",\s(?P<given>(?:[^\W\d_]\w{0,3}\.(?:\s|-|(?=[^\W\d_]\w{0,3}\.)|(?=[,;:)\]]|\s|$))){1,3}|[^\W\d_][\w'’-]+)(?=\s*[,;:)\].]|\s*$|\s*\n)"
)


def candidates(tokens: Tokens) -> Iterator[Candidate]:
    """The candidates of a text in order. Words in lines set in capitals are left to the reading of headings."""
    against = [n for n, word in enumerate(tokens.words) if "-" in word and word[0].islower() and not word.islower()]
    for first, last in runs(tokens):
        while against and against[0] < first:
            yield from _against(tokens, against.pop(0))
        if not tokens.blind[first]:
            yield from _cut(tokens, first, last)
    for n in against:
        yield from _against(tokens, n)


def has_noun_after(tokens: Tokens, n: int) -> bool:
    """Whether a common noun follows the word, so that "the" goes with it: "the Hartley memorandum"."""
    low = tokens.low(n + 1)
    if tokens.gap(n) != " " or not low or tokens.words[n + 1][0].isupper():
        return False
    speech = english_speech()
    verb = low in kind_words("persons_acts") or low in speech.saying or low in speech.writing
    return not (verb or low in kind_words("functions") or low.endswith(("ly", "ing", "ed")))


def _against(tokens: Tokens, n: int) -> Iterator[Candidate]:
    """The name in "anti-Hartley"."""
    prefix, _, name = tokens.words[n].partition("-")
    if prefix in PREFIXES and name[0].isupper() and sort_of(name) in ("name", "forename"):
        place = tokens.starts[n] + len(prefix) + 1
        yield Candidate(tokens, n, n, name.casefold(), part=(place, tokens.ends[n]))


def _cut(tokens: Tokens, first: int, last: int) -> Iterator[Candidate]:
    sorts = [sort_at(tokens, n, first) for n in range(first, last + 1)]
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
    if tokens.words[n].casefold() in SUFFIXES:
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
    while head > start and (words[head].casefold() in SUFFIXES or len(words[head]) == 1):
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
    if tokens.labels.get(found.last) == "name" and tokens.labels.get(found.last + 1) == "aside":
        return  # "HARTLEY, J.: …" is a judge
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
