"""What one account denies in so many words and another tells: "there was no coin", "a small coin lay in it".

A denial (see `propositions`) is set against sentences of other excerpts that say the same word, in whatever form, and
deny nothing. That both speak of one thing is told by what stands around the word on either side, by who is meant, and
by the claim that both stand under.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from ..model import Cause, DiscrepancyKind, Reason, Sourcebook
from ..words.grammar import BE
from ..words.polarity import poles
from ..words.stems import stem
from ..words.verbs import base_of, forms_of, verb_forms
from .differences import Difference, Words, about_of
from .propositions import Subjects, Told, denials, may_scale, on_scales, telling
from .sayings import Saying, Sayings
from .settings import Settings

__all__ = ["denied_and_told"]

_VERY_RARE = 6.5  # of a word that may be denied of one part and told of another
_RARE = 5.0  # weight of a word that few sentences say
_KNOWN = 6.0  # what one who is named in both counts
_MOST = 3  # accounts that one denial is set against
_FEW = 400  # sentences that say a word of proof: of more, only those under the same claim are looked at
_SHARED = 4.0  # what must stand beside two passives
_BESIDE, _NEAR_BY, _AWAY = 12, 40, 1000  # claims
_MUCH = 6.0  # of what two sentences share that are near in nothing else
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PERCEIVED = frozenset("hear notic smel perceiv".split())


def denied_and_told(book: Sourcebook, sayings: Sayings, settings: Settings) -> Iterator[Difference]:
    """Pairs of a denial and what it denies, told in another excerpt."""
    subjects = Subjects(book, sayings.named_in_claims)
    asked = {
        number: {"=" + pole.scale for pole in poles(_WORD.findall(claim.text.lower()))}
        for number, claim in enumerate(book.claims)
    }
    scaled: defaultdict[str, list[Told]] = defaultdict(list)
    denied = [told for number in sorted(sayings.denying) for told in denials(sayings.all[number], subjects)]
    scales = frozenset(filter(may_scale, sayings.lows))
    for saying in sayings.all:
        if scales.isdisjoint(saying.lows):
            continue
        for told in on_scales(saying, subjects):
            if told.yes:
                scaled[told.concept].append(told)
            else:
                denied.append(told)
    known: dict[tuple[int, str], list[Told]] = {}
    own = {(no.saying.record.id, no.concept) for no in denied}
    for no in denied:
        found = scaled[no.concept] if no.concept[0] == "=" else _tellings(sayings, no, subjects, known)
        rivals = []
        for yes in found:
            if yes.saying.record is no.saying.record:
                continue
            if (yes.saying.record.id, no.concept) in own and no.concept.isalpha():
                continue  # that account denies it too, of another part
            of_it = no.concept in asked.get(no.saying.section, ()) or no.concept in asked.get(yes.saying.section, ())
            weight = _tie(sayings, settings, no, yes, of_it)
            if weight > 0.0:
                rivals.append((weight, yes))
        exact = [pair for pair in rivals if pair[1].line.words[pair[1].at] == no.line.words[no.at]]
        rivals = exact if exact and no.of_thing else rivals  # letters of the alphabet are no letter
        rivals.sort(key=lambda pair: (-pair[0], pair[1].saying.number))
        for weight, yes in rivals[:_MOST]:
            a, b = (no, yes) if no.saying.number < yes.saying.number else (yes, no)
            pair = sayings.pair(a.saying, b.saying)
            yield Difference(
                DiscrepancyKind.OPPOSITE,
                _words(a),
                _words(b),
                about_of(pair) or no.concept.strip("="),
                min(0.8, 0.4 + weight / 50),
                Cause.CONFLICT,
                tuple(sorted({one.subject for one in (a, b)} & (a.saying.persons | b.saying.persons))),
                (Reason("one account denies in so many words what the other tells"),),
                weight,
            )


def _words(told: Told) -> Words:
    places = told.line.places
    return Words(told.saying, places[min(told.first, told.at)][0], places[max(told.first, told.at)][1])


def _tellings(
    sayings: Sayings, no: Told, subjects: Subjects, known: dict[tuple[int, str], list[Told]]
) -> Iterator[Told]:
    """Where what is denied is told: under the same claim, and elsewhere where few sentences say the word."""
    word = no.saying.tokens[no.line.tokens[no.at]].low
    base = base_of(word)
    regular = verb_forms(base)
    forms = {word, regular.third, regular.ing, regular.past, *forms_of(base)} | (
        {"evidence", "proof"} if no.concept.endswith(" proof") else set()
    )
    numbers = {n for form in forms for n in sayings.having(stem(form))}
    widely = " " in no.concept and len(numbers) <= _FEW
    for number in sorted(numbers):
        saying = sayings.all[number]
        near = _apart(saying, no.saying)
        if not widely and near > (no.concept in _PERCEIVED):
            continue
        key = (number, no.concept)
        if key not in known:
            known[key] = list(telling(saying, no.concept, subjects))
        yield from known[key]


def _is_of(no: Told) -> bool:
    """Whether it is denied of somebody's and not only in one place: "no notice of the guild"."""
    return no.line.words[no.at + 1 : no.at + 2] == ["of"]


def _apart(a: Saying, b: Saying) -> int:
    return abs(a.section - b.section) if a.section >= 0 and b.section >= 0 else _AWAY


def _tie(sayings: Sayings, settings: Settings, no: Told, yes: Told, asked: bool) -> float:
    """How much says that a denial and what tells of the denied speak of one thing, 0 where too little does.

    ``asked``: a claim that either stands under speaks of it.
    """
    near = _apart(no.saying, yes.saying)
    shared = (no.around & yes.around) - _keys(no, yes)
    one, other = no.subject, yes.subject
    tie = 0.0
    if " " in no.concept:
        weight = sayings.pair(no.saying, yes.saying).weight
        if near <= 1 or (near <= _NEAR_BY and (weight >= _MUCH or settings.of_one_trial(no.saying, yes.saying))):
            tie = weight
    elif no.concept[0] == "=":
        if one and one == other and one[0] != "?" and near <= _BESIDE and (asked or _beside(sayings, shared)):
            tie = sayings.weigh(shared) + _KNOWN
    elif near <= (no.concept in _PERCEIVED):
        weight = sayings.weights.get(no.saying.tokens[no.line.tokens[no.at]].key, 0.0)
        if weight < _RARE:
            return 0.0
        if no.of_thing:
            whole = shared or yes.there or not no.narrowed or (near == 0 and weight >= _VERY_RARE and _is_of(no))
            tie = weight + sayings.weigh(shared) if whole else 0.0
        elif no.concept in _PERCEIVED and sayings.weigh(shared) >= _SHARED:
            tie = weight + sayings.weigh(shared)  # what one heard, another did not
        elif no.passive and yes.passive and not one and not other and sayings.weigh(shared) >= _SHARED:
            tie = weight + sayings.weigh(shared)
        elif (
            near == 0
            and _is_one_of(no, 1)
            and _is_one_of(yes, 2)
            and (one == other or not (_known(one) and _known(other)))
        ):
            tie = weight + sayings.weigh(shared)  # "I was never a pilot", "came as a pilot"
        elif one and one == other and (not no.narrowed or shared or one[0] == "?"):
            tie = weight + sayings.weigh(shared) + _KNOWN / 2
    return 0.0 if tie and settings.clash(no.saying, yes.saying) else tie


def _beside(sayings: Sayings, shared: frozenset[str] | set[str]) -> bool:
    """Whether what stands around both says something, beside people."""
    return sayings.weigh(frozenset(feature for feature in shared if feature[0] != "@")) >= _SHARED


def _known(subject: str) -> bool:
    """Whether it is an id of somebody, and not the writer, who may quote another."""
    return bool(subject) and subject[0] != "?" and ":" not in subject


def _is_one_of(told: Told, behind: int) -> bool:
    """Whether somebody is, or is not, said to be one of a sort: "a painter" behind "never", "as" or "was"."""
    words = told.line.words[max(0, told.at - 2) : told.at]
    if len(words) < 2 or words[1] not in ("a", "an"):
        return False
    return words[0] in (("not", "never") if behind == 1 else ("as", *BE))


def _keys(*told: Told) -> set[str]:
    return {one.saying.tokens[one.line.tokens[one.at]].key for one in told}
