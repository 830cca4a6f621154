"""What a heading says that somebody or something is, and how somebody was treated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from testimonia.model import Act
from testimonia.words.grammar import PREPOSITIONS

from .acts import Form, Group, Usage
from .heading_clause_words import MANNER
from .heading_clauses import NEGATIVES, Clause
from .heading_conduct import PROVING_WORDS, compares, custody_of, is_conduct, is_deed_or_word, is_word
from .heading_objects import has_its_object
from .heading_partners import named_in
from .heading_people import Heading, Statement, Target
from .heading_phrases import PROCEEDINGS, Phrase, Sort, is_actor, phrases

__all__ = [
    "ascriptions",
    "by_being",
    "by_existing",
    "by_quality",
    "forced_words",
    "treatment_subject",
    "verdict_in_object",
]

_PERFORMING = ("giv", "gave", "mak", "made", "mount", "deliver", "conduct", "put", "do", "did", "prov", "play", "show")


def _held_by(h: Heading, clause: Clause, act: Act, usage: Usage) -> tuple[Target, ...]:
    """Who treats prisoners as is said; whoever is at large may be threatened by anybody."""
    if act is Act.ACCUSES and h.verb_of(clause).startswith(_AT_LARGE) and not any(map(_HELD.match, h.lows)):
        return ()
    return h.implied(usage, clause.verb, clause.end)


# what is done to people at large as well as to prisoners, and the words that tell of prisoners
_AT_LARGE = ("threat", "intimidat", "bull", "browbeat", "harass", "menac")
_HELD = re.compile(
    r"prison|jail|gaol|arrest|detain|detention|custod|captiv|camps?$|cells?$|interrogat|investigat|confess|defendant|accused"
    r"|trial|testi|police|inmate|convict|inquisit|barracks"
)


def by_being(
    h: Heading, clause: Clause, subject: list[Phrase], is_self: bool, speaker: Phrase | None, opinion: bool
) -> Iterator[Statement]:
    """What somebody or something is said to be, and how somebody was treated."""
    free = h.freely(clause)
    heads = {p.head for p in h.subject_of(clause)}
    treated = [hit.usage for hit in clause.hits if hit.usage.by and has_its_object(h, clause, hit.usage)]
    bare = clause.begin == clause.verb and not any(p.head in PROCEEDINGS or is_word(h, p) for p in subject)
    if bare:
        treated = [usage for usage in treated if usage.name != "deeds.sham"]  # "the choir rehearsed on Tuesdays"
    noun = treatment_subject(h, clause)
    if noun is not None:
        usage, denied, place = noun
        if denied and usage.negated is not None:
            yield h.make(
                usage.negated, speaker, h.implied(usage, place, place + 1), clause, "there was none of it", 0.8
            )
            return
    forced = forced_words(h, clause)
    if forced is not None and not clause.negated and not clause.copula:
        yield h.make(Act.ACCUSES, speaker, h.implied(forced[0], *forced[1]), clause, "how it was got", 0.7)
        return
    owned = [p for p in subject if p.head and p.owners]
    about = next((u for p in owned for u in h.vocabulary.known(p.head, Group.QUALITIES)), None)
    if (
        about is not None
        and about.name in ("qualities.guilt", "qualities.innocence")
        and (clause.copula or clause.passive)
    ):
        act = about.negated if clause.negated else about.act
        if act is not None:
            of = h.targets([o for p in owned for o in p.owners], speaker)
            yield h.make(act, speaker, of, clause, "whether somebody is guilty", 0.75)
            return
    if (
        free is not None
        and not clause.copula
        and (
            clause.passive
            or clause.usage(Group.DEEDS) is not None
            or clause.usage(Group.SAYS) is not None
            or h.verb_of(clause).startswith(("treat", "handl"))
        )
    ):
        usage, (a, b) = free
        act = usage.negated if clause.negated else usage.act
        if act is not None:
            by = h.targets([p for p in h.after("by", clause) if is_actor(p)])
            if not clause.passive and h.verb_of(clause).startswith(("treat", "handl")):
                by = h.targets([p for p in subject if is_actor(p)], speaker)
            by = by or h.targets([p for p in h.after("in", clause) if p.sort == Sort.ORG]) or custody_of(h, clause)
            yield h.make(act, speaker, by or h.implied(usage, a, b), clause, "how somebody was treated", 0.75)
            return
    if clause.passive and treated:
        usage = treated[0]
        act = usage.negated if clause.negated else usage.passive
        if act is not None:
            by = h.targets([p for p in h.after("by", clause) if is_actor(p)], speaker)
            yield h.make(
                act,
                speaker,
                by or custody_of(h, clause) or _held_by(h, clause, act, usage),
                clause,
                "how somebody was treated",
                0.8,
            )
            return
    if not clause.copula:
        quality = verdict_in_object(h, clause, subject, speaker)
        if quality is not None:
            yield quality
        return
    unless = h.unless_of(clause)
    ascribed = ascriptions(h, clause)
    if unless is not None and (not subject or heads & {"it"}):
        yield from h.stated(unless, speaker, [], True)
        return
    if heads & {"there"} or (heads & {"it"} and ascribed and ascribed[0][0].by):
        yield from by_existing(h, clause, ascribed, speaker, opinion)
        return
    whole = any(hit.last - hit.first > 2 for n in range(clause.end, clause.stop) if h.lows[n] for hit in h.at(n))
    if "than" in h.lows[clause.end : clause.stop] and compares(h, clause) and not (whole and ascribed):
        return
    if not ascribed and not is_self and not clause.negated:
        named = [p for p in named_in(h, clause.end, clause.stop) if p.sort == Sort.PERSON]
        first, last = clause.subject
        wrongs = [hit for hit in h.deeds_in(first, last) if hit.usage.act is Act.ACCUSES and not hit.usage.whom]
        if named and wrongs and h.lows[clause.end : clause.end + 1] == [""]:  # "the first thieves were Ash and Rowe"
            yield h.make(Act.ACCUSES, speaker, h.targets(named, speaker), clause, "who they were", 0.7)
            return
    told: set[Act] = set()
    crimes = {p for u, _, p in ascribed if u.group is Group.DEEDS and u.act is Act.ACCUSES and not u.by}
    for usage, denied, place in ascribed:
        if usage.group is Group.QUALITIES and place + 1 in crimes:
            continue  # "are shameless cheats"
        statement = by_quality(h, clause, usage, denied, place, subject, is_self, speaker, opinion)
        if statement is not None and statement.act not in told:
            told.add(statement.act)
            yield statement


def forced_words(h: Heading, clause: Clause) -> tuple[Usage, tuple[int, int]] | None:
    """ "obtained by torture", "confessed under duress": where the words say so."""
    for hit in h.deeds_in(clause.end, clause.stop):
        ahead = h.lows[hit.first - 1] if hit.first else ""
        led = ahead in ("by", "under", "through") or h.lows[hit.first] in ("under", "against")
        if led and hit.usage.by and hit.usage.act is Act.ACCUSES:
            return hit.usage, (hit.first, hit.last)
    return None


def ascriptions(h: Heading, clause: Clause) -> list[tuple[Usage, bool, int]]:
    """The qualities and deeds that are ascribed after a copula, each with whether it is denied, and its place."""
    found: list[tuple[Usage, bool, int]] = []
    n, negated = clause.begin, clause.negated
    fresh = False
    while n < clause.stop:
        low = h.lows[n]
        if low == "as" and n == clause.end:  # "was as fair as can be"
            n += 1
            continue
        if not low or (low in PREPOSITIONS and n >= clause.end and found):
            break
        if n >= clause.end and low == "but":
            negated = False
        if n >= clause.end and low in NEGATIVES:
            fresh = True
        hits = [
            hit
            for hit in h.at(n)
            if hit.usage.group in (Group.QUALITIES, Group.DEEDS) and (hit.last > clause.end or hit.last - hit.first > 1)
        ]
        hits = [hit for hit in hits if Form.NOUN in hit.forms or hit.last - hit.first > 1]
        if hits:
            longest = hits[0].last
            own = low in NEGATIVES or low in ("nothing", "no")
            for hit in hits:
                if hit.last == longest:
                    found.append((hit.usage, False if own else negated or fresh, n))
            n = longest
            fresh = False
            continue
        if n >= clause.end and low in PREPOSITIONS:
            break
        n += 1
    return found


def treatment_subject(h: Heading, clause: Clause) -> tuple[Usage, bool, int] | None:
    """ "no coercion was used", "fakes were not used": the treatment is the subject."""
    first, last = clause.subject
    for phrase in h.subject_of(clause):
        usage = (
            next(
                (u for u in h.vocabulary.known(phrase.head, Group.DEEDS) if u.by and u.act is not Act.EXONERATES),
                None,
            )
            if phrase.head
            else None
        )
        if usage is not None:
            return (
                usage,
                clause.negated or phrase.no or (first < last and h.lows[first] in ("no", "not")),
                phrase.last - 1,
            )
    return None


def by_existing(
    h: Heading, clause: Clause, ascribed: list[tuple[Usage, bool, int]], speaker: Phrase | None, opinion: bool
) -> Iterator[Statement]:
    """ "there was no torture", "there was a plot"."""
    against = next((n for n in range(clause.end, clause.stop) if h.lows[n] == "against"), clause.stop)
    for usage, denied, place in ascribed:
        if usage.by:
            act = usage.negated if denied else usage.act
            if act is not None:
                yield h.make(
                    act,
                    speaker,
                    h.implied(usage, place, place + 1),
                    clause,
                    "whether there was such a thing",
                    0.8,
                )
            return
        if usage.group is Group.DEEDS and usage.act is Act.ACCUSES:
            act = usage.negated if denied else Act.JUDGES if opinion else usage.act
            if act is not None:
                yield h.make(
                    act,
                    speaker,
                    h.targets(named_in(h, clause.end, against)),
                    clause,
                    "whether there was such a deed",
                    0.6,
                )
            return
    if speaker is not None or clause.stop > clause.end:
        yield h.make(Act.REPORTS, speaker, (), clause, "that there was something", 0.5 if speaker is not None else 0.45)


def by_quality(
    h: Heading,
    clause: Clause,
    usage: Usage,
    denied: bool,
    place: int,
    subject: list[Phrase],
    is_self: bool,
    speaker: Phrase | None,
    opinion: bool,
) -> Statement | None:
    """One quality that is ascribed, or denied."""
    act = usage.negated if denied else usage.act
    if act is None:
        return None
    if (is_self and usage.name in ("qualities.guilt", "qualities.innocence")) or (is_self and usage.act is Act.ACCUSES):
        owns = (usage.name != "qualities.innocence") != denied
        return h.make(Act.ADMITS if owns else Act.DENIES, speaker, (), clause, "says what he himself is", 0.85)
    if is_self and speaker is not None and usage.name in ("qualities.worthlessness", "qualities.merit"):
        owns = (usage.name == "qualities.worthlessness") != denied
        return h.make(Act.ADMITS if owns else Act.DENIES, speaker, (), clause, "says what he himself is", 0.6)
    actors = [p for p in subject if is_actor(p)]
    if usage.group is Group.DEEDS:
        if usage.by:
            if not denied and usage.act is Act.EXONERATES:
                of = custody_of(h, clause) or h.implied(usage, place, place + 1)
                return h.make(act, speaker, of, clause, "it was done freely", 0.75)
            if not denied:
                return None  # "is bogus" is a quality too
            printed = tuple(Target("org:court", p.name, p.start, p.end) for p in subject if p.head in PROCEEDINGS)
            return h.make(act, speaker, printed or h.implied(usage, place, place + 1), clause, "it was none", 0.8)
        if usage.act is not Act.ACCUSES or usage.whom == "partner":
            return None
        if not actors and usage.name == "deeds.crime" and subject and all(p.sort == Sort.THING for p in subject):
            if denied or h.lows[place].endswith("ous"):  # "the coast is treacherous"
                return None
            of = h.targets([o for p in subject for o in p.owners], speaker)
            return h.make(Act.JUDGES, speaker, of, clause, "what a thing is called", 0.6)  # "the will is a forgery"
        if not actors:
            return None
        if opinion and act is Act.ACCUSES:
            act = Act.JUDGES
        return h.make(act, speaker, h.targets(actors, speaker), clause, "what somebody is called", 0.8)
    conduct = any(p.head in h.vocabulary.usages["qualities.merit"].things for p in subject)
    if usage.name == "qualities.merit" and not (actors or conduct) and h.lows[place] not in ("best", "worst"):
        return None
    tried = bool(subject) and all(p.head in PROCEEDINGS for p in subject)
    if tried and usage.name == "qualities.genuineness" and not denied:
        act = Act.EXONERATES  # whose trial was honest is cleared of a sham
    if usage.name in (*MANNER, "qualities.excess") and not actors:
        return None
    of_people = actors or any(p.head and (is_deed_or_word(h, p) or p.head in PROVING_WORDS) for p in subject)
    if usage.name == "qualities.character" and not of_people:
        return None
    of = h.targets(subject, speaker)
    if not of:
        heads = [p for p in subject if p.head]
        court = [p for p in heads if p.head in PROCEEDINGS]
        measures = [p for p in heads if any(u.name == "deeds.measure" for u in h.vocabulary.known(p.head, Group.DEEDS))]
        own = [p for p in heads if any(u.act is Act.ADMITS for u in h.vocabulary.known(p.head, Group.SAYS))]
        if court:
            of = tuple(Target("org:court", p.name, p.start, p.end) for p in court)
        elif measures and usage.name == "qualities.fairness":
            first, last = clause.subject
            where = [
                p
                for n in range(first, last)
                if h.lows[n] in PREPOSITIONS
                for p in phrases(h.text, h.tokens, n + 1, last)
            ]
            where += [p for c in h.clauses if c is not clause for p in h.subject_of(c)]
            over = next((p for p in where if p.head in PROCEEDINGS), None)
            name, start, end = (
                (over.name, over.start, over.end) if over is not None else ("", measures[0].start, measures[0].end)
            )
            of = (
                Target("org:court", name, start, end),
            )  # "the sentences were lenient", "the sentences of the trial …"
        elif own:
            of = (Target("group:unnamed", "", own[0].start, own[0].end),)
        else:
            of = h.owner_words(subject, bodies=conduct)
            if not of and usage.name == "qualities.fairness" and not any(is_deed_or_word(h, p) for p in heads):
                return None  # "the winter was mild"
    return h.make(act, speaker, of, clause, "what is said of somebody or something", 0.75)


def verdict_in_object(h: Heading, clause: Clause, subject: list[Phrase], speaker: Phrase | None) -> Statement | None:
    """ "left no doubt of his guilt", "gave a strong defence": a judgement in the object of another verb."""
    deed = clause.usage(Group.DEEDS)
    if deed is not None and deed.act is Act.ACCUSES:
        return None
    for n in range(clause.begin, clause.stop):
        if not h.lows[n]:
            continue
        hit = next((hit for hit in h.at(n) if hit.usage.group is Group.QUALITIES), None)
        if hit is None:
            continue
        usage = hit.usage
        if Form.ING in hit.forms and n and h.lows[n - 1] in PREPOSITIONS:
            continue  # "praised for telling no lies"
        told = usage.name in ("qualities.guilt", "qualities.innocence")
        if told and (hit.last - hit.first > 1 or clause.passive or (clause.hits and clause.hits[0].usage is usage)):
            negated = clause.negated and (hit.first >= clause.end or (hit.is_verb and hit.first == clause.verb))
            act = usage.negated if negated else usage.act
            whom = [p for p in subject if is_actor(p)]
            is_it = speaker is not None and any(p.id == speaker.id for p in whom)
            if act is None:
                return None
            if is_it:
                owns = (usage.name == "qualities.guilt") != negated
                return h.make(Act.ADMITS if owns else Act.DENIES, speaker, (), clause, "says what he himself is", 0.8)
            of = h.targets(whom, speaker)
            if usage.name == "qualities.innocence" and not whom and subject and subject[0].sort == Sort.THING:
                of = h.targets(subject) or h.owner_words(subject)
                return h.make(Act.JUDGES, speaker, of, clause, "what a thing has to do with it", 0.55)
            if not of:
                of = h.targets(named_in(h, clause.end, clause.stop), speaker)
            if not of:
                of = (Target("group:unnamed", "", h.tokens[hit.first].start, h.tokens[hit.last - 1].end),)
            return h.make(act, speaker, of, clause, "whether somebody is guilty", 0.75)
        idle = usage.name == "qualities.worthlessness" and hit.first <= clause.verb and hit.last - hit.first > 2
        rings = usage.name == "qualities.genuineness" and hit.first == clause.verb and hit.last - hit.first > 1
        if idle or (rings and any(p.head and is_deed_or_word(h, p) for p in subject)):
            of = h.targets(subject, speaker) or h.owner_words(subject)
            return h.make(Act.JUDGES, speaker, of, clause, "what is said of somebody or something", 0.65)
        performs = h.verb_of(clause).startswith((*_PERFORMING, "produc", "present", "build", "built"))
        ahead = h.lows[n - 1] if n and performs else ""
        whole = hit.last - hit.first > 1
        if (
            usage.name in ("qualities.merit", "qualities.worthlessness")
            and n >= clause.end
            and ahead in ("a", "an")
            and not clause.passive
            and (whole or is_conduct(h, n, clause.stop))
        ):
            of = h.targets(subject, speaker)
            return h.make(Act.JUDGES, speaker, of, clause, "how well it was done", 0.55) if of else None
    return None
