"""Names in headings set in capitals, and wherever else every word has one.

There the page has to tell: a word that names a person in mixed-case text, in labels of turns or in citations names him
here. A word that the page has nowhere else is a person's only if it is no word of the language, no place and no
people, and does what persons do.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from testimonia.words.gazetteer import is_known_place
from testimonia.words.kinds import is_people, kind_words
from testimonia.words.lexicon import is_common_word, is_english_word
from testimonia.words.names import is_forename, is_particle
from testimonia.words.speech import english_speech
from testimonia.words.titles import is_calling, is_title

from .candidates import Candidate
from .evidence import Evidence
from .given import is_known_given
from .sequences import PREFIXES
from .tokens import Tokens
from .word_sorts import sort_of

__all__ = ["blind_candidates"]

_CLEAR_THINGS = frozenset(
    "street avenue square bridge pier city town village province region oblast prize award medal constitution "
    "university institute academy railway canal station factory museum hospital island river lake hotel company "
    "corporation college theatre theater".split()
)
_SURE, _LIKELY = 3.0, 1.0  # scores: 0.95 and 0.73 as confidence
_LEAST_SHARE = 0.5  # of a word's places in mixed-case text that name a person
_SHORTEST_UNKNOWN = 4
_TWINS_OF_A_WORD = (
    3  # met oftener than that in small letters for each time it names somebody, it needs a title or forename
)


def blind_candidates(
    tokens: Tokens, known: Mapping[str, Evidence], pairs: Container[tuple[str, str]] = ()
) -> Iterator[Candidate]:
    """The names in those lines of a text where capitals say nothing, each with the features that spoke for it."""
    n, count = 0, len(tokens.words)
    while n < count:
        if not tokens.blind[n] or n in tokens.labels:
            n += 1
            continue
        found = _at(tokens, n, known, pairs)
        if found is None:
            yield from _parts(tokens, n, known)
            n += 1
            continue
        yield found
        n = found.last + 1


def _parts(tokens: Tokens, n: int, known: Mapping[str, Evidence]) -> Iterator[Candidate]:
    """The names in "ANTI-HARTLEY" and "HARTLEY-LOWE"."""
    pieces = tokens.words[n].split("-")
    persons = [_is_person(piece.casefold(), known) and not is_common_word(piece) for piece in pieces]
    shown = sum(persons) > 1 or any(piece.casefold() in PREFIXES or is_people(piece) for piece in pieces)
    if len(pieces) < 2 or not any(persons) or not shown:
        return
    place = tokens.starts[n]
    for piece, person in zip(pieces, persons, strict=True):
        if person:
            found = Candidate(tokens, n, n, piece.casefold(), part=(place, place + len(piece)))
            found.features, found.score = ["named elsewhere"], _SURE
            yield found
        place += len(piece) + 1


def _at(tokens: Tokens, n: int, known: Mapping[str, Evidence], pairs: Container[tuple[str, str]]) -> Candidate | None:
    """The name that begins with the word, if one does."""
    low = tokens.low(n)
    last = n
    if len(low) == 1:  # initials
        if not tokens.text.startswith(".", tokens.ends[n]):
            return None
        while (
            last - n < 4
            and len(tokens.words[last]) == 1
            and tokens.gap(last).strip(" ") == "."
            and tokens.low(last + 1)
        ):
            last += 1
        if last == n or len(tokens.words[last]) == 1 or not tokens.blind[last]:
            return None
        given = True
        if last == n + 1 and is_common_word(tokens.words[last]):  # "I. FRIENDS" is a chapter
            return None
        if tokens.low(last) in kind_words("functions") or tokens.low(last) in kind_words("others"):
            return None
    else:
        given = False
        while _follows(tokens, last) and (
            (is_forename(tokens.words[last]) and _may_be_family(tokens, last + 1, known))
            or (tokens.low(last), tokens.low(last + 1)) in pairs
            or (_is_person(tokens.low(last + 1), known) and is_known_given(tokens.words[last]))
        ):
            last += 1
            given = True
    features = _features(tokens, n, last, known, given=given)
    if features is None:
        return None
    found = Candidate(tokens, n, last, tokens.low(last), given=given)
    found.titles = _titles(tokens, n)
    if found.titles and "a title before it" not in features:
        features.append("a title before it")
    found.features = features
    found.score = _SURE if "named elsewhere" in features else _LIKELY
    return found


def _follows(tokens: Tokens, n: int) -> bool:
    return (
        n + 1 < len(tokens.words)
        and tokens.blind[n + 1]
        and not tokens.owns(n)
        and tokens.gap(n).strip() in ("", ".")
        and "\n" not in tokens.gap(n)
    )


def _may_be_family(tokens: Tokens, n: int, known: Mapping[str, Evidence]) -> bool:
    low = tokens.low(n)
    if low in kind_words("functions") or low in kind_words("others") or low in english_speech().saying:
        return False
    if low in kind_words("persons_acts"):
        return False
    if _is_person(low, known):
        return True
    return not is_common_word(low) and not is_known_place(low) and not is_people(low) and not is_title(low)


def _is_person(low: str, known: Mapping[str, Evidence]) -> bool:
    evidence = known.get(low)
    if evidence is None:
        return False
    if not evidence.met and evidence.counts["an author"]:
        return not (is_common_word(low) or is_known_place(low))
    return evidence.persons > 0 and evidence.persons >= _LEAST_SHARE * evidence.met


def _titles(tokens: Tokens, n: int) -> tuple[int, ...]:
    titles: list[int] = []
    at = n - 1
    while at >= 0 and n - at < 4 and tokens.gap(at).strip() in ("", ".") and _is_called(tokens.words[at]):
        titles.append(at)
        at -= 1
    return tuple(reversed(titles))


def _plain_acts() -> frozenset[str]:
    return kind_words("persons_acts") - kind_words("functions")


def _is_called(word: str) -> bool:
    return is_title(word) or is_calling(word)


def _features(tokens: Tokens, first: int, last: int, known: Mapping[str, Evidence], *, given: bool) -> list[str] | None:
    low = tokens.low(last)
    following, preceding = tokens.low(last + 1), tokens.low(first - 1)
    close = tokens.gap(last).strip() == "" and not tokens.owns(last)
    if close and following in _CLEAR_THINGS:
        return None
    if sort_of(tokens.words[last]) in ("function", "other", "courtesy") or is_particle(low):
        return None
    evidence = known.get(low)
    titled = bool(_titles(tokens, first)) and is_title(tokens.words[first - 1])
    features: list[str] = []
    if _is_person(low, known):
        assert evidence is not None
        common = is_common_word(low) or is_title(low)
        if common and not (given or titled) and evidence.twins > _TWINS_OF_A_WORD * evidence.persons:
            return None
        if common and not (given or titled) and preceding in ("the", "a", "an", "of", "in", "to"):
            return None
        leads = preceding in kind_words("locatives") and following not in kind_words("events")
        if leads and evidence.counts["-after 'in' or 'at'"] and not tokens.owns(last):
            return None
        features.append("named elsewhere")
    elif given:
        features.append("forename or initial before it")
    else:
        met = evidence is not None and evidence.met > 0
        if met or is_english_word(low) or is_known_place(low) or is_people(low) or len(low) < _SHORTEST_UNKNOWN:
            return None
        if "-" in low:
            return None
        acts = following in english_speech().saying or following in _plain_acts() or tokens.owns(last)
        beside = (
            (following == "and" and _is_person(tokens.low(last + 2), known))
            or (preceding == "and" and _is_person(tokens.low(first - 2), known))
            or preceding in ("against", "with", "by")
        )
        if not (acts or beside or titled):
            return None
        features.append("no word of the language, and does what persons do")
    if tokens.owns(last):
        features.append("owns something")
    return features
