"""Names without a family name: given names, pet forms and nicknames, given to the person whom the page shows.

A given name alone says who is meant only among people who are at hand: in the same excerpt, in its heading, in other
excerpts of the same work. A nickname is taken for somebody's where the page says so in words or in brackets.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..model import Gender, Reason, Span
from .forms import Naming
from .given import compare_given, given_keys
from .namesakes import Namesake
from .surroundings import Surroundings, likeness_of_company

__all__ = ["Alias", "Call", "find_aliases", "place_given_names"]

SURE_ENOUGH = 0.6  # a given name alone is given to somebody from this confidence on
# weights of evidence, as natural logarithms of odds
_NOBODY = 2.5  # of its being somebody else
_NAMED_SO_HERE = 6.0
_HERE = 4.5
_IN_HEADING = 4.0
_UNDER_CLAIM = 3.3
_IN_WORK = 2.5
_ONLY_ONE = 2.3  # nobody else on the page has the given name
_COMPANY = 1.5
_COMMONNESS = 0.25  # for each doubling of the times somebody is named
_ONLY_UNKNOWN = 0.65  # confidence where everybody else at hand has another given name

_SPEAKING = r"(?:known|called|nicknamed|styled|dubbed|christened|named)"
_KNOWN_AS = re.compile(
    r",?\s+(?:(?:who|that) (?:is|was) )?(?:(?:also|otherwise|better|generally|usually|universally|always|then) )?"
    rf"{_SPEAKING}"
    r"(?: \w+){0,4}?(?: as| by)?(?: the)?\s+[\"“”'‘’«„]?"
)
_THAT_IS = re.compile(
    r",?\s*[(\[]?\s*(?:alias|a\.?k\.?a\.?|that is(?: to say)?,?|i\.\s?e\.,?|n[ée]e|born|pseudonym|real name|"
    r"(?:his|her|whose) (?:real|true|party|pen|own|maiden|code) ?name (?:is|was)|otherwise|dit|vulgo|genannt)\s+"
    r"[\"“”'‘’«„]?",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"['’\"”»]?\s*(?P<open>[(\[])\s*(?:the\s+)?[\"“‘']?")
_BRACKET_END = re.compile(r"[\"”’']?\s*(?P<close>[)\]])")
_CALLED_HIM = re.compile(rf"\b{_SPEAKING} (?:him|her) (?:as )?(?:the |our |my )?[\"“”'‘’«„]?$")
_AS_KNOWN = re.compile(rf"[\"”’»]?,? as (?:\w+ ){{1,5}}?(?:is|was|were|are) (?:\w+ )?{_SPEAKING}\b")


@dataclass(frozen=True, slots=True)
class Call:
    """A given name alone that was given to somebody."""

    index: int
    candidate: Namesake
    confidence: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alias:
    """Two namings, by index, that the page says are one person's, and the words that say so."""

    nickname: int
    name: int
    confidence: float
    reason: Reason


def place_given_names(
    alone: Sequence[int], people: Mapping[int, Namesake], scene: Surroundings
) -> tuple[list[Call], list[tuple[Namesake, list[int]]]]:
    """Give each naming that is a given name alone to somebody in ``people`` (by naming), or to a person of its own.

    Returns what was placed, and the new persons with their namings.
    """
    bearers: dict[str, list[Namesake]] = defaultdict(list)
    where: dict[int, list[int]] = defaultdict(list)
    for index, candidate in people.items():
        where[id(candidate)].append(index)
    seen: set[int] = set()
    for candidate in people.values():
        if id(candidate) in seen:
            continue
        seen.add(id(candidate))
        for given in dict.fromkeys(g for form in candidate.forms for g in form.given[:1]):
            for form in given_keys(given):
                if candidate not in bearers[form]:
                    bearers[form].append(candidate)
    placed, left = [], []
    for index in alone:
        call = _place(scene.namings[index], bearers, where, scene) or _only_unknown(scene.namings[index], people, scene)
        if call is None:
            left.append(index)
        else:
            placed.append(call)
    return placed, _gather_strangers(left, scene)


def _place(
    naming: Naming, bearers: Mapping[str, list[Namesake]], where: Mapping[int, list[int]], scene: Surroundings
) -> Call | None:
    given = naming.form.given[0]
    known: dict[int, Namesake] = {}
    for form in given_keys(given):
        known.update((id(c), c) for c in bearers.get(form, ()))
    fitting = [c for c in known.values() if not _other_gender(naming, c) and not _other_patronymic(naming, c)]
    scored = []
    for candidate in fitting:
        likeness = max((compare_given(given, g) for f in candidate.forms for g in f.given[:1]), default=(0.0, ""))
        weight, reason = _presence(naming, where[id(candidate)], scene)
        if not weight and len(fitting) == 1:
            weight, reason = _ONLY_ONE, "nobody else on the page has that given name"
        if likeness[0] and weight:
            near = scene.company(naming.record)
            common = _COMMONNESS * math.log2(1 + len(where[id(candidate)]))
            company = _COMPANY * likeness_of_company(scene.company_of(where[id(candidate)]), near)
            scored.append((weight * likeness[0] + common + company, likeness[1], reason, candidate))
    if not scored:
        return None
    total = math.exp(_NOBODY) + sum(math.exp(score) for score, *_ in scored)
    best = max(scored, key=lambda found: found[0])
    share = math.exp(best[0]) / total
    if share < SURE_ENOUGH:
        return None
    return Call(naming.index, best[3], round(share, 2), (best[1], best[2]))


def _only_unknown(naming: Naming, people: Mapping[int, Namesake], scene: Surroundings) -> Call | None:
    """The one person of the passage whose given name the page does not tell, where the name is no other's there.

    The one who is named most, twice as often as any other such, and who is named before: "Hartley rose. … Piers sat".
    """
    if naming.form.patronymic:  # who is named so politely has been introduced
        return None
    here = [i for i in scene.in_record[naming.record] if i in people]
    open_ones: Counter[int] = Counter()
    by_id: dict[int, Namesake] = {}
    for i in here:
        candidate = people[i]
        if any(f.given or f.initials for f in candidate.forms) or _other_gender(naming, candidate):
            continue
        if naming.gender is Gender.FEMALE and candidate.gender is not Gender.FEMALE:
            continue
        open_ones[id(candidate)] += 1
        by_id[id(candidate)] = candidate
    ranked = open_ones.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[1][1] * 2 > ranked[0][1]):
        return None
    chosen = by_id[ranked[0][0]]
    if not any(i < naming.index for i in here if people[i] is chosen):
        return None
    reasons = ("nobody else in the passage can have the given name", "named before in the same passage")
    return Call(naming.index, chosen, _ONLY_UNKNOWN, reasons)


def _other_gender(naming: Naming, candidate: Namesake) -> bool:
    return bool(naming.gender and candidate.gender and naming.gender is not candidate.gender)


def _other_patronymic(naming: Naming, candidate: Namesake) -> bool:
    own = naming.form.patronymic
    others = {form.patronymic for form in candidate.forms if form.patronymic}
    return bool(own and others and not any(own[:4] == other[:4] for other in others))


def _presence(naming: Naming, places: Sequence[int], scene: Surroundings) -> tuple[float, str]:
    """How near somebody is to a naming, and in what way."""
    namings = scene.namings
    here = [namings[i] for i in places if namings[i].record == naming.record]
    if any(set(n.form.given[:1]) for n in here):
        return _NAMED_SO_HERE, "named in full in the same passage"
    if here:
        return _HERE, "named in the same passage"
    if naming.claim is not None:
        under = [namings[i] for i in places if namings[i].claim == naming.claim]
        if any(n.in_claim for n in under):
            return _IN_HEADING, "named in the heading"
        if under:
            return _UNDER_CLAIM, "named under the same heading"
    if naming.work is not None and any(namings[i].work == naming.work for i in places):
        return _IN_WORK, "named elsewhere in the same work"
    return 0.0, ""


def _gather_strangers(left: Sequence[int], scene: Surroundings) -> list[tuple[Namesake, list[int]]]:
    """Persons of whom no more than a given name is known: the same one under one claim or in one work."""
    found: list[tuple[Namesake, list[int]]] = []
    for index in left:
        naming = scene.namings[index]
        for candidate, places in found:
            other = scene.namings[places[0]]
            near = (
                naming.record == other.record
                or (naming.claim is not None and naming.claim == other.claim)
                or (naming.work is not None and naming.work == other.work)
            )
            same = compare_given(naming.form.given[0], other.form.given[0])[0]
            if near and same and not _other_patronymic(naming, candidate):
                places.append(index)
                if naming.form not in candidate.forms:
                    candidate.forms.append(naming.form)
                break
        else:
            found.append((Namesake([naming.form], [index], naming.gender), [index]))
    return found


def find_aliases(text: str, people: Mapping[int, Namesake], scene: Surroundings) -> list[Alias]:
    """The places where the page says in words or brackets that two names are one person's."""
    where = Counter(id(c) for c in people.values())
    found: list[Alias] = []
    for indexes in scene.in_record.values():
        for a, b in pairwise(indexes):
            if people[a] is not people[b] and (
                alias := _stated(text, scene.namings[a], scene.namings[b], people, where)
            ):
                found.append(alias)
        for place in range(len(indexes)):
            if (alias := _called(text, indexes, place, people, scene)) is not None:
                found.append(alias)
    return found


def _is_nickname(naming: Naming, candidate: Namesake) -> bool:
    """Whether nothing but this one word is known of somebody."""
    return all(not (f.family and (f.given or f.initials)) for f in candidate.forms) and not naming.form.initials


def _stated(text: str, a: Naming, b: Naming, people: Mapping[int, Namesake], where: Mapping[int, int]) -> Alias | None:
    gap = text[a.span.end : b.span.start]
    if len(gap) > 60:
        return None
    span = Span(a.span.start, b.span.end)
    first, second = people[a.index], people[b.index]
    nickname, name = (b, a) if _is_nickname(b, second) and where[id(second)] <= where[id(first)] else (a, b)
    if not _is_nickname(nickname, people[nickname.index]):
        return None
    words = span.cut(text)
    if _KNOWN_AS.fullmatch(gap) or _THAT_IS.fullmatch(gap):
        return Alias(nickname.index, name.index, 0.95, Reason("the page says that it is another name", words, span))
    opened, closed = _BRACKET.fullmatch(gap), _BRACKET_END.match(text, b.span.end)
    if opened is None or closed is None:
        return None
    alone = a.form.given and not a.form.family
    if opened["open"] == "[" and (alone or where[id(first)] <= 2):
        return Alias(a.index, b.index, 0.9, Reason("the name in brackets after it", words, span))
    if alone:
        return Alias(a.index, b.index, 0.8, Reason("the name in brackets after it", words, span))
    return None


def _called(
    text: str, indexes: Sequence[int], place: int, people: Mapping[int, Namesake], scene: Surroundings
) -> Alias | None:
    naming = scene.namings[indexes[place]]
    if (naming.form.given and naming.form.family) or not _is_nickname(naming, people[naming.index]):
        return None
    start = max(0, naming.span.start - 40)
    said = _CALLED_HIM.search(text[start : naming.span.start])
    after = _AS_KNOWN.match(text, naming.span.end)
    if said is None and after is None:
        return None
    bearer = _bearer(indexes, place, people, scene)
    if bearer is None:
        return None
    span = Span(start + said.start(), naming.span.end) if said else Span(naming.span.start, after.end() if after else 0)
    return Alias(naming.index, bearer, 0.75, Reason("the page says that somebody is called so", span.cut(text), span))


def _bearer(indexes: Sequence[int], place: int, people: Mapping[int, Namesake], scene: Surroundings) -> int | None:
    """Who "him" is in "they called him …": the only other person of the passage, else the first of its heading."""
    own = people[indexes[place]]
    others = [i for i in indexes if people[i] is not own]
    before = [i for i in others if i < indexes[place]]
    if len({id(people[i]) for i in others}) == 1:
        return others[0]
    naming = scene.namings[indexes[place]]
    heading = [
        i for i in scene.in_claim.get(naming.claim or "", ()) if scene.namings[i].in_claim and people[i] is not own
    ]
    if heading:
        return heading[0]
    return before[-1] if before else None
