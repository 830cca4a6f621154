"""Verbs by which somebody in a heading says something, and what follows them."""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.model import Act

from .acts import Group, Object, Usage
from .heading_clauses import Clause
from .heading_knowing import KNOWING, by_disbelief, by_finding, by_having_faith, by_knowing, has_sense
from .heading_owning import by_owning
from .heading_partners import addressed_places, named_in, partners_of
from .heading_people import Heading, Statement, Target, rule_of
from .heading_phrases import POSSESSIVES, PROCEEDINGS, Phrase, Sort, is_actor, phrases, slug
from .heading_proof import PROOF, lack_of_proof
from .heading_states import by_being

__all__ = [
    "by_act",
    "by_asking",
    "by_being_named",
    "by_saying",
    "by_telling",
    "by_telling_a_thing",
    "of_own_deed",
    "second_verdict",
]

_CONTESTING = ("says.contesting", "says.doubting")
_SPOKEN = (Object.PERSON, Object.CLAUSE, Object.STATEMENT)
_WRITING = frozenset("write writes wrote written writing".split())
_WRITINGS = frozenset(
    """
    book books report letter letters note diary memoir memoirs article articles dispatch despatch telegram poem poems
    play novel history account will petition pamphlet
    """.split()
)
_CHARGES = frozenset("charge charges accusation accusations allegation allegations indictment guilt verdict".split())
_REFLEXIVE = frozenset("himself herself themselves itself".split())
_TAKING_HOLD = ("own", "hold", "held", "find", "found", "learn", "discover", "notic", "detect", "uncover", "observ")


def by_saying(
    h: Heading,
    clause: Clause,
    usage: Usage,
    subject: list[Phrase],
    is_self: bool,
    outer: Phrase | None,
    outers: list[Phrase],
    opinion: bool,
    nobody: bool,
) -> Iterator[Statement]:
    """A verb by which somebody says something."""
    speakers = [p for p in subject if is_actor(p)]
    if clause.passive:
        yield from by_being_named(h, clause, usage, subject, outer)
        return
    if is_self and outer is not None:
        speakers = [outer]
    if not speakers:
        makers = [q for p in subject for q in p.owners if is_actor(q)]
        vocal = any(h.vocabulary.known(p.head, Group.SAYS) for p in subject if p.head)
        if makers and vocal and usage.object in _SPOKEN and usage.act is not Act.JUDGES:
            speakers = makers
    if usage.asks:
        yield from by_asking(h, clause, speakers, subject, outer)
        return
    if usage.motive:
        if speakers and outer is None:
            yield h.make(Act.JUDGES, None, h.targets(speakers), clause, "what somebody had in mind", 0.55)
        elif speakers and not is_self:
            yield h.make(Act.JUDGES, outer, h.targets(speakers), clause, "what somebody had in mind", 0.6)
        return
    free = h.freely(clause) if usage.said and not clause.contents else None
    if free is not None and speakers and clause.end == clause.stop - (free[1][1] - free[1][0]):
        for who in speakers:
            yield h.make(Act.EXONERATES, who, h.implied(free[0], *free[1]), clause, "it was said freely", 0.7)
        return
    if (usage.said and nobody) or (outer is None and clause.modal in ("should", "must", "ought")):
        return
    if usage.said and is_self and outer is not None and clause.negated and not clause.contents:
        yield h.make(Act.DENIES, outer, (), clause, "says that he did not", 0.6)
        return
    if usage.name == KNOWING and outer is None and not has_sense(h, clause):
        yield from by_knowing(h, clause, speakers)
        return
    if outer is None and speakers and not clause.contents and _takes_hold(h, clause, usage):
        yield h.make(Act.REPORTS, None, h.targets(speakers), clause, "what somebody had or came upon", 0.5)
        return
    if usage.said:
        yield from by_telling(h, clause, usage, speakers, outer, outers, opinion)
        return
    if nobody and usage.act in (Act.ADMITS, Act.DENIES):
        yield h.make(Act.REPORTS, outer, h.targets(subject), clause, "not everybody did", 0.6)
        return
    act = usage.act
    assert act is not None
    if usage.name in _CONTESTING:
        objects = phrases(h.text, h.tokens, clause.end, clause.stop)
        bare = [p.head for p in objects if p.head and not p.owners]
        own = any(head in _CHARGES or h.vocabulary.known(head, Group.DEEDS) for head in bare)
        if own and speakers and not clause.negated:
            for who in speakers:
                yield h.make(Act.DENIES, who, (), clause, "contests a charge", 0.7)
            return
    if clause.negated:
        if usage.negated is None and usage.act is Act.DENIES and outer is None and not nobody:
            act = Act.ADMITS  # "never denied it"
        elif usage.negated is None:
            if usage.act is Act.RETRACTS and is_self:
                act = Act.ADMITS
            elif outer is None:
                yield h.make(Act.REPORTS, None, h.targets(subject), clause, "somebody did not say it", 0.5)
                return
            else:
                yield h.make(Act.REPORTS, outer, h.targets(subject), clause, "somebody did not say it", 0.5)
                return
        elif outer is not None and not is_self:
            yield h.make(Act.ACCUSES, outer, h.targets(subject), clause, "says that somebody does not own up", 0.5)
            return
        else:
            act = usage.negated
    if clause.modal in ("should", "must") and outer is not None:
        yield h.make(Act.ACCUSES, outer, h.targets(speakers, outer), clause, "says what somebody was to say", 0.5)
        return
    if not speakers:
        if act in (Act.ADMITS, Act.DENIES, Act.RETRACTS):
            return
        speakers_or_none: list[Phrase | None] = [None]
    else:
        speakers_or_none = list(speakers)
    for one in speakers_or_none:
        yield from by_act(h, clause, act, usage, one, speakers)


def _takes_hold(h: Heading, clause: Clause, usage: Usage) -> bool:
    """ "owned the mill", "held the rope", "found the boots": of a thing, where the same verb may say something too."""
    plain = usage.name in ("says.saying", "says.admitting") and len(h.verb_of(clause).split()) == 1
    if not plain or not h.verb_of(clause).startswith(_TAKING_HOLD) or clause.hits[0].last - clause.hits[0].first > 1:
        return False
    if any(hit.usage.act is Act.ACCUSES for hit in h.deeds_in(clause.end, clause.stop)):
        return False
    objects = phrases(h.text, h.tokens, clause.end, clause.stop)
    return bool(objects) and objects[0].sort == Sort.THING and not h.vocabulary.known(objects[0].head, Group.SAYS)


def by_being_named(
    h: Heading, clause: Clause, usage: Usage, subject: list[Phrase], outer: Phrase | None
) -> Iterator[Statement]:
    """ "was denounced by Rowe", "was accused of theft"."""
    by = h.after("by", clause)
    agents = [p for p in by if is_actor(p)]
    if usage.said or usage.asks or usage.act is None or usage.object is Object.DEED:
        held = list(by_being(h, clause, subject, False, outer, False))
        yield from held
        if not held and usage.object is Object.DEED and outer is None and any(is_actor(p) for p in subject):
            yield h.make(Act.REPORTS, None, h.targets(subject), clause, "what befell somebody", 0.55)
        return
    if clause.negated and outer is not None and any(p.id == outer.id for p in subject):
        yield h.make(Act.DENIES, outer, (), clause, "says that he is not to be named", 0.6)
        return
    if clause.negated:
        yield h.make(
            Act.EXONERATES if outer is not None else Act.REPORTS,
            outer,
            h.targets(subject),
            clause,
            "was not accused",
            0.5,
        )
        return
    if agents:
        for agent in agents:
            yield h.make(usage.act, agent, h.targets(subject), clause, rule_of(usage), 0.85)
        return
    yield h.make(Act.REPORTS, outer, h.targets(subject), clause, "what befell somebody", 0.65)


def by_asking(
    h: Heading, clause: Clause, speakers: list[Phrase], subject: list[Phrase], outer: Phrase | None
) -> Iterator[Statement]:
    """ "challenges Rowe to confess" accuses him; to ask for something else is an event."""
    asked = [p for p in phrases(h.text, h.tokens, clause.end, clause.stop) if is_actor(p) or p.sort == Sort.PRONOUN]
    confess = wrong = False
    for n in range(clause.verb + 1, clause.stop):
        if h.lows[n - 1] != "to":
            continue
        for hit in h.at(n) if h.lows[n] else ():
            confess = confess or (hit.usage.act is Act.ADMITS and hit.is_verb)
            wrong = wrong or (
                hit.usage.group is Group.DEEDS
                and hit.usage.act is Act.ACCUSES
                and hit.usage.whom != "partner"
                and hit.is_verb
            )
    gap = clause.hits[0].gap
    within = [*h.lows[slice(*gap)]] if gap is not None else h.lows[clause.end : clause.end + 1]
    himself = bool({"him", "her", "them", "me", "us"} & set(within))
    if confess and speakers and asked:
        for who in speakers:
            yield h.make(Act.ACCUSES, who, h.targets(asked, who, speakers), clause, "asks somebody to confess", 0.7)
    elif outer is not None and speakers and (wrong or himself or clause.modal == "should"):
        yield h.make(
            Act.ACCUSES,
            outer,
            h.targets(speakers, outer),
            clause,
            "says that somebody told others to do it",
            0.75,
        )
    elif (
        outer is None
        and speakers
        and (h.lows[clause.end - 1] == "to" or (asked and "to" in h.lows[clause.end : clause.stop]))
    ):
        yield h.make(Act.REPORTS, None, h.targets([*subject, *asked]), clause, "asks somebody to do something", 0.6)


def by_telling(
    h: Heading,
    clause: Clause,
    usage: Usage,
    speakers: list[Phrase],
    outer: Phrase | None,
    outers: list[Phrase],
    opinion: bool,
) -> Iterator[Statement]:
    """ "says that …": what is said decides."""
    contents = [h.clauses[k] for k in clause.contents]
    who: list[Phrase] | None = speakers or ([outer] if outer is not None else None)
    opinion = opinion or usage.opinion
    unless = h.unless_of(clause)
    if unless is not None and (clause.negated or not contents):
        for speaker in [*(who or ())] or [None]:
            yield from h.stated(unless, speaker, who or [], True, apart=True)
        return
    doubts = h.verb_of(clause).startswith(("doubt", "disbelie"))
    if contents and usage.opinion and clause.negated != doubts:
        yield from by_disbelief(h, clause, who, outer)
        return
    if clause.negated:
        for content in contents:
            if lack_of_proof(h, content) is not None:
                yield from h.state(content, None)
                continue
            hit = next(
                (hit.usage for hit in content.hits if hit.usage.by and hit.usage.act is not Act.EXONERATES), None
            )
            if hit is not None:
                yield h.make(
                    Act.EXONERATES,
                    outer,
                    h.implied(hit, content.verb, content.end),
                    clause,
                    "nobody says so",
                    0.5,
                )
        return
    directed = outer is not None and speakers and any(c.modal in ("should", "must", "ought") for c in contents)
    if directed:
        yield h.make(
            Act.ACCUSES, outer, h.targets(speakers, outer), clause, "says what somebody told others to do", 0.6
        )
        return
    for content in contents:
        own = list(of_own_deed(h, content, who)) if who else []
        told = own or list(h.state(content, who, opinion))
        yield from by_finding(h, clause, who[0], told) if who and len(contents) == len(who) == 1 else told
    if not contents:
        told = list(by_telling_a_thing(h, clause, usage, speakers, outer))
        yield from told or (by_having_faith(h, clause, speakers) if usage.opinion and outer is None else ())


def of_own_deed(h: Heading, content: Clause, who: list[Phrase]) -> Iterator[Statement]:
    """ "describes the burning they did": the verb stands in for a deed that is named before it."""
    first, last = content.subject
    did = h.verb_of(content) in ("did", "done", "committed")
    if last <= first or h.lows[last - 1] not in ("he", "she", "they") or not did:
        return
    if last - first == 1 and content.hits:
        return
    crimes = [hit for hit in h.deeds_in(first, content.stop) if hit.usage.act is Act.ACCUSES]
    for speaker in who if crimes else ():
        of = partners_of(h, content.end, content.stop, speaker)
        yield h.make(Act.ADMITS, speaker, of, content, "tells of his own deed", 0.7)


def by_telling_a_thing(
    h: Heading, clause: Clause, usage: Usage, speakers: list[Phrase], outer: Phrase | None
) -> Iterator[Statement]:
    """ "describes his crimes", "reminds her of a Rowe plot", "says who did it": a thing is told, no clause."""
    who: list[Phrase | None] = list(speakers) or [outer]
    objects = phrases(h.text, h.tokens, clause.end, clause.stop)
    noted = h.lows[clause.end : clause.end + 1] in (["it"], ["this"], ["everything"], ["down"])
    written = noted or (bool(objects) and objects[0].head in _WRITINGS) or h.lows[clause.end : clause.end + 1] == ["to"]
    if outer is None and speakers and h.verb_of(clause) in _WRITING and written:
        yield h.make(Act.REPORTS, None, h.targets(speakers), clause, "what somebody wrote", 0.6)
        return
    if not speakers and outer is None:
        first = h.subject_of(clause)
        crimes = [hit for hit in h.deeds_in(clause.end, clause.stop) if hit.usage.act is Act.ACCUSES]
        if crimes and first and first[0].head in PROCEEDINGS | PROOF:
            yield h.make(Act.REPORTS, None, (), clause, "what a thing shows", 0.5)
        return
    crimes = [
        hit
        for hit in h.deeds_in(clause.end, clause.stop)
        if hit.usage.act is Act.ACCUSES and hit.usage.name != "deeds.dealing"
    ]
    named = [
        p
        for p in named_in(h, clause.end, clause.stop)
        if p.first >= clause.end + 1 or h.lows[clause.end] in ("of", "about")
    ]
    addressed = addressed_places(h, clause)
    named = [p for p in named if p.first not in addressed]
    for speaker in who:
        own = any(low in POSSESSIVES for low in h.lows[clause.end : crimes[0].first]) if crimes else False
        own = own or any(
            h.lows[n] in ("he", "she", "they") and h.lows[n + 1] in ("did", "committed")
            for n in range(clause.end, clause.stop - 1)
        )
        if crimes and own:
            yield h.make(
                Act.ADMITS,
                speaker,
                partners_of(h, clause.end, clause.stop, speaker),
                clause,
                "tells of his own deed",
                0.7,
            )
        elif crimes:
            targets = h.targets(named, speaker)
            if not targets and crimes[0].first == clause.end:
                targets = h.targets(phrases(h.text, h.tokens, clause.end, clause.stop), speaker)
            yield h.make(Act.ACCUSES, speaker, targets, clause, "tells of a deed", 0.6 if targets else 0.45)
        elif usage.opinion and (
            of := h.targets([o for p in phrases(h.text, h.tokens, clause.end, clause.stop) for o in p.owners])
        ):
            yield h.make(Act.JUDGES, speaker, of, clause, "thinks of another's word", 0.55)
        elif outer is None and speakers and _alerts(h, clause):
            yield h.make(Act.REPORTS, None, h.targets([*speakers, *objects]), clause, "who was told", 0.5)
            return
        elif clause.end < clause.stop and usage.name == "says.saying":
            targets = h.targets([p for p in named_in(h, clause.end, clause.stop) if p.first not in addressed], speaker)
            event = bool(h.deeds_in(clause.end, clause.stop)) or "of" not in h.lows[clause.end : clause.stop]
            yield h.make(Act.REPORTS, speaker, targets, clause, "tells of something", 0.5 if event else 0.4)


def _alerts(h: Heading, clause: Clause) -> bool:
    """ "had warned the company": that it was told is the event, what it was told does not stand there."""
    if clause.present or not h.verb_of(clause).startswith(("warn", "notif", "inform", "alert")):
        return False
    return not {"of", "to", "about", "against", "that"} & set(h.lows[clause.end : clause.stop])


def by_act(
    h: Heading, clause: Clause, act: Act, usage: Usage, who: Phrase | None, speakers: list[Phrase]
) -> Iterator[Statement]:
    """A verb that does one act: admits, denies, accuses …"""
    first, last = clause.end, clause.stop
    rule, sure = rule_of(usage), 0.9
    contents = [h.clauses[k] for k in clause.contents]
    if usage.object is Object.DEED:
        yield from by_owning(h, clause, act, usage, who, speakers, contents)
        return
    found = phrases(h.text, h.tokens, first, last)
    gap = clause.hits[0].gap
    if gap is not None and usage.object is not Object.STATEMENT:
        within = phrases(h.text, h.tokens, *gap)
        behind = h.lows[clause.hits[0].last - 1] in ("on", "onto", "to", "against")  # "puts the blame for it on Rowe"
        found = found if behind else within if h.targets(within) else [*within, *found]
    if usage.object is Object.STATEMENT:
        of: tuple[Target, ...] = ()
        if act is Act.CORROBORATES:
            found = [*(phrases(h.text, h.tokens, *gap) if gap is not None else []), *found]
            of = h.targets(found, who, speakers)
            if not of and found:
                of = (Target(f"anon:{slug(found[0].name)}", found[0].name, found[0].start, found[0].end),)
        yield h.make(act, who, of, clause, rule, sure)
    else:
        within_gap = h.lows[slice(*gap)] if gap is not None else []
        if act is Act.ACCUSES and who is not None and any(p.head in ("nobody", "none") for p in found[:1]):
            yield h.make(Act.EXONERATES, who, (), clause, "blames nobody", 0.5)
            return
        himself = (first < last and h.lows[first] in _REFLEXIVE) or bool(_REFLEXIVE & set(within_gap))
        if himself and usage.act is Act.JUDGES and who is not None and "guilty" in h.lows[clause.verb : last]:
            yield h.make(Act.ADMITS, who, (), clause, "calls himself guilty", 0.7)
            return
        if himself and act is Act.EXONERATES:
            yield h.make(Act.DENIES, who, (), clause, "defends himself", 0.6)
            return
        if himself and act is Act.ACCUSES and who is not None:
            yield h.make(Act.ADMITS, who, (), clause, "accuses himself", 0.7)
            return
        of = h.targets(found, who, speakers)
        things = (
            bool(found)
            and not of
            and h.lows[first] != "and"
            and all(p.sort == Sort.THING and p.head not in PROCEEDINGS for p in found)
        )
        if act is Act.EXONERATES and things and h.verb_of(clause).startswith(("clear", "defend", "excus")):
            yield h.make(Act.REPORTS, None, h.targets(speakers), clause, "what happened", 0.5)  # "defended the fort"
            return
        if any(h.lows[n : n + 2] in (["each", "other"], ["one", "another"]) for n in range(first, last)):
            of = h.targets([p for p in speakers if who is None or p.id != who.id]) or of
        if not of and act is Act.JUDGES and who is None and first == last:
            of = h.targets(h.subject_of(clause)) or h.owner_words(h.subject_of(clause))
        if not of and act is Act.JUDGES:
            of = h.targets(named_in(h, first, last), who)
        if not of and act is Act.JUDGES:
            before = h.subject_of(clause)
            pronoun = any(low in POSSESSIVES for low in h.lows[clause.verb : last])
            of = h.targets([q for p in before for q in p.owners if is_actor(q)]) if who is None and pronoun else ()
            if not of and pronoun:
                place = next(n for n in range(clause.verb, last) if h.lows[n] in POSSESSIVES)
                of = (Target("group:unnamed", "", h.tokens[place].start, h.tokens[place].end),)
        court = [p for p in found if p.head in PROCEEDINGS]
        if not of and act is Act.JUDGES and court:
            of = tuple(Target("org:court", p.name, p.start, p.end) for p in court)
        if act is Act.JUDGES and who is not None and not of and not found:
            return
        called = h.lows[clause.hits[0].last - 1] in ("a", "an", "as")
        named = act is Act.JUDGES and called and bool(of)
        stop = next((n for n in range(first, last) if h.lows[n] == "and"), last)
        if named and any(hit.usage.act is Act.ACCUSES for hit in h.deeds_in(first, stop)):
            act = Act.ACCUSES  # "calls him a thief"
        yield h.make(act, who, of, clause, rule, sure if of else 0.6)
        if gap is not None and usage.act is Act.JUDGES:
            yield from second_verdict(h, clause, who)
    motive = next((n for n in range(first, last - 2) if h.lows[n] == "to" and h.lows[n + 2] in _REFLEXIVE), None)
    if motive is not None and who is not None:
        target = (Target(who.id, who.name, who.start, who.end),)
        yield h.make(Act.JUDGES, None, target, clause, "why somebody does it", 0.6)


def second_verdict(h: Heading, clause: Clause, who: Phrase | None) -> Iterator[Statement]:
    """ "finds the pilot at fault and the harbour free of guilt": the second."""
    for n in range(clause.end, clause.stop - 1):
        if h.lows[n] != "and":
            continue
        called = next((k for k in range(n + 2, clause.stop - 1) if h.lows[k] in ("a", "an")), None)
        if called is not None and h.tokens[called - 1].name is not None:  # "calls Ash a coward and Rowe a butcher"
            of = h.targets(phrases(h.text, h.tokens, n + 1, called))
            yield h.make(Act.JUDGES, who, of, clause, "verdict on another", 0.65)
            return
        for k in range(n + 2, clause.stop):
            quality = next((hit for hit in h.at(k) if hit.usage.group is Group.QUALITIES), None) if h.lows[k] else None
            if quality is not None and quality.usage.act is not None:
                of = h.targets(phrases(h.text, h.tokens, n + 1, k))
                if of:
                    yield h.make(quality.usage.act, who, of, clause, "verdict on another", 0.7)
                return
