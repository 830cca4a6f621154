"""Words by which somebody tells something: what is told decides, be it a clause or a thing."""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.model import Act

from .acts import Usage
from .heading_clauses import Clause
from .heading_knowing import by_disbelief, by_finding, by_having_faith
from .heading_partners import addressed_places, named_in, partners_of
from .heading_people import Heading, Statement
from .heading_phrases import POSSESSIVES, PROCEEDINGS, Phrase, phrases
from .heading_proof import PROOF, lack_of_proof

__all__ = ["by_telling"]

_WRITING = frozenset("write writes wrote written writing".split())
_WRITINGS = frozenset(
    """
    book books report letter letters note diary memoir memoirs article articles dispatch despatch telegram poem poems
    play novel history account will petition pamphlet
    """.split()
)


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
    if (
        outer is not None
        and speakers
        and crimes
        and crimes[0].first == clause.end
        and h.lows[clause.end].endswith("ing")
    ):
        of = h.targets(speakers, outer)  # "says that Ash spoke of robbing the bank"
        yield h.make(Act.ACCUSES, outer, of, clause, "what somebody talked of doing", 0.6)
        return
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
