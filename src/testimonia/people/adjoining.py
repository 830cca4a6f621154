"""What stands side by side: two names run together, names in a compound, names in a list, names of one family.

Works on the candidates of the whole page, because only the page tells that both halves of a compound are
names by themselves.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence

from testimonia.words.kinds import is_people, kind_words
from testimonia.words.lexicon import is_common_word
from testimonia.words.names import is_forename
from testimonia.words.titles import title_gender

from .candidates import Candidate
from .word_sorts import sort_of

__all__ = [
    "count_alone",
    "find_households",
    "join_words",
    "mark_given_names",
    "mark_neighbours",
    "part_compounds",
    "part_pairs",
]

_JOINED = re.compile(
    r"\s*(?:[,;/&]|,?\s(?:and|or|nor|as well as|und|et|y|и|та|і)\b)\s*(?:with |by |of |to |that )?", re.IGNORECASE
)
_LINE_BETWEEN = re.compile(r"[;,.]?\s*\n\s*(?:\d{1,3}[.)] ?)?")
_LONGEST_GAP = 24
_PLACE_FEATURES = frozenset(("-a known place", "-after 'in' or 'at'", "-names a place or body"))
_SURE = 3.0  # a score at which a name stays a person's whatever list it stands in
_LONG_LIST = 4  # members; so many make what stands among persons a person, though it is a word of the language
_LEAST_PLACES = 2  # known places of a list that make its last member one
_LEAST_ALONE = 2  # how often both of two words that stand together must stand alone, for them to be two names
_PREFIXES = frozenset("anti pro ex non post pre neo pseudo arch semi versus and the von van de der le la".split())


def count_alone(found: Sequence[Candidate]) -> Counter[str]:
    """How often each word names a person by the scores so far, all by itself or as family name behind a given one.

    A title that follows ("Hartley Khan") may as well be a part of the name, so that the word is not by itself there.
    """
    return Counter(
        c.key
        for c in found
        if c.score > 0 and not c.weak and (c.given or (c.first == c.last and not _is_titled_behind(c)))
    )


_BEHIND = frozenset(("behind", "title"))


def _is_titled_behind(candidate: Candidate) -> bool:
    tokens, after = candidate.tokens, candidate.last + 1
    return after < len(tokens.words) and tokens.gap(after - 1) == " " and sort_of(tokens.words[after]) in _BEHIND


def find_households(found: Sequence[Candidate]) -> frozenset[str]:
    """Words that name a woman by her title in some places ("Mrs. Lowe") and somebody else in others."""
    alone = [c for c in found if c.first == c.last and not c.weak]
    women = Counter(c.key for c in alone if any(title_gender(c.tokens.words[n]) == "F" for n in c.titles))
    times = Counter(c.key for c in alone)
    return frozenset(key for key, met in women.items() if 2 <= met < times[key])


def part_pairs(
    found: Sequence[Candidate], alone: Mapping[str, int], met: Mapping[str, int], households: Container[str]
) -> Iterator[Candidate]:
    """The candidates with two names that run together parted: "in Harville Lowe told", "(Hartley Lowe and Ash)"."""
    for candidate in found:
        first, last, words = candidate.first, candidate.last, candidate.tokens.words
        before = _is_place_before(candidate)
        apart = (
            last == first + 1
            and not candidate.given
            and sort_of(words[first]) == "name"
            and alone.get(candidate.key, 0) >= _LEAST_ALONE
            and (alone.get(words[first].casefold(), 0) >= _LEAST_ALONE or before)
            and (before or candidate.key not in households or words[first].casefold() in households)
        )
        if not apart:
            if last == first + 1 and not candidate.given and not candidate.weak and sort_of(words[first]) == "name":
                _take_first(candidate, met)
            yield candidate
            continue
        yield Candidate(candidate.tokens, first, first, words[first].casefold(), titles=candidate.titles)
        yield Candidate(candidate.tokens, last, last, candidate.key)


def _take_first(candidate: Candidate, met: Mapping[str, int]) -> None:
    """Let the first word carry the name where the page has it alone and never has the last alone: "Hartley Anyi"."""
    first = candidate.tokens.words[candidate.first].casefold()
    if met.get(first, 0) and met.get(candidate.key, 0) <= 1:
        candidate.key = first


def join_words(
    found: Sequence[Candidate], families: Container[str], met: Mapping[str, int], twins: Mapping[str, int]
) -> Iterator[Candidate]:
    """The candidates with "Harlan Reed" joined, where "Reed" is a word of the language.

    So it is where the page elsewhere has a Mr. Reed, and so it may be where the page has neither "Harlan" alone nor
    "reed" in small letters.
    """
    waiting: Candidate | None = None
    for candidate in found:
        if waiting is None:
            waiting = candidate
        elif not (candidate.weak and candidate.first == waiting.last + 1 and _is_unbroken(waiting)):
            yield waiting
            waiting = candidate
        elif candidate.key in families:
            yield _joined(waiting, candidate, given=True)
            waiting = None
        elif _may_be_family(candidate, twins) and met.get(candidate.key, 0) == met.get(waiting.key, 0):
            yield _joined(waiting, candidate, marks=("a word not met alone before it",))
            waiting = None
        else:
            yield waiting
            waiting = candidate
    if waiting is not None:
        yield waiting


def _is_unbroken(one: Candidate) -> bool:
    return not one.tokens.owns(one.last) and one.tokens.gap(one.last) == " " and not one.weak


def _may_be_family(candidate: Candidate, twins: Mapping[str, int]) -> bool:
    word = candidate.tokens.words[candidate.last]
    return candidate.first == candidate.last and sort_of(word) == "common" and not twins.get(candidate.key, 0)


def _joined(one: Candidate, two: Candidate, *, given: bool = False, marks: tuple[str, ...] = ()) -> Candidate:
    return Candidate(one.tokens, one.first, two.last, two.key, one.titles, given=given, weak=True, marks=marks)


def _is_place_before(candidate: Candidate) -> bool:
    before = candidate.tokens.low(candidate.first - 1)
    return before in kind_words("locatives") or candidate.tokens.low(candidate.first) in kind_words("regions")


def part_compounds(found: Sequence[Candidate], alone: Mapping[str, int]) -> Iterator[Candidate]:
    """The candidates with "the Hartley-Lowe trial" and "anti-Hartley" parted into the names within."""
    whole = Counter(c.key for c in found if "-" in c.key)
    for candidate in found:
        word = candidate.tokens.words[candidate.last]
        if "-" not in word or candidate.first != candidate.last or candidate.given or candidate.part is not None:
            yield candidate
            continue
        pieces = word.split("-")
        names = [piece.casefold() in alone and not is_common_word(piece) and piece[:1].isupper() for piece in pieces]
        attribute = (
            candidate.tokens.low(candidate.last + 1) in kind_words("events")
            and candidate.tokens.gap(candidate.last) == " "
        )
        if not _is_compound(pieces, names, attribute, whole[candidate.key]):
            yield candidate
            continue
        place = candidate.start
        for piece, known in zip(pieces, names, strict=True):
            if (known or attribute) and sort_of(piece) in ("name", "forename"):
                yield Candidate(
                    candidate.tokens,
                    candidate.first,
                    candidate.last,
                    piece.casefold(),
                    part=(place, place + len(piece)),
                )
            place += len(piece) + 1


def _is_compound(pieces: Sequence[str], names: Sequence[bool], attribute: bool, times: int) -> bool:
    """Whether the pieces are names by themselves and not the parts of one; ``attribute``: an event follows."""
    others = [piece for piece, known in zip(pieces, names, strict=True) if not known]
    if not any(names) or any(is_common_word(piece) and piece.casefold() not in _PREFIXES for piece in others):
        return False
    if all(piece.casefold() in _PREFIXES or is_people(piece) for piece in others):
        return bool(others) or attribute or times < _LEAST_ALONE
    return attribute


def mark_given_names(every: Sequence[Candidate], authors: Container[str], alone: Mapping[str, int]) -> None:
    """Add to each word that stands alone that the page has it as somebody's given name, if it does."""
    met = {
        candidate.tokens.low(n)
        for candidate in every
        if candidate.score > 0 and candidate.last > candidate.first and (candidate.given or alone.get(candidate.key, 0))
        for n in range(candidate.first, candidate.last + 1)
        if candidate.tokens.low(n) != candidate.key
    }
    for candidate in every:
        if candidate.first != candidate.last or candidate.weak or candidate.titles or candidate.part is not None:
            continue
        known = len(candidate.key) >= _SHORTEST_GIVEN and (candidate.key in met or candidate.key in authors)
        if known and "-a known place" not in candidate.features:
            candidate.features.append("given name of somebody on the page")


_SHORTEST_GIVEN = 4  # letters


def mark_neighbours(found: Sequence[Candidate]) -> None:
    """Add to each candidate of one text what stands beside it in a list, judged by the scores so far."""
    chain: list[Candidate] = []
    for candidate in found:
        if chain and (gap := _gap_in_list(chain[-1], candidate)) is not None:
            _mark_firm(chain[-1], candidate, gap)
            chain.append(candidate)
            continue
        _mark_chain(chain)
        chain = [candidate]
    _mark_chain(chain)


def _gap_in_list(one: Candidate, two: Candidate) -> str | None:
    """What is printed between two that stand in one list; ``None`` where they do not."""
    if one.part is not None and two.part is not None and one.first == two.first:
        return None
    start = two.tokens.starts[two.titles[0]] if two.titles else two.start
    gap = one.tokens.text[one.tokens.after[one.last] : start]
    if two.titles and gap.strip() in ("", ","):
        return None  # "the Hartley, Captain Lowe" is no list
    if len(gap) > _LONGEST_GAP or not (_JOINED.fullmatch(gap) or _is_line_list(one, two, gap)):
        return None
    return gap


def _mark_firm(one: Candidate, two: Candidate, gap: str) -> None:
    """Let the mark of a firm run through "Ash & Lowe" to its other names."""
    if "-a firm" in two.features and "-a firm" not in one.features and gap.strip() in (",", "&"):
        one.features.append("-a firm")
    elif gap.strip() == "&" and any(one.tokens.low(n) == "messrs" for n in one.titles):  # "Messrs. Hartley & Lowe"
        one.features.append("-a firm")
        two.features.append("-a firm")
    elif "-a firm" in one.features and "-a firm" not in two.features and gap.strip() == "&":
        two.features.append("-a firm")


def _mark_chain(chain: Sequence[Candidate]) -> None:
    """Mark the members of a list, which as a rule are of one kind: all persons, or all places."""
    if len(chain) < 2:
        return
    places = [any(f in _PLACE_FEATURES for f in candidate.features) for candidate in chain]
    leads = "-after 'in' or 'at'" in chain[0].features and all(candidate.score < _SURE for candidate in chain)
    persons = [candidate.score > 0 and not leads for candidate in chain]
    for n, candidate in enumerate(chain):
        beside = [k for k in (n - 1, n + 1) if 0 <= k < len(chain)]
        candidate.features += ["beside a person" for k in beside if persons[k]]
        if leads or (any(places[k] and not persons[k] for k in beside) and not any(persons[k] for k in beside)):
            candidate.features.append("-beside a place")
        if len(chain) >= _LONG_LIST and sum(persons) >= len(chain) - 1 and not persons[n] and candidate.weak:
            candidate.features.append("in a list of persons")
        if _is_among_places(candidate, chain):
            candidate.features.append("-in a list of places")
        if n + 1 < len(chain) and _shares_family(candidate, chain[n + 1]):
            candidate.features.append("given name of a family named after it")


def _is_among_places(candidate: Candidate, chain: Sequence[Candidate]) -> bool:
    """Whether all others of a list are known places, two or more: a town that is called after a man is one too."""
    others = [other for other in chain if other is not candidate]
    if candidate.titles or candidate.given or len(others) < _LEAST_PLACES:
        return False
    return all("-a known place" in other.features and other.score <= 0 for other in others)


def _is_line_list(one: Candidate, two: Candidate, gap: str) -> bool:
    text = one.tokens.text
    opens = text[: one.start].rstrip(" ").endswith(("\n", "")) and (one.start == 0 or text[one.start - 1] == "\n")
    return opens and _LINE_BETWEEN.fullmatch(gap) is not None


def _shares_family(one: Candidate, two: Candidate) -> bool:
    """Whether "Ann and Piers Hartley" names two of one family."""
    return one.first == one.last and is_forename(one.tokens.words[one.first]) and two.given and not two.inverted
