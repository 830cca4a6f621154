"""What a heading says that happened: an event, where somebody was, what he was or had; no wrong and no quality."""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.model import Act
from testimonia.words.bare_numbers import NUMBER_WORDS

from .acts import Form, Group, Usage
from .heading_clause_words import NEGATIVES, PLACES
from .heading_clauses import Clause, Link
from .heading_conduct import compares
from .heading_partners import named_in
from .heading_people import Heading, Statement
from .heading_phrases import POSSESSIVES, PROCEEDINGS, Phrase, Sort, is_actor, phrases
from .heading_states import ascriptions
from .heading_wills import orderers_of, spares_all

__all__ = ["VIOLENT", "by_event"]

VIOLENT = ("shot", "shoot", "hang", "execut", "behead", "liquidat")
_META = frozenset(
    """
    listed outlined summarized summarised described discussed explained reviewed compared quoted cited mentioned
    shown illustrated analyzed analysed examined retold
    """.split()
)
_ABOUT_ITSELF = frozenset(
    """
    outline outlines summary summaries description descriptions history list lists overview sketch survey
    chronology notes background impressions discussion comparison table index examples reasons reason facts
    order
    """.split()
)
_WHERE = frozenset(
    "on at in present aboard under far dead alive absent ill away abroad ashore asleep awake missing home there".split()
)
_BEARING = frozenset(
    """
    alert lucid calm composed healthy well fit cheerful pale nervous exhausted tired polite relaxed confident defiant
    unmoved serene broken
    """.split()
)
_TRIED = PROCEEDINGS | frozenset("prison gaol jail cell dock custody interrogation examination stand".split())
_FATES = frozenset("dead killed wounded drowned injured missing arrested survivors victims fallen condemned".split())
_HARMS = ("burn", "shot", "shoot", "fir", "threw", "throw", "sink", "sank", "hit", "str", "hang", "light", "lit")
_WHOSE = frozenset("against behind for with opposed".split())
_TIES = frozenset(
    """
    ally allies friend friends enemy enemies supporter supporters follower followers member members associate
    associates rival rivals colleague accomplice
    """.split()
)


def by_event(
    h: Heading,
    clause: Clause,
    usage: Usage | None,
    subject: list[Phrase],
    actors: list[Phrase],
    objects: list[Phrase],
    is_self: bool,
    speaker: Phrase | None,
) -> Iterator[Statement]:
    """An event, as a heading reports it; what is no event is nothing."""
    if not objects:
        objects = named_in(h, clause.end, clause.stop)
    of = h.targets([*subject, *(() if clause.copula else objects)], speaker)
    verb = h.verb_of(clause)
    whole = h.subject_of(clause)
    heads = {p.head for p in whole if p.head}
    told = any(h.vocabulary.known(head, Group.DEEDS) or head in PROCEEDINGS for head in heads)
    if verb == "told" and heads & {"event", "events", "fact", "facts", "story", "tale", "history"}:
        return  # "the events briefly told"
    if verb in _META or _META & set(h.lows[clause.end : clause.end + 1]):
        return
    if speaker is not None:
        if is_self and not clause.passive and not clause.copula:
            violent = h.verb_of(clause).startswith(VIOLENT) and bool(objects)
            nothing = spares_all(h, clause)  # "says that she signed nothing"
            if clause.negated or violent or nothing:
                act = Act.DENIES if clause.negated or nothing else Act.ADMITS
                yield h.make(act, speaker, (), clause, "says what he himself did", 0.6)
                ordered = () if clause.negated else orderers_of(h, clause, speaker)
                if ordered:
                    yield h.make(Act.ACCUSES, speaker, ordered, clause, "on whose orders", 0.6)
                return
        elsewhere = clause.negated or {"elsewhere", "asleep"} & set(h.lows[clause.end : clause.stop])
        if is_self and clause.copula and elsewhere:
            yield h.make(Act.DENIES, speaker, (), clause, "says that he was not there", 0.55)
            return
        thing = bool(whole) and not actors and not is_self and all(p.sort == Sort.THING for p in whole)
        if clause.negated and thing and not clause.copula and usage is not None:
            yield h.make(Act.DENIES, speaker, (), clause, "says that it did not happen", 0.6)
            return
        struck = any(is_actor(p) or p.head in ("anyone", "anybody", "nobody") for p in objects)
        if clause.negated and struck and actors and not is_self and not clause.modal and verb.startswith(_HARMS):
            yield h.make(Act.EXONERATES, speaker, h.targets(actors, speaker), clause, "did no such thing", 0.6)
            return
        yield h.make(Act.REPORTS, speaker, of, clause, "says what happened", 0.5)
        return
    if heads & _ABOUT_ITSELF and not actors:
        return
    if clause.modal in ("should", "must", "ought"):
        return
    if verb in ("has", "have", "had"):
        if verb == "had" and any(p.sort == Sort.PERSON for p in actors) and objects:
            yield h.make(Act.REPORTS, None, h.targets(subject), clause, "what somebody had", 0.5)
        return
    if clause.modal == "would" and any(
        c.link is Link.SUB and h.lows[max(0, c.subject[0] - 1)] == "if" for c in h.clauses
    ):
        return
    if clause.copula and any(usage.group is Group.QUALITIES for usage, _, _ in ascriptions(h, clause)):
        return
    if clause.copula:
        at = h.lows[clause.end] if clause.end < len(h.lows) else ""
        if at in _WHERE and (actors or told):
            yield h.make(Act.REPORTS, None, of, clause, "where somebody was", 0.55)
        elif at in _BEARING and actors and _TRIED & set(h.lows[clause.end : clause.stop]):
            yield h.make(Act.REPORTS, None, of, clause, "how somebody bore himself", 0.55)
        elif at == "among" and _FATES & set(h.lows[clause.end : clause.stop]) and subject:
            yield h.make(Act.REPORTS, None, of, clause, "what befell somebody", 0.6)
        elif at in _WHOSE and subject:
            objects = phrases(h.text, h.tokens, clause.end + 1, clause.stop)
            both = h.targets([*subject, *objects])
            yield h.make(Act.REPORTS, None, both, clause, "on whose side somebody was", 0.5)
        elif actors and {"real", "true", "actual"} & set(h.lows[clause.end : clause.end + 3]) and not clause.negated:
            yield h.make(Act.JUDGES, None, h.targets(actors), clause, "what somebody really was", 0.55)
        elif actors and {"victim", "victims"} & set(h.lows[clause.end : clause.stop]):
            yield h.make(Act.REPORTS, None, of, clause, "what befell somebody", 0.6)
        elif actors and (is_tied(h, clause) or works_with(h, clause)):
            yield h.make(
                Act.REPORTS,
                None,
                h.targets([*subject, *named_in(h, clause.end, clause.stop)]),
                clause,
                "whose somebody was",
                0.5,
            )
        elif not actors and subject and not compares(h, clause):
            yield h.make(Act.REPORTS, None, of, clause, "what was so", 0.5 if told else 0.45)
        elif any(p.sort == Sort.PERSON for p in actors) and is_something(h, clause) and not compares(h, clause):
            yield h.make(Act.REPORTS, None, h.targets(subject), clause, "what somebody was", 0.5)
        return
    following = h.lows[clause.end : clause.end + 1]
    harmless = clause.negated and not clause.modal and not clause.passive and verb.startswith(_HARMS) and objects
    if harmless and actors and usage is not None:
        yield h.make(Act.EXONERATES, None, h.targets(actors), clause, "did no such thing", 0.6)
        return
    burnt = (
        clause.caused is not None and not clause.negated and verb.startswith(("burn", "demolish", "destroy", "flood"))
    )
    if (
        burnt
        and actors
        and any(is_actor(o) for p in phrases(h.text, h.tokens, *clause.caused or (0, 0)) for o in p.owners)
    ):
        yield h.make(Act.ACCUSES, None, h.targets(actors), clause, "had somebody's house burned", 0.6)
        return
    if verb in ("stands", "stood", "lies", "lay") and not actors and following and following[0] in PLACES:
        return  # "the house stood on a hill"
    if clause.passive:
        ordered = () if clause.negated else orderers_of(h, clause, None)
        if ordered and (usage is None or usage.name != "deeds.measure"):
            yield h.make(Act.ACCUSES, None, ordered, clause, "on whose orders", 0.6)
            return
        yield h.make(Act.REPORTS, None, of, clause, "what befell somebody", 0.7 if usage is not None else 0.6)
    elif usage is not None and (actors or told or not clause.present):
        yield h.make(Act.REPORTS, None, of, clause, f"an event ({usage.name.split('.')[1]})", 0.7)
    elif (not clause.present or told) and (actors or told):
        yield h.make(Act.REPORTS, None, of, clause, "what happened", 0.5)
    elif subject and not clause.present:
        yield h.make(Act.REPORTS, None, of, clause, "what happened to a thing", 0.45)


def is_something(h: Heading, clause: Clause) -> bool:
    """ "was a widow", "was never a member", "was Rowe's uncle", "was thirteen", "was born in Brae": no quality."""
    for n in range(clause.end, min(clause.stop, clause.end + 3)):
        low = h.lows[n]
        if low in ("a", "an", "the", "born", "one") or low in POSSESSIVES:
            return True
        if h.tokens[n].number or low in NUMBER_WORDS:
            return n + 1 >= clause.stop or h.lows[n + 1] in ("years", "when", "then", "and", "")  # no "were two men"
        if h.tokens[n].genitive and h.tokens[n].name is not None:
            return True
        if low not in NEGATIVES:
            return False
    return False


def is_tied(h: Heading, clause: Clause) -> bool:
    """ "was an ally of Rowe", "was a Rowe ally"."""
    return any(h.lows[n] in _TIES for n in range(clause.end, clause.stop)) and bool(
        named_in(h, clause.end, clause.stop)
    )


def works_with(h: Heading, clause: Clause) -> bool:
    """ "was a clerk working with Rowe"."""
    hits = [hit for n in range(clause.end, clause.stop) if h.lows[n] for hit in h.at(n)]
    return any(Form.ING in hit.forms and hit.usage.group is Group.DEEDS for hit in hits)
