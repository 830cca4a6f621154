"""What was settled, as records: persons with their spellings, mentions, and pairs who may be one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ..model import Decision, Gender, MayBe, Mention, Person, Reason, Record, Spelling
from ..model.ids import IdMaker
from .authority import AuthorityEntry
from .entries import LISTED
from .forms import Naming
from .genders import gender_reason, has_womans_ending, pronoun_reason, settle_gender
from .given import fold
from .identity import Gathering
from .origins import STATED, Habit, Origin, habit_of, origins_of_person
from .roles import is_relation_alone

__all__ = ["records_of"]

MOST_REASONS = 4  # shown of one spelling or person
MOST_ROLES = 12


def records_of(
    text: str,
    gathering: Gathering,
    persons: Sequence[int],
    because: Mapping[int, Sequence[Decision]],
    authority: Sequence[AuthorityEntry] = (),
) -> Iterator[Record]:
    """The records, persons in the order of their first names on the page; ``persons`` has the person of each naming."""
    members: dict[int, list[int]] = defaultdict(list)
    for index, person in enumerate(persons):
        members[person].append(index)
    entries = _entries(gathering, members, authority)
    ids = IdMaker()
    order = sorted(members, key=lambda person: members[person][0])
    names = {
        person: entries[person].name if person in entries else _name(gathering, members[person]) for person in order
    }
    given = {person: ids.give("p", _folded(names[person])) for person in order}
    mention_ids = IdMaker()
    mentions = []
    for naming, person in zip(gathering.namings, persons, strict=True):
        settled = gathering.settled[naming.index]
        decided = [_decided(d) for d in because.get(person, ())]
        mentions.append(
            Mention(
                mention_ids.give("m", naming.record, naming.text),
                naming.span,
                naming.text,
                naming.record,
                given[person],
                round(1.0 if decided else min(1.0, settled.confidence * naming.sureness), 2),
                (*decided, *settled.reasons, *naming.found_reasons),
                tuple(settled.against),
            )
        )
    habit = habit_of(Counter(naming.form.family for naming in gathering.namings if naming.form.family))
    for person in order:
        entry = entries.get(person)
        yield _person(
            text, gathering, members[person], given[person], names[person], entry, because.get(person, ()), habit
        )
    yield from mentions
    yield from _maybes(gathering, persons, given)


def _folded(name: str) -> str:
    return " ".join(fold(word) for word in name.split())


def _entries(
    gathering: Gathering, members: Mapping[int, Sequence[int]], authority: Sequence[AuthorityEntry]
) -> dict[int, AuthorityEntry]:
    """The entry of the authority file for each person that most of the namings so vouched for say."""
    found = {}
    for person, indexes in members.items():
        votes = Counter(e for i in indexes if (e := gathering.people[gathering.settled[i].person].entry) is not None)
        if votes:
            found[person] = authority[min(votes, key=lambda entry: (-votes[entry], entry))]
    return found


def _decided(decision: Decision) -> Reason:
    return Reason(f"{decision.reviewer} decided so", decision.why)


def _name(gathering: Gathering, indexes: Sequence[int]) -> str:
    """The fullest printed form, in the commonest spelling of the family name, in small letters where it is so met."""
    families = Counter(gathering.namings[i].form.family for i in indexes)
    texts = Counter(gathering.namings[i].text for i in indexes)

    def rank(index: int) -> tuple[object, ...]:
        naming = gathering.namings[index]
        spelt = families[naming.form.family] if naming.form.family else 0
        sure = gathering.settled[index].confidence >= 0.5
        return (
            sure,
            naming.form.fullness,
            "," not in naming.text,
            spelt,
            not naming.text.isupper(),
            texts[naming.text],
            -index,
        )

    best = gathering.namings[max(indexes, key=rank)]
    return _uninverted(" ".join([*best.text.split(), *best.shared_family.split()]))


def _uninverted(name: str) -> str:
    family, comma, given = name.partition(", ")
    return f"{given} {family}" if comma and given else name


def _person(
    text: str,
    gathering: Gathering,
    indexes: Sequence[int],
    name_id: str,
    name: str,
    entry: AuthorityEntry | None,
    decisions: Sequence[Decision],
    habit: Habit,
) -> Person:
    namings = [gathering.namings[i] for i in indexes]
    spellings = _spellings(gathering, namings, habit)
    roles: dict[str, Reason] = {}
    for naming in namings:
        for role in naming.roles:
            if not is_relation_alone(role.words):
                roles.setdefault(role.words.casefold(), role)
    reasons = [_decided(decision) for decision in decisions]
    if entry is not None:
        reasons.append(Reason(LISTED, entry.name))
    stated = (r for n in namings for r in gathering.settled[n.index].reasons if r.span is not None)
    reasons.extend(_distinct(stated))
    gender = _gender(gathering, namings)
    if gender is not None:
        reasons.append(_gender_reason(text, namings, gender))
    return Person(
        name_id,
        name,
        tuple(s.text for s in spellings),
        spellings,
        gender,
        tuple(roles.values())[:MOST_ROLES],
        dict(entry.identifiers) if entry is not None else {},
        tuple(reasons),
    )


def _gender(gathering: Gathering, namings: Sequence[Naming]) -> Gender | None:
    pronouns = [naming.pronoun for naming in namings]
    families = {n.form.family for n in namings if n.form.family}
    womans = bool(families) and all(has_womans_ending(family) for family in families)
    twins = womans and any(family[:-1] in gathering.surnames.group for family in families)
    shown = [n.gender for n in namings] + ([Gender.FEMALE] if twins else [])
    return settle_gender(shown, pronouns, womans_name=womans)


def _gender_reason(text: str, namings: Sequence[Naming], gender: Gender) -> Reason:
    """The first words of the page that show the gender: a title or name before a pronoun, the name's ending last."""
    for shows in (gender_reason, pronoun_reason):
        for naming in namings:
            reason = shows(text, naming, gender)
            if reason is not None:
                return reason
    return Reason(f"{gender.value} by the ending of the name", namings[0].text, namings[0].span)


def _spellings(gathering: Gathering, namings: Sequence[Naming], habit: Habit) -> tuple[Spelling, ...]:
    """The printed forms, commonest first; one in capitals only counts with its twin in small letters."""
    by_form: dict[str, list[Naming]] = defaultdict(list)
    for naming in namings:
        by_form[" ".join(naming.text.split()).casefold()].append(naming)
    origins = origins_of_person([naming.form.family for naming in namings if naming.form.family], habit)
    found = []
    for same in by_form.values():
        texts = Counter(" ".join(n.text.split()) for n in same)
        printed = min(texts, key=lambda t: (t.isupper(), -texts[t], t))
        origin = origins.get(same[0].form.family)
        stated = origin if origin is not None and origin.sureness >= STATED else None
        settled = [gathering.settled[n.index] for n in same]
        found.append(
            Spelling(
                printed,
                len(same),
                stated.scheme if stated else None,
                stated.original if stated else None,
                round(min(1.0, max(s.confidence for s in settled)), 2),
                (
                    *_distinct(reason for s in settled for reason in s.reasons),
                    *([_origin_reason(origin)] if origin is not None else []),
                ),
                _distinct(reason for s in settled for reason in s.against),
            )
        )
    first = {s.text: n for n, s in enumerate(found)}
    return tuple(sorted(found, key=lambda s: (-s.count, first[s.text])))


def _origin_reason(origin: Origin) -> Reason:
    """Why an original is stated, or that it may be so."""
    by = f" by {origin.scheme}" if origin.scheme else ", by no one scheme"
    if origin.sureness >= STATED:
        return Reason("its letters are as romanised", f"{origin.original}{by}, sure to {origin.sureness:.2f}")
    return Reason("perhaps romanised", f"perhaps from {origin.original}{by}, sure to {origin.sureness:.2f}")


def _distinct(reasons: Iterator[Reason]) -> tuple[Reason, ...]:
    return tuple(dict.fromkeys(reasons))[:MOST_REASONS]


def _maybes(gathering: Gathering, persons: Sequence[int], ids: Mapping[int, str]) -> Iterator[MayBe]:
    now = {gathering.settled[i].person: person for i, person in reversed(list(enumerate(persons)))}
    made = IdMaker()
    seen: set[tuple[int, int]] = set()
    for (a, b), likelihood in sorted(gathering.perhaps.items()):
        one, other = sorted((now[a], now[b]))
        if one == other or (one, other) in seen:
            continue
        seen.add((one, other))
        yield MayBe(
            made.give("y", ids[one], ids[other]),
            ids[one],
            ids[other],
            round(likelihood.score, 2),
            tuple(Reason(why.rstrip(".")) for why in likelihood.why),
            tuple(Reason(why.rstrip(".")) for why in likelihood.against),
        )
