"""Who stands as subject of a verb, by word order: a name or a row of them, a pronoun, a noun phrase.

Steps over asides, and back to the verb that a second one shares its subject with. Left out: questions of who "we" and
"they" are, subjects behind their verb, and all that needs a whole parse.
"""

from __future__ import annotations

from .clauses import (
    CLAUSE_WORDS,
    HELPING,
    PERSONAL,
    STOPS,
    TITLES,
    Meaning,
    Party,
    Sentence,
    ends_title,
    may_stand_before_name,
    party_of,
)
from .grammar import BE, DETERMINERS, NO_PHRASE, PREPOSITIONS
from .speech import english_speech
from .titles import is_title
from .verbs import is_irregular_past, may_be_past

__all__ = ["leading_names", "subject_of"]


def subject_of(sentence: Sentence, at: int, meant: Meaning) -> tuple[Party, ...]:
    """Who stands as subject of the verb at ``at``: several where they are joined by "and"."""
    words = sentence.words
    place = at - 1
    if place > 0 and words[place].word in '"“‘':  # "Ash "admitted" that …"
        place -= 1
    while place >= 0 and (
        words[place].low in HELPING
        or words[place].low.endswith("ly")
        or (words[place].low == "used" and words[place + 1].low == "to")
        or (
            words[place].low in ("all", "both", "themselves")
            and place > 0
            and words[place - 1].low in HELPING | {"they", "we"}
        )
    ):
        place -= 1
    if place < 0:
        return ()
    word = words[place]
    if word.low == "," and place >= 2 and words[place - 1].named is not None:
        first = place - 1
        while first > 0 and (words[first - 1].named is not None or words[first - 1].low in ("and", "&")):
            first -= 1
        titled = first
        while titled > 1 and (ends_title(words, titled - 1) or is_title(words[titled - 1].low)):
            titled -= 1  # "the foreman, Mr. Ash, gave"
        if titled > 0 and words[titled - 1].low == "," and not _governed(sentence, first):
            return _joined(sentence, place - 1)  # "the foreman, Ash, gave", "two others, Ash and Reed, were"
    if word.low in (",", ")", "]", "--", "–", "—"):
        inner = _before_aside(sentence, place)
        if inner is None:
            return ()
        if words[inner].named is None and (fronted := _fronted(sentence, inner)) is not None:
            return (fronted,)
        place, word = inner, words[inner]
    if word.low in ("and", "or", "but", "then"):
        return _subject_of_earlier(sentence, place, meant)
    if word.low in ("who", "which", "that"):
        found = _antecedent(sentence, place, meant)
        return () if found is None else (found,) if found.id is not None else _with_names(sentence, (found,))
    if word.named is not None:
        if _governed(sentence, place):
            return _whole_phrase(sentence, place)
        relative = _relative_before(sentence, place)
        return _whole_phrase(sentence, relative - 1) if relative else _joined(sentence, place)
    if word.low == "'s":
        return ()
    if word.low in PERSONAL or word.low in ("latter", "former"):
        found = meant(sentence, place)
        return (found,) if found is not None else (Party(word.start, word.end, word.word, None, 0.5),)
    return _past_adverbial(sentence, place) or _with_names(sentence, _whole_phrase(sentence, place))


def _relative_before(sentence: Sentence, place: int) -> int:
    """The "who" whose verb has the name at ``place`` for its object: "the man who met Ash told"; 0 for none."""
    words = sentence.words
    for n in range(place - 1, max(0, place - 6), -1):
        if words[n].low in ("who", "which", "that"):
            verb = words[n + 1 : place]
            does = any(may_be_past(w.low) for w in verb)
            return n if does and not words[n - 1].is_mark and words[n - 1].named is None else 0
        if words[n].is_mark or words[n].low in ("and", "or", "but"):
            return 0
    return 0


def _fronted(sentence: Sentence, before: int) -> Party | None:
    """The name that a sentence begins with, where what lies between it and a verb is set off bit by bit.

    "Ash, a cook, once a sailor, member of the crew, confessed": three asides, and none of them has a verb.
    """
    words = sentence.words
    first = next((n for n in range(min(4, before)) if words[n].named is not None), -1)
    named = words[first].named if first >= 0 else None
    if named is None or sentence.is_genitive(first) or words[first + 1].low != ",":
        return None
    if any(word.low in PREPOSITIONS or word.is_mark for word in words[:first]):
        return None
    inside = words[first + 2 : before + 1]
    if any(w.low in BE or w.low in CLAUSE_WORDS or w.low in STOPS or is_irregular_past(w.low) for w in inside):
        return None
    return party_of(named)


def leading_names(sentence: Sentence) -> tuple[Party, ...]:
    """The names that a sentence begins with, set off by a comma: "Ash and Reed, as owners of the mill, …"."""
    words = sentence.words
    n = 0
    while n < min(4, len(words)) and words[n].named is None and not words[n].low.endswith("ed"):
        n += 1
    if n >= len(words) or words[n].named is None or any(w.low in PREPOSITIONS | CLAUSE_WORDS for w in words[:n]):
        return ()
    last = n
    while last + 1 < len(words) and (words[last + 1].named is not None or words[last + 1].low in ("and", ",", "&")):
        last += 1
    while words[last].named is None:
        last -= 1
    closed = last + 1 < len(words) and words[last + 1].low == ","
    return _joined(sentence, last) if closed and not sentence.is_genitive(last) else ()


def _with_names(sentence: Sentence, phrase: tuple[Party, ...]) -> tuple[Party, ...]:
    """A phrase with the names it is joined to: "Ash, Reed and two others"."""
    if not phrase:
        return phrase
    words = sentence.words
    place = next((n for n, w in enumerate(words) if w.start == phrase[0].start), 0) - 1
    before = place
    while before >= 0 and words[before].low in (",", "and", "&"):
        before -= 1
    if before == place or before < 0 or words[before].named is None or sentence.is_genitive(before):
        return phrase
    if _ends_clause(sentence, before, place + 1):
        return phrase
    return () if _governed(sentence, before) else (*_joined(sentence, before, goes_on=True), *phrase)


def _past_adverbial(sentence: Sentence, place: int) -> tuple[Party, ...]:
    """A name with a phrase of time or place between it and its verb, or with whom he is of: "Ash early in May gave",
    "Ash of The Harbour Mail came"."""
    words = sentence.words
    for n in range(place - 1, max(-1, place - 8), -1):
        word = words[n]
        if word.is_mark or word.low in CLAUSE_WORDS or word.low in ("and", "or", "but"):
            return ()
        if word.named is not None:
            following = words[n + 1].low
            time = following in ("early", "late", "once") or (following in PREPOSITIONS and following != "of")
            behind = words[n + 2 : place + 1]
            of_a_body = following == "of" and all(w.low == "the" or w.word[:1].isupper() for w in behind)
            return (
                _joined(sentence, n)
                if (time or of_a_body) and not _governed(sentence, n) and not sentence.is_genitive(n)
                else ()
            )
    return ()


def _before_aside(sentence: Sentence, place: int) -> int | None:
    """Past "…, keeper of the north light, …" to the word before it."""
    words = sentence.words
    opening = {")": "(", "]": "["}.get(words[place].low, words[place].low)
    depth = 0
    for n in range(place - 1, max(-1, place - 26), -1):
        depth += (words[n].low in ")]") - (words[n].low in "([")
        if words[n].low == opening and depth <= 0:
            return n - 1 if n >= 1 else None
        if words[n].low in STOPS:
            return None
    return None


def _governed(sentence: Sentence, place: int) -> bool:
    """Whether a preposition stands before the name (titles between), so that it is no subject."""
    words = sentence.words
    for n in range(place - 1, max(-1, place - 1 - TITLES), -1):
        if words[n].low in PREPOSITIONS:
            return not (words[n].low in ("after", "before", "since", "until", "as") or n == 0)
        if ends_title(words, n):
            continue
        if (
            words[n].is_mark
            or words[n].low in CLAUSE_WORDS
            or words[n].named is not None
            or words[n].low in ("and", "or")
        ):
            return False
    return False


def _ends_clause(sentence: Sentence, place: int, following: int) -> bool:
    """Whether the name at ``place`` is what the clause before acts on, and ", and" opens a clause of its own behind it.

    ``following`` is where the subject of that clause begins.
    """
    words = sentence.words
    if [word.low for word in words[place + 1 : following]] != [",", "and"]:
        return False
    n = place - 1
    while n > 0 and not words[n].is_mark and (words[n].word[0].isupper() or may_stand_before_name(words[n])):
        n -= 1
    if n < 1 or words[n - 1].low in DETERMINERS:
        return False  # "the accused Ash, and Reed"
    low = words[n].low
    doing = words[n - 1].named is not None or words[n - 1].low in PERSONAL
    return may_be_past(low) or (doing and low.endswith("s") and low not in BE)


def _joined(sentence: Sentence, place: int, *, goes_on: bool = False) -> tuple[Party, ...]:
    """The name at ``place`` and those joined to it on its left by commas and "and"; ``goes_on`` tells of an "and"
    behind the name."""
    words = sentence.words
    found = []
    while place >= 0 and (named := words[place].named) is not None:
        found.append(party_of(named))
        before = place - 1
        while before >= 0 and words[before].low in (",", "and", "&", "or"):
            before -= 1
        if before == place - 1 or before < 0 or words[before].named is None or sentence.is_genitive(before):
            break
        if _governed(sentence, before) or _ends_clause(sentence, before, place):
            break  # "according to Ash, Reed met", "Ash met Reed, and Lind paid"
        if not goes_on and len(found) == 1 and place - before == 2 and words[before + 1].low == ",":
            break  # "according to Ash's tenant, Reed, Lind sold": a row has its "and" before the last
        place = before
    return tuple(reversed(found))


def _whole_phrase(sentence: Sentence, place: int, *, near: bool = False) -> tuple[Party, ...]:
    """The noun phrase that ends at ``place``; ``near`` stops at its nearest article."""
    words = sentence.words
    first = place
    while first > 0 and place - first < 9:
        before = words[first - 1]
        if before.is_mark or before.low in CLAUSE_WORDS | {"and", "or", "but", "said", "says", "heard", "saw"}:
            break
        if before.low in HELPING and words[first].low not in PREPOSITIONS and before.low not in ("only", "first"):
            break
        first -= 1
        if words[first].low in DETERMINERS and near:
            whose = words[first - 2].low if first > 1 and words[first - 1].low in ("in", "of") else ""
            if whose not in english_speech().groups:
                break
        if words[first].low in DETERMINERS and not (first > 0 and words[first - 1].low in PREPOSITIONS | {"all", "of"}):
            break
    while first < place and words[first].low in PREPOSITIONS | NO_PHRASE:
        first += 1
    opening = DETERMINERS - {"that"} | {"other"}  # "he said that the cook": no part of whom
    while first > 0 and words[first].low in opening and words[first - 1].low in opening:
        first -= 1
    if words[place].low in NO_PHRASE | PREPOSITIONS | HELPING or words[first].is_mark:
        return ()
    return (
        Party(words[first].start, words[place].end, sentence.text[words[first].start : words[place].end], None, 0.7),
    )


def _subject_of_earlier(sentence: Sentence, place: int, meant: Meaning) -> tuple[Party, ...]:
    """The subject that a second verb shares with the first: the nearest that can be one, to the left."""
    words = sentence.words
    for n in range(place - 1, -1, -1):
        word = words[n]
        if word.low in STOPS:
            return ()
        following = words[n + 1]
        if word.low in ("i", "we", "he", "she", "they"):
            found = meant(sentence, n)
            return (found,) if found is not None else (Party(word.start, word.end, word.word, None, 0.5),)
        if word.low in ("who", "which") and not following.is_mark:
            found = _antecedent(sentence, n, meant)
            return (found,) if found is not None else ()
        if word.named is not None and not _governed(sentence, n) and not sentence.is_genitive(n):
            before = words[n - 1] if n else None
            verbal = before is not None and before.low.endswith(("ed", "gave", "told", "had"))
            if not verbal and (following.low in HELPING or not (following.is_mark or following.low in PREPOSITIONS)):
                return _joined(sentence, n)
    return ()


def _antecedent(sentence: Sentence, place: int, meant: Meaning) -> Party | None:
    """Whom "who" takes up: the name before it, past an apposition."""
    words = sentence.words
    n = place - 1
    while n >= 0 and words[n].is_mark and words[n].low not in STOPS | {")", "]"}:
        n -= 1
    if n >= 0 and words[n].low in (")", "]"):
        inner = _before_aside(sentence, n)
        n = inner if inner is not None else -1
    if n < 0:
        return None
    word = words[n]
    if word.named is not None and not sentence.is_genitive(n):
        return party_of(word.named)
    if word.low in PERSONAL:
        return meant(sentence, n)
    if n + 1 < place:  # a comma: the words before it may be an apposition to a name
        for m in range(n, max(-1, n - 12), -1):
            if words[m].named is not None and m + 1 < len(words) and words[m + 1].low == ",":
                named = words[m].named
                assert named is not None
                return Party(words[m].start, words[m].end, named.name, named.person, 0.85 * named.confidence)
            if words[m].low in STOPS:
                break
    found = _whole_phrase(sentence, n, near=True)
    return found[0] if found else None
