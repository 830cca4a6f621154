"""What stands side by side: two names run together, names in a compound, names in a list, names of one family.

Works on the candidates of the whole page, because only the page tells that both halves of a compound are
names by themselves.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from testimonia.words.kinds import is_people, kind_words
from testimonia.words.lexicon import is_common_word
from testimonia.words.names import is_forename

from .sequences import Candidate, sort_of

__all__ = ["count_alone", "mark_neighbours", "part_compounds", "part_pairs"]

_JOINED = re.compile(
    r"\s*(?:[,;/&]|,?\s(?:and|or|nor|as well as|und|et|y|и|та|і)\b)\s*(?:with |by |of |to |that )?", re.IGNORECASE
)
_LINE_BETWEEN = re.compile(r"[;,.]?\s*\n\s*(?:\d{1,3}[.)] ?)?")
_LEAST_ALONE = 2  # how often both of two words that stand together must stand alone, for them to be two names
_PREFIXES = frozenset("anti pro ex non post pre neo pseudo arch semi versus and the von van de der le la".split())


def count_alone(found: Sequence[Candidate]) -> Counter[str]:
    """How often each word names a person by the scores so far, all by itself or as family name behind a given one."""
    return Counter(c.key for c in found if c.score > 0 and not c.weak and (c.first == c.last or c.given))


def part_pairs(found: Sequence[Candidate], alone: Mapping[str, int]) -> Iterator[Candidate]:
    """The candidates with two names that run together parted: "in Harville Lowe told", "(Hartley Lowe and Ash)"."""
    for candidate in found:
        first, last, words = candidate.first, candidate.last, candidate.tokens.words
        apart = (
            last == first + 1
            and not candidate.given
            and sort_of(words[first]) == "name"
            and alone.get(candidate.key, 0) >= _LEAST_ALONE
            and (alone.get(words[first].casefold(), 0) >= _LEAST_ALONE or _is_place_before(candidate))
        )
        if not apart:
            yield candidate
            continue
        yield Candidate(candidate.tokens, first, first, words[first].casefold(), titles=candidate.titles)
        yield Candidate(candidate.tokens, last, last, candidate.key)


def _is_place_before(candidate: Candidate) -> bool:
    before = candidate.tokens.low(candidate.first - 1)
    return before in kind_words("locatives") or candidate.tokens.low(candidate.first) in kind_words("regions")


def part_compounds(found: Sequence[Candidate], alone: Mapping[str, int]) -> Iterator[Candidate]:
    """The candidates with "the Hartley-Lowe trial" and "anti-Hartley" parted into the names within."""
    whole = Counter(c.key for c in found if "-" in c.key)
    for candidate in found:
        word = candidate.tokens.words[candidate.last]
        if "-" not in word or candidate.first != candidate.last or candidate.given:
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
    if not any(names):
        return False
    others = [piece for piece, known in zip(pieces, names, strict=True) if not known]
    if all(piece.casefold() in _PREFIXES or is_people(piece) for piece in others):
        return bool(others) or attribute or times < _LEAST_ALONE
    return attribute


def mark_neighbours(found: Sequence[Candidate]) -> None:
    """Add to each candidate of one text what stands beside it in a list, judged by the scores so far."""
    text = found[0].tokens.text if found else ""
    for one, two in zip(found, found[1:], strict=False):
        if one.part is not None and two.part is not None and one.first == two.first:
            continue
        start = two.tokens.starts[two.titles[0]] if two.titles else two.start
        gap = text[one.tokens.after[one.last] : start]
        if two.titles and gap.strip() == "" or (two.titles and gap[:1] == "," and len(gap.split()) <= len(two.titles) + 1):
            continue  # "the Hartley, Captain Lowe" is no list
        if len(gap) > 24 or not (_JOINED.fullmatch(gap) or _is_line_list(one, two, gap)):
            continue
        _mark(one, two)
        _mark(two, one)
        if _shares_family(one, two):
            one.features.append("given name of a family named after it")


def _is_line_list(one: Candidate, two: Candidate, gap: str) -> bool:
    text = one.tokens.text
    opens = text[: one.start].rstrip(" ").endswith(("\n", "")) and (one.start == 0 or text[one.start - 1] == "\n")
    return opens and _LINE_BETWEEN.fullmatch(gap) is not None


def _mark(one: Candidate, two: Candidate) -> None:
    if two.score > 0:
        one.features.append("beside a person")
    elif any(f in ("-a known place", "-after 'in' or 'at'", "-names a place or body") for f in two.features):
        one.features.append("-beside a place")


def _shares_family(one: Candidate, two: Candidate) -> bool:
    """Whether "Ann and Piers Hartley" names two of one family."""
    return one.first == one.last and is_forename(one.tokens.words[one.first]) and two.given and not two.inverted
