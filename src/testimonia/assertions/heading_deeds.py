"""What a heading says that somebody did: a wrong, a deed that is treatment; what else happened is an event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from testimonia.model import Act
from testimonia.words.amounts import find_amounts
from testimonia.words.grammar import PREPOSITIONS
from testimonia.words.speech import english_speech

from .acts import Group, Usage
from .heading_clauses import Clause
from .heading_events import VIOLENT, by_event
from .heading_objects import HARM, has_its_object
from .heading_partners import partners_of, payers_of, takes_at
from .heading_people import Heading, Statement
from .heading_phrases import PROCEEDINGS, Phrase, Sort, is_actor, is_agents, phrases, slug
from .heading_wills import ill_will, orderers_of, spares_all

__all__ = ["by_doing", "by_wrong", "deed_of", "payment_of"]

_GIVING = frozenset(
    """
    give gives gave given giving receive receives received receiving get gets got getting take takes took taken
    taking accept accepts accepted hand hands handed send sends sent offer offers offered collect collects
    collected had
    """.split()
)
_JOINING = (
    "work",
    "engag",
    "participat",
    "join",
    "belong",
    "took",
    "taken",
    "take",
    "negotiat",
    "ask",
    "request",
    "propos",
    "prepar",
    "plan",
    "organi",
    "order",
    "direct",
    "command",
    "instruct",
    "assign",
    "commission",
    "train",
    "arm",
    "persuad",
)
_CASE = frozenset("evidence proof case charges testimony testimonies depositions statements".split())
_AWAY = ("burn", "shred", "eras", "alter", "destroy", "hid", "tore", "tear", "cut", "alter", "rewr", "remov")
_PAPERS = frozenset(
    """
    log logbook log-book book register ledger record file archive archive archives diary journal letter paper papers
    document minutes page leaf leaves photograph negative film tape correspondence manuscript evidence telegram note
    receipt list map will deed contract copy copies dossier plan drawing figure entry entries signature
    """.split()
)
_HARMLESS_ORDERS = frozenset(
    """
    turn return stop wait halt go come stay rest retreat advance help search rescue leave sail rise sit assemble march
    """.split()
)
_PIECES = frozenset(
    "play plays opera mass song songs concert dance dances symphony pageant ballet hymn anthem comedy tragedy".split()
)
_ISSUING = ("engrav", "print", "pass", "issu", "circulat", "submit", "sign")
_TRADING = ("sell", "sold", "bought", "buy")
_ILLGOTTEN = frozenset("forged counterfeit stolen smuggled doctored adulterated tainted".split())
_FALSE = _ILLGOTTEN | frozenset("false fake faked".split())
_INTRANSITIVE = frozenset(
    """
    drown drowns drowned drowning burn burns burned burnt burning sink sinks sank sunk sinking poison starve starved
    starving
    """.split()
)
_OF_PEOPLE = (
    "deeds.of-people",
    "deeds.concealing",
    "deeds.inventing",
    "deeds.ignoring",
    "deeds.overstating",
    "deeds.withholding",
    "deeds.shooting",
)
_HARMLESS = frozenset(
    """
    innocent innocents guiltless unarmed defenceless defenseless hostage hostages women children civilians wounded
    """.split()
)


def by_doing(
    h: Heading,
    clause: Clause,
    subject: list[Phrase],
    is_self: bool,
    speaker: Phrase | None,
    speakers: list[Phrase],
    opinion: bool,
) -> Iterator[Statement]:
    """What somebody did, or what befell somebody."""
    usage = deed_of(h, clause)
    if usage is not None and usage.name == "deeds.payment" and speaker is None and len(clause.hits) > 0:
        plain = clause.usage(Group.DEEDS)
        wrong = any(hit.usage.act is Act.ACCUSES for hit in h.deeds_in(clause.end, clause.stop))
        usage = plain if plain is not usage and not wrong else usage  # to get a sum is no wrong by itself
    actors = [p for p in subject if is_actor(p)]
    objects = phrases(h.text, h.tokens, clause.end, clause.stop)
    if speaker is not None and h.verb_of(clause) in ("has", "have", "had") and not clause.negated:
        against = next((n for n in range(clause.end, clause.stop - 1) if h.lows[n] == "against"), None)
        if against is not None and h.lows[against - 1] in _CASE:  # "says that they have evidence against Ash"
            of = h.targets(phrases(h.text, h.tokens, against + 1, clause.stop), speaker)
            yield h.make(Act.ACCUSES, speaker, of, clause, "what there is against somebody", 0.6)
            return
    told = clause.hits and clause.hits[0].usage.group is Group.SAYS
    if not clause.copula and not told and (usage is None or usage.act is Act.REPORTS) and (actors or clause.passive):
        usage = ill_will(h, clause) or usage
    if usage is not None and usage.act is Act.ACCUSES and spares_all(h, clause):
        clause.negated = True
    if usage is not None and usage.act is Act.ACCUSES and not usage.by and (not clause.copula):
        yield from by_wrong(h, clause, usage, subject, actors, objects, is_self, speaker, speakers, opinion)
        return
    dies = h.verb_of(clause) in _INTRANSITIVE and not objects
    if usage is not None and usage.by and not clause.passive and not clause.copula and not dies:
        if usage.name == "deeds.sham" and any(p.head in _PIECES for p in objects):
            return  # "rehearsed the play"
        if is_self:
            act: Act | None = Act.DENIES if clause.negated else Act.ADMITS
            yield h.make(
                Act.EXONERATES,
                speaker,
                h.targets(objects, speaker) or h.implied(usage, clause.verb, clause.end),
                clause,
                "it was the other way round",
                0.5,
            )
        else:
            act = usage.negated if clause.negated else usage.act
        if act is not None and (actors or is_self):
            somebody_named = [p for p in actors if p.head not in ("nobody", "none")]
            of = h.targets(somebody_named, speaker) or h.implied(usage, clause.verb, clause.end)
            yield h.make(
                act,
                speaker,
                () if is_self else of,
                clause,
                "how somebody treated others",
                0.75,
            )
        return
    yield from by_event(h, clause, usage, subject, actors, objects, is_self, speaker)


def somebody(phrase: Phrase, anything: bool = False) -> Phrase:
    """The phrase as one who acts, where its noun is of people ("the comprador"), or its verb is only theirs."""
    if phrase.sort != Sort.THING or not phrase.head or not (anything or english_speech().is_human(phrase.head)):
        return phrase
    sort = Sort.ORG if anything else Sort.ANON
    return replace(phrase, sort=sort, id=f"{sort}:{slug(phrase.name)}")


def deed_of(h: Heading, clause: Clause) -> Usage | None:
    """The deed a verb tells of, or its object ("committed crimes", "met with plotters")."""
    found = clause.usage(Group.DEEDS)
    if found is not None and not has_its_object(h, clause, found):
        papers = makes_away_with_papers(h, clause)
        return h.vocabulary.usages.get("deeds.crime" if papers else "deeds.event")
    if found is not None and found.name == "deeds.measure" and not clause.passive and not clause.negated:
        harmed = _HARMLESS & set(h.lows[clause.end : clause.stop])
        commits = h.verb_of(clause).startswith("commit") and any(
            hit.usage.act is Act.ACCUSES for hit in h.deeds_in(clause.end, clause.stop)
        )
        if harmed or commits:  # "hanged an innocent man", "committed murder"
            return h.vocabulary.usages.get("deeds.crime")
    if found is not None and (found.act is Act.ACCUSES or found.by or found.name == "deeds.measure"):
        return found
    if clause.passive or clause.copula:
        return found
    if clause.negated and found is None:
        return found
    if makes_away_with_papers(h, clause) or deals_in_falsehoods(h, clause):
        return h.vocabulary.usages.get("deeds.crime")
    pays = payment_of(h, clause)
    if pays is not None:
        return pays
    stop = clause.end
    while stop < clause.stop and (h.tokens[stop].name is None or h.tokens[stop].genitive):
        if h.lows[stop] in PREPOSITIONS - {"in", "with", "to"}:
            break
        stop += 1
    own = [hit for hit in h.deeds_in(clause.end, stop) if hit.usage.act is Act.ACCUSES and hit.usage.whom != "partner"]
    uses = h.verb_of(clause).startswith(("use", "using", "employ", "plant", "send", "sent", "harbo"))
    own = [hit for hit in own if not (hit.usage.by or hit.usage.of)]
    own = [hit for hit in own if uses or not is_agents(h.lows[hit.last - 1])]
    if own and any(is_actor(p) for p in h.subject_of(clause)) | any(
        p.sort == Sort.PRONOUN for p in h.subject_of(clause)
    ):
        last = own[0].last
        ahead = h.lows[last] if last < len(h.lows) else ""
        if h.vocabulary.known(ahead, Group.DEEDS) and ahead in PROCEEDINGS:
            return found
        return own[0].usage
    return found


def makes_away_with_papers(h: Heading, clause: Clause) -> bool:
    """ "burned the log", "tore out a page", "altered the register"."""
    if not h.verb_of(clause).startswith(_AWAY) or clause.passive:
        return False
    place = clause.caused or (clause.end, clause.stop)
    objects = phrases(h.text, h.tokens, *place)
    return any(p.head in _PAPERS or p.head.removesuffix("s") in _PAPERS for p in objects)


def deals_in_falsehoods(h: Heading, clause: Clause) -> bool:
    """ "engraved the false plates", "sold stolen horses", "planted the knife on Ash"."""
    verb = h.verb_of(clause)
    objects = phrases(h.text, h.tokens, clause.end, clause.stop)
    things = [p for p in objects[:1] if p.sort == Sort.THING]
    if verb.startswith("plant") and things and things[0].head not in ("kiss", "kisses", "foot", "flag"):
        return any(p.sort == Sort.PERSON for p in h.after("on", clause))
    kinds = _FALSE if verb.startswith(_ISSUING) else _ILLGOTTEN if verb.startswith(_TRADING) else frozenset[str]()
    return any(p.described & kinds for p in things)


def payment_of(h: Heading, clause: Clause) -> Usage | None:
    """ "gave him 300 crowns": a verb of giving or taking, and a sum."""
    if h.verb_of(clause) not in _GIVING or clause.end >= clause.stop:
        return None
    start, end = h.tokens[clause.end].start, h.tokens[clause.stop - 1].end
    if h.verb_of(clause) == "had" and "from" not in h.lows[clause.end : clause.stop]:
        return None
    if any(amount.kind == "money" for amount in find_amounts(h.text[start:end])):
        return h.vocabulary.usages.get("deeds.payment")
    return None


def _is_bribe(h: Heading, clause: Clause) -> bool:
    """Whether it would have been wrong to pay: "never took a bribe", not "never paid the rent"."""
    after = h.after("for", clause)
    if spares_all(h, clause) and after and h.verb_of(clause) in _GIVING:
        return any(h.vocabulary.known(p.head, Group.SAYS) or p.head in ("silence", "vote", "verdict") for p in after)
    return spares_all(h, clause) or any(low.startswith("brib") for low in h.lows[clause.verb : clause.stop])


def by_wrong(
    h: Heading,
    clause: Clause,
    usage: Usage,
    subject: list[Phrase],
    actors: list[Phrase],
    objects: list[Phrase],
    is_self: bool,
    speaker: Phrase | None,
    speakers: list[Phrase],
    opinion: bool,
) -> Iterator[Statement]:
    """A wrong: whoever states it of another accuses him, and of himself admits it."""
    rule = (
        f"says what somebody did ({usage.name.split('.')[1]})"
        if speaker is not None
        else f"somebody did it ({usage.name.split('.')[1]})"
    )
    if clause.passive:
        agents, by_self = h.meant(h.after("by", clause), speaker, speakers)
        people_only = usage.name in _OF_PEOPLE
        agents = [p for p in (somebody(p, people_only) for p in agents) if is_actor(p)]
        bribed = usage.name == "deeds.payment" and h.lows[clause.end : clause.end + 1] == ["to"]
        if bribed and not is_self and not clause.negated and not agents:
            of = h.targets(subject, speaker)
            yield h.make(Act.JUDGES if opinion else Act.ACCUSES, speaker, of, clause, "paid to do it", 0.7)
        elif by_self:
            yield h.make(Act.ADMITS, speaker, (), clause, rule, 0.8)
        elif agents:
            act = usage.negated if clause.negated else Act.JUDGES if opinion else usage.act
            if act is not None:
                yield h.make(act, speaker, h.targets(agents, speaker), clause, rule, 0.85)
            if is_self and usage.taker is not None:
                yield h.make(usage.taker, speaker, h.targets(agents, speaker), clause, "he took it", 0.7)
        elif is_self and usage.taker is not None and not clause.negated:
            yield h.make(usage.taker, speaker, (), clause, "he took it", 0.55)
        elif is_self and not clause.negated and usage.whom != "partner":
            yield h.make(Act.ACCUSES, speaker, (), clause, "says that he was wronged", 0.5)
        elif (ordered := orderers_of(h, clause, speaker)) and not clause.negated:
            yield h.make(Act.ACCUSES, speaker, ordered, clause, "on whose orders", 0.7)
        elif usage.passive is not None:
            yield h.make(usage.passive, speaker, h.targets(subject, speaker), clause, "what befell somebody", 0.65)
        return
    if is_self:
        if clause.negated:
            yield h.make(Act.DENIES, speaker, (), clause, rule, 0.85)
            return
        partners = partners_of(h, clause.verb, clause.stop, speaker)
        yield h.make(Act.ADMITS, speaker, partners, clause, rule, 0.85)
        ordered = orderers_of(h, clause, speaker)
        payers = payers_of(h, clause.verb, clause.stop, speaker)
        if ordered or payers:
            yield h.make(Act.ACCUSES, speaker, ordered or payers, clause, "on whose orders or for whose money", 0.6)
        return
    verb = h.verb_of(clause)
    if (
        speaker is None
        and usage.name == "deeds.dealing"
        and verb.startswith(_JOINING)
        and not _told_to_harm(h, clause)
        and not any(
            hit.usage.act is Act.ACCUSES and hit.usage.whom != "partner" for hit in h.deeds_in(clause.end, clause.stop)
        )
    ):
        yield h.make(Act.REPORTS, None, h.targets([*subject, *objects]), clause, "what somebody did", 0.5)
        return
    if usage.name == "deeds.payment" and clause.negated and speaker is None and not _is_bribe(h, clause):
        yield h.make(Act.REPORTS, None, h.targets([*subject, *objects]), clause, "what somebody did not pay", 0.5)
        return
    act = usage.negated if clause.negated else Act.JUDGES if opinion else usage.act
    actors = [p for p in actors if p.head not in ("nobody", "none")]
    if not actors and usage.name in _OF_PEOPLE:
        actors = [somebody(p, anything=True) for p in subject if not p.no]
    harmed = objects or clause.caused or (clause.hits and clause.hits[0].gap)
    if usage.whom == "victim" and not harmed and verb in _INTRANSITIVE:
        yield h.make(Act.REPORTS, speaker, h.targets(subject, speaker), clause, "what befell somebody", 0.6)
        return
    if not actors and any(p.no for p in subject):
        return
    impossible = clause.negated and clause.modal in ("could", "can", "cannot", "can't", "couldn't")
    if clause.modal in ("would", "could", "might", "may") and speaker is None and not impossible:
        yield h.make(Act.JUDGES, None, h.targets(actors), clause, "what somebody would have done", 0.4)
        return
    if act is None:
        return
    if not actors:
        if clause.subject[1] > clause.subject[0] and h.lows[clause.subject[0]] == "who":
            yield h.make(act, speaker, (), clause, "says who did it", 0.6)
        elif speaker is not None:
            yield h.make(Act.REPORTS, speaker, h.targets(objects, speaker), clause, "says what happened", 0.5)
        else:
            yield h.make(Act.REPORTS, None, h.targets(objects), clause, "what happened", 0.5)
        return
    concerned = list(actors)
    if takes_at(h, clause.verb) and not clause.negated:
        concerned += [p for p in h.after("from", clause) if is_actor(p)]
    of = h.targets(concerned, speaker)
    yield h.make(act, speaker, of, clause, rule, 0.85 if speaker is not None else 0.75)
    if usage.taker is not None and speaker is not None and not clause.negated:
        first = h.tokens[clause.end].low if clause.end < len(h.tokens) else ""
        gap = clause.hits[0].gap if clause.hits else None
        within = h.lows[gap[0] : gap[1]] if gap is not None else []
        taken = {first, *within} & {"him", "her", "them", "me", "us"}
        if taken:
            yield h.make(usage.taker, speaker, of, clause, "he took it", 0.7)


def _told_to_harm(h: Heading, clause: Clause) -> bool:
    """ "ordered the guards to shoot", "ordered the attack": to what somebody is told."""
    if any(p.head in HARM for p in phrases(h.text, h.tokens, clause.end, clause.stop)):
        return True
    for n in range(clause.end, clause.stop - 1):
        verb, behind = h.lows[n + 1], h.lows[n + 2] if n + 2 < clause.stop else ""
        if h.lows[n] == "to" and verb in _HARMLESS_ORDERS:
            continue
        if h.lows[n] == "to" and n > clause.end and h.verb_of(clause).startswith(("order", "command")):
            return True  # a claim that somebody ordered others to do it blames him for it
        if h.lows[n] == "to" and (
            verb.startswith((*VIOLENT, "burn", "kill"))
            or (verb == "fire" and behind in ("", "on", "at", "upon", "into"))
            or (verb == "lie" and behind in ("", "about", "to"))
        ):
            return True
    return False
